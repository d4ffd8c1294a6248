"""Notices into the database: what stands, what is kept, what is undone."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from factories import DIVISIONS, LATER, TEXT, make_notice
from sqlite_utils import Database

from publish.citations import link_citations
from publish.columns import columns, document_tables, extracted_tables
from publish.database import needs_reading, note_failure, write
from publish.tables import NotADatabase, open_database
from schemas import TABLES, Notice, SourceFile, Target

CLOCK = {"extracted_at", "ingested_at"}
DOC = "341500-2019-104"
PLAN, OPINION = "农村电商优化升级工作方案", "关于加快电子商务发展的实施意见"


@pytest.fixture
def db() -> Database:
    return open_database(":memory:", DIVISIONS)


def dump(db: Database) -> dict[str, list[dict[str, Any]]]:
    """Every row of every table but for the times, in the order of keys."""
    return {
        name: [
            {key: value for key, value in row.items() if key not in CLOCK}
            for row in db.query(f"select * from [{name}] order by {', '.join(TABLES[name].KEY)}")
        ]
        for name in TABLES
    }


def sound(db: Database) -> bool:
    """Whether every reference leads somewhere and every index holds."""
    faults = db.execute("pragma foreign_key_check").fetchall()
    return not faults and db.execute("pragma integrity_check").fetchone()[0] == "ok"


# The tables


@pytest.mark.parametrize("table", TABLES)
def test_a_table_is_what_its_schema_says(db: Database, table: str) -> None:
    stands = {column.name: column for column in db.table(table).columns}
    described = columns(table)
    assert stands.keys() == described.keys()
    types = {str: "TEXT", int: "INTEGER", float: "REAL"}
    for name, column in described.items():
        assert stands[name].type == types[column.kind], name
        assert bool(stands[name].notnull) == column.required, name
    assert tuple(db.table(table).pks) == TABLES[table].KEY


@pytest.mark.parametrize("table", TABLES)
def test_every_reference_is_a_foreign_key_with_an_index(db: Database, table: str) -> None:
    stands = {(fk.column, fk.other_table, fk.other_column) for fk in db.table(table).foreign_keys}
    assert stands == {(c.name, *c.references) for c in columns(table).values() if c.references}
    indexed = {index.columns[0] for index in db.table(table).indexes}
    wanted = {c.name for c in columns(table).values() if c.references or c.facet}
    assert wanted - indexed <= {TABLES[table].KEY[0]}


def test_a_column_that_a_later_version_has_is_added(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    db = open_database(path, DIVISIONS)
    write(db, make_notice())
    before = dump(db)
    for name in ("subsidies_compared", "subsidies_by_recipient"):
        db.execute(f"drop view {name}")
    db.execute("drop index idx_subsidies_grade")
    db.execute("alter table subsidies drop column grade")
    db.close()
    assert dump(open_database(path, DIVISIONS)) == before


def test_what_is_no_database_is_refused_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "photo.txt"
    path.write_bytes(b"\xff\xd8\xff\xe0 no database at all, but long enough to be looked at" * 20)
    with pytest.raises(NotADatabase, match=r"photo\.txt.*--db") as refusal:
        open_database(path)
    assert "\n" not in str(refusal.value)


# Writing


def test_what_is_written_is_what_was_extracted(db: Database) -> None:
    notice = make_notice()
    assert write(db, notice).change == "new"
    for table, rows in notice.rows():
        assert rows, f"the factory gives no {table}"
        stored = {tuple(row[key] for key in TABLES[table].KEY): row for row in db.query(f"select * from [{table}]")}
        assert len(stored) == len(rows)
        for row in rows:
            values = row.model_dump()
            found = stored[tuple(values[key] for key in TABLES[table].KEY)]
            assert {name: found[name] for name in values} == {
                **values,
                **({"extractor_version": "1"} if table == "source_files" else {}),
            }
    assert sound(db)


def test_boxes_are_json(db: Database) -> None:
    notice = make_notice()
    notice.targets[0] = Target(
        **{**notice.targets[0].model_dump(), "page": 2, "boxes": [{"page": 2, "x0": 1, "top": 2, "x1": 3, "bottom": 4}]}
    )
    write(db, notice)
    assert db.execute("select json_extract(boxes, '$[0].page') from targets").fetchone() == (2,)


def test_writing_again_changes_nothing(db: Database) -> None:
    write(db, make_notice())
    before = dump(db)
    assert write(db, make_notice(now=LATER)).change == "renewed"
    assert dump(db) == before


def test_the_order_of_notices_does_not_matter() -> None:
    notices = [
        make_notice(),
        make_notice("other", TEXT + "\n尾", "b.txt", title="另一个完全不同的实施方案", doc_number="六政〔2020〕1号"),
        make_notice("third", TEXT + "\n尾声", "c.txt", title="第三个完全不同的实施方案", doc_number="六政〔2021〕1号"),
    ]
    dumps = []
    for order in ([0, 1, 2], [2, 0, 1]):
        db = open_database(":memory:", DIVISIONS)
        for i in order:
            write(db, notices[i])
        link_citations(db)
        dumps.append(dump(db))
    assert dumps[0] == dumps[1]


def test_a_row_that_is_no_longer_found_goes(db: Database) -> None:
    write(db, make_notice())
    notice = make_notice()
    notice.targets, notice.deadlines = [], []
    write(db, notice)
    assert db.table("targets").count == 0
    assert sound(db)


def test_rows_stand_in_the_order_of_the_text(db: Database) -> None:
    write(db, make_notice())
    starts = [row[0] for row in db.execute("select start from quantities order by reading_order")]
    assert starts == sorted(starts)
    assert len(starts) > 1


def test_a_notice_that_does_not_fit_leaves_the_database_as_it_was(db: Database) -> None:
    write(db, make_notice())
    before = dump(db)
    broken = make_notice("broken", file_name="broken.txt")
    broken.targets[0].adcode = "999999"
    with pytest.raises(sqlite3.IntegrityError):
        write(db, broken)
    assert dump(db) == before
    assert db.execute("select count(*) from documents_fts where documents_fts match '\"实施\"'").fetchone() == (1,)


# Rows made by hand


def test_a_corrected_row_is_not_overwritten(db: Database) -> None:
    write(db, make_notice())
    db.execute("update subsidies set amount_yuan = 1, origin = 'corrected' where kind = 'tiered'")
    db.execute("update subsidy_tiers set amount_yuan = 7 where ordinal = 1")
    db.conn.commit()
    write(db, make_notice(version="2"))
    assert db.execute("select amount_yuan, origin from subsidies where kind = 'tiered'").fetchone() == (1, "corrected")
    assert [r[0] for r in db.execute("select amount_yuan from subsidy_tiers order by ordinal")] == [7, 20000]
    assert sound(db)


def test_an_added_row_stays_and_so_does_what_it_needs(db: Database) -> None:
    write(db, make_notice())
    db.execute(
        """insert into responsibilities
            (id, document_id, task_id, unit_text, role, quote, start, [end], confidence, origin)
        select 'by-hand', document_id, task_id, '市邮政局', 'support', quote, start, [end], 1, 'added'
        from responsibilities limit 1"""
    )
    db.conn.commit()
    notice = make_notice(version="2")
    notice.tasks, notice.responsibilities = [], []
    write(db, notice)
    assert [r[0] for r in db.execute("select id from responsibilities")] == ["by-hand"]
    assert [r[0] for r in db.execute("select id from tasks")] == [f"{DOC}:task"]
    assert sound(db)


def test_a_task_that_is_needed_is_still_renewed(db: Database) -> None:
    write(db, make_notice())
    db.execute("update responsibilities set origin = 'corrected'")
    db.conn.commit()
    notice = make_notice(version="2")
    notice.tasks[0].due_on = "2020-01-01"
    write(db, notice)
    assert db.execute("select due_on from tasks").fetchone() == ("2020-01-01",)


@pytest.mark.parametrize(
    "text, start, gone",
    [
        (TEXT, 0, False),  # the text is as it was
        ("新的一行\n" + TEXT, 5, False),  # words moved down
        (TEXT.replace("2019年底", "2020年底"), None, True),  # the words are no longer there
    ],
)
def test_a_kept_row_follows_its_words(db: Database, text: str, start: int | None, gone: bool) -> None:
    write(db, make_notice())
    db.execute("update deadlines set origin = 'corrected', applies_to = '人工'")
    db.conn.commit()
    notice = make_notice(file_name="luan.txt", version="2")
    own = make_notice(text=TEXT, file_name="luan.txt")
    notice = _with_text(own, text)
    write(db, notice)
    row = next(db.query("select * from deadlines"))
    assert row["applies_to"] == "人工"
    checks = [r[0] for r in db.execute("select row_id from checks where code = 'quote-gone'")]
    assert checks == ([row["id"]] if gone else [])
    if not gone:
        assert row["start"] == own.deadlines[0].start + (start or 0)
        assert text[row["start"] : row["end"]] == row["quote"]
    assert row["target_id"] is None  # the target it belonged to was not found again
    assert sound(db)


def _with_text(notice: Notice, text: str) -> Notice:
    """The notice with another text and no rows in it."""
    document = notice.document.model_copy(update={"text": text, "source_sha256": "f" * 64})
    file = notice.source_file.model_copy(update={"sha256": "f" * 64})
    return Notice(document=document, source_file=file)


# Files


def test_of_two_copies_the_fuller_is_the_source() -> None:
    short, long = make_notice(file_name="a.txt"), make_notice(text=TEXT + "\n附则", file_name="z.html")
    for order in ([short, long], [long, short]):
        db = open_database(":memory:", DIVISIONS)
        for notice in order:
            write(db, notice)
        assert db.execute("select source_file from documents").fetchall() == [("z.html",)]
        notes = dict(db.execute("select file_name, note from source_files").fetchall())
        assert notes == {"a.txt": "duplicate of z.html", "z.html": None}
        assert sound(db)


def test_a_changed_file_takes_the_place_of_its_earlier_version(db: Database) -> None:
    write(db, make_notice(text=TEXT + "\n多写了一段"))
    assert write(db, make_notice()).change == "renewed"
    assert db.execute("select text from documents").fetchone() == (TEXT,)
    notes = [note or "" for (note,) in db.execute("select note from source_files order by note is null").fetchall()]
    assert notes[0].startswith("superseded by luan.txt (")
    assert notes[1] == ""


def test_a_notice_known_by_a_better_id_moves(db: Database) -> None:
    write(db, make_notice("undated"))
    db.execute("update targets set origin = 'corrected'")
    db.conn.commit()
    write(db, make_notice("better", version="2"))
    assert [r[0] for r in db.execute("select id from documents")] == ["better"]
    assert {r[0] for r in db.execute("select document_id from targets")} == {"better"}
    assert db.execute("select document_id from source_files").fetchall() == [("better",)]
    assert sound(db)


@pytest.mark.parametrize(
    "version, failed, needed",
    [
        ("1", False, False),  # read by this version
        ("2", False, True),  # read by another version
        ("1", True, True),  # failed then, may be readable now
    ],
)
def test_what_must_be_read(db: Database, version: str, failed: bool, needed: bool) -> None:
    notice = make_notice()
    assert needs_reading(db, notice.source_file.sha256, "1")
    write(db, notice)
    if failed:
        note_failure(db, notice.source_file, "no right to read it")
    assert needs_reading(db, notice.source_file.sha256, version) == needed


def test_a_failed_file_is_noted_and_nothing_else_changes(db: Database) -> None:
    write(db, make_notice())
    before = dump(db)
    file = SourceFile(sha256="0" * 64, file_name="leer.txt", bytes=0, ingested_at=LATER)
    note_failure(db, file, "the file is empty")
    after = dump(db)
    noted = [row for row in after.pop("source_files") if row not in before.pop("source_files", [])]
    assert [row["note"] for row in noted if row["file_name"] == "leer.txt"] == ["failed: the file is empty"]
    assert after == before


def test_a_file_keeps_the_time_it_first_came(db: Database) -> None:
    write(db, make_notice())
    first = db.execute("select ingested_at from source_files").fetchone()
    write(db, make_notice(now=LATER))
    assert db.execute("select ingested_at from source_files").fetchone() == first
    assert db.execute("select extracted_at from documents").fetchone() == (LATER,)


# Organisations and citations


def test_an_organisation_is_one_row_and_goes_with_its_last_duty(db: Database) -> None:
    write(db, make_notice())
    write(db, make_notice("other", TEXT + "\n尾", "b.txt", doc_number="六政〔2020〕1号", title="另一个完全不同的方案"))
    assert db.table("organisations").count == 2
    for document_id, file_name, left in ((DOC, "luan.txt", 2), ("other", "b.txt", 1)):
        text = TEXT if file_name == "luan.txt" else TEXT + "\n尾"
        notice = make_notice(document_id, text, file_name, version="2")
        notice.responsibilities = [r for r in notice.responsibilities if r.role == "lead"]
        write(db, notice)
        assert db.table("organisations").count == left
    assert sound(db)


def test_an_organisation_is_called_what_notices_call_it_most(db: Database) -> None:
    notice = make_notice()
    notice.responsibilities[1].organisation_id = notice.responsibilities[0].organisation_id
    notice.responsibilities.append(notice.responsibilities[1].model_copy(update={"id": "third"}))
    write(db, notice)
    assert db.execute("select short_name from organisations").fetchall() == [("市财政局",)]


@pytest.mark.parametrize(
    "cited_title, cited_number, title, number, issuer, linked",
    [
        ("任意标题", "皖政办秘〔2019〕76号", PLAN, "皖政办秘〔2019〕76号", None, True),  # by number
        (f"安徽省人民政府办公厅关于印发{PLAN}的通知", None, PLAN, None, None, True),  # by the inner title
        (PLAN, None, f"{PLAN}(征求意见稿)", None, None, True),  # a draft
        (OPINION, None, f"六安市人民政府{OPINION}", None, "六安市人民政府", True),  # the issuer left out
        (PLAN, "皖政〔2018〕1号", PLAN, "皖政〔2019〕2号", None, False),  # two numbers, two documents
        ("实施方案", None, "实施方案", None, None, False),  # too common a name
        (OPINION, None, "关于加快电子商务发展的若干措施", None, None, False),  # another title
    ],
)  # fmt: skip
@pytest.mark.parametrize("cited_first", [True, False])
def test_a_cited_notice_is_linked_whichever_came_first(
    db: Database, cited_title: str, cited_number: str | None, title: str, number: str | None, issuer: str | None,
    linked: bool, cited_first: bool,
) -> None:  # fmt: skip
    citing = make_notice()
    citing.citations[0].title, citing.citations[0].doc_number = cited_title, cited_number
    cited = make_notice("cited", TEXT + "\n省里的", "c.txt", title=title, doc_number=number, issuer=issuer)
    cited.citations = []
    for notice in (cited, citing) if cited_first else (citing, cited):
        write(db, notice)
    link_citations(db)
    assert db.execute("select cited_document_id from citations").fetchone() == ("cited" if linked else None,)
    assert link_citations(db) == 0


def test_a_citation_that_fits_two_notices_is_linked_to_neither(db: Database) -> None:
    citing = make_notice()
    citing.citations[0].title, citing.citations[0].doc_number = "关于加快电子商务发展的实施意见", None
    write(db, citing)
    for n in (1, 2):
        other = make_notice(
            f"o{n}", TEXT + "尾" * n, f"o{n}.txt", title="关于加快电子商务发展的实施意见", doc_number=None
        )
        other.citations = []
        write(db, other)
    assert link_citations(db) == 0


def test_every_table_knows_its_notice() -> None:
    assert set(extracted_tables()) < set(document_tables())
