"""A time that fills the line under a heading which says that it is one: 一、检查时间 / 2021年3月7日—10日."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extract.annotate.values import Period
from extract.interpret.timing import NUMBERED, DeadlineDraft, Timing, iso

_HEADING = re.compile(r"(?P<name>[\u4e00-\u9fff]{0,10}?)(?:起止|具体)?(?:时间|期限|时限)(?:安排|要求|范围)?:?")
"""检查整改|时间, |时间安排, 整治|期限: a heading whose words end there."""
_THE_WHOLE = re.compile("(?:工作|活动|实施)?")
"""工作|时间, |时间安排: of all that the notice is about."""
_NO_WORK = re.compile("有效|施行|执行|适用|印发|成文|公开|发布|贷款|资助|补[助贴]|奖励|支持")
"""有效|期限, 补贴|期限."""
_AROUND = re.compile(r"[自从于为]?|[。;起止 ]*")
"""自|2022年3月至12月|。"""


def times_under_headings(timing: Timing, used: set[int]) -> Iterator[tuple[DeadlineDraft | None, list[Period]]]:
    """A row for each such time; what is due is what the heading names, else what the notice is about."""
    for period in timing.reading.periods:
        if period.start in used or period.form not in ("span", "day", "named"):
            continue
        start, end = timing.line(period.start)
        around = timing.folded[start : period.start].strip(), timing.folded[period.end : end].strip()
        heading = _heading_above(timing, start) if all(map(_AROUND.fullmatch, around)) else None
        if heading is None or _NO_WORK.search(heading):
            continue
        named = "" if _THE_WHOLE.fullmatch(heading) else heading
        first, last = iso(timing.first(period)), iso(timing.last(period))
        due = period.form == "day" and period.limit
        yield (
            DeadlineDraft(
                start=period.start,
                end=period.end,
                kind="due" if due else "phase",
                time=(period.start, period.end),
                applies_to=named or timing.reading.front.title or "",
                start_on=None if due else first,
                end_on=last,
                governs=(period.start, period.end),
                confidence=0.9,
            ),
            [period],
        )


def _heading_above(timing: Timing, start: int) -> str | None:
    """What the heading on the line above names, '' for nothing; None where that line is no such heading."""
    above = timing.line(max(0, start - 1))
    if above[0] >= start:
        return None
    words = timing.folded[above[0] : above[1]].strip()
    numbered = NUMBERED.match(words)
    found = _HEADING.fullmatch(words[numbered.end() :].strip() if numbered else words)
    return found["name"] if found else None


_BEGINS = re.compile(r"(?:起始|开始)(?:时间|日期)(?:为|是|:)?$")
"""填报|起始时间为|3月17日."""
_HOUR = re.compile(r"(?:\d{1,2}:\d\d)?[,;]?")
"""3月17日|9:00，|截止时间为4月3日."""


def begins(timing: Timing, period: Period) -> bool:
    """Whether the words say from which day on, and leave it to the next to say until when: 起始时间为3月17日，截止…."""
    return (
        period.form == "day" and _BEGINS.search(timing.folded, max(0, period.start - _NEAR), period.start) is not None
    )


_NEAR = len("起始时间为")


def begun(timing: Timing, before: Period | None, limit: DeadlineDraft) -> DeadlineDraft:
    """The limit with the day that the words right before it say it runs from: 起始时间为3月17日，|截止时间为4月3日|."""
    if before and begins(timing, before) and _HOUR.fullmatch(timing.folded, before.end, limit.start):
        start = timing.clause(before)[0]
        named = _BEGINS.sub("", timing.folded[start : before.start])
        return replace(
            limit, kind="phase", start_on=iso(timing.first(before)), start=start, applies_to=named or limit.applies_to
        )
    return limit
