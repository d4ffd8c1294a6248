"""Front matter: what head, signature and imprint say of a notice (GB/T 9704: 标题, 发文字号, 发文机关, 成文日期)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from extract.clean.fold import fold
from extract.doubts import Doubt
from extract.lexicon.divisions import gazetteer
from extract.outline.doc_numbers import DATE, HAN_DATE, PUBLIC_NUMBER, find_numbers, parse_date
from extract.outline.head import Head, read_head
from extract.outline.jurisdiction import Area, area_at_head, area_in_text, area_in_title, area_of_number, area_told_of
from extract.outline.lines import DATE_LINE, DRAFT, GENRE, IMPRINT, Line, is_furniture, is_prose, names_body
from extract.outline.model import Front
from extract.outline.page import page_day, page_issuer, page_number, page_title

# 2019年3月15日; 二〇一九年三月十五日
_ANY_DATE = f"(?:{DATE.pattern}|{HAN_DATE.pattern.replace('?P<', '?P<h')})"
# 山东省人民政府办公厅 2019年3月15日印发|; 2019年3月15日印发|
_IMPRINT_DATE = re.compile(rf"^(?P<body>[\u4e00-\u9fff、\s]{{0,60}}?)\s*(?P<date>{_ANY_DATE})\s*印发")
_SIGNED_LINE = re.compile(rf"(?P<bodies>\S.{{3,80}}?)\s*(?P<date>{_ANY_DATE})(?:\s*\([^()]{{2,12}}\))?$")
# (六安市人民政府办公室2025年3月14日): a signature in a bracket
_IN_BRACKET = re.compile(r"\([^()]*日\)")
# (2019年3月15日) under the title or …的通知|(2019年3月15日); the day of adoption or promulgation stands so too
_TITLE_DATE = re.compile(rf"\((?:.*\D)?(?:{DATE.pattern}).*\)$")
# 自2022年10月1日起施行: the day of effect
_EFFECT = re.compile(rf"自?(?:{DATE.pattern})\s*起?(?:施行|实施)")
# (皖政〔2019〕4号) on a line of its own
_BRACKETED_NUMBER = re.compile(r"^\((?P<number>.*号)\)$")
# 制定以下政策措施; 特制定本行动方案; 提出如下实施意见
_SELF_NAMED = re.compile(
    r"(?:制定|制订|出台|提出|形成|拟定)(?:和实施|并实施)?了?(?:本|以下|如下|下列|该)(?P<name>[^,。:]{2,14}?)(?=[,。:]|$)"
    r"|特?制定(?P<bare>[^,。:本如以]{0,8})如下"
)
# |2026|年政府工作报告 (not 中国制造2025, 2030年前碳达峰, 2035年远景目标)
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?=年(?!前|远景|愿景)|-\d)")
# 行动方案(|2018-2020|年); |2021年至2023|年
_YEAR_RANGE = re.compile(r"20\d\d年?\s*[-—–至到]+\s*(?:20)?\d\d")
# 美丽杭州建设|领导小组|: bodies set up for a matter, which need no place before them
_STANDING_BODY = re.compile("(?:领导小组|指挥部|联席会议|工作专班)(?:办公室)?$")
# 新政发〔2018〕37号 to |各乡镇|人民政府: a county's, no province's
_TO_TOWNSHIPS = re.compile(r"^各(?:乡镇|镇|街道)", re.M)
_LAST_LINES = 40


@dataclass(slots=True)
class Signature:
    """The bodies that sign and the day (ISO) under them; `line` is where it begins."""

    bodies: list[str] = field(default_factory=list)
    day: str | None = None
    line: int | None = None


@dataclass(slots=True)
class Frame:
    """Front matter with the range of the text that makes promises and the offsets of inner titles;
    `letter` is what the covering letter says beside."""

    front: Front
    body: tuple[int, int]
    titles: list[int]
    doubts: list[Doubt]
    letter: tuple[int, int]


def read_front(text: str, folded: str, lines: list[Line], in_table: set[int], said: Mapping[str, str]) -> Frame:
    """The front matter of a notice. `in_table` are the starts of lines that are table rows."""
    head = read_head([line for line in lines if line.start not in in_table], text)
    if head.body >= len(text) and in_table:  # a title and a table, no prose
        head.body = min(in_table)
    body_end = _imprint_start(lines, in_table, head.body, len(text))
    signature = _signature(lines, in_table, head, body_end)
    imprint = _imprint(lines, body_end)
    if head.title is None:
        head.name(page_title(head.box, said))
    front = Front(title=head.title)
    front.doc_number = _own_number(head, folded) or page_number(head.box, said)
    front.issuer = _issuer(head, signature, imprint) or page_issuer(head.box, said)
    front.issued_on = signature.day or _day_under_title(head) or imprint[1] or page_day(head.box, said)
    front.status = "draft" if head.draft or bool(DRAFT.search(front.title or "")) else "issued"
    beginning = folded[head.body : min(body_end, head.body + 1200)]
    front.genre = _genre(front.title, beginning)
    front.year = _year(front) or _year_told(beginning)
    area = _area(front, head, folded, folded[head.body : body_end])
    if area is not None:
        front.area, front.adcode = area.name, area.adcode
    return Frame(front, (head.body, max(head.body, body_end)), head.titles, _doubts(front), head.duties)


def _imprint_start(lines: list[Line], in_table: set[int], begin: int, length: int) -> int:
    """Where the foot begins: imprint, remarks on publication, the page's own lines; a signature alone before it too."""
    end = length
    for line in reversed(lines[-_LAST_LINES:]):
        if line.start < begin or line.start in in_table:
            break
        foot = IMPRINT.match(line.text) or (is_furniture(line.text) and not is_prose(line.text))
        if not foot and not (DATE_LINE.match(line.text) or _signs(line.text)):
            break
        end = line.start
    return end


