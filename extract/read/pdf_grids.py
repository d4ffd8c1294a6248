"""Ruling lines → grids: cells, merged where no line parts them."""

from __future__ import annotations

from dataclasses import dataclass

from extract.read.pdf_page import Page, Run, clusters

_TOUCH = 3.0  # points between a line's end and the line it meets
_SNAP = 3.0  # points between lines that are one border
_OPEN = 12.0  # points of a row or column below which it is the space between double lines, and none


@dataclass(slots=True)
class Grid:
    """A ruled table on one page. `xs` and `ys` are its borders; `owner[row][column]` is the first cell (row, column)
    of the merged cell that stands there."""

    page: Page
    xs: list[float]
    ys: list[float]
    owner: list[list[tuple[int, int]]]

    @property
    def top(self) -> float:
        return self.ys[0]

    @property
    def bottom(self) -> float:
        return self.ys[-1]

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return len(self.ys) - 1, len(self.xs) - 1

    def holds(self, run: Run) -> bool:
        """Whether the run stands in the grid."""
        middle = (run.x0 + run.x1) / 2
        return self.xs[0] <= middle <= self.xs[-1] and self.ys[0] <= run.middle <= self.ys[-1]

    def cell_of(self, run: Run) -> tuple[int, int]:
        """The (merged) cell in which the run's middle stands."""
        row = _index(self.ys, run.middle)
        return self.owner[row][_index(self.xs, (run.x0 + run.x1) / 2)]

    def borders(self, run: Run) -> list[float]:
        """The vertical borders of the (merged) cells at the run's height."""
        row = self.owner[_index(self.ys, run.middle)]
        return [self.xs[i] for i in range(1, len(row)) if row[i] != row[i - 1]]

    def cell_right(self, cell: tuple[int, int]) -> float:
        """The right border of a merged cell."""
        row, column = cell
        last = column
        while last + 1 < len(self.owner[row]) and self.owner[row][last + 1] == cell:
            last += 1
        return self.xs[last + 1]


def _index(borders: list[float], value: float) -> int:
    inner = sum(border < value for border in borders[1:-1])
    return min(inner, len(borders) - 2)


def grids_of(page: Page) -> list[Grid]:
    """The ruled tables of the page, from top to bottom. A frame around text is none, nor is a column of frames.

    A single row of cells is one: it may be a table's last on this page, or its first.
    """
    out = []
    for across, down in _components(page):
        xs, ys = _borders(across, down)
        if len(xs) < 3 or len(ys) < 2:
            continue
        grid = Grid(page, xs, ys, _owners(xs, ys, across, down))
        if len({cell for row in grid.owner for cell in row}) > 1:
            out.append(grid)
    outer = [g for g in out if not any(_inside(g, other) for other in out if other is not g)]
    return sorted(outer, key=lambda grid: grid.top)


def _inside(grid: Grid, other: Grid) -> bool:
    """Whether a grid lies in a cell of another."""
    return (
        other.xs[0] < grid.xs[0] + _SNAP
        and grid.xs[-1] < other.xs[-1] + _SNAP
        and other.ys[0] < grid.ys[0] + _SNAP
        and grid.ys[-1] < other.ys[-1] + _SNAP
        and other.shape > grid.shape
    )


Lines = list[tuple[float, float, float]]


def _components(page: Page) -> list[tuple[Lines, Lines]]:
    """Lines that touch each other, across and down."""
    groups: list[tuple[Lines, Lines]] = []
    for line in page.across:
        groups.append(([line], []))
    for x, y0, y1 in page.down:
        touched = [group for group in groups if any(_meet(line, (x, y0, y1)) for line in group[0])]
        if not touched:
            continue
        first = touched[0]
        first[1].append((x, y0, y1))
        for other in touched[1:]:
            first[0].extend(other[0])
            first[1].extend(other[1])
        merged = [id(group) for group in touched[1:]]
        groups = [group for group in groups if id(group) not in merged]
    return [group for group in groups if len(group[0]) > 1 and group[1]]


def _meet(across: tuple[float, float, float], down: tuple[float, float, float]) -> bool:
    y, x0, x1 = across
    x, y0, y1 = down
    return x0 - _TOUCH <= x <= x1 + _TOUCH and y0 - _TOUCH <= y <= y1 + _TOUCH


def _borders(across: Lines, down: Lines) -> tuple[list[float], list[float]]:
    """Vertical and horizontal borders; a table that is open at its sides ends where its lines end."""
    xs = clusters([x for x, _, _ in down], _SNAP)
    ys = clusters([y for y, _, _ in across], _SNAP)
    left, right = min(x0 for _, x0, _ in across), max(x1 for _, _, x1 in across)
    top, bottom = min(y0 for _, y0, _ in down), max(y1 for _, _, y1 in down)
    xs = [*([left] if left < xs[0] - _OPEN else []), *xs, *([right] if right > xs[-1] + _OPEN else [])]
    ys = [*([top] if top < ys[0] - _OPEN else []), *ys, *([bottom] if bottom > ys[-1] + _OPEN else [])]
    return xs, ys


def _owners(xs: list[float], ys: list[float], across: Lines, down: Lines) -> list[list[tuple[int, int]]]:
    """The first cell of the merged cell at each place: cells are merged where no line stands between them."""
    rows, columns = len(ys) - 1, len(xs) - 1
    parent = {(r, c): (r, c) for r in range(rows) for c in range(columns)}

    def root(cell: tuple[int, int]) -> tuple[int, int]:
        while parent[cell] != cell:
            cell = parent[cell]
        return cell

    def join(one: tuple[int, int], other: tuple[int, int]) -> None:
        a, b = sorted((root(one), root(other)))
        parent[b] = a

    for r in range(rows):
        for c in range(1, columns):
            if not _drawn(down, xs[c], (ys[r] + ys[r + 1]) / 2):
                join((r, c - 1), (r, c))
    for r in range(1, rows):
        for c in range(columns):
            if not _drawn(across, ys[r], (xs[c] + xs[c + 1]) / 2):
                join((r - 1, c), (r, c))
    return [[root((r, c)) for c in range(columns)] for r in range(rows)]


def _drawn(lines: Lines, at: float, through: float) -> bool:
    return any(abs(line[0] - at) <= _SNAP and line[1] <= through <= line[2] for line in lines)
