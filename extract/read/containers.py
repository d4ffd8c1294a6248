"""Zip and OLE containers: which kind of document is in them, told by the names of their parts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from extract.read.archive import Archive
from extract.read.file import RawFile, head_of, load
from extract.read.guard import Limits, in_worker
from extract.read.signatures import OLE, RTF, ZIP, is_office_xml
from extract.read.source import Source, Unreadable

_READERS = {"docx": ("docx", "read_docx"), "xlsx": ("sheets", "read_xlsx"), "ofd": ("ofd", "read_ofd")}
_STREAMS = ("WordDocument", "Workbook", "Book", "EncryptedPackage", "PowerPoint Document")
_NO_NOTICE = "holds no notice; save it as a Word document, PDF or UTF-8 text (请另存为可读格式)"


def is_package(raw: RawFile) -> bool:
    """Whether the file is an archive of files and no document."""
    return raw.data.startswith(ZIP) and _kind(Archive(raw)) == "package"


def office_kind(path: Path) -> str | None:
    """What LibreOffice has to convert the file from (doc, rtf, odt, ods …); None for what is read without it."""
    try:
        raw = load(path) if head_of(path).startswith((ZIP, OLE, RTF)) or is_office_xml(head_of(path)) else None
        if raw is None:
            return None
        if raw.data.startswith(ZIP):
            archive = Archive(raw)
            return _open_kind(archive) if _kind(archive) == "open" else None
        if raw.data.startswith(OLE):
            return "doc" if _first_stream(raw.data) == "WordDocument" and not _is_locked(raw.data) else None
        return "rtf" if raw.data.startswith(RTF) else "xml"
    except Unreadable:
        return None  # told when it is read


def read_zip(raw: RawFile) -> Source:
    """The document or the package of documents in a zip container. Raises Unreadable for other contents."""
    archive = Archive(raw)
    kind = _kind(archive)
    if kind in _READERS:
        return in_worker(*_READERS[kind], Limits(megabytes=4096) if kind == "ofd" else None)(raw)
    if kind == "open":
        return _open_document(archive, raw)
    if kind == "slides":
        raise Unreadable(f"{raw.path}: a presentation (演示文稿) {_NO_NOTICE}")
    from extract.read.package import read_package

    return read_package(raw, archive)


def _kind(archive: Archive) -> str:
    """What the container holds, by the names of its parts."""
    names = {name.lower() for name in archive.names}
    for start, kind in (("word/document", "docx"), ("xl/workbook", "xlsx"), ("ppt/presentation", "slides")):
        if any(name.startswith(start) for name in names):
            return kind
    if "ofd.xml" in names:
        return "ofd"
    return "open" if {"mimetype", "content.xml"} <= names else "package"


def _open_document(archive: Archive, raw: RawFile) -> Source:
    from extract.read.office import read_office

    kind = _open_kind(archive)
    if kind is not None:
        return read_office(raw, kind)
    said = archive.read("mimetype").decode("ascii", "replace").strip()
    raise Unreadable(f"{raw.path}: {said[:60]} {_NO_NOTICE}")


def _open_kind(archive: Archive) -> str | None:
    """Text or spreadsheet of the OpenDocument format."""
    said = archive.read("mimetype")
    return "odt" if b"opendocument.text" in said else "ods" if b"opendocument.spreadsheet" in said else None


def read_ole(raw: RawFile) -> Source:
    """The document in an OLE container (doc, wps, xls, et). Raises Unreadable for other contents."""
    from extract.read.office import read_office

    streams: dict[str, Callable[[], Source]] = {
        "WordDocument": lambda: read_office(raw, "doc"),
        "Workbook": lambda: in_worker("sheets", "read_xls")(raw),
        "Book": lambda: in_worker("sheets", "read_xls")(raw),
    }
    first = _first_stream(raw.data)
    if first == "EncryptedPackage" or (first == "WordDocument" and _is_locked(raw.data)):
        raise Unreadable(f"{raw.path}: is locked with a password (有密码); save it without one (请另存为无密码文件)")
    if first not in streams:
        raise Unreadable(f"{raw.path}: an Office container {_NO_NOTICE}")
    return streams[first]()


def _first_stream(data: bytes) -> str | None:
    """Which of the streams that tell a document comes first in the directory."""
    found = {name: at for name in _STREAMS if (at := _position(data, name)) >= 0}
    return min(found, key=lambda name: found[name], default=None)


def _position(data: bytes, name: str) -> int:
    """Offset of the directory entry of that name ([MS-CFB] 2.6: 128 bytes each); -1 where there is none."""
    wanted = name.encode("utf-16-le") + b"\0\0"
    at = data.find(wanted)
    while at >= 0 and at % 128:
        at = data.find(wanted, at + 1)
    return at


def _is_locked(data: bytes) -> bool:
    """fEncrypted of the file information block ([MS-DOC] 2.5.2), which stands first in the document stream."""
    return data[0x200:0x202] == b"\xec\xa5" and bool(data[0x20B] & 1)
