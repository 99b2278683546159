"""The form a reporting verb stands in: passive, or an infinitive with "to"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readout.analysis.statements.reading import Reading


def is_passive(reading: Reading, at: int) -> bool:
    """Whether the verb is a passive; "has called" is none, whatever the parse makes of its subject."""
    if reading.child(at, "aux:pass") is not None:
        return True
    if reading.child(at, "nsubj:pass") is None:
        return False
    aux = [reading.words[kid].folded for kid in reading.kids[at] if reading.words[kid].dep == "aux"]
    return not any(word in ("has", "have", "had", "'ve") for word in aux)


def has_to(reading: Reading, at: int) -> bool:
    """Whether the verb is an infinitive with "to"."""
    return any(reading.words[kid].folded == "to" and kid < at for kid in reading.kids[at])
