"""Which figures of a sentence are promised, which limit a promise, which are its conditions."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extract.annotate.reading import Reading
from extract.annotate.values import Figure
from extract.interpret.grammar import Clause, split_at
from extract.lexicon import alternation, load

_WORDS = load("subsidies")
INSTRUMENT = re.compile(alternation(_WORDS["instruments"]))
ANY_INSTRUMENT = re.compile(alternation(_WORDS["instruments"] + _WORDS["plain"]))
_VERB = re.compile(rf"(?:{alternation(_WORDS['grant_verbs'])})(?!的?(?:基础|政策|标准|资金|办法|条件|范围|对象|规定|机制|力度|期限|方式|期间|项目|措施|体系))")
_NOT = re.compile(alternation(_WORDS["not_promises"]))
_LIMIT = re.compile(
    r"^(?:、|其中|且|但|并|同时|合计|,|\(|原则上|对)*(?:单个|单一|单项|单笔|单户|单家|每个|每家|每户|每人|每年|每项|每单|每名|每区|每县|每市|每镇|每所|每一|同一|年度|年|"
    r"全年|累计|总计|合计|总额|总量|补[助贴偿]|奖[励补金]|资助|支持|扶持|贴息|配套|减免|返还|最高|最多|最长|上限|封顶|不超|各|一个|一家|两项|以上|上述|担保费|市级|区级|省级|县级|企业|项目|机构|"
    r"不高于|最终|实际|合同|期限)"
)
"""How a clause begins that limits what was promised before it: 单个企业…, 每户每年…, 补助金额…, 最高…."""
_FROM = re.compile(r"(?:按照|按|依照|参照|根据|以)[^,;。]{0,60}$")
_AFTER = re.compile(
    rf"^(?!的,)(?:/[\u4e00-\u9fff]{{1,4}}(?:[·•/][\u4e00-\u9fff]{{1,4}})*)*(?:/[\u4e00-\u9fff]{{1,3}})*(?:\([^()]{{1,12}}\))?的?(?:标准|比例|额度|档次)?(?:,)?(?:的)?[^,;。\d]{{0,14}}?"
    rf"(?:{alternation(_WORDS['instruments'] + _WORDS['plain'] + ['给予', '予以', '核定', '申请', '领取', '发放', '提供', '兑现'])})"
)
_MEASURES = re.compile(r"(?:占比|比例|股比|份额|增长|增幅|增速|提高|下降|降低|达到?|超过|超|不低于|不少于|高于|低于|覆盖率|利用率|合格率|就业率|持股|权益|产值|收入|销售额|营业额)$")
_YEAR_OF_PAYMENT = re.compile(r"(?:前|后|第|首|剩余|其余)[一二两三四五六七八九十\d]*个?年(?:度)?(?:按|为|给予|补贴|补助|减免)?$")
"""其中前两年100%、后三年50%."""
_STEP = re.compile(r"每(?:增加|新增|增长|超过|提高|多)[^,;。\d]{0,12}$")
_INSTALMENT = re.compile(r"分[一二两三四五六\d]+(?:年|期|批|次)(?:按|以|,)?[^,;。]{0,10}$")
"""分两年按50%、50%比例发放: parts of a sum, no share of its own."""
_SUM_EACH = re.compile(r"每(?:人|名|家|户|个|次|单|场|项|件|台|套|亩|吨)[\u4e00-\u9fff]{0,4}$")
"""大专生每人1000元/月，本科生每人1500元/月: a list of sums goes on without a verb."""
_SUBJECT = re.compile(r"^(?:\([^()]*\)|\s|、|其中[,:]?|同时|另外|此外|并且?|[一二三四五六七八九十]+是)*(?:对于?(?!其|上述|以上|该)|凡是?|针对)")
"""How a clause begins that names somebody new: 对本地电商企业…, 对于获得…的 (not 对其…)."""
_BUDGET = re.compile(
    r"(?:安排|设立|出资|投入|统筹|筹集|筹措|列支|注资|配资|总规模|规模(?:为|达|不低于)?|预算|投资(?!额|总|的|于|规模达))[^,;。]{0,24}$|(?:专项资金|配套资金|财政资金|工作经费|费用总计|资金合计|总计|合计):?$"
)
_FUND = re.compile(r"^[^,;。]{0,10}(?:专项资金|专项经费|资金用于|经费|基金|引导资金|配套资金|预算|用于)")


@dataclass(slots=True)
class Grant:
    """One promise of a sentence: its words start:end, those before the verb (lead), and its figures by role."""

    start: int
    end: int
    verb: int
    amounts: list[Figure] = field(default_factory=list)
    rates: list[Figure] = field(default_factory=list)
    caps: list[Figure] = field(default_factory=list)
    conditions: list[Figure] = field(default_factory=list)
    steps: list[Figure] = field(default_factory=list)
    durations: list[Figure] = field(default_factory=list)
    open_rate: bool = False
    """Its rate stands in a clause of its own (按投资额的10%,) and waits for what is given."""

    @property
    def promised(self) -> bool:
        return bool(self.amounts or self.rates)

    def figures(self) -> list[Figure]:
        """All its figures."""
        return [*self.amounts, *self.rates, *self.caps, *self.conditions, *self.steps, *self.durations]


_DURATION = re.compile(r"(?:连续(?:补助|补贴|给予|资助|奖励|支持|享受|发放)?|补[助贴]期限?|贴息期限?|期限|最长|给予|享受|为期|不超过|前|后|首|第|每|共|分)[^,;。\d一二三四五六七八九十]{0,6}$")
_PAID_ON = re.compile(r"每年|给予|\d+%|[补奖]|资助|按|,|。|;|$")
_PAID_FOR = re.compile(r"^的?(?:内|期)?(?:每年|按年|\d+%|[^,;。]{0,8}(?:补贴|补助|奖励|贴息|支持|资助|租金|房租|免租))")


def _first_verb(folded: str, clause: Clause) -> int:
    match = _VERB.search(folded, clause.start, clause.end)
    return match.start() if match else clause.end


def _is_amount(folded: str, figure: Figure, clause: Clause, verb: int) -> bool:
    """Whether a sum or share of the clause is promised (or limits), rather than a condition."""
    after = folded[figure.scope[1] : figure.scope[1] + 30]
    floor = figure.op in (">=", ">")
    if floor and (verb > figure.start or re.match(r"(?:\([^)]*\))?(?:的|且|并|,|、|或)", after)):
        return False
    if figure.unit == "百分点" or (figure.kind == "share" and _MEASURES.search(folded, clause.start, figure.scope[0])):
        return figure.kind == "share" and bool(_AFTER.match(after)) and not floor
    if verb < figure.start or _YEAR_OF_PAYMENT.search(folded, clause.start, figure.start):
        return True
    if _FROM.search(folded, clause.start, figure.start):
        stop = min(i for i in (folded.find(mark, figure.end) for mark in "。;\n") if i >= 0) if "。" in folded[figure.end :] else len(folded)
        return not floor and bool(_VERB.search(folded, figure.end, min(stop, figure.end + 60)))
    return bool(_AFTER.match(after)) and not floor


def _is_limit(folded: str, figures: list[Figure], clause: Clause) -> bool:
    """Whether the clause only limits what was promised before it."""
    if not all(f.op in ("<=", "<") for f in figures):
        return False
    text = folded[clause.start : clause.end]
    if not _LIMIT.match(text):
        return False
    head = folded[clause.start : figures[0].start]
    return not re.search(r"给予(?!的?(?:补|奖))", head) or bool(re.search(r"最高(?:可|再)?给予", head) and len(head) < 12)


def _sort_figures(folded: str, clause: Clause, figures: list[Figure], grant: Grant, heard: bool, told: bool) -> list[Figure]:
    """Puts conditions, steps and durations of the clause where they belong; gives back the promised figures.

    `heard` says that a grant verb stands in the sentence before: a bare ceiling then limits it (给予奖补，最高3000万元);
    `told` that the sentence before promised without a figure (为前来考察的人才发放支持。团队单次最高10万元).
    """
    limits = heard and _LIMIT.match(folded[clause.start : clause.end])
    verb = _first_verb(folded, clause)
    promised: list[Figure] = []
    for figure in figures:
        sum_like = figure.kind == "money" or (figure.kind == "other" and figure.unit is None)
        before = folded[max(clause.start, figure.start - 14) : figure.scope[0]]
        after = folded[figure.scope[1] : figure.scope[1] + 16]
        if _STEP.search(folded, clause.start, figure.start):
            grant.steps.append(figure)
        elif figure.kind == "duration" and (verb < figure.start or re.search(r"(?:期限|最长|前|后)\D{0,4}$|连续$", before)) and (
            _DURATION.search(before) or _PAID_FOR.match(after)
        ) and not (before.endswith("连续") and not _PAID_ON.match(folded, figure.end)):
            grant.durations.append(figure)
        elif figure.kind == "share" and _INSTALMENT.search(folded, clause.start, figure.start):
            grant.durations.append(figure)
        elif (sum_like or figure.kind == "share") and (
            _is_amount(folded, figure, clause, verb)
            or (sum_like and heard and (figure.ceiling and limits or _SUM_EACH.search(folded, clause.start, figure.start)))
            or (sum_like and told and figure.ceiling)
        ):
            promised.append(figure)
        else:
            grant.conditions.append(figure)
    return promised


def _clauses(folded: str, start: int, end: int) -> list[Clause]:
    """Clauses of a sentence; a list of promises joined by 、每 is parted too (每个示范镇奖励50万元、每个示范村奖励10万元)."""
    out: list[Clause] = []
    for clause in split_at(folded, start, end, ",:"):
        begin, mark = clause.start, clause.mark
        for match in re.finditer(r"、(?=每[^、,]{1,16}?(?:奖励|给予|补助|补贴)[^、,]{0,6}\d)", folded[clause.start : clause.end]):
            at = clause.start + match.start()
            out.append(Clause(begin, at, mark))
            begin, mark = at + 1, "、"
        out.append(Clause(begin, clause.end, mark))
    return out


class _Sentence:
    """Reads the clauses of one sentence in order and gathers its grants."""

    def __init__(self, reading: Reading, start: int, end: int, told: bool) -> None:
        self.reading, self.folded, self.told = reading, reading.folded, told
        self.start, self.end = start, end
        self.grants: list[Grant] = []
        self.pending = Grant(start, start, -1)

    def read(self) -> list[Grant]:
        for clause in _clauses(self.folded, self.start, self.end):
            self._read_clause(clause)
        return self.grants

    def _current(self) -> Grant | None:
        return self.grants[-1] if self.grants else None

    def _read_clause(self, clause: Clause) -> None:
        figures = self.reading.within(self.reading.figures, clause.start, clause.end)
        current = self._current()
        if _SUBJECT.match(self.folded[clause.start : clause.end]):
            self.pending = Grant(clause.start, clause.start, -1)
        if current is not None and self.pending.start < current.end:
            self.pending.start = clause.start
        sorted_into = Grant(clause.start, clause.end, -1)
        heard = current is not None or bool(_VERB.search(self.folded, self.start, clause.start))
        promised = _sort_figures(self.folded, clause, figures, sorted_into, heard, self.told)
        promised = [f for f in promised if not self._is_budget(f, clause)]
        if promised and current is not None and current.promised and _is_limit(self.folded, promised, clause):
            self._limit(current, clause, promised, sorted_into)
        elif promised:
            self._promise(clause, promised, sorted_into)
        elif current is not None and sorted_into.durations and not sorted_into.conditions:
            current.durations += sorted_into.durations
            current.end = clause.end
        else:
            self.pending.conditions += sorted_into.conditions
            self.pending.durations += sorted_into.durations
            self.pending.steps += sorted_into.steps

    def _is_budget(self, figure: Figure, clause: Clause) -> bool:
        if figure.kind == "share":
            return False
        before = self.folded[max(clause.start, figure.scope[0] - 26) : figure.start]
        after = self.folded[figure.scope[1] : clause.end]
        spends = bool(_BUDGET.search(before) and not re.search(r"给予|奖励|补助|补贴|资助", before))
        return spends or bool(_FUND.match(after) and not re.search(r"给予|奖励|补助|补贴", before))

    def _limit(self, grant: Grant, clause: Clause, promised: list[Figure], found: Grant) -> None:
        grant.caps += promised
        grant.conditions += found.conditions
        grant.durations += found.durations
        grant.end = clause.end

    def _promise(self, clause: Clause, promised: list[Figure], found: Grant) -> None:
        """A new grant, or the amount that an open rate waited for."""
        current = self._current()
        sums = [f for f in promised if f.kind != "share"]
        shares = [f for f in promised if f.kind == "share"]
        verb = _first_verb(self.folded, clause)
        if current is not None and current.open_rate and sums and not shares and not current.amounts:
            current.caps += sums
            current.open_rate, current.verb, current.end = False, min(verb, clause.end), clause.end
            current.durations += found.durations
            return
        grant = self.pending
        grant.end, grant.verb = clause.end, verb
        grant.conditions += found.conditions
        grant.durations += found.durations
        grant.steps += found.steps
        grant.rates = shares
        if shares and sums and sums[0].start > shares[-1].end:
            grant.caps += sums
        else:
            grant.amounts = sums
        grant.open_rate = bool(shares) and not sums and verb >= shares[-1].end
        self.grants.append(grant)
        self.pending = Grant(clause.end, clause.end, -1)


def find_grants(reading: Reading, start: int, end: int, told: bool = False) -> list[Grant]:
    """The promises of money with a figure in the sentence start:end, in order.

    `told` says that the sentence before promises without a figure, so that a bare ceiling here is its amount.
    """
    folded = reading.folded
    if not told and not ANY_INSTRUMENT.search(folded, start, end) and not _VERB.search(folded, start, end):
        return []
    if _NOT.search(folded, start, end):
        return []
    return [g for g in _Sentence(reading, start, end, told).read() if g.promised]


def limits_before(reading: Reading, grant: Grant) -> bool:
    """Whether the grant is nothing but a ceiling on what an earlier sentence promised (单个企业累计不超过…)."""
    clause = Clause(grant.start, grant.end, "")
    return bool(grant.amounts) and not grant.rates and _is_limit(reading.folded, grant.amounts, clause)
