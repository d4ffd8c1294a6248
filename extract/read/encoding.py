"""Bytes → characters: the encoding is told by what the bytes give, not by what a name or a tag claims."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from pathlib import Path

from extract.read.source import Unreadable

SAMPLE = 64 * 1024
"""Bytes on which the candidates are compared."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip

# The commonest characters of written Chinese (general frequency lists), then the traditional forms of those that
# have one, then the punctuation. They make up 60–70 % of a notice; bytes read in the wrong encoding hardly give one.
_FREQUENT = frozenset(
    "的一是不了在人有这个们中来上大为和国地到以时要就出会可也对生能而子于着下自之年过发后作用道行所家种事成方多经法"
    "学如同现当动面定天分还进好小部其些主理心本前开但因只从想实日者意无力与长把机十民第公此已工使情明性全三关点正业"
    "外将两高间由最重并物手应向头文体政相利二等产或新制加月合回特代内信表化位次度任通教提立及比员解水名论处义各入"
    "条平系活电数安报结受目量再建务接必场件计管期市直资金指统区保至社便治展科司五基则达强权设式路品类据程规万领共"
    "县乡镇村省厅局委办府央农商财税企项目标准实施方案意见通知责单位负牵"
    "這個們來國時會對發後種經學現當動麼進還實從與長機將兩間業無點關應頭體產處義條電數報結務場計資統區權設類據"
    "規縣鄉鎮廳辦農財稅企項標準實責單負牽"
    "，。、；：（）《》“”〔〕　"
)
_BAD = "\ufffd"
_TOLERATED = 0.005  # share of damaged characters up to which a text is still read, with a doubt


@dataclass(frozen=True, slots=True)
class Decoded:
    """`damaged` counts characters that could not be decoded (U+FFFD in the text)."""

    text: str
    encoding: str
    damaged: int


def decode(data: bytes, path: Path, claimed: str | None = None) -> Decoded:
    """The characters of the bytes: UTF-8, UTF-16, GB18030 or Big5, by mark or by content.

    `claimed` is an encoding that the file itself names (a web page's charset): taken only if the bytes agree.
    Raises Unreadable where none of them gives Chinese or plain ASCII text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _accepted(data[len(mark) :], encoding, path)
    if b"\0" not in data:
        for encoding in filter(None, ("utf-8", _known(claimed))):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            if encoding == "utf-8" or likeness(text[:SAMPLE]) >= _LEAST:
                return Decoded(text, encoding, 0)
        candidates = ["utf-8", "gb18030", "cp950", "big5hkscs", "utf-16-le", "utf-16-be"]
    else:
        candidates = ["utf-16-le", "utf-16-be"]
    sample = data[:SAMPLE]
    best = max(candidates, key=lambda encoding: likeness(sample.decode(encoding, "replace")))
    return _accepted(data, best, path)


_LEAST = 0.12  # likeness below which bytes are no Chinese text: notices have 0.6, wrong encodings of them 0.0


def likeness(text: str) -> float:
    """How much the text looks like written Chinese (or plain ASCII): 0 to 1, damaged characters counting against it."""
    beyond = [char for char in text if char > "\x7f"]
    if not beyond:
        controls = sum(char < " " and char not in "\t\n\r\f" for char in text)
        return 1.0 if text and not controls else 0.0
    known = sum(char in _FREQUENT for char in beyond)
    bad = text.count(_BAD) + sum("\ue000" <= char <= "\uf8ff" for char in beyond)
    return max(0.0, (known - 4 * bad) / len(beyond))


def _accepted(data: bytes, encoding: str, path: Path) -> Decoded:
    text = data.decode(encoding, "replace")
    damaged = text.count(_BAD)
    if likeness(text[:SAMPLE]) < _LEAST or damaged > _TOLERATED * len(text):
        raise Unreadable(
            f"{path}: holds no Chinese text in UTF-8, UTF-16, GB18030 or Big5 (编码无法识别); save it as UTF-8 text"
        )
    return Decoded(text, encoding, damaged)


def _known(claimed: str | None) -> str | None:
    """Python's name of a claimed encoding; GB2312 and GBK read as GB18030, which holds both."""
    if not claimed:
        return None
    try:
        name = codecs.lookup(claimed.strip()).name
    except LookupError:
        return None
    return "gb18030" if name in ("gb2312", "gbk", "hz") else name
