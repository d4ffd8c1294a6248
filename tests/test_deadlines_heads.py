"""Limits by plain years, before events, of offices that pay, of parts and windows, and times that are none."""

from __future__ import annotations

import pytest
from readings import reading_of

from extract.interpret.deadlines import deadlines


def told(text: str) -> list[tuple[str, str, str]]:
    """The words of time, the last day (or the kind, where there is none), and what is due."""
    return [(text[slice(*row.time)], row.end_on or row.kind, row.applies_to) for row in deadlines(reading_of(text))]


@pytest.mark.parametrize(
    "text, expected, reason",
    [
        (
            "工作时间\n2024年3月至6月。",
            [("2024年3月至6月", "2024-06-30", "")],
            "the time of the whole work names no part of it",
        ),
        (
            "（一）统一电子证照标准。各部门要规范证照名称。2025年6月底前，完成模板制作。",
            [("2025年6月底前", "2025-06-30", "完成模板制作")],
            "a heading that says what is done, no standard",
        ),
        (
            "（三）统一受理方式。根据企业需求，设立综合受理窗口，实现一端受理。（完成时限：2025年4月底前）",
            [("2025年4月底前", "2025-04-30", "统一受理方式")],
            "the item's heading, not its text",
        ),
        (
            "（二）扩大简易注销范围。2025年6月底前，实行全程网办。",
            [("2025年6月底前", "2025-06-30", "实行全程网办")],
            "nor a scope",
        ),
        ("2027年入园企业达到200家。", [("2027年", "2027-12-31", "入园企业达到200家")], "the figure behind its subject"),
        (
            "力争2025年全省邮轮吞吐量恢复至40万人次。",
            [("2025年", "2025-12-31", "全省邮轮吞吐量恢复至40万人次")],
            "恢复至",
        ),
        (
            "2024年底前建成平台，2025年服务区改造累计完成20对。",
            [("2024年底前", "2024-12-31", "建成平台"), ("2025年", "2025-12-31", "服务区改造累计完成20对")],
            "a clause of its own ends the limit before",
        ),
        ("下半年新推出30项服务。", [("下半年", "2024-12-31", "新推出30项服务")], "新 before the verb"),
        (
            "到2025年累计培养人才1000名，对获奖团队给予奖励。",
            [("到2025年", "2025-12-31", "累计培养人才1000名，对获奖团队给予奖励")],
            "money in a clause of its own is no condition",
        ),
        ("2025年营业收入达到5000万元的企业可以申报。", [], "which enterprises"),
        ("2025年营业收入增速超过10%，给予10万元奖励。", [], "a condition for money"),
        ("上半年新认定企业20家以上的，奖励10万元。", [], "another"),
        ("2024年全省旅游收入突破500亿元，已提前完成目标。", [], "reached already"),
        ("分别提交上半年、下半年申报资料。", [], "of which half the papers are"),
        (
            "第一季度：项目立项审批。",
            [("第一季度", "2024-03-31", "项目立项审批")],
            "a quarter and a colon need no verb",
        ),
        (
            "时间要求：2024年7月底前制定细则。",
            [("2024年7月底前", "2024-07-31", "制定细则")],
            "the task behind its time",
        ),
        (
            "出台配套政策（2024年10月底前完成）。",
            [("2024年10月底前", "2024-10-31", "出台配套政策")],
            "a task that ends like a title",
        ),
        (
            "一、检查时间\n2024年3月7日-3月10日\n二、范围\n全市。",
            [("2024年3月7日-3月10日", "2024-03-10", "检查")],
            "a time that fills the line under its heading",
        ),
        ("一、整治期限\n自2024年3月起至12月底\n", [("自2024年3月起至12月底", "2024-12-31", "整治")], "自 before it"),
        ("一、有效期限\n2024年3月1日-2026年2月28日\n", [], "no time of its work"),
        ("全年目标任务于11月底前完成。", [("11月底前", "2024-11-30", "全年目标任务完成")], "任务 keeps its 务"),
        (
            "台账分别于5月20日、6月20日前报备。",
            [("5月20日", "2024-05-20", "台账报备"), ("6月20日前", "2024-06-20", "台账报备")],
            "分别 is no part of what is due",
        ),
        (
            "到2030年，产量比“十四五”末增长6万吨。",
            [("到2030年", "2030-12-31", "产量比“十四五”末增长6万吨")],
            "a plan to compare with",
        ),
        ("2025年起，省级财政每年统筹安排1亿元。", [], "an appropriation from a year on"),
        ("2025—2027年，省级财政每年安排6亿元专项资金。", [], "and over years"),
    ],
)
def test_a_plain_year(text: str, expected: list[tuple[str, str, str]], reason: str) -> None:
    assert told(text) == expected, reason


