"""A speaker's phrase overruled by what stands on the surface: quotation marks, commas of an apposition, reports."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from readout.analysis.statements.contents.forms import is_passive
from readout.analysis.statements.hits import Phrase
from readout.analysis.statements.nouns.neighbours import phrase_before
from readout.analysis.statements.nouns.noun_phrases import around
from readout.analysis.statements.reading import FINITE
from readout.language.lexicon import form_of, lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.statements.hits import Found
    from readout.analysis.statements.reading import Reading

_TAG = re.compile(r"[RDI][-‐–][A-Z][A-Za-z. ]+")  #: "R-Ohio" behind a name
_LONGEST_NAME = 8  #: tokens of a name that opens a sentence
_NOMINAL = frozenset(["DET", "NOUN", "PROPN", "ADJ", "NUM", "PART"])
_NAMING = frozenset(["NOUN", "PROPN", "PRON"])
_APPOSED = frozenset(["DET", "ADJ", "NUM", "NOUN"])
_ACTORS = frozenset(["he", "she", "they"])
_BEFORE_SECOND = 4  #: tokens before a second verb in which "and" stands: "and on Monday announced"
_RELATIVE = frozenset(["who", "whose", "which", "whom"])
_INSIDE = frozenset(["ccomp", "xcomp", "obj", "obl", "nsubj"])  #: how a content hangs on its verb
_CLIMB = 12


def on_the_surface(reading: Reading, found: Found, reports: Sequence[Found]) -> Found:
    """The report with the speaker that marks and other reports show, where they speak against the parse's."""
    speaker = found.speaker
    if found.hit.kind != "verb" or found.group is not None or not reading.parsed:
        return found
    timed = speaker is not None and reading.words[speaker.high].folded in lexicon().function["times"]
    if speaker is None or (timed and speaker.low == speaker.high):  # "and on | Monday | announced"
        named = _paper_before(reading, found) or _before_relative(reading, found)
        if named is None and found.rule != "seeming" and not is_passive(reading, found.hit.at):
            named = _right_before(reading, found) or _who_acts_first(reading, found)
        return replace(found, speaker=named)
    before = _before_tag(reading, speaker)
    if before is not None:
        return replace(found, speaker=before)
    speaker = _behind_opening(reading, _behind_dateline(reading, speaker))
    found = replace(found, speaker=speaker)
    behind = _behind_role(reading, speaker)
    if behind is not None:
        return replace(found, speaker=behind)
    opening = _opens_with_name(reading, found, speaker)
    if opening is not None:
        return replace(found, speaker=opening)
    nearer = _local_subject(reading, found, speaker) or _of_the_sentence(reading, found, speaker)
    if nearer is not None:
        return replace(found, speaker=nearer)
    quoted = _is_quoted(reading, found, speaker)
    if quoted or _is_participle(reading, found):
        other = _report_around(reading, found, speaker, reports, quoted)
        if other is not None and other.speaker is not None:
            return replace(found, speaker=replace(other.speaker, how="shared subject"))
    return found


def _paper_before(reading: Reading, found: Found) -> Phrase | None:
    """`documents with a handwritten note that reads: “...”`: the paper right before the relative word."""
    words, low = reading.words, found.hit.low
    if (
        low < 2
        or words[low - 1].folded not in ("that", "which")
        or words[low - 2].folded not in lexicon().people["paper"]
    ):
        return None
    return phrase_before(reading, low - 2)


def _before_relative(reading: Reading, found: Found) -> Phrase | None:
    """`A senior official at the port, who asked for no name to be given, said`: the one who opens the sentence."""
    words, low = reading.words, found.hit.low
    who = next((at for at in range(2, low) if words[at].folded == "who"), None)
    if who is None or low < who + 3 or words[who - 1].folded != "," or words[low - 1].folded != ",":
        return None
    if any(word.quote >= 0 or word.folded in (";", ":") for word in words[:low]):
        return None
    ends = (at for at in range(1, who - 1) if words[at].pos in ("ADP", "VERB") or words[at].folded == ",")
    head = next(ends, who - 1) - 1
    clause = any(word.pos in ("AUX", "SCONJ", "CCONJ") for word in words[: who - 1])
    return None if clause or words[head].pos not in ("NOUN", "PROPN") else Phrase(0, who - 2, head, "subject")


def _right_before(reading: Reading, found: Found) -> Phrase | None:
    """`At the hearing | Weiss criticised`, `He did not, however, say`: a name or "he" before a finite verb."""
    words, high = reading.words, found.hit.low - 1
    if form_of(words[found.hit.at].folded) not in ("past", "s") and words[high].folded != ",":
        return None
    while high > 0 and (words[high].pos in ("ADV", "AUX", "PART") or words[high].folded == ","):
        high -= 1
    if words[high].folded in _ACTORS and not (high and words[high - 1].pos in ("VERB", "ADP")):
        return Phrase(high, high, high, "before")
    low = high + 1
    while low > 0 and words[low - 1].pos == "PROPN" and words[low - 1].capital and words[low - 1].quote < 0:
        low -= 1
    named = low <= high == found.hit.low - 1 and words[high].folded not in lexicon().function["times"]
    return Phrase(low, high, high, "before") if named and low and words[low - 1].pos in ("NOUN", "SCONJ") else None


