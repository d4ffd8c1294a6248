"""The original files of notices, where a folder of them is configured: the file itself, and its pages with a row's box.

The folder is `files` in the plugin's settings or ZHENGCE_FILES in the environment; `zhengce serve --files` sets it. A
file is served only if its content is what was read (SHA-256).
"""

from __future__ import annotations

import asyncio
import hashlib
import io
import json
import os
from functools import lru_cache
from glob import escape
from pathlib import Path
from typing import Any

from datasette.utils import tilde_decode, tilde_encode
from datasette.utils.asgi import NotFound, Response

from publish.columns import extracted_tables
from publish.plugin import frame

FILES = "ZHENGCE_FILES"
_TYPES = {
    ".txt": "text/plain", ".pdf": "application/pdf", ".html": "text/html", ".htm": "text/html",
    ".doc": "application/msword",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".ofd": "application/ofd",
    ".png": "image/png", ".jpg": "image/jpeg",
}  # fmt: skip
_SCALE = 1.5
"""Pixels a point of a page's picture."""


def folder(datasette: Any) -> Path | None:
    """Where the original files are; None if nobody said."""
    named = (datasette.plugin_config("zhengce") or {}).get("files") or os.environ.get(FILES)
    return Path(named) if named else None


@lru_cache(maxsize=4096)
def _find(root: Path, name: str, sha256: str) -> Path | None:
    """The file of that name under the folder whose content is what was read."""
    for path in sorted(root.rglob(escape(Path(name).name))):
        if path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == sha256:
            return path
    return None


def addresses(datasette: Any, database: str, files: list[Any]) -> list[tuple[Any, str | None]]:
    """Each row of source_files with the address of its file, None where the file is not here."""
    root = folder(datasette)
    base = f"{datasette.urls.database(database)}/-/file/"
    here = [root is not None and _find(root, row["file_name"], row["sha256"]) is not None for row in files]
    return [(row, base + row["sha256"] if found else None) for row, found in zip(files, here, strict=True)]


async def file_page(datasette: Any, request: Any, ours: list[str]) -> Response:
    """/<database>/-/file/<sha256>: the original file, as it was read."""
    _, db = await frame.about(datasette, request, ours)
    sha256 = request.url_vars["sha256"]
    row = (await db.execute("select file_name from source_files where sha256 = ?", [sha256])).first()
    root = folder(datasette)
    path = _find(root, row["file_name"], sha256) if row and root else None
    if path is None:
        raise NotFound("原文件不在这里 The original file is not here")
    kind = _TYPES.get(path.suffix.lower(), "application/octet-stream")
    # What others wrote must not run on this site's pages.
    headers = {"content-security-policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:",
               "x-content-type-options": "nosniff"}  # fmt: skip
    return _bytes(path.read_bytes(), kind, headers)


def _bytes(content: bytes, kind: str, headers: dict[str, str]) -> Response:
    class Sent(Response):
        async def asgi_send(self, send: Any) -> None:
            raw = [[b"content-type", kind.encode()], *([k.encode(), v.encode()] for k, v in headers.items())]
            await send({"type": "http.response.start", "status": 200, "headers": raw})
            await send({"type": "http.response.body", "body": content})

    return Sent(b"", content_type=kind)


async def picture(datasette: Any, request: Any, ours: list[str]) -> Response:
    """/<database>/-/picture/<table>/<row id>: the page of a PDF on which the row's words stand, with their boxes."""
    _, db = await frame.about(datasette, request, ours)
    table, row_id = request.url_vars["table"], tilde_decode(request.url_vars["row"])
    if table not in extracted_tables():
        raise NotFound(f"No table {table}")
    # words of an attachment stand on the pages of the attachment
    sql = f"""select r.boxes, coalesce(f.file_name, d.source_file) as source_file,
        coalesce(f.sha256, d.source_sha256) as source_sha256 from [{table}] r join documents d on d.id = r.document_id
        left join source_files f on f.document_id = d.id and f.file_name = r.file and f.note = '附件'
        where r.id = ? and r.boxes is not null and coalesce(f.format, d.format) = 'pdf'"""
    row = (await db.execute(sql, [row_id])).first()
    root = folder(datasette)
    path = _find(root, row["source_file"], row["source_sha256"]) if row and root else None
    if path is None:
        raise NotFound("没有这一页的图 No picture of this page")
    png = await asyncio.to_thread(draw, path, row["boxes"])
    return _bytes(png, "image/png", {"cache-control": "max-age=3600"})


@lru_cache(maxsize=64)
def draw(path: Path, boxes: str) -> bytes:
    """PNG of the page on which the first box stands, with every box on that page drawn. Boxes in points, as JSON."""
    import pypdfium2
    from PIL import ImageDraw

    found = json.loads(boxes)
    number = found[0]["page"]
    with pypdfium2.PdfDocument(path) as document:
        image = document[number - 1].render(scale=_SCALE).to_pil().convert("RGB")
    pen = ImageDraw.Draw(image, "RGBA")
    for box in found:
        if box["page"] == number:
            corners = [_SCALE * box[name] for name in ("x0", "top", "x1", "bottom")]
            pen.rectangle(corners, fill=(255, 214, 0, 70), outline=(163, 39, 31, 255), width=2)
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def picture_url(datasette: Any, database: str, table: str, row: Any) -> str | None:
    """Address of the picture of a row's page; None where there is none."""
    if folder(datasette) is None or not row["boxes"]:
        return None
    return f"{datasette.urls.database(database)}/-/picture/{table}/{tilde_encode(row['id'])}"
