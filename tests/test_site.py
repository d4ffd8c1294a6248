"""The site as people see it: pages, search box, stored queries, readable cells, the notice with its marks."""

from __future__ import annotations

import asyncio
import json
import re
import sqlite3
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from datasette.app import Datasette
from factories import DIVISIONS, TEXT, make_notice, place

from publish import site
from publish.cli.serving import SETTINGS
from publish.columns import columns
from publish.database import write
from publish.plugin import cells
from publish.search import SEARCHED
from publish.tables import open_database
from publish.views import QUERIES, VIEWS
from schemas import TABLES

WORDS = ("电商", "電商", "奖励", "商务局")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with one notice whose text tries to be HTML."""
    path = tmp_path_factory.mktemp("small") / "policies.db"
    db = open_database(path, DIVISIONS)
    write(db, make_notice(text=TEXT + "\n<script>alert(1)</script>", title="六安市<b>农村电商</b>实施方案"))
    db.close()
    return path


UNTIMED = {**SETTINGS, "sql_time_limit_ms": 600_000, "facet_time_limit_ms": 600_000}
"""The settings of the site; a slow machine is no fault: one stood still for a second in a query that takes one
millisecond."""


def get(path: Path, address: str, **parameters: str) -> Any:
    """The answer to a request."""

    async def ask() -> Any:
        datasette = Datasette([str(path)], settings=UNTIMED)
        return await datasette.client.get(address + ("?" + urlencode(parameters) if parameters else ""))

    return asyncio.run(ask())


def rows(path: Path, address: str, **parameters: str) -> list[dict[str, Any]]:
    """All rows of a table, view or query as JSON."""
    response = get(path, address + ".json", _shape="array", _size="max", **parameters)
    assert response.status_code == 200, response.text
    found: list[dict[str, Any]] = response.json()
    return found


# Pages


@pytest.mark.parametrize("name", [*TABLES, *VIEWS])
def test_every_table_and_view_has_a_page_with_rows(corpus_db: Path, name: str) -> None:
    response = get(corpus_db, f"/policies/{name}")
    assert response.status_code == 200
    assert '<td class="' in response.text
    title = site.database_settings()["tables"][name]["title"]
    assert f"<h1>{title}" in response.text


@pytest.mark.parametrize("name", QUERIES)
def test_every_stored_query_gives_rows_without_parameters(corpus_db: Path, name: str) -> None:
    response = get(corpus_db, f"/policies/{name}")
    assert response.status_code == 200
    assert response.text.count("<tr>") > 1
    assert site.words()["queries"][name]["title"] in response.text


def test_the_home_page_leads_everywhere(corpus_db: Path) -> None:
    page = get(corpus_db, "/").text
    for name in QUERIES:
        assert f'href="/policies/{name}"' in page
    assert page.count("/policies/-/notice/") == 5


@pytest.mark.parametrize("address", ["/", "/policies", "/policies/targets", "/policies/deadlines-in-order"])
def test_a_page_asks_nothing_of_other_machines(corpus_db: Path, address: str) -> None:
    page = get(corpus_db, address).text
    fetched = re.findall(r"<(?:script|link|img|iframe)[^>]+(?:src|href)=\"([^\"]+)\"", page)
    assert fetched
    assert [url for url in fetched if not re.match(r"/|http://localhost/", url)] == []
    style = get(corpus_db, "/-/static-plugins/zhengce/zhengce.css")
    assert style.status_code == 200
    assert "url(" not in style.text
    assert "@import" not in style.text


def test_helper_tables_are_hidden(corpus_db: Path) -> None:
    tables = get(corpus_db, "/policies.json").json()["tables"]
    assert {table["name"] for table in tables if not table["hidden"]} == set(TABLES)


@pytest.mark.parametrize("table", TABLES)
def test_every_column_is_described(table: str) -> None:
    described = site.describe_table(table)
    assert described["description"]
    assert described["columns"].keys() == columns(table).keys()
    assert all(re.search(r"[\u4e00-\u9fff].* · \S", text) for text in described["columns"].values())


def test_every_code_has_a_chinese_word() -> None:
    values = site.words()["values"]
    for table in TABLES:
        for column in columns(table).values():
            missing = set(column.choices) - values.get(column.name, {}).keys()
            assert not missing, (table, column.name, missing)


@pytest.mark.parametrize("name", [*VIEWS, *QUERIES])
def test_every_column_of_a_view_or_query_has_a_chinese_label(corpus_db: Path, name: str) -> None:
    (first, *_) = rows(corpus_db, f"/policies/{name}")
    assert [column for column in first if not re.search(r"[\u4e00-\u9fff]", site.label(column))] == []


# The search box


@pytest.mark.parametrize("table", SEARCHED)
def test_the_search_box_finds_what_like_finds(corpus_db: Path, table: str) -> None:
    key = ", ".join(f"[{name}]" for name in TABLES[table].KEY)
    with sqlite3.connect(corpus_db) as connection:
        for word in WORDS:
            tests = " or ".join(f"[{name}] like ?" for name in SEARCHED[table])
            simplified = word.replace("電", "电")
            sql = f"select {key} from [{table}] where {tests}"
            expected = set(connection.execute(sql, [f"%{simplified}%"] * len(SEARCHED[table])))
            found = rows(corpus_db, f"/policies/{table}", _search=word)
            assert {tuple(row[name] for name in TABLES[table].KEY) for row in found} == expected, word
    connection.close()


def test_a_column_can_be_searched_alone(corpus_db: Path) -> None:
    found = rows(corpus_db, "/policies/subsidies", _search_quote="电商")
    assert found
    assert all("电商" in row["quote"] for row in found)


def test_other_databases_keep_their_search(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("create table t (id integer primary key, words text)")
        connection.execute("insert into t (words) values ('rural commerce'), ('logistics')")
        connection.execute("create virtual table t_fts using fts5(words, content='t')")
        connection.execute("insert into t_fts (rowid, words) select id, words from t")
    connection.close()
    found = rows(path, "/other/t", _search="commerce", _fts_table="t_fts")
    assert [row["words"] for row in found] == ["rural commerce"]
    assert get(path, "/other/t").status_code == 200


# Pages of many rows


def test_turning_pages_loses_no_row(corpus_db: Path) -> None:
    seen: list[str] = []
    parameters = {"_size": "20"}
    while True:
        answer = get(corpus_db, "/policies/responsibilities.json", _shape="objects", **parameters).json()
        seen += [row["id"] for row in answer["rows"]]
        if not answer["next"]:
            break
        parameters["_next"] = answer["next"]
    with sqlite3.connect(corpus_db) as connection:
        wanted = connection.execute("select id from responsibilities order by document_id, start, id").fetchall()
    connection.close()
    assert seen == [row[0] for row in wanted]


def test_money_is_filtered_in_the_unit_people_write(corpus_db: Path) -> None:
    found = rows(corpus_db, "/policies/subsidies", amount_yuan__gte="10万元")
    assert found == rows(corpus_db, "/policies/subsidies", amount_yuan__gte="100000")
    assert min(row["amount_yuan"] for row in found) >= 100_000


@pytest.mark.parametrize("address", ["/policies/subsidies", "/policies/subsidies.json"])
def test_a_filter_value_that_is_no_number_is_refused(corpus_db: Path, address: str) -> None:
    response = get(corpus_db, address, amount_yuan__gte="abc")
    assert response.status_code == 400
    assert "A filter" in response.text


# Cells


@pytest.mark.parametrize(
    "value, text",
    [
        (2_000_000, "200万元"), (1_500_000_000, "15亿元"), (2_000, "2,000元"), (12_345_678, "1,234.5678万元"),
        (0.5, "0.5元"), (100_000_000, "1亿元"), (99_999_999, "9,999.9999万元"),
    ],
)  # fmt: skip
def test_sums_are_written_as_people_do(value: float, text: str) -> None:
    assert cells.yuan(value) == text


@pytest.mark.parametrize(
    "address, expected, reason",
    [
        ("subsidies", "2,000,000 <small>200万元</small>", "money with its round form"),
        ("subsidies", "0.05 <small>5%</small>", "a share with its percentage"),
        ("subsidies", '仓储 <small class="code">warehousing</small>', "a code with its word"),
        ("targets", '≥ 至少 <small class="code">&gt;=</small>', "a comparator with its sign"),
        ("targets", "指标 <small>indicator</small>", "a heading in both languages"),
        ("quantities", '<a href="/policies/subsidies/341500-2019-104~3Arate">补贴</a>', "the row that used a figure"),
        ("checks", '<a href="/policies/quantities/341500-2019-104~3Aq2">', "the row that a check concerns"),
        ("targets", 'href="/policies/-/notice/341500-2019-104?at=', "a quote leads to its place"),
        ("subsidies", "&lt;b&gt;农村电商", "what stands in a notice is no HTML"),
    ],
)
def test_cells_are_readable(small: Path, address: str, expected: str, reason: str) -> None:
    assert expected in get(small, f"/policies/{address}").text, reason


def test_columns_for_programs_are_shown_on_demand(small: Path) -> None:
    assert 'data-column="start"' not in get(small, "/policies/targets").text
    assert 'data-column="start"' in get(small, "/policies/targets", _all="1").text


# A row and its notice


def test_a_row_page_shows_the_words_in_their_place(small: Path) -> None:
    page = get(small, "/policies/subsidies/341500-2019-104~3Atiered").text
    assert "<mark>分别奖励1万元、2万元</mark>" in page
    at = place(TEXT, "分别奖励1万元、2万元")
    assert f"/policies/-/notice/341500-2019-104?at={at['start']}-{at['end']}#at" in page
    assert "20,000 <small>2万元</small>" in page  # its tiers
    assert "文中未载明" in page


def test_a_notice_page_marks_every_row(small: Path) -> None:
    page = get(small, "/policies/-/notice/341500-2019-104").text
    article = page[page.index("<article>") : page.index("</article>")]
    for table, quote in (
        ("targets", "打造10个以上年网销额超千万农村电商经营主体"),
        ("subsidies", "分别奖励1万元、2万元"),
        ("responsibilities", "市商务局牵头"),
        ("budgets", "中央财政专项资金1500万元"),
        ("deadlines", "到2019年底"),
    ):
        assert re.search(rf'<a class="m m-{table}"[^>]*>{re.escape(quote)}</a>', article), table
    assert "<td>项目</td><td>金额</td>" in article
    assert '<p class="h level-1" id="s2">二、政策扶持</p>' in article
    assert "<script>alert" not in page
    shown = re.sub(r"<[^>]+>|\s", "", article.replace("&lt;", "\x00").replace("&gt;", "\x01"))
    assert shown == re.sub(r"\s", "", TEXT + "\x00script\x01alert(1)\x00/script\x01")


def test_a_place_in_a_notice_is_marked(small: Path) -> None:
    at = place(TEXT, "皖政办秘〔2019〕76号文件")
    page = get(small, "/policies/-/notice/341500-2019-104", at=f"{at['start']}-{at['end']}").text
    marked = re.findall(r"<mark[^>]*>(.*?)</mark>", page)
    assert "".join(re.sub(r"<[^>]+>", "", piece) for piece in marked) == at["quote"]
    assert page.count('id="at"') == 1


@pytest.mark.parametrize("at", ["", "x-y", "5", "9-3", "999999-9999999", "-1-4"])
def test_a_place_that_is_none_does_no_harm(small: Path, at: str) -> None:
    response = get(small, "/policies/-/notice/341500-2019-104", at=at)
    assert response.status_code == 200
    assert "<mark" not in response.text


@pytest.mark.parametrize("address", ["/policies/-/notice/nope", "/nope/-/notice/341500-2019-104"])
def test_a_notice_that_is_not_there_is_404(small: Path, address: str) -> None:
    assert get(small, address).status_code == 404


def test_every_notice_of_the_corpus_has_a_page(corpus_db: Path) -> None:
    for document in rows(corpus_db, "/policies/documents"):
        response = get(corpus_db, f"/policies/-/notice/{document['id']}")
        assert response.status_code == 200
        assert document["title"] in response.text


def test_settings_are_plain_data() -> None:
    assert json.loads(json.dumps(site.metadata(["policies"]))) == site.metadata(["policies"])


@pytest.mark.parametrize("table", ["targets", "responsibilities", "subsidies", "deadlines", "tasks"])
@pytest.mark.parametrize("order", [{"_sort": "confidence"}, {"_sort_desc": "confidence"}, {"_sort_desc": "page"}])
def test_pages_of_a_sorted_table_hold_every_row_once(corpus_db: Path, table: str, order: dict[str, str]) -> None:
    ids: list[str] = []
    following: dict[str, str] = {}
    while True:
        page = get(
            corpus_db, f"/{corpus_db.stem}/{table}.json", _size="20", _shape="objects", **order, **following
        ).json()
        ids += [row["id"] for row in page["rows"]]
        if page["next"] is None:
            break
        following = {"_next": page["next"]}
    with sqlite3.connect(corpus_db) as db:
        known = [row[0] for row in db.execute(f"select id from [{table}]")]
    assert sorted(ids) == sorted(known)
