"""Word documents: numbers written out, merged cells, fields, text boxes, notes, tracked changes."""

from __future__ import annotations

from pathlib import Path

import opencc
import pytest
from forms.compare import differences, exact_f1
from forms.notice import NOTICES, Paragraph, Table, blocks_of
from forms.parts import abstract, docx, listed, lvl, num, p, packed, table, tc, tr
from forms.word import write_docx

from extract.notice import extract
from extract.read.docx import read_docx
from extract.read.file import RawFile
from extract.read.numerals import written
from extract.read.source import Source, Unreadable


def read(body: str, **parts: str) -> Source:
    return read_docx(RawFile(Path("n.docx"), docx(body, **parts)))


def lines(body: str, **parts: str) -> list[str]:
    return [line for line in read(body, **parts).text.split("\n") if line]


# numbers

FORMS = [
    (1, "chineseCounting", "一"), (10, "chineseCounting", "十"), (12, "chineseCounting", "十二"),
    (20, "chineseCounting", "二十"), (21, "chineseCounting", "二十一"), (105, "chineseCounting", "一〇五"),
    (10, "chineseCountingThousand", "十"), (105, "chineseCountingThousand", "一百零五"),
    (110, "chineseCountingThousand", "一百一十"), (1001, "chineseCountingThousand", "一千零一"),
    (11, "japaneseCounting", "十一"), (10, "ideographDigital", "一〇"), (12, "chineseLegalSimplified", "壹拾贰"),
    (3, "ideographTraditional", "丙"), (2, "ideographZodiac", "丑"), (3, "decimalEnclosedCircle", "③"),
    (20, "decimalEnclosedCircleChinese", "⑳"), (21, "decimalEnclosedCircle", "㉑"), (7, "decimal", "7"),
    (7, "decimalZero", "07"), (12, "decimalFullWidth", "１２"), (4, "upperRoman", "IV"), (9, "lowerRoman", "ix"),
    (27, "lowerLetter", "aa"), (2, "upperLetter", "B"), (5, "none", ""), (-1, "chineseCounting", "-1"),
    (0, "chineseCounting", "〇"), (5, "noSuchForm", "5"),
]  # fmt: skip


@pytest.mark.parametrize("number, form, numeral", FORMS)
def test_numerals(number: int, form: str, numeral: str) -> None:
    assert written(number, form) == numeral


NESTED = abstract(
    lvl(0, "chineseCountingThousand", "%1、"), lvl(1, "chineseCounting", "（%2）"), lvl(2, "decimal", "%3."),
)  # fmt: skip
_STYLE = '<w:style w:type="paragraph" w:styleId="{}"><w:name w:val="{}"/>{}<w:pPr>{}</w:pPr></w:style>'
_NUMBERED = '<w:numPr><w:numId w:val="1"/></w:numPr>'
_CHAPTERS = abstract(
    lvl(0, "chineseCountingThousand", "第%1章", '<w:pStyle w:val="C"/>'),
    lvl(1, "chineseCountingThousand", "第%2条", '<w:pStyle w:val="A"/><w:lvlRestart w:val="0"/>'),
)
_OVERRIDE = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{}"/></w:lvlOverride>'

NUMBERED = [
    (
        listed("总则", 1) + listed("目标", 1, 1) + listed("任务", 1, 1) + listed("保障", 1) + listed("组织", 1, 1),
        NESTED + num(1),
        ["一、总则", "（一）目标", "（二）任务", "二、保障", "（一）组织"],
        "a deeper level starts anew under the next number",
    ),
    (
        listed("一", 1, 2) + listed("二", 1, 2),
        NESTED + num(1),
        ["1. 一", "2. 二"],
        "a list that begins at a deeper level",
    ),
    (
        listed("甲", 1) + listed("乙", 2) + listed("丙", 1),
        NESTED + num(1) + num(2),
        ["一、甲", "二、乙", "三、丙"],
        "two lists of one definition count on together",
    ),
    (
        listed("甲", 1) + listed("乙", 2) + listed("丙", 2),
        NESTED + num(1) + num(2, inside=_OVERRIDE.format(1)),
        ["一、甲", "一、乙", "二、丙"],
        "a list that sets its own start, once",
    ),
    (
        listed("甲", 1) + p("无号") + listed("丙", 1),
        abstract(lvl(0, "decimal", "%1")) + num(1, inside=_OVERRIDE.format(7)),
        ["7 甲", "无号", "8 丙"],
        "a start in the middle; a paragraph without number between",
    ),
    (
        listed("甲", 1) + listed("乙", 0) + listed("丙", 1),
        NESTED + num(1),
        ["一、甲", "乙", "二、丙"],
        "numId 0 takes the number away",
    ),
    (
        listed("甲", 1) + listed("", 1) + listed("乙", 1),
        NESTED + num(1),
        ["一、甲", "二、", "三、乙"],
        "an empty paragraph of the list counts",
    ),
    (
        listed("甲", 1) + listed("乙", 1, 1),
        abstract(lvl(0, "chineseCounting", "%1、"), lvl(1, "decimal", "%1.%2", "<w:isLgl/>")) + num(1),
        ["一、甲", "1.1 乙"],
        "legal numbering writes the levels above in digits",
    ),
    (
        listed("甲", 1) + listed("乙", 1),
        abstract(lvl(0, "decimalEnclosedCircle", "%1")) + num(1),
        ["①甲", "②乙"],
        "circled numbers",
    ),
    (listed("甲", 1), abstract(lvl(0, "bullet", "\uf06c")) + num(1), ["● 甲"], "a bullet of a symbol font"),
    (listed("甲", 9), NESTED + num(1), ["甲"], "a list that is not there"),
    (
        listed("甲", 1),
        abstract(lvl(0, "decimal", "%1."), number=0)
        + num(1, inside='<w:lvlOverride w:ilvl="0">' + lvl(0, "decimal", "(%1)") + "</w:lvlOverride>"),
        ["(1)甲"],
        "a list that writes a level otherwise",
    ),
]


