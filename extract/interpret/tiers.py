"""Tiers written apart: (1)年销售额500万元以上的，奖励5万元；(2)1000万元以上的，奖励10万元 are one promise."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from extract.annotate.reading import Reading
from extract.annotate.values import Figure
from extract.interpret.conditions import Steps
from extract.interpret.drafts import Draft
from extract.interpret.grammar import ITEM_LABEL
from extract.interpret.grants import Grant


def tiers_of(steps: Steps, promised: list[Figure]) -> list[dict[str, Any]]:
    """A list of thresholds with the list of amounts, or of rates, that goes with it."""
    return [
        {"variable": steps.variable, "threshold": step.value, "op": steps.op} | _level(figure)
        for step, figure in zip(steps.figures, promised, strict=True)
    ]


def tiers_above(reading: Reading, grant: Grant, before: Draft | None) -> list[dict[str, Any]]:
    """The tiers of a list of amounts that goes by the thresholds of the promise `before`; none where it does not."""
    said = _AS_ABOVE.search(reading.wide, grant.start, grant.promised[0].start)
    known = before.parts.get("subsidy_tiers", []) if before and said else []
    if not said or len(known) != len(grant.promised):
        return []
    steps = zip(known, grant.promised, strict=True)
    return [step | {"variable": said["what"]} | _level(figure) for step, figure in steps]


_AS_ABOVE = re.compile(
    r"(?P<what>[^，,；;。、]{2,16}?)(?:分别)?(?:达到|符合|满足)(?:上述|以上|前述)(?:标准|条件|规模|档次|额度)"
)
"""第二年实到外资|达到上述标准的，分别按15万元、25万元."""


def _level(figure: Figure) -> dict[str, float | None]:
    if figure.kind == "share":
        return {"amount_yuan": None, "rate": round(figure.value / (1000 if figure.unit == "‰" else 100), 6)}
    return {"amount_yuan": figure.value, "rate": None}


_GAP = re.compile(rf"[;,。、\s]*(?:并|其中)?(?:{ITEM_LABEL})?[;,。、\s]*")
"""What may stand between two steps: a mark and the label of an item."""
_SAME = ("kind", "per", "upper_bound", "instrument", "stacks")
_KEPT = ("frequency",)
"""What the first step may say for those after it: 首次…的给予30万元，1亿元以上的给予40万元."""
_WHOLE = ("base", "cap_yuan")
"""What one step may say for all: 500万元以上的补助8%，5000万元以上的补助12%，最高800万元."""
_BY_EACH_MORE = re.compile(r"每(?:增加|新增|增|多|超过?)[1一]")
"""招用3人以下的每人2000元；招用3人以上的|每增加1|人给予3000元: so much for each further one."""
_LOOSE = re.compile(r"^(?:(?:一次|首次|达到?|超过|在)*|条件|且|的)$")
"""首次达到|1000万元 · 超过|2000万元: what is measured is left out."""


def _steps(draft: Draft) -> list[dict[str, Any]]:
    """The conditions of an amount or a rate that a tier could hang on, each once."""
    if (
        draft.columns["kind"] not in ("fixed", "rate")
        or draft.columns.get("rate_min") is not None
        or draft.columns.get("amount_min_yuan") is not None
    ):
        return []
    out: list[dict[str, Any]] = []
    for condition in draft.parts.get("subsidy_conditions", ()):
        same = [c for c in out if (c["variable"], c["value"], c["unit"]) == _what(condition)]
        if condition["op"] in (">=", ">") and not same:
            out.append(condition)
    return out


def _what(condition: dict[str, Any]) -> tuple[Any, ...]:
    return condition["variable"], condition["value"], condition["unit"]


def _bounded_otherwise(draft: Draft, step: dict[str, Any]) -> bool:
    """Whether the draft has an upper bound on something else than the step is about."""
    uppers = [c for c in draft.parts.get("subsidy_conditions", ()) if c["op"] in ("<", "<=")]
    return any(upper["unit"] != step["unit"] for upper in uppers)


def _first_step(draft: Draft, following: dict[str, Any], other: Draft) -> dict[str, Any] | None:
    """That of the draft's conditions which the only own one of the next, `other`, goes on from."""
    for step in reversed(_own_steps(other, draft)):
        one, name = str(step["variable"]), str(following["variable"])
        alike = one.endswith(name) or name.endswith(one) or bool(_LOOSE.match(name))
        alike = alike or (step["unit"] != "元" and one[-2:] == name[-2:] and len(name) <= 4)
        if alike and step["unit"] == following["unit"] and step["value"] != following["value"]:
            return step
    return _lowest_step(draft, following)


