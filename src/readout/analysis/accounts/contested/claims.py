"""What is asserted in a story, claim by claim: the words, who holds them, whether they affirm or deny."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from readout.analysis.accounts.contested.assertions import can_assert, ends_asking
from readout.analysis.accounts.contested.guards import is_embedded, takes_object
from readout.analysis.accounts.contested.signals import NO_SIGNAL, Claim, Signal
from readout.analysis.accounts.contested.tellers import (
    find_teller,
    holder_words,
    subject_before,
    telling_words,
)
from readout.analysis.accounts.setting.scene import clause_around
from readout.language.denials import denial_words, is_negation
from readout.language.terms import is_country
from readout.spans import Span
from readout.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readout.analysis.accounts.setting.scene import Line, Scene
    from readout.text.fold import Word
    from readout.types import Statement


_NO_DENIAL = frozenset(("yet", "less", "fewer", "later", "sooner"))  #: words after "no" or "not" that make it none
_UNDOING = 3  #: words before a word of denial that can undo it
_CANCEL = 2  #: words apart at most for two negations to cancel out


def _signal(line: Line, low: int, high: int, said: bool) -> Signal:
    """The word or phrase in `[low, high)` that denies or rejects; `said` where it is within a statement."""
    lists = denial_words()
    shown = fold(line.text[low - line.start : high - line.start])
    found = line.words_in(low, high)
    innocence = lists.innocence.search(shown.replace('"', ""))
    if innocence is not None:
        return Signal(innocence.group(), low + innocence.start(), "innocence")
    for word in found:
        if word.folded in lists.deny and not is_undone(line, word.start):
            return Signal(word.folded, word.start, "deny")
    phrase = lists.downing.search(shown) or (lists.phrases.search(shown) if said else None)
    if phrase is not None and (" " in phrase.group() or not _undone(found, low + phrase.start())):
        offered = any(w.folded in lists.offering for w in found if w.start < low + phrase.start())
        if not (offered and phrase.group().startswith("no ")):  # "he offered no evidence" is what the outlet says
            return Signal(phrase.group(), low + phrase.start(), "reject")
    for number, word in enumerate(found):
        if word.folded in lists.reject and not is_undone(line, word.start):
            follows = [later.folded for later in found[number + 1 : number + 8]]
            if follows[:1] == ["that"] and lists.claims.isdisjoint(follows[1:3]):  # "disputed that he sold it"
                return Signal(word.folded, word.start, "deny")
            if not lists.claims.isdisjoint(follows):
                return Signal(word.folded, word.start, "reject")
    judged = lists.judged.search(shown) if said else None
    if judged is None or _undone(found, low + judged.start(1)):
        return NO_SIGNAL
    return Signal(judged.group(1), low + judged.start(1), "judge")


def _undone(found: Sequence[Word], place: int) -> bool:
    """Whether a negation just before undoes a word of denial: "not untrue" denies nothing."""
    return any(is_negation(word.folded) for word in [word for word in found if word.end <= place][-2:])


def _points_back(line: Line, low: int, high: int, signal: Signal) -> str:
    """How the words point back: "that" ("that suggestion", "anything of the sort"), "such" ("denied any such visit"),
    "the" ("the claims"), or "".
    """
    lists = denial_words()
    found = line.folded_in(low, high)
    shown = " ".join(found)
    if any(phrase in shown for phrase in ("of the sort", "of the kind", "it's ridiculous", "the opposite")):
        return "that"
    if signal.kind == "deny" and "such" in found:
        return "such"
    before = {found[number] for number, word in enumerate(found[1:]) if word in lists.claims} & lists.pointers
    if before and _says_what_they_do(line, high, signal):
        return ""
    if before & {"that", "this", "those", "these", "such"}:
        return "that"
    return "the" if before else ""


def _says_what_they_do(line: Line, high: int, signal: Signal) -> bool:
    """`denied that those remarks reflected a change`: what is denied is what they do, not what they say."""
    tokens = line.tokens
    return signal.kind in ("deny", "reject") and any(
        fold(token.text) in denial_words().claims
        and token.dep == "nsubj"
        and tokens[token.head].pos == "VERB"
        and signal.start < token.start < tokens[token.head].start < high
        for token in tokens
    )


_OWNED = re.compile(r"((?:[A-Z][\w.’'-]*\s+){0,3}[A-Z][\w.’-]*?)['’]s?\s+(?:[\w-]+\s+){0,2}?([a-z]+)\b")


def _claim_owner(line: Line, low: int, high: int) -> frozenset[str]:
    """Whose claim is spoken of: "Okafor's account"."""
    claims = denial_words().claims
    shown = line.text[low - line.start : high - line.start]
    for match in _OWNED.finditer(shown):
        if fold(match.group(2)) in claims:
            return telling_words(match.group(1))
    return frozenset()


def _subject(line: Line, signal: Signal, scene: Scene) -> tuple[str, ...]:
    """Who denies, where the outlet tells it: the name just before the verb ("France immediately shot down ...")."""
    before = [entity for entity in scene.mentions_in(line) if entity[1] <= signal.start]
    if before:
        _start, end, name = before[-1]
        between = line.text[end - line.start : signal.start - line.start]
        if len(between.split()) <= 4 and not re.search(r"['’]s\b|[,;:]|\bof\b", between):
            return (name,)
    return ()


def is_undone(line: Line, place: int) -> bool:
    """Whether a word of denial is itself denied or held back: "did not deny", "nobody denies"."""
    before = [word.folded for word in line.words if word.end <= place][-_UNDOING:]
    return any(is_negation(word) or word in denial_words().holding for word in before)


def is_negated(found: list[str]) -> bool:
    """Whether some folded words deny; two negations close together ("not without", "never denied") cancel out."""
    places = [n for n, word in enumerate(found) if is_negation(word)]
    single = 0
    while places:
        first = places.pop(0)
        if places and places[0] - first <= _CANCEL:
            places.pop(0)
        else:
            single += 1
    return single > 0


def _cue_denies(line: Line, statement: Statement, found_inside: list[str]) -> bool:
    """Whether the cue of a statement marked as a denial denies a claim: to reject a request or to decline is not."""
    lists = denial_words()
    cues = [word for word in line.words if any(c.start <= word.start < c.end for c in statement.cue)]
    cued = {word.folded for word in cues if not is_undone(line, word.start)}
    return bool(cued & lists.reject) and bool(lists.claims & set(found_inside))


def _find_signal(line: Line, span: Span, statement: Statement | None, low: int, high: int) -> Signal:
    """What denies in a claim with its cue (`[low, high)`); nothing where it stands in a clause aside."""
    lists = denial_words()
    signal = _signal(line, low, high, statement is not None)
    if signal.kind in ("deny", "reject") and is_embedded(line, span, signal.start):
        signal = NO_SIGNAL
    if signal.words or statement is None:
        return signal
    inside = line.folded_in(span.start, span.end)
    cue = next((word for word in line.words_in(low, high) if word.folded in lists.insist), None)
    if statement.act == "deny" and _cue_denies(line, statement, found_inside=inside):
        return Signal("denies", low, "deny")
    # Who "maintained a lead" insists on nothing.
    kept = cue is None or takes_object(line, cue.start)
    if cue is not None and not kept and any(span.start <= cue.start < span.end for span in statement.cue):
        return Signal(cue.folded, cue.start, "insist")
    return signal


def _with_cue(line: Line, span: Span, statement: Statement | None) -> tuple[int, int]:
    """The stretch of a claim together with the cue of its statement, as far as both stand in the line."""
    cues = [cue for cue in statement.cue if line.start <= cue.start < line.end] if statement is not None else []
    return min([span.start, *(cue.start for cue in cues)]), max([span.end, *(cue.end for cue in cues)])


def make_claim(line: Line, span: Span, statement: Statement | None, scene: Scene) -> Claim:
    """A claim from a stretch of a line; the signal is looked for around it, where the cue stands."""
    lists = denial_words()
    inside = line.folded_in(span.start, span.end)
    # "not yet", "no less than seven" deny nothing.
    inside = [word for word, after in zip(inside, [*inside, ""][1:], strict=True) if after not in _NO_DENIAL]
    own = statement is None or scene.passes_on(statement)
    holders = scene.holders_of(span) if own or statement is None else _speakers(statement, scene)
    low, high = _with_cue(line, span, statement)
    signal = _find_signal(line, span, statement, low, high)
    teller = find_teller(line, span, scene)
    if statement is None and signal.kind in ("deny", "reject", "innocence"):
        whose = subject_before(line, signal.start, scene)
        holders = _subject(line, signal, scene) or ((whose[1],) if whose is not None else holders)
    elif teller is not None:
        holders = (teller,)
    owners = holder_words(holders)
    after = signal.start if signal.kind in ("deny", "reject") else low  # "his findings refute her account" is of hers
    about = _claim_owner(line, after, high) if signal.words else frozenset()
    pointer = _points_back(line, low, high, signal)
    if signal.kind == "judge" and pointer == "the":
        about = _only_other(line, owners, scene, holders)
    return Claim(
        line=line,
        span=span,
        holders=holders,
        statement=statement,
        stems=line.stems_in(span.start, span.end),
        negated=is_negated(inside) and not ends_asking(line.text),
        hedged=any(word in lists.hedges for word in inside),
        signal=signal,
        pointer=pointer,
        owners=owners,
        party=party_words(holders, scene),
        about=about,
        asserts=can_assert(line, span, statement),
        teller=teller,
    )


def party_words(holders: tuple[str, ...], scene: Scene) -> frozenset[str]:
    """The telling words of holders' names and roles, with the countries they speak for."""
    roles = (role for holder in holders for role in scene.roles.get(holder, ()))
    return holder_words((*holders, *roles)).union(*(scene.sides.get(holder, frozenset()) for holder in holders))


