"""The conditions of a promise: what must have which value."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from extract.annotate.reading import Reading
from extract.annotate.values import Figure
from extract.interpret.grammar import BRACKET, after_last, before_first, figure_lists
from extract.interpret.grants import Grant
from extract.interpret.names import ENDS, MADE_ONE
from extract.interpret.wording import SET_OUT, VERB_AT_START
from schemas.vocabulary import Op


@dataclass(frozen=True, slots=True)
class Condition:
    """`variable op value unit`, and the words start:end that say so. Money in yuan, shares in percent."""

    variable: str
    op: Op
    value: float
    unit: str | None
    start: int
    end: int
    figure: Figure


@dataclass(frozen=True, slots=True)
class Steps:
    """The thresholds of one variable that a list of amounts goes with: 首次突破300万元、500万元…."""

    variable: str
    op: Op
    figures: tuple[Figure, ...]


UNNAMED = "条件"
"""The variable of a condition whose words leave it out."""
_BOUND = re.compile(
    r"(?:,|;|。|、|\(|\)|:|\n|\t|对于?|凡|且|并且?|或者?|的|及|同时|其|在(?=我|本|全)|为(?=我|本|全)|新建或改建|达到?以下标准|"
    r"以上(?=不足|低于|未达|不满))"
)
"""对|总投资5亿元以上|的|企业|，其|年营业收入达到1亿元."""
_YEARS_OF_AGE, _AGE = ("岁", "周岁"), "年龄"
"""80至89|周岁|老年人: what is measured needs no name."""
_TRIM = re.compile(
    r"^(?:和|与|以及|实现|年内|当年度?|上一?年度|近[一二三两]年|首次|一次性|完成|具有|拥有|经(?![营济销费纪办])|若|按照?|只要|在|须|照)+|"
    r"(?:(?:进行|给予|予以)+(?:一次性)?(?:分档|定额)?(?:奖[励补]|补[助贴]|资助)|首次|到达|达到?|到|在|为|不|累计|已|须|应|需|均|首|约|要|共|不足|低于|高于|超过|年满|(?<!年|费)总额)+$"
)
"""实现|年销售额|首次达到: what the condition is about stands between."""
_MADE_ONE = re.compile(MADE_ONE)
"""|新建1个|1万平方米以上大棚: the size of what is made."""
_ALONE = re.compile(r"(?:以上|以下)?的[\u4e00-\u9fff]{2,8},$")
"""接待1000人次以上的旅行社，|1000—3000人次部分: the figure's own clause leaves out what it counts."""
_FIRST_SAID = re.compile(r"[,:](?:其中,?)?$")
"""按增速给予奖励，其中，|60%以下的增量部分: nothing stands before the figure."""
_PART_OF = re.compile(r"(?:以[上下])?的(?:增量|超额|超出)?部分")
"""按增速给予奖励，其中，60%以下|的增量部分|按1%: what the figure bounds stands behind it."""
_NAMED = re.compile(r"[\u4e00-\u9fff]{2}")
_AFTER_FIGURE = re.compile(r"的?(?!部分|补助|补贴|奖|资助|按|每|给予|奖励|不足|低于)([^\d,;。、()的按]{2,12})")
"""3名以上|高层次人才|的，给予10万元: no variable before the figure."""
_OR_ELSE = re.compile(r"(?:\([^()]*\))?(?:或者?|、|和|及|至|到|,?但|且)?")
"""总投资5亿元|或|3000万美元以上, 2000万元以上|3000万元以下: two bounds of one thing."""
_OF_MONEY = re.compile(r"额|收入|产值|税|投资|投入|资产|营收|票房")
"""营业|收入|5000万以上: 元 is left out."""
_RELATIVE = re.compile(r"(?:\([^)]*\))?[^,;。]*的")
"""投资5000万元以上|的|企业给予50万元, 1亿元以上|且正式投产的|项目."""
_GROWTH = re.compile(r"(?:增长|提高|提升|增幅|增速|下降|降低)(?:率)?$")
"""营业收入同比|增长|25%的, 税收|增幅|10%的."""
_RANK = re.compile(r"(?:排名?|名列|位[列居次])(?:在|为|前|第)*$")
"""排|一至三名|的: which of them, no number of persons."""
_MEASURED = re.compile(r"(?:时间|时长|期限|年限|面积|人数|数量|次数)(?:在|为|是)?$")
"""培训时间在|半天|的: a bare figure that is a condition, since what it measures is named before it."""
_STAYS = re.compile(r"(?:住宿|停留|过夜|入住|逗留)(?:达到?|满)?$")
"""住宿|1晚的, 停留满|2天的."""
_STAYED = re.compile("的|且|并|、|,")
"""住宿|1晚|的按10元/人、住宿|2晚|的按25元/人: each is a step."""
_OR_MORE = re.compile(r"或|且|的|并")
"""增长25%|的|，给予10万元, 增长10%|且|利润增长5%."""


