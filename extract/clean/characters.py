"""One form for each character: line ends, blanks, invisible characters, radicals, full-width digits and letters."""

from __future__ import annotations

import re
import unicodedata

from extract.clean.mapped import MappedText

# \r\n, \r, vertical tab, form feed (a page's end), next line, line and paragraph separator
_CRLF = re.compile(r"\r(?=\n)")
_LINE_ENDS = dict.fromkeys(map(ord, "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"), "\n")

# no-break, en, em, thin, figure … blanks, and the ideographic blank `　`
BLANKS = " \xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_BLANK_FORMS = dict.fromkeys(map(ord, BLANKS[1:-1]), " ")

# zero-width blanks and joiners, direction marks, soft hyphen, byte order mark, variation selectors, other controls
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f\x80-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb]+"
)

# ２０１９ → 2019, ＡＰＰ → APP, ５％ → 5%
_HALF = {
    code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B), 0xFF05)
}
# Radicals and compatibility forms that PDFs give in place of the characters: ⼯ (U+2F2F) → 工, ⻓ → 长, 﨑
_RADICALS = {
    code: form
    for code in (*range(0x2E80, 0x2FD6), *range(0xF900, 0xFADA))
    if len(form := unicodedata.normalize("NFKC", chr(code))) == 1 and form != chr(code)
} | {0x2EC5: "见", 0x2ED3: "长", 0x2ED4: "门", 0x2EDA: "页", 0x2EE2: "马", 0x2EDB: "风", 0x2EDC: "飞", 0x2EE9: "黄"}
_FORMS = _LINE_ENDS | _BLANK_FORMS | _HALF | _RADICALS

# 3．5 → 3.5, but not the mark of a numbered item: 3．推进…, 3．2022年底前…
_POINT = re.compile(r"(?<=\d)[．﹒](?=\d)(?!\d{4}年)")


def normal_forms(text: MappedText) -> MappedText:
    """Every character in its plain form. Blanks become ` ` (the ideographic one stays, as it shows an indent)."""
    text = text.drop(_CRLF).drop(_INVISIBLE)
    text = text.recast(text.text.translate(_FORMS))
    return decimal_points(text)


def decimal_points(text: MappedText) -> MappedText:
    """3．0 → 3.0; asked again when blanks are gone, which may have stood about the point."""
    return text.recast(_POINT.sub(".", text.text))
