"""Time expressions → the deadlines that the notice sets for duties, targets, phases and applications."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extract.annotate.reading import Reading
from extract.interpret.grammar import before_first
from extract.interpret.headed_times import times_under_headings
from extract.interpret.indicator_tables import indicator_at
from extract.interpret.timed_sentences import limits_in_sentences
from extract.interpret.timetables import limits_in_brackets, limits_in_tables, limits_under_labels, phases
from extract.interpret.timing import DeadlineDraft, Timing
from extract.interpret.validity import validities

__all__ = ["DeadlineDraft", "deadlines"]

_REACHED = ("达", "突破", "超过", "提高", "提升", "增", "降", "下降", "不低于", "不少于", "不高于")
"""2023年|达到80%: a goal that leaves out its indicator."""


def deadlines(reading: Reading) -> list[DeadlineDraft]:
    """The deadlines of the notice in the order of their quotes, worked out once."""
    if "deadlines" not in reading.known:
        reading.known["deadlines"] = sorted(_found(reading), key=lambda draft: (draft.start, draft.time))
    return list(reading.known["deadlines"])


def _found(reading: Reading) -> Iterator[DeadlineDraft]:
    """The rules go from the surest place to the freest (cell, closing article, phase, label, bracket, sentence).

    A time expression that one has read is not read by the next.
    """
    timing = Timing(reading)
    used: set[int] = {p.start for p in reading.periods if not reading.outline.says(p.start)}
    for rule in (
        limits_in_tables,
        validities,
        phases,
        times_under_headings,
        limits_under_labels,
        limits_in_brackets,
        limits_in_sentences,
    ):
        for draft, periods in rule(timing, used):
            used.update(period.start for period in periods)
            if draft:
                yield _of_row(reading, draft)


def _of_row(reading: Reading, draft: DeadlineDraft) -> DeadlineDraft:
    """The draft, named by its row where the cell says only how much: 签约居民续约率 | 较上一年增加，2023年达到80%."""
    indicator = indicator_at(reading, draft.start)
    if not indicator:
        return draft
    behind = draft.time[1]
    reached = reading.text[behind : before_first(reading.folded, ",;。\n\t", behind, len(reading.text))]
    return replace(draft, applies_to=indicator + reached) if reached.startswith(_REACHED) else draft
