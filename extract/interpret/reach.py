"""What a time limit holds for: its sentence, its paragraph, the list or the section that it opens."""

from __future__ import annotations

import re

from extract.annotate.values import Period
from extract.interpret.grammar import before_first
from extract.interpret.timing import Timing
from extract.interpret.wording import GOALS

_TRAILING = re.compile(
    r"(?:全部|全面|基本|力争|努力|争取|确保|正式)*(?:完成|建成|到位|投用|投产|达标|落实|实现|启用|上线|竣工|开工|验收)?(?:任务|投用|投产|验收|目标)?"
)
"""…,2024年底前完成: what is due stands before the time."""
TOWARDS = re.compile("到|至|截至")  # 到|2025年，建成…
_AIMS_FOLLOW = re.compile("目标[^。;:]{0,6}:$", re.M)  # 到2020年，基本建成…。具体|目标为：|


def reach(timing: Timing, period: Period, begin: int, end: int) -> tuple[int, int]:
    """The range that a limit holds for whose words of time are begin:end.

    That is its sentence; after 到…, the rest of the paragraph and the list that it leads; the whole section where the
    section is one of aims (发展目标) or is opened by the limit and goes on in items.
    """
    folded = timing.folded
    first, last = timing.sentence(period.start)
    start, _ = timing.clause(period)
    if _TRAILING.fullmatch(folded[end : timing.before_charge(end, last)]):
        return first, last
    line = timing.line(period.start)
    section = timing.outline.section_at(period.start)
    aims = _AIMS_FOLLOW.search(folded, first, line[1]) is not None or any(
        "目标" in above.heading for above in timing.outline.sections_about(period.start)
    )
    aims = aims or (begin == first and _opens_section(timing, section, first))
    leads = folded[end : end + 1] in (",", ":") or GOALS.match(folded, end, last) is not None
    heads = _is_year(period) and begin == first and "。" not in folded[line[0] : first]
    if heads and not leads and folded[last : last + 1] == ";":
        return start, before_first(folded, "。\n", last, len(folded))
    if not (leads and (aims or heads or TOWARDS.match(folded, begin) or folded[line[1] - 1] == ":")):
        return start, last
    closing = timing.closing_after(end)
    if closing <= line[1]:
        return start, closing
    return start, _list_end(timing, line[1], section if aims else None)


def _opens_section(timing: Timing, section: int | None, first: int) -> bool:
    """Whether the words at `first` open a section that goes on in items of its own: （一）|到2025年，…。1.…"""
    sections = timing.outline.sections
    if section is None or first - sections[section].start > len(sections[section].label or "") + 1:
        return False
    return section + 1 < len(sections) and sections[section + 1].parent == section


def _is_year(period: Period) -> bool:
    """2025年, 2025年底前: a limit by the year."""
    return period.form == "day" and period.closes is not None and period.closes.months is None


_BULLET = re.compile(r"\n+[ 　]*(?:--?|●|•|·|◆|■|▲|\*|[①-⑳])[^\n]*")
"""--培育企业100家 · ①建设园区: an item of a list on a line of its own."""


def _list_end(timing: Timing, line_end: int, section: int | None) -> int:
    """The end of the bulleted or numbered list that a line leads, or of the line."""
    end = line_end
    while match := _BULLET.match(timing.folded, end):
        end = match.end()
    if end == line_end and section is not None:
        end = max(end, timing.outline.sections[section].end)
    return end
