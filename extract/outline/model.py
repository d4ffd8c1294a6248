"""The parts of a notice, as GB/T 9704 names them, and the tables that stand in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from extract.doubts import Doubt
from schemas.vocabulary import Status


class Cell(NamedTuple):
    """A table cell: clean characters start:end (empty where a merged cell goes on: start == end)."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the clean text, a line a row. `header` are the column names (empty: it has none).

    `rows` are the rows below the header; every row has as many cells as the header has names.
    """

    start: int
    end: int
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(slots=True)
class Section:
    """A numbered or titled part. `parent` is the index of the section it stands in."""

    label: str | None
    heading: str
    level: int
    start: int
    end: int
    body: int
    """Offset of the first character after label and heading."""
    parent: int | None = None


@dataclass(slots=True)
class Front:
    """What the head and the foot of a notice say of it (发文字号, 发文机关, 成文日期 …)."""

    title: str | None = None
    doc_number: str | None = None
    issuer: str | None = None
    area: str | None = None
    adcode: str | None = None
    issued_on: str | None = None
    status: Status = "issued"
    genre: str | None = None
    year: int | None = None
    """The year that a month or 年底前 without one means: the title's, else that of the issue date."""


@dataclass
class Outline:
    """`body` is the range that makes promises: without head, recipients, imprint and page furniture.

    `letter` is what a covering letter charges and sets beside sending the body: 各县区于3月15日前报市安办备案.
    """

    front: Front
    sections: list[Section]
    tables: list[Table]
    body: tuple[int, int]
    doubts: list[Doubt] = field(default_factory=list)
    letter: tuple[int, int] = (0, 0)

    def says(self, offset: int) -> bool:
        """Whether the offset is in the body or in what the covering letter says."""
        return any(start <= offset < end for start, end in (self.letter, self.body))

    @cached_property
    def _starts(self) -> list[int]:
        return [section.start for section in self.sections]

    def section_at(self, offset: int) -> int | None:
        """Index of the innermost section that holds the offset."""
        index: int | None = bisect_right(self._starts, offset) - 1
        while index is not None and index >= 0 and self.sections[index].end <= offset:
            parent = self.sections[index].parent
            index = index - 1 if parent is None else parent
        return index if index is not None and index >= 0 else None

    def heading_at(self, offset: int) -> str:
        """The heading of the innermost section that holds the offset; empty where none does."""
        return next((section.heading for section in self.sections_about(offset)), "")

    def sections_about(self, offset: int) -> Iterator[Section]:
        """The sections that hold the offset, the innermost first."""
        index = self.section_at(offset)
        while index is not None:
            yield self.sections[index]
            index = self.sections[index].parent
