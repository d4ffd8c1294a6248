"""What sets a target out and what does not: background, definitions, conditions, what exists, spending."""

from __future__ import annotations

import re

from extract.annotate.reading import Reading
from extract.annotate.values import Figure
from extract.interpret.progress import tells_progress
from extract.interpret.wording import NO_PICKING, SET_OUT, WORKED_ON
from extract.lexicon import alternation, load
from extract.outline.model import Section

_WORDS = load("targets")

_BACKGROUND = re.compile(rf"(?<![由从])(?:{alternation(_WORDS['background'])})")
"""近年来,… · 截至2023年底,… · 本办法所称…是指… (not 由目前的80%提高到95%)."""
_STATE = re.compile(r"(?:[^,;。]{0,8},)?(?:截至)?(?:目前|现已)|已(?:经)?(?:落地|建成|形成|累计|完成|拥有)")
"""|目前|总算力突破5.4万P；…；|已落地|数据中心44个: how things stand."""
_TURNS = re.compile(
    r"(?<=[,;])(?:并|我[省市区县]|全[省市区县州])?(?=力争|争取|确保(?!了)|计划|拟|预计|将(?!近)|今后|未来|下一步|到20\d\d年|"
    r"20\d\d年(?:底前|年?底|末)?,?(?:计划|力争|拟|将|确保|预计))"
)
"""目前建成5个，|力争2025年达到10个, 截至2023年底有2000个，|2024年计划新建500个: a goal behind how things stand."""
_PAST_YEAR = re.compile(r"(?<![较比网线以])(?<!低于)(?<!低于[我全本][省市县区])(?:上一年度|上年度|近[一二三两\d]年)")
"""What was reached last year is a condition: 上一年度纳税总额不低于1000万元."""
_NOT_HEADING = re.compile(alternation(_WORDS["not_headings"]))
_ASKS = re.compile(
    r"(?:条件|标准|情形|资格)(?:之一)?的?(?:是|为)?(?:,[^。:\n]{0,16})?:|(?:适用|支持|申报|奖励|补助|扶持|资助)(?:对象|范围):|享受(?:以下|下列|如下)[^。\n]{0,8}:|(?:符合|具备|满足)(?:以下|下列|如下)[^。\n]{0,16}(?:条件|标准|情形)"
)
"""A section that leads in to conditions: 应同时符合以下条件:."""
_LONGEST_LEAD = 160
"""Characters of a lead-in: 第一条 …（所在地、规划、配套）园区应符合以下条件：."""
_RULES = re.compile("办法|细则|规定|规则|指南|条例")
"""管理|办法 · 实施|细则."""
_MEASURES = re.compile("措施|政策")
"""若干|措施 · 扶持|政策."""
_NOT_COUNTED = re.compile(rf"(?:[省市区县]级)?(?:的|重点|主要)?(?:{alternation(_WORDS['not_counted'])})")
"""3个|方面 · 四个|阶段 · 2个|重点环节: parts of the plan or of speech."""
_FIELDS = re.compile(r"[\u4e00-\u9fff]{0,6}(?:领域|方面|环节|维度|赛道)")
"""突破发展3个|新兴领域|: what one turns to, no things."""
_IN_FIELDS = re.compile(r"(?:重点)?(?:领域|方面|环节)\d")
"""5个|领域7|5项任务: where, no things."""
_PEOPLED = re.compile(r"人口(?:以上)?的")
"""60万以上|人口的|县: which of them."""
_OTHER_MATTER = re.compile(alternation(_WORDS["other_matters"]) + r"|扣\d|计\d+分")
"""注册资本1000万元 · 满分100分 · 联系电话 …: figures of another kind."""
_EXISTING = re.compile(
    r"(?:的|针对|对|现有|原有|前|第|占|上述|(?<![士科师级员称生])以上|这|该|其他|其余|分为|分成|包括)$|(?:分解|细化|划分|归纳|梳理)(?:为|成)[^,;。]{0,12}$|(?:紧扣|对照)[^,;。\d]{2,16}$"
)
"""现有|12个县 · 分为|4个阶段: what is there already."""
_PER_ITEM = re.compile(r"每(?![年季月周千万百亿])[^,;。\d]{0,4}$")
"""每引进|1个, 每件|3分: a rate, unless 每… says for whom (每个行政村建设|1个)."""
_PAYS = re.compile(
    rf"给予|补助(?!性|[村点]|标准(?:逐步|稳步|持续|不断))|补贴(?!性|培训|类)|奖励|奖补|{NO_PICKING}资助(?!培养)|贴息|抵扣|无偿提供|租金(?:全免|减免|减半)|免[收交缴除]?(?:场地|房屋)?租|免征|减征"
    r"|可(?:以)?(?:申请|享受|获得)[^,;。]{0,14}(?:贷款|补|奖|政策)"
)
"""按投资额的10%|给予|支持 · 前三年|租金减半."""
_CONDITION = re.compile(r"[^,;。]*(?:,(?:且|并|或)[^,;。]*)?的(?:,|[^,;。]{0,20}(?:,|给予|可))")
"""达到100人以上|的旅行社,给予…: the clause is a condition of what follows."""
_OF_SOMEBODY = re.compile(r"的(?:企业|单位|机构|团队|项目|平台|个人)?(?:$|,|;|。)")
"""营业收入超过1亿元|的企业: says which, sets nothing out."""
_RATE_OF_TAX = ("适用", "减按", "加计")
"""适用|3%征收率, 减按|1%征收: how a tax is reckoned."""
_AMONG = re.compile(r"(?:围绕|聚焦|面向|针对|涉及|覆盖|涵盖|依托|包括|根据|^在|^对|^向)[^,;。:()]{2,60}等$")
"""围绕装备、材料等|5个|重点产业开展攻关: where or for whom, no more than they are."""
_SPENDS = re.compile(alternation(_WORDS["spending"]) + "|预算(?!收入)")
"""安排专项资金1亿元, 年度预算300万元: money of another table."""


