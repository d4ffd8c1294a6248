"""Subsidies: money, or relief in money's place, promised to somebody for something."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from extract.annotate.reading import Reading
from extract.annotate.values import Figure
from extract.doubts import Doubt
from extract.interpret import terms
from extract.interpret.beneficiaries import beneficiary_of, indirect_object, noun_phrase, subject_phrase, tidy
from extract.interpret.conditions import Condition, conditions_of, steps_of
from extract.interpret.drafts import Draft, Drafts
from extract.interpret.grammar import figure_lists, spread
from extract.interpret.grants import Grant, find_grants, limits_before
from extract.interpret.themes import theme_of
from extract.interpret.tiers import merge_tiers
from extract.interpret.unspecified import PROMISED, find_unspecified

_LEVEL = re.compile(r"^(?:国家|省|市|区|县|部|镇|村)(?:级)?$")
_LABEL_AFTER = re.compile(r"^\(([^()\d]{1,8})\)")
_LABEL_BEFORE = re.compile(r"(?:、|和|及|每名|每个|每家|每人|单位|给予|奖励|补助|补贴|,)(?P<label>[^\d,;。、()每给]{1,10}?)(?:的|为|奖励|补助|补贴|给予|最高|不超过|分别|可)*$")
_FULL = re.compile(r"全额(?:的)?(?:给予)?(?:补助|补贴|资助|奖励|减免|报销|返还|承担|贴息)")
_SEPARATELY = re.compile(r"分别|各(?:给予|奖励|补助|补贴)")
_GRADE = re.compile(r"[奖等级档类]$")
"""特等奖150万元、一等奖50万元: a grade, not whom it is for."""
_EACH_KIND = re.compile(r"每(?:名|人|个|家|项|件)[^,;。\d]{1,10}$")
"""按照每名高级工1000元、技师2000元…给予企业: the labels are what is counted."""
_HEADING_NAMES = re.compile(r"(?:支持|鼓励|帮扶|引导|培育|扶持|奖励|资助|激励|助力)(?P<p>[^,，。；;]{2,30})")
_LABEL = re.compile(r"\s*(?:第[一二三四五六七八九十百]+条[ 　]*|\d{1,2}[.、](?!\d(?!\d{3}年))|\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+、)?")
"""第六条 · 1. · （一） · 一、 at the head of a sentence."""
_NO_WORDS = re.compile(
    r"\s*(?:\([^()]*负责[^()]*\)|\(责任单位[^()]*\)|\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十]+、|\d+[.、]|第[一二三四五六七八九十百]+条)?[、,\s]*"
)
_LEAD_IN = re.compile(r"[^\n。]{0,120}(?:以下|如下|下列|下述)[^\n。:]{0,20}:")


def _label(folded: str, grant: Grant, figure: Figure, first: Figure) -> str | None:
    """The name written beside one amount of a list: 省级100万元, 100万元（省级）, 高级工1000元."""
    after = _LABEL_AFTER.match(folded[figure.scope[1] : figure.scope[1] + 12])
    if after:
        return after[1]
    begin = max(grant.start, figure.scope[0] - 16)
    before = _LABEL_BEFORE.search(folded[begin : figure.scope[0]])
    if not before:
        return None
    label = before["label"]
    if figure is first and not _LEVEL.match(label):
        label = re.sub(r"^.*(?:建设单位|单位|企业|主体|每名|每人)", "", label)
    return label if len(label) >= 2 and not re.search(r"一次性|基础|分别|给予", label) else None


def _named(folded: str, grant: Grant, group: list[Figure]) -> list[str] | None:
    labels = [_label(folded, grant, figure, group[0]) for figure in group]
    return [label for label in labels if label] if all(labels) and len(set(labels)) == len(labels) else None


def _occasions(reading: Reading, grant: Grant, count: int) -> list[str] | None:
    """The `count` clauses that say what it is paid for: 新开设旗舰店，参加展会，纳入统计的分别给予…."""
    phrase = (subject_phrase(reading, grant) or "").removesuffix("分别").strip("的")
    clauses = [part for part in re.split(r"[，,]", phrase) if part]
    return clauses if len(clauses) == count else None


def _members(reading: Reading, grant: Grant, count: int) -> list[str] | None:
    """The `count` recipients that the promise lists, or None."""
    phrase = subject_phrase(reading, grant)
    lead = reading.text[grant.start : max(grant.verb, grant.start)]
    if phrase and re.match(r"符合|上述|以上|通过", phrase) and len(phrase) < 12:
        phrase = reading.text[reading.sentence_at(grant.start)[0] : grant.start].strip("，, ")
    for words in (phrase, *(re.split(r"[，,]", lead) if lead else ())):
        if not words:
            continue
        whole = re.sub(r"(?:省级|市级|区级|县级)?(?:财政)?分别$|^(?:对于?|凡)", "", words).strip("的，, ")
        noun = whole.rpartition("的")[2] if whole.endswith(tuple("县镇村点业牌心室地台体工坊区园店")) else whole
        for text in dict.fromkeys((whole, noun)):
            found = spread(text, count)
            if found:
                short = [_short(name) for name in found]
                return short if len(set(short)) == count else [tidy(name) for name in found]
    return None


def _short(name: str) -> str:
    name = tidy(name)
    head, _, last = name.rpartition("的")
    return last if head and len(last) > 3 else name


@dataclass(frozen=True, slots=True)
class _Paired:
    """What stands beside each amount of a list: recipients, occasions, or what is counted (高级工1000元)."""

    names: list[str]
    what: str


class _Paragraph:
    """What the sentences before say, inside one paragraph or item: recipient, terms, promises still open to a ceiling."""

    def __init__(self) -> None:
        self.recipient: str | None = None
        self.told = False
        self.context = ""
        self.last: list[Draft] = []
        self.sentence: list[Draft] = []


class Subsidies:
    """Reads a notice sentence by sentence and collects the drafts."""

    def __init__(self, reading: Reading) -> None:
        self.reading, self.folded, self.text = reading, reading.folded, reading.text
        self.out = Drafts()
        self.paragraph = _Paragraph()
        self.item: int | None = None

    def read(self) -> Drafts:
        """All subsidies of the notice, in order."""
        first, last = self.reading.outline.body
        previous_end = -1
        for start, end in self.reading.sentences:
            if start < first or end > last:
                continue
            start += _LABEL.match(self.folded[start:end]).end()  # type: ignore[union-attr]
            gap = self.folded[previous_end:start] if previous_end >= 0 else "\n"
            if "\n" in gap or "\t" in gap:
                self._new_paragraph(start)
            elif self.folded[previous_end - 1] == "。":
                self.paragraph.last = self.paragraph.sentence or self.paragraph.last
                self.paragraph.sentence = []
            self._sentence(start, end)
            previous_end = end
        return self.out

    def _new_paragraph(self, start: int) -> None:
        """A paragraph inside the same item keeps what the item named; a new item starts from its heading."""
        keep, before = self.paragraph, self.item
        self.item = self.reading.outline.section_at(start)
        self.paragraph = _Paragraph()
        if self.item is not None and self._inside(before):
            self.paragraph.recipient, self.paragraph.context = keep.recipient, keep.context
        heading = self.reading.outline.sections[self.item].heading if self.item is not None else ""
        named = _HEADING_NAMES.search(heading)
        if named and self.item != before:
            self.paragraph.recipient = noun_phrase(named["p"]) or self.paragraph.recipient

    def _inside(self, before: int | None) -> bool:
        """Whether the item is the one before or stands inside it."""
        index = self.item
        while index is not None and before is not None:
            if index == before:
                return True
            index = self.reading.outline.sections[index].parent
        return False

    def _sentence(self, start: int, end: int) -> None:
        grants = find_grants(self.reading, start, end, self.paragraph.told)
        lead_in = _LEAD_IN.search(self.folded, start, end)
        if lead_in and (not grants or grants[0].verb > lead_in.end()):
            self.paragraph.context = lead_in[0]
        self._remember(start, grants[0].start if grants else end)
        for grant in grants:
            if limits_before(self.reading, grant) and self._limit_before(grant):
                continue
            self._grant(grant)
            self.paragraph.recipient = self.out.rows[-1].columns["beneficiary"] or self.paragraph.recipient
        for draft in find_unspecified(self.reading, start, end, grants, self.paragraph.recipient):
            self._add(draft)
        goes_on = self.paragraph.told and self.folded[end - 1] == ";"
        self.paragraph.told = goes_on or not grants and bool(PROMISED.search(self.folded, start, end))
        self._remember(start, end)

    def _limit_before(self, grant: Grant) -> bool:
        open_ones = [d for d in (self.paragraph.sentence or self.paragraph.last) if d.columns.get("cap_yuan") is None]
        open_ones = [d for d in open_ones if d.columns["kind"] != "unspecified"]
        if not open_ones or self.paragraph.sentence and self.folded[grant.start - 1] == ";":
            return False
        cap = grant.amounts[0]
        for draft in open_ones:
            draft.columns["cap_yuan"] = cap.value
            draft.columns["cap_per"] = terms.cap_per_of(self.reading, cap)
            if draft.columns["duration_years"] is None:
                draft.columns["duration_years"] = self._years(grant, 0)
            draft.parts.setdefault("caps", []).append(self._ceiling(cap))
        open_ones[0].figures.append(cap)
        return True

    def _on_a_part(self, cap: Figure) -> bool:
        """其中担保费最高5万元 limits a part only."""
        begin = max(self.folded.rfind(mark, 0, cap.start) + 1 for mark in ",;。(\n")
        return self.folded.startswith("其中", begin)

    def _ceiling(self, cap: Figure) -> dict[str, Any]:
        """A ceiling as the formula takes it; `at` tells whether two promises stand under the same one."""
        return {"yuan": cap.high or cap.value, "per": terms.cap_per_of(self.reading, cap), "at": cap.start}

    def _remember(self, start: int, end: int) -> None:
        for match in re.finditer(r"(?:^|[,;:])(?:积极|大力|着力|进一步)?(?:支持|鼓励|引导|对于?|培育|扶持)(?P<p>[^,;。]{2,60})", self.folded[start:end]):
            phrase = self.text[start + match.start("p") : start + match.end("p")]
            self.paragraph.recipient = noun_phrase(phrase) or (phrase if len(phrase) <= 20 else self.paragraph.recipient)

    def _add(self, draft: Draft) -> None:
        self.out.rows.append(draft)
        self.paragraph.sentence.append(draft)

    def _grant(self, grant: Grant) -> None:
        recipient = beneficiary_of(self.reading, grant, self.paragraph.recipient)
        conditions = conditions_of(self.reading, grant)
        steps = steps_of(self.reading, grant)
        if steps:
            held = {id(figure) for figure in steps.figures}
            rest = [c for c in conditions if id(c.figure) not in held]
            tiers = [
                {"variable": steps.variable, "threshold": step.value, "op": steps.op, "amount_yuan": amount.value, "rate": None}
                for step, amount in zip(steps.figures, grant.amounts, strict=True)
            ]
            self._row(grant, grant.amounts, recipient, rest, "grant-tiers", kind="tiered", tiers=tiers, also=list(steps.figures))
            return
        for figures in (grant.rates, grant.amounts):
            for group in figure_lists(self.folded, figures, labelled=True):
                self._group(grant, group, recipient, conditions)

    def _group(self, grant: Grant, group: list[Figure], recipient: str | None, conditions: list[Condition]) -> None:
        """One row a figure of a list, each with the recipient that goes with it."""
        paired = self._pair(grant, group, recipient)
        if paired is None and len(group) > 1 and group[0].kind != "share":
            self.out.doubts.append(self._count_doubt(grant, group))
        if len(group) == 1 and paired:
            group = group * len(paired.names)
        for i, figure in enumerate(group):
            own = [c for c in conditions if not paired or len(conditions) != len(group) or c is conditions[i]]
            name, how = (paired.names[i], "grant-list") if paired else (None, "grant")
            who = name if paired and paired.what == "recipient" else recipient
            if not paired and len(grant.rates) > 1:
                who = self._bracketed(figure) or recipient
            if paired and paired.what == "counted":
                who = indirect_object(self.reading, grant) or recipient
            self._row(grant, [figure], who, own, how, whole=group, nth=i, general=recipient)
            columns = self.out.rows[-1].columns
            if paired and paired.what == "occasion":
                columns |= {"activity": name, "theme": theme_of(name, recipient)}
            elif paired and paired.what == "counted":
                columns["per"] = name

    def _pair(self, grant: Grant, group: list[Figure], recipient: str | None) -> _Paired | None:
        """What goes with each amount of the list (分别), or None where nothing of that number is listed."""
        count = len(group)
        if count == 1:
            if group[0].kind != "money" or not _SEPARATELY.search(self.folded, grant.start, group[0].start):
                return None
            names = _members(self.reading, grant, 2) or _members(self.reading, grant, 3)
            to = indirect_object(self.reading, grant)
            if to and self.folded[group[0].scope[0] - 1] == "各":
                names = spread(to, 2) or spread(to, 3)
            return _Paired(names, "recipient") if names else None
        labels = _named(self.folded, grant, group)
        if group[0].kind == "share" and not (labels and all(_LEVEL.match(label) for label in labels)):
            return None
        if labels and all(_LEVEL.match(label) for label in labels):
            return _Paired(_members(self.reading, grant, count) or [f"{label}{recipient or ''}" for label in labels], "recipient")
        if labels and not any("年" in label for label in labels):
            labels = [f"{recipient}（{label}）" if recipient and _GRADE.search(label) else label for label in labels]
            counted = _EACH_KIND.search(self.folded, grant.start, group[0].scope[0])
            return _Paired(labels, "counted" if counted else "recipient")
        occasions = _occasions(self.reading, grant, count)
        if occasions:
            return _Paired(occasions, "occasion")
        names = _members(self.reading, grant, count)
        return _Paired(names, "recipient") if names else None

    def _bracketed(self, figure: Figure) -> str | None:
        """Whom a bracket singles out: (其中人工智能小微企业可按…的50%申请补助) → 人工智能小微企业."""
        open_at = self.folded.rfind("(", 0, figure.start)
        if open_at < 0 or ")" in self.folded[open_at : figure.start]:
            return None
        match = re.match(r"\((?:其中)?(?:对)?(?P<n>[^()\d,]{2,20}?)(?:的)?(?:可|按|给予|为)", self.folded[open_at : figure.start])
        return self.text[open_at + match.start("n") : open_at + match.end("n")] if match else None

    def _count_doubt(self, grant: Grant, group: list[Figure]) -> Doubt:
        words = self.text[grant.start : grant.end]
        return Doubt("list-count", "warning", f"列出{len(group)}个金额，但对象的个数与之不符，请核对：{words}")

    def _row(
        self, grant: Grant, figures: list[Figure], recipient: str | None, conditions: list[Condition], how: str, *,
        kind: str | None = None, tiers: list[dict[str, Any]] | None = None, also: list[Figure] | None = None,
        whole: list[Figure] | None = None, nth: int = 0, general: str | None = None,
    ) -> None:  # fmt: skip
        figure = figures[0]
        reading = self.reading
        is_rate = figure.kind == "share"
        full = bool(_FULL.search(self.folded, grant.start, grant.end))
        caps = list(grant.caps)
        columns: dict[str, Any] = {
            "beneficiary": recipient, "activity": self._activity(grant),
            "kind": kind or ("full" if full else "rate" if is_rate else "fixed"),
            "amount_yuan": None, "amount_min_yuan": None, "rate": None, "rate_min": None, "base": None,
        }  # fmt: skip
        per = None
        if full and not is_rate:
            caps = figures + caps
        elif is_rate:
            columns |= self._rate(figure) | {"base": terms.base_of(reading, grant, figure)}
        elif not tiers:
            columns |= {"amount_yuan": figure.high or figure.value, "amount_min_yuan": figure.value if figure.high else None}
            per = terms.per_of(reading, grant, figure, general or recipient)
        cap = caps[0] if caps and not (full and not is_rate and grant.rates) else None
        columns |= {
            "per": per,
            "upper_bound": int(not full and not tiers and terms.is_ceiling(reading, grant, figure, whole or figures)),
            "cap_yuan": cap.high or cap.value if cap else None, "cap_per": terms.cap_per_of(reading, cap) if cap else None,
            "instrument": terms.instrument_of(reading, grant, whole or figures), "frequency": terms.frequency_of(reading, grant, per),
            "duration_years": self._years(grant, nth), "payer": terms.payer_of(reading, grant),
            "stacks": int(bool(grant.steps) or terms.stacks(reading, grant, self.paragraph.context)),
        }  # fmt: skip
        columns["theme"] = self._theme(grant, recipient)
        parts = {
            "subsidy_conditions": [
                {"variable": c.variable, "op": c.op, "value": c.value, "unit": c.unit, "text": self.text[c.start : c.end]}
                for c in conditions
            ],
            "subsidy_tiers": tiers or [],
            "caps": [self._ceiling(one) for one in caps if not self._on_a_part(one)] if cap else [],
        }
        used = [*figures, *grant.caps, *self._counted_ones(grant), *(also or []), *grant.durations, *grant.steps, *[c.figure for c in conditions]]
        start = self._quote_start(grant)
        draft = Draft(start, self._quote_end(grant), how, columns, used, parts)
        self._add(draft)

    def _counted_ones(self, grant: Grant) -> list[Figure]:
        """每引进1个团队: the figure only says what the amount is for each of."""
        return [f for f in grant.conditions if f.value == 1 and f.op is None and re.search(r"每[^,;。]{0,8}$", self.folded[grant.start : f.start])]

    @staticmethod
    def _rate(figure: Figure) -> dict[str, float | None]:
        scale = 1000 if figure.unit == "‰" else 100
        low = round(figure.value / scale, 6)
        return {"rate": round(figure.high / scale, 6) if figure.high else low, "rate_min": low if figure.high else None}

    @staticmethod
    def _years(grant: Grant, nth: int) -> float | None:
        if not grant.durations:
            return None
        several = len(grant.rates) > 1 and len(grant.durations) >= len(grant.rates)
        lasting = [f for f in grant.durations if f.kind == "duration"]
        if not lasting:
            return None
        chosen = lasting[-len(grant.rates) :][nth] if several and len(lasting) >= len(grant.rates) else lasting[0]
        return terms.years(chosen)

    def _activity(self, grant: Grant) -> str | None:
        phrase = subject_phrase(self.reading, grant) or self.text[grant.start : max(grant.verb, grant.start)]
        phrase = re.sub(r"^（[^（）]*）", "", phrase).strip(" ，,、的")
        return phrase[:80] or None

    def _theme(self, grant: Grant, recipient: str | None) -> str:
        index = self.reading.outline.section_at(grant.start)
        heading = self.reading.outline.sections[index].heading if index is not None else None
        return theme_of(recipient, self.text[grant.start : grant.end], heading)

    def _quote_start(self, grant: Grant) -> int:
        lead = _NO_WORDS.match(self.folded[grant.start : grant.end])
        return grant.start + (lead.end() if lead else 0)

    def _quote_end(self, grant: Grant) -> int:
        end = grant.end
        while end > grant.start and self.folded[end - 1] in "。;, \n":
            end -= 1
        return end


def find_subsidies(reading: Reading) -> Drafts:
    """Every promise of money or relief in the notice, one draft an amount or rate that a beneficiary can get."""
    found = Subsidies(reading).read()
    found.rows = _without_lead_ins(reading, merge_tiers(reading, found.rows))
    return found


def _without_lead_ins(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Without a promise that only leads in to the amounts under it (对总部型企业给予落户奖励。1.…奖励300万元)."""
    out = []
    for i, draft in enumerate(drafts):
        after = drafts[i + 1] if i + 1 < len(drafts) else None
        home = reading.outline.section_at(draft.start)
        leads = draft.columns["kind"] == "unspecified" and after is not None and after.columns["kind"] != "unspecified"
        if leads and after is not None and home is not None:
            inner = reading.outline.section_at(after.start)
            section = reading.outline.sections[home]
            if inner is not None and inner != home and section.start < after.start < section.end:
                continue
        out.append(draft)
    return out
