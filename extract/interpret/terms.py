"""The terms of a promise: limited how, by which instrument, how often, by whom paid, on top of what."""

from __future__ import annotations

import re

from extract.annotate.reading import Reading
from extract.annotate.values import Figure
from extract.interpret.grammar import BRACKET, after_last, before_first
from extract.interpret.grants import Grant
from extract.interpret.multiples import MEASURE_WORD
from extract.interpret.names import NOUN
from extract.interpret.roles import ANY_INSTRUMENT, INSTRUMENT
from schemas.vocabulary import Frequency

_HEAD = r"(?P<head>单个|单一|单户|单家|每一?个?|每家|每户|每人|同一家?|各|单项|单笔|单(?=[机企项车品]))"
_SINGLE_KNOWN = re.compile(rf"{_HEAD}(?P<n>[^\d,;。每()]{{0,10}}?(?:{NOUN}))")
"""单个|企业|年度奖励, 每个|科技创新平台|最高."""
_SINGLE_OTHER = re.compile(
    rf"{_HEAD}(?P<n>[^\d,;。每]{{0,12}}?)(?=每|年|累计|最高|不超过|补|奖|贴|资|租|的|支持|扶持|全年|年度|总|金额|额度|标准|给予|予以|合计|$)"
)
"""What a ceiling holds for: 单个|企业|年度奖励, 每个|园区|(平台)每年的奖励金额, 每个|起降场|最高."""
_YEARLY_CAP = re.compile(r"每年|年度|全年|(?<![\d两二三四五六])(?:年补|年最高|年累计)|一年")
"""每户|每年|不超过1000元, 单个企业|年度|奖励总额 (not 3年累计)."""
_BY_MONTH = frozenset({"平方米", "人", "名"})
"""每平方米|每月不超过30元 (每月 before a whole sum says when it is paid)."""
_BARE_HEADS = {
    "每家": "家",
    "单家": "家",
    "同一家": "家",
    "每户": "户",
    "单户": "户",
    "每人": "人",
    "单项": "项目",
    "单笔": "笔",
}


_LET_OFF = re.compile("(?:免税|减税|减免税?|免征|减征)额度?$")
"""每辆新能源乘用车|免税额|不超过3万元."""


def cap_per_of(reading: Reading, cap: Figure) -> str | None:
    """What a ceiling holds for: 每户每年不超过1000元 → 户/年; 单个企业最高 → 企业; None for the whole."""
    folded = reading.folded
    text = folded[_outside_brackets(folded, max(0, cap.start - 60), cap.scope[0]) : cap.scope[0]]
    text = text.rpartition("且")[2] if re.search(r"\d", text.rpartition("且")[0]) else text
    match = _SINGLE_KNOWN.search(text) or _SINGLE_OTHER.search(text)
    name = (_LET_OFF.sub("", MEASURE_WORD.sub("", match["n"])) or _BARE_HEADS.get(match["head"])) if match else None
    term = "年" if _YEARLY_CAP.search(text) else "月" if name in _BY_MONTH and "每月" in text else None
    words = [word for word in (name, term) if word]
    return "/".join(dict.fromkeys(words)) or None


def _outside_brackets(folded: str, start: int, end: int) -> int:
    """Where the clause that ends at `end` begins, marks inside brackets that close before it passed over."""
    depth = 0
    for i in range(end - 1, start - 1, -1):
        char = folded[i]
        if char == ")":
            depth += 1
        elif char == "(":
            if not depth:
                return i + 1
            depth -= 1
        elif char in ",;。\n" and not depth:
            return i + 1
    return start


_LIMITED = re.compile(
    r"(?:不超过|不高于|至多|最高(?!奖))[^,;。%\d]{0,30}$|可(?:补贴|补助|奖励|资助|贴息)[至到]$"
    r"|上限(?:分别)?(?:由|从|为)[^,;。]{0,20}$"
)
"""不超过|项目投资额的|10%, 可补贴至|1000万元, 支持比例上限由50%提高至|70%, 奖励上限为零售企业|100万元/家."""


def is_ceiling(reading: Reading, grant: Grant, group: list[Figure]) -> bool:
    """Whether the figures are ceilings for themselves: 5%以内, 最高5元; 以内 after a list holds for all of it."""
    if any(f.ceiling for f in group):
        return True
    begin = after_last(reading.folded, ",;。", grant.start, group[0].start)
    return bool(_LIMITED.search(reading.folded, begin, group[0].scope[0]))


