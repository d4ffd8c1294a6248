"""Tables that plain text has lost: rows and cells found again, columns named, cells at their place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.clean import Cleaned, clean
from extract.outline.model import Table
from extract.outline.tables import cell_text, filled, find_tables, is_total
from extract.read import read
from extract.read.source import Source

NOTICES = sorted((Path(__file__).parent.parent / "corpus" / "notices").glob("*.txt"))


def cleaned(text: str, tables: tuple[tuple[int, int], ...] = ()) -> Cleaned:
    return clean(Source("notice.txt", "", 0, "txt", text, tables=tables))


def grid(result: Cleaned, table: Table) -> list[list[str]]:
    return [list(table.header), *([cell_text(result.text, cell) for cell in row] for row in table.rows)]


ROWS = [
    ["序号", "任务", "单位"],
    ["1", "建设5个站点", "市商务局"],
    ["2", "培训100人", "市人社局"],
    ["3", "宣传推广", "市委宣传部"],
]


@pytest.mark.parametrize(
    "text, rows, reason",
    [
        ("\n".join("\t".join(row) for row in ROWS), ROWS, "a row a line, cells parted by tabs"),
        ("\n\n".join("\t".join(row) for row in ROWS), ROWS, "with empty lines between"),
        ("\n\n".join("\n".join("\t" + cell for cell in row) for row in ROWS), ROWS, "a cell a line, rows parted"),
        ("\n".join("\t" + cell for row in ROWS for cell in row), ROWS, "a cell a line, rows told by their numbers"),
        ("\n".join(cell for row in ROWS for cell in row), ROWS, "a cell a line without any tab"),
        ("\n".join("    ".join(row) for row in ROWS), ROWS, "columns set with blanks"),
        ("\n".join("| " + " | ".join(row) + " |" for row in ROWS[:1]) + "\n|---|---|---|\n"
         + "\n".join("| " + " | ".join(row) + " |" for row in ROWS[1:]), ROWS, "Markdown"),
        (" |\n".join(cell for row in ROWS for cell in row) + " |", ROWS, "a cell a line, a bar left at its end"),
        ("序号\t任务\t单位\n1\t建设5个\n站点\t市商务局\n2\t培训100人\t市人社局\n3\t宣传推广\t市委宣传部", ROWS,
         "a cell over two lines"),
        ("序号\t任务\t单位\n1\t建设5个\n\n站点\t市商务局\n2\t培训100人\t市人社局\n3\t宣传推广\t市委宣传部", ROWS,
         "a cell over two pages"),
        ("序号\t任务\t单位\n1\t建设5个站点\t市商务局\n\n序号\t任务\t单位\n"
         "2\t培训100人\t市人社局\n3\t宣传推广\t市委宣传部", ROWS, "columns named again on the next page"),
        ("序号\t任务\t单位\n1\t建设5个站点\n2\t培训100人\t市人社局", [ROWS[0], ["1", "建设5个站点", ""], ROWS[2]],
         "a last cell lost"),
        ("\t项目\n\t内容\n\t金额\n\n（万元）\n\n\t站点\n\t建设\n\t300 \n\n\t\n\t改造\n\t200\n\n\t合计\n\t500\n",
         [["项目", "内容", "金额（万元）"], ["站点", "建设", "300"], ["", "改造", "200"], ["合计", "", "500"]],
         "a name continued, a cell merged downwards, a total's name over two columns"),
    ],
)  # fmt: skip
def test_forms_of_tables(text: str, rows: list[list[str]], reason: str) -> None:
    result = cleaned(f"附件：任务分解表\n\n{text}\n\n说明：按季度调度，落实责任。")
    assert [grid(result, table) for table in find_tables(result)] == [rows], reason
    assert result.text.startswith("附件：任务分解表\n")
    assert result.text.endswith("\n说明：按季度调度，落实责任。")


@pytest.mark.parametrize(
    "text, reason",
    [
        ("1.\t推进建设。\n2.\t加强监管。\n3.\t落实责任。", "a list with tabs after its numbers"),
        ("一、总则\t1\n二、任务\t3\n三、附则\t9", "a table of contents"),
        (
            "\t各区县人民政府：\n\t为加快发展，制定本方案。\n\n\t一、任务\n\t推进建设。\n\t加强监管。",
            "paragraphs that begin with a tab",
        ),
        ("安溪县人民政府办公室\t2018年3月15日印发", "one line is no table"),
        ("姓名：张三    电话：123    地址：北京\n落实责任。", "one line of fields"),
    ],
)
def test_no_tables(text: str, reason: str) -> None:
    result = cleaned(text)
    assert find_tables(result) == [], reason
    assert "\t" not in result.text


def test_rows_over_page_breaks() -> None:
    result = clean(read(NOTICES[0]))
    (table,) = find_tables(result)
    assert table.header == ("序号", "工作任务", "牵头责任单位", "配合单位", "时限要求")
    assert [cell_text(result.text, row[0]) for row in table.rows] == [str(n) for n in range(1, 17)]
    assert cell_text(result.text, table.rows[2][3]) == ""
    assert {cell_text(result.text, row[4]) for row in table.rows} == {
        "2019年12月31日前", "2019年10月31日前", "2019年8月31日前", "2020年2月28日前",
    }  # fmt: skip


def test_one_cell_a_line() -> None:
    result = clean(read(NOTICES[1]))
    (table,) = find_tables(result)
    assert table.header == ("序号", "工作任务", "责任单位", "时限要求")
    assert [cell_text(result.text, row[0]) for row in table.rows] == [str(n) for n in range(1, 31)]
    assert {cell_text(result.text, row[3]) for row in table.rows} == {"2024年3月底前"}
    assert cell_text(result.text, table.rows[8][2]) == "市农业农村局(乡村振兴局)"
    assert cell_text(result.text, table.rows[15][1]).startswith("推进休闲农业和乡村旅游示范（园区）建设，")


def test_merged_cells_totals_and_two_tables_in_one_run() -> None:
    result = clean(read(NOTICES[2]))
    central, county = find_tables(result)
    assert central.header == county.header == ("资金来源", "项目", "主要建设内容", "费用安排（万元）")
    amounts = [cell_text(result.text, row[3]) for row in central.rows]
    assert amounts == ["300", "350", "300", "450", "250", "250", "100", "2000"]
    assert [cell_text(result.text, row[3]) for row in county.rows] == ["150", "100", "250", "500万"]
    assert [is_total(result.text, row) for row in county.rows] == [False, False, False, True]
    assert [cell_text(result.text, cell) for cell in central.rows[-1]] == ["资金合计", "", "——", "2000"]
    assert cell_text(result.text, central.rows[3][0]) == ""
    assert {cell_text(result.text, cell) for cell in filled(county, 0)} == {"县财政配套资金", "资金合计"}
    assert "\n1.费用总计：2500万元，" in result.text[county.end :]


def test_known_tables_with_names_in_two_rows() -> None:
    text = "指标体系\n指标\t目标值\t\t单位\n\t2021年\t2025年\t\n零售额\t10亿元\t20亿元\t市商务局\n快递量\t\t9亿件\t"
    result = cleaned(text, ((5, len(text)),))
    (table,) = find_tables(result)
    assert grid(result, table) == [
        ["指标", "目标值2021年", "目标值2025年", "单位"],
        ["零售额", "10亿元", "20亿元", "市商务局"],
        ["快递量", "", "9亿件", ""],
    ]


def test_a_column_named_sum() -> None:
    result = cleaned("单位：万元\n项目\t省级\t小计\n冷库\t5\t8\n合计\t5\t8\n\n说明。\n\n小计\t5\n合计\t8")
    named, nameless = find_tables(result)
    assert (named.header, nameless.header) == (("项目", "省级", "小计"), ())


def test_a_title_row_and_a_table_without_names() -> None:
    text = "任务分解表\t\t\n序号\t任务\t单位\n1\t建设站点。\t市商务局\n\n甲。\n\n1\t建设。\n2\t培训。"
    result = cleaned(text)
    named, nameless = find_tables(result)
    assert grid(result, named) == [["序号", "任务", "单位"], ["1", "建设站点。", "市商务局"]]
    assert nameless.header == ()
    assert [[cell_text(result.text, cell) for cell in row] for row in nameless.rows] == [
        ["1", "建设。"],
        ["2", "培训。"],
    ]


CELLS = st.sampled_from(
    ["", "建设 5 个站点。", "市商务局、市财政局", "2019 年 12 月底前", "300", "推广，培训", "（含）"]
)


@given(st.lists(st.lists(CELLS, min_size=4, max_size=4).filter(any), min_size=1, max_size=8), st.booleans())
@settings(max_examples=80, deadline=None)
def test_generated_tables_keep_every_cell(rows: list[list[str]], apart: bool) -> None:
    numbered = [["序号", "任务", "内容", "单位", "时限"], *([str(n), *row] for n, row in enumerate(rows, 1))]
    if apart:
        text = "\n\n".join("\n".join("\t" + cell for cell in row) for row in numbered)
    else:
        text = "\n".join("\t".join(row) for row in numbered)
    result = cleaned(text)
    (table,) = find_tables(result)
    assert grid(result, table) == [[cell.replace(" ", "") for cell in row] for row in numbered]
    assert all(len(row) == len(table.header) for row in table.rows)
    again = cleaned(result.text)
    assert (again.text, again.tables) == (result.text, result.tables)


def test_rows_told_by_their_numbers_need_not_have_a_line_a_cell() -> None:
    """Bodies one below the other, a number for two rows, a cell lost: all from one page copied a cell a line."""
    result = cleaned("""附件：民生实事任务分解表
