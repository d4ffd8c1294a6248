"""Clean text → the parts of the notice: head, sections, tables, foot."""

from __future__ import annotations

from extract.clean import Cleaned
from extract.outline.model import Front, Outline
from extract.read.source import Source


def lay_out(cleaned: Cleaned, source: Source) -> Outline:
    """First crude form (to be replaced)."""
    return Outline(Front(area="六安市", adcode="341500"), [], [], (0, len(cleaned.text)))
