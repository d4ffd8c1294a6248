"""Notices into the database: one transaction a notice, hand-made rows kept, the same result in any order."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

from sqlite_utils import Database

from publish import search
from publish.columns import child_tables, columns, document_tables
from publish.kept import Kept, hand_made, mend
from schemas import Notice, Row, SourceFile

FAILED = "failed: "


class Outcome(NamedTuple):
    """What became of a file: its notice is `new`, `renewed`, or stays as it is, the file being a `duplicate`, or the
    notice `unchanged` because an attachment that was read before now cannot be."""

    document_id: str
    change: Literal["new", "renewed", "duplicate", "unchanged"]


def needs_reading(db: Database, sha256: str, version: str) -> bool:
    """Whether a file with this content must be read: never seen, failed, or last read by another version."""
    row = db.execute(
        "select 1 from source_files where sha256 = ? and extractor_version = ? and document_id is not null"
        " and (note is null or note not like ?)",
        [sha256, version, FAILED + "%"],
    ).fetchone()
    return row is None


def attachments_changed(db: Database, sha256: str, attached: str | None) -> bool:
    """Whether the file was last read with other attachments; `attached` is their fingerprint now."""
    row = db.execute("select attached from source_files where sha256 = ?", [sha256]).fetchone()
    return row is not None and row[0] != attached


def write(db: Database, notice: Notice) -> Outcome:
    """Puts a notice in, or renews it.

    Rows that a person corrected or added stay, and a re-read row with the id of a corrected one is left out. Of two
    files with the same notice the fuller one is kept as its source; a file that comes again under its own name
    takes the place of its earlier version. On any error the database is as before.
    """
    document, version = notice.document, notice.document.extractor_version
    with db.atomic():
        db.execute("pragma defer_foreign_keys = on")
        standing = _document(db, document.id)
        if standing and _has_lost(db, notice):
            _note_attachments(db, notice)
            return Outcome(document.id, "unchanged")
        if standing and _is_lesser_copy(standing, notice):
            _note_attachments(db, notice)
            _note_file(db, notice.source_file, document.id, f"duplicate of {standing['source_file']}", version)
            return Outcome(document.id, "duplicate")
        _rename(db, notice)
        touched = _organisations_of(db, document.id) | {row.id for row in notice.organisations}
        kept = hand_made(db, document.id, notice)
        _clear(db, document.id, kept)
        _note_file(db, notice.source_file, document.id, None, version)
        _note_attachments(db, notice)
        if standing and standing["source_sha256"] != document.source_sha256:
            _supersede(db, standing, notice.source_file)
        _insert(db, notice, kept)
        mend(db, notice, kept)
        _tidy_organisations(db, touched)
        search.settle(db)
    return Outcome(document.id, "renewed" if standing else "new")


def note_failure(db: Database, file: SourceFile, why: str) -> None:
    """Notes that a file could not be read, and why. What an earlier reading of it gave stays."""
    with db.atomic():
        _note_file(db, file, None, FAILED + why, None)


def _note_file(db: Database, file: SourceFile, document_id: str | None, note: str | None, version: str | None) -> None:
    """Enters a file among those that ever came in; a known one keeps its name and the time it first came."""
    row = {**file.model_dump(), "document_id": document_id, "note": note, "extractor_version": version}
    if not db.execute("select 1 from source_files where sha256 = ?", [file.sha256]).fetchone():
        db.table("source_files").insert(row)
        return
    changed = {name: row[name] for name in ("format", "note", "extractor_version", "attached")}
    if document_id is not None:
        changed["document_id"] = document_id
    db.table("source_files").update(file.sha256, changed)


def _note_attachments(db: Database, notice: Notice) -> None:
    """Enters the attachments, those that could not be read with the reason; earlier versions are superseded."""
    for file in notice.attachments:
        if file.document_id is None:
            if file.sha256:
                _note_file(db, file, None, file.note, None)
            continue
        db.execute(
            "update source_files set note = ? where document_id = ? and file_name = ? and note = ? and sha256 != ?",
            [f"superseded by {file.file_name} ({file.sha256[:12]})", file.document_id, file.file_name, file.note,
             file.sha256],
        )  # fmt: skip
        _note_file(db, file, file.document_id, file.note, notice.document.extractor_version)


def _has_lost(db: Database, notice: Notice) -> bool:
    """Whether an attachment could not be read that was read before: its rows would go."""
    sql = "select 1 from source_files where document_id = ? and file_name = ?"
    lacking = [file.file_name for file in notice.attachments if file.document_id is None]
    return any(db.execute(sql, [notice.document.id, name]).fetchone() for name in lacking)


def _document(db: Database, document_id: str) -> dict[str, Any] | None:
    found = db.query("select id, source_file, source_sha256, text from documents where id = ?", [document_id])
    return next(iter(found), None)


def _is_lesser_copy(standing: dict[str, Any], notice: Notice) -> bool:
    """Whether the notice stands already, from another file that holds more of it (or the same, and came first)."""
    other, own = standing, notice.document
    if own.source_sha256 == other["source_sha256"] or own.source_file == other["source_file"]:
        return False
    return (len(own.text), other["source_file"]) <= (len(other["text"]), own.source_file)


def _supersede(db: Database, standing: dict[str, Any], by: SourceFile) -> None:
    copy = standing["source_file"] != by.file_name
    note = f"duplicate of {by.file_name}" if copy else f"superseded by {by.file_name} ({by.sha256[:12]})"
    db.table("source_files").update(standing["source_sha256"], {"note": note})


def _rename(db: Database, notice: Notice) -> None:
    """A file whose notice now goes by another id (its number is read better, or it was read as a notice and is an
    attachment): what hung on the old id moves over."""
    new = notice.document.id
    sql = "select id from documents where source_sha256 = ? and id != ?"
    found = db.execute(sql, [notice.document.source_sha256, new]).fetchall()
    for file in notice.attachments:
        found += db.execute(f"{sql} and source_file = ?", [file.sha256, new, file.file_name]).fetchall()
    for (old,) in found:
        kept = hand_made(db, old, notice)
        touched = _organisations_of(db, old)
        _clear(db, old, kept)
        for table in document_tables():
            db.execute(f"update [{table}] set document_id = ? where document_id = ?", [new, old])
        db.execute("update source_files set document_id = ? where document_id = ?", [new, old])
        db.execute("update citations set cited_document_id = null where cited_document_id = ?", [old])
        _tidy_organisations(db, touched)


def _clear(db: Database, document_id: str, kept: Kept) -> None:
    """Takes the notice's extracted rows out, all but those that a hand-made row needs."""
    for table, (column, parent) in child_tables().items():
        db.execute(
            f"delete from [{table}] where [{column}] in (select id from [{parent}] where document_id = ?)"
            f" and [{column}] not in (select value from json_each(?))",
            [document_id, json.dumps(sorted(kept.get(parent, ())))],
        )
    for table in document_tables():
        db.execute(
            f"delete from [{table}] where document_id = ? and id not in (select value from json_each(?))",
            [document_id, json.dumps(sorted(kept.get(table, ())))],
        )
    db.execute("delete from documents where id = ?", [document_id])


