"""Formulas: every promise of the five notices as sentences, the expression by itself, and what must always hold."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from extract.interpret.formulas import build, formula_of
from extract.notice import extract
from publish.applicant import applicant
from schemas import Subsidy
from schemas.formula import (
    Cap,
    Formula,
    Full,
    Least,
    Most,
    Need,
    Share,
    Step,
    Sum,
    Tiers,
    Times,
    Var,
    Years,
    Yuan,
    walk,
)
from schemas.formula_value import Given, Result, convert, evaluate
from schemas.formula_words import formula_text, latex, money_text

HERE = Path(__file__).parent
NOTICES = HERE.parent / "corpus" / "notices"
BOOKS = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted((HERE / "formulas").glob("*.yaml"))]

# 快递单量 30000 单、租赁面积 100 平方米的扶贫电商企业在六安最多得每年 30000 元
SENTENCE = re.compile(
    r"(?:(?P<facts>.+?\d.*?)的)?(?P<who>[^\d]+?)在(?P<place>六安|叶集|西安)(?P<verb>最多得|不得|得|看)"
    r"(?P<period>每年|每月)?(?P<rest>.*)"
)
FACT = re.compile(r"(?P<name>[^\d]*?(?:（[^）]*）)?) (?P<value>[\d.]+) ?(?P<unit>\D*)")


@cache
def promises(notice: str) -> tuple[Subsidy, ...]:
    return tuple(row for row in extract(NOTICES / notice).subsidies if row.formula)


def rows_of(book: dict[str, Any], entry: dict[str, Any]) -> list[Subsidy]:
    """The rows that the words of an entry (and `for`, in a list) mean."""
    found = [row for row in promises(book["notice"]) if entry["words"] in row.quote]
    told = entry.get("for")
    if told is None:
        return found
    near = [row for row in found if told in (row.beneficiary or "")]
    return near or [row for row in found if told in (row.activity or "")]


def formula(row: Subsidy) -> Formula:
    return Formula.model_validate_json(row.formula or "")


def facts_of(sentence: str) -> list[str]:
    told = SENTENCE.fullmatch(sentence)
    assert told, f"not a sentence: {sentence}"
    parts = re.split(r"、(?![^（]*）)", told["facts"]) if told["facts"] else []
    found = [FACT.fullmatch(part) for part in parts]
    assert all(found), f"not facts: {parts}"
    return [f"{fact['name']}={fact['value']}{fact['unit']}" for fact in found if fact]


def yuan(text: str) -> float:
    match = re.fullmatch(r" ?([\d.]+) ?(亿|万)?元", text)
    assert match, f"no sum: {text}"
    return float(match[1]) * {"亿": 1e8, "万": 1e4}.get(match[2], 1)


CASES = [
    pytest.param(book, entry, sentence, id=sentence)
    for book in BOOKS
    for entry in book["promises"]
    for sentence in entry["sentences"]
]


@pytest.mark.parametrize("book, entry, sentence", CASES)
def test_sentence(book: dict[str, Any], entry: dict[str, Any], sentence: str) -> None:
    rows = rows_of(book, entry)
    assert rows, f"no promise with the words {entry['words']}"
    told = SENTENCE.fullmatch(sentence)
    assert told
    for row in rows:
        result = evaluate(formula(row), applicant(facts_of(sentence)))
        if told["verb"] == "不得":
            assert (result.state, "，".join(result.reasons)) == ("not entitled", told["rest"].removeprefix("："))
        elif told["verb"] == "看":
            assert (result.state, [var.name for var in result.missing]) == ("depends on", told["rest"].split("、"))
        else:
            sums = [yuan(part) for part in told["rest"].split("至")]
            assert (result.state, result.low, result.yuan) == ("amount", sums[0], sums[-1]), result.steps
            assert f"每{result.period}" == told["period"] if told["period"] else result.period is None
            assert result.at_most or told["verb"] == "得"


def test_every_formula_of_the_notices_has_sentences() -> None:
    told = {row.id for book in BOOKS for entry in book["promises"] for row in rows_of(book, entry)}
    every = {row.id: row.quote for path in sorted(NOTICES.glob("*.txt")) for row in promises(path.name)}
    assert len(every) > 50
    assert {words for key, words in every.items() if key not in told} == set()


@pytest.mark.parametrize("book, entry", [(book, entry) for book in BOOKS for entry in book["promises"]])
def test_sentences_stand_at_below_and_above_every_threshold_and_ceiling(
    book: dict[str, Any], entry: dict[str, Any]
) -> None:
    one = formula(rows_of(book, entry)[0])
    told = [applicant(facts_of(sentence)) for sentence in entry["sentences"]]
    limits = [(need.var, need.value) for need in one.needs]
    limits += [(node.var, step.start) for node in walk(one.pays) if isinstance(node, Tiers) for step in node.steps]
    for var, limit in limits:
        given_ones = [given for who in told if (given := who.get(var.name))]
        values = [value for given in given_ones if (value := convert(given, var.unit)) is not None]
        assert sides(values, limit) == {-1, 0, 1}, f"{var.name} {limit:g}: {sorted(values)}"
    for node in walk(one.pays):
        if isinstance(node, Cap):
            sums = [evaluate(Formula(pays=node.of), who).yuan for who in told]
            assert sides([s for s in sums if s is not None], node.yuan) == {-1, 0, 1}, f"封顶 {node.yuan:g}: {sums}"


def sides(values: list[float], limit: float) -> set[int]:
    return {(value > limit) - (value < limit) for value in values}


VAR = Var(name="投资额", unit="元")
PARCELS = Var(name="快递单量", unit="单")


@pytest.mark.parametrize(
    "columns, parts, words, text",
    [
        ({"kind": "rate", "rate": 0.05, "base": "投资额", "cap_yuan": 2e6}, {}, "", "min(项目投资额 × 5%, 200万元)"),
        ({"kind": "fixed", "amount_yuan": 1e5, "upper_bound": 1}, {}, "", "最高 10万元"),  # 10万元以内
        ({"kind": "fixed", "amount_yuan": 5e5, "amount_min_yuan": 1e5}, {}, "", "10万元—50万元"),  # 10—50万元
        ({"kind": "rate", "rate": 0.1, "rate_min": 0.05, "base": "培训经费"}, {}, "", "培训经费 × 5—10%"),  # 5—10%
        ({"kind": "full", "cap_yuan": 1e6}, {}, "给予全额补助", "min(实际费用, 100万元)"),  # 全额, of what is not said
        ({"kind": "unspecified"}, {}, "", None),  # 给予补助: no figure, no formula
        ({"kind": "fixed", "amount_yuan": 3e4, "per": "30件", "stacks": 1}, {}, "每增加30件", "⌊件数 ÷ 30⌋ × 3万元"),
        (
            {"kind": "fixed", "amount_yuan": 15, "per": "平方米/月", "duration_years": 3},
            {}, "租赁场地每平方米每月15元，连续3年", "租赁面积 × 15元 × 36个月",
        ),
        ({"kind": "fixed", "amount_yuan": 15, "per": "平方米/月"}, {}, "租赁场地", "每月 租赁面积 × 15元"),  # open
        (
            {"kind": "fixed", "amount_yuan": 5000, "frequency": "yearly", "duration_years": 3}, {}, "", "5000元 × 3年",
        ),
        (
            {"kind": "rate", "rate": 0.5, "base": "房租", "duration_years": 3},
            {"caps": [{"yuan": 5e4, "per": "企业/年"}, {"yuan": 1e5, "per": "企业"}]}, "",
            "min(min(年租金 × 50%, 5万元（每企业/年）) × 3年, 10万元（每企业）)",  # a ceiling of a year stands inside
        ),
        (
            {"kind": "rate", "rate": 0.1, "base": "投资额"},
            {"caps": [{"yuan": 5e5, "per": "项目"}, {"yuan": 1e6, "per": None}]}, "",
            "min(项目投资额 × 10%, 50万元（每项目）, 100万元)",
        ),
        (
            {"kind": "rate", "rate": 0.1, "base": "投资额"},
            {"subsidy_conditions": [
                {"variable": "设备投资额", "op": ">=", "value": 2e6, "unit": "元", "text": "达200万元以上"}]},
            "对设备投资额达200万元以上的，给予投资额的10%", "设备投资额 × 10%",  # the condition says which 投资额
        ),
        (
            {"kind": "tiered"},
            {"subsidy_tiers": [
                {"variable": "年销售额", "threshold": 1e6, "op": ">=", "amount_yuan": None, "rate": 0.01},
                {"variable": "年销售额", "threshold": 5e6, "op": ">=", "amount_yuan": None, "rate": 0.02},
            ]},
            "年销售额100万元以上的部分按1%、超过500万元的部分按2%，超过部分分段计算",
            "年销售额 ≥ 100万元的部分：年销售额 × 1%；年销售额 ≥ 500万元的部分：年销售额 × 2%",
        ),
        ({"kind": "rate", "rate": 0.3, "base": "桥梁维护工程款"}, {}, "", "桥梁维护工程款 × 30%"),  # own words
        ({"kind": "rate", "rate": 1.0}, {}, "给予房租补贴，前两年100%", "年租金"),  # what is subsidised is the base
        (
            {"kind": "fixed", "amount_yuan": 1500, "per": "人/月", "beneficiary": "港澳青年", "duration_years": 2},
            {}, "", "1500元 × 24个月",  # who asks is the one person
        ),
    ],
)  # fmt: skip
def test_formula_of_columns(columns: dict[str, Any], parts: dict[str, Any], words: str, text: str | None) -> None:
    json, found = formula_of(columns, parts, words)
    assert found == text
    assert (json is None) == (text is None)


def test_alternative_conditions_are_read_as_such() -> None:
    conditions = [
        {"variable": "年营业收入", "op": ">=", "value": 2e7, "unit": "元", "text": "达到2000万元以上"},
        {"variable": "年纳税额", "op": ">=", "value": 2e6, "unit": "元", "text": "达到200万元以上"},
    ]
    words = "对年营业收入达到2000万元以上或年纳税额达到200万元以上的企业，给予10万元"
    one = build({"kind": "fixed", "amount_yuan": 1e5}, {"subsidy_conditions": conditions}, words)
    assert one is not None
    assert evaluate(one, applicant(["年纳税额=300万元"])).yuan == 1e5  # one is enough
    assert (
        evaluate(one, applicant(["年纳税额=100万元"])).text
        == "depends on: 年营业收入（达到2000万元以上）（最高 10万元）"
    )
    assert evaluate(one, applicant(["年纳税额=100万元", "年营业收入=1000万元"])).text == (
        "not entitled: 年营业收入 1000万元 < 2000万元 且 年纳税额 100万元 < 200万元"
    )


SLICES = Tiers(
    var=VAR,
    slices=True,
    steps=(Step.at(1e6, Share(of=VAR, rate=0.01)), Step.at(5e6, Share(of=VAR, rate=0.02), above=True)),
)


@pytest.mark.parametrize(
    "pays, facts, value, why",
    [
        (Times(args=(PARCELS, Yuan(value=5))), {"快递单量": 200}, 1000, "so much for each"),
        (Times(args=(PARCELS, Yuan(value=5))), {"快递单量": 0}, 0, "nothing for none"),
        (Full(of=PARCELS, by=30), {"快递单量": 89}, 2, "only full steps"),
        (Full(of=PARCELS, by=30), {"快递单量": 90}, 3, "a step is full at its end"),
        (Sum(args=(Yuan(value=1), Yuan(value=2))), {}, 3, "parts add up"),
        (Least(args=(Yuan(value=1), Yuan(value=2))), {}, 1, "the least"),
        (Most(args=(Yuan(value=1), Yuan(value=2))), {}, 2, "就高不就低"),
        (SLICES, {"投资额": 3000000}, 20000, "1% of what is above the first start"),
        (SLICES, {"投资额": 6000000}, 60000, "1% of 4,000,000 and 2% of 1,000,000"),
        (SLICES, {"投资额": 5000000}, 40000, "the second step begins above its start"),
        (Years(of=Yuan(value=5000), count=3), {}, 15000, "三年 in full where the applicant says nothing"),
        (Years(of=Yuan(value=5000), count=3), {"享受年数": 2}, 10000, "two years told"),
        (Years(of=Yuan(value=5000), count=3), {"享受年数": 9}, 15000, "never longer than the notice says"),
        (
            Cap(of=VAR, yuan=100, per=("项目",)),
            {"投资额": 500, "项目数": 3},
            300,
            "a ceiling for each of three projects",
        ),
        (Cap(of=VAR, yuan=100, per=("户", "年")), {"投资额": 500}, 100, "one household, one year"),
    ],
)
def test_values(pays: Any, facts: dict[str, float], value: float, why: str) -> None:
    result = evaluate(Formula(pays=pays), {name: Given(known) for name, known in facts.items()})
    assert result.yuan == pytest.approx(value), why


def test_steps_tell_how_the_sum_comes_about() -> None:
    one = Formula(
        pays=Cap(of=Share(of=Var(name="设备投资额", unit="元"), rate=0.1), yuan=1e6), at_most=True,
        needs=(Need(var=Var(name="设备投资额", unit="元"), op=">=", value=2e6, words="达200万元以上"),),
    )  # fmt: skip
    result = evaluate(one, applicant(["设备投资额=1500万元"]))
    assert result.steps == (
        "设备投资额 1500万元 ≥ 200万元 ✓", "设备投资额 1500万元 × 10% = 150万元", "150万元 > 封顶 100万元：100万元",
    )  # fmt: skip
    assert result.text == "最高 100万元"
    assert evaluate(one, applicant(["设备投资额=150万元"])).text == "not entitled: 设备投资额 150万元 < 200万元"
    assert evaluate(one, applicant([])).text == "depends on: 设备投资额（达200万元以上）（最高 100万元）"


def test_the_wider_figure_stands_in_and_says_so() -> None:
    one = Formula(pays=Share(of=Var(name="年网络销售额（农产品）", unit="元", part_of="年网络销售额"), rate=0.01))
    result = evaluate(one, applicant(["年网络销售额=100万元"]))
    assert (result.yuan, result.at_most) == (1e4, True)
    assert result.assumed == ("年网络销售额（农产品） 按 年网络销售额 100万元 计",)
    assert not evaluate(one, applicant(["年网络销售额=100万元", "年网络销售额（农产品）=50万元"])).assumed


@pytest.mark.parametrize(
    "wrong, words",
    [
        ({"op": "yuan", "value": 1, "low": 2}, "runs backwards"),
        ({"op": "yuan", "value": -1}, "greater than or equal to 0"),
        ({"op": "share", "of": {"op": "yuan", "value": 1}, "rate": 0.1, "low": 0.2}, "runs backwards"),
        ({"op": "tiers", "var": {"name": "x"}, "steps": []}, "at least 1"),
        (
            {"op": "tiers", "var": {"name": "x"}, "steps": [
                {"op": ">=", "from": n, "then": {"op": "yuan", "value": 1}} for n in (2, 1)]},
            "must rise",
        ),
        ({"op": "years", "of": {"op": "yuan", "value": 1}, "count": 0}, "greater than 0"),
        ({"op": "eval", "code": "1"}, "union_tag_invalid"),
        ({"op": "yuan", "value": 1, "more": 2}, "extra_forbidden"),
    ],
)  # fmt: skip
def test_no_formula_that_makes_no_sense(wrong: dict[str, Any], words: str) -> None:
    with pytest.raises(ValidationError) as error:
        Formula.model_validate({"pays": wrong})
    assert words in str(error.value)


@pytest.mark.parametrize(
    "value, text",
    [
        (1e6, "100万元"),
        (1.5e9, "15亿元"),
        (2000, "2000元"),
        (123456.78, "123456.78元"),
        (0.5, "0.5元"),
        (12345, "1.2345万元"),
    ],
)
def test_money_text(value: float, text: str) -> None:
    assert money_text(value) == text


amounts = st.integers(0, 10**8).map(float)
names = st.text("甲乙投资额%_&$#{}\\^~（）", min_size=1, max_size=8)
pieces = st.recursive(
    st.one_of(amounts.map(lambda n: Yuan(value=n)), names.map(lambda n: Var(name=n, unit="元")), st.just(VAR)),
    lambda inner: st.one_of(
        st.builds(lambda of, rate: Share(of=of, rate=rate), inner, st.floats(0, 1)),
        st.builds(lambda a, b: Sum(args=(a, b)), inner, inner),
        st.builds(lambda a, b: Least(args=(a, b)), inner, inner),
        st.builds(lambda a, b: Most(args=(a, b)), inner, inner),
        st.builds(lambda of, n: Times(args=(Full(of=VAR, by=1 + n), of)), inner, st.integers(0, 50)),
        st.builds(lambda of, n: Cap(of=of, yuan=n), inner, amounts),
        st.builds(lambda of, n: Years(of=of, count=n), inner, st.integers(1, 5)),
    ),
    max_leaves=6,
)


@given(pieces, st.booleans())
def test_text_latex_and_json_are_always_produced(pays: Any, at_most: bool) -> None:
    one = Formula(pays=pays, at_most=at_most)
    assert formula_text(one)
    tex = latex(one)
    unescaped = re.sub(r"\\\\|\\[{}]", "", tex)
    assert unescaped.count("{") == unescaped.count("}")
    assert not re.search(r"(?<!\\)[%&$#_](?!.*\\begin)", tex)
    assert Formula.model_validate_json(one.as_json()) == one


@given(pieces, amounts, amounts)
def test_more_never_gives_less(pays: Any, less: float, more: float) -> None:
    """Every part grows with its figures, so the sum does."""
    less, more = sorted((less, more))
    sums = []
    for value in (less, more):
        known = {node.name: Given(value) for node in walk(pays) if isinstance(node, Var)}
        result = evaluate(Formula(pays=pays), known)
        assert result.yuan is not None
        sums.append(result.yuan)
    assert sums[0] <= sums[1] + 1e-3


@given(pieces, amounts, amounts)
def test_never_above_the_ceiling(pays: Any, value: float, ceiling: float) -> None:
    known = {node.name: Given(value) for node in walk(pays) if isinstance(node, Var)}
    result = evaluate(Formula(pays=Cap(of=pays, yuan=ceiling)), known)
    assert result.yuan is not None
    assert result.yuan <= ceiling


@given(pieces)
def test_what_is_missing_is_named_and_bounded(pays: Any) -> None:
    result: Result = evaluate(Formula(pays=Cap(of=pays, yuan=100.0)), {})
    asked = {node.name for node in walk(pays) if isinstance(node, Var)}
    assert {var.name for var in result.missing} == asked
    if asked:
        assert result.state == "depends on"
        assert result.up_to is not None
        assert result.up_to <= 100.0
