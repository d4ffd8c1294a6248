"""What a page or file says of a notice beside its text: the last resort for front matter that the text lacks."""

from __future__ import annotations

import re
from collections.abc import Mapping

from extract.clean.fold import fold
from extract.outline.doc_numbers import find_numbers, parse_date
from extract.outline.lines import GENRE, names_body

SAID_KEYS = {
    "title": ("标题", "名称", "信息名称", "文件名称", "ArticleTitle", "h1", "title"),
    "doc_number": ("发文字号", "发文文号", "文号", "文件编号"),
    "issuer": ("发文机关", "发文机构", "发文单位", "制发机关", "发布机构", "发布单位"),
    "issued_on": ("成文日期", "签发日期", "印发日期", "发文日期"),
}
"""What of `Source.said` is used; days of publication and of effect are not the day of issue."""

_SITE = re.compile(r"\s*[_|].*$|\s+[-–—]\s*.*$")


def _values(name: str, box: Mapping[str, str], said: Mapping[str, str]) -> list[str]:
    """The box above the text first, then the page's fields in the order of their weight."""
    found = [box.get(name, ""), *(said.get(key, "") for key in SAID_KEYS[name])]
    return [value.strip() for value in found if value.strip()]


def page_title(box: Mapping[str, str], said: Mapping[str, str]) -> str | None:
    """The first that ends like a title of a document; the name of a site does not."""
    values = [_SITE.sub("", value) for value in _values("title", box, said)]
    return next((value for value in values if GENRE.search(fold(value))), None)


def page_number(box: Mapping[str, str], said: Mapping[str, str]) -> str | None:
    """The document number in its one form."""
    numbers = [number for value in _values("doc_number", box, said) for number in find_numbers(fold(value))]
    return numbers[0].text if numbers else None


def page_issuer(box: Mapping[str, str], said: Mapping[str, str]) -> str | None:
    """The first that names a body."""
    return next((value for value in _values("issuer", box, said) if names_body(fold(value))), None)


def page_day(box: Mapping[str, str], said: Mapping[str, str]) -> str | None:
    """The day of issue (ISO)."""
    days = [parse_date(value) for value in _values("issued_on", box, said)]
    return next((day.isoformat() for day in days if day), None)
