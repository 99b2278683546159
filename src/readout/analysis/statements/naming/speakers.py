"""One canonical speaker for every statement, with the reason; none where two candidates remain."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from readout.analysis.statements.naming.bodies import names_body, read_body, whole_name, with_members
from readout.analysis.statements.naming.cast import fits_role
from readout.analysis.statements.naming.epithets import person_of_epithet
from readout.analysis.statements.naming.members import (
    ABOUT,
    OF_TITLES,
    and_others,
    as_speaker,
    by_initials,
    core_end,
    joined_names,
    named_behind,
    named_member,
    past_owner,
    with_whole_names,
)
from readout.analysis.statements.naming.openings import opens_last_sentence
from readout.analysis.statements.naming.pronouns import Meant, Pronoun, person_of_pronoun
from readout.analysis.statements.naming.several import several_who_act
from readout.analysis.statements.nouns.neighbours import is_mere_thing
from readout.language.lexicon import countries, lexicon
from readout.language.names import names
from readout.text.fold import fold
from readout.types import EntityKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.statements.drafts import Draft
    from readout.analysis.statements.hits import Phrase
    from readout.analysis.statements.naming.bodies import Bodies
    from readout.analysis.statements.naming.cast import Cast, Member
    from readout.analysis.statements.reading import Reading, Word

_LEADING = re.compile(r"^(?:even\s+)?(?:the|a|an|one(?! of\b)|another|but|and|yet|even)\s+", re.IGNORECASE)
_PARTY = re.compile(r"[RDI]-[A-Z]")  #: `D-Ohio`: what is left of a name in brackets
_ASIDE = re.compile(r"\s*,?\s*\bfor (?:its|his|her|their) part\b,?\s*", re.IGNORECASE)
_RELATIVE = re.compile(
    r",? (?:[a-z]+ of )?(?:who|whose|which|whom) |, (?:that |[a-z]+ing )"
)  #: `the memo, parts of which were aired`
_OWNED = re.compile(r"(?:his|her) ", re.IGNORECASE)
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday"
_WHEN = re.compile(
    rf"(?<=\w) (?:on |last |earlier |late |early |this )*(?:{_DAY}|this (?:week|month|year)|last (?:week|month|year))$",
    re.IGNORECASE,
)
_STATE_HEAD = re.compile(r"(?:the )?head of (?:the )?(?:state|government)$", re.IGNORECASE)
_FIRMS = frozenset(
    ["company", "firm", "studio", "network", "newspaper", "paper", "group", "organisation", "organization",
     "union", "bank", "channel", "outlet", "magazine", "website", "site", "foundation", "association", "institute"]
)  # fmt: skip
_PRESS = frozenset(["newspaper", "paper", "magazine", "channel", "outlet", "network"])
_PRESS_ENDS = frozenset(
    ["times", "post", "gazette", "herald", "news", "tribune", "journal", "tv", "radio", "television", "magazine",
     "press", "chronicle", "telegraph", "observer", "courier", "globe", "mail", "star", "daily", "sun", "review"]
)  # fmt: skip
_OWN_VOICE = frozenset(
    ["report", "study", "survey", "poll", "book", "lawsuit", "indictment", "investigation", "review", "article", "film",
     "story", "editorial", "column"]
)  # fmt: skip
_RECORDS = frozenset(["records", "figures", "data", "documents", "results"])
_MEDIA = frozenset(["television", "tv", "news", "cable", "broadcast", "radio"])
_ONCE = frozenset(["former", "ex", "vice", "deputy"])  #: "the president" is not who was one, or is next to one
_OTHERS = frozenset(
    ["former", "ex", "another", "other", "similar", "previous", "earlier", "separate", "second", "different"]
)
_TOLD = 1500  #: characters in which one who was described goes on by the same word
_AGES = frozenset(["young", "new", "embattled", "outgoing", "current"])  #: what may be said of any holder of a role
_STATED = frozenset(
    ["statement", "release", "readout", "communique", "announcement", "tweet", "post", "speech", "text"]
)
_TITLE, _TITLE_WORDS = 40, 2  #: characters and words of a title before a name
_SET_IN = 700  #: characters of links that a page may set into a sentence
_ENDS_LINKS = "MORE"  #: their last word
_IN_NAME = 40  #: characters around a cue that a name with it in it may take
_REMEMBERED = 60  #: statements in which a report that speaks again is looked for
_LONGEST_NAME = 120  #: characters of a described speaker


class Naming:
    """Finds speakers in one article: who is named there, which bodies, and who has spoken so far."""

    def __init__(self, cast: Cast, bodies: Bodies, readings: Sequence[Reading]) -> None:
        self.cast = cast
        cast.actors = sorted(
            word.start
            for reading in readings
            for word in reading.words
            if word.dep.startswith("nsubj") and _is_in_main_clause(reading, word)
        )
        self.bodies = bodies
        self.readings = readings
        self.passages = [reading.start for reading in readings]
        self.earlier: list[Draft] = []
        self.known: dict[tuple[int, int, int], Meant] = {}  #: by the tokens of the phrase

    def name_all(self, drafts: Sequence[Draft]) -> None:
        """Set `speaker`, `why` and `description` of all drafts."""
        for draft in sorted(drafts, key=lambda item: (item.cue or item.content)[0]):
            if draft.inherits is not None or draft.found is None:
                continue
            if draft.found.speaker is None:
                self._carry_over(draft)
                continue
            phrase = self._whole_phrase(draft, draft.found.speaker)
            place = (draft.reading.start, phrase.low, phrase.high)
            self.known[place] = self.known.get(place) or self.resolve(draft.reading, phrase, draft.content)
            draft.speaker, draft.why, draft.description = self.known[place]
            if draft.speaker is not None and not self._in_passing(draft) and not _is_no_one(draft):
                self.earlier.append(draft)
        for draft in drafts:
            if draft.inherits is not None:
                draft.speaker, draft.description = draft.inherits.speaker, draft.inherits.description
                draft.why = "the quotation goes on from the speaker before it"

    def name_beside(self, drafts: Sequence[Draft]) -> None:
        """The same for drafts found later, each by what was said before it; no other's speaker depends on them."""
        told = self.earlier
        places = [(draft.cue or draft.content)[0] for draft in told]
        for draft in drafts:
            self.earlier = told[: bisect_left(places, (draft.cue or draft.content)[0])]
            if draft.found is not None and draft.found.speaker is not None:
                phrase = self._whole_phrase(draft, draft.found.speaker)
                draft.speaker, draft.why, draft.description = self.resolve(draft.reading, phrase, draft.content)
        self.earlier = told

    def _whole_phrase(self, draft: Draft, speaker: Phrase) -> Phrase:
        """The speaker's phrase with the names whole that it cuts, where that leaves cue and content alone."""
        phrase = with_whole_names(draft.reading, speaker, self.cast)
        if phrase is speaker:
            return phrase
        start, end = draft.reading.characters(phrase.low, phrase.high)
        hit = draft.found.hit if draft.found is not None else None
        if hit is not None and hit.low <= phrase.high < hit.at and phrase.low < hit.low:  # "Karl | Will asked"
            draft.cue[0] = (draft.reading.words[phrase.high + 1].start, draft.cue[0][1])
        if any(first < end and start < last for first, last in (*draft.cue, *draft.content)):
            return speaker
        draft.named = [(start, end)]
        return phrase

    def is_within_name(self, draft: Draft) -> bool:
        """`the | State | Department`: a cue in capitals inside a longer name reports nothing."""
        if not draft.cue or draft.found is None or draft.found.hit.kind == "pointer":
            return False
        reading, (start, end) = draft.reading, draft.cue[-1]
        if reading.headline or not reading.words[draft.found.hit.at].capital:
            return False
        if 2 * sum(word.capital for word in reading.words) > len(reading.words):
            return False  # a heading in capitals, whose names are not to be told from its verbs
        near = self.cast.within(start - _IN_NAME, end + _IN_NAME)
        return any(m.start <= start and end <= m.end and m.end - m.start > end - start for m in near)

    def _carry_over(self, draft: Draft) -> None:
        """`President Doe | links of the page | said that ...`: a sentence that goes on after what was set into it."""
        found, words = draft.found, draft.reading.words
        if found is None or found.hit.kind != "verb" or words[0].capital or found.hit.low > 0:
            return
        before = self.cast.before(words[0].start, _SET_IN)
        between = draft.reading.text[before[0].end : words[0].start] if before else ""
        if between.rstrip().endswith(_ENDS_LINKS) and "\n" not in between and not self._is_object(before[0].start):
            mention = before[0]
            draft.named = [(mention.start, mention.end)]
            draft.speaker, draft.why = as_speaker(mention.member), "named before links that the page sets in"
            self.earlier.append(draft)

    def _is_object(self, at: int) -> bool:
        """`the articles against President | Doe`: whether a preposition stands before the name and its title."""
        text = self.readings[0].text
        before = text[max(text.rfind("\n", 0, at) + 1, at - _TITLE) : at].split()
        return any(word in lexicon().function["prepositions"] - {"of"} for word in before[-_TITLE_WORDS:])

    def _in_passing(self, draft: Draft) -> bool:
        """Whether a relative clause reports (`Y, who admitted ...`) after someone else in its sentence."""
        if draft.found is None or not self.earlier or self.earlier[-1].reading is not draft.reading:
            return False
        return draft.reading.words[draft.found.hit.at].dep.startswith("acl")

    def resolve(self, reading: Reading, phrase: Phrase, content: Sequence[tuple[int, int]] = ()) -> Meant:
        """The canonical name for a phrase, the reason, and the description of an unnamed one.

        Who is named in the `content` is told of by whoever spoke before: `Doe, she said, had left.`
        """
        phrase = past_owner(reading, phrase)
        head = reading.words[phrase.head]
        start, end = reading.characters(phrase.low, phrase.high)
        if phrase.low == phrase.high and head.folded in lexicon().pronouns:
            return self._by_pronoun(reading, phrase, content)
        joined = joined_names(reading, phrase, self.cast)
        if joined is not None:
            return Meant(joined, "two are named")
        several = and_others(reading, phrase)
        member = None if several else named_member(reading, phrase, self.cast, content)
        if not several and (member is None or member.name.isupper()):
            member = by_initials(reading, phrase, self.cast) or member
        if member is not None:
            words = " ".join(reading.text[start:end].split())
            return Meant(as_speaker(member), f"named: {words}"[:80])
        found = None if several else self._by_role(reading, phrase) or self._by_body(reading, phrase)
        if found is not None:
            return Meant(*found)
        beside = None if several else named_behind(reading, phrase, self.cast)
        if beside is not None:
            return Meant(beside.name, "named in an apposition")
        words = _ASIDE.sub(" ", " ".join(reading.text[start:end].split())).strip()
        words = _RELATIVE.split(words)[0] or words
        description = _WHEN.sub("", _LEADING.sub("", words))[:_LONGEST_NAME].strip(" ,;:")
        if _PARTY.match(description):
            return Meant(None, "only a party and a state are told")
        description = self._whose(reading, phrase, description)
        country = countries()[0].get(description.lower())
        if country is not None:
            return Meant(country, f"{description} stands for the government")
        if told := self._described_before(words, description):
            return Meant(told, f"the {description} told of before", told)
        if named := person_of_epithet(reading, phrase, self.cast, self.earlier):
            return Meant(named, f"“the {description}” points at the person named before")
        return Meant(description or None, "described, not named", description)

    def _whose(self, reading: Reading, phrase: Phrase, description: str) -> str:
        """`Ann Doe's lawyer` for `her lawyer`, where she is named in the same paragraph: another's is someone else."""
        first = reading.words[phrase.low]
        base = {"his": "he", "her": "she"}.get(first.folded, "")
        people = lexicon().people
        beside = reading.words[phrase.low - 1].folded if phrase.low else ""  # "a woman and her daughter"
        known = base and phrase.low < phrase.head and _OWNED.match(description) and beside not in ("and", "or")
        if not known or reading.words[phrase.head].folded not in people["person"] | people["group"]:
            return description
        owner = self._person_at(reading, phrase.low, base)
        named = next((m for m in self.cast.before(first.start, _TOLD) if m.member.name == owner), None)
        if named is None or "\n" in reading.text[named.end : first.start]:
            return description
        return f"{owner}'s {description[len(first.folded) :].lstrip()}"

    def _person_at(self, reading: Reading, at: int, base: str, among: Sequence[Member] = ()) -> str | None:
        """The name of whom the token `at` points at, by the rules of the pronoun `base`: one of `among`, if given."""
        return person_of_pronoun(Pronoun(reading, at, self.cast, self.earlier, base, among)).name

    def _by_pronoun(self, reading: Reading, phrase: Phrase, content: Sequence[tuple[int, int]]) -> Meant:
        """Whom a pronoun that is the whole phrase points at."""
        head = reading.words[phrase.head]
        several = self._several_here(reading, phrase) if head.folded == "they" else None
        pronoun = Pronoun(reading, phrase.head, self.cast, self.earlier, told=content)
        person = several or person_of_pronoun(pronoun)
        if phrase.how == "object" and any(d.reading is reading and d.speaker == person.name for d in self.earlier):
            return Meant(None, f"“{head.folded}” is not who speaks in its sentence")
        if person.name is None and lexicon().pronouns[head.folded] == "it":
            return self._body_before(reading, head.start) or person
        if person.name is None and head.folded == "they":
            return self._several_before(reading, phrase.head) or person
        return person

    def _described_before(self, shown: str, description: str) -> str:
        """`A spokesman for the port said ... The spokesman added`: the one described before by that word; or ""."""
        if " " in description or not shown.lower().startswith("the "):
            return ""
        before = {d.description for d in self.earlier[-_REMEMBERED:] if d.description and _head_of(d) == description}
        fuller = {told for told in before if fold(told) != fold(description)}
        return fuller.pop() if len(fuller) == 1 and description not in before else ""

    def _body_before(self, reading: Reading, at: int) -> Meant | None:
        """`The coastguard stopped the ship. It says ...`: the body that is the subject of the sentence before."""
        body = self.bodies.last_before(at)
        if body is None or not opens_last_sentence(reading.text, body.start, at):
            return None
        return Meant(self.bodies.full_name(body) or body.name, f"“it” points at the {body.head} before")

    def _several_here(self, reading: Reading, phrase: Phrase) -> Meant | None:
        """`Police released footage that they said shows it`: the several who act in the clause above."""
        several = several_who_act(reading, phrase.head)
        name, _, description = self.resolve(reading, several) if several is not None else (None, "", "")
        return None if name is None else Meant(name, "“they” points at those who act before it", description)

    def _several_before(self, reading: Reading, at: int) -> Meant | None:
        """`Some voters doubt it. They say ...`: the several who act in the clause above or the sentence before."""
        before = bisect_left(self.passages, reading.start) - 1
        several = several_who_act(reading, at)
        if several is None and before >= 0 and not any(_is_several(word) for word in reading.words[:at]):
            reading = self.readings[before]
            several = several_who_act(reading, len(reading.words))
        if several is None:
            return None
        name, _, description = self.resolve(reading, several)
        return None if name is None else Meant(name, "“they” points at those who act before it", description)

    def _by_role(self, reading: Reading, phrase: Phrase) -> tuple[str | None, str] | None:
        """`the minister`, `the Kenyan leader`: whoever the article says is that."""
        words = reading.words
        last = core_end(reading, phrase)
        head = words[min(phrase.head, last)].folded
        start, end = reading.characters(phrase.low, phrase.high)
        if _STATE_HEAD.match(" ".join(reading.text[start:end].split())):
            head = "leader"
        elif head not in lexicon().people["person"] or not _is_definite(reading, phrase, last):
            return None
        modifiers = {word.folded for word in words[phrase.low : last + 1] if word.is_word}
        modifiers -= lexicon().function["determiners"] | {head, "head", "'s", "former", "own"} | _AGES
        holders = self.cast.in_role(head, modifiers)
        if not any(word.folded in _ONCE for word in words[phrase.low : last + 1]):
            holders = [member for member in holders if not member.roles & _ONCE]
        if head == "president" and not modifiers:
            holders = [member for member in holders if not self._leads_body(member)]
        holders = [member for member in holders if not self._told_of_by_name(member, reading, phrase)]
        if not _may_be(reading, phrase, last, holders):
            return None
        holders = [member for member in holders if head in member.roles] or holders
        if self._told_since(head, holders, reading.words[phrase.low].start):
            return None
        bearers = {member.name for member in holders}
        if len(bearers) == 1:
            return holders[0].name, f"the only {head} in the article"
        name = self._person_at(reading, phrase.low, "one", holders) if holders else None
        if name is not None:
            return name, f"the {head} named last"
        return (None, f"more than one {head}") if bearers else None

    def _leads_body(self, member: Member) -> bool:
        """`Ann Doe, president of the Harbour Board`: whom "the president" by itself does not mean."""
        bodies = [m.name for m in self.cast.members if m.entity.kind is EntityKind.ORGANISATION]
        told = [role for role in member.entity.roles if "president" in fold(role).split()]
        return bool(told) and all(any(name in role for name in bodies) for role in told)

    def _told_of_by_name(self, member: Member, reading: Reading, phrase: Phrase) -> bool:
        """`The president charged that Keller is weak`: who is named behind the phrase in its sentence is another.

        But not in `the Keller administration`, nor in words that are quoted.
        """
        words = reading.words
        behind = self.cast.within(words[phrase.high].end, words[-1].end)
        named = [mention.end for mention in behind if mention.member is member and not mention.quoted]
        after = {end: next((word for word in words if word.start >= end), None) for end in named}
        return any(word is None or word.pos not in ("NOUN", "PROPN", "PART") for word in after.values())

    def _told_since(self, head: str, holders: Sequence[Member], at: int) -> bool:
        """`A clerk said ... The clerk added`: whether one without a name spoke as that, and no holder is told of since.

        Whose role only comes near the word, as a minister's to "official", is told of by it in no case.
        """
        told = [d for d in self.earlier[-_REMEMBERED:] if d.description and _head_of(d) == head and _is_one(d)]
        if not told or at - told[-1].reading.start > _TOLD:
            return False
        exact = {id(member) for member in holders if head in member.roles}
        since = self.cast.within(told[-1].reading.start, at)
        return not any(id(mention.member) in exact for mention in since)

    def _by_body(self, reading: Reading, phrase: Phrase) -> tuple[str | None, str] | None:
        """`the ministry`, `a ministry statement`, `a readout from the ministry`, `the statement`, `his ministry`."""
        words = reading.words
        people = lexicon().people
        last = core_end(reading, phrase)
        head = words[min(phrase.head, last)].folded
        places = [
            at
            for at in range(phrase.low, phrase.high + 1)
            if names_body(reading, at)
            and (words[at].folded != "state" or at in (phrase.head, phrase.high))
            and (at <= last or _writes(words, last, at))
            and (at <= phrase.head or at == phrase.high or words[at + 1].folded not in ("'s", "'", "’s", "’"))
        ]
        if head in people["person"] or head in people["group"]:
            return None
        if places and (names_body(reading, min(phrase.head, last)) or head in people["paper"]):
            owned_by = (p for p in places if words[p - 1].folded in ("'s", "’s"))  # "a note from Mayor Doe's office"
            at = max((p for p in places if p <= last), default=places[0])
            at = next(owned_by, places[0]) if head in people["paper"] else at
            owned = self._ministry_of(reading, phrase, at)
            if owned is not None:
                return owned, "the body that its head leads"
            body = read_body(reading, at)
            name = self.bodies.full_name(body) if not _is_owned(reading, at, len(body.words)) else None
            if name is not None:
                return name, f"the {body.head} named before"
            firm = self._firm(reading, phrase, body.head) if len(body.words) == 1 else None
            if _is_owned(reading, at, len(body.words)) and phrase.low < at - len(body.words):
                owner = reading.text[words[phrase.low].start : words[at].end]
                return _LEADING.sub("", " ".join(owner.split())), "a body described by whose it is"
            if firm is not None:
                return firm, f"the organisation named before “the {body.head}”"
            if head in _RECORDS:
                return None  # "government records show": they are described
            return with_members(reading, at, phrase) or whole_name(reading, at, body.name), "a body without a name"
        told_apart = words[phrase.low + 1 : last + 1]  # "the Rose Hall speech", "the new statement" are others
        other = () if head in _OWN_VOICE else ("ADJ", "NUM")
        own = any(word.capital or word.pos in other for word in told_apart)
        if head in people["paper"] and words[phrase.low].folded in ("the", "this", "that", "its") and not own:
            return self._author(head)
        return None

    def _firm(self, reading: Reading, phrase: Phrase, head: str) -> str | None:
        """`the studio`, `the company`: the organisation named last, if it is near."""
        opening = [word.folded for word in reading.words[phrase.low : phrase.low + 3]]
        if len(opening) > 2 and opening[1] in _MEDIA:
            del opening[1]
        opening = opening[:2]
        if (
            opening != ["the", head] or head not in _FIRMS or reading.words[phrase.low + 1].capital
        ):  # "the dock workers' union" is another body
            return None
        near = self.cast.before(reading.words[phrase.low].start, 600)
        named = [m.member.name for m in near if m.member.entity.kind is EntityKind.ORGANISATION]
        if head in _PRESS:
            said = {draft.speaker for draft in self.earlier}
            return next((n for n in named if _is_outlet(n) or (n in said and _may_be_firm(n, head))), None)
        told = {
            draft.speaker for draft in self.earlier if draft.found is not None and draft.found.hit.kind == "pointer"
        }  # "According to the Gazette, the company ..."
        return next((name for name in named if name not in told and _may_be_firm(name, head)), None)

    def _ministry_of(self, reading: Reading, phrase: Phrase, at: int) -> str | None:
        """`Okafor's ministry`, `his ministry`: by the role of the minister."""
        first = reading.words[phrase.low]
        person = None
        if first.folded in ("his", "her"):
            base = "he" if first.folded == "his" else "she"
            person = self._person_at(reading, phrase.low, base)
        else:
            mentions = self.cast.within(first.start, reading.words[at].start)
            person = next((m.member.name for m in mentions if m.member.is_person), None)
        if person is None or reading.words[at].folded not in ("ministry", "department", "office", "campaign"):
            return None
        member = next((member for member in self.cast.members if member.name == person), None)
        for role in sorted(member.entity.roles, key=len, reverse=True) if member is not None else ():
            if "minister" in role.lower():
                return re.sub("minister", "ministry", role, flags=re.IGNORECASE)
        return f"{person}'s {reading.words[at].folded}"

    def _author(self, head: str) -> tuple[str, str] | None:
        """Whose statement `the statement` is: the last body, or speaker of a paper, before.

        A report, a study or a poll that someone wrote of before speaks for itself.
        """
        same = [d for d in self.earlier[-_REMEMBERED:] if _head_of(d) == head and _is_one(d)]
        if head in _OWN_VOICE and same:
            return same[-1].speaker or "", f"the {head} named before"
        if head in _OWN_VOICE and not any(head in fold(draft.speaker or "").split() for draft in self.earlier[-4:]):
            return None
        for draft in reversed(self.earlier[-4:]):
            named = draft.found.speaker if draft.found is not None else None
            if named is None or draft.speaker is None:
                continue
            people = lexicon().people
            words = {word.folded for word in draft.reading.words[named.low : named.high + 1]}
            if words & people["body"] or (words & people["paper"] and (head in _STATED or head in words)):
                return draft.speaker, "the author of the statement named before"
        return None


