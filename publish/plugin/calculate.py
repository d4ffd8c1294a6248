"""The page that takes an applicant's facts once and shows what every place would pay, with the steps."""

from __future__ import annotations

import sqlite3
from collections import Counter
from typing import Any, NamedTuple

from datasette.utils.asgi import Response

from publish.applicant import WHO, BadFact, applicant
from publish.book import Book, book_of
from publish.pay import NoticePay, pay, unused
from publish.plugin import charts, frame
from publish.plugin.cells import notice_url, row_url

SIZE, CHARTED, ASKED_FIRST = 12, 8, 8
_OTHERS = ("set", "page", "sort")
_STATES = (
    ("amount", "可得", "would be paid"), ("depends on", "取决于", "depends on what is not known"),
    ("not entitled", "不符合", "not entitled"),
)  # fmt: skip


class Variable(NamedTuple):
    """A figure that formulas ask for, and in how many notices."""

    name: str
    unit: str | None
    notices: int


def settings(request: Any) -> list[str]:
    """The facts of an address: 快递单量=30000&对象=企业, and set=省级示范村=是 for what has no field."""
    told = [f"{name}={value.strip()}" for name, value in _fields(request) if name not in _OTHERS and value.strip()]
    others = [part for line in request.args.getlist("set") for part in line.replace("；", ";").split(";")]
    return told + [part.strip() for part in others if part.strip()]


def _fields(request: Any) -> list[tuple[str, str]]:
    return [(name, value) for name in request.args for value in request.args.getlist(name)]


def _work_out(_conn: sqlite3.Connection, read: Book, facts: tuple[str, ...]) -> tuple[list[NoticePay], list[str]]:
    who = applicant(facts)
    return pay(read, who), unused(read, who)


async def book(db: Any) -> Book:
    """The promises of a database, read once for each state of its file."""
    found: Book = await frame.remember(db, book_of)
    return found


async def page(datasette: Any, request: Any, ours: list[str]) -> Response:
    """/<database>/-/calculate?快递单量=30000&年网络销售额=600万元: what every place would pay."""
    name, db = await frame.about(datasette, request, ours)
    read = await book(db)
    asked = [Variable(*variable) for variable in read.variables]
    facts = tuple(settings(request))
    wrong, found, idle = None, [], []
    if facts:
        try:
            found, idle = await frame.remember(db, _work_out, read, facts)
        except BadFact as error:
            wrong = str(error)
    paying = [notice for notice in found if notice.at_most > 0]
    others = [notice for notice in found if notice.at_most <= 0]

    def link(number: int) -> str:
        return frame.address(datasette, name, "calculate", [*_kept(request), ("page", number)])

    pages = frame.part(request, len(found), SIZE, link)
    given = {word: value for word, value in _fields(request) if word not in _OTHERS}
    first = [v for v in asked if v.name in given] + [v for v in asked if v.name not in given][:ASKED_FIRST]
    context = {
        "database": name, "facts": facts, "wrong": wrong, "idle": idle, "kinds": read.kinds,
        "given": given, "first": first,
        "more": [v for v in asked if v not in first], "set": "；".join(request.args.getlist("set")),
        "found": found[pages.first : pages.last], "pages": pages, "paying": len(paying), "others": len(others),
        "chart": _chart(paying[:CHARTED]), "charted": CHARTED, "states": _STATES, "who": WHO[0],
        "words": lambda notice, p: notice_url(datasette, name, notice.document_id, p.start, p.end),
        "notice_url": lambda notice: notice_url(datasette, name, notice.document_id),
        "row_url": lambda p: row_url(datasette, name, f"subsidies:{p.id}"),
        "missing": _missing(found),
    }  # fmt: skip
    return await frame.answer(datasette, request, "calculate.html", context)


def _kept(request: Any) -> list[tuple[str, str]]:
    return [(name, value) for name, value in _fields(request) if name != "page"]


def _chart(paying: list[NoticePay]) -> Any:
    rows = [
        charts.Bar(notice.area, notice.at_most, notice.total_text, notice.sure, soft=True, tone=i)
        for i, notice in enumerate(paying)
    ]
    return charts.bars("各地最多可得 The most each place would pay", rows)


def _missing(found: list[NoticePay]) -> list[tuple[str, int]]:
    """The figures that would decide more, and in how many notices; the most telling first."""
    count = Counter(name for notice in found for name in notice.missing)
    return sorted(count.items(), key=lambda item: (-item[1], item[0]))[:8]
