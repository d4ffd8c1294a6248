"""A notice with attachments in files of their own (附件1.docx, 任务分解表.xlsx): one source, the attachments last.

They come as a zip archive or beside one another in a folder. Which file holds the notice is told by the names, and by
the notice naming its attachments.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from extract.doubts import Doubt
from extract.read.archive import Archive
from extract.read.file import RawFile
from extract.read.source import Part, Place, Source, Unreadable

MOST_PARTS = 60
_ATTACHED = re.compile(r"附\s*[件表录图]|^\d+[.、\-_ ]*附")  # 附件1.docx, 通知附表, 2-附件1
_BEFORE = re.compile(
    r"[\s\-_—+.·、（(【\[]*(?:\d+[.、\-_ ]*)?附\s*[件表录图].*$"
)  # what follows the notice's name: 通知-附件1
_NUMBER = re.compile(r"附\s*[件表录图]\s*[（(:：\-_ ]*(\d{1,2}|[一二三四五六七八九十])")
"""附件1|.docx · 通知-附表（二|）.xlsx."""
_HAN_DIGITS = {char: value for value, char in enumerate("一二三四五六七八九十", 1)}
_OPENS_AS_ATTACHMENT = re.compile(r"[\s\u3000]*附\s*[件表录图]")
"""附件|1：申报表 · 附 表|."""
_JUNK = re.compile(r"(?:^|/)(?:__MACOSX/|\.|~\$|Thumbs\.db$|desktop\.ini$)", re.I)
_MARKS = re.compile(r"^[\d\s.、\-_—（）()]+|[\s《》（）()“”\-_—]+")
_FORMS = (
    "docx",
    "doc",
    "odt",
    "rtf",
    "html",
    "txt",
    "ofd",
    "pdf",
)  # of two forms of a notice, the earlier here is read
_SHEETS = (".xlsx", ".xls", ".et", ".ods")
_SAME = 0.8  # share of stretches in common that makes two files the same notice
_STRETCH = 8


@dataclass(frozen=True, slots=True)
class _Member:
    """A file of a package that could be read."""

    name: str
    source: Source

    @property
    def stem(self) -> str:
        return PurePosixPath(self.name).stem


def read_package(raw: RawFile, archive: Archive) -> Source:
    """The notice in a zip archive and its attachments. Raises Unreadable where it holds none, or several."""
    names = [name for name in archive.names if not _JUNK.search(name)]
    if len(names) > MOST_PARTS:
        raise Unreadable(
            f"{raw.path}: holds {len(names)} files (压缩包内文件过多), no notice and its attachments; unpack it first"
        )
    files = (RawFile(raw.path / name, archive.read(name)) for name in names)
    source = _combined(raw.path, _members(files))
    return replace(source, file_name=raw.name, sha256=raw.sha256, size=len(raw.data), format="zip")


def read_files(notice: Path, attachments: list[Path]) -> Source:
    """The notice and its attachments in files of their own. Raises Unreadable where the notice cannot be read."""
    from extract.read import read

    main, doubts = read(notice), list[Doubt]()
    members, lacking = [_Member(notice.name, main)], {}
    for path in sorted(attachments, key=lambda path: _order(path.name)):
        try:
            members.append(_Member(path.name, read(path)))
        except Unreadable as error:
            lacking[path.name] = str(error).removeprefix(f"{path}: ")
            doubts.append(_unread(path, error))
    joined = _joined(members, tuple(doubts))
    return replace(
        joined, file_name=main.file_name, sha256=main.sha256, size=main.size, format=main.format, lacking=lacking
    )


def fingerprint(attachments: Iterable[tuple[str, str]]) -> str | None:
    """What tells whether attachments have changed: SHA-256 over their names and contents (SHA-256). None for none."""
    lines = sorted(f"{sha256} {name}" for name, sha256 in attachments)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest() if lines else None


def grouped(paths: Iterable[Path]) -> list[tuple[Path, list[Path]]]:
    """Files of folders as notices, each with its attachments: 通知.docx with 通知附件1.xlsx, or with 附件1.xlsx and
    任务分解表.xlsx where it is the only notice of its folder. Attachments whose notice is not there stand for
    themselves."""
    by_folder: dict[Path, list[Path]] = {}
    for path in paths:
        by_folder.setdefault(path.parent, []).append(path)
    out: list[tuple[Path, list[Path]]] = []
    for files in by_folder.values():
        notices: dict[Path, list[Path]] = {path: [] for path in _notices_among(files)}
        for path in files:
            if path in notices:
                continue
            before = _BEFORE.sub("", path.stem)
            of = [notice for notice in notices if notice.stem == before]
            if not of and len(notices) == 1 and (not before or before == path.stem):
                of = list(notices)
            if len(of) == 1:
                notices[of[0]].append(path)
            else:
                out.append((path, []))
        out += notices.items()
    return sorted(out)


def _notices_among(files: list[Path]) -> list[Path]:
    """The files of a folder that are not attachments by their names; a workbook beside a single document is one."""
    named = [path for path in files if not _ATTACHED.search(path.stem)]
    documents = [path for path in named if path.suffix.lower() not in _SHEETS]
    return documents if len(documents) == 1 else named


def _members(files: Iterable[RawFile]) -> tuple[list[_Member], list[Doubt]]:
    from extract.read import read_raw
    from extract.read.containers import is_package

    members, doubts = [], []
    for raw in files:
        try:
            if is_package(raw):
                raise Unreadable(f"{raw.path}: an archive in an archive (压缩包套压缩包); unpack it first")
            members.append(_Member(str(raw.path.name), read_raw(raw)))
        except Unreadable as error:
            doubts.append(_unread(raw.path, error))
    return members, doubts


def _unread(path: Path, error: Unreadable) -> Doubt:
    """Names the file without its folder: the same on every machine."""
    return Doubt("part-unread", "warning", f"附件未能读取：{path.name}: {str(error).removeprefix(f'{path}: ')}")


def _combined(path: Path, read: tuple[list[_Member], list[Doubt]]) -> Source:
    members, doubts = read
    if not members:
        why = doubts[0].message.partition("：")[2] if doubts else "nothing in it"
        raise Unreadable(f"{path}: holds no file that can be read (压缩包内没有可读取的文件): {why}")
    members, twice = _without_copies(members)
    notice = _notice_of(path, members)
    others = [member for member in members if member is not notice]
    others.sort(key=lambda member: _order(member.name))
    return _joined([notice, *others], (*doubts, *twice))


def _without_copies(members: list[_Member]) -> tuple[list[_Member], list[Doubt]]:
    """A notice that is there in two forms, once: in the form that tells most."""

    def rank(member: _Member) -> int:
        return _FORMS.index(member.source.format) if member.source.format in _FORMS else 0

    kept: list[_Member] = []
    doubts = []
    for member in sorted(members, key=rank):
        same = next((other for other in kept if _same(member.source.text, other.source.text)), None)
        if same is None:
            kept.append(member)
        else:
            doubts.append(Doubt("part-twice", "info", f"{member.name} 与 {same.name} 内容相同，只读取后者"))
    return [member for member in members if member in kept], doubts


def _same(text: str, other: str) -> bool:
    ours, theirs = _stretches(text), _stretches(other)
    return len(ours & theirs) >= _SAME * max(len(ours), len(theirs), 1)


def _stretches(text: str) -> set[str]:
    plain = "".join(text.split())
    return {plain[at : at + _STRETCH] for at in range(max(1, len(plain) - _STRETCH + 1))}


def _notice_of(path: Path, members: list[_Member]) -> _Member:
    """The file that is no attachment, or that names all the others."""
    notices = [m for m in members if not _ATTACHED.search(m.stem) and not _OPENS_AS_ATTACHMENT.match(m.source.text)]
    if not notices:
        return min(members, key=lambda member: _order(member.name))
    for notice in sorted(notices, key=lambda member: -len(member.source.text)):
        text = _MARKS.sub("", notice.source.text)
        if all(other is notice or _MARKS.sub("", other.stem) in text or _is_sheet(other) for other in notices):
            return notice
    raise Unreadable(
        f"{path}: holds {len(notices)} notices (压缩包内有多份文件): {'、'.join(m.name for m in notices[:5])}; "
        f"unpack it and read them one by one"
    )


def _is_sheet(member: _Member) -> bool:
    return member.source.format in ("xlsx", "xls", "ods")


def _order(name: str) -> tuple[int, str]:
    """Place of an attachment: by its number, then by its name."""
    match = _NUMBER.search(name)
    if match is None:
        return 99, name
    return _HAN_DIGITS.get(match[1]) or int(match[1]), name


def _joined(members: list[_Member], doubts: tuple[Doubt, ...]) -> Source:
    """The members' words after one another; an attachment that does not say so is headed as one."""
    main = members[0].source
    text = ""
    tables: list[tuple[int, int]] = []
    places: list[Place] = []
    parts = []
    own = list(main.doubts)
    for number, member in enumerate(members):
        source = member.source
        if number:
            text += "\n"
            if not _OPENS_AS_ATTACHMENT.match(source.text):
                text += f"附件{number}\n"
            own += [replace(doubt, message=f"{member.name}：{doubt.message}") for doubt in source.doubts]
        at = len(text)
        parts.append(Part(at, source.file_name, source.sha256, source.format, source.size))
        tables += [(at + first, at + after) for first, after in source.tables]
        places += [replace(place, start=at + place.start, end=at + place.end) for place in source.places]
        text += source.text
    return replace(
        main, text=text, tables=tuple(tables), places=tuple(places), parts=tuple(parts), doubts=(*own, *doubts)
    )
