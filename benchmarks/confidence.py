"""How often rows of each construction are right on gold notices: the figures behind extract/lexicon/confidence.yaml.

    python benchmarks/confidence.py NOTICES GOLD [NOTICES GOLD ...]

Reads every notice, aligns its rows with the gold answers and prints, for each construction (`grant-list`,
`task-bracket` …), the rows, those right in every scored column, and the rule of succession (right + 1) / (rows + 2),
which is what the lexicon holds: a construction seen seldom is trusted less. Then the curve: of the rows at or above
each confidence, the share that is right.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from extract.interpret.assemble import Assembler
from extract.notice import extract
from publish.score import MEASURES, align, gold_rows
from schemas.notice import Notice

KEYS = ("citations", "targets", "responsibilities", "deadlines", "subsidies", "budgets")


def read(path: Path) -> tuple[Notice, dict[str, str]]:
    """The notice, and for each row's id the construction it was read from."""
    constructions: dict[str, str] = {}
    resting_on, with_key = Assembler._resting_on, Assembler._with_key
    last = ""

    def heard(self: Assembler, start: int, end: int, how: str) -> dict[str, Any]:
        nonlocal last
        last = how
        return resting_on(self, start, end, how)

    def noting(self: Assembler, table: str, words: dict[str, Any]) -> dict[str, Any]:
        columns = with_key(self, table, words)
        constructions[f"{table}:{columns['id']}"] = last  # a row's key is made right behind the words it rests on
        return columns

    Assembler._resting_on, Assembler._with_key = heard, noting  # type: ignore[method-assign]
    try:
        return extract(path), constructions
    finally:
        Assembler._resting_on, Assembler._with_key = resting_on, with_key  # type: ignore[method-assign]


def rows_of(notice: Notice) -> dict[str, list[dict[str, Any]]]:
    """The notice's rows as the scorer wants them, by table."""
    tasks = {task.id: task.text for task in notice.tasks}
    names = {body.id: body.name for body in notice.organisations}
    out: dict[str, list[dict[str, Any]]] = {
        table: [row.model_dump() for row in getattr(notice, table)] for table in KEYS
    }
    for row in out["responsibilities"]:
        row |= {"task": tasks[row["task_id"]], "organisation": names.get(row["organisation_id"])}
    for row in out["subsidies"]:
        row["conditions"] = [c.model_dump() for c in notice.subsidy_conditions if c.subsidy_id == row["id"]]
        row["tiers"] = [t.model_dump() for t in notice.subsidy_tiers if t.subsidy_id == row["id"]]
    return out


def main() -> None:
    """Prints the table and the curve."""
    folders = [Path(name) for name in sys.argv[1:]]
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    curve: list[tuple[float, bool]] = []
    for notices, golds in zip(folders[::2], folders[1::2], strict=True):
        for path in sorted(golds.glob("*.json")):
            gold = json.loads(path.read_text(encoding="utf-8"))
            notice, constructions = read(notices / gold["source_file"])
            for table, rows in rows_of(notice).items():
                _count(counts, curve, table, gold_rows(gold, table), rows, constructions)
    print("construction: rows right succession")
    for how, (rows_seen, right) in sorted(counts.items()):
        print(f"{how}: {rows_seen} {right} {(right + 1) / (rows_seen + 2):.3f}")
    for floor in (0.99, 0.98, 0.95, 0.9, 0.85, 0.8, 0.0):
        above = [right for confidence, right in curve if confidence >= floor]
        if above:
            print(f"confidence >= {floor}: {len(above)} rows, {sum(above) / len(above):.4f} right")


def _count(
    counts: dict[str, list[int]], curve: list[tuple[float, bool]], table: str, gold: list[dict[str, Any]],
    rows: list[dict[str, Any]], constructions: dict[str, str],
) -> None:  # fmt: skip
    pairs = {pair.row: pair for pair in align(table, gold, rows)}
    assert table in MEASURES
    for j, row in enumerate(rows):
        pair = pairs.get(j)
        if pair and gold[pair.gold].get("optional"):
            continue
        right = bool(pair and pair.exact)
        tally = counts[constructions[f"{table}:{row['id']}"]]
        tally[0] += 1
        tally[1] += right
        curve.append((row["confidence"], right))


if __name__ == "__main__":
    main()
