"""Traditional → simplified, character for character, so that the map holds."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from extract.clean.mapped import MappedText
from schemas.vocabulary import Script

if TYPE_CHECKING:
    from opencc import OpenCC

# Frequent characters that only traditional text has (each differs from its simplified form).
_TRADITIONAL = re.compile(
    "[這個們來時國會對發後種經學現當動麼進還實從與長機將兩間業無點關應頭體產義條電數報結務場計資統區權設類據規縣鄉鎮廳"
    "辦農財稅標準責單負牽導創為於開內黨氣見勞價傳選達遠運過邊連適質貿費貸購營網絡線級給組織維緊總續訂議論證護讓變"
    "豐車輕轉輸環優億兒專東絲舉樂書買亂爭雲亞滿漢濟歸歷歲歡殺殼雜雙離難頂項順須領額題願風飛飯館驗驅魚鮮齊龍]"
)
_HAN = re.compile("[\u3400-\u9fff]")
_SAMPLE = 50_000  # characters that tell the script of any text
_SHARE = 0.04  # of the Han characters: traditional notices have 0.2, a quoted traditional name far less

# 著 zhù stays: 著名, 显著, 著作权, 原著, 土著 …; elsewhere it is the traditional form of 着: 隨著, 著力, 沿著
_ZHE = re.compile("(?<![显顯卓昭名专專论論原编編巨译譯土遗遺合拙撰])著(?![名作称稱述录錄者书書译譯有])")


def script_of(text: str) -> Script:
    """`hant` where the share of traditional characters says so, else `hans`."""
    sample = text[:_SAMPLE]
    han = len(_HAN.findall(sample))
    return "hant" if len(_TRADITIONAL.findall(sample)) > _SHARE * han else "hans"


def simplified(text: MappedText) -> tuple[MappedText, Script]:
    """The text in simplified characters, and the script it was in. Simplified text stays as it is."""
    script = script_of(text.text)
    if script == "hans":
        return text, script
    words = _ZHE.sub("着", _converter().convert(text.text))
    if len(words) == len(text.text):
        return text.recast(words), script
    # A phrase changed its length: character by character then, which never does.
    return text.recast("".join(_single(char) for char in text.text)), script


@cache
def _converter() -> OpenCC:
    from opencc import OpenCC

    return OpenCC("t2s")


@cache
def _single(char: str) -> str:
    form = _converter().convert(char)
    return form if len(form) == 1 else char
