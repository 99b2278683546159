"""What is gathered on one name while an article is read."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from readout.types import EntityKind

if TYPE_CHECKING:
    from readout.analysis.names.candidates import Candidate


@dataclass(slots=True)
class Group:
    """All mentions of one name, by its folded words."""

    key: tuple[str, ...]  #: folded words
    kind: EntityKind = EntityKind.OTHER
    lead: float = 0.0
    shown: defaultdict[str, int] = field(default_factory=partial(defaultdict, int))  #: how often each form
    places: list[tuple[int, int]] = field(default_factory=list)
    candidates: list[Candidate] = field(default_factory=list)
    chances: list[tuple[float, ...]] = field(default_factory=list)  #: of KINDS, for each candidate
    aliases: set[str] = field(default_factory=set)

    def take(self, other: Group) -> None:
        """Take over the mentions of another form of the same name."""
        self.places.extend(other.places)
        self.candidates.extend(other.candidates)
        self.chances.extend(other.chances)
        self.aliases.update(other.shown)
        self.aliases.update(other.aliases)
