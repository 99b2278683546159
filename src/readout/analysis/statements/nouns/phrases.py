"""Who a reporting word belongs to: subjects, agents and the noun phrases beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.statements.hits import Phrase
from readout.analysis.statements.nouns.above import (
    above_a_noun,
    main_verb_of_participle,
    nearest_cue_with_clause,
    verb_of_same_form,
)
from readout.analysis.statements.nouns.neighbours import (
    also_named,
    ends_in_verb,
    is_mere_thing,
    phrase_after,
    phrase_before,
    who_is_moved,
)
from readout.analysis.statements.nouns.noun_phrases import agent_of, around
from readout.analysis.statements.nouns.openings import opens_sentence, who_acts_behind
from readout.analysis.statements.nouns.tidying import first_of_list, tidied
from readout.analysis.statements.reading import FINITE
from readout.language.lexicon import form_of, lexicon

if TYPE_CHECKING:
    from readout.analysis.statements.hits import Hit
    from readout.analysis.statements.reading import Reading

QUOTING = frozenset(["quoted", "reported", "cited", "quoting", "quotes", "quote", "citing"])
_NOMINAL = frozenset(["NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"])
_FINDINGS = frozenset(["research", "evidence", "polling", "numbers", "findings"])
_ASIDE = 20  #: tokens of who acts beside the main clause
_PLACES = frozenset(["in", "inside", "into", "around", "over", "outside", "within", "across", "during"])
_LONGEST = 40  #: tokens a noun phrase may have


def subject_of(reading: Reading, hit: Hit) -> Phrase | None:
    """The one who says it: by the parse, else by the words beside the cue; no clause is one."""
    asked = (hit.kind, hit.at, hit.low, hit.high)
    if asked not in reading.subjects:
        reading.subjects[asked] = _whole_subject_of(reading, hit)
    return reading.subjects[asked]


def _whole_subject_of(reading: Reading, hit: Hit) -> Phrase | None:
    behind = who_acts_behind(reading, hit) if reading.parsed and opens_sentence(reading, hit) else None
    found = behind or _subject_of(reading, hit)
    if found is not None:
        found = tidied(reading, hit, found)
    if found is None or _tells_where(reading, found):
        return None
    if found.high - found.low < 2 or reading.words[found.low].pos != "PRON":
        return found
    if reading.words[found.low + 1].pos == "AUX":  # "He is also five months"
        return Phrase(found.low, found.low, found.low, found.how)
    return found


def _tells_where(reading: Reading, found: Phrase) -> bool:
    """`around the world`, `inside the hall`, torn from a clause: no one, unlike `over 30 clerks`, `in May Doe`."""
    words = reading.words
    named = words[found.head].pos == "PROPN" and found.head > found.low + 1
    return (
        not named
        and words[found.low].pos == "ADP"
        and words[found.low].folded in _PLACES
        and words[min(found.low + 1, found.high)].pos != "NUM"
    )


def _subject_of(reading: Reading, hit: Hit) -> Phrase | None:
    if hit.kind == "pointer":
        pointed = phrase_after(reading, hit.high + 1)
        return None if pointed is None else also_named(reading, pointed)
    reported = _reported_person(reading, hit) or _after_inverted(reading, hit) or _beside_with(reading, hit)
    if reported is not None:
        return reported
    opens = opens_sentence(reading, hit)
    if reading.parsed:
        found = _before_who(reading, hit) or _of_relative(reading, hit) or _of_the_main_verb(reading, hit)
        found = found or _of_main_verb(reading, hit) or _by_parse(reading, hit.at, 0)
        participle = reading.words[hit.at].folded.endswith("ing") and hit.low == hit.at
        if found is not None and participle:
            found = _main_speaker(reading, hit, found)
        if (
            found is not None
            and reading.words[found.head].folded in lexicon().function["times"]
            and found.head < hit.at
        ):
            found = phrase_before(reading, found.low - 1) or found  # "a poll out Monday showed"
        if found is not None and found.head < hit.at and ends_in_verb(reading, found):
            found = _before_relative(reading, hit.low - 1) or found
        divided = found is not None and any(w.folded == ":" for w in reading.words[found.head : hit.at])
        after = found is not None and found.low > hit.at
        if (
            found is not None
            and not divided
            and not (participle and after and not (opens and _after_comma(reading, found.low)))
        ):
            return found
    silent = hit.kind != "verb" or reading.words[hit.low - 1].folded in ("including", "by", "without")
    if silent or (reading.parsed and opens):  # "One month | after announcing"
        return None
    found = _before_relative(reading, hit.low - 1) or phrase_before(reading, hit.low - 1)
    if found is not None and (_calls_upon(reading, hit, found) or _is_verb_alone(reading, found)):
        return None
    if found is not None and reading.words[found.low].pos == "ADP" and reading.words[hit.at].folded.endswith("ing"):
        root = next((place for place in range(found.low) if reading.words[place].head == place), None)
        found = found if root is None else _by_parse(reading, root, 0) or found  # "called for her to go, seeing her as"
    return found


def _beside_with(reading: Reading, hit: Hit) -> Phrase | None:
    """`..., with | the head of the party, Ann Doe, insisting ...`: who does it beside the main clause."""
    words = reading.words
    if not words[hit.at].folded.endswith("ing") or hit.low < 3:
        return None
    low = next((at for at in range(hit.low - 1, max(0, hit.low - _ASIDE), -1) if words[at].folded == "with"), None)
    if low is None or words[low - 1].folded not in (",", "-", "--") or words[low + 1].pos not in _NOMINAL:
        return None
    between = words[low + 1 : hit.low]
    if any(word.pos in FINITE or word.quote >= 0 or word.folded in (";", ":", "who", "which") for word in between):
        return None
    high = hit.low - 1 - (words[hit.low - 1].folded == ",")
    comma = next((at for at in range(low + 1, high) if words[at].folded == ","), high + 1)
    head = next((at for at in range(low + 1, comma) if words[at + 1].pos == "ADP" or at + 1 == comma), comma - 1)
    phrase = Phrase(low + 1, high, head, "beside")
    return None if is_mere_thing(reading, phrase) else phrase


def _calls_upon(reading: Reading, hit: Hit, found: Phrase) -> bool:
    """`If you want to be like Norland — then believe that ...`: a bare verb behind one name is no verb of it."""
    verb, last = reading.words[hit.at], reading.words[found.high]
    bare = reading.parsed and verb.folded == verb.lemma and form_of(verb.folded) not in ("past", "s")
    alone = all(word.pos == "PROPN" for word in reading.words[found.low : found.high + 1])
    alone = alone and not last.folded.endswith("s") and found.low >= found.high - 2
    helped = any(word.pos == "AUX" or word.folded == "to" for word in reading.words[found.high + 1 : hit.at])
    joined = any(word.folded == "and" for word in reading.words[max(0, found.low - 1) : found.high])
    return bare and alone and not helped and not joined and not reading.headline


def _is_verb_alone(reading: Reading, found: Phrase) -> bool:
    """`To see how it might | work, imagine that ...`: a verb written small names nobody."""
    word = reading.words[found.low]
    return found.low == found.high and word.pos == "VERB" and not word.capital and not word.folded.endswith("s")


def _after_inverted(reading: Reading, hit: Hit) -> Phrase | None:
    """`One thing is different, said Okafor: "..."`: the name between a verb of saying after a comma and a colon."""
    words = reading.words
    low = hit.high + 1
    opens = hit.low == hit.at == 0 and words[hit.at].pos == "VERB" and words[hit.at].capital
    if not (opens or words[hit.low - 1].folded == ",") or low + 1 >= len(words) or words[low].pos != "PROPN":
        return None
    found = phrase_after(reading, low)
    if opens:  # `Said Judge Doe after the trial, "..."`
        return found if any(word.quote >= 0 for word in words[low:]) else None
    ends = found is not None and found.high + 1 < len(words) and words[found.high + 1].folded == ":"
    return found if ends else None


def _after_comma(reading: Reading, at: int) -> bool:
    """Whether a comma or a closing quotation mark stands before token `at`: the main clause begins."""
    before = reading.words[at - 1]
    return before.folded == "," or before.quote >= 0


def _reported_person(reading: Reading, hit: Hit) -> Phrase | None:
    """`quoted him as saying`: the one who is quoted."""
    words = reading.words
    linked = words[hit.at - 1].folded == "as" or (words[hit.at - 1].folded == "," and words[hit.at].folded == "saying")
    if hit.at < 3 or not linked or not words[hit.at].folded.endswith("ing"):
        return None
    for place in range(hit.at - 2, max(-1, hit.at - 12), -1):
        if words[hit.at - 1].folded == "," and words[place].pos in FINITE and words[place].folded not in QUOTING:
            return None
        if words[place].folded in QUOTING:
            if place == hit.at - 2 or words[place + 1].folded == "by":  # "was quoted (by the Ledger) as saying"
                return _by_parse(reading, place, 1) or phrase_before(reading, place - 1)
            return Phrase(place + 1, hit.at - 2, hit.at - 2, "subject")
    return None


def quotes_someone(reading: Reading, at: int) -> bool:
    """Whether the verb at `at` only says who is quoted with what stands before: `..., it quoted him as saying`."""
    words = reading.words
    if words[at].folded not in QUOTING:
        return False
    for place in range(at + 1, min(at + 12, len(words) - 2)):
        if words[place].folded == "as" and words[place + 1].folded == "saying":
            return words[place + 2].folded in (".", ",", ";")
        if words[place].folded in (".", ";", ":") or words[place].quote >= 0:
            return False
    return False


def _of_relative(reading: Reading, hit: Hit) -> Phrase | None:
    """`for Okafor, who has toughened his line, refusing ...`: a participle after a relative clause belongs to it."""
    words = reading.words
    if not words[hit.at].folded.endswith("ing") or hit.low != hit.at or hit.at < 4 or words[hit.at - 1].folded != ",":
        return None
    for place in range(hit.at - 2, 1, -1):
        if words[place].folded in (";", ":", "."):
            return None
        if words[place].folded == "who" and words[place - 1].folded == ",":
            between = any(word.dep.startswith("nsubj") for word in words[place + 1 : hit.at])
            return None if between else _who_is_meant(reading, place - 2)
    return None


def _who_is_meant(reading: Reading, high: int) -> Phrase | None:
    """`a change of tack for Okafor, who ...`: the person named last before `who`."""
    found = phrase_before(reading, high)
    if found is None or reading.words[found.high].pos != "PROPN":
        return found
    words = reading.words[found.low : found.high + 1]
    last = max((place for place, word in enumerate(words) if word.pos == "ADP"), default=-1)
    named = words[last + 1 :]
    if last < 0 or any(w.folded in lexicon().people["body"] or w.folded in ("the", "united") for w in named):
        return found
    return Phrase(found.low + last + 1, found.high, found.high, found.how)


def _of_the_main_verb(reading: Reading, hit: Hit) -> Phrase | None:
    """`X denounced the attack before recognising that ...`: who acts in the clause before."""
    words = reading.words
    if hit.at != hit.low or hit.low < 3 or not words[hit.at].folded.endswith("ing"):
        return None
    if words[hit.low - 1].folded not in ("before", "after", "by", "while", "without"):
        return None
    root = next((place for place in range(hit.low - 2) if words[place].head == place), None)
    if words[hit.low - 2].folded == "," and root is not None and words[root].pos == "VERB":
        return _by_parse(reading, root, 0)
    for place in range(hit.low - 2, -1, -1):
        if words[place].folded in (";", ":"):
            return None
        if words[place].pos in FINITE and reading.child(place, "nsubj") is not None:
            found = _by_parse(reading, place, 0)
            return found if found is not None and found.high < hit.low else None
    return None


def _before_who(reading: Reading, hit: Hit) -> Phrase | None:
    """`Though it was late, | clerks who worked for her, Keller too, said`: before a relative clause in commas.

    Only where the parse takes the subject of the clause before for the cue's.
    """
    words = reading.words
    if hit.low < 4 or words[hit.low - 1].folded != "," or hit.low != hit.at or form_of(words[hit.at].folded) != "past":
        return None
    who = next((at for at in range(hit.low - 2, max(1, hit.low - _LONGEST), -1) if words[at].folded == "who"), None)
    if who is None or words[who - 1].pos != "NOUN" or words[words[hit.at].head].head != words[hit.at].head:
        return None
    subject = reading.child(words[hit.at].head, "nsubj", "nsubj:pass")
    found = phrase_before(reading, who - 1) if words[hit.at].dep == "advcl" else None
    if found is None or subject is None or subject > found.low or found.low < 1 or words[found.low - 1].folded != ",":
        return None
    return None if is_mere_thing(reading, found) else found


def _before_relative(reading: Reading, comma: int) -> Phrase | None:
    """`Doe, who won after Keller resigned, backed ...`: a verb before the comma names nobody."""
    words = reading.words
    last = comma
    while comma > 0 and words[comma].quote >= 0 and not words[comma].is_word and words[comma].folded != ",":
        comma -= 1  # `Doe, who calls himself a "sailor," told ...`
    if comma < 3 or words[comma].folded != "," or (words[comma - 1].pos not in FINITE and comma == last):
        return None
    for place in range(comma - 2, max(1, comma - _LONGEST), -1):
        if words[place].folded in (";", ":", "."):
            return None
        if words[place].folded == "who" and words[place - 1].folded == ",":
            return _who_is_meant(reading, place - 2)
    return None


def _of_main_verb(reading: Reading, hit: Hit) -> Phrase | None:
    """`acknowledged that X did Y, but suggested ...`: after ", but" the subject is the main verb's."""
    words = reading.words
    if hit.low < 2 or words[hit.low - 1].folded != "but" or words[hit.low - 2].folded != ",":
        return None
    root = next((place for place in range(hit.low - 2) if words[place].head == place), None)
    if root is None or words[root].folded not in lexicon().verbs:
        return None
    return _by_parse(reading, root, 0)


