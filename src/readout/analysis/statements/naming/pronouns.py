"""Whom a pronoun points at: by recency, gender, and who spoke or acted last, outside quotations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from readout.analysis.statements.nouns.noun_phrases import around
from readout.language.lexicon import lexicon
from readout.text.fold import fold
from readout.types import EntityKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.statements.drafts import Draft
    from readout.analysis.statements.hits import Phrase
    from readout.analysis.statements.naming.cast import Cast, Member, Mention
    from readout.analysis.statements.reading import Reading

_NEAR = 1500  #: characters in which a pronoun looks for its person
_RECENT = 700  #: characters in which the last speaker is still the likeliest
_ASKED = 60  #: characters after "asked" in which the one who is asked is named
_CLOSE = 300  #: characters in which "it" looks for its body
_FAR_HEAD = 6  #: tokens behind a subject's head in which those it counts stand: "some of the president's allies"
_MANY = frozenset(
    ["voters", "republicans", "democrats", "residents", "students", "workers", "scientists", "researchers"]
)
_RIGHT_BEFORE = 3  #: characters between a name and the relative word that goes with it
_OPENING_CLAUSE = 200  #: characters of a clause such as "As the crowd cheered," before a subject
_OPENING = 40  #: characters that may stand before a subject in its sentence
_FEW = 4  #: fewer words than these may stand there
_BORDER = re.compile(
    r"(?:(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|St|Lt|Jr|Sr))(?<!\b(?:Mrs|Sen|Rep|Gov|Gen|Col|Rev|Sgt|Cpl|Adm))\.|[!?])[\"”’')]*\s|\n"
)  #: no full stop of "U.S." or of a title ends a sentence
_OF_SOMETHING = re.compile(r"\b(?:the|an?|this|its|their|his|her|our)\s$", re.IGNORECASE)
_ITS_STAFF = re.compile(r" (?:administration|campaign|team) (?:official|aide|staffer|adviser|advisor|lawyer)s?\b")
_WRITTEN_TO = re.compile(r"\b(?:letter|e-?mail|memo|message|note|tweet) to (?:[A-Za-z.-]+ ){0,4}$")
_LETTER = 60  #: characters of "letter to" and a title before a name
_RELATIVE = (["where"], ["which"], ["who"], ["whom"], ["whose"], ["and"], ["but"])
_TELLERS = 3  #: statements before in which the one who goes on speaking is looked for
_CLIMB = 8  #: heads from "his" up to the main verb
_LONGEST_ARTICLE = 7  #: characters of such a word before a name


def person_of_pronoun(
    reading: Reading,
    at: int,
    cast: Cast,
    earlier: Sequence[Draft],
    base: str = "",
    among: Sequence[Member] = (),
    told: Sequence[tuple[int, int]] = (),
) -> tuple[str | None, str, str]:
    """The canonical name, the reason, and the description of an unnamed one, for the pronoun at token `at`.

    With `among`, the phrase there points at one of these; who is named in the stretches `told` is told of in what the
    one meant says.
    """
    word = reading.words[at]
    base = base or lexicon().pronouns[word.folded]
    if base == "we":
        return None, "the speaker or the outlet itself", ""
    last = earlier[-1] if earlier else None
    if base in ("they", "it") and last is not None and _is_near(last, word.start):
        several = last.why == "two are named" or _is_plural(last.description)
        fits = several if base == "they" else _is_thing(last, cast)
        if fits:
            return last.speaker, f"“{word.folded}” points at the last speaker", last.description
    near = [
        mention
        for mention in cast.before(word.start, _NEAR)
        if not mention.quoted
        and (mention.member in among if among else _agrees(mention.member, base))
        and not _says_whose(reading.text, mention)
        and not (
            base in ("he", "she") and _WRITTEN_TO.search(reading.text, max(0, mention.start - _LETTER), mention.start)
        )
    ]
    if not near:
        if (
            last is not None
            and base in ("he", "she")
            and _may_stand_for(last.description, base)
            and _is_near(last, word.start)
        ):
            return last.speaker, f"“{word.folded}” points at the last speaker", last.description
        return None, f"nobody before “{word.folded}” fits", ""
    if base == "who":
        return _antecedent(reading.text, near, word.folded, word.start)
    speaker = next((m.member for m in near if last is not None and m.member.name == last.speaker), None)
    near = near if word.dep == "nmod:poss" else _standing_alone(reading.text, near, word.start)
    answering = _who_was_asked(last, cast, base, word.start)
    if answering is not None:
        return answering.name, f"“{word.folded}” answers", ""
    owner = _subject_above(reading, at, near) if word.dep == "nmod:poss" else None
    if owner is not None:
        return owner.name, f"“{word.folded}” points at the subject of its clause", ""
    newest = _newest_sentence(reading.text, near)
    if base == "it" and not _is_subject(reading.text, newest, word.start):
        return None, f"nobody before “{word.folded}” fits", ""
    leading = next((mention for mention in reversed(newest) if cast.acts(mention)), newest[-1])
    teller = _teller(reading.text, leading, told, earlier, cast, base, word.start)
    going_on = last is not None and _is_near(last, word.start)
    if teller is None and last is not None and going_on and (speaker or _speaks_unnamed(last, base, near)):
        since = leading.start > last.cue[0][0] and leading.member is not speaker
        led = since and (cast.acts(leading) or _opens_sentence(reading.text, leading))
        teller = None if led else last
    if teller is not None:
        return teller.speaker, f"“{word.folded}” points at the last speaker", teller.description
    return leading.member.name, f"“{word.folded}” points at the person named before", ""


def _standing_alone(text: str, near: list[Mention], at: int) -> list[Mention]:
    """The mentions without those that only tell whose something is, if there are others.

    Whose the subject of the sentence is counts, `Weiss's whole time went into fighting a board he views as weak`, in
    sentences before if no one else is named there.
    """

    def leads(mention: Mention) -> bool:
        here = not _BORDER.search(text, mention.end, at)
        if here:
            return _opens_sentence(text, mention)
        return _is_near_opening(text, mention.start) and _is_only(text, mention, near)

    return [mention for mention in near if not text.startswith(("'", "’"), mention.end) or leads(mention)] or near


def _is_only(text: str, mention: Mention, near: Sequence[Mention]) -> bool:
    """Whether no one else is named in a mention's sentence."""
    spans = [(min(mention.end, m.end), max(mention.start, m.start)) for m in near if m.member is not mention.member]
    return all(_BORDER.search(text, low, high) for low, high in spans)


