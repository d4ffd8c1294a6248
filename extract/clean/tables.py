"""Tables that a plain text has lost: which lines are rows, and what the cells are.

A row leaves here as its cells, each a list of stretches of the text; the clean text then holds it as one line.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from extract.clean.fit import Cell, Row, fit, words_of
from extract.clean.lines import PART, Line, Span
from extract.clean.numbered import numbered
from extract.clean.parted import parted
from extract.clean.stacked import UNIT_NOTE, stacked


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows that stand in the lines first:after (indices). No rows: these lines look like a table's, but are none."""

    first: int
    after: int
    rows: list[Row]


_PIPES = re.compile(r"\|.*\|$")  # | 序号 | 任务 |
_BARS = re.compile(r"[^|]*[^| ] *\|.*\|$")  # 序号 | 任务 |
_RULE = re.compile(r"[|:\-+= ]*-[|:\-+= ]*$")  # |---|:--|
_COLUMNS = re.compile(r"(?:[ \u3000]{2,}|\u3000)")  # the gap between columns set with blanks
_LIST_LABEL = re.compile(r"(?:\d+[.．、)）]|[一二三四五六七八九十]+、|[（(].{1,3}[）)]|第.{1,4}[章条]|[●○■◆·•※*-])?$")
"""1. · 一、 · （一） · 第三条 · ●: before the tab of a numbered list."""
_NOTE = re.compile(r"(?:[注备说][注明]?[:：]|备注|说明|\d{1,2}[.．、])|.*[。；]")
"""注：|以上为含税价 · 备注| · 1.|本表由各区填报 · 本表一式两份。|: below a table."""
_NAME = re.compile(r"[^。；]{0,30}$")  # the name of a column: no sentence
_FIELD = re.compile(
    r".*[:：]$|索引号|文号|发布(?:单位|机构|日期)|发文|成文日期|有效性|公开(?:方式|范围|时限|日期)|主题分类"
)
"""文号：| · 发布机构|: a field about the document, no name of a column."""
_MOST_COLUMNS = 12


def grids_of(text: str, lines: list[Line], known: list[Span]) -> list[Grid]:
    """The tables among the lines, in order. `known` are the line ranges that the reader knows to be tables."""
    begins = dict(known)
    out: list[Grid] = []
    at = 0
    while at < len(lines):
        grid = None
        if at in begins:
            grid = _known(lines, at, begins[at])
        elif lines[at].words:
            found = (
                find(text, lines, at)
                for find in (_piped, _barred, _one_cell_a_line, _tabbed, _spaced, _parted, _stacked, _numbered)
            )
            grid = next(filter(None, found), None)
        if grid is None:
            at += 1
            continue
        if grid.rows:
            out.append(grid)
        at = grid.after
    return out


def _split(line: Line, mark: str = "\t") -> Row:
    """The line's cells between the marks, without the blanks around them."""
    cells: Row = []
    at = line.start
    for part in line.words.split(mark):
        cells.append(_trimmed(at, part))
        at += len(part) + len(mark)
    return cells


def _trimmed(at: int, part: str) -> Cell:
    words = part.strip(" \u3000")
    begin = at + part.find(words)
    return [(begin, begin + len(words))] if words else []


def _known(lines: list[Line], first: int, after: int) -> Grid:
    rows = [_split(line) for line in lines[first:after] if line.words]
    count = max(map(len, rows), default=0)
    return Grid(first, after, [row + [[]] * (count - len(row)) for row in rows])


def _piped(text: str, lines: list[Line], first: int) -> Grid | None:
    """| 序号 | 任务 | with a rule |---|---| below it, or at least two such lines."""
    after = first
    while after < len(lines) and _PIPES.match(lines[after].words):
        after += 1
    if after - first < 2 or "|" not in lines[first].words[1:-1]:
        return None
    inner = [Line(n.start + 1, n.end - 1, n.words[1:-1], 0) for n in lines[first:after] if not _RULE.match(n.words)]
    rows = [_split(line, "|") for line in inner]
    count = max(map(len, rows))
    return Grid(first, after, [row + [[]] * (count - len(row)) for row in rows])


