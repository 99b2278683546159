"""Amounts of a story with the slot each fills: what is counted, what became of it, when and where."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from readout.analysis.accounts.scene import clause_around
from readout.language.slots import slot_words
from readout.language.terms import is_stop, plain_stem
from readout.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readout.analysis.accounts.scene import Line, Scene
    from readout.language.slots import Predicate
    from readout.ranges import NumberRange
    from readout.spans import Span
    from readout.types import Amount, Annotation

_YEAR = re.compile(r"(?<![\w$])(1[6-9]\d\d|20\d\d)(?!\w)(?![,.]\d)")
_PLACE = re.compile(r"\b(?:in|at|near|outside|across|from|of)\s+(?:the\s+)?((?:[A-Z][\w'’.-]*\s?){1,3})")
_AGE_AFTER = re.compile(r"([A-Z][\w'’-]+),?\s*(?:\(|,\s*(?:now\s+)?|is\s+(?:now\s+)?|now\s+)$")
_AGE_WORD = re.compile(r"(?:\bage[ds]?(?:\s+of)?\s+|-year-old|\s+years?\s+old|\s+years?\s+of\s+age)", re.IGNORECASE)
_TIMES = frozenset("second minute hour day night week month year decade centuri".split())  # noqa: SIM905
_NEAR = 4  #: words between an amount and the predicate that counts it, at most
_NONE = re.compile(r"\b(?:no|zero)\s+([a-z]+)\b")


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
    counted: str  #: what is counted, as the text puts it
    kind: str  #: kind of thing counted, "" where it is no known kind
    predicate: Predicate | None
    owner: str  #: whose age it is
    stems: frozenset[str]  #: telling stems of the clause, without the slot's own
    wide: frozenset[str]  #: the same of the whole sentence
    years: frozenset[str]
    local: frozenset[str]  #: places that limit the count and are rare in the story


def _dimension(amount: Amount, text: str, head: str) -> str:
    """What an amount measures."""
    slots = slot_words()
    unit = (amount.unit or "").lower()
    before = text[max(0, amount.span.start - 9) : amount.span.start]
    after = text[amount.span.end : amount.span.end + 16]
    own = text[amount.span.start : amount.span.end]
    exact = amount.range.exact
    aside = bool(_AGE_AFTER.search(text[max(0, amount.span.start - 40) : amount.span.start])) and bool(
        re.match(r"\s?(?:[,;.)]|now\b)", after)
    )
    if aside and not unit and not head and exact is not None and exact <= 110:
        return "age"
    if _AGE_WORD.search(own) or re.match(r"[-\s]years?[-\s]old", after) or re.search(r"\bage[ds]?(?: of)? $", before):
        return "age"
    if unit in slots.money:
        return "money"
    if unit in slots.share:
        return "share"
    if plain_stem(unit) in _TIMES or head in _TIMES:
        return "duration"
    return unit or "count"


def _counted(amount: Amount, text: str) -> str:
    """The words for what is counted."""
    if amount.counted:
        return amount.counted
    if amount.counted_span is not None:
        return text[amount.counted_span.start : amount.counted_span.end]
    return ""


def _predicate_near(line: Line, span: Span, clause: Span) -> Predicate | None:
    """The predicate whose word is nearest to the amount: in its clause, or else close by in the sentence."""
    known = slot_words().predicates
    place = next((n for n, word in enumerate(line.words) if word.end > span.start), len(line.words))
    best: tuple[int, int, Predicate] | None = None
    for number, word in enumerate(line.words):
        found = known.get(word.folded)
        if found is None or span.start <= word.start < span.end:
            continue
        distance = abs(number - place)
        inside = clause.start <= word.start < clause.end
        if (inside or distance <= _NEAR) and (best is None or (not inside, distance) < best[:2]):
            best = (not inside, distance, found)
    return best[2] if best else None


def _owner(line: Line, span: Span) -> str:
    """The last word of the name whose age an amount is."""
    before = line.text[: span.start - line.start]
    after = line.text[span.end - line.start :]
    found = _AGE_AFTER.search(before)
    if found:
        return plain_stem(fold(found.group(1)))
    named = re.match(r"[-\s]*(?:years?[-\s]old)?[\s,]*((?:[A-Z][\w'’-]+\s?){1,3})", after)
    if named:
        return plain_stem(fold(named.group(1).split()[-1]))
    names = re.findall(r"\b[A-Z][\w'’-]+", before)
    return plain_stem(fold(names[-1])) if names else ""


def _local_places(line: Line, clause: Span, scene: Scene) -> frozenset[str]:
    """Places in the clause that few articles of the story name: they limit what is counted."""
    articles = len(scene.articles)
    shown = line.text[clause.start - line.start : clause.end - line.start]
    found = {plain_stem(fold(word)) for match in _PLACE.finditer(shown) for word in match.group(1).split()}
    return frozenset(stem for stem in found if scene.spread[stem] <= max(1, articles // 3) and not is_stop(stem))


def _mention(line: Line, amount: Amount, scene: Scene) -> Mention:
    text = scene.articles[line.article].text
    counted = _counted(amount, text)
    heads = [word for word in fold(counted).split() if word.isalpha()]
    head = plain_stem(heads[-1]) if heads else ""
    dimension = _dimension(amount, text, head)
    start, end = amount.span.start, amount.span.end
    if (
        amount.counted_span is not None
        and line.start <= amount.counted_span.start < amount.counted_span.end <= line.end
    ):
        start, end = min(start, amount.counted_span.start), max(end, amount.counted_span.end)
    start, end = max(start, line.start), min(end, line.end)
    clause = clause_around(line, start, end)
    predicate = _predicate_near(line, amount.span, clause) if dimension == "count" else None
    own = {head, *(plain_stem(word) for word in heads)}
    known = slot_words()

    def telling(low: int, high: int) -> frozenset[str]:
        return frozenset(
            term.stem
            for term in line.terms_in(low, high)
            if not (start <= term.start < amount.span.end)
            and plain_stem(term.word) not in own
            and not (predicate and known.predicates.get(term.word) == predicate)
            and not term.word[0].isdigit()
        )

    return Mention(
        line=line,
        span=amount.span,
        evidence=clause,
        value=amount.range,
        approximate=amount.approximate,
        unit=amount.unit,
        dimension=dimension,
        head=head,
        counted=counted,
        kind=next((known.kinds[word] for word in reversed(heads) if word in known.kinds), ""),
        predicate=predicate,
        owner=_owner(line, amount.span) if dimension == "age" else "",
        stems=telling(clause.start, clause.end),
        wide=telling(line.start, line.end),
        years=frozenset(_YEAR.findall(line.text)),
        local=_local_places(line, clause, scene),
    )


def _is_year(amount: Amount, text: str) -> bool:
    """Whether a bare number is more likely a year."""
    shown = text[amount.span.start : amount.span.end]
    return amount.unit is None and bool(_YEAR.fullmatch(shown)) and not amount.counted


def read_mentions(annotation: Annotation, scene: Scene) -> Iterator[Mention]:
    """The amounts of one article that stand in readable lines, in order."""
    text = annotation.article.text
    for amount in sorted(annotation.amounts, key=lambda a: (a.span, a.rule)):
        line = scene.line_at(annotation.article.id, amount.span.start)
        if line is not None and not _is_year(amount, text):
            yield _mention(line, amount, scene)
