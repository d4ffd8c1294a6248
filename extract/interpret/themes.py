"""The theme of a target or subsidy, from the words that say what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extract.lexicon import alternation, load
from schemas.vocabulary import Theme

_SETTING = re.compile(r"（[^（）]*负责[^（）]*）|园区内|区内|在我[省市区县]|本市|我市")
"""Where something happens is not what it is about."""


class _Phrases:
    """The phrases of the lexicon, each with the rank of its theme: the first in the file is the most specific."""

    def __init__(self, entries: list[dict[Theme, list[str]]]) -> None:
        self.themes = [theme for entry in entries for theme in entry]
        self.rank: dict[str, int] = {}
        for rank, words in enumerate(words for entry in entries for words in entry.values()):
            for word in words:
                self.rank.setdefault(word, rank)
        longest_first = sorted(self.rank, key=len, reverse=True)
        self.opened_by, self.closed_by = (_lengths(longest_first, at) for at in (0, -1))

    def last(self, text: str) -> Theme | None:
        """The theme of the phrase that ends last; of two that end there, of the longer."""
        for end in range(len(text), 0, -1):
            for length in self.closed_by.get(text[end - 1], ()):
                rank = self.rank.get(text[end - length : end]) if length <= end else None
                if rank is not None:
                    return self.themes[rank]
        return None

    def first_ranked(self, text: str) -> Theme | None:
        """The most specific theme of which any phrase stands in the text."""
        return self.themes[min(ranks)] if (ranks := list(self._ranks(text))) else None

    def _ranks(self, text: str) -> Iterator[int]:
        """The ranks of the phrases; one that lies inside a longer one counts for nothing: 社会|保险|, 融资|租赁|."""
        told = 0
        for start, char in enumerate(text):
            for length in self.opened_by.get(char, ()):
                rank = self.rank.get(text[start : start + length]) if start + length > told else None
                if rank is not None:
                    told = start + length
                    yield rank
                    break


def _lengths(words: list[str], at: int) -> dict[str, list[int]]:
    """The character that words have at that index → their lengths, in the order of the words."""
    out: dict[str, list[int]] = {}
    for word in words:
        if len(word) not in out.setdefault(word[at], []):
            out[word[at]].append(len(word))
    return out


@cache
def _phrases() -> tuple[_Phrases, _Phrases]:
    """(strong, weak): weak phrases (企业, 项目) count only where no strong one stands."""
    themes = load("themes")
    return _Phrases(themes["strong"]), _Phrases(themes["weak"])


@cache
def _paid() -> list[tuple[Theme, list[Theme], re.Pattern[str]]]:
    """(theme, themes of names that it wins over, phrases): what is paid is more specific than where and to whom."""
    return [
        (entry["theme"], entry["over"], re.compile(alternation(entry["phrases"]))) for entry in load("themes")["paid"]
    ]


def head_theme(name: str | None) -> Theme | None:
    """The theme of what a name ends in: 年网销额超千万农村电商经营主体 → enterprise; None without a strong phrase.

    The phrase that ends last wins, of two the longer, of two as long the one whose theme comes first.
    """
    return _phrases()[0].last(_SETTING.sub("", name or ""))


def theme_of(name: str | None, *texts: str | None) -> Theme:
    """The theme of a row: what its name ends in, else the first (most specific) theme that the texts hold.

    `texts` are tried in order (the clause, the heading), strong phrases before weak ones; `other` if nothing is found.
    """
    found = head_theme(name)
    if found:
        told = texts[0] or "" if texts else ""
        return next((theme for theme, whose, words in _paid() if found in whose and words.search(told)), found)
    strong, weak = _phrases()
    for phrases, candidates in ((strong, texts), (weak, (name, *texts))):
        for text in candidates:
            theme = phrases.first_ranked(_SETTING.sub("", text)) if text else None
            if theme:
                return theme
    return "other"
