"""Sums and shares that look promised and are not: what insurance pays out, wages, terms of a worked sum."""

from __future__ import annotations

import re

from extract.annotate.values import Figure

_OF_THE_INSURED = re.compile(r"(?:支付|赔付|补偿|报销|结算)(?:比例|比)[^,;。\d]{0,10}$")
"""住院费用支付|比例达到|75%, 大病补偿|比例提高到|60%: what the insured get is a level to be reached."""
_REACHED = re.compile(r"(?:资助|补助|受助|奖励|覆盖)面(?:约?为|达到?|占)?[^,;。]{0,24}$")
"""资助面为|30%: how many get it."""
_OF_ALL_PERSONS = re.compile(
    r"(?:占|(?<!不)超过|达到|不低于|高于)[^,;。\d]{2,20}(?:总数|总人数|总人口|人口|总量|职工人数|员工人数)的?$"
)
"""享受服务的老人|占全市老人总数的|6%以上, 中小企业数量|超过参展企业总数的|50%."""
_IN_A_SUM = re.compile(r"(?:/[\u4e00-\u9fff]{1,3})*[×+＋=]")
"""1520元/人月|×|2/3×6月|+|500元/人=6580元: a worked example."""
_WAGE = re.compile(r"(?:最低工资|平均工资|低保)标准(?:为|是|:)$")
"""月最低工资标准为|1520元: what the benefit is reckoned by."""
_INTEREST = re.compile(r"(?:利率|费率|利息)[^,;。\d]{0,4}(?:控制|保持|维持|稳定|降)(?:在|至|到)[^,;。\d]{0,6}$")
"""贴息后贷款平均|利率控制在|2.5%以内: what a loan costs then, no share that is paid."""
_DONE_IN_FULL = re.compile(r"(?:申报|审批|办结|办理|受理|登记|证书|共享|归集|录入|建档)(?:率)?$")
"""网上|申报|100%、按时|办结|100%: how much of it is done so."""
_HANDED_OUT = re.compile(r"(?:发放|核发|颁发|提供)[^,;。\d]{0,8}(?:执照|证书|证照|许可证|印章|服务)")
"""新设企业100%|发放电子营业执照|: no money."""
_RECKONED_BY = re.compile(r"(?:缴费|计算|计费)(?:工资)?基数(?!的)[^,;。]{0,30}$")
"""缴费基数按照平均工资的|60%核定: what is paid in."""
_LET_OFF_AT_MOST = re.compile(r"(?:免税|减税|减免税?|免征|减征)(?:税款|金)?额(?:度)?(?:最高)?$")
"""免征车辆购置税，其中每辆|免税额|不超过3万元."""
_RATE_AT_MOST = re.compile("的?[\u4e00-\u9fff]{0,2}率上限")
"""保费按|3%|的保费率上限及实际保费的80%补贴: what is paid for, not how much."""
_BY_OTHERS = re.compile(
    r"(?:鼓励|引导|要求|督促)(?:有条件的)?各?(?:地|地方|[市县区州盟旗镇]+|[市县区]\([^()]*\))[^,;。\d]{0,6}$"
)
"""|鼓励市（州）|1：2配套: what other governments may add."""
_SO_MANY = re.compile(r"[\u4e00-\u9fff]{0,6}(?:群体|群众|人口|居民|农民|职工|学生|妇女|老人|劳动力|人员|家庭)")
"""为80万|重点群体|提供帮扶: so many people, no sum."""
_BASIS = ("的基数", "基数")
"""按20万元|的基数|进行考核评分."""


_TO_OTHERS = re.compile(
    r"(?:及?以上)?的?(?:标准|比例)?(?:按[月年])?[对向给为][^,;。\d]{2,12}?(?:支付|发放|缴纳)[^,;。\d]{1,12}的,"
)
"""按最低工资80%|的标准对见习人员支付补贴的，|可享受…: what somebody pays others."""


