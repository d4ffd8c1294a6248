"""What a paragraph takes from its style: the list that numbers it, and the indent of its first line (styles.xml)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from extract.read.xml import attribute, child, local

_DEEPEST = 20  # styles resting on styles; a document may make them go in a circle


@dataclass(frozen=True, slots=True)
class NumberRef:
    """A list (numId) and a level in it; None where nothing is said."""

    num: str | None = None
    level: int | None = None

    def over(self, other: NumberRef) -> NumberRef:
        """This, and what it leaves open out of the other."""
        return NumberRef(other.num if self.num is None else self.num, other.level if self.level is None else self.level)


@dataclass(frozen=True, slots=True)
class _Style:
    based_on: str | None
    number: NumberRef
    indent: bool | None


class Styles:
    """The paragraph styles of a document."""

    def __init__(self, root: Any) -> None:
        self._styles: dict[str, _Style] = {}
        self.default: str | None = None
        for element in root if root is not None else ():
            if local(element) != "style" or attribute(element, "type") != "paragraph":
                continue
            name = attribute(element, "styleId") or ""
            based = child(element, "basedOn")
            self._styles[name] = _Style(
                attribute(based, "val") if based is not None else None, number_of(element), indent_of(element)
            )
            if attribute(element, "default") in ("1", "true", "on"):
                self.default = name

    def number(self, style: str | None) -> NumberRef:
        """The list that the style or a style it rests on names."""
        out = NumberRef()
        for found in self._chain(style):
            out = out.over(found.number)
        return out

    def indents(self, style: str | None) -> bool:
        """Whether the style indents the first line."""
        return next((found.indent for found in self._chain(style) if found.indent is not None), False)

    def _chain(self, style: str | None) -> list[_Style]:
        out: list[_Style] = []
        while style is not None and style in self._styles and len(out) < _DEEPEST:
            out.append(self._styles[style])
            style = self._styles[style].based_on
        return out


def number_of(element: Any) -> NumberRef:
    """The list that the paragraph (or style) itself names."""
    found = child(element, "pPr", "numPr")
    if found is None:
        return NumberRef()
    num, level = child(found, "numId"), child(found, "ilvl")
    depth = attribute(level, "val") if level is not None else None
    return NumberRef(
        attribute(num, "val") if num is not None else None,
        int(depth) if depth is not None and depth.isdecimal() else None,
    )


def indent_of(element: Any) -> bool | None:
    """Whether the paragraph (or style) itself indents its first line; None where it does not say."""
    found = child(element, "pPr", "ind")
    if found is None:
        return None
    for name in ("firstLineChars", "firstLine", "hangingChars", "hanging"):
        value = attribute(found, name)
        if value is not None:
            return name.startswith("first") and value.strip() not in ("0", "")
    return None
