"""How targets are worded: the verbs before a figure, what change they mean, what is left as the indicator."""

from __future__ import annotations

import re

from extract.annotate.values import Figure
from extract.clean.fold import fold
from extract.lexicon import alternation, load
from schemas.vocabulary import Change, Comparator

_WORDS = load("targets")
_VERBS = alternation(_WORDS["verbs"])
_UP, _DOWN = alternation(_WORDS["change"]["increase"]), alternation(_WORDS["change"]["decrease"])
_MEASURES = alternation(_WORDS["measures"])
_LEVELS = alternation(_WORDS["levels"])
_TIMES = alternation(_WORDS["spans_of_time"])

VERB_AT_END = re.compile(
    rf"(?:{_VERBS})(?:和|及|或|、|并)?(?:{_VERBS})?(?:了|出|好|起|成)?"
    r"(?:全[省市县区国]|[省市区县]级|一批|首批|第[一二三四五]批|[一二三四首]期(?:工程|项目)?|共|总计|累计|不少于|不低于|至少|达到|达|超过|突破|约|近|力争|全部|新|各类)*$"
)
"""打造|10个 · 提升改造|1个 · 推动全省|100家 · 建设或引进|1套."""
_EACH_GROUP = r"各(?!类|种|级各|项|方|自|界)[^,;。:\d]{1,16}?"
_EACH_ONE = r"每(?!百|千|万|单|户|单位|引进|新增|增加|推荐|成功)(?:个|一)?[^,;。:\d个]{1,8}?"
_AFTER_EACH = (
    "均|要|分别|至少|原则上|应|需|必须|须|可|引进|建[设立成]|完成|培[育训]|打造|创建|新增|创[成建]|组织|开展|确保|力争|实现|达到|不少于"
    "|不低于|面向|发布|遴选|上线|选派|选取|选拔|评选|举办|签约|服务|推出|分行业|分领域|分区域|认定|支持|培养|改造|新建|建有|拥有|选树|储备|配备|配置|安排|预留|有|\\d(?!\\d{3}年)"
)
_MEASURED_EACH = (
    r"(?:各|每个?)(?:(?:设区)?(?:地市|地区|市|县|区|州|盟|旗|乡|镇|街道|开发区|园区|村|社区|部门|单位|行业|学校|医院)(?:\([^()]{1,6}\))?(?:、|和|及)?)++"
    rf"(?=[^,;。:\d政府级场域直属的]{{0,18}}(?:{_MEASURES})(?:年均|同比|均|要|力争)*(?:{_LEVELS}|{_UP}|{_DOWN}|\d))"
)
EACH = re.compile(
    rf"^[、\s]*(?:其中[,:]?)?(?:推动|推进|支持|指导|引导|鼓励|确保|力争|争取)?(?:\([^()]*\)|到?\d{{4}}年底?,?|年底前,?)?(?P<e>{_MEASURED_EACH}"
    rf"|(?:{_EACH_GROUP}|{_EACH_ONE}|全市各[^,;。\d]{{1,10}}?)(?={_AFTER_EACH})|每(?:半年|年|季度|月)(?![均底末初人户]))"
)
"""各县区|营业收入达到5亿元 · 各涉农区县、开发区|均至少建立1个 · 每个行政村|原则上建设1个 · 每年|培训不少于5000人."""
EVERY = re.compile(r"每(?:半?年度?|个?季度?|个?月)")
"""每年|选拔: the verb behind is no part of it."""
GOALS = re.compile(r"[^;。:]{0,40}目标(?:任务)?(?:是|为|如下)?:")
"""2025年|全市经济社会发展主要预期目标是：|…；…；…: the words before the list are none of its indicators."""
GROWS_YEARLY = re.compile(rf"每年(?:平均|至少|再)?(?:{_UP}|{_DOWN})")
"""占比|每年提高|3个百分点."""
FOR_THEM = re.compile(r"(?:为|对|帮助|使|让)(?:全[市区县省镇]|我[市区县省])?$")
"""为全区|23000名(老年人提供…)."""
DOES = re.compile("进行|提供|配备|配置|开展|实施|更换|安装|办理|实现|完成|发放|用上|喝上|住上|受益|增收|脱贫")
"""为5000户家庭|进行|改造."""
WORKED_ON = re.compile(
    rf"(?P<what>[^,;。:]{{1,30}}?)(?:进行|实施|开展|予以|实行)(?P<deed>[^,;。:]{{0,12}}(?:{alternation(_WORDS['works'])}))"
)
"""对人民路等3条|城区道路|进行|综合提升改造|: what the works are done to, and the works."""
STATES = frozenset(_WORDS["states"])
"""Verbs that say what something is: 拥有专利3件 sets nothing out."""
OF_ALL = re.compile(r"[、\s]*(?:力争|争取|确保|推动|实现)*(?:全[省市县区镇乡]|我[省市县区]|本[省市县区])")
"""全县|建成10个, 力争全省|达到60条: no longer for each."""
IN_ALL = re.compile("累计|共计|总计|合计")
"""柔性引进高层次人才|累计|300人: no longer every year."""
OF_TIME = re.compile(r"[”\"]?(?:之?前|底|末|内|间)?[,:]?")
"""What may follow a time limit before its sentence begins: 2025年底|前,."""
VERB_AT_START = re.compile(
    r"[、,\s]*(?:到?\d{4}年底?,?|其中|同时|今年|年度(?!计划|目标|任务)|每年|[一二三四五两\d]年(?:内|共)?|年内|全年|力争|争取|确保|计划|积极|大力|加快|直接|重点|累计|共|年均"
    r"|分[^,;。、\d]{1,3}(?:、分[^,;。、\d]{1,3})*|全[省市县区]|年(?=生产|出栏|加工|处理|接待|发电|培训)|(?:主|中心)?城区|城市(?:\([^()]{2,8}\))?|农村|城乡|各[^,;。\d]{2,12}?|为[^,;。\d]{2,14}?(?=加装|安装|配备|更换))*"
    rf"(?:新)?(?:{_VERBS})(?!率)"
)
"""每年|上线工业APP…, 培育省级示范点…, 计划|组织开展…培训."""
NO_PICKING = r"(?<!选拔)(?<!评选)(?<!培养)(?<!遴选)"
"""选拔|资助|500名青年: people are picked and brought on, nothing is paid for a deed."""
SET_OUT = re.compile(r"每年|每季度|每月|到\d{4}年|年底|力争|争取|全年|年内|确保")
"""In a sentence that pays, only such words make a figure a target."""
VERB_ONLY = re.compile(rf"(?:{_VERBS})$")
"""新开工工业项目120个、|竣工|80个: the verb counts what the list counted."""
PART_OF_LIST = re.compile(r"[、和及]|,?其中")
"""新增A 1家|、|B 2家, 新增A 10家,|其中|甲级2家."""
LEVELS = re.compile(rf"(?:{_LEVELS})+$")
REACHES = re.compile(rf"(?:{_LEVELS})")
"""达到|95亿元 · 控制在|4.5%以内."""
_RANKS = alternation(_WORDS["ranks"])
RANKS_AT = re.compile(rf"^(?:{_RANKS})|(?:{_RANKS})(?:全[国省市区球]|世界|国内|行业)?$")
"""进入|全国城市旅游竞争力(前10名), 市场占有率|进入全国|(前5位)."""
MADE_OF = re.compile(
    rf"(?:{_TIMES})(?:全部|平均|均|再|由[^,;。]{{1,8}})?(?:{_LEVELS}|{_UP}|{_DOWN})(?:了|约|不超过)?$"
    r"|(?:办理|办结|审[批核查]|响应|处[理置]|接通|等待|候[诊车]|通关|平均|受理|登记|反馈|答复|排队|轮候|出警|到达|修复|抢修|换乘|通勤)"
    rf"[^,;。]{{0,6}}?(?:{_TIMES})(?:全部|平均|均|再|原则上|力争)?(?:不超过|不高于|不多于|少于|低于|小于)$"
)
"""平均受教育年限达到|11年 · 办理时限压缩至|3个工作日: a length of time that is set out itself."""
SINCE = r"(?:同比|环比|(?:较|比)(?:\d{4}年底?|“?十[一二三四五]五”?末?|上年度?|去年|上一年度?|基期|计划)(?:同期|水平)?)"
"""比2020年|下降8%."""
_LEAD = re.compile(
    r"^(?:[、,:;。\s]|其中|同时|努力|奋力|以[^,;。:\d]{2,20}?为(?:重点|依托|抓手|载体|引领|牵引|主导)|并(?!网)|且|[和与及](?=[^、]{4})|到?\d{4}年(?:底|末|前|年底)?(?:前)?,?|(?:今年|当年|全年|年内|年底前|三年内|\d年内)(?:,)?"
    r"|在?(?:全[省市县区]|全国(?!知名|著名|一流|领先|有|性)|我[省市县区]|本[省市县区])(?:范围内)?|每年|[一二三四五两]年(?:内|共)?|共(?![性享建同和])|(?:其中)?(?:主要)?(?:目标)?包括:?|含(?!量|氧|税)|累计"
    rf"|年度(?={_VERBS})"
    r"|力争|争取|确保|计划|基本|全面|进一步|加快|积极|大力|着力|重点|推动|推进|实现|安排(?=新|改|建|实施)|新?培育|打造|建设|建成(?!区)|完成(?!率)|达到|在[^,;。:\d]{1,20}?(?:省|市|县|区|镇|村|国|城市|地区|社区|街道|等地|境外|海外)(?:内|范围内|分别|各|集中|率先)?(?:设立|建立|建设|建成|开设|新建|打造|布局|举办|开展)(?![率规面])|使|将|其(?!他)|以后|此后|其后|对(?!外|口|接|标|象|台|华|俄|手|策|冲|应)|各[项类]?|实施|组织"
    r"|开展|新?[改扩]?\([改扩、]+\)建|净?新增|净增|增加(?!值)|新开通|新改扩建|新建改建|新改建|新建成|新建(?:和|、|及|或)?改造(?:提升)?|改造提升|新建|改扩建|改建|引进|创建|服务(?!贸易|外包|消费|收入|出口|进出口|业|率|半径|站|点|中心|区|机构|平台|台|窗口|能力|水平|质量|体系|设施|网|人员|事项|价|商|器|队|满意)|--+|“(?![^”]*”)|直接|[一二三四五六七八九十]+是|提升"
    r"|形成|集聚|布局|落地|招引|推出|支持|鼓励|引导|促进|优化|提高|带动|培养|吸引|撬动|拉动|吸纳|上线|举办|遴选|选拔|发布|发行(?!量|额)|评选|征集|选取|认定"
    rf"|(?:{alternation(_WORDS['making'])})(?!{alternation(_WORDS['not_making'])})|(?:联合)?攻关(?!项目|任务|计划|工程|清单))*"
)
"""到2025年底,全市新增|网络销售额 · 力争实现|行政村物流覆盖率."""
_TAIL = re.compile(
    rf"(?:{_UP}|{_DOWN}|{_LEVELS}|(?:预期|计划)?目标(?:任务)?|不超过|不高于|力争|约|近|为|在|到|至|控制|稳定|占(?!比)|分别|均|各|累计|总计|共计|共|合计|年均|平均|总体|整体|普遍|每?年(?=[增递提下])|将|可|继续|平均每年|增强|改善|壮大|加大|攀升|好转|提速|显著|明显|稳步|不断|持续|进一步|大幅|逐步|逐年|有序|有效|平稳"
    rf"|在\d{{4}}年基础上|{SINCE}|以上|实现|以|、|和|及|,|:)+$"
)
"""网络销售额|比2020年增长 · 覆盖率|稳定在."""


