"""Front matter: head, signature and imprint of notices, in the shapes that offices and web pages give them."""

from __future__ import annotations

import pytest
from fronts import BODY, WRAPPED, front_of, outline_of

SEVERAL = (
    """关于印发《浙江省推进机器人产业发展行动计划（2024—2027年）》的通知
浙经信装备〔2024〕12号
各市、县（市、区）经信局、发展改革委：
现将《浙江省推进机器人产业发展行动计划（2024—2027年）》印发给你们，请结合实际抓好落实。
浙江省经济和信息化厅 浙江省发展和改革委员会
浙江省科学技术厅
2024年1月30日
浙江省推进机器人产业发展行动计划
（2024—2027年）
"""
    + BODY
)

DRAFT = (
    """关于公开征求《深圳市支持低空经济高质量发展的若干措施（征求意见稿）》意见的公告
现将《深圳市支持低空经济高质量发展的若干措施（征求意见稿）》公布，公开征求社会意见。
深圳市支持低空经济高质量发展的若干措施
（征求意见稿）
"""
    + BODY
)

LETTERHEAD = (
    """成都市武侯区人民政府文件
成武府发〔2022〕8号
成都市武侯区人民政府
关于加快文化旅游产业发展的意见
各街道办事处，区级各部门：
"""
    + BODY
    + "\n成都市武侯区人民政府\n二〇二二年十一月二十一日\n抄送：区委各部门。\n成都市武侯区人民政府办公室　2022年11月22日印发"
)

REGULATION = """上海市促进人工智能产业发展条例
（2022年9月22日上海市第十五届人民代表大会常务委员会第四十四次会议通过）
第一章 总则
第一条 为了促进人工智能产业高质量发展，制定本条例。
第二条 本条例适用于本市行政区域。"""

PAGE = (
    """索引号：11330000002482904Y/2026-1010609943
发文机关：江苏省商务厅
成文日期：2021-06-08
发文字号：苏商电〔2021〕123号
标题：江苏省直播电商发展三年行动计划
发布日期：2021-06-10
江苏省直播电商发展三年行动计划
"""
    + BODY
)

COVER_WITHOUT_TITLE = (
    """京政数发〔2024〕7号
各区人民政府，各相关委、办、局：
经市政府同意，现将《北京市第三批新建和优化“高效办成一件事”场景工作方案》印发给你们，请结合实际认真组织落实。
北京市政务服务和数据管理局
（北京市政务服务管理局代章）
2024年6月14日
北京市第三批新建和优化“高效办成一件事”场景工作方案
"""
    + BODY
)

PLAIN_NOTICE = """山东省人力资源和社会保障厅关于做好2024年高校毕业生就业工作的通知
鲁人社字〔2024〕45号
各市人力资源社会保障局：
为做好有关工作，现就有关事项通知如下：
一、强化岗位供给
支持企业吸纳就业。
山东省人力资源和社会保障厅
2024年5月6日
（此件主动公开）"""

NATIONAL = (
    """国务院办公厅关于促进内贸流通健康发展的若干意见
国办发〔2014〕51号
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
"""
    + BODY
    + "\n国务院办公厅\n2014年10月24日"
)

PARTY = (
    """中共长沙市委办公厅 长沙市人民政府办公厅关于印发《长沙市争创国家吸引集聚人才平台若干政策（试行）》的通知
长办发〔2022〕11号
各区县（市）党委和人民政府，市直机关各单位：
《长沙市争创国家吸引集聚人才平台若干政策（试行）》已经市委、市政府同意，现印发给你们。
中共长沙市委办公厅
长沙市人民政府办公厅
2022年8月17日
长沙市争创国家吸引集聚人才平台若干政策（试行）
"""
    + BODY
)

ZONE = (
    """西咸新区管理委员会关于印发支持秦创原建设若干政策的通知
陕西咸发〔2021〕6号
各新城管委会，新区各部门：
《支持秦创原建设若干政策》已经管委会同意，现印发给你们。
西咸新区管理委员会
2021年4月2日
支持秦创原建设若干政策
"""
    + BODY
)

ORDER = """杭州市人民政府令
第340号
杭州市数字贸易促进办法
第一条 为了促进数字贸易，制定本办法。
第二条 本办法适用于本市行政区域内的数字贸易。"""

ONLY_LETTER = """广东省发展和改革委员会
关于印发《广东省电力市场交易规则（试行）》的通知
粤发改能源〔2025〕8号
各地级以上市发展改革局（委），各有关单位：
为规范交易，我委制定了《广东省电力市场交易规则（试行）》，现印发给你们。本规则自2025年4月1日起施行，有效期3年。
广东省发展和改革委员会
2025年3月15日"""