_NEGOTIATED = re.compile(r"元(?:及?以上)[^;。]{0,24}(?:一事一议|一企一策|一项一策|一项目一策|一事一策)")
"""投资5000万元以上，实行“|一事一议|”: the figure says for whom."""
_DEFINED = re.compile(r"的[^,;。\d]{2,24}(?:项目|企业|园区|机构)为[^,;。\d]{2,14}(?:项目|企业|园区|机构)")
"""固定资产投资在1亿元以上|的工业类项目为重大项目|: a definition."""
_OF_ANOTHER = re.compile(r"》(?:\((?:[^()]|\([^()]*\))*\))?[^,;。]{0,4}(?:涉及|明确|提出|确定|规定|部署)")
"""《通知》中|涉及|本区的工程共计20项: parts of another paper."""
_MEASURES_OF = re.compile(r"[^,;。]{2,16}(?:政策|措施|制度|机制)")
"""实施三项|社会保险费缓缴政策: what is there to be carried out."""
_MAY = re.compile(r"(?:可|只能|限|最多)(?:以|可)?(?:申报|申请|推荐)(?:不超过|最多)?$")
"""每家企业|可申报|1个: what is allowed."""
_ALLOWED = re.compile(r"^(?:可(?:以|考虑|适当|再|酌情)|允许|如(?![期实意东皋下])|若(?!干|羌|尔盖))")
"""|可考虑|再增加15平方米, |如|参展企业数量超过总数的50%: what may be, or in which case, no goal."""
_LOAN_LIMIT = re.compile(
    r"最高[^,;。]{0,10}贷款[^,;。]{0,4}(?:额度|限额)|贷款(?:最高|上限)[^,;。]{0,4}(?:额度|限额)|(?:信用|授信|担保|贷款)(?:额度?|限额|上限)"
)
"""|最高住房公积金贷款额度|提高到100万元, |信用额度|可提高至500万元: what one can borrow."""
_TIMES = re.compile(r"(?:扶持|奖励|补助|补贴|资助|支持|享受|申报|申请)(?:次数)?$")
"""每家体验店累计|扶持|不超过3次: how often one can get it."""
_POLICIES = re.compile(r"(?:政策|措施|举措|意见|办法)$")
"""推出优化生育政策|13条: parts of the plan (not 上线政策不少于200条)."""
_FEW = "二两三四五六七八九十"
_SPELT_OUT = re.compile(
    r"[“\"][^”\"]{2,8}[”\"](?:行动|工程|计划)?(?:实施方案)?(?:$|[,、;。为])|[\u4e00-\u9fff]{2,6}\([^()]*、[^()]*\)"
)
"""四个|“出新出彩”|, 三个|治污（精准治污、科学治污、依法治污）|: a slogan."""
_OF_SPEECH = frozenset(_WORDS["of_speech"])
"""把握产业、城乡、环境三个|重点|, 两个|拓展|、三个|突破|: no count of things."""
_AT_MOST_OR_IN_PART = re.compile(
    r"(?:最高|上限|封顶)(?:额度|限额|金额|可贷|可达|不超过|可|达|为)*$|(?:发放|投放|拨付|兑付)(?:首|第[一二三四五六])[批期轮]$"
)
"""个人创业担保贷款最高额度|20万元 · 发放首批|500万元."""
_AT_MOST_OF = re.compile(r"最高(?:额度|限额)?(?:不超过|可)[^,;。]{0,30}$")
"""最高不超过|额度之和的110%|,总额不超过400万元: what one can get at most, and what goes on about it."""
_MATCHES = re.compile(
    r"(?:同步|相应|给予|按比例|足额|进行|予以|落实|安排)配套|配套(?:资金|发放|投入|安排|补助|补贴|经费)"
)
"""鼓励宜都市、枝江市|同步配套|发放 · 县级|配套资金."""
PER_HEAD = re.compile(r"[人生户床]均")
"""人均|公共卫生服务经费达到50元: a standard, no money of a budget."""
_USED_FOR = re.compile("用于|作为|归|由|执行|收取|征收|缴纳|计征|的?[\u4e00-\u9fff]{0,8}(?:费率|税率|利率|征收率)")
"""50%|用于|民宿奖补 · 80%|归|成果完成人 · 按标准的50%|收取 · 延续1%|的失业保险费率|."""
_OF_MONEY = re.compile(r"(?:保证金|质保金|押金|租金|房租|利息|保费|保险费|税款|税收|费用|资金|补贴|补助|工资|公积金)")
"""80%的旅游服务质量|保证金 · 50%的|房租."""
_GIVES_BACK = re.compile("暂退|退还|退回|返还|减免|减征|免除|免收|减收|缓缴|缓交|预付|预拨|拨付|兑付|支付|留存|计提")
"""暂退|80%的保证金 · 减免|50%的房租."""


