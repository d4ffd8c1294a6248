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
    r"本条款?|本款|(?:支持|奖励|补助|补贴|资助|扶持)总(?:金额|额度?)|(?:以上|上述)(?:[一二两三四五六七八九十\d]+项|各项|各类|所有|奖励|补助|补贴|奖补|资助|扶持|政策|条款|措施)"
)
"""以上两项奖励每个企业每年合计不超过… · 本条款单个企业年度扶持总额不超过…."""
_TAKEN_TOGETHER = re.compile(r"合并计算|一并计算|累计计算")
"""购置和租赁的，|合并计算|办公用房补贴，补贴金额最高不超过1000万元."""
_IN_ALL = re.compile(
    r"总额|总计|合计|累计|总和|所有|各项|本(?:措施|政策|办法|细则)|(?:该|本|此)项(?:奖励|补助|补贴|资助|政策|扶持|支持)"
)
"""单个企业年度奖励|总额|不超过…, 每家企业|该项奖励|最高…, in an item of its own: over those beside it, or all."""
_SHARES_IN_ALL = re.compile(
    r"(?:叠加|合计|累计|总计|总和|之和)[^,;。%]{0,10}(?:不超过|不得超过|不高于|最高)[^,;。\d]{0,12}$"
    r"|(?:补[助贴]|奖[励补]|资助|支持)(?:总?额|金额|额度|资金)(?:最高)?(?:不超过|不高于)(?:[^,;。\d]|20\d\d年){2,16}$"
)
"""市区贴息比例叠加不超过|100%, 补贴总额不超过购房款的|50%, 资助额不超过其出口额的|0.06%: no share of its own."""


_FUNDS = re.compile(
    r"(?:发放|兑付|兑现|资金|经费|预算|[券卡])[^,;。\d]{0,8}?(?:总额|总量|总规模|总盘子)|券(?:发放)?(?:额度|规模)|预算(?:规模|额度|金额)"
)
"""每年发放总额不超过5000万元的算力券: what the government spends in all, no ceiling on what anybody gets."""
_STATED_TOTAL = re.compile(
    r"(?:(?:补[助贴]|奖[励补]|资助)(?:资金)?总(?:额|额度|量)|申领总?额度)(?:为|共计?|合计|总计|达)?$"
)
"""每辆补贴5000元，补贴总额|1000万元，先到先得 · 本次活动申领额度共计|3000万元."""
_VOUCHERS = re.compile(r"(?:发放|投放|派发)[^,;。\d给]{0,12}券(?:总?额)?$")
_OF_MANY = 100_000
"""|发放冰雪消费券|3000万元: what all get, where one alone cannot."""
_SOMEBODY = re.compile(
    r"单个|单一|单家|单户|单项|同一|每[家户个人名一]|各(?:企业|单位|机构|项目)|享受|获得|申[请报领](?!总?额度)"
)
"""单个|企业补助资金总额不超过50万元: no budget of the government."""
_TOGETHER = re.compile(r"总额|合计|总计|总和|各项|(?:[两二三四五六]|[2-6])年[^,;。\d]{0,6}累计")
"""同一企业每年奖励|总额|不超过100万元, 每个项目|三年奖励累计|不超过300万元."""
_OF_ONE = re.compile(r"单个|单一|单家|单户|单项|同一|每[家户个名一]")
"""单个|企业最高100万元, |每家|机构不超过50万元."""
_BY_YEARS = re.compile("每年|年度")
"""前2年80%，后3年50%，|每年|最高不超过5000万元."""
_ITS_OWN = re.compile(
    r"\s*(?:另外|此外|同时)?[,、]?对于?(?!其|上述|以上|该|同一|单个|单一|单家|每)|[^;。]*的,"
    r"|(?!同一|单|每|该)[^,;。]{2,16}的[^,;。的]{1,8},"
)
"""对外地迁入的企业，每家最高给予500万元补助; 子女就读民办学校的，…: somebody new, so a promise of its own."""


