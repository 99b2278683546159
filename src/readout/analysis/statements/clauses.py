"""What a reporting word reports: the stretch of its passage that is the content, by frame."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from readout.analysis.statements.phrases import Phrase, phrase_after, phrase_before, subject_of
from readout.language.lexicon import lexicon

if TYPE_CHECKING:
    from readout.analysis.statements.cues import Hit
    from readout.analysis.statements.reading import Reading

_ENDS = frozenset([".", "!", "?", ",", ";", ":", "-", "--", ")", '"', "''", "...", "…"])
_CLAUSE_RELATIONS = ("ccomp", "parataxis")
_WH = frozenset(["what", "how", "why", "who", "whom", "whose", "which", "where", "when", "whether", "if"])
_NO_SPEAKER = frozenset(["and", "but", "or", "to", "as", "so", "since", "because"])
_NOMINAL = frozenset(["DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM"])
_FINITE = frozenset(["VERB", "AUX"])


@dataclass(frozen=True, slots=True)
class Found:
    """One report: cue, content as token ranges, speaker phrase, and the rule that saw it."""

    hit: Hit
    content: tuple[tuple[int, int], ...]
    speaker: Phrase | None
    act: str
    rule: str
    group: tuple[int, int] | None = None  #: tokens of a reporting clause that stands apart from its content


# ------------------------------------------------------------------ "..., X said"


def find_tail(reading: Reading, hit: Hit) -> Found | None:
    """A reporting clause after or inside its content: `..., X said`, `"...," said X, "..."`, `..., according to X`."""
    if hit.kind == "pointer":
        return _pointer_tail(reading, hit)
    if hit.kind != "verb" or not hit.has("quote", "clause") or reading.words[hit.at].quote >= 0 or hit.negated:
        return None
    speaker = _tail_speaker(reading, hit)
    if speaker is None:
        return None
    low, high = min(hit.low, speaker.low), max(hit.high, speaker.high)
    if low == 0 or not _parted(reading, low - 1):
        return None
    quoted = reading.words[low - 1].quote >= 0
    if reading.words[low].folded in _NO_SPEAKER or reading.words[low].folded in lexicon().function["subordinators"]:
        return None
    if not quoted and not _stands_apart(reading, hit, low):
        return None
    end = _rest_of_clause(reading, high + 1)
    if end is None:
        if not quoted:
            return None
        end = high
    first = _start_of_content(reading, low - 1)
    if first is None:
        return None
    content = [(first, low - 1)]
    more = _runs_on(reading, end, speaker.low > hit.at)
    if not quoted and more is None and not _is_clause(reading, first, low - 1):
        return None
    if more is not None:
        content.append(more)
    act = hit.act_in("quote", "clause") or "assert"
    return Found(hit, tuple(content), speaker, act, "reporting clause after", (low, end))


def _stands_apart(reading: Reading, hit: Hit, low: int) -> bool:
    """Whether a clause in commas from token `low` can be a reporting clause: a verb of saying, no clause of its own."""
    if not hit.has("after") or reading.words[low].pos in ("CCONJ", "SCONJ", "ADP"):
        return False
    if reading.words[hit.at].folded.endswith("ing"):
        return False
    thing = reading.child(hit.at, "obj")
    return hit.has("someone") or thing is None or reading.words[thing].folded in lexicon().function["times"]


def _is_clause(reading: Reading, low: int, high: int) -> bool:
    """Whether the tokens can be a content by themselves: they hold a verb, or a quotation."""
    words = reading.words[low : high + 1]
    if not reading.parsed:
        return len(words) > 3
    return any(word.pos in _FINITE or word.quote >= 0 for word in words)


def _tail_speaker(reading: Reading, hit: Hit) -> Phrase | None:
    """The speaker of a reporting clause: between the last comma or quotation and the cue, or right after the cue."""
    words = reading.words
    before = hit.low - 1
    beside = _between_quotation_and_cue(reading, before)
    if beside is not None:
        return beside
    if before >= 0 and _parted(reading, before) and _begins_name(reading, hit.high + 1):  # said X
        low = hit.high + 1
        found = subject_of(reading, hit)
        return found if found is not None and found.low == low else phrase_after(reading, low)
    found = subject_of(reading, hit)
    if found is not None and found.high < hit.at and found.low > 0 and _parted(reading, found.low - 1):
        return found
    low = before
    while low >= 0 and before - low < 14 and not _parted(reading, low):
        if words[low].pos == "VERB" and words[low].dep.split(":")[0] not in ("amod", "compound"):
            return None
        low -= 1
    if low < 0 or low == before or not _parted(reading, low):
        return None
    found = phrase_before(reading, before)
    return Phrase(low + 1, before, before, "before") if found is not None else None


def _begins_name(reading: Reading, at: int) -> bool:
    """Whether a phrase that can name someone begins at token `at`."""
    if at >= len(reading.words):
        return False
    word = reading.words[at]
    if not word.is_word or word.quote >= 0 or word.folded in lexicon().function["times"]:
        return False
    if reading.parsed:
        return word.pos in _NOMINAL and word.folded not in lexicon().function["subordinators"]
    small = lexicon().function
    return word.folded not in small["prepositions"] | small["subordinators"] | small["auxiliaries"]


def _between_quotation_and_cue(reading: Reading, high: int) -> Phrase | None:
    """All between a closing quotation mark and the cue, if it is a name with at most asides: `"...," X, who ..., said`."""
    words = reading.words
    low = high
    while low >= 0 and high - low < 45 and words[low].quote < 0:
        if words[low].folded in (":", ";", '"', "that") or (words[low].folded == "." and words[low].is_word):
            return None
        low -= 1
    if low < 0 or words[low].quote < 0 or low == high or not _ends_speech(reading, low):
        return None
    low += 1
    head = low
    while head < high and words[head + 1].is_word:
        head += 1
    if any(word.pos in _FINITE for word in words[low : head + 1]) or words[low].folded in _NO_SPEAKER:
        return None
    if head < high and not (
        words[head + 1].folded in (",", "(", "-", "--") and words[high].folded in (",", ")", "-", "--")
    ):
        return None
    while high > low and not words[high].is_word:
        high -= 1
    return Phrase(low, high, head, "after the quotation")


def _ends_speech(reading: Reading, at: int) -> bool:
    """Whether the quotation that ends at token `at` ends like speech, with a comma or another mark inside or after it."""
    quotation = reading.quotations[reading.words[at].quote]
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
            return place - 1 if place > at or words[place].quote != words[max(0, at - 1)].quote else place
        if word.folded in (":", "that") or word.folded in _WH:
            return None
        if word.pos in _FINITE and word.dep.split(":")[0] not in ("amod", "compound", "acl"):
            return None
        place += 1
    return place - 1 if place == len(words) else None


def _start_of_content(reading: Reading, high: int) -> int | None:
    """Where the content that ends before `high` begins: the passage's start, or a quotation that stands apart there."""
    low = 0
    while low < high and not reading.words[low].is_word and reading.words[low].quote < 0:
        low += 1
    return low if any(reading.words[place].is_word for place in range(low, high + 1)) else None


