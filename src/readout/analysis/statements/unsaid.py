"""Reports that are none: what is asked, supposed, or left for someone to do, and what says nothing by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.statements.nouns.neighbours import is_mere_thing
from readout.language.lexicon import lexicon

if TYPE_CHECKING:
    from readout.analysis.statements.hits import Found
    from readout.analysis.statements.reading import Reading

_GOVERNED = frozenset(["object after", "infinitive after", "clause after", "described", "accused"])
_SUPPOSING = frozenset(["consider", "suppose", "assume"])  #: `considering that`, `supposing the vote fails`
_INVERTED = frozenset(["do", "does", "did", "would", "should", "could", "can", "will", "is", "are", "has", "have"])
_OPENS_QUESTION = _INVERTED | {"was", "were", "had"}
_SAME = frozenset(["the", "same", "so", "that", "this", "it", "much", "more", "as", "thing", "otherwise", "least"])
_PURPOSES = frozenset(["for", "from", "than", "like"])  #: `praised for addressing the crisis`: it is done, not said
_GIVING = frozenset(["issue", "post", "offer", "present", "share", "release", "tweet"])
_NOUNS_TOO = frozenset(["state", "command", "appeal"])  #: with an object these are nouns that the tagger took for verbs
_STANDS = frozenset(["position", "positions", "stance", "stances"])
_SCHEMES = frozenset(["plan", "plans"])
_LONGEST_LINK = 400
_FEW_LINKS = 3
_TOPIC = 3  #: words of such a thing
_POINTING = frozenset(["suggest", "confirm"])  #: these report what a thing shows where a clause follows


def is_unsaid(reading: Reading, found: Found) -> bool:
    """Whether nobody says what the report holds: see the tests in this module, each with an example."""
    if not reading.parsed or not found.content:
        return False
    governed = (*_HOLLOW, *_SUPPOSED) if found.rule in _GOVERNED else ()
    return any(test(reading, found) for test in (*_EMPTY, _is_misread, _is_wondered, *governed))


def tells_nothing(reading: Reading, found: Found) -> bool:
    """Of what is unsaid, whether there is not even something that someone may hold: links, topics, effects, numbers."""
    if not reading.parsed or not found.content:
        return True
    accused = (_is_misread,) if found.rule == "accused" else ()
    governed = _HOLLOW if found.rule in _GOVERNED else ()
    return any(test(reading, found) for test in (*_EMPTY, *accused, *governed))


def _is_link(reading: Reading, found: Found) -> bool:
    """`Read more from our chairman: https://...`: nothing but an address."""
    low, high = found.content[0][0], found.content[-1][1]
    start, end = reading.characters(low, high)
    shown = reading.text[start : min(end, start + _LONGEST_LINK)].strip()
    return shown.startswith(("http://", "https://", "pic.twitter.com/", "www.")) and len(shown.split()) < _FEW_LINKS


def _only_relative(reading: Reading, found: Found) -> bool:
    """`who has been praised by the board`: what is said of them stands elsewhere."""
    if found.rule != "passive" or len(found.content) > 1:
        return False
    low, high = found.content[0]
    return low == high and reading.words[low].folded in ("who", "which", "that", "whom")


def _says_the_same(reading: Reading, found: Found) -> bool:
    """`said the same`, `said as much`: what was said stands elsewhere."""
    if found.rule not in ("clause after", "object after"):
        return False
    return all(
        word.folded in _SAME or not word.is_word or (word.pos == "PRON" and word.dep != "nmod:poss")
        for low, high in found.content
        for word in reading.words[low : high + 1]
    )


def _only_quotes(reading: Reading, found: Found) -> bool:
    """`quoted the mayor, saying ...`, `citing two officials`, `questioned witnesses`: what they say is not this."""
    if found.rule != "object after" or found.hit.lemma not in ("quote", "cite", "question"):
        return False
    low, high = found.content[0]
    head = reading.words[reading.head_of(low, high)].folded
    return head in lexicon().people["person"] or head in lexicon().people["group"]


def _is_misread(reading: Reading, found: Found) -> bool:
    """`weapons said to be used`, `a clerk accused of theft`, `founded "to help"`, `to compare them is wrong`."""
    words = reading.words
    hit = found.hit
    first = words[found.content[0][0]].folded
    before = words[hit.low - 1] if hit.low else None
    to = before is not None and (before.folded == "to" or words[hit.at - 1].folded == "to")
    match found.rule:
        case "quotation after":
            told = words[words[words[hit.at].head].head].lemma if words[hit.at].dep.startswith("acl") else ""
            return told in ("tell", "remind", "inform") or not hit.has("quote")  # "told a voter who asked, ..."
        case "accused":
            return first == "of" and found.content[0][0] == hit.high + 1
        case "clause after":
            return hit.lemma == "say" and words[min(hit.high + 1, len(words) - 1)].folded == "to"
        case "object after":
            return found.speaker is None and to
        case "state":
            return before is not None and before.lemma == "make"  # "making sure"
        case "noun":
            return to and hit.low < hit.at and words[hit.low].dep.startswith("acl")
    return False


def _is_topic(reading: Reading, found: Found) -> bool:
    """`his views on trade`: what about it, nobody says."""
    noun = reading.words[found.hit.at]
    if found.rule != "noun":
        return False
    if noun.folded in _SCHEMES:
        return True  # "its plan to grow"
    if noun.folded not in lexicon().function["topics"]:
        return False
    words = [word for low, high in found.content for word in reading.words[low : high + 1] if word.is_word]
    return (len(words) <= _TOPIC or noun.folded in _STANDS) and not any(word.pos in ("VERB", "AUX") for word in words)


def _is_invited(reading: Reading, found: Found) -> bool:
    """`Let's consider the bridge`: an order to the reader."""
    return found.speaker is not None and reading.words[found.speaker.head].folded == "let"


def _is_pointed_at(reading: Reading, found: Found) -> bool:
    """`This is an unfair way of viewing the case`: what stands for the sentence before views nothing."""
    speaker = found.speaker
    if speaker is None or speaker.low != speaker.high or found.rule == "clause after":
        return False
    return reading.words[speaker.low].folded in ("this", "there", "these")


def _is_asked(reading: Reading, found: Found) -> bool:
    """`Do voters want it?`: the outlet asks."""
    words = reading.words
    speaker = found.speaker
    if speaker is None or speaker.low > found.hit.at:
        return False
    if not any(word.folded == "?" and word.quote < 0 for word in words[-2:]):
        return False
    return any(word.folded in _INVERTED for word in words[max(0, speaker.low - 2) : speaker.low])


def _is_wondered(reading: Reading, found: Found) -> bool:
    """`Was the board even told that X?`, `Does it support the conclusion that X?`: whether it is so is asked."""
    words = reading.words
    if found.rule not in ("noun", "passive") or not (words[-1].folded == "?" and words[-1].quote < 0):
        return False
    first = next((word for word in words if word.is_word and word.pos != "CCONJ"), words[0])
    return first.quote < 0 and first.folded in _OPENS_QUESTION


def _is_conditional(reading: Reading, found: Found) -> bool:
    """`if they think so`, `perhaps they should think`: what someone holds is only assumed."""
    hit = found.hit
    held = found.act in ("believe", "promise")
    small = [word.folded for word in reading.words[hit.low : hit.at]]
    if held and not hit.negated and any(word in ("may", "might", "must", "should", "could") for word in small):
        return True
    if not held and (found.rule != "object after" or hit.has("quote")):
        return False
    at = hit.at
    for _ in range(4):
        if any(reading.words[kid].folded in ("if", "whether") for kid in reading.kids[at]):
            return True
        head = reading.words[at].head
        if reading.words[at].dep.split(":")[0] not in ("conj", "xcomp", "cop", "aux") or not 0 <= head < at:
            return False
        at = head
    return False


def _is_supposed(reading: Reading, found: Found) -> bool:
    """`considering that X`, `supposing X`: a preposition by now, with nobody to consider it."""
    hit = found.hit
    if hit.lemma not in _SUPPOSING or not reading.words[hit.at].folded.endswith("ing") or found.rule != "clause after":
        return False
    return not any(reading.words[kid].pos == "AUX" for kid in reading.kids[hit.at])


def _is_left_to_do(reading: Reading, found: Found) -> bool:
    """`was told to reject X`, `is hard to imagine`: an infinitive that someone else governs, or nobody."""
    words = reading.words
    hit = found.hit
    if hit.low > 1 and words[hit.low - 2].folded == "short" and words[hit.low - 1].folded == "of":
        return True  # "stopped short of endorsing her"
    if hit.low < 1 or "to" not in (words[hit.low - 1].folded, words[hit.at - 1].folded):
        return False
    head = words[hit.at].head
    adjective = found.speaker is not None and words[found.speaker.head].pos in ("ADJ", "ADV")
    if adjective and found.speaker is not None and reading.child(found.speaker.head, "cop") is not None:
        return True  # "is hard to imagine"
    if not 0 <= head < len(words) or head == hit.at:
        return False
    if words[head].lemma in ("have", "need"):
        return True  # "has to defend it"
    passive = reading.child(head, "aux:pass", "nsubj:pass") is not None
    made = words[head].lemma in lexicon().function["made"]
    return passive and (made or words[hit.at].dep == "advcl")  # "was founded to deny"


def _is_sought(reading: Reading, found: Found) -> bool:
    """`sought refuge to avoid the trial`, `what happened there shows that`: a purpose; a clause for a subject."""
    if found.rule == "infinitive after" and found.hit.lemma == "seek":
        return reading.words[found.content[0][0]].folded != "to"
    deep = reading.words[found.hit.at].dep == "ccomp" and found.act in ("believe", "promise")
    if found.rule == "infinitive after" and deep:
        return True  # "it seems that voters want to leave"
    if found.rule == "infinitive after" and found.hit.lemma == "like":
        return not any(word.folded in ("would", "'d") for word in reading.words[found.hit.low : found.hit.at])
    subject = reading.child(found.hit.at, "csubj")
    return found.speaker is None and subject is not None


def _is_done(reading: Reading, found: Found) -> bool:
    """`was praised for addressing X`, `the first decision that they proposed in May`: no words are meant."""
    words = reading.words
    hit = found.hit
    if found.speaker is not None and found.speaker.how == "agent":
        return True
    if found.rule != "object after":
        return False
    gerund = hit.low > 0 and words[hit.at].folded.endswith("ing")
    before = words[hit.low - 1].folded
    if gerund and before in _PURPOSES:
        return True
    head = words[words[hit.at].head]
    if gerund and before == "of" and head.pos == "NOUN":
        return True  # "a way of criticising it"
    if gerund and words[hit.at].dep == "acl" and before != "," and found.speaker is not None:
        described = reading.child(words[hit.at].head, "det") is not None  # "held a meeting discussing it"
        return described and found.speaker.how == "shared subject"
    gap = words[hit.at].dep == "acl:relcl" and found.speaker is not None and found.speaker.how == "subject"
    return gap and reading.child(hit.at, "obj", "obl", "xcomp", "ccomp") is None


def _is_counted(reading: Reading, found: Found) -> bool:
    """`announced 23 jobs`, `claimed 41 lives`: a number of things is no report by itself."""
    low, high = found.content[0]
    words = reading.words
    if found.rule != "object after" or found.hit.has("figures"):
        return False
    if words[low].pos != "NUM" or words[low].folded == "one":
        return False
    return not any(word.folded in ("%", "percent", "per") for word in words[low : high + 1])


def _is_effect(reading: Reading, found: Found) -> bool:
    """`the storm added to it`, `his decision highlights it`: a thing says nothing with such verbs."""
    lemma = found.hit.lemma
    if lemma not in lexicon().function["meanings"] or (lemma in _POINTING and found.rule == "clause after"):
        return False
    return is_mere_thing(reading, found.speaker)


def _is_moved(reading: Reading, found: Found) -> bool:
    """`entice voters to consider it`, `found itself assailed`: made to, or no words at all."""
    words = reading.words
    hit, speaker = found.hit, found.speaker
    first = words[found.content[0][0]]
    if found.rule == "described" and first.folded in ("itself", "himself", "herself", "themselves"):
        return hit.lemma == "find"
    head = words[hit.at].head
    if speaker is None or not 0 <= head < hit.at or words[hit.at].dep not in ("xcomp", "advcl"):
        return False
    led = words[hit.low - 1].folded == "to" or words[hit.at - 1].folded == "to"
    return led and words[speaker.head].dep == "obj" and words[head].lemma in lexicon().function["moving"]


def _is_trait(reading: Reading, found: Found) -> bool:
    """`voters who back the mayor`, `a candidate who wants to win`: it tells which people are meant."""
    speaker = found.speaker
    if found.rule not in ("object after", "infinitive after") or found.hit.has("after", "quote") or speaker is None:
        return False
    words = reading.words
    head = words[speaker.head]
    if not words[found.hit.at].dep.startswith("acl") or head.pos != "NOUN" or head.capital:
        return False
    return words[speaker.low].folded in ("a", "an", "some", "many", "most") or (
        speaker.low == speaker.head or words[speaker.low].pos in ("ADJ", "NOUN", "NUM")
    )


def _is_bare(reading: Reading, found: Found) -> bool:
    """`issued a report`, `offered a preview`: that something was said, and not what."""
    if found.rule != "object after":
        return False
    if found.hit.lemma in _NOUNS_TOO:
        return True
    inside = [word for low, high in found.content for word in reading.words[low : high + 1] if word.is_word]
    if found.hit.lemma == "post" and not any(_is_paper(word.folded) or word.quote >= 0 for word in inside):
        return True  # "posted a record of ten wins"
    plain = not any(word.pos in ("VERB", "AUX") for word in inside)
    return found.hit.lemma in _GIVING and plain and len(inside) <= _TOPIC


def _is_paper(folded: str) -> bool:
    """Whether a word names what words stand in: a paper, a medium, a claim."""
    words = lexicon()
    kinds = (words.people["paper"], words.people["medium"], words.nouns, words.function["posted"])
    return any(word in kind for word in (folded, folded.removesuffix("s")) for kind in kinds)


_EMPTY = (_is_link, _only_relative, _says_the_same, _only_quotes, _is_topic)  #: there is no content to speak of
_HOLLOW = (_is_pointed_at, _is_invited, _is_counted, _is_effect, _is_bare)  #: what is governed is not said by anyone
_SUPPOSED = (_is_asked, _is_conditional, _is_supposed, _is_left_to_do, _is_sought, _is_done, _is_trait, _is_moved)
