"""A page as it is printed: stretches of characters with their boxes, and ruling lines; and how a page is turned."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

Box = tuple[float, float, float, float]
"""x0, top, x1, bottom in points, from the upper left corner of the page."""

# What is not broken at a line's end: 2019, 3.5%, 市）。
_WORD = re.compile(r"[A-Za-z0-9.%％,，。、；：）)》”’]+|.[，。、；：）)》”’]*")
HAN = re.compile("[\u3400-\u9fff]")
WIDE = "\u2e80"
"""Characters from here on are as wide as a Chinese one."""
_TRAILING = " \u3000\xa0"


def columns(char: str) -> float:
    """The width of a character in ems, roughly."""
    return 1.0 if char >= WIDE else 0.5


@dataclass(slots=True)
class Run:
    """Characters that follow each other on one line without a gap. `lefts` and `rights` are their edges.

    `confidence` (0 to 1) is that of a recognised picture, None where the file itself gives the characters.
    """

    text: str
    lefts: list[float]
    rights: list[float]
    top: float
    bottom: float
    confidence: float | None = None

    @property
    def x0(self) -> float:
        return self.lefts[0]

    @property
    def x1(self) -> float:
        return self.rights[-1]

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def em(self) -> float:
        """The width of a Chinese character, else the height. Recognised characters have uneven boxes: their mean."""
        if self.confidence is not None:
            return (self.x1 - self.x0) / sum(map(columns, self.text))
        wide = [b - a for a, b, char in zip(self.lefts[:12], self.rights, self.text, strict=False) if char >= WIDE]
        return max(wide, default=self.height)

    def cut(self, start: int, end: int) -> Run:
        """The characters start:end as a run of their own."""
        return Run(
            self.text[start:end], self.lefts[start:end], self.rights[start:end], self.top, self.bottom, self.confidence
        )

    def pieces(self, borders: list[float]) -> list[Run]:
        """The run, parted where its characters stand on other sides of the vertical borders (ascending)."""
        if not any(self.x0 < border < self.x1 for border in borders):
            return [self]
        middles = [(a + b) / 2 for a, b in zip(self.lefts, self.rights, strict=True)]
        sides = [sum(border < middle for border in borders) for middle in middles]
        cuts = [0, *(i for i, (a, b) in enumerate(pairwise(sides), 1) if a != b), len(sides)]
        parts = [self.cut(a, b) for a, b in pairwise(cuts)]
        return [part for part in parts if part.text.strip(_TRAILING)]


@dataclass(slots=True)
class Page:
    """What stands on a page (`number` from 1).

    `across` are horizontal lines (y, x0, x1), `down` vertical ones (x, y0, y1).
    """

    number: int
    width: float
    height: float
    runs: list[Run]
    across: list[tuple[float, float, float]] = field(default_factory=list)
    down: list[tuple[float, float, float]] = field(default_factory=list)
    turn: Turn | None = None

    def shown(self, box: Box) -> Box:
        """A box of the text as a box of the page as it is shown."""
        return self.turn.back(box) if self.turn else box


@dataclass(frozen=True, slots=True)
class Turn:
    """A page whose text runs down (`quarters` 1) or up (3) the page, or stands on its head (2).

    `width` and `height` are those of the page as it is shown. Boxes are turned so that the text runs to the right.
    """

    quarters: int
    width: float
    height: float

    def box(self, box: Box) -> Box:
        """A box of the page as it is shown, in the frame in which the text runs to the right."""
        x0, top, x1, bottom = box
        if self.quarters == 1:
            return top, self.width - x1, bottom, self.width - x0
        if self.quarters == 2:
            return self.width - x1, self.height - bottom, self.width - x0, self.height - top
        return self.height - bottom, x0, self.height - top, x1

    def back(self, box: Box) -> Box:
        """The inverse of `box`."""
        x0, top, x1, bottom = box
        if self.quarters == 1:
            return self.width - bottom, x0, self.width - top, x1
        if self.quarters == 2:
            return self.width - x1, self.height - bottom, self.width - x0, self.height - top
        return top, self.height - x1, bottom, self.height - x0


@dataclass(slots=True)
class Line:
    """What stands side by side on a page: one line of a column (from 0), or of a cell."""

    runs: list[Run]
    page: Page
    column: int = 0
    x0: float = field(init=False)
    top: float = field(init=False)
    x1: float = field(init=False)
    bottom: float = field(init=False)
    em: float = field(init=False)
    """The width of a Chinese character of the line, else the line's height."""

    def __post_init__(self) -> None:
        self.x0, self.x1 = self.runs[0].lefts[0], self.runs[-1].rights[-1]
        self.top = min(run.top for run in self.runs)
        self.bottom = max(run.bottom for run in self.runs)
        self.em = max(self.runs, key=lambda run: len(run.text)).em

    @property
    def box(self) -> Box:
        return self.page.shown((self.x0, self.top, self.x1, self.bottom))

    @property
    def text(self) -> str:
        return " ".join(run.text for run in self.runs)

    @property
    def confidence(self) -> float | None:
        return min((run.confidence for run in self.runs if run.confidence is not None), default=None)


def first_word(line: Line) -> float:
    """The width of what had to stay together at the line's beginning."""
    run = line.runs[0]
    word = _WORD.match(run.text)
    if run.confidence is not None:
        return run.em * sum(map(columns, word[0] if word else run.text[:1]))
    return run.rights[min(word.end() if word else 1, len(run.text)) - 1] - run.x0


def lines_of(runs: list[Run], page: Page) -> list[Line]:
    """The runs, those side by side joined to lines, from top to bottom."""
    out: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: run.middle):
        last = out[-1] if out else []
        if last and _beside(last, run):
            last.append(run)
        else:
            out.append([run])
    return [Line(sorted(line, key=lambda run: run.x0), page) for line in out]


def _beside(line: list[Run], run: Run) -> bool:
    other = line[-1]
    overlap = min(other.bottom, run.bottom) - max(other.top, run.top)
    return overlap > 0.5 * min(other.height, run.height)


def clusters(values: list[float], tolerance: float) -> list[float]:
    """The values, ascending, those nearer than `tolerance` to the one before taken as one (their mean)."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] <= tolerance:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [sum(group) / len(group) for group in groups]
