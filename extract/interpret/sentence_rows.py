"""The rows of one sentence of targets: whose they are, by when, and what their list hands on."""

from __future__ import annotations

import re

from extract.annotate.reading import Reading
from extract.annotate.values import Figure, Found
from extract.interpret.acting import supports
from extract.interpret.bases import find_bases
from extract.interpret.drafts import Draft
from extract.interpret.governing import due_on
from extract.interpret.grammar import Clause
from extract.interpret.items import GOAL_END, item_end
from extract.interpret.own_times import FLOOR_AHEAD, day_named, governed_since, times_inside
from extract.interpret.running import RunningList
from extract.interpret.separately import figures_in_list, shared_op, years_listed
from extract.interpret.setting_out import gives_measures, lays_down_rules, pays
from extract.interpret.shares_of_places import Allotment, Holders, of_place
from extract.interpret.target_figures import columns_of
from extract.interpret.themes import theme_of
from extract.interpret.wording import (
    EACH,
    EVERY,
    IN_ALL,
    MADE_OF,
    OF_ALL,
    PART_OF_LIST,
    REACHES,
    VERB_AT_START,
    change_of,
    comparator_of,
    strip_lead,
)
from schemas.vocabulary import Change

_DAYS = re.compile(r"[天日]数[^,;。\d]{0,6}$")
"""污染天数不超过|15天."""
_TAKES = re.compile(
    r"(?:办结|办理|时长|时限|(?:开办|接电|接通|报装|审批|通关|登记|注销|轮候|等候|响应|办事|用[水电气])[^,;。\d]{0,4}(?:时间|用时))"
    r"[^,;。\d]{0,6}$"
)
"""环评报告书承诺|办结|不超过5个工作日, 企业|开办时间|不超过1天."""
_EACH_DAY = re.compile(r"每[天日周][^,;。\d]{3,20}$")
"""儿童|每天接触户外自然光|不少于1小时."""
_BASE_APART = 8
"""由6项|整合调整为|1项: characters between what was and what becomes of it."""
_REMARK = re.compile(r"\([^()]{2,30}\)")
"""能耗下降到0.8吨|(按2020年价格计算)|，比2020年降低13%: the list goes on behind it."""


