"""The tree of numbered and titled parts."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from extract.clean.fold import fold
from extract.doubts import Doubt
from extract.outline.labels import RANK, Label, label_of
from extract.outline.lines import DATE_LINE, Line, is_prose, names_body, split_lines
from extract.outline.model import Section, Table

HEADING = 40
"""Longest heading that runs into its text; longer first sentences are text."""

_PLAIN = 16
"""Up to this many characters words of promising (给予, 不超过) do not make a sentence of a heading."""

# (一)完善服务基础设施。实施… → the words before the first full stop or colon
_RUN_IN = re.compile(r"(?P<heading>[^。:;!?\n]{1,80}?)\s*(?P<end>[。:])")
# …培训体系(责任单位:市人社局): the bracket of units is no part of the heading
_UNITS_BRACKET = re.compile(r"\s*[(\[](?=[^()]*(?:单位|负责|牵头|配合|部门))")
# a sentence whose only sequel is the bracket of its units is no heading
_ONLY_UNITS = re.compile(r"^\s*\([^()]*(?:\([^()]*\)[^()]*)*\)")
# a line of the table of contents: 一、总体要求……1
_CONTENTS = re.compile(r"[.…·]{2,}\s*\d{1,3}$")
# 2024年启动…, 年底前…
_DATED = re.compile(r"\d{4}年|年底|\d+月")
# 本办法所称…是指, 本细则自…起施行: the text of an article, no heading
_CLAUSE = re.compile(
    r"^(?:本|该|为|凡|对于?|符合|享受)(?:[\u4e00-\u9fff]{2,6})?(?:所称|自|适用|由|有效|涉及|贯彻|加快|规范|同时|以上)"
    r"|是指|制定本|\d{4}年\d+月"
)
# 对新建冷库的,|…; 每家|给予|50万元补助; 申报单位|应当|…
_SENTENCE = re.compile(r"给予|按照?|对.+的,|应当|不得|不超过|\d+万?元")


class _Mark(NamedTuple):
    """A line that opens a section."""

    line: Line
    label: Label
    rank: float


def find_sections(
    text: str, body: tuple[int, int], tables: Sequence[Table] = (), titles: Iterable[int] = ()
) -> tuple[list[Section], list[Doubt]]:
    """The sections of the text's body in order, with doubts about numbers used twice.

    `titles` are the offsets of lines that are titles of inner documents. Lines in tables open no sections.
    """
    folded = fold(text)
    rows = [(table.start, table.end) for table in tables]
    lines = [line for line in split_lines(folded) if body[0] <= line.start < body[1]]
    lines = [line for line in lines if "\t" not in line.text and not in_ranges(line.start, rows)]
    marks = _ranked(_marks(lines, set(titles)))
    sections: list[Section] = []
    open_: list[tuple[float, int]] = []
    for mark, heads in zip(marks, _heads_text(lines, marks), strict=True):
        while open_ and open_[-1][0] >= mark.rank:
            sections[open_.pop()[1]].end = mark.line.start
        parent = open_[-1][1] if open_ else None
        heading, start_of_body = _heading(text, mark, heads)
        written = text[mark.line.start : mark.line.start + mark.label.width].strip()
        open_.append((mark.rank, len(sections)))
        sections.append(Section(written or None, heading, len(open_), mark.line.start, body[1], start_of_body, parent))
    return sections, _doubts(sections)


def in_ranges(offset: int, ranges: Sequence[tuple[int, int]]) -> bool:
    """Whether the offset lies in one of the ranges, which are in order and apart."""
    index = bisect_right(ranges, (offset, sys.maxsize)) - 1
    return index >= 0 and offset < ranges[index][1]


def _marks(lines: list[Line], titles: set[int]) -> list[_Mark]:
    out: list[_Mark] = []
    listing = False
    for index, line in enumerate(lines):
        if line.start in titles:
            out.append(_Mark(line, Label("title", "", None, 0), RANK["title"]))
            continue
        label = None if _CONTENTS.search(line.text) else label_of(line.text)
        if label is None:
            listing = listing and not (is_prose(line.text) or names_body(line.text))
        elif label.form == "attachment":
            listing = _lists_attachments(lines, index, label)
            if not listing:
                out.append(_Mark(line, label, RANK["attachment"]))
        elif not (listing and label.form == "number"):
            listing = False
            out.extend(_labels(line, label))
    return out


def _labels(line: Line, label: Label) -> Iterator[_Mark]:
    """The line's label and those right behind it: 第五条 (一)对符合…."""
    while True:
        rest = line.text[label.width :]
        behind = line.start + label.width + len(rest) - len(rest.lstrip())
        inner = label_of(rest.lstrip())
        nested = inner is not None and inner.number == 1 and RANK[inner.form] > RANK[label.form] >= RANK["article"]
        yield _Mark(Line(line.start, behind, label.text) if nested else line, label, RANK[label.form])
        if inner is None or not nested:
            return
        line, label = Line(behind, line.end, rest.lstrip()), inner


