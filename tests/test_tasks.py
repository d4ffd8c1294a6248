"""Tasks and who is charged with them, form by form."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from charged import tasks
from hypothesis import given
from hypothesis import strategies as st
from readings import reading_of

from extract.annotate.pipeline import annotate
from extract.annotate.reading import Reading
from extract.clean import clean
from extract.interpret.tasks import find_tasks
from extract.outline import lay_out
from extract.read import read

BRACKETS = [
    (
        "加强监管。（责任单位：厅法规处、厅建设处）",
        "加强监管。 → 厅法规处 责任, 厅建设处 责任",
        "divisions of the department that issues",
    ),
    (
        "建设平台。（市商务局牵头并按职责分工负责，市财政局配合）",
        "建设平台。 → 市商务局 牵头, 市财政局 配合",
        "牵头并按…负责",
    ),
    ("建设平台。（市商务局牵头，市财政局配合组织落实）", "建设平台。 → 市商务局 牵头, 市财政局 配合", "配合组织落实"),
    (
        "建设平台。（厅法规处牵头，厅机关有关处室、厅直有关单位配合）",
        "建设平台。 → 厅法规处 牵头, 厅机关有关处室 配合, 厅直有关单位 配合",
        "offices of the department that issues",
    ),
    (
        "建设平台。（责任单位：市商务局，各市、县〔区〕市场监管局）",
        "建设平台。 → 市商务局 责任, 各市、县〔区〕市场监管局 责任",
        "a level with another in brackets",
    ),
    (
        "建设平台。（市金融局牵头，各银行等金融机构配合）",
        "建设平台。 → 市金融局 牵头, 各银行等金融机构 配合",
        "what all of them are",
    ),
    ("建设平台。（市商务局、市财政局负责）", "建设平台。 → 市商务局 责任, 市财政局 责任", "负责 without an order"),
    (
        "建设平台。（责任单位：市商务局（以下如无特别说明，排名第一的为牵头单位）、市财政局）",
        "建设平台。 → 市商务局 牵头, 市财政局 配合",
        "an order rule in the bracket of a name",
    ),
    (
        "建设机场。（市交通局、南山区政府，市规划局。列逗号之前的为牵头单位，其他有关单位按职责分工配合，下同）",
        "建设机场。 → 市交通局 牵头, 南山区政府 牵头, 市规划局 配合",
        "those before the comma lead",
    ),
    (
        "建设平台。（责任单位：市科技局、市数据局，市委网信办；第一个逗号前为牵头单位，多个牵头部门的按职责分工负责，下同）",
        "建设平台。 → 市科技局 牵头, 市数据局 牵头, 市委网信办 配合",
        "those before the first comma lead",
    ),
    (
        "建设平台。（责任单位：市财政局、各区人民政府〈含开发区、风景区管委会，下同〉）",
        "建设平台。 → 市财政局 责任, 各区人民政府 责任",
        "whom a name takes in",
    ),
    (
        "建设平台。（责任单位：市财政局、先导区管委会（各单位按职责分工落实，下同））",
        "建设平台。 → 市财政局 责任, 先导区管委会 责任",
        "what is said of all units",
    ),
    (
        "建设平台。（责任单位：市商务局、各县区政府。除专门列出外，以下任务均涉及各县区，不再重复）",
        "建设平台。 → 市商务局 责任, 各县区政府 责任",
        "a remark on all tasks",
    ),
    ("建设平台（市商务局负责）。", "建设平台 → 市商务局 责任", "the bracket before the full stop"),
    (
        "建设平台。（责任单位：市商务局；完成时限：2024年6月底前；责任领导：张三）",
        "建设平台。 → 市商务局 责任",
        "labels of other things",
    ),
    (
        "建设平台。（牵头单位：市科委、市经信局，配合单位：各区县市）",
        "建设平台。 → 市科委 牵头, 市经信局 牵头, 各区县市 配合",
        "several lead",
    ),
    (
        "建设平台。（10月底完成，牵头考核单位：市商务局，责任单位：各县区政府，5分）",
        "建设平台。 → 市商务局 牵头, 各县区政府 责任",
        "deadline and score",
    ),
    (
        "建设平台。（市商务局牵头，市财政局、市税务局配合，各县区政府按职责分工负责）",
        "建设平台。 → 市商务局 牵头, 市财政局 配合, 市税务局 配合, 各县区政府 责任",
        "a verb for each list",
    ),
    (
        "建设平台。（市商务局牵头，市税务局按职责分工配合）",
        "建设平台。 → 市商务局 牵头, 市税务局 配合",
        "manner before the verb",
    ),
    (
        "建设平台。（市商务局、市财政局按职责分工负责，2024年12月底前完成）",
        "建设平台。 → 市商务局 责任, 市财政局 责任",
        "a time limit behind",
    ),
    (
        "建设平台。（责任单位：市商务局、有关区县政府〔含甲新区、乙高新区，下同〕，市财政局）",
        "建设平台。 → 市商务局 责任, 有关区县政府 责任, 市财政局 责任",
        "whom a group takes in from here on",
    ),
    (
        "建设平台。（责任单位：市商务局、区县政府（含开发区，下同）。列首位的为牵头单位，下同）",
        "建设平台。 → 市商务局 牵头, 区县政府 配合",
        "and the order of all",
    ),
    (
        "建设平台。（市商务局、各县区政府结合各自实际负责抓好落实）",
        "建设平台。 → 市商务局 责任, 各县区政府 责任",
        "words of manner before and behind",
    ),
    ("建设平台。（2024年12月底前完成，市商务局牵头负责）", "建设平台。 → 市商务局 牵头", "a time limit before"),
    (
        "建设平台。（市商务局会同市财政局、市税务局负责）",
        "建设平台。 → 市商务局 牵头, 市财政局 配合, 市税务局 配合",
        "会同's second",
    ),
    (
        "建设平台。（市商务局（牵头）、市财政局、市税务局（配合））",
        "建设平台。 → 市商务局 牵头, 市财政局 责任, 市税务局 配合",
        "roles in brackets behind names",
    ),
    ("建设平台。（市发展改革、商务部门负责）", "建设平台。 → 市发展改革 责任, 商务部门 责任", "a shared head"),
    (
        "建设平台。（省发展改革委、省教育厅等有关部门配合）",
        "建设平台。 → 省发展改革委 配合, 省教育厅 配合, 有关部门 配合",
        "等有关部门",
    ),
    (
        "建设平台。〔责任单位：市商务局、市财政局按职责分工负责。具体任务均涉及各县区政府，不再做分工，下同。〕",
        "建设平台。 → 市商务局 责任, 市财政局 责任",
        "a note on all tasks",
    ),
    (
        "建设平台。〔经信厅、省教育厅，列首位的为牵头单位，下同〕",
        "建设平台。 → 经信厅 牵头, 省教育厅 配合",
        "a bare list with an order rule",
    ),
    ("建设平台。（市科委，市发改委）", "建设平台。 → 市科委 责任, 市发改委 责任", "a bare list behind a full stop"),
    ("建设平台。（由市商务局负责实施）", "建设平台。 → 市商务局 责任", "由 before the body"),
    (
        "建设平台。（县电商工作领导小组办公室（简称“县电商办”）、市商务局负责）",
        "建设平台。 → 县电商工作领导小组办公室 责任, 市商务局 责任",
        "a bracket in the bracket",
    ),
    (
        "采购帮扶。（市商务局和各对口协同发展区县政府具体负责）",
        "采购帮扶。 → 市商务局 责任, 各对口协同发展区县政府 责任",
        "对口 of a name",
    ),
    (
        "采购帮扶。（市商务局和有帮扶任务的区县政府负责）",
        "采购帮扶。 → 市商务局 责任, 有帮扶任务的区县政府 责任",
        "的 of a name",
    ),
    (
        "办好实事。（市商务局牵头。各区县人民政府均为责任单位）",
        "办好实事。 → 市商务局 牵头, 各区县人民政府 责任",
        "均为责任单位",
    ),
]


@pytest.mark.parametrize(("text", "expected", "reason"), BRACKETS, ids=[row[2] for row in BRACKETS])
def test_bracket(text: str, expected: str, reason: str) -> None:
    assert tasks(text) == [expected]


def test_an_order_rule_in_a_label_line_holds_for_label_lines() -> None:
    text = (
        "1.培育企业。\n责任单位：县发改局（首位单位为牵头单位，下同）、县财政局\n"
        "2.建设园区。\n责任单位：县商务局、县住建局\n"
    )
    assert tasks(text) == [
        "培育企业。 → 县发改局 牵头, 县财政局 配合", "建设园区。 → 县商务局 牵头, 县住建局 配合",
    ]  # fmt: skip


NO_BRACKETS = [
    ("项目投资额（不含土地费用）的5%以内。", "an exclusion"),
    ("持续（含1天）以上。", "an inclusion"),
    ("国家示范（以下简称“示范”）工作。", "a short form"),
    ("三年行动方案（2018—2020年）。", "years"),
    ("送主管部门（市商务局）备案。", "a gloss inside a sentence"),
    ("（此件公开发布）", "a remark on the notice"),
    ("推进开放。（以下任务均需各市政府落实，不再列出）", "a note on all tasks"),
    ("完成（由市科技局认定的企业）申报。", "a body inside a description"),
    ("采购帮扶。（各部门对各区进行考核，具体负责）", "a sentence, though it ends in 负责"),
    ("加强管理。（可以申请的企业负责）", "whom a rule is about"),
]


@pytest.mark.parametrize(("text", "reason"), NO_BRACKETS, ids=[row[1] for row in NO_BRACKETS])
def test_no_bracket_of_units(text: str, reason: str) -> None:
    assert tasks(text) == []


def test_stretches_run_from_bracket_to_bracket_within_the_item() -> None:
    text = (
        "（一）完善设施。建设道路。（市交通局负责）建设网点\n和仓库。（市商务局负责）\n"
        "（二）培育主体。引进企业。（市经信局负责）"
    )
    assert tasks(text) == [
        "完善设施。建设道路。 → 市交通局 责任",
        "建设网点\n和仓库。 → 市商务局 责任",
        "培育主体。引进企业。 → 市经信局 责任",
    ]


def test_unnumbered_paragraph_with_a_run_in_heading_is_an_item() -> None:
    text = (
        "一、支持平台建设\n培育各类平台。重点培育一批平台。（市经信局负责）\n推动企业上云。建立资源池。（市数据局负责）"
    )
    assert tasks(text) == [
        "培育各类平台。重点培育一批平台。 → 市经信局 责任",
        "推动企业上云。建立资源池。 → 市数据局 责任",
    ]


def test_lone_paragraph_under_a_heading_is_its_text() -> None:
    text = (
        "二、重点任务\n1．建设数据体系\n打造特色语料库。整合馆藏数据。（市数据局负责）\n"
        "2．夯实底座\n优化供给体系。依托平台建设。（市经信局负责）打造品牌。（市商务局负责）"
    )
    assert tasks(text) == [
        "建设数据体系\n打造特色语料库。整合馆藏数据。 → 市数据局 责任",
        "夯实底座\n优化供给体系。依托平台建设。 → 市经信局 责任",
        "打造品牌。 → 市商务局 责任",
    ]


def test_bracket_behind_points_closes_the_item_that_holds_them() -> None:
    text = (
        "一、主要任务\n（一）完善预案\n1.编制预案。\n2.评估预案。\n（责任单位：市应急局）\n（二）健全机制\n1.建立机制。\n"
        "2.开展演练。\n（责任单位：市公安局）"
    )
    assert tasks(text) == [
        "完善预案\n1.编制预案。\n2.评估预案。 → 市应急局 责任",
        "健全机制\n1.建立机制。\n2.开展演练。 → 市公安局 责任",
    ]


def test_bracket_behind_points_closes_a_whole_part() -> None:
    text = (
        "一、支持引客\n（一）专列。每列奖3万元。\n（二）包机。每架奖2万元。\n（责任单位：市文旅局）\n二、其他\n另定。"
    )
    assert tasks(text) == ["支持引客\n（一）专列。每列奖3万元。\n（二）包机。每架奖2万元。 → 市文旅局 责任"]


def test_two_brackets_on_one_task() -> None:
    text = "建设平台。（牵头单位：市商务局）（配合单位：市财政局）"
    assert tasks(text) == ["建设平台。 → 市商务局 牵头, 市财政局 配合"]


def test_order_rule_holds_from_its_place_on() -> None:
    text = (
        "（一）甲项工作。（市商务局、市财政局负责）\n（二）乙项工作。（市商务局、市财政局负责，列第一位的单位为牵头责任单位，下同）\n"
        "（三）丙项工作。（市教育局负责）\n（四）丁项工作。（市科技局牵头，市财政局负责）"
    )
    assert [task.split(" → ")[1] for task in tasks(text)] == [
        "市商务局 责任, 市财政局 责任",
        "市商务局 牵头, 市财政局 配合",
        "市教育局 牵头",
        "市科技局 牵头, 市财政局 责任",
    ]


LABELS = [
    (
        "（一）建设中心。\n牵头责任单位：县卫健委\n主要协作单位：各乡镇人民政府、县财政局",
        ["建设中心。 → 县卫健委 牵头, 各乡镇人民政府 配合, 县财政局 配合"],
        "those who work together",
    ),
    ("（一）建设中心。[市水务局牵头，市工信委配合]", ["建设中心。 → 市水务局 牵头, 市工信委 配合"], "square brackets"),
    (
        "（一）建设中心。（牵头单位：市农业局，配合单位：市科协，各有关区、县级市）",
        ["建设中心。 → 市农业局 牵头, 市科协 配合, 各有关区、县级市 配合"],
        "a group with 有关 over two levels",
    ),
    (
        "（一）建设中心。【牵头单位】市发改委【责任单位】市商务局、市财政局",
        ["建设中心。 → 市发改委 牵头, 市商务局 责任, 市财政局 责任"],
        "labels in brackets of their own",
    ),
    (
        "（一）建设中心。建设服务中心。\n牵头单位：县电商办\n责任单位：县商务局、经信局\n完成时限：2024年底前",
        ["建设中心。建设服务中心。 → 县电商办 牵头, 县商务局 责任, 经信局 责任"],
        "lines",
    ),
    (
        "（一）建设中心。建设服务中心。\n牵头单位：市交通局 责任单位：市邮政管理局",
        ["建设中心。建设服务中心。 → 市交通局 牵头, 市邮政管理局 责任"],
        "two on one line",
    ),
    (
        "（一）建设中心。建设服务中心。牵头单位：市交通局；参加单位：市邮政管理局。",
        ["建设中心。建设服务中心。 → 市交通局 牵头, 市邮政管理局 配合"],
        "behind the text",
    ),
    (
        "（一）建设中心。\n责任单位：市交通局\n市邮政管理局、各县区政府\n（二）推进物流。\n配合单位：市商务局",
        ["建设中心。 → 市交通局 责任, 市邮政管理局 责任, 各县区政府 责任", "推进物流。 → 市商务局 配合"],
        "a list that goes on in the next line",
    ),
    (
        "（一）建设中心。\n牵头负责领导：张三。\n牵头责任单位：市交通局。\n协同责任单位：市邮政管理局等。",
        ["建设中心。 → 市交通局 牵头, 市邮政管理局 配合"],
        "a person first",
    ),
    (
        "（一）建设中心。\n完成时限：2024年底。\n责任人：张三\n责任单位：市交通局",
        ["建设中心。 → 市交通局 责任"],
        "a time and a person first",
    ),
    ("（一）建设中心。\n责任人：张三\n联系单位电话：0564-1234567", [], "persons and telephones"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), LABELS, ids=[row[2] for row in LABELS])
def test_label(text: str, expected: list[str], reason: str) -> None:
    assert tasks(text) == expected


UNITS = ["市商务局", "市财政局", "各县区政府"]
MARKS = ["、", "（", "）", "，", "。", "（一）"]
CUES = ["负责", "牵头", "责任单位：", "配合单位：", "由", "会同", "等", "建设平台", "工作任务"]
WORDS = st.lists(st.sampled_from([*UNITS, *MARKS, *CUES]), max_size=12).map("".join)
ROWS = st.lists(st.tuples(WORDS, WORDS, WORDS).map("\t".join), max_size=4)
TEXTS = st.tuples(st.lists(WORDS, max_size=4).map("\n".join), ROWS).map(
    lambda parts: "\n".join([parts[0], "序号\t工作任务\t责任单位", *parts[1]])
)


@given(TEXTS)
def test_every_draft_stands_in_the_text(text: str) -> None:
    """Whatever the words: task, quote and units are where they say they are, and no task is empty or without units."""
    for draft in find_tasks(reading_of(text)):
        assert text[draft.start : draft.end] == draft.text
        assert draft.text.strip()
        assert 0 <= draft.quote[0] < draft.quote[1] <= len(text)
        assert draft.duties
        assert all(text[duty.start : duty.end] == duty.unit_text for duty in draft.duties)


CORPUS = Path(__file__).parent.parent / "corpus"


def corpus_reading(path: Path) -> Reading:
    source = read(path)
    cleaned = clean(source)
    return annotate(cleaned.text, lay_out(cleaned, source))


@pytest.mark.parametrize("gold", sorted((CORPUS / "gold").glob("*.json")), ids=lambda path: path.stem)
def test_corpus(gold: Path) -> None:
    """On the real notices nearly every unit stands with its role, and hardly any that the gold has not."""
    answers = json.loads(gold.read_text(encoding="utf-8"))
    drafts = find_tasks(corpus_reading(CORPUS / "notices" / answers["source_file"]))
    found = Counter((plain(duty.unit_text), duty.role) for draft in drafts for duty in draft.duties)
    sure, allowed = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for task in answers["tasks"]:
        for unit in task["units"]:
            accepted = [unit["unit_text"], *unit.get("accept", {}).get("unit_text", [])]
            key = next((k for k in ((plain(name), unit["role"]) for name in accepted) if found[k] > allowed[k]), None)
            key = key or (plain(unit["unit_text"]), unit["role"])
            allowed[key] += 1
            sure[key] += not (task.get("optional") or unit.get("optional"))
    missed, spurious = sure - found, found - allowed
    assert missed.total() <= 0.04 * max(sure.total(), 25), missed
    assert spurious.total() <= 0.04 * max(sure.total(), 25), spurious


def plain(name: str) -> str:
    return name.replace("（", "(").replace("）", ")")
