"""Lines that a program took apart → paragraphs: in stretched lines of a PDF it saw gaps behind commas and brackets.

征地信息、| 棚户区改造、| 保障性租赁住房等方面的信息公|开。 What tells is how far pieces reach when laid side by side.
"""

from __future__ import annotations

import re

from extract.clean.lines import (
    DATE_LINE,
    ENDING,
    FIELD,
    INDENT,
    INNER,
    INNER_START,
    OPEN,
    PART,
    REMEMBERED,
    RUNS_ON,
    Line,
)
from extract.clean.wrapping import Wrapping

_FULL, _BEYOND = 0.9, 1.05  # of the width: punctuation is squeezed and stretched
_ONLY_NUMBERED = re.compile(rf"(?!附|目录|备注|说明|抄|主)(?:{PART.pattern})$")
"""十八、 · （五） · 1．: a number whose heading is the next piece."""
_SENTENCE = re.compile(r"[，。；！？;]|,(?!\d)")
"""水资源费按80%收取，用气价格平均降低: no heading, title or name."""
_STOPS = re.compile("[。；;！？][”’」』）)]*$")
"""…全面贯彻。|在中国（广西）…: the next sentence may stand in the same line of the page."""
_OPENS, _CLOSED = re.compile("[“‘「『《〈（(〔]"), re.compile("[”’」』》〉）)〕]$")
"""支持创建|“一村一品”|示范村, 在中国|（广西）|自由贸易试验区: what stands between pieces."""
_APART = re.compile(
    r"[（(]\d{4} ?(?:〕|年[^—–\-~至]*$)"  # …的通知|（2023年3月5日）: the line under a title; not （2021年9月—12月）
    r"|[^，。；、\s]{1,12}[〔［\[(（]\d{4}[〕］\])）]第? ?\d+ ?号$"  # （2023年3月5日）|沪府规〔2023〕1号
    r"|(?![（(“])[^，。；、]{4,30}(?:府|[厅局委办院会部署]|办公室)$"  # （征求意见稿）|市场监管总局
)
_SIGNED = re.compile(r"[^，。；、]{4,40}\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日(?:印发)?$")
"""省工商联。|山东省人民政府办公厅2019年3月15日印发."""
_REMARK = re.compile(
    r"(?:[^。]*(?:通知|意见|公告|办法|方案|措施))?[（(][^（）()]*[）)]$"
    rf"|(?:{PART.pattern})[^，。；]*[（(][^（）()]*\d[^（）()]*[）)]$"
)
"""（此件公开发布）|广东省…方案, …的通知（2023年6月21日）|各县（市）, （一）启动阶段（2021年9月—12月）|成立小组."""
_UNCLOSED = re.compile(r"[（(][^（）()]*$")
"""（牵头单位：市商务局；|责任单位：市财政局）."""
_LABEL = re.compile("(?:责任|牵头|配合|主办|协办|承办|参与|实施|主管)(?:单位|部门)[:：]|完成时[限间][:：]")
"""Opens a line even where the one above reaches the width; not: …责|任单位：市商务局."""
_COUNTS = re.compile("[一二三四五六七八九]、$")
"""促进农村一、|二、三产业融合."""


def paragraphs_of_pieces(lines: list[Line], wrapped: Wrapping) -> list[list[Line]]:
    """The lines (none of them empty, none a table's) of a text in pieces, grouped to paragraphs."""
    out: list[list[Line]] = []
    words, reach = "", 0
    enough = _FULL * wrapped.width
    for line in lines:
        fits = reach + line.width <= _BEYOND * wrapped.width
        beside = reach + line.width if fits else line.width
        begins = wrapped.indents and line.indent >= INDENT
        if out and not begins and _goes_on(words, len(out[-1]) == 1, line, fits, reach >= enough, beside >= enough):
            out[-1].append(line)
            words = (words + line.words)[-REMEMBERED:]
            reach = beside
        else:
            stands = out and _STOPS.search(words) and not PART.match(line.words)
            reach = beside if stands else line.width
            out.append([line])
            words = line.words
    return out


def _goes_on(words: str, one_line: bool, line: Line, fits: bool, full: bool, fills: bool) -> bool:
    """Whether `line` goes on with the paragraph `words`.

    `full`: the words reach the width; else the line `fits` beside them, or not; with it, the width is reached: `fills`.
    """
    if (
        INNER_START.match(line.words)
        or _ONLY_NUMBERED.match(words)
        or _COUNTS.search(words)
        or OPEN.search(words[-80:])
    ):
        return True
    if PART.match(line.words) or DATE_LINE.match(line.words) or (one_line and DATE_LINE.match(words)):
        return False
    if _UNCLOSED.search(words) or RUNS_ON.search(words):
        return True
    if ENDING.search(words):
        prose = fills or bool(ENDING.search(line.words) or INNER.search(line.words))
        addressed = one_line and words.endswith(("：", ":"))
        return (
            prose
            and (full or fits)
            and not addressed
            and not _SIGNED.match(line.words)
            and not _APART.match(line.words)
        )
    if _LABEL.match(line.words) or (FIELD.match(line.words) and not full):
        return False
    if full:
        return True
    return bool(_SENTENCE.search(words)) or (fits and _is_between(words, line))


def _is_between(words: str, line: Line) -> bool:
    """Whether a bracket or quotation parts two pieces, and neither is a line of its own."""
    parted = _CLOSED.search(words) or _OPENS.match(line.words)
    return bool(parted) and not _APART.match(line.words) and not _REMARK.match(words)
