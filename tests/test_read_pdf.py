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
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.notice import extract
from extract.read import ocr, read
from extract.read.file import RawFile
from extract.read.pdf import MOST_PAGES, read_pdf
from extract.read.pdf_compose import compose
from extract.read.pdf_page import Page, Run, Turn
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
        assert _plain(row.quote) in _plain(seen)


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


# -- layout, on pages set here ---------------------------------------------------------------------------------------

EM = 16.0
LEFT, COLUMNS = 80.0, 28  # the margin, and characters in a full line


def run(words: str, x: float, top: float, em: float = EM) -> Run:
    widths = [em if char >= "\u2e80" else em / 2 for char in words]
    lefts = [x + sum(widths[:i]) for i in range(len(words))]
    return Run(words, lefts, [a + b for a, b in zip(lefts, widths, strict=True)], top, top + em)


def page(*runs: Run, number: int = 1, across: list[float] | None = None, down: list[float] | None = None) -> Page:
    """A page; `across` and `down` are the borders of one full grid."""
    ys, xs = across or [], down or []
    return Page(
        number, 595, 842, list(runs), [(y, xs[0], xs[-1]) for y in ys if xs], [(x, ys[0], ys[-1]) for x in xs if ys]
    )


def text(words: str, top: float, indent: int = 2, number: int = 1) -> list[Run]:
    """A paragraph broken into full lines."""
    lines = [words[: COLUMNS - indent]]
    rest = words[COLUMNS - indent :]
    lines += [rest[i : i + COLUMNS] for i in range(0, len(rest), COLUMNS)]
    return [run(line, LEFT + (indent * EM if n == 0 else 0), top + n * 28, EM) for n, line in enumerate(lines) if line]


BODY = (
    "为贯彻落实党中央国务院决策部署加快推动本市电子商务高质量发展结合实际制定本方案"
    "现将有关事项明确如下请各单位认真组织实施"
)
SECOND = [run(BODY[40:], LEFT, 100), *text(BODY, 128)]  # a page that goes on with a paragraph


@pytest.mark.parametrize(
    "pages, lines, reason",
    [
        ([page(*text(BODY, 100))], [BODY], "lines of a paragraph are joined"),
        ([page(*text(BODY, 100), *text(BODY, 212))], [BODY, BODY], "an indent begins a paragraph"),
        (
            [page(*text(BODY[:40], 700), run("— 1 —", 280, 780)), page(*SECOND, number=2)],
            [BODY[:40], BODY[40:], BODY],
            "a short line ends a paragraph, a page number is dropped",
        ),
        (
            [page(*text(BODY[:54], 700)), page(run(BODY[54:], LEFT, 100), *text(BODY, 128), number=2)],
            [BODY, BODY],
            "a paragraph goes on after a page that ends with a full line",
        ),
        (
            [page(*text(BODY, 100), run("市商务局", 420, 240), run("2024年3月5日", 416, 268), run("附件", LEFT, 296))],
            [BODY, "市商务局", "2024年3月5日", "附件"],
            "a signature at the right is no paragraph that goes on",
        ),
        (
            [page(run("某市公报", 250, 40), *text(BODY, 100), number=number) for number in (1, 2)],
            [BODY, BODY],
            "a running head is dropped",
        ),
        ([page(run("★" * 20, LEFT, 90), *text(BODY, 120))], [BODY], "a row of decoration is dropped"),
        (
            [page(run("2024/3/5 09:45 某市通知", 30, 20), *text(BODY, 100), run("https://x.cn/1.html 1/1", 30, 815))],
            [BODY],
            "a browser's head and foot are dropped on a single page too",
        ),
        (
            [page(run("政务", 60, 30), run("当前位置：首页", 60, 60), *text(BODY, 100), run("打印 关闭", 60, 400))],
            [BODY],
            "what a site shows around the notice is dropped",
        ),
        (
            [page(run("12", LEFT, 100), *text(BODY, 128))],
            ["12", BODY],
            "a figure in the text is no page number",
        ),
    ],
)  # fmt: skip
def test_lines_become_paragraphs(pages: list[Page], lines: list[str], reason: str) -> None:
    assert [line.strip("\u3000") for line in compose(pages).text.split("\n")] == lines


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [run(BODY[:14], 60, 100 + 28 * n) for n in range(12)]
    right = [run(BODY[14:28], 330, 100 + 28 * n) for n in range(12)]
    mixed = [part for pair in zip(left, right, strict=True) for part in pair]
    words = compose([page(run("某市人民政府公报二〇二四年第三期目录与正文", 60, 60), *mixed)]).text
    assert words.replace("\n", "").endswith(BODY[:14] * 12 + BODY[14:28] * 12)


XS = [60.0, 110.0, 330.0, 430.0, 530.0]


def row(top: float, *cells: str) -> list[Run]:
    return [run(words, x + 4, top, 10.5) for words, x in zip(cells, XS, strict=False) if words]


def table(*rows: tuple[str, ...], top: float = 100, number: int = 1, ruled: bool = True) -> Page:
    """A page with a table of rows 20 points high."""
    runs = [part for n, cells in enumerate(rows) for part in row(top + 4 + 20 * n, *cells)]
    return page(*runs, number=number, across=[top + 20 * n for n in range(len(rows) + 1)] if ruled else [], down=XS)