def _lists_attachments(lines: list[Line], index: int, label: Label) -> bool:
    """Whether the line belongs to the list of attachments at the foot (附件:1.…), and opens none itself."""
    rest = lines[index].text[label.width :].strip()
    if index + 1 == len(lines):
        return True
    following = lines[index + 1].text
    if not rest:
        return False
    if re.match(r"1\s*[.、]", rest) or DATE_LINE.match(following) or names_body(following):
        return True
    after = label_of(following)
    return after is not None and after.form == "attachment"


def _ranked(marks: list[_Mark]) -> list[_Mark]:
    """The marks with ranks as this notice nests its forms, where that is not the custom."""
    ranks = dict(RANK)
    forms = [mark.label.form for mark in marks]
    if "article" in forms and "han" in forms and forms.index("han") < forms.index("article"):
        ranks["article"] = RANK["han"] + 0.2  # 一、 over articles that are counted through
    if _restarts(marks, outer="number", inner="han_bracket") >= 2 > _restarts(marks, "han_bracket", "number"):
        ranks["han_bracket"] = RANK["number"] + 0.2  # 1. over (一)
    return _boxed([mark._replace(rank=ranks[mark.label.form]) for mark in marks])


def _boxed(marks: list[_Mark]) -> list[_Mark]:
    """A box (专栏1) stands beside the items about it and holds only what it counts itself, from 1 on."""
    out: list[_Mark] = []
    inside: tuple[str, int] | None = None
    for mark in marks:
        form, number = mark.label.form, mark.label.number or 0
        if form == "box":
            inside = ("", 0)
            mark = mark._replace(rank=_BOX)
        elif inside is not None and (
            inside == (form, number - 1) or (not inside[0] and number == 1 and mark.rank >= _BOX)
        ):
            inside = (form, number)
            mark = mark._replace(rank=_BOX + 1 + mark.rank)
        else:
            inside = None
        out.append(mark)
    return out


_BOX = RANK["number"]


def _restarts(marks: list[_Mark], outer: str, inner: str) -> int:
    """How often the inner form begins again with 1 right below a label of the outer one."""
    return sum(a.label.form == outer and b.label.form == inner and b.label.number == 1 for a, b in pairwise(marks))


def _heads_text(lines: list[Line], marks: list[_Mark]) -> list[bool]:
    """For each mark whether a line without a label or one of a deeper section comes next: text that it may head.

    The last of a list whose items end in semicolons heads nothing.
    """
    ranks = {mark.line.start: mark.rank for mark in marks}
    after = {line.end: following.start for line, following in pairwise(lines)}
    out = []
    for before, mark in zip([None, *marks], marks, strict=False):
        listed = before is not None and before.rank == mark.rank and before.line.text.endswith(";")
        following = after.get(mark.line.end, mark.line.end if mark.line.end in ranks else None)
        out.append(not listed and following is not None and ranks.get(following, mark.rank + 1) > mark.rank)
    return out


def _heading(text: str, mark: _Mark, heads_text: bool) -> tuple[str, int]:
    """The heading behind the label and where the text of the section begins."""
    start = mark.line.start + mark.label.width
    start += len(text[start : mark.line.end]) - len(text[start : mark.line.end].lstrip(" \u3000:、."))
    rest = fold(text[start : mark.line.end])
    width, gap = _width(rest, mark.label.form in _ITEMS, heads_text)
    return text[start : start + width].strip(), start + width + gap


def _width(rest: str, item: bool, heads_text: bool) -> tuple[int, int]:
    """How many characters behind the label are heading, and how many after it part it from the text."""
    units = _UNITS_BRACKET.search(rest)
    if units and units.start() <= HEADING and not re.search("[,。;:]", rest[: units.start()]):
        return units.start(), 0
    match = _RUN_IN.match(rest)
    if match is None:
        reads_on = item and (_SENTENCE.search(rest) or ("," in rest and not heads_text))
        return (0, 0) if ";" in rest or len(rest) > 2 * HEADING or reads_on else (len(rest), 0)
    heading = match["heading"]
    alone = not _ONLY_UNITS.sub("", rest[match.end() :]).strip()
    if len(heading) > HEADING or _DATED.match(heading) or _CLAUSE.search(heading):
        return 0, 0
    if len(heading) > _PLAIN and _SENTENCE.search(heading):
        return 0, 0
    if match["end"] == ":" and not alone and ("," in heading or len(heading) > 20):
        return 0, 0
    if alone and item and (not heads_text or match.end() < len(rest)):
        return 0, 0
    return len(heading), match.end() - len(heading)


_ITEMS = frozenset({"article", "han_bracket", "number", "half_bracket", "bracket", "circle", "decimal"})


def _doubts(sections: list[Section]) -> list[Doubt]:
    """A doubt for each part in which a number stands more than once."""
    seen = Counter((section.parent, section.label) for section in sections if section.label)
    twice: dict[int | None, list[str]] = {}
    for (parent, label), times in seen.items():
        if times > 1:
            twice.setdefault(parent, []).append(f"“{label}”{times}次")
    out = []
    for parent, labels in twice.items():
        where = "全文" if parent is None else f"“{sections[parent].label or ''}{sections[parent].heading}”"
        out.append(Doubt("section-number-twice", "info", f"{where}之下序号重复：{'、'.join(labels)}，请核对原文编号。"))
    return out
