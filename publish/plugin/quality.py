"""How far the rows can be trusted: figures accounted for, checks, confidence, scores where there are gold answers."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Any

from datasette.utils.asgi import Response

from publish.columns import extracted_tables
from publish.plugin import charts, frame
from publish.score import report, score
from publish.site import label_of_table

GOLD = "ZHENGCE_GOLD"
_FIGURES = """select kind, count(claimed_by) as used, count(*) as whole from quantities group by kind
order by kind != 'money', kind != 'share', count(*) desc"""
_CHECKS = """select level, code, count(*) as n, min(message) as example from checks group by level, code
order by case level when 'error' then 0 when 'warning' then 1 else 2 end, n desc"""
_EDGES = (0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
_FILES = """select count(*) as files, sum(note like 'failed: %') as failed, sum(note like 'duplicate of %') as copies
from source_files"""


def gold_folder(datasette: Any) -> Path | None:
    """Where gold answers are (`gold` in the plugin's settings, or ZHENGCE_GOLD); None if nobody said."""
    named = (datasette.plugin_config("zhengce") or {}).get("gold") or os.environ.get(GOLD)
    return Path(named) if named else None


def figures(conn: sqlite3.Connection) -> dict[str, Any]:
    """What the page shows of the database by itself."""
    confidence = {table: _confidence(conn, table) for table in extracted_tables()}
    return {
        "figures": [tuple(row) for row in conn.execute(_FIGURES)],
        "checks": [tuple(row) for row in conn.execute(_CHECKS)],
        "confidence": {table: counts for table, counts in confidence.items() if sum(counts)},
        "files": tuple(conn.execute(_FILES).fetchone()),
        "notices": conn.execute("select count(*) from documents").fetchone()[0],
        "clean": conn.execute(
            "select count(*) from documents where id not in (select document_id from checks where level != 'info')"
        ).fetchone()[0],
    }


def _confidence(conn: sqlite3.Connection, table: str) -> list[int]:
    low, parts = -1.0, []
    for edge in _EDGES:
        parts.append(f"sum(confidence >= {low} and confidence < {edge})")
        low = edge
    return [count or 0 for count in conn.execute(f"select {', '.join(parts)} from [{table}]").fetchone()]


def _scores(conn: sqlite3.Connection, database: str, gold: str) -> dict[str, Any]:
    found: dict[str, Any] = report(score(Path(database), Path(gold)))
    return found


def _used(kind: str, used: int, whole: int) -> Any:
    pieces = [charts.Piece("已归入", used, "used"), charts.Piece("未归入", whole - used, "left")]
    return charts.stacked(frame.word(kind, "kind"), pieces)


async def page(datasette: Any, request: Any, ours: list[str]) -> Response:
    """/<database>/-/quality"""
    name, db = await frame.about(datasette, request, ours)
    found = await frame.remember(db, figures)
    folder = gold_folder(datasette)
    scored = None
    if folder is not None and folder.is_dir() and db.path:
        scored = await frame.remember(db, _scores, str(db.path), str(folder))
    names = ["<0.5", "0.5", "0.6", "0.7", "0.8", "0.9–1"]
    base = datasette.urls.database(name)
    context = {
        **found, "database": name, "word": frame.word, "scored": scored, "label": label_of_table, "base": base,
        "bars": [(kind, used, whole, _used(kind, used, whole)) for kind, used, whole in found["figures"]],
        "spread": [
            (table, sum(counts), charts.columns(label_of_table(table), list(zip(names, counts, strict=True))))
            for table, counts in found["confidence"].items()
        ],
    }  # fmt: skip
    return await frame.answer(datasette, request, "quality.html", context)
