"""What a given applicant would get, promise by promise and notice by notice."""

from __future__ import annotations

import gc
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from itertools import zip_longest
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


@dataclass(frozen=True)
class NoticePay:
    """What one notice comes to. `at_most` adds up all that counts, `sure` exact amounts with nothing `provided`.

    `missing` are the figures that would decide more of its promises, with their units: 年租金（元）. Its outcomes are
    put into words when they are asked for: of a thousand notices a page shows a dozen.
    """

    notice: NoticeBook
    judge: Judge
    missing: frozenset[str]
    sure: float = 0.0
    at_most: float = 0.0
    counts: tuple[Counted, ...] = ()

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
        found = []
        for entry, count in zip_longest(self.notice.entries, self.counts):
            result = self.judge.result(entry)
            provided = self.judge.provided(entry) if result.state == "amount" else None
            yuan, notes = (count.yuan, count.notes) if count else (0.0, ())
            found.append(Outcome(entry.promise, result, provided, yuan, notes))
        return tuple(sorted(found, key=_first))

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
    judge = Judge(who)
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


class _Worked(NamedTuple):
    """What a formula comes to for one applicant, what it lacks, and the figures that it is paid by.

    `about`: the applicant told a figure that it asks for. What is paid on top (安排就餐的,再给予30元/人) needs more
    than the figure that the first promise pays by (`about_on_top`).
    """

    result: Result
    about: bool
    about_on_top: bool
    missing: frozenset[str]
    figures: tuple[str, ...]


class Judge:
    """Judges promises for one applicant; a formula that many promises share is worked out once."""

    def __init__(self, who: Applicant) -> None:
        self.who = who
        self.told = frozenset(who.figures)
        self.has_terms = bool(self.told & TERMS)
        self.may_get = lru_cache(maxsize=None)(who.may_get)
        self.telling_names = [name for name in who.names if len(name) > 3]
        self._known: dict[int, _Worked] = {}

    def notice(self, notice: NoticeBook) -> NoticePay:
        """What one notice comes to: each promise by itself, then what may be had together."""
        pays: list[float] = []
        missing: set[str] = set()
        known = [self._worked(entry.asked) for entry in notice.entries]
        for entry, worked in zip(notice.entries, known, strict=True):
            if (worked.result.yuan or worked.missing) and not self._denied(entry):
                missing |= worked.missing
                pays.append(worked.result.yuan or 0.0 if self._is_for(entry, worked) else 0.0)
            else:
                pays.append(0.0)
        if not any(pays):
            return NoticePay(notice, self, frozenset(missing))
        rows = [
            Counted(entry.beside, yuan, worked.figures)
            for entry, yuan, worked in zip(notice.entries, pays, known, strict=True)
        ]
        counts = add_up(rows, notice.exclusions)
        sure = sum(self._sure(entry, row) for entry, row in zip(notice.entries, counts, strict=True) if row.yuan)
        return NoticePay(notice, self, frozenset(missing), sure, sum(row.yuan for row in counts), tuple(counts))

    def result(self, entry: Entry) -> Result:
        """What the promise comes to for the applicant, by itself.

        Where nothing that the applicant has told shows that the promise is about it, the result depends on its words.
        """
        denied = self._denied(entry)
        if denied:
            return Result("not entitled", 0.0, 0.0, reasons=denied)
        worked = self._worked(entry.asked)
        if worked.result.state == "amount" and not self._is_for(entry, worked):
            return worked.result.undecided(f"是否属于：{entry.label[:60]}")
        return worked.result

    def provided(self, entry: Entry) -> str | None:
        """Whom and what the promise is for, where the applicant's kind and figures do not show that it is about it."""
        if self._is_named(entry) or (self.may_get(entry.promise.beneficiary_kind) and entry.asked.by_itself):
            return None
        return entry.label

    def _worked(self, asked: Asked) -> _Worked:
        found = self._known.get(id(asked))
        if found is None:
            untold = not self.has_terms and self.told.isdisjoint(asked.names)
            result = asked.untold if untold else evaluate(asked.formula, self.who)
            about = self._is_about(asked)
            on_top = about and bool(asked.formula.needs or asked.stepped)
            lacks = result.missing if result.state == "depends on" else ()
            missing = frozenset(f"{var.name}（{var.unit}）" if var.unit else var.name for var in lacks)
            found = self._known[id(asked)] = _Worked(result, about, on_top, missing, self._figures(asked))
        return found

    def _denied(self, entry: Entry) -> tuple[str, ...]:
        """Why the promise cannot be for the applicant, whatever its figures."""
        promise = entry.promise
        if self.may_get(promise.beneficiary_kind) is False:
            return (f"对象 {promise.beneficiary}（{promise.beneficiary_kind}）≠ {'、'.join(self.who.names)}",)
        if not self.who.traits:
            return ()
        return tuple(f"不是：{name}" for name, holds in self.who.traits.items() if not holds and name in entry.telling)

    def _is_for(self, entry: Entry, worked: _Worked) -> bool:
        """Whether something that the applicant has told shows that the promise is about it."""
        return (worked.about_on_top if entry.promise.stacks else worked.about) or self._is_named(entry)

    def _is_named(self, entry: Entry) -> bool:
        """Whether the applicant says that it is, or does, what the promise names."""
        if self.who.traits and any(holds and name in entry.telling for name, holds in self.who.traits.items()):
            return True
        beneficiary = entry.promise.beneficiary or ""
        return bool(self.telling_names) and any(name in beneficiary for name in self.telling_names)

    def _is_about(self, asked: Asked) -> bool:
        """Whether the applicant told a figure that the formula pays by or asks for."""
        paid_by = {var.name for var in asked.paid_by}
        for var, known in asked.entries:
            told = var.name in self.told or var.part_of in self.told
            if told and (var.name in paid_by or not (known and known.general)):
                return True
        return False

    def _figures(self, asked: Asked) -> tuple[str, ...]:
        """The figures that it is paid by: for a part that is not told, the whole that stands in for it."""
        paid_by = (var.part_of if var.part_of and var.name not in self.told else var.name for var in asked.paid_by)
        return tuple(dict.fromkeys(paid_by))

    def _sure(self, entry: Entry, row: Counted) -> float:
        """What of the sum that counts is exact, and shown to be for the applicant."""
        result = self._worked(entry.asked).result
        return 0.0 if result.at_most or self.provided(entry) else min(row.yuan, result.low or 0.0)


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
