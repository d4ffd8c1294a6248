"""The places that have notices, as dots on a map that needs no network, and as a list."""

from __future__ import annotations

import csv
import re
import sqlite3
from functools import cache
from importlib.resources import files
from typing import NamedTuple

_PLACES = """select d.adcode, coalesce(d.area, d.title, d.id) as name, count(*) as notices, j.parent_adcode, j.level
from documents d left join jurisdictions j on j.adcode = d.adcode group by d.adcode, coalesce(d.area, d.title, d.id)
order by d.adcode is null, d.adcode"""
_PROVINCES = "select adcode, full_name from jurisdictions where level = 'province'"
_SIZE = re.compile(r'viewBox="0 0 (\d+) (\d+)"')


class Place(NamedTuple):
    """A place with notices; `at` is where it stands on the map (a county where its prefecture does)."""

    key: str
    name: str
    notices: int
    at: tuple[float, float] | None


class Dot(NamedTuple):
    """The places that stand at one point of the map."""

    x: float
    y: float
    radius: float
    name: str
    notices: int
    href_key: str


@cache
def _points() -> dict[str, tuple[float, float]]:
    lines = (files("publish.plugin") / "places.csv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    return {row["adcode"]: (float(row["x"]), float(row["y"])) for row in rows}


@cache
def size() -> tuple[int, int]:
    """Width and height of the map in its own units."""
    found = _SIZE.search((files("publish.plugin") / "static" / "china.svg").read_text(encoding="utf-8")[:300])
    assert found, "static/china.svg has no size"
    return int(found[1]), int(found[2])


def places(conn: sqlite3.Connection) -> list[tuple[str, list[Place]]]:
    """The places with notices by province; those without a code last, under an empty name."""
    provinces = dict(conn.execute(_PROVINCES).fetchall())
    found: dict[str, list[Place]] = {}
    for adcode, name, notices, parent, _level in conn.execute(_PLACES):
        points = _points()
        prefecture = f"{adcode[:4]}00" if adcode else ""
        at = (
            points.get(adcode)
            or points.get(parent)
            or points.get(prefecture)
            or points.get(f"{(adcode or '')[:2]}0000")
        )
        province = provinces.get(f"{adcode[:2]}0000", "") if adcode else ""
        found.setdefault(province, []).append(Place(adcode or name, name, notices, at))
    return sorted(found.items(), key=lambda group: not group[0])


def dots(groups: list[tuple[str, list[Place]]]) -> list[Dot]:
    """The dots of the map: places that stand at one point are one dot, the larger the more notices."""
    at: dict[tuple[float, float], list[Place]] = {}
    for _, found in groups:
        for place in found:
            if place.at:
                at.setdefault(place.at, []).append(place)
    out = []
    for (x, y), here in at.items():
        notices = sum(place.notices for place in here)
        name = "、".join(place.name for place in here[:4]) + (f" 等{len(here)}地" if len(here) > 4 else "")
        out.append(Dot(x, y, min(5 + 1.6 * notices**0.5, 16), name, notices, here[0].key))
    return sorted(out, key=lambda dot: -dot.radius)
