"""Reports without an active verb of saying: nouns ("her call for"), states ("is sure that"), passives."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from readout.analysis.statements.contents.borders import (
    end_of_own_clause,
    ends_clause,
    grown,
    grown_object,
    is_occasion,
    subject_with_verb,
)
from readout.analysis.statements.contents.forms import is_passive
from readout.analysis.statements.contents.openings import WH, with_verb
from readout.analysis.statements.contents.participles import end_of_modifier
from readout.analysis.statements.contents.seconds import ASPECTS
from readout.analysis.statements.hits import Found, Hit, Phrase
from readout.analysis.statements.nouns.neighbours import is_mere_thing, phrase_after
from readout.analysis.statements.nouns.noun_phrases import agent_of, around
from readout.analysis.statements.nouns.phrases import subject_of
from readout.analysis.statements.reading import FINITE
from readout.language.doubtful import doubtful_words
from readout.language.lexicon import lexicon

if TYPE_CHECKING:
    from readout.analysis.statements.reading import Reading, Word

_NOUN_LINKS = frozenset(["on", "about", "for", "of", "against", "to", "over", "toward", "towards"])
_TOWARDS = frozenset(
    ["commitment", "opposition", "objection", "threat", "resistance", "reference", "response", "tribute", "answer",
     "challenge", "support", "devotion", "allegiance"]
)  #: nouns with "to" and a thing; `his ideas to ...` goes with the verb before  # fmt: skip
_STATE_LINKS = frozenset(["about", "of", "with", "at", "for", "in", "to", "over", "by"])
_ASKING = frozenset(["ask", "question", "quiz", "press", "query"])
_AWAITED = frozenset(["expect", "believe", "think", "say", "report", "estimate", "predict", "understand", "project"])
_HELD = frozenset(["consider", "deem", "call", "dub", "label"])  #: `is considered unsafe`
_ASKED_FOR = WH | {"about", "to"}
_FAR = 12  #: tokens between "asked" and the question: "asked by a reporter from the Gazette whether"
_VAGUE = frozenset(
    [
        "account",
        "case",
        "cases",
        "question",
        "message",
        "offer",
        "plan",
        "plans",
        "reminder",
        "sense",
        "story",
        "stance",
    ]
)
_OPEN = {
    "calls": ("for", "to"), "demands": ("for", "to"), "accusations": ("of",), "allegations": ("of",),
    "pledge": ("to",), "promise": ("to",), "pledges": ("to",), "promises": ("to",),
}  #: nouns that report with these words whoever they are by  # fmt: skip
_EMPTY = frozenset(["it", "there", "this", "that", "what", "which"])


def find_weak(reading: Reading, hit: Hit) -> Found | None:
    """The report of a noun, a state or a passive; None for anything else. Needs a parse."""
    found = _weak(reading, hit)
    end = None if found is None else end_of_own_clause(reading, hit)
    if found is not None and end is None:
        end = end_of_modifier(reading, hit, found.content[-1][0])
    if found is None or end is None or not found.content[-1][0] <= end < found.content[-1][1]:
        return found
    return replace(found, content=(*found.content[:-1], (found.content[-1][0], end)))


def _weak(reading: Reading, hit: Hit) -> Found | None:
    if not reading.parsed or reading.words[hit.at].quote >= 0:
        return None
    if hit.kind == "noun":
        return _noun(reading, hit)
    if hit.kind == "state":
        return _state(reading, hit)
    if hit.kind == "verb" and hit.lemma in _ASKING and _was_asked(reading, hit):
        return _asked(reading, hit, _asking(reading, hit))
    if hit.kind == "verb" and hit.has("being"):
        return _seeming(reading, hit)
    if hit.kind == "verb" and is_passive(reading, hit.at):
        return _passive(reading, hit)
    return None


def _seeming(reading: Reading, hit: Hit) -> Found | None:
    """`the talks appear to have failed`, `the lead looks safe`: someone's inference, whose is not said."""
    words = reading.words
    subject = reading.child(hit.at, "nsubj")
    at = hit.high + 1
    if subject is None or subject > hit.at or at + 1 >= len(words) or not _is_inferred(reading, hit):
        return None
    if words[subject].folded in _EMPTY:
        return None
    about = (reading.left[subject], min(reading.right[subject], hit.low - 1))
    return Found(hit, (about, (at, grown(reading, hit, at + 1))), None, "estimate", "seeming")


