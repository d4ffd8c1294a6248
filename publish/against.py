"""What changed between two databases: rows gained, lost and changed, by notice and table."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from schemas import TABLES, Extracted

_UNCOMPARED = frozenset(("id", "section_id", "start", "end", "page", "boxes", "confidence", "formula"))
_TABLES = [name for name, model in TABLES.items() if issubclass(model, Extracted)]

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Difference:
    """A row that only one database has, or that both have with other values. `kind` is gained, lost or changed."""

    kind: str
    document: str
    table: str
    quote: str
    columns: dict[str, tuple[Any, Any]]
    """For a changed row: column → (before, after)."""


def differences(before: Path, after: Path) -> list[Difference]:
    """What `after` has gained, lost and changed against `before`, in the order of notice, table and place.

    Rows are the same row when they rest on the same words of the same notice (their ids agree). Raises
    sqlite3.Error for a file that is no database of zhengce.
    """
    out: list[Difference] = []
    old, new = _rows(before), _rows(after)
    for table in _TABLES:
        for key in [*old[table], *(key for key in new[table] if key not in old[table])]:
            out.extend(_compare(table, old[table].get(key), new[table].get(key)))
    return sorted(out, key=lambda d: (d.document, _TABLES.index(d.table), d.kind, d.quote))


def counts(found: list[Difference]) -> dict[tuple[str, str], Counter[str]]:
    """How many rows were gained, lost and changed, by (document, table)."""
    out: dict[tuple[str, str], Counter[str]] = {}
    for difference in found:
        out.setdefault((difference.document, difference.table), Counter())[difference.kind] += 1
    return out


def _compare(table: str, old: Row | None, new: Row | None) -> Iterator[Difference]:
    row = new or old
    assert row is not None
    if old is None or new is None:
        yield Difference("lost" if new is None else "gained", row["document_id"], table, row["quote"], {})
        return
    changed = {
        name: (old.get(name), new.get(name))
        for name in new
        if name not in _UNCOMPARED and old.get(name) != new.get(name)
    }
    if changed:
        yield Difference("changed", row["document_id"], table, row["quote"], changed)


def _rows(path: Path) -> dict[str, dict[str, Row]]:
    """table → row id → row."""
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as db:
        db.row_factory = sqlite3.Row
        return {table: {row["id"]: dict(row) for row in db.execute(f"select * from {table}")} for table in _TABLES}
