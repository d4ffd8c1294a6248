"""Files that nobody vouches for: one clear line each, within time and memory, and the next file is read."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from forms.notice import NOTICES
from forms.ofd import ofd, text
from forms.parts import docx, p, packed, table, tc, tr
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from extract.read import guard, read, read_raw
from extract.read.docx import read_docx
from extract.read.file import RawFile
from extract.read.guard import Limits, in_worker
from extract.read.ofd import read_ofd
from extract.read.source import Source, Unreadable

GRID = table(tr(tc("序号"), tc("任务")), tr(tc("1"), tc("培训")))
DOCX = docx(p("关于印发方案的通知") + GRID)
OFD = ofd([text("关于印发方案的通知", 20, 30)])
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LAUGHS = b"<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;'>]><a>&c;</a>"
OUTER = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'


def xlsx() -> bytes:
    book = Workbook()
    assert book.active is not None
    book.active.append(["序号", "任务"])
    book.active.append([1, "培训"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def swapped(data: bytes, part: str, words: bytes) -> bytes:
    """The container with one part replaced."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return packed({name: words if name == part else archive.read(name) for name in archive.namelist()})


def locked(data: bytes) -> bytes:
    """The container with every part marked as encrypted."""
    out = bytearray(data)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = out.find(mark)
        while at >= 0:
            out[at + offset] |= 1
            at = out.find(mark, at + 1)
    return bytes(out)


def ole(*names: str, head: bytes = b"") -> bytes:
    """The beginning of an OLE container with directory entries of these names."""
    entries = b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in names)
    return (_OLE.ljust(512, b"\0") + head.ljust(1024, b"\0") + entries).ljust(8192, b"\0")


def many(count: int) -> bytes:
    return packed({f"{number}.txt": "" for number in range(count)})


def nested(depth: int) -> str:
    return "<w:tbl><w:tr><w:tc>" * depth + p("深") + "</w:tc></w:tr></w:tbl>" * depth


