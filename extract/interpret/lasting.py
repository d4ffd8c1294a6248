"""For how long money is paid: 连续3年, 贴息期限最长3年, 给予18个月补助."""

from __future__ import annotations

import re

from extract.annotate.values import Figure
from extract.interpret.grammar import Clause

_TERM = re.compile(
    r"(?:\([^()]*\))?内,?(?:分别|每年|逐年|按年|按月|每月|按[^,;。\d]{0,10}[\d.]+%|(?:按[^,;。\d]{2,10},)?[按以]每[户人]每年\d)"
)
"""两年|内分别|发放1.5万元, 5年|内按80%|的比例奖补, 3年|(36个月)内按每户每年1|.44万元扣减: for how long it is paid."""
_DURATION = re.compile(
    r"(?:连续(?:补助|补贴|给予|资助|奖励|支持|享受|发放)?|(?:补[助贴]|贴息|奖励|资助)(?:期限|年限|期)|期限|年限|最长|最多|给予|享受|为期|不超过|前|后|"
    r"首|第|每|共|分)[^,;。\d一二三四五六七八九十]{0,6}$"
)
"""连续补助|3年, 贴息期限最长|2年, 给予|18个月补助."""
_OF_TIME = re.compile(r"(?:期限|年限|最长|最多|前|后)\D{0,4}$|连续$|(?<![部得])分$")
"""补贴|期限不超过|3年, |连续|3年, |分|3年给予奖励."""
_PAID_ON = re.compile(r"每年|给予|\d+%|[补奖]|资助|按|对[^,;。]{1,16}(?:给予|予以|[补奖]|资助)|,|。|;|$")
"""连续3年|每年补助10万元, 连续3年|给予补贴, 连续三年|对其代账费用给予… (not 连续3年盈利)."""
_PAID_FOR = re.compile(r"^的?(?:内|期)?(?:每年|按年|\d+%|[^,;。]{0,8}(?:补贴|补助|奖励|贴息|支持|资助|租金|房租|免租))")
"""给予|3年|每年…, |18个月|补助."""
_LOAN_TERM = re.compile(r"期(?!限|间|内|满|起)")
"""1年|期贷款: how long the loan runs, not the payment."""


def is_duration(folded: str, clause: Clause, verb: int, figure: Figure) -> bool:
    """Whether a figure of the clause, which gives at `verb`, says how long it is paid: 连续3年, 给予18个月补助."""
    if figure.kind != "duration" or _LOAN_TERM.match(folded, figure.end):
        return False
    if _TERM.match(folded, figure.end):
        return True
    before = folded[max(clause.start, figure.start - 14) : figure.start]
    after = folded[figure.scope[1] : figure.scope[1] + 16]
    given = verb < figure.start or _OF_TIME.search(before)
    if not given or not (_DURATION.search(before) or _PAID_FOR.match(after)):
        return False
    return not (before.endswith("连续") and not _PAID_ON.match(folded, figure.end))
