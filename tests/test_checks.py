"""What needs a look: sums of parts, figures that no row took, tables and lists that were not read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from readings import reading_of

from extract.check.sums import sum_doubts
from extract.interpret.budgets import find_budgets
from extract.notice import extract
from schemas import Budget, Target
from schemas.notice import Notice

NOTICES = Path(__file__).parent.parent / "corpus" / "notices"
HEAD = """六安市人民政府办公室关于印发六安市示范行动方案的通知
各县区人民政府：
现将方案印发给你们，请认真贯彻执行。
六安市人民政府办公室
2024年3月15日
六安市示范行动方案
一、目标任务
"""
Reader = Callable[[str], Notice]


@pytest.fixture
def notice_of(tmp_path: Path) -> Reader:
    def read(body: str) -> Notice:
        path = tmp_path / "notice.txt"
        path.write_text(HEAD + body, encoding="utf-8")
        return extract(path)

    return read


def codes(notice: Notice) -> list[str]:
    return [check.code for check in notice.checks]


def test_sums_of_the_corpus() -> None:
    """The allotments and funds of the five notices, each with its check."""
    said: dict[str, list[str]] = {}
    for path in sorted(NOTICES.glob("*.txt")):
        said[path.name[:3]] = [c.message for c in extract(path).checks if c.code.startswith("sum-")]
    assert all(any(words in message for message in said[name]) for name, words in EXPECTED), said
    assert [len(said[name]) for name in ("000", "001", "002", "003", "004")] == [5, 1, 3, 0, 2]


EXPECTED = [
    ("000", "“工商注册电商经营主体”分解到7个地区，合计550个，与总目标一致"),
    ("000", "“农村产品上行年网销额超1000万元农村电商经营主体”分解到7个地区，合计10个，与总目标一致"),
    ("004", "“农村电商示范企业”分解到11个地区，合计25家，与总目标一致"),
    ("004", "“网络销售明星品牌”分解到6个地区，合计10个，与总目标一致"),
    ("002", "“资金合计”2000万元与其中7项合计一致"),
    ("002", "“费用总计”2500万元与其中2项合计一致"),
    ("001", "“中央财政专项资金”1500万元与其中2项合计一致"),
]


@pytest.mark.parametrize(
    "body, code, words",
    [
        ("打造示范企业5家，其中霍邱县3家，金寨县2家。", "sum-matches", "合计5家"),
        ("网上交易额达到5000万元，其中霍邱县3000万元，金寨县2000万元。", "sum-matches", "合计5000万元，"),
        ("打造示范企业6家，其中霍邱县3家，金寨县2家。", "sum-mismatch", "合计5家，与总目标6家"),
        ("打造示范企业6家，其中霍邱县3家。", None, "one part is no sum"),
        ("新增企业：霍邱县10家，金寨县20家。", None, "no total to compare with"),
        ("各县区打造示范企业6家。\n创建示范企业：霍邱县1家，金寨县1家。", None, "what each does is no total"),
    ],
)
def test_allotments(notice_of: Reader, body: str, code: str | None, words: str) -> None:
    sums = [check for check in notice_of(body).checks if check.code.startswith("sum-")]
    assert [check.code for check in sums] == ([code] if code else []), words
    for check in sums:
        assert words in check.message
        assert check.table_name == "targets"
        assert check.row_id


def _rows(*amounts: tuple[float, int], source: str | None = "市财政") -> Iterator[Budget]:
    for n, (amount, total) in enumerate(amounts):
        yield Budget(
            id=str(n), document_id="d", quote="资金", start=n * 10, end=n * 10 + 2, confidence=1, source=source,
            item="合计" if total else f"项目{n}", amount_yuan=amount, is_total=total,
        )  # fmt: skip


@pytest.mark.parametrize(
    "amounts, expected, reason",
    [
        ([(3e6, 0), (2e6, 0), (5e6, 1)], ["sum-matches"], "parts before their total"),
        ([(3e6, 0), (2e6, 0), (6e6, 1)], ["sum-mismatch"], "parts that do not add up"),
        ([(5e6, 1), (3e6, 0), (2e6, 0)], ["sum-matches"], "parts behind their total"),
        ([(3e6, 0), (3e6, 1)], [], "one part is no sum"),
        ([(5e6, 1), (3e6, 0), (2e6, 0), (4e6, 0)], ["sum-matches"], "parts behind their total, and another sum"),
        ([(2e6, 0), (1e6, 0), (3e6, 1), (1e6, 0), (1e6, 0), (2e6, 1), (5e6, 1)], ["sum-matches"] * 3, "sub-totals"),
    ],
)
def test_funds(amounts: list[tuple[float, int]], expected: list[str], reason: str) -> None:
    notice = Notice.model_construct(budgets=list(_rows(*amounts)), targets=[], document=_Document())
    assert [doubt.code for doubt in sum_doubts(notice)] == expected, reason


@pytest.mark.parametrize(
    "table, expected, reason",
    [
        ("甲\t3\t2\t5\n乙\t1\t1\t2\n合计\t4\t3\t7", ["sum-matches"] * 5, "across each line and down each column"),
        ("甲\t3\t2\t6\n乙\t1\t1\t2", ["sum-mismatch", "sum-matches"], "a line that does not add up"),
        ("合计\t4\t3\t7\n甲\t3\t2\t5\n乙\t1\t1\t2", ["sum-matches"] * 5, "the totals first"),
    ],
)
def test_funds_in_columns(table: str, expected: list[str], reason: str) -> None:
    found = budgets_of(f"单位：万元\n项目\t省级资金\t县级资金\t小计\n{table}")
    notice = Notice.model_construct(budgets=found, targets=[], document=_Document())
    assert sorted(doubt.code for doubt in sum_doubts(notice)) == sorted(expected), reason


def test_two_tables_of_funds() -> None:
    found = budgets_of("项目\t金额（万元）\n丙\t9\n丁\t8\n\n附件\n项目\t金额（万元）\n甲\t1\n乙\t2\n合计\t3")
    notice = Notice.model_construct(budgets=found, targets=[], document=_Document())
    assert [doubt.code for doubt in sum_doubts(notice)] == ["sum-matches"], "the table before is no part of the total"


def budgets_of(text: str) -> list[Budget]:
    drafts = find_budgets(reading_of(text), set())
    return [
        Budget(
            id=str(n), document_id="d", quote=text[d.start : d.end], start=d.start, end=d.end, confidence=1, **d.columns
        )
        for n, d in enumerate(drafts)
    ]


class _Document:
    area = "六安市"


@pytest.mark.parametrize(
    "body, code, reason",
    [
        ("企业获得专项扶持后，另有资金300万元待定的情形除外。", "money-unclaimed", "a sum near 资金 that no row took"),
        ("港澳青年团队是指港澳青年占比达30%以上的团队。", "share-unclaimed", "a share in a definition"),
        ("履约率、开工率分别达到90%、80%、30%。", "list-unpaired", "three figures for two names"),
        (
            "人才分几类\n补助多少\n甲\n300\n乙\n200\n丙\n100\n一、其他\n推进建设。",
            "table-unread",
            "numbers on lines of their own",
        ),
        (
            "级别\n奖励金额（万元）\n省级\n50\n一、其他\n推进建设。",
            "table-unread",
            "a number under the name of a column",
        ),
        ("名称\t甲类\t乙类\n霍邱\t10个\t20个\n金寨\t30个\t40个", "table-unread", "a table that gives no row"),
    ],
)
def test_what_was_not_read(notice_of: Reader, body: str, code: str, reason: str) -> None:
    assert code in codes(notice_of(body)), reason


def test_unclaimed_money_names_its_quantity(notice_of: Reader) -> None:
    notice = notice_of("港澳青年团队是指港澳青年占比达30%以上的团队。")
    (check,) = (check for check in notice.checks if check.code == "share-unclaimed")
    assert check.table_name == "quantities"
    assert check.row_id in {quantity.id for quantity in notice.quantities}


@pytest.mark.parametrize(
    "text, code",
    [
        ("一、目标任务\n培育企业10家。", "no-title"),
        ("关于促进发展的若干措施\n一、目标任务\n培育企业10家。", "unknown-place"),
        ("六安市示范行动方案\n一、目标任务\n培育企业10家。", "no-issue-date"),
    ],
)
def test_missing_front_matter(tmp_path: Path, text: str, code: str) -> None:
    path = tmp_path / "notice.txt"
    path.write_text(text, encoding="utf-8")
    assert code in codes(extract(path))


def test_a_sound_notice_has_no_checks(notice_of: Reader) -> None:
    assert codes(notice_of("到2025年底，培育企业10家，覆盖率达到80%。")) == []
    assert all(isinstance(target, Target) for target in notice_of("培育企业10家。").targets)


@pytest.mark.parametrize(
    "body, expected, reason",
    [
        ("到0402年，产值达到5亿元。\n", ["年份“0402年”"], "a year that cannot be"),
        ("到2204年，产值达到5亿元。\n", ["年份“2204年”"], "two figures in the wrong order"),
        ("培育企业04家。\n", ["数字“04家”"], "a needless zero"),
        (
            "到2025年，弘扬5000年历史，重大事故控制在0起，能耗0.5吨标准煤。\n联系电话：0564-3379005。\n",
            [],
            "as it should be",
        ),
        ("1.2024年底前完成园区建设。\n2.2025年底前完成改造。\n", [], "a list number before a year"),
    ],
)
def test_misprints(notice_of: Reader, body: str, expected: list[str], reason: str) -> None:
    said = [check.message for check in notice_of(body).checks if check.code == "misprint"]
    assert [message.split("不合")[0].split("以零")[0] for message in said] == expected, reason
