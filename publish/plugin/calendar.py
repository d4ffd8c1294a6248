"""What is due, by place and office, month by month, and the same as a feed that calendars subscribe to (RFC 5545)."""

from __future__ import annotations

import sqlite3
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from typing import Any, NamedTuple

from datasette.utils.asgi import Response
from icalendar import Calendar, Event

from publish.plugin import charts, frame, says
from publish.plugin.cells import notice_url

SIZE = 100
_PLACE = "coalesce(d.adcode, d.area, d.id)"
_CHOSEN = f"""(:place = '' or {_PLACE} = :place) and (:kind = '' or l.kind = :kind)
  and (:function = '' or l.task_id in (select r.task_id from organisations o join responsibilities r
    on r.organisation_id = o.id where o.function = :function))"""
_FROM = f"from deadlines l join documents d on d.id = l.document_id where {_CHOSEN}"
_DAY = "coalesce(l.end_on, l.start_on)"
_SELECT = f"""
select l.id, l.kind, l.start_on, l.end_on, l.recurrence, l.time_text, l.applies_to, l.quote, l.document_id, l.start,
  l."end", {_DAY} as day, coalesce(d.area, d.title, d.id) as area, d.title, d.extracted_at,
  (select group_concat(unit_text, '、') from (select distinct unit_text from responsibilities
    where task_id = l.task_id limit 6)) as units
{_FROM}"""
_DATED = f"{_SELECT} and {_DAY} between :first and :last order by day, l.document_id, l.start limit :size offset :from"
_UNDATED = (
    f"{_SELECT} and {_DAY} is null order by l.recurrence is null, l.document_id, l.start limit :size offset :from"
)
_ALL = f"{_SELECT} and {_DAY} is not null order by day, l.document_id, l.start"
_MONTHS = f"""select substr({_DAY}, 1, 7) as month, count(*) as n {_FROM} and {_DAY} is not null
group by month order by month"""
_PLACES = f"""select {_PLACE} as place, coalesce(d.area, d.title, d.id) as name from documents d
where exists (select 1 from deadlines where document_id = d.id) group by 1 order by 1"""
_FUNCTIONS = """select o.function from organisations o join responsibilities r on r.organisation_id = o.id
where o.function is not null group by 1 order by count(*) desc"""
_KINDS = ("due", "phase", "recurring", "relative", "validity")
_RULES = {
    "yearly": {"freq": "yearly"}, "half-yearly": {"freq": "monthly", "interval": 6},
    "quarterly": {"freq": "monthly", "interval": 3}, "monthly": {"freq": "monthly"}, "weekly": {"freq": "weekly"},
}  # fmt: skip
_UNDATED_MONTH = "none"


class Choice(NamedTuple):
    """Whose deadlines, and of which kind; empty means all."""

    place: str
    function: str
    kind: str


def chosen(request: Any) -> Choice:
    """The choice that an address names."""
    return Choice(*((request.args.get(name) or "").strip() for name in Choice._fields))


def offered(conn: sqlite3.Connection) -> tuple[list[tuple[str, str]], list[str]]:
    """Places with deadlines, and the functions of offices."""
    return [tuple(row) for row in conn.execute(_PLACES)], [row[0] for row in conn.execute(_FUNCTIONS)]


def months(conn: sqlite3.Connection, choice: Choice) -> tuple[list[tuple[str, int]], int]:
    """The months in which something is due with how much, and how much has no date."""
    none = conn.execute(f"select count(*) {_FROM} and {_DAY} is null", choice._asdict()).fetchone()[0]
    return [tuple(row) for row in conn.execute(_MONTHS, choice._asdict())], none


def rows(conn: sqlite3.Connection, choice: Choice, month: str, first: int) -> list[sqlite3.Row]:
    """What is due in a month (YYYY-MM), or has no date: SIZE rows from the first asked for."""
    asked = {**choice._asdict(), "size": SIZE, "from": first}
    if month == _UNDATED_MONTH:
        return conn.execute(_UNDATED, asked).fetchall()
    return conn.execute(_DATED, {**asked, "first": f"{month}-01", "last": f"{month}-31"}).fetchall()


def first_month(found: list[tuple[str, int]], today: date) -> str:
    """The month to begin with: this one or the next in which something is due, else the last that had something."""
    this = today.isoformat()[:7]
    return next((month for month, _ in found if month >= this), found[-1][0] if found else _UNDATED_MONTH)


