"""Whom a promise names without 对: 企业级工业互联网平台|省级给予…, 技改项目，竣工后|按投资额给予…."""

from __future__ import annotations

import re

from extract.annotate.reading import Reading
from extract.interpret.carried import EACH_TAIL, LEAD, PAID_BY
from extract.interpret.grammar import COMMA
from extract.interpret.grants import Grant
from extract.interpret.heads import bare_noun
from extract.interpret.names import (
    ENDS,
    EXPLAINED,
    LED_BY,
    NOUN,
    ONE_NEW,
    THING_ENDS,
    actor_of,
    is_payer,
    noun_phrase,
    tidy,
    topic_of,
)
from extract.interpret.own_sums import PURSE

_ENCOURAGED = re.compile(
    r"(?:鼓励|支持|引导|扶持|培育|面向[^，,]{1,6}?(?:遴选|选拔|评选))(?:和?(?:支持|鼓励|引导|扶持)|建设|引进|一批|建设一批)*"
)
"""支持|企业开展技术改造, 鼓励和支持|社会资本, 培育一批|示范企业."""
_GIVEN_TO = re.compile(r"进行(?:补助|补贴|奖励|资助|扶持)?$")
"""对养殖场户|进行补贴|."""
_OBJECT_IS = re.compile(r"^(?:补助|奖励|支持|资助|补贴|扶持)?对象(?:为|是)")
"""补助对象为|运营机构."""
_OF_THE_SUM = re.compile(
    r"(?:(?:的(?:一次性)?|一次性)[^的，,]{0,6}?|建设|运营|租金|生活|培训|岗位)?"
    r"(?:资助|补助|补贴|奖励|支持|返还)(?:标准|比例|金额|额度)(?=按|$)"
)
"""改扩建养老机构|的一次性建设补助标准|按…."""
_MEASURED_FIRST = re.compile(
    rf"(?P<who>(?!其|该|对|每|单|同一|在|凡)[^，,的\d]{{1,14}}?(?:{NOUN}))(?=年度?(?:对|营业|销售|产值|税收|贡献)|当年|上年度?|每年|亩均|对[本地])[^，,]*\d[^，,]*的(?:前[一二三四五六七八九十\d]+名)?$"
)
"""扶持服务基地建设，|基地业主企业|年度对地方经济贡献达到30万元以上的: of whom something is asked, he is paid."""
_SORT = re.compile(r"^(?:一批|各类|更多|有条件的|符合条件的)+")
"""一批|示范企业, 符合条件的|用人单位."""
_CHARGED = re.compile(r"由(?P<x>[^，,由]{2,16}?)(?:自行|负责|牵头)?(?:组织|实施|承担|开展)")
"""培训由|行业协会|组织开展: who does it is paid."""
_PUBLIC_BODY = re.compile(r"局|委|部门|政府|财政")
"""由市商务|局|组织实施: nobody who is paid."""
_ITEM = re.compile(
    r"^(?:或者?|如果?(?=[在有为获被成])|若|为(?!主|方便|了|便于|鼓励|支持|促进|推动|吸引)|向|[一二三四五六七八九十]+是|其中|另外|同时|每年|将|允许)"
)
"""其中|规上工业企业, 一是|新认定的孵化器."""
_NO_SUBJECT = re.compile(
    r"(?:积极|大力|充分|主动)(?:通过|运用|利用|发挥|购买|落实|推进)|为(?:方便|了|便于|鼓励|支持|促进|推动|吸引|加快|进一步)|(?:聚焦|瞄准)|按|经(?![营]|认定|考核认定|批准|备案)|根据|以(?![^，,的]{2,20}的[^，,的]{2,8}$)|对|从(?!事[^，,的]+的[^，,]{2})|自[^主驾治行有建]"
)
"""按|设备投资额, 根据|评估结果, 为方便|赡养老人: terms, nobody who is paid."""
_APIECE = re.compile(
    r"(?P<who>[^，,的\d每按]{3,30})每(?:[个家款种项件](?:产品|企业|单位|机构|项目|品种|型号|系统|平台)|平方米|亩|吨)"
)
"""首批次新材料、首版次软件|每个产品, 百级洁净厂房|每平方米: a thing whatever its head."""
_COUNTED_OUT = re.compile(r"(?!对|在)[^，,]{2,40}的(?P<who>[^，,的\d]{2,10})")
"""独立报建的|加装电梯|."""
_EACH_NEXT = re.compile(
    r"[，,]每[台部座架套件辆艘条棵株头只羽幅]|" + "|".join(f"(?<={kind})[，,]每{kind}" for kind in "场站园村店馆所库")
)
"""加装电梯|，每台|补贴6万元, 种猪场|，每场|补助100万元: what is counted next."""
_TOLD_SO = re.compile(
    r"(?P<who>[^：:]{2,58}?)(?:[按以][^，,：:]{1,14})?(?:分[档段类级]|分别)?(?:给予|予以)(?:[^，,：:\d]{0,6}(?:补助|补贴|奖励|奖补|资助|支持))?[：:]"
)
"""技改项目，竣工后|按投资额给予补助：500万元以上的补助8%: whom the words before the colon name."""
_ONCE_DONE = re.compile(r"(?:[竣完]工|建成|投产|验收|开业|运营|认定|落户|签约|入驻|备案)[^，,的]{0,6}?[之以]?后$")
"""技改项目|竣工后|."""
_BORROWS = re.compile(
    r"(?P<who>[^，,的\d]{2,14}?)(?:信用|抵押|质押|流动资金|经营性?|创业|担保)贷款(?:单笔|单户|额度)*(?:最高|不超过)"
)
"""人才企业|信用贷款最高500万元，按利息的50%贴息: who borrows."""
_ENTERED = re.compile(
    rf"(?:首次|新|成功)*(?:入选|获评|当选|晋升|评为|获批)(?:为)?(?P<who>[^，,的]{{2,24}}?(?:{NOUN}))的(?:（[^（）]*）)?"
)
"""入选|顶尖人才|的（A类），每人300万元."""
_MODIFIED = re.compile(r"(?!.*(?:部分|标准|规定))[^，,的]{4,30}的[^，,的]{3,30}的?$")
"""毕业五年内的|高校毕业生首次购房的, 毕业5年内的|高校毕业生自主创业|，符合条件的."""
_ATTENDED = re.compile(r"(?:参加|参与|赴|前往|承办|举办|主办)(?![^，,]*的(?:企业|单位|机构|人|个人|团队)$)")
"""参加|境外展会, 举办|专业论坛 (not 参加境外展会的企业)."""
_APPROVED = re.compile(r"经[^，,的]{2,16}(?:认定|评定|备案|考核|验收|批准|评审|符合条件)(?:通过)?的(?=[^，,]{2})")
"""经市级认定的|海外仓."""
_GAINED_ONE = re.compile(
    r"(?:(?:首次|新|经)+[^，,的]{2,16}|在[^，,的]{1,12}?(?:举办|举行|召开|开展|承办|首发|首演|取景|拍摄))的"
)
"""新认定的|院士专家工作站, 在本市举办的|国际性会议: a clause that is nothing but a name, whatever its head."""
_KIND = re.compile(r"(?:国内|国际|本地|本土|外地|市外|市内|省外|省内|境内|境外|其他|高端|中端|一线|二线|[小中大微]型)")
"""国内高端品牌的，奖励100万元: another kind."""
FOR_OTHERS = re.compile(r"[为向给][其该]")
"""高层次人才，园区|为其|提供科研启动经费10万元: who gives."""
PAYER_TAIL = re.compile(
    rf"(?:{PURSE}|省级|市级|区级|县级|市区两级)?(?:按照?|分别|依次|再|单次|给予|另|额外|一次性|最高|最多|不超过|由|可|给|将)*$"
)
"""示范园区|市财政给予|, 入选企业|一次性|: who pays and how, behind the name."""
_BY_FUND = re.compile(r"由[^的]{2,20}(?:基金|资金)[\u4e00-\u9fff]{0,6}$")
"""由中小企业发展基金|给予企业: what pays, whomever its name tells."""


