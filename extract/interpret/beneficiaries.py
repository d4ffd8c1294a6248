"""Who gets the money: the recipient that the words around a promise name."""

from __future__ import annotations

import re

from extract.annotate.reading import Reading
from extract.interpret.grammar import COMMA, after_last
from extract.interpret.grants import Grant
from extract.interpret.names import ENDS, NOUN, actor_of, is_generic, noun_phrase, tidy

_SUBJECT = re.compile(r"(?:对于?|凡是?|针对)(?!其|接|外(?:投资|贸易|开放|合作|承包|劳务)|上述|标|口|账|应|象)")
"""对|电商企业 (not 对其, 对接, 对口, 对外投资)."""
_GIVES_FIRST = re.compile(r"(?:进行|给予|予以|发放|实行)[^，,的]*[，,]")
"""对园区运营方|进行补助，州级园区补助100万元: the words for whom end before the first gift."""
_TO = re.compile(
    rf"(?:给予|奖励|补助|补贴|资助|发放给?|(?<=[%元准例])对)(?:该)?(?P<to>(?!每|最高|一次性|不超过|一定|额度|金额|标准|总额|期限)"
    rf"(?:[^\d,，。；;%每（(]|（[^（）]{{1,6}}）){{0,24}}?(?:{NOUN})(?:（[^（）]{{1,6}}）)?)"
    r"(?=每|最高|不超过|一次性|[\d一二三四五六七八九十百千]|国家|省|市|给予|奖|补|予以|经费|资金|各\d|"
    r"[^,，。；;\d]{1,12}(?:额|款|费|金|入|租)的?\d|[^,，。；;\d]{1,8}(?:补贴|补助|奖励|奖补|资助))"
)
"""给予|培训主体|60元 · 4%对|企业|予以奖励."""
_TO_LEAD = re.compile(r"^(?:该|相关|有关|财政|适当|相应|一定的?|牵头|或者?)+")
_EACH = re.compile(
    r"(?:每|各|单(?![独位项元次])|单一)(?:一)?(?:个|家|户|名|所|座|位|件|项|间|类)?(?P<n>[^\d,，。；;每、]{1,18}?)"
    r"(?:按|一次性|给予|予以|奖励|奖补|补助|补贴|资助|最高|不超过|可|再|分别)"
)
"""每个|县级服务中心|给予…."""
_TO_EACH = re.compile(r"给予每(?:个|家|户|名|所)?(?P<n>[^\d,，。；;每最一不]{1,16})")
_ONE_EACH = re.compile(
    r"(?:按照?|对|^|(?<=[，,]))(?P<who>[^，,、。；;\d按]{2,12}?)每(?:人|名|户|家|亩)(?:每月|每年)?(?:给予)?\d"
)
"""大专生每人1000元/月: whom a sum in a list is for."""
_OWN = re.compile(
    r"^(?:、|其中[，,：:]?|原则上|同时|另外|此外|[一二三四五六七八九十]+是)*(?P<who>(?!对|按|每|由|给|在|其|该|经|并|单个|单家|同一|各|省级|市级|区级|县级|再|另|凡)"
    r"(?:(?!给予|奖励|补助|补贴|资助|分别)[^，,。；;：:\d每]){2,24}?)(?:（[^（）]*）)?(?:每(?:人|名|户|家|次|个)|单次)?(?:每月|每年)?(?:按|分别|可|再|最高|不超过|一次性)*"
    r"(?:给予|予以|奖励|补助|补贴|资助|奖补)?(?:最高|不超过|一次性|人民币|各)*$"
)
"""…，省级文化产业园区补助|150万元: the subject of the amount's own clause."""
_PAYER_TAIL = re.compile(
    r"(?:省级|市级|区级|县级|市区两级|(?:省|市|区|县)财政)?(?:按照?|分别|再|给予|另|一次性|由|可|给|将)?$"
)
_PAID_BY = re.compile(r"(?:省级|市级|区级|县级|(?:省|市|区|县)财政)?(?:按照?|参照|依照)(?!规定|要求|国家|相关|有关).*$")
"""Behind the recipient: …节点项目|省级按照不超过项目投资额."""
_PHRASE_END = re.compile(
    r"[，,](?=(?:经|按照?|根据|可以?对|对其|在[^，,]{0,20}基础上|省级|市级|区级|县级|市财政|区财政|县财政))"
)
_EACH_TAIL = re.compile(r"每(?:家|个|人|户|名)$")
_LAST_PARTS = re.compile(r"(?:[，,](?:一次|每项|每个|每家|于|在|连续|每年|自|从|经|由)[^，,的]*)+$")
_ENCOURAGED = re.compile(
    r"(?:鼓励|支持|引导|扶持|培育|面向[^，,]{1,6}?(?:遴选|选拔|评选))(?:和支持|建设|引进|一批|建设一批)*"
)
_GIVEN_TO = re.compile(r"进行(?:补助|补贴|奖励|资助|扶持)?$")
_OBJECT_IS = re.compile(r"^(?:补助|奖励|支持|资助|补贴|扶持)?对象(?:为|是)")
"""补助对象为|运营机构."""
_OF_THE_SUM = re.compile(r"的?(?:一次性)?[^的，,]{0,6}(?:资助|补助|补贴|奖励|支持)(?:标准|比例|金额|额度)(?=按|$)")
"""改扩建养老机构|的一次性建设补助标准|按…."""
_SORT = re.compile(r"^(?:一批|各类|更多|有条件的|符合条件的)+")
_CHARGED = re.compile(r"由(?P<x>[^，,由]{2,16}?)(?:自行|负责|牵头)?(?:组织|实施|承担|开展)")
_PUBLIC_BODY = re.compile(r"局|委|部门|政府|财政")
_LEAD = re.compile(r"^（[^（）]*）|^[^：:]{0,60}[：:]")
_ITEM = re.compile(r"^(?:或者?|为(?!主)|向|[一二三四五六七八九十]+是|其中|另外|同时|每年|将)")
_NO_SUBJECT = re.compile(r"按|经(?!认定|考核认定|批准|备案)|根据|以|对|从|自[^主驾治]")
_BASE_LIKE = re.compile(r"(?:落户|入户|开户|额|款|费|费用|金额|经费|投入|租金|收入|利息|成本|部分|价)$")