def _only_other(line: Line, owners: frozenset[str], scene: Scene, holders: tuple[str, ...]) -> frozenset[str]:
    """The one country that a judgement speaks of besides the judge's own."""
    own = owners | holder_words(tuple(role for holder in holders for role in scene.roles.get(holder, ())))
    found = {term.stem for term in line.terms if is_country(term.stem)} - own
    return frozenset(found) if len(found) == 1 else frozenset()


def _speakers(statement: Statement, scene: Scene) -> tuple[str, ...]:
    return scene.speakers_of(statement) or scene.voice_of(statement.article)


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


def own_claims(scene: Scene) -> list[Claim]:
    """The parts of a story's statements, and what its lines say besides in the outlet's own voice."""
    claims: list[Claim] = []
    covered: dict[tuple[str, int], list[Span]] = {}
    for annotation in scene.annotations:
        for statement in sorted(annotation.statements, key=lambda s: (s.content[0], s.id)):
            for line, span in _parts(statement, scene):
                covered.setdefault(line.key, []).append(span)
                claims.append(make_claim(line, span, statement, scene))
    for line in scene.lines:
        own = _own_words(line, covered.get(line.key, []))
        if own is not None and not _only_leads(own, line, scene):
            claims.append(make_claim(line, own, None, scene))
    return claims


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


def _only_leads(own: Span, line: Line, scene: Scene) -> bool:
    """Whether an outlet's words only lead over to what someone says: they end with the cue of a statement."""
    last = max((word.start for word in line.words_in(own.start, own.end)), default=-1)
    after = next((word.start for word in line.words if word.start >= own.end), -1)
    if after < 0:
        return False
    return any(
        cue.start <= last < cue.end
        for statement in scene.statements_over(Span(line.article, after, after + 1))
        for cue in statement.cue
    )


def clause_of(claim: Claim) -> Span:
    """The claim's span, or its middle clause where it is too long to show.

    What someone is accused of is no clause without the verb: "accused Quill of selling it".
    """
    if len(claim.span) <= 400:
        return _with_accusing(claim)
    return clause_around(claim.line, claim.span.start, min(claim.span.end, claim.span.start + 200))


def _with_accusing(claim: Claim) -> Span:
    """The claim's span with the accusing verb just before it."""
    cues = claim.statement.cue if claim.statement is not None and claim.statement.act == "accuse" else ()
    before = [cue for cue in cues if 0 <= claim.span.start - cue.end <= 1]
    return Span(claim.span.article, before[0].start, claim.span.end) if before else claim.span
