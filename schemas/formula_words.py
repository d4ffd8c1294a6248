"""Formulas for people: plain Chinese, LaTeX, and figures with their units."""

from __future__ import annotations

import re

from schemas.formula import (
    Cap,
    Expression,
    Formula,
    Full,
    Least,
    Most,
    Need,
    Share,
    Sum,
    Tiers,
    Times,
    Var,
    Years,
    Yuan,
)

SIGNS = {">=": "≥", ">": "＞", "<=": "≤", "<": "＜", "=": "＝"}
_TEX_SIGNS = {">=": r"\ge", ">": ">", "<=": r"\le", "<": "<", "=": "="}
_SPECIAL = re.compile(r"[\\^~&%$#_{}]")
_PLAIN = {"\\": r"\textbackslash{}", "^": r"\^{}", "~": r"\~{}"}
_MONEY = re.compile(r"(?:元|美元|港元|欧元|日元|人民币)$")
_MANY = 100_000
"""年营业收入达到|2亿元|(元 is left out): figures of so much are written in 万 or 亿."""


def plain(number: float) -> str:
    """A number without exponent and needless zeros: 30000.0 → 30000, 0.5 → 0.5, 1234567.891 → 1234567.891."""
    return f"{number:.6f}".rstrip("0").rstrip(".")


def money_text(yuan: float, unit: str = "元") -> str:
    """1000000 → 100万元, 1500000000 → 15亿元, 2000 → 2000元."""
    for scale, name in ((1e8, "亿"), (1e4, "万")):
        if abs(yuan) >= scale and abs(round(yuan / scale, 4) * scale - yuan) < 0.005:
            return f"{plain(round(yuan / scale, 4))}{name}{unit}"
    return f"{plain(round(yuan, 2))}{unit}"


def quantity_text(value: float, unit: str | None) -> str:
    """A figure with its unit: money, and what runs into the hundred thousands, by 万 and 亿 (50万吨); else 30000单."""
    if unit and (_MONEY.search(unit) or abs(value) >= _MANY):
        return money_text(value, unit)
    return f"{plain(value)}{unit or ''}"


def share_text(rate: float, low: float | None = None) -> str:
    """0.05 → 5%, a range 0.05, 0.1 → 5—10%."""
    return f"{plain(round(low * 100, 4))}—{plain(round(rate * 100, 4))}%" if low else f"{plain(round(rate * 100, 4))}%"


def range_text(value: float, low: float | None) -> str:
    """100000 to 500000 → 10万元—50万元."""
    return f"{money_text(low)}—{money_text(value)}" if low is not None and low != value else money_text(value)


def need_text(need: Need) -> str:
    """设备投资额 ≥ 200万元."""
    return f"{need.var.name} {SIGNS[need.op]} {quantity_text(need.value, need.var.unit)}"


def formula_text(formula: Formula) -> str:
    """The sum for people: min(设备投资额 × 10%, 100万元), with 最高 before it where the figure is a ceiling."""
    text = _text(formula.pays)
    often = f"每{formula.period}" if formula.period and not _says_period(formula.pays) else ""
    lead = often + ("最高" if formula.at_most else "")
    return f"{lead} {text}" if lead else text


def _step_text(node: Tiers, nth: int) -> str:
    """From where a step holds; the lowest one, if from nothing on, up to the next: 融资额 ＜ 2亿元."""
    sign, start = SIGNS[node.steps[nth].op], node.steps[nth].start
    if nth == 0 and start == 0 and not node.slices and len(node.steps) > 1:
        sign, start = "＜", node.steps[1].start
    return f"{node.var.name} {sign} {quantity_text(start, node.var.unit)}"


def _says_period(node: Expression) -> bool:
    return isinstance(node, Years) or (isinstance(node, Cap) and ("年" in node.per or _says_period(node.of)))


