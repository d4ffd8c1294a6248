"""Tables copied one cell a line whose rows are told by their numbers: 序号 / 任务 / 单位 / 时限 / 1 / … / 2 / ….

The cells of a row need not be as many as the columns: a cell of bodies may take a line for each of them, a number may
stand for two rows. Which lines belong to which column is what costs least, by what the columns' names make us await.
"""

from __future__ import annotations

import re
from itertools import pairwise

from extract.clean.fit import Cell, Row
from extract.clean.lines import PART, Line
from extract.clean.stacked import EMPTY_NAME, LIKE_NAME, MOST_COLUMNS, hint_of, kind_of

_NUMBER_NAMES = ("序号", "编号", "项次", "次序")
_BAR = re.compile(r"[ \u3000]*[|｜]$")
"""县教育局 ||: what is left of a frame."""
_SECTION = re.compile("[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]")
"""一、|某市长负责事项（共9项）: a heading inside the table."""
_BRACKET_ONLY = re.compile(r"[（(][^（）()]{1,8}[）)]$")
"""责任股室 / |（单位）|: the name of a column goes on."""
_TASK = re.compile(r"任务|内容|举措|措施|要求|事项|做法")
"""工作|任务|: a column of sentences."""
_PERSON = re.compile(r"领导|负责人|责任人|联系人|人员$")
"""分管|领导: a column of names."""
_NAME = re.compile(r"[^\d。；，,;]{1,12}$")
"""李某 · 陆某 俞某: no task."""
_OFFICE = re.compile(r"[\u4e00-\u9fff](?:[局委办厅部院社处科股室馆站所队会校]|公司|中心|单位|部门)$")
"""图书|馆| · 执法大|队|: no person."""
_DAY = re.compile(r"(?:20\d\d年)?\d{1,2}月")
"""9月|投入使用."""
_MOST_LINES, _LONGEST_ROW, _LONGEST_CELL = 2000, 40, 400
_FITS = {
    "bodies": {"bodies": 0.0, "words": 0.6, "dash": 0.0},
    "date": {"date": 0.0, "dash": 0.0, "words": 1.5},
    "figure": {"figure": 0.0, "sum": 0.0, "dash": 0.0, "words": 1.5},
    "unit": {"unit": 0.0, "dash": 0.0},
    "either": {"bodies": 0.0, "unit": 0.0, "dash": 0.0, "words": 0.6},
    "person": {"words": 0.0, "bodies": 1.0, "dash": 0.0},
    "task": {"words": 0.1, "text": 0.0, "bodies": 0.4, "part": 0.0, "sum": 0.2, "dash": 0.3},
    "note": {"words": 0.9, "text": 0.7, "bodies": 0.9, "part": 0.9, "sum": 0.9, "dash": 0.0},
    "": {"words": 0.0, "text": 0.1, "bodies": 0.3, "part": 0.0, "sum": 0.3, "dash": 0.3},
}
"""What a line of a kind costs in a column of which the name makes us await another."""
_NO_FIT, _EMPTY, _EMPTY_NOTE = 3.0, 1.5, 0.2
_GOES_ON = {"bodies": 0.1, "person": 0.4, "": 0.8, "task": 0.8, "note": 0.8}
"""What a further line of a cell costs: bodies stand one below the other."""
_MUST_FIT = 0.6
_ANY = frozenset(("", "task", "person", "note"))
"""Columns whose name does not tell what their cells look like."""


def numbered(lines: list[Line], first: int) -> tuple[int, list[Row]] | None:
    """(the line after it, the rows) of the table whose number column is named in line `first`, if one is."""
    if _bare(lines[first]).words not in _NUMBER_NAMES:
        return None
    held = _cells(lines, first)
    start = next((n for n, (_, line) in enumerate(held) if line.words.isdigit()), 0)
    named = next((n for n, (_, line) in enumerate(held[:start]) if _SECTION.match(line.words)), start)
    heads = _heads([line for _, line in held[:named]])
    names = [re.sub(r"\s", "", "".join(line.words for line in head)) for head in heads]
    if not 2 < len(heads) <= MOST_COLUMNS or not all(LIKE_NAME.match(name) for name in names):
        return None
    numbers = _numbers([line.words for _, line in held], start)
    if len(numbers) < 2:
        return None
    hints = [_hint(name) for name in names[1:]]
    rows = [[[(line.start, line.end) for line in head] for head in heads]]
    rows += [[[(line.start, line.end)], *([] for _ in heads[1:])] for _, line in held[named:start]]
    fits: list[bool] = []
    for at, after in pairwise([*numbers, _end(held, numbers, hints)]):
        for n, part in enumerate(_parts([line for _, line in held[at + 1 : after]], hints)):
            cells = _laid_out(part, hints)
            fits += _awaited(part, cells, hints)
            number: Cell = [(held[at][1].start, held[at][1].end)] if n == 0 else []
            rows.append([number, *([(line.start, line.end) for line in part[a:b]] for a, b in cells)])
    regular = len(numbers) > 2 and all(b - a == len(heads) for a, b in pairwise(numbers))
    if not regular and (not fits or sum(fits) < _MUST_FIT * len(fits)):
        return None
    return held[_end(held, numbers, hints) - 1][0] + 1, rows


