"""Figures allotted to named places: 霍邱县、舒城县各4个以上 · 其中西咸新区3家,高新区2家."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from extract.annotate.reading import Reading
from extract.annotate.values import Figure, Found, PlaceName
from extract.interpret.drafts import Draft
from extract.interpret.grammar import COMMA, JOINT
from extract.interpret.items import GOAL_END
from extract.interpret.wording import change_of, measured_indicator, strip_lead
from extract.lexicon import alternation, load
from schemas.vocabulary import Change


@dataclass(frozen=True, slots=True)
class Allotment:
    """The places that one figure is for, the indicators it counts, and where its words begin."""

    places: tuple[PlaceName, ...]
    indicators: tuple[str, ...]
    start: int
    change: Change
    separately: bool = False
    """Whether a figure each follows: 霍邱县、金安区分别新增10家、20家."""


@dataclass(frozen=True, slots=True)
class Holders:
    """The places that a clause begins with, for each of which its figures are; they stand at start:end.

    No places where they act together: 霍邱县、金寨县建设5个园区.
    """

    places: tuple[PlaceName, ...]
    start: int
    end: int
    subject: bool = False
    """Whether they are what is measured (桂平市|优良天数比率…), which the clauses behind go on about."""

    def dealt_out(self, drafts: list[Draft]) -> list[Draft]:
        """The drafts once for each place, but for those that a place has already."""
        out: list[Draft] = []
        for draft in drafts:
            if draft.how in ("target-allotted", "target-separately"):
                out.append(draft)
                continue
            draft = replace(draft, start=min(draft.start, self.start))
            each = [replace(draft, columns=draft.columns | of_place(place)) for place in self.places]
            out += each or [draft]
        return out


_INVITED = re.compile(r"(?:支持|推动|推进|指导|引导|鼓励|确保|力争|在)?")
"""支持|霍邱县、舒城县各建设2个园区."""
_OF_EACH_PLACE = re.compile(
    r"[^,;。:\d]{0,16}?(?:各(?!类|种|级|项|方|自治|县|区|市|镇|乡|街|部|有关|相关|单位|地)|分别|均(?!衡))"
)
"""霍邱县、舒城县|各|建设2个园区 · 霍邱县、舒城县|网络零售额分别|达到10亿元、5亿元."""
_SO_MANY = r"(?:等?[两二三四五六七八九十\d]+个?(?:县市区|县区|区县|市县|乡镇|镇街|街道|[县区市州镇乡村地]))?"
"""霍邱、金寨、舒城|三县|, 淮川、集里|两个街道|."""
_EACH_OF_THEM = re.compile(rf"{_SO_MANY}(?:每年|要|应|原则上)*(?:各自|各|均|都)")
"""霍邱县、舒城县|每年各|引进3家 · 霍邱、金寨、舒城|三县均|建成1所."""
_COUNTED_PLACES = re.compile(r"等?[两二三四五六七八九十\d]+个?[县区市州镇乡](?=[^,;。:\d]{2,20}?(?:分别|均|各))")
"""哈尔滨、大庆|2市|散煤用量分别减少50%."""
_APIECE = re.compile(r"各(?!类|种|级|项|方)|分别|均(?!衡)")
"""霍邱县、舒城县建设园区|各|2个 (not 各类, 均衡)."""
_BARE = re.compile(r"(?:各|分别|均|为|要|不少于|至少)*$")
"""霍邱县、舒城县|各建设(2个园区) · 网络零售额分别达到(10亿元、5亿元)."""
_ONE_ACTS = re.compile(rf"(?:要|应|力争|至少|新)*(?:{alternation(load('targets')['verbs'])})(?![局委办厅])")
"""舒城县|建设(3个冷库)."""
_ONLY_PLACES = re.compile(r"^[、,:和及\s]*(?:其中:?|分别为|即)?[、,:和及\s]*$")
"""其中:|霍邱县|、|舒城县|: nothing else about the places."""
_TAIL = re.compile(r"(?:各|分别|均|为|要|不少于|至少|完成|建成|建设|打造|创建|引进|新增|培育)*$")
"""霍邱县、舒城县|各新增|3家."""
_HEAD = re.compile(r"(?P<head>[^。;:\t\n]{3,90}):[^:]*$")


_LEAD = re.compile(r"[、,和及\s]*(?P<part>其中[,:]?)?(?P<name>[^,;。:\d]{2,16})")
"""其中规上企业|霍邱县40家、金寨县25家."""
_JOINED = re.compile(r"[、,和及与\s]|以及|各|分别|均")
"""规上企业霍邱县|、|金寨县|分别|40家、25家."""
_NO_NAME = re.compile(rf"(?:[在到由向对于的和与及为各市省]|支持|指导|{alternation(load('targets')['verbs'])})$")
"""规上企业|在|霍邱县 · 重点|支持|霍邱县: no name of what is counted."""
_TOWN = re.compile(
    r"[、,和及\s]*(?:其中[,:]?)?"
    r"(?P<name>(?!各|每|特色|重点|示范|[^\u4e00-\u9fff])[\u4e00-\u9fff]{2,3}(?:(?<!小)镇|街道|(?<!家)乡))"
)
"""其中城西街道|25家 · 、大厂镇|10家."""


def of_place(place: PlaceName) -> dict[str, Any]:
    """The columns that say which place has to reach a target."""
    return {"area": place.full_name, "adcode": place.adcode, "each": None}


def holders_at_head(reading: Reading, begin: int, end: int, figures: Found[Figure]) -> Holders | None:
    """The places that the clause begin:end names as those that act: 霍邱县、舒城县各…, 舒城县建设…; None for none.

    Where nothing but 各 stands between them and the figures, and nothing behind (各4个), it is an allotment.
    """
    folded = reading.folded
    start = at = begin + _INVITED.match(folded[begin:end]).end()  # type: ignore[union-attr]
    places: list[PlaceName] = []
    for place in reading.places.within(start, end):
        gap = folded[at : place.start]
        if not (JOINT.fullmatch(gap) if places else not gap):
            break
        places.append(place)
        at = place.end
    at = _behind_time(reading, at, end) if places else at
    counted = _COUNTED_PLACES.match(folded, at, end) if len(places) > 1 else None
    at = counted.end() if counted else at
    rest = folded[at:end]
    first = next(iter(figures.within(at, end)), None)
    if not places or first is None:
        return None
    measured = _measured_there(reading, at, first, len(places))
    if measured:
        return Holders(tuple(places), start, measured, subject=True)
    if len(places) == 1:
        return Holders(tuple(places), start, at) if _ONE_ACTS.match(rest) and folded[start - 1] != "在" else None
    alone = _BARE.match(folded, at, first.scope[0]) and GOAL_END.match(folded, first.scope[1])
    each = _EACH_OF_THEM.match(rest)
    if _ONE_ACTS.match(rest) and not _APIECE.search(folded, at, end):
        return Holders((), start, at)
    behind = at + each.end() if each else at
    return Holders(tuple(places), start, behind) if _OF_EACH_PLACE.match(rest) and not alone else None


_OWN_MEASURE = re.compile(r"的?(?!城(?![镇乡])|[民区内外州县级籍])(?P<what>[^,;。:\d]{2,24}?)")
"""桂平市|的优良天数比率|(不低于93%) · 霍邱县|社零额| (not 县|城|, 市|民|)."""


def _measured_there(reading: Reading, at: int, first: Figure, count: int) -> int:
    """Where the indicator begins that is measured in the places before `at`; 0 where nothing is.

    桂平市的|优良天数比率不低于93.5% · 霍邱县、金寨县|社零额突破200亿元 · 锦江区、青羊区|50%的社区….
    """
    folded = reading.folded
    if first.scope[0] == at and count > 1 and first.kind == "share":
        return at if folded.startswith("的", first.scope[1]) else 0
    words = _OWN_MEASURE.fullmatch(folded, at, first.scope[0])
    sets = words is not None and _APIECE.search(words[0]) is None and measured_indicator(words["what"])
    levelled = first.op is not None or change_of(folded[at : first.start]) != "total"
    return words.start("what") if words and sets and levelled else 0


_BY = re.compile("(?:应|要|力争)?于?|在")
"""霍邱县、金寨县|应于|2026年底前各建成1所."""


def _behind_time(reading: Reading, at: int, end: int) -> int:
    """霍邱县、金寨县|于2026年底前|各建成1所: where the words go on behind a time."""
    period = next(iter(reading.periods.within(at, min(end, at + 20))), None)
    said = period is not None and _BY.fullmatch(reading.folded, at, period.start)
    return period.end if period is not None and said else at


def places_end_at(reading: Reading, start: int, end: int) -> int:
    """Where the places begin that stand last in start:end: 打造|霍邱县、舒城县 (2个园区); `end` if none do."""
    at = end
    for place in reversed(reading.places.within(start, end)):
        if reading.folded[place.end : at].strip("、和及与"):
            break
        at = place.start
    return at


def allotment_before(reading: Reading, start: int, figure: Figure, running: str, sentence: int) -> Allotment | None:
    """The allotment that the words start..figure make, or None where they name more than places.

    `running` is the indicator of the list so far (for 打造25家企业,其中西咸新区3家); a head before a colon wins.
    """
    places = reading.places.within(start, figure.scope[0]) or _town_alone(reading, start, figure, running)
    if not places:
        return None
    rest, at = "", start
    for place in places:
        rest += reading.folded[at : place.start]
        at = place.end
    tail = reading.folded[at : figure.scope[0]]
    if not _ONLY_PLACES.match(rest) or not _TAIL.fullmatch(tail):
        head = _HEAD.search(reading.folded[sentence : places[0].start])
        if not head or not _TAIL.fullmatch(tail):
            return _named_first(reading, start, figure, list(places), rest + tail, running)
    head = _HEAD.search(reading.folded[sentence : places[0].start])
    if head:
        words = reading.text[sentence + head.start("head") : sentence + head.end("head")]
        names = tuple(_indicators(words))
        return Allotment(tuple(places), names, sentence + head.start("head"), change_of(words), "分别" in tail)
    if not running:
        return None
    return Allotment(tuple(places), (running,), places[0].start, change_of(tail), "分别" in tail)


def _named_first(
    reading: Reading, start: int, figure: Figure, places: list[PlaceName], rest: str, running: str
) -> Allotment | None:
    """其中规上企业|霍邱县|40家、金寨县25家: what is counted stands before the first place only."""
    folded, first = reading.folded, places[0].start
    lead = _LEAD.fullmatch(folded, start, first)
    if not lead or _JOINED.sub("", rest) != _JOINED.sub("", lead[0]) or not GOAL_END.match(folded, figure.scope[1]):
        return None
    name = strip_lead(reading.text[lead.start("name") : first])
    goes_on = next((p for p in reading.places.within(figure.scope[1], figure.scope[1] + 12)), None)
    listed = goes_on is not None and JOINT.fullmatch(folded, figure.scope[1], goes_on.start)
    if len(name) < 2 or _NO_NAME.search(name) or not (lead["part"] or running or listed):
        return None
    return Allotment(tuple(places), (name,), start, change_of(lead[0]))


def _town_alone(reading: Reading, start: int, figure: Figure, running: str) -> Found[PlaceName]:
    """其中城西街道|25家: a town named without its government or a list of others, of what the list counts."""
    town = _TOWN.fullmatch(reading.folded, start, figure.scope[0])
    if not town or not running or not GOAL_END.match(reading.folded, figure.scope[1]):
        return Found()
    name = reading.text[slice(*town.span("name"))]
    return Found([PlaceName(*town.span("name"), name, name, None)])


def _indicators(words: str) -> list[str]:
    """The indicators before a colon: 创建省级电商示范村、示范点 is one; 培育A主体，年网销额超B品牌 are two."""
    parts = [part for part in COMMA.split(words) if part]
    return [strip_lead(part) or part for part in parts]
