"""PDFs: the words, tables and places of notices that were printed, scanned, spoilt or locked."""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest
from forms.compare import differences, exact_f1
from forms.notice import NOTICES
from forms.pdf import Look, paragraphs_printed, printed, scanned, to_pdf, with_unknown_glyph

from extract.notice import extract
from extract.read import ocr, read
from extract.read.file import RawFile
from extract.read.pdf import MOST_PAGES, read_pdf
from extract.read.pdf_text import Corner, characters_of
from extract.read.source import Source, Unreadable
from schemas import Notice

STEMS = [path.stem for path in NOTICES]
LUAN, _, _, YEJI, _ = NOTICES
LOOKS = {
    STEMS[0]: Look(running_head="六安市人民政府公报"),
    STEMS[1]: Look(head_repeats=False),
}
SMALL = Look(size=10.5, pitch=16)


@pytest.fixture(scope="session")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The five notices as PDFs, tables over page breaks."""
    folder = tmp_path_factory.mktemp("pdf")
    return {path.stem: printed(path, folder, LOOKS.get(path.stem)) for path in NOTICES}


def need_recognition() -> None:
    if not ocr.installed():
        (pytest.fail if os.environ.get("CI") else pytest.skip)(ocr.HINT)


# -- the five notices ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", NOTICES, ids=STEMS)
def test_printed_notice_gives_the_rows_of_its_text(path: Path, pdfs: dict[str, Path]) -> None:
    notice, truth = extract(pdfs[path.stem]), extract(path)
    assert exact_f1(notice, truth) >= 0.98, "\n".join(differences(notice, truth))
    for name in ("title", "doc_number", "issuer", "area", "adcode", "issued_on", "status", "genre"):
        assert getattr(notice.document, name) == getattr(truth.document, name), name


@pytest.mark.parametrize("path", NOTICES[:4], ids=STEMS[:4])  # the fifth is traditional: its quotes are simplified
def test_words_stand_where_their_row_says(path: Path, pdfs: dict[str, Path]) -> None:
    notice = extract(pdfs[path.stem])
    document = pypdfium2.PdfDocument(pdfs[path.stem])
    words = [_characters(page) for page in document]
    rows = [*notice.targets, *notice.tasks, *notice.deadlines, *notice.subsidies, *notice.budgets]
    assert rows
    for row in rows:
        assert row.boxes, row.quote
        assert row.page == row.boxes[0].page
        seen = "".join(
            char
            for box in row.boxes
            for char, x, y in words[box.page - 1]
            if box.x0 <= x <= box.x1 and box.top <= y <= box.bottom
        )
        assert _plain(row.quote) in _plain(seen)


def _characters(page: pypdfium2.PdfPage) -> list[tuple[str, float, float]]:
    """The characters of a page's text layer with their middles, from the upper left corner."""
    textpage = page.get_textpage()
    out = []
    for index in range(textpage.count_chars()):
        left, bottom, right, top = textpage.get_charbox(index, loose=True)
        out.append((textpage.get_text_range(index, 1), (left + right) / 2, page.get_height() - (bottom + top) / 2))
    return out


def _letters(words: str) -> str:
    """Without marks: recognition loses a bracket where the font draws it thin."""
    return "".join(char for char in words if char.isalnum())


def _plain(words: str) -> str:
    return "".join(words.split()).translate(str.maketrans("（），：；．", "(),:;."))


@pytest.mark.parametrize("path", NOTICES, ids=STEMS)
def test_no_character_of_a_page_is_lost(path: Path, pdfs: dict[str, Path]) -> None:
    for page in pypdfium2.PdfDocument(pdfs[path.stem]):
        textpage = page.get_textpage()
        runs = characters_of(textpage, Corner(page), None).runs
        assert Counter("".join(run.text for run in runs).replace(" ", "")) == Counter(
            "".join(textpage.get_text_range().split())
        )
        assert all(len(run.text) == len(run.lefts) == len(run.rights) for run in runs)


