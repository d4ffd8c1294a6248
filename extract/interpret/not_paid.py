"""Sums and shares that look promised and are not: what insurance pays out, wages, terms of a worked sum."""

from __future__ import annotations

import re

from extract.annotate.values import Figure

_OF_THE_INSURED = re.compile(r"(?:支付|赔付|补偿|报销|结算)(?:比例|比)[^,;。\d]{0,10}$")
"""住院费用支付|比例达到|75%, 大病补偿|比例提高到|60%: what the insured get is a level to be reached."""
_OF_ALL_PERSONS = re.compile(r"占[^,;。\d]{2,20}(?:总数|总人数|总人口|人口)的?$")
"""享受服务的老人|占全市老人总数的|6%以上."""
_IN_A_SUM = re.compile(r"(?:/[\u4e00-\u9fff]{1,3})*[×+＋=]")
"""1520元/人月|×|2/3×6月|+|500元/人=6580元: a worked example."""
_WAGE = re.compile(r"(?:最低工资|平均工资|低保)标准(?:为|是|:)$")
"""月最低工资标准为|1520元: what the benefit is reckoned by."""
_BASIS = ("的基数", "基数")
"""按20万元|的基数|进行考核评分."""


def is_measured(folded: str, start: int, figure: Figure) -> bool:
    """Whether the figure of the clause that begins at `start` only measures something, whatever is given beside it."""
    before = folded[start : figure.scope[0]]
    if figure.kind == "share":
        weight = folded[figure.start - 1] in "×xX*"  # 按“贷款余额排名×30%+增速排名×40%”计算
        return weight or bool(_OF_THE_INSURED.search(before) or _OF_ALL_PERSONS.search(before))
    term = _IN_A_SUM.match(folded, figure.end) or (before and before[-1] in "×+＋=")
    return bool(term or _WAGE.search(before) or folded.startswith(_BASIS, figure.end))