def _barred(text: str, lines: list[Line], first: int) -> Grid | None:
    """序号 | 任务 | 单位 | with a bar behind each cell: a row lacks its first cells where those above hold for it."""
    after = first
    while after < len(lines) and _BARS.match(lines[after].words) and not (after > first and _is_field(lines[after])):
        after += 1
    rows = [_closed(_split(Line(n.start, n.end - 1, n.words[:-1], 0), "|")) for n in lines[first:after]]
    names = [words_of(text, cell) for cell in rows[0]] if rows else []
    if len(rows) < 2 or len(names) < 3 or not all(map(_NAME.match, names)) or any(map(_FIELD.match, names)):
        return None
    return Grid(first, after, fit(text, rows, max(map(len, rows))))


def _is_field(line: Line) -> bool:
    """索引号： | … | 成文日期： | …: a field about the document below its table."""
    return _FIELD.match(line.words.partition("|")[0].strip()) is not None


def _closed(row: Row) -> Row:
    """The row without empty cells at its end, which may make up for the first ones that it lacks."""
    while len(row) > 1 and not row[-1]:
        row = row[:-1]
    return row


def _one_cell_a_line(text: str, lines: list[Line], first: int) -> Grid | None:
    """Each cell on a line of its own that begins with a tab; rows parted by empty lines.

    A line without tab goes on with the cell above it. A last row of a single cell that is a sentence is a note
    below the table and no row.
    """
    if not _is_cell(lines[first]):
        return None
    groups: list[Row] = [[]]
    begins: list[int] = []
    at, fresh = first, True
    while at < len(lines):
        line = lines[at]
        if not line.words:
            fresh = True
        elif _is_cell(line):
            if fresh:
                begins.append(at)
                groups.append([])
            groups[-1].append(_trimmed(line.start + 1, line.words[1:]))
            fresh = False
        elif "\t" not in line.words and (not fresh or _in_cell(groups, lines, at)):
            groups[-1][-1].append((line.start, line.end))
            fresh = False
        else:
            break
        at += 1
    groups = groups[1:]
    while len(groups) > 1 and len(groups[-1]) == 1 and _NOTE.match(lines[begins[-1]].words.strip()):
        groups.pop()
        at = begins.pop()
    return _grid_of_groups(text, groups, first, at)


def _is_cell(line: Line) -> bool:
    return line.words.startswith("\t") and "\t" not in line.words[1:]


def _in_cell(groups: list[Row], lines: list[Line], at: int) -> bool:
    """Whether a line after an empty one goes on with the last cell: （万元） under 费用安排, a cell on two pages."""
    if UNIT_NOTE.match(lines[at].words):
        return True
    return len(groups) > 2 and 0 < len(groups[-1]) < len(groups[1]) and at + 1 < len(lines) and _is_cell(lines[at + 1])


def _grid_of_groups(text: str, groups: list[Row], first: int, after: int) -> Grid:
    if len(groups) == 1:
        cells = groups[0]
        count = _stride([words_of(text, cell) for cell in cells])
        groups = [cells[i : i + count] for i in range(0, len(cells), count)] if count else []
    if len(groups) < 2 or len(groups[0]) < 2 or not all(_NAME.match(words_of(text, cell)) for cell in groups[0]):
        return Grid(first, after, [])  # paragraphs that begin with a tab
    count = max(len(groups[0]), Counter(map(len, groups)).most_common(1)[0][0])
    rows = _joined(groups, count)
    if 2 * sum(len(row) == count for row in rows) < len(rows):
        return Grid(first, after, [])
    return Grid(first, after, fit(text, rows, count))


def _joined(groups: list[Row], count: int) -> list[Row]:
    """Groups that a page's end parted, joined; groups of several rows, parted."""
    out: list[Row] = []
    short = False
    for group in groups:
        if short and len(out[-1]) + len(group) == count:
            out[-1] = out[-1] + group
            short = False
            continue
        if len(group) > count and len(group) % count == 0:
            out += [group[i : i + count] for i in range(0, len(group), count)]
        else:
            out.append(group)
        short = len(out[-1]) < count
    return out


