"""Whom a promise means where nobody stands behind 对: things, labels, lead-ins, and what a clause sets aside."""

from __future__ import annotations

import pytest
from promised import subsidies

NAMED: list[tuple[str, list[str | None], str]] = [
    ("烘干机作业补贴标准为每100公斤补贴10元。", ["烘干机作业"], "what the standard is of"),
    ("小（1）型水库给予不超过5万元/座/年的补助。", ["小（1）型水库"], "a thing that is given, with a bracket in its name"),
    ("功率大于9千瓦的渔船每月补助400元。", ["渔船"], "a thing with a figure before it"),
    ("20年一遇及以上的海塘，长度2公里以内的给予4万元补助。", ["海塘"], "what is qualified first"),
    ("当年新建并投入使用的保鲜库，带动效果较好，每个奖励2000元。", ["保鲜库"], "and counted later"),
    ("每新建一口8立方米以上的沼气池，省级补助1400元。", ["沼气池"], "what is built, with a size before it"),
    ("对每艘木质渔船拆解补助2万元。", ["木质渔船"], "对 and 每"),
    ("每个家庭牧场省级财政补助5万元。", ["家庭牧场"], "who pays is no part of the name"),
    ("暖棚建设省级财政补助300元/平方米。", ["暖棚建设"], "nor behind what is begun with"),
    ("其中：草地整理补助10元/亩，化肥购置补助25元/亩。", ["草地整理", "化肥购置"], "clauses alike"),
    ("法人组织每件资助8000元，自然人每件资助5000元。", ["法人", "自然人"], "each clause its own"),
    ("对市主管部门认定的算力平台，给予10万元补贴。", ["算力平台"], "who recognises is not who is paid"),
    ("对代表本市获得省级奖项的文艺作品给予10万元奖励。", ["文艺作品"], "代表 is what it does"),
    ("对当年在同一用工单位务工6个月以上的脱贫劳动力，给予200元补助。", ["脱贫劳动力"], "where he works comes first"),
    ("对贡献率排名前三，且增幅达到全市平均增幅的区分别给予30万元、20万元奖励。", ["区", "区"], "a part of the place"),
    ("对创业的大学生，给予最高不超过30万元，贷款期限最长不超过3年的创业担保贷款。", [], "what is lent, its term between"),
    ("对新建一个1万平方米以上的温室，每平方米补助120元；新建1个1万平方米以上连栋大棚，每平方米补助40元。",
     ["温室", "连栋大棚"], "each of what is made, whatever its size"),
    ("对在我市立项的电影，给予10万元奖励。", ["电影"], "where it was approved is none of the name"),
    ("对从事联运的运营平台，2023年度、2024年度分别按280元、220元给予补助。", ["运营平台", "运营平台"], "years are no recipients"),
    ("毕业生给予补贴。在校大学生：正常营业3个月以上的，给予一次性补贴3000元。", ["在校大学生"], "a label inside a paragraph"),
    ("对验收合格，达到标准的镇（街道），给予200万元奖励。次年每增加1个特色村，再奖励50万元。",
     ["镇（街道）", "镇（街道）"], "验收合格 is a condition"),
    ("对特级和A类、B类人才，分别给予15万元、10万元补贴。", ["特级和A类人才", "B类人才"], "the first has another beside it"),
    ("对人才交流给予补贴。原则上国内人才个人单次最高2万元，团队单次最高10万元。", ["国内人才个人", "团队"], "each sum its own"),
    ("针对组织旅游的本市旅行社，市给予一次性奖补。奖补标准为一日游15元以内/人、二日游30元以内/人。",
     ["旅行社", "旅行社"], "a standard in the next sentence"),
    ("城东街道：鼓励土地流转。考核合格后每亩拨付补贴25元。", ["城东街道"], "a label of a paragraph"),
    ("对饲养本地花猪的，给予每头母猪补助200元、每头公猪补助300元。", ["饲养本地花猪的"] * 2, "a list goes on"),
    (
        "征收住宅，被征收人在起始之日（含当日）起30日内签约、腾空的（以验收时间计），给予3万元奖励；45日内签约的，给予2万元奖励。",
        ["被征收人", "被征收人"],
        "brackets within, and the one before",
    ),
    (
        "一、早签奖\n被征收人、公房承租人签订协议的，按时段给予早签奖：\n第1至14日内签约的，给予1万元奖励。",
        ["被征收人、公房承租人"],
        "whom a lead-in speaks of",
    ),
    ("高校学生成功创业的，可申领创业补贴。按每户给予一次性补贴1万元。", ["高校学生"], "and a promise without a sum"),
    ("为方便照料老人，子女或父母在同一小区购房的，给予房价3%的补贴。", ["子女或父母"], "为 tells why"),
    ("对新生儿家庭，每户补助2000元。", ["新生儿家庭"], "新 of a name"),
    ("对新业态企业，给予10万元奖励。", ["新业态企业"], "and of another"),
    ("如在本县设立区域总部的，给予100万元奖励。", [None], "如 names nobody"),
    ("引导和支持企业自主研发。按投入的5%给予补助。", ["企业"], "two verbs before one"),
    ("挂牌企业额外给予50万元奖励。", ["挂牌企业"], "额外 is none of the name"),
    ("对新备案为区级企业技术研发中心的，给予10万元奖励。", ["区级企业技术研发中心"], "a long name behind 备案为"),
    ("每家企业每个项目给予8000元补助。", ["企业"], "who, and for what each"),
    ("对建设网点的企业每年每个网点补贴2000元。", ["建设网点的企业"], "what is counted behind it is none of the name"),
    ("审核委员会审核通过后，予以奖励200万元。", [None], "a deed of approval is nobody"),
    ("对在本区范围内没有工业用地，租赁厂房用于生产的规上企业且亩均税收100万元以上的，给予5万元补助。", ["规上企业"], "没有…: a condition"),
    ("支付实施主体的运输费用，按回收额的35%进行补助。", ["实施主体"], "费用 ends the cost"),
    (
        "对本地户籍人员，迁入1人按照300元补助，迁入2人按照400元补助。",
        ["本地户籍人员", "本地户籍人员"],
        "a count is no name",
    ),
    (
        "学生资助包括小学寄宿生、初中寄宿生，其中，小学寄宿生的资助标准为每生每年1000元，初中寄宿生资助标准为每生每年1250元。",
        ["小学寄宿生", "初中寄宿生"],
        "whose standard it is",
    ),
    (
        "对毕业生来本市就业的，分别给予博士研究生、硕士研究生每人8000元、5000元租房补贴。",
        ["博士研究生", "硕士研究生"],
        "a list behind 给予",
    ),
    ("旅行社单次组织游客20人以上，购买套票的，每人次奖励5元。", ["旅行社"], "a word between the doer and the deed"),
    ("评为市级示范园和市级休闲农业与旅游示范区的，分别给予10万元、20万元奖励。",
     ["市级示范园", "市级休闲农业与旅游示范区"], "与 inside a member"),
    ("一、创业补贴\n补贴对象：在本市创业的毕业生。\n补贴标准：一次性补贴5000元。", ["毕业生"], "a label that tells whom"),
    (
        "（一）介绍补贴\n1.适用对象\n人力资源服务机构。\n2.主要内容\n介绍就业的，按每人120元给予补贴。",
        ["人力资源服务机构"],
        "a part of the item that tells whom",
    ),
    (
        "对1类新药，完成Ⅰ期、Ⅱ期临床试验的，分别给予100万元、200万元资助。",
        ["1类新药", "1类新药"],
        "how far one has come is not who is paid",
    ),
    ("对通过质量和疗效评价的每个品种分别给予150万元资助。", ["品种"], "分别 said of 每个: no list to part"),
    ("对组织职工疗休养的，省内500元/人、省外1000元/人补助。", ["组织职工疗休养的"], "an amount by the head is nobody"),
    ("对符合条件老旧小区，由财政按50%给予补助。", ["符合条件老旧小区"], "a thing that is all the words behind 对"),
    ("对快递网点给予支持。该业务每单补贴0.5元，单个企业全年补贴不超过10万元。", ["快递网点"],
     "该 goes on with the one before, whomever the ceiling counts"),
    ("补助对象是2025年新建养老机构，每张床位补助2000元。", ["2025年新建养老机构"], "a year in the name behind 对象是"),
    ("对参展的，给予相关企业10万元奖励。", ["企业"], "相关 is none of the name"),
    ("由市商务局组织实施，每家奖励10万元。", [None], "the office that carries it out is not paid"),
    ("对总部和主营业务均在高新区的企业在境内主板上市的，给予500万元奖励。", ["总部和主营业务均在高新区的企业"],
     "where its seat is belongs to the name"),
    ("对设备（包含软件，下同）投资100万元以上、以工业互联网为主的数字化改造项目，按设备投资额的20%给予补助。", ["数字化改造项目"],
     "what is invested in is nobody"),
    ("调解机构成功调解法院移送的知识产权纠纷案件，每件资助1000元。", ["调解机构"], "who does it, not what is counted"),
    ("每年对运营中心的建设成效进行评审，评审合格的给予每年不超过50万元的资助。", ["运营中心"], "whose work is judged"),
    ("按实际交易金额的3%，给予转让发明专利的高校院所资助。", ["转让发明专利的高校院所"], "to whom, behind the share"),
    ("对符合产业政策，经过技改备案的电路板企业新购置设备的，按设备投资额4%给予补助。", ["电路板企业"], "a condition first"),
    ("（二）鼓励企业技改升级。对新购置设备投入200万元以上的，按设备投资额4%给予补助。", ["企业"], "升级 in a heading recognises nobody"),
    ("对享受电价补贴的住户，由市、区两级财政各补贴0.1元/度。", ["享受电价补贴的住户"], "who pays is no list of recipients"),
    ("新引进项目投产当年对地方经济贡献在500万元以上的，按80%的比例实施奖补。", ["新引进项目"], "a contribution is nobody"),
    ("对新招用毕业年度高校毕业生、登记失业青年，签订1年以上劳动合同的企业，按照每人1500元的标准给予补贴。",
     ["签订1年以上劳动合同的企业"], "who hires them"),
    ("参保企业职工取得职业资格证书的，可按照初级1000元、中级1500元的标准申请补贴。", ["参保企业职工（初级）", "参保企业职工（中级）"],
     "可按照 is none of the grade"),
    ("支持重点龙头企业发展，对农产品加工基础设施建设项目择优给予一次性2000万元补助。", ["农产品加工基础设施建设项目"], "择优: how"),
    ("对产学研结合给予支持，高校转让专利的，按交易金额的3%给予资助。", ["高校"], "结合 is a deed"),
    ("对年度考核排名前三名的企业，分别奖励30万元、20万元、10万元。",
     [f"考核排名前三名的企业（第{n}名）" for n in "一二三"], "ranks of those named"),
    ("对来市旅游的旅行社，按接待人数排名，排一至三名的，分别奖励80万元、50万元、30万元；排四至十名的，各奖励10万元。",
     ["旅行社（第一名）", "旅行社（第二名）", "旅行社（第三名）", "旅行社"], "ranks by their numbers"),
]  # fmt: skip


