"""What is promised: sums, shares, ranges, ceilings, multiples, steps, full cost, years."""

from __future__ import annotations

from typing import Any

import pytest
from promised import differences, subsidies

W = 10_000

PLAIN: list[tuple[str, list[dict[str, Any]], str]] = [
    (
        "对新认定的示范企业给予10万元奖励。",
        [{"kind": "fixed", "amount_yuan": 10 * W, "instrument": "奖励", "upper_bound": 0}],
        "a sum",
    ),
    ("对新认定的示范企业给予五十万元奖励。", [{"amount_yuan": 50 * W}], "in Chinese numerals"),
    (
        "对参展企业给予展位费50%的补助。",
        [{"kind": "rate", "rate": 0.5, "base": "展位费", "instrument": "补助"}],
        "a share",
    ),
    ("按设备投资额的10%给予技改企业补助。", [{"rate": 0.1, "base": "设备投资额"}], "按…的X%给予"),
    ("给予物流企业租金30%的补贴。", [{"rate": 0.3, "base": "租金"}], "给予…X%的"),
    (
        "对租赁厂房的企业给予100%房租补贴。",
        [{"kind": "rate", "rate": 1.0, "base": "房租"}],
        "100 % is a share, not the full cost",
    ),
    ("对投保企业按保费的三分之一给予补贴。", [{"rate": 0.333333, "base": "保费"}], "a fraction in words"),
    ("按贷款额的2‰对企业给予补助。", [{"rate": 0.002}], "per mille"),
    ("给予建设单位10—50万元补助。", [{"amount_min_yuan": 10 * W, "amount_yuan": 50 * W}], "a range of sums"),
    ("按投资额的5%—10%给予企业补助。", [{"rate_min": 0.05, "rate": 0.1}], "a range of shares"),
    (
        "对年销售额达到1,000万元的企业，给予最高1，500万元奖励。",
        [{"beneficiary": "年销售额达到1,000万元的企业", "amount_yuan": 1500 * W}],
        "commas inside numbers part no clauses",
    ),
    ("对新引进的企业给予最高5000万奖励。", [{"amount_yuan": 5000 * W, "upper_bound": 1}], "万 without 元"),
    ("对企业给予100万美元奖励。", [], "dollars are no yuan: left to a check"),
    (
        "对企业检测费用给予全额补助，最高10万元。",
        [{"kind": "full", "cap_yuan": 10 * W}],
        "the full cost under a ceiling",
    ),
]
CEILINGS: list[tuple[str, list[dict[str, Any]], str]] = [
    (
        "对新建冷库的企业最高奖励100万元。",
        [{"amount_yuan": 100 * W, "upper_bound": 1}],
        "the ceiling is the only figure",
    ),
    ("对新建冷库的企业给予不超过100万元奖励。", [{"amount_yuan": 100 * W, "upper_bound": 1}], "不超过"),
    ("对新建冷库的企业给予100万元以内的补助。", [{"amount_yuan": 100 * W, "upper_bound": 1}], "以内"),
    ("对新建冷库的企业给予补助，100万元封顶。", [{"amount_yuan": 100 * W, "upper_bound": 1}], "封顶"),
    (
        "对新建冷库的企业给予投资额的10%补助，最高不超过100万元。",
        [{"rate": 0.1, "upper_bound": 0, "cap_yuan": 100 * W}],
        "a ceiling on the whole",
    ),
    (
        "对新建冷库的企业给予投资额10%以内的补助，最高100万元。",
        [{"rate": 0.1, "upper_bound": 1, "cap_yuan": 100 * W}],
        "both",
    ),
    ("对新建冷库的企业按投资额的10%给予补助，上限100万元。", [{"rate": 0.1, "cap_yuan": 100 * W}], "上限"),
    (
        "对新建冷库的企业按投资额的10%，给予最高100万元补助。",
        [{"rate": 0.1, "cap_yuan": 100 * W}],
        "the sum after an open share",
    ),
    (
        "按不超过合同金额的50%，给予企业最高200万元支持。",
        [{"rate": 0.5, "upper_bound": 1, "cap_yuan": 200 * W}],
        "不超过 before the share",
    ),
    (
        "给予企业10万元、5万元以内的奖励。",
        [{"upper_bound": 1, "amount_yuan": 10 * W}, {"upper_bound": 1, "amount_yuan": 5 * W}],
        "以内 holds for the list",
    ),
    (
        "对贫困户邮寄农产品的每单补贴5元，每户每年不超过1000元。",
        [{"amount_yuan": 5, "per": "单", "cap_yuan": 1000, "cap_per": "户/年"}],
        "for a household and year",
    ),
    (
        "对企业按保费的50%给予补助，单个企业每年最高50万元。",
        [{"rate": 0.5, "cap_yuan": 50 * W, "cap_per": "企业/年"}],
        "单个…每年",
    ),
    (
        "对企业按保费的50%给予补助，同一企业年度补助总额不超过50万元。",
        [{"rate": 0.5, "cap_yuan": 50 * W, "cap_per": "企业/年"}],
        "同一…年度总额",
    ),
    (
        "对企业按投资的10%给予补贴，每个园区（平台）每年的补贴金额最高不超过20万元。",
        [{"rate": 0.1, "cap_yuan": 20 * W, "cap_per": "园区/年"}],
        "a bracket inside",
    ),
    (
        "对企业按投资的10%给予补贴，每个起降场最高补贴50万元，每户企业每年不超过500万元。",
        [{"rate": 0.1, "cap_yuan": 50 * W, "cap_per": "起降场"}],
        "of two ceilings the one on the single grant",
    ),
    (
        "对企业按投资的10%给予补贴。单个企业累计不超过100万元。",
        [{"rate": 0.1, "cap_yuan": 100 * W, "cap_per": "企业"}],
        "in a sentence of its own",
    ),
    (
        "对企业开展试飞的奖励20万元。对企业开通航线的奖励40万元。以上两项奖励每个企业每年合计不超过100万元。",
        [
            {"amount_yuan": 20 * W, "cap_yuan": 100 * W, "cap_per": "企业/年"},
            {"amount_yuan": 40 * W, "cap_yuan": 100 * W, "cap_per": "企业/年"},
        ],
        "以上两项 holds for both",
    ),
    (
        "一、奖励\n对新办企业奖励20万元。\n对上市企业奖励40万元。\n二、附则\n本办法自2025年1月1日起施行，单个企业年度奖励总额不超过50万元。",
        [
            {"amount_yuan": 20 * W, "cap_yuan": 50 * W, "cap_per": "企业/年"},
            {"amount_yuan": 40 * W, "cap_yuan": 50 * W, "cap_per": "企业/年"},
        ],
        "in a closing article over all",
    ),
    (
        "对企业按研发费用的20%给予补助，最高300万元；单个企业每年补助最高不超过1000万元。",
        [{"rate": 0.2, "cap_yuan": 300 * W}],
        "a wider ceiling is no promise",
    ),
    (
        "对企业按研发费用的20%给予补助；单个企业每年最高1000万元。",
        [{"rate": 0.2, "cap_yuan": 1000 * W, "cap_per": "企业/年"}],
        "a ceiling after a semicolon",
    ),
    (
        "对国家级园区奖励50万元；市级园区最高奖励10万元。",
        [{"amount_yuan": 50 * W}, {"amount_yuan": 10 * W, "upper_bound": 1}],
        "another promise after a semicolon",
    ),
    (
        "对企业按贷款利息的50%给予贴息，市区贴息比例叠加不超过100%。",
        [{"rate": 0.5}],
        "a limit on shares together is no share",
    ),
    ("对企业按保费的80%给予补助，其中担保费最高5万元。", [{"rate": 0.8}], "a ceiling on a part is no row"),
]
MULTIPLES: list[tuple[str, list[dict[str, Any]], str]] = [
    ("对培训机构按1200元/人给予补贴。", [{"amount_yuan": 1200, "per": "人"}], "a slash"),
    (
        "对租房的企业给予15元/平方米/月补贴。",
        [{"amount_yuan": 15, "per": "平方米/月", "frequency": "monthly"}],
        "two slashes",
    ),
    ("对种粮大户给予200元/亩·年补贴。", [{"amount_yuan": 200, "per": "亩/年", "frequency": "yearly"}], "a dot"),
    ("对接待游客的旅行社奖励5元/人；", [{"amount_yuan": 5, "per": "人"}], "a slash before a semicolon"),
    ("给予博士每人每月3000元生活补贴。", [{"amount_yuan": 3000, "per": "人/月", "frequency": "monthly"}], "每人每月"),
    ("对养老机构每张床位补助5000元。", [{"amount_yuan": 5000, "per": "床位"}], "without the measure word"),
    ("对参展企业每个标准展位资助1.5万元。", [{"amount_yuan": 1.5 * W, "per": "标准展位"}], "标准 inside the thing"),
    ("对旅行社每架次（游客不少于150人）奖励6万元。", [{"amount_yuan": 6 * W, "per": "架次"}], "a bracket in between"),
    (
        "每个示范村奖励10万元。",
        [{"amount_yuan": 10 * W, "per": None, "beneficiary": "示范村"}],
        "每 only counts those who get it",
    ),
    ("对中介机构每引进1个团队奖励10万元。", [{"amount_yuan": 10 * W, "per": "团队"}], "每引进1个"),
    ("对来考察的人才团队给予补贴，单次最高10万元。", [{"amount_yuan": 10 * W, "per": "次", "upper_bound": 1}], "单次"),
    (
        "对企业研发投入每增加100万元奖励5万元，最高50万元。",
        [{"amount_yuan": 5 * W, "per": "100万元", "stacks": 1, "cap_yuan": 50 * W}],
        "a step",
    ),
    (
        "对企业进口额每1000万元给予3万元奖励。",
        [{"amount_yuan": 3 * W, "per": "1000万元", "stacks": 0}],
        "a step without 增加",
    ),
    ("对企业每出口1美元奖励0.2元。", [{"amount_yuan": 0.2, "per": "1美元"}], "the step in another unit"),
    (
        "对企业给予1万元奖励，每增加30件再给予3万元。",
        [{"amount_yuan": W}, {"amount_yuan": 3 * W, "per": "30件", "stacks": 1}],
        "a first sum and steps",
    ),
    ("对网店超过1万单的部分，每单补贴1元。", [{"amount_yuan": 1, "per": "单"}], "the part above"),
]
YEARS: list[tuple[str, list[dict[str, Any]], str]] = [
    (
        "对入驻企业给予房租补贴，其中前两年100%、后三年50%。",
        [{"rate": 1.0, "duration_years": 2}, {"rate": 0.5, "duration_years": 3}],
        "rates that change",
    ),
    ("对入驻企业连续3年按租金的60%给予补贴。", [{"rate": 0.6, "duration_years": 3}], "连续3年"),
    ("对入驻企业给予18个月房租补贴，每月1000元。", [{"amount_yuan": 1000, "duration_years": 1.5}], "months"),
    (
        "按贷款利率的50%给予企业贴息，贴息期限最长不超过3年。",
        [{"rate": 0.5, "duration_years": 3}],
        "the term of the payment",
    ),
    ("对企业1年期贷款按利率的50%给予贴息。", [{"rate": 0.5, "duration_years": None}], "the term of the loan is none"),
    (
        "对示范基地共补助60万元，分三年按30万元、20万元、10万元拨付。",
        [{"amount_yuan": 60 * W}],
        "instalments of a stated sum",
    ),
    (
        "对养老院每张床位补助3000元，按照40%、30%、30%比例分三年补助到位。",
        [{"amount_yuan": 3000, "per": "床位"}],
        "shares of instalments",
    ),
    (
        "按照大专生每人1000元/月，本科生每人1500元/月给予实习补贴，每人最长不超过6个月。",
        [
            {"beneficiary": "大专生", "amount_yuan": 1000, "duration_years": 0.5},
            {"beneficiary": "本科生", "amount_yuan": 1500, "duration_years": 0.5},
        ],
        "said once for the list",
    ),
]
NOTHING: list[tuple[str, list[dict[str, Any]], str]] = [
    ("违反规定的企业处以10万元罚款。", [], "a fine"),
    ("市财政每年安排专项资金1000万元。", [], "a budget"),
    ("骗取补贴资金50万元以上的，取消资格。", [], "a recall"),
    ("企业注册资本不低于500万元。", [], "a condition alone"),
    ("奖补资金总额超过5000万元（不含）时，按比例兑现。", [], "超过 never promises"),
    ("对企业给予150万元补助（以上包含市级补助的50%部分）。", [{"amount_yuan": 150 * W}], "a remark in brackets"),
    (
        "对参展企业每个展位补助1.5万元（金额低于1.5万元的按实补助）。",
        [{"amount_yuan": 1.5 * W}],
        "a lesser case in brackets",
    ),
]


@pytest.mark.parametrize("text, expected, reason", [*PLAIN, *CEILINGS, *MULTIPLES, *YEARS, *NOTHING])
def test_amounts(text: str, expected: list[dict[str, Any]], reason: str) -> None:
    assert not differences(subsidies(text), expected), reason


def test_the_full_cost_needs_no_figure() -> None:
    rows = subsidies("对企业检测费用给予全额补助。")
    assert [(row["kind"], row["instrument"]) for row in rows] == [("full", "补助")]