_BRACKET = re.compile(r"\([^()]+\)$")
"""直销中心|(店): the name's own bracket."""


_MORE_OF = re.compile(r"(?:新增|净增|新培育|增加)\D{0,6}$")
"""|新增省级|10家: more than there are, though a verb of growth alone (提升1个中心) is none."""
_NATURAL = re.compile(r"自然增长率(?:(?:控制|稳定|保持)在)?$")
"""人口自然增长率控制在|6‰: a rate by its name."""
_GROWS_BY = re.compile(r"(?:增速|增幅|增长率)(?:稳定|保持|控制|维持)?(?:在|达到?|超过|突破)?$")
"""增速达到|8%."""
_TO_LEVEL = re.compile(r"(?:到|至|达到?|突破|超过|控制在|保持在)\D{0,2}$")
_BY_AT_LEAST = re.compile(rf"(?:{_UP}|{_DOWN})\D{{0,2}}达到?$")
"""提高到|95% is a level, 增长率提高达|5% a change."""
_LESS = re.compile(rf"(?:{_DOWN})(?:不少于|不低于|超过|约|了|达|近)?$")
_MORE = re.compile(rf"(?:{_UP})(?:不少于|不低于|超过|约|了|达到?|近|力争|以上|率)?$")
"""能耗下降|3%, 收入增长|8%以上."""
_NEW = re.compile(r"[、,]?(?:其中)?(?:全[省市县区]|全年|年内|城镇|累计|每年|力争|确保|计划)*(?:净?新增|净增|新培育)")
"""|全市城镇新增|就业5万人."""
_FLOOR = re.compile("力争|至少|不少于|不低于|争取")
"""|力争|10家: so many or more."""


