"""Cells that people can read: sums in 万 and 亿, codes with their Chinese word, quotes that lead to their notice."""

from __future__ import annotations

from functools import cache
from typing import Any

from datasette.utils import tilde_encode
from markupsafe import Markup

from publish import site
from publish.columns import columns
from schemas import TABLES

_SHORT = 48
_RATES = {"rate", "rate_min", "highest_rate"}
FLAGS = {"upper_bound", "stacks", "is_total"}
"""Columns of yes (1) and no (0)."""
_LINKS = {"row", "claimed_by"}
"""Columns that name a row as table:id."""


def notice_url(
    datasette: Any, database: str, document_id: str, start: int | None = None, end: int | None = None
) -> str:
    """Address of a notice's page, at a place in its text if one is given."""
    base = f"{datasette.urls.database(database)}/-/notice/{tilde_encode(document_id)}"
    return base if start is None else f"{base}?at={start}-{end}#at"


def row_url(datasette: Any, database: str, reference: str) -> str | None:
    """Address of the row that `table:id` names; None if it names none."""
    table, _, row_id = reference.partition(":")
    if table not in TABLES or not row_id:
        return None
    return f"{datasette.urls.table(database, table)}/{tilde_encode(row_id)}"


def yuan(value: float) -> str:
    """A sum as people write it: 2000000 → 200万元, 1500000000 → 15亿元, 800 → 800元."""
    for unit, size in (("亿", 1e8), ("万", 1e4)):
        if abs(value) >= size:
            return f"{value / size:,.10g}{unit}元"
    return f"{value:,.10g}元"


def number(value: float) -> str:
    """1500000.0 → 1,500,000; 0.05 → 0.05."""
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,.10g}"


def coded(value: Any, column: str) -> str:
    """The Chinese word for a code; the value itself where it is none."""
    found = site.words()["values"].get(column, {}).get(value, value)
    return str(found)


@cache
def _money_columns() -> frozenset[str]:
    named = {c.name for table in TABLES for c in columns(table).values() if c.unit == "元"}
    return frozenset(named | {"largest_yuan"})


def render(datasette: Any, database: str, table: str | None, row: Any, column: str, value: Any) -> Markup | None:
    """HTML of a cell, or None to leave it to Datasette."""
    if value is None or value == "":
        return None
    if isinstance(value, dict):
        return _reference(datasette, database, table, column, value)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _figure(row, column, value)
    if column in site.words()["values"] and (coded_value := coded(value, column)) != value:
        return Markup('<span>{} <small class="code">{}</small></span>').format(coded_value, value)
    if column == "quote":
        return _quote(datasette, database, row, value)
    if column == "document_id" or (table == "notices" and column == "title"):
        return Markup('<a href="{}">{}</a>').format(
            notice_url(datasette, database, _get(row, "document_id") or value), _short(value)
        )
    if table == "documents" and column == "text":
        url = notice_url(datasette, database, _get(row, "id") or "")
        return Markup('<a href="{}">{}</a>').format(url, _short(value))
    if column in _LINKS and (address := row_url(datasette, database, value)):
        return Markup('<a href="{}">{}</a>').format(address, site.label_of_table(value.partition(":")[0]))
    if column == "row_id" and (address := row_url(datasette, database, f"{_get(row, 'table_name')}:{value}")):
        return Markup('<a href="{}">{}</a>').format(address, value)
    return None


def _figure(row: Any, column: str, value: float) -> Markup | None:
    if column in FLAGS:
        return Markup("<span>是 <small>1</small></span>" if value else "<span>否 <small>0</small></span>")
    if column in _money_columns() or (column in ("value", "value_high", "threshold") and _get(row, "unit") == "元"):
        beside = yuan(value) if abs(value) >= 1e4 else "元"
        return Markup('<span class="figure">{} <small>{}</small></span>').format(number(value), beside)
    if column in _RATES:
        return Markup('<span class="figure">{} <small>{:.6g}%</small></span>').format(number(value), value * 100)
    return Markup('<span class="figure">{}</span>').format(number(value))


def _quote(datasette: Any, database: str, row: Any, value: str) -> Markup | None:
    document_id, start, end = (_get(row, name) for name in ("document_id", "start", "end"))
    if isinstance(document_id, dict):
        document_id = document_id["value"]
    if document_id is None or start is None:
        return None
    url = notice_url(datasette, database, document_id, start, end)
    return Markup('<a class="quote" href="{}" title="在原文中查看 in the notice">{}</a>').format(url, value)


def _reference(datasette: Any, database: str, table: str | None, column: str, value: dict[str, Any]) -> Markup | None:
    """A foreign key with its label: the label alone, cut short, the key in the title."""
    target = columns(table)[column].references if table in TABLES and column in columns(table) else None
    if target is None:
        return None
    key = str(value["value"])
    if target[0] == "documents":
        url = notice_url(datasette, database, key)
    else:
        url = f"{datasette.urls.table(database, target[0])}/{tilde_encode(key)}"
    text = str(value["label"] or key)
    return Markup('<a href="{}" title="{}">{}</a>').format(url, f"{key} {text}", _short(text))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHORT else line[:_SHORT] + "…"


def _get(row: Any, name: str) -> Any:
    try:
        return row[name]
    except (IndexError, KeyError):
        return None
