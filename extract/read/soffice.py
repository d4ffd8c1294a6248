"""LibreOffice without a window: files of one form → files of another, in a profile of its own, within limits."""

from __future__ import annotations

import atexit
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

SECONDS = 90
"""Time limit of a file; a notice of fifty pages takes two seconds, most of them to start the program."""
INSTALL = "`apt-get install libreoffice-writer-nogui libreoffice-calc-nogui` or https://www.libreoffice.org (请先安装)"
_MEGABYTE = 1024 * 1024
_MEMORY, _OUTPUT = 4096 * _MEGABYTE, 512 * _MEGABYTE  # what a conversion may take, what a file may become
_APPLICATION = Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")
_FILTERS = {"docx": "MS Word 2007 XML", "xlsx": "Calc MS Excel 2007 XML"}

# Settings of the profile: no macros, no links followed, nothing fetched from elsewhere
_SECURITY = "/org.openoffice.Office.Common/Security/Scripting"
_SETTINGS = (
    (_SECURITY, "DisableMacrosExecution", "true"),
    (_SECURITY, "MacroSecurityLevel", "3"),
    (_SECURITY, "DisableActiveContent", "true"),
    (_SECURITY, "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "2"),
    ("/org.openoffice.Office.Calc/Content/Update", "Link", "2"),
)

_profiles: dict[int, Path] = {}


class Missing(Exception):
    """LibreOffice is not installed."""


def convert(files: list[Path], suffix: str, folder: Path, seconds: int) -> dict[Path, Path]:
    """File → what it became in `folder` (docx or xlsx), for those that could be converted within the seconds.

    Raises Missing where LibreOffice is not installed.
    """
    program = (
        shutil.which("soffice") or shutil.which("libreoffice") or (str(_APPLICATION) if _APPLICATION.exists() else None)
    )
    if program is None:
        raise Missing
    command = [
        program, "--headless", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard",
        f"-env:UserInstallation={_profile().as_uri()}", "--convert-to", f"{suffix}:{_FILTERS.get(suffix, suffix)}",
        "--outdir", str(folder), *map(str, files),
    ]  # fmt: skip
    _run(command, seconds)
    made = {file: folder / f"{file.stem}.{suffix}" for file in files}
    return {file: out for file, out in made.items() if out.exists() and out.stat().st_size}


def _run(command: list[str], seconds: int) -> None:
    """Runs the command; at the end of its time, ends it with all that it started."""
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    _limit(process.pid)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        _end(process)
        process.wait()


def _end(process: subprocess.Popen[bytes]) -> None:
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()


def _limit(pid: int) -> None:
    """Bounds memory and output (where the system can: Linux)."""
    try:
        from resource import RLIMIT_AS, RLIMIT_FSIZE, prlimit
    except ImportError:
        return
    try:
        prlimit(pid, RLIMIT_AS, (_MEMORY, _MEMORY))
        prlimit(pid, RLIMIT_FSIZE, (_OUTPUT, _OUTPUT))
    except ProcessLookupError:
        return  # it has ended already


def _profile() -> Path:
    """This process's own profile: two LibreOffices cannot share one."""
    if os.getpid() not in _profiles:
        folder = Path(tempfile.mkdtemp(prefix="zhengce-office-"))
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        (folder / "user").mkdir()
        items = "".join(
            f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
            for path, name, value in _SETTINGS
        )
        (folder / "user" / "registrymodifications.xcu").write_text(
            '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" '
            f'xmlns:xs="http://www.w3.org/2001/XMLSchema">{items}</oor:items>',
            encoding="utf-8",
        )
        _profiles[os.getpid()] = folder
    return _profiles[os.getpid()]
