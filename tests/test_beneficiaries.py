"""Who gets the money: any noun phrase that stands where somebody is named, and what names nobody."""

from __future__ import annotations

import pytest
from promised import subsidies

HEADS = [
    "引才工作站", "技能大师工作室", "夜间消费集聚区", "旅游度假区", "讲解员", "院士", "科技特派员", "博物馆", "非遗工坊",
    "文旅综合体", "农家乐", "旅游商品", "地理标志", "老字号", "主播", "首台套装备", "民宿集群", "博士后科研工作站",
    "青年科学家", "高技能人才培训基地", "演艺项目", "志愿者",
]  # fmt: skip
"""Heads of many kinds: places, persons, things, and names that begin with another recipient."""


@pytest.mark.parametrize(
    "pattern", ["对{}给予10万元补助。", "对新认定的{}，给予10万元奖励。", "{}获评国家级的，一次性奖励10万元。"]
)
@pytest.mark.parametrize("name", HEADS)
def test_any_noun_is_a_recipient_where_one_is_named(name: str, pattern: str) -> None:
    assert [row["beneficiary"] for row in subsidies(pattern.format(name))] == [name]


NAMED: list[tuple[str, list[str | None], str]] = [
    ("对新三板挂牌的企业，给予50万元奖励。", ["新三板挂牌的企业"], "新 of a name is no adverb"),
    ("对投资超过1亿元的民宿集聚区，给予10万元奖励。", ["民宿集聚区"], "a longer name than a known one"),
    ("旅行商在境外投放广告的，按费用的30%给予补助。", ["旅行商"], "who does something"),
    ("酒店入境游客年消费额在100万元以上的，由市财政按手续费的50%给予补助。", ["酒店"], "whose figure it is"),
    ("经市级认定的海外仓，给予50万元补助。", ["海外仓"], "a clause that is nothing but a name"),
    ("支持乡村工坊发展，每个给予3万元补助。", ["乡村工坊"], "what is furthered"),
    ("村集体领办合作社，给予3万元补助。", ["村集体"], "who does it, not what is done"),
    ("对外籍专家，给予10万元资助。", ["外籍专家"], "对 and 外, no 对外"),
    ("对新培育和引进的院士、省级领军人才、留学归来的青年人才，给予10万元资助。",
     ["院士、省级领军人才、留学归来的青年人才"], "a list whose last member has a 的 of its own"),
    ("对年产5万斤以上的茶园基地、年产3万斤以上的果园基地，给予5万元补助。", ["茶园基地、果园基地"], "figures go"),
    ("对获得科技进步奖的第一完成单位，奖励20万元。", ["获得科技进步奖的第一完成单位"], "a part says too little alone"),
    ("境外上市的区内企业（指注册地在本区的企业），奖励50万元。", ["境外上市的区内企业"], "an explanation is no name"),
    ("对符合上述条件的骨干人才，按其贡献的50%给予特殊人才奖励。", ["骨干人才"], "the benefit's name"),
    ("对企业按目录新引进的人才，给予1万元补贴。", ["企业按目录新引进的人才"], "按 inside what qualifies"),
    ("补贴由基地发放，财政按标准的50%补贴见习单位。", ["见习单位"], "whom the verb at the end gives to"),
    ("按其财政贡献额的90%，连续5年奖励给企业。", ["企业"], "奖励给"),
    ("给予其高管团队50万元奖励。", ["高管团队"], "其 is none of the name"),
    ("对出口前十位和进口前十位的企业，分别授予“十强企业”和“十佳企业”称号，奖励企业负责人3万元。", ["企业负责人"],
     "titles awarded one by one are no list of who is paid"),
    ("对稳定运营1年以上的跨境电商企业，且年营业额达到3000万元的服务商，给予奖励30万元。", ["服务商"], "the last head"),
    ("园区运营机构每月按时报送数据的，给予每年5万元资助。", ["园区运营机构"], "a name goes on behind 园区"),
    ("凡符合上述条件的，给予每人最高2万元补贴。", ["符合上述条件的"], "每人 names nobody, the condition does"),
    ("经评估符合条件的高层次人才，园区为其提供科研经费10万元。", ["高层次人才"], "who gives is not who gets"),
    ("区级再给予实际设备（软件）投资额的5%奖励。", [None], "what the share is of"),
    ("对评选出的每家“创新服务机构”给予100万元补助。", ["创新服务机构"], "picked one by one"),
    ("独立报建的加装电梯，每台补贴6万元。", ["加装电梯"], "a thing whatever its head, counted next"),
    ("入选顶尖人才的（A类），每人奖励300万元。", ["顶尖人才"], "who entered a list"),
    ("对到中心城区就业满1年的，给予个人3600元。", ["个人"], "where somebody goes is nobody"),
    ("对固定资产投资1亿元以上的项目，给予10万元奖励。", ["项目"], "a size is a condition, not a name"),
    ("对首次来我市就业的人员（身份证号为外省且首次参保的人员），给予1000元补贴。", ["来我市就业的人员"], "a long remark"),
    ("对新评定为国家级、省级示范区的本级财政分别给予100万元、50万元奖励。", ["国家级示范区", "省级示范区"],
     "who pays stands behind without a comma"),
    ("对新设立或新引进的法人金融机构，给予50万元奖励。", ["法人金融机构"], "both verbs go"),
    ("千级洁净厂房每平方米补助500元。", ["千级洁净厂房"], "what is measured out"),
    ("1.电影作品在院线首映的，每部奖励60万元；2.电视作品在央视首播的，每集奖励15万元。", ["电影作品", "电视作品"],
     "another work of the same sort"),
    ("对企业奖励100万元。在省外开设有特产旗舰店的，每个补助10万元。", ["企业", "特产旗舰店"], "so much for each that is opened"),
    ("前3名的旅行社依次奖励3万元、2万元、1万元；对年收入首次达到5000万元以上的，奖励50万元。",
     ["旅行社（第一名）", "旅行社（第二名）", "旅行社（第三名）", "旅行社"], "the last rank does not go on"),
    ("按居民可支配收入的20%，向三孩母亲发放补助。", ["三孩母亲"], "向…发放"),
    ("每引进一名博士，奖励企业5万元。", ["企业"], "每 counts"),
    ("参加本市组织的旅游展会，每家企业给予2万元补助。", ["企业"], "what is attended is not paid"),
    ("每年评选10名“城市工匠”，每人给予2万元奖励。", ["“城市工匠”"], "每人 takes up who was chosen"),
    ("在海外设立人才工作站，每站每年给予5万元经费支持。", ["人才工作站"], "每站 takes up what was set up"),
    ("新建冷库的，按投资额的20%给予补助。", ["冷库"], "a facility stands for its owner"),
    ("高层次人才创办企业申请贷款的，按利息的50%给予贴息。", ["高层次人才创办企业"], "what somebody founded"),
    ("毕业五年内的高校毕业生首次购房的，给予5万元补贴。", ["高校毕业生"], "who stands behind a 的"),
    ("微短剧在主流平台播出的，奖励5万元。", ["微短剧"], "a work that is shown"),
    ("自行租用场地的企业，按租金的50%给予补贴。", ["自行租用场地的企业"], "自 of 自行"),
    ("对算力合同给予补助，补助对象为算力中心，按金额给予10%的补助。", ["算力中心"], "said outright"),
    ("支持企业数字化转型，按投入的10%给予补助。", ["企业"], "数字 is no number"),
    ("采用国产算力服务的，按合同额的10%给予补助。", ["采用国产算力服务的"], "those who do so"),
    ("从事芯片实习的在校研究生，给予每月2000元补贴。", ["在校研究生"], "从事 qualifies, and begins no 从…起"),
    ("企业建设光伏项目的，按0.15元/千瓦时给予投资方补贴。", ["投资方"], "whom the verb gives to, not who acts"),
    ("企业实施技改的，给予设备供应商补贴10万元。", ["设备供应商"], "a name that begins with a thing"),
    ("技改项目，竣工后按投资额给予补助：投资500万元以上的补助8%。", ["技改项目"], "named before the colon"),
    ("对中介机构帮助企业全职引进A、B类人才的，每引进1人分别奖励20万元、10万元。", ["中介机构"] * 2, "who brings them"),
    ("对集成电路企业年薪50万元以上的中高层管理人员及技术骨干，给予10万元奖励。", ["中高层管理人员及技术骨干"], "骨干"),
    ("对每个平台给予10万元奖励。", ["平台"], "每个 counts"),
    ("首批次新材料、首版次软件每个产品奖励50万元。", ["首批次新材料、首版次软件"], "每个产品 counts them"),
    ("对企业由所在县区给予10万元奖励。", ["企业"], "由… says who pays"),
    ("对人才除享受市补贴外，区给予30万元补贴。", ["人才"], "what others give"),
    ("人才企业信用贷款最高500万元，按利息的50%贴息。", ["人才企业"], "who borrows"),
    ("在宜举办的全国性、国际性会议，会期2天以上的，每次奖励5万元。", ["全国性、国际性会议"], "在…举办的 and a name"),
    ("每年评选示范场景30个，每个奖励30万元。", ["示范场景"], "the number behind"),
    ("一、旅行社奖励\n（一）组织专列来游，人数达500人的，每列奖励3万元。", ["旅行社"], "whom the chapter is about"),
    ("每新增一名就业人员奖励企业1000元。", ["企业"], "每新增 counts, the verb gives to them"),
    ("引进专家的，按报酬的30%给予用人单位补贴。", ["用人单位"], "the whole of a name, not 用人"),
    ("在我市举办的展会，给予10万元补助。", ["展会"], "where it is held"),
    ("评选十佳示范村10个，每村奖励10万元。", ["十佳示范村"], "每村 takes them up"),
    ("对每户家庭农场给予2万元奖励。", ["家庭农场"], "每户"),
    ("民办养老机构每新增一张床位补助5000元。", ["民办养老机构"], "what is counted, a step that gives"),
    ("对企业技术改造项目，给予10%补助。", ["企业技术改造项目"], "改造 inside a name"),
    ("平台为本市企业提供服务的，按到账额的5%给予奖励。", ["平台"], "who serves, not whom"),
    ("对接入平台的社会服务机构给予2万元补助。", ["社会服务机构"], "对接 is no word here"),
    ("第十条 【专利资助】通过境外授权的发明专利，每件资助3万元。", ["发明专利"], "the title of an article"),
    ("完成既有住宅加装电梯400部，每部补助15万元。", ["既有住宅加装电梯"], "what is made"),
    ("对认证到期未连续申报，其后再次通过认定的科技企业，给予8万元奖励。", ["科技企业"], "a verb that is denied"),
    ("对列入市智能工厂项目并通过验收的，奖励6万元。", ["市智能工厂"], "并 is none of the name"),
    ("对当年度首次列入省级服务型公司的，奖励6万元。", ["省级服务型公司"], "当年度 whole"),
    ("被评为4A级景区的奖励30万元；被评为全省美丽乡村示范点的奖励8万元。", ["4A级景区", "全省美丽乡村示范点"],
     "a title after a title"),
    ("按工程类别给予补助，一类水闸补助2万元；二类水闸补助1万元；泵站、涵洞补助0.5万元。",
     ["一类水闸", "二类水闸", "泵站、涵洞"], "what each clause speaks of"),
    ("对企业给予补助，区财政补助5万元。", ["企业"], "who pays is nobody who gets"),
    ("为来本区工作的毕业生提供租房补贴1000元。为返乡青年提供租房补贴800元。", ["毕业生", "返乡青年"], "为…提供"),
    ("支付各农膜回收点的运输费，按回收金额的20%给予补助。", ["农膜回收点"], "to whom a fee is paid"),
    ("分别给予省级、市级名师工作室20万元、10万元资助。", ["省级名师工作室", "市级名师工作室"], "a list behind the verb"),
    ("分别给予新建成的省级、市级培训基地不少于80万元、40万元奖励。", ["省级培训基地", "市级培训基地"], "and a floor"),
    ("对入选顶尖人才（A类，按目录认定，下同）、领军人才（B类）的，分别给予300万元、200万元奖励。",
     ["顶尖人才（A类）", "领军人才（B类）"], "commas in a bracket part no list"),
    ("首次认证有机产品的企业每个产品补助5000元。", ["认证有机产品的企业"], "all that tells the企业 apart"),
    ("对在本县落户的企业，以出让方式取得土地的，给予基础设施补助。", ["在本县落户的企业"], "what is built gets nothing"),
    ("在本县新建的三星级、四星级酒店，三星级按60%奖励，四星级按80%奖励。", ["三星级", "四星级"], "grades of a list"),
    ("针对危房对象，一级补助3万元/户，二级补助1万元/户。其他住户一级补助5000元/户，二级补助3000元/户。",
     ["危房对象（一级）", "危房对象（二级）", "其他住户", "其他住户（二级）"], "a new subject before its grade"),
    ("对列入市级标杆计划、省级工厂计划，获评国家级示范工厂的，分别给予10万元、20万元、50万元奖励。",
     ["市级标杆计划", "省级工厂计划", "国家级示范工厂"], "one list under two verbs"),
    ("企业前三年缴纳的税收予以全额奖励。", ["企业"], "whoever it is"),
    ("油料种植大户持有流转合同，且当年种植面积50亩以上的，奖励1万元。", ["油料种植大户"], "a verb of no list"),
    ("初次办理登记，经营6个月以上的就业困难人员、退役军人，给予5000元补贴。", ["就业困难人员、退役军人"], "经营 is no 经…"),
    ("对招用毕业生，并按规定足额缴纳3个月以上保险费的企业，按每人1000元给予补贴。",
     ["缴纳3个月以上保险费的企业"], "按规定 is none of the name"),
    ("对年组织游客1万人次以上的旅行社进行奖励。每满一万人奖励一万元。", ["旅行社"], "每满 is a step"),
    ("对农户的保费全额补贴，对一般农场的保费补贴70%。", ["农户", "一般农场"], "in full beside a share"),
    ("对成交的技术成果，给予买方20万元补助，给予卖方10万元补助。", ["买方", "卖方"], "a party is paid"),
    ("对新能源项目，按投资额的20%给予补助；对其他项目，按投资额的10%给予补助。", ["新能源项目", "其他项目"], "其他"),
    ("对新一代显示项目，给予10万元奖励。", ["新一代显示项目"], "新 of 新一代"),
    ("芯片设计企业对自有产品开展工程流片，按费用的50%给予补助。", ["芯片设计企业"], "X对Y开展Z"),
    ("评选5个标杆项目，每个项目另行一次性奖励30万元。", ["标杆项目"], "评选 whole"),
    ("对年交易额达到800万元以上的企业，单个企业每年补贴资金50万元。", ["企业"], "资金 behind the word"),
    ("每新建一口沼气池，省级补助1400元。", ["沼气池"], "what each builds"),
    ("每建成一座公厕补助3万元。", ["公厕"], "without a comma"),
    ("2024年、2025年分别完成改造1000户、1200户，按户均3000元补助。", [None], "a plan is nobody"),
]  # fmt: skip


