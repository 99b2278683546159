"""How an amount stands in its sentence by the parse: what describes the things counted, and the deed they hang on."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from readout.analysis.accounts.setting.clauses import children_of
from readout.language.terms import is_stop, stem
from readout.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from readout.types import Token

_REMEMBERED = 16384  #: amounts whose phrasing is remembered
_CLIMB = 6  #: words between an amount and the verb above it, at most
_NOUNS = ("NOUN", "PROPN", "SYM", "NUM", "ADJ")
_OF_NOUN = ("amod", "compound", "nmod", "nmod:poss", "acl", "acl:relcl", "appos")
_BESIDE_VERB = ("xcomp", "compound:prt")
_SMALL = ("NUM", "PUNCT", "ADP", "DET", "SYM")


class Phrasing(NamedTuple):
    """Stems of the words that tell what an amount is of."""

    deeds: frozenset[str] = frozenset()  #: the verb above it, or the noun at the top
    described: frozenset[str] = frozenset()  #: what describes the things counted
    hung: frozenset[str] = frozenset()  #: nouns between the amount and the verb: "the $5 million bridge"


@lru_cache(maxsize=_REMEMBERED)
def phrasing_at(tokens: tuple[Token, ...], start: int, end: int) -> Phrasing:
    """The phrasing of the amount at `[start, end)` of a parsed sentence; an empty one where there is no parse."""
    inside = [n for n, token in enumerate(tokens) if start <= token.start < end]
    tops = [n for n in inside if tokens[n].head not in inside or tokens[n].head == n]
    if not tops:
        return Phrasing()
    children = children_of(tokens)
    place = tops[-1]
    chain = [place]
    while tokens[place].pos in _NOUNS and tokens[place].head != place and len(chain) < _CLIMB:
        place = tokens[place].head
        if tokens[place].pos == "VERB":
            break
        chain.append(place)
    told = {c for number in (*inside, *chain[:2]) for c in children[number] if tokens[c].dep in _OF_NOUN}
    told |= {part for number in told for part in children[number] if tokens[part].dep in _OF_NOUN}
    return Phrasing(
        deeds=_stems(tokens, (place, *(c for c in children[place] if tokens[c].dep in _BESIDE_VERB))),
        described=_stems(tokens, told - {inside[0]}),
        hung=_stems(tokens, (n for n in chain if n not in inside)),
    )


def _stems(tokens: tuple[Token, ...], places: Iterable[int]) -> frozenset[str]:
    """The stems of the telling words at some places."""
    words = (fold(tokens[place].text) for place in places if tokens[place].pos not in _SMALL)
    return frozenset(stem(word) for word in words if len(word) > 1 and not is_stop(word))
