"""Explicit charges in sentences: a named body that 负责, 牵头, 会同, 由… does, or 是责任主体."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, pairwise, zip_longest

from extract.annotate.reading import Reading
from extract.annotate.unit_lists import complete, is_group, list_units
from extract.annotate.values import UnitName
from extract.interpret.charges import Charge
from extract.interpret.duties import TAIL, Subject, find_duties, stripped, unnamed
from schemas.vocabulary import Role

# between two bodies of one subject: 市商务局、市财政局和市税务局
JOINT = re.compile(r"\s*(?:、|和|及|与|以及|、以及)\s*")
# what sums a subject up: 等主管部门, 等有关单位
SUMMED = r"(?:等(?:\d+个)?(?:有关|相关|主管|职能|责任|成员|市直|省直|[省市县区]级)*(?:部门(?:\(单位\))?|单位)?)?"
# between subject and verb: 要, 应当, 具体, 按照职责分工
ADVERBS = (
    r"(?:要|应当|应该|应|须|需要|需|将|具体|统一|全面|主要|直接|统筹|共同|分别|切实|依法|认真|积极|严格|定期|联合|总体|一并|"
    r",?(?:按照?|根据|依据)(?:各自|有关|相关)?(?:职责|职能)(?:分工|权限)?,?|在(?:各自)?职责范围内,?)*"
)
# the charge itself; not 负责人, 负责制, 牵头单位
VERBS = (
    r"(?P<consult>(?:(?:负责)?牵头,?)?会同|商(?=[省市县区]))"
    r"|(?P<lead>负责牵头|牵头(?!单位|部门|企业|人|方|领导|责任|机构|高校|院|作用|申报|承担|举办|主办|区|的))"
    r"|(?P<responsible>负责(?!人(?![才口力工文民社居事])|同志|制|任|的|单位|部门|编)|负总责|承担(?:主体|主要|直接|属地|具体)责任)"
    r"|(?P<body>(?:是|为|作为)[^,。;:\n]{0,30}?(?P<kind>责任主体|责任单位|责任部门|牵头部门|牵头单位|第一责任人|实施主体|主管部门))"
)
CHARGE = re.compile(rf"{SUMMED}(?:\([^()\n]{{0,30}}\))?{ADVERBS}(?:{VERBS})")
# between a body before and this subject: the one before is charged with something of its own
CHARGE_WORD = re.compile("负责|牵头|会同|承担|落实")
# further bodies of a subject up to its verb: 县商务局|、园区管委会|负责组织申报
MORE = re.compile(rf"(?P<more>(?:[、和及与]|以及)[^,。;:\n()]{{2,30}}?)(?={CHARGE.pattern})")
# 会同|中央农办、农业部、统计局|等部门: 等 closes the list, whether its names are known or not
PARTNERS = re.compile(r"(?P<list>[^,。;:\n()]{4,90}?)等(?:\d+个)?(?:有关|相关)?(?:部门|单位)")
# 由县财政局按序时进度…拨付: any predicate after 由 and a body
AFTER_BY = re.compile(rf"{SUMMED}(?P<predicate>[^,。;:\n]+)")
# 江东控股|集团有限公司: the rest of a firm's name
COMPANY = re.compile(r"(?:集团)?(?:(?:股份|有限|责任)*公司)?")
# no charge after 由: 由…组成, 由市长任组长, 由市科技局认定的企业, 由市商务局审核后, 由市政府委托市商务局组织的展会
NO_CHARGE = re.compile(
    r"^(?:委托|授权|指定)[^,。;\n]{2,20}(?:确认|认定|批准|备案|评定)$|^(?:[、和及与]|以及)|组成$|^(?:等)?(?:(?:共同)?组成|构成|担任|兼任|任(?!务)|产生|变更|改为|划转|主要领导|分管|领导|负责人|负责同志|有关负责"
    r"|班子|一把手|局长|主任|书记|代表|工作人员|选派|处|科|牵头单位)|后$|^(?:统一)?(?:认定|颁发|出具|发布|评选|公布|批准|备案|核准)(?:为|并|$)"
    r"|^(?:统一|共同|联合|依法|负责)?(?:认定|批准|核准|颁发|出具|发布|主办|承办|举办|组织|推荐|选派|指定|提供|委托|确定|审定|备案|管理|建设|开发|设立"
    r"|授权|印发|制定|认可|评选|评定|投资|运营|牵头|实施|资助|下达|拨付|公布)(?:(?:或|和|、)[一-龥]{2,4})?的|^(?:委托|授权|指定)[^,。;\n]{2,20}的"
)
# before a subject these make it an object: 报市商务局负责…
OBJECT = re.compile(
    r"(?:经|报|向|对|至|给|送|请|受|据|从|在|到|于|被|以|与|同|和|赴|除|督促|支持|鼓励|指导|配合|协助|授权|委托|原|挂靠)$"
)
# 本办法|由市财政局负责解释; not 自由, 由于, 可由
BY = re.compile(r"(?<![自事理缘可])由(?!于)(?:所涉及的)?")
# 由市发改委牵头,|市财政局、市商务局配合
SUPPORT = re.compile(rf"{SUMMED}{ADVERBS}(?:配合|协助|协同|协作|参与|参加)")
# what founds or seats a body that the rest of the sentence speaks of: 成立…领导小组, 下设办公室, 办公室设在…
FOUNDED = re.compile(
    r"(?:(?:成立|组建|设立|建立|组成)(?:了)?|下设|设(?=办公室))(?P<new>[^,。;()\n]{0,40}?(?:领导小组办公室|领导小组|领导组|工作专班|专班|指挥部|联席会议|办公室|工作组|协调小组|推进组))"
    r"(?:\((?:以下)?简称:?[“\"]?(?P<short>[^”\")]{2,15})[”\"]?\))?(?=[,。;])"
    r"|(?:^|[,。;])(?P<seated>[^,。;()\n]{0,30}?(?:领导小组办公室|领导组办公室|指挥部办公室|专班办公室|联席会议办公室))(?:设在|设于|挂靠)"
)
# 县商务局是牵头部门|,具体负责|项目验收: the subject is said before
ELIDED = re.compile(
    r"[,](?:具体|主要|全面|统一|并|日常|专门)*(?P<verb>负责(?!人(?![才口力工文民社居事])|同志|制|任|的|单位|部门|编)|承担)"
)
# 市财政局负责资金拨付。|牵头开展绩效评价: a sentence without a subject goes on about the body charged before it
CARRIED = re.compile(
    r"[\s,]*(?:同时|并且?|还|另外?|此外|,)*(?:要|应当?|须|将|具体|主要|统一|全面|日常)*"
    r"(?:(?P<lead>负责牵头|牵头(?!单位|部门|企业|人|方|领导|责任|机构|的))|(?P<support>(?:负责)?(?:配合|协助)(?!做?好?[,。;\n]))"
    r"|(?P<consult>会同)|负责(?!人(?![才口力工文民社居事])|同志|制|任|的|单位|部门|编)|承担(?!单位|部门|的))"
)
# 负责审核的单位应当…: the subject itself, no charge
OF_WHOM = re.compile(r"[^,。;:\n]{1,16}的(?:单位|部门|机构|人员|同志|企业|主体)")
# the subject of a later clause is another: 委托第三方机构,负责…
DELEGATED = re.compile(r"委托|聘请|选聘|引入|引进|招募|确定|指定|明确|安排|由")
# 行业主管部门应|会同统计局…: who leads is not named
UNNAMED_LEAD = re.compile(
    r"(?:^|[由,。;:\n])[一-龥]{0,8}(?:部门|单位|机构)(?:要|应当?|须|将|可|定期|负责|积极|按[一-龥]{2,8})*会同$"
)
# the subject of a clause that charges nobody: 申请单位应…, 申报主体须…
APPLICANT = re.compile(
    r"各?(?:被[一-龥]{2,4}|申请|申报|项目|获奖|获补|受助|用人|承办|实施|建设|运营)?"
    r"(?:(?<=[查核助请报目奖补人办施设营])(?:单位|主体|机构|对象)|企业|(?<=[请报])(?:人|者))"
    r"(?:[^,。;\n]{0,8}不得|应|须|要|可|需|在|于|自|按|向|将|未|如|对|收到|提交|填报)"
)
# 新认定|是指|由市商务局认定: what a word means charges nobody
DEFINES = re.compile("是指|系指|指的是")


@dataclass(slots=True)
class _Hit:
    """A charge found: the range of its subject, and who is charged how; `topic` is where its clause begins."""

    start: int
    topic: int
    charges: list[Charge]


def narrative_tasks(reading: Reading, taken: list[tuple[int, int]]) -> Iterator[tuple[int, int, list[Charge]]]:
    """Start and end of each charge with the bodies charged; nothing inside the ranges taken by other forms."""
    blocked = sorted(taken)
    subjects = [s for s in _subjects(reading) if not _inside(blocked, s.start)]
    duties = list(find_duties(reading, subjects))
    yield from duties
    blocked = sorted([*blocked, *((start, end) for start, end, _ in duties)])
    starts = [s.start for s in subjects]
    before: tuple[int, int, list[_Hit]] = (-1, -1, [])
    said = (_sentences(reading.folded, *part, blocked) for part in (reading.outline.letter, reading.outline.body))
    for start, end in chain.from_iterable(said):
        if DEFINES.search(reading.folded, start, end):
            continue
        own = subjects[bisect_left(starts, start) : bisect_left(starts, end)]
        hits = list(_hits(reading.folded, start, end, own)) or list(_elided(reading.folded, start, end, own))
        hits = [*_carried(reading.folded, start, end, own, *before), *hits]
        before = start, end, hits
        for hit, following in zip_longest(hits, hits[1:]):
            until = end
            if following:
                until = following.topic if following.topic > hit.start else following.start
            begin = hit.topic if until - hit.topic >= 16 or hit is not hits[0] else start
            begin, until = _own_clauses(reading.folded, begin, until, hit, own)
            charges = [charge for charge in hit.charges if not unnamed(charge.unit)]
            if charges and begin < until:
                yield *stripped(reading.folded, begin, until), charges


def _own_clauses(folded: str, begin: int, until: int, hit: _Hit, subjects: list[Subject]) -> tuple[int, int]:
    """The range without the clauses about others: 申请单位应…,|由市财政局拨付资金|,县商务局按职责…"""
    charged = {charge.unit.start for charge in hit.charges}
    heads = {s.start for s in subjects if not any(unit.start in charged for unit in s.units)}

    def of_another(clause: int) -> bool:
        return clause in heads or bool(APPLICANT.match(folded, clause, until))

    if begin < hit.topic and any(map(of_another, _clauses(folded, begin, hit.topic - 1))):
        begin = hit.topic
    stop = next(filter(of_another, _clauses(folded, max(begin, hit.start), until)), until + 1)
    return begin, max(stop - 1, begin)


def _clauses(folded: str, start: int, end: int) -> Iterator[int]:
    """Where the clauses of a range begin."""
    while -1 < start < end:
        yield start
        comma = folded.find(",", start, end)
        start = comma + 1 if comma >= 0 else end


def _inside(ranges: list[tuple[int, int]], offset: int) -> bool:
    index = bisect_left(ranges, (offset + 1, 0)) - 1
    return index >= 0 and ranges[index][0] <= offset < ranges[index][1]


def _sentences(folded: str, start: int, end: int, blocked: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Ranges between 。 ; and line ends, cut at what other forms have taken."""
    cuts = sorted({start, end, *(edge for span in blocked for edge in span if start < edge < end)})
    for a, b in pairwise(cuts):
        if _inside(blocked, a):
            continue
        for match in _WORDS.finditer(folded, a, b):
            yield match.span()


