"""The promises of a database, read once: each with its formula and what the formula asks for."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby

from extract.interpret.harmonise import known_variable
from publish.stacking import Beside, Sections, exclusions
from schemas.formula import Cap, Formula, Full, Tiers, Var, Years, walk
from schemas.formula_value import Result, evaluate
from schemas.formula_words import formula_text, latex, need_text

_PROMISES = """
select s.id, s.document_id, s.section_id, s.beneficiary, s.beneficiary_kind, s.grade, s.activity, s.kind, s.stacks,
  s.instrument, s.payer, s.formula, s.quote, s.start, s."end"
from subsidies s where :document in ('', s.document_id) order by s.document_id, s.start, s.rowid"""
_NOTICES = """
select d.id, coalesce(d.area, d.title, d.id) as area, d.title, d.text
from documents d where :document in ('', d.id) order by d.adcode, d.id"""
_SECTIONS = "select id, document_id, parent_id, start, end from sections where :document in ('', document_id)"
TERMS = frozenset({"享受月数", "享受年数"})
"""For how long an applicant is paid: facts that every payment over years asks for."""


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
        if not self.activity or self.activity in words:
            return words
        return f"{words}：{self.activity}" if words else self.activity

    @property
    def needs(self) -> list[dict[str, str]]:
        """The conditions with a figure, each with the notice's words."""
        needs = self.formula.needs if self.formula else ()
        return [{"need": need_text(need), "words": need.words} for need in needs]

    @property
    def texts(self) -> dict[str, str | None]:
        """The formula for people and as LaTeX."""
        return {
            "formula_text": formula_text(self.formula) if self.formula else None,
            "latex": latex(self.formula) if self.formula else None,
        }


class Asked:
    """What one formula asks for. Formulas that many promises share are looked at once."""

    def __init__(self, formula: Formula) -> None:
        self.formula = formula
        nodes = list(walk(formula.pays))
        self.paid_by = [node for node in nodes if isinstance(node, Var)]
        self.paid_by += [node.var for node in nodes if isinstance(node, Tiers)]
        self.variables = formula.variables()
        self.stepped = any(isinstance(node, Full) for node in nodes)
        self.shared = tuple(node for node in nodes if isinstance(node, Cap) and node.shared)
        self.years = max((node.count for node in nodes if isinstance(node, Years)), default=1.0)
        self.entries = [(var, known_variable(var.name)) for var in self.variables]
        self.by_itself = any(not (entry and (entry.wide or entry.general)) for _, entry in self.entries)
        counted = {f"{what}数" for node in nodes if isinstance(node, Cap) for what in node.per}
        named = {name for var in [*self.variables, *self.paid_by] for name in (var.name, var.part_of) if name}
        self.names = frozenset(named | counted)

    @cached_property
    def signature(self) -> str:
        """The formula without the place of its ceiling: the same where the same is said twice."""
        return re.sub(r'"shared":"[^"]*"', "", self.formula.as_json())

    @cached_property
    def untold(self) -> Result:
        """What it comes to for somebody of whom none of its figures is known."""
        return evaluate(self.formula, {})


@dataclass(frozen=True, slots=True)
class Entry:
    """A promise with a formula, the words that set it apart in its sentence, and how it stands beside the others."""

    promise: Promise
    asked: Asked
    telling: str
    beside: Beside

    @property
    def label(self) -> str:
        """Whom and what for, short."""
        return self.beside.label

    @classmethod
    def of(cls, promise: Promise, formula: Formula, telling: str) -> Entry:
        """The entry of a promise that has that formula."""
        asked = _asked(formula.as_json())
        beside = Beside(
            asked.signature, asked.shared, asked.years, promise.start, promise.section_id, promise.stacks,
            promise.beneficiary, promise.label,
        )  # fmt: skip
        return cls(promise, asked, telling, beside)


class NoticeBook:
    """One notice: its promises in order, those without a sum, and its sentences on what may be had together."""

    def __init__(
        self, document_id: str, area: str, title: str | None, promises: list[Promise], text: str, sections: Sections
    ) -> None:
        self.document_id, self.area, self.title = document_id, area, title
        self.entries = [
            Entry.of(promise, promise.formula, telling)
            for promise, telling in _tellings(promises)
            if promise.formula is not None
        ]
        self.unstated = tuple(promise for promise in promises if promise.formula is None)
        self.names = frozenset(name for entry in self.entries for name in entry.asked.names)
        self.exclusions = exclusions(text, sections)


@dataclass(frozen=True, eq=False)
class Book:
    """All notices of a database that promise money, and the figures that their formulas ask for."""

    notices: tuple[NoticeBook, ...]

    @cached_property
    def names(self) -> frozenset[str]:
        """Every figure that a formula asks for."""
        return TERMS.union(*(notice.names for notice in self.notices))

    @cached_property
    def variables(self) -> list[tuple[str, str | None, int]]:
        """(name, unit, in how many notices) of each variable, the most asked for first."""
        units: dict[str, str | None] = {}
        count: Counter[str] = Counter()
        for notice in self.notices:
            own = {var.name: var.unit for entry in notice.entries for var in entry.asked.variables}
            units |= {name: unit for name, unit in own.items() if not units.get(name)}
            count.update(own.keys())
        return [(name, units[name], count[name]) for name in sorted(units, key=lambda name: (-count[name], name))]

    @cached_property
    def kinds(self) -> list[str]:
        """Kinds of recipients, those of most notices first."""
        count = Counter(
            kind for notice in self.notices for kind in {entry.promise.beneficiary_kind for entry in notice.entries}
        )
        return sorted((kind for kind in count if kind), key=lambda kind: (-count[kind], kind))


def book_of(conn: sqlite3.Connection, document_id: str = "") -> Book:
    """The promises of every notice of the database (or of one)."""
    at = {"document": document_id}
    promises = {document: list(group) for document, group in groupby(_promises(conn, at), lambda p: p.document_id)}
    sections: dict[str, Sections] = {}
    for section, document, parent, start, end in conn.execute(_SECTIONS, at):
        sections.setdefault(document, []).append((section, parent, start, end))
    return Book(
        tuple(
            NoticeBook(document, area, title, promises[document], text, sections.get(document, []))
            for document, area, title, text in conn.execute(_NOTICES, at)
            if document in promises
        )
    )


def _promises(conn: sqlite3.Connection, at: dict[str, str]) -> Iterator[Promise]:
    cursor = conn.execute(_PROMISES, at)
    names = [column[0] for column in cursor.description]
    for row in cursor:
        values = dict(zip(names, row, strict=True))
        formula = formula_from(values["formula"]) if values["formula"] else None
        yield Promise(**values | {"formula": formula, "stacks": bool(values["stacks"])})


@lru_cache(maxsize=20000)
def formula_from(text: str) -> Formula:
    """The formula of its JSON."""
    return Formula.model_validate_json(text)


@lru_cache(maxsize=20000)
def _asked(text: str) -> Asked:
    return Asked(formula_from(text))


def _tellings(promises: Iterable[Promise]) -> Iterator[tuple[Promise, str]]:
    """Each promise with the words that set it apart: of a list in one sentence, the column in which its rows differ."""
    by_start: dict[int, list[Promise]] = {}
    listed = list(promises)
    for promise in listed:
        by_start.setdefault(promise.start, []).append(promise)
    for promise in listed:
        others = by_start[promise.start]
        if any(p.beneficiary != promise.beneficiary for p in others):
            yield promise, promise.beneficiary or ""
        elif any(p.activity != promise.activity for p in others):
            yield promise, promise.activity or ""
        else:
            yield promise, f"{promise.beneficiary or ''} {promise.quote}"
