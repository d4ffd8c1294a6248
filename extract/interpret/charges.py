"""Who is charged and how: the words of a bracket, a label line or a table cell → bodies with roles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, zip_longest
from typing import NamedTuple

from extract.annotate.unit_lists import complete, list_units
from extract.annotate.values import UnitName
from schemas.vocabulary import Role


class Charge(NamedTuple):
    """A body with its role in a task."""

    unit: UnitName
    role: Role


class Label(NamedTuple):
    """A label as it stands: `word` without the colon, `end` behind the colon."""

    start: int
    end: int
    word: str


# 按职责分工, 按各自职能, 分别, 共同: how they share the work, no part of a name
MANNER = (
    r"(?:(?:按照?|根据|依据|依)(?:各自|相关|有关|本)*(?:工作|部门)?(?:职责|职能|权限|分工)+(?:范围|任务|要求)?)?"
    r"(?:结合(?:各自|本地|工作|部门)?(?:实际|职责|职能))?(?:分工|分头|分别|共同|联合|协同|具体|统筹|组织|统一|直接|密切|积极|全面|主要|抓好|做好)*"
)
# 牵头, 负责牵头, 牵头负责, 为主; 配合, 协助; 负责, 组织实施, 落实, 各区县均为责任单位
VERBS: tuple[tuple[Role, str], ...] = (
    (
        "lead",
        r"负责牵头|总牵头|(?:为)?牵头(?:抓总|负责|组织|推进|落实|实施|总责|抓好|协调)*(?:并(?=按))?|抓总|为主(?:负责)?|主办|负总责",
    ),
    (
        "support",
        r"(?:负责)?(?:配合|协助|协同|协作|参与|参加|协办|支持)(?:组织|落实|实施|推进|做好|完成|负责|配合|执行)*",
    ),
    (
        "responsible",
        r"(?:负责|落实|承办|承担|推进|实施|执行|推动)+(?:到位|解决|完成|办理|解释|组织|抓好|落实)*|(?<=职责)(?:分工)?|(?<=分工)"
        r"|(?:均|皆)为(?:共同)?责任(?:单位|主体)",
    ),
)
# 市商务局|牵头|,市财政局|按职责分工负责|; 由市商务局|负责|会同市财政局
VERB = re.compile(
    rf"{MANNER}(?:" + "|".join(f"(?P<{role}>{words})" for role, words in VERBS) + r")(?=$|[,;。、\s]|会同|(?<=并)按)"
)
# 牵头责任单位, 配合部门, 协办单位, 完成时限: words that are labels and nothing else
_OWN = (
    r"(?:总|主要|共同|第一|市级|省级|县级|区级)?(?:牵头|责任|配合|协办|协助|协作|参与|参加|主办|承办|实施)(?:责任|考核)?"
    r"(?:单位|部门)|完成(?:时限|时间)|责任(?:人|领导)"
)
# 牵头考核单位: 完成时限: 责任人: any words before a colon; 牵头单位: even inside a line; 【责任单位】…;
# 责任单位为… (not 第一责任单位为牵头单位)
LABEL = re.compile(
    rf"(?:^|(?<=[,;。、\s()!]))(?P<label>[一-龥]{{2,12}})(?:\([^()]*\))?\s?:\s*"
    rf"|(?P<inside>{_OWN}):\s*|(?:^|(?<=[,;。、\s(]))(?P<said>{_OWN})[为是](?!牵头|主办|主要|主责)"
    rf"|\((?P<boxed>{_OWN})\):?\s*(?=[一-龥])",
    re.M,
)
# what every label holds: a colon, or 责任单位为, (责任单位)
_HINT = re.compile(r":|[为是)](?:(?<=单位.)|(?<=部门.)|(?<=时限.)|(?<=时间.)|(?<=责任人.)|(?<=领导.))")
_BLANKS = 40
"""Within so many characters behind the colon the blanks end that belong to the label."""
# 责任领导, 牵头领导, 责任人, 联系人: persons; 完成时限
NO_UNITS = re.compile(r"领导|人$|人员|电话|时限|时间|期限|进度|分值|得分|日期")
LABEL_ROLES: tuple[tuple[re.Pattern[str], Role | None], ...] = (
    (NO_UNITS, None),
    # 牵头单位, 牵头考核单位, 主办单位, 第一责任单位
    (re.compile(r"牵头|主办|主责|第一责任|主要责任"), "lead"),
    # 配合单位, 协办单位, 参加单位, 参与部门
    (re.compile(r"配合|协助|协办|协同|协作|参加|参与|支持|会办"), "support"),
    # 责任单位, 责任部门, 实施主体, 落实单位, 承办单位, 负责单位
    (re.compile(r"责任|负责|实施|落实|承办|主管|执行|推进|办理"), "responsible"),
)
# what such a label ends in: 单位, 部门, 主体 … or nothing (牵头:, 配合:)
LABEL_HEAD = re.compile(r"(?:单位|部门|主体|处室|科室|股室|机构|局办|牵头|配合|责任|负责|协办|主办|协助|协作|参与)$")
# 列第一位的单位为牵头责任单位, 排名第一的为牵头单位, 首位为牵头部门, 第一个逗号前为牵头单位, 列逗号之前的为牵头单位
ORDER_RULE = re.compile(
    r"(?:第一[位个家]?|首位|最前|首个|首家|第1位?)的?(?:者|单位|部门|责任单位)?[均皆]?(?:为|是|系|作为)"
    r"(?:该项|本项)?(?:工作|任务)?(?:的)?(?:牵头|主要|主办|主|第一)"
    r"|(?:第一个|[排位]?列(?:在|于)?)(?P<mark>逗号|分号)[之以]?前的?(?:单位|部门)?[均皆]?(?:为|是|系)(?:牵头|主要|主办|主责)"
)
# what every order rule says: 列|第一|位的单位为牵头责任单位; most lists have none
_ORDERS = re.compile("第[一1]|首|最前|列.{0,2}[逗分]号")
# (牵头), (牵头单位), (配合): a role in brackets behind a name
ROLE_MARK = re.compile(r"\((?P<word>牵头|主办|配合|协助|协办|协作|参与)(?:单位|部门)?\)$")
# 市商务局|会同|市财政局; 由市经信局|商|市财政局
CONSULTING = re.compile(r"会同|会商|(?<![工招电外])商(?=[省市县区])")
# what may stand behind the last verb: 下同; 以下均需各区负责,不再列出; 2023年12月底前完成; 长期坚持
AFTERWORD = re.compile(r"(?:[,;。、\s]*(?:以?下同|等|[^,;。()]{0,16}(?:完成|启动|[年月日前底起]|坚持|推进)))*[,;。\s]*")
# what is said of all tasks at once: 以下均需各区政府负责,不再列出; 具体任务均涉及相关市(州)人民政府,不再做分工
NOTE = re.compile(
    r"(?:除[^,;。()]{2,12}外,)?(?:以下|具体任务|各项任务|所有任务|下列|其余)[^;。]*(?:均|不再|不一一)|下同|不再"
)
# 先导区管委会|(各单位按职责分工落实,下同): said of all of them
SAID_OF_ALL = re.compile(r"\((?:以上|上述)?各(?:责任|相关|有关)?(?:单位|部门)[^()]*\)[\s。]*$")


def role_of_label(label: str) -> Role | None:
    """The role that a label or a column's name gives: 牵头单位 → lead, 责任单位 → responsible; None: no units there."""
    if not LABEL_HEAD.search(label):
        return None
    return next((role for pattern, role in LABEL_ROLES if pattern.search(label)), None)


