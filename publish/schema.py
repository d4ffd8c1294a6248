"""JSON Schema of the tables, for programs that take the rows over."""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import models_json_schema

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
