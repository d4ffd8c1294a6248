"""Tables of subsidies: a column of what is paid (奖励标准), others of whom it is for and on which conditions."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.annotate.numerals import ARABIC, SCALE, number_value, scale_value
from extract.annotate.reading import Reading
from extract.annotate.values import Figure
from extract.interpret.conditions import Condition, conditions_in
from extract.interpret.drafts import Draft
from extract.interpret.grammar import figure_lists, split_at
from extract.interpret.grants import Grant, find_grants
from extract.interpret.pairing import pair
from extract.interpret.roles import INSTRUMENT, is_limit, roles_of, sum_like
from extract.interpret.subsidy_rows import Promise, draft_of
from extract.interpret.themes import theme_of
from extract.outline.model import Cell, Table
from extract.outline.tables import filled, is_total

_MONEY = r"(?:奖励|补贴|补助|奖补|资助|支持|扶持|激励|津贴|贴息)"
_PAID = re.compile(rf"{_MONEY}(?:资金)?(?:标准|额度|比例|金额|额)|^(?:资助|补贴|奖励|补助)(?:[（(].*)?$")
"""奖励标准 · 补贴金额（万元） · 补助比例: the column of what is paid."""
_WHO = re.compile(r"对象|主体|人群|受益|申报单位|申请人|适用范围")
_GRADE = re.compile(r"等级|级别|类别|类型|档次|层次|名次|奖项|学历|职称")
_ITEM = re.compile(r"项目|事项|内容|名称|政策|条款")
_CONDITION = re.compile(r"条件|要求|门槛|指标|规模")
_NO_PROMISE = re.compile(r"来源|预算|合计|总投资|责任单位|资金下达|分配|拨付|实际")
"""A table of a budget or of payments made has such columns."""
_HEADER_UNIT = re.compile(rf"(?:[（(](?:单位[：:])?)?(?P<s>{SCALE})?元(?:/(?P<per>[^（()）]{{1,8}}))?[）)]?$")
_BARE = re.compile(rf"\s*(?P<a>{ARABIC})(?:\s*(?:-|至)\s*(?P<b>{ARABIC}))?\s*$")


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which column holds what; None where the table has none."""

    paid: tuple[int, ...]
    who: int | None
    grade: int | None
    item: int | None
    condition: int | None


def _columns(table: Table) -> _Columns | None:
    """The columns of a table of subsidies, or None for another table."""
    paid = tuple(i for i, name in enumerate(table.header) if _PAID.search(name))
    if not paid or any(_NO_PROMISE.search(name) for name in table.header):
        return None

    def first(pattern: re.Pattern[str]) -> int | None:
        return next((i for i, name in enumerate(table.header) if i not in paid and pattern.search(name)), None)

    found = _Columns(paid, first(_WHO), first(_GRADE), first(_ITEM), first(_CONDITION))
    named = any(column is not None for column in (found.who, found.grade, found.item, found.condition))
    return found if named else None


def subsidy_tables(reading: Reading) -> list[tuple[Table, _Columns]]:
    """The tables of the notice that promise money."""
    out = []
    for table in reading.outline.tables:
        columns = _columns(table)
        if columns and not any(is_total(reading.text, row) for row in table.rows):
            out.append((table, columns))
    return out


def find_in_tables(reading: Reading) -> list[Draft]:
    """A draft for each amount or share in the paid cells of each table of subsidies."""
    out: list[Draft] = []
    for table, columns in subsidy_tables(reading):
        out += _Table(reading, table, columns).read()
    return out