_PAID = re.compile("补[助贴]|奖[励补]|资助|给予")
"""给予租金|补贴|，100平方米以下的每年3000元: what is paid is not what is measured."""


def _variable(folded: str, start: int, end: int, figure: Figure) -> str:
    if figure.unit in _YEARS_OF_AGE:
        return _AGE
    words = BRACKET.sub("", folded[start : figure.scope[0]])
    pieces = [piece for piece in _BOUND.split(words) if len(piece) > 1]
    names = (_TRIM.sub("", piece.strip()) for piece in reversed(pieces[-2:]))
    alone = _ALONE.search(words) or (_FIRST_SAID.search(words) and _PART_OF.match(folded, figure.scope[1]))
    name = next((name for name in names if name), "") if not alone else ""
    if figure.kind == "area" and _PAID.search(name):  # 给予租金补贴，100平方米以下的…
        return "面积"
    if _MADE_ONE.fullmatch(name):  # 新建1个1万平方米以上大棚
        return "面积" if figure.kind == "area" else "规模"
    if len(name) >= 2 and not name[0].isdigit():
        return name[-40:]
    after = _AFTER_FIGURE.match(folded[figure.scope[1] : end])
    whose = after and after[0][0] == "的" and ENDS.search(after[1])
    if after and (whose or (figure.kind == "money" and not _OF_MONEY.search(after[1]))):
        return name or UNNAMED  # 1亿元以上的项目, 100人以上的企业
    return after[1] if after else name or UNNAMED


def _is_condition(folded: str, grant: Grant, figure: Figure, op: str | None) -> bool:
    """Whether the words say that the promise depends on the figure, rather than mention it."""
    if op not in (">=", ">", "<=", "<", "=") and figure.high is None:
        return False
    if figure.unit in ("名", "位") and _RANK.search(folded, max(0, figure.start - 6), figure.start):
        return False
    if op == "=":
        return True
    if figure.start > grant.promised[-1].end:
        return True
    clause = after_last(folded, ",;:。", grant.start, figure.start)
    words = folded[clause : figure.scope[0]]
    stretch = folded[figure.scope[1] : max(grant.verb, figure.scope[1])]
    if _RELATIVE.match(stretch) or "对" in folded[grant.start : grant.start + 8]:
        return True
    if "财政" in words or "安排" in words:
        return False
    return not (VERB_AT_START.match(words) and SET_OUT.search(folded, grant.start, figure.start))


def _ops(folded: str, figures: list[Figure]) -> dict[int, str | None]:
    """The comparator of each figure: a list has its last one's (500万元、1000万元以上), growth a floor (增长25%的).

    A bare figure after what it measures is one to be met as it stands (培训时间在半天的).
    """
    out: dict[int, str | None] = {}
    for group in figure_lists(folded, figures):
        shared = group[-1].op if len(group) > 1 and group[-1].op in (">=", ">", "<=", "<") else None
        for figure in group:
            grown = figure.kind == "share" and _GROWTH.search(folded, max(0, figure.start - 8), figure.start)
            floor = ">=" if grown and _OR_MORE.match(folded, figure.end) else None
            measured = _MEASURED.search(folded, max(0, figure.start - 8), figure.start)
            stays = _STAYS.search(folded, max(0, figure.start - 8), figure.start)
            bare = "=" if measured and folded.startswith("的", figure.end) else None
            bare = ">=" if stays and _STAYED.match(folded, figure.end) else bare
            out[id(figure)] = figure.op or shared or floor or bare
    return out


def _is_time_to(folded: str, figure: Figure, others: list[Figure]) -> bool:
    """三年内累计票房超过1000万元: the time in which another figure is to be reached is no condition of its own."""
    if figure.kind != "duration" or not folded.startswith("内", figure.end):
        return False
    stop = before_first(folded, ",;。\n", figure.end, figure.end + 40)
    return any(figure.end < other.start < stop for other in others)


def conditions_of(reading: Reading, grant: Grant) -> list[Condition]:
    """The conditions with a figure, in the order of the words, without those that are the steps of a tier."""
    folded = reading.folded
    ops = _ops(folded, grant.conditions)
    said = [
        figure
        for figure in grant.conditions
        if _is_condition(folded, grant, figure, ops[id(figure)]) and not _is_time_to(folded, figure, grant.conditions)
    ]
    return _conditions(folded, grant.start, grant.end, said, ops)


