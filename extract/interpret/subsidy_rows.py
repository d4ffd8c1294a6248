"""A promise of money as the columns and parts of its row."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from extract.annotate.reading import Reading
from extract.annotate.values import Figure
from extract.interpret import multiples, terms
from extract.interpret.beneficiaries import subject_phrase
from extract.interpret.conditions import Condition, as_part
from extract.interpret.drafts import NO_MONEY, Draft
from extract.interpret.grammar import after_last, trimmed
from extract.interpret.grants import IN_FULL, Grant, in_bracket_of
from extract.interpret.paid_years import years_named
from extract.interpret.roles import ANY_INSTRUMENT, UPLIFT
from extract.interpret.themes import theme_of
from schemas.vocabulary import Frequency

_LEADING = re.compile(
    r"\s*(?:\([^()]*负责[^()]*\)|\(责任单位[^()]*\)|\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十]+、|\d+[.、]|第[一二三四五六七八九十百]+条)?[、,\s]*"
)
"""(市商务局负责), (一), 1. before the words of a promise are none of them."""
_MORE_EACH = re.compile(r"增加|新增|增长|超过|提高|多")
"""每|增加|1亿元，再奖励10万元 · 每|超过|1000件."""
_ONE_EACH = re.compile(r"每[^,;。]{0,8}$")
"""每引进|1家企业 · 每新增|1个就业岗位."""


@dataclass(slots=True)
class Promise:
    """One row to be: a grant's figure (or the amounts of a tier), whom it is for, and what goes with it."""

    grant: Grant
    figures: list[Figure]
    recipient: str | None
    conditions: list[Condition]
    how: str
    group: list[Figure] = field(default_factory=list)
    """The list of amounts the figure stands in."""
    nth: int = 0
    general: str | None = None
    """The recipient of the whole list, where the figure has one of its own."""
    kind: str | None = None
    tiers: list[dict[str, Any]] = field(default_factory=list)
    thresholds: list[Figure] = field(default_factory=list)
    context: str = ""
    """The lead-in above (在省级奖励基础上，按以下标准给予:)."""
    leads: bool = False
    """Whether the lead-in gives the item its word and how often: 给予一次性奖励，标准如下：."""


def draft_of(reading: Reading, promise: Promise) -> Draft:
    """The row of a promise before it has its keys."""
    grant, figure = promise.grant, promise.figures[0]
    full = bool(IN_FULL.search(reading.folded, grant.start, grant.end))
    caps = ([figure] if full and figure.kind != "share" else []) + grant.caps
    if full and figure.kind != "share" and grant.rates:
        caps = []
    caps = [cap for cap in caps if not _on_a_part(reading, cap) and not _on_another(reading, cap, figure)]
    columns = _what(reading, promise, full) | _limits(reading, promise, full, caps)
    columns |= _terms(reading, promise, columns["per"])
    parts: dict[str, list[dict[str, Any]]] = {
        "subsidy_conditions": [as_part(reading, condition) for condition in promise.conditions],
        "subsidy_tiers": promise.tiers,
        "tier_units": [{"unit": figure.unit} for figure in promise.thresholds[:1]],
        "caps": [ceiling(reading, cap) for cap in caps],
    }
    start, end = _quote(reading, grant, figure)
    return Draft(start, end, promise.how, columns, _used(reading, promise), parts)


def _what(reading: Reading, promise: Promise, full: bool) -> dict[str, Any]:
    """Who gets which amount or share, multiplied with what."""
    grant, figure = promise.grant, promise.figures[0]
    is_rate = figure.kind == "share"
    columns = NO_MONEY | {
        "beneficiary": promise.recipient,
        "activity": activity_of(reading, grant),
        "kind": promise.kind or ("full" if full else "rate" if is_rate else "fixed"),
    }
    if is_rate and promise.tiers:
        columns |= {"base": multiples.base_of(reading, grant, figure)}
    elif is_rate:
        columns |= _rate(figure) | {"base": multiples.base_of(reading, grant, figure)}
    elif promise.tiers:
        columns["per"] = multiples.per_of(reading, grant, figure, promise.general or promise.recipient)
    elif not full:
        columns |= {
            "amount_yuan": figure.high or figure.value,
            "amount_min_yuan": figure.value if figure.high else None,
            "per": multiples.per_of(reading, grant, figure, promise.general or promise.recipient),
        }
    return columns


