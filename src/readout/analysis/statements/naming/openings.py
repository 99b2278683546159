"""Where a name stands among sentences: at the opening of its own, alone in it, in the newest that has any."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from readout.language.lexicon import lexicon
from readout.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.statements.naming.cast import Mention

_CLOSE = 300  #: characters in which "it" looks for its body
_OPENING_CLAUSE = 200  #: characters of a clause such as "As the crowd cheered," before a subject
_OPENING = 40  #: characters that may stand before a subject in its sentence
_FEW = 4  #: fewer words than these may stand there
_BEFORE_SUBJECT = 60  #: characters in which the beginning of its sentence is looked for
BORDER = re.compile(
    r"(?:(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|St|Lt|Jr|Sr))(?<!\b(?:Mrs|Sen|Rep|Gov|Gen|Col|Rev|Sgt|Cpl|Adm))\.|[!?])[\"”’')]*\s|\n"
)  #: no full stop of "U.S." or of a title ends a sentence


def opens_last_sentence(text: str, start: int, at: int) -> bool:
    """Whether what begins at `start` opens the sentence before the one that `at` stands in, as its subject does."""
    between = len(BORDER.findall(text, start, at))
    return at - start <= _CLOSE and 0 < between < 2 and is_near_opening(text, start)


def is_near_opening(text: str, start: int) -> bool:
    """Whether at most a few words, no preposition among them, stand before `start` in its sentence."""
    before = text[max(0, start - _OPENING) : start]
    borders = [match.end() for match in BORDER.finditer(before)]
    if not borders and start > _OPENING:
        return False
    words = fold(before[borders[-1] if borders else 0 :]).split()
    return len(words) < _FEW and not any(word in lexicon().function["prepositions"] for word in words)


def opens_sentence(text: str, mention: Mention) -> bool:
    """Whether the mention stands near its sentence's beginning, as a subject does."""
    if _follows_clause(text, mention.start):
        return True
    before = text[max(0, mention.start - _BEFORE_SUBJECT) : mention.start]
    borders = [match.end() for match in BORDER.finditer(before)]
    if not borders and mention.start >= _BEFORE_SUBJECT:
        return False
    between = fold(before[borders[-1] if borders else 0 :])
    return not any(word in lexicon().verbs or word == "that" for word in between.split())


def _follows_clause(text: str, start: int) -> bool:
    """Whether what begins at `start` is the subject after `As the crowd cheered, `, a title before it aside."""
    before = text[max(0, start - _OPENING_CLAUSE) : start]
    borders = [match.end() for match in BORDER.finditer(re.sub(r"(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\.? $", "", before))]
    sentence = fold(before[borders[-1] :]) if borders else ""
    words = sentence.split()
    if not words or words[0] not in ("as", "when", "while", "after", "although", "before", "if", "since"):
        return False
    tail = sentence.rpartition(",")[2].split()
    return "," in sentence and len(tail) < 3 and not any(word in lexicon().verbs for word in tail)


def newest_sentence(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions in the nearest sentence that has any, the last one first; `mentions` come nearest first."""
    group = [mentions[0]]
    for mention in mentions[1:]:
        if BORDER.search(text, mention.end, group[-1].start):
            break
        group.append(mention)
    return group


def is_only_name(text: str, mention: Mention, near: Sequence[Mention]) -> bool:
    """Whether no one else is named in a mention's sentence."""
    spans = [(min(mention.end, m.end), max(mention.start, m.start)) for m in near if m.member is not mention.member]
    return all(BORDER.search(text, low, high) for low, high in spans)
