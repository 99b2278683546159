"""The people and bodies of an article as possible speakers: mentions, roles, gender, and who is meant where."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from readout.analysis.statements.naming.bodies import plain_word
from readout.language.lexicon import lexicon
from readout.text.fold import fold, folded_words
from readout.types import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from readout.text.quotes import Quotation
    from readout.types import Article, Entity

_SYLLABLES = re.compile(r"[a-z]{2,5}-[a-z]{1,5}")  #: of a given name that follows its surname
_CLOSES = re.compile(r"[,\n\"“”]|(?<=[a-z]{3})[.!?](?=\s)")  #: ends what stands behind a name and its comma
_REACH = 60  #: characters around a mention that may hold a title or a role
_TAG = re.compile(r",? ?\(?(?:([RDI])[-‐–])([A-Z][A-Za-z. ]*?)[,)]")  #: behind a name: ", R-Ohio,", "(D-N.Y.)"
_POSTAL = 2  #: letters of a state in an address
_PARTIES = {"R": "republican", "D": "democrat", "I": "independent"}
_SIDE = re.compile(r",? (?:an? )?((?:[A-Z][a-z]+ ){1,2})(Republican|Democrat)\b")  #: ", a West Eastland Democrat"
_AGED = re.compile(r", (\d{1,2}),")  #: the same: ", 58,"
_YEARS_OLD = re.compile(r"\b(\d{1,2})[-‐ ]year[-‐ ]old(?: [a-z]+){0,4} $")  #: before a name


@dataclass(slots=True)
class Member:
    """Someone who may speak, with the role words said of them and the pronoun that fits ("" where unknown)."""

    entity: Entity
    roles: set[str] = field(default_factory=set)
    gender: str = ""
    state: str = ""  #: that a lawmaker is from, as it is written in a tag: "Ohio", "N.Y."
    age: str = ""

    @property
    def name(self) -> str:
        """The canonical name."""
        return self.entity.name

    @property
    def is_person(self) -> bool:
        """Whether it is a person."""
        return self.entity.kind is EntityKind.PERSON


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a member is named, outside quotations or in one."""

    start: int
    end: int
    member: Member
    quoted: bool


class Cast:
    """All members of one article and their mentions, in order of the text."""

    def __init__(self, article: Article, entities: Iterable[Entity], quotations: Sequence[Quotation]) -> None:
        self.members = [Member(entity) for entity in entities]
        self.mentions: list[Mention] = []
        self.actors: list[int] = []  #: where the subjects of main clauses begin, in order, as far as there is a parse
        starts = [quotation.start for quotation in quotations]
        for member in self.members:
            for span in member.entity.evidence:
                place = bisect_right(starts, span.start) - 1
                quoted = place >= 0 and quotations[place].end > span.start
                self.mentions.append(Mention(span.start, span.end, member, quoted))
        self.mentions.sort(key=lambda mention: (mention.start, -mention.end, mention.member.name))
        self._starts = [mention.start for mention in self.mentions]
        for mention in self.mentions:
            _learn(article.text, mention)

    def acts(self, mention: Mention) -> bool:
        """Whether the mention is the subject of a main clause."""
        place = bisect_left(self.actors, mention.start)
        return place < len(self.actors) and self.actors[place] < mention.end

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions that lie in `[start, end)`."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end)
        return [mention for mention in self.mentions[first:last] if mention.end <= end]

    def across(self, start: int, end: int) -> list[Mention]:
        """The mentions that lie across the border of `[start, end)`: partly inside, partly outside."""
        first = bisect_left(self._starts, start - _REACH)
        last = bisect_left(self._starts, end)
        return [m for m in self.mentions[first:last] if (m.start < start < m.end) or (m.start < end < m.end)]

    def before(self, at: int, reach: int) -> list[Mention]:
        """The mentions that end at most `reach` characters before `at`, the nearest first."""
        last = bisect_left(self._starts, at)
        first = bisect_left(self._starts, at - reach)
        return [mention for mention in reversed(self.mentions[first:last]) if mention.end <= at]

    def named_like(self, mention: Mention) -> Member | None:
        """The person named in full before whose surname alone is taken for a place, or for someone else.

        `Ann Jordan ... Jordan said`; where surnames come first, `Han Jin-ho ... Han said`, if no other has that name.
        """
        kind = mention.member.entity.kind
        named = fold(mention.member.name)
        if kind not in (EntityKind.PLACE, EntityKind.PERSON) or len(named.split()) > 1:
            return None
        others = [member for member in self.members if member.is_person and member is not mention.member]
        bearers = [member for member in others if named in _ends_of_name(member)]
        if len(bearers) != 1 or bearers[0].entity.evidence[0].start > mention.start:
            return None
        return bearers[0] if _ends_of_name(bearers[0])[-1 if kind is EntityKind.PLACE else 0] == named else None

    def in_role(self, role: str, modifiers: set[str]) -> list[Member]:
        """The persons who are said to hold a role that fits `role` and all of `modifiers`."""
        wanted = {role} | lexicon().synonyms.get(role, frozenset())
        return [
            member
            for member in self.members
            if wanted & member.roles and all(fits_member(word, member) for word in modifiers)
        ]

    def bodies(self, wanted: set[str]) -> list[Mention]:
        """The mentions of organisations whose name holds all of the wanted words, in order."""
        return [
            mention
            for mention in self.mentions
            if mention.member.entity.kind is EntityKind.ORGANISATION
            and all(fits_role(word, set(fold(mention.member.name).split())) for word in wanted)
        ]