@pytest.mark.parametrize("body, numbering, expected, reason", NUMBERED)
def test_automatic_numbers(body: str, numbering: str, expected: list[str], reason: str) -> None:
    assert lines(body, numbering=numbering) == expected, reason


def test_numbers_through_styles() -> None:
    styles = (
        _STYLE.format("C", "heading 1", "", _NUMBERED)
        + _STYLE.format("A", "article", "", _NUMBERED)
        + _STYLE.format("B", "on article", '<w:basedOn w:val="A"/>', "")
        + _STYLE.format("Z", "none", '<w:basedOn w:val="A"/>', '<w:numPr><w:numId w:val="0"/></w:numPr>')
    )
    named = [("C", "总则"), ("A", "目的"), ("A", "范围"), ("C", "附则"), ("A", "解释"), ("Z", "无号")]
    body = "".join(p(text, f'<w:pStyle w:val="{style}"/>') for style, text in named)
    expected = ["第一章总则", "第一条目的", "第二条范围", "第二章附则", "第三条解释", "无号"]
    assert lines(body, styles=styles, numbering=_CHAPTERS + num(1)) == expected


def test_a_list_that_takes_its_levels_from_a_list_style() -> None:
    linked = abstract(number=1, inside='<w:numStyleLink w:val="L"/>')
    numbering = (
        linked + abstract(lvl(0, "chineseCounting", "%1、"), number=2, inside='<w:styleLink w:val="L"/>') + num(1, 1)
    )
    assert lines(listed("甲", 1), numbering=numbering) == ["一、甲"]


# words

_R = "<w:r><w:t>{}</w:t></w:r>"
_BOX = "<w:txbxContent>{}</w:txbxContent>"
_BEGIN, _SEPARATE, _END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
_CODE = '<w:r><w:instrText xml:space="preserve">{}</w:instrText></w:r>'


def para(*inside: str) -> str:
    return f"<w:p>{''.join(inside)}</w:p>"


