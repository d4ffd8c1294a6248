"""The head of a notice: title, number, recipients, and the covering letter around an inner document."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extract.clean.fold import fold
from extract.lexicon import load
from extract.outline import lines as kinds
from extract.outline.labels import label_of
from extract.outline.lines import Line, is_furniture, is_prose, is_recipients, names_body
from extract.outline.titles import CONSULTS, joined, loose_title, standing, subject, titles_of, wrapped

_MEANINGS: dict[str, str] = load("documents")["box"]
_LONGEST_LETTER = 8
"""Lines of a covering letter, signature left out."""

# 《X》已经市政府同意,现印发给你们; 现将《X》印发给你们; 现将《X》公布
_ENCLOSES = re.compile(
    r"现.{0,160}(?:印发|下发|下达|发)(?:给|实施|施行|你们)|现予?(?:印发|公布|发布)|现将.{2,160}(?:印发|公布|发布|下发)|现将《[^》]{2,80}》[^。]{0,20}下达"
)
# 现将《|扶持办法》印发给你们; 现将市商务局制定的《|实施方案》印发
_HERE_IS = re.compile(r"现将?[^《》]{0,12}《")
# 《扶持办法|》已经市政府同意,现印发|给你们
_IS_SENT = re.compile(r"》[^《》]{0,60}现予?(?:印发|公布|发布|下发|下达)")
# 现将《扶持办法》|印发|给你们; 现将《申报指南》予以|公布
_SENDS = re.compile("印发|公布|发布|下发|下达|发给")
# 根据《规划》,现将重点任务|印发; 现将《政府工作报告》|确定的任务|分解下达: another paper, only named
_SENT_NOW = re.compile(
    r"现将[^《》。]{0,40}《(?:[^《》]|《[^》]*》|〈[^〉]*〉)+》"
    r"(?:(?!确定|明确|提出|部署|中的|任务|工作|事项|重点|责任|\d{1,3}(?:项|个|条))[^。])*?(?:印发|公布|发布|下发|下达|发给|施行|实施)"
)
# 根据《要点》要求,结合实际,制定了|全市政务公开任务分解清单|,现印发给你们
_MADE = re.compile(
    r"(?:制定|编制|拟定|形成|起草)了?(?:[我全本][省市县区州])?(?P<what>[^,。《》“”]{6,60}),(?:[^,。《》]{2,16},)?现(?:予|将其)?(?:印发|公布|发布|下发)"
)
_QUOTED = re.compile(r"《((?:[^《》]|《[^》]*》|〈[^〉]*〉)+)》")
# 政策|解读; |目 录; |附|件1; |一图读懂
_NO_TITLE = re.compile(r"解读|问答|新闻发布|一图读懂|^目\s*录$|^附|下载")
# a title's line has words, is a bracket with years, or a title's end: 措|施(2023年5月26日); not ZJSP18-2021-0008, ★
_WORDY = re.compile(r"[\u4e00-\u9fff]{3}|^\(.*\)$|^[\u4e00-\u9fff]{1,2}\((?:19|20)\d\d年[^()]*\)$")
_NO_PART_OF_TITLE = (
    kinds.DATE_LINE,
    kinds.NUMBER_LINE,
    kinds.PUBLIC_LINE,
    kinds.ADOPTED,
    kinds.BOX,
    kinds.TAGGED,
    kinds.MASTHEAD,
)
_REMARK = re.compile(r"\([^()]*\)$")


@dataclass(slots=True)
class Head:
    """What stands before the text that makes promises.

    title    of the subject document; cover  of the letter around it (None: there is none)
    inner    the documents that the letter encloses, as named in it
    heads    lines before the recipients or the text; letter  lines of the covering letter, signature included
    duties   range of what a letter says behind the sentence that sends the document: 请于3月15日前报送方案
    body     offset where the text begins; titles  offsets of inner titles, where there are several
    box      what the box of a page says above the notice
    """

    title: str | None = None
    cover: str | None = None
    inner: list[str] = field(default_factory=list)
    heads: list[Line] = field(default_factory=list)
    letter: list[Line] = field(default_factory=list)
    duties: tuple[int, int] = (0, 0)
    body: int = 0
    titles: list[int] = field(default_factory=list)
    draft: bool = False
    box: dict[str, str] = field(default_factory=dict)

    def name(self, title: str | None) -> None:
        """Takes a title from elsewhere, unwrapped if it is that of a covering letter."""
        sent = wrapped(title)
        if sent:
            self.cover, self.inner = title, [sent]
        self.title = subject(sent or title)
        self.draft = self.draft or bool(kinds.DRAFT.search(title or ""))


def read_head(lines: list[Line], text: str) -> Head:
    """The head of the notice whose (folded) lines these are; `text` is the same text unfolded."""
    lines = _with_values(_without_ordinal(lines))
    stop = next((i for i, line in enumerate(lines) if _ends_head(line.text)), len(lines))
    head = Head(heads=lines[:stop], box=_boxed(lines[:stop], text))
    candidates = _without_site([line for line in head.heads if _may_be_title(line.text)])
    own = _numbered_title(head.heads, candidates, text) or titles_of(candidates, text)
    words = [line.text for line in head.heads if not is_furniture(line.text)]
    head.draft = any(kinds.DRAFT.search(line) or CONSULTS.search(line) for line in words)
    title = _of_the_whole(own) if own else loose_title(candidates, text)
    first = stop
    while first < len(lines) and is_recipients(lines[first].text):
        first += 1
    after = _letter_end(lines, first)
    if after is not None:
        _read_letter(head, lines, (first, after), title, text)
    else:
        head.name(title)
        head.body = _start(lines, first, text)
    return head


# …建设方案(2024—2026年)|-深圳政府在线_深圳市人民政府门户网站|: the title that a browser shows
_SITE = re.compile(
    r"(?<=.{8})(?:\s*[-_|—–]+\s*[^-_|—–]{2,24})*\s*[-_|—–]+\s*[^-_|—–]{0,20}(?:网站?|在线|门户|频道|公众号)\s*$"
)


def _without_site(lines: list[Line]) -> list[Line]:
    """The lines without the names of sites; such a line goes where the title stands again below it."""
    out = []
    for number, line in enumerate(lines):
        site = _SITE.search(line.text)
        bare = Line(line.start, line.start + site.start(), line.text[: site.start()]) if site else line
        if not site or not any(other.text.startswith(bare.text) for other in lines[number + 1 :]):
            out.append(bare)
    return out


def _of_the_whole(titles: list[str]) -> str:
    """The last title, unless it reads like the heading of a part behind a title of its own."""
    whole = next((title for title in titles if title.startswith("关于") and not wrapped(title)), None)
    return whole if whole and _PART.match(titles[-1]) else titles[-1]


# |实施|招商奖励新计划, behind 关于新时期强化投资促进的政策措施
_PART = re.compile("推出|实施|加大|打造|建立|完善|强化|优化|推进|推动|加快|深化|落实|开展")


def _numbered_title(heads: list[Line], candidates: list[Line], text: str) -> list[str]:
    """The titles before the line with the notice's number, where that names a genre: what follows is a part's."""
    number = next((line for line in heads if kinds.NUMBER_LINE.match(line.text)), None)
    above = [line for line in candidates if number and line.start < number.start]
    directly = above and number and not text[above[-1].end : number.start].strip()
    return titles_of(above, text) if directly else []


_ORDINAL = re.compile(r"\d{1,3}[.、] ?(?=[\u4e00-\u9fff“《]{4})")
# 省政府办公厅|印发|关于…措施的通知; 市政府|关于|…的实施意见
_ISSUED = re.compile(r"[\u4e00-\u9fff、 ]{3,40}?(?:关于|印发|转发)")
# 促进中小微企业发展条例|(2023年1月16日)|
_DATED = re.compile(r".{6,}\((?:19|20)\d\d年\d{1,2}月\d{1,2}日\)$")
_TITLE_LINES = 4


def _without_ordinal(lines: list[Line]) -> list[Line]:
    """The lines of a notice out of a collection, without the number that its title has there: |7.|市政府关于…的通知."""
    number = _ORDINAL.match(lines[0].text) if lines else None
    if number is None:
        return lines
    first = Line(lines[0].start + number.end(), lines[0].end, lines[0].text[number.end() :])
    opening = [first, *lines[1:_TITLE_LINES]]
    titles = ("".join(line.text for line in opening[:count]) for count in range(1, len(opening) + 1))
    titled = any(_DATED.match(title) or (_ISSUED.match(title) and kinds.GENRE.search(title)) for title in titles)
    return [first, *lines[1:]] if titled else lines


_LABEL_ALONE = re.compile(r"[∙·•●◆ ]*[\u4e00-\u9fff ]{2,8}:$")
"""文件字号:| and what it says on the next line."""
_BOX_REACH = 40
"""Lines in which the box of a page stands."""


def _with_values(lines: list[Line]) -> list[Line]:
    """The lines, a label of the page's box and the value on the next line as one."""
    out: list[Line] = []
    for i, line in enumerate(lines):
        label = out[-1] if out and i < _BOX_REACH and _LABEL_ALONE.match(out[-1].text) else None
        boxed = label is not None and (kinds.BOX.match(label.text) or is_furniture(label.text))
        if label is not None and boxed and not _LABEL_ALONE.match(line.text):
            out[-1] = Line(label.start, line.end, label.text + " " * (line.start - label.end) + line.text)
        else:
            out.append(line)
    return out


