"""Whether two statements are one saying: verbatim, cut, reworded, indirect, or translated another way."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import LCSseq

from readout.language.frequencies import is_frequent
from readout.language.terms import stem
from readout.types import Manner

if TYPE_CHECKING:
    from collections.abc import Mapping

    from readout.analysis.utterances.sayings import Saying

SAME, COMPATIBLE, OPEN, DIFFERENT = 3, 2, 1, 0
_LONG_QUOTE = 5
_SURELY = 9  #: words in one run that two speakers hardly both say: one of them is misread
_RATHER = 6  #: words in one run that one speaker hardly says twice
_HALF = 0.55  #: part of the shorter one that must stand in the other with such a run
_RETOLD, _TELLING = 0.75, 6.0  #: part of an indirect telling, and weight, that a quotation of the same speaker holds
_SCATTERED = 0.45  #: part of a quotation below which its words stand in another in no order
_TOGETHER, _ALONE = 2.0, 3.0  #: weight of a few quoted words, and of one, that show the same saying
_FRAMED = 0.5  #: part of a sentence that must stand in another if a telling word of it does not
_OFTEN = 0.05  #: part of all stretches of text that a word stands in and still tells something by itself
_FAR = 3  #: times as long as a quotation, in which its words may stand by chance
_TWISTED = 0.15  #: how much more two quotations of a speaker must share if one denies
_LIMIT = 400  #: words compared at most; longer statements are compared by their beginning


class Match(NamedTuple):
    """How strong it is (0 to 1), by which rule, and whether the words are nearly the same."""

    strength: float
    rule: str
    verbatim: bool
    sure: bool = False  #: whether a long run of words is the same, whoever is said to have spoken


def compare_speakers(a: Saying, b: Saying) -> int:
    """SAME, COMPATIBLE (the names share a word, or one stands
    in what the other is said to say: "AP: Doe said ..."), OPEN (one is not known), DIFFERENT.
    """
    if _is_said_by(a, b) or _is_said_by(b, a):
        return COMPATIBLE
    if not a.speaker or not b.speaker:
        return OPEN
    if a.statement.speaker == b.statement.speaker:
        return SAME
    if a.speaker <= b.speaker or b.speaker <= a.speaker:
        return SAME
    return COMPATIBLE if a.speaker & b.speaker else DIFFERENT


def _is_said_by(a: Saying, b: Saying) -> bool:
    """Whether a's speaker is named in what b, by someone else, reports."""
    return bool(a.speaker) and not a.speaker & b.speaker and (a.speaker <= b.stems_said or a.surname in b.opening)


