"""Limits for paying out, steps of every year, months past on the day of issue, and policies that go on."""

from __future__ import annotations

import pytest
from readings import reading_of

from extract.interpret.deadlines import deadlines


def told(text: str) -> list[tuple[str, str, str, str | None, str]]:
    """The words of time, the kind, the recurrence, the last day, and what is due."""
    rows = deadlines(reading_of(text))
    return [(text[slice(*row.time)], row.kind, row.recurrence or "", row.end_on, row.applies_to) for row in rows]


@pytest.mark.parametrize(
    "text, expected, reason",
    [
        (
            "补贴资金于9月底前拨付到位。",
            [("9月底前", "due", "", "2024-09-30", "补贴资金拨付到位")],
            "an act of paying out",
        ),
        (
            "对企业给予稳岗补贴，8月底前发放到位。",
            [("8月底前", "due", "", "2024-08-31", "对企业给予稳岗补贴，发放到位")],
            "whatever is promised before",
        ),
        ("10月底前完成补贴发放。", [("10月底前", "due", "", "2024-10-31", "完成补贴发放")], "as a noun"),
        (
            "11月底前完成奖补资金审核。",
            [("11月底前", "due", "", "2024-11-30", "完成奖补资金审核")],
            "paperwork about money",
        ),
        (
            "2024年新增发放创业担保贷款2亿元。",
            [("2024年", "due", "", "2024-12-31", "新增发放创业担保贷款2亿元")],
            "what is lent is an aim",
        ),
        (
            "2024年5月至10月，市级财政安排资金900万元，分三批发放消费券。",
            [("2024年5月至10月", "phase", "", "2024-10-31", "市级财政安排资金900万元，分三批发放消费券")],
            "the months of a campaign, not of an appropriation alone",
        ),
        (
            "每年4月底前完成申报，7月底前兑现到位。",
            [
                ("每年4月底前", "recurring", "yearly", None, "完成申报"),
                ("7月底前", "recurring", "yearly", None, "兑现到位"),
            ],
            "the second step is of every year too",
        ),
        (
            "企业于次年1月底前提交报告，市商务局2月底前审定。",
            [
                ("次年1月底前", "relative", "", None, "企业提交报告"),
                ("2月底前", "relative", "", None, "市商务局审定"),
            ],
            "次年 holds on",
        ),
        ("2月底前完成方案制定。", [("2月底前", "due", "", "2024-02-29", "完成方案制定")], "past on the day of issue"),
        (
            "每件最高补贴1000元，活动截至2024年12月31日。",
            [("截至2024年12月31日", "due", "", "2024-12-31", "活动")],
            "only the clause's own subject",
        ),
    ],
)
def test_what_is_due(text: str, expected: list[tuple[str, str, str, str | None, str]], reason: str) -> None:
    assert told(text) == expected, reason


@pytest.mark.parametrize(
    "text, time, what, reason",
    [
        ("稳岗返还政策延续至2025年12月31日。", "延续至2025年12月31日", "稳岗返还政策有效期", "it goes on"),
        ("社保补贴政策执行至2025年12月31日。", "执行至2025年12月31日", "社保补贴政策有效期", "is carried out"),
        (
            "担保贷款政策执行期限延长至2025年12月31日。",
            "执行期限延长至2025年12月31日",
            "担保贷款政策有效期",
            "the term",
        ),
        ("上述政策期限至2025年12月31日。", "政策期限至2025年12月31日", "上述政策有效期", "政策 is of the term's words"),
        ("优惠政策延续实施至2025年12月31日。", "延续实施至2025年12月31日", "优惠政策有效期", "two verbs"),
    ],
)
def test_a_policy_goes_on(text: str, time: str, what: str, reason: str) -> None:
    assert told(text) == [(time, "validity", "", "2025-12-31", what)], reason


@pytest.mark.parametrize(
    "text, reason",
    [
        ("办理时间不超过30分钟。", "a target of service"),
        ("2024年市财政拨付专项资金800万元。", "the year of an appropriation"),
        ("2024年12月31日前发放的贷款，给予贴息。", "which loans are meant"),
        ("对2024年9月底前完成改造的企业，给予补助5万元。", "a condition"),
        ("2月底前已完成方案制定。", "done already"),
        ("2024年12月底前缴纳社保的，给予补贴。", "whom it is for"),
        ("与企业签订的合同执行至2025年12月31日。", "no policy"),
        ("企业享受补贴政策期限至2025年12月31日。", "how long somebody enjoys it"),
    ],
)
def test_no_limit(text: str, reason: str) -> None:
    assert told(text) == [], reason
