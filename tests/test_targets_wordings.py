"""Shares and lengths beside what they are of, stages of works, lists of one kind, and what sets out nothing."""

from __future__ import annotations

import pytest
from promises import targets_of

SHARES = [
    ("超过30%的软件企业向云服务转型。", ["软件企业向云服务转型 >30%"], "a comparator before the share"),
    ("不低于35%的行政村生活污水得到治理。", ["行政村生活污水得到治理 >=35%"], "a floor before it"),
    ("近50%的企业上云。", ["企业上云 ~50%"], "近 before it"),
    ("80%以上企业上云上平台。", ["企业上云上平台 >=80%"], "no 的"),
    ("实现审批事项“100%网上受理、90%网上办结”。",
     ["审批事项网上受理 =100%", "审批事项网上办结 =90%"], "two shares of one thing, inside quotes"),
    ("实行课后服务全覆盖。", ["课后服务覆盖率 =100%"], "实行"),
]  # fmt: skip

LENGTHS = [
    ("清淤农渠518条长322公里。", ["农渠 =518条", "农渠长度 =322公里"], "the length behind the count"),
    ("新建渠道98条119公里。", ["渠道 =98条", "渠道 =119公里"], "without 长"),
    ("林下经济面积达260万亩、产值达130亿元。", ["林下经济面积 >=2600000亩", "林下经济产值 >=13000000000元"], "one owner"),
    ("机器人密度达到500台，产量达到4万台。", ["机器人密度 >=500台", "产量 >=40000台"], "behind a comma another's"),
    ("城镇新增就业2.4万人（其中失业人员再就业1.1万人）以上。",
     ["城镇新增就业 >=24000人 +", "失业人员再就业 =11000人"], "a part in a bracket that parts 以上 from the whole"),
    ("村集体收入保持在人均10元以上。", ["村集体收入 >=10元"], "人均 before the figure is none of the name"),
    ("到2024年末，市场主体达到8万户，其中企业2万户；到2025年末，发展到12万户。",
     ["市场主体 >=80000户 by 2024-12-31", "企业 =20000户 by 2024-12-31", "市场主体 =120000户 by 2025-12-31"],
     "the head of the parts is taken up again"),
    ("到2025年，面向企业开放场景100个。", ["面向企业开放场景 =100个 by 2025-12-31"], "面向 is no word of speech here"),
    ("算力规模达到500Eflops。", ["算力规模 >=500Eflops"], "a unit of computing in Latin letters"),
    ("固定资产投资力争完成23亿元。", ["固定资产投资 >=2300000000元"], "完成 is none of the name"),
    ("固定资产投资确保完成23亿元以上。", ["固定资产投资 >=2300000000元"], "nor behind another verb"),
]  # fmt: skip

STAGES = [
    ("保障房新开工500套，竣工300套，交付200套。",
     ["保障房新开工 =500套", "保障房竣工 =300套", "保障房交付 =200套"], "one stage gives way to the next"),
    ("改造项目开工400套，建成300套。", ["改造项目开工 =400套", "改造项目建成 =300套"], "建成 too"),
    ("完成骨干林带1000亩（含西环），植树11万株。", ["骨干林带 =1000亩", "植树 =110000株"], "植树 has its own object"),
    ("新建和改造高标准农田10万亩。", ["高标准农田 =100000亩"], "two verbs before it"),
    ("实施农村公路提升行动，新（改）建60公里。", ["农村公路提升行动 =60公里"], "of what the clause before names"),
]  # fmt: skip

