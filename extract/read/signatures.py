"""What a file is, told by its first bytes: kinds that hold no text we can take, and what to do with each."""

from __future__ import annotations

import re

_CONVERT = "save it as a Word document, PDF, web page or UTF-8 text (请另存为可读格式)"
_PICTURE = "it holds a picture, not text; recognise the text (OCR, 文字识别) or take the original document"

PDF = b"%PDF-"
ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
RTF = b"{\\rtf"

# (offset, bytes, what it is, what to do); sources: the formats' own specifications
_KINDS: tuple[tuple[int, bytes, str, str], ...] = (
    (0, b"\xff\xd8\xff", "JPEG picture", _PICTURE),
    (0, b"\x89PNG\r\n\x1a\n", "PNG picture", _PICTURE),
    (0, b"GIF8", "GIF picture", _PICTURE),
    (0, b"BM", "BMP picture", _PICTURE),
    (0, b"II*\0", "TIFF picture", _PICTURE),
    (0, b"MM\0*", "TIFF picture", _PICTURE),
    (8, b"WEBP", "WebP picture", _PICTURE),
    (0, b"%PDF-", "PDF", _CONVERT),
    (0, ZIP, "zip container (docx, xlsx, ofd, zip)", _CONVERT),
    (0, b"PK\x05\x06", "empty zip archive", "pack it again (请重新打包)"),
    (0, OLE, "old Office document (doc, xls, wps)", _CONVERT),
    (0, RTF, "RTF document", _CONVERT),
    (0, b"Rar!", "RAR archive", "unpack it first (请先解压)"),
    (0, b"7z\xbc\xaf\x27\x1c", "7z archive", "unpack it first (请先解压)"),
    (0, b"\x1f\x8b", "gzip archive", "unpack it first (请先解压)"),
    (4, b"ftyp", "video", "take the written notice instead"),
)


def is_picture(head: bytes) -> bool:
    """Whether the first bytes are those of a picture."""
    found = kind(head)
    return found is not None and found[1] is _PICTURE


def kind(head: bytes) -> tuple[str, str] | None:
    """(what the file is, what to do), or None where the first bytes name no such kind."""
    for offset, mark, what, remedy in _KINDS:
        if head.startswith(mark, offset):
            if mark == b"BM" and b"\0" not in head[:64]:
                continue
            return what, remedy
    return None


# `<!DOCTYPE html`, `<html lang=`, `<?xml version="1.0"?><html`, `<!-- saved from url --><div`, `<p>各区人民政府：`
_OPENS_AS_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|div|p|table|span|h\d|br|article|section|center|font|ul|ol)\b",
    re.I | re.S,
)
# Word 2003 XML, flat OPC and flat OpenDocument: the whole document in one XML file
_OFFICE_XML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<\?xml[^>]*\?>\s*(?:<\?mso-application[^>]*Word[^>]*\?>|<w:wordDocument\b|<pkg:package\b|<office:document\b)"
)
_TAG = re.compile(rb"</(?:p|div|td|tr|span|li)>|<br\s*/?>", re.I)
_TAGS_OF_A_FRAGMENT = 3  # a text file does not close three tags


def is_office_xml(head: bytes) -> bool:
    """Whether the first bytes are those of a document that an office program wrote as one XML file."""
    return bool(_OFFICE_XML.match(head))


def is_page(head: bytes) -> bool:
    """Whether the first bytes are those of a web page or a piece of one, in any encoding."""
    plain = head.removeprefix(b"\xef\xbb\xbf")
    if plain[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in plain[:64]:
        plain = plain.replace(b"\0", b"").lstrip(b"\xff\xfe")
    return bool(_OPENS_AS_PAGE.match(plain)) or (kind(head) is None and len(_TAG.findall(plain)) >= _TAGS_OF_A_FRAGMENT)