def is_share_of_money(lead: str, rest: str) -> bool:
    """Whether a share is of money that is used or given back: 50%|用于民宿奖补, 暂退…80%|…保证金."""
    return bool(_USED_FOR.match(rest) or (_GIVES_BACK.search(lead) and _OF_MONEY.search(lead + rest)))


def lays_down_rules(reading: Reading) -> bool:
    """Whether the notice is one of rules (办法, 细则 …): what has to be reached there is mostly a condition."""
    return bool(_RULES.search(reading.front.genre or ""))


def gives_measures(reading: Reading) -> bool:
    """Whether the notice is one of measures that support somebody (若干措施, 政策): most figures are of money."""
    return bool(_MEASURES.search(reading.front.genre or ""))


_NO_TARGET_IN = (_BACKGROUND, _PAST_YEAR, _ASKS, _NEGOTIATED, _DEFINED)


def sets_out(reading: Reading, start: int, end: int) -> bool:
    """Whether the sentence can set something out: not background, not a definition, not under 申报条件."""
    if any(rule.search(reading.folded, start, end) for rule in _NO_TARGET_IN) or tells_progress(reading, start):
        return False
    begin = max(reading.folded.rfind(mark, 0, start) for mark in "。\n") + 1
    if reading.folded[start - 1] == ";" and _ASKS.search(reading.folded, begin, start):
        return False
    return not any(_asks(reading, section, start) for section in reading.outline.sections_about(start))


def _asks(reading: Reading, section: Section, offset: int) -> bool:
    """Whether the section's heading or lead-in, up to the offset, makes conditions or a report of what it holds."""
    known: dict[tuple[int, int], bool] = reading.known.setdefault("asks", {})
    span = section.start, min(section.start + _LONGEST_LEAD, section.end, offset)
    if span not in known:
        known[span] = bool(_NOT_HEADING.search(section.heading) or _ASKS.search(reading.folded, *span))
    return known[span]


def goals_begin(folded: str, start: int, end: int, telling: bool, held: bool) -> int | None:
    """Where a sentence sets something out: its start, or where it turns to that from how things stand; None if nowhere.

    `telling`: the one before told how things stand, which a semicolon hands on; `held`: it has figures.
    """
    if not held and folded[end - 1] != ";":
        return start
    told = _STATE.match(folded, start, end) or (telling and folded[start - 1] == ";")
    background = None if told or not held else _BACKGROUND.search(folded, start, end)
    turn = _TURNS.search(folded, background.end() if background else start, end) if told or background else None
    if turn:
        return turn.end()
    return None if told else start


def tells_what_is(reading: Reading, offset: int) -> bool:
    """Whether the offset stands under a heading of what has been reached: 发展现状, 工作回顾."""
    return any(_NOT_HEADING.search(section.heading) for section in reading.outline.sections_about(offset))


def pays(folded: str, start: int, end: int) -> bool:
    """Whether the sentence promises money: its figures are mostly conditions."""
    return bool(_PAYS.search(folded, start, end))


