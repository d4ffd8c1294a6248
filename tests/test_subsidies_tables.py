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
    (
        "设施类型\t库容\t补助标准\t单个主体最高补助\n通风库\t100吨以上\t150元/吨\t5万元\n"
        "冷库\t100—500吨（含）\t400元/立方米\t30万元\n预冷间\t—\t设备购置费的30%\t15万元",
        [
            {
                "beneficiary": "通风库", "amount_yuan": 150, "per": "吨", "cap_yuan": 5 * W, "cap_per": "主体",
                "conditions": [(">=", 100, "吨")], "variables": ["库容"],
            },
            {
                "beneficiary": "冷库", "amount_yuan": 400, "cap_yuan": 30 * W,
                "conditions": [(">=", 100, "吨"), ("<=", 500, "吨")], "variables": ["库容", "库容"],
            },
            {"beneficiary": "预冷间", "rate": 0.3, "base": "设备购置费", "cap_yuan": 15 * W, "conditions": []},
        ],
        "a column of ceilings, one of thresholds",
    ),
    (
        "补贴对象\t补贴比例（%）\t补贴上限（万元）\n合作社\t30\t20",
        [{"beneficiary": "合作社", "rate": 0.3, "cap_yuan": 20 * W}],
        "the units of share and ceiling in the header",
    ),
    (
        "项目\t补助基数\t补助比例\t最高补助限额（万元/家）\n冷库\t设备投资额\t不超过30%\t不超过50",
        [{
            "beneficiary": "冷库", "rate": 0.3, "base": "设备投资额", "upper_bound": 1, "cap_yuan": 50 * W,
            "cap_per": "家",
        }],
        "the base in a column",
    ),
    (
        "类别\t规模（平方米）\t奖补标准（元/平方米）\t封顶（万元）\n大棚\t1000以上\t20\t10\n大棚\t500-1000\t15\t5",
        [
            {"amount_yuan": 20, "cap_yuan": 10 * W, "conditions": [(">=", 1000, "平方米")], "variables": ["规模"]},
            {
                "amount_yuan": 15, "cap_yuan": 5 * W,
                "conditions": [(">=", 500, "平方米"), ("<=", 1000, "平方米")],
            },
        ],
        "tiers by size in rows, the unit of the size in the header",
    ),
    (
        "奖励对象\t营业收入（万元）\t奖励（万元）\n服务业企业\t≥5000\t≤10",
        [{"amount_yuan": 10 * W, "upper_bound": 1, "conditions": [(">=", 5000 * W, "元")]}],
        "signs instead of words, under units",
    ),
    (
        "项目名称\t最高补助额（万元）\n展厅\t50",
        [{"beneficiary": "展厅", "amount_yuan": 50 * W, "upper_bound": 1}],
        "where the ceiling is the only figure it is the amount",
    ),
    (
        "补贴标准（单位：元/亩）\n作物\t补贴标准\n水稻\t150",
        [{"beneficiary": "水稻", "amount_yuan": 150, "per": "亩", "instrument": "补贴"}],
        "the unit above the table; a first column of no usual name",
    ),
    (
        "项目类别\t奖励标准（万元）国家级\t奖励标准（万元）省级\n技术中心\t80\t40",
        [
            {"beneficiary": "技术中心（国家级）", "amount_yuan": 80 * W},
            {"beneficiary": "技术中心（省级）", "amount_yuan": 40 * W},
        ],
        "a column a grade",
    ),
    (
        "人才层次\t安家补贴（万元）\t生活补贴（元/月）\n博士\t30\t3000",
        [
            {"beneficiary": "博士", "activity": "安家补贴", "amount_yuan": 30 * W, "per": None},
            {"beneficiary": "博士", "activity": "生活补贴", "amount_yuan": 3000, "per": "月", "frequency": "monthly"},
        ],
        "a column a benefit",
    ),
    (
        "补助对象\t市级补助标准（元/亩）\t县级补助标准（元/亩）\n种粮大户\t30\t20",
        [{"payer": "市级", "amount_yuan": 30, "per": "亩"}, {"payer": "县级", "amount_yuan": 20, "per": "亩"}],
        "a column a payer",
    ),
    (
        "奖励等级\t奖励资金（万元）\n一等奖\t10",
        [{"beneficiary": "一等奖", "amount_yuan": 10 * W}],
        "奖励资金 by grade",
    ),
    (
        "奖励标准（单位：万元）\n项目\t国家级\t省级\n示范园区\t100\t50",
        [
            {"beneficiary": "示范园区（国家级）", "amount_yuan": 100 * W},
            {"beneficiary": "示范园区（省级）", "amount_yuan": 50 * W},
        ],
        "grades as names of columns, what they get in the title",
    ),
    (
        "企业规模\t一次性奖励\n规上企业\t20万元",
        [{"beneficiary": "规上企业", "amount_yuan": 20 * W, "instrument": "奖励"}],
        "a benefit without a unit in its name",
    ),
    (
        "补贴对象\t补贴标准\t资金来源\n脱贫户\t每人每月500元\t就业补助资金",
        [{"beneficiary": "脱贫户", "amount_yuan": 500, "per": "人/月", "payer": "就业补助资金"}],
        "a standard, and where the money comes from",
    ),
    (
        "存栏（头）\t补助标准（万元）\n500—999\t10",
        [{"beneficiary": None, "amount_yuan": 10 * W, "conditions": [(">=", 500, "头"), ("<=", 999, "头")]}],
        "a size names nobody",
    ),
    (
        "人才类别\t安家补贴（万元）\t生活津贴（元/月）\t租房补贴（元/月）\nA类\t一事一议\t——\t免租入住\nB类\t300\t8000\t5000\n"
        "注：1.生活津贴、租房补贴发放期限均为3年；2.安家补贴分5年发放。",
        [
            {"beneficiary": "A类人才", "kind": "full", "instrument": "减免", "activity": "租房补贴", "theme": "training"},
            {"beneficiary": "B类人才", "amount_yuan": 300 * W, "duration_years": None},
            {"beneficiary": "B类人才", "amount_yuan": 8000, "instrument": "津贴", "duration_years": 3},
            {"beneficiary": "B类人才", "amount_yuan": 5000, "instrument": "补贴", "duration_years": 3},
        ],
        "the column's name completes the rank; a note gives terms by name; a cell lets off the whole",
    ),
    (
        "企业等级\t奖励金额（万元）\n国家级\t50\n备注：服务期限不少于3年。",
        [{"beneficiary": "国家级企业", "amount_yuan": 50 * W, "duration_years": None}],
        "a length of service is no term of payment",
    ),
    (
        "人才层次\t生活补贴\n第一层次\t每月5000元\n硕士\t每月2000元\n说明：补贴期限最长不超过5年。",
        [
            {"beneficiary": "第一层次人才", "amount_yuan": 5000, "duration_years": 5},
            {"beneficiary": "硕士", "amount_yuan": 2000, "duration_years": 5},
        ],
        "a name that is no rank needs none; a term for all that is paid by the month",
    ),
    (
        "学历\t补贴标准（元/月）\t补贴期限\n博士\t3000\t3年\n硕士\t2000\t24个月",
        [{"amount_yuan": 3000, "duration_years": 3}, {"amount_yuan": 2000, "duration_years": 2}],
        "a column of terms",
    ),
    (
        "类别\t档次\t奖励标准\n园区\t国家级\t50万元\n\t省级\t每年30万元，不超过3年",
        [
            {"beneficiary": "园区（国家级）", "amount_yuan": 50 * W},
            {"beneficiary": "园区（省级）", "amount_yuan": 30 * W, "frequency": "yearly"},
        ],
        "two columns of ranks; a clause without a sum",
    ),
    (
        "奖项等级\t奖励金额（万元）\n一等\t5",
        [{"beneficiary": "一等", "amount_yuan": 5 * W}],
        "a prize is nobody",
    ),
    (
        "对旅行社按下表给予奖励。\n项目\t标准\n地接奖励\t每人10元\n包机奖励\t每架次2万元",
        [
            {"beneficiary": "旅行社", "activity": "地接奖励", "amount_yuan": 10, "per": "人", "instrument": "奖励"},
            {"beneficiary": "旅行社", "amount_yuan": 2 * W, "per": "架次", "instrument": "奖励"},
        ],
        "the sentence above says whom it is for; an item that is a benefit is nobody",
    ),
    ("奖励政策\n项目名称\t申报条件\t奖励政策\n高端设备\t对采用先进设备的企业，且投资100万元以上的给予补助。\t按照设备投入的5%给予最高50万元补助。",
     [{"beneficiary": "采用先进设备的企业", "rate": 0.05, "cap_yuan": 500000}], "whom the condition names"),
    ("奖励政策\n项目名称\t申报条件\t奖励政策\n做大规模\t对年营业收入首次超过100亿元、50亿元、30亿元的物流企业，给予奖励。\t分别给予100万元、50万元、30万元奖励。",
     [{"beneficiary": "物流企业", "kind": "tiered"}], "as many sums as the condition has thresholds"),
]  # fmt: skip
NONE = [
    ("项目\t资金来源\t补助金额（万元）\n服务中心\t中央财政\t300", "a budget: it says where the money comes from"),
    ("乡镇\t补助金额（万元）\n南溪镇\t20\n合计\t20", "an allotment with a total"),
    ("序号\t补贴标准\n1\t5万元", "nobody and nothing named"),
    ("乡镇\t奖励资金（万元）\n甲镇\t10", "money split up among towns"),
    ("项目\t数量上限\n展位\t5", "a limit to numbers"),
    ("违法行为\t处罚标准（元）\n占道\t500", "fines"),
    ("验收按下列标准进行。\n项目\t标准\n设备\t5万元以上", "标准 of something else"),
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
