"""Whose words stand in a cell of the grid: of an account's holders, those whom the articles of that column name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.exporters.wording import holder_words, name_article

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from readout.spans import Span
    from readout.types import Account, Origin, Statement, StoryMaterial


def _words(name: str) -> list[str]:
    return name.casefold().split()


def _is_of(holder: str, names: Iterable[set[str]]) -> bool:
    """Whether an outlet's voice is that of one of these outlets: "Harbour News" speaks for "Harbour Online News"."""
    words = _words(holder_words([holder]).removesuffix(" itself"))
    return any(name.issuperset(words) for name in names)


class Voices:
    """The statements of a story, by article."""

    def __init__(self, material: StoryMaterial) -> None:
        self.material = material
        self._heard: dict[Span, frozenset[str]] = {}
        self._statements: dict[str, Sequence[Statement]] = {a.article.id: a.statements for a in material.annotations}

    def holders_here(self, account: Account, here: Iterable[Span], group: Iterable[Origin]) -> list[str]:
        """The holders of an account without those who speak only in other columns.

        Those are other origins' outlets, and whoever is found as the speaker of evidence elsewhere and of none `here`.
        A holder whom no statement names is kept, since nothing says where they speak; where nobody is left, the
        outlets of the evidence speak themselves.
        """
        spans = tuple(here)
        own = [set(_words(name)) for name in self._names(group)]
        outside = {h for h in account.holders if h.startswith("outlet:") and not _is_of(h, own)}
        speaking, anywhere = self._speakers(spans), self._speakers(account.evidence)
        kept = [h for h in account.holders if h not in outside and (h in speaking or h not in anywhere)]
        if kept:
            return kept
        articles = dict.fromkeys(span.article for span in spans)
        return [f"outlet:{name_article(self.material.article(article))}" for article in articles]

    def _names(self, group: Iterable[Origin]) -> Iterator[str]:
        for origin in group:
            yield origin.name
            yield from (name_article(self.material.article(article)) for article in origin.articles)

    def _speakers(self, spans: Iterable[Span]) -> set[str]:
        """Who makes the statements that stretches of evidence have words of."""
        return {name for span in spans for name in self._heard_in(span)}

    def _heard_in(self, span: Span) -> frozenset[str]:
        if span not in self._heard:
            self._heard[span] = frozenset(
                name
                for statement in self._statements.get(span.article, ())
                if any(part.shared(span) for part in statement.content)
                for name in (statement.speaker, statement.description)
                if name
            )
        return self._heard[span]
