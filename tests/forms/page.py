"""A notice as a saved page of a government's site: menus, crumbs, share buttons, remarks and a foot about it."""

from __future__ import annotations

from html import escape
from itertools import groupby
from pathlib import Path

from forms.notice import Block, Paragraph, blocks_of

_HEAD = """<!DOCTYPE html><html><head><meta charset="{charset}"><title>{title}_人民政府门户网站</title>
<style>p {{ text-indent: 2em }}</style><script>var columns = "<p>政务公开。</p>";</script></head><body>
<div class="top"><ul><li><a href="/">首页</a></li><li><a href="/zw">政务公开</a></li><li><a href="/hd">政民互动，服务。</a></li>
</ul></div><div class="place">您现在的位置：<a href="/">首页</a> &gt; <a href="/zw">政策文件</a> &gt; 正文</div>
<div class="article"><h1>{title}</h1><div class="tools">浏览次数：<span>-</span>　字号：<a>大</a> <a>中</a> <a>小</a>
<a href="javascript:window.print()">打印</a></div><div class="share">分享到：<a>微信</a><a>微博</a></div>
<div id="zoom">
"""
_FOOT = """</div><div class="code">扫一扫在手机打开当前页</div><div>【<a>打印</a>】【<a>关闭窗口</a>】</div></div>
<div class="links"><a href="http://www.gov.cn">中国政府网</a> <a href="/map">网站地图</a> <a>联系我们</a></div>
<div class="foot">主办：人民政府办公室　承办：政务服务中心　网站标识码：3415000001　备案号：某ICP备05000001号</div>
</body></html>
"""


def page_of(path: Path, title: str, charset: str = "utf-8") -> bytes:
    """The page's bytes; rows of a table that are alike in their first column share one cell, as sites draw them."""
    body = "\n".join(_drawn(block) for block in blocks_of(path))
    return (_HEAD.format(title=escape(title), charset=charset) + body + _FOOT).encode(charset, "xmlcharrefreplace")


def _drawn(block: Block) -> str:
    if isinstance(block, Paragraph):
        return f"<p>{escape(block.text)}</p>" if block.text.strip() else "<p>&nbsp;</p>"
    out = []
    for first, rows in groupby(block.rows, key=lambda row: row[0]):
        alike = list(rows)
        merged = len(alike) if first.strip() else 1
        for n, row in enumerate(alike):
            cells = row if merged == 1 or n == 0 else row[1:]
            span = f' rowspan="{merged}"' if merged > 1 and n == 0 else ""
            drawn = "".join(f"<td{span if not i else ''}>{escape(cell)}</td>" for i, cell in enumerate(cells))
            out.append(f"<tr>{drawn}</tr>")
    return '<table border="1">' + "\n".join(out) + "</table>"
