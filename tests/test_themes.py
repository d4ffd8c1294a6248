"""The theme of a row, from what it is named and what its words hold."""

from __future__ import annotations

import pytest

from extract.interpret.themes import head_theme, theme_of
from extract.lexicon import load


@pytest.mark.parametrize(
    "name, texts, expected, reason",
    [
        ("省级电商示范镇", (), "demonstration", "what the name ends in"),
        ("冷链物流企业", (), "logistics", "the phrase that ends last"),
        ("物流企业", ("开展直播带货",), "logistics", "the name before the clause"),
        ("企业", ("新建冷库",), "cold_chain", "a weak name yields to the clause"),
        ("企业", ("扩大经营",), "enterprise", "a weak name where nothing else is said"),
        (None, ("按贷款利息给予贴息",), "finance", "no name"),
        (None, (None, "三、培育旅游品牌"), "tourism", "the heading, the most specific first"),
        ("人员", ("其他",), "other", "nothing"),
        ("孵化空间", ("给予三年房租补贴",), "rent", "what is paid before where"),
        ("高质量开源项目", (), "innovation", "a work of research"),
        ("全国知名的开源社区", (), "platform_data", "a platform by another name"),
        ("垂直行业大模型", (), "innovation", "a model"),
        ("关键核心技术", (), "innovation", "technology"),
        ("科学技术进步奖", (), "innovation", "a prize of science"),
        ("技术经纪人", (), "training", "somebody with a skill"),
        ("国家级大学科技园", (), "park", "a park, whatever for"),
        ("数智优品", (), "brand", "goods with a name"),
        ("零部件本地配套率", (), "industry", "parts"),
        ("电子证照应用率", (), "public_service", "what offices do for people"),
        ("公共数据共享需求满足率", (), "platform_data", "data"),
        ("四星级以上旅游饭店", (), "tourism", "where travellers stay"),
        ("光纤网络行政村覆盖率", (), "network", "not 行政 of offices"),
        ("行政审批事项", (), "governance", "offices"),
        ("移动端注册用户", (), "platform_data", "who uses a platform"),
        ("智慧社区", (), "public_service", "what is done for those who live there"),
        ("首席工匠", (), "training", "somebody with a skill, too"),
        ("电子政务外网", (), "network", "a network"),
        ("一期标准厂房", (), "park", "what a park is built of"),
        ("观众", (), "promotion", "who comes to a fair"),
        ("智能派单准确率", (), "governance", "how a hotline works"),
        ("有机肥", (), "agriculture", "no 有机 of brands"),
        (
            "用人单位",
            ("参加失业保险的企业，给予岗位补贴",),
            "public_service",
            "保险 inside a longer phrase counts for nothing",
        ),
        ("高级管理人员", ("融资租赁企业的高管，给予奖励",), "finance", "租赁 inside 融资租赁 neither"),
        ("高校毕业生", ("给予1万元一次性创业补贴",), "entrepreneurship", "what is paid before who"),
        ("高校毕业生", ("给予创业担保贷款贴息",), "finance", "a loan before who"),
        ("创新创业大赛", (), "entrepreneurship", "no fair"),
        ("高级雪道", (), "tourism", "where one skis"),
        ("家庭医生", (), "public_service", "a doctor"),
        ("旗舰店", ("入驻园区内",), "enterprise", "园区内 says where, not what"),
    ],
)
def test_theme(name: str | None, texts: tuple[str | None, ...], expected: str, reason: str) -> None:
    assert theme_of(name, *texts) == expected, reason


@pytest.mark.parametrize(
    "name, expected, reason",
    [
        ("年网销额超千万农村电商经营主体", "enterprise", "the last phrase"),
        ("跨境电商产业园", "park", "the last of two"),
        ("", None, "no words"),
        (None, None, "no name"),
    ],
)
def test_head_theme(name: str | None, expected: str | None, reason: str) -> None:
    assert head_theme(name) == expected, reason


def test_the_lexicon_has_words_only() -> None:
    groups = dict(load("themes"))
    paid = groups.pop("paid")
    lists = [words for group in groups.values() for entry in group for words in entry.values()]
    lists += [entry[key] for entry in paid for key in ("over", "phrases")]
    assert all(isinstance(word, str) and word for words in lists for word in words)
    assert all(isinstance(entry["theme"], str) and entry["theme"] not in entry["over"] for entry in paid)