def test_table_over_pages_is_one_table_without_repeated_heads(pdfs: dict[str, Path]) -> None:
    source = read(pdfs[LUAN.stem])
    ((start, end),) = source.tables
    rows = [line.split("\t") for line in source.text[start:end].split("\n")]
    assert [row[0] for row in rows] == ["序号", *map(str, range(1, 17))]
    assert {len(row) for row in rows} == {5}
    pages = {place.page for place in source.places if start <= place.start < end}
    assert len(pages) > 2


# -- scans -----------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def scan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A short notice in small type as pictures of its pages."""
    folder = tmp_path_factory.mktemp("scan")
    return scanned(printed(YEJI, folder, SMALL), folder / "scan.pdf")


def test_scan_gives_the_rows_of_the_text(scan: Path) -> None:
    need_recognition()
    notice, truth = extract(scan), extract(YEJI)
    assert exact_f1(notice, truth) >= 0.90, "\n".join(differences(notice, truth))
    assert all(row.boxes for row in notice.subsidies)
    assert all(
        row.confidence <= known.confidence for row, known in zip(notice.subsidies, truth.subsidies, strict=False)
    )
    assert {check.code for check in notice.checks} & {"page-recognised", "page-poorly-recognised"}


@pytest.mark.slow
@pytest.mark.parametrize("path", NOTICES, ids=STEMS)
def test_every_scan_gives_the_rows_of_the_text(path: Path, pdfs: dict[str, Path], tmp_path: Path) -> None:
    need_recognition()
    notice, truth = extract(scanned(pdfs[path.stem], tmp_path / "scan.pdf")), extract(path)
    assert exact_f1(notice, truth) >= 0.90, "\n".join(differences(notice, truth))


@pytest.mark.slow
def test_picture_at_a_rows_box_shows_its_words(pdfs: dict[str, Path]) -> None:
    need_recognition()
    notice = extract(pdfs[YEJI.stem])
    document = pypdfium2.PdfDocument(pdfs[YEJI.stem])
    for row in notice.subsidies:
        seen = ""
        for box in row.boxes or ():
            page = document[box.page - 1]
            width, height = page.get_size()
            crop = (box.x0 - 4, height - box.bottom - 4, width - box.x1 - 4, box.top - 4)
            picture = page.render(scale=ocr.DPI / 72, crop=crop).to_pil()
            seen += "".join(run.text for run in ocr.recognised(picture, 1, 1.0)[0].runs)
        assert _letters(row.quote) in _letters(seen)


def test_picture_file_is_read(scan: Path, tmp_path: Path) -> None:
    need_recognition()
    picture = tmp_path / "第一页.png"
    page = pypdfium2.PdfDocument(scan)[0]
    page.render(scale=ocr.DPI / 72, crop=(0, 600, 0, 0)).to_pil().save(picture)
    source = read(picture)
    assert source.format == "png"
    assert "关于加快电子商务发展的实施意见" in source.text
    assert all(place.box and place.confidence for place in source.places)


@pytest.mark.slow
def test_page_on_its_side_is_turned(scan: Path, tmp_path: Path) -> None:
    need_recognition()
    upright = pypdfium2.PdfDocument(scan)[0].render(scale=ocr.DPI / 72).to_pil()
    picture = tmp_path / "横放.png"
    upright.rotate(90, expand=True).save(picture)
    source = read(picture)
    assert "关于加快电子商务发展的实施意见" in source.text
    title = next(place for place in source.places if "实施意见" in source.text[place.start : place.end])
    assert title.box
    x0, top, x1, bottom = title.box
    assert bottom - top > 5 * (x1 - x0), "the title runs up the picture as it is shown"


def test_scan_without_recognition_says_what_to_install(scan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "installed", lambda: False)
    with pytest.raises(Unreadable, match=r"scan .*pip install 'zhengce\[ocr\]'"):
        read_pdf(_raw(scan))


