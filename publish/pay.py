"""What a given applicant would get, promise by promise and notice by notice."""

from __future__ import annotations

import gc
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from typing import Any, NamedTuple

from publish.applicant import Applicant, BadFact, applicant_of
from publish.book import TERMS, Asked, Book, Entry, NoticeBook, Promise, formula_from
from publish.stacking import Counted, add_up
from schemas.formula_value import Result, evaluate
from schemas.formula_words import latex, money_text


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
            "assumed": list(r.assumed), "provided": self.provided, "notes": list(self.notes), "needs": p.needs,
            **p.texts, "quote": p.quote, "start": p.start, "end": p.end,
        }  # fmt: skip


class Judged(NamedTuple):
    """A promise, what it comes to by itself, what is taken for granted, and what of it counts beside the others."""

    entry: Entry
    result: Result
    provided: str | None = None
    counted: Counted | None = None


@dataclass(frozen=True)
class NoticePay:
    """What one notice comes to. `at_most` adds up all that counts, `sure` exact amounts with nothing `provided`.

    Its outcomes are put together when they are asked for: of a thousand notices a page shows a dozen.
    """

    notice: NoticeBook
    sure: float
    at_most: float
    judged: tuple[Judged, ...]

    @property
    def document_id(self) -> str:
        """The notice's id."""
        return self.notice.document_id

    @property
    def area(self) -> str:
        """Its place, else its title."""
        return self.notice.area

    @property
    def title(self) -> str | None:
        """Its title."""
        return self.notice.title

    @property
    def unstated(self) -> tuple[Promise, ...]:
        """Its promises without a sum."""
        return self.notice.unstated

    @property
    def rules(self) -> tuple[str, ...]:
        """Its sentences on what may not be had together."""
        return tuple(dict.fromkeys(exclusion.rule for exclusion in self.notice.exclusions))

    @cached_property
    def outcomes(self) -> tuple[Outcome, ...]:
        """One for each promise with a sum: what is paid first, the largest first."""
        found = [
            Outcome(j.entry.promise, j.result, j.provided, j.counted.yuan if j.counted else 0.0,
                    tuple(j.counted.notes) if j.counted else ())
            for j in self.judged
        ]  # fmt: skip
        return tuple(sorted(found, key=_first))

    @property
    def missing(self) -> frozenset[str]:
        """The figures that would decide more of its promises, with their units: 年租金（元）."""
        found = (var for j in self.judged if j.result.state == "depends on" for var in j.result.missing)
        return frozenset(f"{var.name}（{var.unit}）" if var.unit else var.name for var in found)

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


