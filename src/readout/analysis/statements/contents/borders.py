"""Where a content ends: the parse's border, believed only where a new clause can begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.statements.contents.seconds import joins, opens_clause
from readout.analysis.statements.reading import FINITE
from readout.language.lexicon import form_of, lexicon

if TYPE_CHECKING:
    from readout.analysis.statements.hits import Hit
    from readout.analysis.statements.reading import Reading, Word

_CLIMB = 12
_NAME = 3  #: words of a name
_FEWEST = 3  #: commas of a row of things
_NAMES = frozenset(["DET", "NOUN", "PROPN", "ADJ", "NUM"])
_WITHIN_PHRASE = frozenset(["nmod", "obl", "conj", "appos", "nmod:poss", "fixed"])
_LIST = 24  #: tokens in which a row of gerunds comes to its "and"
_FARTHEST = 400  #: tokens after its cue that a content may have
ENDS = frozenset([".", "!", "?", ",", ";", ":", "-", "--", "(", ")", '"', "''", "...", "…"])
_NEW_CLAUSE = frozenset(
    [
        "but",
        "while",
        "although",
        "though",
        "even",
        "whereas",
        "after",
        "when",
        "citing",
        "according",
        "despite",
        "where",
    ]
)
_OCCASIONS = frozenset(
    ["in", "on", "at", "during", "after", "before", "by", "with", "over", "when", "while", "as", "since", "until"]
)
_LEADING_ON = frozenset(["in", "on", "at", "with", "over", "by", "as"])  #: "the cuts in spending", "her as a liar"
_LEAVING = frozenset(
    ["when", "while", "as", "after", "before", "since", "until", "although", "though", "because"]
)  #: of subordinators
_FOLLOWING = frozenset(["following", "after", "before", "during", "amid", "ahead", "despite", "when", "while"])
_AFTER_EVEN = frozenset(["as", "though", "if", "when", "while", "before", "after"])
_TIME_UNITS = frozenset(
    ["minutes", "hours", "days", "weeks", "months", "years", "hour", "day", "week", "month", "year"]
)
_SUPPOSED = frozenset(["would", "could", "might", "may", "should", "will", "'d", "'ll", "can"])
_SOME = frozenset(["most", "many", "some", "few", "both"])  #: also where they are taken for adverbs
_OPENING = frozenset(["after", "when", "while", "although", "though", "since", "because", "once", "if", "as", "before"])
NOMINAL = frozenset(["DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM"])


def grown_object(reading: Reading, hit: Hit, low: int, high: int) -> int:
    """The right border of an object: with what explains it, without place, time and occasion after it."""
    words = reading.words
    for place in range(low + 1, high):
        if words[place].folded == "that" and words[place].quote < 0:
            break
        if words[place].folded == ";" and words[place].quote < 0:
            return place - 1
        if words[place].folded == "," and words[place + 1].folded in ("who", "which", "where", "when", "while"):
            return place - 1
        if opens_clause(reading, hit, low, place):
            return place - 1
    high = min(high, hit.high + _FARTHEST)
    while high + 1 < min(len(words), hit.high + _FARTHEST):
        after = words[high + 1]
        if after.quote < 0 and after.folded in ENDS:
            adverb = high + 4 < len(words) and words[high + 2].pos == "ADV" and words[high + 3].folded == ","
            if after.folded == "," and adverb and words[high + 4].pos == "ADP":
                high += 3
                continue
            if after.folded != "," or high + 3 > len(words) or words[high + 2].folded != "including":
                return high
        elif _is_main_verb(reading, high + 1) or _leaves_object(reading, hit, high + 1):
            return high - (words[high].folded == "even")  # "the plan even | though it is old"
        if joins(reading, hit, high + 1) or opens_clause(reading, hit, low, high + 1):
            break
        high += 1
    return high


def _is_main_verb(reading: Reading, at: int) -> bool:
    """Whether the sentence's main verb or its auxiliary stands at `at`: no object runs over it."""
    word = reading.words[at]
    if word.quote >= 0 or word.pos not in FINITE or word.folded.endswith("ing"):
        return False
    return word.head == at or (word.dep.startswith("aux") and reading.words[word.head].head == word.head)


