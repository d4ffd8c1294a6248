"""What the rules about time share: the draft of a deadline, and where in the text a time expression stands."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from extract.annotate.reading import Reading
from extract.annotate.values import Period
from extract.lexicon import alternation, load
from extract.outline.model import Outline
from schemas.vocabulary import DeadlineKind, Recurrence

WORDS: dict[str, list[str]] = load("periods")

NUMBERED = re.compile(
    r"(?:第[一二三四五六七八九十百]{1,5}[章节条](?:之[一二三])?|[一二三四五六七八九十]{1,3}(?:、|是)|\([一二三四五六七八九十\d]{1,3}\)"
    r"|\d{1,2}(?:[.、)](?!\d))|[①-⑳]|--?|●|•)[ 　]*"
)
"""第十八条 · 一、 · （一） · 1. · ① · —— before a name or a sentence."""
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d) ?年")
"""三、|2024年|重点任务."""
PAST = re.compile(rf"(?:{alternation(WORDS['signs_of_past'])})(?!有?的)")
"""2023年|已|建成5个平台, 上半年|完成了|改造: what is done (not 已有的)."""
_DONE_ALREADY = re.compile("[已曾](?:经)?[于在]?$")
"""已于(2024年4月)印发."""
_STOPS = re.compile(r"[,;:。!?\n\t]")
_TRIM = " 　,;:。、!?-—"


@dataclass(frozen=True, slots=True)
class DeadlineDraft:
    """A row of `deadlines` to be. `start:end` is the quote, `time` the time expression in it.

    `governs` is the text that the limit holds for (None where it sets none: a recurrence, a validity).
    `confidence` is that of the construction it was read from.
    """

    start: int
    end: int
    kind: DeadlineKind
    time: tuple[int, int]
    applies_to: str
    start_on: str | None = None
    end_on: str | None = None
    recurrence: Recurrence | None = None
    governs: tuple[int, int] | None = None
    confidence: float = 0.9


def iso(day: date | None) -> str | None:
    """ISO form of a day, None for None."""
    return day.isoformat() if day else None


@dataclass
class Timing:
    """A reading, seen from its time expressions: lines, clauses, brackets, the year that a bare month means."""

    reading: Reading
    folded: str = field(init=False)
    text: str = field(init=False)
    outline: Outline = field(init=False)

    def __post_init__(self) -> None:
        self.folded, self.text, self.outline = self.reading.folded, self.reading.text, self.reading.outline

    @cached_property
    def issued(self) -> date | None:
        """The day of issue."""
        issued = self.reading.front.issued_on
        return date.fromisoformat(issued) if issued else None

    @cached_property
    def brackets(self) -> list[tuple[int, int]]:
        """Every pair of brackets of a line, `(` and the offset after `)`, in order of opening."""
        out: list[tuple[int, int]] = []
        opened: list[int] = []
        for match in re.finditer(r"[()\n]", self.folded):
            if match[0] == "(":
                opened.append(match.start())
            elif match[0] == "\n":
                opened.clear()
            elif opened:
                out.append((opened.pop(), match.end()))
        return sorted(out)

    def bracket_at(self, offset: int) -> tuple[int, int] | None:
        """The innermost pair of brackets about the offset."""
        index = bisect_right(self.brackets, (offset, 0)) - 1
        for begin, end in reversed(self.brackets[max(0, index - 7) : index + 1]):
            if begin < offset < end:
                return begin, end
        return None

    @cached_property
    def closings(self) -> list[int]:
        """Where brackets that charge units with a task end: (市商务局负责), (责任单位:…)."""
        return sorted(end for begin, end in self.brackets if _CHARGED.search(self.folded, begin, end))

    def line(self, offset: int) -> tuple[int, int]:
        """The line that holds the offset."""
        end = self.folded.find("\n", offset)
        return self.folded.rfind("\n", 0, offset) + 1, len(self.folded) if end < 0 else end

    def sentence(self, offset: int) -> tuple[int, int]:
        """The sentence that holds the offset, cut to the bracket about it, without its number and its last mark."""
        start, end = self.reading.sentence_at(offset)
        bracket = self.bracket_at(offset)
        if bracket and bracket[0] >= start:
            start, end = bracket[0] + 1, min(end, bracket[1] - 1)
        while end > start and self.folded[end - 1] in "。;!?\n":
            end -= 1
        while start < end and self.folded[start] in " 　":
            start += 1
        number = NUMBERED.match(self.folded, start, min(end, offset))
        return (number.end() if number else start), end

    def clause(self, period: Period) -> tuple[int, int]:
        """The clause that a time expression stands in: to the next comma outside brackets, on both sides.

        In a list of clauses that 、 parts, each with its time (2024年培训3000人、2025年培训4000人), it is the member.
        """
        first, last = self.sentence(period.start)
        start = self.clause_start(first, period.start)
        before = self.periods_in(start, period.start)
        if before and before[-1].end < period.start - 1 and self.folded[period.start - 1] == "、":
            start = period.start
        return start, self.member_end(period.end, last)

    def clause_start(self, first: int, offset: int) -> int:
        """Where the clause of the offset begins, `first` at least."""
        start = first
        for match in _STOPS.finditer(self.folded, first, offset):
            if self._outside(match.start(), first):
                start = match.end()
        return start

    def member_end(self, offset: int, last: int) -> int:
        """The end of the clause that goes on at the offset, or of its member of a list whose members have times."""
        end = self.clause_end(offset, last)
        for other in self.periods_in(offset + 2, end):
            if self.folded[other.start - 1] == "、":
                return other.start - 1
        return end

    def after(self, period: Period) -> str:
        """What the clause says after the time; the next clause where a comma follows the time at once."""
        _, last = self.sentence(period.start)
        end = self.member_end(period.end, last)
        if not self.folded[period.end : end].strip():
            end = self.member_end(min(end + 1, last), last)
        return self.folded[period.end : end].strip(" ,:")

    def clause_end(self, offset: int, last: int) -> int:
        """The end of the clause that goes on at the offset, `last` at most."""
        for match in _STOPS.finditer(self.folded, offset, last):
            if self._outside(match.start(), offset):
                return match.start()
        return max(offset, last)

    def _outside(self, offset: int, since: int) -> bool:
        bracket = self.bracket_at(offset)
        return bracket is None or bracket[0] < since

    def year(self, period: Period) -> int | None:
        """The year of a bare month: that of a month or plain year before it in its line, else of the headings above.

        The year of an aim (到2025年) is none: 年底前 after it means the notice's own year.
        """
        own = self.reading.front.year
        for other in self.periods_in(self.clause_start(self.sentence(period.start)[0], period.start), period.start):
            if other.closes and other.closes.year and not (other.limit or other.closes.months):
                return other.closes.year  # 2018年集中申请时间为|10月8日至19日
        for other in reversed(self.periods_in(self.line(period.start)[0], period.start)):
            year = other.closes.year if other.closes and (other.closes.months or not other.limit) else None
            if year and year >= (own or 0):
                return year
        for section in self.outline.sections_about(period.start):
            said = _YEAR.search(section.heading)
            if said:
                return int(said[1])
        return own

    def periods_in(self, start: int, end: int) -> list[Period]:
        """The time expressions that stand in start:end."""
        first, last = bisect_left(self._period_starts, start), bisect_left(self._period_starts, end)
        return [period for period in self.reading.periods[first:last] if period.end <= end]

    @cached_property
    def _period_starts(self) -> list[int]:
        return [period.start for period in self.reading.periods]

    def closing_after(self, offset: int) -> int:
        """Where the next bracket that charges units ends, or the end of the text."""
        index = bisect_right(self.closings, offset)
        return self.closings[index] if index < len(self.closings) else len(self.folded)

    def closing_before(self, offset: int, since: int) -> int:
        """Where the last bracket that charges units ends between `since` and the offset; `since` if there is none."""
        index = bisect_right(self.closings, offset) - 1
        return max(since, self.closings[index]) if index >= 0 else since

    def in_heading(self, offset: int) -> bool:
        """Whether the offset stands in the heading of a section, not in its body."""
        section = next(self.outline.sections_about(offset), None)
        return section is not None and offset < section.body

    def first(self, period: Period) -> date | None:
        """The first day of a period in its context."""
        return period.first_in(self.year(period))

    def last(self, period: Period) -> date | None:
        """The last day of a period in its context."""
        return period.last_in(self.year(period))

    def is_past(self, period: Period) -> bool:
        """Whether the period lies before the notice, or its clause says what has been done."""
        last = self.last(period)
        if _DONE_ALREADY.search(self.folded, max(0, period.start - 4), period.start):
            return True
        if last and self.issued:
            return last < self.issued
        if last and self.reading.front.year:
            return last.year < self.reading.front.year
        if period.form in ("within", "term"):
            return bool(PAST.match(self.folded, period.end))
        start, _ = self.sentence(period.start)
        _, end = self.clause(period)
        end = self.clause_end(end + 1, self.sentence(period.start)[1]) if end + 1 < len(self.folded) else end
        return bool(PAST.search(self.folded, start, end))

    def words(self, start: int, end: int) -> str:
        """The text start:end without the brackets that charge units, and without marks at its ends."""
        pieces, done = [], start
        for begin, close in self.brackets[bisect_right(self.brackets, (start, 0)) :]:
            if begin >= end:
                break
            if begin >= done and _CHARGED.search(self.folded, begin, close):
                pieces.append(self.text[done:begin])
                done = min(close, end)
        pieces.append(self.text[done:end])
        return "".join(pieces).strip(_TRIM + "，；：。、！？")

    def before_charge(self, start: int, end: int) -> int:
        """The end, or where the bracket that charges units begins: …全覆盖(省大数据局牵头)."""
        for begin, close in self.brackets[bisect_right(self.brackets, (start, 0)) :]:
            if begin >= end:
                break
            if close >= end and _CHARGED.search(self.folded, begin, close):
                return begin
        return end

    def shortened(self, start: int, end: int, enough: int = 30) -> str:
        """The heading that start:end opens with, else its first clauses, as many as make `enough` characters."""
        headed = _RUN_IN.match(self.folded, start, end)
        if headed:
            return self.words(start, headed.end("heading"))
        stop = start
        while stop < end and stop - start < enough:
            stop = self.clause_end(stop + 1, end)
        return self.words(start, min(stop, end))


_RUN_IN = re.compile(r"(?P<heading>[^,;。:\d\n]{4,24})。(?=[^\n])")
"""|科学设计流程|。对办理结果等要素进行梳理….: an item that tells in a heading what it is about."""
_CHARGED = re.compile(alternation(WORDS["charged"]))
