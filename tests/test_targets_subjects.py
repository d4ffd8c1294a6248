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


@pytest.mark.parametrize("text, expected, reason", [*THRESHOLDS, *UNITS, *SUBJECTS])
def test_targets(text: str, expected: list[str], reason: str) -> None:
    assert targets_of(text) == expected, reason