def _who_acts_first(reading: Reading, found: Found) -> Phrase | None:
    """`Weiss freed money and on Monday announced X`: who opens the sentence, where no one else acts before the verb."""
    words, hit = reading.words, found.hit
    participle = words[hit.low - 1].folded == "," and words[hit.low].folded.endswith("ing")
    near = range(max(1, hit.low - _BEFORE_SECOND), hit.low)
    link = next((at for at in near if words[at].folded in ("and", "but")), hit.low - 1 if participle else None)
    low = next((at for at, word in enumerate(words) if word.is_word), 0)
    if words[low].pos == "ADP":  # "On Sunday, | he recounted X, saying"
        low = next((at + 1 for at in range(low, min(low + _LONGEST_NAME, hit.low)) if words[at].folded == ","), low)
    high = low - 1
    while high + 1 < hit.low and (words[high + 1].pos == "PROPN" or (words[low].folded in _ACTORS and high < low)):
        high += 1
    verb = high + 1
    while verb < hit.low and words[verb].pos in ("ADV", "AUX"):
        verb += 1
    if link is None or high < low or not verb < link or words[verb].pos not in FINITE:
        return None
    times = lexicon().function["times"]
    others = (w for w in words[verb + 1 : hit.low] if w.dep.startswith(("nsubj", "csubj")) and w.folded not in times)
    parted = any(word.folded in (";", ":") or word.quote >= 0 for word in words[low : hit.low])
    return None if parted or next(others, None) is not None else Phrase(low, high, high, "shared subject")


def _is_quoted(reading: Reading, found: Found, speaker: Phrase) -> bool:
    """`He answered: "If they sue, ...," referring to X`: a word of what is quoted says nothing outside of it."""
    quote = reading.words[speaker.head].quote
    return quote >= 0 and reading.words[found.hit.at].quote != quote


def _is_participle(reading: Reading, found: Found) -> bool:
    """`..., noting that`: a participle after a comma or a closing quotation mark."""
    words, low = reading.words, found.hit.low
    if low < 3 or low != found.hit.at or not words[low].folded.endswith("ing"):
        return False
    return words[low - 1].folded == "," or (words[low - 1].quote >= 0 and words[low].quote < 0)


def _report_around(
    reading: Reading, found: Found, speaker: Phrase, reports: Sequence[Found], quoted: bool
) -> Found | None:
    """The report whose content holds the speaker's phrase: its own speaker goes on in a participle after it."""
    words = reading.words
    for other in reversed(reports):
        verb = other.hit.at
        if other is found or other.group is not None or other.speaker is None or not verb < speaker.low < found.hit.low:
            continue
        if other.hit.kind != "verb" or words[verb].folded.endswith("ing") or other.speaker.low > verb:
            continue
        if words[other.speaker.head].quote >= 0 or (not quoted and _acts_apart(reading, speaker, reports)):
            continue
        if quoted or (words[verb].head == verb and _hangs_below(reading, speaker.head, verb)):
            return other
    return None


def _acts_apart(reading: Reading, speaker: Phrase, reports: Sequence[Found]) -> bool:
    """`When Weiss said it failed, Doe agreed, adding`, `..., the clerk recalled, adding`: a clause of its own."""
    before = reading.words[speaker.low - 1]
    if before.folded == "," or (before.folded in ("and", "but") and reading.words[speaker.low - 2].folded == ","):
        return True
    return any(
        other.group is not None and other.speaker is not None and other.speaker.low == speaker.low for other in reports
    )


def _hangs_below(reading: Reading, at: int, verb: int) -> bool:
    """Whether the parse hangs token `at` on the complement of the verb."""
    words = reading.words
    for _ in range(_CLIMB):
        head = words[at].head
        if head == verb:
            return words[at].dep.split(":")[0] in _INSIDE
        if head == at or not 0 <= head < len(words):
            return False
        at = head
    return False


def _opens_with_name(reading: Reading, found: Found, speaker: Phrase) -> Phrase | None:
    """`Ann Doe, a lecturer at the college who was heard by the board, rejected X`: the name before the aside."""
    words, low = reading.words, found.hit.low
    if (
        speaker.how == "agent"
        or low < 4
        or words[low - 1].folded != ","
        or words[low - 1].quote >= 0
        or words[low].folded.endswith("ing")
    ):
        return None
    first = next((at for at, word in enumerate(words) if word.is_word), 0)
    comma = next((at for at in range(first, min(first + _LONGEST_NAME, low)) if words[at].folded == ","), None)
    if comma is None or not first < comma < min(speaker.low + 1, low - 1):
        return None
    himself = words[comma - 1].folded in ("himself", "herself")
    name = words[first : comma - himself]
    named = name[-1].pos == "PROPN" or (len(name) > 1 and all(word.capital and word.pos != "DET" for word in name))
    if not named or not all(word.pos in _NOMINAL and word.quote < 0 for word in name):
        return None
    after = words[comma + 1]
    if any(word.folded in lexicon().function["times"] for word in name):
        return None
    acting = after.pos == "VERB" and after.folded.endswith("ing")  # "Doe, noting the votes before, accused her"
    if after.pos not in _APPOSED and after.folded not in _RELATIVE and not acting:
        return None
    aside = words[comma + 1 : low - 1]
    aged = after.pos == "NUM" and any(
        word.folded in _RELATIVE for word in aside
    )  # "Ann Doe, 58, who lives there, says"
    if sum(word.folded == "," and word.quote < 0 for word in aside) % 2 and not aged:
        return None
    return Phrase(first, comma - 1, comma - 1, "subject")