_WORDS = re.compile(r"[^。;!?\n\t]+")
"""|市商务局负责审核|。|市财政局负责拨付|: what stands between two ends of sentences."""


def _subjects(reading: Reading) -> list[Subject]:
    out: list[Subject] = []
    for unit in reading.units:
        last = out[-1] if out else None
        if last and JOINT.fullmatch(reading.folded, last.end, unit.start):
            out[-1] = Subject(last.start, unit.end, (*last.units, unit))
        else:
            out.append(Subject(unit.start, unit.end, (unit,)))
    return out


def _hits(folded: str, start: int, end: int, subjects: list[Subject]) -> Iterator[_Hit]:
    lead: _Hit | None = None
    skip = -1
    for index, subject in enumerate(subjects):
        if subject.start < skip or folded.count("(", start, subject.start) > folded.count(")", start, subject.start):
            continue
        by = bool(BY.search(folded, max(start, subject.start - 2), subject.start))
        subject = subject if by else _widened(folded, start, subject)
        by = by or bool(BY.search(folded, max(start, subject.start - 2), subject.start))
        following = subjects[index + 1] if index + 1 < len(subjects) else None
        if lead and folded[subject.start - 2 : subject.start] == "会同":
            lead.charges += [Charge(unit, "support") for unit in subject.units]
            continue
        if UNNAMED_LEAD.search(folded, max(start - 1, subject.start - 26), subject.start):
            lead = _Hit(
                subject.start, _topic(folded, start, subject.start), [Charge(u, "support") for u in subject.units]
            )
            yield lead
            continue
        if not by and OBJECT.search(folded, max(start, subject.start - 3), subject.start):
            continue
        charges, seen = _charged(folded, subject, end, by, following)
        if not charges and lead and SUPPORT.match(folded, subject.end, end):
            lead.charges += [Charge(unit, "support") for unit in subject.units]
            continue
        if not charges:
            continue
        lead = _Hit(subject.start, _topic(folded, start, subject.start), charges)
        skip = seen
        yield lead


