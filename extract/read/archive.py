"""Zip containers (docx, xlsx, ofd, odt, packages): parts by name, unpacked only within limits."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

from extract.read.file import RawFile
from extract.read.source import Unreadable
from extract.read.xml import entities

MEGABYTE = 1024 * 1024
MOST_ENTRIES = 20_000
MOST_OF_A_PART = 200 * MEGABYTE
"""The XML of a notice of a thousand pages has some 30 MB."""
MOST_IN_ALL = 600 * MEGABYTE
MOST_TIMES = 250
"""How many times its packed size a part may grow: XML of empty table cells grows 50 times, a bomb 1,000."""
_SMALL = MEGABYTE  # parts below it may grow as they like

_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, KeyError)


class Archive:
    """A zip file in memory. Nothing is written to disk, and nothing is unpacked that was not asked for."""

    def __init__(self, raw: RawFile) -> None:
        self.path: Path = raw.path
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(raw.data))
        except _BROKEN as error:
            raise self._damaged(error) from error
        self._parts = {_name(info): info for info in self._zip.infolist() if not info.is_dir()}
        if len(self._parts) > MOST_ENTRIES:
            raise Unreadable(
                f"{self.path}: holds {len(self._parts)} files (压缩包内文件过多), more than {MOST_ENTRIES}; "
                f"take out what belongs to the notice"
            )
        self._lower = {name.lower(): name for name in self._parts}
        self._unpacked = 0

    @property
    def names(self) -> list[str]:
        """Names of the files in it, in the order of the archive."""
        return list(self._parts)

    def __contains__(self, name: str) -> bool:
        return name.lstrip("/").lower() in self._lower

    def read(self, name: str) -> bytes:
        """The part's bytes. Raises Unreadable where it is missing, damaged, locked or too large."""
        info = self._parts.get(self._lower.get(name.lstrip("/").lower(), ""))
        if info is None:
            raise Unreadable(f"{self.path}: {name} is missing in it (文件不完整); take the original file again")
        if info.flag_bits & 1:
            raise Unreadable(
                f"{self.path}: is locked with a password (有密码); save it without one (请另存为无密码文件)"
            )
        self._weigh(info)
        try:
            with self._zip.open(info) as part:
                data = part.read(info.file_size + 1)
        except (*_BROKEN, RuntimeError) as error:
            raise self._damaged(error) from error
        if len(data) > info.file_size:
            raise self._bomb(name)
        return data

    def refuse_bombs_and_entities(self) -> None:
        """Raises Unreadable for what this class would not unpack; for libraries that unpack by themselves."""
        for name in self._parts:
            if name.lower().endswith((".xml", ".rels")):
                if b"<!DOCTYPE" in self.read(name)[:4096]:
                    raise entities(self.path, name)
            else:
                self._weigh(self._parts[name])

    def _weigh(self, info: zipfile.ZipInfo) -> None:
        """Raises Unreadable for what unpacks to more than any document holds."""
        self._unpacked += info.file_size
        grows = info.file_size > _SMALL and info.file_size > MOST_TIMES * max(info.compress_size, 1)
        if grows or info.file_size > MOST_OF_A_PART or self._unpacked > MOST_IN_ALL:
            raise self._bomb(info.filename)

    def _bomb(self, name: str) -> Unreadable:
        return Unreadable(
            f"{self.path}: {name} in it unpacks to more than a document holds (疑似压缩炸弹); "
            f"take the notice out and read it alone"
        )

    def _damaged(self, error: Exception) -> Unreadable:
        why = " ".join(str(error).split())[:100] or type(error).__name__
        return Unreadable(f"{self.path}: the container is damaged or cut short (文件已损坏): {why}; download it again")


def _name(info: zipfile.ZipInfo) -> str:
    """The file's name; Chinese names packed on Windows are GB18030 without saying so."""
    name = info.filename
    if not info.flag_bits & 0x800 and not name.isascii():
        try:
            name = name.encode("cp437").decode("gb18030")
        except UnicodeError:
            return info.filename.replace("\\", "/")
    return name.replace("\\", "/")
