"""Readings of small texts: clean text in, sections and tables found, every span annotated."""

from __future__ import annotations

import re
from itertools import pairwise

from extract.annotate.pipeline import annotate
from extract.annotate.reading import Reading
from extract.outline.model import Cell, Front, Outline, Table
from extract.outline.sections import find_sections


def reading_of(text: str, year: int | None = 2024, issued_on: str | None = "2024-03-15") -> Reading:
    """A notice of 六安市 with this body. A block of lines with tabs is a table, its first line the header."""
    tables = [_table(text, match.start(), match.end()) for match in re.finditer(r"(?:[^\n]*\t[^\n]*(?:\n|$))+", text)]
    sections, _ = find_sections(text, (0, len(text)), tables)
    front = Front(area="六安市", adcode="341500", year=year, issued_on=issued_on)
    return annotate(text, Outline(front, sections, tables, (0, len(text))))


def _table(text: str, start: int, end: int) -> Table:
    lines = [match.span() for match in re.finditer(r"[^\n]+", text[start:end])]
    rows = [_cells(text, start + a, start + b) for a, b in lines]
    header = tuple(text[cell.start : cell.end] for cell in rows[0])
    return Table(start, end, header, tuple(rows[1:]))


def _cells(text: str, start: int, end: int) -> tuple[Cell, ...]:
    marks = [start - 1, *(start + m.start() for m in re.finditer("\t", text[start:end])), end]
    return tuple(Cell(a + 1, b) for a, b in pairwise(marks))