def instrument_of(reading: Reading, grant: Grant, group: list[Figure]) -> str | None:
    """The word used for the money: the one after the figures, else after the ceiling, else the verb before them."""
    folded = reading.folded
    for figures in (group, grant.caps[:1]):
        if not figures:
            continue
        last = figures[-1].scope[1]
        label = BRACKET.match(folded, last, grant.end)
        last = label.end() if label else last
        after = ANY_INSTRUMENT.search(folded, last, before_first(folded, ",;。\n(", last, grant.end))
        if after:
            return after[0]
    first = group[0].start
    found = list(INSTRUMENT.finditer(folded, after_last(folded, ",;。", grant.start, first), first))
    if found:
        return found[-1][0]
    whole = INSTRUMENT.search(folded, first, grant.end) or INSTRUMENT.search(folded, grant.start, first)
    whole = whole or ANY_INSTRUMENT.search(folded, max(min(grant.verb, grant.end), grant.start), grant.end)
    whole = whole or ANY_INSTRUMENT.search(folded, grant.start, first)
    return whole[0] if whole else None


_ONCE = re.compile(
    r"一次性(?!到达|达到|组织|采购|引进|引入|投资|租赁|购买|建成|接待|招|签订|安排)|首次(?!突破|公开)|一次(?=分别|给予|奖励|补助)"
)
"""一次性|给予20万元, 首次|认定的企业 (not 首次突破, 首次公开发行, 一次性投资)."""
_MONTHLY = re.compile(r"每月|按月|/月")
"""每月|给予1000元, 按月|发放, 1000元|/月."""
_YEARLY = re.compile(
    r"每年|(?<!会计)(?<![上前本当该一半\d])年度(?!内|实际|自主|服务|研发|投入|投资|纳税|新增|累计营|营业|销售|评价|考核)|按年(?!度|服务|租金|销售|均|产|营)|逐年|/年"
)
"""每年|补助10万元, 按年|发放, 5万元|/年 (not 上年度, 年度销售)."""
_YEARLY_ACT = re.compile(r"每年(?:支持|评选|组织|遴选|认定|安排)")
"""每年遴选10个: what is done each year, not what is paid."""


_EACH_OF_NEXT = re.compile(r"、(?:[^、,;。\d]{0,8})?每[年月][^、,;。\d]{0,8}$")
"""300万元购房补贴|、每月|1万元生活补贴: how often the next is paid."""


def frequency_of(reading: Reading, grant: Grant, per: str | None, figure: Figure | None = None) -> Frequency | None:
    """once 一次性 · monthly 每月 · yearly 每年, of the promise itself (not of a ceiling or an application).

    What stands before a later sum of the list is not said of `figure`: 给予300万元购房补贴、|每月|1万元生活补贴.
    """
    folded = reading.folded
    monthly = per is not None and "月" in per.split("/")
    once = _ONCE.search(folded, grant.start, grant.end)
    if once and not (monthly and once[0] == "首次"):
        return "once"
    figures = grant.promised
    first = figures[0].start if figures else grant.end
    begin = after_last(folded, ",;。", grant.start, first)
    stop = before_first(folded, ",;。\n", figures[-1].end, grant.end) if figures else grant.end
    after = next((f for f in figures if figure is not None and f.start > figure.start), None)
    if figure is not None and after is not None and _EACH_OF_NEXT.search(folded, figure.end, after.start):
        stop = figure.end
    words = BRACKET.sub("", folded[begin:stop])
    if _MONTHLY.search(words) or monthly:
        return "monthly"
    if per and "年" in per.split("/"):
        return "yearly"
    if _YEARLY.search(words) and not _YEARLY_ACT.search(words):
        return "yearly"
    return None


