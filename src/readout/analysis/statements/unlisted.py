"""Verbs that no list holds in their frame, and that report because enough speaks for it: `detest the idea`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from readout.analysis.statements.contents.clauses import find_forward
from readout.analysis.statements.cues import Hit, with_auxiliaries
from readout.analysis.statements.nouns.neighbours import is_mere_thing
from readout.analysis.statements.silence import is_mistaken
from readout.analysis.statements.unsaid import is_unsaid
from readout.language.lexicon import Cue, lexicon
from readout.language.weighing import scales

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readout.analysis.statements.contents.clauses import Found
    from readout.analysis.statements.nouns.neighbours import Phrase
    from readout.analysis.statements.reading import Reading, Word

_FRAMES = frozenset(["quote", "clause", "that", "wh", "to", "about", "as"])
_NEVER = frozenset(
    ["be", "have", "do", "get", "let", "make", "go", "come", "start", "begin", "stop", "keep",
     "say", "tell", "speak", "talk", "seem", "appear", "like", "need", "try", "attempt", "work", "see", "hear",
     "look", "watch", "listen", "read", "interview", "meet", "call", "ask", "shout", "name", "appoint", "choose",
     "select", "elect", "nominate", "negotiate"]
)  # fmt: skip
_ANSWERING = frozenset(["respond", "reply", "answer", "return", "address", "comment"])
_LINKS = frozenset(
    ["about", "against", "over", "of", "to", "for", "at", "with", "on"]
)  #: prepositions that may lead to what a verb without an object is about
_WEIGHED_LINKS = frozenset(["about", "against", "over", "of", "with", "at", "for", "on"])
_HEARERS = frozenset(["to", "with", "at", "on", "for"])  #: with these, people are spoken to or for
_PREPOSITIONS = frozenset(["regarding", "including", "following", "concerning", "according", "like", "based", "given"])
_ONLY_POSSIBLE = frozenset(["may", "might", "must", "should"])
_SUPPOSING = frozenset(["if", "whether", "unless", "when", "whenever", "once", "until", "before", "lest"])
_RATHER = 1.3  #: what a verb's meaning must weigh; the other signs hardly ever make up for less
_TIMES = frozenset(["minute", "hour", "day", "week", "month", "year", "decade", "behalf", "condition"])
_OPENING = 4  #: words at the beginning of a content among which a time or an occasion makes it none
_CLIMB = 5  #: verbs above that may be one supposes
_NO_ONE = frozenset(["it", "that", "which", "this", "there", "what", "these", "those", "let"])
_OUTLETS_OWN = frozenset(["i", "we", "you", "me", "us", "one"])
_PEOPLE = ("person", "group", "body", "paper")
_WH = frozenset(["whether", "how", "why", "what", "who", "where", "if"])
_FEW, _SOME, _MANY = 1, 3, 9  #: words of a content


def find_unlisted(reading: Reading, settled: Sequence[Found]) -> Iterator[Found]:
    """Reports of verbs outside quotations that are neither part of a settled report nor hold one. Needs a parse."""
    for found in candidates(reading, settled, _RATHER):
        if weight_of(reading, found) >= scales().enough:
            yield replace(found, act=_act(reading, found))


def _act(reading: Reading, found: Found) -> str:
    """What the verb does in the frames that it is listed with; who does not respond refuses."""
    if found.hit.negated:
        return "refuse" if found.hit.lemma in _ANSWERING else "deny"
    cues = lexicon().verbs.get(reading.words[found.hit.at].folded, ())
    return cues[0].act if cues else found.act


def candidates(reading: Reading, settled: Sequence[Found], rather: float = -9.0) -> Iterator[Found]:
    """Every verb of a meaning of `rather` or more, with someone for its subject and something that it may report."""
    if not reading.parsed:
        return
    words = reading.words
    at_least = _least_of_meaning(reading, rather)
    places = [
        at
        for at, word in enumerate(words)
        if word.pos == "VERB" and word.quote < 0 and _meaning(word) >= at_least and _may_report(reading, at)
    ]
    if not places:
        return
    taken = {
        place
        for found in settled
        for low, high in (*found.content, (found.hit.low, found.hit.high))
        for place in range(low, high + 1)
    }
    cues = [found.hit.at for found in settled]
    for at in places:
        if at in taken:
            continue
        hit = _hit(reading, at)
        if any(small.folded in _ONLY_POSSIBLE for small in words[hit.low : at]) or _is_supposed(reading, at):
            continue
        found = find_forward(reading, hit)
        if found is None or not _speaks(reading, found.speaker, at) or not _is_governed(reading, found):
            continue
        if any(low <= cue <= high for cue in cues for low, high in found.content):
            continue
        if not (is_mistaken(reading, hit) or is_unsaid(reading, found)):
            yield found


def _meaning(word: Word) -> float:
    """What the verb alone weighs."""
    given = scales()
    listed = given.signs["listed in another frame"] if word.folded in lexicon().verbs else 0.0
    return given.verbs.get(word.lemma, given.unknown) + listed


def _least_of_meaning(reading: Reading, rather: float) -> float:
    """What a verb must weigh so that it is worth looking at its clause: less where words are quoted."""
    quoted = any(word.quote >= 0 for word in reading.words)
    return rather - scales().signs["quoted words"] if quoted else rather


def _may_report(reading: Reading, at: int) -> bool:
    """Whether it is a verb that someone is the subject of: not `regarding it`, `convicted of fraud`."""
    word = reading.words[at]
    if word.lemma in _NEVER or word.folded in _PREPOSITIONS or word.dep == "amod":
        return False
    if reading.child(at, "compound:prt") is not None:
        return False  # "called off", "set back": the particle makes another verb
    past = word.folded not in (word.lemma, word.lemma + "s") and not word.folded.endswith(("s", "ing"))
    return not past or word.dep in ("root", "conj") or reading.child(at, "nsubj") is not None


def _is_supposed(reading: Reading, at: int) -> bool:
    """`if they fret about it`, `when voters debate the bill`: nobody does it yet."""
    words = reading.words
    for _ in range(_CLIMB):
        if any(words[kid].folded in _SUPPOSING and kid < at for kid in reading.kids[at]):
            return True
        head = words[at].head
        if not 0 <= head < at or words[head].pos not in ("VERB", "AUX", "NOUN", "ADJ"):
            return False
        at = head
    return False


def _is_governed(reading: Reading, found: Found) -> bool:
    """Whether the content is the verb's own, by the parse: not `drove across a plateau that overlooks the bay`."""
    words, (low, up) = reading.words, found.content[0]
    high = found.hit.high
    first = words[low : min(low + _OPENING, up + 1)]
    if any(word.folded in lexicon().function["times"] or word.lemma in _TIMES for word in first):
        return False
    if found.rule != "clause after":
        return True
    listed = words[found.hit.at].folded in lexicon().verbs
    if _frame(reading, found) == "clause" and not listed and all(word.quote < 0 for word in words[low : up + 1]):
        return False
    return any(kid > high and reading.words[kid].dep == "ccomp" for kid in reading.kids[found.hit.at])


