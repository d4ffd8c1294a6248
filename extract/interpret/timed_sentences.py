"""Time limits that sentences set: 到2020年底,打造…; 年底前,…; 每年组织一次…; 三年内,…"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from extract.annotate.values import Period
from extract.interpret.held_over import due_in_own_year, time_held_over
from extract.interpret.progress import tells_progress
from extract.interpret.reach import reach
from extract.interpret.said_times import OPEN, Said, is_relative, listed, told
from extract.interpret.setting_out import tells_what_is
from extract.interpret.time_senses import (
    SHOWN_AFTER,
    concerns_beneficiaries,
    ends_something,
    is_appropriation,
    is_attribute,
    is_baseline,
    is_condition,
    is_paid,
    is_usage,
    only_says_which,
    puts_off,
    tells_of_money,
)
from extract.interpret.timing import PAST, WORDS, DeadlineDraft, Timing, iso
from extract.interpret.wording import GOALS
from extract.lexicon import alternation
from schemas.vocabulary import DeadlineKind

_DUTIES = alternation(WORDS["duties"])
_DUTY = re.compile(_DUTIES)
_WHOLE = r"(?:全[市省县区国州旗盟乡镇村年]|各|我[市省县区]|本[市省县区]|累计|分别|在|首批|首期|率先|先行|继续)"
_SETS_OUT = re.compile(rf"[,:]|{_WHOLE}|{_DUTIES}|对(?![外口接])[^,;。\d]{{2,30}}(?:进行|开展|组织)")
"""What follows a plain year that sets a time: 2020年要建成 · 2025年,… · 2024年全市新增 · 5月对各地进行考核."""
_SETS_FIGURE = re.compile(
    rf"(?!年?度|以|的|较|比|同)[^,;:。]*?(?:{_DUTIES}|恢复|达|翻|保持|稳定在|控制在|占比|不[低少]于|力争)[^,;:。]*?\d"
    r"|[^,;:。\d]{3,24}\d[\d.]*[万亿]?[\u4e00-\u9fff%]{1,3}(?:以上|以内|左右)"
    r"|\d[\d.]*%(?:以上)?的?[^,;:。\d]{2,24}?(?:达到|实现|完成|建成|具备|纳入)"
    rf"|[^,;:。\d]*?(?:全面|全部|基本)(?:实现|完成|建成|覆盖|推开|达标)|新(?:{_DUTIES})"
)
"""2027年|入园企业达到200家, 2019年|50%卫生院达到标准, 上半年|新推出30项: a plain year heads what is set out."""
_AT_HEAD = re.compile(r"(?:其中|并|同时|且|力争|争取|确保|努力|预计|计划|在|于|至|到)*\Z")  # 同时力争|2027年
_HANDED_IN = re.compile(
    r"(?:提交|报送|上报|填报|提供|编制|汇总|统计|核定|公布|发布|印发|兑现|拨付|审核|受理|下达|报告|总结)(?:了|本|当年)?$"
)
"""提交|上半年、下半年申报资料: of which time something is, not by when."""
_HEADS = re.compile(":[\u4e00-\u9fff]")
"""第四季度|：方案设计、招标。"""
_SITUATION = re.compile("[,:]?(?:是|正值|正处|处于|面临|既|我国|要?(?:以|坚持))")
"""2024年是…关键之年; “十四五”时期要以…为指导: the times, not a time limit."""
_BEFORE = re.compile(
    r"(?:,|:|并|并且|同时|要|应当?|务必|(?<!任)务|须|必须|需|将|把|(?<!许)可|请|在|于|自|从|力争|争取|努力|确保|原则上|最长|其中|且|定于|拟|展望|面向|分别|(?<!部)分)+$"
)
"""各单位|要在|9月15日前报送名单, 全市|力争|2025年底前建成."""
_AFTER = re.compile(r"^(?:,|:|要|应当?|须|必须|需|将|把|可|力争|争取|努力|确保|原则上)+")  # 9月底前|将|名单报送
_LEADING = re.compile("^(?:应当?|须|需要?|要)?(?:在|于|自)")
"""Auxiliaries about a time that are no part of what is due: 各单位要(在9月15日前)将名单报送."""
_PREDICATE = re.compile(
    "^(?:达到?|突破|超过|提高|提升|增长|增加|降|下降|保持|稳定|实现(?=全覆盖|翻番|倍增|目标|增长|$|[,。;]|\\d)|不低于|不少于)"
)
"""…,到2027年|达到12亿元: the subject stands before (实现小批量生产 needs none)."""
_PHASE_AFTER = re.compile("(?:,|为|是)?(?P<name>[^,。;]{0,14}阶段)")
"""2024年3月至4月为宣传发动阶段."""
_LEADS_ON = re.compile(r"[^。;\n]*如下[^,。;\n\d]{0,8}[:。]?")  # 制定2024年|工作方案如下：, 就2023年|…提出如下意见。
_GOAL_ENDS = re.compile(r"\d[\d.]*(?:[万亿]?[元个家项户人]|%|个百分点)(?:以上|左右)?$")
"""排放比2005年下降70%|，确保2030年前实现碳达峰: another goal, no part of what is due."""
_ALSO = re.compile("^(?:并且?|同时|且|还)(?:应当?|须|要)?")  # 并应|在官网公布，公示不少于7天
_LIMITING = ("day", "span", "within", "term")
_MEASURED = re.compile(r"(?:不(?:少于|低于|超过|多于|得(?:少于|低于|超过|多于))|至少|最[长短多少]|满|超过)+$")
"""公示|不少于|7天."""
_LASTING = re.compile(r"[(,:]|(?:一般|通常|均|为|是|时间|控制在|延长)+$")
"""公示期(为不少于)|7天: what stands before a term and is neither part of it nor of what lasts so long."""


def limits_in_sentences(timing: Timing, used: set[int]) -> Iterator[tuple[DeadlineDraft | None, list[Period]]]:
    """A row for each time limit that a sentence sets for a duty or a target."""
    periods = [p for p in timing.reading.periods if p.start not in used]
    for said in told(timing, periods):
        period = said.period
        if period.form == "every":
            draft = _recurring(timing, said)
        elif (held := time_held_over(timing, period)) is not None:
            draft = _held(timing, said, held)
        elif _sets_none(timing, said):
            draft = None
        elif period.form in ("within", "term") or is_relative(timing, period):
            draft = _draft(timing, said, "relative")
        else:
            draft = _dated(timing, said)
        yield draft, [period]


def _held(timing: Timing, said: Said, held: Period) -> DeadlineDraft | None:
    """A bare month behind a time of every year, or of some later one, which holds on."""
    if is_condition(timing, said.period):
        return None
    draft = _draft(timing, said, "recurring" if held.form == "every" else "relative")
    return replace(draft, recurrence=held.recurrence)


def _sets_none(timing: Timing, said: Said) -> bool:
    """Whether the time means something else than a limit."""
    period = said.period
    if puts_off(timing, period) or (period.form == "day" and not period.limit and is_relative(timing, period)):
        return False
    if is_condition(timing, period) or is_baseline(timing, period) or tells_progress(timing.reading, period.start):
        return True
    told = period.form in ("day", "span", "named") and not period.limit and tells_what_is(timing.reading, period.start)
    if told:
        return True
    if not period.limit and _LEADS_ON.fullmatch(timing.folded, period.end, timing.sentence(period.start)[1]):
        return True
    if timing.is_past(period) and not due_in_own_year(timing, period, timing.last(period)):
        return True
    plain = period.form == "day" and not period.limit
    if plain and _HANDED_IN.search(timing.folded[max(0, said.begin - 8) : said.begin]):
        return True
    if plain and only_says_which(timing, said.begin, said.end):
        return True
    return is_appropriation(timing, period) or _names_a_batch(timing, said)


def _names_a_batch(timing: Timing, said: Said) -> bool:
    """2024年申报时间为2024年6月1日至6月30日: a plain year that only says of which year the time behind it is."""
    period = said.period
    if period.form != "day" or said.limit or not period.closes or period.closes.months:
        return False
    end = timing.clause(period)[1]
    year = period.closes.year
    return any(
        other.closes and other.closes.months and other.closes.year in (None, year)
        for other in timing.periods_in(said.end + 2, end)
        if timing.folded[other.start - 1] != "、"
    )


def _dated(timing: Timing, said: Said) -> DeadlineDraft | None:
    """A day, a span, a named period or a start, where the words after it set something out."""
    period = said.period
    tail = timing.folded[said.end : timing.sentence(period.start)[1]]
    if timing.in_heading(period.start) and not _DUTY.search(tail):
        return None
    tail = tail.removeprefix("期间")  # 在9月1日至10月31日|期间|举办…
    sets_out = bool(
        (_SETS_OUT.match(tail) or timing.folded.startswith("期间", said.end))
        and _DUTY.search(tail)
        and not _SITUATION.match(tail)
    )
    sets_out = sets_out or GOALS.match(tail) is not None
    if puts_off(timing, period):
        return _draft(timing, said, "due")
    if period.form == "day":
        exact = period.closes is not None and period.closes.days is not None
        sets_out = (sets_out or _sets_figure(timing, said) or _heads(timing, said)) and not _reached(timing, said)
        return _draft(timing, said, "due") if said.limit or (sets_out and not exact) else None
    dated = period.opens and period.opens.days and tail[:1] == ","
    if period.form == "span" and (sets_out or dated or _PHASE_AFTER.match(tail)):
        return _draft(timing, said, "phase")
    if period.form == "named" and (sets_out or (period.closes is None and tail[:1] in (",", ":"))):
        return _draft(timing, said, "phase")
    at_head = dated and timing.sentence(period.start)[0] == said.begin and not tells_of_money(timing, period)
    if period.form == "from" and period.opens and (sets_out or at_head):
        return _draft(timing, said, "phase", confidence=0.75)
    return None


def _heads(timing: Timing, said: Said) -> bool:
    """Whether a quarter or month stands before a colon at the head of its sentence: 第一季度：项目立项审批。"""
    first = timing.sentence(said.period.start)[0]
    months = said.period.closes is not None and said.period.closes.months
    return bool(months) and first == said.begin and bool(_HEADS.match(timing.folded, said.end))


def _reached(timing: Timing, said: Said) -> bool:
    """Whether the words behind a plain year, to the next clause, say that it is done: 2023年突破5亿元,已完成."""
    last = timing.sentence(said.period.start)[1]
    end = timing.clause_end(min(said.end + 1, last), last)
    return bool(PAST.search(timing.folded, said.end, timing.clause_end(min(end + 1, last), last)))


def _sets_figure(timing: Timing, said: Said) -> bool:
    """Whether a plain year or half opens a clause that sets out a figure: 2027年入园企业达到200家."""
    period = said.period
    if period.closes is None or (period.closes.months and "半年" not in period.text) or tells_of_money(timing, period):
        return False
    start, end = timing.clause(period)
    if not _AT_HEAD.fullmatch(timing.folded, start, said.begin) or is_attribute(timing, period):
        return False
    return bool(_SETS_FIGURE.match(timing.folded, said.end, end)) and not _SITUATION.match(timing.folded, said.end)


def _recurring(timing: Timing, said: Said) -> DeadlineDraft | None:
    """每年组织一次申报, but no money that is paid every year, no ceiling, no condition."""
    period = said.period
    if OPEN.match(timing.folded, period.end, said.end):
        return _draft(timing, said, "recurring")
    if not (timing.after(period) or _is_compact(period)) or is_paid(timing, period) or is_usage(timing, period):
        return None
    if is_condition(timing, period) or concerns_beneficiaries(timing, period):
        return None
    before = timing.folded[timing.line(said.begin)[0] : said.begin] if _is_compact(period) else ""
    quoted = before.rfind("“") > before.rfind("”")
    return None if quoted else _draft(timing, said, "recurring")


def _draft(timing: Timing, said: Said, kind: DeadlineKind, confidence: float = 0.92) -> DeadlineDraft:
    """The row of a time that a sentence says."""
    period, joined = said.period, said.joined
    start, _ = timing.clause(period)
    if joined:
        start = timing.clause(joined)[0]
    head = timing.folded[start : said.begin].strip()
    dated = joined or period
    starts = kind == "phase" or (joined is not None and joined.form != "day")
    ends = kind in ("due", "phase") or joined is not None
    return DeadlineDraft(
        start=start if len(head) > 1 else said.begin,
        end=_quote_end(timing, said),
        kind=kind,
        time=(joined.start if joined else _measured(timing, said), said.end if period.form == "every" else period.end),
        applies_to=_applies_to(timing, said, start, kind),
        start_on=iso(timing.first(dated)) if starts else None,
        end_on=iso(timing.last(dated)) if ends else None,
        recurrence=period.recurrence,
        governs=reach(timing, period, said.begin, said.end)
        if (kind != "recurring" or joined) and period.form != "term"
        else None,
        confidence=confidence,
    )


def _measured(timing: Timing, said: Said) -> int:
    """Where the time begins with the words that measure a term: 公示|不少于7天."""
    words = _MEASURED.search(timing.folded, timing.clause(said.period)[0], said.begin)
    return words.start() if words and said.period.form == "term" else said.period.start


def _quote_end(timing: Timing, said: Said) -> int:
    """The end of the clause that says what is due: the next one where the time stands alone."""
    last = timing.sentence(said.period.start)[1]
    end = timing.member_end(said.end, last)
    if said.period.form == "every" and OPEN.match(timing.folded, said.period.end, said.end):
        return end
    if not timing.folded[said.end : end].strip() and said.period.form != "term":
        end = timing.member_end(min(end + 1, last), last)
    return timing.before_charge(said.end, end)


def _applies_to(timing: Timing, said: Said, start: int, kind: DeadlineKind) -> str:
    """What is due: the subject before the time and the clauses after it, up to the next time limit."""
    first, last = timing.sentence(said.period.start)
    opened = OPEN.match(timing.folded, said.period.end, said.end) if said.period.form == "every" else None
    if opened:
        return timing.words(*opened.span("what"))
    stop = _before_next(timing, said, last)
    named = _PHASE_AFTER.match(timing.folded, said.end, stop) if kind == "phase" else None
    if named:
        return timing.words(named.start("name"), named.end())
    if said.period.form == "term":
        return _what_lasts(timing, said, first, start)
    if _is_compact(said.period):
        return timing.words(timing.clause_start(first, said.begin), timing.clause_end(said.end, last))
    head = _LEADING.sub("", _BEFORE.sub("", timing.words(start, said.begin)))
    after = said.end + len("期间") * timing.folded.startswith("期间", said.end)
    while after < stop and timing.folded[after] in ",: 、":
        after += 1
    tail = timing.words(after, timing.member_end(after, stop)) if kind == "recurring" else timing.shortened(after, stop)
    whole = head + _AFTER.sub("", tail)
    goal_before = not _PREDICATE.match(whole) and _GOAL_ENDS.search(timing.folded, first, max(first, start - 1))
    if (
        len(whole) < (5 if goal_before else 10)
        and start - 1 > first
        and not (len(head) > 2 and tail)
        and not ends_something(timing, said.period)
    ):
        before = _clause_before(timing, first, start - 1, bool(_PREDICATE.match(whole)))
        whole = before + ("，" if before and whole else "") + whole
    return whole or timing.outline.heading_at(said.period.start)


def _what_lasts(timing: Timing, said: Said, first: int, start: int) -> str:
    """What a term measures (名单公示|不少于7天), with the clause before it or the heading where that is short."""
    words = timing.words(start, _measured(timing, said))
    whole = ""
    while words != whole:
        whole, words = words, _BEFORE.sub("", _LASTING.sub("", words)).strip("（(")
    shown = SHOWN_AFTER.match(timing.folded, said.end)
    whole += shown["what"] if shown else ""
    if len(whole) < 10 and start - 1 > first:
        before = _ALSO.sub("", _clause_before(timing, first, start - 1, is_subject=False))
        named = bool(before) and before.endswith(whole.rstrip("期限时间"))
        return before if named else before + ("，" if before and whole else "") + whole
    return whole or timing.outline.heading_at(start)


def _before_next(timing: Timing, said: Said, last: int) -> int:
    """Where the clauses end that belong to this time: before the clause, or the list member, with the next time."""
    others = timing.periods_in(said.end, last)
    for before, other in pairwise([said.period, *others]):
        if before is not said.period and listed(timing, before, other) and not other.limit:
            continue  # 上半年、|下半年申报资料
        start, _ = timing.clause(other)
        if start > said.end + 2 and (other.start == start or (other.limit and other.form in _LIMITING)):
            return start
    return last


def _is_compact(period: Period) -> bool:
    """月调度, 一年一评: the words of time hold the duty too."""
    return period.form == "every" and period.text[0] not in "每按逐"


def _clause_before(timing: Timing, first: int, end: int, is_subject: bool) -> str:
    """The clause that ends at `end`, for what it says of the subject; one with a time of its own only if it must."""
    begin = first
    for mark in re.finditer("[,:;]", timing.folded[first:end]):
        begin = first + mark.end()
    inside = [p for p in timing.periods_in(begin, end) if p.form == "every" or p.form in _LIMITING]
    inside = [p for p in inside if not is_baseline(timing, p)]
    if not inside:
        return timing.words(begin, end)
    if not is_subject:
        return ""
    return _BEFORE.sub("", timing.words(begin, inside[0].start)) + _AFTER.sub("", timing.words(inside[0].end, end))
