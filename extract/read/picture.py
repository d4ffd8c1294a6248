"""Pictures of pages, before their characters are recognised: skew, quarters, red seals, ruling lines.

Needs numpy and OpenCV, which come with the extra `ocr`.
"""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from PIL import Image

from extract.read.pdf_page import Box

Lines = list[tuple[float, float, float]]

_RED = 50  # by which red exceeds the other colours in a seal or a red head
_SEAL = (0.08, 0.4)  # a seal's height and width as shares of the page's width: 30–60 mm on 210 mm
_ROUND = 1.5  # a seal is hardly wider than high, a red head much
_LINE = 0.055  # a ruling line's least length as a share of the page's width: longer than a stroke of a title
_GAP = 3  # dots by which a scanned line may be interrupted or drift off
_THICK = 0.006  # a ruling line's greatest width as a share of the page's width


def as_array(picture: Any) -> Any:
    """The picture (PIL) as OpenCV has it, paper white where it is transparent."""
    if picture.mode in ("RGBA", "LA", "P", "PA"):
        picture = picture.convert("RGBA")
        paper = Image.new("RGBA", picture.size, "white")
        paper.alpha_composite(picture)
        picture = paper
    return cv2.cvtColor(np.asarray(picture.convert("RGB")), cv2.COLOR_RGB2BGR)


def turned(image: Any, quarters: int) -> Any:
    """The picture of a page whose text runs down (1), stands on its head (2) or runs up (3), turned upright."""
    return np.ascontiguousarray(np.rot90(image, quarters))


def seals(image: Any) -> list[Box]:
    """Boxes of the red seals."""
    width = image.shape[1]
    mask = _red(image).astype(np.uint8)
    joined = cv2.dilate(mask, np.ones((9, 9), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(joined)
    out = []
    for x, y, w, h, _ in stats[1:count]:
        if all(_SEAL[0] * width < side < _SEAL[1] * width for side in (w, h)) and max(w, h) < _ROUND * min(w, h):
            out.append((float(x), float(y), float(x + w), float(y + h)))
    return out


def _red(image: Any) -> Any:
    blue, green, red = (image[:, :, i].astype(np.int16) for i in range(3))
    return red - np.maximum(blue, green) > _RED


def without_red(image: Any) -> Any:
    """What is printed in black under the red: the red channel, in which red is as light as paper."""
    red = image[:, :, 2]
    return cv2.cvtColor(red, cv2.COLOR_GRAY2BGR)


def ruling_lines(image: Any) -> tuple[Lines, Lines]:
    """Lines across (y, x0, x1) and down (x, y0, y1), in dots."""
    grey = cv2.cvtColor(image, cv2.COLOR_BGR2GRAY)
    ink = cv2.adaptiveThreshold(grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 31, 15)
    width = image.shape[1]
    length, thick = max(20, int(_LINE * width)), max(6, int(_THICK * width))
    across = _lines(ink, length, thick)
    down = _lines(np.ascontiguousarray(ink.T), length, thick)
    return across, down


def _lines(ink: Any, length: int, thick: int) -> Lines:
    """The horizontal lines of a picture of ink."""
    whole = cv2.dilate(ink, np.ones((_GAP, 1), np.uint8))  # a line that drifts by a dot is still one
    long = cv2.morphologyEx(whole, cv2.MORPH_OPEN, np.ones((1, length), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(long)
    out = []
    for x, y, w, h, _ in stats[1:count]:
        if h <= thick + _GAP + 0.02 * w:
            out.append((float(y + h / 2), float(x), float(x + w)))
    return out