def _by_parse(reading: Reading, at: int, depth: int) -> Phrase | None:
    """The subject of the verb at `at`, through conjunction, control and participles up to the verb that has one."""
    if depth > 6:
        return None
    words = reading.words
    subject = _subject_word(reading, at)
    if subject is not None and words[subject].dep == "nsubj:pass":
        agent = agent_of(reading, at) if depth == 0 else None
        if agent is not None:
            return around(reading, agent, at, "agent")
        if depth == 0:
            return None
    if subject is not None:
        if words[subject].folded in ("that", "which", "who") and words[at].dep.startswith("acl"):
            found = _antecedent(reading, subject) or around(reading, words[at].head, at, "relative")
            return _who_inside(reading, subject, found)
        found = around(reading, subject, at, "subject" if depth == 0 else "shared subject")
        found = _before_participle(reading, _with_twins(reading, at, found))
        return _past_thing(reading, at, found, depth)
    agent = agent_of(reading, at)
    if agent is not None and depth == 0:
        return around(reading, agent, at, "agent")
    dep = words[at].dep.split(":")[0]
    head = words[at].head
    if head == at or not 0 <= head < len(words):
        return None
    moved = who_is_moved(reading, at)
    if moved is not None:
        return around(reading, moved, at, "shared subject")
    return _by_governor(reading, at, dep, depth)


