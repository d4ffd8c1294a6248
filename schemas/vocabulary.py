"""The closed vocabularies: every value that a coded column may hold."""

from __future__ import annotations

from typing import Literal

Script = Literal["hans", "hant"]
Status = Literal["issued", "draft"]
Origin = Literal["extracted", "corrected", "added"]
Comparator = Literal[">=", ">", "<=", "<", "=", "~"]
Op = Literal[">=", ">", "<=", "<", "="]
Change = Literal["total", "increase", "decrease"]
TaskForm = Literal["bracket", "label", "table", "narrative"]
Role = Literal["lead", "support", "responsible"]
DeadlineKind = Literal["due", "phase", "recurring", "relative", "validity"]
Recurrence = Literal["yearly", "half-yearly", "quarterly", "monthly", "weekly"]
Frequency = Literal["once", "yearly", "half-yearly", "quarterly", "monthly"]
SubsidyKind = Literal["fixed", "rate", "tiered", "full", "unspecified"]
QuantityKind = Literal["money", "share", "count", "date", "duration", "length", "area", "other"]
CheckLevel = Literal["info", "warning", "error"]
DivisionLevel = Literal["province", "prefecture", "county"]
Theme = Literal[
    "service_system", "logistics", "warehousing", "cold_chain", "park", "demonstration", "enterprise", "sales",
    "brand", "training", "entrepreneurship", "cross_border", "livestream", "poverty_relief", "supply_chain",
    "transport", "network", "retail", "finance", "rent", "promotion", "innovation", "agriculture", "industry",
    "tourism", "public_service", "environment", "platform_data", "governance", "investment", "other",
]  # fmt: skip