NEWS = (
    """日前，金华市婺城区人民政府印发关于推动经济高质量发展若干政策举措（2025年版）的通知。
文件详情如下：
金华市婺城区人民政府关于印发关于推动经济高质量发展若干政策举措（2025年版）的通知
各乡镇人民政府、街道办事处：
《关于推动经济高质量发展若干政策举措（2025年版）》已经区政府同意，现印发给你们。
金华市婺城区人民政府
2025年4月1日
（此件公开发布）
关于推动经济高质量发展若干政策举措
（2025年版）
"""
    + BODY
)

NESTED = (
    """怀化市人民政府办公室
关于印发《怀化市贯彻落实〈关于打好经济
增长主动仗的若干政策措施〉实施方案》的通知
各县市区人民政府：
经市人民政府同意，现将《怀化市贯彻落实〈关于打好经济增长主动仗的若干政策措施〉实施方案》印发给你们。
怀化市人民政府办公室
2023年3月15日
怀化市贯彻落实《关于打好经济增长
主动仗的若干政策措施》实施方案
"""
    + BODY
)

NO_TITLE_ON_TOP = (
    """文号：晋政发〔2018〕13号
各市、县人民政府，省人民政府各委、办、厅、局：
现将《山西省激发重点群体活力带动城乡居民增收的实施方案》印发给你们，请认真组织实施。
山西省人民政府
2018年3月27日
（此件公开发布）
山西省激发重点群体活力带动城乡居民增收的实施方案
"""
    + BODY
)

MINISTRIES = (
    """工业和信息化部等十七部门关于印发“机器人+”应用行动实施方案的通知
工信部联通装〔2022〕187号
各省、自治区、直辖市人民政府：
现将《“机器人+”应用行动实施方案》印发给你们，请认真贯彻实施。
工业和信息化部
教育部
2023年1月18日
“机器人+”应用行动实施方案
"""
    + BODY
)

AMBIGUOUS = """鼓楼区人民政府关于支持夜间经济发展的若干措施
各街道办事处：
为把鼓楼区建成福州市夜间经济示范区，促进消费，制定本措施。
一、支持商户
给予福州市级商户补助。
鼓楼区人民政府
2021年6月1日"""

REVISED = """厦门市人民政府办公厅关于修订印发厦门市促进民宿健康发展实施办法的通知
厦府办规〔2022〕3号
各区人民政府：
现将修订后的《厦门市促进民宿健康发展实施办法》印发给你们。《厦门市促进民宿健康发展实施办法》（厦府办〔2018〕88号）同时废止。
厦门市人民政府办公厅
2022年5月6日
厦门市促进民宿健康发展实施办法
第一条 为促进民宿，制定本办法。"""

TWO_BODIES = """ZJSP18-2021-0008
合肥市财政局
合肥市商务局
关于印发合肥市外贸专项资金管理办法
（2023年修订）的通知
合财企〔2023〕51号
各县（市）区财政局：
《合肥市外贸专项资金管理办法（2023年修订）》已经市政府同意，现印发给你们。
合肥市财政局　合肥市商务局
2023年2月3日
合肥市外贸专项资金管理办法（2023年修订）
第一章　总则
第一条　为规范管理，制定本办法。"""

LOOSE = """合肥市关于稳增长促发展的二十条
一、支持创新
给予我市企业补助。"""

PREFECTURE = """恩施州人民政府办公室关于加快民宿旅游发展的意见
恩施州政办发〔2019〕3号
各县市人民政府：
为加快发展，现提出以下意见。
一、总体要求
坚持绿色发展。"""

