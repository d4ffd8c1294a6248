"""What makes rows of different places comparable: one name a figure, an indicator, a kind of recipient, a grade."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from extract.lexicon import load
from schemas.formula import Var
from schemas.formula_value import Given, convert

_MONEY = frozenset(["元", "美元", "港元", "港币", "欧元", "日元", "人民币", "元人民币"])
_BRACKETS = re.compile(r"[（(][^（）()]*[）)]|等$")
"""电商企业|（含个体工商户） · 合作社|等: no part of a name."""
_CLAUSE = re.compile(r"[，。；：,;:\n]")
_NOTHING_SAID = re.compile(r"^(?:[我本全该其][市省县区国]?|新建|达到?|在|为|约)?$")
"""Words before a figure that name nothing: 为我市5家以上（含）电商企业提供…."""


@dataclass(frozen=True, slots=True)
class Known:
    """An entry of the vocabulary of variables."""

    name: str
    unit: str
    phrases: re.Pattern[str] | None
    near: re.Pattern[str] | None
    part_of: str | None
    yearly: bool
    general: bool
    wide: bool


@cache
def vocabulary() -> tuple[Known, ...]:
    """The variables of `variables.yaml`, in its order."""
    return tuple(
        Known(
            entry["name"], entry["unit"], _any(entry["phrases"]), _any([entry["near"]] if "near" in entry else []),
            entry.get("part_of"), entry.get("yearly", False), entry.get("general", False),
            entry.get("wide", False),
        )
        for entry in load("variables")["variables"]
    )  # fmt: skip


def _any(phrases: list[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(f"(?:{phrase})" for phrase in phrases)) if phrases else None


@cache
def known_variable(name: str) -> Known | None:
    """The entry of that name."""
    return next((entry for entry in vocabulary() if entry.name == name), None)


@cache
def same_kind(one: str | None, other: str | None) -> bool:
    """Whether two units measure the same: 元 and 美元 (money), 家 and 个 (one by one), 年 and 月."""
    if one is None or other is None or {one, other} <= _MONEY:
        return True
    return convert(Given(1.0, one), other) is not None


def variable(words: str, unit: str | None, *, before: str = "", near: str = "") -> Var:
    """The variable that the words mean, by the vocabulary, else by the words themselves.

    `words` is the variable as extracted, `before` the words of the notice up to the figure, `near` those from the
    figure to the end of its clause: they tell where the words before name nothing of the vocabulary.
    """
    clause = _CLAUSE.split(before)[-1] if before else words
    entry = _spoken(clause, unit) or _spoken(words, unit)
    if entry is None and near:
        entry = next((e for e in vocabulary() if e.near and e.unit == unit and e.near.search(near)), None)
    if entry is None:
        name = words.strip("，。、 的") or (f"{unit}数" if unit else "基数")
        return Var(name=name, unit=unit)
    own = words if words and words != entry.name and not _NOTHING_SAID.match(words) else None
    return Var(name=entry.name, unit=unit or entry.unit, words=own, part_of=entry.part_of)


@cache
def _measured_in(unit: str | None) -> tuple[list[tuple[Known, re.Pattern[str]]], re.Pattern[str]]:
    """The entries that a figure of that unit may be, with their phrases, and what matches where any of those stands."""
    entries = [(e, e.phrases) for e in vocabulary() if e.phrases is not None and same_kind(unit, e.unit)]
    return entries, re.compile("|".join(phrases.pattern for _, phrases in entries) or r"(?!)")


def _spoken(words: str, unit: str | None) -> Known | None:
    """The entry whose phrase ends last in the words, of two the longer; a phrase far before the end is none."""
    best: tuple[int, int] = (0, 0)
    found = None
    entries, any_of_them = _measured_in(unit)
    for entry, phrases in entries if any_of_them.search(words) else ():
        for match in phrases.finditer(words):
            key = (match.end(), len(match[0]))
            if key > best:
                best, found = key, entry
    return found if found and best[0] >= len(_BRACKETS.sub("", words)) - 12 else None


def named(name: str) -> str:
    """The vocabulary's name for what an applicant calls a figure: 网销额 → 年网络销售额; else the name as given."""
    name = name.strip()
    if known_variable(name):
        return name
    entry = _spoken(name, None)
    whole = entry and entry.phrases and entry.phrases.fullmatch(name.removeprefix("年"))
    return entry.name if entry and whole else name


