"""Lines that one outlet prints in article after article."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from readout.groups import Groups
from readout.text.fold import fold
from readout.types import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from readout.types import Article, Block, Copy

_LONGEST: Final = 400  #: characters of a line that can be furniture
_FEWEST: Final = 3  #: articles, none a copy of another
_FEWEST_SENTENCES: Final = 5  #: the same for full sentences, since background paragraphs are honestly repeated
_SHARE: Final = 0.2  #: and of the outlet's articles
_LOOKED_AT: Final = (BlockKind.BODY, BlockKind.CAPTION, BlockKind.STANDFIRST)


def find_repeated(articles: Sequence[Article], copies: Sequence[Copy]) -> Mapping[str, tuple[Block, ...]]:
    """New blocks for the articles in which lines repeated by their outlet stood among the text."""
    groups = _groups_of_copies(articles, copies)
    by_outlet: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        if article.outlet is not None:
            by_outlet[fold(article.outlet.value)].append(article)
    found: dict[str, tuple[Block, ...]] = {}
    for members in by_outlet.values():
        if len(members) >= _FEWEST:
            furniture = _furniture(members, groups)
            found.update(_relabel(members, furniture) if furniture else ())
    return found


def _furniture(members: Sequence[Article], groups: Mapping[str, str]) -> set[str]:
    """The lines that stand in several of the outlet's articles that are no copies of each other."""
    seen: dict[str, set[str]] = defaultdict(set)
    for article in members:
        for block in article.blocks:
            if block.kind in _LOOKED_AT and block.end - block.start <= _LONGEST:
                seen[_key(article.text[block.start : block.end])].add(groups[article.id])
    distinct = len({groups[article.id] for article in members})
    furniture = set()
    for line, where in seen.items():
        sentence = line.rstrip("\"')").endswith((".", "!", "?")) and line.count(" ") >= 5
        enough = max(_FEWEST_SENTENCES, _SHARE * distinct) if sentence else _FEWEST
        if len(where) >= enough:
            furniture.add(line)
    return furniture


def _relabel(members: Sequence[Article], furniture: set[str]) -> Iterable[tuple[str, tuple[Block, ...]]]:
    for article in members:
        blocks = tuple(
            replace(block, kind=BlockKind.BOILERPLATE, rule="repeated by the outlet")
            if block.kind in _LOOKED_AT
            and block.end - block.start <= _LONGEST
            and _key(article.text[block.start : block.end]) in furniture
            else block
            for block in article.blocks
        )
        if blocks != article.blocks and any(block.kind is BlockKind.BODY for block in blocks):
            yield article.id, blocks


def _key(text: str) -> str:
    return " ".join(fold(text).split())


def _groups_of_copies(articles: Sequence[Article], copies: Sequence[Copy]) -> dict[str, str]:
    """Each article's group: articles linked by copies are one."""
    known = {article.id for article in articles}
    groups = Groups(known)
    for copy in copies:
        if copy.a in known and copy.b in known:
            groups.join(copy.a, copy.b)
    return {identifier: groups.root(identifier) for identifier in known}
