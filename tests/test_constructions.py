"""How a share, a sum, steps and lists are worded, each with many subjects and measures: all ways say the same."""

from __future__ import annotations

from itertools import product

import pytest
from promised import subsidies

SUBJECTS = {
    "对企业": "企业", "对符合条件的企业": "企业", "企业新建生产线的": "企业", "对新认定的市级企业技术中心": "市级企业技术中心",
    "支持企业开展技术改造": "企业", "对实施智能化改造的制造业企业": "制造业企业", "对年营业收入超过2000万元的物流企业": "物流企业",
    "旅行社组织游客来我市旅游的": "旅行社", "在我市新开设首店的商业企业": "商业企业", "对引进的高层次人才": "高层次人才",
    "新能源汽车充电桩项目": "新能源汽车充电桩项目",
}  # fmt: skip
BASES = [
    "研发投入",
    "实际贷款利息",
    "年租金",
    "固定资产投资额",
    "展位费",
    "软件购置费用",
    "合同金额",
    "年度地方财政贡献",
]
SHARES = [
    "{s}，按{b}的30%给予补助，最高200万元。", "{s}，按照{b}的30%、最高200万元给予补助。", "{s}，给予{b}30%、最高200万元补助。",
    "{s}，按不超过{b}的30%给予最高200万元补助。", "{s}，给予不超过{b}30%、单个项目最高不超过200万元的补助。",
    "{s}，按{b}30%的比例给予补助，单个企业年度补助总额不超过200万元。", "{s}，给予{b}30%的补助（最高200万元）。",
    "{s}，以{b}为基数，按30%给予最高不超过200万元的一次性补助。", "{s}，补助{b}的30%，每家企业每年不超过200万元。",
    "{s}，按{b}的30%进行补助，200万元封顶。", "{s}，最高按{b}的30%给予补助，补助上限200万元。",
    "{s}，给予最高200万元、不超过{b}30%的补助。", "{s}，给予{b}最高30%、金额不超过200万元的补助。",
    "{s}，按{b}的30%予以奖励，奖励金额不超过200万元。", "{s}，经审核后，按其{b}的30%给予奖补，累计不超过200万元。",
    "{s}，择优按{b}的30%以内、最高200万元予以资助。", "{s}，可给予{b}不高于30%的补贴，总额不超过200万元。",
    "{s}，根据{b}，给予30%的补助，最高200万元。", "{s}，由市财政按{b}的30%给予补助，最高不超过200万元。",
    "{s}，补贴{b}30%，最高200万元。", "{s}，按{b}给予30%、最高200万元的奖励。", "{s}，对其{b}给予30%补助，最高不超过200万元。",
    "{s}，连续三年按{b}的30%给予补助，每年不超过200万元。",
]  # fmt: skip


@pytest.mark.parametrize("wording", SHARES)
def test_a_share_with_a_ceiling(wording: str) -> None:
    for (subject, who), base in product(SUBJECTS.items(), BASES):
        text = wording.format(s=subject, b=base)
        (row,) = subsidies(text)
        assert (row["rate"], row["cap_yuan"], row["beneficiary"]) == (0.3, 2_000_000, who), text
        assert row["base"].endswith(base) or base.endswith(row["base"]), text


SUMS = {
    "{s}，给予50万元奖励。": (0, None), "{s}，一次性奖励50万元。": (0, "once"), "{s}，最高奖励50万元。": (1, None),
    "{s}，给予不超过50万元的一次性奖励。": (1, "once"), "{s}，奖励50万元，市、区两级财政各承担50%。": (0, None),
    "{s}，市级财政一次性奖补50万元。": (0, "once"), "{s}，每年给予50万元补助，连续补助3年。": (0, "yearly"),
    "{s}，给予50万元奖励，分两年按50%、50%兑现。": (0, None), "{s}，按每家50万元标准予以奖励。": (0, None),
    "{s}，可享受50万元的资金扶持。": (0, None), "{s}，奖励人民币50万元。": (0, None), "{s}，每个奖励50万元。": (0, None),
    "{s}，在获得省级奖励的基础上，再给予50万元奖励。": (0, None), "{s}，将给予50万元奖励资金。": (0, None),
    "{s}，给予50万元奖励；同一企业不重复奖励。": (0, None), "{s}，奖励标准为50万元。": (0, None),
    "{s}，给予一次性奖励，奖励标准为50万元。": (0, "once"), "{s}，按就高原则给予50万元奖励。": (0, None),
}  # fmt: skip


