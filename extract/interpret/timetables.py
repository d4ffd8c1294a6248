"""Time limits by their place: table cells, the name of a phase, 完成时限: labels, brackets that close a task."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from extract.annotate.values import Period
from extract.interpret.headed_times import begins, begun
from extract.interpret.said_times import further_windows, opens_each_time
from extract.interpret.time_senses import OF_VALIDITY, in_conditions
from extract.interpret.timing import NUMBERED, WORDS, DeadlineDraft, Timing, iso
from extract.lexicon import alternation
from extract.outline.model import Cell, Table
from schemas.vocabulary import DeadlineKind

Found = Iterator[tuple[DeadlineDraft | None, list[Period]]]

_TIME_COLUMN = re.compile(alternation(WORDS["time_columns"]))
_NO_TIME_COLUMN = re.compile("单位|部门|情况|责任|金额|资金|人$")
"""进度|情况, |责任|部门及时限: no column of time limits."""
_BEGIN_COLUMN = re.compile("开始|起始|启动|开工")
"""开始|时间, 开工|日期: the name of a column."""
_TITLED = re.compile(rf"(?:{alternation(WORDS['titles'])})$")
_LABEL = re.compile(
    rf"(?P<name>[\u4e00-\u9fff]{{0,4}}(?:{alternation(WORDS['labels'])}))(?:\([^()]{{1,20}}\))?(?:为|是|:)$"
)
"""完成时限：|2024年底前, 申报时间为|2024年6月, 截止时间（含审核）为|4月3日."""
_PART = re.compile(rf"(?:(?P<label>{alternation(WORDS['labels'])}):|[,;、])(?P<name>[\u4e00-\u9fff]{{1,10}})$")
"""完成时限:一期|2024年底前, ;二期|2026年底前: the limits of the parts of a task."""
_OF_APPLICATIONS = re.compile(alternation(WORDS["applications"]))
_WORK = re.compile("(?![并且])[\u4e00-\u9fff].{3}")
"""2024年7月底前|制定细则 (not 并长期坚持)."""
_DONE = re.compile("(?:完成|建成|到位)?")
"""（10月底|完成|，牵头单位：市商务局）."""
_UNITS_LABEL = re.compile("(?:责任|牵头|配合|主办|协办|协作|承办|参加|主责|参与)[^,。;]{0,8}:")
"""责任单位:市商务局;(完成时限:…): the line names units, the task stands above."""
_STEPS = re.compile("步骤|安排|进度|阶段|时间|计划")
"""四、实施|步骤, 五、|时间|要求: a heading."""
_TASKED = re.compile("牵头|责任|负责|配合|完成|落实|时限|实施")
"""（10月底前，市商务局|牵头|）, （6月底|完成|）."""


def limits_in_tables(timing: Timing, used: set[int]) -> Found:
    """A row for each cell of a column of time limits (a merged cell once), the row's task as what is due."""
    for table in timing.outline.tables:
        columns = time_columns(table)
        for index, row in enumerate(table.rows):
            begins: Period | None = None
            for column in columns:
                for period in _in_cell(timing, row[column]):
                    if begins is None and len(columns) > 1 and _BEGIN_COLUMN.search(table.header[column]):
                        begins = period
                        yield None, [period]
                        continue
                    yield _of_row(timing, table, index, column, period, begins), [period]
    yield from _limits_in_loose_rows(timing, used)


def _limits_in_loose_rows(timing: Timing, used: set[int]) -> Found:
    """A time that fills a cell of a line with tabs that belongs to no table: its longest other cell is the task."""
    for period in timing.reading.periods:
        line = timing.line(period.start)
        if period.start in used or "\t" not in timing.folded[line[0] : line[1]] or _tabled(timing, period.start):
            continue
        ends = [
            line[0] - 1,
            *(line[0] + m.start() for m in re.finditer("\t", timing.folded[line[0] : line[1]])),
            line[1],
        ]
        cells = [Cell(a + 1, b) for a, b in pairwise(ends)]
        own = next(cell for cell in cells if cell.start <= period.start < cell.end)
        if timing.folded[own.start : own.end].strip(" 。") != timing.folded[period.start : period.end]:
            continue
        task = max((cell for cell in cells if cell != own), key=lambda cell: cell.end - cell.start)
        if task.end > task.start:
            yield _of_cells(timing, task, own, (line[0], line[1]), period, None), [period]


def _tabled(timing: Timing, offset: int) -> bool:
    return any(table.start <= offset < table.end for table in timing.outline.tables)