def _start(lines: list[Line], index: int, text: str) -> int:
    return lines[index].start if index < len(lines) else len(text)


def _ends_head(text: str) -> bool:
    boxed = kinds.BOX.match(text)
    if is_recipients(text) and not boxed:
        return True
    if is_furniture(text) or boxed or kinds.TAGGED.match(text) or ("《" in text[:16] and kinds.GENRE.search(text)):
        return False
    label = label_of(text)
    return is_prose(text) or (label is not None and label.form != "attachment")


def _may_be_title(text: str) -> bool:
    other = any(kind.match(text) for kind in _NO_PART_OF_TITLE) or not (_WORDY.search(text) or kinds.GENRE.match(text))
    return not (other or is_furniture(text) or _NO_TITLE.search(text))


def _boxed(lines: list[Line], text: str) -> dict[str, str]:
    out: dict[str, str] = {}
    for line in lines:
        if not (is_furniture(line.text) or kinds.BOX.match(line.text)):
            continue
        for match in kinds.BOX_FIELD.finditer(line.text):
            said = text[line.start + match.start("said") : line.start + match.end("said")].strip(" |")
            if said:
                out.setdefault(_MEANINGS[re.sub(r"\s", "", match["label"])], said)
    return out


def _letter_end(lines: list[Line], first: int) -> int | None:
    """Index after the last prose line of a covering letter that begins at `first`; None if there is no letter."""
    for index in range(first, min(first + _LONGEST_LETTER, len(lines))):
        if label_of(lines[index].text) is not None:
            return None
        if encloses(lines[index].text):
            return index + 1
    return None


