"""Outline and front matter of small notices, for the tests of the head of a notice."""

from __future__ import annotations

from extract.clean import Cleaned
from extract.clean.mapped import MappedText
from extract.outline import lay_out
from extract.outline.model import Front, Outline
from extract.read.source import Source

BODY = "为加快推进有关工作，结合实际，现提出如下意见。\n一、总体要求\n坚持政府引导。\n二、重点任务\n（一）加强服务。支持企业发展。"


def outline_of(text: str, said: dict[str, str] | None = None) -> Outline:
    source = Source("notice.txt", "0" * 64, len(text), "txt", text, said=said or {})
    return lay_out(Cleaned(MappedText.of(text), "hans", ()), source)


def front_of(text: str, said: dict[str, str] | None = None) -> Front:
    return outline_of(text, said).front


WRAPPED = (
    """合肥市人民政府办公室关于印发合肥市促进经济发展若干政策的通知
合政办〔2023〕5号
各县（市）、区人民政府，市政府各部门、各直属机构：
《合肥市促进经济发展若干政策》已经市政府第30次常务会议审议通过，现印发给你们，请认真贯彻执行。
合肥市人民政府办公室
2023年3月1日
合肥市促进经济发展若干政策
"""
    + BODY
)
