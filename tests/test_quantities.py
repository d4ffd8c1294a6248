"""Every figure and date once, with the row that claims it."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.check.quantities import accounted
from extract.notice import extract
from schemas.notice import Notice

NOTICES = Path(__file__).parent.parent / "corpus" / "notices"
TEXT = """六安市人民政府办公室关于印发六安市示范行动方案的通知
各县区人民政府：
现将方案印发给你们，请认真贯彻执行。
六安市人民政府办公室
2024年3月15日
六安市示范行动方案
一、目标任务
依据《六安市规划》（六政〔2021〕5号），到2025年底，打造10个年销售额超1000万元的品牌，能耗比2020年下降8%。
二、政策扶持
对投资500万元（含500万元）以上的企业，给予20万元奖励，连续补助3年。
三、其他
申请在5个工作日内办结。在凤城等4个乡镇试行，占比为30%的除外。
六安市人民政府办公室 2024年3月16日印发"""


@pytest.fixture(scope="module")
def notice(tmp_path_factory: pytest.TempPathFactory) -> Notice:
    path = tmp_path_factory.mktemp("notice") / "notice.txt"
    path.write_text(TEXT, encoding="utf-8")
    return extract(path)


@pytest.mark.parametrize(
    "text, kind, table, reason",
    [
        ("2024年3月15日", "date", "documents", "the date under the signature"),
        ("2024年3月16日", "date", "documents", "the date of the imprint"),
        ("到2025年底", "date", "deadlines", "a time limit"),
        ("10个", "count", "targets", "the figure of a target"),
        ("1000万元", "money", "targets", "a sum inside an indicator"),
        ("2020年", "date", "targets", "what a target is compared with"),
        ("8%", "share", "targets", "the figure of a target"),
        ("500万元", "money", "subsidies", "a condition, and its repetition in brackets"),
        ("20万元", "money", "subsidies", "an amount"),
        ("3年", "duration", "subsidies", "how long it is paid"),
        ("5个工作日", "duration", "deadlines", "a relative time limit"),
        ("4个", "count", None, "places counted up: nobody's"),
        ("30%", "share", None, "nobody's, but with a check"),
    ],
)
def test_claims(notice: Notice, text: str, kind: str, table: str | None, reason: str) -> None:
    found = [quantity for quantity in notice.quantities if quantity.text.startswith(text)]
    assert found, reason
    for quantity in found:
        assert quantity.kind == kind
        assert (quantity.claimed_by or "None:").split(":")[0] == str(table), reason


def test_claims_name_rows(notice: Notice) -> None:
    known = {f"{row.TABLE}:{row.id}" for name, rows in notice.rows() for row in rows if hasattr(row, "id")}
    assert {quantity.claimed_by for quantity in notice.quantities} - {None} <= known


def test_accounted(notice: Notice) -> None:
    shares = accounted(notice)
    assert shares["money"] == shares["share"] == 1.0
    assert shares["count"] == 0.5
    assert 0.9 < shares["all"] < 1.0


def test_accounted_of_nothing(tmp_path: Path) -> None:
    path = tmp_path / "notice.txt"
    path.write_text("关于加强学习的通知\n请认真学习。", encoding="utf-8")
    assert accounted(extract(path)) == {"all": 1.0}


@pytest.mark.parametrize("path", sorted(NOTICES.iterdir()), ids=lambda path: path.name[:3])
def test_the_corpus_is_accounted_for(path: Path) -> None:
    found = extract(path)
    starts = [quantity.start for quantity in found.quantities]
    assert starts == sorted(set(starts)), "each figure once, in order"
    assert all(found.document.text[q.start : q.end] == q.text for q in found.quantities)
    shares = accounted(found)
    assert shares.get("money", 1.0) >= 0.98
    assert shares.get("share", 1.0) >= 0.98
    assert shares["all"] >= 0.9
