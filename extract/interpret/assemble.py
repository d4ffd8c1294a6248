"""Drafts → rows with their keys: each table's rows, joined, with page, box and confidence."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import Any

from extract.annotate.reading import Reading
from extract.clean import Cleaned
from extract.identity import row_id
from extract.interpret.citations import Cited
from extract.interpret.deadlines import DeadlineDraft
from extract.interpret.drafts import Draft
from extract.interpret.formulas import formula_of
from extract.interpret.governing import due_on
from extract.interpret.harmonise import harmonised, indicator_code
from extract.interpret.tasks import TaskDraft
from extract.interpret.themes import theme_of
from extract.lexicon import load
from extract.read.source import Place, Source
from extract.spans import Ranges
from schemas import (
    Box,
    Budget,
    Citation,
    Deadline,
    Organisation,
    Responsibility,
    Section,
    Subsidy,
    SubsidyCondition,
    SubsidyTier,
    Target,
    Task,
)
from schemas.notice import Notice
from schemas.vocabulary import Theme


@cache
def _confidences() -> dict[str, float]:
    return load("confidence")


class Assembler:
    """Gives each draft its keys and columns in common, and remembers which row used which figure."""

    def __init__(self, reading: Reading, cleaned: Cleaned, source: Source, document_id: str) -> None:
        self.reading, self.cleaned, self.source, self.document_id = reading, cleaned, source, document_id
        self.sections = sections_of(reading, document_id)
        self.claims: dict[int, str] = {}
        self.sure = _confidences()
        self._seen: Counter[tuple[str, str]] = Counter()

    def common(self, table: str, start: int, end: int, how: str) -> dict[str, Any]:
        """The columns that every extracted row has."""
        return self._with_key(table, self._resting_on(start, end, how))

    def _with_key(self, table: str, words: dict[str, Any]) -> dict[str, Any]:
        """The columns of the words a row rests on, with the row's own id: rows of one table may rest on the same."""
        quote = words["quote"]
        nth = self._seen[table, quote]
        self._seen[table, quote] += 1
        return {"id": row_id(self.document_id, table, quote, nth), **words}

    def _resting_on(self, start: int, end: int, how: str) -> dict[str, Any]:
        """Where the words start:end stand, without the blanks about them, and how sure rows read like this are."""
        text = self.reading.text
        while start < end and text[start] in " \n\t":
            start += 1
        while end > start and text[end - 1] in " \n\t":
            end -= 1
        places = self._places(start, end)
        index = self.reading.outline.section_at(start)
        return {
            "document_id": self.document_id, "section_id": self.sections[index].id if index is not None else None,
            "quote": text[start:end], "start": start, "end": end, "page": places[0].page if places else None,
            "boxes": [_box(place) for place in places if place.box] or None, "file": self._file(start),
            "confidence": round(self.sure.get(how, self.sure["default"]) * _recognition(places), 3),
        }  # fmt: skip

    def _places(self, start: int, end: int) -> list[Place]:
        if not self.source.places:
            return []
        first, last = self.cleaned.mapped.source_span(start, end)
        return [place for place in self.source.places if place.start < last and place.end > first]

    def _file(self, start: int) -> str | None:
        """Name of the file of a package in which the words stand."""
        if len(self.source.parts) < 2:
            return None
        at = self.cleaned.mapped.origin[start]
        return self.source.parts[bisect_right(self.source.parts, at, key=lambda part: part.start) - 1].file_name

    def claim(self, draft: Draft, row: str) -> None:
        """Notes that the figures of the draft are used by the row (as table:id)."""
        for figure in draft.figures:
            self.claims.setdefault(figure.start, row)

    def targets(self, drafts: Iterable[Draft]) -> list[Target]:
        """Rows of `targets`; the time limit that governs the words gives due_on where the draft has none."""
        out = []
        codes: dict[tuple[str, str | None], str | None] = {}  # an indicator allotted to many places is looked up once
        for draft in drafts:
            columns = dict(draft.columns)
            if columns.get("due_on") is None:
                columns["due_on"] = due_on(self.reading, draft.start, draft.end)
            named = columns["indicator"], columns.get("unit")
            if named not in codes:
                codes[named] = indicator_code(*named)
            columns["indicator_code"] = codes[named]
            columns["theme"] = self._themed(columns["theme"])
            row = Target(**self.common("targets", draft.start, draft.end, draft.how), **columns)
            self.claim(draft, f"targets:{row.id}")
            out.append(row)
        return out

    def _themed(self, theme: Theme) -> Theme:
        """The theme of a row, that of the notice's title where its own words tell none."""
        return theme_of(None, self.reading.front.title) if theme == "other" else theme

    def subsidies(self, drafts: Iterable[Draft], notice: Notice) -> None:
        """Rows of `subsidies` with their conditions and tiers, into the notice."""
        for draft in drafts:
            columns = draft.columns | harmonised(draft.columns)
            columns["theme"] = self._themed(columns["theme"])
            words = self.reading.text[draft.start : draft.end]
            columns["formula"], columns["formula_text"] = formula_of(columns, draft.parts, words)
            how = draft.how if columns["beneficiary"] and _has_base(columns) else "grant-in-part"
            row = Subsidy(**self.common("subsidies", draft.start, draft.end, how), **columns)
            self.claim(draft, f"subsidies:{row.id}")
            notice.subsidies.append(row)
            for n, part in enumerate(draft.parts.get("subsidy_conditions", ()), 1):
                notice.subsidy_conditions.append(SubsidyCondition(subsidy_id=row.id, ordinal=n, **part))
            for n, part in enumerate(draft.parts.get("subsidy_tiers", ()), 1):
                notice.subsidy_tiers.append(SubsidyTier(subsidy_id=row.id, ordinal=n, **part))

    def budgets(self, drafts: Iterable[Draft]) -> list[Budget]:
        """Rows of `budgets`."""
        out = []
        for draft in drafts:
            row = Budget(**self.common("budgets", draft.start, draft.end, draft.how), **draft.columns)
            self.claim(draft, f"budgets:{row.id}")
            out.append(row)
        return out

    def citations(self, cited: Iterable[Cited]) -> list[Citation]:
        """Rows of `citations`."""
        return [
            Citation(**self.common("citations", c.start, c.end, "citation"), title=c.title, doc_number=c.doc_number)
            for c in cited
        ]

    def tasks(self, drafts: Iterable[TaskDraft], notice: Notice) -> None:
        """Rows of `tasks`, `responsibilities` and `organisations`, into the notice."""
        known: dict[str, Organisation] = {}
        for draft in drafts:
            how = f"task-{draft.form}"
            due = due_on(self.reading, draft.quote[0], draft.quote[1]) or due_on(self.reading, draft.start, draft.end)
            words = self._resting_on(*draft.quote, how)
            task = Task(**self._with_key("tasks", words), text=draft.text, form=draft.form, due_on=due)
            notice.tasks.append(task)
            for duty in draft.duties:
                body = duty.organisation
                if body.id not in known:
                    known[body.id] = Organisation(
                        id=body.id, name=body.name, short_name=body.short_name, adcode=body.adcode, kind=body.kind,
                        function=body.function,
                    )  # fmt: skip
                notice.responsibilities.append(Responsibility(
                    **self._with_key("responsibilities", words), task_id=task.id, unit_text=duty.unit_text,
                    organisation_id=body.id, role=duty.role,
                ))  # fmt: skip
        notice.organisations = list(known.values())

    def deadlines(self, drafts: Iterable[DeadlineDraft], notice: Notice) -> list[Deadline]:
        """Rows of `deadlines`, each with the target or task whose words it stands in."""
        out = []
        targets = Ranges((t.start, t.end, t.id) for t in notice.targets)
        tasks = Ranges((t.start, t.end, t.id) for t in notice.tasks)
        for draft in drafts:
            common = self.common("deadlines", draft.start, draft.end, f"deadline-{draft.kind}")
            target, task = targets.touching(draft.start, draft.end), tasks.touching(draft.start, draft.end)
            out.append(Deadline(
                **common, kind=draft.kind, start_on=draft.start_on, end_on=draft.end_on, recurrence=draft.recurrence,
                time_text=self.reading.text[slice(*draft.time)], applies_to=draft.applies_to, target_id=target,
                task_id=task,
            ))  # fmt: skip
        return out


def _has_base(columns: dict[str, Any]) -> bool:
    return columns["kind"] != "rate" or bool(columns["base"])


def _recognition(places: list[Place]) -> float:
    """How sure the recognition of a picture is of the words; 1 where the file itself gives them."""
    return min((place.confidence for place in places if place.confidence is not None), default=1.0)


def _box(place: Place) -> Box:
    assert place.box is not None
    x0, top, x1, bottom = place.box
    return Box(page=place.page, x0=x0, top=top, x1=x1, bottom=bottom)


def sections_of(reading: Reading, document_id: str) -> list[Section]:
    """Rows of `sections`, in order."""
    sections = reading.outline.sections
    return [
        Section(
            id=f"{document_id}#{n}", document_id=document_id, ordinal=n, label=s.label, heading=s.heading,
            level=s.level, parent_id=f"{document_id}#{s.parent + 1}" if s.parent is not None else None,
            start=s.start, end=s.end,
        )
        for n, s in enumerate(sections, 1)
    ]  # fmt: skip
