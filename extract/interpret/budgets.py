"""Budgets: public money set aside or split up, in sentences and in tables of funds."""

from __future__ import annotations

import re
from typing import Any

from extract.annotate.reading import Reading
from extract.annotate.values import Figure
from extract.interpret.budget_tables import find_in_tables
from extract.interpret.drafts import Draft
from extract.interpret.grammar import Ranges, split_at

_SPENDS = re.compile(
    r"安排|出资|列支|注资|筹措|筹集|设立|拨付|下达|落实|统筹|投入|专项资金|专项经费|配套资金|财政资金|引导资金|工作经费|培训经费|经费|"
    r"费用总计|资金合计|总规模|基金规模|预算|(?:资金|经费)(?:总额|规模|暂定|共|为|总计)|财政投入"
)
_GOVERNMENT = re.compile(
    r"财政|政府|中央|省级|市级|区级|县级|专项|每年|年度|资金|经费|引导|基金|费用|预算|安排|列支|拨付|下达"
)
_NOT_PUBLIC = re.compile(
    r"注册资本|注册资金|到账|实缴|年销售|营业|营收|产值|税收|投资额|总投资|固定资产投资|贷款|融资|授信|募集|研发投入|研发经费投入|"
    r"全社会|社会资本|企业出资|交易|申报|兑现|进出口|罚款"
)
"""The company's own money, and sums that are only measured."""
_TOTAL = re.compile(r"总计|合计|共计|总额|总规模|总共|累计安排|共安排")
_YEARLY = re.compile(r"每年|年度|逐年")
_LEVEL = r"(?:中央|国家|自治区|省|市|州|区|县|镇)"
_SOURCE = re.compile(
    rf"(?P<s>{_LEVEL}(?:级)?(?:本级)?财政(?:配套资金|专项资金|资金)?|中央(?:专项)?资金|(?:省|市|区|县)级(?:专项|配套)?资金|"
    r"(?:省|市|区|县)级(?=安排|配套|财政|引导|设立|补助资金|资金|每年|列支)|"
    r"(?:(?!已|及|到达|到位|后续|其中|每年|安排|设立)[^,;。:()、]){2,24}?专项资金(?=\d|中|里))"
)
"""市财政 · 县财政配套资金 · 市级|安排 · 创建专项资金|2000万元."""
_PURPOSE = re.compile(
    r"(?:支持|专项用于|主要用于|用于|推进|保障|奖励|扶持|鼓励|作为)(?P<p>[^,;。()]*(?:\([^()]*\)[^,;。()]*)?)"
)
"""用于|园区建设, 作为|工作经费."""
_FOR = re.compile(r"^,?对(?P<p>[^;。]{2,60}?)(?:给予|予以|进行)(?:奖补|奖励|补助|补贴|扶持)")
"""300万元|对|新建基地|予以奖补."""
_OF = re.compile(r"^(?:以上|以内|左右)?的?(?P<p>[^,;。()\d]{2,24}?(?:经费|资金|基金|专项|投入))")
"""100万元|的培训经费."""
_SETS_ASIDE = re.compile(r"^(?:由)?[^,]*?(?:每年|年度)?(?:安排|出资|设立|列支|拨付|最高|不超过)+")
_ABOUT = re.compile(r"(?:不低于|不少于|不超过|达到?|为|约|共|：|:)+$")
_LEAD = re.compile(r"^(?:\d+[.、．]|其中|及|和|已到[达位]|后续)+")
_EDGE = " 、，,（(；;：:"


def find_budgets(reading: Reading, taken: set[int]) -> list[Draft]:
    """The sums that the government sets aside; `taken` are the ids of figures that subsidies have used."""
    out = find_in_tables(reading)
    taken = taken | {id(f) for draft in out for f in draft.figures}
    tables = Ranges([(table.start, table.end) for table in reading.outline.tables])
    first, last = reading.outline.body
    paragraph: list[Draft] = []
    previous_end = first
    for start, end in reading.sentences:
        if start < first or end > last or (start in tables and not _SPENDS.search(reading.folded, start, end)):
            continue
        if "\n" in reading.folded[previous_end:start]:
            _mark_totals(paragraph)
            paragraph = []
        found = _in_sentence(reading, start, end, taken, bool(paragraph))
        out, paragraph, previous_end = out + found, paragraph + found, end
    _mark_totals(paragraph)
    return sorted(out, key=lambda draft: draft.start)


