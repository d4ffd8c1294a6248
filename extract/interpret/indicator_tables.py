"""Tables of indicators (a column a year or 目标值) and tables that split tasks up among places."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product

from extract.annotate.figures import unit_kinds
from extract.annotate.numerals import ARABIC, SCALE, number_value
from extract.annotate.reading import Reading
from extract.annotate.values import PlaceName
from extract.clean.fold import fold
from extract.interpret.drafts import Draft
from extract.interpret.themes import theme_of
from extract.lexicon import alternation
from extract.outline.model import Cell, Table
from schemas.vocabulary import Change

_NAME = re.compile(r"指标|目标名称|项目名称|名称$|内容|类别")
"""主要|指标 · 建设|内容: the column that names the indicators."""
_UNIT = re.compile(r"单位$")
"""计量|单位."""
_NOT_UNIT = re.compile(r"责任|牵头|配合|实施|负责")
"""牵头|单位: a column of bodies."""
_VALUE = re.compile(r"20\d\d年?|目标值?|预期(?:目标|值)|年均|累计|任务数|计划数")
"""2025年|目标 · “十四五”|累计: a column of values to reach."""
_BASE = re.compile(r"基期|现状|实际|完成值|完成情况|当前|基数|现有|已")
"""2020年|实际 · 2024年|完成情况: what is so already."""
_GROWTH = re.compile(r"年均|增速|增幅|增长")
"""五年|年均|增长(%)."""
_PLACES = re.compile(r"县区|区县|县\(?市|市县|地区|区域|各地|地市|市州|市\(州|乡镇|镇街|单位名称|行政区划")
"""县（市|、区） · 乡镇|名称: the column of places."""
_TOWN = re.compile(r"[\u4e00-\u9fff]{1,8}(?:镇|乡|街道|农场|林场|开发区|园区|管理区|办事处)")
"""长安镇 · 城东街道: no code of its own."""
_WHOLE = re.compile(r"\s*(?:全[省市州县区])?(?:合 ?计|总 ?计|全[省市州县区])\s*")
"""合计 · 全市: all places together."""
_FUNDS = re.compile("资金|补助|补贴|金额")
"""补助|金额(万元): the table deals out money, no tasks."""
_ORDERED = re.compile(r"^20\d\d年度?|(?:任务|计划|目标)数?$")
"""2025年|培训|任务: what is counted, without year and 任务."""
_NUMBERING = re.compile(
    r"^\s*(?:\d{1,3}(?:[.、．] ?|(?=[\u4e00-\u9fff])|\) ?)|\(\d{1,3}\)|[一二三四五六七八九十]+、|[①-⑳])\s*"
)
"""1.|常住人口城镇化率 · （2）|粮食产量 · 三、|民生福祉."""
_MADE = re.compile(r"^其中[:：]\s*|^(?:新建|改建|扩建|建设|建成|打造|创建)(?!项目|面积|数|用地|投资)")
"""其中：|农村公共充电桩, 新建|换电站: no part of what is counted."""
_YEAR = re.compile(r"20\d\d")
_UNIT_WORDS = rf"(?:{alternation(list(unit_kinds()))})(?:/[\u4e00-\u9fff]{{1,4}})?"
_NUMBER = re.compile(
    rf"(?<![\d.])(?P<op>≥|>=|≤|<=|>|<|约|不低于|不少于|不高于|超过|达到|大于|小于)?\s*\(?(?P<n>{ARABIC}(?:{SCALE})?)"
    rf"(?:-{{1,2}}(?P<high>{ARABIC}(?:{SCALE})?))?\]?(?P<u>{_UNIT_WORDS})?(?P<m>以上|左右|以内|以下)?"
)
"""≥95 · 99%以上 · 控制在|5以内 · [6.5] (累计) · 3-5."""
_OPS = {
    "≥": ">=", ">=": ">=", "≤": "<=", "<=": "<=", ">": ">", "<": "<", "约": "~", "不低于": ">=", "不少于": ">=",
    "不高于": "<=", "超过": ">", "达到": ">=", "大于": ">", "小于": "<",
    "以上": ">=", "左右": "~", "以内": "<=", "以下": "<=",
}  # fmt: skip
_SAID_UNIT = re.compile(r"\((?P<u>[^()]{1,10})\)$")
"""产值(亿元), 孕产妇死亡率(1/10万): the unit behind the name."""


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of values: the year of its name, and whether it gives a growth."""

    index: int
    year: int | None
    growth: bool


