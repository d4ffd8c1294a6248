"""OFD: text objects and paths by geometry, with page and box."""

from __future__ import annotations

import io
import os
from difflib import SequenceMatcher
from pathlib import Path

import pdfplumber
import pypdfium2
import pytest
from forms.compare import differences, exact_f1
from forms.notice import NOTICES
from forms.ofd import line, ofd, picture, text, write_ofd
from forms.parts import packed
from forms.pdf import printed

from extract.notice import extract
from extract.read import ocr, read_raw
from extract.read.file import RawFile
from extract.read.ofd import read_ofd
from extract.read.ofd_objects import deltas
from extract.read.source import Source, Unreadable

POINT = 72 / 25.4


def read(*contents: str, template: str = "") -> Source:
    return read_ofd(RawFile(Path("n.ofd"), ofd(list(contents), template=template)))


DELTAS = [
    ("3.5 4", [3.5, 4.0], "step by step"),
    ("g 3 5", [5.0, 5.0, 5.0], "a repeated step"),
    ("1 g 2 5 2", [1.0, 5.0, 5.0, 2.0], "both"),
    (None, [], "none given"),
    ("g x 5 3", [3.0], "a count that is none"),
    ("nan 3", [3.0], "no number"),
]


@pytest.mark.parametrize("given, expected, reason", DELTAS)
def test_steps(given: str | None, expected: list[float], reason: str) -> None:
    assert deltas(given) == expected, reason


WORDS = [
    (text("关于印发方案的通知", 20, 30), "关于印发方案的通知", "one object"),
    (text("的通知", 45, 30) + text("关于印发方案", 15, 30), "关于印发方案的通知", "objects out of order on one line"),
    (text("第一行。", 20, 50) + text("前一行。", 20, 30), "前一行。第一行。", "lines out of order"),
    (text("到", 20, 30) + text("2020", 25, 30) + text("年底", 35, 30), "到2020年底", "a line of three objects"),
    (text("通知", 20, 30, more='CTM="2 0 0 2 0 0"'), "通知", "enlarged by its matrix"),
    (text("内部资料", 60, 100, more='CTM="0.7 0.7 -0.7 0.7 0 0"') + text("正文", 20, 30), "正文", "a watermark askew"),
    (text("隐藏", 20, 30, more='Visible="false"') + text("正文", 20, 50), "正文", "an object that is not shown"),
    (f'<ofd:PageBlock ID="5">{text("块内", 20, 30)}</ofd:PageBlock>', "块内", "a block of objects"),
    (text("竖排", 20, 30, code='DeltaX="0" DeltaY="5"'), "竖排", "characters below each other"),
    (text("A&B", 20, 30), "A&B", "an escaped character"),
    (text("LED屏", 20, 30, code='DeltaX="3.3 3.65 4.0"'), "LED屏", "capitals of a wide font"),
    (text("MW级", 20, 30, code='DeltaX="4.7 4.9"'), "MW级", "the widest letters"),
    (text("up to", 20, 30, code='DeltaX="2.5 2.5 1.4 1.6"'), "up to", "a blank between words"),
]


@pytest.mark.parametrize("content, expected, reason", WORDS)
def test_words(content: str, expected: str, reason: str) -> None:
    assert read(content).text.replace("\u3000", "") == expected, reason


def test_a_template_lies_below_a_page_and_what_every_page_repeats_is_no_text() -> None:
    assert read(text("第一页。", 20, 60), template=text("表头：", 20, 40)).text == "表头：第一页。"
    source = read(*(text(f"第{n}页。", 20, 60) for n in "一二三"), template=text("内部资料", 80, 10))
    assert source.text == "第一页。第二页。第三页。"
    assert source.pages == 3


def test_page_and_box_in_points() -> None:
    source = read(text("第一页", 20, 60), text("任务", 25.4, 50.8, size=10))
    [place] = [place for place in source.places if place.page == 2]
    assert source.text[place.start : place.end] == "任务"
    assert place.box == pytest.approx((72, 144, 72 + 20 * POINT, 144 + 10 * POINT), abs=0.2)


