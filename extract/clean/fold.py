"""One form for punctuation, so that a pattern is written once. Lengths stay, so offsets hold."""

from __future__ import annotations

_FORMS = {
    "(": "（〔［【", ")": "）〕］】", ",": "，", ":": "：", ";": "；", "!": "！", "?": "？", "%": "％", "+": "＋",
    "-": "－—–−～~〜﹣", ".": "．﹒", "/": "／", "=": "＝", ">": "＞", "<": "＜", '"': "＂", "&": "＆",
}  # fmt: skip
_FOLD = str.maketrans({char: form for form, chars in _FORMS.items() for char in chars})


def fold(text: str) -> str:
    """The text with brackets, commas, colons, dashes in one form; as long as the text."""
    return text.translate(_FOLD)
