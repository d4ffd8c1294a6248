"""OFD (GB/T 33190): pages of text objects and paths in a zip of XML, read by the same geometry as printed pages."""

from __future__ import annotations

import io
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image

from extract.doubts import Doubt
from extract.read.archive import Archive
from extract.read.file import RawFile
from extract.read.guard import more_time
from extract.read.matrices import PLAIN, Matrix, moved, product
from extract.read.ofd_objects import POINTS, add_path, joined_runs, numbers, runs_of
from extract.read.pdf_compose import compose
from extract.read.pdf_page import HAN, Page
from extract.read.source import Source, Unreadable
from extract.read.xml import attribute, child, local, parse

MOST_PAGES = 1000
"""Notices with all their tables have up to some hundred pages."""
_A4 = (0.0, 0.0, 210.0, 297.0)  # millimetres
_FEW = 30  # Chinese characters of a page whose picture may be all that it holds
_COVERED = 0.3  # share of a page that a scan covers at least
_SECONDS_A_PICTURE = 60
_DEEPEST = 8  # blocks in blocks


def read_ofd(raw: RawFile) -> Source:
    """The words of the first document in the file, its tables and places (points). Raises Unreadable with one line."""
    document = _Document(Archive(raw))
    listed = document.pages()
    if len(listed) > MOST_PAGES:
        raise Unreadable(
            f"{raw.path}: {len(listed)} pages are over the limit of {MOST_PAGES} (页数过多), "
            f"and no notice has so many; cut the notice out of it"
        )
    pages: list[Page] = []
    pictures: list[Picture] = []
    for number, name in enumerate(listed, 1):
        page, shown = document.page(name, number)
        pages.append(page)
        largest = max(shown, key=lambda picture: picture.area, default=None)
        few = len(HAN.findall("".join(run.text for run in page.runs))) < _FEW
        if largest is not None and few and largest.area >= _COVERED * page.width * page.height:
            pictures.append(largest)
    doubts = _recognise(document, pages, pictures) if pictures else []
    composed = compose(pages)
    if not composed.text.strip():
        raise Unreadable(f"{raw.path}: holds no words (没有文字内容); take the original document")
    return Source(
        raw.name, raw.sha256, len(raw.data), "ofd", composed.text, pages=len(pages), tables=composed.tables,
        places=composed.places, said=composed.said, doubts=tuple(doubts),
    )  # fmt: skip


