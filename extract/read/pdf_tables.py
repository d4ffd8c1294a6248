"""Tables of printed pages: rows of cells, a table that goes on over pages as one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from extract.clean.lines import ENDING, RUNS_ON
from extract.read.pdf_grids import Grid
from extract.read.pdf_page import Line, Run, clusters, first_word, lines_of

Cell = list[Line]

_SAME = 6.0  # points by which a column may lie elsewhere on the next page
_LONGEST_HEAD = 3  # rows
_NUMBER = re.compile(r"[\d.、（()）一二三四五六七八九十]{1,5}$")  # 12, 1.2, （三）
_SPARE = 0.8  # ems that a full line may leave free beyond the next word, which did not fit (a cell's padding)


@dataclass(slots=True)
class Table:
    """Rows of as many cells each; `rights[row][column]` is where the cell ends on the right. `xs` are the borders.

    `top` and `page` say where it begins, `last_page` where it ends.
    """

    rows: list[list[Cell]]
    rights: list[list[float]]
    xs: list[float]
    top: float
    page: int
    last_page: int


def ruled(grid: Grid, runs: Iterable[Run]) -> Table:
    """The grid filled with the runs that stand in it. Where a merged cell goes on, the cell is empty."""
    cells: dict[tuple[int, int], list[Run]] = {}
    for run in runs:
        for piece in run.pieces(grid.borders(run)):
            cells.setdefault(grid.cell_of(piece), []).append(piece)
    rows_count, columns_count = grid.shape
    lines = {place: lines_of(held, grid.page) for place, held in cells.items()}
    rows = [[lines.get((r, c), []) for c in range(columns_count)] for r in range(rows_count)]
    rights = [[grid.cell_right(grid.owner[r][c]) for c in range(columns_count)] for r in range(rows_count)]
    number = grid.page.number
    table = Table(rows, rights, grid.xs, grid.top, number, number)
    table.rows, table.rights = _filled_rows(table)
    return table


def _filled_rows(table: Table) -> tuple[list[list[Cell]], list[list[float]]]:
    kept = [i for i, row in enumerate(table.rows) if any(row)]
    return [table.rows[i] for i in kept], [table.rights[i] for i in kept]


def text_of(cell: Cell) -> str:
    """The cell's words without blanks, to compare and to judge by."""
    return "".join(line.text for line in cell).replace(" ", "")


def goes_on(table: Table, after: Table) -> bool:
    """Whether `after`, the first thing on the next page, has the columns of `table`, the last one on its page."""
    if after.page != table.last_page + 1 or not table.rows or not after.rows:
        return False
    shift = after.xs[0] - table.xs[0]
    if abs((after.xs[-1] - after.xs[0]) - (table.xs[-1] - table.xs[0])) > 2 * _SAME:
        return False
    common = clusters([*table.xs, *(x - shift for x in after.xs)], _SAME)
    return len(common) == max(len(table.xs), len(after.xs))


def join(table: Table, after: Table) -> None:
    """Adds the rows of the next page, without a head that is repeated; a row that the page's end broke is one."""
    shift = after.xs[0] - table.xs[0]
    moved = [x - shift for x in after.xs]
    if len(moved) > len(table.xs):
        _spread(table, moved)
    elif len(moved) < len(table.xs):
        _spread(after, [x + shift for x in table.xs])
    rows, rights = after.rows, after.rights
    head = 0
    while head < min(_LONGEST_HEAD, len(rows), len(table.rows)) and _same(rows[head], table.rows[head]):
        head += 1
    rows, rights = rows[head:], rights[head:]
    if rows and _row_goes_on(table.rows[-1], table.rights[-1], rows[0]):
        table.rows[-1] = [one + other for one, other in zip(table.rows[-1], rows[0], strict=True)]
        rows, rights = rows[1:], rights[1:]
    table.rows += rows
    table.rights += rights
    table.last_page = after.last_page


def _spread(table: Table, xs: list[float]) -> None:
    """Gives the table the borders `xs`, of which its own are some."""
    places = [min(range(len(xs) - 1), key=lambda i: abs(xs[i] - left)) for left in table.xs[:-1]]
    for number, row in enumerate(table.rows):
        wide: list[Cell] = [[] for _ in xs[:-1]]
        rights = list(xs[1:])
        for place, cell, right in zip(places, row, table.rights[number], strict=True):
            wide[place], rights[place] = cell, right
        table.rows[number], table.rights[number] = wide, rights
    table.xs = xs


def _same(row: list[Cell], other: list[Cell]) -> bool:
    return any(row) and [text_of(cell) for cell in row] == [text_of(cell) for cell in other]


def _row_goes_on(last: list[Cell], rights: list[float], first: list[Cell]) -> bool:
    """Whether the first row of a page is the rest of the last row of the page before.

    Then it has words only below cells that have some, no number of its own, and a cell above is unfinished. Below a
    numbered row, fewer cells without a number suffice: a sentence may end just at the page's end.
    """
    filled = [c for c, cell in enumerate(first) if cell]
    if any(not last[c] for c in filled):
        return False
    if any(_NUMBER.match(text_of(first[c])) and _NUMBER.match(text_of(last[c])) for c in filled[:2]):
        return False
    open_cells = [c for c in filled if _unfinished(last[c], rights[c], first[c])]
    if 0 in filled and last[0]:
        return len(open_cells) == len(filled)
    if 0 not in filled and _NUMBER.match(text_of(last[0])) and len(filled) < sum(map(bool, last)) - 1:
        return True
    return bool(open_cells)


def _unfinished(cell: Cell, right: float, after: Cell) -> bool:
    """Whether the words of a cell end at a full line, in mid-sentence, and can go on with those of `after`."""
    line = cell[-1]
    words = text_of(cell)
    if RUNS_ON.search(words):
        return True
    edge = max(other.x1 for other in cell) if len(cell) > 1 else right
    return not ENDING.search(words) and edge - line.x1 < first_word(after[0]) + _SPARE * line.em
