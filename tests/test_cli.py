"""The commands as people type them: what they print, where errors go, the exit status, and what stays untouched."""

from __future__ import annotations

import json
import os
import resource
import shutil
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from conftest import CORPUS
from factories import make_notice

from publish.cli import main
from publish.cli.reading import POOL_FROM, Failure, read_all
from schemas import TABLES, Notice

NOTICE = CORPUS / "notices" / "004_61b38679c14bb916.txt"
COMMANDS = main.list_commands(click.Context(main))


def run(*words: object) -> Result:
    """The command's result; standard output and error apart."""
    return CliRunner().invoke(main, [str(word) for word in words])


def tables(path: Path, *, but: Iterable[str] = ()) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""
    with sqlite3.connect(path) as connection:
        found = {
            name: connection.execute(f"select * from [{name}] order by 1, 2").fetchall()
            for name in TABLES
            if name not in but
        }
    connection.close()
    return found


def one_line(text: str) -> str:
    """The text, which must be one line."""
    assert text.count("\n") == 1, text
    assert text.endswith("\n")
    assert "Traceback" not in text
    return text.strip()


# build


def test_a_second_build_reads_nothing_and_changes_no_row(corpus_db: Path, tmp_path: Path) -> None:
    path = tmp_path / "copy.db"
    shutil.copy(corpus_db, path)
    before = tables(path)
    result = run("build", CORPUS / "notices", "--db", path)
    assert result.exit_code == 0
    assert "5 unchanged" in result.stdout
    assert " new" not in result.stdout
    assert tables(path) == before


def test_a_build_into_a_new_file_gives_the_same_rows(corpus_db: Path, tmp_path: Path) -> None:
    path = tmp_path / "again.db"
    assert run("build", CORPUS / "notices", "--db", path).exit_code == 0
    clocks = {"documents", "source_files"}
    assert tables(path, but=clocks) == tables(corpus_db, but=clocks)
    for name in clocks:
        for mine, theirs in zip(tables(path)[name], tables(corpus_db)[name], strict=True):
            assert [v for v in mine if not _is_time(v)] == [v for v in theirs if not _is_time(v)]


def _is_time(value: object) -> bool:
    return isinstance(value, str) and value.endswith("+00:00")


def test_a_summary_is_printed_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    shutil.copy(NOTICE, tmp_path / "in")
    result = run("build", tmp_path / "in", "--db", tmp_path / "x.db")
    assert "西安市大力发展农村电子商务三年行动方案" in result.stdout
    assert "1 new" in result.stdout
    assert result.stderr == ""  # no progress bar where nobody watches
    assert "\x1b" not in result.stdout


def test_read_again_on_demand(corpus_db: Path, tmp_path: Path) -> None:
    path = tmp_path / "copy.db"
    shutil.copy(corpus_db, path)
    assert "5 renewed" in run("build", CORPUS / "notices", "--db", path, "--again").stdout


def test_hidden_files_are_left_out_and_folders_are_searched(tmp_path: Path) -> None:
    folder = tmp_path / "in" / "2018" / "西安"
    folder.mkdir(parents=True)
    shutil.copy(NOTICE, folder / "通知.txt")
    (tmp_path / "in" / ".DS_Store").write_bytes(b"\x00\x01")
    result = run("build", tmp_path / "in", "--db", tmp_path / "x.db")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "1 new" in result.stdout


# What cannot be read