_OVER_A_YEAR = re.compile(
    r"(?:单个|单一|单家|单户|同一|每家|每户|每个|每一)[^,;。]{0,12}(?:每年|年度|全年|累计|合计|总)"
)
"""单个企业每年…, 同一主体累计…: a ceiling beside the one on the single grant."""


def several(lists: list[list[Figure]]) -> list[Figure]:
    """The last list of more than one ceiling (最高分别为300万元、500万元), else none."""
    return next((group for group in reversed(lists) if len(group) > 1), [])


def is_wider(reading: Reading, clause: Clause) -> bool:
    """Whether the ceiling is for one recipient over a year or in all, so that it never promises anew."""
    return bool(_OVER_A_YEAR.search(reading.folded, clause.start, clause.end))


_SO_MANY_PIECES = re.compile(
    r"(?:可|限|最多|只能|仅限?)+(?:享受)?(?:补贴|补助|申[请领]|购买)(?:不超过|最多)?\d+[件台套张辆份次部]"
)
"""每位消费者每类产品|可补贴1件|，每件补贴不超过2000元: how many are paid for."""


_SO_LONG = re.compile(
    r"^(?:可|最长|最多)*(?:连续)?(?:补助|补贴|奖励|资助)(?:最长|不超过)?[\d一二两三四五六]+(?:个?年|个月)[,;]"
)
"""可连续补助3年，|3年累计最高补助不超过300万元: for how long it is paid."""


def limit_clause(reading: Reading, grant: Grant) -> Clause | None:
    """The clause of a grant that is nothing but a ceiling on what was promised before, or None."""
    if grant.rates or not grant.amounts:
        return None
    folded = reading.folded
    begin = after_last(folded, ",;。:", grant.start, grant.amounts[0].scope[0])
    lead = _SO_MANY_PIECES.sub("", _SO_LONG.sub("", folded[grant.start : begin]))
    if VERB.search(lead) or INSTRUMENT.search(lead):
        begin = grant.start
    if _TAKEN_TOGETHER.search(folded, grant.start, grant.amounts[0].start):
        return Clause(grant.start, grant.end, "")
    clause = Clause(begin, grant.end, "")
    if _ITS_OWN.match(folded, grant.start, begin) and VERB.search(folded, begin, grant.end):
        return None
    return clause if is_limit(folded, grant.amounts, clause) else None


def is_funds_total(reading: Reading, grant: Grant) -> bool:
    """Whether the grant is only what the government spends in all: 全年创新券发放总额不超过5000万元."""
    if grant.rates or len(grant.amounts) != 1:
        return False
    begin = after_last(reading.folded, ",;。:", grant.start, grant.amounts[0].scope[0])
    head = reading.folded[begin : grant.amounts[0].start]
    stated = grant.amounts[0].op is None and _STATED_TOTAL.search(head)
    stated = stated or (
        grant.amounts[0].value >= _OF_MANY and _VOUCHERS.search(reading.folded[begin : grant.amounts[0].scope[0]])
    )
    return bool(_FUNDS.search(head) or stated) and not _SOMEBODY.search(head)


def share(reading: Reading, grant: Grant, before: list[Draft], same: list[Draft]) -> None:
    """Sets the ceiling that closes a list on the promises before it that have none.

    `before` are those of the whole sentence, `same` those of its last part. One over a year or in all
    (同一企业每年奖励总额不超过…, 单个企业每年最高… over sums by the piece) holds for all of them, one on a single
    recipient for shares and sums by piece.
    """
    if not grant.caps:
        return
    cap = grant.caps[-1]
    words = reading.folded[after_last(reading.folded, ",;。(", grant.start, cap.scope[0]) : cap.start]
    by_years = _BY_YEARS.search(words) and all(draft.columns["duration_years"] for draft in same)
    if not (_OF_ONE.search(words) or by_years or _TOGETHER.search(words)):
        return
    by_piece = len({draft.columns["per"] or "" for draft in before} | {""}) == 2
    together = bool(_TOGETHER.search(words)) or (by_piece and all(draft.columns["per"] for draft in before))
    for draft in without_ceiling(before if together else same):
        wide = together or _OVER_A_YEAR.search(words) or draft.columns["kind"] == "rate" or draft.columns["per"]
        if wide:
            put(reading, draft, cap)


