"""Whom a promise means that names nobody: the one before, in his new place or grade, or who does what it says."""

from __future__ import annotations

import re

from extract.annotate.reading import Reading
from extract.interpret.grants import Grant
from extract.interpret.harmonise import beneficiary_kind
from extract.interpret.heads import bare_noun, begins_with_deed, facility, headless, showing
from extract.interpret.names import ENDS, THING_ENDS, ends_in_recipient, noun_phrase, tidy
from extract.interpret.own_sums import PURSE
from extract.interpret.setting_out import MAKES

LEAD = re.compile(r"^（[^（）]*）|^[^：:]{0,60}(?<!\d)[：:]")
EACH_TAIL = re.compile(
    r"(?:每(?:家|个|人|户|名|位|[辆台套年月日季站所块]))+$|(?:每年)?(?<!的)每[个家座处][\u4e00-\u9fff]{2,4}$|，每[^，,]*$|"
    r"(?<!的)每(?:[个家款种项件]|单个)(?:产品|企业|单位|机构|项目|品种|型号|系统|平台)$|每(?:新增|增加|新建)[^，,的]*$|"
    r"(?:每亩|亩均?)(?:平均)?(?:(?:补助|补贴|奖励)(?:标准)?(?:不低于|不超过|不少于|为|按)?)?$"
)
"""首版次软件|每个产品|, 养老机构|每新增一张床位|, 日光温室|亩补助标准不低于|: what is counted is none of the name."""
PAID_BY = re.compile(r"(?:[省市区县]级|(?:省|市|区|县)财政)?(?:按照?|参照|依照)(?!照|规定|要求|国家|相关|有关).*$")
"""Behind the recipient: …节点项目|省级按照不超过项目投资额 (not 并按照规定缴费的用人单位)."""
_HEADING_NAMES = re.compile(
    r"(?:支持|鼓励|帮扶|引导|培育|扶持|奖励|资助|激励|助力)(?!对象|范围|标准|条件|方式|内容|环节|方向|政策|办法)(?P<p>[^,，。；;?？]{2,30})"
)
"""支持|电商企业发展 · 激励|乡村创客 (not 奖励标准, 扶持政策有哪些?)."""
_HEADED = re.compile(
    r"(?:^|[\s、.)])(?P<p>[^,，。、;；\s]{3,14}?)(?:奖励|补助|补贴|奖补|扶持|资助|激励)(?:政策|标准|措施)?$"
)
"""第二章  |旅行社|奖励."""
_GRADE = r"(?:[0-9一二三四五六七八九]{1,2}A?|[ABCD甲乙丙特]|[三四五]星)级"
_WHERE = re.compile(r"(?:^|[，,])(?:对于?|凡)?(?P<rel>在[^，,的\d]{2,40}?[^，,的\d]{2})的(?=$|[，,])")
"""对|在香港上市|的，给予…."""


def headed(heading: str) -> str | None:
    """Whom the heading of an item is about: 支持|电商企业|发展, |旅行社|奖励."""
    named = _HEADING_NAMES.search(heading)
    if named:
        return noun_phrase(named["p"])
    headed = _HEADED.search(heading)
    return headed["p"] if headed and ends_in_recipient(headed["p"]) else None


def likened(earlier: str | None, words: str) -> str | None:
    """The recipient before, in another place: 在境内上市的企业 and 在香港上市的 → 在香港上市的企业."""
    before, _, head = (earlier or "").rpartition("的")
    where = _WHERE.search(words) if before.startswith("在") and head else None
    return f"{where['rel']}的{head}" if where and where["rel"][-2:] == before[-2:] else earlier


def regraded(earlier: str | None, words: str) -> str | None:
    """The recipient before, of another grade: 国家5A级旅游景区 and 评定为4A级的 → 国家4A级旅游景区."""
    grade = re.search(rf"{_GRADE}(?=的|，|$)", words)
    return re.sub(_GRADE, grade[0], earlier, count=1) if grade and earlier else earlier


_EACH_OF_IT = re.compile(r"的[，,]每[个家座处所]")
"""开设有旗舰店的|，每个|补助10万元: so much for each that is opened."""


