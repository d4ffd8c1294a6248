"""Duties under a body's name: paragraphs that it opens (市商务局:负责…), lists below it, items of one such list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from extract.annotate.reading import Reading
from extract.annotate.unit_lists import list_units
from extract.annotate.values import UnitName
from extract.interpret.charges import Charge
from extract.interpret.grammar import trimmed
from extract.lexicon.divisions import gazetteer
from extract.lexicon.organisations import organisations
from schemas.vocabulary import Role

TAIL = organisations().tail
# 市商务局:负责…; (一)市发展改革委。牵头…: a duty under a body's name
_DUTY = re.compile(
    r"(?:\([^()\n]{2,12}\))?[:。]\s*(?P<verb>负责|牵头|承担|统筹|组织|指导|协调|配合|协助|会同|落实|做好|加强|推进|开展|制定|拟订|建立|研究|监督|依法|主要负责|具体负责"
    r"|参与|参加|督促|履行|根据|按照)"
)
# 第七条 |市财政局, (一)|市财政局
_NUMBER = re.compile(r"\s*(?:第[一二三四五六七八九十百零\d]+条|[(]?[一二三四五六七八九十\d]+[)、.])\s*")
# (二)|秭归县、夷陵区政府和开发区管委会|:负责…
_LISTED = re.compile(
    rf"(?m)^(?:{_NUMBER.pattern})?(?P<list>[^,;。:()\n\t]{{4,60}})(?=:\s*(?:负责|牵头|配合|协助|承担|会同|统筹|参与))"
)
# 2.|县公安局交警大队|:做好道路交通安全管理: an item of a list, whatever its verb
_ITEM = re.compile(
    rf"(?m)^{_NUMBER.pattern}(?P<name>[^,;。:()\n\t的\d]{{2,28}}[局办心队所站院行司府委部厅会社处科乡镇道室]):"
    r"[ ]*(?P<verb>[^\n:]{2})[^\n]{4,}$"
)
_DUTY_ROLES: dict[str, Role] = {"牵头": "lead", "配合": "support", "协助": "support"}
# 第七条 市财政局的主要职责包括:(a list below)
_DUTY_LIST = re.compile(r"的?(?:主要|工作|具体)*职责(?:分工)?(?:包括|如下|是|为)?:")
# 第七条 |市财政局的主要职责包括:; (一)|市财政局
_LINE_START = re.compile(
    r"(?:^|\n)\s*(?:第[一二三四五六七八九十百零\d]+条\s*|[(]?[一二三四五六七八九十\d]+[)、.]\s*)*$"
)
# several unnamed bodies: 有关部门, 各单位, 各责任单位; the governments of all parts of a place are named enough
_UNNAMED = re.compile(r"(?:部门|单位|机构|企业|成员单位)$|^(?:有关|相关|各级)")


class Subject(NamedTuple):
    """Bodies joined in one subject."""

    start: int
    end: int
    units: tuple[UnitName, ...]


def find_duties(reading: Reading, subjects: list[Subject]) -> Iterator[tuple[int, int, list[Charge]]]:
    """Paragraphs that a body's name opens, with its duty behind (市商务局:负责…) or a list of duties below."""
    folded = reading.folded
    opened: set[int] = set()
    for subject in [*subjects, *_listed_subjects(folded, subjects)]:
        colon = _DUTY.match(folded, subject.end) or _DUTY_LIST.match(folded, subject.end)
        named = [unit for unit in subject.units if not unnamed(unit)]
        if not (colon and named and _LINE_START.search(folded, max(0, subject.start - 12), subject.start)):
            continue
        opened.add(subject.start)
        line_end = folded.find("\n", subject.end)
        line_end = len(folded) if line_end < 0 else line_end
        section = reading.outline.section_at(subject.start)
        if section is not None and not folded[colon.end() : line_end].strip():
            line_end = reading.outline.sections[section].end
        role: Role = "responsible" if colon.re is _DUTY_LIST else _DUTY_ROLES.get(colon["verb"], "responsible")
        yield *stripped(folded, subject.start, line_end), [Charge(unit, role) for unit in named]
    yield from _beside(folded, opened)


def _beside(folded: str, opened: set[int]) -> Iterator[tuple[int, int, list[Charge]]]:
    """The other items of a list of duties, whose names are bodies by where they stand: 3.县公安局交警大队:做好….

    `opened` is where the duties begin that are found by their names; two of them make a list of duties.
    """
    run: list[re.Match[str]] = []
    items = list(_ITEM.finditer(folded)) if len(opened) > 1 else []
    for item, after in zip_longest(items, items[1:]):
        run.append(item)
        if after is not None and after.start() == item.end() + 1:
            continue
        if sum(one.start("name") in opened for one in run) > 1:
            for one in run:
                units = list_units(folded, *one.span("name")) if one.start("name") not in opened else []
                if units:
                    role = _DUTY_ROLES.get(one["verb"], "responsible")
                    yield *stripped(folded, *one.span()), [Charge(unit, role) for unit in units]
        run = []


def _listed_subjects(folded: str, subjects: list[Subject]) -> Iterator[Subject]:
    """Bodies at the head of a line that only their list and the duty behind it show: 秭归县、夷陵区政府|：负责…."""
    known = {
        subject.end for subject in subjects if _LINE_START.search(folded, max(0, subject.start - 12), subject.start)
    }
    for match in _LISTED.finditer(folded):
        if match.end("list") in known or not TAIL.search(match["list"]):
            continue
        units = list_units(folded, *match.span("list"))
        if all(TAIL.search(unit.text) or unit.text in gazetteer().by_full for unit in units):
            yield Subject(units[0].start, units[-1].end, tuple(units))


def unnamed(unit: UnitName) -> bool:
    """Whether a name for several says not whom: 有关部门, 各责任单位; 各区县商务主管部门 says it."""
    if not unit.group or not _UNNAMED.search(unit.text):
        return False
    work = re.search(r"(?:行政)?(?:主管|管理)?部门$", unit.text)
    return not work or not unit.text[: work.start()].endswith(tuple(organisations().stems))


def stripped(folded: str, start: int, end: int) -> tuple[int, int]:
    """Without the item's own number (第五条, (一)), blanks and commas at its ends."""
    number = _NUMBER.match(folded, start, end)
    start = number.end() if number else start
    return trimmed(folded, start, end, before=" \t\u3000,、", after=" \t\n\u3000,、:")
