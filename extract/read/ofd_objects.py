"""Text objects and paths of an OFD page (GB/T 33190) → runs of characters with boxes, and ruling lines."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Any

from extract.read.matrices import Matrix, moved
from extract.read.pdf_page import Page, Run, lines_of
from extract.read.xml import attribute, local

POINTS = 72 / 25.4
"""Points in a millimetre."""
_ASCENT, _DESCENT = 0.88, 0.12  # of a Chinese font, in ems above and below the baseline
_NARROW, _CAPITAL, _WIDE = 0.5, 0.75, 0.95  # ems of a half-width character, of E and B, of M and W, in the widest fonts
_GAP = 1.0  # heights between two characters that part two runs
_STEP_BACK = 0.6  # heights that a character may begin before the end of the one before it
_WORDS_APART, _CHARACTERS_APART = 0.2, 0.6  # heights; justified Chinese text has up to a third
_ASKEW = 0.15  # radians by which text of the page is never off: more is a watermark
_STRAIGHT = 0.7  # points by which a ruling line may be off the axis
_THIN = 3.0  # points: a filled stripe up to this is a ruling line
_SHORTEST = 4.0  # points: a shorter line is part of a drawing
_ARGUMENTS = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
_FARTHEST = 1e6  # millimetres: what is farther is on no page
_MOST_LINES = 20_000  # a page of tables has some hundreds; a drawing has more, and no tables
_BLANKS = " \xa0\u3000\t\r\n"


def numbers(text: str | None) -> list[float]:
    """The numbers of an attribute such as Boundary="20 30.5 100 5"; none where one is no number."""
    try:
        values = [float(part) for part in (text or "").split()]
    except ValueError:
        return []
    return values if all(abs(value) <= _FARTHEST for value in values) else []


def runs_of(element: Any, matrix: Matrix) -> list[Run]:
    """The runs of a text object; none of one that is written askew."""
    if abs(math.atan2(matrix[1], matrix[0])) > _ASKEW:
        return []
    box = numbers(attribute(element, "Boundary"))
    size = (numbers(attribute(element, "Size")) or box[3:] or [0.0])[0]  # some programs leave it out
    stretch = (numbers(attribute(element, "HScale")) or [1.0])[0]
    out: list[Run] = []
    at = (0.0, 0.0)
    for code in element:
        if local(code) != "TextCode" or not code.text or size <= 0:
            continue
        # A code without X or Y begins where the one before it began.
        at = (_first(code, "X", at[0]), _first(code, "Y", at[1]))
        _add_code(code, at, size, stretch, matrix, out)
    return out


def _first(code: Any, name: str, otherwise: float) -> float:
    return (numbers(attribute(code, name)) or [otherwise])[0]


def _add_code(code: Any, at: tuple[float, float], size: float, stretch: float, matrix: Matrix, out: list[Run]) -> None:
    x, y = at
    right, down = deltas(attribute(code, "DeltaX")), deltas(attribute(code, "DeltaY"))
    run: Run | None = None
    for index, char in enumerate(code.text.strip("\r\n")):
        em = size * stretch * _ems(char)
        step = right[index] if index < len(right) else (0.0 if down else em)
        if char not in _BLANKS:
            width = min(em, step) if step > 0 else em
            x0, top = moved(matrix, x, y - _ASCENT * size)
            x1, bottom = moved(matrix, x + width, y + _DESCENT * size)
            run = _put(char, x0, top, x1, bottom, run, out)
        x += step
        y += down[index] if index < len(down) else 0.0


def _ems(char: str) -> float:
    """The width of a character at the most, in ems: the file does not say it."""
    if char in "MW":
        return _WIDE
    return _CAPITAL if "A" <= char <= "Z" else _NARROW if char < "\u2000" else 1.0


def _put(char: str, x0: float, top: float, x1: float, bottom: float, run: Run | None, out: list[Run]) -> Run:
    """Adds the character to the run, or begins a new one."""
    single = Run(char, [x0], [x1], min(top, bottom), max(top, bottom))
    if run is not None and abs(run.top - single.top) < 0.5 * run.height and _touch(run, single):
        _append(run, single)
        return run
    out.append(single)
    return single


def joined_runs(page: Page) -> list[Run]:
    """The page's runs, those that touch joined: a line is several text objects where its font changes."""
    out: list[Run] = []
    for line in lines_of(page.runs, page):
        begins = len(out)
        for run in line.runs:
            if len(out) > begins and _touch(out[-1], run):
                _append(out[-1], run)
            else:
                out.append(run)
    return out