def _insert(db: Database, notice: Notice, kept: Kept) -> None:
    db.table("documents").insert(_values(notice.document))
    children = child_tables()
    for table, rows in notice.rows():
        if table in ("source_files", "documents"):
            continue
        column, parent = children.get(table, ("id", table))
        mine = kept.get(parent, set())
        fresh = [_values(row) for row in rows if getattr(row, column) not in mine]
        if table == "organisations":
            db.table(table).upsert_all(fresh, pk="id")
        else:
            db.table(table).insert_all(fresh)


def _values(row: Row) -> dict[str, Any]:
    """The row as SQLite holds it, in the table's order: lists as JSON."""
    values = row.model_dump()
    return {
        name: json.dumps(values[name], ensure_ascii=False) if isinstance(values[name], list) else values[name]
        for name in columns(row.TABLE)
    }


def _organisations_of(db: Database, document_id: str) -> set[str]:
    sql = "select distinct organisation_id from responsibilities where document_id = ? and organisation_id is not null"
    return {row[0] for row in db.execute(sql, [document_id]).fetchall()}


def _tidy_organisations(db: Database, touched: set[str]) -> None:
    """Of those touched, organisations charged with nothing go; the others are called what notices call them most."""
    for batch in _batches(sorted(touched)):
        marks = ", ".join("?" * len(batch))
        db.execute(
            f"delete from organisations where id in ({marks})"
            " and not exists (select 1 from responsibilities where organisation_id = organisations.id)",
            batch,
        )
        db.execute(
            "update organisations set short_name = (select unit_text from responsibilities"
            " where organisation_id = organisations.id"
            " group by unit_text order by count(*) desc, length(unit_text), unit_text limit 1)"
            f" where id in ({marks})",
            batch,
        )


def _batches(values: list[str], size: int = 500) -> Iterator[list[str]]:
    for first in range(0, len(values), size):
        yield values[first : first + size]