def left_over(reading: Reading, grant: Grant, phrase: str | None, earlier: str | None) -> str | None:
    """Where the promise names nobody: the one the ceiling counts, the one before, what is built, or who does so."""
    words = (phrase or LEAD.sub("", reading.wide[grant.start : max(grant.verb, grant.start)])).strip("，, ")
    parts = [part for part in re.split(r"[，,]", words) if part.endswith("的")]
    set_up = _SET_UP.fullmatch(parts[0]) if parts else None
    if set_up and ENDS.search(set_up["what"]):
        return set_up["what"]
    no_actor = earlier is None or THING_ENDS.search(earlier) or beneficiary_kind(earlier) in (None, "设施", "项目")
    clauses = parts[:1] or [EACH_TAIL.sub("", PAID_BY.sub("", clause)) for clause in reversed(words.split("，"))]
    built = next((found for clause in clauses if (found := facility(clause))), None)
    each = _EACH_OF_IT.search(reading.wide, grant.start, grant.promised[0].start) if grant.promised else None
    if built and (no_actor or (earlier or "")[-2:] == built[-2:] or each):
        return built
    shown = showing(parts[0]) if parts else None
    if shown and earlier and shown != earlier and shown[-2:] == earlier[-2:]:
        return shown
    counted = _CEILING_OF.search(reading.wide, max(grant.verb, grant.start), grant.end) if not phrase else None
    other = counted and earlier and beneficiary_kind(earlier) != beneficiary_kind(counted["n"])
    said = earlier is not None and earlier in reading.wide[_since(reading, grant.start) : grant.start]
    if counted and earlier and other and not said and counted["n"] not in earlier and not _SAME.match(words):
        return counted["n"]
    brought = _SETTLED.match(parts[0]) if parts else None
    if brought and ENDS.search(brought["who"]) and _FOR_LIFE.search(reading.wide, grant.start, grant.end):
        return tidy(brought["who"])
    event = _EVENT.match(words) if not phrase else None
    if event and earlier and no_actor and _A_TIME.search(reading.wide, grant.start, grant.end):
        return event["what"]
    doer = headless(parts[0]) if parts else None
    if doer and (earlier is None or (phrase and not ENDS.search(earlier)) or _hosts(earlier, doer)):
        return doer
    titled = earlier is None or _was_title(reading, grant, earlier)
    title = _TITLE.match(parts[0]) if parts and titled else None
    named = parts[0][title.end() :].removesuffix("的") if title else ""
    known = named if ENDS.search(named) else bare_noun(named)
    if known and not _NO_TITLE.search(known):
        return known
    if phrase and _is_plain(phrase):
        return phrase
    anyone = _ANYONE.match(words) if earlier is None and not phrase else None
    if anyone:
        return anyone["who"]
    anew = _spoken_of_anew(reading, grant, earlier) or _of_what(reading, grant) if not phrase else None
    thing = _thing_first(reading, grant) if not phrase and no_actor else None
    return anew or thing or earlier or shown or (counted["n"] if counted else None)


def _since(reading: Reading, offset: int) -> int:
    """Where the words up to a full stop begin that the offset stands in."""
    return max(reading.folded.rfind(mark, 0, offset) for mark in "。\n") + 1


def _was_title(reading: Reading, grant: Grant, earlier: str) -> bool:
    """Whether the recipient before is a title too: 被评为|3A级景区|的…；被评为全国示范点的…."""
    before = reading.wide[max(0, grant.start - _NEAR) : grant.start]
    at = before.rfind(earlier)
    return at > 0 and bool(_TITLE_BEFORE.search(before, 0, at))


_NEAR = 120
"""Characters before a promise in which the one before it stands."""


def _is_plain(phrase: str) -> bool:
    """Whether the words behind 对 are one plain name, whatever its head: 新增普惠托位."""
    name = _NEWLY.sub("", phrase)
    return len(phrase) <= 14 and "的" not in name and bare_noun(name) is not None and not _SAME.match(name)


def _spoken_of_anew(reading: Reading, grant: Grant, earlier: str | None) -> str | None:
    """What a sentence begins with that speaks of another thing than those before it: 既有多层住宅加装电梯，每台…."""
    start = reading.sentence_at(grant.start)[0]
    if grant.start > start + _LABEL:
        return None
    planned = _MADE.match(reading.wide, start, grant.end)
    if planned:
        return planned["what"]
    found = _TOPIC.match(reading.wide, start, grant.end)
    what = _PAYER_AT_END.sub("", found["what"]) if found else ""
    if not found or len(what) < 3 or _NO_TOPIC.search(what) or "根据" in what or begins_with_deed(what):
        return None
    counted = earlier and earlier in reading.wide[found.end() : grant.end]  # 切位游客按每人80元奖励，每家旅行社累计…
    return None if counted else what


