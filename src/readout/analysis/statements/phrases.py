"""Who a reporting word belongs to: subjects, agents and the noun phrases beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from readout.language.lexicon import lexicon

if TYPE_CHECKING:
    from readout.analysis.statements.cues import Hit
    from readout.analysis.statements.reading import Reading

_STOPS = frozenset([",", ";", ":", ".", "!", "?", '"', "''", "``", "-", "--", "(", ")", "...", "…"])
_NOMINAL = frozenset(["NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"])
_FINITE = frozenset(["VERB", "AUX"])
_LONGEST = 40  #: tokens a noun phrase may have


@dataclass(frozen=True, slots=True)
class Phrase:
    """The tokens `[low, high]` that name someone, with their head, and how they were found."""

    low: int
    high: int
    head: int
    how: str


def subject_of(reading: Reading, hit: Hit) -> Phrase | None:
    """The one who says it: by the parse, else by the words beside the cue."""
    if hit.kind == "pointer":
        return phrase_after(reading, hit.high + 1)
    reported = _reported_person(reading, hit)
    if reported is not None:
        return reported
    if reading.parsed:
        found = _of_relative(reading, hit) or _of_the_main_verb(reading, hit)
        found = found or _of_main_verb(reading, hit) or _by_parse(reading, hit.at, 0)
        participle = reading.words[hit.at].folded.endswith("ing") and hit.low == hit.at
        if found is not None and participle:
            found = _main_speaker(reading, hit, found)
        if (
            found is not None
            and reading.words[found.head].folded in lexicon().function["times"]
            and found.head < hit.at
        ):
            found = phrase_before(reading, found.low - 1) or found  # "a poll out Monday showed"
        if found is not None and found.head < hit.at and _ends_in_verb(reading, found):
            found = _before_relative(reading, hit.low - 1) or found
        divided = found is not None and any(w.folded == ":" for w in reading.words[found.head : hit.at])
        if found is not None and not divided and not (participle and found.low > hit.at):
            return found
    if hit.kind != "verb" or reading.words[hit.low - 1].folded in ("including", "by", "without"):
        return None
    found = _before_relative(reading, hit.low - 1) or phrase_before(reading, hit.low - 1)
    if found is not None and reading.words[found.low].pos == "ADP" and reading.words[hit.at].folded.endswith("ing"):
        root = next((place for place in range(found.low) if reading.words[place].head == place), None)
        found = found if root is None else _by_parse(reading, root, 0) or found  # "called for her to go, seeing her as"
    return found


def _reported_person(reading: Reading, hit: Hit) -> Phrase | None:
    """`quoted him as saying`: the one who is quoted."""
    words = reading.words
    if hit.at < 3 or words[hit.at - 1].folded != "as" or not words[hit.at].folded.endswith("ing"):
        return None
    for place in range(hit.at - 2, max(-1, hit.at - 12), -1):
        if words[place].folded in ("quoted", "reported", "cited", "quoting", "quotes", "quote", "citing"):
            if place == hit.at - 2:  # "was quoted as saying"
                return _by_parse(reading, place, 1) or phrase_before(reading, place - 1)
            return Phrase(place + 1, hit.at - 2, hit.at - 2, "subject")
    return None


def _of_relative(reading: Reading, hit: Hit) -> Phrase | None:
    """`for Okafor, who has toughened his line, refusing ...`: a participle after a relative clause belongs to it."""
    words = reading.words
    if not words[hit.at].folded.endswith("ing") or hit.low != hit.at or hit.at < 4 or words[hit.at - 1].folded != ",":
        return None
    for place in range(hit.at - 2, 1, -1):
        if words[place].folded in (";", ":", "."):
            return None
        if words[place].folded == "who" and words[place - 1].folded == ",":
            between = any(word.dep.startswith("nsubj") for word in words[place + 1 : hit.at])
            return None if between else _who_is_meant(reading, place - 2)
    return None


def _ends_in_verb(reading: Reading, found: Phrase) -> bool:
    """Whether a phrase has swallowed a verb: `Ricardo Ruiz resigned`."""
    last = reading.words[found.high]
    return last.pos == "VERB" and not last.capital and found.high > found.head


def _who_is_meant(reading: Reading, high: int) -> Phrase | None:
    """`a change of tack for Okafor, who ...`: the person named last before `who`."""
    found = phrase_before(reading, high)
    if found is None or reading.words[found.high].pos != "PROPN":
        return found
    words = reading.words[found.low : found.high + 1]
    last = max((place for place, word in enumerate(words) if word.pos == "ADP"), default=-1)
    named = words[last + 1 :]
    if last < 0 or any(w.folded in lexicon().people["body"] or w.folded in ("the", "united") for w in named):
        return found
    return Phrase(found.low + last + 1, found.high, found.high, found.how)


def _of_the_main_verb(reading: Reading, hit: Hit) -> Phrase | None:
    """`X denounced the attack before recognising that ...`: who acts in the clause before."""
    words = reading.words
    if hit.at != hit.low or hit.low < 3 or not words[hit.at].folded.endswith("ing"):
        return None
    if words[hit.low - 1].folded not in ("before", "after", "by", "while", "without"):
        return None
    for place in range(hit.low - 2, -1, -1):
        if words[place].folded in (";", ":"):
            return None
        if words[place].pos in _FINITE and reading.child(place, "nsubj") is not None:
            found = _by_parse(reading, place, 0)
            return found if found is not None and found.high < hit.low else None
    return None


def _before_relative(reading: Reading, comma: int) -> Phrase | None:
    """`Schatz, who won after Ruiz resigned, backed ...`: a verb before the comma names nobody."""
    words = reading.words
    if comma < 3 or words[comma].folded != "," or words[comma - 1].pos not in _FINITE:
        return None
    for place in range(comma - 2, max(1, comma - _LONGEST), -1):
        if words[place].folded in (";", ":", "."):
            return None
        if words[place].folded == "who" and words[place - 1].folded == ",":
            return _who_is_meant(reading, place - 2)
    return None


def _of_main_verb(reading: Reading, hit: Hit) -> Phrase | None:
    """`acknowledged that X did Y, but suggested ...`: after ", but" the subject is the main verb's."""
    words = reading.words
    if hit.low < 2 or words[hit.low - 1].folded != "but" or words[hit.low - 2].folded != ",":
        return None
    root = next((place for place in range(hit.low - 2) if words[place].head == place), None)
    if root is None or words[root].folded not in lexicon().verbs:
        return None
    return _by_parse(reading, root, 0)


