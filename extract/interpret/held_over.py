"""Bare months that mean more than the notice's own year: 每年3月底前完成申报,6月底前兑现."""

from __future__ import annotations

import re
from datetime import date

from extract.annotate.values import Period
from extract.interpret.timing import PAST, Timing

_NEXT_YEAR = re.compile(r"(?:到|至|在|于|不?[迟晚]于|最[迟晚])?次年")
"""次年|1月底前 · 不晚于次年|3月底."""
_OWN = re.compile(r"本|当|今|同|上|下|[迟晚]于每")
"""当|年9月底前 · 本|月25日前: months that say which they are."""


def time_held_over(timing: Timing, period: Period) -> Period | None:
    """The time that a bare month goes on from: every year (每年3月底前), or some later year (次年1月底前)."""
    if not _is_bare(period):
        return None
    first, _ = timing.sentence(period.start)
    for other in reversed(timing.periods_in(first, period.start)):
        if _is_bare(other):
            continue
        if other.form == "every":
            return other if other.closes is not None and other.recurrence == "yearly" else None
        return other if other.form == "day" and _NEXT_YEAR.match(other.text) else None
    return None


def due_in_own_year(timing: Timing, period: Period, last: date | None) -> bool:
    """Whether a bare month is a limit of the notice's own year, though past on the day of issue: 6月底前完成…."""
    if not _is_bare(period) or period.form != "day" or not period.text.endswith("前") or not timing.issued:
        return False
    if last is None or last.year != timing.issued.year:
        return False
    return not PAST.search(timing.folded, *timing.sentence(period.start))


def _is_bare(period: Period) -> bool:
    """6月底前, 3月1日至31日: a month without any year."""
    moments = [moment for moment in (period.opens, period.closes) if moment]
    bare = period.form in ("day", "span") and period.limit and bool(moments) and not _OWN.match(period.text)
    return bare and all(moment.months and moment.year is None and not moment.shift for moment in moments)
