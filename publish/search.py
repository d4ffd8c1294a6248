"""Search in Chinese text: an index of character pairs, so that a word of any length is found wherever LIKE finds it.

SQLite's own tokenizers part words at blanks, which Chinese does not write, or cannot see words of two characters
(trigram). Here each text is indexed as the pairs of neighbouring characters (农村电商 → 农村 村电 电商), the last one
with an end mark, and a query is a phrase of pairs; a single character is the beginning of a pair. The index holds
no copy of the text (contentless FTS5). Triggers note which rows changed and what they said before; `settle` brings
the index up to date, so rows changed by other programs are caught as well.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from sqlite_utils import Database

SEARCHED: dict[str, tuple[str, ...]] = {
    "documents": ("title", "doc_number", "issuer", "area", "text"),
    "sections": ("heading",),
    "citations": ("title", "doc_number", "quote"),
    "targets": ("indicator", "area", "each", "quote"),
    "tasks": ("text", "quote"),
    "responsibilities": ("unit_text", "quote"),
    "organisations": ("name", "short_name"),
    "deadlines": ("time_text", "applies_to", "quote"),
    "subsidies": ("beneficiary", "activity", "base", "quote"),
    "subsidy_conditions": ("variable", "text"),
    "budgets": ("source", "item", "quote"),
    "quantities": ("text",),
    "checks": ("message",),
    "jurisdictions": ("name", "full_name"),
}
"""Table → the columns that its search box looks into."""

PENDING = "search_pending"
"""Rows whose index entry is out of date, and what it was made from (null: the row is new)."""

# The ascii tokenizer parts tokens at every ASCII character but letters and digits: those are moved to the private
# use area, one to one, so that a full stop or a blank is searched like any other character.
_MOVED = {i: 0xE000 + i for i in range(128) if not chr(i).isalnum()}
_END = "\ue080"
# A query's words: "in quotes, blanks and all", or whatever stands between blanks.
_WORD = re.compile(r'"([^"]+)"(?=\s|$)|(\S+)')


def index_name(table: str) -> str:
    """Name of the table's index."""
    return f"{table}_fts"


def pairs(text: str | None) -> str:
    """The text as the index sees it: 电商 → '电商 商<end>'."""
    moved = (text or "").translate(_MOVED)
    return " ".join(map("".join, pairwise(moved + _END))) if moved else ""


def match_expression(query: str) -> str:
    """What people type → an FTS5 expression over pairs.

    Every word must be found somewhere in the row; "words in quotes" together, blanks included. A word is looked
    for as typed and in simplified characters. A query without words matches nothing.
    """
    words = [quoted or bare for quoted, bare in _WORD.findall(query or "")]
    return " AND ".join(_either(word) for word in words) or '""'


def _either(word: str) -> str:
    return "(" + " OR ".join(_phrase(form) for form in dict.fromkeys((word, _simplified(word)))) + ")"


def _phrase(word: str) -> str:
    moved = word.translate(_MOVED)
    if len(moved) == 1:
        return f'"{moved}" *'
    return '"' + " ".join(map("".join, pairwise(moved))) + '"'


@cache
def _converter():  # type: ignore[no-untyped-def]
    import opencc

    return opencc.OpenCC("t2s")


def _simplified(word: str) -> str:
    return word if word.isascii() else _converter().convert(word)


def create_index(db: Database) -> None:
    """Makes the indexes and their triggers where they are missing or of another make, and fills them."""
    if not db.table(PENDING).exists():
        db.table(PENDING).create({"n": int, "tbl": str, "row": int, "was": str}, pk="n", not_null={"tbl", "row"})
    for table, names in SEARCHED.items():
        index = index_name(table)
        if db[index].exists() and tuple(column.name for column in db[index].columns) == names:
            continue
        with db.atomic():
            db.execute(f"drop table if exists [{index}]")
            db.execute(f"create virtual table [{index}] using fts5({_list(names)}, content='', tokenize='ascii')")
            _create_triggers(db, table, names)
            db.execute(f"delete from [{PENDING}] where tbl = ?", [table])
            rows = db.execute(f"select rowid, {_list(names)} from [{table}]").fetchall()
            _put(db, table, [(row[0], row[1:]) for row in rows])


def _create_triggers(db: Database, table: str, names: tuple[str, ...]) -> None:
    was = f"json_array({', '.join(f'old.[{name}]' for name in names)})"
    note = f"begin insert into [{PENDING}] (tbl, row, was) values ('{table}', "
    for event, body in {
        "insert": f"after insert on [{table}] {note} new.rowid, null); end",
        "delete": f"after delete on [{table}] {note} old.rowid, {was}); end",
        "update": f"after update of {_list(names)} on [{table}] {note} old.rowid, {was}); end",
    }.items():
        db.execute(f"drop trigger if exists [{table}_search_{event}]")
        db.execute(f"create trigger [{table}_search_{event}] {body}")


def settle(db: Database) -> int:
    """Brings the index up to date with the rows noted as changed; gives their number. Part of an open transaction."""
    # The first note of a row tells what the index holds of it: min(n) picks that note's `was`.
    noted = db.execute(f"select tbl, row, was, min(n) from [{PENDING}] group by tbl, row").fetchall()
    for table, names in SEARCHED.items():
        rows = [(row, was) for tbl, row, was, _ in noted if tbl == table]
        if not rows:
            continue
        _put(db, table, [(row, json.loads(was)) for row, was in rows if was is not None], remove=True)
        select = f"select {_list(names)} from [{table}] where rowid = ?"
        now = [(row, db.execute(select, [row]).fetchone()) for row, _ in rows]
        _put(db, table, [(row, values) for row, values in now if values is not None])
    db.execute(f"delete from [{PENDING}]")
    return len(noted)


def _put(db: Database, table: str, rows: Iterable[tuple[int, Iterable[str | None]]], *, remove: bool = False) -> None:
    """Enters rows into the index, or takes them out: a contentless index must be told what to forget."""
    index, names = index_name(table), SEARCHED[table]
    command, value = (f"[{index}], ", "'delete', ") if remove else ("", "")
    db.conn.executemany(
        f"insert into [{index}] ({command}rowid, {_list(names)}) values ({value}?{', ?' * len(names)})",
        [(row, *map(pairs, values)) for row, values in rows],
    )


def _list(names: Iterable[str]) -> str:
    return ", ".join(f"[{name}]" for name in names)
