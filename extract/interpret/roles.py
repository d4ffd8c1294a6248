"""What each figure of a clause is to a promise of money: promised, a condition, a step, a duration, an aside."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extract.annotate.values import Figure
from extract.interpret.grammar import Clause, before_first, figure_lists
from extract.interpret.instalments import BY_YEARS, is_instalment, sum_like
from extract.interpret.lasting import is_duration
from extract.interpret.not_paid import asides_in, is_excess, is_least, is_measured, is_spent
from extract.lexicon import alternation, load

_WORDS = load("subsidies")
_NOT_MONEY = "率|能力|水平|设施|设备|企业|产业|产品|服务|半径|零部件|件"
"""本地配套|率, 配套|能力: what is made nearby, no money that matches other money."""


def _words_of(words: list[str]) -> str:
    """An alternation in which 配套 stands for money only; each branch begins with its own letters, which is fast."""
    return "|".join(
        f"{word}(?!{_NOT_MONEY if word == '配套' else '总额|金额'})" if word in ("配套", "支付") else word
        for word in sorted(words, key=len, reverse=True)
    )


INSTRUMENT = re.compile(alternation(_WORDS["instruments"]))
ANY_INSTRUMENT = re.compile(_words_of(_WORDS["instruments"] + _WORDS["plain"]))
_NOT_A_GRANT = (
    alternation(_WORDS["no_grant_after"]) + r"|资金(?!\d)|项目(?!(?:总|实际|研发|建设|固定|设备)*(?:投[资入]|投资额))"
)
VERB = re.compile(
    rf"(?<!政策(?=兑现))(?:{_words_of(_WORDS['grant_verbs'])})(?!的?(?:{_NOT_A_GRANT})|[之以]?[后外](?=的|,))"
    r"|[奖补](?<=[再的,、级业家个名人户各均可者村镇社].)(?=\d)"
)
"""给予 · 奖励 · 可申请 · 再|奖|20万元, 每人|补|5万元 (not 奖励政策, 政策兑现, 补贴标准, 扣除补贴后的, 一等奖10万元)."""
_INVITES = re.compile(r"[、,\s]*(?:积极|大力|重点|继续|择优)?(?:支持|扶持|申报|申请)(?!最高|不超过|其?\d)")
"""支持|家庭农场…的 at the head of a clause names somebody, and gives nothing."""
_FROM = re.compile(r"(?:按照|按|依照|参照|根据|以(?![上下内外]))[^,;。]{0,60}$")
"""按投资额的|10%, 按照每人|1000元."""
_AFTER = re.compile(
    r"^(?!的,)(?:/[\u4e00-\u9fff]{1,4}(?:[·•/][\u4e00-\u9fff]{1,4})*)*(?:/[\u4e00-\u9fff]{1,3})*(?:\([^()]{1,12}\))?"
    r"的?(?:标准|比例|额度|档次)?(?:,(?!并))?(?:的)?[^,;。\d]{0,14}?"
    rf"(?:{alternation(_WORDS['instruments'] + _WORDS['plain'] + _WORDS['handed_over'])})"
)
"""50%|的补贴, 1000元|/人的标准给予, 100万元|(国家)的奖励."""
_GIVES_ANOTHER = re.compile(r"[^,;。\d]{0,8}\d")
"""投资5亿元|的项目给予|10万元: what is given is the next figure."""
RAISED = re.compile(
    rf"(?:{_words_of(_WORDS['instruments'] + _WORDS['plain'])})[^,;。\d]{{0,6}}(?:比例|标准|金额|额度|系数)?"
    r"(?:[从由][^,;。]{0,24}?\d[\d.]*(?:%|万?元)(?:/[^,;。\d]{1,3})?)?[^,;。\d]{0,4}"
    r"(?:提高|提升|上浮|上调|调整|增加|放宽|降低?|下调)(?:至|到|为)[^,;。\d]{0,4}$"
)
"""补助比例提高至|8%, 资助标准提高到|1000万元: what is given then."""
UPLIFT = re.compile(
    rf"(?P<b>(?:{alternation([*_WORDS['instruments'], '支持', '扶持'])})(?:金额|标准|额度|资金|比例)|上述标准|此基础)"
    r"(?:在原有?(?:标准|比例)?)?"
    r"(?:基础)?(?:之?上)?[,]?(?:再|可|分别|相应|按)*(?:上浮|提高|上调|增加|提升)$"
)
"""奖励金额上浮|20%, 奖励标准提高|50%: so much more of what is given."""
_MEASURES = re.compile(
    r"(?:占比|比例|股比|份额|缩短|压缩|压减|减少|节约|节省|增长|增幅|增速|提高|下降|降低|上浮|下浮|上调|达到?|超过|超|不低于|不少于|高于|低于|"
    r"(?<![利费汇折扣])率|持股|权益|产值|收入|销售额|营业额|税率|税标准)$"
)
"""同比增长|20%: a share that measures somebody, not one that is paid."""
_SALES = re.compile(r"(?:收入|产值|销售额|营业额)$")
"""给予主办方票房收入|5%、最高50万元奖励: a share of it that is given."""
_RATE_BOUND = re.compile(r"(?:利率|费率)[^,;。、\d]{0,6}$")
"""按利息的50%、年利率不超过|2%给予贴息: a bound beside the share."""
_FROM_LEVEL = re.compile(r"[从由](?:每[人名户家年月]{1,2}|原来?的?|[^,;。\d]{2,24}的)?$")
"""返还比例|从|60%提至90%, 补助标准|由每人|500元提高到800元: what it was."""
_TO_LEVEL = re.compile(r"[^,;。\d]{0,6}(?:提高|提升|提|上调|增加|上浮|降低|下调)(?:至|到|为)")
"""返还比例从|60%|最高提至90%: what it was."""
_STANDARD_IS = re.compile(
    rf"(?:(?<=,)|{alternation(_WORDS['instruments'])}|津贴|生活费)(?:发放|资助)?标准(?:统一)?(?:原则上)?(?:为|是|按|最高|不超过|最多|不低于|不少于)[^,;。\d]{{0,24}}$"
)
"""岗位补贴标准为当地最低工资标准的|100%."""
OFFSET = re.compile("抵扣(?:比例|金额|额度?)")
"""算力券用于抵扣采购费用，|抵扣比例|不高于30%: what a voucher pays."""
_REFUND = re.compile(r"返还标准(?:按照?|为)[^,;。]{0,40}$")
"""返还标准按6个月应缴纳社会保险费的|50%确定."""
_STANDARD_ENDS = re.compile(
    rf"(?:{alternation(_WORDS['instruments'])}|津贴|支持|扶持)(?:标准|额度?|金额|比例)$|{OFFSET.pattern}$"
)
"""建设补贴标准|最高不超过100万元, 奖励比例|不超过20%, 抵扣比例|不高于30%."""
_YEAR_OF_PAYMENT = re.compile(
    r"(?:前|后|第|首|剩余|其余)[一二两三四五六七八九十\d]*(?:个?年|至\S{1,3}年)(?:度)?(?:按|为|给予|补贴|补助|减免)?$"
)
"""其中前两年|100%、后三年|50%."""
_STEP = re.compile(
    r"每(?:增加|新增|净增|增长|增|登记|引进|引入|融资|到位|募集|投入|缴纳|交易|采购|结算|转化|招引|吸引|超过|提高|多|满|达到?|完成|实现|出口|进口|销售|减少|节约|降低|消纳|发送|接待)[^,;。\d每]{0,12}$|每$"
)
"""每增加|3000万元, 每满|1000单, 每|1000万元 (给予3万元)."""
_RAISES = re.compile(r",?(?:每[^,;。\d]{1,4})?(?:增加|再|另|相应|额外)*(?:给予|奖励|补助|补贴)(?:增加)?\d")
"""签约率每增加1%|，每证增加奖励1.5万元."""
_SUM_EACH = re.compile(r"每(?:人|名|家|户|个|次|单|场|项|件|台|套|亩|吨|月|平方米|张|位)[\u4e00-\u9fff]{0,4}$")
"""大专生每人|1000元/月，本科生每人|1500元/月: a list of sums goes on without a verb."""
_SUM_NAMED = re.compile(
    r"(?:^|[、,(:])\s*(?:(?:国家|自治区|省|市|州|区|县|镇|村|部)级[^,;。、\d每]{0,8}|[^,;。、\d]{0,4}(?:[特一二三四]等|[金银铜]|优胜|优秀|特别|鼓励)奖|[A-Ea-e一二三四甲乙丙]类[^,;。、\d]{0,6}|"
    r"个人|企业|集体|团队|家庭|单位|机构|组织)(?:为|各)?$"
)
"""…给予奖励，国家级|100万元、省级|50万元: a list of sums by level goes on without a verb."""
LIMIT = re.compile(
    r"^每[件位张项份](?:补[贴助]|奖励|产品)?(?=最高|不超)|^每[\u4e00-\u9fff]{1,3}(?=每年|年度|全年|累计|最高|不超)|^(?:、|其中|则|且|但|并|同时|合计|分别|,|\(|原则上|对|该项|本项|自然)*(?:单个|单一|单项|单笔|单户|单家|单人|单体|每个|每家|每户|每人|每年|每项|每单|每名|每区|每县|"
    r"每市|每镇|每所|每一|每次|单次|每平方米|每亩|每吨|每月|每场|单场|每届|单届|每期|每部|单部|单集|单套|单店|金额(?=不超|最高|最多)|本条款?|本款|每辆|每台|每条|每座|同一|年度|年|全年|[\d一二两三四五]年累计|累计|总计|合计|总额|总量|补[助贴偿]|奖[励补金]|资助|支持|扶持|贴息|配套|减免|返还|抵扣|"
    r"[^,;。\d]{2,6}(?:奖励|补助|补贴|资助)(?:金额|资金)?(?:合计|总计|累计|总额)|最高|最多|最长|上限|封顶|不超|各|一个|一家|两项|以上|上述|担保费|市级|区级|省级|县级|企业|项目|机构|不高于|最终|实际|合同|期限)"
)
"""How a clause begins that limits what was promised before it: 单个企业…, 每户每年…, 补助金额…, 最高…."""
_FURTHER = re.compile(r"[再另](?:行|次|外)?(?:给予|予以|奖励|补助|补贴|资助|增加|发放|奖补)")
"""最高可|再奖励|20万元: more money, no ceiling."""
MORE = re.compile(r"再(?:行|次)?(?:增加|加|提高)[^,;。\d]{0,6}(?=\d)")
"""在上述标准基础上每人|再增加|30元."""
STANDARD = re.compile(
    rf"(?:{alternation(_WORDS['instruments'])}|津贴|生活费|助学金|奖学金|救助金|慰问金|抚恤金|供养金|免学费)"
    r"[,(]?(?:具体)?(?:发放|资助|支持)?标准(?:分别)?(?:为|是|如下|:)"
)
"""安家补贴|标准为|:A类人才300万元,B类人才150万元 · 租房补贴，标准为|：博士5000元/月: each sum is promised."""
_HELD_BY = re.compile(
    r"(?:^|[、,(:])(?:标准)?(?:分别)?为?[\u4e00-\u9fffA-Za-z“”()+]{2,24}?(?:每[人名年月户家]{1,2}){0,2}(?:各|为)?$"
)
"""A类人才|300万元、B类人才|150万元: who gets each sum of a list."""
_JUST_GIVEN = re.compile(
    rf"(?:给予|予以|发放|提供|享受|实行)(?:\d+(?:年|个月))?[^,;。:\d]{{0,24}}(?:{alternation(_WORDS['instruments'])}|津贴)(?:资金|费|待遇)?[,:。(]"
    r"(?:其中[,:]?)?(?:[^;。:]{2,80}[\d.]+[万亿]?元(?:/[^,;。\d]{1,4})?[,、;])*(?:[^,;。:]{2,40}的,)?$"
)
"""给予安家补贴|：博士30万元，|硕士10万元, 发放3年租金补贴|，每年5万元: what is given is said name by name."""
_LIST_REACH = 160
"""Characters that a list of names and sums may take before the last of them."""
_HOLDS = re.compile(
    r"(?:^|[、,(:)])(?:其中)?[\u4e00-\u9fffA-Za-z“”+]{2,14}?(?:\([^()\d]{2,16}\))?"
    r"(?<![额资入值本模计共达到超过为在于的费款金贴助励])(?:每[人名年月户家孩]{1,2}){0,2}(?:各|为)?$"
    r"|\d[^,;。、]{0,14}的[^,;。、\d]{0,8}?(?<![额资入值达到超过])$"
    r"|\d(?:头|只|羽|亩|平方米|人|张|台|户|场次?|万?元)(?:\([^()]*\))?(?:及?以[上下])?(?:为|的)?$"
)
"""博士|30万元, 三孩每孩|5000元, 1000万元以上的|10万元, 300—499头|80万元: whose sum it is (not 年销售额|1000万元)."""
_OF_THOSE = re.compile(r"(?:\([^()]*\))?的(?:,|[^,;。]{1,24}(?:,|给予|奖|补|按))")
"""投资2000万元以上3000万元以下|的，补贴42%: who is meant, whatever was promised before."""
_YEARLY_SIZE = re.compile(r"/年(?:以[上下])?的(?!标准|比例|额度|奖|补|资助|津贴|贴息)[^,;。\d]{1,12}(?:,|给予)")
"""投入5000万元|/年的企业，|给予500万元: who is meant."""
_ABOUT = re.compile(r"(?:其中,?)?对于?(?!其|上述|该)")
"""对于|年申报合同50万元（含）以下的中小企业: the clause says who is meant."""
_COUNTED = re.compile(r"(?!的)[\u4e00-\u9fff“”]{2,14}(?:\([^()]*\))?,")
"""申报5000万元以上|投资项目，给予奖励3万元: what has such a size."""
_THEN_MOST = re.compile(r"(?:、|,)?(?:最高|最多|且?不超过)\d")
"""融资规模2%以内|最高200万元的补贴, 按服务收入20%|、不超过200万元给予奖励."""
_ON_TOP_OF = re.compile(r"[^,;。\d]{0,16}(?:奖励|补助|补贴|资助|支持)[^,;。\d]{0,4}(?:的)?基础上")
"""在省里按3%|给予奖励的基础上|，再给予2%: what another gives."""
_MEASURED_BY = re.compile(r"的|以[上下内]|\(含")
"""资本1亿元|以上的50万元, 1亿元|的50万元: who gets it."""
_EACH_AFTER = re.compile(r"/(?:人|户|家|亩|平方米|吨|台|件|单|次|名)")
"""1000元|/人, 50元|/平方米."""
_GIVEN = re.compile(r"(?:给予|予以|提供|发放|奖励|补助|资助|按照?|按照?每[人名户年月家]{1,2}(?:每[年月人])?)$")
"""给予|不低于50万元|的安家补贴, 按|不低于1:1|比例给予配套: the least that is given."""
_THEN_GIVEN = re.compile("(?:的?(?:比例|标准))?(?:给予|予以)")
"""按保险费不低于1/2、不高于2/3|给予|补贴."""
_EACH_GIVEN = re.compile(
    r"(?:每?亩|每[人名户家年月张间套台个辆吨平方米]{1,3})(?:平均)?(?:补助|补贴|奖励|资助)(?:标准)?$"
)
"""租赁房屋改建的床位|每张补助|不少于4000元, 新建日光温室|亩补助标准|不低于1.2万元: the least that is given."""
_LENT = re.compile(r"(?:贷款|授信|担保|融资)(?:可达|为|单笔|单户|最高|额度|金额|规模)*$")
"""信用贷款|最高500万元: what is lent, not given."""
_LENDS = re.compile(r"(?:发放|投放|新增)[^,;。\d]{0,10}贷款$")
"""推动|发放创业担保贷款|60亿元以上: what is lent in all."""
_CONDITION_GOES_ON = re.compile(r"(?:\([^)]*\))?(?:的|且|并|,|、|或)")
"""投资不低于1000万元|的|企业, 不少于50人|且|持股20%以上."""


@dataclass(slots=True)
class Roles:
    """The figures of a clause by what they are to the promise."""

    promised: list[Figure] = field(default_factory=list)
    conditions: list[Figure] = field(default_factory=list)
    steps: list[Figure] = field(default_factory=list)
    durations: list[Figure] = field(default_factory=list)
    asides: list[Figure] = field(default_factory=list)


def first_verb(folded: str, clause: Clause) -> int:
    """Where the clause begins to give; its end where it gives nothing. 支持 that only names somebody is passed over."""
    invites = _INVITES.match(folded, clause.start, clause.end)
    match = VERB.search(folded, invites.end() if invites else clause.start, clause.end)
    return match.start() if match else clause.end


def is_limit(folded: str, figures: list[Figure], clause: Clause) -> bool:
    """Whether the clause only limits what was promised before it."""
    if not _all_ceilings(folded, figures) or not _begins_with_limit(folded, clause, figures):
        return False
    head = folded[clause.start : figures[0].start]
    if _FURTHER.search(head):
        return False
    if not re.search(r"给予(?!的?(?:补|奖))", head):
        return True
    return bool(re.search(r"(?:最高|最多|至多)(?:可|再)?给予", head)) and len(head) < 12


def _all_ceilings(folded: str, figures: list[Figure]) -> bool:
    """Whether all are ceilings; 最高分别不超过 holds for the whole list."""
    return all(group[0].ceiling or group[-1].ceiling for group in figure_lists(folded, figures))


def _begins_with_limit(folded: str, clause: Clause, figures: list[Figure]) -> bool:
    """单个企业最高…, 100万元封顶: a limiting word or the limited figure itself stands first."""
    if LIMIT.match(folded[clause.start : clause.end]):
        return True
    return bool(figures) and figures[0].ceiling and not folded[clause.start : figures[0].scope[0]].strip()


def roles_of(
    folded: str, clause: Clause, figures: list[Figure], heard: bool, told: bool, in_list: bool = False
) -> Roles:
    """The figures of the clause by role.

    `heard` says that the sentence gives before, so that a bare ceiling limits that (给予奖补，最高3000万元).
    `told` says that the sentence before promised without a figure (发放考察补贴。团队单次最高10万元), `in_list` that it
    led in to a list of which this is an item.
    """
    sorter = _Sorter(folded, clause, figures, heard, told, in_list)
    out = Roles()
    for group in figure_lists(folded, figures):
        for figure in group:
            getattr(out, sorter.role(figure, group)).append(figure)
    return out


class _Sorter:
    """Tells the role of each figure of one clause."""

    def __init__(
        self, folded: str, clause: Clause, figures: list[Figure], heard: bool, told: bool, in_list: bool
    ) -> None:
        self.folded, self.clause, self.heard, self.told = folded, clause, heard, told
        self.verb = first_verb(folded, clause)
        self.shares = sum(figure.kind == "share" for figure in figures)
        sentence = max(folded.rfind(mark, 0, clause.start) for mark in "。;\n") + 1
        since = max(0, clause.start - _LIST_REACH) if told or folded[sentence - 1] == ";" else sentence
        self.standard = bool(STANDARD.search(folded, since, clause.start))
        self.given = in_list or bool(_JUST_GIVEN.search(folded, since, clause.start))
        self.limits = heard and _begins_with_limit(folded, clause, figures)
        self.asides = asides_in(folded, clause.start, clause.end)

    def role(self, figure: Figure, group: list[Figure]) -> str:
        """The name of the list of `Roles` where the figure, one of a list of figures, belongs."""
        if any(start <= figure.start < end for start, end in self.asides):
            return "asides"
        end = figure.scope[1]
        if figure.kind == "share" and (
            BY_YEARS.match(self.folded, end) or is_spent(self.folded, end) or is_excess(self.folded, figure)
        ):
            return "asides"
        if self._is_step(figure):
            return "steps"
        if _ON_TOP_OF.match(self.folded, figure.scope[1], self.clause.end) or is_least(self.folded, figure):
            return "asides"
        if _FROM_LEVEL.search(self.folded, self.clause.start, figure.start) and _TO_LEVEL.match(
            self.folded, figure.end
        ):
            return "asides"
        if figure.kind == "share" and self.shares > 1 and self._bounds_rate(figure):
            return "asides"
        if is_duration(self.folded, self.clause, self.verb, figure) or is_instalment(self.folded, group, self.clause):
            return "durations"
        return "promised" if self._is_promised(figure, group) else "conditions"

    def _bounds_rate(self, figure: Figure) -> bool:
        return figure.ceiling and bool(_RATE_BOUND.search(self.folded, self.clause.start, figure.scope[0]))

    def _is_step(self, figure: Figure) -> bool:
        """每增加3000万元: what the amount is for each of (not 每引进1个, which only counts)."""
        step = _STEP.search(self.folded, self.clause.start, figure.start)
        if figure.kind == "share" and step and _RAISES.match(self.folded, figure.scope[1]):
            return True
        if figure.kind in ("duration", "share") or not step or VERB.search(step[0]):
            return False
        return not (figure.value == 1 and figure.kind == "count")

    def _is_promised(self, figure: Figure, group: list[Figure]) -> bool:
        money = sum_like(figure)
        floor = any(one.op in (">=", ">") for one in group)
        if is_measured(self.folded, self.clause.start, figure) or _YEARLY_SIZE.match(self.folded, figure.scope[1]):
            return False
        if (not money and figure.kind != "share") or self._is_otherwise_used(group, floor):
            return False
        if self._is_amount(figure, group, floor):
            return True
        if not money or floor or _OF_THOSE.match(self.folded, figure.scope[1]):
            return False
        if (self.standard or self.given) and self._goes_on(figure):
            return True
        ceiling = figure.ceiling or group[0].ceiling
        if self.heard and ((ceiling and self.limits) or self._goes_on(figure)):
            return True
        each = _SUM_EACH.search(self.folded, self.clause.start, figure.start)
        return self.told and (figure.ceiling or each is not None)

    def _is_otherwise_used(self, group: list[Figure], floor: bool) -> bool:
        """Whether a sum is lent, or parts a budget."""
        if is_spent(self.folded, group[-1].scope[1]):
            return True
        lent = group[0].kind != "share" and _LENT.search(self.folded, self.clause.start, group[0].scope[0])
        return bool(lent and (not floor or _LENDS.search(self.folded, self.clause.start, group[0].scope[0])))

    def _goes_on(self, figure: Figure) -> bool:
        """Whether a list of sums goes on without a verb: 本科生每人1500元, 省级50万元."""
        if _SUM_EACH.search(self.folded, self.clause.start, figure.start):
            return True
        words = self.folded[self.clause.start : figure.scope[0]]
        if _SUM_NAMED.search(words) or MORE.search(self.folded, self.clause.start, figure.end):
            return True
        if (
            (self.given or self.standard)
            and (not words or _HOLDS.search(words))
            and not _MEASURED_BY.match(self.folded, figure.scope[1])
        ):
            return True
        listed = self.standard or _EACH_AFTER.match(self.folded, figure.end)
        return bool(listed and _HELD_BY.search(words))

    def _is_amount(self, figure: Figure, group: list[Figure], floor: bool) -> bool:
        """Whether a sum or share of the clause is promised (or limits), rather than a condition."""
        folded, start = self.folded, self.clause.start
        if RAISED.search(folded, start, figure.start):
            return True
        if figure.kind == "share" and UPLIFT.search(folded, start, group[0].scope[0]):
            return True
        after = folded[group[-1].scope[1] : group[-1].scope[1] + 30]
        standard = _STANDARD_IS.search(folded, start, group[0].scope[0]) or _REFUND.search(folded, start, figure.start)
        if not floor and (standard or (figure.ceiling and _STANDARD_ENDS.search(folded, start, group[0].scope[0]))):
            return True
        if floor and _COUNTED.match(after) and not _is_given(after):
            return False
        if floor and _GIVEN.search(folded, start, group[0].scope[0]) and _is_given(after):
            return True
        if floor and figure.kind == "share" and group[-1].ceiling and _THEN_GIVEN.match(after):
            return True
        if floor and figure.kind == "money" and _EACH_GIVEN.search(folded, start, group[0].scope[0]):
            return True
        sized = figure.scope[1] > figure.end and _ABOUT.match(folded, start)
        if sized and _OF_THOSE.match(folded, figure.scope[1]) and not _is_given(after):
            return False
        if floor and (figure.op == ">" or self.verb > figure.start or _CONDITION_GOES_ON.match(after)):
            return False
        measures = figure.kind == "share" and _MEASURES.search(folded, start, figure.scope[0])
        if (
            measures
            and _SALES.search(folded, min(self.verb, start), figure.scope[0])
            and (self.verb < figure.start or _THEN_MOST.match(after))
        ):
            return True
        of_sales = (
            measures and _SALES.search(folded, start, figure.scope[0]) and _FROM.search(folded, start, figure.start)
        )
        if figure.unit == "百分点" or (measures and not of_sales):
            return figure.kind == "share" and not floor and _is_given(after)
        if figure.kind == "share" and figure.ceiling and _THEN_MOST.match(after):
            return True
        if self.verb < figure.start or _YEAR_OF_PAYMENT.search(folded, start, figure.start):
            return True
        if _FROM.search(folded, start, figure.start):
            stop = before_first(folded, "。;\n", figure.end, figure.end + 60)
            return (not floor or figure.kind == "share") and bool(
                VERB.search(folded, figure.end, stop) or INSTRUMENT.search(folded, figure.end, stop)
            )
        return not floor and _is_given(after)


def _is_given(after: str) -> bool:
    """Whether the words after a figure give it (的奖励), and not the next one (的项目给予10万元)."""
    given = _AFTER.match(after)
    return given is not None and ("," in given[0] or not _GIVES_ANOTHER.match(after, given.end()))
