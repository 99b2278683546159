"""The visible text of a tree as paragraphs, each with where it lies in the page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from lxml import etree

from readout.extraction.html.hints import Hint, read_hints

if TYPE_CHECKING:
    from lxml.etree import _Element

_UNSEEN: Final = frozenset(
    """
    script style noscript template svg math iframe object embed canvas audio video map select option datalist input
    textarea head title meta link button progress meter dialog
    """.split()
)
_BLOCK: Final = frozenset(
    """
    address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer
    form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td
    tfoot th thead tr ul
    """.split()
)
_INVISIBLE: Final = re.compile("[\u00ad\u200b\u2060\ufeff]")
_BREAK: Final = "\x1e"
_SEVERAL_BREAKS: Final = re.compile(rf"{_BREAK}(?:\s*{_BREAK})+")
_INLINE_ROLE, _BLOCK_ROLE, _UNSEEN_ROLE, _BREAK_ROLE, _LINK_ROLE, _EMPHASIS_ROLE = range(6)
_INLINE_ROLES: Final = {
    "br": _BREAK_ROLE,
    "a": _LINK_ROLE,
    "b": _EMPHASIS_ROLE,
    "strong": _EMPHASIS_ROLE,
    "em": _EMPHASIS_ROLE,
    "i": _EMPHASIS_ROLE,
}


@dataclass(slots=True)
class Node:
    """A block-level element: its place among the nodes, its tag and what its names say of it."""

    parent: int
    tag: str
    hint: int  #: bits of `Hint`
    inherited: int  #: its own hints and those of all that it lies in
    depth: int
    names: str = ""  #: class and id
    moment: str = ""  #: what a time element states for machines


@dataclass(slots=True)
class Line:
    """A paragraph of visible text: the node it lies in, and how many of its characters are links."""

    node: int
    text: str
    linked: int
    emphasised: int  #: characters in bold or italics
    order: int = 0


@dataclass(slots=True)
class Visible:
    """A page as its reader sees it, from top to bottom."""

    nodes: list[Node] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)

    def ancestors(self, node: int) -> list[int]:
        """The node and all it lies in, innermost first."""
        chain = []
        while node >= 0:
            chain.append(node)
            node = self.nodes[node].parent
        return chain


class _Gatherer:
    """The state of one walk over a tree."""

    def __init__(self) -> None:
        self.page = Visible()
        self.stack: list[int] = [-1]
        self.parts: list[str] = []
        self.linked = 0
        self.emphasised = 0
        self.in_link = 0
        self.in_emphasis = 0

    def open(self, tag: str, hint: int, names: str = "") -> None:
        self.flush()
        parent = self.stack[-1]
        above = self.page.nodes[parent] if parent >= 0 else None
        inherited = hint | above.inherited if above else hint
        self.page.nodes.append(Node(parent, tag, hint, inherited, above.depth + 1 if above else 0, names))
        self.stack.append(len(self.page.nodes) - 1)

    def close(self) -> None:
        self.flush()
        self.stack.pop()

    def enter(self, element: _Element) -> int:
        """Take note that an element begins; returns its role."""
        tag = element.tag
        role = _role(tag) if isinstance(tag, str) else _UNSEEN_ROLE
        if role == _BLOCK_ROLE or (role == _INLINE_ROLE and element.attrib):
            hint = read_hints(element, inline=role == _INLINE_ROLE) if tag != "body" else 0
            if hint & Hint.SKIP:
                self.flush()
                return _UNSEEN_ROLE
            if hint & Hint.HIDDEN and role == _INLINE_ROLE:
                return _UNSEEN_ROLE
            if role == _BLOCK_ROLE or hint:
                self.open(tag, hint, element.get("class") or "")
                if tag == "time":
                    self.page.nodes[-1].moment = element.get("datetime") or ""
                return _BLOCK_ROLE
        elif role == _BREAK_ROLE:
            self.parts.append(_BREAK)
        elif role == _LINK_ROLE:
            self.in_link += 1
        elif role == _EMPHASIS_ROLE:
            self.in_emphasis += 1
        return role

    def leave(self, role: int) -> None:
        """Take note that an element of this role ends."""
        if role == _BLOCK_ROLE:
            self.close()
        elif role == _LINK_ROLE:
            self.in_link -= 1
        elif role == _EMPHASIS_ROLE:
            self.in_emphasis -= 1

    def say(self, text: str | None) -> None:
        if text:
            self.parts.append(text)
            if self.in_link:
                self.linked += len(text.strip())
            if self.in_emphasis:
                self.emphasised += len(text.strip())

    def flush(self) -> None:
        if not self.parts:
            return
        joined = "".join(self.parts)
        if not joined.isspace():
            for piece in _paragraphs(joined):
                share = len(piece) / max(1, len(joined))
                self.page.lines.append(
                    Line(
                        self.stack[-1],
                        piece,
                        round(self.linked * share),
                        round(self.emphasised * share),
                        len(self.page.lines),
                    )
                )
        self.parts = []
        self.linked = self.emphasised = 0


def _paragraphs(joined: str) -> list[str]:
    """Text between two line breaks or more is a paragraph; one line break is a space."""
    if _BREAK not in joined:
        text = _clean(joined)
        return [text] if text else []
    pieces = []
    for chunk in _SEVERAL_BREAKS.split(joined):
        text = _clean(chunk.replace(_BREAK, " "))
        if text:
            pieces.append(text)
    return pieces


def _clean(text: str) -> str:
    """White space made single, layout marks inside words taken out."""
    if not text.isascii():
        text = _INVISIBLE.sub("", text)
    return " ".join(text.split())


@lru_cache(maxsize=256)
def _role(tag: str) -> int:
    if tag in _UNSEEN:
        return _UNSEEN_ROLE
    if tag in _BLOCK:
        return _BLOCK_ROLE
    return _INLINE_ROLES.get(tag, _INLINE_ROLE)


def gather_text(root: _Element) -> Visible:
    """All visible text under `root` in order. Iterative, so that depth does no harm; linear in the page."""
    gatherer = _Gatherer()
    gatherer.open("root", 0)
    walker = etree.iterwalk(root, events=("start", "end"))
    opened: list[int] = []
    for event, element in walker:
        if event == "start":
            role = gatherer.enter(element)
            if role == _UNSEEN_ROLE:
                walker.skip_subtree()
            else:
                gatherer.say(element.text)
            opened.append(role)
        else:
            gatherer.leave(opened.pop())
            gatherer.say(element.tail)
    gatherer.close()
    return gatherer.page
