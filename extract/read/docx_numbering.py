"""Numbers that a word processor puts before paragraphs (一、 （一） 1. 第一条 ①): numbering.xml, ECMA-376 17.9."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from extract.read.docx_styles import NumberRef, Styles
from extract.read.numerals import written
from extract.read.xml import attribute, child, local

_PLACE = re.compile(r"%([1-9])")  # %1 in lvlText "第%1条"
_CLOSED = re.compile(r"[、）)】〕》．。：章节条①-⑳]$")  # labels after which no blank stands
_NONE = "0"  # numId of a paragraph that takes the numbering of its style back


@dataclass(slots=True)
class Level:
    """How one level of a list numbers: `restart` is the level (1-based) that sets it back, 0 for never."""

    start: int = 1
    form: str = "decimal"
    pattern: str = ""
    restart: int | None = None
    legal: bool = False
    suffix: str = "tab"


@dataclass(slots=True)
class Num:
    """A list: its levels, the counters it shares with other lists, the starts it sets itself."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]
    opened: set[int] = field(default_factory=set)


class Numbering:
    """The labels of paragraphs, asked for in the order of the document."""

    def __init__(self, root: Any, styles: Styles) -> None:
        self._styles = styles
        self._abstracts: dict[str, Any] = {}
        self._by_style: dict[str, Any] = {}
        self._roots: dict[str, Any] = {}
        self._nums: dict[str, Num | None] = {}
        self._counters: dict[str, dict[int, int]] = {}
        if root is None:
            return
        for element in root:
            name = local(element)
            if name == "abstractNum":
                self._abstracts[attribute(element, "abstractNumId") or ""] = element
                link = child(element, "styleLink")
                if link is not None:
                    self._by_style[attribute(link, "val") or ""] = element
            elif name == "num":
                self._roots[attribute(element, "numId") or ""] = element

    def label(self, ref: NumberRef, style: str | None) -> str:
        """The paragraph's label with the blank after it, empty where it has none. Counts the paragraph."""
        if ref.num is None or ref.num == _NONE:
            return ""
        num = self._num(ref.num)
        if num is None:
            return ""
        depth = ref.level if ref.level is not None else self._level_of_style(num, style)
        level = num.levels.get(depth)
        if level is None:
            return ""
        counters = self._counters.setdefault(num.abstract, {})
        _advance(counters, num, depth, level)
        return _label(counters, num, depth, level)

    def _level_of_style(self, num: Num, style: str | None) -> int:
        """A style that names a list but no level: the level that names the style."""
        abstract = self._abstracts.get(num.abstract)
        for element in abstract if abstract is not None else ():
            named = child(element, "pStyle") if local(element) == "lvl" else None
            if named is not None and style is not None and attribute(named, "val") == style:
                return _integer(attribute(element, "ilvl"), 0)
        return 0

    def _num(self, key: str) -> Num | None:
        if key not in self._nums:
            self._nums[key] = self._read_num(key)
        return self._nums[key]

    def _read_num(self, key: str) -> Num | None:
        root = self._roots.get(key)
        if root is None:
            return None
        name = attribute(root_child, "val") if (root_child := child(root, "abstractNumId")) is not None else None
        abstract = self._abstracts.get(name or "")
        if abstract is None:
            return None
        link = child(abstract, "numStyleLink")
        if link is not None:
            abstract = self._by_style.get(attribute(link, "val") or "", abstract)
            name = attribute(abstract, "abstractNumId")
        levels = {depth: level for element in abstract if local(element) == "lvl" for depth, level in [_level(element)]}
        starts: dict[int, int] = {}
        for override in root:
            if local(override) != "lvlOverride":
                continue
            depth = _integer(attribute(override, "ilvl"), 0)
            start, whole = child(override, "startOverride"), child(override, "lvl")
            if whole is not None:
                levels[depth] = _level(whole)[1]
                starts[depth] = levels[depth].start
            if start is not None:
                starts[depth] = _integer(attribute(start, "val"), 1)
        return Num(name or "", levels, starts)


def _advance(counters: dict[int, int], num: Num, depth: int, level: Level) -> None:
    """Counts the paragraph at its level, and sets the deeper levels back."""
    if depth in num.starts and depth not in num.opened:
        counters[depth] = num.starts[depth]
    elif depth in counters:
        counters[depth] += 1
    else:
        counters[depth] = level.start
    num.opened.add(depth)
    for upper in range(depth):
        if upper not in counters:
            counters[upper] = num.levels[upper].start if upper in num.levels else 1
    for deeper in [d for d in counters if d > depth]:
        restart = num.levels[deeper].restart if deeper in num.levels else None
        if restart is None or depth < restart:
            del counters[deeper]


def _label(counters: dict[int, int], num: Num, depth: int, level: Level) -> str:
    if level.form == "bullet":
        return "● " if level.pattern else ""

    def number(match: re.Match[str]) -> str:
        which = int(match[1]) - 1
        form = num.levels[which].form if which in num.levels else "decimal"
        return written(counters.get(which, 1), "decimal" if level.legal and form != "none" else form)

    label = _PLACE.sub(number, level.pattern)
    if not label or level.suffix == "nothing" or _CLOSED.search(label):
        return label
    return label + " "


def _level(element: Any) -> tuple[int, Level]:
    level = Level()
    for part in element.iter():
        name, value = local(part), attribute(part, "val")
        if name == "start":
            level.start = _integer(value, 1)
        elif name == "numFmt" and value != "custom":
            level.form = value or "decimal"
        elif name == "lvlText":
            level.pattern = value or ""
        elif name == "lvlRestart":
            level.restart = _integer(value, 0)
        elif name == "isLgl":
            level.legal = value not in ("0", "false", "off")
        elif name == "suff":
            level.suffix = value or "tab"
    return _integer(attribute(element, "ilvl"), 0), level


def _integer(value: str | None, otherwise: int) -> int:
    try:
        return int(value or "")
    except ValueError:
        return otherwise
