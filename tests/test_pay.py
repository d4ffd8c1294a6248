"""What an applicant would get: facts, promises together (stacking, shared ceilings, 就高不就低), the command, SQL."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from publish.applicant import BadFact, applicant, applicant_of
from publish.book import Book, NoticeBook, Promise, book_of
from publish.cli import main
from publish.pay import NoticePay, pay, register, unused
from schemas.formula import Cap, Formula, Need, Share, Times, Var, Years, Yuan
from schemas.formula_value import Given

SALES = Var(name="年网络销售额", unit="元")
RENT = Var(name="年租金", unit="元")
PEOPLE = Var(name="培训人数", unit="人")


def promise(
    pays: Any, start: int = 0, *, who: str = "电商企业", what: str = "", section: str = "s1", stacks: bool = False,
    kind: str | None = "企业", needs: tuple[Need, ...] = (),
) -> Promise:  # fmt: skip
    one = Formula(pays=pays, needs=needs)
    return Promise(
        id=f"p{start}", document_id="d", section_id=section, beneficiary=who, beneficiary_kind=kind, grade=None,
        activity=what or None, kind="fixed", stacks=stacks, instrument=None, payer=None, formula=one,
        quote=f"{who}{what}", start=start, end=start + 5,
    )  # fmt: skip


def worked_out(promises: list[Promise], facts: list[str], text: str = "", sections: Any = ()) -> NoticePay:
    notice = NoticeBook("d", "某市", "某办法", promises, text, list(sections))
    return pay(Book((notice,)), applicant(facts))[0]


@pytest.mark.parametrize(
    "setting, name, given",
    [
        ("快递单量=30000", "快递单量", Given(30000, "单")),
        ("快递单量=3万单", "快递单量", Given(30000, "单")),
        ("年网络销售额=600万元", "年网络销售额", Given(6e6, "元")),
        ("网销额=６００万元", "年网络销售额", Given(6e6, "元")),  # another word, full-width figures
        ("年网络销售额 = 1,234.5万元/年", "年网络销售额", Given(12345000, "元")),
        ("年出口额=50万美元", "年出口额", Given(5e5, "美元")),
        ("运行时间=三年", "运行时间", Given(3, "年")),
        ("年网络销售额(农产品)=5万元", "年网络销售额（农产品）", Given(5e4, "元")),  # half-width brackets
        ("船舶数=2", "船舶数", Given(2, None)),  # unknown to the vocabulary
    ],
)
def test_a_figure(setting: str, name: str, given: Given) -> None:
    assert applicant([setting]).figures == {name: given}


def test_what_an_applicant_is() -> None:
    who = applicant(["对象=农村电商企业、合作社", "省级示范村=是", "限上企业=否"])
    assert who.names == ("农村电商企业", "合作社")
    assert who.traits == {"省级示范村": True, "限上企业": False}
    assert applicant_of("快递单量=3,000 年租金=5万元；对象=企业") == applicant(
        ["快递单量=3000", "年租金=5万元", "对象=企业"]
    )


@pytest.mark.parametrize(
    "setting, words",
    [
        ("快递单量", "no fact"),
        ("=3", "no fact"),
        ("快递单量=", "no fact"),
        ("快递单量=很多", "is no figure"),
        ("快递单量=-5", "is no figure"),
        ("快递单量=5平方米", "counted in 单"),
        ("年网络销售额=30天", "counted in 元"),
    ],
)
def test_facts_that_cannot_be_read(setting: str, words: str) -> None:
    with pytest.raises(BadFact, match=words):
        applicant([setting])


def test_a_promise_to_others_is_not_for_the_applicant() -> None:
    found = worked_out([promise(Share(of=SALES, rate=0.1), who="贫困户", kind="农户")], ["对象=企业", "网销额=1万元"])
    assert found.outcomes[0].result.text == "not entitled: 对象 贫困户（农户）≠ 企业"


def test_a_promise_without_figures_depends_on_its_words() -> None:
    row = promise(Yuan(value=1e5), who="省级示范企业")
    assert worked_out([row], []).outcomes[0].result.text == "depends on: 是否属于：省级示范企业（最高 10万元）"
    assert worked_out([row], ["省级示范企业=是"]).at_most == 1e5
    assert worked_out([row], ["对象=省级示范企业"]).at_most == 1e5
    assert worked_out([row], ["省级示范企业=否"]).outcomes[0].result.text == "not entitled: 不是：省级示范企业"


def test_of_a_list_in_one_sentence_only_the_named_one_is_meant() -> None:
    rows = [
        promise(Yuan(value=n), who=f"示范{where}", what="经认定的示范镇、示范村") for n, where in ((5, "镇"), (2, "村"))
    ]
    assert worked_out(rows, ["示范村=是"]).at_most == 2


def test_a_general_figure_alone_does_not_entitle() -> None:
    years = Need(var=Var(name="运行时间", unit="年"), op=">=", value=1, words="满1年")
    assert worked_out([promise(Yuan(value=10), needs=(years,))], ["运行时间=2年"]).at_most == 0
    assert worked_out([promise(Yuan(value=10), needs=(years,))], ["运行时间=0.5年"]).of("not entitled")


@pytest.mark.parametrize(
    "facts, sure, why",
    [
        (["培训人数=10", "对象=企业"], 600, "a figure that tells what it is about, and the right kind"),
        (["培训人数=10"], 0, "who asks is not known"),
        (["网销额=100", "对象=企业"], 0, "many promises go by sales: its words have to be looked at"),
        (["网销额=100", "对象=企业", "农产品=是"], 10, "the applicant says that it does that"),
    ],
)
def test_what_is_sure(facts: list[str], sure: float, why: str) -> None:
    rows = [
        promise(Times(args=(PEOPLE, Yuan(value=60))), 0, what="组织培训"),
        promise(Share(of=SALES, rate=0.1), 9, what="销售农产品"),
    ]
    assert worked_out(rows, facts).sure == sure, why


def test_the_same_figure_is_paid_for_once() -> None:
    rows = [promise(Share(of=SALES, rate=0.01), 0), promise(Share(of=SALES, rate=0.05), 9, who="微商")]
    found = worked_out(rows, ["网销额=100万元"])
    assert [outcome.counted for outcome in found.outcomes] == [5e4, 0]
    assert found.outcomes[1].notes == ("与“微商”同按年网络销售额计，只计较高一项",)


def test_rates_of_successive_years_in_one_sentence_add_up() -> None:
    rows = [promise(Years(of=Share(of=RENT, rate=rate), count=n)) for rate, n in ((1.0, 2), (0.5, 3))]
    assert worked_out(rows, ["年租金=10万元"]).at_most == 350000


def test_a_shared_ceiling_holds_for_all_under_it() -> None:
    rows = [
        promise(Cap(of=Years(of=Share(of=RENT, rate=rate), count=n), yuan=3e5, shared="@7"))
        for rate, n in ((1.0, 2), (0.5, 3))
    ]
    found = worked_out(rows, ["年租金=10万元"])
    assert found.at_most == 3e5
    assert found.outcomes[1].notes == ("与同一封顶 30万元 下的其他项合计，只计 10万元",)
    assert worked_out(rows, ["年租金=5万元"]).at_most == 175000  # below it, nothing is lost


def test_a_shared_ceiling_of_a_year_holds_for_each_year() -> None:
    rows = [promise(Years(of=Cap(of=Share(of=v, rate=1.0), yuan=100, per=("年",), shared="@7"), count=3), n)
            for n, v in enumerate((RENT, SALES))]  # fmt: skip
    assert worked_out(rows, ["年租金=80", "网销额=80"]).at_most == 300


def test_what_is_paid_on_top_needs_its_own_occasion_and_its_base() -> None:
    base = promise(Times(args=(PEOPLE, Yuan(value=60))), 0, who="培训主体", needs=(
        Need(var=Var(name="培训天数", unit="天"), op="=", value=0.5, words="半天"),))  # fmt: skip
    lunch = promise(Times(args=(PEOPLE, Yuan(value=30))), 9, who="培训主体", what="安排就餐的", stacks=True)
    people = ["培训人数=10", "培训天数=0.5"]
    assert worked_out([base, lunch], people).at_most == 600
    assert worked_out([base, lunch], [*people, "就餐=是"]).at_most == 900
    assert worked_out([base, lunch], ["培训人数=10", "培训天数=2", "就餐=是"]).at_most == 0  # no base, nothing on top


def test_the_same_promise_in_body_and_table_counts_once() -> None:
    rows = [promise(Times(args=(PEOPLE, Yuan(value=1200))), n, who="培训主体") for n in (0, 90)]
    assert worked_out(rows, ["培训人数=10"]).at_most == 12000


RULED = "第一条……。\n第二条……。\n第九条 {rule}。"


@pytest.mark.parametrize(
    "rule, total, why",
    [
        ("同一企业同时符合多项的，按就高不就低原则执行", 30, "one grant a body: the highest of all"),
        ("同一项目不重复享受", 50, "one grant a matter: the highest of each section, added up"),
        ("符合我市其他政策的，不重复享受", 60, "about other notices: all count"),
        ("本办法自印发之日起施行", 60, "no such rule"),
    ],
)
def test_rules_that_exclude(rule: str, total: float, why: str) -> None:
    rows = [
        promise(Yuan(value=10), 0, what="甲事", section="s1"), promise(Yuan(value=20), 3, what="乙事", section="s1"),
        promise(Yuan(value=30), 9, what="丙事", section="s2"),
    ]  # fmt: skip
    text = RULED.format(rule=rule)
    found = worked_out(
        rows, ["甲事=是", "乙事=是", "丙事=是"], text, [("s1", None, 0, 8), ("s2", None, 8, 17), ("s9", None, 17, 60)]
    )
    assert found.at_most == total, why
    assert bool(found.rules) == ("不" in rule)


@pytest.fixture
def conn(corpus_db: Path) -> Iterator[sqlite3.Connection]:
    found = sqlite3.connect(corpus_db)
    yield found
    found.close()


def by_area(found: list[NoticePay]) -> dict[str, str]:
    return {notice.area: notice.total_text for notice in found if notice.at_most}


def test_the_five_notices_for_a_seller_of_farm_produce(conn: sqlite3.Connection) -> None:
    """六安: brand 30万, 5% of sales 30万, parcels 3万, 网点 1万; 西安: 20万; 叶集: C2C 5万, not B2B's 2万 beside it."""
    found = pay(book_of(conn), applicant(["快递单量=30000", "年网络销售额=600万元", "运行时间=2年"]))
    assert by_area(found) == {"六安市": "最高 64万元", "西安市": "最高 20万元", "叶集区": "最高 5万元"}
    assert [notice.at_most for notice in found] == sorted((notice.at_most for notice in found), reverse=True)


