"""Saved web pages and pieces of pages: the notice found among menus, boxes and buttons."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from extract.read.encoding import decode
from extract.read.file import RawFile
from extract.read.html_facts import box_of, facts_of
from extract.read.html_text import Page, is_data_table, shown_text, text_of
from extract.read.source import Source, Unreadable
from extract.read.text import damage, require_words

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
_PROLOG = re.compile(r"\s*<\?xml[^>]*\?>")
# Elements that never hold words of a notice
_UNSEEN = (
    "script", "style", "noscript", "template", "nav", "footer", "button", "select", "textarea", "iframe", "object",
    "embed", "canvas", "svg", "map", "audio", "video", "link", "meta", "title",
)  # fmt: skip
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
# Parts of a page by the names that page makers give them (class or id): nav-left, share_box, ewm, pagePrint
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:nav|menu|crumbs?|breadcrumbs?|location|weizhi|share|bshare|bdshare|print|copyright|sidebar|related|recommend"
    r"|toolbar|pagination|search|login|banner|qr_?(?:code|container)?|ewm|erweima|font-?size|setfont)(?:[\s_-]|\d|$)",
    re.I,
)
_CONTAINERS = (
    "html", "body", "div", "section", "article", "main", "table", "tbody", "tr", "td", "form", "center", "font",
)  # fmt: skip
_PROSE = re.compile(r"[，。；：]")
_HAN = re.compile("[\u3400-\u9fff]")
# What a part of the page has that belongs to the notice though it is short: a date, a number, an attachment
_BELONGS = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日|[〔﹝\[]\d{4}[〕﹞\]]|附\s*件")


def read_html(raw: RawFile) -> Source:
    """The notice of a page: paragraphs as lines, tables as lines of tab-separated cells, what the page says of it.

    Raises Unreadable where the page holds no text.
    """
    claim = _CHARSET.search(raw.data[:8192])
    decoded = decode(raw.data, raw.path, claim[1].decode("ascii") if claim else None)
    root = _parsed(decoded.text, raw.path)
    said = facts_of(root, decoded.text)
    _drop_unseen(root)
    main = _main_part(root)
    _drop_furniture(main)
    page: Page = text_of(main)
    text, tables = _titled(page, said)
    require_words(text, raw.path)
    return Source(raw.name, raw.sha256, len(raw.data), "html", text, tables=tables, said=said, doubts=damage(decoded))


def _parsed(text: str, path: Path) -> Any:
    """The page as a tree whose root holds everything, fragments too."""
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    words = _PROLOG.sub("", text.replace("\0", ""), count=1)
    try:
        return lxml_html.document_fromstring(words.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise Unreadable(f"{path}: holds no readable web page (网页内容为空或损坏); save the page again") from error


def _drop_unseen(root: Any) -> None:
    for element in list(root.iter(*_UNSEEN)):
        if element.getparent() is not None:
            element.drop_tree()
    for element in list(root.xpath("//*[@hidden or @style]")):
        hidden = element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "")
        if hidden and element.getparent() is not None and element.tag != "body":
            element.drop_tree()


def _weights(root: Any) -> dict[Any, int]:
    """How much prose each element holds: Han characters outside links, in texts that are more than a label."""
    out: dict[Any, int] = {}
    for _, element in etree.iterwalk(root, events=("end",)):
        own = _weight(element.text)
        for child in element:
            own += out[child] + _weight(child.tail)
        out[element] = 0 if element.tag == "a" else own
    return out


def _weight(text: str | None) -> int:
    if not text:
        return 0
    count = len(_HAN.findall(text))
    return count if count >= 20 or _PROSE.search(text) else 0


def _main_part(root: Any) -> Any:
    """The innermost part of the page that holds the text: nine tenths of the prose and nothing of it left outside."""
    weights = _weights(root)
    part = root
    while True:
        children = [child for child in part if child.tag in _CONTAINERS]
        best = max(children, key=lambda child: weights[child], default=None)
        if best is None or weights[best] < 0.9 * weights[part] or not weights[best]:
            return part
        if best.tag == "table" and is_data_table(best) and not box_of(best):
            return part
        if best.tag not in ("body", "html") and any(
            _BELONGS.search(shown_text(other)) for other in part if other is not best
        ):
            return part
        part = best


def _drop_furniture(main: Any) -> None:
    for element in list(main.iter()):
        if element is main or element.getparent() is None or not isinstance(element.tag, str):
            continue
        name = f"{element.get('class') or ''} {element.get('id') or ''}"
        furniture = _FURNITURE.search(name) and not _PROSE.search(shown_text(element).replace("：", ""))
        if furniture or (element.tag == "table" and box_of(element)):
            element.drop_tree()


def _titled(page: Page, said: dict[str, str]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text, headed by the page's title where it does not begin with it."""
    title = said.get("ArticleTitle") or said.get("h1") or ""
    plain = re.sub(r"\s", "", page.text[:800])
    if not title or re.sub(r"\s", "", title) in plain or not _HAN.search(title):
        return page.text, page.tables
    shift = len(title) + 1
    return f"{title}\n{page.text}", tuple((start + shift, end + shift) for start, end in page.tables)