def parse_labelled(folded: str, start: int, end: int) -> list[Charge]:
    """The charges of `牵头单位:A;配合单位:B,C`; empty where no label of units stands there."""
    labels = list(find_labels(folded, start, end))
    out: list[Charge] = []
    for label, following in zip_longest(labels, labels[1:]):
        role = role_of_label(label.word)
        if role:
            out += parse_list(folded, label.end, following.start if following else end, role)
    return out


def find_labels(folded: str, start: int, end: int) -> Iterator[Label]:
    """All labels in a range: 牵头单位: 完成时限: 责任人: …"""
    at = start
    while hint := _HINT.search(folded, at, end):
        # from the beginning of its line, which may hold nothing but the colon
        line = folded.rfind("\n", at, max(at, hint.start() - 1)) + 1
        match = LABEL.search(folded, max(at, line), min(end, hint.end() + _BLANKS))
        if match is None:
            at = hint.end()
            continue
        at = match.end()
        group = match.lastgroup or "label"
        word, begin = match[group], match.start(group) - (group == "boxed")
        own = re.search(rf"{_OWN}$", word)
        if own and complete(word[: own.start()]):
            word, begin = own.group(), begin + own.start()
        yield Label(begin, match.end(), word)


def parse_list(folded: str, start: int, end: int, default: Role) -> list[Charge]:
    """The charges of a list, with the roles that verbs in it give (A牵头,B、C配合) and else the default."""
    end = _without_notes(folded, start, end)
    out: list[Charge] = []
    begin = start
    verbs = list(VERB.finditer(folded, start, end))
    if len(verbs) == 1 and verbs[0]["responsible"] is not None and default != "responsible":
        return _segment(folded, start, verbs[0].start(), default)  # 牵头单位: A、B按职责分工负责
    for verb in verbs:
        out += _segment(folded, begin, verb.start(), _verb_role(verb))
        begin = verb.end()
    if not (out and AFTERWORD.fullmatch(folded, begin, end)):
        out += _segment(folded, begin, end, default)
    return out