def _is_in_main_clause(reading: Reading, word: Word) -> bool:
    """Whether a subject outside quotations is that of a main clause."""
    if word.quote >= 0 or not 0 <= word.head < len(reading.words):
        return False
    above = reading.words[word.head]
    return reading.words[above.head] is above or above.dep in ("conj", "parataxis")


def _is_several(word: Word) -> bool:
    """Whether a subject outside quotations is a plural, of people or things: `both sides`."""
    return word.dep.startswith("nsubj") and word.quote < 0 and word.pos == "NOUN" and word.folded.endswith("s")


def _is_no_one(draft: Draft) -> bool:
    """Whether a thing is described, "plans to use cameras": it is not whom "they" or "it" points at later."""
    speaker = draft.found.speaker if draft.found is not None else None
    return bool(draft.description) and draft.reading.parsed and is_mere_thing(draft.reading, speaker)


def _is_one(draft: Draft) -> bool:
    """Whether the speaker's phrase is not set apart from another of the kind: `a similar review`, `another clerk`."""
    named = draft.found.speaker if draft.found is not None else None
    if named is None:
        return False
    opening = draft.reading.words[named.low : named.head]
    return not any(word.folded in _OTHERS for word in opening)


def _is_outlet(name: str) -> bool:
    """Whether an organisation can be "the newspaper": a known outlet, or one that is called as outlets are."""
    plain = fold(name)
    bare = plain.removeprefix("the ")
    known = names()
    listed = {plain, bare} & (known.outlets | known.world_outlets)
    return bool(listed) or bare.split()[-1] in _PRESS_ENDS


