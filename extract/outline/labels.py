"""The numbers at the beginning of a line that open a section: 第一章, 一、, （一）, 1., （1）, ①, 附件1, 专栏1."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HAN = "[一二三四五六七八九十百零〇]"
_UNITS = r"(?:亿|万|千|百|元|%|个|倍|公里|平方|吨|家|人|米|度|年|月|日)"

# Forms in the order in which they nest (GB/T 9704: 一、 （一） 1. （1）; laws: 编 章 节 条 （一） 1.), on folded text.
_FORMS: tuple[tuple[str, str], ...] = (
    ("part", rf"第{_HAN}{{1,3}}(?:编|部分)(?![的在为])"),  # 第一编 总则
    ("chapter", rf"第(?:{_HAN}{{1,3}}|\d{{1,2}})章(?![的在为])"),  # 第一章 总则
    ("division", rf"第{_HAN}{{1,3}}节(?![的在为课])"),  # 第一节 骨干人才奖励
    ("article", rf"第(?:{_HAN}{{1,5}}|\d{{1,3}})条(?![的第款规中所之])(?:[、.:](?!\d))?"),  # 第五条 企业培育。
    ("han", rf"{_HAN}{{1,3}}\s*[、.](?![、.])"),  # 一、目标要求
    ("han_bracket", rf"\({_HAN}{{1,3}}\)\s*[、.]?"),  # (一)完善服务基础设施。
    ("decimal", rf"\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}(?:\.(?!\d)|(?=\s*[\u4e00-\u9fff“])(?!\s*{_UNITS}))"),  # 1.1 总则
    ("number", r"\d{1,3}\s*(?:[、.](?![\d、.])|\.(?=\d{1,4}(?:[年月个家万A-Z]|-\d)))"),  # 1.扩大出口。 2.2024年起
    ("half_bracket", r"\d{1,2}\)"),  # 1)
    ("bracket", r"\(\d{1,2}\)\s*[、.]?"),  # (1)世界1000强
    ("circle", r"[①-⑳❶-❿]\s*[、.]?"),  # ①现代物流业
    ("box", r"专栏\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?![中内所])"),  # 专栏1 重点工程
    # 附件1; 附件:; 附
    ("attachment", r"附[件表录]?\s*(?:\d{1,2}(?!\d)|[一二三四五六七八九十]{0,2}(?=\s|:|$|[、.]))\s*[:、.]?"),
)
LABEL = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _FORMS))
RANK = {name: float(rank) for rank, (name, _) in enumerate(_FORMS)} | {"title": -1.0, "attachment": -1.0, "box": 4.5}
"""How deep a form stands by custom; a titled inner document and an attachment stand outermost."""

_VALUES = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0}
_CIRCLES = {chr(0x2460 + n): n + 1 for n in range(20)} | {chr(0x2776 + n): n + 1 for n in range(10)}
_ORDINAL = re.compile(rf"{_HAN}+|\d+(?:\.\d+)*|[①-⑳❶-❿]")


@dataclass(frozen=True, slots=True)
class Label:
    """A label of a form with the number it bears (None: none), `width` characters wide."""

    form: str
    text: str
    number: int | None
    width: int


def han_number(numeral: str) -> int:
    """十二 → 12, 二十 → 20, 一百零三 → 103."""
    total, digit = 0, 0
    for char in numeral:
        if char in "十百":
            total += (digit or 1) * (10 if char == "十" else 100)
            digit = 0
        else:
            digit = _VALUES[char]
    return total + digit


def _number(text: str) -> int | None:
    match = _ORDINAL.search(text)
    if match is None:
        return None
    found = match[0]
    if found in _CIRCLES:
        return _CIRCLES[found]
    return int(found.rpartition(".")[2]) if found[0].isdigit() else han_number(found)


def label_of(line: str) -> Label | None:
    """The label at the beginning of a folded line; None if the line has none."""
    match = LABEL.match(line)
    if match is None or match.lastgroup is None:
        return None
    form = match.lastgroup
    return Label(form, match[0].strip(), _number(match[0]), match.end())
