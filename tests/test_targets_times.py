"""Targets by when they are due, and for each of what, as their own clause says."""

from __future__ import annotations

import pytest
from promises import targets_of

OWN_TIME = [
    (
        "到2025年累计引进高层次人才1000名，对获奖团队按规定给予奖励。",
        ["高层次人才 =1000名 by 2025-12-31"],
        "a promise of money behind it takes no time away",
    ),
    ("到2026年培育平台10个，对每个平台给予10万元奖励。", ["平台 =10个 by 2026-12-31"], "nor with a sum"),
    (
        "上半年培育企业30家以上，全年累计不少于50家。",
        ["企业 >=30家 by 2024-06-30", "企业 >=50家 by 2024-12-31"],
        "全年",
    ),
    ("2025年联合抽查占比不低于40%。", ["联合抽查占比 >=40% by 2025-12-31"], "a bare year before what is measured"),
    (
        "到2024年底，完成5对，2026年服务区改造累计完成20对。",
        ["完成 =5对 by 2024-12-31", "服务区改造累计完成 =20对 by 2026-12-31"],
        "a bare year ends the limit before it",
    ),
    (
        "三年内筹集公寓1万套以上，其中2025年底前建成不少于3000套。",
        ["筹集公寓 >=10000套", "筹集公寓 >=3000套 by 2025-12-31"],
        "of a part",
    ),
    (
        "到2025年建成100个小镇、20个旅游村。其中，霍邱县不少于15个。",
        ["小镇 =100个 by 2025-12-31", "旅游村 =20个 by 2025-12-31", "旅游村 >=15个 @霍邱县 by 2025-12-31"],
        "a part in a sentence of its own",
    ),
    ("旅游人数恢复到2019年水平，旅游收入达到5亿元。", ["旅游收入 >=500000000元"], "a year to compare with"),
    (
        "力争到2025年底，全市接待游客50万人次。",
        ["接待游客 >=500000人次 by 2025-12-31"],
        "力争 before the time holds for what follows it",
    ),
]

EVERY = [
    (
        "每年新引进大学生1万人；柔性引进专家300人。",
        ["大学生 =10000人 /每年", "柔性引进专家 =300人"],
        "; ends 每年",
    ),
    (
        "每年筹集公寓不少于500套，到2025年底累计达到2000套。",
        ["筹集公寓 >=500套 /每年", "筹集公寓 >=2000套 by 2025-12-31"],
        "so does a time",
    ),
    (
        "每年举办展会10场，“十四五”期间引进机构5家。",
        ["展会 =10场 /每年", "机构 =5家 by 2025-12-31"],
        "and a named one",
    ),
    (
        "每半年发布一次清单，到2026年累计发布场景150个、示范场景30个。",
        ["场景 =150个 by 2026-12-31", "示范场景 =30个 by 2026-12-31"],
        "累计 is over the years",
    ),
    (
        "各县区推出不少于5条精品线路，力争全市精品线路达到60条。",
        ["精品线路 >=5条 /各县区", "精品线路 >=60条"],
        "力争全市 ends 各县区",
    ),
    ("每年策划生成项目不少于100个。", ["策划生成项目 >=100个 /每年"], "whatever verb"),
    ("推动每个县（市、区）培育1—2个集聚区。", ["集聚区 =1-2个 /每个县（市、区）"], "behind 推动"),
    ("规上企业每年开展智能化诊断不少于300家。", ["规上企业智能化诊断 >=300家 /每年"], "in the middle"),
    ("全市每年新增就业1万人。", ["就业 =10000人 + /每年"], "behind 全市"),
    ("每年培训500人，举办活动10场。", ["培训 =500人 /每年", "活动 =10场 /每年"], "a comma ends nothing"),
    ("每年柔性引进高层次人才累计300人。", ["柔性引进高层次人才 =300人"], "累计 is of all years"),
    (
        "各部门数据治理率2024年、2025年分别达到80%、90%。",
        ["数据治理率 >=80% /各部门 by 2024-12-31", "数据治理率 >=90% /各部门 by 2025-12-31"],
        "years between the name and its figures",
    ),
]

PHASES = [
    ("2024年6月底前完成一期10万平方米标准厂房建设。", ["一期标准厂房 =100000平方米 by 2024-06-30"], "a phase"),
    ("建设二期5000平方米公寓。", ["二期公寓 =5000平方米"], "another"),
    ("完成首批20个示范村创建。", ["示范村 =20个"], "a batch, and what is completed of them"),
    ("完成20个小区改造。", ["小区改造 =20个"], "改造 is what is done to them"),
]


@pytest.mark.parametrize("text, expected, reason", [*OWN_TIME, *EVERY, *PHASES])
def test_targets(text: str, expected: list[str], reason: str) -> None:
    assert targets_of(text) == expected, reason