def _in_sentence(reading: Reading, start: int, end: int, taken: set[int], goes_on: bool) -> list[Draft]:
    """The budgets of a sentence; `goes_on` says that the paragraph has set money aside before (列支65万元用于…)."""
    folded = reading.folded
    sums = [f for f in reading.figures.within(start, end) if f.kind == "money" and id(f) not in taken]
    if not sums or not _SPENDS.search(folded, start, end):
        return []
    out: list[Draft] = []
    clauses = split_at(folded, start, end, ",;(")
    last = start
    for figure in sums:
        clause = next((c for c in clauses if c.start <= figure.start < c.end), None)
        begin = max(clause.start if clause else start, last)
        last = figure.scope[1]
        if _is_budget(folded, figure, start, begin, end, bool(out), goes_on):
            out.append(_draft(reading, start, begin, end, figure))
    return out


def _is_budget(folded: str, figure: Figure, start: int, begin: int, end: int, listed: bool, goes_on: bool) -> bool:
    before = folded[begin : figure.scope[0]]
    spends = _SPENDS.search(folded, begin, min(figure.scope[1] + 30, end))
    in_list = listed and re.search(r"[、,]$|^其中|及", before[:3] + before[-1:])
    public = goes_on or _GOVERNMENT.search(folded, start, min(figure.scope[1] + 30, end))
    return bool((spends or in_list) and public) and not _NOT_PUBLIC.search(before[-20:])


def _draft(reading: Reading, start: int, begin: int, end: int, figure: Figure) -> Draft:
    folded, text = reading.folded, reading.text
    before = text[begin : figure.scope[0]]
    source = _SOURCE.search(folded, begin, min(end, figure.scope[1] + 6))
    source = source or _SOURCE.search(folded, start, figure.scope[1])
    stop = next((i for i, c in enumerate(folded[figure.scope[1] : end]) if c in ";。\n)"), end - figure.scope[1])
    columns: dict[str, Any] = {
        "source": source["s"] if source else None, "item": _item(folded, text, start, begin, figure, end),
        "amount_yuan": figure.high or figure.value,
        "frequency": "yearly" if _YEARLY.search(folded, start, figure.scope[0]) else None,
        "is_total": int(bool(_TOTAL.search(folded, begin, figure.scope[0]))),
    }  # fmt: skip
    lead = len(before) - len(before.lstrip(_EDGE))
    return Draft(begin + lead, figure.scope[1] + min(stop, 40), "budget", columns, [figure])


def _item(folded: str, text: str, start: int, begin: int, figure: Figure, end: int) -> str:
    """What the money is for: the purpose after it, the fund it makes up, or the words before it."""
    after = figure.scope[1]
    named = _NAMED_BEFORE.search(folded, begin, figure.scope[0])
    for pattern in (_PURPOSE, _FOR, _OF):
        if named and pattern is not _PURPOSE:
            break
        match = pattern.search(folded[after:end])
        if match and len(match["p"]) >= 2:
            return text[after + match.start("p") : after + match.end("p")].strip("、 ")
    before = _ABOUT.sub("", _SETS_ASIDE.sub("", text[begin : figure.scope[0]])).strip(_EDGE)
    return _LEAD.sub("", before) or text[start : figure.start].strip(" 、，,")[-30:] or "资金"


_NAMED_BEFORE = re.compile(r"(?:资金|经费|基金|费用)$")
"""专项资金|1000万元: the sum's own name stands right before it."""


def _mark_totals(drafts: list[Draft]) -> None:
    """A sum that the sums right after it add up to is their total: 1500万元（已到达1000万元及后续500万元）."""
    sums = [draft.columns["amount_yuan"] for draft in drafts]
    for i in range(len(sums)):
        running = 0.0
        for j in range(i + 1, len(sums)):
            running += sums[j]
            if running > sums[i] + 0.5:
                break
            if j > i + 1 and abs(running - sums[i]) < 0.5:
                drafts[i].columns["is_total"] = 1