CASES = [
    # text, field, value, reason
    (WRAPPED, "title", "合肥市促进经济发展若干政策", "the inner document, not the letter around it"),
    (WRAPPED, "doc_number", "合政办〔2023〕5号", "a line of its own"),
    (WRAPPED, "issuer", "合肥市人民政府办公室", "signature"),
    (WRAPPED, "issued_on", "2023-03-01", "date under the signature"),
    (WRAPPED, "adcode", "340100", "from the issuer"),
    (WRAPPED, "genre", "政策", "若干 counts no kind"),
    (SEVERAL, "title", "浙江省推进机器人产业发展行动计划（2024—2027年）", "years on a line of their own belong to it"),
    (SEVERAL, "issuer", "浙江省经济和信息化厅、浙江省发展和改革委员会、浙江省科学技术厅", "bodies on one line and on several"),
    (SEVERAL, "genre", "行动计划", "before the bracket with the years"),
    (SEVERAL, "year", 2024, "a range of years is not the year: the date is"),
    (DRAFT, "title", "深圳市支持低空经济高质量发展的若干措施", "without the mark of a draft"),
    (DRAFT, "status", "draft", "征求意见稿"),
    (DRAFT, "genre", "措施", "若干 only says that there are several"),
    (DRAFT, "issued_on", None, "a draft bears no date"),
    (DRAFT, "area", "深圳市", "from the title"),
    (LETTERHEAD, "title", "成都市武侯区人民政府关于加快文化旅游产业发展的意见", "issuer and 关于… are one title"),
    (LETTERHEAD, "issuer", "成都市武侯区人民政府", "not the office that prints it"),
    (LETTERHEAD, "doc_number", "成武府发〔2022〕8号", "below the letterhead"),
    (LETTERHEAD, "issued_on", "2022-11-21", "Chinese numerals; the signature's day, not the imprint's"),
    (LETTERHEAD, "area", "武侯区", "the plain name of the district"),
    (LETTERHEAD, "adcode", "510107", "武侯区 of 成都"),
    (REVISED, "title", "厦门市促进民宿健康发展实施办法", "the one sent, not the one repealed"),
    (REVISED, "doc_number", "厦府办规〔2022〕3号", "not that of the one repealed"),
    (REGULATION, "title", "上海市促进人工智能产业发展条例", "the bracket below is no part of it"),
    (REGULATION, "issued_on", "2022-09-22", "in brackets under the title"),
    (REGULATION, "adcode", "310000", "a municipality"),
    (PAGE, "doc_number", "苏商电〔2021〕123号", "the box of the page, since the notice has none"),
    (PAGE, "issuer", "江苏省商务厅", "the box of the page"),
    (PAGE, "issued_on", "2021-06-08", "成文日期 and not the day of publication"),
    (PAGE, "title", "江苏省直播电商发展三年行动计划", "the notice's own title"),
    (COVER_WITHOUT_TITLE, "title", "北京市第三批新建和优化“高效办成一件事”场景工作方案", "named in the letter, standing below"),
    (COVER_WITHOUT_TITLE, "issuer", "北京市政务服务和数据管理局", "the bracket about the seal is no issuer"),
    (COVER_WITHOUT_TITLE, "issued_on", "2024-06-14", "date below the bracket"),
    (COVER_WITHOUT_TITLE, "genre", "工作方案", "as the title ends"),
    (PLAIN_NOTICE, "title", "山东省人力资源和社会保障厅关于做好2024年高校毕业生就业工作的通知", "nothing inner: the notice itself"),
    (PLAIN_NOTICE, "issued_on", "2024-05-06", "signature at the end"),
    (PLAIN_NOTICE, "genre", "通知", "the notice itself"),
    (PLAIN_NOTICE, "year", 2024, "the single year of the title"),
    (NATIONAL, "area", "全国", "the State Council governs the nation"),
    (NATIONAL, "adcode", None, "the nation is no division"),
    (NATIONAL, "issuer", "国务院办公厅", "from title or signature"),
    (PARTY, "issuer", "中共长沙市委办公厅、长沙市人民政府办公厅", "party and government"),
    (PARTY, "title", "长沙市争创国家吸引集聚人才平台若干政策（试行）", "试行 stays"),
    (PARTY, "adcode", "430100", "behind 中共"),
    (ZONE, "area", "西咸新区", "a new area is no division"),
    (ZONE, "adcode", None, "a new area has no code"),
    (ONLY_LETTER, "title", "广东省电力市场交易规则（试行）", "what the letter sends, though it is not here"),
    (ONLY_LETTER, "issued_on", "2025-03-15", "the signature, not the day of effect"),
    (NEWS, "title", "关于推动经济高质量发展若干政策举措（2025年版）", "behind a report about it; 关于 twice"),
    (NEWS, "issuer", "金华市婺城区人民政府", "signature"),
    (NEWS, "genre", "政策举措", "举措"),
    (NEWS, "issued_on", "2025-04-01", "a remark below the date"),
    (NESTED, "title", "怀化市贯彻落实《关于打好经济增长主动仗的若干政策措施》实施方案", "a title in a title, broken over lines"),
    (NESTED, "genre", "实施方案", "not that of the title in it"),
    (NO_TITLE_ON_TOP, "title", "山西省激发重点群体活力带动城乡居民增收的实施方案", "the page has shown the title elsewhere"),
    (NO_TITLE_ON_TOP, "doc_number", "晋政发〔2018〕13号", "behind a label"),
    (MINISTRIES, "issuer", "工业和信息化部、教育部", "those that sign"),
    (MINISTRIES, "area", "全国", "ministries govern the nation"),
    (MINISTRIES, "title", "“机器人+”应用行动实施方案", "quotation marks stay"),
    (AMBIGUOUS, "adcode", "350102", "of four 鼓楼区 that of the city the text names"),
    (TWO_BODIES, "title", "合肥市外贸专项资金管理办法（2023年修订）", "a registry number is no part; bracket before 的通知"),
    (TWO_BODIES, "issuer", "合肥市财政局、合肥市商务局", "two bodies on a line"),
    (TWO_BODIES, "year", 2023, "the single year of the title"),
    ("铜仁市人民政府公报　2023年第3期\n铜仁市促进旅游若干措施\n" + BODY, "title", "铜仁市促进旅游若干措施", "a masthead"),
    ("山东省人民政府公报\n（总第182期）\n山东省促进旅游若干措施\n" + BODY, "title", "山东省促进旅游若干措施", "on two lines"),
    (LOOSE, "title", "合肥市关于稳增长促发展的二十条", "a title that names no kind of document"),
    (LOOSE, "genre", None, "no kind of document"),
    (PREFECTURE, "area", "恩施土家族苗族自治州", "the short form of an autonomous prefecture"),
    (PREFECTURE, "doc_number", "恩施州政办发〔2019〕3号", "a sign of several characters"),
    (ORDER, "doc_number", "第340号", "the number of a decree"),
    (ORDER, "title", "杭州市数字贸易促进办法", "below the decree's number"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "value", "reason"), CASES)