def _subject_above(reading: Reading, at: int, near: Sequence[Mention]) -> Member | None:
    """`Asked about it, Weiss returned to his plans`: who is named as the subject of a verb that "his" hangs on."""
    words = reading.words
    for _ in range(_CLIMB):
        head = words[at].head
        if head == at or not 0 <= head < len(words):
            return None
        subject = reading.child(head, "nsubj")
        if subject is not None and subject < at and words[subject].quote < 0:
            start, end = reading.characters(reading.left[subject], reading.right[subject])
            named = [mention for mention in near if start <= mention.start and mention.end <= end]
            heading = [m for m in named if m.start <= words[subject].start < m.end]
            if heading or words[subject].pos == "PROPN":
                return heading[0].member if heading else None
        at = head
    return None


def _says_whose(text: str, mention: Mention) -> bool:
    """Whether the name only tells one thing from others: `the Okafor inquiry`, `under the Okafor administration`."""
    after = text[mention.end : mention.end + 2]
    if after[:1] in ("-", "‐", "‑") and after[1:].islower():
        return True  # "an Okafor-era rule"
    if not mention.member.is_person or len(after) < 2 or after[0] != " " or not after[1].islower():
        return False
    if _ITS_STAFF.match(text, mention.end):
        return True
    return _OF_SOMETHING.search(text, max(0, mention.start - _LONGEST_ARTICLE), mention.start) is not None


def _teller(
    text: str,
    leading: Mention,
    told: Sequence[tuple[int, int]],
    earlier: Sequence[Draft],
    cast: Cast,
    base: str,
    at: int,
) -> Draft | None:
    """`Doe says it is late. Keller, she adds, has left`: who spoke before, where the one named first is told of.

    Not where what is told lies behind a relative word: `Keller runs the port where, he says, ...`.
    """
    between = fold(text[leading.end : at]).replace(",", " ").split()
    inside = any(start <= leading.start < end and not start <= at < end for start, end in told)
    if base not in ("he", "she") or not inside or text.startswith(":", leading.end) or between[-1:] in _RELATIVE:
        return None
    for draft in reversed(earlier[-_TELLERS:]):
        if not draft.cue or not _is_near(draft, at) or any(start <= draft.cue[0][0] < end for start, end in told):
            continue
        member = next((member for member in cast.members if member.name == draft.speaker), None)
        if member is leading.member:
            return None
        if _may_stand_for(draft.description, base) if member is None else _agrees(member, base):
            return draft
    return None


