"""Targets: figures that the issuing side sets out to reach."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.annotate.reading import Reading
from extract.annotate.values import Figure
from extract.interpret import acting, qualifying
from extract.interpret.coverage import find_coverage
from extract.interpret.drafts import Draft
from extract.interpret.grammar import Clause, split_at
from extract.interpret.indicator_tables import find_in_tables, indicator_at
from extract.interpret.items import GOAL_END, counted_noun, item_end, named_ahead, words_start
from extract.interpret.own_times import after_time
from extract.interpret.running import RunningList, acts_on, before_rank, level_before, share_of_whole
from extract.interpret.sentence_rows import SentenceRows
from extract.interpret.separately import Paired, figures_in_list, in_each_year, paired, share_heads, shared_op
from extract.interpret.setting_out import (
    goals_begin,
    is_aside,
    is_condition_of_money,
    is_others_money,
    is_share_of_money,
    sets_out,
)
from extract.interpret.shares_of_places import allotment_before, holders_at_head, places_end_at
from extract.interpret.target_figures import (
    holds_figure,
    in_title,
    is_over,
    is_past,
    planned_before,
    told_of,
    with_indices,
)
from extract.interpret.wording import (
    GOALS,
    GROWS_YEARLY,
    OF_ALL,
    REACHES,
    SET_OUT,
    VERB_AT_END,
    VERB_AT_START,
    change_of,
    measured_indicator,
    strip_lead,
)

_KINDS = frozenset(("count", "share", "money", "length", "area", "other"))
_COUNTABLE = frozenset(("count", "length", "area", "other"))
_ACHIEVES = re.compile(r"(?:完成|实现)[^,;。、\d]{2,16}$")
"""开发区|实现营业收入|500亿元."""
_IN_ALL_SO_FAR = re.compile(r"\((?:累计|共计?|总数|达到?)[^()]*\)(?=[\u4e00-\u9fff]{2})")
"""新增2400户|（累计约3600户）|餐饮单位: how many there are then."""
_FOR_THOSE = re.compile(r"对(?![外口接标])")
_WHO_THEY_ARE = re.compile(r"[^,;。]*的[^,;。的]{2,12}[,;]")
"""|对|稳岗率达到95%以上|、有扩岗需求的企业，|…: which of them."""
_AGES = frozenset(("岁", "周岁"))


def find_targets(reading: Reading, taken: set[int]) -> list[Draft]:
    """All targets of the notice, in order. `taken` are the ids of figures that other rows have used."""
    out: list[Draft] = []
    first, last = reading.outline.body
    tables = find_in_tables(reading, taken)
    seen = {id(figure) for draft in tables for figure in draft.figures} | taken
    figures = with_indices(reading, taken)
    running = RunningList()
    goals: int | None = first
    for start, end in reading.sentences:
        held = holds_figure(reading, figures, start, end)
        goals = goals_begin(reading.folded, start, end, goals is None, held)
        if goals is None or not held or start < first or end > last or not sets_out(reading, goals, end):
            continue
        start = words_start(reading.folded, start, end)
        if reading.folded[start - 1] == ";":
            running.each = None
            if running.head and after_time(reading, start, end) > start:
                running.indicator, running.head = running.head, ""
        goes_on = reading.folded[start - 1] == ";" or reading.folded.startswith("其中", start)
        sentence = _Sentence(reading, figures, (start, end), seen, running if goes_on else RunningList())
        sentence.before, sentence.goals = planned_before(reading, start), goals
        sentence.row = indicator_at(reading, start)
        out += sentence.read()
        running = sentence.list
        out += find_coverage(reading, max(start, goals), end, sentence.list.indicator if sentence.out else "")
    ahead = [draft for draft in out if not is_past(reading, draft)]
    return sorted([*ahead, *tables], key=lambda draft: draft.start)


class _Sentence(SentenceRows):
    """Reads the figures of one sentence in order."""

    def read(self) -> list[Draft]:
        if not self.figures:
            return self.out
        past = False
        for clause in split_at(self.folded, self.start, self.end, ",;"):
            if self.folded.startswith("其中", clause.start):
                self.list.head = self.list.head or self.list.indicator
            begin, known = after_time(self.reading, clause.start, self.end), len(self.out)
            each = self.folded.startswith(("各", "均"), begin) and VERB_AT_START.match(self.folded, begin + 1)
            begin += bool(each)
            goals = GOALS.match(self.folded, begin, clause.end)
            begin = goals.end() if goals else begin
            past = is_over(self.reading, clause.start, begin) if begin > clause.start else past
            if past or clause.start < self.goals:
                self.list.indicator, self.list.end = told_of(self.reading, self.figures, clause), clause.end
            else:
                self._note_head(clause, begin)
                self._clause(clause, begin)
            if each:
                self.out[known:] = in_each_year(self.reading, self.start, begin, self.out[known:])
            self.earlier = (begin, clause.end)
        share_heads(self.out)
        return self.out

    def _clause(self, clause: Clause, begin: int) -> None:
        """Reads the figures of a clause; those of 霍邱县、舒城县各… are each place's."""
        known, held = len(self.out), self.holders
        self.holders = holders_at_head(self.reading, begin, clause.end, self.figures)
        if self.holders is None and held and held.subject and not OF_ALL.match(self.folded, begin):
            self.holders = replace(held, start=begin, end=begin)
        done = begin = self._whose(clause, self.holders.end if self.holders else begin)
        self.held = held or self.held
        each = self.list.each
        last: Figure | None = None
        for figure in self.figures.within(begin, clause.end):
            if last and last.end < figure.start < last.scope[1]:  # 2.4万人（其中失业人员|1.1万人|）以上
                self._measured(clause, figure, self.folded.rfind("(", last.end, figure.start) + 1)
                continue
            done, last = self._figure(clause, figure, done), figure
        self.list.each = each
        if self.holders:
            self.out[known:] = self.holders.dealt_out(self.out[known:])

    def _figure(self, clause: Clause, figure: Figure, done: int) -> int:
        """Reads one figure; gives the offset up to which the clause is used."""
        passed = self._passed_by(clause, figure, done)
        if passed is not None:
            return passed
        if done > clause.start and self._for_each(done, figure.end):
            done = self.each_at[1]
        self._note_times(done, figure.scope[0])
        stop = item_end(self.folded, figure, clause.end)
        if self._such_as(figure, done, stop):
            return stop
        twin = acting.run_together(self.folded, figure, self.figures.within(figure.end, clause.end))
        after = self.folded[(twin or figure).scope[1] : stop]
        if self._is_none(clause, figure, done, self.folded[figure.scope[1] : stop], after):
            return figure.scope[1]
        allotment = allotment_before(self.reading, done, figure, self.list.indicator or self._promised(), self.start)
        if allotment:
            return self._allot(allotment, figure)
        shared = self._shared_out(clause, figure, done)
        if shared:
            return shared
        before = acting.MADE_UP_OF.sub("", self._words(self.folded, done, figure.scope[0]))
        if twin and counted_noun(after) and self._acted_on(figure, done, before, after):
            self._counted(clause, figure, done, stop, twin.scope[1])
            return figure.scope[1]
        return self._plain(clause, figure, done, stop)

    def _passed_by(self, clause: Clause, figure: Figure, done: int) -> int | None:
        """Up to where the clause is used after a figure that only sizes, limits or is exceeded; None for others."""
        if figure.start < done or in_title(self.folded, self.start, figure):
            return done
        age = figure.unit in _AGES and not re.search("寿命|年龄", self.folded[done : figure.start])
        if id(figure) in self.taken or age or (figure.kind not in _KINDS and not self._is_span(figure, done)):
            return done if self._qualifies(figure, clause) else figure.scope[1]
        behind = self.figures.within(figure.end, clause.end)
        given = self.folded, figure, done, behind
        if qualifying.is_threshold(*given) or qualifying.only_sizes(*given):
            return done
        exceed = None if self.pays else qualifying.exceed(self.folded, figure, done, clause.end, self.list.indicator)
        if exceed:
            lead = self.folded[done : figure.scope[0]]
            self._add(figure, exceed[0], (figure.scope[0], exceed[1]), lead, "target-counted", "total")
            return exceed[1]
        return figure.scope[1] if qualifying.counts_scope(*given) else None

    def _is_none(self, clause: Clause, figure: Figure, done: int, behind: str, after: str) -> bool:
        """Whether the words about the figure make it no target; `after` are those behind its twin, if it has one."""
        before = acting.MADE_UP_OF.sub("", self._words(self.folded, done, figure.scope[0]))
        lead, earlier = self.folded[done : figure.start], self.folded[slice(*self.earlier)]
        if (
            acting.only_with(before, behind)
            or acting.only_used(before, behind)
            or qualifying.in_maxim(self.folded, figure)
            or qualifying.in_formula(self.folded, figure)
            or qualifying.in_name(self.folded, figure)
            or qualifying.entitles(self.folded, figure)
            or qualifying.is_size_of(figure, after)
            or is_aside(before, after, figure)
            or is_others_money(lead, earlier, figure)
            or self._is_norm(figure)
        ):
            return True
        listed = self.chosen and self.folded[done] == "、"
        self.chosen = acting.selects(before, figure, listed)
        quota = self.pays and (self.chosen or self._goal_first(clause, figure, before, after))
        sentence = self.start, self.end
        return bool(self.pays and not quota and is_condition_of_money(self.folded, sentence, figure, after))

    def _plain(self, clause: Clause, figure: Figure, done: int, stop: int) -> int:
        remark = _IN_ALL_SO_FAR.match(self.folded, figure.scope[1], stop)
        begin = remark.end() if remark else figure.scope[1]
        before, after = self._words(self.folded, done, figure.scope[0]), self.folded[begin:stop]
        if figure.kind in _COUNTABLE and counted_noun(after) and not GOAL_END.match(after):
            listed = self.list.verb and (self.list.near(done) or done == self.start) and acting.goes_on(figure, before)
            near = self.list.verb and self.list.near(done) and figure.kind == "count"
            listed = listed or (near and acting.of_one_kind(self.list.indicator, before, after))
            if listed or self._acted_on(figure, done, before, after):
                return self._counted(clause, figure, done, stop, begin)
        if not self.pays and acting.is_sum_of(figure, before, after):
            return self._counted(clause, figure, done, stop)
        if figure.kind == "share" and after and not GOAL_END.match(after):
            return self._share_of(figure, done, stop)
        if not GOAL_END.match(self.folded, figure.scope[1]):
            return done if self._qualifies(figure, clause) else figure.scope[1]
        return self._measured(clause, figure, done)

    def _acted_on(self, figure: Figure, done: int, before: str, after: str) -> bool:
        """Whether a verb, a floor or 各… says that what the figure counts is to be made or done."""
        head = self.folded[done : places_end_at(self.reading, done, figure.scope[0])]
        if (
            acting.acts_before(before, head, after, figure.value)
            or acting.done_to_them(figure, after)
            or acting.has_floor(before)
        ):
            return True
        if acting.all_done(after) and not self.pays and not self.rules:
            return True
        if self.plans and acting.in_list_begun(figure, before, after):
            return True
        shared = self.holders is not None and not before.strip("各均都")
        timed = self.head[1] > self.head[0] or self.list.each in ("每年", "每季度", "每半年")
        helps = acting.helps_to_make(before, after) or (timed and acting.supports(before))
        if helps and not (self.pays and self._has_sums()):
            return True
        if shared or done == self.each_at[1] or (not self.pays and acting.done_for_them(before, after)):
            return True
        return acting.breaks_through(self.folded, figure, before) or (self.plans and acting.ends_in_verb(before))

    def _counted(self, clause: Clause, figure: Figure, done: int, stop: int, begin: int | None = None) -> int:
        """打造10个以上…主体: the indicator follows the figure, at `begin` where another count stands between."""
        before = self.folded[done : figure.scope[0]]
        begin = begin or figure.scope[1]
        sized = acting.size_behind(self.folded, figure, self.figures.within(begin, stop), stop)
        own = (
            sized[0]
            if sized
            else acting.whole_thing(acting.without_second_verb(self.text[begin:stop].strip("的 "), before), before)
        )
        own = named_ahead(self.folded, figure.start, acting.all_done(own) or own)
        indicator = self.list.counted_name(own, done)
        words = self.folded[clause.start : figure.scope[0]]
        self.list.floor = (self.list.floor and not words) or "力争" in words or "至少" in words
        verb = VERB_AT_END.search(before)
        start = done + verb.start() if verb else figure.scope[0]
        op = acting.broken_through(self.folded, figure, before)
        change = self._change(before, counted=True)
        self._add(figure, indicator, (start, stop), before, "target-counted", change, op)
        if sized:
            self._add(sized[1], indicator, (start, stop), before, "target-counted", change)
        return stop

    def _share_of(self, figure: Figure, done: int, stop: int) -> int:
        """行政村100%通快递, 50%以上的文化馆具备…能力: what is measured stands on both sides."""
        before = self.text[done : figure.scope[0]]
        rest = self.text[figure.scope[1] : stop].strip()
        lead = "" if OF_ALL.fullmatch(before) else strip_lead(before)
        by = re.search(r"(?:按照?|以|依照|统一按照?)$", before)
        if is_share_of_money(lead, rest):
            return figure.scope[1]
        bound = acting.before_bound(figure, rest) if not before.strip("、和及 ") else None
        bound = bound or acting.put_aside(self.folded[self.start : figure.scope[0]], rest)
        if bound:
            self._add(figure, bound, (done, stop), before, "target-share-of", "total")
            return figure.scope[1]
        does = not before.strip("、和及 ") and acting.they_do(rest.removeprefix("的"))
        narrows = not does and rest.startswith("的") and (figure.scope[0] < figure.start or measured_indicator(lead))
        if not lead and not before.strip("、和及 ") and self.list.near(done):
            lead = self.list.shared
        if by or narrows or not (lead or rest.startswith("的") or does or VERB_AT_END.search(before)):
            return figure.scope[1]
        indicator = (lead + rest.removeprefix("的")).strip("、 ")
        if indicator.count("“") != indicator.count("”"):
            indicator = indicator.replace("“", "").replace("”", "")
        self._add(figure, indicator, (done, stop), before, "target-share-of", "total")
        self.list.shared = lead.strip("“")
        return stop

    def _measured(self, clause: Clause, figure: Figure, done: int) -> int:
        """农产品网络零售额增长30%: the indicator stands before the figure."""
        open_at = self.folded.rfind("(", done, figure.scope[0])
        if open_at >= 0 and ")" not in self.folded[open_at : figure.scope[0]]:
            done = open_at + 1
        before = self._words(self.folded, done, figure.scope[0])
        if _FOR_THOSE.match(before) and _WHO_THEY_ARE.match(self.folded, figure.scope[1], clause.end + 1):
            return figure.scope[1]
        listed = None if self.holders else self._separately(clause, figure, done)
        if listed:
            return listed
        begin = self.each_at[0] if done == self.each_at[1] else done
        since = self.head[0] if begin == self.head[1] else begin
        since = self.holders.start if self.holders and begin == self.holders.end else since
        indicator = self.list.measured_name(self._words(self.text, done, figure.scope[0]), since, self._spoken_of)
        if self.folded[figure.scope[0]] == "前":
            indicator = before_rank(indicator)
        if self._was_another(figure):
            indicator = indicator.removesuffix("调整")
        indicator, reached = share_of_whole(indicator) if figure.kind == "share" else (indicator, None)
        yearly = "" if self.pays or self.rules else acting.does_yearly(self.folded[done : figure.scope[0]])
        if yearly and figure.kind in _COUNTABLE:
            indicator, reached = yearly, figure.op or ""
        gains = self.plans and figure.kind in _COUNTABLE and acting.gains(before)
        made = acting.made_in_place(self.folded, clause.start, figure.scope[0]) if self.plans else None
        if made and figure.kind in _COUNTABLE:
            indicator, reached = self.text[made : figure.scope[0]], figure.op or ""
        if not indicator or not (reached or yearly or gains or made or self._is_goal(before, figure, indicator)):
            return figure.scope[1]
        change = (
            "increase"
            if (gains and "增" in before) or figure.text.startswith("翻")
            else self._change(before, reaches=self.folded.startswith("达", figure.scope[0]))
        )
        start = begin if before.strip("、和及 ") or self.list.near(begin) else self.earlier[0]
        op = figure.op or level_before(before) or reached or None
        draft = self._add(figure, indicator, (start, figure.scope[1]), before, "target-measured", change, op)
        apart = self.each_at[0] < 0 and not VERB_AT_START.match(before) and not before.startswith("其中")
        if self.list.acts and apart and measured_indicator(indicator):
            draft.columns["each"] = None
        if GROWS_YEARLY.search(self.folded, done, figure.start):
            draft.columns["each"] = "每年"
        return figure.scope[1]

    def _separately(self, clause: Clause, figure: Figure, done: int) -> int | None:
        """货物贸易、对外投资和实际利用外资分别占比达30%、20%和10% → three targets. Gives the end of the list."""
        group = figures_in_list(self.reading, figure, self.figures)
        found = paired(self._words(self.text, done, figure.scope[0]), group)
        found = found or self._of_those_before(figure, done, group)
        if not found:
            unpaired = len(group) > 1 and "分别" in self.folded[done : figure.scope[0]]
            return group[-1].scope[1] if unpaired else None
        before = self.folded[done : figure.scope[0]]
        for one, name in found.members:
            op = shared_op(one, group)
            self._add(one, name, (done, found.end), before, "target-separately", change_of(before), op)
        for aside in self.figures.within(group[0].end, group[-1].start):
            if aside not in group:
                self._measured(clause, aside, self.folded.rfind("(", done, aside.start) + 1)
        return found.end

    def _of_those_before(self, figure: Figure, done: int, group: list[Figure]) -> Paired | None:
        """总人数达6亿人次,总收入突破1万亿元,年均分别增长12%和19%: the names of the clauses before."""
        words = self._words(self.text, done, figure.scope[0])
        names = [str(draft.columns["indicator"]) for draft in self.out[-len(group) :]]
        if "分别" not in words or len(group) < 2 or len(names) != len(group) or strip_lead(words.replace("分别", "")):
            return None
        return Paired(tuple(zip(group, names, strict=True)), group[-1].scope[1])

    def _is_goal(self, before: str, figure: Figure, indicator: str) -> bool:
        """Whether a figure behind its indicator is set out: by a verb, a level, a change, its list or its time."""
        if indicator.startswith("的"):
            return False
        if VERB_AT_END.search(before) or VERB_AT_START.match(before) or change_of(before) != "total":
            return True
        if before[:1] in ("、", "和", "及") and self.list.verb and self.list.near(figure.scope[0] - len(before)):
            return True
        if self.rules:
            return self._due(figure.start, figure.end) is not None
        if self.plans and _ACHIEVES.search(before):
            return True
        if (
            figure.text.startswith("翻")
            or figure.unit is None
            or self.folded[figure.scope[0]] == "前"
            or indicator.endswith("水平")
        ):
            return True  # a doubling, an index, a rank, a level to come back to
        if REACHES.match(self.folded, figure.scope[0], figure.start) or REACHES.search(before[-6:]):
            return True
        if self._was_another(figure):
            return True
        measured = measured_indicator(indicator)
        if measured and (figure.kind == "share" or SET_OUT.search(before) or figure.op in (">=", ">", "<=", "~")):
            return True
        if self.list.verb and self.list.near(figure.scope[0] - len(before)):
            return True
        if self.plans and figure.kind in _COUNTABLE and (acting.begins_with_verb(before) or acts_on(indicator)):
            return True
        governed = self._due(figure.start, figure.end) is not None
        return governed and not self.pays and (measured or figure.kind in _COUNTABLE)