def _hit(reading: Reading, at: int) -> Hit:
    """The verb with its auxiliaries, or the preposition that stands for an object."""
    words = reading.words
    high = at
    after: tuple[str, ...] = ()
    governs = any(words[kid].dep in ("obj", "ccomp", "xcomp") for kid in reading.kids[at])
    if not governs and high + 1 < len(words) and words[high + 1].folded in _LINKS and words[high + 1].quote < 0:
        high = at + 1
        after = (words[high].folded,)
    low, negated = with_auxiliaries(reading, at)
    lemma = words[at].lemma or words[at].folded
    cue = Cue(lemma=lemma, after=after, act="assert", frames=_FRAMES)
    return Hit(at, low, high, "verb", lemma, (cue,), negated=negated)


def _speaks(reading: Reading, speaker: Phrase | None, at: int) -> bool:
    """Whether the subject names people, a body or a paper, and not the outlet itself or its reader."""
    if speaker is None or speaker.head > at:
        return False
    head = reading.words[speaker.head]
    if head.folded in _NO_ONE or head.folded in _OUTLETS_OWN or head.pos not in ("NOUN", "PROPN", "PRON", "NUM", "DET"):
        return False
    cut = reading.words[speaker.high].pos in ("CCONJ", "ADP", "SCONJ", "VERB", "AUX")
    cut = cut or reading.words[speaker.low].pos in ("ADP", "SCONJ", "ADV", "CCONJ") or head.dep == "nmod:poss"
    return not cut and not any(is_mere_thing(reading, phrase) for phrase in (speaker, _first_noun(reading, speaker)))


def _first_noun(reading: Reading, speaker: Phrase) -> Phrase:
    """`the result of a campaign by the mayor`: whom a long phrase names by its first noun."""
    words = reading.words
    for at in range(speaker.low, speaker.head):
        if words[at].pos in ("NOUN", "PROPN") and words[at + 1].pos in ("ADP", "PUNCT"):
            return replace(speaker, head=at)
    return speaker


# ------------------------------------------------------------------ what speaks for it