def _touch(run: Run, other: Run) -> bool:
    return -_STEP_BACK * run.height < other.x0 - run.x1 < _GAP * max(run.height, other.height)


def _append(run: Run, other: Run) -> None:
    """Adds to the run what follows it; a blank between Latin words that stand apart."""
    apart = other.x0 - run.x1
    if apart > (_WORDS_APART if run.text[-1].isascii() and other.text[0].isascii() else _CHARACTERS_APART) * run.height:
        run.text += " "
        run.lefts.append(run.x1)
        run.rights.append(other.x0)
    run.text += other.text
    run.lefts += other.lefts
    run.rights += other.rights
    run.top, run.bottom = min(run.top, other.top), max(run.bottom, other.bottom)


def deltas(text: str | None) -> list[float]:
    """Steps from character to character: "3.5 g 3 4" is 3.5 4 4 4."""
    out: list[float] = []
    parts = iter((text or "").split())
    for part in parts:
        if part != "g":
            out += numbers(part)
            continue
        count, value = next(parts, ""), numbers(next(parts, ""))
        if count.isdecimal() and value:
            out += value * min(int(count), 10_000)
    return out


def add_path(element: Any, matrix: Matrix, page: Page) -> None:
    """Puts the ruling lines of a path on the page: straight strokes, and filled stripes that are as thin."""
    data = next((part.text for part in element if local(part) == "AbbreviatedData"), None)
    if len(page.across) + len(page.down) > _MOST_LINES:
        return
    strokes, fills = attribute(element, "Stroke") != "false", attribute(element, "Fill") == "true"
    for points in _outlines(data or "", matrix):
        if fills:
            xs, ys = [x for x, _ in points], [y for _, y in points]
            if min(max(xs) - min(xs), max(ys) - min(ys)) <= _THIN:
                _add_line(min(xs), min(ys), max(xs), max(ys), page, _THIN)
                continue
        if strokes:
            for (x, y), (u, v) in pairwise(points):
                _add_line(min(x, u), min(y, v), max(x, u), max(y, v), page, _STRAIGHT)


def _outlines(data: str, matrix: Matrix) -> list[list[tuple[float, float]]]:
    """The points of each line of a path; of a curve, its end."""
    out: list[list[tuple[float, float]]] = []
    parts = iter(data.split())
    for part in parts:
        if part not in _ARGUMENTS:
            return out  # what follows cannot be told
        values = numbers(" ".join(next(parts, "") for _ in range(_ARGUMENTS[part])))
        if len(values) != _ARGUMENTS[part]:
            return out
        if part == "C":
            if out and len(out[-1]) > 1:
                out[-1].append(out[-1][0])
        elif part in "SM" or not out:
            out.append([moved(matrix, *values[-2:])])
        else:
            out[-1].append(moved(matrix, *values[-2:]))
    return [points for points in out if len(points) > 1]


def _add_line(x0: float, top: float, x1: float, bottom: float, page: Page, thick: float) -> None:
    if bottom - top <= thick and x1 - x0 >= _SHORTEST:
        page.across.append(((top + bottom) / 2, x0, x1))
    elif x1 - x0 <= thick and bottom - top >= _SHORTEST:
        page.down.append(((x0 + x1) / 2, top, bottom))
