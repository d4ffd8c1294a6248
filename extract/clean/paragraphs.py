"""Lines → paragraphs: what a page's end or a fixed line width broke is joined again."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from extract.clean.lines import DATE_LINE, ENDING, FIELD, INNER_START, PART, RUNS_ON, Line

_INNER = re.compile(r"[，。；、]")
_FINISHED = re.compile(r"[。；！？]")
# （各县区政府负责）鼓励农村电商企业…: the bracket charges units with what stands before it, so the paragraph goes on
_DUTY_FIRST = re.compile(
    r"[（(](?:[^（）()]{2,80}(?:负责|牵头|配合|落实)[^（）()]{0,12}|(?:责任|牵头|配合|主办|承办)(?:单位|部门)[:：][^（）()]{2,120})[）)](?=[^。；\s])"
)
_PROSE_END = re.compile(r"[。！？；：…!?;:）)][”’」』）)》]*$")
_LONG = 60  # characters of a line that can be no heading, title or signature
_REMEMBERED = 400  # characters of a paragraph that tell whether it is finished
_INDENT = 2  # columns that show a new paragraph
_NARROW, _WIDEST = 30, 130  # columns of a text with a fixed line width
_OPEN = re.compile(r"[（(《〔][^（）()《》〔〕\n]{0,60}$")
_CLOSES = re.compile(r"[^（(《〔\n]{0,120}?[）)》〕]")


_LOST_INDENT = 4  # two Chinese characters
_SLACK = 0.9  # a full line may be shorter than the widest: half-width figures, an indent, a word that did not fit


@dataclass(frozen=True, slots=True)
class Wrapping:
    """A text whose lines were all broken after `width` columns; `indents` if it indents its paragraphs.

    `lost` are the columns of indent that its paragraphs had before they came to us without (PDFs).
    """

    width: int
    indents: bool
    lost: int

    def is_full(self, line: Line, first: bool = False) -> bool:
        """Whether the line reaches the width; a paragraph's first one with the indent that the reader has lost."""
        lost = self.lost if first and _may_be_prose(line) else 0
        return line.width + lost >= _SLACK * self.width


def _may_be_prose(line: Line) -> bool:
    """No numbered heading: 1．提升文化数字内容智能治理."""
    return not PART.match(line.words) or bool(_INNER.search(line.words))


def wrapping(lines: list[Line]) -> Wrapping | None:
    """How the text was broken to lines, where it was broken after a fixed width.

    Then most lines that stop in mid-sentence have just that width and are prose (no list of names), and most of
    the text stands in lines that are not wider.
    """
    open_ended = [line for line in lines if line.width >= _NARROW and not ENDING.search(line.words)]
    if len(open_ended) < 5:
        return None
    counts = Counter(line.width for line in open_ended)
    near = {width: sum(counts[w] for w in range(round(_SLACK * width), width + 1)) for width in counts}
    width = max(near, key=lambda w: (near[w], w))
    beyond = sum(line.width for line in lines if line.width > width + 4)
    if width > _WIDEST or near[width] < 0.6 * len(open_ended) or beyond > 0.3 * sum(line.width for line in lines):
        return None
    full = [line for line in open_ended if _SLACK * width <= line.width <= width]
    if 2 * sum(bool(_INNER.search(line.words)) for line in full) < len(full):
        return None
    indents = sum(line.indent >= _INDENT for line in lines) > 0.1 * len(lines)
    # What follows a short line (a heading, a paragraph's end) is a paragraph's first line.
    firsts = [b.width for a, b in pairwise(lines) if a.width < 0.8 * width and not ENDING.search(b.words)]
    short = sum(width - 6 <= first <= width - 3 for first in firsts)
    whole = sum(width - 2 <= first <= width for first in firsts)
    return Wrapping(width, indents, _LOST_INDENT if short > whole and not indents else 0)


def paragraphs_of(lines: list[Line], wrapped: Wrapping | None) -> list[list[Line]]:
    """The lines (none of them empty, none a table's) grouped to paragraphs."""
    out: list[list[Line]] = []
    words = ""
    for line in lines:
        if out and _goes_on(words, out[-1][-1], line, wrapped):
            out[-1].append(line)
            words = (words + line.words)[-_REMEMBERED:]
        else:
            out.append([line])
            words = line.words
    return out


def _goes_on(words: str, last: Line, line: Line, wrapped: Wrapping | None) -> bool:
    """Whether `line` goes on with the paragraph `words`, whose last line is `last`."""
    if INNER_START.match(line.words):
        return True
    if line.indent >= _INDENT:
        return False
    if _OPEN.search(words[-80:]) and _CLOSES.match(line.words):
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
    running = bool(_FINISHED.search(words)) or (len(words) >= _LONG and bool(_INNER.search(words)))
    return running and not words.endswith(("）", ")")) and bool(_INNER.search(line.words))
