"""Source → clean simplified text in which every character knows its source character."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

from extract.clean.blanks import without_blanks
from extract.clean.characters import decimal_points, normal_forms
from extract.clean.clutter import without_clutter
from extract.clean.layout import laid_out
from extract.clean.mapped import MappedText
from extract.clean.pinyin import without_pinyin
from extract.clean.script import simplified
from extract.read.source import Source
from schemas.vocabulary import Script


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Clean text with its map; `tables` are ranges of lines that are table rows (cells parted by tabs)."""

    mapped: MappedText
    script: Script
    tables: tuple[tuple[int, int], ...]

    @property
    def text(self) -> str:
        return self.mapped.text


def clean(source: Source) -> Cleaned:
    """The source's words without clutter: a paragraph a line, a table row a line, simplified, no stray blanks.

    A tab in the clean text parts cells of a table and nothing else. Cleaning clean text changes nothing.
    """
    text = normal_forms(MappedText.of(source.text))
    text = without_pinyin(without_clutter(text))
    text, script = simplified(text)
    text, rows = laid_out(text, source.tables)
    text = decimal_points(without_blanks(text))
    return Cleaned(text, script, _ranges(text.text, rows))


def _ranges(text: str, rows: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Character ranges of line ranges; the last line's end is left out."""
    starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
    return tuple((starts[first], starts[after] - 1) for first, after in rows)
