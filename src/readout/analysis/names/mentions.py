"""Mentions: the names that the tagger finds in a sentence, cut where the rules know better, and what it misses."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from readout.analysis.names.bodies import join_bodies
from readout.analysis.names.candidates import Candidate, describes_next, find_candidates, is_known, is_title
from readout.analysis.names.tagger import Reading, Tagged
from readout.analysis.names.words import PARTY_AND_STATE
from readout.language.names import names
from readout.types import EntityKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.names.features import Text
    from readout.analysis.names.tables import Tables
    from readout.analysis.names.words import Line, Word


class Mention(NamedTuple):
    """A stretch of words that may be a name, and how likely each kind is for it (logarithms, as tagger.KINDS)."""

    candidate: Candidate
    chances: tuple[float, ...]


def find_mentions(lines: Sequence[Line], text: Text, kept: Tables) -> list[Mention]:
    """The mentions of the sentences of a text, in order; none is a heading, since there capitals say nothing.

    `kept` are the tagger's tables, of which training has others than the package.
    """
    reading = Reading(lines, text, kept)
    found = [
        (number, one)
        for number, (line, tagged) in enumerate(zip(lines, reading.names(), strict=True))
        if tagged or line.shown or (line.words and line.words[0].text[0].islower())
        for one in join_bodies(line, _find(line, tagged))
    ]
    chances = reading.chances([(number, one.low, one.high) for number, one in found])
    return [Mention(one, row) for (_, one), row in zip(found, chances, strict=True)]


def _find(line: Line, spans: list[Tagged]) -> list[Candidate]:
    """The names of one sentence, in order."""
    words = line.words
    ruled = find_candidates(line)
    if not spans:
        return ruled
    kept: list[Candidate] = []
    over: dict[int, list[int]] = {}
    for number, one in enumerate(ruled):
        for place in range(one.low, one.high):
            over.setdefault(place, []).append(number)
    gone: set[int] = set()
    for tagged in (_without_article(words, tagged) for tagged in spans):
        met = {number for place in range(tagged.low, tagged.high) for number in over.get(place, ())} - gone
        inside = [ruled[number] for number in sorted(met)]
        if _rules_know_better(words, tagged.low, tagged.high, inside) or _is_longer(inside, tagged, spans):
            continue
        if not inside and _names_nobody(words, tagged.low, tagged.high):
            continue
        same = next((one for one in inside if (one.low, one.high) == (tagged.low, tagged.high)), None)
        kept.append(same or Candidate(words=words, low=tagged.low, high=tagged.high, title=_title(inside, tagged.low)))
        gone |= met
    left = (one for number, one in enumerate(ruled) if number not in gone)
    return sorted([*kept, *left], key=lambda one: one.low)


def _without_article(words: list[Word], tagged: Tagged) -> Tagged:
    """The name without "the"; "The New York Times" keeps its own inside a sentence."""
    low = tagged.low
    if words[low].folded != "the" or tagged.high == low + 1:
        return tagged
    if low and words[low].raised and tagged.kind is not EntityKind.PERSON:
        return tagged
    return tagged._replace(low=low + 1)


def _names_nobody(words: list[Word], low: int, high: int) -> bool:
    """Whether the words only name a people, a day, a faith, an office: "North Korean", "Muslims", "President"."""
    lists = names()
    key = " ".join(word.folded for word in words[low:high])
    no_name = key in lists.demonyms or all(word.folded in lists.no_names for word in words[low:high])
    member = high == low + 1 and PARTY_AND_STATE.match(words[low].text) is not None
    return no_name or member or is_title(words, low, high, lists)


def _is_longer(inside: list[Candidate], tagged: Tagged, spans: list[Tagged]) -> bool:
    """Whether the rules see a whole of which the tagger found parts: "Gulf of Mexico", "Jan van der Berg"."""
    if len(inside) != 1:
        return False
    whole = inside[0]
    if tagged.low < whole.low < tagged.high < whole.high or whole.low < tagged.low < whole.high < tagged.high:
        return True
    key = " ".join(word.folded for word in whole.words[whole.low : whole.high])
    if is_known(key, names()) or key in names().cities:
        return whole.low <= tagged.low and tagged.high <= whole.high
    if _is_body_of_place(whole, tagged):
        return True
    first = bisect_right(spans, whole.low, key=lambda other: other.high)
    parts = spans[first : bisect_left(spans, whole.high, key=lambda other: other.low)]
    if len(parts) > 1 and whole.words[whole.low].folded in names().first:
        return all(one.high == other.low for one, other in pairwise(parts))
    between = {word.folded for word in whole.words[whole.low : whole.high] if not word.raised}
    if "of" in between:
        return len(parts) > 1
    if whole.low >= tagged.low or tagged.high != whole.high:
        return False
    if not between.isdisjoint(names().inside_person):
        return True
    before = whole.words[whole.low : tagged.low]
    if tagged.kind is EntityKind.ORGANISATION and whole.words[whole.high - 1].folded in names().organisation_last:
        before = [word for word in before if word.folded not in names().demonyms]  # "Danish Olympic Committee"
    return not any(_may_stand_before(word) for word in before)


def _is_body_of_place(whole: Candidate, tagged: Tagged) -> bool:
    """Whether the tagger found only the place or only the rest of "Kelm Harbour Authority"."""
    words, lists = whole.words, names()
    last = words[whole.high - 1].folded
    if last not in lists.organisation_last or last in lists.place_last:
        return False
    if tagged.low == whole.low and tagged.kind is EntityKind.PLACE:
        cut = tagged.high
    elif tagged.high == whole.high and tagged.kind is EntityKind.ORGANISATION:
        cut = tagged.low
    else:
        return False
    place = " ".join(word.folded for word in words[whole.low : cut])
    return whole.low < cut < whole.high and any(
        place in known for known in (lists.countries, lists.states, lists.regions, lists.cities)
    )


def _may_stand_before(word: Word) -> bool:
    """Whether a raised word may stand before a name without being part of it: a common word, a title, a people."""
    lists = names()
    folded = word.folded
    listed = (
        folded in lists.function or folded in lists.no_names or folded in lists.titles or folded in lists.title_parts
    )
    return listed or folded in lists.common or folded in lists.demonyms or is_known(folded, lists)


def _title(inside: list[Candidate], low: int) -> tuple[int, int] | None:
    """The title right before the word at `low`, if the rules saw one."""
    return next((one.title for one in inside if one.title is not None and one.title[1] == low), None)


def _rules_know_better(words: list[Word], low: int, high: int, inside: list[Candidate]) -> bool:
    """Whether the stretch holds a title, or goes over an owner's 's or a stroke: "President X", "Y's Z", "X/Y"."""
    if not inside or inside[0].low < low or inside[-1].high > high:
        return False
    titled = any(one.title is not None and one.title[1] > low for one in inside)
    owned = any(word.possessive for word in words[low : high - 1])
    apart = any(_is_whole(words, one, other) for one, other in pairwise(inside))
    adherent = words[low].folded in names().no_names and inside[0].low > low and inside[0].high == high
    member = (inside[0].low, inside[0].high) == (low, high - 1) and is_title(words, high - 1, high, names())
    described = inside[0].low == low + 1 and inside[0].high == high and describes_next(words, low)
    known = titled or owned or apart or adherent or member or described  # "Muslim Lyon", "Ohio Republican"
    known_better = known or any(_parts(words, at, low) for at in range(low, high))
    return known_better and not _is_listed_body(words, low, high)


def _is_listed_body(words: list[Word], low: int, high: int) -> bool:
    """Whether the words are a listed name of a body: "Coastal League Rowing", "Norland Herons"."""
    lists = names()
    key = " ".join([word.folded for word in words[low:high]])
    return high - low > 1 and (key in lists.organisations or key in lists.world_organisations)


def _parts(words: list[Word], at: int, low: int) -> bool:
    """Whether a small word or a stroke does not belong into a name: "the Ledger on Tuesday", "Ann Lee of Lyon"."""
    word = words[at]
    return word.text in _APART or (word.text == "of" and words[low].folded in names().first and at - low > 1)


_APART = frozenset(("/", "|", "on", "in", "at", "to", "from", "by", "as", "with"))


def _is_whole(words: list[Word], one: Candidate, other: Candidate) -> bool:
    """Whether what stands between two names parts them: "Ash College and Elm Seminary", "Dawn News' Ann Lee"."""
    between = [word.text for word in words[one.high : other.low]]
    if between and between[0] in ("'", "’"):
        return True
    if between != ["and"]:
        return False
    key = " ".join(word.folded for word in words[one.low : one.high])
    return words[one.high - 1].folded in names().organisation_last or is_known(key, names())
