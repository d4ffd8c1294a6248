"""Every figure of a text with its unit and the words that compare it (spaCy component `zhengce_figures`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from extract.annotate.comparisons import comparison, is_compared
from extract.annotate.numerals import ARABIC, CHINESE, SCALE, number_value, scale_value
from extract.annotate.pipeline import set_spans, text_of
from extract.annotate.values import Figure
from extract.clean.fold import fold
from extract.lexicon import alternation, load
from schemas.vocabulary import QuantityKind

Raw = tuple[int, int, float, float | None, str | None, bool]
"""(start, end, value, high, unit, vague) of a figure before it is compared."""

_KINDS: dict[str, QuantityKind] = {
    "money": "money", "share": "share", "duration": "duration", "length": "length", "area": "area", "count": "count",
    "many": "count",
}  # fmt: skip


@cache
def unit_kinds() -> dict[str, QuantityKind]:
    """Unit → kind of quantity, from the lexicon."""
    return {unit: _KINDS.get(kind, "other") for kind, units in load("units").items() for unit in units}


_MANY = load("units")["many"]
_UNIT = (
    rf"(?:(?:{alternation([unit for unit in unit_kinds() if unit not in _MANY])})(?!(?<=[A-Za-z])[A-Za-z]|(?<=部)门)"
    r"(?:(?<![元币%‰年月日天时])/(?:年|月|日|天|小时|[百千万]人口?|[万亿]元|平方公里|公顷|亩)(?![/·•]))?"
    rf"|(?<=[\d万亿]{{2}})(?:{alternation(_MANY)})(?![别型似公岸径镜科]|(?<=核)[心酸查实准定发验电销减算对]|(?<=G)[^,;。、)以]))"
)
"""家 · 5000P (not 3PPP, 4部|门) · 5万台/年, 500吨/日 (not 15元/月) · 300类 · 20万核 (not 核心) · 100G."""
_VAGUE = "[余多来]"
_ARABIC_FIGURE = re.compile(
    rf"(?P<a>{ARABIC}) ?(?:\(含\)(?=[百千万亿]?(?:{_UNIT})))?(?P<v>{_VAGUE})?"
    rf"(?P<s>(?!千[瓦伏克米卡安]){SCALE})?(?P<w>{_VAGUE})?"
    rf"(?:(?P<u>{_UNIT})?(?:/[\u4e00-\u9fff]{{1,4}})?(?:\((?:不?含)[^()]{{0,10}}\))?(?:及?以上(?=[-至](?!20\d\d年)))?"
    rf"(?:-{{1,2}}|~|(?:至|到) ?)(?P<b>{ARABIC}) ?(?P<t>{SCALE})?)?"
    rf"(?:\(不?含\)(?={_UNIT}))?(?P<unit> ?(?:{_UNIT})(?:\([户间人座个台部处所名]\))?)?"
)
"""500万元（含）至5000万元 · 1000万元及以上至5000万元 · 3215公里 · 12万人次 · 200余万元 · 1-2个 · 5%-10% · 10--50万元
· 500万元至1000万元 · 10 万元（含）至 30 万元 · 200万-500万（不含）美元 · 1万-2万（含）平方米
· 95000套（户） · 0.05元/千瓦时—0.3元/千瓦时 · 5万 (not 8.8千 of 8.8千瓦)."""
_CHINESE_FIGURE = re.compile(
    rf"(?P<a>{CHINESE})(?P<v>[余多])?(?P<s>[百千万亿]{{1,2}})?(?:(?:至|到|-)(?P<b>{CHINESE}))?"
    r"(?P<unit>元|万元|亿元|美元|个百分点|个月|个工作日|个季度|年(?!度)|天|日|小时|周|名|人次|人|个|家|项|户|场|件|处|条|座|所|亩|"
    r"公里|平方米|倍|辆|台|套|批次|(?<=[百千万亿])(?:次(?!数)|款|架次?|艘|枚|笔))"
)
"""五十万元 · 百名 · 两个 · 三年 · 二百余万元 · 三至五年 · 千万次 (not 一次) · 千款 · 万架."""
_FRACTION = re.compile(
    rf"百分之(?P<p>{CHINESE}|{ARABIC})|(?P<d>[二三四五六七八九十])分之(?P<n>[一二三四五六七八九])|(?P<h>一半|过半)"
    r"|(?<![\d./])(?<=[的至到约占过为于费额准资价])(?P<sn>[1-9])/(?P<sd>[2-9]|10)(?![\d/月日])"
    r"|(?<![完建])(?P<t>[一二两三四五六七八九])成(?=以|左右|的|[,;。、)]|$)"
)
"""百分之三十 → 30 % · 三分之一 → 33.3 % · 一半 → 50 % · 三成以上 → 30 % · 实际缴费的2/3 → 66.7 %."""
_FRACTION_MARK = re.compile("分之|半|成(?=[以左的,;。、)]|$)|/(?=[2-9]|10)")
"""What stands one character into a fraction: 百|分之|三十, 一|半, 三|成|以上."""
_DOUBLING = re.compile(r"翻(?P<n>[一两三])?番")
"""翻一番, 翻番 → an increase of 100 %, 翻两番 → 300 %."""
_MATCHING = re.compile(
    r"1:(?<![\d:]1:)(?P<m>\d+(?:\.\d+)?)(?![\d:])(?=(?:、1:\d+(?:\.\d+)?)*的?(?:比例|标准|额度)?(?:分别|给予|予以|进行|落实|安排|足额)*(?:(?<=予)最高\d|(?:(?<=予)[^,;。\d、]{1,10}?)?(?:资金|财政)?(?:配套|匹配|配比|补[助贴]|奖[励补]|资助)))"
)
"""按1:0.5|比例配套 → 50 % of what is matched; 按企业投入1:1|比例分别给予最高1000万元."""
_IDIOM = re.compile(
    r"一公里|一[个家项名户场件处条座所套台批]|千家万户|(?<=千家)万户|[一二三四五六七八九十]日|一人一|一户一|一天一|一年一"
)
"""Counting words that are no figure: 一个体系, 一家企业 (unless compared), 千家万户, 三日 of a date."""
_AT_LEAST = re.compile(
    r"至少(?:要|应|再)?(?:建设|建立|建成|设立|开展|举办|培育|打造|配备|创建|组织|有|建有|拥有|设有)$"
)
"""每个行政村|至少建设|一个服务站."""
_AT_LEAST_REACH = len("至少应建设")
"""No form of it is longer."""
_PER_SO_MANY = re.compile(
    r"[百千万]+(?:人口|[人户][^,;。\d名]{2,14}(?:数|率|量)(?=$|[,;。、\d达为提增下控不超突至到在]))"
)
"""|万人|治安警情数, |千人口|床位数, |万人|发明专利拥有量达到20件: what a rate is of."""
_NOT_AFTER = frozenset("第几数同每唯任统〇余多.上")
"""第一年, 几百家, 每一家: no figure; and what goes on after digits belongs to them."""
_ROUND = re.compile(
    r"(?<=[超过破达到])(?P<n>[一二三四五六七八九十百千]*[万亿])(?=[^元人家个名级亩吨强户件辆台项平公次条]|$)"
)
"""年网销额超|千万|农村电商 · 工业产值突破|千亿|，… (not 突破千亿元)."""
_MONEY_BEFORE = re.compile(
    r"(?:额|收入|产值|营收|规模|总量|投资|投入|资产|利润|税收|票房|销售|交易|贡献|出口|进口)[^,;。]{0,6}$"
)
"""年网销额超千万农村电商 → more than 10,000,000 元; 总量超过五千亿规模; without such a word (超过百万) no unit."""
_HUNDREDS = re.compile(r"上(?P<n>[百千万])(?P<unit>家|个|名|人|户|项|件)")
"""上百家企业 → about 100 家."""
_PROGRAMME = re.compile(r"计划|工程|行动|大军|强|佳|大")
"""千人计划, 百家强企: a name, no figure."""
_NO_UNIT = ("众", "企", "家", "户")
"""亿众, 百企, 千家, 万户: no number goes before these without a measure word."""
_HALF = re.compile(r"半(?P<unit>年|天|个月)(?!度|报|期)")
"""培训时间在半天的 → 0.5 天."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_PART_OF_YEAR = re.compile(r"(?:.*\.)?0\d\d\d|\d{1,2}\.(?:19|20)\d\d")
"""0402|年 of a damaged source; 1.2022|年底: a list number and a year."""
_SCALE = re.compile(SCALE)
_LIST_STEP = re.compile(r"(?:、|和|及|与|或|/)(?=\d)")
"""给予10|、|20|和|30万元 · 1亿|或|5亿元."""


