"""Targets behind a field or a place, works on what is there, names of two in one word; and counts that set out nothing."""

from __future__ import annotations

import pytest
from promises import targets_of

WORKS = [
    ("对人民路等3条城区道路进行综合提升改造。", ["城区道路综合提升改造 =3条"], "works on so many"),
    ("对全市50所学校实施供暖改造。", ["学校供暖改造 =50所"], "实施 is none of the name"),
    ("打通人民大道（一期）等12条断头路。", ["断头路 =12条"], "names before 等, with a bracket"),
    ("使1500户农户用上清洁能源。", ["农户用上清洁能源 =1500户"], "whom it is done for"),
    ("新（改、扩）建公办园5所。", ["公办园 =5所"], "a verb with a bracket of its own"),
    ("力争2024年、2025年各消除40%“空壳村”。",
     ["消除“空壳村” >=40% by 2024-12-31", "消除“空壳村” >=40% by 2025-12-31"], "a share of each year"),
    ("新增墓穴1000穴。", ["墓穴 =1000穴 +"], "a unit of its own"),
    ("将30公里的县乡公路两旁全部进行绿化。", ["县乡公路两旁 =30公里"], "all of them are done"),
    ("将500户危房全部改造完毕。", ["危房 =500户"], "to the last"),
    ("展摆花卉30万盆。", ["展摆花卉 =300000盆"], "a unit of greening"),
    ("2.婴幼儿服务托位：上半年新增100个托位；全年新增500个托位。",
     ["婴幼儿服务托位 =100个 + by 2024-06-30", "婴幼儿服务托位 =500个 + by 2024-12-31"], "the name in full before the colon"),
    ("植树5万株。", ["植树 =50000株"], "a verb that names what it counts"),
    ("卫生厕所普及率≧60%。", ["卫生厕所普及率 >=60%"], "another form of ≥"),
    ("续建甲地至乙地、丙地至丁地等5个高速公路项目631公里。", ["高速公路项目 =5个", "高速公路项目 =631公里"], "how long all of them are"),
    ("东段至西段等5个项目125公里建成通车。", ["项目 =5个", "项目 =125公里"], "and what is done with them"),
    ("新增10个乡镇通三级公路74公里。", ["乡镇通三级公路 =10个 +", "乡镇通三级公路 =74公里 +"], "more of both"),
    ("新增三合、开山、老虎、集安4个查验口岸。", ["查验口岸 =4个"], "as many names as are counted"),
    ("鲜切花产量达到105亿枝。", ["鲜切花产量 >=10500000000枝"], "a unit of flowers"),
    ("将行政许可由6项调整为1项。", ["行政许可 =1项"], "what it was is told"),
    ("共享数据接口调用突破千万次。", ["共享数据接口调用 >=10000000次"], "a number in scale words"),
    ("85%政务服务事项“一网通办”。", ["政务服务事项“一网通办” =85%"], "a deed in quotes"),
    ("全市新增2400户（累计约3600户）餐饮单位纳入监管平台。", ["餐饮单位纳入监管平台 =2400户 +"], "how many there are then, between"),
    ("确保儿童每天接触户外自然光不少于1小时。", ["儿童每天接触户外自然光 >=1小时"], "so long each day"),
    ("“登门拜访”1000家民营企业。", ["民营企业 =1000家"], "a verb in quotes"),
    ("各部门“双随机\"检查事项覆盖率不低于90%。", ["“双随机\"检查事项覆盖率 >=90% /各部门"], "a quote closed by another mark"),
    ("争取金融机构信贷产品全覆盖。", ["金融机构信贷产品覆盖率 =100%"], "争取"),
    ("推动发放创业担保贷款60亿元以上。", ["发放创业担保贷款 >=6000000000元"], "what is lent in all"),
    ("每个街道至少建有1个服务中心。", ["服务中心 >=1个 /每个街道"], "建有"),
    ("霍邱县、舒城县2县散煤用量分别减少50%。", ["散煤用量 =50% - @霍邱县", "散煤用量 =50% - @舒城县"], "places that are counted"),
]  # fmt: skip

