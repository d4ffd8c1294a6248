"""Sections: the tree of numbered and titled parts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.outline.labels import han_number, label_of
from extract.outline.model import Section, Table
from extract.outline.sections import find_sections

LABELS = [
    # line, form, number, reason
    ("一、目标要求", "han", 1, "the outermost number of a notice"),
    ("十二、附则", "han", 12, "beyond ten"),
    ("(二)主要任务", "han_bracket", 2, "in brackets"),
    ("3.扩大出口。", "number", 3, "a stop behind"),
    ("3、扩大出口。", "number", 3, "、 behind"),
    ("12 .扩大出口", "number", 12, "a blank before the stop"),
    ("2.2024年起实施", "number", 2, "number 2, then a year"),
    ("1.5G网络建设", "number", 1, "number 1, then 5G"),
    ("3.5亿元资金", None, None, "a figure, no label"),
    ("2024年底前", None, None, "a year, no label"),
    ("1.1 总则", "decimal", 1, "numbers in steps"),
    ("(1)先进制造业", "bracket", 1, "in brackets"),
    ("1)先进制造业", "half_bracket", 1, "half a bracket"),
    ("③建筑业", "circle", 3, "in a circle"),
    ("第一章 总则", "chapter", 1, "chapter"),
    ("第二节 高管人才奖励", "division", 2, "division of a chapter"),
    ("第二十一条 申请补贴", "article", 21, "article"),
    ("第二条第(二)款规定的企业", None, None, "an article referred to"),
    ("附件1", "attachment", 1, "attachment"),
    ("附件:任务分解表", "attachment", None, "attachment without a number"),
    ("附则", None, None, "another word"),
    ("专栏3 培育工程", "box", 3, "box"),
    ("一是加强领导。", None, None, "an enumeration inside a text"),
    ("一方面推动发展", None, None, "一 of a word"),
    ("第一批项目", None, None, "an ordinal of a word"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "form", "number", "reason"), LABELS)
def test_label(line: str, form: str | None, number: int | None, reason: str) -> None:
    label = label_of(line)
    assert (label.form if label else None, label.number if label else None) == (form, number), reason


@pytest.mark.parametrize(
    ("numeral", "value"), [("十", 10), ("十五", 15), ("二十", 20), ("三十六", 36), ("一百零三", 103)]
)
def test_han_number(numeral: str, value: int) -> None:
    assert han_number(numeral) == value


def tree(
    text: str, tables: list[Table] | None = None, titles: list[int] | None = None
) -> list[tuple[int, str | None, str]]:
    sections, _ = find_sections(text, (0, len(text)), tables or [], titles or [])
    return [(section.level, section.label, section.heading) for section in sections]


TREES = [
    # text, (level, label, heading), reason
    ("一、任务\n（一）服务。支持发展。\n1.平台。建设平台。\n（二）品牌。培育品牌。\n二、保障", [(1, "一、", "任务"), (2, "（一）", "服务"), (3, "1.", "平台"), (2, "（二）", "品牌"), (1, "二、", "保障")], "the custom"),
    ("一、方式\n1．融合。推动融合。\n二、体系\n2．平台。建设平台。", [(1, "一、", "方式"), (2, "1．", "融合"), (1, "二、", "体系"), (2, "2．", "平台")], "（一） left out, numbers go on"),
    ("第一章 总则\n第一条 为了发展，制定本办法。\n（一）范围。全市企业。\n第二章 附则\n第二条 解释。由局解释。", [(1, "第一章", "总则"), (2, "第一条", ""), (3, "（一）", "范围"), (1, "第二章", "附则"), (2, "第二条", "解释")], "a law"),
    ("一、支持创新\n第一条 研发补助。给予补助。\n二、支持人才\n第二条 人才补助。给予补助。", [(1, "一、", "支持创新"), (2, "第一条", "研发补助"), (1, "二、", "支持人才"), (2, "第二条", "人才补助")], "articles counted through under 一、"),
    ("1.总体\n（一）思路。坚持发展。\n（二）目标。实现目标。\n2.任务\n（一）平台。建设平台。", [(1, "1.", "总体"), (2, "（一）", "思路"), (2, "（二）", "目标"), (1, "2.", "任务"), (2, "（一）", "平台")], "1. over （一）"),
    ("第五条 （一）对符合条件的企业，按照规定给予奖励。\n1.对内资企业:\n（1）奖励300万元；\n（2）奖励600万元。", [(1, "第五条", ""), (2, "（一）", ""), (3, "1.", "对内资企业"), (4, "（1）", ""), (4, "（2）", "")], "two labels on a line"),
    ("（一）行动\n1.外网。建设外网。\n专栏1 联通工程\n优化网络。\n2.内网。建设内网。", [(1, "（一）", "行动"), (2, "1.", "外网"), (2, "专栏1", "联通工程"), (2, "2.", "内网")], "a box holds nothing behind it"),
    ("（一）行动\n1.外网。建设外网。\n专栏1 联通工程\n1.骨干网。建设骨干网。\n2.城域网。建设城域网。", [(1, "（一）", "行动"), (2, "1.", "外网"), (2, "专栏1", "联通工程"), (3, "1.", "骨干网"), (3, "2.", "城域网")], "what a box counts itself"),
    ("一、总体要求……1\n二、任务……12\n一、总体要求\n坚持发展。", [(1, "一、", "总体要求")], "the table of contents is none"),
    ("一、任务\n一是加强领导，二是加强督查。\n支持企业。给予奖励。", [(1, "一、", "任务")], "enumerations and unnumbered headings are none"),
    ("（一）优化审批。（责任单位：市商务局）", [(1, "（一）", "")], "a sentence with its units is no heading"),
    ("一、培训(责任单位:市人社局)\n开展培训。", [(1, "一、", "培训")], "a heading with its units"),
    ("1.2024年启动试点。2025年完成。", [(1, "1.", "")], "a sentence that begins with its time"),
    ("第二条 本办法所称企业，是指在本区注册的企业。其中包括分公司。", [(1, "第二条", "")], "a sentence of an article"),
    ("一、任务\n支持发展。\n附件：1.任务分解表\n2.资金安排表\n附件1\n任务分解表\n一、任务", [(1, "一、", "任务"), (1, "附件1", ""), (2, "一、", "任务")], "the list of attachments opens none, the attachment does"),
    ("一、任务\n支持发展。\n附件：场景清单", [(1, "一、", "任务")], "an attachment that is not here"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found", "reason"), TREES)
def test_tree(text: str, found: list[tuple[int, str | None, str]], reason: str) -> None:
    assert tree(text) == found, reason


def test_titles_of_inner_documents_hold_their_sections() -> None:
    text = "甲政策\n一、支持\n支持发展。\n乙计划\n一、目标\n实现目标。"
    assert tree(text, titles=[0, text.index("乙")]) == [
        (1, None, "甲政策"),
        (2, "一、", "支持"),
        (1, None, "乙计划"),
        (2, "一、", "目标"),
    ]


def test_lines_of_tables_open_no_sections() -> None:
    text = "一、任务\n序号\t任务\n1.\t建设平台\n2.平台\n二、保障"
    assert tree(text, [Table(text.index("序"), text.index("二、"), (), ())]) == [
        (1, "一、", "任务"),
        (1, "二、", "保障"),
    ]


def test_ends_take_in_sections_below() -> None:
    text = "一、任务\n（一）服务。支持。\n（二）品牌。培育。\n二、保障\n加强。"
    sections, _ = find_sections(text, (0, len(text)))
    assert [text[s.start : s.end].split("\n")[0] for s in sections] == [
        "一、任务",
        "（一）服务。支持。",
        "（二）品牌。培育。",
        "二、保障",
    ]
    assert sections[0].end == sections[2].end == sections[3].start
    assert text[sections[1].body : sections[1].end] == "支持。\n"
    assert [section.parent for section in sections] == [None, 0, 0, None]


def test_number_used_twice_is_said() -> None:
    _, doubts = find_sections("四、内容\n建设。\n四、资金\n安排。\n五、进度", (0, 100))
    assert [(doubt.code, doubt.level) for doubt in doubts] == [("section-number-twice", "info")]
    assert "四、" in doubts[0].message
    assert "2" in doubts[0].message


labels = st.sampled_from(
    ["一、", "二、", "（一）", "（二）", "1.", "2．", "（1）", "①", "第一条 ", "第一章 ", "专栏1 ", "附件1", ""]
)
words = st.sampled_from(
    ["支持发展", "支持发展。给予奖励。", "建设平台；", "基本原则：", "", "开展培训（市商务局负责）"]
)


@given(st.lists(st.tuples(labels, words), max_size=20))
def test_sections_nest(lines: list[tuple[str, str]]) -> None:
    text = "\n".join(label + word for label, word in lines)
    sections, _ = find_sections(text, (0, len(text)))
    assert [s.start for s in sections] == sorted(s.start for s in sections)
    for section in sections:
        assert section.start <= section.body <= section.end <= len(text)
        assert section.label is None or text.startswith(section.label, section.start)
        _stands_in_parent(section, sections)


def _stands_in_parent(section: Section, sections: list[Section]) -> None:
    if section.parent is None:
        assert section.level == 1
        return
    parent = sections[section.parent]
    assert parent.level == section.level - 1
    assert parent.start <= section.start <= section.end <= parent.end
