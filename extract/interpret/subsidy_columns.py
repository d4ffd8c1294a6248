"""Which column of a table of subsidies holds what: paid, for whom, of which grade, up to what, on what condition."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.annotate.reading import Reading
from extract.clean.fold import fold
from extract.interpret.grammar import BRACKET
from extract.interpret.money_columns import MoneyUnit, caption_of, unit_above, unit_in, without_unit
from extract.interpret.table_conditions import holds_thresholds
from extract.outline.model import Table

_MONEY = r"(?:奖励|补贴|补助|奖补|资助|支持|扶持|激励|津贴|贴息|补偿)"
_PAID = re.compile(rf"{_MONEY}(?:资金)?(?:标准|额度|比例|金额|额)|^(?:资助|补贴|奖励|补助|奖补)(?:\(.*)?$")
"""奖励标准 · 补贴金额（万元） · 补助比例: the column of what is paid."""
_PAID_SHORT = re.compile(r"^(?:标准|比例|额度|定额|奖金)$")
"""标准（元/亩） in a table that speaks of 补贴 elsewhere."""
_PAID_FUND = re.compile(rf"^{_MONEY}资金$")
"""奖励资金（万元） beside 等级: what each grade gets (beside 乡镇 it is money split up)."""
_PAID_NAMED = re.compile(
    r"^(?!.*(?:财政|中央|上级|地方|[省市区县]级))[\u4e00-\u9fff]{2,8}(?:补贴|补助|奖励|津贴|奖金)$"
)
"""安家补贴（万元） · 生活补贴（元/月）: a column a benefit."""
_GRADE_NAMED = re.compile(
    r"^(?:(?:国家|自治区|省|市|州|区|县)级|(?:特|[一二三四])[级等类](?:奖)?|[A-E][级类]|[初中高]级|金奖|银奖|铜奖|[1-5]A级?)$"
)
"""国家级（万元） · 省级（万元） in a table that speaks of 奖励: a column a grade."""
_PAID_WORDS = re.compile(rf"{_MONEY}(?:内容|方式|措施|政策|办法)")
"""支持内容: the promise in whole words."""
_SPEAKS = re.compile(r"奖励|补贴|补助|奖补|资助|津贴|贴息")
"""人才|津贴|（元/月） · |贴息|期限."""
_STANDARD = re.compile(r"标准|比例|定额")
"""补助|标准|（元/亩） · 奖励|比例|."""
_CEILING = re.compile(r"最高(?!学历|级)|上限|封顶|限额")
"""补助上限（万元） · 最高补助限额 · 单个主体最高补助."""
_BASE = re.compile(r"基数|计补依据|计算依据|计算基础|补助依据|补贴依据")
"""计补依据 · 奖励基数（万元）."""
_WHO = re.compile(r"对象|主体|人群|受益|申报单位|申请人|适用范围")
"""补助对象 · 实施主体 · 适用范围."""
_GRADE = re.compile(r"等级|级别|类别|类型|档次|层次|名次|奖项|学历|职称")
"""人才类别 · 评定等级 · 学历."""
_ITEM = re.compile(r"项目|事项|内容|名称|政策|条款")
"""项目名称 · 支持事项 · 政策条款."""
_CONDITION = re.compile(r"条件|要求|门槛|指标|规模")
"""申报条件 · 建设规模（亩）."""
_NO_PROMISE = re.compile(r"来源|预算|合计|总投资|责任单位|资金下达|分配|拨付|实际")
"""A table of a budget or of payments made has such columns."""
_NOT_BESIDE = re.compile(r"预算|合计|总投资|资金下达|分配|拨付|实际")
"""Beside a standard, 资金来源 says who pays, and 责任单位 who handles it."""
_SOURCE = re.compile(r"资金来源|资金渠道|出资")
"""资金来源 · 出资单位: who pays."""
_SPLIT_UP = re.compile(r"分配|下达|拨付|资金安排|安排表|预算|资金计划|兑现|公示")
"""乡镇衔接资金分配表: what is split up, by its title."""
_PLACES = re.compile(r"县区|区县|市县|县\(?市|地区|区域|地市|市州|乡镇|镇街|街道|行政区划|^县$|^区$|^市$|^镇$|^村$")
"""县（市、区） · 乡镇 · 地区."""
_FUNDS = re.compile(r"资金|金额")
"""乡镇 · 补助标准 · 补助资金: what each town gets at that standard."""
_ANY_SUM = re.compile(r"金额|额度|资金")
"""补助金额（万元） · 奖励额度."""
_NO_NAME = re.compile(
    r"序号|编号|备注|说明|单位$|数量|时间|日期|年限|期限|电话|联系人|依据|来源|名额|单价|金额|面积|条件|要求|门槛"
)
"""序号 · 种植面积（亩） · 备注: columns that name nothing."""
_WORDS = re.compile(r"[^\d≥≤<>]*[\u4e00-\u9fff][^\d≥≤<>]*$")
_PER_HEAD = re.compile(
    r"(?:单个|单一|单项|每一?个?|单|同一)(?P<n>[^最补奖贴资限封年度()\d]{1,6}?)(?=最高|年度|每年|全年|补|奖|贴|资|封|限|上|$)"
)
"""单个|主体|最高补助."""
_YEARLY = re.compile(r"年度|每年|全年|/年")
"""年度最高限额 · 补贴上限（元/年）."""
_PAYER = re.compile(r"^(?P<p>(?:中央|省|市|州|区|县)(?:级)?(?:财政)?)(?=补助|补贴|配套|奖补)")
"""市级|补助标准 beside 省级|补助标准."""


_RANK = re.compile(
    r"(?:第?[A-Z\d一二三四五六七八九十甲乙丙丁]{1,3}\+?(?:[类级等档]|层次)|(?:国家|自治区|省|市|州|区|县|[特优])级|[特优]等)"
    r"(?:[、和及与-].{1,8})?"
)
"""B类 · 第二层次 · 国家级: a rank that names nobody."""
_RANKED = re.compile(r"(?P<n>[\u4e00-\u9fff]{2,8}?)(?:分类|分级|类别|类型|等级|级别|层次|档次|等次)$")
"""人才|类别, 企业|等级: who is ranked."""
_NOT_RANKED = re.compile(r"奖|补|评|认定|申报|项目|支持|资助|荣誉|获|标准")
"""评定|等级, 项目|类别: nobody is ranked."""


@dataclass(frozen=True, slots=True)
class Paid:
    """A column of what is paid. Its name says `benefit`, `grade` and `payer`; `bound` where it names ceilings only."""

    index: int
    unit: MoneyUnit | None
    percent: bool
    benefit: str | None
    grade: str | None
    payer: str | None
    bound: bool


@dataclass(frozen=True, slots=True)
class Ceiling:
    """A column of ceilings; `per` is what its name says they hold for."""

    index: int
    unit: MoneyUnit | None
    per: str | None


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds what; None where the table has none. `told` is the column that best tells what it is for."""

    paid: tuple[Paid, ...]
    ceilings: tuple[Ceiling, ...]
    who: int | None
    grade: int | None
    item: int | None
    base: int | None
    conditions: tuple[int, ...]
    told: int | None
    source: int | None
    caption: str