HEAD = ("序号", "任务", "单位", "时限")
FIRST = ("1", "甲", "市商务局", "6月底")
NEXT = ("2", "乙", "市教育局", "年底")
LONG = ("1", "支持企业开展跨境电商业务，建设海外仓", "市商务局", "6月底")
WHOLE = ("1", "支持企业开展跨境电商业务，建设海外仓储设施。", "市商务局", "6月底")
REST = ("", "储设施。", "", "")
FUNDS = [
    ("项目", "金额", "来源", "备注"),
    ("培训", "20万元", "省级", "无"),
    ("物流", "30万元", "市级", "无"),
    ("仓储", "40万元", "县级", "无"),
]


@pytest.mark.parametrize(
    "pages, rows, reason",
    [
        ([table(HEAD, FIRST)], [HEAD, FIRST], "a ruled table"),
        ([table(HEAD, FIRST), table(NEXT, top=40, number=2)], [HEAD, FIRST, NEXT], "a table on two pages"),
        ([table(HEAD, FIRST), table(HEAD, NEXT, top=40, number=2)], [HEAD, FIRST, NEXT], "its head repeated"),
        (
            [table(HEAD, LONG), table(REST, NEXT, top=40, number=2)],
            [HEAD, WHOLE, NEXT],
            "a row broken by the page's end",
        ),
        (
            [table(HEAD, LONG), table(HEAD, REST, NEXT, top=40, number=2)],
            [HEAD, WHOLE, NEXT],
            "a row broken by the page's end, under the head again",
        ),
        (
            [table(HEAD, FIRST), table(("", "丙", "市财政局", "全年"), top=40, number=2)],
            [HEAD, FIRST, ("", "丙", "市财政局", "全年")],
            "a row of its own under a number merged over two rows",
        ),
        ([table(*FUNDS, ruled=False)], FUNDS, "columns without ruling lines"),
    ],
)
def test_tables(pages: list[Page], rows: list[tuple[str, ...]], reason: str) -> None:
    composed = compose(pages)
    ((start, end),) = composed.tables
    assert [tuple(line.split("\t")) for line in composed.text[start:end].split("\n")] == rows


def test_merged_cell_stands_once() -> None:
    made = table(HEAD, ("1", "甲", "", "6月底"), ("2", "乙", "", "年底"))
    made.runs += row(134, "", "", "市商务局")
    made.across[2:3] = [(140, XS[0], XS[2]), (140, XS[3], XS[4])]  # no line in the third column
    assert compose([made]).text.split("\n")[1:] == ["1\t甲\t市商务局\t6月底", "2\t乙\t\t年底"]


def test_frame_around_text_is_no_table() -> None:
    framed = page(*text(BODY, 104), across=[90, 300], down=[60, 540])
    assert compose([framed]).tables == ()
    assert compose([framed]).text.strip("\u3000") == BODY


def test_box_of_a_site_tells_of_the_notice_and_is_no_table() -> None:
    labels = [
        row(104, "索引号：", "123/2024", "发布机构：", "市商务局"),
        row(124, "文号：", "商发〔2024〕1号", "有效性：", "有效"),
    ]
    composed = compose([page(*labels[0], *labels[1], *text(BODY, 200), across=[100, 120, 140], down=XS)])
    assert composed.text.strip("\u3000") == BODY
    assert composed.said["发布机构"] == "市商务局"
    assert composed.said["文号"] == "商发〔2024〕1号"


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_turning_a_box_back_gives_the_box(quarters: int) -> None:
    turn = Turn(quarters, 595, 842)
    assert turn.back(turn.box((10, 20, 110, 40))) == (10, 20, 110, 40)


@given(st.lists(st.integers(3, 120), min_size=1, max_size=8))
@settings(max_examples=60, deadline=None)
def test_every_character_is_kept_and_has_a_place(lengths: list[int]) -> None:
    pages, top, number, held = [], 100.0, 1, []
    for length in lengths:
        made = text((BODY * 3)[:length], top)
        if made[-1].bottom > 760:
            pages.append(page(*held, number=number))
            made, top, number, held = text((BODY * 3)[:length], 100), 100.0, number + 1, []
        held += made
        top = made[-1].top + 28
    composed = compose([*pages, page(*held, number=number)])
    drawn = "".join(part.text for made in [*pages, page(*held)] for part in made.runs)
    assert composed.text.replace("\n", "").replace("\u3000", "") == drawn
    assert "".join(composed.text[place.start : place.end] for place in composed.places) == drawn


def test_rows_of_a_source_lie_in_its_text(pdfs: dict[str, Path]) -> None:
    source: Source = read(pdfs[LUAN.stem])
    notice: Notice = extract(pdfs[LUAN.stem])
    assert source.pages == notice.document.pages == len(pypdfium2.PdfDocument(pdfs[LUAN.stem]))
    ends = [place.end for place in source.places]
    assert ends == sorted(ends)
    assert ends[-1] <= len(source.text)
