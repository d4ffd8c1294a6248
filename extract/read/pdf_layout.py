"""The loose lines of a page in reading order: columns of text one after the other, aligned columns as tables."""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median

from extract.clean.lines import PART
from extract.read.pdf_page import Line
from extract.read.pdf_tables import Cell, Table

_GUTTER = 1.0  # ems between two columns of text
_FEWEST_SIDE_BY_SIDE = 8  # lines that show two columns of text
_FULL = 0.75  # how much of its column a line of running text fills
_MIDDLE = (0.3, 0.7)  # where on the page's text the gutter lies

_FEWEST_ROWS = {2: 4, 3: 3}  # rows that make aligned columns a table: more than two signatures side by side have
_APART = 3.0  # lines: rows of a table are nearer
_ROW_GAP = 1.25  # times the usual distance of lines, which parts rows whose cells have several lines
_DIGIT = re.compile(r"\d")


def in_order(lines: list[Line]) -> list[Line]:
    """The lines as they are read: two columns of running text one after the other, between lines over both."""
    gutter = _gutter(lines)
    if gutter is None:
        return lines
    out: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        runs_left = [run for run in line.runs if run.x1 <= gutter]
        runs_right = [run for run in line.runs if run.x0 >= gutter]
        if len(runs_left) + len(runs_right) < len(line.runs):
            out += [*left, *right, line]
            left, right = [], []
            continue
        left += [Line(runs_left, line.page, 1)] if runs_left else []
        right += [Line(runs_right, line.page, 2)] if runs_right else []
    return [*out, *left, *right]


def _gutter(lines: list[Line]) -> float | None:
    """The x between two columns of running text, where the page has them."""
    parted = [line for line in lines if len(line.runs) > 1]
    if len(parted) < _FEWEST_SIDE_BY_SIDE:
        return None
    x0, x1 = min(line.x0 for line in lines), max(line.x1 for line in lines)
    gaps = [
        (a.x1, b.x0)
        for line in parted
        for a, b in pairwise(line.runs)
        if b.x0 - a.x1 >= _GUTTER * line.em and _MIDDLE[0] < ((a.x1 + b.x0) / 2 - x0) / (x1 - x0) < _MIDDLE[1]
    ]
    if len(gaps) < _FEWEST_SIDE_BY_SIDE:
        return None
    begin, end = sorted(a for a, _ in gaps)[int(0.9 * len(gaps))], sorted(b for _, b in gaps)[int(0.1 * len(gaps))]
    middle = (begin + end) / 2
    through = [gap for gap in gaps if gap[0] <= middle <= gap[1]]
    sides = [(run.x0, run.x1) for line in lines for run in line.runs if not run.x0 < middle < run.x1]
    crossing = sum(any(run.x0 < middle < run.x1 for run in line.runs) for line in lines)
    if len(through) < _FEWEST_SIDE_BY_SIDE or crossing > len(through):
        return None
    for low, high in ((x0, begin), (end, x1)):
        widths = [b - a for a, b in sides if low - 1 <= a and b <= high + 1]
        if not widths or median(widths) < _FULL * (high - low):
            return None
    return middle


def with_tables(lines: list[Line]) -> list[Line | Table]:
    """The lines, those that are rows of aligned columns without ruling lines put into tables."""
    out: list[Line | Table] = []
    at = 0
    while at < len(lines):
        found = _aligned(lines, at)
        if found is None:
            out.append(lines[at])
            at += 1
        else:
            table, at = found
            out.append(table)
    return out


def _aligned(lines: list[Line], first: int) -> tuple[Table, int] | None:
    """A table whose first line is `first`, and the line after it."""
    if len(lines[first].runs) < 2:
        return None
    group = [lines[first]]
    columns = _columns(group)
    for line, before in zip(lines[first + 1 :], lines[first:], strict=False):
        wider = _columns([*group, line])
        apart = line.top - before.bottom > _APART * (before.bottom - before.top) or line.page is not before.page
        if apart or len(wider) < 2 or (len(wider) < len(columns) and len(group) > 1) or PART.match(line.text):
            break
        group.append(line)
        columns = wider
    while len(group) > 1 and len(group[-1].runs) == 1:
        group.pop()
    rows = _rows(group, columns)
    full = [row for row in rows if sum(map(bool, row)) > 1]
    fewest = _FEWEST_ROWS.get(len(columns), 3)
    if len(full) < fewest or 2 * len(full) < len(rows):
        return None
    with_figures = sum(any(_DIGIT.search(line.text) for cell in row for line in cell) for row in rows)
    if len(columns) == 2 and 2 * with_figures < len(rows):
        return None
    xs = [columns[0][0], *((a[1] + b[0]) / 2 for a, b in pairwise(columns)), columns[-1][1]]
    page = group[0].page.number
    return Table(rows, [xs[1:] for _ in rows], xs, group[0].top, page, page), first + len(group)


def _columns(lines: list[Line]) -> list[tuple[float, float]]:
    """The stretches of the page's width that the lines' runs cover, from left to right."""
    out: list[tuple[float, float]] = []
    for x0, x1 in sorted((run.x0, run.x1) for line in lines for run in line.runs):
        if out and x0 < out[-1][1] + 1:
            out[-1] = (out[-1][0], max(out[-1][1], x1))
        else:
            out.append((x0, x1))
    return out


def _rows(lines: list[Line], columns: list[tuple[float, float]]) -> list[list[Cell]]:
    """Lines put to rows: by their distances where these differ, else a row begins where the first column does."""
    steps = [b.top - a.top for a, b in pairwise(lines)]
    near = min(steps, default=0)
    by_gap = any(step > _ROW_GAP * near for step in steps) and any(step <= _ROW_GAP * near for step in steps)
    rows: list[list[Cell]] = []
    for index, line in enumerate(lines):
        cells = [[run for run in line.runs if low - 1 <= run.x0 and run.x1 <= high + 1] for low, high in columns]
        begins = bool(cells[0]) or all(cells[1:])
        if not rows or (steps[index - 1] > _ROW_GAP * near if by_gap else begins):
            rows.append([[] for _ in columns])
        for cell, runs in zip(rows[-1], cells, strict=True):
            if runs:
                cell.append(Line(runs, line.page))
    return rows