def _by_governor(reading: Reading, at: int, dep: str, depth: int) -> Phrase | None:
    """The subject of the verb or noun that the verb at `at` hangs on."""
    head = reading.words[at].head
    main = verb_of_same_form(reading, at) if dep == "conj" else main_verb_of_participle(reading, at)
    if main is not None:
        return _by_parse(reading, main, depth + 1)
    first = _first_verb_of_noun(reading, at) if dep == "conj" else None
    if first is not None:
        return _of_noun(reading, first, depth)
    if dep == "conj" and _is_verb_taken_for_noun(reading, head):
        return around(reading, head - 1, head, "shared subject")
    if dep == "acl":
        return _of_noun(reading, at, depth)
    if dep in ("conj", "xcomp", "advcl", "parataxis", "ccomp", "cop", "aux", "list"):
        return _by_parse(reading, head, depth + 1)
    return None


def _first_verb_of_noun(reading: Reading, at: int) -> int | None:
    """`Ann Doe, head of the port, called it old and | said`: the verb before that the parse joins to the name too."""
    words, noun = reading.words, reading.words[at].head
    if not 0 <= noun < at or words[noun].pos != "PROPN" or words[noun].head != noun:
        return None
    before = (kid for kid in reading.kids[noun] if noun < kid < at and words[kid].pos == "VERB")
    return next((kid for kid in before if words[kid].dep.startswith("acl")), None)


