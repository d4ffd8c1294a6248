"""Tables copied one cell a line without any mark, and lists of short lines that are none."""

from __future__ import annotations

import pytest

from extract.clean import Cleaned, clean
from extract.outline.tables import cell_text, find_tables
from extract.read.source import Source

Rows = list[list[str]]

READ: list[tuple[Rows, str]] = [
    (
        [["人才类别", "安家补贴（万元）", "生活津贴（元/月）"], ["A类", "“一事一议”", "——"],
         ["B类", "300", "8000"], ["C类", "90", "5000"]],
        "units in the names; words and dashes instead of sums",
    ),
    ([["奖励类别", "奖励标准"], ["地接奖励", "每人天10元，年度最高100万元"], ["包机奖励", "每架次2万元"]], "two columns, whole promises"),
    ([["作物", "补贴标准"], ["水稻", "1.5"], ["小麦", "2"]], "the unit stands in the caption"),
    ([["级别", "奖励"], ["国家级", "50万元"], ["省级", "30万元"]], "a row a grade"),
    ([["规模", "补贴标准"], ["50亩以上", "每亩100元"], ["20-50亩", "每亩50元"]], "sizes, no words"),
    (
        [["任务", "责任单位", "完成时限"], ["建设冷库3个", "市商务局、市财政局", "2024年12月底前"], ["培训人才", "各乡镇", "长期坚持"]],
        "a table of tasks",
    ),
    (
        [["重点任务", "责任单位", "完成时限"], ["1.建设冷库。", "市商务局", "2024年6月"], ["2.培训人才。", "市人社局", "年底前"]],
        "numbered tasks",
    ),
    (
        [["任务", "责任单位", "完成时限"], ["建设冷库3个", "市商务局牵头，市财政局配合", "2024年12月底前"],
         ["培训人才", "各县区政府按职责分工负责", "2025年"]],
        "cells of units with what each does",
    ),
    (
        [["指标", "单位", "2024年", "2025年"], ["数字经济增加值占比", "%", "10", "12"], ["新增企业", "家", "300", "400"]],
        "a table of indicators",
    ),
    (
        [["指标名称", "2020年", "2025年目标值", "属性"], ["研发投入强度（%）", "2.1", "2.8", "预期性"], ["能耗降低（%）", "—", "[13.5]", "约束性"]],
        "units behind the indicators",
    ),
    (
        [["类别", "名称", "面积（亩）", "补助标准（元/亩）"], ["种植", "水稻", "100", "200"], ["", "小麦", "90", "150"],
         ["养殖", "虾", "50", "80"], ["合计", "", "240", "430"]],
        "a cell merged downwards, a total over two columns",
    ),
    (
        [["任务", "牵头单位", "配合单位", "时限"], ["建冷库", "市商务局", "市财政局", "2024年"], ["办展会", "市商务局", "", "2025年"],
         ["建网点", "市邮政局", "市财政局", "2025年"]],
        "an empty cell",
    ),
    ([["序号", "项目", "金额（万元）", "备注"], ["1", "冷库", "100", ""], ["2", "站点", "200", ""]], "an empty last column"),
    (
        [["阶段", "时间安排", "主要任务"], ["启动阶段", "2024年3月", "制定方案，动员部署。"], ["实施阶段", "2024年4月-10月", "推进建设。"]],
        "phases",
    ),
    (
        [["序号", "任务", "责任单位", "完成时限"], ["一、市长负责事项", "", "", ""], ["1", "建设冷库3个。", "市商务局", "2024年6月"],
         ["2", "培训人才。", "市人社局", "2024年9月"], ["3", "举办展会。", "市贸促会", "2024年10月"]],
        "a heading inside, before the first number",
    ),
]  # fmt: skip
NO_TABLES = [
    ("市发展改革委\n市财政局\n市商务局\n2024年5月1日", "who signs"),
    ("奖励对象\n全市电商企业\n奖励标准\n10万元\n申报时间\n2024年5月前", "headings with a line each"),
    ("项目名称\n申报单位\n联系人\n联系电话\n申报日期\n2024年5月", "a form to fill in"),
    ("一次性补贴\n求职补贴\n每人1000元\n创业补贴\n每人5000元", "headings of benefits"),
    ("政策文件\n政策解读\n时间\n2024年5月6日\n来源\n市政府办公室", "what stands around the text of a page"),
    ("补贴标准\n博士\n3000元\n硕士\n2000元", "one name, two columns: nothing says which is which"),
    ("工作措施\n责任单位\n市商务局\n市财政局\n市人社局\n市教育局", "a list of bodies"),
    ("服务内容\n服务对象\n退役军人\n残疾人\n服务时间\n长期", "headings and words"),
    ("任务\n责任单位\n建设冷库\n市商务局", "one row is not enough"),
    ("主办单位 市商务局\n承办单位 市财政局\n活动时间 2024年5月", "fields, each with its name"),
    ("主任 张三\n副主任 李四\n成员 王五", "members"),
    ("申报时间 2024年5月 \n申报条件 年销售额100万元\n奖励标准 10万元", "fields and what they hold"),
    ("附件1\n申报表\n附件2\n汇总表\n附件3\n承诺书", "a list of attachments"),
]


