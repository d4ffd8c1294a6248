"""The promises of money in a sentence, each with its figures by role."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from extract.annotate.reading import Reading
from extract.annotate.values import Figure
from extract.interpret.grammar import ITEM_LABEL, Clause, after_last, before_first, split_at
from extract.interpret.instalments import sum_like
from extract.interpret.own_sums import is_budget
from extract.interpret.refusals import before_refusal, inside_bracket
from extract.interpret.roles import (
    ANY_INSTRUMENT,
    LIMIT,
    MORE,
    OFFSET,
    STANDARD,
    VERB,
    Roles,
    first_verb,
    is_limit,
    roles_of,
)
from extract.interpret.setting_out import is_planned

_SUBJECT = re.compile(
    r"^(?:\([^()]*\)|\s|、|其中[,:]?|同时|另外|此外|并且?|[一二三四五六七八九十]+是)*(?:对于?(?!其|上述|以上|该|乘客)|凡是?|针对)"
)
"""How a clause begins that names somebody new: 对本地电商企业…, 对于获得…的 (not 对其…)."""
_EACH_IN_LIST = re.compile(
    r"(?<=/[头只羽亩吨台户人个株尾箱])、(?=[^、,;。()\d]{2,6}(?:一次性)?(?:补[助贴]|奖励)\d)|、(?=(?:第[一二三四五]|后[一二两三四五\d])[^,]{0,12}年|每[^、,]{1,16}?(?:奖励|给予|补助|补贴)[^、,]{0,6}\d"
    r"|[^、,;。()\d每]{2,16}(?:\([^()\d]{1,8}\))?每[人名户家亩年月]{1,2}[^、,;。\d]{0,6}\d|[^、,;。()]{2,24}的,?(?:按|给予|奖励|补助|补贴)[^、,;。]{0,12}\d)"
)
"""每个示范镇奖励50万元|、每个示范村奖励10万元 · 20人以下的按每人120元|、20人至50人的按… · 肉牛10元/头|、山羊补贴8元."""
_PAID_IN_LIST = re.compile(
    r"\d元/[^、,;。]{1,3}$|每[人名户家亩年月]{1,2}[^、,\d]{0,8}\d[^、]*$"
    r"|(?:每[^、,]{1,16}?|的,?)(?:按|奖励|给予|补助|补贴)[^、]*\d[^、]*$"
)
"""每个示范镇奖励50万元|、…, 早稻|每亩150元|、…, 肉牛补贴1|0元/头|、…: a sum stands before the 、."""
_ONLY_ONCE = re.compile(r"[只仅](?:能|可|按)?(?:享受|奖励|补助|补贴|给予|资助)一次")
"""多次获奖的，|只享受一次|1000万元的奖励: of what was promised before."""
_FOR_ALL = re.compile(r"每(?:人|名|家|户|个[^\d,]{0,6})(?:最长|累计)|[补奖贴]\S{0,3}期限|期限|最长|连续")
"""每人最长不超过6个月 after a list of sums holds for all of it."""

IN_FULL = re.compile(
    r"全额(?:的)?(?:给予|予以)?(?:产业|财政|资金)?(?:补助|补贴|资助|奖励|扶持|支持|减免|报销|返还|承担|贴息)|(?:差额|缺口)(?:部分)?(?:全额)?补[足齐]"
    r"|(?<=[费金])全部(?:给予|予以)?(?:补贴|补助|资助|减免)"
)
"""全额补助 · 差额部分补足 · 租金全部补贴."""


@dataclass(slots=True)
class Grant:
    """One promise of a sentence: its words start:end, where it begins to give (verb), and its figures by role."""

    start: int
    end: int
    verb: int
    amounts: list[Figure] = field(default_factory=list)
    rates: list[Figure] = field(default_factory=list)
    caps: list[Figure] = field(default_factory=list)
    conditions: list[Figure] = field(default_factory=list)
    steps: list[Figure] = field(default_factory=list)
    durations: list[Figure] = field(default_factory=list)
    asides: list[Figure] = field(default_factory=list)
    open_rate: bool = False
    """Its rate stands in a clause of its own (按投资额的10%,) and waits for what is given."""

    @property
    def promised(self) -> list[Figure]:
        """Its rates and amounts in the order of the words."""
        return sorted([*self.rates, *self.amounts], key=lambda figure: figure.start)

    def takes(self, roles: Roles) -> None:
        """Adds what the clause says beside what it promises."""
        self.conditions += roles.conditions
        self.durations += roles.durations
        self.steps += roles.steps
        self.asides += roles.asides


def _clauses(folded: str, start: int, end: int) -> Iterable[Clause]:
    """Clauses of a sentence; a list of promises joined by 、 is parted too."""
    for clause in split_at(folded, start, end, ",:"):
        begin, mark = clause.start, clause.mark
        for match in _EACH_IN_LIST.finditer(folded, clause.start, clause.end):
            if _PAID_IN_LIST.search(folded, begin, match.start()) or IN_FULL.search(folded, begin, match.start()):
                yield Clause(begin, match.start(), mark)
                begin, mark = match.end(), "、"
        yield Clause(begin, clause.end, mark)


@dataclass(frozen=True, slots=True)
class Before:
    """What the words before a sentence make of it.

    told     the sentence before promises without a figure: a bare ceiling here is its amount
    limits   a promise stands before in the paragraph: a bare ceiling here limits it (单个企业累计不超过100万元)
    listed   the sentence is the next part of one that a semicolon divides (国家级50万元；省级20万元)
    in_list  it is an item under a promise (给予奖励，标准如下：): its bare sums are given
    """

    told: bool = False
    limits: bool = False
    listed: bool = False
    in_list: bool = False


_NOTHING = Before()


class _Sentence:
    """Reads the clauses of one sentence in order and gathers its grants."""

    def __init__(self, reading: Reading, start: int, end: int, before: Before) -> None:
        self.reading, self.folded, self.before = reading, reading.folded, before
        self.start, self.end = start, end
        self.grants: list[Grant] = []
        self.pending = Grant(start, start, -1)

    def read(self) -> list[Grant]:
        for clause in _clauses(self.folded, self.start, self.end):
            self._read_clause(clause)
        if self.grants and self.pending.conditions and _PROVIDED.match(self.folded, self.pending.start):
            self.grants[-1].conditions += self.pending.conditions
            self.grants[-1].end = self.end
        return self.grants

    def _read_clause(self, clause: Clause) -> None:
        figures = self.reading.figures.within(clause.start, clause.end)
        current = self.grants[-1] if self.grants else None
        if _SUBJECT.match(self.folded[clause.start : clause.end]):
            self.pending = Grant(clause.start, clause.start, -1)
        if current is not None and self.pending.start < current.end:
            self.pending.start = clause.start
        heard = self.before.limits or current is not None or bool(VERB.search(self.folded, self.start, clause.start))
        if self.folded.startswith("、", clause.end):  # the list closes with its verb: …每人1500元、…每人500元给予补贴
            stop = before_first(self.folded, ",;。", clause.end, self.end)
            if self.folded.endswith("标准", clause.end, stop):
                stop = before_first(self.folded, ",;。", stop + 1, self.end)
            heard = heard or bool(VERB.search(self.folded, clause.end, stop))
        roles = roles_of(self.folded, clause, figures, heard, self.before.told, self.before.in_list)
        promised = self._ranges([f for f in roles.promised if not is_budget(self.folded, f, self.start, clause)], roles)
        once = _ONLY_ONCE.search(self.folded, clause.start, clause.end)
        if once and not inside_bracket(self.folded, clause.start, once.start()):
            return
        if all(figure.kind == "duration" for figure in figures) and self._is_whole(clause):
            self.pending = Grant(clause.end, clause.end, -1)
            return
        if promised and current is not None and self._limits(current, promised, clause):
            current.caps += [f for f in promised if f.kind != "share"]
            current.asides += [f for f in promised if f.kind == "share"]
            current.takes(roles)
            current.end = clause.end
        elif promised:
            self._promise(clause, promised, roles)
        elif current is not None and self._goes_on(clause, roles):
            for grant in self._in_one_list(clause):
                grant.takes(roles)
            current.end = clause.end
        else:
            self.pending.takes(roles)

    def _limits(self, current: Grant, promised: list[Figure], clause: Clause) -> bool:
        """Whether it limits the promise before: 展位费80%奖励，赴区外、省外参展每个展位奖励不超过5000元、8000元."""
        if self._is_another(current, promised[0], clause):
            return False
        if is_limit(self.folded, promised, clause) or _LIMITS_EACH.match(self.folded, clause.start, promised[0].start):
            return True
        if len(promised) < 2 or not current.rates or current.amounts or current.caps or not promised[0].ceiling:
            return False
        return all(f.kind == "money" for f in promised) and bool(
            _EACH_AT_MOST.search(self.folded, clause.start, promised[0].start)
        )

    def _is_another(self, current: Grant, cap: Figure, clause: Clause) -> bool:
        """Whether a ceiling is promised anew: 单个药品最高500万元，|单个医疗器械最高200万元."""
        case = self.folded[after_last(self.folded, ",;。", current.start, clause.start - 1) : clause.start]
        if _CASE.match(case) and not self.pending.conditions and _PAYS.search(self.folded, clause.start, cap.start):
            return True
        this = _OF_A_KIND.match(self.folded, clause.start, cap.start)
        begin = after_last(self.folded, ",;。", current.start, current.amounts[0].start) if current.amounts else 0
        last = _OF_A_KIND.match(self.folded, begin, current.end) if begin else None
        return bool(this and last and this["kind"] != last["kind"])

    def _of_one_named(self, current: Grant, clause: Clause, cap: Figure) -> bool:
        """Whether a ceiling is that of one of several named: A和B按10%补助，|A最高200万元|，B最高1000万元."""
        one = _MOST_OF.match(self.folded, clause.start, cap.start)
        names = self.folded[current.start : current.end]
        return one is not None and re.search(rf"{one['who']}[、和及与]|[、和及与]{one['who']}", names) is not None

    def _is_whole(self, clause: Clause) -> bool:
        """Whether the clause pays a cost in full and the next speaks of another: 保费全额补贴，其他农户补贴70%."""
        if not IN_FULL.search(self.folded, clause.start, clause.end):
            return False
        return not LIMIT.match(self.folded[clause.end + 1 : self.end])

    def _ranges(self, promised: list[Figure], roles: Roles) -> list[Figure]:
        """A floor with a ceiling behind it as one range: 不低于3000万元、最高1亿元."""
        out: list[Figure] = []
        for figure in promised:
            last = out[-1] if out else None
            if last is None or not self._is_floor_of(last, figure):
                out.append(figure)
            elif figure.value < last.value:  # 注册资本达到500万元、最高补贴6万元
                roles.conditions.append(out.pop())
                out.append(figure)
            else:
                out[-1] = replace(last, high=figure.value, op=figure.op, scope=(last.scope[0], figure.scope[1]))
                roles.asides.append(figure)
        return out

    def _is_floor_of(self, floor: Figure, ceiling: Figure) -> bool:
        bare = self.folded[floor.scope[1] : ceiling.scope[0]] in ("、", ",", "且", "")
        return bare and floor.op in (">=", ">") and ceiling.ceiling and ceiling.kind == floor.kind

    def _goes_on(self, clause: Clause, roles: Roles) -> bool:
        """Whether a clause without money still speaks of the last promise: its duration, the area it is paid for."""
        if self.grants[-1].rates and _PAID_OVER.match(self.folded, clause.start, clause.end):
            return True
        if roles.conditions:
            return all(f.ceiling for f in roles.conditions) and bool(_PAID_AREA.match(self.folded, clause.start))
        return bool(roles.durations or roles.asides)

    def _in_one_list(self, clause: Clause) -> list[Grant]:
        """The promises that the clause is said of: those that share the last one's verb, where it limits each."""
        count = 1
        if _FOR_ALL.match(self.folded, clause.start):
            while count < len(self.grants) and VERB.search(self.folded, self.grants[-count].start, clause.start):
                if VERB.search(self.folded, self.grants[-count - 1].promised[0].start, self.grants[-count - 1].end):
                    break
                count += 1
        return self.grants[-count:]

    def _and_at_most(self, cap: Figure, share: Figure) -> bool:
        """最高200万元、不超过|研发投入30%: the sum before a share that is a ceiling too."""
        between = self.folded[cap.end : share.scope[0]]
        return bool(re.fullmatch(r"(?:、|且|,)(?:不超过|不高于|最高)?[^,;。、\d]{2,16}", between))

    def _waits(self, current: Grant, sums: list[Figure]) -> bool:
        """Whether a share, or a sum by the piece, waits for what is given: 按每场5000元的标准，|给予最高50万元补助."""
        if not current.amounts:
            return current.open_rate
        only_most = bool(sums) and all(figure.ceiling for figure in sums)
        return only_most and _BY_STANDARD.search(self.folded, current.start, current.end) is not None

    def _promise(self, clause: Clause, promised: list[Figure], roles: Roles) -> None:
        """A new grant, or the amount that an open rate waited for."""
        current = self.grants[-1] if self.grants else None
        sums = [f for f in promised if f.kind != "share"]
        shares = [f for f in promised if f.kind == "share"]
        verb = first_verb(self.folded, clause)
        said = current is not None and current.verb < current.end and not (sums and sums[0].ceiling)
        waits = current is not None and not said and self._waits(current, sums)
        if current is not None and waits and sums and not shares and not self._of_one_named(current, clause, sums[0]):
            current.caps += sums
            current.open_rate, current.verb, current.end = False, min(verb, clause.end), clause.end
            current.durations += roles.durations
            return
        grant = self.pending
        grant.conditions = [c for c in grant.conditions if not is_planned(self.folded, self.start, c, clause.end)]
        grant.end, grant.verb = clause.end, verb
        grant.takes(roles)
        grant.rates = shares
        in_all = [f for f in sums[1:] if f.ceiling and _IN_ALL.search(self.folded, sums[0].end, f.scope[0])]
        grant.caps += in_all
        aside = [f for f in sums[1:] if f.ceiling and inside_bracket(self.folded, sums[0].end, f.start)]
        grant.caps += [f for f in aside if f.value != sums[0].value and not shares]
        grant.asides += [f for f in aside if f.value == sums[0].value]
        sums = [f for f in sums if f not in in_all and f not in grant.caps and f not in grant.asides]
        at_most = shares and sums and sums[-1].ceiling and self._and_at_most(sums[-1], shares[0])
        if at_most or (
            shares
            and sums
            and (sums[0].start > shares[-1].end or all(f.ceiling and in_bracket_of(self.folded, f) for f in sums))
        ):
            grant.caps += sums
        else:
            grant.amounts = sums
        grant.open_rate = bool(shares) and not sums and verb >= shares[-1].end
        self.grants.append(grant)
        self.pending = Grant(clause.end, clause.end, -1)


