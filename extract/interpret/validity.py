"""From when and how long the notice itself holds: 本办法自2023年9月8日起施行,有效期3年."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from extract.annotate.values import Period
from extract.interpret.timing import DeadlineDraft, Timing, iso

_FORCE = re.compile(
    r"(?:满?(?P<days>\d{1,3})日后)?(?:正式)?(?:开始)?(?P<word>施行|实施|实行|执行|生效|试行|起效|(?:期间|内)?有效)"
)
"""起施行 · 起30日后施行 · 开始执行."""
_LAST = re.compile(r"截?止|终止|失效|废止|结束")
"""2025年12月31日截止 · 到2025年12月31日失效."""
_SUBJECT = re.compile(
    r"[本此](?:[\u4e00-\u9fff]{0,4}?)(?:政策措施|政策|办法|细则|措施|意见|方案|规定|规则|通知|通告|公告|条例|计划|文件|清单|标准|指南|制度|规范|条款)"
    r"|(?:上述|以上|该|各项?)[\u4e00-\u9fff]{0,10}?(?:政策|措施|办法|细则|规定|标准|条件)(?:举措|措施)?|(?<![^。\n])政策"
)
"""本办法, 本政策措施, 本实施细则, 本规定; 政策(执行期…)."""
_POLICY = re.compile(
    r"(?<![享取获可])(?P<name>[^,。;:\n]{0,24}(?:政策(?:措施)?|措施|费率|补贴|补助)),?(?:的|均|将|可)?(?:继续)?\Z"
)
"""稳岗返还政策|延续至2025年12月31日, 扩岗补助|执行至…: what is said to hold on."""
_GOES_ON = re.compile(r"(?:继续|延续|延长|顺延|执行|实施|政策)")
"""稳岗返还政策|延续|至2025年12月31日 · 创业补贴|政策|期限至2025年底."""

_TERM_OF_POLICY = re.compile(r"(?:政策)?(?:实施|执行|施行)期限?")
_GIVES = re.compile("补[助贴]|奖[励补]|贴息|资助|减免|免[收征缴除]|减[征收半]|下浮|下调|扣减|减按|返还|缓[缴交]|优惠")
"""减免30%的检测费用，|实施期限|为2023年5月1日至8月31日: how long somebody has it."""


def validities(timing: Timing, used: set[int]) -> Iterator[tuple[DeadlineDraft | None, list[Period]]]:
    """A row for each statement of when the notice comes into force and how long it holds, and the periods it used."""
    periods = [p for p in timing.reading.periods if p.start not in used]
    done = -1
    for i, period in enumerate(periods):
        if period.start <= done or period.form not in ("from", "lasts", "day", "span"):
            continue
        force = _FORCE.match(timing.folded, period.end)
        if not force and period.form != "lasts":
            continue
        start, _ = timing.sentence(period.start)
        group = [period, *_following(timing, periods[i + 1 :], period)]
        if not _is_own(timing, start, group, force):
            continue
        done = group[-1].end
        yield _draft(timing, group, force, start), group


def _following(timing: Timing, rest: list[Period], period: Period) -> list[Period]:
    """The term that goes with a beginning: 自…起施行,有效期3年 (in its sentence or the next of the paragraph)."""
    line_end = timing.line(period.start)[1]
    if not rest:
        return []
    if period.form == "lasts":
        joint = timing.folded[period.end : rest[0].start] in ("", ",", "(")
        begins = rest[0].form == "span" or (rest[0].form == "from" and _FORCE.match(timing.folded, rest[0].end))
        return [rest[0]] if joint and period.closes is None and begins else []
    if rest[0].end > line_end or rest[0].start - period.end > 24:
        return []
    return [rest[0]] if rest[0].form == "lasts" or _ends(timing, rest[0]) else []


def _ends(timing: Timing, period: Period) -> bool:
    """Whether a day is the notice's last: 2025年12月31日截止, 至2025年12月31日止, 到2025年12月31日失效."""
    last = period.text[-1] == "止" or period.text.startswith("截止") or bool(_LAST.match(timing.folded, period.end))
    return period.form == "day" and last


def _is_own(timing: Timing, start: int, group: list[Period], force: re.Match[str] | None) -> bool:
    """Whether it is the notice that comes into force, not a certificate or a cited document."""
    last = group[-1].end
    tail = timing.folded[force.end() if force and len(group) == 1 else last :][:1]
    if tail == "的":
        return False
    subject = _SUBJECT.search(timing.folded, start, group[0].start)
    if group[0].form == "lasts":
        return bool(subject or _goes_on(timing, start, group[0]) or _benefit(timing, start, group[0]))
    if group[0].form in ("day", "span"):
        return bool(subject) or timing.folded[group[0].start - 1] in "自从于"
    head = timing.folded[max(start, group[0].start - 1) : group[0].start]
    return bool(subject) or len(group) > 1 or head in ("", ",", "》")


