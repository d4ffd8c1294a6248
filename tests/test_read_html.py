"""Saved pages: the rows are those of the text file, whatever the site puts about the notice."""

from __future__ import annotations

from pathlib import Path

import pytest
from forms.compare import differences, exact_f1
from forms.notice import NOTICES
from forms.page import page_of

from extract.notice import extract


@pytest.mark.parametrize("charset", ["utf-8", "gb18030"])
@pytest.mark.parametrize("path", NOTICES, ids=lambda path: path.stem[:3])
def test_rows_of_a_page_are_those_of_the_text(path: Path, charset: str, tmp_path: Path) -> None:
    truth = extract(path)
    file = tmp_path / "page.html"
    file.write_bytes(page_of(path, truth.document.title or "", charset))
    notice = extract(file)
    assert exact_f1(notice, truth) >= 0.98, differences(notice, truth)
    for name in ("title", "doc_number", "issuer", "adcode", "status"):
        assert getattr(notice.document, name) == getattr(truth.document, name), name
