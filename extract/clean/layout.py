"""Lines → the clean layout: a paragraph a line, a table row a line, nothing between."""

from __future__ import annotations

from bisect import bisect_left

from extract.clean.fit import Row
from extract.clean.lines import Line, Span, lines_of
from extract.clean.mapped import MappedText, Piece
from extract.clean.paragraphs import paragraphs_of
from extract.clean.pieces import paragraphs_of_pieces
from extract.clean.tables import Grid, grids_of
from extract.clean.wrapping import Wrapping, wrapping


def laid_out(text: MappedText, tables: tuple[Span, ...]) -> tuple[MappedText, list[Span]]:
    """The text with one line a paragraph and one a table row (cells parted by tabs), and the rows' line numbers.

    `tables` are source ranges that the reader knows to be tables. A tab in what comes back parts cells.
    """
    lines = lines_of(text.text)
    grids = grids_of(text.text, lines, _line_ranges(text, lines, tables))
    loose = [n for n, line in enumerate(lines) if line.words]
    taken = {n for grid in grids for n in range(grid.first, grid.after)}
    wrapped = wrapping([lines[n] for n in loose if n not in taken])
    out = _Writer(text.text)
    rows: list[Span] = []
    at = 0
    for grid in [*grids, Grid(len(lines), len(lines), [])]:
        between = [_untabbed(line) for line in lines[at : grid.first] if line.words]
        for paragraph in _grouped([line for line in between if line.words], wrapped):
            out.paragraph(paragraph)
        first = out.lines
        for row in grid.rows:
            out.row(row)
        if grid.rows:
            rows.append((first, out.lines))
        at = grid.after
    return text.assembled(out.pieces), rows


def _grouped(lines: list[Line], wrapped: Wrapping | None) -> list[list[Line]]:
    return paragraphs_of_pieces(lines, wrapped) if wrapped and wrapped.pieces else paragraphs_of(lines, wrapped)


def _untabbed(line: Line) -> Line:
    """A line that is no table's, without the tabs at its edges."""
    words = line.words.strip("\t \u3000")
    start = line.start + line.words.find(words)
    return Line(start, start + len(words), words, line.indent + 4 * line.words.startswith("\t"))


def _line_ranges(text: MappedText, lines: list[Line], tables: tuple[Span, ...]) -> list[Span]:
    """Line indices of source ranges."""
    starts = [line.start for line in lines]
    out = []
    for first, after in tables:
        begin, end = bisect_left(text.origin, first), bisect_left(text.origin, after)
        if begin < end:
            out.append((max(0, bisect_left(starts, begin + 1) - 1), bisect_left(starts, end)))
    return out


class _Writer:
    """Collects the pieces of the new text; separators stand for the character after what they follow."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces: list[Piece] = []
        self.lines = 0
        self._done = 0

    def paragraph(self, lines: list[Line]) -> None:
        self._next_line()
        for line in lines:
            if self._meets(line.start):
                self._insert(" ")
            at = line.start
            for part in line.words.split("\t"):
                if at > line.start:
                    self._insert(" ")
                self._copy(at, at + len(part))
                at += len(part) + 1

    def row(self, cells: Row) -> None:
        self._next_line()
        for number, cell in enumerate(cells):
            if number:
                self._insert("\t")
            for order, (start, end) in enumerate(cell):
                if order:
                    self._insert(" ")
                self._copy(start, end)

    def _meets(self, start: int) -> bool:
        """Whether two lines of a paragraph meet in Latin words, which need a blank between them."""
        if not self.pieces or self.pieces[-1][2]:
            return False
        before, after = self.text[self._done - 1], self.text[start]
        return before.isascii() and after.isascii() and before.isalpha() and after.isalpha()

    def _next_line(self) -> None:
        if self.lines:
            self._insert("\n")
        self.lines += 1

    def _copy(self, start: int, end: int) -> None:
        if end > start:
            self.pieces.append((start, end, ""))
            self._done = end

    def _insert(self, words: str) -> None:
        self.pieces.append((min(self._done, len(self.text) - 1), 0, words))
