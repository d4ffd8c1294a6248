"""Tables with a row a line, whose cells are parted by bars without a frame or by blanks: 类别 标准 / 冷库 100."""

from __future__ import annotations

import re

from extract.clean.fit import Cell, Row
from extract.clean.lines import Line
from extract.clean.stacked import MOST_COLUMNS, names_among, rows_among

_MARKS = (
    re.compile(r"[ \u3000]*[|｜][ \u3000]*"),  # 补贴对象 | 补贴标准
    re.compile(r"[ \u3000]{2,}|\u3000"),  # 补贴对象    补贴标准
    re.compile(r" "),  # 补贴对象 补贴标准
)
_PARTS = re.compile(r"[ \u3000|｜]")
_LONGEST, _LONGEST_BARRED = 300, 3000
"""Characters of a row: bars part long cells as well, blanks may stand inside them."""
_LONGEST_NAMES = 120


def parted(lines: list[Line], first: int) -> tuple[int, list[Row]] | None:
    """(the line after it, the rows) of the table whose columns are named in line `first`, if one is.

    As with a cell a line, the names must be such as columns have, and what the cells look like must repeat.
    """
    if len(lines[first].words) > _LONGEST_NAMES or not _PARTS.search(lines[first].words):
        return None
    for mark in _MARKS:
        names = _fields(lines[first], mark)
        if 2 <= len(names) <= MOST_COLUMNS and names_among([_words(lines[first], cell) for cell in names]) == len(
            names
        ):
            found = _table(lines, first, mark, len(names))
            if found:
                return found
    return None


def _table(lines: list[Line], first: int, mark: re.Pattern[str], count: int) -> tuple[int, list[Row]] | None:
    rows: list[Row] = []
    held: list[int] = []
    for i in range(first, len(lines)):
        if not lines[i].words:
            continue
        longest = _LONGEST_BARRED if mark is _MARKS[0] else _LONGEST
        cells = _fields(lines[i], mark) if len(lines[i].words) <= longest else []
        if len(cells) == count - 1 and _closes(lines[i]) and not _closes(lines[first]):
            cells.append([(lines[i].end, lines[i].end)])  # 1 | 建设平台 | 市商务局 | over 序号 | 任务 | 单位 | 备注
        if len(cells) != count:
            break
        held.append(i)
        rows.append(cells)
    words = [_words(lines[i], cell) for i, row in zip(held, rows, strict=True) for cell in row]
    read = rows_among(words, count)
    if read is None or read.after != count * len(read.rows):
        return None
    return held[len(read.rows) - 1] + 1, rows[: len(read.rows)]


def _closes(line: Line) -> bool:
    return line.words.endswith(("|", "｜"))


def _fields(line: Line, mark: re.Pattern[str]) -> list[Cell]:
    out: list[Cell] = []
    at = line.start
    for gap in mark.finditer(line.words):
        out.append([(at, line.start + gap.start())])
        at = line.start + gap.end()
    return [*out, [(at, line.end)]] if at < line.end or not out else out  # a bar at the end closes the last cell


def _words(line: Line, cell: Cell) -> str:
    start, end = cell[0]
    return line.words[start - line.start : end - line.start]