def _leaves_object(reading: Reading, hit: Hit, at: int) -> bool:
    """Whether place, time or occasion of the saying begins at `at`: `in` and `as` lead on unless they tell when."""
    word = reading.words[at]
    if _hangs_on_inner_verb(reading, hit, at):
        return False  # "backed a plan to close the port on Monday"
    if word.pos == "SCONJ":
        leaves = word.folded in _LEAVING and (word.folded != "as" or subject_with_verb(reading, at + 1))
    else:
        leaves = word.folded in _OCCASIONS and (word.folded not in _LEADING_ON or is_occasion(reading, at))
    return leaves and word.quote < 0 and not _quoted_ahead(reading, at)


def _hangs_on_inner_verb(reading: Reading, hit: Hit, at: int) -> bool:
    """Whether the parse hangs what begins at `at` on a verb between it and the cue."""
    words = reading.words
    place = at
    for _ in range(_CLIMB):
        head = words[place].head
        if head == place or not 0 <= head < len(words):
            return False
        if head < at:
            return head > hit.high and words[place].dep.split(":")[0] in ("obl", "advcl")
        place = head
    return False


def _end_of_opening(reading: Reading, hit: Hit) -> int | None:
    """`Thinking someone was there, she left`: an opening participle's content ends at the first comma."""
    words = reading.words
    if (
        not words[hit.at].folded.endswith("ing")
        or hit.low > 1
        or (hit.low == 1 and words[0].pos not in ("ADP", "SCONJ"))
    ):
        return None
    for place in range(hit.high + 2, len(words) - 2):
        if words[place].folded == "," and words[place].quote < 0:
            return place - 1
    return None


def _quoted_ahead(reading: Reading, at: int) -> bool:
    """Whether a quotation follows before the next border."""
    for place in range(at, min(at + 20, len(reading.words))):
        if reading.words[place].quote >= 0:
            return True
        if reading.words[place].folded in ENDS:
            return False
    return False


def grown(reading: Reading, hit: Hit, high: int) -> int:
    """The right border of a content that the parse ends at `high`: moved to where a new clause begins, or to the end.

    A content nearly always runs to the end of its sentence, so the parse is believed only at a border.
    """
    words = reading.words
    last = min(len(words) - 1, hit.high + _FARTHEST)
    high = min(high, last)
    opening = _end_of_opening(reading, hit)
    if opening is not None:
        return opening
    for place in range(hit.high + 2, high):
        if words[place].quote >= 0:
            continue
        if _ends_clause_of(reading, hit, place) or _other_reports(reading, place) or _tells_when(reading, place):
            return place - 1
        if hit.kind == "noun" and words[place].folded == ";":
            return place - 1
        if words[place].folded in ("-", "--") and _in_aside(reading, hit):
            return place - 1  # "a vote he said he regretted - to ...": the aside that the cue stands in ends
    while high < last:
        after = high + 1
        word = words[after]
        if hit.kind == "noun" and _is_main_verb(reading, after):
            return high
        ended = words[high].quote >= 0 and word.quote < 0 and words[high - 1].folded == ","
        if ended and _begins_clause(reading, hit, after):
            return high
        ends = _ends_clause_of(reading, hit, after)
        if word.quote >= 0 or not (word.folded in (",", ";", "-", "--") or ends):
            high += 1
            continue
        if word.folded == ";" or ends or _leaves_content(reading, hit, after):
            return high
        high += 1
    return high


def _leaves_content(reading: Reading, hit: Hit, at: int) -> bool:
    """Whether the content ends before the comma or dash at `at`: by what follows, or as the end of an aside."""
    dash = reading.words[at].folded in ("-", "--")
    closes = dash and (_in_aside(reading, hit) or _ends_in_marks(reading, hit, at))
    return closes or _begins_clause(reading, hit, at + 1) or _opens_main_clause(reading, at) or _tells_when(reading, at)


def _ends_in_marks(reading: Reading, hit: Hit, at: int) -> bool:
    """`said it was "the best" - the first to say so`: the dash at `at` behind quoted words leads to the outlet's."""
    words = reading.words
    if words[at - 1].quote < 0 or any(word.quote >= 0 for word in words[at + 1 :]):
        return False
    if words[at + 1].folded in ("between", "from", "including"):
        return False  # "a “false choice” - between higher taxes and lower ones"
    return not any(word.folded in ("-", "--") for word in (*words[hit.high + 1 : at], *words[at + 1 :]))


