"""Which other documents a notice names: 《title》, (number) behind it, or a number alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.annotate.reading import Reading
from extract.clean.fold import fold
from extract.lexicon import alternation, load
from extract.outline.doc_numbers import DocNumber, find_numbers
from extract.outline.head import enclosed, encloses
from extract.outline.lines import DRAFT_TAIL, is_prose
from extract.outline.titles import plain

_WORDS = load("documents")
# 《方案》, 《若干政策措施》, 《本办法》: short for the document itself or for one named before
_SHORT = re.compile(rf"(?:本|该)?(?:若干|暂行|试行|实施|具体|有关)*(?:{alternation(_WORDS['genres'])})(?:\([^()]*\))?$")
# 《…申请表》, 《福布斯》
_NO_DOCUMENT = re.compile(rf"(?:{alternation(_WORDS['not_documents'])})(?:\([^()]*\))?$")
# (以下简称《指导意见》)
_ALIAS = re.compile(r"(?:以下)?(?:统称|简称|称)[为作:]?\s*$")
# 》(国办发(2015)78号); 》的通知(闽商务电商(2016)10号); 》文件(…
_NUMBER_BEHIND = re.compile(r"\s*(?:的?(?:通知|通告|公告|函|文件|精神))?\s*\(")
# 》(国家发展改革委令2016年第44号)
_PUBLIC = re.compile(r"\s*\((?P<number>[\u4e00-\u9fff]{0,20}(?:\d{4}年)?第\d{1,4}号)(?=[),])")
# 国发(2015)24号《…》
_NUMBER_BEFORE = re.compile(r"(?:文件?|印发的?)? *\Z")
# 电商发展规划|(2021-2025年), 促进消费若干措施|(2025年)
_YEARS = re.compile(r"\(?(?:19|20)\d\d(?:年?\s*-\s*(?:(?:19|20)\d\d)?)?年?\)?$")


@dataclass(frozen=True, slots=True)
class Cited:
    """A document named at start:end (title in 《》, and its number where one stands there)."""

    start: int
    end: int
    title: str | None
    doc_number: str | None


def cite(reading: Reading) -> list[Cited]:
    """Each other document that the notice names, once, where it is named first.

    A document named with its number in one place and without in another is one; the fuller title is kept with
    the first naming's place. The notice itself, what it encloses and short forms (本《方案》) are left out.
    """
    own = _own_titles(reading)
    numbers = find_numbers(reading.folded)
    named: list[Cited] = []
    used: set[int] = set()
    for start, end in _quoted(reading.folded):
        if not _in_text(reading, start):
            continue
        number = _number_of(reading.folded, start, end, numbers)
        if number is not None:
            used.add(number.start)
        title = reading.text[start + 1 : end - 1].strip()
        other_number = number is not None and reading.front.doc_number not in (None, number.text)
        foreign = number is not None and reading.front.doc_number is None and _SENDS_IT.match(fold(title)) is not None
        foreign = foreign and not title.startswith(reading.front.issuer or title)
        if other_number or foreign or _names_document(reading.folded, start, title, number, own):
            named.append(_with_number(reading.folded, Cited(start, end, title, None), number))
    bare = [number for number in numbers if number.start not in used and number.prefix]
    named += [Cited(n.start, n.end, None, n.text) for n in bare if _in_text(reading, n.start)]
    return _distinct(sorted(named, key=lambda cited: cited.start), reading.front.doc_number)


_SENDS_IT = re.compile(r"[^关]{4,60}关于印发")
"""《|省住房城乡建设厅等部门关于印发|创建行动实施方案的通知》（建科〔2020〕60号）: another's, whatever it sends."""


def _quoted(folded: str) -> list[tuple[int, int]]:
    """Ranges of 《…》, the outer one where they stand in each other; one that a paragraph leaves open is none."""
    out: list[tuple[int, int]] = []
    depth, start = 0, 0
    for match in re.finditer(r"[《》\n]", folded):
        if match[0] == "\n":
            depth = 0
        elif match[0] == "《":
            if not depth:
                start = match.start()
            depth += 1
        elif depth:
            depth -= 1
            if not depth or folded[match.end() : match.end() + 1] in "(、,。和及":
                out.append((start, match.end()))
                depth = 0
    return out


def _in_text(reading: Reading, offset: int) -> bool:
    """Whether the offset is in the text or in running text of the covering letter, not in a title or page furniture."""
    begin, end = reading.outline.body
    if begin <= offset < end:
        return not _in_title_line(reading, offset)
    if offset >= end:
        return False
    start = reading.folded.rfind("\n", 0, offset) + 1
    stop = reading.folded.find("\n", offset)
    return is_prose(reading.folded[start : stop if stop >= 0 else None])


def _in_title_line(reading: Reading, offset: int) -> bool:
    return any(s.label is None and s.start <= offset < s.body for s in reading.outline.sections)


def _own_titles(reading: Reading) -> set[str]:
    """The notice's own titles, bare: its subject, its cover, what its letter encloses."""
    titles = {reading.front.title or ""} | {s.heading for s in reading.outline.sections if s.label is None}
    begin = reading.outline.body[0]
    for line in reading.text[:begin].split("\n"):
        if encloses(fold(line)):
            titles.update(enclosed(line))
    return {_key(title) for title in titles if title}


def _key(title: str) -> str:
    return plain(_YEARS.sub("", DRAFT_TAIL.sub("", fold(title))))


def _names_document(folded: str, start: int, title: str, number: DocNumber | None, own: set[str]) -> bool:
    bare = fold(title)
    key = _key(title)
    if not key or _ALIAS.search(folded[max(0, start - 8) : start]):
        return False
    if key in own or any(f"印发{title_}" in key for title_ in own):
        return False
    return number is not None or not (_SHORT.match(bare) or _NO_DOCUMENT.search(bare))


def _number_of(folded: str, start: int, end: int, numbers: list[DocNumber]) -> DocNumber | None:
    """The number in the brackets behind the title, or right before the title."""
    behind = _NUMBER_BEHIND.match(folded, end)
    for number in numbers:
        opened = behind is not None and behind.end() <= number.start <= behind.end() + 12
        if behind is not None and opened and ")" not in folded[behind.end() : number.start]:
            return number
        if number.end <= start and start - number.end <= 4 and _NUMBER_BEFORE.match(folded[number.end : start]):
            return number
    return None


def _with_number(folded: str, cited: Cited, number: DocNumber | None) -> Cited:
    """The citation with its number, reaching over the brackets around that."""
    written, end = number.text if number else None, number.end if number else 0
    if number is None and (public := _PUBLIC.match(folded, cited.end)):
        written, end = public["number"], public.end()
    closed = end + 1 if folded[end : end + 1] == ")" else end
    return Cited(cited.start, max(cited.end, closed), cited.title, written)


def _distinct(named: list[Cited], own_number: str | None) -> list[Cited]:
    out: list[Cited] = []
    for cited in named:
        if cited.doc_number and cited.doc_number == own_number:
            continue
        for index, known in enumerate(out):
            if _same(known, cited):
                out[index] = _merged(known, cited)
                break
        else:
            out.append(cited)
    return out


def _same(a: Cited, b: Cited) -> bool:
    if a.doc_number and b.doc_number:
        return a.doc_number == b.doc_number
    return bool(a.title and b.title) and _key(a.title or "") == _key(b.title or "")


def _merged(known: Cited, again: Cited) -> Cited:
    return Cited(known.start, known.end, known.title or again.title, known.doc_number or again.doc_number)