def _rate(figure: Figure) -> dict[str, float | None]:
    scale = 1000 if figure.unit == "‰" else 100
    low = round(figure.value / scale, 6)
    return {"rate": round(figure.high / scale, 6) if figure.high else low, "rate_min": low if figure.high else None}


def _limits(reading: Reading, promise: Promise, full: bool, caps: list[Figure]) -> dict[str, Any]:
    cap = caps[0] if caps else None
    bounded = not full
    return {
        "upper_bound": int(bounded and terms.is_ceiling(reading, promise.grant, promise.group or promise.figures)),
        "cap_yuan": cap.high or cap.value if cap else None,
        "cap_per": terms.cap_per_of(reading, cap) if cap else None,
    }


def _terms(reading: Reading, promise: Promise, per: str | None) -> dict[str, Any]:
    grant, group = promise.grant, promise.group or promise.figures
    words = reading.wide[grant.start : grant.end]
    more = bool(UPLIFT.search(reading.folded, grant.start, group[0].scope[0])) or any(
        _MORE_EACH.search(reading.folded, max(0, step.start - 10), step.start) for step in grant.steps
    )
    lead = promise.context if promise.leads else ""
    said = ANY_INSTRUMENT.findall(lead)
    once: Frequency | None = "once" if "一次性" in lead else None
    return {
        "instrument": terms.instrument_of(reading, grant, group) or (said[-1] if said else None),
        "frequency": terms.frequency_of(reading, grant, per, promise.figures[0]) or once,
        "duration_years": _years_said(reading, promise) or years_of(grant, promise.nth),
        "payer": terms.payer_of(reading, grant),
        "stacks": int(bool(more) or terms.stacks(reading, grant, promise.context)),
        "theme": theme_of(promise.recipient, words, reading.outline.heading_at(grant.start)),
    }  # fmt: skip


def years_of(grant: Grant, nth: int = 0) -> float | None:
    """How many years it is paid; of a list of shares (前两年100%、后三年50%) the nth."""
    lasting = [figure for figure in grant.durations if figure.kind == "duration"]
    if not lasting:
        return None
    several = len(grant.rates) > 1 and len(lasting) >= len(grant.rates)
    return terms.years(lasting[-len(grant.rates) :][nth] if several else lasting[0])


def _years_said(reading: Reading, promise: Promise) -> float | None:
    """第四、第五年|按85%: the years that the figure's own words name by number."""
    figure = promise.figures[0]
    begin = after_last(reading.folded, ",;。", promise.grant.start, figure.scope[0])
    words = reading.folded[begin : figure.scope[0]]
    return years_named(words) if "第" in words and figure.kind == "share" else None


def activity_of(reading: Reading, grant: Grant) -> str | None:
    """What it is paid for, in the words before the verb."""
    end = min(grant.verb, *(figure.scope[0] for figure in grant.promised)) if grant.promised else grant.verb
    phrase = subject_phrase(reading, grant) or _RECKONED.sub("", reading.wide[grant.start : max(end, grant.start)])
    return re.sub(r"^（[^（）]*）", "", phrase).strip(" ，,、的")[:80] or None


_RECKONED = re.compile(
    r"(?:(?:^|[，,的])(?:[国省市区县][级家]?(?:财政)?)?(?:可以?|再|还|则|一次性)*(?:分别)?"
    r"(?:按照?|根据|以|最高|每[\u4e00-\u9fff]{1,2}|给予|予以|奖励|补助|补贴)[^，,；;。]*(?:[，,]其中[^，,]*)?|[，,]?分别|(?:^|[，,])(?:[^，,]{0,4}按照?|无偿)|为?(?:每[人户名个件家年月亩吨台辆米株])+|为)$"
)
"""购置设备|，按实际投资额的|10%给予补助, 列入项目的|，分别|奖励5万元: how much, not what for."""


