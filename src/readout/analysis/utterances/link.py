"""The partition of a story's statements into utterances."""

from __future__ import annotations

from collections import defaultdict
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel, LCSseq

from readout.analysis.utterances.match import (
    DIFFERENT,
    SAME,
    Match,
    compare_speakers,
    match_sayings,
)
from readout.analysis.utterances.sayings import Saying, Speakers, read_sayings
from readout.language.terms import weigh_stems
from readout.spans import identify
from readout.types import Utterance

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from readout.types import StoryMaterial

_PROVED = (4, 0.7)  #: words of a piece, and part of them in the whole, that show it to be the same stretch
_SHORT = 12  #: words up to which a piece with another edge is altered
_SHOWN = 400  #: words of a quotation in which the run is looked for
_SLACK = 4  #: words put in that a piece of a quotation may have lost
_COMMON = 80  #: a stem in more statements than this leads to no candidates


def _read_sayings(material: StoryMaterial) -> list[Saying]:
    """All statements of the story, ready for comparison, in order of article and place."""
    annotations = sorted(material.annotations, key=lambda annotation: annotation.article.id)
    speakers = Speakers(annotations)
    return [
        saying for place, annotation in enumerate(annotations) for saying in read_sayings(annotation, place, speakers)
    ]


def _candidates(sayings: Sequence[Saying]) -> list[tuple[int, int]]:
    """Pairs that share a rare stem, or two common ones."""
    holding: dict[str, list[int]] = defaultdict(list)
    for number, saying in enumerate(sayings):
        for stem in sorted(saying.stems):
            holding[stem].append(number)
    pairs: set[tuple[int, int]] = set()
    for _, members in sorted(holding.items()):
        if len(members) <= _COMMON:
            pairs.update((a, b) for i, a in enumerate(members) for b in members[i + 1 :])
    return sorted(pairs)


class _Groups:
    """Disjoint groups of sayings that grow by links, the strongest first."""

    def __init__(self, sayings: Sequence[Saying]) -> None:
        self.sayings = sayings
        self.owner = list(range(len(sayings)))
        self.members = {number: [number] for number in self.owner}

    def may_join(self, a: int, b: int, match: Match, linked: Mapping[tuple[int, int], Match]) -> bool:
        """Whether the groups of a and b hold no pair that speaks against their being one saying."""
        for one in self.members[self.owner[a]]:
            for two in self.members[self.owner[b]]:
                if (min(one, two), max(one, two)) in linked:
                    continue
                left, right = self.sayings[one], self.sayings[two]
                if not match.sure and compare_speakers(left, right) == DIFFERENT:
                    return False
                if left.statement.article == right.statement.article and not match.verbatim:
                    return False
        return True

    def join(self, a: int, b: int) -> None:
        """Make the groups of a and b one."""
        kept, gone = sorted((self.owner[a], self.owner[b]))
        for member in self.members.pop(gone):
            self.owner[member] = kept
            self.members[kept].append(member)


def is_altered(saying: Saying, fullest: Saying) -> bool:
    """Whether a stretch of the quoted words differs from the fullest's inside what both have.

    Quotations that an outlet's words or dots part are compared one by one, since a marked omission alters nothing;
    short forms ("I've") are read in full.
    """
    if saying is fullest or not fullest.pieces:
        return False
    return any(_differs(piece, max(fullest.pieces, key=lambda other: _shared(piece, other))) for piece in saying.pieces)


def _shared(piece: tuple[str, ...], other: tuple[str, ...]) -> float:
    return LCSseq.similarity(piece, other)


def _differs(piece: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Whether a piece that is mostly in the whole has other words inside, or at its edge if it is short."""
    if len(piece) < _PROVED[0] or _shared(piece, whole) < _PROVED[1] * len(piece):
        return False
    there = _nearby(piece, whole)
    codes = list(Indel.opcodes(piece, there))
    changed = [code for number, code in enumerate(codes) if 0 < number < len(codes) - 1 and code.tag != "equal"]
    edges = [code for code in (codes[0], codes[-1]) if code.tag in ("delete", "replace")]
    return bool(changed) or (bool(edges) and len(piece) < len(whole) and len(piece) <= _SHORT)


def _nearby(piece: tuple[str, ...], whole: tuple[str, ...]) -> tuple[str, ...]:
    """The stretch of the whole about the longest run of words that the piece has too: an "I" far off is another."""
    matcher = SequenceMatcher(None, piece[:_SHOWN], whole[:_SHOWN], autojunk=False)
    at, there, size = matcher.find_longest_match()
    if size == len(piece):
        return whole[there : there + size]
    return whole[max(0, there - at - _SLACK) : there + len(piece) - at + _SLACK]


def _make_utterance(sayings: Sequence[Saying], rule: str) -> Utterance:
    """One utterance from its statements."""
    fullest = max(sayings, key=lambda s: (len(s.quoted), len(s.tokens), tuple(-n for n in s.order)))
    named = [s.statement.speaker for s in sayings if s.statement.speaker]
    speaker = max(sorted(set(named)), key=lambda name: (named.count(name), len(name))) if named else None
    altered = tuple(s.statement.id for s in sayings if is_altered(s, fullest))
    return Utterance(
        id=identify("utterance", sorted(s.statement.id for s in sayings)),
        evidence=tuple(span for s in sayings for span in s.statement.content),
        rule=rule,
        speaker=speaker,
        statements=tuple(s.statement.id for s in sayings),
        fullest=fullest.statement.id,
        altered=altered,
    )


def link_utterances(material: StoryMaterial) -> tuple[Utterance, ...]:
    """A partition of the statements of a story into utterances, in order of article and place.

    Statements are linked by shared words (weighed by how rare they are in the story) if speaker, numbers and
    negation agree; links are taken strongest first, those of one speaker before others, and none is taken that
    would join different sayings.
    """
    sayings = _read_sayings(material)
    weights = weigh_stems(saying.stems for saying in sayings)
    found = {
        (a, b): match for a, b in _candidates(sayings) if (match := match_sayings(sayings[a], sayings[b], weights))
    }
    groups = _Groups(sayings)
    rules: dict[int, str] = {}

    def rank(item: tuple[tuple[int, int], Match]) -> tuple[object, ...]:
        (a, b), match = item
        one, two = sayings[a], sayings[b]
        other = compare_speakers(one, two) != SAME
        return (other, other and not one.speaker & two.speaker, not match.verbatim, -match.strength, a, b)

    for (a, b), match in sorted(found.items(), key=rank):
        if groups.owner[a] != groups.owner[b] and groups.may_join(a, b, match, found):
            groups.join(a, b)
            rules[groups.owner[a]] = match.rule
    return tuple(
        _make_utterance([sayings[number] for number in sorted(members)], rules.get(first, "alone"))
        for first, members in sorted(groups.members.items())
    )
