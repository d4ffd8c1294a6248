"""Lists of those responsible: whatever stands between separators is a body, whether its ending is known or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extract.annotate.values import UnitName
from extract.lexicon import alternation
from extract.lexicon.divisions import gazetteer
from extract.lexicon.organisations import organisations

SEPARATORS = "、,;。\n\t/|"
OPEN, CLOSE = "(“《‘[〈", ")”》’]〉"
# 市商务局和市财政局; 各场景牵头部门和配合部门; 市委以及市政府
CONJUNCTION = re.compile(r"以及|和|及|与|暨")
# 市商务局等, 尚卿乡等有关乡镇人民政府, 市文旅局等部门 (not 高等学校, 中等职业学校)
AND_OTHERS = re.compile(r"(?<![高中初优平同对])等(?!级|次|候)")
# what 等 only sums up: 等部门, 等单位, 等15个部门, 等主管部门
SUMMED_UP = re.compile(
    r"(?:[一二三四五六七八九十\d]+[个家])?(?:主管|职能|市级|省级|市直|县直|责任|政府)?(?:部门|单位|机构|方面)?(?:的?(?:负责)?)"
)
# 各银行等|金融机构|: what all of them are belongs to the name
CLASS_OF_BODIES = re.compile(r"[一-龥]{2,4}(?:机构|企业|组织)\s*\Z")
# 临港地区管理委员会|(以下简称“|临港管委会”)
SHORT_FORM_OPENS = re.compile(r"\((?:以下|下)?(?:统|简)?称:?[“\"']?")
# 县电子商务工作领导小组办公室(简称“县电商办”): no part of the name
SHORT_FORM = re.compile(rf"{SHORT_FORM_OPENS.pattern}(?P<short>[^”\"')]{{2,20}})[”\"']?\)")
# 有关区县政府(含高新区、经开区管委会,下同); 市市场监管局(以下如无特别说明,排名第一的为牵头单位)
FROM_HERE_ON = re.compile(r"\((?:[^()]*[,;、](?:以)?下同|以下[^()]*(?:第一|首位)[^()]*牵头[^()]*)\)[\s。]*$")
# 各区人民政府|〈含开发区、风景区管委会|,下同〉
TAKES_IN = re.compile(r"〈(?:含|包括)[^〉]*〉?$")
# what opens a name that stands for several: 各县区政府, 有关部门, 省直有关单位, 驻六安各单位, 全市各级, 乡(镇)政府,
# 厅机关各处室
GROUP_OPENING = re.compile(
    r"(?:乡镇|镇乡|镇街|街镇|市县|县区)(?:人民)?(?:政府|\()|(?:设区的?|地级)市|(?:[乡镇市县区旗]|街道)\([^()]{1,8}\)|[省市县区州]、(?:[市县区州乡镇]|\()|(?:中央|驻[一-龥]{1,4}|[厅局委](?:机关|直属?|属|系统)?|(?:全|本|我)?[省市县区州](?:级|直|属|政府|直属)?)?(?:各|有关|相关|[当属]地|(?:乡|镇|街道)(?=人民政府$|办事处$)|其他|其它|所有|沿线|涉[一-龥]|承担)"
)
# what closes one: 领导小组成员单位, 牵头单位, 市县两级政府
GROUP_CLOSING = re.compile(
    r"(?:^(?:项目|课题|工程)?(?:承办|实施|中标|运营|建设|申报|承担|用人|主管|承建|参与|项目)(?:单位|企业|主体|机构|部门)"
    r"|成员单位|牵头单位|责任单位|配合单位|参与单位|牵头部门|责任部门|配合部门|[两三四]级[一-龥]{2,6})$"
)
LEVELS = "省市县区州盟旗"
# cells joined without a separator: 市公安局|市教育局
GLUED = re.compile(r"(?<!总)[局厅](?=[省市县区州](?!场)[一-龥]{2,10}(?:局|厅|委|办|会))")
# 市公安局|、|市教育局|(|牵头|)|, and each 局 or 厅, behind which cells may be glued
_MARKS = re.compile(f"[{re.escape(SEPARATORS + OPEN + CLOSE)} \u3000局厅]")
# 高新园(东城镇)| |各街道: clean text keeps a blank only where it parts two things
_PARTED = re.compile(r"[\u4e00-\u9fff)][ \u3000]+[\u4e00-\u9fff]")
# 市、县(区)人民政府; 省、市、区财政部门: a bare level goes with what follows
BARE_LEVEL = re.compile(
    r"(?P<each>各(?:有关|相关)?|有关|相关)?"
    r"(?:省|市|县|区|州|乡|镇|自治[区州县旗]|特区|新区|旗|盟)级?(?:\([^()]*\))?$"
)
# what a bare level with 各 goes with: 各市、县(区)人民政府, 各县、区人民政府(管委会), not 各市、市商务局
LEVEL_GOES_ON = re.compile(
    r"(?:省|市|县|区|州|乡|镇|特区|新区|旗|盟|街道|自治[区州县旗])(?:\([^()]*\))?(?:$|级|人民政府(?:\([^()]*\))?$|政府$|委|管委会$|[一-龥]{0,6}部门$|(?<=\))[一-龥]{2,10}局$)"
)
# no body stands in these: 2023年底前, 10月, 长期坚持, 持续推进, 无, 下同, 分管副省长, 除专门列出外
NO_UNIT = re.compile(
    r"^$|^[-—―/\d.()\s]+$|^(?:分管|协管)?(?:副?(?:[省市区县州]长|秘书长)|除[^,、]*)$|\d+[年月日分]|(?:年底|月底|前完成|推进|落实|实施|下同|同上|为止)$|^(?:无|略|长期|全年|持续)"
)
# a head that a list shares: 市发展改革、商务部门; 济南、青岛市政府
OTHER_DEPARTMENTS = re.compile(r"等(?:有关|相关|主管|职能)?部门")
# 市发展改革、商务|主管部门; 济南、青岛市|人民政府; 高新区|管委会
HEAD = re.compile(r"(?:行政)?(?:主管|职能|管理|监管)?部门$|人民政府$|政府$|管委会$")


def list_units(folded: str, start: int, end: int) -> list[UnitName]:
    """The bodies of a list of those responsible: whatever stands between separators in `folded[start:end]`.

    A head that the last shares with those before it is on their `head`. What is plainly no body (a date, 下同) is left
    out. Offsets are those of `folded`.
    """
    pieces = [piece for raw in _pieces(folded, start, end) for piece in _with_others(folded, *raw)]
    pieces = _joined_levels(folded, [_trimmed(folded, a, b) for a, b in pieces])
    out: list[UnitName] = []
    distributed = False
    for a, b in pieces:
        name = folded[a:b]
        if NO_UNIT.search(name) or len(name) > 45:
            continue
        if name in ("单位", "机构") and out and out[-1].group and out[-1].text.endswith("部门"):
            out[-1] = UnitName(out[-1].start, b, folded[out[-1].start : b], True)  # 市直有关部门、单位
            continue
        opened = bool(GROUP_OPENING.match(name))
        distributed = opened or (distributed and name in _bare_groups())
        out.append(UnitName(a, b, name, opened or distributed or _closes_as_group(name)))
    return _with_heads(folded, out)


def is_group(name: str) -> bool:
    """Whether a name stands for several bodies: 各县区政府, 有关部门, 领导小组成员单位, 区县."""
    return bool(GROUP_OPENING.match(name)) or _closes_as_group(name)


def _closes_as_group(name: str) -> bool:
    return bool(GROUP_CLOSING.search(name)) or name in organisations().groups


def complete(name: str) -> bool:
    """Whether a name ends like a body: 市商务局, 各区县, 龙涓乡."""
    known = bool(organisations().tail.search(name) or _DIVISION.fullmatch(name))
    return known or (len(name) > 2 and is_group(name)) or _is_town(name)


# 厅法规处, 局办公室, 委人事科: a part of the department that issues
_DIVISION = re.compile(r"[厅局委][一-龥]{2,8}(?:处|科|室|股)")


# 龙涓乡, 城关镇
_TOWN = re.compile(r"[一-龥]{2,6}(?:乡|镇|街道|街办|苏木)")


def _is_town(name: str) -> bool:
    return bool(_TOWN.fullmatch(name))


@cache
def _bare_groups() -> frozenset[str]:
    """Names that stand for several behind 各…、: 各区县、开发区管委会."""
    zones = ("开发区", "园区", "产业园区", "工业园区", "高新区", "功能区", "新区", "经开区", "街道", "街道办")
    heads = ("", "管委会", "管委", "管理委员会", "办事处")
    return (
        organisations().groups
        | {"管委会", "街道办事处", "人民政府"}
        | {zone + head for zone in zones for head in heads}
    )


def _pieces(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Ranges between separators outside brackets and quotes, parted further at 和 between two whole names."""
    depth, begin = 0, start
    for mark in _MARKS.finditer(folded, start, end):
        char, i = mark[0], mark.start()
        if char in OPEN:
            depth += 1
        elif char in CLOSE:
            depth = max(0, depth - 1)
        elif depth:
            continue
        elif char in "局厅":
            if GLUED.match(folded, i, end) and complete(folded[begin : i + 1]):
                yield from _at_conjunctions(folded, begin, i + 1)
                begin = i + 1
        elif char in SEPARATORS or _PARTED.match(folded, i - 1, end) or complete(folded[begin:i].strip()):
            yield from _at_conjunctions(folded, begin, i)
            begin = i + 1
    yield from _at_conjunctions(folded, begin, end)


