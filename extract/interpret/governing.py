"""Which time limit governs a stretch of the text: the `due_on` of targets and tasks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from extract.annotate.moments import YEAR
from extract.annotate.reading import Reading
from extract.interpret.deadlines import deadlines

_AIM = re.compile(r"目标|任务|指标|计划|工作安排|安排")
"""2025年工作|目标 · 年度重点|任务."""
_HEADING_YEAR = re.compile(rf"(?<![-至])(?:到|至)?(?P<year>{YEAR})(?!-|至)")
"""到2025年|发展目标 · 2024年|工作任务 (not 2021-2025年)."""
_COLUMN_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d) ?年?")
"""2025年 · 2025年目标值 · 2025 as the name of a column."""
_NO_AIM = re.compile("基期|现状|实际|完成|已|基数|比|较")
"""2020年|基期|值 · 2022年|实际|值 · |比|2020年增长."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Where the governing limit changes: from `starts[i]` on it is `ends[i]` (ISO; None: no limit with a date)."""

    starts: tuple[int, ...]
    ends: tuple[str | None, ...]

    def at(self, offset: int) -> str | None:
        """The last day of the limit that governs the character at the offset."""
        index = bisect_right(self.starts, offset) - 1
        return self.ends[index] if index >= 0 else None


def due_on(reading: Reading, start: int, end: int) -> str | None:
    """The last day (ISO) of the time limit that governs the words start:end; None for none or a relative one."""
    found = limits(reading)
    return found.at(max(start, end - 1))


def limits(reading: Reading) -> Limits:
    """The governing limits of a reading, worked out once."""
    if "limits" not in reading.known:
        reading.known["limits"] = _flattened(sorted(_ranges(reading), key=lambda item: (item[0], -item[1])))
    found: Limits = reading.known["limits"]
    return found


Range = tuple[int, int, str | None]


def _ranges(reading: Reading) -> Iterator[Range]:
    """Every range with the day by which what it says is due; a range that begins later wins over one about it."""
    for draft in deadlines(reading):
        if draft.governs and draft.kind in ("due", "phase", "relative", "recurring"):
            yield *draft.governs, draft.end_on
    for section in reading.outline.sections:
        said = _HEADING_YEAR.search(section.heading)
        if said and _AIM.search(section.heading):
            yield section.start, section.end, _year_end(said["year"])
    for table in reading.outline.tables:
        for column, name in enumerate(table.header):
            year = _COLUMN_YEAR.search(name)
            if year and not _NO_AIM.search(name):
                for row in table.rows:
                    if row[column].end > row[column].start:
                        yield row[column].start, row[column].end, _year_end(year[1])


def _year_end(words: str) -> str:
    return date(int(re.sub(r"\D", "", words)), 12, 31).isoformat()


def _flattened(ranges: list[Range]) -> Limits:
    """Nested ranges, in order of their starts, as one line of changes: the innermost rules."""
    starts: list[int] = []
    ends: list[str | None] = []
    open_ranges: list[Range] = []

    def say(offset: int) -> None:
        value = open_ranges[-1][2] if open_ranges else None
        if starts and starts[-1] == offset:
            ends[-1] = value
        else:
            starts.append(offset)
            ends.append(value)

    def close(until: int) -> None:
        while open_ranges:
            stop = min(item[1] for item in open_ranges)
            if stop > until:
                return
            open_ranges[:] = [item for item in open_ranges if item[1] > stop]
            say(stop)

    for item in ranges:
        close(item[0])
        open_ranges.append(item)
        say(item[0])
    close(1 << 60)
    return Limits(tuple(starts), tuple(ends))
