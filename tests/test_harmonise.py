"""What makes places comparable: variables, indicators, kinds of recipients, grades; and the lexicons themselves."""

from __future__ import annotations

import re

import pytest

from extract.interpret.harmonise import (
    beneficiary_kind,
    grade_of,
    indicator_code,
    indicators,
    may_ask,
    named,
    variable,
    vocabulary,
)
from extract.lexicon import load


@pytest.mark.parametrize(
    "words, unit, name",
    [
        ("设备投资额", "元", "设备投资额"),  # the name itself
        ("项目设备购置额", "元", "设备投资额"),  # another word for it
        ("软硬件等设备设施购置新增投入", "元", "设备投资额"),  # long, ends in the phrase
        ("项目投资额", "元", "项目投资额"),
        ("新增固定资产和相关软件投入", "元", "固定资产投资额"),  # the longer phrase, not 软件投入
        ("办公、培训、产品展示等场所建设装修新增投入", "元", "装修投入"),
        ("农产品上行年网销额", "元", "年网络销售额（农产品）"),  # a part of all sales online
        ("电商企业网络销售额", "元", "年网络销售额"),
        ("上一年度营业收入", "元", "年营业收入"),
        ("年在线出口交易额", "美元", "年在线出口额"),  # dollars are money too
        ("年在线出口交易额", "家", "年在线出口交易额"),  # a count is not
        ("租赁场地面积", "平方米", "租赁面积"),
        ("场地租金总额", "元", "年租金"),
        ("同期银行基准利率", "元", "贷款利息"),
        ("实际运行", "年", "运行时间"),
        ("连续就业", "个月", "就业时间"),  # months measure it too
        ("培训时间", "天", "培训天数"),
        ("桥梁维护工程款", "元", "桥梁维护工程款"),  # unknown: its own words
        (
            "投资额达标后管理人员合格证书发放",
            "本",
            "投资额达标后管理人员合格证书发放",
        ),  # far before the end
    ],
)
def test_variable(words: str, unit: str, name: str) -> None:
    assert variable(words, unit).name == name


@pytest.mark.parametrize(
    "unit, near, name",
    [
        ("单", "邮寄农产品的，每单补贴5元", "快递单量"),
        ("人", "组织培训的，每人补助60元", "培训人数"),
        ("人", "聘用贫困人口稳定就业的，1000元/人", "吸纳贫困人口数"),
        ("平方米", "入园租赁办公场所，每平方米15元", "租赁面积"),
        ("家", "（含）电商企业提供仓配一体化服务", "服务企业数"),
        ("艘", "更新船舶", "艘数"),  # nothing known: counted by its unit
    ],
)
def test_variable_by_what_stands_about_it(unit: str, near: str, name: str) -> None:
    assert variable("", unit, near=near).name == name


@pytest.mark.parametrize(
    "said, name",
    [("网销额", "年网络销售额"), ("年网销额", "年网络销售额"), ("年租金", "年租金"), ("房租", "年租金"),
     ("投资额", "项目投资额"), ("营业收入", "年营业收入"), ("省级示范村", "省级示范村"), ("培训人次", "培训人数")],
)  # fmt: skip
def test_applicants_may_say_it_in_other_words(said: str, name: str) -> None:
    assert named(said) == name


@pytest.mark.parametrize(
    "name, kind",
    [
        ("农村电商企业", "企业"),
        ("年网销额超1000万元农村电商经营主体", "企业"),
        ("贫困户", "农户"),
        ("培训合格者", "个人"),
        ("省级农村电商示范县", "县区"),
        ("示范镇(街办)", "镇"),  # without the bracket
        ("示范村", "村"),
        ("村级电商服务点", "网点"),
        ("县级服务中心", "服务中心"),
        ("标准化仓储设施、快件分拨中心", "设施"),  # the first of a list
        ("县、开发区农村电商企业", "企业"),  # 县 is a level here
        ("被党委、政府评定为省级载体的天河区创新创业孵化载体", "园区"),  # what follows the last 的
        ("集成电路、功率器件产业链企业（含材料、装备等环节）", "企业"),
        ("国家企业技术中心、工程研究中心（实验室）", "研发机构"),
        ("农村电商品牌", "品牌"),
        ("农民专业合作社", "合作社"),
        ("第三方培训机构", "培训机构"),
        ("先进单位", "单位"),
        ("驻济高校", "高校"),
        (None, None),  # nobody named
        ("某某事宜", None),  # no word tells
    ],
)
def test_beneficiary_kind(name: str | None, kind: str | None) -> None:
    assert beneficiary_kind(name) == kind