def plain_subject(reading: Reading, grant: Grant, stop: int | None = None) -> str | None:
    """The subject of a promise without 对: 企业级工业互联网平台|省级给予…, 园区内新认定的工业设计中心|分别给予….

    `stop` is where the words to look at end, if before the verb.
    """
    whole = reading.wide[grant.start : max(stop or grant.verb, grant.start)]
    lead = EXPLAINED.sub("", LEAD.sub("", whole))
    told = _TOLD_SO.match(whole)
    parts = COMMA.split(lead)
    owner = next((who for part in parts[1:] if (who := _MEASURED_FIRST.match(part))), None)
    if owner and _ENCOURAGED.match(parts[0]):
        return tidy(owner["who"])
    for part in (*parts, *(COMMA.split(told["who"]) if told else ())):
        if _BY_FUND.match(part.strip()):
            continue
        charged = _CHARGED.search(part)
        if charged and not _PUBLIC_BODY.search(charged["x"]):
            return charged["x"].removesuffix("自行")
        apiece = _APIECE.fullmatch(PAYER_TAIL.sub("", part.strip()))
        if apiece and bare_noun(apiece["who"]):
            return tidy(apiece["who"])
        counted = _COUNTED_OUT.fullmatch(part.strip())
        if (
            counted
            and not actor_of(part.strip())
            and _EACH_NEXT.match(reading.wide, grant.start + whole.find(part) + len(part))
            and bare_noun(counted["who"])
        ):
            return tidy(counted["who"])
        found = _subject_of(_ITEM.sub("", EACH_TAIL.sub("", PAYER_TAIL.sub("", part.strip()))))
        if found:
            return found
    return None


