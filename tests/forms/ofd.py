"""A printed notice as OFD (GB/T 33190): each stretch of characters a text object, each ruling line a path."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pdfplumber

from forms.parts import packed

_MILLIMETRES = 25.4 / 72
_SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'


def write_ofd(pdf: Path, out: Path) -> None:
    """Writes the printed pages as an OFD file."""
    with pdfplumber.open(pdf) as document:
        contents = [_content(page) for page in document.pages]
        width, height = (float(value) * _MILLIMETRES for value in (document.pages[0].width, document.pages[0].height))
    out.write_bytes(ofd(contents, width, height))


def ofd(
    contents: list[str], width: float = 210, height: float = 297, template: str = "", pictures: Sequence[bytes] = ()
) -> bytes:
    """An OFD file of pages, each given as the objects of its layer. `pictures` are its resources 500, 501 … (PNG)."""
    pages = "".join(
        f'<ofd:Page ID="{number + 100}" BaseLoc="Pages/Page_{number}/Content.xml"/>' for number in range(len(contents))
    )
    templates = '<ofd:TemplatePage ID="2" BaseLoc="Tpls/Tpl_0/Content.xml"/>' if template else ""
    templates += "<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes>" if pictures else ""
    files: dict[str, str | bytes] = {
        "OFD.xml": f'{_HEAD}<ofd:OFD {_SPACE} Version="1.1" DocType="OFD"><ofd:DocBody><ofd:DocInfo/>'
        "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"{_HEAD}<ofd:Document {_SPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>"
        f"0 0 {width:.2f} {height:.2f}</ofd:PhysicalBox></ofd:PageArea>{templates}</ofd:CommonData>"
        f"<ofd:Pages>{pages}</ofd:Pages></ofd:Document>",
    }
    use = '<ofd:Template TemplateID="2" ZOrder="Background"/>' if template else ""
    for number, content in enumerate(contents):
        files[f"Doc_0/Pages/Page_{number}/Content.xml"] = _page(use, content)
    media = ""
    for number, picture in enumerate(pictures):
        files[f"Doc_0/Res/image_{number}.png"] = picture
        file = f"<ofd:MediaFile>image_{number}.png</ofd:MediaFile>"
        media += f'<ofd:MultiMedia ID="{500 + number}" Type="Image">{file}</ofd:MultiMedia>'
    if pictures:
        files["Doc_0/DocumentRes.xml"] = (
            f'{_HEAD}<ofd:Res {_SPACE} BaseLoc="Res"><ofd:MultiMedias>{media}</ofd:MultiMedias></ofd:Res>'
        )
    if template:
        files["Doc_0/Tpls/Tpl_0/Content.xml"] = _page("", template)
    return packed(files)


def _page(use: str, content: str) -> str:
    layer = f'<ofd:Content><ofd:Layer ID="1" Type="Body">{content}</ofd:Layer></ofd:Content>'
    return f"{_HEAD}<ofd:Page {_SPACE}>{use}{layer}</ofd:Page>"


def text(words: str, x: float, y: float, size: float = 5.0, more: str = "", code: str = "") -> str:
    """A text object at x, y (millimetres, its upper left corner)."""
    width = size * len(words)
    return (
        f'<ofd:TextObject ID="9" Boundary="{x:.3f} {y:.3f} {width:.3f} {size:.3f}" Font="3" Size="{size:.3f}" {more}>'
        f'<ofd:TextCode X="0" Y="{0.88 * size:.3f}" {code}>{escape(words)}</ofd:TextCode></ofd:TextObject>'
    )


def picture(number: int, x: float, y: float, width: float, height: float) -> str:
    """A picture object that shows the resource 500 + number in a box (millimetres)."""
    box = f"{x:.3f} {y:.3f} {width:.3f} {height:.3f}"
    return f'<ofd:ImageObject ID="9" Boundary="{box}" ResourceID="{500 + number}" CTM="{width} 0 0 {height} 0 0"/>'


def line(x0: float, y0: float, x1: float, y1: float) -> str:
    """A ruling line between two points (millimetres)."""
    boundary = f"{x0:.3f} {y0:.3f} {max(x1 - x0, 0.1):.3f} {max(y1 - y0, 0.1):.3f}"
    return (
        f'<ofd:PathObject ID="9" Boundary="{boundary}" LineWidth="0.2">'
        f"<ofd:AbbreviatedData>M 0 0 L {x1 - x0:.3f} {y1 - y0:.3f}</ofd:AbbreviatedData></ofd:PathObject>"
    )


def _content(page: Any) -> str:
    out = [_text(stretch) for stretch in _stretches(page.chars)]
    for edge in page.edges:
        out.append(line(*(float(edge[side]) * _MILLIMETRES for side in ("x0", "top", "x1", "bottom"))))
    return "".join(out)


def _stretches(chars: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Characters that follow each other on a line."""
    out: list[list[dict[str, Any]]] = []
    for char in chars:
        last = out[-1][-1] if out else None
        if last and abs(char["top"] - last["top"]) < 3 and -1 < char["x0"] - last["x1"] < 0.8 * char["size"]:
            out[-1].append(char)
        else:
            out.append([char])
    return out


def _text(chars: list[dict[str, Any]]) -> str:
    steps = " ".join(f"{(b['x0'] - a['x0']) * _MILLIMETRES:.3f}" for a, b in pairwise(chars))
    words = "".join(char["text"] for char in chars)
    first = chars[0]
    code = f'DeltaX="{steps}"' if steps else ""
    return text(words, first["x0"] * _MILLIMETRES, first["top"] * _MILLIMETRES, first["size"] * _MILLIMETRES, code=code)