def ceiling(reading: Reading, cap: Figure) -> dict[str, Any]:
    """A ceiling as the formula takes it; `at` tells whether two promises stand under the same one."""
    return {"yuan": cap.high or cap.value, "per": terms.cap_per_of(reading, cap), "at": cap.start}


def _on_a_part(reading: Reading, cap: Figure) -> bool:
    """其中担保费最高5万元 limits a part only."""
    begin = max(reading.folded.rfind(mark, max(0, cap.start - 80), cap.start) + 1 for mark in ",;。(\n")
    return reading.folded.startswith("其中", begin)


def _on_another(reading: Reading, cap: Figure, figure: Figure) -> bool:
    """5%（限额5万元）、10%（限额10万元）: the bracket limits the share before it, no other."""
    own = in_bracket_of(reading.folded, cap)
    return own is not None and figure.kind == "share" and own.start() != figure.end - 1


def _used(reading: Reading, promise: Promise) -> list[Figure]:
    """Every figure that the row rests on."""
    grant = promise.grant
    counted = [
        f for f in grant.conditions
        if f.value == 1 and f.op is None and _ONE_EACH.search(reading.folded, max(grant.start, f.start - 12), f.start)
    ]  # fmt: skip
    said = [condition.figure for condition in promise.conditions]
    return [
        *promise.figures,
        *grant.caps,
        *counted,
        *promise.thresholds,
        *grant.durations,
        *grant.steps,
        *grant.asides,
        *said,
    ]


def _quote(reading: Reading, grant: Grant, figure: Figure) -> tuple[int, int]:
    lead = _LEADING.match(reading.folded, grant.start, figure.scope[0])
    return trimmed(reading.folded, lead.end() if lead else grant.start, grant.end, after="。;, \n、")


_CLOSES = re.compile(
    rf"[^,;。\d]{{0,6}},?(?:分别)?(?:给予|予以)(?P<once>一次性)?[^,;。\d]{{0,6}}?(?P<said>{ANY_INSTRUMENT.pattern})"
)
"""按二维动画片1500元/分钟、三维动画片2000元|/分钟，给予一次性奖励|。"""


_LEVEL = r"(?:国家|自治区|省|市|州|区|县)级"
_BY_LEVEL = re.compile(rf"(?<![^,、;:])(?P<level>{_LEVEL})(?:补助|奖励|奖补|资助|补贴)\d")
"""…进行补助，|州级补助|10万元，省级补助20万元: where several levels stand side by side they are grades, no payers."""


def level_of(folded: str, grant: Grant) -> str | None:
    """The level that a promise begins with: 省级补助20万元."""
    found = _BY_LEVEL.search(folded, grant.start, grant.end)
    return found["level"] if found else None


def as_grade(draft: Draft, level: str | None) -> None:
    """Makes the level one of the recipient: 文化产业园区, 州级 → 州级文化产业园区."""
    if level:
        whole = re.sub(f"^{_LEVEL}", "", draft.columns["beneficiary"] or "")
        draft.columns |= {"payer": None, "beneficiary": f"{level}{whole}"}


def share_instrument(drafts: list[Draft], tail: str = "") -> None:
    """A list of promises with one word for them at its end (按每人120元、…按每人150元的标准给予补贴) shares it.

    `tail` are the words behind the last sum.
    """
    closing = _CLOSES.match(tail)
    if closing:
        once: Frequency | None = "once" if closing["once"] else None
        for draft in drafts:
            draft.columns["instrument"] = draft.columns["instrument"] or closing["said"]
            draft.columns["frequency"] = draft.columns["frequency"] or once
    for draft, after in reversed(list(pairwise(drafts))):
        draft.columns["instrument"] = draft.columns["instrument"] or after.columns["instrument"]
    for before, draft in pairwise(drafts):  # 给予交通补贴，省外500元/人，省内200元/人
        draft.columns["instrument"] = draft.columns["instrument"] or before.columns["instrument"]