def _speaks_unnamed(last: Draft, base: str, near: Sequence[Mention]) -> bool:
    """Whether "he" or "she" may go on from one who is described: not where she is told to be a he, or is named."""
    if base not in ("he", "she") or not _may_stand_for(last.description, base) or last.found is None:
        return False
    speaker, words = last.found.speaker, last.reading.words
    if speaker is None or (speaker.high + 1 < len(words) and words[speaker.high + 1].pos == "PROPN"):
        return False  # "Harbour Bank director", of whom the name was cut off
    told = {word.folded for word in words if word.quote < 0}
    if ("she" if base == "he" else "he") in told and base not in told:
        return False
    told_so = base == "he" or not lexicon().people["female"].isdisjoint(fold(last.description).split())
    return told_so or not any(mention.member.gender == base for mention in near)


def _may_stand_for(description: str, base: str) -> bool:
    """Whether "he" or "she" may stand for the one described: a person, and none of the other sex."""
    people = lexicon().people
    head = _head(description)
    other = people["female"] if base == "he" else people["male"]
    return (head in people["person"] or head.endswith("old")) and head not in other


def _who_was_asked(last: Draft | None, cast: Cast, base: str, at: int) -> Member | None:
    """Who answers: `Y asked Z whether ... He said ...` is Z, named right after the cue."""
    if last is None or last.act != "ask" or not last.cue or not _is_near(last, at):
        return None
    end = last.cue[-1][1]
    asked = [mention for mention in cast.within(end, end + _ASKED) if mention.start - end < 2]
    people = [mention.member for mention in asked if mention.member.is_person and _agrees(mention.member, base)]
    return people[0] if people and people[0].name != last.speaker else None


def _is_subject(text: str, newest: Sequence[Mention], at: int) -> bool:
    """Whether the body that "it" may stand for is the only one in its sentence and opens it, right before."""
    one = len({mention.member.name for mention in newest}) == 1
    return one and opens_last_sentence(text, newest[-1].start, at)


def opens_last_sentence(text: str, start: int, at: int) -> bool:
    """Whether what begins at `start` opens the sentence before the one that `at` stands in, as its subject does."""
    between = len(_BORDER.findall(text, start, at))
    return at - start <= _CLOSE and 0 < between < 2 and _is_near_opening(text, start)


def _is_near_opening(text: str, start: int) -> bool:
    """Whether at most a few words, no preposition among them, stand before `start` in its sentence."""
    before = text[max(0, start - _OPENING) : start]
    borders = [match.end() for match in _BORDER.finditer(before)]
    if not borders and start > _OPENING:
        return False
    words = fold(before[borders[-1] if borders else 0 :]).split()
    return len(words) < _FEW and not any(word in lexicon().function["prepositions"] for word in words)


def _is_plural(description: str) -> bool:
    """Whether "they" may stand for the one described: several people, or a body."""
    people = lexicon().people
    head = _head(description)
    return (
        (head.endswith("s") and not head.endswith(("ss", "is", "us")))
        or head in people["group"]
        or head in people["body"]
    )


def several_who_act(reading: Reading, at: int) -> Phrase | None:
    """The several people who are the subject of a clause before token `at`: the only subject that is several."""
    words = reading.words
    if not reading.parsed or (words[0].quote >= 0 and at == len(words)):
        return None
    found = []
    for place in range(min(at, len(words))):
        word = words[place]
        if not word.dep.startswith("nsubj") or word.quote >= 0 or not 0 <= word.head < len(words):
            continue
        above = words[word.head]
        main = above.head == word.head or above.dep in ("conj", "parataxis")
        if (main or at < len(words)) and _are_several(reading, place):
            phrase = around(reading, place, word.head, "subject")
            if phrase is not None and phrase.high < at and words[phrase.low].pos != "ADP":
                found.append(phrase)
    return found[0] if len(found) == 1 else None