def _arabic(folded: str) -> Iterator[Raw]:
    for m in _ARABIC_FIGURE.finditer(folded):
        start, end, unit = m.start(), m.end(), (m["unit"] or "").partition("(")[0].strip() or None
        if _is_label(folded, m, unit):
            continue
        scale, scale_high = m["s"] or "", m["t"] or ""
        if m["b"] and not scale and not m["u"] and number_value(m["a"]) < number_value(m["b"]):
            scale = scale_high  # 5-10万 (not 5000-1万)
        low = _times(number_value(m["a"]), scale_value(scale))
        high = _times(number_value(m["b"]), scale_value(scale_high)) if m["b"] else None
        if high is not None and high < low and m["u"] and (unit or "").endswith("元"):
            low, high = high, low  # 1亿元-5000万元
        if high is not None and (high <= low or not unit):
            high, unit = None, m["u"]
            end = next(m.end(name) for name in ("u", "w", "s", "a") if m[name])
        yield start, end, round(low, 6), high, unit, bool(m["v"] or m["w"])


def _times(number: float, scale: float) -> float:
    """169.36 × 100000000 = 16936000000, as decimals have it."""
    return float(Decimal(repr(number)) * Decimal(repr(scale))) if scale != 1 else number


_OF_MONEY = re.compile(r"\d[\d.]*(?:、\d[\d.]*)+万?元")
"""每人每月|500、400、300元: no days."""


