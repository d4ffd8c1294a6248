"""`zhengce build` and `zhengce ingest`: files into the database."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import file_digest
from pathlib import Path
from typing import TYPE_CHECKING

import click

from publish.cli import Fault
from publish.cli.common import complain, database_option, now, open_for_writing, out

if TYPE_CHECKING:
    from sqlite_utils import Database

    from publish.cli.reading import Failure, Read
    from schemas import Notice

_FULL_SUMMARY = 60
"""Notices up to which the summary has a line each; above, the totals alone."""


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default=Path("corpus/notices"))
@database_option
@click.option("--again", is_flag=True, help="Read unchanged files again, too.")
@click.option("--workers", type=click.IntRange(1), default=None, help="Processes that read; default: one a core.")
def build(folder: Path, db: Path, again: bool, workers: int | None) -> int:
    """Read every notice under FOLDER (default corpus/notices) into the database.

    A notice is a file, a zip archive with its attachments, or a file with its attachments beside it (附件1.xlsx).
    Files that have not changed since this version read them are not read again. What cannot be read is said on
    standard error, and the exit status is then 1.

    \b
    Example:
      zhengce build corpus/notices --db outputs/policies.db
    """
    import os

    from publish.cli.reading import notices_under

    if not folder.is_dir():
        raise Fault(f"{folder}: no such folder (没有这个文件夹); name the folder with the notices")
    paths = notices_under(folder)
    if not paths:
        raise Fault(f"{folder}: no notices in it (文件夹中没有文件); put the files there, or name another folder")
    begun = time.perf_counter()
    with open_for_writing(db) as database:
        notices, copies = _grouped(paths)
        fresh = [notice for notice in notices if again or _is_fresh(database, notice)]
        read = _read(fresh, workers or os.cpu_count() or 1)
        tally = _write_all(database, _with_progress(read, len(fresh)))
        tally["unchanged"] += len(notices) - len(fresh)
        tally["duplicate"] += copies
        _summary(database, db, tally, time.perf_counter() - begun)
    return 1 if tally["unreadable"] else 0


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@database_option
def ingest(files: tuple[Path, ...], db: Path) -> int:
    """Add single notices to the database, or renew them; show what was found and what needs a look.

    A notice and its attachments given together, or a folder of them, are one notice.
    If a file cannot be read the others still go in, and the exit status is 1.

    \b
    Example:
      zhengce ingest 通知.txt 办法.html
      zhengce ingest 通知.docx 附件1.xlsx
    """
    from publish.cli.reading import notices_under
    from publish.cli.terminal import found_in

    # An empty folder stands for itself: reading it says what is wrong.
    paths = [path for file in files for path in (file.is_dir() and notices_under(file)) or [file]]

    with open_for_writing(db) as database:
        seen: list[Notice] = []
        tally = _write_all(database, _read(_grouped(paths)[0], workers=1), seen)
        for notice in seen:
            found_in(out(), notice)
        click.echo(_counted(tally) + f" · {db}")
    return 1 if tally["unreadable"] else 0


Grouped = tuple[Path, list[Path]]
"""A notice and its attachments in files of their own."""


def _grouped(paths: Iterable[Path]) -> tuple[list[Grouped], int]:
    """The notices with their attachments, and how many are left out: copies of one that has more attachments."""
    from extract.read.package import grouped

    notices = grouped(dict.fromkeys(paths))
    fullest: dict[str, Grouped] = {}
    for notice in sorted(notices, key=lambda notice: -len(notice[1])):
        if notice[1]:
            fullest.setdefault(_fingerprint(notice[0]), notice)
    kept = [notice for notice in notices if not fullest or fullest.get(_fingerprint(notice[0]), notice) == notice]
    return kept, len(notices) - len(kept)


def _is_fresh(db: Database, notice: Grouped) -> bool:
    """Whether the notice must be read: it or one of its attachments is new, has changed, went, or was unreadable."""
    from extract.read.package import fingerprint
    from extract.version import VERSION
    from publish.database import attachments_changed, needs_reading

    path, attachments = notice
    own, others = _fingerprint(path), [(file.name, _fingerprint(file)) for file in attachments]
    return any(needs_reading(db, sha256, VERSION) for sha256 in (own, *(sha256 for _, sha256 in others))) or (
        attachments_changed(db, own, fingerprint(others))
    )


def _read(notices: list[Grouped], workers: int) -> Iterator[Read]:
    """The notices in the order of their files; LibreOffice is started once for many of the files it has to convert."""
    from extract.read.containers import office_kind
    from extract.read.office import converted_ahead
    from publish.cli.reading import read_all

    files = [file for path, attachments in notices for file in (path, *attachments)]
    with converted_ahead((file, kind) for file in files if (kind := office_kind(file))):
        yield from read_all([path for path, _ in notices], now(), workers, attached=dict(notices))


def _fingerprint(path: Path) -> str:
    """SHA-256 of the file; nothing for what cannot be opened (reading it will say why)."""
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _write_all(db: Database, read: Iterable[Read], seen: list[Notice] | None = None) -> Counter[str]:
    """Writes what was read, says what could not be; gives how many files were new, renewed, duplicate, unreadable."""
    from publish.citations import link_citations
    from publish.cli.reading import Failure
    from publish.database import write

    tally: Counter[str] = Counter()
    for path, found in read:
        if isinstance(found, Failure):
            complain(found.why)
            _note(db, found)
            tally["unreadable"] += 1
            continue
        for line in _lacking(path, found):
            complain(line)
            tally["unreadable"] += 1
        tally[write(db, found).change] += 1
        if seen is not None:
            seen.append(found)
    link_citations(db)
    return tally


def _lacking(path: Path, notice: Notice) -> Iterator[str]:
    """A line for each attachment that could not be read."""
    for file in notice.attachments:
        if file.document_id is None:
            why = (file.note or "").removeprefix("failed: ")
            yield f"{path.parent / file.file_name}: {why} ({path.name} 的附件未能读取)"


def _note(db: Database, failure: Failure) -> None:
    """Enters the failed file among the files that came in, if it has content to tell it by."""
    from publish.database import note_failure
    from schemas import SourceFile

    if not (sha256 := _fingerprint(failure.path)):
        return
    why = failure.why.removeprefix(f"{failure.path}: ")
    file = SourceFile(
        sha256=sha256, file_name=failure.path.name, bytes=failure.path.stat().st_size, ingested_at=now().isoformat()
    )
    note_failure(db, file, why)


def _with_progress(read: Iterable[Read], total: int) -> Iterator[Read]:
    """The same, with a progress bar on a terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("读取 reading", total=total)
        for pair in read:
            progress.update(task, description=pair[0].name[:32])
            yield pair
            progress.advance(task)


_WORDS = ("new", "renewed", "duplicate", "unchanged", "unreadable")


def _counted(tally: Counter[str]) -> str:
    return ", ".join(f"{tally[word]} {word}" for word in _WORDS if tally[word]) or "nothing"


def _summary(db: Database, path: Path, tally: Counter[str], seconds: float) -> None:
    from publish.cli.terminal import overview

    overview(out(), db, _FULL_SUMMARY)
    click.echo(f"{_counted(tally)} · {seconds:.1f} s · {path}")
