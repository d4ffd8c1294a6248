"""What the templates of tables, queries and the home page need beyond what Datasette hands them."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from datasette.utils import path_with_added_args, urlsafe_components

from publish import site
from publish.columns import PROVENANCE, READING_ORDER, columns, is_read_in_order
from publish.plugin import frame, places
from publish.plugin.cells import FLAGS, render
from schemas import TABLES

QUIET = {
    "start",
    "end",
    "boxes",
    "source_map",
    "source_sha256",
    "extractor_version",
    "extracted_at",
    "formula",
    READING_ORDER,
}
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


_NEWEST = """select * from notices where document_id in (select id from documents
  order by issued_on is null, issued_on desc, id limit 10) order by issued_on is null, issued_on desc, document_id"""
_DOORS = {
    "compare": "两到八地并列，看谁给多少、定多高 Places side by side, every cell with its words",
    "calculate": "填一次情况，看各地各给多少 Fill in facts once, see what each place would pay",
    "calendar": "按地区和部门看什么时候到期，可订阅 What is due when, as a feed for calendars",
    "office": "一个部门在各地牵头和配合什么 What one office leads and supports everywhere",
    "quality": "数字去向、待核查、分数 Figures accounted for, checks, scores",
}
"""What the home page says of each page of the site."""


def _counts(conn: Any) -> dict[str, int]:
    counted = ", ".join(f"(select count(*) from {table}) as {table}" for table in ("documents", *_MAIN))
    return dict(conn.execute(f"select {counted}").fetchone())


async def overview(datasette: Any, name: str) -> dict[str, Any]:
    """What the home page says of a database: how much is in it, its notices, its stored queries."""
    db = datasette.get_database(name)
    counts = await frame.remember(db, _counts)
    notices = (await db.execute(_NEWEST)).rows
    groups = await frame.remember(db, places.places)
    shown = [(province, [_led(datasette, name, place) for place in found]) for province, found in groups]
    return {
        "name": name,
        "documents": counts["documents"],
        "tables": [(table, TABLES[table].LABEL, counts[table]) for table in _MAIN],
        "notices": notices,
        "queries": site.database_settings()["queries"],
        "doors": [
            (link, _DOORS[page])
            for link, (page, _, _) in zip(frame.navigation(datasette, [name], name, ""), frame.PAGES, strict=False)
        ],
        "places": shown,
        "dots": [{**dot._asdict(), "href": _documents(datasette, name, dot.href_key)} for dot in places.dots(groups)],
        "map": places.size(),
    }


def _documents(datasette: Any, name: str, key: str) -> str:
    """Address of the notices of a place."""
    column = "adcode" if key.isdecimal() else "area"
    return f"{datasette.urls.table(name, 'documents')}?{frame.urlencode({column: key})}"


def _led(datasette: Any, name: str, place: places.Place) -> dict[str, Any]:
    return {**place._asdict(), "href": _documents(datasette, name, place.key)}


_PARTS: dict[str, tuple[tuple[str, str, tuple[str, ...]], ...]] = {
    "subsidies": (
        ("subsidy_conditions", "subsidy_id", ("ordinal", "variable", "op", "value", "unit", "text")),
        ("subsidy_tiers", "subsidy_id", ("ordinal", "variable", "op", "threshold", "amount_yuan", "rate")),
    ),
    "tasks": (("responsibilities", "task_id", ("unit_text", "role", "organisation_id")),),
}
"""Table → the rows of other tables that its row page shows in full: table, column that points here, columns shown."""


async def row_page(datasette: Any, database: str, table: str, pks: str) -> dict[str, Any]:
    """What a row's page shows beside its columns: labels of what it points at, and the rows that are part of it."""
    db = datasette.get_database(database)
    keys = urlsafe_components(pks)
    if table not in TABLES or len(keys) != 1:
        return {}
    row = (await db.execute(f"select * from [{table}] where [{TABLES[table].KEY[0]}] = ?", keys)).first()
    named: dict[str, Any] = {}
    for column in columns(table).values():
        if row and column.references and row[column.name] is not None:
            labelled = await datasette.expand_foreign_keys(database, table, column.name, [row[column.name]])
            text = labelled.get((column.name, row[column.name]))
            value = {"value": row[column.name], "label": text}
            named[column.name] = render(datasette, database, table, row, column.name, value)
    parts = []
    for part, pointer, names in _PARTS.get(table, ()):
        wanted = ", ".join(f"[{name}]" for name in names)
        rows = (await db.execute(f"select {wanted} from [{part}] where [{pointer}] = ? order by rowid", keys)).rows
        cells = [[_cell(datasette, database, part, r, name) for name in names] for r in rows]
        if cells:
            parts.append({"table": part, "columns": names, "rows": cells})
    return {"named": named, "parts": parts}


def _cell(datasette: Any, database: str, table: str, row: Any, name: str) -> Any:
    value = row[name]
    shown = render(datasette, database, table, row, name, value)
    return ("" if value is None else value) if shown is None else shown


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
    """Whether the cell says more than nothing: flags that are 0 and the common origin say nothing."""
    cell = row.cells[i] if hasattr(row, "cells") else row[i]
    if not isinstance(cell, dict):
        return cell is not None and str(cell) not in ("", "&nbsp;")
    if cell["column"] in FLAGS:
        return bool(cell["raw"])
    return cell["raw"] not in (None, "") and (cell["column"], cell["raw"]) != ("origin", "extracted")


def all_columns(request: Any) -> str:
    """Address of the same page with every column."""
    address: str = path_with_added_args(request, {"_all": "1"})
    return address


def is_keyed_by_hash(table: str) -> bool:
    """Whether the table's keys say nothing to people."""
    return table in TABLES and is_read_in_order(table) and table != "sections"


def unstated(table: str, row: Any) -> list[str]:
    """Chinese labels of the columns that the notice leaves open."""
    empty = [cell["column"] for cell in row.cells if cell["raw"] is None and cell["column"] not in PROVENANCE]
    return [site.label(name, table) for name in empty]


def title(table: str) -> str:
    """Chinese title of a table."""
    return site.label_of_table(table)
