"""Tables of funds: columns of purses and sums, units in the name or once for the table; and tables of other money."""

from __future__ import annotations

import pytest
from promised import budgets, subsidies

W = 10_000

Sums = list[tuple[str | None, str, float, int]]
"""(source, item, yuan, is_total) of each budget."""

TABLES: list[tuple[str, Sums, str]] = [
    (
        "专项资金分配表\n单位：万元\n项目\t中央资金\t省级资金\t县级配套\t小计\n"
        "冷藏设施\t1200\t400\t200\t1800\n合计\t1200\t400\t200\t1800",
        [
            ("中央资金", "冷藏设施", 1200 * W, 0), ("省级资金", "冷藏设施", 400 * W, 0),
            ("县级配套", "冷藏设施", 200 * W, 0), (None, "冷藏设施", 1800 * W, 1),
            ("中央资金", "合计", 1200 * W, 1), ("省级资金", "合计", 400 * W, 1),
            ("县级配套", "合计", 200 * W, 1), (None, "合计", 1800 * W, 1),
        ],
        "a column a purse, the unit on a line above; totals in a row and in a column",
    ),
    (
        "单位：万元\n项目\t金额\n培训\t30\n宣传\t1,020.5",
        [(None, "培训", 30 * W, 0), (None, "宣传", 10205000, 0)],
        "a plain sum under the unit; a comma between thousands",
    ),
    (
        "衔接资金下达表（单位：万元）\n序号\t县区\t下达资金\n1\t金寨县\t300\n2\t霍山县\t200",
        [(None, "金寨县", 300 * W, 0), (None, "霍山县", 200 * W, 0)],
        "the unit in the title; the place, not the number of the row",
    ),
    (
        "资金分配表（万元）\n项目\t补助金额\n水渠\t300",
        [(None, "水渠", 300 * W, 0)],
        "补助金额 that is split up, by the title",
    ),
    (
        "项目\t中央资金（万元）\t省级资金（万元）\n冷链\t100\t50",
        [("中央资金", "冷链", 100 * W, 0), ("省级资金", "冷链", 50 * W, 0)],
        "the unit in each name",
    ),
    (
        "项目\t总投资（万元）\t其中：财政资金\t自筹资金\n冷链\t300\t100\t200",
        [("财政资金", "冷链", 100 * W, 0)],
        "the public part of an investment",
    ),
    (
        "项目名称\t建设单位\t总投资（万元）\t资金来源（万元）中央\t资金来源（万元）省级\t资金来源（万元）自筹\n水厂\t甲公司\t300\t100\t50\t150",
        [("中央", "水厂", 100 * W, 0), ("省级", "水厂", 50 * W, 0)],
        "names in two rows",
    ),
    (
        "单位：万元\n市县\t项目数（个）\t应安排金额\t提前下达\t本次下达\n甲市\t3\t600\t400\t200\n乙市\t2\t300\t100\t200",
        [
            (None, "甲市", 600 * W, 1), (None, "甲市", 400 * W, 0), (None, "甲市", 200 * W, 0),
            (None, "乙市", 300 * W, 1), (None, "乙市", 100 * W, 0), (None, "乙市", 200 * W, 0),
        ],
        "a column that sums up the others in every row; a count is no item",
    ),
    (
        "乡镇\t补助标准（元/亩）\t补助资金（万元）\n甲镇\t200\t10",
        [(None, "甲镇", 10 * W, 0)],
        "a standard beside the sum",
    ),
    (
        "项目\t安排资金\n培训\t30万元\n宣传\t20万元",
        [(None, "培训", 30 * W, 0), (None, "宣传", 20 * W, 0)],
        "the unit in the cells",
    ),
]  # fmt: skip
NONE = [
    ("主要指标（单位：万元）\n指标\t2024年\t2025年\n投资\t100\t200", "a table of indicators"),
    ("单位：万元\n企业名称\t营业收入\t税收\n甲公司\t1000\t20", "what firms earn"),
    ("违法行为\t罚款金额（元）\n占道\t500", "fines"),
    ("项目\t总投资（万元）\t自筹资金（万元）\n仓库\t300\t300", "an investor's own money"),
    ("项目\t金额\n培训\t30", "no unit"),
    ("事项\t时间安排\t数量\n动员\t3月\t5", "no money"),
]


@pytest.mark.parametrize("text, expected, reason", TABLES)
def test_tables_of_funds(text: str, expected: Sums, reason: str) -> None:
    found = [(row["source"], row["item"], row["amount_yuan"], row["is_total"]) for row in budgets(text)]
    assert found == expected, reason
    assert subsidies(text) == [], reason


@pytest.mark.parametrize("text, reason", NONE)
def test_tables_of_other_money(text: str, reason: str) -> None:
    assert budgets(text) == [], reason
