"""The conditions of a promise: what must have which value."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.annotate.reading import Reading
from extract.annotate.values import Figure
from extract.interpret.grammar import figure_lists
from extract.interpret.grants import Grant
from extract.interpret.wording import SET_OUT, VERB_AT_START
from schemas.vocabulary import Op


@dataclass(frozen=True, slots=True)
class Condition:
    """`variable op value unit`, and the words start:end that say so. Money in yuan, shares in percent."""

    variable: str
    op: Op
    value: float
    unit: str | None
    start: int
    end: int
    figure: Figure


@dataclass(frozen=True, slots=True)
class Steps:
    """The thresholds of one variable that a list of amounts goes with: 首次突破300万元、500万元…."""

    variable: str
    op: Op
    figures: tuple[Figure, ...]


_BOUND = re.compile(r"(?:,|;|。|、|\(|\)|:|\n|\t|对于?|凡|且|并且?|或者?|的|及|同时|其|在(?=我|本|全)|为(?=我|本|全)|新建或改建|达到?以下标准)")
_TRIM = re.compile(r"^(?:和|与|以及|实现|年内|当年|上一?年度|近[一二三两]年|首次|一次性|完成|具有|拥有|经)+|(?:首次|达到?|在|为|不|累计|已|须|应|需|均|总额|首|约|要)+$")

_MEASURED = re.compile(r"(?:时间|时长|期限|年限|面积|人数|数量|次数)(?:在|为|是)?$")
"""培训时间在半天的: a bare figure that is a condition, since what it measures is named before it."""


def _variable(folded: str, text: str, grant: Grant, figure: Figure) -> str:
    begin = grant.start
    for match in _BOUND.finditer(folded, grant.start, figure.scope[0]):
        if match.end() < figure.scope[0] - 1:
            begin = match.end()
    name = _TRIM.sub("", text[begin : figure.scope[0]])
    if len(name) >= 2:
        return name[-24:]
    after = re.match(r"的?([^\d,;。、()的]{2,12})", folded[figure.scope[1] : grant.end])
    return after[1] if after else name or "条件"


def _is_condition(folded: str, grant: Grant, figure: Figure) -> bool:
    """Whether the words say that the promise depends on the figure, rather than mention it."""
    if figure.op not in (">=", ">", "<=", "<") and figure.high is None:
        said = folded[max(grant.start, figure.scope[0] - 8) : figure.scope[0]]
        return figure.op is None and bool(_MEASURED.search(said)) and folded.startswith("的", figure.scope[1])
    promised = [*grant.rates, *grant.amounts]
    if figure.start > promised[-1].end:
        return True
    clause = max(folded.rfind(mark, grant.start, figure.start) + 1 for mark in ",;:。")
    words = folded[max(clause, grant.start) : figure.scope[0]]
    stretch = folded[figure.scope[1] : max(grant.verb, figure.scope[1])]
    if re.match(r"(?:\([^)]*\))?[^,;。]*的", stretch) or "对" in folded[grant.start : grant.start + 8]:
        return True
    if "财政" in words or "安排" in words:
        return False
    return not (VERB_AT_START.match(words) and SET_OUT.search(folded, grant.start, figure.start))


def conditions_of(reading: Reading, grant: Grant) -> list[Condition]:
    """The conditions with a figure, in the order of the words, without those that are the steps of a tier."""
    out: list[Condition] = []
    for figure in grant.conditions:
        if not _is_condition(reading.folded, grant, figure):
            continue
        name = _variable(reading.folded, reading.text, grant, figure)
        if out and not re.search(r"[\u4e00-\u9fff]{2}", name):
            name = out[-1].variable
        unit = figure.unit or ("元" if re.search(r"额|收入|产值|税|投资|投入|资产", name) else None)
        op: Op = (figure.op or "=") if figure.high is None else ">="  # type: ignore[assignment]
        out.append(Condition(name, op, figure.value, unit, figure.scope[0], figure.scope[1], figure))
        if figure.high is not None:
            out.append(Condition(name, "<=", figure.high, unit, figure.scope[0], figure.scope[1], figure))
    return out


def steps_of(reading: Reading, grant: Grant) -> Steps | None:
    """The list of thresholds that the list of amounts goes with, or None."""
    count = len(grant.amounts)
    if count < 2:
        return None
    for group in figure_lists(reading.folded, grant.conditions):
        if len(group) == count and group[0].kind in ("money", "count", "area", "share", "duration"):
            name = _variable(reading.folded, reading.text, grant, group[0])
            op: Op = ">" if group[0].op == ">" else ">="
            return Steps(name, op, tuple(group))
    return None
