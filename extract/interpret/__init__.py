"""Annotated text → rows, one module a table."""
