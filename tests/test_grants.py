"""What each figure of a sentence is to a promise of money."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from promised import subsidies
from readings import reading_of

from extract.interpret.grants import find_grants

ROLES = ("amounts", "rates", "caps", "conditions", "steps", "durations", "asides")


def roles(text: str) -> list[dict[str, list[str]]]:
    """The figures of each promise by role, as written."""
    out = []
    for grant in find_grants(reading_of(text), 0, len(text)):
        out.append({role: [f.text for f in getattr(grant, role)] for role in ROLES if getattr(grant, role)})
    return out


@pytest.mark.parametrize(
    "text, expected, reason",
    [
        ("给予企业10万元奖励。", [{"amounts": ["10万元"]}], "an amount"),
        ("按投资额的10%给予补助，最高100万元。", [{"rates": ["10%"], "caps": ["100万元"]}], "a share and its ceiling"),
        ("投资500万元以上的，奖励10万元。", [{"amounts": ["10万元"], "conditions": ["500万元"]}], "a condition before"),
        (
            "投资额的10%，给予最高50万元补助。",
            [{"rates": ["10%"], "caps": ["50万元"]}],
            "a share that waits for what is given",
        ),
        ("研发投入每增加100万元奖励5万元。", [{"amounts": ["5万元"], "steps": ["100万元"]}], "a step"),
        ("按租金50%补贴，补贴期限3年。", [{"rates": ["50%"], "durations": ["3年"]}], "a duration"),
        ("给予补助10万元（含市级5万元）。", [{"amounts": ["10万元"], "asides": ["5万元"]}], "an aside"),
        ("A类奖励10万元，B类奖励5万元。", [{"amounts": ["10万元"]}, {"amounts": ["5万元"]}], "two promises"),
        (
            "20人以下的按每人120元、20人至50人的按每人150元的标准给予补贴。",
            [{"amounts": ["120元"], "conditions": ["20人"]}, {"amounts": ["150元"], "conditions": ["20人至50人"]}],
            "each with its own step",
        ),
        ("增长20%的企业奖励5万元。", [{"amounts": ["5万元"], "conditions": ["20%"]}], "a share that measures"),
        ("处以5万元罚款。", [], "a fine"),
        ("销售额达到5亿元。", [], "no giving"),
    ],
)
def test_roles(text: str, expected: list[dict[str, list[str]]], reason: str) -> None:
    assert roles(text) == expected, reason


PIECES = st.lists(
    st.sampled_from(
        [
            "对企业",
            "给予",
            "10万元",
            "5%",
            "最高",
            "，",
            "。",
            "；",
            "分别",
            "、",
            "的奖励",
            "投资额",
            "每",
            "人",
            "以上的",
            "（",
            "）",
            "3年",
            "国家级",
            "省级",
            "\n",
        ]
    ),
    max_size=18,
).map("".join)


@settings(deadline=None)
@given(PIECES)
def test_any_words_are_read_and_quotes_stand_in_the_text(text: str) -> None:
    for row in subsidies(text):
        assert row["quote"]
        assert row["quote"] in text
        assert row["kind"] != "fixed" or row["amount_yuan"] > 0
        assert row["kind"] != "rate" or row["rate"] > 0
