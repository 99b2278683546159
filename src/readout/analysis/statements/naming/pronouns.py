"""Whom a pronoun points at: by recency, gender, and who spoke or acted last, outside quotations."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from readout.analysis.statements.naming.openings import (
    BORDER,
    is_near_opening,
    is_only_name,
    newest_sentence,
    opens_last_sentence,
    opens_sentence,
)
from readout.language.lexicon import lexicon
from readout.text.fold import fold
from readout.types import EntityKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.statements.drafts import Draft
    from readout.analysis.statements.naming.cast import Cast, Member, Mention
    from readout.analysis.statements.reading import Reading, Word

_NEAR = 1500  #: characters in which a pronoun looks for its person
_RECENT = 700  #: characters in which the last speaker is still the likeliest
_ASKED = 60  #: characters after "asked" in which the one who is asked is named
_RIGHT_BEFORE = 3  #: characters between a name and the relative word that goes with it
_OF_SOMETHING = re.compile(r"\b(?:the|an?|this|its|their|his|her|our)\s$", re.IGNORECASE)
_ITS_STAFF = re.compile(r" (?:administration|campaign|team) (?:official|aide|staffer|adviser|advisor|lawyer)s?\b")
_WRITTEN_TO = re.compile(r"\b(?:letter|e-?mail|memo|message|note|tweet) to (?:[A-Za-z.-]+ ){0,4}$")
_LETTER = 60  #: characters of "letter to" and a title before a name
_RELATIVE = (["where"], ["which"], ["who"], ["whom"], ["whose"], ["and"], ["but"])
_TELLERS = 3  #: statements before in which the one who goes on speaking is looked for
_CLIMB = 8  #: heads from "his" up to the main verb
_LONGEST_ARTICLE = 7  #: characters of such a word before a name


class Meant(NamedTuple):
    """Whom a phrase points at: the canonical name, or None; why; and the words for one who has no name."""

    name: str | None
    why: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun, or a phrase that stands for a person as one does, and what was told before it."""

    reading: Reading
    at: int  #: its token
    cast: Cast
    earlier: Sequence[Draft]  #: the statements before it whose speaker is known, in order
    base: str = ""  #: the pronoun by whose rules it goes: "he" for "his", "one" for "the minister"; "" for its own
    among: Sequence[Member] = ()  #: whom alone it can point at, if any are given
    told: Sequence[tuple[int, int]] = ()  #: what the one meant says: who is named in it is told of

    @property
    def form(self) -> str:
        """The pronoun by whose rules it goes."""
        return self.base or lexicon().pronouns[self.word.folded]

    @property
    def word(self) -> Word:
        """The token itself."""
        return self.reading.words[self.at]

    @property
    def last(self) -> Draft | None:
        """The statement right before it, if it is near."""
        last = self.earlier[-1] if self.earlier else None
        return last if last is not None and _is_near(last, self.word.start) else None

    def goes_on(self, draft: Draft) -> Meant:
        """It points at who spoke in `draft`."""
        return Meant(draft.speaker, f"“{self.word.folded}” points at the last speaker", draft.description)

    def nobody(self) -> Meant:
        """It points at no one."""
        return Meant(None, f"nobody before “{self.word.folded}” fits")


def person_of_pronoun(pronoun: Pronoun) -> Meant:
    """Whom a pronoun points at; nobody where none fits."""
    form, last = pronoun.form, pronoun.last
    if form == "we":
        return Meant(None, "the speaker or the outlet itself")
    if form in ("they", "it") and last is not None:
        several = last.why == "two are named" or _is_plural(last.description)
        if several if form == "they" else _is_thing(last, pronoun.cast):
            return pronoun.goes_on(last)
    near = _named_before(pronoun)
    if near:
        return _antecedent(pronoun, near[0]) if form == "who" else _among_named(pronoun, near)
    if last is None or form not in ("he", "she"):
        return pronoun.nobody()
    one = _may_stand_for(last.description, form) or _is_known(last, pronoun.cast, form)
    return pronoun.goes_on(last) if one else pronoun.nobody()


