"""Relief from a rent, fee or tax in words alone: 3年内租金全免, 免收5年租金, 后2年租金减半, 免征关税."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.annotate.numerals import number_value
from extract.annotate.reading import Reading
from extract.annotate.values import Figure
from extract.interpret import terms
from extract.interpret.beneficiaries import beneficiary_of
from extract.interpret.ceilings import put
from extract.interpret.conditions import as_part
from extract.interpret.drafts import NO_MONEY, Draft
from extract.interpret.grammar import Clause, after_last, split_at, trimmed
from extract.interpret.grants import Grant
from extract.interpret.heads import TAXED
from extract.interpret.names import ENDS, THING_ENDS, tidy
from extract.interpret.not_paid import let_off_at_most
from extract.interpret.themes import theme_of
from extract.interpret.unspecified import conditions_of_those, is_heading

_FEE = r"(?:房屋|场地|办公|厂房)?(?:租金|房租|场租|租赁费用?|物业(?:管理)?费|场地费|使用费|摊位费|门票)"
_OF_ANYTHING = r"(?:(?:(?!的)[一-龥]){1,12}[、和])*(?:(?!的)[一-龥]){1,8}费用?"
"""有线电视收视维护费|减半收取, 产品质量检验、计量检测和特种设备检验费用|减半收取."""
_TAX = r"[一-龥]{0,14}?(?:税|基金|保障金|滞纳金)"
_TAXES = (
    rf"{_TAX}(?:(?:、|和|与|及){_TAX})*"
    r"(?![率费源额收务法票种目]|(?:的|等)*(?:政策|资格|条件|范围|目录|优惠))"
)
"""免征|增值税|, 免征|进口关税和进口环节增值税、消费税| (not 落实免征增值税政策)."""
_WHOSE = rf"(?:(?:[一-龥]{{2,14}}、)*[一-龥]{{2,24}}?{TAXED}的)?"
"""减征|个体工商户的|资源税: whose it is."""
_TAKING_IN = r"(?:\([^()]{1,10}\))?"
"""房租|（含摊位费）|减半: what the fee takes in."""
_FREE = re.compile(
    rf"(?P<a>{_FEE}|{_OF_ANYTHING}){_TAKING_IN}(?:[一-龥]{{0,2}})(?:全免|免收|免缴|免除|全部免除)"
    r"|(?<!减)免(?:除|收|缴|交)?(?:20\d\d年(?:度|的)?)?(?:全部|首年|[前后]?[\d一二两三四五]+年|[\d一二两三四五六、至-]+个?月份?)?"
    rf"的?(?P<b>{_FEE})|(?<!减)(?P<c>免租)(?!金)"
    r"|(?<!减)免(?:收|征|缴|除)(?P<d>(?!增值|企业|个人|契|印花)[一-龥]{2,14}?费)(?![一-龥]{0,2}(?:标准|政策))"
    r"|(?<!减)(?<!符合)免(?:征|缴|除|收)(?:20\d\d年度?)?(?P<e>" + _WHOSE + _TAXES + ")"
)
"""租金|全免 · 免收|租金 · 免3年租金 · 免收2月份房租 · 免租入驻 · 免收|城市基础设施配套费
· 免征|关税 (not 减免租金)."""
_HALF = re.compile(
    rf"(?P<a>{_FEE}|{_OF_ANYTHING}){_TAKING_IN}(?:[一-龥]{{0,2}})减半|减半(?:收取|征收|缴纳)(?P<b>{_FEE}|[一-龥、]{{2,40}}?费用?)"
    r"|减半征收(?:20\d\d年度?)?(?P<c>" + _WHOSE + _TAXES + ")"
)
"""租金|减半 · 减半收取|物业费 · 减半收取|超定额累进加价水费 · 减半征收|房产税."""
_SOME = re.compile(
    rf"减免(?:部分|一定)?的?(?P<a>{_FEE}|(?:保育|学|住宿|水电|检测|登记|报名|诊查|手续|担保|检验|服务|管理){{1,2}}费)"
    r"|(?<!困难)减免(?P<b>[一-龥]{2,30}?(?:手续费|费用|税款|收费|税费|税))(?![率费源额收务法票种目]|[一-龥]{0,4}(?:政策|资格|条件|范围))"
)
"""减免|租金 · 减免|保育费 · 减免|款项汇划费用, without saying how much."""
_LESS = r"(?P<less_{}>\d[\d.]*)%"
_CUT = re.compile(
    rf"(?P<fee_a>{_FEE}|{_OF_ANYTHING}){_TAKING_IN}[一-龥]{{0,4}}(?:下浮|减收|优惠|少收){_LESS.format('a')}"
    rf"|(?:减少|减收|下浮|少收|减征){_LESS.format('b')}的?(?P<fee_b>{_FEE}|{_OF_ANYTHING})"
    rf"|(?:下调|降低)(?P<fee_c>[一-龥]{{0,10}}费率){_LESS.format('c')}"
    rf"|按照?{_LESS.format('d')}的?[一-龥]{{0,4}}(?:幅度|比例|标准)?减[征收免](?P<fee_d>{_WHOSE}{_TAXES}|{_FEE}|{_OF_ANYTHING})"
    rf"|按照?(?P<fee_e>[一-龥]{{2,20}}?)加计{_LESS.format('e')}(?:抵减|扣除|抵扣)"
)
"""检测费用|下浮10%, 减少|50%|检验费, 下调|缴费费率20%|, 按50%|减征|资源税, 按可抵扣进项税额|加计5%|抵减."""
_NOT = re.compile(r"不(?:得|予|再|享受)|取消|参照|已享受|免租期(?:满|后|结束)")
"""|已享受|租金减免的 · |免租期满|后恢复收取 · |不再|免收租金 · |参照|减免房租的政策."""

_WHO_DOES = re.compile("(?:等?措施)?的(?!优惠|政策|支持|扶持|待遇|金额|部分)[\u4e00-\u9fff]{2}")
"""为中小企业减免租金|的孵化器|, 采取减免租金|措施的企业|: who does it, no promise."""
_FREE_THEN_HALF = re.compile(rf"(?P<a>{_FEE})[^,;。]{{0,6}}[“\"]?(?P<free>[一二三两])免(?P<half>[一二三两])减半")
"""租金|“三免两减半”|: three years free, two at half."""
_POLICY = re.compile(r"(?:落实|执行)[^,;。]*政策[。;]?$")
"""|落实免征增值税、减免所得税等政策|: that there is relief, not how much."""
_LETS_OFF = re.compile("免|减[半收征少]|下浮|下调|降低|少收|加计|优惠")
"""|免|收, |减半|, 费用|下浮|10%: no relief without such a word."""
_TRADE = re.compile("[一-龥]{2,8}业$")
"""减半收取|住宿餐饮业|的电梯检验费用: whose it is."""
_KINDS = {"full": _FREE, "rate": _HALF, "unspecified": _SOME}


def lets_off(folded: str, start: int, end: int) -> bool:
    """Whether the words start:end can let off a rent or fee at all: 免租, 减半, 下浮10%."""
    return _LETS_OFF.search(folded, start, end) is not None


def find_relief(reading: Reading, start: int, end: int, recipient: str | None) -> list[Draft]:
    """The rents and fees that the sentence start:end lets off in full, by half (`rate`) or without saying how much."""
    clauses = [] if is_heading(reading, start, end) else split_at(reading.folded, start, end, ",;")
    drafts = [draft for clause in clauses for draft in _in_clause(reading, clause, recipient)]
    for figure in reading.figures.within(start, end) if drafts else ():
        before = [draft for draft in drafts if draft.end <= figure.start]
        if before and let_off_at_most(reading.folded, figure):
            put(reading, before[-1], figure)
            before[-1].figures.append(figure)
            before[-1].end = figure.end
    return drafts


def _in_clause(reading: Reading, clause: Clause, recipient: str | None) -> Iterator[Draft]:
    folded = reading.folded
    both = _FREE_THEN_HALF.search(folded, clause.start, clause.end)
    if both:
        for kind in ("full", "rate"):
            draft = _draft(reading, clause, both, recipient, both["a"], [], kind)
            draft.columns["duration_years"] = number_value(both["free" if kind == "full" else "half"])
            yield draft
        return
    cut = None if _NOT.search(folded, clause.start, clause.end) else _CUT.search(folded, clause.start, clause.end)
    if cut:
        yield _cut_by(reading, clause, cut, recipient)
        return
    found = {kind: _promised(pattern, folded, clause) for kind, pattern in _KINDS.items()}
    kind, match = next(((kind, match) for kind, match in found.items() if match), ("", None))
    if match is None or _NOT.search(folded, clause.start, clause.end):
        return
    kind = "unspecified" if _POLICY.search(folded, clause.start, clause.end) else kind
    lasting = [f for f in reading.figures.within(clause.start, clause.end) if f.kind == "duration"]
    said = next((word for word in match.groupdict().values() if word), "租金")
    yield _draft(reading, clause, match, recipient, "租金" if said == "免租" else said, lasting, kind)


def _cut_by(reading: Reading, clause: Clause, match: re.Match[str], recipient: str | None) -> Draft:
    """The promise of so many per cent less of a fee or tax."""
    said = match.groupdict()
    base = next(word for name, word in said.items() if name.startswith("fee") and word)
    share = next(word for name, word in said.items() if name.startswith("less") and word)
    draft = _draft(reading, clause, match, recipient, base, [], "rate")
    draft.columns["rate"] = round(float(share) / 100, 6)
    draft.figures += [f for f in reading.figures.within(match.start(), match.end()) if f.kind == "share"]
    return draft


def _promised(pattern: re.Pattern[str], folded: str, clause: Clause) -> re.Match[str] | None:
    """The first match in the clause that does not say who lets off: |减免租金|的孵化器."""
    found = pattern.finditer(folded, clause.start, clause.end)
    return next((match for match in found if not _WHO_DOES.match(folded, match.end())), None)


def _draft(
    reading: Reading,
    clause: Clause,
    match: re.Match[str],
    recipient: str | None,
    base: str,
    lasting: list[Figure],
    kind: str,
) -> Draft:
    sentence = reading.sentence_at(clause.start)[0]
    grant = Grant(sentence, clause.end, match.start())
    owner, _, base = base.rpartition("的")
    theirs = _TRADE.search(owner) or (ENDS.search(owner) and not THING_ENDS.search(owner))
    who = tidy(owner) if theirs else beneficiary_of(reading, grant, recipient)
    columns = NO_MONEY | {
        "beneficiary": who, "kind": kind, "rate": 0.5 if kind == "rate" else None,
        "base": None if kind == "unspecified" else base, "instrument": "减免",
        "frequency": None, "duration_years": terms.years(lasting[0]) if lasting else None,
        "payer": terms.payer_of(reading, grant), "stacks": int(terms.stacks(reading, grant)),
        "theme": theme_of(base, reading.wide[sentence : clause.end]),
    }  # fmt: skip
    _, end = trimmed(reading.folded, clause.start, clause.end, after="。;, \n")
    those = conditions_of_those(reading, sentence, match.start())
    said = {"subsidy_conditions": [as_part(reading, condition) for condition in those]}
    figures = [*lasting[:1], *(condition.figure for condition in those)]
    return Draft(_said_from(reading, sentence, clause), end, "grant-unspecified", columns, figures, said)


def _said_from(reading: Reading, sentence: int, clause: Clause) -> int:
    """Where the words begin that say who is let off: the clause 对小微企业，| before it, else its own."""
    before = after_last(reading.folded, ";", sentence, clause.start)
    opens = reading.folded.startswith("对", before) and before < clause.start
    return before if opens and not _LETS_OFF.search(reading.folded, before, clause.start) else clause.start
