"""A notice as a Word document with what real ones have: automatic numbers, bookmarks, fields, merged cells, feet."""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from extract.clean.fold import fold
from extract.outline.labels import Label, label_of
from forms.notice import Block, Paragraph, Table

# Level of the list, number format and label form of each numbered heading
LEVELS = {"han": "chineseCountingThousand", "han_bracket": "chineseCounting", "number": "decimal", "bracket": "decimal"}
_ORDINAL = re.compile(r"[一二三四五六七八九十百零〇]+|\d+")


def write_docx(blocks: list[Block], out: Path) -> None:
    """Writes the notice. The same blocks give the same document."""
    document: Any = Document()
    document.styles["Normal"].font.name = "Noto Serif CJK SC"
    document.styles["Normal"].element.rPr.rFonts.set(qn("w:eastAsia"), "Noto Serif CJK SC")
    lists = _Lists(document, blocks)
    chance = random.Random(7)
    for number, block in enumerate(blocks):
        if isinstance(block, Table):
            _table(document, block.rows)
            document.add_paragraph()
        else:
            _paragraph(document, block.text, lists, chance, number)
    _head_and_foot(document)
    document.save(out)


def _paragraph(document: Any, text: str, lists: _Lists, chance: random.Random, number: int) -> None:
    paragraph = document.add_paragraph()
    label = label_of(fold(text))
    if label is not None and lists.numbers(paragraph, label, text):
        text = text[label.width :]
    elif len(text) < 40 and number < 8:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if len(text) > 60:
        paragraph.paragraph_format.first_line_indent = Pt(32)
    _bookmark(paragraph, number, "bookmarkStart")
    while text:
        cut = chance.randint(1, 40)  # word processors split a paragraph wherever it was once edited
        paragraph.add_run(text[:cut])
        text = text[cut:]
        if chance.random() < 0.05:
            _field(paragraph, text[:5])
            text = text[5:]
    _bookmark(paragraph, number, "bookmarkEnd")


class _Lists:
    """One multi-level list; a number that does not follow from the one before starts a list anew."""

    def __init__(self, document: Any, blocks: list[Block]) -> None:
        self._numbering = document.part.numbering_part.element
        labels = [label for b in blocks if isinstance(b, Paragraph) and (label := label_of(fold(b.text)))]
        texts = {form: self._pattern(form, labels, blocks) for form in LEVELS}
        self._patterns = texts
        self._counts: dict[int, int] = {}
        self._abstract = self._add_abstract()
        self._num = self._add_num({})
        self._fresh: set[int] = set()

    def _pattern(self, form: str, labels: list[Label], blocks: list[Block]) -> str | None:
        """The label as the notice first writes it, its number replaced."""
        depth = list(LEVELS).index(form)
        for block in blocks:
            label = label_of(fold(block.text)) if isinstance(block, Paragraph) else None
            if isinstance(block, Paragraph) and label is not None and label.form == form:
                return _ORDINAL.sub(f"%{depth + 1}", block.text[: label.width].strip(), count=1)
        return None

    def _add_abstract(self) -> str:
        levels = "".join(
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="nothing"/>'
            f'<w:lvlText w:val="{self._patterns[name] or ""}"/><w:lvlJc w:val="left"/></w:lvl>'
            for depth, (name, form) in enumerate(LEVELS.items())
        )
        element = parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="900"><w:multiLevelType w:val="multilevel"/>{levels}'
            f"</w:abstractNum>"
        )
        self._numbering.insert(0, element)
        return "900"

    def _add_num(self, starts: dict[int, int]) -> str:
        num = self._numbering.add_num(int(self._abstract))
        for depth, start in starts.items():
            num.add_lvlOverride(depth).add_startOverride(start)
        return str(num.numId)

    def numbers(self, paragraph: Any, label: Label, text: str) -> bool:
        """Numbers the paragraph, if its label is one that the list writes."""
        if label.form not in LEVELS or label.number is None:
            return False
        depth = list(LEVELS).index(label.form)
        pattern = self._patterns[label.form]
        if pattern is None or _ORDINAL.sub(f"%{depth + 1}", text[: label.width].strip(), count=1) != pattern:
            return False
        if label.number != self._counts.get(depth, 0) + 1:
            self._num = self._add_num({depth: label.number})
        self._counts[depth] = label.number
        self._counts = {d: n for d, n in self._counts.items() if d <= depth}
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = depth
        properties.get_or_add_numId().val = int(self._num)
        return True


def _table(document: Any, rows: list[list[str]]) -> None:
    """The table with its merged cells merged: down in the first column, to the right in others."""
    width = max(map(len, rows))
    table = document.add_table(len(rows), width)
    table.style = "Table Grid"
    for cells, row in zip(table.rows, rows, strict=True):
        for cell, words in zip(cells.cells, row, strict=False):
            cell.text = words
    _mark_repeated(table.rows[0])
    for y, row in enumerate(rows):
        for x in range(1, len(row)):
            if not row[x] and row[x - 1]:
                _merge(table.cell(y, x - 1), table.cell(y, x))
    top = 0
    for y in range(1, len(rows) + 1):
        if y == len(rows) or rows[y][0]:
            if y - top > 1 and rows[top][0]:
                _merge(table.cell(top, 0), table.cell(y - 1, 0))
            top = y


def _merge(first: Any, last: Any) -> None:
    words = first.text
    first.merge(last).text = words


def _mark_repeated(row: Any) -> None:
    """The row stands again at the head of each page."""
    header = OxmlElement("w:tblHeader")
    row._tr.get_or_add_trPr().append(header)


def _bookmark(paragraph: Any, number: int, kind: str) -> None:
    mark = OxmlElement(f"w:{kind}")
    mark.set(qn("w:id"), str(number))
    if kind == "bookmarkStart":
        mark.set(qn("w:name"), f"_Toc{number:08}")
    paragraph._p.append(mark)


def _field(paragraph: Any, result: str) -> None:
    """A field whose code nobody sees and whose result stands in the text."""
    for kind, words in (
        ("begin", ""),
        ("", ' HYPERLINK "http://www.gov.cn/" '),
        ("separate", ""),
        (None, result),
        ("end", ""),
    ):
        run = paragraph.add_run()
        if kind is None:
            run.text = words
        elif kind:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
            run._r.append(element)
        else:
            element = OxmlElement("w:instrText")
            element.text = words
            run._r.append(element)


def _head_and_foot(document: Any) -> None:
    section = document.sections[0]
    section.header.paragraphs[0].text = "内部资料 注意保存"
    section.footer.paragraphs[0].text = "— 3 —"
