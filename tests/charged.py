"""Tasks of small texts with those charged, in one line each."""

from __future__ import annotations

from readings import reading_of

from extract.interpret.tasks import TaskDraft, find_tasks

ROLES = {"lead": "牵头", "support": "配合", "responsible": "责任"}


def told(draft: TaskDraft) -> str:
    """`任务 → 市商务局 牵头, 市财政局 配合`"""
    duties = ", ".join(f"{duty.unit_text} {ROLES[duty.role]}" for duty in draft.duties)
    return f"{draft.text} → {duties}"


def tasks(text: str) -> list[str]:
    return [told(draft) for draft in find_tasks(reading_of(text))]