_PROVIDED = re.compile(r"[,、]?(?:但|并|且|前提是?|条件是)?(?:须|需|应当?|必须|要求|前提|条件)")
"""…奖励10万元，|须运营满1年以上: a condition after the promise."""
_PAID_OVER = re.compile(
    r"[,、]?(?:[^,;。\d]{0,6}由[^,;。]{1,10}?(?:财政|政府))?(?:全额)?(?:奖励|补助|扶持|补贴|返还|兑付)给?(?!基数|标准)[\u4e00-\u9fff]{2,12}[。;]?$"
    r"|[,、]?向[^,;。\d]{2,12}(?:发放|支付|拨付)[^,;。\d]{0,12}[。;]?$"
    r"|[,、]?给予(?!一次性)[^,;。\d]{2,36}(?:一次性)?(?:资助|奖励|补助|补贴|奖补)[。;]?$"
)
"""按所得税留成部分的50%，|由县财政补助给企业|, 按收入的20%，|向三孩母亲发放补助|, 按3%，|给予转让专利的高校资助|."""
_PAID_AREA = re.compile(
    r"[,、]?(?:单个|每个|每家|单家)?(?:企业|机构|单位|项目)?(?:补[贴助]|奖励|资助|减免)(?:面积|人数|数量)"
)
"""单个企业补贴面积|最高不超过500平方米: how much of it is paid for."""