def _may_be_firm(name: str, head: str) -> bool:
    """Whether an organisation can be "the company" and the like: no party, department or parliament can."""
    people = lexicon().people
    words = set(fold(name).split())
    return head in words or words.isdisjoint(people["group"] | (people["body"] - _FIRMS))


def _writes(words: Sequence[Word], last: int, at: int) -> bool:
    """Whether a body behind a paper is no hearer or topic of it: `the emails sent to Congress`."""
    link = next((words[place].folded for place in range(at - 1, last, -1) if words[place].pos == "ADP"), "")
    return link not in ABOUT


def _is_owned(reading: Reading, at: int, length: int) -> bool:
    """`the former minister's campaign`: whose body it is stands right before, so that no other is meant."""
    before = reading.words[at - length] if at >= length else None
    return before is not None and before.folded in ("'s", "’s")


def _may_be(reading: Reading, phrase: Phrase, last: int, holders: Sequence[Member]) -> bool:
    """Whether what the phrase goes on with (`the author of "Animal Farm"`) does not speak against the holders."""
    words = reading.words
    if last + 1 > phrase.high or words[last + 1].folded not in ("of", "for", "at"):
        return True
    named = [
        word.folded
        for word in words[last + 2 : phrase.high + 1]
        if word.is_word and (word.capital or word.quote >= 0) and word.folded not in OF_TITLES
    ]
    roles = [member.roles for member in holders]
    return not named or any(fits_role(word, known) for word in named for known in roles)


def _head_of(draft: Draft) -> str:
    """The word that a statement's speaker phrase is about: "report" of `the report by the council`."""
    named = draft.found.speaker if draft.found is not None else None
    if named is None:
        return ""
    return draft.reading.words[min(named.head, core_end(draft.reading, named))].folded


def _is_definite(reading: Reading, phrase: Phrase, last: int) -> bool:
    """`the minister`, `President`, `Norland's president`: one who is known, not `a minister`."""
    words = reading.words[phrase.low : last + 1]
    if words[0].folded in ("the", "this") or len(words) == 1:
        return True
    return words[0].capital and any(word.folded == "'s" for word in words)
