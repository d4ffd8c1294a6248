"""Noun phrases by grammar: what stands where somebody is named names him, whatever its head noun is."""

from __future__ import annotations

import re

from extract.lexicon import alternation, load

_WORDS = load("subsidies")
_NOBODY = re.compile(rf"(?:{alternation(_WORDS['nobody'])})$")
"""…的超过|部分|, 参展|费用|, 设备|购置|: what a phrase ends in that is paid for, measured or done."""
DEEDS = alternation([word for word in _WORDS["acts"] if len(word) > 1])
DEED = re.compile(DEEDS)
"""举办|展会, 引进|人才: what is done to something stands before it without 的."""
TAXED = r"(?:企业|机构|单位|组织|[户人者])"
"""小微|企业|的增值税, 纳税|人|的房产税, 个体工商|户|的资源税: whose taxes and fees they are."""
_TERMS = re.compile(
    r"\d|给予|另行|发放|根据|依据|参照|以上|以下|达到|不低于|不超过|按照?|由|其(?!他)|上述|该|[，,。；;：:]|一批|每"
)
"""投资额|不低于|标准, |上述|企业: words of the terms, no bare noun."""
_GOT = (
    r"(?:[首初]次|新|成功|当年|被|年度|连续|再次|经)*(?:获评|获批|获得|荣获|获(?=[国省市区县全])|评为|评定为|评上|评选为|"
    r"认定为?|列入|纳入|入选|晋升|升级(?!$)|晋级|复核|考核|通过|创建|创成)"
)
"""Verbs of recognition: 非遗工坊|获评|省级的."""
_RECOGNISED = re.compile(rf"(?P<who>[^，,。；;\d]{{2,20}}?)(?:在[^，,的]{{2,16}}中)?{_GOT}")
"""非遗工坊|获评省级的, 企业|在年度评价中获评优秀的."""
_NOT_RECOGNISED = re.compile(
    r"近[一二三两五\d]年|积极|大力|充分|主动|严格|代表|[首初]次|重新|视同|视为|一次|累计|一并|正式|顺利|其|新|被|经|当年|年度|对|在|为|与|成功|连续|再|已|未|绩效|综合|验收|考核|评审|复审|复评|复核|初审|终审|评估|评价|年检|年审|鉴定|答辩|抽查|[一单同][个家一]"
)
"""验收|通过的, 初次|认定的: nobody is named."""
_RECOGNISES = re.compile(r"(?:部门|[局委厅办院]|政府|机构|协会)$")
"""市行业主管|部门|认定的平台: who recognises, nobody who is recognised."""
_DENIED = "未已尚没并且"
"""资格到期|未|连续认定的, 列入计划项目|并|通过验收的: before the verb stands a word of the clause, no name."""
_COMPOUND = re.compile(
    r"^(?:培训|培养|服务|研发|技术|工程|设计|检测|孵化|实训|见习|实习|实践|创业|创新|运营|转化|生产|销售|种植|养殖|科研|科学|投资)[^，,的\d、]{0,6}?"
    r"(?:基地|中心|机构|平台|单位|公司|工作站|站点|站|工作室|实验室|园区|学校|学院|家)(?=的?$|获|被|评|通过|入选|每[年月季]|按时|按期|完成|可|应|须)"
)
"""高技能人才|培训基地, 青年|科学家: what follows belongs to the name, it is nothing done."""
_MEMBER_HEAD = re.compile(rf"(?:{alternation(_WORDS['recipients'])}|院士|人员)$")
"""顶尖|人才|、海外|院士|."""
_STARTS = re.compile(rf"^(?:首次|新|成功)*(?:{DEEDS}|具有|拥有|携带|属于|获|被|评|主持|主导|服务|面向|覆盖)(?!的)")
"""获批|国家级实验室、创新平台的企业: a verb before the list has all of it."""
_VERBAL_MEMBER = re.compile(r"(?:企业|机构|单位|公司|政府)(?!内)[^的]{2,}的")
"""企业、机构|建设的|平台: the list builds what stands last, it is not paid itself."""


def names_nobody(phrase: str) -> bool:
    """Whether the phrase ends in a sum, a measure or a deed: 参展费用, 超过部分, 专利培育等."""
    return bool(_NOBODY.search(phrase.rstrip('”"').removesuffix("等")))


def begins_with_deed(words: str) -> bool:
    """Whether the words tell what is done: 实施“揭榜挂帅”, 举办展会."""
    return bool(DEED.match(words))


_FIRST_DONE = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:首次|成功)(?:取得|实现|获得|进入|通过|出口|应用)[^，,的]*$")
"""具有知识产权的核心部件|首次取得市场业绩|: what it does, behind its name."""


def bare_noun(phrase: str) -> str | None:
    """The noun phrase that all of the words are, without what qualifies its head; None for a deed or a sum.

    开展惠民演出的民营剧团 → 民营剧团; 举办展会, 参展费用 → None.
    """
    words = re.sub(r"（[^（）]{4,}）$", "", phrase.strip(" ，,、")).removesuffix("等")
    head, _, last = _FIRST_DONE.sub("", words).rpartition("的")
    if len(last) < 2 or names_nobody(last) or _TERMS.search(last):
        return None
    deed = None if head else DEED.search(last)
    return None if deed and not continues_name(last[deed.start() :]) else last


