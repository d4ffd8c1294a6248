"""From a name as written to the one body it is: 市发改委 in a notice of 六安市 → 六安市发展和改革委员会."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import NamedTuple

from extract.annotate.reading import Reading
from extract.annotate.unit_lists import SHORT_FORM, is_group
from extract.annotate.values import UnitName
from extract.lexicon.divisions import Division, gazetteer
from extract.lexicon.organisations import organisations
from schemas.vocabulary import DivisionLevel


@dataclass(frozen=True, slots=True)
class Organisation:
    """One body: `name` in full, `short_name` as mostly written, `adcode` of its place, `function` its line of work."""

    id: str
    name: str
    short_name: str
    adcode: str | None
    kind: str
    function: str | None


class _Place(NamedTuple):
    """Whose body it is: the place's full name (六安市), its code; `sign` is what opens the short name (市)."""

    name: str
    adcode: str | None
    sign: str


# 市商务局, 省委, 区政府, 自治区发展改革委 (市场监管局 opens with no level: the lexicon decides)
LEVEL = re.compile(r"(?:自治区|自治州|自治县|兵团|[省市县区州盟旗])(?:级)?")
# 国家发展改革委, 国务院办公厅, 中央网信办
NATIONAL = re.compile(
    r"^(?:国家(?!税务总局[一-龥]{2}|外汇管理局[一-龥]{2}|电网|金融监督管理总局[一-龥]{2})|国务院|中央(?!企业|驻)|中共中央|全国)"
)
# 市委组织部, 中共六安市委宣传部, 委宣传部 behind the place
PARTY = re.compile(r"党?委(?P<office>[一-龥]+)?$")
# 团市委, 共青团六安市委(员会): the level stands inside
LEAGUE = re.compile(r"(?:共青)?团(?P<place>[一-龥]*?)(?P<level>[省市县区州盟旗])?委(?:员会)?$")
# names that stand on their own, without the document's place: companies, universities, national branches
OWN_NAME = re.compile(
    r"公司$|集团$|银行|大学$|学院$|医院$|研究院$|^中国|^国网|^中铁|^国家|总医院$|电网|联通|移动$|电信$"
)
# 尚卿乡; 城厢镇; 凤城街道
TOWN = re.compile(r"[一-龥]{1,6}(?P<kind>乡|镇|街道|苏木)$")
TOWN_GOVERNMENT = {"乡": "人民政府", "镇": "人民政府", "苏木": "人民政府", "街道": "办事处"}
# 国家税务总局济南市税务局 is 济南市税务局; 中华人民共和国合肥海关 is 合肥海关
SUPERIOR = re.compile(r"^(?:国家税务总局(?=[一-龥]{2,}税务局)|中华人民共和国(?=[一-龥]{2,}海关))")
# 市农业农村局(乡村振兴局), 市商务局(市口岸办), 省委组织部(省委人才办): a second signboard of one body
SIGNBOARD = re.compile(r"(?<=[局厅委办室部心])\([一-龥]{2,12}[局厅委办室会部心]\)$")
# 市机器人产业发展领导小组: the one that 领导小组办公室 belongs to, where a notice names one only
GROUP_OF_LEADERS = re.compile(r"(?:[一-龥]{2,6}[省市县区州盟旗]|[省市县区州盟旗])[一-龥]{3,20}领导小组")
# 省法院 is the high court of the province, 市法院 the intermediate one of the city (Organic Law of the People's Courts)
COURT = re.compile(r"(?:高级|中级)?(?:人民)?法院|[高中]院")
COURT_OF: dict[DivisionLevel, str] = {"province": "高级人民法院", "prefecture": "中级人民法院", "county": "人民法院"}
# 市|人民政府; 县|政府办公室 (its office)
GOVERNMENT = re.compile(r"(?:人民)?政府(?P<office>[一-龥]*)$")

LEVEL_OF: dict[str, DivisionLevel] = {
    "省": "province", "自治区": "province", "市": "prefecture", "州": "prefecture", "自治州": "prefecture",
    "盟": "prefecture", "县": "county", "区": "county", "旗": "county",
}  # fmt: skip


