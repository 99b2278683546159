"""Which member of the cast a phrase names: in its core, in a title, or in an apposition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.statements.hits import Phrase
from readout.language.lexicon import countries, lexicon
from readout.types import EntityKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.statements.naming.cast import Cast, Member, Mention
    from readout.analysis.statements.reading import Reading, Word

_CORE_ENDS = frozenset(
    [
        "of",
        "for",
        "at",
        "who",
        "close",
        "like",
        "familiar",
        "with",
        "in",
        "from",
        "on",
        "to",
        "near",
        "said",
        "that",
        "which",
        "including",
        "led",
        "over",
        "about",
        "against",
    ]
)
OF_TITLES = frozenset(
    [
        "staff",
        "state",
        "admissions",
        "defense",
        "defence",
        "homeland",
        "police",
        "operations",
        "communications",
        "justice",
        "staffs",
    ]
)
_ARTICLE = 5  #: characters of "the" and its spaces
_LONGEST_NAME = 3  #: words of a name after its owner
_AHEAD = 40  #: characters before a phrase and its comma in which a name begins
_BESIDE = 60  #: characters of a title and a name after a comma
ABOUT = frozenset(["on", "in", "at", "about", "to", "with", "against"])  #: a paper's, whose author is another
_FEWEST_INITIALS, _MOST_INITIALS = 3, 6  #: letters; with two there is hardly a name that does not fit
_BRACKET = 6  #: tokens of a party and a place in brackets
_NO_JOINING = frozenset(
    [",", "of", "for", "like", "such", "including", "than", "with", "from", "at", "in", "that", "who", "which"]
)
_PICTURES = frozenset(["video", "videos", "footage", "photo", "photos", "picture", "image", "clip", "portrait"])
_ARTICLES = frozenset(["the", "a", "an", "this", "that"])


def core_end(reading: Reading, phrase: Phrase) -> int:
    """The last token of the phrase before a comma, "of", "for", "close to" ..."""
    for place in range(phrase.low + 1, phrase.high + 1):
        word = reading.words[place]
        listed = word.folded == "," and place < phrase.head and reading.words[place - 1].pos == "ADJ"
        if word.folded in _CORE_ENDS or (word.folded in (",", "(", "-", "--") and not listed):
            return place - 1  # not "a smaller, | overlapping group"
    return phrase.high


def with_whole_names(reading: Reading, phrase: Phrase, cast: Cast) -> Phrase:
    """`Okafor- | Weiss`, `former Food | and Drug Office`: the phrase up to the borders of the names that it cuts."""
    words = reading.words
    start, end = reading.characters(phrase.low, phrase.high)
    low, high = phrase.low, phrase.high
    for mention in cast.across(start, end):
        while low > 0 and words[low - 1].start >= mention.start and words[low - 1].quote < 0:
            low -= 1
        while high + 1 < len(words) and words[high + 1].end <= mention.end and words[high + 1].quote < 0:
            high += 1
    return phrase if (low, high) == (phrase.low, phrase.high) else Phrase(low, high, phrase.head, phrase.how)


def past_owner(reading: Reading, phrase: Phrase) -> Phrase:
    """`the University of Eastland's | Ann Doe`: the name after the one who employs her."""
    words = reading.words
    mark = next((at for at in range(phrase.high - 1, phrase.low, -1) if words[at].folded in ("'s", "’s")), None)
    if mark is None or not 1 < phrase.high - mark <= _LONGEST_NAME:
        return phrase
    if any(word.folded == "," for word in words[phrase.low : mark]):
        return phrase  # "Ann Doe, head of Norland's Health Board"
    people = lexicon().people
    named = words[mark + 1 : phrase.high + 1]
    bodily = any(word.folded in people[kind] for word in named for kind in ("body", "paper", "group"))
    if bodily or not all(word.capital and word.pos == "PROPN" for word in named):
        return phrase
    return Phrase(mark + 1, phrase.high, phrase.high, phrase.how)


def joined_names(reading: Reading, phrase: Phrase, cast: Cast) -> str | None:
    """`Doe and Keller`: both names, when two speak together, and no `Doe and Keller employees`."""
    words = reading.words
    start = words[phrase.low].start
    for place in range(phrase.low + 1, min(phrase.high, phrase.low + 9)):
        if words[place].folded == "and":
            first = cast.within(start, words[place].start)
            from_where = any(word.folded == "of" for word in words[phrase.low : place])
            bracketed = words[place - 1].folded == ")"
            first = [mention for mention in first if mention.member.is_person] if from_where or bracketed else first
            second = cast.within(words[place].end, words[phrase.high].end)
            if first and second and (first[-1].member.is_person is second[0].member.is_person):
                begins = second[0].start == words[place + 1].start or _is_titled(reading, place + 1, second[0])
                last = place - 1 if words[place - 1].folded != ")" else _before_bracket(words, place - 1)
                ends = (from_where or first[-1].end == words[last].end) and begins
                different = first[-1].member is not second[0].member and not _goes_on(reading, phrase, second[0])
                return f"{first[-1].member.name} and {second[0].member.name}" if ends and different else None
        own = words[place].folded == "of" and any(
            m.end == words[place - 1].end for m in cast.within(start, words[place].start)
        )
        if words[place].folded in _NO_JOINING and not own:
            return None  # "Doe of Tarn and Keller of Brann" are two
    return None


def _before_bracket(words: Sequence[Word], closing: int) -> int:
    """The token before the bracket that ends at `closing`: the name in `Doe (Tarn) and Keller`."""
    opening = next((at for at in range(closing, max(0, closing - _BRACKET), -1) if words[at].folded == "("), closing)
    return max(0, opening - 1)


def _goes_on(reading: Reading, phrase: Phrase, mention: Mention) -> bool:
    """Whether a noun follows a name in the phrase's core: `the Harbour Bank and Tarn Rail | employees`."""
    core = reading.words[phrase.low : core_end(reading, phrase) + 1]
    return any(word.pos in ("NOUN", "PROPN") for word in core if word.start >= mention.end)


