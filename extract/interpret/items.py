"""Where an item of a running list ends: 培育3家平台|、20家企业 · 建成2个中心|并改造5个站点."""

from __future__ import annotations

import re

from extract.annotate.values import Figure

_SOME = r"(?:\d|[一二两三四五六七八九十百千]+[个家名项条座所])"
_NEXT_ITEM = re.compile(
    rf"(?:及|和|以及)(?=[^,;。\d]{{2,24}}?等\d)"
    rf"|(?:、|和|及|以及|与|并)(?=(?:[^\d、,;。()]|\([^()\d]{{1,8}}\)){{0,12}}?{_SOME})|[,;。:\n\t]"
)
"""培育3家平台|、20家企业 · 建成2个中心|并改造5个站点 · 建1个广场|、每个居委会（村）建1个: where the next begins."""
_UNITS = re.compile(r"\([^()]*(?:牵头|负责|配合|责任|分工)[^()]*\)")
"""(市商务局牵头): no part of the item."""
_PARTS = re.compile(r"\((?:包括|其中|包含|含)[^()]*\d")
"""整治125个村庄|（包括63个省级补助村、62个市级补助村）: what the count is made up of."""
GOAL_END = re.compile(
    r"的?(?:目标|要求|水平|任务|规模)?(?:$|[,;。:)\]”、\n\t]|\((?![个家条项名处座张]\))|并|且|以及|和(?![美谐平])|及|与|(?:新?台阶|大关|关口)(?:$|[,;。])|等?(?:$|[,;。]))"
    r"|(?:总?长度?|总?面积|合计|共计?)?\d[\d.]*万?(?:公里|平方米|[户套人亩栋件项张个米条])(?:$|[,;。、(\u4e00-\u9fff])"
)
"""达到40%|, 达到1万亿元|的目标, 改造项目67个|28682户, 清淤农渠518条|长322公里, 种植葡萄4.5万亩|等: nothing more of its
indicator follows."""


def counted_noun(after: str) -> bool:
    """Whether the words behind a figure can name what it counts."""
    return bool(re.search(r"[\u4e00-\u9fff“A-Za-z]", after))


_OWN_BRACKET = re.compile(
    r"\s*(?:第[一二三四五六七八九十百]+条[ 　]*|\d{1,2}[.、](?!\d(?!\d{3}年))|\([一二三四五六七八九十]+\)"
    r"|[一二三四五六七八九十]+、)?"
    r"(?:\([^()]*\)(?=[\u4e00-\u9fff]))?"
)
"""The label of the item, or a bracket of units that ends the item before: (一)培育…, (市商务局负责)培育…."""


def words_start(folded: str, start: int, end: int) -> int:
    """The offset behind the label of the sentence start:end, or behind a bracket of units before it."""
    return _OWN_BRACKET.match(folded, start, end).end()  # type: ignore[union-attr]


def item_end(folded: str, figure: Figure, end: int) -> int:
    """The offset at which the item that the figure begins ends, at the latest `end`."""
    depth = 0
    for i in range(figure.scope[1], end):
        char = folded[i]
        if char == "(" and (_UNITS.match(folded, i) or _PARTS.match(folded, i)):
            return i
        if char in "(《“":
            depth += 1
        elif char in ")》”":
            if depth == 0 and char != "”":
                return i
            depth = max(0, depth - 1)
        elif not depth and _NEXT_ITEM.match(folded, i):
            return i
    return end


_HEAD = re.compile(r"\s*(?:\d{1,2}[.、]|\([^()]{1,3}\))?(?P<head>[\u4e00-\u9fff“”]{3,16}):")
"""2.|婴幼儿照护服务托位|：3月底前新增100个托位；6月底前新增200个托位."""
_LONGEST_ITEM = 300
"""Characters from where an item begins to what its last part counts."""
_WORK_ONLY = ("建设任务", "任务", "建设", "目标任务")


def named_ahead(folded: str, at: int, name: str) -> str:
    """The name in full, where what its line or item begins with before a colon says it: 托位 → 婴幼儿照护服务托位."""
    begin = max(folded.rfind(mark, max(0, at - _LONGEST_ITEM), at) for mark in "\n\t。") + 1
    head = _HEAD.match(folded, begin, at)
    longer = head is not None and (name in _WORK_ONLY or (len(name) > 1 and head["head"].endswith(name)))
    return head["head"] if head and longer else name
