"""Figures without a unit of measure: indices, ratios, ranks. 指数达到90 · 提高到2.8∶1 · 进入全国前十."""

from __future__ import annotations

import re

from extract.annotate.numerals import number_value
from extract.annotate.values import Figure
from extract.lexicon import alternation, load

_WORDS = load("targets")
_COMPARES = {
    "超过": ">", "超": ">", "高于": ">", "低于": "<", "不高于": "<=", "不超过": "<=", "控制在": "<=",
    "降至": "<=", "降到": "<=", "降低到": "<=", "下降到": "<=", "保持": "=", "保持在": "=", "稳定在": "=", "为": "=",
}  # fmt: skip
_SUFFIXES = {"以上": ">=", "以内": "<=", "以下": "<=", "左右": "~"}
_COMPARED = {
    "不少于": ">=",
    "不低于": ">=",
    "至少": ">=",
    "达到": ">=",
    "达": ">=",
    "超过": ">",
    "以上": ">=",
    "左右": "~",
}
_LEVEL = f"(?:{alternation([*_WORDS['levels'], '低于', '高于', '不高于', '不超过', '为'])})"
_INDEX = re.compile(
    rf"(?:{alternation(_WORDS['indices'])})(?:\([^()]{{1,12}}\))?(?:全面|均|都|力争|要)?"
    rf"(?P<word>{_LEVEL})(?P<n>\d+(?:\.\d+)?)(?P<to>[:∶]1)?(?P<more>以上|以内|以下|左右)?(?=[,;。、)”\n]|$)"
)
"""营商环境指数|达到|90 · PUE值|低于|1.25 · 产值之比|提高到|2.8|∶1."""
_RATE = re.compile(rf"(?P<word>{_LEVEL})(?P<n>\d+(?:\.\d+)?)(?P<unit>/10万)(?P<more>以上|以内|以下|左右)?")
"""孕产妇死亡率|下降到|12|/10万|以下."""
_RANK = re.compile(
    rf"(?:{alternation(_WORDS['ranks'])})(?P<of>[^,;。\d]{{0,16}}?)(?P<word>前)"
    r"(?P<n>\d{1,3}|[一二三四五六七八九十]{1,3})(?P<unit>名|位|强)?(?=[,;。、)”\n]|以内|行列|$)"
)
"""进入|全国城市旅游竞争力|前|10|名 · 稳居|全省|前|三."""

_COURSES = re.compile(
    r"(?:(?:举办|开展|开设|开办|组织|培训|研修|轮训)[^,;。:\d]{0,12}?)(?P<word>不少于|不低于|至少|达到?|超过)?"
    r"(?P<n>\d{1,3})(?P<unit>期)(?P<more>以上|左右)?(?=[,;。、)\n]|$|[\u4e00-\u9fff]{0,8}(?:培训|讲座|班|论坛|沙龙|研修))"
)
"""每年培训|不少于|2期, 举办|4期|高级研修班 (not 建设2期工程)."""


def find_indices(folded: str) -> list[Figure]:
    """The figures without a unit that stand as something to be reached, in order."""
    out = []
    for match in _INDEX.finditer(folded):
        out.append(_figure(folded, match, None, _compared(match)))
    for match in _RATE.finditer(folded) if "/10万" in folded else ():
        out.append(_figure(folded, match, match["unit"], _compared(match)))
    for match in _RANK.finditer(folded):
        out.append(_figure(folded, match, match["unit"], "<="))
    for match in _COURSES.finditer(folded):
        out.append(_figure(folded, match, match["unit"], _COMPARED.get(match["word"] or match["more"] or "")))
    return sorted(out, key=lambda figure: figure.start)


def _compared(match: re.Match[str]) -> str:
    more = match["more"]
    return _SUFFIXES[more] if more else _COMPARES.get(match["word"], ">=")


def _figure(folded: str, match: re.Match[str], unit: str | None, op: str | None) -> Figure:
    start, end = match.start("n"), match.end("unit") if unit else match.end("n")
    first = match.start("word") if match["word"] else start
    scope = (first, match.end())
    return Figure(
        start,
        end,
        "count" if unit == "期" else "other",
        number_value(match["n"]),
        None,
        unit,
        op,
        scope,
        folded[start:end],
    )
