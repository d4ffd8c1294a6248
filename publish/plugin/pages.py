"""What the templates of tables, queries and the home page need beyond what Datasette hands them."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from datasette.utils import path_with_added_args

from publish import site
from publish.columns import READING_ORDER, columns
from schemas import TABLES

QUIET = {"start", "end", "boxes", "source_map", "source_sha256", "extractor_version", "extracted_at", READING_ORDER}
"""Columns that table pages show only on demand: they are for programs."""

_MAIN = ("subsidies", "targets", "responsibilities", "deadlines", "budgets", "checks")
_CHOICES = {
    "theme": "select theme from targets union select theme from subsidies order by 1",
    "function": "select function from organisations where function is not null group by 1 order by count(*) desc",
    "level": "select distinct level from checks order by 1",
    "kind": "select kind from quantities where claimed_by is null group by 1 order by count(*) desc",
}
"""Parameter of a stored query → the values it may take."""


@cache
def css_version() -> str:
    """Changes when the style sheet does, so that browsers fetch it again."""
    style = files("publish.plugin") / "static" / "zhengce.css"
    return sha256(style.read_bytes()).hexdigest()[:8]


async def overview(datasette: Any, name: str) -> dict[str, Any]:
    """What the home page says of a database: how much is in it, its notices, its stored queries."""
    db = datasette.get_database(name)
    counted = ", ".join(f"(select count(*) from {table}) as {table}" for table in ("documents", *_MAIN))
    counts = dict((await db.execute(f"select {counted}")).first())
    notices = (await db.execute("select * from notices order by area, document_id limit 50")).rows
    return {
        "name": name,
        "documents": counts["documents"],
        "tables": [(table, TABLES[table].LABEL, counts[table]) for table in _MAIN],
        "notices": notices,
        "queries": site.database_settings()["queries"],
        "search": [(table, TABLES[table].LABEL) for table in ("documents", "subsidies", "targets", "tasks", "deadlines")],
    }


async def choices(datasette: Any, database: str) -> dict[str, list[str]]:
    """The values that each parameter of the stored queries may take in this database."""
    db = datasette.get_database(database)
    return {name: [row[0] for row in (await db.execute(sql)).rows] for name, sql in _CHOICES.items()}


def explained(table: str) -> list[tuple[str, str, str]]:
    """Name, Chinese label and description of each column of a table; nothing for a table of others."""
    if table not in TABLES:
        return []
    return [(c.name, c.zh, c.en + (f" ({c.unit})" if c.unit else "")) for c in columns(table).values()]


def shown(names: list[str], rows: list[Any], everything: bool) -> list[int]:
    """Positions of the columns that a page shows: not those for programs, nor those that no row fills.

    `rows` are what the template has: cells with a `raw` value, or HTML as it is.
    """
    if everything:
        return list(range(len(names)))
    return [i for i, name in enumerate(names) if name not in QUIET and any(_filled(row, i) for row in rows)]


def _filled(row: Any, i: int) -> bool:
    cell = row.cells[i] if hasattr(row, "cells") else row[i]
    value = cell["raw"] if isinstance(cell, dict) else cell
    return value is not None and str(value) not in ("", "&nbsp;")


def all_columns(request: Any) -> str:
    """Address of the same page with every column."""
    address: str = path_with_added_args(request, {"_all": "1"})
    return address


def title(table: str) -> str:
    """Chinese title of a table."""
    return site.label_of_table(table)
