"""Source → clean simplified text in which every character knows its source character."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.clean.mapped import MappedText
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
    """First crude form (to be replaced): clutter out, blanks between Han and figures out, simplified."""
    import opencc

    mapped = MappedText.of(source.text)
    for pattern in (r"\[bookmark:[^\]]*\]", r"\([a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜü]+\)(?<=[^a-z(]\))", r"!\[.*?\]\(.*?\)"):
        mapped = mapped.drop(re.compile(pattern))
    mapped = mapped.drop(re.compile(r"(?<=[\u4e00-\u9fff，。；：、0-9%])[ \u3000]+(?=[\u4e00-\u9fff0-9，。；：、（])|^[ \u3000]+|[ \u3000]+$", re.M))
    mapped = mapped.drop(re.compile(r"\n\s*(?=\n)"))
    mapped = mapped.drop(re.compile(r"(?<=[^。！？；：）\n])\n(?=[以制录市施相动应得优])"))
    simplified = opencc.OpenCC("t2s").convert(mapped.text)
    return Cleaned(mapped.recast(simplified), "hans", ())
