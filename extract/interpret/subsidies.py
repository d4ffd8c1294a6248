"""Subsidies: money, or relief in money's place, promised to somebody for something."""

from __future__ import annotations

import re

from extract.annotate.reading import Reading
from extract.interpret import ceilings
from extract.interpret.addressed import GIVES, actor_told, asked, given_to, labelled, object_told
from extract.interpret.carried import headed
from extract.interpret.conditions import exclusion
from extract.interpret.drafts import Draft, Drafts
from extract.interpret.grammar import Ranges, after_last, figure_lists
from extract.interpret.grant_rows import GrantRows
from extract.interpret.grants import Before, Grant, find_grants, gives, is_next_part
from extract.interpret.implied import implied
from extract.interpret.instalments import instalments_in
from extract.interpret.led_in import (
    BY_PIECE,
    LEAD_IN,
    LedIn,
    heads_standards,
    paid_in_parts,
    says_how_much,
    without_lead_ins,
)
from extract.interpret.paid_years import years_of_all
from extract.interpret.paragraph import Paragraph, speaks_of_money
from extract.interpret.progress import tells_progress
from extract.interpret.relief import find_relief, lets_off
from extract.interpret.roles import STANDARD
from extract.interpret.subsidy_rows import level_of, share_instrument
from extract.interpret.subsidy_tables import find_in_tables, subsidy_tables
from extract.interpret.tiers import merge_tiers
from extract.interpret.unspecified import find_unspecified, is_promised, promises

_LABEL = re.compile(
    r"\s*(?:第[一二三四五六七八九十百]+条[ 　]*(?:\((?![^()]*负责)[^()\d]{2,12}\)[ 　]*)?|"
    r"\d{1,2}[.、](?!\d(?!\d{3}年))|\((?:[一二三四五六七八九十]+|\d{1,2})\)|[一二三四五六七八九十]+、)?"
)
"""第六条 【专利资助】 · 1. · （一） · (1) · 一、 at the head of a sentence."""
_RANK = re.compile(r"（第[一二三四五六七八九十]名）$")
"""旅行社|（第五名）|: the next promise is not the last one's."""
_LEAD_GAP, _LIST_GAP = 4, 40
"""Characters between a promise and its sums: 。其中 · 。具体标准为：\n1.."""

_LONGEST_NAME = 10
"""Characters of a sentence that only names what the sums behind it are for: （1）蜜桔。"""


