"""Printed lines → paragraphs, by indent, length, distance and size."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from extract.clean.lines import ENDING, PART
from extract.read.pdf_page import Line, first_word

_INDENT = 0.7  # ems from the margin that show a new paragraph
_SPARE = 0.8  # ems that a full line may leave free beyond the next word, which did not fit
_FAR_RIGHT = 4.5  # ems: a line that begins there is a signature, a date or a title, and no paragraph's first
_FAR = 1.5  # times the usual distance of lines, which parts paragraphs
_OTHER_SIZE = 1.12  # a heading is that much larger
_FEWEST = 5  # lines that tell a page's margins
_LABEL_WIDTH = 4.0  # ems by which lines after a label hang


@dataclass(frozen=True, slots=True)
class Frame:
    """Left and right margin of the text, and the usual distance from line to line."""

    left: float
    right: float
    pitch: float


def paragraphs_of(lines: list[Line]) -> list[list[Line]]:
    """The lines, which follow each other, as paragraphs."""
    frames = _frames(lines)
    out: list[list[Line]] = []
    for line in lines:
        if out and _goes_on(out[-1], line, frames):
            out[-1].append(line)
        else:
            out.append([line])
    return out


def is_indented(paragraph: list[Line], left: float) -> bool:
    """Whether the paragraph begins to the right of the margin."""
    first = paragraph[0]
    return first.x0 - left > _INDENT * first.em


def _column(line: Line) -> tuple[int, int]:
    return line.page.number, line.column


def _frames(lines: list[Line]) -> dict[tuple[int, int], Frame]:
    """For each column of each page, the margins of its text; one of few lines has those of the whole."""
    whole = _frame(lines)
    by_column: dict[tuple[int, int], list[Line]] = {}
    for line in lines:
        by_column.setdefault(_column(line), []).append(line)
    out = {}
    for place, held in by_column.items():
        own = _frame(held)
        alike = abs((own.right - own.left) - (whole.right - whole.left)) < 2 * held[0].em
        out[place] = own if len(held) >= _FEWEST and (alike or place[1] or len(held) >= 3 * _FEWEST) else whole
    return out


def _frame(lines: list[Line]) -> Frame:
    rights = sorted(line.x1 for line in lines)
    right = rights[min(len(rights) - 1, int(0.95 * len(rights)))]
    common = Counter(round(line.x0) for line in lines if line.x1 > right - 3 * line.em or len(lines) < _FEWEST)
    lefts = [x for x, count in common.items() if count >= max(1, 0.15 * common.total())]
    left = min(lefts, default=min(line.x0 for line in lines))
    steps = [b.top - a.top for a, b in pairwise(lines) if b.page is a.page and b.top > a.top]
    return Frame(left, right, median(steps) if steps else lines[0].em * 1.5)


def _goes_on(paragraph: list[Line], line: Line, frames: dict[tuple[int, int], Frame]) -> bool:
    last = paragraph[-1]
    before, here = frames[_column(last)], frames[_column(line)]
    em = line.em
    if _differ(em, last.em) and _differ(_height(line), _height(last)):  # letters set apart look wider than they are
        return False
    if line.page is last.page and line.top - last.top > max(_FAR * before.pitch, 1.2 * em):
        return False
    if not _is_full(last, line, before.right):
        return False
    if paragraph[0].x0 - before.left > _FAR_RIGHT * em and line.x0 - here.left < _FAR_RIGHT * em:
        return False
    if line.x0 - here.left > _INDENT * em:
        return _hangs(paragraph, line, here.left)
    at_margin = paragraph[0].x0 - frames[_column(paragraph[0])].left <= _INDENT * em
    return not (at_margin and ENDING.search(last.text) and PART.match(line.text))


def _height(line: Line) -> float:
    return max(line.runs, key=lambda run: len(run.text)).height


def _differ(one: float, other: float) -> bool:
    """Whether two sizes are those of different letters."""
    return not 1 / _OTHER_SIZE < one / other < _OTHER_SIZE


def _is_full(last: Line, line: Line, right: float) -> bool:
    """Whether the first word of `line` did not fit on the line before."""
    return right - last.x1 < first_word(line) + _SPARE * line.em


def _hangs(paragraph: list[Line], line: Line, left: float) -> bool:
    """Whether an indented line goes on with a paragraph that hangs: its label stands to the left of all its lines."""
    first = paragraph[0]
    if len(paragraph) > 1:
        return abs(line.x0 - paragraph[-1].x0) < _INDENT * line.em and first.x0 < line.x0 - _INDENT * line.em
    return bool(PART.match(first.text)) and _INDENT * line.em < line.x0 - first.x0 < _LABEL_WIDTH * line.em
