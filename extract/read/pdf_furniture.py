"""What a page carries beside the notice: page numbers, running heads and feet, a browser's or a scanner's marks."""

from __future__ import annotations

import re
from collections import Counter

from extract.read.pdf_page import Line

_HEAD, _FOOT = 0.12, 0.86  # shares of the page's height above and below which running heads and feet stand
_SAME_PLACE = 3.0  # points

# — 3 —, －3－, 3, 第 3 页, 第3页 共10页, 3/10, Page 3 of 10
_PAGE_NUMBER = re.compile(
    r"[-—–－―·•\s]{0,4}\d{1,4}[-—–－―·•\s]{0,4}$|第\s*[\d一二三四五六七八九十]{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?$"
    r"|\d{1,4}\s*/\s*\d{1,4}$|page\s*\d{1,4}(?:\s*of\s*\d{1,4})?$",
    re.I,
)
_ROUND_NUMBER = re.compile(r"\d+")
# https://jxt.zj.gov.cn/art/…html 1/3; file:///C:/…; 2026/8/20 09:45 浙江省…; 2026/8/20 上午9:45
_BROWSER = re.compile(
    r"(?:https?|file)://\S+(?:\s+\d{1,4}/\d{1,4})?$|\d{4}[/-]\d{1,2}[/-]\d{1,2}[,，]?\s*(?:上午|下午|AM|PM)?\s*\d{1,2}:\d{2}(?!\d)",
    re.I,
)
# 扫描全能王 创建, 由 扫描全能王 扫描创建, Scanned by CamScanner, Scanned with …
_SCANNER = re.compile(r"扫描全能王|CamScanner|Scann(?:ed|er) (?:by|with)", re.I)
_LONGEST_STAMP = 40
# *********, ======, ————————, ★ ★ ★, ……………
_DECORATION = re.compile(r"[\s*=_~～#+·•.…⋯◆◇★☆●○■□▲△※—―–\-－─━═|｜]{3,}$")
_NEVER_DECORATION = re.compile(r"[-—–－]{2}$")  # 1.—— or a dash in a cell

# 当前位置：首页 > 政务公开: all above it on the first page is the site's
_WHERE = re.compile(r"(?:您|你)?(?:现在|当前|所)?(?:所在)?的?位置\s*[:：]|首页\s*[>＞»]")
# 打印 关闭, 【打印本页】【关闭窗口】, 联系我们 网站地图, 浙ICP备10026456号: all below it on the last page is the site's
_FOOT_OF_SITE = re.compile(
    r"(?:[\s|【】\[\]()（）]*(?:打\s*印|关\s*闭|收\s*藏|分\s*享|返\s*回)(?:本页|页面|窗口|文章|此页|顶部|列表)?[:：]?)+[\s|】\])）]*$"
    r"|(?:.{0,30}\s)?(?:联系我们|网站地图|关于我们|网站声明|网站帮助)(?:\s.{0,60})?$|.{0,40}(?:ICP备|公网安备|网站标识码)",
    re.I,
)
# 发布日期：2026-07-03 10:21 信息来源：省经信厅 浏览次数：1
_VISITS = re.compile(r"(?:浏览|阅读|点击|访问)(?:次数|量|数)\s*[:：].{0,12}$")
_REACH_OF_SITE = 15  # lines


def without_furniture(pages: list[list[Line]], heights: list[float]) -> list[list[Line]]:
    """The loose lines of each page that belong to the notice."""
    again = _repeated(pages, heights)
    out = []
    for lines, height in zip(pages, heights, strict=True):
        edges = {id(line) for line in [*lines[:2], *lines[-2:]]}
        out.append([line for line in lines if not _is_furniture(line, height, id(line) in edges, again)])
    return _without_site(out)


def _is_furniture(line: Line, height: float, at_edge: bool, again: set[tuple[str, int]]) -> bool:
    words = line.text.strip()
    if is_decoration(words) or _is_mark(words) or _VISITS.search(words):
        return True
    if not _in_margin(line, height):
        return False
    if at_edge and _PAGE_NUMBER.match(words):
        return True
    if _BROWSER.match(words):
        return True
    return any((key, place) in again for key, place in _keys(line))


def is_decoration(words: str) -> bool:
    """Whether the words are only a row of signs: *****, ★★★."""
    return bool(_DECORATION.match(words)) and not _NEVER_DECORATION.match(words)


def is_stamp(words: str) -> bool:
    """Whether the words are a scanner's mark, or nothing but a page number."""
    return _is_mark(words) or bool(_PAGE_NUMBER.match(words))


def _is_mark(words: str) -> bool:
    return len(words) <= _LONGEST_STAMP and bool(_SCANNER.search(words))


def _in_margin(line: Line, height: float) -> bool:
    return line.bottom < _HEAD * height or line.top > _FOOT * height


def _keys(line: Line) -> list[tuple[str, int]]:
    """The line's words without figures, and where it stands (to both sides of a step, as places are rounded)."""
    words = _ROUND_NUMBER.sub("#", line.text.replace(" ", ""))
    step = line.top / _SAME_PLACE
    return [(words, int(step)), (words, int(step + 0.5))]


def _repeated(pages: list[list[Line]], heights: list[float]) -> set[tuple[str, int]]:
    """Words in the margins that stand at the same place of several pages."""
    counts: Counter[tuple[str, int]] = Counter()
    for lines, height in zip(pages, heights, strict=True):
        counts.update({key for line in lines if _in_margin(line, height) for key in _keys(line)})
    return {key for key, count in counts.items() if count >= 2 and 5 * count >= len(pages)}


def _without_site(pages: list[list[Line]]) -> list[list[Line]]:
    """Without what a site shows above and below the notice, where the pages were printed from a browser."""
    where = (
        next((i for i, line in enumerate(pages[0][:_REACH_OF_SITE]) if _WHERE.match(line.text)), None)
        if pages
        else None
    )
    if where is not None:
        pages[0] = pages[0][where + 1 :]
    for lines in pages[-2:]:
        tail = max(0, len(lines) - _REACH_OF_SITE)
        foot = next((i for i in range(tail, len(lines)) if _FOOT_OF_SITE.match(lines[i].text)), None)
        if foot is not None:
            del lines[foot:]
    return pages
