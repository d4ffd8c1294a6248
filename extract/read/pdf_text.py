"""The characters of a PDF page with their boxes, as pdfium gives them, grouped to runs."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium

from extract.read.pdf_page import Box, Run, Turn

_GAP = 1.0  # sizes of a character that part two runs; justified text has up to a third
_STEP_BACK = 0.6  # sizes by which the next character may begin before the last one's end (kerned or drawn twice)
_SAMPLE = 9  # characters whose angle tells how a page is turned
_ASKEW = 0.15  # radians by which text of the page is never off
_FIRST_HAN = "\u3001"  # before it, among others, all blanks and line ends
_ENDS = "\r\n"
_BLANKS = " \xa0\u3000\u2002\u2003\u2009\t"


class Corner:
    """Where the upper left corner of the page as it is shown lies in the coordinates of the file (y upwards)."""

    def __init__(self, page: Any) -> None:
        x0, y0, x1, y1 = page.get_cropbox()
        self.rotation = page.get_rotation()
        self.width, self.height = page.get_size()
        self.x0, self.y0, self.x1, self.y1 = x0, y0, x1, y1

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A box of the file as a box of the page as it is shown."""
        if self.rotation == 0:
            return left - self.x0, self.y1 - top, right - self.x0, self.y1 - bottom
        if self.rotation == 90:
            return bottom - self.y0, left - self.x0, top - self.y0, right - self.x0
        if self.rotation == 180:
            return self.x1 - right, bottom - self.y0, self.x1 - left, top - self.y0
        return self.y1 - top, self.x1 - right, self.y1 - bottom, self.x1 - left


def turn_of(textpage: Any, count: int, corner: Corner) -> Turn | None:
    """How the text is turned against the page as it is shown; None for a page as most are."""
    if not count:
        return None
    quarters = []
    for index in range(0, count, max(1, count // _SAMPLE)):
        angle = pdfium.FPDFText_GetCharAngle(textpage.raw, index)
        if angle >= 0 and not pdfium.FPDFText_IsGenerated(textpage.raw, index):
            quarters.append(round(angle / (math.pi / 2)) % 4)
    drawn = max(set(quarters), key=quarters.count) if quarters else 0
    turned = (corner.rotation // 90 - drawn) % 4  # clockwise quarters on the page as it is shown
    return Turn(turned, corner.width, corner.height) if turned else None


@dataclass(slots=True)
class Odd:
    """A character that is none: `run.text[position]` is a private-use or unknown code; `index` is pdfium's."""

    run: Run
    position: int
    index: int


@dataclass(slots=True)
class Characters:
    """The page's runs in the order in which the file draws them, and what of them is no known character."""

    runs: list[Run] = field(default_factory=list)
    odd: list[Odd] = field(default_factory=list)


def characters_of(textpage: Any, corner: Corner, turn: Turn | None) -> Characters:
    """The page's characters. Those drawn askew (a watermark over the page) are left out."""
    out = Characters()
    place = _placer(corner, turn)
    rect = pdfium.FS_RECTF()
    reference = ctypes.byref(rect)
    measure, handle = pdfium.FPDFText_GetLooseCharBox, textpage.raw
    shift_x, shift_y = corner.x0, corner.y1
    run: Run | None = None
    chars: list[str] = []
    texts: list[list[str]] = []
    blank = False
    edge = back = gap = 0.0
    # The one loop over all characters of a file: it is what the reading costs beside pdfium's own.
    for index, char in enumerate(_characters(textpage, textpage.count_chars())):
        if char < _FIRST_HAN:
            if char in _ENDS:
                run = None
                continue
            if char in _BLANKS:
                blank = True
                continue
        if not measure(handle, index, reference):
            continue
        if place is None:
            x0, x1, top, bottom = rect.left - shift_x, rect.right - shift_x, shift_y - rect.top, shift_y - rect.bottom
        else:
            x0, top, x1, bottom = place(rect.left, rect.bottom, rect.right, rect.top)
        if run is not None and back < x0 - edge < gap and run.top < (top + bottom) / 2 < run.bottom:
            if blank:
                chars.append(" ")
                run.lefts.append(edge)
                run.rights.append(x0)
            chars.append(char)
            if top < run.top:
                run.top = top
            if bottom > run.bottom:
                run.bottom = bottom
        elif _is_askew(handle, index):
            run = None
            continue
        else:
            chars = [char]
            run = Run("", [], [], top, bottom)
            out.runs.append(run)
            texts.append(chars)
            size = max(bottom - top, x1 - x0)
            back, gap = -_STEP_BACK * size, _GAP * size
        run.lefts.append(x0)
        run.rights.append(x1)
        edge = x1
        blank = False
        if not " " < char < "\ue000" and _is_odd(char):
            out.odd.append(Odd(run, len(chars) - 1, index))
    for run, chars in zip(out.runs, texts, strict=True):
        run.text = "".join(chars)
    return out


def _is_odd(char: str) -> bool:
    return char < " " or char <= "\uf8ff" or char == "\ufffd"


def _is_askew(handle: Any, index: int) -> bool:
    angle = pdfium.FPDFText_GetCharAngle(handle, index)
    off = angle % (math.pi / 2)
    return min(off, math.pi / 2 - off) > _ASKEW


def _placer(corner: Corner, turn: Turn | None) -> Callable[[float, float, float, float], Box] | None:
    """What turns boxes of the file to boxes of the text; None where a shift suffices."""
    if turn is not None:
        return lambda *box: turn.box(corner.box(*box))
    return corner.box if corner.rotation else None


def _characters(textpage: Any, count: int) -> str:
    """The page's characters, one for each index that pdfium counts."""
    text: str = textpage.get_text_range(0, count) if count else ""
    if len(text) != count:  # characters beyond the basic plane, or some that pdfium leaves out of a text
        get = pdfium.FPDFText_GetUnicode
        codes = (get(textpage.raw, index) for index in range(count))
        text = "".join(chr(code) if code and not 0xD800 <= code < 0xE000 else "\ufffd" for code in codes)
    return text