def change_of(before: str, counted: bool = False) -> Change:
    """What the words before the figure make of it: 新增 increase, 下降 decrease, 提高到 total.

    With `counted` (the indicator follows the figure) only 新增 and the like are an increase: 提升1个中心 counts.
    """
    tail = before[-10:]
    if counted:
        return "increase" if _MORE_OF.search(tail) else "total"
    if _NATURAL.search(before):
        return "total"
    if _GROWS_BY.search(before):
        return "increase"
    if _TO_LEVEL.search(tail) and not _BY_AT_LEAST.search(tail):
        return "total"
    if _LESS.search(before[-24:]):
        return "decrease"
    return "increase" if _MORE.search(before[-24:]) or _NEW.match(before) else "total"


def comparator_of(figure: Figure, before: str, floor: bool) -> Comparator:
    """The figure's own comparator, else >= where 力争, 至少 or 不少于 stands before it, else =."""
    if figure.op:
        return figure.op  # type: ignore[return-value]
    return ">=" if floor or _FLOOR.search(before) else "="


_MEASURED = re.compile(rf"(?:{_MEASURES})$")
"""网络销售|额|, 覆盖|率|."""


def measured_indicator(words: str) -> bool:
    """Whether the words end in something measured (率, 额, 量 …), verbs of change and comparators aside."""
    return _MEASURED.search(_TAIL.sub("", words)) is not None


