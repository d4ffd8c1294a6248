"""Budgets: public money set aside or split up, in sentences and in tables of funds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from extract.annotate.reading import Reading
from extract.annotate.values import Figure, Found
from extract.interpret.budget_tables import find_in_tables
from extract.interpret.budget_words import common_item, item_of, payers_of, share_items, source_of
from extract.interpret.drafts import Draft
from extract.interpret.grammar import Clause, Ranges, before_first, figure_lists, split_at
from extract.interpret.own_sums import is_own
from extract.interpret.progress import tells_progress
from extract.interpret.setting_out import PER_HEAD

_SPENDS = re.compile(
    r"安排|出资|列支|注资|筹措|筹集|设立|拨付|下达|落实|统筹|投入|专项资金|专项[^,;。\d专]{2,6}资金|专项经费|配套资金|财政资金|引导资金|工作经费|培训经费|经费|"
    r"费用总计|资金合计|总规模|基金规模|预算(?!收入)|(?:资金|经费)(?:总额|规模|暂定|共|为|总计)|财政投入|资金池|申领总?额度|(?:发放|投放|派发)[^,;。\d给]{0,12}券|衔接资金|整合(?:各类|涉农)?资金|切块"
)
"""市财政|安排|500万元 · 基金|总规模|50亿元 · 活动|申领额度|共计3000万元."""
_GOVERNMENT = re.compile(
    r"财政|政府|中央|准备金|补偿金|省级|市级|区级|县级|专项|每年|年度|资金|经费|引导|基金|费用|预算|安排|列支|拨付|下达|申领额度|消费券"
)
"""由县|财政|承担200万元 · |年度|预算300万元: public money."""
_NOT_PUBLIC = re.compile(
    r"门槛[^,;。]{0,12}$|对投资|投资(?:达|在|超)?$|投资额|总投资|固定资产投资|合同|单价|注册资本|注册资金|到账|实缴|年销售|销售收入|营业|营收|产值|税收|贷款|融资|授信|募集|研发投入|研发经费投入|"
    r"全社会|社会(?:资本|投资|资金)|企业(?:自)?(?:出资|投资|投入|筹)"
    r"|自筹|自有资金|银行|带动|撬动|拉动|吸引|每(?:亩|人|户|名|吨|平方米)[^,;。]{0,6}$|(?:每家|单家|单个)[^,;。]{0,14}$|交易|申报|兑现(?!资金总额)|进出口|罚款"
)
"""支持|门槛|由2000万元…, |总投资|10亿元的项目, |银行|授信5000万元: others' money, and sums that are only measured."""
_OF_LOANS = re.compile(r"贷款,第?[首一二三]期(?:总?规模|总?额度)?$")
"""设立专项资金贷款，第一期规模|100亿元: what banks lend."""
_BY_OTHERS = re.compile(
    r"(?:左右|以上)?由(?:社会资本|社会力量|企业|业主|经营主体)[^,;。]{0,6}(?:投入|投资|自筹|筹集|筹措|承担|解决)"
)
"""其余6亿元|由社会资本投入."""
_SIZE = re.compile(r"(?:以上|以下|以内)?的?,(?:按[^,;。]{0,20})?(?:奖励|补助|补贴|给予)[^,;。]{0,20}\d[\d.]*(?:[%—-])")
"""项目资金投入500万元—5000万元|，奖励投资额度的5%|—20%: what the project puts in."""
_EACH = ("/户", "/人", "/亩", "/台", "/吨", "/平方米", "/辆", "/套")
"""按1500元|/户|的标准安排资金: a standard, no sum of a budget."""
_PAID_OUT = re.compile(r"(?:奖励|补助|补贴|资助|奖补)(?:资金)?分[一二两三四五\d]+[年期批次][^,;。]*$")
"""“小巨人”企业奖励分三年按|30万元、20万元、10万元拨付: how a grant is paid out."""
_TOLD_OF = re.compile(
    r"财政[^,;。\d]{0,12}(?:安排|列支|统筹|保障|承担)[^,;。\d]{0,4},[^,;。]{0,16}(?:共计|合计|总计|共安排|每年)[^,;。\d]{0,2}$"
)
"""上述资金由县财政统筹安排，2023—2025年共计|2400万元."""
_INVESTED = re.compile(r"总投资(?:约|共|为|达|额)*$")
"""三年计划|总投资额|12.6亿元."""
_PUBLIC_PARTS = re.compile(r"[,(]其中:?[^,;。\d]{0,12}(?:中央|财政|[省市区县]级|地方)[^,;。\d]{0,12}\d")
"""三年计划总投资12.6亿元|，其中争取中央预算内资金2.4亿元: the whole of what is public."""
_TOTAL = re.compile(r"总计|合计|共计|总共")
"""专项资金|共计|1.2亿元."""
_YEARLY = re.compile(r"每年|(?<!按)年度|逐年|全年(?=[^,;。]{0,10}(?:总额|总量|规模|发放|安排))")
"""市财政|每年|安排500万元 · |全年|消费券发放总额3000万元 (not 按年度拨付)."""
_OPENS = re.compile(r"其中|分别(?:为|是)?|包括|\(含|(?<=[,(])即|具体为|具体是|:")
"""…2600万元，|其中|中央1500万元，省级600万元: a list of parts, over commas and semicolons too."""
_NEXT_PART = re.compile(
    r"(?:以上|以内|左右|的)?(?:\([^()]*\))?(?:(?:专项|主要)?用于[^,;。、\d]{1,40})?(?P<mark>[、,;:(]|和|及|以及)[^,;。、()\d]{0,40}(?:(?<=:)\(?\d{1,2}[.)][^,;。、()\d]{0,40})?"
)
"""1.8亿元|、政务云租用|1.2亿元 · 100万元|用于培训、|200万元用于宣传."""
_ANEW = re.compile(r"设立|组建|成立|发起")
"""…每年安排5000万元，|设立|10亿元的基金: what was said before of payer and years does not hold for it."""
_LABEL = re.compile(r"[ 、,(;:]*(?:第[一二三四五六七八九十百]+条 *)?")
"""第二条 at the head of a sentence is no part of its quote."""
_FUND_HEADING = re.compile(
    r"(?:资金|经费)[（(][\d.,]+[万亿]?元[）)]$|^(?:资金|经费)(?:来源|构成|分配(?:情况|方案)?|安排(?:情况)?|预算)$"
)
"""中央财政衔接|资金（5273万元）| · |资金来源|: the items under it are parts of the fund."""
_FIRST_PART = re.compile(
    r"[^,;。\d]{0,24}[,(](?:其中)?(?:首期|[一二三]期|第[一二三]期|首批)(?:规模|出资|募集|到位|资金|投入|安排|注资)*(?:为|约)?"
)
"""总规模50亿元|的产业基金，首期规模|15亿元."""


