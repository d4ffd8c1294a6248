"""Characters that a PDF's fonts do not name (private-use codes): told by their shape, else doubted, never dropped."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Any

from extract.doubts import Doubt
from extract.read.pdf_text import Odd

_DOT = 0.3  # heights of the line: a dot is smaller both ways
_DASH = 0.2  # heights of the line: a dash is lower, and wider than high
_LOW, _HIGH = 0.3, 0.7  # heights above the foot of the figures beside it, between which a dot stands in the middle
_MARGIN = 4.0  # points around a line that is recognised
_AROUND = 12  # characters that show where an unknown one stands
# Symbol fonts (Wingdings, Symbol) have their signs from U+F020 to U+F0FF; at a line's beginning they are bullets.
_SYMBOLS = ("\uf020", "\uf0ff")
_BULLET = "•"
_UNKNOWN = "\ufffd"


def resolved(page: Any, textpage: Any, odd: list[Odd], number: int) -> list[Doubt]:
    """Puts the character that the shape or the page's picture shows in place of each unknown one.

    A doubt for each that stays unknown.
    """
    doubts: list[Doubt] = []
    for one in odd:
        text = one.run.text
        sign = _by_shape(textpage, one)
        if sign is None and one.position == 0 and _SYMBOLS[0] <= text[0] <= _SYMBOLS[1]:
            sign = _BULLET
        sign = sign or _by_picture(page, one)
        kept = sign or (text[one.position] if text[one.position] >= " " else _UNKNOWN)
        one.run.text = text[: one.position] + kept + text[one.position + 1 :]
        if sign is None:
            doubts.append(_doubt(one, number, ord(text[one.position])))
    return doubts


def _by_shape(textpage: Any, one: Odd) -> str | None:
    """The sign that the inked box shows: a decimal point or a middle dot between figures, a dash; else None."""
    run = one.run
    beside = [i for i in (one.position - 1, one.position + 1) if 0 <= i < len(run.text) and run.text[i].isalnum()]
    left, bottom, right, top = textpage.get_charbox(one.index)
    width, height = right - left, top - bottom
    size = max(run.height, 1.0)
    if not beside or width <= 0 or height <= 0:
        return None
    if height < _DASH * size and width > 2 * height:
        return "—" if width > 0.6 * size else "-"
    if width > _DOT * size or height > _DOT * size:
        return None
    boxes = [textpage.get_charbox(one.index + i - one.position) for i in beside]
    foot, head = min(box[1] for box in boxes), max(box[3] for box in boxes)
    where = ((bottom + top) / 2 - foot) / max(head - foot, 1.0)
    if where < _LOW:
        figures = len(beside) == 2 and all(run.text[i].isdigit() for i in beside)
        return "." if figures else None
    return "·" if where < _HIGH else None


def _by_picture(page: Any, one: Odd) -> str | None:
    """The character that is recognised between the known ones of its line, where recognition is installed."""
    from extract.read import ocr

    if page.get_rotation() or not ocr.installed():
        return None
    run = one.run
    width, height = page.get_size()
    crop = (run.x0 - _MARGIN, height - run.bottom - _MARGIN, width - run.x1 - _MARGIN, run.top - _MARGIN)
    picture = page.render(scale=ocr.DPI / 72, crop=tuple(max(0, side) for side in crop)).to_pil()
    seen, _ = ocr.recognised(picture, 1, 1.0)
    words = "".join(found.text for found in sorted(seen.runs, key=lambda found: found.x0)).replace(" ", "")
    text = run.text[: one.position].replace(" ", "")
    at, text = len(text), text + run.text[one.position :].replace(" ", "")
    for tag, begin, end, first, after in SequenceMatcher(None, text, words, autojunk=False).get_opcodes():
        if tag == "replace" and (begin, end) == (at, at + 1) and after - first == 1:
            return words[first]
    return None


def _doubt(one: Odd, number: int, code: int) -> Doubt:
    text, at = one.run.text, one.position
    around = f"{text[max(0, at - _AROUND) : at]}〔?〕{text[at + 1 : at + 1 + _AROUND]}"
    what = f"第{number}页“{around}”中有一个字符（U+{code:04X}），字体没有给出对应的文字，无法识别"
    message = f"{what}；请对照原文核对此处的数字和文字"
    return Doubt("glyph-unknown", "warning", message)