def subject_phrase(reading: Reading, grant: Grant) -> str | None:
    """The words after 对 up to the promise: what the promise is made to, with its conditions."""
    end = grant.verb if grant.verb > grant.start else grant.end
    promised = grant.promised
    if promised:
        end = min(end, promised[0].scope[0] if grant.verb < 0 else max(grant.verb, grant.start))
    match = _SUBJECT.search(reading.folded, grant.start, max(end, grant.start))
    if not match:
        return None
    phrase = _GIVES_FIRST.split(reading.text[match.end() : end])[0]
    phrase = _PHRASE_END.split(phrase)[0]
    phrase = _PAID_BY.sub("", phrase) or phrase
    phrase = _LAST_PARTS.sub("", phrase)
    return _EACH_TAIL.sub("", _PAYER_TAIL.sub("", phrase).strip(" ，,")) or None


def _plain_subject(reading: Reading, grant: Grant, stop: int | None = None) -> str | None:
    """The subject of a promise without 对: 企业级工业互联网平台|省级给予…, 园区内新认定的工业设计中心|分别给予….

    `stop` is where the words to look at end, if before the verb.
    """
    lead = _LEAD.sub("", reading.text[grant.start : max(stop or grant.verb, grant.start)])
    for part in COMMA.split(lead):
        charged = _CHARGED.search(part)
        if charged and not _PUBLIC_BODY.search(charged["x"]):
            return charged["x"].removesuffix("自行")
        found = _subject_of(_ITEM.sub("", _PAYER_TAIL.sub("", part.strip())))
        if found:
            return found
    return None


def _subject_of(part: str) -> str | None:
    """Whom a clause of the lead names as its subject, or None."""
    part = _OF_THE_SUM.sub("", _OBJECT_IS.sub("", part))
    part = _SORT.sub("", _PAID_BY.sub("", _GIVEN_TO.sub("", part)))
    part = re.sub(r"（[^（）]*）(?=每|的)|每成功.*$", "", part)
    encouraged = _ENCOURAGED.match(part)
    if encouraged:
        return noun_phrase(_SORT.sub("", part[encouraged.end() :]))
    if _NO_SUBJECT.match(part):
        return None
    return noun_phrase(part) if ENDS.search(part) else actor_of(part)


