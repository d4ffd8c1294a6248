"""Promises in steps: what each step asks, what it pays, and its own ceiling."""

from __future__ import annotations

import pytest
from promised import subsidies

from extract.interpret.formulas import build

W = 10_000


@pytest.mark.parametrize(
    ("text", "tiers", "reason"),
    [
        (
            "投资额达1000万元、5000万元的项目，分别按投资额的3%、5%给予补助。",
            [(1000 * W, None), (5000 * W, None)],
            "shares by the level of one figure",
        ),
        (
            "对首次入库且年营业收入在5000万元（含）—1亿元之间的企业给予30万元奖励，年营业收入在1亿元（含）以上的给予40万元奖励。",
            [(5000 * W, 30 * W), (10000 * W, 40 * W)],
            "首次 is said of the first step only",
        ),
        (
            "对新增种植100—500亩（含500亩）的花卉基地，连续种植3年以上的，奖励100元/亩；"
            "对新增种植500亩以上，连续种植3年以上的，奖励200元/亩。",
            [(100, 100), (500, 200)],
            "a condition that all steps share",
        ),
        (
            "对医药企业新建种植基地面积在100亩及以上至500亩的，给予100元/亩奖励；对新建面积在500亩以上的，给予200元/亩奖励。",
            [(100, 100), (500, 200)],
            "及以上至, and the same measure in short",
        ),
        (
            "对农业项目，固定资产投资1000万元以上至5000万元、5000万元以上至1亿元、1亿元以上的，按投资额的1%、2%和3%给予奖励。",
            [(1000 * W, None), (5000 * W, None), (10000 * W, None)],
            "a ladder of ranges",
        ),
        (
            "按增速给予奖励，其中，50%以下的增量部分按1%给予奖励，50%以上的增量部分按1.2%给予奖励。",
            [(50, None), (50, None)],
            "what is bounded stands behind the bound",
        ),
        (
            "组织50人以上团队的，每团奖励5000元；组织100人以上的，每团奖励12000元。",
            [(50, 5000), (100, 12000)],
            "the second leaves out what is counted",
        ),
        (
            "年接待游客1000—3000人次（不含）部分每人次奖励20元，3000人次（含）以上部分每人次奖励30元。",
            [(1000, 20), (3000, 30)],
            "(含)以上部分",
        ),
        (
            "游览2个以上景区，单列人数在300人（含）—500人的，每列奖励3万元；500人（含）以上的，每列奖励5万元。",
            [(300, 3 * W), (500, 5 * W)],
            "a condition of the whole before the first step",
        ),
        (
            "接待游客1000人次以上的旅行社，1000—3000人次部分每人次奖励20元，3000人次以上部分每人次奖励30元。",
            [(1000, 20), (3000, 30)],
            "the steps leave out what the condition of the whole names",
        ),
        (
            "旅行社组织游客住宿1晚的按10元/人、住宿2晚的按25元/人给予奖励。",
            [(1, 10), (2, 25)],
            "nights",
        ),
        (
            "建设期不超过2年的项目，设备投资额500万元—2000万元的补助8%，2000万元（含）以上的补助12%，最高800万元。",
            [(500 * W, None), (2000 * W, None)],
            "rates in steps, under a condition and a ceiling of the whole",
        ),
        (
            "对企业新购置设备投入200万元—500万元（不含）且单台（套）3万元以上，按设备投资额4%给予补助。"
            "500万元—1000万元（不含）且单台（套）3万元以上，按设备投资额7%给予补助。"
            "1000万元以上且单台（套）3万元以上的，给予12%补助。",
            [(200 * W, None), (500 * W, None), (1000 * W, None)],
            "a condition of its own beside the step, the same in each",
        ),
        (
            "企业实到外资200万-500万（不含）美元、500万-1000万（不含）美元、1000万美元以上的，分别按30万元、50万元、实到外资额的8‰给予奖励。",
            [(200 * W, 30 * W), (500 * W, 50 * W), (1000 * W, None)],
            "the last step pays a share",
        ),
    ],
)
def test_tiers(text: str, tiers: list[tuple[float, float | None]], reason: str) -> None:
    rows = subsidies(text)
    assert [(row["kind"], row["tiers"]) for row in rows] == [("tiered", tiers)], reason


def test_a_tier_under_ceilings_of_its_own_pays_no_more_than_the_ceiling_of_its_step() -> None:
    columns = {"kind": "tiered", "base": "投资额", "beneficiary": "企业"}
    tiers = [
        {"variable": "投资额", "threshold": at * W, "op": ">=", "amount_yuan": None, "rate": rate}
        for at, rate in ((1000, 0.03), (5000, 0.05))
    ]
    caps = [{"yuan": 100.0 * W, "per": None}, {"yuan": 500.0 * W, "per": None}]
    formula = build(columns, {"subsidy_tiers": tiers, "tier_caps": caps}, "投资额达1000万元、5000万元的项目")
    assert formula is not None
    assert [step.then.yuan for step in formula.pays.steps] == [100 * W, 500 * W]  # type: ignore[union-attr]


def test_steps_said_before_hold_for_the_years_after() -> None:
    rows = subsidies(
        "企业年销售额达到1000万元、5000万元以上的，分别给予10万元、20万元的奖励；第二年销售额达到上述标准的，分别给予5万元、8万元的奖励。"
    )
    assert [row["tiers"] for row in rows] == [
        [(1000 * W, 10 * W), (5000 * W, 20 * W)],
        [(1000 * W, 5 * W), (5000 * W, 8 * W)],
    ]


def test_other_numbers_of_sums_are_no_steps_of_those_above() -> None:
    rows = subsidies(
        "企业年销售额达到1000万元、5000万元以上的，分别给予10万元、20万元的奖励；第二年销售额达到上述标准的，给予5万元的奖励。"
    )
    assert [row["kind"] for row in rows] == ["tiered", "fixed"]
