"""Quotations that no statement holds: whose they are by the clause that stands around them."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from readout.analysis.statements.announcing import opens_clause
from readout.analysis.statements.contents.borders import grown
from readout.analysis.statements.contents.forms import is_passive
from readout.analysis.statements.contents.titles import end_of_quotation, is_title
from readout.analysis.statements.contents.weak import owner_of
from readout.analysis.statements.cues import with_auxiliaries
from readout.analysis.statements.hits import Found, Hit, Phrase
from readout.analysis.statements.nouns.neighbours import is_someone, phrase_after, phrase_before
from readout.analysis.statements.nouns.noun_phrases import around
from readout.analysis.statements.nouns.phrases import subject_of
from readout.analysis.statements.reading import CLOSING, FINITE
from readout.analysis.statements.unlisted import can_speak
from readout.language.lexicon import Cue, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readout.analysis.statements.drafts import Draft
    from readout.analysis.statements.reading import Reading

_FEWEST = 4  #: words of a quotation that a verb of saying makes a report
_FEWEST_UNLISTED = 5  #: the same of a verb that no list holds
_REACH = 9  #: tokens between a quotation and the verb of its reporting clause
_FAR = 12  #: tokens between a verb and the quoted words in what it governs
_FARTHEST = 30  #: the same where a comma or a colon leads the quotation in
_CLIMB = 8  #: heads from a quotation up to its verb
_TITLED = 0.75  #: share of capitals among a title's longer words
_LONG_WORD = 4
_SPOKEN = frozenset([",", "?", "!", "-", "--"])
_LED = frozenset([",", ":"])
_PARTING = frozenset(["-", "--", "(", ")", ";", ":", "who", "which", "whose"])
_LEAVING = frozenset(["when", "while", "after", "before", "since", "because", "if", "although", "though", "until"])
_ONLY_POSSIBLE = frozenset(["may", "might", "must", "should", "could", "would"])


def find_leftover(reading: Reading, drafts: Sequence[Draft]) -> Iterator[Found]:
    """Reports of quotations that none of the passage's drafts holds. Needs a parse."""
    if not reading.parsed or not reading.quoted or reading.wholly_quoted():
        return
    spans = sorted(span for draft in drafts for span in draft.content)
    starts = [start for start, _ in spans]
    at = 0
    while at < len(reading.words):
        if reading.words[at].quote < 0:
            at += 1
            continue
        end = end_of_quotation(reading, at)
        low, high = reading.characters(at, end)
        place = bisect_right(starts, high)
        if not any(start < high and low < stop for start, stop in spans[max(0, place - 12) : place]):
            found = _whose(reading, at, end)
            start = -1 if found is None else reading.words[found.hit.at].start
            told = [draft for draft in drafts for first, last in draft.cue if first <= start < last]
            if found is not None and not told:
                yield found
            elif found is not None and found.rule == "clause beside" and told[0].rule == "quotation after":
                told[0].content.insert(0, (low, high))  # "A," X said, "B": the first half of what the clause tells
        at = end + 1


def _whose(reading: Reading, low: int, high: int) -> Found | None:
    """Whose the quotation at tokens `[low, high]` is."""
    count = sum(word.is_word for word in reading.words[low : high + 1])
    cried = _cried(reading, low, high)
    if cried is not None:
        return cried
    if is_title(reading, low) or looks_titled(reading, low, high):
        return None
    if count < _FEWEST:
        return None
    return (
        _said_after(reading, low, high)
        or _led_by_last_word(reading, low, high)
        or _governed(reading, low, high, count)
        or _after_colon(reading, low, high)
    )


def _led_by_last_word(reading: Reading, low: int, high: int) -> Found | None:
    """`Doe, 69, notes: "..."`, `Doe said, "..."`: a verb of saying before the mark that leads in, whatever its tag."""
    words = reading.words
    at = low - 2
    if at < 1 or words[low - 1].folded not in _LED or not _is_told(reading, at) or not _opens_speech(reading, low):
        return None
    speaker = phrase_before(reading, at - 1)
    if speaker is None or not opens_clause(reading, speaker.low) or not is_someone(reading, speaker):
        return None
    return Found(_hit(reading, at), ((low, high),), speaker, "assert", "clause beside")


def _is_told(reading: Reading, at: int) -> bool:
    """Whether a verb that may lead in a quotation has a finite form at `at`, by its letters alone."""
    word = reading.words[at]
    if (
        word.quote >= 0
        or word.capital
        or word.folded.endswith("ing")
        or word.folded == lexicon().lemmas.get(word.folded)
    ):
        return False
    return any("quote" in cue.frames and not cue.after for cue in lexicon().verbs.get(word.folded, ()))


