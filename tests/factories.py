"""Small notices made by hand: rows whose quotes stand where they say."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from typing import Any

from schemas import (
    Budget,
    Check,
    Citation,
    Deadline,
    Document,
    Jurisdiction,
    Notice,
    Organisation,
    Quantity,
    Responsibility,
    Section,
    SourceFile,
    Subsidy,
    SubsidyCondition,
    SubsidyTier,
    Target,
    Task,
)

NOW = "2026-01-02T03:04:05+00:00"
LATER = "2026-02-03T04:05:06+00:00"

TEXT = """六安市农村电商优化升级实施方案
一、目标要求
到2019年底,打造10个以上年网销额超千万农村电商经营主体。依据皖政办秘〔2019〕76号文件。
二、政策扶持
对新建标准化仓储设施,给予项目投资额的5%以内的补助,最高不超过200万元。首次突破300万元、500万元的网商,分别奖励1万元、2万元。
(市商务局牵头,市财政局配合)
中央财政专项资金1500万元。
项目\t金额\n电商中心\t300万元"""

DIVISIONS = [
    Jurisdiction(adcode="340000", name="安徽", full_name="安徽省", level="province"),
    Jurisdiction(adcode="341500", name="六安", full_name="六安市", level="prefecture", parent_adcode="340000"),
    Jurisdiction(adcode="341181", name="天长", full_name="天长市", level="county", parent_adcode="340000"),
]


def place(text: str, quote: str) -> dict[str, Any]:
    """quote, start and end of words in a text."""
    start = text.index(quote)
    return {"quote": quote, "start": start, "end": start + len(quote)}


def make_notice(
    document_id: str = "341500-2019-104",
    text: str = TEXT,
    file_name: str = "luan.txt",
    version: str = "1",
    now: str = NOW,
    **document: Any,
) -> Notice:
    """A notice with a row in every table; words of the document's row may be given."""
    sha = hashlib.sha256(f"{file_name}\0{text}".encode()).hexdigest()
    own = {
        "title": "六安市农村电商优化升级实施方案", "doc_number": "六政办秘〔2019〕104号",
        "issuer": "六安市人民政府办公室", "area": "六安市", "adcode": "341500", "issued_on": "2019-08-01",
        "status": "issued", "genre": "实施方案", **document,
    }  # fmt: skip
    base = {"document_id": document_id, "confidence": 0.9}
    key = f"{document_id}:"

    def row(name: str, quote: str) -> dict[str, Any]:
        return {"id": key + name, **base, "section_id": key + "s2", **place(text, quote)}

    return Notice(
        document=Document(
            id=document_id, script="hans", text=text, source_map=f"0:0:{len(text)}", source_file=file_name,
            source_sha256=sha, format="txt", extracted_at=now, extractor_version=version, **own,
        ),
        source_file=SourceFile(
            sha256=sha, document_id=document_id, file_name=file_name, format="txt", bytes=len(text.encode()),
            ingested_at=now,
        ),
        sections=[
            Section(id=key + "s1", document_id=document_id, ordinal=1, label="一、", heading="目标要求", level=1,
                    start=0, end=text.index("二、")),
            Section(id=key + "s2", document_id=document_id, ordinal=2, label="二、", heading="政策扶持", level=1,
                    start=text.index("二、"), end=len(text)),
        ],
        citations=[Citation(**row("citation", "皖政办秘〔2019〕76号"), doc_number="皖政办秘〔2019〕76号")],
        targets=[
            Target(**row("target", "打造10个以上年网销额超千万农村电商经营主体"),
                   indicator="年网销额超千万农村电商经营主体", comparator=">=", value=10, unit="个",
                   change="total", area="六安市", adcode="341500",
                   due_on="2019-12-31", theme="enterprise",
                   indicator_code="entities_over_10m"),
        ],
        organisations=[
            Organisation(id=f"341500-六安市{work}局", name=f"六安市{work}局", short_name=f"市{work}局", adcode="341500",
                         kind="department", function=work)
            for work in ("商务", "财政")
        ],
        tasks=[Task(**row("task", "(市商务局牵头,市财政局配合)"), text="对新建标准化仓储设施给予补助", form="bracket")],
        responsibilities=[
            Responsibility(**row("r1", "市商务局牵头"), task_id=key + "task", unit_text="市商务局",
                           organisation_id="341500-六安市商务局", role="lead"),
            Responsibility(**row("r2", "市财政局配合"), task_id=key + "task", unit_text="市财政局",
                           organisation_id="341500-六安市财政局", role="support"),
        ],
        deadlines=[
            Deadline(**row("deadline", "到2019年底"), kind="due", end_on="2019-12-31", time_text="到2019年底",
                     applies_to="打造农村电商经营主体", target_id=key + "target"),
        ],
        subsidies=[
            Subsidy(**row("rate", "给予项目投资额的5%以内的补助,最高不超过200万元"), beneficiary="电商企业",
                    activity="新建标准化仓储设施", kind="rate", rate=0.05, base="项目投资额", upper_bound=1,
                    cap_yuan=2_000_000, instrument="补助", theme="warehousing"),
            Subsidy(**row("tiered", "分别奖励1万元、2万元"), beneficiary="网商", kind="tiered", instrument="奖励",
                    frequency="once", theme="sales"),
        ],
        subsidy_conditions=[
            SubsidyCondition(subsidy_id=key + "rate", ordinal=1, text="新建标准化仓储设施"),
        ],
        subsidy_tiers=[
            SubsidyTier(subsidy_id=key + "tiered", ordinal=n, variable="年销售额", threshold=at, op=">=",
                        amount_yuan=yuan)
            for n, at, yuan in ((1, 3e6, 1e4), (2, 5e6, 2e4))
        ],
        budgets=[
            Budget(**row("budget", "中央财政专项资金1500万元"), source="中央财政", item="专项资金", amount_yuan=15e6),
        ],
        quantities=[
            Quantity(id=key + "q1", document_id=document_id, text="200万元", **_span(text, "200万元"), kind="money",
                     value=2e6, unit="元", claimed_by=f"subsidies:{key}rate"),
            Quantity(id=key + "q2", document_id=document_id, text="300万元", **_span(text, "300万元"), kind="money",
                     value=3e6, unit="元"),
        ],
        checks=[
            Check(id=key + "money-unclaimed:1", document_id=document_id, code="money-unclaimed", level="warning",
                  message="金额300万元未归入任何补贴或资金安排,请核对", table_name="quantities",
                  row_id=key + "q2"),
        ],
    )  # fmt: skip


def _span(text: str, words: str) -> dict[str, int]:
    found = place(text, words)
    return {"start": found["start"], "end": found["end"]}


def source_range(runs: str, start: int, end: int) -> tuple[int, int]:
    """The source range of clean characters start:end, from the map as `documents.source_map` stores it."""
    table = [tuple(map(int, run.split(":"))) for run in runs.split(";")]

    def source_of(offset: int) -> int:
        clean, source, length = table[bisect_right(table, offset, key=lambda run: run[0]) - 1]
        assert clean <= offset < clean + length
        return source + offset - clean

    return source_of(start), source_of(end - 1) + 1
