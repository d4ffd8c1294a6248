"""An element of a web page → its words: a line a paragraph, a line a table row with tabs between the cells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from lxml import etree

_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "div", "dl", "dt", "fieldset",
    "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "ol", "p", "pre",
    "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
))  # fmt: skip
_WHITE = re.compile(r"[ \t\r\n\f]+")
_MOST_SPAN = 60  # columns or rows a cell may claim; pages say colspan="1000" for "all"
_CELL_OF_LAYOUT = 1500  # characters that no cell of a data table has

# Lines of a page that are no words of the notice (whole lines, short ones only)
_FURNITURE_LINE = re.compile(
    # 【字体：大 中 小】, A+, 大, 繁体版
    r"【?(?:字体|字号|文字大小|视力保护色?)[:：]?.{0,20}$|A[+-]?$|[大中小]$|[繁简]体版?$|无障碍(?:阅读|浏览)?$"
    # 【打印】【关闭窗口】, 分享到：
    r"|(?:[\s|【】\[\]()（）]*(?:打\s*印|关\s*闭|收\s*藏|分\s*享|返\s*回|复制|纠错)"
    r"(?:本页|页面|窗口|文章|此页|顶部|列表|到)?[:：]?)+[\s|】\])）]*$"
    # 来源：市商务局 浏览量：-
    r"|.{0,60}(?:浏览|阅读|点击|访问)(?:次数|量|数|率)[:：].{0,12}$"
    r"|(?:(?:信息|文章|稿件|内容)?来源|发[布表](?:时间|日期|机构)|责任编辑|编辑|审核|供稿|录入)[:：].{0,60}$"
    # 扫一扫在手机打开当前页, 上一篇：没有了
    r"|.{0,10}(?:扫一扫|扫描二维码|手机(?:扫码|打开当前页|浏览)).{0,20}$|[上下]一[篇条][:：]?.{0,60}$"
    # 您当前所在的位置：首页 > 政务公开
    r"|(?:您|你)?(?:现在|当前|所)?(?:所在)?的?位置[:：].{0,80}$|首页\s*[>＞»].{0,80}$"
    # 点击查看政策解读：…, 相关解读：
    r"|(?:点击)?查看(?:政策)?解读.{0,60}$|(?:相关|政策|图文|文字)(?:解读|链接|文章|阅读|新闻|政策|稿件|图解)[:：]?$"
    # 主办：… 粤ICP备15016469号-2
    r"|.{0,40}(?:网站地图|联系我们|版权所有|ICP备|公网安备|网站标识码|网站支持IPV?v?6).{0,80}$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Page:
    """Words of a page; `tables` are the ranges of lines that are table rows."""

    text: str
    tables: tuple[tuple[int, int], ...]


def text_of(element: Any) -> Page:
    """The element's words, page furniture such as 打印, 浏览量, 扫一扫 left out."""
    lines: list[str] = []
    rows: list[tuple[int, int]] = []
    current: list[str] = []  # pieces of the line that is being read

    def end_line() -> None:
        words = _WHITE.sub(" ", "".join(current)).strip(" ")
        current.clear()
        plain = words.strip(" \xa0\u3000")
        if plain and not (len(plain) <= 100 and _FURNITURE_LINE.match(plain)):
            lines.append(words)

    walker = etree.iterwalk(element, events=("start", "end"))
    for event, node in walker:
        if event == "start":
            if node.tag in _BLOCKS or node.tag == "br":
                end_line()
            if node.tag == "table" and is_data_table(node):
                table = ["\t".join(row) for row in table_rows(node)]
                if table:
                    rows.append((len(lines), len(lines) + len(table)))
                    lines += table
                walker.skip_subtree()
                continue
            if node.text and isinstance(node.tag, str):
                _take(node.text, node.tag == "pre", current, end_line)
        else:
            if node.tag in _BLOCKS:
                end_line()
            if node.tail and node is not element:
                _take(node.tail, False, current, end_line)
    end_line()
    return Page("\n".join(lines), _offsets(lines, rows))


def _take(words: str, preformatted: bool, current: list[str], end_line: Any) -> None:
    if not preformatted:
        current.append(words)
        return
    for number, line in enumerate(words.split("\n")):
        if number:
            end_line()
        current.append(line)


def _offsets(lines: list[str], rows: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    return tuple((starts[first], starts[after] - 1) for first, after in rows)


def shown_text(element: Any) -> str:
    """The element's words outside links, in one line."""
    if element.tag == "a":
        return ""
    return _WHITE.sub(" ", "".join(element.xpath(".//text()[not(ancestor::a)]")))


def is_data_table(table: Any) -> bool:
    """Whether a table holds rows and columns of data; many pages set their columns with tables too."""
    rows = own_rows(table)
    if len(rows) < 2 or table.xpath(".//table"):
        return False
    cells = [cell for row in rows for cell in row.xpath("./td|./th")]
    if max((len(row.xpath("./td|./th")) for row in rows), default=0) < 2:
        return False
    return all(len("".join(cell.itertext())) <= _CELL_OF_LAYOUT for cell in cells)


def own_rows(table: Any) -> list[Any]:
    """The table's rows, not those of tables in it."""
    return list(table.xpath("./tr|./thead/tr|./tbody/tr|./tfoot/tr"))


def table_rows(table: Any) -> list[list[str]]:
    """The cells row by row, as many in each; where a merged cell goes on, the cell is empty."""
    taken: dict[tuple[int, int], str] = {}
    rows = own_rows(table)
    for y, row in enumerate(rows):
        x = 0
        for cell in row.xpath("./td|./th"):
            while (y, x) in taken:
                x += 1
            wide, high = _span(cell, "colspan"), min(_span(cell, "rowspan"), len(rows) - y)
            for dy in range(high):
                for dx in range(wide):
                    taken.setdefault((y + dy, x + dx), "")
            taken[y, x] = _cell_text(cell)
            x += wide
    count = 1 + max((x for (_, x), words in taken.items() if words), default=-1)
    lines = [[taken.get((y, x), "") for x in range(count)] for y in range(len(rows))]
    return [line for line in lines if any(line)]


def _span(cell: Any, name: str) -> int:
    value = (cell.get(name) or "1").strip()
    return min(max(int(value), 1), _MOST_SPAN) if value.isdigit() else 1


def _cell_text(cell: Any) -> str:
    return " ".join(text_of(cell).text.split("\n")).replace("\t", " ").strip(" \xa0\u3000")
