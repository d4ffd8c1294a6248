"""Rows that lost cells (merged over columns, or dropped at the line's end): which columns the rest belong to."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations

from extract.clean.lines import Span

Cell = list[Span]
Row = list[Cell]

TOTAL = re.compile(r"(?:资金)?(?:[合总小共累]\s*计|总额|合计金额)")
"""合 计| · 小计| · 资金总计| · 总额|: opens a row of sums."""
WORK = r"(?:(?:按照?职责(?:分工)?|结合实际)?(?:(?:牵头)?负责(?:落实|实施)?|牵头|配合|落实))?"
"""市商务局|按职责分工负责|, 各区政府|结合实际落实|, 市文旅局|牵头|: what the bodies of a cell do."""
# What a cell looks like, tried in this order
_KINDS = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("number", r"\d{1,3}$"),  # 12
        ("item", r"\d{1,3}[.．、]\s*[^\d\s]"),  # 14.改扩建学校
        ("date", r"(?:19|20)\d\d[.．](?:0?[1-9]|1[0-2])$"),  # 2021.8
        ("figure", r"[约≥≤>＜<]?[\d.,]+\s*[%万亿千百]?\s*[元个家人%]?$"),  # 2000, 500万, 12.5%
        ("dash", r"[—\-－–/]+$"),  # ——
        ("date", r".{0,12}(?:[年月日]|底|前|季度)(?:底|前|内|完成)?$"),  # 2019年12月31日前, 年底前
        (
            "bodies",  # 市商务局、各县区政府, 市商务局负责落实
            rf"[^。；]*(?:[局委办厅府部署会院司联社行等]|中心|公司|单位|部门){WORK}$",
        ),
        ("words", r"[^。；]{1,12}$"),
        ("text", r"."),
    )
)


def fit(text: str, rows: list[Row], count: int) -> list[Row]:
    """The rows with `count` cells each.

    A row with fewer gets empty cells where its cells then stand in the columns whose other cells look like them;
    what a row has too many goes into its last cell. A row of one cell (a heading in the table) keeps it first.
    """
    columns: list[Counter[str | None]] = [Counter() for _ in range(count)]
    for row in rows[1:]:
        if len(row) == count:
            for column, cell in zip(columns, row, strict=True):
                column[_kind(text, cell)] += 1
    return [_fitted(text, row, count, columns) for row in rows]


def words_of(text: str, cell: Cell) -> str:
    """The cell's words, its lines joined."""
    return "".join(text[start:end] for start, end in cell)


def _kind(text: str, cell: Cell) -> str | None:
    words = words_of(text, cell)
    return next((name for name, pattern in _KINDS if pattern.match(words)), None)


def _fitted(text: str, row: Row, count: int, columns: list[Counter[str | None]]) -> Row:
    if len(row) == count:
        return row
    if len(row) > count:
        return [*row[: count - 1], [span for cell in row[count - 1 :] for span in cell]]
    if len(row) < 2 or count > 12:
        return row + [[]] * (count - len(row))
    kinds = [_kind(text, cell) for cell in row]
    places: list[tuple[int, ...]] = list(combinations(range(count), len(row)))
    if TOTAL.match(words_of(text, row[0])):
        # A total's name runs over the columns after it: the rest stands as far right as it can.
        places = [place for place in reversed(places) if place[0] == 0]

    likeness = [
        sum(columns[c][kind] / max(1, columns[c].total()) for c, kind in zip(place, kinds, strict=True) if kind)
        for place in places
    ]
    best = dict(zip(places[likeness.index(max(likeness))], row, strict=True))
    return [best.get(column, []) for column in range(count)]
