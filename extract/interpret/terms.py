"""The terms of a promise: per what, limited how, out of what base, by which instrument, how often, by whom paid."""

from __future__ import annotations

import re

from extract.annotate.reading import Reading
from extract.annotate.values import Figure
from extract.interpret.grants import ANY_INSTRUMENT, INSTRUMENT, Grant
from schemas.vocabulary import Frequency

_MEASURE_WORD = re.compile(r"^一?(?:个|家|户|名|所|座|位|件|项|间|张|场|套|台|条|只|头|辆|支)(?=[\u4e00-\u9fff])(?!庭|项目|(?<=项)目)")
_EACH = re.compile(
    r"每(?P<n>[^\d,;。每最、]{1,14}?)(?=每|最高|不超过|给予|予以|奖励|奖补|补助|补贴|资助|一次性|按|可|再|的|标准|$|\d|\(|累计|年度|年补|年最|租金|总)"
)
_SLASH = re.compile(r"^((?:[/·•][\u4e00-\u9fff]{1,4}?(?=[/·•补奖的标,，。给资贴支、）)]|$))+)")
_EVERY_AFTER = re.compile(r"^每(人|年|月|天|日|平方米|亩|吨|公里)")
_COUNTED = frozenset("个 家 户 所 座 企业 单位 机构 项目申报单位 主体".split())
_TIME = frozenset("年 月 天 日 季度 年度".split())


def _each_words(text: str) -> list[str]:
    out = []
    for match in _EACH.finditer(text):
        word = re.sub(r"(?:分别|各|均|的)+$", "", _MEASURE_WORD.sub("", match["n"]))
        word = re.sub(r"^(?:成功)?(?:推荐|引进|新增|增加|培训|招引|安置|吸纳|招用)(?:一|1)?(?:个|名|家|人)?", "", word) or word
        if word:
            out.append(word)
    return out


def per_of(reading: Reading, grant: Grant, figure: Figure, beneficiary: str | None) -> str | None:
    """What the amount is multiplied with: 单, 人/天, 平方米/月; None where 每 only counts the beneficiaries."""
    folded = reading.folded
    slash = _SLASH.match(folded[figure.end : figure.end + 14])
    if slash:
        said = re.sub(r"[·•]", "/", slash[1].strip("/·•"))
        each = re.search(r"每(人|名|户|家|亩|平方米)(?:每月|每年)?[^,;。\d]{0,4}$", folded[grant.start : figure.scope[0]])
        return f"{each[1]}/{said}" if each and each[1] not in said and said in _TIME else said
    if grant.steps:
        step = grant.steps[0]
        if step.start < figure.start:
            return step.text
    begin = max(grant.start, grant.verb - 26, folded.rfind(",", grant.start, grant.verb) + 1 if grant.verb > 0 else 0)
    words = _each_words(folded[begin : figure.scope[0]])
    after = _EVERY_AFTER.match(folded[figure.end :  figure.end + 6])
    if after:
        words.append(after[1])
    found = re.search(r"每(?:成功)?\S{0,6}?1(?P<u>个|名|家|项|件)(?P<n>[^\d,;。]{0,24}?)(?:在|的|并|,|且|给予|奖励|$)", folded[grant.start : figure.start])
    if found:
        words = [found["n"] or found["u"]]
    words = [w for w in words if not _counts_beneficiary(w, beneficiary)]
    if not [w for w in words if w not in ("年", "年度")]:
        return None
    ordered = sorted(dict.fromkeys(w.replace("年度", "年") for w in words), key=lambda w: w in _TIME)
    return "/".join(ordered)


def _counts_beneficiary(word: str, beneficiary: str | None) -> bool:
    if word in _COUNTED or word.endswith(("区县", "县区")):
        return True
    if word in _TIME or word in ("人", "名", "单", "件", "亩", "吨", "平方米"):
        return False
    return bool(beneficiary) and (word in beneficiary or beneficiary in word or word[-2:] == beneficiary[-2:])