def time_columns(table: Table) -> list[int]:
    """The columns of a table that hold time limits."""
    return [i for i, name in enumerate(table.header) if _TIME_COLUMN.search(name) and not _NO_TIME_COLUMN.search(name)]


def rows_under(table: Table, index: int, column: int) -> int:
    """The index after the last row that the (merged) cell of row `index` stands for."""
    last = index + 1
    while last < len(table.rows) and table.rows[last][column].start == table.rows[last][column].end:
        last += 1
    return last


def _in_cell(timing: Timing, cell: Cell) -> list[Period]:
    return timing.periods_in(cell.start, cell.end) if cell.end > cell.start else []


def _of_row(
    timing: Timing, table: Table, index: int, column: int, period: Period, begins: Period | None
) -> DeadlineDraft:
    row = table.rows[index]
    named = _task_columns(table, column)
    task = next((row[i] for i in named if row[i].end > row[i].start), None)
    above = _cell_above(table, index, named[0]) if named and not task else None
    if task is None and above is None:
        task = _longest(row, column)
    last = table.rows[rows_under(table, index, column) - 1]
    governs = (min(c.start for c in row), max(c.end for c in last))
    draft = _of_cells(timing, task, row[column], governs, period, begins)
    return replace(draft, applies_to=timing.shortened(above.start, above.end)) if above else draft


def _of_cells(
    timing: Timing, task: Cell | None, cell: Cell, governs: tuple[int, int], period: Period, begins: Period | None
) -> DeadlineDraft:
    start, end = _row_quote(timing, task, cell)
    kind, start_on, end_on = _dated(timing, period)
    if begins:
        kind, start_on = "phase", iso(timing.first(begins))
    return DeadlineDraft(
        start=start,
        end=end,
        kind=kind,
        time=(period.start, period.end),
        applies_to=timing.shortened(task.start, task.end) if task else "",
        start_on=start_on,
        end_on=end_on,
        recurrence=period.recurrence,
        governs=governs,
        confidence=0.98,
    )


def _task_columns(table: Table, column: int) -> list[int]:
    """The columns that say what is due by the limits of `column`, the surest first."""
    names = [(i, name) for i, name in enumerate(table.header) if i != column and not _NO_TIME_COLUMN.search(name)]
    return [i for word in WORDS["task_columns"] for i, name in names if word in name]


def _cell_above(table: Table, index: int, column: int) -> Cell | None:
    """The last filled cell of a column above a row: a cell merged over both."""
    cells = (row[column] for row in reversed(table.rows[:index]))
    return next((cell for cell in cells if cell.end > cell.start), None)


def _longest(row: tuple[Cell, ...], column: int) -> Cell | None:
    others = [cell for i, cell in enumerate(row) if i != column and cell.end > cell.start]
    return max(others, key=lambda cell: cell.end - cell.start, default=None)


def _row_quote(timing: Timing, task: Cell | None, cell: Cell) -> tuple[int, int]:
    """From the last clause of the task to the time, or from the time to the first clause of the task."""
    if task is None:
        return cell.start, cell.end
    if task.start > cell.start:
        return cell.start, timing.clause_end(task.start, task.end)
    return _last_clause(timing, (task.start, task.end)), cell.end


def _dated(timing: Timing, period: Period) -> tuple[DeadlineKind, str | None, str | None]:
    """Kind, first and last day of a time that stands for itself: (2017年12月-2018年3月), 2024年6月."""
    first, last = iso(timing.first(period)), iso(timing.last(period))
    if period.form == "every":
        return "recurring", None, None
    if period.form in ("within", "term", "lasts"):
        return "relative", None, None
    if period.form == "day":
        return "due", None, last
    return "phase", first, last


def phases(timing: Timing, used: set[int]) -> Found:
    """启动阶段（2017年12月—2018年3月）: a name and its time in brackets; 动员阶段：2024年3月."""
    for period in timing.reading.periods:
        if period.start in used or period.form not in ("span", "day", "named", "from"):
            continue
        bracket = timing.bracket_at(period.start)
        alone = (
            bracket is not None
            and timing.folded[bracket[0] + 1 : bracket[1] - 1].strip() == timing.folded[period.start : period.end]
        )
        name = _name_before(timing, bracket[0] if bracket and alone else period.start, bool(alone))
        if name is None or OF_VALIDITY.search(timing.folded, max(0, period.start - 12), period.start):
            continue
        end = bracket[1] if bracket and alone else period.end
        yield _phase(timing, period, name, end), [period]


