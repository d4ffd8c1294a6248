"""Tables of subsidies: a column of what is paid (奖励标准), others of whom it is for and on which conditions."""

from __future__ import annotations

import re

from extract.annotate.reading import Reading
from extract.clean.fold import fold
from extract.interpret import terms
from extract.interpret.conditions import Condition, steps_among
from extract.interpret.drafts import Draft
from extract.interpret.grammar import figure_lists, split_at
from extract.interpret.grants import Grant, find_grants
from extract.interpret.money_columns import says_yuan, share_in, sum_in, without_unit
from extract.interpret.names import is_generic, noun_phrase
from extract.interpret.pairing import pair
from extract.interpret.roles import INSTRUMENT, is_limit, roles_of, sum_like
from extract.interpret.subsidy_columns import Ceiling, Columns, Paid, columns_of, whole_name
from extract.interpret.subsidy_rows import Promise, draft_of
from extract.interpret.table_conditions import conditions_of_cell
from extract.interpret.table_terms import FREE, noted_for, noted_terms, term_column, term_in
from extract.interpret.themes import theme_of
from extract.interpret.tiers import tiers_of
from extract.outline.model import Cell, Table
from extract.outline.tables import filled, is_total


def subsidy_tables(reading: Reading) -> list[tuple[Table, Columns]]:
    """The tables of the notice that promise money."""
    if "subsidy_tables" not in reading.known:
        out = []
        for table in reading.outline.tables:
            columns = columns_of(reading, table)
            if columns and not any(is_total(reading.text, row) for row in table.rows):
                out.append((table, columns))
        reading.known["subsidy_tables"] = out
    found: list[tuple[Table, Columns]] = reading.known["subsidy_tables"]
    return found


def find_in_tables(reading: Reading) -> list[Draft]:
    """A draft for each amount or share in the paid cells of each table of subsidies."""
    out: list[Draft] = []
    for table, columns in subsidy_tables(reading):
        out += _Table(reading, table, columns).read()
    return out


_ALLOWANCE = re.compile("津贴")
"""生活津贴（元/月）: a word for what is paid that is none in sentences."""

_BENEFIT = re.compile(r"(?:奖励|补贴|补助|奖补|资助|津贴|奖金)$")
"""地接奖励, 租房补贴: what is paid, and nobody who gets it."""
_FOR = re.compile(r"(?:^|[,。;:\d.、)])对(?P<who>[^,;。\d]{2,16}?)的?,?(?:分别)?(?:按|给予|参照)")
"""对|旅行社|按下表给予奖励."""

_FOR_WHOM = re.compile(r"(?<![面针应绝相])对(?!其(?!他)|接|外|口)(?P<who>[^。；;\n]{2,60}?)[，,]?(?:进行|给予|予以)")
"""对|采用先进设备的企业，且投资100万元以上的|给予补助。"""


