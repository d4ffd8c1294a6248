"""Who gets it, who pays, how often, on top of what, on which conditions."""

from __future__ import annotations

from typing import Any

import pytest
from promised import differences, subsidies

W = 10_000

WHO: list[tuple[str, str | None, str]] = [
    ("对本地电商企业新开设旗舰店的，奖励2万元。", "本地电商企业", "who does something"),
    ("对年销售额超过1000万元的农产品品牌，奖励2万元。", "农产品品牌", "after the condition"),
    ("对经认定的省级示范企业给予10万元奖励。", "省级示范企业", "without how it was gained"),
    ("对首次获得中国质量奖的企业给予10万元奖励。", "获得中国质量奖的企业", "what it has gained is all that names it"),
    ("对新引进的总部企业给予10万元奖励。", "总部企业", "新引进的"),
    ("企业新建冷库的，给予投资额10%的补助，最高10万元。", "企业", "the subject without 对"),
    ("支持农民合作社建设冷库，给予10万元补助。", "农民合作社", "支持 names the recipient"),
    ("鼓励物流企业下乡。新开班车的，给予10万元补助。", "物流企业", "named in the sentence before"),
    ("按投资额的10%给予建设单位补助。", "建设单位", "after the verb"),
    ("对第一年交易额按4%对交易平台予以奖励。", "交易平台", "对 after the share"),
    ("每个服务站奖励5万元。", "服务站", "每"),
    ("对园区运营方进行补助，州级园区补助100万元。", "州级园区", "the amount's own clause"),
    ("单独注册的分支机构按保费的5%给予奖励。", "分支机构", "单独 is no 单个"),
    ("对引进高层次人才的用人单位奖励5万元。", "用人单位", "the whole phrase"),
    ("组织旅游专列团队300人以上的，奖励150元/人。", None, "what is done names nobody"),
    ("有条件的乡镇可以开展电商培训，县政府给予5万元补贴。", "乡镇", "the subject of an earlier clause"),
    ("落户奖励。给予落户奖励100万元。", None, "落户 is nobody"),
    ("给予每个网点2000元补助。", "网点", "给予每个"),
    ("补助对象为运营机构，按合同金额给予10%的补助。", "运营机构", "对象 is no 对"),
    ("对通过复审的企业每家补助10万元。", "通过复审的企业", "每家 behind it"),
    ("对自理和完全不能自理老年人分别补助360元、720元。", "自理老年人", "a shared end"),
]
PAYERS: list[tuple[str, str | None, str]] = [
    ("对新建冷库的企业，市财政给予10万元补助。", "市财政", "a treasury"),
    ("对新建冷库的企业，市级再给予10万元补助。", "市级", "a level"),
    ("对新建冷库的企业，市级每亩补助300元。", "市级", "a level before 每"),
    ("在省级奖励的基础上，市级再给予示范镇10万元奖励。", "市级", "not the level whose prize it builds on"),
    ("市级在省级奖补基础上一次性奖补示范镇20万元。", "市级", "the payer first"),
    ("区财政给予企业补助150万元（含市级补助部分）。", "区财政", "not the one in brackets"),
    ("从市电子商务专项资金中给予企业10万元补助。", "市电子商务专项资金", "a fund"),
    ("所需资金由就业补助资金中列支，给予企业10万元补助。", "就业补助资金", "列支"),
    ("经市财政局审核，给予企业10万元补助。", None, "an office that checks does not pay"),
    ("给予企业10万元补助。", None, "not said"),
]
TERMS: list[tuple[str, dict[str, Any], str]] = [
    ("对新上市企业给予一次性奖励10万元。", {"frequency": "once"}, "一次性"),
    ("对首次入规企业奖励10万元。", {"frequency": "once"}, "首次"),
    ("对三星级饭店一次给予3万元奖励。", {"frequency": "once"}, "一次给予"),
    ("每年给予示范企业10万元奖励。", {"frequency": "yearly"}, "每年"),
    ("对机构按上一会计年度保费的5%给予奖励。", {"frequency": None}, "a year of account is no frequency"),
    ("每年评选10家企业，各奖励10万元。", {"frequency": None}, "what is done each year"),
    ("在省级奖励基础上，再给予企业10万元奖励。", {"stacks": 1}, "再给予"),
    ("对获国家补助的企业，另奖励10万元。", {"stacks": 1}, "另"),
    ("对企业按国家补助资金的50%给予配套支持。", {"stacks": 1, "rate": 0.5}, "配套"),
    (
        "按省级奖励的50%给予企业配套奖励，最高100万元。",
        {"stacks": 1, "rate": 0.5, "cap_yuan": 100 * W},
        "按省级奖励的50%配套",
    ),
    ("对领军人才给予1:1配套奖励，最高不超过100万元。", {"stacks": 1, "rate": 1.0, "cap_yuan": 100 * W}, "1:1"),
    ("达50家以上的园区，再增加奖励50万元。", {"stacks": 1}, "再增加奖励"),
    ("对企业给予10万元奖励。", {"stacks": 0, "instrument": "奖励"}, "nothing of the kind"),
    ("给予企业200万元资金支持。", {"instrument": "资金支持"}, "a plain word with a figure"),
    ("对企业给予以奖代补资金10万元。", {"instrument": "以奖代补"}, "以奖代补"),
]
CONDITIONS: list[tuple[str, list[tuple[str, float, str | None]], str]] = [
    ("对设备投资额达200万元以上的企业，给予10万元补助。", [(">=", 200 * W, "元")], "before the recipient"),
    ("对年销售额超千万的企业奖励10万元。", [(">", 1000 * W, "元")], "超千万"),
    ("企业投资500万元以上且新增就业50人以上的，奖励10万元。", [(">=", 500 * W, "元"), (">=", 50, "人")], "two"),
    ("对经营面积300平方米（含）以上的网店奖励1万元。", [(">=", 300, "平方米")], "(含)"),
    (
        "对投资5亿元—100亿元（不含）的项目给予10万元奖励。",
        [(">=", 5e8, "元"), ("<", 1e10, "元")],
        "a range whose end is left out",
    ),
    ("对床位50张以上不足300张的养老机构补助2万元。", [(">=", 50, "张"), ("<", 300, "张")], "two bounds of one thing"),
    ("300人以上、600人以下的车队，奖励旅行社7000元。", [(">=", 300, "人"), ("<=", 600, "人")], "two bounds in a list"),
    (
        "对同比增长25%或连续两年增长15%以上的企业奖励10万元。",
        [(">=", 25, "%"), (">=", 15, "%")],
        "bare growth is a floor",
    ),
    (
        "对总投资5亿元或3000万美元以上的项目奖励10万元。",
        [(">=", 5e8, "元"), (">=", 3000 * W, "美元")],
        "the floor holds for both",
    ),
    (
        "三年内累计票房超过1000万元的，奖励影院10万元。",
        [(">", 1000 * W, "元")],
        "the time to reach it is none of its own",
    ),
    ("给予企业10万元奖励，须运营满1年以上。", [(">=", 1, "年")], "after the promise"),
    ("培训时间在半天的，给予培训主体60元/人补助。", [("=", 0.5, "天")], "a bare figure of what is measured"),
    (
        "对入园企业（每家年产值达50万元以上）达10家以上的园区，奖励20万元。",
        [(">=", 50 * W, "元"), (">=", 10, "家")],
        "one in brackets",
    ),
    (
        "对优质企业给予房租80%的补贴，单个企业补贴面积最高不超过500平方米。",
        [("<=", 500, "平方米")],
        "how much of it is paid for",
    ),
    ("每年安排1000万元，给予企业10万元奖励。", [], "a budget is none"),
    (
        "购车发票金额为 10 万元（含）至 30 万元（不含）的，每辆补贴4000元。",
        [(">=", 100000, "元"), ("<", 300000, "元")],
        "a range with blanks and brackets is no promise",
    ),
]
IN_WORDS: list[tuple[str, list[str], str]] = [
    ("对企业奖励10万元，同一项目不重复享受。", ["同一项目不重复享受"], "in the sentence"),
    ("对企业奖励10万元。按就高不就低原则执行。", ["按就高不就低原则执行"], "in the next sentence"),
    ("对企业奖励10万元。", [], "none"),
]


