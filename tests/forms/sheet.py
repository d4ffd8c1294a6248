"""The tables of a notice as workbooks: title over the whole width, names of columns, merged cells."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Side

_LINE = Side(style="thin")


def write_xlsx(title: str, rows: list[list[str]], out: Path) -> None:
    """Writes one sheet with the table; figures stand in it as figures, empty cells merged with those they go on."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    width = max(map(len, rows))
    sheet.append([title])
    sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=width)
    for row in rows:
        sheet.append([int(words) if words.isdecimal() else words or None for words in row])
    for cells in sheet.iter_rows(min_row=2):
        for cell in cells:
            cell.border = Border(_LINE, _LINE, _LINE, _LINE)
            cell.alignment = Alignment(wrap_text=True)
    top = 0
    for y in range(1, len(rows) + 1):
        if y == len(rows) or rows[y][0]:
            if y - top > 1 and rows[top][0]:
                sheet.merge_cells(start_row=top + 2, end_row=y + 1, start_column=1, end_column=1)
            top = y
    notes = book.create_sheet("填表说明")
    notes.sheet_state = "hidden"
    notes.append(["本表由各单位填写"])
    book.save(out)