def _share(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """The part of the shorter run of words that stands in the longer one in the same order."""
    a, b = a[:_LIMIT], b[:_LIMIT]
    return LCSseq.similarity(a, b) / min(len(a), len(b)) if a and b else 0.0


def _weight(stems: frozenset[str], weights: Mapping[str, float]) -> float:
    return sum([weights.get(stem, 1.0) for stem in stems])


def _overlap(a: frozenset[str], b: frozenset[str], weights: Mapping[str, float]) -> tuple[float, float]:
    """Containment of the lighter in the heavier, and the Jaccard measure, both by weight."""
    one, two, both = _weight(a, weights), _weight(b, weights), _weight(a & b, weights)
    lighter, union = min(one, two), one + two - both
    return (both / lighter if lighter else 0.0), (both / union if union else 0.0)


def _verbatim(a: Saying, b: Saying, relation: int) -> Match | None:
    """Nearly the same words, one perhaps a cut of the other."""
    left, right = a.quoted or a.tokens, b.quoted or b.tokens
    shorter = min(len(left), len(right))
    share = _share(left, right)
    whole = share == 1 and shorter >= _SURELY  # then what is denied besides is not in the words they share
    if a.negated != b.negated and not (a.quoted and b.quoted) and not whole:
        return None
    needed = {SAME: 0.7, COMPATIBLE: 0.75, OPEN: 0.8, DIFFERENT: 0.95}[relation]
    length = {SAME: 4, COMPATIBLE: 5, OPEN: 5, DIFFERENT: 5}[relation]
    telling = a.quoted_stems & b.quoted_stems if a.quoted and b.quoted else a.stems & b.stems
    if shorter == length < _LONG_QUOTE:
        needed = 0.9
    if relation == DIFFERENT and share >= _RETOLD and longest_run(left, right) >= _SURELY:
        needed = _RETOLD
    if shorter >= length and share >= needed and len(telling) >= 2:
        run = longest_run(left, right)
        return Match(share, "same words", share >= 0.85 or run >= max(_LONG_QUOTE, 0.6 * shorter), run >= _SURELY)
    least = _SURELY if relation < SAME else _RATHER
    kept = share >= _HALF or least == _SURELY
    if a.quoted and b.quoted and shorter >= least and longest_run(left, right) >= least and len(telling) >= 2 and kept:
        return Match(share, "overlapping words", verbatim=True, sure=least == _SURELY)
    return None


def longest_run(a: tuple[str, ...], b: tuple[str, ...]) -> int:
    """The words of the longest stretch that stands in both without a gap."""
    a, b = a[:_LIMIT], b[:_LIMIT]
    places: dict[str, list[int]] = {}
    for number, word in enumerate(b):
        places.setdefault(word, []).append(number)
    best = 0
    ending: dict[int, int] = {}
    for word in a:
        ending = {number: ending.get(number - 1, 0) + 1 for number in places.get(word, ())}
        best = max(best, *ending.values()) if ending else best
    return best


def _short_quote(a: Saying, b: Saying, relation: int, weights: Mapping[str, float]) -> Match | None:
    """A few quoted words that stand in the other statement too."""
    if relation < COMPATIBLE:
        return None
    small, large = (a, b) if len(a.quoted) <= len(b.quoted) or not b.quoted else (b, a)
    if not small.quoted:
        small, large = large, small
    if not small.quoted or len(small.quoted) > 12:
        return None
    wanted = small.quoted_stems
    there = wanted & large.stems
    if small.denied & there != large.denied & there:
        return None
    if wanted and there == wanted and _is_telling(small, large, relation, weights):
        return Match(0.8 if large.quoted else 0.65, "quoted words", bool(large.quoted_stems >= wanted))
    fragment = Manner.MIXED in (a.statement.manner, b.statement.manner)
    share = _share(small.quoted, large.quoted)
    framed = fragment or share >= _FRAMED if a.speaker & b.speaker else share > _FRAMED
    alike = framed and bool(there & large.quoted_stems) and (len(there) > 1 or small.quoted[-1] == large.quoted[-1])
    if alike and len(large.quoted) <= 12 and 2 * len(there) >= len(wanted) and _weight(there, weights) >= 2.5:
        return Match(0.6, "quoted in other words", False)
    return None


def _is_telling(small: Saying, large: Saying, relation: int, weights: Mapping[str, float]) -> bool:
    """Whether the words quoted, all of which the other statement has, show that it is the same saying."""
    weight = _weight(small.quoted_stems, weights)
    if weight < _TOGETHER or (len(small.quoted_stems) == 1 and relation != SAME):
        return False
    if len(small.quoted_stems) == 1 and (weight < _ALONE or all(is_frequent(word, _OFTEN) for word in small.quoted)):
        return longest_run(small.quoted, large.tokens) >= max(3, len(small.quoted) / 2)
    return not _is_scattered(small, large)


def _is_scattered(small: Saying, large: Saying) -> bool:
    """Whether the words quoted stand in the other quotation in no order, or in much longer words apart."""
    if len(small.quoted) >= _LONG_QUOTE <= len(large.quoted) and _share(small.quoted, large.quoted) < _SCATTERED:
        return True
    if len(large.tokens) <= _FAR * len(small.quoted):
        return False
    run = longest_run(tuple(map(stem, small.quoted)), tuple(map(stem, large.tokens)))
    return 2 * run < max(len(small.quoted), 4 if len(small.quoted_stems) > 1 else 0)


def _at_odds(a: Saying, b: Saying, relation: int) -> bool:
    """Whether the two give other numbers, one denies the other, or one reports it (nested, by someone else)."""
    if a.numbers - b.numbers and b.numbers - a.numbers:
        return True
    if a.contradicted != b.contradicted and a.negated != b.negated:
        return True  # one denies what the other says
    if a.statement.speaker in b.passed_on or b.statement.speaker in a.passed_on:
        return True  # what the one passes on is a statement of its own there
    nested = any(one.overlaps(two) for one in a.statement.content for two in b.statement.content)
    return nested and relation != SAME and not _is_said_by(a, b) and not _is_said_by(b, a)


def match_sayings(a: Saying, b: Saying, weights: Mapping[str, float]) -> Match | None:
    """How two statements are one saying, or None if they are not (or if nothing shows it)."""
    relation = compare_speakers(a, b)
    if _at_odds(a, b, relation):
        return None
    verbatim = _verbatim(a, b, relation)
    if verbatim is not None:
        return verbatim
    if relation == DIFFERENT:
        return None
    short = _short_quote(a, b, relation, weights)
    if short is not None:
        return short
    if a.negated != b.negated and not (a.quoted and b.quoted and relation == SAME):
        return None
    contained, jaccard = _overlap(a.stems, b.stems, weights)
    if relation == SAME and bool(a.quoted) != bool(b.quoted) and contained >= _RETOLD:
        both = a.stems & b.stems
        if len(both) >= 2 and _weight(both, weights) >= _TELLING and a.denied & both == b.denied & both:
            return Match(0.55, "told in fewer words", False)
    common = len(a.stems & b.stems)
    if a.statement.article == b.statement.article and not (a.quoted and b.quoted) and contained < 0.8:
        return None
    least = {SAME: 0.6, COMPATIBLE: 0.62, OPEN: 0.75}[relation] + (_TWISTED if a.negated != b.negated else 0)
    if common >= 3 and contained >= least and jaccard >= least / 2.2:
        return Match(0.5 * (contained + jaccard), "same terms", False)
    return None
