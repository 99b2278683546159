"""The rest of a content after a reporting clause that stands inside it: `The talks, X said, have failed`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.statements.contents.borders import grown, subject_with_verb
from readout.analysis.statements.contents.titles import end_of_quotation
from readout.analysis.statements.reading import FINITE
from readout.language.lexicon import lexicon

if TYPE_CHECKING:
    from readout.analysis.statements.hits import Hit
    from readout.analysis.statements.reading import Reading

_WHEN = frozenset(["when", "as", "after", "while", "before"])  #: what opens a clause that tells when something was said


def is_complete(reading: Reading, low: int, high: int) -> bool:
    """Whether the tokens hold a main verb with its complement: `The talks, he said, have failed` is cut before one."""
    words = reading.words
    for place in range(low, high + 1):
        if words[place].pos not in FINITE or words[place].folded.endswith("ing"):
            continue
        main = words[place].head if words[place].pos == "AUX" and words[place].head != place else place
        inside = low <= main <= high
        if inside and words[main].dep.split(":")[0] not in ("acl", "amod", "advcl", "csubj", "compound"):
            return True
    return False


def rest_of_broken_clause(
    reading: Reading, before: tuple[int, int], end: int, inverted: bool
) -> tuple[int, int] | None:
    """What follows a reporting clause that stands between a subject and its verb: `The talks, X said, have failed`."""
    words = reading.words
    last = len(words) - 1
    if not reading.parsed or reading.headline or words[end].folded not in (",", "-", "--") or words[end].quote >= 0:
        return None
    if any(words[place].quote >= 0 for place in before):
        return (end + 1, last) if not inverted and end + 2 < last and _goes_on(reading, before, end + 1) else None
    if is_complete(reading, *before):
        return None
    if not inverted and end + 2 < last:
        return end + 1, last
    for place in range(end, min(end + 40, last - 1)):
        if words[place].folded in (",", "-", "--") and words[place].quote < 0 and words[place + 1].quote < 0:
            after = words[place + 1]
            if after.pos in FINITE and not after.folded.endswith(("ing", "ed")):
                return place + 1, last
    return None


def _goes_on(reading: Reading, before: tuple[int, int], at: int) -> bool:
    """`"It is bad luck," X said, | that ...`, `"Only you," X said, | would`, `After a "war," X said, | they won`."""
    words = reading.words
    if words[at].quote >= 0:
        return False
    if words[at].folded == "that":
        return True
    if is_complete(reading, *before):
        return False
    opens = words[before[0]].pos in ("ADP", "SCONJ") and words[before[0]].quote < 0
    return words[at].pos == "AUX" or (opens and subject_with_verb(reading, at))


def adds_nothing(reading: Reading, before: tuple[int, int], after: tuple[int, int]) -> bool:
    """Whether the words after an inserted reporting clause only say who or when: the clause before it is complete."""
    words = reading.words
    if words[after[0]].quote >= 0 or not reading.parsed:
        return False
    return (
        is_complete(reading, *before)
        and words[after[0]].pos in ("DET", "NUM", "NOUN", "PROPN", "ADJ")
        and words[after[1]].quote < 0
    )


def runs_on(reading: Reading, hit: Hit, end: int, inverted: bool = False) -> tuple[int, int] | None:
    """The rest of the content after an inserted reporting clause that ends at token `end`.

    After `said X,` (inverted) only a quotation is; the rest may say who X is.
    """
    words = reading.words
    after = end + 1
    if after >= len(words) or not any(word.is_word for word in words[after:]):
        return None
    word = words[after]
    if word.quote >= 0:
        return after, grown(reading, hit, end_of_quotation(reading, after))
    if inverted or words[end].folded not in (",", "-", "--") or words[min(end, after)].quote >= 0:
        return None
    if word.folded in ("because", "by", "that"):
        return after, len(words) - 1
    participle = word.folded.endswith("ing") and word.folded != word.lemma  # but "bring"
    if participle or word.folded in lexicon().function["subordinators"]:
        return None
    if word.folded in (
        "and",
        "but",
        "citing",
        "according",
        "in",
        "during",
        "with",
        "as",
        "or",
        "on",
        "at",
        "adding",
    ):
        return None
    return after, len(words) - 1


def second_clause(reading: Reading, before: tuple[int, int], end: int, inverted: bool) -> tuple[int, int] | None:
    """`The dock was old, X said, | and had leaked`: a second clause, or a second verb, of what is told without marks.

    A further verb of saying, `X said, and asked ...`, `X said, and others say ...`, tells another report; and after
    `said X,` (inverted) a pronoun points at X.
    """
    words = reading.words
    at = end + 1
    if at + 2 >= len(words) or any(word.quote >= 0 for word in words[before[0] : at + 1]):
        return None
    if words[end].folded == ";":
        return (at, len(words) - 1) if subject_with_verb(reading, at) else None
    if words[end].folded != "," or words[at].folded not in ("and", "but", "or"):
        return None
    if inverted and words[at + 1].folded in ("he", "she", "they"):
        return None
    if words[at + 1].folded in lexicon().verbs or _says_more(reading, at, len(words) - 1):
        return None
    return at, len(words) - 1


def _says_more(reading: Reading, low: int, high: int) -> bool:
    """Whether a verb of saying stands among the tokens, outside quotations."""
    verbs = (word.folded for word in reading.words[low : high + 1] if word.pos == "VERB" and word.quote < 0)
    cues = (cue for verb in verbs for cue in lexicon().verbs.get(verb, ()))
    return any("after" in cue.frames and not cue.after for cue in cues)


def _reports_already(reading: Reading, low: int, high: int) -> bool:
    """`He said he had not seen it, and when asked again, he said, "..."`: what stands before has a cue of its own."""
    words = reading.words[low : high + 1]
    if any(word.quote >= 0 for word in words):
        return False
    return _says_more(reading, low, high) and any(word.folded == "and" for word in words)


def says_nothing_yet(reading: Reading, low: int, high: int) -> bool:
    """Whether the words before a reporting clause with a quotation after it are no part of what is said."""
    if reading.words[low].folded in _WHEN:
        return True
    return _only_an_occasion(reading, low, high) or _reports_already(reading, low, high)


def _only_an_occasion(reading: Reading, low: int, high: int) -> bool:
    """`Asked about it, X said, "..."`: what stands before is no part of what was said."""
    words = reading.words
    if words[low].folded in ("asked", "pressed", "speaking", "questioned", "responding", "writing"):
        return True
    if words[low].folded.endswith("ing") and words[low].pos == "VERB" and not is_complete(reading, low, high):
        return all(word.quote < 0 for word in words[low : high + 1])  # "Commenting on the vote, X said,"
    if words[low].folded in _WHEN and words[low].quote < 0:
        return all(word.quote < 0 for word in words[low : high + 1])
    condition = words[low].folded in lexicon().function["subordinators"] - {"until", "before", "after", "as"}
    opens = words[low].pos in ("ADP", "ADV", "SCONJ") and not condition
    if reading.parsed and opens and not is_complete(reading, low, high):
        return all(word.quote < 0 for word in words[low : high + 1])
    acting = any(word.pos in FINITE or word.quote >= 0 for word in words[low : high + 1])
    return not acting and words[low].pos in ("ADP", "ADV", "SCONJ")


def opens_main_clause(reading: Reading, low: int, high: int, hit: Hit) -> bool:
    """`After the court refused, she asked it again`: what stands before the verb only tells when, and more follows."""
    words = reading.words
    after = words[hit.high + 1] if hit.high + 1 < len(words) else None
    if words[low].folded not in _WHEN | {"if"} or after is None or (after.folded == "." and hit.lemma == "say"):
        return False
    if not after.is_word and after.folded != ".":
        return False
    if after.folded in lexicon().function["times"] or (after.pos == "ADP" and hit.has("after")):
        return False
    return not any(
        words[place].folded == "," and subject_with_verb(reading, place + 1) for place in range(low + 2, high - 1)
    )
