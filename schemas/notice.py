"""A notice with all its rows: what extraction returns and publishing writes."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel, Field

from schemas.audit import Check, Quantity
from schemas.base import Row
from schemas.document import Citation, Document, Jurisdiction, Organisation, Section, SourceFile
from schemas.money import Budget, Subsidy, SubsidyCondition, SubsidyTier
from schemas.promises import Deadline, Responsibility, Target, Task

TABLES: dict[str, type[Row]] = {
    model.TABLE: model
    for model in (
        Jurisdiction, SourceFile, Document, Section, Citation, Target, Organisation, Task, Responsibility,
        Deadline, Subsidy, SubsidyCondition, SubsidyTier, Budget, Quantity, Check,
    )
}  # fmt: skip
"""Every published table by name, a table after those it refers to."""


class Notice(BaseModel):
    """Everything one file yields. The rows of a table are the field of that name."""

    document: Document
    source_file: SourceFile
    attachments: list[SourceFile] = Field(default_factory=list)
    """Files of their own that were read with it, and those that could not be (their note says why)."""
    sections: list[Section] = Field(default_factory=list)
    citations: list[Citation] = Field(default_factory=list)
    targets: list[Target] = Field(default_factory=list)
    organisations: list[Organisation] = Field(default_factory=list)
    tasks: list[Task] = Field(default_factory=list)
    responsibilities: list[Responsibility] = Field(default_factory=list)
    deadlines: list[Deadline] = Field(default_factory=list)
    subsidies: list[Subsidy] = Field(default_factory=list)
    subsidy_conditions: list[SubsidyCondition] = Field(default_factory=list)
    subsidy_tiers: list[SubsidyTier] = Field(default_factory=list)
    budgets: list[Budget] = Field(default_factory=list)
    quantities: list[Quantity] = Field(default_factory=list)
    checks: list[Check] = Field(default_factory=list)

    def rows(self) -> Iterator[tuple[str, list[Row]]]:
        """Table name and rows, a table after those it refers to (the file and the document first)."""
        yield "source_files", [self.source_file]
        yield "documents", [self.document]
        for name in TABLES:
            if name not in ("jurisdictions", "source_files", "documents"):
                yield name, getattr(self, name)
