"""The formula of a promise: an expression of the sum in yuan, and the same for people."""

from __future__ import annotations

import json
from typing import Any


def money_text(yuan: float) -> str:
    """1000000 → 100万元, 1500000000 → 15亿元, 2000 → 2000元."""
    for scale, name in ((1e8, "亿元"), (1e4, "万元")):
        if yuan >= scale and round(yuan / scale, 4) == yuan / scale:
            return f"{yuan / scale:g}{name}"
    return f"{yuan:g}元"


def _term(columns: dict[str, Any]) -> tuple[dict[str, Any], str] | None:
    if columns.get("rate") is not None:
        base = columns.get("base") or "基数"
        return {"op": "*", "args": [{"var": base}, {"const": columns["rate"]}]}, f"{base} × {columns['rate'] * 100:g}%"
    if columns.get("amount_yuan") is not None:
        amount = columns["amount_yuan"]
        if columns.get("per"):
            counted = {"var": f"{columns['per']}数"}
            return {"op": "*", "args": [counted, {"const": amount}]}, f"{columns['per']}数 × {money_text(amount)}"
        return {"const": amount}, money_text(amount)
    if columns.get("kind") == "full":
        return {"var": columns.get("base") or "实际费用"}, columns.get("base") or "实际费用"
    return None


def _tiers(tiers: list[dict[str, Any]]) -> tuple[dict[str, Any], str]:
    steps = [{"from": t["threshold"], "op": t["op"], "then": {"const": t["amount_yuan"]}} for t in tiers]
    text = "；".join(f"{t['variable']} {'＞' if t['op'] == '>' else '≥'} {money_text(t['threshold'])}：{money_text(t['amount_yuan'])}" for t in tiers)
    return {"op": "tiers", "var": tiers[0]["variable"], "steps": steps}, text


def formula_of(columns: dict[str, Any], parts: dict[str, list[dict[str, Any]]]) -> tuple[str | None, str | None]:
    """(JSON, text) of the sum in yuan; (None, None) where the notice gives no figure.

    The JSON is an expression of {"const"}, {"var"} and {"op": "*" | "min" | "tiers"}; the text reads
    min(设备投资额 × 10%, 100万元), with 最高 before a figure that is a ceiling for itself.
    """
    tiers = parts.get("subsidy_tiers") or []
    found = _tiers(tiers) if tiers else _term(columns)
    if not found:
        return None, None
    expression, text = found
    if columns.get("upper_bound") and not tiers:
        text = f"最高 {text}"
    if columns.get("cap_yuan") is not None:
        expression = {"op": "min", "args": [expression, {"const": columns["cap_yuan"]}]}
        per = f"（每{columns['cap_per']}）" if columns.get("cap_per") else ""
        text = f"min({text}, {money_text(columns['cap_yuan'])}{per})"
    return json.dumps(expression, ensure_ascii=False), text