def _name_before(timing: Timing, offset: int, bracketed: bool) -> tuple[int, int] | None:
    """The phase's name before its time: the head of the line or sentence, without its number."""
    line = timing.line(offset)
    start = max(line[0], timing.folded.rfind("。", line[0], offset) + 1)
    numbered = NUMBERED.match(timing.folded[start:offset].lstrip(" 　"))
    lead = len(timing.folded[start:offset]) - len(timing.folded[start:offset].lstrip(" 　"))
    start += lead + (numbered.end() if numbered else 0)
    name = timing.folded[start:offset]
    if bracketed:
        if 2 <= len(name) <= 30 and not _TITLED.search(name) and not re.search("[,;:《]", name):
            return start, offset
        return None
    if 3 <= len(name) <= 30 and (
        _PHASE_NAME.search(name) or (_STEP_NAME.fullmatch(name) and _in_steps(timing, offset))
    ):
        return start, offset - (name[-1] in ":。")
    return None


_PHASE_NAME = re.compile(r"阶段[:。]?$|^第[一二三四五]阶段[^,;。]{0,12}[:。]$")
"""宣传发动|阶段：|2024年3月, |第一阶段部署启动：|2024年3月."""
_STEP_NAME = re.compile("[^,;。:]{2,14}[:。]$")


def _in_steps(timing: Timing, offset: int) -> bool:
    """Whether the part about the offset, or one above it, is headed 实施步骤, 时间安排 or the like."""
    return any(_STEPS.search(section.heading) for section in timing.outline.sections_about(offset))


def _phase(timing: Timing, period: Period, name: tuple[int, int], end: int) -> DeadlineDraft:
    first, last = iso(timing.first(period)), iso(timing.last(period))
    due = period.form == "day" and period.limit
    section = timing.outline.section_at(name[0])
    governs = (name[0], timing.line(end)[1])
    if section is not None and timing.outline.sections[section].start >= timing.line(name[0])[0]:
        governs = (name[0], timing.outline.sections[section].end)
    return DeadlineDraft(
        start=name[0],
        end=end,
        kind="due" if due else "phase",
        time=(period.start, period.end),
        applies_to=timing.text[name[0] : name[1]].strip(),
        start_on=None if due else first,
        end_on=last,
        governs=governs,
        confidence=0.96,
    )


def limits_under_labels(timing: Timing, used: set[int]) -> Found:
    """完成时限:2024年底前 on a line of its own, after a task or in its bracket."""
    for before, period in pairwise([None, *timing.reading.periods]):
        if period is None or period.start in used or (before and opens_each_time(timing, before, period)):
            continue
        if begins(timing, period):
            continue
        label = _LABEL.search(timing.folded, max(0, period.start - 36), period.start)
        if not label or in_conditions(timing, period):
            continue
        named = _named_by(timing, label)
        task = (
            named
            or _task_behind(timing, label, period)
            or _task_before(timing, label.start())
            or (label.start(), label.end("name"))
        )
        start = named[0] if named else label.start()
        windows = [period, *further_windows(timing, period)]
        if period.form == "every":
            yield _labelled(timing, task, start, period, windows[-1].end), windows
        else:
            for window in windows:
                yield begun(timing, before, _labelled(timing, task, start, window, window.end)), [window]
    yield from _limits_of_parts(timing, used)


def _labelled(timing: Timing, task: tuple[int, int], start: int, period: Period, end: int) -> DeadlineDraft:
    kind, start_on, end_on = _dated(timing, period)
    return DeadlineDraft(
        start=start,
        end=end,
        kind=kind,
        time=(period.start, end),
        applies_to=timing.shortened(task[0], min(task[1], timing.line(task[0])[1])),
        start_on=start_on,
        end_on=end_on,
        recurrence=period.recurrence,
        governs=(task[0], period.end),
        confidence=0.95,
    )


def _limits_of_parts(timing: Timing, used: set[int]) -> Found:
    """完成时限:一期2024年底前,二期2026年底前: a row for each part of the task that stands before the label."""
    task: tuple[int, int] | None = None
    last = -1
    for period in timing.reading.periods:
        part = (
            _PART.search(timing.folded, max(0, period.start - 18), period.start) if period.start not in used else None
        )
        if not part or not (part["label"] or (task and part.start() == last)):
            continue
        if part["label"]:
            task = _task_before(timing, part.start()) or (part.start(), part.start())
        assert task is not None
        begin, last = part.start("name"), period.end
        draft = _labelled(timing, task, begin, period, period.end)
        about = timing.shortened(task[0], min(task[1], timing.line(task[0])[1]))
        yield replace(draft, applies_to=about + part["name"], governs=(begin, period.end)), [period]


