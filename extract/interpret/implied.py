"""Whom a promise must mean that no rule has found named: the nearest words that can be a name.

Asked last, of promises that would have no recipient; of 129 such rows of notices read by hand, two had none.
Such rows keep the confidence of promises known in part.
"""

from __future__ import annotations

import re

from extract.annotate.reading import Reading
from extract.annotate.words import leading_verb, tagged
from extract.interpret.beneficiaries import EXPLAINED_AT_LENGTH
from extract.interpret.drafts import Draft
from extract.interpret.grammar import COMMA
from extract.interpret.heads import begins_with_deed, names_nobody
from extract.interpret.own_sums import PURSE

_SHORT = 8
"""Characters of a name that is not looked through for a verb: 能繁母猪保险 (not 经销店|开设在省外省会城市)."""
_BODIES = r"(?:企业|单位|机构|园区|合作社|旅行社)"
_FOR = re.compile(
    r"(?<![面针应绝相])对(?![口接应照外比等]|其(?!他)|(?:[我本]?[省市区县]|地方|全[省市区县])?(?:区域)?(?:经济|财政)(?:发展)?的?贡献)(?:于)?(?P<who>[^，,。；;：:]{2,60}?)"
    r"(?=$|[，,]|每|按|为每|给予|予以|一次性)"
)
"""对|小于8米的渔船|为每月333元 · 对|入选“万人计划”的|，分别给予…."""
_BY_WHOSE = re.compile(rf"按照?(?P<who>[^，,的\d其]{{0,8}}{_BODIES})(?=实际|年度|当年|上年|新增|承接|投入|缴纳)")
"""按|物流企业|实际承接的服务费用2%: whose it is."""
_OWNED = re.compile(
    rf"(?:各类|本地|我市|全市)?(?P<who>(?!鼓励|支持|引导|帮助|为|由)[\u4e00-\u9fff]{{0,8}}?{_BODIES}(?:（[^（）]{{1,8}}）)?|(?:新(?:引进|招引|落户|签约|建|开工))?项目|个人)"
    r"(?=(?!的)[^，,的\d]{2,14}(?:首次|达到?|突破|超过|增长|不低于|在|\d))"
    r"|(?P<show>(?![^，,]{0,4}累计)[\u4e00-\u9fff]{2,8}?)(?=票房)"
)
"""|企业|固定资产投资额首次突破1亿元的, |演出剧目|票房收入超过500万元的: whose measure it is."""
_STOPS = re.compile(
    rf"每|按|依|参照|给予|予以|给|将|可|一次性|最高|不超过|各级|中央|{PURSE}|(?:[国省市区县州]|上)级财政|由|"
    r"(?:的|平均)*(?:补[助贴偿]|奖[励补]|资助|保费|保险费|救助|发放)(?:资金|标准|比例|额度)?|标准|"
    r"(?:第[一二三四五]|首|前[一二三]|后[一二三])年|首次|先行"
)
"""其他品种种公猪|每头…, 鲜菇|按照收购额…, 奶牛保险|各级财政…: where the words about a thing end."""
_LABEL = re.compile(
    r"^[^：:]*[：:]|^(?:其中|则|同时|面向|另外|此外|具体|凡是?|各(?!级|类|项|有))[，,为]?|^（[^（）]*）|^\d{1,2}[.、．，](?!\d)|^20\d\d年(?:\d+月(?:\d+日)?)?(?:底|末)?[之以]?[前后起]"
)
"""补贴标准：|早稻每亩15元, 其中|中央财政补贴35%, 2023年6月30日前|个人消费者报废旧车."""
_AT_END = {"n", "nr", "nt", "nz", "j", "eng", "x", "k", "ng", "l"}
_IN_NAMES = _AT_END | {"ns", "vn", "an", "b", "a", "s", "f", "q", "m", "i", "d", "ad", "r"}
"""Parts of speech (jieba) that a name may end in, and that it may have."""
_NO_NAME = re.compile(
    r"根据|[?？]|[在为达]\d|^(?:分别|[无有]偿|[在从自于以为按与和及或将把至到第该上述本此]|其(?!他)|经(?![销营济贸纪理]))|^\d|^(?:[国省市区县州]级)?[再另]?$|[再另]$|阶段性$|[高低多少大小优早晚]于$|达到?$|超过$|"
    r"[年月日时期内后前起中间上下度]$|条款|规定|本办法|情形|(?:项目)?资金$|财政|政府|金额|总额|收益$|所得$|[税费额款价率量金]$|(?:生活|交通|住房|租房|购房|岗位|社保|安家|餐饮|通[信讯]|取暖|高温)$|"
    r"(?:地|住所|总部|户籍|社保|税务|工商|年龄|学历|营业|经营)$"
)
"""第二|年|, 营业收入|在500万|—1000万, 住房租|金|, 注册|地|, 收入|高于|, 组团|达|: what no money is paid to."""
_HEADLESS = re.compile(
    r"(?!第[一二三四五]年|次年|注册地|住所|税务|户籍|每|按|经|其|该|如|若|同一|超过|超出|不足)[^，,。；;：:\d]{0,14}[^，,。；;：:]{3,36}的"
)
"""在县城规划区内购房的|，按200元/平方米给予补助: whoever does so."""
_MEASURE = re.compile(
    r"(?:\d+[.、．] ?)?[\u4e00-\u9fff]{0,10}?"
    r"(?:额|收入|产值|贡献|税收|总投资|利润|面积|数量|人数|增速|增幅|销量|价格|时间|期限)"
    r"(?:首次|达到?|为|在|比|较|超过|超出|不低于|不少于|低于|高于|满|同比|增长|每|\d)"
)
"""|销售额为|10万元的，奖励4000元: what is measured, and nobody."""
_BROUGHT = re.compile(r"(?:积极|大力|加快)?(?:引进|引育|招引|引入|吸引)(?P<who>[^，,的\d]{3,20})")
"""|引育|国际性科技组织|，开展联合研究，给予…: who is brought here."""
_ABOUT = re.compile(r"(?:的)?(?:补[助贴]|奖[励补]|资助|扶持|支持|激励|保障|政策|标准|措施|办法|细则|内容|类|方面)+$")
"""学前|资助, 国际会议|奖补标准|: what a heading says of its thing."""
_NO_TOPIC = re.compile(
    r"总则|附则|任务|重点|措施|政策|工作|条件|对象|范围|程序|流程|方式|材料|要求|原则|目标|意义|依据|管理|监督|组织|申报|审核|其他|加强|完善|推进|"
    r"加大|实施|优化|强化|^(?:大力|积极|加快|全面|深入|支持|鼓励|促进|推动|培育|提升|扩大|开拓|发展|引导|降低|落实)"
)
"""申报|条件, |加强|组织领导: a heading about the work."""


