"""Reporting clauses that stand after or inside what they report: `..., X said`, `according to X`, `X: ...`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.statements.contents.borders import NOMINAL
from readout.analysis.statements.contents.datelines import first_word, past_dateline
from readout.analysis.statements.contents.manner_clauses import as_reported
from readout.analysis.statements.contents.openings import WH
from readout.analysis.statements.contents.pointers import pointer_tail
from readout.analysis.statements.contents.rest import (
    adds_nothing,
    is_complete,
    opens_main_clause,
    rest_of_broken_clause,
    runs_on,
    says_nothing_yet,
    second_clause,
)
from readout.analysis.statements.contents.seconds import ASPECTS, opens_with_capital
from readout.analysis.statements.contents.titles import end_of_quotation, is_title, only_a_title
from readout.analysis.statements.hits import Found, Hit, Phrase
from readout.analysis.statements.nouns.neighbours import is_mere_thing, phrase_after
from readout.analysis.statements.nouns.phrases import QUOTING, subject_of
from readout.analysis.statements.reading import FINITE
from readout.language.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.statements.reading import Reading

_SPEECH = 40  #: characters from which a quotation needs no comma to be speech
_ASKED = frozenset(["asked", "pressed", "questioned"])
_RELATIVE = frozenset(["who", "whose", "whom", "which", "where"])
_REMOTELY = frozenset(["telephone", "phone", "email", "e", "e-mail", "text", "video", "way", "fax", "letter"])
_CONTRASTS = frozenset(["while", "although", "though", "whereas", "despite"])
_OBJECTS = frozenset(["him", "them", "me", "us", "himself", "herself", "themselves"])  #: "find him not guilty"
_READS = frozenset(["say", "read", "declare", "state"])  #: also of signs and walls
_NO_SPEAKER = frozenset(["something", "and", "but", "or", "to", "as", "so", "since", "because", "contrary"])


def find_tail(reading: Reading, hit: Hit) -> Found | None:
    """A reporting clause after or inside its content: `..., X said`, `"...," said X, "..."`, `..., according to X`."""
    if hit.kind == "pointer":
        return pointer_tail(reading, hit)
    return (
        _as_opening(reading, hit)
        or as_reported(reading, hit)
        or _quoted_as_saying(reading, hit)
        or _verb_tail(reading, hit)
    )


def _quoted_as_saying(reading: Reading, hit: Hit) -> Found | None:
    """`"...," the agency quoted a witness as saying`: the one who is quoted says what stands before."""
    words = reading.words
    if words[hit.at].folded != "saying" or hit.at < 4 or words[hit.at - 1].folded != "as":
        return None
    speaker = subject_of(reading, hit)
    end = _rest_of_clause(reading, hit.high + 1)
    if speaker is None or end is None:
        return None
    quoting = next((at for at in range(hit.at - 2, max(0, hit.at - 14), -1) if words[at].folded in QUOTING), None)
    low = quoting
    while low is not None and low > 0 and not _parted(reading, low - 1):
        low -= 1
    first = _start_of_content(reading, low - 1) if low else None
    if quoting is None or low is None or first is None or not _is_clause(reading, first, low - 1):
        return None
    cue = Hit(hit.at, quoting if speaker.high < quoting else hit.low, hit.high, "verb", "say", hit.cues)
    return Found(cue, ((first, low - 1),), speaker, "assert", "quoted as saying", (low, end))


def _verb_tail(reading: Reading, hit: Hit) -> Found | None:
    """`..., X said` and `"...," said X`, with the rest of the content after it if there is more."""
    speaker = _speaker_of_tail(reading, hit)
    if speaker is None:
        return None
    low, high = min(hit.low, speaker.low), max(hit.high, speaker.high)
    inverted, quoted = speaker.low > hit.at, reading.words[low - 1].quote >= 0
    if not (_ends_speech(reading, low - 1) if quoted else _stands_apart(reading, hit, low, inverted)):
        return None
    end = _rest_of_clause(reading, high + 1)
    if end is None and quoted and not _has_clause_of_its_own(reading, hit, low, high):
        end = high
    first = None if end is None else _start_of_content(reading, low - 1)
    if end is None or first is None or only_a_title(reading, first, low - 1):
        return None
    if not (quoted or inverted) and reading.words[first].folded in _ASKED:
        return None
    content = _around_clause(reading, hit, (first, low - 1), (end, inverted))
    bare = not quoted and not _is_clause(reading, first, low - 1) and not _goes_on_as_clause(reading, content[1:])
    when = not (quoted or inverted) and opens_main_clause(reading, first, low - 1, hit)
    if bare or when or (not inverted and _is_main_clause(reading, hit, first)):
        return None
    act = hit.act_in("quote", "clause") or "assert"
    return Found(hit, content, speaker, act, "reporting clause after", (low, end))


def _speaker_of_tail(reading: Reading, hit: Hit) -> Phrase | None:
    """Who speaks in a reporting clause that stands apart from what is before it; None if it is no such clause."""
    speaker = _tail_speaker(reading, hit) if _may_stand_apart(reading, hit) else None
    if (
        speaker is None
        or not _can_name(reading, speaker, hit)
        or (speaker.low > hit.at and _is_thing(reading, speaker, hit))
        or _acts_between(reading, speaker.high + 1, hit.low - 1)
    ):
        return None
    low = min(hit.low, speaker.low)
    if low == 0 or not _parted(reading, low - 1) or (speaker.low > hit.at and _acts(reading, speaker)):
        return None
    opening = reading.words[low].folded
    return None if opening in _NO_SPEAKER or opening in lexicon().function["subordinators"] else speaker


def _around_clause(
    reading: Reading, hit: Hit, before: tuple[int, int], clause: tuple[int, bool]
) -> tuple[tuple[int, int], ...]:
    """The content before a reporting clause and what goes on behind it; `clause` is its end and whether inverted."""
    (first, last), (end, inverted) = before, clause
    quoted = reading.words[last].quote >= 0
    more = (
        rest_of_broken_clause(reading, before, end, inverted)
        or second_clause(reading, before, end, inverted)
        or runs_on(reading, hit, end, inverted or quoted)
    )
    if more is None:
        return (before,)
    says_nothing = (
        _opens_sentence(reading, last + 1)
        or says_nothing_yet(reading, first, last)
        or _is_name_with_aside(reading, first, last + 1, more[0])
    )
    content = () if reading.words[more[0]].quote >= 0 and says_nothing else (before,)
    return content if adds_nothing(reading, before, more) else (*content, more)


def _is_name_with_aside(reading: Reading, first: int, low: int, quoted: int) -> bool:
    """`Ann Doe, the head of the port, told him, "We open."`: a name and who it is stand before a whole sentence."""
    words = reading.words
    plain = all(word.pos in NOMINAL and word.quote < 0 for word in words[first : low - 1])
    return plain and words[low - 1].folded == "," and opens_with_capital(reading, quoted)


def _goes_on_as_clause(reading: Reading, rest: Sequence[tuple[int, int]]) -> bool:
    """`The talks, X said, have failed`, not `On Monday, X declared war, which many fear`: the rest holds the verb."""
    words = reading.words
    if not rest or words[rest[0][0]].folded in _RELATIVE:
        return False
    low, high = rest[0]
    return not reading.parsed or words[low].quote >= 0 or any(word.pos in FINITE for word in words[low : high + 1])


def _is_main_clause(reading: Reading, hit: Hit, first: int) -> bool:
    """`While some feared a “trap,” others scolded the board`: the cue has its own object after a clause."""
    words = reading.words
    if words[first].quote >= 0 or words[first].folded not in _CONTRASTS or hit.high + 1 >= len(words):
        return False
    if not words[hit.high + 1].is_word:
        return False  # "While it is old, Weiss said, it works"
    thing = reading.child(hit.at, "obj", "ccomp", "xcomp")
    return thing is not None and thing > hit.high


def _opens_sentence(reading: Reading, low: int) -> bool:
    """`"Would you go?" He answered, "..."`: a pronoun in capitals after a quotation that ends like a sentence."""
    words = reading.words
    ended = low > 1 and words[low - 1].quote >= 0 and words[low - 2].folded in (".", "?", "!")
    return ended and words[low].capital and words[low].pos == "PRON" and words[low].folded != "i"


def _as_opening(reading: Reading, hit: Hit) -> Found | None:
    """`As X observed, ...`: the content is the rest."""
    words = reading.words
    first = first_word(reading)
    while first < hit.low and words[first].folded in ("yet", "but", "and", ","):
        first += 1
    if words[first].folded != "as" or hit.kind != "verb" or not hit.has("after") or not 0 < hit.low - first < 12:
        return None
    end = _rest_of_clause(reading, hit.high + 1)
    speaker = subject_of(reading, hit)
    if end is None or speaker is None or words[end].folded != "," or end + 3 > len(words) or speaker.low != first + 1:
        return None
    act = hit.act_in("quote", "clause") or "assert"
    return Found(hit, ((end + 1, len(words) - 1),), speaker, act, "as X said", (first, end))


def _can_name(reading: Reading, speaker: Phrase, hit: Hit) -> bool:
    """Whether the phrase can name someone, also where the tagger takes a surname for a verb: `..., Read said`."""
    words = reading.words
    first = words[speaker.low]
    if _begins_name(reading, speaker.low):
        return True
    if not first.is_word or first.quote >= 0 or first.pos in ("ADP", "CCONJ", "SCONJ"):
        return False
    alone = speaker.low == speaker.high == hit.low - 1 and first.capital and not words[speaker.low - 1].is_word
    return alone or (words[speaker.head].pos == "PROPN" and first.pos in ("ADV", "VERB", "X"))


def _acts_between(reading: Reading, low: int, high: int) -> bool:
    """Whether a verb stands between speaker and cue that is none of an aside: `Doe, who has not spoken, told`."""
    words = reading.words
    if low < high and words[low].folded == words[high].folded == "," and words[low + 1].folded in _RELATIVE:
        return False
    relative = low < high and words[high].folded != "," and any(word.folded == "who" for word in words[low:high])
    return relative or any(word.pos == "VERB" for word in words[low : high + 1])  # "Weiss, who then announced his run"


def _is_thing(reading: Reading, speaker: Phrase, hit: Hit) -> bool:
    """`said their speeches, already long, would ...`, `placed the blame on him`: things behind a verb do not speak."""
    words = reading.words
    word = words[speaker.head]
    if words[speaker.low].folded == "the" and hit.lemma not in _READS and is_mere_thing(reading, speaker):
        return True
    owned = words[speaker.low].folded in ("their", "his", "her", "its", "our", "my", "a", "an")
    thing = owned and word.pos == "NOUN" and not word.capital and word.folded not in lexicon().speakers
    return thing and words[hit.low - 1].quote < 0


def _acts(reading: Reading, speaker: Phrase) -> bool:
    """`said the candidate could win`: what follows the cue is the subject of what is said."""
    after = speaker.high + 1
    return after < len(reading.words) and reading.words[after].pos == "AUX"


def _has_clause_of_its_own(reading: Reading, hit: Hit, low: int, high: int) -> bool:
    """`Like "stand your ground" laws, the statute says a person may ...`: what follows is the content."""
    words = reading.words
    first = first_word(reading)
    before = words[first:low]
    if (
        high == hit.high
        and before[0].quote < 0
        and any(
            kid > high and words[kid].dep == "ccomp" and reading.left[kid] == high + 1 for kid in reading.kids[hit.at]
        )
    ):
        return True
    if any(word.pos in FINITE and word.quote < 0 for word in before) or sum(word.quote >= 0 for word in before) > 7:
        return False
    return (
        high + 1 < len(words) and words[high + 1].pos in ("DET", "PRON", "NOUN", "PROPN", "ADJ") and before[0].quote < 0
    )


def _stands_apart(reading: Reading, hit: Hit, low: int, inverted: bool) -> bool:
    """Whether a clause in commas from token `low` can be a reporting clause: a verb of saying, no clause of its own."""
    if not (hit.has("after") or hit.lemma == "find") or reading.words[low].pos in ("CCONJ", "SCONJ", "ADP"):
        return False
    if reading.words[hit.at].folded.endswith("ing") or hit.lemma in ASPECTS:
        return False  # "a sign the talks will continue"
    thing = reading.child(hit.at, "obj")
    told = hit.has("someone") and hit.lemma not in ("show", "teach")
    return told or thing is None or inverted or reading.words[thing].folded in lexicon().function["times"]


def _is_clause(reading: Reading, low: int, high: int) -> bool:
    """Whether the tokens can be a content by themselves: they hold a verb, or a quotation."""
    words = reading.words[low : high + 1]
    titled = (reading.headline or reading.block == 0) and all(
        word.capital for word in words if word.is_word and len(word.folded) > 3
    )
    if not reading.parsed or titled:  # between capitals a tagger takes verbs for names: "Quill Hid Losses, Clerk Says"
        return len(words) > 3
    verbs = (word for word in words if word.pos in FINITE and word.folded != "including")
    return any(word.quote >= 0 for word in words) or next(verbs, None) is not None


def _may_stand_apart(reading: Reading, hit: Hit) -> bool:
    """An active verb of saying outside quotations; `was asked` names who was asked, not who asks."""
    if reading.words[hit.at].folded.endswith("ing"):
        return False
    if hit.kind != "verb" or hit.negated or reading.words[hit.at].quote >= 0 or not hit.has("quote", "clause"):
        return False
    after = reading.words[hit.high + 1].folded if hit.high + 1 < len(reading.words) else ""
    by = after == "by" and reading.words[min(hit.high + 2, len(reading.words) - 1)].folded not in _REMOTELY
    passive = by or reading.child(hit.at, "nsubj:pass", "aux:pass") is not None
    return not passive or hit.lemma == "quote"


def _tail_speaker(reading: Reading, hit: Hit) -> Phrase | None:
    """The speaker of a reporting clause: between the last comma or quotation and the cue, or right after the cue."""
    words = reading.words
    before = hit.low - 1
    beside = _between_quotation_and_cue(reading, before)
    if beside is not None:
        return beside
    asks = hit.lemma == "ask" and before >= 0 and words[before].quote >= 0
    inverts = before >= 0 and _parted(reading, before) and (asks or not hit.has("someone"))
    if inverts and _begins_name(reading, hit.high + 1):  # said X
        low = hit.high + 1
        found = subject_of(reading, hit)
        behind = found if found is not None and found.low == low else phrase_after(reading, low)
        if found is None or found.low >= hit.at or behind is None or not _says_on(reading, behind):
            return behind
    found = subject_of(reading, hit)
    if found is not None and found.high < hit.at and found.low > 0 and _parted(reading, found.low - 1):
        return found
    low = before
    while low >= 0 and before - low < 14 and not _parted(reading, low):
        surname = low == before and words[low].capital and _parted(reading, low - 1)
        if words[low].pos == "VERB" and words[low].dep.split(":")[0] not in ("amod", "compound") and not surname:
            return None
        low -= 1
    if low < 0 or low == before or not _parted(reading, low):
        return None
    named = [place for place in range(low + 1, before + 1) if words[place].is_word]
    found = Phrase(low + 1, named[-1], named[-1], "before") if named else None
    if found is None or not _can_name(reading, found, hit):
        return None
    return None if len(named) > 1 and any(words[place].pos == "AUX" for place in named) else found


def _says_on(reading: Reading, named: Phrase) -> bool:
    """`Weiss, in Tarn, said the strikes “have been ...”`: what follows the cue is the subject of quoted words."""
    words = reading.words
    after = named.high + 1
    if after + 1 >= len(words) or words[after].quote < 0 or words[named.high].quote >= 0:
        return False
    if words[named.high].pos in ("ADJ", "DET", "ADV", "PRON") or words[named.high].folded in ("'s", "’s"):
        return True  # "said Norland's latest “threat”", "said he still “hopes”": the phrase goes on in the quotation
    return words[after + (not words[after].is_word)].pos in FINITE


def _begins_name(reading: Reading, at: int) -> bool:
    """Whether a phrase that can name someone begins at token `at`."""
    if at >= len(reading.words):
        return False
    word = reading.words[at]
    if not word.is_word or word.quote >= 0 or word.folded in lexicon().function["times"] or word.folded in _OBJECTS:
        return False
    if reading.parsed:
        # Taggers take rare surnames for verbs and adverbs, so a capital letter inside a passage counts too.
        name = word.pos in NOMINAL or (word.capital and at > 0 and word.folded not in lexicon().verbs)
        return name and word.folded not in lexicon().function["subordinators"] and word.pos not in ("ADP", "CCONJ")
    small = lexicon().function
    return not any(word.folded in small[kind] for kind in ("prepositions", "subordinators", "auxiliaries"))


def _between_quotation_and_cue(reading: Reading, high: int) -> Phrase | None:
    """All between a closing quotation mark and the cue, if it is a name with at most asides: `"...," X, who ...,`."""
    words = reading.words
    low = high
    while low >= 0 and high - low < 45 and words[low].quote < 0:
        if words[low].folded in (":", ";", '"', "that") or (words[low].folded == "." and words[low].is_word):
            return None
        low -= 1
    if low < 0 or words[low].quote < 0 or low == high or not _ends_speech(reading, low):
        return None
    low += 1
    if words[low].folded == "," and low < high:  # `“...”, X said`
        low += 1
    head = low
    while head < high and (words[head + 1].is_word or words[head + 1].folded == "‐"):
        head += 1
    acting = any(
        words[place].pos in FINITE and words[place].dep != "amod" and words[place - 1].folded != "‐"
        for place in range(low + 1, head + 1)
    )
    if acting or words[low].folded in _NO_SPEAKER or words[low].pos == "ADP":
        return None  # "“hope” in the port, said Weiss": nobody stands there
    relative = head + 2 < high and words[head + 2].folded in _RELATIVE
    if not relative and any(word.pos == "VERB" and word.folded in lexicon().verbs for word in words[head + 1 : high]):
        return None
    if head < high and not (
        words[head + 1].folded in (",", "(", "-", "--") and words[high].folded in (",", ")", "-", "--")
    ):
        return None
    while high > low and not words[high].is_word:
        high -= 1
    return Phrase(low, high, head, "after the quotation")


def _ends_speech(reading: Reading, at: int) -> bool:
    """Whether the quotation that ends at token `at` ends like speech, with a comma or another mark."""
    quotation = reading.quotations[reading.words[at].quote]
    if quotation.end - quotation.start > _SPEECH:
        return True
    return any(mark in ",.?!—-" for mark in reading.text[max(quotation.start, quotation.end - 3) : quotation.end + 1])


def _parted(reading: Reading, at: int) -> bool:
    """Whether token `at` parts a reporting clause from what it reports: a comma, dash or closing quotation mark."""
    word = reading.words[at]
    if word.folded in (",", "-", "--", "?", "!") and word.quote < 0:
        return True
    return word.quote >= 0 and (at + 1 == len(reading.words) or reading.words[at + 1].quote != word.quote)


def _rest_of_clause(reading: Reading, at: int) -> int | None:
    """The last token of a reporting clause in which only addressee, place and time stand from `at` on.

    None if something else follows, such as a clause that the cue reports.
    """
    words = reading.words
    place = at
    while place < len(words) and place - at < 30:
        word = words[place]
        if word.folded in (".", ",", ";", "!", "?", "-", "--") and word.quote < 0:
            return place
        if word.quote >= 0:
            if place and not is_title(reading, place):
                if place > at and words[place - 1].folded not in (",", ":", ".", "-", "--", ";", "?", "!"):
                    return None
                return place - 1 if place > at or words[place].quote != words[max(0, at - 1)].quote else place
            place = end_of_quotation(reading, place) + 1
            if words[place - 2].folded in (",", "."):
                return place - 1
            continue
        if word.folded in (":", "that") or word.folded in WH:
            return None
        while_doing = word.folded.endswith("ing") and place > at and words[place - 1].pos in ("ADP", "SCONJ")
        if word.pos in FINITE and word.dep.split(":")[0] not in ("amod", "compound", "acl") and not while_doing:
            return None
        place += 1
    return place - 1 if place == len(words) else None


def _start_of_content(reading: Reading, high: int) -> int | None:
    """Where the content that ends before `high` begins: the passage's start, or a quotation that stands apart there."""
    low = past_dateline(reading, high)
    while low < high and not reading.words[low].is_word and reading.words[low].quote < 0:
        low += 1
    bracket = next((place for place in range(high, low, -1) if reading.words[place].folded in ("(", ")")), None)
    if bracket is not None and reading.words[bracket].folded == "(":
        low = bracket + 1
    if reading.words[high].quote >= 0:
        start = high
        while start > low and reading.words[start - 1].quote == reading.words[high].quote:
            start -= 1
        if start > low and reading.words[start - 1].folded in (":", "-", "--") and is_complete(reading, low, start - 1):
            low = start
    return low if any(reading.words[place].is_word for place in range(low, high + 1)) else None
