"""The database file: every table of the schemas with its keys and indexes, the views, the search index."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from sqlite_utils import Database

from publish.columns import READING_ORDER, columns, is_read_in_order
from publish.comparison import create_indexes
from publish.search import create_index, settle
from publish.views import create_views
from schemas import TABLES, Jurisdiction

_WITH = {("responsibilities", "organisation_id"): ("unit_text",)}
"""Columns that stand in the index of another for what is asked of both: how notices call a body."""


class NotADatabase(Exception):
    """The file is no database that can be used. The message is one line: which file, what is wrong, what to do."""


def open_database(path: Path | str, divisions: Iterable[Jurisdiction] = ()) -> Database:
    """Opens the database for writing; what it lacks (the file, tables, columns, indexes, views) is made.

    `divisions` fill the jurisdictions table when it is short of them. Raises NotADatabase.
    """
    if path != ":memory:":
        Path(path).parent.mkdir(parents=True, exist_ok=True)
    try:
        db = Database(str(path))
        db.execute("pragma foreign_keys = on")
        with db.atomic():
            _create_tables(db)
            create_indexes(db)
            create_views(db)
        create_index(db)
        _fill_jurisdictions(db, divisions)
    except sqlite3.DatabaseError as error:
        raise NotADatabase(f"{path}: {error} (不能用作数据库); name another file with --db") from error
    return db


def _create_tables(db: Database) -> None:
    for name, model in TABLES.items():
        described = columns(name)
        table = db.table(name)
        if table.exists():
            for column in described.values():
                if column.name not in table.columns_dict:
                    table.add_column(column.name, column.kind, not_null_default=column.default)
            continue
        table.create(
            {column.name: column.kind for column in described.values()},
            pk=model.KEY[0] if len(model.KEY) == 1 else model.KEY,
            not_null=[column.name for column in described.values() if column.required],
            defaults={column.name: column.default for column in described.values() if column.default is not None},
        )
    # Foreign keys come after all tables stand: documents and source_files point at each other.
    wanted = [
        (name, column.name, *column.references)
        for name in TABLES
        for column in columns(name).values()
        if column.references
    ]
    standing = {(fk.table, fk.column) for name in TABLES for fk in db.table(name).foreign_keys}
    db.add_foreign_keys([key for key in wanted if key[:2] not in standing])
    for name in TABLES:
        if is_read_in_order(name):
            _add_reading_order(db, name)
        for column in columns(name).values():
            if (column.references or column.facet) and (column.name,) != TABLES[name].KEY:
                db.table(name).create_index([column.name, *_WITH.get((name, column.name), ())], if_not_exists=True)


def _add_reading_order(db: Database, table: str) -> None:
    names = {row[1] for row in db.execute(f"pragma table_xinfo([{table}])").fetchall()}
    if READING_ORDER not in names:
        key = "document_id || '#' || printf('%08d', start) || '#' || id"
        db.execute(f"alter table [{table}] add column {READING_ORDER} text generated always as ({key}) virtual")
        db.execute(f"create index [idx_{table}_{READING_ORDER}] on [{table}] ({READING_ORDER})")


def _fill_jurisdictions(db: Database, divisions: Iterable[Jurisdiction]) -> None:
    rows = [division.model_dump() for division in divisions]
    if rows and db.table("jurisdictions").count < len(rows):
        with db.atomic():
            db.execute("pragma defer_foreign_keys = on")
            db.table("jurisdictions").upsert_all(rows, pk="adcode")
            settle(db)
