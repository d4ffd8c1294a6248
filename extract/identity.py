"""Names that stay: the readable id of a document, and the ids of its rows."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from hashlib import blake2b

from extract.lexicon.divisions import Division, gazetteer
from extract.outline.model import Front

LONGEST_TITLE = 60
"""Characters of a title's pinyin in an id; a longer one is cut and marked with a hash of the whole."""
FINGERPRINT = 300
"""Han characters of the body that stand for a notice without number and title."""

_HAN = re.compile(r"[\u4e00-\u9fff]+")
# 六安市叶集区人民政府(关于…)
_ISSUED = re.compile(r"^[^关《]{4,60}(?:政府|办公室|办公厅|委员会|厅|局|部|委|院)(?=关于)")
# 六政办秘〔2019〕104号; 2023年第15号
_PARTS = re.compile(
    r"(?P<prefix>[^〔]*)〔(?P<year>\d{4})〕第?(?P<serial>[\d-]+)号|(?:(?P<only>\d{4})年)?第(?P<public>\d+)号"
)


def document_id(front: Front, body: str) -> str:
    """A readable key from place, year and number, else title: `luan-2019-liuzhengbanmi-104`.

    The same for every copy of a notice, whatever its format and script, since it rests on simplified words alone.
    Without number and title the first 300 Han characters of the body stand for them.
    """
    place = _place(front)
    if front.doc_number and (match := _PARTS.match(front.doc_number)):
        year = match["year"] or match["only"] or _year(front)
        name = _pinyin(match["prefix"] or front.issuer or "")
        return "-".join(part for part in (place, year, name, match["serial"] or match["public"]) if part)
    if front.title:
        return f"{place}-{_year(front)}-{_bounded(_subject(front))}"
    han = "".join(_HAN.findall(body))[:FINGERPRINT]
    return f"{place}-{_year(front)}-{_hash(han, 5)}"


def row_id(document: str, table: str, quote: str, nth: int = 0) -> str:
    """A short stable id of a row: the same as long as the words it rests on stay. `nth` counts equal rows."""
    return _hash("\x1f".join((document, table, quote, str(nth))), 8)


def _hash(text: str, size: int) -> str:
    return blake2b(text.encode("utf-8"), digest_size=size).hexdigest()


def _year(front: Front) -> str:
    return str(front.year) if front.year else "undated"


def _place(front: Front) -> str:
    """The place in pinyin; with its code where a division of its level or above is spoken alike (朝阳区 and 朝阳市)."""
    division = gazetteer().by_code.get(front.adcode or "")
    if division is None:
        return _pinyin(front.area or "") or "unknown"
    alike = _spoken()[division.spoken]
    others = [other for other in alike if other is not division]
    plain = all(other.level == "county" != division.level for other in others)
    return division.spoken if plain else f"{division.spoken}-{division.adcode}"


@cache
def _spoken() -> dict[str, list[Division]]:
    out: dict[str, list[Division]] = defaultdict(list)
    for division in gazetteer().by_code.values():
        out[division.spoken].append(division)
    return out


def _subject(front: Front) -> str:
    """The title without issuer and place at its head, which one copy has and another has not: 关于加快电子商务…."""
    title = _ISSUED.sub("", front.title or "")
    return title.removeprefix(front.area or "") or title


def _bounded(title: str) -> str:
    spoken = _pinyin(title, "-")
    if len(spoken) <= LONGEST_TITLE:
        return spoken
    return f"{spoken[:LONGEST_TITLE].rpartition('-')[0]}-{_hash(re.sub(r'[^0-9A-Za-z一-鿿]', '', title), 3)}"


def _pinyin(text: str, joint: str = "") -> str:
    """The words in plain ASCII: 六安 → luan (by the phrases of pypinyin), other signs left out."""
    from pypinyin import lazy_pinyin

    syllables = (syllable.replace("ü", "v").lower() for syllable in lazy_pinyin(text))
    return joint.join(word for syllable in syllables for word in re.findall("[0-9a-z]+", syllable))
