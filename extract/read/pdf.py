"""PDFs: the words of the text layer by geometry, pages that are pictures by recognition (OCR)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pypdfium2

from extract.doubts import Doubt
from extract.read.encoding import likeness
from extract.read.file import RawFile
from extract.read.guard import more_time
from extract.read.pdf_compose import compose
from extract.read.pdf_furniture import is_stamp
from extract.read.pdf_glyphs import resolved
from extract.read.pdf_page import HAN, Page, Turn, lines_of
from extract.read.pdf_rules import Drawn, drawn_on
from extract.read.pdf_text import Corner, characters_of, turn_of
from extract.read.source import Source, Unreadable
from extract.read.text import require_words

MOST_PAGES = 1000
"""Notices with all their tables have up to some hundred pages; what has more is a yearbook, a dump or an attack."""

_FEW = 30  # Chinese characters of a page whose picture may be all that it holds
_COVERED = 0.3  # share of a page that a scan covers at least
_DRAWN = 2000  # pieces of paths on a page whose characters are drawn as outlines
_GARBLED = 0.05  # likeness to Chinese below which a text layer's characters are not those that are printed
_SAMPLE = 8  # runs, which mostly are lines
_ENOUGH = 100  # characters from which that can be told
_PASSWORD = "Incorrect password"


def read_pdf(raw: RawFile) -> Source:
    """The PDF's words, tables and places. Raises Unreadable with one clear line.

    Pages that are pictures are recognised where the extra `ocr` is installed; else there is a doubt about them, and
    a file that holds nothing else is unreadable.
    """
    document = _opened(raw)
    try:
        pages, pictures, doubts = _read_pages(document, raw.path)
        if pictures:
            doubts += _recognise(document, pages, pictures, raw.path)
    finally:
        document.close()
    composed = compose(pages)
    require_words(composed.text, raw.path)
    return Source(
        raw.name, raw.sha256, len(raw.data), "pdf", composed.text, pages=len(pages), tables=composed.tables,
        places=composed.places, said=composed.said, doubts=tuple(doubts),
    )  # fmt: skip


def _opened(raw: RawFile) -> Any:
    try:
        document = pypdfium2.PdfDocument(raw.data)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        if _PASSWORD.lower() in str(error).lower():
            raise Unreadable(
                f"{raw.path}: is locked with a password (文件已加密); save it without the password"
            ) from error
        raise Unreadable(f"{raw.path}: is a damaged PDF (文件损坏); download the notice again") from error
    if count > MOST_PAGES:
        document.close()
        raise Unreadable(
            f"{raw.path}: {count} pages are over the limit of {MOST_PAGES} (页数过多), and no notice has so many; "
            f"cut the notice out of it"
        )
    if not count:
        raise Unreadable(f"{raw.path}: has no pages (没有页面); download the notice again")
    return document


def _read_pages(document: Any, path: Path) -> tuple[list[Page], list[int], list[Doubt]]:
    """The pages, the indices of those that are pictures, and doubts about single characters."""
    pages: list[Page] = []
    pictures: list[int] = []
    doubts: list[Doubt] = []
    for index in range(len(document)):
        try:
            page = document[index]
            textpage = page.get_textpage()
        except pypdfium2.PdfiumError as error:
            raise Unreadable(f"{path}: page {index + 1} is damaged (页面损坏); download the notice again") from error
        read, drawn, unsure = _read_page(page, textpage, index + 1)
        doubts += unsure
        if _is_picture(read, drawn):
            read.runs = []
            pictures.append(index)
        pages.append(read)
        textpage.close()
        page.close()
    return pages, pictures, doubts


def _read_page(page: Any, textpage: Any, number: int) -> tuple[Page, Drawn, list[Doubt]]:
    corner = Corner(page)
    turn = turn_of(textpage, textpage.count_chars(), corner)
    found = characters_of(textpage, corner, turn)
    drawn = drawn_on(page, lambda *box: turn.box(corner.box(*box)) if turn else corner.box(*box))
    width, height = _size(corner, turn)
    doubts = resolved(page, textpage, found.odd, number) if found.odd else []
    return Page(number, width, height, found.runs, drawn.across, drawn.down, turn), drawn, doubts


def _size(corner: Corner, turn: Turn | None) -> tuple[float, float]:
    """Width and height of the page with its text running to the right."""
    sideways = turn is not None and turn.quarters % 2
    return (corner.height, corner.width) if sideways else (corner.width, corner.height)


def _is_picture(page: Page, drawn: Drawn) -> bool:
    """Whether what the page shows is not what its text layer says: a scan, characters as outlines, a garbled layer."""
    words = "".join(run.text for run in page.runs[:_SAMPLE])
    if len(words) >= _ENOUGH:
        return likeness(words) < _GARBLED and not words.isascii()
    words = "".join(line.text for line in lines_of(page.runs, page) if not is_stamp(line.text))
    if len(HAN.findall(words)) >= _FEW:
        return False
    covered = sum((x1 - x0) * (bottom - top) for x0, top, x1, bottom in drawn.pictures)
    return covered >= _COVERED * page.width * page.height or drawn.segments >= _DRAWN


def _recognise(document: Any, pages: list[Page], pictures: list[int], path: Path) -> list[Doubt]:
    """Reads the pages that are pictures, if recognition is installed."""
    from extract.read import ocr

    if not ocr.installed():
        if not any(page.runs for page in pages):
            raise Unreadable(f"{path}: is a scan (扫描件), pictures without text; {ocr.HINT}")
        numbers = "、".join(str(index + 1) for index in pictures)
        message = (
            f"第{numbers}页是图片，没有文字层，未能读取；请安装文字识别组件（{ocr.COMMAND}）后重新读取，或核对原文"
        )
        return [Doubt("page-is-picture", "warning", message)]
    ocr.require_few(len(pictures), path)
    doubts: list[Doubt] = []
    for index in pictures:
        more_time(ocr.SECONDS_A_PAGE)
        page = document[index]
        pages[index], unsure = ocr.recognised(page.render(scale=ocr.DPI / 72).to_pil(), index + 1, 72 / ocr.DPI)
        doubts += unsure
        page.close()
    return doubts
