"""Lines → paragraphs: what a page's end or a fixed line width broke is joined again."""

from __future__ import annotations

import re

from extract.clean.lines import DATE_LINE, ENDING, INNER_START, PART, RUNS_ON, Line

_INNER = re.compile(r"[，。；、]")
_FINISHED = re.compile(r"[。；！？]")
# （各县区政府负责）鼓励农村电商企业…: the bracket charges units with what stands before it, so the paragraph goes on
_DUTY_FIRST = re.compile(
    r"[（(](?:[^（）()]{2,80}(?:负责|牵头|配合|落实)[^（）()]{0,12}|(?:责任|牵头|配合|主办|承办)(?:单位|部门)[:：][^（）()]{2,120})[）)](?=[^。；\s])"
)
_LONG = 60  # characters of a line that can be no heading, title or signature
_INDENT = 2  # columns that show a new paragraph
_NARROW, _WIDEST = 30, 130  # columns of a text with a fixed line width


def line_width(lines: list[Line]) -> int | None:
    """The columns after which every line was broken, where the text has such a fixed width.

    Then hardly a line is wider, and of the lines that stop in mid-sentence most have just that width.
    """
    open_ended = [
        n.width for n in lines if n.width >= _NARROW and not ENDING.search(n.words) and not PART.match(n.words)
    ]
    if len(open_ended) < 5:
        return None
    widest = sorted(open_ended)[int(len(open_ended) * 0.95)]
    beyond = sum(line.width for line in lines if line.width > widest + 4)
    if widest > _WIDEST or beyond > 0.05 * sum(line.width for line in lines):
        return None
    near = sum(widest - 4 <= width <= widest + 2 for width in open_ended)
    return widest if near >= 0.6 * len(open_ended) else None


def paragraphs_of(lines: list[Line], width: int | None) -> list[list[Line]]:
    """The lines (none of them empty, none a table's) grouped to paragraphs."""
    out: list[list[Line]] = []
    words = ""
    for line in lines:
        if out and _goes_on(words, out[-1][-1], line, width):
            out[-1].append(line)
            words += line.words
        else:
            out.append([line])
            words = line.words
    return out


def _goes_on(words: str, last: Line, line: Line, width: int | None) -> bool:
    """Whether `line` goes on with the paragraph `words`, whose last line is `last`."""
    if INNER_START.match(line.words):
        return True
    if line.indent >= _INDENT or PART.match(line.words) or DATE_LINE.match(line.words):
        return False
    if ENDING.search(words):
        full_stop = words.rstrip("”’」』）)》").endswith("。")
        return full_stop and bool(_DUTY_FIRST.match(line.words)) and not words.endswith(("）", ")"))
    if RUNS_ON.search(words):
        return True
    if width and last.width >= width - 4:
        return True
    running = bool(_FINISHED.search(words)) or (len(words) >= _LONG and bool(_INNER.search(words)))
    return running and not words.endswith(("）", ")")) and bool(_INNER.search(line.words))
