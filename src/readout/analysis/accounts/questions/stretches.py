"""Stretches of a text as a question quotes them: a clause without its answer, a whole phrase."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from readout.analysis.accounts.questions.writing import shorten
from readout.language.questioning import words_that
from readout.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.accounts.setting.scene import Line, Scene
    from readout.analysis.accounts.values.mentions import Mention
    from readout.spans import Span

_LEFT_OVER = re.compile(
    r"(?:\s|^)(?:on|in|at|since|until|by|from|during|before|after|for|of|late|early)(?:\s(?:the|late|early))?$",
    re.IGNORECASE,
)  #: what belongs to a time that is left out
_BRACKETS = frozenset("()[]—–,;:")
_LOOSE = ("PUNCT", "ADP", "CCONJ", "SCONJ", "DET", "SYM")
_TO_HEAD = 3  #: words to the noun that a phrase opens
_OWN = re.compile(r"^['’]s?\b")
_FEW_WORDS = 5  #: words of a clause that tells what is asked, at least
_LONGEST = 140  #: characters of the texts in a question
_AFTER = 50  #: characters that are left for what follows an answer


def topic_of(mentions: Sequence[Mention], scene: Scene) -> str:
    """A clause that tells an amount, as the text puts it but for the amount: what a question is about.

    The shortest that can be understood by itself.
    """
    mention = min(mentions, key=lambda m: (lacks(m.line, m.evidence), len(m.evidence), m.evidence))
    return gap(mention.line, mention.evidence, mention.span, scene)


def gap(line: Line, evidence: Span, answer: Span, scene: Scene, *, dots: bool = True) -> str:
    """A clause without the answer in it; the sentence around it where the clause lacks something."""
    bare = line.tokens and (lacks(line, evidence) > 1 or answer.start == evidence.start)
    start, end = (line.start, line.end) if bare else (evidence.start, evidence.end)
    text = scene.articles[line.article].text
    if not start <= answer.start < answer.end <= end:
        return shorten(text[start:end])
    before, after = text[start : answer.start].rstrip(), _OWN.sub("", text[answer.end : end])
    if len(before) > _LONGEST - _AFTER and len(before) + len(after) > _LONGEST:
        before = "… " + before[len(before) - _LONGEST + _AFTER :].split(" ", 1)[-1]
    if not dots:
        before = _LEFT_OVER.sub("", before)
        if not re.search(r"\w", before) or not re.search(r"\w", after):
            return shorten(after.lstrip(" ,;:") if re.search(r"\w", after) else before)
    return shorten(f"{before} …{after}")


def lacks(line: Line, span: Span) -> int:
    """How much words lack to be understood by themselves: 2 a verb, a subject or more words, 1 a subject that names."""
    inside = [token for token in line.tokens if span.start <= token.start < span.end]
    if len(inside) < _FEW_WORDS or all(token.pos not in ("VERB", "AUX") for token in inside):
        return 2
    subjects = [token for token in inside if token.dep.startswith("nsubj")]
    if not subjects or all(fold(token.text) in words_that("relative") for token in subjects):
        return 2
    return int(all(token.pos == "PRON" for token in subjects))


def whole_phrase(span: Span, scene: Scene) -> tuple[int, int]:
    """A stretch of words as a whole phrase: without brackets, and small words at its ends, up to the noun it opens."""
    line = scene.line_at(span.article, span.start)
    tokens = line.tokens if line is not None else ()
    inside = [n for n, token in enumerate(tokens) if span.start <= token.start < span.end]
    marks = [n for n in inside if tokens[n].text in _BRACKETS]
    if marks:  # the longest run that holds no bracket
        cuts = [inside[0] - 1, *marks, inside[-1] + 1]
        inside = max((list(range(a + 1, b)) for a, b in pairwise(cuts)), key=len)
    while inside and tokens[inside[0]].pos in _LOOSE:
        inside.pop(0)
    if not inside:
        return span.start, span.end
    first, last = inside[0], inside[-1]
    head = tokens[last].head
    open_to = tokens[last].pos in ("ADJ", "DET", "NUM", "NOUN", "PROPN") and tokens[head].pos in ("NOUN", "PROPN")
    if open_to and last < head <= last + _TO_HEAD:
        last = head
    while tokens[last].pos == "PROPN" and last + 1 < len(tokens) and tokens[last + 1].dep == "flat":
        last += 1
    while last > first and tokens[last].pos in _LOOSE:
        last -= 1
    while first > 1 and tokens[first - 1].text == "-":
        first -= 2
    return tokens[first].start, tokens[last].end