@pytest.mark.parametrize("text, expected, reason", NAMED)
def test_who_is_named(text: str, expected: list[str | None], reason: str) -> None:
    assert [row["beneficiary"] for row in subsidies(text)] == expected, reason


@pytest.mark.parametrize(
    "text, reason",
    [
        ("对贷款利息给予50%贴息。", "a sum"),
        ("对参展费用，按50%给予补助。", "a cost"),
        ("对超过基数的部分，给予10%补助。", "a share"),
        ("对农机购置给予30%补贴。", "a deed"),
        ("对举办展会，给予10万元补助。", "a deed with its object"),
        ("对专利托管、专利组合培育等，给予10万元资助。", "deeds"),
        ("对申报的个人所得税税额，按50%给予补贴。", "个人 inside a tax"),
        ("营业收入达到5000万元的，给予10万元奖励。", "a condition"),
        ("住所在本市的，给予10万元奖励。", "a seat"),
        ("给予设备购置补贴10万元。", "what is paid for"),
        ("复审通过的奖10万元。", "a step of the procedure"),
        ("对保费扣除省市补贴后的余额给予50%补助。", "补贴 as a noun gives nothing"),
        ("一、支持开拓市场\n（一）展位费按70%补贴。", "a deed in the heading"),
        ("注册地在本区的，给予10万元奖励。", "a place"),
        ("鼓励有条件的县设立专项资金，给予50万元补助。", "who pays"),
    ],
)
def test_nobody_is_named(text: str, reason: str) -> None:
    assert [row["beneficiary"] for row in subsidies(text)] == [None], reason


