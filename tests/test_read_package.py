"""Notices with attachments in files of their own: one source, whose parts name their files."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from forms.compare import differences, exact_f1
from forms.notice import NOTICES, Paragraph, Table, blocks_of
from forms.parts import docx, p, packed
from forms.sheet import write_xlsx
from forms.word import write_docx

from extract.notice import extract
from extract.read import read, read_raw
from extract.read.file import RawFile
from extract.read.package import grouped, read_files
from extract.read.source import Source, Unreadable

MAIN = "关于印发实施方案的通知\n各区县人民政府：\n现印发给你们。\n附件：1.任务分解表\n2.名单"


def package(files: dict[str, str | bytes]) -> Source:
    return read_raw(RawFile(Path("n.zip"), packed(files)))


def names(source: Source) -> list[str]:
    return [part.file_name for part in source.parts]


ORDERS = [
    (["附件2.txt", "附件1.txt", "通知.txt"], ["通知.txt", "附件1.txt", "附件2.txt"], "attachments by their numbers"),
    (["附件十.txt", "附件二.txt", "正文.txt"], ["正文.txt", "附件二.txt", "附件十.txt"], "Chinese numbers"),
    (["1.通知.txt", "名单.txt", "2.任务分解表.txt"], ["1.通知.txt", "2.任务分解表.txt", "名单.txt"], "named in it"),
    (["__MACOSX/._通知.txt", "通知.txt", ".DS_Store", "~$通知.txt"], ["通知.txt"], "what systems leave behind"),
    (["包/通知.txt", "包/附件1.txt"], ["通知.txt", "附件1.txt"], "in a folder"),
]  # fmt: skip


@pytest.mark.parametrize("given, expected, reason", ORDERS)
def test_the_notice_comes_first(given: list[str], expected: list[str], reason: str) -> None:
    # Each file has words of its own: the same words twice are the same file twice.
    words = {name: f"{name}的内容：{chr(0x4E00 + n) * 60}" for n, name in enumerate(given)}
    source = package({name: MAIN if "通知" in name or "正文" in name else words[name] for name in given})
    assert names(source) == expected, reason
    starts = [source.text[part.start :].lstrip().removeprefix("附件") for part in source.parts]
    assert starts[0].startswith("关于印发")
    assert source.format == "zip"
    assert source.file_name == "n.zip"


def test_an_attachment_is_headed_as_one_unless_it_says_so_itself() -> None:
    source = package({"通知.txt": MAIN, "附件1.txt": "附件1\n任务分解表", "附件2.txt": "名单：张三"})
    assert source.text.split("\n")[5:] == ["附件1", "任务分解表", "附件2", "名单：张三"]


def test_names_packed_on_windows_are_chinese() -> None:
    data = packed({"xx.txt": MAIN, "yyyy1.txt": "名单"})
    for plain, name in (
        (b"xx.txt", "通".encode("gb18030") + b".txt"),
        (b"yyyy1.txt", "附件".encode("gb18030") + b"1.txt"),
    ):
        data = data.replace(plain, name)
    assert names(read_raw(RawFile(Path("n.zip"), data))) == ["通.txt", "附件1.txt"]


def test_a_notice_in_two_forms_is_read_once() -> None:
    words = MAIN + "\n" + "请认真组织实施，按时报送进展情况。" * 5
    source = package({"通知.txt": words, "通知.docx": docx("".join(p(line) for line in words.split("\n")))})
    assert names(source) == ["通知.docx"]
    assert [doubt.code for doubt in source.doubts] == ["part-twice"]


def test_a_part_that_cannot_be_read_is_told_and_the_rest_is_read() -> None:
    source = package({"通知.txt": MAIN, "附件1.docx": b"PK\x03\x04broken"})
    assert names(source) == ["通知.txt"]
    assert [doubt.code for doubt in source.doubts] == ["part-unread"]
    assert "附件1.docx" in source.doubts[0].message


def test_an_archive_of_several_notices_is_not_one() -> None:
    with pytest.raises(Unreadable, match=r"holds 2 notices.*甲办法\.txt、乙办法\.txt"):
        package({"甲办法.txt": "甲县办法，自发布之日起施行。", "乙办法.txt": "乙县规定，由乙县商务局解释。"})


FOLDERS = [
    (["通知.docx", "附件1.xlsx", "附件2.docx"], [("通知.docx", ["附件1.xlsx", "附件2.docx"])], "one notice"),
    (["甲.docx", "乙.docx", "甲附件1.xlsx"], [("乙.docx", []), ("甲.docx", ["甲附件1.xlsx"])], "named after it"),
    (["甲.docx", "甲-附件2：名单.xlsx"], [("甲.docx", ["甲-附件2：名单.xlsx"])], "with a title of its own"),
    (["甲.docx", "乙.docx", "附件1.xlsx"], [("乙.docx", []), ("甲.docx", []), ("附件1.xlsx", [])], "whose is it?"),
    (["附件1.xlsx"], [("附件1.xlsx", [])], "an attachment alone"),
    (["通知.doc", "分解表.xlsx", "附件1.doc"], [("通知.doc", ["分解表.xlsx", "附件1.doc"])], "a table beside it"),
    (["甲.doc", "乙.doc", "表.xlsx"], [("乙.doc", []), ("甲.doc", []), ("表.xlsx", [])], "whose table is it?"),
    (["表.xlsx", "附件1.doc"], [("表.xlsx", ["附件1.doc"])], "a workbook may be the notice"),
]  # fmt: skip


@pytest.mark.parametrize("files, expected, reason", FOLDERS)
def test_folders(files: list[str], expected: list[tuple[str, list[str]]], reason: str) -> None:
    assert [(path.name, [of.name for of in attached]) for path, attached in grouped(map(Path, files))] == expected, (
        reason
    )


def test_a_notice_and_its_attachments_beside_one_another(tmp_path: Path) -> None:
    (tmp_path / "通知.txt").write_text(MAIN)
    (tmp_path / "附件1.docx").write_bytes(docx(p("任务分解表")))
    [(notice, attached)] = grouped(tmp_path.iterdir())
    source = read_files(notice, attached)
    assert names(source) == ["通知.txt", "附件1.docx"]
    assert (source.file_name, source.sha256) == ("通知.txt", read(notice).sha256)
    assert source.text.endswith("附件1\n任务分解表")


@pytest.mark.parametrize("path", NOTICES[:3], ids=[path.stem[:3] for path in NOTICES[:3]])
def test_the_rows_of_a_notice_whose_table_is_a_workbook(path: Path, tmp_path: Path) -> None:
    blocks = blocks_of(path)
    at = next(n for n, block in enumerate(blocks) if isinstance(block, Table))
    title, grid = blocks[at - 1], blocks[at]
    assert isinstance(title, Paragraph)
    assert isinstance(grid, Table)
    write_docx([block for block in blocks if isinstance(block, Paragraph)], tmp_path / "通知.docx")
    write_xlsx(title.text, grid.rows, tmp_path / "附件.xlsx")
    with zipfile.ZipFile(tmp_path / "notice.zip", "w") as archive:
        for name in ("通知.docx", "附件.xlsx"):
            archive.write(tmp_path / name, name)
    notice, truth = extract(tmp_path / "notice.zip"), extract(path)
    assert exact_f1(notice, truth) >= 0.98, differences(notice, truth)
    assert notice.document.id == truth.document.id
