"""What lets a person trust the rest: every figure and who used it, and what needs a look."""

from __future__ import annotations

from typing import ClassVar

from schemas.base import Row
from schemas.columns import column, optional
from schemas.vocabulary import CheckLevel, QuantityKind


class Quantity(Row):
    """A figure in the text, and the row that used it."""

    TABLE: ClassVar[str] = "quantities"
    LABEL: ClassVar[str] = "数字"

    id: str = column("编号", "Document and offset")
    document_id: str = column("文件", "The notice", references="documents.id")
    section_id: str | None = optional("章节", "The innermost section", references="sections.id")
    text: str = column("原文", "The figure with its unit, verbatim")
    start: int = column("起", "Offset of its first character in documents.text")
    end: int = column("止", "Offset after its last character")
    page: int | None = optional("页", "Page of the source file, from 1")
    kind: QuantityKind = column("类型", "money, share, count, date, duration, length, area or other", facet=True)
    value: float | None = optional("数值", "In units; null for a date")
    value_high: float | None = optional("上限值", "Upper end of a range")
    unit: str | None = optional("单位", "元, %, 个 …")
    claimed_by: str | None = optional("归属", "The row that used it, as table:id; null: nobody did")


class Check(Row):
    """What needs a person's look: what did not fit, where, and what to do."""

    TABLE: ClassVar[str] = "checks"
    LABEL: ClassVar[str] = "待核查"

    id: str = column("编号", "Document, code and order")
    document_id: str = column("文件", "The notice", references="documents.id")
    code: str = column("代码", "What kind of doubt: sum-mismatch, money-unclaimed, no-issue-date …", facet=True)
    level: CheckLevel = column("级别", "info, warning or error", facet=True)
    message: str = column("说明", "What does not fit, with both values, and what to do")
    table_name: str | None = optional("表", "The table of the row it concerns")
    row_id: str | None = optional("行", "That row's id")