def _opens_main_clause(reading: Reading, at: int) -> bool:
    """Whether the sentence's main verb, and what hangs on it first, stands behind the comma at `at`."""
    words = reading.words
    if words[at].folded != "," or at + 1 >= len(words):
        return False
    place = at + 1
    for _ in range(_CLIMB):
        head = words[place].head
        if head == place or not 0 <= head < len(words):
            return words[place].pos in FINITE
        if head < at:
            return False
        place = head
    return False


def is_occasion(reading: Reading, at: int) -> bool:
    """Whether time or place of the saying begins at `at`: `on Tuesday`, `in a tweet`, `during the debate`."""
    words = reading.words
    times = lexicon().function["times"]
    if words[at].folded in times or words[at].folded in _FOLLOWING:
        return True
    if words[at].folded not in _OCCASIONS:
        return False
    ahead = [word.folded for word in words[at + 1 : at + 5]]
    stop = next((place for place, word in enumerate(ahead) if word in ENDS), len(ahead))
    return any(word in times or word in lexicon().people["medium"] for word in ahead[:stop])


def end_of_own_clause(reading: Reading, hit: Hit) -> int | None:
    """The last token that can belong to a cue in a clause before the main verb: `After X said ..., Y left`.

    None where the cue stands in the main clause, or where no comma ends its clause.
    """
    words = reading.words
    relative = _end_of_relative(reading, hit)
    if relative is not None:
        return relative
    opened = _end_of_opened_clause(reading, hit)
    if opened is not None:
        return opened
    at = hit.at
    for _ in range(12):
        head, relation = words[at].head, words[at].dep
        if head == at or not 0 <= head < len(words):
            return None
        governor = _above_phrase(reading, head, at) if relation == "acl:relcl" and head < at else head
        if relation in ("advcl", "acl:relcl") and governor > max(at, hit.high):
            subject = reading.child(governor, "nsubj")
            limit = reading.left[subject] if subject is not None and subject > at else governor
            commas = [place for place in range(hit.high + 1, limit) if ends_clause(reading, place)]
            if not commas and relation == "acl:relcl":
                return _before_main_verb(reading, hit, governor)
            return commas[-1] - (words[commas[-1]].quote < 0) if commas else None
        at = head
    return None


def _above_phrase(reading: Reading, noun: int, at: int) -> int:
    """What a phrase hangs on whose noun a relative clause explains: `As in the talk of clerks who say so, it ended`."""
    words = reading.words
    governor = words[noun].head
    for _ in range(_CLIMB):
        if not 0 <= governor < at or words[governor].dep not in _WITHIN_PHRASE:
            break
        governor = words[governor].head
    return governor


def _before_main_verb(reading: Reading, hit: Hit, governor: int) -> int | None:
    """`the man who said he saw it was held`: the end of a relative clause without a comma."""
    words = reading.words
    verb = next((kid for kid in reading.kids[governor] if words[kid].pos == "AUX" and kid > hit.high), governor)
    main = words[verb].pos in FINITE and words[governor].head == governor
    return verb - 1 if main and verb - 1 > hit.high and words[verb].quote < 0 else None


def _end_of_opened_clause(reading: Reading, hit: Hit) -> int | None:
    """`After X announced a plan to leave, Y said`: the first comma with a subject and its verb after it."""
    words = reading.words
    first = next((place for place, word in enumerate(words) if word.is_word), 0)
    first = _past_measure(reading, first + (words[first].folded in ("but", "and", "yet", "even")))
    if words[first].folded not in _OPENING or not first < hit.low < first + 16:
        return None
    if any(word.folded == "," or word.quote >= 0 for word in words[first : hit.low]):
        return None
    for place in range(hit.high + 2, len(words) - 2):
        if ends_clause(reading, place) and subject_with_verb(reading, place + 1):
            return place - (words[place].quote < 0)
    return None


def _past_measure(reading: Reading, at: int) -> int:
    """`A day | after X declared`, `hours | before`: the length of time before an opening word."""
    words = reading.words
    for place in range(at, min(at + 4, len(words) - 1)):
        if words[place].folded in _TIME_UNITS:
            return place + 1 if words[place + 1].folded in _OPENING else at
    return at


