"""Words and their parts of speech (jieba), asked only of short stretches where the lexicon knows no answer."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from extract.lexicon import load


@cache
def _tagger() -> Any:
    """jieba's tagger with the lexicon's verbs. Its dictionary takes a second, so it is loaded when asked."""
    import jieba
    from jieba import posseg

    jieba.setLogLevel(60)
    tagger = posseg.POSTokenizer(jieba.Tokenizer())
    tagger.initialize()
    for verb in load("targets")["verbs"]:
        tagger.word_tag_tab[verb] = "v"
    return tagger


@lru_cache(maxsize=10_000)
def tagged(words: str) -> tuple[tuple[str, str], ...]:
    """The words with jieba's tags: 接种疫苗 → (接种, v), (疫苗, n)."""
    return tuple((pair.word, pair.flag) for pair in _tagger().cut(words, HMM=False))


def leading_verb(words: str) -> str | None:
    """The verb a clause begins with, adverbs aside: 直接招募志愿者 → 招募; None if it begins otherwise."""
    for word, flag in tagged(words[:12]):
        if flag in ("d", "ad"):
            continue
        return word if flag == "v" and len(word) > 1 and len(words) > len(word) else None
    return None


def final_verb(words: str) -> str | None:
    """The verb that a stretch ends in: 全市新投放 → 投放; None if it ends otherwise."""
    parts = tagged(words[-8:])
    return parts[-1][0] if parts and parts[-1][1] == "v" and len(parts[-1][0]) > 1 else None