class Resolver:
    """Resolves names within one notice: its place, and the short forms it introduces (简称“县电商办”)."""

    def __init__(self, area: str | None, adcode: str | None, short_forms: dict[str, str] | None = None) -> None:
        self.adcode = adcode
        self.short_forms = short_forms or {}
        self.chain = list(gazetteer().chain(adcode))
        own = area or (self.chain[0].full_name if self.chain else "")
        self.own = _Place(own, adcode, own[-1:])
        self._known: dict[tuple[str, bool], Organisation] = {}

    @classmethod
    def of(cls, reading: Reading) -> Resolver:
        """The resolver of a notice."""
        front = reading.front
        return cls(front.area, front.adcode, short_forms(reading))

    def resolve(self, unit: UnitName) -> Organisation:
        """The one organisation a name as written stands for."""
        return self.by_name(unit.text + unit.head, unit.group)

    def by_name(self, written: str, group: bool | None = None) -> Organisation:
        """The same for a bare name; `group` None: told from the name."""
        name = _plain(written)
        name = self.short_forms.get(name, name)
        key = (name, is_group(name) if group is None else group)
        if key not in self._known:
            self._known[key] = self._group(name) if key[1] else self._single(name)
        return self._known[key]

    def _group(self, name: str, work: str | None = None) -> Organisation:
        """Several bodies under one name; `work` is what tells their line of work (市政府: 政府), if not the name."""
        function = organisations().function_of(work or name)
        return Organisation(_id(self.adcode, name), name, name, self.adcode, "group", function)

    def _single(self, name: str) -> Organisation:
        name = SUPERIOR.sub("", name)
        ministry = organisations().office.fullmatch(name)
        if NATIONAL.match(name) or (ministry and ministry["ending"] == "部"):
            function = organisations().function_of(name.removeprefix("国家"))
            return Organisation(_id(None, name), name, name, None, organisations().kind_of(name), function)
        league = LEAGUE.fullmatch(name)
        if league:
            named = league["place"] + (league["level"] or "")
            place = self._named(named) if league["place"] else self._at_level(league["level"]) or self.own
            return self._body(place, f"共青团{place.name}委员会", f"团{place.sign}委", "association", "共青团")
        branch = self._branch(name)
        if branch:
            return branch
        place, rest, opening = self._opened(SIGNBOARD.sub("", name))
        if opening == "below" and self.own.name and self._is_office(rest[1:]):
            return self._group(rest, rest[1:])  # 市法院 in a notice of the province: each city's
        return self._local(place, rest, "none" if opening == "below" else opening)

    @staticmethod
    def _is_office(rest: str) -> bool:
        """Whether the words behind a level name an office that every place has: 法院, 商务局, 政府, 委宣传部."""
        lexicon = organisations()
        known = rest in lexicon.bodies or COURT.fullmatch(rest) or PARTY.fullmatch(rest) or GOVERNMENT.fullmatch(rest)
        return bool(
            known
            or lexicon.office.fullmatch(rest)
            or (rest.endswith(("局", "厅", "中心")) and lexicon.function_of(rest))
        )

    def _branch(self, name: str) -> Organisation | None:
        for branch in organisations().branches:
            match = branch.pattern.fullmatch(name)
            if match and (match["place"] in gazetteer().by_short or match["place"] in gazetteer().by_full):
                long = branch.name.format(place=match["place"], rest=match["rest"])
                place = self._named(match["place"])
                return Organisation(_id(place.adcode, long), long, name, place.adcode, "department", branch.function)
        return None

    def _opened(self, name: str) -> tuple[_Place, str, str]:
        """The place of a name, what follows it, and what says the place: `place` by name, `level` (市…), `none`.

        `below` is a level under the notice's own, whose place nobody names; the name stays whole.
        """
        name = name.removeprefix("中共")
        place, rest = (None, name) if TOWN.fullmatch(name) else self._place_of(name)
        if place:
            return place, rest, "place"
        level = LEVEL.match(name)
        if level and level.end() < len(name) and not self._is_stem(name, level.group()):
            above = self._at_level(level.group())
            return (above, name[level.end() :], "level") if above else (self.own, name, "below")
        return (self._at_level("省") or self.own) if name.endswith("厅") else self.own, name, "none"

    def _is_stem(self, name: str, level: str) -> bool:
        """Whether the level is the beginning of a line of work: 市场监管局, not 市商务局, nor 市政府."""
        lexicon = organisations()
        if name[len(level) :] in lexicon.bodies or GOVERNMENT.match(name, len(level)):
            return False
        return lexicon.function_of(name) is not None and lexicon.function_of(name[len(level) :]) is None

    def _place_of(self, name: str) -> tuple[_Place | None, str]:
        """A place that opens a name: 济南市|政府, 青岛市崂山区|政府, 合肥|高新区管委会."""
        place, at = None, 0
        while True:
            length = next((n for n in range(11, 1, -1) if self._division(name[at : at + n], place)), 0)
            if not length or at + length >= len(name):
                break
            place = self._division(name[at : at + length], place)
            at += length
        if place is None:
            return None, name
        sign = place.full_name[-1]
        return _Place(place.full_name if name[at - 1] == sign else name[:at], place.adcode, sign), name[at:]

    def _division(self, name: str, inside: Division | None) -> Division | None:
        """The division of that name: within the one named before, else the nearest to the notice's own place."""
        full = gazetteer().by_full.get(name)
        found = full or gazetteer().by_short.get(name) or []
        if inside is not None:
            return next((d for d in found if gazetteer().holds(inside.adcode, d.adcode)), None)
        for around in self.chain:
            for division in found:
                if division.adcode == around.adcode or gazetteer().holds(around.adcode, division.adcode):
                    return division
        far = [division for division in found if full or division.level == "province"]
        return far[0] if len(far) == 1 else None

    def _named(self, name: str) -> _Place:
        division = self._division(name, None)
        return (
            _Place(division.full_name, division.adcode, division.full_name[-1])
            if division
            else _Place(name, None, name[-1:])
        )

    def _at_level(self, level: str | None) -> _Place | None:
        """The place of that level that the notice belongs to (市 in a notice of 叶集区: 六安市), or None."""
        sign = (level or "")[:3] if (level or "").startswith("自治") else (level or "")[:1]
        if self.own.sign and sign and self.own.name.endswith(sign):
            return self.own
        for division in self.chain:
            if division.full_name.endswith(sign) or LEVEL_OF.get(sign) == division.level:
                return _Place(division.full_name, division.adcode, sign)
        return None if self.chain or not self.own.name else self.own

    def _local(self, place: _Place, rest: str, opening: str) -> Organisation:
        """The body of a place: official long name where the lexicon has it, else the name as written."""
        lexicon = organisations()
        party = PARTY.fullmatch(rest)
        if party and place.name.endswith(place.sign):
            office = lexicon.party.get(party["office"] or "")
            long = office.long if office else (party["office"] or "员会")
            return self._body(
                place, f"中共{place.name}委{long}", place.sign + rest, "party", office.function if office else "党委办"
            )
        if COURT.fullmatch(rest):
            return self._body(place, place.name + _court(place, rest), place.sign + rest, "institution", "司法")
        body = lexicon.bodies.get(rest)
        if body:
            before = "中共{place}" if body.long.startswith("委") else "" if "{place}" in body.long else "{place}"
            long = (before + body.long).format(place=place.name)
            return self._body(place, long, place.sign + rest, body.kind, body.function)
        government = GOVERNMENT.fullmatch(rest)
        if government:
            office_name = government["office"]
            long = lexicon.government.get(office_name, office_name)
            kind = "department" if office_name else "government"
            function = "政府办" if office_name else "政府"
            return self._body(place, f"{place.name}人民政府{long}", f"{place.sign}政府{office_name}", kind, function)
        office_match = lexicon.office.fullmatch(rest)
        if office_match:
            stem = lexicon.stems[office_match["stem"]]
            ending = office_match["ending"]
            official = stem.usual if ending.endswith("部门") else stem.long
            long = place.name + official + lexicon.endings[ending]
            short = place.sign + stem.usual + {"委员会": "委", "办公室": "办"}.get(ending, ending)
            return self._body(place, long, short, "department", stem.function)
        return self._unlisted(place, rest, opening)

    def _unlisted(self, place: _Place, rest: str, opening: str) -> Organisation:
        lexicon = organisations()
        kind = lexicon.kind_of(rest)
        function = lexicon.function_of(rest) or lexicon.function_of(rest[1:])
        town = TOWN.fullmatch(rest)
        if town:
            return self._body(place, place.name + rest + TOWN_GOVERNMENT[town["kind"]], rest, "government", "政府")
        if opening == "none" and OWN_NAME.search(rest):
            return self._body(place, rest, rest, kind, function)
        short = place.sign + rest if opening == "level" else rest
        return self._body(place, place.name + rest, short, kind, function)

    def _body(self, place: _Place, name: str, short: str, kind: str, function: str | None) -> Organisation:
        return Organisation(_id(place.adcode, name), name, short, place.adcode, kind, function)


def _court(place: _Place, written: str) -> str:
    """The court's name by the rank of its place (110000 and the other municipalities rank as provinces)."""
    if written[0] in "高中" or not place.adcode:
        return {"高": "高级人民法院", "中": "中级人民法院"}.get(written[0], "人民法院")
    level: DivisionLevel = (
        "province" if place.adcode.endswith("0000") else "prefecture" if place.adcode.endswith("00") else "county"
    )
    return COURT_OF[level]


def short_forms(reading: Reading) -> dict[str, str]:
    """The short names that a notice introduces for bodies: 县电商办 → 县电子商务工作领导小组办公室."""
    out: dict[str, str] = {}
    for unit in reading.units:
        match = SHORT_FORM.match(reading.folded, unit.end)
        if match:
            out.setdefault(match["short"], _plain(unit.text))
    groups = {_plain(unit.text) for unit in reading.units if GROUP_OF_LEADERS.fullmatch(unit.text)}
    if len(groups) == 1:
        full = groups.pop()
        out.setdefault("领导小组", full)
        out.setdefault("领导小组办公室", full + "办公室")
    return out


def _plain(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).split())


def _id(adcode: str | None, name: str) -> str:
    return f"{adcode or 'cn'}-{name}"
