"""Amounts of a story with the slot each fills: what is counted, what became of it, when and where."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from readout.analysis.accounts.setting.lines import clause_around
from readout.analysis.accounts.setting.owners import owner_of
from readout.analysis.accounts.values.counted_when import as_of, old_times
from readout.analysis.accounts.values.implied import TALLY, implied_amounts
from readout.analysis.accounts.values.uncounted import is_aside, is_label, is_rest
from readout.language.slots import slot_words
from readout.language.terms import plain_stem
from readout.language.wordsets import word_sets
from readout.ranges import NumberRange
from readout.spans import Span
from readout.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readout.analysis.accounts.setting.scene import Line, Scene
    from readout.language.slots import Predicate
    from readout.types import Amount, Annotation

_AGE_AFTER = re.compile(r"([A-Z][\w'’-]+),?\s*(?:\(|,\s*(?:now\s+)?|is\s+(?:now\s+)?|now\s+)$")
_AGE_WORD = re.compile(r"(?:\bage[ds]?(?:\s+of)?\s+|-year-old|\s+years?\s+old|\s+years?\s+of\s+age)", re.IGNORECASE)
_OF_MANY = re.compile(r"\b([a-z]+) of (?:about |some |at least |nearly )?$")
_MEASURED_BY = re.compile(r"(?:[a-z]+ ){0,3}[\w.,]+[-–]([A-Za-z]+)\b")
_SQUARE = re.compile(r"[\w.,]+[-–]square[-–](\w+)")
_BEFORE = 16  #: characters before an amount that are looked at
_TIMES = frozenset(map(plain_stem, word_sets("accounts")["lengths"]))
_NOT_COUNTED = word_sets("accounts")["not_counted"]
_LISTED = re.compile(r"[A-Z][\w’'-]+, \d{1,2}\b")
_NAMED = 6  #: words around an amount in which a name limits it
_LIST = 4  #: ages in one sentence that make it a list
_WHOLE = 80  #: characters from an amount within which "in total" tells of it
_NEAR = 4  #: words between an amount and the predicate that counts it, at most


@dataclass(frozen=True, slots=True)
class Mention:
    """One amount in its sentence, and what it answers."""

    line: Line
    span: Span
    evidence: Span
    value: NumberRange
    approximate: bool
    unit: str | None
    dimension: str  #: count, money, share, duration, age, or the unit itself
    head: str  #: stem of what is counted
    head_word: str
    counted: str  #: what is counted, as the text puts it
    kind: str  #: kind of thing counted, "" where it is no known kind
    predicate: Predicate | None
    owner: tuple[str, ...]  #: whose age it is
    named: bool  #: whether the owner is a name, and no noun ("the 36-year-old actor")
    stems: frozenset[str]  #: telling stems of the clause, without the slot's own
    wide: frozenset[str]  #: the same of the whole sentence
    old: frozenset[str]  #: times well before the report
    names: frozenset[str]  #: proper names in the clause
    listed: bool  #: whether it is one age in a list of many
    then: bool  #: whether it is an age of long ago: "vanished at age 16", "was 14 when"
    asof: str  #: the latest day the sentence names, "" if it names none
    whole: bool  #: whether it counts several events or all of it: "in the attacks", "in total"
    teller: tuple[str, ...]  #: who holds it
    rest: bool  #: whether it is what else there was: "no other injuries", "three other clerks"
    context: frozenset[str]  #: telling stems of the sentence before
    state: str  #: of a length of time, what it is the length of: "missing for a decade"
    lone: bool = False  #: whether its report tells no other number of what it counts


def _dimension(amount: Amount, text: str, head: str) -> str:
    """What an amount measures."""
    slots = slot_words()
    if amount.rule == TALLY:  # a vote of other numbers is another vote
        return f"{TALLY} {'-'.join(re.findall('[0-9]+', text[amount.span.start : amount.span.end]))}"
    unit = (amount.unit or "").lower()
    before = text[max(0, amount.span.start - 9) : amount.span.start]
    after = text[amount.span.end : amount.span.end + 16]
    own = text[amount.span.start : amount.span.end]
    exact = amount.range.exact
    stated = bool(re.search(r"\b(?:is|was|now) $", text[max(0, amount.span.start - 5) : amount.span.start])) and bool(
        re.match(r"\s(?:now|when|at the time)\b", after)
    )
    aside = stated or (
        bool(_AGE_AFTER.search(text[max(0, amount.span.start - 40) : amount.span.start]))
        and bool(re.match(r"\s?(?:[,;.)]|now\b)", after))
    )
    if aside and not unit and not head and exact is not None and exact <= 110:
        return "age"
    if unit == "year of age":
        return "age"
    if unit.endswith(" of age"):
        return "duration"
    if (
        (unit == "" and _AGE_WORD.search(own))
        or re.match(r"[-\s]years?[-\s]old", after)
        or (own.endswith("year") and re.match(r"[-\s]old", after))
        or re.search(r"\bage[ds]?(?: of)? $", before)
    ):
        return "age"
    if unit in slots.money:
        return "money"
    square = _SQUARE.match(text, amount.span.start, amount.span.end)
    if square:
        return f"square {plain_stem(square.group(1))}"
    if unit in slots.share or _is_part(amount):
        return "share"
    if plain_stem(unit) in _TIMES or (not unit and head in _TIMES):
        return "duration"
    return unit or "count"


def _is_part(amount: Amount) -> bool:
    """Whether it is a fraction: "three-quarters of the residents"."""
    exact = amount.range.exact
    return amount.unit is None and exact is not None and 0 < exact < 1


def _value(amount: Amount) -> NumberRange:
    """The amount's range; a fraction as per cent, so that "three-quarters" is 75 per cent."""
    exact = amount.range.exact
    if not _is_part(amount) or exact is None:
        return amount.range
    return NumberRange(low=round(exact * 100, 2), high=round(exact * 100, 2))


