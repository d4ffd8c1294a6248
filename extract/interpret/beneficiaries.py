"""Who gets the money: the recipient that the words around a promise name."""

from __future__ import annotations

import re

from extract.annotate.reading import Reading
from extract.interpret.carried import EACH_TAIL, PAID_BY, left_over, likened, regraded, speaks_of
from extract.interpret.grammar import after_last
from extract.interpret.grants import Grant
from extract.interpret.harmonise import beneficiary_kind
from extract.interpret.heads import bare_noun
from extract.interpret.names import (
    ENDS,
    NOUN,
    THING_ENDS,
    is_generic,
    noun_phrase,
    tidy,
)
from extract.interpret.outright import told_outright
from extract.interpret.subjects import FOR_OTHERS, PAYER_TAIL, plain_subject

_THEIRS = (
    r"(?:主|助理)?教练|"
    r"[^，,额费款]{0,8}?(?:企业|单位|机构|人才|团队|人员|负责人|员工|家属|配偶|子女)(?:[按，,给每]|一次性)"
)
"""对其|主教练|按同等标准给予奖励: somebody of theirs."""
_TREATS = r"[^，,。；;的]{2,10}(?:支付|开展|提供)[^，,。；;\d的]{1,12}(?:的|活动)[，,]"
"""对|见习人员支付工作补贴的|，可享受见习补贴: who pays others is paid."""
_SUBJECT = re.compile(
    rf"(?:对于?|凡是?|针对)(?!(?:地方|[本我][省市区县]|区级|县级)?(?:经济|财政)(?:的)?贡献|其(?!他|{_THEIRS})|接(?![入收受待种续])|上述(?![^，,的]{{6,}}的[^，,的]{{2,}})|标|口|账|应|象|"
    rf"{_TREATS}|"
    r"外(?:投资|贸易|开放|合作|承包|劳务|提供|公开|服务|开展|出租|销售|经营|营业|宣传|输出))"
)
"""对|电商企业, 对|接入平台的机构, 对|其他企业 (not 对其, 对接, 对口, 对外投资, 对地方经济贡献)."""
_GIVES_FIRST = re.compile(r"(?:进行|给予|予以|发放|实行)[^，,的]*[，,]")
"""对园区运营方|进行补助，州级园区补助100万元: the words for whom end before the first gift."""
_AND_OTHER = r"[^\d,，。；;：:%每（(]{4,60}等"
"""给予|名校长、特级教师等|高层次人才: those whom the name takes in."""
_TO = re.compile(
    rf"(?:给予|(?:奖励|补助|补贴|资助|发放)给?|(?<=[%元准例])对)(?:该|其(?=[\u4e00-\u9fff])|{_AND_OTHER})?(?P<to>(?!每|最高|一次性|不超过|不低于|不少于|相应|一定|额度|金额|标准|总额|期限)"
    rf"(?:[^\d,，。；;：:%每（(]|（[^（）]{{1,6}}）){{0,24}}?(?:{NOUN}|[室站馆队社]|学校|(?<![地对双各])方(?!面|式|案|法|向))(?:（[^（）]{{1,6}}）)?)"
    r"(?=每|最高|不超过|不少于|不低于|一次性|[\d一二三四五六七八九十百千]|国家|省|市|给予|奖|补|予以|经费|资金|各\d|"
    r"(?:的|在[^,，。；;\d]{2,40})?[^,，。；;\d]{1,12}(?:额度?|款|费|金|入|租)的?(?:最高|不超过)?\d|[^,，。；;\d]{1,8}(?:补贴|补助|奖励|奖补|资助))"
)
"""给予|培训主体|60元 · 4%对|企业|予以奖励 · 给予|应用方|在项目中实际投入最高10%的奖励."""
_TO_LAST = re.compile(
    rf"[\d%]万?元?(?:给予|奖励|补助|补贴|资助)(?P<to>[^\d,，。；;%每（(的]{{0,16}}?(?:{NOUN}))(?=[，,。；;]|$)"
)
"""按工资标准的50%补贴|见习单位|。"""
_MAKER = re.compile(
    r"(?:供应|提供|服务|生产|制造|运营|使用|采购|购买|所有|经营|投资|承租|建设|研发|管理|开发|申报)(?:商|方|者|企业|单位|机构|主体|人)|单位|企业|机构|主体"
)
"""给予设备|供应商|补贴10万元, 用人|单位|: the rest of a name that begins with another."""
_BRACKET_TAIL = re.compile(r"（[^（）]*）$")
_BASE_BEHIND = re.compile(r"[^，,。；;\d]{0,8}(?:额|费|款|金|投入|租金)的\d")
"""给予实际设备（软件）|投资额的5%: what the share is of."""
_FOR_DEED = re.compile(r"(?:购置|更新|改造|租赁|采购|研发|建设|推广)(?:费用?)?(?:补贴|补助|奖励|奖补|资助)")
"""给予设备|购置补贴|: what is paid for."""
_TO_LEAD = re.compile(r"^(?:该|相关|有关|财政|适当|相应|一定的?|牵头|或者?)+")
"""给予|相关|企业10万元, 奖励|牵头|单位50万元."""
_EACH = re.compile(
    r"(?:每|各|单(?![独位项元次])|单一)(?!新增|增加|增长|新建|满|超|增|多|吸引)(?:一)?(?:个|家|户|名|所|座|位|件|项|间|类|台|套|辆)?(?P<n>[^\d,，。；;每、]{1,18}?)"
    r"(?:每年|按|一次性|给予|予以|奖励|奖补|补助|补贴|资助|最高|不超过|可|再|累计|分别)"
)
"""每个|县级服务中心|给予…."""
_EACH_OF_EACH = re.compile(r"每家(?P<n>[^\d,，。；;每]{0,10}(?:企业|单位|机构|公司|合作社))每[个项](?=[\u4e00-\u9fff])")
"""每家|企业|每个项目给予…."""
_FOR_EACH_THING = re.compile(
    r"(?:^|(?<=[，,：:])|对)每[艘辆台座口栋](?P<n>[\u4e00-\u9fff]{2,8}?)(?=减船|拆解|报废|更新|改造|补[助贴]|奖励|给予)"
)
"""对每艘|钢制渔船|减船转产补助2万元."""
_TO_EACH = re.compile(r"给予每(?:个|家|户|名|所)?(?P<n>[^\d,，。；;每最一不]{1,16})")
"""给予每家|入驻企业|5万元."""
_TO_EACH_NAMED = re.compile(
    r"给予每[个家户名所](?P<n>[\u4e00-\u9fff]{1,10}?(?:企业|单位|机构|公司|合作社|学校|园区))(?=[\u4e00-\u9fff])"
)
"""给予每家|参展企业|展位费80%奖励."""
_OWN = re.compile(
    r"^(?:、|其中[，,：:]?|原则上|同时|另外|此外|[一二三四五六七八九十]+是)*(?P<who>(?!对|按|每|由|给|在|其|该|经|并|单个|单家|单人|上限|限额|同一|各|省级|市级|区级|县级|再|另|凡)"
    r"(?:(?!给予|奖励|补助|补贴|资助|分别)[^，,。；;：:\d每]){2,24}?)(?:（[^（）]*）)?(?:每(?:人|生|名|户|家|次|个|件|项|平方米|亩|吨|台)|单次|亩均?)?(?:每月|每年)?(?:按|分别|可|再|最高|不超过|一次性)*"
    r"(?:给予|予以|奖励|补助|补贴|资助|奖补)?(?:最高|不超过|一次性|人民币|各)*$"
)
"""…，文化产业园区补助|150万元: the subject of the amount's own clause."""
_OWN_HEAD = re.compile(r"的(?:人才|人员|企业|机构|单位|团队|个人|毕业生|青年|项目|园区|合作社)$")
"""企业按目录新引进的|人才|: 按… belongs to what qualifies the head."""
_PHRASE_END = re.compile(
    r"[，,](?=(?:经(?!常|过?[^，,的]{2,14}(?:备案|认定|评定|批准|核准|登记|注册)的)|按照?|根据|可以?对|对其|在[^，,]{0,20}基础上|省级|市级|区级|县级|市财政|区财政|县财政))"
)
"""高新技术企业|，|经认定后…, 入选企业|，|市财政给予… (not 符合产业政策，经备案的企业)."""
_BESIDE = re.compile(
    r"(?<!^)除(?:按?规定)?(?:享受|获得|执行|给予|领取)[^，,]*外(?=[，,]|$)|(?<=[^，,的])由(?:其|所在|各|市|县|区|省|同级|属地|当地)[^，,的由]{0,12}$"
)
"""人才|除享受市补贴外|, 企业|由所在县区|给予: what others give, and who gives, are none of the name."""
_PICKED_FROM = re.compile(r"^(?:评选|选拔|遴选|认定|评定|推选)出?的每[个家名户位件项](?=[\u4e00-\u9fff“])")
"""对|评选出的每家|“创新机构”给予10万元."""
_EACH_OF_THEM = re.compile(r"的每[个家项种名](?=[\u4e00-\u9fff]{2})")
"""对通过一致性评价|的每个|品种: of those."""
_ASIDE = re.compile(r"(（[^（），,]{0,6})[，,][^（）]*(?=）)")
"""国际顶尖人才（A类|，根据目录确定，下同|）: a remark whose commas part no list."""
EXPLAINED_AT_LENGTH = re.compile(r"（(?:即|指|是指)[^（）]{8,}）|（[^（）]{6,}[，、][^（）]*[含有][^（）]*）")
"""人工智能OPC|（即由…创办的新型创业实体，以下称OPC）|."""
_LAST_PARTS = re.compile(r"(?:[，,](?:一次|每项|每个|每家|于|在|连续|每年|自|从|经|由)[^，,的]*)+$")
"""文化企业|，自投产之日起|, 示范园区|，每个|."""
_BASE_LIKE = re.compile(r"(?:落户|入户|开户|额|款|费|费用|金额|经费|投入|租金|收入|利息|成本|部分|价)$")
"""给予|落户|奖励最高100万元: the 户 is no recipient."""
_OF_TIME = re.compile("^其(?!他)|(?<=..)(?:当年度?|每年|年度)$")
"""对|其|高管…, 对规上企业|当年度|按增量5%奖励: no part of the name."""


