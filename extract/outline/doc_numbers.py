"""Document numbers (发文字号) and full dates, in every shape that notices write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

# 六政办秘〔2019〕104号; 〔2019〕第5号; 市政办发[2018]108号; 财税〔2016〕36号; 国办发明电(2020)12号 (on folded text)
_SERIAL = (
    r"[(\[﹝〈<]\s*(?P<year>(?:19|20)\d\d)\s*[)\]﹞〉>]\s*"
    r"(?P<nth>第?)\s*(?P<serial>\d{1,5}(?:-\d{1,3})?)\s*号"
)
NUMBER = re.compile(rf"[\u4e00-\u9fff]{{0,20}}\s*{_SERIAL}")
_BRACKETED = re.compile(_SERIAL)
# 六政办秘 before 〔2019〕104号: looked for backwards, from the bracket
_PREFIX = re.compile(r"(?P<prefix>[\u4e00-\u9fff]{0,20})\s*$")
_PREFIX_WIDTH = 24
# 2023年第15号 (公告, 令); 第123号
PUBLIC_NUMBER = re.compile(r"(?:(?P<year>(?:19|20)\d\d)年)?第(?P<serial>\d{1,4})号")

# words that stand before a cited number and are no part of it: 按照皖政办〔2013〕48号
_LEADS = (
    r"按照|依照|参照|根据|依据|执行|落实|贯彻|转发|印发|下发|关于|以及|同时|原有|符合|发布|公布|废止|修订|经由|详见"
    r"|文件|通知|办法|意见|方案|规定|细则|措施|政策|文号|字号|编号|会同|联合|按|的"
)
_LEAD = re.compile(rf"^.*(?:{_LEADS})")
# 皖政〔2013〕48号|和|皖政办〔2014〕10号: no part of the second number
_JOINT = re.compile(r"^[和及与对按在由见原即据依以将]")

# 2019年3月15日; 2018-10-29; 2018.10.29
DATE = re.compile(
    r"(?P<y>(?:19|20)\d\d)\s*(?:年\s*(?P<m>1[0-2]|0?[1-9])\s*月\s*(?P<d>3[01]|[12]\d|0?[1-9])\s*日"
    r"|(?P<sep>[-./])(?P<m2>1[0-2]|0?[1-9])(?P=sep)(?P<d2>3[01]|[12]\d|0?[1-9])(?!\d))"
)
# 二〇一九年三月十五日
HAN_DATE = re.compile(
    r"(?P<y>[一二][〇○零Oo0一二三四五六七八九]{3})年"
    r"(?P<m>[元一二三四五六七八九十]{1,2})月(?P<d>[一二三四五六七八九十]{1,3})日"
)
# 20190315: a line of its own under a signature
PLAIN_DATE = re.compile(r"(?P<y>20\d\d)(?P<m>1[0-2]|0[1-9])(?P<d>3[01]|[12]\d|0[1-9])$")
_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | dict.fromkeys("○零Oo0", 0) | {"元": 1}


@dataclass(frozen=True, slots=True)
class DocNumber:
    """A document number at start:end of the text; `text` is its one form: 六政办秘〔2019〕104号."""

    start: int
    end: int
    text: str
    prefix: str
    year: int | None


def find_numbers(folded: str, start: int = 0, end: int | None = None) -> list[DocNumber]:
    """All document numbers with a year in brackets in start:end, without the words that lead up to them."""
    out = []
    after = start
    for match in _BRACKETED.finditer(folded, start, len(folded) if end is None else end):
        before = _PREFIX.search(folded, max(after, match.start() - _PREFIX_WIDTH), match.start())
        after = match.end()
        begin, prefix = (before.start(), before["prefix"]) if before else (match.start(), "")
        stands_alone = begin == 0 or folded[begin - 1] in "(\n "
        while lead := _LEAD.match(prefix) or (not stands_alone and _JOINT.match(prefix)) or None:
            stands_alone = False
            begin, prefix = begin + lead.end(), prefix[lead.end() :]
        written = f"{prefix}〔{match['year']}〕{match['nth']}{match['serial']}号"
        out.append(DocNumber(begin, match.end(), written, prefix, int(match["year"])))
    return out


def _small(numeral: str) -> int:
    """十 → 10, 十五 → 15, 二十一 → 21, 元 → 1."""
    tens, ten, ones = numeral.rpartition("十")
    if not ten:
        return _DIGITS[ones]
    return 10 * (_DIGITS[tens] if tens else 1) + (_DIGITS[ones] if ones else 0)


def parse_date(text: str) -> date | None:
    """The first full date in the text; None if there is none, or one that no calendar has."""
    if match := DATE.search(text):
        parts = int(match["y"]), int(match["m"] or match["m2"]), int(match["d"] or match["d2"])
    elif match := PLAIN_DATE.match(text):
        parts = int(match["y"]), int(match["m"]), int(match["d"])
    elif match := HAN_DATE.search(text):
        year = int("".join(str(_DIGITS[char]) for char in match["y"]))
        parts = year, _small(match["m"]), _small(match["d"])
    else:
        return None
    try:
        return date(*parts)
    except ValueError:
        return None
