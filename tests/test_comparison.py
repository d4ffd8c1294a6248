"""What the views for comparison and the pages' own workings give, on notices whose answers are known."""

from __future__ import annotations

import io
import re
import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from icalendar import Calendar
from PIL import Image

from publish.plugin import calendar, charts, compare, places, sources


@pytest.fixture
def conn(corpus_db: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(f"file:{corpus_db}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    yield connection
    connection.close()


def test_a_share_of_the_superior_place(conn: sqlite3.Connection) -> None:
    sql = "select share_of_parent from targets_by_indicator where area = '霍邱县' and indicator_code = ? and value = ?"
    (share,) = conn.execute(sql, ["brands_over_1m", 1]).fetchone()
    assert share == 0.1, "1 of the 10 brands of 六安市"


@pytest.mark.parametrize(
    "frequency, per, amount, cap, cap_per, years, expected, reason",
    [
        ("monthly", "平方米/月", 15, None, None, 3, 180, "twelve months of the first year"),
        ("monthly", "人/月", 3000, None, None, 0.5, 18000, "six months"),
        (None, None, None, 50000, "企业/年", 3, 50000, "a ceiling for each year"),
        (None, None, None, 5_000_000, None, 3, pytest.approx(1_666_666.67), "a ceiling for all years"),
        ("yearly", None, 20000, None, None, None, 20000, "each year"),
        ("once", None, 20000, None, None, None, None, "once is no money a year"),
    ],
)
def test_money_a_year(
    corpus_db: Path, tmp_path: Path, frequency: str | None, per: str | None, amount: float | None, cap: float | None,
    cap_per: str | None, years: float | None, expected: float | None, reason: str,
) -> None:  # fmt: skip
    copy = tmp_path / "copy.db"
    copy.write_bytes(corpus_db.read_bytes())
    with sqlite3.connect(copy) as writable:
        (row_id,) = writable.execute("select id from subsidies limit 1").fetchone()
        writable.execute(
            "update subsidies set frequency = ?, per = ?, amount_yuan = ?, cap_yuan = ?, cap_per = ?, duration_years = ?"
            " where id = ?",
            [frequency, per, amount, cap, cap_per, years, row_id],
        )
        sql = "select yuan_a_year from subsidies_by_recipient where row = 'subsidies:' || ?"
        found = writable.execute(sql, [row_id]).fetchone()[0]
    writable.close()
    assert found == expected, reason


def test_lines_that_more_places_have_come_first(conn: sqlite3.Connection) -> None:
    found = compare.lines(compare.entries(conn, "targets", "", ["341181", "610100", "350524"]))
    widths = [len(line.cells) for line in found]
    assert widths == sorted(widths, reverse=True)
    assert widths[0] == 3
    entries = [entry for line in found for cell in line.cells.values() for entry in cell]
    assert len(entries) == sum(place.rows for place in compare.places(conn, "targets", "")
                               if place.key in ("341181", "610100", "350524"))  # fmt: skip


def test_sums_are_not_compared_with_shares_nor_a_year_with_once(conn: sqlite3.Connection) -> None:
    row = conn.execute("select * from subsidies limit 1").fetchone()
    line = compare.Line("企业", "")
    line.cells["a"] = [
        compare.Entry("a", "", "", row, 5.0, measure="%投资额"),
        compare.Entry("a", "", "", row, 3.0, measure="元"),
    ]
    line.cells["b"] = [
        compare.Entry("b", "", "", row, 9.0, measure="元"),
        compare.Entry("b", "", "", row, 7.0, measure="元"),
    ]
    line.cells["c"] = [compare.Entry("c", "", "", row, 100.0, measure="元yearly")]
    assert {place: entry.value for place, entry in line.comparable().items()} == {"a": 3.0, "b": 9.0}


@pytest.mark.parametrize(
    "today, expected, reason",
    [
        ("2019-01-05", "2019-03", "the next month with something"),
        ("2019-03-31", "2019-03", "this month"),
        ("2030-01-01", "2020-12", "all is past: the last"),
    ],
)
def test_the_calendar_opens_where_something_is_due(today: str, expected: str, reason: str) -> None:
    months = [("2019-03", 2), ("2020-12", 1)]
    assert calendar.first_month(months, date.fromisoformat(today)) == expected, reason


def test_a_phase_and_a_yearly_day_in_the_feed() -> None:
    row = {
        "id": "x", "kind": "phase", "start_on": "2019-06-01", "end_on": "2019-09-30", "day": "2019-09-30",
        "recurrence": None, "time_text": "2019年6月—9月", "applies_to": "总结阶段", "quote": "一,二;三\\四", "area": "六安市",
        "title": None, "units": None, "extracted_at": "2024-01-01T00:00:00+00:00",
    }  # fmt: skip
    yearly = {**row, "id": "y", "kind": "recurring", "start_on": None, "recurrence": "yearly"}
    text = calendar.calendar("六安市", [(row, "http://x/1"), (yearly, "http://x/2")])
    assert text == calendar.calendar("六安市", [(row, "http://x/1"), (yearly, "http://x/2")])
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75, "RFC 5545, 3.1"
    phase, day = Calendar.from_ical(text).walk("VEVENT")
    assert (phase["DTSTART"].dt, phase["DTEND"].dt) == (date(2019, 6, 1), date(2019, 10, 1))
    assert "一,二;三\\四" in str(phase["DESCRIPTION"])
    assert day["RRULE"]["FREQ"] == ["YEARLY"]
    assert "RRULE" not in phase


def test_a_chart_says_its_figures_and_is_no_html_of_others() -> None:
    drawn = charts.bars("<b>", [charts.Bar("甲", 4, "4元", soft=True), charts.Bar("乙", 2, "2元")])
    assert re.sub("<[^>]*>", "", drawn) == "甲 4元乙 2元"
    assert "<b>" not in drawn
    assert 'width="50.00%"' in drawn
    assert charts.bars("", []) == ""


def test_every_place_of_the_corpus_is_on_the_map(conn: sqlite3.Connection) -> None:
    width, height = places.size()
    groups = places.places(conn)
    assert {province for province, _ in groups} == {"安徽省", "福建省", "陕西省"}
    for dot in places.dots(groups):
        assert 0 < dot.x < width
        assert 0 < dot.y < height


def test_a_page_is_drawn_with_the_box(tmp_path: Path) -> None:
    path = tmp_path / "blank.pdf"
    document = pypdfium2.PdfDocument.new()
    document.new_page(595, 842)
    document.save(path)
    png = sources.draw(path, '[{"page": 1, "x0": 100, "top": 200, "x1": 300, "bottom": 220}]')
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    assert abs(picture.size[0] - 595 * 1.5) <= 1
    assert picture.getpixel((300, 315)) != (255, 255, 255), "inside the box"
    assert picture.getpixel((300, 600)) == (255, 255, 255), "outside"


def test_a_file_of_another_content_is_not_served(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("changed", encoding="utf-8")
    assert sources._find(tmp_path, "a.txt", "0" * 64) is None