_EACH_AT_MOST = re.compile(r"每[个家项人户场][^,;。\d]{0,8}?(?:奖励|补助|补贴|资助)?(?:金额)?(?:最高)?(?:分别)?不超过$")
"""赴境外参展|每个展位奖励不超过|5000元."""
_MOST_OF = re.compile(r"(?P<who>[\u4e00-\u9fff]{2,16}?)(?:最高|最多|不超过)+$")
"""甲类企业|最高|200万元."""
_BY_STANDARD = re.compile(r"按照?每(?:[^,;。()]|\([^()]*\))*元[^,;。\d]{0,6}标准$")
"""|按每片晶圆100元的标准|，给予年度总额最高1000万元支持."""
_LIMITS_EACH = re.compile(r"(?:单[个项家]|每[个项家])[^,;。\d]{0,12}?(?:限额|上限)(?:分别)?[为是]")
"""每个项目最高支持限额为|外贸综合服务企业20万元、“双自主”企业10万元: a ceiling for each that is named."""
_CASE = re.compile(r"(?!上述|以上|其中|同一|单个|每|该|对|且|并|符合|如)[^,;。]{4,}的,$")
"""|办理国际注册的，|每家企业每年最多补助3万元: a case of its own."""
_PAYS = re.compile(r"(?:最[高多])?(?:补助|补贴|奖励|资助|给予)(?:人民币)?$")
"""每家企业最多|补助|3万元 (not 补助最高|3万元)."""
_OF_A_KIND = re.compile(
    r"单个(?P<kind>(?!企业|项目|单位|主体|机构|公司|园区|平台|个人|合同|申[请报]|年度)[\u4e00-\u9fff]{2,6}?)(?:奖励|补助|补贴|资助|最高|不超过)"
)
"""单个|药品|奖励金额最高不超过500万元."""
_IN_ALL = re.compile(r"(?:且|并|,|、)[^,;。\d]{0,6}(?:总额|合计|累计|总计)[^,;。\d]{0,4}$")
"""每平方米不超过1000元|且每年总额不超过|50万元的标准: the second is a ceiling on it."""
_OWN_CEILING = re.compile(r"%(?:的比例)?\([^()\d]{0,8}$")
"""5%(限额|5万元)、10%(限额|10万元)."""


