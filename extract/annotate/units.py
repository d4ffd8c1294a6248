"""Public bodies in running text: names with a known ending, opened by a level, a place or a known line of work."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from extract.annotate.pipeline import set_spans, text_of
from extract.annotate.unit_lists import LEVELS, SHORT_FORM, SHORT_FORM_OPENS, is_group
from extract.annotate.values import UnitName
from extract.clean.fold import fold
from extract.lexicon import alternation
from extract.lexicon.divisions import gazetteer
from extract.lexicon.organisations import organisations

BOUNDARY = "、,;:。!?\n\t()《》"
# 局长, 委托, 办理, 政府引导 … go on with another word: no body ends there
NOT_ENDING = re.compile(
    r"(?<=局)[长面部限]|(?<=[委])[托员派以]|(?<=办)[理法事学公好案结税证件成实得]|(?<=厅)[长堂]|(?<=部门)(?:规章|预算|决算)"
    r"|(?<=政府)(?:引导|主导|购买|采购|投资|性|网站|门户|债|类|信息|信用|治理|职能|数字化|补助|补贴|基金|资助)"
)
# words that end in 局 without being an office: 布局, 格局, 邮局
NOT_OFFICE = re.compile(r"[布格大全结开当僵残破变棋邮书]$")
# what cuts off words before a name: 由|市商务局…, 成立|电商工作领导小组, 会同|县财政局
CUT = re.compile(
    r"(?<!自)由|经(?!济|信|开|贸|营|合|商|发|科)|(?<!日)报(?!社)|向|对(?!外|口|接)|与|在(?!线)|是|为|将|把|请|让|成立|组建|设立|建立|下设|挂靠|会同"
    r"|联合(?!会|社)|的|并|且|同时|发挥|依托|通过|利用|根据|按照|要求|支持|鼓励|督促|配合|协助|接受|纳入|作为|负责|牵头|以及|及"
    r"|和(?!信息|改革|旅游|社会|城乡|规划|宗教|物资|数据|科技|草原|储备|自然|体育|粮食)|至|到|给|从|其中|全(?=[省市县区])|我(?=[省市县区])|本(?=[省市县区])|该|各级"
)  # fmt: skip
_WORK = alternation([stem for stem in organisations().stems if "(" not in stem])
# 各镇(街道)|负责…, 各县区|要切实承担主体责任: what makes a bare 各… a body
CHARGED = (
    r"(?:要|应当?|须|将|具体|统一|全面|主要|切实|依法|按照?(?:各自)?职责(?:分工)?)*"
    r"(?:负责(?!人(?![才口力工文民社居事])|同志|制|任|的|单位)|牵头(?!单位|部门|的)|会同|承担[^,。;\n]{0,4}责任|是[^,。;\n]{0,20}责任主体)"
)
# 政务办|(区政务服务中心)负责
ALONE = re.compile(rf"(?:\([^()\n]{{2,16}}\))?{CHARGED}")
# 各县区政府, 各市(州)人民政府, 各有关部门, 有关区政府, 市直有关部门, 各区县商务主管部门, 市、区两级财政部门, 各镇|负责
GROUP = re.compile(
    r"(?=[省市县区州各有相当属其])(?:[省市县区州]、(?:[市县区州乡镇]、?)+[两三四]级[一-龥]{0,8}(?:部门|政府)|(?:(?<![省市县区各])[省市县区](?:级|直|政府)?)?(?:(?:其[他它])?各(?:级|有关|相关|涉[一-龥])?|有关|相关|[当属]地)"
    r"(?:[省市州县区盟旗乡镇街办道地]|开发区|园区|功能区|\([^()\n]{1,8}\)|、(?=[市州县区旗乡镇街开园功]))*"
    rf"(?:人民政府|政府|(?:{_WORK})?(?:行政)?(?:职能|主管)?部门|单位|管委会|街道办事处|(?<=[市州县区旗乡镇街道)])(?={CHARGED})"
    rf"|(?<=[乡镇街道)])[一-龥]{{2,8}}?(?:站|所|办|中心)(?={CHARGED})))"
)
# 乡镇人民政府(街道办事处), 乡(镇)政府, 县(市、区)人民政府: no one town's, so no name before it
LOCAL_GOVERNMENTS = re.compile(
    r"(?=[乡镇街市区县旗])(?:(?<![一-龥])|(?<=[由在地和及与同]))"
    r"(?:(?:乡镇|镇乡|镇街|街镇|市县|区县|县区|(?:乡镇?|镇|街道|市|县|区|旗)\([^()\n]{1,8}\))"
    r"(?:人民)?(?:政府|办事处)(?:\([^()\n]{2,10}办事处\))?|乡人民政府|镇人民政府|街道办事处)"
)
# 人行|六安中心支行
_BRANCH = r"[一-龥]{2,6}?(?:中心支行|分行(?:营业管理部|营管部)|分行|支行)"
# 团市委, 共青团天长市委, 人行六安中心支行, 国家税务总局济南市税务局
SPECIAL = re.compile(
    r"共青团[一-龥]{2,8}?[省市县区州]委(?:员会)?|团[省市县区州]委|国家税务总局[一-龥]{2,12}?税务局"
    r"|国家金融监督管理总局[一-龥]{2,8}?(?:分局|局)"
    rf"|人民银行{_BRANCH}|人行{_BRANCH}|中国(?:人民银行|人行){_BRANCH}"
)
# 、|六安银保监分局, 由|合肥海关, 由|评审委员会, 。|尚卿乡人民政府: only the mark before tells where the name begins
BEHIND_MARK = re.compile(
    r"[、,;:。\n由(同](?:[一-龥]{2,3}(?:(?:银保监|证监)(?:分局|局)|海关)"
    r"|(?<=由)[一-龥]{2,4}(?:办公室|委员会(?:办公室)?)"
    r"|(?<!同)(?![各有相所该报经由向对到在至送辖属给与])[一-龥]{1,3}(?<!乡)(?:[乡镇]人民政府|街道办事处))"
)
# 市电商工作领导小组|成员单位, 工作专班|牵头单位: the members, not the body
MEMBERS = re.compile(r"(?:各)?(?:成员|牵头|责任|配合)单位")
# offices that several lines of work share: 商务和经济合作局, 发展改革和科技委员会 (商务和财政部门 are two)
JOINED_OFFICES = ("局", "分局", "厅", "委", "委员会")
CONJUNCTIONS = ("和", "与", "及")
# 县级电商公共服务中心, 区域物流中心: facilities, as a rule, not bodies of the place (区政务服务中心)
NO_BODY = re.compile(r"[省市县区州]级|区域|县域|市域|市场(?!监)|市民|省际")
# what ends before 和 is a name of its own, not a line of work: 市重点企业和商务局
WHOLE = re.compile(r"(?:企业|单位|部门|机构|政府|园区|项目|公司|人员|群众|[局厅委办会院校村社区镇乡县市])$")
# 设区|市教育局, 市、|县教育局, 各市、|县教育局: more of the level
LEVELS_BEFORE = re.compile(
    r"(?:(?:(?<![一-龥])|(?<=[由向经及和与同]))(?:各?(?:设区的?|地级)|各?(?:[省市县区州]、){1,2}|各[市州县区旗]{0,2}|(?<![及和与同一])[市县区](?=[县区]?)))?\Z"
)
# 县(市、区)|文旅局, 各乡镇(街道)|财政所: the level with others in brackets
BRACKETED_LEVEL = re.compile(
    r"(?:(?<![一-龥])|(?<=[由向经及和与同]))各?(?:乡镇|[市州县区旗乡镇]|街道)\([市州县区旗乡镇街道、]{1,8}\)\Z"
)
# 合肥高新区|科技局, 经开区|经发局: the zone whose office it is
ZONE_BEFORE = re.compile(
    r"(?:高新(?:技术)?(?:产业)?(?:开发)?|经济(?:技术)?(?:开发)?|经开|开发|新|示范|先行|先导|试验|度假|(?:综合)?保税|综保|自贸(?:试验)?|功能|工业园|产业园)区\Z"
)
# 指导|高新区经发局: not what a zone is called
NO_ZONE_NAME = re.compile(r"(?:指导|督促|支持|授权|委托|协助|协调|组织|报送|提交|提请|各|全市|所在|相关|有关|其他)")
# counties that read like 会同 and 和 before 县: 县商务局会同县财政局, 市商务局和县商务局
AMBIGUOUS = ("会同县", "和县")


@Language.component("zhengce_units")
def annotate_units(doc: Doc) -> Doc:
    """Fills `doc.spans["units"]` with the bodies named in running text."""
    folded = fold(text_of(doc))
    units = find_units(folded)
    return set_spans(doc, "units", sorted([*units, *_short_forms(folded, units)], key=lambda unit: unit.start))


def find_units(folded: str) -> list[UnitName]:
    """The bodies named in folded text, in order and apart."""
    found = [(m.start(), m.end()) for m in SPECIAL.finditer(folded)]
    found += [(m.start(), m.end() - 1) for m in BEHIND_MARK.finditer("\n" + folded)]
    found += [(m.start(), m.end()) for pattern in (GROUP, LOCAL_GOVERNMENTS) for m in pattern.finditer(folded)]
    found += _by_ending(folded)
    out: list[UnitName] = []
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if not out or start >= out[-1].end:
            members = MEMBERS.match(folded, end)
            end = members.end() if members else end
            if out and start == out[-1].end and out[-1].text.endswith("政府") and folded[start] in "各有相":
                start = out.pop().start  # 市人民政府|各相关部门
            if out and _is_signboard(folded, out[-1], start, end):
                start, end = out.pop().start, end + 1
            opens = SHORT_FORM_OPENS.search(folded, start, end) if "(" in folded[start:end] else None
            end = opens.start() if opens else end
            name = folded[start:end]
            out.append(UnitName(start, end, name, is_group(name)))
    return out


def _is_signboard(folded: str, unit: UnitName, start: int, end: int) -> bool:
    """Whether a body in brackets is another name of the one right before: 市农业农村局(|市乡村振兴局|)."""
    return unit.end == start - 1 and folded[unit.end] == "(" and folded[end : end + 1] == ")" and not unit.group


def _short_forms(folded: str, units: list[UnitName]) -> Iterator[UnitName]:
    """Where the short names stand that the text introduces for bodies: (以下简称“县电商办”)."""
    known = {match["short"] for unit in units if (match := SHORT_FORM.match(folded, unit.end))}
    if not known:
        return
    taken = {offset for unit in units for offset in range(unit.start, unit.end)}
    for match in re.finditer(alternation(list(known)), folded):
        if match.start() not in taken and match.end() - 1 not in taken:
            yield UnitName(match.start(), match.end(), match.group(), False)


def _by_ending(folded: str) -> Iterator[tuple[int, int]]:
    endings = _endings()
    for match in endings.pattern.finditer(folded):
        if NOT_ENDING.match(folded, match.end()):
            continue
        start = _start(folded, match.start(), match.group())
        if start is not None:
            yield start, match.end()


class _Endings:
    """The endings that running text is searched for, and what each needs before it."""

    def __init__(self) -> None:
        lexicon = organisations()
        self.offices = set(lexicon.endings) - {"部"}
        offices = {government + name for government in ("政府", "人民政府") for name in lexicon.government}
        party = {before + name for before in ("委", "党工委") for name in lexicon.party}
        self.fixed = set(lexicon.bodies) | party | offices | {"党委", "党工委", "委"}
        self.governments = {"人民政府", "政府", "人大常委会", "政协"}
        coordinating = [*_endings_of("committee"), *_endings_of("zone")]
        self.zones = {*_endings_of("zone"), "园区", "新区"}
        self.wide = {name for name in coordinating if name[-1] in "会组部室委班"} | {"供电公司", "中心"}
        names = self.offices | self.fixed | self.governments | self.wide
        # 农业部|负责, but 农业|部门|负责
        self.pattern = re.compile(rf"(?:{alternation(list(names))})(?:(?<!部)|(?![门署分队长位]))")


def _endings_of(kind: str) -> list[str]:
    return [ending for ending, other in organisations().kinds.items() if other == kind and len(ending) > 1]


@cache
def _endings() -> _Endings:
    return _Endings()


def _start(folded: str, at: int, ending: str) -> int | None:
    """Where the name begins whose ending stands at `at`; None where the words before it make no name."""
    endings = _endings()
    if ending in endings.offices:
        stem = _stem_before(folded, at)
        if stem is not None:
            start = _chained(folded, stem, ending)
            return start if start is not None else _behind_stem(folded, stem, ending)
    if ending in endings.fixed or ending in endings.governments:
        opened = _opened(folded, at)
        return opened if opened < at or _stands_alone(folded, at, ending) else None
    clause = _clause_start(folded, at, 34)
    opens = _opens(folded, clause)
    if ending == "中心":
        return clause if opens and 4 <= at - clause <= 14 and not NO_BODY.match(folded, clause) else None
    if ending in endings.wide:
        return (
            clause
            if opens
            or folded[clause:at] in endings.zones
            or ending.endswith(("小组", "小组办公室", "专班", "指挥部", "联席会议"))
            or (ending in ("管委会", "管理委员会") and at - clause > 1 and not NO_ZONE_NAME.match(folded, clause))
            or at - clause > 3
            else None
        )
    if ending not in ("局", "厅", "办公室") or NOT_OFFICE.search(folded[clause:at]):
        return None
    if opens and 3 <= at - clause <= 12:
        return clause
    return _behind_conjunction(folded, clause, at) if ending in JOINED_OFFICES else None


def _stands_alone(folded: str, at: int, ending: str) -> bool:
    """Whether an office with a name of its own needs no level before it, being charged: 政务办(区政务服务中心)|负责."""
    if ending[-1] not in "办局部" or len(ending) < 3 or ending.startswith("委") or _clause_start(folded, at, 2) != at:
        return False
    return bool(ALONE.match(folded, at + len(ending)))


def _opens(folded: str, at: int) -> bool:
    """Whether a level or a place stands at `at`: 市…, 六安市…."""
    return folded[at : at + 1] in LEVELS or _place_at(folded, at) > at


def _behind_stem(folded: str, stem: int, ending: str) -> int | None:
    """Where the name of one line of work begins: at its level or place, or where it stands at the head of a clause."""
    opened = _opened(folded, stem)
    plain = ending in ("局", "厅", "部门", "主管部门", "委员会", "委") and _clause_start(folded, stem, 4) == stem
    return opened if opened < stem else (stem if plain else None)


def _chained(folded: str, stem: int, ending: str) -> int | None:
    """Where a name of several lines of work begins, whose last is at `stem`: 县|商务和经济合作局, 区|文化体育旅游局.

    Notices name the merged bureaus of a county in any combination. A level or a place must open the name, or the head
    of a clause where a conjunction joins it; before a conjunction one line of work may be unknown (县|新闻和旅游局).
    """
    if ending not in JOINED_OFFICES:
        return None
    start = stem
    while (before := _stem_before(folded, start - (folded[start - 1 : start] in CONJUNCTIONS))) is not None:
        start = before
    opened = _opened(folded, start)
    if start < stem and opened < start:
        return opened
    if start < stem and _conjoined(folded, start, stem) and _clause_start(folded, start, 1) == start:
        return start
    if opened == start and folded[start - 1 : start] in CONJUNCTIONS:
        clause = _clause_start(folded, start - 1, 12)
        if _opens(folded, clause) and start - clause > 3 and not WHOLE.search(folded[clause : start - 1]):
            return clause
    return None


def _conjoined(folded: str, start: int, end: int) -> bool:
    return any(mark in folded[start:end] for mark in CONJUNCTIONS)


def _behind_conjunction(folded: str, clause: int, at: int) -> int | None:
    """Where a name begins whose last line of work, at `clause`, is unknown: 县|行政审批和政务信息管理局."""
    if folded[clause - 1 : clause] not in CONJUNCTIONS or not 2 <= at - clause <= 8 or folded[clause] in LEVELS:
        return None
    stem = _stem_before(folded, clause - 1)
    opened = _opened(folded, stem) if stem is not None else None
    return opened if opened != stem else None


def _lengths(names: Iterable[str]) -> dict[str, list[int]]:
    """Last character → the lengths of the names that end in it, the longest first."""
    found: dict[str, set[int]] = {}
    for name in names:
        found.setdefault(name[-1], set()).add(len(name))
    return {last: sorted(lengths - {1}, reverse=True) for last, lengths in found.items()}


@cache
def _stem_lengths() -> dict[str, list[int]]:
    return _lengths(organisations().stems)


@cache
def _place_lengths() -> dict[str, list[int]]:
    return _lengths([*gazetteer().by_full, *gazetteer().by_short])


def _stem_before(folded: str, at: int) -> int | None:
    stems = organisations().stems
    for length in _stem_lengths().get(folded[at - 1 : at], ()):
        if length <= at and folded[at - length : at] in stems:
            return at - length
    return None


def _opened(folded: str, at: int) -> int:
    """Where the level or the places begin that stand right before `at`: 广州市天河区|…, 市|…; `at` if none do."""
    while True:
        place = _place_before(folded, at)
        if place == at:
            break
        at = place
    last = folded[at - 1 : at]
    if last == "区" and (zone := ZONE_BEFORE.search(folded, max(0, at - 10), at)):
        return _zone_start(folded, zone.start())
    if last == ")" and (bracketed := BRACKETED_LEVEL.search(folded, max(0, at - 14), at)):
        return bracketed.start()
    if last and last in LEVELS and folded[at - 2 : at] not in ("城市", "都市", "地区", "园区", "社区", "景区"):
        at -= 3 if folded[at - 3 : at] == "自治区" else 1
        at = LEVELS_BEFORE.search(folded, max(0, at - 10), at).start()  # type: ignore[union-attr]
    return at


def _zone_start(folded: str, at: int) -> int:
    """Where a zone's name begins whose kind stands at `at`: 合肥|高新区, 天府|新区; `at` where it has none."""
    place = _opened(folded, at) if folded[at - 1 : at] else at
    clause = _clause_start(folded, at, 6)
    if place == at and 2 <= at - clause <= 4 and not NO_ZONE_NAME.match(folded, clause):
        return clause
    return place - (folded[place - 1 : place] == "各")


