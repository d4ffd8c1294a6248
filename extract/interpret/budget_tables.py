"""Budgets in tables of funds: a row an item or a place, a column a purse, or one of sums beside one of sources."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.annotate.reading import Reading
from extract.clean.fit import TOTAL
from extract.clean.fold import fold
from extract.interpret.drafts import Draft
from extract.interpret.grammar import Ranges
from extract.interpret.money_columns import (
    MoneyUnit,
    caption_of,
    is_number,
    says_yuan,
    sum_in,
    unit_above,
    unit_in,
    without_unit,
)
from extract.interpret.subsidy_tables import subsidy_tables
from extract.outline.model import Cell, Table
from extract.outline.tables import filled, is_total

_LEVEL = r"(?:中央|国家(?!级)|自治区|省|市|州|盟|地|区|县|旗|乡镇|镇|乡|市县|县区|区县|地方|上级|本级|各级)(?:级|本级)?"
_SUM_HEAD = re.compile(
    rf"费用|金额|资金(?!来源)|经费|预算|投资|补助|奖补|安排|配套|拨付|下达|小计|合计|总计|总额|^{_LEVEL}(?:财政)?$|自筹|贷款"
)
"""资金安排 · 下达金额 · 县级配套 · 小计 · 省级."""
_NO_SUM = re.compile(
    r"标准|比例|占比|率$|单价|均价|人数|户数|(?<!预算)(?<!安排)(?<!下达)(?<!资金)(?<!金额)(?<!投资)数量?$|面积|产值|收入|营收|税|销售|交易|营业|授信|融资|"
    r"担保|保费|收费|罚|利润|进度|时间|日期|年限|来源|文号|备注|说明|内容|名称|依据|方式|科目|元/|最高|上限|封顶|限额"
)
"""补助标准 · 预算科目 · 资金文号: no sums of money set aside."""
_NO_FUNDS = re.compile(r"收费|处罚|罚款|违法|指标|目标值|营业收入|授信|贷款(?:银行|余额)|中标|成交")
"""A table with such a column is about other money."""
_OWN_MONEY = re.compile(r"自筹|自有|社会|企业|业主|银行|贷款|群众|个人|自投|其他资金")
"""企业自筹, 银行贷款: not public."""
_INVESTED = re.compile(r"总投资|投资额|投资总额|投资规模|估算|概算|计划投资|完成投资|总费用")
"""项目|总投资 · 工程|概算: what is invested, not what is set aside."""
_WHOLE = re.compile(r"小计|合计|总计|总额|总投资")
"""资金|合计 · 小计: a column that sums up the others."""
_PURSE = re.compile(
    rf"(?:{_LEVEL}(?:财政)?|财政|债券|专项债|彩票公益金|预算内)(?:预算内|专项|衔接|配套|补助|奖补|债券|统筹|安排|拨付|下达)*(?:资金|投资|补助|经费|金额)?"
)
"""中央资金 · 县级配套 · 省级财政专项资金 · 中央预算内投资: a name of who pays."""
_OVER = re.compile(r"^(?:资金来源|资金安排|资金构成|总投资|投资|资金)(?=.)|^其中:?")
"""资金来源|中央资金, 其中：|财政资金: the name over several columns."""
_AMONG = re.compile(r"^其中:?")
"""其中：|财政资金."""
_ITEM_HEADS = ("项目", "内容", "用途", "名称", "事项", "科目")
_NUMBERED = re.compile(r"[\d.、()]*$|[一二三四五六七八九十]+$")
"""1. · (2) · 三: a cell that only counts."""
_SUMMED = re.compile(r"全[省市州区县](?:合计|总计)?$|.{0,12}(?:合计|小计|总计)$")
"""全市合计 · 工业项目小计."""


@dataclass(frozen=True, slots=True)
class _Sums:
    """A column of sums: who pays them, if its name says so, and whether they sum up the other columns."""

    index: int
    unit: MoneyUnit | None
    source: str | None
    total: bool


def find_in_tables(reading: Reading) -> list[Draft]:
    """A draft for each sum of each table of funds; tables of subsidies are none."""
    out: list[Draft] = []
    promised = Ranges([(table.start, table.end) for table, _ in subsidy_tables(reading)])
    for table in reading.outline.tables:
        if table.header and table.start not in promised:
            sums = _columns_of_sums(reading, table)
            if sums:
                out += _rows(reading, table, sums)
    return out


def _columns_of_sums(reading: Reading, table: Table) -> list[_Sums]:
    """The columns of public money, without those of other money and of investments that it is a part of."""
    heads = [fold(head) for head in table.header]
    if _NO_FUNDS.search(" ".join(heads)):
        return []
    above = unit_above(caption_of(reading, table))
    found: dict[int, MoneyUnit | None] = {}
    for i, head in enumerate(heads):
        name = _own_name(head)
        if not _SUM_HEAD.search(name) or "元/" in head or (_NO_SUM.search(name) and not _OWN_MONEY.search(name)):
            continue
        cells = [row[i] for row in table.rows if row[i].end > row[i].start]
        unit = unit_in(head) or (found.get(i - 1) if _is_part(without_unit(head)) else None) or above
        numbers = sum(is_number(reading, cell) for cell in cells)
        if 2 * numbers >= len(cells) and numbers and (unit or all(says_yuan(reading, cell) for cell in cells)):
            found[i] = unit
    names = {i: _own_name(heads[i]) for i in found}
    public = _public(names)
    return [
        _Sums(
            i,
            found[i],
            names[i] if _PURSE.fullmatch(names[i]) else None,
            _is_whole(reading, table, i, names, public, found),
        )
        for i in public
    ]


def _own_name(head: str) -> str:
    """The name of a column without its unit and without the name that stands over several."""
    name = without_unit(head)
    words = _OVER.sub("", name)
    return words if _PURSE.fullmatch(words) or _OWN_MONEY.search(words) or _WHOLE.fullmatch(words) else name


def _is_part(name: str) -> bool:
    """其中：财政资金, 自筹资金 beside 总投资（万元）: the unit of the column before holds for it too."""
    return bool(_AMONG.match(name) or _PURSE.fullmatch(name) or _OWN_MONEY.search(name))


def _public(names: dict[int, str]) -> list[int]:
    private = {i for i, name in names.items() if _OWN_MONEY.search(name)}
    rest = [i for i in names if i not in private]
    set_aside = [i for i in rest if not _INVESTED.search(names[i])]
    purses = [i for i in set_aside if not _WHOLE.search(names[i])]
    if private:
        return purses  # what is invested in all is partly the builder's own
    return set_aside if purses else rest


def _is_whole(
    reading: Reading, table: Table, index: int, names: dict[int, str], public: list[int],
    units: dict[int, MoneyUnit | None],
) -> bool:  # fmt: skip
    """Whether a column sums up the others: by its name, or in each of two rows and more."""
    others = [i for i in public if i != index]
    if not others:
        return False
    if _WHOLE.search(names[index]):
        return True
    rows = []
    for row in table.rows if len(others) > 1 else ():
        values = [sum_in(reading, row[i], units[i]) for i in (index, *others)]
        if values[0]:
            rows.append(abs(values[0].value - sum(value.value for value in values[1:] if value)) < 0.5)
    return len(rows) > 1 and all(rows)


def _rows(reading: Reading, table: Table, sums: list[_Sums]) -> list[Draft]:
    source_column = _column_of_words(reading, table, ("来源",))
    item_column = _column_of_words(reading, table, _ITEM_HEADS)
    items = filled(table, item_column) if item_column is not None else ()
    sources = filled(table, source_column) if source_column is not None else ()
    out: list[Draft] = []
    above: str | None = None
    for i, row in enumerate(table.rows):
        total = is_total(reading.text, row) or _is_summed(reading, row[: sums[0].index])
        own = _words(reading, sources[i]) if sources else None
        above = own if own and not total else above
        item = _item(reading, row, items[i] if items else None, total, sums[0].index)
        out += _cells(reading, row, sums, item, above, total)
    return out


def _column_of_words(reading: Reading, table: Table, names: tuple[str, ...]) -> int | None:
    """The first column that is named so and holds words, no numbers (项目数)."""
    for name in names:
        for i, head in enumerate(table.header):
            if name in head and not all(is_number(reading, row[i]) or row[i].end == row[i].start for row in table.rows):
                return i
    return None


def _cells(
    reading: Reading, row: tuple[Cell, ...], sums: list[_Sums], item: str, source: str | None, total: bool
) -> list[Draft]:
    """A draft for each sum of the row; the quote is the row, which shows what the sum is for."""
    out = []
    filled_cells = [cell for cell in row if cell.end > cell.start]
    for one in sums:
        figure = sum_in(reading, row[one.index], one.unit)
        if figure is None:
            continue
        columns = {
            "source": one.source or source, "item": item, "amount_yuan": figure.high or figure.value,
            "frequency": None, "is_total": int(total or one.total),
        }  # fmt: skip
        figures = reading.all_figures.within(row[one.index].start, row[one.index].end)
        out.append(Draft(filled_cells[0].start, filled_cells[-1].end, "budget-table", columns, list(figures)))
    return out


def _item(reading: Reading, row: tuple[Cell, ...], cell: Cell | None, total: bool, first_sum: int) -> str:
    """What the row's money is for: its item (a cell merged over rows stands for each), else the first words of it."""
    own = _words(reading, cell) if cell is not None and not total else ""
    if own.strip("—-－ "):
        return own
    words = [_words(reading, one) for one in row[:first_sum] or row]
    return next((one for one in words if one and not _NUMBERED.fullmatch(one)), "合计")


def _is_summed(reading: Reading, cells: tuple[Cell, ...]) -> bool:
    words = [_words(reading, cell) for cell in cells]
    return any(TOTAL.match(one) or _SUMMED.fullmatch(one) for one in words if one)


def _words(reading: Reading, cell: Cell) -> str:
    return reading.text[cell.start : cell.end].strip()
