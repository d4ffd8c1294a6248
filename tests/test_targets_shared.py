"""Targets that places, years and lists share out."""

from __future__ import annotations

import pytest
from promises import targets_of

TOGETHER = [
    ("霍邱县、金寨县打造电商品牌5个。", ["电商品牌 =5个"], "places that act together share one figure"),
    (
        "霍邱、金寨、舒城三县各打造电商品牌5个。",
        ["电商品牌 =5个 @霍邱县", "电商品牌 =5个 @金寨县", "电商品牌 =5个 @舒城县"],
        "counted: 三县各",
    ),
    (
        "淮川、集里两个街道各建成1家社区食堂。",
        ["社区食堂 =1家 @淮川街道", "社区食堂 =1家 @集里街道"],
        "streets in short, as many as the list says",
    ),
    (
        "2025年底前，霍邱县、金寨县各建成1所托育中心，舒城县、金安区于2026年底前各建成1所。",
        [
            "托育中心 =1所 @霍邱县 by 2025-12-31", "托育中心 =1所 @金寨县 by 2025-12-31",
            "托育中心 =1所 @舒城县 by 2026-12-31", "托育中心 =1所 @金安区 by 2026-12-31",
        ],
        "a time between the places and their verb",
    ),
    (
        "实现乡镇公共充电站全覆盖，每个乡镇至少建成1座。",
        ["乡镇公共充电站覆盖率 =100%", "乡镇公共充电站 >=1座 /每个乡镇"],
        "至少建成 names nothing: what the clause before speaks of",
    ),
    ("完成既有住宅加装电梯400部，每部补助15万元。", ["既有住宅加装电梯 =400部"], "what is paid for each is set out"),
    ("新增就业岗位50个以上，每个岗位奖励1000元。", [], "a threshold is a condition"),
    (
        "2024年、2025年各新增企业100家。",
        ["企业 =100家 + by 2024-12-31", "企业 =100家 + by 2025-12-31"],
        "各 of the years before it",
    ),
    ("2025年各县建成5个园区。", ["园区 =5个 /各县 by 2025-12-31"], "各县 is no 各 of a year"),
]  # fmt: skip

PLACES = [
    (
        "霍邱县、舒城县各建设不少于2个标杆工厂。",
        ["标杆工厂 >=2个 @霍邱县", "标杆工厂 >=2个 @舒城县"],
        "a row a place, the verb between",
    ),
    ("霍邱县、舒城县各2个示范园区。", ["示范园区 =2个 @霍邱县", "示范园区 =2个 @舒城县"], "no verb"),
    ("建设示范园区，霍邱县、舒城县各2个。", ["示范园区 =2个 @霍邱县", "示范园区 =2个 @舒城县"], "what stands before"),
    (
        "霍邱县、舒城县每年各培训1000人次，培育企业20家。",
        ["培训 =1000人次 @霍邱县", "培训 =1000人次 @舒城县", "企业 =20家"],
        "各 holds for its clause",
    ),
    (
        "支持霍邱县、舒城县各新建农村公路20公里。",
        ["农村公路 =20公里 @霍邱县", "农村公路 =20公里 @舒城县"],
        "the indicator before the figure",
    ),
    (
        "霍邱县、金寨县分别建设2个、3个示范园区。",
        ["示范园区 =2个 @霍邱县", "示范园区 =3个 @金寨县"],
        "paired, the name behind",
    ),
    (
        "霍邱县、舒城县网络零售额分别达到10亿元、5亿元。",
        ["网络零售额 >=1000000000元 @霍邱县", "网络零售额 >=500000000元 @舒城县"],
        "paired, the name before",
    ),
    ("霍邱县建设2个园区，舒城县建设3个冷库。", ["园区 =2个 @霍邱县", "冷库 =3个 @舒城县"], "one place each"),
    ("建成霍邱县、舒城县2个特色产业园。", ["特色产业园 =2个"], "where they are, both together"),
    ("霍邱县、舒城县建设2个园区。", ["园区 =2个"], "without 各 no two rows"),
    ("在霍邱县建设2个园区。", ["园区 =2个"], "where, not who"),
]

YEARS = [
    (
        "推动改造，到2025年、2027年，全市改造覆盖率分别达到80%、100%。",
        ["改造覆盖率 >=80% by 2025-12-31", "改造覆盖率 >=100% by 2027-12-31"],
        "behind another clause",
    ),
    (
        "2025年、2027年分别建成5个、10个示范园区。",
        ["示范园区 =5个 by 2025-12-31", "示范园区 =10个 by 2027-12-31"],
        "the name behind the list",
    ),
    (
        "到2025年、2027年，分别培育企业50家、100家。",
        ["企业 =50家 by 2025-12-31", "企业 =100家 by 2027-12-31"],
        "the name before it",
    ),
    ("到2025年、2027年，覆盖率分别达到80%、90%、100%。", [], "three figures for two years: no guess"),
]

SUCH = [
    (
        "6月底前完成企业开办、员工录用等15个“一件事”上线运行。",
        ["“一件事”上线运行 =15个 by 2024-06-30"],
        "等 closes the list",
    ),
    ("打造霍邱、舒城等5个示范园区。", ["示范园区 =5个"], "of places"),
    ("突破减速器、伺服系统等10项关键技术。", ["关键技术 =10项"], "of things"),
    ("加快开发手术、康复机器人等30款新产品。", ["新产品 =30款"], "an adverb before the verb"),
    ("围绕装备、材料等5个重点产业开展攻关。", [], "about what"),
    ("在凤城、尚卿等4个乡镇先行先试。", [], "where"),
    ("实施人才引育、平台建设等8项重点任务。", [], "parts of the plan"),
    ("涉及公安、民政等12个部门。", [], "what there is"),
]

EACH = [
    ("每个区县不少于2个示范园区。", ["示范园区 >=2个 /每个区县"], "no verb"),
    (
        "打造场景50个，其中市级20个、每个县（市）区不少于2个。",
        ["场景 =50个", "市级场景 =20个", "场景 >=2个 /每个县（市）区"],
        "within a list, the whole list's name",
    ),
    (
        "培训5000人次，其中每个乡镇不少于50人次。",
        ["培训 =5000人次", "培训 >=50人次 /每个乡镇"],
        "behind 其中",
    ),
    ("各县（市、区）网络零售额年均增长20%。", ["网络零售额 =20% + /各县（市、区）"], "before what is measured"),
    (
        "每半年开展1次演练，等保测评率100%。",
        ["演练 =1次 /每半年", "等保测评率 =100%"],
        "a rate that follows is not each half-year's",
    ),
    ("每季度举办1次会议，完成率达到95%。", ["会议 =1次 /每季度", "完成率 >=95%"], "完成率 begins with no verb"),
    ("每年培训500人，其中干部占比不低于60%。", ["培训 =500人 /每年", "干部占比 >=60% /每年"], "unless it is a part"),
]


@pytest.mark.parametrize("text, expected, reason", [*TOGETHER, *PLACES, *YEARS, *SUCH, *EACH])
def test_targets(text: str, expected: list[str], reason: str) -> None:
    assert targets_of(text) == expected, reason
