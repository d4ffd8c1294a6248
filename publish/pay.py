"""What a given applicant would get, promise by promise and notice by notice."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from typing import Any

from extract.interpret.harmonise import known_variable
from publish.applicant import Applicant, BadFact, applicant_of
from publish.stacking import Counted, add_up
from schemas.formula import Cap, Formula, Full, Tiers, Var, walk
from schemas.formula_value import Result, evaluate
from schemas.formula_words import formula_text, latex, money_text, need_text

_PROMISES = """
select s.id, s.document_id, s.section_id, s.beneficiary, s.beneficiary_kind, s.grade, s.activity, s.kind, s.stacks,
  s.instrument, s.payer, s.formula, s.quote, s.start, s."end"
from subsidies s where :document in ('', s.document_id) order by s.document_id, s.start, s.rowid"""
_NOTICES = """
select d.id, coalesce(d.area, d.title, d.id) as area, d.title, d.issued_on, d.status, d.text
from documents d where :document in ('', d.id) order by d.adcode, d.id"""
_SECTIONS = "select id, document_id, parent_id, start, end from sections where :document in ('', document_id)"


@dataclass(frozen=True, slots=True)
class Promise:
    """A row of `subsidies` with its formula."""

    id: str
    document_id: str
    section_id: str | None
    beneficiary: str | None
    beneficiary_kind: str | None
    grade: str | None
    activity: str | None
    kind: str
    stacks: bool
    instrument: str | None
    payer: str | None
    formula: Formula | None
    quote: str
    start: int
    end: int

    @property
    def label(self) -> str:
        """Whom and what for, short."""
        words = self.beneficiary or ""
        return (
            words
            if not self.activity or self.activity in words
            else f"{words}：{self.activity}"
            if words
            else self.activity
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one promise comes to; `counted` is what of it counts in the notice's total, `notes` say why less.

    `provided` names what nothing told by the applicant shows: that it is whom, and does what, the promise is for.
    """

    promise: Promise
    result: Result
    provided: str | None = None
    counted: float = 0.0
    notes: tuple[str, ...] = ()

    def as_data(self) -> dict[str, Any]:
        """Plain values for JSON."""
        p, r = self.promise, self.result
        return {
            "row": f"subsidies:{p.id}", "beneficiary": p.beneficiary, "activity": p.activity, "state": r.state,
            "text": r.text, "yuan": r.yuan, "yuan_min": r.low, "at_most": r.at_most, "period": r.period,
            "yuan_a_year": r.yearly, "up_to": r.up_to, "counted_yuan": self.counted, "steps": list(r.steps),
            "reasons": list(r.reasons), "missing": [{"name": v.name, "unit": v.unit} for v in r.missing],
            "assumed": list(r.assumed), "provided": self.provided, "notes": list(self.notes), "needs": _needs(p),
            "formula_text": formula_text(p.formula) if p.formula else None,
            "latex": latex(p.formula) if p.formula else None, "quote": p.quote, "start": p.start, "end": p.end,
        }  # fmt: skip


def _needs(promise: Promise) -> list[dict[str, str]]:
    needs = promise.formula.needs if promise.formula else ()
    return [{"need": need_text(need), "words": need.words} for need in needs]