def _by_parse(reading: Reading, at: int, depth: int) -> Phrase | None:
    """The subject of the verb at `at`, through conjunction, control and participles up to the verb that has one."""
    if depth > 6:
        return None
    words = reading.words
    subject = reading.child(at, "nsubj")
    if subject is not None and words[subject].dep == "nsubj:pass":
        agent = agent_of(reading, at) if depth == 0 else None
        if agent is not None:
            return around(reading, agent, at, "agent")
        if depth == 0 and not _says_passively(reading, at):
            return None
    if subject is not None:
        if words[subject].folded in ("that", "which", "who") and words[at].dep.startswith("acl"):
            return _antecedent(reading, subject) or around(reading, words[at].head, at, "relative")
        return around(reading, subject, at, "subject" if depth == 0 else "shared subject")
    agent = agent_of(reading, at)
    if agent is not None and depth == 0:
        return around(reading, agent, at, "agent")
    dep = words[at].dep.split(":")[0]
    head = words[at].head
    if head == at or not 0 <= head < len(words):
        return None
    main = _main_verb_of_participle(reading, at)
    if main is not None:
        return _by_parse(reading, main, depth + 1)
    if dep == "acl":
        return around(reading, head, at, "noun") if words[head].pos in _NOMINAL else None
    if dep in ("conj", "xcomp", "advcl", "parataxis", "ccomp", "cop", "aux", "list"):
        return _by_parse(reading, head, depth + 1)
    return None


