"""Targets: figures that the issuing side sets out to reach."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from extract.annotate.reading import Reading
from extract.annotate.values import Figure, Found
from extract.annotate.words import final_verb, leading_verb
from extract.interpret.coverage import find_coverage
from extract.interpret.drafts import Draft
from extract.interpret.governing import due_on
from extract.interpret.grammar import COMMA, Clause, shared_prefix, split_at
from extract.interpret.indicator_tables import find_in_tables
from extract.interpret.items import GOAL_END, item_end
from extract.interpret.separately import figures_in_list, paired
from extract.interpret.setting_out import (
    gives_measures,
    is_aside,
    is_condition_of_money,
    lays_down_rules,
    pays,
)
from extract.interpret.shares_of_places import Allotment, allotment_before
from extract.interpret.target_figures import columns_of, is_past, may_hold, with_indices
from extract.interpret.themes import theme_of
from extract.interpret.wording import (
    DOES,
    EACH,
    EVERY,
    FOR_THEM,
    LEVELS,
    MADE_OF,
    OF_ALL,
    OF_TIME,
    RANKS_AT,
    REACHES,
    SET_OUT,
    STATES,
    VERB_AT_END,
    VERB_AT_START,
    VERB_ONLY,
    change_of,
    comparator_of,
    measured_indicator,
    strip_lead,
)

_KINDS = frozenset(("count", "share", "money", "length", "area", "other"))
_COUNTABLE = frozenset(("count", "length", "area", "other"))
_AGES = frozenset(("岁", "周岁"))
_OWN_BRACKET = re.compile(
    r"\s*(?:第[一二三四五六七八九十百]+条[ 　]*|\d{1,2}[.、](?!\d(?!\d{3}年))|\([一二三四五六七八九十]+\)"
    r"|[一二三四五六七八九十]+、)?"
    r"(?:\([^()]*\)(?=[\u4e00-\u9fff]))?"
)
"""The label of the item, or a bracket of units that ends the item before: (一)培育…, (市商务局负责)培育…."""
_GENERIC = re.compile(
    r"^(?:总额|总量|总数|总规模|规模|数量|建设|完成建设|覆盖率|比例|占比|人数|面积|数|产值|产量|总产量|增速|培训"
    r"|占[^占]{2,24}(?:比重|比例|占比|的比))?$"
)
"""An indicator that says nothing alone takes the words before it: …网络销售额新增15亿元(总额超过95亿元)."""
_DONE_TO = re.compile(r"实现|完成|达到|纳入|接入|通过|开展|实施|上云|上平台|上市")
_AND_SUCH = re.compile(r"^(?:及|和|、|与)[^,;。\d]{2,30}等$")
_LEVEL = r"(?:国家|省|市|县|区|乡|镇|村)"
_LEVEL_ONLY = re.compile(rf"^{_LEVEL}级?(?:及?以上)?(?:、{_LEVEL}级?)*$")
_LEVEL_HEAD = re.compile(rf"^{_LEVEL}级?(?:及?以上)?(?:、(?:市|县|区|乡|镇|村)级?)*")
_PART = re.compile(rf"(?P<part>[^的].+?)(?P<verb>{REACHES.pattern}|占)(?P<whole>[^,;。]{{2,24}})的$")
"""新能源汽车销售量|达到|汽车销售总量|的|20%."""
_LIST_GAP = 3
"""Characters between the members of one list: ",其中" apart from its comma."""


@dataclass(slots=True)
class _List:
    """What a running list hands on to its next member."""

    indicator: str = ""
    each: str | None = None
    verb: bool = False
    floor: bool = False
    end: int = -1


def find_targets(reading: Reading, taken: set[int]) -> list[Draft]:
    """All targets of the notice, in order. `taken` are the ids of figures that other rows have used."""
    out: list[Draft] = []
    first, last = reading.outline.body
    tables = find_in_tables(reading, taken)
    seen = {id(figure) for draft in tables for figure in draft.figures} | taken
    figures = with_indices(reading)
    running = _List()
    for start, end in reading.sentences:
        if start < first or end > last or not may_hold(reading, figures, start, end):
            continue
        start += _OWN_BRACKET.match(reading.folded, start, end).end() - start  # type: ignore[union-attr]
        goes_on = reading.folded[start - 1] == ";" or reading.folded.startswith("其中", start)
        sentence = _Sentence(reading, figures, (start, end), seen, running if goes_on else _List())
        out += sentence.read()
        running = sentence.list
        out += find_coverage(reading, start, end)
    ahead = [draft for draft in out if not is_past(reading, draft)]
    return sorted([*ahead, *tables], key=lambda draft: draft.start)


class _Sentence:
    """Reads the figures of one sentence in order; a list hands verb, 各… and shared words on."""

    def __init__(
        self, reading: Reading, figures: Found[Figure], span: tuple[int, int], taken: set[int], running: _List
    ) -> None:
        self.reading, self.folded, self.text = reading, reading.folded, reading.text
        self.start, self.end, self.taken = *span, taken
        self.figures = figures.within(*span)
        self.list = running
        self.pays = pays(self.folded, *span)
        self.rules, self.measures = lays_down_rules(reading), gives_measures(reading)
        self.out: list[Draft] = []

    def read(self) -> list[Draft]:
        if not self.figures:
            return self.out
        past = False
        for clause in split_at(self.folded, self.start, self.end, ",;"):
            begin = self._after_time(clause.start)
            past = self._is_over(clause.start, begin) if begin > clause.start else past
            if past:
                continue
            self._whose(clause, begin)
            done = begin
            for figure in self.figures.within(begin, clause.end):
                done = self._figure(clause, figure, done)
        return self.out

    def _after_time(self, start: int) -> int:
        """Behind the time limit that begins the clause: 到2025年|, “十四五”期间|."""
        at = start
        for period in self.reading.periods.within(start, min(self.end, start + 40)):
            if period.form in ("every", "from", "lasts") or self.folded[at : period.start].strip('、,:“”" 到至在'):
                break
            at = period.end
            at += OF_TIME.match(self.folded, at).end() - at  # type: ignore[union-attr]
        return at

    def _is_over(self, start: int, end: int) -> bool:
        """Whether the time at the head of a clause was over in the year before the notice."""
        issued = self.reading.front.issued_on
        days = [period.last for period in self.reading.periods.within(start, end) if period.last]
        return bool(issued and days and max(days).year < int(issued[:4]))

    def _whose(self, clause: Clause, begin: int) -> None:
        """Notes 各… and 每… at the head of a clause; 全市 ends what they hold for."""
        each = EACH.match(self.folded[begin : clause.end])
        if each:
            words = self.text[begin + each.start("e") : begin + each.end("e")]
            yearly = EVERY.match(words)
            self.list.each = yearly[0] if yearly else words
        elif OF_ALL.match(self.folded, begin):
            self.list.each = None

    def _figure(self, clause: Clause, figure: Figure, done: int) -> int:
        """Reads one figure; gives the offset up to which the clause is used."""
        if figure.start < done:
            return done
        age = figure.unit in _AGES and not re.search("寿命|年龄", self.folded[done : figure.start])
        if id(figure) in self.taken or age or (figure.kind not in _KINDS and not self._is_span(figure, done)):
            return done if self._qualifies(figure, clause) else figure.scope[1]
        before = self.folded[done : figure.scope[0]]
        stop = item_end(self.folded, figure, clause.end)
        if self._such_as(figure, done, stop):
            return stop
        after = self.folded[figure.scope[1] : stop]
        if is_aside(before, after, figure, bool(EACH.match(before.lstrip("、")))):
            return figure.scope[1]
        if self.pays and is_condition_of_money(self.folded, (self.start, self.end), figure, after):
            return figure.scope[1]
        allotment = allotment_before(self.reading, done, figure, self.list.indicator, self.start)
        if allotment:
            return self._allot(allotment, figure)
        return self._plain(clause, figure, done, stop)

    def _such_as(self, figure: Figure, done: int, stop: int) -> bool:
        """年产值超亿元的特色产业3个、超10亿元的2个: what the list counts, narrowed by another figure."""
        words = self.text[done : figure.scope[0]].strip("、，,和及 ")
        near = self.list.verb and self.list.end >= done - _LIST_GAP and stop == figure.scope[1]
        if not near or not re.fullmatch(r"(?:其中)?[^\d]{0,8}\d[^,，。]{0,12}的", words):
            return False
        head = re.split("的", self.list.indicator)[-1]
        self._add(figure, words.removeprefix("其中") + head, (done, stop), "", "target-measured", "total")
        return True

    def _is_span(self, figure: Figure, done: int) -> bool:
        """Whether a duration is what is to be reached: 平均受教育年限达到11年, 办理时限压缩至3个工作日."""
        before = self.folded[done : figure.start]
        return figure.kind == "duration" and bool(MADE_OF.search(before))

    def _qualifies(self, figure: Figure, clause: Clause) -> bool:
        """Whether the figure only qualifies what another counts: 年产值超亿元的特色产业|3个, 3岁以下婴幼儿入托率."""
        after = self.folded[figure.scope[1] : clause.end]
        return figure.kind not in ("share", "count") and bool(re.match(r"[\u4e00-\u9fff]", after))

    def _plain(self, clause: Clause, figure: Figure, done: int, stop: int) -> int:
        before, after = self.folded[done : figure.scope[0]], self.folded[figure.scope[1] : stop]
        counted = figure.kind in _COUNTABLE and bool(re.search(r"[\u4e00-\u9fff“A-Za-z]", after))
        if counted and not GOAL_END.match(after):
            near = self.list.verb and (self.list.end >= done - _LIST_GAP or done == self.start)
            named = not figure.text[:1].isdigit() and not figure.text.strip("百千万亿人")
            listed = near and not named and (not before.strip("、和及以与 ") or bool(_AND_SUCH.match(before)))
            done_to = figure.text[:1].isdigit() and _DONE_TO.search(after)
            acts = VERB_AT_END.search(before) or self._for_them(before, after) or self._new_verb(before, final_verb)
            if acts or listed or done_to or self._at_least(before):
                return self._counted(clause, figure, done, stop)
        if figure.kind == "share" and after and not GOAL_END.match(after):
            return self._share_of(figure, done, stop)
        if not GOAL_END.match(self.folded, figure.scope[1]):
            return done if self._qualifies(figure, clause) else figure.scope[1]
        return self._measured(clause, figure, done)

    def _for_them(self, before: str, after: str) -> bool:
        """为5000户…家庭进行…改造: done for so many."""
        return not self.pays and bool(FOR_THEM.search(before) and DOES.search(after))

    def _new_verb(self, words: str, asked: Callable[[str], str | None]) -> bool:
        """Whether a verb stands there that the lexicon does not know, in a notice that sets goals."""
        if self.rules or self.pays or self.measures or not 2 <= len(words) <= 40:
            return False
        verb = asked(words.strip("、， "))
        return verb is not None and verb not in STATES

    def _at_least(self, before: str) -> bool:
        floor = re.search(r"(?:不少于|不低于|至少|力争|争取|确保)[^,;。]{0,8}$", before)
        return bool(floor or EACH.match(before.lstrip("、")))

    def _counted(self, clause: Clause, figure: Figure, done: int, stop: int) -> int:
        """打造10个以上…主体: the indicator follows the figure."""
        before = self.folded[done : figure.scope[0]]
        measure_too = re.match(r"\([个家条项名处座]\)", self.folded[figure.scope[1] : stop])
        begin = figure.scope[1] + (measure_too.end() if measure_too else 0)
        indicator = own = self.text[begin:stop].strip("的 ")
        if self.list.end >= done - _LIST_GAP and not _LEVEL_HEAD.match(own) and _LEVEL_HEAD.match(self.list.indicator):
            prefix = shared_prefix(self.list.indicator, own)
            indicator = prefix + own if prefix and len(prefix) < 14 else own
        words = self.folded[clause.start : figure.scope[0]]
        self.list.floor = (self.list.floor and not words) or "力争" in words or "至少" in words
        verb = VERB_AT_END.search(before)
        start = done + verb.start() if verb else figure.scope[0]
        self._add(figure, indicator, (start, stop), before, "target-counted", change_of(before, counted=True))
        return stop

    def _share_of(self, figure: Figure, done: int, stop: int) -> int:
        """行政村100%通快递, 50%以上的文化馆具备…能力: what is measured stands on both sides."""
        before = self.text[done : figure.scope[0]]
        rest = self.text[figure.scope[1] : stop].strip()
        lead = "" if OF_ALL.fullmatch(before) else strip_lead(before)
        by = re.search(r"(?:按照?|以|依照|统一按照?)$", before)
        # 投资超过总任务一半的项目, 占比30%的团队: which ones, not how many
        narrows = rest.startswith("的") and (figure.scope[0] < figure.start or measured_indicator(lead))
        if by or narrows or not (lead or rest.startswith("的") or VERB_AT_END.search(before)):
            return figure.scope[1]
        indicator = (lead + rest.removeprefix("的")).strip("、 ")
        self._add(figure, indicator, (done, stop), before, "target-share-of", "total")
        return stop

    def _measured(self, clause: Clause, figure: Figure, done: int) -> int:
        """农产品网络零售额增长30%: the indicator stands before the figure."""
        open_at = self.folded.rfind("(", done, figure.scope[0])
        if open_at >= 0 and ")" not in self.folded[open_at : figure.scope[0]]:
            done = open_at + 1
        before = self.folded[done : figure.scope[0]]
        listed = self._separately(figure, done)
        if listed:
            return listed
        indicator = strip_lead(self.text[done : figure.scope[0]])
        if self.folded[figure.scope[0]] == "前":
            indicator = RANKS_AT.sub("", indicator)
        bare = indicator.strip("、和及 ")
        if _LEVEL_ONLY.match(bare) and self.list.indicator:
            indicator = bare + _LEVEL_HEAD.sub("", self.list.indicator)
        elif _GENERIC.match(indicator):
            earlier = self._before(clause, done)
            indicator = earlier + indicator.removeprefix(earlier[-2:])
        elif VERB_ONLY.match(bare) and self.list.end >= done - _LIST_GAP:
            indicator = self.list.indicator + bare
        part = _PART.match(indicator) if figure.kind == "share" else None
        if part:
            indicator = f"{part['part']}占{part['whole']}比重"
        if not indicator or not (part or self._is_goal(before, figure, indicator)):
            return figure.scope[1]
        reached = part and LEVELS.search(part["verb"]) and ">="
        change = "increase" if figure.text.startswith("翻") else change_of(before)
        self._add(
            figure, indicator, (done, figure.scope[1]), before, "target-measured", change, figure.op or reached or None
        )
        return figure.scope[1]

    def _before(self, clause: Clause, done: int) -> str:
        """The indicator that a bare 总额 or 建设 goes with: that of the list, else the object of the clause before."""
        if self.list.indicator and self.list.end >= done - 12:
            return self.list.indicator
        earlier = self.text[self.start : clause.start].rstrip("，, ")
        return strip_lead(COMMA.split(earlier)[-1]) if earlier else ""

    def _separately(self, figure: Figure, done: int) -> int | None:
        """货物贸易、对外投资和实际利用外资分别占比达30%、20%和10% → three targets. Gives the end of the list."""
        group = figures_in_list(self.reading, figure, self.figures)
        found = paired(self.reading, (done, figure.scope[0]), group, self._years(done))
        if not found:
            unpaired = len(group) > 1 and "分别" in self.folded[done : figure.scope[0]]
            return group[-1].scope[1] if unpaired else None
        before = self.folded[done : figure.scope[0]]
        for one, name, day in found.members:
            op = one.op or group[0].op
            draft = self._add(one, name, (done, found.end), before, "target-separately", change_of(before), op)
            draft.columns["due_on"] = day
        return found.end

    def _years(self, done: int) -> list[str]:
        """The last days of the years listed at the head of the sentence: 到2024年、2025年、2026年,…."""
        listed: list[str] = []
        at = self.start
        for period in self.reading.periods.within(self.start, done):
            if period.form != "day" or not period.last or self.folded[at : period.start].strip("、,和到"):
                break
            listed.append(period.last.isoformat())
            at = period.end
        return listed if len(listed) > 1 else []

    def _is_goal(self, before: str, figure: Figure, indicator: str) -> bool:
        """Whether a figure behind its indicator is set out: by a verb, a level, a change, its list or its time."""
        if VERB_AT_END.search(before) or VERB_AT_START.match(before) or change_of(before) != "total":
            return True
        if self.rules:
            return due_on(self.reading, figure.start, figure.end) is not None
        if figure.unit is None or self.folded[figure.scope[0]] == "前":
            return True  # an index, a rank
        if REACHES.match(self.folded, figure.scope[0], figure.start) or REACHES.search(before[-6:]):
            return True
        measured = measured_indicator(indicator)
        if measured and (figure.kind == "share" or SET_OUT.search(before) or figure.op in (">=", ">", "<=", "~")):
            return True
        if self.list.verb and self.list.end >= figure.scope[0] - len(before) - _LIST_GAP:
            return True
        if figure.kind in _COUNTABLE and self._new_verb(before, leading_verb):
            return True
        governed = due_on(self.reading, figure.start, figure.end) is not None
        return governed and not self.pays and (measured or figure.kind in _COUNTABLE)

    def _allot(self, allotment: Allotment, figure: Figure) -> int:
        group = [figure]
        if allotment.separately:
            group = figures_in_list(self.reading, figure, self.figures)
        paired_off = len(group) == len(allotment.places) > 1
        for name in allotment.indicators:
            for i, place in enumerate(allotment.places):
                one = group[i] if paired_off else figure
                span = (allotment.start, (group[-1] if paired_off else figure).scope[1])
                draft = self._add(one, name, span, "", "target-allotted", allotment.change, one.op or group[-1].op)
                draft.columns |= {"area": place.full_name, "adcode": place.adcode, "each": None}
        return (group[-1] if paired_off else figure).scope[1]

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
        while start < end and self.folded[start] in "、,和及;: \n":
            start += 1
        columns = columns_of(
            self.reading, figure, indicator, change, op or comparator_of(figure, before, self.list.floor)
        )
        columns |= {"each": self.list.each, "theme": theme_of(indicator, self.text[start:end], self._heading())}
        parts = [
            other for other in self.figures.within(start, end) if other is not figure and self._is_part(other, figure)
        ]
        draft = Draft(start, end, how, columns, [figure, *parts])
        self.out.append(draft)
        if how != "target-allotted":
            self.list.indicator = indicator
        self.list.verb, self.list.end = True, end
        return draft

    def _is_part(self, other: Figure, figure: Figure) -> bool:
        """Whether another figure of the quote qualifies the indicator: 年网销额超1000万元…经营主体|5个."""
        return id(other) not in self.taken and other.kind in ("money", "area", "length", "other", "duration")

    def _heading(self) -> str | None:
        index = self.reading.outline.section_at(self.start)
        return self.reading.outline.sections[index].heading if index is not None else None
