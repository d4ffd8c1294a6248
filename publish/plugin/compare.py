"""The page that puts two to eight places side by side: one column a place, every cell with the way to its words."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

from datasette.utils.asgi import Response

from publish.plugin import charts, frame, says
from publish.plugin.cells import notice_url
from publish.site import label_of_table

TABLES = ("subsidies", "targets", "responsibilities", "deadlines")
FEWEST, MOST, OFFERED, AT_FIRST, ALONE = 2, 8, 12, 3, 15
_DOCUMENT = "coalesce(d.adcode, d.area, d.id) as place, coalesce(d.area, d.title, d.id) as place_name"
_OWN = "coalesce(t.adcode, t.area, d.adcode, d.area, d.id)"
_HERE = "d.id in (select id from documents where coalesce(adcode, area, id) in (select value from json_each(:places)))"
_ROWS = {
    "subsidies": f"""
select {_DOCUMENT}, s.id, s.document_id, s.start, s."end", s.quote, s.theme, s.beneficiary_kind, s.grade,
  s.beneficiary, s.activity, s.formula_text, s.amount_yuan, s.amount_min_yuan, s.cap_yuan, s.rate, s.base, s.per,
  s.upper_bound, s.kind, s.frequency,
  (select max(x.amount_yuan) from subsidy_tiers x where x.subsidy_id = s.id) as step_yuan
from subsidies s join documents d on d.id = s.document_id
where :theme in ('', s.theme) and {_HERE} order by s.document_id, s.start, s.rowid""",
    "targets": f"""
select {_OWN} as place, coalesce(t.area, d.area, d.title, d.id) as place_name, t.id, t.document_id, t.start, t."end",
  t.quote, t.theme, t.indicator_code, t.indicator, t.comparator, t.value, t.value_high, t.unit, t.change, t.each,
  t.due_on
from targets t join documents d on d.id = t.document_id
where :theme in ('', t.theme) and t.id in (
  select id from targets where adcode in (select value from json_each(:places))
  union select id from targets where adcode is null and area in (select value from json_each(:places))
  union select x.id from documents d join targets x on x.document_id = d.id where x.adcode is null and x.area is null
    and {_HERE})
order by t.document_id, t.start, t.rowid""",
    "responsibilities": f"""
select {_DOCUMENT}, r.id, r.document_id, r.start, r."end", r.quote, o.function, r.organisation_id, r.unit_text, r.role,
  k.text as task, k.due_on
from documents d join responsibilities r on r.document_id = d.id join tasks k on k.id = r.task_id
left join organisations o on o.id = r.organisation_id where {_HERE} order by r.document_id, r.start, r.rowid""",
    "deadlines": f"""
select {_DOCUMENT}, l.id, l.document_id, l.start, l."end", l.quote, l.kind, l.start_on, l.end_on, l.recurrence,
  l.time_text, l.applies_to
from documents d join deadlines l on l.document_id = d.id where {_HERE} order by l.end_on, l.document_id, l.start""",
}
_COUNTS = {
    "subsidies": f"""select {_DOCUMENT}, count(*) as n from subsidies s join documents d on d.id = s.document_id
where :theme in ('', s.theme) group by s.document_id""",
    "targets": f"""select {_OWN} as place, coalesce(t.area, d.area, d.title, d.id) as place_name, count(*) as n
from targets t indexed by for_site_targets_theme_document_id_adcode_area join documents d on d.id = t.document_id
where :theme in ('', t.theme) group by t.document_id, t.adcode, t.area""",
    "responsibilities": f"""select {_DOCUMENT}, n from (select document_id, count(*) as n from responsibilities
group by document_id) join documents d on d.id = document_id""",
    "deadlines": f"""select {_DOCUMENT}, n from (select document_id, count(*) as n from deadlines group by document_id)
join documents d on d.id = document_id""",
}
_THEMES = "select distinct theme from subsidies union select distinct theme from targets order by 1"


class Place(NamedTuple):
    """A place that can be compared: its code (its name where it has none), its name, how many rows it has."""

    key: str
    name: str
    rows: int


class Entry(NamedTuple):
    """What one row says in a cell. `measure` tells which values may be compared; `data` is for CSV."""

    place: str
    text: str
    beside: str
    row: sqlite3.Row
    value: float | None = None
    low: float | None = None
    soft: bool = False
    measure: str = ""


@dataclass(slots=True)
class Line:
    """A row of the comparison: what it is about, and each place's entries."""

    title: str
    beside: str
    cells: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))

    def comparable(self) -> dict[str, Entry]:
        """Place → its highest entry, of the measure that most places give; nothing where fewer than two do."""
        best: dict[str, dict[str, Entry]] = defaultdict(dict)
        for place, entries in self.cells.items():
            for entry in entries:
                if entry.value and entry.measure:
                    standing = best[entry.measure].get(place)
                    if standing is None or (standing.value or 0) < entry.value:
                        best[entry.measure][place] = entry
        found = max(best.values(), key=len, default={})
        return found if len(found) >= FEWEST else {}


