"""The list that the figures of a sentence run through: what its members share, and how each is called."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from extract.annotate.comparisons import comparison
from extract.clean.fold import fold
from extract.interpret.grammar import shared_prefix
from extract.interpret.wording import LEVELS, RANKS_AT, REACHES, VERB_ONLY, measured_indicator, strip_lead
from extract.lexicon import alternation, load

LIST_GAP = 3
"""Characters between the members of one list: ",其中" apart from its comma."""
_GENERIC = re.compile(
    r"^(?:总额|总量|总数|总规模|规模|数量|建设|完成建设|覆盖率|比例|占比|人数|面积|数|产值|产量|总产量|增速|培训"
    r"|占[^占]{2,24}(?:比重|比例|占比|的比))?$"
)
"""An indicator that says nothing alone takes the words before it: …网络销售额新增15亿元(总额超过95亿元)."""
_MADE_ONLY = re.compile(
    r"^(?:全[省市县区镇乡]|我[省市县区]|计划|拟|将|预计|累计|共计?|总计|合计|至少|要|应|再)*新?(?:\([改扩、]+\)建|改扩建|推出|建成|建设|建|完成|完工|培育|打造|引进|增加|创建|认定|筹集|培训)?$"
)
"""上半年|新推出|30项, 其中2025年底前|建成|3000套, 已建成冷库30座，|将再建|20座: of what was spoken of."""
_PART_MADE = re.compile(r"^(?:其中[,:]?|包括|包含|含)(?P<how>新建|改建|扩建|改扩建|改造|续建|提升|新增)$")
"""建成10个中心（|含改建|2个）: which of them."""
_MEASURES = re.compile(r"(?:产值|产量|总产量|面积|人数)$")
"""机器人密度达到500台，|产量|达到4万台: of something else than what was measured before."""
_OWNER = re.compile(r"(?:播种|种植|养殖)?(?:总?面积|总?产量|总?产值|规模|存栏|出栏)$|.*(?<!积|量|值|模|栏)$")
"""林下经济|面积达260万亩、产值达130亿元: whose both are."""
_LONG = re.compile("(?:总|全)?长度?")
"""清淤农渠518条|长|322公里."""
_LEVEL = r"(?:国家|省|市|县|区|乡|镇|村)"
_GROUP = (
    r"(?:县\(市\)区|县\(市、区\)|县\(市\)|县、区|县区|区县|市县|乡镇\(街道\)|乡镇|镇街|村\(社区\)"
    r"|市区|县城|[东中西]部(?:地区)?|其他地区|乡村|城市|城镇|农村|城区|主城区|中心城区)"
)
_LEVEL_ONLY = re.compile(rf"^{_LEVEL}级?(?:及?以上)?(?:、{_LEVEL}级?)*$")
"""市级 · 省级以上 · 市、县级."""
_LEVEL_HEAD = re.compile(rf"^{_LEVEL}级?(?:及?以上)?(?:、(?:市|县|区|乡|镇|村)级?)*")
"""省级|示范镇 · 市、县级|重点项目."""
_GROUP_ONLY, _GROUP_HEAD = re.compile(rf"^{_GROUP}$"), re.compile(rf"^(?:{_GROUP}|{_LEVEL_HEAD.pattern[1:]})")
"""市级综合窗口占比达80%, |县(市)区|达90%: which of those that the list counts."""
_PART = re.compile(rf"(?P<part>[^的].+?)(?P<verb>{REACHES.pattern}|占)(?P<whole>[^,;。]{{2,24}})的$")
"""新能源汽车销售量|达到|汽车销售总量|的|20%."""
_AMOUNT = r"(?:超过|超|达到?|突破|不低于)[\d.百千万亿]+(?:元|人次|人|亩|平方米|吨|台|辆|户)?(?:以上)?"
_NARROWED = re.compile(rf"(?:其中,?)?(?P<of>[^\d]{{0,8}}?)(?P<limit>{_AMOUNT}的|{_AMOUNT}(?!的))(?P<head>[^,、]*)")
"""超|10亿元的| (2个) · 超1亿元的|核心零部件企业| (20家) · 超50亿元 (2家): a member that differs by a figure."""
_MEASURED_BY = re.compile(rf"^(?P<of>[^\d的]{{2,12}}?){_AMOUNT}的?(?P<head>.*)$")
"""年营业收入|超10亿元的|企业: what the other members are measured by, too."""
_GRADE = (
    r"(?:[甲乙丙丁]级|[一二三四五]星级|\dA级|A{1,5}级|[A-Da-d]类|[一二三四五]类|特级|(?:博士|硕士|本科|大专|高级|中级|初级|副高|正高)(?:研究生)?(?:及?以上)?"
    r"(?:学历|学位|职称)?)"
)
_GRADE_ONLY = re.compile(rf"^(?:其中,?)?(?P<grade>{_GRADE})$")
"""其中,5A级|1家 · 硕士及以上学历|20名."""
_GRADE_HEAD = re.compile(rf"^(?:{_GRADE}(?:及?以上)?|等级|A级)")
"""新增A级旅游景区10家,其中|5A级|1家: which of those that the list counts."""
_FIELD_ONLY = re.compile(r"^[^,、\d]{2,12}(?:领域|行业|方向|方面)$")
"""养老服务领域|10个 · 制造业方向|5个."""
_FIELD_HEAD = re.compile(r"^[^,、\d]{2,12}(?:领域|行业|方向|方面)")
"""打造应用场景50个,其中,|养老服务领域|10个."""
_BACK_TO = re.compile(r"^(?P<what>[^,;。]{2,20}恢复[到至]\d{4}年(?:同期)?(?:的?水平)?)的?$")
"""入境游客恢复到2019年水平|的 (80%)."""
_LATER = re.compile("(?:以后|此后|其后|之后)各?$")
"""以后|每年递增10%: of what was spoken of."""
_LED_BY = re.compile(
    rf"^[^,;。]{{2,60}}?(?:等|企业|院所|高校|单位|机构|公司)[^,;。、]{{0,8}}?(?:牵头|联合|共同|合作)(?:{alternation(load('targets')['makes'])})"
)
"""支持甲公司、乙公司等牵头组建|创新联合体 (3个): no part of what is counted."""
_ACTS_ON = re.compile(
    r"^(?P<by>(?!.*(?:已|现有|共有))[^、]{4,24}?(?:覆盖(?!率|面|范围)|改造|铺设|接入|惠及|整治|治理))(?P<what>[^、]{2,12})$"
)
"""安全工程三期覆盖|燃气管网 (2200公里)、桥梁 (137座): the members share who does what."""
_STAGES = (
    r"(?:新|基本|全部|累计|已)*(?:开工|竣工|建成|交付|投产|投用|完工|改建|新建|扩建|续建|签约|落地|入库|通车|达产|验收)"
)
_STAGE = re.compile(rf"{_STAGES}(?:建设|投用|投产|使用|验收)?")
"""保障性住房新开工500套、|竣工|300套: another stage of the same."""
_STAGED = re.compile(rf"^(?:{_STAGES})|(?:{_STAGES})+(?:建设|投用|投产|使用|验收)?$")
"""保障性住房|新开工|, |新开工|工业项目: gives way to the next stage."""
_HOLDS_OBJECT = re.compile("植树|种草|造林|绿化|退耕|储能|装机")
"""植树|11万株: a verb with its own object, nothing of what stands before."""
_OF_EACH = re.compile(
    rf"(?P<verb>{REACHES.pattern})?"
    r"(?:每(?:十万|百万|[百千万亿])(?:人口?|户|台|辆|平方公里|平方米|元|名[\u4e00-\u9fff]{2,4})?|[人户村亩]均)$"
)
"""机器人密度达到|每万人|500台: by how many it is counted."""


@dataclass(slots=True)
class RunningList:
    """What a running list hands on to its next member."""

    indicator: str = ""
    each: str | None = None
    acts: bool = False
    """Whether what is done for each stands in a verb (每半年开展…), so that a rate that follows is not for each."""
    verb: bool = False
    floor: bool = False
    grows: bool = False
    """Whether the list began with 新增."""
    due: str | None = None
    shared: str = ""
    """What shares are of, for a list of them: 审批事项|100%网上受理、90%全程网办."""
    members: list[str] = field(default_factory=list)
    """The names of the members so far that stand in one list."""
    end: int = -1
    head: str = ""
    """What was counted before its parts: 市场主体8万户，其中企业2万户；到2025年末，发展到12万户."""

    def near(self, done: int) -> bool:
        """Whether the words that begin at `done` go on with the list."""
        return self.end >= done - LIST_GAP

    def counted_name(self, own: str, done: int) -> str:
        """The name behind a figure, with what it shares with the list: 省级示范镇7个、示范村21个 → 省级示范村."""
        level = _LEVEL_HEAD.match(own) or "级" in own[:5]
        if self.near(done) and not level and _LEVEL_HEAD.match(self.indicator):
            prefix = shared_prefix(self.indicator, own)
            return prefix + own if prefix and len(prefix) < 14 else own
        return own

    def narrowed_name(self, words: str) -> str | None:
        """What the list counts, narrowed by another figure: 年产值超亿元的特色产业3个、超10亿元的 (2个)."""
        said = _NARROWED.fullmatch(words)
        if not said or (said["of"] and said["head"]):
            return None
        first = _MEASURED_BY.match(self.indicator)
        if not (first or said["limit"].endswith("的")):
            return None
        measure = first["of"] if first and not said["of"] else ""
        head = said["head"] or (first["head"] if first else "") or re.split("的", self.indicator)[-1]
        return said["of"] + measure + said["limit"] + head

    def whole(self, since: str) -> str:
        """What the list counts in all, where `since` names a part of it: 其中市级20个、(每个县区2个)."""
        level = _LEVEL_HEAD.match(self.indicator)
        return self.indicator[level.end() :] if level and "其中" + level[0] in since else self.indicator

    def measured_name(self, words: str, done: int, spoken_of: Callable[[int, bool], str]) -> str:
        """The name before a figure; `spoken_of` gives what stands before, for names that say nothing alone."""
        indicator = strip_lead(_LED_BY.sub("", _OF_EACH.sub("", words)))
        bare = indicator.strip("、和及 ")
        if self.indicator and _LEVEL_ONLY.match(bare):
            return bare + _LEVEL_HEAD.sub("", self.indicator)
        if self.near(done) and _GROUP_ONLY.match(fold(bare)):
            head = _GROUP_HEAD.match(fold(self.indicator))
            return bare + self.indicator[head.end() if head else 0 :]
        back = _BACK_TO.match(indicator)
        if back:
            return back["what"]
        if _LATER.match(bare):
            return self.indicator if self.near(done) else ""
        said = fold(words).strip("、,和及 ")
        grade = (_GRADE_ONLY.match(said) or _GRADE_ONLY.match(fold(bare))) if self.indicator else None
        if grade and not _GRADE_ONLY.match(fold(self.indicator)):
            return grade["grade"] + _GRADE_HEAD.sub("", self.indicator)
        if self.end >= done - LIST_GAP - 2 and _FIELD_ONLY.match(bare):
            return bare + _FIELD_HEAD.sub("", self.indicator)
        part = _PART_MADE.match(said) if self.indicator else None
        if part:
            return part["how"] + self.indicator.removeprefix(part["how"])
        if self.near(done) and _STAGE.fullmatch(bare) and _STAGED.search(self.indicator):
            return _STAGED.sub("", self.indicator) + bare
        if bare and _MADE_ONLY.match(fold(bare)):
            return (self.indicator if self.near(done) else spoken_of(done, True).removesuffix("全覆盖")) or bare
        if _LONG.fullmatch(bare) and self.near(done):
            return self.indicator + "长度"
        if _GENERIC.match(indicator):
            earlier = spoken_of(done, not indicator)
            if _MEASURES.match(indicator) and measured_indicator(earlier):
                return (_OWNER.sub("", earlier) if words.startswith("、") and self.near(done) else "") + indicator
            return earlier + indicator.removeprefix(earlier[-2:])
        if self.near(done) and VERB_ONLY.match(bare) and not _HOLDS_OBJECT.search(bare):
            return self.indicator + bare
        acts = _ACTS_ON.match(self.indicator)
        if self.near(done) and acts and words.startswith("、") and len(bare) < 8:
            return acts["by"] + bare
        return indicator


def acts_on(indicator: str) -> bool:
    """Whether it names who does what: 安全工程三期覆盖燃气管网 (2200公里)."""
    return bool(_ACTS_ON.match(indicator))


def level_before(words: str) -> str | None:
    """The comparator of a level that 每万人 or a year parts from its figure: 密度达到每万人 (500台) → >=."""
    of_each = _OF_EACH.search(words)
    if of_each and not of_each["verb"]:
        return None
    level = words[: of_each.end("verb")] if of_each else words
    return comparison(level, len(level), len(level), vague=False)[0]


def share_of_whole(indicator: str) -> tuple[str, str | None]:
    """新能源汽车销售量达到汽车销售总量的 (20%) → what it is a share of, and the comparator ('': none)."""
    part = _PART.match(indicator)
    if not part:
        return indicator, None
    return f"{part['part']}占{part['whole']}比重", ">=" if LEVELS.search(part["verb"]) else ""


def before_rank(indicator: str) -> str:
    """市场占有率进入全国 (前5位) → 市场占有率; 进入全国城市竞争力 (前10名) → 全国城市竞争力."""
    rank = RANKS_AT.search(indicator)
    if not rank:
        return indicator
    return indicator[: rank.start()] if rank.start() > 2 else indicator[rank.end() :]
