"""What is shown of stretches that say the same or speak of one matter: the question, the answer, who holds it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from readout.analysis.accounts.agreed.deeds import leads
from readout.analysis.accounts.drafts import PointDraft, asserted
from readout.analysis.accounts.questions import OneMatter, Said, Shared, ask
from readout.analysis.accounts.setting.clauses import children_of, subtree, top_clauses
from readout.analysis.accounts.setting.imprints import is_own_voice
from readout.analysis.accounts.setting.scene import Scene, clause_around
from readout.spans import Span
from readout.text.fold import fold
from readout.types import ONE_MATTER, BlockKind, Manner, PointKind, Standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.accounts.agreed.clusters import Cluster
    from readout.analysis.accounts.setting.scene import Line

_VERBS = ("VERB", "AUX")
_RELATIVE = frozenset(("who", "which", "that", "whose", "whom"))
_LOOSE = ("acl:relcl", "appos", "parataxis", "punct", "mark", "cc")
_FARTHEST = 60  #: characters from the noun to what is said of it
_CLOSING = "\"'”’ )"  #: what may follow the mark that ends a sentence
_VOICES, _HEARD = 2, 1.5  #: so many who speak of a matter, besides outlets, bring it before those that outlets tell


def shown_clause(line: Line, span: Span) -> Span:
    """What is shown of a line for a stretch: the clause around it, with its subject where that stands before it.

    "Who filed a subpoena on Friday" and "and filed a subpoena" say nothing without whom it is said of.
    """
    shown = clause_around(line, span.start, span.end)
    start = _with_subject(line, shown, _with_noun(line, shown.start))
    return Span(line.article, start, shown.end)


def _with_subject(line: Line, shown: Span, start: int) -> int:
    """Where the subject of the first predicate of a clause begins, if it is near before it; else `start`."""
    tops = top_clauses(line.tokens, shown.start, shown.end)
    if (
        start < shown.start
        or not tops
        or any(clause.subject >= 0 and _at(line, clause.subject) >= start for clause in tops)
    ):
        return start
    subject = tops[0].subject
    if subject < 0 or line.tokens[subject].pos == "PRON":
        return start
    children = children_of(line.tokens)
    aside = [n for n in children[subject] if line.tokens[n].dep in _LOOSE]
    begin = _at(line, min(subtree(children, subject, aside)))
    return begin if start - begin <= _FARTHEST else start


def _at(line: Line, number: int) -> int:
    return line.tokens[number].start


def _with_noun(line: Line, start: int) -> int:
    """Where the noun begins that a relative pronoun at `start` stands for; `start` where there is none."""
    tokens = line.tokens
    first = next((n for n, token in enumerate(tokens) if token.start >= start), None)
    if first is None or fold(tokens[first].text) not in _RELATIVE:
        return start
    verb = first
    while tokens[verb].dep != "acl:relcl":
        if tokens[verb].head == verb:
            return start
        verb = tokens[verb].head
    noun = tokens[verb].head
    aside = [n for n in children_of(tokens)[noun] if n >= first or tokens[n].dep in ("case", "cc", "punct")]
    begin = tokens[min(subtree(children_of(tokens), noun, aside))].start
    return begin if noun < first and start - begin <= _FARTHEST else start


def _is_measure(span: Span, scene: Scene) -> bool:
    """Whether a stretch is mostly a date or an amount ("last week", "the 36-year-old"), which names no matter."""
    return any(2 * span.shared(measure) >= len(span) for measure in scene.measures.get(span.article, ()))


def draft_matter(cluster: Cluster, scene: Scene) -> PointDraft | None:
    """What each report says of one matter, side by side."""
    if any(_is_measure(span, scene) for span in cluster.stretches.values()):
        return None
    by_holder: dict[tuple[str, ...], list[Span]] = defaultdict(list)
    for span in sorted(cluster.stretches.values()):
        line = scene.line_at(span.article, span.start)
        if line is None or scene.is_attribution(clause := clause_around(line, span.start, span.end)):
            continue
        if line.tokens and not any(
            token.pos in _VERBS for token in line.tokens if clause.start <= token.start < clause.end
        ):
            continue  # "universal background checks" says nothing of them
        by_holder[scene.holders_within(span)].append(clause)
    origins = {scene.origin_at(span) for spans in by_holder.values() for span in spans}
    heard = sum(not is_own_voice(holders) for holders in by_holder)
    shortest = min(cluster.stretches.values(), key=lambda span: (len(span), span))
    question = ask(OneMatter(shortest, tuple(sorted(cluster.stretches.values()))), scene)
    if len(origins) < 2 or len(by_holder) < 2 or not question:
        return None
    accounts = tuple(
        asserted(scene.shown(spans[0]), holders, spans)
        for holders, spans in sorted(by_holder.items(), key=lambda item: item[1][0])
    )
    return PointDraft(
        question=question,
        kind=PointKind.CLAIM,
        standing=Standing.COMPATIBLE,
        accounts=accounts,
        rule=ONE_MATTER,
        why="the reports speak of it in other words; nothing in these shows that they contradict each other",
        strength=cluster.strength * (_HEARD if heard >= _VOICES else 1.0) * (1.0 + 0.5 * (len(origins) - 2)),
    )


class Asked(NamedTuple):
    """A question, the words that answer it, and the clause that it does not say whole; whether it only names that."""

    question: str
    answer: Span
    told: str = ""
    loose: bool = False


def _ask(spans: Sequence[Span], holders: tuple[str, ...], scene: Scene) -> Asked:
    """The question of an agreed claim, and the clause that answers it. What only one speaker is quoted with is asked as
    that: reports agree on what was said, not on its truth. An outlet may tell a part of it in its own words.
    """
    voices = [name for name in holders if not name.startswith("outlet:")]
    if len(voices) == 1:
        quoted = [(said, span) for span in spans if (said := _quoted_in(span, scene)) is not None]
        if quoted and (len(holders) == 1 or 2 * len(quoted) > len(spans)):
            question = ask(Said([said for said, _ in quoted], voices[0]), scene)
            return Asked(question, quoted[0][1], scene.shown(quoted[0][0]))
    shared = Shared(spans)
    answer, full = shared.answer(scene), shared.is_full(scene)
    return Asked(ask(shared, scene), answer, "" if full else scene.shown(answer), loose=not full)


def _is_question(span: Span, scene: Scene) -> bool:
    """Whether a clause, or what is quoted in it, ends with a question mark."""
    return scene.articles[span.article].words(_quoted_in(span, scene) or span).rstrip(_CLOSING).endswith("?")


def _quoted_in(span: Span, scene: Scene) -> Span | None:
    """The part of a clause, half of it at least, that is someone's own words as the report quotes them."""
    for statement in scene.statements_over(span):
        for part in statement.content if statement.manner is Manner.DIRECT else ():
            if 2 * part.shared(span) >= len(span):
                return Span(span.article, max(part.start, span.start), min(part.end, span.end))
    return None


