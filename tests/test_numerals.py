"""Numbers in digits, Chinese numerals and scale words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.annotate.numerals import DIGITS, chinese_value, number_value, scale_value


@pytest.mark.parametrize(
    "text, expected, reason",
    [
        ("五十", 50, "tens"),
        ("十", 10, "ten alone"),
        ("十五", 15, "ten with a digit"),
        ("一百二十", 120, "hundreds"),
        ("一百零五", 105, "a zero inside"),
        ("二百万", 2_000_000, "a section before 万"),
        ("百", 100, "a scale word alone"),
        ("千万", 10_000_000, "scale words that multiply"),
        ("一亿二千万", 120_000_000, "two sections"),
        ("一万五千", 15_000, "a section after 万"),
        ("万亿", 10**12, "scale words alone"),
        ("两", 2, "两 as two"),
        ("二〇二〇", 2020, "digits in a row"),
        ("一九", 19, "digits in a row without a zero"),
    ],
)
def test_chinese_value(text: str, expected: int, reason: str) -> None:
    assert chinese_value(text) == expected, reason


@pytest.mark.parametrize(
    "text, expected, reason",
    [
        ("3000", 3000.0, "plain"),
        ("3,000", 3000.0, "groups of three"),
        ("0.5", 0.5, "a decimal"),
        ("12万", 120_000.0, "a scale word after digits"),
        ("1.2万亿", 1.2e12, "two scale words"),
        ("3千万", 30_000_000.0, "千万"),
        ("1 000", 1000.0, "a blank between digits"),
        ("0.1万", 1000.0, "no binary rest"),
        ("五十", 50.0, "Chinese"),
    ],
)
def test_number_value(text: str, expected: float, reason: str) -> None:
    assert number_value(text) == expected, reason


@pytest.mark.parametrize("text", ["", "万元", "abc", "3,00x"])
def test_no_number(text: str) -> None:
    with pytest.raises(ValueError, match="no number"):
        number_value(text)


@pytest.mark.parametrize("text, expected", [("", 1), ("万", 10**4), ("万亿", 10**12), ("百亿", 10**10)])
def test_scale_value(text: str, expected: int) -> None:
    assert scale_value(text) == expected


_NUMERAL = "零一二三四五六七八九"


def _written(number: int) -> str:
    """The usual Chinese writing of 1–9999."""
    out, zero = "", False
    for scale, word in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // scale % 10
        if digit:
            out += ("零" if zero and out else "") + _NUMERAL[digit] + word
        zero = not digit
    return out


@given(st.integers(1, 9999), st.integers(0, 9999))
def test_written_numbers_are_read_back(thousands: int, rest: int) -> None:
    text = _written(thousands) + "万" + (_written(rest) if rest else "")
    assert chinese_value(text) == thousands * 10_000 + rest


@given(st.sampled_from(sorted(DIGITS)))
def test_a_digit_is_itself(digit: str) -> None:
    assert chinese_value(digit) == DIGITS[digit]