def implied(reading: Reading, draft: Draft, before: Draft | None) -> str | None:
    """The recipient of a promise that names none: of its clause, its sentence, the promise `before`, its heading."""
    first = min((figure.start for figure in draft.figures if figure.start >= draft.start), default=draft.end)
    start = min(reading.sentence_at(draft.start)[0], draft.start)
    lead = EXPLAINED_AT_LENGTH.sub("", reading.wide[start:first].replace("\n", ""))
    own = reading.wide[draft.start : first].replace("\n", "") if draft.start > start else ""
    found = _told_for(lead) or _in_clauses(own) or _in_clauses(lead)
    return found or _of_before(reading, draft, before) or _of_heading(reading, draft)


def _told_for(lead: str) -> str | None:
    """What stands behind the last 对."""
    found = [match["who"] for match in _FOR.finditer(lead)]
    return _name(found[-1]) or (found[-1] if found[-1].endswith("的") else None) if found else None


def _in_clauses(lead: str) -> str | None:
    """What a clause begins with, its own before those ahead of it; else who does what the first one says."""
    said = [clause.strip() for clause in COMMA.split(lead)]
    clauses = [re.sub("[各均]$", "", _LABEL.sub("", clause)) for clause in said if clause and clause[0] != "对"]
    for clause in reversed(clauses):
        found = _topic(clause)
        if found:
            return found
    closed = clauses if not said[-1] else clauses[:-1]
    for clause in closed:
        brought = _BROUGHT.fullmatch(clause)
        if brought and (found := _name(brought["who"])):
            return found
    whole = (one for one in closed if one.count("（") == one.count("）"))
    return next((one for one in whole if _HEADLESS.fullmatch(one) and not _MEASURE.match(one)), None)


def _topic(clause: str) -> str | None:
    """The noun phrase before the words of the promise, or before the first verb."""
    whose = _BY_WHOSE.match(clause)
    if whose or _STOPS.match(clause):
        return whose["who"] if whose else None
    owned = _OWNED.match(clause)
    if owned:
        return owned["who"] or owned["show"]
    stop = _STOPS.search(clause, 2)
    if stop and stop.start() < 40:
        found = _name(clause[: stop.start()])
        if found and len(found) > _SHORT and "的" not in found:
            return _before_verb(found) or found
        if found or names_nobody(clause[: stop.start()]):
            return found
    return _before_verb(clause)


def _before_verb(clause: str) -> str | None:
    """The nouns that a clause begins with, up to its verb, or all of it: 重点人群|租用经营场地…, 棉花|15元/亩."""
    length, last = 0, ""
    for word, flag in tagged(clause[:24]):
        if length and flag in ("v", "p", "d", "c"):
            break
        if flag not in _IN_NAMES:
            return None
        length, last = length + len(word), flag
    ends = last in _AT_END and (length < len(clause) or len(clause) < 24)
    return _name(clause[:length]) if ends else None


def _name(words: str) -> str | None:
    """The words as a name, where they can be one."""
    words = re.sub("^.*(?:落实|(?:继续|延续)(?:实施|执行))|(?:[各均都经]|亩均?|相关)$", "", words.strip(" ，,、的"))
    if len(words) < 2 or _NO_NAME.search(words) or (names_nobody(words) and not words.endswith("保险")):
        return None
    return None if begins_with_deed(words) and "的" not in words else words


def _of_before(reading: Reading, draft: Draft, before: Draft | None) -> str | None:
    """The recipient of the promise before, in the same item."""
    if before is None or reading.outline.section_at(before.start) != reading.outline.section_at(draft.start):
        return None
    known: str | None = before.columns["beneficiary"]
    return known


def _of_heading(reading: Reading, draft: Draft) -> str | None:
    """What the heading of the item, or of one that it stands in, is about: 国际会议|奖补."""
    for section in reading.outline.sections_about(draft.start):
        about = _ABOUT.sub("", section.heading.strip())
        named = 2 < len(about) <= 20 and section.body <= draft.start and not _NO_TOPIC.search(about)
        if named and not leading_verb(about) and (name := _name(about)):
            return name
    return None