def subject_phrase(reading: Reading, grant: Grant) -> str | None:
    """The words after 对 up to the promise: what the promise is made to, with its conditions."""
    end = grant.verb if grant.verb > grant.start else grant.end
    promised = grant.promised
    if promised:
        led = grant.start < grant.verb < promised[0].start
        end = min(end, grant.verb if led else promised[0].scope[0])
    match = _SUBJECT.search(reading.folded, grant.start, max(end, grant.start))
    if not match:
        return None
    if end <= match.end() and promised:  # 对|申报入统的统计人员…: no verb of giving
        end = promised[0].scope[0]
    words = EXPLAINED_AT_LENGTH.sub("", reading.wide[match.end() : end])
    phrase = _BESIDE.split(_GIVES_FIRST.split(_ASIDE.sub(r"\1", words))[0])[0]
    phrase = _PHRASE_END.split(phrase)[0]
    phrase = phrase if _OWN_HEAD.search(phrase.rstrip("，,")) else PAID_BY.sub("", phrase) or phrase
    phrase = _LAST_PARTS.sub("", _PICKED_FROM.sub("", _EACH_OF_THEM.sub("的", phrase)))
    phrase = EACH_TAIL.sub("", PAYER_TAIL.sub("", phrase).strip(" ，,"))
    return _OF_TIME.sub("", phrase) or None


