"""The smallest stretch of a sentence that tells what happened at a time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from readout.spans import trim

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.types import Sentence, Token

_CLAUSAL = frozenset({"ccomp", "advcl", "acl:relcl", "acl", "parataxis", "conj", "relcl", "csubj"})
_KEPT = frozenset({"ccomp"})  #: what was said belongs to the saying
_PREDICATES = frozenset({"VERB", "AUX"})
_LONGEST = 240  #: a clause longer than this is cut at the next boundary


def clause_of(
    text: str, sentence: Sentence, start: int, end: int, others: Sequence[tuple[int, int]]
) -> tuple[int, int]:
    """The clause of the time at `[start, end)`; `others` are the other times of the sentence, which it leaves out."""
    found = _parsed_clause(sentence.tokens, start, end) if sentence.tokens else None
    low, high = found or _plain_clause(text, sentence, start, end)
    low, high = _without(low, high, start, end, others)
    low, high = _tidy(text, low, high)
    return (low, high) if low <= start and end <= high else trim(text, sentence.start, sentence.end)


def _parsed_clause(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int] | None:
    """The clause by the parse: the predicate that the time hangs on, without the clauses that hang on it."""
    inside = [i for i, token in enumerate(tokens) if token.start < end and start < token.end]
    if not inside:
        return None
    head = next((i for i in inside if tokens[i].head not in inside or tokens[i].head == i), inside[0])
    noun = tokens[head].head
    if tokens[noun].pos in ("NOUN", "PROPN") and noun > inside[-1] and noun != head:
        return _yield(tokens, noun, inside, nominal=True)
    predicate = _predicate(tokens, head)
    return None if predicate is None else _yield(tokens, predicate, inside, nominal=False)


def _predicate(tokens: Sequence[Token], at: int) -> int | None:
    """The nearest predicate above token `at`."""
    for _ in range(len(tokens)):
        token = tokens[at]
        if token.pos in _PREDICATES and token.dep not in ("aux", "aux:pass", "cop"):
            return at
        if token.head == at:
            return at
        at = token.head
    return None


def _yield(tokens: Sequence[Token], top: int, inside: Sequence[int], *, nominal: bool) -> tuple[int, int]:
    """First and last character of what hangs on `top`, cut where other clauses begin, with the time in it."""
    owner = _owners(tokens, top, nominal=nominal)
    kept = {i for i, own in enumerate(owner) if own}
    low = high = top
    while low - 1 in kept:
        low -= 1
    while high + 1 in kept:
        high += 1
    low, high = min(low, inside[0]), max(high, inside[-1])
    return tokens[low].start, tokens[high].end


def _owners(tokens: Sequence[Token], top: int, *, nominal: bool) -> list[bool]:
    """For each token whether it hangs on `top` and not on another clause."""
    known: dict[int, bool] = {top: True}

    def belongs(at: int) -> bool:
        path = []
        while at not in known:
            path.append(at)
            token = tokens[at]
            barrier = token.dep in _CLAUSAL and (nominal or token.dep not in _KEPT) and token.pos in _PREDICATES
            if barrier or token.head == at or len(path) > len(tokens):
                known[at] = False
                break
            at = token.head
        answer = known[at]
        for one in path:
            known[one] = answer
        return answer

    return [belongs(i) for i in range(len(tokens))]


_BOUNDARY = re.compile(
    r"[;:]|--|[—–](?=\s)|,\s+(?=(?:which|who|whose|where|when|while|and|but|as|after|before|according|including|saying|with)\b)"
    r"|\s(?=(?:after|before|while|because|although|which|who)\s)"
)


def _plain_clause(text: str, sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """The clause by punctuation and conjunctions, where there is no parse."""
    low, high = sentence.start, sentence.end
    for found in _BOUNDARY.finditer(text, sentence.start, sentence.end):
        if found.end() <= start and start - found.end() > 12:
            low = found.end()
        elif found.start() >= end and found.start() - low > 40:
            high = found.start()
            break
    return low, high


def _without(low: int, high: int, start: int, end: int, others: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The clause cut so that the other times stay outside, where enough remains."""
    for other_start, other_end in others:
        if other_end <= start and low < other_end and start - other_end > 15:
            low = other_end
        elif other_start >= end and other_start < high and other_start - low > 25:
            high = other_start
    return low, high


_LEADING = re.compile(r"[\s,;:.–—\-)\]]+|(?:and|but|that|which|who|or|so)\s+", re.IGNORECASE)
_TRAILING = re.compile(
    r"(?:[\s,;:–—\-(\[\"“]|\b(?:and|but|on|in|at|by|from|since|until|after|before|that|for|the|a|of|to|as|when|while))+$",
    re.IGNORECASE,
)


def _tidy(text: str, low: int, high: int) -> tuple[int, int]:
    low, high = trim(text, low, high)
    found = _LEADING.match(text, low, high)
    while found and found.end() < high:
        low = found.end()
        found = _LEADING.match(text, low, high)
    tail = _TRAILING.search(text[low:high])
    if tail and tail.start() > 10:
        high = low + tail.start()
    if high - low > _LONGEST:
        cut = max(text.rfind(", ", low + 80, low + _LONGEST), text.rfind(" ", low, low + _LONGEST))
        high = cut if cut > low else low + _LONGEST
    return trim(text, low, high)
