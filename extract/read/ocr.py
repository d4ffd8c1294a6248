"""Pictures of pages → characters with their places, by rapidocr (the extra `ocr`): scans and photographs of notices."""

from __future__ import annotations

import importlib.util
import io
from functools import cache
from pathlib import Path
from typing import Any

from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from extract.doubts import Doubt
from extract.read.file import RawFile
from extract.read.guard import more_time
from extract.read.pdf_compose import compose
from extract.read.pdf_page import Box, Page, Run, Turn, columns
from extract.read.signatures import kind as kind_of
from extract.read.source import Source, Unreadable
from extract.read.text import require_words

DPI = 200
"""Dots an inch at which pages are drawn for recognition: characters of 9 points are 25 dots high, which suffices."""
MOST_PICTURES = 200
"""Scanned pages that are read: recognition takes seconds a page, and no notice has so many."""

SECONDS_A_PAGE = 60
"""Time that a page is given: recognition takes one to ten seconds, four times that where the page lies on its side."""

COMMAND = "pip install 'zhengce[ocr]'"
HINT = f"install the recognition of pictures: {COMMAND} (请安装文字识别组件), or take the original document"

_PAPER = 595.0  # points that the shorter side of a picture is taken to have: the width of A4
_LONGEST = 3500  # dots: A4 at 300 dpi
_POOR = 0.9  # mean confidence of a page's characters below which a person should compare them; clean scans have 0.98
_TURNED = 0.6  # mean confidence below which the page may lie on its side or stand on its head
_NOTHING = 0.5  # confidence below which what was recognised is a speck, a stamp's rim or a picture
_LEFT_HALF, _RIGHT_HALF = "，。、；：）》〉”’〕】", "（《〈“‘〔【"
_DETECTION = 1280  # dots to which the longer side is reduced to find the lines; they are read in full
_PARAMETERS = {
    "Global.log_level": "critical", "Global.use_cls": False, "Global.return_word_box": True,
    "Global.return_single_char_box": True, "Global.max_side_len": 6000, "Global.text_score": _NOTHING,
    "Det.limit_type": "max", "Det.limit_side_len": _DETECTION,
}  # fmt: skip


def read_image(raw: RawFile) -> Source:
    """The notice in a picture, or in the pages of a TIFF. Raises Unreadable with one clear line."""
    what, _ = kind_of(raw.data) or ("picture", "")
    if not installed():
        raise Unreadable(f"{raw.path}: is a {what} (图片), not text; {HINT}")
    pages: list[Page] = []
    doubts: list[Doubt] = []
    try:
        with Image.open(io.BytesIO(raw.data)) as image:
            kind = (image.format or "picture").lower()
            require_few(getattr(image, "n_frames", 1), raw.path)
            for number, frame in enumerate(ImageSequence.Iterator(image), 1):
                more_time(SECONDS_A_PAGE)
                picture = _of_fit_size(ImageOps.exif_transpose(frame))
                page, unsure = recognised(picture, number, _PAPER / min(picture.size))
                pages.append(page)
                doubts += unsure
    except Image.DecompressionBombError as error:
        raise Unreadable(f"{raw.path}: has too many dots for a page (图片过大); save it at {DPI} dpi") from error
    except (UnidentifiedImageError, OSError, SyntaxError) as error:
        raise Unreadable(f"{raw.path}: is a damaged {what} (图片损坏); scan or download it again") from error
    composed = compose(pages)
    require_words(composed.text, raw.path)
    return Source(
        raw.name, raw.sha256, len(raw.data), kind, composed.text, pages=len(pages), tables=composed.tables,
        places=composed.places, said=composed.said, doubts=tuple(doubts),
    )  # fmt: skip


def _of_fit_size(picture: Any) -> Any:
    """The picture, reduced where it has more dots than recognition needs."""
    share = _LONGEST / max(picture.size)
    return picture if share >= 1 else picture.resize([round(side * share) for side in picture.size])


def installed() -> bool:
    """Whether pictures can be recognised."""
    return all(importlib.util.find_spec(name) is not None for name in ("rapidocr", "onnxruntime"))


def require_few(count: int, path: Path) -> None:
    """Raises Unreadable where a file has too many pages to recognise."""
    if count > MOST_PICTURES:
        raise Unreadable(
            f"{path}: {count} scanned pages are over the limit of {MOST_PICTURES} (扫描页过多), and recognition takes "
            f"seconds a page; cut the notice out of it"
        )


@cache
def _engine() -> Any:
    from rapidocr import RapidOCR

    return RapidOCR(params=_PARAMETERS)


