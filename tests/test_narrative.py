"""Explicit charges in sentences: what is one, and what is none."""

from __future__ import annotations

import pytest
from readings import reading_of

from extract.interpret.tasks import find_tasks

ROLES = {"lead": "牵头", "support": "配合", "responsible": "责任"}


def tasks(text: str) -> list[str]:
    """`任务 → 市商务局 牵头, 市财政局 配合` for each task."""
    return [
        f"{draft.text} → " + ", ".join(f"{duty.unit_text} {ROLES[duty.role]}" for duty in draft.duties)
        for draft in find_tasks(reading_of(text))
    ]


NARRATIVE = [
    (
        "本办法由市商务局、市财政局负责解释。",
        ["本办法由市商务局、市财政局负责解释 → 市商务局 责任, 市财政局 责任"],
        "由X负责",
    ),
    (
        "市商务局会同市财政局制定资金管理办法。",
        ["市商务局会同市财政局制定资金管理办法 → 市商务局 牵头, 市财政局 配合"],
        "X会同Y",
    ),
    (
        "县商务局会同县财政局制定办法，设立账户，由县财政局按序时进度拨付资金。",
        [
            "县商务局会同县财政局制定办法，设立账户 → 县商务局 牵头, 县财政局 配合",
            "由县财政局按序时进度拨付资金 → 县财政局 责任",
        ],
        "two in one sentence",
    ),
    (
        "由市发改委牵头，市财政局、市商务局配合，研究制定方案。",
        ["由市发改委牵头，市财政局、市商务局配合，研究制定方案 → 市发改委 牵头, 市财政局 配合, 市商务局 配合"],
        "X牵头, Y配合",
    ),
    (
        "该项工作由市教育局牵头，会同市人社局组织实施。",
        ["该项工作由市教育局牵头，会同市人社局组织实施 → 市教育局 牵头, 市人社局 配合"],
        "X牵头, 会同Y",
    ),
    (
        "各县区政府是直接责任主体，负责推进属地工作。",
        ["各县区政府是直接责任主体，负责推进属地工作 → 各县区政府 责任"],
        "是责任主体",
    ),
    (
        "各区人民政府、园区管委会是文旅发展的责任主体。",
        ["各区人民政府、园区管委会是文旅发展的责任主体 → 各区人民政府 责任, 园区管委会 责任"],
        "a subject known by its list",
    ),
    (
        "市商务局作为全市电商牵头部门，要加强统筹。",
        ["市商务局作为全市电商牵头部门，要加强统筹 → 市商务局 牵头"],
        "作为牵头部门",
    ),
    (
        "市商务局、市财政局等主管部门负责具体工作。",
        ["市商务局、市财政局等主管部门负责具体工作 → 市商务局 责任, 市财政局 责任"],
        "等主管部门",
    ),
    (
        "市政府督查室负责督促检查，市统计局负责监测评估。",
        ["市政府督查室负责督促检查 → 市政府督查室 责任", "市统计局负责监测评估 → 市统计局 责任"],
        "one clause each",
    ),
    (
        "本细则由市工业和信息化，市、区两级财政部门以及高新区管委会负责解释。",
        [
            "本细则由市工业和信息化，市、区两级财政部门以及高新区管委会负责解释 → "
            "市工业和信息化 责任, 市、区两级财政部门 责任, 高新区管委会 责任"
        ],
        "a shared head behind 由",
    ),
    (
        "区政府成立电商工作领导小组，有关领导任组长，负责统筹规划、政策制定和综合协调工作。",
        ["负责统筹规划、政策制定和综合协调工作 → 电商工作领导小组 责任"],
        "the body founded before",
    ),
    (
        "市商务局：负责统筹协调电商工作。\n市财政局：牵头保障资金。",
        ["市商务局：负责统筹协调电商工作。 → 市商务局 责任", "市财政局：牵头保障资金。 → 市财政局 牵头"],
        "duties under names",
    ),
    (
        "第六条 市财政局的主要职责包括：\n（一）编制预算；\n（二）拨付资金。\n第七条 申请流程另定。",
        ["市财政局的主要职责包括：\n（一）编制预算；\n（二）拨付资金。 → 市财政局 责任"],
        "a list of duties below",
    ),
    (
        "相关部门职责分工为：\n市财政局负责资金发放。\n市统计局负责核实数据。",
        ["市财政局负责资金发放 → 市财政局 责任", "市统计局负责核实数据 → 市统计局 责任"],
        "duties below unnamed bodies",
    ),
    (
        "第七条 市审计部门主要负责对资金进行审计。",
        ["市审计部门主要负责对资金进行审计 → 市审计部门 责任"],
        "the article's number is no part of the task",
    ),
    (
        "市数据局发挥统筹作用，负责协调推进各项工作。",
        ["市数据局发挥统筹作用，负责协调推进各项工作 → 市数据局 责任"],
        "a later clause without a subject",
    ),
    (
        "补贴标准由市人社局商市财政局确定。",
        ["补贴标准由市人社局商市财政局确定 → 市人社局 牵头, 市财政局 配合"],
        "X商Y",
    ),
    (
        "县电商工作办公室（以下简称“县电商办”）负责协调。县电商办负责督办。",
        ["县电商工作办公室（以下简称“县电商办”）负责协调 → 县电商工作办公室 责任", "县电商办负责督办 → 县电商办 责任"],
        "an introduced short form",
    ),
    (
        "县商务和经济合作局牵头负责项目实施，县供销社配合。",
        ["县商务和经济合作局牵头负责项目实施，县供销社配合 → 县商务和经济合作局 牵头, 县供销社 配合"],
        "a bureau of two lines of work",
    ),
    (
        "第五条 乡镇人民政府（街道办事处）负责辖区内项目的初审。",
        ["乡镇人民政府（街道办事处）负责辖区内项目的初审 → 乡镇人民政府（街道办事处） 责任"],
        "the governments of all towns",
    ),
    ("市人社局负责人才奖的核定。", ["市人社局负责人才奖的核定 → 市人社局 责任"], "负责, not 负责人"),
    (
        "商务部门会同外事部门负责认定初审。",
        ["商务部门会同外事部门负责认定初审 → 商务部门 牵头, 外事部门 配合"],
        "a line of work behind 会同",
    ),
    ("市政务服务中心负责形式审查。", ["市政务服务中心负责形式审查 → 市政务服务中心 责任"], "a centre of the place"),
    ("各镇（街道）负责推荐。", ["各镇（街道）负责推荐 → 各镇（街道） 责任"], "a group named by its level"),
    (
        "市财政局负责资金拨付。牵头开展绩效评价，配合市审计局做好审计。",
        ["市财政局负责资金拨付 → 市财政局 责任", "牵头开展绩效评价，配合市审计局做好审计 → 市财政局 牵头"],
        "a second sentence about the same body",
    ),
    (
        "市经信局会同市财政局制定办法；负责指导各县区；配合市审计局开展检查。",
        [
            "市经信局会同市财政局制定办法 → 市经信局 牵头, 市财政局 配合",
            "负责指导各县区 → 市经信局 责任",
            "配合市审计局开展检查 → 市经信局 配合",
        ],
        "it is the leading one that goes on, as often as it does",
    ),
    (
        "市商务局负责申报。市财政局负责拨付。负责监督资金使用。",
        [
            "市商务局负责申报 → 市商务局 责任",
            "市财政局负责拨付 → 市财政局 责任",
            "负责监督资金使用 → 市财政局 责任",
        ],
        "the last body goes on",
    ),
    (
        "成立工作专班，由市科技局牵头。负责统筹日常工作。",
        ["成立工作专班，由市科技局牵头 → 市科技局 牵头"],
        "a body just founded: whose duty it is stays open",
    ),
    (
        "市商务局负责申报。负责审核的单位应当公正。负责人签字。",
        ["市商务局负责申报 → 市商务局 责任"],
        "负责 in the words for somebody else",
    ),
    (
        "主管部门应会同统计局、税务局，分别开展抽查。",
        ["主管部门应会同统计局、税务局，分别开展抽查 → 统计局 配合, 税务局 配合"],
        "who leads is not named, who helps is",
    ),
    (
        "申请单位应在6月底前提交材料，由区财政局按程序拨付资金。",
        ["由区财政局按程序拨付资金 → 区财政局 责任"],
        "the clause before is about another",
    ),
    (
        "本政策由县科技局负责解释，申报主体应在9月底前申报，县经信局每半年组织一次兑现。",
        ["本政策由县科技局负责解释 → 县科技局 责任"],
        "so are the clauses behind",
    ),
    (
        "市发改委负责统筹协调，市人社局、市财政局按照职责制定细则。",
        ["市发改委负责统筹协调 → 市发改委 责任"],
        "another body opens the next clause",
    ),
    (
        "由市工信局组织实施，按季度调度，结果报市政府。",
        ["由市工信局组织实施，按季度调度，结果报市政府 → 市工信局 责任"],
        "clauses about nobody else stay",
    ),
    ("市商务局负责申报。\n负责评审工作。", ["市商务局负责申报 → 市商务局 责任"], "not over the end of a paragraph"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), NARRATIVE, ids=[row[2] for row in NARRATIVE])
