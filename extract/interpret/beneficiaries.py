"""Who gets the money: the recipient that the words around a promise name."""

from __future__ import annotations

import re

from extract.annotate.reading import Reading
from extract.interpret.grants import Grant
from extract.lexicon import alternation, load

_WORDS = load("subsidies")
_NOUN = alternation(_WORDS["recipients"] + _WORDS["objects"])
_ACT = re.compile(rf"^(?:{alternation(_WORDS['acts'])}|\d|（)")
_ENDS = re.compile(rf"(?:{_NOUN})(?:\([^()]*\)|（[^（）]*）)?等?$")
"""A phrase that ends in a recipient: 农村电商企业, 全职高端人才（团队）, 第三方物流企业等."""
_LONG_NOUN = alternation([word for word in _WORDS["recipients"] if len(word) > 1])
_THING_ENDS = re.compile(rf"(?:{alternation(_WORDS['objects'])})等?$")
_FIRST = re.compile(
    rf"^(?P<np>[^，,。；;]{{0,45}}?(?:{_LONG_NOUN})+(?:（[^（）]*）|\([^()]*\))?(?:(?:或|、|和|及)[^，,。；;的]{{1,12}}?(?:{_LONG_NOUN}))*)"
    r"(?![级工才员民委外办政内域业标数群别性区商者])"
)
"""The recipient a phrase begins with: 贫困户|通过村级…邮寄…的; 电子商务企业或网商|聘用…的."""
_SUBJECT = re.compile(r"(?:对于?|凡是?|针对)(?!其|接|外投资|上述|标|口|账)")
_GAINED = re.compile(
    r"^(?:经认定的?|经考核\S{0,4}的|新(?![建型能材设增开兴])|首次|当年|年度|成功|获得|荣获|获批|获评|入选|通过|被?(?:认定|评定|评|命名|授予|确定|评选)(?:为|的)?|创建为?|"
    r"列入|纳入|符合条件的|(?:全职)?(?:引进|培养|培育|招引|入驻)的|我[省市区县]|全[省市区县]|本[省市区县]|辖区内?|区内|市内|省内|园区内|在我[省市县区]|的|等)+"
)
_TO = re.compile(
    rf"(?:给予|奖励|补助|补贴|资助|发放给?|(?<=[%元准例])对)(?:该)?(?P<to>(?!(?:每|最高|一次性|不超过|一定))[^\d,，。；;%每]{{0,24}}?(?:{_NOUN})(?:（[^（）]{{1,6}}）)?)"
    r"(?=每|最高|不超过|一次性|[\d一二三四五六七八九十百千]|国家|省|市|给予|奖|补|予以|经费|资金|各\d|[^,，。；;\d]{1,12}(?:额|款|费|金|入|租)的?\d|[^,，。；;\d]{1,8}(?:补贴|补助|奖励|奖补|资助))"
)
_EACH = re.compile(
    r"(?:每|各|单|单一)(?:一)?(?:个|家|户|名|所|座|位|件|项|间)?(?P<n>[^\d,，。；;每、]{1,18}?)"
    r"(?:按|一次性|给予|予以|奖励|奖补|补助|补贴|资助|最高|不超过|可|再|分别)"
)
_ONE_EACH = re.compile(r"(?:按照?|对|^|(?<=[，,]))(?P<who>[^，,、。；;\d按]{2,12}?)每(?:人|名|户|家|亩)(?:每月|每年)?(?:给予)?\d")
"""大专生每人1000元/月: whom a sum in a list is for."""
_PAYER_TAIL = re.compile(r"(?:省级|市级|区级|县级|市区两级|(?:省|市|区|县)财政)?(?:按照?|分别|再|给予|另|一次性|由|可|给|将)?$")
_PAID_BY = re.compile(r"(?:省级|市级|区级|县级|(?:省|市|区|县)财政)?(?:按照?|参照|依照)(?!规定|要求|国家|相关|有关).*$")
"""Behind the recipient: …节点项目|省级按照不超过项目投资额."""
_ENCOURAGED = re.compile(r"(?:鼓励|支持|引导|扶持|培育)(?:和支持|建设|引进|一批|建设一批)*")
_GENERIC = frozenset("企业 机构 单位 项目 平台 个人 主体 产品 人员 园区 中心 基地 公司 组织 者 人 户 品牌 活动 学校 方案".split())
_BASE_LIKE = re.compile(r"(?:额|款|费|费用|金额|经费|投入|租金|收入|利息|成本|部分|价)$")


