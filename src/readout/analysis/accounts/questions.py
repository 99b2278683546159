"""Questions in plain words, made by rule from the words of the texts."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

from readout.analysis.accounts.asking import invert
from readout.analysis.accounts.setting.clauses import read_clauses
from readout.analysis.accounts.value_questions import ask_amount, ask_time, ask_time_of, ask_time_plainly
from readout.analysis.accounts.values.plurals import counted_in_plural, plural
from readout.language.opposites import opposites
from readout.language.parser import lemma_of
from readout.language.slots import slot_words
from readout.language.terms import is_stop, plain_stem, terms
from readout.text.fold import fold
from readout.types import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.accounts.contested.charges import Charge
    from readout.analysis.accounts.contested.signals import Claim
    from readout.analysis.accounts.setting.scene import Line, Scene
    from readout.analysis.accounts.values.mentions import Mention
    from readout.analysis.accounts.values.moments import Moment
    from readout.language.slots import Predicate
    from readout.spans import Span


_LEFT_OVER = re.compile(
    r"(?:\s|^)(?:on|in|at|since|until|by|from|during|before|after|for|of|late|early)(?:\s(?:the|late|early))?$",
    re.IGNORECASE,
)  #: what belongs to a time that is left out
_NOBODY = frozenset(("us", "we", "them", "they", "he", "she", "it", "you"))
_RELATIVE = frozenset(("who", "which", "that"))
_SINCE = re.compile(r"^(?:since|because|although|though|while|after|whereas)\s", re.IGNORECASE)
_BRACKETS = frozenset("()[]—–,;:")
_LOOSE = ("PUNCT", "ADP", "CCONJ", "SCONJ", "DET", "SYM")
_TO_HEAD = 3  #: words to the noun that a phrase opens
_OWN = re.compile(r"^['’]s?\b")
_Told = TypeVar("_Told", "Mention", "Moment")
_MARKS = re.compile('[“”„"«»]')
_MOSTLY = 0.6  #: part of what several reports share that a question about it has
_TOUCHED = 0.34  #: part of what both sides speak of that a question has
_NAMED = 2  #: parties named in a question at most
_QUOTING = "Is it so"  #: how a question begins that no inversion gives
_LONGEST = 140  #: characters of the texts in a question
_ASKED = 12  #: mentions of which a question is tried at most
_FEW_WORDS = 5  #: words of a clause that tells what is asked, at least
_AFTER = 50  #: characters that are left for what follows an answer


def _most_common(found: Sequence[str]) -> str:
    """The most common of some words, the shortest and first of equals; "" if there are none."""
    counts = Counter(word for word in found if word)
    return min(counts, key=lambda word: (-counts[word], len(word), word)) if counts else ""


def _in_capitals(counted: str, mentions: Sequence[Mention]) -> str:
    """What is counted, with a capital if a text writes it so within a sentence: "How many Iranians ...?"."""
    for mention in mentions:
        if mention.line.kind is BlockKind.HEADLINE:
            continue  # where every word may have one
        place = mention.line.text.lower().find(counted) if counted else -1
        shown = mention.line.text[place : place + len(counted)]
        if place > 0 and shown[:1].isupper() and shown.lower() == counted:
            return shown
    return counted


def _topic(mentions: Sequence[Mention], scene: Scene) -> str:
    """A clause that tells an amount, as the text puts it but for the amount: what a question is about.

    The shortest that can be understood by itself.
    """
    mention = min(mentions, key=lambda m: (_lacks(m.line, m.evidence), len(m.evidence), m.evidence))
    return _gap(mention.line, mention.evidence, mention.span, scene)


def _lacks(line: Line, span: Span) -> int:
    """How much words lack to be understood by themselves: 2 a verb, a subject or more words, 1 a subject that names."""
    inside = [token for token in line.tokens if span.start <= token.start < span.end]
    if len(inside) < _FEW_WORDS or all(token.pos not in ("VERB", "AUX") for token in inside):
        return 2
    subjects = [token for token in inside if token.dep.startswith("nsubj")]
    if not subjects or all(fold(token.text) in _RELATIVE for token in subjects):
        return 2
    return int(all(token.pos == "PRON" for token in subjects))


def _gap(line: Line, evidence: Span, answer: Span, scene: Scene, *, dots: bool = True) -> str:
    """A clause without the answer in it; the sentence around it where the clause lacks something."""
    lacks = line.tokens and (_lacks(line, evidence) > 1 or answer.start == evidence.start)
    start, end = (line.start, line.end) if lacks else (evidence.start, evidence.end)
    text = scene.articles[line.article].text
    if not start <= answer.start < answer.end <= end:
        return _shorten(text[start:end])
    before, after = text[start : answer.start].rstrip(), _OWN.sub("", text[answer.end : end])
    if len(before) > _LONGEST - _AFTER and len(before) + len(after) > _LONGEST:
        before = "… " + before[len(before) - _LONGEST + _AFTER :].split(" ", 1)[-1]
    if not dots:
        before = _LEFT_OVER.sub("", before)
        if not re.search(r"\w", before) or not re.search(r"\w", after):
            return _shorten(after.lstrip(" ,;:") if re.search(r"\w", after) else before)
    return _shorten(f"{before} …{after}")


def _written(owner: tuple[str, ...], mentions: Sequence[Mention]) -> str:
    """The owner of an age as a text writes the name; what is no name has its article."""
    for mention in mentions:
        shown = [word.strip(',.;:()“”"') for word in mention.line.text.replace("’s", "").replace("'s", "").split()]
        for place in range(len(shown)):
            run = shown[place : place + len(owner)]
            if all(fold(word).startswith(stem[:4]) for word, stem in zip(run, owner, strict=False)) and len(run) == len(
                owner
            ):
                return f"{'the ' if run[0][:1].islower() else ''}{' '.join(run)}"
    return " ".join(owner)


def ask_number(mentions: Sequence[Mention], scene: Scene) -> str:
    """The question that some amounts answer."""
    first = mentions[0]
    counted = _in_capitals(_most_common([counted_in_plural(mention) for mention in mentions]), mentions)
    if first.dimension == "age":
        verb = "was" if first.then else "is"
        _, _, owner = max((mention.named, len(mention.owner), mention.owner) for mention in mentions)
        return (
            f"How old: “{_topic(mentions, scene)}”?"
            if not owner or set(owner) <= _NOBODY
            else f"How old {verb} {_written(owner, mentions)}?"
        )
    # "How much was paid?" is no question for what was paid to two brothers, nor "were killed" for five states.
    known = not counted or any(m.kind for m in mentions)
    known = known or (first.predicate is not None and first.predicate.name in _OF_PEOPLE)
    fits = first.predicate is not None and ("{counted}" in first.predicate.question or first.dimension == "money")
    asked = "" if fits and known and first.dimension == "count" else _ask_in_full(mentions, scene)
    if asked:
        return asked
    if first.predicate is not None and fits and (known or not first.line.tokens):
        asked = " ".join(_deed_asked(mentions, first.predicate).format(counted=counted).split())
        # A count of long ago is not the one that the story is about: 29 died in another fire.
        return f"{asked[:-1]}: “{_topic(mentions, scene)}”?" if all(m.old for m in mentions) else asked
    about = _topic(mentions, scene)
    if first.dimension == "money":
        return f"How much: “{about}”?"
    if first.dimension == "share":
        return f"What share: “{about}”?"
    if first.dimension == "duration":
        return f"How long: “{about}”?"
    if first.unit in slot_words().scales:
        return f"What {first.unit}: “{about}”?"
    if not counted and first.dimension != "count" and first.unit and first.unit.isalpha():
        counted = plural(first.unit)
    if counted:
        return f"How many {counted}: “{about}”?"
    return f"What number: “{about}”?"


def told_by_number(mentions: Sequence[Mention], question: str, scene: Scene) -> str:
    """The clause that a question about amounts asks in its own words; "" where it only asks for a deed."""
    deed = mentions[0].predicate
    asked = deed.question.split("{counted}")[-1].strip() if deed is not None else ""
    if mentions[0].dimension == "age" or (asked and question.endswith((asked, "died?"))):
        return ""
    evidence = min((mention.evidence for mention in mentions), key=lambda span: (len(span), span))
    return scene.articles[evidence.article].words(evidence)


def told_by_time(moments: Sequence[Moment], scene: Scene) -> str:
    """The clause that has most of what some times date."""
    evidence = _by_likeness(moments, scene)[0].evidence
    return scene.articles[evidence.article].words(evidence)


def _deed_asked(mentions: Sequence[Mention], deed: Predicate) -> str:
    """The question of a deed; of the dead, whether they died or were killed is as the texts put it."""
    told = {word.folded for mention in mentions for word in mention.line.words}
    killed = any(word.startswith(("kill", "murder", "slain", "slay")) for word in told)
    return deed.question.replace("were killed", "died") if deed.name == "killed" and not killed else deed.question


_OF_PEOPLE = frozenset(("killed", "injured", "arrested"))
_LEADS = {"count": "how many", "money": "how much", "share": "what share", "duration": "how long"}


def _ask_in_full(mentions: Sequence[Mention], scene: Scene) -> str:
    """The question that a clause gives, of those told most alike first; "" where no parse shows one."""
    lead = _LEADS.get(mentions[0].dimension, "")
    ranked = _by_likeness(mentions, scene)
    asked = (ask_amount(m.line, m.span, lead, scene) for m in ranked[:_ASKED] if lead)
    return next((question for question in asked if question), "")


def _common(found: Sequence[Mention] | Sequence[Moment]) -> set[str]:
    """The stems that most of some mentions share."""
    told = Counter(stem for one in found for stem in one.stems)
    return {stem for stem, count in told.items() if 2 * count > len(found)}


def _by_likeness(found: Sequence[_Told], scene: Scene) -> list[_Told]:
    """The mentions, first those that have most of what the others tell, then the shortest."""
    common = _common(found)
    return sorted(found, key=lambda m: (-scene.weight(m.stems & common), len(m.evidence), m.evidence))


def _shorten(text: str) -> str:
    """Some words as a question can hold them: on one line, without loose ends, not too long."""
    shown = " ".join(text.split()).strip(" .,;:!?")
    for start in ("that ", "and ", "but ", "as "):
        shown = shown.removeprefix(start)
    if len(shown) > _LONGEST:
        shown = shown[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
    return _inner_marks(shown).strip(" .,;:!?")


def _inner_marks(shown: str) -> str:
    """Words as they stand in quotation marks: inner marks single; gone where they enclose all or lack a partner."""
    pieces = _MARKS.split(shown)
    if len(pieces) % 2 == 0 or (len(pieces) == 3 and not pieces[0] and not pieces[2]):
        return "".join(pieces)
    return "".join(f"‘{piece}’" if place % 2 else piece for place, piece in enumerate(pieces))


def ask_whether(claims: Sequence[Claim], scene: Scene, about: frozenset[str] = frozenset()) -> str:
    """The question whether some claims of one side are so: by inversion where one allows it, or else the first quoted.

    Of several the one that has the most of what both sides speak of (`about`), then the first.
    """
    asked = [(invert(claim.line, claim.span.start, claim.span.end, scene), claim) for claim in claims]
    told = {
        question: scene.weight({t.stem for t in terms(question)} & about)
        for question, claim in reversed(asked)
        if question
    }
    if told and max(told.values()) >= _TOUCHED * scene.weight(about):
        return max(reversed(told), key=lambda question: told[question])
    claim = claims[0]
    shown = _shorten(scene.articles[claim.span.article].words(claim.span))
    holder = claim.holders[0].removeprefix("outlet:")
    return f"{_QUOTING}: “{shown}” ({holder})?"


def ask_about(spans: Sequence[Span], scene: Scene) -> str:
    """The question whether something is so, in the words of one report, the first that has what several say."""
    lines = [(scene.line_at(span.article, span.start), span) for span in spans]
    counts = Counter(
        stem for line, span in lines if line for stem in {t.stem for t in line.terms_in(span.start, span.end)}
    )
    shared = frozenset(stem for stem, count in counts.items() if count > 1)
    for line, span in lines:
        asked = invert(line, span.start, span.end, scene) if line is not None else ""
        if asked and scene.weight({t.stem for t in terms(asked)} & shared) >= _MOSTLY * scene.weight(shared):
            return asked
    asserted = _SINCE.sub("", scene.articles[spans[0].article].words(spans[0]))
    return f"{_QUOTING}: “{_shorten(asserted)}”?"


def is_plain(question: str) -> bool:
    """Whether a question is one in plain words, and does not only quote what it asks of."""
    return not question.startswith(_QUOTING)


def ask_said(span: Span, holder: str, scene: Scene) -> str:
    """The question whether someone said some words."""
    return f"Did {holder} say: “{_shorten(scene.articles[span.article].words(span))}”?"


def ask_account(claim: Claim, scene: Scene) -> str:
    """The question whether someone's account is true, where what denies it names nothing of what the account tells."""
    holder = claim.holders[0].removeprefix("outlet:")
    shown = _shorten(scene.articles[claim.span.article].words(claim.span))
    return f"Is the account of {holder} true: “{shown}”?"


