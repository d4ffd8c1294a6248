"""Conditions in the columns of a table: words with figures, and columns of thresholds (库容: 100吨以上)."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.annotate.figures import unit_kinds
from extract.annotate.numerals import ARABIC, SCALE, number_value, scale_value
from extract.annotate.reading import Reading
from extract.annotate.values import Figure
from extract.clean.fold import fold
from extract.interpret.conditions import UNNAMED, Condition, conditions_in
from extract.outline.model import Cell
from schemas.vocabulary import Op

_GENERIC = re.compile(r"条件|要求|门槛|标准|指标|内容|备注|说明")
"""补助条件 is no name of what is measured, 库容 is."""
_BRACKET = re.compile(r"\(([^()]*)\)")
_UNITS = "|".join(sorted(map(re.escape, unit_kinds()), key=len, reverse=True))
_N = rf"{ARABIC}(?:{SCALE})?"
_THRESHOLD = re.compile(
    rf"\s*(?P<before>≥|>=|≤|<=|>|<|不低于|不少于|不小于|达到?|超过|大于|高于|不超过|不高于|小于|低于|不足|不满)?\s*"
    rf"(?P<a>{_N})(?P<u>{_UNITS})?(?P<ain>\(不?含\))?"
    rf"(?:\s*(?:-{{1,2}}|至|到|~)\s*(?P<b>{_N})(?P<v>{_UNITS})?)?(?P<after>\(不?含\)|\(含\)以上|及?以上|以下|以内)*\s*"
)
"""100吨以上 · 100-500吨（含） · ≥1000 · 不足50亩."""
_OPS: dict[str, Op] = {
    "≥": ">=", ">=": ">=", "不低于": ">=", "不少于": ">=", "不小于": ">=", "达": ">=", "达到": ">=", ">": ">",
    "超过": ">", "大于": ">", "高于": ">", "≤": "<=", "<=": "<=",
    "不超过": "<=", "不高于": "<=", "<": "<", "小于": "<", "低于": "<",
    "不足": "<", "不满": "<",
}  # fmt: skip
_NO_VARIABLE = re.compile(r"序号|备注|年限|期限|时限|日期|时间|名额|单价|电话|编号|年度|占比|来源")
"""补助|年限 · 申报|时间 · 序号: no names of what is measured."""


def holds_thresholds(reading: Reading, name: str, cells: list[Cell]) -> bool:
    """Whether a column, by its name and its cells, says from which size on a row holds."""
    said = [reading.folded[cell.start : cell.end] for cell in cells if cell.end > cell.start]
    said = [words for words in said if words.strip("—-–/ 无")]
    if not said or _NO_VARIABLE.search(name):
        return False
    matches = [_THRESHOLD.fullmatch(words) for words in said]
    return all(match and (match["before"] or match["b"] or match["after"]) for match in matches)


def conditions_of_cell(reading: Reading, name: str, cell: Cell) -> list[Condition]:
    """The conditions with a figure of a cell; where its words leave out what is measured, the column's name says it."""
    folded = fold(name)
    found = conditions_in(reading, cell.start, cell.end)
    if not found:
        found = _bare(reading, folded, cell)
    variable = "" if _GENERIC.search(folded) else _BRACKET.sub("", folded).strip()
    return [replace(one, variable=variable) if variable and _is_unnamed(one) else one for one in found]


def _is_unnamed(condition: Condition) -> bool:
    """Whether the words say nothing of what is measured (以上, 含 after the figure are no name)."""
    return condition.variable == UNNAMED or bool(re.fullmatch(r"[(含)不以上下内及吨≥≤<>]*", condition.variable))


def _bare(reading: Reading, name: str, cell: Cell) -> list[Condition]:
    """500-1000, 1000以上 under 规模（平方米）: the unit stands in the column's name."""
    match = _THRESHOLD.fullmatch(reading.folded, cell.start, cell.end)
    unit = _BRACKET.search(name)
    if not match or not (match["before"] or match["b"] or match["after"]):
        return []
    low = number_value(match["a"])
    words = reading.text[cell.start : cell.end]
    scale, said = _unit_of(match["v"] or match["u"] or (unit[1] if unit else None))
    figure = Figure(cell.start, cell.end, "other", low * scale, None, said, None, (cell.start, cell.end), words)
    after = match["after"] or ""
    op: Op = _OPS.get(match["before"] or "", "<=" if after in ("以下", "以内") else ">=")
    out = [Condition(UNNAMED, op, low * scale, said, cell.start, cell.end, figure)]
    if match["b"]:
        top: Op = "<" if "不含" in after else "<="
        out.append(Condition(UNNAMED, top, number_value(match["b"]) * scale, said, cell.start, cell.end, figure))
    return out


def _unit_of(words: str | None) -> tuple[int, str | None]:
    """万元 → (10000, 元)."""
    match = re.fullmatch(rf"(?:单位:?)?(?P<s>{SCALE})?(?P<u>.*)", words or "")
    return (scale_value(match["s"] or ""), match["u"] or None) if match else (1, words)