def broken(folder: Path, kind: str) -> Path:
    """A file that no notice can be read from."""
    path = folder / f"{kind}.txt"
    if kind == "empty":
        path.touch()
    elif kind == "jpeg":
        path.write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01" + bytes(range(256)) * 8)
    elif kind == "folder":
        path.mkdir()
    elif kind == "dangling":
        path.symlink_to(folder / "nowhere")
    elif kind == "no-rights":
        path.write_text("通知", encoding="utf-8")
        path.chmod(0)
    elif kind == "line":
        with path.open("wb") as file:
            for _ in range(50):
                file.write("电".encode() * (1024 * 1024 // 3))
    return path


KINDS = ["empty", "jpeg", "folder", "dangling", "missing", "line"]
if os.geteuid() != 0:  # root may read everything
    KINDS.append("no-rights")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("command", ["ingest", "show"])
def test_a_file_that_cannot_be_read_is_said_in_one_line(tmp_path: Path, kind: str, command: str) -> None:
    path = broken(tmp_path, kind)
    db = ["--db", tmp_path / "x.db"] if command == "ingest" else []
    result = run(command, path, *db)
    line = one_line(result.stderr)
    assert result.exit_code == 1
    assert str(path) in line
    assert "; " in line  # what is wrong; what to do


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_that_cannot_be_read_leaves_the_rows_as_they_were(corpus_db: Path, tmp_path: Path, kind: str) -> None:
    db = tmp_path / "copy.db"
    shutil.copy(corpus_db, db)
    before = tables(db, but=["source_files"])
    assert run("ingest", broken(tmp_path, kind), "--db", db).exit_code == 1
    assert tables(db, but=["source_files"]) == before


def test_the_other_files_still_go_in(tmp_path: Path) -> None:
    db = tmp_path / "x.db"
    result = run("ingest", broken(tmp_path, "jpeg"), NOTICE, broken(tmp_path, "empty"), "--db", db)
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 2
    assert "1 new, 2 unreadable" in result.stdout
    with sqlite3.connect(db) as connection:
        assert connection.execute("select count(*) from documents").fetchone() == (1,)
        notes = dict(connection.execute("select file_name, note from source_files").fetchall())
    connection.close()
    assert notes[NOTICE.name] is None
    assert notes["jpeg.txt"].startswith("failed: is a damaged JPEG picture")
    assert str(tmp_path) not in notes["jpeg.txt"]


def test_a_build_with_an_unreadable_file_says_so_each_time(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    shutil.copy(NOTICE, folder)
    broken(folder, "jpeg")
    for counted in ("1 new, 1 unreadable", "1 unchanged, 1 unreadable"):
        result = run("build", folder, "--db", tmp_path / "x.db")
        assert result.exit_code == 1
        assert "jpeg.txt" in one_line(result.stderr)
        assert counted in result.stdout


@pytest.mark.parametrize(
    "words, status, said",
    [
        (["build", "{tmp}/empty"], 1, "no notices in it"),
        (["build", "{tmp}/nowhere"], 1, "no such folder"),
        (["build", "{tmp}/notes.txt"], 1, "no such folder"),
        (["build", "{notices}", "--db", "{tmp}/notes.txt"], 1, "notes.txt: file is not a database"),
        (["build", "{notices}", "--db", "/proc/none/x.db"], 1, "/proc/none"),
        (["serve", "--db", "{tmp}/none.db"], 1, "run `zhengce build` first"),
        (["serve", "--db", "{tmp}/notes.txt"], 1, "is not a database"),
        (["score", "{tmp}/empty"], 1, "no gold answers"),
        (["score", "{gold}", "--db", "{tmp}/none.db"], 1, "run `zhengce build` first"),
        (["ingest"], 2, "Missing argument"),
        (["show", "--nonsense", "x"], 2, "--nonsense"),
        (["publish"], 2, "No such command 'publish'"),
    ],
)
def test_errors_are_one_line_that_says_what_to_do(tmp_path: Path, words: list[str], status: int, said: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "notes.txt").write_text("not a database, but a file with some words in it\n" * 40)
    places = {"tmp": tmp_path, "notices": CORPUS / "notices", "gold": CORPUS / "gold"}
    result = run(*(word.format(**places) for word in words))
    assert result.exit_code == status
    assert said in one_line(result.stderr)
    assert result.stdout == ""
    assert not (tmp_path / "none.db").exists()


def test_a_taken_port_is_said(corpus_db: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        result = run("serve", "--db", corpus_db, "--port", taken.getsockname()[1])
    assert result.exit_code == 1
    assert "--port" in one_line(result.stderr)


# Several readers


def read_or_die(path: Path, now: datetime) -> Notice | Failure:
    """Stands for a reader: one file brings its process down."""
    if path.name == "bad":
        os._exit(9)
    return make_notice(path.name, now=now.isoformat())


def test_a_file_that_kills_its_reader_is_a_failure_like_another() -> None:
    paths = [Path(name) for name in [*"abcdefgh", "bad", *"ijklmnopqrst"]]
    assert len(paths) >= POOL_FROM
    found = list(read_all(paths, datetime(2026, 1, 1, tzinfo=UTC), workers=2, reader=read_or_die))
    assert [path for path, _ in found] == paths
    assert [path.name for path, result in found if isinstance(result, Failure)] == ["bad"]
    assert all(result.document.id == path.name for path, result in found if isinstance(result, Notice))


def test_many_readers_give_the_rows_of_one(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    text = NOTICE.read_text(encoding="utf-8")
    for n in range(POOL_FROM):
        (folder / f"{n}.txt").write_text(text.replace("108", str(n + 1)), encoding="utf-8")
    for workers in (1, 2):
        assert run("build", folder, "--db", tmp_path / f"{workers}.db", "--workers", workers).exit_code == 0
    clocks = {"documents", "source_files"}
    assert tables(tmp_path / "1.db", but=clocks) == tables(tmp_path / "2.db", but=clocks)
    assert len(tables(tmp_path / "1.db")["documents"]) == POOL_FROM


# show, schema, score


def test_show_prints_every_table(tmp_path: Path) -> None:
    result = run("show", NOTICE)
    assert result.exit_code == 0
    for words in ("西安市", "目标 targets", "补贴 subsidies", "任务 tasks", "时限 deadlines", "accounted for"):
        assert words in result.stdout, words


def test_show_as_json_is_the_notice() -> None:
    notice = Notice.model_validate(json.loads(run("show", NOTICE, "--json").stdout))
    assert notice.source_file.sha256 == sha256(NOTICE.read_bytes()).hexdigest()
    assert notice.subsidies
    assert all(notice.document.text[row.start : row.end] == row.quote for row in notice.subsidies)


def test_the_schema_describes_every_table() -> None:
    schema = json.loads(run("schema").stdout)
    assert list(schema["properties"]) == list(TABLES)
    for name, model in TABLES.items():
        definition = schema["$defs"][model.__name__]
        assert schema["properties"][name]["items"] == {"$ref": f"#/$defs/{model.__name__}"}
        assert definition["properties"].keys() == model.model_fields.keys()
        assert all(part.get("description") for part in definition["properties"].values())


def test_score_prints_a_line_a_table(corpus_db: Path) -> None:
    result = run("score", CORPUS / "gold", "--db", corpus_db)
    assert result.exit_code == 0
    assert result.stdout.startswith("5 documents; document fields right ")
    figures = json.loads(run("score", CORPUS / "gold", "--db", corpus_db, "--json").stdout)
    for table, found in figures["tables"].items():
        assert f"\n{table:17}{found['gold']:6}" in result.stdout
    missed = run("score", CORPUS / "gold", "--db", corpus_db, "--misses", 1).stdout.splitlines()
    assert len(missed) <= len(result.stdout.splitlines()) + 1


def test_score_against_another_database(corpus_db: Path, tmp_path: Path) -> None:
    before = tmp_path / "before.db"
    shutil.copy(corpus_db, before)
    assert run("score", "--db", corpus_db, "--against", before).stdout == "no differences\n"
    with sqlite3.connect(before) as connection:
        connection.execute("update budgets set amount_yuan = 1 where rowid = (select min(rowid) from budgets)")
    connection.close()
    said = run("score", "--db", corpus_db, "--against", before).stdout
    assert "amount_yuan 1.0 → " in said
    assert said.endswith("budgets: 1 changed\n1 differences\n")
    assert len(json.loads(run("score", "--db", corpus_db, "--against", before, "--json").stdout)) == 1


# --help


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_an_example(command: str) -> None:
    text = run(command, "--help").stdout
    assert f"Example:\n    zhengce {command}" in text


def test_help_is_quick() -> None:
    """Under 0.3 s of processor time beyond bare Python: nothing large is imported to print a page of help."""

    def seconds(*words: str) -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, *words], check=True, stdout=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    bare = min(seconds("-c", "pass") for _ in range(3))
    command = "from publish.cli import main; main(['--help'])"
    assert min(seconds("-c", command) for _ in range(3)) - bare < 0.3


def test_piped_output_may_be_cut_short(corpus_db: Path) -> None:
    command = f"'{sys.executable}' -c 'from publish.cli import main; main()' schema | head -n 1"
    result = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert result.stdout == "{\n"
    assert "Traceback" not in result.stderr
