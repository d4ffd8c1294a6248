"""Views that put places side by side: the questions people ask, already joined."""

from __future__ import annotations

from sqlite_utils import Database

VIEWS: dict[str, str] = {}
"""Name → SQL."""

def create_views(db: Database) -> None:
    """Makes the views, or remakes those whose SQL has changed."""
    for name, sql in VIEWS.items():
        db.create_view(name, sql, replace=True)
