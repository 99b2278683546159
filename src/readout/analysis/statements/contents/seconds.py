"""Second verbs of one subject: where `and said`, `but left` ends a content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.language.lexicon import form_of, lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.statements.hits import Hit
    from readout.analysis.statements.reading import Reading, Word

#: verbs that report only with a quotation
ASPECTS = frozenset(["continue", "begin", "open", "close", "finish", "go"])
_BE = frozenset(["was", "were", "is", "are", "be", "been"])
_PAST = frozenset(["did", "was", "were", "had", "would", "could", "might", "'d"])
_PRESENT = frozenset(["does", "do", "is", "are", "has", "have", "will", "can", "may"])

_ACTORS = frozenset(["he", "she", "they", "it", "we", "i", "you"])
_BEFORE_NOUNS = frozenset(["amod", "compound", "acl"])  #: of verbs: "the proposed plan", "voters surveyed"
_ENDING = frozenset([",", ";", ":", "-", "--", "(", ".", "who", "which", "that"])


def joins(reading: Reading, hit: Hit, at: int) -> bool:
    """`and said`, `but warned`: a second verb of the same subject."""
    words = reading.words
    if words[at].folded not in ("and", "but", "or") or at + 1 >= len(words):
        return False
    cue = hit.low if hit.kind == "noun" else hit.at  # "expressed concern about X and said Y"
    reports = _reports_again(reading, hit, at)
    if reports is not None:
        return reports
    if _acts_again(reading, hit, at):
        return True
    tense = form_of(words[cue].folded)
    if words[at + 1].folded in _BE or words[at + 1].folded in (_PRESENT if tense == "past" else _PAST):
        return False
    for place in range(at + 1, min(at + 4, len(words))):
        if words[place].head == hit.at and words[place].dep == "conj":
            if words[at].folded == "and" and _goes_on_inside(reading, hit, at, place):
                return False
            return _form(words[place]) != "ing" or _form(words[hit.at]) == "ing"
        if words[place].pos not in ("AUX", "ADV", "PART"):
            return False
    return False


def _goes_on_inside(reading: Reading, hit: Hit, at: int, place: int) -> bool:
    """`said private firms cost more and cited the year's figures`: a verb that says nothing is the clause's."""
    words = reading.words
    if hit.kind != "verb" or not hit.has("after") or words[at - 1].folded == ",":
        return False
    inside = [word for word in words[hit.high + 1 : at] if word.pos in ("VERB", "AUX") and _form(word) == "finite"]
    return bool(inside) and words[place].folded not in lexicon().verbs


def _reports_again(reading: Reading, hit: Hit, at: int) -> bool | None:
    """Whether a reporting verb after the conjunction is the cue's subject's; None where none follows it."""
    words = reading.words
    cue = words[hit.low if hit.kind == "noun" else hit.at]
    for place in range(at + 1, min(at + 4, len(words))):
        verb = words[place]
        if verb.pos == "VERB" and verb.folded in lexicon().verbs:
            if lexicon().lemmas[verb.folded] in ASPECTS and not opens_with_capital(reading, place + 1):
                return None
            if _denies_with_do(words[at + 1 : place], verb, words[hit.at]):
                return True
            same = form_of(verb.folded) == form_of(cue.folded)
            saying = any("after" in entry.frames for entry in lexicon().verbs[verb.folded])
            if saying and (words[at].folded == "but" or (same and _says(reading, place))):
                return same
            return same and not _same_form_inside(reading, hit, place)
        if verb.pos not in ("ADV", "AUX", "PART"):
            return None
    return None


def opens_with_capital(reading: Reading, at: int) -> bool:
    """Whether the words from `at` on, quotation marks aside, begin with a capital, as whole sentences do."""
    ahead = reading.words[at : at + 3]
    return next((word.capital for word in ahead if word.is_word), True)


def _says(reading: Reading, at: int) -> bool:
    """Whether the verb at `at` can only be a further report: `and added: "..."`, `and said that ...`."""
    words = reading.words
    after = words[at + 1] if at + 1 < len(words) else None
    return after is not None and (after.quote >= 0 or after.folded in (":", "that", ","))