def _recognise(document: _Document, pages: list[Page], pictures: list[Picture]) -> list[Doubt]:
    """Reads the pages that are pictures, if recognition is installed."""
    from extract.read import ocr

    path = document.path
    if not ocr.installed():
        if not any(page.runs for page in pages):
            raise Unreadable(f"{path}: is a scan (扫描件), pictures without text; {ocr.HINT}")
        numbers = "、".join(str(picture.page) for picture in pictures)
        message = f"第{numbers}页是图片，没有文字，未能读取；请安装文字识别组件（{ocr.COMMAND}）后重新读取，或核对原文"
        return [Doubt("page-is-picture", "warning", message)]
    ocr.require_few(len(pictures), path)
    doubts: list[Doubt] = []
    for picture in pictures:
        more_time(_SECONDS_A_PICTURE)
        image = document.image(picture)
        x0, top, x1, _ = picture.box
        page, unsure = ocr.recognised(image, picture.page, (x1 - x0) / image.width)
        for run in page.runs:
            run.lefts, run.rights = [x + x0 for x in run.lefts], [x + x0 for x in run.rights]
            run.top, run.bottom = run.top + top, run.bottom + top
        page.across = [(y + top, a + x0, b + x0) for y, a, b in page.across]
        page.down = [(x + x0, a + top, b + top) for x, a, b in page.down]
        pages[picture.page - 1] = page
        doubts += unsure
    return doubts


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture on a page (from 1), its box in points, the number of its resource."""

    page: int
    box: tuple[float, float, float, float]
    resource: str

    @property
    def area(self) -> float:
        x0, top, x1, bottom = self.box
        return abs(x1 - x0) * abs(bottom - top)


class _Document:
    """The first document of an OFD file: its pages, the templates below them."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self.path: Path = archive.path
        root = child(parse(archive.read("OFD.xml"), self.path, "OFD.xml"), "DocBody", "DocRoot")
        if root is None or not (root.text or "").strip():
            raise Unreadable(f"{self.path}: OFD.xml names no document (文件不完整); take the original file again")
        self._name = (root.text or "").strip().lstrip("/")
        self._root = parse(archive.read(self._name), self.path, self._name)
        common = child(self._root, "CommonData")
        self._area = _area(common) if common is not None else None
        self._templates = {
            attribute(part, "ID"): self._at(self._name, attribute(part, "BaseLoc") or "")
            for part in (common if common is not None else ())
            if local(part) == "TemplatePage"
        }

    def pages(self) -> list[str]:
        """Names of the pages' parts, in order."""
        listing = child(self._root, "Pages")
        found = [] if listing is None else [attribute(page, "BaseLoc") or "" for page in listing]
        return [self._at(self._name, name) for name in found if name]

    def page(self, name: str, number: int) -> tuple[Page, list[Picture]]:
        """The page, and the pictures on it."""
        root = parse(self._archive.read(name), self.path, name)
        left, top, width, height = _area(root) or self._area or _A4
        page = Page(number, width * POINTS, height * POINTS, [])
        start = (POINTS, 0.0, 0.0, POINTS, -left * POINTS, -top * POINTS)
        pictures: list[Picture] = []
        for part in root:
            below = self._templates.get(attribute(part, "TemplateID")) if local(part) == "Template" else None
            if below is not None and below in self._archive:
                _draw(parse(self._archive.read(below), self.path, below), start, page, pictures)
        _draw(root, start, page, pictures)
        page.runs = joined_runs(page)
        return page, pictures

    def image(self, picture: Picture) -> Image.Image:
        """The picture itself. Raises Unreadable where it is missing or damaged."""
        name = self._media().get(picture.resource, "")
        try:
            image = Image.open(io.BytesIO(self._archive.read(name)))
            image.load()
        except (OSError, ValueError, Image.DecompressionBombError) as error:
            raise Unreadable(
                f"{self.path}: the picture of page {picture.page} is damaged (图片损坏); take the original file again"
            ) from error
        return image.convert("RGB")

    def _media(self) -> dict[str, str]:
        """Number of a resource → name of its part."""
        out: dict[str, str] = {}
        common = child(self._root, "CommonData")
        for part in common if common is not None else ():
            name = self._at(self._name, (part.text or "").strip())
            if local(part) not in ("PublicRes", "DocumentRes") or name not in self._archive:
                continue
            root = parse(self._archive.read(name), self.path, name)
            base = self._at(name, attribute(root, "BaseLoc") or ".")
            for media in root.iter():
                file = child(media, "MediaFile") if local(media) == "MultiMedia" else None
                if file is not None:
                    out[attribute(media, "ID") or ""] = self._at(f"{base}/", (file.text or "").strip())
        return out

    def _at(self, base: str, name: str) -> str:
        """A part's name, given from the root or from the part that names it."""
        whole = name if name.startswith("/") else posixpath.join("/", posixpath.dirname(base), name)
        return posixpath.normpath(whole).lstrip("/")


def _area(element: Any) -> tuple[float, float, float, float] | None:
    """The page's physical box (left, top, width, height in millimetres), where the element gives one."""
    for path in (("Area", "PhysicalBox"), ("PageArea", "PhysicalBox")):
        found = child(element, *path)
        values = numbers(found.text) if found is not None else []
        if len(values) == 4 and values[2] > 0 and values[3] > 0:
            return values[0], values[1], values[2], values[3]
    return None


def _draw(root: Any, matrix: Matrix, page: Page, pictures: list[Picture]) -> None:
    """Puts the texts and lines of a page's (or template's) layers on the page, its pictures into the list."""
    content = child(root, "Content")
    for element in _objects(content, 0) if content is not None else ():
        kind, box = local(element), numbers(attribute(element, "Boundary"))
        if attribute(element, "Visible") == "false" or len(box) != 4:
            continue
        own = numbers(attribute(element, "CTM"))
        inner: Matrix = (own[0], own[1], own[2], own[3], own[4], own[5]) if len(own) == 6 else PLAIN
        whole = product(inner, product((1, 0, 0, 1, box[0], box[1]), matrix))
        if kind == "TextObject":
            page.runs += runs_of(element, whole)
        elif kind == "PathObject":
            add_path(element, whole, page)
        else:
            (x0, top), (x1, bottom) = moved(matrix, box[0], box[1]), moved(matrix, box[0] + box[2], box[1] + box[3])
            pictures.append(Picture(page.number, (x0, top, x1, bottom), attribute(element, "ResourceID") or ""))


def _objects(element: Any, depth: int) -> Iterator[Any]:
    """Texts, paths and pictures, those in layers and blocks too."""
    for part in element:
        kind = local(part)
        if kind in ("TextObject", "PathObject", "ImageObject"):
            yield part
        elif kind in ("Layer", "PageBlock") and depth < _DEEPEST:
            yield from _objects(part, depth + 1)