_PAYER = re.compile(
    r"(?<![获按照])(?<![获取]得)(?<!争取)(?P<p>(?:中央|国家|自治区|省|市|州|(?<!示范)(?<!园)(?<!街)区|县|镇|[本同](?=级))(?:级)?(?:本级)?财政(?:资金|专项资金)?(?!部门|局|厅|所|困难|贡献|收入|体制|(?:补助|奖补|奖励|支持)(?:资金|金额)的)|"
    r"(?:省|市|区|县|州)(?:、(?:省|市|区|县))+(?:级|两级|三级)?(?:财政)?(?=按|各|共|给予|承担|负担|研发)|"
    r"(?:自治区|省|市|州|区|县|镇)(?:级)(?=再?给予|分别|每|按|一次性|另|配套|资助|奖(?!励(?:资金|金额|额度)?的|励基础|补的|补基础)|补(?![助贴](?:资金|金额|额度)?的|助基础)|"
    r"财政|最高|在[^,;。]{0,16}基础上))"
)
"""市财政| · 市、区两级|按比例承担 · 市级|再给予 · 市级|每亩补助 (not 省级奖励基础, 省级奖励的50%)."""
_PAID_FROM = re.compile(
    r"(?:在|从|由)(?P<p>(?:中小|[^,;。对中需须应]){1,20}?(?:专项资金|资金|经费|基金|财政))(?:中|里)?(?=给予|予以|列支|支付|安排|承担|解决|中)"
)
"""由|市电子商务发展专项资金|中列支 · 由|中小企业发展基金|给予."""
_PAID_BY = re.compile(
    r"由(?P<p>(?:企业|项目)?所在(?:设区市|[区县市州])(?:\(市\))?(?:级)?(?:财政|政府)?)(?=给予|按|予以|再|安排|承担)"
)
"""由|所在区|给予10万元奖励."""
_FUND_PAYS = re.compile(
    r"(?:^|[,;。])(?P<p>[^,;。\d对按给的]{2,20}(?:专项资金|补助资金|发展资金|基金))(?=对(?![接口])|按|给予)"
)
"""|就业补助资金|给予800元的补助, |省专项资金|对平台企业按10%给予补助: the fund as subject."""


def payer_of(reading: Reading, grant: Grant) -> str | None:
    """The level or fund that pays, as written: 市级, 区财政, 市电子商务发展专项资金; None if not said."""
    words = BRACKET.sub(lambda match: " " * len(match[0]), reading.folded[grant.start : grant.end])
    match = _PAID_FROM.search(words)
    if match:
        return match["p"]
    by = _PAID_BY.search(words)
    if by:
        return by["p"]
    fund = _FUND_PAYS.search(words)
    if fund:
        return fund["p"]
    found = [m["p"] for m in _PAYER.finditer(words)]
    return next((p for p in reversed(found) if "财政" in p), found[-1]) if found else None


_STACKS = re.compile(
    r"再(?:次|行)?(?:增加|分别|一次性|按[^,;。]{1,20}?)?(?:给予|奖励|补助|补贴|资助|[奖补](?=\d))|再增加|除(?:享受|获得)[^,;。]{1,20}外|另(?:外|行|再)?(?:给予|奖励|补助|补贴)|额外|叠加|追加|"
    r"每(?:增加|多|超)1[^,;。\d]{1,3}(?:再)?(?:给予|奖励|补助|补贴)|(?:奖励|补助|补贴|政策|支持|资助|扶持|享受|奖补|基数)[^,;。]{0,12}(?:的)?基础上|"
    r"(?:国拨|省拨|上级|国家|省级|中央|省)[^,;。]{0,20}(?:\d%|比例|1:1|同等)[^,;。]{0,14}配套|按[^,;。]{0,20}1:[\d.]+[^,;。]{0,10}配套|"
    r"资金配套|1:[\d.]+配套|配套奖励"
)
"""再给予 · 另奖励 · 在省级奖励的基础上 · 按国拨经费30%配套 · 1:1配套."""
_NO_STACK = re.compile(r"不(?:得|可|再|予)?叠加|不重复")
"""与市级奖励|不得叠加|享受, 同类政策|不重复|享受."""


def stacks(reading: Reading, grant: Grant, context: str = "") -> bool:
    """Whether it is paid on top of another: 再给予, 在省级奖励的基础上."""
    words = context + reading.folded[grant.start : grant.end]
    return bool(_STACKS.search(words)) and not _NO_STACK.search(words)


def years(figure: Figure) -> float:
    """A duration figure in years: 6个月 → 0.5."""
    factor = {"个月": 1 / 12, "个季度": 0.25, "天": 1 / 365, "日": 1 / 365}.get(figure.unit or "", 1.0)
    return round((figure.high or figure.value) * factor, 4)