def _takes(predicate: Predicate, dimension: str, kind: str) -> bool:
    """Whether a predicate counts such things: shares are contained, only crews and forces are at work."""
    if dimension == "share":
        return predicate.name == "contained"
    return not predicate.kinds or kind in predicate.kinds


def _belongs(predicate: Predicate, line: Line, span: Span) -> bool:
    """Whether a word that shows the predicate only before another stands so: "a town of 700", not "12 came to town"."""
    if not predicate.only_in:
        return True
    before = [word for word in line.words if word.end <= span.start][-_NEAR:]
    bound = {first for first, _ in predicate.only_in}
    known = slot_words().predicates
    return any(known.get(word.folded) == predicate and word.folded not in bound for word in line.words) or any(
        (word.folded, after.folded) in predicate.only_in for word, after in pairwise(before)
    )


def _counted(amount: Amount, text: str) -> str:
    """The words for what is counted."""
    told = amount.counted_span
    return amount.counted or (text[told.start : told.end] if told is not None else "")


def _collective(amount: Amount, text: str) -> str:
    """The word for a group of so many: "a crew of 12"."""
    found = _OF_MANY.search(text[max(0, amount.span.start - _BEFORE) : amount.span.start])
    return found.group(1) if found and amount.unit is None and found.group(1) in slot_words().groups else ""


def _state(line: Line, span: Span, clause: Span) -> str:
    """What lasts: the deed whose word is near to a length of time, if it is one that lasts."""
    found = _predicate_near(line, span, clause)
    return found.name if found is not None and found.lasting else ""


def _predicate_near(line: Line, span: Span, clause: Span) -> Predicate | None:
    """The predicate whose word is nearest to the amount: in it, in its clause, or else close by in the sentence."""
    known = slot_words().predicates
    within = [known[word.folded] for word in line.words if span.start <= word.start < span.end and word.folded in known]
    if within:
        return within[-1]
    first = next((n for n, word in enumerate(line.words) if word.end > span.start), len(line.words))
    last = max((n for n, word in enumerate(line.words) if word.start < span.end), default=first)
    best: tuple[bool, int, Predicate] | None = None
    for number, word in enumerate(line.words):
        found = known.get(word.folded)
        if found is None or first <= number <= last:
            continue
        distance = 2 * (first - number) + 1 if number < first else 2 * (number - last)
        inside = clause.start <= word.start < clause.end
        if (inside or distance <= 2 * _NEAR) and (best is None or (not inside, distance) < best[:2]):
            best = (not inside, distance, found)
    return best[2] if best else None