class _Table:
    """Reads one table row by row; a cell merged over rows stands for each of them."""

    def __init__(self, reading: Reading, table: Table, columns: _Columns) -> None:
        self.reading, self.table, self.columns = reading, table, columns

    def read(self) -> list[Draft]:
        return [draft for index in range(len(self.table.rows)) for draft in self._row(index)]

    def _cell(self, index: int, column: int | None) -> Cell | None:
        """The cell of a row, or the one above it that is merged over it."""
        return filled(self.table, column)[index] if column is not None else None

    def _words(self, index: int, column: int | None) -> str:
        cell = self._cell(index, column)
        return self.reading.text[cell.start : cell.end].strip() if cell else ""

    def _row(self, index: int) -> list[Draft]:
        row = self.table.rows[index]
        condition = self._cell(index, self.columns.condition)
        said = conditions_in(self.reading, condition.start, condition.end) if condition else []
        out: list[Draft] = []
        for column in self.columns.paid:
            for grant in self._grants(row[column], self.table.header[column]):
                out += self._drafts(index, column, grant, said)
        return out

    def _drafts(self, index: int, column: int, grant: Grant, said: list[Condition]) -> list[Draft]:
        who = self._recipient(index)
        out = []
        for group in figure_lists(self.reading.folded, grant.promised, labelled=True):
            paired = pair(self.reading, grant, group, who) if len(group) > 1 else None
            for nth, figure in enumerate(group):
                name = paired.names[nth] if paired and paired.what == "recipient" else who
                promise = Promise(grant, [figure], name, said, "grant-table", group=group, nth=nth)
                out.append(self._named(draft_of(self.reading, promise), index, column, grant))
        return out

    def _named(self, draft: Draft, index: int, column: int, grant: Grant) -> Draft:
        """The draft with what the header and the other cells say of it."""
        header, item = self.table.header[column], self._words(index, self.columns.item)
        instrument = INSTRUMENT.search(header)
        unit = _HEADER_UNIT.search(header)
        columns = draft.columns
        columns["instrument"] = columns["instrument"] or (instrument[0] if instrument else None)
        columns["activity"] = item or self._words(index, self.columns.condition)[:80] or None
        if unit and unit["per"] and columns["kind"] == "fixed" and not columns["per"]:
            columns["per"] = unit["per"]
        columns["theme"] = theme_of(columns["beneficiary"], item, self._words(index, self.columns.condition))
        own = [cell for cell in self.table.rows[index] if cell.end > cell.start and cell.start <= grant.start]
        draft.start = own[0].start if own else grant.start
        return draft

    def _recipient(self, index: int) -> str | None:
        """Whom the row names: the 对象 cell, with the grade where there is one; else the grade or item."""
        who, grade = self._words(index, self.columns.who), self._words(index, self.columns.grade)
        if who and grade and grade not in who:
            return f"{who}（{grade}）"
        return who or grade or self._words(index, self.columns.item) or None

    def _grants(self, cell: Cell, header: str) -> list[Grant]:
        """The promises of a paid cell: 10 under （万元）, 投资额的10%，最高100万元, or whole sentences."""
        folded = self.reading.folded
        unit, bare = _HEADER_UNIT.search(header), _BARE.match(folded, cell.start, cell.end)
        if unit and bare:
            return [_bare_grant(self.reading, cell, bare, scale_value(unit["s"] or ""))]
        out: list[Grant] = []
        for part in split_at(folded, cell.start, cell.end, ";。"):
            out += find_grants(self.reading, part.start, part.end) or self._plain(part.start, part.end)
        return out

    def _plain(self, start: int, end: int) -> list[Grant]:
        """The promise of words without a verb of giving: 投资额的10%,最高100万元."""
        folded, grant = self.reading.folded, Grant(start, end, -1)
        for clause in split_at(folded, start, end, ",:"):
            figures = self.reading.figures.within(clause.start, clause.end)
            roles = roles_of(folded, clause, figures, heard=True, told=False)
            given = [f for f in (*roles.promised, *roles.conditions) if sum_like(f) or f.kind == "share"]
            roles.conditions = [f for f in roles.conditions if f not in given]
            grant.takes(roles)
            if grant.promised and is_limit(folded, given, clause):
                grant.caps += [f for f in given if f.kind != "share"]
            else:
                grant.rates += [f for f in given if f.kind == "share"]
                grant.amounts += [f for f in given if f.kind != "share"]
        return [grant] if grant.promised else []


def _bare_grant(reading: Reading, cell: Cell, match: re.Match[str], scale: int) -> Grant:
    """A number whose unit stands in the header."""
    low, high = number_value(match["a"]) * scale, number_value(match["b"]) * scale if match["b"] else None
    figure = Figure(
        cell.start,
        cell.end,
        "money",
        low,
        high,
        "元",
        None,
        (cell.start, cell.end),
        reading.text[cell.start : cell.end],
    )
    return Grant(cell.start, cell.end, -1, amounts=[figure])
