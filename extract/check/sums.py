"""Parts against totals: what is allotted to places, and the rows of a table of funds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from extract.doubts import Doubt
from schemas import Budget, Target
from schemas.notice import Notice


def sum_doubts(notice: Notice) -> Iterator[Doubt]:
    """A check for each total that its parts do or do not add up to."""
    yield from _allotments(notice.targets, notice.document.area)
    yield from _funds(notice.budgets)


def _core(indicator: str) -> str:
    return "".join(char for char in indicator if "\u4e00" <= char <= "\u9fff")


def _alike(a: str, b: str) -> bool:
    """Whether two indicators mean the same: one holds the other's last words."""
    a, b = _core(a), _core(b)
    short, long = sorted((a, b), key=len)
    tail = short[-4:]
    return len(short) >= 2 and (short in long or (len(tail) == 4 and long.endswith(tail)))


def _allotments(targets: list[Target], area: str | None) -> Iterator[Doubt]:
    groups: dict[tuple[str, str | None], list[Target]] = defaultdict(list)
    for target in targets:
        if target.area != area and target.each is None:
            groups[target.indicator, target.unit].append(target)
    for (indicator, unit), parts in groups.items():
        total = sum(part.value for part in parts)
        wholes = [
            t for t in targets
            if t.area == area and t.each is None and t.unit == unit and t.value_high is None and _alike(t.indicator, indicator)
        ]  # fmt: skip
        if len(parts) < 2 or not wholes:
            continue
        whole = min(wholes, key=lambda t: (abs(t.value - total), t.start))
        if abs(whole.value - total) > 1e-6:
            yield Doubt(
                "sum-mismatch", "warning",
                f"“{indicator}”分解到{len(parts)}个地区合计{total:g}{unit or ''}，与总目标{whole.value:g}{unit or ''}"
                f"（“{whole.quote[:30]}”）不一致，请核对", whole,
            )  # fmt: skip
        else:
            yield Doubt(
                "sum-matches",
                "info",
                f"“{indicator}”分解到{len(parts)}个地区，合计{total:g}{unit or ''}，与总目标一致",
                whole,
            )


def _funds(budgets: list[Budget]) -> Iterator[Doubt]:
    """A total row of a table or list of funds against the rows of the same source before it."""
    for i, total in enumerate(budgets):
        if not total.is_total:
            continue
        parts: list[Budget] = []
        for row in reversed(budgets[:i]):
            if row.is_total or row.source != total.source:
                break
            parts.append(row)
        if len(parts) < 2:
            continue
        said = sum(part.amount_yuan for part in parts)
        if abs(said - total.amount_yuan) > 0.5:
            yield Doubt(
                "sum-mismatch", "warning",
                f"“{total.item}”为{total.amount_yuan:g}元，其上{len(parts)}项合计{said:g}元，不一致，请核对", total,
            )  # fmt: skip
        else:
            yield Doubt(
                "sum-matches", "info", f"“{total.item}”{total.amount_yuan:g}元与其上{len(parts)}项合计一致", total
            )