def _is_verb_taken_for_noun(reading: Reading, at: int) -> bool:
    """`Doe | shot back, and said`: the sentence's head behind a name, taken for a noun, with a particle after it."""
    words = reading.words
    named = at > 0 and words[at - 1].pos == "PROPN" and words[at - 1].dep == "compound" and words[at - 1].head == at
    follows = at + 1 < len(words) and words[at + 1].pos == "ADV" and words[at + 1].head == at
    return named and follows and words[at].head == at and words[at].pos == "NOUN" and not words[at].capital


def _past_thing(reading: Reading, at: int, found: Phrase | None, depth: int) -> Phrase | None:
    """`the board says the harbour needs dredging, noting`: no thing shares its verb with who speaks above it."""
    words = reading.words
    head = words[at].head
    if not depth or head == at or not 0 <= head < len(words) or not is_mere_thing(reading, found):
        return found
    if words[at].dep.split(":")[0] not in ("ccomp", "advcl", "xcomp", "parataxis", "conj"):
        return found
    above = _by_parse(reading, head, depth + 1)
    return found if above is None or is_mere_thing(reading, above) else above


def _of_noun(reading: Reading, at: int, depth: int) -> Phrase | None:
    """The noun that a participle goes with; where it is a thing (`came to power criticising ...`), who acts there."""
    words = reading.words
    head = words[at].head
    found = around(reading, head, at, "noun") if words[head].pos in _NOMINAL else None
    verb = words[head].head
    for _ in range(4):
        if words[verb].pos == "VERB" or not 0 <= words[verb].head < at:
            break
        verb = words[verb].head
    acts = verb != head and 0 <= verb < at and words[verb].pos == "VERB" and words[at].folded.endswith("ing")
    if found is None or not acts or not (is_mere_thing(reading, found) or depth):
        return found
    return _by_parse(reading, verb, depth + 1) or found


