"""The tables described: as JSON Schema for programs, as a page for people."""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import models_json_schema

from publish.columns import READING_ORDER, columns, is_read_in_order
from publish.site import words
from publish.views import QUERIES, VIEWS
from schemas import TABLES


def json_schema() -> dict[str, Any]:
    """The schema of an object that holds each table under its name as an array of rows."""
    _, definitions = models_json_schema([(model, "serialization") for model in TABLES.values()], by_alias=True)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "zhengce",
        "type": "object",
        "properties": {
            name: {
                "type": "array",
                "title": model.LABEL,
                "items": {"$ref": f"#/$defs/{model.__name__}"},
            }
            for name, model in TABLES.items()
        },
        "additionalProperties": False,
        **definitions,
    }


def markdown() -> str:
    """docs/database.md: every table with its columns, the views, the stored queries."""
    lines = ["# The database", "", _PREFACE, ""]
    for name, model in TABLES.items():
        lines += [f"## {name} {model.LABEL}", "", (model.__doc__ or "").split("\n")[0], ""]
        lines += ["| column | | what it holds |", "|---|---|---|"]
        lines += [
            f"| `{c.name}` | {c.zh} | {_told(c.en)}{_beside(c.references, c.unit, c.choices)} |"
            for c in columns(name).values()
        ]
        if is_read_in_order(name):
            lines.append(f"| `{READING_ORDER}` | 阅读顺序 | Generated: rows sorted by it stand as in their notices |")
        lines.append("")
    for title, named, told in (("Views", VIEWS, "views"), ("Stored queries", QUERIES, "queries")):
        lines += [f"## {title}", ""]
        lines += [f"- `{name}` {words()[told][name]['title']}: {words()[told][name]['description']}" for name in named]
        lines.append("")
    return "\n".join(lines)


_PREFACE = """Made from the schemas by `make docs`; change them there. A row that rests on words of a notice has
`quote`, `start` and `end`: `documents.text[start:end] == quote`. Dates are ISO, money is in yuan."""


def _told(text: str) -> str:
    return text.replace("|", "\\|")


def _beside(references: tuple[str, str] | None, unit: str | None, choices: tuple[str, ...]) -> str:
    parts = []
    if unit:
        parts.append(f"in {unit}")
    if references:
        parts.append(f"→ `{references[0]}.{references[1]}`")
    if choices:
        parts.append("one of " + ", ".join(f"`{choice}`" for choice in choices))
    return f" ({'; '.join(parts)})" if parts else ""
