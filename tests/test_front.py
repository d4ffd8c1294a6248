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

COLLECTED = (
    "7. 荆州市人民政府办公室关于印发荆州市优化营商环境的若干\n措施的通知（2023年3月25日）\n"
    "三、进一步降低成本\n（二十）支持企业降低成本，推动产业升级。"
)

CASES = [
    # text, field, value, reason
    (COLLECTED, "title", "荆州市优化营商环境的若干措施", "the number that a notice has in a collection"),
    (COLLECTED, "issuer", "荆州市人民政府办公室", "from the numbered title"),
    (COLLECTED, "issued_on", "2023-03-25", "the day behind a title"),
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
    ("新政发〔2018〕37号\n各乡镇人民政府、县府各部门：\n现就加快发展茶业提出如下意见：\n一、任务\n建设茶园。", "area", None, "a sign of 新疆 that writes to townships is some county's"),
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
