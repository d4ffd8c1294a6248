"""Tasks in tables: which column holds them, who is charged, and which rows are none."""

from __future__ import annotations

import pytest
from charged import tasks

TABLES = [
    (
        "序号\t工作任务\t牵头责任单位\t配合单位\t时限要求\n1\t建设平台\t市商务局\t市财政局、市税务局等\t6月底\n2\t推进物流\t市交通局\t\t7月底",
        ["建设平台 → 市商务局 牵头, 市财政局 配合, 市税务局 配合", "推进物流 → 市交通局 牵头"],
        "the column gives the role",
    ),
    (
        "序号\t重点任务\t责任单位\n1\t建设平台\t市商务局\n2\t推进物流\t\n3\t培训人才\t市人社局",
        ["建设平台 → 市商务局 责任", "推进物流 → 市商务局 责任", "培训人才 → 市人社局 责任"],
        "a merged unit cell",
    ),
    (
        "任务\t责任部门\n建设平台\t市商务局牵头，市财政局配合",
        ["建设平台 → 市商务局 牵头, 市财政局 配合"],
        "the cell says the roles",
    ),
    (
        "主要内容\t实施主体\n\t市商务局\n建设平台\t市财政局\n\t市税务局",
        ["建设平台 → 市财政局 责任", "建设平台 → 市税务局 责任"],
        "a merged task cell",
    ),
    ("成员单位\t工作职责\n市商务局\t负责统筹。", ["负责统筹。 → 市商务局 责任"], "a table of duties"),
    (
        "工作任务\t责任单位\n负责宣传。\t市农业农村局（乡村振兴局）",
        ["负责宣传。 → 市农业农村局（乡村振兴局） 责任"],
        "a name with brackets",
    ),
    (
        "序号\t重点任务\t主要内容\t牵头部门\t责任单位\n1\t1.优化企业开办服务，提升便利程度\t推进电子营业执照在交易平台中的广泛应用。\t市市场监管局\t市商务局\n"
        "2\t\t试点推动企业常用电子证照信息与营业执照相关联。\t市市场监管局\t市税务局\n3\t\t优化注销平台功能，加强部门间数据互通共享。\t市税务局\t",
        [
            "推进电子营业执照在交易平台中的广泛应用。 → 市市场监管局 牵头, 市商务局 责任",
            "试点推动企业常用电子证照信息与营业执照相关联。 → 市市场监管局 牵头, 市税务局 责任",
            "优化注销平台功能，加强部门间数据互通共享。 → 市税务局 牵头",
        ],
        "a task over several rows names the group, the column beside it the tasks",
    ),
    (
        "事项名称\t责任单位（第一个为牵头单位）\n企业开办一件事\t市数据局、市市场监管局",
        ["企业开办一件事 → 市数据局 牵头, 市市场监管局 配合"],
        "an order rule in the header",
    ),
    (
        "县区\t建设要求\t责任单位\n霍邱县\t新建仓储设施和物流网点\t市商务局",
        ["新建仓储设施和物流网点 → 市商务局 责任"],
        "no column says task: the longest",
    ),
    (
        "序号\t工作任务\t牵头单位及负责人\n1\t建设平台\t市商务局 王某\n2\t推进物流\t市交通局李某某",
        ["建设平台 → 市商务局 牵头", "推进物流 → 市交通局 牵头"],
        "persons beside the bodies",
    ),
    ("任务\t责任单位\n建设平台\t分管副市长、市商务局", ["建设平台 → 市商务局 责任"], "who holds an office is no body"),
    (
        "序号\t工作任务\t责任单位\n1\t建设平台\t市商务局\n\t推进物流\t",
        ["建设平台 → 市商务局 责任", "推进物流 → 市商务局 责任"],
        "all but the task merged with the row above",
    ),
    (
        "序号\t任务\t责任单位\n（1）\t建设平台\t市商务局\n二、重点工作\t\t\n1\t提振消费\t\n（2）\t推进物流\t市交通局",
        ["建设平台 → 市商务局 责任", "推进物流 → 市交通局 责任"],
        "headings between the rows have nobody",
    ),
    (
        "重点工作\t责任单位\t任务来源\n建设平台\t市商务局\t市政发〔2022〕9号文件",
        ["建设平台 → 市商务局 责任"],
        "where a task comes from is none",
    ),
    (
        "事项名称\t2024年度任务目标\t责任单位\n改建学校\t完成2所学校建设\t市教育局",
        ["完成2所学校建设 → 市教育局 责任"],
        "a year in the column's name",
    ),
    (
        "工作任务\t牵头单位\n建设平台\t市经信局、市科技局按职责分工负责\n建设园区\t市商务局牵头，市财政局配合",
        ["建设平台 → 市经信局 牵头, 市科技局 牵头", "建设园区 → 市商务局 牵头, 市财政局 配合"],
        "verbs in a cell, the column's role where they tell none",
    ),
    (
        "工作任务\t进度安排\n政务公开\t由市政府办公室全面梳理公共服务事项。第二季度开展评估。",
        ["由市政府办公室全面梳理公共服务事项 → 市政府办公室 责任"],
        "a charge in a table without a column of units",
    ),
    (
        "工作任务\t具体举措\t责任单位\n平台建设\t建设城市数字平台，提升服务水平。\t市商务局\n物流建设\t完善电商物流体系，提升效率。\t市邮政局",
        ["建设城市数字平台，提升服务水平。 → 市商务局 责任", "完善电商物流体系，提升效率。 → 市邮政局 责任"],
        "the column that tells at length what another only names",
    ),
    ("项目\t单位\t数量\n道路\t公里\t10", [], "a unit of measure is no body"),
    ("姓名\t责任领导\n张三\t李四", [], "persons are no bodies"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), TABLES, ids=[row[2] for row in TABLES])
def test_table(text: str, expected: list[str], reason: str) -> None:
    assert tasks(text) == expected
