"""Figures that are set out to be reached: a line a construction."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from promises import targets_of
from readings import reading_of

from extract.interpret.targets import find_targets

COUNTED = [
    ("打造10个以上电商品牌。", ["电商品牌 >=10个"], "the indicator follows the figure"),
    ("培育3家平台、20家企业和5个园区。", ["平台 =3家", "企业 =20家", "园区 =5个"], "one verb over a list"),
    (
        "培育7个以上省级电商示范镇、21个以上示范村。",
        ["省级电商示范镇 >=7个", "省级电商示范村 >=21个"],
        "the second shares the first's head",
    ),
    ("建设全国知名的开源社区3个。", ["全国知名的开源社区 =3个"], "全国 belongs to the name"),
    ("形成高质量开源项目50个。", ["高质量开源项目 =50个"], "形成 before the thing"),
    ("建设改造1个物流中心。", ["物流中心 =1个"], "two verbs"),
    ("建设或引进2套管理系统。", ["管理系统 =2套"], "verbs joined by 或"),
    ("力争培育5家上市公司、3家龙头企业。", ["上市公司 >=5家", "龙头企业 >=3家"], "力争 over a list"),
    ("至少建成3个示范点。", ["示范点 >=3个"], "至少 before the verb"),
    ("创建不少于8个绿色工厂。", ["绿色工厂 >=8个"], "a comparator between verb and figure"),
    ("建成两个中心、三家以上工作站。", ["中心 =2个", "工作站 >=3家"], "Chinese numerals"),
    ("树立百名创业明星。", ["创业明星 =100名"], "百名"),
    ("选取3—5个重点领域开展试点。", ["开展试点的重点领域 =3-5个"], "a range"),
    ("形成1到2个产业集群。", ["产业集群 =1-2个"], "a range with 到"),
    ("新建3000条（个）智能生产线。", ["智能生产线 =3000条"], "two measure words"),
    ("新增10个以上省级平台。", ["省级平台 >=10个 +"], "新增 is an increase"),
    ("推动全市100家企业上云。", ["企业上云 =100家"], "what is done to the counted"),
    ("建成2个中心并改造5个站点。", ["中心 =2个", "站点 =5个"], "并 joins items"),
    ("培育5个年销售额超1000万元的品牌。", ["年销售额超1000万元的品牌 =5个"], "a sum inside the indicator"),
    (
        "打造年产值超亿元的特色产业3个、超10亿元的2个。",
        ["年产值超亿元的特色产业 =3个", "年产值超10亿元的特色产业 =2个"],
        "narrowed by sums",
    ),
    (
        "新开工亿元以上项目120个、竣工80个。",
        ["新开工亿元以上项目 =120个", "亿元以上项目竣工 =80个"],
        "a bare verb counts the same",
    ),
    ("开展培训（市人社局负责），举办5场招聘会。", ["招聘会 =5场"], "past a bracket of units"),
]

MEASURED = [
    ("培育省级示范点21个以上。", ["省级示范点 >=21个"], "the indicator stands before the figure"),
    ("建成高标准农田5万亩。", ["高标准农田 =50000亩"], "an area"),
    ("新建改建农村公路200公里。", ["农村公路 =200公里"], "a length"),
    ("全市网络零售额达到95亿元。", ["网络零售额 >=9500000000元"], "达到"),
    ("营业收入突破1万亿元。", ["营业收入 >=1000000000000元"], "突破"),
    ("完成工业投资10亿元。", ["工业投资 =1000000000元"], "money that is invested"),
    ("网上可办率不低于90%。", ["网上可办率 >=90%"], "不低于"),
    ("占比保持在30%以上。", ["占比 >=30%"], "保持在"),
    ("粮食播种面积稳定在145万亩左右。", ["粮食播种面积 ~1450000亩"], "稳定在, 左右"),
    ("城镇调查失业率控制在5.5%以内。", ["城镇调查失业率 <=5.5%"], "控制在…以内"),
    ("居民消费价格涨幅控制在3%左右。", ["居民消费价格涨幅 ~3%"], "左右 wins over 控制在"),
    ("森林覆盖率提高0.5个百分点。", ["森林覆盖率 =0.5百分点 +"], "百分点"),
    ("婴儿死亡率控制在5‰以内。", ["婴儿死亡率 <=0.5%"], "per mille as per cent"),
    ("人均预期寿命提高到80岁。", ["人均预期寿命 >=80岁"], "an age that is measured"),
    ("3岁以下婴幼儿入托率提高6个百分点。", ["3岁以下婴幼儿入托率 =6百分点 +"], "an age that qualifies"),
    ("劳动年龄人口平均受教育年限达到11年。", ["劳动年龄人口平均受教育年限 >=11年"], "years that are measured"),
    ("企业开办时间压缩至1个工作日以内。", ["企业开办时间 <=1个工作日"], "working days"),
    ("每千人口执业医师达到3.7人。", ["每千人口执业医师 >=3.7人"], "每千人口 is no 每个"),
    ("孕产妇死亡率下降到12/10万以下。", ["孕产妇死亡率 <=12/10万"], "a rate of 100,000"),
    ("PM2.5平均浓度控制在28微克/立方米以下。", ["PM2.5平均浓度 <=28微克/立方米"], "a unit with a slash"),
    ("实现覆盖率100%。", ["覆盖率 =100%"], "verb, indicator, figure"),
    (
        "年网络销售额新增15亿元以上（总额超过95亿元）。",
        ["年网络销售额 >=1500000000元 +", "年网络销售额总额 >9500000000元"],
        "in brackets, with a bare head",
    ),
    ("增加值增长8%，达到500亿元。", ["增加值 =8% +", "增加值 >=50000000000元"], "the indicator goes on"),
    (
        "增加值达到7000亿元，占GDP的比重超过12%。",
        ["增加值 >=700000000000元", "增加值占GDP的比重 >12%"],
        "占… needs what stands before",
    ),
    ("新能源汽车销售量达到汽车销售总量的20%左右。", ["新能源汽车销售量占汽车销售总量比重 ~20%"], "a share of a whole"),
    (
        "培育“数字领航”企业3-5家，工业互联网平台30个左右。",
        ["“数字领航”企业 =3-5家", "工业互联网平台 ~30个"],
        "a list over commas",
    ),
    (
        "龙头企业达80家以上（其中国家级1家、省级8家）。",
        ["龙头企业 >=80家", "国家级龙头企业 =1家", "省级龙头企业 =8家"],
        "parts by level",
    ),
    ("力争游客满意度达95%。", ["游客满意度 >=95%"], "力争 … 达"),
    (
        "到2025年，信用贷款比例不低于30%。",
        ["信用贷款比例 >=30% by 2025-12-31"],
        "a share of loans, not what one pays down",
    ),
]

CHANGES = [
    ("农产品零售额增长30%。", ["农产品零售额 =30% +"], "增长"),
    ("营业收入年均增速超过20%。", ["营业收入 >20% +"], "增速超过"),
    ("规上工业增加值年均增长8%左右。", ["规上工业增加值 ~8% +"], "年均增长"),
    ("数字经济增加值较2020年提高15%以上。", ["数字经济增加值 >=15% +"], "较2020年提高"),
    ("单位产值能耗比2020年下降13.5%。", ["单位产值能耗 =13.5% -"], "比…下降"),
    ("制造业机器人密度实现翻番。", ["制造业机器人密度 =100% +"], "翻番 doubles"),
    ("办事材料减少60%以上。", ["办事材料 >=60% -"], "减少"),
    ("办理时间压减50%。", ["办理时间 =50% -"], "压减"),
    ("能耗降低到0.5吨标准煤以下。", ["能耗 <=0.5吨标准煤"], "降低到 names a level"),
    ("净增规上企业100家。", ["规上企业 =100家 +"], "净增"),
    ("城镇新增就业22万人以上。", ["城镇新增就业 >=220000人 +"], "新增 inside the indicator"),
    ("经营主体新增2000家。", ["经营主体 =2000家 +"], "新增 behind the indicator"),
]

INDICES = [
    ("营商环境指数达到90。", ["营商环境指数 >=90"], "an index"),
    ("PUE值低于1.25。", ["PUE值 <1.25"], "a ratio, from above"),
    ("城乡居民收入比缩小到2.1∶1以内。", ["城乡居民收入比 <=2.1"], "a ratio to one"),
    ("进入全国城市竞争力前10名。", ["全国城市竞争力 <=10名"], "a rank"),
    ("机器人密度增长2倍。", ["机器人密度 =2倍 +"], "倍"),
]

SEPARATELY = [
    (
        "货物贸易、对外投资和利用外资分别占比达30%、20%和10%。",
        ["货物贸易占比 >=30%", "对外投资占比 >=20%", "利用外资占比 >=10%"],
        "as many names as figures",
    ),
    (
        "氨氮、氮氧化物等重点工程减排量分别达到18吨、659吨。",
        ["氨氮重点工程减排量 >=18吨", "氮氧化物重点工程减排量 >=659吨"],
        "the measure behind 等",
    ),
    (
        "氨氮、氮氧化物排放总量比2020年分别下降8%、10%以上。",
        ["氨氮排放总量 >=8% -", "氮氧化物排放总量 >=10% -"],
        "the measure behind the last, and the floor",
    ),
    (
        "化肥、农药利用率均达到43%以上。",
        ["化肥利用率 >=43%", "农药利用率 >=43%"],
        "one figure for both",
    ),
    (
        "到2024年、2025年，5G基站总数分别达到15万个、18万个。",
        ["5G基站总数 >=150000个 by 2024-12-31", "5G基站总数 >=180000个 by 2025-12-31"],
        "a figure a year",
    ),
    ("履约率、开工率分别达到90%、80%、30%。", [], "three figures for two names: no guess"),
]

PLACES = [
    (
        "打造25家示范企业，其中霍邱县3家，金寨县2家。",
        ["示范企业 =25家", "示范企业 =3家 @霍邱县", "示范企业 =2家 @金寨县"],
        "parts by place",
    ),
    (
        "创建示范村：霍邱县、舒城县各4个以上，叶集区1个以上。",
        ["示范村 >=4个 @霍邱县", "示范村 >=4个 @舒城县", "示范村 >=1个 @叶集区"],
        "各 after a list of places",
    ),
    (
        "培育主体，品牌：霍邱县2个。",
        ["主体 =2个 @霍邱县", "品牌 =2个 @霍邱县"],
        "two indicators before the colon",
    ),
    (
        "新增企业：霍邱县、金寨县分别10家、20家。",
        ["企业 =10家 + @霍邱县", "企业 =20家 + @金寨县"],
        "places and figures paired",
    ),
]

EACH = [
    ("各县区引进2家企业。", ["企业 =2家 /各县区"], "各县区"),
    ("每个行政村建设1个网点。", ["网点 =1个 /每个行政村"], "每个"),
    ("每年培训不少于5000人。", ["培训 >=5000人 /每年"], "每年"),
    ("每年培育20家企业，开展10场活动。", ["企业 =20家 /每年", "活动 =10场 /每年"], "over the list"),
    ("各县区均至少建立1个服务中心。", ["服务中心 >=1个 /各县区"], "均至少"),
    ("每村培育2名带头人，全县建成10个示范镇。", ["带头人 =2名 /每村", "示范镇 =10个"], "全县 ends 每村"),
]

TIMES = [
    ("到2025年底，新增学位5万个。", ["学位 =50000个 + by 2025-12-31"], "the time is no part of the indicator"),
    ("“十四五”期间，新改扩建幼儿园200所。", ["幼儿园 =200所 by 2025-12-31"], "nor is a named period"),
    ("2024年6月底前，建成3个站点。", ["站点 =3个 by 2024-06-30"], "a month"),
    (
        "开展培训3.5万人次以上，其中2024年培训5000人次以上。",
        ["培训 >=35000人次", "培训 >=5000人次 by 2024-12-31"],
        "the part of one year",
    ),
    (
        "到2025年，淘汰产能1000万吨、炼钢600万吨。",
        ["淘汰产能 =10000000吨 by 2025-12-31", "炼钢 =6000000吨 by 2025-12-31"],
        "a time limit sets out",
    ),
]

SHARES = [
    ("行政村100%通快递。", ["行政村通快递 =100%"], "measured on both sides"),
    ("全省50%以上的文化馆具备数字服务能力。", ["文化馆具备数字服务能力 >=50%"], "a share of those that"),
]

OTHERS = [
    ("为5000户困难家庭进行无障碍改造。", ["困难家庭进行无障碍改造 =5000户"], "done for so many"),
    ("开办26个爱心暑托班、10个寒托班。", ["爱心暑托班 =26个", "寒托班 =10个"], "a list behind a rarer verb"),
    ("交付加装电梯200台以上。", ["交付加装电梯 >=200台"], "a rarer verb before the indicator"),
    ("接种新冠疫苗100万剂次，捐献图书2万册。", ["捐献图书 =20000册"], "verbs that no list holds"),
]


@pytest.mark.parametrize(
    "text, expected, reason",
    [*COUNTED, *MEASURED, *CHANGES, *INDICES, *SEPARATELY, *PLACES, *EACH, *TIMES, *SHARES, *OTHERS],
)
def test_targets(text: str, expected: list[str], reason: str) -> None:
    assert targets_of(text) == expected, reason


NONE = [
    ("对年营业收入超过1亿元的企业，给予50万元奖励。", "a condition of money"),
    ("组织100人以上旅游团的旅行社，一次性奖励1万元。", "a condition of money, counted"),
    ("三、申报条件\n注册人数不少于5人，年销售额达到100万元。", "under conditions of entry"),
    ("企业应同时符合以下条件：研发人员占比不低于10%。", "a lead to conditions"),
    ("本办法所称小微企业，是指从业人员不超过300人的企业。", "a definition"),
    ("目前，全市已建成5G基站2000个。", "what exists"),
    ("截至2023年底，培育企业300家。", "what was reached"),
    ("一、发展基础\n培育企业300家，产值达到50亿元。", "under a heading of what is so"),
    ("上一年度纳税总额不低于1000万元。", "last year"),
    ("实施工作分为3个阶段，包括4个方面。", "parts of the plan"),
    ("坚持五个原则，突出两个重点环节。", "parts of speech"),
    ("在凤城、尚卿等4个乡镇先行先试。", "places counted up"),
    ("推动现有12个县级中心转型。", "what there is already"),
    ("收到申请之日起5个工作日内办结。", "a procedure"),
    ("申报材料一式3份，每份不超过20页。", "papers"),
    ("创新能力（满分100分）：发明专利每件得5分。", "scores"),
    ("联系电话：0564-3379005，联系人2名。", "a phone number"),
    ("注册资本达到1000万元。", "capital"),
    ("服务期不少于5年。", "a term of service"),
    ("45周岁以下的博士优先。", "an age"),
    ("安排专项资金1亿元。", "public spending"),
    ("第3条措施、第二批项目。", "ordinals"),
    ("落实财政部等4部门《关于政府采购的实施意见》要求。", "how many bodies"),
    ("过渡期内按公房租金标准的50%计租。", "what is charged"),
    ("企业年地方综合贡献超40万元以上，以上一年度为基数，对新增部分奖励50%。", "对新增部分 is said of the same"),
    ("首套住房商业性个人住房贷款最低首付款比例为不低于20%。", "what a loan asks for"),
    ("可按实际绿化面积的20%计入建设项目附属绿地面积。", "what is reckoned in"),
    ("对旅行社继续实施100%暂退旅游服务质量保证金政策。", "how much of a deposit"),
    ("在冰雪消费券中列支500万元，鼓励市（州）1∶2配套。", "what others may add"),
]


@pytest.mark.parametrize("text, reason", NONE)
def test_none(text: str, reason: str) -> None:
    assert targets_of(text) == [], reason


RULES = [
    ("研发人员占比不低于10%，每年在本区工作不少于6个月。", [], "a condition of entry in a list of its own"),
    ("到2025年，培育企业100家。", ["企业 =100家 by 2025-12-31"], "rules may set a goal with a time limit"),
    ("种植土厚度大于等于0.4米，拆除重建项目不超过10%。", [], "norms of a rule"),
    ("到2025年，建筑垃圾填埋率不超过10%。", ["建筑垃圾填埋率 <=10% by 2025-12-31"], "a bound with a time is a goal"),
]


@pytest.mark.parametrize("text, expected, reason", RULES)
@pytest.mark.parametrize("genre", ["实施细则", "管理办法", "申报指南"])
def test_notices_of_rules(genre: str, text: str, expected: list[str], reason: str) -> None:
    assert targets_of(text, genre=genre) == expected, reason


def test_past_years_are_none() -> None:
    assert targets_of("2023年，新增企业100家。") == []
    assert targets_of("2024年，新增企业100家。") == ["企业 =100家 + by 2024-12-31"]


@given(
    st.lists(
        st.sampled_from("培育建成10个3家以上、，。；品牌企业（其中）霍邱县各每年占比达到5%亿元分别的和到2025年"),
        max_size=60,
    )
)
def test_any_text(parts: list[str]) -> None:
    reading = reading_of("".join(parts) or "。")
    for draft in find_targets(reading, set()):
        assert 0 <= draft.start < draft.end <= len(reading.text)
        assert draft.columns["indicator"]
        assert all(figure.start >= draft.start - 60 for figure in draft.figures)
