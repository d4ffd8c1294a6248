"""What a request asked for and cannot have, said on a page of the site."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from typing import Any

from datasette.utils.asgi import Base400, Response
from datasette.views.base import DatasetteError
from markupsafe import Markup


def told(exception: Exception) -> tuple[int, str] | None:
    """Status and message of an error that the request made; None for any other."""
    if isinstance(exception, Base400):
        return exception.status, str(exception.args[0] if exception.args else exception)
    if isinstance(exception, DatasetteError) and exception.status < 500:
        return exception.status, Markup(exception.message) if exception.message_is_html else str(exception.message)
    if isinstance(exception, FrozenInstanceError):  # all that is left of the units' error for amount_yuan=abc
        return 400, "筛选值不是数字 A filter's value is not a number (200000, 20万元)"
    return None


async def page(datasette: Any, request: Any, status: int, message: str) -> Response:
    """The error as a page, or as JSON where JSON was asked for."""
    context = {"ok": False, "error": message, "status": status, "title": None}
    if request.path.endswith(".json"):
        return Response.json(context, status=status)
    return Response.html(await datasette.render_template("error.html", context, request=request), status=status)