def share_out(reading: Reading, caps: list[Figure], drafts: list[Draft]) -> None:
    """Gives each promise of a list its own of as many ceilings: 30%、20%…，最高分别不超过500万元、300万元."""
    for draft, cap in zip(drafts, caps, strict=True):
        draft.parts["caps"] = []
        put(reading, draft, cap)


def share_among_tiers(reading: Reading, caps: list[Figure], draft: Draft) -> None:
    """Gives each step of a tier its own ceiling, which only the formula can hold."""
    draft.columns |= {"cap_yuan": None, "cap_per": None}
    draft.parts |= {"caps": [], "tier_caps": [ceiling(reading, cap) for cap in caps]}


def keep_terms(before: Draft, draft: Draft) -> None:
    """A raised share (入驻园区的，比例提高至70%) keeps the terms of the one it raises, where it names none."""
    if before.columns["kind"] != draft.columns["kind"]:
        return
    for name in ("duration_years", "frequency", "payer"):
        draft.columns[name] = draft.columns[name] or before.columns[name]
    if draft.columns["cap_yuan"] is None:
        draft.columns |= {name: before.columns[name] for name in ("cap_yuan", "cap_per")}
        draft.parts["caps"] = list(before.parts.get("caps", ()))


def put(reading: Reading, draft: Draft, cap: Figure) -> None:
    """Sets the ceiling on the draft."""
    draft.columns["cap_yuan"] = cap.high or cap.value
    draft.columns["cap_per"] = terms.cap_per_of(reading, cap)
    draft.parts.setdefault("caps", []).append(ceiling(reading, cap))


def limits_shares(reading: Reading, grant: Grant) -> bool:
    """Whether the grant is only a limit on shares taken together."""
    if grant.amounts or len(grant.rates) != 1:
        return False
    return bool(_SHARES_IN_ALL.search(reading.folded, grant.start, grant.rates[0].start))


def is_over_several(reading: Reading, clause: Clause) -> bool:
    """Whether the ceiling names the promises above together: 以上两项奖励…合计."""
    return bool(
        _OVER_SEVERAL.search(reading.folded, clause.start, clause.end)
        or _TAKEN_TOGETHER.search(reading.folded, clause.start, clause.end)
    )


def is_over_item(reading: Reading, clause: Clause) -> bool:
    """Whether the ceiling is one over its whole article: 本条款单个企业年度扶持总额."""
    return bool(re.search(r"本条|本款", reading.folded[clause.start : clause.end]))


def is_over_all(reading: Reading, clause: Clause) -> bool:
    """Whether the ceiling is worded as one over more than a promise: 年度奖励总额, 各项补贴合计, 该项奖励."""
    return bool(_IN_ALL.search(reading.folded, clause.start, clause.end))


def without_ceiling(drafts: list[Draft]) -> list[Draft]:
    """The promises with a figure that have no ceiling yet."""
    return [d for d in drafts if d.columns.get("cap_yuan") is None and d.columns["kind"] != "unspecified"]


_OF_EACH = re.compile(
    r"[,、]?(?:单个|单家|单项|单户|每个|每家|每项)(?:项目|企业|机构|单位|主体)?(?:奖励|补助|补贴|资助)?(?:最高)?"
)
"""；|单个项目奖励最高|不超过300万元."""


def open_share(reading: Reading, drafts: list[Draft], clause: Clause) -> list[Draft]:
    """The share promised right before a semicolon that a bare 单个项目最高… behind it limits, if it has no ceiling."""
    last = drafts[-1]
    bare = _OF_EACH.match(reading.folded, clause.start, clause.end)
    share = last.columns["kind"] == "rate" and last.columns["cap_yuan"] is None
    return [last] if bare and share else []


