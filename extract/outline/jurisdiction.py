"""Which place a notice governs: from its issuer, its title, its number, or from what the text says of itself."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from extract.lexicon.divisions import Division, Gazetteer, gazetteer, number_signs

NATION = "全国"
"""The area of notices of the State Council and its ministries; it has no code of a division."""

_NATIONAL = re.compile(
    r"国务院|中共中央|中央|全国人|国家[^级]|中国[^(（]{2,12}(?:委员会|局|银行)"
    r"|(?:财政|商务|农业农村|工业和信息化|科学技术|科技|教育|公安|民政|司法|人力资源[和]?社会保障|自然资源|生态环境|住房和?城乡建设"
    r"|交通运输|水利|文化和旅游|农业|文化|卫生部|外交|国防)部"
)
# 西咸新区管委会; 济南高新技术产业开发区管理委员会; 广州南沙新区
_ZONE = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{1,10}?(?:新区|高新区|经开区|开发区|自贸区|保税区|先行区|度假区|试验区|合作区|示范区|港务区|园区))"
)
_VERBS = re.compile(r"加快|推进|支持|促进|建设|关于|创建|打造|进一步|发展|推动|深化|鼓励|扶持|各|国家|级")
_ADMINISTERS = re.compile(r"管委会|管理委员会|党工委|工作委员会|人民政府|党政办公室|办公室|[\u4e00-\u9fff]{2,12}局")


@dataclass(frozen=True, slots=True)
class Area:
    """The place governed: its full plain name and its code (None for one that is no division)."""

    name: str
    adcode: str | None


def division_at_head(text: str) -> tuple[Division | None, int]:
    """The innermost division named at the beginning (六安市叶集区人民政府 → 叶集区) and where the name ends."""
    places = gazetteer()
    text = re.sub(r"^[\s《〈“\"(（]+", "", text)
    found: Division | None = None
    position = 2 if text.startswith("中共") else 0
    while step := _next_division(places, text, position, found):
        found, position = step
    return found, position


def _next_division(places: Gazetteer, text: str, at: int, outer: Division | None) -> tuple[Division, int] | None:
    for width in places.openings.get(text[at : at + 2], ()):
        name = text[at : at + width]
        options = places.by_full.get(name, [])
        if not options and (outer is None or outer.level != "county"):
            options = [d for d in places.by_short.get(name, []) if d.level != "county" or outer is not None]
            options = [d for d in options if _stands_alone(text, at + width, d)]
        if outer is not None:
            options = [d for d in options if d.adcode != outer.adcode and places.holds(outer.adcode, d.adcode)]
        elif len(options) > 1:
            options = [d for d in options if d.level == "province"] or [d for d in options if d.level == "prefecture"]
        if len(options) == 1:
            return options[0], at + width
    return None


def _stands_alone(text: str, end: int, division: Division) -> bool:
    """A short name counts unless it is the beginning of another word (海南岛, 南沙新区 stays for the zone)."""
    following = text[end : end + 2]
    return following != "新区" or division.level != "county"


def area_at_head(text: str, strict: bool = False) -> Area | None:
    """The area whose body or plan the text names first: a division or, within it, a zone.

    `strict` (for titles) takes a zone only where it follows the division directly and no verb stands between.
    """
    division, end = division_at_head(text)
    bare = re.sub(r"^[\s《〈“\"(（]+", "", text)
    zone = _ZONE.match(bare, end)
    if zone and not _VERBS.search(zone["name"]) and (strict or _ADMINISTERS.match(bare, zone.end())):
        if not strict or division is not None:
            return _zone_area(zone["name"], division)
    if division is not None:
        return Area(division.full_name, division.adcode)
    if _NATIONAL.match(bare):
        return Area(NATION, None)
    return None


def _zone_area(name: str, division: Division | None) -> Area:
    """A new area that bears a county's name is that county (南沙新区 → 南沙区), any other has no code."""
    if name.endswith("新区") and division is not None:
        for child in gazetteer().children[division.adcode]:
            if child.name == name[:-2]:
                return Area(child.full_name, child.adcode)
    place = division.name if division is not None and not name.endswith("新区") else ""
    return Area(place + name, None)


_SELF = {
    "province": re.compile(r"(?:我|全)省(?!级|外|会)|(?<![\u4e00-\u9fff])省(?:[\u4e00-\u9fff]{2,8}(?:厅|局|委|办)|级财政|财政)"),
    "city": re.compile(r"(?:我|全|本)市(?!场)|(?<![\u4e00-\u9fff])市(?:[\u4e00-\u9fff]{2,9}(?:局|委|办)|级财政|财政)"),
    "district": re.compile(r"(?:我|全|本)区(?!域)|(?<![\u4e00-\u9fff])区(?:[\u4e00-\u9fff]{2,9}(?:局|委|办)|级财政|财政)"),
    "county": re.compile(r"(?:我|全|本)县(?!域)|(?<![\u4e00-\u9fff])县(?:[\u4e00-\u9fff]{2,9}(?:局|委|办)|级财政|财政)"),
}
_SUFFIX = {"province": ("省", "自治区", "市"), "city": ("市", "州", "盟", "地区"), "district": ("区",), "county": ("县", "旗")}
_MENTION = re.compile(r"[\u4e00-\u9fff]{2,}")


def area_in_text(text: str, hint: str | None = None) -> Area | None:
    """The area that a text without head speaks for: the place named most among those of the level that it
    calls its own (我市, 市科技局). `hint` is a code that the number's sign gives, weighed in. None if nothing tells.
    """
    levels = Counter({level: len(pattern.findall(text)) for level, pattern in _SELF.items()})
    if not any(levels.values()):
        return None
    level = levels.most_common(1)[0][0]
    named = _mentions(text, level)
    if hint:
        named[hint] += 3 if gazetteer().by_code[hint].full_name.endswith(_SUFFIX[level]) else 0
    if not named:
        return None
    division = gazetteer().by_code[named.most_common(1)[0][0]]
    return Area(division.full_name, division.adcode)


def _mentions(text: str, level: str) -> Counter[str]:
    """How often each division of the level is named; full names count twice."""
    places = gazetteer()
    named: Counter[str] = Counter()
    for run in _MENTION.findall(text):
        for at in range(len(run) - 1):
            for division, weight in _named_at(places, run, at):
                if division.full_name.endswith(_SUFFIX[level]) and (level == "province") == (division.level == "province"):
                    named[division.adcode] += weight
                elif level == "city" and division.parent == "" and division.full_name.endswith("市"):
                    named[division.adcode] += weight
    return named


def _named_at(places: Gazetteer, run: str, at: int) -> list[tuple[Division, int]]:
    for width in places.openings.get(run[at : at + 2], ()):
        name = run[at : at + width]
        if full := places.by_full.get(name):
            return [(division, 2) for division in full] if len(full) == 1 and width > 2 else []
        if short := [d for d in places.by_short.get(name, []) if d.level != "county"]:
            return [(division, 1) for division in short]
    return []


def area_of_number(prefix: str) -> str | None:
    """The code that the sign at the head of a document number stands for (皖政办秘 → 340000); None if unknown."""
    signs = number_signs()
    return next((signs[prefix[:width]] for width in (2, 1) if prefix[:width] in signs), None)
