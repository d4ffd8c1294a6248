"""Targets by how their figure is written: thousands, units, bases, what is counted again."""

from __future__ import annotations

import pytest
from promises import targets_of

THOUSANDS = [
    ("营业收入达到1,200亿元。", ["营业收入 >=120000000000元"], "the comma parts no clauses"),
    ("培育企业1，000家、平台20个。", ["企业 =1000家", "平台 =20个"], "nor a full-width one"),
    (
        "增加值达到1,700亿元，占GDP的比重超过12%。",
        ["增加值 >=170000000000元", "增加值占GDP的比重 >12%"],
        "what stands before a bare head",
    ),
]

BASES = [
    ("零部件本地配套率由35%提升至60%。", ["零部件本地配套率 >=60%"], "what it starts from is no target"),
    ("产品合格率由90%提高到98%以上。", ["产品合格率 >=98%"], "a floor behind it"),
    ("营业收入从2022年的300亿元提高到500亿元。", ["营业收入 >=50000000000元"], "with the year of the base"),
    ("5G基站由2万个增加到5万个。", ["5G基站 >=50000个"], "counted"),
    ("单位能耗由0.8吨标准煤下降到0.5吨标准煤以下。", ["单位能耗 <=0.5吨标准煤"], "downwards"),
    ("平均办理时间由5天缩短为1天。", ["平均办理时间 =1天"], "a length of time"),
    ("网上可办率从目前的80%提高至95%。", ["网上可办率 >=95%"], "目前 tells of the base only"),
    ("失业率由6%左右降到5%以内，城镇化率由60%提升到65%。", ["失业率 <=5%", "城镇化率 >=65%"], "two of them"),
    ("低保标准由每月600元提高到700元以上。", ["低保标准 >=700元"], "by the month"),
    ("由3家企业建设5个园区。", ["园区 =5个"], "由 that says who does it"),
    (
        "研发投入占比由2022年的2.1%提高到2025年的2.8%。",
        ["研发投入占比 >=2.8% by 2025-12-31"],
        "the year of the goal",
    ),
    ("营业收入由100亿元增加到2026年底的300亿元。", ["营业收入 >=30000000000元 by 2026-12-31"], "its end"),
    (
        "本地配套率达到60%，零部件配套能力达到80%。",
        ["本地配套率 >=60%", "零部件配套能力 >=80%"],
        "配套 that pays nothing",
    ),
]

UNITS = [
    ("电子证照种类达到300类。", ["电子证照种类 >=300类"], "类 behind two digits or more"),
    ("接入感知设备20万路。", ["接入感知设备 =200000路"], "路 behind a scale word"),
    ("重大网络安全事件控制在0起。", ["重大网络安全事件 <=0起"], "none at all"),
    ("年检测能力达到2000台次。", ["年检测能力 >=2000台次"], "台次 is no 台"),
    ("日处理能力达到500吨/日，整机产能达到5万台/年。", ["日处理能力 >=500吨/日", "整机产能 >=50000台/年"], "by time"),
    ("智能算力达到5000P，开放数据5亿条。", ["智能算力 >=5000P", "开放数据 =500000000条"], "a bare P"),
    ("机器人密度达到每万人500台以上，产量达到4万台。", ["机器人密度 >=500台", "产量 >=40000台"], "by how many people"),
    ("机器人密度超过每万人500台。", ["机器人密度 >500台"], "the level before 每万人"),
]

