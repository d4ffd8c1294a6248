"""Items under a promise that only leads in to them: 给予一次性奖励，标准如下：（1）…的，50万元；（2）…."""

from __future__ import annotations

import re

from extract.annotate.reading import Reading
from extract.interpret.drafts import Draft
from extract.interpret.grants import gives
from extract.interpret.roles import STANDARD
from extract.interpret.unspecified import is_promised

_STANDARD = re.compile(r"(?:标准|办法|比例|额度|金额|档次|如下|其中)[^,;。:]{0,6}:$")
"""给予奖励。具体|标准为：| after a sentence that promises."""
_OF_MONEY = re.compile(r"(?:补助|补贴|奖励|奖补|资助)(?:标准|金额|额度|办法)(?:为|如下)?:$")
"""补助标准：| /300—499头80万元."""
_SIZE = re.compile(r"\s*\d[\d.,]*(?:[万亿]?元|-|[头只羽亩家人场台张户]|平方米|%)")
"""300—499头80万元: a line that begins with a size is labelled by it."""
_LABEL = re.compile(r"\s*(\(?)(?:([一二三四五六七八九十]{1,3})|\d{1,2})([)、]|\.(?!\d))|\s*([①-⑳]|[—\-·●◆■]+)")
"""（1） · 1. · ① · ——: how an item begins."""

LEAD_IN = re.compile(r"(?:以下|如下|下列|下述)[^\n。:]{0,20}:")
"""按|以下标准给予奖励：."""
_STANDARDS = re.compile(
    r"(?:补助|补贴|奖励|奖补|资助|津贴|救助|发放)(?:的)?(?:标准|额度|金额)(?:及[^,;。]{2,6})?[:：]?$"
)
"""二、补贴|标准: the heading of a list of sums."""
_BENEFIT = re.compile(r"[\u4e00-\u9fff]{2}(?:补[助贴]|奖[励补]|资助|贴息)(?=。?$)")
"""给予|购房补贴|。"""
_SUMS_OF_IT = re.compile(
    r"(?:其中|具体)?[,:]?(?:第[一1][年名]|首年|前[一二三两]年|每[年月家户人个]|按每|[^,;。\d]{0,4}标准"
    r"|(?!对)[^,;。\d]{2,14}\d[\d.]*[万亿]?(?:元|亩|平方米|家|人|吨|台|张)(?:\(含\))?(?:及?以[上下]|至|-)[^,;。]{0,12}的,?[补奖给])"
)
"""给予梯度奖励。|规模达3万平方米以上|的给予30万元 · 可给予房租补助。|第1年|按实际租金的30%给予补助
· 按资本给予补助。|注册资本40亿元以上|的，补助1亿元: how much of it."""
_IN_STAGES = re.compile(
    r"分(?:[一二两三四五六\d]+个?|步|期|批|档次)?(?:阶段|步骤?|环节|期|批)|分[一二两三四五六\d]+(?:个?年|次)(?=给予|兑现|拨付|发放|奖励|补助)"
)
"""分阶段|给予400万元奖励：…，给予200万元；…再给予200万元 · 分3年|给予最高20万元的奖励."""
_INSTALMENTS = re.compile(r"[,;](?:其中[,:]?)?(?:首[次年期批]|第[一二三]+[年期次批]|签约后|落户后)[^;。]{0,24}?\d")
"""分3年给予最高20万元的奖励|，首次奖励10万元|."""


BY_PIECE = re.compile(r"\d元/[\u4e00-\u9fff]")
"""脱贫户6|元/株|: a sum that can be nothing but a rate."""
_BENEFITS = re.compile("(?:补[助贴]|奖[励补])[。:：]?$")
"""1.苗木|补助|。"""


def heads_standards(heading: str, by_piece: bool) -> bool:
    """Whether the heading is that of a list of bare sums: 二、补贴标准; 苗木补助, over sums `by_piece` (6元/株)."""
    return bool(_STANDARDS.search(heading) or (by_piece and _BENEFITS.search(heading)))


def says_how_much(folded: str, start: int, end: int, given: int, promised: str = "") -> bool:
    """Whether the sentence, which gives from `given` on, says the sums of what the one before has `promised`."""
    benefit = _BENEFIT.search(promised)
    if benefit and benefit[0] in folded[start:end]:
        return True  # 给予购房补贴。购房补贴按每套2万元发放
    if STANDARD.match(folded, start, end) or not gives(folded, start, end):
        return True  # 标准为…, 博士20万元
    return given == start and bool(_SUMS_OF_IT.match(folded, start, end))


def paid_in_parts(folded: str, start: int, end: int) -> bool:
    """Whether the promise start:end is paid by stages that the words behind it tell."""
    parts = folded.startswith(":", end) or _INSTALMENTS.match(folded, end)
    return bool(parts and _IN_STAGES.search(folded, start, end))


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
        promises = is_promised(folded, start, end) or _OF_MONEY.search(words) or (told and _STANDARD.search(words))
        self._open = words.endswith(":") and bool(promises)
        return self._open

    def holds(self, folded: str, start: int) -> bool:
        """Whether the paragraph that begins at start is an item: labelled like the first, or the next after a ;."""
        if not self._open:
            return False
        labels = _style(folded, start)
        first = self._labels is None
        goes_on = labels or first or folded[max(0, start - 8) : start].rstrip("\n \t").endswith(";")
        self._open = bool(goes_on) and (first or labels == self._labels)
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
