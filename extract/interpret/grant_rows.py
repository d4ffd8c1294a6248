"""What is written down of a promise that is found: its rows, and what of the paragraph goes into them."""

from __future__ import annotations

from dataclasses import replace

from extract.annotate.reading import Reading
from extract.annotate.values import Figure
from extract.doubts import Doubt
from extract.interpret import ceilings
from extract.interpret.beneficiaries import beneficiary_of, indirect_object
from extract.interpret.conditions import UNNAMED, Condition, conditions_of, steps_of
from extract.interpret.drafts import Draft, Drafts
from extract.interpret.grammar import figure_lists
from extract.interpret.grants import Grant
from extract.interpret.paid_years import is_next_in_turn
from extract.interpret.pairing import Paired, bracketed, own_conditions, pair
from extract.interpret.paragraph import Paragraph
from extract.interpret.roles import RAISED
from extract.interpret.subsidy_rows import Promise, as_grade, draft_of, level_of
from extract.interpret.themes import theme_of
from extract.interpret.tiers import tiers_above, tiers_of


class GrantRows:
    """Collects the drafts of a notice, and those of the paragraph and item that are being read."""

    def __init__(self, reading: Reading) -> None:
        self.reading, self.folded, self.text = reading, reading.folded, reading.wide
        self.out = Drafts()
        self.paragraph = Paragraph(reading)
        self.item_drafts = 0
        self.graded = False

    def _add(self, draft: Draft) -> None:
        if draft.columns["kind"] == "rate" and not draft.columns["base"] and self.paragraph.sentence:
            # 按投资额的2%给予补助;5亿元以上的,按3%
            draft.columns["base"] = self.paragraph.sentence[-1].columns["base"]
        self.out.rows.append(draft)
        self.paragraph.sentence.append(draft)
        self.paragraph.drafts.append(draft)
        self.item_drafts += 1

    def _drop(self, dropped: Draft) -> None:
        for drafts in (self.out.rows, self.paragraph.drafts, self.paragraph.sentence, self.paragraph.last):
            drafts[:] = [draft for draft in drafts if draft is not dropped]
        self.item_drafts -= 1

    def _grant(self, grant: Grant) -> None:
        recipient = beneficiary_of(self.reading, grant, self.paragraph.recipient)
        conditions = [self._named(condition) for condition in conditions_of(self.reading, grant)]
        steps = steps_of(self.reading, grant)
        if steps:
            held = {id(figure) for figure in steps.figures}
            rest = [c for c in conditions if id(c.figure) not in held]
            self._row(Promise(
                grant, grant.promised, recipient, rest, "grant-tiers", kind="tiered",
                tiers=tiers_of(steps, grant.promised), thresholds=list(steps.figures),
            ))  # fmt: skip
            return
        above = tiers_above(self.reading, grant, self.paragraph.drafts[-1] if self.paragraph.drafts else None)
        if above:
            self._row(Promise(grant, grant.promised, recipient, conditions, "grant-tiers", kind="tiered", tiers=above))
        if above or self._by_ceilings(grant, recipient, conditions):
            return
        for figures in (grant.rates, grant.amounts):
            for group in figure_lists(self.folded, figures, labelled=True):
                self._group(grant, group, recipient, conditions)

    def _by_ceilings(self, grant: Grant, recipient: str | None, conditions: list[Condition]) -> bool:
        """A share whose ceilings go with recipients: 国家级、省级赛事按40%补助，分别不超过300万元、150万元."""
        several = ceilings.several(figure_lists(self.folded, grant.caps, labelled=True))
        if len(grant.rates) != 1 or grant.amounts or not several:
            return False
        paired = pair(self.reading, grant, several, recipient)
        if paired is None or paired.what != "recipient" or len(paired.names) != len(several):
            self.out.doubts.append(self._count_doubt(grant, several))
            paired = None
        for name in paired.names if paired else [recipient] * len(several):
            self._row(Promise(grant, grant.rates, name, conditions, "grant-list"))
        return True

    def _named(self, condition: Condition) -> Condition:
        """A condition that leaves out what it is about (投资额在1亿元以上的…;5亿元以上的) has that of the last one."""
        if condition.variable != UNNAMED or not self.paragraph.sentence:
            return condition
        said = self.paragraph.sentence[-1].parts.get("subsidy_conditions", [])
        names = [c["variable"] for c in said if c["variable"] and c["unit"] == condition.unit]
        return replace(condition, variable=names[-1]) if names else condition

    def _group(self, grant: Grant, group: list[Figure], recipient: str | None, conditions: list[Condition]) -> None:
        """One row a figure of a list, each with the recipient that goes with it."""
        paired = pair(self.reading, grant, group, recipient) or self._in_turn(grant, group)
        if paired is None and len(group) > 1 and group[0].kind != "share":
            self.out.doubts.append(self._count_doubt(grant, group))
        if len(group) == 1 and paired:
            group = group * len(paired.names)
        for i, figure in enumerate(group):
            own = own_conditions(self.reading, grant, conditions, len(group), i) if paired else conditions
            how = "grant-list" if paired else "grant"
            who = self._who(grant, figure, recipient, paired, i)
            self._row(Promise(grant, [figure], who, own, how, group=group, nth=i, general=recipient))
            columns = self.out.rows[-1].columns
            if paired and paired.what == "occasion":
                columns |= {"activity": paired.names[i], "theme": theme_of(paired.names[i], recipient)}
            elif paired and paired.what == "counted":
                columns["per"] = paired.names[i]

    def _in_turn(self, grant: Grant, group: list[Figure]) -> Paired | None:
        """Those of the list before, where as many sums are given anew: A和B分别给予1万元、5千元，再分别给予…."""
        before = self.paragraph.drafts[-len(group) :]
        if len(group) < 2 or len(before) < len(group) or "分别" not in self.folded[grant.start : group[0].start]:
            return None
        names = [draft.columns["beneficiary"] for draft in before if draft.how == "grant-list"]
        return Paired(names, "recipient") if len(set(names)) == len(group) and all(names) else None

    def _who(self, grant: Grant, figure: Figure, recipient: str | None, paired: Paired | None, nth: int) -> str | None:
        """Whom the nth figure of a list is for."""
        if paired and paired.what == "recipient":
            return paired.names[nth]
        if paired and paired.what == "counted":
            return indirect_object(self.reading, grant) or recipient
        single = bracketed(self.reading, figure) if not paired and len(grant.promised) > 1 else None
        if single and figure.kind != "share":
            return f"{recipient}（{single}）" if recipient else single
        return single or recipient

    def _count_doubt(self, grant: Grant, group: list[Figure]) -> Doubt:
        words = self.text[grant.start : grant.end].strip("，, ")
        return Doubt("list-count", "warning", f"列出{len(group)}个金额，但对象的个数与之不符，请核对：{words}")

    def _row(self, promise: Promise) -> None:
        promise.context = self.paragraph.context
        promise.leads = self.paragraph.in_list or self.paragraph.leads
        draft = draft_of(self.reading, promise)
        if self.graded:
            as_grade(draft, level_of(self.folded, promise.grant))
        own = draft.parts.get("subsidy_conditions")
        if self.paragraph.sentence and not own and is_next_in_turn(self.folded, promise.grant.start):
            said = self.paragraph.sentence[-1].parts.get("subsidy_conditions", [])
            draft.parts["subsidy_conditions"] = [dict(condition) for condition in said if condition["op"]]
        raised = RAISED.search(self.folded, promise.grant.start, promise.figures[0].start)
        if raised and self.paragraph.sentence:
            ceilings.keep_terms(self.paragraph.sentence[-1], draft)
        self._add(draft)
