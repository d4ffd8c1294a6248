"""One way to describe a column, once: a Chinese label, an English description, and where it points."""

from __future__ import annotations

from typing import Any

from pydantic import Field

_REQUIRED: Any = ...


def column(
    zh: str,
    en: str,
    *,
    default: Any = _REQUIRED,
    references: str | None = None,
    unit: str | None = None,
    facet: bool = False,
) -> Any:
    """A described column of a table.

    `zh` is the label the site shows, `en` what the value means. `references` is `table.column`
    of a foreign key, `unit` the unit of a number, `facet` asks Datasette to facet by it.
    """
    extra: dict[str, Any] = {k: v for k, v in (("references", references), ("unit", unit), ("facet", facet)) if v}
    return Field(default, title=zh, description=en, json_schema_extra=extra or None)


def optional(zh: str, en: str, **more: Any) -> Any:
    """A column that may be null, because the notice may not say it."""
    return column(zh, en, default=None, **more)