def _text(node: Expression) -> str:
    match node:
        case Yuan():
            return range_text(node.value, node.low)
        case Var():
            return node.name
        case Share() if node.rate == 1 and not node.low:
            return _text(node.of)
        case Share():
            return f"{_factor(node.of)} × {share_text(node.rate, node.low)}"
        case Times():
            return " × ".join(_factor(arg) for arg in node.args)
        case Full():
            return f"⌊{node.of.name} ÷ {plain(node.by)}⌋"
        case Sum():
            return " + ".join(_text(arg) for arg in node.args)
        case Least() | Most():
            return f"{node.op}({', '.join(_text(arg) for arg in node.args)})"
        case Tiers():
            return "；".join(
                f"{_step_text(node, nth)}{'的部分' if node.slices else ''}：{_text(step.then)}"
                for nth, step in enumerate(node.steps)
            )
        case Cap():
            caps, inner = _ceilings(node)
            shown = f"[{_text(inner)}]" if isinstance(inner, Tiers) else _text(inner)
            return f"min({', '.join([shown, *caps])})"
    return f"{_factor(node.of)} × {plain(node.count)}{'个月' if node.unit == '月' else '年'}"


def _ceilings(node: Cap) -> tuple[list[str], Expression]:
    """The ceilings that stand around each other, the innermost first, and what they hold down."""
    caps: list[str] = []
    inner: Expression = node
    while isinstance(inner, Cap):
        per = f"（每{'/'.join(inner.per)}）" if inner.per else ""
        caps.insert(0, money_text(inner.yuan) + per)
        inner = inner.of
    return caps, inner


def _factor(node: Expression) -> str:
    """A part of a product, in brackets where it is a sum, steps or a range."""
    loose = isinstance(node, (Sum, Tiers)) or (isinstance(node, Yuan) and node.low is not None)
    return f"({_text(node)})" if loose else _text(node)


def latex(formula: Formula) -> str:
    r"""The sum as LaTeX (math mode): \min\left(\text{设备投资额} \times 10\%,\ \text{100万元}\right); \le for 最高."""
    text = _latex(formula.pays)
    return rf"\le {text}" if formula.at_most else text


def _latex(node: Expression) -> str:
    match node:
        case Yuan():
            return _words(range_text(node.value, node.low))
        case Var():
            return _words(node.name)
        case Share():
            return rf"{_tex_factor(node.of)} \times {_escape(share_text(node.rate, node.low))}"
        case Times():
            return r" \times ".join(_tex_factor(arg) for arg in node.args)
        case Full():
            return rf"\left\lfloor {_words(node.of.name)} / {plain(node.by)} \right\rfloor"
        case Sum():
            return " + ".join(_latex(arg) for arg in node.args)
        case Least() | Most():
            return rf"\{node.op}\left(" + r",\ ".join(_latex(arg) for arg in node.args) + r"\right)"
        case Tiers():
            lines = (
                rf"{_latex(s.then)} & {_words(node.var.name)} {_TEX_SIGNS[s.op]} "
                f"{_words(quantity_text(s.start, node.var.unit))}"
                for s in node.steps
            )
            return r"\begin{cases} " + r" \\ ".join(lines) + r" \end{cases}"
        case Cap():
            caps, inner = _ceilings(node)
            return r"\min\left(" + r",\ ".join([_latex(inner), *map(_words, caps)]) + r"\right)"
    return rf"{_tex_factor(node.of)} \times {_words(plain(node.count) + ('个月' if node.unit == '月' else '年'))}"


def _tex_factor(node: Expression) -> str:
    return rf"\left({_latex(node)}\right)" if isinstance(node, Sum) else _latex(node)


def _words(text: str) -> str:
    return rf"\text{{{_escape(text)}}}"


def _escape(text: str) -> str:
    """Text with what LaTeX takes for commands made plain."""
    return _SPECIAL.sub(lambda m: _PLAIN.get(m[0], "\\" + m[0]), text)
