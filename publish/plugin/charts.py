"""Charts made on the server, whose figures a screen reader says, as wide as the page, in both schemes."""

from __future__ import annotations

from itertools import count
from typing import NamedTuple

from markupsafe import Markup

_IDS = count()


class Bar(NamedTuple):
    """A bar: whose it is, how long, the figure in words; `low` is where a range begins, `soft` draws a ceiling."""

    name: str
    value: float
    text: str
    low: float | None = None
    soft: bool = False
    tone: int = 0


def bars(title: str, rows: list[Bar]) -> Markup:
    """Horizontal bars, one under the other, from nothing to the longest. An empty string for no rows.

    A list, whose words wrap where a formula is longer than a telephone is wide; the bars themselves only show it.
    """
    longest = max((row.value for row in rows), default=0.0)
    if longest <= 0:
        return Markup("")
    drawn = Markup("").join(_bar(row, longest) for row in rows)
    return Markup('<ul class="bars" aria-label="{title}">{drawn}</ul>').format(title=title, drawn=drawn)


def _bar(row: Bar, longest: float) -> Markup:
    width = 100 * row.value / longest
    solid = 100 * (row.low if row.low is not None else 0 if row.soft else row.value) / longest
    return Markup(
        '<li><span>{name}</span> <span class="value">{value}</span><svg aria-hidden="true" width="100%" height="12">'
        '<rect class="bar soft tone{tone}" width="{width:.2f}%" height="12" rx="2"/>'
        '<rect class="bar tone{tone}" width="{solid:.2f}%" height="12" rx="2"/></svg></li>'
    ).format(name=row.name, value=row.text, tone=row.tone % 8, width=width, solid=min(solid, width))


class Piece(NamedTuple):
    """A piece of a stacked bar."""

    name: str
    value: float
    tone: str


def stacked(title: str, pieces: list[Piece]) -> Markup:
    """One bar of pieces that make up a whole."""
    whole = sum(piece.value for piece in pieces)
    if whole <= 0:
        return Markup("")
    key, left, drawn = f"chart{next(_IDS)}", 0.0, []
    for piece in pieces:
        width = 100 * piece.value / whole
        drawn.append(
            Markup('<rect class="piece {}" x="{:.3f}%" width="{:.3f}%" height="14"/>').format(piece.tone, left, width)
        )
        left += width
    told = "；".join(f"{piece.name} {piece.value:g}（{100 * piece.value / whole:.1f}%）" for piece in pieces)
    return Markup(
        '<svg class="stacked" role="img" aria-labelledby="{key}t {key}d" width="100%" height="14">'
        '<title id="{key}t">{title}</title><desc id="{key}d">{told}</desc>{drawn}</svg>'
    ).format(key=key, title=title, told=told, drawn=Markup("").join(drawn))


def columns(title: str, values: list[tuple[str, float]]) -> Markup:
    """Upright columns of equal width: (what, how many)."""
    longest = max((value for _, value in values), default=0.0)
    if longest <= 0:
        return Markup("")
    key, step, drawn = f"chart{next(_IDS)}", 100 / len(values), []
    for i, (name, value) in enumerate(values):
        height = 80 * value / longest
        told = f"{value:g}" if value else ""
        drawn.append(
            Markup(
                '<rect class="bar tone0" x="{x:.2f}%" y="{y:.1f}" width="{w:.2f}%" height="{h:.1f}"/>'
                '<text class="tick" x="{mid:.2f}%" y="116">{name}</text>'
                '<text class="tick" x="{mid:.2f}%" y="{above:.1f}">{value}</text>'
            ).format(
                x=i * step + step * 0.12, y=98 - height, w=step * 0.76, h=height, mid=i * step + step / 2, name=name,
                above=94 - height, value=told,
            )
        )  # fmt: skip
    told = "；".join(f"{name} {value:g}" for name, value in values)
    return Markup(
        '<svg class="columns" role="img" aria-labelledby="{key}t {key}d" width="100%" height="120">'
        '<title id="{key}t">{title}</title><desc id="{key}d">{told}</desc>{drawn}</svg>'
    ).format(key=key, title=title, told=told, drawn=Markup("").join(drawn))