NAMED_BY_FIGURES = [
    ("培育10亿级企业5家、百亿级企业2家。", ["10亿级企业 =5家", "百亿级企业 =2家"], "a size that names the thing"),
    (
        "引育年营业收入超10亿元的整机企业3—5家、超1亿元的零部件企业20家。",
        ["年营业收入超10亿元的整机企业 =3-5家", "年营业收入超1亿元的零部件企业 =20家"],
        "measured alike",
    ),
    (
        "到2025年，产值达到100亿元；到2027年，产值达到200亿元。",
        ["产值 >=10000000000元 by 2025-12-31", "产值 >=20000000000元 by 2027-12-31"],
        "a bare name takes no words from a time",
    ),
    (
        "市级窗口占比达80%，县（市）区达90%。",
        ["市级窗口占比 >=80%", "县（市）区窗口占比 >=90%"],
        "another group of places",
    ),
    (
        "城镇居民收入达到5万元，农村达到3万元。",
        ["城镇居民收入 >=50000元", "农村居民收入 >=30000元"],
        "town and country",
    ),
    (
        "安全工程三期覆盖燃气管网2200公里、桥梁137座。",
        ["安全工程三期覆盖燃气管网 =2200公里", "安全工程三期覆盖桥梁 =137座"],
        "who does what stands before the first only",
    ),
    ("安全工程已覆盖燃气管网2200公里。", [], "what is so"),
    ("市场占有率进入全国前5位。", ["市场占有率 <=5位"], "a rank of something"),
]

VERBS = [
    ("服务业对增长的贡献显著增强，达到60%以上。", ["服务业对增长的贡献 >=60%"], "how it grows is no part of its name"),
    ("研发投入强度不断提高，达到3%以上。", ["研发投入强度 >=3%"], "nor is 不断"),
    (
        "培育企业20家，城镇化水平稳步提升，达到65%。",
        ["企业 =20家", "城镇化水平 >=65%"],
        "the clause before, not the list",
    ),
    ("人居环境持续改善，污水处理率达到95%。", ["污水处理率 >=95%"], "a name of its own"),
    ("优选100家服务业企业纳入培育工程。", ["服务业企业 =100家"], "what is done with the chosen"),
    ("推动100家企业纳入培育库。", ["企业纳入培育库 =100家"], "there it is the goal"),
    ("突破终端领域关键技术50项。", ["终端领域关键技术 =50项"], "突破 as what is done"),
    ("突破50项关键技术。", ["关键技术 =50项"], "and no floor before the figure"),
    ("力争突破10项关键技术，攻克共性技术20项以上。", ["关键技术 >=10项", "共性技术 >=20项"], "floors of other words"),
    ("攻关“卡脖子”技术10项。", ["“卡脖子”技术 =10项"], "攻关"),
    ("规上企业突破500家。", ["规上企业 >=500家"], "a level"),
]


@pytest.mark.parametrize("text, expected, reason", [*THOUSANDS, *BASES, *UNITS, *NAMED_BY_FIGURES, *VERBS])
def test_targets(text: str, expected: list[str], reason: str) -> None:
    assert targets_of(text) == expected, reason


