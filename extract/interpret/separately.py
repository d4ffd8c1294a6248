"""Lists paired by 分别: 货物贸易、对外投资分别占比达30%、20% · 到2024年、2025年分别达到15万个、18万个."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.annotate.reading import Reading
from extract.annotate.values import Figure
from extract.interpret.drafts import Draft
from extract.interpret.grammar import JOINT, spread
from extract.interpret.wording import LEVELS, SINCE, measured_indicator, strip_change, strip_lead
from extract.lexicon import alternation, load

_NAMED = re.compile(
    rf"(?P<names>.+?)(?P<joint>分别|各自?|(?<![平年人户亩月日])均|都)(?P<measure>(?:{SINCE})?[^\d,;。]{{0,16}})$"
)
"""货物贸易、对外投资和实际利用外资|分别|占比达 · 化肥、农药利用率|均|达到 · 排放总量|分别|比2015年下降."""
_TOWN_AND_COUNTRY = re.compile(r"城[、和]?乡(?P<of>[^、,;。\d]{2,20}?)(?P<sep>分别)")
"""|城乡|居民人均可支配收入分别增长6%、9%."""
_TOWN_WITH_COUNTRY = re.compile(
    r"(?P<town>城镇|城市)(?:、|和|与|及)(?:农村|乡村)(?P<of>[^、,;。\d]{2,20}?)(?P<sep>分别)"
)
"""|城镇和农村|居民人均可支配收入分别增长6%、9% · |城市、农村|用户接入能力分别达到100M、20M."""
_SECTORS = re.compile(r"(?P<which>[一二三]{2,3})(?:次)?产(?:业)?(?P<of>[^、,;。\d]{0,12}?)(?P<sep>(?:年均)?分别)")
"""|一二三产增加值|分别增长3.5%、6%、5%."""
_SIDE_BY_SIDE = re.compile(
    rf"(?P<names>[^,;。\d]{{2,30}}(?:、|和|与)[^,;。\d]{{2,24}}?)(?P<measure>(?:{SINCE}|{alternation(load('targets')['levels'])})*)$"
)
"""水稻、油菜种植面积|达到|3万亩、2万亩: as many names as figures."""
_ALIKE = re.compile(
    rf"(?P<names>[^,;。、\d]{{2,10}}、[^,;。\d]{{2,20}}?(?:使用量|排放总量|排放量|减排量|平均浓度|年均浓度))(?P<measure>(?:{SINCE})?[^\d,;。]{{0,16}})$"
)
"""化学需氧量、氨氮|排放量|比2015年减少1%: one figure for each of them."""
_ASIDE = re.compile(r"^\([^()]*\)")
"""减少11.9%|（其中工业减少12.6%）|、15.5%: no part of the list."""
_BRACKET_AT_END = re.compile(r"\([^()]*\)$|（[^（）]*）$")
"""化学需氧量和氨氮排放总量|（含工业、生活、农业）|分别: of all of them."""
_NAME_JOINT = re.compile(r"、|以及|(?<![饱中平调温共祥])和(?![谐平])|(?<![普涉惠以])及(?![格时])|(?<!参)与(?!会)")
"""农村自来水普及率|、|水质达标率 (not 普及, 及格, 饱和, 参与)."""
_RATE = re.compile(r"(?:率|占比|比重|比例)$")
"""化肥利用|率 · 服务贸易|占比: takes no tail from the other names."""
_SHARED_TAIL = re.compile(rf"(?P<tail>(?:{alternation(load('targets')['shared_tails'])}))$")
"""氨氮、氮氧化物|排放总量."""
_AND_SUCH = re.compile(r"等(?P<tail>[^、]{2,20})$")
"""氨氮、氮氧化物|等|重点工程减排量."""
_SINCE = re.compile(rf"{SINCE}$")


def shared_op(one: Figure, group: list[Figure]) -> str | None:
    """The comparator of a member: its own, else that of the first, else that after the last for all: 60%和50%以上."""
    if one.op or group[0].op:
        return one.op or group[0].op
    return group[-1].op if not any(figure.op for figure in group[:-1]) else None


@dataclass(frozen=True, slots=True)
class Paired:
    """Figures with what each measures."""

    members: tuple[tuple[Figure, str], ...]
    end: int


def figures_in_list(reading: Reading, first: Figure, others: list[Figure]) -> list[Figure]:
    """The figure and those that follow it in one list: 30%、20%和10%."""
    group = [first]
    for other in others:
        gap = reading.folded[group[-1].scope[1] : other.scope[0]]
        if other.start <= group[-1].start or (gap.startswith("(") and ")" not in gap):
            continue
        if not JOINT.fullmatch(_ASIDE.sub("", gap)):
            break
        group.append(other)
    return group


def years_listed(reading: Reading, start: int, end: int) -> list[str]:
    """The last days of the years that stand last in start:end as a list: 到2024年、2025年、2026年,…."""
    listed: list[str] = []
    at = start
    for period in reading.periods.within(start, end):
        if period.form != "day" or not period.last:
            continue
        if reading.folded[at : period.start].strip("、,和到至及与"):
            listed = []
        listed.append(period.last.isoformat())
        at = period.end
    return listed if len(listed) > 1 else []


def in_each_year(reading: Reading, start: int, end: int, drafts: list[Draft]) -> list[Draft]:
    """2024年、2025年各完成20个小区: a row for each of the years listed in start:end."""
    years = years_listed(reading, start, end)
    return [replace(draft, columns=draft.columns | {"due_on": year}) for draft in drafts for year in years] or drafts


_LEVEL = re.compile("(?:国家|自治区|[部省市区县州])级")
"""10个|国家级|、100个|省级|示范园."""


def share_heads(drafts: list[Draft]) -> None:
    """Gives what only its level names the noun of the next in the list: 10个国家级、100个省级示范园."""
    for one, after in reversed(list(pairwise(drafts))):
        level = _LEVEL.match(after.columns["indicator"])
        if level and after.start - one.end < 3 and _LEVEL.fullmatch(one.columns["indicator"]):
            one.columns["indicator"] += after.columns["indicator"][level.end() :]


def _both(lead: str) -> str:
    """城乡居民收入分别 → 城镇居民收入、农村居民收入分别: two names that are written as one."""
    lead = _SECTORS.sub(lambda m: "、".join(f"{one}产{m['of']}" for one in m["which"]) + m["sep"], lead, count=1)
    lead = _TOWN_AND_COUNTRY.sub(lambda m: f"城镇{m['of']}、农村{m['of']}{m['sep']}", lead, count=1)
    return _TOWN_WITH_COUNTRY.sub(lambda m: f"{m['town']}{m['of']}、农村{m['of']}{m['sep']}", lead, count=1)


def _like(names: str, group: list[Figure]) -> bool:
    """Whether names without 分别 are as many as figures of one unit: 水稻、油菜种植面积 (3万亩、2万亩)."""
    parts = _NAME_JOINT.split(names)
    same = len({figure.unit for figure in group}) == 1 and group[0].unit not in ("%", None)
    return same and len(parts) == len(group) and measured_indicator(parts[-1]) and not measured_indicator(parts[0])


def paired(lead: str, group: list[Figure]) -> Paired | None:
    """What the words `lead` pair the figures with, or None where they pair nothing or the counts differ.

    One figure for several names (A、B利用率均达到43%) gives each of them that figure.
    """
    match = _NAMED.search(_both(lead)) or (_ALIKE if len(group) == 1 else _SIDE_BY_SIDE).search(lead)
    if not match or (match.re is _SIDE_BY_SIDE and not _like(match["names"], group)):
        return None
    measure = strip_change(LEVELS.sub("", match["measure"]))
    end = group[-1].scope[1]
    each = match.re is _NAMED and match["joint"].startswith(("各", "分别"))
    names = _names(strip_lead(_SINCE.sub("", match["names"])), len(group), measure, each)
    if names is None:
        return None
    figures = group if len(group) > 1 else group * len(names)
    return Paired(tuple((f, name + measure) for f, name in zip(figures, names, strict=True)), end)


def _names(text: str, count: int, measure: str, each: bool) -> list[str] | None:
    """The members of a list of names, each with the measure they share; None where there are not `count` of them.

    `each` says that one figure is for each of them: 新增小麦、玉米各 (10万亩).
    """
    such = _AND_SUCH.search(text)
    text = text[: such.start()] if such else _BRACKET_AT_END.sub("", text)
    parts = [part for part in _NAME_JOINT.split(text) if part]
    whole = all(measured_indicator(part) and len(part) > 3 for part in parts)
    if count > 1:
        names = (
            parts if whole and len(parts) == count else _measured_alike(parts, count, measure) or spread(text, count)
        )
    else:
        alone = all(measured_indicator(part) for part in parts)
        apart = each and min(map(len, parts), default=0) > 1
        names = parts if len(parts) > 1 and (such or measure or alone or apart or _tail(parts)) else None
    if not names:
        return None
    tail = such["tail"] if such else _tail(names)
    return [name if not tail or name.endswith(tail) or _RATE.search(name) else name + tail for name in names]


def _measured_alike(parts: list[str], count: int, measure: str) -> list[str] | None:
    """果蔬、肉类冷链流通率 (2) → 果蔬冷链流通率, 肉类冷链流通率: where the names are of one length."""
    wide = {len(part) for part in parts[:-1]}
    if len(parts) != count or measure or len(wide) != 1 or not _RATE.search(parts[-1]):
        return None
    tail = parts[-1][wide.pop() :]
    if len(tail) < 3 or any(measured_indicator(part) for part in parts[:-1]):
        return None
    return [part + tail for part in parts[:-1]] + parts[-1:]


def _tail(names: list[str]) -> str:
    last = _SHARED_TAIL.search(names[-1])
    if not last or len(last["tail"]) == len(names[-1]) or any(_SHARED_TAIL.search(name) for name in names[:-1]):
        return ""
    return last["tail"]