def places(conn: sqlite3.Connection, table: str, theme: str) -> list[Place]:
    """The places that have rows, the one with most first."""
    found: dict[str, tuple[str, int]] = {}
    for key, name, rows in conn.execute(_COUNTS[table], {"theme": theme}):
        found[key] = (name, found.get(key, (name, 0))[1] + rows)
    return sorted((Place(key, name, n) for key, (name, n) in found.items()), key=lambda p: (-p.rows, p.key))


def entries(conn: sqlite3.Connection, table: str, theme: str, keys: list[str]) -> list[tuple[tuple[str, str], Entry]]:
    """Every row of those places with the line (title and what stands beside it) that it belongs to."""
    rows = conn.execute(_ROWS[table], {"theme": theme, "places": json.dumps(keys)}).fetchall()
    return [_SHOWN[table](row) for row in rows if row["place"] in keys]


def lines(found: Iterable[tuple[tuple[str, str], Entry]]) -> list[Line]:
    """The lines, those that more places have first."""
    out: dict[tuple[str, str], Line] = {}
    for key, entry in found:
        out.setdefault(key, Line(*key)).cells[entry.place].append(entry)
    return sorted(out.values(), key=lambda line: -len(line.cells))


def themes(conn: sqlite3.Connection) -> list[str]:
    """The themes that occur."""
    return [theme for (theme,) in conn.execute(_THEMES) if theme]


def _subsidy(row: sqlite3.Row) -> tuple[tuple[str, str], Entry]:
    title = "".join(filter(None, (row["grade"], row["beneficiary_kind"]))) or "未分类对象"
    highest = row["cap_yuan"] or row["amount_yuan"] or row["step_yuan"]
    rate_only = not highest and row["rate"]
    per = "" if row["cap_yuan"] else row["per"] or ""
    often = row["frequency"] if row["frequency"] in ("yearly", "half-yearly", "quarterly", "monthly") else ""
    entry = Entry(
        row["place"], *says.subsidy(row), row,
        value=100 * row["rate"] if rate_only else highest,
        low=row["amount_min_yuan"] if row["amount_yuan"] == highest else None,
        soft=bool(row["upper_bound"] or (row["cap_yuan"] and row["rate"])),
        measure=f"%{row['base'] or ''}" if rate_only else f"元{per}{often}" if highest else "",
    )  # fmt: skip
    return (title, frame.word(row["theme"], "theme")), entry


def _target(row: sqlite3.Row) -> tuple[tuple[str, str], Entry]:
    title = frame.word(row["indicator_code"], "indicator_code") or row["indicator"]
    measure = "" if row["each"] else f"{row['change']}{row['unit'] or ''}"
    change = frame.word(row["change"], "change") if row["change"] != "total" else ""
    return (title, change), Entry(row["place"], *says.target(row), row, value=row["value"], measure=measure)


def _duty(row: sqlite3.Row) -> tuple[tuple[str, str], Entry]:
    return (row["function"] or "其他单位", ""), Entry(row["place"], *says.duty(row), row)


def _deadline(row: sqlite3.Row) -> tuple[tuple[str, str], Entry]:
    month = (row["end_on"] or "")[:7]
    title = f"{month[:4]}年{int(month[5:])}月" if month else frame.word(row["recurrence"], "recurrence") or "无日期"
    return (title, "截止" if month else ""), Entry(row["place"], *says.deadline(row), row)


_SHOWN = {"subsidies": _subsidy, "targets": _target, "responsibilities": _duty, "deadlines": _deadline}


def chart(line: Line, names: dict[str, str]) -> Any:
    """The line's comparable values as bars, in the order of the places."""
    best = line.comparable()
    rows = [
        charts.Bar(names[key], best[key].value or 0, best[key].text, best[key].low, best[key].soft, tone)
        for tone, key in enumerate(names)
        if key in best
    ]
    return charts.bars(f"{line.title} {line.beside}".strip(), rows)


class Choice(NamedTuple):
    """What the address asks for."""

    table: str
    theme: str
    keys: list[str]

    def query(self, **changed: Any) -> list[tuple[str, Any]]:
        """The choice as an address says it, with changes."""
        new = self._replace(**changed)
        return [("table", new.table), ("theme", new.theme), *(("place", key) for key in new.keys)]