def recognised(part: str) -> str | None:
    """Who or what is recognised: 非遗工坊|获评省级的 → 非遗工坊; None for 投资额获认定的."""
    match = _RECOGNISED.match(part)
    who = match["who"] if match else ""
    if (
        not who
        or who[-1] in _DENIED
        or _RECOGNISES.search(who)
        or names_nobody(who)
        or _TERMS.search(who)
        or DEED.match(who)
        or "的" in who
    ):
        return None
    return None if _NOT_RECOGNISED.match(who) else who


def continues_name(after: str) -> bool:
    """Whether what stands behind a recipient is the rest of a longer name: 高技能人才|培训基地."""
    return bool(_COMPOUND.match(after))


def compound(after: str) -> str:
    """The rest of a longer name behind a recipient, where the name then acts: 园区|运营机构|每月报送数据的."""
    more = _COMPOUND.match(after)
    return more[0] if more and _ACTS.match(after, more.end()) else ""


_ACTS = re.compile("每[年月季]|按时|按期|完成|可|应|须")
"""园区运营机构|每月|…."""


def listed(part: str) -> str | None:
    """A list of recipients of which a later one has a 的 of its own: 顶尖人才、海外留学的创业人才; else None."""
    members = re.split(r"、|以及", part.removesuffix("等"))
    if len(members) < 2 or "的" not in "、".join(members[1:]):
        return None
    if _STARTS.match(members[0]) or any(_VERBAL_MEMBER.search(member) for member in members):
        return None
    if not all(_MEMBER_HEAD.search(member) for member in members):
        return None
    return "、".join(member.rpartition("的")[2] if re.search(r"\d", member) else member for member in members)


_BUILT = re.compile(
    r"(?:^|[，,])(?:对)?(?:社会)?(?:在[^，,。；;的\d]{1,12}?)?(?:投资|自主|新)*(?:新建|改建|扩建|改扩建|[改扩]建|建设|购置|购买|开通|新增|开设有?|打造|修建|搭建|浇灌|开办|创办|兴办)"
    r"(?:、|和|或|及|新建|改建|扩建|购置)*"
    r"(?P<what>(?!在)[^，,。；;\d的]{2,24}?)(?:(?:并|且)[^，,的]*)?的$"
)
"""社会投资建设|无人机起降点|的, 新建|冷库|的, 在美食街内新开设|美食餐厅|."""
_DOES_SO = re.compile(
    r"(?:首次|新|成功|当年|自主)*(?:采用|使用|利用|应用|参加|参与|参展|购买|购置|租赁|租用|开展|开通|举办|承办|主办|实施|从事|种植|养殖|饲养|放养|繁育|栽植|"
    r"引进|建设|新建|聘用|招用|吸纳|组织|制定|发行|收购|流转)[^，,。；;\d]{2,28}的"
)
"""采用eVTOL开展空中通勤的|, 参加境外展会的|: nobody is named."""


_HOW_MUCH = re.compile("(?:一次性|最[高多]|给予)+$")
"""建设充电桩|最高|补贴10万元."""


def facility(clause: str) -> str | None:
    """The facility that a clause without a subject says is built or bought."""
    clause = _HOW_MUCH.sub("", clause)
    match = _BUILT.search(clause if clause.endswith("的") else clause + "的")
    what = match["what"] if match else ""
    if _FOR_ONESELF.search(what):
        return None
    return what if what and not names_nobody(what) and not _TERMS.search(what) and not DEED.match(what) else None


_FOR_ONESELF = re.compile(
    r"(?:住房|商品房|新房|房产|房屋|住宅|汽车|新车|新能源车|家电|保险|[门套车]票|食材|数据|软件|自用[^，,]{0,8}|办公(?:用房|场所|场地))$"
)
"""购买|住房|的, 购置|自用办公用房|: what somebody buys for himself is no facility that stands for its owner."""
_SHOWN = re.compile(
    r"(?P<who>[^，,。；;的\d]{2,14}?)(?:(?:首次|开设|设立|设|建)?[在于]|首次|首播|播出|上映|上线|年(?=演出|播))[^，,]*的"
)
"""微短剧|在平台播出的, 原创舞剧|首次公演的."""
_NO_SHOW = re.compile(
    r"(?:地|总部|户籍|户口|住所|社保|税务|工商|年龄|学历|工龄|会议|时间|关系|[在于对从经自其高低多少大小优早晚])$|^[在于对从经自其每]"
)
"""注册地|在本区的, 收入高|于2000万元的: a condition."""


def showing(clause: str) -> str | None:
    """The work or thing that a clause begins with: 微短剧|在平台播出的; None for 注册地在本区的."""
    match = _SHOWN.fullmatch(clause)
    who = match["who"] if match else ""
    return bare_noun(who) if who and not _NO_SHOW.search(who) and not DEED.match(who) else None


def headless(clause: str) -> str | None:
    """Those who do what the clause says, where nobody is named: 采用eVTOL开展空中通勤的."""
    return clause if _DOES_SO.fullmatch(clause) else None
