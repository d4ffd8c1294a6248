"""Whether something is made or done to what a figure counts: 打造|10个…, 突破减速器等|10项…, 为|5000户…进行…."""

from __future__ import annotations

import re
from collections.abc import Callable

from extract.annotate.values import Figure
from extract.annotate.words import final_verb, leading_verb
from extract.interpret.wording import (
    DOES,
    FOR_THEM,
    STATES,
    VERB_AT_END,
    VERB_ONLY,
    WORKED_ON,
    strip_lead,
)
from extract.lexicon import alternation, load

_WORDS = load("targets")
_ALL_DONE = re.compile(
    r"的?(?P<what>[^,;。]{1,24}?)(?:全部|全面|均|都|如期|按期|按时)+"
    rf"(?:(?:进行|完成|实施)?(?:{alternation(_WORDS['works'])})(?:完毕|到位)?|建成$|"
    r"(?:建成)?(?:落地|开工|开工建设|竣工|完工|投产|投用|投入使用|投入运营|通车|交付|达产|摘牌|销号))"
)
"""13个|“一件事”|全部落地 · 20个|重点项目|全部开工 · 30公里的|公路两旁|全部进行绿化."""
_DOER = re.compile(
    r"(?!.*(?:企业|公司|单位|个人|对象|人员|合作社))[\u4e00-\u9fff、]{2,20}(?:每年|每季度|每月|每半年)(?:要|应|至少|累计)?"
    r"(?P<act>(?:举办|开展|组织|组织开展|新增|培训|服务|办理|推出|发布|开设|接待|演出|送)(?P<what>[\u4e00-\u9fff]{2,16}))"
)
"""市图书馆|每年|开展|阅读活动 (100场)."""
_GAINS = re.compile(
    r"(?!.*(?:企业|公司|单位|个人|对象|人员|合作社|年度?新增))(?P<who>[\u4e00-\u9fff]{2,14}(?<![每个户家]))(?:新增|净增|新引进|新招引|新培育|新开通)[\u4e00-\u9fff]{2,12}"
)
"""公共数据开放平台|新增|数据集 (2000个)."""
_IN_PLACE = re.compile(
    rf"(?<![^,;。:\n])在[^,;。:]{{1,40}}?(?:区|县|市|镇|乡|村|园|域|地|沿线|街道|基地|院校|学校|企业|行业|领域)(?:内|范围内|中)?"
    rf"(?:新|率先|分别|各)?(?:{alternation([*_WORDS['makes'], '增补', '增加', '新增', '设置', '安装', '投放'])})"
    r"(?P<what>[^,;。:\d]{2,24})"
)
"""在14个市州城区和兰州新区|增补|义务教育学位 (2万个)."""
_DONE_TO = re.compile(
    r"实现|完成|达到|纳入|接入|通过|开展|实施|上云|上平台|上市|上线|(?:出列|摘帽|脱贫|投产|投用|竣工|达产|通车)$"
)
"""(100家) 企业|上云 · (50家) 企业|完成|改造 · (5个) 贫困村|出列."""
_GOES_ON = re.compile(r"[、和及以与 ]*$|(?:及|和|、|与)[^,;。\d]{2,30}等$")
"""建成5个中心|、|10个站点 · 建成5个中心|、养老驿站等|10个站点."""
_FLOOR = re.compile(r"(?:不少于|不低于|至少|力争|争取|确保)[^,;。]{0,8}$")
"""全年|不少于|2场 · 全市|力争引进|3家."""
_SUCH = re.compile(
    rf"(?:^|[、,\s]|[加着大]力|加快|积极|重点|全面|联合|集中|累计|每年|年内|力争|争取|新|全[省市县区])"
    rf"(?:{alternation([*_WORDS['makes'], '续建', '新开工', '竣工'])})(?:[^,;。:()]|\([^()]*\)){{2,60}}等$"
)
"""加快建设数字车间、智能工厂等|10个项目, 续建甲至乙、丙至丁等|5个公路项目."""
_PARTS_OF_PLAN = re.compile(
    r"(?:重点|重大|主要|专项|个性化)*(?:任务|工程|行动|措施|工作|制度|机制|政策|领域|行业|产业|环节|部门|单位|地区|乡镇|街道|县|区|镇|村)"
    r"(?:$|[^\u4e00-\u9fff]|先行|开展|实施|转型|改革|试点)"
)
"""实施…等5项|重点任务, 推动…等4个|乡镇先行先试."""
_SELECTS = re.compile(r"(?:优选|遴选|评选|筛选|选取|选择|选树|择优|选定|选拔)[^,;。\d]{0,6}$")
"""每年|遴选|10名 · 择优选取|20个项目."""
_TAKEN_INTO = re.compile(
    r"^(?P<who>.{2,30}?)(?:纳入|列入|进入|作为|予以|给予|进行|(?P<tries>(?:开展|先行先试|实施)[^,;。]{2,}))"
)
"""优选100家|服务业企业|纳入培育工程, 选取5个|园区|开展示范: what is done with those that were chosen."""
_WITH = re.compile(r"(?:^|[、,])(?:与|同|联合|会同|携手|面向|针对|依托|围绕|聚焦|在|向|从|涉及)[^,;。\d]{0,16}$")
"""与沿线|8个城市 · 面向|3个领域: with or for how many."""
_THEN_DONE = re.compile(rf"[^,;。:\d]{{1,14}}?(?:{alternation(_WORDS['verbs'])})[^,;。:]{{0,6}}?\d")
"""与沿线8个|城市实现100项…可办: with whom, and then what."""
_SUPPORTS = re.compile(r"(?:支持|扶持|资助|奖励)(?:不少于|不低于|至少|约|近)?$")
"""5年内|支持不少于|1000名人才."""
_SELECTED = re.compile(
    r"(?:评选|遴选|评定|选树|选拔|命名|表彰|选聘|推选|择优选取)(?:出|产生)?(?:不少于|约|至少)?(?:(?!支持|资助)[^,;。、\d的每给]{2,8})?$"
)
"""每次|评选出|10名“工匠” · 每轮|选拔拔尖人才|20名."""


