"""How right the rows are: a database measured against gold answers (docs/gold.md says what those look like).

Two figures for each table, F1 over all rows of all gold notices together:
  found   a row with the right core (value and unit, unit's name, dates, amounts) rests on the gold row's words
  exact   every scored column of that row is right as well
"""

from __future__ import annotations

import json
import re
import sqlite3
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

GoldRow = dict[str, Any]

DOCUMENT_COLUMNS = ("title", "doc_number", "issuer", "area", "adcode", "issued_on", "status", "genre")
MAIN = ("targets", "responsibilities", "deadlines", "subsidies")


@dataclass(frozen=True, slots=True)
class Measure:
    """What counts in a table: `core` decides found; `exact` and `similar` (column → likeness) also decide exact.

    `reported` columns are only reported.
    """

    core: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()
    similar: tuple[tuple[str, float], ...] = ()
    reported: tuple[str, ...] = ()


MEASURES: dict[str, Measure] = {
    "citations": Measure(),
    "targets": Measure(
        ("value", "value_high", "unit"), ("comparator", "area", "due_on"), (("indicator", 0.5),),
        ("change", "each", "theme"),
    ),
    "responsibilities": Measure(("unit_text",), ("role",), (("task", 0.5),), ("organisation",)),
    "deadlines": Measure(("start_on", "end_on", "recurrence"), ("kind",), (("applies_to", 0.3),), ("time_text",)),
    "subsidies": Measure(
        ("amount_yuan", "amount_min_yuan", "rate", "tiers"), ("kind", "per", "upper_bound", "cap_yuan"),
        (("beneficiary", 0.4),),
        ("base", "cap_per", "instrument", "frequency", "duration_years", "payer", "stacks", "conditions", "theme"),
    ),
    "budgets": Measure(("amount_yuan",), ("is_total",), (("item", 0.4),), ("source", "frequency")),
}  # fmt: skip

_LOOSE = {"base": 0.5, "each": 0.5, "time_text": 0.5, "payer": 0.5, "source": 0.5, "cap_per": 0.5}
"""Columns written in many ways: alike enough is right."""
_FLAGS = {"upper_bound", "stacks", "is_total"}
_RESPONSIBILITIES = """select r.document_id, r.quote, t.text as task, r.unit_text, o.name as organisation, r.role
    from responsibilities r join tasks t on t.id = r.task_id left join organisations o on o.id = r.organisation_id"""


# What is the same


@lru_cache(maxsize=100_000)
def plain(text: str) -> str:
    """Letters, digits and Han characters alone, in one width and case."""
    return re.sub(r"[\s\W_]+", "", unicodedata.normalize("NFKC", text)).lower()


def _plain(value: Any) -> str:
    return plain("" if value is None else str(value))


@lru_cache(maxsize=100_000)
def _pairs(text: str) -> Counter[str]:
    return Counter(text[i : i + 2] for i in range(len(text) - 1)) or Counter([text] if text else [])


def _shared(a: str, b: str) -> int:
    return (_pairs(a) & _pairs(b)).total()


def likeness(a: Any, b: Any) -> float:
    """Dice of the character pairs; at least 0.6 where the shorter stands in the longer and is 0.3 of it."""
    a, b = _plain(a), _plain(b)
    if not a or not b:
        return float(a == b)
    if a == b:
        return 1.0
    short, long = sorted((a, b), key=len)
    dice = 2 * _shared(a, b) / (_pairs(a).total() + _pairs(b).total())
    return max(dice, 0.6) if len(short) >= 2 and short in long and len(short) >= 0.3 * len(long) else dice


def overlap(a: Any, b: Any) -> float:
    """Share of the shorter quote's character pairs that the longer one has."""
    a, b = _plain(a), _plain(b)
    if not a or not b:
        return 0.0
    return _shared(a, b) / min(_pairs(a).total(), _pairs(b).total())


def _number(value: Any) -> float | None:
    try:
        return None if value in (None, "") else float(f"{float(value):.10g}")
    except (TypeError, ValueError):
        return None


def _same(column: str, gold: Any, row: Any) -> bool:
    if column == "tiers":
        return _steps(gold) == _steps(row)
    if column == "conditions":
        return _conditions(gold) == _conditions(row)
    if column in _FLAGS:
        return bool(gold or 0) == bool(row or 0)
    if gold in (None, ""):
        return row in (None, "")
    if row in (None, ""):
        return False
    if isinstance(gold, (int, float)) and not isinstance(gold, bool):
        return _number(gold) == _number(row)
    if column in _LOOSE:
        return likeness(gold, row) >= _LOOSE[column]
    return _plain(gold) == _plain(row)