def test_scanned_page_among_others_is_doubted(
    scan: Path, pdfs: dict[str, Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(ocr, "installed", lambda: False)
    mixed = pypdfium2.PdfDocument.new()
    mixed.import_pages(pypdfium2.PdfDocument(pdfs[YEJI.stem]), [1])
    mixed.import_pages(pypdfium2.PdfDocument(scan), [0])
    mixed.save(tmp_path / "mixed.pdf")
    source = read_pdf(_raw(tmp_path / "mixed.pdf"))
    assert [doubt.code for doubt in source.doubts] == ["page-is-picture"]
    assert "第2页" in source.doubts[0].message


# -- characters that fonts do not name -------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def figures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("figures")
    words = "到2027年，全市服务业增加值突破1.2万亿元，规模以上企业达到3.5万家，比重达到60%以上。"
    return paragraphs_printed([words], folder, "figures")


def test_decimal_point_of_the_private_use_area_is_told_by_its_shape(
    figures: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ocr, "installed", lambda: False)
    spoilt = with_unknown_glyph(figures, tmp_path / "spoilt.pdf", ".", "\ue010")
    assert "1\ue0102" in pypdfium2.PdfDocument(spoilt)[0].get_textpage().get_text_range()
    source = read_pdf(_raw(spoilt))
    assert "1.2 万亿元" in source.text
    assert "3.5 万家" in source.text
    assert not source.doubts


def test_sign_of_no_telling_shape_is_doubted(figures: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "installed", lambda: False)
    source = read_pdf(_raw(with_unknown_glyph(figures, tmp_path / "spoilt.pdf", "%", "\ue011")))
    assert "60\ue011以上" in source.text
    (doubt,) = source.doubts
    assert doubt.code == "glyph-unknown"
    assert "60〔?〕以上" in doubt.message


def test_sign_of_no_telling_shape_is_recognised_in_the_picture(figures: Path, tmp_path: Path) -> None:
    need_recognition()
    source = read_pdf(_raw(with_unknown_glyph(figures, tmp_path / "spoilt.pdf", "%", "\ue011")))
    assert "60%以上" in source.text
    assert not source.doubts


# -- files that cannot be read ---------------------------------------------------------------------------------------


def test_locked_file_says_so(tmp_path: Path) -> None:
    document = tmp_path / "locked.txt"
    document.write_text("关于促进电子商务发展的实施意见", encoding="utf-8")
    words = {
        "EncryptFile": {"type": "boolean", "value": "true"},
        "DocumentOpenPassword": {"type": "string", "value": "x"},
    }
    with pytest.raises(Unreadable, match="locked with a password"):
        read(to_pdf(document, tmp_path, json.dumps(words)))


@pytest.mark.parametrize(
    "data, message, reason",
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\nnothing that is a PDF", "damaged PDF", "a header and no objects"),
        (b"%PDF-1.4\ntrailer\n<</Root 1 0 R>>\n%%EOF", "damaged PDF", "a root that is not there"),
    ],
)
def test_damaged_file_says_so(data: bytes, message: str, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "damaged.pdf"
    path.write_bytes(data)
    with pytest.raises(Unreadable, match=message) as caught:
        read(path)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "pages, message, reason",
    [(1, "no words", "an empty page"), (MOST_PAGES + 1, f"limit of {MOST_PAGES}", "a page more than are read")],
)
def test_file_of_empty_pages_says_so(pages: int, message: str, reason: str, tmp_path: Path) -> None:
    document = pypdfium2.PdfDocument.new()
    for _ in range(pages):
        document.new_page(595, 842)
    document.save(tmp_path / "empty.pdf")
    with pytest.raises(Unreadable, match=message):
        read(tmp_path / "empty.pdf")


def _raw(path: Path) -> RawFile:
    return RawFile(path, path.read_bytes())


def test_rows_of_a_source_lie_in_its_text(pdfs: dict[str, Path]) -> None:
    source: Source = read(pdfs[LUAN.stem])
    notice: Notice = extract(pdfs[LUAN.stem])
    assert source.pages == notice.document.pages == len(pypdfium2.PdfDocument(pdfs[LUAN.stem]))
    ends = [place.end for place in source.places]
    assert ends == sorted(ends)
    assert ends[-1] <= len(source.text)
