"""Parts of speech where the lexicon knows no answer."""

from __future__ import annotations

import pytest

from extract.annotate.words import final_verb, leading_verb


@pytest.mark.parametrize(
    "words, verb",
    [
        ("接种疫苗", "接种"),  # a verb of another field than the lexicon's
        ("开行中欧班列", "开行"),  # transport
        ("直接招募志愿者", "招募"),  # an adverb before it
        ("农村公路", None),  # a noun
        ("城镇新增就业", None),  # begins with its subject
        ("培育", None),  # nothing for the verb to act on
    ],
)
def test_leading_verb(words: str, verb: str | None) -> None:
    assert leading_verb(words) == verb


@pytest.mark.parametrize(
    "words, verb",
    [
        ("全市新投放", "投放"),  # …500辆
        ("累计办结", "办结"),  # …30件
        ("年游客接待量", None),  # what is measured, no verb
        ("农村电商企业", None),
    ],
)
def test_final_verb(words: str, verb: str | None) -> None:
    assert final_verb(words) == verb
