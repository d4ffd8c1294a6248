"""What several commands share: options, output, the database with the divisions in it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from publish.cli import Fault

if TYPE_CHECKING:
    from rich.console import Console
    from sqlite_utils import Database

    from schemas import Jurisdiction

DATABASE = Path("outputs/policies.db")

database_option = click.option(
    "--db", type=click.Path(path_type=Path), default=DATABASE, show_default=True, help="The database file."
)


def now() -> datetime:
    """The time to note, to the second."""
    return datetime.now(UTC).replace(microsecond=0)


def out() -> Console:
    """Standard output: coloured and as wide as the terminal, plain and unbroken when piped."""
    from rich.console import Console

    return Console(highlight=False, soft_wrap=False, width=None if sys.stdout.isatty() else 200)


def complain(message: str) -> None:
    """One line on standard error."""
    click.echo(f"zhengce: {' '.join(message.split())}", err=True)


@contextmanager
def open_for_writing(path: Path) -> Iterator[Database]:
    """The database, made if it is missing, with the divisions in it. Faults become one line."""
    import sqlite3

    from publish.tables import NotADatabase, open_database

    try:
        db = open_database(path, divisions())
    except (NotADatabase, OSError) as error:
        raise Fault(str(error)) from error
    try:
        yield db
    except sqlite3.OperationalError as error:
        raise Fault(f"{path}: {error}; the database is as it was before the last notice: try again") from error
    finally:
        db.close()


def existing(path: Path) -> Path:
    """The database's path, if there is one."""
    if not path.is_file():
        raise Fault(f"{path}: no such database (没有这个数据库); run `zhengce build` first, or name another with --db")
    with path.open("rb") as file:
        if file.read(16) != b"SQLite format 3\0":
            raise Fault(f"{path}: is not a database (不是数据库文件); name another with --db")
    return path


def divisions() -> list[Jurisdiction]:
    """The divisions of GB/T 2260 as rows."""
    from extract.lexicon.divisions import gazetteer
    from schemas import Jurisdiction

    return [
        Jurisdiction(adcode=d.adcode, name=d.name, full_name=d.full_name, level=d.level, parent_adcode=d.parent or None)
        for d in gazetteer().by_code.values()
    ]