WORDS = [
    (
        para(
            _R.format("市"), '<w:bookmarkStart w:id="1" w:name="b"/>', _R.format("商务局"), '<w:bookmarkEnd w:id="1"/>'
        ),
        ["市商务局"],
        "bookmarks",
    ),
    (
        para(_BEGIN, _CODE.format("PAGE"), _SEPARATE, _R.format("3"), _END, _R.format("家")),
        ["3家"],
        "a field gives its result",
    ),
    (
        para(_BEGIN, _CODE.format("TOC \\o"), _SEPARATE, _R.format("总则1"), _END) + p("总则"),
        ["总则"],
        "a table of contents repeats headings",
    ),
    (
        para(
            _BEGIN,
            _CODE.format("IF "),
            _BEGIN,
            _CODE.format("X"),
            _SEPARATE,
            _R.format("9"),
            _END,
            _SEPARATE,
            _R.format("是"),
            _END,
        ),
        ["是"],
        "a field in a field's code",
    ),
    (para('<w:fldSimple w:instr="DATE">' + _R.format("2019年") + "</w:fldSimple>"), ["2019年"], "a simple field"),
    (para(_BEGIN, _CODE.format("BROKEN")) + p("正文"), ["正文"], "a field that never ends takes no words with it"),
    (para("<w:r><w:t>关于</w:t><w:br/><w:t>通知</w:t></w:r>"), ["关于", "通知"], "a soft line break"),
    (para("<w:r><w:t>一</w:t><w:tab/><w:t>二</w:t></w:r>"), ["一\u3000二"], "a tab parts no cells in running text"),
    (para("<w:r><w:t>5</w:t><w:noBreakHyphen/><w:t>10</w:t><w:softHyphen/></w:r>"), ["5-10"], "hyphens"),
    (para("<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r>", _R.format("显")), ["显"], "hidden words"),
    (
        para('<w:r><w:t>100m</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>'),
        ["100m²"],
        "square metres",
    ),
    (
        para(
            f'<w:hyperlink r:id="x">{_R.format("链接")}</w:hyperlink>', f"<w:smartTag>{_R.format('标记')}</w:smartTag>"
        ),
        ["链接标记"],
        "wrappers",
    ),
    (
        para(
            "<w:r><w:ruby><w:rt><w:r><w:t>fā</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>发</w:t></w:r></w:rubyBase></w:ruby></w:r>"
        ),
        ["发"],
        "pinyin above a character",
    ),
    (para('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', _R.format("是")), ["☑是"], "a symbol"),
    (
        para(
            "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>3</m:t></m:r></m:den></m:f></m:oMath>"
        ),
        ["1/3"],
        "a fraction",
    ),
    (f"<w:sdt><w:sdtPr/><w:sdtContent>{p('控件')}</w:sdtContent></w:sdt>", ["控件"], "a content control"),
    (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{p('目录')}</w:sdtContent></w:sdt>{p('正文')}",
        ["正文"],
        "a table of contents as a control",
    ),
    (p("正文", '<w:ind w:firstLineChars="200" w:firstLine="640"/>'), ["\u3000\u3000正文"], "the first line's indent"),
]


@pytest.mark.parametrize("body, expected, reason", WORDS)
def test_words(body: str, expected: list[str], reason: str) -> None:
    assert lines(body) == expected, reason


def test_a_text_box_comes_once_though_it_stands_there_twice() -> None:
    box = _BOX.format(p("六安市人民政府文件"))
    choice = f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
    fallback = f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
    body = para(_R.format("正文"), f"<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>")
    assert lines(body) == ["正文", "六安市人民政府文件"]
    old = para(f"<w:r><w:pict><v:shape><v:textbox>{_BOX.format(p('旧版'))}</v:textbox></v:shape></w:pict></w:r>")
    assert lines(old) == ["旧版"]


def test_footnotes_stand_at_the_end() -> None:
    body = para(_R.format("规上企业"), '<w:r><w:footnoteReference w:id="2"/></w:r>', _R.format("100家")) + p(
        "抄送：省商务厅"
    )
    notes = f'<w:footnote w:id="-1">{p("——")}</w:footnote><w:footnote w:id="2">{p("年收入2000万元以上")}</w:footnote>'
    assert lines(body, footnotes=notes) == ["规上企业100家", "抄送：省商务厅", "注1：年收入2000万元以上"]


CHANGED = [
    (
        para(
            _R.format("到"),
            "<w:del><w:r><w:delText>2019</w:delText></w:r></w:del>",
            f"<w:ins>{_R.format('2020')}</w:ins>",
            _R.format("年"),
        ),
        ["到2020年"],
        2,
    ),
    (para(f"<w:moveFrom>{_R.format('旧')}</w:moveFrom>", f"<w:moveTo>{_R.format('新')}</w:moveTo>"), ["新"], 2),
    (p("前半", "<w:rPr><w:del/></w:rPr>") + p("后半"), ["前半后半"], 1),
    (
        table(tr(tc("甲"), tc("乙")), tr(tc("丙"), tc("丁"), properties="<w:del/>"), tr(tc("戊"), tc("己"))),
        ["甲\t乙", "戊\t己"],
        1,
    ),
    (p("没有修订"), ["没有修订"], 0),
]


@pytest.mark.parametrize("body, expected, count", CHANGED)
def test_tracked_changes_are_taken_as_accepted_and_told(body: str, expected: list[str], count: int) -> None:
    source = read(body)
    assert source.text.split("\n") == expected
    assert [doubt.code for doubt in source.doubts] == ["tracked-changes"] * bool(count)
    assert all(f" {count} 处" in doubt.message for doubt in source.doubts)


# tables

