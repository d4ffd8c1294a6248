"""Time expressions: what is one, which days it means, and what only looks like one."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.annotate import periods as expressions
from extract.annotate.periods import periods
from extract.annotate.values import Period
from extract.clean.fold import fold


def only(text: str) -> Period:
    found = periods(text)
    assert len(found) == 1, [p.text for p in found]
    return found[0]


def days(period: Period, year: int | None = None) -> tuple[str | None, str | None]:
    first, last = period.first_in(year), period.last_in(year)
    return (first.isoformat() if first else None, last.isoformat() if last else None)


@pytest.mark.parametrize(
    "text, said, last, limit, reason",
    [
        ("2019年底", "2019年底", "2019-12-31", True, "a year ends on its last day"),
        ("力争到2020年，", "到2020年", "2020-12-31", True, "the preposition belongs to it"),
        ("2024年3月底前", "2024年3月底前", "2024-03-31", True, "a month ends on its last day"),
        ("2024年2月底前", "2024年2月底前", "2024-02-29", True, "a leap year"),
        ("2019年12月31日前", "2019年12月31日前", "2019-12-31", True, "a day"),
        ("2019 年 8 月 31 日前", "2019 年 8 月 31 日前", "2019-08-31", True, "with blanks"),
        ("二〇一九年十二月三十一日", "二〇一九年十二月三十一日", "2019-12-31", False, "Chinese numerals"),
        ("2024年上半年", "2024年上半年", "2024-06-30", False, "a half"),
        ("2024年第三季度前", "2024年第三季度前", "2024-09-30", True, "a quarter"),
        ("2025年一季度前", "2025年一季度前", "2025-03-31", True, "a quarter without 第"),
        ("2024年前三季度", "2024年前三季度", "2024-09-30", False, "three quarters: 前 is no limit here"),
        ("2024年5月上旬", "2024年5月上旬", "2024-05-10", False, "ten days of a month"),
        ("到“十四五”末", "到“十四五”末", "2025-12-31", True, "the end of a five-year plan"),
        ("在2025年前，", "2025年前", "2025-12-31", True, "前 after a year"),
        ("2024年6月，组织", "2024年6月", "2024-06-30", False, "a plain month"),
        ("（2024.6.30前）", "2024.6.30前", "2024-06-30", True, "figures with points"),
        ("不迟于2024年5月底", "不迟于2024年5月底", "2024-05-31", True, "not later than"),
        ("次年1月底前", "次年1月底前", None, True, "the year after an event has no date of its own"),
    ],
)
def test_a_day(text: str, said: str, last: str | None, limit: bool, reason: str) -> None:
    found = only(text)
    assert (found.form, found.text, days(found)[1], found.limit) == ("day", said, last, limit), reason


@pytest.mark.parametrize(
    "text, said, last, reason",
    [
        ("年底前，实现", "年底前", "2024-12-31", "the year of the context"),
        ("年内培育50家", "年内", "2024-12-31", "within the year"),
        ("今年底", "今年底", "2024-12-31", "this year"),
        ("本年度内完成", "本年度内", "2024-12-31", "this year"),
        ("明年6月底前", "明年6月底前", "2025-06-30", "next year"),
        ("(10月底完成)", "10月底", "2024-10-31", "a bare month with 底"),
        ("9月15日前", "9月15日前", "2024-09-15", "a bare day"),
        ("三季度末", "三季度末", "2024-09-30", "a bare quarter"),
        ("上半年，完成", "上半年", "2024-06-30", "a bare half"),
        ("6月，组织", "6月", "2024-06-30", "a bare month before a comma"),
        ("全年新增经营主体550个", "全年", "2024-12-31", "全年 before a figure"),
    ],
)
def test_a_day_whose_year_the_context_gives(text: str, said: str, last: str, reason: str) -> None:
    found = only(text)
    assert (found.text, days(found), days(found, 2024)[1]) == (said, (None, None), last), reason


@pytest.mark.parametrize(
    "text, said, first, last, reason",
    [
        ("（2021年9月—2021年12月）", "2021年9月—2021年12月", "2021-09-01", "2021-12-31", "months"),
        ("2018年3月至2019年5月", "2018年3月至2019年5月", "2018-03-01", "2019-05-31", "至"),
        ("2018—2020年", "2018—2020年", "2018-01-01", "2020-12-31", "the first year without 年"),
        ("2021-2023年", "2021-2023年", "2021-01-01", "2023-12-31", "a hyphen"),
        ("（2021—2023）", "2021—2023", "2021-01-01", "2023-12-31", "no 年 at all, in brackets"),
        ("2024年1-3月", "2024年1-3月", "2024-01-01", "2024-03-31", "months of one year"),
        ("2024年3月至12月", "2024年3月至12月", "2024-03-01", "2024-12-31", "the second end takes the year"),
        ("2022年11月至3月底", "2022年11月至3月底", "2022-11-01", "2023-03-31", "over the turn of the year"),
        ("2024年3月1日至5日", "2024年3月1日至5日", "2024-03-01", "2024-03-05", "days of one month"),
        (
            "自2024年4月1日起至2026年12月31日止",
            "自2024年4月1日起至2026年12月31日止",
            "2024-04-01",
            "2026-12-31",
            "起 and 止",
        ),
        ("2021.9-2021.12", "2021.9-2021.12", "2021-09-01", "2021-12-31", "figures with points"),
        ("1—6月", "1—6月", "2024-01-01", "2024-06-30", "months without a year"),
        ("11月至次年3月", "11月至次年3月", "2024-11-01", "2025-03-31", "into the next year"),
        ("即日起至2024年5月底", "即日起至2024年5月底", None, "2024-05-31", "from now on"),
    ],
)
def test_a_span(text: str, said: str, first: str | None, last: str, reason: str) -> None:
    found = only(text)
    assert (found.form, found.text, days(found, 2024)) == ("span", said, (first, last)), reason


@pytest.mark.parametrize(
    "text, said, recurrence, reason",
    [
        ("每年组织一次", "每年", "yearly", "a year"),
        ("每年3月底前", "每年3月底前", "yearly", "a day of every year"),
        ("每年3月1日至31日", "每年3月1日至31日", "yearly", "a span of every year"),
        ("按季度报告", "按季度", "quarterly", "by quarters"),
        ("每季度末月25日前", "每季度末月25日前", "quarterly", "a day of a quarter"),
        ("每半年通报", "每半年", "half-yearly", "half a year"),
        ("按月报送", "按月", "monthly", "by months"),
        ("每月5日前", "每月5日前", "monthly", "a day of every month"),
        ("每周五前", "每周五前", "weekly", "a day of every week"),
        ("一季度一调度", "一季度一调度", "quarterly", "the compact form"),
        ("实行月调度", "月调度", "monthly", "the shortest form"),
        ("每两年开展一次", "每两年", None, "no word for every two years"),
    ],
)
def test_a_recurrence(text: str, said: str, recurrence: str | None, reason: str) -> None:
    found = only(text)
    assert (found.form, found.text, found.recurrence) == ("every", said, recurrence), reason


@pytest.mark.parametrize(
    "text, said, amount, unit, reason",
    [
        ("三年内，", "三年内", 3, "年", "Chinese numerals"),
        ("3年内完成", "3年内", 3, "年", "figures"),
        ("一年之内", "一年之内", 1, "年", "之内"),
        ("半三年内", "三年内", 3, "年", "半 is half only by itself"),
        ("半年内", "半年内", 0.5, "年", "half a year"),
        ("48小时内放行", "48小时内", 48, "小时", "hours"),
        ("20个工作日内", "20个工作日内", 20, "工作日", "working days"),
        ("收到之日起30日内", "收到之日起30日内", 30, "日", "from an event"),
        (
            "企业应在收到通知之日起10个工作日内",
            "收到通知之日起10个工作日内",
            10,
            "工作日",
            "the subject is no part of it",
        ),
        ("自发布之日起30日内", "自发布之日起30日内", 30, "日", "one expression, not two"),
        ("未来3—5年，", "未来3—5年", 5, "年", "the years to come"),
        ("利用3年时间，", "利用3年时间", 3, "年", "in the course of"),
        ("经过三年努力", "经过三年努力", 3, "年", "by the efforts of"),
        ("1个工作日办结", "1个工作日", 1, "工作日", "without 内 before the verb of settling"),
    ],
)
def test_a_relative_limit(text: str, said: str, amount: float, unit: str, reason: str) -> None:
    found = only(text)
    assert (found.form, found.text, found.amount, found.unit) == ("within", said, amount, unit), reason


@pytest.mark.parametrize(
    "text, form, said, first, last, reason",
    [
        ("“十四五”期间", "named", "“十四五”期间", "2021-01-01", "2025-12-31", "a five-year plan"),
        ("“十五五”时期", "named", "“十五五”时期", "2026-01-01", "2030-12-31", "the next one"),
        ("近期目标：", "named", "近期", None, None, "a named period without dates"),
        ("自2024年1月1日起施行", "from", "自2024年1月1日起", "2024-01-01", None, "a start"),
        ("自2021年开始执行", "from", "自2021年开始", "2021-01-01", None, "a year's start"),
        ("2023年2月22日以后", "from", "2023年2月22日以后", "2023-02-22", None, "after"),
        ("自发布之日起施行", "from", "自发布之日起", None, None, "a start that hangs on the notice"),
        ("有效期3年", "lasts", "有效期3年", None, None, "a term"),
        ("有效期至2026年12月31日", "lasts", "有效期至2026年12月31日", None, "2026-12-31", "a term with its end"),
        (
            "适用期间为2021年1月1日至2022年12月31日",
            "lasts",
            "适用期间为2021年1月1日至2022年12月31日",
            "2021-01-01",
            "2022-12-31",
            "another word for it",
        ),
        ("有效期为2024-2026年", "lasts", "有效期为2024-2026年", "2024-01-01", "2026-12-31", "a term from–to"),
        ("试行期一年", "lasts", "试行期一年", None, None, "a trial"),
    ],
)
def test_other_forms(text: str, form: str, said: str, first: str | None, last: str | None, reason: str) -> None:
    found = only(text)
    assert (found.form, found.text, *days(found)) == (form, said, first, last), reason


@pytest.mark.parametrize(
    "text, reason",
    [
        ("六政办秘〔2019〕104号", "a document number"),
        ("《数字山东发展规划（2018-2022年）》", "the years of a cited title"),
        ("《关于〈三年行动方案（2018—2020年）〉的通知》", "a title in a title"),
        ("3年期以上贷款", "the term of a loan"),
        ("连续补助3年", "how long is paid"),
        ("运行满1年", "a condition"),
        ("0402年，0403年底前", "years broken by OCR"),
        ("2024年2月30日前", "no such day"),
        ("联系电话：0532-88999976", "a telephone number"),
        ("1万个、4G和5G", "figures"),
        ("按月薪计算", "wages by the month"),
        ("发布日期：", "the label of a date"),
        ("年度财务审计报告", "a yearly report is no recurrence"),
        ("本细则有效期内", "a term without figure"),
    ],
)
def test_no_time(text: str, reason: str) -> None:
    assert [p.text for p in periods(text)] == [], reason


def test_a_title_that_its_line_does_not_close_hides_nothing_after_the_line() -> None:
    assert [p.text for p in periods("《未完的标题\n到2025年，")] == ["到2025年"]


WORDS = [
    "2019年", "2024年3月", "底前", "到", "至", "—", "每年", "每", "季度", "三年", "内", "自", "起", "之日", "有效期",
    "（", "）", "《", "》", "“十四五”", "期间", "31日", "12月", "0402年", "，", "。", "\n", "收到", "个工作日", "一",
    "二", "十", "年", "月", "日", "前", "后", "末", "半",
]  # fmt: skip
PIECES = st.lists(st.sampled_from(WORDS), max_size=14).map("".join)


@given(PIECES)
def test_expressions_are_in_order_apart_and_verbatim(text: str) -> None:
    found = periods(text)
    assert all(text[p.start : p.end] == p.text for p in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(PIECES)
def test_a_span_never_runs_backwards(text: str) -> None:
    for period in periods(text):
        first, last = period.first_in(2024), period.last_in(2024)
        assert first is None or last is None or first <= last


def test_the_quick_way_leaves_no_expression_out() -> None:
    """What `_OPENING` passes over holds no date or term: with and without it the notices give the same."""
    slow = re.compile(expressions._ANY)
    texts = [
        fold(path.read_text(encoding="utf-8"))
        for path in sorted((Path(__file__).parents[1] / "corpus/notices").glob("*.txt"))
    ]
    texts.append(fold(Path(__file__).read_text(encoding="utf-8")))
    for text in texts:
        found = [match[0] for match in slow.finditer(text) if expressions._period(match, text)]
        quick = [match[0] for match in expressions._EXPRESSION.finditer(text) if expressions._period(match, text)]
        assert quick == found
        assert found
