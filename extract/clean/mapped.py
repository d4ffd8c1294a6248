"""Text that knows, for each of its characters, which character of the source it stands for."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MappedText:
    """`origin[i]` is the source offset of the character that `text[i]` stands for; it never decreases."""

    text: str
    origin: array[int]

    @classmethod
    def of(cls, source: str) -> MappedText:
        """The source itself, each character standing for itself."""
        return cls(source, array("I", range(len(source))))

    def sub(self, pattern: re.Pattern[str], keep: Callable[[re.Match[str]], tuple[int, int, str] | None]) -> MappedText:
        """Replaces each match by part of itself or by other words.

        `keep` gets the match and returns (start, end, words): the characters start:end of the text stay in
        its place if `words` is empty, else `words` stands there, each of its characters for character
        `start` of the text. None leaves the match as it is.
        """
        pieces: list[str] = []
        origin = array("I")
        done = 0
        for match in pattern.finditer(self.text):
            kept = keep(match)
            if kept is None:
                continue
            start, end, words = kept
            pieces.append(self.text[done : match.start()])
            origin.extend(self.origin[done : match.start()])
            pieces.append(words or self.text[start:end])
            origin.extend(array("I", [self.origin[start]] * len(words)) if words else self.origin[start:end])
            done = match.end()
        if not done:
            return self
        pieces.append(self.text[done:])
        origin.extend(self.origin[done:])
        return MappedText("".join(pieces), origin)

    def drop(self, pattern: re.Pattern[str], group: int = 0) -> MappedText:
        """Without the characters of each match (or of its group)."""
        gone = [match.span(group) for match in pattern.finditer(self.text) if match.span(group) != (-1, -1)]
        return self.without(gone)

    def without(self, gone: list[tuple[int, int]]) -> MappedText:
        """Without the given ranges, which are in order and apart."""
        pieces: list[str] = []
        origin = array("I")
        done = 0
        for start, end in gone:
            pieces.append(self.text[done:start])
            origin.extend(self.origin[done:start])
            done = end
        pieces.append(self.text[done:])
        origin.extend(self.origin[done:])
        return MappedText("".join(pieces), origin)

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
        out: list[str] = []
        begin = 0
        for i in range(1, len(self.origin) + 1):
            if i == len(self.origin) or self.origin[i] != self.origin[i - 1] + 1:
                out.append(f"{begin}:{self.origin[begin]}:{i - begin}")
                begin = i
        return ";".join(out)
