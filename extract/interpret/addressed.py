"""Whom sentences without a sum speak of: 支持家庭农场…, 城东街道：…, 补贴对象：…, 承租人签约的，按时段给予奖励：."""

from __future__ import annotations

import re

from extract.annotate.reading import Reading
from extract.interpret.grammar import COMMA
from extract.interpret.grants import Grant
from extract.interpret.names import ENDS, THING_ENDS, actor_of, is_payer, noun_phrase
from extract.interpret.subjects import plain_subject

_NAMES = re.compile(
    r"(?:^|[,;:])(?:积极|大力|着力|进一步)?(?P<verb>支持|鼓励|引导|(?:针)?对于?(?![标口接照应齐焦]|外(?:开放|合作|交流|宣传|公[布开]))|培育|扶持)(?:[和与及、]?(?:支持|鼓励|引导|扶持))?"
    r"(?P<p>[^,;。]{2,60})"
)
"""支持|家庭农场建设示范点: whom the sentences after it speak of; a facility (支持分拣设备) stands for its owner."""
_OF_SUPPORT = re.compile("对象|范围|标准|条件|方式|内容|环节|方向|政策|措施|额度|期限|力度|工作|体系")
"""支持|标准, 扶持|范围: how, not whom."""
_LABELLED = re.compile(r"(?P<who>[\u4e00-\u9fff、和]{2,14}(?:街道|[镇乡村]|农场|社区|园区))[：:](?=[^\d]{4})")
"""城东街道|：鼓励土地流转。考核确认后…: whom the words behind are about."""
_OBJECT = re.compile(
    r"(?:适用|补贴|补助|奖励|奖补|补偿|支持|扶持|资助|救助|发放|申[请报领])(?:对象|人群)(?:为|是)?[:：]?"
)
"""补贴对象：|在本市创业的毕业生。"""
GIVES = re.compile("给予|予以|发放|享受|可申[请领]|进行(?:补贴|补助|奖励|贴息)")
"""按签约时段|给予|早签约奖：."""


_TO = re.compile(r"(?<![面针应绝相])对(?![比口接应照外等])于?(?P<who>[^。；;：:]{4,}?)(?:均|都|可以?|将|[，,])*$")
"""对|在区金融办备案的股权投资企业|可享受：（1）办公用房补助。"""


def spoken_of(reading: Reading, start: int, end: int, known: str | None) -> str | None:
    """The recipient behind the words start:end, `known` before them."""
    for match in _NAMES.finditer(reading.folded[start:end]):
        phrase = reading.wide[start + match.start("p") : start + match.end("p")]
        if _OF_SUPPORT.match(phrase):
            continue
        named = None if is_payer(phrase) else noun_phrase(phrase)
        if named or "对" not in match["verb"]:
            known = named
    labelled = _LABELLED.match(reading.wide, start, end)
    return labelled["who"] if labelled else known


_WHO_LABEL = re.compile(
    r"(?P<who>(?!.*(?:对象|标准|条件|范围|方式|内容|责任|牵头|配合|主管))[A-Za-z]{0,12}[\u4e00-\u9fff、（）]{2,20})[：:]"
    r"(?=[^\d：:]{4})"
)
"""在校大学生|：正常营业3个月以上的，给予…, OpenClaw社区优秀贡献者|：最高12万元."""


def labelled(reading: Reading, start: int, end: int) -> str | None:
    """Whom the label at the head of a sentence names: 在校大学生：…."""
    label = _WHO_LABEL.match(reading.wide, start, end) if reading.folded.find(":", start, end) >= 0 else None
    return label["who"] if label and ENDS.search(label["who"]) and not is_payer(label["who"]) else None


def given_to(reading: Reading, start: int, end: int) -> str | None:
    """Whom a promise without a figure, or a lead-in, names: 承租人按期签约的，按时段给予奖励：."""
    promise = GIVES.search(reading.folded, start, end)
    if promise is None:
        return None
    to = _TO.search(reading.wide, start, promise.start())
    return noun_phrase(to["who"]) if to else plain_subject(reading, Grant(start, end, promise.start()))


def object_told(reading: Reading, start: int, end: int, heading: str) -> tuple[str | None, bool]:
    """Whom 补贴对象：X。 or the words under a heading 适用对象 tell, and whether it was such a heading."""
    label = _OBJECT.match(reading.wide, start, end)
    if not label and not _OBJECT.fullmatch(heading):
        return None, False
    who = noun_phrase(reading.wide[label.end() if label else start : end].strip("。； \n"))
    return (who if who and ENDS.search(who) and not _OF_SUPPORT.search(who) else None), not label


_ASKED = re.compile(r"(?:申[报请]|补[助贴]|奖[励补]|支持|扶持|资助|享受|基本)+条件[:：]?")
"""1.|申报条件|: the heading of what is asked for."""
_ASKED_WHEN = re.compile(r"^(?:20\d\d年(?:度|\d+月\d+日)?(?:[至-]|起|之?[前后]|期间|以来)*)+")
"""|2024年|营业收入2亿元以上的互联网平台."""
_APPLICANT = re.compile(r"申[报请]|承担|项目")
"""|申报|单位, |项目|单位: whoever it is."""


def asked(reading: Reading, start: int, end: int, heading: str) -> str | None:
    """Whom the first words under a heading such as 申报条件 speak of: |规模以上物流企业|新建冷库."""
    return actor_told(reading, start, end) if _ASKED.fullmatch(heading) else None


def actor_told(reading: Reading, start: int, end: int) -> str | None:
    """Who does something in the first clause of the words: |物流企业|投入管理系统，…."""
    part = _ASKED_WHEN.sub("", COMMA.split(reading.wide[start:end].strip("。； \n"))[0])
    who = actor_of(part) or (noun_phrase(part) if ENDS.search(part) else None)
    return who if who and not (_APPLICANT.search(who) or THING_ENDS.search(who)) else None
