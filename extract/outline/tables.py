"""Table rows of the clean text → tables with named columns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.clean import Cleaned
from extract.clean.fit import TOTAL
from extract.outline.model import Cell, Table

Row = tuple[Cell, ...]

_LONGEST_NAME = 24
_FIGURE = re.compile(r"[约≥≤<>]?[\d.,]+\s*[%％万亿元个家人]*$")
"""≥500 万元 · 12.5% · 3家 · 1,200."""
_USUAL_NAME = re.compile(
    "序号|名称|项目|内容|金额|单位|标准|备注|任务|时限|来源|安排|指标|类别|资金|责任|目标|年度|对象"
)
"""序号 · 任务名称 · 责任单位 · 年度目标."""
_YEAR = re.compile(r"(?:19|20)\d\d(?:年.{0,6})?$|(?:19|20)\d\d[-—–](?:19|20)?\d\d年?$")
"""2023 · 2023年目标 · 2021-2023年: names of columns."""


def find_tables(cleaned: Cleaned) -> list[Table]:
    """The tables in the order of the text. Rows that name the columns again (on the next page) are left out.

    Where the columns are named anew after a total, another table begins. A first row that is a title over all
    columns stands in the table's range, but is no row.
    """
    out: list[Table] = []
    for start, end in cleaned.tables:
        out += _tables_of(cleaned.text, list(_rows(cleaned.text, start, end)))
    return out


def cell_text(text: str, cell: Cell) -> str:
    """The cell's words; empty where a merged cell goes on."""
    return text[cell.start : cell.end]


def filled(table: Table, index: int) -> tuple[Cell, ...]:
    """The cells of a column, an empty one replaced by the one above: what a cell merged over rows stands for.

    Only for columns that have merged cells: elsewhere an empty cell says that there is nothing.
    """
    out: list[Cell] = []
    for row in table.rows:
        cell = row[index]
        out.append(out[-1] if cell.start == cell.end and out else cell)
    return tuple(out)


def is_total(text: str, row: Row) -> bool:
    """Whether a row sums up others: 资金合计, 小计, 总计."""
    first = next((cell for cell in row if cell.end > cell.start), None)
    return first is not None and bool(TOTAL.match(cell_text(text, first)))


def _rows(text: str, start: int, end: int) -> Iterator[Row]:
    at = start
    for line in text[start:end].split("\n"):
        cells = []
        for words in line.split("\t"):
            cells.append(Cell(at, at + len(words)))
            at += len(words) + 1
        yield tuple(cells)


def _tables_of(text: str, rows: list[Row]) -> Iterator[Table]:
    start = 0
    names = _names(text, rows, start)
    for index in range(1, len(rows)):
        anew = is_total(text, rows[index - 1]) and _names_anew(text, rows[index], names[1])
        if anew or len(rows[index]) != len(rows[start]):
            yield _table(text, rows[start:index], names)
            start, names = index, _names(text, rows, index)
    yield _table(text, rows[start:], names)


def _names(text: str, rows: list[Row], start: int) -> tuple[int, tuple[str, ...]]:
    """(index after the rows that name the columns, counted from `start`; the names, none if no row names them)."""
    first = start
    while first + 1 < len(rows) and len(rows[first]) > 1 and sum(cell.end > cell.start for cell in rows[first]) == 1:
        first += 1
    if not _is_header(text, rows[first]):
        return 0, ()
    names = tuple(cell_text(text, cell) for cell in rows[first])
    if first + 1 < len(rows) and _is_second_header(text, names, rows[first + 1]):
        return first + 2 - start, _two_rows(names, tuple(cell_text(text, cell) for cell in rows[first + 1]))
    return first + 1 - start, names


def _is_header(text: str, row: Row) -> bool:
    """Names of columns are short, no sentences and, but for years, no figures; 小计 names none but later ones."""
    words = [cell_text(text, cell) for cell in row if cell.end > cell.start]
    named = len(words) >= max(2, len(row) / 2) and not TOTAL.match(words[0])
    return named and all(_is_name(name) for name in words)


def _names_anew(text: str, row: Row, names: tuple[str, ...]) -> bool:
    """Whether a row after a total names the columns of another table: with the same names, or such as tables have."""
    words = [cell_text(text, cell) for cell in row]
    usual = sum(bool(_USUAL_NAME.search(word)) for word in words)
    return tuple(words) == names or (_is_header(text, row) and usual > len(words) / 2)


def _is_name(words: str) -> bool:
    if len(words) > _LONGEST_NAME or words.endswith(("。", "；", "，", "、", "——")):
        return False
    return not _FIGURE.match(words) or bool(_YEAR.match(words))


def _is_second_header(text: str, names: tuple[str, ...], row: Row) -> bool:
    """目标值 over 2021年, 2022年: the second row names what the first leaves open, and leaves open what it names."""
    words = [cell_text(text, cell) for cell in row]
    if (
        len(words) != len(names)
        or all(names)
        or not any(name and not word for name, word in zip(names, words, strict=True))
    ):
        return False
    return all(word if not name else True for name, word in zip(names, words, strict=True)) and all(
        _is_name(word) for word in words if word
    )


def _two_rows(over: tuple[str, ...], under: tuple[str, ...]) -> tuple[str, ...]:
    out = []
    held = ""
    for name, word in zip(over, under, strict=True):
        held = name or held
        out.append(held + word)
    return tuple(out)


def _table(text: str, rows: list[Row], names: tuple[int, tuple[str, ...]]) -> Table:
    body, header = names
    named = [tuple(cell_text(text, cell) for cell in row) for row in rows[:body]]
    kept = [row for row in rows[body:] if tuple(cell_text(text, cell) for cell in row) not in named]
    return Table(rows[0][0].start, rows[-1][-1].end, header, tuple(kept))
