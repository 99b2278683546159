"""Sentences that hold both sides: "criticised Quill's plan to ...", "..., which Quill denies"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from readout.analysis.accounts.contested.replies import find_denier, matches, name_in, read_claim
from readout.analysis.accounts.contested.tellers import find_teller
from readout.analysis.accounts.setting.clauses import children_of, subtree, top_clauses
from readout.language.denials import denial_words
from readout.language.rejecting import rejecting
from readout.spans import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from readout.analysis.accounts.setting.scene import Line, Scene

OPPOSES = "opposes"
_LEAST = 3  #: telling words that what was claimed must have
_FAR = 300  #: characters of a claim that is shown


class Frame(NamedTuple):
    """Both sides of one sentence: what is claimed and by whom, and the words that deny it and whose they are."""

    claim: Span
    owner: str
    denial: Span
    denier: str
    verb: str = "denies"  #: what the denier does


def find_frames(line: Line, scene: Scene) -> Iterator[Frame]:
    """The frames of a line that name both sides."""
    for match in matches(line, "opposed"):
        yield from _opposed(line, match, scene)
    for match in (*matches(line, "after", "verb"), *matches(line, "denied_by", "verb")):
        yield from _denied_after(line, match, scene)


def _opposed(line: Line, match: re.Match[str], scene: Scene) -> Iterator[Frame]:
    """The two sides of "Fenn criticised Quill's plan to sell the mill", if it is told who opposes it."""
    owner = name_in(line, line.start + match.start("owner"), line.start + match.end("owner"), scene)
    start, denier = find_denier(line, line.start + match.start("verb"), scene)
    told = read_claim(line, match)
    if told is None or not owner or not denier:
        return
    plan = Span(line.article, line.start + match.start("owner"), told.end)
    low = min(start, line.start + match.start("verb"))
    yield Frame(plan, owner, Span(line.article, low, told.end), denier, OPPOSES)


def _is_inquiry(line: Line, claim: Span) -> bool:
    """Whether a claim tells of an inquiry, which asserts nothing."""
    return any(word.startswith(("investigat", "prob")) for word in line.folded_in(claim.start, claim.end))


def _told(line: Line, claim: Span) -> Span:
    """What a claim says, without who says it: "One client alleged he sold it" says that he sold it."""
    children = children_of(line.tokens)
    for clause in top_clauses(line.tokens, claim.start, claim.end):
        below = [n for n in children[clause.verb] if line.tokens[n].dep == "ccomp" and n > clause.verb]
        if not below or clause.subject < 0 or line.tokens[clause.verb].lemma not in denial_words().leads:
            return claim
        first = next(n for n in subtree(children, below[0]) if line.tokens[n].dep != "mark")
        return (
            Span(claim.article, line.tokens[first].start, claim.end) if line.tokens[first].start < claim.end else claim
        )
    return claim


def _denied_after(line: Line, match: re.Match[str], scene: Scene) -> Iterator[Frame]:
    """The two sides of "the US blamed Iran for the attacks, an allegation Tehran denies"."""
    base = line.start
    if rejecting()["loose"].match(match.group()):
        return  # "stories, that have been debunked by Fenn" are some stories
    low, high = base + match.start("denier"), base + match.end("denier")
    place = base + match.start()
    denier = name_in(line, low, high, scene)
    before = line.text[: match.start()]
    opening = max(before.rfind(";") + 1, len(before) - _FAR, 0)
    opening += len(before[opening:]) - len(before[opening:].lstrip())
    claim = Span(line.article, base + opening, place)
    owner = find_teller(line, claim, scene)
    if owner is None:
        owner = scene.holders_of(Span(line.article, claim.start + len(claim) // 2, claim.end))[0]
    if _is_inquiry(line, claim):
        return  # "is investigating whether he sold it, which he denies"
    claim = _told(line, claim)
    if denier and len(line.terms_in(claim.start, claim.end)) >= _LEAST:
        edges = sorted((low, high, base + match.start("verb"), base + match.end("verb")))
        yield Frame(claim, owner, Span(line.article, edges[0], edges[-1]), denier)
