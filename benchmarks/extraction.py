"""How long extraction takes, stage by stage, against jieba's segmentation of the same text in the same run.

    python benchmarks/extraction.py [FOLDER] [--copies 1 10 100] [--characters 2000000]

Prints, for each notice of FOLDER (default corpus/notices), the CPU milliseconds of each stage, then outline, annotate
and interpret (extraction of clean text) against jieba, then the same for N copies of the longest notice one after the
other and for one text of that many characters. The best of three runs; ratios are what to quote, since machines differ.
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
from extract.clean import Cleaned, clean
from extract.notice import interpret
from extract.outline import lay_out
from extract.read import read
from extract.read.source import Source

STAGES = ("read", "clean", "outline", "annotate", "interpret")
NOW = datetime(2024, 1, 1, tzinfo=UTC)


def best(action: Callable[[], Any], runs: int = 3) -> tuple[float, Any]:
    """Seconds of the fastest of some runs, and the result of the last."""
    times, result = [], None
    for _ in range(runs):
        start = time.process_time()
        result = action()
        times.append(time.process_time() - start)
    return min(times), result


def of_text(text: str, runs: int = 3) -> dict[str, float]:
    """Seconds of each stage for a text that is read already, and of jieba on the clean text."""
    source = Source("copies.txt", "0" * 64, len(text), "txt", text)
    spent: dict[str, float] = {}
    spent["clean"], cleaned = best(lambda: clean(source), runs)
    return spent | _later(source, cleaned, runs)


def _later(source: Source, cleaned: Cleaned, runs: int) -> dict[str, float]:
    spent: dict[str, float] = {}
    spent["outline"], outline = best(lambda: lay_out(cleaned, source), runs)
    spent["annotate"], _ = best(lambda: annotate(cleaned.text, outline), runs)
    # a reading remembers what was asked of it, so each run interprets a fresh one
    spent["interpret"] = min(_interpretation(source, cleaned) for _ in range(runs))
    spent["jieba"], _ = best(lambda: sum(1 for _ in jieba.cut(cleaned.text)), runs)
    return spent


def _interpretation(source: Source, cleaned: Cleaned) -> float:
    reading = annotate(cleaned.text, lay_out(cleaned, source))
    start = time.process_time()
    interpret(reading, cleaned, source, NOW)
    return time.process_time() - start


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
    args = parser.parse_args()
    jieba.setLogLevel(60)
    jieba.initialize()
    pipeline()
    print(
        f"{'notice':28} {'chars':>9} " + " ".join(f"{s + ' ms':>9}" for s in STAGES) + f" {'jieba ms':>9} {'ratio':>7}"
    )
    texts = []
    total: dict[str, float] = {}
    for path in sorted(args.folder.iterdir()):
        if path.suffix != ".txt":
            continue
        seconds, source = best(lambda path=path: read(path))
        cleaned_seconds, cleaned = best(lambda source=source: clean(source))
        spent = {"read": seconds, "clean": cleaned_seconds} | _later(source, cleaned, 3)
        print(line(path.name, len(cleaned.text), spent))
        texts.append(source.text)
        total = {stage: total.get(stage, 0.0) + seconds for stage, seconds in spent.items()}
    print(line("all of them", sum(map(len, texts)), total))
    longest = max(texts, key=len)
    for count in args.copies:
        text = "\n\n".join([longest] * count)
        print(line(f"{count} copies", len(text), of_text(text, runs=3 if count < 50 else 1)))
    if args.characters:
        text = ("\n\n".join([longest] * (args.characters // len(longest) + 1)))[: args.characters]
        print(line("one long notice", len(text), of_text(text, runs=1)))


if __name__ == "__main__":
    main()
