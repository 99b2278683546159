"""Where a clause begins after its cue, by words: after "that", an addressee, an occasion or an insertion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.statements.contents.borders import ENDS, NOMINAL, grown
from readout.analysis.statements.contents.seconds import joins, opens_clause
from readout.analysis.statements.contents.titles import is_title
from readout.analysis.statements.reading import FINITE
from readout.language.lexicon import lexicon

if TYPE_CHECKING:
    from readout.analysis.statements.hits import Hit
    from readout.analysis.statements.reading import Reading, Word

_ROUGHLY = frozenset(["about", "around", "nearly", "almost", "roughly", "more", "less", "at", "only", "just"])
_MONTHS = frozenset(["jan", "feb", "mar", "apr", "aug", "sept", "sep", "oct", "nov", "dec"])
_FAR = 30  #: tokens of who is told, before "that"
_RELATIVE = frozenset(["that", "who", "which"])  #: "said in a tweet that made him famous"
WH = frozenset(["what", "how", "why", "who", "whom", "whose", "which", "where", "when", "whether", "if"])


def _has_own_verb(reading: Reading, low: int, high: int) -> bool:
    """Whether the words are a clause: a finite verb comes before any subordinate clause begins."""
    for word in reading.words[low : high + 1]:
        if word.folded in lexicon().function["subordinators"] and word.folded != "as" and word.pos != "ADP":
            return False
        participle = word.dep == "acl" and word.folded.endswith(("ed", "ing"))
        if word.pos in FINITE and word.dep != "amod" and not participle:
            return True
    return False


def _past_occasion(reading: Reading, at: int) -> int:
    """Where the content begins after `said on Monday`, `said after the talks`: a pronoun or name with a verb."""
    words = reading.words
    if words[at].pos != "ADP" and words[at].folded not in lexicon().function["times"]:
        return at
    for place in range(at + 1, min(at + 12, len(words) - 1)):
        if words[place].folded in ENDS or words[place].quote >= 0:
            break
        subject = words[place].pos in ("PRON", "PROPN") and words[place].dep != "nmod:poss"
        if subject and words[place].folded not in _RELATIVE and words[place + 1].pos in FINITE:
            return place
    return at


def _after_insertion(reading: Reading, at: int) -> int | None:
    """The "that" after an insertion between two commas or dashes: `said, on Twitter, that`."""
    words = reading.words
    if at >= len(words) or words[at].folded not in (",", "-", "--"):
        return None
    for place in range(at + 2, min(at + 16, len(words) - 2)):
        if words[place].folded == words[at].folded:
            return place + 1 if words[place + 1].folded == "that" else None
    return None


def that_after_occasion(reading: Reading, low: int, high: int) -> int | None:
    """`said on Sunday in Tarn, that ...`, `wrote in an article that ...`: the "that" after place, time and medium."""
    words = reading.words
    dated = _that_after_date(reading, low, high)
    if dated is not None:
        return dated
    if words[low].pos != "ADP" and not (words[low].quote >= 0 and is_title(reading, low)):
        return None
    for place in range(low + 1, min(low + 24, high)):
        word, after = words[place], words[place + 1]
        if word.folded == "that" and word.quote < 0:
            relative = after.pos in FINITE and words[place - 1].folded != ","
            return None if relative or words[place - 1].pos in FINITE else place
        aside = any(before.folded in ("where", "which", "who") for before in words[low:place])
        if (word.pos in FINITE and word.dep not in ("amod", "compound") and not aside and word.quote < 0) or (
            word.folded in (";", ":", ".") and word.quote < 0
        ):
            return None
    return None


def _that_after_date(reading: Reading, low: int, high: int) -> int | None:
    """`said Friday, Oct. 18, 2019, on Harbour Radio that ...`: nothing but a date, names of places and the medium."""
    words = reading.words
    times = lexicon().function["times"]
    if words[low].folded not in times and words[low].folded.rstrip(".") not in _MONTHS and words[low].pos != "NUM":
        return None
    for place in range(low, min(low + 16, high)):
        word = words[place]
        if word.folded == "that" and words[place + 1].pos not in FINITE:
            return place
        timed = word.folded in times or word.folded.rstrip(".") in _MONTHS or word.folded in (",", ".")
        if not timed and word.pos not in ("NUM", "ADP", "PROPN") and word.folded not in lexicon().people["medium"]:
            return None
    return None


def _that_past_occasion(reading: Reading, hit: Hit) -> int | None:
    last = len(reading.words) - 1
    free = reading.parsed and hit.has("after") and hit.high + 1 < last
    return that_after_occasion(reading, hit.high + 1, last) if free else None


def can_hear(word: Word) -> bool:
    """Whether the word names people, a body or a paper, and no "story"."""
    known = lexicon()
    heard = {word.folded, word.folded.removesuffix("s")}
    return word.pos == "PROPN" or bool(heard & known.speakers and not heard & known.people["paper"])


def _that_past_hearer(reading: Reading, hit: Hit) -> int | None:
    """`told a crowd marking the birth of the port that ...`: the "that" behind who is told, however long."""
    words = reading.words
    tells = reading.parsed and hit.has("someone") and hit.has("after") and hit.lemma != "show"
    heard = reading.child(hit.at, "iobj", "obj") if tells else None
    if heard is None or heard <= hit.high or not can_hear(words[heard]):
        return None
    for place in range(heard + 1, min(len(words) - 1, hit.high + _FAR)):
        word, before = words[place], words[place - 1]
        if word.folded == "that" and word.quote < 0:
            return None if words[place + 1].pos in FINITE or before.pos in FINITE else place
        acting = word.pos in FINITE and not word.folded.endswith(("ing", "ed"))
        if acting or word.quote >= 0 or word.folded in (".", ";", ":"):
            return None
    return None


def that_ahead(reading: Reading, hit: Hit) -> int | None:
    """The "that" which opens the content, with an addressee or an occasion before it at most."""
    words = reading.words
    last = len(words) - 1
    for place in range(hit.high + 1, min(last, hit.high + 16)):
        word, after = words[place], words[place + 1]
        if word.folded == "that" and (after.is_word or after.quote >= 0):
            if not reading.parsed:
                return place
            relative = place > hit.high + 1 and word.pos == "PRON" and after.pos in FINITE
            relative = relative or (place > hit.high + 1 and words[place - 1].pos == "ADP")  # "posted on that account"
            addressed = hit.has("someone") and after.pos not in FINITE
            opens = not relative and (addressed or _has_own_verb(reading, place + 1, last))
            return place if opens else None
        if word.folded in ENDS or word.quote >= 0 or (word.pos in FINITE and word.dep != "amod"):
            return None
    return None


def clause_by_words(reading: Reading, hit: Hit) -> tuple[int, int] | None:
    """Without help from the parse: from "that" (or a clause's beginning right after the cue) to the passage's end."""
    words = reading.words
    last = len(words) - 1
    inserted = _after_insertion(reading, hit.high + 1)
    if inserted is not None:
        return inserted, last
    that = that_ahead(reading, hit) or _that_past_hearer(reading, hit) or _that_past_occasion(reading, hit)
    if that is not None and (that == hit.high + 1 or not _takes_thing(reading, hit)):
        seconds = (at for at in range(that + 2, last) if reading.words[at].quote < 0 and joins(reading, hit, at))
        return that, next(seconds, last + 1) - 1
    at = hit.high + 1
    if at < last and not reading.parsed and hit.lemma in ("say", "think", "believe", "insist", "claim", "hope"):
        starts = words[at].capital or words[at].folded in lexicon().function["determiners"]
        if starts or lexicon().pronouns.get(words[at].folded) in ("he", "she", "they", "it", "we"):
            return at, last
    asked = _question_ahead(reading, hit) if at < last and hit.has("wh") else None
    if asked is not None:
        return asked, last
    if hit.has("someone") and at + 2 < last and words[at].pos == "PROPN" and words[at + 2].pos in FINITE:
        at += words[at + 1].pos == "PRON"  # "warning France it hoped ..."
    at = _past_occasion(reading, at) if hit.has("after") and at < last else at
    if at < last and _has_gap(reading, hit):
        return at, grown(reading, hit, at)
    opens = at < last and (words[at].pos in NOMINAL or _opens_quantity(reading, at) or opens_gerund(reading, hit, at))
    if at < last and reading.headline and hit.has("after") and words[at].is_word:
        return at, last
    if opens and hit.has("after") and not _is_thing_alone(reading, hit):
        high = with_verb(reading, hit, at, grown(reading, hit, at))
        if hit.lemma == "say" or _has_own_verb(reading, at, high):
            return at, high
    return None


def _is_thing_alone(reading: Reading, hit: Hit) -> bool:
    """`denied the charge and Okafor left`: the object is no subject of the verb behind "and", which has its own."""
    thing = reading.child(hit.at, "obj") if reading.parsed and hit.has("about") else None
    if thing is None or thing <= hit.high:
        return False
    after = reading.right[thing] + 1
    after += after < len(reading.words) and reading.words[after].folded == ","
    return after < len(reading.words) and opens_clause(reading, hit, hit.high + 1, after)


def _has_gap(reading: Reading, hit: Hit) -> bool:
    """`emails that prosecutors said were deleted`: what is said lacks its subject, which stands before the cue."""
    words = reading.words
    at = hit.high + 1
    if not hit.has("after") or words[at].pos not in FINITE or words[at].quote >= 0 or words[at].dep == "amod":
        return False
    if words[hit.low - 1].folded in ("who", "which", "that"):
        return False  # "those who agreed | said"
    if words[at].folded.endswith("ing") or _ending(words[at].folded, words[at].lemma) == "base":
        return False
    return any(word.folded in ("that", "which", "what", "who") for word in words[max(0, hit.low - 8) : hit.low])


def _ending(folded: str, lemma: str) -> str:
    """Whether a verb is an infinitive by its form: modals and forms of "be" never are."""
    return "base" if folded == lemma and folded not in lexicon().function["auxiliaries"] else "finite"


def opens_gerund(reading: Reading, hit: Hit, at: int) -> bool:
    """`said cutting output would help`: a subject that is a verb's name, with a finite verb after it."""
    words = reading.words
    if hit.lemma != "say" or not words[at].folded.endswith("ing") or words[at].quote >= 0:
        return False
    return any(
        word.pos in FINITE and not word.folded.endswith("ing") and word.folded not in lexicon().function["times"]
        for word in words[at + 1 : at + 16]
    )


def _takes_thing(reading: Reading, hit: Hit) -> bool:
    """`insists on a plan that ...`: what follows the preposition of a cue is a thing, not a clause."""
    return hit.high > hit.at and reading.words[hit.high].pos == "ADP" and not hit.has("someone")


def _question_ahead(reading: Reading, hit: Hit) -> int | None:
    """`asked twice where ...`, `asked the former minister whether ...`: the question, after who is asked at most."""
    words = reading.words
    at = hit.high + 1
    if words[at].folded in WH:
        return at
    if words[at].pos == "ADV" and words[at + 1].folded in WH:
        return at + 1
    if not hit.has("someone"):
        return None
    for place in range(hit.high + 2, min(hit.high + 14, len(words) - 2)):
        if words[place].folded in ("whether", "if", "how", "why", "what"):
            return place
        if words[place].pos in FINITE or words[place].folded in ENDS or words[place].quote >= 0:
            return None
    return None


def _opens_quantity(reading: Reading, at: int) -> bool:
    """`both ...`, `about half of ...`, `more than 300 ...`: a subject that begins with a small word."""
    words = reading.words
    if words[at].folded in ("both", "either", "neither"):
        return True
    ahead = words[at + 1 : at + 3]
    counted = any(word.pos == "NUM" or word.folded in ("half", "all", "every", "everyone") for word in ahead)
    return words[at].folded in _ROUGHLY and counted


def with_verb(reading: Reading, hit: Hit, low: int, high: int) -> int:
    """The border moved past asides until the clause has its verb: `said the ruling, which ..., shows that`."""
    words = reading.words
    last = len(words) - 1
    if high >= last or words[high + 1].folded != "," or _has_main_verb(reading, low, high):
        return high
    for place in range(high + 2, min(last, high + 40)):
        after = words[place + 1]
        if words[place].folded == "," and words[place].quote < 0 and after.pos in FINITE:
            return last if after.folded.endswith("ing") else max(place + 1, grown(reading, hit, place + 1))
    return high


def _has_main_verb(reading: Reading, low: int, high: int) -> bool:
    """Whether the tokens hold a verb that is none of a relative clause's: `Okafor, who won the race` does not."""
    relative = False
    for word in reading.words[low : high + 1]:
        if word.folded == ",":
            relative = False
        elif word.folded in ("who", "which", "whose", "where") and word.quote < 0:
            relative = True
        elif word.pos in FINITE and word.dep != "amod" and not relative:
            return True
    return False
