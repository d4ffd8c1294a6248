"""The divisions of GB/T 2260 (provinces, prefectures, counties): names, codes, who belongs to whom."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from schemas.vocabulary import DivisionLevel

NATION = ""
"""Parent of the provinces."""


class Division(NamedTuple):
    """A row of divisions.csv: a province, prefecture or county.

    `name` is the short name (六安), `parent` a code ("" for a province), `spoken` the short name in pinyin (luan).
    """

    adcode: str
    name: str
    full_name: str
    level: DivisionLevel
    parent: str
    spoken: str


_AUTONOMOUS = ("自治县", "自治旗", "自治州")


def _spoken_of(division: Division) -> Iterator[str]:
    """What an autonomous county or prefecture is called without its peoples: 威宁自治县, 威宁县; 黔东南州."""
    for kind in _AUTONOMOUS:
        if division.full_name.endswith(kind) and division.name + kind != division.full_name:
            yield division.name + kind
            yield division.name + kind[-1]


class Gazetteer:
    """All divisions by code, by full name, by short name and by parent; names of old included.

    `by_full` and `by_short` hold every bearer of a name: 朝阳区 of Beijing and of Changchun. A name of old
    (户县) leads to the division that has its place now, with the old name as `full_name`.
    """

    def __init__(self, divisions: list[Division], former: list[tuple[str, str]]) -> None:
        self.by_code = {division.adcode: division for division in divisions}
        self.by_full: dict[str, list[Division]] = defaultdict(list)
        self.by_short: dict[str, list[Division]] = defaultdict(list)
        self.children: dict[str, list[Division]] = defaultdict(list)
        for division in divisions:
            self.by_full[division.full_name].append(division)
            self.by_short[division.name].append(division)
            self.children[division.parent].append(division)
        for name, successor in former:
            self.by_full[name].append(self.by_code[successor]._replace(name=name, full_name=name))
        for division in divisions:
            for short in _spoken_of(division):
                if short not in self.by_full:
                    self.by_full[short].append(division)
        widths: dict[str, set[int]] = defaultdict(set)
        for name in (*self.by_full, *self.by_short):
            widths[name[:2]].add(len(name))
        self.openings = {opening: sorted(found, reverse=True) for opening, found in widths.items()}
        """The first two characters of every name → how long the names are that open so, the longest first."""
        first, second = ("".join(sorted(set(chars))) for chars in zip(*self.openings, strict=True))
        self.opening = re.compile(f"[{first}](?=[{second}])")
        """Matches where two characters may open a name: a quick way past the rest of a text."""

    def chain(self, adcode: str | None) -> Iterator[Division]:
        """The division, then those it belongs to, up to the province; nothing for None or an unknown code."""
        division = self.by_code.get(adcode or NATION)
        while division is not None:
            yield division
            division = self.by_code.get(division.parent)

    def holds(self, outer: str | None, inner: str | None) -> bool:
        """Whether `inner` is `outer` or belongs to it."""
        return any(division.adcode == outer for division in self.chain(inner))

    def province(self, adcode: str | None) -> Division | None:
        """The province of a division."""
        return next((division for division in self.chain(adcode) if division.parent == NATION), None)


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = files("extract.lexicon").joinpath(name).read_text(encoding="utf-8")
    return csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))


@cache
def gazetteer() -> Gazetteer:
    """The one gazetteer of this process, from divisions.csv and divisions_former.csv."""
    divisions = [Division(*row.values()) for row in _rows("divisions.csv")]  # type: ignore[arg-type]
    return Gazetteer(divisions, [(row["name"], row["successor_adcode"]) for row in _rows("divisions_former.csv")])


@cache
def number_signs() -> dict[str, str]:
    """The sign that opens the document numbers of a province or city → its code: 皖 → 340000, 穗 → 440100."""
    return {row["sign"]: row["adcode"] for row in _rows("number_signs.csv")}