def and_others(reading: Reading, phrase: Phrase) -> bool:
    """`the president of Norland and other officials`, `Harbour Bank and one insurer`: no one of them by itself."""
    words = reading.words
    for kid in reading.kids[phrase.head]:
        if not phrase.head < kid <= phrase.high or words[kid].dep != "conj":
            continue
        if any(word.folded == "," for word in words[phrase.head : kid]):
            return False  # "Okafor, a leader of the party and a former envoy"
        first = reading.left[kid] + (words[reading.left[kid]].folded == "and")
        if words[first].folded in ("other", "others", "several", "many", "some"):
            return True
        bodies = all(words[at].folded in lexicon().people["body"] for at in (phrase.head, kid))
        if bodies or (words[first].pos in ("DET", "NUM") and words[kid].pos == "NOUN"):
            return True
    return False


def _is_titled(reading: Reading, at: int, mention: Mention) -> bool:
    """Whether only the words of a role stand from token `at` to the mention: `former police officer`, `his wife`."""
    words = reading.words
    if words[at].folded in ("his", "her", "their"):
        at += 1
    while at < len(words) and words[at].start < mention.start:
        if not words[at].is_word or words[at].pos not in ("ADJ", "NOUN", "PROPN"):
            return False
        at += 1
    known = lexicon()
    role = words[at - 1].folded.rstrip(".")
    return mention.member.is_person and (role in known.titles or role in known.people["person"])


def _names_two(reading: Reading, phrase: Phrase, last: int) -> bool:
    """`Tarn and Keller`: two names and nothing else, which are no one member."""
    words = reading.words[phrase.low : last + 1]
    if len(words) != 3 or words[1].folded != "and":
        return False
    return words[0].capital and words[2].capital and words[0].pos == words[2].pos == "PROPN"


def _titled_with_of(reading: Reading, phrase: Phrase, last: int, cast: Cast) -> Member | None:
    """`Secretary of State Ann Doe`, `Chief of Staff Ines Okafor`."""
    words = reading.words
    if last + 2 > phrase.high or words[last + 1].folded != "of" or words[last + 2].folded not in OF_TITLES:
        return None
    after = cast.within(words[last + 2].end, words[min(phrase.high, last + 7)].end)
    return after[0].member if after and after[0].member.is_person else None


def _after_long_title(reading: Reading, phrase: Phrase, cast: Cast) -> Member | None:
    """`Former ambassador to the United Nations Ann Doe`: a name right after the body in a title."""
    words = reading.words
    stop = next((at for at in range(phrase.low, phrase.high + 1) if words[at].folded == ","), phrase.high + 1)
    end = words[stop - 1].end
    for mention in cast.within(words[phrase.low].start, end):
        if not mention.member.is_person or mention.end != end:
            continue
        first = next(at for at in range(phrase.low, stop) if words[at].end > mention.start)
        before = words[first - 1]
        titled = before.folded.rstrip(".") in lexicon().titles  # "a lawyer for Mrs. Doe" is not Doe
        if first - phrase.low > 2 and before.pos == "PROPN" and not titled:
            return mention.member
    return None


