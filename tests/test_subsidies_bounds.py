"""Sums by their bounds: the least that is paid, ceilings by the piece, standards without a verb, foreign ranges."""

from __future__ import annotations

import pytest
from promised import Row, differences, subsidies

W = 10_000

BOUNDS: list[tuple[str, list[Row], str]] = [
    ("对住户给予1万元/平方米奖励，不足40万元/证的，按40万元/证奖励。", [{"amount_yuan": W, "cap_yuan": None}],
     "the least is no ceiling and no sum of its own"),
    ("二级能效产品，补贴标准为售价的15%；一级能效产品，补贴标准为售价的20%。每位消费者每类产品可补贴1件，每件补贴不超过2000元。",
     [{"rate": 0.15, "cap_yuan": 2000}, {"rate": 0.2, "cap_yuan": 2000}], "so many pieces, each under a ceiling"),
    ("按到位资金的4‰给予奖励；单个项目奖励最高不超过300万元。", [{"rate": 0.004, "cap_yuan": 300 * W}],
     "a bare ceiling behind a semicolon"),
    ("按保险费的30%给予补贴，具体补贴金额为250元/人。", [{"rate": 0.3, "cap_yuan": None}, {"amount_yuan": 250}],
     "a sum that is no ceiling"),
    ("对数字化车间和智能工厂，按合同金额给予10%的补助，数字化车间补助最高不超过200万元，智能工厂补助最高不超过1000万元。",
     [{"beneficiary": "数字化车间", "rate": 0.1, "cap_yuan": 200 * W}, {"beneficiary": "智能工厂", "rate": 0.1, "cap_yuan": 1000 * W}],
     "one share for two, each under a ceiling of its own"),
    ("对企业给予一次性补助50万元（一个企业最高奖励为50万元）。", [{"amount_yuan": 50 * W, "cap_yuan": None}],
     "the same sum again in a bracket"),
    ("给予展位费80%奖励，赴省外、境外参展每个展位奖励不超过8000元、15000元。",
     [{"rate": 0.8}, {"rate": 0.8}], "a list of ceilings on one share"),
    ("对获评基地，每家奖励50万元。同一企业一次申领不超过3万元。", [{"amount_yuan": 50 * W, "cap_yuan": None},
     {"amount_yuan": 3 * W}], "no ceiling is lower than the sum"),
    ("对连片规模流转土地500亩以上的按照50万元给予一次性补助。", [{"amount_yuan": 50 * W}], "规模 and 按照 set nothing aside"),
    ("对企业分3年给予最高20万元的奖励，首次奖励10万元；对第二、三年仍在库的企业每年分别奖励5万元。",
     [{"amount_yuan": 20 * W, "upper_bound": 1}], "instalments of what was said"),
    ("招用3人以下的按每人2000元给予补贴；招用3人以上的每增加1人给予3000元补贴。",
     [{"kind": "fixed", "amount_yuan": 2000}, {"kind": "fixed", "amount_yuan": 3000, "stacks": 1}],
     "so much for each further one is no step of a tier"),
    ("签约率每增加1%，每证增加奖励1.5万元。", [{"kind": "fixed", "amount_yuan": 1.5 * W, "per": "1%"}], "a share that steps"),
    ("新引进的外资企业，实到外资1000万-2000万（不含）美元、2000万美元以上的，分别给予奖励200万元、300万元。",
     [{"kind": "tiered", "tiers": [(1000 * W, 200 * W), (2000 * W, 300 * W)]}], "ranges whose currency stands last"),
    ("获评国家级、省级、市级中心的，补助比例分别提高3、2、1个百分点。",
     [{"rate": 0.03}, {"rate": 0.02}, {"rate": 0.01}], "points that the last names for all"),
    ("对于年申报合同金额50万元（含）以下的中小企业，按照不超过50%的比例给予补贴。",
     [{"rate": 0.5, "beneficiary": "中小企业"}], "a size behind 对 is no sum"),
    ("对见习单位，给予当地最低工资标准2/3的补贴。", [{"rate": 0.666667, "beneficiary": "见习单位"}], "a fraction behind 标准"),
    ("对晋级星级的园区，实施晋级差额奖励。", [{"kind": "unspecified"}], "实施"),
    ("所形成的地方贡献全额予以奖励。", [{"kind": "full"}], "全额 before 予以"),
    ("资助标准为每生每年1000元，资助面为在园幼儿的10%。", [{"amount_yuan": 1000}], "how many get it is no share"),
    ("热泵：按照采暖面积补贴200元/平方米，最高不超过24000元（市、区财政各补贴100元/平方米）。",
     [{"amount_yuan": 200, "cap_yuan": 24000}], "who pays how much of it"),
    ("电暖气：按照设备购置费用80%的标准给予补贴，最高不超过8000元（其中市财政补贴设备购置费用的三分之一，不足部分由区财政补贴）。",
     [{"rate": 0.8, "cap_yuan": 8000}], "and what share"),
    ("对民办养老机构按床位给予建设补助，其中新建的床位每张补助不少于10000元，租赁房屋改建的床位每张补助不少于4000元。",
     [{"amount_yuan": 10000}, {"amount_yuan": 4000}], "the least for each, in a list"),
    ("对经营主体建设冷藏设施投资补助30%，单体补助不超过100万元。", [{"rate": 0.3, "cap_yuan": 100 * W}], "单体"),
    ("对平台企业按保费的50%给予资助，对企业的资助额不超过其2024年度出口额的0.06%。", [{"rate": 0.5}], "a share that is a ceiling"),
    ("企业采购算力的，算力券用于抵扣算力服务采购费用，抵扣比例不高于30%，抵扣金额最高不超过50万元。",
     [{"rate": 0.3, "upper_bound": 1, "cap_yuan": 50 * W, "base": "算力服务采购费用"}], "what a voucher pays"),
    ("对其房屋租金等费用给予支持，支持比例上限由原50%提高至70%。", [{"rate": 0.7, "upper_bound": 1}], "上限 that is raised"),
    ("新引进项目投产当年纳税500万元以上的，5年内按不高于80%的比例分档实施奖补，其中第一年为80%，第二年、第三年为70%。",
     [{"rate": 0.8, "duration_years": 1}, {"rate": 0.7, "duration_years": 2}], "the years say how much of the share"),
    ("到2025年底对失能老人给予补贴，机构入住率达60%左右，并积极提供短期托养。", [{"kind": "unspecified"}], "how full they are"),
    ("在园区租房的，可给予其适当的房租补助。第1年按照租金的30%给予房租补助。", [{"rate": 0.3}],
     "the next sentence says how much"),
]  # fmt: skip


