"""DOC, WPS, RTF, ODT and the like: LibreOffice turns them into DOCX (sheets into XLSX), which our own readers read."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from extract.doubts import Doubt
from extract.read import soffice
from extract.read.archive import Archive
from extract.read.file import RawFile, load
from extract.read.guard import in_worker
from extract.read.source import Source, Unreadable

BATCH = 20
"""Files converted in one call."""
AHEAD = "ZHENGCE_CONVERTED"
"""Names the folder of files converted ahead to the processes that read beside this one."""
_SHEETS = ("ods", "xls")
_RTF_ROW = re.compile(rb"\\(?:nest)?row(?![a-z])")
_WORD_ROW = re.compile(rb"<w:tr[ >]")
_OPEN_TABLE = re.compile(rb"<table:table[ >]")
_WORD_TABLE = re.compile(rb"<w:tbl[ >]")


def read_office(raw: RawFile, kind: str) -> Source:
    """The words of a document that LibreOffice opens; `kind` is what it is: doc, rtf, odt, ods, xls …

    Raises Unreadable where LibreOffice is missing, cannot open the file or takes too long.
    """
    suffix = _suffix(kind)
    made = RawFile(raw.path, _from_ahead(raw, suffix) or _converted(raw, kind))
    reader = in_worker("sheets", "read_xlsx") if suffix == "xlsx" else in_worker("docx", "read_docx")
    source = reader(made)
    doubts = (*source.doubts, *_lost_tables(raw, kind, made))
    return replace(source, sha256=raw.sha256, size=len(raw.data), format=kind, doubts=doubts)


@contextmanager
def converted_ahead(files: Iterable[tuple[Path, str]]) -> Iterator[None]:
    """Converts files (each with its kind) in batches; while this lasts, they are read from what came out.

    Starting LibreOffice takes longer than converting a notice, so many files share a call. What fails in a batch is
    converted alone when it is read, and gives its own message then.
    """
    files = list(files)
    with tempfile.TemporaryDirectory(prefix="zhengce-") as name:
        for suffix in ("docx", "xlsx"):
            group = [file for file in files if _suffix(file[1]) == suffix]
            for at in range(0, len(group), BATCH):
                _convert_batch(group[at : at + BATCH], suffix, Path(name))
        before = os.environ.get(AHEAD)
        os.environ[AHEAD] = name
        try:
            yield
        finally:
            del os.environ[AHEAD]
            if before is not None:
                os.environ[AHEAD] = before


def _suffix(kind: str) -> str:
    return "xlsx" if kind in _SHEETS else "docx"


def _convert_batch(files: list[tuple[Path, str]], suffix: str, folder: Path) -> None:
    inputs: dict[Path, None] = {}  # the same bytes may come twice
    for path, kind in files:
        try:
            raw = load(path)
        except Unreadable:
            continue  # told when it is read
        file = folder / f"{raw.sha256}.{kind}"
        file.write_bytes(raw.data)
        inputs[file] = None
    try:
        soffice.convert(list(inputs), suffix, folder, soffice.SECONDS + 5 * len(inputs))
    except soffice.Missing:
        return  # told when they are read
    finally:
        for file in inputs:
            file.unlink()


def _from_ahead(raw: RawFile, suffix: str) -> bytes | None:
    """What a batch has made of the file."""
    folder = os.environ.get(AHEAD)
    made = Path(folder) / f"{raw.sha256}.{suffix}" if folder else None
    return made.read_bytes() if made is not None and made.is_file() else None


def _converted(raw: RawFile, kind: str) -> bytes:
    with tempfile.TemporaryDirectory(prefix="zhengce-") as name:
        # The suffix is that of the content: LibreOffice takes a .wps for a file of Microsoft Works.
        file = Path(name) / f"notice.{kind}"
        file.write_bytes(raw.data)
        try:
            made = soffice.convert([file], _suffix(kind), Path(name), soffice.SECONDS)
        except soffice.Missing:
            raise Unreadable(
                f"{raw.path}: a {kind.upper()} file needs LibreOffice, which is not installed; {soffice.INSTALL}"
            ) from None
        if file not in made:
            raise Unreadable(
                f"{raw.path}: LibreOffice cannot open it within {soffice.SECONDS} seconds (文件已损坏或有密码); "
                f"open it, save it as .docx, and try that"
            )
        return made[file].read_bytes()


def _lost_tables(raw: RawFile, kind: str, made: RawFile) -> tuple[Doubt, ...]:
    """A doubt where the file had more tables (in RTF: rows of tables) than what LibreOffice made of it."""
    if kind == "odt":
        before = len(_OPEN_TABLE.findall(Archive(raw).read("content.xml")))
        after = len(_WORD_TABLE.findall(Archive(made).read("word/document.xml")))
    elif kind == "rtf":
        before = len(_RTF_ROW.findall(raw.data))
        after = len(_WORD_ROW.findall(Archive(made).read("word/document.xml")))
    else:
        return ()  # a binary file does not tell
    if after >= before:
        return ()
    what = "张表格" if kind == "odt" else "行表格"
    message = f"文件原有 {before} {what}，转换后只有 {after} {what[0]}；请与原件核对表格内容"
    return (Doubt("tables-lost", "warning", message),)
