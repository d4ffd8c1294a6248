"""Coverage set out as a goal: 实现行政村全覆盖 counts as 100 %."""

from __future__ import annotations

import re

from extract.annotate.reading import Reading
from extract.interpret.drafts import Draft
from extract.interpret.grammar import split_at
from extract.interpret.own_times import after_time
from extract.interpret.themes import theme_of
from extract.interpret.wording import strip_lead

FULL = re.compile(r"全(?:[市县省区镇]?域)?覆盖")
"""行政村快递服务|全覆盖, OPC社区建设|全市域覆盖."""
_GOAL = re.compile(
    r"(?:基本)?(?:实现|实行|推动|推进|达到|促进|确保|争取|力争|做到|完成)|(?:^|(?<=[,;。:]))对(?![外口接标象])(?=[^,;。:]{4,40}全覆盖)"
)
"""2025年|基本实现|行政村全覆盖 · |对|有意愿的劳动力职业技能培训全覆盖."""
_NOT_GOAL = re.compile(
    r"(?:按照?|根据|围绕|坚持)[^,;。]*全覆盖[^,;。]{0,6}(?:要求|原则|目标)|[一二三四五六七八九十]个全覆盖|“[^”]*全覆盖[^”]*”|已[^,;。]{0,10}全覆盖"
)
"""按照…全覆盖的要求 · 三个全覆盖 · 已实现全覆盖: only referred to."""
_JOINED = re.compile("[和及与、]$")
"""确保“零遗漏”|和|全覆盖: of what is not said."""
_LEAD = re.compile(
    r"^(?:[、:]|年底前|年内|[一二三四五两\d]年(?:内|左右)?|到\d{4}年底?,?|以[^,;。]{2,12}(?:手段|方式|举措)"
    r"|逐步|基本|全面|加快|积极)*"
)
"""三年左右|规上企业 · 年底前逐步|… · 以线上方式|…: no part of what is covered."""


def find_coverage(reading: Reading, start: int, end: int, spoken_of: str = "") -> list[Draft]:
    """A target of 100 % for each 全覆盖 that the sentence sets out; none where it is only referred to.

    `spoken_of` is what the sentence counts, for a clause that names nothing: …诊断300家,三年实现全覆盖.
    """
    out: list[Draft] = []
    if not FULL.search(reading.folded, start, end) or _NOT_GOAL.search(reading.folded, start, end):
        return out
    for clause in split_at(reading.folded, start, end, ",;、:"):
        match = FULL.search(reading.folded, clause.start, clause.end)
        if not match:
            continue
        begin = _begin(reading, start, clause.start)
        earlier = reading.folded.rfind("全覆盖、", begin, clause.start)
        shared = _GOAL.search(reading.folded, begin, clause.start) if earlier >= 0 else None
        if shared:  # 实现乡镇公交全覆盖、|行政村电商|全覆盖
            out.append(_draft(reading, clause.start, clause.start, match, spoken_of))
            continue
        goal = _GOAL.search(reading.folded, begin, match.start())
        if goal and not _JOINED.search(reading.folded, goal.end(), match.start()):
            said = spoken_of or _before(reading, start, begin)
            out.append(_draft(reading, begin, goal.start(), match, said, goal.end()))
    return out


def _begin(reading: Reading, sentence: int, clause: int) -> int:
    """The clause's beginning; a list joined by 、 belongs to it."""
    begin = clause
    while begin > sentence and reading.folded[begin - 1] in "、:":
        cut = max(reading.folded.rfind(mark, sentence, begin - 1) for mark in ",;、")
        begin = cut + 1 if cut >= 0 else sentence
    return begin


def _before(reading: Reading, sentence: int, clause: int) -> str:
    """What the clause before speaks of: 开展…诊断|,三年实现全覆盖."""
    end = clause - 1
    begin = max(reading.folded.rfind(mark, sentence, max(end, sentence)) for mark in ",;:") + 1 or sentence
    return strip_lead(reading.wide[max(begin, sentence) : end]) if end > sentence else ""


def _draft(
    reading: Reading, begin: int, goal: int, match: re.Match[str], spoken_of: str, behind: int | None = None
) -> Draft:
    """The row of what is covered: the subject begin:goal and what stands `behind` the verb of the goal."""
    subject = _LEAD.sub("", reading.wide[min(after_time(reading, begin, goal), goal) : goal])
    subject = re.sub(r"^.*(?:，|,)", "", subject)
    what = reading.wide[goal if behind is None else behind : match.start()]
    indicator = f"{subject + what or spoken_of}覆盖率"
    front = reading.front
    columns = {
        "indicator": indicator, "comparator": "=", "value": 100.0, "value_high": None, "unit": "%", "change": "total",
        "area": front.area, "adcode": front.adcode, "each": None, "due_on": None,
        "theme": theme_of(indicator, reading.wide[begin : match.end()]),
    }  # fmt: skip
    start = begin
    while reading.folded[start] in "、,: ":
        start += 1
    return Draft(start, match.end(), "target-coverage", columns)