def subject_with_verb(reading: Reading, at: int) -> bool:
    """Whether a subject and its finite verb stand at token `at`, without another border between."""
    words = reading.words
    if at >= len(words) or not (words[at].pos in NOMINAL or words[at].folded in _SOME) or words[at].quote >= 0:
        return False
    for place in range(at + 1, min(at + 9, len(words))):
        word = words[place]
        joins_two = word.pos == "CCONJ" and words[place - 1].pos in ("NOUN", "PROPN") and place + 1 < len(words)
        if joins_two and words[place + 1].pos in NOMINAL:
            continue  # "the council and the mayor tried"
        if word.folded in ENDS or word.quote >= 0 or word.pos in ("SCONJ", "CCONJ") or word.folded in ("who", "which"):
            return False
        if word.pos in FINITE and word.dep not in ("amod", "compound", "acl"):
            return not word.folded.endswith("ing")
    return False


def ends_clause(reading: Reading, at: int) -> bool:
    """Whether a clause may end at token `at`: a comma, or a closing quotation mark after one."""
    words = reading.words
    if words[at].quote < 0:
        return words[at].folded == ","
    closes = at + 1 < len(words) and words[at + 1].quote != words[at].quote
    return closes and at > 0 and words[at - 1].folded == ","


def _end_of_relative(reading: Reading, hit: Hit) -> int | None:
    """`X, who said he would resign, left`: a comma and a verb without a subject end the relative clause."""
    words = reading.words
    opening = hit.low - 1
    while opening > 0 and hit.low - opening < 16 and words[opening].folded not in (",", ":", ";"):
        opening -= 1
    aside = opening == hit.low - 1 and words[hit.at].folded.endswith("ing")
    if opening < 1 or words[opening].folded != "," or not (aside or words[opening + 1].folded in ("who", "which")):
        return None
    commas = 0
    for place in range(hit.high + 2, len(words) - 2):
        if words[place].folded != "," or words[place].quote >= 0:
            continue
        commas += 1
        after = place + 1 + (words[place + 1].pos == "ADV")
        if (
            commas % 2
            and words[after].pos in FINITE
            and not words[after].folded.endswith("ing")
            and words[after].quote < 0
            and not _goes_on_with_list(reading, hit, after)
        ):
            return place - 1
    return None


def _goes_on_with_list(reading: Reading, hit: Hit, at: int) -> bool:
    """`saying it would raise prices, close docks and ruin towns`: infinitives after a word such as "would"."""
    words = reading.words
    bare = words[at].pos == "VERB" and words[at].folded == words[at].lemma
    return bare and any(word.folded in _SUPPOSED or word.folded == "to" for word in words[hit.high + 1 : at])


def _in_aside(reading: Reading, hit: Hit) -> bool:
    """Whether a dash before the cue opened an aside that the next one closes."""
    dashes = [word for word in reading.words[: hit.low] if word.folded in ("-", "--") and word.quote < 0]
    return len(dashes) % 2 == 1


def _tells_when(reading: Reading, at: int) -> bool:
    """`, hours after ...`, `, two days before ...`: when it was said, not what was said."""
    words = reading.words
    if words[at].folded != ",":
        return False
    ahead = [words[place].folded for place in range(at + 1, min(at + 5, len(words)))]
    units = [place for place, word in enumerate(ahead[:3]) if word in _TIME_UNITS]
    return bool(units) and ahead[units[0] + 1 : units[0] + 2] in (["after"], ["before"])


def _other_reports(reading: Reading, at: int) -> bool:
    """`; company denies ...`: after a semicolon another subject reports."""
    words = reading.words
    if words[at].folded != ";":
        return False
    for place in range(at + 2, min(at + 6, len(words))):
        if words[place].folded in ENDS:
            return False
        # Taggers take the verbs of headlines for nouns ("company denies"), so the ending speaks too.
        verb = words[place].pos == "VERB" or words[place].folded.endswith(("s", "ed"))
        if verb and words[place].folded in lexicon().verbs:
            return True
    return False


def _ends_clause_of(reading: Reading, hit: Hit, at: int) -> bool:
    """Whether "and" or "but" at `at` leads on from the cue: to a second verb of its subject, or to another's."""
    return joins(reading, hit, at) or _another_says(reading, hit, at)


