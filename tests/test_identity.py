"""Ids: readable, the same for every copy of a notice, apart for different ones."""

from __future__ import annotations

import re

import pytest

from extract.identity import document_id, row_id
from extract.outline.model import Front

LUAN = Front(
    "六安市农村电商优化升级实施方案", "六政办秘〔2019〕104号", "六安市人民政府办公室", "六安市", "341500", year=2019
)

CASES = [
    (LUAN, "luan-2019-liuzhengbanmi-104", "place, year and number"),
    (Front(doc_number="〔2019〕第5号", area="合肥市", adcode="340100"), "hefei-2019-5", "a number without a sign"),
    (Front(title="关于支持直播的若干措施", area="合肥市", adcode="340100", year=2021), "hefei-2021-guan-yu-zhi-chi-zhi-bo-de-ruo-gan-cuo-shi", "title"),
    (Front(title="合肥市直播措施", area="合肥市", adcode="340100"), "hefei-undated-zhi-bo-cuo-shi", "the place is said once"),
    (Front(title="直播措施", area="西咸新区"), "xixianxinqu-undated-zhi-bo-cuo-shi", "a place without a code"),
    (Front(title="直播措施"), "unknown-undated-zhi-bo-cuo-shi", "no place"),
    (Front(title="直播措施", area="朝阳区", adcode="110105"), "chaoyang-110105-undated-zhi-bo-cuo-shi", "a name that others bear"),
    (Front(title="直播措施", area="西安市", adcode="610100"), "xian-undated-zhi-bo-cuo-shi", "districts of the name yield to the city"),
]  # fmt: skip


@pytest.mark.parametrize(("front", "identity", "reason"), CASES)
def test_document_id(front: Front, identity: str, reason: str) -> None:
    assert document_id(front, "正文") == identity, reason


def test_copies_of_a_notice_are_one() -> None:
    with_issuer = Front("六安市叶集区人民政府关于加快电子商务发展的实施意见", None, None, "叶集区", "341504")
    without = Front("关于加快电子商务发展的实施意见", None, None, "叶集区", "341504")
    assert document_id(with_issuer, "甲") == document_id(without, "乙")


def test_body_stands_for_a_notice_without_head() -> None:
    front = Front(area="济南市", adcode="370100")
    one = document_id(front, "为落实方案，制定本政策。\n一、激发活力")
    assert one == document_id(front, "为落实方案, 制定本政策。 一、激发活力")
    assert one != document_id(front, "为落实规划，制定本政策。\n一、激发活力")
    assert re.fullmatch("jinan-undated-[0-9a-f]{10}", one)


def test_long_titles_are_cut_and_stay_apart() -> None:
    stem = "关于加快推进新时代人工智能赋能制造业高质量发展的若干政策措施和实施方案"
    one, other = (document_id(Front(stem + end, area="合肥市", adcode="340100"), "") for end in ("甲", "乙"))
    assert one != other
    assert len(one) < 90
    assert re.fullmatch("[a-z0-9-]+", one)


def test_row_id_follows_the_words() -> None:
    one = row_id("luan-2019-liuzhengbanmi-104", "targets", "10个以上")
    assert one == row_id("luan-2019-liuzhengbanmi-104", "targets", "10个以上")
    others = {
        row_id("luan-2019-liuzhengbanmi-105", "targets", "10个以上"),
        row_id("luan-2019-liuzhengbanmi-104", "subsidies", "10个以上"),
        row_id("luan-2019-liuzhengbanmi-104", "targets", "11个以上"),
        row_id("luan-2019-liuzhengbanmi-104", "targets", "10个以上", 1),
    }
    assert len(others | {one}) == 5