def weight_of(reading: Reading, found: Found) -> float:
    """All that speaks for and against a report, added up."""
    given = scales()
    weight = given.verbs.get(found.hit.lemma, given.unknown) + given.nouns.get(thing_of(reading, found), 0.0)
    return weight + sum(given.signs.get(sign, 0.0) for sign in signs_of(reading, found))


def thing_of(reading: Reading, found: Found) -> str:
    """The lemma of the common noun that the content hangs on; "" if it is none."""
    word = reading.words[_head(reading, *found.content[-1])]
    return word.lemma if word.pos == "NOUN" else ""


def signs_of(reading: Reading, found: Found) -> Iterator[str]:
    """The names of the signs that a report has; each is one key of weighing.toml."""
    words = reading.words
    yield "always"
    frame = _frame(reading, found)
    yield frame
    if words[found.hit.at].folded in lexicon().verbs:
        yield "listed in another frame"
    elif frame in ("object", "preposition"):
        yield "not listed, with a thing"
    if frame == "preposition":
        link = words[found.hit.high].folded
        yield link if link in _WEIGHED_LINKS else "another preposition"
    if frame in ("object", "preposition", "described"):
        yield from _signs_of_thing(reading, found, frame)
    yield from _signs_of_content(reading, found)
    yield from _signs_of_subject(reading, found)
    yield from _signs_of_form(reading, found)


def _frame(reading: Reading, found: Found) -> str:
    """How the content hangs on the verb."""
    first = reading.words[found.content[0][0]]
    if found.rule == "clause after":
        return "that" if first.folded == "that" else "question" if first.folded in _WH else "clause"
    if found.rule == "object after":
        if first.pos == "VERB" and first.folded.endswith("ing"):
            return "gerund"
        return "preposition" if found.hit.high > found.hit.at else "object"
    return {"infinitive after": "infinitive", "quotation after": "quotation"}.get(found.rule, "described")


def _signs_of_thing(reading: Reading, found: Found, frame: str) -> Iterator[str]:
    """What the object is: a word for something said, someone who is spoken to, a name, a pronoun."""
    word = reading.words[_head(reading, *found.content[0])]
    bare = word.folded.removesuffix("s")
    if word.folded in lexicon().nouns or bare in lexicon().nouns:
        yield "object is something said"
        return
    name = word.pos == "PROPN"
    people = any(form in lexicon().people[kind] for form in (word.folded, bare) for kind in _PEOPLE)
    if (name or people) and frame == "preposition" and reading.words[found.hit.high].folded in _HEARERS:
        yield "spoken to"
    elif name or people:
        yield "object is a name" if name else "object is people"


def _signs_of_content(reading: Reading, found: Found) -> Iterator[str]:
    """How long the content is, and what stands in it."""
    inside = [word for low, high in found.content for word in reading.words[low : high + 1]]
    count = sum(word.is_word for word in inside)
    if count <= _FEW:
        yield "one word"
    elif count <= _SOME:
        yield "few words"
    elif count >= _MANY:
        yield "many words"
    if any(word.quote >= 0 for word in inside):
        yield "quoted words"
        if found.rule == "described":
            yield "described in quoted words"
    if any(word.pos == "VERB" and word.folded.endswith("ing") for word in inside):
        yield "a gerund inside"


def _signs_of_subject(reading: Reading, found: Found) -> Iterator[str]:
    if found.speaker is None:
        return
    word = reading.words[found.speaker.head]
    if word.pos in ("PROPN", "PRON"):
        yield "subject is they" if word.folded == "they" else "subject is named"
        return
    bare = word.folded.removesuffix("s")
    yield next(
        (f"subject is a {kind}" for kind in _PEOPLE if {word.folded, bare} & lexicon().people[kind]),
        "subject is another",
    )


def _signs_of_form(reading: Reading, found: Found) -> Iterator[str]:
    """The verb's form and what stands before it."""
    hit = found.hit
    words = reading.words
    small = {word.folded for word in words[hit.low : hit.at]}
    for auxiliary in ("will", "can", "could", "would"):
        if auxiliary in small:
            yield auxiliary
    if hit.low > 0 and "to" in (words[hit.low - 1].folded, words[hit.at - 1].folded):
        yield "purpose" if _is_purpose(words[hit.at]) else "infinitive itself"
    elif words[hit.at].folded.endswith("ing") and hit.low == hit.at:
        yield "beside a noun" if words[hit.at].dep == "acl" else "participle"


def _is_purpose(word: Word) -> bool:
    return word.dep.split(":")[0] in ("advcl", "acl")


def _head(reading: Reading, low: int, high: int) -> int:
    """The token of a stretch that the others hang on."""
    heads = (place for place in range(low, high + 1) if not low <= reading.words[place].head <= high)
    return next(heads, high)
