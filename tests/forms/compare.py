"""How far the rows of two forms of a notice agree: exact F1 over the main tables, one form taken as the truth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator

from schemas import Notice

# What must be the same in each table; the quotes of the rows too, but for blanks
FIELDS = {
    "targets": ("indicator", "comparator", "value", "value_high", "unit", "change", "area", "each", "due_on", "theme"),
    "responsibilities": ("unit_text", "role"),
    "deadlines": ("kind", "start_on", "end_on", "recurrence", "time_text", "applies_to"),
    "subsidies": (
        "beneficiary", "activity", "kind", "amount_yuan", "amount_min_yuan", "rate", "rate_min", "base", "per",
        "cap_yuan", "cap_per", "instrument", "frequency", "payer", "theme",
    ),
    "budgets": ("source", "item", "amount_yuan", "frequency", "is_total"),
}  # fmt: skip


def rows_of(notice: Notice) -> Iterator[Hashable]:
    """Each row as the table, the values that count and the quote."""
    for table, fields in FIELDS.items():
        for row in getattr(notice, table):
            yield table, *(_plain(getattr(row, name)) for name in fields), _plain(row.quote)


def _plain(value: object) -> object:
    return "".join(value.split()).translate(_FOLD) if isinstance(value, str) else value


_FOLD = str.maketrans("（），：；．", "(),:;.")


def exact_f1(notice: Notice, truth: Notice) -> float:
    """Share of the rows that the two have in common, value by value."""
    ours, theirs = Counter(rows_of(notice)), Counter(rows_of(truth))
    shared = (ours & theirs).total()
    return 2 * shared / (ours.total() + theirs.total()) if ours or theirs else 1.0


def differences(notice: Notice, truth: Notice) -> list[str]:
    """Rows that only one of the two has, for the message of a failed test."""
    ours, theirs = Counter(rows_of(notice)), Counter(rows_of(truth))
    return [f"+ {row}" for row in ours - theirs] + [f"- {row}" for row in theirs - ours]
