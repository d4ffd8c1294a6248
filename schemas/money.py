"""Money: what is promised to somebody, and what the government sets aside."""

from __future__ import annotations

from typing import ClassVar

from schemas.base import Extracted, Row
from schemas.columns import column, optional
from schemas.vocabulary import Frequency, Op, SubsidyKind, Theme


class Subsidy(Extracted):
    """Money, or relief in money's place, promised to somebody for something: a row for each amount or rate."""

    TABLE: ClassVar[str] = "subsidies"
    LABEL: ClassVar[str] = "补贴"

    beneficiary: str | None = optional("对象", "Who gets it; where only a facility or project is named, that")
    activity: str | None = optional("事由", "What for, short")
    kind: SubsidyKind = column("方式", "fixed amount, rate, tiered, full (全额) or unspecified", facet=True)
    amount_yuan: float | None = optional("金额", "Amount, upper end of a range", unit="元")
    amount_min_yuan: float | None = optional("金额下限", "Lower end of a range", unit="元")
    rate: float | None = optional("比例", "Share of the base as a fraction: 5% is 0.05")
    rate_min: float | None = optional("比例下限", "Lower end of a range of shares")
    base: str | None = optional("基数", "What the share is taken of: 设备投资额")
    per: str | None = optional("每", "What the amount is multiplied with: 单, 人/天, 平方米/月")
    upper_bound: int = column("为上限", "1 where the figure is a ceiling for itself (以内, 最高, 不超过)", default=0)
    cap_yuan: float | None = optional("封顶", "Ceiling on the whole, beside another figure", unit="元")
    cap_per: str | None = optional("封顶单位", "What the ceiling holds for: 户/年, 项目")
    instrument: str | None = optional("工具", "The word used: 奖励, 补助, 补贴, 奖补, 贴息 …", facet=True)
    frequency: Frequency | None = optional("频次", "once 一次性, yearly 每年, monthly 每月", facet=True)
    duration_years: float | None = optional("年限", "For how many years it is paid", unit="年")
    payer: str | None = optional("出资方", "The level or fund that pays, as written")
    stacks: int = column("叠加", "1 where it is paid on top of another (再给予, 在省级奖励的基础上)", default=0)
    theme: Theme = column("主题", "Its subject", facet=True)
    beneficiary_kind: str | None = optional("对象类别", "企业, 个人, 村, 镇, 县区, 网点, 园区 …", facet=True)
    grade: str | None = optional("级别", "国家级, 省级, 市级, 县级", facet=True)
    formula: str | None = optional("公式", "Executable expression (JSON) of the sum in yuan")
    formula_text: str | None = optional("公式（文字）", "The same for people: min(投资额 × 5%, 200万元)")


class SubsidyCondition(Row):
    """What must hold for a subsidy to be paid."""

    TABLE: ClassVar[str] = "subsidy_conditions"
    LABEL: ClassVar[str] = "补贴条件"
    KEY: ClassVar[tuple[str, ...]] = ("subsidy_id", "ordinal")

    subsidy_id: str = column("补贴", "The subsidy it belongs to", references="subsidies.id")
    ordinal: int = column("序", "Order among its conditions, from 1")
    variable: str | None = optional("变量", "What must have the value: 设备投资额; null where there is no figure")
    op: Op | None = optional("比较", ">=, >, <=, <, =")
    value: float | None = optional("数值", "The figure, in units")
    unit: str | None = optional("单位", "元, 平方米, 年 …")
    text: str = column("原文", "The words of the condition")


class SubsidyTier(Row):
    """A step of a tiered subsidy."""

    TABLE: ClassVar[str] = "subsidy_tiers"
    LABEL: ClassVar[str] = "补贴分档"
    KEY: ClassVar[tuple[str, ...]] = ("subsidy_id", "ordinal")

    subsidy_id: str = column("补贴", "The subsidy it belongs to", references="subsidies.id")
    ordinal: int = column("序", "Order of the step, from 1")
    variable: str = column("变量", "What decides the step: 年销售额")
    threshold: float = column("门槛", "Value of the variable from which the step holds")
    op: Op = column("比较", ">= or >; < or <= for the lowest step of 2亿元以下的…，2亿元以上的…")
    amount_yuan: float | None = optional("金额", "Amount of the step", unit="元")
    rate: float | None = optional("比例", "Share of the step, as a fraction")


class Budget(Extracted):
    """Public money set aside or split up."""

    TABLE: ClassVar[str] = "budgets"
    LABEL: ClassVar[str] = "资金安排"

    source: str | None = optional("来源", "中央财政, 县财政配套资金, 市财政; null if not said")
    item: str = column("用途", "What it is for")
    amount_yuan: float = column("金额", "The sum", unit="元")
    frequency: Frequency | None = optional("频次", "yearly, or null")
    is_total: int = column("合计", "1 where the row is a total or sub-total of other rows", default=0)
