"""What seems so to someone who is not named, and stands inside a clause: `while she seemed rattled by the vote`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.statements.contents.borders import grown
from readout.analysis.statements.hits import Found, Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readout.analysis.statements.doubtful.room import Room
    from readout.analysis.statements.reading import Reading

_SEEMING = frozenset(["seem", "appear"])
_LINKS = frozenset(["to", "like", "as", "that"])


def find_impressions(room: Room) -> Iterator[Found]:
    """The reports of free verbs of seeming: the subject, and how it seems."""
    if room.reading.lemmas.isdisjoint(_SEEMING):
        return
    for at, word in enumerate(room.reading.words):
        if word.lemma in _SEEMING and word.pos == "VERB" and word.quote < 0 and not room.taken[at]:
            found = _seeming(room.reading, at)
            if found is not None:
                yield found


def _seeming(reading: Reading, at: int) -> Found | None:
    """`he seemed rattled by the vote`, `appears to have won`: what seems so, and how."""
    words = reading.words
    subject = reading.child(at, "nsubj")
    if subject is None or subject > at or at + 2 >= len(words):
        return None
    low = at + 1
    governed = any(kid > at and words[kid].dep in ("xcomp", "ccomp", "advcl") for kid in reading.kids[at])
    if not governed or (words[at].lemma == "appear" and words[low].folded not in _LINKS and words[low].pos != "ADJ"):
        return None
    hit = Hit(at, at, at, "verb", words[at].lemma)
    about = (reading.left[subject], min(reading.right[subject], at - 1))
    content = (low, grown(reading, hit, low + 1))
    pieces = (content,) if words[subject].folded in ("it", "there") else (about, content)
    return Found(hit, pieces, None, "estimate", "seeming")
