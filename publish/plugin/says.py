"""What a row says, in a few words: the figure or the time first, then whom or what it is about."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from publish.plugin.frame import figure, word

Row = Any
"""A row of SQLite, or whatever else gives values by column."""
SIGNS = {">=": "≥ ", ">": "＞ ", "<=": "≤ ", "<": "＜ ", "~": "约 "}
_LONG = 60


class Said(NamedTuple):
    """A row in words: `text` stands out, `beside` goes with it."""

    text: str
    beside: str


def short(text: str | None, length: int = _LONG) -> str:
    """The text on one line, cut where it is long."""
    line = " ".join((text or "").split())
    return line if len(line) <= length else line[:length] + "…"


def _joined(*parts: str | None) -> str:
    return " · ".join(part for part in parts if part)


def _by(day: str | None) -> str:
    return f"到 {day}" if day else ""


def subsidy(row: Row) -> Said:
    """最高 min(项目投资额 × 5%, 200万元) — 仓储企业：新建标准化仓储设施."""
    unstated = {"full": "全额", "unspecified": "未写明金额"}.get(row["kind"], "见原文")
    whom = "：".join(dict.fromkeys(filter(None, (row["beneficiary"], row["activity"]))))
    return Said(row["formula_text"] or unstated, short(whom, 120))


def target(row: Row) -> Said:
    """增加 ≥ 15亿元 — 农产品网络销售额 · 到 2019-12-31."""
    change = {"increase": "增加 ", "decrease": "减少 "}.get(row["change"], "")
    value = figure(row["value"], row["unit"])
    if row["value_high"] is not None:
        value += "—" + figure(row["value_high"], row["unit"])
    text = f"{change}{SIGNS.get(row['comparator'], '')}{value}"
    return Said(text, _joined(row["indicator"], row["each"], _by(row["due_on"])))


def budget(row: Row) -> Said:
    """2000万元 — 中央财政：培训."""
    return Said(figure(row["amount_yuan"], "元"), "：".join(filter(None, (row["source"], short(row["item"])))))


def duty(row: Row) -> Said:
    """市商务局 牵头 — the task · 到 2019-12-31; the task's text where the row brings it."""
    task = short(row["task"]) if "task" in row.keys() else ""  # noqa: SIM118 — a row of SQLite iterates over values
    due = _by(row["due_on"]) if task else ""
    return Said(f"{row['unit_text']} {word(row['role'], 'role')}", _joined(task, due))


def deadline(row: Row) -> Said:
    """2019年12月底前 — 建成县级中心."""
    return Said(row["time_text"], short(row["applies_to"]))


def task(row: Row) -> Said:
    """The task's words — its last day."""
    return Said(short(row["text"], 80), _by(row["due_on"]))


def citation(row: Row) -> Said:
    """《…》 — 皖政办秘〔2019〕76号."""
    return Said(short(row["title"] or row["doc_number"] or row["quote"]), row["doc_number"] if row["title"] else "")


def document(row: Row) -> Said:
    """The notice's title — place, number, day."""
    return Said(short(row["title"] or row["id"], 90), _joined(row["area"], row["doc_number"], row["issued_on"]))


SAYS: dict[str, Callable[[Row], Said]] = {
    "subsidies": subsidy, "targets": target, "budgets": budget, "responsibilities": duty, "deadlines": deadline,
    "tasks": task, "citations": citation, "documents": document,
}  # fmt: skip
"""Table → how its rows are said."""
