"""Time expressions → the deadlines that the notice sets for duties, targets, phases and applications."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.annotate.reading import Reading
from extract.annotate.values import Period
from extract.interpret.timetables import limits_in_brackets, limits_in_tables, limits_under_labels, phases
from extract.interpret.timing import WORDS, DeadlineDraft, Timing, iso
from extract.interpret.validity import validities
from extract.lexicon import alternation

__all__ = ["DeadlineDraft", "deadlines"]

_MONEY = re.compile(rf"{alternation(WORDS['money'])}|\d(?:\.\d+)?[万亿]?元")
_PAID = re.compile(rf"{alternation(WORDS['paid'])}|\d[万亿]?元|每|等?额")
_CEILING = re.compile(alternation(WORDS["ceilings"]))
_DUTY = re.compile(alternation(WORDS["duties"]))
_WHOLE = r"(?:全[市省县区国州旗盟乡镇村]|各|我[市省县区]|本[市省县区])"
_SETS_OUT = re.compile(rf",|{_WHOLE}|(?:底|末)?(?:{alternation(WORDS['duties'])})")
"""What follows a plain year that sets a time: 2020年要建成 · 2025年,… · 2024年全市新增."""
_ATTRIBUTE = re.compile(r"的$|的(?:企业|项目|单位|机构|人员|平台|个人|主体|产品|工程|基地|园区|毕业生|团队|载体|合同)")
"""新认定的企业: the time in such a clause tells which ones, not by when."""
_ABOUT = re.compile(r"^(?:其中,?)?(?:对于?|凡是?|针对|如果?|若|符合|属于|经)")
_LIVED = re.compile(rf"(?:{alternation(WORDS['lived'])})(?:后|满|时间|之后|以来)?$")
_BARRED = re.compile(r"^(?:不得|不再|未|无|没有|同一|只能|仅|最多|所|发生|累计|的)")
"""三年内不得…, 一年内累计…, 3年内的企业: conditions."""
_EACH_ONE = re.compile(r"(?:每|单|同一)[^,。;]{0,12}$|(?:按照?|以|较|比|平均|年均|连续[\d一二三四五]+年)$")
"""每户(每年不超过), 同一企业(每年), 按(每年10%): a ceiling or a rate."""
_HELPER = re.compile(
    r"(?:,|并|同时|要|应当?|须|必须|需|将|可|在|于|力争|争取|努力|确保|原则上|原则|其中|且)+$|^(?:要|应当?|须|需|将|可|力争|争取|确保|原则上)+"
)
_BEFORE = re.compile(r"以?20\d\d年(?:为基|的基础|基础)|[较比]20\d\d年")


def deadlines(reading: Reading) -> list[DeadlineDraft]:
    """The deadlines of the notice in the order of their quotes."""
    timing = Timing(reading)
    first, last = reading.outline.body
    out: list[DeadlineDraft] = []
    used: set[int] = set()
    for rule in (limits_in_tables, validities, phases, limits_under_labels, limits_in_brackets):
        for draft, periods in rule(timing, used):
            used.update(period.start for period in periods)
            if draft and first <= draft.time[0] < last:
                out.append(draft)
    left = [p for p in reading.periods if p.start not in used and first <= p.start < last]
    out.extend(_in_sentences(timing, left))
    return sorted(out, key=lambda draft: (draft.start, draft.time))


def _in_sentences(timing: Timing, periods: list[Period]) -> Iterator[DeadlineDraft]:
    for i, period in enumerate(periods):
        before = periods[i - 1] if i and _joined(timing, periods[i - 1], period) else None
        after = periods[i + 1] if i + 1 < len(periods) and _joined(timing, period, periods[i + 1]) else None
        if after and after.form == "every":
            continue
        if period.form == "every":
            draft = _recurring(timing, period, before)
        elif _is_condition(timing, period) or timing.is_past(period) or _is_baseline(timing, period):
            draft = None
        elif period.form == "within":
            draft = _draft(timing, period, "relative")
        else:
            draft = _by_day(timing, period)
        if draft:
            yield draft


def _joined(timing: Timing, first: Period, second: Period) -> bool:
    """2023年底前,每年… · 自2024年起,每年…: one time in two expressions."""
    return second.form == "every" and first.form in ("day", "span", "from", "named") and timing.folded[first.end : second.start] in ("", ",")


def _by_day(timing: Timing, period: Period) -> DeadlineDraft | None:
    """A day, a span, a named period or a start that a sentence names."""
    start, end = timing.clause(period)
    tail = timing.folded[period.end : timing.sentence(period.start)[1]]
    sets_out = _SETS_OUT.match(tail) and _DUTY.search(tail)
    if period.form == "day":
        exact = period.closes is not None and period.closes.days is not None
        if period.limit or (sets_out and not exact):
            return _draft(timing, period, "due")
    elif period.form == "span" and (sets_out or start == period.start):
        return _draft(timing, period, "phase") if sets_out else None
    elif period.form == "named" and (sets_out or (period.closes is None and tail[:1] in ",:")):
        return _draft(timing, period, "phase")
    elif period.form == "from" and period.opens and sets_out and not _MONEY.search(tail):
        return _draft(timing, period, "phase", confidence=0.75)
    return None


def _recurring(timing: Timing, period: Period, joined: Period | None) -> DeadlineDraft | None:
    """每年组织一次申报, but no money that is paid every year, no ceiling, no condition."""
    start, end = timing.clause(period)
    head, tail = timing.folded[start : period.start], timing.folded[period.end : end]
    sentence = timing.sentence(period.start)
    if not tail.strip() or _PAID.search(tail) or _CEILING.match(tail) or _EACH_ONE.search(head):
        return None
    if re.search(r"不超过|最高|最多", tail) or _is_condition(timing, period) or _ABOUT.search(timing.folded[sentence[0] : start]):
        return None
    if timing.folded[period.start] in "按逐" and re.search("年", period.text) and not re.search(_REPORTING, tail[:8]):
        return None
    return _draft(timing, period, "recurring", joined)


_REPORTING = r"报告|报送|上报|通报|考核|评估|评价|调度|总结|组织|开展|制定|编制|更新|汇总"


def _is_condition(timing: Timing, period: Period) -> bool:
    """Whether the time tells whom or what the sentence is about: 3年内成功上市的, 落户三年内."""
    start, end = timing.clause(period)
    sentence = timing.sentence(period.start)
    folded = timing.folded
    head, tail = folded[start : period.start], folded[period.end : end]
    if period.form == "within" and (_BARRED.search(tail) or _LIVED.search(head)):
        return True
    if tail.startswith("的") or _ABOUT.search(head) and re.search("的", tail):
        return True
    pays = _MONEY.search(folded, sentence[0], sentence[1])
    if pays and period.form in ("within", "day", "span", "from", "named"):
        return bool(_ATTRIBUTE.search(tail) or _ABOUT.search(folded[sentence[0] : end]) or _MONEY.search(tail) or period.form == "within")
    return bool(tail.endswith("的"))


def _is_baseline(timing: Timing, period: Period) -> bool:
    """较2020年提高, 以2020年为基期."""
    return bool(_BEFORE.search(timing.folded, max(0, period.start - 1), period.end + 4))


def _draft(
    timing: Timing, period: Period, kind: str, joined: Period | None = None, confidence: float = 0.92
) -> DeadlineDraft:
    """The row of a time expression in a sentence."""
    start, end = timing.clause(period)
    dated = joined or period
    start_on = timing.first(dated) if kind == "phase" or joined and dated.form != "day" else None
    end_on = timing.last(dated) if kind in ("due", "phase") or joined else None
    begin = joined.start if joined else period.start
    quote_end = _quote_end(timing, period, end)
    return DeadlineDraft(
        start=min(begin, _subject_start(timing, start, begin)),
        end=quote_end,
        kind=kind,  # type: ignore[arg-type]
        time=(begin, period.end),
        applies_to=_applies_to(timing, period, begin, kind),
        start_on=iso(start_on),
        end_on=iso(end_on),
        recurrence=period.recurrence,
        governs=_reach(timing, period, kind) if kind != "recurring" else None,
        confidence=confidence,
    )


def _subject_start(timing: Timing, start: int, begin: int) -> int:
    """The clause's beginning, where a subject stands before the time; else the time's own."""
    head = timing.folded[start:begin].strip()
    return start if len(head) > 1 else begin


def _quote_end(timing: Timing, period: Period, end: int) -> int:
    """The end of the clause that says what is due: the next one where the time stands alone."""
    if not timing.folded[period.end : end].strip():
        last = timing.sentence(period.start)[1]
        end = timing.clause_end(min(end + 1, last), last)
    return timing.before_charge(period.end, end)


def _applies_to(timing: Timing, period: Period, begin: int, kind: str) -> str:
    """What is due: the subject before the time and the clauses after it."""
    start, end = timing.clause(period)
    last = timing.sentence(period.start)[1]
    head = _HELPER.sub("", timing.words(start, begin))
    after = period.end
    while after < last and timing.folded[after] in ",: 、":
        after += 1
    if kind == "recurring":
        tail = timing.words(after, timing.clause_end(after, last))
    else:
        tail = timing.shortened(after, last)
    said = head + _HELPER.sub("", tail)
    if len(said) < 10:
        first = timing.sentence(period.start)[0]
        before = timing.folded[first:start].rstrip(",、: ")
        if before:
            cut = max(before.rfind(","), before.rfind(":"))
            said = timing.words(first + cut + 1, first + len(before)) + said
    return said


def _reach(timing: Timing, period: Period, kind: str) -> tuple[int, int]:
    """What the limit holds for: its sentence; after 到…, the rest of the paragraph and the list that it leads."""
    first, last = timing.sentence(period.start)
    start, end = timing.clause(period)
    if re.fullmatch(r"(?:全部|全面|基本|力争|努力|争取|确保)*(?:完成|建成|到位|投用|达标|落实|实现|投产)?", timing.folded[period.end : last]):
        return first, last
    line = timing.line(period.start)
    leads = timing.folded[period.end : period.end + 1] == ","
    section = timing.reading.outline.section_at(period.start)
    heading = timing.reading.outline.sections[section].heading if section is not None else ""
    aims = "目标" in heading
    towards = re.match(r"到|至|截至", timing.folded[period.start : period.end])
    if kind == "relative" and not (leads and aims or timing.folded[line[0] : period.start].strip() == ""):
        return start, last
    if not (towards and leads or aims):
        return start, last
    closing = next((c for c in timing.closings if c > period.end), len(timing.folded))
    if closing <= line[1]:
        return start, closing
    return start, _list_end(timing, line[1], section if aims else None)


_BULLET = re.compile(r"\n+[ 　]*(?:--|-|●|•|·|◆|■|▲|\*|[①-⑳])[^\n]*")


def _list_end(timing: Timing, line_end: int, section: int | None) -> int:
    """The end of the bulleted or numbered list that a line leads, or of the line."""
    end = line_end
    while match := _BULLET.match(timing.folded, end):
        end = match.end()
    if end == line_end and section is not None:
        end = max(end, timing.reading.outline.sections[section].end)
    return end