def _at_conjunctions(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = folded[start:end]
    if not CONJUNCTION.search(piece):
        yield start, end
        return
    whole = [m.span() for m in _conjoined_stems().finditer(piece)]
    begin = 0
    for match in CONJUNCTION.finditer(piece):
        inside = any(a <= match.start() and match.end() <= b for a, b in whole)
        bracketed = piece.count("(", 0, match.start()) > piece.count(")", 0, match.start())
        left, right = piece[begin : match.start()].strip(), piece[match.end() :].strip()
        if inside or bracketed or not right or (left and not (complete(left) or _shares_head(left, right))):
            continue
        yield start + begin, start + match.start()
        begin = match.end()
    yield start + begin, end


@cache
def _conjoined_stems() -> re.Pattern[str]:
    """Stems with a conjunction of their own: 发展和改革, 文化和旅游."""
    return re.compile(alternation([stem for stem in organisations().stems if CONJUNCTION.search(stem)]))


def _shares_head(left: str, right: str) -> bool:
    return right.endswith("部门") and left.lstrip(LEVELS) in organisations().stems


def _with_others(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A piece without 等; what 等 adds is a piece of its own where it names somebody (等有关乡镇人民政府)."""
    match = AND_OTHERS.search(folded, start, end) if folded.find("等", start, end) >= 0 else None
    if not match:
        yield start, end
        return
    if CLASS_OF_BODIES.match(folded, match.end(), end) and folded.startswith("各", start):
        yield start, end
        return
    yield start, match.start()
    if not SUMMED_UP.fullmatch(folded[match.end() : end].strip()):
        yield match.end(), end


def _trimmed(folded: str, start: int, end: int) -> tuple[int, int]:
    """Without blanks, a leading 由 and a bracket that gives a short form or says whom the name takes in."""
    bracketed = folded.find("(", start, end) >= 0
    if bracketed and (short := SHORT_FORM.search(folded, start, end) or FROM_HERE_ON.search(folded, start, end)):
        end = short.start()
    taking_in = TAKES_IN.search(folded, start, end)
    end = taking_in.start() if taking_in else end
    while start < end and (folded[start] in ' \u3000:"' or (folded[start] == "由" and start + 2 < end)):
        start += 1
    while start < end and folded[end - 1] in " \u3000:。.":
        end -= 1
    return start, end


def _joined_levels(folded: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """市、县(区)人民政府 is one name, not two."""
    out: list[tuple[int, int]] = []
    level: re.Match[str] | None = None
    for start, end in pieces:
        alone = BARE_LEVEL.fullmatch(folded, start, end)
        if level and start < end and (not level["each"] or LEVEL_GOES_ON.match(folded, start, end)):
            start = out.pop()[0]
            alone = alone and level
        level = alone
        out.append((start, end))
    return out


def _with_heads(folded: str, units: list[UnitName]) -> list[UnitName]:
    """Puts a shared head on those that lack one: 市发展改革、商务部门; 审计等部门; 济南、青岛、烟台市政府."""
    head, stem_head, place_head = "", "", ""
    out: list[UnitName] = []
    for unit in reversed(units):
        if OTHER_DEPARTMENTS.match(folded, unit.end):
            head, stem_head, place_head = "部门", "部门", ""
        if head and not complete(unit.text):
            own = stem_head if unit.text.lstrip(LEVELS) in organisations().stems else place_head
            if own and (own == stem_head or unit.text in gazetteer().by_short):
                unit = UnitName(unit.start, unit.end, unit.text, unit.group, own)
        else:
            match = HEAD.search(unit.text)
            head = match.group() if match else ""
            stem_head = head if head.endswith("部门") else ""
            place_head = _behind_place(unit.text) if head and not stem_head else ""
        out.append(unit)
    return out[::-1]


def _behind_place(name: str) -> str:
    """What follows the short name of a place: 烟台市政府 → 市政府."""
    for length in range(min(len(name) - 1, 6), 1, -1):
        if name[:length] in gazetteer().by_short:
            return name[length:]
    return ""