def _runs_on(reading: Reading, end: int, inverted: bool = False) -> tuple[int, int] | None:
    """The rest of the content after an inserted reporting clause that ends at token `end`.

    After `said X,` (inverted) only a quotation is; the rest may say who X is.
    """
    words = reading.words
    after = end + 1
    if after >= len(words) or not any(word.is_word for word in words[after:]):
        return None
    word = words[after]
    if word.quote >= 0:
        return after, len(words) - 1
    if inverted or words[end].folded not in (",", "-", "--") or words[min(end, after)].quote >= 0:
        return None
    if word.folded.endswith("ing") or word.folded in lexicon().function["subordinators"]:
        return None
    if word.folded in (
        "and",
        "but",
        "citing",
        "according",
        "in",
        "during",
        "with",
        "as",
        "by",
        "or",
        "on",
        "at",
        "adding",
    ):
        return None
    return after, len(words) - 1


def _pointer_tail(reading: Reading, hit: Hit) -> Found | None:
    """`according to X`: the content is the rest of its sentence."""
    speaker = subject_of(reading, hit)
    words = reading.words
    if speaker is None or words[hit.at].quote >= 0:
        return None
    if not any(word.is_word for word in words[: hit.low]):
        low = _after_opening(reading, speaker.high + 1)
        content = (low, len(words) - 1) if low is not None else None
    else:
        content = (0, hit.low - 1)
    if content is None:
        return None
    ranges = [content]
    if content[0] == 0:
        after = speaker.high + 1
        while after < len(words) and words[after].folded not in (",", ".", ";"):
            after += 1
        more = _runs_on(reading, after) if after < len(words) else None
        if more is not None and words[max(0, hit.low - 1)].folded == ",":
            ranges.append(more)
    return Found(hit, tuple(ranges), speaker, hit.act, "according to", (hit.low, speaker.high))


