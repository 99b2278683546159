"""Reading a stretch of text: match the patterns, join neighbours, resolve each expression in order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from readout.analysis.times import dates, lengths, parts
from readout.analysis.times.context import Draft, find_direction
from readout.analysis.times.merge import join_neighbours, take_modifier

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from readout.analysis.times.context import Context, Reading
    from readout.analysis.times.grammar import Grammar
    from readout.analysis.times.tokens import Token
    from readout.language.calendar import Calendar

_RESOLVERS: dict[str, Callable[[Draft, Context], Reading | None]] = {
    "absolute": dates.absolute,
    "date": dates.calendar_date,
    "deictic": dates.deictic,
    "relative": dates.relative,
    "anaphoric": dates.anaphoric,
    "offset": dates.offset,
    "context": lengths.in_context,
    "duration": lengths.duration,
    "span": lengths.stretch,
    "vague": lengths.vague,
    "set": lengths.repeated,
    "reference": lengths.reference,
    "season": parts.season,
    "quarter": parts.quarter,
    "halves": parts.halves,
    "fiscal": parts.fiscal,
    "decade": parts.decade,
    "century": parts.century,
    "clock": parts.clock,
    "daypart": parts.daypart,
}


def find_drafts(tokens: Sequence[Token], grammar: Grammar, calendar: Calendar) -> list[Draft]:
    """The expressions of a stretch of text, in order, not yet resolved."""
    classes = grammar.classes(tokens)
    drafts: list[Draft] = []
    at = 0
    while at < len(tokens):
        found = None if classes[at] == "." else _longest(grammar, tokens, classes, at)
        if found is None:
            at += 1
            continue
        drafts.append(found)
        at = max(found.last, at + 1)
    widened: list[Draft] = []
    for draft in join_neighbours(drafts):
        taken = take_modifier(draft, widened[-1].last if widened else 0)
        taken.direction = find_direction(tokens, taken.first, taken.last, calendar.direction)
        widened.append(taken)
    return widened


def _longest(grammar: Grammar, tokens: Sequence[Token], classes: str, at: int) -> Draft | None:
    best: Draft | None = None
    for rule in grammar.candidates(classes[at]):
        match = grammar.match(rule, tokens, classes, at)
        if match is None or (best is not None and match.last <= best.last):
            continue
        draft = Draft(rule.kind, match.first, match.last, dict(match.slots), match.words, tokens)
        if acceptable(draft):
            best = draft
    return best


def resolve(draft: Draft, context: Context) -> Reading | None:
    """What the expression means in its context, which it changes where it names a time; None if it is none."""
    if draft.inner is not None:
        inner = _RESOLVERS[draft.inner.kind](replace(draft.inner, direction=draft.direction), context)
        if inner is not None and inner.moment is not None:
            context = replace(context, anchor=inner.moment.at("D"), ref=inner.moment.at("D"))
    return _RESOLVERS[draft.kind](draft, context)


_YEAR_CUES = frozenset(
    [
        "in",
        "of",
        "since",
        "from",
        "by",
        "until",
        "till",
        "to",
        "between",
        "and",
        "after",
        "before",
        "early",
        "late",
        "mid",
        "during",
        "for",
        "circa",
        "about",
        "around",
        "the",
        "(",
        ",",
        "-",
        "--",
        "through",
        "or",
        "as",
        "on",
        ")",
        "/",
    ]
)
_COUNT_SIGNS = frozenset(
    {"$", "€", "£", "¥", "#", "no", "number", "flight", "room", "page", "section", "article", "s", "+"}
)


def acceptable(draft: Draft) -> bool:
    """Whether what the pattern found can be a time here: a bare number is a year only among the right words."""
    slots = draft.slots
    if draft.kind == "date" and set(slots) == {"year"} and draft.last - draft.first == 1:
        return _is_year(draft)
    if draft.kind == "date" and set(slots) == {"month"} and draft.last - draft.first == 1:
        return _is_month(draft)
    if draft.kind == "date" and set(slots) == {"shortyear"}:
        return draft.before() in _YEAR_CUES
    if draft.kind == "season" and len(draft.words) == 1:
        return draft.word("season") not in ("SP", "FA") or draft.before() in (
            "in",
            "by",
            "this",
            "of",
            "until",
            "since",
        )
    if draft.kind == "daypart" and len(draft.words) == 1:
        return True
    if draft.kind == "clock" and draft.words == (draft.word("clock"),):
        return draft.before() in (
            "at",
            "by",
            "around",
            "until",
            "from",
            "to",
            "about",
            "on",
            ",",
            "-",
            "before",
            "after",
            "since",
        )
    if draft.kind == "reference":
        return _is_reference(draft)
    return True


def _is_year(draft: Draft) -> bool:
    year = draft.number("year") or 0
    before, after = draft.before(), draft.after()
    if before in _COUNT_SIGNS or after in ("%", "percent", "per", "-year", "feet", "miles", "people"):
        return False
    if before in ("-", "/") and draft.before(2).isdigit() and len(draft.before(2)) < 4:
        return False
    follows = draft.tokens[draft.last].meaning if draft.last < len(draft.tokens) else {}
    if "units" in follows or "unit" in follows:
        return False
    if before in _YEAR_CUES or before == "":
        return 1000 <= year < 2100 and not (
            after.endswith("s") and before in ("about", "around", "to", "or", "-") and len(after) > 3
        )
    return 1900 <= year < 2050 and not (after.endswith("s") and len(after) > 3)


_MONTH_VERBS = frozenset(
    [
        "said",
        "says",
        "told",
        "has",
        "had",
        "is",
        "was",
        "will",
        "would",
        "have",
        "and",
        ",",
        "added",
        "who",
        "whose",
        "could",
        "should",
    ]
)
_NAME_MONTHS = frozenset({"may", "april", "june", "august", "march", "jan", "jun", "jul", "mar"})


def _is_month(draft: Draft) -> bool:
    """ "May said" is a person; "in May" is a month."""
    word = draft.words[0]
    if word not in _NAME_MONTHS:
        return True
    before, after = draft.before(), draft.after()
    if before in (
        "in",
        "since",
        "until",
        "by",
        "of",
        "from",
        "to",
        "early",
        "late",
        "mid",
        "last",
        "next",
        "this",
        "through",
        "on",
        "for",
        "between",
    ):
        return after not in ("said", "told", "'s") or before not in ("for", "by", "from", "to", "of")
    if word in ("may", "march", "august", "mar", "jan", "april", "june"):
        return (
            before in ("-", "and", ",", "during", "the", "(")
            and after not in _MONTH_VERBS - {",", "and"}
            and word != "may"
        )
    return True


def _is_reference(draft: Draft) -> bool:
    words, before, after = draft.words, draft.before(), draft.after()
    if words == ("the", "time"):
        return before == "at" and after in (".", ",", ";")
    if words in (("once",), ("one day",), ("already",), ("previously",)):
        return False
    if words[-1] == "present":
        return False
    if words == ("the", "current") or words == ("current",):
        return True
    if words[-1] == "future":
        return after != "-"
    return True