def _subject_word(reading: Reading, at: int) -> int | None:
    """The nearest subject of the verb at `at`; of `the report citing X said` the one that the participle took."""
    words = reading.words
    subjects = [kid for kid in reading.kids[at] if words[kid].dep.startswith("nsubj")]
    if subjects:
        before = [kid for kid in subjects if kid < at]
        return before[-1] if before else subjects[0]
    clause = reading.child(at, "csubj")
    if clause is None or clause > at or not words[clause].folded.endswith("ing"):
        return None
    inner = reading.child(clause, "nsubj")
    return inner if inner is not None and inner < clause else None


def _with_twins(reading: Reading, at: int, found: Phrase | None) -> Phrase | None:
    """With further subjects of the verb right before the phrase: `Co` and `owner` of a name that the parse split."""
    if found is None:
        return None
    low = first_of_list(reading, found.low)
    for kid in reversed(reading.kids[at]):
        if reading.right[kid] == low - 1 and reading.words[kid].dep == "nsubj" and reading.words[kid].quote < 0:
            told = reading.words[low - 1].folded == "," and reading.words[kid].pos == "NOUN"
            if told and reading.words[found.head].pos == "PROPN":
                break  # "The cuts, | Doe said: ..."
            low = reading.left[kid]
    return found if low == found.low else Phrase(low, found.high, found.head, found.how)