def _cried(reading: Reading, low: int, high: int) -> Found | None:
    """`broke into chants of "Fair pay!"`: what a noun of crying holds, and whose cry it is."""
    words = reading.words
    at = low - 2
    if at < 0 or words[low - 1].folded != "of" or words[at].folded not in lexicon().function["cries"]:
        return None
    hit = Hit(at, at, at, "noun", words[at].folded)
    owner = owner_of(reading, at)
    verb = words[at].head
    if owner is None and 0 <= verb < at and words[verb].pos == "VERB" and not is_passive(reading, verb):
        speaker = subject_of(reading, Hit(verb, verb, verb, "verb", words[verb].lemma))
        owner = speaker if can_speak(reading, speaker, verb) else None
    return Found(hit, ((low, high),), owner, "assert", "cry")


def looks_titled(reading: Reading, low: int, high: int) -> bool:
    """`The film, "13 Hours: The Soldiers of Tarn," is ...`: most of the longer words have capitals."""
    words = [word for word in reading.words[low : high + 1] if word.is_word and len(word.folded) >= _LONG_WORD]
    return bool(words) and sum(word.capital for word in words) > _TITLED * len(words)


def _said_after(reading: Reading, low: int, high: int) -> Found | None:
    """`"We never stopped" Tarn said`, `"It must end," urged Doe`: a reporting clause right behind the marks."""
    words = reading.words
    distant = _said_far_after(reading, low, high)
    if distant is not None:
        return distant
    first = high + 1 + (high + 1 < len(words) and words[high + 1].folded == "as")
    for at in range(first, min(high + _REACH, len(words))):
        word = words[at]
        if word.quote >= 0 or not (word.is_word or word.folded in ("‐", "'")):
            return None
        closing = at > first and _is_told(reading, at) and _ends_behind(reading, high, at)
        if not closing and not _says(reading, at, ("after", "quote") if at == first else ("after",)):
            if word.pos in FINITE and not word.capital:
                return None
            continue
        if not _closes(reading, at, inverted=at == first):
            return None
        hit = _hit(reading, at)
        speaker = phrase_after(reading, at + 1) if at == first else _named(reading, first, hit.low - 1)
        return None if speaker is None else Found(hit, ((low, high),), speaker, "assert", "clause beside")
    return None


def _ends_behind(reading: Reading, high: int, at: int) -> bool:
    """`"...," the suit states.`: behind a comma in the marks, and nothing but the end of the sentence comes next."""
    words = reading.words
    spoken = any(word.folded == "," for word in words[high - 1 : high + 1])
    return spoken and (at + 1 >= len(words) or words[at + 1].folded == ".")


def _said_far_after(reading: Reading, low: int, high: int) -> Found | None:
    """`"It ended," Doe, a clerk from Tarn, said drily`: who speaks begins right behind the marks."""
    words = reading.words
    if not any(word.folded in _SPOKEN for word in words[high - 1 : high + 1]):
        return None
    for at in range(high + 2, min(high + _FARTHEST, len(words))):
        if words[at].quote >= 0 or words[at].folded in (";", "."):
            return None
        if not _is_reporting(reading, at) or not _closes(reading, at, inverted=False):
            continue
        hit = _hit(reading, at)
        speaker = subject_of(reading, hit)
        if speaker is not None and speaker.low == high + 1:
            return Found(hit, ((low, high),), speaker, "assert", "clause beside")
    return None


def _is_reporting(reading: Reading, at: int) -> bool:
    """Whether a verb that may stand after what is said is at `at`, in any finite form."""
    word = reading.words[at]
    entries = lexicon().verbs.get(word.folded, ())
    return word.pos == "VERB" and not word.folded.endswith("ing") and any("after" in cue.frames for cue in entries)


def _says(reading: Reading, at: int, frames: tuple[str, ...]) -> bool:
    """Whether a finite form of a verb of saying stands at `at`; taggers err beside marks."""
    folded = reading.words[at].folded
    if reading.words[at].pos not in FINITE and (
        folded in lexicon().nouns or folded.removesuffix("s") in lexicon().function["homographs"]
    ):
        return False
    entries = lexicon().verbs.get(folded, ())
    return (
        folded != lexicon().lemmas.get(folded)
        and not folded.endswith("ing")
        and any(not cue.frames.isdisjoint(frames) for cue in entries if not cue.after)
    )


def _closes(reading: Reading, at: int, *, inverted: bool) -> bool:
    """Whether the reporting clause has no content of its own: its end, a mark, or time and place come next."""
    words = reading.words
    if at + 1 >= len(words):
        return not inverted
    after = words[at + 1]
    if inverted:
        return after.pos in ("PROPN", "DET", "NOUN", "PRON", "ADJ", "NUM")
    return not after.is_word or after.pos in ("ADP", "ADV") or after.folded in lexicon().function["times"]


