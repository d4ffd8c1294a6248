"""Figures allotted to named places: 霍邱县、舒城县各4个以上 · 其中西咸新区3家,高新区2家."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.annotate.reading import Reading
from extract.annotate.values import Figure, PlaceName
from extract.interpret.grammar import COMMA
from extract.interpret.wording import change_of, strip_lead
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


_ONLY_PLACES = re.compile(r"^[、,:和及\s]*(?:其中:?|分别为|即)?[、,:和及\s]*$")
_TAIL = re.compile(r"(?:各|分别|均|为|要|不少于|至少|完成|建成|新增|培育)*$")
_HEAD = re.compile(r"(?P<head>[^。;:\t\n]{3,90}):[^:]*$")


def allotment_before(reading: Reading, start: int, figure: Figure, running: str, sentence: int) -> Allotment | None:
    """The allotment that the words start..figure make, or None where they name more than places.

    `running` is the indicator of the list so far (for 打造25家企业,其中西咸新区3家); a head before a colon wins.
    """
    places = reading.places.within(start, figure.scope[0])
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
            return None
    head = _HEAD.search(reading.folded[sentence : places[0].start])
    if head:
        words = reading.text[sentence + head.start("head") : sentence + head.end("head")]
        names = tuple(_indicators(words))
        return Allotment(tuple(places), names, sentence + head.start("head"), change_of(words), "分别" in tail)
    if not running:
        return None
    return Allotment(tuple(places), (running,), places[0].start, change_of(tail), "分别" in tail)


def _indicators(words: str) -> list[str]:
    """The indicators before a colon: 创建省级电商示范村、示范点 is one; 培育A主体，年网销额超B品牌 are two."""
    parts = [part for part in COMMA.split(words) if part]
    return [strip_lead(part) or part for part in parts]
