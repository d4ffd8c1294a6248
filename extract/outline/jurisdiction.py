"""Which place a notice governs: from its issuer, its title, its number, or from what the text says of itself."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from extract.lexicon import load
from extract.lexicon.divisions import Division, gazetteer, number_signs

_NEW_AREAS = frozenset(load("places")["new_areas"])
NATION = "全国"
"""The area of notices of the State Council and its ministries; it has no code of a division."""

# 国务院|办公厅关于…; 财政部|关于…; 国家发|展改革委 (not 国家级开发区)
_NATIONAL = re.compile(
    r"国务院|中共中央|中央|全国人|国家[^级]|中国[^(（]{2,12}(?:委员会|局|银行)"
    r"|(?:财政|商务|农业农村|工业和信息化|科学技术|科技|教育|公安|民政|司法|人力资源和?社会保障|自然资源"
    r"|生态环境|住房和?城乡建设|交通运输|水利|文化和旅游|农业|文化|卫生|外交|国防)部"
)
# 西咸新区管委会; 济南高新技术产业开发区管理委员会; 广州南沙新区
_ZONE = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{1,10}?"
    r"(?:新区|高新区|经开区|开发区|自贸区|保税区|先行区|度假区|试验区|合作区|示范区|港务区|园区))"
)
# 兰州|新区|管理委员会, 广州|开发区|（黄埔区）: the zone that bears the city's name
_NEW_AREA = re.compile(
    "(?P<name>新区|经开区|高新区|开发区|保税区|自贸区)(?=管|党|支持|扶持|关于|推|促|加|财|鼓励|[（(][\u4e00-\u9fff]{2,6}[区县市][）)])"
)
# |支持|国际港务区, |各|开发区: no part of a zone's name
_VERBS = re.compile("加快|推进|支持|促进|建设|关于|创建|打造|进一步|发展|推动|深化|鼓励|扶持|各|国家|级")
# 国务院办公厅关于|印发…的通知; 商务部等八部委印发|…
_ISSUES = re.compile(r"[^关《]{2,60}(?:院|厅|部|委|局|会|室)\s*(?:关于|印发|转发)")
# 西咸新区|管委会; 高新区|党政办公室; 合肥高新区|经济发展局
_ADMINISTERS = re.compile(
    r"管委会|管理委员会|执行委员会|党工委|工作委员会|人民政府|党政办公室|办公室|[\u4e00-\u9fff]{2,12}局"
)


@dataclass(frozen=True, slots=True)
class Area:
    """The place governed: its full plain name and its code (None for one that is no division)."""

    name: str
    adcode: str | None


def division_at_head(text: str, context: str = "", hint: str | None = None) -> tuple[Division | None, int]:
    """The innermost division named at the beginning (六安市叶集区人民政府 → 叶集区) and where the name ends.

    Of several that bear the name, the one whose city or province `context` names most, or that lies in `hint`.
    """
    found: Division | None = None
    position = 2 if text.startswith("中共") else 0
    while step := _next_division(text, position + _closed(text, position), found, context, hint):
        found, position = step
    return found, position


def _closed(text: str, at: int) -> int:
    """1 where a bracket closes behind a place: （湖北省|）|武汉市."""
    return int(at > 0 and text[at : at + 1] in (")", "）"))


def _next_division(
    text: str, at: int, outer: Division | None, context: str, hint: str | None
) -> tuple[Division, int] | None:
    places = gazetteer()
    for width in places.openings.get(text[at : at + 2], ()):
        name = text[at : at + width]
        options = places.by_full.get(name, [])
        if not options and (outer is None or outer.level != "county"):
            options = [d for d in places.by_short.get(name, []) if outer is not None or d.level != "county"]
            options = [d for d in options if not (d.level == "county" and text.startswith("新区", at + width))]
            if text.startswith("州", at + width):  # 恩施州, 海南州
                options = [d for d in options if d.full_name.endswith("自治州")]
        if outer is not None:
            options = [d for d in options if d.adcode != outer.adcode and places.holds(outer.adcode, d.adcode)]
        if (division := _meant(options, context, hint)) is not None:
            return division, at + width
    return None


def _meant(options: list[Division], context: str, hint: str | None) -> Division | None:
    """The one meant among divisions of one name; None if nothing tells."""
    options = (
        [d for d in options if d.level == "province"] or [d for d in options if d.level == "prefecture"] or options
    )
    if len(options) < 2:
        return options[0] if options else None
    places = gazetteer()
    named = {d.adcode: sum(context.count(outer.name) for outer in list(places.chain(d.adcode))[1:]) for d in options}
    if hint:
        named = {code: count + 5 * places.holds(hint, code) for code, count in named.items()}
    best, second = sorted(named.values(), reverse=True)[:2]
    return next(d for d in options if named[d.adcode] == best) if best > second else None


def area_at_head(text: str, strict: bool = False, context: str = "", hint: str | None = None) -> Area | None:
    """The area whose body or plan the text names first: a division or, within it, a zone.

    `strict` (for titles) takes a zone only where it follows the division directly and no verb stands between,
    and the nation only where one of its bodies issues something. `context`, `hint`: see division_at_head.
    """
    text = re.sub(r"^[\s《〈“\"(（]+", "", text)
    division, end = division_at_head(text, context, hint)
    zone = _ZONE.match(text, end) or (_NEW_AREA.match(text, end) if division is not None else None)
    known = zone is not None and zone["name"] in _NEW_AREAS
    named = zone is not None and (division is not None if strict else _ADMINISTERS.match(text, zone.end()))
    if zone is not None and (known or named) and not _VERBS.search(zone["name"]):
        within = (
            _next_division(text, zone.end() + 1, division, context, hint)
            if text[zone.end() : zone.end() + 1] in ("(", "（")
            else None
        )
        if within and _closed(text, within[1]):  # 广州开发区（|黄埔区|）
            return Area(within[0].full_name, within[0].adcode)
        return _zone_area(zone["name"], division)
    if division is not None:
        return Area(division.full_name, division.adcode)
    if _NATIONAL.match(text) and (not strict or _ISSUES.match(text)):
        return Area(NATION, None)
    return None


# 关于促进成都市机器人产业高质量发展的若干政策
_PURPOSE = re.compile(
    "(?:关于)?(?:(?:进一步|加快|大力|全面|深入|积极)?(?:推进|推动|促进|支持|鼓励|扶持|建设|加强|深化|做好|规范|加快|进一步))+"
)
# |2017年|合肥高新区支持产业发展…; |“十四五”期间|…
_YEAR_FIRST = re.compile(
    r"^[\s《〈“\"(（]*(?:(?:19|20)\d\d(?:[-—–至到](?:19|20)?\d\d)?年?度?|“?十[二三四五六七]五”?(?:期间|时期)?)"
)


# 关于|襄阳|加快打造先进制造业基地的实施意见
_DOES = re.compile("(?:进一步|全面|大力|高质量)*(?:加快|推进|打造|建设|促进|创建|实施|深化|支持|做好|加强|构建)")


def area_in_title(title: str, context: str = "", hint: str | None = None) -> Area | None:
    """The area that a title names first, or by its full name after the words of its purpose (关于促进成都市…)."""
    title = _YEAR_FIRST.sub("", title)
    if (area := area_at_head(title, True, context, hint)) is not None:
        return area
    bare = title.lstrip('《〈“"(（ ')
    about, _ = division_at_head(bare.removeprefix("关于"), context, hint)
    if about is not None and bare.startswith("关于") and _DOES.match(bare, len("关于" + about.name)):
        return Area(about.full_name, about.adcode)
    purpose = _PURPOSE.match(bare)
    if not purpose:
        return None
    rest = bare[purpose.end() :]
    division, _ = division_at_head(rest, context, hint)
    named = division is not None and (rest.startswith(division.full_name) or _ZONE.match(rest, len(division.name)))
    return area_at_head(rest, True, context, hint) if named else None


def _zone_area(name: str, division: Division | None) -> Area:
    """A new area that bears a county's name is that county (南沙新区 → 南沙区), any other has no code."""
    new_area = name.endswith("新区") and not name.endswith("高新区")
    if new_area and division is not None:
        for child in gazetteer().children[division.adcode]:
            if child.name == name[:-2]:
                return Area(child.full_name, child.adcode)
    place = division.name if division is not None and (not new_area or name == "新区") else ""
    return Area(place + name, None)


