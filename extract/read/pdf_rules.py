"""The ruling lines of a PDF page, from what the page draws; and how much of it pictures cover."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from extract.read.matrices import PLAIN, Matrix, moved, product
from extract.read.pdf_page import Box

Across = tuple[float, float, float]
Down = tuple[float, float, float]

_THIN = 3.0  # points: a filled stripe up to this is a ruling line
_STRAIGHT = 0.7  # points by which a line may be off the axis
_SHORTEST = 4.0  # points: a shorter line is part of a drawing
_JOIN = 2.5  # points between the ends of two pieces of one line; double lines are taken as one
_MOST_SEGMENTS = 20_000  # a page of tables has some thousands; a map or a drawing has more, and no tables
_TEXT, _PATH, _IMAGE, _FORM = (
    pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM,
)  # fmt: skip
_OF_FORM = pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject
_DEEPEST = 4  # forms in forms


@dataclass(slots=True)
class Drawn:
    """What a page draws beside text. `pictures` are boxes; `segments` counts all pieces of paths."""

    across: list[Across] = field(default_factory=list)
    down: list[Down] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    segments: int = 0


def drawn_on(page: Any, place: Callable[[float, float, float, float], Box]) -> Drawn:
    """Lines and pictures of the page. `place` turns left, bottom, right, top of the file to a box of the text."""
    out = Drawn()
    for element, kind, matrix in _objects(page.raw, PLAIN, 0, pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject):
        if kind == _IMAGE:
            out.pictures.append(place(*_bounds(element, matrix)))
        elif out.segments < _MOST_SEGMENTS:
            _add_path(element, matrix, place, out)
    if out.segments >= _MOST_SEGMENTS:
        out.across, out.down = [], []
    out.across = _merged(out.across)
    out.down = _merged(out.down)
    return out


def _objects(holder: Any, matrix: Matrix, depth: int, count: Any, get: Any) -> Iterator[tuple[Any, int, Matrix]]:
    """All paths and images, those in forms too, with the matrix of what holds them."""
    kind_of = pdfium.FPDFPageObj_GetType
    for index in range(count(holder)):
        element = get(holder, index)
        kind = kind_of(element)
        if kind == _TEXT:
            continue
        if kind == _FORM and depth < _DEEPEST:
            inner = product(_matrix(element), matrix)
            yield from _objects(element, inner, depth + 1, *_OF_FORM)
        elif kind in (_IMAGE, _PATH):
            yield element, kind, matrix


def _matrix(element: Any) -> Matrix:
    raw = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(element, ctypes.byref(raw))
    return raw.a, raw.b, raw.c, raw.d, raw.e, raw.f


def _bounds(element: Any, matrix: Matrix) -> tuple[float, float, float, float]:
    """Left, bottom, right, top of an object."""
    values = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(element, *map(ctypes.byref, values))
    left, bottom, right, top = (value.value for value in values)
    return _hull([moved(matrix, x, y) for x, y in ((left, bottom), (right, top), (left, top), (right, bottom))])


def _hull(points: list[tuple[float, float]]) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _add_path(element: Any, matrix: Matrix, place: Callable[[float, float, float, float], Box], out: Drawn) -> None:
    count = pdfium.FPDFPath_CountSegments(element)
    out.segments += max(0, count)
    if out.segments >= _MOST_SEGMENTS:
        return
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(element, ctypes.byref(fill), ctypes.byref(stroke))
    whole = product(_matrix(element), matrix)
    for points in _outlines(element, count, whole):
        if stroke.value:
            for (x, y), (u, v) in pairwise(points):
                _add_line(place(min(x, u), min(y, v), max(x, u), max(y, v)), out)
        elif fill.value and len(points) >= 4:
            box = place(*_hull(points))
            if min(box[2] - box[0], box[3] - box[1]) <= _THIN:
                _add_stripe(box, out)


def _outlines(element: Any, count: int, matrix: Matrix) -> Iterator[list[tuple[float, float]]]:
    """The path's open and closed lines as points; a curve is its end points."""
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(element, index)
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points
            points = []
        points.append(moved(matrix, x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(segment) and len(points) > 1:
            yield [*points, points[0]]
            points = []
    if len(points) > 1:
        yield points


def _add_line(box: Box, out: Drawn) -> None:
    x0, top, x1, bottom = box
    if bottom - top <= _STRAIGHT and x1 - x0 >= _SHORTEST:
        out.across.append(((top + bottom) / 2, x0, x1))
    elif x1 - x0 <= _STRAIGHT and bottom - top >= _SHORTEST:
        out.down.append(((x0 + x1) / 2, top, bottom))


def _add_stripe(box: Box, out: Drawn) -> None:
    x0, top, x1, bottom = box
    if x1 - x0 >= max(_SHORTEST, bottom - top):
        out.across.append(((top + bottom) / 2, x0, x1))
    elif bottom - top >= _SHORTEST:
        out.down.append(((x0 + x1) / 2, top, bottom))


def _merged(lines: list[tuple[float, float, float]]) -> list[tuple[float, float, float]]:
    """Pieces of one line joined."""
    out: list[tuple[float, float, float]] = []
    group: list[tuple[float, float, float]] = []
    for line in sorted(lines):
        if group and line[0] - group[-1][0] > _JOIN:
            out += _joined(group)
            group = []
        group.append(line)
    return out + _joined(group)


def _joined(group: list[tuple[float, float, float]]) -> list[tuple[float, float, float]]:
    """Lines at one place, those that touch joined."""
    out: list[tuple[float, float, float]] = []
    for at, begin, end in sorted(group, key=lambda line: line[1]):
        if out and begin <= out[-1][2] + _JOIN:
            out[-1] = (out[-1][0], out[-1][1], max(out[-1][2], end))
        else:
            out.append((at, begin, end))
    return out
