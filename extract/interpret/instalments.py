"""How a stated sum is paid out: shares and sums that are parts of it, and no promises of their own."""

from __future__ import annotations

import re

from extract.annotate.reading import Reading
from extract.annotate.values import Figure
from extract.interpret.grammar import Clause

_YUAN = frozenset({"元", "元人民币", "人民币", None})
_INSTALMENT = re.compile(
    r"分[一二两三四五六\d]+(?:年|期|批|次)(?:按|以|,)?[^,;。]{0,10}$|"
    r"(?:第[一二三四五\d]年|首年|当年|次年|首期|(?<!按)(?<!按照)[^,;。\d]{2}后|先行?|其余|剩余|余下)[^,;。\d]{0,10}(?:拨付|兑付|兑现|发放|支付)(?:的|其余|[^,;。\d]{0,8}(?:资金|金额|总额|款)的)?$|"
    r"预拨(?:资金)?,?(?:预拨)?(?:总额|比例)?[^,;。\d]{0,14}$|拨付(?:剩余|余下|其余)的?$|拨付(?:补[助贴]|奖[励补]|资助)(?:金额|资金|总额|款)的$|"
    r"应(?:奖励|补助|奖补|兑现|拨付|得)(?:总?额|金额|资金)的$"
)
"""分两年按|50%、50%比例发放, 验收后拨付|50%, 预拨总额不超过资助金额的|80%, 再拨付剩余的|20%: parts of a sum."""
_OF_A_BASE = re.compile(r"按照?[^,;。\d]{2,20}的$")
"""按实际购房价格的|10%，分三年给予支持, 按投资额的|10%分两年给予补助: a share, paid in parts."""
_IN_PARTS = re.compile(
    r"的?(?:比例|标准)?,?(?:分[一二两三四五六\d]+(?:个?年|期|批|次)|[一二两三四五六\d]+年内(?:兑现|拨付|到位|发放))"
    r"|(?:待|在|于)[^,;。]{2,20}后(?:再|予以)?(?:兑现|拨付|发放|支付)"
)
"""40%、30%、30%|比例分三年补助到位 · 30%、70%|的比例两年内兑现 · 奖补资金50%|待达产后兑现."""

BY_YEARS = re.compile(
    r"的?比例,?(?:分档|分年度?|逐年|按年)[^,;。\d]{0,8}[,:](?:其中|即|具体)?[,:]?(?:第[一1]年|首年|前[一二两三\d]年)"
)
"""按不高于80%|的比例分档奖补，其中第一年|80%、第二年70%: the years say how much."""


def sum_like(figure: Figure) -> bool:
    """Whether the figure is a sum of yuan: 20万元, or 5000万 without 元."""
    return (figure.kind == "money" and figure.unit in _YUAN) or (figure.kind == "other" and figure.unit is None)


def is_instalment(folded: str, group: list[Figure], clause: Clause) -> bool:
    """40%、30%、30%比例分三年: parts of a stated sum."""
    shares = group[0].kind == "share"
    if not shares and (not all(map(sum_like, group)) or len(group) < 2):
        return False
    if _INSTALMENT.search(folded, clause.start, group[0].start):
        return True
    end = group[-1].scope[1]
    promised = folded.startswith(("分", ",分"), end) and _OF_A_BASE.search(folded, clause.start, group[0].scope[0])
    return _IN_PARTS.match(folded, end) is not None and not (len(group) == 1 and promised)


def instalments_in(reading: Reading, start: int, end: int) -> list[Figure]:
    """The shares by which a sum promised before is paid out: 补贴按照40%、30%、30%比例分三年到位."""
    figures = reading.figures.within(start, end)
    parts = [figure for figure in figures if figure.kind == "share"] or [f for f in figures if f.kind == "money"]
    if not parts or not is_instalment(reading.folded, parts, Clause(start, end, "")):
        return []
    return [figure for figure in figures if figure.kind in (parts[0].kind, "duration")]
