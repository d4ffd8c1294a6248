"""Matrices that PDF and OFD pages move their points by: x·a + y·c + e, x·b + y·d + f."""

from __future__ import annotations

Matrix = tuple[float, float, float, float, float, float]

PLAIN: Matrix = (1, 0, 0, 1, 0, 0)
"""Leaves every point where it is."""


def product(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that moves a point by `first` and after it by `then`."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """The point moved by the matrix."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
