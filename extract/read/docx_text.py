"""Paragraphs and tables of a Word document, in its order, as a reader sees them (ECMA-376 part 1, chapter 17)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from extract.read.docx_numbering import Numbering
from extract.read.docx_styles import Styles, indent_of, number_of
from extract.read.xml import attribute, child, local

Rows = list[list[str]]
Block = str | Rows
"""A line (a paragraph or a part of one), or the rows of a table."""

_GONE = frozenset(
    ("del", "moveFrom", "delText", "delInstrText", "instrText", "rPr", "pPr", "sdtPr", "rt", "commentReference")
)
_OFF = ("0", "false", "off")
_CONTENTS = re.compile(r"\s*(?:TOC|INDEX)\b", re.I)  # fields that repeat headings with page numbers: TOC \o "1-3"
_INDENT = "\u3000\u3000"
_GAP = "\u3000"  # what a tab of running text leaves: a tab itself parts the cells of tables
_CELL_OF_LAYOUT = 1500  # characters that no cell of a data table has
_MOST_SPAN = 200
_LARGE = (3_000_000, 1_500_000)  # 8.3 × 4.2 cm in EMU: a picture that may show a table, no seal and no logo
# Symbol fonts by code: Wingdings check marks and boxes, and what most documents use for bullets
_SYMBOLS = {
    0xFC: "√",
    0xFE: "☑",
    0x52: "☑",
    0xA8: "□",
    0x6F: "□",
    0x6C: "●",
    0x6E: "■",
    0x75: "◆",
    0xD8: "➢",
    0x77: "◆",
}
_SUPERSCRIPT = {"2": "²", "3": "³"}


@dataclass(slots=True)
class Seen:
    """What a person should know of: how often each thing came up."""

    counts: Counter[str] = field(default_factory=Counter)
    notes: list[tuple[str, str]] = field(default_factory=list)
    """(footnote or endnote, its id) in the order of the text."""


class Reader:
    """Reads the stories of one document; paragraphs must come in its order, since they are counted."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self.seen = Seen()
        self._fields: list[str] = []  # "code" while a field's instruction runs, then "words" or "contents"
        self._codes: list[str] = []
        self._carried = ""  # words of a paragraph whose mark was deleted: they go on in the next one

    def blocks(self, element: Any) -> list[Block]:
        """The lines and tables below a body, a cell, a text box or a note."""
        out: list[Block] = []
        for part in _content(element, self._count_change):
            name = local(part)
            if name == "p":
                out += self._paragraph(part)
            elif name == "tbl":
                out += self._table(part)
            elif name == "altChunk":
                self.seen.counts["embedded"] += 1
        return out

    def _count_change(self, change: str) -> None:
        self.seen.counts["changes"] += 1

    # paragraphs

    def _paragraph(self, element: Any) -> list[Block]:
        properties = child(element, "pPr")
        style = child(properties, "pStyle") if properties is not None else None
        named = attribute(style, "val") if style is not None else self._styles.default
        words: list[str] = []
        boxes: list[Block] = []
        self._inline(element, words, boxes)
        self._fields = [state if state != "code" else "words" for state in self._fields]
        text = self._carried + "".join(words)
        self._carried = ""
        if properties is not None and child(properties, "rPr", "del") is not None:
            self._carried = text
            self.seen.counts["changes"] += 1
            return boxes
        label = self._numbering.label(number_of(element).over(self._styles.number(named)), named)
        indent = indent_of(element)
        led = _INDENT if text.strip() and (self._styles.indents(named) if indent is None else indent) else ""
        lines: list[Block] = [*f"{led}{label}{text}".split("\n")]
        return lines + boxes

    def _inline(self, element: Any, words: list[str], boxes: list[Block]) -> None:
        for part in element:
            name = local(part)
            handler = _INLINE.get(name)
            if handler is not None:
                handler(self, part, words, boxes)
            elif name in ("del", "moveFrom"):
                self.seen.counts["changes"] += 1
            elif name not in _GONE:
                if name in ("ins", "moveTo"):
                    self.seen.counts["changes"] += 1
                self._inline(part, words, boxes)

    def _run(self, run: Any, words: list[str], boxes: list[Block]) -> None:
        properties = child(run, "rPr")
        if properties is not None:
            if _is_on(properties, "vanish"):
                return
            if _is_on(properties, "strike") or _is_on(properties, "dstrike"):
                self.seen.counts["struck"] += 1
            raised = child(properties, "vertAlign")
            if raised is not None and attribute(raised, "val") == "superscript":
                own: list[str] = []
                self._inline(run, own, boxes)
                before = words[-1][-1:] if words else ""
                words += [_SUPERSCRIPT.get(w, w) if before in ("m", "M", "米") else w for w in own]
                return
        self._inline(run, words, boxes)

    def _words(self, element: Any, words: list[str], boxes: list[Block]) -> None:
        if element.text and not self._hidden:
            words.append(element.text.replace("\n", " ").replace("\t", " "))

    @property
    def _hidden(self) -> bool:
        return "code" in self._fields or "contents" in self._fields

    def _tab(self, element: Any, words: list[str], boxes: list[Block]) -> None:
        if not self._hidden:
            words.append(_GAP)

    def _break(self, element: Any, words: list[str], boxes: list[Block]) -> None:
        if not self._hidden:
            words.append("\n")

    def _hyphen(self, element: Any, words: list[str], boxes: list[Block]) -> None:
        words.append("-")

    def _symbol(self, element: Any, words: list[str], boxes: list[Block]) -> None:
        code = attribute(element, "char") or ""
        try:
            number = int(code, 16)
        except ValueError:
            number = 0
        known = _SYMBOLS.get(number & 0xFF) if number >= 0xF000 or number < 0x100 else chr(min(number, 0x10FFFF))
        if known is None:
            self.seen.counts["symbols"] += 1
        words.append(known or "□")

    def _field(self, element: Any, words: list[str], boxes: list[Block]) -> None:
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            self._fields.append("code")
            self._codes.append("")
        elif kind == "separate" and self._fields:
            self._fields[-1] = "contents" if _CONTENTS.match(self._codes[-1]) else "words"
        elif kind == "end" and self._fields:
            self._fields.pop()
            self._codes.pop()

    def _code(self, element: Any, words: list[str], boxes: list[Block]) -> None:
        if self._codes:
            self._codes[-1] += element.text or ""

    def _simple_field(self, element: Any, words: list[str], boxes: list[Block]) -> None:
        if not _CONTENTS.match(attribute(element, "instr") or ""):
            self._inline(element, words, boxes)

    def _note(self, element: Any, words: list[str], boxes: list[Block]) -> None:
        self.seen.notes.append((local(element).removesuffix("Reference"), attribute(element, "id") or ""))

    def _ruby(self, element: Any, words: list[str], boxes: list[Block]) -> None:
        base = child(element, "rubyBase")
        if base is not None:
            self._inline(base, words, boxes)

    def _fraction(self, element: Any, words: list[str], boxes: list[Block]) -> None:
        over: list[str] = []
        for side in ("num", "den"):
            part: list[str] = []
            self._inline(found, part, boxes) if (found := child(element, side)) is not None else None
            over.append("".join(part))
        words.append("/".join(over))

    def _drawing(self, element: Any, words: list[str], boxes: list[Block]) -> None:
        """Words of text boxes; a large picture is counted."""
        for part in element.iter():
            if local(part) == "extent" and _large(part):
                self.seen.counts["pictures"] += any(local(below) == "blip" for below in element.iter())
        for box in _boxes(element):
            fields, self._fields = self._fields, []
            boxes += self.blocks(box)
            self._fields = fields

    def _alternatives(self, element: Any, words: list[str], boxes: list[Block]) -> None:
        chosen = _chosen(element)
        if chosen is not None:
            self._inline(chosen, words, boxes)

    # tables

    def _table(self, element: Any) -> list[Block]:
        """The table's rows, or its paragraphs where it only frames or lays out text."""
        rows: Rows = []
        cells: list[list[Block]] = []
        for row in _content(element, self._count_change, inner=("tr",)):
            properties = child(row, "trPr")
            if properties is not None and child(properties, "del") is not None:
                self.seen.counts["changes"] += 1
                continue
            if properties is not None and child(properties, "ins") is not None:
                self.seen.counts["changes"] += 1
            rows.append(self._row(row, properties, cells))
        if _is_data(rows):
            width = max(map(len, rows))
            return [[row + [""] * (width - len(row)) for row in rows if any(row)]]
        return [block for cell in cells for block in cell]

    def _row(self, element: Any, properties: Any, cells: list[list[Block]]) -> list[str]:
        row = [""] * _number(properties, "gridBefore", 0)
        for cell in _content(element, self._count_change, inner=("tc",)):
            found = child(cell, "tcPr")
            blocks = self.blocks(cell)
            if found is not None and child(found, "cellDel") is not None:
                self.seen.counts["changes"] += 1
                continue
            goes_on = _goes_on(found, "vMerge") or _goes_on(found, "hMerge")
            if not goes_on:
                cells.append(blocks)
            row.append("" if goes_on else _one_line(blocks))
            row += [""] * (_number(found, "gridSpan", 1) - 1)
        return row + [""] * _number(properties, "gridAfter", 0)