def conditions_in(reading: Reading, start: int, end: int) -> list[Condition]:
    """The conditions of words that hold nothing else, such as a table's cell."""
    figures = reading.figures.within(start, end)
    ops = _ops(reading.folded, figures)
    said = [figure for figure in figures if ops[id(figure)] or figure.high is not None]
    return _conditions(reading.folded, start, end, [f for f in said if ops[id(f)] != "~"], ops)


def _conditions(
    folded: str, start: int, end: int, figures: list[Figure], ops: dict[int, str | None]
) -> list[Condition]:
    out: list[Condition] = []
    for figure in figures:
        name = _variable(folded, start, end, figure)
        if out and _OR_ELSE.fullmatch(folded, out[-1].end, figure.scope[0]):
            name = out[-1].variable
        if out and (not _NAMED.search(name) or name == UNNAMED):
            name = out[-1].variable
        unit = figure.unit or ("元" if _OF_MONEY.search(name) else None)
        op: Op = ops[id(figure)] if figure.high is None else ">="  # type: ignore[assignment]
        out.append(Condition(name, op, figure.value, unit, *figure.scope, figure))
        if figure.high is not None:
            top: Op = "<" if folded.startswith("(不含", figure.end) else "<="
            out.append(Condition(name, top, figure.high, unit, *figure.scope, figure))
    return out


def as_part(reading: Reading, condition: Condition) -> dict[str, Any]:
    """The condition as the columns of its row in `subsidy_conditions`."""
    return {
        "variable": condition.variable, "op": condition.op, "value": condition.value, "unit": condition.unit,
        "text": reading.text[condition.start : condition.end],
    }  # fmt: skip


def steps_of(reading: Reading, grant: Grant) -> Steps | None:
    """The list of thresholds that the list of amounts goes with, or None."""
    count = len(grant.promised)
    if count < 2 or (grant.rates and grant.amounts and not _ends_in_share(reading.folded, grant)):
        return None
    for group in figure_lists(reading.folded, grant.conditions):
        if len(group) == count and len({figure.unit for figure in group}) == 1:
            name = _variable(reading.folded, grant.start, grant.end, group[0])
            op: Op = ">" if group[0].op == ">" else ">="
            return Steps(name, op, tuple(group))
    return None


def steps_among(reading: Reading, conditions: list[Condition], count: int) -> Steps | None:
    """The list of so many thresholds that one of the conditions begins, or None: 收入超过100亿元、50亿元的企业."""
    for condition in conditions if count > 1 else ():
        figures = reading.figures.within(condition.figure.start, condition.figure.end + _LONGEST_LIST)
        listed = next(iter(figure_lists(reading.folded, figures)), [])
        if len(listed) == count and condition.op in (">=", ">") and listed[0] is condition.figure:
            return Steps(condition.variable, condition.op, tuple(listed))
    return None


_LONGEST_LIST = 120
"""Characters in which a list of thresholds ends."""


_SHARE_LAST = re.compile(r"(?:\([^()]{1,14}\))?(?:、|和|及)[^,;。、\d]{0,14}")
"""分别按30万元、50万元|、实到外资额的|8‰ 给予奖励: the last step pays a share."""


def _ends_in_share(folded: str, grant: Grant) -> bool:
    """Whether a list of sums behind 分别 ends in a share."""
    *sums, share = grant.promised
    return (
        [share] == grant.rates
        and "分别" in folded[grant.start : sums[0].start]
        and bool(_SHARE_LAST.fullmatch(folded, sums[-1].scope[1], share.scope[0]))
    )


_EXCLUDES = re.compile(
    r"不(?:得|再|予|可)?重复(?:享受|奖励|补助|补贴|支持|资助|申报|计算)?|就高不就低|就高原则|从高不重复|就高享受|"
    r"不(?:得|能|可)?同时享受|不(?:与|和)[^,;。]{0,20}重复享受"
)
"""同一项目不重复享受 · 按就高不就低原则: kept as a condition in words."""


def exclusion(reading: Reading, start: int, end: int) -> dict[str, Any] | None:
    """A condition in words where the sentence excludes another benefit: 同一项目不重复享受; else None."""
    match = _EXCLUDES.search(reading.folded, start, end)
    if not match:
        return None
    begin = after_last(reading.folded, ",;。", start, match.start())
    words = reading.text[begin : before_first(reading.folded, ",;。", match.end(), end)].strip("、（）() \n")
    return {"variable": None, "op": None, "value": None, "unit": None, "text": words}