def _is_inferred(reading: Reading, hit: Hit) -> bool:
    """Whether what follows "seem" says how or what something seems: `to be`, `like a`, `as if`, `certain`."""
    words = reading.words
    at = hit.high + 1
    if words[at].folded in ("to", "like"):
        return True
    if words[at].folded == "as":
        return words[at + 1].folded in ("if", "though")
    return any(kid >= at and words[kid].dep == "xcomp" and words[kid].pos == "ADJ" for kid in reading.kids[hit.at])


def _noun(reading: Reading, hit: Hit) -> Found | None:
    """`his call for X`, `the ministry's claim that X`, `made a promise to X`, `fears that X`."""
    speaker = owner_of(reading, hit.at)
    cue = hit
    if speaker is None:
        verb = reading.words[hit.at].head
        light = reading.words[verb].lemma in doubtful_words().light
        if reading.words[hit.at].dep == "obj" and light and verb < hit.at:
            if hit.lemma == "support" and reading.words[verb].lemma in ("have", "get", "draw"):
                return None  # "has enough support": others give it
            cue = Hit(hit.at, verb, hit.at, "noun", hit.lemma, act=hit.act)
            speaker = subject_of(reading, Hit(verb, verb, verb, "verb", hit.lemma))
        if speaker is None and not _has_that(reading, hit) and not _is_anyones(reading, hit):
            return None
        speaker = speaker or who_acts_with(reading, hit.at)
    content = _complement(reading, hit, _NOUN_LINKS)
    if content is not None:
        content = _past_colon(reading, content)
    return None if content is None else Found(cue, (content,), speaker, hit.act, "noun")


def _past_colon(reading: Reading, content: tuple[int, int]) -> tuple[int, int]:
    """`have a message for the mayor: the port will close`: what follows the colon is what is said."""
    words = reading.words
    colon = next((at for at in range(content[0], min(content[1] + 2, len(words))) if words[at].folded == ":"), None)
    if colon is None or colon - content[0] > 8 or words[colon].quote >= 0 or colon + 3 >= len(words):
        return content
    return colon + 1, len(words) - 1


def _is_anyones(reading: Reading, hit: Hit) -> bool:
    """`calls for X`, `accusations of X`: who calls or accuses is left open."""
    after = reading.words[hit.at + 1].folded if hit.at + 1 < len(reading.words) else ""
    return after in _OPEN.get(hit.lemma, ()) and reading.words[hit.at].dep != "compound"


def _has_that(reading: Reading, hit: Hit) -> bool:
    """`fears that ...`, with nobody named whose they are."""
    words = reading.words
    own = hit.at + 1 < len(words) and words[hit.at + 1].folded == "that"
    return own and hit.lemma not in _VAGUE


def who_acts_with(reading: Reading, noun: int) -> Phrase | None:
    """`opened with a call for X`, `waits in the hope that X`: who does something with a noun of saying."""
    words = reading.words
    case = reading.child(noun, "case")
    if case is None or words[case].folded not in ("with", "in") or words[case].quote >= 0:
        return None
    verb = words[noun].head
    if words[noun].dep == "nmod" and words[verb].dep == "obj":  # "ended the debate | with a reference to X"
        verb = words[verb].head
    elif not words[noun].dep.startswith("obl") or (words[case].folded == "in" and case == verb + 1):  # "locked in"
        return None
    if not 0 <= verb < noun or words[verb].pos != "VERB" or is_passive(reading, verb):
        return None
    found = subject_of(reading, Hit(verb, verb, verb, "verb", words[noun].lemma))
    if found is None or found.high > noun or is_mere_thing(reading, found) or words[found.head].folded in _EMPTY:
        return None
    return found


