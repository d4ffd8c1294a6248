"""Parts of a sentence that rules share: clauses, lists of figures, lists of things written once."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from extract.annotate.numerals import ONE_TO_TEN
from extract.annotate.values import Figure

ITEM_LABEL = r"\(?[一二三四五六七八九十\d]{1,3}[)、.]|[①-⑳]"
"""（2） · 2. · 二、 · ②: how an item begins."""
COMMA = re.compile(r"[，,](?!\d{3}(?!\d))|(?<!\d)[，,]")
"""A comma between clauses of quoted text, not one between thousands: 达到1,200亿元|，增长5%."""
JOINT = re.compile(r"[、和及与]|以及")
"""霍邱县|、|舒城县|和|金寨县 · 30%|以及|10%: between the members of a list."""
BRACKET = re.compile(r"\([^()]*\)")
"""5亿元|（不含土地款）|以上: an aside, whatever it says."""
OPEN, CLOSE = "(（《“", ")）》”"
_DEEP, _SHALLOW = "(《", ")》"


class Clause(NamedTuple):
    """Characters start:end of a sentence between two marks; `mark` is the mark before it ('' for the first)."""

    start: int
    end: int
    mark: str


class Ranges:
    """Ranges in order and apart from each other; `offset in ranges` finds by halving."""

    def __init__(self, ranges: Sequence[tuple[int, int]]) -> None:
        self.starts = [start for start, _ in ranges]
        self.ends = [end for _, end in ranges]

    def __contains__(self, offset: int) -> bool:
        index = bisect_right(self.starts, offset) - 1
        return index >= 0 and offset < self.ends[index]


@cache
def _marks(marks: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(marks + _DEEP + _SHALLOW)}]")


def split_at(folded: str, start: int, end: int, marks: str) -> list[Clause]:
    """Parts of start:end parted by any of the marks outside brackets, titles and ratios (1:0.5)."""
    parts: list[Clause] = []
    depth, begin, mark = 0, start, ""
    for match in _marks(marks).finditer(folded, start, end):
        char, i = match[0], match.start()
        if char in _DEEP:
            depth += 1
        elif char in _SHALLOW:
            depth = max(0, depth - 1)
        elif not depth and not (char == ":" and folded[i + 1 : i + 2].isdigit() and folded[i - 1].isdigit()):
            if folded[begin:i].strip():
                parts.append(Clause(begin, i, mark))
            begin, mark = i + 1, char
    if folded[begin:end].strip():
        parts.append(Clause(begin, end, mark))
    return parts


def after_last(folded: str, marks: str, start: int, end: int) -> int:
    """The offset after the last of the marks in start:end; start if there is none."""
    return max([folded.rfind(mark, start, end) + 1 for mark in marks] + [start])


def before_first(folded: str, marks: str, start: int, end: int) -> int:
    """The offset of the first of the marks in start:end; end if there is none."""
    return min([at for mark in marks if (at := folded.find(mark, start, end)) >= 0], default=min(end, len(folded)))


_IN_BRACKETS = re.compile(r"\([^()]{1,8}\)")
_PARTED = re.compile(r"[,;。每对(]")
"""国家级500万元、|对|省级100万元 · 10万元、|每|户5万元: no members of one list."""
_AT_A_TIME = re.compile(r"每(?:人|名)?每?[月年]$")
"""第一类人才每月10000元、第二类人才|每月|6000元."""
_JOINED = re.compile(r"^(?:、|和|及|以及|与|/|\([^()]{1,8}\)(?:、|和|,))")
"""500万元|、|省级100万元 · 300万元|（国家级）、|100万元（省级）."""


def trimmed(folded: str, start: int, end: int, before: str = "", after: str = "") -> tuple[int, int]:
    """The range without marks and blanks at its ends, those of `before` at its start and of `after` at its end.

    >>> trimmed("、给予10万元补助。", 0, 10, before="、", after="。")
    (1, 9)
    """
    while start < end and folded[start] in before:
        start += 1
    while start < end and folded[end - 1] in after:
        end -= 1
    return start, end


def figure_lists(folded: str, figures: Sequence[Figure], labelled: bool = False) -> list[list[Figure]]:
    """Groups of figures of one kind written as a list: 10万元、5万元和3万元 → one group of three.

    With `labelled` a short label may stand before each member (国家级500万元、省级100万元).
    """
    groups: list[list[Figure]] = []
    for figure in figures:
        if groups:
            last = groups[-1][-1]
            gap = folded[last.scope[1] : figure.scope[0]]
            same = last.kind == figure.kind or "other" in (last.kind, figure.kind)
            bare = re.fullmatch(r"(?:\([^()]{1,14}\))?(?:、|和|及|以及|与|或|/)", gap)
            named = (
                labelled
                and _JOINED.match(gap)
                and len(gap) <= 14
                and not _PARTED.search(_AT_A_TIME.sub("", _IN_BRACKETS.sub("", gap)))
            )
            if same and (bare or named):
                groups[-1].append(figure)
                continue
        groups.append([figure])
    return groups


_LEVELS = re.compile(
    r"(?P<list>(?<![园景社街小片新集库总])(?:国际|国家|世界|部|省部|省|自治区|市|地市|区|县|县区|区县|镇|乡镇|村)(?:级)?"
    r"(?:(?:、|和|及|或|,|以及|/)(?:国际|国家|省部|部|省|地市|市|区县|县区|区(?!域)|县(?!域)|乡镇|镇|村|[\u4e00-\u9fff]{2}(?=级))(?:级)?)+)(?!政府|财政)"
)
"""国家、省、市(工业设计中心) · 国家级、省级、市级(…) · 省、市级(…)."""
_STEP_NAME = (
    r"(?:[一二三四五六七八九十]+|[甲乙丙丁]|[A-Za-z]+|\d+[A-Za-z]*|[\u2160-\u216b]+|"
    r"[特轻中重大小初高优良上下长短金银铜])"
)
_STEP = rf"{_STEP_NAME}(?:（[^（）]{{1,6}}）)?"
_STEPS = re.compile(rf"(?P<list>{_STEP}(?:(?:、|和|及|或|与){_STEP})+)(?=[\u4e00-\u9fff])(?![、和及或与])")
"""完成|I、II、III|期临床试验, |一、二、三|类建筑面积, |3A、4A、5A|级的企业, |大、中|型企业."""
_MARKED = re.compile(rf"(?P<list>{_STEP_NAME}(?P<mark>[级类档等星期批])(?:(?:、|和|及|或|与){_STEP_NAME}(?P=mark))+)")
"""国家|5A级、4A级|旅游景区, |B类、C类|人才: each member with its mark."""
_FROM_TO = re.compile(
    r"第?(?P<a>[一二三四五六七八九])(?P<mark>类|级|档|等|层次)?(?:至|到|-|—)第?(?P<b>[一二三四五六七八九])(?P=mark)?"
)
"""第一类至第三类|人才 · 一至三|等奖."""
_AND = r"和|以及|及|(?<!参)与"
_JOINTS = tuple(re.compile(pattern) for pattern in (rf"、|{_AND}|或", r"、", _AND, "和|以及"))
"""All joints; 、 alone (A、B和C are two); 和 alone (A、B和C、D are two), even beside 与 (A和B与C)."""


_STANDARDS = re.compile(
    r"(?P<list>(?:国际|国家|行业|地方|团体|企业|省级?|市级?)(?:(?:、|和|及|或|以及)(?:国际|国家|行业|地方|团体|企业|省级?|市级?))+)(?=标准)"
)
"""主导制定|国家、行业、省级|标准的企业: kinds of standards (Standardization Law of 2017, article 2)."""


def _levels(text: str, count: int) -> list[str] | None:
    kinds = _STANDARDS.search(text)
    names = re.split(r"、|和|及|或|以及", kinds["list"]) if kinds else []
    if kinds and len(names) == count:
        return [text[: kinds.start()] + name + text[kinds.end() :] for name in names]
    for match in _LEVELS.finditer(text):
        names = re.split(r"、|和|及|或|,|以及|/", match["list"])
        if len(names) == count:
            suffix = "级" if any(name.endswith("级") for name in names) else ""
            return [text[: match.start()] + name.removesuffix("级") + suffix + text[match.end() :] for name in names]
    return None


def _steps(text: str, count: int) -> list[str] | None:
    """Names that differ by a number or grade only: 3A、4A、5A级企业 → 3A级企业, 4A级企业, 5A级企业."""
    span = _FROM_TO.search(text)
    if span and ONE_TO_TEN.find(span["b"]) - ONE_TO_TEN.find(span["a"]) + 1 == count:
        first = ONE_TO_TEN.find(span["a"])
        nth, after = text[span.start() : span.start("a")], (span["mark"] or "") + text[span.end() :]
        return [text[: span.start()] + nth + ONE_TO_TEN[first + i] + after for i in range(count)]
    for match in (*_MARKED.finditer(text), *_STEPS.finditer(text)):
        names = re.split(r"、|和|及|或|与", match["list"])
        if len(names) == count:
            head, tail = text[: match.start()], text[match.end() :]
            alone = _BESIDE.sub("", head)  # 特级和|A类、B类人才: the first has another beside it
            return [(alone if i else head) + name + tail for i, name in enumerate(names)]
    return None


_BESIDE = re.compile("[^、和及与]{1,6}[和及与]$")


def _atoms(text: str, joints: re.Pattern[str]) -> list[tuple[int, int]]:
    """Ranges of the members of the list in text, parted by the joints outside brackets."""
    out, begin, depth = [], 0, 0
    i = 0
    while i < len(text):
        if text[i] in OPEN:
            depth += 1
        elif text[i] in CLOSE or (text[i] == '"' and depth):
            depth -= 1
        joint = None if depth > 0 else joints.match(text, i)
        if joint and i > begin:
            out.append((begin, i))
            begin = i = joint.end()
            continue
        i += 1
    out.append((begin, len(text)))
    return out


_OWN = re.compile(
    r"(?P<level>(?:国家|自治区|省|市|州|区|县|部|镇|村)级)|(?P<grade>[高中初特]级)|(?P<size>[大中小微]型)|"
    r"(?P<type>[\u4e00-\u9fff]{2}型|专精特新|规模以上|规上)(?=[\u4e00-\u9fff]{2})"
)
"""省级|专精特新企业, 创新型|中小企业: a member that says itself of what level or sort it is."""
_LIKE = {
    "level": re.compile(r"(?:国家|自治区|省|市|州|区|县|部|镇|村)级"), "grade": re.compile(r"[高中初特]级"),
    "size": re.compile(r"[大中小微]型"), "type": re.compile(r"(?!)"),
}  # fmt: skip
_PART_TAKEN = r"(?:主导|牵头|主持|参与|承担|独立|联合|主办|承办|协办|举办|新建|改建|扩建|改扩建|购买|购置|租用|租赁)"
_PARTS_TAKEN = re.compile(_PART_TAKEN)


def shared_prefix(first: str, second: str) -> str:
    """What the second member leaves out of the first: 省级农村电商示范县, 示范镇 → 省级农村电商."""
    for length in range(min(len(second), 4), 1, -1):
        at = first.rfind(second[:length])
        if at > 0:
            return first[:at]
    own = _OWN.match(second)
    if own:  # 省级…企业、|创新型|中小企业
        like = _LIKE[own.lastgroup or ""].search(first)
        return first[: like.start()] if like else ""
    at = first.rfind(second[:1])
    if at > 0 and len(first) - at == len(second):
        return first[:at]
    if second[0] in "分子总" and len(second) > 3 and first.endswith(second[1:]):
        return first[: 1 - len(second)]
    if len(first) > len(second) and (first[-1] == second[-1] or _shape(first[-len(second) :]) == _shape(second)):
        return first[: -len(second)]
    return ""


def _shape(text: str) -> str:
    return re.sub(r"[A-Za-z]", "a", re.sub(r"\d", "0", text)) if re.search(r"[A-Za-z0-9]", text) else text


def _shared_suffix(last: str, atom: str) -> str:
    """What the members before the last leave out.

    3A, 5A级的企业 → 级的企业; 五星级, 三星级营地 → 营地; 国际性, 全国性赛事 → 赛事; 自理, 不能自理老年人 → 老年人.
    """
    if re.search(r"[A-Za-z0-9]", atom):
        match = re.match(r"[A-Za-z0-9.]+", last)
        return last[match.end() :] if match else ""
    if len(atom) > 1 and atom in last[:-1] and not last.startswith(atom):
        return last[last.index(atom) + len(atom) :]
    close = last.rfind("”") + 1
    if close and atom.endswith("”"):
        return last[close:]
    for mark in "级类等型档期性":
        if atom.endswith(mark) and 0 < last.find(mark) < len(last) - 1:
            return last[last.find(mark) + 1 :]
    at = last.find("的")
    deed = _SHARED_DEED.search(last, 0, at) if at > 0 else None
    return last[deed.start() if deed else at :] if at > 0 else ""


_SHARED_DEED = re.compile(r"(?:建设|创建|研发|认证|认定|评定|评审|称号|资质|证书|资格)$")
"""承担国家委员会及分委员会|建设|的企业: said of both."""


def spread(text: str, count: int) -> list[str] | None:
    """A list written once as `count` full phrases, or None where it has not that many members.

    省级农村电商示范县、示范镇、示范村 (3) → 省级农村电商示范县, 省级农村电商示范镇, 省级农村电商示范村;
    国家、省、市工业设计中心 (3) → 国家工业设计中心 …; 评估等级在3A、4A、5A级的企业 (3) → 评估等级在3A级的企业 ….
    """
    named = _levels(text, count) or _steps(text, count)
    if named:
        return named
    bounds = next((b for b in (_atoms(text, joints) for joints in _JOINTS) if len(b) == count), [])
    quoted = re.findall(r"“[^”]{1,20}”", text)
    if not bounds and len(quoted) == count and "”“" in text:
        head, tail = text[: text.index("“")], text[text.rindex("”") + 1 :]
        return [head + name + tail for name in quoted]
    if not bounds:
        return None
    atoms = [text[a:b] for a, b in bounds]
    took = _PARTS_TAKEN.match(atoms[-1])
    if took and took.end() < len(atoms[-1]) and all(_PARTS_TAKEN.fullmatch(atom) for atom in atoms[:-1]):
        return [atom + atoms[-1][took.end() :] for atom in atoms[:-1]] + atoms[-1:]  # 主导、参与|制定标准的
    suffix = _shared_suffix(atoms[-1], atoms[0])
    prefix = shared_prefix(atoms[0].removesuffix(suffix), atoms[1].removesuffix(suffix))
    if any(prefix + atom == atoms[0] for atom in atoms[1:]):
        prefix = ""  # 高级技师、技师
    out = []
    for i, atom in enumerate(atoms):
        if i > 1 and _OWN.match(atom):
            whole = shared_prefix(atoms[0].removesuffix(suffix), atom) + atom
        else:
            whole = atom if i == 0 or atom.startswith(prefix) else prefix + atom
        out.append(whole if i == count - 1 or not suffix or whole.endswith(suffix) else whole + suffix)
    return out
