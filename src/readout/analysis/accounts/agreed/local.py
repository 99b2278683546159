"""The stretches of two sentences that say the same, found by the weight of the terms they share."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from readout.language.denials import is_negation
from readout.language.terms import is_stop, is_verbal, stem
from readout.language.wordsets import word_sets

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from readout.analysis.accounts.setting.scene import Line, Scene
    from readout.language.terms import Term

_COST = 0.55  #: what an unshared term costs, of its weight
_BEFORE_VERBS, _BEFORE_NOUNS = word_sets("accounts")["before_verbs"], word_sets("accounts")["before_nouns"]
_MARGIN = 4  #: words around a stretch in which a negation still counts


class LocalMatch(NamedTuple):
    """Two stretches, the stems they share, the weight of these, and their part of the lighter stretch."""

    low_a: int
    high_a: int
    low_b: int
    high_b: int
    stems: frozenset[str]
    shared: float
    part: float


def _best_run(terms: Sequence[Term], shared: frozenset[str], weights: Mapping[str, float]) -> tuple[int, int]:
    """The run of terms with the most shared weight and the least besides (Bentley's maximum subarray)."""
    best, best_run, total, begin = 0.0, (0, 0), 0.0, 0
    seen: set[str] = set()
    for place, term in enumerate(terms):
        weight = weights.get(term.stem, 1.0)
        total += weight if term.stem in shared and term.stem not in seen else -_COST * weight
        seen.add(term.stem)
        if total <= 0.0:
            total, begin = 0.0, place + 1
            seen.clear()
        elif total > best:
            best, best_run = total, (begin, place + 1)
    return best_run


def match_locally(a: Line, b: Line, scene: Scene) -> LocalMatch | None:
    """The most alike stretches of two lines, or None if they share no two stems."""
    shared = a.stems & b.stems
    run_a: Sequence[Term] = a.terms
    run_b: Sequence[Term] = b.terms
    for _ in range(2):
        if len(shared) < 2:
            return None
        low, high = _best_run(run_a, shared, scene.weights)
        run_a = run_a[low:high]
        low, high = _best_run(run_b, shared, scene.weights)
        run_b = run_b[low:high]
        shared = frozenset(t.stem for t in run_a) & frozenset(t.stem for t in run_b)
    if len(shared) < 2:
        return None
    weight = scene.weight(shared)
    lighter = min(scene.weight({t.stem for t in run_a}), scene.weight({t.stem for t in run_b}))
    part = weight / lighter if lighter else 0.0
    return LocalMatch(run_a[0].start, run_a[-1].end, run_b[0].start, run_b[-1].end, shared, weight, part)


def same_run(a: Line, b: Line, match: LocalMatch) -> int:
    """The most words that stand in a row in both stretches."""
    return longest_run(a.folded_in(match.low_a, match.high_a), b.folded_in(match.low_b, match.high_b))


def longest_run(one: Sequence[str], two: Sequence[str]) -> int:
    """The most words that stand in a row in both."""
    return SequenceMatcher(None, one, two, autojunk=False).find_longest_match().size


def negations_in(line: Line, low: int, high: int) -> int:
    """How many negations stand in a stretch of a line, or a few words before it."""
    before = [word for word in line.words if word.end <= low][-_MARGIN:]
    inside = line.words_in(low, high)
    return sum(is_negation(word.folded) for word in (*before, *inside))


def deeds_in(line: Line, low: int, high: int) -> frozenset[str]:
    """The stems of the verbs in a stretch of a line, auxiliaries left out, told by their form or by the word before."""
    found = set()
    before = ""
    for word in line.words:
        if low <= word.start < high and not line.text[word.start - line.start].isupper():
            verbal = before in _BEFORE_VERBS or (is_verbal(word.folded) and before not in _BEFORE_NOUNS)
            if verbal and not is_stop(word.folded):
                found.add(stem(word.folded))
        before = word.folded
    return frozenset(found)


def common_words(line: Line, match_stems: frozenset[str]) -> int:
    """How many of the shared stems are no names in this line (not written with a capital)."""
    found = {t.stem for t in line.terms if t.stem in match_stems and not line.text[t.start - line.start].isupper()}
    return len({stem for stem in found if not stem[0].isdigit()})