# 近日，|六安市|出台了《…措施》; |安徽省商务厅|日前印发了《…办法》; 2024年，|六安市委、市政府|为民办十件实事
_TOLD_OF = re.compile(
    r"(?:^|[,。\s]|近日|日前)(?:(?:19|20)\d\d年)?(?P<who>[\u4e00-\u9fff]{2,9}?(?:[省市县区州旗]|厅|局|政府)(?:委、?[省市县区州旗]政府)?)"
    r"(?:近日|日前|最新|正式|将)*(?:出台|印发|制定|发布|公布|推出|为民兴?办)"
)
_BEGINNING = 600
"""Characters in which a report says who issued what."""


def area_told_of(folded: str) -> Area | None:
    """The area of which the beginning of a text tells that it issued something; None if it tells of none."""
    for match in _TOLD_OF.finditer(folded[:_BEGINNING]):
        if (area := area_at_head(match["who"], False, folded)) is not None and area.name != NATION:
            return area
    return None


_DEPARTMENT = r"[\u4e00-\u9fff]{2,9}(?:厅|局|委|办)|级财政|财政"
# 我省, 省商务厅, 省级财政; not: 省会, 市场
_SELF = {
    "province": re.compile(rf"(?:我|全)省(?![级外会])|(?<![\u4e00-\u9fff])省(?:{_DEPARTMENT})"),
    "city": re.compile(rf"(?:我|全|本)市(?!场)|(?<![\u4e00-\u9fff])市(?:{_DEPARTMENT})"),
    "district": re.compile(rf"(?:我|全|本)区(?!域)|(?<![\u4e00-\u9fff])区(?:{_DEPARTMENT})"),
    "county": re.compile(rf"(?:我|全|本)县(?!域)|(?<![\u4e00-\u9fff])县(?:{_DEPARTMENT})"),
}
_SUFFIX = {
    "province": ("省", "自治区", "市"),
    "city": ("市", "州", "盟", "地区"),
    "district": ("区",),
    "county": ("县", "旗"),
}


