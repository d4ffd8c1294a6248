"""Whom a promise must mean that names nobody by any other rule, and names that other words had hidden."""

from __future__ import annotations

import pytest
from promised import subsidies


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("经销店开设在省外省会城市的补助15万元，开设在省外地级市的补助10万元。", ["经销店", "经销店"], "a verb behind it"),
        ("能繁母猪保险各级财政保费补贴比例为80%，奶牛保险各级财政保费补贴比例为60%。", ["能繁母猪保险", "奶牛保险"],
         "a thing of each clause"),
        ("其他品种种公猪每头补贴10000元。", ["其他品种种公猪"], "each of them"),
        ("对入选国家“万人计划”的，分别给予1：1配套奖励。", ["入选国家“万人计划”的"], "whoever is chosen"),
        ("引育国际性科技组织，开展联合研究，按规定给予最高500万元的经费。", ["国际性科技组织"], "who is brought here"),
        ("1.销售额为10万元的，奖励4000元。", [None], "what is measured, nobody"),
        ("一、扶持政策有哪些？\n1.杀虫灯。每盏奖补300元。", ["杀虫灯"], "a question names nobody"),
        ("重点人群租用经营场地创业的，按年租金的50%给予补贴。", ["重点人群"], "nouns up to the verb"),
        ("市场（商场）首次实现统一结算，给予10万元奖励。", ["市场（商场）"], "a bracket in the name"),
        ("各村（社区）先行开展标准化建设，待通过验收后一次性给予补助1万元。", ["村（社区）"], "各 is none of it"),
        ("补贴标准：早稻、中稻各15元/亩；棉花15元/亩；肉牛10元/头、山羊一次性补贴800元。", ["早稻、中稻", "棉花", "肉牛", "山羊"],
         "things with their sums, 、 between sums of two things"),
        ("企业固定资产投资额首次突破1亿元、5亿元的，分别奖励10万元、20万元。", ["企业"], "whose measure it is"),
        ("按物流企业实际承接服务外包总费用的2%给予奖励。", ["物流企业"], "whose cost it is"),
        ("在县城规划区内购房的，按200元/平方米给予补助。", ["在县城规划区内购房的"], "whoever does so"),
        ("重新认定的，奖励10万元。", ["重新认定的"], "not the adverb alone"),
        ("一、国际会议奖补标准\n（一）规模100人以上的，奖励5万元。", ["国际会议"], "the heading's thing"),
        ("建立保险补偿机制，按年度保费的80%给予补助。", [None], "nothing that could be paid"),
        ("对新设三星级以上酒店的，给予10万元奖励。", ["新设三星级以上酒店"], "a body set up anew"),
        ("获得省级、市级名牌的企业，给予一次性奖励。", ["获得省级、市级名牌的企业"], "a list before the promise"),
        ("对由企业牵头的创新联合体，给予10万元奖励。", ["创新联合体"], "who leads it is not who is paid"),
        ("由行业协会主办的展会，给予10万元补助。", ["展会"], "nor who holds it"),
        ("鼓励企业组建联盟，每组建1个给予10万元奖励。", ["企业"], "who forms it"),
        ("企业、合作社新建冷库的，分别给予5万元、3万元奖励。", ["企业", "合作社"], "what all do is of none of the names"),
        ("全日制博士研究生、本科毕业生，本人或其家庭在我市购房的，分别可享受20万元、5万元补贴。",
         ["全日制博士研究生", "全日制本科毕业生"], "who they live with"),
        ("当年引进已列入目录的紧缺人才，按每人2万元标准给予企业引才资助，一次性给予个人10万元安家费。", ["企业", "个人"], "who hires them"),
        ("对企业引进的博士，给予个人10万元安家费。", ["博士"], "个人 is the one named"),
        ("给予优秀教育人才、名校校长、特级教师等高层次教育人才最高500万元安家补贴。", ["高层次教育人才"], "those before 等 are among them"),
        ("对新建初级雪道奖励5万元。在河流浇灌标准化冰场每块奖励1万元。组织开展冰雪赛事活动，经审核给予5000元奖励。",
         ["初级雪道", "标准化冰场", "冰雪赛事活动"], "each thing its own"),
        ("打造精品美食街，在美食街内新开设特色美食餐厅，营业面积100平方米以上，经营满一年的一次性奖励1万元。", ["特色美食餐厅"],
         "the nearest thing that is opened"),
        ("鼓励电商企业开展培训。对年培训人数达到20人以上、人员结业后在本市从业1年以上的，每培训1人给予2000元。", ["电商企业"],
         "what is measured names nobody"),
        ("对组团达1000人次以上的，给予5元/人的奖励。", [None], "nor a verb"),
        ("面向符合条件的企业发放贴息消费券。", ["企业"], "面向"),
        ("对企业高级管理人才(包括董事长、总经理或相当层级职务的人员)，给予10万元奖励。", ["企业高级管理人才"], "a long remark"),
        ("区级养老服务设施服务评估为优秀、良好、合格等级的，每年分别给予40万元、30万元、20万元奖励。",
         ["区级养老服务设施服务评估为优秀", "区级养老服务设施服务评估为良好", "区级养老服务设施服务评估为合格等级"], "the verdict of each"),
        ("对考核为优秀、良好的企业，分别给予10万元、5万元奖励。", ["考核为优秀的企业", "考核为良好的企业"], "before its head"),
        ("对纳入观察点的住宿企业，给予提升卫生条件方面一次性奖励10万元。", ["住宿企业"], "方面 is no 方"),
        ("对高新技术企业经国家有关部门批准发行的债券，给予50%的中介费用补贴。", ["高新技术企业"], "by whose leave is none of the name"),
        ("符合补贴条件的资助对象，按较高标准享受补贴。", ["资助对象"], "how, before 享受"),
        ("区民政部门根据评估结果给予服务奖励资金。", [None], "who gives, and on what grounds"),
        ("对首次纳入统计的批发业、住宿业企业，分别给予5万元、3万元奖励。", ["批发业企业", "住宿业企业"], "the head of the last, behind 业"),
        ("对农业企业新获得绿色食品、有机农产品认证的，每个产品分别奖励3万元、5万元。", ["农业企业（绿色食品）", "农业企业（有机农产品认证）"],
         "what each has gained"),
        ("对职工被隔离期间企业所支付的工资待遇，按照不超过该职工缴费基数的50%补贴企业。", ["企业"], "who pays what is made good"),
        ("对企业新录用的人员，按每人200元标准一次性给予企业培训补贴。", ["企业"], "who took them on"),
        ("建立家政服务员培训补贴制度，初级、中级、高级分别按每人800元、1200元、1800元标准补贴。", ["初级", "中级", "高级"],
         "how it is reckoned is none of the name"),
        ("对首次公开发行股票的企业，分阶段给予奖励：完成股改奖励50万元，成功上市奖励350万元。",
         ["公开发行股票的企业", "公开发行股票的企业"], "a step is no name"),
        ("对承办国际性、全国性、全省性体育赛事的单位，分别给予20万元、10万元、5万元补助。",
         ["承办国际性体育赛事的单位", "承办全国性体育赛事的单位", "承办全省性体育赛事的单位"], "what is held belongs to each"),
        ("（一）奖补对象\n从事茶叶加工的企业、合作社。\n（二）奖补标准\n新建茶园100亩以上的，每亩补助1000元。", ["企业、合作社"], "奖补对象"),
        ("一、重点任务\n（一）规模100人以上的，奖励5万元。", [None], "a heading about the work names nobody"),
        ("给予每家参展企业展位费80%奖励。", ["参展企业"], "whom each of them is, before what is paid for"),
        ("对银行，给予500万元奖励。新设非银行业金融机构分公司的，给予100万元奖励。", ["银行", "非银行业金融机构分公司"], "another that is set up"),
        ("奖励标准：新建示范基地，每个奖励10万元。", ["新建示范基地"], "the label is none of the name"),
        ("在园区投资500万元以上的，给予10万元奖励。", [None], "where something is done is no name"),
        ("对嵌入式软件收入高于2000万元且占企业总收入80%以上的，给予20万元奖励。", [None], "nor what is measured"),
    ],
)  # fmt: skip
def test_the_nearest_name_is_meant(text: str, expected: list[str | None], reason: str) -> None:
    assert [row["beneficiary"] for row in subsidies(text)] == expected, reason


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("对企业引进的本科毕业生在本市首次购房的，按照购房总价的5%给予补贴。", ["本科毕业生"], "who is brought, not who brings"),
        ("企业全职引进的博士，来本市购房的，给予30万元补贴。", ["博士"], "without 对"),
        ("凡我市建档立卡贫困劳动力初次创业的，给予5000元补贴。", ["建档立卡贫困劳动力"], "凡"),
        ("组织专列500人以上、高铁200人以上的，分别奖励组团社3万元、2万元。", ["组团社", "组团社"],
         "what is met goes with the sums, not who is paid"),
        ("扶持服务基地建设，基地业主企业年度对地方经济贡献达到30万元以上的，第一年给予100%奖励。", ["基地业主企业"],
         "of whom something is asked"),
        ("对员工制家政服务业，按社会保险费的50%给予补贴。", ["员工制家政服务业"], "员工 begins a longer word"),
        ("积极购买服务成果，引导人力资源服务机构开展劳务输出，每介绍一名劳动力就业的，给予800元补助。", ["人力资源服务机构"],
         "an adverb is nobody"),
        ("规模化应用达到500万元的，给予应用方实际投入最高30%的补贴。", ["应用方"], "before the base"),
        ("给予技术提供机构的实际研发投入50%的奖励。", ["技术提供机构"], "的 before the base"),
        ("新设立的总部或区域性总部企业，分别给予2000万元、1000万元奖励。", ["总部企业", "区域性总部企业"], "部或区 are no levels"),
        ("对年收入超过100亿元且投入达5%、年收入50亿元且投入达6%的设计企业，分别给予300万元、200万元支持。",
         ["设计企业", "设计企业"], "steps of two measures"),
        ("对掌握领先技术，并拥有自主知识产权的团队入驻本区，给予投资额20%的补贴。", ["团队"], "a clause in the relative"),
        ("对人工智能OPC（即由人才创办，以AI为核心的创业实体，以下称OPC）当年支持周期内使用算力费用的50%给予最高20万元补助。", ["人工智能OPC"],
         "a gloss is none of the name"),
        ("对年销售收入达到1亿元、5亿元、10亿元以上的企业，分别给予10万元、20万元、30万元奖励。", ["企业"], "a list of sizes"),
        ("对完成临床前研究的品种，每项给予100万元；进入临床试验的，每项给予500万元，单个企业每年最高不超过5000万元。",
         ["品种", "品种"], "whom a ceiling counts is not who is paid"),
        ("一、申报指南\n1.支持标准\n给予200万元奖励。", [None], "支持标准 supports no 标准"),
        ("对养殖场户每亩补助200元。", ["养殖场户"], "户 belongs to it"),
        ("延续实施购车补贴，2023年6月30日前个人消费者报废旧车，并购买新车的，给予每辆车10000元的补贴。", ["个人消费者"],
         "a date ahead of who does it"),
    ],
)  # fmt: skip
def test_hidden_names_are_found(text: str, expected: list[str | None], reason: str) -> None:
    assert [row["beneficiary"] for row in subsidies(text)] == expected, reason


def test_a_name_is_kept_over_any_number_of_paragraphs() -> None:
    (row,) = subsidies("一、支持上云\n鼓励企业上云。\n" + "对标先进，加强引导。\n" * 3000 + "给予10万元奖励。")
    assert row["beneficiary"] == "企业"
