"""What asks for a number or a time: the amounts or times of one slot, and the clauses that tell them."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from readout.analysis.accounts.questions.amounts import ask_amount
from readout.analysis.accounts.questions.labels import asked_of, label_amount, label_time, measured
from readout.analysis.accounts.questions.times import ask_time, ask_time_of, ask_time_of_deed
from readout.analysis.accounts.questions.topics import topic_of
from readout.analysis.accounts.questions.writing import shorten
from readout.analysis.accounts.values.implied import TALLY
from readout.analysis.accounts.values.plurals import counted_in_plural, plural
from readout.language.questioning import question_words, words_that
from readout.language.slots import slot_words
from readout.language.terms import terms
from readout.text.fold import fold
from readout.types import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.accounts.setting.scene import Scene
    from readout.analysis.accounts.values.mentions import Mention
    from readout.analysis.accounts.values.moments import Moment
    from readout.language.slots import Predicate

_Told = TypeVar("_Told", "Mention", "Moment")
_BEFORE_OWNER = ("a", "an", "the", "old")  #: what ends the word before one whose age is told
_HOURS = (("When", "At what hour"), ("Date", "Hour"), (": when", ": at what hour"))
_ASKED = 12  #: mentions of which a question is tried at most


class Amounts(NamedTuple):
    """Amounts that answer one question."""

    mentions: Sequence[Mention]

    def asked(self, scene: Scene) -> str:
        """The question."""
        return _ask_number(self.mentions, scene)

    def told(self, question: str, scene: Scene) -> str:
        """The clause that the question asks in its own words; "" where it only asks for a deed."""
        return _told_by_number(self.mentions, question, scene)


def _ask_number(mentions: Sequence[Mention], scene: Scene) -> str:
    """The question that some amounts answer."""
    first = mentions[0]
    counted = _in_capitals(_most_common([counted_in_plural(mention) for mention in mentions]), mentions)
    if first.dimension == "age":
        verb = "was" if first.then else "is"
        _, _, owner = max((mention.named, len(mention.owner), mention.owner) for mention in mentions)
        named = "" if set(owner) <= words_that("nobody") else _written(owner, mentions)
        return f"How old {verb} {named}?" if named else _label(mentions, counted, scene)
    # "How much was paid?" is no question for what was paid to two brothers, nor "were killed" for five states.
    known = not counted or any(m.kind for m in mentions)
    known = known or (first.predicate is not None and first.predicate.name in words_that("done to people"))
    fits = first.predicate is not None and ("{counted}" in first.predicate.question or first.dimension == "money")
    asked = "" if fits and known and first.dimension == "count" else _ask_in_full(mentions, scene)
    if asked:
        return asked
    if first.predicate is not None and fits and (known or not first.line.tokens):
        asked = " ".join(_deed_asked(mentions, first.predicate).format(counted=counted).split())
        years = sorted({time[:4] for mention in mentions for time in mention.old if time[:4].isdigit()})
        if all(mention.old for mention in mentions):  # 29 died in another fire than that of the story
            return f"{asked[:-1]} in {years[0]}?" if years else _label(mentions, counted, scene)
        return asked
    return _label(mentions, counted, scene)


def _label(mentions: Sequence[Mention], counted: str, scene: Scene) -> str:
    """The label for some amounts, of those told most alike first; where the parse shows none, what is counted and the
    phrase that their sentences share.
    """
    first = mentions[0]
    unit, scale = first.unit or "", first.unit in slot_words().scales
    voted = first.dimension.startswith(TALLY)  # a vote of so many is no measure of what is voted on
    for mention in _by_likeness(mentions, scene)[: 0 if voted else _ASKED]:
        what = measured(mention.line, mention.span) if mention.line.kind is not BlockKind.HEADLINE else None
        label = label_amount(what, first.dimension, unit, scale=scale) if what is not None else ""
        if label:
            return label
    if not counted and first.dimension not in ("count", "money", "share", "age") and unit.isalpha():
        counted = plural(unit)
    if counted and not scale and first.dimension != "duration":
        asked = f"how many {counted}"
        if not _about_of(mentions, scene, counted):
            return f"H{asked[1:]}?"
    else:
        asked = f"what {unit}" if scale else question_words().named.get(first.dimension.split()[0], "what number")
    return _with_what(asked, mentions, scene, counted)


def _with_what(asked: str, found: Sequence[Mention] | Sequence[Moment], scene: Scene, counted: str = "") -> str:
    """A question for a value by the phrase that its sentences share, or else by the shortest of its clauses."""
    about = _about_of(found, scene, counted)
    if not about and asked.startswith("what "):
        return f"W{asked[1:]}?"
    return asked_of(about or f"“{_shortest(found, scene)}”", asked)


def _shortest(found: Sequence[Mention] | Sequence[Moment], scene: Scene) -> str:
    """The shortest clause of some amounts or times, as a label quotes it: with a gap for the answer."""
    clause, value = min(((one.evidence, one.span) for one in found), key=lambda pair: (len(pair[0]), pair))
    text = scene.articles[clause.article].text
    return shorten(f"{text[clause.start : value.start]} … {text[value.end : clause.end]}").replace("… ,", "…,")


def _told_by_number(mentions: Sequence[Mention], question: str, scene: Scene) -> str:
    """The clause that a question about amounts asks in its own words; "" where it only asks for a deed."""
    deed = mentions[0].predicate
    asked = deed.question.split("{counted}")[-1].strip() if deed is not None else ""
    if mentions[0].dimension == "age" or (asked and question.endswith((asked, "died?"))):
        return ""
    evidence = min((mention.evidence for mention in mentions), key=lambda span: (len(span), span))
    return scene.articles[evidence.article].words(evidence)


class Times(NamedTuple):
    """Times of one event; of some the hour is asked."""

    moments: Sequence[Moment]
    hours: bool = False

    def asked(self, scene: Scene) -> str:
        """The question."""
        question = _ask_when(self.moments, scene)
        for day, hour in _HOURS if self.hours else ():
            question = question.replace(day, hour, 1)
        return question

    def told(self, scene: Scene) -> str:
        """The clause that has most of what the times date."""
        evidence = _by_likeness(self.moments, scene)[0].evidence
        return scene.articles[evidence.article].words(evidence)


def _ask_when(moments: Sequence[Moment], scene: Scene) -> str:
    """The question that some dates answer, in the words of the clause that has most of what the others tell."""
    ranked, common = _by_likeness(moments, scene), _common(moments)
    asked = [
        *(ask_time(moment.line, moment.span, scene) for moment in ranked[:_ASKED]),
        *(asked for m in ranked[:_ASKED] if (asked := ask_time_of(m.line, m.span)) and common & _stems_of(asked)),
    ]
    found = next((question for question in asked if question), "")
    if found:
        return found
    return _date_label(ranked, scene)


def _date_label(moments: Sequence[Moment], scene: Scene) -> str:
    """The label for some times: the day of what a noun names, or of what their sentences share."""
    plain = [moment for moment in moments[:_ASKED] if not _is_title(moment)]
    common = _common(moments)
    deeds = (ask_time_of_deed(moment.line, moment.span, scene) for moment in plain)
    deed = next((asked for asked in deeds if asked and common & _stems_of(asked)), "")
    labels = (label_time(moment.line, moment.span) for moment in plain)
    label = next((label for label in labels if label), "")
    return label or deed or _with_what("when", moments, scene)


def _about_of(found: Sequence[Mention] | Sequence[Moment], scene: Scene, counted: str = "") -> str:
    """What the clauses of some amounts or times share, without these themselves and what is counted."""
    barred = _stems_of(counted)
    spans, without = sorted({one.evidence for one in found}), [one.span for one in found]
    lines = [line.span for span in spans if (line := scene.line_at(span.article, span.start)) is not None]
    chosen = (topic_of(found, scene, without=without, barred=barred) for found in (spans, lines, spans[:1], lines[:1]))
    return next((about for about in chosen if about), "")


def _is_title(moment: Moment) -> bool:
    return moment.line.kind is BlockKind.HEADLINE


def _stems_of(question: str) -> frozenset[str]:
    return frozenset(term.stem for term in terms(question))


def _most_common(found: Sequence[str]) -> str:
    """The most common of some words, the shortest and first of equals; "" if there are none."""
    counts = Counter(word for word in found if word)
    return min(counts, key=lambda word: (-counts[word], len(word), word)) if counts else ""


def _in_capitals(counted: str, mentions: Sequence[Mention]) -> str:
    """What is counted, with a capital if a text writes it so within a sentence ("How many Iranians ...?"); the last
    word of what no text has so.
    """
    if not any(counted in mention.line.text.lower() for mention in mentions):
        counted = counted.split()[-1] if counted else ""
    for mention in mentions:
        if mention.line.kind is BlockKind.HEADLINE:
            continue  # where every word may have one
        place = mention.line.text.lower().find(counted) if counted else -1
        shown = mention.line.text[place : place + len(counted)]
        if place > 0 and shown[:1].isupper() and shown.lower() == counted and not shown.isupper():
            return shown
    return counted


def _written(owner: tuple[str, ...], mentions: Sequence[Mention]) -> str:
    """The owner of an age as a text writes it: a name, which may be spelled in two ways, or a word with an article; ""
    for neither.
    """
    shown = [re.split(r"[^\w-]+", mention.line.text.replace("’s", "").replace("'s", "")) for mention in mentions]
    size = len(owner)
    runs = [words[max(0, n - 1) : n + size] for words in shown for n in range(len(words) - size + 1)]
    same = 2 if len(owner) > 1 else 4
    for run in runs:
        name = run[-size:]
        if all(fold(word).startswith(stem[:same]) for word, stem in zip(name, owner, strict=True)):
            if all(word[:1].isupper() for word in name) and (len(run) > 1 or len(name) > 1):
                return " ".join(name)
            if run[0].lower().endswith(_BEFORE_OWNER) and name[0].islower():
                return f"the {' '.join(name)}"
    return ""


def _deed_asked(mentions: Sequence[Mention], deed: Predicate) -> str:
    """The question of a deed; of the dead, whether they died or were killed is as the texts put it."""
    told = {word.folded for mention in mentions for word in mention.line.words}
    killed = any(word.startswith(("kill", "murder", "slain", "slay")) for word in told)
    return deed.question.replace("were killed", "died") if deed.name == "killed" and not killed else deed.question


def _ask_in_full(mentions: Sequence[Mention], scene: Scene) -> str:
    """The question that a clause gives, of those told most alike first; "" where no parse shows one."""
    unit = mentions[0].unit or ""
    measured_in = unit.isalpha() and unit not in slot_words().scales
    lead = question_words().amounts.get(mentions[0].dimension.split()[0], "how many" if measured_in else "")
    ranked = _by_likeness(mentions, scene)
    asked = [ask_amount(m.line, m.span, lead, scene) for m in ranked[:_ASKED] if lead]
    if lead == "how long" and not any(asked):  # "how many hours did the talks take", and not "how many hours passed"
        asked = [ask_amount(m.line, m.span, "how many", scene) for m in ranked[:_ASKED]]
        asked = [one for one in asked if set(one.split()[2:6]) & words_that("auxiliaries")]
    return next((question for question in asked if question), "")


def _common(found: Sequence[Mention] | Sequence[Moment]) -> set[str]:
    """The stems that most of some mentions share."""
    told = Counter(stem for one in found for stem in one.stems)
    return {stem for stem, count in told.items() if 2 * count > len(found)}


def _by_likeness(found: Sequence[_Told], scene: Scene) -> list[_Told]:
    """The mentions, first those that have most of what the others tell, then the shortest."""
    common = _common(found)
    return sorted(found, key=lambda m: (-scene.weight(m.stems & common), len(m.evidence), m.evidence))
