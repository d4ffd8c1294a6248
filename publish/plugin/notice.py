"""The page of a notice: its text with the words that rows rest on marked, each mark leading to its row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from datasette.utils import tilde_decode, urlsafe_components
from datasette.utils.asgi import NotFound, Response
from markupsafe import Markup

from publish.columns import columns, extracted_tables
from publish.plugin.cells import notice_url, row_url
from schemas import TABLES

_AROUND = 80
_SAYS = {
    "targets": "indicator", "subsidies": "activity", "budgets": "item", "deadlines": "time_text",
    "responsibilities": "unit_text", "tasks": "text", "citations": "title",
}  # fmt: skip
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
        f'select r.document_id, r.start, r."end", d.title, d.area, d.text from [{table}] r'
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
    document = (await db.execute("select * from documents where id = ?", [document_id])).first()
    if document is None:
        raise NotFound(f"No notice {document_id}")
    marks = await _marks(db, document_id)
    sections = (await db.execute("select * from sections where document_id = ? order by ordinal", [document_id])).rows
    files = (
        await db.execute("select * from source_files where document_id = ? order by file_name", [document_id])
    ).rows
    body = _Body(datasette, database, document["text"], marks, _asked(request.args.get("at")), sections)
    context = {
        "database": database,
        "document": document,
        "facts": [
            (columns("documents")[name].zh, name, document[name])
            for name in ("doc_number", "issuer", "area", "adcode", "issued_on", "status", "genre")
            if document[name]
        ],
        "sections": [section for section in sections if section["level"] <= 2],
        "source_files": files,
        "counts": [(t, TABLES[t].LABEL, sum(m.table == t for m in marks), t in _MARKED) for t in _SAYS],
        "checks": (await db.execute("select * from checks where document_id = ?", [document_id])).rows,
        "body": Markup("\n").join(body.html()),
    }
    return Response.html(await datasette.render_template("notice.html", context, request=request))


async def _marks(db: Any, document_id: str) -> list[Mark]:
    found: list[Mark] = []
    for table, says in _SAYS.items():
        sql = f'select start, "end", id, [{says}] as says, quote from [{table}] where document_id = ? order by start'
        rows = (await db.execute(sql, [document_id])).rows
        found += [Mark(r["start"], r["end"], table, r["id"], r["says"] or r["quote"]) for r in rows]
    return found


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
            words = Markup('<a class="m {}" href="{}" title="{}">{}</a>').format(classes, url, titles, words)
        if self.at[0] <= start and end <= self.at[1]:
            place = Markup("") if self.at_placed else Markup(' id="at"')
            self.at_placed = True
            words = Markup("<mark{}>{}</mark>").format(place, words)
        return words
