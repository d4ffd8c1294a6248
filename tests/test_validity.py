"""From when and how long a notice itself holds."""

from __future__ import annotations

import pytest
from readings import reading_of

from extract.interpret.deadlines import DeadlineDraft, deadlines


def rows(text: str) -> list[DeadlineDraft]:
    return deadlines(reading_of(text))


@pytest.mark.parametrize(
    "text, start_on, end_on, time, reason",
    [
        (
            "本措施有效期三年，自2023年7月1日至2026年6月30日。",
            "2023-07-01",
            "2026-06-30",
            "有效期三年，自2023年7月1日至2026年6月30日",
            "a term and the days it runs",
        ),
        (
            "本政策执行期暂定为自政策发布之日起三个月。",
            "2024-03-15",
            "2024-06-14",
            "执行期暂定为自政策发布之日起三个月",
            "执行期暂定为, from the policy's own day",
        ),
        (
            "本措施执行期限自印发之日起至2024年12月31日。",
            "2024-03-15",
            "2024-12-31",
            "执行期限自印发之日起至2024年12月31日",
            "from its issue to a day",
        ),
        (
            "本办法自2024年5月1日起实行。",
            "2024-05-01",
            None,
            "自2024年5月1日起实行",
            "实行",
        ),
        (
            "本措施有效期三年，自2023年7月1日起施行。",
            "2023-07-01",
            "2026-06-30",
            "有效期三年，自2023年7月1日起施行",
            "the term before its beginning",
        ),
        (
            "本办法适用期间为2021年1月1日至2022年12月31日。",
            "2021-01-01",
            "2022-12-31",
            "适用期间为2021年1月1日至2022年12月31日",
            "适用期间",
        ),
        (
            "本办法自2023年9月8日起施行，有效期3年。",
            "2023-09-08",
            "2026-09-07",
            "自2023年9月8日起施行，有效期3年",
            "to the day before the anniversary",
        ),
        (
            "本措施自2024年1月1日起实施，有效期至2026年12月31日。",
            "2024-01-01",
            "2026-12-31",
            "自2024年1月1日起实施，有效期至2026年12月31日",
            "to the day named",
        ),
        (
            "本办法自印发之日起施行，有效期三年。",
            "2024-03-15",
            "2027-03-14",
            "自印发之日起施行，有效期三年",
            "from the day of issue",
        ),
        (
            "本政策自公布之日起30日后施行，有效期2年。",
            "2024-04-14",
            "2026-04-13",
            "自公布之日起30日后施行，有效期2年",
            "days after the issue",
        ),
        (
            "本规定自2024年3月1日起施行。有效期5年。",
            "2024-03-01",
            "2029-02-28",
            "自2024年3月1日起施行。有效期5年",
            "the term in the next sentence",
        ),
        (
            "本细则为配套文件，自2023年2月22日施行，有效期至2026年2月21日。",
            "2023-02-22",
            "2026-02-21",
            "自2023年2月22日施行，有效期至2026年2月21日",
            "without 起, the subject a clause before",
        ),
        ("本政策自2021年开始执行，由市商务局负责解释。", "2021-01-01", None, "自2021年开始执行", "a year, no end"),
        ("本办法有效期自发布之日起三年。", "2024-03-15", "2027-03-14", "有效期自发布之日起三年", "all in one"),
        (
            "政策执行期为2024年1月1日至2026年12月31日。",
            "2024-01-01",
            "2026-12-31",
            "执行期为2024年1月1日至2026年12月31日",
            "from–to",
        ),
        (
            "本政策自2024年1月1日起施行，2025年12月31日截止。",
            "2024-01-01",
            "2025-12-31",
            "自2024年1月1日起施行，2025年12月31日截止",
            "a last day",
        ),
        (
            "本政策自2024年1月1日起施行，至2025年12月31日止。",
            "2024-01-01",
            "2025-12-31",
            "自2024年1月1日起施行，至2025年12月31日止",
            "up to a last day",
        ),
        (
            "本办法自2024年2月29日起施行，有效期1年。",
            "2024-02-29",
            "2025-02-28",
            "自2024年2月29日起施行，有效期1年",
            "an anniversary that does not exist",
        ),
    ],
)
def test_validity(text: str, start_on: str, end_on: str | None, time: str, reason: str) -> None:
    (row,) = rows(text)
    assert (row.kind, row.start_on, row.end_on, text[slice(*row.time)]) == ("validity", start_on, end_on, time), reason


def test_validity_from_an_unknown_day_of_issue_has_no_dates() -> None:
    (row,) = deadlines(reading_of("本政策自发布之日起施行，有效期3年。", year=None, issued_on=None))
    assert (row.start_on, row.end_on, row.applies_to) == (None, None, "本政策施行和有效期")
