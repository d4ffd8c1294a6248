"""The page of a notice: its text with the words that rows rest on marked, each mark leading to its row."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

from datasette.utils import tilde_decode, urlsafe_components
from datasette.utils.asgi import NotFound, Response
from markupsafe import Markup

from publish.columns import columns, extracted_tables
from publish.plugin import frame, sources
from publish.plugin.cells import notice_url, row_url
from publish.plugin.says import SAYS, Said
from schemas import TABLES

_AROUND = 80
_SAYS = {
    "targets": "indicator", "subsidies": "activity", "budgets": "item", "deadlines": "time_text",
    "responsibilities": "unit_text", "tasks": "text", "citations": "title",
}  # fmt: skip
_PANELS = ("subsidies", "targets", "tasks", "deadlines", "budgets", "citations")
_FACTS = ("doc_number", "issuer", "area", "issued_on", "status", "genre")
_SURE = 0.6
"""Rows of less confidence are marked as doubtful."""
_MARKED = ("subsidies", "targets", "budgets", "responsibilities", "deadlines", "citations")
"""Tables whose quotes are marked; a task's quote is that of its responsibilities."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that a row rests on."""

    start: int
    end: int
    table: str
    row_id: str
    says: str


async def standing(datasette: Any, database: str, table: str, pks: str) -> dict[str, Any] | None:
    """Where in its notice the row's quote stands: the words around it and the address of the place."""
    if table not in extracted_tables() and table != "quantities":
        return None
    db = datasette.get_database(database)
    sql = (
        f'select r.id, r.boxes, r.document_id, r.start, r."end", d.title, d.area, d.text from [{table}] r'
        " join documents d on d.id = r.document_id where r.id = ?"
    )
    row = (await db.execute(sql, [urlsafe_components(pks)[0]])).first()
    if row is None:
        return None
    start, end, text = row["start"], row["end"], row["text"]
    return {
        "url": notice_url(datasette, database, row["document_id"], start, end),
        "title": row["title"] or row["document_id"],
        "area": row["area"],
        "picture": sources.picture_url(datasette, database, table, row),
        "before": ("…" if start > _AROUND else "") + text[max(0, start - _AROUND) : start],
        "quote": text[start:end],
        "after": text[end : end + _AROUND] + ("…" if end + _AROUND < len(text) else ""),
    }


async def page(datasette: Any, request: Any) -> Response:
    """/<database>/-/notice/<document id>; `?at=12-34` marks a range and `#at` leads to it."""
    database, document_id = (tilde_decode(request.url_vars[name]) for name in ("database", "id"))
    if database not in datasette.databases:
        raise NotFound(f"No database {database}")
    await datasette.ensure_permissions(
        request.actor, [("view-table", (database, "documents")), ("view-database", database), "view-instance"]
    )
    db = datasette.get_database(database)
    found = await frame.ask(db, _read, document_id)
    if found is None:
        raise NotFound(f"No notice {document_id}")
    document, rows, sections = found["document"], found["rows"], found["sections"]
    marks = [Mark(r["start"], r["end"], t, r["id"], r[_SAYS[t]] or r["quote"]) for t in _SAYS for r in rows[t]]
    body = _Body(datasette, database, document["text"], marks, _asked(request.args.get("at")), sections)
    context = {
        **found,
        "database": database,
        "facts": [(columns("documents")[name].zh, name, document[name]) for name in _FACTS if document[name]],
        "sections": [section for section in sections if section["level"] <= 2],
        "panels": [_panel(datasette, database, table, rows) for table in _PANELS if rows[table]],
        "body": Markup("\n").join(body.html()),
        "files": sources.addresses(datasette, database, found["source_files"]),
        "compare": frame.address(datasette, database, "compare", [("place", document["adcode"] or document["area"])]),
        "sure": _SURE,
    }
    return await frame.answer(datasette, request, "notice.html", context)


def _read(conn: sqlite3.Connection, document_id: str) -> dict[str, Any] | None:
    """All rows of a notice, each table's in the order of the text; None if there is no such notice."""
    document = conn.execute("select * from documents where id = ?", [document_id]).fetchone()
    if document is None:
        return None

    def rows(table: str, order: str) -> list[sqlite3.Row]:
        return conn.execute(f"select * from [{table}] where document_id = ? order by {order}", [document_id]).fetchall()

    return {
        "document": document,
        "rows": {table: rows(table, "start, rowid") for table in _SAYS},
        "sections": rows("sections", "ordinal"),
        "source_files": rows("source_files", "file_name"),
        "checks": rows("checks", "case level when 'error' then 0 when 'warning' then 1 else 2 end, code"),
    }


class Item(NamedTuple):
    """A row in the panel beside the text. `key` is table:id, which its marks in the text bear as well."""

    key: str
    says: Said
    at: str
    href: str
    unsure: bool
    page: int | None
    picture: str | None
    parts: list[Item]


