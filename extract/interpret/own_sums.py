"""The government's own sums in words that also promise money: 县级配套500万元, 每年发放总额不超过5000万元的算力券."""

from __future__ import annotations

import re

from extract.annotate.values import Figure
from extract.interpret.grammar import Clause

LEVEL = r"(?:中央|国家|自治区|省|市|州|盟|区|县|旗|镇|乡镇)"
PURSE = r"(?:中央|省级?|市级?|区级?|县级?|[本同]级|各级)财政"
"""省级财政|补助5万元: whose money it is."""
_LISTED = re.compile(r"(?:[\d.,]+[万亿]?元?(?:[、和及与]|以及))+$")
"""补助资金|800万元、|400万元: the sums before in one list."""
_TO_SOMEBODY = re.compile(
    r"对(?![接外标应口])|[的后][,、]|给予|予以|每(?![年月季])|单(?:个|一|家|户|项|笔)|同一|获|入选|认定|立项|(?<!以)奖励(?!资金)|"
    r"向(?!社会|市民|居民|消费者|群众|全)"
)
"""对|获评国家级的项目…, 每家|企业…: then the same words promise money to somebody."""
_MATCHED = re.compile(
    rf"(?:{LEVEL}(?:级)?(?:财政|政府)?|地方(?:财政)?|本级(?:财政)?|财政)(?:每年|按年|逐年)?"
    r"(?:再|另|各|足额|同步|相应|应|需|安排|落实)*配套(?:资金|经费)?(?:为|约|共|达)?$"
)
"""县级配套|500万元 · 县财政每年配套|500万元 · 地方配套资金|300万元."""
_PUT_OUT = re.compile(
    r"(?:发放|投放|安排|使用|支出|资金|经费|预算|券)(?:发放|使用|安排|支出|兑现)?(?:的)?(?:总额度|总额|总量|总规模|规模)(?:上限)?(?:控制在|为|在)?$"
)
"""每年发放总额|不超过5000万元的算力券 · 创新券发放总额|不超过… · 年度资金总额|…."""
_VOUCHERS = re.compile(
    r"(?:每年|全年|年度|计划|拟|全[省市县区]|累计|总计)[^,;。企\d]{0,12}(?:发放|投放|安排)(?P<v>[^,;。\d]{0,10}券)?(?:总额)?$"
)
"""全年投放消费券|3000万元 · 计划发放|5000万元的算力券."""
_OF_VOUCHERS = re.compile(r"(?:以上|以内|左右)?的?[^,;。\d]{0,10}券")
"""每年发放|不超过5000万元|的算力券 · 全年投放消费券|3000万元."""
_POT = 10_000_000
"""Yuan from which a sum of vouchers is that of all of them."""
_POT_MADE = re.compile(r"(?:设立|推出|发放|投放)[^,;。\d]{0,12}$")
"""设立总额|最高5亿元|的“算力券”, 面向使用单位发放|5亿元|“算力券”."""
_SMALL_POT = 100_000
"""Yuan from which a sum handed out is that of all who get it."""
_HANDED_OUT = re.compile(
    r"(?:(?:到|至)?20\d\d年(?:度|底|末)?,?)?(?:力争|计划|预计)?(?:全[省市县区州]|全年|累计|共)[^;。]*?发放"
    r"[^,;。\d]{0,20}(?:补贴|补助|奖补|津贴|补偿|返还|救助)(?:资金|金|款)?$"
)
"""2023年，全市发放贷款6亿元，扶持企业30家，发放一次性创业补贴资金|25万元: what all get together."""
_GRANTS_FUND = re.compile(
    r"(?:安排|统筹|筹措|筹集|下达|落实|列支|拨付)[^,;。\d]{0,16}(?:补助|补贴|奖补|奖励|贴息|扶持)(?:专项)?(?:资金|经费)"
    r"(?:\([^()]*\))?(?:共|约|共计|为)?$"
)
"""省财政安排补助资金|2000万元: a fund out of which grants are paid."""
_FUND_COMES = re.compile(
    rf"(?:补助|补贴|奖补|奖励|扶持)(?:资金|经费)由{LEVEL}?(?:级)?(?:财政)[^,;。\d]{{0,8}}(?:安排|列支|预算|拨付)[^,;。\d]{{0,4}}$"
)
"""奖励资金由县财政首次安排|6万元: where a fund comes from."""
_FUND_PARTED = re.compile(
    r"(?:安排|统筹|下达|投入|列支|筹措)[^。;]{0,30}?(?:资金|经费)[^。;,\d]{0,8}\d[\d.]*[万亿]?元[^。;,]{0,2},其中"
)
"""安排就业专项资金8000万元，其中|创业补贴2500万元: parts of a fund."""
_PART_GIVEN = re.compile(r"给予|予以|对(?![接外])|每(?![年月])|单个")
"""…8000万元，其中|对入选企业2500万元: a part promised to somebody; 创业补贴 and 电商奖励 only name the part."""
_OF_ONE = re.compile(r"企业|主体|机构|单位|个人|人才|项目|用户|申请|申报|享受|融资|贷款|投资|合同|销售|交易|营业|募集")
"""同一企业年度资金总额…: what one recipient can get, or a sum that is measured."""
_BORNE = re.compile(r"(?:资金|经费|费用)[^,;。]{0,6}由[^,;。]{1,24}(?:负担|承担|分担|解决|列支|筹措|安排)")
"""所需补助资金由市、区两级按1:1负担: what follows says who pays how much of it."""
_SHARE_BORNE = re.compile(
    rf"{LEVEL}(?:级)?(?:财政)?(?:补助|补贴|奖补|奖励|配套|专项)?(?:资金|经费|承担|负担|部分)"
    r"(?:每年|年度|全年|总额|安排|承担|负担|部分|为|约)*$"
)
"""其中市级补助资金每年|不超过1000万元."""


