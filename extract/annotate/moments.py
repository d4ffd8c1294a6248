"""Years, months, days and parts of them in the words of notices → `Moment`."""

from __future__ import annotations

import re
from datetime import date

from extract.annotate.numerals import chinese_value
from extract.annotate.values import Moment

_CN = "一二三四五六七八九"
YEAR = rf"(?:(?<!\d)(?:19|20)\d\d|[一二][〇○零九][〇○零{_CN}]{{2}}) ?年度?"
"""2019年, 2019 年, 2019年度, 二〇一九年 (0402年 is none)."""
RELATIVE_YEAR = r"(?:今年(?!轻)|(?<![基日资成根样版])本年|(?<![证说声表])明年|(?<![\d首每两三])次年)(?![级龄均])度?"
"""今年, 本年度, 明年; not 基本年产值."""
_MONTH_NUMBER = rf"(?:(?<!\d)(?:1[0-2]|0?[1-9])|十[一二]?|[{_CN}])"
MONTH = rf"{_MONTH_NUMBER} ?月份?"
"""3月, 03月, 十二月, 6月份."""
DAY = rf"(?:3[01]|[12]\d|0?[1-9]|[二三]?十[{_CN}]?|[{_CN}]) ?[日号]"
"""31日, 8号, 三十一日."""
PART_OF_MONTH = "[底末初]|[上中下]旬"
QUARTER = r"第?[一二三四1-4] ?季度[末底]?"
"""第三季度, 三季度末."""
HALF = "[上下]半年[末底]?"
PART_OF_YEAR = rf"年?[底末]|年?初|{HALF}|前三季度|{QUARTER}"
"""2019年底, 2019年年末, 2024年上半年, 2024年第三季度."""
NUMERIC = (
    r"(?<![\d.])(?:19|20)\d\d(?:[./](?:1[0-2]|0?[1-9])(?:[./](?:3[01]|[12]\d|0?[1-9]))?"
    r"|-(?:1[0-2]|0[1-9])-(?:3[01]|[12]\d|0[1-9]))(?![\d./万亿元%个家项])"
)
"""2021.9, 2021.09.30, 2024/6/30, 2024-06-30."""
IN_YEAR = rf"(?:{PART_OF_YEAR}|{MONTH}(?: ?{DAY}|{PART_OF_MONTH})?)"
MONTH_CLOSED = rf"(?<![\d年个第每]){MONTH}(?: ?{DAY}|{PART_OF_MONTH})"
"""10月底, 8月31日: a month that names no year and can be nothing else."""
_THEN = r"前(?![三两十期沿后])|之前|以前|[,:。;)]|启动|组织|开展|完成|举办|召开|取得|实现|形成"
MONTH_ALONE = rf"(?<![\d年个第每近至到十]){MONTH}(?={_THEN})"
"""6月前, 6月,组织…"""
MONTH_IN_CELL = rf"(?<=\t){MONTH}(?=[\t\n]|$)"
"""建设局⇥|11月|⇥: all that a cell of a table holds."""
BARE = rf"(?<![\d{_CN}十两几多每半周上去])年[底末](?!人口|余额|存栏|总)|(?<![每\d{_CN}年]){HALF}|(?<![每\d]){QUARTER}"
"""年底, 上半年, 第三季度, 三季度末, without a year."""
POINT = rf"(?:(?:{YEAR}|{RELATIVE_YEAR})(?: ?{IN_YEAR})?|{NUMERIC}|{MONTH_CLOSED}|{MONTH_ALONE}|{MONTH_IN_CELL}|{BARE})"

_SHIFTS = {"今年": 0, "本年": 0, "明年": 1, "次年": 1}
_YEAR = re.compile(rf"([\d〇○零{_CN}]{{4}}) ?年?度?")
"""2023年|3月15日 · 二〇二三年度|."""
_RELATIVE = re.compile("(今年|本年|明年|次年)度?")
"""今年|底 · 明年|3月 · 本年度|."""
_NUMERIC = re.compile(r"(\d{4})[./-](\d{1,2})(?:[./-](\d{1,2}))?$")
_MONTH = re.compile(rf"(\d{{1,2}}|[{_CN}十]{{1,3}}) ?月份?")
"""3月份| · 十二月|底 · 10 月|15日."""
_DAY = re.compile(rf"(\d{{1,2}}|[{_CN}十]{{1,3}}) ?[日号]")
"""15日| · 三十一日| · 5 号|."""
_QUARTER = re.compile(r"第?([一二三四1-4]) ?季度")
"""第三季度| → months 7 to 9 · 一季度|末."""
_DECADS = {"上旬": (1, 10), "初": (1, 10), "中旬": (11, 20), "下旬": (21, 0)}


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else chinese_value(text.replace("○", "〇"))


def moment(text: str) -> Moment | None:
    """The moment that words like those of POINT name; None for no date (2月30日).

    A bare year (2018), month (3月) or day (5日, with months None) is read too: the other end of a span fills it up.
    """
    numeric = _NUMERIC.match(text)
    if numeric:
        month, day = int(numeric[2]), numeric[3]
        return _checked(Moment(int(numeric[1]), 0, (month, month), (int(day), int(day)) if day else None))
    year: int | None = None
    shift, rest = 0, text
    if match := _YEAR.match(text):
        year, rest = _number(match[1]), text[match.end() :].strip()
    elif match := _RELATIVE.match(text):
        shift, rest = _SHIFTS[match[1]], text[match.end() :].strip()
    months, days = _within_year(rest)
    return _checked(Moment(year, shift, months, days))


def _within_year(rest: str) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """Months and days of what follows a year."""
    if match := _MONTH.match(rest):
        month = _number(match[1])
        tail = rest[match.end() :].strip()
        if day := _DAY.match(tail):
            return (month, month), (_number(day[1]), _number(day[1]))
        return (month, month), _DECADS.get(tail)
    if match := _DAY.match(rest):
        return None, (_number(match[1]), _number(match[1]))
    if match := _QUARTER.match(rest):
        quarter = _number(match[1])
        return (3 * quarter - 2, 3 * quarter), None
    for word, months in (("上半年", (1, 6)), ("下半年", (7, 12)), ("前三季度", (1, 9)), ("初", (1, 1))):
        if word in rest:
            return months, None
    return None, None


def _checked(found: Moment) -> Moment | None:
    if found.months is None or found.days is None:
        return found if found.months is None or 1 <= found.months[0] <= 12 else None
    try:
        date(found.year or 2024, found.months[1], found.days[1] or 28)
    except ValueError:
        return None
    return found