def area_in_text(text: str, hint: str | None = None) -> Area | None:
    """The area that a text without head speaks for: the place named most among those of the level that it
    calls its own (我市, 市科技局). `hint` is a code that the number's sign gives, weighed in. None if nothing tells.
    """
    levels = Counter({level: len(pattern.findall(text)) for level, pattern in _SELF.items()})
    level = levels.most_common(1)[0][0] if any(levels.values()) else None
    named = _mentions(text, level)
    if hint and (level is None or gazetteer().by_code[hint].full_name.endswith(_SUFFIX[level])):
        named[hint] += _HINT
    ranked = named.most_common(2)
    if not ranked:
        return None
    runner_up = ranked[1][1] if len(ranked) > 1 else 0
    if level is None and ranked[0][1] < max(_CLEAR, 2 * runner_up):
        return None
    division = gazetteer().by_code[ranked[0][0]]
    return Area(division.full_name, division.adcode)


_JOINS = re.compile(r"[\u4e00-\u9fff][和同与及]")
"""具体主|体和|田块: no 和田."""
_HINT = 3
_CLEAR = 6
"""Mentions (a full name counts two) from which a place is the text's own although it does not say 我市, 我区."""


def _mentions(text: str, level: str | None) -> Counter[str]:
    """How often each division of the level (None: of any) is named; full names count twice."""
    named: Counter[str] = Counter()
    bearers: dict[str, int] = Counter()
    for match in gazetteer().opening.finditer(text):
        name, weight = _named_at(text, match.start())
        if name and (weight > 1 or not _JOINS.search(text, max(0, match.start() - 1), match.start() + 1)):
            bearers[name] += weight
    for name, weight in bearers.items():
        options = [d for d in gazetteer().by_full.get(name) or gazetteer().by_short[name] if _is_level(d, level)]
        division = _meant(options, text, None)
        if division is not None:
            named[division.adcode] += weight
    return named


def _is_level(division: Division, level: str | None) -> bool:
    if level == "city" and division.level == "province":
        return division.full_name.endswith("市")
    if level is None:
        return True
    return division.full_name.endswith(_SUFFIX[level]) and (level == "province") == (division.level == "province")


def _named_at(text: str, at: int) -> tuple[str | None, int]:
    places = gazetteer()
    for width in places.openings.get(text[at : at + 2], ()):
        name = text[at : at + width]
        if width > 2 and name in places.by_full:
            return name, 2
        if any(d.level != "county" for d in places.by_short.get(name, ())):
            return name, 1
    return None, 0


def area_of_number(prefix: str) -> str | None:
    """The code that the sign at the head of a document number stands for (皖政办秘 → 340000); None if unknown."""
    signs = number_signs()
    return next((signs[prefix[:width]] for width in (2, 1) if prefix[:width] in signs), None)
