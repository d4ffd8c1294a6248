"""Sums that are parted: whole and parts, payers side by side; and the government's own sums beside promises."""

from __future__ import annotations

import pytest
from promised import budgets, differences, subsidies

W = 10_000

Parts = list[tuple[str | None, str, float, int]]
"""(source, item, yuan, is_total) of each budget."""

LISTS: list[tuple[str, Parts, str]] = [
    (
        "三年计划总投资12亿元，其中争取中央预算内资金2亿元、市级财政安排3亿元，其余由社会资本投入。",
        [
            (None, "三年计划总投资", 12e8, 1), ("中央预算内资金", "中央预算内资金", 2e8, 0),
            ("市级财政", "三年计划总投资", 3e8, 0),
        ],
        "an investment whose parts are public",
    ),
    (
        "上述资金由县财政统筹安排，2023—2025年共计2400万元，分别为600万元、800万元、1000万元。",
        [("县财政", "资金", yuan * W, int(yuan == 2400)) for yuan in (2400, 600, 800, 1000)],
        "the clause before says who spends",
    ),
    ("由市财政局设立总规模50亿元的母基金。", [("市财政", "母基金", 50e8, 0)], "的 is no part of the name"),
    (
        "设立规模为5000万元的科技信贷风险准备金，对银行的贷款损失给予50%的补偿。",
        [(None, "科技信贷风险准备金", 5000 * W, 0)],
        "a reserve",
    ),
    (
        "市财政安排信息化建设资金4亿元，其中政务平台1.5亿元、机房租用1亿元。",
        [("市财政", "信息化建设资金", 4e8, 1), ("市财政", "政务平台", 1.5e8, 0), ("市财政", "机房租用", 1e8, 0)],
        "parts after 其中 that do not add up to the whole",
    ),
    (
        "全县统筹专项资金2600万元，其中：中央财政乡村振兴补助资金1500万元，省级财政资金600万元，县级配套500万元。",
        [
            (None, "专项资金", 2600 * W, 1), ("中央财政", "中央财政乡村振兴补助资金", 1500 * W, 0),
            ("省级财政资金", "省级财政资金", 600 * W, 0), ("县级配套", "专项资金", 500 * W, 0),
        ],
        "payers after a colon, over commas; 县级配套 is for what the whole is for",
    ),
    (
        "统筹资金2600万元，其中中央1500万元、省级600万元、县级500万元。",
        [(None, "资金", 2600 * W, 1), ("中央", "资金", 1500 * W, 0), ("省级", "资金", 600 * W, 0), ("县级", "资金", 500 * W, 0)],
        "bare levels",
    ),
    (
        "省财政安排资金3亿元，其中用于园区建设1.8亿元、用于人才引进1.2亿元。",
        [("省财政", "资金", 3e8, 1), ("省财政", "园区建设", 1.8e8, 0), ("省财政", "人才引进", 1.2e8, 0)],
        "the purpose before each part",
    ),
    (
        "安排资金100万元用于技能培训、200万元用于宣传推广。",
        [(None, "技能培训", 100 * W, 0), (None, "宣传推广", 200 * W, 0)],
        "the purpose after each part",
    ),
    (
        "2024年安排专项资金1亿元，其中：技术改造5000万元；人才培训3000万元；品牌建设2000万元。",
        [(None, "专项资金", 1e8, 1), (None, "技术改造", 5000 * W, 0), (None, "人才培训", 3000 * W, 0), (None, "品牌建设", 2000 * W, 0)],
        "parts over semicolons; a part that happens to equal the rest is no total",
    ),
    (
        "下达衔接资金9000万元，其中，中央资金5000万元。\n一、中央财政衔接资金（5000万元）\n（一）支持产业发展3000万元；\n"
        "（二）易地搬迁后续扶持项目2000万元。\n二、工作要求\n（一）企业投资300万元。",
        [(None, "衔接资金", 9000 * W, 0), ("中央资金", "中央资金", 5000 * W, 1),
         ("中央财政", "中央财政衔接资金", 5000 * W, 1), ("中央财政", "产业发展", 3000 * W, 0),
         ("中央财政", "易地搬迁后续扶持项目", 2000 * W, 0)],
        "items under a heading that names the fund",
    ),
    (
        "霍邱县：省级财政专项扶贫资金2000万元；\n舒城县：省级财政专项扶贫资金1000万元；",
        [("省级财政", "霍邱县：省级财政专项扶贫资金", 2000 * W, 0), ("省级财政", "舒城县：省级财政专项扶贫资金", 1000 * W, 0)],
        "a place a line",
    ),
    (
        "三年累计安排财政资金3亿元（其中市级2亿元、区级1亿元）。",
        [(None, "财政资金", 3e8, 1), ("市级", "财政资金", 2e8, 0), ("区级", "财政资金", 1e8, 0)],
        "parts in brackets",
    ),
    (
        "市级安排500万元、县级配套300万元，用于道路建设。",
        [("市级", "道路建设", 500 * W, 0), ("县级配套", "道路建设", 300 * W, 0)],
        "a purpose said once",
    ),
    (
        "设立总规模50亿元的机器人产业基金，首期规模15亿元。",
        [(None, "机器人产业基金", 5e9, 0), (None, "机器人产业基金", 1.5e9, 0)],
        "the first part of a fund",
    ),
    (
        "设立总规模20亿元的天使基金，首期5亿元。",
        [(None, "天使基金", 2e9, 0), (None, "天使基金", 5e8, 0)],
        "the first part of a fund, bare",
    ),
    (
        "设立5亿元产业引导基金，市级出资2亿元，县区出资1亿元，社会资本募集2亿元。",
        [(None, "产业引导基金", 5e8, 0), ("市级", "产业引导基金", 2e8, 0), ("县区", "产业引导基金", 1e8, 0)],
        "who pays into a fund; private money is none",
    ),
    (
        "统筹市级工业专项资金，每年安排不低于2亿元支持机器人产业。",
        [("市级工业专项资金", "机器人产业", 2e8, 0)],
        "the fund in the clause before",
    ),
    (
        "在香港设立青年创业中心，每年安排最高100万元经费予以支持。",
        [(None, "青年创业中心", 100 * W, 0)],
        "what it is for in the clause before",
    ),
    (
        "统筹产业专项资金，每年安排2亿元支持机器人产业。设立总规模50亿元的机器人基金，首期规模不低于20亿元，支持研发。",
        [
            ("产业专项资金", "机器人产业", 2e8, 0), (None, "机器人基金", 5e9, 0), (None, "机器人基金", 2e9, 0),
        ],
        "the first part is of the fund right before it",
    ),
    (
        "市财政每年安排5000万元文旅专项资金，设立规模10亿元的文旅基金。",
        [("市财政", "文旅专项资金", 5000 * W, 0), (None, "文旅基金", 1e9, 0)],
        "the payer of one sum does not set up the next",
    ),
    (
        "市、区两级财政统筹安排不少于10亿元人才资金，其中市级财政每年安排不低于1亿元。",
        [("市、区两级财政", "人才资金", 1e9, 0), ("市级财政", "人才资金", 1e8, 0)],
        "a part of which only the payer is said",
    ),
    (
        "省、市财政分别安排补助资金800万元、400万元。",
        [("省财政", "补助资金", 800 * W, 0), ("市财政", "补助资金", 400 * W, 0)],
        "payers named together, a sum each",
    ),
    (
        "市、区两级财政每年各安排500万元用于培训。",
        [("市财政", "培训", 500 * W, 0), ("区财政", "培训", 500 * W, 0)],
        "payers named together, the same sum each",
    ),
    (
        "省、市、县财政分别安排500万元、300万元。",
        [("省、市、县财政", "资金", 500 * W, 0), ("省、市、县财政", "资金", 300 * W, 0)],
        "payers and sums that differ in number are not paired",
    ),
    (
        "落实财政资金3000万元：其中省级1000万元；市级2000万元。",
        [(None, "财政资金", 3000 * W, 1), ("省级", "财政资金", 1000 * W, 0), ("市级", "财政资金", 2000 * W, 0)],
        "bare levels over a colon and semicolons",
    ),
    (
        "设立1亿元风险补偿资金池，其中市级出资4000万元、银行出资6000万元。",
        [(None, "风险补偿资金池", 1e8, 0), ("市级", "风险补偿资金池", 4000 * W, 0)],
        "a bank's share is none",
    ),
]  # fmt: skip
OWN: list[tuple[str, Parts, str]] = [
    ("县财政每年配套500万元。", [("县财政", "县财政配套", 500 * W, 0)], "matching money, nobody named"),
    (
        "每年发放总额不超过5000万元的算力券，对租用算力的企业，按合同金额的40%给予补助。",
        [(None, "算力券", 5000 * W, 0)],
        "all that is paid out",
    ),
    ("全年创新券发放总额不超过5000万元。", [(None, "创新券", 5000 * W, 0)], "the vouchers of a year"),
    ("全年投放消费券3000万元以上。", [(None, "消费券", 3000 * W, 0)], "the vouchers before the sum"),
    (
        "所需补助资金由市、区两级按照1：1比例负担，其中市级补助资金每年不超过1000万元。",
        [("市级", "市级补助资金", 1000 * W, 0)],
        "who bears how much",
    ),
    (
        "对算力中心按合同金额给予50%的补助，所需资金由市、区两级财政按比例负担，其中市级资金每年不超过1000万元。",
        [("市级资金", "市级资金", 1000 * W, 0)],
        "who bears how much, behind the promise",
    ),
    (
        "省财政安排补助资金2000万元，其中甲县500万元，乙县1500万元。",
        [("省财政", "补助资金", 2000 * W, 1), ("省财政", "甲县", 500 * W, 0), ("省财政", "乙县", 1500 * W, 0)],
        "a fund for grants, split up",
    ),
]
PROMISED = [
    ("对获得国家级立项的项目，市级配套50万元。", 50 * W, "matching money for somebody"),
    ("省级每新建1个示范点补助50万元，县级配套20万元。", 20 * W, "for each of something"),
    ("向每家企业发放不超过5万元的创新券。", 5 * W, "a voucher for each"),
    ("企业每年可申领最高20万元的创新券。", 20 * W, "a voucher that one firm can have"),
]
NONE = [
    ("市级财政发放消费券，单张面额分为20元、50元、100元三档。", "what a voucher is worth"),
    ("对“小巨人”企业奖励60万元。企业奖励分三年按30万元、20万元、10万元拨付。", "how a grant is paid out"),
    ("奖励资金由市、区财政承担，其中市级资金每家企业最高50万元。", "what each firm gets of it"),
    ("单个企业年度奖励总额不超过500万元。", "a ceiling for one firm"),
    ("市财政支持企业融资，总投资4.6亿元，其中企业自筹3亿元、银行贷款1.6亿元。", "no public money"),
    ("各级财政资金带动社会投资2亿元。", "what public money brings about"),
    ("县财政按每亩50元标准落实配套资金。", "a standard"),
]