STATES = [
    ("目前，全市共有示范园区5个，力争2025年达到10个。", ["示范园区 >=10个 by 2025-12-31"], "a goal behind how things stand"),
    ("近年来，全市建成示范园区5个，到2025年建成示范园区10个。", ["示范园区 =10个 by 2025-12-31"], "with a verb of its own"),
    ("目前总算力突破5.4万P；落地数据中心44个，力争2025年达到50个。", ["数据中心 >=50个 by 2025-12-31"], "behind a semicolon"),
    ("目前总算力突破5.4万P；落地数据中心44个；力争2025年建成数据中心50个。", ["数据中心 >=50个 by 2025-12-31"], "after one"),
    ("目前总算力突破5.4万P；落地数据中心44个。", [], "how things stand"),
    ("截至2023年底，全市建成充电桩2000个，2024年计划新建500个。", ["充电桩 =500个 by 2024-12-31"], "more of what there is"),
    ("已建成冷库30座，将再建20座。", ["冷库 =20座"], "将 turns to what is planned"),
    ("到2020年，全市建成示范园区5个，到2025年达到10个。", ["示范园区 >=10个 by 2025-12-31"], "a year that is over"),
    ("我市目前有高新技术企业300家，确保到2025年突破500家、科技型中小企业达到1000家。",
     ["高新技术企业 >=500家 by 2025-12-31", "科技型中小企业 >=1000家 by 2025-12-31"], "a list behind it"),
    ("近年来，服务业增加值占比达到45%，力争2025年提高到50%。", ["服务业增加值占比 >=50% by 2025-12-31"], "a share"),
    ("目前全市城镇化率为58%，到2025年达到65%以上，到2030年达到70%。",
     ["城镇化率 >=65% by 2025-12-31", "城镇化率 >=70% by 2030-12-31"], "two goals"),
    ("建成OPC社区100个以上，培育营收超1000万元OPC100家以上，集聚高成长性OPC5000家。",
     ["OPC社区 >=100个", "营收超1000万元OPC >=100家", "高成长性OPC =5000家"], "a name in letters before the count"),
    ("实现OPC社区建设全市域覆盖。", ["OPC社区建设覆盖率 =100%"], "all of the city's area"),
    ("5年内重点支持300名人才赴境外培训，1000名人才参加研修，对参加培训的人员给予一定比例的补贴。",
     ["人才赴境外培训 =300名", "人才参加研修 =1000名"], "support that is set out, and another promise behind it"),
    ("5年内重点扶持100个创业项目，在贷款贴息等方面给予扶持。", ["创业项目 =100个"], "so many are supported"),
    ("规范320个学前看护点。", ["学前看护点 =320个"], "规范 as a verb"),
    ("千人口床位数达到7.4张，万人发明专利拥有量达到20件。", ["千人口床位数 >=7.4张", "万人发明专利拥有量 >=20件"], "what a rate is of"),
    ("全省8个产业集群营业收入突破千亿元。", ["产业集群营业收入 >=100000000000元"], "all of them together"),
    ("全市万元GDP能耗下降10%。", ["万元GDP能耗 =10% -"], "万元 belongs to the ratio"),
    ("建成500亩规模以上蔬菜基地24个。", ["500亩规模以上蔬菜基地 =24个"], "the size qualifies what is counted"),
]  # fmt: skip

