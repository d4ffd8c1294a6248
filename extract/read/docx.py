"""Word documents (ECMA-376, .docx and .docm): what a reader sees, without heads, feet, field codes and comments.

Footnotes and endnotes stand after the last paragraph, a line each: they explain the promises and make none.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from pathlib import Path
from typing import Any

from extract.doubts import Doubt
from extract.read.archive import Archive
from extract.read.docx_numbering import Numbering
from extract.read.docx_styles import Styles
from extract.read.docx_text import Block, Reader
from extract.read.file import RawFile
from extract.read.source import Source, Unreadable
from extract.read.xml import attribute, child, local, parse

_NOTE_KINDS = (("footnote", "footnotes"), ("endnote", "endnotes"))

# What a person should know of a document: code, level, message
_DOUBTS = {
    "changes": ("tracked-changes", "warning", "文件含有 {n} 处修订痕迹；按接受修订后的文字读取，请确认文件已定稿"),
    "struck": ("words-struck", "warning", "文件有 {n} 处带删除线的文字，仍按正文读取；请核对原文"),
    "symbols": ("symbol-unknown", "warning", "文件有 {n} 个符号字体的字符无法识别（显示为 □）；请核对原文"),
    "pictures": ("picture-unread", "info", "文件有 {n} 幅较大的图片未读取；如图片中有表格或文字，请核对原文"),
    "embedded": ("embedded-unread", "warning", "文件嵌入了 {n} 个其他文件，其内容未读取；请另存后重新读取"),
}


def read_docx(raw: RawFile) -> Source:
    """Paragraphs as lines, tables as lines of tab-separated cells, automatic numbers written out.

    Raises Unreadable with one line where the file is damaged, locked or holds no words.
    """
    archive = Archive(raw)
    main = _main_part(archive)
    body = child(parse(archive.read(main), raw.path, main), "body")
    if body is None:
        raise Unreadable(
            f"{raw.path}: is no Word document (不是 Word 文档): {main} has no body; save it again as .docx"
        )
    parts = _related(archive, main, raw.path)
    styles = Styles(_root(archive, parts.get("styles"), raw.path))
    reader = Reader(styles, Numbering(_root(archive, parts.get("numbering"), raw.path), styles))
    blocks = reader.blocks(body)
    for kind, part in _NOTE_KINDS:
        blocks += _notes(reader, kind, _root(archive, parts.get(part), raw.path))
    text, tables = joined(blocks)
    if not text.strip("\n \xa0\u3000\t"):
        raise Unreadable(f"{raw.path}: holds no words{_instead(reader)}; take the original document")
    return Source(raw.name, raw.sha256, len(raw.data), "docx", text, tables=tables, doubts=_doubts(reader.seen.counts))


def joined(blocks: list[Block]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The blocks as text, a line each paragraph and each row, and where in it the tables are."""
    lines: list[str] = []
    tables = []
    at = 0
    for block in blocks:
        own = [block] if isinstance(block, str) else ["\t".join(row) for row in block]
        length = sum(map(len, own)) + len(own)
        if not isinstance(block, str) and own:
            tables.append((at, at + length - 1))
        lines += own
        at += length
    return "\n".join(lines), tuple(tables)


def _main_part(archive: Archive) -> str:
    """The part that holds the document, as the package says; word/document.xml where it does not."""
    if "_rels/.rels" in archive:
        for relation in parse(archive.read("_rels/.rels"), archive.path, "_rels/.rels"):
            if (attribute(relation, "Type") or "").endswith("/officeDocument"):
                return (attribute(relation, "Target") or "").lstrip("/")
    return "word/document.xml"


def _related(archive: Archive, main: str, path: Path) -> dict[str, str]:
    """Kind of part → its name, for the parts within the file that the document names."""
    folder, name = posixpath.split(main)
    listing = f"{folder}/_rels/{name}.rels".lstrip("/")
    out: dict[str, str] = {}
    if listing not in archive:
        return out
    for relation in parse(archive.read(listing), path, listing):
        target = attribute(relation, "Target") or ""
        if attribute(relation, "TargetMode") == "External" or not target:
            continue
        kind = (attribute(relation, "Type") or "").rpartition("/")[2]
        out.setdefault(kind, posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/"))
    return out


def _root(archive: Archive, name: str | None, path: Path) -> Any:
    return parse(archive.read(name), path, name) if name is not None and name in archive else None


def _notes(reader: Reader, kind: str, root: Any) -> list[Block]:
    """The notes of a kind that the text refers to, each in one line: 注1：…"""
    if root is None:
        return []
    by_id = {attribute(note, "id"): note for note in root if local(note) == kind}
    out: list[Block] = []
    wanted = [name for of, name in reader.seen.notes if of == kind]
    for number, name in enumerate(wanted, 1):
        lines = reader.blocks(by_id[name]) if name in by_id else []
        words = " ".join(line.strip() for line in lines if isinstance(line, str) and line.strip())
        if words:
            out.append(f"注{number}：{words}")
    return out


def _instead(reader: Reader) -> str:
    """What the document has in place of words."""
    counts = reader.seen.counts
    if counts["embedded"]:
        return " of its own, only an embedded file (正文为嵌入文件)"
    return ", only pictures (只有图片，没有文字)" if counts["pictures"] else " (没有文字内容)"


def _doubts(counts: Counter[str]) -> tuple[Doubt, ...]:
    return tuple(
        Doubt(code, level, message.format(n=counts[name]))  # type: ignore[arg-type]
        for name, (code, level, message) in _DOUBTS.items()
        if counts[name]
    )