@pytest.mark.parametrize("wording", SUMS)
def test_a_sum(wording: str) -> None:
    upper_bound, frequency = SUMS[wording]
    for subject, who in SUBJECTS.items():
        text = wording.format(s=subject)
        (row,) = subsidies(text)
        assert (row["amount_yuan"], row["cap_yuan"], row["per"], row["beneficiary"]) == (500_000, None, None, who), text
        assert (row["upper_bound"], row["frequency"]) == (upper_bound, frequency), text


MEASURES = [("年销售收入", "亿元", 1e8), ("年接待游客", "万人次", 1e4), ("固定资产投资额", "亿元", 1e8), ("新增就业", "人", 1),
            ("年货物吞吐量", "万吨", 1e4), ("年出口额", "万美元", 1e4)]  # fmt: skip
STEPS = [
    "对{v}达到50{u}、100{u}、200{u}以上的企业，分别给予10万元、20万元、30万元奖励。",
    "企业{v}首次突破50{u}、100{u}、200{u}的，分别奖励10万元、20万元、30万元。",
    "对企业{v}50{u}（含）以上的，奖励10万元；100{u}（含）以上的，奖励20万元；200{u}（含）以上的，奖励30万元。",
    "企业{v}达到50{u}的奖励10万元，达到100{u}的奖励20万元，达到200{u}的奖励30万元。",
    "对{v}50{u}（含）—100{u}的企业，给予10万元奖励；100{u}（含）—200{u}的企业，给予20万元奖励；200{u}（含）以上的企业，给予30万元奖励。",
    "对{v}不低于50{u}、100{u}、200{u}的企业，分别给予10万元、20万元、30万元补助。",
    "对企业按{v}给予奖励：50{u}以上的奖励10万元，100{u}以上的奖励20万元，200{u}以上的奖励30万元。",
]  # fmt: skip


@pytest.mark.parametrize("wording", STEPS)
@pytest.mark.parametrize(("measure", "unit", "scale"), MEASURES)
def test_steps(wording: str, measure: str, unit: str, scale: float) -> None:
    (row,) = subsidies(wording.format(v=measure, u=unit))
    assert (row["kind"], row["beneficiary"]) == ("tiered", "企业")
    assert row["tiers"] == [
        (50 * scale, 100_000),
        (100 * scale, 200_000),
        (200 * scale, 300_000),
    ]


NAMED = [
    "对新认定的{}企业技术中心",
    "对首次获评{}绿色工厂的企业",
    "对获得{}科学技术奖的单位",
    "新认定为{}专精特新企业的",
]
BY_LEVEL = [
    "{s}，分别给予100万元、50万元、20万元奖励。", "{s}，分别奖励100万元、50万元和20万元。", "{s}，分别一次性给予100、50、20万元奖励。",
    "{s}，按级别分别给予100万元、50万元、20万元奖励。", "{s}，分别给予100万元（国家级）、50万元（省级）、20万元（市级）奖励。",
    "{s}，国家级奖励100万元、省级奖励50万元、市级奖励20万元。", "{s}，国家级、省级、市级分别奖励100万元、50万元、20万元。",
    "{s}，每家分别给予100万元、50万元、20万元的一次性奖励。",
]  # fmt: skip


@pytest.mark.parametrize(("name", "wording"), list(product(NAMED, BY_LEVEL)))
def test_sums_by_level(name: str, wording: str) -> None:
    rows = subsidies(wording.format(s=name.format("国家级、省级、市级")))
    assert [row["amount_yuan"] for row in rows] == [1_000_000, 500_000, 200_000]
    assert all(level in row["beneficiary"] for level, row in zip(("国家", "省", "市"), rows, strict=True))
