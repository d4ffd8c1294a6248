"""Targets by how their figure is written: thousands, units, bases, what is counted again."""

from __future__ import annotations

import pytest
from promises import targets_of

THOUSANDS = [
    ("营业收入达到1,200亿元。", ["营业收入 >=120000000000元"], "the comma parts no clauses"),
    ("培育企业1，000家、平台20个。", ["企业 =1000家", "平台 =20个"], "nor a full-width one"),
    (
        "增加值达到1,700亿元，占GDP的比重超过12%。",
        ["增加值 >=170000000000元", "增加值占GDP的比重 >12%"],
        "what stands before a bare head",
    ),
]


@pytest.mark.parametrize("text, expected, reason", THOUSANDS)
def test_targets(text: str, expected: list[str], reason: str) -> None:
    assert targets_of(text) == expected, reason