def recognised(picture: Any, number: int, scale: float) -> tuple[Page, list[Doubt]]:
    """A page out of its picture (PIL); `scale` is points a dot. A doubt where the recognition is unsure."""
    from extract.read import picture as pictures

    image = pictures.as_array(picture)
    height, width = image.shape[:2]
    runs, quarters = _best_turned(image)
    turned = pictures.turned(image, quarters)
    across, down = pictures.ruling_lines(turned)
    turn = Turn(quarters, width * scale, height * scale) if quarters else None
    sizes = (turned.shape[1] * scale, turned.shape[0] * scale)
    page = Page(number, *sizes, [_scaled(run, scale) for run in runs], _times(across, scale), _times(down, scale), turn)
    return page, _doubts(runs, number)


def _best_turned(image: Any) -> tuple[list[Run], int]:
    """The runs, and by how many quarters the page is turned."""
    from extract.read import picture as pictures

    runs = _read(image)
    if not _may_be_turned(runs):
        return runs, 0
    readings = {0: runs} | {quarters: _read(pictures.turned(image, quarters)) for quarters in (1, 3, 2)}
    best = max(readings, key=lambda quarters: sum(len(run.text) * (run.confidence or 0) for run in readings[quarters]))
    return readings[best], best


def _may_be_turned(runs: list[Run]) -> bool:
    if not runs:
        return False
    upright = sum(len(run.text) for run in runs if run.height > 1.5 * (run.x1 - run.x0) and len(run.text) > 1)
    return _mean(runs) < _TURNED or 2 * upright > sum(len(run.text) for run in runs)


def _read(image: Any) -> list[Run]:
    """What is recognised; under a red seal, what is recognised without the red."""
    from extract.read import picture as pictures

    runs = _recognise(image)
    seals = pictures.seals(image)
    if not seals:
        return runs
    clear = [run for run in runs if not any(_touches(run, seal) for seal in seals)]
    below = [run for run in _recognise(pictures.without_red(image)) if any(_touches(run, seal) for seal in seals)]
    return clear + [run for run in below if not any(_touches(run, (r.x0, r.top, r.x1, r.bottom)) for r in clear)]


def _touches(run: Run, box: Box) -> bool:
    return run.x0 < box[2] and run.x1 > box[0] and run.top < box[3] and run.bottom > box[1]


def _recognise(image: Any) -> list[Run]:
    """The lines that are found, with the places of their characters, in dots."""
    result = _engine()(image)
    if result.txts is None or result.boxes is None:
        return []
    words = result.word_results or [()] * len(result.txts)
    found = zip(result.boxes, result.txts, result.scores, words, strict=True)
    return [_run(box, text, float(score), chars) for box, text, score, chars in found if text.strip()]


def _run(box: Any, text: str, score: float, chars: Any) -> Run:
    xs, ys = [float(x) for x, _ in box], [float(y) for _, y in box]
    left, right = min(xs), max(xs)
    # corners go round from the upper left; a line that is slightly askew is taken at its middle's height
    top, bottom = (ys[0] + ys[1]) / 2, (ys[2] + ys[3]) / 2
    if chars and "".join(char for char, *_ in chars) == text:
        lefts = [float(min(x for x, _ in corners)) for _, _, corners in chars]
        rights = [float(max(x for x, _ in corners)) for _, _, corners in chars]
    else:
        weights = [columns(char) for char in text]
        step = (right - left) / sum(weights)
        ends = [left + step * sum(weights[: i + 1]) for i in range(len(text))]
        lefts, rights = [left, *ends[:-1]], ends
    # the box ends with the ink, the sign does not: ， and 。 fill the left of their square, （ and 《 the right
    half = 0.5 * (right - left) / sum(map(columns, text))
    if text[-1] in _LEFT_HALF:
        rights[-1] = max(rights[-1], right) + half
    if text[0] in _RIGHT_HALF:
        lefts[0] = min(lefts[0], left) - half
    return Run(text, lefts, rights, min(top, bottom), max(top, bottom), round(score, 3))


def _scaled(run: Run, scale: float) -> Run:
    lefts, rights = [x * scale for x in run.lefts], [x * scale for x in run.rights]
    return Run(run.text, lefts, rights, run.top * scale, run.bottom * scale, run.confidence)


def _times(lines: list[tuple[float, float, float]], scale: float) -> list[tuple[float, float, float]]:
    return [(at * scale, begin * scale, end * scale) for at, begin, end in lines]


def _mean(runs: list[Run]) -> float:
    count = sum(len(run.text) for run in runs)
    return sum(len(run.text) * (run.confidence or 0) for run in runs) / count if count else 0.0


def _doubts(runs: list[Run], number: int) -> list[Doubt]:
    if not runs:
        return [Doubt("page-without-words", "info", f"第{number}页是图片，其中没有识别出文字；请核对原文")]
    mean = _mean(runs)
    if mean >= _POOR:
        message = f"第{number}页由图片识别而来（平均把握 {mean:.0%}）；数字和单位名称请以原文为准"
        return [Doubt("page-recognised", "info", message)]
    message = f"第{number}页的图片识别把握较低（{mean:.0%}，低于 {_POOR:.0%}）；请对照原文核对，或换用更清晰的扫描件"
    return [Doubt("page-poorly-recognised", "warning", message)]
