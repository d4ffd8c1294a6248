"""Figures of a text: value, unit, and the words that compare it."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.annotate.figures import find_figures


def seen(text: str) -> list[tuple[float, float | None, str | None, str | None]]:
    return [(figure.value, figure.high, figure.unit, figure.op) for figure in find_figures(text)]


NUMBERS = [
    ("奖励五十万元", [(500_000, None, "元", None)], "Chinese numerals"),
    ("奖励一百二十万元", [(1_200_000, None, "元", None)], "hundreds and tens"),
    ("一万元", [(10_000, None, "元", None)], "一 before a scale word counts"),
    ("引进百名人才", [(100, None, "名", None)], "a scale word as a number"),
    ("设立两个中心", [(2, None, "个", None)], "两"),
    ("占比达一半", [(50, None, "%", ">=")], "a half"),
    ("不超过总额三分之一", [(33.3333, None, "%", None)], "a fraction"),
    ("百分之三十", [(30, None, "%", None)], "per cent in words"),
    ("达到九成以上", [(90, None, "%", ">=")], "tenths"),
    ("奖励50（含）万元以下", [(500_000, None, "元", "<=")], "what it takes in between number and scale"),
    ("投资300万元（含300万元）至1000万元", [(3_000_000, 10_000_000, "元", None)], "and inside a range"),
    ("算力达到500Eflops", [(500, None, "Eflops", ">=")], "Latin letters"),
    ("已完成以上工作", [], "完成 is no tenth"),
    ("产值翻一番", [(100, None, "%", None)], "doubled: an increase of 100 %"),
    ("产值翻两番", [(300, None, "%", None)], "doubled twice: 300 %"),
    ("培训半天", [(0.5, None, "天", None)], "half a day"),
    ("投资1000 万 元", [(10_000_000, None, "元", None)], "blanks inside"),
    ("投资１０００万元", [(10_000_000, None, "元", None)], "full-width digits"),
    ("投资1,200万元", [(12_000_000, None, "元", None)], "groups of three"),
    ("规模1.2万亿元", [(1.2e12, None, "元", None)], "two scale words"),
    ("第三名50万元", [(500_000, None, "元", None)], "an ordinal is no count"),
    ("九月三日", [], "a day"),
    ("2023—2025年", [], "years"),
    ("1.2022年底前完成", [], "a list number and a year"),
    ("500强企业", [], "a name"),
    ("5A级景区、5G网络", [], "grades and networks"),
    ("建立一个体系", [], "一个 as an article"),
    ("至少一个", [(1, None, "个", ">=")], "一个 compared"),
    ("千家万户", [], "an idiom"),
    ("实施千人计划", [], "a programme"),
    (
        "开发千款产品，超万架飞行器",
        [(1000, None, "款", None), (10_000, None, "架", ">")],
        "round numbers of models and craft",
    ),
    ("五十至五十元", [(50, None, "元", None)], "a range of one value"),
]
UNITS = [
    ("出口100万美元", [(1_000_000, None, "美元", None)], "another currency"),
    ("给予1.5万元人民币", [(15_000, None, "元", None)], "元人民币"),
    ("不超过200万人民币", [(2_000_000, None, "人民币", "<=")], "人民币 alone"),
    ("奖励人民币50万元", [(500_000, None, "元", None)], "人民币 before"),
    ("补贴200元/亩·年", [(200, None, "元", None)], "what it is for follows the unit"),
    ("补贴15元/平方米/月", [(15, None, "元", None)], "two slashes"),
    ("培训12万人次", [(120_000, None, "人次", None)], "人次"),
    ("提高10个百分点", [(10, None, "百分点", None)], "points"),
    ("增长2倍", [(2, None, "倍", None)], "times"),
    ("按0.5‰奖励", [(0.5, None, "‰", None)], "per mille"),
    ("满2万架次", [(20_000, None, "架次", ">=")], "flights"),
    ("产能5万台/年", [(50_000, None, "台/年", None)], "by time, but of no money"),
    ("补贴15元/月", [(15, None, "元", None)], "what it is for follows the sum"),
    ("算力5000P", [(5000, None, "P", None)], "a letter"),
    ("电子证照300类", [(300, None, "类", None)], "类 behind two digits"),
    ("1类新药、5路公交", [], "names"),
    ("培育10亿级企业", [], "a size that is part of a name"),
    ("动力8.8千瓦", [(8.8, None, "千瓦", None)], "no thousands of a watt"),
    ("住房9500套（户）", [(9500, None, "套", None)], "another measure in a bracket"),
    ("项目11大类", [(11, None, "大类", None)], "大类"),
    ("时延5ms以内", [(5, None, "ms", "<=")], "letters"),
    ("每村至少建设一个服务站", [(1, None, "个", None)], "一个 with a floor before the verb"),
    ("控制万人治安警情数", [], "the base of a rate"),
    ("运输1万标箱", [(10_000, None, "标箱", None)], "containers"),
]
RANGES = [
    ("占5%－10%", [(5, 10, "%", None)], "the unit twice"),
    ("建设5至10个站点", [(5, 10, "个", None)], "至"),
    ("补助10—50万元", [(100_000, 500_000, "元", None)], "one unit for both"),
    ("补助10～50万元", [(100_000, 500_000, "元", None)], "a tilde"),
    ("补助10万元至50万元", [(100_000, 500_000, "元", None)], "the unit twice, 至"),
    ("投资1000万元及以上至5000万元", [(10_000_000, 50_000_000, "元", None)], "及以上至"),
    ("补助0.18~0.35万元", [(1800, 3500, "元", None)], "a plain tilde"),
    ("增长5%以上到2025年", [(5, None, "%", ">=")], "a year is no upper end"),
    ("1000万元（含）至5000万元", [(10_000_000, 50_000_000, "元", None)], "(含) inside"),
    ("三至五年", [(3, 5, "年", None)], "Chinese"),
    ("100人以上500人以下", [(100, None, "人", ">="), (500, None, "人", "<=")], "two bounds are two figures"),
    ("10 万元（含）至 30 万元（不含）", [(100000, 300000, "元", None)], "blanks, and brackets at both ends"),
]
LISTS = [
    (
        "奖励10、20、30万元",
        [(1e5, None, "元", None), (2e5, None, "元", None), (3e5, None, "元", None)],
        "scale and unit shared",
    ),
    (
        "奖励5万、2万、0.5万元",
        [(5e4, None, "元", None), (2e4, None, "元", None), (5e3, None, "元", None)],
        "the unit shared",
    ),
    (
        "突破1亿、5亿和10亿元",
        [(1e8, None, "元", ">="), (5e8, None, "元", None), (1e9, None, "元", None)],
        "亿 each, 元 once",
    ),
    ("突破8000万、1亿元", [(8e7, None, "元", ">="), (1e8, None, "元", None)], "two scales"),
    ("奖励2万元、5000元", [(2e4, None, "元", None), (5e3, None, "元", None)], "each with its own"),
]
COMPARED = [
    ("二百余万元", [(2_000_000, None, "元", "~")], "余 is vague"),
    ("10余万元", [(100_000, None, "元", "~")], "余 between number and scale"),
    ("100多名", [(100, None, "名", "~")], "多"),
    ("引进近百家企业", [(100, None, "家", "~")], "近"),
    ("上百家企业", [(100, None, "家", "~")], "上百"),
    ("50家左右", [(50, None, "家", "~")], "左右"),
    ("不足100人", [(100, None, "人", "<")], "不足"),
    ("低于30%", [(30, None, "%", "<")], "低于"),
    ("未达10%", [(10, None, "%", "<")], "未达"),
    ("逾100家", [(100, None, "家", ">")], "逾"),
    ("覆盖率≥90%", [(90, None, "%", ">=")], "a sign"),
    ("500万元以上（含）", [(5e6, None, "元", ">=")], "以上 takes it in anyway"),
    ("500万元（含）以上", [(5e6, None, "元", ">=")], "(含) before 以上"),
    ("超过300平方米（含）", [(300, None, "平方米", ">=")], "(含) makes > to >="),
    ("100亿元（不含）以下", [(1e10, None, "元", "<")], "(不含) makes <= to <"),
    ("500万元（不含）以上", [(5e6, None, "元", ">")], "(不含) makes >= to >"),
    ("不得超过50%", [(50, None, "%", "<=")], "a ban is a ceiling"),
    ("控制在5%以内", [(5, None, "%", "<=")], "both sides"),
    ("最高可达500万元", [(5e6, None, "元", "<=")], "最高 with words between"),
    ("500万元封顶", [(5e6, None, "元", "<=")], "封顶"),
    ("以300万元为限", [(3e6, None, "元", "<=")], "为限"),
    ("上限500万元", [(5e6, None, "元", "<=")], "上限"),
    ("最低10万元", [(1e5, None, "元", ">=")], "a floor"),
    ("年交易额超千万", [(1e7, None, "元", ">")], "money by the word before, at the text's end"),
    ("用户超过百万", [(1e6, None, None, ">")], "no word of money: no unit"),
    ("三年内", [(3, None, "年", "<=")], "内"),
]


@pytest.mark.parametrize("text, expected, reason", [*NUMBERS, *UNITS, *RANGES, *LISTS, *COMPARED])
def test_figures(text: str, expected: list[tuple[float, float | None, str | None, str | None]], reason: str) -> None:
    assert seen(text) == expected, reason


PIECES = st.lists(
    st.sampled_from(
        [
            "最高",
            "不超过",
            "五十",
            "10",
            "万",
            "元",
            "、",
            "20%",
            "至",
            "以上",
            "（含）",
            "个",
            "3年",
            "翻番",
            "，",
            "每",
            "\n",
        ]
    ),
    max_size=14,
).map("".join)


@given(PIECES)
def test_figures_stand_where_they_say_and_apart(text: str) -> None:
    found = find_figures(text)
    for figure in found:
        assert text[figure.start : figure.end] == figure.text
        assert figure.scope[0] <= figure.start < figure.end <= figure.scope[1]
        assert figure.high is None or figure.high > figure.value
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