def find_budgets(reading: Reading, taken: set[int]) -> list[Draft]:
    """The sums that the government sets aside; `taken` are the ids of figures that subsidies have used."""
    out = find_in_tables(reading)
    taken = taken | {id(f) for draft in out for f in draft.figures}
    tables = Ranges([(table.start, table.end) for table in reading.outline.tables])
    first, last = reading.outline.body
    paragraph: list[Draft] = []
    previous_end = first
    head: Draft | None = None
    money = Found(figure for figure in reading.figures if figure.kind == "money")
    for start, end in reading.sentences:
        if start < first or end > last or tells_progress(reading, start):
            continue
        if start in tables and not _SPENDS.search(reading.folded, start, end):
            continue
        if "\n" in reading.folded[previous_end:start]:
            if paragraph:
                _finish(reading, paragraph)
            paragraph, head = [], None
        sums = money.within(start, end)
        if not sums:
            previous_end, head = end, None
            continue
        fund = head or _fund_above(reading, start, out)
        sentence = _Sentence(reading, start, end, sums, taken, paragraph, fund)
        found = sentence.read()
        if found and fund is not head and fund is not None:
            _mark_split(out, fund)
        head = (head or found[0]) if sentence.listing and found and reading.folded[end - 1] == ";" else None
        out, paragraph, previous_end = out + found, paragraph + found, end
    _finish(reading, paragraph)
    return sorted(out, key=lambda draft: draft.start)


