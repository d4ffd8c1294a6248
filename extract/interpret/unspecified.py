"""Promises without a figure: 给予补助, 按规定给予一次性奖励, 享受…奖补政策."""

from __future__ import annotations

import re

from extract.annotate.reading import Reading
from extract.interpret import terms
from extract.interpret.beneficiaries import beneficiary_of
from extract.interpret.drafts import Draft
from extract.interpret.grammar import split_at
from extract.interpret.grants import Grant
from extract.interpret.themes import theme_of

_WORD = r"(?:补助|补贴|奖励|奖补|贴息|减免|资助)"
_PROMISE = re.compile(
    rf"(?:给予|予以|给与|发放|享受|可(?:按规定)?申请|提供|兑现|实行)(?:[^,;。:]{{0,30}}?){_WORD}(?!的?(?:政策(?!.{{0,2}}$)|办法|资金(?:管理|使用|的)|标准的|范围|对象|比例|额度|条件|方式|力度))"
    rf"|采取[^,;。]{{0,12}}(?:以奖代补|先建后补)[^,;。]{{0,12}}(?:方式|形式)|(?:以奖代补|先建后补)(?:等)?方式"
)
"""给予一定补助 · 予以租金补贴 · 发放购房补贴 · 享受农村电商企业同等奖补政策 · 采取先建后补、以奖代补等方式."""
_NOT = re.compile(
    r"不予|不得|不再|取消|追回|收回|退回|处罚|享受(?:以上|上述|本|该|前款|同类|多项|各项)|除享受|在享受|已享受|享受过|享受[^,;。]{0,6}(?:的|期间)|"
    r"(?:不超过|仅|只|最多|同一)[^,;。]{0,20}享受|^\s*(?:如|若)|同等条件|重复|申请(?:条件|材料|表|人|程序)|就高|另行制定|实施细则|管理办法|负责(?:.{0,12})(?:发放|兑现|审核)|表彰奖励"
)
PROMISED = re.compile(
    r"(?:给予|予以|发放|提供)[^,;。:]{0,16}(?:支持|补助|补贴|奖励|资助|扶持)|(?:支持|补助|补贴|奖励|资助)。$"
)


def _is_heading(reading: Reading, start: int, end: int) -> bool:
    index = reading.outline.section_at(start)
    if index is None:
        return False
    section = reading.outline.sections[index]
    return end <= section.body


def find_unspecified(reading: Reading, start: int, end: int, grants: list[Grant], recipient: str | None) -> list[Draft]:
    """Promises of a benefit without any figure in the sentence start:end; `grants` are those with one."""
    folded = reading.folded
    match = _PROMISE.search(folded, start, end)
    if not match or folded[end - 1] == ":" or re.search(r"(?:如下|以下标准|下列)", folded[match.end() : end]):
        return []
    if _is_heading(reading, start, end):
        return []
    if grants or (reading.within(reading.figures, start, end) and _has_sum(reading, start, end)):
        return []
    for clause in split_at(folded, start, end, ",;"):
        if clause.start <= match.start() < clause.end and _NOT.search(folded, clause.start, clause.end):
            return []
    lead = folded[start : match.start()]
    if re.search(r"(?:^|,)[^,]*(?:已|曾|目前)[^,]*$", lead) or (
        folded[match.start() : end].startswith(("申请", "可申请")) and "补" not in lead + match[0]
    ):
        return []
    return [_draft(reading, start, end, match, recipient)]


def _has_sum(reading: Reading, start: int, end: int) -> bool:
    promise = _PROMISE.search(reading.folded, start, end)
    return any(
        f.kind == "money" and promise and f.start > promise.start() for f in reading.within(reading.figures, start, end)
    )


def _draft(reading: Reading, start: int, end: int, match: re.Match[str], recipient: str | None) -> Draft:
    grant = Grant(_segment_start(reading, start, match.start()), match.end(), match.start())
    stop = end
    while stop > start and reading.folded[stop - 1] in "。;, \n":
        stop -= 1
    words = reading.text[grant.start : match.start()]
    who = _subject(reading, grant, recipient)
    columns = {
        "beneficiary": who, "activity": re.sub(r"^（[^（）]*）", "", words).strip("，, ")[:80] or None,
        "kind": "unspecified", "upper_bound": 0, "instrument": _last_instrument(match[0]),
        "frequency": terms.frequency_of(reading, grant, None),
        "payer": terms.payer_of(reading, grant), "stacks": int(terms.stacks(reading, grant)),
        "theme": theme_of(who, reading.text[grant.start : match.end()]),
    }  # fmt: skip
    return Draft(grant.start, max(stop, match.end()), "grant-unspecified", columns)


def _last_instrument(words: str) -> str | None:
    found = re.findall(r"以奖代补|先建后补|" + _WORD[3:-1], words)
    return found[-1] if found else None


def _segment_start(reading: Reading, start: int, at: int) -> int:
    subject = list(re.finditer(r"(?:^|[,;:。)])(?=对(?!其|接|外|口|账|标))", reading.folded[start:at]))
    begin = start + subject[-1].end() if subject else start
    lead = re.match(r"\s*(?:\([^()]*负责[^()]*\))?[、,\s]*", reading.folded[begin:at])
    return begin + (lead.end() if lead else 0)


def _subject(reading: Reading, grant: Grant, recipient: str | None) -> str | None:
    probe = Grant(grant.start, grant.end, grant.verb)
    enjoy = re.search(r"([^,;。:]{2,20}?)(?:可|同等|均可|依法|按规定)?享受", reading.folded[grant.start : grant.end])
    if enjoy and not enjoy[1].startswith(("对", "支持", "鼓励", "符合")):
        return enjoy[1]
    probe.rates = []
    return beneficiary_of(reading, probe, recipient)
