"""The command line. Each command's module is loaded when it is called, and what it needs when it runs."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Any

import click

_MODULES = {
    "build": "building",
    "ingest": "building",
    "show": "showing",
    "serve": "serving",
    "score": "scoring",
    "pay": "pay",
    "schema": "showing",
}
"""Command → module of this package that defines it."""


class Fault(click.ClickException):
    """An error that the user can act on: one line that names the file and what to do."""

    def show(self, file: Any = None) -> None:
        click.echo(f"zhengce: {self.format_message()}", err=True)


class Commands(click.Group):
    """A group whose commands are imported when needed and whose errors are one line each."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _MODULES:
            return None
        command: click.Command = getattr(import_module(f"publish.cli.{_MODULES[cmd_name]}"), cmd_name)
        return command

    def main(self, *args: Any, **extra: Any) -> Any:
        """Runs a command; never a traceback, unless ZHENGCE_TRACEBACK is set."""
        try:
            sys.exit(super().main(*args, **{**extra, "standalone_mode": False}) or 0)
        except click.UsageError as error:
            command = error.ctx.command_path if error.ctx else "zhengce"
            click.echo(f"{command}: {error.format_message()} (see {command} --help)", err=True)
            sys.exit(2)
        except click.ClickException as error:
            error.show()
            sys.exit(error.exit_code)
        except (click.Abort, KeyboardInterrupt):
            click.echo("zhengce: stopped; what was written stays", err=True)
            sys.exit(130)
        except Exception as error:
            if os.environ.get("ZHENGCE_TRACEBACK"):
                raise
            click.echo(f"zhengce: {describe(error)}", err=True)
            sys.exit(70)


def describe(error: Exception) -> str:
    """An error nobody foresaw, in one line."""
    words = " ".join(str(error).split())[:200]
    return (
        f"fault in the program ({type(error).__name__}: {words}); please report it,"
        " with what ZHENGCE_TRACEBACK=1 before the command shows"
    )


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="zhengce", message="%(prog)s %(version)s")
def main() -> None:
    """Reads Chinese government policy notices (政策文件) and turns what they promise into tables.

    \b
    Example:
      zhengce build corpus/notices
      zhengce serve
    """
