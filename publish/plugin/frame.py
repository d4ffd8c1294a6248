"""What the pages of the site have in common: the way to each, who may see them, their answer, addresses, figures."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any, NamedTuple
from urllib.parse import urlencode

from datasette.utils import tilde_decode
from datasette.utils.asgi import NotFound, Response

from publish import site
from schemas.formula_words import money_text, plain

PAGES = (
    ("compare", "对照", "Compare"), ("calculate", "测算", "Calculate"), ("calendar", "日历", "Calendar"),
    ("office", "部门", "Offices"), ("quality", "质量", "Quality"),
)  # fmt: skip
"""Pages of the site in the order of its menu: address, Chinese, English."""


class Link(NamedTuple):
    """A way to somewhere: `here` where it leads to the page that it stands on."""

    href: str
    zh: str
    en: str
    here: bool = False


def navigation(datasette: Any, ours: list[str], database: str | None, path: str) -> list[Link]:
    """The site's menu on a page about `database` (else about the first that is ours); nothing where none is ours."""
    if not ours:
        return []
    name = database if database in ours else ours[0]
    found = [Link(address(datasette, name, page), zh, en) for page, zh, en in PAGES]
    found.append(Link(datasette.urls.database(name), "数据", "Data"))
    return [link._replace(here=link.href == path) for link in found]


def address(datasette: Any, database: str, page: str, query: Iterable[tuple[str, Any]] = ()) -> str:
    """Address of a page of the site; what is empty in the query is left out."""
    asked = urlencode([(name, value) for name, value in query if value not in (None, "")])
    return f"{datasette.urls.database(database)}/-/{page}" + (f"?{asked}" if asked else "")


async def about(datasette: Any, request: Any, ours: list[str]) -> tuple[str, Any]:
    """Name and database that a request is about. Raises NotFound, or Forbidden for who may not see it."""
    name = tilde_decode(request.url_vars["database"])
    if name not in ours:
        raise NotFound(f"没有这个数据库 No database {name}")
    await datasette.ensure_permissions(request.actor, [("view-database", name), "view-instance"])
    return name, datasette.get_database(name)


async def ask(db: Any, function: Callable[..., Any], *values: Any) -> Any:
    """What a function of a connection gives, worked out off the event loop."""
    return await db.execute_fn(lambda conn: function(conn, *values))


async def answer(datasette: Any, request: Any, template: str, context: dict[str, Any]) -> Response:
    """The page as HTML."""
    return Response.html(await datasette.render_template(template, context, request=request))


@cache
def version(name: str) -> str:
    """Changes when the file does, so that browsers fetch it again."""
    return sha256((files("publish.plugin") / "static" / name).read_bytes()).hexdigest()[:8]


def static(datasette: Any, name: str) -> str:
    """Address of a file that comes with the site."""
    return f"{datasette.urls.path('/-/static-plugins/zhengce/' + name)}?{version(name)}"


def figure(value: float | None, unit: str | None = None) -> str:
    """A figure as people write it: 1500000000 元 → 15亿元, 120000 人次 → 12万人次, 0.5 → 0.5."""
    if value is None:
        return ""
    if unit and unit.endswith("元"):
        return money_text(value, unit)
    if abs(value) >= 1e5 and unit != "%":
        return money_text(value, unit or "")
    return f"{plain(value)}{unit or ''}"


def word(value: Any, column: str) -> str:
    """The Chinese word for a code."""
    return str(site.words()["values"].get(column, {}).get(value, value)) if value is not None else ""
