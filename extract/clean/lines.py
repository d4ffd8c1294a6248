"""The lines of a text before they are joined to paragraphs or rows, and how lines begin and end."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.clean.characters import BLANKS

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the blanks around it (`text[start:end]` == `words`); `indent` in columns, `　` being two."""

    start: int
    end: int
    words: str
    indent: int

    @property
    def width(self) -> int:
        """Columns it takes with its indent: one for a Latin character, two for a Chinese one, as bytes in GB18030."""
        return self.indent + len(self.words.encode("gb18030", "replace"))


def lines_of(text: str) -> list[Line]:
    """All lines, empty ones too. Tabs at a line's edges stay: they may be empty cells."""
    out = []
    at = 0
    for raw in text.split("\n"):
        led = raw.lstrip(BLANKS)
        words = led.rstrip(BLANKS)
        begin = at + len(raw) - len(led)
        indent = sum(2 if char == "\u3000" else 1 for char in raw[: len(raw) - len(led)])
        out.append(Line(begin, begin + len(words), words, indent))
        at += len(raw) + 1
    return out


INDENT = 2  # columns that show a new paragraph
REMEMBERED = 400  # characters of a paragraph that tell whether it is finished

_NUMERAL = "[一二三四五六七八九十百〇零]"
# What begins a part of a notice and so never goes on with the line before:
PART = re.compile(
    rf"{_NUMERAL}{{1,4}}、(?![二三四五六七八九十]、)"  # 一、总体要求 — but not 一、二、三产业融合
    rf"|[（(]{_NUMERAL}{{1,3}}[）)]"  # （一）加强组织领导
    r"|\d{1,2}[.．﹒、](?:(?!\d)|(?=\d{4} ?年))|[（(]\d{1,2}[）)]|\d{1,2}[）)]"  # 1. 1．（1） 1） 3.2022年底前
    rf"|第(?:{_NUMERAL}{{1,5}}|\d{{1,3}})[编章节条款部分]"  # 第一章, 第12条
    r"|[①-⑳㈠-㈩]|[●○■□◆◇★☆▲△►▶·•※*]|[-—–]{2}|[-–] "  # bullets
    r"|专栏|附[件表录图：:]|附\s*件|抄送|抄报|主送|主题词|目录|备注|[注附][:：]|说明[:：]|[（(](?:此件|联系人|公开|主动公开)|公开方式|信息公开"
)
# A field on a line of its own: 责任单位：县商务局, ∙【制定机关】市人民政府, 完成时限：年底前, 申报条件：
FIELD = re.compile(
    r"[^，。；、：:（）()\s]{1,10}(?:单位|部门|时限|时间|期限|电话|邮箱|地址|传真|联系人|负责人|方式|依据|条件|材料|标准|对象|内容"
    r"|目标|任务|措施|来源|范围|流程|程序)[:：]|[∙·•]?\s*【[\u4e00-\u9fff ]{2,10}】"
)
# A date on a line of its own: 2018年3月15日, 二〇一九年三月五日, 2018年3月15日印发
DATE_LINE = re.compile(
    r"(?:\d{4}|[一二三四五六七八九〇○零]{4}) ?年 ?[\d一二三四五六七八九十]{1,3} ?月"
    r"(?: ?[\d一二三四五六七八九十]{1,3} ?日)?(?:印发)?$"
)
# What no line begins with: it goes on with the line before
INNER_START = re.compile(r"[，。、；：！？）》〉”’」』】〕％%,;]")
ENDING = re.compile(r"[。！？；：…!?;:][”’」』）)》]*$")
INNER = re.compile(r"[，。；、;]|,(?!\d)")
OPEN = re.compile(r"[（(《〔][^（）()《》〔〕\n]{0,60}$")
RUNS_ON = re.compile(r"[，、,（《〈“‘「『〔(]$")
