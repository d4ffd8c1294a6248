"""Source → clean text: each kind of clutter, the joining of broken lines, and the map back to the source."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import opencc
import pytest
from factories import source_range
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.clean import Cleaned, clean
from extract.clean.script import script_of
from extract.read import read
from extract.read.source import Source

NOTICES = sorted((Path(__file__).parent.parent / "corpus" / "notices").glob("*.txt"))


def cleaned(text: str) -> Cleaned:
    return clean(Source("notice.txt", "", 0, "txt", text))


@pytest.fixture(scope="module", params=NOTICES, ids=lambda path: path.stem[:3])
def notice(request: pytest.FixtureRequest) -> tuple[Source, Cleaned]:
    source = read(request.param)
    return source, clean(source)


@pytest.mark.parametrize(
    "raw, expected, reason",
    [
        ("一、任务\r\n二、保障\r三、附则", "一、任务\n二、保障\n三、附则", "line ends of Windows and old Macs"),
        ("甲。\u2028乙。\x0c丙。", "甲。\n乙。\n丙。", "line separator and page end"),
        ("\n\n\n一、任务\n\n\n\n二、保障\n\n", "一、任务\n二、保障", "empty lines part nothing"),
        ("[bookmark: _Toc1][bookmark: _Toc2]六、实施", "六、实施", "Word bookmarks"),
        ("正文。\n![公众号](http://a.cn/1.jpg)\n尾。", "正文。\n尾。", "a picture of Markdown goes"),
        ("见[实施细则](http://a.cn/1.html)。", "见实施细则。", "of a link the words stay"),
        ("奖励&nbsp;5万元，&ldquo;示范&rdquo;县", "奖励5万元，“示范”县", "entities left in text"),
        ("推<span class=x>进</span>工作。<br/>", "推进工作。", "tags left in text"),
        ("培\u200b育\ufeff企\u00ad业", "培育企业", "zero-width characters"),
        ("推进落实，\n— 3 —\n确保实效。", "推进落实，确保实效。", "a page number between two halves"),
        ("推进落实， — ３ —\x0c确保实效。", "推进落实，确保实效。", "a page number at the end of a page's last line"),
        ("2018年 — 2020年", "2018年—2020年", "dashes about a figure are no page number"),
        ("推进落实，\n第 3 页 共 10 页\n确保实效。", "推进落实，确保实效。", "a page number in words"),
        ("推进落实，\n\n# Page 1021:\n确保实效。", "推进落实，确保实效。", "a converter's page mark"),
        ("推进落实，\n--- Page 3 of 10 ---\n确保实效。", "推进落实，确保实效。", "another converter's"),
        ("⼯业⻓廊", "工业长廊", "radicals that PDFs give for characters"),
        (
            "發(fā)展區(qū)域經濟，鄉(xiāng)鎮(zhèn)為主",
            "发展区域经济，乡镇为主",
            "readings after traditional characters",
        ),
        ("发（fā）展了(le)", "发展了", "full-width brackets; toneless, but a reading of the character"),
        (
            "IPv6(第6版)、A(app)、企业(app)、5家以上(含)",
            "IPv6(第6版)、A(app)、企业(app)、5家以上(含)",
            "brackets that are words",
        ),
        ("重点(zhong)企业", "重点(zhong)企业", "toneless and no reading of 点: kept"),
        ("２０１９年占５％，ＡＰＰ３．５万次", "2019年占5%，APP3.5万次", "full-width figures and letters"),
        ("互联网３ ． ０交互", "互联网3.0交互", "a full-width point with blanks about it"),
        ("3．推进建设", "3．推进建设", "the mark of an item is no decimal point"),
        ("3．2022年底前完成", "3．2022年底前完成", "nor is it before a year"),
        ("工程 3215 公里，1000 万 元，占 5 %", "工程3215公里，1000万元，占5%", "blanks about figures"),
        ("农村 商贸流通企业转型，提升", "农村商贸流通企业转型，提升", "a blank inside a sentence"),
        ("通    知", "通知", "spaced characters"),
        ("1. 推进， “示范” （ 含 ）", "1.推进，“示范”（含）", "blanks about punctuation"),
        ("Web 3.0 与 5G 应用", "Web 3.0与5G应用", "Latin words keep theirs"),
        (
            "《财政部办公厅\xa0商务部办公厅 国家乡村振兴局综合司关于开展工作的通知》",
            "《财政部办公厅 商务部办公厅 国家乡村振兴局综合司关于开展工作的通知》",
            "a blank parts issuers",
        ),
        ("第 1 0 条 鼓励企业", "第10条 鼓励企业", "the digits of an article's number set apart"),
        ("第一条\u3000\u2002为加快发展", "第一条 为加快发展", "after an article's number one stays"),
        ("专栏1  5G工程", "专栏1 5G工程", "else 专栏15G工程"),
        ("安溪县人民政府办公室        2018年3月15日印发", "安溪县人民政府办公室 2018年3月15日印发", "imprint"),
        ("联系人：张三    电话：123", "联系人：张三 电话：123", "two fields on a line"),
        ("一、\t总体要求", "一、总体要求", "a tab that parts no cells"),
        (
            "培育企业，达到  95  亿元。\n到  2020  年底，（含）。\n培育企业，达到  95  亿元。",
            "培育企业，达到95亿元。\n到2020年底，（含）。\n培育企业，达到95亿元。",
            "three sentences with as many wide blanks are no table",
        ),
    ],
)
def test_clutter(raw: str, expected: str, reason: str) -> None:
    assert cleaned(raw).text == expected, reason


LONG = "采取政府购买服务方式提升农村电商公共服务水平。探索公共服务市场化、可持续运营机"


@pytest.mark.parametrize(
    "lines, joined, reason",
    [
        ([LONG, "制。（各县区政府负责）"], True, "a page's end in mid-word"),
        (
            ["分别给予10万元、5万元、3万元。对企业给予10万元、5万元", "以内的一次性奖补。支持创业，"],
            True,
            "before 以内",
        ),
        (
            ["实现统计覆盖。", "（各县区政府负责）鼓励企业承建网点。"],
            True,
            "the bracket charges units with what is before it",
        ),
        (["责任单位：县商务局、", "邮政局"], True, "a list that a comma leaves open"),
        (["加强监管", "，确保实效。"], True, "no line begins with a comma"),
        (["推进建设。（责任单位：", "市商务局）"], True, "an open bracket"),
        (["实现统计覆盖。", "（责任单位：市商务局）"], False, "a bracket on a line of its own is the writer's"),
        (["（一）加强组织领导，配套政策", "成立由市长任组长的小组，落实责任。"], False, "a heading and its text"),
        (["六安市农村电商优化升级", "实施方案"], False, "two lines of a title"),
        (["请认真组织实施。", "六安市人民政府办公室", "2019年9月5日"], False, "signature and date"),
        ([LONG, "（二）提升服务。加强监管，落实责任。"], False, "a numbered item begins"),
        ([LONG, "责任单位：县商务局，县财政局。"], False, "a field begins"),
        ([LONG, "附件：1.任务表，2.名单。"], False, "an attachment mark begins"),
        ([LONG, "安溪县人民政府"], False, "a signature has no punctuation"),
        ([LONG, "\u3000\u3000推进建设，落实责任。"], False, "an indent begins a paragraph"),
        (["促进农村。推动流通，实现", "一、二、三产业融合发展，"], True, "一、二、 is no number of a part"),
        (["推进落实。（市商务局负责）", "探索建设，推进发展。"], False, "a bracket ends the item"),
    ],
)
@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["line", "empty-line"])
def test_broken_lines(lines: list[str], joined: bool, reason: str, between: str) -> None:
    parts = [line.strip("\u3000") for line in lines]
    assert cleaned(between.join(lines)).text == ("" if joined else "\n").join(parts), reason


def wrapped(words: str, columns: int) -> list[str]:
    """The words in lines of so many columns, closing punctuation hanging over, Latin words and figures whole."""
    lines = [""]
    for word in re.findall(r"[A-Za-z0-9.%]+|.", words):
        if len((lines[-1] + word).encode("gb18030")) > columns and word not in "，。、；：）”》":
            lines.append("")
        lines[-1] += word
    return lines


@pytest.mark.parametrize("columns", [56, 72])
@pytest.mark.parametrize("indent", ["\u3000\u3000", ""], ids=["indented", "flush"])
def test_text_with_a_fixed_line_width_is_put_together(columns: int, indent: str) -> None:
    paragraphs = cleaned(read(NOTICES[3]).text).text.split("\n")
    lines = [line for paragraph in paragraphs for line in wrapped(indent + paragraph, columns)]
    assert cleaned("\n".join(lines)).text.split("\n") == paragraphs


def test_lines_of_a_pdf_that_lost_its_indents() -> None:
    paragraphs = cleaned(read(NOTICES[3]).text).text.split("\n")
    lines = [line.strip("\u3000") for paragraph in paragraphs for line in wrapped("\u3000\u3000" + paragraph, 64)]
    assert cleaned("\n".join(lines)).text.split("\n") == paragraphs


def test_a_list_of_names_is_no_text_with_a_fixed_line_width() -> None:
    names = [
        f"安溪县{place}电子商务公共服务中心运营单位"
        for place in ("凤城镇", "城厢镇", "参内乡", "尚卿乡", "龙涓乡", "蓬莱镇")
    ]
    assert cleaned("\n".join(names)).text.split("\n") == names


@pytest.mark.parametrize(
    "words, expected, reason",
    [
        ("隨著經濟發展，沿著方向著力推進", "随着经济发展，沿着方向着力推进", "著 for 着"),
        ("顯著提升，著名商標，著作權，編著", "显著提升，著名商标，著作权，编著", "著 zhù stays"),
        ("乾坤、乾淨、後續、於年底前、臺灣", "乾坤、干净、后续、于年底前、台湾", "one form for several"),
    ],
)
def test_traditional(words: str, expected: str, reason: str) -> None:
    about = "各區縣應當認真貫徹落實農業電商發展的要求。"
    result = cleaned(words + "。" + about)
    assert result.script == "hant"
    assert result.text.startswith(expected), reason


def test_a_traditional_name_does_not_change_a_simplified_text() -> None:
    text = "引进台资企业鼎泰豐，建设瞭望台，支持企业做大做强，推动产业融合发展，提升服务水平。" * 3
    assert cleaned(text).text == text
    assert script_of(text) == "hans"


# the five notices


def test_map_leads_to_the_same_characters(notice: tuple[Source, Cleaned]) -> None:
    source, result = notice
    origin = result.mapped.origin
    assert len(origin) == len(result.text)
    assert all(a <= b for a, b in pairwise(origin))
    convert = opencc.OpenCC("t2s").convert
    wrong = [
        (char, source.text[at])
        for char, at in zip(result.text, origin, strict=True)
        if not char.isspace() and char not in (source.text[at], convert(source.text[at]))
    ]
    assert wrong == []


def test_nothing_but_clutter_is_lost(notice: tuple[Source, Cleaned]) -> None:
    source, result = notice
    plain = re.sub(
        r"\[bookmark:[^\]]*\]|!\[[^\]]*\]\([^)]*\)|\([a-zāáǎàēéěèīíǐìōóǒòūúǔù]+\)(?<=[a-zǎàēéěèīíǐìōóǒòūúǔùāá]\))",
        "",
        source.text,
    )
    if result.script == "hant":
        plain = opencc.OpenCC("t2s").convert(plain)
    said = re.compile("[\u3400-\u9fff0-9]")
    assert said.findall(result.text) == said.findall(plain)


def test_cleaning_clean_text_changes_nothing(notice: tuple[Source, Cleaned]) -> None:
    result = notice[1]
    again = cleaned(result.text)
    assert again.text == result.text
    assert again.tables == result.tables


def test_no_line_is_empty_or_edged_with_blanks(notice: tuple[Source, Cleaned]) -> None:
    for line in notice[1].text.split("\n"):
        assert line
        assert line == line.strip(" \u3000\xa0")
        assert not re.search(r"[\u3400-\u9fff] +\d(?!\d{3}年\d+月\d+日印发)|\d +[\u3400-\u9fff]", line)


def test_tables_are_the_lines_with_tabs(notice: tuple[Source, Cleaned]) -> None:
    result = notice[1]
    in_tables = "\n".join(result.text[start:end] for start, end in result.tables)
    assert [line for line in result.text.split("\n") if "\t" in line] == [n for n in in_tables.split("\n") if n]


def test_stored_map_gives_back_the_source_range(notice: tuple[Source, Cleaned]) -> None:
    mapped = notice[1].mapped
    runs = mapped.runs()
    for start in range(0, len(mapped.text) - 40, 97):
        assert source_range(runs, start, start + 31) == mapped.source_span(start, start + 31)


# generated clutter about known words

WORDS = st.sampled_from(
    [
        "培育企业",
        "农村电商",
        "服务站点",
        "网络销售额",
        "给予补助",
        "到2020年底",
        "达到95亿元",
        "5%以内",
        "新增550个以上",
        "3215公里",
        "“三品一标”",
        "（含）",
    ]
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=6).map(lambda words: "，".join(words) + "。")
LABELS = st.sampled_from(["", "一、", "（二）", "3.", "责任单位："])
PARAGRAPHS = st.builds(
    lambda label, sentences: label + "".join(sentences), LABELS, st.lists(SENTENCES, min_size=1, max_size=4)
)
BLANKS = st.sampled_from([" ", "  ", "\xa0", "\u3000", "\u2002 "])
CLUTTER = st.sampled_from(["", "", "", "[bookmark: _Toc12]", "\u200b", "\ufeff", "\u00ad", "![x](http://a.cn/2.jpg)"])
ENDS = st.sampled_from(["\n", "\r\n", "\n\n", "\n \n\n", " \n", "\n\u3000\u3000", "\n    ", "\n\n— 2 —\n\n"])


@st.composite
def dirty(draw: st.DrawFn) -> tuple[str, str]:
    """(a text with clutter, the clean text under it)."""
    paragraphs = draw(st.lists(PARAGRAPHS, min_size=1, max_size=5))
    out = []
    for paragraph in paragraphs:
        for char in paragraph:
            out.append(draw(CLUTTER) if draw(st.booleans()) else "")
            if char.isdigit() and draw(st.booleans()):
                char = chr(ord(char) + 0xFEE0)
            out.append(char)
        out.append(draw(ENDS))
    text = re.sub(
        r"(?<=[\u3400-\u9fff])(?=[0-9０-９])|(?<=[0-9０-９%])(?=[\u3400-\u9fff])", lambda _: draw(BLANKS), "".join(out)
    )
    return text, "\n".join(paragraphs)


@given(dirty())
@settings(max_examples=60, deadline=None)
def test_generated_clutter_goes_and_the_words_stay(case: tuple[str, str]) -> None:
    raw, expected = case
    result = cleaned(raw)
    assert result.text == expected
    assert cleaned(expected).text == expected


@given(dirty(), st.data())
@settings(max_examples=60, deadline=None)
def test_generated_spans_lead_to_their_words(case: tuple[str, str], data: st.DataObject) -> None:
    raw, _ = case
    mapped = cleaned(raw).mapped
    start = data.draw(st.integers(0, len(mapped.text) - 1))
    end = data.draw(st.integers(start + 1, len(mapped.text)))
    first, after = mapped.source_span(start, end)
    assert source_range(mapped.runs(), start, end) == (first, after)
    words = re.sub(r"\s", "", mapped.text[start:end])
    assert re.sub(r"\s", "", cleaned(raw[first:after]).text) == words


@given(st.text(alphabet="甲乙，。：（）1２ \u3000\t\n\r|-—序号合计年发(fā)", max_size=80))
@settings(max_examples=300, deadline=None)
def test_any_text_keeps_its_characters_and_its_map(raw: str) -> None:
    mapped = cleaned(raw).mapped
    assert len(mapped.origin) == len(mapped.text)
    assert all(a <= b for a, b in pairwise(mapped.origin))
    kept = [at for char, at in zip(mapped.text, mapped.origin, strict=True) if not char.isspace()]
    assert len(set(kept)) == len(kept)
    assert [mapped.text.count(char) for char in "甲乙，。：序号合计年"] == [
        raw.count(char) for char in "甲乙，。：序号合计年"
    ]
