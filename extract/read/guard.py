"""Files that nobody vouches for are read in a process of their own, within limits of time and memory.

The process is kept for the next file. One that hangs, runs out of memory or dies is ended, and the file it read is
Unreadable; the next file gets a new one.
"""

from __future__ import annotations

import atexit
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import extract
from extract.doubts import Doubt
from extract.read.file import RawFile
from extract.read.source import Place, Source, Unreadable

_LONGEST = 1800
"""Seconds after which a process is ended whatever it says it is doing."""
_FILES = 200
"""Files after which a process makes room for a fresh one: libraries do not give all memory back."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one file may take."""

    seconds: int = 60
    megabytes: int = 2048


def more_time(seconds: int) -> None:
    """Gives the file that is being read so many seconds more, for work that takes long and is bounded (OCR)."""
    if hasattr(signal, "alarm") and (left := signal.alarm(0)):
        signal.alarm(left + seconds)


def in_worker(module: str, function: str, limits: Limits | None = None) -> Callable[[RawFile], Source]:
    """The reader `function` of `extract.read.<module>`, to be called with a RawFile, run in the process apart."""
    return partial(_read, f"{module}:{function}", limits or Limits())


def _read(reader: str, limits: Limits, raw: RawFile) -> Source:
    with _lock:
        try:
            answer = _process().ask(reader, limits, raw)
        except _Lost:
            answer = _process().ask(reader, limits, raw)
    if answer is None:
        raise Unreadable(
            f"{raw.path}: took more than {limits.seconds} seconds or broke its reader (读取超时或文件已损坏); "
            f"open it, save it again, and try the new file"
        )
    if "unreadable" in answer:
        raise Unreadable(answer["unreadable"])
    return source_of(answer["source"])


class _Lost(Exception):
    """The process ended before it took the file; the file has nothing to do with it."""


class _Process:
    """A running `extract.read.worker`."""

    def __init__(self) -> None:
        self.owner = os.getpid()
        self._left = _FILES
        root = str(Path(extract.__file__).parent.parent)
        known = os.environ.get("PYTHONPATH")
        # -P: the folder we stand in may hold modules named like ours
        self._child = subprocess.Popen(
            [sys.executable, "-P", "-m", "extract.read.worker"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (root, known)))},
        )  # fmt: skip

    @property
    def usable(self) -> bool:
        return self.owner == os.getpid() and self._left > 0 and self._child.poll() is None

    def ask(self, reader: str, limits: Limits, raw: RawFile) -> dict[str, Any] | None:
        """The answer; None if the process took the file and gave none. Raises _Lost if it did not take it."""
        self._left -= 1
        assert self._child.stdin is not None
        assert self._child.stdout is not None
        request = {
            "reader": reader, "path": str(raw.path), "size": len(raw.data), "seconds": limits.seconds,
            "megabytes": limits.megabytes,
        }  # fmt: skip
        timer = threading.Timer(_LONGEST if hasattr(signal, "alarm") else limits.seconds, self._child.kill)
        timer.start()
        try:
            self._child.stdin.write(json.dumps(request).encode() + b"\n" + raw.data)
            self._child.stdin.flush()
            taken, line = self._child.stdout.readline(), self._child.stdout.readline()
        except (BrokenPipeError, ConnectionResetError):
            taken = line = b""
        finally:
            timer.cancel()
        answer: dict[str, Any] | None = json.loads(line) if line.endswith(b"\n") else None
        if answer is None or answer.get("spent"):
            self.end()
        if not taken:
            raise _Lost
        return answer

    def end(self) -> None:
        """Ends the process, if it is ours."""
        self._left = 0
        if self.owner != os.getpid():
            return
        self._child.kill()
        for pipe in (self._child.stdin, self._child.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except BrokenPipeError:
                    continue  # what was still to be written is not wanted any more
        self._child.wait()


_lock = threading.Lock()
_current: list[_Process] = []


def _process() -> _Process:
    if _current and not _current[0].usable:
        _current.pop().end()
    if not _current:
        _current.append(_Process())
    return _current[0]


@atexit.register
def end_worker() -> None:
    """Ends the process apart, if there is one."""
    if _current:
        _current.pop().end()


def source_as_json(source: Source) -> dict[str, Any]:
    """The source in plain values."""
    return {
        "file_name": source.file_name, "sha256": source.sha256, "size": source.size, "format": source.format,
        "text": source.text, "pages": source.pages, "tables": source.tables,
        "places": [(p.start, p.end, p.page, p.box, p.confidence) for p in source.places], "said": source.said,
        "doubts": [(d.code, d.level, d.message) for d in source.doubts],
    }  # fmt: skip


def source_of(values: dict[str, Any]) -> Source:
    """The source out of plain values."""
    return Source(
        **{
            **values,
            "tables": tuple((first, after) for first, after in values["tables"]),
            "places": tuple(_place(*place) for place in values["places"]),
            "doubts": tuple(Doubt(code, level, message) for code, level, message in values["doubts"]),
        }
    )


def _place(start: int, end: int, page: int, box: list[float] | None, confidence: float | None) -> Place:
    if box is None:
        return Place(start, end, page, None, confidence)
    x0, top, x1, bottom = box
    return Place(start, end, page, (x0, top, x1, bottom), confidence)