def tidy(phrase: str) -> str:
    """The phrase without what only says how it was gained or where it lies: 经认定的, 我市, 获得 ….

    >>> tidy("经认定的省级农村电商示范县")
    '省级农村电商示范县'
    """
    phrase = re.sub(r"（各?[^（）]*负责[^（）]*）|^(?:单个|同一|每类（个）|类（个）)", "", phrase).strip(" 、，,的")
    shorter = _GAINED.sub("", phrase)
    return shorter if len(shorter) >= 2 else phrase


def noun_phrase(phrase: str) -> str | None:
    """The recipient in a phrase that follows 对, or None.

    年网络销售额超过1000万元的农产品品牌 → 农产品品牌; 贫困户通过…邮寄…的 → 贫困户; 获得各级奖项的企业 → itself.
    """
    phrase = phrase.strip(" ，,")
    parts = [p for p in re.split(r"[，,]", phrase) if p]
    relative = bool(parts) and "的" in parts[0] and _ENDS.search(parts[0]) and not _THING_ENDS.search(parts[0])
    actor = _actor(parts[0]) if parts and not relative else None
    if actor:
        return actor
    for part in parts:
        if _ENDS.search(part):
            head, _, last = part.rpartition("的")
            last = last.removesuffix("等")
            if not head or (last not in _GENERIC and len(last) > 2 and _ENDS.search(last)):
                return tidy(last) if head else tidy(part)
            return tidy(part if len(part) <= 40 else last)
    body = _GAINED.sub("", parts[0]) if parts else ""
    match = _FIRST.match(body)
    return match["np"].strip("的") if match else None


def _actor(part: str) -> str | None:
    """Who does something in the words: 本地电商企业|新开设旗舰店 → 本地电商企业; None where they only name somebody."""
    part = re.sub(r"^（[^（）]*）|^(?:每年|全年|经认定的|其中)", "", part)
    if re.match(r"(?:获得|获批|通过|入选|被|经|在|为|与|将|按)", part):
        return None
    match = _FIRST.match(part)
    if not match or re.search(r"的|\d|以上|且|为|达到|超过", match["np"]) or not _ACT.match(part[match.end() :]):
        return None
    return tidy(match["np"])


def subject_phrase(reading: Reading, grant: Grant) -> str | None:
    """The words after 对 up to the promise: what the promise is made to, with its conditions."""
    end = grant.verb if grant.verb > grant.start else grant.end
    figures = [*grant.rates, *grant.amounts]
    if figures:
        end = min(end, figures[0].scope[0]) if grant.verb < 0 else min(end, max(grant.verb, grant.start))
    text = reading.text[grant.start : max(end, grant.start)]
    match = _SUBJECT.search(reading.folded, grant.start, grant.start + len(text))
    if not match:
        return None
    phrase = reading.text[match.end() : end]
    phrase = re.split(r"[，,](?=(?:经|按照?|根据|在[^，,]{0,20}基础上|省级|市级|区级|县级|市财政|区财政|县财政))", phrase)[0]
    phrase = _PAID_BY.sub("", phrase) or phrase
    phrase = re.sub(r"(?:[，,](?:一次|每项|每个|每家|于|在|连续|每年|自|从|经|由)[^，,的]*)+$", "", phrase)
    return _PAYER_TAIL.sub("", phrase).strip(" ，,") or None


