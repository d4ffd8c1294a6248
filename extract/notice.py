"""The whole way from a file to its rows, in one short function."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from extract.annotate.pipeline import annotate
from extract.annotate.reading import Reading
from extract.check.checks import checks_of
from extract.check.quantities import quantities_of
from extract.clean import Cleaned, clean
from extract.identity import document_id
from extract.interpret.assemble import Assembler
from extract.interpret.budgets import find_budgets
from extract.interpret.citations import cite
from extract.interpret.deadlines import deadlines
from extract.interpret.subsidies import find_subsidies
from extract.interpret.targets import find_targets
from extract.interpret.tasks import find_tasks
from extract.outline import lay_out
from extract.read import read
from extract.read.file import load
from extract.read.package import fingerprint, read_files
from extract.read.source import Source, Unreadable
from extract.version import VERSION
from schemas import Document, SourceFile
from schemas.notice import Notice


def extract(path: Path, now: datetime | None = None, attachments: Sequence[Path] = ()) -> Notice:
    """Everything the notice and its attachments (in files of their own) hold, as rows. `now` is the time to note (UTC).

    Pure but for the clock: same bytes, same rows. Raises Unreadable with one clear line if the file cannot be read; an
    attachment that cannot be read is told in a check.
    """
    source = read_files(path, list(attachments)) if attachments else read(path)
    now = now or datetime.now(UTC)
    cleaned = clean(source)
    if not cleaned.text.strip():
        raise Unreadable(
            f"{path}: holds only menus and pictures, no words (没有正文); save or download the notice again"
        )
    reading = annotate(cleaned.text, lay_out(cleaned, source))
    notice = interpret(reading, cleaned, source, now)
    notice.attachments = _attachments(source, attachments, notice.document.id, now)
    notice.source_file.attached = fingerprint((file.file_name, file.sha256) for file in notice.attachments)
    return notice


def interpret(reading: Reading, cleaned: Cleaned, source: Source, now: datetime) -> Notice:
    """Rows out of a reading: subsidies first, since a figure in a promise of money is no target."""
    body = slice(*reading.outline.body)
    name = document_id(reading.front, reading.text[body])
    notice = Notice(document=_document(reading, cleaned, source, name, now), source_file=_file(source, name, now))
    assembler = Assembler(reading, cleaned, source, name)
    notice.sections = assembler.sections
    promised = find_subsidies(reading)
    used = {id(figure) for draft in promised.rows for figure in draft.figures}
    set_aside = find_budgets(reading, used)
    used |= {id(figure) for draft in set_aside for figure in draft.figures}
    notice.citations = assembler.citations(cite(reading))
    assembler.subsidies(promised.rows, notice)
    notice.budgets = assembler.budgets(set_aside)
    notice.targets = assembler.targets(find_targets(reading, used))
    assembler.tasks(find_tasks(reading), notice)
    notice.deadlines = assembler.deadlines(deadlines(reading), notice)
    notice.quantities = quantities_of(reading, notice, assembler.claims)
    notice.checks = checks_of(reading, notice, [*source.doubts, *reading.outline.doubts, *promised.doubts])
    return notice


def _document(reading: Reading, cleaned: Cleaned, source: Source, name: str, now: datetime) -> Document:
    front = reading.front
    return Document(
        id=name, title=front.title, doc_number=front.doc_number, issuer=front.issuer, area=front.area,
        adcode=front.adcode, issued_on=front.issued_on, status=front.status, genre=front.genre,
        script=cleaned.script, text=reading.text,
        source_map=cleaned.mapped.runs(), source_file=source.file_name, source_sha256=source.sha256,
        format=source.format,
        pages=source.pages, extracted_at=_stamp(now), extractor_version=VERSION,
    )  # fmt: skip


def _file(source: Source, name: str, now: datetime) -> SourceFile:
    return SourceFile(
        sha256=source.sha256, document_id=name, file_name=source.file_name, format=source.format, bytes=source.size,
        ingested_at=_stamp(now),
    )  # fmt: skip


ATTACHED = "附件"
"""Note of a file that was read with its notice."""


def _attachments(source: Source, paths: Sequence[Path], name: str, now: datetime) -> list[SourceFile]:
    """The attachments as files; one that could not be read belongs to no notice, and its note says why."""
    out = []
    for path in paths:
        part = next((part for part in source.parts[1:] if part.file_name == path.name), None)
        if part is not None:
            out.append(SourceFile(
                sha256=part.sha256, document_id=name, file_name=part.file_name, format=part.format, bytes=part.size,
                ingested_at=_stamp(now), note=ATTACHED,
            ))  # fmt: skip
            continue
        try:
            raw = load(path)
            sha256, size = raw.sha256, len(raw.data)
        except Unreadable:
            sha256, size = "", 0  # what cannot be opened has no fingerprint
        out.append(SourceFile(
            sha256=sha256, file_name=path.name, bytes=size, ingested_at=_stamp(now),
            note=f"failed: {source.lacking[path.name]}",
        ))  # fmt: skip
    return out


def _stamp(now: datetime) -> str:
    return now.astimezone(UTC).isoformat(timespec="seconds")
