"""The smallest stretch of a sentence that tells what happened at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.spans import trim

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from readout.language.calendar_clauses import ClauseWords
    from readout.types import Sentence, Token

_CLAUSAL = frozenset({"ccomp", "advcl", "acl:relcl", "acl", "parataxis", "conj", "relcl", "csubj", "appos"})
_SAID = "ccomp"  #: what was said belongs to the saying
_LEANING = frozenset(
    {"xcomp", "aux", "aux:pass", "cop", "fixed"}
)  #: predicates that only say something with their head
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "expl"})
_PREDICATES = frozenset({"VERB", "AUX"})
_TAIL = 60  #: characters at the end of a clause that are tidied
_LONGEST = 260  #: a clause longer than this is cut
_WINDOW = 600  #: characters on each side of a time that its clause can reach
_MANY = 300  #: words of a sentence too long to be read by its parse
_COMFORTABLE = 200  #: up to this length the clauses that hang on it stay


def clause_of(
    text: str, sentence: Sentence, time: tuple[int, int], others: Sequence[tuple[int, int]], words: ClauseWords
) -> tuple[int, int]:
    """The clause of the time, without the other times of the sentence as far as that can be."""
    start, end = time
    found = _parsed_clause(sentence.tokens, start, end, others) if sentence.tokens else None
    low, high = found or _plain_clause(text, sentence, start, end, words)
    low, high = _without(text, (low, high), (start, end), others, words)
    low, high = _tidy(text, low, high, words)
    return (low, high) if low <= start and end <= high else trim(text, *_around(sentence, start, end))


def _parsed_clause(
    tokens: Sequence[Token], start: int, end: int, others: Sequence[tuple[int, int]]
) -> tuple[int, int] | None:
    """The clause by the parse: the predicate above the time, with what hangs on it and has no time of its own."""
    inside = [i for i, token in enumerate(tokens) if token.start < end and start < token.end]
    if not inside or len(tokens) > _MANY:
        return None
    head = next((i for i in inside if tokens[i].head not in inside or tokens[i].head == i), inside[0])
    top = _top(tokens, head)
    if top is None:
        return None
    timed = {i for i, token in enumerate(tokens) for low, high in others if token.start < high and low < token.end}
    low, high = _yield(tokens, top, inside, lambda i: bool(_below(tokens, i) & timed))
    if high - low > _COMFORTABLE:
        low, high = _yield(tokens, top, inside, lambda i: tokens[i].dep != _SAID)
    return low, high


def _top(tokens: Sequence[Token], at: int) -> int | None:
    """The predicate above token `at` that makes a clause to be read by itself: one with a subject, if one is near."""
    predicate: int | None = None
    for _ in range(len(tokens)):
        token = tokens[at]
        if token.pos in _PREDICATES and token.dep not in _LEANING:
            predicate = at
            if _subject(tokens, at) or token.dep not in ("conj", "acl", "advcl"):
                return at
        if token.head == at:
            return predicate if predicate is not None else at
        at = token.head
    return predicate


def _subject(tokens: Sequence[Token], at: int) -> bool:
    return any(token.head == at and token.dep in _SUBJECTS for token in tokens)


def _below(tokens: Sequence[Token], top: int) -> set[int]:
    """All tokens that hang on `top`, itself among them."""
    found = {top}
    grown = True
    while grown:
        more = {i for i, token in enumerate(tokens) if token.head in found and i not in found}
        found |= more
        grown = bool(more)
    return found


def _yield(tokens: Sequence[Token], top: int, inside: Sequence[int], barred: Callable[[int], bool]) -> tuple[int, int]:
    """First and last character of what hangs on `top`, without the clauses that are barred, with the time in it."""
    kept = _below(tokens, top)
    for i in sorted(kept):
        token = tokens[i]
        if i != top and token.dep in _CLAUSAL and i in kept and barred(i):
            cut = _below(tokens, i)
            if not cut & set(inside):
                kept -= cut
    low = high = inside[0]
    while low - 1 in kept:
        low -= 1
    while high + 1 in kept or high < inside[-1]:
        high += 1
    subject = next((i for i, token in enumerate(tokens) if token.head == top and token.dep in _SUBJECTS), top)
    for needed in (top, *sorted(_below(tokens, subject))):
        if needed < low and tokens[high].end - tokens[needed].start <= _LONGEST:
            low = needed
        elif needed > high and tokens[needed].end - tokens[low].start <= _LONGEST:
            high = needed
    return tokens[low].start, tokens[high].end


def _around(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """The sentence, or of an endless one what stands around the time."""
    return max(sentence.start, start - _WINDOW), min(sentence.end, end + _WINDOW)


def _plain_clause(text: str, sentence: Sentence, start: int, end: int, words: ClauseWords) -> tuple[int, int]:
    """The clause by punctuation and conjunctions, where there is no parse."""
    low, high = _around(sentence, start, end)
    if high - low <= _COMFORTABLE:
        return low, high
    for found in words.boundary.finditer(text, low, high):
        if found.end() <= start and start - found.end() > 12:
            low = found.end()
        elif found.start() >= end and found.start() - low > 40:
            high = found.start()
            break
    return low, high


_ENOUGH = 25  #: characters that must remain of a clause


def _without(
    text: str, clause: tuple[int, int], time: tuple[int, int], others: Sequence[tuple[int, int]], words: ClauseWords
) -> tuple[int, int]:
    """The clause cut at a seam so that the other times stay outside, where enough remains to be read by itself."""
    (low, high), (start, end) = clause, time
    for other_start, other_end in others:
        if other_end <= start and low < other_end and start - other_end > _ENOUGH and words.seam.match(text, other_end):
            low = other_end
        elif end <= other_start < high and other_start - low > _ENOUGH:
            seam = max((found.start() for found in words.tail_seam.finditer(text, end, other_start)), default=-1)
            high = seam if seam > 0 else other_start
    return low, high


def _tidy(text: str, low: int, high: int, words: ClauseWords) -> tuple[int, int]:
    low, high = trim(text, low, high)
    found = words.leading.match(text, low, high)
    while found and found.end() < high:
        low = found.end()
        found = words.leading.match(text, low, high)
    ahead = max(low + 10, high - _TAIL)
    tail = words.trailing.search(text[ahead:high]) if ahead < high else None
    if tail:
        high = ahead + tail.start()
    if high - low > _LONGEST:
        cut = max(text.rfind(", ", low + 80, low + _LONGEST), text.rfind(" ", low, low + _LONGEST))
        high = cut if cut > low else low + _LONGEST
    return trim(text, low, high)