def _after_opening(reading: Reading, at: int) -> int | None:
    """The token after the comma that ends an opening `According to X,`."""
    for place in range(at, min(len(reading.words), at + 40)):
        if reading.words[place].folded == "," and reading.words[place].quote < 0:
            return place + 1 if place + 1 < len(reading.words) else None
    return None


# ------------------------------------------------------------------ "X said that ..."


def find_forward(reading: Reading, hit: Hit) -> Found | None:
    """A reporting word before its content: a quotation, a clause, an infinitive, a person and a clause, or a noun."""
    speaker = subject_of(reading, hit)
    for rule, frames in (
        (_quotation_after, ("quote", "clause", "someone", "as")),
        (_described, ("as",)),
        (_clause_after, ("clause", "that", "wh", "someone", "being")),
        (_infinitive_after, ("to",)),
        (_object_after, ("about",)),
    ):
        if not hit.has(*frames):
            continue
        content = rule(reading, hit)
        if content is not None:
            act = hit.act_in(*frames) or hit.act
            return Found(hit, (content,), speaker, act, rule.__name__.strip("_").replace("_", " "))
    return None


def _quotation_after(reading: Reading, hit: Hit) -> tuple[int, int] | None:
    """A quotation right after the cue, or after a colon or comma, with an addressee or a time between at most."""
    words = reading.words
    place = hit.high + 1
    while place < len(words) and words[place].quote < 0:
        word = words[place]
        if word.folded in (":", ","):
            if place + 1 < len(words) and words[place + 1].quote >= 0:
                return place + 1, len(words) - 1
            if word.folded == ",":
                return None
        if word.pos in _FINITE or word.folded in ("that", ".", ";") or place - hit.high > 20:
            return None
        if word.folded == ":" and place - hit.high <= 12:
            return (place + 1, len(words) - 1) if any(w.is_word for w in words[place + 1 :]) else None
        place += 1
    if place == hit.high + 1 and place < len(words):
        end = _quote_end(reading, place)
        rest = [word for word in words[end + 1 :] if word.is_word]
        if not rest and end - place > 3:
            return place, end
    return None


def _quote_end(reading: Reading, at: int) -> int:
    quote = reading.words[at].quote
    while at + 1 < len(reading.words) and reading.words[at + 1].quote == quote:
        at += 1
    return at


def _clause_after(reading: Reading, hit: Hit) -> tuple[int, int] | None:
    """The clause that the cue governs."""
    if reading.parsed:
        for kid in reading.kids[hit.at]:
            dep = reading.words[kid].dep.split(":")[0]
            if kid > hit.high and dep in _CLAUSE_RELATIONS and not _is_aside(reading, hit, kid):
                low = max(_with_object(reading, hit, kid), hit.high + 1)
                return low, grown(reading, hit, reading.right[kid])
    return _clause_by_words(reading, hit)


