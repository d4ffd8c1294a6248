"""How long reading pages takes, as ratios against the bare text extraction of pypdfium2 and pdfplumber in the same run.

    python benchmarks/pages.py [FILE.pdf …]

Without files it prints two notices of the corpus with LibreOffice, one of text alone and one with tables over pages,
and takes the second as a DOCX too, against the PDF printed from that.
Times are those of the processor, the least of several rounds. `read` is the reading, `rows` what comes after it.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pdfplumber
import pypdfium2
from rich.console import Console
from rich.table import Table

from extract.annotate.pipeline import annotate
from extract.clean import clean
from extract.notice import interpret
from extract.outline import lay_out
from extract.read.docx import read_docx
from extract.read.file import load
from extract.read.pdf import read_pdf
from extract.read.source import Source

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

ROUNDS = 15
TEXT_LIMIT, TABLE_LIMIT = 2.0, 1.3


def main(files: list[Path]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        _report([(path, path) for path in files] or _printed(Path(folder)))


def _printed(folder: Path) -> list[tuple[Path, Path]]:
    """Files, each with the PDF to measure it against."""
    from forms.notice import NOTICES, blocks_of
    from forms.pdf import printed, to_pdf
    from forms.word import write_docx

    document = folder / "document.docx"
    write_docx(blocks_of(NOTICES[0]), document)
    pdfs = [printed(NOTICES[index], folder) for index in (3, 0)]
    return [*((path, path) for path in pdfs), (document, to_pdf(document, folder))]


def _report(files: list[tuple[Path, Path]]) -> None:
    columns = (
        "file",
        "pages",
        "pdfium ms",
        "plumber ms",
        "read ms",
        "rows ms",
        "pages/s",
        "read/pdfium",
        "read/plumber",
    )
    table = Table(*columns)
    for path, pdf in files:
        raw, read = load(path), read_docx if path.suffix == ".docx" else read_pdf
        source = read(raw)
        pages = source.pages or len(pypdfium2.PdfDocument(pdf))
        pdfium = least(lambda pdf=pdf: _pdfium(pdf.read_bytes()))
        plumber = least(lambda pdf=pdf: _plumber(pdf), rounds=1)
        reading = least(lambda raw=raw, read=read: read(raw))
        rows = least(lambda source=source: _rows(source))
        table.add_row(
            path.name, str(pages), *(f"{1000 * seconds:.1f}" for seconds in (pdfium, plumber, reading, rows)),
            f"{pages / (reading + rows):.0f}", f"{reading / pdfium:.2f}", f"{reading / plumber:.2f}",
        )  # fmt: skip
    console = Console()
    console.print(table)
    console.print(f"Goals: text within {TEXT_LIMIT} of pdfium, tables within {TABLE_LIMIT} of pdfplumber.")


def least(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The least processor time of several rounds, in seconds."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def _pdfium(data: bytes) -> None:
    document = pypdfium2.PdfDocument(data)
    for page in document:
        page.get_textpage().get_text_range()


def _plumber(path: Path) -> None:
    with pdfplumber.open(path) as document:
        for page in document.pages:
            page.extract_text()
            page.extract_tables()


def _rows(source: Source) -> None:
    cleaned = clean(source)
    interpret(annotate(cleaned.text, lay_out(cleaned, source)), cleaned, source, datetime.now(UTC))


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