def _who_goes_on(reading: Reading, noun: int, owner: int) -> Phrase | None:
    """`The council stepped up its attacks on X`: the subject that the possessive points at, by what the verb does."""
    words = reading.words
    verb = words[noun].head
    governed = words[noun].dep == "obj" or words[noun].dep.startswith("obl")
    if not governed or not 0 <= verb < noun or words[verb].lemma not in doubtful_words().own:
        return None
    subject = reading.child(verb, "nsubj")
    if subject is None or not _points_at(words[owner].folded, words[subject]):
        return None
    return subject_of(reading, Hit(verb, verb, verb, "verb", words[noun].lemma))


def _points_at(possessive: str, subject: Word) -> bool:
    """Whether the possessive may mean the subject, by number and, of a pronoun, by form."""
    if subject.pos == "PRON":
        return subject.folded in ("who", {"his": "he", "her": "she", "its": "it", "their": "they"}.get(possessive))
    several = subject.pos == "NOUN" and subject.folded != subject.lemma
    return possessive in ("its", "their") or (possessive in ("his", "her") and not several)


def owner_of(reading: Reading, noun: int) -> Phrase | None:
    """Whose statement it is: `Okafor's`, `his`, or `by Okafor` after it."""
    for kid in reading.kids[noun]:
        word = reading.words[kid]
        if word.dep == "nmod:poss" and kid < noun:
            acting = _who_goes_on(reading, noun, kid) if reading.left[kid] == reading.right[kid] else None
            if acting is not None:
                return acting
            phrase = around(reading, kid, noun, "possessor")
            if phrase is None or word.folded in lexicon().function["times"]:
                return None  # "Tuesday's requests"
            high = phrase.high
            while high > phrase.low and reading.words[high].folded in ("'s", "'"):
                high -= 1
            return Phrase(phrase.low, high, kid, "possessor")
        if word.dep == "nmod" and kid > noun:
            case = reading.child(kid, "case")
            if case is not None and reading.words[case].folded in ("by", "from"):
                return around(reading, kid, noun, "author")
    return _shared_possessor(reading, noun)


def _shared_possessor(reading: Reading, noun: int) -> Phrase | None:
    """`his courtship of voters and promise to ...`: whose the first of two nouns is."""
    head = reading.words[noun].head
    if reading.words[noun].dep != "conj" or not 0 <= head < noun or reading.words[head].pos != "NOUN":
        return None
    if any(reading.words[kid].dep == "det" for kid in reading.kids[noun]):
        return None
    owner = next((kid for kid in reading.kids[head] if reading.words[kid].dep == "nmod:poss" and kid < head), None)
    return None if owner is None else around(reading, owner, head, "possessor")


def _complement(reading: Reading, hit: Hit, links: frozenset[str]) -> tuple[int, int] | None:
    """What a noun or a state is about: a clause with "that", an infinitive, or a phrase with a fitting preposition."""
    words = reading.words
    for kid in reading.kids[hit.at]:
        dep = words[kid].dep.split(":")[0]
        if kid <= hit.at:
            continue
        low = max(reading.left[kid], hit.at + 1)
        if dep in ("acl", "ccomp", "xcomp", "advcl") and words[low].folded in (
            "that",
            "to",
            "whether",
            "how",
            "what",
            "if",
        ):
            tells_which = words[low].folded == "that" and words[low + 1].pos in FINITE  # "a claim that hurt her"
            if not tells_which and (words[kid].dep != "acl:relcl" or _explains(reading, low, kid)):
                return low, before_verb(reading, hit, grown(reading, hit, reading.right[kid]))
        elif dep in ("nmod", "obl", "acl", "advcl") and words[low].folded in links and reading.right[kid] > low:
            if words[low + 1].folded in lexicon().function["times"] or is_occasion(reading, low):
                continue
            if words[low].folded == "to" and hit.kind == "noun" and hit.lemma not in _TOWARDS:
                continue
            return low + 1, _end_of_topic(reading, hit, low + 1, reading.right[kid])
    return None


