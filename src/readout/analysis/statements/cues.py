"""Reporting words in a passage: where they stand, and in which frames they may report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.statements.hits import Hit
from readout.language.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readout.analysis.statements.reading import Reading

_VERB_TAGS = frozenset(["VERB", "AUX", ""])
_NOUN_TAGS = frozenset(["NOUN", "PROPN", ""])
_ACTING = ("VERB", "AUX")
_MANY = frozenset(["all", "these", "those", "both", "many", "the"])
_BEING = frozenset(["be", "feel", "become", "remain", "grow", "get", "seem", "look", "sound"])
_FAILING = frozenset(["fail", "fails", "failed", "failing"])
_NEGATIONS = frozenset(["not", "n't", "never", "neither", "nobody", "cannot"])


def find_hits(reading: Reading) -> tuple[Hit, ...]:
    """All words of the passage that may report, in order."""
    if reading.hits is None:
        reading.hits = tuple(_hits(reading))
    return reading.hits


def _hits(reading: Reading) -> Iterator[Hit]:
    words = lexicon()
    reporting = words.reporting
    if reading.forms.isdisjoint(reporting):
        return
    for index in [n for n, word in enumerate(reading.words) if word.folded in reporting]:
        word = reading.words[index]
        pointer = _pointer(reading, index) if word.folded in words.first_of_pointers else None
        if pointer is not None:
            yield pointer
        elif word.folded in words.both and _is_felt(reading, index):
            yield _state(reading, index)
        elif word.folded in words.verbs and _is_verb(reading, index):
            yield _verb(reading, index)
        elif word.folded in words.nouns and word.pos in _NOUN_TAGS:
            yield Hit(index, index, index, "noun", word.folded, act=words.nouns[word.folded])
        elif word.folded in words.states and word.pos in ("ADJ", "VERB", "") and reading.parsed:
            yield _state(reading, index)


def _is_felt(reading: Reading, index: int) -> bool:
    """`are worried about the vote`: a form of a verb that is a state here, and no passive with the one who does it."""
    words = reading.words
    if not reading.parsed or index + 1 >= len(words) or words[index + 1].folded == "by":
        return False
    for place in range(index - 1, max(-1, index - 4), -1):
        word = words[place]
        if word.lemma in _BEING or word.folded in ("'s", "'re", "'m"):
            return True
        if word.pos not in ("ADV", "PART", "AUX"):
            return False
    return False


def _pointer(reading: Reading, index: int) -> Hit | None:
    """Words such as "according to" at `index`."""
    word = reading.words[index].folded
    for given, act in lexicon().pointers.items():
        if word != given[0] or index + len(given) >= len(reading.words):
            continue
        if all(reading.words[index + step].folded == part for step, part in enumerate(given)):
            high = index + len(given) - 1
            return Hit(index, index, high, "pointer", " ".join(given), act=act)
    return None


def _is_verb(reading: Reading, index: int) -> bool:
    """Whether the form is used as a verb: by its tag, or by its neighbours where the tagger may err."""
    word = reading.words[index]
    if _is_part_of_name(reading, index) or _leads_to_verb(reading, index):
        return False
    if word.pos in _VERB_TAGS:
        if not word.pos:
            return not _follows_determiner(reading, index)
        return word.dep != "amod" or _after_a_name(reading, index)
    base = word.folded == lexicon().lemmas.get(word.folded)
    if (
        base
        and not (reading.headline or reading.block == 0)
        and (word.dep == "compound" or _lacks_number(reading, index))
    ):
        return False
    if _that_follows(reading, index) and _leads_to_that(reading, index):
        return True
    if _is_infinitive(reading, index) or _promises(reading, index) or _is_gerund(reading, index):
        return True
    before = reading.words[index - 1] if index else None
    after = reading.words[index + 1] if index + 1 < len(reading.words) else None
    if word.folded in ("said", "says", "told", "wrote", "added", "tells", "writes"):
        return before is None or before.folded not in ("the", "a", "an")
    if before is None or after is None or word.pos not in ("NOUN", "PROPN", "ADJ") or word.folded.endswith("ing"):
        return False
    if reading.child(index, "ccomp") is not None and before.pos in ("NOUN", "PROPN", "PRON"):
        return True
    counted = before.pos == "NUM" and before.folded[:1].isalpha() and word.folded == lexicon().lemmas[word.folded]
    if not _after_a_name(reading, index) and not counted:  # "one in five say"
        return False
    if reading.headline or reading.block == 0:
        return word.capital or not any(other.pos in _ACTING for other in reading.words)
    return not word.capital and _reads_as_verb(reading, index)


def _is_part_of_name(reading: Reading, index: int) -> bool:
    """`the United States`: in running text a capital after another one is a name's."""
    word, before = reading.words[index], reading.words[index - 1]
    if index == 0 or reading.headline or reading.block == 0 or not word.capital or not before.capital:
        return False
    base = lexicon().lemmas.get(word.folded, word.folded)
    return word.dep in ("flat", "compound", "") and base in lexicon().function["homographs"]


