"""What a covering letter charges and sets beside sending its document, and what it sends."""

from __future__ import annotations

import pytest
from test_notice import read

LETTER = """六安市安全生产委员会关于印发《六安市治本攻坚三年行动方案》的通知
六安委〔2024〕1号
各县区人民政府：
{}
六安市安全生产委员会
2024年2月1日
六安市治本攻坚三年行动方案
一、目标
到2026年底，重大隐患动态清零。
"""
SENT = "现将《六安市治本攻坚三年行动方案》印发你们，请结合实际，认真贯彻落实。"
INNER = ("2026-12-31", None, "重大隐患动态清零")


@pytest.mark.parametrize(
    ("words", "expected", "reason"),
    [
        (SENT, [INNER], "nothing but sent"),
        (SENT + "各县区要研究制定工作方案，于2024年3月15日前报市安办备案。",
         [("2024-03-15", None, "各县区要研究制定工作方案，报市安办备案"), INNER], "a day in the sentences behind"),
        (SENT + "各县区每季度报送一次进展情况，每半年报送一次总结。",
         [(None, "quarterly", "各县区报送一次进展情况"), (None, "half-yearly", "报送一次总结"), INNER], "times that come again"),
        (SENT + "\n一、各县区于2024年3月15日前报送方案。", [("2024-03-15", None, "各县区报送方案"), INNER], "in points of its own"),
    ],
)  # fmt: skip
def test_times_of_a_letter(words: str, expected: list[tuple[str | None, str | None, str]], reason: str) -> None:
    rows = read(LETTER.format(words)).deadlines
    assert [(row.end_on and str(row.end_on), row.recurrence, row.applies_to) for row in rows] == expected, reason


def test_charges_of_a_letter() -> None:
    notice = read(LETTER.format(SENT + "市发展改革委负责统筹协调，市财政局负责资金保障。"))
    assert [row.unit_text for row in notice.responsibilities] == ["市发展改革委", "市财政局"]


@pytest.mark.parametrize(
    ("text", "name", "value", "reason"),
    [
        ("各县区人民政府：\n根据《国务院办公厅关于印发工作要点的通知》、《省人民政府办公厅关于印发工作要点的通知》要求，结合我市实际，"
         "制定了全市2022年政务公开任务清单，现印发给你们。\n2022年7月25日\n六安市2022年政务公开任务清单\n一、任务\n1.建设平台。",
         "title", "六安市2022年政务公开任务清单", "what was made is sent, not what it follows"),
        ("六安市推动现代物流业高质量发展的若干扶持政策\n（六政规〔2022〕7号）\n国际物流中心支持政策\n一、支持物流\n对企业给予10万元奖励。",
         "title", "六安市推动现代物流业高质量发展的若干扶持政策", "a heading behind the number is that of a part"),
        ("关于新时期强化投资促进的政策措施\n推出招商政策新工具\n实施招商奖励新计划\n支持引进项目。对企业给予10万元奖励。",
         "title", "关于新时期强化投资促进的政策措施", "headings of parts that read like titles"),
        ("（安徽省）六安市2023年目标任务分解方案\n一、任务\n1.建设平台。", "area", "六安市", "the province in brackets before"),
        ("广州开发区（黄埔区）促进产业发展办法\n第一条 对企业给予10万元奖励。", "area", "黄埔区", "the district that a zone is"),
    ],
)  # fmt: skip
def test_what_a_head_is_about(text: str, name: str, value: str, reason: str) -> None:
    assert dict(read(text).document)[name] == value, reason
