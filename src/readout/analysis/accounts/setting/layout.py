"""A story laid out for comparison: its lines, their telling terms and statements, and how rare each term is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from readout.language.terms import is_country, is_title, plain_stem, weigh_stems
from readout.language.terms import stem as stem_of
from readout.text.fold import fold, words
from readout.types import BlockKind, EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from readout.analysis.accounts.setting.lines import Line
    from readout.spans import Span
    from readout.types import Annotation, Article, Statement, StoryMaterial, Token

_OFFICE = 48  #: characters before a name in which an office and its country stand
_OFFICIAL = ("NOUN", "PROPN", "ADJ")  #: parts of speech of the words for an office
_LINKS = frozenset(("'s", "’s", "of", "-"))  #: what links them
_LEAD = 6  #: lines at the head of an article that say what it is about
_STRETCH = 1000  #: code points; statements are looked up by the stretches they touch


def _stretches(span: Span) -> range:
    """The numbers of the stretches of text that a span touches."""
    return range(span.start // _STRETCH, (span.end - 1) // _STRETCH + 1)


def _country_before(line: Line, place: int) -> set[str]:
    """The country in the words for an office right before a name: "Russia's foreign minister, Sergei ..."."""
    found: set[str] = set()
    titled = False
    before = [token for token in line.tokens if place - _OFFICE <= token.start < place]
    for number, token in enumerate(reversed(before)):
        if token.pos not in _OFFICIAL and fold(token.text) not in _LINKS and (number or token.text != ","):
            break
        titled = titled or is_title(fold(token.text))
        if is_country(country := stem_of(fold(token.text))):
            found.add(country)
    return found if titled else set()


@dataclass(frozen=True)
class Layout:
    """All lines of a story, with what is asked about them but for who holds what (`scene.Scene`)."""

    material: StoryMaterial
    lines: tuple[Line, ...]

    @cached_property
    def annotations(self) -> tuple[Annotation, ...]:
        """The annotated articles by id, so that the order of input does not matter."""
        return tuple(sorted(self.material.annotations, key=lambda annotation: annotation.article.id))

    @cached_property
    def weights(self) -> dict[str, float]:
        """How telling each stem is among the story's lines."""
        return weigh_stems(line.stems for line in self.lines)

    @cached_property
    def articles(self) -> dict[str, Article]:
        """The articles by id."""
        return {annotation.article.id: annotation.article for annotation in self.material.annotations}

    @cached_property
    def origins(self) -> dict[str, str]:
        """The id of the origin of each article."""
        return {article: self.material.origin_of(article).id for article in self.articles}

    def origin_at(self, span: Span) -> str:
        """The id of the origin of the words under `span`."""
        return self.material.origin_at(span).id if span.article in self._parted else self.origins[span.article]

    @cached_property
    def _parted(self) -> frozenset[str]:
        """The articles that have parts of another origin."""
        return frozenset(part.article for origin in self.material.origins for part in origin.parts)

    @cached_property
    def leading(self) -> frozenset[str]:
        """The stems that stand in the first lines of most articles: what the story is about."""
        counts: Counter[str] = Counter()
        for _, lines in self._lines_of.values():
            counts.update({stem for line in lines[:_LEAD] for stem in line.stems})
        return frozenset(stem for stem, count in counts.items() if count > 1 and 2 * count >= len(self.articles))

    @cached_property
    def _written(self) -> tuple[frozenset[str], frozenset[str]]:
        """The words that the texts write with a small letter, and those with a capital inside a sentence."""
        inside = [t.text for line in self.lines if line.kind is not BlockKind.HEADLINE for t in line.tokens[1:]]
        return frozenset(w for w in inside if w.islower()), frozenset(w.lower() for w in inside if w[:1].isupper())

    def is_written_small(self, token: Token) -> bool:
        """Whether a word that opens a sentence has a small letter elsewhere, or is a noun that has no capital there."""
        small, large = self._written
        word = token.text.lower()
        return word in small or (token.pos in ("NOUN", "NUM") and word not in large)

    @cached_property
    def people(self) -> frozenset[str]:
        """The stems of the names of the story's persons, of those who speak, and of the outlets."""
        named = [e.name for a in self.material.annotations for e in a.entities if e.kind is EntityKind.PERSON]
        named += [s.speaker for a in self.material.annotations for s in a.statements if s.speaker]
        named += [outlet.value for a in self.articles.values() for outlet in (a.outlet, *a.agencies) if outlet]
        return frozenset(
            stem for name in named for word in words(name) for stem in (plain_stem(word.folded), stem_of(word.folded))
        )

    @cached_property
    def roles(self) -> dict[str, tuple[str, ...]]:
        """The roles and other names of each entity, by its name."""
        found: dict[str, tuple[str, ...]] = {}
        for annotation in self.material.annotations:
            for entity in annotation.entities:
                found[entity.name] = (*found.get(entity.name, ()), *entity.roles, *entity.aliases)
        return found

    @cached_property
    def persons(self) -> frozenset[str]:
        """The canonical names of the story's persons."""
        return frozenset(e.name for a in self.material.annotations for e in a.entities if e.kind is EntityKind.PERSON)

    @cached_property
    def sides(self) -> dict[str, frozenset[str]]:
        """The country for which a person speaks, by what stands before the name: "Russia's foreign minister, ..."."""
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for line in self.lines:
            for start, _, name in self.mentions_in(line) if line.kind is not BlockKind.HEADLINE else ():
                if name in self.persons:
                    counts[name].update(_country_before(line, start))
        return {name: frozenset((max(found, key=lambda c: (found[c], c)),)) for name, found in counts.items() if found}

    @cached_property
    def _mentions(self) -> dict[str, tuple[list[int], list[tuple[int, int, str]]]]:
        found: dict[str, tuple[list[int], list[tuple[int, int, str]]]] = {}
        for annotation in self.material.annotations:
            named = sorted(
                (span.start, span.end, entity.name)
                for entity in annotation.entities
                for span in entity.evidence
                if span.article == annotation.article.id
            )
            found[annotation.article.id] = ([start for start, _, _ in named], named)
        return found

    def shown(self, span: Span) -> str:
        """The words under a span, on one line."""
        return " ".join(self.articles[span.article].words(span).split())

    def mentions_in(self, line: Line) -> list[tuple[int, int, str]]:
        """The named entities in a line: start, end, canonical name."""
        starts, named = self._mentions.get(line.article, ([], []))
        return named[bisect_left(starts, line.start) : bisect_left(starts, line.end)]

    def mentions_of(self, article: str) -> list[tuple[int, int, str]]:
        """The named entities of an article in order: start, end, canonical name."""
        return self._mentions.get(article, ([], []))[1]

    @cached_property
    def _lines_of(self) -> dict[str, tuple[list[int], list[Line]]]:
        grouped: dict[str, list[Line]] = defaultdict(list)
        for line in self.lines:
            grouped[line.article].append(line)
        return {article: ([line.start for line in lines], lines) for article, lines in grouped.items()}

    @cached_property
    def measures(self) -> dict[str, tuple[Span, ...]]:
        """Where each article tells a date or an amount."""
        return {
            annotation.article.id: tuple(
                span for found in (*annotation.times, *annotation.amounts) for span in found.evidence
            )
            for annotation in self.material.annotations
        }

    @cached_property
    def utterance_of(self) -> dict[str, str]:
        """The utterance of each statement, by their ids."""
        return {statement: found.id for found in self.material.utterances for statement in found.statements}

    @cached_property
    def _statements_near(self) -> dict[tuple[str, int], list[Statement]]:
        """Statements by article and the stretches of text that their content touches."""
        near: dict[tuple[str, int], list[Statement]] = defaultdict(list)
        for annotation in self.material.annotations:
            for statement in annotation.statements:
                for number in sorted({number for part in statement.content for number in _stretches(part)}):
                    near[annotation.article.id, number].append(statement)
        return near

    def line_at(self, article: str, offset: int) -> Line | None:
        """The line that holds this place, or None if the place is not readable."""
        starts, lines = self._lines_of.get(article, ([], []))
        number = bisect_right(starts, offset) - 1
        return lines[number] if number >= 0 and offset < lines[number].end else None

    def line_numbered(self, article: str, number: int) -> Line | None:
        """The line with this number in the article, or None."""
        _, lines = self._lines_of.get(article, ([], []))
        return lines[number] if 0 <= number < len(lines) else None

    def lines_of(self, article: str) -> list[Line]:
        """The lines of an article in order."""
        return self._lines_of.get(article, ([], []))[1]

    def statements_at(self, span: Span) -> list[Statement]:
        """The statements near the span, each once."""
        near = {
            statement.id: statement
            for number in _stretches(span)
            for statement in self._statements_near.get((span.article, number), ())
        }
        return list(near.values())

    @cached_property
    def _statements_of(self) -> dict[str, list[Statement]]:
        return {
            annotation.article.id: sorted(annotation.statements, key=lambda s: (s.content[0], s.id))
            for annotation in self.material.annotations
        }

    def statements_of(self, article: str) -> list[Statement]:
        """The statements of an article in the order of their contents."""
        return self._statements_of.get(article, [])

    def statements_over(self, span: Span) -> list[Statement]:
        """The statements whose content holds at least half of the span, the innermost first."""
        found = []
        for statement in self.statements_at(span):
            shared = sum(part.shared(span) for part in statement.content)
            if 2 * shared >= len(span):
                found.append((sum(map(len, statement.content)), statement.id, statement))
        return [entry[2] for entry in sorted(found, key=lambda entry: entry[:2])]

    def is_attribution(self, span: Span) -> bool:
        """Whether the words only say who speaks ("the minister said in a statement"), and not what is said."""
        framing = content = 0
        for statement in self.statements_at(span):
            framing = max(framing, sum(part.shared(span) for part in (*statement.cue, *statement.named)))
            content = max(content, sum(part.shared(span) for part in statement.content))
        return framing * 3 >= len(span) and content * 3 < len(span)

    def weight(self, stems: Iterable[str]) -> float:
        """The sum of the weights of some stems."""
        weights = self.weights
        return sum([weights.get(stem, 1.0) for stem in stems])

    def _weight_of(self, stems: frozenset[str]) -> float:
        """As `weight`, kept for sets that come again."""
        found = self._weighed.get(stems)
        if found is None:
            found = self._weighed[stems] = self.weight(stems)
        return found

    @cached_property
    def _weighed(self) -> dict[frozenset[str], float]:
        return {}

    def likeness(self, a: frozenset[str], b: frozenset[str]) -> tuple[float, float, float]:
        """By weight: what the two share, as part of the lighter one, and as part of both."""
        shared = self.weight(a & b)
        one, two = self._weight_of(a), self._weight_of(b)
        lighter, union = min(one, two), one + two - shared
        return shared, (shared / lighter if lighter else 0.0), (shared / union if union else 0.0)
