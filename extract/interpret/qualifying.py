"""Figures that only say which things are meant, how large each is, or that stand in words to live by."""

from __future__ import annotations

import re

from extract.annotate.values import Figure
from extract.annotate.words import leading_verb
from extract.interpret.grammar import BRACKET
from extract.interpret.wording import VERB_AT_END, VERB_ONLY, measured_indicator
from extract.lexicon import alternation, load

_WORDS = load("targets")
_RATE_OF_THEM = re.compile(
    rf"的?[^,;。:、()]{{2,20}}(?:率|比例|占比|比重)(?:均|都|要|力争|年均)*(?:{alternation([*_WORDS['levels'], '为'])})?"
)
"""20户|以上|自然村通4G率|达到98%: the rate of those that reach the first figure."""
_SET_OUT = re.compile(r"(?:实现|确保|力争|争取|推动|推进|保持|使)$")
"""到2025年,|实现|100立方米以上冷库接入率达到100%."""


def is_threshold(folded: str, figure: Figure, done: int, behind: list[Figure]) -> bool:
    """Whether the figure only says of which things a rate is that follows at once: 100立方米以上冷库接入率 (100%)."""
    if figure.scope[1] == figure.end or figure.scope[0] < figure.start or figure.kind == "share" or not behind:
        return False
    rate = next((other for other in behind if other.kind == "share"), None)
    words = rate is not None and _RATE_OF_THEM.fullmatch(folded, figure.scope[1], rate.start)
    lead = folded[done : figure.start]
    return bool(words) and (not VERB_AT_END.search(lead) or bool(_SET_OUT.search(lead)))


_SLOGANS = re.compile(
    r"[“\"](?:[一二两三四五六七八九十]个[\u4e00-\u9fff]{1,8}[、,])+[一二两三四五六七八九十]个[\u4e00-\u9fff]{1,8}[”\"]"
    r"|[“\"](?:[一二两三四五六七八九十]+[大项条][\u4e00-\u9fff]{2,6}){2,}[”\"]"
)
"""确保实现|“两个高于、两个缩小”|目标, |“三大支撑八项重点”|: words to live by, no count."""
_AIM_IN_QUOTES = re.compile(r"“[^“”]{0,12}翻[^“”]{0,16}”的?(?:总体|战略|宏伟|奋斗|发展)?目标")
"""实现|“五年翻一番、挺进千百亿”的总体目标|: nothing is measured."""
_QUOTED = re.compile(r"“[^“”]{2,14}”")
"""新增双特困户|“发现1户、解决1户”|."""


def in_maxim(folded: str, figure: Figure) -> bool:
    """Whether it stands in a maxim (“两个高于、两个缩小”, “1名团长+3名导师”), or is a one (“发现1户、解决1户”)."""
    begin = max(0, figure.start - 14)
    slogans = _SLOGANS.finditer(folded, begin, figure.end + 24)
    if any(slogan.start() < figure.start < slogan.end() for slogan in slogans):
        return True
    if any(aim.start() < figure.start < aim.end() for aim in _AIM_IN_QUOTES.finditer(folded, begin, figure.end + 30)):
        return True
    opened = folded.rfind("“", max(0, figure.start - 40), figure.start)
    closed = folded.find("”", max(opened, 0), figure.end + 40) if opened >= 0 else -1
    if closed > figure.end and "+" in folded[opened:closed]:
        return True
    if figure.value != 1:
        return False
    return any(
        quoted.start() < figure.start < quoted.end() for quoted in _QUOTED.finditer(folded, begin, figure.end + 14)
    )


_SIZED = re.compile(r"的?(?:规模以上|规模化|规模|连片|集中连片|标准化|高标准)?[\u4e00-\u9fff]{2,14}")
"""建成500亩|规模以上蔬菜基地|24个: what the size qualifies."""


def only_sizes(folded: str, figure: Figure, done: int, behind: list[Figure]) -> bool:
    """Whether the figure is the size of each of what the next counts: 建成|500亩|规模以上蔬菜基地24个."""
    if figure.kind not in ("area", "length", "other") or not behind or behind[0].kind != "count":
        return False
    words = folded[figure.scope[1] : behind[0].scope[0]]
    sized = _SIZED.fullmatch(words) and not VERB_ONLY.search(words) and not leading_verb(words)
    return bool(sized and VERB_AT_END.search(folded[done : figure.scope[0]]))


_OF_A_SIZE = re.compile(
    r"的[^,;。:、\d]{0,12}(?:园区|产业园|基地|企业|项目|公园|市场|中心|景区|合作社|农场|大户|综合体|牧场|养殖场|茶园)"
    r"(?:、[^,;。:\d]{2,12})?"
)
"""新建200亩以上|的规模化蔬菜园区|: which they are, not how much of them."""


def is_size_of(figure: Figure, after: str) -> bool:
    """Whether the figure is the least size of things that are not counted: 新建200亩以上的规模化蔬菜园区."""
    sized = figure.kind in ("area", "money") and figure.scope[1] > figure.end
    return sized and bool(_OF_A_SIZE.fullmatch(after))