def find_in_tables(reading: Reading, taken: set[int]) -> list[Draft]:
    """A target for each value cell of each table of indicators and each table that splits a task up among places."""
    out: list[Draft] = []
    for table in reading.outline.tables:
        out += _indicator_rows(reading, table) or list(_place_rows(reading, table))
    return [draft for draft in out if not {id(f) for f in draft.figures} & taken]


_SAID = re.compile(r"(?:评价|考核|指标|目标|工作)(?:标准|要求|值|任务)|目标$")
"""评价|标准 · 考核|要求: a column whose cells say in words what is to be reached (2023年达到80%，力争2035年达到95%)."""


def indicator_at(reading: Reading, offset: int) -> str:
    """The indicator of the row whose cell, in a column of what is to be reached, holds the offset; else empty."""
    if "indicator cells" not in reading.known:
        tables = [table for table in reading.outline.tables if any("指标" in head for head in table.header)]
        reading.known["indicator cells"] = sorted(cell for table in tables for cell in _said_cells(reading, table))
    cells: list[tuple[int, int, str]] = reading.known["indicator cells"]
    index = bisect_right(cells, offset, key=lambda cell: cell[0]) - 1
    return cells[index][2] if index >= 0 and offset < cells[index][1] else ""


def _said_cells(reading: Reading, table: Table) -> Iterator[tuple[int, int, str]]:
    """(start, end, the indicator of its row) of each cell in a column of what is to be reached."""
    names = [i for i, head in enumerate(table.header) if _NAME.search(head)]
    columns = [i for i, head in enumerate(table.header) if _SAID.search(head)]
    for row, i in product(table.rows, columns):
        if name := _name_cell(reading, row, names, i):
            yield row[i].start, row[i].end, _bare_name(reading, name)


def _bare_name(reading: Reading, cell: Cell) -> str:
    """The indicator that a cell names, without its number."""
    words = reading.text[cell.start : cell.end].strip()
    number = _NUMBERING.match(fold(words))
    return _MADE.sub("", words[number.end() :] if number else words)


def _indicator_rows(reading: Reading, table: Table) -> list[Draft]:
    names = [i for i, head in enumerate(table.header) if _NAME.search(head)]
    values = _value_columns(reading, table)
    heads = "".join(table.header)
    units = [i for i, head in enumerate(table.header) if _UNIT.search(head) and not _NOT_UNIT.search(head)]
    plan = bool(units) and any(column.year for column in values) and not _FUNDS.search(heads)
    if not names or not values or not ("指标" in heads or plan):
        return []
    out: list[Draft] = []
    where = next((i for i, head in enumerate(table.header) if _PLACES.search(fold(head))), None)
    for row in table.rows:
        name = _name_cell(reading, row, names, values[0].index)
        if name is not None:
            place = _place_of(reading, row[where]) if where is not None else None
            out += _row(reading, row, name, values, units[0] if units else None, place)
    return out


def _name_cell(reading: Reading, row: tuple[Cell, ...], names: list[int], before: int) -> Cell | None:
    """The cell that names the indicator: the last that is filled of those named so, before the values."""
    for index in reversed([i for i in names if i < before] or names):
        if row[index].end > row[index].start:
            return row[index]
    return None


def _value_columns(reading: Reading, table: Table) -> list[_Column]:
    """The columns that set values out: not what is so, nor the first year of a plan that starts from it."""
    found = []
    for i, head in enumerate(table.header):
        if _VALUE.search(head) and not _BASE.search(head):
            year = _YEAR.search(head)
            found.append(_Column(i, int(year[0]) if year else None, bool(_GROWTH.search(head))))
    years = [column.year for column in found if column.year]
    issued = reading.front.year or (years[0] if years else None)
    starts = len(years) > 1 and years[1] - years[0] > 1 and "目标" not in table.header[found[0].index]
    return [
        column for column in found
        if not (column.year and issued and (column.year < issued or (starts and column.year == years[0] <= issued)))
    ]  # fmt: skip


