"""XML of files that nobody vouches for: no entities, no network, no depth without end."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lxml import etree

from extract.read.source import Unreadable


def parse(data: bytes, path: Path, part: str) -> Any:
    """The root element of `part` of the file. Raises Unreadable where it is damaged or declares entities."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        why = " ".join(str(error).split())[:120]
        raise Unreadable(
            f"{path}: {part} in it is damaged (文件已损坏): {why}; take the original file again"
        ) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise entities(path, part)
    return root


def entities(path: Path, part: str) -> Unreadable:
    """What is said of XML that declares entities."""
    return Unreadable(
        f"{path}: {part} in it declares XML entities (含有实体声明), which no office program writes; "
        f"open the document and save it again"
    )


def local(element: Any) -> str:
    """The element's name without its namespace, which differs between editions of a standard."""
    tag: str = element.tag
    return tag.rpartition("}")[2]


def attribute(element: Any, name: str) -> str | None:
    """The attribute of that name in any namespace."""
    for key, value in element.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return None


def child(element: Any, *names: str) -> Any:
    """The element at the end of the path of names below the element; None where there is none."""
    for name in names:
        element = next((below for below in element if local(below) == name), None)
        if element is None:
            return None
    return element