def subject(request: Any) -> tuple[str, str]:
    """The table and the theme that a request asks for."""
    table = request.args.get("table") or "subsidies"
    table = table if table in TABLES else "subsidies"
    return table, (request.args.get("theme") or "") if table in ("subsidies", "targets") else ""


def chosen(request: Any, offered: list[Place]) -> Choice:
    """The choice of a request, with the places that have most for those it leaves open."""
    table, theme = subject(request)
    named = {place.name: place.key for place in reversed(offered)} | {place.key: place.key for place in offered}
    asked = [*request.args.getlist("place"), *(request.args.get("add") or "").replace("、", " ").split()]
    keys = list(dict.fromkeys(named.get(word.strip(), word.strip()) for word in asked if word.strip()))
    return Choice(table, theme, keys or [place.key for place in offered[:AT_FIRST]])


def _read(conn: sqlite3.Connection, choice: Choice, offered: list[Place]) -> dict[str, Any]:
    known = {place.key: place for place in offered}
    picked = [known.get(key) or _elsewhere(conn, key) for key in choice.keys]
    shown = [place for place in picked if place is not None][:MOST]
    names = {place.key: place.name for place in shown}
    found = entries(conn, choice.table, choice.theme, list(names)) if names else []
    return {
        "choice": choice, "places": shown, "names": names, "lines": lines(found),
        "unknown": [key for key, place in zip(choice.keys, picked, strict=True) if place is None],
        "too_many": max(0, len([p for p in picked if p]) - MOST),
        "suggested": [place for place in offered if place.key not in names][:OFFERED], "offered": offered,
    }  # fmt: skip


def _elsewhere(conn: sqlite3.Connection, word: str) -> Place | None:
    """A place that has no rows on this theme but stands in the database."""
    sql = "select coalesce(adcode, area, id), coalesce(area, title, id) from documents where ? in (adcode, area, id)"
    row = conn.execute(sql, [word]).fetchone()
    return Place(row[0], row[1], 0) if row else None


async def page(datasette: Any, request: Any, ours: list[str]) -> Response:
    """/<database>/-/compare?table=subsidies&theme=training&place=341500&place=610100; `format=csv` for a file."""
    name, db = await frame.about(datasette, request, ours)
    offered = await frame.remember(db, places, *subject(request))
    read = await frame.ask(db, _read, chosen(request, offered), offered)
    read["themes"] = await frame.remember(db, themes)
    if request.args.get("format") == "csv":
        return _csv(read["choice"], read["lines"], read["names"])
    choice, names, found = read["choice"], read["names"], read["lines"]

    def link(**changed: Any) -> str:
        return frame.address(datasette, name, "compare", choice.query(**changed))

    at = cache(lambda document_id: notice_url(datasette, name, document_id))

    def words(entry: Entry) -> str:
        return f"{at(entry.row['document_id'])}?at={entry.row['start']}-{entry.row['end']}#at"

    together = [line for line in found if len(line.cells) >= FEWEST]
    alone = [line for line in found if len(line.cells) < FEWEST]
    first = len(alone) if request.args.get("all") else ALONE
    context = {
        **read, "database": name, "tables": [(table, label_of_table(table)) for table in TABLES], "link": link,
        "words": words, "together": together, "alone": alone[:first], "alone_count": len(alone),
        "all": link() + ("&" if "?" in link() else "?") + "all=1",
        "charts": [(line, drawn) for line in together if (drawn := chart(line, names))], "word": frame.word,
        "csv": link() + ("&" if "?" in link() else "?") + "format=csv", "few": len(names) < FEWEST,
    }  # fmt: skip
    return await frame.answer(datasette, request, "compare.html", context)


def _csv(choice: Choice, found: list[Line], names: dict[str, str]) -> Response:
    """One record an entry; with a byte order mark, by which Excel knows UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    fields: list[str] = []
    for line in found:
        for place, cell in line.cells.items():
            for entry in cell:
                if not fields:
                    fields = [f for f in entry.row.keys() if f not in ("place", "place_name")]  # noqa: SIM118
                    writer.writerow(["line", "beside", "place", "place_name", "says", *fields])
                writer.writerow(
                    [line.title, line.beside, place, names[place], entry.text, *(entry.row[f] for f in fields)]
                )
    name = f"compare-{choice.table}{'-' + choice.theme if choice.theme else ''}.csv"
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response("\ufeff" + out.getvalue(), content_type="text/csv; charset=utf-8", headers=headers)