def _antecedent(reading: Reading, relative: int) -> Phrase | None:
    """The name right before `, who`, which the parse often passes over."""
    if relative < 2 or reading.words[relative].folded != "who" or reading.words[relative - 1].folded != ",":
        return None
    found = phrase_before(reading, relative - 2)
    if found is None or reading.words[found.head].pos != "PROPN":
        return None
    return Phrase(found.low, found.high, found.head, "relative")


def _main_speaker(reading: Reading, hit: Hit, found: Phrase) -> Phrase | None:
    """`said the bridge would open, adding ...`: things do not speak and states do not either: it is the main verb's."""
    words = reading.words
    if words[hit.low - 1].folded != ",":
        return found
    people = lexicon().people
    thing = words[found.head].pos == "NOUN" and not any(
        words[found.head].folded in people[kind] for kind in ("person", "group", "body", "paper")
    )
    governor = words[words[hit.at].head]
    if not thing and governor.lemma not in ("have", "be") and governor.pos not in ("ADJ", "NOUN"):
        return found
    speaking = _nearest_cue_with_clause(reading, hit.at)
    return found if speaking is None else _by_parse(reading, speaking, 1) or found


def _nearest_cue_with_clause(reading: Reading, at: int) -> int | None:
    """The reporting verb above `at` in the tree, if any: `said` for a word of what was said."""
    words = reading.words
    for _ in range(8):
        head = words[at].head
        if head == at or not 0 <= head < len(words):
            return None
        if words[at].dep == "ccomp" and words[head].folded in lexicon().verbs and head < at:
            return head
        at = head
    return None


def _main_verb_of_participle(reading: Reading, at: int) -> int | None:
    """The main verb, for `said X, calling on Y`, where the parse hangs the participle on a noun."""
    words = reading.words
    nominal = words[at].dep == "acl" or words[words[at].head].pos in ("NOUN", "PROPN")
    if not nominal or not at or words[at - 1].folded != "," or not words[at].folded.endswith("ing"):
        return None
    root = next((place for place in range(at) if words[place].head == place), None)
    return root if root is not None and words[root].folded in lexicon().verbs else None


def _says_passively(reading: Reading, at: int) -> bool:
    """Whether a passive reports its subject's words: "was quoted as saying", "is convinced", "was expected to"."""
    return reading.words[at].folded in (
        "quoted",
        "convinced",
        "persuaded",
        "worried",
        "concerned",
        "surprised",
        "cited",
    )


def agent_of(reading: Reading, at: int) -> int | None:
    """The noun after "by" that depends on the verb at `at`."""
    for kid in reading.kids[at]:
        dep = reading.words[kid].dep
        if dep == "obl:agent" or (dep.startswith("obl") and kid > at):
            case = reading.child(kid, "case")
            if case is not None and reading.words[case].folded == "by" and reading.child(at, "nsubj:pass", "aux:pass"):
                return kid
    return None


def around(reading: Reading, head: int, cue: int, how: str) -> Phrase | None:
    """The phrase around `head` on its side of the cue, without clauses and marks at its borders."""
    words = reading.words
    low, high = reading.left[head], reading.right[head]
    if head < cue:
        high = min(high, cue - 1)
    else:
        low = max(low, cue + 1)
    low, high = max(low, head - _LONGEST), min(high, head + _LONGEST)
    low = max([low, *(place + 1 for place in range(low, head) if words[place].folded in (":", ";"))])
    for kid in reading.kids[head]:
        dep = words[kid].dep
        if kid > head and (
            words[reading.left[kid]].folded == "as"
            or dep.startswith(("acl:relcl", "parataxis", "advcl", "ccomp"))
            or dep == "conj:clause"
        ):
            high = min(high, reading.left[kid] - 1)
        elif kid < head and dep in ("case", "mark", "cc", "punct"):
            low = max(low, kid + 1)
    while high > head and not words[high].is_word:
        high -= 1
    while low < head and not words[low].is_word:
        low += 1
    if head < cue:
        high = _without_trailing(reading, head, high)
    return Phrase(low, high, head, how) if low <= head <= high else None


def _without_trailing(reading: Reading, head: int, high: int) -> int:
    """Auxiliaries and adverbs of the cue are not part of the phrase."""
    small = lexicon().function["auxiliaries"] | lexicon().function["adverbs"]
    while high > head and (reading.words[high].folded in small or not reading.words[high].is_word):
        high -= 1
    return high


