"""What the annotation layer finds: figures, periods, places, organisations, as plain values with offsets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

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
class Period:
    """A time expression. Dates are None where the words leave them to the context (年底前, 10月底).

    form: `day` a day or last day (2019年12月31日前, 到2020年底, 年底前), `span` from–to (2018年3月—2019年5月),
    `every` a recurrence (每年, 按季度), `within` a relative limit (三年内, 30日内), `named` a named period
    (十四五期间, 近期), `from` a start (自2024年1月1日起).
    `month`/`day` are given where the year is to be inherited; `limit` is True where the words set a limit (前, 底, 内, 到…).
    """

    start: int
    end: int
    form: str
    text: str
    first: date | None = None
    last: date | None = None
    month: int | None = None
    day: int | None = None
    limit: bool = False
    recurrence: Recurrence | None = None


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place as named in the text, resolved within the issuer's place; adcode None for one that is no division."""

    start: int
    end: int
    text: str
    full_name: str
    adcode: str | None


@dataclass(frozen=True, slots=True)
class UnitName:
    """A body as named in the text (市商务局, 各县区政府); `group` for one that is several (各…, 有关部门)."""

    start: int
    end: int
    text: str
    group: bool
