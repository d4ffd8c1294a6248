"""What must hold for every row of every notice of the corpus, and how well the rows agree with the gold answers."""

from __future__ import annotations

import re
import subprocess
import sys
import unicodedata
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from factories import source_range

from extract.clean import clean
from extract.clean.fold import widen
from extract.notice import extract
from extract.read import read
from publish.score import report, score
from schemas import Extracted
from schemas.notice import Notice

CORPUS = Path(__file__).parent.parent / "corpus"
NOTICES = sorted((CORPUS / "notices").glob("*.txt"))
NOW = datetime(2024, 1, 1, tzinfo=UTC)


@cache
def notice(path: Path) -> Notice:
    return extract(path, NOW)


def extracted(found: Notice) -> list[Extracted]:
    return [row for _, rows in found.rows() for row in rows if isinstance(row, Extracted)]


@pytest.mark.parametrize("path", NOTICES, ids=lambda p: p.stem[:3])
def test_every_quote_stands_in_the_text_where_the_row_says(path: Path) -> None:
    found = notice(path)
    rows = extracted(found)
    assert rows
    assert [row.id for row in rows if found.document.text[row.start : row.end] != row.quote] == []


@pytest.mark.parametrize("path", NOTICES, ids=lambda p: p.stem[:3])
def test_every_id_is_given_once(path: Path) -> None:
    for name, rows in notice(path).rows():
        keys = [tuple(getattr(row, column) for column in row.KEY) for row in rows]
        assert len(keys) == len(set(keys)), name


@pytest.mark.parametrize("path", NOTICES, ids=lambda p: p.stem[:3])
def test_every_reference_leads_to_a_row_of_the_notice(path: Path) -> None:
    found = notice(path)
    ids = {(name, getattr(row, row.KEY[0])) for name, rows in found.rows() for row in rows}
    for name, rows in found.rows():
        for row in rows:
            for column, field in type(row).model_fields.items():
                target = (field.json_schema_extra or {}).get("references")  # type: ignore[union-attr]
                value = getattr(row, column)
                if target and value and not target.startswith("jurisdictions") and column != "cited_document_id":
                    assert (target.split(".")[0], value) in ids, f"{name}.{column}"


def plain(words: str) -> str:
    """Words without clutter, blanks and width, for comparing clean and source text of a simplified notice."""
    words = re.sub(r"\[bookmark:[^\]]*\]", "", unicodedata.normalize("NFKC", words))
    return re.sub(r"\s", "", words)


@pytest.mark.parametrize("path", NOTICES, ids=lambda p: p.stem[:3])
def test_the_source_map_leads_to_the_same_words_in_the_raw_file(path: Path) -> None:
    found = notice(path)
    raw = read(path).text
    cleaned = clean(read(path))
    assert cleaned.text == found.document.text
    for row in extracted(found):
        start, end = source_range(found.document.source_map, row.start, row.end)
        words = raw[start:end]
        if found.document.script == "hans":
            assert plain(words) == plain(row.quote)
        else:
            assert len(plain(words)) >= len(plain(row.quote))
            assert plain(words)[0] in raw


def test_extraction_is_the_same_twice() -> None:
    path = NOTICES[0]
    assert extract(path, NOW) == extract(path, NOW)


_HALF = str.maketrans("（），；：", "(),;:")
_IDS = {"id", "document_id", "section_id", "subsidy_id", "task_id", "target_id", "organisation_id", "formula"}


def _values(text: str, tmp_path: Path) -> list[tuple[str, str]]:
    """Every row of the notice with this text, without ids, its punctuation half width."""
    path = tmp_path / "notice.txt"
    path.write_text(text, encoding="utf-8")
    tables = ("targets", "tasks", "responsibilities", "deadlines", "subsidies", "subsidy_conditions", "budgets")
    found = [(table, row) for table, rows in extract(path, NOW).rows() if table in tables for row in rows]
    return [(table, str(row.model_dump(exclude=_IDS)).translate(_HALF)) for table, row in found]


@pytest.mark.parametrize("path", NOTICES, ids=lambda p: p.stem[:3])
def test_the_width_of_brackets_and_commas_changes_no_row(path: Path, tmp_path: Path) -> None:
    text = notice(path).document.text
    assert _values(widen(text), tmp_path) == _values(text.translate(_HALF), tmp_path)


FOUND = {
    "citations": 0.95, "targets": 0.96, "responsibilities": 0.96, "deadlines": 0.96, "subsidies": 0.96, "budgets": 0.95,
}  # fmt: skip
EXACT = {
    "targets": 0.92,
    "responsibilities": 0.92,
    "deadlines": 0.92,
    "subsidies": 0.92,
    "citations": 0.95,
    "budgets": 0.9,
}


def test_rows_agree_with_the_gold_answers(corpus_db: Path) -> None:
    """A change that loses rows on the gold notices fails here; `zhengce score` says which."""
    figures = report(score(corpus_db, CORPUS / "gold"))
    assert figures["document_accuracy"] >= 0.97
    assert {
        table: figures["tables"][table]["found_f1"]
        for table in FOUND
        if figures["tables"][table]["found_f1"] < FOUND[table]
    } == {}
    assert {
        table: figures["tables"][table]["exact_f1"]
        for table in EXACT
        if figures["tables"][table]["exact_f1"] < EXACT[table]
    } == {}


def test_a_county_named_like_a_figure_is_a_county(tmp_path: Path) -> None:
    path = tmp_path / "notice.txt"
    path.write_text(
        "绵阳市电商实施方案\n一、主要任务\n打造电商品牌：盐亭、涪城、游仙各5个，三台、梓潼、北川各3个。\n", "utf-8"
    )
    notice = extract(path)
    assert [(target.area, target.value) for target in notice.targets][3] == ("三台县", 3)
    assert "三台" not in [quantity.text for quantity in notice.quantities]


def test_the_confidences_can_be_counted_again() -> None:
    """benchmarks/confidence.py names the construction of every row; it once missed those of responsibilities."""
    root = CORPUS.parent
    program = [sys.executable, root / "benchmarks/confidence.py", CORPUS / "notices", CORPUS / "gold"]
    said = subprocess.run(program, capture_output=True, text=True, check=True, cwd=root).stdout
    rows = sum(int(line.split()[1]) for line in said.splitlines() if not line.startswith("con"))
    assert f"confidence >= 0.0: {rows} rows" in said
