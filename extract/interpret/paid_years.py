"""For how many years something is paid, where the years are named one by one: 第一、二年全额，第三至五年50%."""

from __future__ import annotations

import re

from extract.annotate.numerals import ONE_TO_TEN, number_value

_BY_NUMBER = re.compile(
    rf"第(?P<a>[{ONE_TO_TEN}])年?(?:(?:至|到|-)第?(?P<b>[{ONE_TO_TEN}])|(?P<more>(?:(?:、|和|及)第?[{ONE_TO_TEN}]年?)*))年?(?!度?[内底末])"
)
"""第四、第五年 · 第三至五年 · 第一年."""
_COUNTED = re.compile(rf"[前后首](?P<n>[{ONE_TO_TEN}两\d])?年")
"""前三年 · 后2年 · 首年."""


_FOR_ALL = re.compile(
    rf"(?:^|[,;。])(?:[^,;。\d]{{0,12}},)?(?:连续|最长)?(?:补[助贴]|资助|扶持|奖励|支持|享受)(?:期限?|年限|时间)?(?:均|最长|不超过|为)*(?P<n>[{ONE_TO_TEN}两\d])年(?=[,;。]|$)"
)
"""…博士每月1000元；硕士每月600元；|补贴3年|。 · …。根据进展，|连续支持两年|。"""


_NEXT_IN_TURN = re.compile(
    r"[,;、\s]*(?:从|自|其中)?(?:第[二三四五六七八九\d](?![\d条章])|后[一二两三四五\d]+年|次年|以后|之后|剩余|[二三]等奖|优胜奖)"
)
"""第一年给予100%奖励，|第二年|给予80%奖励, |二等奖|10万元: on the same conditions as the one before."""


def is_next_in_turn(folded: str, start: int) -> bool:
    """Whether words that begin at `start` go on with the next year, or the next prize, of a promise before."""
    return bool(_NEXT_IN_TURN.match(folded, start))


def years_of_all(words: str) -> float | None:
    """For how many years a clause of its own says that all before it is paid, or None."""
    found = _FOR_ALL.search(words) if "年" in words else None
    return number_value(found["n"]) if found else None


def years_named(words: str) -> float | None:
    """How many years the last of such words in `words` name, or None: 第四、第五年 → 2, 第三至五年 → 3, 首年 → 1."""
    found = [match for match in _BY_NUMBER.finditer(words) if "年" in match[0]]
    if found:
        last = found[-1]
        if last["b"]:
            return float(max(1, ONE_TO_TEN.index(last["b"]) - ONE_TO_TEN.index(last["a"]) + 1))
        return 1.0 + len(re.findall(rf"[{ONE_TO_TEN}]", last["more"] or ""))
    counted = _COUNTED.search(words)
    return (number_value(counted["n"]) if counted["n"] else 1.0) if counted else None
