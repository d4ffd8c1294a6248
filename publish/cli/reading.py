"""Files → notices, one after the other or several at once; what cannot be read comes back as a failure."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from datetime import datetime
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path

from publish.cli import describe
from schemas import Notice

POOL_FROM = 12
"""Files from which a pool pays: a worker takes about a second to start."""
_NONE: Mapping[Path, list[Path]] = {}
_AHEAD = 8
"""Files handed to the pool for each worker ahead of the one being written."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be read, and why: one line that names it."""

    path: Path
    why: str


Read = tuple[Path, Notice | Failure]
Reader = Callable[..., Notice | Failure]
"""Called with the file, the time to note, and the files of its attachments."""
Attachments = Mapping[Path, list[Path]]


def notices_under(folder: Path) -> list[Path]:
    """Every file under the folder in the order of names, hidden ones left out."""
    found = []
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [Path(parent) / name for name in names if not name.startswith(".")]
    return sorted(found)


def read_one(path: Path, now: datetime, *attachments: Path) -> Notice | Failure:
    """The notice in a file, with its attachments in files of their own."""
    from extract.notice import extract
    from extract.read.source import Unreadable

    try:
        return extract(path, now, attachments)
    except Unreadable as error:
        return Failure(path, str(error))
    except Exception as error:
        if os.environ.get("ZHENGCE_TRACEBACK"):
            raise
        return Failure(path, f"{path}: {describe(error)}")


def read_all(
    paths: list[Path], now: datetime, workers: int, reader: Reader = read_one, attached: Attachments = _NONE
) -> Iterator[Read]:
    """The notices in the files, in the order of the files. A file that kills its reader is a failure like another.

    `attached` has the files of attachments that are read with a file.
    """
    if workers < 2 or len(paths) < POOL_FROM:
        yield from ((path, reader(path, now, *attached.get(path, ()))) for path in paths)
        return
    rest = paths
    while rest:
        done = 0
        try:
            for pair in _pooled(rest, now, workers, reader, attached):
                yield pair
                done += 1
            return
        except BrokenProcessPool:
            in_hand = rest[done : done + workers * _AHEAD]
            yield from ((path, _alone(path, now, reader, attached)) for path in in_hand)
            rest = rest[done + len(in_hand) :]


def _pooled(paths: list[Path], now: datetime, workers: int, reader: Reader, attached: Attachments) -> Iterator[Read]:
    waiting: deque[tuple[Path, Future[Notice | Failure]]] = deque()
    with _executor(workers) as pool:
        for path in paths:
            waiting.append((path, pool.submit(reader, path, now, *attached.get(path, ()))))
            if len(waiting) >= workers * _AHEAD:
                first, future = waiting.popleft()
                yield first, future.result()
        while waiting:
            first, future = waiting.popleft()
            yield first, future.result()


def _alone(path: Path, now: datetime, reader: Reader, attached: Attachments) -> Notice | Failure:
    """The file in a process of its own: who dies with it is known."""
    with _executor(1) as pool:
        try:
            return pool.submit(reader, path, now, *attached.get(path, ())).result()
        except BrokenProcessPool:
            return Failure(
                path, f"{path}: the process reading it was lost (out of memory?); read it on a larger machine"
            )


def _executor(workers: int) -> ProcessPoolExecutor:
    method = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"
    context = get_context(method)
    if method == "forkserver":
        context.set_forkserver_preload(["extract.notice"])
    return ProcessPoolExecutor(workers, mp_context=context)
