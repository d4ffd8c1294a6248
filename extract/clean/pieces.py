"""Lines that a program took apart → paragraphs: in stretched lines of a PDF it saw gaps behind commas and brackets.

征地信息、| 棚户区改造、| 保障性租赁住房等方面的信息公|开。 What tells is how far pieces reach when laid side by side.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from extract.clean import lines as kinds
from extract.clean.lines import Line
from extract.clean.wrapping import Wrapping

_BEYOND = 1.05  # of the width: punctuation is squeezed
_ONLY_NUMBERED = re.compile(rf"(?!附|目录|备注|说明|抄|主)(?:{kinds.PART.pattern})$")
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
    rf"|(?:{kinds.PART.pattern})[^，。；]*[（(][^（）()]*\d[^（）()]*[）)]$"
)
"""（此件公开发布）|广东省…方案, …的通知（2023年6月21日）|各县（市）, （一）启动阶段（2021年9月—12月）|成立小组."""
_UNCLOSED = re.compile(r"[（(][^（）()]*$")
"""（牵头单位：市商务局；|责任单位：市财政局）."""
_LABEL = re.compile("(?:责任|牵头|配合|主办|协办|承办|参与|实施|主管)(?:单位|部门)[:：]|完成时[限间][:：]")
"""Opens a line even where the one above reaches the width; not: …责|任单位：市商务局."""
_COUNTS = re.compile("[一二三四五六七八九]、$")
"""促进农村一、|二、三产业融合."""


class _Reach(NamedTuple):
    """How far the words reach: `full` the width; else the next line `fits` beside them, or not; with it, it `fills`."""

    full: bool
    fits: bool
    fills: bool


def paragraphs_of_pieces(lines: list[Line], wrapped: Wrapping) -> list[list[Line]]:
    """The lines (none of them empty, none a table's) of a text in pieces, grouped to paragraphs."""
    out: list[list[Line]] = []
    words, reach = "", 0
    for line in lines:
        fits = reach + line.width <= _BEYOND * wrapped.width
        beside = reach + line.width if fits else line.width
        reached = _Reach(reach >= wrapped.full, fits, beside >= wrapped.full)
        begins = wrapped.indents and line.indent >= kinds.INDENT
        if out and not begins and _goes_on(words, len(out[-1]) == 1, line, reached):
            out[-1].append(line)
            words = (words + line.words)[-kinds.REMEMBERED :]
            reach = beside
        else:
            stands = out and _STOPS.search(words) and not kinds.PART.match(line.words)
            reach = beside if stands else line.width
            out.append([line])
            words = line.words
    return out


def _goes_on(words: str, one_line: bool, line: Line, reached: _Reach) -> bool:
    """Whether `line` goes on with the paragraph `words`, which may be of `one_line`."""
    if kinds.INNER_START.match(line.words) or kinds.OPEN.search(words[-80:]):
        return True
    if _ONLY_NUMBERED.match(words) or _COUNTS.search(words):
        return True
    dated = kinds.DATE_LINE.match(line.words) or (one_line and kinds.DATE_LINE.match(words))
    if kinds.PART.match(line.words) or dated:
        return False
    if _UNCLOSED.search(words) or kinds.RUNS_ON.search(words):
        return True
    if kinds.ENDING.search(words):
        addressed = one_line and words.endswith(("：", ":"))
        return not addressed and (reached.full or reached.fits) and _is_prose(line, reached)
    if _LABEL.match(line.words) or (kinds.FIELD.match(line.words) and not reached.full):
        return False
    return reached.full or bool(_SENTENCE.search(words)) or (reached.fits and _is_between(words, line))


def _is_prose(line: Line, reached: _Reach) -> bool:
    """Whether a line behind a sentence can be the next one's, and no signature or line of its own."""
    if _SIGNED.match(line.words) or _APART.match(line.words):
        return False
    return reached.fills or bool(kinds.ENDING.search(line.words) or kinds.INNER.search(line.words))


def _is_between(words: str, line: Line) -> bool:
    """Whether a bracket or quotation parts two pieces, and neither is a line of its own."""
    parted = _CLOSED.search(words) or _OPENS.match(line.words)
    return bool(parted) and not _APART.match(line.words) and not _REMARK.match(words)