def _named(reading: Reading, low: int, high: int) -> Phrase | None:
    """The words between a quotation and its verb, if they can name someone."""
    words = reading.words
    while low <= high and (not words[low].is_word or words[low].folded == "as"):
        low += 1
    if (
        low > high
        or words[low].pos == "ADP"
        or words[low].folded in lexicon().function["subordinators"] | {"and", "but", "or"}
    ):
        return None
    if not any(word.capital or word.pos in ("NOUN", "PRON", "PROPN") for word in words[low : high + 1]):
        return None
    return Phrase(low, high, high, "after the quotation")


def _governed(reading: Reading, low: int, high: int, count: int) -> Found | None:
    """`reacted coolly to the plan, "..."`, `is labelling the deal "..."`: the verb before, and who does it."""
    words = reading.words
    verb = _verb_above(reading, low, high)
    if verb is None or words[verb].lemma in lexicon().function["shown"]:
        return None
    led = words[low - 1].folded in _LED
    if low - verb > (_FARTHEST if led else _FAR):
        return None
    listed = any(not cue.after for cue in lexicon().verbs.get(words[verb].folded, ()))
    if not listed and count < _FEWEST_UNLISTED:
        return None
    if not listed and not (led and _opens_speech(reading, low) and reading.child(verb, "nsubj") is not None):
        return None
    if _is_parted(reading, verb + 1, low - 1 if led else low):
        return None
    hit = _hit(reading, verb)
    described = words[verb].dep == "acl" and not words[verb].folded.endswith("ing")
    if described or is_passive(reading, verb) or any(small.folded in _ONLY_POSSIBLE for small in words[hit.low : verb]):
        return None
    speaker = subject_of(reading, hit)
    if not can_speak(reading, speaker, verb):
        return None
    content = (low, high) if led else (hit.high + 1, _grown(reading, hit, high) if listed else high)
    return Found(hit, (content,), speaker, "assert", "quoted words governed")


def _grown(reading: Reading, hit: Hit, high: int) -> int:
    """The end of the content: that of the quotation where it closes a sentence, else of the clause."""
    ended = any(word.folded in CLOSING for word in reading.words[high - 1 : high + 1])
    return high if ended else grown(reading, hit, high)


def _opens_speech(reading: Reading, low: int) -> bool:
    """Whether the quotation begins as a sentence does."""
    first = next((word for word in reading.words[low : low + 3] if word.is_word), None)
    return first is not None and first.capital


def _is_parted(reading: Reading, low: int, high: int) -> bool:
    """`lost his son when "..."`, `served in Tarn - "..."`: a mark or another clause between verb and quotation."""
    return any(word.folded in _PARTING or word.folded in _LEAVING for word in reading.words[low:high])


def _after_colon(reading: Reading, low: int, high: int) -> Found | None:
    """`It did not surprise the pollster Ann Doe: "..."`: the one named last before the colon, or who acts there."""
    words = reading.words
    ends = any(word.folded in CLOSING for word in words[high - 1 : high + 2])
    if low < 2 or words[low - 1].folded != ":" or not ends or not _opens_speech(reading, low):
        return None
    hit = Hit(low - 1, low - 1, low - 1, "colon", ":")
    named = phrase_before(reading, low - 2)
    if named is not None and is_someone(reading, named):
        return Found(hit, ((low, high),), named, "assert", "colon beside")
    for at in range(low - 2, max(-1, low - _FARTHEST), -1):
        subject = reading.child(at, "nsubj")
        if words[at].pos == "VERB" and subject is not None and subject < at:
            phrase = around(reading, subject, at, "subject")
            if phrase is not None and is_someone(reading, phrase):
                return Found(hit, ((low, high),), phrase, "assert", "colon beside")
            return None
    return None


def _verb_above(reading: Reading, low: int, high: int) -> int | None:
    """The first verb outside and before the quotation that its words hang on."""
    words = reading.words
    for place in range(low, high + 1):
        at = words[place].head
        if low <= at <= high or not 0 <= at < len(words):
            continue
        for _ in range(_CLIMB):
            if words[at].pos == "VERB" and not low <= at <= high:
                return at if at < low and words[at].quote < 0 else None
            at = words[at].head
            if not 0 <= at < len(words):
                return None
        return None
    return None


def _hit(reading: Reading, at: int) -> Hit:
    low, negated = with_auxiliaries(reading, at)
    lemma = reading.words[at].lemma or reading.words[at].folded
    cue = Cue(lemma=lemma, after=(), act="assert", frames=frozenset(["after", "quote"]))
    return Hit(at, low, at, "verb", lemma, (cue,), negated=negated)
