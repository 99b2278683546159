"""All claims of a story: what is said by itself, and both sides of each sentence that rejects what someone claims."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from readout.analysis.accounts.contested.assertions import can_assert
from readout.analysis.accounts.contested.claims import own_claims
from readout.analysis.accounts.contested.frames import Frame, find_frames
from readout.analysis.accounts.contested.replies import find_replies
from readout.analysis.accounts.contested.signals import NO_SIGNAL, Claim, Signal
from readout.analysis.accounts.contested.tellers import holder_words, telling_words
from readout.language.denials import calendar_stems, denial_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readout.analysis.accounts.contested.replies import Reply
    from readout.analysis.accounts.setting.scene import Line, Scene
    from readout.spans import Span

_DENYING = ("deny", "reject", "judge", "innocence")
_NEARBY = 8  #: sentences around a rejection in which less shows who claimed what it rejects
_PART_NEAR, _SHARED_NEAR = 0.4, 2.5  #: part and weight of what is rejected that a claim near by has
_PART, _SHARED = 0.55, 4.5  #: the same elsewhere
_WORD = 6  #: characters by which a claim can begin before what a frame has of it: "that "


def read_claims(scene: Scene) -> list[Claim]:
    """All claims of a story, by place."""
    claims = own_claims(scene)
    by_line: dict[tuple[str, int], list[Claim]] = {}
    for claim in claims:
        by_line.setdefault(claim.line.key, []).append(claim)
    told: list[Claim] = []
    gone: set[int] = set()
    for line in scene.lines:
        framed = {frame.claim.start: frame for frame in find_frames(line, scene)}
        for reply in find_replies(line, scene):
            owner = reply.owner or (_asserter(reply.claim, reply, claims, scene) if reply.claim is not None else "")
            if reply.claim is not None and owner:
                framed[reply.claim.start] = Frame(reply.claim, owner, reply.denial, reply.denier)
            elif owner or _is_charge(reply) or reply.link == "this":
                told.append(_rejection(line, reply))
                gone |= {id(c) for c in by_line.get(line.key, ()) if _is_same(c, reply)}
        two = [f for f in framed.values() if not holder_words((f.owner,)) & holder_words((f.denier,))]
        told += [claim for frame in two for claim in _both_sides(line, frame)]
        gone |= {id(c) for c in by_line.get(line.key, ()) for frame in two if _is_anothers(c, frame)}
    found = [claim for claim in claims if id(claim) not in gone] + told
    return sorted(found, key=lambda claim: (claim.span, claim.statement.id if claim.statement else ""))


def _is_anothers(claim: Claim, frame: Frame) -> bool:
    """Whether the word of denial in a claim is that of someone else ("she says he sold it, which he denies"), or
    what it denies is told in full by the frame ("rejected claims that he sold it").
    """
    denies = frame.denial.start <= claim.signal.start < frame.denial.end
    own = bool(claim.owners & holder_words((frame.denier,)))
    return denies and (not own or frame.claim.start <= claim.span.start + _WORD < frame.claim.end)


def _is_same(claim: Claim, reply: Reply) -> bool:
    """Whether a claim is the rejection itself, read in another way."""
    return claim.span.overlaps(reply.denial) and bool(claim.signal.words)


def _is_charge(reply: Reply) -> bool:
    """Whether what is rejected is a charge that someone has brought ("denied the allegations")."""
    return reply.claim is None and reply.noun in denial_words().brought


def _rejection(line: Line, reply: Reply) -> Claim:
    """A rejection that says whose claim it rejects, or that it is a charge, but not what the claim says."""
    kind = "deny" if reply.owner or reply.link == "this" else "innocence"
    side = _side(line, reply.denial, reply.denier, Signal("denies", reply.denial.start, kind))
    about = telling_words(reply.owner) if reply.owner else frozenset[str]()
    return replace(side, about=about, pointer="that" if reply.link == "this" else "the")


def _both_sides(line: Line, frame: Frame) -> Iterator[Claim]:
    """The claim and the denial that one sentence holds."""
    yield replace(_side(line, frame.claim, frame.owner, NO_SIGNAL), frame=frame.claim.start)
    signal = Signal(frame.verb, frame.denial.start, "deny")
    yield replace(_side(line, frame.denial, frame.denier, signal), frame=frame.claim.start)


def _side(line: Line, span: Span, holder: str, signal: Signal) -> Claim:
    """What one side of a sentence says."""
    return Claim(
        line=line,
        span=span,
        holders=(holder,),
        statement=None,
        stems=line.stems_in(span.start, span.end),
        negated=False,
        hedged=False,
        signal=signal,
        pointer="",
        owners=holder_words((holder,)),
        party=holder_words((holder,)),
        about=frozenset(),
        asserts=can_assert(line, span, None),
    )


def _asserter(said: Span, reply: Reply, claims: Sequence[Claim], scene: Scene) -> str:
    """Who says elsewhere what a rejection tells without saying whose claim it is; else the word for it, or ""."""
    line = scene.line_at(said.article, said.start)
    if line is None:
        return ""
    barred = holder_words((reply.denier,))
    matter = line.stems_in(said.start, said.end) - barred - calendar_stems()
    weight = scene.weight(matter)
    best: tuple[float, str] = (0.0, "")
    for claim in claims:
        if claim.line.key == line.key or claim.voice or claim.negated or claim.owners & barred or claim.party & barred:
            continue
        if claim.signal.kind in _DENYING or not claim.asserts:
            continue
        shared = scene.weight(matter & claim.stems)
        near = claim.line.article == line.article and abs(claim.line.number - line.number) <= _NEARBY
        part, least = (_PART_NEAR, _SHARED_NEAR) if near else (_PART, _SHARED)
        if shared >= least and shared >= part * weight and len(matter & claim.stems) > 1:
            best = max(best, (shared, claim.holders[0]))
    if best[1]:
        return best[1]
    return reply.noun if reply.noun.endswith("s") and reply.link == "that" else ""
