"""A notice as paragraphs and tables, for the makers of forms."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from extract.clean import clean
from extract.read import read

NOTICES = sorted((Path(__file__).parent.parent.parent / "corpus" / "notices").glob("*.txt"))


@dataclass(frozen=True)
class Paragraph:
    text: str


@dataclass(frozen=True)
class Table:
    rows: list[list[str]]


Block = Paragraph | Table


def blocks_of(path: Path) -> list[Block]:
    """The notice's paragraphs and tables in order."""
    cleaned = clean(read(path))
    out: list[Block] = []
    at = 0
    for line in cleaned.text.split("\n"):
        if not any(first <= at < after for first, after in cleaned.tables):
            out.append(Paragraph(line))
        elif out and isinstance(out[-1], Table) and not any(first == at for first, _ in cleaned.tables):
            out[-1].rows.append(line.split("\t"))
        else:
            out.append(Table([line.split("\t")]))
        at += len(line) + 1
    return out
