"""What a page says of the notice beside its text: <meta> fields and boxes such as 索引号, 发文字号, 成文日期."""

from __future__ import annotations

import re
from typing import Any

# 《政府网站发展指引》 (国办发〔2017〕47号, annex 2) names these fields for every page of a government site.
_META = (
    "SiteName", "SiteDomain", "SiteIDCode", "ColumnName", "ColumnType", "ArticleTitle", "PubDate", "ContentSource",
    "Keywords", "Author", "Description", "Url",
)  # fmt: skip
_META_BY_LOWER = {name.lower(): name for name in _META}
_LABELS = (
    "索引号", "信息索引号", "统一编号", "规范性文件编号",
    "发文机关", "发文机构", "发文单位", "制发机关", "发布机构", "发布机关", "发布单位", "公开主体",
    "成文日期", "生成日期", "发文日期", "印发日期", "签发日期", "发布日期", "公开日期", "发布时间", "发表时间",
    "发文字号", "发文文号", "文号", "文件编号",
    "标题", "名称", "信息名称", "文件名称", "主题分类", "主题词", "体裁分类", "公文种类",
    "有效性", "时效性", "效力状态", "生效日期", "实施日期", "施行日期", "废止日期", "失效日期", "有效期",
    "来源", "信息来源", "文章来源",
)  # fmt: skip
_BLANK = re.compile(r"[\s\xa0\u3000]+")
_LABELLED = re.compile(rf"[\[【]?({'|'.join(sorted(_LABELS, key=len, reverse=True))})[\]】]?[:：]?(.*)$")
_LONGEST = 120  # characters of a box field with its name
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->")
_FEWEST = 3  # labels that make a table a box of facts


def facts_of(root: Any, text: str) -> dict[str, str]:
    """What the page says of itself: meta fields under their names, box fields under their Chinese labels, h1, title."""
    out: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = _META_BY_LOWER.get((meta.get("name") or "").lower())
        content = (meta.get("content") or "").strip()
        if name and content:
            out.setdefault(name, content)
    for tag in ("title", "h1"):
        words = [_plain(element) for element in root.iter(tag)]
        longest = max(words, key=len, default="")
        if longest and not re.search(r"位置[:：]|>|＞", longest):
            out[tag] = longest
    saved = _SAVED_FROM.search(text[:2000])
    if saved:
        out.setdefault("Url", saved[1])
    for label, value in _box_fields(root):
        out.setdefault(label, value)
    return out


def _box_fields(root: Any) -> list[tuple[str, str]]:
    """Label and value, side by side in one element (文号：…) or in two (<td>文号</td><td>…</td>)."""
    out = []
    boxes = {table for table in root.iter("table") if box_of(table)}
    for element in root.iter("td", "th", "dt", "li", "span", "p", "div", "b", "strong", "label", "em", "i"):
        words = _short(element)
        match = _LABELLED.match(_BLANK.sub("", words)) if words else None
        if match is None:
            continue
        label, joined = match[1], match[2]
        colon = re.search(r"[:：]", words[: len(words) - len(joined)] if joined else words)
        in_box = any(ancestor in boxes for ancestor in element.iterancestors("table"))
        if not colon and not (in_box and not joined):
            continue
        value = re.split(r"[:：]", words, maxsplit=1)[1].strip() if colon and joined else _next_value(element)
        if value and not _LABELLED.match(_BLANK.sub("", value) + "："):
            out.append((label, value))
    return out


def _short(element: Any) -> str:
    """The element's words, or nothing where it holds more than a field."""
    words = ""
    for part in element.itertext():
        words += part
        if len(words) > 4 * _LONGEST:
            return ""
    words = _plain_words(words)
    return words if len(words) <= _LONGEST else ""


def _next_value(element: Any) -> str:
    tail = _plain_words(element.tail or "")
    if tail:
        return tail
    after = element.getnext()
    if after is None and element.tag not in ("td", "th", "dt") and element.getparent() is not None:
        after = element.getparent().getnext()
    return _short(after) if after is not None and isinstance(after.tag, str) else ""


def box_of(table: Any) -> bool:
    """Whether a table is a box of facts about the notice and no table of the notice."""
    cells = [_BLANK.sub("", _short(cell)) for cell in table.iter("td", "th")]
    labels = {match[1] for cell in cells if cell and (match := _LABELLED.match(cell)) and _is_label(cell, match)}
    return len(labels) >= _FEWEST and len(cells) <= 60


def _is_label(cell: str, match: re.Match[str]) -> bool:
    return cell.rstrip(":：】]") == match[1] or cell[match.end(1) : match.end(1) + 1] in "：:】]"


def _plain(element: Any) -> str:
    return _plain_words("".join(element.itertext()))


def _plain_words(words: str) -> str:
    return _BLANK.sub(" ", words).strip()