def test_every_promise_is_accounted_for(conn: sqlite3.Connection) -> None:
    found = pay(book_of(conn), applicant([]))
    rows = conn.execute("select count(*) from subsidies").fetchone()[0]
    assert sum(len(notice.outcomes) + len(notice.unstated) for notice in found) == rows
    assert all(outcome.result.reasons for notice in found for outcome in notice.outcomes)


def test_figures_that_nobody_asks_for_are_named(conn: sqlite3.Connection) -> None:
    who = applicant(["快递单量=1", "船舶数=2"])
    assert unused(book_of(conn), who) == ["船舶数"]


def run(*words: str) -> Any:
    return CliRunner().invoke(main, ["pay", *words])


def test_the_command(corpus_db: Path) -> None:
    told = run("--db", str(corpus_db), "--set", "设备投资额=150万元", "--set", "对象=企业", "--all")
    assert told.exit_code == 0
    assert "not entitled: 设备投资额 150万元 < 200万元" in told.output
    assert "设备投资额 150万元 × 50% = 75万元" in told.output
    assert "金额未写明" in told.output


def test_the_command_as_json(corpus_db: Path) -> None:
    told = run("--db", str(corpus_db), "--set", "快递单量=30000", "--json")
    first = json.loads(told.stdout)[0]["promises"][0]
    assert (first["yuan"], first["at_most"], first["state"]) == (30000, True, "amount")
    assert first["latex"].startswith(r"\le \min")