def test_front(text: str, name: str, value: object, reason: str) -> None:
    assert getattr(front_of(text), name) == value, reason


HEADLESS = [
    # text, field, value, reason
    ("为加快我市发展，根据《青岛市加快实体经济振兴发展三年行动方案》，制定以下政策措施。\n一、支持创新\n（责任单位：市科技局、崂山区政府）", "area", "青岛市", "我市, and a cited plan names the city"),
    ("为加快我市发展，根据《青岛市加快实体经济振兴发展三年行动方案》，制定以下政策措施。\n一、支持创新\n（责任单位：市科技局）", "genre", "政策措施", "how the first paragraph calls it"),
    ("为加快我市发展，根据《青岛市加快实体经济振兴发展三年行动方案》（青发〔2023〕9号），制定以下政策措施。\n一、支持创新", "doc_number", None, "the number of a cited plan is not its own"),
    ("为贯彻《数字山东发展规划》，加快推进全省数字经济，制定本行动方案。\n一、政府\n（省大数据局牵头）", "area", "山东省", "全省, 省大数据局"),
    ("为贯彻有关规划，制定本行动方案。\n一、数字政府\n加强服务。\n抄送：省委各部门。\n山东省人民政府办公厅2019年3月15日印发", "issuer", "山东省人民政府办公厅", "imprint"),
    ("为贯彻有关规划，制定本行动方案。\n一、数字政府\n加强服务。\n山东省人民政府办公厅2019年3月15日印发", "issued_on", "2019-03-15", "imprint"),
    ("本办法自2024年1月1日起施行，有效期3年。\n一、支持创新\n支持企业发展。", "issued_on", None, "the day of effect is not the day of issue"),
    ("一、支持创新\n支持企业发展，推动产业转型升级。", "area", None, "nothing tells"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "value", "reason"), HEADLESS)
def test_without_head(text: str, name: str, value: object, reason: str) -> None:
    assert getattr(front_of(text), name) == value, reason


ONLY_TABLE = """嘉兴市2023年重点工作责任分解

序号\t主要工作任务\t责任单位
1\t地区生产总值增长6%左右。\t市发展改革委
2\t研发投入强度达到3.6%。\t市科技局
"""

BODIES = [
    (WRAPPED, "为加快推进", "支持企业发展。", "letter and inner title are no promise"),
    (LETTERHEAD, "为加快推进", "支持企业发展。\n", "signature and imprint are no promise"),
    (ONLY_LETTER, "为规范交易", "有效期3年。\n", "nothing follows the letter: it is the text"),
    (REVISED, "第一条", "制定本办法。", "the inner title is no promise"),
    (ONLY_TABLE, "序号", "市科技局\n", "a title and a table, no prose"),
    (PLAIN_NOTICE, "为做好", "支持企业吸纳就业。\n", "recipients and signature are no promise"),
]


