"""Reading notes that some converters set after a character: 發(fā) 區(qū) 鄉(xiāng)."""

from __future__ import annotations

import re

from extract.clean.mapped import MappedText

_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ\u0300\u0301\u0304\u030c"
_INITIAL = "(?:[bpmfdtnlgkhjqxzcsryw]|zh|ch|sh)?"
# A Han character and one syllable in brackets: 發(fā), 業（yè）, 了(le)
_NOTE = re.compile(
    rf"(?<=[\u3400-\u9fff])[(（] ?({_INITIAL}(?:[iuü]?[aeiouüv{_TONED}]{{1,4}}(?:ng|n|r)?|[ńňǹḿ]g?)) ?[)）]"
)


def without_pinyin(text: MappedText) -> MappedText:
    """Without notes of one toned syllable, or of a toneless one that is a reading of the character before.

    `A(app)`, `网络(app)`, `5个(含)`, `IPv6(第6版)` stay.
    """
    return text.without([match.span() for match in _NOTE.finditer(text.text) if _is_reading(match)])


def _is_reading(match: re.Match[str]) -> bool:
    syllable = match[1]
    if any(char in _TONED for char in syllable):
        return True
    # Imported when first needed: loading its dictionary takes longer than cleaning a notice.
    from pypinyin import Style, pinyin

    before = match.string[match.start() - 1]
    readings = pinyin(before, style=Style.NORMAL, heteronym=True)[0]
    return syllable.replace("ü", "v") in {reading.replace("ü", "v") for reading in readings}