def ask_who(deed: Span, verb: str, scene: Scene) -> str:
    """The question who is to blame for a deed, in the words of one charge."""
    shown = _phrase(deed, scene)
    return f"Who {verb} {shown}?"


def ask_charge(charge: Charge, scene: Scene) -> str:
    """The question whether a charge is true ("Did Quill sink it?", "Is Quill to blame for it?"); "" for neither."""
    if charge.asked is None or charge.whom is None:
        return ""
    whom, deed = _phrase(charge.whom, scene), _phrase(charge.asked, scene)
    first, _, rest = deed.partition(" ")
    if charge.link == "for":
        return f"{'Are' if ' and ' in whom else 'Is'} {whom} to blame for {deed}?"
    if first == "having" and rest:
        return f"Had {whom} {rest}?"
    if first.endswith("ing") and rest:
        return f"Did {whom} {lemma_of(first, 'VERB')} {rest}?"
    return ""


def _phrase(span: Span, scene: Scene) -> str:
    """The words of a phrase, without quotation marks and small words left hanging."""
    shown = _MARKS.sub("", _shorten(scene.articles[span.article].words(span))).strip("‘’' ")
    kept = shown.split()
    while kept and is_stop(fold(kept[-1])):
        kept.pop()
    return " ".join(kept)