def _acts_again(reading: Reading, hit: Hit, at: int) -> bool:
    """`said he would stay, but left`: a past verb that the parse joins to an infinitive is the cue's subject's."""
    words = reading.words
    if form_of(words[hit.at].folded) != "past":
        return False
    for place in range(at + 1, min(at + 4, len(words))):
        word = words[place]
        if word.pos == "VERB":
            joined = word.dep == "conj" and hit.high < word.head < at and words[word.head].pos == "VERB"
            irregular = word.folded != word.lemma and not word.folded.endswith(("s", "ing"))
            return joined and irregular and words[word.head].folded == words[word.head].lemma
        if word.pos != "ADV":
            return False
    return False


def _denies_with_do(between: Sequence[Word], verb: Word, cue: Word) -> bool:
    """`said X but did not suggest Y`: the verb of saying is denied, in the tense of the first."""
    if [word.folded for word in between] not in (["did", "not"], ["did", "n't"], ["does", "not"], ["does", "n't"]):
        return False
    tense = "past" if between[0].folded == "did" else "s"
    return form_of(cue.folded) == tense and any("after" in cue.frames for cue in lexicon().verbs[verb.folded])


def opens_clause(reading: Reading, hit: Hit, low: int, at: int) -> bool:
    """`asked for a seat and Doe said`, `backed her and has spent`: a new clause after what is no clause itself."""
    words = reading.words
    if words[at].folded not in ("and", "but", "so") or words[at].quote >= 0 or at + 2 >= len(words):
        return False
    return _has_subject_of_its_own(reading, at) or _goes_with_cue(reading, hit, low, at)


def before_new_clause(reading: Reading, hit: Hit, low: int, high: int) -> int:
    """The right border of an infinitive, description or thing, moved before a new clause that the parse left in it."""
    words = reading.words
    for place in range(low + 1, high):
        word = words[place]
        if word.pos in ("VERB", "AUX") and word.dep not in _BEFORE_NOUNS and _form(word) == "finite":
            return high
        if opens_clause(reading, hit, low, place):
            return place - 1
    return high


def _has_subject_of_its_own(reading: Reading, at: int) -> bool:
    """Whether a subject with its verb follows the conjunction at `at`."""
    words = reading.words
    if words[at + 1].folded in _ACTORS:
        return words[at + 2].pos in ("VERB", "AUX", "ADV", "PART")
    for place in range(at + 2, min(at + 10, len(words))):
        word = words[place]
        if word.quote >= 0 or word.folded in _ENDING or word.pos == "SCONJ":
            return False
        if word.pos in ("VERB", "AUX") and word.dep not in _BEFORE_NOUNS:
            verb = word.head if word.pos == "AUX" and word.head != place else place
            subject = reading.child(verb, "nsubj", "nsubj:pass")
            opens = subject is not None and reading.left[subject] == at + 1 and words[subject].pos != "PRON"
            finite = _form(word) == "finite" or word.folded in ("have", "do")  # what has a subject before it
            return opens and subject is not None and subject < place and finite
    return False


def _goes_with_cue(reading: Reading, hit: Hit, low: int, at: int) -> bool:
    """Whether the verb after the conjunction goes on with the cue's: the content holds none that it could go with."""
    words = reading.words
    place = at + 1
    while place < min(at + 3, len(words) - 1) and words[place].pos in ("ADV", "PART"):
        place += 1
    verb = words[place]
    if verb.pos not in ("VERB", "AUX") or verb.dep in _BEFORE_NOUNS or verb.quote >= 0:
        return False
    inside = [word for word in words[low:at] if word.pos in ("VERB", "AUX")]
    form = _form(verb)
    if form == "ing":
        return _form(words[hit.at]) == "ing" and not any(_form(word) == "ing" for word in inside)
    return form == "finite" and not any(_form(word) == "finite" for word in inside if word.dep not in _BEFORE_NOUNS)


def _form(word: Word) -> str:
    """Whether a verb is finite, an infinitive or ends in "ing", by the parser's lemma: lists do not hold them all."""
    if word.folded.endswith("ing"):
        return "ing"
    if word.pos == "AUX":
        return "base" if word.folded in ("be", "have", "do", "been") else "finite"
    return "base" if word.folded == word.lemma else "finite"


def _same_form_inside(reading: Reading, hit: Hit, place: int) -> bool:
    """Whether the parse joins the verb at `place` to a verb of the content that has the same form."""
    head = reading.words[place].head
    return (
        head != hit.at
        and hit.high < head < place
        and form_of(reading.words[head].folded) == form_of(reading.words[place].folded)
    )
