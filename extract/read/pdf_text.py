"""The characters of a PDF page with their boxes, as pdfium gives them, grouped to runs."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium

from extract.read.pdf_page import Box, Run, Turn

_GAP = 1.0  # sizes of a character that part two runs; justified text has up to a third
_STEP_BACK = 0.6  # sizes by which the next character may begin before the last one's end (kerned or drawn twice)
_SAMPLE = 9  # characters whose angle tells how a page is turned
_ASKEW = 0.15  # radians by which text of the page is never off
_WIDE_SIGNS = r"\u2e80-\u2fff\u3001-\ud7ff\uf900-\uffef"
_NO_SIGNS = r" \t\xa0\u2000-\u200a\u3000"
# line ends, blanks, four or more signs as wide as 字, fewer of them, others: 到|2027|年，|全市服务业突破|1.2|万亿元
_STRETCH = re.compile(
    rf"(?P<end>[\r\n]+)|(?P<blank>[{_NO_SIGNS}]+)"
    rf"|(?P<wide>[{_WIDE_SIGNS}]{{4,}})|[{_WIDE_SIGNS}]{{1,3}}|[^\r\n{_NO_SIGNS}{_WIDE_SIGNS}]+"
)
_LEVEL = 0.2  # sizes by which characters of one line may stand higher or lower, twice
_TIGHT, _LOOSE = 0.97, 1.35  # distances in sizes: closed up signs are measured, justified ones are not

Measure = Callable[[int], Box | None]


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
    collector = _Collector(textpage.raw)
    measure = _measurer(textpage.raw, corner, turn)
    text = _characters(textpage, textpage.count_chars())
    for match in _STRETCH.finditer(text):
        start, end = match.span()
        if match.lastgroup == "end":
            collector.end_line()
        elif match.lastgroup == "blank":
            collector.blank = True
        elif match.lastgroup != "wide" or not _evenly_set(collector, measure, text, start, end):
            for index in range(start, end):
                box = measure(index)
                if box is not None:
                    x0, top, x1, bottom = box
                    collector.take(index, text[index], [x0], [x1], top, bottom)
    return collector.finished()


def _evenly_set(collector: _Collector, measure: Measure, text: str, start: int, end: int) -> bool:
    """Takes Chinese characters of one width by the first and the last of them, where these show that they are.

    Measuring all of them takes longer than pdfium takes to read the page.
    """
    first, last = measure(start), measure(end - 1)
    if first is None or last is None:
        return False
    count, x0, x1 = end - start, first[0], last[2]
    size = first[2] - x0
    level = abs(first[1] + first[3] - last[1] - last[3]) < _LEVEL * size
    if not level or not _TIGHT * size < (x1 - x0) / count < _LOOSE * size:
        return False
    step = (x1 - x0) / count
    edges = [x0 + step * i for i in range(count)]
    top, bottom = min(first[1], last[1]), max(first[3], last[3])
    collector.take(start, text[start:end], edges, [*edges[1:], x1], top, bottom)
    return True


class _Collector:
    """Puts characters to runs."""

    def __init__(self, handle: Any) -> None:
        self.blank = False
        self._handle = handle
        self._out = Characters()
        self._texts: list[list[str]] = []
        self._run: Run | None = None
        self._back = self._gap = 0.0

    def end_line(self) -> None:
        self._run = None

    def take(self, index: int, chars: str, lefts: list[float], rights: list[float], top: float, bottom: float) -> None:
        """Characters that follow each other; `index` is pdfium's of the first."""
        run = self._run
        if (
            run is not None
            and self._back < lefts[0] - run.rights[-1] < self._gap
            and run.top < (top + bottom) / 2 < run.bottom
        ):
            if self.blank:
                self._texts[-1].append(" ")
                run.lefts.append(run.rights[-1])
                run.rights.append(lefts[0])
            if top < run.top:
                run.top = top
            if bottom > run.bottom:
                run.bottom = bottom
        elif _is_askew(self._handle, index):
            self._run = None
            return
        else:
            run = self._run = Run("", [], [], top, bottom)
            self._out.runs.append(run)
            self._texts.append([])
            size = max(bottom - top, rights[0] - lefts[0])
            self._back, self._gap = -_STEP_BACK * size, _GAP * size
        self.blank = False
        run.lefts += lefts
        run.rights += rights
        self._texts[-1].append(chars)
        if _is_odd(chars[0]):
            self._out.odd.append(Odd(run, len(run.lefts) - 1, index))

    def finished(self) -> Characters:
        """What was taken."""
        for run, parts in zip(self._out.runs, self._texts, strict=True):
            run.text = "".join(parts)
        return self._out


def _measurer(handle: Any, corner: Corner, turn: Turn | None) -> Measure:
    """What gives the box of a character, None for one without."""
    rect = pdfium.FS_RECTF()
    reference = ctypes.byref(rect)
    get = pdfium.FPDFText_GetLooseCharBox
    shift_x, shift_y = corner.x0, corner.y1
    place = _placer(corner, turn)

    def shifted(index: int) -> Box | None:
        if not get(handle, index, reference):
            return None
        return rect.left - shift_x, shift_y - rect.top, rect.right - shift_x, shift_y - rect.bottom

    def placed(index: int) -> Box | None:
        return place(rect.left, rect.bottom, rect.right, rect.top) if place and get(handle, index, reference) else None

    return placed if place else shifted


def _is_odd(char: str) -> bool:
    return char < " " or "\ue000" <= char <= "\uf8ff" or char == "\ufffd"


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