def ask_who_called(claim: Claim, scene: Scene) -> str:
    """The question who reached whom, with the verb of one claim; as `ask_whether` where the parse does not show it."""
    tokens = claim.line.tokens
    for clause in read_clauses(tokens):
        verb = tokens[clause.verb]
        if claim.span.start <= verb.start < claim.span.end and plain_stem(fold(verb.text)) in opposites().contacts:
            particles = [t.text for t in tokens if t.head == clause.verb and t.dep == "compound:prt"]
            to = ["to"] if not clause.objects else []
            return f"Who {' '.join([verb.text, *particles, *to])} whom?"
    return ask_whether([claim], scene)


def ask_when(moments: Sequence[Moment], scene: Scene) -> str:
    """The question that some dates answer, in the words of the clause that has most of what the others tell."""
    ranked, common = _by_likeness(moments, scene), _common(moments)
    asked = [
        *(ask_time(moment.line, moment.span, scene) for moment in ranked[:_ASKED]),
        *(ask_time_plainly(moment.line, moment.span) for moment in ranked[:_ASKED] if not _is_title(moment)),
        *(asked for m in ranked[:_ASKED] if (asked := ask_time_of(m.line, m.span)) and common & _stems_of(asked)),
    ]
    found = next((question for question in asked if question), "")
    if found:
        return found
    first = min(ranked, key=lambda m: _lacks(m.line, m.evidence))
    return f"When was this: “{_gap(first.line, first.evidence, first.span, scene, dots=False)}”?"