FIELDS = [
    ("打造乡村旅游10个精品村、20家民宿。", ["精品村 =10个", "民宿 =20家"], "the field before the count"),
    ("完成重点防治区内81个县详细调查。", ["县详细调查 =81个"], "the place before it"),
    (
        "完成县应急广播指挥中心、18个乡镇分控中心和20个广播室。",
        ["乡镇分控中心 =18个", "广播室 =20个"],
        "an uncounted first",
    ),
    ("以霍山县为重点实施粮改饲面积12万亩以上。", ["粮改饲面积 >=120000亩"], "where most of it lies"),
    ("努力实现地区生产总值增长6%。", ["地区生产总值 =6% +"], "努力 is none of the name"),
    ("全市8个开发区实现营业收入500亿元。", ["开发区实现营业收入 =50000000000元"], "who reaches it together"),
    ("全市整治125个村庄（包括63个省级村、62个市级村）。", ["村庄 =125个"], "the bracket is none of the name"),
    ("新建中心10个（含改建2个）。", ["中心 =10个", "改建中心 =2个"], "which part of them"),
]

SUMS = [
    ("完成200亿元投资。", ["投资 =20000000000元"], "what the sum is of stands behind it"),
    ("力争发行不低于20亿元专项债券。", ["专项债券 >=2000000000元"], "the same with a floor"),
    ("撬动社会资本10亿元、带动5亿元消费。", ["社会资本 =1000000000元", "消费 =500000000元"], "before and behind"),
]

CHOSEN = [
    ("选取5个园区开展清洁生产示范。", ["开展清洁生产示范的园区 =5个"], "what those that are chosen do"),
    ("对1万台使用满15年的老旧电梯开展安全评估。", ["使用满15年的老旧电梯安全评估 =10000台"], "works that only look"),
    ("上坡村、下坡村等5个贫困村出列。", ["贫困村出列 =5个"], "what becomes of them"),
    ("“百”系列：打造乡村旅游100个精品村、100家民宿。", ["精品村 =100个", "民宿 =100家"], "behind a label"),
    ("装备制造等3个产业集群营业收入突破千亿级。", ["营业收入突破千亿级的产业集群 =3个"], "so many exceed it"),
    ("力争10家企业产值超100亿元，其中3家产值超500亿元。",
     ["产值超100亿元的企业 >=10家", "产值超500亿元的企业 =3家"], "and some of them more"),
    ("单位能耗下降到0.8吨标准煤（按2020年价格计算），比2020年的1吨标准煤降低20%。",
     ["单位能耗 <=0.8吨标准煤", "单位能耗 =20% -"], "a remark in between"),
    ("新增小麦、玉米各10万亩。", ["小麦 =100000亩 +", "玉米 =100000亩 +"], "各 behind what is planted"),
    ("每轮选拔拔尖人才20名左右、优秀人才40名左右，分别给予1万元、5千元奖励。", ["拔尖人才 ~20名 /每轮", "优秀人才 ~40名 /每轮"],
     "how many are chosen, in a list"),
    ("在紧缺人才中，遴选支持20名，按每人2万元标准给予奖励。", [], "支持 is no name"),
]  # fmt: skip

PAIRS = [
    ("城乡居民人均可支配收入分别增长6%、9%。",
     ["城镇居民人均可支配收入 =6% +", "农村居民人均可支配收入 =9% +"], "two names in one word"),
    ("城镇和农村居民人均可支配收入分别增长6%、9%。",
     ["城镇居民人均可支配收入 =6% +", "农村居民人均可支配收入 =9% +"], "the first is short"),
    ("化肥、农药使用量减少5%。", ["化肥使用量 =5% -", "农药使用量 =5% -"], "one figure for each of two"),
    ("二氧化硫和氮氧化物排放总量分别控制在10万吨、9万吨以内，比2020年的12万吨、11万吨分别减少15%、16%。",
     ["二氧化硫排放总量 <=100000吨", "氮氧化物排放总量 <=90000吨", "二氧化硫排放总量 =15% -", "氮氧化物排放总量 =16% -"],
     "a list of bases before a list of changes"),
    ("化学需氧量和氨氮排放量（含工业）分别减少12%（其中工业减少13%）、15%。",
     ["化学需氧量排放量 =12% -", "氨氮排放量 =15% -", "工业 =13% -"], "an aside inside the list"),
    ("示范家庭农场和示范社分别达到10000家。", ["示范家庭农场 >=10000家", "示范社 >=10000家"], "one figure of each of two"),
    ("实现网上申报100%、按时办结100%。", ["网上申报 =100%", "按时办结 =100%"], "shares of what is done so"),
    ("用电接电时长不超过10个工作日。", ["用电接电时长 <=10个工作日"], "a length that is promised"),
    ("企业开办时间不超过1天、环节不超过2个。", ["企业开办时间 <=1天", "环节 <=2个"], "how long and how many steps a service takes"),
    ("市县安排不少于10%的建设用地指标，保障产业用地。", ["建设用地指标 >=10%"], "what is put aside"),
    ("规模扩大至每年1000名左右。", ["规模 ~1000名 /每年"], "a rate"),
    ("安全生产5个领域75项事中事后监管任务全面完成。", ["事中事后监管任务全面完成 =75项"], "where, and how many"),
    ("各县区安排不少于10%的建设用地指标，保障产业用地。", ["建设用地指标 >=10% /各县区"], "by each of them"),
]  # fmt: skip


