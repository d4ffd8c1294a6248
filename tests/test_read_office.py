"""DOC, WPS, RTF and ODT through LibreOffice: the rows of the text file; what is said where it is missing or hangs."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from forms.compare import differences, exact_f1
from forms.converted import convert
from forms.notice import NOTICES, blocks_of
from forms.parts import docx, p, packed, table, tc, tr
from forms.pdf import require
from forms.word import write_docx

from extract.notice import extract
from extract.read import office, read, soffice
from extract.read.containers import office_kind
from extract.read.file import RawFile
from extract.read.source import Unreadable

FORMS = ("doc", "wps", "rtf", "odt")


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The five notices as Word documents."""
    folder = tmp_path_factory.mktemp("docx")
    out = [folder / f"{path.stem}.docx" for path in NOTICES]
    for path, document in zip(NOTICES, out, strict=True):
        write_docx(blocks_of(path), document)
    return out


@pytest.mark.parametrize("form", ["wps", "odt"])
def test_a_notice_with_a_table_of_merged_cells(form: str, documents: list[Path], tmp_path: Path) -> None:
    [file] = convert(documents[2:3], form, tmp_path)
    notice, truth = extract(file), extract(NOTICES[2])
    assert exact_f1(notice, truth) >= 0.98, differences(notice, truth)
    assert notice.document.id == truth.document.id
    assert notice.document.format == ("doc" if form == "wps" else form)
    assert notice.source_file.bytes == file.stat().st_size


@pytest.mark.slow
def test_every_notice_in_every_form_converted_ahead(documents: list[Path], tmp_path: Path) -> None:
    files = {form: convert(documents, form, tmp_path) for form in FORMS}
    kinds = {file: office_kind(file) for made in files.values() for file in made}
    assert {file.suffix: kind for file, kind in kinds.items()} == {
        ".doc": "doc", ".wps": "doc", ".rtf": "rtf", ".odt": "odt",
    }  # fmt: skip
    with office.converted_ahead((file, kind) for file, kind in kinds.items() if kind):
        for form, made in files.items():
            for file, path in zip(made, NOTICES, strict=True):
                notice, truth = extract(file), extract(path)
                assert exact_f1(notice, truth) >= 0.98, (form, differences(notice, truth))
    assert office.AHEAD not in os.environ


def test_a_batch_is_read_without_starting_the_program_again(
    documents: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    [file] = convert(documents[3:4], "odt", tmp_path)
    with office.converted_ahead([(file, "odt")]):
        monkeypatch.setenv("PATH", str(tmp_path))  # the program cannot be found any more
        assert "电子商务" in read(file).text


def rtf(tmp_path: Path, words: str = r"\u36890?\u30693?") -> Path:
    file = tmp_path / "n.rtf"
    file.write_text(rf"{{\rtf1\ansi {words}\par}}")
    return file


def test_where_the_program_is_missing_the_message_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Unreadable, match=r"n\.rtf: a RTF file needs LibreOffice.*apt-get install libreoffice-writer"):
        read(rtf(tmp_path))


def test_a_program_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nsleep 300 &\necho $! > pid\nwait\n".replace("pid", str(tmp_path / "pid")))
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setattr(soffice, "SECONDS", 1)
    begun = time.monotonic()
    with pytest.raises(Unreadable, match="within 1 seconds"):
        read(rtf(tmp_path))
    assert time.monotonic() - begun < 20
    time.sleep(0.1)
    state = Path(f"/proc/{(tmp_path / 'pid').read_text().strip()}/stat")
    assert not state.exists() or state.read_text().split()[2] == "Z"


def test_what_the_program_cannot_open(tmp_path: Path) -> None:
    require("soffice")
    file = tmp_path / "n.doc"
    file.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(120) + "WordDocument".encode("utf-16-le") + bytes(900))
    with pytest.raises(Unreadable) as caught:
        read(file)
    assert str(caught.value).startswith(f"{file}: ")
    assert "\n" not in str(caught.value)


def test_word_2003_xml(tmp_path: Path) -> None:
    require("soffice")
    file = tmp_path / "n.xml"
    file.write_text(
        '<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?>'
        '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml">'
        "<w:body><w:p><w:r><w:t>关于印发实施方案的通知</w:t></w:r></w:p></w:body></w:wordDocument>",
        encoding="utf-8",
    )
    assert read(file).text.strip() == "关于印发实施方案的通知"


GRID = table(tr(tc("序号"), tc("任务")), tr(tc("1"), tc("培训")))
LOST = [
    (
        "odt",
        packed({"content.xml": "<table:table a=''/><table:table>"}),
        docx(p("一") + GRID),
        ["tables-lost"],
        "2 → 1",
    ),
    ("odt", packed({"content.xml": "<table:table >"}), docx(p("一") + GRID), [], "as many"),
    ("rtf", rb"{\rtf1 \trowd a\row \trowd b\row\trowd c\row}", docx(GRID), ["tables-lost"], "3 rows → 2"),
    ("rtf", rb"{\rtf1 \trowd a\row \rowd \trowd b\nestrow}", docx(GRID), [], "as many rows"),
    ("doc", b"", docx(p("一")), [], "a binary file does not tell"),
]


@pytest.mark.parametrize("kind, data, made, codes, reason", LOST)
def test_tables_that_the_conversion_loses_are_told(
    kind: str, data: bytes, made: bytes, codes: list[str], reason: str
) -> None:
    path = Path(f"n.{kind}")
    doubts = office._lost_tables(RawFile(path, data), kind, RawFile(path, made))
    assert [doubt.code for doubt in doubts] == codes, reason
