"""Targets by what their words hang on: thresholds inside a name, who acts, units of telecoms, what is left to others."""

from __future__ import annotations

import pytest
from promises import targets_of

THRESHOLDS = [
    ("实现100立方米以上冷库接入率100%。", ["100立方米以上冷库接入率 =100%"], "the first figure says of which"),
    ("20户以上自然村通4G率达到98%。", ["20户以上自然村通4G率 >=98%"], "a figure in the name"),
    (
        "30户以上自然村通硬化路率达到100%，20户以上通组路率95%以上。",
        ["30户以上自然村通硬化路率 >=100%", "20户以上通组路率 >=95%"],
        "two of them",
    ),
    ("建设100座以上冷库，利用率达到90%。", ["冷库 >=100座", "利用率 >=90%"], "a comma parts them"),
    ("培育20家以上企业。", ["企业 >=20家"], "no rate behind it"),
]

UNITS = [
    ("平均接通时长不超过15秒。", ["平均接通时长 <=15秒"], "seconds, and a ceiling without a verb"),
    ("一般业务办理时间不超过30分钟。", ["一般业务办理时间 <=30分钟"], "how long a service takes"),
    ("展览时间不超过30天。", [], "how long something lasts is a rule"),
    ("建成充电桩5000根、充电站20座。", ["充电桩 =5000根", "充电站 =20座"], "根"),
    ("开展监测12轮次。", ["监测 =12轮次"], "轮次"),
    ("纳管云资源超过20万核。", ["纳管云资源 >200000核"], "核"),
    ("培育企业500核心技术。", [], "no 核"),
    ("骨干网带宽扩容至100G。", ["骨干网带宽 >=100G"], "G"),
    ("建设400G骨干网10个。", ["400G骨干网 =10个"], "the name of a kind of net"),
    (
        "新增公交车100班、算力核数达到20万核。",
        ["公交车 =100班 +", "算力核数 >=200000核"],
        "a level that is reached grows by nothing",
    ),
]

SUBJECTS = [
    ("公共就业服务机构每年举办招聘活动300场以上。", ["招聘活动 >=300场 /每年"], "who does it stands before"),
    ("市图书馆每年开展阅读活动100场以上。", ["阅读活动 >=100场 /每年"], "a body of one word"),
    ("公共数据开放平台新增数据集2000个。", ["公共数据开放平台新增数据集 =2000个 +"], "what gains it"),
    ("企业新增就业5人。", [], "what others gain is a condition"),
    ("11月底前13个“一件事”全部落地。", ["“一件事” =13个 by 2024-11-30"], "all of them"),
    ("年底前20个重点项目全部开工。", ["重点项目 =20个 by 2024-12-31"], "opened"),
    ("力争每个县(市、区)配备2名专员。", ["专员 >=2名 /每个县(市、区)"], "配备"),
    ("研发企业占比每年提高3个百分点。", ["研发企业占比 =3百分点 + /每年"], "每年 is no part of the name"),
]

NAMES = [
    (
        "果蔬、肉类冷链流通率分别达到28%、45%。",
        ["果蔬冷链流通率 >=28%", "肉类冷链流通率 >=45%"],
        "a rate of names alike",
    ),
    (
        "农村自来水普及率、水质达标率分别达到90%、95%。",
        ["农村自来水普及率 >=90%", "水质达标率 >=95%"],
        "及 of 普及 joins nothing",
    ),
    (
        "养老机构消防验收率和医疗服务覆盖率分别达到90%、95%。",
        ["养老机构消防验收率 >=90%", "医疗服务覆盖率 >=95%"],
        "each its own rate",
    ),
    (
        "建设贮藏库及预冷设施。2024年完成300个，其中霍邱县60个。",
        ["贮藏库及预冷设施 =300个 by 2024-12-31", "贮藏库及预冷设施 =60个 @霍邱县 by 2024-12-31"],
        "what the sentence before plans",
    ),
    (
        "2024年，在广州、深圳等城市设立直销中心（店）10个。",
        ["直销中心（店） =10个 by 2024-12-31"],
        "where is no part of it",
    ),
    (
        "2024年6月底前，每个县至少建成1个园区，霍邱县、舒城县、金寨县各建成2个以上。",
        [
            "园区 >=1个 /每个县 by 2024-06-30",
            "园区 >=2个 @霍邱县 by 2024-06-30",
            "园区 >=2个 @舒城县 by 2024-06-30",
            "园区 >=2个 @金寨县 by 2024-06-30",
        ],
        "of what was counted, however many places stand between",
    ),
    ("在建项目开工率达到90%。", ["在建项目开工率 >=90%"], "在 of a name"),
    ("每年销往大湾区农产品20万吨。", ["销往大湾区农产品 =200000吨 /每年"], "a verb of sales"),
    (
        "霍邱县、舒城县各建成1个焚烧中心，日处理能力分别达到1000吨、600吨。",
        [
            "焚烧中心 =1个 @霍邱县",
            "焚烧中心 =1个 @舒城县",
            "焚烧中心日处理能力 >=1000吨 @霍邱县",
            "焚烧中心日处理能力 >=600吨 @舒城县",
        ],
        "a figure for each place of the clause before",
    ),
]

OTHERS_MONEY = [
    ("鼓励霍邱县、舒城县同步配套发放，各不少于200万元。", [], "what others add"),
    ("个人创业担保贷款最高额度20万元，合伙创业最高110万元。", [], "what one can borrow"),
    ("其中4月底前发放首批500万元。", [], "an instalment"),
    ("2024年，发放创业担保贷款20亿元。", ["发放创业担保贷款 =2000000000元 by 2024-12-31"], "lent by all"),
]


@pytest.mark.parametrize("text, expected, reason", [*THRESHOLDS, *UNITS, *SUBJECTS, *NAMES, *OTHERS_MONEY])
def test_targets(text: str, expected: list[str], reason: str) -> None:
    assert targets_of(text) == expected, reason