def strip_change(words: str) -> str:
    """Words behind a list of names without comparison, change and level: 比2020年下降 → '', 占比达 → 占比."""
    return re.sub(rf"(?:{SINCE}|{_UP}|{_DOWN}|{_LEVELS}|为|约)+$", "", words)


_CARRIED_OUT = re.compile("(?<=[\u4e00-\u9fff]{2}[额值量入资])(?:力争|确保|预计|计划)*完成$")
"""固定资产投资|力争完成|23亿元."""
_IN_YEARS = re.compile("(?<=[\u4e00-\u9fff]{2})[一二三两四五\\d]年(?:内|左右)?$")
"""高新技术企业数量|三年|翻一番."""


def strip_lead(words: str) -> str:
    """The indicator in the words before a figure: 实现农村行政村物流覆盖率 → 农村行政村物流覆盖率.

    >>> strip_lead("全市农村产品网络销售额新增")
    '农村产品网络销售额'
    """
    folded = fold(words)
    lead = _LEAD.match(folded)
    begin = lead.end() if lead else 0
    tail = _TAIL.search(folded, begin)
    kept = words[begin : tail.start() if tail else len(words)]
    if not kept.strip():
        tail = _TAIL.search(folded)
        kept = re.sub(r"^(?:[、，,：:；;\s]|每年|全年|年内)+", "", words[: tail.start() if tail else len(words)])
    kept = _CARRIED_OUT.sub("", _IN_YEARS.sub("", kept.strip("、，,：:；; ")))
    kept = kept if kept.count("(") + kept.count("（") == kept.count(")") + kept.count("）") else kept.strip("()（）")
    kept = kept.rpartition("力争")[2].strip("、，,：:；; ")
    own = _BRACKET.search(fold(kept))
    return kept if own and kept[0] not in "(（" else kept.strip("()（） ")
