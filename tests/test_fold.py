"""One form for punctuation, as long as the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.clean.fold import fold, widen


@pytest.mark.parametrize(
    "text, expected, reason",
    [
        ("（一）甲，乙：丙；", "(一)甲,乙:丙;", "full-width marks"),
        ("1,200亿元，增长5%", "1'200亿元,增长5%", "a comma in a number, a comma between clauses"),
        ("1，234，567元", "1'234'567元", "full-width, in groups"),
        ("2024，100家", "2024,100家", "a year is no thousands"),
        ("12，20家", "12,20家", "two digits follow"),
        ("增长5，2000家", "增长5,2000家", "four digits follow"),
    ],
)
def test_fold(text: str, expected: str, reason: str) -> None:
    assert fold(text) == expected, reason


@given(st.text(alphabet="1,，0（一", max_size=30))
def test_as_long(text: str) -> None:
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    "text, expected, reason",
    [
        ("企业(机构),每家:10万元;", "企业（机构），每家：10万元；", "as Chinese prints them"),
        ("1,200亿元", "1,200亿元", "a comma in a number"),
    ],
)
def test_widen(text: str, expected: str, reason: str) -> None:
    assert widen(text) == expected, reason