def _without_notes(folded: str, start: int, end: int) -> int:
    """Where the list ends before what is said of the order or of all tasks: |,列第一位的单位为牵头单位,下同."""
    remark = SAID_OF_ALL.search(folded, start, end)
    end = remark.start() if remark else end
    order = islice(ORDER_RULE.finditer(folded, start, end), 1) if _ORDERS.search(folded, start, end) else ()
    for rule in (*order, *NOTE.finditer(folded, start, end)):
        if folded.count("(", start, rule.start()) > folded.count(")", start, rule.start()):
            continue  # said of one body: 有关区县政府(含高新区,下同)
        clause = max(folded.rfind(mark, start, rule.start()) for mark in ",;。(")
        end = min(end, max(clause, start))
    return end


def parse_verbs(folded: str, start: int, end: int) -> list[Charge]:
    """The charges of `A牵头,B配合` where a verb closes every list; empty where other words stand there."""
    end = _without_notes(folded, start, end)
    verbs = list(VERB.finditer(folded, start, end))
    if not verbs or not AFTERWORD.fullmatch(folded, verbs[-1].end(), end):
        return []
    charges = parse_list(folded, start, verbs[-1].end(), "responsible")
    return charges if any(complete(charge.unit.text) for charge in charges) and all(map(_plain, charges)) else []


def _plain(charge: Charge) -> bool:
    """Whether the words could be a name at all: no verb of a sentence, no 的."""
    return not _SAYS.search(charge.unit.text) and len(charge.unit.text) >= 2


# 对|各区进行考核, 应当|提出申请的; but 各对口区县政府, 对外经济合作局, 有帮扶任务的区县政府
_SAYS = re.compile(r"(?<!任务)的|对(?![口外台接])|须|应当|可以|不得|[=%]")


def _verb_role(verb: re.Match[str]) -> Role:
    return "lead" if verb["lead"] else "support" if verb["support"] else "responsible"


def _segment(folded: str, start: int, end: int, role: Role) -> list[Charge]:
    """One list with one role; A会同B: A leads, B supports; A(牵头): that role."""
    consulting = CONSULTING.search(folded, start, end)
    if consulting:
        first = [Charge(unit, "lead") for unit in list_units(folded, start, consulting.start())]
        return first + [Charge(unit, "support") for unit in list_units(folded, consulting.end(), end)]
    return [_marked(unit, role) for unit in list_units(folded, start, end)]


def _marked(unit: UnitName, role: Role) -> Charge:
    mark = ROLE_MARK.search(unit.text)
    if not mark:
        return Charge(unit, role)
    shorter = unit._replace(end=unit.start + mark.start(), text=unit.text[: mark.start()])
    return Charge(shorter, "lead" if mark["word"] in ("牵头", "主办") else "support")


# 第一个|逗号|前为牵头单位
_MARKS = {"逗号": ",", "分号": ";"}


def ordered(folded: str, charges: list[Charge], rule: re.Match[str]) -> list[Charge]:
    """The roles under an order rule: the first leads, or those before the first comma; the others support.

    Stated roles stay.
    """
    if not charges or any(charge.role != "responsible" for charge in charges):
        return charges
    first, last = charges[0].unit.end, charges[-1].unit
    if rule["mark"]:
        stop = folded.find(_MARKS[rule["mark"]], first, last.start)
        first = stop if stop >= 0 else last.end
    return [charge._replace(role="lead" if charge.unit.end <= first else "support") for charge in charges]
