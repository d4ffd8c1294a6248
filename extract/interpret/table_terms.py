"""What a table of subsidies says beside its sums: how long it is paid, in a column or a note; what costs nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.annotate.reading import Reading
from extract.annotate.values import Figure
from extract.interpret.grammar import split_at
from extract.outline.model import Cell, Table

FREE = re.compile(
    r"\s*[“\"]?(?:免(?:费|租|租金|收|缴|除|物业)[^,;。\d]{0,8}|(?:租金|费用|房租)?(?:全免|全额(?:减免|免除|免收)))[”\"]?\s*$"
)
"""免租入住 · 免费使用 · 全额减免: a cell that lets the whole off."""
_NOTE = re.compile(r"\s*(?:注|备注|说明|附注)[:\d.、]")
"""注：|补贴最长享受36个月 · 备注：|享受期3年."""
_FURTHER = re.compile(r"\s*(?:\(?\d{1,2}[.、)]|[①-⑳])")
_NOTES = 4
"""Lines below a table that may go on with its note."""
_LASTS = re.compile(r"期限|年限|周期|最长|连续|享受期|发放期")
"""租金补贴|期限|不超过3年 · |最长|36个月."""
_NO_TERM = re.compile(r"服务期|工作期|合同|协议|分\d+(?:年|期)|申报|申请|(?:年|月)内|满|有效期|落户|毕业|贷款")
"""分5年发放, 3年内申请, 服务期满5年: no length of what is paid."""
_TERM_HEAD = re.compile(r"(?:补贴|补助|发放|享受|资助|支持|奖励|扶持)?(?:期限|年限|时长)$")
"""享受年限: a column of how long it is paid (not 办理期限)."""


def term_column(heads: list[str]) -> int | None:
    """The column of how long it is paid, by the folded names without units."""
    return next((index for index, head in enumerate(heads) if _TERM_HEAD.fullmatch(head)), None)


def term_in(reading: Reading, cell: Cell) -> Figure | None:
    """3年 · 最长不超过36个月."""
    lasting = [figure for figure in reading.figures.within(cell.start, cell.end) if figure.kind == "duration"]
    return lasting[0] if len(lasting) == 1 else None


def noted_terms(reading: Reading, table: Table) -> list[tuple[str, Figure]]:
    """(the words before it, how long) for each length of payment that the note below the table sets."""
    out = []
    for start, end in _note_lines(reading, table.end):
        for clause in split_at(reading.folded, start, end, ";。"):
            lasting = [f for f in reading.figures.within(clause.start, clause.end) if f.kind == "duration"]
            words = reading.folded[clause.start : clause.end]
            if len(lasting) == 1 and _LASTS.search(words) and not _NO_TERM.search(words):
                out.append((reading.folded[clause.start : lasting[0].start], lasting[0]))
    return out


def noted_for(said: list[tuple[str, Figure]], benefit: str | None, benefits: list[str], regular: bool) -> Figure | None:
    """How long a benefit is paid: the term that names it, or for regular ones that which names none of the table's."""
    for words, lasting in said:
        if benefit and benefit in words:
            return lasting
    return next((f for words, f in said if regular and not any(one in words for one in benefits)), None)


def _note_lines(reading: Reading, after: int) -> Iterator[tuple[int, int]]:
    folded = reading.folded
    begin = after + folded.startswith("\n", after)
    for number in range(_NOTES):
        end = folded.find("\n", begin)
        end = len(folded) if end < 0 else end
        if not (_FURTHER if number else _NOTE).match(folded, begin, end):
            return
        yield begin, end
        begin = end + 1
