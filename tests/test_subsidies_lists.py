"""Several amounts in one breath: 分别 and its pairing, labels, tiers, and what happens when the counts differ."""

from __future__ import annotations

from typing import Any

import pytest
from promised import differences, doubts, subsidies

W = 10_000


def amounts(*pairs: tuple[str, float]) -> list[dict[str, Any]]:
    return [{"beneficiary": who, "amount_yuan": yuan} for who, yuan in pairs]


PAIRED: list[tuple[str, list[dict[str, Any]], str]] = [
    (
        "企业参加境内、境外展会，每个展位分别补贴3000元、1万元。",
        amounts(("企业", 3000), ("企业", 1 * W)),
        "what is attended, not who is paid",
    ),
    (
        "对收住失能老年人的养老机构，按入住轻度、中度失能老年人每人每月100元、200元给予补助。",
        amounts(("养老机构", 100), ("养老机构", 200)),
        "whom they take in",
    ),
    (
        "对获评国家级、省级、市级示范园区，分别给予50万元、30万元、10万元奖励。",
        amounts(("国家级示范园区", 50 * W), ("省级示范园区", 30 * W), ("市级示范园区", 10 * W)),
        "levels before a shared noun",
    ),
    (
        "对新认定的国家、省、市级技术中心分别奖励100万元、50万元、20万元。",
        amounts(("国家级技术中心", 100 * W), ("省级技术中心", 50 * W), ("市级技术中心", 20 * W)),
        "级 said once",
    ),
    (
        "对经认定的农村电商示范县、示范镇、示范村，分别给予10万元、5万元、2万元奖励。",
        amounts(("农村电商示范县", 10 * W), ("农村电商示范镇", 5 * W), ("农村电商示范村", 2 * W)),
        "a shared head",
    ),
    (
        "对评定为5A、4A、3A级的物流企业分别给予30万元、20万元、10万元。奖励资金当年兑现。",
        amounts(("5A级的物流企业", 30 * W), ("4A级的物流企业", 20 * W), ("3A级的物流企业", 10 * W)),
        "grades in figures",
    ),
    (
        "对新评定为五星级、四星级的旅游饭店，分别给予50万元、20万元奖励。",
        amounts(("五星级的旅游饭店", 50 * W), ("四星级的旅游饭店", 20 * W)),
        "grades in words",
    ),
    (
        "对完成I、II、III期临床试验的药品，分别给予100万元、200万元、300万元补助。",
        amounts(
            ("完成I期临床试验的药品", 100 * W),
            ("完成II期临床试验的药品", 200 * W),
            ("完成III期临床试验的药品", 300 * W),
        ),
        "Roman numbers",
    ),
    (
        "对大、中、小型养殖场分别补助30万元、20万元、10万元。",
        amounts(("大型养殖场", 30 * W), ("中型养殖场", 20 * W), ("小型养殖场", 10 * W)),
        "sizes",
    ),
    (
        "对新引进的博士、硕士，分别给予5万元、3万元的生活补贴。",
        amounts(("博士", 5 * W), ("硕士", 3 * W)),
        "two persons",
    ),
    ("对获得国际、国家、行业标准的企业分别奖励30万元、20万元、10万元。", 3, "as many as listed"),
    (
        "对获奖企业给予奖励，国家级100万元、省级50万元。",
        amounts(("国家级获奖企业", 100 * W), ("省级获奖企业", 50 * W)),
        "levels beside the amounts",
    ),
    ("对获奖学校分别给予每个学科500万元（国家）、200万元（省）支持。", 2, "levels in brackets after the amounts"),
    (
        "对大赛获奖者给予特等奖10万元、一等奖5万元奖励。",
        amounts(("大赛获奖者（特等奖）", 10 * W), ("大赛获奖者（一等奖）", 5 * W)),
        "prizes belong to who gets them",
    ),
    (
        "对低空经济企业，按大型航空器300万元、中型航空器150万元给予奖励。",
        amounts(("低空经济企业（大型航空器）", 300 * W), ("低空经济企业（中型航空器）", 150 * W)),
        "things belong to who has them",
    ),
    (
        "按照每名高级工1000元、技师2000元的标准给予企业补贴。",
        [
            {"beneficiary": "企业", "per": "高级工", "amount_yuan": 1000},
            {"beneficiary": "企业", "per": "技师", "amount_yuan": 2000},
        ],
        "what is counted",
    ),
    (
        "对评价前三名的机构给予奖励，银行机构分别奖励60万元、40万元、30万元。",
        amounts(("银行机构（第一名）", 60 * W), ("银行机构（第二名）", 40 * W), ("银行机构（第三名）", 30 * W)),
        "ranks",
    ),
    (
        "对入选的项目，分别给予供应企业和用户单位各50万元奖励。",
        amounts(("供应企业", 50 * W), ("用户单位", 50 * W)),
        "各: one amount for each",
    ),
    (
        "每个示范镇奖励50万元、每个示范村奖励10万元。",
        amounts(("示范镇", 50 * W), ("示范村", 10 * W)),
        "each with its own verb",
    ),
    (
        "省级园区补助150万元，国家级园区补助200万元。",
        amounts(("省级园区", 150 * W), ("国家级园区", 200 * W)),
        "each in its own clause",
    ),
    (
        "对非遗保护单位进行补助，州级补助10万元，省级补助20万元，国家级补助50万元。",
        amounts(("州级非遗保护单位", 10 * W), ("省级非遗保护单位", 20 * W), ("国家级非遗保护单位", 50 * W)),
        "levels side by side are grades, no payers",
    ),
    (
        "对种植大户给予50元/亩（林地25元/亩）的补贴。",
        [
            {"beneficiary": "种植大户", "amount_yuan": 50, "per": "亩"},
            {"beneficiary": "种植大户（林地）", "amount_yuan": 25, "per": "亩"},
        ],
        "another case in brackets",
    ),
    ("对入选国家级、省级的园区，分别给予运营企业200万元、100万元补助。", 2, "a list of places, one recipient"),
]
TIERS: list[tuple[str, list[tuple[float, float]], str]] = [
    (
        "对年销售额首次突破300万元、500万元的网商，分别奖励1万元、2万元。",
        [(300 * W, W), (500 * W, 2 * W)],
        "a list with a list",
    ),
    (
        "对年收入首次突破8000万、1亿、5亿元的企业，分别给予10万元、20万元、50万元奖励。",
        [(8000 * W, 10 * W), (1e8, 20 * W), (5e8, 50 * W)],
        "units shared by the thresholds",
    ),
    (
        "对年出栏生猪达2000头、5000头、10000头以上的养殖场，分别补助6万元、15万元、30万元。",
        [(2000, 6 * W), (5000, 15 * W), (10000, 30 * W)],
        "以上 after the last",
    ),
    (
        "支持家庭农场网上销售额达200万元、500万元以上的，分别给予2万元、5万元奖励。",
        [(200 * W, 2 * W), (500 * W, 5 * W)],
        "支持 names, and gives nothing",
    ),
    (
        "对企业给予奖励：年销售额500万元以上的，奖励5万元；年销售额1000万元以上的，奖励10万元。",
        [(500 * W, 5 * W), (1000 * W, 10 * W)],
        "steps written out",
    ),
    (
        "（1）年销售额500万元以上的，奖励5万元；\n（2）年销售额1000万元以上的，奖励10万元；\n（3）年销售额2000万元以上的，奖励20万元。",
        [(500 * W, 5 * W), (1000 * W, 10 * W), (2000 * W, 20 * W)],
        "numbered steps",
    ),
    (
        "电影票房超过5000万元的，一次性奖励50万元；超过1亿元的，一次性奖励100万元。",
        [(5000 * W, 50 * W), (1e8, 100 * W)],
        "the variable said once",
    ),
]


@pytest.mark.parametrize("text, expected, reason", PAIRED)
def test_pairing(text: str, expected: list[dict[str, Any]] | int, reason: str) -> None:
    found = subsidies(text)
    if isinstance(expected, int):
        assert len(found) == expected, reason
    else:
        assert not differences(found, expected), reason
    assert doubts(text) == [], reason


@pytest.mark.parametrize("text, expected, reason", TIERS)
def test_tiers(text: str, expected: list[tuple[float, float]], reason: str) -> None:
    found = subsidies(text)
    assert [(row["kind"], row["tiers"]) for row in found] == [("tiered", expected)], reason


@pytest.mark.parametrize(
    "text, reason",
    [
        ("对农业企业，分别给予10万元、5万元、2万元奖励。", "one recipient, three amounts"),
        ("对国家级、省级园区，分别给予10万元、5万元、2万元奖励。", "two levels, three amounts"),
        ("对符合条件的养老机构，分别给予每张床位4500元、5500元的补助。", "nothing listed"),
    ],
)
def test_counts_that_differ_are_a_check_and_no_guess(text: str, reason: str) -> None:
    assert doubts(text) == ["list-count"], reason
    assert len({row["beneficiary"] for row in subsidies(text)}) == 1, reason
