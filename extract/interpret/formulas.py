"""The formula of a promise: an expression of the sum in yuan out of its columns and parts, and the same for people."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import Any

from extract.clean.fold import widen
from extract.interpret.harmonise import beneficiary_kind, known_variable, variable
from extract.lexicon import load
from schemas.formula import Cap, Expression, Formula, Full, Need, Share, Step, Tiers, Times, Var, Years, Yuan
from schemas.formula_words import formula_text

_TIMES = {"月": "月", "个月": "月", "年": "年", "年度": "年"}
_COUNTED = re.compile(r"^(?P<n>\d+)(?P<u>\D+)$")
"""30件: the amount is for each full thirty."""
_BENEFIT = re.compile(r"(?P<what>[^，。；：、（）,;:()]{2,14}?)(?:补贴|补助|减免|贴息|返还|报销|资助)")
"""房租补贴: where a share has no base of its own, what is subsidised is the base."""
_FULL = re.compile(r"全额|全部")
"""场地租金给予|全额|补贴 · 检测费用|全部|减免."""
_PERSONS = frozenset({"个人", "农户"})
_TERM = frozenset({"月", "年"})

Parts = dict[str, list[dict[str, Any]]]


def formula_of(columns: dict[str, Any], parts: Parts, words: str = "") -> tuple[str | None, str | None]:
    """(JSON of a `Formula`, the same for people); (None, None) where the notice gives no figure.

    `words` are those of the notice on which the promise rests. The text reads min(设备投资额 × 10%, 100万元), with 最高
    before what is a ceiling for itself.
    """
    formula = build(columns, parts, words)
    return (formula.as_json(), formula_text(formula)) if formula else (None, None)


def build(columns: dict[str, Any], parts: Parts, words: str = "") -> Formula | None:
    """The formula of a promise, or None where the notice gives no figure."""
    return _Builder(columns, parts, words).formula()


def _from(tier: dict[str, Any]) -> float:
    """The value from which a step holds: that of 融资2亿元以下的 holds from the first yuan on."""
    return 0.0 if tier["op"] in ("<", "<=") else float(tier["threshold"])


class _Builder:
    """One promise: what it is a share or multiple of, for how long, under which ceilings, on which conditions."""

    def __init__(self, columns: dict[str, Any], parts: Parts, words: str) -> None:
        self.columns, self.words = columns, widen(words)
        self.about = f"{columns.get('beneficiary') or ''} {words or columns.get('activity') or ''}"
        self.said_needs = parts.get("subsidy_conditions") or []
        self.tiers = parts.get("subsidy_tiers") or []
        self.tier_caps = parts.get("tier_caps") or []
        self.tier_unit: str | None = (parts.get("tier_units") or [{}])[0].get("unit")
        self.caps = parts.get("caps") or self._cap_of_columns()
        self.needs = self._needs()
        self.per = [piece for piece in (columns.get("per") or "").split("/") if piece]
        self.period = self._period()

    def _cap_of_columns(self) -> list[dict[str, Any]]:
        yuan = self.columns.get("cap_yuan")
        return [] if yuan is None else [{"yuan": yuan, "per": self.columns.get("cap_per")}]

    def formula(self) -> Formula | None:
        core = self._core()
        if core is None:
            return None
        pays, period = self._over_time(core)
        low = self.columns.get("amount_min_yuan") is not None or self.columns.get("rate_min") is not None
        at_most = bool(self.columns.get("upper_bound")) and not (low and self.columns.get("kind") == "fixed")
        return Formula(pays=pays, needs=self.needs, at_most=at_most, period=period)

    def _needs(self) -> tuple[Need, ...]:
        """The conditions that have a figure, each with the variable of the vocabulary that it is about."""
        out: list[Need] = []
        at = 0
        for condition in self.said_needs:
            if condition.get("op") is None or condition.get("value") is None:
                continue
            found = self.words.find(widen(condition["text"]), at)
            between = self.words[at:found] if found >= 0 else ""
            end = found + len(condition["text"]) if found >= 0 else at
            before = self.words[:found] if found >= 0 else ""
            after = re.split(r"[，。；,;]", self.words[end : end + 20])[0] if found >= 0 else ""
            var = variable(condition.get("variable") or "", condition.get("unit"), before=before, near=after)
            either = bool(out) and "或" in between and "且" not in between
            out.append(
                Need(var=var, op=condition["op"], value=condition["value"], words=condition["text"], either=either)
            )
            at = end
        return tuple(out)

    def _core(self) -> Expression | None:
        """The sum for one time of payment, before ceilings."""
        columns = self.columns
        if self.tiers:
            return self._steps()
        if columns.get("rate") is not None:
            if (excess := self._excess()) is not None:
                step = Step.at(excess.value, Share(of=excess.var, rate=columns["rate"]), above=True)
                return Tiers(var=excess.var, steps=(step,), slices=True)
            return Share(of=self._base(), rate=columns["rate"], low=columns.get("rate_min"))
        if columns.get("amount_yuan") is not None:
            amount = Yuan(value=columns["amount_yuan"], low=columns.get("amount_min_yuan"))
            counted = [self._counted(piece) for piece in self.per if piece not in _TIMES and not self._is_asker(piece)]
            return Times(args=(*counted, amount)) if counted else amount
        return self._base() if columns.get("kind") == "full" else None

    def _excess(self) -> Need | None:
        """The need whose excess is shared: 研发投入超过1000万元的部分,按照5%."""
        beyond = re.search(r"(?:超过|超出|高于)[^，。；]{1,16}?的?部分", self.columns.get("base") or "")
        over = [need for need in self.needs if need.op == ">" and need.var.unit == "元"]
        return over[-1] if beyond and over else None

    def _steps(self) -> Expression | None:
        """Tiers by one variable; a list of thresholds that does not rise (or gives nothing) is no formula."""
        first = self.tiers[0]
        at = self.words.find(first["variable"])
        before = self.words[: at + len(first["variable"])] if at >= 0 else ""
        unit = self.tier_unit or ("元" if first["threshold"] >= 10000 else None)
        var = variable(first["variable"], unit, before=before, near=self.about)
        steps = []
        levels = [(_from(tier), tier, cap) for tier, cap in zip_longest(self.tiers, self.tier_caps)]
        for start, tier, cap in sorted(levels, key=lambda level: level[0]):
            if tier.get("amount_yuan") is not None:
                then: Expression = Yuan(value=tier["amount_yuan"])
            elif tier.get("rate") is not None:
                then = Share(of=self._base() if self.columns.get("base") else var, rate=tier["rate"])
            else:
                return None
            then = Cap(of=then, yuan=cap["yuan"]) if cap else then
            steps.append(Step.at(start, then, above=tier["op"] == ">"))
        if len({step.start for step in steps}) < len(steps):
            return None
        slices = "超过部分" in self.words or "超出部分" in self.words
        return Tiers(var=var, steps=tuple(steps), slices=slices and all(isinstance(s.then, Share) for s in steps))

    def _base(self) -> Var:
        """What a share is taken of; 投资额 after 设备投资额达200万元以上 means that one."""
        base = self.columns.get("base")
        if base:
            short = re.sub(r"[（(][^（）()]*[）)]", "", base)
            for need in self.needs:
                said = need.var.words or need.var.name
                vague = short in load("variables")["vague"] and set(short) & set("投销面费购") & set(said)
                if need.var.unit == "元" and (said.endswith(short) or vague):
                    return need.var
            return variable(short, "元", near="")
        stretch = self.words
        if self.columns.get("kind") == "full" and (full := _FULL.search(stretch)):
            clause = re.split(r"[，。；,;]", stretch[: full.start()])[-1]
            for n in range(len(clause), 3, -1):
                var = variable(clause[:n], "元")
                if known_variable(var.name):
                    return var
            return Var(name="实际费用", unit="元")
        for match in _BENEFIT.finditer(stretch):
            var = variable(match["what"], "元")
            if known_variable(var.name):
                return var
        return Var(name="补助基数", unit="元")

    def _counted(self, piece: str) -> Var | Full:
        """What the amount is multiplied with: 单 → 快递单量; 30件 → full thirties; a person who asks is one."""
        stepped = _COUNTED.match(piece)
        if stepped:
            return Full(of=self._count(stepped["u"]), by=float(stepped["n"]))
        return self._count(piece)

    def _is_asker(self, piece: str) -> bool:
        """每人每月1500元 to a person: who asks is the one."""
        person = piece in ("人", "名") and beneficiary_kind(self.columns.get("beneficiary")) in _PERSONS
        return person and any(other in _TIMES for other in self.per)

    def _count(self, piece: str) -> Var:
        var = variable("", piece, near=self.about)
        if known_variable(var.name):
            known = var
        else:
            simple = {
                "平方米": "面积",
                "亩": "面积",
                "公里": "里程",
                "吨": "重量",
                "天": "天数",
                "人": "人数",
                "名": "人数",
            }
            known = Var(
                name=simple.get(piece, f"{piece}数"), unit=piece if len(piece) == 1 or piece in simple else None
            )
        alone = piece in ("人", "名") and beneficiary_kind(self.columns.get("beneficiary")) in _PERSONS
        return known.model_copy(update={"default": 1.0}) if alone else known

    def _period(self) -> str | None:
        """For which time the sum is: a month, a year, or (None) the whole."""
        said = {_TIMES[piece] for piece in self.per if piece in _TIMES}
        frequency = {"monthly": "月", "yearly": "年"}.get(self.columns.get("frequency") or "")
        return "月" if "月" in said or frequency == "月" else "年" if "年" in said or frequency == "年" else None

    def _over_time(self, core: Expression) -> tuple[Expression, Any]:
        """The sum over the years it is paid, the ceilings of a year inside, those of the whole outside."""
        years = self.columns.get("duration_years")
        yearly = [cap for cap in self.caps if "年" in _cap_units(cap)]
        whole = [cap for cap in self.caps if "年" not in _cap_units(cap)]
        base = core.of if isinstance(core, Share) else core
        flow = isinstance(base, Var) and (entry := known_variable(base.name)) is not None and entry.yearly
        period = self.period
        if period is None and (yearly or (years and flow)):
            period = "年"
        if period == "月" and (yearly or not years):
            if yearly:
                core, period = Years(of=core, count=12, unit="月"), "年"
        elif period == "月" and years:
            core, period, years = Years(of=core, count=round(years * 12, 2), unit="月"), None, None
        for cap in yearly:
            core = self._capped(core, cap)
        if years and period == "年":
            core, period = Years(of=core, count=years, unit="年"), None
        for cap in whole:
            core = self._capped(core, cap)
        return core, period

    def _capped(self, core: Expression, cap: dict[str, Any]) -> Cap:
        units = tuple(_cap_units(cap))
        one = set(load("variables")["one"]) | {self.columns.get("beneficiary")}
        shared = f"@{cap['at']}" if cap.get("at") is not None and set(units) <= one | _TERM else None
        return Cap(of=core, yuan=cap["yuan"], per=units, shared=shared)


def _cap_units(cap: dict[str, Any]) -> list[str]:
    return [_TIMES.get(piece, piece) for piece in (cap.get("per") or "").split("/") if piece]