@pytest.mark.parametrize(("text", "begins", "ends", "reason"), BODIES)
def test_body(text: str, begins: str, ends: str, reason: str) -> None:
    start, end = outline_of(text).body
    assert text[start:end].startswith(begins), reason
    assert text[start:end].endswith(ends), reason


def test_doubts_say_what_is_missing() -> None:
    codes = {doubt.code: doubt.level for doubt in outline_of("一、支持创新\n支持企业发展，推动产业转型升级。").doubts}
    assert codes == {"no-title": "warning", "no-issue-date": "info", "unknown-place": "warning"}
    assert outline_of(WRAPPED).doubts == []


@pytest.mark.parametrize(
    ("text", "name", "value", "reason"),
    [
        ("2017年合肥高新区支持产业发展若干政策\n" + BODY, "area", "合肥高新区", "a year first"),
        ("池州市人民政府关于促进商贸流通的实施意见（池政〔2019〕12号）\n" + BODY, "title",
         "池州市人民政府关于促进商贸流通的实施意见", "the number behind the title, on its line"),
        ("池州市人民政府关于促进商贸流通的实施意见（池政〔2019〕12号）\n" + BODY, "doc_number", "池政〔2019〕12号", "and taken from there"),
        ("各区、县人民政府：\n《六安市产业方案》《六安市若干措施》已经市政府同意，现印发给你们，请认真落实。\n2020年11月17日\n六安市产业方案\n"
         + BODY, "title", "六安市产业方案", "the first of several, which follows"),
        ("各区、县人民政府：\n《六安市产业方案》已经市政府同意，现印发给你们，请认真落实。\n2020年11月17日\n六安市产业方案\n" + BODY,
         "issued_on", "2020-11-17", "a day without a name above it"),
        ("关于印发《甲地行动方案》《乙地行动方案》的通知\n" + BODY, "title", "甲地行动方案", "one of several titles, not their glue"),
        ("索引号：0110/2024 文 号：六政办〔2024〕4号\n有效性：有效 发文日期：2024年02月22日\n六安市支持电商发展实施方案\n" + BODY,
         "issued_on", "2024-02-22", "fields that share a line"),
        ("索引号：0110/2024 文 号：六政办〔2024〕4号\n六安市支持电商发展实施方案\n" + BODY, "doc_number", "六政办〔2024〕4号",
         "a label with a blank in it"),
        ("【市级】六安市支持电商发展实施方案\n" + BODY, "title", "六安市支持电商发展实施方案", "a page's mark before the title"),
        ("发布机构：六安市商务局；成文日期：2024年3月1日；\n六安市支持电商发展实施方案\n" + BODY, "issued_on", "2024-03-01",
         "fields that a semicolon parts"),
        ("兰州新区扶持金融业发展的若干措施\n" + BODY + "\n兰州新区管理委员会\n2021年3月1日", "area", "兰州新区",
         "a new area that bears the city's name"),
        ("文章属性\n∙【制定机关】六安市人民政府\n∙【公布日期】2023.05.06\n∙【字 号】六政〔2023〕6号\n∙【效力等级】规范性文件\n正文\n"
         "六安市支持电商发展实施方案\n" + BODY, "title", "六安市支持电商发展实施方案", "fields in 【】 are no title"),
        ("文章属性\n∙【制定机关】六安市人民政府\n∙【公布日期】2023.05.06\n∙【效力等级】规范性文件\n正文\n"
         "六安市支持电商发展实施方案\n" + BODY, "issued_on", "2023-05-06", "they say the day"),
        ("六安市数字产业提升\n“515”行动计划（2023—2026年）\n重点任务和责任分工\n" + BODY, "title",
         "六安市数字产业提升“515”行动计划（2023—2026年）重点任务和责任分工", "a third line"),
        ("关于六安加快建设电商强市的实施意见\n" + BODY, "area", "六安市", "a place behind 关于"),
        ("六安市人民政府办公室关于印发进一步加大电商扶持力度的通知\n各县区人民政府：\n" + BODY, "title",
         "六安市人民政府办公室关于印发进一步加大电商扶持力度的通知", "no paper is sent"),
        ("2023年六安市十项民生实事登记表\n" + BODY, "area", "六安市", "a year first, and a table's name"),
        ("六安市电商发展方案\n" + BODY + "\n（六安市人民政府办公室2025年3月14日）", "issued_on", "2025-03-14", "signed in a bracket"),
        ("发布单位 | 六安市人民政府 | 发文日期 | 2022-07-14 |\n六安市支持电商发展实施方案\n" + BODY, "issued_on", "2022-07-14",
         "fields between bars"),
        ("六安市人民政府办公室关于印发《六安市电商分工方案》的通知\n各县区人民政府：\n现将《六安市电商分工方案》印发给你们，并通知如下：\n"
         "1.明确任务。各单位要制定清单。\n2.加强督查。每月报送情况。\n六安市人民政府办公室\n2024年1月25日\n", "issued_on",
         "2024-01-25", "a letter with points of its own is signed behind them"),
        ("近日，六安市出台了支持电商发展的办法。\n企业获奖的给予奖励。", "area", "六安市", "what a report tells"),
        ("信息索引号：\n1133/2025-10\n发布机构：\n六安市人民政府办公室\n文件字号：\n六政〔2025〕15号\n成文日期：\n2025-12-24\n"
         "六安市支持电商发展实施方案\n" + BODY, "doc_number", "六政〔2025〕15号", "a label's value on the next line"),
        ("六安市人民政府关于印发电商发展方案的通知\n各县区人民政府：\n《电商发展方案》已经市政府同意，现印发给你们。\n六安市人民政府\n"
         "20251224\n电商发展方案\n" + BODY, "issued_on", "2025-12-24", "a day of eight digits under the signature"),
        ("• 公开范围：全部公开\n• 生成日期：2021-03-22\n六安市支持电商发展实施方案\n" + BODY, "title", "六安市支持电商发展实施方案",
         "the page's lines behind a bullet"),
        ("名       称： 六安市支持电商发展实施方案 信息来源：\n关  键 词： 电商 浏览次数： 4\n六安市支持电商发展实施方案\n" + BODY, "title",
         "六安市支持电商发展实施方案", "labels whose characters are set apart"),
        ("支持电商发展实施方案\n来源：六安市人民政府办公室\n" + BODY, "area", "六安市", "the source, where nothing else tells"),
        ("六安市人民政府关于2024年重点工作及责任分解的通知\n各县区人民政府：\n根据《安徽省人民政府关于2024年重点工作的通知》（皖政〔2024〕9号），"
         "现将2024年重点工作及责任分解印发给你们。\n一、任务\n1.建设平台。", "title", "六安市人民政府关于2024年重点工作及责任分解的通知",
         "a paper that is only named is not sent"),
        ("六安市人民政府关于分解目标任务的通知\n各县区人民政府：\n现将《政府工作报告》6个方面243项工作任务予以分解印发。\n一、任务\n1.建设平台。", "title",
         "六安市人民政府关于分解目标任务的通知", "nor is one of which tasks are sent"),
        ("各乡镇人民政府：\n现将《六安市2024年产业任务分解表》下达给你们。\n六安市商务局\n2024年2月6日\n六安市2024年产业任务分解表\n" + BODY,
         "title", "六安市2024年产业任务分解表", "what is handed down"),
        ("2026年安徽省政府工作报告\n" + BODY, "area", "安徽省", "a report"),
        ("雄安新区2023年民生工程实施方案\n按照《河北省2023年民生工程实施方案》要求，制定本方案。\n" + BODY, "area", "雄安新区", "a new area of its own"),
        ("各县区人民政府：\n落实到具体主体和田块，确保全市粮食面积。\n" + BODY, "area", None, "和田 in the middle of words is no place"),
        ("六安市创建“中国制造2025”试点城市的实施意见\n六政〔2017〕52号\n" + BODY, "year", 2017, "a year in a name dates nothing"),
        ("六安市2030年前碳达峰实施方案\n六政〔2022〕5号\n" + BODY, "year", 2022, "nor does an aim"),
        ("各县区人民政府：\n现就抓好2022年粮食生产工作通知如下：\n" + BODY, "year", 2022, "the year that a letter names"),
        ("国务院关于加快发展的指导意见\n" + BODY, "issuer", "国务院", "a short name"),
        ("六安市数字经济行动计划\n发表于：2024-07-30\n六安市数字经济行动计划\n" + BODY, "title", "六安市数字经济行动计划",
         "the page's line between"),
    ],
)  # fmt: skip
def test_fronts_of_web_pages(text: str, name: str, value: object, reason: str) -> None:
    assert getattr(front_of(text), name) == value, reason