@pytest.mark.parametrize("text, expected, reason", WHO)
def test_beneficiary(text: str, expected: str | None, reason: str) -> None:
    assert next(row["beneficiary"] for row in subsidies(text) if row["kind"] != "unspecified") == expected, reason


ACTIVITIES: list[tuple[str, str | None, str]] = [
    ("鼓励企业技术改造，市级按照设备购置额的10%给予奖补。", "鼓励企业技术改造", "how much is left out"),
    ("新认定的工业设计中心，分别给予100万元、50万元奖励。", "新认定的工业设计中心", "分别"),
    ("对新入驻企业，给予房租补贴，其中前两年100%、后三年50%。", "新入驻企业", "behind 其中"),
    ("项目验收合格的，每个项目给予5万元奖励。", "项目验收合格", "for each of them"),
    ("第一类资助对象每人每月补贴400元。", "第一类资助对象", "per whom and how often"),
]  # fmt: skip


@pytest.mark.parametrize("text, expected, reason", ACTIVITIES)
def test_activity(text: str, expected: str | None, reason: str) -> None:
    assert subsidies(text)[0]["activity"] == expected, reason


@pytest.mark.parametrize("text, expected, reason", PAYERS)
def test_payer(text: str, expected: str | None, reason: str) -> None:
    assert [row["payer"] for row in subsidies(text)] == [expected], reason


@pytest.mark.parametrize("text, expected, reason", TERMS)
def test_terms(text: str, expected: dict[str, Any], reason: str) -> None:
    assert not differences(subsidies(text), [expected], silent=()), reason


@pytest.mark.parametrize("text, expected, reason", CONDITIONS)
def test_conditions(text: str, expected: list[tuple[str, float, str | None]], reason: str) -> None:
    assert [row["conditions"] for row in subsidies(text)] == [expected], reason


@pytest.mark.parametrize("text, expected, reason", IN_WORDS)
def test_conditions_in_words(text: str, expected: list[str], reason: str) -> None:
    assert [row["said"] for row in subsidies(text)] == [expected], reason


@pytest.mark.parametrize(
    "text, expected, reason",
    [
        ("对入驻企业给予租金补贴。", [("入驻企业", "补贴")], "given without a figure"),
        ("对示范企业予以奖励。", [("示范企业", "奖励")], "予以"),
        ("社区电商企业享受同等奖补政策。", [("社区电商企业", "奖补")], "for others than before"),
        ("有条件的乡镇可以自行组织培训，县政府予以适当补贴。", [("乡镇", "补贴")], "the subject of the clause before"),
        (
            "对企业最高补贴50万元，对乘客给予票价补贴。",
            [("企业", "补贴"), ("乘客", "补贴")],
            "after a promise with a figure",
        ),
        ("不予奖励。", [], "denied"),
        ("若有多家机构，则按比例予以补助。", [], "how a benefit is handled"),
        ("享受以上奖励政策的企业应当配合检查。", [], "a reference"),
        ("加强对企业的支持。", [], "no instrument"),
    ],
)
def test_benefits_without_a_figure(text: str, expected: list[tuple[str, str]], reason: str) -> None:
    found = [(row["beneficiary"], row["instrument"]) for row in subsidies(text)]
    assert found == expected, reason