def own_subject(reading: Reading, grant: Grant) -> str | None:
    """The recipient that the clause of the amount itself names: …进行补助，|文化产业园区|补助150万元."""
    promised = grant.promised
    if not promised:
        return None
    begin = after_last(reading.folded, ",;。:", grant.start, promised[0].scope[0])
    bare = grant.verb >= grant.end and reading.folded.startswith("/", promised[0].end)  # 脱贫户|6元/株
    if begin == grant.start and not bare and "单次" not in reading.wide[begin : promised[0].start]:
        return None
    clause = _STANDARD_OF.sub(r"\g<each>", _RAISED.sub("", reading.wide[begin : promised[0].start]))
    match = _OWN.match(clause)
    if match and FOR_OTHERS.match(clause, match.end("who")):
        return None
    if not match or not (
        ENDS.search(match["who"])
        or _GRADE_ONLY.fullmatch(match["who"])
        or (not match["who"].endswith(("按", "按照", "参照")) and _A_MEASURE.match(clause, match.end("who")))
        or _in_parallel(reading, begin, match["who"], clause)
        or speaks_of(match["who"], clause[match.end("who") :])
    ):
        return None
    who = tidy(match["who"])
    return None if is_generic(who) else who


_PLAINLY = ("补助", "补贴", "奖励", "奖补", "给予")
_PLAIN = re.compile(
    r"(?:其中[：:，]?)?(?!.*(?:[国省市区县]级|财政|政府|部门|每|第|首|标准|一次|另外|同时|最高))[\u4e00-\u9fff]{3,10}(?<![年月日期次人户家])"
)
"""其中：|草地整理|补助10元/亩，|化肥购置|补助25元/亩: like clauses name what each sum is for."""
_GRADE_ONLY = re.compile(r"[一二三四五]星级?|\d?A+级|[A-F一二三四五]类|[一二三四五甲乙丙特]级|[特一二三四]等奖?")
"""|三星级|按60%奖励返还: of those who were named before."""
_A_MEASURE = re.compile(r"(?:（[^（）]*）)?每(?:平方米|亩|吨|台)")
"""千级洁净厂房|每平方米|补助500元: what is measured out stands before, whatever its head."""