序号
民生实事
分管领导
责任单位
完成时限
1
新建2处便民市场。
李某
市商务局
市住建局
各街道
6月底前
2
新建5座公厕。
王某
市城管局
9月投入使用
改造3座公厕。
12月底前
3
新增公交线路2条。
王某
市交通局
12月底前
""")
    assert [grid(result, table) for table in find_tables(result)] == [
        [
            ["序号", "民生实事", "分管领导", "责任单位", "完成时限"],
            ["1", "新建2处便民市场。", "李某", "市商务局 市住建局 各街道", "6月底前"],
            ["2", "新建5座公厕。", "王某", "市城管局", "9月投入使用"],
            ["", "改造3座公厕。", "", "", "12月底前"],
            ["3", "新增公交线路2条。", "王某", "市交通局", "12月底前"],
        ]
    ]


def test_a_bar_at_the_end_of_a_row_is_no_cell() -> None:
    result = cleaned("序号 | 奖项 | 奖励金额（万元） |\n1 | 质量奖 | 100 |\n2 | 提名奖 | 20 |\n3 | 创新奖 | 15 |\n")
    assert [grid(result, table) for table in find_tables(result)] == [
        [["序号", "奖项", "奖励金额（万元）"], ["1", "质量奖", "100"], ["2", "提名奖", "20"], ["3", "创新奖", "15"]]
    ]


BARRED = """项目 | 工作任务 | 完成时间 | 牵头单位 |
1.公墓项目 | 新建公墓15处，完善管理。 | 10月底 | 民政局 |
做好绿化养护； | 2024.12 | 城投集团 |
2.道路项目 | 改造道路40公里，亮化75公里。 | 10月 | 交通局 |
2024.8 | 城投集团 |
"""


def test_rows_between_bars_whose_first_cells_are_merged() -> None:
    result = cleaned(BARRED)
    assert [grid(result, table) for table in find_tables(result)] == [
        [
            ["项目", "工作任务", "完成时间", "牵头单位"],
            ["1.公墓项目", "新建公墓15处，完善管理。", "10月底", "民政局"],
            ["", "做好绿化养护；", "2024.12", "城投集团"],
            ["2.道路项目", "改造道路40公里，亮化75公里。", "10月", "交通局"],
            ["", "", "2024.8", "城投集团"],
        ]
    ]


def test_rows_between_bars_that_make_up_for_their_first_cell_at_the_end() -> None:
    text = (
        "类别 | 事项名称 | 任务目标 | 责任单位 | 分管领导 |\n四、教育 | 14.改扩建学校 | 完成2座教学楼建设。 | 教育局 | 刘某 |\n"
        "15.建设场地 | 完成13处运动场地建设。 | 教育局 | 刘某 | |\n索引号： | 1137/2022 | 成文日期： | 2022-10-08 |\n"
    )
    result = cleaned(text)
    rows = [grid(result, table) for table in find_tables(result)]
    assert rows == [
        [
            ["类别", "事项名称", "任务目标", "责任单位", "分管领导"],
            ["四、教育", "14.改扩建学校", "完成2座教学楼建设。", "教育局", "刘某"],
            ["", "15.建设场地", "完成13处运动场地建设。", "教育局", "刘某"],
        ]
    ]


def test_numbered_rows_whose_column_names_have_two_lines_and_persons_beside_bodies() -> None:
    text = (
        "序号\n指标\n工作任务\n完成时限\n责任领导\n责任股室\n（单位）\n备注\n1\n文化服务\n演出不少于100场。\n12月底前\n夏某某\n文化股\n文化馆\n"
        "2\n旅游产业\n培育企业1家。\n5月底\n周某\n旅游股\n3\n文物保护\n完成文物修缮。\n执法大队\n"
    )
    result = cleaned(text)
    (rows,) = (grid(result, table) for table in find_tables(result))
    assert rows[0][5] == "责任股室（单位）"
    assert [row[4:6] for row in rows[1:]] == [["夏某某", "文化股 文化馆"], ["周某", "旅游股"], ["", "执法大队"]]


def test_fields_about_a_document_between_bars_are_no_table() -> None:
    head = "索引号：| 0024-00380 | 公开方式：| 主动公开 |\n公开范围 | 面向社会 | 公开时限 | 长期公开 |\n"
    found = [grid(result, table) for result in (cleaned(head + BARRED),) for table in find_tables(result)]
    assert [rows[0][0] for rows in found] == ["项目"]


@pytest.mark.parametrize("nothing", ["无", "—", "/"])
def test_a_column_in_which_every_cell_says_nothing(nothing: str) -> None:
    rows = f"序号 | 工作任务 | 责任单位 | 备注\n1 | 建设水库2座 | 县水利局 | {nothing}\n2 | 改造公路30公里 | 县交通局 | {nothing}\n"
    found = [grid(result, table) for result in (cleaned("任务分解表\n" + rows),) for table in find_tables(result)]
    assert [row[2] for row in found[0]] == ["责任单位", "县水利局", "县交通局"]
