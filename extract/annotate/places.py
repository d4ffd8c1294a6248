"""Place names in the text: divisions resolved within the document's own place, zones and towns as named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from extract.annotate.pipeline import set_spans, text_of
from extract.annotate.values import PlaceName
from extract.annotate.zones import find_counted, find_towns, find_zones
from extract.clean.fold import fold
from extract.lexicon import load
from extract.lexicon.divisions import Division, gazetteer

_WORDS = load("places")
_PLAIN_WORDS = frozenset(_WORDS["words"])
_SHORT_WORDS = frozenset(_WORDS["short_words"])
# 新建区域, 天长市场: the last character belongs to the next word
_RUNS_ON = re.compile(r"(?<=区)(?:域|块|间|位|段|片|划|别)|(?<=市)(?:场|值|价|容|面|政(?!府|协))|(?<=县)域")
# what joins the items of a list of places: 霍邱、金寨; 西咸新区3家,高新区2家
_JOINT = re.compile(r"(?:各?\d[\d.]*[万亿%]?[\u4e00-\u9fff]{0,4})?(?:[、,;和与及\s]|[、和与]?以及)")
# 舒城、金安各2个; 霍邱、金寨两县; 合肥、芜湖等市
_ALLOTS = re.compile(r"各(?!类|种|级|项|地|有关|县|区|市|部门)|均|分别|[两二三四五六七八九十]+[县区市地]")
_CELL = "\t\n"


@dataclass(frozen=True, slots=True)
class _Named:
    """A name found. `sure` where its own words name a place; else its list has to confirm it."""

    start: int
    end: int
    full_name: str
    adcode: str | None
    sure: bool
    plain_word: bool = False


@Language.component("zhengce_places")
def annotate_places(doc: Doc) -> Doc:
    """Fills `doc.spans["places"]`; the document's place comes from its outline, where it has one."""
    outline = doc._.outline
    return set_spans(doc, "places", find_places(text_of(doc), outline.front.adcode if outline else None))


def find_places(text: str, adcode: str | None = None) -> list[PlaceName]:
    """The places that the text names, in order and apart; `adcode` is the place of the document.

    Divisions by full name (六安市叶集区 is one name, of 叶集区), short names in lists (舒城、金安各2个), zones
    (滁州高新区) and towns (尚卿乡) with adcode None. A full name that several divisions bear is resolved within the
    place right before it, the document's place, its neighbours; if that settles nothing its adcode is None.
    我市, 全区 and the like are no place names.
    """
    folded = fold(text)
    zones = [_Named(z.start, z.end, folded[z.start : z.end], None, z.sure) for z in find_zones(folded)]
    towns = [_Named(start, end, folded[start:end], None, True) for start, end in find_towns(folded)]
    towns += [_Named(start, end, name, None, True) for start, end, name in find_counted(folded)]
    divisions = _chained(list(_Divisions(folded, adcode)))
    named = _apart([*zones, *towns], divisions)
    return [PlaceName(n.start, n.end, text[n.start : n.end], n.full_name, n.adcode) for n in _confirmed(folded, named)]


@cache
def _full_openings() -> dict[str, list[int]]:
    """The first two characters of full names → the lengths of the names that open so, the longest first."""
    widths: dict[str, set[int]] = {}
    for name in gazetteer().by_full:
        widths.setdefault(name[:2], set()).add(len(name))
    return {opening: sorted(found, reverse=True) for opening, found in widths.items()}


