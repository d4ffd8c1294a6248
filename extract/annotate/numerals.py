"""Numbers as notices write them: 3,000 · 12万 · 1.2万亿 · 五十 · 二百余万 · 百分之三十."""

from __future__ import annotations

import re
from decimal import Decimal

DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
ONE_TO_TEN = "一二三四五六七八九十"
SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}

ARABIC = r"\d(?:\d{0,2}(?:[,']\d{3})+(?!\d)|\d*)(?:\.\d+)?"
"""3000, 3,000, 0.5 (thousands by a comma, in folded text ', only in groups of three).

It opens with one digit, not with a choice, so that a search skips what is none.
"""
CHINESE = r"[零〇一二两三四五六七八九十百千万亿]+"
SCALE = r"(?:万亿|千亿|百亿|十亿|千万|百万|十万|百|千|万|亿)"
"""What follows an Arabic number: 12万, 3千万, 1.2万亿 (十 alone does not: `5十` is no number)."""

_MIXED = re.compile(rf"({ARABIC})({SCALE})?")


def chinese_value(text: str) -> int:
    """五十 → 50, 一百二十 → 120, 二百万 → 2000000, 一亿二千万 → 120000000, 百 → 100, 二〇二〇 → 2020."""
    if not any(char in SCALES for char in text):
        return int("".join(str(DIGITS[char]) for char in text))
    total = ten_thousands = section = digit = 0
    for char in text:
        if char in DIGITS:
            digit = DIGITS[char]
        elif char == "万":
            ten_thousands = (section + digit or 1) * 10**4
            section = digit = 0
        elif char == "亿":
            total += (ten_thousands + section + digit or 1) * 10**8
            ten_thousands = section = digit = 0
        else:
            section += (digit or 1) * SCALES[char]
            digit = 0
    return total + ten_thousands + section + digit


def scale_value(text: str) -> int:
    """万 → 10000, 千万 → 10000000, 万亿 → 10**12; empty → 1."""
    value = 1
    for char in text:
        value *= SCALES[char]
    return value


def number_value(text: str) -> float:
    """The number that digits, commas and scale words write, without a unit. Raises ValueError for anything else."""
    text = text.replace(" ", "")
    match = _MIXED.fullmatch(text)
    if match:
        value = Decimal(match[1].replace(",", "").replace("'", "")) * scale_value(match[2] or "")
        return float(value)
    if re.fullmatch(CHINESE, text):
        return float(chinese_value(text))
    raise ValueError(f"no number: {text!r}")
