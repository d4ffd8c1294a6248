"""Spreadsheets (XLSX by openpyxl, XLS and ET by xlrd): each sheet its title lines and a table."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from extract.doubts import Doubt
from extract.read.archive import Archive
from extract.read.docx import joined
from extract.read.docx_text import Block
from extract.read.file import RawFile
from extract.read.source import Source, Unreadable

MOST_ROWS, MOST_COLUMNS = 20_000, 256
"""Cells beyond are not read, and the person is told."""
_DEFAULT_NAME = re.compile(r"(?:Sheet|工作表|表)\s*\d*$", re.I)
"""Sheet1 · 工作表 2 · 表1."""
_PERCENT = re.compile(r"0(?:\.(0+))?%")  # 0.00%
_DECIMALS = re.compile(r"[0#]\.(0+)(?!0*%)")  # 0.00, #,##0.0
_QUOTED = re.compile(r"\[[^\]]*\]|\"[^\"]*\"|\\.")
_SHEET_PART = re.compile(r"/?xl/worksheets/[^/]+\.xml$", re.I)
_NO_RESULT = re.compile(rb"(?:</f>|<f[^>]*/>)\s*(?:<v\s*/>|<v></v>)?\s*</c>")  # a formula, and no value after it
_NOTE = re.compile(r"[注备说*※]|填[表报]|.*[。；：:]")  # 注：每季度末报送
_SHARE_OF_NAMES = 3  # the row of the column names fills at least a third of the columns


@dataclass(slots=True)
class Sheet:
    """A sheet's words by row and column (from 0)."""

    name: str
    cells: dict[tuple[int, int], str]
    cut: bool = False


def read_xlsx(raw: RawFile) -> Source:
    """The visible sheets of a workbook. Raises Unreadable where it is damaged or empty."""
    from openpyxl import load_workbook

    archive = Archive(raw)
    archive.refuse_bombs_and_entities()
    book = load_workbook(io.BytesIO(raw.data), data_only=True, keep_links=False)
    sheets = [_openpyxl_sheet(sheet) for sheet in book.worksheets if sheet.sheet_state == "visible"]
    unknown = sum(len(_NO_RESULT.findall(archive.read(name))) for name in archive.names if _SHEET_PART.match(name))
    return _source(raw, "xlsx", sheets, len(book.worksheets) - len(sheets), unknown)


def read_xls(raw: RawFile) -> Source:
    """The visible sheets of an old workbook (xls, et). Raises Unreadable where it is damaged, locked or empty."""
    import xlrd

    try:
        book = xlrd.open_workbook(file_contents=raw.data, formatting_info=True, logfile=io.StringIO())
    except xlrd.XLRDError as error:
        if "encrypted" in str(error):
            raise Unreadable(
                f"{raw.path}: is locked with a password (有密码); save it without one (请另存为无密码文件)"
            ) from error
        raise Unreadable(
            f"{raw.path}: the workbook is damaged (文件已损坏): {error}; save it again as .xlsx"
        ) from error
    sheets = [_xlrd_sheet(book, sheet) for sheet in book.sheets() if not sheet.visibility]
    return _source(raw, "xls", sheets, book.nsheets - len(sheets))


def _source(raw: RawFile, form: str, sheets: list[Sheet], hidden: int, unknown: int = 0) -> Source:
    blocks = [block for sheet in sheets for block in _blocks(sheet)]
    text, tables = joined(blocks)
    if not text.strip():
        raise Unreadable(f"{raw.path}: its sheets hold no words (表格没有内容); take the original file again")
    doubts = []
    if hidden:
        doubts.append(Doubt("sheets-hidden", "info", f"工作簿有 {hidden} 张隐藏的工作表未读取；如有需要请取消隐藏"))
    if cut := [sheet.name for sheet in sheets if sheet.cut]:
        where = f"工作表 {'、'.join(cut)} 超过 {MOST_ROWS} 行或 {MOST_COLUMNS} 列，其余部分未读取；请拆分后再读取"
        doubts.append(Doubt("sheet-cut", "warning", where))
    if unknown:
        why = f"有 {unknown} 个公式没有保存结果，按空单元格读取；请用表格软件打开并重新保存"
        doubts.append(Doubt("formula-unknown", "warning", why))
    return Source(raw.name, raw.sha256, len(raw.data), form, text, tables=tables, doubts=tuple(doubts))


def _blocks(sheet: Sheet) -> list[Block]:
    """Title lines, the table, notes below it."""
    rows = sorted({y for y, _ in sheet.cells})
    columns = sorted({x for _, x in sheet.cells})
    grid = [[sheet.cells.get((y, x), "") for x in columns] for y in rows]
    first, after = 0, len(grid)
    while first < after and not _may_be_names(grid[first]):
        first += 1
    while after > first and sum(map(bool, grid[after - 1])) == 1 and _NOTE.match(grid[after - 1][0]):
        after -= 1
    lines: list[Block] = ["\u3000".join(filter(None, row)) for row in grid[:first]]
    if not lines and rows and not _DEFAULT_NAME.match(sheet.name):
        lines = [sheet.name]
    table: list[Block] = [grid[first:after]] if after > first else []
    return lines + table + ["".join(row) for row in grid[after:]]


def _may_be_names(row: list[str]) -> bool:
    filled = sum(map(bool, row))
    return filled > 1 and filled * _SHARE_OF_NAMES >= len(row)


def _openpyxl_sheet(sheet: Any) -> Sheet:
    out = Sheet(sheet.title, {}, sheet.max_row > MOST_ROWS or sheet.max_column > MOST_COLUMNS)
    # The public ways to go over a sheet make every empty cell up to the last one, which may be the 17-billionth.
    for (row, column), cell in sheet._cells.items():
        if row <= MOST_ROWS and column <= MOST_COLUMNS and cell.value is not None:
            words = shown(cell.value, cell.number_format or "")
            if words:
                out.cells[row - 1, column - 1] = words
    return out


def _xlrd_sheet(book: Any, sheet: Any) -> Sheet:
    import xlrd

    out = Sheet(sheet.name, {}, sheet.nrows > MOST_ROWS or sheet.ncols > MOST_COLUMNS)
    for y in range(min(sheet.nrows, MOST_ROWS)):
        for x in range(min(sheet.row_len(y), MOST_COLUMNS)):
            cell = sheet.cell(y, x)
            if cell.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK, xlrd.XL_CELL_ERROR):
                continue
            value: Any = cell.value
            if cell.ctype == xlrd.XL_CELL_DATE:
                value = xlrd.xldate_as_datetime(value, book.datemode)
            words = shown(value, book.format_map[book.xf_list[cell.xf_index].format_key].format_str)
            if words:
                out.cells[y, x] = words
    return out


def shown(value: Any, form: str) -> str:
    """The cell as a person sees it: 0.3 as 0% is 30%, a date is 2019年3月5日, 95.0 is 95."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime | date):
        return f"{value.year}年{value.month}月{value.day}日"
    if isinstance(value, time):
        return f"{value.hour}:{value.minute:02}"
    if isinstance(value, int | float):
        return _number(value, form)
    return " ".join(str(value).replace("\t", " ").split("\n")).strip(" \r\u3000")


def _number(value: int | float, form: str) -> str:
    if percent := _PERCENT.search(form):
        return f"{value * 100:.{len(percent[1] or '')}f}%"
    plain = _QUOTED.sub("", form)
    if isinstance(value, int) or value.is_integer():
        return str(int(value))
    decimals = _DECIMALS.search(plain)
    return f"{value:.{len(decimals[1])}f}" if decimals else f"{value:.12g}"