def _end_of_topic(reading: Reading, hit: Hit, low: int, high: int) -> int:
    """Where what a noun or a state is about ends: like an object, and before the verb that the noun is subject of."""
    if hit.kind == "state":
        return grown(reading, hit, high)
    return before_verb(reading, hit, grown_object(reading, hit, low, high))


def before_verb(reading: Reading, hit: Hit, high: int) -> int:
    """`His claim that X | surprised her`: a noun's content ends before the verb that the noun is the subject of."""
    words = reading.words
    head = words[hit.at].head
    if hit.kind != "noun" or not words[hit.at].dep.startswith("nsubj") or head <= hit.at:
        return high
    first = min(
        [kid for kid in reading.kids[head] if words[kid].dep.startswith(("aux", "cop")) and kid > hit.at] + [head]
    )
    while first > hit.at + 2 and (words[first - 1].pos == "ADV" or words[first - 1].folded == ","):
        first -= 1
    return min(high, first - 1) if first - 1 > hit.at + 1 else high


def _explains(reading: Reading, that: int, verb: int) -> bool:
    """Whether what the parse takes for a relative clause says what the noun says: its verb has its own subject."""
    words = reading.words
    subject = reading.child(verb, "nsubj")
    return words[that].folded == "that" and subject not in (None, that) and words[that].dep.split(":")[0] != "nsubj"


def _state(reading: Reading, hit: Hit) -> Found | None:
    """`is confident that X`, `was worried about X`."""
    subject = reading.child(hit.at, "nsubj")
    if subject is None:
        return _described_as(reading, hit)
    if reading.words[subject].folded in _EMPTY or subject > hit.at:
        return None
    content = _complement(reading, hit, _STATE_LINKS) or _bare_clause(reading, hit)
    speaker = around(reading, subject, hit.at, "subject")
    if content is None or speaker is None:
        return None
    return Found(hit, (content,), speaker, "deny" if hit.negated else hit.act, "state")


def _bare_clause(reading: Reading, hit: Hit) -> tuple[int, int] | None:
    """`is not convinced | the issue will matter`: a clause of the state's own that begins right behind it."""
    clause = reading.child(hit.at, "ccomp")
    if clause is None or reading.left[clause] != hit.high + 1 or reading.words[hit.high + 1].quote >= 0:
        return None
    return hit.high + 1, grown(reading, hit, reading.right[clause])


def _described_as(reading: Reading, hit: Hit) -> Found | None:
    """`voters wary of change`, `hopeful that X, the board ...`: a state beside the one who is in it."""
    words = reading.words
    head = words[hit.at].head
    content = _complement(reading, hit, _STATE_LINKS - {"for", "in"})
    if content is None or head == hit.at or words[content[0]].folded in ("to", "how", "what", "if"):
        return None
    if hit.lemma == "concerned" and words[content[0] - 1].folded == "with":
        return None  # "everyone concerned with safety"
    if hit.lemma in ("clear", "ready") or (hit.low > 0 and words[hit.low - 1].folded == "to"):
        return None
    if words[hit.at].dep in ("amod", "acl") and head < hit.at and words[head].pos in ("NOUN", "PROPN", "PRON"):
        speaker = around(reading, head, hit.at, "noun")
    else:
        speaker = subject_of(reading, Hit(hit.at, hit.low, hit.high, "verb", hit.lemma))
    if speaker is None or words[speaker.head].folded in _EMPTY:
        return None
    return Found(hit, (content,), speaker, hit.act, "state")


