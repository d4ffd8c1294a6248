"""One search over every table, the results grouped, each with the way to its words."""

from __future__ import annotations

import asyncio
from typing import Any, NamedTuple

from datasette.utils.asgi import Response

from publish.plugin import frame, says
from publish.plugin.cells import notice_url
from publish.search import index_name, match_expression
from publish.site import label_of_table

TABLES = ("documents", "subsidies", "targets", "tasks", "deadlines", "responsibilities", "budgets", "citations")
SHOWN = 5
_AROUND = 36


class Hit(NamedTuple):
    """A row found: what it says, where it stands, and the words around what was searched."""

    text: str
    beside: str
    area: str
    href: str


class Group(NamedTuple):
    """The hits of one table."""

    table: str
    label: str
    rows: int
    hits: list[Hit]
    everything: str


async def page(datasette: Any, request: Any, ours: list[str]) -> Response:
    """/<database>/-/find?q=电商 奖励: what every table has of it."""
    name, db = await frame.about(datasette, request, ours)
    query = (request.args.get("q") or "").strip()
    found = []
    if query:
        match = match_expression(query)
        found = list(await asyncio.gather(*(_group(datasette, name, db, table, query, match) for table in TABLES)))
    context = {"database": name, "query": query, "groups": [group for group in found if group.rows],
               "total": sum(group.rows for group in found)}  # fmt: skip
    return await frame.answer(datasette, request, "find.html", context)


async def _group(datasette: Any, name: str, db: Any, table: str, query: str, match: str) -> Group:
    index = index_name(table)

    def read(conn: Any) -> tuple[int, list[Any]]:
        count = conn.execute(f"select count(*) from [{index}] where [{index}] match ?", [match]).fetchone()[0]
        own = table == "documents"
        joined = "" if own else "join documents d on d.id = r.document_id"
        place = "" if own else ", coalesce(d.area, d.title, d.id) as place"
        sql = f"""select r.*{place} from [{table}] r {joined} where r.rowid in
            (select rowid from [{index}] where [{index}] match ? order by rowid limit {SHOWN})"""
        return count, conn.execute(sql, [match]).fetchall()

    count, rows = await frame.ask(db, read)
    hits = [_hit(datasette, name, table, row, query) for row in rows]
    everything = f"{datasette.urls.table(name, table)}?{frame.urlencode({'_search': query})}"
    return Group(table, label_of_table(table), count, hits, everything)


def _hit(datasette: Any, name: str, table: str, row: Any, query: str) -> Hit:
    if table == "documents":
        text, beside = says.document(row)
        return Hit(
            text, _around(row["text"], query) or beside, row["area"] or "", notice_url(datasette, name, row["id"])
        )
    text, beside = says.SAYS[table](row)
    return Hit(text, beside, row["place"], notice_url(datasette, name, row["document_id"], row["start"], row["end"]))


def _around(text: str, query: str) -> str:
    """The words around the first place where the query's first word stands in the text."""
    at = text.find(query.split()[0].strip('"'))
    if at < 0:
        return ""
    cut = text[max(0, at - _AROUND) : at + 2 * _AROUND]
    return "…" + " ".join(cut.split()) + "…"
