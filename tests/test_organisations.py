"""From a name as written to the one body it is."""

from __future__ import annotations

import pytest

from extract.interpret.organisations import Resolver

PLACES = {
    "六安市": "341500", "天长市": "341181", "安溪县": "350524", "叶集区": "341504", "安徽省": "340000",
    "济南市": "370100",
    "青岛市": "370200", "天河区": "440106", "北京市": "110000", "恩施土家族苗族自治州": "422800",
}  # fmt: skip


def resolver(area: str) -> Resolver:
    return Resolver(area, PLACES[area])


NAMES = [
    ("六安市", "市商务局", "六安市商务局", "department", "商务", "place and name"),
    ("六安市", "市发改委", "六安市发展和改革委员会", "department", "发展改革", "the official long form"),
    ("六安市", "市人社局", "六安市人力资源和社会保障局", "department", "人力资源社会保障", "the official long form"),
    ("六安市", "省商务厅", "安徽省商务厅", "department", "商务", "a level above the notice's"),
    ("叶集区", "市商务局", "六安市商务局", "department", "商务", "市 in a district's notice is its city"),
    ("叶集区", "区商务和粮食局", "叶集区商务和粮食局", "department", "商务", "the level of the notice"),
    ("天长市", "市教体局", "天长市教育体育局", "department", "教育", "市 of a county-level city is itself"),
    ("安溪县", "经信局", "安溪县经济和信息化局", "department", "工业和信息化", "no level: the notice's place"),
    ("安溪县", "市场监管局", "安溪县市场监督管理局", "department", "市场监管", "市 of 市场 is no level"),
    ("六安市", "市市场监管局", "六安市市场监督管理局", "department", "市场监管", "level and 市场"),
    ("安溪县", "宣传部", "中共安溪县委宣传部", "party", "宣传", "a Party office without its level"),
    ("六安市", "市委组织部", "中共六安市委组织部", "party", "组织", "a Party office"),
    ("安徽省", "省委网信办", "中共安徽省委网络安全和信息化委员会办公室", "party", "网信", "a Party office in short"),
    ("六安市", "团市委", "共青团六安市委员会", "association", "共青团", "the Youth League"),
    ("安溪县", "团县委", "共青团安溪县委员会", "association", "共青团", "the Youth League of a county"),
    ("六安市", "市妇联", "六安市妇女联合会", "association", "妇联", "a people's organisation"),
    ("安徽省", "省贸促会", "中国国际贸易促进委员会安徽省委员会", "association", "贸促", "the place inside the name"),
    ("六安市", "市政府", "六安市人民政府", "government", "政府", "the government"),
    ("六安市", "市政府督查办", "六安市人民政府督查办公室", "department", "政府办", "an office of the government"),
    ("六安市", "人行六安中心支行", "中国人民银行六安中心支行", "department", "人行", "a national branch"),
    ("六安市", "六安银保监分局", "中国银行保险监督管理委员会六安监管分局", "department", "银保监", "a national branch"),
    ("安徽省", "合肥海关", "合肥海关", "department", "海关", "customs keep their name"),
    ("济南市", "国家税务总局济南市税务局", "济南市税务局", "department", "税务", "the superior's name goes"),
    ("济南市", "济南市科技局", "济南市科学技术局", "department", "科技", "a place in the name"),
    ("青岛市", "崂山区政府", "崂山区人民政府", "government", "政府", "a district of the place"),
    ("济南市", "济南高新区管委会", "济南高新区管委会", "zone", None, "a zone keeps its name"),
    ("安溪县", "尚卿乡", "安溪县尚卿乡人民政府", "government", "政府", "a township stands for its government"),
    ("安溪县", "城厢镇", "安溪县城厢镇人民政府", "government", "政府", "a township named like a district elsewhere"),
    ("安溪县", "凤城镇", "安溪县凤城镇人民政府", "government", "政府", "a township named like a city elsewhere"),
    ("安溪县", "茶多网有限公司", "茶多网有限公司", "enterprise", None, "a company keeps its name"),
    ("济南市", "市财政投资基金控股集团", "济南市财政投资基金控股集团", "enterprise", "财政", "but not behind a level"),
    ("安溪县", "电子商务协会", "安溪县电子商务协会", "association", None, "an association gets the place"),
    (
        "天长市",
        "市农业农村局(乡村振兴局)",
        "天长市农业农村局",
        "department",
        "农业农村",
        "a second name in brackets",
    ),
    ("六安市", "市委组织部(市委人才办)", "中共六安市委组织部", "party", "组织", "so does that of a Party office"),
    ("安徽省", "省法院", "安徽省高级人民法院", "institution", "司法", "a province's court is the high one"),
    ("北京市", "市法院", "北京市高级人民法院", "institution", "司法", "so is a municipality's"),
    ("六安市", "市法院", "六安市中级人民法院", "institution", "司法", "a city's is the intermediate one"),
    ("叶集区", "区法院", "叶集区人民法院", "institution", "司法", "a district's has no rank in its name"),
    ("叶集区", "市中院", "六安市中级人民法院", "institution", "司法", "a court of the city above"),
    ("安徽省", "省检察院", "安徽省人民检察院", "institution", "司法", "procuratorates say no rank"),
    ("安徽省", "市法院", "市法院", "group", None, "a level below the notice's own: each city's"),
    ("六安市", "县教育和体育局", "县教育和体育局", "group", "教育", "each county's"),
    ("安溪县", "县商务和经济合作局", "安溪县商务和经济合作局", "department", "商务", "a bureau of two lines of work"),
    ("安徽省", "商务厅", "安徽省商务厅", "department", "商务", "厅 belongs to the province"),
    ("六安市", "财政部", "财政部", "department", "财政", "部 belongs to the nation"),
    ("六安市", "国家发展改革委", "国家发展改革委", "department", "发展改革", "so does 国家"),
    ("北京市", "市经济和信息化局", "北京市经济和信息化局", "department", "工业和信息化", "市 of a municipality"),
    ("天河区", "市科技局", "广州市科学技术局", "department", "科技", "the city above a district"),
    ("六安市", "市电商工作领导小组办公室", "六安市电商工作领导小组办公室", "committee", None, "a coordinating body"),
    (
        "恩施土家族苗族自治州",
        "州商务局",
        "恩施土家族苗族自治州商务局",
        "department",
        "商务",
        "an autonomous prefecture",
    ),
]


