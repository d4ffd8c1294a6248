"""`zhengce score`: how right the database is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from publish.cli import Fault
from publish.cli.common import database_option, existing


@click.command()
@click.argument("gold", type=click.Path(path_type=Path), default=Path("corpus/gold"))
@database_option
@click.option("--json", "as_data", is_flag=True, help="The figures as JSON.")
@click.option("--misses", type=click.IntRange(0), default=0, help="Also print up to so many rows that are not right.")
@click.option(
    "--against", type=click.Path(path_type=Path), help="Instead: rows gained, lost, changed since that database."
)
def score(gold: Path, db: Path, as_data: bool, misses: int, against: Path | None) -> None:
    """Measure the database against the gold answers in the folder GOLD (default corpus/gold).

    \b
    Example:
      zhengce score corpus/gold --misses 20
      zhengce score --db after.db --against before.db
    """
    if against:
        _compare(existing(db), existing(against), as_data)
    else:
        _measure(db, gold, as_data, misses)


def _measure(db: Path, gold: Path, as_data: bool, misses: int) -> None:
    import json
    import sqlite3

    from publish.score import report, score

    if not any(gold.glob("*.json")):
        raise Fault(f"{gold}: no gold answers (*.json) in it; name a folder that has some")
    try:
        result = score(existing(db), gold)
    except (sqlite3.DatabaseError, ValueError, KeyError) as error:
        what = f"{db} against {gold}: {error}"
        raise Fault(f"{what}; run `zhengce build`, and see docs/gold.md for gold answers") from error
    figures = report(result)
    click.echo(json.dumps(figures, ensure_ascii=False, indent=1) if as_data else _lines(figures))
    for line in result.misses[:misses]:
        click.echo(line)


def _compare(db: Path, before: Path, as_data: bool) -> None:
    """Prints what changed, row by row, and how much, by notice and table."""
    import json
    import sqlite3
    from dataclasses import asdict

    from publish.against import counts, differences

    try:
        found = differences(before, db)
    except sqlite3.DatabaseError as error:
        raise Fault(f"{before} or {db}: {error}; build both with `zhengce build`") from error
    if as_data:
        click.echo(json.dumps([asdict(difference) for difference in found], ensure_ascii=False, indent=1))
        return
    for row in found:
        changes = "; ".join(f"{name} {old!r} → {new!r}" for name, (old, new) in row.columns.items())
        quote = " ".join(row.quote.split())[:60]
        click.echo(f"{row.kind:8}{row.document} {row.table}: {quote}{' | ' * bool(changes)}{changes}")
    for (document, table), kinds in counts(found).items():
        click.echo(f"{document} {table}: " + ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items())))
    click.echo(f"{len(found)} differences" if found else "no differences")


def _lines(figures: dict[str, Any]) -> str:
    lines = [
        f"{figures['documents']} documents; document fields right {figures['document_accuracy']:.3f} "
        + _shares(figures["document_fields"]),
        f"{'table':17}{'gold':>6}{'pred':>6}{'prec':>8}{'recall':>8}{'found F1':>10}{'exact F1':>10}  fields",
    ]
    for table, t in figures["tables"].items():
        lines.append(
            f"{table:17}{t['gold']:6}{t['pred']:6}{t['found_p']:8.3f}{t['found_r']:8.3f}{t['found_f1']:10.3f}"
            f"{t['exact_f1']:10.3f}  {_shares(t['fields'])}"
        )
    lines.append(
        "main (targets, responsibilities, deadlines, subsidies): "
        f"found F1 {figures['main_found_f1']:.3f}, exact F1 {figures['main_exact_f1']:.3f}"
    )
    return "\n".join(lines)


def _shares(fields: dict[str, float]) -> str:
    return " ".join(f"{name} {share:.2f}" for name, share in fields.items())