@dataclass(frozen=True, slots=True)
class NoticePay:
    """What one notice comes to. `at_most` adds up all that counts, `sure` exact amounts with nothing `provided`."""

    document_id: str
    area: str
    title: str | None
    outcomes: tuple[Outcome, ...]
    sure: float
    at_most: float
    unstated: tuple[Promise, ...] = ()
    rules: tuple[str, ...] = field(default=())

    def of(self, state: str) -> list[Outcome]:
        """The outcomes of one state ("amount", "depends on", "not entitled")."""
        return [outcome for outcome in self.outcomes if outcome.result.state == state]

    @property
    def total_text(self) -> str:
        """12万元 · 2万元—最高 14万元 · 最高 3万元."""
        if self.sure == self.at_most:
            return money_text(self.at_most)
        return f"{money_text(self.sure)}—" * (self.sure > 0) + f"最高 {money_text(self.at_most)}"

    def as_data(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {
            "document_id": self.document_id, "area": self.area, "title": self.title, "sure_yuan": self.sure,
            "at_most_yuan": self.at_most, "total_text": self.total_text, "rules": list(self.rules),
            "promises": [outcome.as_data() for outcome in self.outcomes],
            "without_a_sum": [{"row": f"subsidies:{p.id}", "label": p.label, "quote": p.quote} for p in self.unstated],
        }  # fmt: skip


def pay(conn: sqlite3.Connection, who: Applicant, document_id: str = "") -> list[NoticePay]:
    """What the applicant would get under every notice of the database (or one), the notice that pays most first."""
    at = {"document": document_id}
    promises: dict[str, list[Promise]] = {}
    for promise in _promises(conn, at):
        promises.setdefault(promise.document_id, []).append(promise)
    sections: dict[str, list[tuple[str, str | None, int, int]]] = {}
    for section, document, parent, start, end in conn.execute(_SECTIONS, at):
        sections.setdefault(document, []).append((section, parent, start, end))
    found = []
    for document, area, title, _issued, _status, text in conn.execute(_NOTICES, at):
        mine = promises.get(document)
        if mine:
            found.append(pay_notice(document, area, title, mine, who, text, sections.get(document, [])))
    return sorted(found, key=lambda notice: (-notice.at_most, -notice.sure, notice.document_id))


def _promises(conn: sqlite3.Connection, at: dict[str, str]) -> Iterator[Promise]:
    cursor = conn.execute(_PROMISES, at)
    names = [column[0] for column in cursor.description]
    for row in cursor:
        values = dict(zip(names, row, strict=True))
        formula = _formula(values["formula"]) if values["formula"] else None
        yield Promise(**values | {"formula": formula, "stacks": bool(values["stacks"])})


@lru_cache(maxsize=20000)
def _formula(text: str) -> Formula:
    return Formula.model_validate_json(text)


def pay_notice(
    document: str, area: str, title: str | None, promises: list[Promise], who: Applicant, text: str,
    sections: list[tuple[str, str | None, int, int]],
) -> NoticePay:  # fmt: skip
    """What one notice comes to: each promise by itself, then what may be had together."""
    judged = [(p, judge(p, who, _telling(p, promises))) for p in promises if p.formula is not None]
    rows = [_counted(promise, result, who) for promise, result in judged]
    counts, rules = add_up(rows, text, sections)
    outcomes = [
        Outcome(promise, result, _provided(promise, result, who, promises), count.yuan, tuple(count.notes))
        for (promise, result), count in zip(judged, counts, strict=True)
    ]
    order = {"amount": 0, "depends on": 1, "not entitled": 2}
    outcomes.sort(
        key=lambda o: (order[o.result.state], -o.counted, -(o.result.yuan or o.result.up_to or 0), o.promise.start)
    )
    sure = sum(min(o.counted, o.result.low or 0.0) for o in outcomes if not (o.result.at_most or o.provided))
    unstated = tuple(p for p in promises if p.formula is None)
    return NoticePay(
        document, area, title, tuple(outcomes), sure, sum(o.counted for o in outcomes), unstated, tuple(rules)
    )


def _telling(promise: Promise, promises: list[Promise]) -> str:
    """The words that set the promise apart: of a list in one sentence, the column in which its rows differ."""
    others = [p for p in promises if p.start == promise.start and p is not promise]
    if any(p.beneficiary != promise.beneficiary for p in others):
        return promise.beneficiary or ""
    if any(p.activity != promise.activity for p in others):
        return promise.activity or ""
    return f"{promise.beneficiary or ''} {promise.quote}"


def judge(promise: Promise, who: Applicant, telling: str) -> Result:
    """What the promise comes to for the applicant, by itself.

    Where nothing that the applicant has told shows that the promise is about it, the result depends on its words.
    """
    assert promise.formula is not None
    result = evaluate(promise.formula, who)
    if who.may_get(promise.beneficiary_kind) is False:
        words = f"对象 {promise.beneficiary}（{promise.beneficiary_kind}）≠ {'、'.join(who.names)}"
        return Result("not entitled", 0.0, 0.0, reasons=(words,))
    denied = [name for name, holds in who.traits.items() if not holds and name in telling]
    if denied:
        return Result("not entitled", 0.0, 0.0, reasons=tuple(f"不是：{name}" for name in denied))
    if result.state == "amount" and not (_is_named(promise, who, telling) or _is_about(promise, who)):
        why = f"是否属于：{promise.label[:60]}"
        return replace(result, state="depends on", reasons=(why,), up_to=result.yuan, yuan=None, low=None)
    return result


def _is_named(promise: Promise, who: Applicant, telling: str) -> bool:
    """Whether the applicant says that it is, or does, what the promise names."""
    if any(holds and name in telling for name, holds in who.traits.items()):
        return True
    return any(len(name) > 3 and name in (promise.beneficiary or "") for name in who.names)


def _provided(promise: Promise, result: Result, who: Applicant, promises: list[Promise]) -> str | None:
    """Whom and what the promise is for, where the applicant's kind and figures do not show that it is about it."""
    if result.state != "amount" or _is_named(promise, who, _telling(promise, promises)):
        return None
    entries = [known_variable(var.name) for var in promise.formula.variables()] if promise.formula else []
    if who.may_get(promise.beneficiary_kind) and any(not (e and (e.wide or e.general)) for e in entries):
        return None
    return promise.label


def _is_about(promise: Promise, who: Applicant) -> bool:
    """Whether the applicant told a figure that the promise pays by or asks for.

    What is paid on top (安排就餐的,再给予30元/人) needs more than the figure that the first promise pays by.
    """
    assert promise.formula is not None
    stepped = any(isinstance(node, Full) for node in walk(promise.formula.pays))
    if promise.stacks and not promise.formula.needs and not stepped:
        return False
    paid_by = {var.name for var in _paid_by(promise.formula)}
    for var in promise.formula.variables():
        entry = known_variable(var.name)
        told = who.get(var.name) or (who.get(var.part_of) if var.part_of else None)
        if told and (var.name in paid_by or not (entry and entry.general)):
            return True
    return False


def _paid_by(formula: Formula) -> list[Var]:
    return [node for node in walk(formula.pays) if isinstance(node, Var)] + [
        node.var for node in walk(formula.pays) if isinstance(node, Tiers)
    ]


def _counted(promise: Promise, result: Result, who: Applicant) -> Counted:
    assert promise.formula is not None
    figures = [var.part_of if var.part_of and not who.get(var.name) else var.name for var in _paid_by(promise.formula)]
    return Counted(
        yuan=(result.yuan or 0.0) if result.state == "amount" else 0.0,
        formula=promise.formula,
        start=promise.start,
        section=promise.section_id,
        stacks=promise.stacks,
        recipient=promise.beneficiary,
        figures=tuple(dict.fromkeys(figures)),
        label=promise.label,
    )


def register(conn: sqlite3.Connection) -> None:
    """Makes the SQL functions pay_yuan, pay_text and pay_steps (formula, facts), and formula_latex (formula).

    `facts` is 快递单量=30000；年网络销售额=600万元. Null where there is no formula; pay_yuan also where it
    depends. Facts that cannot be read give their message as pay_text.
    """
    results: dict[str, Callable[[Result], Any]] = {
        "pay_yuan": lambda result: result.yuan,
        "pay_text": lambda result: result.text,
        "pay_steps": lambda result: "；".join(result.steps),
    }
    for name, column in results.items():
        conn.create_function(name, 2, partial(_sql, name, column), deterministic=True)
    conn.create_function("formula_latex", 1, lambda f: latex(_formula(f)) if f else None, deterministic=True)


def _sql(name: str, column: Callable[[Result], Any], formula: str | None, facts: str | None) -> Any:
    if not formula:
        return None
    try:
        return column(evaluate(_formula(formula), applicant_of(facts or "")))
    except BadFact as error:
        return str(error) if name == "pay_text" else None


def unused(found: list[NoticePay], who: Applicant) -> list[str]:
    """Figures that no promise of these notices asks for, so that a name written otherwise is noticed."""
    asked: set[str] = {"享受月数", "享受年数"}
    for notice in found:
        for outcome in notice.outcomes:
            formula = outcome.promise.formula
            for var in formula.variables() if formula else ():
                asked |= {var.name, var.part_of or var.name}
            for node in walk(formula.pays) if formula else ():
                if isinstance(node, Cap):
                    asked |= {f"{what}数" for what in node.per}
    return [name for name in who.figures if name not in asked]
