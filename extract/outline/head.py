"""The head of a notice: title, number, recipients, and the covering letter around an inner document."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extract.clean.fold import fold
from extract.outline.labels import label_of
from extract.outline.lines import (
    BOX, DATE_LINE, DRAFT, DRAFT_TAIL, GENRE, NUMBER_LINE, Line, is_furniture, is_prose, is_recipients, names_body,
)  # fmt: skip

LONGEST_TITLE = 160
REACH = 60
"""How many lines behind the covering letter the inner title may stand."""

# 关于印发(实施)《X》的通知; 印发《X》的通知; 关于转发X的通知
_WRAPS = re.compile(
    r"(?:关于)?(?:印发|转发|公布|发布|批转|下发)(?:实施|执行|施行|试行)?(?P<inner>[^,。]{4,}?)的?(?:通知|公告|决定|函)$"
)
# 关于公开征求《X(征求意见稿)》意见的公告
_CONSULTS = re.compile(r"(?:公开)?(?:征求|征集)(?:社会(?:公众)?)?(?:对)?《(?P<inner>[^》]{4,})》.{0,12}意见")
# 《X》已经市政府同意,现印发给你们; 现将《X》印发给你们
_ENCLOSES = re.compile(r"现(?:将)?.{0,160}(?:印发|下发|发)(?:给|实施|施行|你们)|现(?:予)?(?:印发|公布|发布)|现将.{2,160}(?:印发|公布|发布|下发)")
_QUOTED = re.compile(r"《((?:[^《》]|《[^》]*》|〈[^〉]*〉)+)》")
_AFTER_QUOTED = re.compile(r"》[^,。]{0,12}《")
_NOT_TITLE = re.compile(r"解读|问答|新闻发布|一图读懂|目录$|^附|下载")
_OPENS = re.compile(r"^(?:关于|印发|转发)")
_PUNCTUATION = re.compile(r"[^\w\u4e00-\u9fff]+")


@dataclass(slots=True)
class Head:
    """What stands before the text that makes promises.

    title    of the subject document; cover  of the letter around it (None: there is none)
    inner    the documents that the letter encloses, as named in it
    heads    lines before the recipients or the text; letter  lines of the covering letter, signature included
    body     offset where the text begins; titles  offsets of inner titles, where there are several
    """

    title: str | None = None
    cover: str | None = None
    inner: list[str] = field(default_factory=list)
    heads: list[Line] = field(default_factory=list)
    letter: list[Line] = field(default_factory=list)
    body: int = 0
    titles: list[int] = field(default_factory=list)
    draft: bool = False
    box: dict[str, str] = field(default_factory=dict)


def plain(text: str) -> str:
    """The text without punctuation and blanks, to compare titles by."""
    return _PUNCTUATION.sub("", text)


def read_head(lines: list[Line], text: str) -> Head:
    """The head of the notice whose (folded) lines these are; `text` is the same text unfolded."""
    head = Head()
    stop = next((i for i, line in enumerate(lines) if _ends_head(lines, i)), len(lines))
    head.heads = lines[:stop]
    head.box = _boxed(head.heads)
    own = _titles([line for line in head.heads if not _is_other(line)], text)
    head.draft = any(DRAFT.search(line.text) for line in head.heads if not is_furniture(line.text))
    title = own[-1] if own else None
    index = stop
    while index < len(lines) and is_recipients(lines[index].text):
        index += 1
    letter_end = _letter_end(lines, index, title)
    if letter_end is None:
        head.title, head.body = _subject(title), lines[index].start if index < len(lines) else len(text)
        if title and (match := _WRAPS.search(fold(title)) or _CONSULTS.search(fold(title))):
            head.cover, head.inner = title, [_unquoted(title[match.start("inner") : match.end("inner")])]
            head.title = _subject(head.inner[0])
        return head
    _read_letter(head, lines, (index, letter_end), title, text)
    return head


def _ends_head(lines: list[Line], index: int) -> bool:
    text = lines[index].text
    if is_recipients(text):
        return True
    if is_furniture(text) or BOX.match(text) or "《" in text[:16] and GENRE.search(text):
        return False
    label = label_of(text)
    return is_prose(text) or (label is not None and label.form != "attachment")


def _is_other(line: Line) -> bool:
    text = line.text
    return bool(DATE_LINE.match(text) or NUMBER_LINE.match(text) or BOX.match(text) or is_furniture(text) or _NOT_TITLE.search(text))


def _boxed(lines: list[Line]) -> dict[str, str]:
    from extract.lexicon import load

    meanings = load("documents")["box"]
    out: dict[str, str] = {}
    for line in lines:
        if (match := BOX.match(line.text)) and match["said"]:
            out.setdefault(meanings[match["label"]], match["said"].strip())
    return out


def _titles(lines: list[Line], text: str) -> list[str]:
    """The titles that stand in the lines, each joined over its lines, in order."""
    out: list[str] = []
    pieces: list[Line] = []
    for line in lines:
        if pieces and _complete(pieces) and not _continues(line.text):
            out.append(_join(pieces, text))
            pieces = []
        if names_body(line.text) and not GENRE.search(line.text):
            pieces = [line]
            continue
        if pieces and len(pieces) == 1 and names_body(pieces[0].text) and not _OPENS.match(line.text):
            pieces = []
        pieces.append(line)
    if pieces and _complete(pieces):
        out.append(_join(pieces, text))
    return [title for title in out if len(title) <= LONGEST_TITLE]


def _complete(pieces: list[Line]) -> bool:
    joined = "".join(piece.text for piece in pieces)
    if not GENRE.search(joined):
        return False
    return not re.search(r"关于(?:印发|转发|公布)", joined) or bool(re.search(r"(?:通知|公告|决定|函)[》\"”]*\s*(?:\([^()]*\))*$", joined))


def _continues(text: str) -> bool:
    """Whether the line goes on with a title that could end before it: (2018-2020年), 的通知."""
    return bool(re.match(r"(?:\([^()]*\)\s*)+$|的?(?:通知|公告)$", text))


def _join(pieces: list[Line], text: str) -> str:
    words = "".join(text[piece.start : piece.end] for piece in pieces)
    words = re.sub(r"(?<=[\u4e00-\u9fff\d])[ \u3000]+(?=[\u4e00-\u9fff\d《(（])", " ", words)
    return _unquoted(re.sub(r"^[\u4e00-\u9fff]{1,15}[〔\[(（]\d{4}[〕\])）]第?\d+号\s*", "", words))


def _unquoted(title: str) -> str:
    """Without 《》 around the whole."""
    title = title.strip()
    while title[:1] in "《〈" and title[-1:] in "》〉" and len(title) > 2:
        title = title[1:-1]
    return title


def _subject(title: str | None) -> str | None:
    """The title as the database holds it: without the mark of a draft and its own number, without inner blanks."""
    if title is None:
        return None
    title = re.sub(r"\s*[(（]?[\u4e00-\u9fff]{1,15}[〔\[(（]\d{4}[〕\])）]第?\d+号[)）]?$", "", title)
    folded = fold(title)
    for match in reversed(list(DRAFT_TAIL.finditer(folded))):
        title = title[: match.start()] + title[match.end() :]
    title = re.sub(r"(?<=[\u4e00-\u9fff”》]) +(?=[\u4e00-\u9fff“《])", "", title)
    return _unquoted(title.strip()) or None


def _letter_end(lines: list[Line], index: int, title: str | None) -> int | None:
    """Index after the last prose line of a covering letter that begins at `index`; None if there is no letter."""
    for end in range(index, min(index + 8, len(lines))):
        text = lines[end].text
        if label_of(text) is not None:
            return None
        if encloses(text):
            return end + 1
    return None


def encloses(paragraph: str) -> bool:
    """Whether the (folded) paragraph is the sentence by which a letter sends a document: 《X》…现印发给你们."""
    return "《" in paragraph and bool(_ENCLOSES.search(paragraph))


def _read_letter(head: Head, lines: list[Line], span: tuple[int, int], title: str | None, text: str) -> None:
    begin, end = span
    enclosing = lines[end - 1]
    head.cover = title
    wrapped = title and (_WRAPS.search(fold(title)) or _CONSULTS.search(fold(title)))
    head.inner = enclosed(text[enclosing.start : enclosing.end])
    if title and wrapped:
        subject = _unquoted(title[wrapped.start("inner") : wrapped.end("inner")])
    else:
        subject = head.inner[-1] if head.inner else title or ""
    standing = _standing(lines, end, [*head.inner, subject])
    if standing:
        index, after, _ = standing[0]
        head.letter = lines[begin:index]
        head.body = lines[after].start if after < len(lines) else len(text)
        if len(standing) == 1 and len(head.inner) <= 1:
            subject = _join(lines[index:after], text)
        else:
            head.titles = [lines[i].start for i, _, _ in standing]
            head.body = lines[index].start
    else:
        after = _after_signature(lines, end)
        head.letter = lines[begin:after]
        head.body = lines[after].start if after < len(lines) else len(text)
    head.draft = head.draft or bool(DRAFT.search(subject))
    head.title = _subject(subject)


def enclosed(paragraph: str) -> list[str]:
    """The titles that the enclosing sentence names: those just before 已经…同意/印发, joined by 、 or nothing."""
    found = list(_QUOTED.finditer(paragraph))
    trigger = re.search(r"现将?[^《》]{0,12}《", paragraph)
    if trigger:
        found = [match for match in found if match.start() >= trigger.start()]
    elif found and (sent := re.search(r"》[^《》]{0,60}现予?(?:印发|公布|发布|下发)", paragraph)):
        last = next(i for i, match in enumerate(found) if match.end() > sent.start())
        first = last
        while first and len(paragraph[found[first - 1].end() : found[first].start()]) <= 2:
            first -= 1
        found = found[first : last + 1]
    return [match[1] for match in found]


def _standing(lines: list[Line], begin: int, wanted: list[str]) -> list[tuple[int, int, str]]:
    """Where the wanted titles stand as lines of their own: (first line, line after, title), each once."""
    keys = {plain(DRAFT_TAIL.sub("", fold(title))): title for title in wanted if title}
    out: list[tuple[int, int, str]] = []
    index = begin
    while index < len(lines) and keys:
        hit = _title_at(lines, index, keys) if index < begin + REACH or len(keys) < len(wanted) else None
        if hit is None:
            if not keys or (not out and index >= begin + REACH):
                break
            index += 1
            continue
        after, key = hit
        out.append((index, after, keys.pop(key)))
        index = after
    return out


def _title_at(lines: list[Line], index: int, keys: dict[str, str]) -> tuple[int, str] | None:
    joined = ""
    for after in range(index, min(index + 4, len(lines))):
        if is_prose(lines[after].text) or label_of(lines[after].text) is not None:
            return None
        joined += lines[after].text
        bare = plain(DRAFT_TAIL.sub("", joined))
        for key in keys:
            if bare == key or (bare and key.startswith(bare) and _rest_is_years(key[len(bare) :])) or _rest_is_years(bare, key):
                end = after + 1
                while end < len(lines) and re.fullmatch(r"(?:\([^()]*\)\s*)+", lines[end].text):
                    end += 1
                return end, key
        if not any(key.startswith(bare) for key in keys):
            return None
    return None


def _rest_is_years(rest: str, key: str | None = None) -> bool:
    """Whether two titles differ only by years or 试行 at the end, or by a place at the beginning."""
    if key is not None:
        return rest.endswith(key) and len(rest) - len(key) <= 12 or (rest.startswith(key) and _rest_is_years(rest[len(key) :]))
    return bool(re.fullmatch(r"(?:[\d年]+|试行|暂行|修订版?|征求意见稿)+", rest))


def _after_signature(lines: list[Line], index: int) -> int:
    """The line after signature, date and remarks that follow a covering letter."""
    while index < len(lines):
        text = lines[index].text
        if not (names_body(text) or DATE_LINE.match(text) or re.fullmatch(r"\([^()]*\)", text) or text.startswith("附件")):
            return index
        index += 1
    return index
