"""Targets: figures that the issuing side sets out to reach."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.annotate.reading import Reading
from extract.annotate.values import Figure
from extract.interpret.coverage import find_coverage
from extract.interpret.drafts import Draft
from extract.interpret.grammar import Clause, shared_prefix, split_at, spread
from extract.interpret.indicator_tables import find_in_tables
from extract.interpret.shares_of_places import Allotment, allotment_before
from extract.interpret.themes import theme_of
from extract.interpret.wording import (
    BACKGROUND,
    EACH,
    GRANT,
    NOT_COUNTED,
    NOT_HEADING,
    SET_OUT,
    VERB_AT_END,
    VERB_AT_START,
    change_of,
    comparator_of,
    measured_indicator,
    strip_lead,
)

_KINDS = frozenset(("count", "share", "money", "length", "area", "other"))
_NEXT_ITEM = re.compile(r"(?:及|和|以及)(?=[^,;。\d]{2,24}?等\d)|(?:、|和|及|以及|与)(?=(?:[^\d、,;。()]{0,8}?)(?:\d|[一二两三四五六七八九十百千]+[个家名项条座所]))|[,;。:\n\t]")
_PAST_YEAR = re.compile(r"(?<![较比网线以])(?:上一年度|上年度|近[一二三两\d]年)")
"""What was reached last year is a condition: 上一年度纳税总额不低于1000万元."""
_ASKS = re.compile(r"(?:条件|标准|情形|资格)(?:之一)?的?(?:,[^。:\n]{0,16})?:|(?:符合|具备|满足)(?:以下|下列|如下)[^。\n]{0,16}(?:条件|标准|情形)")
"""A section that leads in to conditions: 应同时符合以下条件：."""
_OWN_BRACKET = re.compile(r"\s*(?:第[一二三四五六七八九十百]+条[ 　]*|\d{1,2}[.、](?!\d(?!\d{3}年))|\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+、)?(?:\([^()]*\)(?=[\u4e00-\u9fff]))?")
"""The label of the item, or a bracket of units that ends the item before: （一）培育…, (市商务局负责)培育…."""
_GENERIC = re.compile(r"^(?:总额|总量|总数|总规模|规模|数量|建设|完成建设|覆盖率|比例|占比|人数|面积|数)?$")
"""An indicator that says nothing alone takes the words before it: …网络销售额新增15亿元(总额超过95亿元)."""
_DONE_TO = re.compile(r"实现|完成|达到|纳入|接入|通过|开展|实施")
_UNITS = re.compile(r"\([^()]*(?:牵头|负责|配合|责任|分工)[^()]*\)")
_AND_SUCH = re.compile(r"^(?:及|和|、|与)[^,;。\d]{2,30}等$")
_EXISTING = re.compile(r"(?:的|针对|现有|原有|前|第|占|每|上述|以上|这|该|其他)$")
_LEVEL_ONLY = re.compile(r"^(?:国家|省|市|县|区|乡|镇|村)(?:级)?(?:、(?:国家|省|市|县|区|乡|镇|村)(?:级)?)*$")
_LEVEL_HEAD = re.compile(r"^(?:国家|省|市|县|区|乡|镇|村)级?(?:、(?:市|县|区|乡|镇|村)级?)*")
_CLAIMED_BY_WORDS = re.compile(r"注册资本|注册资金|罚款|周岁|岁以下|学历|工作日|电话|邮编|不得超过|分值|得分|满分|扣\d|计\d+分")


@dataclass(slots=True)
class _List:
    """What a running list hands on to its next member."""

    indicator: str = ""
    each: str | None = None
    verb: bool = False
    floor: bool = False
    end: int = -1


def find_targets(reading: Reading, taken: set[int]) -> list[Draft]:
    """All targets of the notice, in order. `taken` are the ids of figures that other rows have used (conditions, sums)."""
    out: list[Draft] = []
    first, last = reading.outline.body
    tables = find_in_tables(reading, taken)
    seen = {id(figure) for draft in tables for figure in draft.figures} | taken
    running = _List()
    for start, end in reading.sentences:
        if start < first or end > last or not _sets_out(reading, start, end):
            continue
        start += _OWN_BRACKET.match(reading.folded[start:end]).end()  # type: ignore[union-attr]
        goes_on = reading.folded[start - 1] == ";" or reading.folded.startswith("其中", start)
        sentence = _Sentence(reading, start, end, seen, running if goes_on else _List())
        out += sentence.read()
        running = sentence.list
        out += find_coverage(reading, start, end)
    return sorted([*out, *tables], key=lambda draft: draft.start)


def _sets_out(reading: Reading, start: int, end: int) -> bool:
    """Whether the sentence can set something out: not background, not a definition, not under 申报条件."""
    if BACKGROUND.search(reading.folded, start, end):
        return False
    if _PAST_YEAR.search(reading.folded, start, end):
        return False
    index = reading.outline.section_at(start)
    while index is not None:
        section = reading.outline.sections[index]
        if NOT_HEADING.search(section.heading) or _ASKS.search(reading.folded, section.start, min(section.start + 90, section.end, start)):
            return False
        index = section.parent
    return True


class _Sentence:
    """Reads the figures of one sentence in order; a list hands verb, 各… and shared words on."""

    def __init__(self, reading: Reading, start: int, end: int, taken: set[int], running: _List) -> None:
        self.reading, self.folded, self.text = reading, reading.folded, reading.text
        self.start, self.end, self.taken = start, end, taken
        self.list = running
        self.pays = bool(GRANT.search(self.folded, start, end))
        self.out: list[Draft] = []

    def read(self) -> list[Draft]:
        for clause in split_at(self.folded, self.start, self.end, ",;"):
            figures = self.reading.within(self.reading.figures, clause.start, clause.end)
            each = EACH.match(self.folded[clause.start : clause.end])
            if each:
                self.list.each = self.text[clause.start + each.start("e") : clause.start + each.end("e")]
            done = clause.start
            for figure in figures:
                done = self._figure(clause, figure, done)
        return self.out

    def _figure(self, clause: Clause, figure: Figure, done: int) -> int:
        """Reads one figure; gives the offset up to which the clause is used."""
        if id(figure) in self.taken or figure.kind not in _KINDS or figure.start < done:
            return max(done, figure.scope[1])
        before = self.folded[done : figure.scope[0]]
        item_end = self._item_end(figure, clause)
        after = self.folded[figure.scope[1] : item_end]
        if self._is_none(before, after, figure):
            return figure.scope[1]
        allotment = allotment_before(self.reading, done, figure, self.list.indicator, self.start)
        if allotment:
            self._allot(allotment, figure)
            return figure.scope[1]
        return self._plain(clause, figure, done, before, after, item_end)

    def _item_end(self, figure: Figure, clause: Clause) -> int:
        begin = figure.scope[1]
        depth = 0
        for i in range(begin, clause.end):
            char = self.folded[i]
            if char == "(" and _UNITS.match(self.folded, i):
                return i
            if char in "(《“":
                depth += 1
            elif char in ")》”":
                if depth == 0 and char != "”":
                    return i
                depth = max(0, depth - 1)
            elif not depth and _NEXT_ITEM.match(self.folded, i):
                return i
        return clause.end

    def _is_none(self, before: str, after: str, figure: Figure) -> bool:
        """Whether the figure counts what exists, parts of the plan, or stands in a condition."""
        around = before[-12:] + after[:12]
        if _CLAIMED_BY_WORDS.search(around) or NOT_COUNTED.match(after.lstrip("的")):
            return True
        if (_EXISTING.search(before) or re.search(r"每[^,;。\d]{0,6}$", before) and not EACH.match(before)) and figure.kind != "share":
            return True
        pays = self.pays and not re.search(r",对(?!其|接)", self.folded[figure.end : self.end])
        if pays and not SET_OUT.search(self.folded, self.start, figure.start):
            return True
        if pays and (figure.ceiling or re.match(r"[^,;。]*(?:,(?:且|并|或)[^,;。]*)?的(?:,|[^,;。]{0,20}(?:,|给予|可))", after + self.folded[figure.scope[1] + len(after) : self.end][:40])):
            return True
        if re.match(r"的(?:企业|单位|机构|团队|项目|平台|个人)?(?:$|,|;|。)", after) or figure.op in ("<=", "<") and after.startswith("的"):
            return True
        reaches = not self.pays and re.match(r"突破|达到|超过", self.folded[figure.scope[0] : figure.start])
        return figure.kind == "money" and not reaches and not measured_indicator(before) and not re.match(r"[^,;。]*(?:企业|强镇|集群|园区|产业|品牌)", after)

    def _plain(self, clause: Clause, figure: Figure, done: int, before: str, after: str, item_end: int) -> int:
        counted = figure.kind in ("count", "length", "area", "other") and bool(re.search(r"[\u4e00-\u9fff“A-Za-z]", after))
        share_of = figure.kind == "share" and bool(after) and not re.match(r"[)\]”、]|的?$", after)
        near = self.list.verb and (self.list.end >= done - 3 or done == self.start)
        starts_list = near and (not before.strip("、和及以与 ") or bool(_AND_SUCH.match(before)))
        verb = bool(VERB_AT_END.search(before)) or starts_list
        if counted and (verb or self._active(before) or _DONE_TO.search(after)):
            return self._counted(clause, figure, done, before, item_end)
        if share_of:
            return self._share_of(figure, done, before, item_end)
        return self._measured(clause, figure, done, before)

    def _active(self, before: str) -> bool:
        return bool(re.search(r"(?:不少于|不低于|至少|力争|争取|确保)[^,;。]{0,8}$", before)) or bool(EACH.match(before.lstrip("、")))

    def _counted(self, clause: Clause, figure: Figure, done: int, before: str, item_end: int) -> int:
        """打造10个以上…主体: the indicator follows the figure."""
        indicator = self.text[figure.scope[1] : item_end].strip("的 ")
        own = indicator
        if self.list.indicator and self.list.end >= done - 3 and not _LEVEL_HEAD.match(own) and _LEVEL_HEAD.match(self.list.indicator):
            prefix = shared_prefix(self.list.indicator, own)
            indicator = prefix + own if prefix and len(prefix) < 14 else own
        words = self.folded[clause.start : figure.scope[0]]
        self.list.floor = self.list.floor and not words or "力争" in words or "至少" in words
        verb_start = self._verb_start(done, figure)
        self._add(figure, indicator, verb_start, item_end, before, "target-counted", change=change_of(before, counted=True))
        return item_end

    def _verb_start(self, done: int, figure: Figure) -> int:
        before = self.folded[done : figure.scope[0]]
        match = VERB_AT_END.search(before)
        return done + match.start() if match else figure.scope[0]

    def _share_of(self, figure: Figure, done: int, before: str, item_end: int) -> int:
        """行政村100%通快递, 50%以上的文化馆具备…能力: what is measured stands on both sides."""
        rest = self.text[figure.scope[1] : item_end].strip()
        lead = strip_lead(self.text[done : figure.scope[0]])
        if re.search(r"(?:按照?|以|依照|统一按照?)$", before):
            return figure.scope[1]
        if not lead and not rest.startswith("的"):
            return figure.scope[1]
        indicator = (lead + rest.removeprefix("的")).strip("、 ")
        self._add(figure, indicator, done, item_end, before, "target-share-of", change="total")
        return item_end

    def _measured(self, clause: Clause, figure: Figure, done: int, before: str) -> int:
        """农产品网络零售额增长30%: the indicator stands before the figure."""
        lead = self.text[done : figure.scope[0]]
        open_at = self.folded.rfind("(", done, figure.scope[0])
        if open_at >= 0 and ")" not in self.folded[open_at : figure.scope[0]]:
            done = open_at + 1
            lead = self.text[done : figure.scope[0]]
        group = self._separately(figure, lead)
        if group:
            return group
        if re.match(r"[\u4e00-\u9fff“A-Za-z](?<!的)", self.folded[figure.scope[1] : figure.scope[1] + 1]) and figure.kind != "share":
            return figure.scope[1]
        indicator = strip_lead(lead)
        bare = indicator.strip("、和及 ")
        if _LEVEL_ONLY.match(bare) and self.list.indicator:
            indicator = bare + _LEVEL_HEAD.sub("", self.list.indicator)
        if _GENERIC.match(indicator):
            indicator = self._before(clause, done) + indicator
        if not indicator or not self._is_goal(before, figure, indicator):
            return figure.scope[1]
        self._add(figure, indicator, done, figure.scope[1], before, "target-measured", change=change_of(before))
        return figure.scope[1]

    def _before(self, clause: Clause, done: int) -> str:
        """The indicator that a bare 总额 or 建设 goes with: that of the list, else the object of the clause before."""
        if self.list.indicator and self.list.end >= done - 12:
            return self.list.indicator
        earlier = self.text[self.start : clause.start].rstrip("，, ")
        return strip_lead(re.split(r"[，,]", earlier)[-1]) if earlier else ""

    def _separately(self, figure: Figure, lead: str) -> int | None:
        """货物贸易、对外投资和实际利用外资分别占比达30%、20%和10% → three targets. Gives the end of the list."""
        match = re.search(r"(?P<names>.+?)(?:分别|各)(?P<measure>[^\d,;。]{0,14})$", lead)
        if not match:
            return None
        group = [figure]
        for other in self.reading.within(self.reading.figures, figure.end, self.end):
            if re.fullmatch(r"[、和及]", self.folded[group[-1].scope[1] : other.scope[0]]):
                group.append(other)
        names = spread(strip_lead(match["names"]), len(group)) if len(group) > 1 else None
        if not names:
            return None
        measure = re.sub(r"(?:达到?|为|增长|提高|不低于|超过)+$", "", match["measure"])
        for one, name in zip(group, names, strict=True):
            self._add(one, name + measure, figure.scope[0] - len(lead), group[-1].scope[1], lead, "target-separately",
                      change=change_of(lead), op=one.op or group[0].op)  # fmt: skip
        return group[-1].scope[1]

    def _is_goal(self, before: str, figure: Figure, indicator: str) -> bool:
        if VERB_AT_END.search(before) or change_of(before) != "total":
            return True
        if measured_indicator(indicator) and (figure.op in (">=", ">", "<=", "~") or figure.kind == "share"):
            return True
        reaches = re.match(r"突破|达到|超过|不少于|不低于|至少", self.folded[figure.scope[0] : figure.start])
        goes_on = self.list.verb and self.list.end >= figure.scope[0] - len(before) - 1 and before[:1] in ("、", "和", "及")
        return bool(reaches or goes_on or VERB_AT_START.match(before))

    def _allot(self, allotment: Allotment, figure: Figure) -> None:
        for name in allotment.indicators:
            for place in allotment.places:
                draft = self._add(figure, name, allotment.start, figure.scope[1], "", "target-allotted", change=allotment.change)
                draft.columns |= {"area": place.full_name, "adcode": place.adcode, "each": None}

    def _add(
        self, figure: Figure, indicator: str, start: int, end: int, before: str, how: str, *, change: str, op: str | None = None
    ) -> Draft:
        while start < end and self.folded[start] in "、,和及;: \n":
            start += 1
        front = self.reading.front
        columns = {
            "indicator": indicator.strip("、， ") or figure.text, "comparator": op or comparator_of(figure, before, self.list.floor),
            "value": figure.value, "value_high": figure.high, "unit": "%" if figure.unit == "‰" else figure.unit, "change": change,
            "area": front.area, "adcode": front.adcode, "each": self.list.each, "due_on": None,
            "theme": theme_of(indicator, self.text[start:end], self._heading()),
        }  # fmt: skip
        if figure.unit == "‰":
            columns["value"] = figure.value / 10
        draft = Draft(start, end, how, columns, [figure])
        self.out.append(draft)
        if how != "target-allotted":
            self.list.indicator = indicator
        self.list.verb, self.list.end = True, end
        return draft

    def _heading(self) -> str | None:
        index = self.reading.outline.section_at(self.start)
        return self.reading.outline.sections[index].heading if index is not None else None
