"""One form for punctuation, so that a pattern is written once. Lengths stay, so offsets hold."""

from __future__ import annotations

import re
from functools import lru_cache

_FORMS = {
    "(": "（〔［【[", ")": "）〕］】]", ",": "，", ":": "：∶﹕", ";": "；", "!": "！", "?": "？", "%": "％", "+": "＋",
    "-": "－—–−～~〜﹣", ".": "．﹒", "/": "／", "=": "＝", ">": "＞", "<": "＜", '"': "＂", "&": "＆",
    "≥": "≧", "≤": "≦",
}  # fmt: skip
_FOLD = [(char, form) for form, chars in _FORMS.items() for char in chars]
_THOUSANDS = re.compile(r",(?=\d{3}(?!\d))(?<=\d,)(?<!\d{4},)")
"""1|,|200亿元, 1|,|234|,|567: inside a number a comma parts no clauses (not 2024,100 nor 1,20)."""

_CLOSED_OTHERWISE = re.compile(r"(?<=“)([^“”\"\n]{1,30})\"")
"""“双随机|"|: a quote that is closed by a mark of another shape."""
_OTHER = re.compile(rf"[{re.escape(''.join(_FORMS.values()))}]|,\d")
"""What folding may change; most names have nothing of it."""
_LONG = 1000


def fold(text: str) -> str:
    """The text with brackets, commas, colons, dashes in one form; as long as the text.

    A quote that “ opens ends in ”. Between the thousands of a number a comma becomes ': 1，200亿元 → 1'200亿元, so that
    it is no mark between clauses.
    """
    return _fold_long(text) if len(text) > _LONG else _folded(text)


@lru_cache(maxsize=4)
def _fold_long(text: str) -> str:
    """Every stage folds the whole notice: once is enough."""
    return _folded(text)


def _folded(text: str) -> str:
    if '"' in text:
        text = _CLOSED_OTHERWISE.sub(r"\1”", text)
    if not _OTHER.search(text):
        return text
    for char, form in _FOLD:  # several times as fast as str.translate, which looks up every Han character
        text = text.replace(char, form)
    return _THOUSANDS.sub("'", text)


_WIDE = {"(": "（", ")": "）", ",": "，", ";": "；", ":": "："}


def widen(text: str) -> str:
    """The text with brackets, commas, semicolons and colons full width, as Chinese prints them; as long as the text.

    A comma between the thousands of a number stays: 1,200亿元.
    """
    if not any(char in text for char in _WIDE):
        return text
    text = _THOUSANDS.sub("\0", text)
    for char, form in _WIDE.items():
        text = text.replace(char, form)
    return text.replace("\0", ",")
