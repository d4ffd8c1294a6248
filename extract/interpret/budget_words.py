"""What a sentence says of a sum set aside: which purse it comes from, what it is for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.annotate.reading import Reading
from extract.annotate.values import Figure
from extract.interpret.drafts import Draft
from extract.interpret.own_sums import LEVEL

_RANK = "(?:省|市|州|区|县|镇)级"
_SHARES = "配套|安排|财政|引导|设立|补助资金|资金|每年|列支|出资|承担|负担|投入|拨付|下达|筹措|统筹"
_NO_NAME = "已|及|从|由|到达|到位|后续|其中|每年|安排|设立|全[省市州区县]|统筹|落实|下达|投入|拨付"
"""Words that no name of a fund holds: 全县统筹|专项资金."""
_SOURCE = re.compile(
    rf"(?P<s>{LEVEL}级?(?:[、和]{LEVEL}级?)+(?:[两三]级|\([区市县、]{{1,4}}\))?财政|{LEVEL}(?:级)?(?:本级)?财政(?:配套资金|专项资金|资金)?|中央(?:专项)?资金|{_RANK}(?:专项|配套)?资金|"
    rf"中央预算内(?:投资|资金)|{_RANK}配套(?=$|[\d不约为])|地方配套(?:资金)?|{_RANK}(?={_SHARES})|"
    rf"{_RANK}(?=[^,;。:()、\d]{{2,12}}补助资金(?:$|[\d约]))|(?:各县市区|各县区|各区县|各市县|各县)(?=财政|每年|配套|安排)|"
    rf"(?<=设立){_RANK}(?=[^,;。:()、\d]{{2,16}}资金)|"
    r"(?<=统筹)[^,;。:()、\d]{2,24}?(?:专项)?资金(?=,(?:每年|年度)?安排)|"
    r"(?:市县|县区|区县|各级)(?:财政)?(?:资金|配套|(?=出资|安排|承担|负担|筹措))|"
    r"(?:(?<![\u4e00-\u9fff])|(?<=其中)|(?<=[从在由]))"
    rf"(?:(?!{_NO_NAME})[^,;。:()、\d ]){{2,24}}?专项资金(?=$|\d|中|里))"
)
"""市财政 · 县财政配套资金 · 市级|安排 · 创建专项资金|2000万元 · 统筹|市级工业专项资金|,每年安排."""
_BARE_LEVEL = re.compile(rf"(?:^|[、,:]|其中)(?P<s>(?:中央|{LEVEL}级|{LEVEL}))(?:为|约|各)?$")
"""其中|中央|1500万元、|省级|600万元."""
_USED_FOR = re.compile(r"(?:用于|支持)(?P<p>[^,;。、()\d]{2,40})$")
"""用于|园区建设|1.8亿元."""
_PURPOSE = re.compile(
    r"(?:支持|专项用于|主要用于|用于|推进|保障|奖励|扶持|鼓励|作为)(?P<p>[^,;。()]*(?:\([^()]*\)[^,;。()]*)?)"
)
"""用于|园区建设, 作为|工作经费."""
_FOR = re.compile(r"^,?对(?P<p>[^;。]{2,60}?)(?:给予|予以|进行)(?:奖补|奖励|补助|补贴|扶持)")
"""300万元|对|新建基地|予以奖补."""
_OF = re.compile(
    r"^(?:以上|以内|左右)?的?(?:设立|组建|成立)?(?P<p>(?!的)[^,;。()、\d]{1,24}?(?:经费|资金|基金|准备金|补偿金|专项(?:资金|经费)?|投入)|[^,;。()、\d]{1,10}券)"
)
"""100万元|的培训经费, 5000万元|的算力券."""
_SETS_ASIDE = re.compile(
    r"^(?:由)?[^,]*?(?:每年|年度)?(?:安排|出资|设立|列支|拨付|下达|统筹|落实|投入|筹措|筹集|整合|最高|不超过)+"
)
"""市财政每年安排|专项资金 · 由县财政统筹安排|培训经费."""
_SETS_UP = re.compile(
    r"^(?:在[^,，]{1,10}?)?(?:设立|建立|组建|建设|打造|实施|开展|举办|支持|推进|加大|统筹)(?:[\d.]+[万亿]?元的?)?"
)
"""在香港设立|青年创业孵化中心 · 组建10亿元的|产业基金."""
_PUT_OUT = re.compile(
    r"(?:全年|每年|年度|计划|累计|发放|投放|^)(?P<p>[^,;。发投]{1,10}券)(?:(?:发放|投放)?(?:总额|总量|规模)|$)"
)
"""全年|创新券|发放总额, 投放|消费券|3000万元."""
_ABOUT = re.compile(r"(?:不低于|不少于|不超过|达到?|为|约|共计?|：|:)+$")
"""专项资金总额|为|1000万元 · 培训经费|共|200万元."""
_YEARLY = re.compile(r"(?:每年|年度|全年)(?=配套|$)")
"""县级|每年|配套500万元 · 培训经费|每年|200万元."""
_LEAD = re.compile(
    r"^(?:第[一二三四五六七八九十百]+条|20\d\d[—–-]20\d\d年(?:共计|合计|总计|累计)|\d+[.、．]|其中|分别|包括|(?:主要)?用于(?=[:：])|及|和|已到[达位]|后续|申请|争取|新增|[（(]?[一二三四五六七八九十]{1,3}[）)、]|(?:每年|全年)(?!$)|"
    r"[：:、 ])+"
)
"""其中|中央补助资金 · （一）|培训经费 · 2023—2025年累计|投入资金."""
_UNNAMED = "资金"
"""The item of a sum of which nothing is said."""
_EDGE = " 、，,（(；;：:“”"
_NAMED_BEFORE = re.compile(r"(?:资金|经费|基金|费用)$")
"""专项资金|1000万元: the sum's own name stands right before it."""
_FIRST_PART = re.compile(r"(?:首期|[一二三]期|第[一二三]期|首批)(?:规模|出资|募集|到位|资金|投入|安排|注资)*")
"""首期规模|15亿元 · 第二期出资|5亿元: of the fund named before."""
_ONLY_LEVEL = re.compile(
    rf"(?:{LEVEL}级?|地方|本级|县区|区县|市县|各地)(?:财政)?(?:各|应)?(?:配套|安排|出资|承担|负担|投入|)|{_FIRST_PART.pattern}"
)
"""省级财政配套 · 县区承担 · 首批资金: who pays or which part, not what for."""
_FUND = re.compile(r"(?:基金|资金池|资金)$")
"""产业发展|基金 · 风险补偿|资金池."""
_FUND_BEHIND = re.compile(
    r"(?:规模)?的?(?P<p>[^,;。\d的用于]{3,24}?(?:专项资金|专项经费|基金|资金池|引导资金))(?=[,;。]|$)"
    r"|的?[“\"]?(?P<v>[^,;。\d的用于“”\"]{1,16}券)[”\"]?(?=[,;。]|$)"
)
"""每年5亿元|智能制造专项资金|，以平台为支撑 · 100亿元规模的|装备材料基金|
· 设立总额1000万元的“|算力券|”."""
_SPENT_ON = re.compile(r"资金,(?:面向[^,;。]{2,20}|用于|专项)?(?P<p>[^,;。\d]{4,30})(?=[,;。]|$)")
"""每年投入200万元资金，|征集创新创业项目|."""
_BARE_FUND = re.compile(r"(?:安排|投入|筹措|统筹|整合)(?:财政|专项)?(?:资金|经费)$")
_SPENT_BEHIND = re.compile(r",(?P<p>(?:组织|开展|实施|支持|推进|建设|举办|打造|组建|推动)[^,;。\d]{3,30})(?=[,;。]|$)")
"""安排资金600万元，|组织实施“揭榜挂帅”项目|."""
_PAYERS = re.compile(
    rf"(?P<p>{LEVEL}(?:级)?(?:财政)?(?:(?:、|和|与){LEVEL}(?:级)?(?:财政)?)+)(?:[两三四]级)?(?P<f>财政)?(?:每年|年度)?(?P<how>分别|各|均)"
)
"""省、市财政|分别|安排800万元、400万元 · 市、区两级财政|各|安排500万元."""


