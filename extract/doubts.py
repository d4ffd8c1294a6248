"""A doubt: what a stage of the extraction could not make fit, on its way to the `checks` table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from schemas.vocabulary import CheckLevel


@dataclass(frozen=True, slots=True)
class Doubt:
    """`code` names the kind, `message` says what, where, both values and what to do (Chinese, for staff).

    `row` is the row it concerns, where it concerns one.
    """

    code: str
    level: CheckLevel
    message: str
    row: Any = None