class _Divisions:
    """Finds the names of divisions in one text, as seen from one place; iterating gives them in order."""

    def __init__(self, folded: str, adcode: str | None) -> None:
        self.folded = folded
        self.places = gazetteer()
        self.chain = [division.adcode for division in self.places.chain(adcode)]
        children = self.places.children[adcode] if self.chain and adcode else []
        self.local = {child.name: child for child in children if child.name != child.full_name}
        self.local_openings = {name[:2] for name in self.local}

    def __iter__(self) -> Iterator[_Named]:
        openings, local, folded = _full_openings(), self.local_openings, self.folded
        done, before = 0, None
        for at in [match.start() for match in self.places.opening.finditer(folded)]:
            widths = openings.get(opening := folded[at : at + 2])
            if at < done or not widths:
                continue
            found = self._full(at, widths, before)
            if found is None and opening in local:
                found = self._short(at)
            if found is not None:
                yield found
                done, before = found.end, found

    def _full(self, at: int, widths: Sequence[int], before: _Named | None) -> _Named | None:
        for width in widths:
            name = self.folded[at : at + width]
            options = self.places.by_full.get(name)
            if not options or _RUNS_ON.match(self.folded, at + width):
                continue
            division = self._resolve(name, options, before.adcode if before and before.end == at else None)
            if division is not None or not self._needs_home(name):
                full_name = division.full_name if division else name
                return _Named(at, at + len(name), full_name, division.adcode if division else None, True)
        return None

    @staticmethod
    def _needs_home(name: str) -> bool:
        """Names that are words too (新城区, 东区, 和县) count only within the document's place or the one before."""
        return len(name) < 3 or name in _PLAIN_WORDS

    def _resolve(self, name: str, options: list[Division], outer: str | None) -> Division | None:
        rings = [outer, *self.chain[:1]] if self._needs_home(name) else [outer, *self.chain]
        for ring in rings:
            inside = [division for division in options if ring and self.places.holds(ring, division.adcode)]
            if inside:
                return inside[0] if len(inside) == 1 else None
        return options[0] if len(options) == 1 and not self._needs_home(name) else None

    def _short(self, at: int) -> _Named | None:
        for width in (5, 4, 3, 2):
            name = self.folded[at : at + width]
            if len(name) == width and (child := self.local.get(name)) is not None:
                return _Named(at, at + width, child.full_name, child.adcode, False, name in _SHORT_WORDS)
        return None


def _chained(named: list[_Named]) -> list[_Named]:
    """Names that follow each other directly and hold one another are one name: 六安市叶集区."""
    out: list[_Named] = []
    for item in named:
        last = out[-1] if out else None
        follows = last is not None and last.end == item.start and last.sure and item.sure
        if last is not None and follows and gazetteer().holds(last.adcode or "-", item.adcode):
            out[-1] = replace(item, start=last.start)
        else:
            out.append(item)
    return out


def _apart(zones: list[_Named], divisions: list[_Named]) -> list[_Named]:
    """All names in order; where a zone or town and a division overlap, the longer stays."""
    out: list[_Named] = []
    for item in sorted([*zones, *divisions], key=lambda item: (item.start, -item.end)):
        if out and item.start < out[-1].end:
            if item.end - item.start > out[-1].end - out[-1].start:
                out[-1] = item
        else:
            out.append(item)
    return out


def _confirmed(folded: str, named: list[_Named]) -> Iterator[_Named]:
    """The sure names, and the unsure ones whose list makes them places."""
    first = 0
    while first < len(named):
        after = first + 1
        while after < len(named) and _JOINT.fullmatch(folded, named[after - 1].end, named[after].start):
            after += 1
        run = named[first:after]
        trusted = _is_list(folded, run)
        yield from (item for item in run if item.sure or trusted)
        first = after


def _is_list(folded: str, run: list[_Named]) -> bool:
    """Whether the unsure names of a run are places: beside others, allotted to, a table's cell."""
    start, end = run[0].start, run[-1].end
    if len(run) > 1 and not all(item.plain_word for item in run):
        return True
    if all(item.plain_word for item in run) and len(run) < 3:
        return False
    if run[0].adcode is None:
        return False
    cell = (not start or folded[start - 1] in _CELL) and (end == len(folded) or folded[end] in _CELL)
    edge = not start or not "\u4e00" <= folded[start - 1] <= "\u9fff"
    return cell or (edge and bool(_ALLOTS.match(folded, end)))