def only_with(before: str, after: str) -> bool:
    """与沿线8个城市实现100项…可办: whether the figure only says with or for how many something else is done."""
    return bool(_WITH.search(before) and _THEN_DONE.match(after))


def supports(before: str) -> bool:
    """(5年内)支持|1000名人才: with a time of its own, so many are to be supported."""
    return bool(_SUPPORTS.search(before))


def helps_to_make(before: str, after: str) -> bool:
    """支持|30家企业建设绿色工厂: so many are to make something."""
    return bool(_SUPPORTS.search(before) and _MAKE.match(after))


_MAKE = re.compile(rf"[\u4e00-\u9fff]{{2,8}}?(?:{alternation(_WORDS['makes'])})[^的,;。]{{2,}}$")
"""企业|建设|绿色工厂."""


def selects(before: str, figure: Figure, listed: bool) -> bool:
    """每次评选|10名“工匠”,每人给予…: so many are to be chosen, whatever they are then given.

    `listed`: so were those before in the list (拔尖人才20名、|优秀人才40名).
    """
    return figure.kind == "count" and not figure.ceiling and bool(listed or _SELECTED.search(before))


_COMPLETED = re.compile(r"完成[^,;。\d]{0,10}$")
"""完成一期|10万平方米标准厂房建设."""
_WORK = re.compile(r"(?P<what>[^,;。]{2,20}?)的?(?:建设|创建|打造|创建工作|建设任务|创建任务)$")
"""标准厂房|建设 · 国家森林城市|创建任务: what, and the work on it."""
_PHASE = re.compile(r"(?P<n>[一二三四首]期)(?:工程|项目)?$")
"""完成|一期|10万平方米 · 建成|二期工程|5万平方米."""
_NAMED_ONE_BY_ONE = re.compile(
    r"(?:新建|建成|建设|改造|打造|扩建|改建|启用|投用|培育形成|培育|形成|做强|新增|增设|新设|设立|开通)(?!了|以)(?P<names>[\u4e00-\u9fff]{2,10}(?:、[\u4e00-\u9fff]{2,10})+)(?:等)?$"
)
"""新建|兰州东、兰州北|2个收费站, 新增|三合、集安|2个口岸: as many names as are counted."""
_USED = re.compile(r"(?:发挥|做好|抓好|加强|强化|履行)好?$")
_OF_THEIRS = re.compile(r"的[^,;。\d]{0,12}(?:作用|工作|功能|优势|职责|效应)$")
"""发挥|9条步行街|的主阵地作用|, 做好|7部法规|的贯彻工作|: what is there is put to use."""


