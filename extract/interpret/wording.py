"""How targets are worded: the verbs before a figure, what change they mean, what is left as the indicator."""

from __future__ import annotations

import re

from extract.annotate.values import Figure
from extract.lexicon import alternation, load
from schemas.vocabulary import Change, Comparator

_WORDS = load("targets")
_VERBS = alternation(_WORDS["verbs"])
_UP, _DOWN = alternation(_WORDS["change"]["increase"]), alternation(_WORDS["change"]["decrease"])
_MEASURES = alternation(_WORDS["measures"])

BACKGROUND = re.compile(alternation(_WORDS["background"]))
NOT_HEADING = re.compile(alternation(_WORDS["not_headings"]))
NOT_COUNTED = re.compile(rf"(?:{alternation(_WORDS['not_counted'])})")
VERB_AT_END = re.compile(
    rf"(?:{_VERBS})(?:和|及|或|、|并)?(?:{_VERBS})?(?:了|出|好|起|成)?(?:全[省市县区国]|省级|市级|区级|县级|一批|共|总计|累计|不少于|不低于|至少|达到|达|超过|突破|约|近|力争|全部|新|各类)*$"
)
"""打造|10个 · 提升改造|1个 · 推动全省|100家 · 建设或引进|1套."""
EACH = re.compile(
    r"^[、\s]*(?:\([^()]*\)|到?\d{4}年底?,?|年底前,?)?(?P<e>(?:各(?!类|种|级各|项|方|自|界|种)[^,;。:\d]{1,16}?|每(?!百|千|万|单|户|单位|引进|新增|增加|推荐|成功)(?:个|一)?[^,;。:\d个]{1,8}?|全市各[^,;。\d]{1,10}?))"
    r"(?=均|要|分别|至少|原则上|应|需|须|可|引进|建[设立成]|完成|培[育训]|打造|创建|新增|创[成建]|组织|开展|确保|力争|实现|达到|不少于|不低于|面向|发布|遴选|上线|选派|选取|评选|举办|签约|服务|推出|分行业|分领域|分区域|认定|支持|培养|有|\d)"
)
"""各涉农区县、开发区|均至少建立1个 · 每个行政村|原则上建设1个 · 每年|培训不少于5000人."""
VERB_AT_START = re.compile(
    rf"[、,\s]*(?:到?\d{{4}}年底?,?|每年|年内|全年|力争|争取|确保|计划|积极|大力|加快|直接|重点|分[^,;。、\d]{{1,3}}(?:、分[^,;。、\d]{{1,3}})*|全[省市县区]|各[^,;。\d]{{2,12}}?)*(?:新)?(?:{_VERBS})"
)
"""每年|上线工业APP…, 培育省级示范点…, 计划|组织开展…培训."""
SET_OUT = re.compile(r"每年|每季度|每月|到\d{4}年|年底|力争|争取|全年|年内|确保")
"""In a sentence that pays, only such words make a figure a target."""
GRANT = re.compile(r"给予|补助|补贴|奖励|奖补|资助|贴息")
_LEAD = re.compile(
    rf"^(?:[、,:;。\s]|其中|同时|到?\d{{4}}年(?:底|末|前|年底)?(?:前)?,?|(?:今年|当年|全年|年内|年底前|三年内|\d年内)(?:,)?|在?(?:全[省市县区国]|我[省市县区]|本[省市县区])(?:范围内)?|每年|"
    rf"力争|争取|确保|计划|基本|全面|进一步|加快|积极|大力|着力|重点|推动|推进|实现|新?培育|打造|建设|建成|完成|达到|使|将|其|各?项?|实施|组织|开展|新增|引进|创建|服务(?!业|率|半径|站|点|中心)|"
    r"--+|“|直接|[一二三四五六七八九十]+是|提升|支持|鼓励|引导|促进|优化|提高|带动|培养|吸引|吸纳|上线|举办|遴选|发布|评选|征集|选取|认定)*"
)
_TAIL = re.compile(
    rf"(?:{_UP}|{_DOWN}|达到?|突破|超过?|不少于|不低于|不超过|不高于|至少|力争|约|近|为|在|到|至|控制|保持|稳定|占|分别|均|各|累计|总计|共|合计|年均|同比|较\d{{4}}年|比\d{{4}}年|较上年|比上年|以上|实现|以|、|和|及|,|:)+$"
)


def change_of(before: str, counted: bool = False) -> Change:
    """What the words before the figure make of it: 新增 increase, 下降 decrease, 提高到 total.

    With `counted` (the indicator follows the figure) only 新增 and the like are an increase: 提升1个中心 counts centres.
    """
    tail = before[-10:]
    if counted:
        return "increase" if re.search(r"(?:新增|净增|新培育|增加)\D{0,6}$", tail) else "total"
    if re.search(r"(?:到|至|达到?|突破|超过)\D{0,2}$", tail) and re.search(r"(?:提高|提升|增长|增加|扩大|上升|下降|降低|减少|压缩|压减|缩短)(?:到|至)", tail):
        return "total"
    if re.search(rf"(?:{_DOWN})(?:不少于|不低于|超过|约|了|达|近)?$", before):
        return "decrease"
    if re.search(rf"(?:{_UP})(?:不少于|不低于|超过|约|了|达到?|近|力争|以上|率)?$", before) or re.match(r"[、,]?(?:全[省市县区]|全年|年内)?(?:新增|新培育)", before):
        return "increase"
    return "total"


def comparator_of(figure: Figure, before: str, floor: bool) -> Comparator:
    """The figure's own comparator, else >= where 力争, 至少 or 不少于 stands before it, else =."""
    if figure.op:
        return figure.op  # type: ignore[return-value]
    return ">=" if floor or re.search(r"力争|至少|不少于|不低于|争取", before) else "="


def measured_indicator(words: str) -> bool:
    """Whether the words end in something measured (率, 额, 量 …), verbs of change and comparators aside."""
    return bool(re.search(rf"(?:{_MEASURES})$", _TAIL.sub("", words)))


def strip_lead(words: str) -> str:
    """The indicator in the words before a figure: 实现农村行政村物流覆盖率 → 农村行政村物流覆盖率.

    >>> strip_lead("全市农村产品网络销售额新增")
    '农村产品网络销售额'
    """
    folded = words.replace("，", ",").replace("：", ":").replace("；", ";").replace("—", "-")
    lead = _LEAD.match(folded)
    begin = lead.end() if lead else 0
    tail = _TAIL.search(folded, begin)
    kept = words[begin : tail.start() if tail else len(words)]
    if not kept.strip():
        tail = _TAIL.search(folded)
        kept = re.sub(r"^(?:[、，,：:；;\s]|每年|全年|年内)+", "", words[: tail.start() if tail else len(words)])
    return kept.strip("、，,：:；; ()（）")
