"""The times that the clause of a target names itself: 2025年|接待…, 其中2018年底前|建成…, 企业|每年|开展…."""

from __future__ import annotations

import re
from bisect import bisect_right

from extract.annotate.reading import Reading
from extract.annotate.values import Period
from extract.interpret.governing import limits
from extract.interpret.grammar import JOINT
from extract.interpret.timing import Timing, iso
from extract.interpret.wording import OF_TIME

_BEFORE = re.compile(r"(?:[、,:“”\" ]|力争|争取|确保|其中|同时|预计|计划|到|至|在)*")
"""力争|2025年…: what may stand between the beginning of a clause and its time."""
_NO_LIMIT_BEFORE = re.compile(r"[较比与以同自从由第连续近]$")
"""较|2020年提高 · 自|2023年: a time to compare with or to begin from."""
_NO_LIMIT_AFTER = re.compile(
    r"末?(?:的?水平|的?基础|的?同期|相比|为基|基数|的\d|以来|度?(?:新)?(?:认定|入选|获批|纳入))"
)
"""较|2020年|提高, 恢复到|2019年|水平: a year to compare with; 2023年|认定的…: which ones."""
_OF_THEN = re.compile(r"的\d")
"""提高|到2025年|的2.8%."""
_ACT = re.compile("开展|实施|组织|举办|进行|完成")
"""规上企业每年|开展|智能化诊断 (300家): no part of what is counted."""
FLOOR_AHEAD = re.compile("力争|争取")
"""力争|到2025年建成10个: at least so many."""


def after_time(reading: Reading, start: int, end: int) -> int:
    """The offset behind the time limit that a clause begins with: 到2025年|, “十四五”期间|, 力争2022年底前|完成."""
    at = start
    for period in reading.periods.within(start, min(end, start + 40)):
        if period.form in ("every", "from", "lasts") or not _BEFORE.fullmatch(reading.folded, at, period.start):
            break
        if _NO_LIMIT_AFTER.match(reading.folded, period.end) and not period.limit:
            break
        at = period.end
        at += OF_TIME.match(reading.folded, at).end() - at  # type: ignore[union-attr]
    return at


def day_named(reading: Reading, start: int, end: int) -> str | None:
    """The last day (ISO) of the last time in start:end that has one: 上半年, 到2025年, “十四五”期间."""
    days = [day for period in reading.periods.within(start, end) if (day := _last_day(reading, period))]
    return days[-1] if days else None


def times_inside(reading: Reading, start: int, end: int) -> list[tuple[int, int, Period]]:
    """The times in the middle of start:end with the range to leave out of a name, a list of years as one range."""
    out: list[tuple[int, int, Period]] = []
    for period in reading.periods.within(start, end):
        before = reading.folded[max(start, period.start - 2) : period.start]
        if period.form not in ("day", "every", "within", "named") or _NO_LIMIT_BEFORE.search(before):
            continue
        if reading.folded[period.start] == "到" and _OF_THEN.match(reading.folded, period.end):
            out.append((period.start + 1, period.end + 1, period))
            continue
        if (period.form == "every" and period.closes) or _NO_LIMIT_AFTER.match(reading.folded, period.end):
            continue
        act = _ACT.match(reading.folded, period.end) if period.form == "every" and period.start >= start + 2 else None
        begin = period.start
        if out and JOINT.fullmatch(reading.folded, out[-1][1], begin):
            begin = out[-1][1]
        out.append((begin, act.end() if act else period.end, period))
    return out


def governed_since(reading: Reading, offset: int) -> int:
    """Where the limit begins to govern that governs the character at the offset; -1 where none does."""
    starts = limits(reading).starts
    index = bisect_right(starts, offset) - 1
    return starts[index] if index >= 0 else -1


def _last_day(reading: Reading, period: Period) -> str | None:
    if period.form not in ("day", "named"):
        return None
    if "timing" not in reading.known:
        reading.known["timing"] = Timing(reading)
    timing: Timing = reading.known["timing"]
    return iso(timing.last(period))
