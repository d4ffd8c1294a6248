"""`zhengce show` and `zhengce schema`: what would be extracted, and what the tables look like."""

from __future__ import annotations

from pathlib import Path

import click

from publish.cli import Fault


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_data", is_flag=True, help="JSON with every row and column.")
def show(file: Path, as_data: bool) -> None:
    """Show what would be extracted from FILE, without a database.

    \b
    Example:
      zhengce show corpus/notices/004_61b38679c14bb916.txt
      zhengce show 通知.txt --json | jq .subsidies
    """
    from publish.cli.common import now, out
    from publish.cli.reading import Failure, read_one

    notice = read_one(file, now())
    if isinstance(notice, Failure):
        raise Fault(notice.why)
    from publish.cli.terminal import as_json, in_full

    if as_data:
        click.echo(as_json(notice))
    else:
        in_full(out(), notice)


@click.command()
@click.option("--markdown", "as_page", is_flag=True, help="A page for people instead (docs/database.md).")
def schema(as_page: bool) -> None:
    """Print the JSON Schema of every table.

    \b
    Example:
      zhengce schema | jq '."$defs".Subsidy'
    """
    import json

    from publish.schema import json_schema, markdown

    click.echo(markdown() if as_page else json.dumps(json_schema(), ensure_ascii=False, indent=1))
