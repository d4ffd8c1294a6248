"""What Datasette is told about the database: one source of settings, made from the schemas.

`metadata` is the form of Datasette 0.65; `configuration` the same parted as Datasette 1.0 wants it.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from publish.columns import READING_ORDER, columns, is_read_in_order
from publish.search import PENDING, SEARCHED, index_name
from publish.views import QUERIES, VIEWS
from schemas import TABLES

TITLE = "政策 zhengce"
DESCRIPTION = "中国政府政策文件中的目标、责任、时限与补贴。What Chinese government notices promise, as tables."

_LABEL_COLUMN = {
    "jurisdictions": "full_name", "source_files": "file_name", "documents": "title", "sections": "heading",
    "targets": "indicator", "organisations": "name", "tasks": "text", "subsidies": "activity", "budgets": "item",
    "deadlines": "time_text", "citations": "title", "checks": "message", "quantities": "text",
}  # fmt: skip
_FACETS_OF_VIEWS = {
    "notices": ["area", "status", "genre"],
    "subsidies_compared": ["theme", "area", "kind", "instrument"],
    "targets_compared": ["theme", "area", "unit"],
    "themes_by_place": ["theme", "area"],
    "office_duties": ["function", "area", "role"],
    "deadline_calendar": ["kind", "area"],
    "needs_a_look": ["level", "code", "area"],
    "unclaimed_figures": ["kind", "area"],
    "subsidies_by_recipient": ["theme", "beneficiary_kind", "grade", "area"],
    "targets_by_indicator": ["indicator_code", "area", "unit"],
    "offices_by_function": ["function", "area"],
    "deadlines_by_month": ["month", "area"],
}
MONEY_UNITS = ["元 = [currency]", "万元 = 10000 * 元", "亿元 = 100000000 * 元"]
"""So that people can filter by amount_yuan > 200万元."""


@cache
def words() -> dict[str, Any]:
    """Chinese words for codes and for columns of views."""
    text = (files("publish") / "words.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.safe_load(text)
    lexicon = (files("extract.lexicon") / "indicators.yaml").read_text(encoding="utf-8")
    indicators = yaml.load(lexicon, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    loaded["values"]["indicator_code"] = {entry["code"]: entry["zh"] for entry in indicators["indicators"]}
    return loaded


@cache
def labels() -> dict[str, str]:
    """Column name → Chinese label, for pages that show columns of several tables."""
    found = {column.name: column.zh for name in TABLES for column in columns(name).values()}
    return {**found, **words()["columns"]}


def label(column: str, table: str | None = None) -> str:
    """Chinese label of a column; its name where there is none."""
    if table in TABLES and column in columns(table):
        return columns(table)[column].zh
    return labels().get(column, column)


def describe_table(table: str) -> dict[str, Any]:
    """Datasette's settings for one table."""
    model = TABLES[table]
    described = columns(table).values()
    facets = [column.name for column in described if column.facet]
    if "document_id" in columns(table) and table != "source_files":
        facets.insert(0, "document_id")
    settings: dict[str, Any] = {
        "title": f"{model.LABEL} {table}",
        "description": (model.__doc__ or "").split("\n")[0],
        "columns": {c.name: f"{c.zh} · {c.en}" + (f" ({c.unit})" if c.unit else "") for c in described},
        "units": {c.name: c.unit for c in described if c.unit == "元"},
        "facets": facets,
        "sort": READING_ORDER if is_read_in_order(table) else None,
    }
    if table in _LABEL_COLUMN:
        settings["label_column"] = _LABEL_COLUMN[table]
    if table in SEARCHED:
        settings |= {"fts_table": index_name(table), "fts_pk": "rowid"}
    return {key: value for key, value in settings.items() if value}


@cache
def database_settings() -> dict[str, Any]:
    """Datasette's settings for the database: tables, views, stored queries, hidden helpers."""
    tables = {table: describe_table(table) for table in TABLES}
    for view in VIEWS:
        tables[view] = {**words()["views"][view], "facets": _FACETS_OF_VIEWS[view]}
    tables[PENDING] = {"hidden": True}
    queries = {
        name: {**words()["queries"][name], "sql": sql.strip(), "hide_sql": True} for name, sql in QUERIES.items()
    }
    return {"title": TITLE, "description": DESCRIPTION, "tables": tables, "queries": queries}


def metadata(databases: list[str]) -> dict[str, Any]:
    """Settings in the form of Datasette 0.65 for the databases of that name."""
    return {
        "title": TITLE,
        "description": DESCRIPTION,
        "custom_units": MONEY_UNITS,
        "databases": {name: database_settings() for name in databases},
    }


def label_of_table(table: str) -> str:
    """Chinese title of a table; its name where there is none."""
    return TABLES[table].LABEL if table in TABLES else table
