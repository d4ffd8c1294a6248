"""The lines of tables of funds, told from the rows that were read from them: rows with one quote stand in one line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from schemas import Budget

_LINE_BREAK = 2
"""Characters between two lines of one table, at most: a tab of an empty first cell behind the line's end."""


def fund_tables(budgets: Sequence[Budget]) -> list[list[list[Budget]]]:
    """The tables with several sums a line: their lines, each with its rows in the order of the columns.

    Lines with fewer sums than the table's other lines are in none, since their columns are not known.
    """
    lines = [list(rows) for _, rows in groupby(budgets, key=lambda row: (row.start, row.end))]
    out: list[list[list[Budget]]] = []
    for line in lines:
        if len(line) < 2 or "\t" not in line[0].quote:
            continue
        if out and len(out[-1][-1]) == len(line) and not apart(out[-1][-1][0], line[0]):
            out[-1].append(line)
        else:
            out.append([line])
    return out


def apart(above: Budget, below: Budget) -> bool:
    """Whether one of two rows stands in a table and the other not in the line below it."""
    in_table = ["\t" in row.quote for row in (above, below)]
    return any(in_table) and (not all(in_table) or below.start > above.end + _LINE_BREAK)
