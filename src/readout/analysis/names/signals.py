"""Signals: what speaks for a candidate being a person, an organisation, a place or no name, and their weighing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.language.names import Names, names, weights
from readout.types import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from readout.analysis.names.candidates import Candidate
    from readout.analysis.names.words import Word

_KINDS = {
    "person": EntityKind.PERSON,
    "organisation": EntityKind.ORGANISATION,
    "place": EntityKind.PLACE,
    "other": EntityKind.OTHER,
}


def read_signals(candidate: Candidate) -> list[str]:
    """The names of the signals seen in and around one candidate."""
    lists = names()
    parts = candidate.parts
    if not parts:
        return ["empty"]
    return [
        "bias",
        *_inside(candidate, parts, lists),
        *_listed(" ".join(parts), parts, lists),
        *_before(candidate, lists),
        *_after(candidate, lists),
    ]


#: Taken from "other" for each mention: news names more than the web texts that the weights come from.
LEAN = 0.35
#: Given to "person" for each mention behind a title.
TITLED = 1.5


def weigh(signals: Iterable[Sequence[str]]) -> tuple[EntityKind, float]:
    """The kind that the signals of all mentions of a name speak for, and by how much it leads, per mention."""
    table = weights()
    totals = [0.0] * len(table.kinds)
    count = 0
    for mention in signals:
        count += 1
        if count > 1 or "size=1" not in mention or "first in first names size=1" in mention:
            totals[table.kinds.index("other")] -= LEAN
        if "title" in mention:
            totals[table.kinds.index("person")] += TITLED
        for signal in mention:
            row = table.weights.get(signal)
            if row is not None:
                for index, weight in enumerate(row):
                    totals[index] += weight
    ranked = sorted(range(len(totals)), key=lambda index: (-totals[index], index))
    lead = (totals[ranked[0]] - totals[ranked[1]]) / max(count, 1)
    return _KINDS[table.kinds[ranked[0]]], lead


def _inside(candidate: Candidate, parts: tuple[str, ...], lists: Names) -> list[str]:
    """What the words of the name look like."""
    size = min(len(parts), 4)
    shown = [word.text for word in candidate.words[candidate.low : candidate.high]]
    first, last = parts[0], parts[-1]
    found = [f"size={size}", f"last={last}", f"tail={last[-3:]}", f"size={size} head={first[:2]}"]
    if size > 1:
        found.append(f"first={first}")
    if candidate.initial:
        found.append(f"initial size={size}")
        if first in lists.common:
            found.append(f"initial common size={size}")
    if candidate.title is not None:
        title = candidate.words[candidate.title[1] - 1].folded
        found += ["title", f"title={title}"]
    if shown[0].isupper() and len(shown[0]) > 1:
        found.append(f"upper size={size} length={min(len(shown[0]), 6)}")
    if "-" not in first and any(c.islower() for c in shown[0]) and any(c.isupper() for c in shown[0][1:]):
        found.append("mixed case")
    if "-" in first:
        found.append("hyphen")
    if any(len(part) == 1 for part in parts[1:-1]) or (len(first) == 1 and size > 1):
        found.append("initial letter inside")
    if any(part in lists.organisation_last or part in lists.organisation_first for part in parts[:-1]):
        found.append(f"organisation word inside size={size}")
    found += [
        f"inside={small}" for small in ("of", "and", "for", "the", "&") if small in parts[1:] or small in shown[1:]
    ]
    if any(part in lists.inside_person for part in parts[1:-1]):
        found.append("particle inside")
    return found


def _listed(key: str, parts: tuple[str, ...], lists: Names) -> list[str]:
    """On which lists the name and its words stand."""
    size = min(len(parts), 3)
    first, last = parts[0], parts[-1]
    whole = {
        "country": key in lists.countries,
        "state": key in lists.states,
        "region": key in lists.regions,
        "city": key in lists.cities,
        "big city": lists.cities.get(key, 0) > 300,
        "organisation": key in lists.organisations,
        "outlet": key in lists.outlets,
        "seat": key in lists.seats,
        "demonym": key in lists.demonyms,
        "no name": key in lists.no_names,
        "role": key in lists.roles,
    }
    ends = {
        "first in first names": first in lists.first,
        "first in surnames": first in lists.last,
        "last in surnames": last in lists.last,
        "last in first names": last in lists.first,
        "first common": first in lists.common,
        "last common": last in lists.common,
        "all common": all(part in lists.common or part in lists.function for part in parts),
        "organisation last": last in lists.organisation_last,
        "organisation first": first in lists.organisation_first,
        "place last": last in lists.place_last,
        "place before": first in lists.place_before and size > 1,
        "nation first": first in lists.demonyms and size > 1,
        "country inside": any(part in lists.countries or part in lists.states for part in parts),
        "first is place": size > 1 and (first in lists.cities or first in lists.countries or first in lists.states),
    }
    found = [f"is {name}" for name, seen in whole.items() if seen]
    found += [f"{name} size={size}" for name, seen in ends.items() if seen]
    if size > 1 and first in lists.first and last in lists.last:
        found.append("first and last name")
    if not any(whole.values()) and first not in lists.first and last not in lists.last and last not in lists.common:
        found.append(f"unknown size={size}")
    return found


def _before(candidate: Candidate, lists: Names) -> list[str]:
    """The words before the name."""
    start = candidate.title[0] if candidate.title is not None else candidate.low
    words = candidate.words
    if start == 0:
        return ["before=START"]
    word = words[start - 1]
    found = [f"before={_shape(word)}"]
    if start > 1:
        found.append(f"before2={_shape(words[start - 2])} {_shape(word)}")
    if word.folded in lists.in_place:
        found.append("after a preposition of place")
    if word.folded in lists.roles:
        found.append("after a role")
    if word.folded in lists.speaking:
        found.append("after a verb of speaking")
    if word.folded == "," and start > 1 and words[start - 2].folded in lists.cities:
        found.append("after a city and a comma")
    return found


def _after(candidate: Candidate, lists: Names) -> list[str]:
    """The words after the name."""
    words, end = candidate.words, candidate.high
    found = []
    if words[end - 1].possessive:
        found.append("possessive")
    if end >= len(words):
        return [*found, "after=END"]
    word = words[end]
    found.append(f"after={_shape(word)}")
    if word.folded in lists.speaking:
        found.append("before a verb of speaking")
    if end + 1 < len(words):
        following = words[end + 1]
        found.append(f"after2={_shape(word)} {_shape(following)}")
        if word.folded == "," and (following.folded in lists.states or following.folded in lists.countries):
            found.append("before a comma and a country")
        if word.folded == "," and following.folded.isdigit() and len(following.folded) == 2:
            found.append("before an age")
        if word.folded == "," and _apposed_role(words, end + 1, lists):
            found.append("before a role")
    return found


def _apposed_role(words: list[Word], at: int, lists: Names) -> bool:
    """Whether an apposition with a role begins at `at`: "the French defence minister"."""
    seen = False
    for word in words[at : at + 12]:
        if word.folded in lists.speaking:
            return False
        if not word.folded[0].isalnum() or word.folded == "who":
            return seen
        seen = seen or word.folded in lists.roles
    return False


def _shape(word: Word) -> str:
    """A word as context: itself, or what sort of word it is."""
    if word.capital:
        return "CAPITAL"
    if word.folded[0].isdigit():
        return "NUMBER"
    return word.folded
