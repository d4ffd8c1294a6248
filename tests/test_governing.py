"""The time limit that governs a stretch of the text: `due_on` of targets and tasks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import reading_of

from extract.interpret.governing import due_on, limits


def due(text: str, words: str) -> str | None:
    start = text.index(words)
    return due_on(reading_of(text), start, start + len(words))


PARAGRAPH = "到2025年底,在全市打造30个示范镇,培育10个品牌。各区县引进2家企业。"
MIXED = "培育主体。年底前，网上可办率不低于90%，材料减少60%（省大数据局牵头）。网站迁入超过100个。"
LIST = """二、发展目标
到2025年，建设量质并进，作用凸显。
——平台建设。培育3家平台。
——融合应用。打造100个案例。
三、重点任务
建成10个节点。"""
NUMBERED = """（二）主要目标
到2025年，实现以下目标：
1.产业规模。产值突破500亿元。
2.创新能力。新增企业100家。
（三）保障措施
培训1000人。"""
OPENED = """一、重点任务
（一）到2027年，云服务规模达到5亿元，形成产业链。
1.网络设施。宽带普及率达到80%。
（二）保障措施
培训1000人。"""
LED_IN = """一、加快创新发展
紧抓机遇，到2027年，基本建成高地。具体目标为：
（一）产业。培育10家企业。
二、保障措施
培训1000人。"""
OVER = "2024年我市计划接待游客50万人次，增长20%；旅游收入16亿元。争取上级支持2项。"
TABLE = """工作任务\t责任单位\t完成时限
新增主体550个\t市商务局\t2024年10月底前
培育品牌5个\t市经信局\t"""
YEARS = """指标\t2020年实际\t2024年\t2025年目标
产值（亿元）\t100\t400\t500"""


@pytest.mark.parametrize(
    "text, words, expected, reason",
    [
        ("到2025年底，培育企业100家。", "培育企业100家", "2025-12-31", "in the sentence before it"),
        (
            "扩大范围，年底前实现部门全覆盖。",
            "扩大范围，年底前实现部门全覆盖",
            "2024-12-31",
            "words that hold the time",
        ),
        (PARAGRAPH, "培育10个品牌", "2025-12-31", "the rest of the list"),
        (PARAGRAPH, "引进2家企业", "2025-12-31", "past the full stop, to the paragraph's end"),
        (MIXED, "材料减少60%", "2024-12-31", "the clause after"),
        (MIXED, "迁入超过100个", None, "not past the sentence that 年底前 begins"),
        (
            "到2025年，建成10个站点（市商务局牵头）。建成5个园区。",
            "5个园区",
            None,
            "not past the bracket that closes the task",
        ),
        ("到2025年，建成10个站点。\n建成5个园区。", "5个园区", None, "not past the paragraph"),
        (LIST, "培育3家平台", "2025-12-31", "the bullets under a lead"),
        (LIST, "打造100个案例", "2025-12-31", "every bullet"),
        (LIST, "建成10个节点", None, "not the next part"),
        (NUMBERED, "产值突破500亿元", "2025-12-31", "the numbered items under a lead"),
        (NUMBERED, "新增企业100家", "2025-12-31", "every item"),
        (NUMBERED, "培训1000人", None, "not the next part"),
        (OPENED, "宽带普及率达到80%", "2027-12-31", "a limit that opens a section holds for its items"),
        (OPENED, "培训1000人", None, "not for the next"),
        (LED_IN, "培育10家企业", "2027-12-31", "what 目标为： leads in to"),
        (LED_IN, "培训1000人", None, "not the next part either"),
        (OVER, "旅游收入16亿元", "2024-12-31", "a year without a comma, over a semicolon"),
        (OVER, "支持2项", None, "not past the full stop"),
        (TABLE, "新增主体550个", "2024-10-31", "the row's time cell"),
        (TABLE, "培育品牌5个", "2024-10-31", "a merged time cell"),
        (YEARS, "400", "2024-12-31", "the column of a year"),
        (YEARS, "500", "2025-12-31", "a column of aims"),
        (
            "开展宣传。培育10个品牌。（10月底完成，牵头单位：市商务局）",
            "10个品牌",
            "2024-10-31",
            "the bracket after the task",
        ),
        ("1.培育10个品牌。\n完成时限：2024年9月底前", "10个品牌", "2024-09-30", "the label under the task"),
        ("新建站点20个，2024年底前完成。", "新建站点20个", "2024-12-31", "the time at the end of the sentence"),
        ("2024年6月底前完成50%，年底前完成100%。", "50%", "2024-06-30", "the first of two"),
        ("2024年6月底前完成50%，年底前完成100%。", "100%", "2024-12-31", "the second of two"),
        ("到2025年，培育企业100家。年底前，新增10家。引进5家。", "新增10家", "2024-12-31", "the nearer limit"),
        ("到2025年，培育企业100家。年底前，新增10家。引进5家。", "引进5家", "2025-12-31", "back to the wider one"),
        ("到2025年，培育企业100家。3年内建成孵化器8家。", "孵化器8家", None, "a relative limit gives no date"),
        ("三年内，建成1个中心，新增2000家。", "新增2000家", None, "relative"),
        ("（一）实施阶段（2024年4月—10月）\n建设站点20个。", "站点20个", "2024-10-31", "the phase it stands under"),
        (
            "一、支持创新\n2025年，链条形成。培育20个平台。",
            "20个平台",
            "2025-12-31",
            "a year at the head of a paragraph",
        ),
        ("2025年底前，链条形成。培育20个平台。", "20个平台", "2025-12-31", "the end of one"),
        ("完善机制。2025年，链条形成。培育20个平台。", "20个平台", None, "not from the middle of a paragraph"),
        ("2025年6月底前，完成编制。培育20个平台。", "20个平台", None, "a month is that sentence's"),
        ("2025年，链条形成。\n培育20个平台。", "20个平台", None, "not the next paragraph"),
        ("到2025年，建设期不超过1年，培育20个平台。", "20个平台", "2025-12-31", "how long something takes sets no day"),
        ("一、2025年工作目标\n新建站点20个。", "站点20个", "2025-12-31", "the year of the heading"),
        ("全年新增经营主体550个以上。", "550个", "2024-12-31", "全年"),
        ("每年培训5000人。", "5000人", None, "a recurrence is no limit"),
        ("新建站点20个。", "20个", None, "none"),
    ],
)
def test_due_on(text: str, words: str, expected: str | None, reason: str) -> None:
    assert due(text, words) == expected, reason


PIECES = st.lists(
    st.sampled_from(
        [
            "到2025年，",
            "年底前，",
            "三年内，",
            "（10月底完成，市商务局牵头）",
            "建成10个",
            "。",
            "\n",
            "——",
            "（一）目标\n",
            "2024年5月",
        ]
    ),
    max_size=16,
).map("".join)


@given(PIECES)
def test_changes_are_in_order_and_end_with_no_limit(text: str) -> None:
    found = limits(reading_of(text))
    assert list(found.starts) == sorted(set(found.starts))
    assert not found.ends or found.ends[-1] is None
    assert found.at(-1) is None
    assert found.at(len(text)) is None
