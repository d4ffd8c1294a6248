"""The whole way from a file to its rows, in one short function."""

from __future__ import annotations

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
from extract.read.source import Source
from extract.version import VERSION
from schemas import Document, SourceFile
from schemas.notice import Notice


def extract(path: Path, now: datetime | None = None) -> Notice:
    """Everything the file holds, as rows. `now` is the time to note (UTC).

    Pure but for the clock: same bytes, same rows. Raises Unreadable with one clear line if the file cannot be read.
    """
    source = read(path)
    cleaned = clean(source)
    reading = annotate(cleaned.text, lay_out(cleaned, source))
    return interpret(reading, cleaned, source, now or datetime.now(UTC))


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
        id=name, title=front.title, doc_number=front.doc_number, issuer=front.issuer, area=front.area, adcode=front.adcode,
        issued_on=front.issued_on, status=front.status, genre=front.genre, script=cleaned.script, text=reading.text,
        source_map=cleaned.mapped.runs(), source_file=source.file_name, source_sha256=source.sha256, format=source.format,
        pages=source.pages, extracted_at=_stamp(now), extractor_version=VERSION,
    )  # fmt: skip


def _file(source: Source, name: str, now: datetime) -> SourceFile:
    return SourceFile(
        sha256=source.sha256, document_id=name, file_name=source.file_name, format=source.format, bytes=source.size,
        ingested_at=_stamp(now),
    )  # fmt: skip


def _stamp(now: datetime) -> str:
    return now.astimezone(UTC).isoformat(timespec="seconds")
