"""Search finds exactly what LIKE finds, in simplified or traditional characters, whatever the length of the word."""

from __future__ import annotations

import sqlite3

import pytest
from factories import DIVISIONS, make_notice
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from publish.database import write
from publish.search import PENDING, SEARCHED, index_name, match_expression, pairs, settle
from publish.tables import open_database

# Few characters, so that words recur; every kind that a tokenizer may stumble over.
ALPHABET = "电商农村务局奖励電乾著,。，、(（〔\"'*-:^+%_AaZz09 　\t\n\r.é\U00020000😀"
texts = st.text(alphabet=ALPHABET, max_size=24)


@pytest.fixture(scope="module")
def db() -> Database:
    made = open_database(":memory:", DIVISIONS)
    write(made, make_notice())
    return made


def found(db: Database, table: str, query: str) -> set[int]:
    """Row numbers that the index gives."""
    index = index_name(table)
    sql = f"select rowid from [{index}] where [{index}] match ?"
    return {row[0] for row in db.execute(sql, [match_expression(query)])}


def like(db: Database, table: str, word: str) -> set[int]:
    """Row numbers that LIKE gives over the searched columns."""
    pattern = "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    tests = " or ".join(f"[{name}] like :p escape '\\'" for name in SEARCHED[table])
    return {row[0] for row in db.execute(f"select rowid from [{table}] where {tests}", {"p": pattern})}


def put(db: Database, messages: list[str]) -> None:
    """The checks table with these messages."""
    with db.atomic():
        db.execute("delete from checks")
        document = db.execute("select id from documents").fetchone()[0]
        rows = [(str(n), document, "test", "info", message) for n, message in enumerate(messages)]
        db.conn.executemany("insert into checks (id, document_id, code, level, message) values (?, ?, ?, ?, ?)", rows)
        settle(db)


@given(messages=st.lists(texts, min_size=1, max_size=6), data=st.data())
@settings(max_examples=300, deadline=None)
def test_any_substring_is_found_where_like_finds_it(db: Database, messages: list[str], data: st.DataObject) -> None:
    put(db, messages)
    text = data.draw(st.sampled_from(messages))
    start = data.draw(st.integers(0, max(0, len(text) - 1)))
    word = text[start : start + data.draw(st.integers(1, 6))]
    if any(char.isspace() for char in word):
        word = word.replace('"', "")
        query = f'"{word}"'
    else:
        query = word
    if not word.strip() or query.startswith('"') != any(char.isspace() for char in word):
        return  # blanks alone, or a word that begins like a quotation
    simplified = word.replace("電", "电").replace("乾", "干")
    assert found(db, "checks", query) == like(db, "checks", word) | like(db, "checks", simplified)


@given(messages=st.lists(texts, min_size=1, max_size=6), words=st.lists(texts, max_size=3))
@settings(max_examples=200, deadline=None)
def test_any_query_is_understood(db: Database, messages: list[str], words: list[str]) -> None:
    put(db, messages)
    found(db, "checks", " ".join(words))  # no query is a syntax error


@given(steps=st.lists(st.tuples(st.sampled_from(["insert", "update", "delete", "settle"]), texts), max_size=14))
@settings(max_examples=150, deadline=None)
def test_changes_by_other_programs_are_caught(db: Database, steps: list[tuple[str, str]]) -> None:
    put(db, ["电商", "农村电商奖励"])
    document = db.execute("select id from documents").fetchone()[0]
    for n, (step, text) in enumerate(steps):
        if step == "insert":
            db.execute("insert into checks values (?, ?, 'x', 'info', ?, null, null)", [f"n{n}", document, text])
        elif step == "update":
            db.execute("update checks set message = ? where rowid = (select max(rowid) from checks)", [text])
        elif step == "delete":
            db.execute("delete from checks where rowid = (select min(rowid) from checks)")
        else:
            settle(db)
    settle(db)
    db.conn.commit()
    assert db.table(PENDING).count == 0
    for word in ("电商", "商", "奖励", *(text[:3] for _, text in steps if text[:3].split() == [text[:3]])):
        if '"' not in word:
            assert found(db, "checks", word) >= like(db, "checks", word)
            assert found(db, "checks", word) <= like(db, "checks", word) | like(db, "checks", word.translate(SIMPLE))


