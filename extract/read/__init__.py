"""A file → its words. One module a format; the format is told by content, not by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from extract.read.file import RawFile, head_of, load, size_of
from extract.read.signatures import is_page, kind
from extract.read.source import Source, Unreadable

MEGABYTE = 1024 * 1024
TEXT_LIMIT = 20 * MEGABYTE
"""The longest notices have under a megabyte of text: what is larger is a log, a dump or a broken file."""


@dataclass(frozen=True, slots=True)
class Format:
    """A readable format: how the first bytes show it, what reads it, how many bytes it may have."""

    name: str
    recognises: Callable[[bytes], bool]
    read: Callable[[RawFile], Source]
    limit: int = TEXT_LIMIT


def _page(raw: RawFile) -> Source:
    from extract.read.html import read_html

    return read_html(raw)


def _text(raw: RawFile) -> Source:
    from extract.read.text import read_text

    return read_text(raw)


# Tried in this order; readers are imported when first used. A new format is one line here and one module.
FORMATS: tuple[Format, ...] = (
    Format("html", is_page, _page),
    Format("txt", lambda head: kind(head) is None, _text),
)


def read(path: Path) -> Source:
    """The file's words in reading order. Raises Unreadable with one clear line."""
    path = Path(path)
    size = size_of(path)
    head = head_of(path)
    for form in FORMATS:
        if form.recognises(head):
            break
    else:
        what, remedy = kind(head) or ("file of unknown kind", "save it as UTF-8 text")
        raise Unreadable(f"{path}: is a {what} (不是可读取的文件格式); {remedy}")
    if size > form.limit:
        raise Unreadable(
            f"{path}: {size / MEGABYTE:.0f} MB is over the limit of {form.limit // MEGABYTE} MB for {form.name} files "
            f"(文件过大), and no notice has so much text; cut the notice out of it"
        )
    return form.read(load(path))