def _ends_of_name(member: Member) -> tuple[str, ...]:
    """The first and the last word of a full name; nothing for a name of one word."""
    words = fold(member.name).split()
    return (words[0], words[-1]) if len(words) > 1 else ()


def fits_role(word: str, roles: set[str]) -> bool:
    """Whether a word of a description is among the words of a role, spelling and country forms aside."""
    wanted = plain_word(word.removesuffix("'s"))
    return any(wanted == plain_word(role) for role in roles)


def fits_member(word: str, member: Member) -> bool:
    """Whether a word of a description is said of a member, in a role or by the state in a tag."""
    return fits_role(word, member.roles) or (bool(member.state) and _shortens(member.state, word))


def _shortens(short: str, word: str) -> bool:
    """Whether the state in a tag is short for one that has the word in its name: `Ky.`, `N.Y.`, `NY` for "york"."""
    if fold(short) == word:
        return True
    parts = short if short.isupper() and len(short) == _POSTAL else re.split(r"[. ]+", fold(short))
    return any(_is_subsequence(part.lower(), word) for part in (short.strip(".").lower(), *parts) if part)


def _is_subsequence(short: str, word: str) -> bool:
    letters = iter(word)
    return short[0] == word[0] and all(letter in letters for letter in short)


def _learn(text: str, mention: Mention) -> None:
    """Take the role and the gender of a person from the words around one mention and from the first name."""
    member = mention.member
    if not member.is_person:
        return
    known = lexicon()
    people = known.people
    start = max(0, mention.start - _REACH)
    before = folded_words(text, max(start, text.rfind("\n\n", start, mention.start)), mention.start)
    tail = text[mention.end : mention.end + _REACH]
    near = _title(before, text[start : mention.start])
    if tail.startswith((", ", ",\n")):
        clause = _apposition(tail)
        if any(word in people["person"] for word in clause):
            near |= set(clause)
    near |= {known.spelled_out[word] for word in near if word in known.spelled_out}
    if tag := _TAG.match(tail):
        member.state = tag[2]
        member.roles.add(_PARTIES[tag[1]])
    elif side := _SIDE.match(tail):
        member.state = side[1].strip()
    if aged := _AGED.match(tail) or _YEARS_OLD.search(text, start, mention.start):
        member.age = aged[1]
    for told in (near, *(set(fold(role).split()) for role in member.entity.roles)):
        if told & people["person"]:  # not "the former Keller aide"
            member.roles |= told
    near = near.union(*(fold(role).split() for role in member.entity.roles))
    if not member.gender:
        member.gender = _gender(member, near | set(before[-1:]))


def _apposition(tail: str) -> list[str]:
    """The words behind a name and its comma up to the next comma or verb: not `..., told the president`."""
    known = lexicon()
    end = _CLOSES.search(tail, 1)
    words = fold(tail[1 : end.start() if end else len(tail)]).split()
    roles, helping = known.people["person"], known.function["auxiliaries"]
    acts = (
        at
        for at, word in enumerate(words)
        if (word in known.verbs and word not in roles) or (word in helping and words[max(at - 1, 0)] != "who")
    )
    last = next(acts, len(words))
    told = last < len(words) and any("after" in entry.frames for entry in known.verbs.get(words[last], ()))
    return [] if told and words[last - 1] != "who" else words[:last]  # "Doe, the aide said, is ill"


def _title(before: list[str], stretch: str) -> set[str]:
    """The words of a title that runs up to the mention: `Kenyan Harbour Minister`."""
    bare = stretch.rstrip(" \n")
    known = lexicon()
    short = bare.endswith(".") and before and before[-1] in known.spelled_out
    if not bare or (bare[-1] in '.;:!?,"”“’)' and not short):
        return set()
    if not before or before[-1] not in known.titles:
        return set()
    taken: set[str] = set()
    for word in reversed(before[-4:]):
        if word in known.leading or word in known.function["subordinators"] or word in known.verbs:
            break
        taken.add(word)
    return taken


def _gender(member: Member, near: set[str]) -> str:
    """Tell "he", "she" or "" from honorifics, role words and the first name."""
    people = lexicon().people
    if near & people["female"]:
        return "she"
    if near & people["male"]:
        return "he"
    first = fold(member.name).split()
    if len(first) < 2 or _SYLLABLES.fullmatch(first[-1]):
        return ""  # "Jin Ho-young": the surname comes first
    return lexicon().given.get(first[0], "")
