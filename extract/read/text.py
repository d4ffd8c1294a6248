"""Text files: UTF-8, UTF-16, GB18030 or Big5, with or without byte order mark."""

from __future__ import annotations

from pathlib import Path

from extract.doubts import Doubt
from extract.read.encoding import Decoded, decode
from extract.read.file import RawFile
from extract.read.source import Source, Unreadable

_CONTROLS = {c: None for c in range(32) if chr(c) not in "\t\n\r\f\v\x1a"}
_MOST_CONTROLS = 0.01  # a text has none; a binary file read as text has many


def read_text(raw: RawFile) -> Source:
    """The file's characters as they stand. Raises Unreadable where they are no text."""
    decoded = decode(raw.data, raw.path)
    controls = len(decoded.text) - len(decoded.text.translate(_CONTROLS))
    if controls > _MOST_CONTROLS * len(decoded.text):
        raise Unreadable(f"{raw.path}: binary data, not text (二进制文件); take the original document")
    require_words(decoded.text, raw.path)
    return Source(raw.name, raw.sha256, len(raw.data), "txt", decoded.text, doubts=damage(decoded))


def require_words(text: str, path: Path) -> None:
    """Raises Unreadable where a file gives nothing but blanks."""
    if not text.strip("\ufeff \t\r\n\f\v\xa0\u3000"):
        raise Unreadable(f"{path}: holds no words (没有文字内容); save or download the notice again")


def damage(decoded: Decoded) -> tuple[Doubt, ...]:
    """A doubt about characters that could not be decoded."""
    if not decoded.damaged:
        return ()
    message = f"文件按 {decoded.encoding} 读取时有 {decoded.damaged} 个字符损坏（显示为 �）；请核对原文或重新下载"
    return (Doubt("characters-damaged", "warning", message),)