def _names(line: Line, near: Span, dated: Sequence[Span], scene: Scene) -> frozenset[str]:
    """Proper names near the amount, persons' and outlets' left out: they tell other events and other places apart."""
    found: set[str] = set()
    before = [word.start for word in line.words if word.end <= near.start][-_NAMED:]
    after = [word.end for word in line.words if word.start >= near.end][:_NAMED]
    low, high = min([near.start, *before]), max([near.end, *after])
    capital = sum(line.text[word.start - line.start].isupper() for word in line.words)
    if 2 * capital > len(line.words):
        return frozenset()
    run: set[str] = set()
    ended = 0
    for term in line.terms_in(low, high):
        at_time = any(span.start <= term.start < span.end for span in dated)
        if not line.text[term.start - line.start].isupper() or term.start == line.start or at_time:
            continue
        if term.start - ended > 1 and not run & scene.leading:
            found |= run
        run = {term.stem} if term.start - ended > 1 else run | {term.stem}
        ended = term.end
    if not run & scene.leading:
        found |= run
    return frozenset(found - scene.people)


def _then(line: Line, span: Span) -> bool:
    start = span.start - line.start
    before, after = line.text[max(0, start - 14) : start], line.text[start : start + 24]
    return "at age" in before or "at the age of" in before or " when " in after


class _Counted(NamedTuple):
    """What an amount counts, and the words that tell it."""

    heads: tuple[str, ...]  #: the words for what is counted
    things: tuple[str, ...]  #: those of them that are no deeds
    dimension: str
    kind: str
    place: Span  #: the amount with the words for what is counted, as far as they stand in the line


def _read_counted(line: Line, amount: Amount, text: str) -> _Counted:
    """What an amount of the line counts."""
    known = slot_words()
    counted = _counted(amount, text) or _collective(amount, text)
    heads = tuple(word for word in re.findall(r"[a-z]+", fold(counted)) if word not in _NOT_COUNTED)
    measured = _MEASURED_BY.match(text, amount.span.start, amount.span.end)
    if measured and heads[:1] == (fold(measured.group(1)),):
        heads = heads[:1]  # a "60-vote majority" tells of 60 votes
    things = tuple(word for word in heads if word not in known.predicates)
    start, end = amount.span.start, amount.span.end
    beside = amount.counted_span
    if beside is not None and line.start <= beside.start < beside.end <= line.end:
        start, end = min(start, beside.start), max(end, beside.end)
    return _Counted(
        heads=heads,
        things=things,
        dimension=_dimension(amount, text, plain_stem(things[-1]) if things else ""),
        kind=next((known.kinds[word] for word in reversed(heads) if word in known.kinds), ""),
        place=Span(line.article, max(start, line.start), min(end, line.end)),
    )


def _predicate_of(line: Line, amount: Amount, counted: _Counted, clause: Span) -> Predicate | None:
    """The deed that an amount counts, or None."""
    if counted.dimension not in ("count", "share"):
        return None
    found = _predicate_near(line, amount.span, clause)
    if found is None or not _takes(found, counted.dimension, counted.kind):
        return None
    return found if _belongs(found, line, amount.span) else None


def _telling(line: Line, where: Span, counted: _Counted, amount: Amount, predicate: Predicate | None) -> frozenset[str]:
    """The telling stems of a stretch of the line, without those of the amount, of what it counts, and of the deed."""
    own = {"", *(plain_stem(word) for word in counted.heads)}
    deeds = slot_words().predicates
    return frozenset(
        term.stem
        for term in line.terms_in(where.start, where.end)
        if not (counted.place.start <= term.start < amount.span.end)
        and plain_stem(term.word) not in own
        and not (predicate and deeds.get(term.word) == predicate)
        and not term.word[0].isdigit()
    )


