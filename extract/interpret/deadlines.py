"""Time expressions → the deadlines that the notice sets for duties, targets, phases and applications."""

from __future__ import annotations

from collections.abc import Iterator

from extract.annotate.reading import Reading
from extract.interpret.headed_times import times_under_headings
from extract.interpret.timed_sentences import limits_in_sentences
from extract.interpret.timetables import limits_in_brackets, limits_in_tables, limits_under_labels, phases
from extract.interpret.timing import DeadlineDraft, Timing
from extract.interpret.validity import validities

__all__ = ["DeadlineDraft", "deadlines"]


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
                yield draft
