"""Budgets in tables of funds: a row an item, a column of sums, often one of sources."""

from __future__ import annotations

import re

from extract.annotate.numerals import ARABIC, SCALE, number_value, scale_value
from extract.annotate.reading import Reading
from extract.interpret.drafts import Draft
from extract.interpret.grammar import Ranges
from extract.interpret.subsidy_tables import subsidy_tables
from extract.outline.model import Cell, Table
from extract.outline.tables import column, filled, is_total

_SUM_HEAD = re.compile(r"费用|金额|资金(?!来源)|经费|预算|投资|补助|安排")
_HEAD_UNIT = re.compile(rf"({SCALE})?元")
_ITEM_HEADS = ("项目", "内容", "用途", "名称", "事项", "科目")
_CELL_SUM = re.compile(rf"^\s*(?P<n>{ARABIC})\s*(?P<s>{SCALE})?(?:元)?\s*$")


def find_in_tables(reading: Reading) -> list[Draft]:
    """A draft for each sum of each table of funds; tables of subsidies are none."""
    out: list[Draft] = []
    promised = Ranges([(table.start, table.end) for table, _ in subsidy_tables(reading)])
    for table in reading.outline.tables:
        sums = [i for i, head in enumerate(table.header) if _SUM_HEAD.search(head) and "元" in head]
        if sums and table.start not in promised:
            unit = _HEAD_UNIT.search(table.header[sums[-1]])
            out += _rows(reading, table, sums[-1], scale_value((unit[1] if unit else "") or ""))
    return out


def _rows(reading: Reading, table: Table, amount: int, scale: int) -> list[Draft]:
    source_column = column(table, "资金来源", "来源")
    item_column = column(table, *_ITEM_HEADS)
    sources = filled(table, source_column) if source_column is not None else ()
    out: list[Draft] = []
    above: str | None = None
    for i, row in enumerate(table.rows):
        match = _CELL_SUM.match(reading.folded[row[amount].start : row[amount].end])
        if not match:
            continue
        total = is_total(reading.text, row)
        own = _words(reading, sources[i]) if sources else None
        above = own if own and not total else above
        value = number_value(match["n"]) * (scale_value(match["s"]) if match["s"] else scale)
        item = _words(reading, row[item_column]) if item_column is not None else ""
        if total or not item.strip("—-－ "):
            item = next((words for words in (_words(reading, cell) for cell in row) if words), "合计")
        columns = {"source": above, "item": item, "amount_yuan": value, "frequency": None, "is_total": int(total)}
        cells = [cell for cell in row if cell.end > cell.start]
        figures = reading.all_figures.within(row[amount].start, row[amount].end)
        out.append(Draft(cells[0].start, cells[-1].end, "budget-table", columns, figures))
    return out


def _words(reading: Reading, cell: Cell) -> str:
    return reading.text[cell.start : cell.end].strip()
