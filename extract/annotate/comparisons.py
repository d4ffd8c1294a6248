"""The words about a figure that say how it is meant: 不超过, 以上, 左右, (含)."""

from __future__ import annotations

import re

from extract.lexicon import alternation, load


def _op_of(op_words: dict[str, list[str]]) -> dict[str, str]:
    return {word: op for op, words in op_words.items() for word in words}


_WORDS = load("comparators")
_PREFIXES, _SUFFIXES = _op_of(_WORDS["prefix"]), _op_of(_WORDS["suffix"])
_TOP, _BETWEEN = alternation(_WORDS["ceiling"]["heads"]), alternation(_WORDS["ceiling"]["between"])
_PREFIX = re.compile(
    rf"(?P<word>(?P<top>{_TOP})(?:{_BETWEEN})*|{alternation(list(_PREFIXES))})(?:了|人民币)?$"
    r"(?<![签节预契公合条相]约)(?<![最附将靠]近)(?<!发达)(?<!圆满)"
)
"""不超过| · 最高可给予| · 近| (not 附近, 预约, 发达)."""
_SUFFIX = re.compile(
    rf"(?:\((?:含|(?P<ex>不含))[^()]{{0,8}}\))?(?P<word>{alternation(list(_SUFFIXES))})"
    rf"(?:(?<!内)|(?!部(?!分)|外|陆|容|贸|资|地|涵|需|控))|(?P<inc>{alternation(_WORDS['inclusive'])})"
)
"""|以上 · |(不含)以下 · |(含) (not 内部, 内容)."""
_REMARK = re.compile(r"\((?!不?含)[^()]{1,24}\)(?=及?以[上下])")
"""5000头|(猪舍面积4000平方米)|以上 · 1000万元|(人民币,下同)|及以上."""
_IN_BRACKETS = re.compile(r"\((?P<word>以[上下])\)")
"""3000立方米|（以上）|冷库."""
_LEFT_OPEN = re.compile(r"\(不含(?:本数|\d[\d.]*[万亿]?元?)?\)")
"""10万元（含）至30万元|（不含）|的."""
_TAKEN_IN = {">": ">=", "<": "<="}
_LEFT_OUT = {">=": ">", "<=": "<"}


def is_compared(folded: str, start: int, end: int) -> bool:
    """Whether a comparing word stands right before or after start:end."""
    return bool(_PREFIX.search(folded, max(0, start - 8), start) or _SUFFIX.match(folded, end))


def comparison(folded: str, start: int, end: int, vague: bool) -> tuple[str | None, tuple[int, int]]:
    """The comparator that the words about the figure start:end give, and the range that takes them in.

    `~` (`vague`, 左右, 近) wins over the rest; a floor or ceiling after the figure over 达到 before it (not over 超过).
    """
    op, first, last = ("~" if vague else None), start, end
    before = _PREFIX.search(folded, max(0, start - 16), start)
    if before:
        first = before.start("word")
        op = op or ("<=" if before["top"] else _PREFIXES[before["word"]])
    remark = _REMARK.match(folded, end)
    after = _SUFFIX.match(folded, remark.end() if remark else end)
    aside = None if after else _IN_BRACKETS.match(folded, end)
    if aside:
        op, last = op or _SUFFIXES[aside["word"]], aside.end()
    if after:
        last = after.end()
        if after["inc"]:
            op = _TAKEN_IN.get(op or "", op)
        else:
            said = _SUFFIXES[after["word"]]
            surpassed = op == ">" and said == ">="  # 超过10万元以上
            op = said if (op in (None, ">=", ">") and not surpassed) or said == "~" else op
            op = _LEFT_OUT.get(op or "", op) if after["ex"] else op
    while folded.startswith("(含", last) and op in (">", "<", ">=", "<="):
        close = folded.find(")", last, last + 12)
        if close < 0:
            break
        op, last = _TAKEN_IN.get(op, op), close + 1
    left_open = _LEFT_OPEN.match(folded, last)
    return op, (first, left_open.end() if left_open else last)