def _place_before(folded: str, at: int) -> int:
    full, short = gazetteer().by_full, gazetteer().by_short
    for length in _place_lengths().get(folded[at - 1 : at], ()):
        if length > at:
            continue
        name = folded[at - length : at]
        if name in AMBIGUOUS and folded[at - length - 1 : at - length] not in BOUNDARY:
            continue
        if name in full or (
            length < 5 and name in short and folded[at - length - 1 : at - length] in BOUNDARY + "由同经 "
        ):
            return at - length
    return at


def _place_at(folded: str, at: int) -> int:
    """The end of the place name that begins at `at`; `at` if none does."""
    places = gazetteer()
    for length in places.openings.get(folded[at : at + 2], ()):
        name = folded[at : at + length]
        if name in places.by_full or name in places.by_short:
            return at + length
    return at


def _clause_start(folded: str, at: int, reach: int) -> int:
    """The beginning of the words before `at`: after punctuation and after what cuts a name off."""
    start, depth = at, 0
    while start and at - start < reach:
        char = folded[start - 1]
        if char in "”’":
            depth += 1
        elif char in "“‘":
            depth -= 1
        elif char in BOUNDARY and not depth:
            break
        start -= 1
    for match in CUT.finditer(folded, start, at):
        start = match.end()
    return start