def _signs(text: str) -> bool:
    return names_body(text) and area_at_head(text) is not None


def _imprint(lines: list[Line], begin: int) -> tuple[str | None, str | None]:
    """Body and day (ISO) of the imprint: 山东省人民政府办公厅2019年3月15日印发."""
    for line in lines[-_LAST_LINES:]:
        if line.start >= begin and (match := _IMPRINT_DATE.match(line.text)):
            day = parse_date(match["date"])
            return match["body"].strip() or None, day.isoformat() if day else None
    return None, None


def _signature(lines: list[Line], in_table: set[int], head: Head, body_end: int) -> Signature:
    """The signature: of the covering letter, else the first in the text with bodies over a date, else at its end."""
    signed = _signed(head.letter, in_letter=True) if head.letter else None
    if signed and signed.day:
        return signed
    rest = [line for line in lines if line.start >= head.body and line.start not in in_table]
    below = _signed(rest)  # a letter with points of its own is signed behind them
    if head.letter and not (below and below.day):
        return signed or Signature()
    return below or Signature()


def _signed(lines: list[Line], in_letter: bool = False) -> Signature | None:
    for index, line in enumerate(lines):
        words = line.text
        if _IN_BRACKET.fullmatch(words):
            words = words[1:-1]
        if DATE_LINE.match(words):
            bodies = _bodies_above(lines, index)
        elif (found := _SIGNED_LINE.match(words)) and _signs(found["bodies"]):
            bodies = [*_bodies_above(lines, index), *split_bodies(found["bodies"])]
        else:
            continue
        day = parse_date(words)
        last = index + 1 == len(lines) and index > 0 and is_prose(lines[index - 1].text)
        behind = index > 0 and lines[index - 1].text.startswith("附件")
        if day and (bodies or last or in_letter or behind):
            return Signature(bodies, day.isoformat(), line.start)
    tail = [line for line in lines[-3:] if _signs(line.text)]
    return Signature([body for line in tail for body in split_bodies(line.text)], None, tail[0].start) if tail else None


def _bodies_above(lines: list[Line], index: int) -> list[str]:
    out: list[str] = []
    while index and (names_body(lines[index - 1].text) or re.fullmatch(r"\([^()]*章\)", lines[index - 1].text)):
        index -= 1
        if not lines[index].text.startswith("("):
            out[:0] = split_bodies(lines[index].text)
    return out if out and (area_at_head(out[0]) is not None or _STANDING_BODY.search(out[-1])) else []


def split_bodies(text: str) -> list[str]:
    """The bodies that one line names: parted by blanks, 、 or by the place that each begins with."""
    out: list[str] = []
    for part in re.split(r"[\s、]+", text.strip()):
        place = re.match(r"(?:中共)?([\u4e00-\u9fff]{2,9}?(?:省|市|县|自治区|自治州|区))", part)
        pieces = re.split(rf"(?<=[厅局会部室府院团委社])(?=(?:中共)?{re.escape(place[1])})", part) if place else [part]
        out.extend(re.sub(r"(?:文件|令|公告|\([^()]*\))$", "", piece) for piece in pieces if piece)
    return out


def _issuer(head: Head, signature: Signature, imprint: tuple[str | None, str | None]) -> str | None:
    bodies = signature.bodies or _bodies_of_title(head.cover or head.title) or _letterhead(head)
    if not bodies and imprint[0] and names_body(imprint[0]):
        bodies = split_bodies(imprint[0])
    return "、".join(dict.fromkeys(bodies)) or None


_SHORT_NAME = re.compile("[\u4e00-\u9fff]{4}(?:办|委)$")
"""天津市政务服务|办|关于印发…: short names that end no line of their own."""


