"""Lines → paragraphs: what a page's end or a fixed line width broke is joined again."""

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

_FINISHED = re.compile(r"[。；！？]")
# （各县区政府负责）鼓励农村电商企业…: the bracket charges units with what stands before it, so the paragraph goes on
_DUTY_FIRST = re.compile(
    r"[（(](?:[^（）()]{2,80}(?:负责|牵头|配合|落实)[^（）()]{0,12}|(?:责任|牵头|配合|主办|承办)(?:单位|部门)[:：][^（）()]{2,120})[）)](?=[^。；\s])"
)
_PROSE_END = re.compile(r"[。！？；：…!?;:）)][”’」』）)》]*$")
_LONG = 60  # characters of a line that can be no heading, title or signature
_CLOSES = re.compile(r"[^（(《〔\n]{0,120}?[）)》〕]")


def paragraphs_of(lines: list[Line], wrapped: Wrapping | None) -> list[list[Line]]:
    """The lines (none of them empty, none a table's) grouped to paragraphs."""
    out: list[list[Line]] = []
    words = ""
    for line in lines:
        if out and _goes_on(words, out[-1][-1], line, wrapped):
            out[-1].append(line)
            words = (words + line.words)[-REMEMBERED:]
        else:
            out.append([line])
            words = line.words
    return out


def _goes_on(words: str, last: Line, line: Line, wrapped: Wrapping | None) -> bool:
    """Whether `line` goes on with the paragraph `words`, whose last line is `last`."""
    if INNER_START.match(line.words):
        return True
    if line.indent >= INDENT:
        return False
    if OPEN.search(words[-80:]) and _CLOSES.match(line.words):
        return True
    full = wrapped is not None and wrapped.is_full(last, first=words == last.words)
    if wrapped and full and wrapped.indents:
        return True
    if PART.match(line.words) or DATE_LINE.match(line.words):
        return False
    if wrapped and full:
        return _full_line_goes_on(words, last, line, wrapped)
    return not FIELD.match(line.words) and _runs_on(words, line)


def _full_line_goes_on(words: str, last: Line, line: Line, wrapped: Wrapping) -> bool:
    """Whether a full line is followed by the rest of its paragraph, in a text that does not indent.

    A sentence may end just at the line's end: then what follows must be prose, no signature or heading; and a
    line that stands alone and ends in a colon names whom the notice is for.
    """
    if not ENDING.search(words):
        return True
    if words == last.words and words.endswith(("：", ":")):
        return False
    return wrapped.is_full(line) or bool(_PROSE_END.search(line.words))


def _runs_on(words: str, line: Line) -> bool:
    """Whether the paragraph `words` is unfinished and `line`, which begins nothing, can be its rest."""
    if ENDING.search(words):
        full_stop = words.rstrip("”’」』）)》").endswith("。")
        return full_stop and bool(_DUTY_FIRST.match(line.words)) and not words.endswith(("）", ")"))
    if RUNS_ON.search(words):
        return True
    running = bool(_FINISHED.search(words)) or (len(words) >= _LONG and bool(INNER.search(words)))
    return running and not words.endswith(("）", ")")) and bool(INNER.search(line.words))