def only_used(before: str, after: str) -> bool:
    """发挥9条步行街的主阵地作用: whether what is counted is there already, and put to use."""
    return bool(_USED.search(before) and _OF_THEIRS.search(after))


_DONE_LAST = re.compile(
    rf"(?:全部|全面|如期|按期)?(?:{alternation([*_WORDS['works'], '建成', '开工建设', '投用', '通车', '交付'])})+"
)
_SIZED = re.compile(r"(?P<what>[\u4e00-\u9fff“”、]{2,24}?)(?:总长度?|全长|总里程|总面积|共计?|合计|约)?")
"""5个|高速公路项目|631公里, 4个|项目|125公里|建成通车|: how long or large all of them are."""


def size_behind(folded: str, figure: Figure, behind: list[Figure], stop: int) -> tuple[str, Figure] | None:
    """What a figure counts and the figure for how long or large that is: (5个) 高速公路项目631公里; else None.

    `behind` are the figures between the figure and the `stop` of its item.
    """
    size = behind[0] if len(behind) == 1 and behind[0].kind in ("length", "area") else None
    if size is None or figure.kind != "count":
        return None
    named = _SIZED.fullmatch(folded[figure.scope[1] : size.scope[0]])
    rest = folded[size.scope[1] : stop]
    return (named["what"], size) if named and (not rest or _DONE_LAST.fullmatch(rest)) else None


def run_together(folded: str, figure: Figure, behind: list[Figure]) -> Figure | None:
    """The count that follows another at once, of the same things: 带动1000户|4200人|脱贫; else None."""
    twin = behind[0] if behind else None
    counts = twin is not None and figure.kind == twin.kind == "count" and figure.scope[1] == twin.scope[0]
    return twin if counts else None


_OPENED_TO = re.compile(r"(?:开通|新开|通达)(?:至|到|直达)[^,;。\d]{2,12}$")
"""开通至周边机场|3条航线."""
_WIDENED = re.compile(r"(?:范围|覆盖面)(?:扩大|拓展|扩展|延伸)(?:到|至)$")
"""将服务覆盖面拓展至|60个社区."""
MADE_UP_OF = re.compile(r"以[^,;。\d]{1,14}为(?:主|主体|核心|特色|重点|龙头|引领)的$")
"""建成|以金银花为主的|3000亩基地."""


def acts_before(before: str, head: str, after: str, value: float) -> bool:
    """Whether a verb stands before a counted figure, or one stands about it (为5000户…进行改造).

    `before` are the words before the figure, `head` those without places that stand last (打造|霍邱县、舒城县), `value`
    how many are counted.
    """
    before = before.rstrip("”")  # “登门拜访”1000家
    if (
        _OPENED_TO.search(before)
        or _WIDENED.search(before)
        or VERB_AT_END.search(MADE_UP_OF.sub("", head))
        or VERB_AT_END.search(MADE_UP_OF.sub("", before))
    ):
        return True
    named = _NAMED_ONE_BY_ONE.search(before)
    if named and named["names"].count("、") + 1 == value:
        return True
    return bool(_SUCH.search(before)) and not _PARTS_OF_PLAN.match(after)


def done_for_them(before: str, after: str) -> bool:
    """为5000户…家庭进行…改造: done for so many."""
    return bool(FOR_THEM.search(before) and DOES.search(after)) or works_on(before, after)