def _of_what(reading: Reading, grant: Grant) -> str | None:
    """The thing that a sentence begins with and says the standard of: 烘干机作业|补贴标准为…, 小（2）型水库|给予…."""
    return _thing(reading, grant, _STANDARD_FOR)


def _thing_first(reading: Reading, grant: Grant) -> str | None:
    """The thing that is qualified first, whatever follows: 20年一遇的|海塘|，长度为2公里以内的给予…."""
    return _thing(reading, grant, _QUALIFIED)


def _thing(reading: Reading, grant: Grant, said: re.Pattern[str]) -> str | None:
    """The head of what a sentence begins with and the pattern finds, where it can be paid for."""
    start = reading.sentence_at(grant.start)[0]
    found = said.match(reading.wide, grant.start, grant.end) if grant.start <= start + _LABEL else None
    head = found["what"].rpartition("的")[2] if found else ""
    named = bare_noun(re.sub(r"（[^（）]*）", "", head)) if len(head) > 1 else None
    return head if named and not _NO_TOPIC.search(head) else None


_STANDARD_FOR = re.compile(
    r"(?P<what>(?!对|按|每|其(?!他)|该|由|经|在|为|同|各|给|符合|鼓励|支持|根据|以上|首次|获|第|前|后)(?:[^，,。；;：:（）]|（[^（）]{1,6}）){3,30}?)"
    r"(?:(?:补贴|补助|奖励|资助)标准(?:为|是|按)|给予|每[月年亩台吨]补[助贴])"
)
"""粮食烘干机作业|补贴标准为每100公斤补贴10元 · 小（2）型水库|给予不超过3.5万元 · 大于9千瓦的渔船|每月补助417元."""
_QUALIFIED = re.compile(
    r"(?!对|按|每|在|为|凡|以|经|鼓励|支持|根据)[^，,。；;：:]{2,30}(?:以上|以下|使用|建成|新建|标准|认定|一遇|运营|建设)的(?P<what>[\u4e00-\u9fff]{2,10})[，,]"
)
"""当年新建并投入使用的|贮藏保鲜库|，每个奖励2000元."""


def speaks_of(who: str, gives: str) -> bool:
    """Whether a clause that says `who` and then `gives` a sum speaks of a thing of its own: 一类水库|补助 (1.5万元)."""
    named = re.fullmatch(
        r"(?!每|按|对|分|[国省市区县州]{1,2}家?级?(?:再|另|可|财政)?$)[\u4e00-\u9fff、]{3,14}(?<![省市县区州旗镇])", who
    )
    plain = named and not _NO_TOPIC.search(who) and not begins_with_deed(who) and bare_noun(who) is not None
    return bool(plain and _GIVEN_AT_ONCE.fullmatch(gives))


