"""Looking up which of many ranges of a text hold or touch a place, without walking all of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate
from typing import Generic, TypeVar

V = TypeVar("V")


class Ranges(Generic[V]):
    """Ranges start:end with a value each; they may overlap and nest."""

    def __init__(self, ranges: Iterable[tuple[int, int, V]]) -> None:
        self._ranges = sorted(ranges, key=lambda item: (item[0], item[1]))
        self._starts = [start for start, _, _ in self._ranges]
        self._furthest = list(accumulate((end for _, end, _ in self._ranges), max))

    def touching(self, start: int, end: int) -> V | None:
        """The value of the first range that shares a character with start:end, or None."""
        found: V | None = None
        for i in range(bisect_left(self._starts, end) - 1, -1, -1):
            if self._furthest[i] <= start:
                break
            if self._ranges[i][1] > start:
                found = self._ranges[i][2]
        return found

    def holding(self, offset: int) -> V | None:
        """The value of the first range that holds the offset, or None."""
        return self.touching(offset, offset + 1)