@pytest.mark.parametrize("text, expected, reason", [*WORKS, *STATES, *FIELDS, *SUMS, *CHOSEN, *PAIRS])
def test_targets(text: str, expected: list[str], reason: str) -> None:
    assert targets_of(text, genre="行动方案") == expected, reason


@pytest.mark.parametrize(
    "text, reason",
    [
        ("确保实现“两个高于、两个缩小”目标。", "a slogan"),
        ("组建由“1名团长+技术、产业3名导师+N名志愿者”组成的陪跑团。", "what one thing is made up of"),
        ("突破发展3个新兴领域。", "what one turns to"),
        ("实施“千人百家”工程。", "a slogan of scale words"),
        ("最高住房公积金贷款额度提高到100万元。", "what one can borrow"),
        ("可考虑再增加15平方米。", "what may be"),
        ("对展会，如参展企业数量超过总数的50%，给予支持。", "in which case"),
        ("每家体验店累计扶持不超过3次。", "how often one can get it"),
        ("对3个阶段工作进行提升。", "parts of the plan"),
        ("对各县政府和8个行业主管部门实施目标责任管理。", "bodies there are"),
        ("到2025年，9项重点工程建设目标基本完成。", "and its projects"),
        ("2024年区政府主要工作任务分解为7大方面、80项。", "how it is parted"),
        ("计算公式：（4800元×60%×20%）×30%=172元。", "a sum that is worked out"),
        ("开展草场（集中连片2000亩以上）围栏封育。", "a size inside a name"),
        ("新建200亩以上的规模化蔬菜园区、基地。", "how large they are, not how much of them"),
        ("充分发挥9条省级步行街（商圈）的消费主阵地作用。", "what is there is put to use"),
        ("做好7部地方性法规的贯彻实施工作。", "and carried out"),
        ("60万以上人口的县（市、区）可适当增加床位。", "which counties"),
        ("可按底价的10%确定竞买保证金。", "a deposit"),
        ("确保“零遗漏”和全覆盖。", "of what is not said"),
        ("收费继续执行下调10%政策。", "a policy that goes on"),
        ("机构在本市注册。且办公面积不低于100平方米。", "what is asked of somebody"),
        ("月销售额未超过10万元的个体工商户，免征增值税。", "who is let off"),
        ("将企业信用额度可提高至500万元。", "what one can borrow by its name"),
        ("首次缴纳比例不低于50%。", "how much is paid first"),
        ("对稳岗率达到95%以上、有扩岗需求的企业，加强服务。", "which enterprises"),
        ("适用3%预征率的增值税项目，暂停预缴。", "how a tax is reckoned"),
    ],
)
def test_none(text: str, reason: str) -> None:
    assert targets_of(text, genre="行动方案") == [], reason


def test_measures_that_help_so_many_make_something() -> None:
    text = "支持30家企业建设绿色工厂、5家企业建设零碳工厂。"
    assert targets_of(text, genre="若干措施") == ["企业建设绿色工厂 =30家", "企业建设零碳工厂 =5家"]
