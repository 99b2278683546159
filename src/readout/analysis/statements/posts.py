"""Posts of social networks that an article puts in: each is a statement of whoever signed it."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from readout.spans import Span, identify
from readout.types import READABLE, Manner, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readout.types import Article, Cited, Entity


def find_posted(article: Article, entities: Sequence[Entity]) -> Iterator[Statement]:
    """One statement for each post that the blocks of the article give to a voice of its own, in order.

    `cue` is empty: that it stands over a signature is what says so; `named` are the words of the signature.
    """
    blocks = article.blocks_of(*READABLE)
    for voice, group in groupby(blocks, key=lambda block: block.voice):
        if voice is None or not voice.spans:
            continue
        content = tuple(
            Span(article.id, block.start, block.end)
            for block in group
            if not any(block.start <= named.start < block.end for named in voice.spans)
        )
        if content:
            yield Statement(
                id=identify("statement", article.id, "post", content),
                article=article.id,
                content=content,
                cue=(),
                named=voice.spans,
                speaker=_name(voice, entities),
                manner=Manner.DIRECT,
                act="assert",
                speaker_why="signed the post",
                evidence=tuple(sorted({*content, *voice.spans})),
                rule="embedded post",
            )


def within_posts(statements: Sequence[Statement], posted: Sequence[Statement]) -> tuple[Statement, ...]:
    """The other statements: what a post itself says (`We announced ...`) is the post; whom it quotes, it passes on."""
    if not posted:
        return tuple(statements)
    kept = []
    for statement in statements:
        first = statement.cue[0] if statement.cue else statement.content[0]
        post = next((p for p in posted if any(part.start <= first.start < part.end for part in p.content)), None)
        if post is None:
            kept.append(statement)
        elif statement.speaker is not None and statement.speaker != post.speaker:
            voice = () if post.speaker is None or post.speaker in statement.via else (post.speaker,)
            kept.append(replace(statement, via=(*statement.via, *voice)))
    return tuple(kept)


def _name(voice: Cited[str], entities: Sequence[Entity]) -> str:
    """The canonical name of whoever the signature names, or the name as signed."""
    signed = voice.spans[0]
    for entity in entities:
        if any(2 * mention.shared(signed) >= len(voice.value) for mention in entity.evidence):
            fuller = voice.value.endswith(f" {entity.name}")  # signed "Ann Doe" where the text has only "Doe"
            return voice.value if fuller else entity.name
    return voice.value