class Panel(NamedTuple):
    """The rows of one table in the panel."""

    table: str
    label: str
    items: list[Item]
    rows: int
    marked: bool


def _panel(datasette: Any, database: str, table: str, rows: dict[str, list[sqlite3.Row]]) -> Panel:
    parts: dict[str, list[Item]] = defaultdict(list)
    if table == "tasks":
        for row in rows["responsibilities"]:
            parts[row["task_id"]].append(_item(datasette, database, "responsibilities", row, []))
    items = [_item(datasette, database, table, row, parts[row["id"]]) for row in rows[table]]
    return Panel(table, TABLES[table].LABEL, items, len(items), table in _MARKED)


def _item(datasette: Any, database: str, table: str, row: sqlite3.Row, parts: list[Item]) -> Item:
    key = f"{table}:{row['id']}"
    return Item(
        key, SAYS[table](row), f"?at={row['start']}-{row['end']}#at", row_url(datasette, database, key) or "",
        row["confidence"] < _SURE, row["page"], sources.picture_url(datasette, database, table, row), parts,
    )  # fmt: skip


def _asked(words: str | None) -> tuple[int, int]:
    first, _, last = (words or "").partition("-")
    return (int(first), int(last)) if first.isdecimal() and last.isdecimal() else (0, 0)


class _Body:
    """The text as HTML: a paragraph a line, tab-parted lines as tables, marks around the words of rows."""

    def __init__(
        self, datasette: Any, database: str, text: str, marks: list[Mark], at: tuple[int, int], sections: list[Any]
    ) -> None:
        self.datasette, self.database, self.text, self.at = datasette, database, text, at
        self.marks = sorted((m for m in marks if m.table in _MARKED), key=lambda m: (m.start, m.end))
        self.headings = {section["start"]: section for section in sections}
        self.at_placed = False
        self.next = 0  # index of the first mark not yet begun
        self.open: list[Mark] = []  # marks begun and not yet ended

    def html(self) -> Iterator[Markup]:
        """The paragraphs and tables in order."""
        offset = 0
        rows: list[Markup] = []
        for line in self.text.split("\n"):
            if "\t" in line:
                rows.append(self._row(line, offset))
            else:
                if rows:
                    yield self._table(rows)
                    rows = []
                if line.strip():
                    yield self._paragraph(line, offset)
            offset += len(line) + 1
        if rows:
            yield self._table(rows)

    def _paragraph(self, line: str, offset: int) -> Markup:
        content = self._range(offset, offset + len(line))
        section = self.headings.get(offset + len(line) - len(line.lstrip()))
        if section is None:
            return Markup("<p>{}</p>").format(content)
        heading = f"h level-{min(section['level'], 4)}" if len(line) <= 60 else "h"
        return Markup('<p class="{}" id="s{}">{}</p>').format(heading, section["ordinal"], content)

    def _table(self, rows: list[Markup]) -> Markup:
        return Markup('<div class="table-wrapper"><table>{}</table></div>').format(Markup("").join(rows))

    def _row(self, line: str, offset: int) -> Markup:
        cells = []
        for cell in line.split("\t"):
            cells.append(Markup("<td>{}</td>").format(self._range(offset, offset + len(cell))))
            offset += len(cell) + 1
        return Markup("<tr>{}</tr>").format(Markup("").join(cells))

    def _range(self, start: int, end: int) -> Markup:
        """Characters start:end, parted wherever a mark begins or ends. Ranges must come in order."""
        while self.next < len(self.marks) and self.marks[self.next].start < end:
            self.open.append(self.marks[self.next])
            self.next += 1
        self.open = [mark for mark in self.open if mark.end > start]
        cuts = {start, end, *self.at, *(m.start for m in self.open), *(m.end for m in self.open)}
        edges = sorted(cut for cut in cuts if start <= cut <= end)
        pieces = [self._piece(a, b) for a, b in pairwise(edges)]
        return Markup("").join(pieces)

    def _piece(self, start: int, end: int) -> Markup:
        words = Markup.escape(self.text[start:end])
        over = sorted((m for m in self.open if m.start <= start and end <= m.end), key=lambda m: m.end - m.start)
        if over:
            titles = "\n".join(f"{TABLES[m.table].LABEL}: {m.says[:60]}" for m in over)
            classes = " ".join(dict.fromkeys(f"m-{m.table}" for m in over))
            url = row_url(self.datasette, self.database, f"{over[0].table}:{over[0].row_id}")
            keys = " ".join(f"{m.table}:{m.row_id}" for m in over)
            words = Markup('<a class="m {}" data-rows="{}" href="{}" title="{}">{}</a>').format(
                classes, keys, url, titles, words
            )
        if self.at[0] <= start and end <= self.at[1]:
            place = Markup("") if self.at_placed else Markup(' id="at"')
            self.at_placed = True
            words = Markup("<mark{}>{}</mark>").format(place, words)
        return words
