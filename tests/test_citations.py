"""Citations: which other documents a notice names, once each."""

from __future__ import annotations

import pytest

from extract.annotate.pipeline import annotate
from extract.clean import Cleaned
from extract.clean.mapped import MappedText
from extract.interpret.citations import Cited, cite
from extract.outline import lay_out
from extract.read.source import Source

HEAD = "合肥市促进直播电商发展若干政策\n合政办〔2023〕5号\n"


def cited(text: str, head: str = HEAD) -> list[Cited]:
    text = head + text
    outline = lay_out(Cleaned(MappedText.of(text), "hans", ()), Source("a.txt", "0" * 64, 1, "txt", text))
    found = cite(annotate(text, outline))
    for citation in found:
        words = text[citation.start : citation.end]
        assert citation.title is None or citation.title in words
        assert citation.title is not None or words.endswith("号")
    return found


CASES = [
    # text, (title, number), reason
    ("根据《电子商务法》，制定本政策。", [("电子商务法", None)], "a law"),
    ("根据《安徽省人民政府办公厅关于印发农村电商工作方案的通知》（皖政办秘〔2019〕76号）精神，制定本政策。", [("安徽省人民政府办公厅关于印发农村电商工作方案的通知", "皖政办秘〔2019〕76号")], "number behind the title"),
    ("根据《关于促进发展的意见》(皖政[2018]9號)精神，制定本政策。".replace("號", "号"), [("关于促进发展的意见", "皖政〔2018〕9号")], "square brackets made one form"),
    ("根据《固定资产投资项目节能审查办法》（国家发展改革委令2016年第44号），制定本政策。", [("固定资产投资项目节能审查办法", "国家发展改革委令2016年第44号")], "the number of a decree"),
    ("按照国办发〔2015〕78号文件要求，制定本政策。", [(None, "国办发〔2015〕78号")], "a number alone, without the word before it"),
    ("根据皖政〔2018〕9号和皖政办〔2019〕3号，制定本政策。", [(None, "皖政〔2018〕9号"), (None, "皖政办〔2019〕3号")], "two numbers"),
    ("各项行政事业性规费按皖政发〔2010〕14号文件执行。", [(None, "皖政发〔2010〕14号")], "按 is none of the number"),
    ("公开征求《合肥市促进直播电商发展若干政策（征求意见稿）》意见。", [], "its own draft"),
    ("根据国发〔2024〕3号《关于提升行政效能的指导意见》，制定本政策。", [("关于提升行政效能的指导意见", "国发〔2024〕3号")], "number before the title"),
    ("根据《数字安徽建设规划》，制定本政策。\n按照《数字安徽建设规划》（皖发〔2020〕1号）执行，落实《数字安徽建设规划》。", [("数字安徽建设规划", "皖发〔2020〕1号")], "once, with the number that stands elsewhere"),
    ("根据《省商务厅关于做好示范工作的通知》（皖商〔2017〕7号）和《关于做好示范工作的通知》（皖商〔2017〕7号），制定本政策。", [("省商务厅关于做好示范工作的通知", "皖商〔2017〕7号")], "two titles of one number"),
    ("根据《关于开展示范工作的指导意见》（国发〔2024〕3号，以下简称《指导意见》），制定本政策。落实《指导意见》。", [("关于开展示范工作的指导意见", "国发〔2024〕3号")], "a short form is no other document"),
    ("各部门要对照《方案》落实本《政策》，执行《若干政策》。", [], "the document itself"),
    ("根据《关于印发〈安徽省创新券管理办法〉的通知》，制定本政策。", [("关于印发〈安徽省创新券管理办法〉的通知", None)], "a title in a title"),
    ("根据《关于印发《安徽省创新券管理办法》的通知》，制定本政策。", [("关于印发《安徽省创新券管理办法》的通知", None)], "a title in a title, wrongly quoted"),
    ("参照《省创新券办法》、《市创新券办法》《仪器共享细则》执行。", [("省创新券办法", None), ("市创新券办法", None), ("仪器共享细则", None)], "each of a list"),
    ("提交《奖励资金申请表》《承诺书》，入选《财富》500强。", [], "forms and periodicals"),
    ("按《合肥市促进直播电商发展若干政策》（合政办〔2023〕5号）执行。", [], "its own title and number"),
    ("《合肥市促进直播电商发展若干政策》（合政办〔2018〕88号）同时废止。", [("合肥市促进直播电商发展若干政策", "合政办〔2018〕88号")], "the version before it, by its number"),
    ("本政策是《合肥市促进直播电商发展若干政策》实施的依据，《合肥市数据条例》另有规定的除外。", [("合肥市数据条例", None)], "its own title left out, the other kept"),
    ("根据《电子商务法 制定本政策。\n落实《数据安全法》。", [("数据安全法", None)], "quotation that a paragraph leaves open"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found", "reason"), CASES)
def test_cited(text: str, found: list[tuple[str | None, str | None]], reason: str) -> None:
    assert [(citation.title, citation.doc_number) for citation in cited(text)] == found, reason


LETTER = """合肥市人民政府办公室关于印发合肥市促进直播电商发展若干政策的通知
各县区人民政府：
为贯彻落实《安徽省数字经济条例》，现将《合肥市促进直播电商发展若干政策》印发给你们，请遵照执行。
合肥市人民政府办公室
2023年5月1日
合肥市促进直播电商发展若干政策
"""


def test_letter_names_others_and_sends_its_own() -> None:
    assert [citation.title for citation in cited("一、支持直播\n加强服务。", LETTER)] == ["安徽省数字经济条例"]


def test_inner_documents_are_no_citations() -> None:
    letter = "关于印发安徽省甲政策和安徽省乙计划的通知\n各市人民政府：\n《安徽省甲支持政策》《安徽省乙行动计划》已经省政府同意，现印发给你们。\n安徽省人民政府\n2023年5月1日\n"
    text = "安徽省甲支持政策\n一、支持\n支持发展。\n安徽省乙行动计划\n一、目标\n实现目标。"
    assert cited(text, letter) == []


def test_parent_document_of_rules_is_cited() -> None:
    head = "广州南沙新区促进总部经济发展扶持办法实施细则\n"
    found = cited("第一条 根据《广州南沙新区促进总部经济发展扶持办法》，制定本细则。\n第二条 支持企业。", head)
    assert [citation.title for citation in found] == ["广州南沙新区促进总部经济发展扶持办法"]
