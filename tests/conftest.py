"""What several tests share."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import settings

from publish.cli import main

settings.register_profile("untimed", deadline=None)  # a slow machine is no fault
settings.load_profile("untimed")
CORPUS = Path(__file__).parent.parent / "corpus"


@pytest.fixture(scope="session")
def corpus_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of the five notices, built once by the command that people use. Not to be written to."""
    path = tmp_path_factory.mktemp("corpus") / "policies.db"
    result = CliRunner().invoke(main, ["build", str(CORPUS / "notices"), "--db", str(path)])
    assert result.exit_code == 0, result.output
    return path
