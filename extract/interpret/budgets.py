"""Budgets: public money set aside or split up, in sentences and in tables of funds."""

from __future__ import annotations

import re
from typing import Any

from extract.annotate.numerals import ARABIC, SCALE, number_value, scale_value
from extract.annotate.reading import Reading
from extract.annotate.values import Figure
from extract.interpret.drafts import Draft
from extract.interpret.grammar import split_at
from extract.outline.model import Cell, Table
from extract.outline.tables import column, filled, is_total

_SPENDS = re.compile(
    r"安排|出资|列支|注资|筹措|筹集|设立|拨付|下达|落实|统筹|专项资金|专项经费|配套资金|财政资金|引导资金|工作经费|培训经费|经费|费用总计|资金合计|总规模|基金规模|预算|(?:资金|经费)(?:总额|规模|暂定|共|为|总计)|财政投入"
)
_GOVERNMENT = re.compile(r"财政|政府|中央|省级|市级|区级|县级|专项|每年|年度|资金|经费|引导|基金|费用|预算|安排")
_NOT_PUBLIC = re.compile(
    r"注册资本|注册资金|到账|实缴|年销售|营业|营收|产值|税收|投资额|总投资|固定资产投资|贷款|融资|授信|募集|研发投入|研发经费投入|全社会|社会资本|企业出资|交易"
)
_TOTAL = re.compile(r"总计|合计|共计|总额|总规模|总共|累计安排|共安排")
_SOURCE = re.compile(
    r"(?P<s>(?:中央|国家|自治区|省|市|州|区|县|镇)(?:级)?(?:本级)?财政(?:配套资金|专项资金|资金)?|中央(?:专项)?资金|(?:省|市|区|县)级(?:专项|配套)?资金|(?:省|市|区|县)级(?=安排|配套|财政|引导|设立|补助资金|资金)|"
    r"[^,;。:()、]{2,24}?专项资金(?=\d|中|里))"
)
_PURPOSE = re.compile(r"(?:支持|用于|专项用于|主要用于|推进|保障|奖励|扶持)(?P<p>[^,;。()]*(?:\([^()]*\)[^,;。()]*)?)")
_OF = re.compile(r"^(?:以上|以内|左右)?的?(?P<p>[^,;。()\d]{2,24}?(?:经费|资金|基金|专项|投入))")
_AMOUNT_HEAD = re.compile(r"费用|金额|资金(?!来源)|经费|预算|投资|补助|安排")
_ITEM_HEADS = ("项目", "内容", "用途", "名称", "事项", "科目")


def find_budgets(reading: Reading, taken: set[int]) -> list[Draft]:
    """The sums that the government sets aside; `taken` are the ids of figures that subsidies have used."""
    out = _in_tables(reading)
    taken = taken | {id(f) for draft in out for f in draft.figures}
    tables = [(table.start, table.end) for table in reading.outline.tables]
    first, last = reading.outline.body
    for start, end in reading.sentences:
        inside = any(a <= start < b for a, b in tables)
        if start >= first and end <= last and (not inside or _SPENDS.search(reading.folded, start, end)):
            out += _in_sentence(reading, start, end, taken)
    return sorted(out, key=lambda draft: draft.start)


def _in_sentence(reading: Reading, start: int, end: int, taken: set[int]) -> list[Draft]:
    folded = reading.folded
    sums = [f for f in reading.within(reading.figures, start, end) if f.kind == "money" and id(f) not in taken]
    if not sums or not _SPENDS.search(folded, start, end):
        return []
    out: list[Draft] = []
    last = start
    for figure in sums:
        clause = next((c for c in split_at(folded, start, end, ",;(") if c.start <= figure.start < c.end), None)
        begin = max(clause.start if clause else start, last)
        last = figure.scope[1]
        around = folded[begin : min(figure.scope[1] + 30, end)]
        before = folded[begin : figure.scope[0]]
        spends = _SPENDS.search(around) or (out and re.search(r"[、,]$|^其中|及", before[:3] + before[-1:]))
        if spends and _GOVERNMENT.search(folded[start : figure.scope[1] + 30]) and not _NOT_PUBLIC.search(before[-14:]):
            out.append(_draft(reading, start, begin, end, figure))
    _mark_totals(out, folded)
    return out


