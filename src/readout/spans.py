"""Spans: half-open stretches of an article's text, and the identifiers made from content."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b, sha256
from typing import TYPE_CHECKING, Final

from readout.errors import EvidenceError

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONG: Final = 4096  #: characters or bytes


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points `[start, end)` of the text of the article with this id (W3C TextPositionSelector).

    Raises EvidenceError if it is empty or starts before the text.
    """

    article: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise EvidenceError(f"not a span: [{self.start}, {self.end}) of article {self.article}")

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.article == other.article and self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.article == other.article and self.start <= other.start and other.end <= self.end

    def shared(self, other: Span) -> int:
        """How many characters the two have in common."""
        if self.article != other.article:
            return 0
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def cover(self, other: Span) -> Span:
        """The smallest span that holds both; both must be of one article."""
        if self.article != other.article:
            raise EvidenceError(f"spans of two articles: {self.article} and {other.article}")
        return Span(self.article, min(self.start, other.start), max(self.end, other.end))


def merge_spans(spans: Iterable[Span], gap: int = 0) -> tuple[Span, ...]:
    """Sorted spans in which those that overlap, or lie at most `gap` characters apart, are one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and merged[-1].article == span.article and span.start <= merged[-1].end + gap:
            merged[-1] = merged[-1].cover(span)
        else:
            merged.append(span)
    return tuple(merged)


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """`start` and `end` moved inwards past white space; start == end if nothing else is there."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def identify(*parts: object) -> str:
    """A short identifier that depends on the content of `parts` and on nothing else (blake2b, 64 bits)."""
    digest = blake2b(digest_size=8)
    for part in parts:
        # To write out a whole page takes longer than to hash it.
        if isinstance(part, str | bytes) and len(part) > _LONG:
            body = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
            digest.update(type(part).__name__.encode() + sha256(body).digest())
        else:
            digest.update(repr(part).encode("utf-8", "surrogatepass"))
        digest.update(b"\x1f")
    return digest.hexdigest()