_BUDGET = re.compile(
    r"(?:安排|设立|出资|投入|统筹|筹集|筹措|列支|注资|配资|总规模|规模(?:为|达|约|不低于)|预算)[^,;。]{0,24}$|(?:首批|第[一二三]批|分批|(?:首|第[一二三])期(?:规模|资金)?)$|(?:总投资|投资)(?:约|共|近|达|总?额)?$|"
    r"(?:专项资金|配套资金|财政资金|工作经费|费用总计|资金合计|总计|合计):?$|"
    r"(?:减轻|降低)[^,;。]{0,14}(?:负担|成本)(?:约|近|超|达)*$"
)
"""市财政每年安排|2000万元, 项目总投资|5亿元, 专项资金|1000万元: no grant."""
_CARRIED_OUT = re.compile(r"(?:落实|争取)[^,;。\d]{0,16}(?:补贴|补助|奖补|资金)")
"""落实“雨露计划”培训补贴|1950万元: what the government hands out in all."""
_AS_FUND = re.compile(r"(?:补助|补贴|奖励|奖补|扶持)资金$")
"""安排补贴资金|1000万元: set aside, unless it says to whom."""
_TO_EACH = re.compile(r"每|单|给予|一次性|对|的,")
"""每户|奖励资金|50万元, 单个|企业补贴资金50万元: to whom it is given."""
_FUND = re.compile(
    r"^[^,;。、\d]{0,14}(?:专项资金|专项经费|资金用于|经费(?!支持|补|资助)|基金(?!购房|补)|引导资金|配套资金|预算|用于)"
)
"""每年5000万元|专项资金, 200万元|用于|宣传推广: no grant."""
_MATCHED_BELOW = re.compile(
    r"(?:各(?:[省市区县州]|县市区|地)|地方)[^,;。]{0,6}按[^,;。]{1,14}比例(?:落实|安排|足额)?配套(?!奖|给|补)"
)
"""各区|按不低于1:1的比例配套: what other governments add."""
_SHARED_OUT = re.compile(
    r"(?:财政|政府|[省市区县级]|部门|企业|单位|双方)(?:各|分别|共同|按)*(?:负担|承担|分担)(?:[^,;。\d]{0,10}的)?$"
)
"""减免部分由市、县两级财政各负担|50%: who bears it, no grant."""
_GIVES = re.compile(r"给予|奖励|补助|补贴|享受")
"""每家|给予|20万元专项资金: a grant all the same."""
_TOLD_WHOM = re.compile(r"(?:^|[,;。])对(?![接外标应口])|的,$")
"""|对|认定的中心，奖补资金50万元."""


def is_budget(folded: str, figure: Figure, start: int, clause: Clause) -> bool:
    """Whether a sum or share of a clause, in a sentence from `start`, is what the government sets aside or bears."""
    if figure.kind == "share":
        borne = _SHARED_OUT.search(folded, clause.start, figure.scope[0])
        return bool(borne or _MATCHED_BELOW.search(folded, clause.start, clause.end))
    if is_own(folded, figure, start, clause.start):
        return True
    before = folded[max(clause.start, figure.scope[0] - 26) : figure.start]
    fund = (
        _AS_FUND.search(before) and not _TO_EACH.search(before) and not _TOLD_WHOM.search(folded[start : clause.start])
    )
    if _CARRIED_OUT.fullmatch(before) or fund:
        return True
    put_in = _BUDGET.search(before.rpartition("%")[2])  # 按研发投入的30%、最高1000万元 puts nothing in
    if put_in and not re.search(r"给予|奖励|补助|补贴|资助", before):
        return True
    return bool(_FUND.match(folded[figure.scope[1] : clause.end])) and not _GIVES.search(before)


def is_own(folded: str, figure: Figure, start: int, begin: int) -> bool:
    """Whether a sum in a sentence from `start`, in a clause from `begin`, is the government's own spending.

    Only where nobody is named to whom it is promised.
    """
    parted = _FUND_PARTED.search(folded, start, figure.start)
    if parted and not _PART_GIVEN.search(folded, parted.end(), figure.start):
        return True
    before = _LISTED.sub("", folded[begin : figure.scope[0]])
    borne = _BORNE.search(folded, start, figure.scope[0])
    if borne and _SHARE_BORNE.search(before):
        return not _TO_SOMEBODY.search(folded, borne.start(), figure.scope[0])
    pot = figure.value >= _POT and _POT_MADE.search(folded, begin, figure.scope[0])
    if pot and _OF_VOUCHERS.match(folded, figure.scope[1]):
        return True
    if _TO_SOMEBODY.search(folded, start, figure.scope[0]):
        return False
    if _MATCHED.search(before) or _FUND_COMES.search(before):
        return True
    if is_handed_out(folded, figure, start):
        return True
    if _OF_ONE.search(before):
        return False
    vouchers = _VOUCHERS.search(before)
    if vouchers and (vouchers["v"] or _OF_VOUCHERS.match(folded, figure.scope[1])):
        return True
    return bool(_PUT_OUT.search(before) or _GRANTS_FUND.search(before))


def is_handed_out(folded: str, figure: Figure, start: int) -> bool:
    """Whether a sum in a sentence from `start` is what all recipients get together: 全年发放稳岗补贴2000万元."""
    return figure.value >= _SMALL_POT and _HANDED_OUT.match(folded[start : figure.scope[0]]) is not None