SIMPLE = str.maketrans("電乾", "电干")


@pytest.mark.parametrize(
    "message, query, hit, reason",
    [
        ("发展农村电商", "电商", True, "a word of two characters"),
        ("发展农村电商", "电", True, "a single character"),
        ("发展农村电商", "商", True, "a single character at the end"),
        ("发展农村电商", "電商", True, "traditional characters"),
        ("发展农村电商", "农村电商", True, "a longer word"),
        ("发展农村电商", "农村 电商", True, "two words"),
        ("电商进农村", "农村 电商", True, "two words in any order"),
        ("发展农村电商", "农村　电商", True, "two words, a full-width blank between"),
        ("发展农村电商", "农村 物流", False, "both words must be there"),
        ("电视商场", "电商", False, "characters that stand apart"),
        ("农村 电商", '"农村 电商"', True, "words in quotes, the blank as well"),
        ("农村电商", '"农村 电商"', False, "words in quotes, the blank is missing"),
        ("“两中心、一站点”", "“两中心", True, "Chinese quotes are characters"),
        ('说"好"', '"好', True, "a lone quote is a character"),
        ("A(app)下载", "APP", True, "Latin letters in either case, as LIKE"),
        ("App下载", "(app)", False, "brackets count"),
        ("增长10.5%以上", "10.5%", True, "a figure with its sign"),
        ("增长1015%以上", "10.5%", False, "a full stop is no wildcard"),
        ("a_b", "a_b", True, "an underscore is no wildcard"),
        ("axb", "a_b", False, "an underscore is no wildcard"),
        ("第一行\n第二行", "行第", False, "a new line parts words"),
        ("电商 OR 物流", "OR", True, "operators are words"),
        ("农村", "农村*", False, "an asterisk is a character"),
        ("农村", "", False, "no word finds nothing"),
        ("农村", '""', False, "an empty quotation is two characters"),
    ],
)
def test_words_as_people_type_them(db: Database, message: str, query: str, hit: bool, reason: str) -> None:
    put(db, [message])
    assert bool(found(db, "checks", query)) == hit, reason


@pytest.mark.parametrize("table", SEARCHED)
@pytest.mark.parametrize("word", ["电商", "奖励", "商务局", "六安市", "万元", "局"])
def test_every_table_is_searched(table: str, word: str) -> None:
    db = open_database(":memory:", DIVISIONS)
    write(db, make_notice())
    assert found(db, table, word) == like(db, table, word)


def test_the_index_survives_vacuum(db: Database) -> None:
    put(db, ["电商", "物流", "农村电商"])
    db.execute("delete from checks where message = '物流'")
    settle(db)
    db.conn.commit()
    db.execute("vacuum")
    assert found(db, "checks", "电商") == like(db, "checks", "电商")
    assert len(found(db, "checks", "电商")) == 2


def test_an_index_of_an_older_make_is_made_anew(tmp_path: object) -> None:
    path = f"{tmp_path}/x.db"
    db = open_database(path, DIVISIONS)
    write(db, make_notice())
    db.execute("drop table targets_fts")
    db.execute("create virtual table targets_fts using fts5(quote, content='', tokenize='ascii')")
    db.close()
    again = open_database(path, DIVISIONS)
    assert found(again, "targets", "电商") == like(again, "targets", "电商") != set()


def test_a_stock_connection_can_change_what_is_not_searched(tmp_path: object) -> None:
    """The triggers need no function of ours: people may correct rows with any SQLite program."""
    path = f"{tmp_path}/x.db"
    write(open_database(path, DIVISIONS), make_notice())
    with sqlite3.connect(path) as plain:
        plain.execute("update subsidies set amount_yuan = 5, beneficiary = '网店', origin = 'corrected'")
    db = open_database(path, DIVISIONS)
    settle(db)
    assert len(found(db, "subsidies", "网店")) == 2


@pytest.mark.parametrize(
    "text, expected",
    [("", []), ("电", ["电\ue080"]), ("电商", ["电商", "商\ue080"]), ("a b", ["a\ue020", "\ue020b", "b\ue080"])],
)
def test_pairs(text: str, expected: list[str]) -> None:
    assert pairs(text).split(" ") == (expected or [""])
