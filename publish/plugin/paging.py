"""Sorted pages without gaps.

Datasette 0.65 orders the first page of a sorted table by the column alone and the later ones by column and key, so that
rows of one value are lost or come twice. Asking for the first page as what follows a point before every row gives all
pages one order.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qs

_TABLE = re.compile(r"^/(?P<database>[^/]+)/(?P<table>[^/.]+)(?:\.[a-z]+)?$")
_LAST = "~F4~8F~BF~BF"  # U+10FFFF as Datasette's paths write it: behind every text, and text stands behind every number


def before_first(descending: bool, keys: int) -> str:
    """The value of `_next` that all rows follow; `keys` is the number of columns of the primary key."""
    return ",".join([_LAST if descending else "$null", *[""] * keys])


def in_one_order(datasette: Any) -> Any:
    """Wraps Datasette's application."""

    def wrap(app: Any) -> Any:
        async def wrapped(scope: Any, receive: Any, send: Any) -> None:
            if scope["type"] == "http" and (point := await _missing(datasette, scope)):
                query = scope["query_string"].decode("latin-1")
                scope = scope | {"query_string": f"{query}&_next={point}".encode("latin-1")}
            await app(scope, receive, send)

        return wrapped

    return wrap


async def _missing(datasette: Any, scope: Any) -> str | None:
    """The point to begin from, where a sorted table is asked for without one."""
    asked = parse_qs(scope["query_string"].decode("latin-1"))
    match = _TABLE.match(scope["path"])
    if not match or "_next" in asked or not ({"_sort", "_sort_desc"} & asked.keys()):
        return None
    database = datasette.databases.get(match["database"])
    if database is None or not await database.table_exists(match["table"]):
        return None
    keys = await database.primary_keys(match["table"])
    return before_first("_sort_desc" in asked, len(keys)) if keys else None
