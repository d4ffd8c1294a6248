"""Promises without a figure: 给予补助, 按规定给予一次性奖励, 享受…奖补政策, 保费全额补贴."""

from __future__ import annotations

import re

from extract.annotate.reading import Reading
from extract.interpret import terms
from extract.interpret.beneficiaries import beneficiary_of
from extract.interpret.ceilings import put
from extract.interpret.conditions import Condition, as_part, conditions_in
from extract.interpret.drafts import NO_MONEY, Draft
from extract.interpret.grammar import after_last, split_at, trimmed
from extract.interpret.grants import IN_FULL, Grant
from extract.interpret.names import ENDS
from extract.interpret.own_sums import is_handed_out, is_own
from extract.interpret.paid_years import years_named
from extract.interpret.themes import theme_of

_WORD = "补助|补贴|奖励|奖补|贴息|减免|资助"
_GOES_ON = "继续(?:实施|执行|落实)"
_WIDENS = "(?:对象|范围)(?:扩大|放宽|扩展|拓展|延伸)[至到]"
_PROMISE = re.compile(
    rf"(?:给予|予以|给与|发放|享受|可(?:按规定|向[^,;。\d]{{2,14}})?申请|提供|实行)(?!兑[现付])(?:(?!给予|予以)[^,;。:]){{0,30}}?(?:{_WORD})"
    r"(?!的?(?:政策(?!.{0,2}$)|办法|资金(?:管理|使用|的)|标准的|范围|对象|人员|名单|比例|额度|面积|条件|方式|力度|次数))"
    rf"|{IN_FULL.pattern}|进行奖补(?=[,;。])|(?:进行|实行|实施)[^,;。:\d]{{0,6}}贴息|(?:开展|实施)[^,;。:]{{2,14}}奖励(?=[,;。])"
    rf"|落实[^,;。:\d]{{2,12}}补贴(?=[,;。]|$)"
    rf"|{_GOES_ON}[^,;。:\d]{{2,40}}(?:{_WORD})政策(?=[,;。]|$)|(?:{_WORD})[^,;。:\d]{{0,4}}{_WIDENS}[^,;。:]{{2,40}}"
    r"|享受[^,;。:]{0,6}(?:免征|减征|免收)[^,;。:]{2,20}(?:优惠|政策)|纳入[^,;。]{0,4}贴息范围|通过[^,;。]{0,6}(?:补贴|补助|贴息)[^,;。]{0,8}等方式"
    r"|采取[^,;。]{0,12}(?:以奖代补|先建后补)[^,;。]{0,12}(?:方式|形式)|(?:以奖代补|先建后补)(?:等)?方式"
)
"""给予一定补助 · 予以租金补贴 · 发放购房补贴 · 享受农村电商企业同等奖补政策 · 可向人社部门申请培训补贴
· 保费全额补贴 · 根据完成情况进行奖补 · 对小微企业进行贷款贴息 · 实施晋级差额奖励
· 继续实施基地一次性奖补政策 · 补贴对象扩大至毕业2年内高校毕业生
· 享受免征增值税优惠政策 · 纳入贷款贴息范围 · 通过补贴保险费等方式 · 采取先建后补、以奖代补等方式."""
_NOT = re.compile(
    r"不予|不得|不再|不给予|取消|(?:仅|只)(?:有|限|能)[^,;。]{0,12}(?:申请|享受)|(?:仅|只)给予一次|不能重复|追回|收回|退回|处罚|享受(?:以上|上述|本|该|前款|同类|多项|各项)|除享受|在享受|[已未]享受|享受过|享受[^,;。]{0,6}(?:的(?!租金|房租|税|费)|期间)|"
    r"(?:不超过|仅|只|最多|同一)[^,;。]{0,20}享受|^\s*(?:如|若)|同等条件|重复|申请(?:条件|材料|表|人|程序)|就高|另行制定|实施细则|管理办法|"
    r"(?:终止|停止|暂停|中止)(?:发放|享受)|负责(?:.{0,12})(?:发放|兑现|审核)|表彰奖励|"
    r"(?:成功|通过|完成)即给予|经(?:审核|复核|审批)后?,?按照?标准(?:给予|发放)|按照?(?:公示|审核|审定)(?:结果|名单|意见)|"
    r"防止|严防|避免|杜绝|冒领|骗[取补]|套取|对(?:已)?享受|不对[^,;。]{2,20}给予|原则(?!上)|叠加享受|按照?(?:下表|附表|下列|以下)|按照?本(?:实施)?(?:细则|办法|规定|措施|政策|意见)"
)
"""不予补助 · 享受以上奖励政策 · 不重复享受 · 负责补贴发放
· 防止重复享受补贴 · 按公示结果发放补贴 · 对享受补贴的住户: nothing is promised."""
_PROMISED = re.compile(
    r"(?:给予|予以|发放|提供)[^,;。:]{0,16}(?:支持|补助|补贴|奖励|奖补|资助|扶持)|(?:支持|补助|补贴|奖励|奖补|资助)。$|"
    r"(?:落实|发放|提高|完善|实施|建立|兑现|健全)[^,;。:]{0,16}(?:津贴|补贴|补助|奖励|救助|供养)(?:标准|制度|政策|待遇)?。$"
)
"""…给予支持。 · 落实高龄津贴。: a sentence that promises, whatever the next says of how much."""
_OF_BENEFITS = re.compile("[补奖贴减免助支资扶津救供]|全额")
"""财政|补|贴, |免|征, |扶|持, |全额|承担: what every such sentence holds."""
_FOLLOWS = re.compile(r"(?:如下|以下标准|下列)")
"""给予奖励，标准|如下|： · 给予补助，按|以下标准|执行: the sums stand below."""
_RELATIVE = re.compile(r"的[,，]|的(?:企业|单位|项目|个人)[,，]?(?:应|须|需|要)")
"""经认定可发放奖励|的，: who is meant, no promise."""
_WITHIN = re.compile(r"\s*其中[,:]?[^;。\n]*\d")
"""给予租金补贴。|其中，办公用房每平方米50元: the sums are said at once."""
_NAMES_WHO = re.compile(r"(?:\([^()]*\))?[^,;。]*的")
"""年薪100万元以上|的高层次人才 (not 每年资助100名青年): the figure says who is meant."""
_IN_CASE = re.compile(r"\s*(?:如(?!期|实)|若)")
"""若有多家机构，按比例分配补助: how a benefit promised before is handled."""
_PAST = re.compile(r"(?:^|,)[^,]*(?:已|曾|目前)[^,]*$")
"""目前已累计|发放补助 · 对此前曾|享受奖励的企业: what was paid before, no promise."""
_LENT = re.compile(r"(?:以内)?的?[^,;。\d]{0,8}贷款")
"""可申请最高50万元|的创业担保贷款|及贴息: what is lent."""
_DEFINES = re.compile(r"(?:是|系)指|,系(?![统列数])")
"""资助项目,|系|达到条件给予资助的项目: what a word means."""
_INSTRUMENTS = re.compile(rf"以奖代补|先建后补|{_WORD}")
"""给予租金|补贴 · 采取|以奖代补|方式."""
_NEW_SUBJECT = re.compile(r"(?:^|[,;:。)])(?=对(?!其|接(?![入收受待])|外|口|账|标)|属于[^,;。]{2,20}的)")
"""奖励10万元；|对新建项目予以补助, ，|属于小微企业的机构可享受减免 (not ，对其予以补助, ，对接…)."""
_LEAD = re.compile(r"\s*(?:\([^()]*负责[^()]*\))?[、,\s]*")
"""（市商务局负责）|对新建项目予以补助: no words of the promise."""
_ENJOYS = re.compile(r"([^,;。:]{2,20}?)(?:可|同等|均可|依法|按规定)?享受")
"""社区电商企业|享受同等奖补政策."""
_WIDENED = re.compile(rf"{_WIDENS}(?P<who>[^,;。:]+)$")
"""补贴对象扩大至|毕业2年内高校毕业生|."""
_RENEWED = re.compile(
    rf"^{_GOES_ON}(?:对(?P<did>[^,;。:]+?的)|对?(?P<who>[^,;。:]+?))(?:[国省市县区]级)?(?:一次性)?(?:{_WORD})政策$"
)
"""继续实施|返乡创业孵化基地|一次性奖补政策 · 继续实施对|通过评价的|市级奖补政策."""
_NO_NAME = ("对", "支持", "鼓励", "符合", "按")