def columns_of(reading: Reading, table: Table) -> Columns | None:
    """The columns of a table of subsidies, or None for another table."""
    heads = [fold(name) for name in table.header]
    grades = any(_GRADE_NAMED.search(name) for name in heads)  # 国家级 | 省级 under the title 奖励标准
    grades = grades or any(_PAID_SHORT.search(without_unit(name)) for name in heads)  # 项目 | 标准
    if not grades and not any(_SPEAKS.search(name) or _PAID.search(name) or _CEILING.search(name) for name in heads):
        return None
    standard = any(_PAID.search(name) and _STANDARD.search(name) for name in heads)
    if any((_NOT_BESIDE if standard else _NO_PROMISE).search(name) for name in heads):
        return None
    return _Sorted(reading, table, heads).columns()


class _Sorted:
    """Gives each column of one table its role."""

    def __init__(self, reading: Reading, table: Table, heads: list[str]) -> None:
        self.reading, self.table, self.heads = reading, table, heads
        self.names = [without_unit(head) for head in heads]
        self.caption = caption_of(reading, table)
        self.above = unit_above(self.caption)
        self.taken: set[int] = set()

    def columns(self) -> Columns | None:
        paid, ceilings = self._paid(), [i for i, name in enumerate(self.names) if _CEILING.search(name)]
        bound = not paid
        if bound:
            paid, ceilings = [i for i in ceilings if _SPEAKS.search(self.heads[i])], []
        if not paid or self._is_split_up(paid):
            return None
        self.taken = {*paid, *ceilings}
        base, who, grade, item = (self._first(pattern) for pattern in (_BASE, _WHO, _GRADE, _ITEM))
        if grade is not None and who is item is None:
            further = self._first(_GRADE)  # 类别 | 档次: the first says who, the second which of them
            who, grade = (grade, further) if further is not None else (who, grade)
        conditions = self._conditions()
        if who is grade is item is None:
            item = self._first_words() if bound or not any(_ANY_SUM.search(self.names[i]) for i in paid) else None
            if item is None and not conditions:
                return None
        return Columns(
            tuple(self._paid_column(i, bound) for i in paid),
            tuple(Ceiling(i, unit_in(self.heads[i]) or self.above, self._ceiling_per(i)) for i in ceilings),
            who, grade, item, base, conditions,
            next((i for i in conditions if _CONDITION.search(self.names[i]) and not self._is_thresholds(i)), None),
            self._first(_SOURCE), self.caption,
        )  # fmt: skip

    def _paid(self) -> list[int]:
        names = self.names
        found = [i for i, name in enumerate(names) if _PAID.search(name) and not _CEILING.search(name)]
        if found:
            return found
        speaks = bool(_SPEAKS.search(" ".join(names)) or _SPEAKS.search(self.caption))
        for paid in (self._short, self._named, self._grades, self._in_words):
            found = paid() if speaks else []
            if found:
                return found
        return []

    def _short(self) -> list[int]:
        return [i for i, name in enumerate(self.names) if _PAID_SHORT.search(name)]

    def _named(self) -> list[int]:
        """The columns of benefits (安家补贴), or of 奖励资金, in a table of grades or recipients."""
        names = self.names
        if not any(_GRADE.search(name) or _WHO.search(name) or _CONDITION.search(name) for name in names):
            return []
        named = [
            i for i, name in enumerate(names)
            if _PAID_NAMED.search(name) and not _GRADE.search(name) and (unit_in(self.heads[i]) or self._promises(i))
        ]  # fmt: skip
        return named or [i for i, name in enumerate(names) if _PAID_FUND.search(name)]

    def _grades(self) -> list[int]:
        if _SPLIT_UP.search(self.caption):
            return []
        named = [i for i, name in enumerate(self.names) if _GRADE_NAMED.search(name)]
        money = [i for i in named if unit_in(self.heads[i]) or self.above or self._promises(i)]
        return money if len(money) > 1 else []

    def _in_words(self) -> list[int]:
        return [i for i, name in enumerate(self.names) if _PAID_WORDS.search(name) and self._promises(i)]

    def _promises(self, index: int) -> bool:
        """Whether half of the cells of a column hold a sum or a share."""
        cells = [row[index] for row in self.table.rows if row[index].end > row[index].start]
        kinds = [{f.kind for f in self.reading.figures.within(cell.start, cell.end)} for cell in cells]
        return bool(cells) and 2 * sum(bool(found & {"money", "share"}) for found in kinds) >= len(cells)

    def _is_split_up(self, paid: list[int]) -> bool:
        """Whether the table splits money up among places or projects, instead of promising it."""
        places = any(_PLACES.search(name) for name in self.names)
        if any(_STANDARD.search(self.names[i]) for i in paid):
            return places and any(_FUNDS.search(name) for i, name in enumerate(self.names) if i not in paid)
        return places or bool(_SPLIT_UP.search(self.caption))

    def _first(self, pattern: re.Pattern[str]) -> int | None:
        found = next((i for i, name in enumerate(self.names) if i not in self.taken and pattern.search(name)), None)
        if found is not None:
            self.taken.add(found)
        return found

    def _conditions(self) -> tuple[int, ...]:
        """The columns of conditions, and those whose cells are thresholds."""
        out = []
        for i, name in enumerate(self.names):
            if i not in self.taken and (_CONDITION.search(name) or self._is_thresholds(i)):
                out.append(i)
        return tuple(out)

    def _is_thresholds(self, index: int) -> bool:
        return holds_thresholds(self.reading, self.names[index], [row[index] for row in self.table.rows])

    def _first_words(self) -> int | None:
        """The first column that names something, where no name of a column says which (作物, 病种)."""
        for i, name in enumerate(self.names):
            words = [self.reading.folded[row[i].start : row[i].end].strip() for row in self.table.rows]
            if i not in self.taken and not _NO_NAME.search(name) and all(_WORDS.match(w) for w in words if w):
                return i
        return None

    def _paid_column(self, index: int, bound: bool) -> Paid:
        head, name = self.heads[index], self.names[index]
        match = _PAID.search(name)
        rest = BRACKET.sub("", name[match.end() :]).strip() if match else ""
        rest = name if _GRADE_NAMED.search(name) else rest
        payer = _PAYER.match(name)
        return Paid(
            index, unit_in(head) or (None if "%" in head else self.above), "%" in head,
            name if _PAID_NAMED.search(name) and not match else None,
            rest if re.fullmatch(r"[\u4e00-\u9fffA-Z\d]{2,10}", rest) else None, payer["p"] if payer else None, bound,
        )  # fmt: skip

    def _ceiling_per(self, index: int) -> str | None:
        head, unit = self.heads[index], unit_in(self.heads[index])
        match = _PER_HEAD.search(head)
        words = [match["n"] if match else (unit.per if unit else None), "年" if _YEARLY.search(head) else None]
        return "/".join(word for word in dict.fromkeys(words) if word) or None


def whole_name(rank: str, head: str) -> str:
    """B类 under 人才类别 → B类人才: the name of a rank's column says who is ranked."""
    ranked = _RANKED.match(re.sub(r"\([^()]*\)$", "", fold(head)))
    if not ranked or _NOT_RANKED.search(ranked["n"]) or not _RANK.fullmatch(fold(rank)):
        return rank
    return rank + ranked["n"]
