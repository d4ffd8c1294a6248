"""How fast the pages of the site are with many notices in the database.

    python benchmarks/site.py [--notices 1000] [--db FILE] [--limit 100]

The corpus is made from the five notices of corpus/notices: each copy bears the name of another place of the same level
(with that place's counties for the counties named), another number, and its sums and counts times a factor between a
half and five. The copies are then read and written by the ordinary `zhengce build`, so that every row is one that the
program made. With --db the database is kept, and used again if it holds that many notices.

Each page is asked for eleven times over Datasette's own client, without a network between. Printed are the first
answer and the median of the other ten in milliseconds; the exit status is 1 if a median is above --limit.
"""

from __future__ import annotations

import asyncio
import random
import re
import sqlite3
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import click
from datasette.app import Datasette

from extract.lexicon.divisions import Division, Gazetteer, gazetteer
from publish.cli import main as zhengce
from publish.cli.serving import SETTINGS

CORPUS = Path(__file__).parent.parent / "corpus" / "notices"
_FACTORS = (0.5, 0.8, 1.2, 1.5, 2, 2.5, 3, 4, 5)
_FIGURE = re.compile(r"(?<![\d.〔（(第])(\d+(?:\.\d+)?)(?=[余多]?[万亿]?(?:元|个|家|名|人|单|平方米|吨))")
"""The sums and counts of a notice (200万元, 550个), not its years, shares and ordinals."""
_NUMBER = re.compile(r"(?<=〔20\d\d〕)\d+(?=号)")
_PLACES = ("六安市", "西安市", "天长市", "安溪县", "叶集区")