def _in_parallel(reading: Reading, begin: int, who: str, clause: str) -> bool:
    """Whether the clause goes on a list of like ones: 单台设备最高奖励300万元，|核心部件最高奖励100万元|."""
    gives = clause.partition(who)[2]
    before = reading.wide[reading.sentence_at(begin)[0] : begin - 1]
    last = re.split(r"[，,；;]", before)[-1]
    head, _, given = last.partition(gives) if len(gives) > 1 and gives in last else ("", "", "")
    if given[:1].isdigit() and gives in _PLAINLY and _PLAIN.fullmatch(head) and _PLAIN.fullmatch(who):
        return True
    return bool(ENDS.search(head)) and len(head) < 16 and bare_noun(who) is not None


def indirect_object(reading: Reading, grant: Grant) -> str | None:
    """Whom the verb gives to: 给予培训主体60元 → 培训主体; None for 给予投资额的10%."""
    promised = grant.promised
    begin = max(grant.start, (promised[0].scope[0] if promised else grant.end) - 40)
    stop = min(grant.end, promised[-1].end + 24) if promised else grant.end
    for match in _TO.finditer(reading.wide, begin, stop):
        more = _MAKER.match(reading.wide, match.end("to"))
        to = tidy(_TO_LEAD.sub("", match["to"] + (more[0] if more else "")))
        if THING_ENDS.search(_BRACKET_TAIL.sub("", to)) and _BASE_BEHIND.match(reading.wide, match.end("to")):
            continue
        if _BASE_LIKE.search(re.split("[和、及]", to)[0]):  # 补助|展位费和参展产品|运输费50%
            continue
        deed = THING_ENDS.search(to) and _FOR_DEED.match(reading.wide, match.end("to"))
        if to and not deed and not _BASE_LIKE.search(to) and "，" not in to and "按" not in to:
            return to
    last = _TO_LAST.search(reading.wide, begin, min(len(reading.wide), grant.end + 1))
    return last["to"] if last and ENDS.search(last["to"]) else None


