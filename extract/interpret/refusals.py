"""Where a sentence stops promising money and refuses it, takes it back or speaks of loans."""

from __future__ import annotations

import re

from extract.annotate.reading import Reading
from extract.interpret.grammar import after_last, before_first
from extract.interpret.roles import VERB
from extract.lexicon import alternation, load

_NOT = re.compile(rf"(?<!实际)(?:{alternation(load('subsidies')['not_promises'])})")
"""|不予|补助, |收取|滞纳金 (not 实际|收取|利息的20%)."""
_WHO_HAS = re.compile(r"的(?!一次性|奖|补|资助|支持|扶持|标准)[^,;。]{0,10}$")
"""已享受10万元奖励|的企业|，不再享受…: who is meant, no promise."""


_GOT_MORE = re.compile(r"(?:补助|补贴|奖励|资助|贴息|资金)[^,;。]{0,4}(?:超过|高于|达到)[^,;。\d]{0,30}$")
"""已获补助超过利息总额的|50%，不再给予…: what somebody has had."""


def _refuses(reading: Reading, found: re.Match[str]) -> bool:
    """Whether the word takes its clause's money back; how a loan is measured (根据贷款额度确定) says nothing of it."""
    if found[0] == "处以":
        return reading.folded[found.end() : found.end() + 1] not in "上下内外"  # 游览3处以上景区
    if found[0] not in ("贷款额度", "授信"):
        return True
    clause = after_last(reading.folded, ",;。\n", 0, found.start())
    stop = before_first(reading.folded, ",;。\n", found.end(), len(reading.folded))
    return any(figure.kind in ("money", "share") for figure in reading.figures.within(clause, stop))


def inside_bracket(folded: str, start: int, at: int) -> bool:
    """每增100万元奖励500元（不足100万元部分|不予|奖励）: said of a part only."""
    return folded.count("(", start, at) > folded.count(")", start, at)


def before_refusal(reading: Reading, start: int, end: int) -> int:
    """Where the promises of a sentence end that then refuses or takes back: 奖励60万元，|再次入规的不予奖励."""
    folded = reading.folded
    refusals = (
        found for found in _NOT.finditer(folded, start, end) if not inside_bracket(folded, start, found.start())
    )
    refusal = next((found for found in refusals if _refuses(reading, found)), None)
    if refusal is None:
        return end
    clause = after_last(folded, ",", start, refusal.start())
    while clause > start and folded[clause - 2] == "的":
        clause = after_last(folded, ",", start, clause - 1)
    sums = [
        figure
        for figure in reading.figures.within(start, clause)
        if figure.kind in ("money", "share") and not _GOT_MORE.search(folded, start, figure.start)
    ]
    if not sums or _WHO_HAS.search(folded, sums[-1].end, clause - 1) or not VERB.search(folded, start, clause):
        return start
    return clause - 1
