"""Columns of money: their unit, in the column's name or said once for the table (单位：万元), and their numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.annotate.numerals import ARABIC, SCALE, number_value, scale_value
from extract.annotate.reading import Reading
from extract.annotate.values import Figure
from extract.outline.model import Cell, Table

_YUAN = rf"(?P<s>{SCALE})?元(?:/(?P<per>[^()/,;。\s]{{1,8}}(?:/[^()/,;。\s]{{1,4}})?))?"
_IN_NAME = re.compile(rf"(?:\((?:单位:?)?(?:人民币)?)?{_YUAN}(?:\)|$)")
"""金额（万元） · 奖励标准（单位：万元） · 补助标准（元/亩） · 金额万元."""
_FOR_TABLE = re.compile(rf"(?:单位[:\s]*|\()(?:人民币)?{_YUAN}(?=[)、,\s]|$)")
"""单位：万元 · 资金分配表（万元)."""
_NUMBER = re.compile(
    rf"\s*(?P<max>≤|<=|最高(?:不超过)?|不超过|不高于)?\s*(?P<n>{ARABIC})(?:\s*(?:-{{1,2}}|至|~)\s*(?P<m>{ARABIC}))?\s*"
    rf"(?P<s>{SCALE})?(?P<u>元)?\s*(?P<in>以内|以下)?\s*$"
)
"""300 · 1,200.5 · 500万 · 10-50 · 不超过|50 · 50|以内."""
_LEADS_TO = re.compile(r"[^。;\n]{0,80}(?:下表|附表|下列标准|以下标准|如下标准|标准如下|如下)[^。;\n]{0,20}[。:;]?$")
"""…,按下表给予补助。: the sentence right above that the table fills in."""
_LINES_ABOVE = 3
_LONGEST_LINE = 60


@dataclass(frozen=True, slots=True)
class MoneyUnit:
    """How many yuan a number of the column stands for, and what it is multiplied with (元/亩: 亩)."""

    scale: int
    per: str | None


def caption_of(reading: Reading, table: Table) -> str:
    """The lines right above the table, its title and unit, and the rows above the columns' names; folded."""
    folded, begin = reading.folded, table.start
    for _ in range(_LINES_ABOVE):
        line = folded.rfind("\n", 0, max(begin - 1, 0)) + 1
        words = folded[line:begin].strip()
        lead = _LEADS_TO.search(words)
        if lead:
            begin = line + folded[line:begin].index(lead[0])
            break
        if len(words) > _LONGEST_LINE or "\t" in words or words.endswith(("。", ";")) or line == begin:
            break
        begin = line
    names = folded.find(table.header[0], table.start) if table.header else table.start
    return folded[begin : max(names, table.start)]


def unit_in(name: str) -> MoneyUnit | None:
    """The unit that a column's name says (folded)."""
    return _unit(_IN_NAME.search(name))


def unit_above(caption: str) -> MoneyUnit | None:
    """The unit that is said once for the table."""
    for line in caption.split("\n"):
        unit = _unit(_FOR_TABLE.search(line))
        if unit:
            return unit
    return None


def without_unit(name: str) -> str:
    """The column's name (folded) without its unit."""
    return _IN_NAME.sub("", name).strip()


def _unit(match: re.Match[str] | None) -> MoneyUnit | None:
    return MoneyUnit(scale_value(match["s"] or ""), match["per"]) if match else None


def is_number(reading: Reading, cell: Cell) -> bool:
    """Whether the cell holds a number and, if anything, 万元 behind it."""
    return bool(_NUMBER.match(reading.folded, cell.start, cell.end))


def says_yuan(reading: Reading, cell: Cell) -> bool:
    """Whether the cell holds a number with 元 behind it."""
    match = _NUMBER.match(reading.folded, cell.start, cell.end)
    return match is not None and match["u"] is not None


def sum_in(reading: Reading, cell: Cell, unit: MoneyUnit | None) -> Figure | None:
    """The sum of a cell that holds a number and nothing else, in the cell's own unit or else the column's."""
    match = _NUMBER.match(reading.folded, cell.start, cell.end)
    if match is None or (unit is None and not match["u"]):
        return None
    own = match["s"] or match["u"]
    scale = scale_value(match["s"] or "") if own else (unit.scale if unit else 1)
    low = round(number_value(match["n"]) * scale, 6)
    high = round(number_value(match["m"]) * scale, 6) if match["m"] else None
    words, op = reading.text[cell.start : cell.end], "<=" if match["max"] or match["in"] else None
    return Figure(cell.start, cell.end, "money", low, high, "元", op, (cell.start, cell.end), words)


def share_in(reading: Reading, cell: Cell) -> Figure | None:
    """The share of a cell that holds a number and nothing else, under a name that says %."""
    match = _NUMBER.match(reading.folded, cell.start, cell.end)
    if match is None or match["s"] or match["u"]:
        return None
    low, high = number_value(match["n"]), number_value(match["m"]) if match["m"] else None
    words, op = reading.text[cell.start : cell.end], "<=" if match["max"] or match["in"] else None
    return Figure(cell.start, cell.end, "share", low, high, "%", op, (cell.start, cell.end), words)
