"""Targets of a small text in one line each, for tables of cases."""

from __future__ import annotations

from readings import reading_of

from extract.interpret.drafts import Draft
from extract.interpret.governing import due_on
from extract.interpret.subsidies import find_subsidies
from extract.interpret.targets import find_targets


def targets_of(
    text: str, year: int | None = 2024, issued_on: str | None = "2024-03-15", genre: str | None = None
) -> list[str]:
    """Each target as `indicator >=10个 + @place /each by 2025-12-31`; + and - for increase and decrease."""
    reading = reading_of(text, year, issued_on)
    reading.front.genre = genre
    taken = {id(figure) for draft in find_subsidies(reading).rows for figure in draft.figures}
    drafts = find_targets(reading, taken)
    for draft in drafts:
        assert reading.text[draft.start : draft.end].strip()
        draft.columns["due_on"] = draft.columns["due_on"] or due_on(reading, draft.start, draft.end)
    return [in_words(draft) for draft in drafts]


def in_words(draft: Draft) -> str:
    row = draft.columns
    high = f"-{row['value_high']:g}" if row["value_high"] is not None else ""
    words = [row["indicator"], f"{row['comparator']}{row['value']:.15g}{high}{row['unit'] or ''}"]
    words += {"increase": ["+"], "decrease": ["-"]}.get(row["change"], [])
    words += [f"@{row['area']}"] if row["area"] != "六安市" else []
    words += [f"/{row['each']}"] if row["each"] else []
    words += [f"by {row['due_on']}"] if row["due_on"] else []
    return " ".join(words)