def _are_several(reading: Reading, at: int) -> bool:
    """Whether a subject is several people: `voters`, `some of the allies`, `Weiss and Okafor`."""
    words = reading.words
    people = lexicon().people
    for place in range(at, min(reading.right[at], at + _FAR_HEAD) + 1):
        word = words[place]
        if word.folded in (",", "who", "that", "which"):
            break
        if word.folded in people["group"] and word.pos in ("NOUN", "PROPN"):
            return True
        bare = word.folded.removesuffix("s")
        if word.pos in ("NOUN", "PROPN") and bare != word.folded and (bare in people["person"] or word.folded in _MANY):
            return True
        if place == at and word.pos in ("NOUN", "PROPN"):
            break  # "the leader of the voters" is one
    kids = [kid for kid in reading.kids[at] if words[kid].dep == "conj" and kid < at + _FAR_HEAD]
    return words[at].pos == "PROPN" and len(kids) == 1 and words[kids[0]].pos == "PROPN"


def _antecedent(text: str, near: Sequence[Mention], form: str, at: int) -> tuple[str | None, str, str]:
    """Whom "who" or "which" goes with: the one named right before it, a person for "who" and none for "which".

    With "that" a person only without a comma: `a ruling against the yard of Ann Doe, that found ...`.
    """
    nearest = near[0]
    bare = form == "that" and "," not in text[nearest.end : at]
    fits = nearest.member.is_person if form in ("who", "whom") else not nearest.member.is_person or bare
    if at - nearest.end > _RIGHT_BEFORE or not fits:
        return None, f"nobody right before “{form}” fits", ""
    return nearest.member.name, f"“{form}” points at the person named before", ""


def _is_thing(draft: Draft, cast: Cast) -> bool:
    """Whether "it" may stand for the last speaker: a body, a paper, or another that is no person."""
    if not draft.description:
        return not _is_person(draft, cast)
    people = lexicon().people
    head = _head(draft.description)
    several = _is_plural(draft.description) and head not in people["body"] | people["paper"]
    return head not in people["person"] and head not in people["group"] and not several


def _head(description: str) -> str:
    """The last word of a description before "of", "for" and the like."""
    words = re.split(r" (?:of|for|at|in|on|from|who|with|by|familiar|close|briefed) |,", fold(description))[0].split()
    return words[-1] if words else ""


def _is_near(draft: Draft, at: int) -> bool:
    return bool(draft.cue) and 0 <= at - draft.cue[0][0] <= _RECENT


def _is_person(draft: Draft, cast: Cast) -> bool:
    return any(member.is_person and member.name == draft.speaker for member in cast.members)


def _newest_sentence(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions in the nearest sentence that has any, the last one first; `mentions` come nearest first."""
    group = [mentions[0]]
    for mention in mentions[1:]:
        if _BORDER.search(text, mention.end, group[-1].start):
            break
        group.append(mention)
    return group


def _opens_sentence(text: str, mention: Mention) -> bool:
    """Whether the mention stands near its sentence's beginning, as a subject does."""
    before = text[max(0, mention.start - 60) : mention.start]
    borders = [match.end() for match in _BORDER.finditer(before)]
    if not borders and mention.start >= 60:
        return _follows_clause(text, mention.start)
    between = fold(before[borders[-1] if borders else 0 :])
    if _follows_clause(text, mention.start):
        return True
    return not any(word in lexicon().verbs or word == "that" for word in between.split())


def _follows_clause(text: str, start: int) -> bool:
    """Whether what begins at `start` is the subject after `As the crowd cheered, `, a title before it aside."""
    before = text[max(0, start - _OPENING_CLAUSE) : start]
    borders = [match.end() for match in _BORDER.finditer(re.sub(r"(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\.? $", "", before))]
    sentence = fold(before[borders[-1] :]) if borders else ""
    words = sentence.split()
    if not words or words[0] not in ("as", "when", "while", "after", "although", "before", "if", "since"):
        return False
    tail = sentence.rpartition(",")[2].split()
    return "," in sentence and len(tail) < 3 and not any(word in lexicon().verbs for word in tail)


def _agrees(member: Member, base: str) -> bool:
    if base in ("he", "she"):
        return member.is_person and member.gender in ("", base)
    if base == "they":
        return False
    if base == "one":
        return member.is_person
    if base == "who":
        return member.entity.kind is not EntityKind.OTHER
    return member.entity.kind is EntityKind.ORGANISATION