_WORD = re.compile(r"[A-Za-z]{2}")
_PIECES = frozenset("个家名户人场项款")
"""培育OPC|100家|, 上线APP|50款| (not 5G基站, PM2.5浓度, H20)."""


def _is_label(folded: str, m: re.Match[str], unit: str | None) -> bool:
    """Whether the digits are part of a name, an ordinal, a date: A10, 第3, 9月30日, 5G, 2025年."""
    before, after = folded[m.start() - 1 : m.start()], folded[m.end() : m.end() + 1]
    named = (
        before.isascii()
        and before.isalpha()
        and not (unit in _PIECES and _WORD.fullmatch(folded, m.start() - 2, m.start()))
    )
    if named or (before and before in "._第〕"):
        return True
    if before == "月" and unit in ("日", "天", None):
        return _OF_MONEY.match(folded, m.start()) is None
    if unit is None and after.isascii() and after.isalpha():
        return True
    if unit not in ("年", "个年度"):
        return False
    return bool(_YEAR.fullmatch(m["a"]) or _PART_OF_YEAR.fullmatch(m["a"]) or _YEAR.fullmatch(m["b"] or ""))


def _chinese(folded: str) -> Iterator[Raw]:
    for m in _CHINESE_FIGURE.finditer(folded):
        if _is_wording(folded, m):
            continue
        scale, unit = (scale_value(m["unit"][0]), "元") if m["unit"] in ("万元", "亿元") else (1, m["unit"])
        low = number_value(m["a"]) * scale_value(m["s"] or "") * scale
        high = number_value(m["b"]) * scale if m["b"] else None
        if high is not None and high <= low:
            high = None  # 五十至五十元
        yield m.start(), m.end(), low, high, unit, bool(m["v"])


_RATIO_OF = re.compile(
    r"(?:GDP|国内生产总值|地区生产总值|生产总值|工业增加值|农业增加值|产值|税收|收入)[^,;。]{0,12}(?:耗|排放|死亡|强度|率|量)"
)
"""万元|国内生产总值能耗: the name of a ratio."""


_SLOGAN = re.compile(r"[“\"]?[百千万亿][\u4e00-\u9fff][百千万亿][\u4e00-\u9fff][”\"]")
"""实施|“千人百家”|工程: no hundred of anything."""


_AFTER_MONEY = re.compile(r"[,;。:()、/+-]|\s|[以的每补奖给标人一两及和至]|$")
"""五元|的补助 (not 二元|杂交母猪, 三元|锂电池)."""


def _is_wording(folded: str, m: re.Match[str]) -> bool:
    """Whether the numeral is no figure: 第一年, 万元 of 单位:万元, 三年行动, 二〇二五年, 一个体系, 千人计划."""
    start, end, number, unit = m.start(), m.end(), m["a"], m["unit"]
    only_scale = not set(number) - set("百千万亿")
    before = folded[start - 1 : start]
    if (before and (before in _NOT_AFTER or before.isdigit())) or number in "零〇":
        return True
    if unit == "元" and number in "一二三四五六七八九" and not _AFTER_MONEY.match(folded, end):
        return True
    if unit in ("元", "万元", "亿元") and only_scale and before in ("(", ":", ""):
        return True
    if only_scale and (_RATIO_OF.match(folded, end) or _SLOGAN.match(folded, max(0, start - 3))):
        return True
    if unit == "年" and folded.startswith(("行动", "规划", "计划", "攻坚", "提升"), end):
        return True
    if unit == "年" and len(number) >= 2 and not set(number) & set("十百千万亿"):
        return True
    if _PER_SO_MANY.match(folded, start):
        return True
    if (
        _IDIOM.match(folded, start)
        and not is_compared(folded, start, end)
        and not _AT_LEAST.search(folded, max(0, start - _AT_LEAST_REACH), start)
    ):
        return True
    return only_scale and bool(_PROGRAMME.match(folded, end))