def phrase_before(reading: Reading, high: int) -> Phrase | None:
    """The noun phrase that ends at token `high` (or just before an aside in commas that ends there)."""
    words = reading.words
    if high >= 0 and words[high].folded == ",":
        high = _before_aside(reading, high)
    if high < 0 or not words[high].is_word:
        return None
    low = high
    borders = lexicon().function["subordinators"] | {"but", "and", "or", "so", "yet", "as"}
    while low > 0 and high - low < 14:
        before = words[low - 1]
        if before.folded in _STOPS or before.quote != words[high].quote:
            break
        if before.folded in borders and not (before.folded == "and" and words[low].capital and words[low - 2].capital):
            break
        if before.pos in _FINITE or (not before.pos and before.folded in lexicon().verbs and not before.capital):
            break
        low -= 1
    low = _without_opening(reading, low, high)
    while high > low and words[high].folded in lexicon().function["auxiliaries"]:
        high -= 1
    if low > high or all(_is_small(word.folded) for word in words[low : high + 1]):
        return None
    return Phrase(low, high, high, "before")


def _is_small(folded: str) -> bool:
    """A function word that names nobody by itself."""
    small = lexicon().function
    return folded in small["prepositions"] | small["subordinators"] | {"to", "and", "but", "not", "down", "up", "you"}


def _before_aside(reading: Reading, comma: int) -> int:
    """The token before a short aside in commas that ends at `comma`; else the one before the comma."""
    for place in range(comma - 1, max(-1, comma - 26), -1):
        folded = reading.words[place].folded
        if folded == ",":
            return place - 1
        if folded in _STOPS - {",", "-", "(", ")"}:
            break
    return comma - 1


def _without_opening(reading: Reading, low: int, high: int) -> int:
    """Leave out "On Monday" and the like before the phrase."""
    words = reading.words
    given = lexicon().function
    if words[low].folded not in given["prepositions"]:
        return low
    last_time = max((place for place in range(low, high) if words[place].folded in given["times"]), default=None)
    if last_time is not None:
        return last_time + 1
    for place in range(low + 2, high + 1):
        if words[place].folded in given["determiners"]:
            return place
    return low


def phrase_after(reading: Reading, low: int) -> Phrase | None:
    """The noun phrase that begins at token `low`."""
    words = reading.words
    count = len(words)
    while low < count and not words[low].is_word and words[low].folded in ('"', "'"):
        low += 1
    if low >= count or not words[low].is_word:
        return None
    high = low
    while high + 1 < count and high - low < 14:
        after = words[high + 1]
        if after.folded in _STOPS and not _part_of_name(reading, high + 1):
            break
        if after.folded in lexicon().function["subordinators"] or after.pos in _FINITE:
            break
        if after.folded in lexicon().function["times"] or _ends_phrase(reading, high + 1):
            break
        high += 1
    head = _head_within(reading, low, high)
    return Phrase(low, high, head, "after")


def _part_of_name(reading: Reading, at: int) -> bool:
    """A full stop or hyphen inside a name."""
    words = reading.words
    return (
        words[at].folded in (".", "-")
        and at + 1 < len(words)
        and words[at - 1].end == words[at].start
        and words[at].end == words[at + 1].start
    )


def _ends_phrase(reading: Reading, at: int) -> bool:
    """Prepositions that lead on from the speaker to place and occasion, not "of", "for" or "from" after a noun."""
    return reading.words[at].folded in ("in", "on", "at", "during", "after", "before", "as", "to", "by", "who", "and")


def _head_within(reading: Reading, low: int, high: int) -> int:
    """The token of the phrase whose head lies outside it; without a parse the last before a preposition."""
    if reading.parsed:
        for place in range(low, high + 1):
            if not low <= reading.words[place].head <= high or reading.words[place].head == place:
                return place
    for place in range(low + 1, high + 1):
        if reading.words[place].folded in ("of", "for", "from", "with", "close"):
            return place - 1
    return high