def _steps(tiers: list[GoldRow] | None) -> list[str]:
    return sorted(
        str((round(float(t["threshold"]), 4), _number(t.get("amount_yuan")), _number(t.get("rate"))))
        for t in tiers or []
    )


def _conditions(conditions: list[GoldRow] | None) -> Counter[tuple[Any, ...]]:
    return Counter((c["op"], _number(c["value"]), _plain(c.get("unit"))) for c in conditions or [])


def agrees(column: str, gold: GoldRow, row: GoldRow, least: float | None = None) -> bool:
    """Whether the row's value is the gold one or one that gold accepts (`*`: any); `least` is the likeness asked."""
    for option in [gold.get(column), *(gold.get("accept") or {}).get(column, [])]:
        if option == "*":
            return True
        if least is None and _same(column, option, row.get(column)):
            return True
        if least is not None and likeness(option, row.get(column)) >= least:
            return True
    return False


# Which row is which


@dataclass(frozen=True, slots=True)
class Pair:
    """Gold row and row of the database that belong together, by index."""

    gold: int
    row: int
    exact: bool


def align(table: str, gold: list[GoldRow], rows: list[GoldRow]) -> list[Pair]:
    """Pairs rows one to one, the likest first."""
    found = _cited(gold, rows) if table == "citations" else _likely(MEASURES[table], gold, rows)
    ranked = sorted(found, key=lambda pair: (-pair[0], pair[1].gold, pair[1].row))
    pairs: list[Pair] = []
    gold_taken: set[int] = set()
    row_taken: set[int] = set()
    for _, pair in ranked:
        if pair.gold not in gold_taken and pair.row not in row_taken:
            gold_taken.add(pair.gold)
            row_taken.add(pair.row)
            pairs.append(pair)
    return pairs


def _cited(gold: list[GoldRow], rows: list[GoldRow]) -> Iterator[tuple[float, Pair]]:
    for i, g in enumerate(gold):
        for j, row in enumerate(rows):
            numbered = g.get("doc_number") and _plain(g["doc_number"]) == _plain(row.get("doc_number"))
            if numbered or (g.get("title") and likeness(g["title"], row.get("title")) >= 0.8):
                yield 1.0, Pair(i, j, True)


def _likely(measure: Measure, gold: list[GoldRow], rows: list[GoldRow]) -> Iterator[tuple[float, Pair]]:
    for i, g in enumerate(gold):
        for j, row in enumerate(rows):
            where = overlap(g.get("quote"), row.get("quote"))
            if where < 0.5 or not all(agrees(column, g, row) for column in measure.core):
                continue
            hits = [agrees(column, g, row) for column in measure.exact]
            hits += [agrees(column, g, row, least) for column, least in measure.similar]
            fine = sum(likeness(g.get(column), row.get(column)) for column, _ in measure.similar)
            yield 10 * sum(hits) + fine + 0.01 * where, Pair(i, j, all(hits))


# Gold and database


def gold_rows(gold: GoldRow, table: str) -> list[GoldRow]:
    """The gold rows of a table; responsibilities are the units of the tasks."""
    if table != "responsibilities":
        rows: list[GoldRow] = gold.get(table, [])
        return rows
    out = []
    for task in gold.get("tasks", []):
        for unit in task["units"]:
            row = {"quote": task["quote"], **unit, "task": task["task"], "form": task.get("form")}
            out.append({**row, "optional": True} if task.get("optional") else row)
    return out