def _is_title(moment: Moment) -> bool:
    return moment.line.kind is BlockKind.HEADLINE


def _stems_of(question: str) -> frozenset[str]:
    return frozenset(term.stem for term in terms(question))


def ask_what(span: Span, scene: Scene) -> str:
    """The question what is said of a matter, in the words of one report."""
    text = scene.articles[span.article].text
    start, end = _whole_phrase(span, scene)
    return f"What is said of “{_shorten(text[start:end])}”?"


def _whole_phrase(span: Span, scene: Scene) -> tuple[int, int]:
    """A stretch of words as a whole phrase: without brackets, and small words at its ends, up to the noun it opens."""
    line = scene.line_at(span.article, span.start)
    tokens = line.tokens if line is not None else ()
    inside = [n for n, token in enumerate(tokens) if span.start <= token.start < span.end]
    marks = [n for n in inside if tokens[n].text in _BRACKETS]
    if marks:  # the longest run that holds no bracket
        cuts = [inside[0] - 1, *marks, inside[-1] + 1]
        inside = max((list(range(a + 1, b)) for a, b in pairwise(cuts)), key=len)
    while inside and tokens[inside[0]].pos in _LOOSE:
        inside.pop(0)
    if not inside:
        return span.start, span.end
    first, last = inside[0], inside[-1]
    head = tokens[last].head
    open_to = tokens[last].pos in ("ADJ", "DET", "NUM", "NOUN", "PROPN") and tokens[head].pos in ("NOUN", "PROPN")
    if open_to and last < head <= last + _TO_HEAD:
        last = head
    while tokens[last].pos == "PROPN" and last + 1 < len(tokens) and tokens[last + 1].dep == "flat":
        last += 1
    while last > first and tokens[last].pos in _LOOSE:
        last -= 1
    while first > 1 and tokens[first - 1].text == "-":
        first -= 2
    return tokens[first].start, tokens[last].end


def ask_positions(topic: Sequence[str], parties: Sequence[str]) -> str:
    """The question what each of some parties, the first two by name, says of a topic of one word or two."""
    shown = " and ".join(f"“{word}”" for word in topic)
    named = ", ".join(parties[:2]) if len(parties) > _NAMED else " and ".join(parties)
    return f"What do {named}{' and others' if len(parties) > _NAMED else ''} say of {shown}?"


def ask_told(span: Span, scene: Scene) -> str:
    """The question how something is told, in the words of one report."""
    return f"How is it told: “{_shorten(scene.articles[span.article].words(span))}”?"


def ask_since(span: Span, scene: Scene) -> str:
    """The question since when something had not been seen, in the words of one report."""
    return f"Since when: “{_shorten(scene.articles[span.article].words(span))}”?"