def _named_before(pronoun: Pronoun) -> list[Mention]:
    """The places where someone is named whom the pronoun can point at, the nearest first."""
    text, form = pronoun.reading.text, pronoun.form
    return [
        mention
        for mention in pronoun.cast.before(pronoun.word.start, _NEAR)
        if not mention.quoted
        and (mention.member in pronoun.among if pronoun.among else _agrees(mention.member, form))
        and not _says_whose(text, mention)
        and not (form in ("he", "she") and _WRITTEN_TO.search(text, max(0, mention.start - _LETTER), mention.start))
    ]


def _antecedent(pronoun: Pronoun, nearest: Mention) -> Meant:
    """Whom "who" or "which" goes with: the one named right before it, a person for "who" and none for "which".

    With "that" a person only without a comma: `a ruling against the yard of Ann Doe, that found ...`.
    """
    word, text = pronoun.word, pronoun.reading.text
    bare = word.folded == "that" and "," not in text[nearest.end : word.start]
    person = nearest.member.is_person
    fits = person if word.folded in ("who", "whom") else not person or bare
    if word.start - nearest.end > _RIGHT_BEFORE or not fits:
        return Meant(None, f"nobody right before “{word.folded}” fits")
    return Meant(nearest.member.name, f"“{word.folded}” points at the person named before")


def _among_named(pronoun: Pronoun, near: list[Mention]) -> Meant:
    """Whom of those named before (the nearest first) a personal pronoun points at, or who spoke last."""
    text, word = pronoun.reading.text, pronoun.word
    answering = _who_was_asked(pronoun)
    if answering is not None:
        return Meant(answering.name, f"“{word.folded}” answers")
    if word.dep == "nmod:poss":
        standing = near
        owner = _subject_above(pronoun, near)
        if owner is not None:
            return Meant(owner.name, f"“{word.folded}” points at the subject of its clause")
    else:
        standing = _standing_alone(text, near, word.start)
    newest = newest_sentence(text, standing)
    if pronoun.form == "it" and not _is_subject(text, newest, word.start):
        return pronoun.nobody()
    leading = next((mention for mention in reversed(newest) if pronoun.cast.acts(mention)), newest[-1])
    teller = _teller(pronoun, leading) or _last_speaker(pronoun, near, standing, leading)
    if teller is not None:
        return pronoun.goes_on(teller)
    return Meant(leading.member.name, f"“{word.folded}” points at the person named before")


def _standing_alone(text: str, near: list[Mention], at: int) -> list[Mention]:
    """The mentions without those that only tell whose something is, if there are others.

    Whose the subject of the sentence is counts, `Weiss's whole time went into fighting a board he views as weak`, in
    sentences before if no one else is named there.
    """

    def leads(mention: Mention) -> bool:
        here = not BORDER.search(text, mention.end, at)
        if here:
            return opens_sentence(text, mention)
        return is_near_opening(text, mention.start) and is_only_name(text, mention, near)

    return [mention for mention in near if not text.startswith(("'", "’"), mention.end) or leads(mention)] or near


def _subject_above(pronoun: Pronoun, near: Sequence[Mention]) -> Member | None:
    """`Asked about it, Weiss returned to his plans`: who is named as the subject of a verb that "his" hangs on."""
    reading, at = pronoun.reading, pronoun.at
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