def parts(text: str) -> Parts:
    return [(row["source"], row["item"], row["amount_yuan"], row["is_total"]) for row in budgets(text)]


@pytest.mark.parametrize("text, expected, reason", [*LISTS, *OWN])
def test_parts(text: str, expected: Parts, reason: str) -> None:
    assert parts(text) == expected, reason


@pytest.mark.parametrize("text, expected, reason", OWN)
def test_own_sums_are_no_promise(text: str, expected: Parts, reason: str) -> None:
    own = {yuan for _, _, yuan, _ in expected}
    assert not own & {row[name] for row in subsidies(text) for name in ("amount_yuan", "cap_yuan")}, reason


def test_a_benefit_beside_who_bears_it() -> None:
    text = "对算力中心依法给予补助，所需补助资金由市、区两级按照1：1比例负担，其中市级补助资金每年不超过1000万元。"
    assert [(row["kind"], row["instrument"]) for row in subsidies(text)] == [("unspecified", "补助")]
    assert [row["amount_yuan"] for row in budgets(text)] == [1000 * W]


@pytest.mark.parametrize("text, yuan, reason", PROMISED)
def test_promises_to_somebody(text: str, yuan: float, reason: str) -> None:
    assert not budgets(text), reason
    assert not differences(subsidies(text)[-1:], [{"amount_yuan": yuan}], silent=()), reason


@pytest.mark.parametrize("text, reason", NONE)
def test_none(text: str, reason: str) -> None:
    assert budgets(text) == [], reason


def test_whose_money_it_is() -> None:
    text = "争取省级文旅融合补助资金800万元，其余900万元由社会资本投入。市级财政资金按年度安排，2024年安排500万元。"
    found = budgets(text)
    told = [(draft["source"], draft["amount_yuan"], draft["frequency"]) for draft in found]
    assert told == [("省级", 8e6, None), ("市级财政资金", 5e6, None)], "按年度 is no 每年; others' money is none"


def test_every_county_pays_for_itself() -> None:
    text = "市财政安排乡村振兴资金1亿元，各县区每年安排不少于1000万元。"
    told = [(draft["source"], draft["frequency"]) for draft in budgets(text)]
    assert told == [("市财政", None), ("各县区", "yearly")], "the counties' own purse"