TABLES = [
    ([tr(tc("序号"), tc("任务")), tr(tc("1"), tc("培训"))], ["序号\t任务", "1\t培训"], "a plain table"),
    (
        [tr(tc("合计", '<w:gridSpan w:val="2"/>'), tc("500")), tr(tc("1"), tc("2"), tc("3"))],
        ["合计\t\t500", "1\t2\t3"],
        "a cell over two columns",
    ),
    (
        [tr(tc("资金", '<w:vMerge w:val="restart"/>'), tc("甲")), tr(tc("资金", "<w:vMerge/>"), tc("乙"))],
        ["资金\t甲", "\t乙"],
        "a cell over two rows, whose words programs repeat",
    ),
    (
        [tr(tc("一"), tc("二"), tc("三")), tr(tc("四"), tc("五"), properties='<w:gridBefore w:val="1"/>')],
        ["一\t二\t三", "\t四\t五"],
        "a row that begins later",
    ),
    ([tr(tc("一"), tc("二"), tc("三")), tr(tc("四"))], ["一\t二\t三", "四\t\t"], "a short row"),
    (
        [tr(tc("费用", inside=p("费用安排") + p("（万元）")), tc("项目")), tr(tc("3"), tc("4"))],
        ["费用安排 （万元）\t项目", "3\t4"],
        "two paragraphs in a cell",
    ),
    (
        [tr(tc("外"), tc("", inside=table(tr(tc("内1"), tc("内2"))) + p())), tr(tc("a"), tc("b"))],
        ["外\t内1 内2", "a\tb"],
        "a table in a cell",
    ),
    ([tr(tc("", inside=p("专栏1") + p("重点工程")))], ["专栏1", "重点工程"], "a frame around text"),
    ([tr(tc("", inside=table(tr(tc("1"), tc("2")), tr(tc("3"), tc("4")))))], ["1\t2", "3\t4"], "a table in a frame"),
]


@pytest.mark.parametrize("rows, expected, reason", TABLES)
def test_tables(rows: list[str], expected: list[str], reason: str) -> None:
    assert lines(p("前") + table(*rows) + p("后")) == ["前", *expected, "后"], reason


def test_numbers_in_cells_and_where_the_table_stands() -> None:
    rows = [tr(tc("序号"), tc("任务"))] + [tr(tc("", inside=listed("", 1)), tc(task)) for task in ("培训", "建站")]
    source = read(p("附件") + table(*rows) + p("完"), numbering=abstract(lvl(0, "decimal", "%1")) + num(1))
    assert [source.text[first:after] for first, after in source.tables] == ["序号\t任务\n1\t培训\n2\t建站"]


def test_the_strict_edition_of_the_standard() -> None:
    assert read_docx(RawFile(Path("n.docx"), docx(p("正文"), strict=True))).text == "正文"


def test_large_pictures_are_told() -> None:
    drawing = '<w:drawing><wp:inline><wp:extent cx="{0}" cy="{0}"/><a:blip r:embed="i"/></wp:inline></w:drawing>'
    body = p("正文") + para(f"<w:r>{drawing.format(5_000_000)}</w:r>", f"<w:r>{drawing.format(300_000)}</w:r>")
    assert [doubt.message[:9] for doubt in read(body).doubts] == ["文件有 1 幅较大"]


# what cannot be read

UNREADABLE = [
    (docx(p()), "holds no words", "no words at all"),
    (docx('<w:altChunk r:id="x"/>'), "嵌入文件", "only an embedded page"),
    (docx("<w:p>"), "damaged", "XML that breaks off"),
    (packed({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "实体", "entities"),
    (packed({"word/document.xml": "<a/>"}), "no body", "another kind of XML"),
    (packed({"_rels/.rels": "<r/>"}), "is missing in it", "no document in it"),
]


@pytest.mark.parametrize("data, says, reason", UNREADABLE)
def test_unreadable(data: bytes, says: str, reason: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_docx(RawFile(Path("n.docx"), data))
    assert says in str(caught.value), reason
    assert str(caught.value).startswith("n.docx: ")
    assert "\n" not in str(caught.value)


# whole notices


def test_a_traditional_notice(tmp_path: Path) -> None:
    convert = opencc.OpenCC("s2t").convert
    (tmp_path / "notice.txt").write_text(convert(NOTICES[2].read_text(encoding="utf-8")), encoding="utf-8")
    blocks = [
        Paragraph(convert(block.text))
        if isinstance(block, Paragraph)
        else Table([[*map(convert, r)] for r in block.rows])
        for block in blocks_of(NOTICES[2])
    ]
    write_docx(blocks, tmp_path / "notice.docx")
    notice, truth = extract(tmp_path / "notice.docx"), extract(tmp_path / "notice.txt")
    assert notice.document.script == "hant"
    assert exact_f1(notice, truth) >= 0.98, differences(notice, truth)


@pytest.mark.parametrize("path", NOTICES, ids=[path.stem[:3] for path in NOTICES])
def test_the_rows_are_those_of_the_text_file(path: Path, tmp_path: Path) -> None:
    write_docx(blocks_of(path), tmp_path / "notice.docx")
    notice, truth = extract(tmp_path / "notice.docx"), extract(path)
    assert exact_f1(notice, truth) >= 0.98, differences(notice, truth)
    assert notice.document.id == truth.document.id
