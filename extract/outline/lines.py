"""The lines of a notice and what kind of line each is: number, date, body's name, recipients, prose, page furniture."""

from __future__ import annotations

import re
from typing import NamedTuple

from extract.lexicon import alternation, load
from extract.outline.doc_numbers import DATE, HAN_DATE, NUMBER, PLAIN_DATE, PUBLIC_NUMBER

_WORDS = load("documents")

BRACKET_TAIL = r"(?:\([^()]{1,30}\))*"
GENRE = re.compile(rf"(?P<genre>{alternation(_WORDS['genres'])})(?P<tail>[\"”》〉]*\s*{BRACKET_TAIL}[\"”》〉]*)$")
"""The word a title ends in: …三年行动方案(2018-2020年); …实施办法(试行)."""
DRAFT = re.compile(alternation(_WORDS["draft"]))
# 管理办法|(征求意见稿)|; 实施细则|送审稿|
DRAFT_TAIL = re.compile(rf"\s*\((?:{alternation(_WORDS['draft'])})\)|\s*(?:征求意见稿|草案|送审稿)$")
# 浏览次数|:120; • 公开范围|:全部公开; 皖ICP备|06001234号; - 3 -|
FURNITURE = re.compile(
    rf"[∙·•●◆ ]*(?:{alternation(_WORDS['furniture'])})|.*(?:ICP备|公网安备|网站标识码)|[-\s]*\d{{1,3}}[-\s]*$"
)
# 抄送|:市委办公室; 安溪县人民政府办公室2018年3月15日印发|; |(共印50份|)
IMPRINT = re.compile(rf"(?:{alternation(_WORDS['imprint'])})|.*(?:\d|日)印发[\s-]*\d*[\s-]*$|.*共印\s*\d+\s*份")
_FIELD = "|".join(r"\s*".join(label) for label in _WORDS["box"])
BOX = re.compile(rf"[∙·•]?\s*[【\[(]?\s*(?P<label>{_FIELD})\s*[】\])]?\s*:?\s*(?P<said>.*)$")
BOX_FIELD = re.compile(
    rf"(?:^|[\s|;【\[(])(?P<label>{_FIELD})\s*(?:[】\])]\s*:?|:|\|(?=[^|]+\|)|\s+(?=\d{{4}}[-年./]))"
    r"\s*\|?(?P<said>[^|;]*?)(?=[|;]|$|\s+[\u4e00-\u9fff\s]{2,8}:)"
)
"""∙(制定机关)市人民政府 · 成文日期 2016-12-01 · 发布机构:市经信局;成文日期:… · 索引号:0110/2024 |文 号:
嘉政办发(2024)1号| 发文日期:… · 发布单位 | 区政府 | 发文日期 | 2022-07-14 |: fields that share a line."""
# 六安市人民政府办公室; 中共广州市天河区委统战部; 安徽省推进"三地一区"建设领导小组…办公室
BODY_NAME = re.compile(
    rf"国务院$|(?:中共)?[\u4e00-\u9fff“”\"、·]{{2,44}}?(?:{alternation(_WORDS['bodies'])})(?:\([\u4e00-\u9fff]{{1,12}}\))?(?:文件|令|公告)?$"
)
# |各|县区人民政府, |关于|…的意见, 市商务局|负责: no body's name
_NO_BODY = re.compile(r"关于|[,。;:《]|各|有关|负责|牵头|单位")
# ∙(效力等级)地方规范性文件; [有效性]现行有效; 文章属性: what a page of laws says about a document
TAGGED = re.compile(
    r"[∙·•]\s*\([\u4e00-\u9fff ]{2,10}\)|文章属性$|正文$"
    r"|[(\[](?:制定机关|制发单位|发布部门|公布日期|发布日期|成文日期|施行日期|实施日期|失效日期|废止日期|效力等级|效力级别|时效性|有效性|发文序号"
    r"|主题分类|法规类别)[)\]]"
)
# 铜仁市人民政府公报 2023年第3期; 山东政报: the masthead of a gazette
MASTHEAD = re.compile(
    r"[\u4e00-\u9fff]{2,20}(?:公报|政报)\s*(?:\(?(?:19|20)\d\d|\(?总?第).{0,20}期.{0,12}$|[\u4e00-\u9fff]{2,16}(?:政府公报|政报)$"
    r"|\(?(?:(?:19|20)\d\d ?年)?[ ·,]*\(?总?第 ?[\d一二三四五六七八九十百]{1,5} ?期.{0,12}$"
)
# 二〇一九年三月十五日; 20190315
DATE_LINE = re.compile(
    rf"\(?(?:{DATE.pattern}|{PLAIN_DATE.pattern.replace('?P<', '?P<p')}|{HAN_DATE.pattern.replace('?P<', '?P<h')})\)?$"
)
NUMBER_LINE = re.compile(rf"[(\[]?\s*(?:{NUMBER.pattern})\s*[)\]]?$")
# 第340号; 2023年第15号
PUBLIC_LINE = re.compile(rf"\(?(?:{PUBLIC_NUMBER.pattern})\)?$")
# (2022年9月22日…会议通过 2022年10月1日施行): when it was adopted
ADOPTED = re.compile(r"\(.*(?:通过|公布|发布|施行|修订|修正|批准|会议).*\)$")
# 各县区人民政府,市政府各部门: — not: 现就有关事项通知如下:
_ADDRESSED = re.compile(r"各|有关|单位|部门|机构|人民政府|管委会|委员会|局|厅|企业|公司|学校|院校")
# 现就有关事项|通知如|下:; 申报企业应符合|下列|条件:; |一、|申报单位:
_SAYS = re.compile(r"如下|以下|通知如|制定|提出|下列|要求|包括|条件|[一二三四五六七八九十]+、|^\(?\d")


class Line(NamedTuple):
    """A line that is not empty, without the blanks around it; `text` is folded."""

    start: int
    end: int
    text: str


def split_lines(folded: str) -> list[Line]:
    """The lines of the folded text that hold anything."""
    out = []
    start = 0
    for raw in folded.split("\n"):
        text = raw.strip()
        if text:
            begin = start + len(raw) - len(raw.lstrip())
            out.append(Line(begin, begin + len(text), text))
        start += len(raw) + 1
    return out


def names_body(text: str) -> bool:
    """Whether the line is the name of one body or several, and nothing else."""
    if len(text) > 120 or _NO_BODY.search(text):
        return False
    parts = text.split()
    return bool(parts) and all(BODY_NAME.match(part) for part in parts)


def is_recipients(text: str) -> bool:
    """Whether the line names those a notice goes to (主送机关): it ends in a colon and addresses bodies."""
    return text.endswith(":") and len(text) < 500 and bool(_ADDRESSED.search(text)) and not _SAYS.search(text)


def is_prose(text: str) -> bool:
    """Whether the line is running text: a full stop in it, or long and with commas."""
    bare = re.sub(r"《[^》]*》", "", text)
    return "。" in bare or ";" in bare or (len(bare) >= 40 and "," in bare)


def is_furniture(text: str) -> bool:
    """Whether the line belongs to the page that shows the notice."""
    return bool(FURNITURE.match(text) or FURNITURE.match(_SPACED.sub("", text[:_LONGEST_LABEL])))


_SPACED = re.compile(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")
"""关  键 词: the characters of a label set apart."""
_LONGEST_LABEL = 16
