"""What is known of an article while its page or text is still being read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from readout.extraction.credits import find_relayed
from readout.spans import Span
from readout.types import Cited

if TYPE_CHECKING:
    from readout.extraction.credits import Credit
    from readout.types import Block


@dataclass(slots=True)
class Reading:
    """What a text says of itself, as it is put together; spans are of the article with id `article`."""

    article: str
    text: str
    blocks: list[Block] = field(default_factory=list)
    headline: Cited[str] | None = None
    outlet: Cited[str] | None = None
    published: Cited[str] | None = None
    updated: Cited[str] | None = None
    credits: list[Credit] = field(default_factory=list)
    authors: list[Cited[str]] = field(default_factory=list)
    conflicts: list[str] = field(default_factory=list)
    wires: list[Cited[str]] = field(default_factory=list)  #: agencies that the page names outside its text

    def cite(self, value: str, *bounds: tuple[int, int]) -> Cited[str]:
        """`value` with the places in the text that state it."""
        return Cited(value=value, where="text", spans=tuple(Span(self.article, start, end) for start, end in bounds))

    def agencies(self) -> tuple[Cited[str], ...]:
        """Each agency once, in order of name, with the words that credit it (or the place outside the text that does);
        weak credits only if there is no other.
        """
        strong = [credit for credit in self.credits if not credit.weak]
        if not strong and not self.wires:
            relayed = find_relayed(self.text) if self.credits else frozenset()
            strong = [credit for credit in self.credits if credit.agency not in relayed]
        names = sorted({credit.agency for credit in strong})
        found = {
            name: self.cite(name, *sorted({(c.start, c.end) for c in strong if c.agency == name})) for name in names
        }
        found |= {wire.value: wire for wire in reversed(self.wires) if wire.value not in found}
        return tuple(found[name] for name in sorted(found))
