"""Markup to a tree, safely: no network, no entities from outside, no depth that breaks what comes later."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lxml import etree

from readout.errors import InputError

if TYPE_CHECKING:
    from lxml.etree import _Element

#: XML allows few control characters, and libxml2 ends a text at NUL: each becomes a space.
_CONTROLS: Final = bytes(32 if (code < 32 and code not in (9, 10, 13)) or code == 127 else code for code in range(256))
_DECLARATION: Final = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
#: Data URIs and the like are megabytes that nobody reads.
_DATA_URI: Final = re.compile(r"""data:[^"')<>]{512,}""")
_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]{0,2000}>")
_VOID: Final = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"])
_PARTING: Final = frozenset(["p", "div", "li", "tr", "h1", "h2", "h3", "h4", "section", "article", "blockquote"])
#: libxml2 stops at 2,048 levels and drops all that follows; beyond this depth tags are left out and their text kept.
_DEEPEST: Final = 250


def parse_markup(markup: str) -> _Element:
    """The tree of `markup`, all its text in it however deep it lies. Raises InputError if there is no element."""
    cleaned = _DECLARATION.sub("", markup, count=1)
    if "data:" in cleaned:
        cleaned = _DATA_URI.sub("", cleaned)
    tree, too_deep = _parse(cleaned)
    if too_deep:
        tree, _ = _parse(_flatten(cleaned))
    return tree


def _parse(markup: str) -> tuple[_Element, bool]:
    """The tree, and whether the parser gave up for its depth."""
    parser = etree.HTMLParser(
        huge_tree=True, remove_comments=True, remove_pis=True, no_network=True, encoding="utf-8", collect_ids=False
    )
    try:
        tree = etree.fromstring(markup.encode("utf-8").translate(_CONTROLS), parser)
    except etree.XMLSyntaxError as error:
        raise InputError("no HTML in it", "extract") from error
    if tree is None:
        raise InputError("no HTML in it", "extract")
    too_deep = any(
        entry.level == etree.ErrorLevels.FATAL and "depth" in entry.message
        for entry in parser.error_log.filter_from_level(etree.ErrorLevels.FATAL)
    )
    return tree, too_deep


def _flatten(markup: str) -> str:
    """`markup` without the tags that lie deeper than `_DEEPEST`; those of blocks become line breaks."""
    depth = 0

    def keep(match: re.Match[str]) -> str:
        nonlocal depth
        name = match.group(2).lower()
        if name in _VOID:
            return match.group()
        instead = "<br><br>" if name in _PARTING else " "
        if match.group(1):
            inside = depth <= _DEEPEST
            depth = max(0, depth - 1)
            return match.group() if inside else instead
        depth += 1
        return match.group() if depth <= _DEEPEST else instead

    return _TAG.sub(keep, markup)
