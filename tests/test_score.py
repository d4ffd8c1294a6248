"""The measure itself: what counts as the same, which rows belong together, how the figures are made."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from factories import DIVISIONS, make_notice

from publish.database import write
from publish.score import agrees, align, likeness, overlap, report, score
from publish.tables import open_database


@pytest.mark.parametrize(
    "column, gold, row, right, reason",
    [
        ("unit", "个", "个", True, "the same word"),
        ("unit", None, "个", False, "gold says none"),
        ("unit", "", None, True, "nothing is nothing"),
        ("area", "六安市", "六安市 ", True, "blanks do not count"),
        ("title", "实施方案(2018—2020年)", "实施方案（2018-2020年）", True, "punctuation and width do not count"),
        ("value", 1500000000, 1.5e9, True, "numbers by value"),
        ("value", 0.1, 0.1 + 1e-12, True, "numbers to ten digits"),
        ("value", 5, "5", True, "a number in a text column"),
        ("value", 5, "五", False, "no number"),
        ("upper_bound", 0, None, True, "a flag not set is 0"),
        ("upper_bound", 1, 0, False, "a flag that differs"),
        ("base", "项目投资额(不含土地费用)", "项目投资额", True, "alike enough for a loose column"),
        ("base", "项目投资额", "年销售额", False, "not alike"),
        ("kind", "rate", "fixed", False, "a code that differs"),
        (
            "tiers",
            [{"threshold": 3e6, "amount_yuan": 1e4}, {"threshold": 5e6, "amount_yuan": 2e4}],
            [
                {"threshold": 5e6, "amount_yuan": 20000, "rate": None},
                {"threshold": 3000000, "amount_yuan": 10000, "rate": None},
            ],
            True,
            "steps in any order",
        ),
        ("tiers", [], [{"threshold": 1, "amount_yuan": 1}], False, "a step too many"),
        (
            "conditions",
            [{"op": ">=", "value": 1, "unit": "年"}],
            [{"op": ">=", "value": 1.0, "unit": "年"}],
            True,
            "same",
        ),
        ("conditions", [{"op": ">=", "value": 1, "unit": "年"}], [{"op": ">", "value": 1, "unit": "年"}], False, "op"),
    ],
)
def test_what_is_the_same(column: str, gold: Any, row: Any, right: bool, reason: str) -> None:
    assert agrees(column, {column: gold}, {column: row}) == right, reason


def test_gold_may_accept_more() -> None:
    gold = {"unit": "个", "accept": {"unit": ["家"], "area": ["*"]}, "area": "六安市"}
    assert agrees("unit", gold, {"unit": "家"})
    assert not agrees("unit", gold, {"unit": "户"})
    assert agrees("area", gold, {"area": "随便"})


@pytest.mark.parametrize(
    "a, b, expected",
    [
        ("电商企业", "电商企业", 1.0),
        ("电商企业", "", 0.0),
        ("", None, 1.0),
        ("电商企业", "农村电商企业", 0.75),  # 3 of 3 and 5 pairs shared
        ("示范村", "省级电子商务示范村", 0.6),  # stands in the longer: at least 0.6
        ("村", "示范村", 0.0),  # a single character proves nothing
        ("甲乙丙丁", "戊己庚辛", 0.0),
    ],
)
def test_likeness(a: str, b: str | None, expected: float) -> None:
    assert likeness(a, b) == pytest.approx(expected)


def test_overlap_is_the_share_of_the_shorter() -> None:
    assert overlap("给予10万元", "对示范村给予10万元奖励") == 1.0
    assert overlap("给予10万元", "无关的话") == 0.0
    assert overlap("", "无关的话") == 0.0


def _target(value: float, quote: str, **more: Any) -> dict[str, Any]:
    return {"value": value, "value_high": None, "unit": "个", "quote": quote, "indicator": "示范村", **more}


@pytest.mark.parametrize(
    "gold, rows, pairs, reason",
    [
        ([_target(5, "建设5个示范村")], [_target(5, "建设5个示范村")], [(0, 0)], "the same row"),
        ([_target(5, "建设5个示范村")], [_target(6, "建设5个示范村")], [], "another value is another row"),
        ([_target(5, "建设5个示范村")], [_target(5, "完全不同的一句话")], [], "other words are another row"),
        (
            [_target(5, "建设5个示范村")],
            [_target(5, "建设5个示范村", indicator="别的"), _target(5, "建设5个示范村")],
            [(0, 1)],
            "the likest is taken",
        ),
        ([_target(5, "建设5个示范村")] * 2, [_target(5, "建设5个示范村")], [(0, 0)], "a row is taken once"),
    ],
)
def test_which_rows_belong_together(
    gold: list[dict[str, Any]], rows: list[dict[str, Any]], pairs: list[tuple[int, int]], reason: str
) -> None:
    assert [(pair.gold, pair.row) for pair in align("targets", gold, rows)] == pairs, reason


def test_figures_of_a_small_database(tmp_path: Path) -> None:
    notice = make_notice()
    db = open_database(tmp_path / "x.db", DIVISIONS)
    write(db, notice)
    db.close()
    document = {
        name: getattr(notice.document, name)
        for name in ("title", "doc_number", "issuer", "area", "adcode", "issued_on", "status", "genre")
    }
    target = notice.targets[0].model_dump()
    gold = {
        "source_file": "luan.txt",
        "document": {**document, "genre": "办法"},
        "targets": [target, {**target, "value": 99, "quote": "没有的话"}, {**target, "value": 7, "optional": True}],
        "tasks": [
            {
                "quote": "市商务局牵头", "task": "对新建标准化仓储设施给予补助",
                "units": [{"unit_text": "市商务局", "role": "support", "organisation": "六安市商务局"}],
            }
        ],
    }  # fmt: skip
    (tmp_path / "luan.json").write_text(json.dumps(gold, ensure_ascii=False), encoding="utf-8")
    result = score(tmp_path / "x.db", tmp_path)
    figures = report(result)
    assert figures["documents"] == 1
    assert figures["document_accuracy"] == 0.875
    targets = figures["tables"]["targets"]
    assert (targets["gold"], targets["pred"]) == (2, 1)  # the optional row is not asked for
    assert (targets["found_p"], targets["found_r"], targets["found_f1"]) == (1.0, 0.5, 0.6667)
    duties = figures["tables"]["responsibilities"]
    assert (duties["found_f1"], duties["exact_f1"]) == (0.6667, 0.0)  # one of two found, its role wrong
    assert duties["fields"]["role"] == 0.0
    assert figures["tables"]["budgets"]["found_p"] == 0.0  # a row that gold has not
    assert any("MISSED" in line and "99" in line for line in result.misses)
    assert any("genre" in line for line in result.misses)
