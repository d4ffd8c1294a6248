"""What the annotation layer finds: figures, periods, places, organisations, as plain values with offsets."""

from __future__ import annotations

from bisect import bisect_left
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple, Protocol, TypeVar

from schemas.vocabulary import QuantityKind, Recurrence


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit. `start:end` is number and unit; `scope` takes in the words that compare it.

    value and high are in units (12万人次 → 120000 人次, 5% → 5 %). `op` is what the words about it say
    (以上 >=, 超过 >, 以内 <=, 左右 ~), None for a bare figure. `ceiling` is True where op came from a word of
    ceiling (以内, 最高, 不超过, 封顶).
    """

    start: int
    end: int
    kind: QuantityKind
    value: float
    high: float | None
    unit: str | None
    op: str | None
    scope: tuple[int, int]
    text: str

    @property
    def ceiling(self) -> bool:
        return self.op in ("<=", "<")


@dataclass(frozen=True, slots=True)
class Moment:
    """A year, a part of one, a month, a day, as its words give it; `first` and `last` need a year.

    `shift` counts from the year of the context where the words name none (今年 0, 明年 1). `months` and `days` are
    the first and the last that the words take in (上半年 → months 1–6); None for the whole. A last day 0 is the
    last of its month.
    """

    year: int | None
    shift: int = 0
    months: tuple[int, int] | None = None
    days: tuple[int, int] | None = None

    def first(self, year: int | None = None) -> date | None:
        """The first day it takes in; `year` is that of the context."""
        known = self._year(year)
        return date(known, (self.months or (1, 12))[0], (self.days or (1, 1))[0]) if known else None

    def last(self, year: int | None = None) -> date | None:
        """The last day it takes in; `year` is that of the context."""
        known = self._year(year)
        if not known:
            return None
        month = (self.months or (1, 12))[1]
        return date(known, month, (self.days and self.days[1]) or monthrange(known, month)[1])

    def _year(self, year: int | None) -> int | None:
        return self.year or (year + self.shift if year else None)


@dataclass(frozen=True, slots=True)
class Period:
    """A time expression, from the words that set the limit (到, 自) to those that close it (前, 底, 内, 起).

    form: `day` a day, or a year, half, quarter or month for its last day (2019年12月31日前, 到2020年底, 年底前);
    `span` from–to (2018年3月—2019年5月); `every` a recurrence (每年, 按季度, 每年3月底前); `within` a relative limit
    (三年内, 收到之日起30日内); `named` a named period (十四五期间 with dates, 近期 without); `from` a start
    (自2024年1月1日起, 自印发之日起: without a moment); `term` how long something is to last (公示|5个工作日);
    `lasts` a term of validity (有效期3年, 有效期至2026年12月31日).

    `opens` and `closes` are the moments it runs from and to; a `day` has both in `closes`. `limit` is True where the
    words set a limit (前, 底, 内, 到 …). `amount` and `unit` (年, 月, 周, 日, 工作日, 小时) measure a `within` or a
    `lasts`.
    """

    start: int
    end: int
    form: str
    text: str
    opens: Moment | None = None
    closes: Moment | None = None
    limit: bool = False
    recurrence: Recurrence | None = None
    amount: float | None = None
    unit: str | None = None

    @property
    def first(self) -> date | None:
        """First day, where the words alone give it."""
        return self.first_in(None)

    @property
    def last(self) -> date | None:
        """Last day, where the words alone give it."""
        return self.last_in(None)

    def first_in(self, year: int | None) -> date | None:
        """First day, `year` being that which the context gives."""
        moment = self.opens or (self.closes if self.form == "day" else None)
        return moment.first(year) if moment else None

    def last_in(self, year: int | None) -> date | None:
        """Last day, `year` being that which the context gives."""
        return self.closes.last(year) if self.closes else None


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place as named in the text, resolved within the issuer's place; adcode None for one that is no division."""

    start: int
    end: int
    text: str
    full_name: str
    adcode: str | None


class UnitName(NamedTuple):
    """A body as named in the text (市商务局, 各县区政府); `group` for one that is several (各…, 有关部门).

    `head` is what it shares with a later one of its list (市发展改革、商务部门: 部门), so that text + head is its name.
    """

    start: int
    end: int
    text: str
    group: bool
    head: str = ""


class _Ranged(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


V = TypeVar("V", bound=_Ranged)


class Found(list[V]):
    """What was found in a text, in order of `start`; not to be added to."""

    @cached_property
    def _starts(self) -> list[int]:
        return [value.start for value in self]

    def within(self, start: int, end: int) -> Found[V]:
        """Those that stand in start:end."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end, first)
        return Found([value for value in self[first:last] if value.end <= end]) if first < last else _NOTHING


_NOTHING: Found[Any] = Found()
