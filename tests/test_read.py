"""Files → sources: encodings told by content, errors in one line, the notice of a web page."""

from __future__ import annotations

import os
from pathlib import Path

import opencc
import pytest

from extract.read import TEXT_LIMIT, read
from extract.read.encoding import decode
from extract.read.source import Source, Unreadable

NOTICES = sorted((Path(__file__).parent.parent / "corpus" / "notices").glob("*.txt"))
TEXTS = [pytest.param(path.read_text(encoding="utf-8"), id=path.stem[:3]) for path in NOTICES]


def page(tmp_path: Path, html: str, encoding: str = "utf-8") -> Source:
    file = tmp_path / "page.html"
    file.write_bytes(html.encode(encoding))
    return read(file)


# encodings


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_encoding_is_told_by_content(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), Path("n.txt")).text == text


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("encoding", ["cp950", "big5hkscs"])
def test_big5_is_never_taken_for_gb18030(text: str, encoding: str) -> None:
    data = opencc.OpenCC("s2t").convert(text).encode(encoding, "ignore")
    assert decode(data, Path("n.txt")).text == data.decode(encoding)


@pytest.mark.parametrize(
    "text, encoding, reason",
    [
        ("关于印发实施方案的通知", "gb18030", "a title alone"),
        ("關於印發實施方案的通知", "big5", "a traditional title alone"),
        ("關於印發實施方案的通知", "gb18030", "traditional in GB18030"),
        ("各区县人民政府：", "utf-16-le", "eight characters, no mark"),
        ("Notice 2019\n", "ascii", "no Chinese at all"),
    ],
)
def test_short_texts(text: str, encoding: str, reason: str) -> None:
    assert decode(text.encode(encoding), Path("n.txt")).text == text, reason


def test_a_cut_file_is_read_with_a_doubt(tmp_path: Path) -> None:
    file = tmp_path / "cut.txt"
    file.write_bytes(("各区县人民政府：请认真组织实施。" * 40).encode()[:-1])
    source = read(file)
    assert source.text.startswith("各区县人民政府")
    assert [doubt.code for doubt in source.doubts] == ["characters-damaged"]


def test_source_says_what_was_read() -> None:
    source = read(NOTICES[0])
    assert (source.file_name, source.format, source.size) == (NOTICES[0].name, "txt", NOTICES[0].stat().st_size)
    assert len(source.sha256) == 64
    assert source.text == NOTICES[0].read_text(encoding="utf-8")
    assert (source.pages, source.tables, source.places, source.doubts) == (None, (), (), ())


# what cannot be read

GALLERY = [
    ("empty.txt", b"", "empty", "nothing in it"),
    ("blank.txt", " \u3000\n\n".encode(), "no words", "blanks only"),
    ("photo.txt", b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 20, "damaged JPEG", "a broken picture"),
    ("scan.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "damaged PNG", "a broken picture"),
    ("pack.txt", b"Rar!\x1a\x07" + bytes(range(256)), "RAR", "an archive"),
    ("data.txt", bytes(range(256)) * 40, "UTF-8", "bytes of no kind"),
    ("codes.txt", ("通知\x01\x02\x03" * 50).encode(), "binary", "text full of control characters"),
    ("page.html", b"<html><body><script>var a = 1;</script></body></html>", "no words", "a page without text"),
]


@pytest.mark.parametrize("name, data, says, reason", GALLERY)
def test_unreadable(tmp_path: Path, name: str, data: bytes, says: str, reason: str) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    with pytest.raises(Unreadable) as caught:
        read(file)
    message = str(caught.value)
    assert says in message, reason
    assert name in message
    assert "; " in message  # what is wrong; what to do
    assert "\n" not in message


def test_a_folder_and_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="is a folder"):
        read(tmp_path)
    with pytest.raises(Unreadable, match="no such file"):
        read(tmp_path / "none.txt")


def test_a_line_of_fifty_megabytes_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "line.txt"
    with file.open("wb") as out:
        out.write("通知".encode())
        out.truncate(50 * 1024 * 1024)
    with pytest.raises(Unreadable, match=rf"50 MB is over the limit of {TEXT_LIMIT // 1024 // 1024} MB"):
        read(file)


def test_a_file_without_rights(tmp_path: Path) -> None:
    file = tmp_path / "closed.txt"
    file.write_text("通知")
    file.chmod(0)
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    try:
        with pytest.raises(Unreadable, match="no right to read it"):
            read(file)
    finally:
        os.seteuid(user)


# web pages

