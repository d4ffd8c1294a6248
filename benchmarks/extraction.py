"""How long extraction takes, stage by stage, against jieba's segmentation of the same text in the same run.

    python benchmarks/extraction.py [FOLDER] [--copies 1 10 100] [--characters 2000000] [--runs 9]

Prints, for each notice of FOLDER (default corpus/notices), the CPU milliseconds of each stage, then outline, annotate
and interpret (extraction of clean text) against jieba, then the same for N copies of the longest notice one after the
other and for one text of that many characters. Every round runs all stages in turn and the best round of each counts;
ratios are what to quote, since machines differ.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import jieba

from extract.annotate.pipeline import annotate, pipeline
from extract.annotate.words import tagged
from extract.clean import clean
from extract.notice import interpret
from extract.outline import lay_out
from extract.read import read
from extract.read.source import Source

STAGES = ("read", "clean", "outline", "annotate", "interpret")
NOW = datetime(2024, 1, 1, tzinfo=UTC)


def timed(spent: dict[str, float], stage: str, action: Callable[[], Any]) -> Any:
    """What the action gives; keeps in `spent` the fewest CPU seconds that the stage has taken so far."""
    start = time.process_time()
    result = action()
    spent[stage] = min(spent.get(stage, float("inf")), time.process_time() - start)
    return result


def one_round(source: Source, spent: dict[str, float]) -> None:
    """Every stage once, jieba among them, so that a slow moment of the machine hits all alike."""
    tagged.cache_clear()  # what one round has learnt of words must not help the next
    cleaned = timed(spent, "clean", lambda: clean(source))
    outline = timed(spent, "outline", lambda: lay_out(cleaned, source))
    reading = timed(spent, "annotate", lambda: annotate(cleaned.text, outline))
    timed(spent, "interpret", lambda: interpret(reading, cleaned, source, NOW))
    timed(spent, "jieba", lambda: sum(1 for _ in jieba.cut(cleaned.text)))


def of_text(text: str, runs: int) -> dict[str, float]:
    """Seconds of each stage for a text that is read already, and of jieba on the clean text."""
    source = Source("copies.txt", "0" * 64, len(text), "txt", text)
    spent: dict[str, float] = {}
    for _ in range(runs):
        one_round(source, spent)
    return spent


def line(name: str, characters: int, spent: dict[str, float]) -> str:
    """A row of the printed table: milliseconds a stage, and extraction of the clean text against jieba."""
    own = sum(spent[stage] for stage in ("outline", "annotate", "interpret"))
    cells = " ".join(f"{1000 * spent.get(stage, 0.0):9.1f}" for stage in STAGES)
    return f"{name[:28]:28} {characters:9} {cells} {1000 * spent['jieba']:9.1f} {own / spent['jieba']:7.2f}"


def main() -> None:
    """Runs the benchmark and prints its table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("corpus/notices"))
    parser.add_argument("--copies", nargs="*", type=int, default=[1, 10, 100])
    parser.add_argument("--characters", type=int, default=0)
    parser.add_argument("--runs", type=int, default=9)
    args = parser.parse_args()
    jieba.setLogLevel(60)
    jieba.initialize()
    pipeline()
    print(
        f"{'notice':28} {'chars':>9} " + " ".join(f"{s + ' ms':>9}" for s in STAGES) + f" {'jieba ms':>9} {'ratio':>7}"
    )
    paths = sorted(path for path in args.folder.iterdir() if path.suffix == ".txt")
    found: dict[Path, dict[str, float]] = {path: {} for path in paths}
    for _ in range(args.runs):
        for path in paths:
            one_round(timed(found[path], "read", lambda path=path: read(path)), found[path])
    texts = [read(path).text for path in paths]
    for path, text in zip(paths, texts, strict=True):
        print(line(path.name, len(text), found[path]))
    total = {stage: sum(spent[stage] for spent in found.values()) for stage in (*STAGES, "jieba")}
    print(line("all of them", sum(map(len, texts)), total))
    longest = max(texts, key=len)
    for count in args.copies:
        text = "\n\n".join([longest] * count)
        print(line(f"{count} copies", len(text), of_text(text, args.runs if count < 50 else 1)))
    if args.characters:
        text = ("\n\n".join([longest] * (args.characters // len(longest) + 1)))[: args.characters]
        print(line("one long notice", len(text), of_text(text, runs=1)))


if __name__ == "__main__":
    main()
