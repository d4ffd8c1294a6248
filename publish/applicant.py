"""What is known of an applicant: 快递单量=30000, 年网络销售额=600万元, 对象=企业, 省级示范村=是."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from extract.annotate.numerals import ARABIC, CHINESE, SCALE, number_value, scale_value
from extract.interpret.harmonise import beneficiary_kind, known_variable, may_ask, named, same_kind
from schemas.formula_value import Given

WHO = ("对象", "申请人", "who")
"""Names under which an applicant says what it is."""
_YES = {
    "是": True,
    "有": True,
    "yes": True,
    "true": True,
    "否": False,
    "无": False,
    "不是": False,
    "no": False,
    "false": False,
}
_VALUE = re.compile(rf"(?P<n>{ARABIC}|{CHINESE}) ?(?P<s>{SCALE})?(?P<u>[^\d\s]{{0,6}})")
"""600万元, 30000, 3,000平方米, 50万美元, 三年."""
_PER = re.compile(r"[/每](?:年|月)$")
_BETWEEN = re.compile(r"[;；&\n]+|[，,、\s]+(?=[^\s=＝，,、]+\s*[=＝])")


class BadFact(ValueError):
    """A fact that cannot be read: the message says which, and how to write it."""


@dataclass(frozen=True, slots=True)
class Applicant:
    """Figures by the vocabulary's names, what the applicant is, and what it is or is not (yes or no)."""

    figures: dict[str, Given] = field(default_factory=dict)
    names: tuple[str, ...] = ()
    traits: dict[str, bool] = field(default_factory=dict)

    def get(self, name: str) -> Given | None:
        """The figure of that name, or None."""
        return self.figures.get(name)

    def may_get(self, kind: str | None) -> bool | None:
        """Whether what is for that kind can be for the applicant; None where one of the two is not known."""
        kinds = [own for name in self.names if (own := beneficiary_kind(name) or name)]
        return any(may_ask(own, kind) for own in kinds) if kinds and kind else None


def applicant(settings: Iterable[str]) -> Applicant:
    """The applicant that 名=值 settings describe. Raises BadFact with one clear line.

    A value is a figure (600万元), yes or no (是, 否), or for 对象 a name (电商企业). Names may be the vocabulary's or
    other words for them.
    """
    figures: dict[str, Given] = {}
    names: list[str] = []
    traits: dict[str, bool] = {}
    for setting in settings:
        text = unicodedata.normalize("NFKC", setting).strip()
        name, sign, value = (part.strip() for part in text.partition("="))
        if not (sign and name and value):
            raise BadFact(f"{setting!r}: no fact (不是“名=值”); write it as 快递单量=30000 or 对象=企业")
        if name.lower() in WHO:
            names += [part for part in re.split(r"[、,/]", value) if part]
        elif value.lower() in _YES:
            traits[name] = _YES[value.lower()]
        else:
            known, given = _figure(name, value, setting)
            figures[known] = given
    return Applicant(figures, tuple(names), traits)


def _figure(name: str, value: str, setting: str) -> tuple[str, Given]:
    match = _VALUE.fullmatch(_PER.sub("", value))
    if not match:
        raise BadFact(f"{setting!r}: {value!r} is no figure (不是数字); write 30000, 600万元, 200平方米, 是 or 否")
    number = number_value(match["n"]) * scale_value(match["s"] or "")
    known = named(unicodedata.normalize("NFKC", name))
    known = _full_width(known)
    entry = known_variable(known)
    unit = match["u"] or None
    if entry and unit and not same_kind(unit, entry.unit):
        raise BadFact(f"{setting!r}: {known} is counted in {entry.unit}, not {unit} (单位应为{entry.unit})")
    return known, Given(number, unit or (entry.unit if entry else None))


def _full_width(name: str) -> str:
    """Names of the vocabulary have full-width brackets, as notices write them: (农产品) → （农产品）."""
    return name.translate(str.maketrans("(),", "（）、"))


@lru_cache(maxsize=256)
def applicant_of(facts: str) -> Applicant:
    """The applicant of one string: 快递单量=30000；年网络销售额=600万元 (also parted by spaces, commas, &)."""
    return applicant(part for part in _BETWEEN.split(facts) if part.strip())
