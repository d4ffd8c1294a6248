"""Clean text → the parts of the notice: head, sections, tables, foot."""

from __future__ import annotations

from extract.clean import Cleaned
from extract.clean.fold import fold
from extract.outline.front import read_front
from extract.outline.lines import split_lines
from extract.outline.model import Outline
from extract.outline.sections import find_sections, in_ranges
from extract.outline.tables import find_tables
from extract.read.source import Source


def lay_out(cleaned: Cleaned, source: Source) -> Outline:
    """Front matter, sections and tables of a notice, with doubts about what is missing or stands twice."""
    text = cleaned.text
    folded = fold(text)
    lines = split_lines(folded)
    tables = find_tables(cleaned)
    in_table = {line.start for line in lines if "\t" in line.text or in_ranges(line.start, cleaned.tables)}
    frame = read_front(text, folded, lines, in_table, source.said)
    sections, doubts = find_sections(text, frame.body, tables, frame.titles)
    return Outline(frame.front, sections, tables, frame.body, [*frame.doubts, *doubts], frame.letter)