def _with_object(reading: Reading, hit: Hit, clause: int) -> int:
    """Where the content begins: before an object that the clause explains ("the idea that"), after an addressee."""
    thing = reading.child(hit.at, "obj")
    if thing is None or not hit.high < thing < clause or hit.has("someone"):
        return reading.left[clause]
    return min(reading.left[thing], reading.left[clause])


def grown(reading: Reading, hit: Hit, high: int) -> int:
    """The right border of a content that the parse ends at `high`: moved to where a new clause begins, or to the end.

    A content nearly always runs to the end of its sentence, so the parse is believed only at a border.
    """
    words = reading.words
    last = len(words) - 1
    for place in range(hit.high + 2, high):
        if _joins(reading, hit, place) and words[place].quote < 0:
            return place - 1
    while high < last:
        after = high + 1
        word = words[after]
        ended = words[high].quote >= 0 and word.quote < 0 and words[high - 1].folded == ","
        if ended and _begins_clause(reading, hit, after):
            return high
        if word.quote >= 0 or not (word.folded in (",", ";", "-", "--") or _joins(reading, hit, after)):
            high += 1
            continue
        if word.folded == ";" or _joins(reading, hit, after) or _begins_clause(reading, hit, after + 1):
            return high
        high += 1
    return high


def _joins(reading: Reading, hit: Hit, at: int) -> bool:
    """`and said`, `but warned`: a second verb of the same subject."""
    words = reading.words
    if words[at].folded not in ("and", "but", "or") or at + 1 >= len(words):
        return False
    for place in range(at + 1, min(at + 4, len(words))):
        verb = words[place]
        if verb.pos == "VERB" and verb.folded in lexicon().verbs:
            return _form(verb.folded) == _form(words[hit.at].folded) and not _same_form_inside(reading, hit, place)
        if verb.pos not in ("ADV", "AUX"):
            break
    return any(
        words[place].head == hit.at and words[place].dep == "conj" for place in range(at + 1, min(at + 4, len(words)))
    )


def _same_form_inside(reading: Reading, hit: Hit, place: int) -> bool:
    """Whether the parse joins the verb at `place` to a verb of the content that has the same form."""
    head = reading.words[place].head
    return (
        head != hit.at
        and hit.high < head < place
        and _form(reading.words[head].folded) == _form(reading.words[place].folded)
    )


def _form(folded: str) -> str:
    """The ending that tells a verb's form; past forms are one."""
    lemma = lexicon().lemmas.get(folded, folded)
    if folded == lemma:
        return "base"
    return "ing" if folded.endswith("ing") else "s" if folded.endswith("s") else "past"


def _begins_clause(reading: Reading, hit: Hit, at: int) -> bool:
    """Whether what follows a comma is no part of the content: `but`, `while`, a participle, a second clause."""
    words = reading.words
    if at >= len(words):
        return False
    word = words[at]
    if word.folded in ("but", "while", "although", "though", "even", "whereas", "after", "when", "citing", "according"):
        return True
    if word.folded.endswith("ing") and word.pos == "VERB" and len(word.folded) > 4:
        return True
    return word.folded in ("and", "as", "in", "before", "who", "which") and not _inside(reading, at, hit.at)


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


def _is_aside(reading: Reading, hit: Hit, kid: int) -> bool:
    """A paratactic clause after a full clause or far away is no content."""
    if reading.words[kid].dep.split(":")[0] != "parataxis":
        return False
    between = reading.words[hit.high + 1 : reading.left[kid]]
    return any(word.folded in (";", "(", "-", "--") for word in between) or len(between) > 6