def _worded(folded: str) -> Iterator[Raw]:
    """Figures in words of their own: shares, halves, round sums, doublings."""
    marks = (mark.start() for mark in _FRACTION_MARK.finditer(folded) if mark.start())
    for m in filter(None, (_FRACTION.match(folded, at - 1) for at in marks)):
        yield m.start(), m.end(), _share(m), None, "%", False
    for m in _MATCHING.finditer(folded):
        yield m.start(), m.end(), round(100 * float(m["m"]), 4), None, "%", False
    for m in _HALF.finditer(folded):
        yield m.start(), m.end(), 0.5, None, m["unit"], False
    for m in _ROUND.finditer(folded):
        unit = "元" if _MONEY_BEFORE.search(folded, max(0, m.start() - 16), m.start()) else None
        yield m.start(), m.end(), number_value(m["n"]), None, unit, False
    for m in _HUNDREDS.finditer(folded):
        yield m.start("n"), m.end(), number_value(m["n"]), None, m["unit"], True
    for m in _DOUBLING.finditer(folded):
        yield m.start(), m.end(), 100.0 * (2 ** number_value(m["n"] or "一") - 1), None, "%", False


def _share(match: re.Match[str]) -> float:
    if match["p"]:
        return number_value(match["p"])
    if match["t"]:
        return 10 * number_value(match["t"])
    if match["sn"]:
        return round(100 * float(match["sn"]) / float(match["sd"]), 4)
    return 50.0 if match["h"] else round(100 * number_value(match["n"]) / number_value(match["d"]), 4)


def _share_unit(raw: list[Raw], folded: str) -> list[Raw]:
    """Numbers without a unit in a list take that of the next, and its scale where they have none.

    10、20、30万元 → 100000, 200000, 300000 元; 5万、2万、0.5万元 → 50000, 20000, 5000 元; 1亿、5亿和10亿元.
    """
    out: list[Raw] = []
    scale = 1
    for item in reversed(raw):
        start, end, low, high, unit, vague = item
        words = folded[start:end]
        own = _SCALE.search(words.replace("百分点", ""))
        shared = None
        if unit is None and out and high is None and (words.replace("'", "").isdigit() or own):
            step = _LIST_STEP.match(folded, end)
            if step and step.end() == out[-1][0]:
                shared = (start, end, low if own else low * scale, None, out[-1][4], vague)
        if own or shared is None:
            scale = scale_value(own[0]) if own else 1
        out.append(shared or item)
    return out[::-1]


def find_figures(text: str) -> list[Figure]:
    """All figures of the text in order, apart from dates, labels, numbers of documents and names (5G, IPv6)."""
    folded = fold(text)
    kinds = unit_kinds()
    raw = sorted([*_arabic(folded), *_chinese(folded), *_worded(folded)], key=lambda item: (item[0], -item[1]))
    figures: list[Figure] = []
    done = 0
    for start, end, low, high, unit, vague in _share_unit(raw, folded):
        if start < done or (unit is None and not _SCALE.search(folded, start, end)):
            continue
        if unit is None and folded.startswith("级", end):
            continue  # 10亿级企业
        if unit is None and (folded[start - 1 : start] in ("(", "-", "+") or folded.startswith(_NO_UNIT, end)):
            continue
        op, scope = comparison(folded, start, end, vague)
        kind: QuantityKind = kinds.get(unit) or kinds[unit.partition("/")[0]] if unit else "other"
        unit = {"个百分点": "百分点", "元人民币": "元"}.get(unit or "", unit)
        figures.append(Figure(start, end, kind, low, high, unit, op, scope, text[start:end]))
        done = end
    return figures


@Language.component("zhengce_figures")
def annotate_figures(doc: Doc) -> Doc:
    """Fills `doc.spans["figures"]`."""
    return set_spans(doc, "figures", find_figures(text_of(doc)))
