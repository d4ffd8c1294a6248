"""One form for punctuation, so that a pattern is written once. Lengths stay, so offsets hold."""

from __future__ import annotations

from functools import lru_cache

_FORMS = {
    "(": "（〔［【", ")": "）〕］】", ",": "，", ":": "：", ";": "；", "!": "！", "?": "？", "%": "％", "+": "＋",
    "-": "－—–−～~〜﹣", ".": "．﹒", "/": "／", "=": "＝", ">": "＞", "<": "＜", '"': "＂", "&": "＆",
}  # fmt: skip
_FOLD = str.maketrans({char: form for form, chars in _FORMS.items() for char in chars})


_LONG = 1000


def fold(text: str) -> str:
    """The text with brackets, commas, colons, dashes in one form; as long as the text."""
    return _fold_long(text) if len(text) > _LONG else text.translate(_FOLD)


@lru_cache(maxsize=4)
def _fold_long(text: str) -> str:
    """Every stage folds the whole notice: once is enough."""
    return text.translate(_FOLD)