def _parted_from_agent(reading: Reading, tail: tuple[int, int]) -> tuple[tuple[int, int], Phrase | None]:
    """`as one of the passengers by the minister`: the one who says it, where the parse hangs "by" elsewhere."""
    words = reading.words
    people = lexicon().people
    for place in range(tail[0] + 1, tail[1]):
        if words[place].folded != "by" or words[place].quote >= 0:
            continue
        phrase = phrase_after(reading, place + 1)
        if phrase is None:
            continue
        named = words[phrase.low : phrase.high + 1]
        if any(
            w.pos == "PROPN" or any(w.folded in people[kind] for kind in ("person", "group", "body")) for w in named
        ):
            return (tail[0], place - 1), phrase
    return tail, None


def _was_asked(reading: Reading, hit: Hit) -> bool:
    """`Asked whether ...,`, `when asked about it,`: a participle for someone who is asked."""
    words = reading.words
    if not words[hit.at].folded.endswith("ed") or hit.low != hit.at:
        return False
    named = hit.at == 1 and words[0].pos in ("PROPN", "PRON", "NOUN")
    if words[hit.at - 1].folded == "," and _asks_someone(reading, hit):
        return False
    return (hit.at <= 1 and not named) or words[hit.at - 1].folded in ("when", "if", "once", "whenever", "after", ",")


def _asks_someone(reading: Reading, hit: Hit) -> bool:
    """`Doe, a clerk, asked the mayor whether`: right behind it stands who is asked, so the one before asks."""
    words, first = reading.words, hit.at + 1
    if first >= len(words) or words[first].folded in lexicon().function["times"]:
        return False
    return words[first].pos in ("DET", "PROPN", "PRON", "NOUN", "ADJ") and words[first].folded not in WH


def _asking(reading: Reading, hit: Hit) -> Phrase | None:
    """`when asked by a reporter whether`: who stands behind "by"."""
    words, first = reading.words, hit.at + 1
    found = phrase_after(reading, first + 1) if first + 1 < len(words) and words[first].folded == "by" else None
    by_paper = found is not None and words[found.head].folded in lexicon().people["paper"]  # "asked by e-mail"
    if found is None or by_paper or is_mere_thing(reading, found):
        return None
    ends = next((at for at in range(found.low + 1, found.high + 1) if words[at].folded in _ASKED_FOR), found.high + 1)
    return Phrase(found.low, ends - 1, min(found.head, ends - 1), "agent")


def _asked(reading: Reading, hit: Hit, speaker: Phrase | None) -> Found | None:
    """`was asked whether X`, `was asked about Y by Z`: what is asked; the one who is asked says nothing here."""
    words = reading.words
    at = hit.at + 1
    opening = _ASKED_FOR if is_passive(reading, hit.at) else _ASKED_FOR - {"to"}
    while at + 1 < len(words) and at < hit.at + _FAR and words[at].folded not in opening and words[at].quote < 0:
        if words[at].folded in (",", ".", ";", ":"):
            return None
        at += 1
    if at + 1 >= len(words) or words[at].quote >= 0 or words[at].folded not in opening:
        return None
    about = words[at].folded == "about"
    if about and words[at + 1].pos == "PRON" and words[at + 1].dep != "nmod:poss":
        return None
    high = with_verb(reading, hit, at + 1, grown(reading, hit, at + 1))
    if _was_asked(reading, hit):
        commas = [place for place in range(at + 2, high) if ends_clause(reading, place)]
        comma = next((place for place in commas if subject_with_verb(reading, place + 1)), next(iter(commas), None))
        high = high if comma is None else comma - (words[comma].quote < 0)
    return Found(hit, ((at + about, high),), speaker, "ask", "passive")


def _completes(reading: Reading, hit: Hit, kid: int) -> bool:
    """Whether a dependant of a passive says what is said of its subject: `to`, `of`, `as`, or a name for it."""
    dep = reading.words[kid].dep.split(":")[0]
    if dep in ("xcomp", "ccomp", "obl", "advcl"):
        first = reading.words[reading.left[kid]].folded
        if first in ("to", "of", "as", "for", "that", "with"):
            return True
    return dep == "xcomp" and hit.lemma in _HELD


