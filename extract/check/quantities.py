"""Every figure and date of a notice, and the row that used it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from extract.annotate.reading import Reading
from extract.annotate.values import Figure, Period
from extract.outline.model import Table
from schemas import Quantity, Section
from schemas.base import Extracted
from schemas.notice import Notice

_CHECKED = ("money", "share")
"""Kinds of which a check says so where no row took them."""


def quantities_of(reading: Reading, notice: Notice, claims: dict[int, str]) -> list[Quantity]:
    """All figures (with their kind, value, unit) and all dates, each once, with the row that claims it or None.

    A figure is claimed by the row that used it (`claims`: offset → row), or by the figure it only repeats
    (1000万元（含1000万元）). A length of time or a date is claimed by the row whose words it stands in: the deadline,
    else the subsidy, budget, target or citation. What stands in the head, the signature or the imprint belongs to the
    document itself.
    """
    claimant = _Claimant(reading, notice, claims)
    sections = _section_finder(reading, notice.sections)
    document = notice.document.id
    out = [
        Quantity(
            id=f"{document}@{figure.start}", document_id=document, section_id=sections(figure.start),
            text=figure.text, start=figure.start, end=figure.end, kind=figure.kind, value=figure.value,
            value_high=figure.high, unit=figure.unit, claimed_by=claimant.of_figure(figure),
        )
        for figure in reading.all_figures
        if not _is_unit_alone(reading.text, figure)
    ]  # fmt: skip
    taken = {quantity.start for quantity in out}
    out += [
        Quantity(
            id=f"{document}@{period.start}", document_id=document, section_id=sections(period.start),
            text=period.text, start=period.start, end=period.end, kind="date",
            claimed_by=claimant.of_period(period),
        )
        for period in reading.periods
        if period.start not in taken and period.form != "every" and any(char.isdigit() for char in period.text)
    ]  # fmt: skip
    return sorted(out, key=lambda quantity: quantity.start)


def _is_unit_alone(text: str, figure: Figure) -> bool:
    """Whether a cell holds a unit only (万元): it reads as a figure of ten thousand."""
    before, after = text[figure.start - 1 : figure.start], text[figure.end : figure.end + 1]
    return before in "\t\n" and after in "\t\n" and bool(re.fullmatch("[百千万亿]+[^百千万亿]*", figure.text))


def accounted(notice: Notice) -> dict[str, float]:
    """The share of the figures that are accounted for, by kind and for `all` (1.0 where there are none of a kind).

    Accounted for is what a row claims and, of money and shares, what carries a check that says why none does.
    """
    checked = {check.row_id for check in notice.checks if check.table_name == Quantity.TABLE}
    total: Counter[str] = Counter()
    known: Counter[str] = Counter()
    for quantity in notice.quantities:
        right = quantity.claimed_by is not None or (quantity.kind in _CHECKED and quantity.id in checked)
        for kind in (quantity.kind, "all"):
            total[kind] += 1
            known[kind] += right
    return {kind: known[kind] / total[kind] for kind in sorted(total)} | ({} if total else {"all": 1.0})


@dataclass(frozen=True, slots=True)
class _Spans:
    """Ranges of the text with the row that rests on them."""

    starts: list[int]
    reach: list[int]
    rows: list[tuple[int, int, str]]

    @classmethod
    def of(cls, rows: Iterable[Extracted]) -> _Spans:
        ranges = sorted((row.start, row.end, f"{row.TABLE}:{row.id}") for row in rows)
        reach: list[int] = []
        for _, end, _ in ranges:
            reach.append(max(end, reach[-1] if reach else 0))
        return cls([start for start, _, _ in ranges], reach, ranges)

    def holding(self, offset: int) -> str | None:
        """The row whose words, of those that hold the offset, begin last."""
        index = bisect_right(self.starts, offset) - 1
        while index >= 0 and self.reach[index] > offset:
            if self.rows[index][1] > offset:
                return self.rows[index][2]
            index -= 1
        return None


class _Claimant:
    """Says who claims a figure or a date."""

    def __init__(self, reading: Reading, notice: Notice, claims: dict[int, str]) -> None:
        self.claims = claims
        self.first, self.last = reading.outline.body
        self.document = f"documents:{notice.document.id}"
        self.times = [_Spans.of(rows) for rows in (notice.deadlines, notice.subsidies, notice.budgets, notice.targets)]
        self.cited = _Spans.of(notice.citations)
        self.headers = self._headers(reading.outline.tables, _Spans.of(notice.targets))
        self.text, self.issued = reading.text, reading.front.issued_on
        self.carrier: tuple[int, str | None] = (-1, None)

    @staticmethod
    def _headers(tables: list[Table], targets: _Spans) -> list[tuple[int, int, str]]:
        """The heads of tables of indicators, each with the first target of its table: 2025年 over a column."""
        out = []
        for table in tables:
            body = table.rows[0][0].start if table.rows else table.end
            index = bisect_right(targets.starts, body - 1)
            if index < len(targets.starts) and targets.starts[index] < table.end:
                out.append((table.start, body, targets.rows[index][2]))
        return out

    def of_figure(self, figure: Figure) -> str | None:
        claimed = self.claims.get(figure.start)
        if claimed is None and figure.start < self.carrier[0]:
            claimed = self.carrier[1]
        if figure.scope[1] > self.carrier[0]:
            self.carrier = (figure.scope[1], claimed)
        if claimed is None and figure.kind == "duration":
            claimed = self._time(figure.start)
        return claimed or self._outside(figure.start)

    def of_period(self, period: Period) -> str | None:
        found = self._time(period.start) or self.cited.holding(period.start) or self._outside(period.start)
        return found or (self.document if self._is_issue_date(period) else None)

    def _is_issue_date(self, period: Period) -> bool:
        """Whether the date is that of the signature under a covering letter: alone on its line, or behind the body."""
        line = self.text[self.text.rfind("\n", 0, period.start) + 1 : period.end]
        ends = self.text.startswith("\n", period.end) or period.end == len(self.text)
        return bool(self.issued and period.last and period.last.isoformat() == self.issued and ends and len(line) < 40)

    def _time(self, offset: int) -> str | None:
        found = next((row for spans in self.times if (row := spans.holding(offset))), None)
        return found or next((row for start, end, row in self.headers if start <= offset < end), None)

    def _outside(self, offset: int) -> str | None:
        return None if self.first <= offset < self.last else self.document


def _section_finder(reading: Reading, sections: list[Section]) -> Callable[[int], str | None]:
    def find(offset: int) -> str | None:
        index = reading.outline.section_at(offset)
        return sections[index].id if index is not None else None

    return find
