"""The documentation says what is there."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import click
import pytest

from publish.cli import main
from publish.schema import markdown
from schemas import TABLES

ROOT = Path(__file__).parent.parent
PAGES = sorted(path for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("corpus/*.md")])
COMMANDS = main.list_commands(click.Context(main))


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"| `zhengce {command}" in text("README.md")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_command_line_that_is_shown_works(page: Path) -> None:
    for words in re.findall(r"(?:^ *\$? ?|`)zhengce ([a-z]+)([^`\n]*)", page.read_text(encoding="utf-8"), re.M):
        name, rest = words
        command = main.get_command(click.Context(main), name)
        assert command is not None, f"{page.name}: zhengce {name}"
        known = {flag for option in command.params for flag in option.opts} | {"--help"}
        used = set(re.findall(r"(?<!\S)\[?(--[a-z-]+)", rest.split(" #")[0].split("|")[0]))
        assert used <= known, f"{page.name}: zhengce {name}{rest}"


def test_the_page_of_the_database_is_current() -> None:
    assert text("docs/database.md") == markdown() + "\n", "run `make docs`"


def test_the_page_of_the_database_has_every_column() -> None:
    page = text("docs/database.md")
    for name, model in TABLES.items():
        part = page[page.index(f"## {name} ") :]
        part = part[: part.index("\n## ")]
        for column in model.model_fields:
            assert f"| `{column}` |" in part, f"{name}.{column}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_to_a_file(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_corpus_page_has_every_notice() -> None:
    listed = set(re.findall(r"^\| `(\S+\.txt)` \|", text("corpus/README.md"), re.M))
    assert listed == {path.name for path in (ROOT / "corpus" / "notices").iterdir()}
    golds = [json.loads(path.read_text(encoding="utf-8")) for path in (ROOT / "corpus" / "gold").glob("*.json")]
    assert {gold["source_file"] for gold in golds} == listed
    for gold in golds:
        line = next(line for line in text("corpus/README.md").splitlines() if gold["source_file"] in line)
        assert gold["document"]["adcode"] in line
        assert gold["document"]["area"] in line


def test_the_changelog_has_this_version() -> None:
    version = tomllib.loads(text("pyproject.toml"))["project"]["version"]
    assert f"\n## {version}" in text("CHANGELOG.md")


def test_every_target_of_make_that_is_shown_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", text("Makefile"), re.M))
    for page in PAGES:
        shown = re.findall(r"(?:^ {4}|`)make ([a-z]+)", page.read_text(encoding="utf-8"), re.M)
        assert set(shown) <= targets, page.name
    assert {"site", "test"} <= targets


ROOMS = (
    ("schemas",),
    ("extract.lexicon", "extract.doubts", "extract.spans"),
    ("extract.read", "extract.clean"),
    ("extract.outline",),
    ("extract.annotate",),
    ("extract.interpret", "extract.identity", "extract.version"),
    ("extract.check",),
    ("extract.notice",),
    ("publish",),
    ("publish.plugin",),
    ("publish.cli",),
)
"""Rooms of docs/architecture.md: none imports from a later line, nor publish (its commands apart) from extract."""


READERS = ("publish.applicant", "publish.book")
"""They read an applicant's facts with the words of notices."""
MODULES = sorted(path for room in ("schemas", "extract", "publish") for path in ROOT.glob(f"{room}/**/*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_room_imports_from_earlier_ones_only(path: Path) -> None:
    module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
    names = re.findall(
        r"^ *(?:from|import) ((?:schemas|extract|publish)[\w.]*)", path.read_text(encoding="utf-8"), re.M
    )
    for other in names:
        assert _room(other) <= _room(module), other
        assert module.startswith(("extract", "publish.cli", *READERS)) or not other.startswith("extract"), other


def _room(module: str) -> int:
    """The last line that has the module in it."""
    fits = [i for i, line in enumerate(ROOMS) if any(f"{module}.".startswith(f"{room}.") for room in line)]
    return max(fits, default=0)