def each_one(reading: Reading, grant: Grant) -> str | None:
    """The thing after 每 or 单个: 每个县级服务中心给予… → 县级服务中心."""
    for pattern in (_EACH_OF_EACH, _FOR_EACH_THING):
        if found := pattern.search(reading.wide, grant.start, grant.end):
            return found["n"]
    begin = max(grant.start, grant.verb - 24 if grant.verb > 0 else grant.start)
    match = _EACH.search(reading.wide, begin, grant.end)
    promised = grant.promised
    first = promised[0].start if promised else grant.end
    each = PAYER_TAIL.sub("", match["n"]) if match else ""
    paid_by = match is not None and match["n"].endswith(("级", "财政"), len(each))  # 每个家庭牧场|省级财政|补助5万元
    named = ENDS.search(each) or (paid_by and bare_noun(each))
    before = match is not None and (match.start() < first or grant.amounts)
    if match and before and len(each) > 1 and named and not re.search(r"\d", reading.wide[match.end() : first]):
        return tidy(each)
    for pattern in (_TO_EACH, _TO_EACH_NAMED):
        to = pattern.search(reading.wide, begin, grant.end)
        if to and len(to["n"]) > 1 and ENDS.search(to["n"]):
            return to["n"]
    return _one_of(reading.wide[grant.start : grant.end])


def _one_of(words: str) -> str | None:
    """What 每人 or 每站 takes up: 评选10名|技术能手|，每人…, 在海外设立|引才工作站|，每站…."""
    built = _BUILT_EACH.search(words)
    if built:
        return built["n"]
    found = _PICKED.search(words)
    if found:
        return found["n"] or found["a"]
    found = _SET_UP.search(words)
    return found["n"] if found and len(found["n"]) > 2 else None


_PICKED = re.compile(
    r"(?:评选|选拔|遴选|表彰|命名|认定|评定)(?:出|产生|推出|一批)?"
    r"(?:\d+(?:名|位|个|家|项)左?右?(?P<n>[^，,。；;\d的]{2,20})|(?P<a>[^，,。；;\d的]{2,20})\d+(?:名|位|个|家|项)左?右?)[，,]每(?:名|人|位|个|家|项|[村镇乡户所])"
)
"""评选10名|技术能手|，每人…, 评选|示范场景|30个，每个…."""
_BUILT_EACH = re.compile(
    r"每(?:新建成?|建成|改造)[一1][座口个处所家间栋眼](?:[^，,。；;]{0,16}的)?(?P<n>[^，,。；;\d的]{2,16}?)(?=[，,]|补|奖|给予|按)"
)
"""每新建一口|沼气池|，补助1000元: what is built stands for its owner."""
_SET_UP = re.compile(
    r"(?:设立|建立|建设|新建|成立|组建)(?:的)?(?P<n>[^，,。；;\d的]*(?P<c>[站室园馆院所点店校村社]))[，,]每(?P=c)"
)
"""在海外设立|引才工作站|，每站…."""


