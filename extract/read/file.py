"""A file's bytes, taken in once, with the errors a person can act on."""

from __future__ import annotations

import hashlib
import stat
from dataclasses import dataclass, field
from pathlib import Path

from extract.read.source import Unreadable

HEAD = 64 * 1024
"""Bytes that suffice to tell a format."""


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file as bytes; `path` for messages, `name` and `sha256` (the fingerprint) for the records."""

    path: Path
    data: bytes = field(repr=False)

    @property
    def name(self) -> str:
        return self.path.name

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


def size_of(path: Path) -> int:
    """Bytes of the file. Raises Unreadable for what is not a file, not there, empty or closed to us."""
    try:
        status = path.stat()
    except OSError as error:
        raise _unreadable(path, error) from error
    if stat.S_ISDIR(status.st_mode):
        raise Unreadable(f"{path}: is a folder, not a file (是文件夹); name the files in it, or use `zhengce build`")
    if not stat.S_ISREG(status.st_mode):
        raise Unreadable(f"{path}: is not an ordinary file (不是普通文件); save the notice to a file first")
    if not status.st_size:
        raise Unreadable(f"{path}: the file is empty (文件为空); save or download the notice again")
    return status.st_size


def head_of(path: Path) -> bytes:
    """The first bytes, enough to tell the format."""
    return _bytes(path, HEAD)


def load(path: Path) -> RawFile:
    """The whole file."""
    return RawFile(path, _bytes(path, -1))


def _bytes(path: Path, count: int) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(count)
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError) -> Unreadable:
    if isinstance(error, PermissionError):
        return Unreadable(f"{path}: no right to read it (没有读取权限); ask for read access, e.g. `chmod +r`")
    if isinstance(error, FileNotFoundError):
        return Unreadable(f"{path}: no such file (文件不存在); check the name and the folder")
    return Unreadable(f"{path}: cannot be read (无法读取): {error.strerror}; copy it to a local disk and try again")
