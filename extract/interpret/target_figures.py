"""The figures that targets are read from, and the columns that follow from a figure."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from extract.annotate.comparisons import comparison
from extract.annotate.reading import Reading
from extract.annotate.values import Figure, Found
from extract.interpret.coverage import FULL
from extract.interpret.drafts import Draft
from extract.interpret.governing import due_on
from extract.interpret.grammar import Clause
from extract.interpret.indices import find_indices
from extract.interpret.items import counted_noun, item_end
from extract.interpret.own_times import after_time
from extract.interpret.wording import strip_lead


def holds_figure(reading: Reading, figures: Found[Figure], start: int, end: int) -> bool:
    """Whether a sentence has a figure, or 全覆盖."""
    full = reading.folded.find("覆盖", start, end) >= 0 and FULL.search(reading.folded, start, end)
    return bool(full or figures.within(start, end))


def in_title(folded: str, start: int, figure: Figure) -> bool:
    """Whether the number stands in the title of a document: 《…十条政策措施》."""
    opened = folded.rfind("《", start, figure.start)
    return opened >= 0 and folded.find("》", opened, figure.start) < 0


def is_over(reading: Reading, start: int, end: int) -> bool:
    """Whether the time that start:end names was over in the year before the notice."""
    issued = reading.front.issued_on
    days = [period.last for period in reading.periods.within(start, end) if period.last]
    return bool(issued and days and max(days).year < int(issued[:4]))


_BY_WHAT = re.compile(r"/(?:万?人|户|亩|公顷|平方米|平方公里|吨)(?![/·•])")
"""30万元|/亩 · 2亿元|/平方公里."""
_YIELD = re.compile(r"(?:税收|产值|产出|投资|强度|增加值|生产率|收入|营收|营业额|利润|贡献|效益)[^,;。]{0,8}$")
"""亩均税收达到|30万元|/亩: money by what it is reached for."""


def with_indices(reading: Reading, taken: set[int]) -> Found[Figure]:
    """The figures of the text and those without a unit, in order; where both stand, the latter.

    Yields by the mu or by head have that in their unit (30万元/亩), unless another row has `taken` the figure.
    """
    indices = find_indices(reading.folded)
    starts = {figure.start for figure in indices}
    kept = [_by_what(reading, f) if id(f) not in taken else f for f in reading.figures if f.start not in starts]
    return Found(sorted([*kept, *indices], key=lambda figure: figure.start))


def _by_what(reading: Reading, figure: Figure) -> Figure:
    by = _BY_WHAT.match(reading.folded, figure.end) if figure.kind == "money" else None
    if not by or not _YIELD.search(reading.folded, max(0, figure.scope[0] - 16), figure.scope[0]):
        return figure
    op, scope = comparison(reading.folded, figure.start, by.end(), vague=figure.op == "~")
    words = reading.wide[figure.start : by.end()]
    return replace(figure, end=by.end(), unit=f"{figure.unit}{by[0]}", op=op, scope=scope, text=words)


_PLANNED = re.compile(
    r"(?:^|(?<=[,;:。\n]))(?:(?:新建|建设|打造|培育|改造|创建|布局|推进|实施|设立)(?!.*(?:机制|体系|制度|能力)))(?P<what>[^,;。:\d\n]{2,30})。$"
)
"""依托合作社,|建设|通风贮藏库、机械冷库|。2022年完成300个."""


def planned_before(reading: Reading, start: int) -> str:
    """What the sentence before `start` sets out to make without a figure, if its last clause does."""
    planned = _PLANNED.search(reading.folded, max(0, start - 80), start)
    return reading.wide[slice(*planned.span("what"))] if planned else ""


_HELD = re.compile(
    r"^(?:[我本全][省市县区]|截至|目前|现在|近年来?|已(?:经)?|现|共|累计|拥|总共|达到?|建成|培育|形成|落地|认定|引进|创建)*有?|(?:已|为|累计|突破|超过?|达到?|有|共)+$"
)
"""|目前全市共有|示范园区5个, 高新技术企业|已达|300家: how things stand."""


def told_of(reading: Reading, figures: Found[Figure], clause: Clause) -> str:
    """What the last figure of a clause that tells how things stand counts: 目前共有|示范园区|5个; empty without one."""
    held = figures.within(clause.start, clause.end)
    if not held:
        return ""
    stop = item_end(reading.folded, held[-1], clause.end)
    if counted_noun(reading.folded[held[-1].scope[1] : stop]):
        return reading.wide[held[-1].scope[1] : stop]
    begin = held[-2].scope[1] if len(held) > 1 else after_time(reading, clause.start, clause.end)
    return _HELD.sub("", strip_lead(reading.wide[begin : held[-1].scope[0]]))


def is_past(reading: Reading, draft: Draft) -> bool:
    """Whether its time was over in the year before the notice: 2023年新增100家 of a notice of 2024."""
    day = draft.columns["due_on"] or due_on(reading, draft.start, draft.end)
    issued = reading.front.issued_on
    return bool(day and issued and day[:4] < issued[:4])


def columns_of(reading: Reading, figure: Figure, indicator: str, change: str, comparator: str) -> dict[str, Any]:
    """The columns of a target that a figure gives; per mille as per cent, the place that of the notice."""
    permille = figure.unit == "‰"
    return {
        "indicator": indicator.strip("、， ") or figure.text, "comparator": comparator,
        "value": figure.value / 10 if permille else figure.value, "value_high": figure.high,
        "unit": "%" if permille else figure.unit, "change": change,
        "area": reading.front.area, "adcode": reading.front.adcode, "due_on": None,
    }  # fmt: skip