def _in_apposition(reading: Reading, phrase: Phrase, cast: Cast) -> Member | None:
    """`the engineer who looks after the lock, Doctor Ann Doe`: the one whose name ends what stands after the comma."""
    words = reading.words
    comma = next((at for at in range(phrase.head, phrase.high) if words[at].folded == ","), None)
    if comma is None or words[phrase.high].end - words[comma].end > _BESIDE:
        return None
    named = [m for m in cast.within(words[comma].end, words[phrase.high].end) if m.member.is_person]
    return named[0].member if len(named) == 1 and named[0].end == words[phrase.high].end else None


def _named_beside(reading: Reading, phrase: Phrase, cast: Cast, last: int) -> Member | None:
    """`his lawyer, Ann Doe`: the person in an apposition to the phrase, whose core ends at token `last`."""
    words = reading.words
    people = lexicon().people
    head_word = words[min(phrase.head, last)].folded
    start, end = reading.characters(phrase.low, last)
    if last < phrase.high and words[last + 1].folded == ",":
        near = words[last + 1].start + 60
        beside = [
            m for m in cast.within(*reading.characters(last + 1, phrase.high)) if m.member.is_person and m.start < near
        ]
        bodily = any(head_word in people[kind] for kind in ("group", "body", "paper"))
        right_after = beside and (beside[0].start <= words[last + 1].end + 1 or head_word in people["person"])
        if right_after and not bodily and (words[phrase.head].pos in ("NOUN", "") or head_word in people["person"]):
            return beside[0].member
    alone = head_word in people["person"] and not any(m.member.is_person for m in cast.within(start, end))
    return _in_apposition(reading, phrase, cast) if alone else None


def _body_apposed(reading: Reading, phrase: Phrase, cast: Cast, last: int) -> Member | None:
    """`another group, the Harbour Coalition`: the organisation that a body is called behind its comma."""
    words, people = reading.words, lexicon().people
    if last + 1 >= phrase.high or words[last + 1].folded != "," or words[phrase.low].pos not in ("DET", "NUM"):
        return None
    head = words[min(phrase.head, last)]
    if head.capital or not (head.folded in people["body"] or head.folded in people["group"]):
        return None
    behind = cast.within(*reading.characters(last + 2, phrase.high))
    whole = len(behind) == 1 and behind[0].end == words[phrase.high].end
    organised = whole and behind[0].member.entity.kind is EntityKind.ORGANISATION
    return behind[0].member if organised and behind[0].start - words[last + 1].end <= _ARTICLE else None


def named_member(reading: Reading, phrase: Phrase, cast: Cast, told: Sequence[tuple[int, int]] = ()) -> Member | None:
    """The member that the phrase names: in its core, not as a possessor or after "of"; or in apposition.

    Whoever is named in what is `told` right before the phrase is not in apposition to it: `Doe, the aide said, is ill`.
    """
    words = reading.words
    last = core_end(reading, phrase)
    start, end = reading.characters(phrase.low, last)
    people = lexicon().people
    own = [m for m in cast.within(start, end) if m.end == end or not reading.text.startswith(("'", "’"), m.end)]
    own = [m for m in own if reading.text[max(0, m.start - 1)] != "/"]  # "the Ledger/NBC/Tarn survey"
    head_word = words[min(phrase.head, last)].folded
    tail_word = words[last].folded
    persons = [mention for mention in own if mention.member.is_person]
    if _names_two(reading, phrase, last):
        return None
    titled = _titled_with_of(reading, phrase, last, cast)
    if titled is not None:
        return titled
    trails = words[last].pos == "NOUN" and not words[last].capital  # "the Keller operation"
    if persons and trails and persons[-1].end < words[last].start and words[phrase.low].folded in _ARTICLES:
        return None
    if persons and persons[0].start == start and reading.text.startswith((" a ", " an "), persons[0].end):
        return persons[0].member  # "Ann Doe an engineer at the port", its comma left out
    speaks = tail_word in lexicon().speakers
    if persons and (persons[-1].end == end or not speaks):  # "Ann Baker", whatever the surname means
        return cast.named_like(persons[-1]) or persons[-1].member
    long_title = _after_long_title(reading, phrase, cast) if head_word in people["person"] and not persons else None
    if long_title is not None:
        return long_title
    beside = _named_beside(reading, phrase, cast, last) or _body_apposed(reading, phrase, cast, last)
    beside = beside or (None if persons else _named_past_core(reading, phrase, cast, last))
    if beside is not None:
        return beside
    if not persons and phrase.low > 1 and words[phrase.low - 1].folded == "," and head_word in people["person"]:
        apposed = named_behind(reading, phrase, cast) or _named_ahead(reading, phrase, cast, told)
        if apposed is not None:
            return apposed
    others = [mention for mention in own if not mention.member.is_person]
    living = head_word in people["person"] or head_word in people["group"]
    if others and others[-1].end >= end - 1 and not living:
        return cast.named_like(others[-1]) or others[-1].member
    if head_word in people["paper"] or tail_word in people["paper"]:
        return _author(reading, phrase, cast, last)
    return None


