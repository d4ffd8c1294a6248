"""Blanks inside lines: Chinese has none, so one stays only where it parts two things."""

from __future__ import annotations

import re

from extract.clean.mapped import MappedText, Piece

_BLANK = re.compile("[ \u3000]+")
_HAN = re.compile("[\u3400-\u9fff\u3007]")
_WORD = re.compile(r"[A-Za-z0-9]")
# A label and what it names: 第一条 为加快…, 专栏1 工业互联网…, 表2 2021年指标, 附件2 任务分解表
_LABEL = re.compile(
    r"(?:第[一二三四五六七八九十百〇零\d]{1,5}[编章节条款部分篇]|(?:专栏|附件|附表|附录|附图|表|图)[一二三四五六七八九十\d]{0,3})$"
)
_LONGEST_LABEL = 8
# 第 1| |0 条: the digits of an article's number set apart
_SET_APART_DIGITS = re.compile(r"(?<=[第\d])[ \u3000]+(?=[\d编章节条款])")
_NUMBER_OPENS, _NUMBER_CLOSES = re.compile(r"第[ \u3000]*[\d \u3000]*$"), re.compile(r"[\d \u3000]*[编章节条款]")
# A body's name, by its end: 财政部办公厅, 市商务局, 国家乡村振兴局综合司
_BODY = re.compile(
    r"[\u3400-\u9fff]{2,}(?:部|委|厅|局|办|署|院|会|司|行|处|室|社|联|府|公司|中心|总队|支队|集团|海关|银行|大学|学院)$"
)
# 高新园（东城镇）, 各街道: what can be the name of a body
_LISTED = re.compile(r"[\u3400-\u9fff（）()]{3,16}$")
# 市商务|局|, 经开区|管委会|, 各|街道|: one that shows it
_OFFICE = re.compile(
    r"(?:部|委|厅|局|办|院|馆|股|站|所|公司|中心|街道|乡镇|政府|管委会|研究会|协会|学会|开发区|经开区|高新区|指挥部|支队|大队|银行"
    r"|科协|文联|妇联|残联|侨联|工商联|总工会|红十字会|海关|支行|分行|总队|人民政府)"
    r"(?:[（(][^（）()]+[）)])?$"
)
# What ends a body's name in a list of issuers: 国家乡村振兴局综合司|关于…, 市财政局|印发…
_NAME_ENDS = re.compile(r"关于|印发|转发|联合|公布|发布|[^\u3400-\u9fff]|$")
# What a blank sets apart on a line: 联系人：张三 电话：…, 安溪县人民政府办公室 2018年3月15日印发
_SET_APART = re.compile(
    r"[\u3400-\u9fff]{2,8}[:：]|(?:\d{4}|[一二〇○零]{2}[一二三四五六七八九〇○零]{2})年\d{1,2}月\d{1,2}日(?:印发)?(?:\n|$)"
)


def without_blanks(text: MappedText) -> MappedText:
    """Without blanks between Chinese characters, figures and punctuation; where one stays, it is a single ` `.

    3215 公里 → 3215公里, 农村 商贸 → 农村商贸, 5 % → 5%; `财政部办公厅 商务部办公厅关于`, `第一条 为`, `Web 3` stay.
    """
    return text.sub(_BLANK, _kept)


def _kept(match: re.Match[str]) -> Piece:
    start, end = match.span()
    return (start, start + 1, " ") if _parts(match.string, start, end) else (start, start, "")


def _parts(text: str, start: int, end: int) -> bool:
    """Whether the blanks start:end part two things."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before in "\n\t" or after in "\n\t":
        return False
    if _NUMBER_OPENS.search(text, max(0, start - _LONGEST_LABEL), start) and _NUMBER_CLOSES.match(text, end):
        return False
    if _WORD.match(before) and _WORD.match(after):
        return True
    head = _SET_APART_DIGITS.sub("", text[max(0, start - _LONGEST_LABEL - 1) : start])
    if _LABEL.match(head[head.rfind("\n") + 1 :]) and (len(head) <= _LONGEST_LABEL or "\n" in head):
        return True
    if _lists_bodies(text, start):
        return True
    han = bool(_HAN.match(before)), bool(_HAN.match(after))
    if not any(han):
        return before.isascii() and after.isascii() and after != "%"
    if _SET_APART.match(text, end):
        return True
    return all(han) and _both_bodies(text, start, end)


def _lists_bodies(text: str, at: int) -> bool:
    """Whether the table cell about `at` names bodies one behind the other: 经开区 高新园（东城镇） 各街道."""
    begin = max(text.rfind("\t", 0, at), text.rfind("\n", 0, at)) + 1
    ends = [stop for stop in (text.find("\t", at), text.find("\n", at)) if stop >= 0]
    end = min(ends, default=len(text))
    if (begin == 0 or text[begin - 1] != "\t") and not text.startswith("\t", end):
        return False
    names = _BLANK.split(text[begin:end])
    return (
        all(name[:1] not in "（(" for name in names)
        and all(map(_LISTED.match, names))
        and 2 * sum(map(bool, map(_OFFICE.search, names))) >= len(names)
    )


def _both_bodies(text: str, start: int, end: int) -> bool:
    left = re.split(r"[^\u3400-\u9fff]", text[max(0, start - 20) : start])[-1]
    right = text[end : end + 24]
    stop = _NAME_ENDS.search(right, 1)
    return bool(_BODY.match(left) and stop and _BODY.match(right[: stop.start()]))
