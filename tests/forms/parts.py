"""Small Word documents out of a few lines of XML, for the tests of single constructions."""

from __future__ import annotations

import io
import zipfile

_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_LOOSE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def docx(body: str, strict: bool = False, **parts: str) -> bytes:
    """The document with that body; `parts` are numbering, styles, footnotes, endnotes (the inside of their roots)."""
    roots = {"numbering": "numbering", "styles": "styles", "footnotes": "footnotes", "endnotes": "endnotes"}
    files = {"word/document.xml": f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>"}
    listing = ""
    for name, inside in parts.items():
        files[f"word/{name}.xml"] = f"<w:{roots[name]} {_SPACES}>{inside}</w:{roots[name]}>"
        listing += f'<Relationship Id="{name}" Type="{_RELATION}/{name}" Target="{name}.xml"/>'
    files["_rels/.rels"] = _relations(
        f'<Relationship Id="d" Type="{_RELATION}/officeDocument" Target="word/document.xml"/>'
    )
    files["word/_rels/document.xml.rels"] = _relations(listing)
    return packed({name: text.replace(_LOOSE, _STRICT) if strict else text for name, text in files.items()})


def packed(files: dict[str, str | bytes]) -> bytes:
    """A zip file of the files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def _relations(inside: str) -> str:
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'
    )


def p(text: str = "", properties: str = "") -> str:
    """A paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def listed(text: str, num: int | str, level: int | None = 0) -> str:
    """A paragraph of a list."""
    depth = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    return p(text, f'<w:numPr>{depth}<w:numId w:val="{num}"/></w:numPr>')


def abstract(*levels: str, number: int = 0, inside: str = "") -> str:
    """A list definition (abstractNum)."""
    return f'<w:abstractNum w:abstractNumId="{number}">{inside}{"".join(levels)}</w:abstractNum>'


def lvl(depth: int, form: str, text: str, inside: str = "") -> str:
    """One level of a list definition."""
    shape = f'<w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{depth}">{shape}{inside}</w:lvl>'


def num(number: int, of: int = 0, inside: str = "") -> str:
    """A list (num) of a definition."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{inside}</w:num>'


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def tr(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def tc(text: str, properties: str = "", inside: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside or p(text)}</w:tc>"
