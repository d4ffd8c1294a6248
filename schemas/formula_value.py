"""What a formula pays to somebody whose figures are known, with the steps spelled out."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol

from schemas.formula import (
    Cap,
    Expression,
    Formula,
    Full,
    Need,
    Share,
    Tiers,
    Times,
    Var,
    Years,
    Yuan,
)
from schemas.formula_words import SIGNS, money_text, plain, quantity_text, range_text, share_text

State = Literal["amount", "not entitled", "depends on"]

_FAILS = {">=": "<", ">": "≤", "<=": ">", "<": "≥", "=": "≠"}
"""How a need that does not hold is written: 设备投资额 150万元 < 200万元."""
_SAME = frozenset("个家户名人位件项次所座场套台辆只头条处单间种款") | {"人次"}
"""Measure words that count one by one, so that 20家 is 20个."""
_FACTORS = {
    ("年", "月"): 12, ("年", "个月"): 12, ("月", "年"): 1 / 12, ("个月", "年"): 1 / 12, ("月", "个月"): 1,
    ("个月", "月"): 1,
    ("天", "日"): 1, ("日", "天"): 1, ("年", "天"): 365, ("天", "年"): 1 / 365, ("小时", "天"): 1 / 8, ("周", "天"): 7,
    ("亩", "平方米"): 2000 / 3, ("平方米", "亩"): 3 / 2000, ("公顷", "平方米"): 10000, ("公顷", "亩"): 15,
    ("平米", "平方米"): 1, ("㎡", "平方米"): 1, ("周年", "年"): 1, ("吨", "公斤"): 1000, ("公斤", "吨"): 0.001,
}  # fmt: skip
"""Units of one kind, and by what to multiply (a training day has eight hours)."""

_COMBINED: dict[str, Callable[[list[float]], float]] = {"sum": lambda s: math.fsum(s), "min": min, "max": max}


@dataclass(frozen=True, slots=True)
class Given:
    """A figure that the applicant has told: its value in units, its unit if said."""

    value: float
    unit: str | None = None


class Facts(Protocol):
    """What is known of an applicant."""

    def get(self, name: str) -> Given | None:
        """The figure of that name, or None."""


@dataclass(frozen=True, slots=True)
class Result:
    """What one promise comes to. Sums in yuan; `yuan` is the upper end of a range and of an `at_most`.

    `reasons` say why not, or what it depends on; `up_to` is the most it can be where it depends; `assumed` is what was
    taken for granted. `period`: the sum is for each month or year; `yearly` is one year's, where it is paid again.
    """

    state: State
    yuan: float | None = None
    low: float | None = None
    at_most: bool = False
    period: str | None = None
    yearly: float | None = None
    up_to: float | None = None
    steps: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    missing: tuple[Var, ...] = ()
    assumed: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """最高 3万元 · not entitled: 设备投资额 150万元 < 200万元 · depends on: 租赁面积（平方米）."""
        if self.state != "amount" or self.yuan is None:
            more = f"（最高 {money_text(self.up_to)}）" if self.up_to is not None else ""
            return f"{self.state}: {'，'.join(self.reasons)}{more}"
        per = f"每{self.period} " if self.period else ""
        return f"{'最高 ' if self.at_most else ''}{per}{range_text(self.yuan, self.low)}"

    def undecided(self, why: str) -> Result:
        """The same sum, where it is not known whether the applicant can have it."""
        return Result(
            "depends on", at_most=self.at_most, period=self.period, yearly=self.yearly, up_to=self.yuan,
            steps=self.steps, reasons=(why,), missing=self.missing, assumed=self.assumed,
        )  # fmt: skip


@dataclass(slots=True)
class _Worth:
    high: float
    low: float


@dataclass(slots=True)
class _Reckoning:
    """One working-out: collects what is missing, the steps, what was assumed."""

    facts: Facts
    unknown: float | None = None
    missing: dict[str, Var] = field(default_factory=dict)
    steps: list[str] = field(default_factory=list)
    assumed: list[str] = field(default_factory=list)
    short: list[str] = field(default_factory=list)
    yearly: float | None = None
    stands_in: bool = False

    def figure(self, var: Var) -> float | None:
        """The applicant's figure in the variable's unit; else that of the wider figure, noted as assumed."""
        own = self._converted(var.name, var.unit)
        if own is not None:
            return own
        wider = self._converted(var.part_of, var.unit) if var.part_of else None
        if wider is not None:
            self.stands_in = True
            note = f"{var.name} 按 {var.part_of} {quantity_text(wider, var.unit)} 计"
            if note not in self.assumed:
                self.assumed.append(note)
            return wider
        if var.default is not None:
            self.assumed.append(f"{var.name} 按 {quantity_text(var.default, var.unit)} 计")
            return var.default
        self.missing[var.name] = var
        return self.unknown

    def _converted(self, name: str | None, unit: str | None) -> float | None:
        given = self.facts.get(name) if name else None
        return convert(given, unit) if given else None

    def worth(self, node: Expression) -> _Worth | None:
        """The value of the node (yuan, or a bare number), None where a figure is missing."""
        match node:
            case Yuan():
                return _Worth(node.value, node.value if node.low is None else node.low)
            case Var():
                value = self.figure(node)
                return None if value is None else _Worth(value, value)
            case Full():
                value = self.figure(node.of)
                if value is None:
                    return None
                whole = value if math.isinf(value) else float(math.floor(value / node.by + 1e-9))
                return _Worth(whole, whole)
            case Share():
                return self._share(node)
            case Times():
                return self._product(node)
            case Tiers():
                return self._tiers(node)
            case Cap():
                return self._cap(node)
            case Years():
                return self._years(node)
        parts = [self.worth(arg) for arg in node.args]
        known = [part for part in parts if part is not None]
        if len(known) < len(parts):
            return None
        highs, lows = [part.high for part in known], [part.low for part in known]
        combine = _COMBINED[node.op]
        out = _Worth(combine(highs), combine(lows))
        if len(known) > 1:
            names = {"sum": "合计", "min": "取低", "max": "取高"}
            self.steps.append(f"{names[node.op]}（{'，'.join(money_text(h) for h in highs)}）：{_range(out)}")
        return out

    def _shown(self, node: Expression, worth: _Worth) -> str:
        if isinstance(node, Var):
            return f"{node.name} {quantity_text(worth.high, node.unit)}"
        if isinstance(node, Full):
            return f"⌊{node.of.name} ÷ {plain(node.by)}⌋ {plain(worth.high)}"
        return _range(worth)

    def _share(self, node: Share) -> _Worth | None:
        of = self.worth(node.of)
        if of is None:
            return None
        out = _Worth(_product(of.high, node.rate), _product(of.low, node.low or node.rate))
        self.steps.append(f"{self._shown(node.of, of)} × {share_text(node.rate, node.low)} = {_range(out)}")
        return out

    def _product(self, node: Times) -> _Worth | None:
        parts = [self.worth(arg) for arg in node.args]
        known = [part for part in parts if part is not None]
        if len(known) < len(parts):
            return None
        out = _Worth(_product(*(part.high for part in known)), _product(*(part.low for part in known)))
        shown = " × ".join(self._shown(arg, part) for arg, part in zip(node.args, known, strict=True))
        self.steps.append(f"{shown} = {_range(out)}")
        return out

    def _tiers(self, node: Tiers) -> _Worth | None:
        value = self.figure(node.var)
        if value is None:
            return None
        reached = [s for s in node.steps if value > s.start or (s.op == ">=" and value == s.start)]
        known = f"{node.var.name} {quantity_text(value, node.var.unit)}"
        if not reached:
            first = node.steps[0]
            self.short.append(f"{known} {_FAILS[first.op]} {quantity_text(first.start, node.var.unit)}")
            return _Worth(0.0, 0.0)
        if node.slices:
            ends = [s.start for s in reached[1:]] + [value]
            rates = [s.then.rate if isinstance(s.then, Share) else 0.0 for s in reached]
            parts = [_product(end - s.start, rate) for s, end, rate in zip(reached, ends, rates, strict=True)]
            self.steps.append(
                f"{known} 分段：{' + '.join(money_text(part) for part in parts)} = {money_text(sum(parts))}"
            )
            return _Worth(sum(parts), sum(parts))
        self.steps.append(f"{known} 达到 {quantity_text(reached[-1].start, node.var.unit)} 档")
        out = self.worth(reached[-1].then)
        if out is not None and isinstance(reached[-1].then, Yuan):
            self.steps.append(f"该档 {_range(out)}")
        return out

    def _cap(self, node: Cap) -> _Worth | None:
        limit, times = node.yuan, ""
        for what in node.per:
            counted = self.facts.get(f"{what}数") if what != "年" else None
            if counted and counted.value > 1:
                limit *= counted.value
                times += f" × {plain(counted.value)}{what}"
        of = self.worth(node.of)
        if of is None:
            return None
        out = _Worth(min(of.high, limit), min(of.low, limit))
        per = f"（每{'/'.join(node.per)}）" if node.per else ""
        over = of.high > limit
        self.steps.append(
            f"{_range(of)} {'>' if over else '≤'} 封顶 {money_text(node.yuan)}{per}{times}"
            + (f"：{_range(out)}" if over else "")
        )
        return out

    def _years(self, node: Years) -> _Worth | None:
        of = self.worth(node.of)
        name = "享受月数" if node.unit == "月" else "享受年数"
        told = self._converted(name, node.unit)
        count = node.count if told is None else max(0.0, min(told, node.count))
        if told is None:
            self.assumed.append(f"按满{plain(node.count)}{'个月' if node.unit == '月' else '年'}计")
        if of is None:
            return None
        self.yearly = of.high * (min(12.0, count) if node.unit == "月" else min(1.0, count))
        out = _Worth(_product(of.high, count), _product(of.low, count))
        self.steps.append(f"{_range(of)} × {plain(count)}{'个月' if node.unit == '月' else '年'} = {_range(out)}")
        return out

    def need(self, need: Need) -> tuple[bool | None, str]:
        """Whether it holds (None: not known), and the words for it."""
        value = self.figure(need.var)
        wanted = quantity_text(need.value, need.var.unit)
        if value is None or math.isinf(value):
            return None, f"{need.var.name}（{need.words}）"
        holds = {
            ">=": value >= need.value, ">": value > need.value, "<=": value <= need.value, "<": value < need.value,
            "=": value == need.value,
        }[need.op]  # fmt: skip
        sign = SIGNS[need.op] if holds else _FAILS[need.op]
        return holds, f"{need.var.name} {quantity_text(value, need.var.unit)} {sign} {wanted}"


def _range(worth: _Worth) -> str:
    return range_text(worth.high, worth.low)


def _product(*factors: float) -> float:
    """The product, rounded to the ten-thousandth of a yuan; nothing times no limit is nothing."""
    return 0.0 if 0.0 in factors else round(math.prod(factors), 4) if math.isfinite(math.prod(factors)) else math.inf


def convert(given: Given, unit: str | None) -> float | None:
    """The figure in that unit; None where the two do not measure the same thing (美元 and 元)."""
    if unit is None or given.unit is None or given.unit == unit or {given.unit, unit} <= _SAME:
        return given.value
    factor = _FACTORS.get((given.unit, unit))
    return None if factor is None else round(given.value * factor, 9)


def _needs(formula: Formula, reckoning: _Reckoning) -> tuple[list[str], list[str], list[str]]:
    """(held, failed, open) needs in words; a group joined by 或 holds if one does."""
    groups: list[list[Need]] = []
    for need in formula.needs:
        if need.either and groups:
            groups[-1].append(need)
        else:
            groups.append([need])
    held: list[str] = []
    failed: list[str] = []
    open_ones: list[str] = []
    for group in groups:
        before = set(reckoning.missing)
        found = [reckoning.need(need) for need in group]
        if any(holds for holds, _ in found):
            for name in set(reckoning.missing) - before:
                del reckoning.missing[name]
            held += [words for holds, words in found if holds]
        elif any(holds is None for holds, _ in found):
            open_ones.append(" 或 ".join(words for holds, words in found if holds is None))
        else:
            failed.append(" 且 ".join(words for _, words in found))
    return held, failed, open_ones


def evaluate(formula: Formula, facts: Facts | Mapping[str, Given]) -> Result:
    """What the formula pays to somebody of whom `facts` are known: an amount, "not entitled" or "depends on".

    A failed condition decides even where other figures are missing.
    """
    reckoning = _Reckoning(facts)
    held, failed, open_ones = _needs(formula, reckoning)
    needed = dict(reckoning.missing)
    worth = reckoning.worth(formula.pays)
    steps = tuple([f"{words} ✓" for words in held] + reckoning.steps)
    assumed = tuple(dict.fromkeys(reckoning.assumed))
    if failed or reckoning.short:
        return Result("not entitled", 0.0, 0.0, reasons=tuple(failed + reckoning.short), assumed=assumed)
    if worth is None or open_ones:
        others = [
            f"{v.name}（{v.unit}）" if v.unit else v.name for v in reckoning.missing.values() if v.name not in needed
        ]
        bound = _Reckoning(facts, unknown=math.inf).worth(formula.pays)
        return Result(
            "depends on", at_most=formula.at_most, period=formula.period, reasons=tuple(open_ones + others),
            assumed=assumed, up_to=bound.high if bound is not None and math.isfinite(bound.high) else None,
            missing=tuple(reckoning.missing.values()), steps=steps,
        )  # fmt: skip
    yearly = reckoning.yearly
    if yearly is None and formula.period:
        yearly = worth.high * (12 if formula.period == "月" else 1)
    return Result(
        "amount", worth.high, worth.low, formula.at_most or reckoning.stands_in, formula.period, yearly,
        steps=steps, assumed=assumed,
    )  # fmt: skip
