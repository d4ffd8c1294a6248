"""What interpretation must stand: any clauses of notices in any order, as broken pages and pasted fragments give them."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.annotate.pipeline import annotate
from extract.clean import clean
from extract.notice import extract, interpret
from extract.outline import lay_out
from extract.read.source import Source, Unreadable
from schemas import Extracted
from schemas.notice import Notice

NOTICES = sorted((Path(__file__).parent.parent / "corpus" / "notices").glob("*.txt"))
MADE_UP = [
    "市财政每年安排5000万元专项资金，",
    "由见习基地发放见习补贴，",
    "财政按50%补贴见习单位。",
    "实缴注册资本达到500万元、",
    "最高补贴6万元，",
    "给予全额补贴；",
    "单个累计不超过3万元。",
    "（责任单位给予1万元",
    "对企业按投资额的10%—5%给予奖励，",
    "其中市级30%、县级70%，",
    "500万元—2000万元的补助8%；",
    "按照实际费用的50%，领军企业不超过100万，",
    "示范企业不超过50万。",
    "每个项目限额为甲类企业20万、乙类企业10万，",
    "起始时间为2025年3月17日，",
    "自受理之日起\t",
    "5个工作日内\t",
]
"""Halves of promises, and promises that contradict themselves."""
CLAUSES = sorted(
    {part for path in NOTICES for part in re.split(r"(?<=[，。；：、\n])", path.read_text("utf-8")) if part.strip()}
)


def read(text: str) -> Notice:
    source = Source("notice.txt", "0" * 64, len(text), "txt", text)
    cleaned = clean(source)
    reading = annotate(cleaned.text, lay_out(cleaned, source))
    return interpret(reading, cleaned, source, datetime(2024, 1, 1, tzinfo=UTC))


def check(notice: Notice) -> None:
    text = notice.document.text
    rows = [row for _, rows in notice.rows() for row in rows if isinstance(row, Extracted)]
    assert [row.id for row in rows if not row.quote or text[row.start : row.end] != row.quote] == []


@settings(deadline=None, max_examples=150)
@given(st.lists(st.one_of(st.sampled_from(CLAUSES), st.sampled_from(MADE_UP)), min_size=1, max_size=25))
def test_any_clauses_in_any_order_are_read(clauses: list[str]) -> None:
    check(read("".join(clauses)))


@settings(deadline=None, max_examples=80)
@given(
    st.integers(2, 4).flatmap(
        lambda width: st.lists(
            st.lists(st.one_of(st.sampled_from(CLAUSES), st.sampled_from(MADE_UP)), min_size=width, max_size=width),
            min_size=2,
            max_size=6,
        )
    )
)
def test_any_clauses_in_any_table_are_read(rows: list[list[str]]) -> None:
    check(read("\n".join("\t".join(cell.strip() for cell in row) for row in rows)))


def test_a_file_of_pictures_gives_one_clear_line(tmp_path: Path) -> None:
    path = tmp_path / "notice.txt"
    path.write_text("![微信公众号](http://www.example.com/weixin.jpg)\n", "utf-8")
    with pytest.raises(Unreadable, match="holds only menus and pictures"):
        extract(path)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "由见习基地发放见习补贴；财政按50%补贴见习单位。",
            "a share after a benefit without figure",
        ),
        ("对企业给予全额补贴；单个企业累计不超过3万元。", "a ceiling after a benefit without figure"),
        ("市财政每年安排5000万元文旅产业发展专项资金，", "a fund that ends the text"),
        ("给予企业达到500万元、最高6万元补贴。", "a floor above the ceiling behind it is a condition"),
        ("（责任单位给予企业1万元奖励，县商务局）", "a bracket of units that holds a promise"),
        ("：\t之日起0工作日\n\t", "a time limit whose words begin in another cell"),
    ],
)
def test_broken_words_are_read(text: str, reason: str) -> None:
    check(read(f"六安市扶持办法\n一、扶持政策\n{text}"))


def test_a_row_whose_words_tell_no_theme_has_that_of_the_title() -> None:
    (row,) = read("六安市促进旅游业发展若干措施\n一、对新设分号给予10万元奖励。\n").subsidies
    assert row.theme == "tourism"
