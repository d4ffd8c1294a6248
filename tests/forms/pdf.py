"""PDFs of the notices, made with real tools: python-docx writes, LibreOffice prints, pdfium draws the scans."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from extract.clean import clean
from extract.outline.lines import names_body
from extract.read import read

BODY, TABLE = "Noto Serif CJK SC", "Noto Sans CJK SC"
SCAN_DPI = 200
_TIME_LIMIT = 180


def require(*tools: str) -> None:
    """Skips the test where a tool is missing; fails it where CI is to have them all."""
    missing = [tool for tool in tools if shutil.which(tool) is None]
    if missing:
        message = f"{', '.join(missing)} missing: apt-get install libreoffice-writer-nogui fonts-noto-cjk"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)


@dataclass(frozen=True)
class Look:
    """How a notice is printed: 三号 type on lines of 28 points as GB/T 9704 has it, unless told otherwise."""

    size: float = 16
    pitch: float = 28
    head_repeats: bool = True
    running_head: str = ""


def printed(notice: Path, folder: Path, look: Look | None = None) -> Path:
    """The notice as a PDF: titles centred, paragraphs indented, tables ruled with merged cells, pages numbered."""
    docx = folder / f"{notice.stem}.docx"
    write_docx(notice, docx, look or Look())
    return to_pdf(docx, folder)


def to_pdf(file: Path, folder: Path, options: str = "") -> Path:
    """Prints a document with LibreOffice, in a profile of its own; `options` are those of its PDF filter (JSON)."""
    require("soffice")
    with tempfile.TemporaryDirectory() as profile:
        command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to"]
        form = f"pdf:writer_pdf_Export:{options}" if options else "pdf"
        subprocess.run(
            [*command, form, "--outdir", str(folder), str(file)], check=True, capture_output=True, timeout=_TIME_LIMIT
        )
    return folder / f"{file.stem}.pdf"


def write_docx(notice: Path, target: Path, look: Look) -> None:
    """The notice's text as a Word document, its tables with merged cells."""
    cleaned = clean(read(notice))
    source = cleaned.mapped
    document = Document()
    _set_style(document, look)
    _number_pages(document, look.running_head)
    at = 0
    for start, end in [*cleaned.tables, (len(source.text), len(source.text))]:
        _write_paragraphs(document, source.text[at:start], look, first=at == 0)
        if end > start:
            rows = [line.split("\t") for line in source.text[start:end].split("\n")]
            _write_table(document, rows, look.head_repeats)
        at = end
    document.save(target)


def _set_style(document: Any, look: Look) -> None:
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(look.size)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), BODY)
    style.paragraph_format.line_spacing = Pt(look.pitch)
    style.paragraph_format.space_after = Pt(0)


def _number_pages(document: Any, running_head: str) -> None:
    section = document.sections[0]
    if running_head:
        section.header.paragraphs[0].text = running_head
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    footer.add_run("— ")
    run = footer.add_run()
    for kind, words in (("begin", None), (None, "PAGE"), ("end", None)):
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.text = words
        run._r.append(part)
    footer.add_run(" —")


def _write_paragraphs(document: Any, text: str, look: Look, first: bool) -> None:
    lines = [line for line in text.split("\n") if line]
    prose = next((i for i, line in enumerate(lines) if line.endswith(("：", "。"))), 0) if first else 0
    for index, line in enumerate(lines):
        paragraph = document.add_paragraph(line)
        if index < prose:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            paragraph.runs[0].font.size = Pt(1.4 * look.size)
        elif index == prose and line.endswith("："):
            paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        elif names_body(line) or (len(line) < 15 and line.endswith("日") and line[0] in "12二"):
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        else:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
            paragraph.paragraph_format.first_line_indent = Pt(2 * look.size)


