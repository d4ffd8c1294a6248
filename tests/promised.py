"""The subsidies and budgets of small texts, as plain dictionaries."""

from __future__ import annotations

from typing import Any

from readings import reading_of

from extract.interpret.budgets import find_budgets
from extract.interpret.subsidies import find_subsidies

MONEY = ("amount_yuan", "amount_min_yuan", "rate", "rate_min", "cap_yuan")

Row = dict[str, Any]


def subsidies(text: str) -> list[Row]:
    """The columns of each subsidy, with its conditions (op, value, unit), those in words (`said`) and its tiers."""
    out = []
    for draft in find_subsidies(reading_of(text)).rows:
        parts = draft.parts
        conditions = parts.get("subsidy_conditions", [])
        out.append(
            draft.columns
            | {
                "conditions": [(c["op"], c["value"], c["unit"]) for c in conditions if c["op"]],
                "variables": [c["variable"] for c in conditions if c["op"]],
                "said": [c["text"] for c in conditions if not c["op"]],
                "tiers": [(t["threshold"], t["amount_yuan"]) for t in parts.get("subsidy_tiers", [])],
                "quote": text[draft.start : draft.end],
            }
        )
    return out


def doubts(text: str) -> list[str]:
    """The codes of what did not fit."""
    return [doubt.code for doubt in find_subsidies(reading_of(text)).doubts]


def budgets(text: str) -> list[Row]:
    """The columns of each budget, with the figures of subsidies taken first."""
    reading = reading_of(text)
    taken = {id(figure) for draft in find_subsidies(reading).rows for figure in draft.figures}
    return [draft.columns for draft in find_budgets(reading, taken)]


def differences(found: list[Row], expected: list[Row], silent: tuple[str, ...] = MONEY) -> list[str]:
    """What the rows say otherwise than expected; columns of `silent` that are not expected must be empty."""
    if len(found) != len(expected):
        return [f"{len(found)} rows, not {len(expected)}: {[row.get('quote', row) for row in found]}"]
    out = []
    for n, (row, wanted) in enumerate(zip(found, expected, strict=True)):
        for name in dict.fromkeys((*wanted, *silent)):
            if row.get(name) != wanted.get(name):
                out.append(f"row {n}: {name} is {row.get(name)!r}, not {wanted.get(name)!r}")
    return out
