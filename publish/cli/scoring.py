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
def score(gold: Path, db: Path, as_data: bool, misses: int) -> None:
    """Measure the database against the gold answers in the folder GOLD (default corpus/gold).

    \b
    Example:
      zhengce score corpus/gold --misses 20
    """
    import json
    import sqlite3

    from publish.score import report
    from publish.score import score as measure

    if not any(gold.glob("*.json")):
        raise Fault(f"{gold}: no gold answers (*.json) in it; name a folder that has some")
    try:
        result = measure(existing(db), gold)
    except (sqlite3.DatabaseError, ValueError, KeyError) as error:
        raise Fault(
            f"{db} against {gold}: {error}; run `zhengce build`, and see docs/gold.md for gold answers"
        ) from error
    figures = report(result)
    click.echo(json.dumps(figures, ensure_ascii=False, indent=1) if as_data else _lines(figures))
    for line in result.misses[:misses]:
        click.echo(line)


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