def _benefit(timing: Timing, start: int, period: Period) -> str | None:
    """The relief or grant of the same sentence that a term with dates is said of: …减免30%的费用,实施期限为…."""
    if period.closes is None or not _TERM_OF_POLICY.match(timing.folded, period.start):
        return None
    begin, end = (start, period.start) if start < period.start else _sentence_before(timing, start)
    words = timing.folded[begin:end].rstrip(",;。")
    clause = max(words.rfind(","), words.rfind(";")) + 1
    return timing.words(begin + clause, begin + len(words)) if _GIVES.search(words, clause) else None


def _sentence_before(timing: Timing, start: int) -> tuple[int, int]:
    """The sentence right before, in the same line: …减按1%征收。|执行期限至2024年12月31日。"""
    line = timing.line(start)[0]
    return timing.sentence(start - 2) if start - 2 > line else (start, start)


def _goes_on(timing: Timing, start: int, period: Period) -> str | None:
    """The policy that goes on to a day (稳岗返还政策|执行期限延长至…, 创业补贴|政策期限至…); None if none does."""
    if period.closes is None or not _GOES_ON.match(timing.folded, period.start):
        return None
    end = period.start + 2 * timing.folded.startswith("政策", period.start)
    named = _POLICY.search(timing.folded[:end], start)
    if not named or re.match(r"[^,。;:\n]*(?:享受|符合|给予|对|按照?|签订)", named["name"]):
        return None
    return timing.words(named.start("name"), named.end("name"))


def _draft(timing: Timing, group: list[Period], force: re.Match[str] | None, start: int) -> DeadlineDraft:
    begin, term = group[0], next((p for p in group if p.form == "lasts" or p is not group[0]), None)
    first = _first_day(timing, begin, force)
    if term is not None and term.opens:
        first = term.opens.first()
    start_said = next((p for p in group[1:] if p.form == "from" and begin.form == "lasts"), None)
    if start_said is not None:
        force = _FORCE.match(timing.folded, start_said.end)
        first = _first_day(timing, start_said, force)
    dated = next((p for p in group[1:] if p.form == "span"), None)
    if dated is not None:
        first, term = timing.first(dated), dated
    line = timing.line(begin.start)
    subjects = list(_SUBJECT.finditer(timing.folded, line[0], begin.start))
    subject = subjects[-1] if subjects else None
    ending = _LAST.match(timing.folded, group[-1].end) if len(group) > 1 else None
    last = max([group[-1].end, *(match.end() for match in (force, ending) if match)])
    time_start = begin.start - (timing.folded[begin.start - 1] in "自从于" and begin.form in ("day", "span"))
    close = subject is not None and subject.start() >= start and begin.start - subject.end() <= 6
    policy = None if close else _goes_on(timing, start, begin) or (None if subject else _benefit(timing, start, begin))
    name = policy or (timing.text[subject.start() : subject.end()] if subject else "")
    name = timing.outline.heading_at(begin.start).strip("。") or name if name == "政策" else name
    verb = force["word"] if force else ""
    return DeadlineDraft(
        start=subject.start() if subject and close else time_start,
        end=last,
        kind="validity",
        time=(time_start, last),
        applies_to=(name or "本文件") + ((f"{verb}和有效期" if verb else "有效期") if term else verb),
        start_on=iso(first),
        end_on=iso(_last_day(term, first) if term else (timing.last(begin) if begin.form == "span" else None)),
        confidence=0.97 if subject else 0.85,
    )


def _first_day(timing: Timing, begin: Period, force: re.Match[str] | None) -> date | None:
    if begin.form == "lasts" and "之日" not in begin.text:
        return None
    if begin.form == "lasts" or (begin.form == "from" and begin.opens is None):
        issued = timing.issued
        return issued + timedelta(days=int(force["days"])) if issued and force and force["days"] else issued
    return timing.first(begin)


def _last_day(term: Period, first: date | None) -> date | None:
    """The last day of a term: the one named, or the day before the anniversary of the first."""
    if term.closes:
        return term.closes.last()
    if first is None or term.amount is None:
        return None
    months = round(term.amount * (12 if term.unit == "年" else 1))
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    try:
        return date(year, month + 1, first.day) - timedelta(days=1)
    except ValueError:
        return date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1) - timedelta(days=1)
