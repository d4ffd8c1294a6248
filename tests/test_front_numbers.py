"""Numbers of documents, facts of a page, the bodies that one line names; years of the corpus."""

from __future__ import annotations

from pathlib import Path

import pytest
from fronts import BODY, WRAPPED, front_of

from extract.outline import lay_out
from extract.outline.front import split_bodies

NUMBERS = [
    ("和政办〔2020〕3号", "和政办〔2020〕3号", "a sign that begins with a word of joining (和县)"),
    ("合政办[2018]108号", "合政办〔2018〕108号", "square brackets"),
    ("（皖政办秘〔2021〕82号）", "皖政办秘〔2021〕82号", "in brackets under the title"),
    ("穗天科工信规字〔2023〕1号", "穗天科工信规字〔2023〕1号", "with 规字"),
    ("〔2019〕第5号", "〔2019〕第5号", "without a sign, with 第"),
    ("合政办（2020）3号", "合政办〔2020〕3号", "round brackets"),
    ("发文字号：合政办〔2020〕3号", "合政办〔2020〕3号", "behind a label"),
    ("2023年第15号", "2023年第15号", "a public announcement"),
]


@pytest.mark.parametrize(("line", "number", "reason"), NUMBERS)
def test_number(line: str, number: str, reason: str) -> None:
    assert front_of(f"合肥市促进经济发展若干政策\n{line}\n{BODY}").doc_number == number, reason


def test_page_facts_are_the_last_resort() -> None:
    said = {
        "title": "某市人民政府门户网站",
        "ArticleTitle": "关于印发另一实施方案的通知_某市人民政府",
        "文号": "皖政〔2020〕1号",
        "PubDate": "2023-08-09",
    }
    front = front_of(WRAPPED, said)
    assert (front.title, front.doc_number) == ("合肥市促进经济发展若干政策", "合政办〔2023〕5号")
    assert front_of(BODY, said).title == "另一实施方案"
    assert front_of(BODY, said).issued_on is None, "a day of publication is not the day of issue"


@pytest.mark.parametrize(
    ("line", "bodies", "reason"),
    [
        ("浙江省商务厅 浙江省财政厅", ["浙江省商务厅", "浙江省财政厅"], "parted by a blank"),
        ("浙江省商务厅浙江省财政厅", ["浙江省商务厅", "浙江省财政厅"], "blank lost in cleaning: the place begins anew"),
        ("合肥市人民政府文件", ["合肥市人民政府"], "letterhead"),
        ("广州市天河区科技工业和信息化局", ["广州市天河区科技工业和信息化局"], "one body"),
    ],
)
def test_bodies(line: str, bodies: list[str], reason: str) -> None:
    assert split_bodies(line) == bodies, reason


CORPUS = Path(__file__).parent.parent / "corpus" / "notices"


@pytest.mark.parametrize(
    ("name", "issued_on", "year"),
    [
        ("000_6a3fcecf7361bd4f.txt", None, 2019),
        ("002_fc3dae55ed345433.txt", "2018-03-15", 2018),
        ("003_40cbaad93ebb35a1.txt", None, None),
    ],
)
def test_corpus_years(name: str, issued_on: str | None, year: int | None) -> None:
    from extract.clean import clean
    from extract.read import read

    source = read(CORPUS / name)
    front = lay_out(clean(source), source).front
    assert (front.issued_on, front.year) == (issued_on, year)
