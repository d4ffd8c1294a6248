"""Titles: joined over broken lines, unwrapped from 关于印发…的通知, compared, found again where they stand alone."""

from __future__ import annotations

import re

from extract.clean.fold import fold
from extract.outline.labels import label_of
from extract.outline.lines import DRAFT_TAIL, GENRE, Line, is_prose, names_body

LONGEST_TITLE = 160
_TELLING = 8
_PLACE = 12
"""Characters of a title that tell it from another, and that a place before it may have."""
REACH = 60
"""How many lines behind the covering letter the inner title may stand."""

# 关于印发(实施)《X》的通知; 印发《X》的通知; 关于转发X的通知; 关于印发X的通知(2023年4月7日)
_WRAPS = re.compile(
    r"(?:关于)?(?:印发|转发|公布|发布|批转|下发|下达)(?:实施|执行|施行|试行)?(?P<inner>[^,。]{4,}?)的?(?:通知|公告|决定|函)(?:\([^()]*\d[^()]*\))?$"
)
# 关于公开征求《X(征求意见稿)》意见的公告
CONSULTS = re.compile(r"(?:征求|征集)(?:社会(?:公众)?)?对?《(?P<inner>[^》]{4,})》.{0,12}意见")
# 关于印发《扶持办法》的|通知|; 关于公布…名单的|公告(第5号)|
_SENDS = re.compile(r"(?:通知|公告|决定|函)[》\"”]*\s*(?:\([^()]*\))*$")
# 关于稳增长促发展的二十条; 合肥市推进数字经济三年行动
_LIKELY = re.compile(
    r"(?=.*(?:促进|支持|推进|加快|加强|深化|优化|行动|工程|条))(?:关于|[\u4e00-\u9fff]{2,12}?[省市区县州厅局委府室])[^,。;:>|]{6,70}$"
)
# 关于|加快…; 印发|…: goes on behind a line with the body's name
_OPENS = re.compile(r"^(?:关于|印发|转发|下达)")
# (2018-2020年), 的通知 or 重点任务和责任分工 on a line of its own
_GOES_ON = re.compile(
    r"(?:\([^()]*\)\s*)+$|的?(?:通知|公告)$|(?:重点|主要|目标)?任务(?:和|及|与)?[^,。]{0,8}(?:分工|分解|清单)(?:表|方案)?$"
)
_BRACKETS = re.compile(r"(?:\([^()]*\)\s*)+")
_OWN_NUMBER = r"[\u4e00-\u9fff]{1,15}[〔\[(（]\d{4}[〕\])）]第?\d+号"
# 六安市人民政府关于…的实施意见|(六政(2019)12号)
_NUMBER_BEHIND = re.compile(rf"\s*[(\[]?\s*{_OWN_NUMBER}\s*[)\]]?$")
_DAY_BEHIND = r"(?<=.{8})\s*[(（](?:19|20)\d\d\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日[)）]$"
"""…实施意见|（2023年5月26日）."""
_HAN_BLANK = re.compile(r"(?<=[\u4e00-\u9fff”》\d]) +(?=[\u4e00-\u9fff“《（(\d])")
# 扶持办法|试行|; 三年行动方案|20182020年| (titles without punctuation)
_ADDED = re.compile(r"(?:[\d年]+|试行|暂行|修订版?|征求意见稿)*")
_PUNCTUATION = re.compile(r"[^\w\u4e00-\u9fff]+")


def plain(text: str) -> str:
    """The text without punctuation and blanks, to compare titles by."""
    return _PUNCTUATION.sub("", text)


def unquoted(title: str) -> str:
    """Without 《》 around the whole."""
    title = title.strip()
    while title[:1] in "《〈" and title[-1:] in "》〉" and len(title) > 2:
        title = title[1:-1]
    return title


def titles_of(lines: list[Line], text: str) -> list[str]:
    """The titles that stand in the lines of a head, each joined over its lines, in order.

    A body's name belongs to the title below it if that begins with 关于 (六安市叶集区人民政府 / 关于…的实施意见).
    """
    out: list[str] = []
    pieces: list[Line] = []
    for line in lines:
        if pieces and _complete(pieces) and not _GOES_ON.match(line.text):
            out.append(joined(pieces, text))
            pieces = []
        bodies = all(names_body(piece.text) for piece in pieces)
        if names_body(line.text) and not GENRE.search(line.text):
            again = any(line.text == piece.text for piece in pieces)
            pieces = [*pieces, line] if bodies and not again else [line]
            pieces = [piece for piece in pieces if not piece.text.endswith("文件")]
            continue
        if pieces and bodies and not _OPENS.match(line.text):
            pieces = []
        pieces.append(line)
    if pieces and _complete(pieces):
        out.append(joined(pieces, text))
    return [title for title in out if len(title) <= LONGEST_TITLE]


