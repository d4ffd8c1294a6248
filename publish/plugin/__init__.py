"""The Datasette plugin: search in Chinese, Chinese labels, readable cells, a page for each notice.

It is an entry point of the distribution, so plain `datasette policies.db` has it too. Databases that zhengce did
not make are left alone.
"""

from __future__ import annotations

import gc
from contextlib import suppress
from typing import Any

from datasette import hookimpl
from datasette.utils import tilde_encode
from datasette.utils.asgi import Response

from publish import pay, site
from publish.plugin import (
    calculate,
    calendar,
    cells,
    compare,
    errors,
    find,
    frame,
    home,
    notice,
    office,
    pages,
    paging,
    quality,
    sources,
)
from publish.search import PENDING, match_expression


def databases(datasette: Any) -> list[str]:
    """Names of the databases that zhengce made, known once Datasette has started."""
    found: list[str] = getattr(datasette, "_zhengce_databases", [])
    return found


@hookimpl
def startup(datasette: Any) -> Any:
    async def look() -> None:
        names = [name for name, db in datasette.databases.items() if await db.table_exists(PENDING)]
        datasette._zhengce_databases = names
        for name in names:
            with suppress(ValueError):  # a formula of another version: the page itself says so
                await calculate.book(datasette.databases[name])
        gc.freeze()  # what is read once stays: walking it at each collection costs as much as an answer

    return look


@hookimpl
def get_metadata(datasette: Any) -> dict[str, Any]:
    names = databases(datasette)
    return site.metadata(names) if names else {"custom_units": site.MONEY_UNITS}


@hookimpl(trylast=True)
def prepare_connection(conn: Any) -> None:
    ours = conn.execute("select 1 from sqlite_master where type = 'table' and name = ?", [PENDING]).fetchone()
    if ours:
        conn.create_function("escape_fts", 1, match_expression, deterministic=True)
        pay.register(conn)


@hookimpl
def prepare_jinja2_environment(env: Any, datasette: Any) -> None:
    env.filters["zh"] = site.label
    env.filters["zh_value"] = cells.coded
    env.filters["tilde"] = tilde_encode
    env.filters["sum_of_money"] = cells.yuan
    env.globals["zhengce_pages"] = pages
    env.globals["zhengce_static"] = lambda name: frame.static(datasette, name)
    env.globals["zhengce_menu"] = lambda database, path: frame.navigation(
        datasette, databases(datasette), database, path
    )


@hookimpl
def extra_template_vars(view_name: str, database: str, table: str, request: Any, datasette: Any) -> Any:
    if database not in databases(datasette) and view_name != "index":
        return {}

    async def more() -> dict[str, Any]:
        if view_name == "row":
            pks = request.url_vars["pks"]
            return {
                "standing": await notice.standing(datasette, database, table, pks),
                **await pages.row_page(datasette, database, table, pks),
            }
        if view_name == "index":
            return {"overviews": [await pages.overview(datasette, name) for name in await _seen(datasette, request)]}
        if view_name in ("table", "database"):
            return {"choices": await pages.choices(datasette, database)}
        return {}

    return more


async def _seen(datasette: Any, request: Any) -> list[str]:
    """Our databases that the asker may see."""
    asked = [(name, [("view-database", name), "view-instance"]) for name in databases(datasette)]
    return [name for name, needed in asked if (await datasette.check_visibility(request.actor, permissions=needed))[0]]


@hookimpl
def render_cell(row: Any, value: Any, column: str, table: str | None, database: str, datasette: Any) -> Any:
    if database in databases(datasette):
        return cells.render(datasette, database, table, row, column, value)
    return None


@hookimpl(hookwrapper=True)
def handle_exception(datasette: Any, request: Any, exception: Exception) -> Any:
    """Answers what the asker got wrong with a page of the site. Datasette's own answer prints a traceback, too."""
    outcome = yield
    if told := errors.told(exception):
        status, message = told

        async def answer() -> Response:
            return await errors.page(datasette, request, status, message)

        outcome.force_result([answer])


_PAGES = {
    "compare": compare.page,
    "calculate": calculate.page,
    "calendar": calendar.page,
    r"calendar\.ics": calendar.feed,
    "office": office.page,
    "quality": quality.page,
    "find": find.page,
    r"file/(?P<sha256>[0-9a-f]{64})": sources.file_page,
    r"picture/(?P<table>[^/]+)/(?P<row>[^/]+)": sources.picture,
}
"""Pages of the site by the name in their address."""


@hookimpl
def asgi_wrapper(datasette: Any) -> Any:
    return paging.in_one_order(datasette)


@hookimpl
def register_routes() -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = [(r"^/(?P<database>[^/]+)/-/notice/(?P<id>[^/]+)$", notice.page)]
    found.append((r"^/$", _site_page(home.page)))
    return found + [(rf"^/(?P<database>[^/]+)/-/{name}$", _site_page(view)) for name, view in _PAGES.items()]


def _site_page(view: Any) -> Any:
    async def page(datasette: Any, request: Any) -> Response:
        response: Response = await view(datasette, request, databases(datasette))
        return response

    return page
