"""What the schemas say of a table's columns, as plain values: for the SQL, the site and the documentation."""

from __future__ import annotations

import types
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin

from schemas import TABLES, Extracted, Row

PROVENANCE = ("quote", "section_id", "page", "start", "end", "boxes", "confidence", "origin", "file")
"""Columns that say where a row comes from; they stand after those that say what it means."""

_FIRST = {"subsidies": ("id", "document_id", "beneficiary", "activity", "formula_text", "quote")}
"""Columns that tell the most of a row, where the schema has them far apart."""


READING_ORDER = "reading_order"
"""Generated column by which rows stand as in their notices. It is unique: Datasette loses rows between two pages
that are sorted by a column with equal values when the key is text."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a published table. `kind` is str, int or float; `choices` the values a coded column may hold."""

    name: str
    kind: type
    required: bool
    default: Any
    zh: str
    en: str
    references: tuple[str, str] | None
    unit: str | None
    facet: bool
    choices: tuple[str, ...]


@cache
def columns(table: str) -> dict[str, Column]:
    """The columns of a table in the order in which people read them: key, notice, meaning, provenance."""
    model = TABLES[table]
    found = {name: _column(model, name) for name in model.model_fields}
    last = [name for name in PROVENANCE if name in found] if issubclass(model, Extracted) else []
    order = [*_FIRST.get(table, ()), *(name for name in found if name not in last), *last]
    return {name: found[name] for name in dict.fromkeys(order)}


def _column(model: type[Row], name: str) -> Column:
    field = model.model_fields[name]
    kind, choices, optional = _kind(field.annotation)
    extra = field.json_schema_extra if isinstance(field.json_schema_extra, dict) else {}
    references = str(extra["references"]).split(".") if "references" in extra else None
    return Column(
        name=name,
        kind=kind,
        required=not optional,
        default=None if field.is_required() else field.default,
        zh=field.title or name,
        en=field.description or "",
        references=(references[0], references[1]) if references else None,
        unit=str(extra["unit"]) if "unit" in extra else None,
        facet=bool(extra.get("facet")),
        choices=choices,
    )


def _kind(annotation: Any) -> tuple[type, tuple[str, ...], bool]:
    """Type in SQL, closed vocabulary, may be null: `float | None` → (float, (), True). A list is text (JSON)."""
    optional = False
    if get_origin(annotation) in (Union, types.UnionType):
        inner = [a for a in get_args(annotation) if a is not type(None)]
        optional = len(inner) < len(get_args(annotation))
        annotation = inner[0]
    if get_origin(annotation) is Literal:
        return str, get_args(annotation), optional
    return (annotation if annotation in (int, float) else str), (), optional


@cache
def extracted_tables() -> tuple[str, ...]:
    """Tables whose rows rest on words of a notice and carry an origin."""
    return tuple(name for name, model in TABLES.items() if issubclass(model, Extracted))


@cache
def child_tables() -> dict[str, tuple[str, str]]:
    """Tables without a document of their own, and the column and table they hang on: subsidy_tiers → subsidy_id."""
    out = {}
    for name, model in TABLES.items():
        first = columns(name)[model.KEY[0]]
        if first.references:
            out[name] = (first.name, first.references[0])
    return out


@cache
def document_tables() -> tuple[str, ...]:
    """Tables that name the notice their rows belong to, source_files (which outlive it) left out."""
    return tuple(name for name in TABLES if name != "source_files" and "document_id" in columns(name))


def is_read_in_order(table: str) -> bool:
    """Whether the table's rows have a place in the text of a notice."""
    return {"document_id", "start", "id"} <= columns(table).keys()
