"""What looks like a table, or like a list in pairs, that no row was read from."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from extract.annotate.reading import Reading
from extract.doubts import Doubt
from schemas import Quantity
from schemas.notice import Notice

_FEWEST_FIGURES = 3
"""A table with fewer unclaimed figures than this may well hold none that matter."""
_FEWEST_CELLS = 8
_LINE = re.compile(r"[^\n]+")
_SHORT_LINE = re.compile(r"[^\n\t。；，、：;,:]{1,14}")
"""A cell that stands on a line of its own: 霍邱县 · 120 · 市商务局."""
_FEWEST_NUMBERS = 3
_NUMBER = re.compile(r"\d[\d.,]*%?")
_UNIT_NAME = re.compile(r"[^\d（）]{2,14}（(?:单位)?[^（）\d]{0,4}[元%人家个亩吨][^（）\d]{0,6}）")
"""奖励金额（万元） on a line of its own names a column."""
_PROMISE = re.compile(r"给予|补助|补贴|奖励|资助|贴息")
"""对新建、扩建项目分别|给予|50万元、30万元."""
_SEPARATELY = re.compile(r"分别|各为|依次")
"""三个县|分别|新增100家、80家、60家 · 年度目标|依次|为10%、20%."""


def unread_doubts(reading: Reading, notice: Notice) -> Iterator[Doubt]:
    """A check for each table and run of short lines whose figures no row took, and for each unpaired list."""
    open_figures = [q for q in notice.quantities if q.claimed_by is None and q.kind not in ("date", "duration")]
    starts = [quantity.start for quantity in open_figures]
    at = [quantity.start for quantity in notice.quantities]
    for start, end in _tables(reading):
        held = open_figures[bisect_left(starts, start) : bisect_left(starts, end)]
        all_held = notice.quantities[bisect_left(at, start) : bisect_left(at, end)]
        claimed = any(quantity.claimed_by for quantity in all_held)
        if len(held) >= _FEWEST_FIGURES and not claimed:
            words = reading.text[start : start + 30].replace("\n", " ").replace("\t", " ")
            yield Doubt(
                "table-unread", "warning", f"表格“{words}…”中有{len(held)}个数字，没有读出任何一行，请核对原文。"
            )
    for start, _ in _bare_numbers(reading):
        words = reading.text[start : start + 30].replace("\n", " ")
        yield Doubt("table-unread", "warning", f"“{words}…”各行像是表格的单元格，没有读成表格，请核对原文。")
    yield from _unpaired(reading, open_figures)


def _bare_numbers(reading: Reading) -> Iterator[tuple[int, int]]:
    """Runs of short lines with lines of a number and nothing else: three of them, or one under the name of a column."""
    for start, end in _runs(reading):
        lines = reading.text[start:end].split("\n")
        numbers = sum(bool(_NUMBER.fullmatch(line)) for line in lines)
        if numbers >= (1 if any(_UNIT_NAME.fullmatch(line) for line in lines) else _FEWEST_NUMBERS):
            yield start, end


def _tables(reading: Reading) -> Iterator[tuple[int, int]]:
    """The tables that the outline knows, and runs of short lines that may be cells of a lost one."""
    yield from ((table.start, table.end) for table in reading.outline.tables)
    for start, end in _runs(reading):
        if reading.text.count("\n", start, end) + 1 >= _FEWEST_CELLS:
            yield start, end


def _runs(reading: Reading) -> Iterator[tuple[int, int]]:
    """Two and more short lines one after the other, outside the tables that the outline knows."""
    known = [(table.start, table.end) for table in reading.outline.tables]
    ends = [end for _, end in known]
    first, last = reading.outline.body
    run: list[tuple[int, int]] = []
    for match in _LINE.finditer(reading.text, first, last):
        at = bisect_left(ends, match.start() + 1)
        inside = at < len(known) and known[at][0] <= match.start()
        if not inside and _SHORT_LINE.fullmatch(match[0]):
            run.append(match.span())
            continue
        if len(run) > 1:
            yield run[0][0], run[-1][1]
        run = []
    if len(run) > 1:
        yield run[0][0], run[-1][1]


def _unpaired(reading: Reading, open_figures: list[Quantity]) -> Iterator[Doubt]:
    """A list behind 分别 of which no row was read: names and figures differ in number."""
    told = -1
    for quantity in open_figures:
        start, end = reading.sentence_at(quantity.start)
        if quantity.start < told or not reading.outline.body[0] <= quantity.start < reading.outline.body[1]:
            continue
        clause = max(start, reading.folded.rfind(",", start, quantity.start) + 1)
        promised = _PROMISE.search(reading.folded, start, end)  # a list of sums: the reading of promises says so itself
        if not promised and _SEPARATELY.search(reading.folded, clause, quantity.start):
            words = reading.text[clause : min(end, quantity.end + 20)]
            told = end
            yield Doubt(
                "list-unpaired",
                "warning",
                f"“{words}”：所列的名称与数字未能一一对应，未归入任何一行，请核对。",
                quantity,
            )