def _teller(pronoun: Pronoun, leading: Mention) -> Draft | None:
    """`Doe says it is late. Keller, she adds, has left`: who spoke before, where the one named first is told of.

    Not where what is told lies behind a relative word: `Keller runs the port where, he says, ...`.
    """
    text, at, told, form = pronoun.reading.text, pronoun.word.start, pronoun.told, pronoun.form
    between = fold(text[leading.end : at]).replace(",", " ").split()
    inside = any(start <= leading.start < end and not start <= at < end for start, end in told)
    if form not in ("he", "she") or not inside or text.startswith(":", leading.end) or between[-1:] in _RELATIVE:
        return None
    for draft in reversed(pronoun.earlier[-_TELLERS:]):
        if not draft.cue or not _is_near(draft, at) or any(start <= draft.cue[0][0] < end for start, end in told):
            continue
        member = next((member for member in pronoun.cast.members if member.name == draft.speaker), None)
        if member is leading.member:
            return None
        if _may_stand_for(draft.description, form) if member is None else _agrees(member, form):
            return draft
    return None


def _last_speaker(
    pronoun: Pronoun, near: Sequence[Mention], standing: Sequence[Mention], leading: Mention
) -> Draft | None:
    """The last statement, if its speaker goes on in the pronoun: not once someone else has taken the lead."""
    last = pronoun.last
    if last is None:
        return None
    speaker = next((mention.member for mention in near if mention.member.name == last.speaker), None)
    if speaker is None and not _speaks_unnamed(last, pronoun.form, standing):
        return None
    since = leading.start > last.cue[0][0] and leading.member is not speaker
    led = since and (pronoun.cast.acts(leading) or opens_sentence(pronoun.reading.text, leading))
    return None if led else last


def _speaks_unnamed(last: Draft, form: str, near: Sequence[Mention]) -> bool:
    """Whether "he" or "she" may go on from one who is described: not where she is told to be a he, or is named."""
    if form not in ("he", "she") or not _may_stand_for(last.description, form) or last.found is None:
        return False
    speaker, words = last.found.speaker, last.reading.words
    if speaker is None or (speaker.high + 1 < len(words) and words[speaker.high + 1].pos == "PROPN"):
        return False  # "Harbour Bank director", of whom the name was cut off
    told = {word.folded for word in words if word.quote < 0}
    if ("she" if form == "he" else "he") in told and form not in told:
        return False
    told_so = form == "he" or not lexicon().people["female"].isdisjoint(fold(last.description).split())
    return told_so or not any(mention.member.gender == form for mention in near)


def _who_was_asked(pronoun: Pronoun) -> Member | None:
    """Who answers: `Y asked Z whether ... He said ...` is Z, named right after the cue."""
    last = pronoun.last
    if last is None or last.act != "ask":
        return None
    end = last.cue[-1][1]
    asked = [mention for mention in pronoun.cast.within(end, end + _ASKED) if mention.start - end < 2]
    people = [m.member for m in asked if m.member.is_person and _agrees(m.member, pronoun.form)]
    return people[0] if people and people[0].name != last.speaker else None


def _is_subject(text: str, newest: Sequence[Mention], at: int) -> bool:
    """Whether the body that "it" may stand for is the only one in its sentence and opens it, right before."""
    one = len({mention.member.name for mention in newest}) == 1
    return one and opens_last_sentence(text, newest[-1].start, at)


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


def _may_stand_for(description: str, base: str) -> bool:
    """Whether "he" or "she" may stand for the one described: a person, and none of the other sex."""
    people = lexicon().people
    head = _head(description)
    other = people["female"] if base == "he" else people["male"]
    return (head in people["person"] or head.endswith("old")) and head not in other


def _is_plural(description: str) -> bool:
    """Whether "they" may stand for the one described: several people, or a body."""
    people = lexicon().people
    head = _head(description)
    return (
        (head.endswith("s") and not head.endswith(("ss", "is", "us")))
        or head in people["group"]
        or head in people["body"]
    )


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


def _is_known(draft: Draft, cast: Cast, base: str) -> bool:
    """Whether the last speaker is a person of the article whom the pronoun may mean, named however far above."""
    return not draft.description and any(m.name == draft.speaker and _agrees(m, base) for m in cast.members)


def _is_person(draft: Draft, cast: Cast) -> bool:
    return any(member.is_person and member.name == draft.speaker for member in cast.members)


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
