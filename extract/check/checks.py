"""What needs a look: sums that do not add up, money that no row took, what the head does not say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.annotate.reading import Reading
from extract.check.misprints import misprint_doubts
from extract.check.sums import sum_doubts
from extract.check.unread import unread_doubts
from extract.doubts import Doubt
from schemas import Check, Quantity
from schemas.base import Extracted
from schemas.notice import Notice

_MONEY_WORD = re.compile(r"奖励|补助|补贴|奖补|资助|贴息|给予|支持|扶持|资金|经费")
"""每家|给予|50万元 · 安排专项|资金|500万元."""
_NAMES = {"money": "金额", "share": "比例"}


def checks_of(reading: Reading, notice: Notice, doubts: list[Doubt]) -> list[Check]:
    """Rows of `checks`: the doubts of the earlier stages, and what does not add up in the rows."""
    out: list[Check] = []
    seen: dict[str, int] = {}
    own = (*sum_doubts(notice), *unread_doubts(reading, notice), *misprint_doubts(reading, notice))
    for doubt in (*doubts, *own, *_unclaimed(reading, notice)):
        seen[doubt.code] = seen.get(doubt.code, 0) + 1
        row = doubt.row if isinstance(doubt.row, (Extracted, Quantity)) else None
        out.append(Check(
            id=f"{notice.document.id}!{doubt.code}-{seen[doubt.code]}", document_id=notice.document.id,
            code=doubt.code, level=doubt.level, message=doubt.message,
            table_name=row.TABLE if row else None, row_id=row.id if row else None,
        ))  # fmt: skip
    return out


def _unclaimed(reading: Reading, notice: Notice) -> Iterator[Doubt]:
    """A sum or share that no row took, with the words about it."""
    for quantity in notice.quantities:
        if quantity.claimed_by is not None or quantity.kind not in _NAMES:
            continue
        start, end = reading.sentence_at(quantity.start)
        words = reading.text[max(start, quantity.start - 40) : min(end, quantity.end + 30)].replace("\n", " ")
        promise = quantity.kind == "money" and _MONEY_WORD.search(words)
        yield Doubt(
            f"{quantity.kind}-unclaimed", "warning" if promise else "info",
            f"{_NAMES[quantity.kind]}“{quantity.text}”未归入任何一行（既非补贴、目标，也非资金安排或条件），"
            f"请核对：…{words}…", quantity,
        )  # fmt: skip