def pay(book: Book, who: Applicant) -> list[NoticePay]:
    """What the applicant would get under every notice of the book, the notice that pays most first."""
    judge = _Judge(who)
    with _uncollected():
        found = [judge.notice(notice) for notice in book.notices]
    return sorted(found, key=lambda notice: (-notice.at_most, -notice.sure, notice.document_id))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the search for cycles: many small values are made at once, none of which refers back."""
    searched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searched:
            gc.enable()


class _Judge:
    """Judges promises for one applicant; a formula that many promises share is worked out once."""

    def __init__(self, who: Applicant) -> None:
        self.who = who
        self.told = frozenset(who.figures)
        self.has_terms = bool(self.told & TERMS)
        self.may_get = lru_cache(maxsize=None)(who.may_get)
        self._results: dict[int, Result] = {}

    def notice(self, notice: NoticeBook) -> NoticePay:
        """What one notice comes to: each promise by itself, then what may be had together."""
        judged = [(entry, self.result(entry)) for entry in notice.entries]
        if not any(result.state == "amount" for _, result in judged):
            return NoticePay(notice, 0.0, 0.0, tuple(Judged(entry, result) for entry, result in judged))
        counts = add_up([self._counted(entry, result) for entry, result in judged], notice.exclusions)
        found = tuple(
            Judged(entry, result, self._provided(entry) if result.state == "amount" else None, count)
            for (entry, result), count in zip(judged, counts, strict=True)
        )
        sure = sum(
            min(j.counted.yuan, j.result.low or 0.0)
            for j in found
            if j.counted and not (j.result.at_most or j.provided)
        )
        return NoticePay(notice, sure, sum(count.yuan for count in counts), found)

    def result(self, entry: Entry) -> Result:
        """What the promise comes to for the applicant, by itself.

        Where nothing that the applicant has told shows that the promise is about it, the result depends on its words.
        """
        who, promise = self.who, entry.promise
        if self.may_get(promise.beneficiary_kind) is False:
            words = f"对象 {promise.beneficiary}（{promise.beneficiary_kind}）≠ {'、'.join(who.names)}"
            return Result("not entitled", 0.0, 0.0, reasons=(words,))
        denied = [name for name, holds in who.traits.items() if not holds and name in entry.telling]
        if denied:
            return Result("not entitled", 0.0, 0.0, reasons=tuple(f"不是：{name}" for name in denied))
        result = self._worked_out(entry.asked)
        if result.state == "amount" and not (self._is_named(entry) or self._is_about(entry)):
            return result.undecided(f"是否属于：{entry.label[:60]}")
        return result

    def _worked_out(self, asked: Asked) -> Result:
        if not self.has_terms and self.told.isdisjoint(asked.names):
            return asked.untold
        found = self._results.get(id(asked))
        if found is None:
            found = self._results[id(asked)] = evaluate(asked.formula, self.who)
        return found

    def _is_named(self, entry: Entry) -> bool:
        """Whether the applicant says that it is, or does, what the promise names."""
        if any(holds and name in entry.telling for name, holds in self.who.traits.items()):
            return True
        return any(len(name) > 3 and name in (entry.promise.beneficiary or "") for name in self.who.names)

    def _provided(self, entry: Entry) -> str | None:
        """Whom and what the promise is for, where the applicant's kind and figures do not show that it is about it."""
        if self._is_named(entry) or (self.may_get(entry.promise.beneficiary_kind) and entry.asked.by_itself):
            return None
        return entry.label

    def _is_about(self, entry: Entry) -> bool:
        """Whether the applicant told a figure that the promise pays by or asks for.

        What is paid on top (安排就餐的,再给予30元/人) needs more than the figure that the first promise pays by.
        """
        asked = entry.asked
        if entry.promise.stacks and not asked.formula.needs and not asked.stepped:
            return False
        paid_by = {var.name for var in asked.paid_by}
        for var, known in asked.entries:
            told = var.name in self.told or var.part_of in self.told
            if told and (var.name in paid_by or not (known and known.general)):
                return True
        return False

    def _counted(self, entry: Entry, result: Result) -> Counted:
        promise, asked = entry.promise, entry.asked
        figures = asked.figures
        if figures is None:
            told = (var.part_of if var.part_of and var.name not in self.told else var.name for var in asked.paid_by)
            figures = tuple(dict.fromkeys(told))
        return Counted(
            yuan=(result.yuan or 0.0) if result.state == "amount" else 0.0,
            signature=asked.signature, shared=asked.shared, years=asked.years, start=promise.start,
            section=promise.section_id, stacks=promise.stacks, recipient=promise.beneficiary,
            figures=figures, label=entry.label,
        )  # fmt: skip


_ORDER = {"amount": 0, "depends on": 1, "not entitled": 2}


def _first(outcome: Outcome) -> tuple[Any, ...]:
    result = outcome.result
    return _ORDER[result.state], -outcome.counted, -(result.yuan or result.up_to or 0), outcome.promise.start


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
    conn.create_function("formula_latex", 1, lambda f: latex(formula_from(f)) if f else None, deterministic=True)


def _sql(name: str, column: Callable[[Result], Any], formula: str | None, facts: str | None) -> Any:
    if not formula:
        return None
    try:
        return column(evaluate(formula_from(formula), applicant_of(facts or "")))
    except BadFact as error:
        return str(error) if name == "pay_text" else None


def unused(book: Book, who: Applicant) -> list[str]:
    """Figures that no promise of the book asks for, so that a name written otherwise is noticed."""
    return [name for name in who.figures if name not in book.names]