def _widened(folded: str, start: int, subject: Subject) -> Subject:
    """The subject with those before it that only their list makes bodies: 由市工业和信息化,市、区两级财政部门负责."""
    by = list(BY.finditer(folded, max(start, subject.start - 50), subject.start))
    if not by or by[-1].end() == subject.start:
        return subject
    begin = by[-1].end()
    if CHARGE_WORD.search(folded, begin, subject.start):
        return subject
    units = list_units(folded, begin, subject.end)
    if len(units) > len(subject.units) and all(unit.head or TAIL.search(unit.text) for unit in units):
        return Subject(begin, subject.end, tuple(units))
    return subject


def _prolonged(folded: str, end: int, subject: Subject) -> Subject:
    """The subject with those behind it that only their list makes bodies: 各区人民政府、园区管委会是…责任主体."""
    more = MORE.match(folded, subject.end, end)
    if not more:
        return subject
    units = list_units(folded, subject.start, more.end("more"))
    if len(units) > len(subject.units) and all(unit.head or complete(unit.text) for unit in units):
        return Subject(subject.start, more.end("more"), tuple(units))
    return subject


def _unlisted(folded: str, start: int, end: int) -> tuple[UnitName, ...]:
    """The body of no list that stands at the offset: 会同|江东控股集团|设立…; none where no name ends there."""
    for stop in range(start + 3, min(start + 20, end)):
        name = folded[start:stop]
        if name[-1] in "、,和及与":
            return ()
        if complete(name):
            stop = COMPANY.match(folded, stop).end()  # type: ignore[union-attr]
            return (UnitName(start, stop, folded[start:stop], is_group(folded[start:stop])),)
    return ()


