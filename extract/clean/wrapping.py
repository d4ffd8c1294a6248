"""The width at which the lines of a text were broken, where it was broken at a fixed width."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from extract.clean.lines import ENDING, INDENT, INNER, PART, RUNS_ON, Line

_NARROW, _WIDEST = 30, 130  # columns of a text with a fixed line width
_LOST_INDENT = 4  # two Chinese characters
_SLACK = 0.9  # a full line may be shorter than the widest: half-width figures, an indent, a word that did not fit


@dataclass(frozen=True, slots=True)
class Wrapping:
    """A text whose lines were all broken after `width` columns; `indents` if it indents its paragraphs.

    `lost` are the columns of indent that its paragraphs had before they came to us without (PDFs); `pieces` tells
    that a program took what stood in one line of the page for several: 征地信息、| 棚户区改造、| 保障性租赁住房等.
    """

    width: int
    indents: bool
    lost: int
    pieces: bool = False

    @property
    def full(self) -> float:
        """The columns from which a line reaches the width."""
        return _SLACK * self.width

    def is_full(self, line: Line, first: bool = False) -> bool:
        """Whether the line reaches the width; a paragraph's first one with the indent that the reader has lost."""
        lost = self.lost if first and _may_be_prose(line) else 0
        return line.width + lost >= self.full


def _may_be_prose(line: Line) -> bool:
    """No numbered heading: 1．提升文化数字内容智能治理."""
    return not PART.match(line.words) or bool(INNER.search(line.words))


def wrapping(lines: list[Line]) -> Wrapping | None:
    """How the text was broken to lines, where it was broken after a fixed width.

    Then most lines that stop in mid-sentence have just that width and are prose (no list of names), and most of
    the text stands in lines that are not wider.
    """
    open_ended = [line for line in lines if line.width >= _NARROW and not ENDING.search(line.words)]
    if len(open_ended) < 5:
        return None
    if _is_in_pieces(lines):
        return _wrapping_of_pieces(lines)
    counts = Counter(line.width for line in open_ended)
    near = {width: sum(counts[w] for w in range(round(_SLACK * width), width + 1)) for width in counts}
    width = max(near, key=lambda w: (near[w], w))
    beyond = sum(line.width for line in lines if line.width > width + 4)
    if width > _WIDEST or near[width] < 0.6 * len(open_ended) or beyond > 0.3 * sum(line.width for line in lines):
        return None
    full = [line for line in open_ended if _SLACK * width <= line.width <= width]
    if 2 * sum(bool(INNER.search(line.words)) for line in full) < len(full):
        return None
    indents = sum(line.indent >= INDENT for line in lines) > 0.1 * len(lines)
    # What follows a short line (a heading, a paragraph's end) is a paragraph's first line.
    firsts = [b.width for a, b in pairwise(lines) if a.width < 0.8 * width and not ENDING.search(b.words)]
    short = sum(width - 6 <= first <= width - 3 for first in firsts)
    whole = sum(width - 2 <= first <= width for first in firsts)
    return Wrapping(width, indents, _LOST_INDENT if short > whole and not indents else 0)


_INDENTING = 0.03  # share of indented lines that tells that paragraphs are indented
_PIECES = 0.05
"""Share of lines that stop behind a comma far from the width: less in wrapped texts (.02), more in pieces (.09)."""


def _is_in_pieces(lines: list[Line]) -> bool:
    widest = sorted(line.width for line in lines)[int(0.98 * len(lines))]
    short = sum(line.width < _SLACK * widest and bool(RUNS_ON.search(line.words)) for line in lines)
    return widest <= _WIDEST and short > _PIECES * len(lines)


def _wrapping_of_pieces(lines: list[Line]) -> Wrapping | None:
    """The width of the page's lines: the widest that several lines in mid-word have."""
    widths = Counter(line.width for line in lines if not ENDING.search(line.words) and not RUNS_ON.search(line.words))
    common = [width for width, count in widths.items() if width >= _NARROW and count >= max(3, 0.02 * len(lines))]
    indents = _INDENTING * len(lines) < sum(line.indent >= INDENT for line in lines) < len(lines) / 2
    return Wrapping(max(common), indents, 0, pieces=True) if common else None
