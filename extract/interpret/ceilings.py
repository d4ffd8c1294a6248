"""Ceilings that stand in a sentence of their own: on the promise before, on those of an item, on all of a notice."""

from __future__ import annotations

import re

from extract.annotate.reading import Reading
from extract.annotate.values import Figure
from extract.interpret import terms
from extract.interpret.drafts import Draft
from extract.interpret.grammar import Clause, after_last
from extract.interpret.grants import Grant
from extract.interpret.roles import INSTRUMENT, VERB, is_limit
from extract.interpret.subsidy_rows import ceiling, years_of

_OVER_SEVERAL = re.compile(
    r"(?:以上|上述)(?:[一二两三四五六七八九十\d]+项|各项|各类|所有|奖励|补助|补贴|奖补|资助|扶持|政策|条款|措施)"
)
"""以上两项奖励每个企业每年合计不超过…."""
_IN_ALL = re.compile(r"总额|总计|合计|累计|总和|所有|各项")
"""单个企业年度奖励总额不超过…, in an article of its own: over everything that the notice promises."""
_SHARES_IN_ALL = re.compile(r"(?:叠加|合计|累计|总计|总和|之和)[^,;。%]{0,10}(?:不超过|不高于|最高)[^,;。\d]{0,4}$")
"""市区贴息比例叠加不超过|100%: a limit on shares together, no share of its own."""


_OVER_A_YEAR = re.compile(
    r"(?:单个|单一|单家|单户|同一|每家|每户|每个|每一)[^,;。]{0,12}(?:每年|年度|全年|累计|合计|总)"
)
"""单个企业每年…, 同一主体累计…: a ceiling beside the one on the single grant."""


def is_wider(reading: Reading, clause: Clause) -> bool:
    """Whether the ceiling is for one recipient over a year or in all, so that it never promises anew."""
    return bool(_OVER_A_YEAR.search(reading.folded, clause.start, clause.end))


def limit_clause(reading: Reading, grant: Grant) -> Clause | None:
    """The clause of a grant that is nothing but a ceiling on what was promised before, or None."""
    if grant.rates or not grant.amounts:
        return None
    folded = reading.folded
    begin = after_last(folded, ",;。:", grant.start, grant.amounts[0].scope[0])
    if VERB.search(folded, grant.start, begin) or INSTRUMENT.search(folded, grant.start, begin):
        begin = grant.start
    clause = Clause(begin, grant.end, "")
    return clause if is_limit(folded, grant.amounts, clause) else None


def limits_shares(reading: Reading, grant: Grant) -> bool:
    """Whether the grant is only a limit on shares taken together."""
    if grant.amounts or len(grant.rates) != 1:
        return False
    return bool(_SHARES_IN_ALL.search(reading.folded, grant.start, grant.rates[0].start))


def is_over_several(reading: Reading, clause: Clause) -> bool:
    """Whether the ceiling names the promises above together: 以上两项奖励…合计."""
    return bool(_OVER_SEVERAL.search(reading.folded, clause.start, clause.end))


def is_over_all(reading: Reading, clause: Clause) -> bool:
    """Whether the ceiling is worded as one over everything: 年度奖励总额, 各项补贴合计."""
    return bool(_IN_ALL.search(reading.folded, clause.start, clause.end))


def without_ceiling(drafts: list[Draft]) -> list[Draft]:
    """The promises with a figure that have no ceiling yet."""
    return [d for d in drafts if d.columns.get("cap_yuan") is None and d.columns["kind"] != "unspecified"]


def add_ceiling(reading: Reading, drafts: list[Draft], cap: Figure) -> None:
    """Keeps a second ceiling for the formula; the columns hold the one on the single grant."""
    for draft in drafts:
        draft.parts.setdefault("caps", []).append(ceiling(reading, cap))
    drafts[-1].figures.append(cap)


def put_under(reading: Reading, drafts: list[Draft], cap: Figure, grant: Grant) -> None:
    """Sets the ceiling on each of the drafts; the first claims its figure."""
    for draft in drafts:
        draft.columns["cap_yuan"] = cap.high or cap.value
        draft.columns["cap_per"] = terms.cap_per_of(reading, cap)
        if draft.columns["duration_years"] is None:
            draft.columns["duration_years"] = years_of(grant)
        draft.parts.setdefault("caps", []).append(ceiling(reading, cap))
    drafts[0].figures += [cap, *grant.durations]
