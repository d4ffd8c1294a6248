"""Relief from taxes, fees and rents: in full, by half, by so many per cent, or without saying how much; and none."""

from __future__ import annotations

import pytest
from promised import subsidies
from readings import reading_of

from extract.interpret.subsidies import find_subsidies

RELIEF: list[tuple[str, list[tuple[str, float | None, str | None]], str]] = [
    ("对捐赠用于救灾的进口物资，免征进口关税和进口环节增值税、消费税。", [("full", None, "进口关税和进口环节增值税、消费税")], "a list of taxes"),
    ("医疗卫生机构和物流企业，可向主管税务部门申请免征2024年度车船税。", [("full", None, "车船税")], "the year before the tax"),
    ("受灾行业企业，可申请免征水利建设基金和残疾人就业保障金。", [("full", None, "水利建设基金和残疾人就业保障金")], "funds"),
    ("对小规模纳税人减半征收房产税、城镇土地使用税。", [("rate", 0.5, "房产税、城镇土地使用税")], "half of a tax"),
    ("缓缴期间免收欠费滞纳金。", [("full", None, "欠费滞纳金")], "a surcharge"),
    ("对承租国有房屋的小微企业，免除2024年3个月房租。", [("full", None, "房租")], "the year before the months"),
    ("对送检的小微企业减少50%检验检测费用。", [("rate", 0.5, "检验检测费用")], "so many per cent less"),
    ("对中小微企业电梯、起重机械等项目的定期检测费用下浮10%。", [("rate", 0.1, "定期检测费用")], "the fee first"),
    ("统一阶段性下调单位缴费费率20%。", [("rate", 0.2, "单位缴费费率")], "the rate of a contribution"),
    ("可申请最高不超过50万元的创业担保贷款及贴息。", [("unspecified", None, None)], "interest on what is lent"),
    ("对个体工商户按50%的税额幅度减征资源税、城市维护建设税。", [("rate", 0.5, "资源税、城市维护建设税")], "减征 by a share"),
    ("允许生产性服务业纳税人按照当期可抵扣进项税额加计5%抵减应纳税额。", [("rate", 0.05, "当期可抵扣进项税额")], "加计"),
    ("落实免征增值税、减免所得税等政策。", [("unspecified", None, None)], "a policy, not how much"),
    ("缴纳房产税确有困难的企业，可向主管税务部门申请困难减免。", [("unspecified", None, None)], "to be asked for"),
    ("减免通过支付系统办理的款项汇划费用。", [("unspecified", None, None)], "a fee with a long name"),
    ("从事金融商品转让业务的，可以按规定享受免征增值税优惠政策。", [("unspecified", None, None)], "enjoyed"),
    ("属于小微企业的养老服务机构可按规定享受相应税费减免优惠。", [("unspecified", None, None)], "优惠 behind 减免"),
    ("出租人减免租金的可按规定减免对应月份房产税。", [("unspecified", None, None)], "who lets off rent is let off"),
    ("2024年以不低于上年减免幅度为企业、个体工商户减免检测费用。", [("unspecified", None, None)], "by a measure of the year before"),
    ("对按规定参加社会保险的企业，返还标准按6个月应缴纳社会保险费的50%确定。", [("rate", 0.5, "应缴纳社会保险费")], "a refund's standard"),
    ("免税店建设加快推进。", [], "a shop"),
    ("出口免征增值税的货物不再退税。", [], "which goods"),
    ("对采取减免租金措施的企业，加强宣传。", [], "who lets off"),
    ("国有企业参照减免房租的政策执行。", [], "a policy referred to"),
    ("力争企业用电成本降低10%。", [], "a goal"),
    ("新设立企业100%发放电子营业执照。", [], "a licence is no money"),
    ("每人每年享受补贴次数最多不超过三次。", [], "how often one can have it"),
    ("在调查中发现新线索的，不对新的线索给予奖励。", [], "what gets nothing"),
    ("举报奖励实行自愿领取、奖励适当的原则。", [], "a principle"),
    ("对个人创业者进行贷款贴息，贴息后贷款平均利率控制在2.5%以内。", [("unspecified", None, None)], "what the loan costs then"),
    ("给予中小企业不低于采购合同金额50%的预付款。", [], "owed anyway, only earlier"),
    ("对民营企业实现网上申报100%、按时办结100%、电子证书100%。", [], "how much of it is done so"),
    ("落实就业创业相关补贴。", [("unspecified", None, None)], "a policy put into effect"),
    ("继续实施返乡创业孵化基地一次性奖补政策。", [("unspecified", None, None)], "a policy that goes on"),
    ("设立中小微企业专项资金贷款，第一期规模100亿元。", [], "what banks lend"),
    ("减半收取超定额累进加价水费。", [("rate", 0.5, "超定额累进加价水费")], "any fee behind 减半收取"),
    ("按50%幅度减免小规模纳税人的资源税、房产税。", [("rate", 0.5, "资源税、房产税")], "幅度 is no base"),
    ("免征小微企业的增值税。", [("full", None, "增值税")], "of whom"),
    ("减半收取住宿餐饮业的电梯、锅炉定期检验和监督检验费用。", [("rate", 0.5, "电梯、锅炉定期检验和监督检验费用")], "fees in a list"),
    ("对个体工商户委托的产品质量检验、计量检测费用减半收取。", [("rate", 0.5, "产品质量检验、计量检测费用")], "the list first"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "reason"), RELIEF)
