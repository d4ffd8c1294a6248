"""Views and stored queries of the database."""

from __future__ import annotations

import pytest
from factories import DIVISIONS, TEXT, make_notice, place
from sqlite_utils import Database

from publish.database import write
from publish.tables import open_database
from publish.views import QUERIES, VIEWS

DOC = "341500-2019-104"


@pytest.fixture
def db() -> Database:
    return open_database(":memory:", DIVISIONS)


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_has_rows(db: Database, view: str) -> None:
    write(db, make_notice())
    assert list(db.query(f"select * from [{view}]"))


@pytest.mark.parametrize("name", QUERIES)
def test_every_stored_query_has_rows_without_parameters(db: Database, name: str) -> None:
    write(db, make_notice())
    empty = dict.fromkeys(("theme", "function", "from", "level", "kind"), "")
    assert list(db.query(QUERIES[name], empty))


@pytest.mark.parametrize(
    "name, parameters, count, reason",
    [
        ("subsidies-side-by-side", {"theme": "sales"}, 1, "one subsidy is on sales"),
        ("subsidies-side-by-side", {"theme": "rent"}, 0, "none is on rent"),
        ("what-an-office-does", {"function": "财政"}, 1, "the finance office has one duty"),
        ("deadlines-in-order", {"from": "2020-01-01"}, 0, "the deadline is before"),
        ("deadlines-in-order", {"from": "2019-12-31"}, 1, "the day itself counts"),
        ("what-needs-a-look", {"level": "error"}, 0, "there is a warning only"),
        ("figures-nobody-used", {"kind": "money"}, 1, "300万元 is used by nobody, 200万元 is"),
    ],
)
def test_a_parameter_narrows_a_stored_query(
    db: Database, name: str, parameters: dict[str, str], count: int, reason: str
) -> None:
    write(db, make_notice())
    assert len(list(db.query(QUERIES[name], parameters))) == count, reason


def test_unclaimed_figures_show_the_words_around(db: Database) -> None:
    write(db, make_notice())
    (context,) = (row["context"] for row in db.query("select context from unclaimed_figures"))
    at = place(TEXT, "300万元")["start"]
    assert "【300万元】" in context
    assert context.startswith(TEXT[max(0, at - 24) : at][-8:].replace("\n", " ")) or TEXT[at - 5 : at] in context