@pytest.mark.parametrize(
    "applicant, kind, may",
    [
        ("企业", "企业", True),
        ("企业", "网点", True),  # it runs them
        ("企业", "农户", False),
        ("合作社", "企业", True),  # it is one
        ("企业", "合作社", False),  # but not the other way
        ("个人", "企业", False),
        ("农户", "个人", True),
    ],
)
def test_who_may_ask(applicant: str, kind: str, may: bool) -> None:
    assert may_ask(applicant, kind) is may


@pytest.mark.parametrize(
    "beneficiary, activity, grade",
    [
        ("省级农村电商示范县", None, "省级"),
        ("国家工业设计中心", None, "国家级"),
        ("省工业设计中心", None, "省级"),
        ("市工业设计中心", None, "市级"),
        ("县级服务中心", None, "县级"),
        ("全国重点实验室", None, "国家级"),
        ("国家高新技术企业", None, "国家级"),
        ("青岛市工业互联网企业", None, None),  # a place, no grade
        ("国家级、省级国际科技合作基地", None, None),  # two: neither
        ("省级重点实验室（包含国家重点实验室分室）", None, "省级"),  # not what the bracket says
        ("企业", "新认定为市级智能工厂的企业", "市级"),  # as what it is recognised
        ("网点", "在省级奖励的基础上，市级再给予", None),  # who pays is no grade
        (None, None, None),
    ],
)
def test_grade(beneficiary: str | None, activity: str | None, grade: str | None) -> None:
    assert grade_of(beneficiary, activity) == grade


@pytest.mark.parametrize(
    "indicator, unit, code",
    [
        ("农村产品网络销售额", "元", "agri_online_sales"),
        ("农产品网上年度交易额", "元", "agri_online_sales"),  # other words, same indicator
        ("农产品网络零售额", "%", "agri_online_sales_growth"),  # growth is another
        ("省级农村电商示范县", "个", "demo_county"),
        ("电子商务示范乡镇(街道)", "个", "demo_town"),
        ("市级农村电商示范村、示范点", "个", "demo_village"),
        ("村级服务点", "个", "service_point"),
        ("镇级电子商务公共服务中心", "个", "service_station"),
        ("县级农村电子商务公共服务中心", "个", "service_center"),
        ("行政村通快递", "%", "express_coverage"),
        ("组织开展分类分层电商培训", "人次", "trained"),
        ("培训", "人", "trained"),
        ("年网销额超千万农村电商经营主体", "个", "entities_over_10m"),
        ("农村电商示范企业", "家", "demo_enterprises"),
        ("规上企业营业收入", "元", "revenue"),
        ("工业互联网平台", "个", "industrial_internet_platforms"),
        ("5G网络覆盖率", "%", "broadband_coverage"),
        ("标识注册总量", None, "identifier_registrations"),
        ("养老保险参保人员社会保障卡覆盖率", "%", None),  # not in the list: empty
    ],
)
def test_indicator_code(indicator: str, unit: str | None, code: str | None) -> None:
    assert indicator_code(indicator, unit) == code


def test_the_lexicons_hold_together() -> None:
    names = {entry.name for entry in vocabulary()}
    assert {entry.part_of for entry in vocabulary()} - {None} <= names
    for entry in vocabulary():
        if entry.phrases is None:
            continue
        assert not entry.phrases.fullmatch(""), f"{entry.name} matches nothing at all"
    codes = [entry.code for entry in indicators()]
    assert len(codes) == len(set(codes))
    words = load("beneficiaries")
    kinds = set(words["kinds"])
    assert set(words["wider"]) | set(words["run_by"]) <= kinds
    every = [word for group in words["kinds"].values() for word in group]
    assert sorted({word for word in every if every.count(word) > 1}) == []
    assert all(re.compile(phrase) for group in words["grades"].values() for phrase in group)