KINDS = [
    ("培育形成装备1个五百亿级产业集群，纺织、材料、能源等3个百亿级产业集群。",
     ["五百亿级产业集群 =1个", "百亿级产业集群 =3个"], "others of what the list counts"),
    ("新入库规上工业企业400家以上、规上服务业企业300家以上。",
     ["规上工业企业 >=400家", "规上服务业企业 >=300家"], "a verb of statistics"),
    ("在14个城区增补义务教育学位2万个。", ["义务教育学位 =20000个"], "where it is made comes first"),
    ("某研究院新引进项目团队10个以上。", ["某研究院新引进项目团队 >=10个"], "who makes it comes first"),
    ("其中一二三产增加值分别增长3.5%、6%、5%。",
     ["一产增加值 =3.5% +", "二产增加值 =6% +", "三产增加值 =5% +"], "three sectors in one word"),
    ("水稻、油菜种植面积达到3万亩、2万亩。", ["水稻种植面积 >=30000亩", "油菜种植面积 >=20000亩"], "side by side, without 分别"),
    ("城市、农村用户接入能力分别达到100Mbps、20Mbps。",
     ["城市用户接入能力 >=100Mbps", "农村用户接入能力 >=20Mbps"], "城市 stays 城市"),
    ("建设8个以上地面基站、3个以上地市级平台。", ["地面基站 >=8个", "地市级平台 >=3个"], "以上 before 地"),
    ("建成35个先导区、1000个和美乡村。", ["先导区 =35个", "和美乡村 =1000个"], "和 inside a name"),
    ("服务贸易年均增速5%左右。", ["服务贸易 ~5% +"], "服务 inside a name"),
    ("地区生产总值增长5%左右、迈上3万亿元台阶。", ["地区生产总值 ~5% +", "地区生产总值 >=3000000000000元"], "a step"),
    ("推动11个能源项目投资突破2000亿元。", ["能源项目投资 >=200000000000元"], "of so many together"),
    ("成为新高地力争智算规模达3000PFlops。", ["智算规模 >=3000PFlops"], "力争 without a comma before it"),
    ("固定资产投资目标为125.9亿元以上。", ["固定资产投资 >=12590000000元"], "目标为"),
    ("为80万重点群体提供就业帮扶。", ["重点群体提供就业帮扶 =800000"], "so many people, no sum"),
    ("70%以上事项现场办理次数不超过1次。", ["事项现场办理次数 >=70%", "事项现场办理次数 <=1次"], "the share that meets a bound"),
    ("亿元GDP生产安全事故死亡率控制在0.011以内。", ["亿元GDP生产安全事故死亡率 <=0.011"], "a rate without a unit"),
    ("5A级旅游景区较2020年翻一番。", ["5A级旅游景区 =100% +"], "what doubles, whatever it is"),
    ("高新技术企业数量三年翻一番。", ["高新技术企业数量 =100% +"], "in so many years"),
    ("航空救援实现50公里飞行半径全覆盖。", ["航空救援50公里飞行半径覆盖率 =100%"], "a distance counts nothing"),
    ("年度饲养生猪6.7万头。", ["生猪 =67000头"], "年度 before the verb"),
    ("将服务覆盖面拓展至60个社区。", ["社区 =60个"], "how far it is widened"),
    ("形成1个千亿级汽车产业集群，纺织、材料等3个百亿级特色产业。",
     ["千亿级汽车产业集群 =1个", "百亿级特色产业 =3个"], "others of a size"),
]  # fmt: skip


@pytest.mark.parametrize("text, expected, reason", [*SHARES, *LENGTHS, *STAGES, *KINDS])
def test_targets(text: str, expected: list[str], reason: str) -> None:
    assert targets_of(text, genre="行动方案") == expected, reason


@pytest.mark.parametrize(
    "text, reason",
    [
        ("实现“五年翻一番、挺进千百亿”的总体目标。", "an aim in quotes measures nothing"),
        ("《通知》（国发〔2020〕3号）中涉及本区的民生工程力争完成20项。", "parts of another paper"),
        ("精准把握产业发展、城乡建设、环境优化三个重点。", "words of speech"),
        ("实现一个提升、两个拓展、三个突破。", "verbs that are counted"),
        ("接续办好15件市级重点民生实事。", "parts of the plan"),
        ("总额最高不超过额度之和的110%。", "a share that one can get at most"),
        ("以缴纳50人社保的企业为例。", "an example"),
        ("坚持面向基层、服务3个方面。", "面向 in words of speech"),
        ("目前，全市总算力突破5.4万P；已落地数据中心44个。", "how things stand, and behind a semicolon"),
        ("确保实现“两个高于、两个缩小”目标。", "words to live by"),
        ("围绕“三大支撑八项重点”开展工作。", "and heads of a programme"),
        ("重点支持霍邱县10家、金寨县5家。", "支持 names nothing that is counted"),
        ("对新建项目（总投资规模不低于5000万元），优先保障。", "which ones, in a bracket"),
    ],
)
def test_none(text: str, reason: str) -> None:
    assert targets_of(text, genre="行动方案") == [], reason