def _blame_behind(reading: Reading, hit: Hit, speaker: Phrase | None) -> tuple[int, int] | None:
    """`accused by the union of hiding it`: of what, where it stands in the phrase of who accuses."""
    words = reading.words
    if hit.lemma != "accuse" or speaker is None or speaker.low < hit.at:
        return None
    for place in range(speaker.low + 1, speaker.high):
        if words[place].folded == "of" and words[place + 1].folded.endswith("ing"):
            return place + 1, grown(reading, hit, speaker.high)
    return None


def _completion(reading: Reading, hit: Hit, at: int, speaker: Phrase | None) -> tuple[tuple[int, int], Phrase | None]:
    """What a passive is completed by, the phrase around token `at`, without who says it; and who does."""
    words, first = reading.words, reading.left[at]
    low = first + (words[first].folded in ("of", "for", "with"))
    tail = (low, grown(reading, hit, reading.right[at]))
    if speaker is not None and low < speaker.low - 1 <= tail[1] and words[speaker.low - 1].folded == "by":
        tail = (low, speaker.low - 2)
    if speaker is None and words[first].folded == "as":
        return _parted_from_agent(reading, tail)
    return tail, speaker


def _past_occasion(reading: Reading, subject: int) -> int:
    """`just days after | the clerk was accused`: where the subject begins behind a conjunction taken for its own."""
    low = reading.left[subject]
    after = (at for at in range(low, subject) if reading.words[at].folded in ("after", "before", "since"))
    return next(after, low - 1) + 1


def _passive(reading: Reading, hit: Hit) -> Found | None:
    """`X was accused of Y by Z`, `X is seen as Y`: the one spoken of and what is said; the speaker after "by"."""
    words = reading.words
    agent = agent_of(reading, hit.at)
    speaker = around(reading, agent, hit.at, "agent") if agent is not None else None
    subject = reading.child(hit.at, "nsubj:pass", "nsubj")
    if subject is None or subject > hit.at or not hit.has("about", "as", "someone", "to", "clause", "that", "quote"):
        return None
    if hit.lemma in ASPECTS:
        return None  # "were closed as a result"
    if hit.lemma in _ASKING:
        return _asked(reading, hit, speaker)
    if [word.folded for word in words[hit.high + 1 : hit.high + 3]] == ["as", "saying"]:
        return None  # what is quoted stands before, or behind "saying"
    blame = _blame_behind(reading, hit, speaker)
    if speaker is not None and blame is not None:  # "accused by the union | of greed", where the parse joins the two
        return Found(
            hit, ((reading.left[subject], hit.low - 1), blame), replace(speaker, high=blame[0] - 2), "accuse", "passive"
        )
    rest = [kid for kid in reading.kids[hit.at] if kid > hit.high and kid != agent and _completes(reading, hit, kid)]
    if not rest and (speaker is None or not hit.has("about", "as", "someone")):
        return None
    about = (_past_occasion(reading, subject), min(reading.right[subject], hit.low - 1))
    act = hit.act_in("about", "as", "someone", "to", "clause") or hit.act
    if act == "accuse" and is_mere_thing(reading, speaker):
        return None  # "slammed by a wave"
    if not rest:
        return Found(hit, (about,), speaker, act, "passive")
    tail, speaker = _completion(reading, hit, rest[0], speaker)
    low = tail[0]
    if words[low].folded == "that" or words[rest[0]].dep == "ccomp":
        return Found(hit, (tail,), speaker, act, "passive")
    linked = words[reading.left[rest[0]]].folded
    awaited = linked == "to" and hit.lemma in _AWAITED
    if linked == "for" and hit.lemma == "know" and speaker is None:
        return Found(hit, (about, (low, reading.right[rest[0]])), None, act, "known for")
    named = linked == "as" or awaited or hit.act_in("about") == "accuse" or hit.lemma in _HELD
    if speaker is None and (not named or hit.lemma in ("charge", "call", "hold", "list", "quote", "cite")):
        return None
    return Found(hit, (about, tail), speaker, act, "passive")