def _write_table(document: Any, rows: list[list[str]], head_repeats: bool) -> None:
    count = max(map(len, rows))
    table = document.add_table(len(rows), count)
    table.style = "Table Grid"
    table.autofit = False
    weights = [max(2, min(30, max(len(row[c]) for row in rows if c < len(row)))) for c in range(count)]
    full = document.sections[0].page_width - document.sections[0].left_margin - document.sections[0].right_margin
    for r, row in enumerate(rows):
        for c, words in enumerate(row):
            cell = table.cell(r, c)
            cell.width = int(full * weights[c] / sum(weights))
            cell.text = ""
            run = cell.paragraphs[0].add_run(words)
            run.font.size = Pt(12)
            cell.paragraphs[0].paragraph_format.line_spacing = Pt(18)
    _merge(table, rows)
    if head_repeats:
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _merge(table: Any, rows: list[list[str]]) -> None:
    """Empty cells below a filled one become one cell with it, where the rows' other cells are filled."""
    for c in range(min(map(len, rows))):
        r = 1
        while r < len(rows):
            after = r + 1
            while after < len(rows) and not rows[after][c] and sum(map(bool, rows[after])) > 1:
                after += 1
            if rows[r][c] and after > r + 1:
                merged = table.cell(r, c).merge(table.cell(after - 1, c))
                for empty in merged.paragraphs[1:]:
                    empty._p.getparent().remove(empty._p)
            r = after


def paragraphs_printed(paragraphs: list[str], folder: Path, name: str) -> Path:
    """Paragraphs as a PDF."""
    document = Document()
    _set_style(document, Look())
    for words in paragraphs:
        document.add_paragraph(words)
    document.save(str(folder / f"{name}.docx"))
    return to_pdf(folder / f"{name}.docx", folder)


def scanned(pdf: Path, target: Path, dpi: int = SCAN_DPI) -> Path:
    """The PDF's pages as pictures in a PDF without text."""
    pages = [page.render(scale=dpi / 72, grayscale=True).to_pil() for page in pypdfium2.PdfDocument(pdf)]
    pages[0].save(target, "PDF", resolution=dpi, save_all=True, append_images=pages[1:], quality=85)
    return target


_STREAM = re.compile(rb"(\d+) 0 obj\s*<<([^>]*?)>>\s*stream\r?\n", re.S)


def with_unknown_glyph(pdf: Path, target: Path, char: str, code: str) -> Path:
    """The PDF with its fonts naming `char` as `code`, as fonts with characters of their own do."""
    data = pdf.read_bytes()
    added = b""
    places: list[tuple[int, int]] = []
    for number, words in _streams(data):
        if b"beginbfchar" in words and _hex(char) in words:
            places.append((number, len(data) + len(added)))
            changed = words.replace(b"<" + _hex(char) + b">", b"<" + _hex(code) + b">")
            added += b"%d 0 obj\n<</Length %d>>\nstream\n%s\nendstream\nendobj\n" % (number, len(changed), changed)
    assert places, f"{pdf}: no font names {char}"
    target.write_bytes(data + added + _update(data, len(data) + len(added), places))
    return target


def _hex(char: str) -> bytes:
    return b"%04X" % ord(char)


def _streams(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Number and words of each compressed stream of a PDF that LibreOffice made."""
    for match in _STREAM.finditer(data):
        length = re.search(rb"/Length (\d+) 0 R", match[2])
        if length:
            direct = re.search(rb"\n%s 0 obj\s*(\d+)" % length[1], data)
        else:
            direct = re.search(rb"/Length (\d+)", match[2])
        if direct and b"FlateDecode" in match[2] and b"/Type/XRef" not in match[2]:
            yield int(match[1]), zlib.decompress(data[match.end() : match.end() + int(direct[1])])


def _update(data: bytes, start: int, places: list[tuple[int, int]]) -> bytes:
    """The table of an incremental update whose objects stand at `places`."""
    root = re.search(rb"/Root \d+ 0 R", data)
    size = re.search(rb"/Size (\d+)", data)
    previous = data.rindex(b"startxref")
    assert root
    assert size
    entries = b"".join(b"%d 1\n%010d 00000 n \n" % place for place in places)
    before = int(data[previous:].split()[1])
    return b"xref\n%strailer\n<<%s/Size %s/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (
        entries, root[0], size[1], before, start,
    )  # fmt: skip