_NO_NAME = re.compile(
    r"(?:迁入|吸纳|招用|安置|引进|转移|新增|带动|培训)?\d+[人名户家]|最高|可获|将获|每(?:增加|新增|增长|超过|超|多|满|提高)|可(?:按|以|享)|按照?|将(?!军)|应当?(?!用)|须"
)
"""每增加100人, 可按照上述标准叠加: words of the terms, no recipient."""
_RAISED = re.compile(
    r"(?:资助|补助|补贴|奖励|支持)(?:标准|比例|金额|额度)(?:可|则)?(?:提高|提升|上浮|上调|调整|增加)?(?:到|至|为)$"
)
"""国家重点实验室|资助标准提高到|1000万元."""
_STANDARD_OF = re.compile(r"的?(?:资助|补助|补贴|奖励|救助|发放)标准(?:为|是|按)(?P<each>(?:每[\u4e00-\u9fff]){0,2})$")
"""小学寄宿生|的资助标准为|每生每年1000元."""


def beneficiary_of(reading: Reading, grant: Grant, earlier: str | None) -> str | None:
    """Who gets what the grant promises; `earlier` is the recipient that the sentences before it name."""
    name = _recipient(reading, grant, earlier)
    if name and (_SUM.search(name) or _MEASURED.search(name)):
        return earlier
    if name and _PLAN.search(name) and not _BY_FIGURE.fullmatch(name):
        return None
    name = _balanced(name) if name else name
    if name and (_NO_NAME_AT_END.search(name) or _WENT.fullmatch(name)):
        to = indirect_object(reading, grant)
        name = to if to and not _NO_NAME_AT_END.search(to) else earlier
    sized = _BY_FIGURE.fullmatch(name) if name else None
    name = sized["head"] if sized else name
    if name and _NO_NAME.match(name):
        name = earlier
    if name and _GRADE_ONLY.fullmatch(name):
        phrase = subject_phrase(reading, grant)
        named = noun_phrase(phrase) if phrase else None
        whole = named if named and ENDS.search(named) else earlier
        return f"{_BRACKET_TAIL.sub('', whole)}（{name}）" if whole and not _GRADE_ONLY.fullmatch(whole) else name
    words = reading.wide[grant.start : max(grant.verb, grant.start)]
    return regraded(likened(earlier, words), words) if name == earlier else name


def _balanced(name: str) -> str:
    """The name without a bracket or quote that nothing closes or opens."""
    quotes = () if '"' in name else ("“”",)  # “双跨": closed by a mark of another shape
    for opened, closed in ("（）", "()", "《》", *quotes):
        if name.count(opened) > name.count(closed):
            name = name[: name.rfind(opened)] if name.rfind(opened) > 1 else name.replace(opened, "")
        elif name.count(opened) < name.count(closed):
            name = name.replace(closed, "", 1)
    return name


_NO_NAME_AT_END = re.compile(
    r"(?:资金扶持|资金支持|以奖代补|力度|比例|额度|称号|荣誉|(?:工资|低保|保障|缴费)标准|缴费基数|过渡期|期内|期间|放大|条件|方式及?|(?<!保)费|(?<!产)税|投资额|贡献额|(?:审核|评审|验收|复审|评估|公示|备案)(?:通过)?|(?<=..)达到?|^(?:成功)?(?:上市|挂牌|股改|开业|投产|落地))$"
)
"""给予不超过50万元的|资金扶持|, 展位|费|, 组团|达|1000人: what is given or measured, nobody."""
_WENT = re.compile(r"(?:到|赴|来|回)[\u4e00-\u9fff]{1,4}")
"""对|到中心|城区就业的，给予个人3600元: where somebody goes."""
_BY_FIGURE = re.compile(
    r"(?!获|入选|通过)[^，,“]*\d[\d.]*[百千万亿]*(?:元|美元|平方米|亩|吨|人|人次|头|台|%)[^，,“”]{0,12}?的(?P<head>[^的，,]{2,12})"
)
"""固定资产投资1000万元以上的|项目|: the figure is a condition, and none of the name."""
_PLAN = re.compile(r"^20\d\d年[、分]|\d+[^\d，,的]{1,3}、\d")
"""2024年完成改造1000户、1200户: what is set out, nobody."""
_MEASURED = re.compile(r"(?:高于|低于|超过|达到|不低于|不少于)\d[^的]*(?:且|占|以[上下]、)[^的]*$")
"""收入高于2000万元且占|企业|总收入80%以上的, 年培训人数达到20人以上、|人员|结业后…: a condition, nobody."""
_SUM = re.compile(r"^[^的]*\d[万亿]?元/")
"""省外500元/人: an amount, nobody."""


