"""What every table's row, and every row that rests on words of a notice, has."""

from __future__ import annotations

from typing import ClassVar

from pydantic import BaseModel, ConfigDict, model_validator

from schemas.columns import column, optional
from schemas.vocabulary import Origin


class Row(BaseModel):
    """A row of a published table. `TABLE` names it, `LABEL` is its Chinese title, `KEY` its primary key."""

    model_config = ConfigDict(extra="forbid", validate_assignment=True)

    TABLE: ClassVar[str]
    LABEL: ClassVar[str]
    KEY: ClassVar[tuple[str, ...]] = ("id",)


class Box(BaseModel):
    """A rectangle on a page, in points from its upper left corner (PDF, OFD, scans)."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


class Extracted(Row):
    """A row that rests on verbatim words of a notice: `documents.text[start:end] == quote`."""

    id: str = column("编号", "Stable key: stays the same while the words it rests on do")
    document_id: str = column("文件", "The notice it stands in", references="documents.id")
    section_id: str | None = optional("章节", "The innermost section its words stand in", references="sections.id")
    quote: str = column("原文", "The words it rests on, verbatim from the clean text of the notice")
    start: int = column("起", "Offset of the quote's first character in documents.text")
    end: int = column("止", "Offset after the quote's last character in documents.text")
    page: int | None = optional("页", "Page of the source file, from 1; null where the format has none")
    boxes: list[Box] | None = optional("位置", "Rectangles on the page (JSON); null where the format has none")
    confidence: float = column("置信度", "0–1: the share of rows of this construction that are right on gold notices")
    origin: Origin = column("来源", "extracted by the program, corrected or added by a person", default="extracted")
    file: str | None = optional(
        "所在文件", "Name of the file its words stand in, where a notice has attachments in files of their own"
    )

    @model_validator(mode="after")
    def _quote_has_length(self) -> Extracted:
        if not self.quote or self.end - self.start != len(self.quote):
            raise ValueError(f"{self.TABLE}: quote of {len(self.quote)} characters at {self.start}–{self.end}")
        return self
