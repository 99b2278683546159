"""What all inference rests on: spans of the stored text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from readout.errors import EvidenceError

if TYPE_CHECKING:
    from readout.spans import Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """Base of all that is inferred: the words it rests on, and the name of the rule that saw it.

    Raises EvidenceError if there is none (W3C PROV: nothing is derived from nothing).
    """

    evidence: tuple[Span, ...]
    rule: str

    def __post_init__(self) -> None:
        if not self.evidence:
            raise EvidenceError(f"{type(self).__name__} by rule {self.rule!r} has no evidence")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited(Generic[T]):
    """A value and where it is written: spans of the text, or a named place outside it.

    `where` is "text" (then `spans` is not empty), or names the place: "given" (sidecar, JSON line),
    "json-ld datePublished", "meta og:title", "copy" (inherited from a sister copy), ...
    """

    value: T
    where: str
    spans: tuple[Span, ...] = ()

    def __post_init__(self) -> None:
        if self.where == "text" and not self.spans:
            raise EvidenceError(f"{self.value!r} is said to stand in the text, but no span says where")