def _told(clauses: Sequence[tuple[Span, Line]]) -> frozenset[str]:
    """The stems that stand in more than one of some clauses."""
    counts = Counter(found for span, line in clauses for found in line.stems_in(span.start, span.end))
    return frozenset(found for found, count in counts.items() if count > 1)


def _is_furniture(stretches: Sequence[Span], scene: Scene) -> bool:
    """Whether the same words stand more than once in each of two articles: the page speaks, not the report."""
    told = Counter((span.article, scene.shown(span)) for span in stretches)
    again = Counter(shown for (_, shown), count in told.items() if count > 1)
    return any(count > 1 for count in again.values())


def draft_claim(cluster: Cluster, scene: Scene) -> PointDraft | None:
    """What reports of several origins say alike; None for one origin, a page's own words or a question."""
    stretches = sorted(cluster.stretches.values())
    lines = {span: scene.line_at(span.article, span.start) for span in stretches}
    kinds = {line.kind for line in lines.values() if line is not None}
    origins = {scene.origin_at(span) for span in stretches}
    if len(origins) < 2 or kinds == {BlockKind.HEADLINE}:
        return None
    clauses = [(shown_clause(line, span), line) for span, line in lines.items() if line]
    evidence = [span for span, _ in clauses]
    if all(scene.is_attribution(span) for span in evidence) or _is_furniture(stretches, scene):
        return None
    if all(_is_question(span, scene) for span in evidence):
        return None  # a question says nothing
    clauses = [(span, line) for span, line in clauses if not scene.is_attribution(span)]
    told = _told(clauses)
    ranked = sorted(clauses, key=lambda pair: (-leads(pair[1], pair[0], told), len(pair[0]), pair[0]))
    holders = tuple(dict.fromkeys(holder for span in stretches for holder in scene.holders_within(span)))
    asked = _ask([span for span, _ in ranked], holders, scene)
    return PointDraft(
        question=asked.question,
        told=asked.told,
        loose=asked.loose,
        kind=PointKind.CLAIM,
        standing=Standing.AGREED,
        accounts=(asserted(scene.shown(asked.answer), holders, evidence),),
        rule="one claim of several origins",
        why="alike in names, numbers, negation and predicate",
        strength=cluster.strength * (1.0 + 0.25 * (len(origins) - 2)),
    )


def join_alike(drafts: Sequence[PointDraft]) -> list[PointDraft]:
    """The drafts with those of one question in one: two reports each say what a third does."""
    joined: dict[tuple[str, str], PointDraft] = {}
    for draft in drafts:
        key = (draft.question, draft.told)
        joined[key] = _join(joined[key], draft) if key in joined else draft
    return list(joined.values())


def _join(one: PointDraft, other: PointDraft) -> PointDraft:
    (a,), (b,) = one.accounts, other.accounts
    return replace(one, accounts=(a.joined(b),), strength=max(one.strength, other.strength))
