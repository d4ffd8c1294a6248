"""What the pages of the site have in common: the way to each, who may see them, their answer, addresses, figures."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
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


_kept: dict[tuple[Any, ...], Any] = {}
_KEPT = 128


async def remember(db: Any, function: Callable[..., Any], *values: Any) -> Any:
    """What `ask` gives, worked out once for each state of the database's file: for what counts over whole tables."""
    if db.path is None:
        return await ask(db, function, *values)
    standing = [path.stat() for name in (db.path, f"{db.path}-wal") if (path := Path(name)).exists()]
    state = tuple((one.st_mtime_ns, one.st_size) for one in standing)
    key = (db.path, state, function.__module__, function.__qualname__, *values)
    if key not in _kept:
        found = await ask(db, function, *values)
        while len(_kept) >= _KEPT:
            del _kept[next(iter(_kept))]
        _kept[key] = found
    return _kept[key]


class Pages(NamedTuple):
    """Which part of a long list a page shows: rows `first` to `last` of `whole`, and the ways to the next and back."""

    first: int
    last: int
    whole: int
    back: str | None
    on: str | None


def part(request: Any, whole: int, size: int, link: Callable[[int], str]) -> Pages:
    """The part that `?page=` asks for, the first where it asks for none."""
    asked = request.args.get("page") or "1"
    last_page = max(1, -(-whole // size))
    number = min(max(1, int(asked) if asked.isdecimal() else 1), last_page)
    return Pages(
        (number - 1) * size, min(number * size, whole), whole,
        link(number - 1) if number > 1 else None, link(number + 1) if number < last_page else None,
    )  # fmt: skip