def test_relief(text: str, expected: list[tuple[str, float | None, str | None]], reason: str) -> None:
    assert [(row["kind"], row["rate"], row["base"]) for row in subsidies(text)] == expected, reason


WHO = [
    ("对卫生健康部门组织进口的医用物资免征关税。", "医用物资", "goods stand for whoever has them"),
    ("对在社区提供日间照料、康复护理等养老服务的机构按规定给予税费减免。", "在社区提供日间照料、康复护理等养老服务的机构",
     "a list inside what qualifies them, and how it is given behind them"),
    ("允许生产性服务业纳税人按照当期可抵扣进项税额加计5%抵减应纳税额。", "生产性服务业纳税人", "允许 is none of the name"),
    ("以不低于上年的幅度为企业、个体工商户减免检测费用。", "企业、个体工商户", "为 whom"),
    ("养老机构经认定取得免税资格的，对符合规定条件的收入免征企业所得税。", "养老机构", "经 ends the name"),
    ("各县要落实脱贫人口跨省务工补贴。", "脱贫人口跨省务工", "who puts it into effect is none of the name"),
    ("继续实施返乡创业孵化基地一次性奖补政策。", "返乡创业孵化基地", "whom the policy is for"),
    ("继续实施对在全国前三位通过一致性评价的市级奖补政策。", "在全国前三位通过一致性评价的", "whoever does so"),
    ("继续执行社会保险费减免政策。", None, "no name in what is let off"),
    ("将基层就业补贴、社会保险补贴对象扩大至毕业2年内高校毕业生。", "毕业2年内高校毕业生", "who gets it too"),
    ("参加失业保险3年以上的企业在职职工取得职业资格证书或职业技能等级证书的，按1000元的标准给予补贴。",
     "企业在职职工", "who gains it, not what"),
    ("按50%幅度减免小规模纳税人、小型微利企业和个体工商户的资源税、房产税。", "小规模纳税人、小型微利企业和个体工商户", "whose taxes they are"),
    ("减半征收个体工商户的房产税。", "个体工商户", "whose tax it is"),
    ("对中小微企业的电梯等项目的检测费用下浮10%。", "中小微企业", "a thing has no taxes"),
    ("减半收取住宿餐饮业的电梯检验费用。", "住宿餐饮业", "a trade whose fees they are"),
    ("对个体工商户委托的产品质量检验费用减半收取。", "个体工商户", "委托 is none of the name"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who", "reason"), WHO)
def test_who_is_let_off(text: str, who: str | None, reason: str) -> None:
    assert [row["beneficiary"] for row in subsidies(text)] == [who], reason


def test_a_heading_lets_nobody_off() -> None:
    text = "（一）减免企业检测费用。\n以不低于上年的幅度为个体工商户减免检测费用。"
    assert [row["beneficiary"] for row in subsidies(text)] == ["个体工商户"]


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("对月销售额10万元以下的增值税小规模纳税人免征增值税。", [("月销售额", "<=", 100_000)], "who is let off"),
        ("合计月销售额未超过10万元的个体工商户，免征增值税。", [("合计月销售额", "<=", 100_000)], "未超过 is no more"),
        ("对企业提供2000平方米以内的场地，租金三免两减半。", [], "what is provided is no condition"),
        ("对在园区租房的企业，免收5年租金。", [], "a length of time"),
    ],
)
def test_conditions_of_relief(text: str, expected: list[tuple[str, str, float]], reason: str) -> None:
    said = [
        (part["variable"], part["op"], part["value"])
        for draft in find_subsidies(reading_of(text)).rows[:1]
        for part in draft.parts["subsidy_conditions"]
    ]
    assert said == expected, reason


def test_relief_quotes_whom_it_is_for() -> None:
    text = "对我市个体工商户，按50%的税额幅度减征资源税。"
    (draft,) = find_subsidies(reading_of(text)).rows
    assert text[draft.start : draft.end] == text.rstrip("。")