def payers_of(folded: str, start: int, figures: Sequence[Figure]) -> list[tuple[Figure, str]]:
    """Which of several payers named together (省、市财政分别…) pays which sum of the list; empty if none are."""
    match = _PAYERS.search(folded, start, figures[0].start)
    if not match or re.search(r"[,;。]", folded[match.end() : figures[0].start]):
        return []
    names = [name.removesuffix("财政") for name in re.split("[、和与]", match["p"])]
    purse = "财政" if "财政" in match[0] else ""
    if match["how"] == "分别":
        return [(f, name + purse) for f, name in zip(figures, names, strict=True)] if len(figures) == len(names) else []
    return [(figures[0], name + purse) for name in names] if len(figures) == 1 else []


def source_of(reading: Reading, begin: int, figure: Figure, after: int, told: tuple[int, int]) -> str | None:
    """The purse named with the sum; else the one that the words `told` before it name for all of a list."""
    folded = reading.folded
    bare = _BARE_LEVEL.search(folded[begin : figure.scope[0]])
    own = _SOURCE.search(folded, begin, figure.start) or bare
    own = own or _SOURCE.search(folded, figure.scope[1], min(after, figure.scope[1] + 6))
    source = own or _SOURCE.search(folded, *told)
    if source is None or source is bare:
        return bare["s"] if bare and source else None
    return reading.text[source.start("s") : source.end("s")]


