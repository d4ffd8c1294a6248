"""What a figure starts from: 配套率由35%提升至60% sets out 60 %, and 35 % is its base."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.annotate.values import Figure
from extract.interpret.grammar import JOINT
from extract.lexicon import alternation, load

_WORDS = load("targets")
_BECOMES = ("发展", "调整", "缩小", "整合", "合并", "精简", "归并")
"""4个环节|整合|为1个: of what there was."""
_FROM = re.compile(
    r"[由从](?:(?:\d{4}年[底末初]?|“?十[一二三四五]五”?[初末]期?|目前|当前|现在|现有|现行|原来|上年底?|去年底?|基期)的?)?"
    r"(?:每人每月|每[人户亩月年])?(?:约|近)?$"
)
"""由|35% · 从2022年的|300亿元 · 由目前|80%."""
_TO = re.compile(
    rf"(?:[\u4e00-\u9fff]{{1,4}}(?:\([\u4e00-\u9fff]{{1,3}}\))?(?=扩大到|扩大至|增加到|增加至|扩展到|扩展至))?"
    rf"(?:左右|以上|以下)?(?:的水平)?,?(?:逐步|稳步|进一步|大幅|全面|再|力争)*"
    rf"(?:(?:{alternation([*_WORDS['change']['increase'], *_WORDS['change']['decrease'], *_BECOMES])})"
    r"(?:到|至|为|成|达到|超过)|升至|升到|升为|降至|降到|降为|减至|减到|减为|增至|增加?到)了?(?:20\d\d年(?:底|末)?的?)?(?:约|近|不低于|不超过)?"
)
"""35%|提升至|60% · 2.1%|提高到2025年的|2.8% · 20个工作日|压缩到|5个 · 5天|缩短为|1天 · 15个|县(市)扩大到|57个."""
_THAN = re.compile(r"[比较](?:19|20)\d\d年[底末]?(?=的)|[比较](?:上年|去年|基期)(?=的)")
"""单位能耗|比2010年|的1吨标准煤降低17%."""
_CHANGES = re.compile(
    rf"[^,;。\d]{{0,6}}(?:{alternation([*_WORDS['change']['increase'], *_WORDS['change']['decrease']])})"
)
"""1吨|标准煤降低|17%."""
_EACH_CHANGES = re.compile(
    rf"[,]?(?:分别|各)(?:{alternation([*_WORDS['change']['increase'], *_WORDS['change']['decrease']])})(?:约|了)?"
)
"""11万吨|分别减少|15%."""


@dataclass(frozen=True, slots=True)
class Base:
    """A figure that another starts from, and where its words stand (由35%)."""

    start: int
    end: int
    figure: Figure


def find_bases(folded: str, figures: Sequence[Figure], start: int) -> list[Base]:
    """The figures of a sentence (which begins at `start`) that only say where the next one starts from, in order."""
    out: list[Base] = []
    for figure, goal in pairwise(figures):
        if not _TO.fullmatch(folded, figure.end, goal.start):
            continue
        said = _FROM.search(folded, max(start, figure.scope[0] - 12), figure.scope[0])
        if said:
            out.append(Base(said.start(), max(figure.end, min(figure.scope[1], goal.scope[0])), figure))
    out += _listed(folded, figures, start)
    for figure, goal in pairwise(figures):
        before = _THAN.search(folded, max(start, figure.scope[0] - 12), figure.scope[0])
        if before and _CHANGES.match(folded, figure.end, goal.start):
            out.append(Base(before.end(), figure.end, figure))
    return sorted(out, key=lambda base: base.start)


def _listed(folded: str, figures: Sequence[Figure], start: int) -> list[Base]:
    """The bases of a list of goals: 比2010年的|12万吨、11万吨|分别减少15%、16%."""
    out: list[Base] = []
    held: list[Base] = []
    for figure, following in pairwise(figures):
        if held and JOINT.fullmatch(folded, held[-1].end, figure.start):
            held.append(Base(held[-1].end, figure.end, figure))
        else:
            than = _THAN.search(folded, max(start, figure.scope[0] - 12), figure.scope[0])
            held = [Base(than.end(), figure.end, figure)] if than else []
        if len(held) > 1 and _EACH_CHANGES.fullmatch(folded, figure.end, following.scope[0]):
            out += held
    return out