def _fund_above(reading: Reading, start: int, drafts: list[Draft]) -> Draft | None:
    """The fund that the heading above splits up in its items: 一、中央财政衔接资金（5273万元） or 资金来源."""
    for section in reading.outline.sections_about(start):
        if section.body <= start and _FUND_HEADING.search(section.heading):
            own = next((d for d in drafts if section.start <= d.start < section.body), None)
            return own or Draft(section.start, section.body, "budget", {"source": None}, [])
    return None


def _mark_split(drafts: list[Draft], fund: Draft) -> None:
    """A fund that its items split up is their total, wherever the sum is named."""
    for draft in drafts if "amount_yuan" in fund.columns else ():
        if draft.columns["amount_yuan"] == fund.columns["amount_yuan"]:
            draft.columns["is_total"] = 1


class _Sentence:
    """Reads the sums of one sentence in order.

    `before` are the budgets of the paragraph so far (列支65万元用于…); `head` is the sum whose parts go on from the
    sentence before (其中：培训1亿元；宣传2亿元).
    """

    def __init__(
        self, reading: Reading, start: int, end: int, sums: Sequence[Figure], taken: set[int], before: list[Draft],
        head: Draft | None,
    ) -> None:  # fmt: skip
        self.reading, self.folded, self.start, self.end = reading, reading.folded, start, end
        self.before, self.head, self.listing = before, head, head is not None
        self.all_sums = sums
        self.sums = [figure for figure in sums if id(figure) not in taken]
        self.out: list[Draft] = []

    def read(self) -> list[Draft]:
        if not self.sums or not self._may_spend():
            return []
        clauses = split_at(self.folded, self.start, self.end, ",;(")
        last = self.start
        for figure in self.sums:
            clause = next((c for c in clauses if c.start <= figure.start < c.end), None)
            begin = max(clause.start if clause else self.start, last)
            gap = self.folded[last : figure.scope[0]]
            self.listing = self.listing or bool(self.out and _OPENS.search(gap))
            if self._is_budget(figure, begin, clause, gap):
                self.out.append(self._draft(figure, begin))
            last = figure.scope[1]
        return self._shared_out(self.out)

    def _shared_out(self, drafts: list[Draft]) -> list[Draft]:
        """Payers named together have a row each: 省、市财政分别安排800万元、400万元, 市、区各安排500万元."""
        drawn = {id(draft.figures[0]): draft for draft in drafts}
        for group in figure_lists(self.folded, [draft.figures[0] for draft in drafts]):
            shares = payers_of(self.folded, self.start, group)
            if shares:
                at = drafts.index(drawn[id(group[0])])
                item = common_item([drawn[id(figure)].columns["item"] for figure in group])
                rows = [
                    replace(drawn[id(figure)], columns=drawn[id(figure)].columns | {"source": payer, "item": item})
                    for figure, payer in shares
                ]
                drafts = [*drafts[:at], *rows, *drafts[at + len(group) :]]
        return drafts

    def _may_spend(self) -> bool:
        if self.listing or _SPENDS.search(self.folded, self.start, self.end):
            return True
        return any(is_own(self.folded, figure, self.start, self.start) for figure in self.sums)

    def _is_budget(self, figure: Figure, begin: int, clause: Clause | None, gap: str) -> bool:
        before, stop = self.folded[begin : figure.scope[0]], min(figure.scope[1] + 30, self.end)
        if (
            PER_HEAD.search(before)
            or _PAID_OUT.search(self.folded, self.start, figure.scope[0])
            or _BY_OTHERS.match(self.folded, figure.scope[1])
            or _SIZE.match(self.folded, figure.scope[1], self.end)
            or self.folded.startswith(_EACH, figure.end)
        ):
            return False
        if _OF_LOANS.search(self.folded, self.start, figure.scope[0]):
            return False
        if _NOT_PUBLIC.search(before[-20:]):
            return bool(_INVESTED.search(before) and _PUBLIC_PARTS.match(self.folded, figure.scope[1], self.end))
        if is_own(self.folded, figure, self.start, clause.start if clause else begin):
            return True
        public = bool(self.before or self.head) or _GOVERNMENT.search(self.folded, self.start, stop)
        spent = _SPENDS.search(self.folded, begin, stop) or _TOLD_OF.search(self.folded, self.start, figure.scope[0])
        return bool(public and (spent or self._goes_on(gap)))

    def _goes_on(self, gap: str) -> bool:
        """Whether the words since the last sum lead to a further part of what was set aside."""
        if not self.out:
            return self.listing
        if _FIRST_PART.fullmatch(gap):
            return True
        part = _NEXT_PART.fullmatch(gap)
        return part is not None and (self.listing or part["mark"] not in ",;:(")

    def _draft(self, figure: Figure, begin: int) -> Draft:
        folded = self.folded
        after = next((f.scope[0] for f in self.all_sums if f.start > figure.start), self.end)
        stop = before_first(folded, ";。\n)", figure.scope[1], min(figure.scope[1] + 40, self.end))
        parts = _OPENS.search(folded, self.start, figure.scope[0])
        told = parts.start() if parts and self.out else figure.scope[0]
        anew = begin if self.out and _ANEW.search(folded, begin, figure.scope[0]) else self.start
        source = source_of(self.reading, begin, figure, min(after, self.end), (anew, max(anew, told)))
        columns: dict[str, Any] = {
            "source": source or (self.head.columns["source"] if self.head else None),
            "item": item_of(self.reading, self.start, begin, figure, self.end, after),
            "amount_yuan": figure.high or figure.value,
            "frequency": "yearly" if _YEARLY.search(folded, anew, figure.scope[0]) else None,
            "is_total": int(bool(_TOTAL.search(folded, begin, figure.scope[0]))),
        }  # fmt: skip
        lead = _LABEL.match(folded, begin, figure.scope[0])
        return Draft(lead.end() if lead else begin, stop, "budget", columns, [figure])


