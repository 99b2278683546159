"""What is asserted in a story, claim by claim: the words, who holds them, whether they affirm or deny."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from readout.analysis.accounts.scene import clause_around
from readout.language.denials import denial_words
from readout.language.terms import is_stop, is_title, plain_stem
from readout.spans import Span
from readout.text.fold import fold, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readout.analysis.accounts.scene import Line, Scene
    from readout.types import Statement

_OPEN_REACH = 3  #: words before which a hedge governs


@dataclass(frozen=True, slots=True)
class Claim:
    """One line, or the part of it that one holder says."""

    line: Line
    span: Span
    holders: tuple[str, ...]
    statement: Statement | None
    stems: frozenset[str]
    negated: bool
    hedged: bool
    signal: str  #: the word or phrase that denies or rejects, "" where there is none
    pointer: bool  #: whether it points back to what was said before
    owners: frozenset[str]  #: telling words of the holders' names

    @property
    def voice(self) -> bool:
        """Whether it is the outlet's own voice."""
        return self.statement is None


def holder_words(holders: tuple[str, ...]) -> frozenset[str]:
    """The telling words of some holders' names."""
    found = {word.folded for holder in holders for word in words(holder.removeprefix("outlet:"))}
    telling = {plain_stem(word) for word in found if not is_stop(word) and not is_title(word)}
    return frozenset(telling or found)


def _signal(line: Line, low: int, high: int) -> str:
    """The word or phrase in `[low, high)` that denies or rejects what is said."""
    lists = denial_words()
    shown = fold(line.text[low - line.start : high - line.start])
    phrase = lists.phrases.search(shown) or lists.downing.search(shown)
    if phrase is not None:
        return phrase.group()
    found = [word.folded for word in line.words if low <= word.start < high]
    for word in found:
        if word in lists.deny:
            return word
    for word in found:
        if word in lists.judging:
            return word
    for number, word in enumerate(found):
        if word in lists.reject and any(later in lists.claims for later in found[number + 1 : number + 8]):
            return word
    return ""


def _points_back(line: Line, low: int, high: int) -> bool:
    """Whether "that suggestion", "the claims", "anything of the sort" or the like stands there."""
    lists = denial_words()
    found = [word.folded for word in line.words if low <= word.start < high]
    for number, word in enumerate(found[1:], 1):
        if word in lists.claims and found[number - 1] in (
            "the",
            "that",
            "this",
            "those",
            "these",
            "such",
            "any",
            "his",
            "her",
            "their",
        ):
            return True
    shown = " ".join(found)
    return any(
        phrase in shown
        for phrase in ("of the sort", "of the kind", "it's ridiculous", "the opposite", "that is not", "that's not")
    )


def make_claim(line: Line, span: Span, statement: Statement | None, scene: Scene) -> Claim:
    """A claim from a stretch of a line; the signal is looked for around it, where the cue stands."""
    lists = denial_words()
    inside = [word.folded for word in line.words if span.start <= word.start < span.end]
    holders = scene.holders_of(span) if statement is None else _speakers(statement, scene)
    low, high = span.start, span.end
    if statement is not None and statement.cue:
        cues = [cue for cue in statement.cue if line.start <= cue.start < line.end]
        low = min([low, *(cue.start for cue in cues)])
        high = max([high, *(cue.end for cue in cues)])
    signal = _signal(line, low, high)
    if not signal and statement is not None and statement.act == "deny":
        signal = "denies"
    negative = sum(word in lists.negation or word.endswith("n't") for word in inside)
    return Claim(
        line=line,
        span=span,
        holders=holders,
        statement=statement,
        stems=frozenset(term.stem for term in line.terms_in(span.start, span.end)),
        negated=negative % 2 == 1,
        hedged=any(word in lists.hedges for word in inside),
        signal=signal,
        pointer=_points_back(line, low, high),
        owners=holder_words(holders),
    )


def _speakers(statement: Statement, scene: Scene) -> tuple[str, ...]:
    if statement.speaker:
        return (statement.speaker,)
    if statement.description:
        return (statement.description,)
    return scene.voice_of(statement.article)


def _parts(statement: Statement, scene: Scene) -> Iterator[tuple[Line, Span]]:
    """The stretches of a statement's content, cut at the ends of sentences."""
    for content in statement.content:
        place = content.start
        while place < content.end:
            line = scene.line_at(content.article, place)
            if line is None:
                place += 1
                continue
            end = min(line.end, content.end)
            if end - place > 3:
                yield line, Span(content.article, place, end)
            following = scene.line_numbered(content.article, line.number + 1)
            place = max(end, following.start if following else content.end)


def read_claims(scene: Scene) -> list[Claim]:
    """All claims of a story: the parts of statements, and what the lines say besides in the outlet's own voice."""
    claims: list[Claim] = []
    covered: dict[tuple[str, int], list[Span]] = {}
    for annotation in sorted(scene.material.annotations, key=lambda a: a.article.id):
        for statement in sorted(annotation.statements, key=lambda s: (s.content[0], s.id)):
            for line, span in _parts(statement, scene):
                covered.setdefault(line.key, []).append(span)
                claims.append(make_claim(line, span, statement, scene))
    for line in scene.lines:
        own = _own_words(line, covered.get(line.key, []))
        if own is not None:
            claims.append(make_claim(line, own, None, scene))
    return sorted(claims, key=lambda claim: (claim.span, claim.statement.id if claim.statement else ""))


def _own_words(line: Line, spans: list[Span]) -> Span | None:
    """What of a line no statement covers, if that is most of it or a clause of its own."""
    free = [word for word in line.words if not any(span.start <= word.start < span.end for span in spans)]
    if not spans:
        return line.span if len(line.words) >= 4 else None
    if len(free) < 7 or 3 * len(free) < len(line.words):
        return None
    runs: list[list[int]] = []
    for word in free:
        between = runs and any(runs[-1][1] <= span.start < word.start for span in spans)
        if runs and not between:
            runs[-1][1] = word.end
        else:
            runs.append([word.start, word.end])
    low, high = max(runs, key=lambda run: (run[1] - run[0], -run[0]))
    return Span(line.article, low, high) if high - low >= 30 else None


def clause_of(claim: Claim, scene: Scene) -> Span:
    """The claim's span, or its middle clause where it is too long to show."""
    if len(claim.span) <= 400:
        return claim.span
    return clause_around(claim.line, claim.span.start, min(claim.span.end, claim.span.start + 200))