async def page(datasette: Any, request: Any, ours: list[str]) -> Response:
    """/<database>/-/calendar?place=341500&function=商务&month=2019-12: what is due then."""
    name, db = await frame.about(datasette, request, ours)
    choice = chosen(request)
    places, functions = await frame.remember(db, offered)
    places_by_name = {label: key for key, label in places}
    choice = choice._replace(place=places_by_name.get(choice.place, choice.place))
    found, undated = await frame.remember(db, months, choice)
    today = datetime.now(UTC).date()
    month = request.args.get("month") or first_month(found, today)

    def link(to: str = "calendar", /, **more: Any) -> str:
        return frame.address(datasette, name, to, [*choice._asdict().items(), *more.items()])

    due = dict(found).get(month, undated if month == _UNDATED_MONTH else 0)
    pages = frame.part(request, due, SIZE, lambda number: link(month=month, page=number))
    shown = await frame.ask(db, rows, choice, month, pages.first)
    order = [m for m, _ in found]
    at = order.index(month) if month in order else None
    of_year = [(m, n) for m, n in found if m[:4] == month[:4]]
    context = {
        "database": name, "choice": choice, "places": places, "names": dict(places), "functions": functions,
        "kinds": _KINDS, "month": month, "undated": undated, "total": sum(n for _, n in found), "link": link,
        "days": [(day, list(rows)) for day, rows in groupby(shown, key=lambda row: row["day"])],
        "years": _years(found), "year": month[:4], "months": of_year, "due": due, "pages": pages,
        "before": order[at - 1] if at else None,
        "after": order[at + 1] if at is not None and at + 1 < len(order) else None,
        "past": bool(found) and found[-1][0] < today.isoformat()[:7], "says": says.deadline, "spoken": spoken,
        "words": lambda row: notice_url(datasette, name, row["document_id"], row["start"], row["end"]),
        "feed": link("calendar.ics"), "webcal": f"webcal://{request.host}{link('calendar.ics')}",
        "chart": charts.columns(
            f"{month[:4]}年各月到期事项 due by month",
            [(f"{m}月", dict(of_year).get(f"{month[:4]}-{m:02}", 0)) for m in range(1, 13)],
        ),
    }  # fmt: skip
    return await frame.answer(datasette, request, "calendar.html", context)


def _years(found: list[tuple[str, int]]) -> list[tuple[str, int, str]]:
    """Each year with how much is due in it, and its first month with something."""
    grouped = [(year, list(group)) for year, group in groupby(found, key=lambda one: one[0][:4])]
    return [(year, sum(n for _, n in group), group[0][0]) for year, group in grouped]


def spoken(day: str) -> str:
    """2019-12-31 → 2019年12月31日."""
    year, month, number = day.split("-")
    return f"{year}年{int(month)}月{int(number)}日"


async def feed(datasette: Any, request: Any, ours: list[str]) -> Response:
    """/<database>/-/calendar.ics?place=341500: every dated deadline of the choice as an all-day event."""
    name, db = await frame.about(datasette, request, ours)
    choice = chosen(request)
    found = await frame.ask(db, lambda conn: conn.execute(_ALL, choice._asdict()).fetchall())

    def words(row: sqlite3.Row) -> str:
        address = notice_url(datasette, name, row["document_id"], row["start"], row["end"])
        return str(datasette.absolute_url(request, address))

    named = "·".join(filter(None, (found[0]["area"] if choice.place and found else "", choice.function)))
    body = calendar(f"政策时限 {named}".strip(), [(row, words(row)) for row in found])
    headers = {"content-disposition": 'inline; filename="zhengce.ics"', "cache-control": "max-age=3600"}
    return Response(body, content_type="text/calendar; charset=utf-8", headers=headers)


def calendar(title: str, found: list[tuple[Any, str]]) -> str:
    """The deadlines, each with the address of its words, as an iCalendar. The same rows give the same text."""
    out = Calendar()
    out.add("prodid", "-//zhengce//policy deadlines//ZH")
    out.add("version", "2.0")
    out.add("calscale", "GREGORIAN")
    out.add("method", "PUBLISH")
    out.add("x-wr-calname", title)
    out.add("refresh-interval", timedelta(days=1), {"value": "DURATION"})
    for row, address in found:
        out.add_component(_event(row, address))
    return out.to_ical().decode("utf-8")


def _event(row: Any, address: str) -> Event:
    last = date.fromisoformat(row["day"])
    first = date.fromisoformat(row["start_on"]) if row["kind"] == "phase" and row["start_on"] else last
    event = Event()
    event.add("uid", f"{row['id']}@zhengce")
    event.add("dtstamp", datetime.fromisoformat(row["extracted_at"]).astimezone(UTC))
    event.add("dtstart", first)
    event.add("dtend", last + timedelta(days=1))
    event.add("summary", f"{row['area']}：{says.short(row['applies_to'], 40)}")
    told = [row["time_text"], row["quote"], row["units"] and f"责任单位：{row['units']}", row["title"], address]
    event.add("description", "\n".join(line for line in told if line))
    event.add("url", address)
    event.add("categories", [frame.word(row["kind"], "kind"), row["area"]])
    event.add("transp", "TRANSPARENT")
    if row["recurrence"] and first == last:
        event.add("rrule", _RULES[row["recurrence"]])
    return event