def _leads_to_verb(reading: Reading, index: int) -> bool:
    """`the next awards show will have ...`, `all states the same`: a form that is a noun as well, used as one."""
    words = reading.words
    if words[index].folded.endswith("ed") or index == 0 or index + 1 >= len(words):
        return False
    lemma = lexicon().lemmas[words[index].folded]
    if lemma not in lexicon().function["homographs"] and lemma not in ("show", "claim", "poll"):
        return False
    if words[index].folded.endswith("s") and words[index - 1].folded in _MANY:
        return True
    relative = any(word.folded in ("that", "which", "who", "what") for word in words[max(0, index - 10) : index])
    return words[index + 1].folded in ("will", "would", "has", "is", "was") and not relative


def _lacks_number(reading: Reading, index: int) -> bool:
    """`the vampire attack that`: one thing right before it, so that a verb would end in "s"."""
    before = reading.words[index - 1]
    people = lexicon().people
    plural = before.folded.endswith("s") or before.folded in people["group"] or before.folded in people["body"]
    return index > 0 and before.pos == "NOUN" and not plural


def _leads_to_that(reading: Reading, index: int) -> bool:
    """`was heard grousing that`, `The ad, "Lost?", concludes that`: a form that is no noun, before "that"."""
    word = reading.words[index]
    if word.folded.endswith("ing"):
        return word.dep in ("advcl", "xcomp")
    lemma = lexicon().lemmas.get(word.folded, word.folded)
    if word.folded in lexicon().nouns or lemma in lexicon().function["homographs"]:
        return False
    return word.dep == "conj" or (word.pos == "NOUN" and word.folded == lemma + "s" and word.dep == "nsubj")


def _is_infinitive(reading: Reading, index: int) -> bool:
    """`took to the radio to accuse them`: what the parse hangs "to" on, whatever it is tagged."""
    before = reading.words[index - 1]
    return index > 0 and before.folded == "to" and before.dep == "mark" and before.head == index


def _promises(reading: Reading, index: int) -> bool:
    """`is promising to leave`, taken for an adjective: an infinitive follows."""
    words = reading.words
    if not words[index].folded.endswith("ing") or index + 2 >= len(words) or words[index + 1].folded != "to":
        return False
    ahead = words[index + 2 : index + 4]
    if words[index - 1].pos in ("ADP", "SCONJ"):
        return False  # "rebuked her for promising to"
    return words[index].pos == "ADJ" and any(word.pos == "VERB" and word.folded == word.lemma for word in ahead)


def _is_gerund(reading: Reading, index: int) -> bool:
    """`responded by warning France it hoped ...`, which the tagger takes for a noun: someone is named after it."""
    words = reading.words
    if index < 2 or index + 1 >= len(words) or words[index - 1].folded not in ("by", "before", "after", "without"):
        return False
    if not words[index].folded.endswith("ing"):
        return False
    return words[index].pos == "NOUN" and words[index + 1].pos in ("PROPN", "PRON") and words[index - 2].pos == "VERB"


def _that_follows(reading: Reading, index: int) -> bool:
    """Whether "that" comes next, an adverb aside."""
    ahead = reading.words[index + 1 : index + 3]
    return any(word.folded == "that" for word in ahead) and (ahead[0].folded == "that" or ahead[0].pos == "ADV")


def _after_a_name(reading: Reading, index: int) -> bool:
    """Whether a noun, a name, a pronoun or an auxiliary stands before the word, adverbs aside."""
    place = index - 1
    while place >= 0 and (reading.words[place].pos == "ADV" or reading.words[place].folded in (",", ")")):
        place -= 1
    if place < 0:
        return False
    before = reading.words[place]
    return before.pos in ("PROPN", "NOUN", "PRON", "AUX") and before.dep != "nmod:poss" and not _is_owner(before.folded)


def _is_owner(folded: str) -> bool:
    return folded in lexicon().function["determiners"] or folded == "'s"


def _reads_as_verb(reading: Reading, index: int) -> bool:
    """A form that is no noun, or one that is followed as only verbs are."""
    word, after = reading.words[index], reading.words[index + 1]
    lemma = lexicon().lemmas[word.folded]
    past = word.folded not in (lemma, lemma + "s", lemma + "es")
    homograph = lemma in lexicon().nouns or lemma in lexicon().function["homographs"]
    if (past or not homograph) and after.folded not in (".", ",", "of"):
        return True
    if after.folded in ("that", "how", "why", "whether", "what") or after.quote >= 0:
        return True
    before = reading.words[index - 1]
    if (
        after.folded in (".", ",")
        and (before.pos == "PROPN" or before.folded in lexicon().speakers)
        and word.folded.endswith("s")
    ):
        return any("after" in cue.frames for cue in lexicon().verbs[word.folded])
    several = before.folded.endswith("s") and before.pos in ("NOUN", "PROPN")
    if several or before.pos == "NUM":  # "residents support the plan"
        gerund = after.pos == "VERB" and after.folded.endswith("ing")
        if word.folded == lemma and (gerund or after.pos in ("DET", "PROPN", "PRON")):
            return True
    return before.pos in ("PROPN", "PRON") and (after.pos in ("DET", "PROPN", "PRON") or after.folded == "to")


