"""Places that are no divisions: development zones and new areas, towns and streets as named."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.lexicon import alternation, load
from extract.lexicon.divisions import gazetteer

_WORDS = load("places")
_HAN = "[\u4e00-\u9fff]"
_LONGEST = 10
"""Most characters between a zone's place and its kind: (济南)新旧动能转换(先行区)."""

_KIND = re.compile(rf"(?:{alternation(_WORDS['zones'])})(?!域)")
"""滁州|高新区 · 济南新旧动能转换|先行区 (not 示范区域)."""
_NO_NAME = re.compile(alternation(_WORDS["no_zones"]))
_NEW_AREA = re.compile(rf"(?:{alternation(_WORDS['new_areas'])})$")
_BARE = frozenset(_WORDS["bare_zones"])
_ADMINISTERED = re.compile(r"管委|管理委员会|党工委")
"""高新区|管委|会 · 开发区|党工委."""
_EDGES = "和与及在由对"
# 尚卿乡, 城厢镇: two or three characters behind an edge
_TOWN = re.compile(
    rf"(?:(?<!{_HAN})|(?<=[{_EDGES}]))(?!{alternation(_WORDS['no_towns'])})(?P<name>(?:(?![乡镇街县区市村]){_HAN}){{2,3}}(?:街道|乡|镇))"
    r"(?:(?P<rule>人民政府|政府|党委|党工委|办事处)|(?=[、,;:)\s。和与及等各均]|以及|分别|$))"
)
_TOWN_KIND = re.compile("街道|[乡镇]")
"""尚卿|乡 · 城厢|镇 · 凤城|街道."""
_JOINT = re.compile(r"[、,和与及]|以及")
"""尚卿乡|、|城厢镇 · 凤城街道|和|尚卿乡."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A zone at start:end. `sure` where its own words name it; else it counts only in a list of places."""

    start: int
    end: int
    sure: bool


def find_zones(folded: str) -> list[Zone]:
    """The zones that a folded text names: 滁州高新区, 西咸新区, 高新区管委会; 高新区 (unsure)."""
    out: list[Zone] = []
    for match in _KIND.finditer(folded):
        begin = match.start()
        while begin > max(0, match.start() - _LONGEST - 4) and "\u4e00" <= folded[begin - 1] <= "\u9fff":
            begin -= 1
        if any(folded[at : match.end()] in gazetteer().by_full for at in range(begin, match.start())):
            continue
        zone = _after_place(folded, begin, match) or _known(folded, begin, match) or _bare(folded, begin, match)
        if zone is not None and (not out or out[-1].end <= zone.start):
            out.append(zone)
    return out


def _after_place(folded: str, begin: int, kind: re.Match[str]) -> Zone | None:
    """A zone named after a division, which stands right before its kind or a few characters before."""
    places = gazetteer()
    for at in range(begin, kind.start() - 1):
        for width in places.openings.get(folded[at : at + 2], ()):
            name, behind = folded[at : at + width], at + width
            if behind > kind.start() or kind.start() - behind > _LONGEST:
                continue
            bearers = places.by_short.get(name, ())
            known = name in places.by_full or any(at == begin or d.level != "county" for d in bearers)
            if known and not _NO_NAME.search(folded, behind, kind.start()):
                return Zone(at, kind.end(), True)
    return None


def _known(folded: str, begin: int, kind: re.Match[str]) -> Zone | None:
    match = _NEW_AREA.search(folded[begin : kind.end()])
    return Zone(begin + match.start(), kind.end(), True) if match else None


def _bare(folded: str, begin: int, kind: re.Match[str]) -> Zone | None:
    """A zone without a place: 国际港务区; general words (开发区, 国家级高新区) are none."""
    edge = max((folded.rfind(char, begin, kind.start()) for char in _EDGES), default=-1) + 1
    start = max(begin, edge)
    if start and "\u4e00" <= folded[start - 1] <= "\u9fff" and folded[start - 1] not in _EDGES:
        return None
    name = folded[start : kind.end()]
    ruled = bool(_ADMINISTERED.match(folded, kind.end()))
    if ruled and name[0] in "省市县区":
        start, name = start + 1, name[1:]
    if name not in _BARE and (len(name) - len(kind[0]) < 2 or _NO_NAME.search(name)):
        return None
    return Zone(start, kind.end(), ruled)


_COUNTED = re.compile(
    rf"(?<!{_HAN})(?P<names>{_HAN}{{2,4}}(?:、{_HAN}{{2,4}})*[、和与及]{_HAN}{{2,4}}?)(?P<n>[两二三四五六七八九])个?(?P<kind>街道|镇|乡|村)(?=各|均|分别|共|[、,。;)])"
)
"""淮川、集里、荷花和关口|四个街道|各….."""
_SO_MANY = re.compile("[两二三四五六七八九]个?(?:街道|[镇乡村])(?=[各均分共、,。;)])")
"""…和关口|四个街道|各…: without such a count no text is looked through for the list before it."""
_NUMBER = {"两": 2} | {char: n for n, char in enumerate("二三四五六七八九", 2)}


def find_counted(folded: str) -> list[tuple[int, int, str]]:
    """Towns and streets that a list names in short, as many as it says, with their whole name: 集里 → 集里街道."""
    out: list[tuple[int, int, str]] = []
    if not _SO_MANY.search(folded):
        return out
    for match in _COUNTED.finditer(folded):
        names = list(re.finditer(r"[^、和与及]+", match["names"]))
        if len(names) == _NUMBER[match["n"]]:
            begin = match.start("names")
            out += [(begin + n.start(), begin + n.end(), n[0] + match["kind"]) for n in names]
    return out


def find_towns(folded: str) -> list[tuple[int, int]]:
    """The towns and streets that the text names: in lists of them, or with their government behind."""
    kinds = (match.start() for match in _TOWN_KIND.finditer(folded))
    found = [town for at in kinds for begin in (at - 3, at - 2) if begin >= 0 and (town := _TOWN.match(folded, begin))]
    out = []
    for index, match in enumerate(found):
        before = index and _JOINT.fullmatch(folded, found[index - 1].end("name"), match.start("name"))
        after = index + 1 < len(found) and _JOINT.fullmatch(folded, match.end("name"), found[index + 1].start("name"))
        if match["rule"] or before or after:
            out.append(match.span("name"))
    return out