def _lowest_step(draft: Draft, following: dict[str, Any]) -> dict[str, Any] | None:
    """The draft's only condition where it ends at the value from which the next one holds: 2亿元以下…，2亿元以上…."""
    said = [c for c in draft.parts.get("subsidy_conditions", ()) if c["op"]]
    if len(said) != 1 or said[0]["op"] not in ("<", "<=") or said[0]["value"] != following["value"]:
        return None
    one, other = str(said[0]["variable"]), str(following["variable"])
    alike = one.endswith(other) or other.endswith(one) or bool(_LOOSE.match(other))
    return said[0] if alike and said[0]["unit"] == following["unit"] else None


def _own_steps(other: Draft, draft: Draft) -> list[dict[str, Any]]:
    """The steps of the draft without the conditions that it has in common with the other."""
    said = [(_what(condition), condition["op"]) for condition in other.parts.get("subsidy_conditions", ())]
    return [step for step in _steps(draft) if (_what(step), step["op"]) not in said]


def _goes_on(reading: Reading, run: list[Draft], draft: Draft) -> bool:
    """Whether the draft is the next step of the run's tier: its one condition is about what the run's is about."""
    last, own = run[-1], _own_steps(run[-1], draft)
    if len(own) != 1 or _bounded_otherwise(draft, own[0]) or not _GAP.fullmatch(reading.folded, last.end, draft.start):
        return False
    if _BY_EACH_MORE.search(reading.folded, draft.start, draft.end):
        return False
    if reading.folded[last.end : draft.start] == "。\n":  # a paragraph of its own, about somebody else
        return False
    if "。" in reading.folded[last.end : draft.start] and _other_topic(reading, last, draft):
        return False
    step = _first_step(last, own[0], draft)
    if step is None or (len(run) > 1 and (len(_own_steps(draft, last)) > 1 or _bounded_otherwise(last, step))):
        return False
    same_terms = all(last.columns.get(name) == draft.columns.get(name) for name in _SAME)
    same_terms = same_terms and all(
        draft.columns.get(name) in (None, run[0].columns.get(name)) or run[0].columns.get(name) is None
        for name in _WHOLE
    )
    same_terms = same_terms and all(draft.columns[name] in (None, run[0].columns[name]) for name in _KEPT)
    who = last.columns["beneficiary"], draft.columns["beneficiary"]
    return same_terms and (who[0] == who[1] or None in who)


_LEAD = re.compile(r"[^,;。:\d]{4,30}(?=,)")
"""|组织高铁旅游专列团队|，一次人数达到100人以上，奖励200元/人."""


def _other_topic(reading: Reading, last: Draft, draft: Draft) -> bool:
    """Whether two sentences begin with clauses about different things: 组织普通专列, 组织高铁专列."""
    one, other = _LEAD.match(reading.folded, last.start), _LEAD.match(reading.folded, draft.start)
    return bool(one and other and one[0] != other[0])


def merge_tiers(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """The drafts with each run of steps of one variable as one `tiered` draft; the rest as they are."""
    out: list[Draft] = []
    runs: list[list[Draft]] = []
    for draft in drafts:
        if runs and _goes_on(reading, runs[-1], draft):
            runs[-1].append(draft)
        else:
            runs.append([draft])
    for run in runs:
        out.append(_merged(run) if len(run) > 1 else run[0])
    return out


def _merged(run: list[Draft]) -> Draft:
    first = run[0]
    later = [_own_steps(before, draft)[0] for before, draft in pairwise(run)]
    opening = _first_step(first, later[0], run[1]) or {}
    tiers = [
        {
            "variable": opening["variable"], "threshold": step["value"], "op": step["op"],
            "amount_yuan": draft.columns["amount_yuan"], "rate": draft.columns["rate"],
        }
        for step, draft in zip([opening, *later], run, strict=True)
    ]  # fmt: skip
    columns = first.columns | {"kind": "tiered", "amount_yuan": None, "rate": None}
    capped = next((draft for draft in run if draft.columns["cap_yuan"] is not None), first)
    columns |= {name: capped.columns[name] for name in ("cap_yuan", "cap_per")}
    columns["base"] = next((draft.columns["base"] for draft in run if draft.columns["base"]), None)
    others = [c for c in first.parts.get("subsidy_conditions", ()) if c["op"] and c["variable"] != opening["variable"]]
    said = others + _said_in_words(run)
    parts = {"subsidy_conditions": said, "subsidy_tiers": tiers, "caps": capped.parts.get("caps", [])}
    parts["tier_units"] = [{"unit": opening["unit"]}]
    figures = [figure for draft in run for figure in draft.figures]
    return Draft(first.start, run[-1].end, "grant-tiers", columns, figures, parts)


def _said_in_words(run: list[Draft]) -> list[dict[str, Any]]:
    """The conditions without a figure of all steps, each once."""
    said = [c for draft in run for c in draft.parts.get("subsidy_conditions", ()) if c["variable"] is None]
    return [c for i, c in enumerate(said) if c not in said[:i]]
