"""Spreadsheets: titles, names of columns, merged cells, figures as a person sees them."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from forms.converted import convert
from openpyxl import Workbook

from extract.read import read
from extract.read.sheets import shown
from extract.read.source import Source, Unreadable

SHOWN = [
    (95, "General", "95", "a count"),
    (95.0, "General", "95", "files keep whole numbers as fractions"),
    (0.3, "0%", "30%", "a share"),
    (0.125, "0.0%", "12.5%", "a share with a decimal"),
    (1234.5, "#,##0.00", "1234.50", "decimals as shown"),
    (0.1 + 0.2, "General", "0.3", "no noise of binary fractions"),
    (3.5, "0.0_ ", "3.5", "a format with padding"),
    (date(2019, 3, 5), "yyyy-mm-dd", "2019年3月5日", "a date"),
    (datetime(2019, 12, 31), "yyyy年m月", "2019年12月31日", "a date with time"),
    (True, "General", "是", "a yes"),
    (" 市商务局\n市财政局 ", "General", "市商务局 市财政局", "two lines in a cell"),
    ("含\t制表符", "@", "含 制表符", "a tab parts cells and nothing else"),
]


@pytest.mark.parametrize("value, form, words, reason", SHOWN)
def test_cells_as_a_person_sees_them(value: Any, form: str, words: str, reason: str) -> None:
    assert shown(value, form) == words, reason


def book(tmp_path: Path, rows: list[list[Any]], *merged: str, name: str = "Sheet1") -> Path:
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = name
    for row in rows:
        sheet.append(row)
    for cells in merged:
        sheet.merge_cells(cells)
    made.save(tmp_path / "n.xlsx")
    return tmp_path / "n.xlsx"


NAMES = ["序号", "工作任务", "责任单位"]
LAYOUTS = [
    (
        [NAMES, [1, "培训", "市商务局"]],
        (),
        "Sheet1",
        ["序号\t工作任务\t责任单位", "1\t培训\t市商务局"],
        0,
        "a table alone",
    ),
    (
        [["附件2"], ["任务分解表"], NAMES, [1, "培训", "市商务局"]],
        ("A2:C2",),
        "Sheet1",
        ["附件2", "任务分解表", "序号\t工作任务\t责任单位", "1\t培训\t市商务局"],
        2,
        "title lines above",
    ),
    (
        [NAMES, [1, "培训", "市商务局"], [2, None, "市财政局"]],
        ("B2:B3",),
        "任务表",
        ["任务表", "序号\t工作任务\t责任单位", "1\t培训\t市商务局", "2\t\t市财政局"],
        1,
        "a merged cell; the sheet's name where there is no title",
    ),
    (
        [NAMES, [1, "培训", "市商务局"], ["注：每季度末报送。"]],
        (),
        "Sheet1",
        ["序号\t工作任务\t责任单位", "1\t培训\t市商务局", "注：每季度末报送。"],
        0,
        "a note below",
    ),
    (
        [NAMES, ["一、培训"], [1, "培训", "市商务局"]],
        ("A2:C2",),
        "Sheet1",
        ["序号\t工作任务\t责任单位", "一、培训\t\t", "1\t培训\t市商务局"],
        0,
        "a heading among the rows stays a row",
    ),
    ([[None, None], [None, "只有一格"]], (), "Sheet1", ["只有一格"], 1, "a single cell is a line"),
]


@pytest.mark.parametrize("rows, merged, name, expected, above, reason", LAYOUTS)
def test_layouts(
    tmp_path: Path,
    rows: list[list[Any]],
    merged: tuple[str, ...],
    name: str,
    expected: list[str],
    above: int,
    reason: str,
) -> None:
    source = read(book(tmp_path, rows, *merged, name=name))
    assert source.text.split("\n") == expected, reason
    tables = [source.text[first:after].split("\n") for first, after in source.tables]
    assert [table[0] for table in tables] == expected[above : above + 1]
    assert source.format == "xlsx"


def codes(source: Source) -> list[str]:
    return [doubt.code for doubt in source.doubts]


def test_hidden_sheets_and_formulas_without_results_are_told(tmp_path: Path) -> None:
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.append(["项目", "金额"])
    sheet.append(["合计", "=SUM(B3:B9)"])
    made.create_sheet("隐藏").sheet_state = "hidden"
    made.save(tmp_path / "n.xlsx")
    source = read(tmp_path / "n.xlsx")
    assert source.text == "项目\t金额\n合计\t"
    assert codes(source) == ["sheets-hidden", "formula-unknown"]


def test_a_sheet_without_end_is_cut_and_that_is_told(tmp_path: Path) -> None:
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.append(["项目", "金额"])
    sheet.cell(1_048_576, 16_384, "远")
    made.save(tmp_path / "n.xlsx")
    source = read(tmp_path / "n.xlsx")
    assert source.text.startswith("项目")
    assert codes(source) == ["sheet-cut"]


def test_an_empty_workbook(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="no words"):
        read(book(tmp_path, []))


@pytest.mark.parametrize("form", ["xls", "et", "ods"])
def test_old_and_open_workbooks_give_the_same(form: str, tmp_path: Path) -> None:
    rows = [
        ["任务分解表"],
        [*NAMES, "完成时限", "占比"],
        [1, "培训", "市商务局", date(2019, 3, 5), 0.3],
        [2, None, "市财政局", None, 2.5],
    ]
    file = book(tmp_path, rows, "A1:E1", "B3:B4")
    expected = read(file)
    [made] = convert([file], form, tmp_path)
    source = read(made)
    assert (source.text, source.tables) == (expected.text, expected.tables)
    assert source.format == ("ods" if form == "ods" else "xls")
