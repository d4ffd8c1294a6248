"""Subsidies in tables: what is paid in one column, whom it is for and on which conditions in others."""

from __future__ import annotations

from typing import Any

import pytest
from promised import budgets, differences, subsidies

W = 10_000

TABLES: list[tuple[str, list[dict[str, Any]], str]] = [
    (
        "补贴对象\t补贴标准\n种粮大户\t200元/亩\n农机合作社\t5万元",
        [
            {"beneficiary": "种粮大户", "amount_yuan": 200, "per": "亩", "instrument": "补贴"},
            {"beneficiary": "农机合作社", "amount_yuan": 5 * W},
        ],
        "an amount without a verb",
    ),
    (
        "奖励对象\t奖励条件\t奖励标准（万元）\n示范企业\t年销售额1000万元以上\t10\n示范企业\t年销售额5000万元以上\t30",
        [
            {"beneficiary": "示范企业", "amount_yuan": 10 * W, "conditions": [(">=", 1000 * W, "元")]},
            {"beneficiary": "示范企业", "amount_yuan": 30 * W, "conditions": [(">=", 5000 * W, "元")]},
        ],
        "the unit in the header, the condition in a column",
    ),
    (
        "支持对象\t支持标准\n技改企业\t设备投资额的10%，最高不超过100万元",
        [{"beneficiary": "技改企业", "rate": 0.1, "base": "设备投资额", "cap_yuan": 100 * W, "instrument": None}],
        "a share with a ceiling",
    ),
    (
        "奖励对象\t级别\t奖励标准\n农业园区\t国家级\t50万元\n\t省级\t30万元",
        [
            {"beneficiary": "农业园区（国家级）", "amount_yuan": 50 * W},
            {"beneficiary": "农业园区（省级）", "amount_yuan": 30 * W},
        ],
        "a cell merged over rows",
    ),
    (
        "项目\t补助标准（元/人）\n职业培训\t1200\n岗前培训\t300-500",
        [
            {"amount_yuan": 1200, "per": "人", "activity": "职业培训"},
            {"amount_min_yuan": 300, "amount_yuan": 500, "per": "人"},
        ],
        "per in the header, a range",
    ),
    (
        "奖励对象\t奖励标准\n电商企业\t对新开设旗舰店的，给予2万元奖励；对参加展会的，给予1万元奖励",
        [{"beneficiary": "电商企业", "amount_yuan": 2 * W}, {"beneficiary": "电商企业", "amount_yuan": 1 * W}],
        "whole sentences in the cell",
    ),
    (
        "学历\t补贴标准\n博士\t每人每月3000元，连续3年",
        [{"beneficiary": "博士", "amount_yuan": 3000, "per": "人/月", "duration_years": 3}],
        "terms in the cell",
    ),
]
NONE = [
    ("项目\t资金来源\t补助金额（万元）\n服务中心\t中央财政\t300", "a budget: it says where the money comes from"),
    ("乡镇\t补助金额（万元）\n南溪镇\t20\n合计\t20", "an allotment with a total"),
    ("序号\t补贴标准\n1\t5万元", "nobody and nothing named"),
    ("任务\t责任单位\t支持额度\n建站\t市商务局\t5万元", "a table of duties"),
]


@pytest.mark.parametrize("text, expected, reason", TABLES)
def test_tables(text: str, expected: list[dict[str, Any]], reason: str) -> None:
    assert not differences(subsidies(text), expected), reason


@pytest.mark.parametrize("text, reason", NONE)
def test_other_tables(text: str, reason: str) -> None:
    assert subsidies(text) == [], reason


def test_a_table_of_funds_is_a_budget() -> None:
    assert [row["amount_yuan"] for row in budgets(NONE[0][0])] == [300 * W]
