"""The dated happenings of a story: each time with the clause around it, and what the parse says happened then."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from readout.analysis.accounts.setting.clauses import children_of
from readout.analysis.accounts.setting.lines import clause_around
from readout.analysis.accounts.values.lengths import dated
from readout.language.denials import calendar_words
from readout.language.terms import is_stop, is_title, stem
from readout.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.accounts.setting.lines import Line
    from readout.analysis.accounts.setting.scene import Scene
    from readout.ranges import DateRange
    from readout.spans import Span
    from readout.types import Token

_LONG_AGO = 10_000
_REACH = 12  #: words around a time that tell what happened then
_NEXT = 5  #: words on each side of a time that stand next to it
_COARSE = frozenset({"decade", "century", "millennium"})
_PLACES = ("nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod", "compound", "conj")
_CLAUSES = ("acl", "acl:relcl", "xcomp", "conj")
_WHEN = frozenset(("when", "as"))
_NOUNS = ("NOUN", "PROPN")
_TITLED = re.compile(r"(?:This|Last|Next|The|Today|Tonight|Face)\b(?:\s[A-Z]|$)")
_NAMED_FIRST = re.compile(r"[A-Z][\w’'-]+ [A-Z]")
_DAYS_OF_NAME = re.compile(r"\b(?:Super|Black|Cyber|Bloody|Ash|Good|Palm|Fat|Holy|Shrove|News)$")
_HELD_BY_YEAR = re.compile(
    r"[’']?s?\s(?:(?:presidential|general|midterm|congressional|national|electoral|[A-Z]\w+)\s){0,2}(?:campaigns?|elections?|races?|"
    r"primar(?:y|ies)|census|cycle|budget|season|contests?|bid|hopefuls?|candidates?|candidacy|nominations?|nominees?|spending|bills?|laws?|Census|Campaign|Election|Olympics|World)\b"
    r"(?!\s(?:events?|rall(?:y|ies)|stops?|speech(?:es)?|debates?|dinners?|visits?|trips?|appearances?)\b)"
)
_KIND = re.compile(r"\s[a-z]{3,}s\b")
_OPENS = '.:;!?“"‘—–-(•'


def _in_a_name(line: Line, span: Span) -> bool:
    """Whether words for a time are part of a name or tell of a kind: "This Week" on TV, "Easter eggs", "the 2016 race".

    Such words date nothing.
    """
    shown = line.text[span.start - line.start : span.end - line.start]
    before, after = line.text[: span.start - line.start].rstrip(), line.text[span.end - line.start :]
    if any(character.isdigit() for character in shown):
        return shown.isdigit() and bool(_HELD_BY_YEAR.match(after))
    if _DAYS_OF_NAME.search(before):
        return True
    if before and before[-1] not in _OPENS and _TITLED.match(shown):
        return True
    holiday = shown[:1].isupper() and " " not in shown and fold(shown) not in calendar_words()
    return holiday and bool(_KIND.match(after))


class Happening(NamedTuple):
    """What happened at a time: stems of the deeds (verbs, or nouns beside a time), of who and what, of the doers."""

    deeds: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    doers: frozenset[str] = frozenset()


def happening_at(line: Line, span: Span) -> Happening:
    """What the parse has happen at a time: the verb or noun it hangs on, with the heads of subject and object."""
    inside = [n for n, token in enumerate(line.tokens) if span.start <= token.start < span.end]
    tops = [n for n in inside if line.tokens[n].head not in inside]
    if not tops:
        return Happening()
    children = children_of(line.tokens)
    deeds: set[str] = set()
    things: set[str] = set()
    doers: set[str] = set()
    for place in _governors(line.tokens, children, line.tokens[tops[0]].head):
        deeds |= _stems(line.tokens, place)
        things |= _around_deed(line.tokens, children, place, set(inside))
        subjects = (child for child in children[place] if line.tokens[child].dep.startswith("nsubj"))
        doers.update(stem for child in subjects for part in (child, *children[child]) for stem in _named(line, part))
    return Happening(frozenset(deeds), frozenset(things - deeds), frozenset(doers))


def _named(line: Line, place: int) -> set[str]:
    """The stem of a token that is a part of a name and no title."""
    token = line.tokens[place]
    return _stems(line.tokens, place) if token.pos == "PROPN" and not is_title(fold(token.text)) else set()


def _governors(tokens: Sequence[Token], children: Sequence[Sequence[int]], place: int) -> list[int]:
    """The deeds a time can belong to: what it hangs on, and the verb above a noun, since either may be meant."""
    found = [place]
    while tokens[place].pos != "VERB" and tokens[place].head != place:
        place = tokens[place].head
        if tokens[place].pos == "VERB":
            found.append(place)
    done = [c for c in children[place] if tokens[c].dep == "obj" and fold(tokens[c].text).endswith("ing")]
    return [*found, *done, *_at_once(tokens, children, place)]


def _at_once(tokens: Sequence[Token], children: Sequence[Sequence[int]], place: int) -> list[int]:
    """The verbs of clauses that tell what happened then as well: "prices rose on Friday when forces seized it"."""
    return [
        child
        for child in children[place]
        if tokens[child].dep == "advcl" and any(fold(tokens[word].text) in _WHEN for word in children[child])
    ]


def _around_deed(tokens: Sequence[Token], children: Sequence[Sequence[int]], place: int, time: set[int]) -> set[str]:
    """The stems of who did it, to whom and with what; of what a relative clause or a participle hangs on."""
    found: set[str] = set()
    for child in children[place]:
        if child not in time and tokens[child].dep in _PLACES and tokens[child].pos in _NOUNS:
            found |= _stems(tokens, child)
            found |= {s for part in children[child] if tokens[part].dep == "compound" for s in _stems(tokens, part)}
    above = tokens[place].head
    if above != place and tokens[place].dep in _CLAUSES and above not in time:
        if tokens[above].pos in _NOUNS:
            found |= _stems(tokens, above)
        for child in children[above]:
            if tokens[child].dep.startswith("nsubj") and tokens[child].pos in _NOUNS:
                found |= _stems(tokens, child)
    return found


def _stems(tokens: Sequence[Token], place: int) -> set[str]:
    """The stem of a token (of each part of a hyphened one), none of a small word."""
    parts = fold(tokens[place].text).split("-")
    return {stem(part) for part in parts if len(part) > 1 and not is_stop(part)}


@dataclass(frozen=True, slots=True)
class Moment:
    """One time expression and what is said to have happened then."""

    line: Line
    span: Span
    evidence: Span
    range: DateRange
    stems: frozenset[str]
    names: frozenset[str]
    core: frozenset[str]  #: stems of the words next to the time, names left out: mostly the verb it belongs to
    happening: Happening  #: what happened then, by the parse
    told: frozenset[str] = frozenset()  #: stems of its clause
    before: frozenset[str] = frozenset()  #: stems of the sentence before
    ago: int = _LONG_AGO  #: days before or after the day of writing
    length: bool = False  #: whether it is told as a length: "missing for a decade"
    rivals: int = 1  #: how many times of its report fit it, itself among them


def _core(line: Line, span: Span, clause: Span) -> frozenset[str]:
    """The stems of the words of the clause that stand next to a time and are no names."""
    before = [word for word in line.words if clause.start <= word.start and word.end <= span.start][-_NEXT:]
    after = [word for word in line.words if word.start >= span.end and word.end <= clause.end][:_NEXT]
    starts = {word.start for word in (*before, *after)}
    return frozenset(
        term.stem
        for term in line.terms_in(clause.start, clause.end)
        if term.start in starts and line.text[term.start - line.start].islower()
    )


def _around(line: Line, span: Span) -> tuple[int, int]:
    """The stretch of the line within reach of a time."""
    before = [word for word in line.words if word.end <= span.start]
    after = [word for word in line.words if word.start >= span.end]
    low = before[-_REACH].start if len(before) >= _REACH else line.start
    high = after[_REACH - 1].end if len(after) >= _REACH else line.end
    return low, high


def read_moments(scene: Scene) -> list[Moment]:
    """The dated happenings of a story, in order of article and place."""
    found = []
    for annotation in scene.annotations:
        for time in sorted(annotation.times, key=lambda t: (t.span, t.value)):
            line = scene.line_at(annotation.article.id, time.span.start)
            if line is None or "(@" in line.text or time.value == "PRESENT_REF" or _in_a_name(line, time.span):
                continue
            meant = dated(line, time, _written_on(line, scene))
            if meant is None or meant.granularity in _COARSE:
                continue
            moment = moment_at(line, time.span, meant, scene)
            found.append(replace(moment, length=time.type == "DURATION"))
    return _with_rivals(found)


def _with_rivals(moments: Sequence[Moment]) -> list[Moment]:
    """The times, each with how many times of its report fit it."""
    ranges: dict[str, Counter[DateRange]] = defaultdict(Counter)
    for moment in moments:
        ranges[moment.line.article][moment.range] += 1
    rivals = {
        (article, one): sum(count for other, count in counts.items() if other.compatible(one))
        for article, counts in ranges.items()
        for one in counts
    }
    return [replace(moment, rivals=rivals[moment.line.article, moment.range]) for moment in moments]


def _written_on(line: Line, scene: Scene) -> date | None:
    """The day on which the report of a line was written, if that is told."""
    published = scene.articles[line.article].published
    try:
        return date.fromisoformat(published.value[:10]) if published is not None else None
    except ValueError:  # only a year or month is told
        return None


def _days_ago(line: Line, meant: DateRange, scene: Scene) -> int:
    """How many days lie between a time and the day of writing; many where that is not told."""
    written = _written_on(line, scene)
    if written is None or meant.first is None:
        return _LONG_AGO
    return abs(written.toordinal() - date.fromisoformat(meant.first[:10]).toordinal())


def moment_at(line: Line, span: Span, meant: DateRange, scene: Scene) -> Moment:
    """A time in a line with the words around it and what the parse has happen then."""
    low, high = _around(line, span)
    terms = [t for t in line.terms_in(low, high) if not span.start <= t.start < span.end]
    proper = any(token.pos == "PROPN" for token in line.tokens[:1]) or _NAMED_FIRST.match(line.text)
    names = frozenset(
        t.stem for t in terms if line.text[t.start - line.start].isupper() and (t.start > line.start or proper)
    )
    clause = clause_around(line, span.start, min(span.end, line.end))
    return Moment(
        line,
        span,
        clause,
        meant,
        frozenset(t.stem for t in terms),
        names,
        _core(line, span, clause),
        happening_at(line, span),
        frozenset(t.stem for t in terms if clause.start <= t.start < clause.end),
        scene.lines_of(line.article)[line.number - 1].stems if line.number else frozenset(),
        _days_ago(line, meant, scene),
    )