def _draft(reading: Reading, start: int, begin: int, end: int, figure: Figure) -> Draft:
    folded, text = reading.folded, reading.text
    before, after = text[begin : figure.scope[0]], text[figure.scope[1] : end]
    source = _SOURCE.search(folded, begin, min(end, figure.scope[1] + 6)) or _SOURCE.search(
        folded, start, figure.scope[1]
    )
    stop = next((i for i, c in enumerate(folded[figure.scope[1] : end]) if c in ";。\n)"), len(after))
    columns: dict[str, Any] = {
        "source": source["s"] if source else None, "item": _item(folded, text, start, begin, figure, end),
        "amount_yuan": figure.high or figure.value,
        "frequency": "yearly" if re.search(r"每年|年度|逐年", folded[start : figure.scope[0]]) else None,
        "is_total": int(bool(_TOTAL.search(folded[begin : figure.scope[0]]))),
    }  # fmt: skip
    lead = len(before) - len(before.lstrip(" ，,、；;（("))
    return Draft(begin + lead, figure.scope[1] + min(stop, 40), "budget", columns, [figure])


def _item(folded: str, text: str, start: int, begin: int, figure: Figure, end: int) -> str:
    own = _OF.match(folded[figure.scope[1] : end])
    purpose = _PURPOSE.search(folded, figure.scope[1], end)
    if purpose and len(purpose["p"]) >= 2:
        return text[purpose.start("p") : purpose.end("p")].strip("、 ")
    if own:
        return text[figure.scope[1] + own.start("p") : figure.scope[1] + own.end("p")]
    before = re.sub(r"^(?:由)?[^,]*?(?:每年|年度)?(?:安排|出资|设立|最高|不超过)+", "", text[begin : figure.scope[0]])
    before = re.sub(r"(?:不低于|不少于|达到?|为|约|共|：|:)+$", "", before).strip(" 、，,（(；;")
    before = re.sub(r"^(?:\d+[.、．]|其中|及|和)", "", before)
    return before or text[start : figure.start].strip(" 、，,")[-30:] or "资金"


def _mark_totals(drafts: list[Draft], folded: str) -> None:
    """A sum that the sums right after it add up to is their total: 1500万元（已到达1000万元及后续500万元）."""
    sums = [draft.columns["amount_yuan"] for draft in drafts]
    for i in range(len(sums)):
        running = 0.0
        for j in range(i + 1, len(sums)):
            running += sums[j]
            if j > i + 1 and abs(running - sums[i]) < 0.5:
                drafts[i].columns["is_total"] = 1


_CELL_SUM = re.compile(rf"^\s*(?P<n>{ARABIC})\s*(?P<s>{SCALE})?(?:元)?\s*$")


def _in_tables(reading: Reading) -> list[Draft]:
    out: list[Draft] = []
    for table in reading.outline.tables:
        amounts = [i for i, head in enumerate(table.header) if _AMOUNT_HEAD.search(head) and re.search(r"元", head)]
        if not amounts:
            continue
        unit = re.search(rf"({SCALE})?元", table.header[amounts[-1]])
        scale = scale_value((unit[1] if unit else "") or "")
        out += _rows(reading, table, amounts[-1], scale)
    return out


def _rows(reading: Reading, table: Table, amount: int, scale: int) -> list[Draft]:
    source_column = column(table, "资金来源", "来源")
    item_column = column(table, *_ITEM_HEADS)
    sources = filled(table, source_column) if source_column is not None else ()
    out: list[Draft] = []
    above: str | None = None
    for i, row in enumerate(table.rows):
        match = _CELL_SUM.match(reading.folded[row[amount].start : row[amount].end])
        if not match:
            continue
        total = is_total(reading.text, row)
        own = _words(reading, sources[i]) if sources else None
        above = own if own and not total else above
        value = number_value(match["n"]) * (scale_value(match["s"]) if match["s"] else scale)
        item = _words(reading, row[item_column]) if item_column is not None else ""
        if total or not item.strip("—-－ "):
            item = next((w for w in (_words(reading, cell) for cell in row) if w), "合计")
        columns = {"source": above, "item": item, "amount_yuan": value, "frequency": None, "is_total": int(total)}
        cells = [cell for cell in row if cell.end > cell.start]
        figures = reading.within(reading.all_figures, row[amount].start, row[amount].end)
        out.append(Draft(cells[0].start, cells[-1].end, "budget-table", columns, figures))
    return out


def _words(reading: Reading, cell: Cell) -> str:
    return reading.text[cell.start : cell.end].strip()
