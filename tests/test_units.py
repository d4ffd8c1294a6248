"""Bodies in lists (anything between separators) and in running text (known endings)."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.annotate.unit_lists import complete, is_group, list_units
from extract.annotate.units import annotate_units, find_units
from extract.clean.fold import fold

LISTS = [
    ("市商务局、市财政局", ["市商务局", "市财政局"], "the plain list"),
    ("市商务局，市农林委；市质监局", ["市商务局", "市农林委", "市质监局"], "commas and semicolons part too"),
    ("市商务局 市财政局", ["市商务局", "市财政局"], "a blank parts two whole names"),
    ("市公安局市教育局", ["市公安局", "市教育局"], "cells joined without a separator"),
    ("市市场监管局", ["市市场监管局"], "市 of 市场 is no second body"),
    (
        "县商务局、经信局、茶管委办、工艺办",
        ["县商务局", "经信局", "茶管委办", "工艺办"],
        "unknown endings count in a list",
    ),
    ("市商务局和市财政局以及各区政府", ["市商务局", "市财政局", "各区政府"], "和 parts whole names"),
    ("市发展和改革委员会、市文化和旅游局", ["市发展和改革委员会", "市文化和旅游局"], "和 inside a name does not"),
    ("市农业农村局（乡村振兴局）", ["市农业农村局(乡村振兴局)"], "a bracket of the name stays"),
    (
        "县电子商务工作领导小组办公室（简称“县电商办”）",
        ["县电子商务工作领导小组办公室"],
        "a short form is no part of the name",
    ),
    ("市农业农村局、市文旅局、市经信局等", ["市农业农村局", "市文旅局", "市经信局"], "等 goes"),
    ("尚卿乡、龙涓乡等有关乡镇人民政府", ["尚卿乡", "龙涓乡", "有关乡镇人民政府"], "等 with a group adds the group"),
    (
        "省发展改革委、省住房城乡建设厅等有关部门",
        ["省发展改革委", "省住房城乡建设厅", "有关部门"],
        "等有关部门 is one of them",
    ),
    ("市商务局、市财政局等部门", ["市商务局", "市财政局"], "等部门 only sums up"),
    ("省商务厅、省教育厅等15个部门", ["省商务厅", "省教育厅"], "so does 等15个部门"),
    (
        "能源局等省有关部门和各地级以上市人民政府",
        ["能源局", "省有关部门", "各地级以上市人民政府"],
        "a group behind 等 in a list",
    ),
    (
        "省推进“三地一区”建设领导小组执行小组成员单位",
        ["省推进“三地一区”建设领导小组执行小组成员单位"],
        "quotes in a name",
    ),
    ("各县（市、区）人民政府、各开发区管委会", ["各县(市、区)人民政府", "各开发区管委会"], "separators in brackets"),
    ("各市、州、县人民政府", ["各市、州、县人民政府"], "bare levels go with what follows"),
    (
        "市、县（区）人民政府，市自然资源和规划局",
        ["市、县(区)人民政府", "市自然资源和规划局"],
        "a bare level of one character",
    ),
    ("各市、市商务局", ["各市", "市商务局"], "but 各市 and an office are two"),
    ("各镇（街道）、园区", ["各镇(街道)", "园区"], "and so are 各镇 and 园区"),
    ("2023年底前、市商务局、下同", ["市商务局"], "dates and notes are no bodies"),
    ("—", [], "an empty cell's dash"),
    (
        "市教育局、市政务服务和公共资源交易中心等有关部门",
        ["市教育局", "市政务服务和公共资源交易中心", "有关部门"],
        "a centre of two lines of work",
    ),
]


@pytest.mark.parametrize(("text", "names", "reason"), LISTS, ids=[row[2] for row in LISTS])
def test_list(text: str, names: list[str], reason: str) -> None:
    folded = fold(text)
    assert [unit.text for unit in list_units(folded, 0, len(folded))] == names


HEADS = [
    ("市发展改革、商务部门", ["市发展改革+部门", "商务部门"], "departments share 部门"),
    ("济南、青岛、烟台市政府", ["济南+市政府", "青岛+市政府", "烟台市政府"], "cities share 市政府"),
    ("商务、财政等部门", ["商务+部门", "财政+部门"], "the head may stand behind 等"),
    ("茶管委办、商务部门", ["茶管委办", "商务部门"], "a name of its own takes no head"),
]


@pytest.mark.parametrize(("text", "names", "reason"), HEADS, ids=[row[2] for row in HEADS])
def test_shared_head(text: str, names: list[str], reason: str) -> None:
    units = list_units(text, 0, len(text))
    assert ["+".join(filter(None, (unit.text, unit.head))) for unit in units] == names


RUNNING = [
    ("经市商务局、市农林委考核评定合格", ["市商务局", "市农林委"], "a preposition before is no part"),
    ("由县商务局、财政局对专项资金", ["县商务局", "财政局"], "a later name without its level"),
    ("由国土资源部会同农业部负责", ["国土资源部", "农业部"], "ministries stand without a level"),
    ("由农业部门、宣传部门负责", ["农业部门"], "农业部门 is no 农业部"),
    ("由区督查组综合，市会展办配合", ["区督查组", "市会展办"], "offices of inspection and of fairs"),
    ("县商务局会同县财政局制定", ["县商务局", "县财政局"], "会同县 is a county, but not here"),
    ("市商务局和县商务局", ["市商务局", "县商务局"], "和县 is a county, but not here"),
    ("本政策由济南市科技局负责解释", ["济南市科技局"], "a place in the name"),
    ("广州市天河区人民政府办公室", ["广州市天河区人民政府办公室"], "two places in the name"),
    ("我市商务局", ["市商务局"], "我 is no part"),
    ("由区县财政部门拨付", ["区县财政部门"], "two levels behind 由"),
    ("区县住房和城乡建设部门负责", ["区县住房和城乡建设部门"], "and at the head"),
    ("市财政局和区财政局", ["市财政局", "区财政局"], "a level of its own behind 和"),
    ("各涉农区县、开发区商务主管部门要牵头", ["各涉农区县、开发区商务主管部门"], "a group named by its work"),
    ("各县区政府、市电商工作领导小组成员单位", ["各县区政府", "市电商工作领导小组成员单位"], "members of a group"),
    ("人行六安中心支行和六安银保监分局", ["人行六安中心支行"], "national branches"),
    ("国家税务总局济南市税务局、合肥海关", ["国家税务总局济南市税务局", "合肥海关"], "tax office and customs"),
    ("共青团六安市委、团县委", ["共青团六安市委", "团县委"], "the Youth League"),
    ("市政府办公室，市委宣传部", ["市政府办公室", "市委宣传部"], "offices of government and Party"),
    ("成立市机器人产业发展领导小组", ["市机器人产业发展领导小组"], "a group founded"),
    ("青岛高科技工业园管委会负责", ["青岛高科技工业园管委会"], "a zone with a long name"),
    ("市民营经济促进局负责", ["市民营经济促进局"], "an office of unknown work behind its level"),
    (
        "县电商办负责。县电商工作领导小组办公室（简称“县电商办”）",
        ["县电商办", "县电商工作领导小组办公室", "县电商办"],
        "an introduced short form",
    ),
    ("县商务和经济合作局牵头，县供销社配合", ["县商务和经济合作局", "县供销社"], "a bureau of two lines of work"),
    ("县科技和工业信息化局、区工业和信息化科技局", ["县科技和工业信息化局", "区工业和信息化科技局"], "joined or not"),
    ("区文化广播电视体育和旅游局负责", ["区文化广播电视体育和旅游局"], "a bureau of four"),
    ("县财政局、住房和城乡建设交通局", ["县财政局", "住房和城乡建设交通局"], "behind the first without its level"),
    ("县行政审批和政务信息管理局负责", ["县行政审批和政务信息管理局"], "the second line of work unknown"),
    ("县新闻和旅游局负责", ["县新闻和旅游局"], "the first line of work unknown"),
    ("霍山县发展改革和科技局会同", ["霍山县发展改革和科技局"], "behind a place"),
    (
        "市商务局和县财政局；市发展改革委和商务局",
        ["市商务局", "县财政局", "市发展改革委", "商务局"],
        "和 between bodies",
    ),
    ("服务市重点企业和商务局", ["商务局"], "what ends a name before 和 is no line of work"),
    ("县人民政府和教育局", ["县人民政府", "教育局"], "nor is a government"),
    ("建设数据局；交通和电力局部改造", [], "a verb, and 局部"),
    ("乡镇人民政府（街道办事处）负责", ["乡镇人民政府（街道办事处）"], "the governments of all towns"),
    (
        "由所在地乡（镇）政府初审，县（市、区）人民政府审核",
        ["乡（镇）政府", "县（市、区）人民政府"],
        "levels in brackets",
    ),
    ("各镇（街道）负责推荐，各县区要切实承担主体责任", ["各镇（街道）", "各县区"], "bare 各… that is charged"),
    ("各县区引进2家，各乡镇具体负责人", [], "bare 各… that is not"),
    ("设区市教育局推荐，市、县教育局实施", ["设区市教育局", "市、县教育局"], "offices of one level, and of two"),
    ("各县教育局负责，由各市、县商务局审核", ["各县教育局", "各市、县商务局"], "and of each"),
    ("霍山县、县教育局；该市教育局", ["县教育局", "市教育局"], "a place is no bare level"),
    ("由尚卿乡人民政府负责，报乡镇人民政府", ["尚卿乡人民政府"], "one town's government"),
    ("开发区管委会负责", ["开发区管委会"], "the zone of the place"),
    ("各县区财政局会同各县市区文旅局", ["各县区财政局", "各县市区文旅局"], "offices of each of several levels"),
    ("各县（市、区）文旅局、各开发区财政局", ["各县（市、区）文旅局", "各开发区财政局"], "levels in brackets, zones"),
    ("本县区财政局", ["区财政局"], "several levels only behind 各"),
    ("由合肥高新区科技局、天府新区财政局", ["合肥高新区科技局", "天府新区财政局"], "offices of a zone with its name"),
    ("由高新区经发局，指导经开区商务局", ["高新区经发局", "经开区商务局"], "and of one without"),
    ("会同市科委、中关村管委会组织", ["市科委", "中关村管委会"], "a zone of three characters"),
    ("成立管委会，所在管委会审核", [], "no zone's name before 管委会"),
    ("市农业农村局（市乡村振兴局）牵头", ["市农业农村局（市乡村振兴局）"], "two signboards are one body"),
    ("政务办（区政务服务中心）负责受理", ["政务办（区政务服务中心）"], "a short name that is charged needs no level"),
    ("人才办负责统筹，政务办发布指南", ["人才办"], "one that is not charged does"),
    ("各镇街文化站负责宣传，各乡镇中心小学", ["各镇街文化站"], "stations of each town that are charged"),
    ("由铜仁市文体广电旅游局负责", ["铜仁市文体广电旅游局"], "lines of work run together"),
    ("优化布局，市场格局，邮政快递", [], "局 that is no office"),
    ("市商务局局长主持，商务局面向社会", ["市商务局"], "局长 follows the office; 局面 is a word"),
    ("政府引导、市场运作，政府购买服务", [], "政府 without a place"),
    ("委托第三方，办理手续，厅长", [], "委, 办, 厅 that begin other words"),
    (
        "由上海市临港地区开发建设管理委员会（以下简称“临港管委会”）确定总额。",
        ["上海市临港地区开发建设管理委员会", "临港管委会"],
        "its short form is no part of the name",
    ),
]


@pytest.mark.parametrize(("text", "names", "reason"), RUNNING, ids=[row[2] for row in RUNNING])
def test_running_text(text: str, names: list[str], reason: str) -> None:
    import spacy

    from extract.annotate.pipeline import CharacterTokenizer

    doc = annotate_units(CharacterTokenizer(spacy.blank("zh").vocab)(text))
    found = [text[unit.start : unit.end] for unit in doc._.found["units"]]
    assert found == names


GROUPS = [
    ("各县区政府", True),
    ("乡镇人民政府(街道办事处)", True),
    ("县(市、区)政府", True),
    ("尚卿乡人民政府", False),
    ("有关部门", True),
    ("省直有关单位", True),
    ("驻六安各单位", True),
    ("区县", True),
    ("市电商工作领导小组成员单位", True),
    ("项目实施单位", True),
    ("市商务局", False),
    ("合肥海关", False),
    ("市电商工作领导小组", False),
    ("茶多网有限公司", False),
]


@pytest.mark.parametrize(("name", "group"), GROUPS)
def test_group(name: str, group: bool) -> None:
    assert is_group(name) is group


def test_zone_behind_each_is_a_group() -> None:
    """各 holds for the bare name behind it (各区县、开发区管委会), but not for a zone with a name."""
    units = list_units("各涉农区县政府、开发区管委会、高新区科技局", 0, 21)
    assert [(unit.text, unit.group) for unit in units] == [
        ("各涉农区县政府", True),
        ("开发区管委会", True),
        ("高新区科技局", False),
    ]


@pytest.mark.parametrize("name", ["平台", "考核评定", "土地费用", "含1天"])
def test_other_words_are_no_names(name: str) -> None:
    assert not complete(name)


WORDS = st.lists(
    st.sampled_from(
        [
            "市",
            "商务局",
            "、",
            "和",
            "各",
            "县区",
            "政府",
            "(",
            ")",
            "等",
            "部门",
            "由",
            "“",
            "”",
            "领导小组",
            "，",
            "省",
            "委",
            "办",
            "\n",
            "乡村",
        ]
    ),
    max_size=30,
).map("".join)


@given(WORDS)
def test_offsets_hold(text: str) -> None:
    """Whatever the words, a name stands where it says, in order and apart."""
    folded = fold(text)
    for units in (list_units(folded, 0, len(folded)), find_units(folded)):
        assert all(folded[unit.start : unit.end] == unit.text and unit.text for unit in units)
        assert all(a.end <= b.start for a, b in pairwise(units))