def promises(folded: str, start: int, end: int) -> bool:
    """Whether the words start:end promise a benefit, with a figure or without."""
    return bool(_OF_BENEFITS.search(folded, start, end) and _PROMISE.search(folded, start, end))


def is_promised(folded: str, start: int, end: int) -> bool:
    """Whether the sentence start:end promises, and leaves it to the next to say how much: 落实高龄津贴。"""
    return bool(_OF_BENEFITS.search(folded, start, end) and _PROMISED.search(folded, start, end))


def find_unspecified(reading: Reading, start: int, end: int, grants: list[Grant], recipient: str | None) -> list[Draft]:
    """Promises of a benefit without any figure in the sentence start:end; `grants` are those with one."""
    begin = grants[-1].end if grants else start
    whole = _paid_in_full(reading, start, end, grants, recipient)
    return whole + _without_figure(reading, start, begin, end, recipient)


def _paid_in_full(reading: Reading, start: int, end: int, grants: list[Grant], recipient: str | None) -> list[Draft]:
    """What stands beside promises with a figure and pays a cost in full: 贫困户保费全额补贴，其他农户补贴70%.

    Joined to one by 、 (前两年全额补贴、第三年补贴50%，最高20万元), it stands under the same ceiling.
    """
    out = []
    gaps = [(grant.start, grant.end, grant.caps) for grant in grants]
    for stop, after, caps in [*gaps, (end, end, [])] if grants else []:
        for clause in split_at(reading.folded, start, stop, ",;"):
            match = IN_FULL.search(reading.folded, clause.start, clause.end)
            figures = reading.figures.within(clause.start, clause.end)
            if match and all(figure.kind == "duration" for figure in figures):
                out.append(_draft(reading, clause.start, clause.end, match, recipient))
                for cap in caps if clause.end == stop and reading.folded.startswith("、", stop) else ():
                    put(reading, out[-1], cap)
        start = after
    return out


