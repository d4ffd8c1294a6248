"""What a notice sets out to reach, who does it, and by when."""

from __future__ import annotations

from typing import ClassVar

from schemas.base import Extracted
from schemas.columns import column, optional
from schemas.vocabulary import Change, Comparator, DeadlineKind, Recurrence, Role, TaskForm, Theme


class Target(Extracted):
    """A figure that the issuing side sets out to reach."""

    TABLE: ClassVar[str] = "targets"
    LABEL: ClassVar[str] = "目标"

    indicator: str = column("指标", "What is counted or measured, without verb and figure")
    comparator: Comparator = column("比较", ">= 以上, > 超过, <= 以内, ~ 左右, = a bare figure")
    value: float = column("数值", "The figure, in units (not 万); a percentage as number of percent")
    value_high: float | None = optional("上限值", "Upper end of a range")
    unit: str | None = optional("单位", "个, 家, 元, %, 百分点, 公里, 人次 …; null for an index", facet=True)
    change: Change = column("变化", "total, increase (新增, 增长) or decrease (下降, 减少)")
    area: str | None = optional("地区", "The place that has to reach it", facet=True)
    adcode: str | None = optional("行政区划代码", "Its code, where it is a division", references="jurisdictions.adcode")
    each: str | None = optional("每", "What it is repeated for: 各县区, 每个行政村, 每年")
    due_on: str | None = optional("期限", "Last day of the time limit that governs it (ISO)")
    theme: Theme = column("主题", "Its subject", facet=True)
    indicator_code: str | None = optional("指标代码", "The harmonised indicator, for comparison", facet=True)


class Task(Extracted):
    """A stretch of a notice that units are charged with."""

    TABLE: ClassVar[str] = "tasks"
    LABEL: ClassVar[str] = "任务"

    text: str = column("任务", "The stretch of the text that units are charged with")
    form: TaskForm = column("形式", "How units are named: bracket, label lines, table, narrative", facet=True)
    due_on: str | None = optional("期限", "Last day of the time limit set for it (ISO)")


class Responsibility(Extracted):
    """One unit's part in one task."""

    TABLE: ClassVar[str] = "responsibilities"
    LABEL: ClassVar[str] = "责任"

    task_id: str = column("任务", "The task the unit is charged with", references="tasks.id")
    unit_text: str = column("单位（原文）", "The unit as written, without 等")
    organisation_id: str | None = optional("机构", "The one body it is", references="organisations.id")
    role: Role = column("角色", "lead 牵头, support 配合, responsible 责任单位", facet=True)


class Deadline(Extracted):
    """A time limit or period set for a duty, a target, a phase or an application."""

    TABLE: ClassVar[str] = "deadlines"
    LABEL: ClassVar[str] = "时限"

    kind: DeadlineKind = column("类型", "due, phase, recurring, relative or validity", facet=True)
    start_on: str | None = optional("开始", "First day (ISO); null where open")
    end_on: str | None = optional("截止", "Last day (ISO); null where open or relative")
    recurrence: Recurrence | None = optional("周期", "yearly, half-yearly, quarterly, monthly, weekly", facet=True)
    time_text: str = column("时间（原文）", "The time limit as written")
    applies_to: str = column("事项", "What is due then: the phase's name, the task's or target's words")
    target_id: str | None = optional("目标", "The target it belongs to", references="targets.id")
    task_id: str | None = optional("任务", "The task it belongs to", references="tasks.id")
