"""A row before it has its keys: the words it rests on, its columns, and the figures it used."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from extract.annotate.values import Figure
from extract.doubts import Doubt


@dataclass(slots=True)
class Draft:
    """`columns` are those of the table beside the common ones; `figures` are claimed by the row.

    `how` names the construction it was read from (`grant-list`, `target-verb` …): confidence goes by it.
    `parts` are rows of dependent tables (conditions, tiers), by table name.
    """

    start: int
    end: int
    how: str
    columns: dict[str, Any]
    figures: list[Figure] = field(default_factory=list)
    parts: dict[str, list[dict[str, Any]]] = field(default_factory=dict)


NO_MONEY: dict[str, Any] = {
    "activity": None, "amount_yuan": None, "amount_min_yuan": None, "rate": None, "rate_min": None, "base": None,
    "per": None, "upper_bound": 0, "cap_yuan": None, "cap_per": None, "duration_years": None,
}  # fmt: skip
"""What a promise says of money before any is read: each rule may ask for, or fill, any of these columns."""


@dataclass(slots=True)
class Drafts:
    """The drafts of a table and what did not fit while reading them."""

    rows: list[Draft] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