IN_TURN: list[tuple[str, list[str | None], str]] = [
    (
        "新获批的国家实验室，给予500万元支持；新认定的院士工作站，每站给予50万元资助，考核优秀的，每年再给予20万元。",
        ["国家实验室", "院士工作站", "院士工作站"],
        "a new name replaces the one before",
    ),
    (
        "硕士每人每年给予1万元补贴。新进站博士后每人每年资助15万元。出站后留下的，再给予40万元。",
        ["硕士", "新进站博士后", "新进站博士后"],
        "and is kept until the next",
    ),
    ("建设物流配送中心的，给予50万元补助；建设商贸中心的，给予20万元补助。", ["物流配送中心", "商贸中心"], "built"),
    ("品牌酒店奖励300万元；国内高端品牌的，奖励100万元。", ["品牌酒店", "国内高端品牌"], "another kind"),
    ("对企业给予5万元奖励。对入统的统计人员每人每年补助2000元。", ["企业", "统计人员"], "per head"),
    ("对获奖选手给予20万元奖励。对其教练给予5万元奖励。", ["获奖选手", "教练"], "somebody of theirs"),
    ("对主办单位给予50万元资助。参加展会的，按展位费的50%给予资助。", ["主办单位", "参加展会的"], "guests"),
    ("村级服务站每月补助500元。快递每单补贴0.5元，单个企业全年补贴不超过10万元。", ["村级服务站", "企业"], "a ceiling"),
    ("成套设备最高奖励500万元，核心部件最高奖励100万元。", ["成套设备", "核心部件"], "clauses of one make"),
    (
        "对在境内上市的企业，给予50万元奖励。对在香港上市的，给予30万元奖励。",
        ["在境内上市的企业", "在香港上市的企业"],
        "the same head elsewhere",
    ),
    ("挂牌企业给予30万元奖励。上市公司再融资的，按投资额的3‰给予奖励。", ["挂牌企业", "上市公司"], "再融资 is done"),
    ("对高级人才给予5万元补贴。引进硕士的，给予20万元安家费。", ["高级人才", "硕士"], "what a person alone can use"),
    (
        "驻场演出项目，一次性奖励50万元。引进大型演唱会，观众超过1万人的，每场奖励20万元。",
        ["驻场演出项目", "大型演唱会"],
        "another thing",
    ),
    ("对旅行社给予3万元奖励。举办旅游活动的，每次奖励5万元。", ["旅行社", "旅行社"], "a body goes on"),
    ("购买住房的，给予5万元补贴。", ["购买住房的"], "a home stands for nobody"),
    ("对获奖者给予奖励，个人10万元、企业20万元。", ["个人", "企业"], "sums by who gets them"),
    (
        "对低保家庭按每户3000元补助。老旧小区既有多层住宅加装电梯，每台给予10万元补贴。",
        ["低保家庭", "老旧小区既有多层住宅加装电梯"],
        "another thing that a sentence begins with",
    ),
    (
        "对企业给予1万元补贴。企业新型学徒制培训按每人每年5000元给予补贴。",
        ["企业", "企业新型学徒制培训"],
        "a deed that a sentence begins with",
    ),
    ("对企业给予1万元补贴。实施技改，每年给予5万元。", ["企业", "企业"], "a verb that begins names nobody new"),
    ("对企业给予1万元补贴。对新增普惠托位给予每个1万元补助。", ["企业", "新增普惠托位"], "any plain name behind 对"),
]


@pytest.mark.parametrize("text, expected, reason", IN_TURN)
def test_each_promise_has_its_own(text: str, expected: list[str | None], reason: str) -> None:
    assert [row["beneficiary"] for row in subsidies(text)] == expected, reason