def _another_says(reading: Reading, hit: Hit, at: int) -> bool:
    """`announced he would hold talks | and Keller admitted it was news to him`: another, by name, reports as well."""
    words = reading.words
    if words[at].folded not in ("and", "but") or words[at].quote >= 0 or hit.kind != "verb":
        return False
    place = at + 1
    while place < min(at + 1 + _NAME, len(words)) and words[place].pos == "PROPN" and words[place].capital:
        place += 1
    if place == at + 1 or place >= len(words) or words[place].pos != "VERB":
        return False
    verb = words[place].folded
    saying = any("after" in entry.frames for entry in lexicon().verbs.get(verb, ()))
    return saying and form_of(verb) == form_of(words[hit.at].folded) == "past"


def _begins_clause(reading: Reading, hit: Hit, at: int) -> bool:
    """Whether what follows a comma is no part of the content: `but`, `while`, a participle, a second clause."""
    words = reading.words
    if at >= len(words):
        return False
    word = words[at]
    if word.folded in _NEW_CLAUSE:
        following = words[at + 1].folded if at + 1 < len(words) else ""
        if word.folded == "but":
            if following == "also" and any(before.folded == "only" for before in words[hit.high + 1 : at]):
                return False  # "is needed not only for this, but also for that"
            return following != "that" or words[at + 2].pos == "AUX"  # "said it was late, but that it would do"
        return word.folded != "even" or following in _AFTER_EVEN
    if words[at - 1].folded in ("-", "--") and word.pos == "PRON" and word.dep != "nmod:poss":
        return True
    if word.folded.endswith("ing") and word.pos == "VERB" and len(word.folded) > 4:
        return word.folded != "including" and not _is_in_list(reading, hit, at)
    if word.folded in ("who", "which"):
        return not is_supposed(reading, at)
    if word.folded == "and" and (words[min(at + 1, len(words) - 1)].folded == "that" or _ends_row(reading, hit, at)):
        return False
    if word.folded == "and" and hit.kind == "verb" and hit.has("after") and not subject_with_verb(reading, at + 1):
        unread = reading.child(hit.at, "ccomp", "xcomp", "obj") is None  # the parse gives the cue no content
        return not unread and not _inside(reading, at, hit.at)
    return word.folded in ("and", "as", "in", "before") and not _inside(reading, at, hit.at)


def _is_in_list(reading: Reading, hit: Hit, at: int) -> bool:
    """`would mean ending this, | leaving that and cutting those`: a row of such words, the last one behind "and"."""
    words = reading.words
    if not any(_is_gerund(word) for word in words[hit.high + 1 : at - 1]):
        return False
    for place in range(at + 1, min(at + _LIST, len(words) - 1)):
        if words[place].quote >= 0 or words[place].folded in (".", ";", ":"):
            return False
        if words[place].folded == "and":
            return _is_gerund(words[place + 1])
    return False


def _ends_row(reading: Reading, hit: Hit, at: int) -> bool:
    """`the mayor, the clerk, the board, | and the bank`: the last of three things or more."""
    words = reading.words
    commas = [place for place in range(max(hit.high + 1, at - _LIST), at) if words[place].folded == ","]
    if len(commas) < _FEWEST or words[at - 1].folded != "," or subject_with_verb(reading, at + 1):
        return False
    row = words[commas[-_FEWEST] + 1 : at]
    return all((word.pos in _NAMES or word.folded in (",", "of", "'s", "’s")) and word.quote < 0 for word in row)


def _is_gerund(word: Word) -> bool:
    return word.pos == "VERB" and word.folded.endswith("ing") and word.folded != word.lemma


def is_supposed(reading: Reading, at: int) -> bool:
    """Whether the relative clause at `at` supposes something: `which could cost jobs` is the speaker's, not a fact."""
    return any(word.folded in _SUPPOSED for word in reading.words[at + 1 : at + 4])


def _inside(reading: Reading, at: int, cue: int) -> bool:
    """Whether the parse hangs what begins at `at` below a word of the cue's complement."""
    seen = 0
    words = reading.words
    while words[at].head != at and seen < 60:
        at = words[at].head
        seen += 1
        if words[at].head == cue and words[at].dep.split(":")[0] in ("ccomp", "xcomp", "obj"):
            return True
    return False