@pytest.mark.parametrize("text, expected, reason", NAMED)
def test_named(text: str, expected: list[str | None], reason: str) -> None:
    assert [row["beneficiary"] for row in subsidies(text) if row["kind"] != "unspecified"] == expected, reason


@pytest.mark.parametrize(
    "text, per, reason",
    [
        ("对困难学生，给予每生每年2000元补助。", "生/年", "the measure word and the year"),
        ("每户额外补助2万元。", None, "额外 is not counted"),
        ("每连续租满1年补贴6000元。", None, "nor is 满"),
        ("每家企业每个项目给予8000元补助。", "项目", "the project of a firm is"),
        ("产业园租金补助15元/每月•每平方米。", "月/平方米", "每 behind the stroke"),
        ("补助标准为每人15元以内/人。", "人", "以内 before the stroke"),
        ("对农户每亩钢架大棚补助2500元。", "亩", "what stands on the area is none of it"),
        ("给予15元/平方米·月房租补助。", "平方米/月", "what the money is for stands behind"),
        ("专利权人将专利实施转化的，每件实施的专利资助3000元。", "件", "what is said of it is none of what is counted"),
        ("秸秆还田亩补助25元。", "亩", "without 每"),
        ("对高标准农田每亩平均补助1300元。", "亩", "平均 is none of it"),
    ],
)
def test_per(text: str, per: str | None, reason: str) -> None:
    assert [row["per"] for row in subsidies(text)] == [per], reason