def _behind_dateline(reading: Reading, speaker: Phrase) -> Phrase:
    """`Tarn - In her first speech, Sen. Ann Doe said`: without the place that opens the text, and what is behind it."""
    words = reading.words
    if any(word.is_word for word in words[: speaker.low]):
        return speaker
    dashes = [at for at in range(speaker.low, min(speaker.high + 2, len(words))) if words[at].folded in ("-", "--")]
    if len(dashes) != 1 or not all(word.capital or not word.is_word for word in words[speaker.low : dashes[0]]):
        return speaker
    dash = dashes[0]
    low = dash + 1
    if low > speaker.high:
        return speaker
    if words[low].pos in ("ADP", "SCONJ"):
        low = max((at + 1 for at in range(low, speaker.high) if words[at].folded == ","), default=low)
    return Phrase(low, speaker.high, max(speaker.head, low), speaker.how)


def _behind_opening(reading: Reading, speaker: Phrase) -> Phrase:
    """`Later, | Sgt. Doe told`, `Monday | the highest-ranking senator said`: without an adverb or a day before it."""
    words, low = reading.words, speaker.low
    if speaker.head <= low + 1:
        return speaker
    if words[low].pos == "ADV" and words[low + 1].folded == ",":
        return Phrase(low + 2, speaker.high, speaker.head, speaker.how)
    if words[low].folded in lexicon().function["times"] and words[low + 1].pos == "DET":
        return Phrase(low + 1, speaker.high, speaker.head, speaker.how)
    return speaker


def _behind_role(reading: Reading, speaker: Phrase) -> Phrase | None:
    """`As the leader of the board, Weiss believes`: the name behind what someone speaks as."""
    words = reading.words
    if (
        speaker.low < 1
        or words[speaker.low - 1].folded != "as"
        or any(word.is_word for word in words[: speaker.low - 1])
    ):
        return None
    comma = max((at for at in range(speaker.low, speaker.high) if words[at].folded == ","), default=-1)
    named = comma >= 0 and all(word.pos == "PROPN" and word.capital for word in words[comma + 1 : speaker.high + 1])
    return Phrase(comma + 1, speaker.high, speaker.high, speaker.how) if named else None


def _local_subject(reading: Reading, found: Found, speaker: Phrase) -> Phrase | None:
    """`The fleet left as a count of nets showed ...`: the phrase between a linking word and its verb."""
    words, hit = reading.words, found.hit
    verb = words[hit.at]
    if speaker.how != "shared subject" or verb.folded.endswith("ing") or hit.low < 2 or speaker.high >= hit.low - 1:
        return None
    if any(word.folded == "to" for word in words[hit.low - 1 : hit.at]) or words[hit.low - 1].pos not in _NAMING:
        return None
    near = phrase_before(reading, hit.low - 1)
    if near is None or near.low <= speaker.high or words[near.low].pos not in _NOMINAL or words[near.low].quote >= 0:
        return None
    linked = words[near.low - 1].folded in lexicon().function["subordinators"] | {"and", "but", "after", "before"}
    return Phrase(near.low, near.high, near.head, "subject") if linked else None


def _of_the_sentence(reading: Reading, found: Found, speaker: Phrase) -> Phrase | None:
    """`Weiss defended her call to raise the toll, saying`: no thing right before the comma, but who acts in it all."""
    words = reading.words
    if speaker.how != "before" or not _is_participle(reading, found) or words[speaker.head].pos in ("PROPN", "PRON"):
        return None
    root = next((at for at in range(found.hit.low) if words[at].head == at), None)
    subject = None if root is None else reading.child(root, "nsubj")
    if root is None or subject is None or not subject < root < found.hit.low or words[subject].quote >= 0:
        return None
    return around(reading, subject, root, "shared subject")


def _before_tag(reading: Reading, speaker: Phrase) -> Phrase | None:
    """`Ann Doe, R-Ohio, who backed X`: the name before the party and the state."""
    start, end = reading.characters(speaker.low, speaker.high)
    if (
        speaker.low < 2
        or reading.words[speaker.low - 1].folded not in (",", "(")
        or not _TAG.fullmatch(reading.text[start:end])
    ):
        return None
    return phrase_before(reading, speaker.low - 2)
