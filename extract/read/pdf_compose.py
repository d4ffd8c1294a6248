"""Pages → the text of a source: a line a paragraph, a line a table row, and the place of every printed line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extract.clean.lines import ENDING
from extract.read.pdf_furniture import without_furniture
from extract.read.pdf_grids import Grid, grids_of
from extract.read.pdf_layout import in_order, with_tables
from extract.read.pdf_page import Line, Page, Run, lines_of
from extract.read.pdf_paragraphs import is_indented, paragraphs_of
from extract.read.pdf_tables import Cell, Table, goes_on, join, ruled, text_of
from extract.read.source import Place

_INDENT = "\u3000\u3000"
_WIDE_GAP = 1.5  # ems between two runs that part two things: 浙江省经济和信息化厅　　浙江省发展和改革委员会
_LATIN = re.compile(r"[A-Za-z0-9]")
_FACT = re.compile(r"[\[【]?([\u4e00-\u9fff]{2,8})[\]】]?[:：]$")  # 索引号：
_FEWEST_FACTS = 3  # such cells that make the first table of a printed web page a box of facts about the notice

Block = Line | Table


@dataclass(slots=True)
class Composed:
    """The words in reading order, ranges of table rows, places, and what a site's box says of the notice."""

    text: str
    tables: tuple[tuple[int, int], ...]
    places: tuple[Place, ...]
    said: dict[str, str] = field(default_factory=dict)


def compose(pages: list[Page]) -> Composed:
    """The pages' words in reading order, without page furniture; tables over several pages as one."""
    writer = _Writer()
    said: dict[str, str] = {}
    lines: list[Line] = []
    for block in _joined(_blocks(pages)):
        if isinstance(block, Line):
            lines.append(block)
            continue
        facts = _facts(block) if block.page == 1 and not any(ENDING.search(line.text) for line in lines) else {}
        if facts:
            said = facts | said
            continue
        writer.paragraphs(lines)
        lines = []
        writer.table(block)
    writer.paragraphs(lines)
    return Composed("".join(writer.pieces), tuple(writer.tables), tuple(writer.places), said)


def _blocks(pages: list[Page]) -> list[Block]:
    """Lines and tables of all pages in the order in which they are read."""
    grids = [grids_of(page) if page.across and page.down else [] for page in pages]
    held: list[list[list[Run]]] = [[[] for _ in found] for found in grids]
    loose = []
    for page, found, taken in zip(pages, grids, held, strict=True):
        free = _sorted_out(page, found, taken) if found else page.runs
        loose.append(lines_of(free, page))
    kept = without_furniture(loose, [page.height for page in pages])
    out: list[Block] = []
    for lines, found, taken in zip(kept, grids, held, strict=True):
        tables = [ruled(grid, runs) for grid, runs in zip(found, taken, strict=True)]
        out += _between(lines, [table for table in tables if table.rows])
    return out


def _sorted_out(page: Page, grids: list[Grid], taken: list[list[Run]]) -> list[Run]:
    """Puts the runs that stand in a grid into `taken`; gives the others."""
    free = []
    for run in page.runs:
        index = next((i for i, grid in enumerate(grids) if grid.holds(run)), None)
        if index is None:
            free.append(run)
        else:
            taken[index].append(run)
    return free


def _between(lines: list[Line], tables: list[Table]) -> list[Block]:
    """Loose lines and ruled tables of a page, from top to bottom."""
    out: list[Block] = []
    rest = lines
    for table in tables:
        above = [line for line in rest if line.top < table.top]
        rest = [line for line in rest if line.top >= table.top]
        out += [*with_tables(in_order(above)), table]
    return [*out, *with_tables(in_order(rest))]


def _joined(blocks: list[Block]) -> list[Block]:
    """A table that goes on at the top of the next page is one with the table at the bottom of the page."""
    out: list[Block] = []
    for block in blocks:
        last = out[-1] if out else None
        if isinstance(block, Table) and isinstance(last, Table) and goes_on(last, block):
            join(last, block)
        else:
            out.append(block)
    return [part for block in out for part in ([block] if isinstance(block, Line) else _table_or_lines(block))]


def _table_or_lines(table: Table) -> list[Block]:
    """The table, or its lines where it is but a row or a column of frames around text."""
    columns = sum(any(row[c] for row in table.rows) for c in range(len(table.xs) - 1))
    if len(table.rows) > 1 and columns > 1:
        return [table]
    return [line for row in table.rows for cell in row for line in cell]


def _facts(table: Table) -> dict[str, str]:
    """What a box on a printed web page says of the notice: 索引号：…  发布机构：…; empty for a table of the notice."""
    out: dict[str, str] = {}
    labels = 0
    for row in table.rows:
        words = [text_of(cell) for cell in row]
        for name, value in zip(words, [*words[1:], ""], strict=True):
            label = _FACT.match(name)
            labels += label is not None
            if label and value and not _FACT.match(value):
                out.setdefault(label[1], value)
    return out if labels >= max(_FEWEST_FACTS, len(table.rows)) else {}


class _Writer:
    """Collects words, and where they stand."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.tables: list[tuple[int, int]] = []
        self.places: list[Place] = []
        self._length = 0

    def paragraphs(self, lines: list[Line]) -> None:
        """A line for each paragraph; an indent where the print has one, since it says that a paragraph begins."""
        if not lines:
            return
        left = min(line.x0 for line in lines)
        for paragraph in paragraphs_of(lines):
            self._end_line()
            if is_indented(paragraph, left):
                self._put(_INDENT)
            self._lines(paragraph)

    def table(self, table: Table) -> None:
        """A line for each row, its cells parted by tabs."""
        columns = [c for c in range(len(table.xs) - 1) if any(row[c] for row in table.rows)]
        self._end_line()
        start = self._length
        for number, row in enumerate(table.rows):
            if number:
                self._put("\n")
            for order, column in enumerate(columns):
                if order:
                    self._put("\t")
                self._cell(row[column])
        self.tables.append((start, self._length))

    def _cell(self, cell: Cell) -> None:
        for number, paragraph in enumerate(paragraphs_of(cell) if cell else ()):
            if number:
                self._put(" ")
            self._lines(paragraph)

    def _lines(self, lines: list[Line]) -> None:
        for line in lines:
            words = _words(line)
            if line is not lines[0] and _apart(self.pieces[-1], words):
                self._put(" ")
            start = self._length
            self._put(words)
            self.places.append(Place(start, self._length, line.page.number, _rounded(line), line.confidence))

    def _end_line(self) -> None:
        if self.pieces:
            self._put("\n")

    def _put(self, words: str) -> None:
        self.pieces.append(words)
        self._length += len(words)


def _apart(before: str, words: str) -> bool:
    """Whether a blank parts what two lines of a paragraph meet in: Latin words, but no broken figure."""
    if before[-1].isdigit() and words[0].isdigit():
        return False
    return bool(_LATIN.match(before[-1]) and _LATIN.match(words))


def _words(line: Line) -> str:
    """The line's words, its runs parted by a blank; a tab never, as it would part cells."""
    out = line.runs[0].text
    for before, run in zip(line.runs, line.runs[1:], strict=False):
        out += (_INDENT if run.x0 - before.x1 > _WIDE_GAP * line.em else " ") + run.text
    return out


def _rounded(line: Line) -> tuple[float, float, float, float]:
    x0, top, x1, bottom = (round(value, 1) for value in line.box)
    return x0, top, x1, bottom
