"""Every figure of a text with its unit and the words that compare it (spaCy component `zhengce_figures`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from extract.annotate.numerals import ARABIC, CHINESE, SCALE, number_value, scale_value
from extract.annotate.pipeline import set_spans, text_of
from extract.annotate.values import Figure
from extract.clean.fold import fold
from extract.lexicon import alternation, load
from schemas.vocabulary import QuantityKind

_KINDS: dict[str, QuantityKind] = {
    "money": "money", "share": "share", "duration": "duration", "length": "length", "area": "area", "count": "count",
}  # fmt: skip


@cache
def unit_kinds() -> dict[str, QuantityKind]:
    """Unit → kind of quantity, from the lexicon."""
    return {unit: _KINDS.get(kind, "other") for kind, units in load("units").items() for unit in units}


_UNIT = alternation(list(unit_kinds()))
_VAGUE = "[余多来]"
_ARABIC_FIGURE = re.compile(
    rf"(?P<a>{ARABIC}) ?(?P<v>{_VAGUE})?(?P<s>{SCALE})?(?P<w>{_VAGUE})?"
    rf"(?:(?P<u>{_UNIT})?(?:\((?:不?含)\))?(?:-{{1,2}}|至|到)(?P<b>{ARABIC}) ?(?P<t>{SCALE})?)?(?P<unit> ?(?:{_UNIT}))?"
)
"""500万元（含）至5000万元 · 3215公里 · 12万人次 · 200余万元 · 1-2个 · 5%-10% · 10--50万元 · 500万元至1000万元 · 5万."""
_CHINESE_FIGURE = re.compile(
    rf"(?P<a>{CHINESE})(?P<v>[余多])?(?P<s>[百千万亿]{{1,2}})?(?:(?:至|到|-)(?P<b>{CHINESE}))?"
    r"(?P<unit>元|万元|亿元|美元|个百分点|个月|个工作日|个季度|年(?!度)|天|日|小时|周|名|人次|人|个|家|项|户|场|件|处|条|座|所|亩|公里|平方米|倍|辆|台|套|批次)"
)
"""五十万元 · 百名 · 两个 · 三年 · 二百余万元 · 三至五年."""
_FRACTION = re.compile(rf"百分之(?P<p>{CHINESE}|{ARABIC})|(?P<d>[二三四五六七八九十])分之(?P<n>[一二三四五六七八九])|(?P<h>一半|过半)")
"""百分之三十 → 30 % · 三分之一 → 33.3 % · 一半 → 50 %."""
_DOUBLING = re.compile(r"翻(?P<n>[一两三])?番")
"""翻一番, 翻番 → an increase of 100 %, 翻两番 → 300 %."""
_IDIOM = re.compile(r"一公里|一[个家项名户场件处条座所套台批]|千家万户|[一二三四五六七八九十]日|一人一|一户一|一天一|一年一")
"""Counting words that are no figure: 一个体系, 一家企业 (unless compared), 千家万户, 三日 of a date."""
_NOT_AFTER = frozenset("第几数同每唯任统〇余多.上")
"""第一年, 几百家, 每一家: no figure; and what goes on after digits belongs to them."""
_ROUND = re.compile(r"(?<=[超过破达到])(?P<n>[一二三四五六七八九十百千]*[万亿])(?=[^元人家个名级亩吨强户件辆台项平公次条])")
"""年网销额超千万农村电商 → more than 10,000,000 元; 总量超过五千亿规模."""
_PROGRAMME = re.compile(r"计划|工程|行动|大军|强|佳|大")
"""千人计划, 百家强企: a name, no figure."""
_HALF = re.compile(r"半(?P<unit>年|天|个月)(?!度|报|期)")
"""培训时间在半天的 → 0.5 天."""
_YEAR = re.compile(r"(?:19|20)\d\d")

_SUFFIX_INCLUSIVE = alternation(load("comparators")["inclusive"])


def _any_of(op_words: dict[str, list[str]]) -> dict[str, str]:
    return {word: op for op, words in op_words.items() for word in words}


_PREFIXES = _any_of(load("comparators")["prefix"])
_SUFFIXES = _any_of(load("comparators")["suffix"])
_CEILING = load("comparators")["ceiling"]
_PREFIX = re.compile(
    rf"(?P<word>(?P<top>{alternation(_CEILING['heads'])})(?:{alternation(_CEILING['between'])})*|{alternation(list(_PREFIXES))})"
    r"(?:了|人民币)?$(?<![签节预契公合条相]约)(?<![最附将靠]近)(?<!发达)(?<!圆满)"
)
_SUFFIX = re.compile(rf"(?:\((?:含|不含)[^()]{{0,8}}\))?(?P<word>{alternation(list(_SUFFIXES))})(?!部|外|陆|容|贸|资|地|涵|需|控)|(?P<inc>{_SUFFIX_INCLUSIVE})")
_LIST_STEP = re.compile(r"[、和及/]")


def _comparison(folded: str, start: int, end: int, vague: bool) -> tuple[str | None, tuple[int, int]]:
    """The comparator that the words about start:end give, and the range that takes them in."""
    op, first, last = ("~" if vague else None), start, end
    before = _PREFIX.search(folded, max(0, start - 16), start)
    if before:
        first = before.start("word")
        op = op or ("<=" if before["top"] else _PREFIXES[before["word"]])
    after = _SUFFIX.match(folded, end)
    if after:
        last = after.end()
        if after["word"]:
            said = _SUFFIXES[after["word"]]
            op = said if op in (None, ">=", ">") or said == "~" else op
        else:
            op = {">": ">=", "<": "<="}.get(op or "", op)
    while folded.startswith("(含", last) and op in (">", "<", ">=", "<="):
        close = folded.find(")", last, last + 12)
        if close < 0:
            break
        op, last = {">": ">=", "<": "<="}.get(op, op), close + 1
    return op, (first, last)


def _arabic(folded: str) -> Iterator[tuple[int, int, float, float | None, str | None, bool]]:
    for m in _ARABIC_FIGURE.finditer(folded):
        start, end, unit = m.start(), m.end(), (m["unit"] or "").strip() or None
        before, after = folded[start - 1 : start], folded[end : end + 1]
        if before and (before.isascii() and before.isalpha() or before in "._第〕"):
            continue
        if before == "月" and unit in ("日", "天", None):
            continue
        if unit is None and after and after.isascii() and after.isalpha():
            continue
        if unit in ("年", "个年度") and (_YEAR.fullmatch(m["a"]) or re.fullmatch(r"0\d\d\d", m["a"].split(".")[-1]) or _YEAR.fullmatch(m["b"] or "")):
            continue
        scale, scale_high = m["s"] or "", m["t"] or ""
        if m["b"] and not scale and not m["u"]:
            scale = scale_high
        low = number_value(m["a"]) * scale_value(scale)
        high = number_value(m["b"]) * scale_value(scale_high) if m["b"] else None
        if high is not None and (high <= low or not unit):
            high, end, unit = None, m.end("w") if m["w"] else m.end("s") if m["s"] else m.end("a"), m["u"]
            end = m.end("u") if m["u"] else end
        yield start, end, round(low, 6), high, unit, bool(m["v"] or m["w"])


def _chinese(folded: str) -> Iterator[tuple[int, int, float, float | None, str | None, bool]]:
    for m in _CHINESE_FIGURE.finditer(folded):
        start, end, number, unit = m.start(), m.end(), m["a"], m["unit"]
        if start and (folded[start - 1] in _NOT_AFTER or folded[start - 1].isdigit()) or number in "零〇":
            continue
        if unit in ("元", "万元", "亿元") and not set(number) - set("百千万亿") and folded[start - 1 : start] in ("(", ":", ""):
            continue
        if unit == "年" and folded.startswith(("行动", "规划", "计划", "攻坚", "提升"), end):
            continue
        if unit == "年" and len(number) >= 2 and not set(number) & set("十百千万亿"):
            continue
        compared = _PREFIX.search(folded, max(0, start - 8), start) or _SUFFIX.match(folded, end)
        if _IDIOM.match(folded, start) and not compared or not set(number) - set("百千万亿") and _PROGRAMME.match(folded, end):
            continue
        scale = 1
        if unit in ("万元", "亿元"):
            scale, unit = scale_value(unit[0]), "元"
        low = number_value(number) * scale_value(m["s"] or "") * scale
        high = number_value(m["b"]) * scale if m["b"] else None
        yield start, end, low, high, unit, bool(m["v"])
    for m in _FRACTION.finditer(folded):
        if m["p"]:
            value = number_value(m["p"])
        else:
            value = 50.0 if m["h"] else round(100 * number_value(m["n"]) / number_value(m["d"]), 4)
        yield m.start(), m.end(), value, None, "%", False
    for m in _HALF.finditer(folded):
        yield m.start(), m.end(), 0.5, None, m["unit"], False
    for m in _ROUND.finditer(folded):
        yield m.start(), m.end(), number_value(m["n"]), None, "元", False
    for m in _DOUBLING.finditer(folded):
        yield m.start(), m.end(), 100.0 * (2 ** number_value(m["n"] or "一") - 1), None, "%", False


def _share_unit(raw: list[tuple], folded: str) -> list[tuple]:
    """Numbers without a unit in a list take scale and unit of the next: 10、20、30万元 → three sums."""
    out: list[tuple] = []
    scale = 1
    for item in reversed(raw):
        start, end, low, high, unit, vague = item
        shared = None
        if unit is None and out and high is None and folded[start:end].isdigit():
            step = _LIST_STEP.match(folded, end)
            if step and step.end() == out[-1][0]:
                shared = (start, end, low * scale, None, out[-1][4], vague)
        if shared is None:
            found = re.search(SCALE, folded[start:end])
            scale = scale_value(found[0]) if found else 1
        out.append(shared or item)
    return out[::-1]


def find_figures(text: str) -> list[Figure]:
    """All figures of the text in order, apart from dates, labels, numbers of documents and names (5G, IPv6)."""
    folded = fold(text)
    kinds = unit_kinds()
    raw = sorted([*_arabic(folded), *_chinese(folded)], key=lambda item: (item[0], -item[1]))
    figures: list[Figure] = []
    done = 0
    for start, end, low, high, unit, vague in _share_unit(raw, folded):
        scaled = bool(re.search("[百千万亿]", folded[start:end]))
        if start < done or (unit is None and not scaled):
            continue
        if unit is None and (folded[start - 1 : start] in ("(", "-", "+") or folded[end : end + 1] in "众企家户"):
            continue
        op, scope = _comparison(folded, start, end, vague)
        kind: QuantityKind = kinds[unit] if unit else "other"
        unit = "百分点" if unit == "个百分点" else unit
        figures.append(Figure(start, end, kind, low, high, unit, op, scope, text[start:end]))
        done = end
    return figures


@Language.component("zhengce_figures")
def annotate_figures(doc: Doc) -> Doc:
    """Fills `doc.spans["figures"]`."""
    return set_spans(doc, "figures", find_figures(text_of(doc)))
