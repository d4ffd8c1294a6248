"""Which member of a list goes with which amount (分别), where the list shares verbs, heads or grades."""

from __future__ import annotations

import pytest
from promised import subsidies

PAIRED: list[tuple[str, list[str], str]] = [
    ("对新引进、培养的顶尖人才、领军人才，分别给予20万元、10万元奖励。", ["顶尖人才", "领军人才"], "two verbs"),
    ("对新创建、新认定的省级园区、市级园区，分别给予20万元、10万元奖励。", ["省级园区", "市级园区"], "both with 新"),
    ("第一类至第三类人才，分别给予30万元、20万元、10万元补贴。", ["第一类人才", "第二类人才", "第三类人才"], "from – to"),
    ("对创新团队，按A、B两类分别给予50万元、30万元资助。", ["创新团队（A类）", "创新团队（B类）"], "grades behind"),
    ("入选市级团队的，分特级、一级两个档次，分别给予50万元、30万元。", ["市级团队（特级）", "市级团队（一级）"], "档次"),
    ("对引进一类、二类人才的企业，每引进1人分别给予5万元、3万元奖励。",
     ["引进一类人才的企业", "引进二类人才的企业"], "每 in between"),
    ("对新取得技师、高级技师资格证书的，分别奖励2000元、3000元。", ["技师", "高级技师"], "certificates"),
    ("新落户并在本市工作的博士、硕士，分别发放2万元、1万元补贴。", ["博士", "硕士"], "what all of them share"),
    ("博士、硕士毕业生在本市购房的，分别给予6万元、3万元补贴。", ["博士", "硕士毕业生"], "what they do"),
    ("获评“山水民宿”金、银宿级的，分别奖励8万元、5万元。", ["“山水民宿”金宿级", "“山水民宿”银宿级"], "metals"),
    ("对获得金、银奖的作品，分别奖励8万元、5万元。", ["获得金奖的作品", "获得银奖的作品"], "metals before 奖"),
    ("对承担技术委员会及分技术委员会建设的企业，分别给予40万元、20万元资助。",
     ["承担技术委员会建设的企业", "承担分技术委员会建设的企业"], "a verb and its noun around the list"),
    ("对村级站，按照示范站8000元/个、标准站5000元/个给予补助。", ["示范站", "标准站"], "a kind before each amount"),
    ("评定为国家5A级、4A级旅游景区的，分别奖励500万元、200万元。", ["国家5A级旅游景区", "国家4A级旅游景区"], "级 once"),
    ("对建设数字化车间、智能工厂的，分别给予5万元、9万元奖励。", ["数字化车间", "智能工厂"], "what is built"),
    ("高级技师、技师、高级工，分别给予2000元、1500元、1000元补贴。", ["高级技师", "技师", "高级工"], "nothing shared"),
    ("对批发、零售企业分别给予10万元、5万元奖励。", ["批发企业", "零售企业"], "the last one's head is all's"),
    ("建筑企业晋升特级、一级资质的，分别奖励500万元、50万元。", ["建筑企业（特级资质）", "建筑企业（一级资质）"], "what is gained"),
    ("新建旅游厕所，AAA级、AA级每座分别补助3万元、2万元。", ["AAA级旅游厕所", "AA级旅游厕所"], "grades of what is built"),
    ("对B类、C类人才分别给予20万元、10万元补贴。", ["B类人才", "C类人才"], "类 once"),
    ("对评为AAA级、AA级的厕所，分别奖励3万元、2万元。", ["AAA级的厕所", "AA级的厕所"], "letters"),
    ("对机器人企业，获得国家级金奖、银奖的，分别奖励10万元、5万元。",
     ["机器人企业（国家级金奖）", "机器人企业（国家级银奖）"], "prizes belong to who gets them"),
    ("对国家级专精特新“小巨人”企业、省级专精特新企业、创新型中小企业，分别给予50万元、20万元、5万元奖励。",
     ["国家级专精特新“小巨人”企业", "省级专精特新企业", "创新型中小企业"], "each says of what level or sort it is"),
    ("对全日制博士、硕士和高级技师，分别给予5万元、3万元、1万元补贴。",
     ["全日制博士", "全日制硕士", "高级技师"], "全日制 is no technician's"),
    ("对主导或参与制定国际标准的企业，分别给予10万元、5万元奖励。",
     ["主导制定国际标准的企业", "参与制定国际标准的企业"], "two verbs with one object; 与 of 参与 joins nothing"),
    ("新晋级技师、高级技师并在企业在岗的，分别给予2000元、3000元补贴。", ["技师", "高级技师"], "并在… belongs to both"),
    ("人才可申领补贴，标准为博士每月5000元、硕士每月3000元。", ["博士", "硕士"], "标准为"),
    ("对新引进人才，按博士每月3000元、硕士每月1500元、本科每月800元、大专（高级工）每月300元的标准，给予生活补贴。",
     ["博士", "硕士", "本科", "大专（高级工）"], "degrees stand for who holds them"),
    ("对博士、硕士，分别给予每月1500元、每月1000元的补贴。", ["博士", "硕士"], "每月 before each amount"),
    ("按研发进度分阶段给予补助：进入I、II期临床试验的，分别给予100万元、200万元。",
     ["I期临床试验", "II期临床试验"], "what stands before the colon is no part of them"),
]  # fmt: skip


@pytest.mark.parametrize("text, expected, reason", PAIRED)
def test_members_go_with_their_amounts(text: str, expected: list[str], reason: str) -> None:
    assert [row["beneficiary"] for row in subsidies(text)] == expected, reason


@pytest.mark.parametrize(
    "text, who, counted, reason",
    [
        (
            "鼓励服务机构、行业协会引进人才，每成功引进1名院士、博士，分别给予20万元、5万元奖励。",
            "服务机构、行业协会",
            ["院士", "博士"],
            "who brings them is paid",
        ),
        (
            "每引进1名博士、硕士，分别奖励用人单位3万元、1万元。",
            "用人单位",
            ["博士", "硕士"],
            "the verb's object is paid",
        ),
    ],
)
def test_what_is_counted(text: str, who: str, counted: list[str], reason: str) -> None:
    rows = subsidies(text)
    assert [row["per"] for row in rows] == counted, reason
    assert {row["beneficiary"] for row in rows} == {who}, reason
