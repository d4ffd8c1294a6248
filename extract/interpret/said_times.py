"""The times of a sentence as it says them: a list of times is one, a recurrence and the days it names are one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.annotate.values import Period
from extract.interpret.grammar import JOINT
from extract.interpret.reach import TOWARDS
from extract.interpret.timing import Timing

_ENDED = re.compile("(?:度|末)?(?:结束|终了|期满|届满)(?:之?后|之日起)?的?")  # 每季度|结束后|15日内
_THEN_EVERY = re.compile(",?(?:务必?|应当?|要|须)?(?:于|在)?")  # 从2024年3月起|，务于|每月25日前
OPEN = re.compile(
    "[的度]?(?:集中)?(?P<what>(?:申[报请]|受理|报名|征集|评选|兑现)(?:期限?|时间)?)(?:一般|原则上)?[为是在:]?(?:每年)?"
)
"""每年|集中申报时间为|3月1日至4月30日."""
_YEAR_AFTER = re.compile(r"时间(?:为|是|:)[^,。;\n]*的$")
"""申请时间为购房合同签订的|次年."""


@dataclass(frozen=True, slots=True)
class Said:
    """A time as a sentence says it: the period that counts, and all the words of time about it.

    `joined` is a period that dates a recurrence (自2024年起,每年…); `begin:end` takes in the members of a list of
    times too (到2025年、2027年,…). `limit`: whether the last of them sets a limit (3月底和9月底前).
    """

    period: Period
    begin: int
    end: int
    limit: bool
    joined: Period | None = None


def told(timing: Timing, periods: list[Period]) -> Iterator[Said]:
    """The periods with those that go with them."""
    i = 0
    while i < len(periods):
        group = [periods[i]]
        while i + len(group) < len(periods) and listed(timing, group[-1], periods[i + len(group)]):
            group.append(periods[i + len(group)])
        after = periods[i + len(group)] if i + len(group) < len(periods) else None
        if len(group) == 1 and after and _dates(timing, group[0], after):
            yield Said(after, group[0].start, after.end, after.limit, group[0])
            i += 2
            continue
        if len(group) == 1 and after and opens_each_time(timing, group[0], after):
            yield Said(group[0], group[0].start, after.end, True)
            i += 2
            continue
        if len(group) == 1 and after and _ends_in(timing, group[0], after):
            yield Said(group[0], group[0].start, after.end, True)
            i += 2
            continue
        for period in group[:1] if group[0].form == "every" else group:
            yield Said(period, group[0].start, group[-1].end, group[-1].limit or bool(TOWARDS.match(group[0].text)))
        i += len(group)


def listed(timing: Timing, first: Period, second: Period) -> bool:
    """到2025年、2027年: two times of one sentence. 每年6月底前和12月底前: one recurrence."""
    if not JOINT.fullmatch(timing.folded[first.end : second.start]):
        return False
    if first.form == "every" and second.form == "span":
        return first.closes is not None and second.opens is not None and second.opens.year is None
    return second.form == "day" and (first.form == "day" or (first.form == "every" and first.closes is not None))


def _ends_in(timing: Timing, first: Period, second: Period) -> bool:
    """每季度结束后|15日内: a recurrence and how long after it."""
    between = timing.folded[first.end : second.start]
    return first.form == "every" and second.form == "within" and bool(_ENDED.fullmatch(between))


def opens_each_time(timing: Timing, first: Period, second: Period) -> bool:
    """每年度|申报期为|1-10月份: when in each year something is open."""
    dated = second.form == "span" or (second.form == "day" and second.closes is not None)
    return first.form == "every" and dated and bool(OPEN.fullmatch(timing.folded, first.end, second.start))


def _dates(timing: Timing, first: Period, second: Period) -> bool:
    """2023年底前,每年… · 自2024年起,每年… · 三年内每年…: one time in two expressions."""
    if first.form == "within" and second.form == "every":
        return first.end == second.start
    return (
        second.form == "every"
        and not is_relative(timing, first)
        and first.form in ("day", "span", "from", "named")
        and _THEN_EVERY.fullmatch(timing.folded, first.end, second.start) is not None
    )


def is_relative(timing: Timing, period: Period) -> bool:
    """次年1月底前: the year after some event; 申请时间为…的次年."""
    if period.form != "day" or not period.text.lstrip("到至于在").startswith("次年"):
        return False
    return period.limit or bool(_YEAR_AFTER.search(timing.folded, timing.sentence(period.start)[0], period.start))


def further_windows(timing: Timing, period: Period) -> Iterator[Period]:
    """每年3月1日至4月30日、|9月1日至10月31日: the windows that a list adds to the first."""
    for other in timing.periods_in(period.end, timing.line(period.start)[1]):
        if other.form != "span" or not JOINT.fullmatch(timing.folded, period.end, other.start):
            return
        yield other
        period = other