def cap_per_of(reading: Reading, cap: Figure) -> str | None:
    """What a ceiling holds for: 每户每年不超过1000元 → 户/年; 单个企业最高 → 企业; None for the whole."""
    folded = reading.folded
    begin = max(folded.rfind(mark, 0, cap.start) + 1 for mark in ",;。\n(")
    text = folded[begin : cap.scope[0]]
    words: list[str] = []
    match = re.search(
        r"(?:单个|单一|单户|单家|每一?个?|每家|每户|同一|各|单项|单笔)(?P<n>[^\d,;。每]{0,12}?)(?=每|年|累计|最高|不超过|补|奖|贴|资|租|的|支持|扶持|全年|年度|总|给予|予以|$)", text
    )
    if match:
        head = match[0][: match[0].find(match["n"])] if match["n"] else match[0]
        name = _MEASURE_WORD.sub("", match["n"]) or head[-1]
        words.append({"单": "项目", "个": "个"}.get(name, name))
        if head in ("单户", "每户") and not match["n"]:
            words = ["户"]
    if re.search(r"每年|年度|全年|年补|年最高|年累计|一年", text):
        words.append("年")
    words = [w for w in words if w not in ("个", "每")]
    return "/".join(dict.fromkeys(words)) or None


def is_ceiling(reading: Reading, grant: Grant, figure: Figure, group: list[Figure]) -> bool:
    """Whether the figure is a ceiling for itself: 5%以内, 最高5元; 以内 after the last of a list holds for all of it."""
    if any(f.ceiling for f in group):
        return True
    begin = max(reading.folded.rfind(mark, grant.start, group[0].start) + 1 for mark in ",;。") or grant.start
    return bool(re.search(r"(?:不超过|不高于|至多|最高(?!奖))[^,;。%\d]{0,30}$", reading.folded[max(begin, grant.start) : group[0].scope[0]]))


_BASE = re.compile(
    r"(?:按照|按|给予|参照|依照|对|以|为)(?:其|该|企业|单位)?(?:不超过|最高不超过|最高|不高于)?(?P<b>[^,;。\d]{2,40}?)(?:\([^()]*\))?的?(?:不超过|最高|不高于)?$"
)
_BASE_TAIL = re.compile(r"(?P<b>[^,;。的在\d]{0,24}(?:投入|费用|金额|总额|额|经费|支出|成本|租金|房租|保费|利息|价款|价格|收入|造价|标准|利率|投资|资金)(?:部分)?(?:\([^()]*\))?)的?$")
_BASE_AFTER = re.compile(r"^(?:以内)?的?(?:一次性)?(?P<b>[^,;。\d的]{2,12}?)(?:补贴|补助|奖励|减免|资助|贴息|奖补)")
_NO_BASE = re.compile(r"^(?:一次性|资金|财政|配套|分档|适当|相应|定额)*$")


def base_of(reading: Reading, grant: Grant, figure: Figure) -> str | None:
    """What a share is taken of: 设备投资额, 培训经费, 房租; None if the words do not say."""
    folded, text = reading.folded, reading.text
    begin = max(folded.rfind(mark, 0, figure.start) + 1 for mark in ",;。\n\t")
    before = text[max(begin, grant.start) : figure.scope[0]]
    match = _BASE.search(folded[max(begin, grant.start) : figure.scope[0]])
    if match:
        found = before[match.start("b") : len(before)]
        found = re.sub(r"的?(?:不超过|最高|不高于)?$", "", found)
        parts = re.split(r"(?:给予|按照|按)(?:其|该)?", found)
        found = re.sub(r"^(?:不超过|最高不超过|最高|其|该|企业实际发生的?)+", "", parts[-1])
        if len(found) >= 2 and not re.search(r"年$", found):
            return found.strip("的")
    tail = _BASE_TAIL.search(before)
    if tail:
        return tail["b"].removesuffix("部分") or None
    after = _BASE_AFTER.match(folded[figure.scope[1] : figure.scope[1] + 20])
    if after and not _NO_BASE.match(after["b"]):
        return after["b"]
    lead = re.findall(r"[^,;。在对]{0,30}(?:投入|费用|金额|额|经费|支出|成本|租金|保费|利息|价款)(?:部分)?(?=的?,)", folded[grant.start : figure.start])
    return re.sub(r"^(?:按照?|以|根据)", "", lead[-1]).removesuffix("部分") if lead else None


