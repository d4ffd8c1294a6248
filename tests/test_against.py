"""What `zhengce score --against` says: rows gained, lost and changed."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from publish.against import counts, differences


def edited(corpus_db: Path, folder: Path, *statements: str) -> Path:
    path = folder / "edited.db"
    shutil.copy(corpus_db, path)
    with closing(sqlite3.connect(path)) as db, db:
        for statement in statements:
            db.execute(statement)
    return path


def test_a_database_does_not_differ_from_itself(corpus_db: Path) -> None:
    assert differences(corpus_db, corpus_db) == []


def test_a_row_taken_away_is_lost_and_the_other_way_round_gained(corpus_db: Path, tmp_path: Path) -> None:
    other = edited(corpus_db, tmp_path, "delete from budgets where rowid = (select min(rowid) from budgets)")
    (lost,) = differences(corpus_db, other)
    (gained,) = differences(other, corpus_db)
    assert (lost.kind, gained.kind, lost.table) == ("lost", "gained", "budgets")
    assert counts([lost]) == {(lost.document, "budgets"): {"lost": 1}}


def test_another_value_is_a_change_of_that_column(corpus_db: Path, tmp_path: Path) -> None:
    other = edited(
        corpus_db, tmp_path, "update targets set value = value + 1 where rowid = (select min(rowid) from targets)"
    )
    (changed,) = differences(corpus_db, other)
    assert (changed.kind, list(changed.columns)) == ("changed", ["value"])
    before, after = changed.columns["value"]
    assert after == before + 1


def test_confidence_is_no_change_of_what_is_said(corpus_db: Path, tmp_path: Path) -> None:
    other = edited(corpus_db, tmp_path, "update targets set confidence = 0.1")
    assert differences(corpus_db, other) == []
