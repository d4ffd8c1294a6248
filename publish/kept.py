"""Rows that a person corrected or added: they stay when their notice is read again, and keep their place."""

from __future__ import annotations

import re
from typing import Any

from sqlite_utils import Database

from publish.columns import columns, extracted_tables
from schemas import Check, Notice

Kept = dict[str, set[str]]
"""Table → ids of rows that stay."""


def hand_made(db: Database, document_id: str, notice: Notice) -> Kept:
    """The notice's hand-made rows, and the extracted ones they cannot do without that a new reading does not give."""
    kept: Kept = {}
    for table in extracted_tables():
        needs = [c for c in columns(table).values() if c.required and c.references and c.references[0] != "documents"]
        names = ", ".join(f"[{name}]" for name in ["id", *(column.name for column in needs)])
        sql = f"select {names} from [{table}] where document_id = ? and origin != 'extracted'"
        for row_id, *needed in db.execute(sql, [document_id]).fetchall():
            kept.setdefault(table, set()).add(row_id)
            for column, value in zip(needs, needed, strict=True):
                other = column.references[0] if column.references else table
                if all(row.id != value for row in getattr(notice, other)):
                    kept.setdefault(other, set()).add(value)
    return kept


def mend(db: Database, notice: Notice, kept: Kept) -> None:
    """Puts kept rows where their words now stand; what they pointed at and is gone is let go.

    A row whose words the text no longer has gets a check, so that a person looks at it again.
    """
    document = notice.document
    for table, ids in kept.items():
        loose = [c for c in columns(table).values() if c.references and not c.required and c.name != "section_id"]
        for row_id in sorted(ids):
            row = next(db.query(f"select * from [{table}] where id = ?", [row_id]))
            start = _nearest(document.text, row["quote"], row["start"])
            if start is None:
                message = f"人工{table}行的原文“{row['quote'][:40]}”在重新读取后的正文中已找不到，请重新核对"
                check = Check(
                    id=f"{document.id}!quote-gone-{row_id}", document_id=document.id, code="quote-gone",
                    level="warning", message=message, table_name=table, row_id=row_id,
                )  # fmt: skip
                db.table("checks").insert(check.model_dump())
            changed: dict[str, Any] = {} if start is None else {"start": start, "end": start + len(row["quote"])}
            changed["section_id"] = _innermost(notice, row["start"] if start is None else start)
            for column in loose:
                other, key = column.references or ("", "")
                if not db.execute(f"select 1 from [{other}] where [{key}] = ?", [row[column.name]]).fetchone():
                    changed[column.name] = None
            db.table(table).update(row_id, changed)


def _nearest(text: str, quote: str, start: int) -> int | None:
    """Where the quote stands, nearest to where it stood."""
    if text.startswith(quote, start):
        return start
    found = [match.start() for match in re.finditer(re.escape(quote), text)]
    return min(found, key=lambda at: abs(at - start), default=None)


def _innermost(notice: Notice, offset: int) -> str | None:
    """Id of the smallest section that holds the offset."""
    around = [section for section in notice.sections if section.start <= offset < section.end]
    return min(around, key=lambda section: section.end - section.start).id if around else None
