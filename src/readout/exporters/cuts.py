"""Whose words an editor left out of a copy: the cut that changes an account."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from readout.spans import Span, merge_spans
from readout.types import Relation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.types import Copy, Statement, StoryMaterial

_MOSTLY = 0.8  # share of a statement's words that must be gone


@dataclass(frozen=True, slots=True)
class LostVoice:
    """Someone who speaks in the fuller text and nowhere in the copy, and one statement of theirs that was cut."""

    speaker: str
    denies: bool
    statement: Statement


def lost_voices(copy: Copy, material: StoryMaterial) -> list[LostVoice]:
    """The speakers of `copy.a` whose words were cut and who do not speak in `copy.b`; those who deny come first.

    Texts that share only a part left each other nothing to cut, so they have none.
    """
    if copy.relation is Relation.PARTIAL:
        return []
    cuts = merge_spans((edit.a for edit in copy.edits if edit.a is not None and edit.b is None), gap=2)
    if not cuts:
        return []
    heard: set[str] = set()
    said: Sequence[Statement] = ()
    for annotation in material.annotations:
        if annotation.article.id == copy.b:
            heard = {s.speaker for s in annotation.statements if s.speaker}
        elif annotation.article.id == copy.a:
            said = annotation.statements
    lost: dict[str, LostVoice] = {}
    for statement in said:
        speaker = statement.speaker
        if speaker is None or _is_heard(speaker, heard) or not _is_cut(statement, cuts):
            continue
        denies = statement.act == "deny"
        if speaker not in lost or (denies and not lost[speaker].denies):
            lost[speaker] = LostVoice(speaker, denies, statement)
    return sorted(lost.values(), key=lambda voice: (not voice.denies, voice.statement.content[0]))


def _is_heard(speaker: str, heard: set[str]) -> bool:
    """Whether the name, or a longer one with all its words ("union", "dock workers' union"), speaks in the copy."""
    words = set(speaker.casefold().split())
    return any(words <= set(name.casefold().split()) for name in heard)


def _is_cut(statement: Statement, cuts: Sequence[Span]) -> bool:
    size = sum(len(span) for span in statement.content)
    gone = sum(span.shared(cut) for span in statement.content for cut in cuts)
    return gone >= _MOSTLY * size
