"""The formula of a promise: an expression of the sum in yuan, and what must hold for it to be paid.

`subsidies.formula` holds a `Formula` as JSON. Its values are worked out in `schemas.formula_value`, its words and its
LaTeX in `schemas.formula_words`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from schemas.vocabulary import Op


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Yuan(_Part):
    """A sum of money; `low` is the lower end of a range (10—50万元)."""

    op: Literal["yuan"] = "yuan"
    value: float = Field(ge=0)
    low: float | None = Field(default=None, ge=0)

    @model_validator(mode="after")
    def _in_order(self) -> Yuan:
        if self.low is not None and self.low > self.value:
            raise ValueError(f"range of money runs backwards: {self.low:g} > {self.value:g} yuan; give low ≤ value")
        return self


class Var(_Part):
    """A figure that the applicant knows: 设备投资额 (元), 快递单量 (单).

    `words` are the notice's own where they differ; `part_of` names the wider figure that may stand in for it;
    `default` is what is taken where the applicant says nothing (a person is one person).
    """

    op: Literal["var"] = "var"
    name: str = Field(min_length=1)
    unit: str | None = None
    words: str | None = None
    part_of: str | None = None
    default: float | None = None


class Share(_Part):
    """A share of something, as a fraction; `low` is the lower end of a range (5—10%)."""

    op: Literal["share"] = "share"
    of: Expression
    rate: float = Field(ge=0)
    low: float | None = Field(default=None, ge=0)

    @model_validator(mode="after")
    def _in_order(self) -> Share:
        if self.low is not None and self.low > self.rate:
            raise ValueError(f"range of shares runs backwards: {self.low:g} > {self.rate:g}; give low ≤ rate")
        return self


class Times(_Part):
    """A product: what is counted, and the sum for each of it (租赁面积 × 15元)."""

    op: Literal["times"] = "times"
    args: tuple[Expression, ...] = Field(min_length=2)


class Full(_Part):
    """How many full steps fit: 每增加30件 is floor(件数 / 30)."""

    op: Literal["full"] = "full"
    of: Var
    by: float = Field(gt=0)


class Sum(_Part):
    """What is added up."""

    op: Literal["sum"] = "sum"
    args: tuple[Expression, ...] = Field(min_length=1)


class Least(_Part):
    """The least of several: a share, but no more than a sum."""

    op: Literal["min"] = "min"
    args: tuple[Expression, ...] = Field(min_length=1)


class Most(_Part):
    """The most of several (就高不就低)."""

    op: Literal["max"] = "max"
    args: tuple[Expression, ...] = Field(min_length=1)


class Step(_Part):
    """A step of tiers: from which value of the variable on it holds, and what it then gives."""

    op: Literal[">=", ">"]
    start: float = Field(alias="from")
    then: Expression

    @classmethod
    def at(cls, start: float, then: Expression, above: bool = False) -> Step:
        """The step that begins at `start`, or just above it."""
        return cls.model_validate({"op": ">" if above else ">=", "from": start, "then": then})


class Tiers(_Part):
    """The highest step that the variable reaches; with `slices`, each step's share of the part above it (超过部分)."""

    op: Literal["tiers"] = "tiers"
    var: Var
    steps: tuple[Step, ...] = Field(min_length=1)
    slices: bool = False

    @model_validator(mode="after")
    def _in_order(self) -> Tiers:
        starts = [step.start for step in self.steps]
        if starts != sorted(starts) or len(set(starts)) < len(starts):
            raise ValueError(f"steps of {self.var.name} must rise: {', '.join(f'{s:g}' for s in starts)}")
        if self.slices and not all(isinstance(step.then, Share) for step in self.steps):
            raise ValueError(f"slices of {self.var.name} need a share in each step")
        return self


class Cap(_Part):
    """A ceiling in yuan. `per` is what it holds for beside the applicant (项目, 年); `shared` joins promises."""

    op: Literal["cap"] = "cap"
    of: Expression
    yuan: float = Field(ge=0)
    per: tuple[str, ...] = ()
    shared: str | None = None


class Years(_Part):
    """What is paid again for up to `count` years or months (连续补助3年)."""

    op: Literal["years"] = "years"
    of: Expression
    count: float = Field(gt=0)
    unit: Literal["年", "月"] = "年"


Expression = Annotated[
    Yuan | Var | Share | Times | Full | Sum | Least | Most | Tiers | Cap | Years, Field(discriminator="op")
]
"""What gives a number when the applicant's figures are known."""


class Need(_Part):
    """What must hold for a promise: 设备投资额 >= 2000000, with the notice's words. `either`: or the one before."""

    var: Var
    op: Op
    value: float
    words: str
    either: bool = False


class Formula(_Part):
    """What a promise pays, when, and how sure: `at_most` where the notice gives only the ceiling (以内, 最高).

    `period` says for which time the sum is, where it is paid again and the notice gives no end (每月, 每年).
    """

    pays: Expression
    needs: tuple[Need, ...] = ()
    at_most: bool = False
    period: Literal["月", "年"] | None = None

    def as_json(self) -> str:
        """Compact JSON, without what is empty."""
        return self.model_dump_json(by_alias=True, exclude_none=True)

    def variables(self) -> list[Var]:
        """Every variable of the sum and of the needs, once, the needs first."""
        found = [need.var for need in self.needs] + [node for node in walk(self.pays) if isinstance(node, Var)]
        return list({var.name: var for var in found}.values())


for _model in (Share, Times, Sum, Least, Most, Step, Tiers, Cap, Years, Formula):
    _model.model_rebuild()


def walk(node: Expression) -> Iterator[Expression]:
    """The node and all below it."""
    yield node
    for child in children(node):
        yield from walk(child)


def children(node: Expression) -> tuple[Expression, ...]:
    """What stands directly below the node."""
    match node:
        case Times() | Sum() | Least() | Most():
            return node.args
        case Share() | Cap() | Years() | Full():
            return (node.of,)
        case Tiers():
            return (node.var, *(step.then for step in node.steps))
    return ()