def _named_by(timing: Timing, label: re.Match[str]) -> tuple[int, int] | None:
    """What a label says itself, with the words before it in its clause: 信息系统解决方案采购时间为…"""
    if not (_OF_APPLICATIONS.search(label["name"]) or timing.folded[label.start() - 1].isalpha()):
        return None
    return timing.clause_start(timing.sentence(label.start())[0], label.start()), label.end("name")


def _task_behind(timing: Timing, label: re.Match[str], period: Period) -> tuple[int, int] | None:
    """What stands behind the time, where its label opens the line: 时间要求：2024年7月底前|制定细则|。"""
    ahead = timing.folded[timing.line(label.start())[0] : label.start()].strip(" 　")
    if NUMBERED.sub("", ahead):
        return None
    end = timing.sentence(period.start)[1]
    behind = timing.folded[period.end : end].strip("。 ")
    return (period.end, end) if _WORK.match(behind) else None


def _task_before(timing: Timing, offset: int) -> tuple[int, int] | None:
    """What a label or a closing bracket refers to: the text of its line before it, else the numbered item above."""
    line = timing.line(offset)
    bracket = timing.bracket_at(offset)
    stop = _before_score(timing.folded, line[0], bracket[0] if bracket else offset)
    start = timing.closing_before(stop, line[0])
    while start < stop and timing.folded[start] in "。;,, 　":
        start += 1
    numbered = NUMBERED.match(timing.folded[start:stop])
    start += numbered.end() if numbered else 0
    if stop - start > 3 and not _UNITS_LABEL.match(timing.folded, start, stop):
        return start, stop
    section = timing.outline.section_at(offset)
    if section is None:
        above = timing.line(max(0, line[0] - 1))
        return (above[0], above[1]) if above[1] > above[0] and above[1] <= line[0] else None
    found = timing.outline.sections[section]
    return (found.start + len(found.label or ""), stop) if found.start < stop else None


_SCORE = re.compile(r"(?:\(\d+(?:\.\d+)?分\)\s*)+\Z")
"""建设云图模块。|（1分）|（10月底完成，牵头单位：市工信局）: what the task counts in an assessment."""


def _before_score(folded: str, start: int, stop: int) -> int:
    score = _SCORE.search(folded[start:stop])
    return start + score.start() if score else stop


def limits_in_brackets(timing: Timing, used: set[int]) -> Found:
    """培育10个品牌。(10月底完成,牵头单位:市商务局): the time of the task before the bracket."""
    for period in timing.reading.periods:
        if period.start in used or period.form not in ("day", "span", "within", "every"):
            continue
        bracket = timing.bracket_at(period.start)
        if bracket is None or timing.folded.startswith("的", bracket[1]):
            continue  # 开通新航线（每年完成5000架次以上）的企业
        if OF_VALIDITY.search(timing.folded, max(0, bracket[0] - 12), bracket[0] + 1):
            continue
        inside = timing.folded[bracket[0] + 1 : bracket[1] - 1]
        leads = timing.folded[bracket[0] + 1 : period.start].strip() == ""
        alone = leads and period.limit and inside.strip() == timing.folded[period.start : period.end]
        if not alone and not (_TASKED.search(inside) and (leads or timing.folded[period.start - 1] in ",;:。")):
            continue
        task = _task_before(timing, bracket[0])
        if task is None or (not _TASKED.search(inside) and _TITLED.search(timing.folded[task[0] : task[1]])):
            continue
        kind, start_on, end_on = _dated(timing, period)
        yield (
            DeadlineDraft(
                start=_last_clause(timing, task),
                end=_DONE.match(timing.folded, period.end).end(),  # type: ignore[union-attr]
                kind=kind,
                time=(period.start, period.end),
                applies_to=timing.shortened(_last_sentence(timing, task), task[1]),
                start_on=start_on,
                end_on=end_on,
                recurrence=period.recurrence,
                governs=(task[0], bracket[1]),
                confidence=0.95,
            ),
            [period],
        )


def _last_clause(timing: Timing, task: tuple[int, int]) -> int:
    stops = [m.end() for m in re.finditer(r"[,;:。]", timing.folded[task[0] : task[1] - 1])]
    return task[0] + (stops[-1] if stops else 0)


def _last_sentence(timing: Timing, task: tuple[int, int]) -> int:
    return task[0] + max(timing.folded[task[0] : task[1] - 1].rfind(mark) for mark in "。;") + 1
