"""Every figure and date of a notice, and the row that used it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from extract.annotate.reading import Reading
from schemas import Deadline, Quantity, Section, Subsidy
from schemas.notice import Notice

_RESTING = ("subsidies", "budgets", "targets", "deadlines")


def quantities_of(reading: Reading, notice: Notice, claims: dict[int, str]) -> list[Quantity]:
    """All figures (with their kind, value, unit) and all dates, each with the row that claims it or None.

    A date is claimed by the deadline or target whose words it stands in; a figure by the row that used it, or by the figure
    it only repeats (1000万元（含1000万元）).
    """
    sections = _section_finder(reading, notice.sections)
    limits = _spans(notice.deadlines)
    document = notice.document.id
    out: list[Quantity] = []
    carrier: tuple[int, str | None] = (-1, None)
    for figure in reading.all_figures:
        claimed = claims.get(figure.start)
        if claimed is None and figure.start < carrier[0]:
            claimed = carrier[1]
        if figure.scope[1] > carrier[0]:
            carrier = (figure.scope[1], claimed)
        if claimed is None and figure.kind == "duration":
            claimed = _holding(limits, figure.start) or _holding(_spans(notice.subsidies), figure.start)
        out.append(Quantity(
            id=f"{document}@{figure.start}", document_id=document, section_id=sections(figure.start), text=figure.text,
            start=figure.start, end=figure.end, kind=figure.kind, value=figure.value, value_high=figure.high,
            unit=figure.unit, claimed_by=claimed,
        ))  # fmt: skip
    taken = {quantity.start for quantity in out}
    for period in reading.periods:
        if period.start in taken or period.form == "every" or not any(char.isdigit() for char in period.text):
            continue
        out.append(Quantity(
            id=f"{document}@{period.start}", document_id=document, section_id=sections(period.start), text=period.text,
            start=period.start, end=period.end, kind="date", claimed_by=_holding(limits, period.start),
        ))  # fmt: skip
    return sorted(out, key=lambda quantity: quantity.start)


def _spans(rows: Iterable[Deadline | Subsidy]) -> list[tuple[int, int, str]]:
    return [(row.start, row.end, f"{row.TABLE}:{row.id}") for row in rows]


def _holding(spans: list[tuple[int, int, str]], offset: int) -> str | None:
    return next((name for start, end, name in spans if start <= offset < end), None)


def _section_finder(reading: Reading, sections: list[Section]) -> Callable[[int], str | None]:
    def find(offset: int) -> str | None:
        index = reading.outline.section_at(offset)
        return sections[index].id if index is not None else None

    return find
