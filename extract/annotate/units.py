"""Public bodies in running text: names with a known ending, opened by a level, a place or a known line of work."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from extract.annotate.pipeline import set_spans, text_of
from extract.annotate.unit_lists import LEVELS, SHORT_FORM, is_group
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
# 各县区政府, 各市(州)人民政府, 各有关部门, 有关区政府, 市直有关部门, 各区县商务主管部门, 市、区两级财政部门
_WORK = alternation([stem for stem in organisations().stems if "(" not in stem])
GROUP = re.compile(
    r"[省市县区州]、(?:[市县区州乡镇]、?)+[两三四]级[一-龥]{0,8}(?:部门|政府)|(?:(?<![省市县区各])[省市县区](?:级|直|政府)?)?(?:各(?:级|有关|相关|涉[一-龥])?|有关|相关)"
    r"(?:[省市州县区盟旗乡镇街办道地]|开发区|园区|功能区|\([^()\n]{1,8}\)|、(?=[市州县区旗乡镇街开园功]))*"
    rf"(?:人民政府|政府|(?:{_WORK})?(?:行政)?(?:职能|主管)?部门|单位|管委会|街道办事处)"
)
# 团市委, 共青团天长市委, 人行六安中心支行, 六安银保监分局, 国家税务总局济南市税务局, 合肥海关
SPECIAL = re.compile(
    r"共青团[一-龥]{2,8}?[省市县区州]委(?:员会)?|团[省市县区州]委|国家税务总局[一-龥]{2,12}?税务局"
    r"|(?:中国)?(?:人民银行|人行)[一-龥]{2,6}?(?:中心支行|分行(?:营业管理部|营管部)|分行|支行)"
    r"|(?:(?<=[、,;:。\n由(同])|^)[一-龥]{2,3}(?:银保监|证监)(?:分局|局)|国家金融监督管理总局[一-龥]{2,8}?(?:分局|局)"
    r"|(?:(?<=[、,;:。\n由(同])|^)[一-龥]{2,3}海关", re.M
)  # fmt: skip
# 市电商工作领导小组|成员单位, 工作专班|牵头单位: the members, not the body
MEMBERS = re.compile(r"(?:各)?(?:成员|牵头|责任|配合)单位")
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
    found += [(m.start(), m.end()) for m in GROUP.finditer(folded)]
    found += _by_ending(folded)
    out: list[UnitName] = []
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if not out or start >= out[-1].end:
            members = MEMBERS.match(folded, end)
            end = members.end() if members else end
            name = folded[start:end]
            out.append(UnitName(start, end, name, is_group(name)))
    return out


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
        self.fixed = set(lexicon.bodies) | {"委" + name for name in lexicon.party} | offices | {"党委", "委"}
        self.governments = {"人民政府", "政府", "人大常委会", "政协"}
        coordinating = [*_endings_of("committee"), *_endings_of("zone")]
        self.wide = {name for name in coordinating if name[-1] in "会组部室委班"} | {"供电公司"}
        self.pattern = re.compile(alternation(list(self.offices | self.fixed | self.governments | self.wide)))


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
            opened = _opened(folded, stem)
            plain = (
                ending in ("局", "厅", "部门", "主管部门", "委员会", "委") and _clause_start(folded, stem, 1) == stem
            )
            return opened if opened < stem else (stem if plain else None)
    if ending in endings.fixed or ending in endings.governments:
        opened = _opened(folded, at)
        return opened if opened < at else None
    clause = _clause_start(folded, at, 34)
    opens = folded[clause : clause + 1] in LEVELS or _place_at(folded, clause) > clause
    if ending in endings.wide:
        return (
            clause
            if opens or ending.endswith(("小组", "小组办公室", "专班", "指挥部", "联席会议")) or at - clause > 3
            else None
        )
    if (
        ending in ("局", "厅", "办公室")
        and opens
        and 3 <= at - clause <= 12
        and not NOT_OFFICE.search(folded[clause:at])
    ):
        return clause
    return None


def _stem_before(folded: str, at: int) -> int | None:
    stems = organisations().stems
    for length in range(min(at, 18), 1, -1):
        if folded[at - length : at] in stems:
            return at - length
    return None


def _opened(folded: str, at: int) -> int:
    """Where the level or the places begin that stand right before `at`: 广州市天河区|…, 市|…; `at` if none do."""
    while True:
        place = _place_before(folded, at)
        if place == at:
            break
        at = place
    if at and folded[at - 1] in LEVELS and folded[at - 2 : at] not in ("城市", "都市", "地区", "园区", "社区", "景区"):
        at -= 3 if folded[at - 3 : at] == "自治区" else 1
    return at


def _place_before(folded: str, at: int) -> int:
    full, short = gazetteer().by_full, gazetteer().by_short
    for length in range(min(at, 11), 1, -1):
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
    full, short = gazetteer().by_full, gazetteer().by_short
    for length in range(11, 1, -1):
        name = folded[at : at + length]
        if name in full or name in short:
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
