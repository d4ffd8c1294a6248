"""What every reader returns: the file's own words in reading order, and where on the pages they stand."""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.doubts import Doubt


class Unreadable(Exception):
    """The file cannot be read. The message is one line: which file, what is wrong, what to do."""


@dataclass(frozen=True, slots=True)
class Place:
    """Source characters `start:end` stand on `page` (from 1) in `box` (x0, top, x1, bottom, points).

    `confidence` (0 to 1) is that of the recognition, for words recognised in a picture; None where the file gives them.
    """

    start: int
    end: int
    page: int
    box: tuple[float, float, float, float] | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """From source character `start` on, the words are those of this file of a package."""

    start: int
    file_name: str
    sha256: str
    format: str
    size: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read: nothing cleaned, nothing interpreted.

    text    the words, in the file's own script; a newline ends a paragraph (or a line of a text file)
    tables  ranges of `text` in which each line is a table row and tabs part the cells (readers of
            formats with real tables; a text file has none, its tables are found by their look)
    places  where on the pages the words stand; empty where the format has no pages
    parts   the files of a package in the order of their words; empty where there is one file
    lacking names of the files of a package that could not be read, and why
    said    what the file says of itself beside the notice (HTML metadata boxes, core properties)
    """

    file_name: str
    sha256: str
    size: int
    format: str
    text: str
    pages: int | None = None
    tables: tuple[tuple[int, int], ...] = ()
    places: tuple[Place, ...] = ()
    parts: tuple[Part, ...] = ()
    lacking: dict[str, str] = field(default_factory=dict)
    said: dict[str, str] = field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()