def _who_inside(reading: Reading, who: int, found: Phrase | None) -> Phrase | None:
    """`a meeting with lawmakers who resist it`, `was not enough for Weiss, who`: a person, so not the thing before."""
    words = reading.words
    if found is None or found.high >= who:
        return found
    if words[who].folded != "who":
        return _paper_before(reading, who, found)
    high = who - 1 if words[who - 1].is_word else who - 2
    low = found.low
    while (link := next((at for at in range(low, high) if words[at].pos == "ADP"), None)) is not None:
        before = Phrase(low, link - 1, link - 1, found.how)
        named = link > low and words[link - 1].pos in ("NOUN", "PROPN", "PRON", "NUM")
        if named and not is_mere_thing(reading, before) and words[link].folded not in ("like", "as"):
            break
        low = link + 1
    if low != found.low:  # "after all, this is | a mayor who"
        low = max(
            (at + 1 for at in range(low, high) if words[at].pos in FINITE or words[at].folded == ","), default=low
        )
    person = Phrase(low, high, high, found.how)
    bare = words[high].pos not in ("NOUN", "PROPN") or is_mere_thing(reading, person)
    return found if low == found.low or bare else person


def _paper_before(reading: Reading, that: int, found: Phrase) -> Phrase:
    """`one aide familiar with | the mayor's polls that show`: the paper right before "that", and not a person."""
    words = reading.words
    known = lexicon()
    paper = known.people["paper"] | known.function["polls"] | _FINDINGS
    if words[that - 1].folded not in paper or is_mere_thing(reading, found) or found.head >= that - 2:
        return found
    if words[found.head].folded not in known.people["person"] and words[found.head].pos != "PROPN":
        return found
    link = next((at for at in range(that - 2, found.head, -1) if words[at].pos == "ADP"), None)
    return found if link is None else Phrase(link + 1, that - 1, that - 1, found.how)


def _before_participle(reading: Reading, found: Phrase | None) -> Phrase | None:
    """`The committee probing the port said`: who opens the sentence, where the parse errs."""
    words = reading.words
    if found is None or found.low < 3 or not words[found.low - 1].folded.endswith("ing"):
        return found
    if words[found.low - 1].pos != "VERB" or words[found.low - 2].pos not in ("NOUN", "PROPN"):
        return found
    before = phrase_before(reading, found.low - 2)
    opens = before is not None and not any(word.is_word for word in words[: before.low])
    return before if opens and before is not None and words[before.low].pos in ("DET", "PROPN") else found


def _antecedent(reading: Reading, relative: int) -> Phrase | None:
    """The name right before `, who`, which the parse often passes over."""
    if relative < 2 or reading.words[relative].folded != "who" or reading.words[relative - 1].folded != ",":
        return None
    found = phrase_before(reading, relative - 2)
    if found is None:
        return None
    alike = next((at for at in range(found.high, found.low, -1) if reading.words[at].folded == "like"), None)
    if alike is not None and reading.words[alike + 1].pos == "PROPN":  # "clerks like Ann Doe, who"
        return Phrase(alike + 1, found.high, alike + 1, "relative")
    if reading.words[found.head].pos != "PROPN":
        return None
    return Phrase(found.low, found.high, found.head, "relative")


def _main_speaker(reading: Reading, hit: Hit, found: Phrase) -> Phrase | None:
    """`said the bridge would open, adding ...`: things do not speak and states do not either: it is the main verb's."""
    words = reading.words
    if words[hit.low - 1].folded != ",":
        return found
    main = above_a_noun(reading, hit.at)
    if main is not None:
        return _by_parse(reading, main, 1) or found
    thing = words[found.head].pos == "NOUN" and words[found.head].folded not in lexicon().speakers
    governor = words[words[hit.at].head]
    if not thing and governor.lemma not in ("have", "be") and governor.pos not in ("ADJ", "NOUN"):
        return found
    speaking = nearest_cue_with_clause(reading, hit.at)
    return found if speaking is None else _by_parse(reading, speaking, 1) or found