def _charged(folded: str, subject: Subject, end: int, by: bool, following: Subject | None) -> tuple[list[Charge], int]:
    """The charges of a subject, and how far they were read; empty where no charge follows it."""
    subject = _prolonged(folded, end, subject)
    verb = CHARGE.match(folded, subject.end, end)
    if verb and verb["consult"]:
        listed = PARTNERS.match(folded, verb.end(), end)
        units = list_units(folded, *listed.span("list")) if listed else []
        if len(units) > 1 and all(complete(unit.text) for unit in units):
            partners, seen = tuple(units), units[-1].end
        elif following and following.start == verb.end():
            partners, seen = following.units, following.end
        else:
            partners = _unlisted(folded, verb.end(), end)
            seen = partners[-1].end if partners else subject.end
        first = [Charge(unit, "lead") for unit in subject.units if partners or "牵头" in verb["consult"]]
        return first + [Charge(unit, "support") for unit in partners], seen
    if verb:
        kind = verb["kind"] or ""
        role: Role = "lead" if verb["lead"] or kind.startswith("牵头") else "responsible"
        return [Charge(unit, role) for unit in subject.units], verb.end()
    if by:
        predicate = AFTER_BY.match(folded, subject.end, end)
        if predicate and len(predicate["predicate"]) > 1 and not NO_CHARGE.search(predicate["predicate"]):
            role = "support" if predicate["predicate"].startswith(("协助", "配合", "协同")) else "responsible"
            return [Charge(unit, role) for unit in subject.units], predicate.end()
    return [], subject.end


