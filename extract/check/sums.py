"""Parts against totals: what is allotted to places, and sums of money with what they are made of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.check.fund_tables import apart, fund_tables
from extract.doubts import Doubt
from schemas import Budget, Target
from schemas.notice import Notice

_NEAR = 40
"""Characters between a total and the parts that follow it: 总计2500万元,其中…2000万元,…500万元."""
_LIKE_ENOUGH = 0.5


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


def _likeness(a: str, b: str) -> float:
    """Dice's coefficient over pairs of characters: 1 for the same words, 0 for none in common."""
    x, y = (Counter(pairwise(words)) for words in (_core(a), _core(b)))
    return 2 * sum((x & y).values()) / (sum(x.values()) + sum(y.values()) or 1)


def _allotments(targets: list[Target], area: str | None) -> Iterator[Doubt]:
    groups: dict[tuple[str, str | None], list[Target]] = defaultdict(list)
    totals: dict[str | None, list[Target]] = defaultdict(list)
    for target in targets:
        if target.each is not None or target.value_high is not None:
            continue
        if target.area != area:
            groups[target.indicator, target.unit].append(target)
        else:
            totals[target.unit].append(target)
    for (indicator, unit), parts in groups.items():
        if len(parts) > 1:
            yield from _against(indicator, parts, totals[unit])


def _against(indicator: str, parts: Sequence[Target], totals: Sequence[Target]) -> Iterator[Doubt]:
    """The parts of an indicator against the total that is worded like it; none where no total is."""
    total, unit = sum(part.value for part in parts), parts[0].unit or ""
    places = f"“{indicator}”分解到{len(parts)}个地区"
    same = [t for t in totals if _alike(t.indicator, indicator)]
    like = [t for t in totals if _likeness(t.indicator, indicator) >= _LIKE_ENOUGH and abs(t.value - total) < 1e-6]
    if not same and not like:
        return
    whole = min(same or like, key=lambda t: (abs(t.value - total), t.start))
    if abs(whole.value - total) < 1e-6 or like:
        whole = whole if abs(whole.value - total) < 1e-6 else like[0]
        yield Doubt("sum-matches", "info", f"{places}，合计{_amount(total, unit)}，与总目标一致", whole)
        return
    yield Doubt(
        "sum-mismatch", "warning",
        f"{places}，合计{_amount(total, unit)}，"
        f"与总目标{_amount(whole.value, unit)}（“{whole.quote[:30]}”）不一致，请核对",
        whole,
    )  # fmt: skip


def _funds(budgets: list[Budget]) -> Iterator[Doubt]:
    """A total of a table or sentence against the rows that it sums up: those before it, after it, or the totals."""
    gridded = {id(row) for table in fund_tables(budgets) for line in table for row in line}
    yield from _grids(budgets)
    single = [row for row in budgets if id(row) not in gridded]
    for i, total in enumerate(single):
        if total.is_total:
            parts = [rows for rows in (_before(single, i), _after(single, i)) if len(rows) > 1]
            first = [rows[:count] for rows in parts[-1:] for count in range(2, len(rows))]
            sub_totals = [row for row in budgets if row.is_total and row.start < total.start]
            yield from _compared(total, [*parts, *first, sub_totals], parts)


def _grids(budgets: list[Budget]) -> Iterator[Doubt]:
    """The totals of tables with several columns of sums: across a line, and down a column."""
    for table in fund_tables(budgets):
        begin = 0
        for n, line in enumerate(table):
            if not all(row.is_total for row in line):
                parts = [row for row in line if not row.is_total]
                for total in (row for row in line if row.is_total):
                    yield from _compared(total, [parts], [parts] if len(parts) > 1 else [])
                continue
            rows = table[begin:n] or table[n + 1 :]
            for column, total in enumerate(line):
                down = [row[column] for row in rows]
                totals = [above[column] for above in table[:n] if all(row.is_total for row in above)]
                yield from _compared(total, [down, totals], [down] if len(down) > 1 else [])
            begin = n + 1


def _compared(total: Budget, fitting: Sequence[Sequence[Budget]], parts: Sequence[Sequence[Budget]]) -> Iterator[Doubt]:
    """Whether any of the lists of rows adds up to the total; where none does, the first of `parts` is told."""
    found = next((rows for rows in fitting if len(rows) > 1 and abs(_sum(rows) - total.amount_yuan) < 0.5), None)
    if found:
        yield Doubt(
            "sum-matches", "info", f"“{total.item}”{_yuan(total.amount_yuan)}与其中{len(found)}项合计一致", total
        )
    elif parts:
        rows = parts[0]
        yield Doubt(
            "sum-mismatch", "warning",
            f"“{total.item}”为{_yuan(total.amount_yuan)}，其中{len(rows)}项合计{_yuan(_sum(rows))}，不一致，请核对",
            total,
        )  # fmt: skip


def _sum(rows: Sequence[Budget]) -> float:
    return sum(row.amount_yuan for row in rows)


def _before(budgets: list[Budget], i: int) -> list[Budget]:
    """The rows of the same source that stand before a total, back to the last total or the table's beginning."""
    out: list[Budget] = []
    below = budgets[i]
    for row in reversed(budgets[:i]):
        if row.is_total or row.source != budgets[i].source or apart(row, below):
            break
        out.append(row)
        below = row
    return out


def _after(budgets: list[Budget], i: int) -> list[Budget]:
    """The rows that follow a total in its own sentence: 总计2500万元,其中…."""
    out: list[Budget] = []
    end = budgets[i].end
    for row in budgets[i + 1 :]:
        if row.is_total or row.start > end + _NEAR:
            break
        out.append(row)
        end = row.end
    return out


def _amount(value: float, unit: str) -> str:
    """550 家, 2000万元."""
    return _yuan(value) if unit == "元" else f"{value:.10g}{unit}"


def _yuan(amount: float) -> str:
    """20000000 → 2000万元."""
    for size, name in ((1e8, "亿元"), (1e4, "万元")):
        if amount >= size:
            return f"{amount / size:.10g}{name}"
    return f"{amount:.10g}元"
