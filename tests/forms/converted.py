"""Documents in other forms (DOC, WPS, RTF, ODT, XLS, ODS), by LibreOffice."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from forms.pdf import require

FILTERS = {
    "doc": "MS Word 97", "wps": "MS Word 97", "rtf": "Rich Text Format", "odt": "writer8", "xls": "MS Excel 97",
    "et": "MS Excel 97", "ods": "calc8",
}  # fmt: skip
_SUFFIXES = {"wps": "doc", "et": "xls"}  # what WPS Office calls the same form


def convert(documents: list[Path], form: str, folder: Path) -> list[Path]:
    """The documents in that form, in the folder."""
    require("soffice")
    suffix = _SUFFIXES.get(form, form)
    with tempfile.TemporaryDirectory() as name:
        profile = (Path(name) / "profile").as_uri()
        subprocess.run(
            ["soffice", "--headless", f"-env:UserInstallation={profile}", "--convert-to", f"{suffix}:{FILTERS[form]}",
             "--outdir", name, *map(str, documents)],
            check=True, capture_output=True, timeout=300,
        )  # fmt: skip
        made = [
            (Path(name) / f"{document.stem}.{suffix}", folder / f"{document.stem}.{form}") for document in documents
        ]
        return [Path(shutil.move(old, new)) for old, new in made]
