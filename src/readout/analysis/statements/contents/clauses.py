"""What a reporting word reports: the stretch of its passage that is the content, by frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.statements.contents.borders import NOMINAL, end_of_own_clause, grown
from readout.analysis.statements.contents.comments import before_aside, before_comment
from readout.analysis.statements.contents.described import described
from readout.analysis.statements.contents.forms import is_passive
from readout.analysis.statements.contents.objects import accused, infinitive_after, object_after
from readout.analysis.statements.contents.openings import (
    WH,
    can_hear,
    clause_by_words,
    opens_gerund,
    that_after_occasion,
    that_ahead,
    with_verb,
)
from readout.analysis.statements.contents.participles import end_of_modifier
from readout.analysis.statements.contents.seconds import ASPECTS, before_new_clause, opens_with_capital
from readout.analysis.statements.contents.titles import end_of_quotation, is_title
from readout.analysis.statements.hits import Found, Phrase
from readout.analysis.statements.nouns.neighbours import is_mere_thing
from readout.analysis.statements.nouns.phrases import subject_of
from readout.analysis.statements.reading import FINITE
from readout.analysis.statements.silence import is_aim, is_another_verb, says_nothing, shows_in_deed, tells_effect
from readout.language.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Callable

    from readout.analysis.statements.hits import Hit
    from readout.analysis.statements.reading import Reading

_CLAUSE_RELATIONS = ("ccomp", "parataxis")
_CRIES = frozenset(["chant", "shout", "yell", "cry", "scream"])
_AFTER_SPEECH = frozenset(["and", "but", "when", "as", "while", "after", "before"])  #: what may follow a quotation
_FIGURES = frozenset(["shoot", "knock", "share"])  #: verbs that deny, or hold a view, only in a figure of speech
_LONGEST_THING = 8  #: tokens of a thing that "that" explains
_NEAR_REPLY = 8  #: tokens of addressee and time between a reply and its "that"
_MOVING = frozenset(["convince", "persuade", "assure", "notify"])  #: these take whom they move, and then "that"
_REPLIES = frozenset(["respond", "reply", "answer", "counter", "retort"])


# ------------------------------------------------------------------ "X said that ..."


def find_forward(reading: Reading, hit: Hit) -> Found | None:
    """A reporting word before its content: a quotation, a clause, an infinitive, a person and a clause, or a noun."""
    if hit.kind != "verb":
        return None
    if is_passive(reading, hit.at):
        return _asked_in_marks(reading, hit)
    return _forward(reading, hit)


def _forward(reading: Reading, hit: Hit) -> Found | None:
    """What the first frame of an active verb that fits gives."""
    speaker = subject_of(reading, hit)
    if _explains_a_noun(reading, hit) or is_another_verb(reading, hit) or is_aim(reading, hit, speaker):
        return None
    nothing = says_nothing(reading, hit, speaker)
    for rule, frames in (
        (_quotation_after, ("quote", "clause", "someone")),
        (described, ("as",)),
        (accused, ("about",)),
        (_clause_after, ("clause", "that", "wh", "someone", "being")),
        (infinitive_after, ("to",)),
        (object_after, ("about", "figures")),
    ):
        if not hit.has(*frames) or (
            hit.lemma in ASPECTS and rule is not _quotation_after and not _that_next(reading, hit)
        ):
            continue
        content = None if nothing and rule is object_after else rule(reading, hit)
        if rule in (object_after, infinitive_after, accused) and tells_effect(reading, hit, speaker):
            content = None
        if content is not None and rule is _clause_after and not hit.has("clause", "wh", "someone", "quote"):
            content = content if reading.words[content[0]].folded == "that" else None
        replies = rule is _clause_after and hit.lemma in _REPLIES
        if content is not None and replies and not _opens_speech(reading, content[0]):
            return None
        if content is not None and replies and content[0] > hit.high + _NEAR_REPLY:
            return None  # "responding by a use of gas that soon made ..."
        if content is not None and hit.has("being") and not _is_empty(reading, speaker):
            return None
        if content is not None:
            content = _within_its_clause(reading, hit, content, rule)
            if hit.lemma in _FIGURES and not _holds_words(reading, *content):
                return None
            act = hit.act_in(*frames) or hit.act
            if rule is described and hit.act_in("about") in ("accuse", "deny"):
                act = hit.act_in("about") or act
            return Found(hit, (content,), speaker, act, rule.__name__.strip("_").replace("_", " "))
    return None


def _asked_in_marks(reading: Reading, hit: Hit) -> Found | None:
    """`Kovacs was asked, "..."`: a question in marks; who is asked does not say it."""
    words = reading.words
    place = hit.high + 1 + (words[min(hit.high + 1, len(words) - 1)].folded in (",", ":"))
    if hit.lemma != "ask" or place >= len(words) or words[place].quote < 0 or is_title(reading, place):
        return None
    return Found(hit, ((place, end_of_quotation(reading, place)),), None, "ask", "passive")


def _within_its_clause(
    reading: Reading, hit: Hit, content: tuple[int, int], rule: Callable[[Reading, Hit], tuple[int, int] | None]
) -> tuple[int, int]:
    """The content without the addressee or day before it, a new clause after it, and what the outlet adds."""
    low, high = content
    if rule in (infinitive_after, described, object_after):
        high = before_new_clause(reading, hit, low, high)
    if rule is infinitive_after:
        high = before_aside(reading, low, high)
    end = end_of_own_clause(reading, hit)
    within = high if end is None or end <= low else min(high, end)
    edge = end_of_modifier(reading, hit, low)
    within = within if edge is None or edge < low else min(within, edge)
    low = _without_time(reading, hit, low, high)
    return (low, within) if rule is _quotation_after else (low, before_comment(reading, low, within))


def _is_empty(reading: Reading, speaker: Phrase | None) -> bool:
    """`It appears that ...`, `there seems ...`: the subject names nobody."""
    return speaker is None or reading.words[speaker.head].folded in ("it", "there")


def _opens_speech(reading: Reading, low: int) -> bool:
    return reading.words[low].folded == "that" or reading.words[low].quote >= 0


def _that_next(reading: Reading, hit: Hit) -> bool:
    """Whether "that" is the next word: `continued that ...`."""
    return hit.high + 1 < len(reading.words) and reading.words[hit.high + 1].folded == "that"


def _holds_words(reading: Reading, low: int, high: int) -> bool:
    """Whether what is shot down is a suggestion or a claim, and no aeroplane."""
    nouns = lexicon().nouns
    return any(word.folded in nouns or word.folded in ("proposal", "theory") for word in reading.words[low : high + 1])


def _explains_a_noun(reading: Reading, hit: Hit) -> bool:
    """`an opportunity to criticise X`: nobody does it yet."""
    words = reading.words
    return words[hit.at].dep == "acl" and hit.at > 0 and words[hit.at - 1].folded == "to"


def _without_time(reading: Reading, hit: Hit, low: int, high: int) -> int:
    """`said Monday it ...`: the day belongs to the saying."""
    times = lexicon().function["times"]
    low += reading.words[low].folded == ","
    inserted = that_after_occasion(reading, low, high)
    if inserted is not None:
        return inserted
    at = low
    while at < high and (reading.words[at].folded in times or reading.words[at].folded in ("on", "last", "this", ",")):
        at += 1
    if hit.lemma == "say" and reading.words[at].pos == "AUX" and at == low + 1:  # "said Monday won't work"
        return low
    if not any(word.folded in times for word in reading.words[low:at]) or reading.words[at].dep == "case":
        return low  # "described Saturday night's events as ..."
    inserted = that_after_occasion(reading, at, high)  # "said Sunday in Tarn, that"
    return at if inserted is None else inserted


def _quotation_after(reading: Reading, hit: Hit) -> tuple[int, int] | None:
    """A quotation right after the cue, or after a colon or comma, with an addressee or a time between at most."""
    words = reading.words
    place = hit.high + 1
    inside = place < len(words) and words[place].quote == words[hit.at].quote >= 0  # the words are another's
    if inside or shows_in_deed(reading, hit, subject_of(reading, hit)):
        return None
    while place < len(words) and words[place].quote < 0:
        word = words[place]
        if word.folded in (":", ","):
            if place + 1 < len(words) and words[place + 1].quote >= 0:
                return place + 1, _end_of_speech(reading, hit, place + 1)
            if word.folded == ",":
                return None
        acts = word.pos in FINITE and word.dep not in ("amod", "compound")  # "said in a jumbled speech, “...”"
        if acts or word.folded in ("that", ".", ";") or place - hit.high > 20:
            return None
        told = any(other.pos in FINITE for other in words[hit.high + 1 : place])  # "attacked the leading man: Doe"
        if word.folded == ":" and place - hit.high <= 12 and hit.lemma not in ASPECTS and not told:
            return (place + 1, len(words) - 1) if any(w.is_word for w in words[place + 1 :]) else None
        place += 1
    if place < len(words) and hit.lemma in ASPECTS and not opens_with_capital(reading, place):
        return None  # `began “shooting on his way out”`
    cried = hit.lemma in _CRIES  # `chanting “Long Live Tarn”` names no song
    if place == hit.high + 1 and place < len(words) and (cried or not is_title(reading, place)):
        end = end_of_quotation(reading, place)
        after = next((word.folded for word in words[end + 1 :] if word.is_word), "")
        if end - place > 3 and (cried or not after or after in _AFTER_SPEECH):
            return place, end
        leads_on = end + 1 < len(words) and words[end + 1].pos == "ADP"
        if hit.has("after") and leads_on and any(word.pos in FINITE for word in words[place:end]):
            return place, grown(reading, hit, end)  # says “it is a race” between two
    return None


def _clause_after(reading: Reading, hit: Hit) -> tuple[int, int] | None:
    """The clause that the cue governs."""
    if reading.parsed:
        for kid in reading.kids[hit.at]:
            dep = reading.words[kid].dep.split(":")[0]
            if kid > hit.high and dep in _CLAUSE_RELATIONS and not _is_aside(reading, hit, kid):
                if _after_relative(reading, hit, kid):
                    continue
                low = _past_title(reading, hit, max(_with_object(reading, hit, kid), hit.high + 1))
                low = hit.high + 1 if low < hit.high + 6 and opens_gerund(reading, hit, hit.high + 1) else low
                that = that_ahead(reading, hit) if low > hit.high + 1 else None
                low = low if that is None else min(low, that)
                low = _with_thing(reading, hit, _with_first_clause(reading, hit, low))
                return low, with_verb(reading, hit, low, grown(reading, hit, reading.right[kid]))
        low_behind = _behind_hearer(reading, hit)
        if low_behind is not None:
            return low_behind, with_verb(reading, hit, low_behind, grown(reading, hit, low_behind))
    found = clause_by_words(reading, hit)
    return None if found is None else (_with_thing(reading, hit, found[0]), found[1])


def _behind_hearer(reading: Reading, hit: Hit) -> int | None:
    """`told the Gazette | it would close`: where the parse takes the clause for a relative one of who is told."""
    if not hit.has("someone"):
        return None
    heard = reading.child(hit.at, "iobj", "obj")
    if heard is None or heard <= hit.high or not can_hear(reading.words[heard]):
        return None
    for kid in reading.kids[heard]:
        bare = reading.words[kid].dep == "acl:relcl" and reading.left[kid] == heard + 1
        subject = reading.child(kid, "nsubj", "nsubj:pass", "expl") if bare else None
        if subject is not None and reading.words[reading.left[subject]].folded not in (*WH, "that"):
            return heard + 1
    return None


def _with_thing(reading: Reading, hit: Hit, low: int) -> int:
    """`showed | the rough ground that she must cross`: what "that" explains belongs to the content."""
    words = reading.words
    first = hit.high + 1
    told = (hit.has("someone") and hit.has("after")) or hit.lemma in _MOVING
    if words[low].folded != "that" or not 1 < low - first < _LONGEST_THING or told:
        return low
    opens = words[first].pos in ("DET", "ADJ") and words[low - 1].pos == "NOUN"
    if not opens or words[low - 1].folded in lexicon().function["times"] or words[first].quote >= 0:
        return low
    if not is_mere_thing(reading, Phrase(first, low - 1, low - 1, "thing")):
        return low  # "convince the courts that": who is told
    plain = all(word.pos in ("DET", "ADJ", "NOUN", "ADV", "PROPN") and word.quote < 0 for word in words[first:low])
    return first if plain else low


def _with_first_clause(reading: Reading, hit: Hit, low: int) -> int:
    """`said in a statement | that X and that Y`: the parse may hang the first clause on the noun before it."""
    words = reading.words
    if low + 1 >= len(words) or words[low].folded not in ("and", "but", "or") or words[low + 1].folded != "that":
        return low
    first = that_ahead(reading, hit)
    first = that_after_occasion(reading, hit.high + 1, low) if first is None else first
    return low if first is None else min(first, low)


def _after_relative(reading: Reading, hit: Hit, kid: int) -> bool:
    """`lamented the end of X, which ... was ...`: no clause of the cue begins after a relative one.

    But `argued the port, which is old, "must close"`: a verb without a subject has the object before for one.
    """
    words = reading.words
    low = reading.left[kid]
    if words[low].folded == "that":
        return False
    while words[low].quote >= 0 and not words[low].is_word:
        low += 1
    ended = words[low].pos in FINITE and any(word.folded == "," for word in words[low - 2 : low])
    if ended and reading.child(kid, "nsubj") is None and reading.child(hit.at, "obj") is not None:
        return False
    return any(
        words[place].folded == "," and words[place + 1].folded in ("which", "who") for place in range(hit.high + 1, low)
    )


def _past_title(reading: Reading, hit: Hit, low: int) -> int:
    """`told "Face the Nation" that ...`: the content begins after the programme's name."""
    words = reading.words
    if words[low].quote < 0 or not is_title(reading, low):
        return low
    after = end_of_quotation(reading, low) + 1
    told = hit.lemma == "tell" and after < len(words) and words[after].pos in NOMINAL
    return after if told or (after < len(words) and words[after].folded == "that") else low