def _recipient(reading: Reading, grant: Grant, earlier: str | None) -> str | None:
    promised = grant.promised
    first = promised[0].start if promised else grant.start
    told = told_outright(reading, grant)
    if told:
        return told
    phrase = subject_phrase(reading, grant)
    to = indirect_object(reading, grant)
    each = each_one(reading, grant)
    found = own_subject(reading, grant) or (noun_phrase(phrase) if phrase else None)
    begun = (_INVESTED.match(phrase) or _IN_LATIN.match(phrase)) if phrase and not found else None
    if begun:
        return tidy(begun["who"])
    if to and found and THING_ENDS.search(to) and ENDS.search(found) and not THING_ENDS.search(found):
        return found
    if to and ((not is_generic(to) and len(to) > 2) or to.endswith("方") or (found and not ENDS.search(found))):
        benefit = found and _BENEFIT.search(reading.wide, grant.start, grant.end)
        return found if benefit and benefit["to"] == to and ENDS.search(found or "") else to
    if found:
        return to if to and _is_hired(reading, grant, found, to) else found
    if each and not is_generic(each):
        clause = after_last(reading.folded, ",;。:", grant.start, first)
        return (plain_subject(reading, grant, clause) if clause > grant.start else None) or each
    plain = plain_subject(reading, grant)
    if to and plain and _is_hired(reading, grant, plain, to):
        return to
    if plain or not to or (earlier and earlier.endswith(to)):
        left = plain or left_over(reading, grant, phrase, earlier) or each or to
        return left or (phrase if phrase and _WHOLE_NOUN.fullmatch(phrase) else None)
    return to


_INVESTED = re.compile(
    r"(?P<who>[^，,的\d（）]{2,16}?项目)(?:固定资产|设备|软硬件|实际|总|年度|累计|研发)*(?:投资|投入)(?:总?额)?(?:达到?|超过|不低于|在)*\d"
)
"""对|制造业项目|设备投资2000万元以上的."""
_IN_LATIN = re.compile(
    r"(?P<who>[A-Z][A-Za-z0-9]{1,12}(?:企业|社区|团队|人才)?)(?=开展|购买|采购|入驻|使用|应用|参[加与]|获|申报|租|开发|研发|落户|创业|首次)"
)
"""对|OPC|开展数据标注服务."""
_WHOLE_NOUN = re.compile(
    r"(?!.*每)[\u4e00-\u9fff]{4,14}(?:品种|产品|厂房|设施|保险|项目|建筑|住宅|小区|电梯|床位|线路|航班|车辆|船舶|设备)"
)
"""对|主要种植业参保品种|，各级财政补贴不低于70%."""


def _is_hired(reading: Reading, grant: Grant, who: str, employer: str) -> bool:
    """Whether the sum for a person goes to who hires him: 当年引进|紧缺人才|，按每人2万元标准给予企业引才资助."""
    if beneficiary_kind(who) != "个人" or beneficiary_kind(employer) in ("个人", None):
        return False
    return _HIRES.search(reading.wide, grant.start, grant.promised[0].start) is not None


_HIRES = re.compile(r"引进|引育|培养|招用|聘用|招聘|吸纳|录用|支付")
"""当年|引进|紧缺人才，按每人2万元标准给予企业引才资助: what they cost their employer."""
_BENEFIT = re.compile(r"给予(?P<to>[^，,。；;\d]{2,12}?(?:人才|骨干|青年|专家))(?:奖励|补贴|补助|津贴|资助)")
"""给予|特殊人才|奖励 names the benefit where the sentence has said who gets it."""
