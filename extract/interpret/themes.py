"""The theme of a target or subsidy, from the words that say what it is about."""

from __future__ import annotations

import re
from functools import cache

from extract.lexicon import alternation, load
from schemas.vocabulary import Theme

_SETTING = re.compile(r"（[^（）]*负责[^（）]*）|园区内|区内|在我[省市区县]|本市|我市")
"""Where something happens is not what it is about."""


@cache
def _patterns() -> tuple[list[tuple[Theme, re.Pattern[str]]], list[tuple[Theme, re.Pattern[str]]]]:
    """(strong, weak): weak phrases (企业, 项目) count only where no strong one stands."""
    themes = load("themes")
    return (
        [(theme, re.compile(alternation(words))) for entry in themes["strong"] for theme, words in entry.items()],
        [(theme, re.compile(alternation(words))) for entry in themes["weak"] for theme, words in entry.items()],
    )


def head_theme(name: str | None) -> Theme | None:
    """The theme of what a name ends in: 年网销额超千万农村电商经营主体 → enterprise; None without a strong phrase.

    The phrase that ends last wins, of two the longer, of two as long the one whose theme comes first.
    """
    best: tuple[int, int, int] | None = None
    found: Theme | None = None
    for rank, (theme, pattern) in enumerate(_patterns()[0]):
        for match in pattern.finditer(_SETTING.sub("", name or "")):
            key = (match.end(), len(match[0]), -rank)
            if best is None or key > best:
                best, found = key, theme
    return found


def theme_of(name: str | None, *texts: str | None) -> Theme:
    """The theme of a row: what its name ends in, else the first (most specific) theme that the texts hold.

    `texts` are tried in order (the clause, the heading), strong phrases before weak ones; `other` if nothing is found.
    """
    found = head_theme(name)
    if found:
        return found
    strong, weak = _patterns()
    for patterns, candidates in ((strong, texts), (weak, (name, *texts))):
        for text in candidates:
            words = _SETTING.sub("", text or "")
            for theme, pattern in patterns:
                if pattern.search(words):
                    return theme
    return "other"
