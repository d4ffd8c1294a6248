"""What converters and web tools leave in a text that nobody wrote into the notice."""

from __future__ import annotations

import re

from extract.clean.mapped import MappedText, Piece

_MARKS = re.compile(
    r"\[bookmark:[^\]\n]*\]"  # [bookmark: _Toc490130420]
    r"|!\[[^\]\n]*\]\([^)\n]*\)"  # ![微信公众号](http://example.com/weixin.jpg)
    r"|\x13?\bHYPERLINK\s+(?:\\l\s+)?\"[^\"\n]*\"(?:\s+\\[a-z](?:\s+\"[^\"\n]*\")?)*"  # HYPERLINK "http://…" \t "_top"
    r"|\b(?:PAGEREF|REF)\s+_\w+(?:\s+\\[a-z])*"  # PAGEREF _Toc8800 \h
    r"|\bTOC\s+\\[a-z][^\n一-鿿]*"  # TOC \o "1-3" \h \z \u
    r"|<!--.*?-->"  # <!-- 正文 -->
    r"|</?(?:p|div|span|strong|b|em|i|u|font|br|a|o:p|sup|sub)(?:\s[^<>\n]*)?/?>",  # <br/>, </span>
    re.I,
)
_LINK = re.compile(r"\[([^\]\[\n]+)\]\((?:https?://|/|\.\./|#|mailto:)[^)\n]*\)")  # [通知](http://example.com/1.html)
_ENTITY = re.compile(r"&(nbsp|ensp|emsp|thinsp|ldquo|rdquo|lsquo|rsquo|middot|mdash|ndash|hellip|amp|lt|gt|quot);")
_ENTITIES = {
    "nbsp": " ", "ensp": " ", "emsp": " ", "thinsp": " ", "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’",
    "middot": "·", "mdash": "—", "ndash": "–", "hellip": "…", "amp": "&", "lt": "<", "gt": ">", "quot": '"',
}  # fmt: skip

# A page number: a line that is — 3 —, －3－, - 12 -, 第3页, 第 3 页 共 10 页, # Page 12:, or — 3 — at a line's end
_PAGE_NUMBER = re.compile(
    r"^[ \t　]*(?:[-—–－―]{1,2}[ 　]*\d{1,3}[ 　]*[-—–－―]{1,2}"
    r"|第[ 　]*\d{1,3}[ 　]*页(?:[ 　]*[,，/]?[ 　]*共[ 　]*\d{1,3}[ 　]*页)?"
    r"|[-=#*\[ ]*[Pp][Aa][Gg][Ee][ .]*\d{1,4}(?:[ ]*(?:of|/)[ ]*\d{1,4})?[\]:：=*\- ]*)[ \t　]*$"
    r"|(?<=[^\d\s])[ 　]+—[ 　]*\d{1,3}[ 　]*—[ \t　]*$",
    re.M,
)


def without_clutter(text: MappedText) -> MappedText:
    """Without bookmarks, pictures, link targets, field codes, tags, entities and page numbers."""
    return text.drop(_MARKS).sub(_LINK, _link_words).sub(_ENTITY, _entity).drop(_PAGE_NUMBER)


def _link_words(match: re.Match[str]) -> Piece:
    return match.start(1), match.end(1), ""


def _entity(match: re.Match[str]) -> Piece:
    return match.start(), match.end(), _ENTITIES[match[1].lower()]