def item_of(reading: Reading, start: int, begin: int, figure: Figure, end: int, after: int) -> str:
    """What the money is for: the purpose with it, the fund it makes up, or the words before it.

    `after` is where the next sum begins: what stands behind a mark before that belongs to the next one.
    """
    folded, text = reading.folded, reading.text
    before = text[begin : figure.scope[0]]
    if _FIRST_PART.fullmatch(_LEAD.sub("", before)):
        return _LEAD.sub("", before)  # of the fund that the words before name
    used = _USED_FOR.search(folded, begin, figure.scope[0])
    if used:
        return text[used.start("p") : used.end("p")]
    stop = _own_end(folded, figure.scope[1], end, after)
    fund = _FUND_BEHIND.match(folded, figure.scope[1], end) or _SPENT_ON.match(folded, figure.scope[1], end)
    if not fund and _BARE_FUND.search(folded, begin, figure.scope[0]):
        fund = _SPENT_BEHIND.match(folded, figure.scope[1], end)
    if fund:
        return text[slice(*fund.span(fund.lastgroup or "p"))]
    issued = _PUT_OUT.search(folded[begin : figure.scope[0]])
    if issued:
        return issued["p"]
    named = _NAMED_BEFORE.search(folded, begin, figure.scope[0])
    for pattern in (_PURPOSE, _FOR, _OF):
        if named and pattern is not _PURPOSE:
            break
        match = pattern.search(folded[figure.scope[1] : stop])
        if match and len(match["p"]) >= 2:
            found = text[figure.scope[1] + match.start("p") : figure.scope[1] + match.end("p")].strip("、 ")
            return found if found.count("“") == found.count("”") else found.strip("“”")
    if _ONLY_LEVEL.fullmatch(_LEAD.sub("", before)):
        return _LEAD.sub("", before)  # the list's other members say what it is for
    words = _ABOUT.sub("", _SETS_ASIDE.sub("", _LEAD.sub("", before))).strip(_EDGE)
    return _YEARLY.sub("", _LEAD.sub("", words)) or _told_before(text[start:begin]) or _last(text[start : figure.start])


def _told_before(words: str) -> str:
    """What the clause before speaks of: 在香港设立|青年创业孵化中心|，每年安排100万元."""
    clause = re.split(r"[，,；;：:]", words.strip(_EDGE))[-1]
    clause = re.sub(r"^(?:上述|以上|所需)|由[^，]*$", "", clause)
    words = _LEAD.sub("", _SETS_UP.sub("", _LEAD.sub("", clause)))
    return "" if re.search(r"\d", words) else words


def _last(words: str) -> str:
    """The last words before the sum, unless they only say who sets it aside (市财政安排)."""
    clause = re.split(r"[，,；;：:]", words.strip(_EDGE))[-1]
    name = _ABOUT.sub("", _LEAD.sub("", _SETS_ASIDE.sub("", clause))).strip(_EDGE)
    return _UNNAMED if not name or re.search(r"\d", name) or _ONLY_LEVEL.fullmatch(name) else name[-30:]


def _own_end(folded: str, start: int, end: int, after: int) -> int:
    """Where the words after a sum that speak of it end: before the mark that leads to the next sum."""
    parts = folded.find("其中", start, end)
    stop = parts if parts >= 0 else end
    if after >= stop:
        return stop
    return max([folded.rfind(mark, start, after) for mark in (*"、,;(", "用于")] + [start])


def share_items(drafts: list[Draft]) -> None:
    """Parts that are named by their payer only (中央1500万元、省级600万元) are for what the whole is for."""
    items = [draft.columns["item"] for draft in drafts]
    for i, draft in enumerate(drafts):
        if (i and items[i] == _UNNAMED) or _ONLY_LEVEL.fullmatch(items[i]):
            before = list(reversed(drafts[:i]))
            wholes = [d.columns["item"] for d in before if d.columns["is_total"]]
            funds = [d.columns["item"] for d in before if _FUND.search(d.columns["item"])]
            told = [item for item in (*wholes, *funds, *items[: min(i, 1)], *items[i + 1 :]) if not _says_nothing(item)]
            draft.columns["item"] = told[0] if told else items[i] if items[i].endswith("配套") else _UNNAMED


def _says_nothing(item: str) -> bool:
    return item == _UNNAMED or bool(_ONLY_LEVEL.fullmatch(item))


def common_item(items: list[str]) -> str:
    """What several sums written as one list are for: the fund named first, else the purpose after the last."""
    told = [item for item in items if not _says_nothing(item)] or [_UNNAMED]
    return told[0] if _NAMED_BEFORE.search(told[0]) else told[-1]