def loose_title(lines: list[Line], text: str) -> str | None:
    """The last line of a head that reads like a title but ends in no kind of document: 关于稳增长的二十条."""
    likely = [line for line in lines if _LIKELY.match(line.text) and not names_body(line.text)]
    return joined(likely[-1:], text) if likely else None


def _complete(pieces: list[Line]) -> bool:
    words = _NUMBER_BEHIND.sub("", "".join(piece.text for piece in pieces))
    if not GENRE.search(words):
        return False
    return not re.search(r"关于(?:印发|转发|公布)", words) or bool(_SENDS.search(words))


def joined(pieces: list[Line], text: str) -> str:
    """The title that stands in the lines, as written but for line breaks and a number before it."""
    words = "".join(text[piece.start : piece.end] for piece in pieces)
    return unquoted(re.sub(rf"^{_OWN_NUMBER}\s*", "", words))


def subject(title: str | None) -> str | None:
    """The title as the database holds it: without the mark of a draft, its own number, its day and blanks."""
    if title is None:
        return None
    title = re.sub(rf"^【[^】]{{1,6}}】\s*|\s*[(（]?{_OWN_NUMBER}[)）]?$|{_DAY_BEHIND}", "", title)
    for match in reversed(list(DRAFT_TAIL.finditer(fold(title)))):
        title = title[: match.start()] + title[match.end() :]
    return unquoted(_HAN_BLANK.sub("", title)) or None


def wrapped(title: str | None) -> str | None:
    """What a covering title sends: 关于印发X的通知 → X; None if it sends nothing."""
    if title is None:
        return None
    match = _WRAPS.search(fold(title)) or CONSULTS.search(fold(title))
    inner = title[match.start("inner") : match.end("inner")] if match else ""
    if inner and "《" not in inner and not (GENRE.search(fold(inner)) or _NAMES_PAPER.search(inner)):
        return None
    several = _SEVERAL.match(inner)
    return unquoted(several[0] if several else inner) or None


_NAMES_PAPER = re.compile("(?:条|名单|表|书|册|图|法|则|案|制)(?:[(（][^()（）]*[)）])?$")
"""关于印发稳增长二十|条|的通知: a paper is sent (not 关于印发进一步加大扶持力度的通知)."""
_SEVERAL = re.compile("《[^《》]{4,}》(?=[、和及]?《)")
"""关于印发|《甲行动方案》|《乙行动方案》的通知: the first of several."""


def standing(lines: list[Line], begin: int, wanted: list[str]) -> list[tuple[int, int]]:
    """Where the wanted titles stand as lines of their own behind `begin`: first line and line after, each once."""
    keys = {_key(title) for title in wanted if title}
    out: list[tuple[int, int]] = []
    index = begin
    while index < len(lines) and keys and (out or index < begin + REACH):
        hit = _title_at(lines, index, keys)
        if hit is None:
            index += 1
            continue
        after, key = hit
        keys.remove(key)
        out.append((index, after))
        index = after
    return out


def _key(title: str) -> str:
    return plain(DRAFT_TAIL.sub("", fold(title)))


def _title_at(lines: list[Line], index: int, keys: set[str]) -> tuple[int, str] | None:
    """The line after a wanted title that begins at the line, and its key."""
    words = ""
    for after in range(index + 1, min(index + 5, len(lines) + 1)):
        text = lines[after - 1].text
        if is_prose(text) or label_of(text) is not None:
            return None
        words += text
        bare = _key(words)
        key = next((key for key in keys if same_title(bare, key)), None)
        if key is not None:
            while after < len(lines) and _BRACKETS.fullmatch(lines[after].text):
                after += 1
            return after, key
        if not any(key.startswith(bare) for key in keys):
            return None
    return None


def same_title(one: str, other: str) -> bool:
    """Whether two plain titles differ by nothing but years or 试行 at the end, or by a place at the beginning."""
    short, long = sorted((one, other), key=len)
    if len(short) < 4:
        return short == long
    if long.startswith(short):
        return bool(_ADDED.fullmatch(long[len(short) :]))
    return len(short) >= _TELLING and long.endswith(short) and len(long) - len(short) <= _PLACE