def test_narrative(text: str, expected: list[str], reason: str) -> None:
    assert tasks(text) == expected


NO_NARRATIVE = [
    ("市商务局要加强指导，各县区要认真落实。", "a plain 要"),
    ("领导小组办公室设在市商务局。", "办公室设在"),
    ("由市商务局、市财政局等部门组成工作专班。", "members of a group"),
    ("建立由市政府分管领导任组长的工作专班。", "persons"),
    ("对由市科技局认定的高新技术企业给予奖励。", "a description"),
    ("对参加由省、市政府委托市商务局组织的展会的企业给予资助。", "a description, of two governments"),
    ("报市商务局负责人审核。", "负责人"),
    ("县级电商公共服务中心负责培训，区域物流中心负责分拨。", "facilities"),
    ("鼓励企业牵头制定标准。由承办企业完成建设内容。", "enterprises"),
    ("有关部门、各责任单位负责抓好落实。", "unnamed groups"),
    ("按照“谁审批、谁负责”原则，指定专人负责。", "a principle"),
    ("市商务局委托第三方机构，负责项目评审。", "the later clause has another subject"),
    ("奖励金额可由市商务局调整。", "a permission"),
    ("市商务局牵头单位职责另行规定。", "牵头单位 is no verb"),
]


@pytest.mark.parametrize(("text", "reason"), NO_NARRATIVE, ids=[row[1] for row in NO_NARRATIVE])
def test_no_charge(text: str, reason: str) -> None:
    assert tasks(text) == []