def _frame(line: Line, clause: Span, predicate: Predicate | None) -> Span:
    """The clause, or the whole line where the deed stands outside of the clause."""
    inside = line.folded_in(clause.start, clause.end)
    deeds = slot_words().predicates
    return clause if predicate is None or any(deeds.get(word) == predicate for word in inside) else line.span


def _mention(line: Line, amount: Amount, annotation: Annotation, scene: Scene) -> Mention:
    text = annotation.article.text
    counted = _read_counted(line, amount, text)
    things, dimension, start = counted.things, counted.dimension, counted.place.start
    owner, begins, named = owner_of(line, amount.span) if dimension == "age" else ((), line.start, False)
    clause = clause_around(line, start, counted.place.end)
    if dimension == "age":
        clause = Span(line.article, max(line.start, min(begins, start)), counted.place.end)
    predicate = _predicate_of(line, amount, counted, clause)
    return Mention(
        line=line,
        span=amount.span,
        evidence=clause,
        value=_value(amount),
        approximate=amount.approximate,
        unit="%" if _is_part(amount) else amount.unit,
        dimension=dimension,
        head=plain_stem(things[-1]) if things else "",
        head_word=things[-1] if things else "",
        counted=" ".join(things) if len("".join(things)) > len(things) else "",
        kind=counted.kind,
        predicate=predicate,
        owner=owner,
        named=named,
        stems=_telling(line, clause, counted, amount, predicate),
        wide=_telling(line, line.span, counted, amount, predicate),
        old=old_times(line, _frame(line, clause, predicate), annotation),
        names=_names(line, counted.place, [time.span for time in annotation.times], scene),
        listed=dimension == "age" and len(_LISTED.findall(line.text)) >= _LIST,
        then=_then(line, amount.span),
        asof=as_of(line, clause, annotation),
        whole=any(word.folded in slot_words().wholes for word in line.words if abs(word.start - start) < _WHOLE),
        teller=scene.holders_of(amount.span),
        rest=is_rest(amount, text),
        context=_context(line, scene),
        state=_state(line, amount.span, clause) if dimension == "duration" else "",
    )


def _context(line: Line, scene: Scene) -> frozenset[str]:
    """The telling stems of the sentence before."""
    before = scene.line_numbered(line.article, line.number - 1)
    return before.stems if before else frozenset()


def read_mentions(annotation: Annotation, scene: Scene) -> Iterator[Mention]:
    """The amounts of one article that stand in readable lines, in order."""
    text = annotation.article.text
    dated = [time.span for time in annotation.times if time.type in ("DATE", "TIME")]
    implied = list(implied_amounts(annotation, scene))
    votes = [amount.span for amount in implied if amount.rule == TALLY]
    told = [amount for amount in annotation.amounts if not any(amount.span.overlaps(span) for span in votes)]
    amounts = [*told, *implied]
    for amount in sorted(amounts, key=lambda a: (a.span, a.rule)):
        line = scene.line_at(annotation.article.id, amount.span.start)
        if (
            line is None
            or is_label(amount, text)
            or (
                amount.rule not in ("age", "none at all", "none other", "length", TALLY)
                and any(amount.span.overlaps(span) for span in dated)
            )
        ):
            continue
        if amount.span.end <= line.end and not is_aside(line, amount, text):
            yield _mention(line, amount, annotation, scene)


def mark_lone(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, with those marked that are the only number which their report tells of a thing counted."""
    told: dict[tuple[str, str], set[tuple[float | None, float | None]]] = defaultdict(set)
    for mention in mentions:
        if mention.dimension == "count" and mention.head and mention.kind != "people":
            told[mention.line.article, mention.head].add((mention.value.low, mention.value.high))
    return [
        replace(mention, lone=True) if len(told.get((mention.line.article, mention.head), ())) == 1 else mention
        for mention in mentions
    ]