def own_subject(reading: Reading, grant: Grant) -> str | None:
    """The recipient that the clause of the amount itself names: …进行补助，|省级文化产业园区|补助150万元."""
    promised = grant.promised
    if not promised:
        return None
    begin = after_last(reading.folded, ",;。:", grant.start, promised[0].scope[0])
    if begin == grant.start:
        return None
    match = _OWN.match(_RAISED.sub("", reading.text[begin : promised[0].start]))
    if not match or not ENDS.search(match["who"]):
        return None
    who = tidy(match["who"])
    return None if is_generic(who) else who


def indirect_object(reading: Reading, grant: Grant) -> str | None:
    """Whom the verb gives to: 给予培训主体60元 → 培训主体; None for 给予投资额的10%."""
    promised = grant.promised
    begin = max(grant.start, (promised[0].scope[0] if promised else grant.end) - 40)
    stop = min(grant.end, promised[-1].end + 24) if promised else grant.end
    for match in _TO.finditer(reading.text, begin, stop):
        to = tidy(_TO_LEAD.sub("", match["to"]))
        if to and not _BASE_LIKE.search(to) and "，" not in to and "按" not in to:
            return to
    return None


def each_one(reading: Reading, grant: Grant) -> str | None:
    """The thing after 每 or 单个: 每个县级服务中心给予… → 县级服务中心."""
    begin = max(grant.start, grant.verb - 24 if grant.verb > 0 else grant.start)
    match = _EACH.search(reading.text, begin, grant.end)
    promised = grant.promised
    first = promised[0].start if promised else grant.end
    if match and ENDS.search(match["n"]) and not re.search(r"\d", reading.text[match.end() : first]):
        return tidy(match["n"])
    to = _TO_EACH.search(reading.text, begin, grant.end)
    return to["n"] if to and ENDS.search(to["n"]) else None


_NO_NAME = re.compile(r"每(?:增加|新增|增长|超过|超|多|满|提高)|可(?:按|以|享)|按照?|将(?!军)|应当?(?!用)|须")
"""每增加100人, 可按照上述标准叠加: words of the terms, no recipient."""
_OUGHT = re.compile(r"(?:应当?|可以?|须|将)(?=在|从|由|按|于)")
"""高管人才所在企业|应在当年所获奖励中…."""
_RAISED = re.compile(
    r"(?:资助|补助|补贴|奖励|支持)(?:标准|比例|金额|额度)(?:可|则)?(?:提高|提升|上浮|上调|调整|增加)?(?:到|至|为)$"
)
_TERMS_TAIL = re.compile(r"(?:资助|补助|补贴|奖励|支持)(?:标准|比例|金额|额度)$")
"""国家重点实验室|资助标准|提高到1000万元."""
_GRADE = r"(?:[0-9一二三四五六七八九]{1,2}A?|[ABCD甲乙丙特]|[三四五]星)级"


def beneficiary_of(reading: Reading, grant: Grant, earlier: str | None) -> str | None:
    """Who gets what the grant promises; `earlier` is the recipient that the sentences before it name."""
    name = _recipient(reading, grant, earlier)
    if name:
        name = _TERMS_TAIL.sub("", _OUGHT.split(name)[0]) if not _NO_NAME.match(name) else earlier
    return _regraded(earlier, reading.text[grant.start : max(grant.verb, grant.start)]) if name == earlier else name


def _regraded(earlier: str | None, words: str) -> str | None:
    """The recipient before, of another grade: 国家5A级旅游景区 and 评定为4A级的 → 国家4A级旅游景区."""
    grade = re.search(rf"{_GRADE}(?=的|，|$)", words)
    return re.sub(_GRADE, grade[0], earlier, count=1) if grade and earlier else earlier


def _recipient(reading: Reading, grant: Grant, earlier: str | None) -> str | None:
    promised = grant.promised
    first = promised[0].start if promised else grant.start
    own = _ONE_EACH.search(reading.text, after_last(reading.folded, ",;。:", grant.start, first), grant.end)
    if own and ENDS.search(own["who"]):
        return own["who"]
    phrase = subject_phrase(reading, grant)
    to = indirect_object(reading, grant)
    each = each_one(reading, grant)
    if to and not is_generic(to) and len(to) > 2:
        return to
    found = own_subject(reading, grant) or (noun_phrase(phrase) if phrase else None)
    if found:
        return found
    if each and not is_generic(each):
        clause = after_last(reading.folded, ",;。:", grant.start, first)
        return (_plain_subject(reading, grant, clause) if clause > grant.start else None) or each
    plain = _plain_subject(reading, grant)
    if plain or not to or (earlier and earlier.endswith(to)):
        return plain or earlier or each or to
    return to
