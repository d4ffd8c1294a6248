"""Zip and OLE containers: which kind of document is in them, told by the names of their parts."""

from __future__ import annotations

from collections.abc import Callable

from extract.read.archive import Archive
from extract.read.file import RawFile
from extract.read.guard import in_worker
from extract.read.signatures import ZIP
from extract.read.source import Source, Unreadable

_READERS = {"docx": ("docx", "read_docx"), "xlsx": ("sheets", "read_xlsx"), "ofd": ("ofd", "read_ofd")}
_NO_NOTICE = "holds no notice; save it as a Word document, PDF or UTF-8 text (请另存为可读格式)"


def is_package(raw: RawFile) -> bool:
    """Whether the file is an archive of files and no document."""
    return raw.data.startswith(ZIP) and _kind(Archive(raw)) == "package"


def read_zip(raw: RawFile) -> Source:
    """The document or the package of documents in a zip container. Raises Unreadable for other contents."""
    archive = Archive(raw)
    kind = _kind(archive)
    if kind in _READERS:
        return in_worker(*_READERS[kind])(raw)
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

    kind = archive.read("mimetype").decode("ascii", "replace").strip()
    if "opendocument.text" in kind:
        return read_office(raw, "odt")
    if "opendocument.spreadsheet" in kind:
        return read_office(raw, "ods")
    raise Unreadable(f"{raw.path}: {kind[:60]} {_NO_NOTICE}")


def read_ole(raw: RawFile) -> Source:
    """The document in an OLE container (doc, wps, xls, et). Raises Unreadable for other contents."""
    from extract.read.office import read_office

    streams: dict[str, Callable[[], Source]] = {
        "WordDocument": lambda: read_office(raw, "doc"),
        "Workbook": lambda: in_worker("sheets", "read_xls")(raw),
        "Book": lambda: in_worker("sheets", "read_xls")(raw),
    }
    found = {name: _position(raw.data, name) for name in (*streams, "EncryptedPackage", "PowerPoint Document")}
    first = min((name for name, at in found.items() if at >= 0), key=lambda name: found[name], default=None)
    if first == "EncryptedPackage" or (first == "WordDocument" and _is_locked(raw.data)):
        raise Unreadable(f"{raw.path}: is locked with a password (有密码); save it without one (请另存为无密码文件)")
    if first not in streams:
        raise Unreadable(f"{raw.path}: an Office container {_NO_NOTICE}")
    return streams[first]()


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
