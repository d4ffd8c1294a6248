"""Texts whose lines a program took apart at commas and brackets: put together as they stood on the page."""

from __future__ import annotations

import random
import re

import pytest
from test_clean import NOTICES, cleaned, wrapped

from extract.clean.lines import lines_of
from extract.clean.pieces import paragraphs_of_pieces
from extract.clean.wrapping import Wrapping, wrapping
from extract.read import read

PAGE = Wrapping(40, False, 0, pieces=True)

# (lines on the page, each | a piece; expected paragraphs, reason)
ROWS = [
    ("加强征地信息、|棚户区改造、|保障性租赁住|房等方面的信息公开。", 1, "behind each comma of a stretched line"),
    ("对全市供水价格在现行标准基础上平均降低|0.25元/立方米。", 1, "a figure alone in its line"),
    ("水资源费按照80%收取。|用气价格平均降低|0.25元。", 1, "the second piece reaches the width beside the first"),
    ("十八、|强化知识产权全链条保护。", 1, "a number whose heading is the next piece"),
    ("对小微企业，|按照项目投资额|给予补助。", 1, "a sentence goes on, full line or not"),
    (
        "推进项目落地。（牵头单位：市商务局、市财政局、市发展改革委、市市场监管局、市农业农村局、市文化旅游局、市交通运输局；"
        "|责任单位：各县区政府）",
        1,
        "a bracket open for long",
    ),
    (
        "牵头单位：市发展改革委、市市场监管局、市|商务局、市财政局、市农业农村局、市水利局|责任单位：各县区政府",
        2,
        "a label under a full line",
    ),
    ("促进农村一、|二、三产业融合发展。", 1, "二、 is no number of a part"),
    ("（一）启动阶段|（2021年9月—12月）|成立小组，全面启动。", 2, "months behind a heading"),
    ("（五）|政府投资项目保证金不超过1%。", 1, "a number in brackets"),
    ("附件|2023年营商环境实施方案|一、总体要求", 3, "附件 is no number"),
    ("一、总体要求|以习近平新时代中国特色社会主义思想为指|导，全面贯彻。", 2, "a heading ends before the width"),
    ("支持示范创建。|在中国|（广西）|自由贸易试|验区试点登记制，|推广经验。", 2, "a bracket between pieces"),
    ("负责推进项目落地。（牵|头单位：市商务局；责任单位：市财政局）", 1, "牵|头单位 is no label"),
    ("一是推进信用监管。牵头单位：市发改委、商|务局|责任单位：各县区政府", 2, "责任单位： is a label"),
    ("认真组织实施。|台州市人民政府|2023年4月28日", 3, "who signs, and the day"),
    ("2023年3月29日|(此件主动公开)|三亚市一流营商环境实施方案", 3, "a remark in a bracket"),
    ("关于印发方案的通知（2023年6月21日）|各县（市、|区）|人民政府：", 2, "those addressed under a title"),
    ("的通知|（2023年2月16日）|青府办发〔2023〕6 号|各镇人民政府：", 4, "the lines under a title"),
    ("省工商联。|市政府办公室2019年3月15日印发", 2, "the imprint"),
    ("《关于促进个体经济的政策》|已经省政府同意，", 1, "a title between pieces"),
    ("完成专项整治工作。|17.2023 年2 月底前，|完成清查。", 2, "a number before a year with a blank"),
    (
        "重点普遍建成可定制的互联网基础设施|。推动国家大数据分中心在省落地。|5G基站处第|一方阵。",
        1,
        "a piece fills the line",
    ),
]


@pytest.mark.parametrize("words, paragraphs, reason", ROWS)
def test_pieces(words: str, paragraphs: int, reason: str) -> None:
    lines = lines_of(words.replace("|", "\n"))
    found = ["".join(line.words for line in part) for part in paragraphs_of_pieces(lines, PAGE)]
    assert len(found) == paragraphs, (reason, found)


def taken_apart(text: str, share: float) -> str:
    """The text in lines of 80 columns, a share of them with a break behind each comma and before each bracket."""
    choice = random.Random(3)
    lines = [line for paragraph in text.split("\n") for line in wrapped(paragraph, 80)]
    return "\n".join(
        re.sub(r"(?<=[，、。；])(?=.)|(?<=.)(?=[“（])", "\n", line) if choice.random() < share else line
        for line in lines
    )


@pytest.mark.parametrize("share", [0.35, 0.6])
@pytest.mark.parametrize("path", [NOTICES[0], *NOTICES[2:4]], ids=lambda path: path.stem[:3])
def test_the_sentences_of_a_notice_are_whole_again(path: object, share: float) -> None:
    whole = "\n".join(line for line in cleaned(read(path).text).text.split("\n") if "\t" not in line)
    apart = taken_apart(whole, share)
    found = wrapping([line for line in lines_of(apart) if line.words])
    assert found is not None
    assert found.pieces
    parts = set(re.split(r"[。\n]", cleaned(apart).text))
    sentences = [sentence for sentence in re.split(r"[。\n]", whole) if len(sentence) > 20]
    assert sum(sentence in parts for sentence in sentences) >= 0.97 * len(sentences)


def test_an_indent_begins_a_paragraph_where_the_text_has_indents() -> None:
    lines = lines_of("加强征地信息、\n棚户区改造公开。\n\u3000\u3000推进示范创建，\n推广经验。")
    found = paragraphs_of_pieces(lines, Wrapping(60, True, 0, pieces=True))
    assert ["".join(line.words for line in part) for part in found] == [
        "加强征地信息、棚户区改造公开。",
        "推进示范创建，推广经验。",
    ]