def _with_object(reading: Reading, hit: Hit, clause: int) -> int:
    """Where the content begins: before an object that the clause explains ("the idea that"), after an addressee."""
    thing = reading.child(hit.at, "obj")
    if thing is None or not hit.high < thing < clause or hit.has("someone"):
        return reading.left[clause]
    return min(reading.left[thing], reading.left[clause])


def _is_aside(reading: Reading, hit: Hit, kid: int) -> bool:
    """A paratactic clause after a full clause or far away is no content."""
    if reading.words[kid].dep.split(":")[0] != "parataxis":
        return False
    between = reading.words[hit.high + 1 : reading.left[kid]]
    return any(word.folded in (";", "(", "-", "--") for word in between) or len(between) > 6


def _end_of_speech(reading: Reading, hit: Hit, at: int) -> int:
    """Where the words quoted from token `at` on end: with their quotation, if that ends a sentence or a clause."""
    words = reading.words
    end = end_of_quotation(reading, at)
    inside = words[end - 1].folded if words[end].is_word is False else words[end].folded
    if [word.folded for word in words[end + 1 : end + 3]] == ["and", "that"]:
        return grown(reading, hit, end + 2)  # said, “It is old,” and that it would close
    return end if inside in (".", "!", "?", ",", "...", "…") else grown(reading, hit, end)
