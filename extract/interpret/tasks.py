"""Tasks and who is charged with them: brackets, label lines, tables and explicit charges in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, takewhile, zip_longest
from typing import NamedTuple

from extract.annotate.reading import Reading
from extract.annotate.unit_lists import complete, list_units
from extract.interpret.charges import (
    NO_UNITS,
    ORDER_RULE,
    Charge,
    Label,
    find_labels,
    ordered,
    parse_labelled,
    parse_list,
    parse_verbs,
    role_of_label,
)
from extract.interpret.grammar import ITEM_LABEL, trimmed
from extract.interpret.narrative import narrative_tasks
from extract.interpret.organisations import Organisation, Resolver
from extract.interpret.task_tables import Found, task_rows
from extract.outline.model import Section
from schemas.vocabulary import Role, TaskForm


class Duty(NamedTuple):
    """A body charged with a task: the words that name it, its role, the one organisation it is."""

    start: int
    end: int
    unit_text: str
    role: Role
    organisation: Organisation


@dataclass(frozen=True, slots=True)
class TaskDraft:
    """A task with those charged: `text` is the stretch, `quote` the range of the words that charge (bracket, cells)."""

    start: int
    end: int
    text: str
    form: TaskForm
    quote: tuple[int, int]
    duties: tuple[Duty, ...]


def find_tasks(reading: Reading) -> list[TaskDraft]:
    """All tasks of a notice with the bodies charged, in the order of the words that charge them."""
    resolver = Resolver.of(reading)
    forms = _with_order_rule(reading, _apart([*_brackets(reading), *_labels(reading)]))
    drafts = [_draft(reading, resolver, *stretch, found) for stretch, found in _stretches(reading, forms)]
    whole = list(_charging_sentences(reading))
    drafts += [_draft(reading, resolver, found.start, found.end, found) for found in whole]
    taken = [(found.start, found.end) for found in (*forms, *whole)]
    for table in reading.outline.tables:
        rows = [_draft(reading, resolver, *cell, found) for cell, found in task_rows(reading, table)]
        if rows:
            drafts += rows
            taken.append((table.start, table.end))
    for start, end, charges in narrative_tasks(reading, taken):
        drafts.append(_draft(reading, resolver, start, end, Found(start, end, tuple(charges), "narrative")))
    return sorted(drafts, key=lambda draft: (draft.quote, draft.form))


def _draft(reading: Reading, resolver: Resolver, start: int, end: int, found: Found) -> TaskDraft:
    duties = tuple(
        Duty(c.unit.start, c.unit.end, reading.text[c.unit.start : c.unit.end], c.role, resolver.resolve(c.unit))
        for c in found.charges
    )
    return TaskDraft(start, end, reading.text[start:end], found.form, (found.start, found.end), duties)


# brackets


def _brackets(reading: Reading) -> Iterator[Found]:
    """The brackets that charge somebody: (市商务局负责), (责任单位:…), (市商务局、市财政局) at a sentence's end."""
    folded = reading.folded
    for start, end in _bracket_pairs(folded, *reading.outline.body):
        charges = parse_labelled(folded, start + 1, end - 1) or parse_verbs(folded, start + 1, end - 1)
        charges = charges or _bare_list(folded, start, end)
        if any(complete(charge.unit.text) for charge in charges):
            yield Found(start, end, tuple(charges), "bracket")