@pytest.mark.parametrize("text, expected, reason", BOUNDS)
def test_bounds(text: str, expected: list[Row], reason: str) -> None:
    assert not differences(subsidies(text), expected, ()), reason


STANDARDS: list[tuple[str, list[tuple[str | None, float]], str]] = [
    ("给予新引进人才租房补贴，标准为：博士5000元/月、硕士3000元/月。", [("博士", 5000), ("硕士", 3000)], "behind a comma"),
    ("国家助学金标准：2000元/生·年。", [(None, 2000)], "another word for it"),
    ("三、补贴标准\n（一）A类人才，每人每月1500元；\n（二）B类人才，每人每月1000元。", [("A类人才", 1500), ("B类人才", 1000)],
     "the heading stands over items"),
    ("1.苗木补助。经验收后进行补贴。\n（1）蜜桔。小苗，脱贫户6元/株，一般户5元/株。\n（2）脐橙。脱贫户4元/株。",
     [("脱贫户", 6), ("一般户", 5), ("脱贫户", 4)], "sums by the piece under a heading of benefits"),
]  # fmt: skip


@pytest.mark.parametrize("text, expected, reason", STANDARDS)
def test_standards(text: str, expected: list[tuple[str | None, float]], reason: str) -> None:
    assert [(row["beneficiary"], row["amount_yuan"]) for row in subsidies(text)] == expected, reason


def test_bare_sums_under_the_heading_of_a_standard_are_given() -> None:
    text = "一、适用对象\n在本市租房的人才。\n二、补贴标准\nA类人才8000元/月；\nB类人才5000元/月。\n三、申报\n注册资本500万元。\n"
    assert [(row["beneficiary"], row["amount_yuan"]) for row in subsidies(text)] == [
        ("A类人才", 8000),
        ("B类人才", 5000),
    ]


@pytest.mark.parametrize(
    "text, reason",
    [
        ("企业已获贴息补助超过利息总额的50%，不再给予补助。", "what somebody has had already"),
        ("同一法定代表人有多家企业的，只有一家可申请创业补贴。", "what is refused"),
        ("存在违法行为的，可研究决定不给予补助。", "不给予"),
        ("现将省财政下达我市的专项扶贫资金5000万元予以公告。", "予以公告 gives nothing"),
        ("搬迁奖励金额不足1万元的按照1万元计算。", "how a sum is rounded"),
        ("省级财政负担支持资金的60%，市县财政负担支持资金的40%。", "which level bears it"),
        ("各县市区按不低于50%的比例足额配套，给予保障。", "what other governments add"),
        ("对电商企业给予奖励，标准如下。", "the sums stand below"),
        ("目前已给予企业租金补贴。", "what was paid before"),
        ("灵活就业人员缴费基数按照平均工资的60%核定。", "what is paid in"),
        ("防止相关人员重复享受补贴。", "what is to be prevented"),
        ("对享受电价补贴的住户，取消阶梯电价。", "who has it already"),
        ("本办法规定的资助项目，系从事知识产权创造，达到条件，给予资助的项目。", "what a word means"),
    ],
)
def test_no_promise(text: str, reason: str) -> None:
    assert [
        row for row in subsidies(text) if row["amount_yuan"] or row["rate"] or row["kind"] == "unspecified"
    ] == [], reason


def test_the_words_of_a_case_hold_both_its_share_and_its_ceiling() -> None:
    text = "对车间和工厂，按合同金额给予10%的补助，车间补助最高不超过200万元，工厂补助最高不超过1000万元。"
    first, second = (row["quote"] for row in subsidies(text))
    assert "10%" in first
    assert "200万元" in first
    assert "10%" in second
    assert "1000万元" in second
