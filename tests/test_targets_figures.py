"""Targets by how their figure is written: thousands, units, bases, what is counted again."""

from __future__ import annotations

import pytest
from promises import targets_of

THOUSANDS = [
    ("营业收入达到1,200亿元。", ["营业收入 >=120000000000元"], "the comma parts no clauses"),
    ("培育企业1，000家、平台20个。", ["企业 =1000家", "平台 =20个"], "nor a full-width one"),
    (
        "增加值达到1,700亿元，占GDP的比重超过12%。",
        ["增加值 >=170000000000元", "增加值占GDP的比重 >12%"],
        "what stands before a bare head",
    ),
]

BASES = [
    ("零部件本地配套率由35%提升至60%。", ["零部件本地配套率 >=60%"], "what it starts from is no target"),
    ("产品合格率由90%提高到98%以上。", ["产品合格率 >=98%"], "a floor behind it"),
    ("营业收入从2022年的300亿元提高到500亿元。", ["营业收入 >=50000000000元"], "with the year of the base"),
    ("5G基站由2万个增加到5万个。", ["5G基站 >=50000个"], "counted"),
    ("单位能耗由0.8吨标准煤下降到0.5吨标准煤以下。", ["单位能耗 <=0.5吨标准煤"], "downwards"),
    ("平均办理时间由5天缩短为1天。", ["平均办理时间 =1天"], "a length of time"),
    ("网上可办率从目前的80%提高至95%。", ["网上可办率 >=95%"], "目前 tells of the base only"),
    ("失业率由6%左右降到5%以内，城镇化率由60%提升到65%。", ["失业率 <=5%", "城镇化率 >=65%"], "two of them"),
    ("低保标准由每月600元提高到700元以上。", ["低保标准 >=700元"], "by the month"),
    ("由3家企业建设5个园区。", ["园区 =5个"], "由 that says who does it"),
    (
        "研发投入占比由2022年的2.1%提高到2025年的2.8%。",
        ["研发投入占比 >=2.8% by 2025-12-31"],
        "the year of the goal",
    ),
    ("营业收入由100亿元增加到2026年底的300亿元。", ["营业收入 >=30000000000元 by 2026-12-31"], "its end"),
    (
        "本地配套率达到60%，零部件配套能力达到80%。",
        ["本地配套率 >=60%", "零部件配套能力 >=80%"],
        "配套 that pays nothing",
    ),
]

UNITS = [
    ("电子证照种类达到300类。", ["电子证照种类 >=300类"], "类 behind two digits or more"),
    ("接入感知设备20万路。", ["接入感知设备 =200000路"], "路 behind a scale word"),
    ("重大网络安全事件控制在0起。", ["重大网络安全事件 <=0起"], "none at all"),
    ("年检测能力达到2000台次。", ["年检测能力 >=2000台次"], "台次 is no 台"),
    ("日处理能力达到500吨/日，整机产能达到5万台/年。", ["日处理能力 >=500吨/日", "整机产能 >=50000台/年"], "by time"),
    ("智能算力达到5000P，开放数据5亿条。", ["智能算力 >=5000P", "开放数据 =500000000条"], "a bare P"),
    ("机器人密度达到每万人500台以上，产量达到4万台。", ["机器人密度 >=500台", "产量 >=40000台"], "by how many people"),
    ("机器人密度超过每万人500台。", ["机器人密度 >500台"], "the level before 每万人"),
]

NAMED_BY_FIGURES = [
    ("培育10亿级企业5家、百亿级企业2家。", ["10亿级企业 =5家", "百亿级企业 =2家"], "a size that names the thing"),
    (
        "引育年营业收入超10亿元的整机企业3—5家、超1亿元的零部件企业20家。",
        ["年营业收入超10亿元的整机企业 =3-5家", "年营业收入超1亿元的零部件企业 =20家"],
        "measured alike",
    ),
    (
        "到2025年，产值达到100亿元；到2027年，产值达到200亿元。",
        ["产值 >=10000000000元 by 2025-12-31", "产值 >=20000000000元 by 2027-12-31"],
        "a bare name takes no words from a time",
    ),
    (
        "市级窗口占比达80%，县（市）区达90%。",
        ["市级窗口占比 >=80%", "县（市）区窗口占比 >=90%"],
        "another group of places",
    ),
    (
        "城镇居民收入达到5万元，农村达到3万元。",
        ["城镇居民收入 >=50000元", "农村居民收入 >=30000元"],
        "town and country",
    ),
    (
        "安全工程三期覆盖燃气管网2200公里、桥梁137座。",
        ["安全工程三期覆盖燃气管网 =2200公里", "安全工程三期覆盖桥梁 =137座"],
        "who does what stands before the first only",
    ),
    ("安全工程已覆盖燃气管网2200公里。", [], "what is so"),
    ("市场占有率进入全国前5位。", ["市场占有率 <=5位"], "a rank of something"),
]

VERBS = [
    ("服务业对增长的贡献显著增强，达到60%以上。", ["服务业对增长的贡献 >=60%"], "how it grows is no part of its name"),
    ("研发投入强度不断提高，达到3%以上。", ["研发投入强度 >=3%"], "nor is 不断"),
    (
        "培育企业20家，城镇化水平稳步提升，达到65%。",
        ["企业 =20家", "城镇化水平 >=65%"],
        "the clause before, not the list",
    ),
    ("人居环境持续改善，污水处理率达到95%。", ["污水处理率 >=95%"], "a name of its own"),
    ("优选100家服务业企业纳入培育工程。", ["服务业企业 =100家"], "what is done with the chosen"),
    ("推动100家企业纳入培育库。", ["企业纳入培育库 =100家"], "there it is the goal"),
    ("突破终端领域关键技术50项。", ["终端领域关键技术 =50项"], "突破 as what is done"),
    ("突破50项关键技术。", ["关键技术 =50项"], "and no floor before the figure"),
    ("力争突破10项关键技术，攻克共性技术20项以上。", ["关键技术 >=10项", "共性技术 >=20项"], "floors of other words"),
    ("攻关“卡脖子”技术10项。", ["“卡脖子”技术 =10项"], "攻关"),
    ("规上企业突破500家。", ["规上企业 >=500家"], "a level"),
]


@pytest.mark.parametrize("text, expected, reason", [*THOUSANDS, *BASES, *UNITS, *NAMED_BY_FIGURES, *VERBS])
def test_targets(text: str, expected: list[str], reason: str) -> None:
    assert targets_of(text) == expected, reason
