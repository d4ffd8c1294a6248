"""The notice itself: its facts, its parts (GB/T 9704), the files it came in, the documents it cites."""

from __future__ import annotations

from typing import ClassVar

from schemas.base import Extracted, Row
from schemas.columns import column, optional
from schemas.vocabulary import DivisionLevel, Script, Status


class Document(Row):
    """A notice: what it is, who issued it and when, and its clean text."""

    TABLE: ClassVar[str] = "documents"
    LABEL: ClassVar[str] = "政策文件"

    id: str = column("编号", "Readable key from place, year and number or title; the same for every copy of a notice")
    title: str | None = optional("标题", "Title of the subject document (not of the covering 通知)")
    doc_number: str | None = optional("发文字号", "Document number, brackets 〔〕", facet=False)
    issuer: str | None = optional("发文机关", "Issuing bodies, joined by 、")
    area: str | None = optional("地区", "The place governed, its full plain name", facet=True)
    adcode: str | None = optional("行政区划代码", "Six digits, GB/T 2260", references="jurisdictions.adcode")
    issued_on: str | None = optional("成文日期", "Date under the signature, under the title or in the imprint (ISO)")
    status: Status = column("状态", "issued, or draft for 征求意见稿 and the like", facet=True)
    genre: str | None = optional("文种", "The word the title ends in: 实施方案, 办法, 措施 …", facet=True)
    script: Script = column("字体", "Script of the source: hans simplified, hant traditional")
    text: str = column("正文", "Clean text, simplified; a table stands in it as a line a row, cells separated by tabs")
    source_map: str = column("源映射", "Runs of clean offset:source offset:length, joined by ';'")
    source_file: str = column("来源文件", "Name of the file it was read from")
    source_sha256: str = column("文件指纹", "SHA-256 of that file", references="source_files.sha256")
    format: str = column("格式", "Form of the file: txt, html, docx, pdf …")
    pages: int | None = optional("页数", "Pages of the source file; null where the format has none")
    extracted_at: str = column("提取时间", "When it was extracted (ISO, UTC)")
    extractor_version: str = column("程序版本", "Version of zhengce that extracted it")


class SourceFile(Row):
    """A file that ever came in, and what became of it."""

    TABLE: ClassVar[str] = "source_files"
    LABEL: ClassVar[str] = "来源文件"
    KEY: ClassVar[tuple[str, ...]] = ("sha256",)

    sha256: str = column("指纹", "SHA-256 of the file's bytes")
    document_id: str | None = optional("文件", "The notice it holds; null if unreadable", references="documents.id")
    file_name: str = column("文件名", "Name of the file when it came in")
    format: str | None = optional("格式", "Form of the file by its content", facet=True)
    bytes: int = column("字节", "Size of the file", unit="B")
    ingested_at: str = column("收录时间", "When it came in (ISO, UTC)")
    note: str | None = optional("备注", "附件 (read with its notice), duplicate of …, superseded by …, failed: why")
    extractor_version: str | None = optional("程序版本", "Version of zhengce that last read it")
    attached: str | None = optional("附件指纹", "SHA-256 over names and contents of the attachments read with it")


class Section(Row):
    """A numbered or titled part of a notice; parts stand in parts."""

    TABLE: ClassVar[str] = "sections"
    LABEL: ClassVar[str] = "章节"

    id: str = column("编号", "Document and ordinal")
    document_id: str = column("文件", "The notice", references="documents.id")
    parent_id: str | None = optional("上级", "The section it stands in", references="sections.id")
    ordinal: int = column("序", "Order in the notice, from 1")
    label: str | None = optional("序号", "Its number as written: 一、 （一） 1. 第一条")
    heading: str = column("标题", "Its heading, without the number")
    level: int = column("级", "1 for the outermost")
    start: int = column("起", "Offset of its first character in documents.text")
    end: int = column("止", "Offset after its last character, sub-sections included")


class Citation(Extracted):
    """Another document that a notice names."""

    TABLE: ClassVar[str] = "citations"
    LABEL: ClassVar[str] = "引用文件"

    title: str | None = optional("标题", "Title without 《》; null if only a number is given")
    doc_number: str | None = optional("发文字号", "Document number, brackets 〔〕; null if none is given")
    cited_document_id: str | None = optional("所引文件", "The cited notice, if it is here", references="documents.id")


class Jurisdiction(Row):
    """A province, prefecture or county of GB/T 2260."""

    TABLE: ClassVar[str] = "jurisdictions"
    LABEL: ClassVar[str] = "行政区划"
    KEY: ClassVar[tuple[str, ...]] = ("adcode",)

    adcode: str = column("行政区划代码", "Six digits, GB/T 2260")
    name: str = column("简称", "Short name: 六安")
    full_name: str = column("全称", "Full plain name: 六安市")
    level: DivisionLevel = column("级别", "province, prefecture or county", facet=True)
    parent_adcode: str | None = optional("上级", "The division it belongs to", references="jurisdictions.adcode")


class Organisation(Row):
    """A body that some notice charges with something: one row a body across all notices."""

    TABLE: ClassVar[str] = "organisations"
    LABEL: ClassVar[str] = "机构"

    id: str = column("编号", "Adcode of its place and its official name")
    name: str = column("名称", "Full name: the place, then the name; groups (各县区政府) as written")
    short_name: str | None = optional("简称", "Name as most often written: 市商务局")
    adcode: str | None = optional("行政区划代码", "The place it belongs to", references="jurisdictions.adcode")
    kind: str = column("类别", "government, party, department, committee, group, enterprise …", facet=True)
    function: str | None = optional("职能", "Line of work, alike in all places: 商务, 财政 …", facet=True)
