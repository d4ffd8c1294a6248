"""Years and numbers as no notice writes them: 0402年, 04个, signs of a damaged source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.annotate.reading import Reading
from extract.doubts import Doubt
from schemas.notice import Notice

_YEAR = re.compile(r"\d{4}(?<![\d.,'/-]\d{4})(?<!19\d\d)(?<!20\d\d)年(?![的以之]?[前来]|历史|文明|古)")
"""0402年, 2204年 (not 2024年, 5000年历史)."""
_ZERO_FIRST = re.compile(r"0\d")
"""04|个 (not 0.5, 0起)."""


def misprint_doubts(reading: Reading, notice: Notice) -> Iterator[Doubt]:
    """A check for each year outside 1900–2099 and each number that begins with a needless zero."""
    for match in _YEAR.finditer(reading.folded, *reading.outline.body):
        yield Doubt(
            "misprint", "warning", f"年份“{match[0]}”不合常理，原文可能有误：…{_about(reading, *match.span())}…"
        )
    for quantity in notice.quantities:
        if quantity.kind != "date" and _ZERO_FIRST.match(quantity.text):
            words = _about(reading, quantity.start, quantity.end)
            yield Doubt("misprint", "warning", f"数字“{quantity.text}”以零开头，原文可能有误：…{words}…", quantity)


def _about(reading: Reading, start: int, end: int) -> str:
    return reading.text[max(0, start - 15) : end + 15].replace("\n", " ").replace("\t", " ")