def _hint(name: str) -> str:
    """The kind of cells that a column's name makes us await; 单位 may be who does it or in what it is measured."""
    if name == "单位":
        return "either"
    if _PERSON.search(name):
        return "person"
    return hint_of(name) or ("task" if _TASK.search(name) else "note" if EMPTY_NAME.match(name) else "")


def _heads(lines: list[Line]) -> list[list[Line]]:
    """The lines that name the columns, one in brackets with the name above it."""
    out: list[list[Line]] = []
    for line in lines:
        if out and _BRACKET_ONLY.match(line.words):
            out[-1].append(line)
        else:
            out.append([line])
    return out


def _bare(line: Line) -> Line:
    """The line without a bar at its end."""
    words = _BAR.sub("", line.words)
    return Line(line.start, line.start + len(words), words, line.indent)


def _cells(lines: list[Line], first: int) -> list[tuple[int, Line]]:
    """The lines from `first` on that may be cells, with their places."""
    out = []
    for i in range(first, min(len(lines), first + _MOST_LINES)):
        if "\t" in lines[i].words or len(lines[i].words) > _LONGEST_CELL:
            break
        if lines[i].words:
            out.append((i, _bare(lines[i])))
    return out


def _numbers(words: list[str], start: int) -> list[int]:
    """Where the rows begin: the first number, and each time the next one."""
    out = [start]
    wanted = int(words[start]) + 1
    for i in range(start + 2, len(words)):
        if i - out[-1] > _LONGEST_ROW:
            break
        if words[i] == str(wanted) and i - out[-1] >= 2:
            out.append(i)
            wanted += 1
    return out


def _end(held: list[tuple[int, Line]], numbers: list[int], hints: list[str]) -> int:
    """Where the last row ends: it has a cell a column, and more lines only as long as they fit the last column."""
    longest = max(b - a for a, b in pairwise(numbers))
    at = numbers[-1] + 1
    while at < len(held) and at < numbers[-1] + longest:
        words = held[at][1].words
        full = at - numbers[-1] > len(hints)
        if PART.match(words) or (full and _cost(words, hints[-1]) > 0):
            break
        at += 1
    return at


def _parts(lines: list[Line], hints: list[str]) -> list[list[Line]]:
    """The lines of a number, parted where a last column of times ends one row and another follows."""
    if hints[-1] != "date":
        return [lines]
    ends = [i + 1 for i, line in enumerate(lines) if _cost(line.words, "date") == 0]
    cuts = sorted({0, *ends[:-1], len(lines)})
    return [lines[a:b] for a, b in pairwise(cuts)]


def _cost(words: str, hint: str) -> float:
    kind = "text" if words.endswith("。") else kind_of(words)
    office = _OFFICE.search(words) is not None
    if hint == "person" and (office or not _NAME.match(words)):
        return _NO_FIT
    if hint == "bodies" and office and kind == "words":
        return 0.0
    if hint == "date" and _DAY.match(words) and len(words) < 20:
        return 0.0
    return _FITS[hint].get(kind, _NO_FIT)


def _laid_out(lines: list[Line], hints: list[str]) -> list[tuple[int, int]]:
    """The ranges of the lines that the columns take: the cheapest way to lay all of them in order."""
    best: list[list[tuple[float, int]]] = [[(0.0 if i == 0 else float("inf"), 0) for i in range(len(lines) + 1)]]
    for hint in hints:
        row = []
        for i in range(len(lines) + 1):
            ways = [(best[-1][i][0] + (_EMPTY_NOTE if hint == "note" else _EMPTY), i)]
            spent = 0.0
            for begin in range(i - 1, -1, -1):
                spent += _cost(lines[begin].words, hint) + (_GOES_ON.get(hint, 2.0) if begin < i - 1 else 0.0)
                ways.append((best[-1][begin][0] + spent, begin))
            row.append(min(ways))
        best.append(row)
    out, i = [], len(lines)
    for row in reversed(best[1:]):
        out.append((row[i][1], i))
        i = row[i][1]
    return out[::-1]


def _awaited(lines: list[Line], cells: list[tuple[int, int]], hints: list[str]) -> list[bool]:
    """For each filled cell of a column whose name tells what it holds, whether it holds that."""
    told = [(hint, a) for hint, (a, b) in zip(hints, cells, strict=True) if hint not in _ANY and b > a]
    return [_cost(lines[a].words, hint) == 0 for hint, a in told]