def _stride(words: list[str]) -> int | None:
    """Cells a row, where the first cells of the rows are 序号, 1, 2, 3 …"""
    for count in range(2, min(_MOST_COLUMNS, len(words) // 2) + 1):
        if len(words) % count == 0 and all(words[i * count] == str(i) for i in range(1, len(words) // count)):
            return count
    return None


def _tabbed(text: str, lines: list[Line], first: int) -> Grid | None:
    """A row a line, its cells parted by tabs; empty lines where a page ends.

    A cell may go on on the next line: then the two lines together have one cell less than both.
    """
    if "\t" not in lines[first].words:
        return None
    reach = _reach(lines, first)
    counts = [lines[i].words.count("\t") + 1 for i in reach if "\t" in lines[i].words]
    count = max(counts[0], Counter(counts).most_common(1)[0][0])
    rows: list[Row] = []
    for i in reach:
        cells = _split(lines[i])
        # A line of the missing cells goes on with the row, a line without tab with the last cell of a full one.
        open_row = rows and len(rows[-1]) < count and len(rows[-1]) + len(cells) - 1 == count
        if rows and ((open_row and not _is_number(text, cells[0])) or "\t" not in lines[i].words):
            rows[-1][-1] = rows[-1][-1] + cells[0]
            rows[-1] += cells[1:]
        else:
            rows.append(cells)
    if len(rows) < 2 or all(_is_listing(lines[i].words) for i in reach):
        return Grid(first, reach[-1] + 1, [])
    return Grid(first, reach[-1] + 1, fit(text, rows, count))


def _is_number(text: str, cell: Cell) -> bool:
    return words_of(text, cell).isdigit()


def _is_listing(words: str) -> bool:
    """`1.⇥text` (a numbered list) or `一、总则⇥3` (a table of contents) and no table row."""
    name, _, rest = words.partition("\t")
    if "\t" in rest:
        return False
    return bool(_LIST_LABEL.match(name.strip())) or (rest.strip().isdigit() and bool(PART.match(name)))


def _reach(lines: list[Line], first: int) -> list[int]:
    """The lines of the table that begins at `first`: those with tabs, and up to three without between two of them."""
    out = [first]
    waiting: list[int] = []
    empty = False
    for i in range(first + 1, len(lines)):
        words = lines[i].words
        if not words:
            empty = True
        elif "\t" in words and not _begins_other(lines, i):
            out += [*waiting, i]
            waiting, empty = [], False
        elif "\t" not in words and not PART.match(words) and len(waiting) < 3 and not empty:
            waiting.append(i)
        else:
            break
    return out


def _begins_other(lines: list[Line], i: int) -> bool:
    """A table with one cell a line begins here: two such lines one after the other."""
    return _is_cell(lines[i]) and i + 1 < len(lines) and _is_cell(lines[i + 1])


def _spaced(text: str, lines: list[Line], first: int) -> Grid | None:
    """Columns set with blanks: three lines or more with the same three or more fields, the first one their names."""
    rows: list[Row] = []
    at = first
    while at < len(lines) and lines[at].words and "\t" not in lines[at].words:
        cells: Row = []
        begin = 0
        for gap in _COLUMNS.finditer(lines[at].words):
            cells.append([(lines[at].start + begin, lines[at].start + gap.start())])
            begin = gap.end()
        cells.append([(lines[at].start + begin, lines[at].end)])
        if len(cells) < 3 or (rows and len(cells) != len(rows[0])):
            break
        rows.append(cells)
        at += 1
    named = bool(rows) and all(_NAME.match(words_of(text, cell)) for cell in rows[0])
    return Grid(first, at, rows) if len(rows) >= 3 and named else None


def _numbered(text: str, lines: list[Line], first: int) -> Grid | None:
    """One cell a line without any mark, told by the number column: 序号 任务 单位 1 … … 2 … …"""
    found = numbered(lines, first)
    return Grid(first, *found) if found else None


def _stacked(text: str, lines: list[Line], first: int) -> Grid | None:
    """One cell a line without mark or number, told by the names of the columns and by what the cells look like."""
    found = stacked(lines, first)
    return Grid(first, *found) if found else None


def _parted(text: str, lines: list[Line], first: int) -> Grid | None:
    """A row a line, its cells parted by bars or blanks, told in the same way."""
    found = parted(lines, first)
    return Grid(first, *found) if found else None