def in_bracket_of(folded: str, cap: Figure) -> re.Match[str] | None:
    """The bracket right behind a share that the ceiling stands in, so that it limits that share only."""
    return _OWN_CEILING.search(folded, max(0, cap.scope[0] - 16), cap.scope[0])


_NEXT_PART = re.compile(rf";\s*(?:{ITEM_LABEL})?$")
"""…的奖励50万元；|（2）|1亿元以上的100万元: the next of a list."""


def is_next_part(folded: str, start: int) -> bool:
    """Whether the sentence is the next part of one that a semicolon divides."""
    return _NEXT_PART.search(folded, max(0, start - 8), start) is not None


def gives(folded: str, start: int, end: int) -> bool:
    """Whether the words speak of giving money at all."""
    found = ANY_INSTRUMENT.search(folded, start, end) or VERB.search(folded, start, end)
    found = found or OFFSET.search(folded, start, end)
    return bool(found or MORE.search(folded, start, end) or STANDARD.search(folded, start, end))


def find_grants(reading: Reading, start: int, end: int, before: Before = _NOTHING) -> list[Grant]:
    """The promises of money with a figure in the sentence start:end, in order."""
    folded = reading.folded
    if not any(figure.kind == "share" or sum_like(figure) for figure in reading.figures.within(start, end)):
        return []
    limiting = LIMIT.match(folded[start:end]) or MORE.search(folded, start, end)
    before = replace(before, limits=before.listed or (before.limits and bool(limiting)))
    end = before_refusal(reading, start, end)
    if end <= start or not (before.told or before.limits or gives(folded, start, end)):
        return []
    return [grant for grant in _Sentence(reading, start, end, before).read() if grant.promised]