def _clause_by_words(reading: Reading, hit: Hit) -> tuple[int, int] | None:
    """Without help from the parse: from "that" (or a clause's beginning right after the cue) to the passage's end."""
    words = reading.words
    last = len(words) - 1
    for place in range(hit.high + 1, min(last, hit.high + 16)):
        word = words[place]
        if word.folded == "that" and place < last and words[place + 1].is_word:
            return place, last
        if word.folded in _ENDS or word.quote >= 0 or word.pos in _FINITE:
            break
    at = hit.high + 1
    if at < last and not reading.parsed and hit.lemma in ("say", "think", "believe", "insist", "claim", "hope"):
        starts = words[at].capital or words[at].folded in lexicon().function["determiners"]
        if starts or lexicon().pronouns.get(words[at].folded) in ("he", "she", "they", "it", "we"):
            return at, last
    if at < last and hit.has("wh") and words[at].folded in _WH:
        return at, last
    opens = words[at].pos in _NOMINAL or words[at].folded in ("both", "either", "neither") if at < last else False
    if opens and hit.has("after"):
        high = grown(reading, hit, at)
        if any(word.pos in _FINITE and word.dep.split(":")[0] != "acl" for word in words[at : high + 1]):
            return at, high
    return None


def _infinitive_after(reading: Reading, hit: Hit) -> tuple[int, int] | None:
    """`urged X to leave`, `wants to leave`: the infinitive, with the one who is urged."""
    words = reading.words
    if not reading.parsed:
        at = hit.high + 1
        if at + 1 < len(words) and words[at].folded == "to":
            return at, len(words) - 1
        return None
    for kid in reading.kids[hit.at]:
        dep = words[kid].dep.split(":")[0]
        if kid > hit.high and dep in ("xcomp", "ccomp", "advcl") and _has_to(reading, kid):
            low = reading.left[kid]
            addressed = reading.child(hit.at, "obj", "iobj", "obl")
            if addressed is not None and hit.high < addressed < kid and hit.lemma not in ("tell", "ask", "promise"):
                low = max(reading.left[addressed], hit.high + 1)
            return max(low, hit.high + 1), grown(reading, hit, reading.right[kid])
    return None


def _has_to(reading: Reading, at: int) -> bool:
    return any(reading.words[kid].folded == "to" and kid < at for kid in reading.kids[at])


def _described(reading: Reading, hit: Hit) -> tuple[int, int] | None:
    """`called X a liar`, `described X as unfair`: the thing and what it is called."""
    if not reading.parsed:
        return None
    thing = reading.child(hit.at, "obj")
    name = next((kid for kid in reading.kids[hit.at] if kid != thing and _names_it(reading, hit, kid)), None)
    if thing is None or name is None or name < thing:
        return None
    low = max(hit.high + 1, min(reading.left[thing], reading.left[name]))
    return low, grown(reading, hit, max(reading.right[thing], reading.right[name]))


def _names_it(reading: Reading, hit: Hit, kid: int) -> bool:
    """Whether a dependant says what the thing is called: `a liar`, `as unfair`."""
    dep = reading.words[kid].dep.split(":")[0]
    if kid <= hit.high:
        return False
    if dep == "xcomp":
        return not _has_to(reading, kid)
    return dep in ("obl", "advcl") and reading.words[reading.left[kid]].folded == "as"


def _object_after(reading: Reading, hit: Hit) -> tuple[int, int] | None:
    """What is denied, criticised or announced: the object, or what follows the cue's particle."""
    if not reading.parsed:
        return None
    words = reading.words
    for kid in reading.kids[hit.at]:
        dep = words[kid].dep.split(":")[0]
        if kid > hit.at and (dep == "obj" or (dep in ("obl", "advcl", "ccomp", "xcomp") and hit.high > hit.at)):
            low, high = max(reading.left[kid], hit.high + 1), reading.right[kid]
            if low <= high and words[kid].pos != "PRON":
                return low, grown(reading, hit, high)
    return None