def _row(
    reading: Reading,
    row: tuple[Cell, ...],
    name: Cell,
    values: list[_Column],
    unit: int | None,
    place: PlaceName | None,
) -> Iterator[Draft]:
    indicator = _bare_name(reading, name)
    said = reading.text[row[unit].start : row[unit].end].strip() if unit is not None else ""
    bracket = _SAID_UNIT.search(fold(indicator))
    if bracket:
        said = said or bracket["u"]
        indicator = indicator[: bracket.start()].strip()
    last = max((column.year for column in values if column.year), default=None)
    for column in values:
        cell = row[column.index]
        match = _NUMBER.search(reading.folded, cell.start, cell.end)
        if match and indicator:
            unit_cell = (row[unit],) if unit is not None else ()
            cells, due = (name, cell, *unit_cell), column.year or last
            yield _draft(reading, indicator, said, match, cells, due, column.growth, place)


def _place_rows(reading: Reading, table: Table) -> Iterator[Draft]:
    """县区 | 新增经营主体(个) | …: what each place has to reach, and all of them together."""
    heads = [fold(head) for head in table.header]
    where = next((i for i, head in enumerate(heads) if _PLACES.search(head)), None)
    if where is None or _FUNDS.search("".join(heads)):
        return
    columns = [(i, head, said) for i, head in enumerate(heads) if (said := _SAID_UNIT.search(head))]
    for row in table.rows:
        place = _place_of(reading, row[where])
        if place is None and not _WHOLE.fullmatch(reading.text, row[where].start, row[where].end):
            continue
        for index, head, said in columns:
            match = _NUMBER.fullmatch(reading.folded, row[index].start, row[index].end)
            if match and not _BASE.search(head):
                year = _YEAR.search(head)
                indicator = _ORDERED.sub("", head[: said.start()])
                cells, due = (row[where], row[index]), int(year[0]) if year else None
                yield _draft(reading, indicator, said["u"], match, cells, due, False, place)


def _place_of(reading: Reading, cell: Cell) -> PlaceName | None:
    """The place that a cell names: one with a code, else a town or street by its name alone."""
    places = reading.places.within(cell.start, cell.end)
    if len(places) == 1:
        return places[0]
    words = reading.text[cell.start : cell.end].strip()
    town = not places and _TOWN.fullmatch(words) and not _WHOLE.fullmatch(words)
    return PlaceName(cell.start, cell.end, words, words, None) if town else None


def _change(indicator: str, growth: bool) -> Change:
    if re.search("下降|降低|减少|压减", indicator):
        return "decrease"
    return "increase" if growth or re.search("增长|增速|新增|净增", indicator) else "total"


def _draft(
    reading: Reading, indicator: str, said: str, match: re.Match[str], cells: tuple[Cell, ...], year: int | None,
    growth: bool, place: PlaceName | None = None,
) -> Draft:  # fmt: skip
    said = "%" if growth and "%" not in said and "百分点" not in said else said
    scale = re.match(SCALE, said)
    own = match["u"] or ""
    times = number_value("1" + scale[0]) if scale and not own else 1
    plain = said[scale.end() :] if scale else said
    front = reading.front
    unit = own or plain or None
    columns = {
        "indicator": indicator, "comparator": _OPS.get(match["op"] or "") or _OPS.get(match["m"] or "") or "=",
        "value": number_value(match["n"]) * times,
        "value_high": number_value(match["high"]) * times if match["high"] else None,
        "unit": "百分点" if unit == "个百分点" else unit, "change": _change(indicator, growth),
        "area": place.full_name if place else front.area, "adcode": place.adcode if place else front.adcode,
        "each": None,
        "due_on": date(year, 12, 31).isoformat() if year else None, "theme": theme_of(indicator),
    }  # fmt: skip
    figures = [figure for cell in cells[1:] for figure in reading.all_figures.within(cell.start, cell.end)]
    start, end = min(cell.start for cell in cells[:2]), max(cell.end for cell in cells[:2])
    return Draft(start, end, "target-table", columns, figures)