def _subject_of(part: str) -> str | None:
    """Whom a clause of the lead names as its subject, or None."""
    if part.startswith("每") or (part.startswith("在") and "的" not in part) or FOR_OTHERS.search(part):
        return None
    part = re.sub(r"（[^（）]*）", "", part) if "、" in part and part.endswith("）") else part
    part = LED_BY.sub("", _OF_THE_SUM.sub("", _OBJECT_IS.sub("", part)))
    part = _ONCE_DONE.sub("", _SORT.sub("", PAID_BY.sub("", _GIVEN_TO.sub("", part))))
    one = ONE_NEW.match(part)
    if one and bare_noun(part[one.end() :]):
        return tidy(part[one.end() :])
    entered = _ENTERED.fullmatch(part)
    if entered:
        return tidy(entered["who"])
    borrower = _BORROWS.match(part)
    if borrower and ENDS.search(borrower["who"]):
        return tidy(borrower["who"])
    part = re.sub(r"（[^（）]*）(?=每|的)|（(?:含|以|不含|包括|按)[^（）]*）|每成功.*$", "", part)
    encouraged = _ENCOURAGED.match(part)
    if encouraged and is_payer(part[encouraged.end() :]):
        return None
    if encouraged:
        return noun_phrase(_SORT.sub("", part[encouraged.end() :]))
    if _NO_SUBJECT.match(part) and not _APPROVED.match(part):
        return None
    if _ATTENDED.match(part) and THING_ENDS.search(part):
        return None
    if ENDS.search(part) or (_GAINED_ONE.match(part) and bare_noun(part)):
        return noun_phrase(part)
    kind = part.removesuffix("的")
    if kind != part and len(kind) <= 12 and ENDS.search(kind) and _KIND.match(kind):
        return tidy(kind)
    inner = kind.rpartition("的")[2] + "的" if _MODIFIED.match(part) else ""
    found = actor_of(part) or topic_of(part) or (actor_of(inner) if inner else None)
    plain = re.sub(r"（[^（）]*）", "", part)
    return found if found or plain == part else _subject_of(plain)  # 高校毕业生（毕业5年内）|创业的
