"""Whom the words of a promise name outright: 补助对象为X, 奖励给X, 面向X发放贴息券, 为X减免费用, 博士每人5000元."""

from __future__ import annotations

import re

from extract.annotate.reading import Reading
from extract.interpret.carried import LEAD
from extract.interpret.grammar import after_last
from extract.interpret.grants import Grant
from extract.interpret.heads import TAXED
from extract.interpret.names import ENDS, NOUN, tidy

_HANDED_TO = re.compile(
    r"(?:奖励|补助|补贴|扶持|资助|返还|奖补|发放|拨付)给(?P<to>(?!予)[\u4e00-\u9fff]{2,12}?)(?=[，,。；;（(、]|用于|$)"
    r"|(?:[%元，,]|标准|比例)向(?P<for>[\u4e00-\u9fff]{2,12}?)(?:发放|支付|拨付)"
    rf"|(?<=%)[，,]给予(?P<last>[^\d，,。；;]{{2,36}}?(?:{NOUN}))(?:一次性)?(?:资助|奖励|补助|补贴|奖补)(?=[，,。；;]|$)"
)
"""按贡献额的90%，连续5年奖励给|企业|。 · 按收入的20%，向|三孩母亲|发放补助 · 按3%，给予|转让专利的高校|资助。"""
_ONE_EACH = re.compile(
    r"(?:按照?|对|(?<=[，,])|^(?=标准|\d+[至—-]?\d*周?岁)|(?<=^、))(?:标准(?:分别)?[为是])?"
    r"(?:\d+[至—-]?\d*周?岁(?:及?以[上下])?的?)?(?P<who>[^，,、。；;\d按每]{2,12}?)"
    r"(?:每(?:人|名|户|家|亩)(?:每月|每年)?(?:给予)?|每[年月])\d"
)
"""大专生每人1000元/月, 标准为|博士|每月5000元, 80至89周岁|老年人|每人每月50元: whom a sum in a list is for."""
_SCHOOLED = re.compile(
    r"^(?:全日制)?(?:本科|大专|专科|高职|中专|高中|[A-F]类|其他|其余)(?:学历)?(?:（[^（）]{1,8}）)?$"
)
"""本科|每月800元, 其他|每人5000元: a degree stands for those who hold it."""
_TOLD = re.compile(r"(?:补助|奖励|支持|资助|补贴|扶持|奖补)对象(?:为|是|[:：])(?P<who>[^，,。；;：:\d]{2,24})")
"""补助对象为|算力中心运营机构|."""


_SERVED = re.compile(
    r"(?:^|(?<=[，,。；;]))(?:为|面?向)(?P<who>(?:符合条件的)?[^，,的\d。；;其]{2,20}?)(?:提供|发放|给予)"
)
"""为|来本地就业大学生|提供生活补贴1000元, 面向|符合条件的企业|发放贴息券."""
_DOES_TO = re.compile(
    r"(?P<who>(?!对|支持|鼓励|引导)[^，,。；;的\d]{2,24}?(?:企业|机构|单位|院所|高校|公司|合作社|平台))对(?!外|口|接)[^，,]{2,50}"
    r"(?:开展|进行|实施|投入|采购|购买|提供|建设|改造)[^，,的]{1,30}[，,]"
)
"""设计企业、高校院所|对自主产品开展工程流片，按费用的50%给予补助."""
_JUDGED = re.compile(
    r"对(?P<who>[^，,的。；;\d]{2,16})的[^，,的。；;]{2,10}进行(?:评审|评估|考核|考评|评价|验收)[，,](?:对(?!不))?(?:评审|评估|考核|考评|评价|验收)[^，,。；;]{0,6}的"
)
"""对|运营中心|的建设成效进行评审，评审合格的给予50万元."""
_LET_OFF = re.compile(
    rf"为(?P<who>[^，,的\d。；;其为]{{2,20}}?{TAXED})(?:减免|免除|免收|减收|缓收)"
    rf"|(?:减免|[免减]征)(?P<whose>[^，,的\d。；;]{{2,60}}?{TAXED})的[^，,。；;的]{{1,12}}?[税费金]"
)
"""以不低于上年的幅度为|企业、个体工商户|减免检测费用, 减免|个体工商户|的资源税."""
_PAID_FOR = re.compile(r"支付(?:给)?各?(?P<who>[^，,的。；;\d]{3,20})的[^，,。；;]{2,16}?(?:费用?|款|金)[，,]")
"""支付|定点回收点|的保管费，按25%补助."""


def told_outright(reading: Reading, grant: Grant) -> str | None:
    """The recipient that the words of the promise name as such; None where only grammar tells."""
    promised = grant.promised
    first = promised[0].start if promised else grant.start
    own = _ONE_EACH.search(reading.wide[after_last(reading.folded, ",;。:", grant.start, first) : grant.end])
    if own and (ENDS.search(own["who"]) or _SCHOOLED.match(own["who"])):
        return str(own["who"])
    told = _TOLD.search(reading.wide, grant.start, grant.end)
    if told:
        return tidy(told["who"])
    handed = _HANDED_TO.search(reading.wide, first, min(len(reading.wide), grant.end + 1))
    if handed:
        return tidy(handed["to"] or handed["for"] or handed["last"])
    judged = _JUDGED.search(reading.wide, grant.start, first)
    if judged:
        return tidy(judged["who"])
    does = _DOES_TO.match(LEAD.sub("", reading.wide[grant.start : first]))
    if does:
        return tidy(does["who"])
    said = first if promised else grant.end
    served = _SERVED.search(reading.wide, after_last(reading.folded, ",;。:", grant.start, said), said)
    served = served or _PAID_FOR.search(reading.wide, grant.start, first)
    served = served or _LET_OFF.search(reading.wide, grant.start, grant.end)
    if not served:
        return None
    who: str = next(name for name in served.groups() if name)
    return tidy(who) if served.re is _PAID_FOR or ENDS.search(who) else None