def is_aside(before: str, after: str, figure: Figure) -> bool:
    """Whether the figure counts parts of the plan, what exists, or another matter (scores, capital, ages).

    `before` and `after` are the words about it within its item, without 各县区 or 每个行政村 that say for whom.
    """
    if figure.kind == "count" and (_FIELDS.fullmatch(after) or _IN_FIELDS.match(after)):
        return True
    if _PEOPLED.match(after):
        return True
    if _OTHER_MATTER.search(before[-12:] + after[:12]) or _NOT_COUNTED.match(after) or _MAY.search(before):
        return True
    if (
        _OF_ANOTHER.search(before)
        or before.endswith("各占")
        or (figure.text[:1] in _FEW and _MEASURES_OF.fullmatch(after))
    ):
        return True
    if _ALLOWED.match(before) or (figure.kind == "money" and _LOAN_LIMIT.search(before)):
        return True
    if figure.unit == "次" and figure.ceiling and _TIMES.search(before):
        return True
    if figure.unit == "条" and figure.op is None and _POLICIES.search(before):
        return True
    if figure.text[:1] in _FEW and figure.kind == "count" and (_SPELT_OUT.match(after) or after in _OF_SPEECH):
        return True
    there = (_AMONG.search(before) or _EXISTING.search(before)) and not WORKED_ON.fullmatch(after)
    if figure.kind != "share" and (there or _PER_ITEM.search(before)):
        return True
    if _OF_SOMEBODY.match(after) or (figure.ceiling and after.startswith("的")):
        return True
    if figure.kind == "share" and (before.endswith(_RATE_OF_TAX) or after.startswith(("政策", "优惠"))):
        return True
    if figure.op is not None and before.startswith(("且", "并且")):
        return True  # 且办公面积不低于100平方米: asked of somebody
    return figure.kind == "money" and bool(_SPENDS.search(before)) and not PER_HEAD.search(before)


def is_others_money(before: str, earlier: str, figure: Figure) -> bool:
    """Whether a sum is what one can get at most, an instalment, or what others add to it.

    `before` are the words before the figure, its level included, `earlier` the clause before:
    鼓励宜都市、枝江市同步配套发放,各不少于|200万元.
    """
    if figure.kind not in ("money", "share"):
        return False
    if _AT_MOST_OF.search(before) or (figure.ceiling and _AT_MOST_OF.search(earlier)):
        return True
    if figure.kind == "share":
        return False
    bare = not before.strip("、,各均每年分别不少低于超过至")
    return bool(_AT_MOST_OR_IN_PART.search(before)) or (bare and bool(_MATCHES.search(earlier)))


def is_planned(folded: str, start: int, counted: Figure, end: int) -> bool:
    """Whether the figure says how many the government makes, each of which is paid for in the words up to `end`.

    完成既有住宅加装电梯|400部|，每部补助15万元; 400部以上 would be a condition.
    """
    unit = re.escape(counted.unit or "")
    if counted.kind != "count" or counted.op or not unit:
        return False
    begin = max(folded.rfind(mark, start, counted.start) + 1 for mark in ",;。")
    lead = _PLAN_TIME.sub("", folded[max(begin, start) : counted.scope[0]])
    paid = re.match(rf"[^;。的]{{0,40}}?,(?:每|按){unit}", folded[counted.scope[1] : end])
    return bool(paid and _PLANNED.match(lead))


_PLAN_TIME = re.compile(r"20\d\d年|\d+[个户部张座所台]、|[、和 ]|分别|每年|年内|全[省市县区]|力争|计划")
"""2025年|全市|计划|完成既有住宅加装电梯: no part of what is made."""
MAKES = "完成|新建|建设|新增|建成|改造|扩建|打造"
_PLANNED = re.compile(rf"(?:{MAKES})(?!的)")
"""完成|既有住宅加装电梯400部 · 新建|充电桩100个."""


def is_condition_of_money(folded: str, sentence: tuple[int, int], figure: Figure, after: str) -> bool:
    """Whether a figure in a sentence that pays belongs to the promise of money."""
    start, end = sentence
    if re.search(r",对(?!其|接|新增|增[加量长]|超)", folded[figure.end : end]):
        return False  # the promise comes only later in the sentence, to somebody else
    if is_planned(folded, start, figure, end):
        return False
    if not SET_OUT.search(folded, start, figure.start):
        return True
    rest = folded[figure.scope[1] + len(after) : min(end, figure.scope[1] + len(after) + 40)]
    return figure.ceiling or bool(_CONDITION.match(after + rest))