def _follows_determiner(reading: Reading, index: int) -> bool:
    before = reading.words[index - 1].folded if index else ""
    return before in lexicon().function["determiners"] or before in ("of", "in", "for", "by")


def _verb(reading: Reading, index: int) -> Hit:
    """A verb with its auxiliaries and adverbs before it, and the longest particle that fits after it."""
    words = lexicon()
    entries = words.verbs[reading.words[index].folded]
    best: tuple[str, ...] = ()
    high = index
    for cue in entries:
        end = _fits_after(reading, index, cue.after)
        if end is not None and len(cue.after) > len(best):
            best, high = cue.after, end
    chosen = tuple(cue for cue in entries if cue.after == best)
    low, negated = with_auxiliaries(reading, index)
    return Hit(index, low, high, "verb", chosen[0].lemma if chosen else "", chosen, negated=negated)


def with_auxiliaries(reading: Reading, index: int) -> tuple[int, bool]:
    """Where a verb begins with the auxiliaries and adverbs before it, and whether they negate it."""
    low = index
    negated = False
    small, periodicals = lexicon().helping, lexicon().function["periodicals"]
    while low > 0:
        before = reading.words[low - 1].folded
        if before in _NEGATIONS:
            negated = True
        elif reading.words[low - 1].capital and (
            reading.words[low - 1].pos == "PROPN" or _is_name(reading, low - 1, index)
        ):
            break  # Theresa May
        elif before not in small and not (before.endswith("ly") and len(before) > 4 and before not in periodicals):
            break
        low -= 1
    while low < index and reading.words[low].folded in ("to", "so", "all", "both", "too"):
        low += 1
    failing = low > 1 and reading.words[low - 1].folded == "to" and reading.words[low - 2].folded in _FAILING
    return low, negated or failing  # "failed to mention"


def _is_name(reading: Reading, at: int, verb: int) -> bool:
    """`Will called for`, `Keller also noted`: a name that opens the passage and looks like a small word."""
    word, lemma = reading.words[at], lexicon().lemmas.get(reading.words[verb].folded)
    if at > 0 or reading.words[verb].folded in (lemma, "") or reading.words[verb].folded.endswith("ing"):
        return False
    modal = word.folded in ("will", "may", "can")
    alone = at + 1 == verb and reading.parsed and reading.child(verb, "nsubj") is None  # "Jolly added"
    return modal or (word.folded.endswith("ly") and reading.words[at + 1].folded != "," and (at + 1 < verb or alone))


def _fits_after(reading: Reading, index: int, after: tuple[str, ...]) -> int | None:
    """The token where the words that must follow the verb end; a short object may stand between."""
    if not after:
        return index
    place = index + 1
    for part in after:
        hearer = part in lexicon().heard.get(lexicon().lemmas[reading.words[index].folded], ())
        for gap in range((9 if hearer else 3) if part == after[0] else 1):
            at = place + gap
            if at < len(reading.words) and reading.words[at].folded == part:
                if gap and not (_only_short_object(reading, place, at) or (hearer and _is_hearer(reading, place, at))):
                    return None
                place = at + 1
                break
        else:
            return None
    return place - 1


def _is_hearer(reading: Reading, low: int, high: int) -> bool:
    """`asked the court for a vote`: whether the words name who is asked."""
    between = reading.words[low + (reading.words[low].folded in ("to", "with")) : high]
    return all(
        (word.pos in ("DET", "ADJ", "NOUN", "PROPN", "PRON") or word.folded in ("'s", "and")) and word.quote < 0
        for word in between
    )


def _only_short_object(reading: Reading, low: int, high: int) -> bool:
    times = lexicon().function["times"]
    between = reading.words[low:high]
    return all(word.pos in ("PRON", "ADV") or word.folded in times for word in between)


def _state(reading: Reading, index: int) -> Hit:
    """An adjective with its copula: "is confident", "was not sure"."""
    low = index
    negated = False
    words = lexicon()
    small = words.helping | {"very", "quite", "more", "less", "so"}
    while low > 0:
        before = reading.words[low - 1].folded
        negated = negated or before in _NEGATIONS
        if before in small or before.endswith("ly"):
            low -= 1
        else:
            break
    return Hit(index, low, index, "state", reading.words[index].folded, act="believe", negated=negated)