def not_above(drafts: list[Draft], cap: Figure) -> list[Draft]:
    """The promises that the ceiling can limit: no sum that is itself higher, unless it is paid by the piece."""
    top = cap.high or cap.value
    return [d for d in drafts if d.columns["per"] or d.columns["kind"] != "fixed" or d.columns["amount_yuan"] <= top]


def by_case(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Gives a share for several the ceiling of each: A和B按10%补助，A最高200万元，B最高1000万元 are two shares.

    The rows that only told the ceilings become those shares; gives the row that is one too many, if any.
    """
    share = next((d for d in drafts if d.columns["kind"] == "rate" and d.columns["cap_yuan"] is None), None)
    whole = share.columns["beneficiary"] or "" if share else ""
    cases = [
        d
        for d in drafts
        if d.columns["kind"] == "fixed" and d.columns["upper_bound"] and _is_of(d.columns["beneficiary"] or " ", whole)
    ]
    if share is None or len(cases) < 2 or any(case.columns["beneficiary"] == whole for case in cases):
        return []
    columns, parts = dict(share.columns), dict(share.parts)
    for draft, case in zip([share, *cases[1:]], cases, strict=True):
        who, cap = case.columns["beneficiary"], _sum_of(case)
        draft.figures = [*share.figures, cap] if draft is share else draft.figures
        draft.start, draft.end = share.start, case.end
        draft.columns = columns | {"beneficiary": who}
        draft.parts = parts | {"caps": []}
        put(reading, draft, cap)
    return cases[:1]


def by_like_words(reading: Reading, share: Draft, others: list[Draft]) -> None:
    """Makes a share of each sum that is worded as the ceiling of the share is: 按50%，A不超过100万元，B不超过50万元."""
    who, cap = share.columns["beneficiary"], share.columns["cap_yuan"]
    if share.columns["kind"] != "rate" or cap is None or not who:
        return
    last = _DIGITS.sub("", reading.wide[share.start : share.end]).rpartition(who)[2]
    for draft in others:
        name = draft.columns["beneficiary"]
        words = _DIGITS.sub("", reading.wide[draft.start : draft.end]).removeprefix(name or " ")
        if not last or words != last or draft.columns["kind"] != "fixed" or not draft.columns["upper_bound"]:
            return
        most = _sum_of(draft)
        draft.columns = share.columns | {"beneficiary": name}
        draft.parts = share.parts | {"caps": []}
        draft.start = share.start
        put(reading, draft, most)


def _sum_of(draft: Draft) -> Figure:
    """The figure of a fixed sum, written with or without 元."""
    return next(figure for figure in draft.figures if (figure.high or figure.value) == draft.columns["amount_yuan"])


_DIGITS = re.compile(r"\d[\d.]*")


def _is_of(case: str, whole: str) -> bool:
    """Whether the case is one of those that the whole names: 市重点企业 of 重点企业, A of A和B."""
    return case in whole or (len(whole) >= _TELLING and case.endswith(whole))


_TELLING = 4
"""Characters of a name that says more than 企业 or 项目."""


def add_ceiling(reading: Reading, drafts: list[Draft], cap: Figure) -> None:
    """Keeps a second ceiling for the formula; the columns hold the one on the single grant."""
    for draft in drafts:
        draft.parts.setdefault("caps", []).append(ceiling(reading, cap))
    drafts[-1].figures.append(cap)


def put_under(reading: Reading, drafts: list[Draft], cap: Figure, grant: Grant) -> None:
    """Sets the ceiling on each of the drafts; the first claims its figure."""
    for draft in drafts:
        put(reading, draft, cap)
        if draft.columns["duration_years"] is None:
            draft.columns["duration_years"] = years_of(grant)
    drafts[0].figures += [cap, *grant.durations]