def _without_figure(reading: Reading, start: int, begin: int, end: int, recipient: str | None) -> list[Draft]:
    """The promise without a figure in begin:end, where the promises with one of the sentence from `start` end."""
    folded = reading.folded
    match = _PROMISE.search(folded, begin, end)
    if not match or folded[end - 1] == ":" or _FOLLOWS.search(folded, match.end(), end):
        return []
    if _RELATIVE.match(folded, match.end()):
        return []
    if begin > start and (IN_FULL.search(match[0]) or not _NEW_SUBJECT.match(folded, begin)):
        return []
    if _WITHIN.match(folded, end) or is_heading(reading, start, end) or _is_reference(folded, begin, end, match):
        return []
    sums = [
        figure
        for figure in reading.figures.within(match.start(), end)
        if figure.kind == "money" and not _LENT.match(folded, figure.scope[1])
    ]
    if any(is_handed_out(folded, one, start) for one in sums):
        return []
    if not all(is_own(folded, one, start, after_last(folded, ",;", start, one.scope[0])) for one in sums):
        return []
    return [_draft(reading, begin, end, match, recipient)]


def is_heading(reading: Reading, start: int, end: int) -> bool:
    """Whether the words start:end belong to the heading of their section."""
    section = next(reading.outline.sections_about(start), None)
    return section is not None and end <= section.body


def _is_reference(folded: str, start: int, end: int, match: re.Match[str]) -> bool:
    """Whether the words deny, recall or only speak of a benefit."""
    for clause in split_at(folded, start, end, ",;"):
        if clause.start <= match.start() < clause.end and _NOT.search(folded[clause.start : clause.end]):
            return True
    lead = folded[start : match.start()]
    if _IN_CASE.match(lead):
        return True
    applies = match[0].startswith(("申请", "可申请")) and not re.search("补|减免|贴息", lead + match[0])
    return bool(_PAST.search(lead) or _DEFINES.search(lead)) or applies


def _draft(reading: Reading, start: int, end: int, match: re.Match[str], recipient: str | None) -> Draft:
    grant = Grant(_segment_start(reading, start, match.start()), match.end(), match.start())
    _, stop = trimmed(reading.folded, start, end, after="。;, \n")
    words = re.sub(r"^（[^（）]*）", "", reading.wide[grant.start : match.start()]).strip("，, ")
    who = _subject(reading, grant, recipient, match)
    instruments = _INSTRUMENTS.findall(match[0])
    names = conditions_of_those(reading, grant.start, match.start())
    whole = IN_FULL.search(reading.folded, match.start(), match.end())
    columns = NO_MONEY | {
        "beneficiary": who, "activity": words[:80] or None, "kind": "full" if whole else "unspecified",
        "instrument": instruments[-1] if instruments else None,
        "duration_years": years_named(words), "frequency": terms.frequency_of(reading, grant, None),
        "payer": terms.payer_of(reading, grant),
        "stacks": int(terms.stacks(reading, grant)), "theme": theme_of(who, reading.wide[grant.start : match.end()]),
    }  # fmt: skip
    said = {"subsidy_conditions": [as_part(reading, condition) for condition in names]}
    lasting = [f for f in reading.figures.within(grant.start, match.start()) if f.kind == "duration"]
    figures = [condition.figure for condition in names] + (lasting if columns["duration_years"] else [])
    return Draft(grant.start, max(stop, match.end()), "grant-unspecified", columns, figures, said)


def conditions_of_those(reading: Reading, start: int, end: int) -> list[Condition]:
    """What the words start:end say of who is meant: 月销售额10万元以下|的纳税人."""
    found = conditions_in(reading, start, end)
    those = [c for c in found if c.figure.kind != "duration" and _NAMES_WHO.match(reading.folded, c.figure.scope[1])]
    return [c for c in those if not c.variable.endswith("提供")]  # 为企业提供2000平方米以内的场地


def _segment_start(reading: Reading, start: int, at: int) -> int:
    subjects = list(_NEW_SUBJECT.finditer(reading.folded[start:at]))
    begin = start + subjects[-1].end() if subjects else start
    lead = _LEAD.match(reading.folded, begin, at)
    return lead.end() if lead else begin


def _subject(reading: Reading, grant: Grant, recipient: str | None, match: re.Match[str]) -> str | None:
    widened, renewed = _WIDENED.search(match[0]), _RENEWED.match(match[0])
    if widened:
        return reading.wide[match.start() + widened.start("who") : match.end()]
    if renewed and (renewed["did"] or ENDS.search(renewed["who"])):
        return renewed["did"] or renewed["who"]
    enjoys = _ENJOYS.search(reading.folded, grant.start, grant.end)
    if enjoys and ENDS.search(enjoys[1]) and not enjoys[1].startswith(_NO_NAME):
        return enjoys[1]
    return beneficiary_of(reading, grant, recipient)