def instrument_of(reading: Reading, grant: Grant, group: list[Figure]) -> str | None:
    """The word used for the money: the one after the figures, else after the ceiling, else the verb before them."""
    folded = reading.folded
    for figures in (group, grant.caps[:1]):
        if not figures:
            continue
        last = figures[-1].scope[1]
        label = re.match(r"\([^()]*\)", folded[last : grant.end])
        last += label.end() if label else 0
        stop = min([m for m in (folded.find(mark, last) for mark in ",;。\n(") if m >= 0] or [grant.end])
        after = ANY_INSTRUMENT.search(folded, last, min(stop, grant.end))
        if after:
            return after[0]
    first = group[0].start
    begin = max(folded.rfind(mark, grant.start, first) + 1 for mark in ",;。") or grant.start
    found = list(INSTRUMENT.finditer(folded, max(begin, grant.start), first))
    if found:
        return found[-1][0]
    whole = INSTRUMENT.search(folded, first, grant.end) or INSTRUMENT.search(folded, grant.start, first)
    whole = whole or ANY_INSTRUMENT.search(folded, max(grant.verb, grant.start), grant.end)
    return whole[0] if whole else None


def frequency_of(reading: Reading, grant: Grant, per: str | None) -> Frequency | None:
    """once 一次性 · monthly 每月 · yearly 每年, of the promise itself (not of a ceiling or an application)."""
    folded = reading.folded
    figures = sorted([*grant.amounts, *grant.rates], key=lambda f: f.start)
    whole = folded[grant.start : grant.end]
    if "一次性" in whole or re.search(r"首次(?!突破)", whole):
        return "once"
    first = figures[0].start if figures else grant.end
    begin = max(folded.rfind(mark, grant.start, first) + 1 for mark in ",;。") or grant.start
    stop = min([m for m in (folded.find(mark, figures[-1].end) for mark in ",;。\n") if m >= 0] or [grant.end]) if figures else grant.end
    words = folded[max(begin, grant.start) : stop]
    if re.search(r"每月|按月|/月|每人每月", words) or (per and "月" in per.split("/")):
        return "monthly"
    if re.search(r"每年|年度(?!内)|按年|逐年|/年", words) and not re.search(r"每年(?:支持|评选|组织|遴选|认定|安排)", words):
        return "yearly"
    return None


_PAYER = re.compile(
    r"(?P<p>(?:中央|国家|自治区|省|市|州|区|县|镇)(?:级)?(?:本级)?财政(?:资金|专项资金)?|(?:省|市|区|县|州)(?:、(?:省|市|区|县))+(?:级|两级|三级)?(?:财政)?(?=按|各|共同|给予|承担|负担|研发)|"
    r"(?:自治区|省|市|州|区|县|镇)(?:级)(?=再?给予|分别|按|一次性|另|配套|奖(?!励的?基础|励基础)|补(?!助的?基础|贴的?基础)|财政|最高))"
)
_PAID_FROM = re.compile(r"(?:在|从|由)(?P<p>[^,;。对]{2,20}?(?:专项资金|资金|经费|基金|财政))(?:中|里)?(?=给予|予以|列支|支付|安排|承担|解决|中)")


def payer_of(reading: Reading, grant: Grant) -> str | None:
    """The level or fund that pays, as written: 市级, 区财政, 市电子商务发展专项资金; None if not said."""
    begin = grant.start
    match = _PAID_FROM.search(reading.folded, begin, grant.end)
    if match:
        return match["p"]
    found = [m["p"] for m in _PAYER.finditer(reading.folded, begin, grant.end)]
    return found[-1] if found else None


_STACKS = re.compile(
    r"再(?:次|行)?(?:给予|奖励|补助|补贴|资助)|另(?:外|行|再)?(?:给予|奖励|补助|补贴)|额外|叠加|追加|"
    r"(?:奖励|补助|补贴|政策|支持|资助|扶持|享受|奖补|基数)[^,;。]{0,12}(?:的)?基础上|"
    r"(?:国拨|省拨|上级|国家|省级|中央|省)[^,;。]{0,20}(?:\d%|比例|1:1|同等)[^,;。]{0,14}配套|按[^,;。]{0,20}1:[\d.]+[^,;。]{0,10}配套|资金配套|配套奖励"
)
_NO_STACK = re.compile(r"不(?:得|可|再|予)?叠加|不重复")


def stacks(reading: Reading, grant: Grant, context: str = "") -> bool:
    """Whether it is paid on top of another: 再给予, 在省级奖励的基础上."""
    words = context + reading.folded[grant.start : grant.end]
    return bool(_STACKS.search(words)) and not _NO_STACK.search(words)


def years(figure: Figure) -> float:
    """A duration figure in years: 6个月 → 0.5."""
    factor = {"个月": 1 / 12, "个季度": 0.25, "天": 1 / 365, "日": 1 / 365}.get(figure.unit or "", 1.0)
    return round((figure.high or figure.value) * factor, 4)