def database_rows(path: Path) -> dict[str, list[GoldRow]]:
    """The rows of every measured table; subsidies with their conditions and tiers."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
        connection.row_factory = sqlite3.Row

        def fetch(sql: str) -> list[GoldRow]:
            return [dict(row) for row in connection.execute(sql)]

        rows = {
            table: fetch(_RESPONSIBILITIES if table == "responsibilities" else f"select * from {table}")
            for table in ("documents", *MEASURES)
        }
        for name in ("conditions", "tiers"):
            parts: dict[str, list[GoldRow]] = defaultdict(list)
            for part in fetch(f"select * from subsidy_{name} order by subsidy_id, ordinal"):
                parts[part["subsidy_id"]].append(part)
            for subsidy in rows["subsidies"]:
                subsidy[name] = parts[subsidy["id"]]
    connection.close()
    return rows


# The figures


@dataclass(slots=True)
class Tally:
    """Counts of one table over all notices."""

    gold: int = 0
    rows: int = 0
    found: int = 0
    exact: int = 0
    columns: dict[str, Counter[bool]] = field(default_factory=dict)

    def note(self, column: str, right: bool) -> None:
        """Counts one value of a column."""
        self.columns.setdefault(column, Counter())[right] += 1


@dataclass(slots=True)
class Score:
    """Everything measured: `misses` says row by row what was missed, spurious or inexact."""

    notices: int = 0
    document: Tally = field(default_factory=Tally)
    tables: dict[str, Tally] = field(default_factory=lambda: {table: Tally() for table in MEASURES})
    misses: list[str] = field(default_factory=list)


def score(database: Path, gold_folder: Path) -> Score:
    """Measures the database against every gold file of the folder."""
    rows = database_rows(database)
    by_file = {Path(row["source_file"] or "").name: row for row in rows["documents"]}
    result = Score()
    for path in sorted(gold_folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        document = by_file.get(gold["source_file"])
        result.notices += 1
        _score_document(result, path.stem, gold["document"], document)
        for table in MEASURES:
            mine = [row for row in rows[table] if document and row["document_id"] == document["id"]]
            if table == "citations":  # a document counts once, however often it is cited
                mine = list({(_plain(row["doc_number"]) or _plain(row["title"])): row for row in mine}.values())
            _score_table(result, path.stem, table, gold_rows(gold, table), mine)
    return result


def _score_document(result: Score, stem: str, gold: GoldRow, document: GoldRow | None) -> None:
    for column in DOCUMENT_COLUMNS:
        right = document is not None and agrees(column, gold, document)
        result.document.note(column, right)
        if not right:
            got = document.get(column) if document else None
            result.misses.append(f"{stem} document.{column}: gold {gold.get(column)!r} got {got!r}")


def _score_table(result: Score, stem: str, table: str, gold: list[GoldRow], rows: list[GoldRow]) -> None:
    measure, tally = MEASURES[table], result.tables[table]
    pairs = align(table, gold, rows)
    counted = [i for i, row in enumerate(gold) if not row.get("optional")]
    tally.gold += len(counted)
    tally.rows += len(rows) - sum(bool(gold[pair.gold].get("optional")) for pair in pairs)
    names = [*measure.core, *(column for column, _ in measure.similar)]
    for pair in pairs:
        g, row = gold[pair.gold], rows[pair.row]
        if g.get("optional"):
            continue
        tally.found += 1
        tally.exact += pair.exact
        asked: list[tuple[str, float | None]] = [(c, None) for c in (*measure.exact, *measure.reported)]
        asked += measure.similar
        for column, least in asked:
            tally.note(column, agrees(column, g, row, least))
        if not pair.exact:
            decisive = [*((c, None) for c in measure.exact), *measure.similar]
            wrong = [c for c, least in decisive if not agrees(c, g, row, least)]
            result.misses.append(f"{stem} {table} inexact {wrong}: gold {_brief(g, wrong)} got {_brief(row, wrong)}")
    taken_gold, taken_rows = {pair.gold for pair in pairs}, {pair.row for pair in pairs}
    for i in counted:
        if i not in taken_gold:
            result.misses.append(f"{stem} {table} MISSED: {_brief(gold[i], names)}")
    for j, row in enumerate(rows):
        if j not in taken_rows:
            result.misses.append(f"{stem} {table} SPURIOUS: {_brief(row, names)}")


def _brief(row: GoldRow, names: list[str]) -> str:
    shown = {name: row.get(name) for name in names if name in row}
    shown["quote"] = str(row.get("quote") or row.get("title") or "")[:40]
    return json.dumps(shown, ensure_ascii=False)


def report(result: Score) -> dict[str, Any]:
    """The figures, rounded, as plain values."""
    right = sum((counts for counts in result.document.columns.values()), Counter[bool]())
    tables = {table: _figures(tally) for table, tally in result.tables.items()}
    return {
        "documents": result.notices,
        "document_fields": _shares(result.document),
        "tables": tables,
        "document_accuracy": round(right[True] / max(1, right.total()), 4),
        "main_exact_f1": round(sum(tables[table]["exact_f1"] for table in MAIN) / len(MAIN), 4),
        "main_found_f1": round(sum(tables[table]["found_f1"] for table in MAIN) / len(MAIN), 4),
    }


def _figures(tally: Tally) -> dict[str, Any]:
    precision, recall, f1 = _f1(tally.found, tally.gold, tally.rows)
    return {
        "gold": tally.gold, "pred": tally.rows, "found_p": round(precision, 4), "found_r": round(recall, 4),
        "found_f1": round(f1, 4), "exact_f1": round(_f1(tally.exact, tally.gold, tally.rows)[2], 4),
        "fields": _shares(tally),
    }  # fmt: skip


def _shares(tally: Tally) -> dict[str, float]:
    return {name: round(counts[True] / max(1, counts.total()), 4) for name, counts in tally.columns.items()}


def _f1(hits: int, gold: int, rows: int) -> tuple[float, float, float]:
    """Precision, recall, F1; nothing asked and nothing given is right."""
    precision = hits / rows if rows else float(not gold)
    recall = hits / gold if gold else float(not rows)
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0
