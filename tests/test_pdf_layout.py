"""Pages set by hand: paragraphs, columns, tables with and without lines, frames, boxes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.read.pdf_compose import compose
from extract.read.pdf_page import Page, Run, Turn

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


def spread(words: str, top: float) -> Run:
    """A full line with fewer letters, set further apart."""
    wide = run(words, LEFT, top, COLUMNS * EM / len(words))
    return Run(wide.text, wide.lefts, wide.rights, top, top + EM)


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
        (
            [page(*text(BODY[:26], 100), spread(BODY[26:50], 128), run(BODY[50:], LEFT, 156), *text(BODY, 184))],
            [BODY, BODY],
            "a line whose letters stand further apart is none of another size",
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
