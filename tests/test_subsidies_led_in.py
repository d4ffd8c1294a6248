"""Sums that a promise before them leads in to, and what only looks like such a sum: parts, refusals, sizes."""

from __future__ import annotations

from typing import Any

import pytest
from promised import Row, differences, subsidies

W = 10_000


def pairs(rows: list[Row]) -> list[tuple[Any, Any]]:
    return [(row["beneficiary"], row["tiers"] or row["amount_yuan"] or row["rate"]) for row in rows]


@pytest.mark.parametrize(
    "text, expected, reason",
    [
        ("给予人才安家补贴：博士20万元，硕士8万元。", [("博士", 20 * W), ("硕士", 8 * W)], "behind a colon"),
        ("给予人才安家补贴，其中博士20万元、硕士8万元。", [("博士", 20 * W), ("硕士", 8 * W)], "behind 其中"),
        ("对毕业生给予安家补贴。其中博士20万元、硕士8万元。", [("博士", 20 * W), ("硕士", 8 * W)], "next sentence"),
        ("给予人才安家补贴：博士20万元；硕士8万元。", [("博士", 20 * W), ("硕士", 8 * W)], "parted by semicolons"),
        (
            "对企业给予奖励，年销售额2000万元以上的6万元，5000万元以上的15万元。",
            [("企业", [(2000 * W, 6 * W), (5000 * W, 15 * W)])],
            "who is meant by a size",
        ),
        (
            "对企业给予奖励：（1）实缴资本3000万元（含）至1亿元的，30万元；（2）1亿元以上的，80万元。",
            [("企业", [(3000 * W, 30 * W), (10000 * W, 80 * W)])],
            "numbered, the sum in a clause of its own",
        ),
        (
            "对首次上规的工业企业给予一次性奖励，标准如下：\n（1）年营业收入1亿元以上的，30万元；\n（2）年营业收入5亿元以上的，60万元。",
            [("上规的工业企业", [(10000 * W, 30 * W), (50000 * W, 60 * W)])],
            "items on lines of their own",
        ),
        (
            "对首次上规的企业给予奖励。具体标准为：\n1.制造业企业20万元；\n2.服务业企业10万元。\n总投资5000万元。",
            [("制造业企业", 20 * W), ("服务业企业", 10 * W)],
            "the list ends where its labels end",
        ),
        ("对金融机构，按注册资本规模给予补助。注册资本40亿元以上的，补助1亿元；30亿元至40亿元的，补助7000万元。",
         [("金融机构", [(40 * 10000 * W, 10000 * W), (30 * 10000 * W, 7000 * W)])], "tiers behind the sentence that leads in"),
        ("落实高龄津贴。80至89周岁老年人每人每月60元，90周岁以上每人每月150元。",
         [("老年人", [(80, 60), (90, 150)])], "ages are steps"),
        ("发放生活补贴。集中供养每人每月900元，分散供养每人每月700元。", [("集中供养", 900), ("分散供养", 700)], "each person's sum"),
        ("对企业给予奖励，国家级50万元；省级20万元。", [("企业", 50 * W), ("企业", 20 * W)], "by level, a semicolon between"),
    ],
)  # fmt: skip
def test_sums_under_a_promise_are_promised(text: str, expected: list[tuple[Any, Any]], reason: str) -> None:
    assert pairs(subsidies(text)) == expected, reason


@pytest.mark.parametrize(
    "text, sums, reason",
    [
        ("给予上规企业45万元奖励，分三年按5万、15万、25万兑现。", [45 * W], "instalments in 万 without 元"),
        ("按投资额的10%给予最高2000万元补贴，其中奖补资金50%待企业达产后兑现。", [0.1], "a part paid later"),
        ("给予企业100万元奖励。以上奖励按照30%、30%、40%的比例3年内兑现到位。", [100 * W], "shares of three years"),
        ("对挂牌企业分阶段给予300万元奖励：完成股改，给予100万元奖励；正式挂牌再给予200万元奖励。另给予租房补贴10万元。",
         [300 * W, 10 * W], "stages of a stated total"),
        ("对挂牌企业分阶段给予300万元奖励", [300 * W], "stages that the text breaks off before"),
        ("对制定省级、国家标准的企业分别奖励10万元（5万元）、20万元（8万元）。", [10 * W, 20 * W], "sums of another case in brackets"),
        ("在省里按合同金额3%给予奖励的基础上，再给予企业2%的奖励。", [0.02], "what another gives"),
        ("给予上规企业60万元奖励，再次上规的不予奖励。", [60 * W], "a refusal behind it"),
        ("已享受10万元奖励的企业，不再享受本政策。", [], "a refusal of those who have it"),
        ("固定资产投资2000万元以上3000万元以下的，奖励20万元。", [20 * W], "以上 is no 以: the bounds are conditions"),
        ("成功申报5000万元以上投资项目（政府投资项目除外），给予奖励3万元。", [3 * W], "the size of what is applied for"),
        ("按“贷款余额排名×30%+增速排名×40%”计算总排名，对前三名银行各奖励50万元。", [50 * W], "a formula of ranks"),
        ("大力降本减负，力争减轻企业各类负担200亿元。", [], "a burden lightened is no grant"),
        ("对就业困难人员给予社保补贴，标准不超过其实际缴费的2/3。", [0.666667], "a fraction with a stroke"),
        ("给予不超过50万元的建设补贴，被认定为示范空间的，建设补贴标准最高不超过100万元。", [50 * W, 100 * W], "标准最高"),
        ("对贷款给予贴息支持。贴息额度根据贷款额度确定，对每个企业的贴息额最多不超过300万元。", [None, 300 * W],
         "a loan measured is no loan given"),
    ],
)  # fmt: skip
def test_what_is_no_sum_of_its_own(text: str, sums: list[float | None], reason: str) -> None:
    assert [row["amount_yuan"] or row["rate"] for row in subsidies(text)] == sums, reason


TERMS: list[tuple[str, list[Row], str]] = [
    ("对技改项目，可补贴至1000万元。", [{"amount_yuan": 1000 * W, "upper_bound": 1}], "up to"),
    ("融资2亿元以下的，奖励企业200万元；融资达到2亿元以上的，奖励企业800万元。",
     [{"kind": "tiered", "tiers": [(20000 * W, 200 * W), (20000 * W, 800 * W)]}], "below and above one value"),
    ("固定资产投资2000万元以上3000万元以下的，奖励20万元。",
     [{"variables": ["固定资产投资", "固定资产投资"], "conditions": [(">=", 2000 * W, "元"), ("<=", 3000 * W, "元")]}],
     "both bounds are of one thing"),
    ("新建年存栏5000头（猪舍4000平方米）以上的养殖场，每场补助25万元。", [{"conditions": [(">=", 5000, "头")]}],
     "a remark between a figure and 以上"),
    ("对保障性住房项目，免收城市基础设施配套费。",
     [{"kind": "full", "base": "城市基础设施配套费", "beneficiary": "保障性住房项目"}], "a fee let off"),
    ("按企业所得税县级留成部分的50%，由县财政补助给企业。", [{"beneficiary": "企业", "rate": 0.5}], "who gets it comes last"),
    ("对参展企业一次性据实补助展位费50%。", [{"base": "展位费"}], "what is done is no part of the base"),
]  # fmt: skip


@pytest.mark.parametrize("text, expected, reason", TERMS)
def test_terms(text: str, expected: list[Row], reason: str) -> None:
    assert not differences(subsidies(text), expected, ()), reason