class SentenceRows:
    """What the reading of a sentence needs and adds to; a list hands verb, 各… and shared words on."""

    def __init__(
        self, reading: Reading, figures: Found[Figure], span: tuple[int, int], taken: set[int], running: RunningList
    ) -> None:
        self.reading, self.folded, self.text = reading, reading.folded, reading.wide
        self.start, self.end, self.taken = *span, taken
        self.goals = self.start
        """Where the sentence turns from how things stand to what is set out."""
        self.figures = figures.within(*span)
        self.bases = find_bases(self.folded, self.figures, self.start)
        self.left_out = [(base.start, base.end) for base in self.bases]
        started = {id(base.figure) for base in self.bases}
        self.figures = Found(figure for figure in self.figures if id(figure) not in started)
        self.list = running
        self.holders: Holders | None = None
        self.before = ""
        """What the sentence before plans without a figure."""
        self.row = ""
        """The indicator of the table's row whose cell the sentence fills."""
        self.held: Holders | None = None
        """The places of the clause before, whose measures may follow in the next: 日处理能力分别达到1000吨、600吨."""
        self.each_at = (-1, -1)
        self.due: tuple[int, str | None] = (-1, running.due if self.folded.startswith("其中", self.start) else None)
        self.floor = False
        self.head = (self.start, self.start)
        self.earlier = (self.start, self.start)
        self.pays = pays(self.folded, *span)
        self.chosen = False
        self.rules = lays_down_rules(reading)
        self.plans = not (self.rules or self.pays or gives_measures(reading))
        self.out: list[Draft] = []

    def _words(self, source: str, start: int, end: int) -> str:
        """The words start:end of the text (or the folded one), without their times and what the figure starts from."""
        out, at = "", start
        for first, last in sorted(self.left_out):
            if at <= first and last <= end:
                out, at = out + source[at:first], last
        return out + source[at:end]

    def _note_head(self, clause: Clause, begin: int) -> None:
        """Notes the time that the clause begins with, up to `begin`: what follows is due then, and not every year."""
        self.head = (clause.start, begin)
        if begin == clause.start:
            return
        self.due = (clause.start, day_named(self.reading, clause.start, begin))
        self.floor = bool(FLOOR_AHEAD.search(self.folded, clause.start, begin))
        if self.list.each and EVERY.fullmatch(self.list.each):
            self.list.each = None

    def _note_times(self, start: int, end: int) -> None:
        """Notes the times among the words start:end before a figure: 其中2018年底前建成, 企业每年开展."""
        for first, last, period in times_inside(self.reading, start, end):
            self.left_out.append((first, last))
            every = EVERY.match(self.text, period.start)
            if every:
                self.list.each = every[0]
            elif day := day_named(self.reading, period.start, period.end):
                self.due = (period.start, day)
        if self.list.each and EVERY.fullmatch(self.list.each) and IN_ALL.search(self.folded, start, end):
            self.list.each = None

    def _due(self, start: int, end: int) -> str | None:
        """The day that governs start:end: that of its own clause, unless another limit begins behind that."""
        said, day = self.due
        if day and governed_since(self.reading, max(start, end - 1)) <= max(said, self.start):
            return day
        return due_on(self.reading, start, end)

    def _whose(self, clause: Clause, begin: int) -> int:
        """Notes 各… and 每… at the head of a clause (全市 ends what they hold for); gives the offset behind them."""
        self.each_at = (-1, -1)
        if self._for_each(begin, clause.end):
            return self.each_at[1]
        if OF_ALL.match(self.folded, begin):
            self.list.each = None
        return begin

    def _for_each(self, begin: int, end: int) -> bool:
        """Whether the words begin with 各… or 每…, which then holds from there on."""
        each = EACH.match(self.folded[begin:end])
        if not each:
            return False
        start, stop = begin + each.start("e"), begin + each.end("e")
        yearly = EVERY.match(self.reading.text[start:stop])
        self.list.each = yearly[0] if yearly else self.reading.text[start:stop]
        self.list.acts = bool(VERB_AT_START.match(self.folded, stop))
        self.each_at = (start, start + yearly.end() if yearly else stop)
        return True

    def _add(
        self,
        figure: Figure,
        indicator: str,
        span: tuple[int, int],
        before: str,
        how: str,
        change: str,
        op: str | None = None,
    ) -> Draft:
        start, end = span
        start = self.each_at[0] if start == self.each_at[1] else start
        if start == self.head[1] and self.folded.startswith("其中", self.head[0]):
            start = self.head[0]
        while start < end and self.folded[start] in "、,和及;: \n":
            start += 1
        columns = columns_of(
            self.reading, figure, indicator, change, op or comparator_of(figure, before, self.list.floor or self.floor)
        )
        columns |= {
            "due_on": self._due(start, end),
            "each": self.list.each,
            "theme": theme_of(indicator, self.text[start:end], self.reading.outline.heading_at(self.start)),
        }
        parts = [
            other for other in self.figures.within(start, end) if other is not figure and self._is_part(other, figure)
        ]
        parts += [base.figure for base in self.bases if start <= base.start and base.end <= end]
        draft = Draft(start, end, how, columns, [figure, *parts])
        self.out.append(draft)
        self.list.due = columns["due_on"]
        if how != "target-allotted":
            joined = self.list.end >= self.start and not self.folded[self.list.end : start].strip("、,和及与以 ")
            self.list.members = [*(self.list.members if joined else ()), indicator]
            self.list.indicator = indicator
        remark = _REMARK.match(self.folded, end, self.end)
        self.list.verb, self.list.end = True, remark.end() if remark else end
        return draft

    def _is_part(self, other: Figure, figure: Figure) -> bool:
        """Whether another figure of the quote qualifies the indicator: 年网销额超1000万元…经营主体|5个."""
        return id(other) not in self.taken and other.kind in ("money", "area", "length", "other", "duration")

    def _was_another(self, figure: Figure) -> bool:
        """Whether a figure right before it tells what there was: 由6项调整为|1项."""
        return any(base.end <= figure.scope[0] <= base.end + _BASE_APART for base in self.bases)

    def _change(self, before: str, counted: bool = False, reaches: bool = False) -> Change:
        """What the words before the figure make of it; 新增A 1家、B 2家: what the first of the list made, too."""
        own = change_of(before, counted)
        goes_on = PART_OF_LIST.match(before)
        shared = own == "total" and self.list.grows and goes_on is not None and not REACHES.search(before[-6:])
        shared = shared and not reaches
        shared = shared and not (goes_on and VERB_AT_START.match(before[goes_on.end() :]))
        self.list.grows = bool(shared) or (own == "increase" and "新" in before)
        return "increase" if shared else own

    def _spoken_of(self, done: int, bare: bool) -> str:
        """What a name that says nothing alone goes with: what the list counts, else what the clause before speaks of.

        `bare` where there is no name at all: 服务业的贡献显著增强，达到60%.
        """
        if bare and self.row:
            return self.row
        start, end = self.earlier
        said = "" if self.figures.within(start, end) else strip_lead(self.text[start:end])
        if bare and said and not VERB_AT_START.match(self.folded, start):
            return said
        if self.list.indicator and self.list.end >= done - 12:
            return self.list.whole(self.folded[end:done]) if self.each_at[0] == done else self.list.indicator
        return said or (self.before if bare else "")

    def _promised(self) -> str:
        """What the clause before sets out without a figure: 建设示范园区|，霍邱县、舒城县各2个."""
        start, end = self.earlier
        if self.figures.within(start, end) or not VERB_AT_START.match(self.folded, start, end):
            return ""
        return strip_lead(self.text[start:end])

    def _goal_first(self, clause: Clause, figure: Figure, before: str, after: str) -> bool:
        """引进2家龙头企业落户本市，由市政府给予支持: a goal, and support without a sum behind it.

        With a time of its own so many may be supported: 5年内重点扶持100个创业项目，在贷款等方面给予扶持.
        """
        first = VERB_AT_START.match(self.folded, clause.start, figure.start)
        timed = self.head[1] > self.head[0] and supports(before)
        plain = first and "的" not in after
        return bool(plain or timed) and not self._has_sums() and not figure.ceiling and figure.kind == "count"

    def _is_norm(self, figure: Figure) -> bool:
        """Whether a notice of rules asks it of all: 种植土厚度大于等于0.4米; with a time of its own it is a goal."""
        if not self.rules or self.due[1]:
            return False
        return figure.kind == "length" or (figure.ceiling and figure.kind in ("money", "share"))

    def _has_sums(self) -> bool:
        """Whether the sentence says how much is given."""
        return any(one.kind in ("money", "share") for one in self.figures.within(self.start, self.end))

    def _is_span(self, figure: Figure, done: int) -> bool:
        """Whether a duration is what is to be reached: 平均受教育年限达到11年, 办理时限压缩至3个工作日."""
        before = self._words(self.folded, done, figure.start)
        return figure.kind == "duration" and bool(
            MADE_OF.search(before)
            or (figure.ceiling and _TAKES.search(before))
            or _DAYS.search(before)
            or (figure.op == ">=" and _EACH_DAY.search(before))
        )

    def _such_as(self, figure: Figure, done: int, stop: int) -> bool:
        """年产值超亿元的特色产业3个、超10亿元的2个: what the list counts, narrowed by another figure."""
        if not self.list.verb or not self.list.near(done) or stop != figure.scope[1] or figure.kind == "share":
            return False
        name = self.list.narrowed_name(self.text[done : figure.scope[0]].strip("、，,和及 "))
        if name:
            self._add(figure, name, (done, stop), "", "target-measured", "total")
        return name is not None

    def _qualifies(self, figure: Figure, clause: Clause) -> bool:
        """Whether the figure only qualifies what another counts: 年产值超亿元的特色产业|3个, 3岁以下婴幼儿入托率."""
        return figure.kind not in ("share", "count") and self.folded[figure.scope[1] : clause.end][:1].isalnum()

    def _allot(self, allotment: Allotment, figure: Figure) -> int:
        """Adds a row for each place and each thing allotted; gives the offset behind the last figure used."""
        names, group = allotment.indicators, figures_in_list(self.reading, figure, self.figures)
        places = allotment.places
        if len(group) > 1 and not allotment.separately and len(self.list.members) == len(group):
            names = tuple(self.list.members)  # 100个小镇、1000个旅游村,其中A、B各15个、150个
            pairs = [(place, name, one) for place in places for name, one in zip(names, group, strict=True)]
        elif allotment.separately and len(group) == len(places) > 1:
            pairs = [(place, name, one) for name in names for place, one in zip(places, group, strict=True)]
        else:
            group = group if allotment.separately else [figure]
            pairs = [(place, name, figure) for name in names for place in places]
        end = max(one.scope[1] for _, _, one in pairs)
        for place, name, one in pairs:
            op = shared_op(one, group)
            change = "increase" if self.list.grows else allotment.change
            draft = self._add(one, name, (allotment.start, end), "", "target-allotted", change, op)
            draft.columns |= of_place(place)
        self.list.indicator = names[-1]
        return group[-1].scope[1]

    def _shared_out(self, clause: Clause, figure: Figure, done: int) -> int | None:
        """到2025年、2027年分别建成5个、10个园区, 霍邱县、舒城县分别新增10家、20家企业: a figure for each of them."""
        words = self._words(self.folded, done, figure.scope[0])
        years = years_listed(self.reading, self.start, figure.scope[0])
        listed = "分别" in words or len(years) > 1
        group = figures_in_list(self.reading, figure, self.figures) if listed else []
        holders = self.holders or (self.held if not self.reading.places.within(done, figure.start) else None)
        places = holders.places if holders else ()
        if len(group) < 2 or len(group) not in (len(places), len(years)):
            return None
        stop = item_end(self.folded, group[-1], clause.end)
        if holders is not self.holders and (not self.out or not self.list.near(clause.start)):
            return None
        own = self.text[group[-1].scope[1] : stop].strip("的 ")
        counted = bool(own) and not GOAL_END.match(self.folded, group[-1].scope[1])
        name = own if counted else strip_lead(self._words(self.text, done, figure.scope[0]).replace("分别", ""))
        if holders is not self.holders and len(places) == len(group):
            name = self.list.indicator + name
        for i, one in enumerate(group):
            change = change_of(words.replace("分别", ""), counted)
            op = shared_op(one, group)
            draft = self._add(one, name, (done, stop), words, "target-separately", change, op)
            if len(places) == len(group):
                draft.columns |= of_place(places[i])
                draft.start = self.holders.start if self.holders else draft.start
            else:
                draft.columns["due_on"] = years[i]
        return stop
