"""Tables of indicators, and tables that split a task up among places."""

from __future__ import annotations

import pytest
from promises import targets_of

YEARS = """指标\t单位\t2023年\t2024年\t2025年\t属性
增加值\t亿元\t100\t120\t≥150\t预期性
1.覆盖率\t%\t80\t85\t90左右\t约束性
（2）基站\t万个\t0.5\t1\t1.5\t预期性"""
PLAN = """指标\t2020年\t2025年\t属性
学前教育毛入园率（%）\t99\t99%以上\t约束性
平均受教育年限（年）\t11.4\t12.3年以上\t预期性"""
AIMS = """序号\t指标名称\t现状值\t目标值\t年均增长（%）
1\t5G用户数（万户）\t30\t50\t10
2\t办理时限（小时）\t20\t≤8\t
3\t机制建设\t初步\t完善\t"""
GROUPS = """类别\t指标\t2025年目标
产业规模\t营业收入（亿元）\t500
\t新增企业（家）\t20-30"""
PLACES = """县区\t新增企业数（家）\t2025年培训任务（人次）
霍邱县\t30\t500
金寨县\t20\t300
合计\t50\t800"""
TOWNS = """乡镇\t新种任务（亩）\t备注
全县合计\t7000\t
长安镇\t2150\t
城东街道\t600\t"""
PLACED = """县区\t指标\t单位\t2025年目标
霍邱县\t新增企业\t家\t30
金寨县\t新增企业\t家\t20"""
BUILT = """建设内容\t单位\t2024年\t2025年\t责任单位
新建公共充电桩\t个\t260\t320\t市发改委
其中：农村公共充电桩\t个\t90\t/\t市农业农村局"""
FUNDS = """县区\t补助资金（万元）
霍邱县\t30
金寨县\t20"""
IN_WORDS = """一级指标\t二级指标\t评价标准\t指标含义
数量\t1.签约服务覆盖率\t每年增加1-3个百分点。2035年达到75%。\t签约人数占比，≥1次的居民
\t2.签约居民续约率\t较上一年增加，力争2025年达到80%。\t续约的居民
质量\t3.血压控制率\t≥50%\t控制的患者"""
NO_VALUES = """序号\t工作任务\t责任单位
1\t建设平台\t市商务局"""


@pytest.mark.parametrize(
    "text, expected, reason",
    [
        (
            YEARS,
            [
                "增加值 =12000000000元 by 2024-12-31", "增加值 >=15000000000元 by 2025-12-31",
                "覆盖率 =85% by 2024-12-31", "覆盖率 ~90% by 2025-12-31",
                "基站 =10000个 by 2024-12-31", "基站 =15000个 by 2025-12-31",
            ],
            "a column a year, those before the notice left out; the unit in its column",
        ),
        (
            PLAN,
            ["学前教育毛入园率 >=99% by 2025-12-31", "平均受教育年限 >=12.3年 by 2025-12-31"],
            "the first year is where the plan starts from; the unit in brackets",
        ),
        (
            AIMS,
            ["5G用户数 =500000户", "5G用户数 =10% +", "办理时限 <=8小时"],
            "目标值 and a growth; a cell without a figure is none, no year no time limit",
        ),
        (
            IN_WORDS,
            [
                "签约服务覆盖率 =1-3百分点 + /每年", "签约服务覆盖率 >=75% by 2035-12-31",
                "签约居民续约率 >=80% by 2025-12-31", "血压控制率 >=50%",
            ],
            "a column that says in words what is to be reached; what an indicator means sets nothing out",
        ),
        (
            GROUPS,
            ["营业收入 =50000000000元 by 2025-12-31", "新增企业 =20-30家 + by 2025-12-31"],
            "a merged cell before the names; a range",
        ),
        (
            PLACES,
            [
                "新增企业数 =30家 + @霍邱县", "培训 =500人次 @霍邱县 by 2025-12-31",
                "新增企业数 =20家 + @金寨县", "培训 =300人次 @金寨县 by 2025-12-31",
                "新增企业数 =50家 +", "培训 =800人次 by 2025-12-31",
            ],
            "a row a place; the total is the place's own",
        ),
        (TOWNS, ["新种 =7000亩", "新种 =2150亩 @长安镇", "新种 =600亩 @城东街道"], "towns, which have no code, and their total"),
        (
            PLACED,
            ["新增企业 =30家 + @霍邱县 by 2025-12-31", "新增企业 =20家 + @金寨县 by 2025-12-31"],
            "a column of places beside the indicators",
        ),
        (
            BUILT,
            [
                "公共充电桩 =260个 by 2024-12-31", "公共充电桩 =320个 by 2025-12-31",
                "农村公共充电桩 =90个 by 2024-12-31",
            ],
            "no 指标 in the header, but units and years",
        ),
        (FUNDS, [], "money handed out is a budget"),
        (NO_VALUES, [], "a table of tasks without figures"),
    ],
)  # fmt: skip
def test_tables(text: str, expected: list[str], reason: str) -> None:
    assert targets_of(text) == expected, reason
