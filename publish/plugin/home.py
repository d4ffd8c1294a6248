"""The home page. Datasette's own counts every table of every database first, which takes longer than the page may."""

from __future__ import annotations

from typing import Any

from datasette.utils.asgi import Response

from publish import site


async def page(datasette: Any, request: Any, ours: list[str]) -> Response:
    """/: what each of our databases holds, and the way to the others."""
    await datasette.ensure_permissions(request.actor, ["view-instance"])
    shown = []
    for name, db in datasette.databases.items():
        seen, _ = await datasette.check_visibility(
            request.actor, permissions=[("view-database", name), "view-instance"]
        )
        if seen and name != "_internal":
            shown.append({"name": name, "tables_count": 0 if name in ours else len(await db.table_names())})
    metadata = {**datasette.metadata(), "title": datasette.metadata("title") or site.TITLE}
    context = {"databases": shown, "metadata": metadata}
    return Response.html(await datasette.render_template("index.html", context, request=request, view_name="index"))