def _bracket_pairs(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Outermost brackets, each within its line."""
    depth = opened = 0
    for match in re.finditer(r"[()\n]", folded[start:end]):
        if match.group() == "\n":
            depth = 0
        elif match.group() == "(":
            opened = match.start() if not depth else opened
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                yield start + opened, start + match.end()


def _before_blanks(folded: str, at: int) -> int:
    """The end of the last word before `at`."""
    while at and folded[at - 1].isspace():
        at -= 1
    return at


# before a bracket that only lists bodies: the end of a sentence
SENTENCE_END = "。;!"


def _bare_list(folded: str, start: int, end: int) -> list[Charge]:
    """(市商务局、市财政局) behind a full stop."""
    before = _before_blanks(folded, start)
    if not before or folded[before - 1] not in SENTENCE_END or role_of_label(folded[start + 1 : end - 1]):
        return []
    charges = parse_list(folded, start + 1, end - 1, "responsible")
    return charges if all(len(charge.unit.text) > 2 and complete(charge.unit.text) for charge in charges) else []


# sentences


def _charging_sentences(reading: Reading) -> Iterator[Found]:
    """Sentences that do nothing but charge: 建立长效机制…。由市财政局牵头，市农业农村局等配合。"""
    folded = reading.folded
    for match in _CLOSES.finditer(folded, *reading.outline.body):
        start, end = match.span("who")
        charges = parse_verbs(folded, start, end)
        if charges and all(complete(charge.unit.text) for charge in charges):
            yield Found(start, end, tuple(charges), "narrative")


_CLOSES = re.compile(
    r"(?<=。)\s*(?P<who>由(?:[^。;:()\n]|\([^。;:()\n]{1,12}\)){4,120}(?:牵头|配合|负责|参与|协助)[^。;:()\n]{0,6})(?=。)"
)
"""…。|由市财政局牵头，市农业农村局配合|。"""

# label lines

_BETWEEN = " \n\t;,。"


def _labels(reading: Reading) -> Iterator[Found]:
    """Groups of label lines: 牵头单位:… 责任单位:…, on one line or several, with other labels (完成时限:…) between."""
    folded, (start, end) = reading.folded, reading.outline.body
    group: list[tuple[int, int, list[Charge]]] = []
    last = -1
    aside = (end, end)  # labels of persons and times right before: 牵头负责领导:…
    labels = list(find_labels(folded, start, end))
    for label, following in zip_longest(labels, labels[1:]):
        content = _label_content(folded, label, min(end, following.start if following else end))
        role = role_of_label(label.word)
        if group and folded[last : label.start].strip(_BETWEEN):
            yield from _label_group(group)
            group = []
        if role is None:
            last = max(last, content[1]) if group else last
            if NO_UNITS.search(label.word) and not group:
                joined = aside[1] < end and not folded[aside[1] : label.start].strip(_BETWEEN)
                aside = (aside[0] if joined else label.start, content[1])
            continue
        charges = parse_list(folded, *content, role)
        if any(complete(charge.unit.text) for charge in charges):
            joined = not group and aside[1] <= label.start and not folded[aside[1] : label.start].strip(_BETWEEN)
            group.append((aside[0] if joined else label.start, content[1], charges))
            last = content[1]
    yield from _label_group(group)


def _label_group(group: list[tuple[int, int, list[Charge]]]) -> Iterator[Found]:
    if group:
        charges = tuple(charge for _, _, found in group for charge in found)
        yield Found(group[0][0], group[-1][1], charges, "label")


_NEXT_ITEM = re.compile(rf"\s*(?:{ITEM_LABEL})")
"""2.|建设园区。: an item, even where its words could name a body."""


def _label_content(folded: str, label: Label, end: int) -> tuple[int, int]:
    """What stands behind a label: to the full stop or line's end, and further lines that hold nothing but bodies."""
    stop = min([end, *(at for at in (folded.find(mark, label.end, end) for mark in "\n。") if at >= 0)])
    while stop < end and folded[stop] == "\n":
        line_end = folded.find("\n", stop + 1, end)
        line_end = end if line_end < 0 else line_end
        if not folded[stop:line_end].strip() and line_end < end:
            stop = line_end
            continue
        names = [unit.text for unit in list_units(folded, stop + 1, line_end)]
        if (
            _NEXT_ITEM.match(folded, stop + 1)
            or not names
            or not all(len(name) > 3 and complete(name) for name in names)
        ):
            break
        stop = line_end
    return label.end, stop


# from forms to tasks


def _apart(forms: list[Found]) -> list[Found]:
    """In order, and without a label group that stands inside a bracket."""
    out: list[Found] = []
    for found in sorted(forms, key=lambda f: (f.start, -f.end)):
        if not out or found.start >= out[-1].end:
            out.append(found)
    return out


def _with_order_rule(reading: Reading, forms: list[Found]) -> list[Found]:
    """From the words 列第一位的单位为牵头责任单位 on, the first of a bracket leads and the others support.

    So does the first of a label line (责任单位:…) where the words stand in one.
    """
    rule = ORDER_RULE.search(reading.folded, *reading.outline.body)
    if rule is None:
        return forms
    home = next((found.form for found in forms if found.start <= rule.start() < found.end), "bracket")
    return [
        replace(found, charges=tuple(ordered(reading.folded, list(found.charges), rule)))
        if found.end > rule.start() and found.form in ("bracket", home)
        else found
        for found in forms
    ]


def _stretches(reading: Reading, forms: list[Found]) -> Iterator[tuple[tuple[int, int], Found]]:
    """Each form with its task: from the end of the form before in the same item, or the item's beginning, up to it."""
    before, pending = -1, None
    for found in forms:
        begin = max(_item_start(reading, found, before), before)
        start, end = trimmed(reading.folded, begin, found.start, before=EDGES, after=" \t\n\u3000(")
        before = found.end
        if end - start < 2 and pending is not None:
            stretch, earlier = pending
            pending = stretch, replace(earlier, end=found.end, charges=(*earlier.charges, *found.charges))
            continue
        if pending is not None:
            yield pending
        pending = ((start, end), found) if end - start >= 2 else None
    if pending is not None:
        yield pending


# what parts a task from the form before it or its own label: 。(市商务局负责)
EDGES = " \t\n\u3000。;,:、"


def _item_start(reading: Reading, found: Found, before: int) -> int:
    """Where the item begins that a form closes: its table cell, the innermost section's heading, else its line.

    A form on a line of its own behind numbered points that have none ((1)…(2)…(责任单位:…)) closes the item that holds
    them. `before` is the end of the form before.
    """
    for table in reading.outline.tables:
        if table.start <= found.start < table.end:
            cells = [cell for row in table.rows for cell in row if cell.start <= found.start]
            return max((cell.start for cell in cells), default=table.start)
    line = reading.folded.rfind("\n", 0, found.start) + 1
    index = reading.outline.section_at(found.start)
    own_line = not reading.folded[line : found.start].strip()
    if index is None:
        return reading.folded.rfind("\n", 0, _before_blanks(reading.folded, line)) + 1 if own_line else line
    if own_line:
        index = _closed_item(reading.outline.sections, index, found, before)
    section = reading.outline.sections[index]
    around = reading.text[section.body - 1 : section.body + 1]
    if "\n" in around and line > section.start and RUN_IN.match(reading.folded, line):
        first = not reading.folded[section.body : line].strip()
        alone = first and not RUN_IN_BELOW.search(reading.folded, found.end, section.end)
        if not alone or not section.heading:
            return line
    heading = reading.text.find(section.heading, section.start, section.end) if section.heading else -1
    return heading if heading >= 0 else section.start + len(section.label or "")


def _closed_item(sections: list[Section], index: int, found: Found, before: int) -> int:
    """The outermost item that the form closes: the last of at least two points, none of which has a form of its own."""
    while (parent := sections[index].parent) is not None:
        points = _points(sections, parent)
        if len(points) < 2 or points[-1].start > found.start or before > points[0].start:
            break
        index = parent
    return index


def _points(sections: list[Section], parent: int) -> list[Section]:
    """The sections right below one."""
    end = sections[parent].end
    return [
        section
        for section in takewhile(lambda section: section.start < end, islice(sections, parent + 1, None))
        if section.parent == parent
    ]


# an unnumbered paragraph with a heading of its own: 培育各类工业互联网平台。重点培育一批…
# (a lone one under a heading is that item's text)
RUN_IN = re.compile(r"\s*[^。,;:()\n]{4,24}。(?=[^\n])")
RUN_IN_BELOW = re.compile(rf"\n{RUN_IN.pattern}")
