"""Ranges: what holds or touches a place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extract.spans import Ranges

ranges = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 25)).map(lambda p: (p[0], p[0] + p[1])), max_size=12)


@given(ranges, st.integers(0, 90), st.integers(1, 9))
def test_touching_is_what_walking_all_of_them_finds(spans: list[tuple[int, int]], start: int, length: int) -> None:
    found = Ranges((a, b, (a, b)) for a, b in spans).touching(start, start + length)
    touching = [(a, b) for a, b in sorted(spans) if a < start + length and b > start]
    assert found == (touching[0] if touching else None)


def test_holding_takes_the_end_as_outside() -> None:
    spans = Ranges([(2, 5, "x")])
    assert [spans.holding(offset) for offset in (1, 2, 4, 5)] == [None, "x", "x", None]