def _topic(folded: str, start: int, at: int) -> int:
    """Where the clause begins that the subject stands in (本办法|由…)."""
    return max([start, *(folded.rfind(mark, start, at) + 1 for mark in ",:")])


def _elided(folded: str, start: int, end: int, subjects: list[Subject]) -> Iterator[_Hit]:
    """A clause 负责… without a subject: charged is the body founded or seated before, or that opens the sentence."""
    verb = ELIDED.search(folded, start, end)
    if not verb:
        return
    before = list(FOUNDED.finditer(folded, start, verb.start() + 1))
    if before:
        unit = _founded(folded, before[-1])
        if unit:
            yield _Hit(unit.start, verb.start("verb"), [Charge(unit, "responsible")])
        return
    opening = stripped(folded, start, end)[0]
    subject = subjects[0] if subjects and subjects[0].start == opening else None
    if subject and not DELEGATED.search(folded, subject.end, verb.start()):
        yield _Hit(subject.start, start, [Charge(unit, "responsible") for unit in subject.units])


def _carried(
    folded: str, start: int, end: int, subjects: list[Subject], first: int, last: int, hits: list[_Hit]
) -> Iterator[_Hit]:
    """A sentence 负责… without a subject, right behind one (first:last) that charges somebody: the last of its hits."""
    if not hits or start - last > 2 or "\n" in folded[last:start] or FOUNDED.search(folded, first, last + 1):
        return
    verb = CARRIED.match(folded, start, end)
    if not verb or OF_WHOM.match(folded, verb.end(), end):
        return
    role: Role = "lead" if verb["lead"] or verb["consult"] else "support" if verb["support"] else "responsible"
    main = [charge for charge in hits[-1].charges if charge.role != "support"] or hits[-1].charges
    charges = [Charge(charge.unit, role) for charge in main]
    if verb["consult"] and subjects and subjects[0].start == verb.end():
        charges += [Charge(unit, "support") for unit in subjects[0].units]
    yield _Hit(start, start, charges)


def _founded(folded: str, match: re.Match[str]) -> UnitName | None:
    """The body that a sentence founds or seats, without what it is made of (由市长任组长的…领导小组)."""
    start, end = match.span(next(name for name in ("short", "new", "seated") if match[name]))
    of = re.match(r"以[^,]*为[^,]*的|由[^,]*的", folded[start:end])
    start += of.end() if of else 0
    name = folded[start:end]
    return UnitName(start, end, name, False) if name and name != "办公室" else None