def test_a_ruled_table_with_a_merged_cell() -> None:
    xs, ys = (20, 60, 120, 180), (40, 50, 60, 70)
    across = [line(xs[0], y, xs[-1], y) for y in (ys[0], ys[1], ys[3])] + [line(xs[1], ys[2], xs[-1], ys[2])]
    down = [line(x, ys[0], x, ys[-1]) for x in xs]
    words = [["资金来源", "项目", "费用"], ["中央资金", "培训", "300"], ["", "物流", "450"]]
    cells = [
        text(w, x + 2, y + 2) for row, y in zip(words, ys, strict=False) for w, x in zip(row, xs, strict=False) if w
    ]
    source = read(text("资金使用方案如下：", 20, 30) + "".join(across + down + cells))
    assert [source.text[first:after] for first, after in source.tables] == [
        "资金来源\t项目\t费用\n中央资金\t培训\t300\n\t物流\t450"
    ]


UNREADABLE = [
    (ofd([""]), "holds no words", "an empty page"),
    (packed({"OFD.xml": "<OFD/>"}), "names no document", "no document"),
    (
        packed({"OFD.xml": "<OFD><DocBody><DocRoot>D.xml</DocRoot></DocBody></OFD>"}),
        "D.xml is missing",
        "a part missing",
    ),
    (packed({"OFD.xml": "<OFD>"}), "is damaged", "XML that breaks off"),
    (ofd(["<ofd:x/>"] * 1001), "1001 pages are over the limit", "too many pages"),
]


@pytest.mark.parametrize("data, says, reason", UNREADABLE)
def test_unreadable(data: bytes, says: str, reason: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_ofd(RawFile(Path("n.ofd"), data))
    assert says in str(caught.value), reason
    assert "\n" not in str(caught.value)


def scanned(tmp_path: Path) -> tuple[Path, bytes]:
    """The second page of a notice as a PDF, and as a picture that an OFD page shows."""
    pdf = printed(NOTICES[2], tmp_path)
    document = pypdfium2.PdfDocument(pdf)
    image = document[1].render(scale=200 / 72).to_pil()
    out = io.BytesIO()
    image.save(out, "PNG")
    width, height = (points / POINT for points in document[1].get_size())
    document.close()
    return pdf, ofd([picture(0, 0, 0, width, height)], width, height, pictures=[out.getvalue()])


@pytest.mark.slow
def test_a_page_that_is_a_picture_is_recognised(tmp_path: Path) -> None:
    pytest.importorskip("rapidocr") if not os.environ.get("CI") else None
    pdf, data = scanned(tmp_path)
    source = read_raw(RawFile(tmp_path / "n.ofd", data))
    with pdfplumber.open(pdf) as pages:
        printed_words = "".join((pages.pages[1].extract_text() or "").split())
        found = "".join(source.text.split())
        assert SequenceMatcher(None, printed_words, found, autojunk=False).ratio() > 0.95
        place = max(source.places, key=lambda place: place.end - place.start)
        assert place.box is not None
        shown = pages.pages[1].crop(place.box).extract_text()
    assert SequenceMatcher(None, shown, source.text[place.start : place.end]).ratio() > 0.8


def test_without_recognition_a_scan_is_said_to_be_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, data = scanned(tmp_path)
    monkeypatch.setattr(ocr, "installed", lambda: False)
    with pytest.raises(Unreadable, match=r"n\.ofd: is a scan .*zhengce\[ocr\]"):
        read_ofd(RawFile(Path("n.ofd"), data))


@pytest.mark.parametrize(
    "path", [pytest.param(path, marks=[pytest.mark.slow] if path != NOTICES[2] else []) for path in NOTICES]
)
def test_the_rows_are_those_of_the_text_file_and_stand_where_they_say(path: Path, tmp_path: Path) -> None:
    pdf = printed(path, tmp_path)
    write_ofd(pdf, tmp_path / "notice.ofd")
    notice, truth = extract(tmp_path / "notice.ofd"), extract(path)
    assert exact_f1(notice, truth) >= 0.98, differences(notice, truth)
    assert notice.document.id == truth.document.id
    with pdfplumber.open(pdf) as pages:
        for row in [*notice.targets, *notice.tasks, *notice.subsidies]:
            assert row.page is not None
            assert row.boxes
            words = "".join(
                pages.pages[box.page - 1].crop((box.x0 - 2, box.top, box.x1 + 2, box.bottom + 3)).extract_text()
                for box in row.boxes
            )
            missing = set("".join(row.quote.split())) - set("".join(words.split()))
            assert len(missing) <= 0.05 * len(row.quote), (row.quote, words)