Handler = Callable[[Reader, Any, list[str], list[Block]], None]
_INLINE: dict[str, Handler] = {
    "r": Reader._run, "t": Reader._words, "tab": Reader._tab, "ptab": Reader._tab, "br": Reader._break,
    "cr": Reader._break, "noBreakHyphen": Reader._hyphen, "sym": Reader._symbol, "fldChar": Reader._field,
    "instrText": Reader._code, "fldSimple": Reader._simple_field, "footnoteReference": Reader._note,
    "endnoteReference": Reader._note,
    "ruby": Reader._ruby, "f": Reader._fraction, "drawing": Reader._drawing, "pict": Reader._drawing,
    "object": Reader._drawing, "AlternateContent": Reader._alternatives,
}  # fmt: skip


def _content(
    element: Any, changed: Callable[[str], None], inner: tuple[str, ...] = ("p", "tbl", "altChunk")
) -> Iterator[Any]:
    """The parts of the given kinds below the element, wrappers (controls, custom XML, insertions) opened."""
    for part in element:
        name = local(part)
        if name in inner:
            yield part
        elif name in ("del", "moveFrom"):
            changed(name)
        elif name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "subDoc"):
            if name == "sdt" and _is_contents(part):
                continue
            yield from _content(part, changed, inner)
        elif name == "AlternateContent" and (chosen := _chosen(part)) is not None:
            yield from _content(chosen, changed, inner)


