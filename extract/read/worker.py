"""The process in which files are read that nobody vouches for; started by `extract.read.guard`.

Takes a line of JSON and the file's bytes on standard input, gives a line of JSON on standard output.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO

from extract.read.file import RawFile
from extract.read.guard import source_as_json
from extract.read.source import Unreadable

MEGABYTE = 1024 * 1024


def main() -> None:
    """Reads files until there are no more."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    while line := sys.stdin.buffer.readline():
        request = json.loads(line)
        raw = RawFile(Path(request["path"]), sys.stdin.buffer.read(request["size"]))
        _say({"taken": True}, answers)
        _say(answer_to(request, raw), answers)


def _say(answer: dict[str, Any], answers: BinaryIO) -> None:
    answers.write(json.dumps(answer).encode() + b"\n")
    answers.flush()


def answer_to(request: dict[str, Any], raw: RawFile) -> dict[str, Any]:
    """The source, or why there is none; `spent` if the process is to be replaced."""
    _limit(request["seconds"], request["megabytes"])
    module, function = request["reader"].split(":")
    try:
        source = getattr(import_module(f"extract.read.{module}"), function)(raw)
        return {"source": source_as_json(source)}
    except Unreadable as error:
        return {"unreadable": str(error)}
    except (MemoryError, RecursionError) as error:
        what = "memory" if isinstance(error, MemoryError) else "depth"
        why = f"{raw.path}: takes more {what} than a document does (超出读取限制); save the notice alone in a new file"
        return {"unreadable": why, "spent": True}
    except Exception as error:
        # A library met something it does not expect: the file is what is wrong, and the others go on.
        why = f"{type(error).__name__}: {' '.join(str(error).split())[:120]}"
        return {"unreadable": f"{raw.path}: the file is damaged (文件已损坏): {why}; take the original file again"}
    finally:
        _limit(0, None)


def _limit(seconds: int, megabytes: int | None) -> None:
    """Ends this process after so many seconds, and gives it no more memory than that (where the system can)."""
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)
    try:
        import resource
    except ImportError:
        return
    most = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (most if megabytes is None else megabytes * MEGABYTE, most))


if __name__ == "__main__":
    main()