@pytest.mark.parametrize(
    "text, expected, reason",
    [
        ("污染天数不超过15天。", ["污染天数 <=15天"], "days that are counted are no time limit"),
        ("水质优良比例总体高于93%。", ["水质优良比例 >93%"], "总体 is none of the indicator"),
        ("渍水点数量消减50%。", ["渍水点数量 =50% -"], "消减"),
        ("50%以上县级医院达到国家推荐标准。", ["县级医院达到国家推荐标准 >=50%"], "a share of what follows without 的"),
        ("首批100个示范社区全面建成。", ["示范社区 =100个"], "the verb comes last"),
        ("一般公共预算收入突破1000亿元。", ["一般公共预算收入 >=100000000000元"], "预算收入 is no budget"),
        ("新建城东、城西2个收费站。", ["收费站 =2个"], "named one by one, then counted"),
        (
            "实施老旧小区改造项目67个2868户。",
            ["老旧小区改造项目 =67个", "老旧小区改造项目 =2868户"],
            "two counts of one thing",
        ),
        ("启动20个城中村改造。", ["城中村改造 =20个"], "启动"),
        ("城区新建便民市场5处。", ["城区新建便民市场 =5处"], "the place before the verb"),
        (
            "实现乡镇公交全覆盖、行政村电商全覆盖。",
            ["乡镇公交覆盖率 =100%", "行政村电商覆盖率 =100%"],
            "each of a list",
        ),
        ("PM2.5年均浓度控制在29微克每立方米以下。", ["PM2.5年均浓度 <=29微克每立方米"], "a unit in words"),
        ("守牢两条底线，实现四个“出新出彩”，坚持三个治污（精准治污、科学治污、依法治污）。", [], "slogans"),
        ("集中力量办好10件实事，继续实施20项民生工程。", [], "parts of the plan"),
        ("落实《全市工业发展十条政策措施》。", [], "a number in a title"),
        ("每家企业可申报1个示范车间。", [], "what is allowed"),
        ("保险费率为5%，保费为15元/亩。", [], "a price"),
        ("推出优化生育政策13条。", [], "how many measures"),
        (
            "全市50个国省考断面（详见附件）水质优良比例达到90%以上。",
            ["国省考断面（详见附件）水质优良比例 >=90%"],
            "what is measured",
        ),
        ("12家医院床位使用率达到85%。", ["医院床位使用率 >=85%"], "how many there are is no target"),
        (
            "参保率达到95%以上，居民医保政府补助标准逐步提高，住院费用支付比例达到75%左右。",
            ["参保率 >=95%", "住院费用支付比例 ~75%"],
            "what insurance pays is a level",
        ),
        ("公共服务提供率达到98%。", ["公共服务提供率 >=98%"], "提供 of a rate gives nothing"),
        (
            "享受居家服务的老人占全市老人总数的5%以上。",
            ["享受居家服务的老人占全市老人总数比重 >=5%"],
            "a part of all persons",
        ),
        ("人均公共卫生服务经费达到60元以上。", ["人均公共卫生服务经费 >=60元"], "a head's money is no budget"),
        ("共募集社会捐赠2亿元以上。", ["募集社会捐赠 >=200000000元"], "募集"),
        ("带动800户3000人脱贫。", ["脱贫 =800户", "脱贫 =3000人"], "counts that run together"),
        ("建成300亩规模以上蔬菜基地12个。", ["300亩规模以上蔬菜基地 =12个"], "a size of each"),
        ("建成以茶叶为主的2000亩的产业基地。", ["产业基地 =2000亩"], "what it is made of"),
        ("新增困难户“发现1户、解决1户”。", [], "a maxim"),
        ("发展苹果种植8万亩，葡萄种植4.5万亩等。", ["发展苹果种植 =80000亩", "葡萄种植 =45000亩"], "等 names nothing"),
        ("公租房轮候时间不超过4年。", ["公租房轮候时间 <=4年"], "years that are to be reached"),
        (
            "到2025年，准入标准不低于我市上年度人均可支配收入的60%。",
            ["准入标准占我市上年度人均可支配收入比重 >=60% by 2025-12-31"],
            "a base of the year before",
        ),
        (
            "每个街道建有1个健身广场（公园）、每个村委会（社区）建有1个健身点。",
            ["健身广场（公园） =1个 /每个街道", "健身点 =1个 /每个村委会（社区）"],
            "a bracket in the next",
        ),
        ("人口自然增长率控制在5‰以下。", ["人口自然增长率 <=0.5%"], "no growth of something"),
        ("完成情况：安置点共5个，完成建设安置房1200套。", [], "what is done"),
        ("固定资产投资在1亿元以上的工业类项目为重大项目。", [], "a definition"),
        ("投资5000万元以上，实行“一事一议”。", [], "for whom"),
        ("可按不低于标准的50%收取。", [], "a fee"),
        ("分县区目标：霍邱县森林覆盖率达到30%。", ["森林覆盖率 >=30% @霍邱县"], "the place behind the head"),
    ],
)
def test_figures_of_plans(text: str, expected: list[str], reason: str) -> None:
    assert targets_of(text) == expected, reason


def test_the_head_of_a_list_of_goals_is_none_of_its_indicators() -> None:
    text = "2025年全市经济社会发展主要预期目标是：地区生产总值增长6%；工业增加值增长8%；失业率控制在5%以内。"
    assert targets_of(text) == [
        "地区生产总值 =6% + by 2025-12-31", "工业增加值 =8% + by 2025-12-31", "失业率 <=5% by 2025-12-31",
    ]  # fmt: skip