PAGE = """<!DOCTYPE html><html><head><meta charset="{charset}"><title>某市人民政府门户网站</title>
<meta name="ArticleTitle" content="某市电商实施方案"><meta name="PubDate" content="2021-03-05 10:00">
<meta name="ContentSource" content="市商务局"><style>p {{}}</style><script>var x = "<p>不是正文。</p>";</script></head>
<body><div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/zw">政务公开，服务。</a></li></ul></div>
<div class="crumb">您当前所在的位置：<a href="/">首页</a> &gt; 政策文件</div>
<table class="xxgk"><tr><td>索 引 号：</td><td>A001/2021-00012</td><td>发文字号：</td><td>某政办〔2021〕8号</td></tr>
<tr><td>发布机构：</td><td>某市人民政府办公室</td><td>成文日期：</td><td>2021年3月1日</td></tr></table>
<div class="article"><h1>某市电商实施方案</h1>
<div class="attr">发布时间：2021-03-05　来源：市商务局　浏览量：<span id="v">-</span></div>
<div class="share">分享到：<a>微信</a></div>
<div id="zoom"><p>&emsp;&emsp;各区县人民政府：</p>
<p style="text-indent:2em">为加快电商发展，<span>培育</span>5家
  企业，制定本方案。<br>一、总体要求</p>
<p style="display:none">隐藏的文字，不是正文。</p>
<p>坚持政府引导，市场运作，推动电商高质量发展。对获得认定的企业，给予10万元奖励。</p>
<table border=1><tr><th>序号</th><th>任务</th><th>单位</th></tr>
<tr><td>1</td><td><p>建设站点</p></td><td rowspan=2>市商务局</td></tr>
<tr><td>2</td><td>培训</td></tr><tr><td colspan=2>合计</td><td>2项</td></tr></table>
<p style="text-align:right">某市人民政府办公室</p><p>2021年3月1日</p></div>
<div class="ewm">扫一扫在手机打开当前页</div>
<div>【<a href="javascript:print()">打印</a>】【<a>关闭窗口</a>】</div></div>
<div class="foot">主办：某市人民政府 承办：市政务局　备案号：某ICP备12345678号</div></body></html>"""

WORDS = """各区县人民政府：
为加快电商发展，培育5家 企业，制定本方案。
一、总体要求
坚持政府引导，市场运作，推动电商高质量发展。对获得认定的企业，给予10万元奖励。
序号\t任务\t单位
1\t建设站点\t市商务局
2\t培训\t
合计\t\t2项
某市人民政府办公室
2021年3月1日"""


@pytest.mark.parametrize(
    "charset, encoding",
    [("utf-8", "utf-8"), ("gb2312", "gb18030"), ("utf-8", "gb18030"), ("gbk", "utf-8")],
)
def test_page(tmp_path: Path, charset: str, encoding: str) -> None:
    source = page(tmp_path, PAGE.format(charset=charset), encoding)
    assert source.format == "html"
    lines = [line.strip("\u2003\u3000 ") for line in source.text.split("\n")]
    assert lines == ["某市电商实施方案", *WORDS.split("\n")]
    start, end = source.tables[0]
    assert source.text[start:end] == "\n".join(WORDS.split("\n")[4:8])


NAMES = ("ArticleTitle", "PubDate", "索引号", "发文字号", "发布机构", "成文日期", "h1")


def test_what_a_page_says_of_the_notice(tmp_path: Path) -> None:
    said = page(tmp_path, PAGE.format(charset="utf-8")).said
    assert {
        name: said.get(name) for name in ("ArticleTitle", "PubDate", "索引号", "发文字号", "发布机构", "成文日期", "h1")
    } == {
        "ArticleTitle": "某市电商实施方案",
        "PubDate": "2021-03-05 10:00",
        "索引号": "A001/2021-00012",
        "发文字号": "某政办〔2021〕8号",
        "发布机构": "某市人民政府办公室",
        "成文日期": "2021年3月1日",
        "h1": "某市电商实施方案",
    }


@pytest.mark.parametrize(
    "html, text, reason",
    [
        ("<p>一、任务</p><p>培育企业5家，推进发展。</p>", "一、任务\n培育企业5家，推进发展。", "a fragment"),
        (
            "一、任务<br>培育企业5家，推进发展。<br/>二、保障<br>",
            "一、任务\n培育企业5家，推进发展。\n二、保障",
            "text with breaks",
        ),
        ("<?xml version='1.0' encoding='utf-8'?><html><body><p>推进发展。</p></body></html>", "推进发展。", "XHTML"),
        ("<div><pre>一、任务\n培育企业，推进发展。</pre></div>", "一、任务\n培育企业，推进发展。", "preformatted"),
        (
            "<table><tr><td width=20%><a href=a>首页</a><a href=b>动态</a></td>"
            "<td><p>培育企业，推进发展。</p><p>落实责任。</p>"
            "</td></tr></table>",
            "培育企业，推进发展。\n落实责任。",
            "a table that only sets columns",
        ),
        (
            "<div><div>"
            + "培育企业，推进发展，落实责任。" * 30
            + "</div><div>某市商务局</div><div>2021年3月1日</div></div>",
            "培育企业，推进发展，落实责任。" * 30 + "\n某市商务局\n2021年3月1日",
            "the signature beside the text belongs to it",
        ),
        (
            "<p>附件：<a href='1.doc'>1.任务分解表</a></p><p>推进发展。</p>",
            "附件：1.任务分解表\n推进发展。",
            "links to annexes stay",
        ),
        (
            "<p>推进发展。</p><p>来源：市商务局</p><p>资金来源：市财政。</p>",
            "推进发展。\n资金来源：市财政。",
            "only whole furniture lines go",
        ),
    ],
)
def test_pages_of_other_make(tmp_path: Path, html: str, text: str, reason: str) -> None:
    assert page(tmp_path, html).text == text, reason


def test_format_is_told_by_content_not_by_name(tmp_path: Path) -> None:
    named_text = tmp_path / "notice.txt"
    named_text.write_text("<html><body><p>推进发展。</p></body></html>", encoding="utf-8")
    named_page = tmp_path / "notice.html"
    named_page.write_text("一、任务\n培育企业5家。", encoding="utf-8")
    assert (read(named_text).format, read(named_page).format) == ("html", "txt")