_ON_THEM = re.compile(r"(?:^|[^面针相])对[^,;。]{0,30}$")
"""对人民路等|3条城区道路进行改造."""
_OF_A_FIELD = re.compile(
    rf"(?:^|[、,:])(?:{alternation(_WORDS['makes'])})(?!率)[\u4e00-\u9fff]{{2,8}}(?<![率量额数值度力资投总企业家个名共达到])$"
)
"""打造|乡村旅游|100个精品村, 完成|重点防治区内|81个县地质调查: in which field or where."""
_BEGUN = re.compile(rf"(?:^|[,])(?:{alternation(_WORDS['makes'])})(?!率)[\u4e00-\u9fff]{{4,20}}(?:、|和|及|以及)$")
"""完成|县应急广播指挥中心、|18个乡镇分控中心: the first of a list is not counted."""


def in_list_begun(figure: Figure, before: str, after: str) -> bool:
    """Whether a verb stands before a field, a place or a first member that is not counted."""
    if figure.kind not in ("count", "area") or len(after) < 2 or VERB_ONLY.search(after) or leading_verb(after):
        return False
    return bool(_OF_A_FIELD.search(before) or _BEGUN.search(before))


def works_on(before: str, after: str) -> bool:
    """对人民路等|3条|城区道路进行综合提升改造: works on so many."""
    return bool(_ON_THEM.search(before) and WORKED_ON.fullmatch(after))


def all_done(after: str) -> str:
    """What the figure counts where all of them are to be done: (20个) 重点项目全部开工 → 重点项目."""
    done = _ALL_DONE.fullmatch(after)
    return done["what"] if done else ""


def does_yearly(words: str) -> str:
    """What somebody does every year: 市图书馆每年开展阅读活动 (100场) → 阅读活动."""
    doer = _DOER.fullmatch(words)
    return doer["what"] if doer else ""


def made_in_place(folded: str, start: int, end: int) -> int | None:
    """Where the words begin for what is made somewhere: 在14个市州城区增补|义务教育学位 (2万个); None for nothing."""
    made = _IN_PLACE.search(folded, start, end)
    return made.start("what") if made and made.end() == end else None


def gains(words: str) -> bool:
    """Whether something gains what is counted: 公共数据开放平台新增数据集 (2000个)."""
    return bool(_GAINS.fullmatch(words))


def done_to_them(figure: Figure, after: str) -> bool:
    """100家|企业上云: the words behind the figure say what is done to what it counts."""
    return figure.text[:1].isdigit() and bool(_DONE_TO.search(after))


_OF_MONEY = re.compile(
    r"的?[^,;。、\d的]{0,10}(?:投资|贷款|融资|信贷|债券|税费|产值|产出|收入|销售额|交易额|消费|订单|进出口|出口|外资|社会资本|社会资金|成本|负担)"
)
"""完成200亿元|投资 · 新增100亿元|绿色贷款: what the money is of stands behind it."""


def is_sum_of(figure: Figure, before: str, after: str) -> bool:
    """Whether a verb stands before a sum and what it is a sum of behind: (新增) 100亿元|普惠贷款."""
    return figure.kind == "money" and bool(VERB_AT_END.search(before) and _OF_MONEY.fullmatch(after))


def goes_on(figure: Figure, before: str) -> bool:
    """Whether nothing but a joint stands between the figure and the member of the list before it."""
    named = not figure.text[:1].isdigit() and not figure.text.strip("百千万亿人")
    return not named and bool(_GOES_ON.match(before))


_ALSO_SUCH = re.compile(r"[,、及和与]?[^,;。:\d]{2,50}[、和][^,;。:\d]{1,20}等?$")
_OF_SIZE = re.compile(r"(?:[一二三五百千十]+|[\d.]+)[万亿]+级")
"""3个|百亿级|产业集群."""


def of_one_kind(indicator: str, before: str, after: str) -> bool:
    """Whether the list goes on with others of what it counts: 1个五百亿级产业集群，纺织、材料等3个|百亿级产业集群."""
    alike = indicator[-4:] == after[-4:] or _OF_SIZE.match(after) is not None
    return alike and len(after) > 3 and bool(_ALSO_SUCH.match(before))