def _named_past_core(reading: Reading, phrase: Phrase, cast: Cast, last: int) -> Member | None:
    """`the Committee for a Better Harbour`: the body whose name holds the head and goes on behind token `last`.

    Not where more of the phrase stands behind it: `the Court of Appeals | for the Third Circuit`.
    """
    words, head = reading.words, reading.words[min(phrase.head, last)]
    ends = next((at for at in range(last + 1, phrase.high + 1) if words[at].folded in (",", "(")), phrase.high + 1)
    for mention in cast.within(*reading.characters(phrase.low, phrase.high)):
        whole = mention.start <= head.start and mention.end == words[ends - 1].end and ends - 1 > last
        if whole and not mention.member.is_person:
            return mention.member
    return None


def _named_ahead(reading: Reading, phrase: Phrase, cast: Cast, told: Sequence[tuple[int, int]]) -> Member | None:
    """`Ann Doe, | the chairwoman`: the person named right before the comma, if not in what is told."""
    words = reading.words
    if any(start < words[phrase.low - 1].start <= end + 1 for start, end in told):
        return None
    before = [m for m in cast.before(words[phrase.low].start, _AHEAD) if m.end >= words[phrase.low - 2].end]
    return before[0].member if before and before[0].member.is_person else None


def named_behind(reading: Reading, phrase: Phrase, cast: Cast) -> Member | None:
    """`the party's chairwoman, | Ann Doe,`: the person named between commas right behind one who is described."""
    words = reading.words
    last = core_end(reading, phrase)
    comma = phrase.high + 1
    if comma + 2 >= len(words) or words[comma].folded != ",":
        return None
    if any(word.folded in (",", "(", "who") for word in words[last + 1 : phrase.high + 1]):
        return None
    if words[min(phrase.head, last)].folded not in lexicon().people["person"]:
        return None
    near = [m for m in cast.within(words[comma + 1].start, words[comma + 1].start + _BESIDE) if m.member.is_person]
    if not near or near[0].start != words[comma + 1].start:
        return None
    after = next((word for word in words[comma + 1 :] if word.start >= near[0].end), None)
    return near[0].member if after is not None and after.folded == "," else None


def by_initials(reading: Reading, phrase: Phrase, cast: Cast) -> Member | None:
    """`MLR` after `Marina Lopez-Ruiz`: the one member whose name has these initials."""
    start, end = reading.characters(phrase.low, phrase.high)
    letters = reading.text[start:end].removeprefix("the ").removeprefix("The ")
    if not (letters.isupper() and letters.isalpha() and _FEWEST_INITIALS <= len(letters) <= _MOST_INITIALS):
        return None
    fits = [member for member in cast.members if _initials(member.name) == letters]
    return fits[0] if len(fits) == 1 else None


def _initials(name: str) -> str:
    """The first letters of a name's words and their hyphened parts; of bodies, small words left out."""
    return "".join(part[0] for part in name.replace("-", " ").split() if part[0].isupper())


def _author(reading: Reading, phrase: Phrase, cast: Cast, last: int) -> Member | None:
    """Whose paper it is: `the Tarn council's report`, `a statement from Ann Doe`, but not `a post on Twitter`."""
    words = reading.words
    comma = next((at for at in range(last, phrase.high + 1) if words[at].folded == ","), phrase.high + 1)
    head = words[min(phrase.head, last)].folded
    found = None
    for mention in cast.within(*reading.characters(phrase.low, max(comma - 1, last))):
        before = reading.text[max(words[phrase.low].start, mention.start - 12) : mention.start].lower().split()
        link = before[-2] if len(before) > 1 and before[-1] == "the" else before[-1] if before else ""
        after = next((word for word in words[phrase.low : phrase.high + 1] if word.start >= mention.end), None)
        titles = after is not None and after.capital and after.folded not in lexicon().function["times"]
        titles = titles and after is not words[phrase.head]  # "Senate Leader Doe's statement" is not the Senate's
        if reading.text[mention.start - 1] == "/":
            continue
        made = link in ("from", "by") or (link == "of" and head not in _PICTURES)
        owned = mention.member.entity.kind is EntityKind.ORGANISATION and link not in ABOUT and not titles
        found = mention.member if (made and mention.member.is_person) or owned else found
    return found


def as_speaker(member: Member) -> str:
    """A country for its capital; anyone else by name."""
    if member.entity.kind is EntityKind.PLACE:
        return countries()[0].get(member.name.lower(), member.name)
    return member.name
