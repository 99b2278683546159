"""Sentences that reject what was just told: "Estmark disputed this", "critics who said ...", "has been debunked"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.accounts.contested.replies import (
    AGAIN,
    Reply,
    find_denier,
    name_in,
    read_claim,
)
from readout.analysis.accounts.contested.tellers import holder_words
from readout.language.rejecting import rejecting
from readout.spans import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from readout.analysis.accounts.setting.scene import Line, Scene


def find_retorts(line: Line, scene: Scene) -> Iterator[Reply]:
    """The rejections in a line that point at what was just told, or at what someone is told to have said."""
    for match in rejecting()["it"].finditer(line.text):
        start, denier = find_denier(line, line.start + match.start("verb"), scene)
        if denier and not rejecting()["undone"].search(line.text[: match.start()].lower()):
            low = min(start, line.start + match.start())
            yield Reply(None, "", Span(line.article, low, line.start + match.end()), denier, "claim", AGAIN)
    for match in rejecting()["who"].finditer(line.text):
        yield from _told_by(line, match, scene)


def _told_by(line: Line, match: re.Match[str], scene: Scene) -> Iterator[Reply]:
    """Someone rejected with what they say: "pushed back against critics like Quill who said it was too late"."""
    start, denier = find_denier(line, line.start + match.start("verb"), scene)
    low, high = line.start + match.start("by"), line.start + match.end("by")
    named = [name for first, end, name in scene.mentions_in(line) if low <= first and end <= high + 1]
    owner = named[-1] if named else name_in(line, low, high, scene)
    claim = read_claim(line, match)
    if not denier or not owner or claim is None or rejecting()["undone"].search(line.text[: match.start()].lower()):
        return
    if not holder_words((owner,)) & holder_words((denier,)):
        first = min(start, line.start + match.start())
        yield Reply(claim, owner, Span(line.article, first, claim.start), denier, "claim", "that")