def cleaned(text: str) -> Cleaned:
    body = f"一、标准\n按下表执行。\n{text}\n二、附则\n本办法自印发之日起施行。"
    return clean(Source("notice.txt", "", 0, "txt", body))


@pytest.mark.parametrize("apart", ["\n", "\n\n"])
@pytest.mark.parametrize("rows, reason", READ)
def test_rows(rows: Rows, reason: str, apart: str) -> None:
    result = cleaned(apart.join("\n".join(cell for cell in row if cell) for row in rows))
    (table,) = find_tables(result)
    got = [list(table.header), *([cell_text(result.text, cell) for cell in row] for row in table.rows)]
    assert got == rows, reason
    assert result.text.startswith("一、标准\n按下表执行。\n")
    assert result.text.endswith("\n二、附则\n本办法自印发之日起施行。")
    assert cleaned(result.text).tables, "cleaning again keeps it"


@pytest.mark.parametrize("mark", ["    ", " | ", "|", "　", " "])
@pytest.mark.parametrize("rows, reason", [READ[1], READ[2], READ[5], READ[7]])
def test_a_row_a_line(rows: Rows, reason: str, mark: str) -> None:
    result = cleaned("\n".join(mark.join(row) for row in rows))
    (table,) = find_tables(result)
    got = [list(table.header), *([cell_text(result.text, cell) for cell in row] for row in table.rows)]
    assert got == rows, reason
    assert result.text.endswith("\n二、附则\n本办法自印发之日起施行。")


def test_a_cell_of_several_paragraphs() -> None:
    rows = [
        "任务",
        "责任单位",
        "建冷库",
        "市商务局",
        "办展会",
        "市贸促会",
        "推进：",
        "一是建站。",
        "二是直播；",
        "市商务局",
    ]
    (table,) = find_tables(result := cleaned("\n".join(rows)))
    assert cell_text(result.text, table.rows[2][0]) == "推进：一是建站。二是直播；"


def test_a_last_cell_of_several_lines() -> None:
    rows = [
        "项目",
        "标准",
        "地接奖励",
        "每人10元",
        "包机奖励",
        "每架次2万元，",
        "年度最高50万元",
        "专列奖励",
        "每列3万元",
    ]
    (table,) = find_tables(result := cleaned("\n".join(rows)))
    assert [cell_text(result.text, row[1]) for row in table.rows][1] == "每架次2万元，年度最高50万元"
    assert find_tables(cleaned("\n".join(rows).replace("，", ""))) == [], "nothing parts the two sums"


def test_a_note_below_is_no_row() -> None:
    result = cleaned("等级\n奖励金额（万元）\n甲级\n20\n乙级\n10\n注：不重复奖励。")
    (table,) = find_tables(result)
    assert len(table.rows) == 2
    assert "\n注：不重复奖励。\n" in result.text


@pytest.mark.parametrize("text, reason", NO_TABLES)
def test_no_tables(text: str, reason: str) -> None:
    assert find_tables(cleaned(text)) == [], reason


@pytest.mark.parametrize(
    ("names", "rows", "reason"),
    [
        ("序号 | 事项 | 牵头部门 | 备注", ["1 | 建设平台 | 市商务局 | ", "2 | 完善物流 | 市邮政局 | "], "a last cell that is empty"),
        ("序号 | 指标 | 2020年 | 2025年", ["1 | 产业增加值（亿元） | 120 | 300", "2 | 基站数（个） | 2000 | 6000"],
         "units in the names of indicators"),
    ],
)  # fmt: skip
def test_rows_between_bars(names: str, rows: list[str], reason: str) -> None:
    result = cleaned("\n".join([names, *rows]))
    (table,) = find_tables(result)
    got = [[cell_text(result.text, cell) for cell in row] for row in table.rows]
    assert got == [[cell.strip() for cell in row.split("|")] for row in rows], reason
