"""Places: divisions as seen from the document's place, zones, towns; and the gazetteer itself."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.annotate.places import find_places
from extract.lexicon.divisions import Gazetteer, _rows, gazetteer
from extract.outline.jurisdiction import area_in_title

LUAN, XIAN, ANHUI, TIANJIN, BEIJING = "341500", "610100", "340000", "120000", "110000"

CASES = [
    # text, the document's place, (full name, code) found, reason
    ("霍邱县、舒城县各4个以上", LUAN, [("霍邱县", "341522"), ("舒城县", "341523")], "full names"),
    ("舒城、金安、裕安各2个", LUAN, [("舒城县", "341523"), ("金安区", "341502"), ("裕安区", "341503")], "short names in a list"),
    ("金寨、霍山两县", LUAN, [("金寨县", "341524"), ("霍山县", "341525")], "short names with their kind behind"),
    ("金寨红军纪念日", LUAN, [], "a short name alone is none"),
    ("指标\t舒城\t4", LUAN, [("舒城县", "341523")], "a short name that fills a table's cell"),
    ("舒城3个,金安2个", LUAN, [("舒城县", "341523"), ("金安区", "341502")], "a list with figures between"),
    ("合肥、芜湖等国家物流枢纽", ANHUI, [("合肥市", "340100"), ("芜湖市", "340200")], "cities of the province"),
    ("合肥、芜湖", LUAN, [], "short names of others' children"),
    ("和平、南开各2个", TIANJIN, [("和平区", "120101"), ("南开区", "120104")], "a name that is a word, beside one that is none"),
    ("促进和平、发展", TIANJIN, [], "a word of the language"),
    (
        "威宁自治县、大方县各1个",
        "520000",
        [("威宁彝族回族苗族自治县", "520526"), ("大方县", "520521")],
        "an autonomous county without its peoples",
    ),
    ("威宁县20个", "520500", [("威宁彝族回族苗族自治县", "520526")], "as a county"),
    ("黔东南州", "520000", [("黔东南苗族侗族自治州", "522600")], "an autonomous prefecture"),
    ("朝阳区", BEIJING, [("朝阳区", "110105")], "within the document's place"),
    ("朝阳区", "220102", [("朝阳区", "220104")], "a neighbour of the document's district"),
    ("朝阳区", None, [("朝阳区", None)], "several bear the name and nothing tells"),
    ("长春市朝阳区", None, [("朝阳区", "220104")], "the place right before tells; one name"),
    ("六安市叶集区", None, [("叶集区", "341504")], "one name of the innermost"),
    ("崂山区", ANHUI, [("崂山区", "370212")], "the only bearer in the nation"),
    ("推进新城区建设", LUAN, [], "a word, not the district of Xi'an"),
    ("新城区、碑林区", XIAN, [("新城区", "610102"), ("碑林区", "610103")], "at home it is the district"),
    ("新建区域性中心", "360100", [], "区域 is another word"),
    ("天长市场", "341181", [], "市场 is another word"),
    ("由县商务局会同县财政局", "350524", [], "会同 is a verb"),
    ("户县", XIAN, [("户县", "610118")], "a name of old has the code of what has its place"),
    ("我市、全区、本县", LUAN, [], "the document's own place is no name"),
    ("西咸新区、高新区、国际港务区各1个", XIAN, [("西咸新区", None), ("高新区", None), ("国际港务区", None)], "zones in a list"),
    ("其中西咸新区3家,高新区2家", XIAN, [("西咸新区", None), ("高新区", None)], "zones with figures between"),
    ("推进开发区、高新区建设", XIAN, [], "zones in general"),
    ("滁州高新区管委会", "341181", [("滁州高新区", None)], "named after a city"),
    ("济南新旧动能转换先行区", "370100", [("济南新旧动能转换先行区", None)], "with words between city and kind"),
    ("市财政局会同青岛高新区管委会", "370200", [("青岛高新区", None)], "begins at the city, not before"),
    ("支持创建国家级高新区", XIAN, [], "a kind of zone"),
    ("天津滨海新区", TIANJIN, [("滨海新区", "120116")], "a new area that is a division"),
    ("尚卿乡、龙涓乡等有关乡镇", "350524", [("尚卿乡", None), ("龙涓乡", None)], "towns"),
    ("城厢镇人民政府", "350524", [("城厢镇", None)], "a town with its government"),
    ("各乡镇、示范镇、特色小镇", "350524", [], "towns in general"),
    ("凤城街道以及尚卿乡各1个", "350524", [("凤城街道", None), ("尚卿乡", None)], "joined by 以及"),
    (
        "淮川、集里和荷花三个街道各1家", "430181",
        [("淮川街道", None), ("集里街道", None), ("荷花街道", None)], "in short, counted",
    ),
    ("特色、品牌、规模四个街道各1家", "430181", [], "as many as the list does not say"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "adcode", "found", "reason"), CASES)
def test_places(text: str, adcode: str | None, found: list[tuple[str, str | None]], reason: str) -> None:
    places = find_places(text, adcode)
    assert [(place.full_name, place.adcode) for place in places] == found, reason
    assert all(text[place.start : place.end] == place.text for place in places), reason


TITLES = [
    # title, area, reason
    ("合肥市关于加快人工智能产业发展的若干措施", "合肥市", "named first"),
    ("关于促进成都市机器人产业高质量发展的若干政策", "成都市", "after the words of its purpose"),
    ("关于加快推进合肥市人工智能产业发展的若干措施", "合肥市", "after two of them"),
    ("加快建设苏州工业园区行动方案", "苏州工业园区", "a zone"),
    ("支持企业赴上海市发展的若干措施", None, "a place that others go to"),
    ("关于促进新区发展的若干政策", None, "a zone without a name"),
    ("关于推进中山公园建设的实施方案", None, "a short name within a name"),
    ("合肥高新区支持企业上市若干措施", "合肥高新区", "a zone, whose kind only ends like 新区"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "name", "reason"), TITLES)
def test_area_in_title(title: str, name: str | None, reason: str) -> None:
    area = area_in_title(title)
    assert (area and area.name) == name, reason


names = st.sampled_from(["六安市", "叶集区", "舒城", "金安", "朝阳区", "高新区", "尚卿乡", "安徽省", "西咸新区"])
joints = st.sampled_from(["、", "，", "和", "各2个", "\n", "\t", "在", "的", "管委会"])


@given(st.lists(st.tuples(names, joints), max_size=12), st.sampled_from([None, LUAN, XIAN, "341504"]))
def test_places_are_apart_and_say_their_words(parts: list[tuple[str, str]], adcode: str | None) -> None:
    text = "".join(name + joint for name, joint in parts)
    places = find_places(text, adcode)
    assert all(text[place.start : place.end] == place.text for place in places)
    assert all(one.end <= other.start for one, other in pairwise(places))


def test_gazetteer_holds_together() -> None:
    places = gazetteer()
    levels = {division.level for division in places.by_code.values()}
    assert levels == {"province", "prefecture", "county"}
    assert len(places.children[""]) == 34
    for division in places.by_code.values():
        assert division.parent == "" or division.parent in places.by_code, division
        assert division.full_name.startswith(division.name), division
        assert division.spoken.isascii(), division


@pytest.mark.parametrize(
    ("full_name", "name", "reason"),
    [
        ("六安市", "六安", "市"),
        ("巴音郭楞蒙古自治州", "巴音郭楞", "the people and 自治州 left out"),
        ("积石山保安族东乡族撒拉族自治县", "积石山", "three peoples"),
        ("内蒙古自治区", "内蒙古", "not 内"),
        ("浦东新区", "浦东", "新区 goes as a whole"),
        ("歙县", "歙县", "one character is no name"),
    ],
)
def test_short_names(full_name: str, name: str, reason: str) -> None:
    assert [division.name for division in gazetteer().by_full[full_name]] == [name], reason


def test_districts_of_municipalities_belong_to_them() -> None:
    assert gazetteer().by_code["110105"].parent == "110000"
    assert "110100" not in gazetteer().by_code


def test_former_names_lead_to_divisions_that_stand() -> None:
    for row in _rows("divisions_former.csv"):
        assert gazetteer().by_code[row["successor_adcode"]].full_name == row["successor"], row


def test_chain() -> None:
    places: Gazetteer = gazetteer()
    assert [division.full_name for division in places.chain("341504")] == ["叶集区", "六安市", "安徽省"]
    assert list(places.chain("999999")) == []
    assert places.holds("340000", "341504")
    assert not places.holds("341504", "340000")
