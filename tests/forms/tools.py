"""Programs that the makers of forms need."""

from __future__ import annotations

import os
import shutil

import pytest


def require_soffice() -> None:
    """Skips the test where LibreOffice is missing; in CI it must be there."""
    if shutil.which("soffice") is None:
        message = "soffice missing: apt-get install libreoffice-writer-nogui libreoffice-calc-nogui fonts-noto-cjk"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
