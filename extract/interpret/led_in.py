"""Items under a promise that only leads in to them: 给予一次性奖励，标准如下：（1）…的，50万元；（2）…."""

from __future__ import annotations

import re

from extract.annotate.reading import Reading
from extract.interpret.drafts import Draft
from extract.interpret.unspecified import PROMISED

_STANDARD = re.compile(r"(?:标准|办法|比例|额度|金额|档次|如下|其中)[^,;。:]{0,6}:$")
"""给予奖励。具体|标准为：| after a sentence that promises."""
_OF_MONEY = re.compile(r"(?:补助|补贴|奖励|奖补|资助)(?:标准|金额|额度|办法)(?:为|如下)?:$")
"""补助标准：| /300—499头80万元."""
_SIZE = re.compile(r"\s*\d[\d.,]*(?:[万亿]?元|-|[头只羽亩家人场台张户]|平方米|%)")
"""300—499头80万元: a line that begins with a size is labelled by it."""
_LABEL = re.compile(r"\s*(\(?)(?:([一二三四五六七八九十]{1,3})|\d{1,2})([)、]|\.(?!\d))|\s*([①-⑳]|[—\-·●◆■]+)")
"""（1） · 1. · ① · ——: how an item begins."""


def _style(folded: str, start: int) -> str:
    """What the labels of one list have in common; nothing for a line without one."""
    label = _LABEL.match(folded, start)
    if label is None:
        return "size" if _SIZE.match(folded, start) else ""
    if label[4]:
        return "①" if label[4] >= "①" and label[4] <= "⑳" else label[4][0]
    return f"{label[1]}{'一' if label[2] else '1'}{label[3]}"


class LedIn:
    """Follows the paragraphs of a notice and says which are items of a list that a promise leads in to."""

    def __init__(self) -> None:
        self._open = False
        self._labels: str | None = None

    def hear(self, folded: str, start: int, end: int, told: bool) -> bool:
        """Whether the sentence start:end leads in to items; `told` says that the one before promised."""
        words = folded[start:end]
        self._labels = None
        promises = PROMISED.search(words) or _OF_MONEY.search(words) or (told and _STANDARD.search(words))
        self._open = words.endswith(":") and bool(promises)
        return self._open

    def holds(self, folded: str, start: int) -> bool:
        """Whether the paragraph that begins at start is an item: labelled like the first, or the next after a ;."""
        labels = _style(folded, start)
        first = self._labels is None
        goes_on = labels or first or folded[max(0, start - 8) : start].rstrip("\n \t").endswith(";")
        self._open = self._open and bool(goes_on) and (first or labels == self._labels)
        self._labels = labels
        return self._open


def without_lead_ins(reading: Reading, drafts: list[Draft]) -> list[Draft]:
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
