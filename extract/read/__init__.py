"""A file → its words. One module a format; the format is told by content, not by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from extract.read.file import HEAD, RawFile, head_of, load, size_of
from extract.read.guard import Limits, in_worker
from extract.read.signatures import OLE, PDF, RTF, ZIP, is_office_xml, is_page, is_picture, kind
from extract.read.source import Source, Unreadable

MEGABYTE = 1024 * 1024
TEXT_LIMIT = 20 * MEGABYTE
"""The longest notices have under a megabyte of text: what is larger is a log, a dump or a broken file."""
CONTAINER_LIMIT = 200 * MEGABYTE
"""Documents with photographs, scans and archives of them."""
RECOGNITION = Limits(megabytes=6144)
"""The models for recognising pictures reserve much address space, and use a tenth of it."""


@dataclass(frozen=True, slots=True)
class Format:
    """A readable format: how the first bytes show it, what reads it, how many bytes it may have."""

    name: str
    recognises: Callable[[bytes], bool]
    read: Callable[[RawFile], Source]
    limit: int = TEXT_LIMIT


def _page(raw: RawFile) -> Source:
    if len(raw.data) > MEGABYTE:  # a page of a usual size cannot take long; one like this may be made to
        return in_worker("html", "read_html")(raw)
    from extract.read.html import read_html

    return read_html(raw)


def _text(raw: RawFile) -> Source:
    from extract.read.text import read_text

    return read_text(raw)


def _zip(raw: RawFile) -> Source:
    from extract.read.containers import read_zip

    return read_zip(raw)


def _ole(raw: RawFile) -> Source:
    from extract.read.containers import read_ole

    return read_ole(raw)


def _office(raw: RawFile) -> Source:
    from extract.read.office import read_office

    return read_office(raw, "rtf" if raw.data.startswith(RTF) else "xml")


# Tried in this order; readers are imported when first used. A new format is one line here and one module.
FORMATS: tuple[Format, ...] = (
    Format("zip", lambda head: head.startswith(ZIP), _zip, CONTAINER_LIMIT),
    Format("office", lambda head: head.startswith(OLE), _ole, CONTAINER_LIMIT),
    Format("rtf", lambda head: head.startswith(RTF) or is_office_xml(head), _office, CONTAINER_LIMIT),
    Format("html", is_page, _page),
    # mail gateways put lines before a PDF's first
    Format("pdf", lambda head: PDF in head[:1024], in_worker("pdf", "read_pdf", RECOGNITION), CONTAINER_LIMIT),
    Format("image", is_picture, in_worker("ocr", "read_image", RECOGNITION), CONTAINER_LIMIT),
    Format("txt", lambda head: kind(head) is None, _text),
)


def read(path: Path) -> Source:
    """The file's words in reading order. Raises Unreadable with one clear line."""
    path = Path(path)
    size = size_of(path)
    form = _form(path, head_of(path))
    _weigh(path, size, form)
    return form.read(load(path))


def read_raw(raw: RawFile) -> Source:
    """The words of a file that is in memory (a part of a package)."""
    if not raw.data:
        raise Unreadable(f"{raw.path}: the file is empty (文件为空); take the original file again")
    form = _form(raw.path, raw.data[:HEAD])
    _weigh(raw.path, len(raw.data), form)
    return form.read(raw)


def _form(path: Path, head: bytes) -> Format:
    for form in FORMATS:
        if form.recognises(head):
            return form
    what, remedy = kind(head) or ("file of unknown kind", "save it as UTF-8 text")
    raise Unreadable(f"{path}: is a {what} (不是可读取的文件格式); {remedy}")


def _weigh(path: Path, size: int, form: Format) -> None:
    if size > form.limit:
        raise Unreadable(
            f"{path}: {size / MEGABYTE:.0f} MB is over the limit of {form.limit // MEGABYTE} MB for {form.name} files "
            f"(文件过大), and no notice has so much text; cut the notice out of it"
        )
