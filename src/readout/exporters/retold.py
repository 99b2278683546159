"""What was said once and is reported by several articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readout.types import Statement, StoryMaterial, Utterance


def retold(material: StoryMaterial) -> Iterator[tuple[Utterance, list[Statement]]]:
    """The utterances that at least two articles report, each with its statements, none nested in another."""
    statements = {s.id: s for annotation in material.annotations for s in annotation.statements}
    for utterance in material.utterances:
        said = _apart([statements[i] for i in utterance.statements if i in statements], utterance)
        if len({statement.article for statement in said}) > 1:
            yield utterance, said


def _apart(said: Sequence[Statement], utterance: Utterance) -> list[Statement]:
    """The statements without those nested in another of the same article ("X said that Y said that ...").

    The fullest stays, then those of the utterance's own speaker, then the longest; the order is kept.
    """

    def weight(statement: Statement) -> tuple[bool, bool, int, str]:
        own = statement.speaker == utterance.speaker
        return (statement.id != utterance.fullest, not own, -_size(statement), statement.id)

    kept: dict[str, list[Statement]] = {}
    for statement in sorted(said, key=weight):
        others = kept.setdefault(statement.article, [])
        if not any(2 * _shared(statement, other) >= min(_size(statement), _size(other)) for other in others):
            others.append(statement)
    chosen = {statement.id for others in kept.values() for statement in others}
    return [statement for statement in said if statement.id in chosen]


def _size(statement: Statement) -> int:
    return sum(len(span) for span in statement.content)


def _shared(one: Statement, other: Statement) -> int:
    return sum(a.shared(b) for a in one.content for b in other.content)
