"""Clauses, lists of figures, and lists written once and meant several times."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.annotate.figures import find_figures
from extract.interpret.grammar import Ranges, after_last, before_first, figure_lists, split_at, spread


@pytest.mark.parametrize(
    "text, expected, reason",
    [
        ("甲,乙;丙", ["甲", "乙", "丙"], "both marks"),
        ("甲(乙,丙),丁", ["甲(乙,丙)", "丁"], "not inside brackets"),
        ("《甲,乙》,丙", ["《甲,乙》", "丙"], "not inside titles"),
        (",甲,,乙,", ["甲", "乙"], "no empty parts"),
    ],
)
def test_split(text: str, expected: list[str], reason: str) -> None:
    assert [text[c.start : c.end] for c in split_at(text, 0, len(text), ",;")] == expected, reason


@pytest.mark.parametrize(
    "text, labelled, expected, reason",
    [
        ("10万元、5万元和3万元", False, [3], "joined by 、 and 和"),
        ("10万元,5万元", False, [1, 1], "a comma parts"),
        ("国家级500万元、省级100万元", True, [2], "labels between"),
        ("国家级500万元、省级100万元", False, [1, 1], "labels only where asked for"),
        ("500万元(国家)、200万元(省)", True, [2], "labels after, in brackets"),
        ("50元/亩(林地25元/亩)", True, [1, 1], "a bracket opens another case"),
        ("10万元、30%", False, [1, 1], "sums and shares are no list"),
    ],
)
def test_figure_lists(text: str, labelled: bool, expected: list[int], reason: str) -> None:
    groups = figure_lists(text, find_figures(text), labelled=labelled)
    assert [len(group) for group in groups] == expected, reason


@pytest.mark.parametrize(
    "text, count, expected, reason",
    [
        ("国家级、省级示范园区", 2, ["国家级示范园区", "省级示范园区"], "levels"),
        ("国家、省、市级技术中心", 3, ["国家级技术中心", "省级技术中心", "市级技术中心"], "级 said once"),
        (
            "省级农村电商示范县、示范镇、示范村",
            3,
            ["省级农村电商示范县", "省级农村电商示范镇", "省级农村电商示范村"],
            "a shared head",
        ),
        ("3A、4A、5A级企业", 3, ["3A级企业", "4A级企业", "5A级企业"], "grades"),
        (
            "完成Ⅰ、Ⅱ、Ⅲ期试验的药品",
            3,
            ["完成Ⅰ期试验的药品", "完成Ⅱ期试验的药品", "完成Ⅲ期试验的药品"],
            "Roman numbers as signs",
        ),
        ("一、二、三类城市", 3, ["一类城市", "二类城市", "三类城市"], "numerals"),
        ("博士、硕士", 2, ["博士", "硕士"], "nothing shared"),
        ("“小升规”“规改股”企业", 2, ["“小升规”企业", "“规改股”企业"], "names in quotes"),
        ("博士、硕士", 3, None, "not as many"),
        ("企业", 2, None, "no list"),
    ],
)
def test_spread(text: str, count: int, expected: list[str] | None, reason: str) -> None:
    assert spread(text, count) == expected, reason


@given(st.text(alphabet="甲,乙;", max_size=12), st.integers(0, 12), st.integers(0, 12))
def test_nearest_marks(text: str, start: int, end: int) -> None:
    start, end = sorted((min(start, len(text)), min(end, len(text))))
    left, right = after_last(text, ",;", start, end), before_first(text, ",;", start, end)
    assert start <= left <= end
    assert start <= right <= end
    assert not set(text[left:end]) & set(",;")
    assert not set(text[start:right]) & set(",;")


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 5)), max_size=6), st.integers(0, 60))
def test_ranges(pieces: list[tuple[int, int]], offset: int) -> None:
    ranges: list[tuple[int, int]] = []
    for start, length in sorted(pieces):
        if not ranges or start >= ranges[-1][1]:
            ranges.append((start, start + length))
    assert (offset in Ranges(ranges)) == any(a <= offset < b for a, b in ranges)
