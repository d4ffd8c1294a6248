"""`zhengce serve`: the Datasette site over the database."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import click

from publish.cli import Fault
from publish.cli.common import database_option, existing

SETTINGS: dict[str, int | bool] = {
    "suggest_facets": False,
    "sql_time_limit_ms": 5000,
    "facet_time_limit_ms": 1000,
    "truncate_cells_html": 300,
}
"""Datasette's settings for the site."""


_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@database_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on; 0.0.0.0 for all.")
@click.option("--port", type=click.IntRange(0, 65535), default=8001, show_default=True)
@click.option("--files", type=_FOLDER, metavar="FOLDER", help="The original files, for the links of notices to them.")
@click.option("--gold", type=_FOLDER, metavar="FOLDER", help="Gold answers, for the page on quality.")
def serve(db: Path, host: str, port: int, files: Path | None, gold: Path | None) -> None:
    """Serve the database with Datasette.

    \b
    Example:
      zhengce serve --db outputs/policies.db --port 8001
      zhengce serve --files corpus/notices --gold corpus/gold
    """
    existing(db)
    _must_be_free(host, port)
    from datasette.cli import cli

    from publish.plugin.quality import GOLD
    from publish.plugin.sources import FILES

    for name, folder in ((FILES, files), (GOLD, gold)):
        if folder:
            os.environ[name] = str(folder)
    arguments = ["serve", str(db), "--host", host, "--port", str(port)]
    for name, value in SETTINGS.items():
        arguments += ["--setting", name, str(int(value))]
    cli.main(arguments, prog_name="zhengce", standalone_mode=False)


def _must_be_free(host: str, port: int) -> None:
    try:
        with socket.create_server((host, port)):
            pass
    except OSError as error:
        raise Fault(f"port {port} on {host}: {error.strerror}; name another with --port") from error