class _Reader(GrantRows):
    """Reads a notice sentence by sentence and collects the drafts."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self.item: int | None = None
        self.list = LedIn()
        self.named: dict[int | None, Paragraph] = {}
        self.heading_names: dict[int, str | None] = {}
        self.standards: dict[tuple[int | None, bool], bool] = {}
        self.first_said: dict[int, tuple[int, int]] = {}

    @property
    def heading(self) -> str:
        """The heading of the item."""
        return self.reading.outline.sections[self.item].heading if self.item is not None else ""

    def read(self) -> Drafts:
        first, last = self.reading.outline.body
        tables = Ranges([(table.start, table.end) for table, _ in subsidy_tables(self.reading)])
        previous_end = -1
        for start, end in self.reading.sentences:
            if start < first or end > last or start in tables or tells_progress(self.reading, start):
                continue
            begin = start
            label = _LABEL.match(self.folded, start, end)
            start = label.end() if label else start
            gap = self.folded[previous_end:start] if previous_end >= 0 else "\n"
            if "\n" in gap or "\t" in gap:
                before = self.paragraph
                self._new_paragraph(start)
                listed = self.list.holds(self.folded, begin) or self._under_standards(start)
                self.paragraph.in_list = self.paragraph.told = listed
                if self.paragraph.in_list:
                    self.paragraph.recipient = self.paragraph.recipient or before.recipient
                    self.paragraph.context = self.paragraph.context or before.context
            elif self.folded[previous_end - 1] == "。":
                self.paragraph.last = self.paragraph.sentence or self.paragraph.last
                self.paragraph.sentence = []
                self.paragraph.staged = None
            self._sentence(start, end)
            previous_end = end
        return self.out

    def _new_paragraph(self, start: int) -> None:
        """A paragraph of an item keeps what the item, or one it stands in, named; a heading of its own comes first."""
        before = self.item
        self.named[before] = self.paragraph
        self.item = self.reading.outline.section_at(start)
        self.paragraph = Paragraph(self.reading, self._named_above())
        if self.item != before:
            self.item_drafts = 0
            if named := headed(self.heading):
                self.paragraph.recipient = named

    def _under_standards(self, start: int) -> bool:
        """Whether the item, or one it stands in, is one of bare sums: 三、补贴标准, （一）A类人才，每人每月1500元."""
        stop = self.folded.find("\n", start)
        line = start, stop if stop >= 0 else len(self.folded)
        by_piece = bool(self.reading.figures.within(*line)) and BY_PIECE.search(self.folded, *line) is not None
        asked = self.item, by_piece
        if asked not in self.standards:
            about = self.reading.outline.sections_about(start) if self.item is not None else ()
            self.standards[asked] = any(heads_standards(section.heading, by_piece) for section in about)
        return self.standards[asked]

    def _named_above(self) -> Paragraph | None:
        """The last paragraph of the item, else of the nearest one about it, or what the heading of that names."""
        index = self.item
        while index is not None:
            if index in self.named:
                return self.named[index]
            if index not in self.heading_names:
                self.heading_names[index] = headed(self.reading.outline.sections[index].heading)
            if named := self.heading_names[index]:
                return self._naming(named)
            index = self.reading.outline.sections[index].parent
        return None

    def _naming(self, name: str) -> Paragraph:
        """A paragraph that says no more than a name."""
        paragraph = Paragraph(self.reading)
        paragraph.recipient = name
        return paragraph

    def _sentence(self, start: int, end: int) -> None:
        self._hear_item(start, end)
        if not speaks_of_money(self.reading, start, end):
            self._pass_over(start, end)
            return
        paragraph = self.paragraph
        listed = bool(paragraph.drafts) and is_next_part(self.folded, start)
        said = Before(paragraph.told, bool(paragraph.drafts), listed, in_list=paragraph.told and paragraph.in_list)
        grants = find_grants(self.reading, start, end, said)
        self._open(start, end, grants)
        before = len(paragraph.drafts)
        self._grants(start, end, grants, listed)
        self._others(start, end, grants)
        self._close(start, end, grants, before, listed)
        self._look_ahead(start, end, grants, said.told)

    def _open(self, start: int, end: int, grants: list[Grant]) -> None:
        """What the words before the first promise tell: a lead-in, whom all is for."""
        lead_in = LEAD_IN.search(self.folded, start, end)
        if lead_in and (not grants or grants[0].verb > lead_in.end()):
            begin = after_last(self.folded, "\n。", max(start, lead_in.start() - 120), lead_in.start())
            self.paragraph.context = self.folded[begin : lead_in.end()]
        told = grants and self.paragraph.told
        if told and says_how_much(self.folded, start, end, grants[0].start, self._promised_last()):
            self._drop_lead_in(start)
        self._remember(start, grants[0].start if grants else end)

    def _grants(self, start: int, end: int, grants: list[Grant], listed: bool) -> None:
        """The promises with a figure."""
        self.graded = sum(bool(level_of(self.folded, grant)) for grant in grants) > 1
        if named := labelled(self.reading, start, end):
            self.paragraph.recipient = named
        known = self.paragraph.recipient if grants else None
        for grant in grants:
            if ceilings.is_funds_total(self.reading, grant) or self._took_as_stage(grant):
                continue
            if not self._limits(grant) and (self.paragraph.told or listed or gives(self.folded, start, end)):
                self._grant(grant)
                if paid_in_parts(self.folded, grant.start, grant.end):
                    self.paragraph.staged = self.out.rows[-1]
                who = self.out.rows[-1].columns["beneficiary"]
                if who and not who.endswith("奖"):
                    self.paragraph.recipient = _RANK.sub("", who) or None
        if grants and (self.paragraph.recipient or "").endswith("的"):  # 采用自主算力的: not the next one’s
            self.paragraph.recipient = known

    def _others(self, start: int, end: int, grants: list[Grant]) -> None:
        """The promises without a figure, and relief."""
        drafts: list[Draft] = []
        if promises(self.folded, start, end):
            drafts += find_unspecified(self.reading, start, end, grants, self.paragraph.recipient)
        if not grants and lets_off(self.folded, start, end):
            drafts += find_relief(self.reading, start, end, self.paragraph.recipient)
        for draft in drafts:
            self._add(draft)

    def _close(self, start: int, end: int, grants: list[Grant], before: int, listed: bool) -> None:
        """What the sentence says of all its promises, those of the paragraph after the first `before`."""
        paragraph = self.paragraph
        if grants or paragraph.drafts[before:]:
            tail = self.folded[grants[-1].promised[-1].end : end] if grants else ""
            share_instrument(paragraph.drafts[before - (listed and bool(grants)) :], tail)
        if grants:
            self._share_ceilings(grants[-1], paragraph.drafts[before:])
            own = paragraph.drafts[before:]
            if len(own) > 1:
                ceilings.by_like_words(self.reading, own[0], own[1:])
            for draft in ceilings.by_case(self.reading, own) or ceilings.by_case(
                self.reading, [*paragraph.last[-1:], *own]
            ):
                self._drop(draft)
        if not grants and paragraph.drafts:
            paragraph.drafts[-1].figures += instalments_in(self.reading, start, end)
        self._lasts(start, end)
        if paragraph.drafts:
            self._exclude(start, end, paragraph.drafts[before:] or paragraph.drafts)

    def _look_ahead(self, start: int, end: int, grants: list[Grant], told: bool) -> None:
        """What the sentence tells the next one: a promise whose sums are to come, a list, a recipient."""
        if grants:
            self.paragraph.told = told and self.folded[end - 1] == ";"
            self._remember(start, end)
            return
        colon = self.folded[end - 1] == ":"
        if colon and self.list.hear(self.folded, start, end, told):
            self.paragraph.context = self.folded[max(start, end - 120) : end]
        goes_on = told and self.folded[end - 1] == ";"
        self.paragraph.told = goes_on or is_promised(self.folded, start, end)
        named = given_to(self.reading, start, end) if self.paragraph.told or colon else None
        if named and not (self.paragraph.recipient or "").endswith(named):  # 知识产权权利人 said in short: 权利人
            self.paragraph.recipient = named

    def _pass_over(self, start: int, end: int) -> None:
        """A sentence that promises nothing and speaks of nobody still ends what a promise before it opened."""
        names = self.paragraph.in_list and end - start <= _LONGEST_NAME  # (1)蜜桔。脱贫户6元/株
        self.paragraph.told = self.paragraph.told and (self.folded[end - 1] == ";" or names)
        if "对象" in self.heading or "人群" in self.heading:
            self._remember(start, end)

    def _promised_last(self) -> str:
        lead = self.out.rows[-1] if self.out.rows else None
        return self.folded[lead.start : lead.end] if lead and lead.columns["kind"] == "unspecified" else ""

    def _drop_lead_in(self, start: int) -> None:
        """A promise without a figure is no row where the next sentence says the sums: 给予安家补贴。博士20万元."""
        lead = self.out.rows[-1] if self.out.rows else None
        gap = _LIST_GAP if self.paragraph.in_list else _LEAD_GAP
        if lead and lead.columns["kind"] == "unspecified" and start - lead.end < gap:
            self.paragraph.context, self.paragraph.leads = self.folded[lead.start : lead.end], True
            self.paragraph.recipient = self.paragraph.recipient or lead.columns["beneficiary"]
            self._drop(lead)

    def _took_as_stage(self, grant: Grant) -> bool:
        """Gives the figures of a stage to the promise that is paid by stages; False where there is none."""
        if self.paragraph.staged is None:
            return False
        self.paragraph.staged.figures += [*grant.promised, *grant.conditions]
        return True

    def _share_ceilings(self, grant: Grant, drafts: list[Draft]) -> None:
        """What closes a list of promises limits each: one ceiling for all, or as many as there are promises."""
        several = ceilings.several(figure_lists(self.folded, grant.caps, labelled=True))
        if several and len(several) <= len(drafts):
            ceilings.share_out(self.reading, several, drafts[-len(several) :])
        elif several and drafts and len(drafts[-1].parts.get("subsidy_tiers", ())) == len(several):
            ceilings.share_among_tiers(self.reading, several, drafts[-1])
        else:
            ceilings.share(self.reading, grant, self.paragraph.sentence, drafts)

    def _remember(self, start: int, end: int) -> None:
        self.paragraph.hear(start, end)
        who, by_heading = object_told(self.reading, start, end, self.heading)
        if who and self.item is not None:
            about = self.reading.outline.sections[self.item].parent if by_heading else self.item
            self.named[about] = self._naming(who)
        if who:
            self.paragraph.recipient = who

    def _hear_item(self, start: int, end: int) -> None:
        """Hear in the first words of an item whom its 补助标准：… pays, under 申报条件 whom the items beside it do."""
        item = self.item
        if item is None or (start < self.reading.outline.sections[item].body and "，" not in self.heading):
            return
        first = self.first_said.setdefault(item, (start, end))
        if first == (start, end) and (who := asked(self.reading, start, end, self.heading)):
            self.named[self.reading.outline.sections[item].parent] = self._naming(who)
        elif first[0] < start and STANDARD.match(self.folded, start, end):
            self.paragraph.recipient = actor_told(self.reading, *first) or self.paragraph.recipient

    def _exclude(self, start: int, end: int, drafts: list[Draft]) -> None:
        """Keeps 不重复享受 and the like as a condition in words of the promises it is said of."""
        said = exclusion(self.reading, start, end)
        for draft in drafts:
            draft.parts.setdefault("subsidy_conditions", []).extend([dict(said)] if said else [])

    def _lasts(self, start: int, end: int) -> None:
        """Gives the years that a clause of its own tells to the promises before it that have none."""
        years = years_of_all(self.folded[start:end])
        for draft in self.paragraph.sentence or self.paragraph.last if years else ():
            draft.columns["duration_years"] = draft.columns["duration_years"] or years

    def _limits(self, grant: Grant) -> bool:
        """Whether the grant only limits what was promised before; then the ceiling is put on that."""
        paragraph = self.paragraph
        if ceilings.limits_shares(self.reading, grant) and paragraph.drafts:
            paragraph.drafts[-1].figures += grant.rates
            return True
        clause = ceilings.limit_clause(self.reading, grant)
        if clause is None:
            return False
        near = [d for d in paragraph.sentence or paragraph.last if d.columns["kind"] != "unspecified"]
        wider = ceilings.is_wider(self.reading, clause)
        if ceilings.is_over_item(self.reading, clause) and self.item_drafts:
            near = [d for d in self.out.rows[-self.item_drafts :] if d.columns["kind"] != "unspecified"]
            open_ones, wider = ceilings.without_ceiling(near), True
        elif ceilings.is_over_several(self.reading, clause):
            open_ones = ceilings.without_ceiling(paragraph.drafts)
        elif paragraph.sentence and self.folded[grant.start - 1] == ";" and not wider:
            open_ones = ceilings.open_share(self.reading, paragraph.sentence, clause)
            if not open_ones:
                return False
        else:
            open_ones = ceilings.without_ceiling(near)
        over_all = not self.item_drafts and not paragraph.told and ceilings.is_over_all(self.reading, clause)
        over_all = over_all and not GIVES.search(self.folded, grant.start, clause.start)
        if over_all:
            near = [draft for draft in self._of_article() if draft.columns["kind"] != "unspecified"]
            open_ones = ceilings.without_ceiling(near)
        open_ones, near = (ceilings.not_above(drafts, grant.amounts[0]) for drafts in (open_ones, near))
        if open_ones:
            ceilings.put_under(self.reading, open_ones, grant.amounts[0], grant)
        elif near and (wider or over_all):
            ceilings.add_ceiling(self.reading, near, grant.amounts[0])
        return bool(open_ones) or bool(near and (wider or over_all))

    def _of_article(self) -> list[Draft]:
        """The promises of the article that the item, a ceiling of its own, stands in; all, where that has none."""
        sections = self.reading.outline.sections
        parent = sections[self.item].parent if self.item is not None else None
        begin = sections[parent].start if parent is not None else 0
        return [draft for draft in self.out.rows if draft.start >= begin] or self.out.rows


def find_subsidies(reading: Reading) -> Drafts:
    """Every promise of money or relief in the notice, one draft an amount or rate that a beneficiary can get."""
    found = _Reader(reading).read()
    rows = without_lead_ins(reading, merge_tiers(reading, found.rows))
    for n, draft in enumerate(rows):
        if draft.columns["beneficiary"] is None:
            who = implied(reading, draft, rows[n - 1] if n else None)
            draft.how, draft.columns["beneficiary"] = "grant-in-part", who
    found.rows = sorted([*rows, *find_in_tables(reading)], key=lambda draft: draft.start)
    return found
