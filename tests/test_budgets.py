"""Public money set aside: sources, purposes, totals and parts, tables of funds; and what is none."""

from __future__ import annotations

from typing import Any

import pytest
from promised import budgets, differences

W = 10_000

SENTENCES: list[tuple[str, list[dict[str, Any]], str]] = [
    (
        "设立中小微企业专项资金贷款，第一期规模100亿元，省财政安排贴息资金1亿元。",
        [{"source": "省财政", "item": "贴息资金", "amount_yuan": 10000 * W}],
        "what banks lend is none of it",
    ),
    (
        "由市财政每年安排100万元的电子商务培训经费。",
        [
            {
                "source": "市财政",
                "item": "电子商务培训经费",
                "amount_yuan": 100 * W,
                "frequency": "yearly",
                "is_total": 0,
            }
        ],
        "a source, a fund, each year",
    ),
    (
        "奖励资金由县财政安排，首次安排6万元。",
        [{"source": "县财政", "item": "奖励资金", "amount_yuan": 6 * W, "is_total": 0}],
        "who pays, told in the clause before",
    ),
    (
        "市财政每年出资1亿元用于园区建设。",
        [{"source": "市财政", "item": "园区建设", "amount_yuan": 1e8, "frequency": "yearly"}],
        "a purpose",
    ),
    (
        "设立总规模不低于1亿元的产业引导基金。",
        [{"amount_yuan": 1e8, "item": "产业引导基金", "is_total": 0}],
        "the size of a fund, which sums up no other rows",
    ),
    (
        "2024年安排旅游发展专项资金1000万元，2025年安排1200万元。",
        [
            {"source": None, "item": "旅游发展专项资金", "amount_yuan": 1000 * W},
            {"source": None, "item": "旅游发展专项资金", "amount_yuan": 1200 * W},
        ],
        "the fund that is set aside is no purse",
    ),
    (
        "设立市级旅游奖励资金，2024年安排1000万元。",
        [{"source": "市级", "item": "市级旅游奖励资金", "amount_yuan": 1000 * W}],
        "who sets the fund up pays, and 设立 is no part of its name",
    ),
    (
        "由市、县（区）财政按比例承担，每年安排1亿元专项资金。",
        [{"source": "市、县（区）财政", "item": "专项资金", "amount_yuan": 1e8, "frequency": "yearly"}],
        "two levels, one in brackets",
    ),
    (
        "设立总规模50亿元的产业基金，其中首期20亿元、二期30亿元。",
        [
            {"item": "产业基金", "amount_yuan": 50e8, "is_total": 1},
            {"item": "产业基金", "amount_yuan": 20e8},
            {"item": "产业基金", "amount_yuan": 30e8},
        ],
        "the parts of a fund behind 其中",
    ),
    (
        "县财政配套资金500万元。",
        [{"source": "县财政配套资金", "amount_yuan": 500 * W, "frequency": None}],
        "matching money",
    ),
    (
        "中央财政专项资金1500万元（已到达专项资金1000万元及后续专项资金500万元）。",
        [
            {"amount_yuan": 1500 * W, "is_total": 1},
            {"amount_yuan": 1000 * W, "is_total": 0, "item": "专项资金"},
            {"amount_yuan": 500 * W, "item": "专项资金"},
        ],
        "a total and its parts in brackets",
    ),
    (
        "市政府列支150万元专项资金用于秋播工作。其中：列支65万元用于种子；列支60万元用于大户；列支25万元作为工作经费。",
        [
            {"amount_yuan": 150 * W, "item": "秋播工作", "is_total": 1},
            {"amount_yuan": 65 * W, "item": "种子", "is_total": 0},
            {"amount_yuan": 60 * W, "item": "大户"},
            {"amount_yuan": 25 * W, "item": "工作经费"},
        ],
        "a total and its parts over sentences",
    ),
    (
        "市财政列支300万元对新建蔬菜基地予以扶持。",
        [{"source": "市财政", "item": "新建蔬菜基地", "amount_yuan": 300 * W}],
        "对…予以 as the purpose",
    ),
    (
        "每年安排最高80万元经费支持港澳社区建设。",
        [{"amount_yuan": 80 * W, "item": "港澳社区建设", "frequency": "yearly"}],
        "最高 sets a limit to what is set aside",
    ),
    (
        "中央财政安排资金200万元，省级安排资金100万元。",
        [{"source": "中央财政", "amount_yuan": 200 * W}, {"source": "省级", "amount_yuan": 100 * W}],
        "two sources",
    ),
    (
        "本次活动申领额度共计3000万元，先到先得。",
        [{"amount_yuan": 3e7, "item": "本次活动申领额度"}],
        "what may be applied for in all",
    ),
    (
        "发放新雪季冰雪消费券3000万元，以雪票、门票为重点支持方向。",
        [{"amount_yuan": 3e7, "item": "新雪季冰雪消费券"}],
        "vouchers for all",
    ),
]
NONE = [
    ("对新建冷库的企业给予10万元补助。", "a subsidy"),
    ("企业注册资本1000万元以上。", "the company's own money"),
    ("力争网络销售额达到5亿元。", "a target"),
    ("完成固定资产投资20亿元。", "an investment"),
    ("当企业申报资金总额超过5000万元时，按比例兑现。", "a sum that is only measured"),
    ("同一企业年度享受补助资金总额不超过100万元。", "what one firm can get"),
    ("市财政安排资金，“小巨人”企业奖励分三年按30万元、20万元、10万元拨付。", "how a grant is paid out"),
    ("对单台设备合同价格在1亿元以上的项目，可拨付全部资金。", "what a contract is worth"),
    ("对旅行社给予奖励，每家旅行社奖励资金总额不超过100万元。", "what one of them can get"),
    ("项目资金投入500万元—5000万元，奖励投资额度的5%—20%。", "what a project puts in"),
]
TABLES: list[tuple[str, list[dict[str, Any]], str]] = [
    (
        "项目\t资金来源\t金额（万元）\n服务中心\t中央财政\t300\n物流体系\t\t200\n合计\t\t500",
        [
            {"source": "中央财政", "item": "服务中心", "amount_yuan": 300 * W, "is_total": 0},
            {"source": "中央财政", "item": "物流体系", "amount_yuan": 200 * W},
            {"item": "合计", "amount_yuan": 500 * W, "is_total": 1},
        ],
        "a merged source and a total",
    ),
    (
        "建设内容\t预算（元）\n培训\t50000",
        [{"source": None, "item": "培训", "amount_yuan": 50000}],
        "yuan in the header",
    ),
    (
        "设立总额最高5亿元的“算力券”。",
        [{"source": None, "item": "算力券", "amount_yuan": 500000000}],
        "a pot of vouchers",
    ),
    (
        "每年设立总额1000万元的“算力券”，企业采购算力服务的，可申领使用。",
        [{"item": "算力券", "amount_yuan": 1000 * W, "frequency": "yearly"}],
        "vouchers behind their total",
    ),
    (
        "市级财政安排资金600万元，组织实施“揭榜挂帅”项目，开展技术攻关。",
        [{"source": "市级财政", "item": "组织实施“揭榜挂帅”项目", "amount_yuan": 600 * W}],
        "what bare money is for, behind it",
    ),
    ("区财政按照热泵1500元/户，电暖气2000元/户的标准安排资金。", [], "a standard by the household"),
    ("市级技改专项支持门槛由2000万元以上调整为1000万元以上。", [], "from what size on"),
    (
        "面向使用单位发放5亿元“算力券”。",
        [{"source": None, "item": "算力券", "amount_yuan": 500000000}],
        "for whom it is",
    ),
    (
        "县财政每年投入200万元资金，征集创新创业项目。",
        [{"source": "县财政", "item": "征集创新创业项目", "amount_yuan": 200 * W}],
        "what the money is spent on",
    ),
    (
        "奖励资金由县财政首次安排6万元。",
        [{"source": "县财政", "amount_yuan": 6 * W}],
        "where a fund comes from",
    ),
    ("对投资1000万元以上的旅游项目，优先安排用地指标。", [], "land is set aside, no money"),
    ("工作任务\t完成情况\n建设平台\t已安排资金700万元", [], "how far one has come"),
    ("补贴对象\t补贴标准（元）\n种粮大户\t200", [], "a table of subsidies"),
    ("指标\t目标值\n销售额（亿元）\t5", [], "a table of targets"),
]


@pytest.mark.parametrize("text, expected, reason", [*SENTENCES, *TABLES])
def test_budgets(text: str, expected: list[dict[str, Any]], reason: str) -> None:
    assert not differences(budgets(text), expected, silent=()), reason


@pytest.mark.parametrize("text, reason", NONE)
def test_no_budgets(text: str, reason: str) -> None:
    assert budgets(text) == [], reason
