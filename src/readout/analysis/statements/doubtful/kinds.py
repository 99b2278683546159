"""Reports of kinds that most readers would not call statements: deeds, plans, wishes, positions, topics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.statements.nouns.neighbours import is_mere_thing
from readout.language.doubtful import doubtful_words
from readout.language.lexicon import form_of, lexicon

if TYPE_CHECKING:
    from readout.analysis.statements.hits import Found
    from readout.analysis.statements.reading import Reading

_LONGEST_TOPIC = 7  #: words; longer ones say something of it
_CLIMB = 4  #: words up which a participle hangs on what may be
_FEW = 4  #: words of an object among which it is called a statement or a warning


def _words(kind: str) -> frozenset[str]:
    """The words of a kind (doubtful.toml)."""
    return doubtful_words().kinds[kind]


def is_said(reading: Reading, found: Found) -> bool:
    """Whether what a report holds is said, thought or written by someone, to most readers.

    No report of a kind that tells a deed ("voted for"), an aim ("plans to"), a leaning ("supports X", "is eager to"),
    a topic ("discussed X") or an impression of the outlet ("seems to") counts, unless it holds quoted words.
    """
    object_alone = found.rule == "object after" and found.hit.kind == "verb" and found.speaker is None
    if (object_alone and found.hit.low == 0) or found.rule == "known for":
        return False  # "Talk about the new watch with others!", "Asked for her view of the “plan”, ..."
    if not found.content or any(
        word.quote >= 0 for low, high in found.content for word in reading.words[low : high + 1]
    ):
        return True
    if _by_thing(reading, found) or _might_be_said(reading, found) or _by_nobody(reading, found):
        return False
    if _tells_which(reading, found) or _is_told_of(reading, found) or _goes_with_wish(reading, found):
        return False
    match found.rule:
        case "seeming":
            return False
        case "infinitive after":
            return not _is_aim(reading, found)
        case "object after":
            return not _is_thing(reading, found)
        case "state":
            return _has_clause(reading, found)
        case "noun":
            return not _is_about(reading, found)
        case "clause after":
            return not _is_known(reading, found) and not (
                found.hit.lemma == "deny" and _is_sought(reading, found) and not _holds_words(reading, found)
            )
        case "passive":
            return not _is_done_to(reading, found)
    return True


def _might_be_said(reading: Reading, found: Found) -> bool:
    """`which some might say is too much`: nobody has said it yet."""
    speaker, hit = found.speaker, found.hit
    if speaker is None or hit.kind != "verb":
        return False
    small = {word.folded for word in reading.words[hit.low : hit.at]}
    if hit.negated or hit.lemma in _words("wishes") or not small.isdisjoint(_words("told_later")):
        return False  # "would not say", "would like to", "would later say"
    return not small.isdisjoint(_words("modals"))


def _goes_with_wish(reading: Reading, found: Found) -> bool:
    """`The council must act, calling on the mayor to leave`: a participle of what is not done yet."""
    hit, words = found.hit, reading.words
    if hit.kind != "verb" or hit.low != hit.at or not words[hit.at].folded.endswith("ing"):
        return False
    if any(_can_say(word.folded) for word in words[: hit.at]):
        return False  # "said it would close, adding that it was late"
    at = hit.at
    for _ in range(_CLIMB):
        head = words[at].head
        if not 0 <= head < at:
            return False
        at = head
        small = [words[kid].folded for kid in reading.kids[at] if words[kid].dep.startswith("aux")]
        if "have" not in small and (not _words("modals").isdisjoint(small) or words[at].lemma == "need"):
            return True
    return False


def _can_say(folded: str) -> bool:
    """Whether the word is a verb that may stand in a clause behind what is said."""
    return any("after" in cue.frames and not cue.after for cue in lexicon().verbs.get(folded, ()))


def _by_nobody(reading: Reading, found: Found) -> bool:
    """`Nobody expected the storm`: what no one holds."""
    if found.speaker is None or found.act not in ("believe", "estimate"):
        return False
    return reading.words[found.speaker.low].folded in _words("nobody")


def _tells_which(reading: Reading, found: Found) -> bool:
    """`for voters who hope to oust him`, `buyers who consider themselves rich`: of which people it is told."""
    speaker = found.speaker
    if speaker is None or found.act not in ("believe", "promise") or found.hit.kind != "verb":
        return False
    words = reading.words
    first, head = words[speaker.low], words[speaker.head]
    if words[found.hit.at].dep != "acl:relcl" or words[found.hit.low - 1].folded not in ("who", "that"):
        return False
    return head.pos == "NOUN" and not head.capital and (first.pos != "DET" or first.folded in _words("any_of_a_kind"))


def _is_told_of(reading: Reading, found: Found) -> bool:
    """`the victim, identified as Doe`, `with the board expected to meet`: done to whom the phrase names."""
    hit, words = found.hit, reading.words
    if found.speaker is None or hit.kind != "verb" or found.speaker.how == "agent" or words[hit.at].dep != "acl":
        return False
    if hit.lemma not in _words("done_unsaid"):
        return False
    if words[found.speaker.head].pos != "NOUN":
        return False
    held = words[hit.at].head == found.speaker.head and found.speaker.high < hit.low
    return held and hit.low == hit.at and form_of(words[hit.at].folded) == "past"


def _by_thing(reading: Reading, found: Found) -> bool:
    """`the decision signals that it worked`: a thing that no paper or figure is says nothing."""
    if found.speaker is None or found.hit.lemma not in _words("signs") or not reading.parsed:
        return False
    word = reading.words[found.speaker.head]
    shown = word.folded in _words("showing") or word.folded.removesuffix("s") in _words("showing")
    return not shown and is_mere_thing(reading, found.speaker)


def _is_aim(reading: Reading, found: Found) -> bool:
    """`plans to open a school`, `declined to leave`, but not `declined to comment`."""
    lemma, words = found.hit.lemma, reading.words
    if lemma in _words("declines"):
        ahead = words[found.content[0][0] : found.content[0][0] + 4]
        return not any(word.lemma in _words("answers") or word.folded in _words("answers") for word in ahead)
    return lemma in _words("aims")


def _is_thing(reading: Reading, found: Found) -> bool:
    """`supports the bill`, `discussed the vote`, `offered a reward`, `ordered the strike`, not `spoke out against`."""
    if found.hit.negated and found.act == "accuse":
        return True  # "did not call out the mayor by name"
    if not found.hit.negated and any(
        word.folded in _words("modals") for word in reading.words[found.hit.low : found.hit.at]
    ):
        return True  # "surely she would repudiate the plan"
    lemma, after = found.hit.lemma, reading.words[min(found.hit.at + 1, len(reading.words) - 1)].folded
    if after == "out" or found.act == "refuse":
        return found.hit.negated and lemma not in _words("answers")  # "did not announce any strike"
    if found.act == "believe":
        return lemma in _words("leanings")
    if found.act in ("demand", "accuse", "deny"):
        return (
            lemma in _words("orders")
            or lemma in _words("opposed")
            or (lemma == "attack" and not _says_why(reading, found))
            or (lemma in _words("turned_down") and not _holds_words(reading, found))
            or (lemma == "deny" and _is_sought(reading, found))
        )
    words = [word for low, high in found.content for word in reading.words[low : high + 1] if word.is_word]
    if lemma in _words("topics"):
        return len(words) <= _LONGEST_TOPIC or reading.words[found.hit.low].folded == "referring"
    if lemma in _words("pictured") and found.speaker is not None:
        named = reading.words[found.speaker.low : found.speaker.high + 1]
        return all(word.folded not in _words("counted") for word in named)  # not "a new poll shows"
    told = any(word.folded in lexicon().nouns for word in words[:_FEW])  # "issued a warning that ..."
    return (lemma in _words("deeds") and not told) or (lemma == "respond" and after == "with")


def _holds_words(reading: Reading, found: Found) -> bool:
    """`rejected the claim`, `rejected the idea of leaving`, not `rejected the lawsuit`."""
    low, high = found.content[0][0], found.content[-1][1]
    known = lexicon()
    words = [word.folded for word in reading.words[low : min(high, low + _FEW) + 1]]
    return any(word in known.nouns or word in known.claims or word in _words("in_the_air") for word in words)


def _is_sought(reading: Reading, found: Found) -> bool:
    """`denied the request`, `denied an effort to open it`, not `denied the claim`."""
    low = found.content[0][0]
    return any(word.folded in _words("sought") for word in reading.words[low : low + _FEW])


def _says_why(reading: Reading, found: Found) -> bool:
    """`attacked her over the vote`, not `attacked the market`."""
    words = [word.folded for low, high in found.content for word in reading.words[low : high + 1]]
    return not {"for", "over", "as"}.isdisjoint(words)


def _has_clause(reading: Reading, found: Found) -> bool:
    """`is confident that it will hold`, `is sure it will`, but not `is eager to leave`, `was wary of the plan`."""
    low = found.content[0][0]
    first = reading.words[low].folded
    return first in _words("clauses") or (low == found.hit.high + 1 and first != "to")


def _is_about(reading: Reading, found: Found) -> bool:
    """`his remarks on women`, `the idea that it could fail`, `their support for the bill`, `a decision to leave`."""
    noun, first = reading.words[found.hit.at].folded, reading.words[found.content[0][0]].folded
    if found.speaker is None and found.act == "believe":
        return True  # "the hope that summer would help", "amid fears that it would spread"
    if found.speaker is None and first not in _words("clauses"):
        return True  # "allegations of misconduct", "a pledge to leave"
    if noun in _words("in_the_air"):
        return found.speaker is None or first not in _words("clauses")
    return (
        noun in _words("inclined")
        or noun in _words("meant")
        or (noun in _words("spoken_of") and first not in _words("clauses"))
    )


def _is_known(reading: Reading, found: Found) -> bool:
    """`voters know that it failed`, `we learned that it fell`: no words of theirs, or of the outlet's."""
    speaker, lemma = found.speaker, found.hit.lemma
    if lemma in _words("known"):
        return True
    if lemma == "learn" and all(
        word.folded not in ("has", "have") for word in reading.words[found.hit.low : found.hit.at]
    ):
        return True  # "after learning that he had won", not "the Gazette has learned that"
    ours = speaker is None or reading.words[speaker.head].folded in ("we", "i")
    return lemma in _words("found_out") and ours


def _is_done_to(reading: Reading, found: Found) -> bool:
    """`was named leader`, `a run being considered by Weiss`, `is required by law`."""
    lemma = found.hit.lemma
    leaning = lemma in _words("leanings") or lemma in _words("opposed") or lemma in _words("turned_down")
    if lemma in _words("done_to") or (found.speaker is not None and leaning) or _is_seen(reading, found):
        return True
    low, high = found.content[0]
    if found.speaker is None and lemma in _words("seen_as"):
        return True  # "is portrayed as a thief": by whom?
    relative = low == high and reading.words[low].folded in _words("pointing")  # "what is seen as a threat"
    return relative or (found.act == "assert" and found.content[-1][1] < found.hit.low)  # "the sale was reported by"


def _is_seen(reading: Reading, found: Found) -> bool:
    """`can be seen in the film`: with the eyes."""
    small = [word.folded for word in reading.words[found.hit.low : found.hit.at]]
    return found.hit.lemma in ("see", "hear", "find") and ("can" in small or "could" in small)