def encloses(paragraph: str) -> bool:
    """Whether the (folded) paragraph is the sentence by which a letter sends a document: 《X》…现印发给你们."""
    if _MADE.search(paragraph):
        return True
    if "《" not in paragraph or not _ENCLOSES.search(paragraph):
        return False
    now = paragraph.rfind("现将")
    return now < 0 or _SENT_NOW.match(paragraph, now) is not None


def enclosed(paragraph: str) -> list[str]:
    """The titles that such a sentence sends: behind 现将, else those just before 现印发 that stand side by side."""
    if made := _MADE.search(fold(paragraph)):
        return [paragraph[made.start("what") : made.end("what")]]
    found = list(_QUOTED.finditer(paragraph))
    if here := _HERE_IS.search(paragraph):
        sent = _SENDS.search(re.sub("《[^》]*》", lambda quoted: "《" * len(quoted[0]), paragraph), here.end())
        stop = sent.start() if sent else len(paragraph)
        return list(dict.fromkeys(match[1] for match in found if here.start() <= match.start() < stop))
    sent = _IS_SENT.search(paragraph)
    last = next((i for i, match in enumerate(found) if sent and match.end() > sent.start()), None)
    if last is None:
        return [match[1] for match in found]
    first = last
    while first and found[first].start() - found[first - 1].end() <= 2:
        first -= 1
    return [match[1] for match in found[first : last + 1]]


def _read_letter(head: Head, lines: list[Line], span: tuple[int, int], title: str | None, text: str) -> None:
    """Fills in what the letter in lines `span` sends, where that begins, and its title."""
    begin, end = span
    sentence = lines[end - 1]
    head.cover = title
    head.inner = enclosed(text[sentence.start : sentence.end])
    name = wrapped(title) or (head.inner[0] if head.inner else title or "")
    found = standing(lines, end, [*head.inner, name])
    after = _after_signature(lines, end)
    if found:
        first, after = found[0]
        head.letter = lines[begin:first]
        head.duties = _duties(sentence, lines[end:first])
        if len(found) == 1 and len(head.inner) <= 1:
            name = joined(lines[first:after], text)
        else:
            head.titles = [lines[index].start for index, _ in found]
            after = first
    else:
        head.letter = lines[begin:after]
    head.body = _start(lines, after if after < len(lines) else begin, text)
    head.draft = head.draft or bool(kinds.DRAFT.search(name))
    head.title = subject(name)


def _duties(sentence: Line, more: list[Line]) -> tuple[int, int]:
    """The range behind the words 印发给你们 of the sending sentence, up to the signature."""
    sent = _ENCLOSES.search(sentence.text)
    begin = sentence.start + (sent.end() if sent else len(sentence.text))
    prose = [line for line in (sentence, *more) if is_prose(line.text) and not kinds.DATE_LINE.match(line.text)]
    return begin, max(begin, prose[-1].end if prose else begin)


def _after_signature(lines: list[Line], index: int) -> int:
    """The line after signature, date and remarks that follow a covering letter."""
    while index < len(lines):
        text = lines[index].text
        signs = names_body(text) or kinds.DATE_LINE.match(text) or _REMARK.match(text) or text.startswith("附件")
        if not signs:
            break
        index += 1
    return index