def _plain_subject(reading: Reading, grant: Grant) -> str | None:
    """The subject of a promise without 对: 企业级工业互联网平台|省级给予…, 园区内新认定的工业设计中心|分别给予…."""
    lead = reading.text[grant.start : max(grant.verb, grant.start)]
    lead = re.sub(r"^（[^（）]*）|^[^：:]{0,60}[：:]", "", lead)
    for part in re.split(r"[，,]", lead):
        charged = re.search(r"由(?P<x>[^，,由]{2,16}?)(?:自行|负责|牵头)?(?:组织|实施|承担|开展)", part)
        if charged and not re.search(r"局|委|部门", charged["x"]):
            return charged["x"].removesuffix("自行")
        part = _PAYER_TAIL.sub("", part.strip())
        part = re.sub(r"^(?:[一二三四五六七八九十]+是|其中|另外|同时|每年)", "", part)
        part = re.sub(r"（[^（）]*）(?=每|的)|每成功.*$", "", part)
        encouraged = _ENCOURAGED.match(part)
        if encouraged:
            part = part[encouraged.end() :]
            part = re.sub(r"^(?:一批|各类|更多|有条件的|符合条件的)+", "", part)
            found = noun_phrase(part)
            if found:
                return found
        elif not re.match(r"按|经(?!认定|考核认定|批准|备案)|根据|以|对其", part):
            actor = _actor(part)
            if actor or _ENDS.search(part):
                return actor or noun_phrase(part)
    return None


def indirect_object(reading: Reading, grant: Grant) -> str | None:
    """Whom the verb gives to: 给予培训主体60元 → 培训主体; None for 给予投资额的10%."""
    figures = sorted([*grant.rates, *grant.amounts], key=lambda f: f.start)
    begin = max(grant.start, (figures[0].scope[0] if figures else grant.end) - 40)
    for match in _TO.finditer(reading.text, begin, min(grant.end, figures[-1].end + 24) if figures else grant.end):
        to = tidy(re.sub(r"^(?:该|相关|有关|财政|适当|相应|一定的?|牵头)+", "", match["to"]))
        if to and not _BASE_LIKE.search(to) and "，" not in to and "按" not in to:
            return to
    return None


def each_one(reading: Reading, grant: Grant) -> str | None:
    """The thing after 每 or 单个: 每个县级服务中心给予… → 县级服务中心."""
    begin = max(grant.start, grant.verb - 24 if grant.verb > 0 else grant.start)
    match = _EACH.search(reading.text, begin, grant.end)
    first = min((f.start for f in (*grant.amounts, *grant.rates)), default=grant.end)
    if match and _ENDS.search(match["n"]) and not re.search(r"\d", reading.text[match.end() : first]):
        return match["n"]
    to = re.search(r"给予每(?:个|家|户|名|所)?(?P<n>[^\d,，。；;每最一不]{1,16})", reading.text[begin : grant.end])
    return to["n"] if to and _ENDS.search(to["n"]) else None


def _clause_start(reading: Reading, grant: Grant) -> int:
    figures = sorted([*grant.amounts, *grant.rates], key=lambda f: f.start)
    if not figures:
        return grant.start
    return max(reading.folded.rfind(mark, grant.start, figures[0].start) + 1 for mark in ",;。:")


def beneficiary_of(reading: Reading, grant: Grant, earlier: str | None) -> str | None:
    """Who gets what the grant promises; `earlier` is the recipient that the sentences before it name."""
    own = _ONE_EACH.search(reading.text, max(grant.start, _clause_start(reading, grant)), grant.end)
    if own and _ENDS.search(own["who"]):
        return own["who"]
    phrase = subject_phrase(reading, grant)
    subject = noun_phrase(phrase) if phrase else None
    to = indirect_object(reading, grant)
    each = each_one(reading, grant)
    if to and to not in _GENERIC and len(to) > 2:
        return to
    if subject:
        return subject
    if each and each not in _GENERIC:
        return each
    return _plain_subject(reading, grant) or earlier or each or to
