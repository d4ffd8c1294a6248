"""Tasks in tables: a row with a cell for the task and cells for those charged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.annotate.reading import Reading
from extract.annotate.unit_lists import complete
from extract.clean.fold import fold
from extract.interpret.charges import (
    ORDER_RULE,
    Charge,
    ordered,
    parse_labelled,
    parse_list,
    parse_verbs,
    role_of_label,
)
from extract.outline.model import Cell, Table
from schemas.vocabulary import Role, TaskForm


@dataclass(frozen=True, slots=True)
class Found:
    """A form found in the text, before its task is known: the words that charge, and the charges in them."""

    start: int
    end: int
    charges: tuple[Charge, ...]
    form: TaskForm


# columns that hold the task, the best first
TASK_COLUMNS = tuple(
    re.compile(words)
    for words in (
        r"^(?:工作|重点|主要|具体|目标|改革|建设)?任务(?:内容|名称|清单|措施|分解)?$|^任务",
        r"(?:主要|工作|具体|建设|任务|重点|实施|改革)(?:内容|事项|举措|措施)$|(?:工作|主要)?职责(?:分工)?$|^分工$",
        r"^(?:内容|事项|措施|举措|重点工作|工作要求|项目内容|政策措施)$",
        r"任务|内容|举措|措施|事项|职责",
        r"^(?:项目|工作|工程|指标|目标|工作目标|目标要求|政策)$|(?<!单位)(?<!企业)(?<!部门)名称$",
    )
)
# 完成时限, 序号, 责任人, 备注: columns that hold no task
TIME_COLUMN = re.compile(r"来源|依据|时限|时间|进度|序号|编号|类别|期限|领导|责任人|联系|备注|电话")
# in a table of duties the bodies stand in a plain column: 单位, 部门, 成员单位
DUTY_TABLE = re.compile(r"职责|分工|任务")
# 牵头单位及负责人, 责任单位（责任人）: a column that names persons beside the bodies
_WITH_PERSONS = re.compile(r"单位.*人|部门.*人")
# 单位; 成员单位; 责任部门; 单位名称
PLAIN_UNITS = re.compile(r"^(?:成员|责任)?(?:单位|部门)(?:名称)?$")


def task_rows(reading: Reading, table: Table) -> Iterator[tuple[tuple[int, int], Found]]:
    """A task for each row that has a task cell and units; merged unit cells hold for the rows below."""
    columns = _unit_columns(table)
    task = _task_column(table, {index for index, _ in columns}) if columns else None
    if task is None:
        return
    rule = next((rule for name in table.header if (rule := ORDER_RULE.search(name))), None)
    held: tuple[Charge, ...] = ()
    quote = (0, 0)
    cell_above = None
    charged = [row for row in table.rows if any(row[index].end > row[index].start for index, _ in columns)]
    shapes = {_shape(reading, row) for row in charged} | {""}
    for row in table.rows:
        cell = row[task] if row[task].end > row[task].start else cell_above
        filled = [row[index] for index, _ in columns if row[index].end > row[index].start]
        if filled:
            held = tuple(
                c
                for i, role in columns
                for c in _without_persons(
                    table.header[i], _cell_charges(reading.folded, row[i].start, row[i].end, role)
                )
            )
            quote = (min(c.start for c in filled), max(c.end for c in filled))
        elif _shape(reading, row) not in shapes:
            continue  # 二、重点工作 between rows （7） and （8）: a heading
        elif cell is cell_above or (not task and sum(c.end > c.start for c in row) < min(2, len(row))):
            continue  # a heading in the table; a lone task behind the first column has the merged units above
        if cell is not None and held:
            charges = tuple(ordered(reading.folded, list(held), rule)) if rule else held
            yield (cell.start, cell.end), Found(*quote, charges, "table")
        cell_above = cell


def _shape(reading: Reading, row: tuple[Cell, ...]) -> str:
    """How the first cell of a row is numbered: （7） → (9), 二、重点工作 → 一、; empty where it is not."""
    number = _NUMBERED.match(reading.folded, row[0].start, row[0].end)
    return re.sub(r"\d+", "9", re.sub("[一二三四五六七八九十]+", "一", number[0])) if number else ""


_NUMBERED = re.compile(r"\(?(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:\)|、|\.|$)")
"""（7） · 二、 · 12: the number of a row."""


def _cell_charges(folded: str, start: int, end: int, role: Role) -> list[Charge]:
    labelled = parse_labelled(folded, start, end)
    said = [c._replace(role=role) if c.role == "responsible" else c for c in parse_verbs(folded, start, end)]
    return labelled or said or parse_list(folded, start, end, role)


def _without_persons(header: str, charges: list[Charge]) -> list[Charge]:
    """市民政局 王某 under 牵头单位及负责人: the body only."""
    if not _WITH_PERSONS.search(header):
        return charges
    out = []
    for charge in charges:
        words = charge.unit.text.rstrip()
        bodies = (words[: len(words) - n].rstrip() for n in (0, 2, 3, 4) if len(words) > n)
        body = next((body for body in bodies if complete(body)), None)
        if body:
            out.append(charge._replace(unit=charge.unit._replace(end=charge.unit.start + len(body), text=body)))
    return out


def _column_names(table: Table) -> list[str]:
    """The names in the header without blanks, years and what stands in brackets."""
    return [re.sub(r"\s|\(.*?\)|(?:20\d\d)?年度?", "", fold(name)) for name in table.header]


def _unit_columns(table: Table) -> list[tuple[int, Role]]:
    names = _column_names(table)
    out: list[tuple[int, Role]] = []
    for index, name in enumerate(names):
        role = role_of_label(re.split(r"[、/及和与]", name)[0]) or (role_of_label(name) if len(name) < 9 else None)
        if role:
            out.append((index, role))
    if not out and any(DUTY_TABLE.search(name) for name in names):
        out = [(index, "responsible") for index, name in enumerate(names) if PLAIN_UNITS.match(name)]
    return out


# 具体|举措, 细化|措施, 具体|要求: where a short 工作任务 beside it, or one over several rows, only names the group
_AT_LENGTH = re.compile(r"(?:举措|措施|要求|内容|事项)$")
_SHORT_TASK = 10


def _told_at_length(table: Table, names: list[str], lengths: dict[int, int], task: int) -> int:
    """The column that tells at length what the task column only names; else that one."""
    for other in lengths:
        if other > task and _AT_LENGTH.search(names[other]) and lengths[other] > 2 * lengths[task]:
            short = lengths[task] <= _SHORT_TASK * _filled(table, task)
            if short or _filled(table, task) < _filled(table, other):
                return other
    return task


def _filled(table: Table, column: int) -> int:
    """In how many rows the column holds something."""
    return sum(row[column].end > row[column].start for row in table.rows)


def _task_column(table: Table, units: set[int]) -> int | None:
    names = _column_names(table)
    lengths = {
        index: sum(row[index].end - row[index].start for row in table.rows)
        for index, name in enumerate(names)
        if index not in units and not TIME_COLUMN.search(name)
    }
    for pattern in TASK_COLUMNS:
        for index in lengths:
            if pattern.search(names[index]):
                return _told_at_length(table, names, lengths, index)
    longest = max(lengths, key=lambda index: lengths[index], default=None)
    return longest if longest is not None and lengths[longest] >= 6 * len(table.rows) else None