@pytest.mark.parametrize(
    "words, message",
    [
        (["--set", "快递单量=很多"], "is no figure"),
        (["--notice", "nowhere"], "no promises of money"),
        (["--db", "missing.db"], "no such database"),
    ],
)
def test_the_command_says_what_is_wrong_in_one_line(corpus_db: Path, words: list[str], message: str) -> None:
    told = run("--db", str(corpus_db), *words)
    assert told.exit_code == 1
    assert message in told.stderr
    assert len(told.stderr.strip().splitlines()) == 1


def test_the_functions_in_sql(conn: sqlite3.Connection) -> None:
    register(conn)
    columns = "pay_yuan(formula, ?), pay_text(formula, ?), pay_steps(formula, ?), formula_latex(formula)"
    sql = f"select {columns} from subsidies where "
    parcels = conn.execute(sql + "cap_yuan = 60000", ["快递单量=30000"] * 3).fetchone()
    assert parcels[:2] == (30000, "最高 3万元")
    assert "快递单量 30000单 × 1元 = 3万元" in parcels[2]
    assert conn.execute(sql + "cap_yuan = 60000", ["快递单量=很多"] * 3).fetchone()[0] is None
    assert "is no figure" in conn.execute(sql + "cap_yuan = 60000", ["快递单量=很多"] * 3).fetchone()[1]
    assert set(conn.execute(sql + "formula is null", ["快递单量=30000"] * 3).fetchone()) == {None}