def has_floor(before: str) -> bool:
    """不少于|2个, 力争|…: what is at least to be reached."""
    return bool(_FLOOR.search(before))


def ends_in_verb(words: str) -> bool:
    """Whether the words end in a verb that the lexicon does not know: 全市新投放|100辆."""
    return _unknown_verb(words, final_verb)


def begins_with_verb(words: str) -> bool:
    """Whether the words begin with a verb that the lexicon does not know: 直接招募志愿者|100名."""
    return _unknown_verb(words, leading_verb)


def _unknown_verb(words: str, asked: Callable[[str], str | None]) -> bool:
    verb = asked(words.strip("、， ")) if 2 <= len(words) <= 40 else None
    return verb is not None and verb not in STATES


def without_second_verb(words: str, before: str) -> str:
    """What is chosen, without what is then done with it: (优选100家) 服务业企业纳入培育工程 → 服务业企业."""
    taken = _TAKEN_INTO.match(words) if _SELECTS.search(before) else None
    worked = WORKED_ON.fullmatch(words) if _ON_THEM.search(before) else None
    if worked or not taken:
        return worked["what"] + worked["deed"] if worked else words
    return f"{taken['tries']}的{taken['who']}" if taken["tries"] else taken["who"]


def whole_thing(words: str, before: str) -> str:
    """完成一期 (10万平方米) 标准厂房建设 → 一期标准厂房: with the phase before the figure, without the work on it."""
    completed = _WORK.match(words) if _COMPLETED.search(before) else None
    phase = _PHASE.search(before)
    return (phase["n"] if phase else "") + (completed["what"] if completed else words)


def broken_through(folded: str, figure: Figure, before: str) -> str | None:
    """= where 突破 is what is done (突破50项关键技术), not a level that something else exceeds."""
    bare = figure.op == ">=" and figure.scope[1] == figure.end
    return "=" if bare and not has_floor(before) and breaks_through(folded, figure, before) else None


def breaks_through(folded: str, figure: Figure, before: str) -> bool:
    """Whether 突破 before the figure is what is done: (力争)|突破|50项关键技术."""
    return folded.startswith("突破", figure.scope[0]) and not strip_lead(before)


def they_do(rest: str) -> bool:
    """Whether those whom a share counts do something: 80%以上|企业上云."""
    return bool(_DOES_SO.match(rest))


_DOES_SO = re.compile(
    r"(?!以)[\u4e00-\u9fff]{2,20}?(?:达到|实现|建成|完成|具备|开展|纳入|设立|配备|建立|提供|得到|开设|参加|享受|转型|上云|通车|用上)"
    r"|[\u4e00-\u9fff]{2,20}“[^”]{3,12}”$"
)
"""50%以上|旗区级综合医院达到…标准 · 80%以上|企业上云 · 85%|政务服务事项“一网通办”."""


def before_bound(share: Figure, rest: str) -> str | None:
    """What a share of some meets a bound in: 70%以上|事项到现场办理次数|不超过1次; None where it is no such share."""
    bound = _BOUND.match(rest) if share.op is not None else None
    return bound["what"] if bound else None


def put_aside(before: str, rest: str) -> str | None:
    """What a share of is kept for somebody: 安排不少于5%的|新增建设用地指标|; None for money."""
    kept = _KEPT.match(rest) if _PUTS_ASIDE.search(before) else None
    return kept["what"] if kept else None


_PUTS_ASIDE = re.compile(r"(?:安排|预留|划出|单列|拿出|腾出)(?:出)?$")
_KEPT = re.compile(
    r"的?(?P<what>[\u4e00-\u9fff]{0,12}(?:指标|份额|号源|用地|名额|床位|岗位))(?![\u4e00-\u9fff]{0,8}(?:资金|经费))"
)
"""县级|预留|不少于10%的|建设用地指标|, 给基层|预留|30%的|号源|."""
_BOUND = re.compile(
    r"的?(?P<what>[\u4e00-\u9fff()、]{4,30}?)(?:不超过|不多于|不低于|不少于|不高于|低于|少于|高于|超过|控制在|达到?)\d"
)
"""企业办电时间|不超过15天."""
