"""The lexicon of public bodies, ready for use: stems, endings, bodies of their own, kinds. Data: organisations.yaml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from extract.lexicon import alternation, load


class Stem(NamedTuple):
    """The line of work in a name: 发改 stands for 发展和改革; `usual` is how notices mostly shorten it."""

    long: str
    usual: str
    function: str


class Body(NamedTuple):
    """A body with a name of its own: 妇联 stands for 妇女联合会."""

    long: str
    kind: str
    function: str | None


class Branch(NamedTuple):
    """A branch of a national body: what it is written like and called officially, with {place} and {rest}."""

    pattern: re.Pattern[str]
    name: str
    function: str


@dataclass(frozen=True)
class Organisations:
    """All of organisations.yaml; see there for what each part holds."""

    stems: dict[str, Stem]
    endings: dict[str, str]
    bodies: dict[str, Body]
    party: dict[str, Body]
    government: dict[str, str]
    branches: tuple[Branch, ...]
    kinds: dict[str, str]
    groups: frozenset[str]
    tail: re.Pattern[str]
    """Matches at the end of a name that ends like a body: 市商务局, EC产业园管委会, 电子商务协会."""
    office: re.Pattern[str]
    """Matches a whole stem with its ending: 发展改革委 → stem 发展改革, ending 委."""

    def kind_of(self, name: str) -> str:
        """The kind that the longest fitting ending of a name tells; `department` where none does."""
        for length in range(min(len(name), 10), 0, -1):
            kind = self.kinds.get(name[-length:])
            if kind:
                return kind
        return "department"

    def function_of(self, name: str) -> str | None:
        """The line of work whose stem, the longest that fits, opens a name (商务和粮食局 → 商务); None if unknown."""
        for length in range(min(len(name), 16), 1, -1):
            if name[:length] in self.stems:
                return self.stems[name[:length]].function
        return None


@cache
def organisations() -> Organisations:
    """The one lexicon of this process."""
    data = load("organisations")
    stems = {
        stem: Stem(long, _usual(entries, long), function)
        for function, entries in data["stems"].items()
        for stem, long in entries.items()
    }
    kinds = {ending: kind for kind, endings in data["kinds"].items() for ending in endings}
    bodies = {name: Body(**body) for name, body in data["bodies"].items()}
    tails = set(kinds) | set(bodies) | set(data["endings"])
    return Organisations(
        stems=stems,
        endings=data["endings"],
        bodies=bodies,
        party={name: Body(kind="party", **body) for name, body in data["party"].items()},
        government=data["government"],
        branches=tuple(Branch(re.compile(b["pattern"]), b["name"], b["function"]) for b in data["branches"]),
        kinds=kinds,
        groups=frozenset(data["groups"]),
        tail=re.compile(rf"(?:{alternation(list(tails))})(?:\([^()]*\))?$"),
        office=re.compile(rf"(?P<stem>{alternation(list(stems))})(?P<ending>{alternation(list(data['endings']))})"),
    )


def _usual(entries: dict[str, str], long: str) -> str:
    """The first of the stems that stand for the same official stem."""
    return next(stem for stem, other in entries.items() if other == long)
