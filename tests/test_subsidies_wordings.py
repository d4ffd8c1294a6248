"""Bases, ceilings, years and pieces as real notices word them: each line has the words in which a fault showed."""

from __future__ import annotations

from typing import Any

import pytest
from promised import differences, subsidies

ROWS: list[tuple[str, list[dict[str, Any]], str]] = [
    ("对企业按研发投入的30%、最高1000万元给予补助。", [{"rate": 0.3, "cap_yuan": 1e7, "base": "研发投入"}], "投入 before a share puts nothing in"),
    ("给予项目研发投入30%、单个项目最高1000万元支持。", [{"rate": 0.3, "cap_yuan": 1e7, "cap_per": "项目"}], "给予项目 gives"),
    ("支持智能制造项目，按项目投资额给予单个项目20%、最高300万元支持。", [{"rate": 0.2, "base": "项目投资额", "cap_yuan": 3e6}],
     "单个项目 is no base"),
    ("对企业，给予最高200万元、不超过研发投入30%的补助。", [{"rate": 0.3, "base": "研发投入", "cap_yuan": 2e6}], "the ceiling first"),
    ("对流片企业，按照该款产品掩膜板费用的20%给予补贴。", [{"rate": 0.2, "base": "产品掩膜板费用"}], "该款 is none of it"),
    ("对企业（即以研发为主，以下称甲类企业）流片费用的50%给予补助。", [{"rate": 0.5, "base": "流片费用"}], "the end of a bracket"),
    ("对企业给予10万元奖励。单个企业如果有多个项目符合条件，则企业年度奖励最高不超过200万元。",
     [{"amount_yuan": 1e5, "cap_yuan": 2e6}], "则 before a ceiling"),
    ("对小微企业，招用3人以下的按每人2000元给予补贴，招用3人以上的每增加1人给予3000元补贴，补贴总额不超过3万元。",
     [{"amount_yuan": 2000, "cap_yuan": 3e4}, {"amount_yuan": 3000, "cap_yuan": 3e4}], "a total over several is each one's"),
    ("完成临床前研究的品种，每项给予100万元资助；进入临床试验的，每项给予500万元资助，单个企业每年最高不超过5000万元。",
     [{"amount_yuan": 1e6, "cap_yuan": 5e7}, {"amount_yuan": 5e6, "cap_yuan": 5e7}], "one for an enterprise over sums by the piece"),
    ("对新引进的博士每月给予补贴1200元；硕士每月给予补贴600元；补贴3年。",
     [{"amount_yuan": 1200, "duration_years": 3}, {"amount_yuan": 600, "duration_years": 3}], "years of all"),
    ("对企业给予最高300万元支持。根据进展，连续支持两年。", [{"amount_yuan": 3e6, "duration_years": 2}], "in a sentence of their own"),
    ("对企业，自购飞机按100万元每架予以奖励。", [{"amount_yuan": 1e6, "per": "架"}], "每架 behind the sum"),
    ("对每两年考核优秀的众创空间给予补助10万元。", [{"amount_yuan": 1e5, "per": None}], "an interval is not counted"),
    ("对企业，每介绍一名农村劳动力稳定就业的，给予800元补助。", [{"amount_yuan": 800, "per": "农村劳动力"}], "就业 is not counted"),
    ("旅行社组织游客游览3处以上景区的，奖励1万元。", [{"amount_yuan": 1e4}], "3处以上 is no 处以"),
    ("物流企业年营业额达到1亿元、5亿元以上的；且当年增速达到20%的，分别奖励2万元、4万元。", [{"kind": "tiered"}], "；且 goes on"),
    ("年度旅游人数排名前6名的旅行社，给予一次性贡献奖励。第一名奖励8000元，第二名奖励6000元。",
     [{"amount_yuan": 8000}, {"amount_yuan": 6000}], "how much of it, by rank"),
    ("给予购房补贴。购房补贴对首套房按2万元发放。", [{"amount_yuan": 2e4}], "the same benefit again"),
    ("对认定的中心，奖补资金50万元。", [{"amount_yuan": 5e5}], "资金 for somebody"),
    ("投资达到1000万元的企业，奖励1万元；一次达到2000万元的，奖励2万元。",
     [{"kind": "tiered", "tiers": [(1e7, 1e4), (2e7, 2e4)]}], "一次 leaves out what is measured"),
    ("对新落户企业，按照其财政贡献增量的一定比例（第1年50%、第2年30%）给予奖励。",
     [{"rate": 0.5, "base": "财政贡献增量"}, {"rate": 0.3, "base": "财政贡献增量"}], "the shares in a bracket"),
    ("市财政安排专项资金8000万元，其中给予入选企业2500万元奖励。", [{"amount_yuan": 2.5e7}], "a part that is promised"),
    ("同一企业年度享受补助资金总额不超过100万元。", [{"amount_yuan": 1e6, "upper_bound": 1}], "what one firm can get is no fund"),
    ("投资300万元（含300万元）至1000万元的企业，奖励5万元；1000万元（含）以上的，奖励10万元。",
     [{"kind": "tiered", "tiers": [(3e6, 5e4), (1e7, 1e5)]}], "what a range takes in, inside it"),
    ("对新引进人才给予30万元安家费，分三年给予。", [{"amount_yuan": 3e5, "rate": None}], "how it is paid is no other promise"),
    ("由中小企业发展基金给予企业10万元补助。", [{"amount_yuan": 1e5, "beneficiary": "企业", "payer": "中小企业发展基金"}], "a fund that pays and names enterprises"),
    ("由市中小企业发展专项资金给予企业10万元补助。", [{"amount_yuan": 1e5, "beneficiary": "企业", "payer": "市中小企业发展专项资金"}],
     "of a city"),
    ("对上线运营的游戏企业，每款游戏给予20万元奖励。", [{"amount_yuan": 2e5, "per": "游戏"}], "款 counts games"),
    ("对获得“A”“B”称号的企业，分别给予10万元、5万元奖励。", [{"amount_yuan": 1e5}, {"amount_yuan": 5e4}],
     "quoted names with nothing between them"),
    ("毕业生在本市购房的，可享受基金购房补贴10万元。", [{"amount_yuan": 1e5, "beneficiary": "毕业生"}], "a benefit out of a fund is no fund"),
    ("对博士、硕士，按每人每月500、400元给予补贴。",
     [{"amount_yuan": 500, "frequency": "monthly"}, {"amount_yuan": 400, "frequency": "monthly"}], "每月500 is no day"),
    ("补助100万元，首年发放40%，第二年发放60%。", [{"amount_yuan": 1e6, "rate": None}], "发放 in years' parts"),
    ("对企业按100元/吨一次性给予补助。", [{"amount_yuan": 100, "per": "吨", "frequency": "once"}], "一次性 behind the unit"),
    ("面积50（含）万平方米以上的企业，奖励50（含）万元以下。", [{"amount_yuan": 5e5, "upper_bound": 1, "conditions": [(">=", 5e5, "平方米")]}],
     "（含） between the number and its scale"),
    ("对单位给予1000万元补助，其中20%可用于奖励有功人员。", [{"amount_yuan": 1e7, "rate": None}], "how it is spent"),
    ("组织普通专列团队，一次人数达到100人以上，奖励200元/人。组织高铁专列团队，一次人数达到200人以上，奖励300元/人。",
     [{"amount_yuan": 200}, {"amount_yuan": 300}], "two things, no steps of one"),
    ("对票房收入达到500万元的影院，给予5万元奖励。", [{"amount_yuan": 5e4, "beneficiary": "影院", "conditions": [(">=", 5e6, "元")]}], "票房 is measured"),
    ("对新建3000立方米（以上）冷库的，给予20万元补助。", [{"amount_yuan": 2e5, "conditions": [(">=", 3000, "立方米")]}], "以上 in a bracket of its own"),
    ("新建1个1万平方米以上大棚，给予20万元补助。", [{"amount_yuan": 2e5, "variables": ["面积"]}], "its size is measured, not the one that is made"),
    ("给予企业租金补贴，100平方米以上的每年5000元。", [{"amount_yuan": 5000, "variables": ["面积"]}], "nor what is paid"),
    ("对投资（不含土地款）5亿元以上的项目，给予100万元奖励。", [{"amount_yuan": 1e6, "variables": ["投资"]}], "nor the remark before the figure"),
    ("给予提供机构的实际研发投入50%的补助。", [{"rate": 0.5, "base": "实际研发投入"}], "who gets it is none of the base"),
    ("对企业以研发投入为基数，按30%给予补助。", [{"rate": 0.3, "base": "研发投入"}], "以…为基数"),
    ("按实际购房价格的10%，分三年给予支持。", [{"rate": 0.1, "base": "实际购房价格"}], "a share that is paid in parts is no part itself"),
    ("对产值1亿元以上的企业，第一年给予100%奖励，第二年给予80%奖励。",
     [{"rate": 1, "conditions": [(">=", 1e8, "元")]}, {"rate": 0.8, "conditions": [(">=", 1e8, "元")]}], "the next year on the same condition"),
    ("按二维动画片1500元/分钟、三维动画片2000元/分钟，给予一次性奖励。",
     [{"amount_yuan": 1500, "instrument": "奖励"}, {"amount_yuan": 2000, "instrument": "奖励"}], "what closes a list names the gift of all"),
    ("就业补助资金给予800元的补助。", [{"amount_yuan": 800, "payer": "就业补助资金"}], "a fund pays"),
    ("每户补贴资金5万元。", [{"amount_yuan": 5e4}], "to each of them: no fund"),
    ("每家给予20万元专项资金。", [{"amount_yuan": 2e5}], "given, though it is called a fund"),
    ("每新入驻1家跨境电商企业，给予园区扶持资金1万元，最多给予200万元扶持资金。", [{"amount_yuan": 1e4, "cap_yuan": 2e6}], "最多给予 limits"),
    ("对平台，每新吸引1家年进出口额达到50万美元以上的企业开展业务，给予平台企业1万元。", [{"amount_yuan": 1e4, "per": "企业"}],
     "a condition between 每 and what is counted"),
    ("项目资金投入500万元—5000万元，奖励投资额度的5%—20%。", [{"rate": 0.2, "rate_min": 0.05, "base": "投资额度"}], "奖励 before the base"),
    ("两项奖励总额最高为其个人经济贡献的100%。", [{"rate": 1, "base": "个人经济贡献"}], "奖励总额 is none of it"),
    ("外籍人才可选择按照超过15%部分税负差额给予奖励。", [{"kind": "unspecified", "rate": None}], "from where on, not how much"),
    ("A类人才租住人才公寓可享受2年的租金减免。", [{"kind": "unspecified", "beneficiary": "A类人才"}], "享受 for so many years"),
    ("对未享受安家补贴的人才，可安排入住人才公寓。", [], "what one has not had"),
    ("对项目给予补贴，最高不超过200万元。合同完成后，一次性拨付补助金额的80%，项目通过验收后，再拨付剩余的20%。", [{"amount_yuan": 2e6, "rate": None}],
     "how a sum is paid out"),
    ("对算力使用方给予支持，同一企业每年申领和兑付算力券金额不超过100万元。", [{"amount_yuan": 1e6, "per": None}], "申领 is nothing that is counted"),
    ("对疫情期间为中小企业减免租金的科技企业孵化器，给予支持。", [], "what somebody else lets off"),
    ("镇人民政府应在对象身份变化的次月调整资助标准或终止发放补贴。", [], "the end of a benefit"),
    ("对承租国有房产的中小微企业，2020年2月份、3月份房租（含摊位费）减半。", [{"rate": 0.5, "base": "房租"}], "what a fee takes in"),
    ("对入驻企业减免租金的50%。", [{"rate": 0.5, "base": "租金"}], "减免 is what is done"),
    ("对A类人才给予300万元购房补贴、每月1万元生活补贴。", [{"amount_yuan": 3e6, "frequency": None}, {"amount_yuan": 1e4, "frequency": "monthly"}],
     "每月 of the next sum"),
    ("对企业，连续三年对其代账费用给予每年不超过2000元的补贴。", [{"amount_yuan": 2000, "duration_years": 3}], "years before what is paid for"),
    ("种植大豆的农户，每亩补贴150元，其中省级补贴100元、县级配套50元。", [{"amount_yuan": 150, "per": "亩"}], "who bears which part"),
    ("担保机构对受影响的中小微企业减免担保费用。", [{"kind": "unspecified", "beneficiary": "中小微企业"}], "a fee of another kind"),
    ("对承租国有房产的中小微企业，按要求坚持营业的，免收2月份房租。", [{"kind": "full", "base": "房租"}], "a month's rent"),
    ("对展会项目，参展中小企业数量超过参展企业总数的50%，给予一定的场租费用补贴。", [{"kind": "unspecified", "rate": None}], "a share that is a condition"),
    ("对符合条件的小微企业，给予最高500万元最长3年的担保贷款。", [], "what is lent"),
    ("落实“雨露计划”培训补贴1950万元。", [], "what is handed out in all"),
    ("发放补贴资金1000万元。", [], "to nobody in particular"),
    ("每年5000万元专项资金用于奖励企业。", [], "a fund, whatever it is for"),
    ("将一季度开工的园区纳入贷款贴息范围。", [{"kind": "unspecified"}], "纳入…范围"),
    ("通过补贴保险费等方式，支持养老机构投保综合责任险。", [{"kind": "unspecified", "beneficiary": "养老机构"}], "by way of a subsidy"),
    ("开展旅行社奖励，依据接引游客数量分档发放。", [{"kind": "unspecified", "instrument": "奖励"}], "开展 a reward"),
    ("养老服务免征增值税，属于小微企业的养老机构可享受相应税费减免优惠。", [{"kind": "full"}, {"kind": "unspecified"}],
     "属于…的 names somebody new"),
    ("对企业，按核定后引进技术支付金额的20%给予补助，单项补助金额不超过1000万元。",
     [{"rate": 0.2, "base": "核定后引进技术支付金额", "cap_yuan": 1e7, "cap_per": "项目"}], "按…后 is no instalment, 支付金额 pays nothing"),
    ("申报条件：引进技术支付总额不低于200万元。", [], "what was paid for it"),
    ("对汽车生产企业，给予1000元/辆生产奖励。", [{"amount_yuan": 1000, "per": "辆"}], "what is rewarded behind the unit"),
    ("对企业给予50%的一次性奖励。", [{"rate": 0.5, "base": None}], "一次性 is no base"),
    ("对项目给予30%的财政资金补助。", [{"rate": 0.3, "base": None}], "nor who pays"),
    ("从入选之年起，5年内每年给予个人4万元薪酬补贴。", [{"amount_yuan": 4e4, "duration_years": 5}], "for how long it is paid"),
    ("对有机肥还田亩补助100元，新建日光温室亩补助标准不低于1.2万元。", [{"amount_yuan": 100}, {"amount_yuan": 12000}], "the least that is given"),
    ("对企业分别给予10万元、设备投资额5%的补助。", [{"rate": 0.05, "base": "设备投资额"}, {"amount_yuan": 1e5}], "the sum beside is no base"),
    ("对场景项目，可按不超过核定总投入50%，给予单个项目最高300万元支持。",
     [{"rate": 0.5, "base": "核定总投入", "cap_yuan": 3e6, "cap_per": "项目"}], "核定 of what is approved gives nothing"),
    ("保费按3%的保费率上限及实际投保年度保费的80%给予补贴。", [{"rate": 0.8}], "the rate of a premium"),
    ("对企业按30元/平方米•月且每年总额不超过15万元的标准给予补助。", [{"amount_yuan": 30, "per": "平方米/月", "cap_yuan": 150000, "cap_per": "年"}], "且 behind the unit"),
    ("家庭租金超出该家庭月收入的15%的，租金可按月收入的15%计算。", [], "what a rent may be at most"),
    ("按月收入的15%计租低于按租金标准的10%或优惠租金标准计租的，应当补缴。", [], "which of two rents"),
    ("审核结束后，名单将进行公示，按公示结果发放补贴至银行卡中。", [], "how it is handed over"),
    ("对新能源汽车免征车辆购置税，其中，每辆乘用车免税额不超过3万元；对其他汽车减半征收车辆购置税，其中，每辆减税额不超过1.5万元。",
     [{"kind": "full", "cap_yuan": 30000, "cap_per": "乘用车"}, {"rate": 0.5, "cap_yuan": 15000}], "the ceiling of what is let off"),
    ("每住宿1天奖励旅行社0.5万元。", [{"amount_yuan": 5000, "per": "天"}], "by the night"),
    ("对旅行团，按1名游客300元给予奖补。", [{"amount_yuan": 300, "per": "游客"}], "按1名"),
    ("个人消费者购买电动汽车的，给予每辆车1万元补贴。", [{"amount_yuan": 10000, "per": "辆"}], "车 behind 辆"),
    ("鼓励市（州）给予1∶2配套。", [], "what other governments add"),
    ("对有贡献的企业予以支持，每年奖励上限为零售企业100万元/家、餐饮企业50万元/家。",
     [{"beneficiary": "零售企业", "upper_bound": 1}, {"beneficiary": "餐饮企业", "upper_bound": 1}], "上限为 over a list"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "reason"), ROWS)
def test_wordings(text: str, expected: list[dict[str, Any]], reason: str) -> None:
    assert (
        differences(subsidies(text), expected, silent=("amount_yuan", "rate", "cap_yuan") if len(expected) < 2 else ())
        == []
    ), reason


def test_steps_of_another_unit_keep_it() -> None:
    (row,) = subsidies("对货物运输增量达到50万吨、100万吨以上的企业，分别给予10万元、20万元奖励。")
    assert row["tiers"] == [(500_000, 100_000), (1_000_000, 200_000)]


def test_a_member_has_its_own_conditions() -> None:
    rows = subsidies("对收入超过100亿元且投入达5%、收入超过50亿元且投入达6%的企业，分别给予300万元、200万元支持。")
    assert [[value for _, value, _ in row["conditions"]] for row in rows] == [[1e10, 5.0], [5e9, 6.0]]