def _finish(reading: Reading, drafts: list[Draft]) -> None:
    """What the sums of a paragraph say of each other: which are totals, and what the parts are for."""
    _mark_totals(reading.folded, drafts)
    share_items(drafts)


def _mark_totals(folded: str, drafts: list[Draft]) -> None:
    """A sum that is parted after it (其中…、…), or that the sums right after it add up to, is their total."""
    sums = [draft.columns["amount_yuan"] for draft in drafts]
    parted = 0
    for i, draft in enumerate(drafts):
        if _is_parted(folded, drafts[i : i + 3]):
            draft.columns["is_total"] = 1
        running = 0.0
        for j in range(i + 1, len(sums) if i >= parted else 0):
            running += sums[j]
            if running > sums[i] + 0.5:
                break
            if j > i + 1 and abs(running - sums[i]) < 0.5:
                draft.columns["is_total"], parted = 1, j + 1


def _is_parted(folded: str, drafts: list[Draft]) -> bool:
    """Whether the first of the sums is followed by 其中 and two or more smaller ones."""
    if len(drafts) < 3:
        return False
    whole, first, second = (draft.figures[0] for draft in drafts)
    gap = folded[whole.end : first.start]
    return (
        "其中" in gap and "。" not in gap and "。" not in folded[first.end : second.start]
        and first.value + second.value <= whole.value + 0.5
    )  # fmt: skip
