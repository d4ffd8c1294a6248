"""A Word document as DOC, WPS, RTF or ODT, by LibreOffice."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

FILTERS = {"doc": "MS Word 97", "wps": "MS Word 97", "rtf": "Rich Text Format", "odt": "writer8", "xls": "MS Excel 97"}


def convert(document: Path, form: str, folder: Path) -> Path:
    """The document in that form, in the folder."""
    program = shutil.which("soffice")
    if program is None:
        raise FileNotFoundError("soffice: install libreoffice-writer-nogui and libreoffice-calc-nogui")
    suffix = "doc" if form == "wps" else form
    subprocess.run(
        [program, "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--convert-to",
         f"{suffix}:{FILTERS.get(form, suffix)}", "--outdir", str(folder / suffix), str(document)],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    made = folder / suffix / f"{document.stem}.{suffix}"
    return made.rename(made.with_suffix(f".{form}"))
