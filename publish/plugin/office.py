"""Everything that one office, or the offices of one function in every place, lead and support."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from datasette.utils.asgi import NotFound, Response

from publish.plugin import charts, frame, says
from publish.plugin.cells import notice_url

SIZE = 60
ROLES = ("lead", "responsible", "support")
_FUNCTIONS = """select o.function, count(distinct o.id) as offices, count(*) as duties, sum(r.role = 'lead') as leads,
  sum(r.role = 'responsible') as responsible, sum(r.role = 'support') as supports
from organisations o join responsibilities r on r.organisation_id = o.id
group by o.function order by o.function is null, duties desc"""
_WHICH = "o.id = :organisation or (:organisation = '' and o.function = :function)"
_ROLES = f"""select r.role, count(*) from organisations o join responsibilities r on r.organisation_id = o.id
where {_WHICH} group by 1"""
_OFFICES = f"""select o.id, o.name, count(*) as duties from organisations o join responsibilities r
on r.organisation_id = o.id where {_WHICH} group by o.id order by duties desc, o.id"""
_DUTIES = f"""
select r.id, r.document_id, r.start, r."end", r.role, r.unit_text, o.id as organisation_id, o.name,
  k.text as task, k.due_on, coalesce(d.area, d.title, d.id) as area, d.title
from organisations o join responsibilities r on r.organisation_id = o.id join tasks k on k.id = r.task_id
join documents d on d.id = r.document_id
where ({_WHICH}) and :role in ('', r.role)
order by d.adcode, r.document_id, o.id, r.role != 'lead', r.role = 'support', r.start limit :size offset :first"""
_BEST_KNOWN = 60


def functions(conn: sqlite3.Connection) -> list[sqlite3.Row]:
    """The functions of offices, the busiest first; that of offices without one last."""
    return conn.execute(_FUNCTIONS).fetchall()


def counts(conn: sqlite3.Connection, function: str, organisation: str) -> tuple[dict[str, int], list[sqlite3.Row]]:
    """How much is led and supported, and by which offices."""
    which = {"function": function, "organisation": organisation}
    return dict(conn.execute(_ROLES, which).fetchall()), conn.execute(_OFFICES, which).fetchall()


async def page(datasette: Any, request: Any, ours: list[str]) -> Response:
    """/<database>/-/office?function=商务 or ?organisation=<id>, `&role=lead` for one role; all functions without."""
    name, db = await frame.about(datasette, request, ours)
    asked = {key: (request.args.get(key) or "").strip() for key in ("function", "organisation", "role")}
    if asked["role"] not in ROLES:
        asked["role"] = ""

    def link(to: str = "office", /, **more: Any) -> str:
        return frame.address(datasette, name, to, more.items())

    context: dict[str, Any] = {"database": name, "asked": asked, "link": link, "roles": ROLES, "word": frame.word}
    if not asked["function"] and not asked["organisation"]:
        found = await frame.remember(db, functions)
        rows = [
            charts.Bar(row["function"], row["duties"], f"{row['duties']} 项", row["leads"], True) for row in found
            if row["function"]
        ]  # fmt: skip
        return await frame.answer(
            datasette,
            request,
            "office.html",
            {**context, "functions": found, "chart": charts.bars("各职能任务数", rows[:12])},
        )
    roles, offices = await frame.remember(db, counts, asked["function"], asked["organisation"])
    if not offices:
        raise NotFound("没有这个部门 No such office")
    whole = roles.get(asked["role"], 0) if asked["role"] else sum(roles.values())
    pages = frame.part(request, whole, SIZE, lambda number: link(**{**asked, "page": number}))
    duties = await frame.ask(db, _duties, {**asked, "size": SIZE, "first": pages.first})
    context |= {
        "title": offices[0]["name"] if asked["organisation"] else f"{asked['function']}部门",
        "counts": roles, "offices": offices[:_BEST_KNOWN], "others": len(offices) - _BEST_KNOWN,
        "groups": _grouped(duties), "pages": pages, "says": says,
        "words": lambda row: notice_url(datasette, name, row["document_id"], row["start"], row["end"]),
        "notice": lambda row: notice_url(datasette, name, row["document_id"]),
    }  # fmt: skip
    return await frame.answer(datasette, request, "office.html", context)


def _duties(conn: sqlite3.Connection, asked: dict[str, Any]) -> list[sqlite3.Row]:
    return conn.execute(_DUTIES, asked).fetchall()


def _grouped(duties: Iterable[sqlite3.Row]) -> list[tuple[sqlite3.Row, list[sqlite3.Row]]]:
    """The duties by office and notice: the first of each, and all."""
    groups = [list(group) for _, group in groupby(duties, key=lambda row: (row["document_id"], row["organisation_id"]))]
    return [(group[0], group) for group in groups]