GALLERY = [
    ("cut.docx", DOCX[: len(DOCX) // 2], "damaged or cut short", "half a file"),
    ("cut.xlsx", xlsx()[:-30], "damaged or cut short", "without the end of the archive"),
    ("cut.ofd", OFD[:400], "damaged or cut short", "half a file"),
    ("crc.docx", DOCX.replace(b"PK\x01\x02", b"PK\x01\x03", 1), "damaged or cut short", "a broken directory"),
    ("xml.docx", swapped(DOCX, "word/document.xml", b"<w:document"), "document.xml in it is damaged", "broken XML"),
    ("laughs.docx", swapped(DOCX, "word/document.xml", LAUGHS), "实体", "entities in entities"),
    ("file.docx", swapped(DOCX, "word/document.xml", OUTER), "实体", "a file of the machine"),
    ("file.ofd", swapped(OFD, "OFD.xml", OUTER), "实体", "a file of the machine"),
    ("laughs.xlsx", swapped(xlsx(), "xl/workbook.xml", LAUGHS), "实体", "entities"),
    ("sheet.xlsx", swapped(xlsx(), "xl/worksheets/sheet1.xml", b"<worksheet>"), "damaged", "a broken sheet"),
    ("bomb.docx", swapped(DOCX, "word/document.xml", b" " * 50_000_000), "压缩炸弹", "50 MB of blanks"),
    ("bomb.xlsx", swapped(xlsx(), "xl/worksheets/sheet1.xml", b" " * 50_000_000), "压缩炸弹", "50 MB of blanks"),
    ("bomb.zip", packed({"通知.txt": b"0" * 50_000_000}), "压缩炸弹", "50 MB of noughts"),
    ("many.zip", many(20_001), "more than 20000", "an archive of nothing but names"),
    ("many.zip", many(61), "holds 61 files", "too many files for a notice"),
    ("zips.zip", packed({"a.zip": packed({"b.txt": "通知"})}), "unpack it first", "an archive in an archive"),
    ("none.zip", packed({"a.txt": ""}), "holds no file that can be read", "an archive of an empty file"),
    ("deep.docx", docx(nested(400)), "damaged", "tables in tables, deeper than XML may be"),
    ("locked.docx", locked(DOCX), "有密码", "an encrypted archive"),
    ("locked.docx", ole("Root Entry", "EncryptionInfo", "EncryptedPackage"), "有密码", "a document with a password"),
    ("locked.doc", ole("WordDocument", head=b"\xec\xa5".ljust(11, b"\0") + b"\x01"), "有密码", "an old one"),
    ("old.xls", ole("Root Entry", "Workbook"), "damaged", "a workbook of noughts"),
    ("slides.pptx", packed({"ppt/presentation.xml": "<p/>"}), "presentation", "slides"),
    ("slides.ppt", ole("Root Entry", "PowerPoint Document"), "holds no notice", "old slides"),
    ("drawing.odg", packed({"mimetype": "application/x.graphics", "content.xml": ""}), "graphics", "a drawing"),
    ("empty.zip", packed({}), "empty zip", "an empty archive"),
]  # fmt: skip


@pytest.mark.parametrize("name, data, says, reason", GALLERY)
def test_what_cannot_be_read_is_said_in_one_line(
    tmp_path: Path, name: str, data: bytes, says: str, reason: str
) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    with pytest.raises(Unreadable) as caught:
        read(file)
    message = str(caught.value)
    assert says in message, (reason, message)
    assert message.startswith(str(file))
    assert "\n" not in message
    assert len(message) < 400


def test_the_form_is_told_by_content_not_by_name(tmp_path: Path) -> None:
    for name, data, form in (("a.txt", DOCX, "docx"), ("b.doc", xlsx(), "xlsx"), ("c.pdf", OFD, "ofd")):
        (tmp_path / name).write_bytes(data)
        assert read(tmp_path / name).format == form


def test_a_cell_that_claims_a_million_columns_gets_some() -> None:
    wide = tc("宽", '<w:gridSpan w:val="1000000"/>')
    source = read_docx(RawFile(Path("n.docx"), docx(table(tr(wide, tc("后")), tr(tc("1"), tc("2"))))))
    assert source.text.count("\t") < 1000


BIG = docx("".join(table(tr(tc("序号"), tc("任务")), tr(tc(str(n)), tc("培训" * 20))) for n in range(40_000)))


def test_a_file_that_takes_too_long_is_given_up_and_the_next_is_read() -> None:
    reader = in_worker("docx", "read_docx", Limits(seconds=1))
    with pytest.raises(Unreadable, match="took more than 1 seconds"):
        reader(RawFile(Path("big.docx"), BIG))
    assert reader(RawFile(Path("n.docx"), DOCX)).text.startswith("关于印发")


def test_a_file_that_takes_too_much_memory_is_given_up_and_the_next_is_read() -> None:
    with pytest.raises(Unreadable, match=r"big\.docx: takes more memory|big\.docx: .*damaged|big\.docx: took more"):
        in_worker("docx", "read_docx", Limits(megabytes=180))(RawFile(Path("big.docx"), BIG))
    assert read_raw(RawFile(Path("n.docx"), DOCX)).text.startswith("关于印发")


def test_a_worker_that_is_lost_is_replaced() -> None:
    read_raw(RawFile(Path("n.docx"), DOCX))
    os.kill(guard._current[0]._child.pid, signal.SIGKILL)
    assert read_raw(RawFile(Path("n.docx"), DOCX)).text.startswith("关于印发")


def test_a_source_comes_back_as_it_was() -> None:
    for data, reader in ((DOCX, read_docx), (OFD, read_ofd)):
        raw = RawFile(Path("n"), data)
        assert read_raw(raw) == reader(raw)


def test_the_folder_we_stand_in_lends_no_modules(tmp_path: Path) -> None:
    (tmp_path / "lxml.py").write_text("raise SystemExit('taken')")
    (tmp_path / "n.docx").write_bytes(DOCX)
    script = "from pathlib import Path; from extract.read import read; print(read(Path('n.docx')).text)"
    run = subprocess.run([sys.executable, "-P", "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert run.stdout.startswith("关于印发")


def test_text_files_need_no_process_apart() -> None:
    guard.end_worker()
    read(NOTICES[0])
    assert not guard._current


# what chance makes of files

CHANCE = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def outcome(reader: object, raw: RawFile) -> None:
    """Either words or one line."""
    assert callable(reader)
    try:
        source = reader(raw)
    except Unreadable as error:
        source = str(error)
    if isinstance(source, str):
        assert "\n" not in source
        assert str(raw.path) in source
    else:
        assert isinstance(source, Source)
        assert source.text.strip()
        assert all(0 <= first <= after <= len(source.text) for first, after in source.tables)


EDITS = st.lists(st.tuples(st.integers(0, 1 << 16), st.integers(0, 40), st.binary(max_size=12)), min_size=1, max_size=6)


def edited(data: bytes, edits: list[tuple[int, int, bytes]]) -> bytes:
    """The bytes with stretches replaced, removed, put in."""
    for at, length, words in edits:
        at %= len(data) + 1
        data = data[:at] + words + data[at + length :]
    return data


@CHANCE
@given(EDITS, st.sampled_from([("docx", DOCX), ("xlsx", xlsx()), ("ofd", OFD), ("zip", packed({"通知.txt": "通知"}))]))
def test_damaged_containers(edits: list[tuple[int, int, bytes]], file: tuple[str, bytes]) -> None:
    name, data = file
    outcome(read_raw, RawFile(Path(f"n.{name}"), edited(data, edits)))


PIECES = st.lists(
    st.sampled_from([
        "<w:p>", "</w:p>", p("文"), GRID, "<w:tbl/>", "<w:tr/>", tr(), "<w:tc/>", '<w:gridSpan w:val="-1"/>',
        '<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="end"/>', "<w:r><w:br/></w:r>",
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="99"/><w:numId w:val="x"/></w:numPr></w:pPr></w:p>', "<w:sdt/>",
        '<w:r><w:sym w:char="zz"/></w:r>', '<w:r><w:sym w:char="FFFFFF"/></w:r>', "<w:ins/>", "<mc:AlternateContent/>",
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr></w:p>", '<w:r><w:footnoteReference w:id="9"/></w:r>',
        "<w:txbxContent>" + p("框") + "</w:txbxContent>", "<w:drawing/>", "<m:f/>", "<w:ruby/>",
    ]),
    max_size=12,
)  # fmt: skip
NUMBERING = st.sampled_from([
    "", "<w:abstractNum/>", "<w:num/>", '<w:num w:numId="x"><w:abstractNumId/></w:num>', "<w:lvl/>",
    '<w:num w:numId="x"><w:abstractNumId w:val="0"/></w:num>',
    '<w:num w:numId="x"><w:abstractNumId w:val="0"/></w:num><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="99">'
    '<w:start w:val="-7"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1%9"/></w:lvl></w:abstractNum>',
    '<w:num w:numId="x"><w:abstractNumId w:val="0"/></w:num>'
    '<w:abstractNum w:abstractNumId="0"><w:numStyleLink/></w:abstractNum>',
])  # fmt: skip


@CHANCE
@given(PIECES, NUMBERING)
def test_odd_word_documents(pieces: list[str], numbering: str) -> None:
    outcome(read_docx, RawFile(Path("n.docx"), docx("".join(pieces), numbering=numbering, styles="<w:style/>")))


VALUE = st.sampled_from(
    ["", "0", "-5", "1e300", "nan", "x", "10 20", "10 20 30 40", "0 0 0 0", "1 0 0 1 0 0", "g 9999999 1"]
)
PATHS = st.sampled_from(["M 0 0 L 50 0", "L 5 5", "C", "M", "B 1 2 3", "M 0 0 L 0 50 C", "Z 1", "M nan 0 L 1e99 0"])


@CHANCE
@given(st.lists(st.tuples(VALUE, VALUE, VALUE, VALUE, PATHS), max_size=5))
def test_odd_ofd_pages(objects: list[tuple[str, str, str, str, str]]) -> None:
    content = "".join(
        f'<ofd:TextObject Boundary="{box}" Size="{size}" CTM="{matrix}"><ofd:TextCode X="{step}" DeltaX="{step}">文字'
        f'</ofd:TextCode></ofd:TextObject><ofd:PathObject Boundary="{box}" CTM="{matrix}" Fill="true">'
        f"<ofd:AbbreviatedData>{path}</ofd:AbbreviatedData></ofd:PathObject>"
        f'<ofd:ImageObject Boundary="{box}" ResourceID="7"/>'
        for box, size, matrix, step, path in objects
    )
    outcome(read_ofd, RawFile(Path("n.ofd"), ofd([content, text("文", 20, 30)])))
