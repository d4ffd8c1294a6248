"""The reading: clean text, its outline and what is annotated in it. All rules work on this one value."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from spacy.tokens import Doc

from extract.annotate.values import Figure, Found, Period, PlaceName, UnitName
from extract.clean.fold import fold, widen
from extract.outline.model import Front, Outline

_MARKS = re.compile(r"[(《)》\n\t。;!?]")


_GOES_ON = re.compile("并?且")
"""年营业额达到5亿元以上的；|且|当年增速达到20%的，给予…: no sentence of its own."""
_PART = re.compile(r"\((?:其中|包括)")
"""2.4万人|（其中|失业人员1.1万人）以上: a figure of its own, though its bracket parts 以上 from the whole."""


@dataclass
class Reading:
    """`folded` is the text with punctuation in one form ((),:;"-%), of the same length: patterns run on it."""

    doc: Doc
    outline: Outline
    text: str = field(init=False)
    folded: str = field(init=False)
    known: dict[str, Any] = field(default_factory=dict)
    """What a rule works out once for the whole notice (its deadlines, its limits), by name."""

    def __post_init__(self) -> None:
        self.text = self.doc._.words or self.doc.text
        self.folded = fold(self.text)

    @cached_property
    def wide(self) -> str:
        """The text with ( ) , ; : full width: what names are cut from, so that a name is one in all notices."""
        return widen(self.text)

    @property
    def front(self) -> Front:
        return self.outline.front

    def _values(self, group: str) -> Found:
        return Found(self.doc._.found.get(group, ()))

    @cached_property
    def all_figures(self) -> Found[Figure]:
        """Every figure of the text, in order; a county's name is none (三台、梓潼各5个)."""
        named = {(place.start, place.end) for place in self.places}
        return Found(figure for figure in self._values("figures") if (figure.start, figure.end) not in named)

    @cached_property
    def figures(self) -> Found[Figure]:
        """The figures without those that only repeat another: 1000万元（含1000万元）."""
        out: list[Figure] = []
        for figure in self.all_figures:
            if not out or figure.start >= out[-1].scope[1] or _PART.match(self.folded, out[-1].end):
                out.append(figure)
        return Found(out)

    @cached_property
    def periods(self) -> Found[Period]:
        return self._values("periods")

    @cached_property
    def places(self) -> Found[PlaceName]:
        return self._values("places")

    @cached_property
    def units(self) -> Found[UnitName]:
        return self._values("units")

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Ranges that end in 。；！？ or the end of a line or cell, without surrounding blanks, none empty.

        A full stop inside brackets does not end a sentence.
        """
        out: list[tuple[int, int]] = []
        start, depth = 0, 0
        for mark in _MARKS.finditer(self.folded):
            i, char = mark.start(), mark[0]
            if char in "(《":
                depth += 1
            elif char in ")》":
                depth = max(0, depth - 1)
            elif char == ";" and _GOES_ON.match(self.folded, i + 1):
                continue
            elif char in "\n\t" or not depth:
                out.append((start, i + (char not in "\n\t")))
                start, depth = i + 1, 0
        out.append((start, len(self.folded)))
        return [(a, b) for a, b in out if self.text[a:b].strip()]

    def sentence_at(self, offset: int) -> tuple[int, int]:
        """The sentence that holds the offset."""
        index = bisect_left(self.sentences, (offset + 1, 0)) - 1
        return self.sentences[max(index, 0)]