class _Table:
    """Reads one table row by row; a cell merged over rows stands for each of them."""

    def __init__(self, reading: Reading, table: Table, columns: Columns) -> None:
        self.reading, self.table, self.columns = reading, table, columns
        self.terms = noted_terms(reading, table)
        self.term = term_column([without_unit(fold(name)) for name in table.header])

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
        said: list[Condition] = []
        for column in self.columns.conditions:
            cell = self._cell(index, column)
            if cell:
                said += conditions_of_cell(self.reading, self.table.header[column], cell)
        out: list[Draft] = []
        for paid in self.columns.paid:
            for grant in self._grants(row[paid.index], paid):
                out += self._drafts(index, paid, grant, said)
            if FREE.match(self.reading.folded, row[paid.index].start, row[paid.index].end):
                out.append(self._free(index, paid))
        for ceiling in self.columns.ceilings:
            self._limit(index, ceiling, out)
        return out

    def _drafts(self, index: int, paid: Paid, grant: Grant, said: list[Condition]) -> list[Draft]:
        who = self._recipient(index, paid)
        out = []
        for group in figure_lists(self.reading.folded, grant.promised, labelled=True):
            steps = steps_among(self.reading, said, len(group))
            if steps:
                rest = [condition for condition in said if condition.figure not in steps.figures]
                promise = Promise(
                    grant, group, who, rest, "grant-table", kind="tiered",
                    tiers=tiers_of(steps, group), thresholds=list(steps.figures),
                )  # fmt: skip
                out.append(self._named(draft_of(self.reading, promise), index, paid, grant))
                continue
            paired = pair(self.reading, grant, group, who) if len(group) > 1 else None
            for nth, figure in enumerate(group):
                name = paired.names[nth] if paired and paired.what == "recipient" else who
                promise = Promise(grant, [figure], name, said, "grant-table", group=group, nth=nth)
                out.append(self._named(draft_of(self.reading, promise), index, paid, grant))
        return out

    def _free(self, index: int, paid: Paid) -> Draft:
        """The row of a cell that lets the whole off: 免租入住."""
        cell = self.table.rows[index][paid.index]
        columns = {
            "beneficiary": self._recipient(index, paid), "activity": None, "kind": "full", "amount_yuan": None,
            "per": None, "base": None, "cap_yuan": None, "instrument": "减免", "frequency": None,
            "duration_years": None, "payer": None, "upper_bound": 0, "stacks": 0,
        }  # fmt: skip
        return self._named(
            Draft(cell.start, cell.end, "grant-table", columns), index, paid, Grant(cell.start, cell.end, -1)
        )

    def _named(self, draft: Draft, index: int, paid: Paid, grant: Grant) -> Draft:
        """The draft with what the header and the other cells say of it."""
        item = self._words(index, self.columns.item)
        told = self._words(index, self.columns.told).strip("—-－–/ ")
        head = self.table.header[paid.index]
        called = self._words(index, self.columns.grade) or item
        said = (
            INSTRUMENT.search(head),
            _ALLOWANCE.search(head),
            INSTRUMENT.search(called) if _BENEFIT.search(called) else None,
        )
        instrument = next(filter(None, said), None) or INSTRUMENT.search(self.columns.caption)
        columns = draft.columns
        columns["instrument"] = columns["instrument"] or (instrument[0] if instrument else None)
        columns["activity"] = paid.benefit or item or told[:80] or None
        columns["payer"] = columns["payer"] or paid.payer or self._words(index, self.columns.source)[:20] or None
        if paid.unit and paid.unit.per and columns["kind"] == "fixed" and not columns["per"]:
            columns["per"] = paid.unit.per
            times = {"月": "monthly", "年": "yearly"}
            columns["frequency"] = columns["frequency"] or times.get(paid.unit.per.split("/")[-1])
        if columns["kind"] == "rate" and not columns["base"]:
            columns["base"] = self._words(index, self.columns.base) or None
        if paid.bound:
            columns["upper_bound"] = 1
        self._last(draft, index, paid)
        columns["theme"] = theme_of(columns["beneficiary"], item, told, paid.benefit, self.columns.caption)
        own = [cell for cell in self.table.rows[index] if cell.end > cell.start and cell.start <= grant.start]
        draft.start = own[0].start if own else grant.start
        return draft

    def _last(self, draft: Draft, index: int, paid: Paid) -> None:
        """Sets how long it is paid, if a column of the table or the note below it says so."""
        if draft.columns["duration_years"] is not None:
            return
        cell = self._cell(index, self.term)
        lasting = term_in(self.reading, cell) if cell else None
        if lasting is None:
            regular = draft.columns["frequency"] in ("monthly", "yearly")
            benefits = [one.benefit for one in self.columns.paid if one.benefit]
            lasting = noted_for(self.terms, paid.benefit, benefits, regular)
        if lasting is not None:
            draft.columns["duration_years"] = terms.years(lasting)
            draft.figures.append(lasting)

    def _recipient(self, index: int, paid: Paid) -> str | None:
        """Whom the row names: the 对象 cell, with the grade where there is one; else the grade or item."""
        who, grade = self._words(index, self.columns.who), paid.grade or self._words(index, self.columns.grade)
        who = who or (
            self._words(index, self.columns.item) or self._words(index, self.columns.grade) if paid.grade else ""
        )
        if who and grade and grade not in who:
            return f"{who}（{grade}）"
        if grade and not who and not paid.grade and self.columns.grade is not None:
            grade = whole_name(grade, self.table.header[self.columns.grade])
        named = who or grade or self._told(index) or self._words(index, self.columns.item)
        if named and not who and _BENEFIT.search(named):
            lead = _FOR.search(self.columns.caption)
            return lead["who"] if lead else None
        return named or None

    def _told(self, index: int) -> str | None:
        """Whom the words of a condition name: 对采用先进设备的企业，给予补助."""
        for cell in (self._cell(index, column) for column in self.columns.conditions):
            for match in _FOR_WHOM.finditer(self.reading.wide, cell.start, cell.end) if cell else ():
                who = noun_phrase(match["who"])
                if who and not is_generic(who):
                    return who
        return None

    def _limit(self, index: int, ceiling: Ceiling, drafts: list[Draft]) -> None:
        """Sets the ceiling that a column of its own gives; one in the promise's own words stays."""
        row = self.table.rows[index]
        merged = row[0].start == row[0].end  # the row goes on with the one above it
        cell = self._cell(index, ceiling.index) if merged else row[ceiling.index]
        if cell is None or cell.start == cell.end:
            return
        figures = self.reading.all_figures.within(cell.start, cell.end)
        sums = [figure for figure in figures if sum_like(figure)]
        cap = sum_in(self.reading, cell, ceiling.unit) or (sums[0] if sums else None)
        if cap is None:
            return
        for draft in drafts:
            yuan = cap.high or cap.value
            if draft.columns["cap_yuan"] is None and draft.columns["amount_yuan"] != yuan:
                draft.columns |= {"cap_yuan": yuan, "cap_per": ceiling.per}
                draft.parts.setdefault("caps", []).append({"yuan": yuan, "per": ceiling.per, "at": cap.start})
                draft.figures += figures
                draft.end = max(draft.end, cell.end)

    def _grants(self, cell: Cell, paid: Paid) -> list[Grant]:
        """The promises of a paid cell: 10 under （万元）, 30 under （%）, 投资额的10%，最高100万元, or sentences."""
        folded = self.reading.folded
        if cell.start == cell.end:
            return []
        share = share_in(self.reading, cell) if paid.percent else None
        if share:
            return [Grant(cell.start, cell.end, -1, rates=[share])]
        bare = sum_in(self.reading, cell, paid.unit) if not says_yuan(self.reading, cell) else None
        if bare:
            return [Grant(cell.start, cell.end, -1, amounts=[bare])]
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
            if given and grant.promised and is_limit(folded, given, clause):
                grant.caps += [f for f in given if f.kind != "share"]
            else:
                grant.rates += [f for f in given if f.kind == "share"]
                grant.amounts += [f for f in given if f.kind != "share"]
        return [grant] if grant.promised else []