def is_measured(folded: str, start: int, figure: Figure) -> bool:
    """Whether the figure of the clause that begins at `start` only measures something, whatever is given beside it."""
    before = folded[start : figure.scope[0]]
    if _TO_OTHERS.match(folded, figure.scope[1]):
        return True
    if figure.kind == "share":
        weight = folded[figure.start - 1] in "×xX*"  # 按“贷款余额排名×30%+增速排名×40%”计算
        weight = weight or _HANDED_OUT.match(folded, figure.end) is not None
        return weight or bool(
            _REACHED.search(before)
            or _RECKONED_BY.search(folded, start, figure.start)
            or _INTEREST.search(folded, start, figure.start)
            or _OF_THE_INSURED.search(before)
            or _DONE_IN_FULL.search(before)
            or _OF_ALL_PERSONS.search(before)
            or _BY_OTHERS.search(before)
            or _RATE_AT_MOST.match(folded, figure.end)
        )
    if let_off_at_most(folded, figure):
        return True
    if figure.kind == "other" and _SO_MANY.match(folded, figure.scope[1]):
        return True
    term = _IN_A_SUM.match(folded, figure.end) or (before and before[-1] in "×+＋=")
    return bool(term or _WAGE.search(before) or folded.startswith(_BASIS, figure.end))


def let_off_at_most(folded: str, figure: Figure) -> bool:
    """Whether the figure is the ceiling of what is let off."""
    start = figure.scope[0]
    return figure.ceiling and _LET_OFF_AT_MOST.search(folded, max(0, start - 10), start) is not None


_UP_TO = r"(?:/[^,;。\d]{1,4})?的?,?(?:统一|一律|均|则)?(?:按照?|补足[至到]?|以)"
_TOPPED_UP = re.compile(_UP_TO)
"""不足40万元|/证的，按|40万元/证奖励: the least that is paid."""
_AFTER_SHORT = re.compile(rf"(?:不足|低于|不到|少于)(?P<sum>\d[\d.]*[万亿]?元){_UP_TO}$")
"""|不足10000元的按照|10000元计算."""


def is_least(folded: str, figure: Figure) -> bool:
    """Whether the figure is the least that is paid, said twice: 不足10000元的按照10000元计算."""
    same = folded[figure.start : figure.end]
    up = _TOPPED_UP.match(folded, figure.end)
    if up:
        return figure.op == "<" and folded.startswith(same, up.end())
    said = _AFTER_SHORT.search(folded, max(0, figure.start - 32), figure.start)
    return said is not None and said["sum"] == same


_EXCESS_OF = re.compile(r"的?部分[^,;。\d]{1,12}(?:给予|奖励|补助|补贴)")
"""按照超过15%|部分税负差额给予|奖励: from where on, not how much."""


def is_excess(folded: str, figure: Figure) -> bool:
    """Whether the share only says from where on something is paid: 超过15%部分的税负差额."""
    return figure.op in (">", ">=") and _EXCESS_OF.match(folded, figure.scope[1]) is not None


_BODY = "(?:中央|自治区|盟市|旗县|[省市州县区]级?)"
_WHO_PAYS = rf"{_BODY}(?:[、和与及]{_BODY})*(?:[两三]级)?(?:财政)?(?:各|分别)?(?:补贴|补助|承担|负担|配套)"
"""市财政补贴, 市、区财政各补贴, 省、市两级财政分别承担."""
_ASIDE = re.compile(
    rf"\((?:其中[,:]?)?{_WHO_PAYS}[^()]*\)|(?<=,)其中:?{_WHO_PAYS}\d[^;。()]*|(?<=元)\(\d[\d.]*[万亿]?元\)|"
    r"\((?:其中)?(?:第一年|首年|当年|分[两二三四五]年|分[两二三]期|签约|首期)[^()]*\)|"
    r"\((?:以上|上述|包?含|不含|不包括|包括|除|扣除|金额低于|低于|不足|按实|注|与[^()]*重复|具体|不重复|下同|如)[^()]*\)"
)
"""(以上奖励包含配套市级补助的50%部分), (自治区补贴30元、盟市补贴20元), (市、区财政各补贴100元),
，|其中省级补贴100元|: no promise."""


def asides_in(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """The brackets in start:end that only remark on what is promised."""
    return [match.span() for match in _ASIDE.finditer(folded, start, end)]


_SPENT = re.compile(
    r"(?:以内|左右)?(?:可以?|应|须)?用于|的?(?:比例)?由企业|的?(?:预付款|首付款|进度款|货款|工程款)|"
    r"(?:,贷款期限[^。;]{0,16}|,?最长[^,。;]{0,6})?的[^,;。\d]{0,8}(?:贷款|授信)(?!贴息|利息|额)"
)
"""其中50%|用于民宿奖补 · 20%|可用于奖励有功人员 · 30万元|最长3年的担保贷款 · 合同金额50%|的预付款:
parted, lent, or owed anyway."""


def is_spent(folded: str, end: int) -> bool:
    """Whether the words behind a sum that ends at `end` say that it is spent on something, or lent."""
    return bool(_SPENT.match(folded, end))