@cache
def _kinds() -> dict[str, str]:
    return {word: kind for kind, words in load("beneficiaries")["kinds"].items() for word in words}


@cache
def _kind_words() -> re.Pattern[str]:
    words = (word for word in _kinds() if len(word) > 1)
    return re.compile("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)))


def beneficiary_kind(name: str | None) -> str | None:
    """企业, 个人, 村, 镇, 网点 …: the kind of the word in which the name ends, of a list its first member that has one.

    Brackets and bare levels (区、县…企业) do not count. None if no word tells.
    """
    text = _BRACKETS.sub("", name or "").rstrip("等的 ")
    head = text.rpartition("的")[2] or text
    members = re.split(r"[、和及或]|以及", head)
    for member in members:
        if len(member) <= 2 and member != members[-1]:
            continue
        for start in range(len(member)):
            if member[start:] in _kinds():
                return _kinds()[member[start:]]
    found = list(_kind_words().finditer(text))
    return _kinds()[found[-1][0]] if found else None


def may_ask(applicant: str, kind: str) -> bool:
    """Whether an applicant of a kind can get what is for that kind: a 合作社 what 企业 get, a 企业 for its 网点."""
    words = load("beneficiaries")
    asks = {applicant, *words["wider"].get(applicant, [])}
    return kind in asks or bool(asks & set(words["run_by"].get(kind, [])))


@cache
def _grades() -> dict[str, re.Pattern[str]]:
    return {grade: re.compile("|".join(phrases)) for grade, phrases in load("beneficiaries")["grades"].items()}


_RECOGNISED = re.compile(r"(?:认定|评定|获评|获得|创建|评为|入选|列入|获批|升级|晋升)(?:为|成)?[^，。；、]{0,24}$")
"""首次|获评省级示范合作社 · 被|认定为国家级众创空间."""


def grade_of(beneficiary: str | None, activity: str | None = None) -> str | None:
    """国家级, 省级, 市级, 县级 of who is paid, or of what it is recognised as; None where none or several are named."""
    for text in (beneficiary, _recognised(activity)):
        found = [grade for grade, pattern in _grades().items() if pattern.search(_BRACKETS.sub("", text or ""))]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _recognised(activity: str | None) -> str:
    match = _RECOGNISED.search(activity or "")
    return match[0] if match else ""


@dataclass(frozen=True, slots=True)
class Indicator:
    """A harmonised indicator: its code, its Chinese name, its units."""

    code: str
    zh: str
    units: frozenset[str | None]
    match: re.Pattern[str]


@cache
def indicators() -> tuple[Indicator, ...]:
    """The indicators of `indicators.yaml`, in its order."""
    return tuple(
        Indicator(e["code"], e["zh"], frozenset(e["units"]), re.compile("|".join(f"(?:{m})" for m in e["match"])))
        for e in load("indicators")["indicators"]
    )


@cache
def _counted_in(unit: str | None) -> tuple[list[Indicator], re.Pattern[str]]:
    """The indicators counted in that unit, and what matches where the words of any of them stand."""
    entries = [entry for entry in indicators() if unit in entry.units]
    return entries, re.compile("|".join(entry.match.pattern for entry in entries) or r"(?!)")


def indicator_code(indicator: str, unit: str | None) -> str | None:
    """The code of the harmonised indicator that is counted in that unit and whose words end last in the name."""
    best: tuple[int, int] = (0, 0)
    code = None
    entries, any_of_them = _counted_in(unit)
    for entry in entries if any_of_them.search(indicator) else ():
        for match in entry.match.finditer(indicator):
            key = (match.end(), len(match[0]))
            if key > best:
                best, code = key, entry.code
    return code if best[0] >= len(indicator) - 8 else None


def harmonised(columns: dict[str, Any]) -> dict[str, str | None]:
    """`beneficiary_kind` and `grade` of a subsidy's columns."""
    return {
        "beneficiary_kind": beneficiary_kind(columns.get("beneficiary")),
        "grade": grade_of(columns.get("beneficiary"), columns.get("activity")),
    }