def copies(count: int) -> dict[str, str]:
    """File name → text of that many notices: the five as they are, then copies of them in turn."""
    chance = random.Random(2024)
    divisions = gazetteer()
    originals = [
        (next(place for place in _PLACES if place in text), text)
        for text in (path.read_text(encoding="utf-8") for path in sorted(CORPUS.glob("*.txt")))
    ]
    texts = {f"{i:04}.txt": text for i, (_, text) in enumerate(originals)}
    bearers = {place: _bearers(divisions, place, chance) for place, _ in originals}
    for i in range(len(originals), count):
        place, text = originals[i % len(originals)]
        own = divisions.by_full[place][0]
        other = bearers[place][(i // len(originals)) % len(bearers[place])]
        factor = chance.choice(_FACTORS)
        moved = _moved(text, own, other, divisions)
        varied = _FIGURE.sub(lambda match, by=factor: f"{float(match[1]) * by:.6g}", moved)
        texts[f"{i:04}.txt"] = _NUMBER.sub(lambda match, n=i: str(int(match[0]) + n), varied)
    return texts


def _bearers(divisions: Gazetteer, place: str, chance: random.Random) -> list[Division]:
    """The places that may stand for it: of its level, with as long a name, in another order each."""
    level = divisions.by_full[place][0].level
    found = [
        division
        for division in divisions.by_code.values()
        if division.level == level and division.parent and len(division.full_name) == len(place)
        and division.full_name != place
    ]  # fmt: skip
    chance.shuffle(found)
    return found


def _moved(text: str, own: Division, other: Division, divisions: Gazetteer) -> str:
    """The text with the other place's name, its counties' names, and its superior's."""
    names = {own.full_name: other.full_name, own.name: other.name}
    for old, new in zip(divisions.children[own.adcode], divisions.children[other.adcode], strict=False):
        names |= {old.full_name: new.full_name, old.name: new.name}
    if own.parent and other.parent:
        old, new = divisions.by_code[own.parent], divisions.by_code[other.parent]
        names |= {old.full_name: new.full_name}
    pattern = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.sub(pattern, lambda match: names[match[0]], text)


def build(count: int, path: Path) -> None:
    """The database of the copies, unless it stands already."""
    if path.exists():
        with sqlite3.connect(path) as connection:
            if connection.execute("select count(*) from documents").fetchone()[0] >= count * 0.99:
                return
    with tempfile.TemporaryDirectory() as folder:
        for name, text in copies(count).items():
            (Path(folder) / name).write_text(text, encoding="utf-8")
        zhengce.main(["build", folder, "--db", str(path)], standalone_mode=False)


def pages(path: Path) -> dict[str, str]:
    """What is measured: name → address. Places, offices and notices are those with the most in them."""
    with sqlite3.connect(path) as connection:
        document = connection.execute("select document_id from targets group by 1 order by count(*) desc").fetchone()[0]
        places = [
            row[0]
            for row in connection.execute(
                "select d.adcode from subsidies s join documents d on d.id = s.document_id where d.adcode is not null"
                " group by 1 order by count(*) desc limit 8"
            )
        ]
    name = quote(path.stem)
    eight = [("place", place) for place in places]
    facts = {"对象": "企业", "快递单量": "30000", "年网络销售额": "600万元", "设备投资额": "300万元"}
    return {
        "home": "/",
        "search, a common word": f"/{name}/-/find?q={quote('电商')}",
        "search, two words": f"/{name}/-/find?q={quote('电商 奖励')}",
        "notice": f"/{name}/-/notice/{quote(document)}",
        "compare, as it opens": f"/{name}/-/compare",
        "compare subsidies, 8 places": f"/{name}/-/compare?{urlencode([('table', 'subsidies'), *eight])}",
        "compare targets, 8 places": f"/{name}/-/compare?{urlencode([('table', 'targets'), *eight])}",
        "compare duties, 8 places": f"/{name}/-/compare?{urlencode([('table', 'responsibilities'), *eight])}",
        "compare deadlines, 8 places": f"/{name}/-/compare?{urlencode([('table', 'deadlines'), *eight])}",
        "calculate, empty": f"/{name}/-/calculate",
        "calculate": f"/{name}/-/calculate?{urlencode(facts)}",
        "calculate, other facts each time": f"/{name}/-/calculate?{urlencode(facts)}&{quote('租赁面积')}={{run}}00",
        "calendar": f"/{name}/-/calendar",
        "calendar, commerce offices": f"/{name}/-/calendar?{urlencode({'function': '商务'})}",
        "calendar feed, one place": f"/{name}/-/calendar.ics?place={places[0]}",
        "offices": f"/{name}/-/office",
        "office, commerce": f"/{name}/-/office?{urlencode({'function': '商务'})}",
        "quality": f"/{name}/-/quality",
    }


async def measure(path: Path, runs: int) -> list[tuple[str, float, float, int]]:
    """For each page: name, first answer and median in milliseconds, bytes."""
    datasette = Datasette([str(path)], settings=SETTINGS)
    await datasette.invoke_startup()
    await datasette.client.get("/-/versions.json")
    found = []
    for name, address in pages(path).items():
        times, size = [], 0
        for run in range(1, runs + 2):
            start = time.perf_counter()
            answer: Any = await datasette.client.get(address.replace("{run}", str(run)))
            times.append(1000 * (time.perf_counter() - start))
            if answer.status_code != 200:
                raise click.ClickException(f"{address}: {answer.status_code}")
            size = len(answer.content)
        found.append((name, times[0], statistics.median(times[1:]), size))
    return found


@click.command()
@click.option("--notices", default=1000, show_default=True, type=click.IntRange(10))
@click.option("--db", type=click.Path(dir_okay=False, path_type=Path), help="Where the database is kept.")
@click.option("--runs", default=10, show_default=True, type=click.IntRange(1))
@click.option("--limit", default=100.0, show_default=True, help="Milliseconds that no median may exceed.")
def main(notices: int, db: Path | None, runs: int, limit: float) -> None:
    """Measure the pages of the site with many notices in the database."""
    with tempfile.TemporaryDirectory() as folder:
        path = db or Path(folder) / "many.db"
        build(notices, path)
        rows = asyncio.run(measure(path, runs))
    width = max(len(name) for name, *_ in rows)
    click.echo(f"{'page':{width}}  first ms  median ms       kB")
    for name, first, median, size in rows:
        mark = "  over the limit" if median > limit else ""
        click.echo(f"{name:{width}}  {first:8.1f}  {median:9.1f}  {size / 1024:7.1f}{mark}")
    sys.exit(any(median > limit for _, _, median, _ in rows))


if __name__ == "__main__":
    main()