def _bodies_of_title(title: str | None) -> list[str]:
    """六安市叶集区人民政府关于… → 六安市叶集区人民政府."""
    match = re.match(r"[《“\s]*(?P<bodies>[^关《]{3,90}?)\s*(?:关于|印发|转发)", title or "")
    bodies = match["bodies"] if match else ""
    short = _SHORT_NAME.search(bodies) and area_at_head(bodies) is not None
    return split_bodies(bodies) if short or names_body(bodies.replace("等", "")) else []


def _letterhead(head: Head) -> list[str]:
    for line in head.heads:
        if names_body(line.text) and _signs(line.text):
            return split_bodies(line.text)
    return []


def _own_number(head: Head, folded: str) -> str | None:
    """The number in the head (never one behind a title in 《》, which is another document's)."""
    for line in head.heads:
        text = line.text
        if is_furniture(text):
            continue
        if (bracket := _BRACKETED_NUMBER.match(text)) is not None:
            text = bracket["number"]
        for number in find_numbers(text):
            before = text[: number.start]
            behind_title = before.endswith(("》(", "通知(", "》")) and number.end >= len(text) - 1
            if behind_title or ("《" not in before and (number.prefix or not before.strip())):
                return number.text
        if match := re.fullmatch(rf"\(?{PUBLIC_NUMBER.pattern}\)?", text):
            return f"{match['year']}年第{match['serial']}号" if match["year"] else f"第{match['serial']}号"
    return None


def _day_under_title(head: Head) -> str | None:
    for line in head.heads:
        written = "年" in line.text and DATE_LINE.match(line.text)
        titled = GENRE.search(line.text) and _TITLE_DATE.search(line.text)
        if written or titled or _TITLE_DATE.match(line.text):
            stated = _EFFECT.sub("", line.text)
            days = [parse_date(match[0]) for match in DATE.finditer(stated)] or [parse_date(stated)]
            if days[-1]:
                return days[-1].isoformat()
    return None


def _genre(title: str | None, beginning: str) -> str | None:
    """The word the title ends in; without a title the word by which the first paragraph calls the document."""
    if title is not None:
        match = GENRE.search(fold(title))
        return match["genre"] if match else None
    for found in _SELF_NAMED.finditer(beginning):
        match = GENRE.search(found["name"] or found["bare"] or "")
        if match:
            return match["genre"]
    return None


def _year_told(beginning: str) -> int | None:
    """The year that the first words of a letter name: 现就抓好|2022|年粮食生产工作通知如下."""
    told = _ABOUT_YEAR.search(beginning)
    return int(told["year"]) if told else None


_ABOUT_YEAR = re.compile(r"现(?:就|将)[^。,;\d]{0,24}(?P<year>20\d\d)年[^。;]{2,40}(?:通知|通告|安排|部署)如下")


def _year(front: Front) -> int | None:
    title = front.title or ""
    years = _YEAR.findall(title)
    said = re.search(r"(?:19|20)\d\d", f"{front.issued_on or ''} {front.doc_number or ''}")
    issued = int(said[0]) if said else None
    if len(set(years)) == 1 and not _YEAR_RANGE.search(title) and int(years[0]) <= (issued or int(years[0])) + 1:
        return int(years[0])
    return issued


def _area(front: Front, head: Head, folded: str, body: str) -> Area | None:
    """From the issuer, the title, else from what the text says of itself; the number's sign settles the rest."""
    numbers = find_numbers(fold(front.doc_number or ""))
    hint = area_of_number(numbers[0].prefix) if numbers else None
    if hint and hint.endswith("0000") and _TO_TOWNSHIPS.search(folded, 0, head.body):
        hint = None
    if front.issuer and (area := area_at_head(front.issuer, False, folded, hint)) is not None:
        return area
    for title in (head.title, head.cover, front.title):
        if title and (area := area_in_title(title, folded, hint)) is not None:
            return area
    if (area := area_in_text(body, hint) or area_told_of(folded)) is not None:
        return area
    if hint:
        return Area(gazetteer().by_code[hint].full_name, hint)
    source = fold(head.box.get("source", ""))
    return area_at_head(source, False, folded) if names_body(source.split(" ")[0]) else None


def _doubts(front: Front) -> list[Doubt]:
    out = []
    if front.title is None:
        out.append(Doubt("no-title", "warning", "没有找到标题：原文件可能缺少文件头，请补充标题。"))
    if front.issued_on is None:
        out.append(Doubt("no-issue-date", "info", "没有找到成文日期（落款、标题下括号或印发日期），请核对原文。"))
    if front.area is None:
        out.append(Doubt("unknown-place", "warning", "无法判断文件适用的地区，请补充地区。"))
    return out
