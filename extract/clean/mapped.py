"""Text that knows, for each of its characters, which character of the source it stands for."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy

Piece = tuple[int, int, str]
"""(start, end, words): the characters start:end of a text if `words` is empty, else `words`, each of its
characters standing for character `start`."""


@dataclass(frozen=True, slots=True)
class MappedText:
    """`origin[i]` is the source offset of the character that `text[i]` stands for; it never decreases."""

    text: str
    origin: array[int]

    @classmethod
    def of(cls, source: str) -> MappedText:
        """The source itself, each character standing for itself."""
        return cls(source, array("I", range(len(source))))

    def sub(self, pattern: re.Pattern[str], keep: Callable[[re.Match[str]], Piece | None]) -> MappedText:
        """Replaces each match by part of itself or by other words.

        `keep` gets the match and returns the piece that stands in its place; None leaves the match as it is.
        """
        pieces: list[Piece] = []
        done = 0
        for match in pattern.finditer(self.text):
            kept = keep(match)
            if kept is None:
                continue
            pieces += [(done, match.start(), ""), kept]
            done = match.end()
        if not pieces:
            return self
        return self.assembled([*pieces, (done, len(self.text), "")])

    def assembled(self, pieces: Iterable[Piece]) -> MappedText:
        """The pieces in their order, which is the order of the text."""
        words: list[str] = []
        origin = array("I")
        for start, end, other in pieces:
            if other:
                words.append(other)
                origin.extend([self.origin[start]] * len(other))
            else:
                words.append(self.text[start:end])
                origin.extend(self.origin[start:end])
        return MappedText("".join(words), origin)

    def drop(self, pattern: re.Pattern[str], group: int = 0) -> MappedText:
        """Without the characters of each match (or of its group)."""
        return self.without([match.span(group) for match in pattern.finditer(self.text) if match.start(group) >= 0])

    def without(self, gone: list[tuple[int, int]]) -> MappedText:
        """Without the given ranges, which are in order and apart."""
        if not gone:
            return self
        ends = [0, *(end for _, end in gone)]
        starts = [*(start for start, _ in gone), len(self.text)]
        return self.assembled((a, b, "") for a, b in zip(ends, starts, strict=True))

    def recast(self, text: str) -> MappedText:
        """Other words of the same length, character for character (a change of script)."""
        if len(text) != len(self.text):
            raise ValueError(f"recast of {len(self.text)} characters by {len(text)}")
        return MappedText(text, self.origin)

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The source range that clean characters start:end stand for."""
        return self.origin[start], self.origin[end - 1] + 1

    def runs(self) -> str:
        """The map, compact: `clean:source:length` for each run of consecutive characters, joined by ';'."""
        origin = numpy.asarray(self.origin, dtype=numpy.int64)
        if not len(origin):
            return ""
        begins = [0, *(numpy.flatnonzero(numpy.diff(origin) != 1) + 1).tolist()]
        ends = [*begins[1:], len(origin)]
        return ";".join(f"{b}:{self.origin[b]}:{e - b}" for b, e in zip(begins, ends, strict=True))