def _is_contents(control: Any) -> bool:
    """A table of contents that the word processor made."""
    gallery = child(control, "sdtPr", "docPartObj", "docPartGallery")
    return gallery is not None and (attribute(gallery, "val") or "").startswith("Table of Contents")


def _chosen(alternatives: Any) -> Any:
    """The first of several forms of the same thing."""
    return next((part for part in alternatives if len(part)), None)


def _boxes(element: Any) -> Iterator[Any]:
    """The contents of text boxes below the element, each once."""
    for part in [_chosen(element)] if local(element) == "AlternateContent" else element:
        if part is None:
            continue
        if local(part) == "txbxContent":
            yield part
        else:
            yield from _boxes(part)


def _large(extent: Any) -> bool:
    size = (attribute(extent, "cx") or "", attribute(extent, "cy") or "")
    return all(value.isdecimal() and int(value) >= least for value, least in zip(size, _LARGE, strict=True))


def _is_on(properties: Any, name: str) -> bool:
    found = child(properties, name)
    return found is not None and attribute(found, "val") not in _OFF


def _goes_on(properties: Any, name: str) -> bool:
    """Whether the cell goes on with a merged one."""
    found = child(properties, name) if properties is not None else None
    return found is not None and attribute(found, "val") != "restart"


def _number(properties: Any, name: str, otherwise: int) -> int:
    found = child(properties, name) if properties is not None else None
    value = attribute(found, "val") if found is not None else None
    return min(int(value), _MOST_SPAN) if value is not None and value.isdecimal() else otherwise


def _is_data(rows: Rows) -> bool:
    """Whether a table holds data: two rows, two columns, no cell as long as a page."""
    filled = [row for row in rows if any(row)]
    return (
        len(filled) > 1
        and max(sum(map(bool, row)) for row in filled) > 1
        and max(len(cell) for row in filled for cell in row) <= _CELL_OF_LAYOUT
    )


def _one_line(blocks: list[Block]) -> str:
    """The words of a cell in one line, tables in it too."""
    lines = [block if isinstance(block, str) else " ".join(" ".join(row) for row in block) for block in blocks]
    return " ".join(line.strip(" \u3000") for line in lines if line.strip(" \u3000")).replace("\t", " ")
