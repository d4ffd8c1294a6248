"""Columns of a table that tell how far things have come, or what an indicator means: nothing is set out there."""

from __future__ import annotations

import re
from bisect import bisect_right

from extract.annotate.reading import Reading

_PROGRESS = re.compile(
    r"(?:进展|进度|完成|推进|落实|实施|开展|执行|工作)情况|(?:工作|当前|目前|实际|建设|总体|累计|本月|\d月)(?:进展|进度|完成)"
    r"|^(?:进展|进度|成效)$|(?:工作|取得)成效|已完成"
    r"|指标(?:含义|解释|释义|说明|定义)|(?:计算|统计)(?:方法|公式|口径)|数据来源|评分(?:标准|办法|细则)"
)
"""1-9月份工作|完成情况| · |当前进度| · 取得|成效| · |指标含义| (not 进度安排, 完成时限)."""


def tells_progress(reading: Reading, offset: int) -> bool:
    """Whether the offset stands in a cell under such a column's name."""
    cells = _cells(reading)
    if not cells:
        return False
    index = bisect_right(cells, (offset, len(reading.text))) - 1
    return index >= 0 and offset < cells[index][1]


def _cells(reading: Reading) -> list[tuple[int, int]]:
    """The cells of such columns, in order; worked out once."""
    if "progress" not in reading.known:
        reading.known["progress"] = sorted(
            (row[column].start, row[column].end)
            for table in reading.outline.tables
            for column, name in enumerate(table.header)
            if _PROGRESS.search(name)
            for row in table.rows
            if row[column].end > row[column].start
        )
    found: list[tuple[int, int]] = reading.known["progress"]
    return found
