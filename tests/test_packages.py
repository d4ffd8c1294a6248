"""Notices with attachments in files of their own, by the commands: folders, archives, what changes, what breaks."""

from __future__ import annotations

import shutil
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from forms.converted import convert
from forms.notice import NOTICES, Paragraph, Table, blocks_of
from forms.parts import docx, p
from forms.sheet import write_xlsx
from forms.word import write_docx

from extract.read import soffice
from publish.cli import main
from publish.columns import extracted_tables
from publish.tables import open_database
from schemas import TABLES

NOTICE, SHEET = "通知.docx", "附件.xlsx"


def run(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def query(db: Path, sql: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(db)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def rows(db: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, but the list of files that came in."""
    return {name: query(db, f"select * from [{name}] order by 1, 2") for name in TABLES if name != "source_files"}


def files(db: Path) -> dict[object, object]:
    """Each file that came in, with its note."""
    return dict(query(db, "select file_name, note from source_files order by ingested_at"))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a notice as a Word document and its table as a workbook."""
    folder = tmp_path_factory.mktemp("made") / "西安"
    folder.mkdir()
    blocks = blocks_of(NOTICES[2])
    at = next(n for n, block in enumerate(blocks) if isinstance(block, Table))
    title, grid = blocks[at - 1], blocks[at]
    assert isinstance(title, Paragraph)
    assert isinstance(grid, Table)
    write_docx([block for block in blocks if isinstance(block, Paragraph)], folder / NOTICE)
    write_xlsx(title.text, grid.rows, folder / SHEET)
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """A folder of its own for a test, in which the notice's folder stands."""
    shutil.copytree(made, tmp_path / "in" / "西安")
    return tmp_path / "in" / "西安"


@pytest.fixture(scope="module")
def built(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of the folder."""
    db = tmp_path_factory.mktemp("built") / "x.db"
    result = run("build", made.parent, "--db", db)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "1 new" in result.stdout
    return db


@pytest.fixture
def db(built: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copy(built, tmp_path / "x.db"))


def check_files_of_rows(db: Path, notice: str, sheet: str) -> None:
    """Each row quotes the text and names the file in which its words stand."""
    found: dict[object, list[object]] = {}
    for table in extracted_tables():
        words = "substr(d.text, t.start + 1, t.end - t.start)"
        sql = f"select t.file, t.quote, {words} from [{table}] t join documents d on d.id = t.document_id"
        for file, quote, standing in query(db, sql):
            assert quote == standing, table
            found.setdefault(file, []).append(quote)
    assert found.keys() == {notice, sheet}
    text = str(query(db, "select text from documents")[0][0])
    # A row of the table is a line whose cells are parted by tabs; the notice's own paragraphs have none.
    assert any("\t" in str(quote) for quote in found[sheet])
    assert not any("\t" in str(quote) for quote in found[notice])
    assert max(text.index(str(quote)) for quote in found[notice]) < max(text.rindex(str(q)) for q in found[sheet])


def test_a_folder_is_one_notice_whose_rows_name_their_files(db: Path) -> None:
    assert query(db, "select source_file, format from documents") == [(NOTICE, "docx")]
    assert files(db) == {NOTICE: None, SHEET: "附件"}
    check_files_of_rows(db, NOTICE, SHEET)


def test_an_archive_is_one_notice_whose_rows_name_their_files(made: Path, tmp_path: Path, db: Path) -> None:
    (tmp_path / "zip").mkdir()
    with zipfile.ZipFile(tmp_path / "zip" / "通知.zip", "w") as archive:
        for name in (NOTICE, SHEET):
            archive.write(made / name, name)
    packed = tmp_path / "zip.db"
    for counted in ("1 new", "1 unchanged"):
        result = run("build", tmp_path / "zip", "--db", packed)
        assert (result.exit_code, result.stderr) == (0, "")
        assert counted in result.stdout
    check_files_of_rows(packed, NOTICE, SHEET)
    assert query(packed, "select id from targets union select id from tasks") == query(
        db, "select id from targets union select id from tasks"
    )


def test_a_single_file_has_no_names_of_files(made: Path, tmp_path: Path) -> None:
    assert run("ingest", made / NOTICE, "--db", tmp_path / "x.db").exit_code == 0
    for table in extracted_tables():
        assert query(tmp_path / "x.db", f"select distinct file from [{table}]") in ([], [(None,)])


def test_a_second_build_reads_nothing(folder: Path, db: Path) -> None:
    before = rows(db), files(db)
    result = run("build", folder.parent, "--db", db)
    assert "1 unchanged" in result.stdout
    assert " new" not in result.stdout
    assert "renewed" not in result.stdout
    assert (rows(db), files(db)) == before


def other_sheet(folder: Path) -> None:
    write_xlsx("任务分解表", [["序号", "任务", "责任单位"], ["1", "建设服务站点", "市商务局"]], folder / SHEET)


def second_attachment(folder: Path) -> None:
    (folder / "附件2.docx").write_bytes(docx(p("附件2") + p("对新建站点，每个给予5万元补助。")))


CHANGES: list[tuple[Callable[[Path], object], dict[str, str | None], str]] = [
    (other_sheet, {NOTICE: None, SHEET: "附件"}, "an attachment changed"),
    (second_attachment, {NOTICE: None, SHEET: "附件", "附件2.docx": "附件"}, "an attachment came"),
    (lambda folder: (folder / SHEET).unlink(), {NOTICE: None, SHEET: "附件"}, "an attachment went"),
    (lambda folder: (folder / SHEET).rename(folder / "附件1.xlsx"), {NOTICE: None, SHEET: "附件"}, "one was renamed"),
]


@pytest.mark.parametrize("change, noted, reason", CHANGES)
def test_a_notice_is_read_again_when(
    change: Callable[[Path], object], noted: dict[str, str | None], reason: str, folder: Path, db: Path
) -> None:
    before = rows(db)
    change(folder)
    for counted in ("1 renewed", "1 unchanged"):
        result = run("build", folder.parent, "--db", db)
        assert (result.exit_code, result.stderr) == (0, ""), reason
        assert counted in result.stdout, reason
    assert rows(db)["documents"] != before["documents"] or reason == "one was renamed"
    assert rows(db)["targets"] or rows(db)["tasks"]
    assert files(db) == noted, reason
    # Another way to the same files gives the same rows.
    run("build", folder.parent, "--db", db.with_name("anew.db"))
    assert query(db.with_name("anew.db"), "select id, file from tasks") == query(db, "select id, file from tasks")


def test_the_earlier_version_of_an_attachment_is_superseded(folder: Path, db: Path) -> None:
    other_sheet(folder)
    run("build", folder.parent, "--db", db)
    notes = query(db, f"select note from source_files where file_name = '{SHEET}' order by note")
    assert len(notes) == 2
    assert str(notes[0][0]).startswith(f"superseded by {SHEET} (")
    assert notes[1] == ("附件",)


DAMAGES = [
    (b"PK\x03\x04 broken", "cut short on its way"),
    (b"", "empty"),
    (b"Rar!\x1a\x07" + bytes(range(256)), "of a kind that is not read"),
]


@pytest.mark.parametrize("data, reason", DAMAGES)
def test_an_attachment_that_was_read_and_is_damaged_changes_no_row(
    data: bytes, reason: str, folder: Path, db: Path
) -> None:
    whole = (folder / SHEET).read_bytes()
    before = rows(db)
    (folder / SHEET).write_bytes(data)
    for _ in range(2):  # it is said each time
        result = run("build", folder.parent, "--db", db)
        assert result.exit_code == 1, reason
        [line] = result.stderr.splitlines()
        assert str(folder / SHEET) in line
        assert NOTICE in line
        assert "; " in line  # what is wrong; what to do
        assert rows(db) == before, reason
    (folder / SHEET).write_bytes(whole)
    assert run("build", folder.parent, "--db", db).exit_code == 0
    assert query(db, "select file_name from source_files where note = '附件'") == [(SHEET,)]


def test_a_new_notice_with_a_damaged_attachment_goes_in_with_a_check(folder: Path, tmp_path: Path) -> None:
    (folder / SHEET).write_bytes(b"PK\x03\x04 broken")
    db = tmp_path / "new.db"
    for counted in ("1 new, 1 unreadable", "1 renewed, 1 unreadable"):
        result = run("build", folder.parent, "--db", db)
        assert result.exit_code == 1
        assert counted in result.stdout
        [line] = result.stderr.splitlines()
        assert str(folder / SHEET) in line
    [(message,)] = query(db, "select message from checks where code = 'part-unread'")
    assert SHEET in str(message)
    assert str(tmp_path) not in str(message)
    assert str(files(db)[SHEET]).startswith("failed: ")


@pytest.mark.parametrize("given", [["西安/" + SHEET, "西安/" + NOTICE], ["西安"]], ids=["files", "folder"])
def test_ingest_takes_what_belongs_together(given: list[str], folder: Path, db: Path, tmp_path: Path) -> None:
    alone = tmp_path / "ingested.db"
    result = run("ingest", *(folder.parent / name for name in given), "--db", alone)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "1 new" in result.stdout
    assert query(alone, "select id, file from tasks") == query(db, "select id, file from tasks")
    assert "1 unchanged" in run("build", folder.parent, "--db", alone).stdout


def test_files_that_were_notices_and_are_attachments_are_notices_no_more(folder: Path, db: Path) -> None:
    apart = db.with_name("apart.db")
    for name in (NOTICE, SHEET):
        assert run("ingest", folder / name, "--db", apart).exit_code == 0
    assert len(query(apart, "select id from documents")) == 2
    assert run("build", folder.parent, "--db", apart).exit_code == 0
    assert query(apart, "select id from documents") == query(db, "select id from documents")
    assert files(apart) == files(db)


@pytest.mark.parametrize("with_another", [False, True], ids=["alone", "with another attachment"])
def test_a_copy_elsewhere_takes_nothing_away(with_another: bool, folder: Path, db: Path) -> None:
    before = rows(db)
    copies = folder.parent / "项目副本"  # in the order of names, after the folder itself
    copies.mkdir()
    shutil.copy(folder / NOTICE, copies)
    if with_another:
        other_sheet(copies)
    for _ in range(2):
        result = run("build", folder.parent, "--db", db)
        assert "1 duplicate, 1 unchanged" in result.stdout
        assert rows(db) == before


def test_the_column_comes_last_and_into_older_databases(db: Path) -> None:
    tables = extracted_tables()
    for table in tables:
        names = [name for _, name, *_ in query(db, f"pragma table_info([{table}])")]
        assert names[-1] == "file"
    before = rows(db)
    with sqlite3.connect(db) as connection:
        for (view,) in connection.execute("select name from sqlite_master where type = 'view'").fetchall():
            connection.execute(f"drop view [{view}]")
        for table in tables:
            connection.execute(f"alter table [{table}] drop column file")
    connection.close()
    open_database(db).close()
    for table in tables:
        assert query(db, f"select distinct file from [{table}]") in ([], [(None,)])
    assert rows(db).keys() == before.keys()


def test_files_for_libreoffice_are_converted_in_one_go(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A notice and an attachment that both need LibreOffice; what comes out is what the Word documents give."""
    folder = tmp_path / "in"
    folder.mkdir()
    attachment = tmp_path / "attachment.docx"
    write_docx([Paragraph("附件1"), Paragraph("对新建站点，每个给予5万元补助。")], attachment)
    notice = Path(shutil.copy(made / NOTICE, tmp_path / "notice.docx"))
    for file, name in zip(convert([notice, attachment], "odt", tmp_path), ("通知.odt", "附件1.odt"), strict=True):
        file.rename(folder / name)
    calls: list[int] = []
    started = soffice.convert

    def counted(files: list[Path], suffix: str, folder: Path, seconds: int) -> dict[Path, Path]:
        calls.append(len(files))
        return started(files, suffix, folder, seconds)

    monkeypatch.setattr(soffice, "convert", counted)
    result = run("build", folder, "--db", tmp_path / "odt.db")
    assert [count for count in calls if count] == [2]
    assert (result.exit_code, result.stderr) == (0, "")
    assert query(tmp_path / "odt.db", "select format from documents") == [("odt",)]
    assert query(tmp_path / "odt.db", "select quote, file from subsidies where file = '附件1.odt'")
