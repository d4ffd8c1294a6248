"""Tables for the terminal: what a notice holds, what the database holds."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from rich import box
from rich.markup import escape
from rich.table import Table

from schemas import TABLES, Notice

if TYPE_CHECKING:
    from rich.console import Console
    from sqlite_utils import Database

_SHOWN: dict[str, tuple[str, ...]] = {
    "targets": ("indicator", "comparator", "value", "value_high", "unit", "change", "area", "each", "due_on", "theme"),
    "subsidies": ("beneficiary", "activity", "formula_text", "conditions", "instrument", "frequency", "theme"),
    "tasks": ("text", "units", "due_on"),
    "deadlines": ("kind", "start_on", "end_on", "recurrence", "time_text", "applies_to"),
    "budgets": ("source", "item", "amount_yuan", "frequency", "is_total"),
    "citations": ("title", "doc_number"),
    "checks": ("level", "code", "message"),
}  # fmt: skip
_LONG = 60
_ROLE = {"lead": "牵头", "support": "配合", "responsible": "责任"}


def found_in(console: Console, notice: Notice) -> None:
    """A notice's facts, how much was found, and what needs a look."""
    document = notice.document
    console.print(f"[bold]{escape(document.title or document.source_file)}[/bold]")
    facts = (document.doc_number, document.issuer, document.area, document.issued_on, document.status, document.genre)
    console.print(escape(" · ".join(fact for fact in facts if fact)), style="dim")
    counts = {name: len(getattr(notice, name)) for name in _SHOWN if name != "checks"}
    console.print(", ".join(f"{count} {name}" for name, count in counts.items() if count) or "nothing found")
    console.print(accounted_for(notice))
    for check in notice.checks:
        console.print(f"  {check.level}: {escape(check.message)}", style="yellow" if check.level != "info" else "dim")


def in_full(console: Console, notice: Notice) -> None:
    """Every row of a notice, a table a kind."""
    document = notice.document
    console.print(f"[bold]{escape(document.title or document.source_file)}[/bold]")
    for name in ("id", "doc_number", "issuer", "area", "adcode", "issued_on", "status", "genre", "script", "format"):
        value = getattr(document, name)
        console.print(f"  {name:<11} {escape(str(value)) if value is not None else '[dim]–[/dim]'}")
    for name, wanted in _SHOWN.items():
        rows = [_cells(notice, name, row, wanted) for row in getattr(notice, name)]
        if rows:
            console.print(_table(f"{TABLES[name].LABEL} {name} ({len(rows)})", wanted, rows))
    console.print(accounted_for(notice))


def accounted_for(notice: Notice) -> str:
    """Share of the figures that a row used: of money and shares, and of all."""
    parts = []
    for label, kinds in (("money and shares", {"money", "share"}), ("all figures", None)):
        figures = [q for q in notice.quantities if kinds is None or q.kind in kinds]
        if figures:
            claimed = sum(q.claimed_by is not None for q in figures)
            parts.append(f"{label} {claimed}/{len(figures)} ({claimed / len(figures):.0%})")
    return "accounted for: " + (", ".join(parts) or "no figures")


def overview(console: Console, db: Database, most: int) -> None:
    """A line a notice (if there are not too many) and the totals."""
    counted = ("targets", "tasks", "deadlines", "subsidies", "money", "unclaimed", "checks")
    notices = list(db.query("select * from notices"))
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in ("area", "title"):
        table.add_column(name, overflow="fold")
    for name in counted:
        table.add_column(name, justify="right")
    for notice in notices if len(notices) <= most else []:
        table.add_row(
            *(escape(str(notice[name] or "–")) for name in ("area", "title")), *(f"{notice[n]:,}" for n in counted)
        )
    totals = (f"{sum(notice[name] for notice in notices):,}" for name in counted)
    table.add_section()
    table.add_row(f"{len(notices):,} notices", "", *totals, style="bold")
    console.print(table)


def _table(title: str, names: tuple[str, ...], rows: list[list[str]]) -> Table:
    filled = [i for i in range(len(names)) if any(row[i] for row in rows)]
    table = Table(title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, pad_edge=False)
    for i in filled:
        table.add_column(names[i], overflow="fold", justify="right" if names[i] in ("value", "amount_yuan") else "left")
    for row in rows:
        table.add_row(*(escape(row[i]) for i in filled))
    return table


def _cells(notice: Notice, name: str, row: Any, wanted: tuple[str, ...]) -> list[str]:
    more: dict[str, Any] = {}
    if name == "tasks":
        units = [r for r in notice.responsibilities if r.task_id == row.id]
        more["units"] = "、".join(f"{r.unit_text}({_ROLE[r.role]})" for r in units)
    if name == "subsidies":
        more["conditions"] = "；".join(c.text for c in notice.subsidy_conditions if c.subsidy_id == row.id)
    return [_cell(more[column] if column in more else getattr(row, column)) for column in wanted]


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:,.10g}"
    text = " ".join(str(value).split())
    return text if len(text) <= _LONG else text[:_LONG] + "…"


def as_json(notice: Notice) -> str:
    """The notice with all its rows as JSON."""
    return json.dumps(notice.model_dump(mode="json"), ensure_ascii=False, indent=1)
