"""Makes the map of the home page from the geometry that Apache ECharts 4.9.0 carried (Apache License 2.0).

    npm pack echarts@4.9.0 && tar xzf echarts-4.9.0.tgz
    python scripts/china_map.py package publish/plugin

Writes static/china.svg (outlines of the provinces, and the dashes and islands of the South China Sea as ECharts draws
them) and places.csv (where each division of GB/T 2260 stands on it, in the units of the SVG). A prefecture, and a
district of a municipality, has the centre that ECharts gives it; a province that of its own.
"""

from __future__ import annotations

import csv
import json
import math
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

WIDTH = 800.0
_TOLERANCE = 0.9
"""How far, in units of the drawing, an outline may lie off its source."""
_PHI1, _PHI2, _LON0 = math.radians(25), math.radians(47), math.radians(105)
Point = tuple[float, float]


def project(lon: float, lat: float) -> Point:
    """Albers' equal-area conic with the parallels usual for China (25° and 47° N, meridian 105° E)."""
    n = (math.sin(_PHI1) + math.sin(_PHI2)) / 2
    c = math.cos(_PHI1) ** 2 + 2 * n * math.sin(_PHI1)
    rho, origin = (math.sqrt(c - 2 * n * math.sin(phi)) / n for phi in (math.radians(lat), math.radians(35)))
    theta = n * (math.radians(lon) - _LON0)
    return rho * math.sin(theta), rho * math.cos(theta) - origin


def decode(ring: str, offsets: list[int]) -> list[Point]:
    """A ring as ECharts writes it: differences, zigzag, in 1/1024 degree."""
    x, y = offsets
    points = []
    for i in range(0, len(ring), 2):
        dx, dy = ord(ring[i]) - 64, ord(ring[i + 1]) - 64
        x, y = x + ((dx >> 1) ^ -(dx & 1)), y + ((dy >> 1) ^ -(dy & 1))
        points.append((x / 1024, y / 1024))
    return points


def rings(geometry: dict[str, Any]) -> Iterator[list[Point]]:
    """The outer rings of a (multi)polygon in degrees."""
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    offsets = geometry["encodeOffsets"] if geometry["type"] == "MultiPolygon" else [geometry["encodeOffsets"]]
    for polygon, offset in zip(polygons, offsets, strict=True):
        yield decode(polygon[0], offset[0])


def middle(geometry: dict[str, Any]) -> Point:
    """The centre of gravity of the largest ring."""
    best: tuple[float, float, float] = (0.0, 0.0, 0.0)
    for ring in rings(geometry):
        area = x = y = 0.0
        for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True):
            cross = ax * by - bx * ay
            area, x, y = area + cross / 2, x + (ax + bx) * cross, y + (ay + by) * cross
        if abs(area) > abs(best[0]):
            best = (area, x / (6 * area), y / (6 * area))
    return best[1], best[2]


def thin(points: list[Point], tolerance: float) -> list[Point]:
    """Douglas and Peucker: the fewest of the points that stay within the tolerance."""
    if len(points) < 3:
        return points
    (ax, ay), (bx, by) = points[0], points[-1]
    length = math.hypot(bx - ax, by - ay)

    def off(point: Point) -> float:
        if length == 0:
            return math.hypot(point[0] - ax, point[1] - ay)
        return abs((bx - ax) * (ay - point[1]) - (ax - point[0]) * (by - ay)) / length

    far = max(range(1, len(points) - 1), key=lambda i: off(points[i]))
    if off(points[far]) <= tolerance:
        return [points[0], points[-1]]
    return thin(points[: far + 1], tolerance)[:-1] + thin(points[far:], tolerance)


class Sheet:
    """The drawing: degrees to units, the upper left corner at the north-western end of the outlines."""

    def __init__(self, features: list[dict[str, Any]]) -> None:
        spread = [project(*point) for feature in features for ring in rings(feature["geometry"]) for point in ring]
        self.left = min(x for x, _ in spread)
        self.low = min(y for _, y in spread)
        self.scale = WIDTH / (max(x for x, _ in spread) - self.left)
        self.height = (max(y for _, y in spread) - self.low) * self.scale

    def at(self, lon: float, lat: float) -> Point:
        """Where a place stands on the sheet."""
        x, y = project(lon, lat)
        return (x - self.left) * self.scale, (y - self.low) * self.scale

    def path(self, points: list[Point]) -> str:
        """SVG path data of an outline; nothing for one too small to see."""
        drawn = thin([self.at(*point) for point in points], _TOLERANCE)
        if len(drawn) < 4:
            return ""
        return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in drawn) + "Z"


def main(package: Path, out: Path) -> None:
    """Writes both files."""
    country = json.loads((package / "map/json/china.json").read_text(encoding="utf-8"))
    features = [feature for feature in country["features"] if feature["properties"]["name"] != "南海诸岛"]
    sheet = Sheet(features)
    outlines = []
    centres: dict[str, Point] = {}
    for feature in features:
        code, name = feature["properties"]["id"], feature["properties"]["name"]
        data = "".join(sheet.path(ring) for ring in rings(feature["geometry"]))
        outlines.append(f'<path id="p{code}" d="{data}"><title>{name}</title></path>')
        centres[code] = tuple(feature["properties"]["cp"])
    sea = (package / "lib/coord/geo/fix/nanhai.js").read_text(encoding="utf-8")
    points = re.search(r"var points = (\[.*?\]);", sea, re.S)
    assert points
    for line in json.loads(points[1]):  # the inset, as ECharts draws it, at the lower right
        inset = [(WIDTH - 40 + x * 1.5, sheet.height - 146 + y * 1.5) for x, y in line]
        outlines.append(f'<path class="sea" d="M{"L".join(f"{x:.1f} {y:.1f}" for x, y in inset)}Z"/>')
    for path in sorted((package / "map/json/province").glob("*.json")):
        for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
            code = str(feature.get("id") or feature["properties"].get("id"))
            if re.fullmatch(r"\d{6}", code):
                centres.setdefault(code, tuple(feature["properties"].get("cp") or middle(feature["geometry"])))
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH + 60:.0f} {sheet.height:.0f}">'
        "<!-- From Apache ECharts 4.9.0, Apache License 2.0; made by scripts/china_map.py -->"
        f'<g id="china">{"".join(outlines)}</g></svg>\n'
    )
    (out / "static/china.svg").write_text(svg, encoding="utf-8")
    with (out / "places.csv").open("w", encoding="utf-8", newline="") as file:
        file.write("# Where divisions stand on static/china.svg. Source: Apache ECharts 4.9.0 (Apache License 2.0), ")
        file.write("by scripts/china_map.py\n")
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["adcode", "x", "y"])
        for code, (lon, lat) in sorted(centres.items()):
            x, y = sheet.at(lon, lat)
            writer.writerow([code, f"{x:.1f}", f"{y:.1f}"])


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
