"""Tables of indicators: a row an indicator, a column a year or 目标值."""

from __future__ import annotations

import re
from datetime import date

from extract.annotate.figures import unit_kinds
from extract.annotate.numerals import ARABIC, SCALE, number_value
from extract.annotate.reading import Reading
from extract.interpret.drafts import Draft
from extract.interpret.themes import theme_of
from extract.outline.model import Cell, Table

_NAME = re.compile(r"指标|目标名称|项目名称|内容|类别")
_UNIT = re.compile(r"单位$|计量单位")
_VALUE = re.compile(r"(?P<y>20\d\d)年?(?:目标|预期|计划)?|目标值?$|预期(?:目标|值)|规划目标|总体目标")
_BASE = re.compile(r"基期|现状|实际|完成值|当前")
_NUMBER = re.compile(rf"(?P<op>≥|>=|≤|<=|>|<|约|不低于|超过|达到)?(?P<n>{ARABIC}(?:{SCALE})?)(?P<u>%|‰|[\u4e00-\u9fff]{{0,4}})(?P<m>以上|左右|以内)?")
_OPS = {"≥": ">=", ">=": ">=", "≤": "<=", "<=": "<=", ">": ">", "<": "<", "约": "~", "不低于": ">=", "超过": ">", "达到": ">=",
        "以上": ">=", "左右": "~", "以内": "<="}  # fmt: skip


def find_in_tables(reading: Reading, taken: set[int]) -> list[Draft]:
    """A target for each value cell of each table of indicators."""
    out: list[Draft] = []
    for table in reading.outline.tables:
        names = [i for i, head in enumerate(table.header) if _NAME.search(head)]
        values = [i for i, head in enumerate(table.header) if _VALUE.search(head) and not _BASE.search(head)]
        if not names or not values or not re.search("指标", "".join(table.header)):
            continue
        units = [i for i, head in enumerate(table.header) if _UNIT.search(head)]
        for row in table.rows:
            out += _row(reading, table, row, names[-1], values, units[0] if units else None)
    return [draft for draft in out if not {id(f) for f in draft.figures} & taken]


def _row(reading: Reading, table: Table, row: tuple[Cell, ...], name: int, values: list[int], unit: int | None) -> list[Draft]:
    out = []
    indicator = reading.text[row[name].start : row[name].end].strip()
    said = reading.text[row[unit].start : row[unit].end].strip() if unit is not None else ""
    bracket = re.search(r"[（(](?P<u>[^（）()]{1,6})[）)]$", indicator)
    if bracket and not said:
        said = bracket["u"]
        indicator = indicator[: bracket.start()]
    for column in values:
        cell = row[column]
        match = _NUMBER.search(reading.folded, cell.start, cell.end)
        if not match or not indicator:
            continue
        year = re.search(r"20\d\d", table.header[column])
        out.append(_draft(reading, indicator, said, match, row[name], cell, int(year[0]) if year else reading.front.year))
    return out


def _draft(reading: Reading, indicator: str, said: str, match: re.Match[str], name: Cell, cell: Cell, year: int | None) -> Draft:
    scale = re.match(SCALE, said)
    own = match["u"] if match["u"] in unit_kinds() else ""
    unit = own or (said[scale.end() :] if scale else said) or None
    value = number_value(match["n"]) * (number_value("1" + scale[0]) if scale and not own else 1)
    op = _OPS.get(match["op"] or "") or _OPS.get(match["m"] or "") or "="
    front = reading.front
    columns = {
        "indicator": indicator, "comparator": op, "value": value, "value_high": None, "unit": unit,
        "change": "increase" if re.search(r"增长|增速|新增", indicator) else "decrease" if "下降" in indicator or "降低" in indicator else "total",
        "area": front.area, "adcode": front.adcode, "each": None, "due_on": date(year, 12, 31).isoformat() if year else None,
        "theme": theme_of(indicator),
    }  # fmt: skip
    figures = reading.within(reading.all_figures, cell.start, cell.end)
    return Draft(min(name.start, cell.start), max(name.end, cell.end), "target-table", columns, figures)