@pytest.mark.parametrize(
    ("area", "written", "name", "kind", "function", "reason"), NAMES, ids=[f"{r[0]} {r[1]}" for r in NAMES]
)
def test_name(area: str, written: str, name: str, kind: str, function: str | None, reason: str) -> None:
    found = resolver(area).by_name(written)
    assert (found.name, found.kind, found.function) == (name, kind, function), reason


SAME = [
    ("六安市", "市发改委", "六安市", "市发展和改革委员会", "short and long form"),
    ("六安市", "市发展改革委", "六安市", "六安市发展和改革委员会", "with the place's name"),
    ("叶集区", "市商务局", "六安市", "市商务局", "named in a district's notice and in the city's own"),
    ("青岛市", "崂山区政府", "青岛市", "青岛市崂山区人民政府", "with and without the city"),
    ("济南市", "市税务局", "济南市", "国家税务总局济南市税务局", "with and without the superior"),
    ("六安市", "团市委", "六安市", "共青团六安市委", "the League's two ways"),
    ("六安市", "中共六安市委组织部", "六安市", "市委组织部", "with and without 中共"),
    ("六安市", "市供销社", "六安市", "市供销合作社联合社", "short and long form"),
    ("安徽省", "安徽银保监局", "安徽省", "中国银保监会安徽监管局", "two ways of a branch"),
]


@pytest.mark.parametrize(("area", "one", "other_area", "other", "reason"), SAME, ids=[f"{r[1]} = {r[3]}" for r in SAME])
def test_one_body_one_id(area: str, one: str, other_area: str, other: str, reason: str) -> None:
    assert resolver(area).by_name(one) == resolver(other_area).by_name(other) or (
        resolver(area).by_name(one).id == resolver(other_area).by_name(other).id
    ), reason


DIFFERENT = [
    ("六安市", "市商务局", "天长市", "市商务局", "offices of two cities"),
    ("六安市", "市商务局", "六安市", "市财政局", "two offices of a city"),
    ("六安市", "各县区政府", "安溪县", "各县区政府", "groups belong to the notice's place"),
    ("六安市", "市政府", "六安市", "市政府办公室", "the government and its office"),
]


@pytest.mark.parametrize(("area", "one", "other_area", "other", "reason"), DIFFERENT, ids=[r[4] for r in DIFFERENT])
def test_two_bodies_two_ids(area: str, one: str, other_area: str, other: str, reason: str) -> None:
    assert resolver(area).by_name(one).id != resolver(other_area).by_name(other).id


@pytest.mark.parametrize("name", ["各县区政府", "有关部门", "市电商工作领导小组成员单位", "项目实施单位"])
def test_group_stays_as_written(name: str) -> None:
    found = resolver("六安市").by_name(name)
    assert (found.name, found.kind, found.adcode) == (name, "group", "341500")


def test_short_form_stands_for_the_full_name() -> None:
    own = Resolver("安溪县", "350524", {"县电商办": "县电子商务工作领导小组办公室"})
    assert own.by_name("县电商办").name == "安溪县电子商务工作领导小组办公室"


def test_same_function_makes_offices_comparable() -> None:
    written = [("六安市", "市发改委"), ("安溪县", "发改局"), ("安徽省", "省发展改革委")]
    assert {resolver(area).by_name(name).function for area, name in written} == {"发展改革"}


def test_notice_without_a_place() -> None:
    found = Resolver(None, None).by_name("市商务局")
    assert (found.name, found.adcode) == ("市商务局", None)
