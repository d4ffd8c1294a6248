"""The records: one pydantic model a published table, each column described once."""

from schemas.audit import Check, Quantity
from schemas.base import Box, Extracted, Row
from schemas.document import Citation, Document, Jurisdiction, Organisation, Section, SourceFile
from schemas.money import Budget, Subsidy, SubsidyCondition, SubsidyTier
from schemas.notice import TABLES, Notice
from schemas.promises import Deadline, Responsibility, Target, Task

__all__ = [
    "TABLES", "Box", "Budget", "Check", "Citation", "Deadline", "Document", "Extracted", "Jurisdiction", "Notice",
    "Organisation", "Quantity", "Responsibility", "Row", "Section", "SourceFile", "Subsidy", "SubsidyCondition",
    "SubsidyTier", "Target", "Task",
]  # fmt: skip
