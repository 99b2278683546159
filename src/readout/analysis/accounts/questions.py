"""Questions in plain words, made by rule from the words of the texts."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from readout.analysis.accounts.asking import invert, invert_when
from readout.analysis.accounts.setting.clauses import read_clauses
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
    from readout.analysis.accounts.setting.scene import Scene
    from readout.analysis.accounts.values.mentions import Mention
    from readout.analysis.accounts.values.moments import Moment
    from readout.spans import Span


_MARKS = re.compile('[“”„"«»]')
_MOSTLY = 0.6  #: part of what several reports share that a question about it has
_TOUCHED = 0.34  #: part of what both sides speak of that a question has
_NAMED = 2  #: parties named in a question at most
_LONGEST = 140  #: characters of the texts in a question


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
    """The clause of the shortest evidence, as the text puts it: what a question without a deed is about."""
    evidence = min((mention.evidence for mention in mentions), key=lambda span: (len(span), span))
    return _shorten(scene.articles[evidence.article].words(evidence))


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
            if len(owner) < 1
            else f"How old {verb} {_written(owner, mentions)}?"
        )
    # "How much was paid?" is no question for what was paid to two brothers.
    if first.predicate is not None and ("{counted}" in first.predicate.question or first.dimension == "money"):
        asked = " ".join(first.predicate.question.format(counted=counted).split())
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
    return f"Is it so: “{shown}” ({holder})?"


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
    return f"Is it so: “{_shorten(scene.articles[spans[0].article].words(spans[0]))}”?"


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
    told = Counter(stem for moment in moments for stem in moment.stems)
    common = {stem for stem, count in told.items() if 2 * count > len(moments)}
    ranked = sorted(moments, key=lambda m: (-scene.weight(m.stems & common), len(m.evidence), m.evidence))
    for moment in ranked:
        question = invert_when(moment.line, moment.span, scene)
        if question:
            return question
    evidence = ranked[0].evidence
    return f"When was it: “{_shorten(scene.articles[evidence.article].words(evidence))}”?"


def ask_what(span: Span, scene: Scene) -> str:
    """The question what is said of a matter, in the words of one report."""
    return f"What is said of “{_shorten(scene.articles[span.article].words(span))}”?"


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