@pytest.mark.parametrize(
    "text, time, what, reason",
    [
        ("旅行社应在团队抵达前3个工作日填报计划。", "团队抵达前3个工作日", "旅行社填报计划", "before an event"),
        ("活动开始前5日提交方案。", "活动开始前5日", "提交方案", "at the head of the sentence"),
        ("主办方应提前10天报备。", "提前10天", "主办方报备", "提前"),
        ("企业智能化诊断三年实现全覆盖。", "三年", "企业智能化诊断实现全覆盖", "years without 内"),
        ("分三年完成改造任务。", "三年", "完成改造任务", "分"),
        ("三年培育企业300家。", "三年", "培育企业300家", "at the head"),
        ("自受理之日起20个工作日办结。", "自受理之日起20个工作日", "办结", "since an event, without 内"),
        ("合同期限届满３个月前提出续租申请。", "合同期限届满３个月前", "提出续租申请", "months before an end"),
        ("主办单位应当在活动举办20日前提出申请。", "活动举办20日前", "主办单位提出申请", "days before an event"),
        (
            "对申请租房补贴的企业，申请时间为租赁合同（以备案为准）的次年。",
            "次年",
            "申请时间为租赁合同（以备案为准）的",
            "the year after",
        ),
    ],
)
def test_before_and_after_events(text: str, time: str, what: str, reason: str) -> None:
    rows = told(text)
    assert [row[:2] for row in rows] == [(time, "relative")], reason
    assert rows[0][2].endswith(what)


@pytest.mark.parametrize(
    "text, reason",
    [
        ("距离截止日前5日提交的不予受理。", "whom a rule is about"),
        ("提前10天预约的游客享受八折优惠。", "another"),
        ("目前3天可办结，前3个月免租金。", "前 of other words"),
        ("连续三年实现增长，近三年完成投资，第三年实现达产。", "which years"),
        ("三年培训费用由财政承担。", "what costs"),
        ("年度考核合格的企业，年度评估结果公开。", "年度 of a name"),
    ],
)
def test_none_of_these(text: str, reason: str) -> None:
    assert told(text) == [], reason


@pytest.mark.parametrize(
    "text, expected, reason",
    [
        (
            "按照任务清单推进，每月25日前报送进展，每季度通报一次。",
            [("每月25日前", "按照任务清单推进，报送进展"), ("每季度", "通报一次")],
            "a list cited before",
        ),
        ("按照每年重点工作要求组织实施。", [], "a time in what is cited"),
        ("县经发局每半年组织一次集中兑现。", [("每半年", "县经发局组织一次集中兑现")], "an office's duty to pay out"),
        ("县财政局每年11月底前拨付资金。", [("每年11月底前", "县财政局拨付资金")], "with a day"),
        ("县财政局每年拨付资金500万元。", [], "a sum every year is an appropriation"),
        ("补贴每半年发放。", [], "how a grant is paid"),
        (
            "健全按季调度、半年通报、年度考核机制。",
            [
                ("按季", "健全调度"),
                ("年度考核", "健全按季调度、半年通报、年度考核机制"),
                ("半年通报", "健全按季调度、半年通报、年度考核机制"),
            ],
            "a list of recurrences",
        ),
        (
            "申请受理时间为每年3月1日至4月30日、9月1日至10月31日。",
            [("每年3月1日至4月30日、9月1日至10月31日", "申请受理时间")],
            "two windows of one year",
        ),
    ],
)
def test_recurrences(text: str, expected: list[tuple[str, str]], reason: str) -> None:
    assert [(time, what) for time, _, what in told(text)] == expected, reason


def test_two_recurrences_are_no_rate() -> None:
    assert [time for time, *_ in told("每月5日前、每季度末前报送报表。")] == ["每月5日前", "每季度末前"]


def test_limits_of_the_parts_of_a_task() -> None:
    text = "建设算力中心。（完成时限：一期2024年12月底前，二期2026年6月底前）"
    assert told(text) == [
        ("2024年12月底前", "2024-12-31", "建设算力中心一期"),
        ("2026年6月底前", "2026-06-30", "建设算力中心二期"),
    ]


def test_the_year_of_a_batch_holds_for_the_days_behind() -> None:
    rows = deadlines(reading_of("2018年集中申请时间为10月8日-10月19日。"))
    assert [(row.start_on, row.end_on) for row in rows] == [("2018-10-08", "2018-10-19")]


def test_a_dated_recurrence_governs_its_clauses() -> None:
    rows = deadlines(reading_of("2024年底前出台方案，2025年至2027年，每年新增工厂10家。"))
    assert [(row.kind, row.end_on, bool(row.governs)) for row in rows] == [
        ("due", "2024-12-31", True),
        ("recurring", "2027-12-31", True),
    ]
