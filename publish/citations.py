"""Cited notices that are in the database too: the citation gets their key, whichever of the two came first."""

from __future__ import annotations

import re
from collections import defaultdict

from sqlite_utils import Database

# 安徽省人民政府办公厅关于印发农村电商优化升级工作方案的通知 → 农村电商优化升级工作方案
_COVER = re.compile(r"^.*?关于(?:印发|发布|公布|转发)(?P<inner>.+?)的(?:通知|公告|函)$")
_NOT_WORDS = re.compile(r"[\s《》〈〉“”\"'()（）\[\]【】,，、.。:：;；·—\-]+")
_DRAFT = re.compile(r"[(（](?:征求意见稿|公开征求意见稿|草案|试行|暂行)[)）]")


def link_citations(db: Database) -> int:
    """Fills `cited_document_id` of every extracted citation whose document is here; gives how many were changed.

    A document is known by its number, else by its title (the outer 关于印发…的通知 or the inner one), and only
    where one notice alone fits.
    """
    by_number: dict[str, set[str]] = defaultdict(set)
    by_title: dict[str, set[str]] = defaultdict(set)
    numbers: dict[str, str | None] = {}
    for document_id, number, title, issuer in db.execute("select id, doc_number, title, issuer from documents"):
        numbers[document_id] = number
        if number:
            by_number[number].add(document_id)
        for key in _keys(title, issuer):
            by_title[key].add(document_id)
    changes = []
    sql = "select id, document_id, title, doc_number, cited_document_id from citations where origin = 'extracted'"
    for citation_id, document_id, title, number, standing in db.execute(sql):
        found = by_number.get(number or "") or {
            candidate
            for key in _keys(title, None)
            for candidate in by_title.get(key, ())
            if not (number and numbers[candidate])  # both have a number and the numbers differ: another document
        }
        found = found - {document_id}
        cited = next(iter(found)) if len(found) == 1 else None
        if cited != standing:
            changes.append((cited, citation_id))
    with db.atomic():
        db.conn.executemany("update citations set cited_document_id = ? where id = ?", changes)
    return len(changes)


def _keys(title: str | None, issuer: str | None) -> set[str]:
    """The forms under which a title is looked up, punctuation left out; the issuer's name before it may be missing."""
    if not title:
        return set()
    plain = _NOT_WORDS.sub("", _DRAFT.sub("", title))
    forms = {plain}
    if cover := _COVER.match(plain):
        forms.add(cover["inner"])
    if issuer:
        forms |= {form.removeprefix(issuer) for form in forms}
    return {form for form in forms if len(form) >= 8}
