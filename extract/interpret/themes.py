"""The theme of a target or subsidy, from the words that say what it is about."""

from __future__ import annotations

import re
from functools import cache

from extract.lexicon import alternation, load
from schemas.vocabulary import Theme


_SETTING = re.compile(r"（[^（）]*负责[^（）]*）|园区内|区内|在我[省市区县]|本市|我市")
"""Where something happens is not what it is about."""


@cache
def _patterns() -> list[tuple[Theme, re.Pattern[str]]]:
    return [(theme, re.compile(alternation(words))) for entry in load("themes") for theme, words in entry.items()]


def theme_of(*texts: str | None) -> Theme:
    """The first theme of the lexicon with a phrase in the first of the texts that has any; `other` if none has."""
    for text in texts:
        if not text:
            continue
        words = _SETTING.sub("", text)
        for theme, pattern in _patterns():
            if pattern.search(words):
                return theme
    return "other"