_GIVEN_AT_ONCE = re.compile(r"(?:一次性)?(?:补助|补贴|奖励|奖补|给予)(?:最高|不超过)*")
"""一类水库|补助|1.5万元."""
_ANYONE = re.compile(
    r"(?P<who>企业|单位|个人|机构)(?=[前首后]?[\d一二三四五]+年|第[一二三]|缴纳|上缴|租用|购买|投资|引进)"
)
"""|企业|前三年上缴的税收予以全额奖励: whoever it is."""
_LABEL = 8
"""Characters that the label of an item takes before its words, at most: （十二）."""
_MADE = re.compile(
    rf"(?:20\d\d年|、|每年|分别|计划|力争|全[省市县区])*(?:{MAKES})(?P<what>[^，,。；;：:\d的]{{3,20}}?)"
    r"(?:不少于|不低于|至少|约)?\d+(?P<unit>[户部张座所台])(?:、\d+[户部张座所台])*，(?:每|按)(?P=unit)"
)
"""完成|既有住宅加装电梯|400部，每部补助15万元."""
_NEWLY = re.compile(r"^(?:新增|新建|新购|入托|入住|在院)")
"""对|新增|普惠托位: a plain name behind 对, whatever its head."""
_TOPIC = re.compile(
    r"(?P<what>(?!对|按|每|其(?!他)|该|由|经|在(?![站校职岗读册编建])|为|同|各|给|符合|正常|连续|运营|成立|租用|吸纳|获|首次|根据|上述|以上|鼓励|支持|进入|围绕|针对|聚焦|面向|结合|通过|利用|依托|推进|建立|加大|完善)"
    r"[^，,。；;：:\d的按经每]{3,24}?)(?:经(?:评审|评选|认定|审核|考核|验收)[^，,\d]{0,4})?"
    r"(?:可|均)?(?:，每|按每|(?:可|按规定)?给予|(?:[一二三四五]级|[A-E]类)?(?:一次性)?(?:补助|补贴|奖励|奖补)(?:最高|不超过)?\d)"
)
"""老旧小区既有多层住宅加装电梯|，每台给予10万元 · 企业新型学徒制培训|按每人5000元给予补贴 · 一类山塘|补助1.2万元."""
_PAYER_AT_END = re.compile(rf"{PURSE}$")
"""暖棚建设|省级财政|补助300元."""
_NO_TOPIC = re.compile(
    r"(?:费用?|额|款|金|补贴|补助|奖励|标准|租金|收入|比例|政策|条件|期间|时|后|起|内|日|月|年|元)$|^[国省市区县州]{1,2}家?级?(?:再|另|可)?$|财政|政府|[局委厅]|给予|奖励|补助"
)
"""水电|费用|，每户…, 市|财政|可给予…: no new topic."""


_TITLE = re.compile(r"(?:首次|新|成功|被)*(?:入选|获评|获批|评为|认定为|评定为|创建[为成]?|列入|纳入)")
"""首次入选|百强企业的, 获评|金牌导游的."""
_TITLE_BEFORE = re.compile(rf"{_TITLE.pattern}(?:的)?$")
"""被评为|3A级景区的奖励20万元: the one before was a title."""
_NO_TITLE = re.compile(r"[级奖]$|工程$|称号|资格|认证|荣誉|奖项|名单|目录|计划|专项|库$")
"""获评国家级|称号|的: what is gained is none who could be paid."""
_SAME = re.compile(r"其|上述|该|以上")
"""其|上云费用, 上述|企业: the one before."""
_CEILING_OF = re.compile(
    r"[，,](?:单个|每个|每家|单家|同一)(?P<n>企业|机构|单位|合作社|个人|主体|农户)(?:每年|全年|年度|累计|当年|最高|最多|补贴|补助|奖励|年)"
)
"""每单补贴0.5元，单个|企业|全年补贴不超过10万元: the ceiling tells who is paid."""

_SETTLED = re.compile(r"(?:新|全职|柔性)*(?:引进|招引|招聘|引育)(?:的)?(?P<who>[^，,的\d]{2,30})的$")
"""新引进|高层次人才|的."""
_FOR_LIFE = re.compile(r"安家(?:费|补[贴助])|(?:购房|租房|住房|生活|安家|人才)(?:补[贴助]|津贴)")
"""引进|硕士|的，给予10万元安家费: what only a person can use is his."""
_SET_UP = re.compile(r"新(?:设立?|组建|成立)(?:在[^，,的]{2,12}的)?(?P<what>[^，,的\d]{3,30})的")
"""新设|非银行业金融机构分公司|的，给予…: another than the one before."""
_EVENT = re.compile(
    r"(?:新|首次|成功)*(?:引进|举办|承办|主办|组织(?:开展)?)(?P<what>[^，,的\d]{1,24}?(?:演唱会|音乐[节会]|艺术节|文化节|赛事|比赛|展会|展览|博览会|会议|论坛|活动|演出))(?=[，,]|的)"
)
"""引进|大型演唱会|，每场…, 承办|国际赛事|的."""
_A_TIME = re.compile(r"每(?:场|次|届|期)|一次性|给予\d")
"""引进大型|演唱会|，观众1万人以上的，每场奖励20万元, after another thing (驻场演出项目) was named."""


def _hosts(earlier: str, doer: str) -> bool:
    """Whether the one before holds what others attend: 主办单位, then 参加展会的."""
    return bool(re.match(r"参[加展与]", doer) and re.search(r"(?:主办|承办|举办|组织)(?:单位|方|企业|机构)$", earlier))
