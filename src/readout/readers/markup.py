"""XML from strangers: parsed without entities, network or external definitions."""

from __future__ import annotations

from typing import Final

from lxml import etree

from readout.errors import InputError

_DOCTYPE_HEAD: Final = 4096


def parse_xml(body: bytes) -> etree._Element:
    """The root of an XML document, mended where it is malformed.

    No entity is expanded, no definition loaded and no address opened. Raises InputError if there is no root.
    """
    if b"<!ENTITY" in body[:_DOCTYPE_HEAD].upper():
        raise InputError("defines entities of its own, which are not expanded")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False, recover=True,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(body.lstrip(), parser=parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(f"broken XML: {error}") from error
    if root is None:
        raise InputError("broken XML: no element in it")
    return root


def local_name(element: etree._Element) -> str:
    """The name of an element without its namespace, in lower case; empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def element_text(element: etree._Element | None) -> str:
    """All the text in an element, white space made single; empty if there is no element."""
    return " ".join("".join(str(part) for part in element.itertext()).split()) if element is not None else ""