_THRESHOLD = (
    r"(?:营业收入|主营业务收入|营收|销售收入|销售额|产值|总产值|年产值|市值|税收|总收入|集体经济收入|经营性收入|经营收入|规模)"
    r"(?:率先|均|都|力争|分别)*(?:超过|超|突破|达到?|迈上)[\d.]*[十百千万亿]*元?级?(?:以上)?(?:台阶|大关)?"
)
_THEY_EXCEED = re.compile(
    rf"(?P<who>(?:[^,;。:、\d的]{{0,8}}?(?:企业|公司|集群|产业链|乡镇|[镇村乡县]))?)(?P<what>年?{_THRESHOLD})(?=[,;。、和及]|$)"
)
"""(3个) |产业集群|营业收入突破千亿元|, 其中 (3家) |营业收入超500亿元|: so many exceed it."""
_SO_MANY_OF_ALL = re.compile(r"全[省市县区国](?:共有)?$")
"""全市|8个园区营业收入突破500亿元: all of them together."""


def exceed(folded: str, figure: Figure, begin: int, end: int, running: str) -> tuple[str, int] | None:
    """Those of which so many are to exceed something, and where the words end, or None.

    3个|产业集群营业收入突破千亿元 → 营业收入突破千亿元的产业集群. The clause is begin:end; `running` is what the list
    counts, for 其中3家….
    """
    if figure.kind != "count" or _SO_MANY_OF_ALL.search(folded, begin, figure.start):
        return None
    said = _THEY_EXCEED.match(folded, figure.scope[1], end)
    who = said["who"] or running.rpartition("的")[2] if said else ""
    return (f"{said['what']}的{who}", said.end()) if said and who else None


_THEY_REACH = re.compile(
    r"(?:[\u4e00-\u9fff]{0,8}(?:区|园|县|镇|乡|街道|市|州|基地|园区|企业|公司|单位|银行))(?:力争|共|累计)?(?:完成|实现)[^,;。、\d]{2,16}"
)
"""8个|产业集聚区完成投资|160亿元: who there is, and what they reach together."""
_TIMES = ("×", "*")
_RECKONS = re.compile(r"[^,;。\d]{0,12}(?:计租|计收|计入|折算|抵[扣顶]|收取|缴纳|征收|计算(?=[,;。]))")
_BY = re.compile(r"按照?[^,;。\d]{2,30}$")
"""租金可|按月收入的|15%|计算, |按租金标准的|50%|计租, 可|按实际绿化面积的|20%|计入绿地: what is charged."""
_LET_OFF = re.compile("暂退|退还|返还|缓[缴交]|减免|免[缴交征]|配套|匹配")
"""对旅行社继续实施|100%|暂退旅游服务质量保证金政策, 鼓励各市|1：2|配套: how much of it."""
_DOWN_PAYMENT = re.compile(r"首付款?(?:比例|成数)?(?:为|是|可|调整为)?$")
"""最低|首付款比例|不低于20%: what a loan asks for."""


_ENTITLED = re.compile(r"[^;。]{0,60}?[,)]+(?:即|均|都)?可以?(?:按(?:规定|政策))?(?:申请|申领|享受)")
"""新招用人员占现有职工15%|，可申请|最高500万元的创业担保贷款: who may have it."""


def entitles(folded: str, figure: Figure) -> bool:
    """Whether who reaches the figure may ask for something."""
    return _ENTITLED.match(folded, figure.scope[1]) is not None


def in_formula(folded: str, figure: Figure) -> bool:
    """60%×20%=: a term of a sum that is worked out; 按月收入的15%计算, 首付款比例20%: what something is reckoned by."""
    before = max(0, figure.scope[0] - 12), figure.scope[0]
    if figure.kind == "share" and (_LET_OFF.match(folded, figure.end) or _DOWN_PAYMENT.search(folded, *before)):
        return True
    charged = figure.kind == "share" and _RECKONS.match(folded, figure.end)
    if charged and _BY.search(folded, max(0, figure.start - 40), figure.start):
        return True
    return folded[figure.end : figure.end + 1] in _TIMES or folded[figure.start - 1 : figure.start] in _TIMES


def in_name(folded: str, figure: Figure) -> bool:
    """草场（集中连片|2000亩以上|）围栏封育: a size in brackets inside a name."""
    if figure.op is None or not folded.startswith(")", figure.scope[1]):
        return False
    inside = folded[folded.rfind("(", max(0, figure.start - 20), figure.start) + 1 : figure.start]
    after = folded[figure.scope[1] + 1 : figure.scope[1] + 2]
    return ("一" <= after <= "鿿" and bool(_SIZE_ONLY.fullmatch(inside))) or bool(_OF_WHICH_SIZE.fullmatch(inside))


_OF_WHICH_SIZE = re.compile(r"(?:项目)?(?:总投资|投资|注册资本|年?产值|年?营业收入)[^,;。()\d]{0,6}")
"""对新建项目（|总投资规模不低于|5000万元），…: which ones."""
_SIZE_ONLY = re.compile(r"(?:集中连片|面积|规模|连片|单体|装机|日处理|库容)[^,;。()\d]{0,6}")
"""（|集中连片|2000亩以上）."""


def counts_scope(folded: str, figure: Figure, done: int, behind: list[Figure]) -> bool:
    """Whether the figure counts what is there and measured: 全市|50个|国省考断面水质优良比例达到90%."""
    lead = folded[done : figure.start]
    if figure.kind != "count" or figure.op or not behind or (VERB_AT_END.search(lead) and not _SET_OUT.search(lead)):
        return False
    words = BRACKET.sub("", folded[figure.scope[1] : behind[0].scope[0]])
    sets = behind[0].op is not None or behind[0].kind == "share"
    if behind[0].kind == "money" and _THEY_REACH.fullmatch(words):
        return True  # 全市8个开发区|实现营业收入500亿元
    return sets and 2 < len(words) <= 40 and not re.search(r"[,;。、]", words) and measured_indicator(words)
