"""Who is said to be to blame: charges read from the words, and parties that put one deed on each other."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from readout.analysis.accounts.contested.tellers import holder_words, subject_at
from readout.language.denials import denial_words
from readout.language.terms import is_title
from readout.spans import Span
from readout.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readout.analysis.accounts.contested.signals import Claim
    from readout.analysis.accounts.setting.scene import Line, Scene

_ANSWERED = 3  #: sentences between a charge and what answers it at most
_NAMES = r"(?P<who>(?:[^\s,;:]+\s+){1,8}?)"
_DEED = r"(?P<deed>[^\s,;:]+(?:\s+[^\s,;:]+){0,13})"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?P<verb>\b(?:blam(?:e|es|ed|ing)|accus(?:e|es|ed|ing)|fault(?:s|ed|ing)?)\b)\s+{_NAMES}[\"“‘]?(?:for|of)\s+{_DEED}",
        rf"(?P<verb>\bh(?:old|olds|eld)\b)\s+{_NAMES}responsible\s+for\s+{_DEED}",
        r"(?P<verb>\b(?:blam(?:e|es|ed|ing)|pin(?:s|ned))\b)\s+(?P<deed>(?:[^\s,;:]+\s+){1,8}?)on\s+"
        r"(?P<who>[^\s,;:]+(?:\s+[^\s,;:]+){0,4})",
    )
)
_CAUSED = re.compile(
    rf"{_NAMES}(?P<verb>(?:is|are|was|were)\s+(?:\w+ly\s+)?(?:responsible\s+for|to\s+blame\s+for|behind))\s+{_DEED}",
    re.IGNORECASE,
)
#: What stands in whatever one of these matches; they cost more to look for.
_CHARGING = re.compile(r"blam|accus|fault|responsible|behind|pin(?:s|ned)\b", re.IGNORECASE)


class Charge(NamedTuple):
    """A claim that puts a deed on someone, or calls what was done a crime."""

    claim: int
    accused: frozenset[str]  #: telling stems of whom it names; none where a deed is only called a crime
    deed: frozenset[str]
    asked: Span | None = None  #: the deed's words, where it is one that can be asked about
    whom: Span | None = None  #: the words for whom it accuses
    link: str = ""  #: "of" or "for" between the two
    verb: str = "is to blame for"  #: what to ask of who did it


def _charges_in(number: int, claim: Claim, low: int, scene: Scene) -> Iterator[Charge]:
    """The charges of a claim, from `low` (where its cue begins) on."""
    line = claim.line
    shown = line.text[low - line.start : claim.span.end - line.start]
    patterns = _PATTERNS if claim.signal.kind not in ("deny", "reject", "judge") and not claim.negated else ()
    for pattern in (*patterns, _CAUSED) if patterns and _CHARGING.search(shown) else ():
        for match in pattern.finditer(shown):
            who, deed = (
                frozenset(
                    term.stem
                    for term in line.terms_in(low + match.start(name), low + match.end(name))
                    if not is_title(term.word)
                )
                for name in ("who", "deed")
            )
            whose = subject_at(line, low + match.start("verb"), scene)
            if whose is not None and not holder_words((whose,)) & claim.party:
                continue
            if who:
                asked = _deed(line, low + match.start("deed"), low + match.end("deed"))
                verb = " ".join(match.group("verb").lower().split())
                verb = re.sub(r"^(?:are|were)\b", "is", verb) if "behind" in verb or "responsible" in verb else ""
                whom = Span(line.article, low + match.start("who"), low + match.end("who"))
                link = shown[match.end("who") : match.start("deed")].strip('“”"‘ ')
                yield Charge(number, who, deed, asked, whom, link, verb or "is to blame for")
                return
    named = _named_a_crime().search(fold(line.text[claim.span.start - line.start : claim.span.end - line.start]))
    if named is not None:
        deed = line.stems_in(claim.span.start, claim.span.end)
        yield Charge(number, frozenset(), deed)


def _deed(line: Line, start: int, end: int) -> Span:
    """The words for a deed, up to where the sentence goes on with another verb ("for the fire and urged calm")."""
    for number, token in enumerate(line.tokens):
        if start < token.start < end and token.dep == "cc":
            joined = line.tokens[token.head]
            if joined.pos == "VERB" and joined.dep == "conj" and token.head > number:
                return Span(line.article, start, line.tokens[number - 1].end)
    return Span(line.article, start, end)


@lru_cache(maxsize=1)
def _named_a_crime() -> re.Pattern[str]:
    """What calls a deed a crime: "called the operation a massacre", "was a planned provocation", "this bloodbath"."""
    crimes = "|".join(sorted(denial_words().crimes))
    names = r"(?:call|brand|label|describ|denounc|condemn)(?:s|es|ed|led)?|is|was|were|are|as|this|it's"
    return re.compile(rf"\b(?:{names})\s+(?:[^\s.;]+\s+){{0,9}}?[\"']?(?:{crimes})\b")


def find_charges(claims: Sequence[Claim], scene: Scene) -> list[Charge]:
    """All charges of a story, one of each claim at most."""
    found: list[Charge] = []
    for number, claim in enumerate(claims):
        if claim.voice:
            continue
        starts = [claim.span.start]
        if claim.statement is not None:
            starts += [cue.start for cue in claim.statement.cue if claim.line.start <= cue.start < claim.line.end]
        found.extend(_charges_in(number, claim, min(starts), scene))
    return found


def charge_of(claim: Claim, scene: Scene) -> Charge | None:
    """The charge that one claim brings against someone, or None."""
    return next((charge for charge in find_charges([claim], scene) if charge.asked is not None), None)


def blame_each_other(charges: Sequence[Charge], claims: Sequence[Claim]) -> Iterator[tuple[int, int, float]]:
    """Pairs of claims in which one party puts the deed on another, and the other puts it back, or calls it a crime."""
    for one in charges:
        if not one.accused:
            continue
        a = claims[one.claim]
        for other in charges:
            b = claims[other.claim]
            if a.line.key != b.line.key and not a.owners & b.owners and one.accused & b.party:
                if other.accused & a.party and one.deed & other.deed:
                    yield one.claim, other.claim, 0.85
                elif not other.accused:
                    yield one.claim, other.claim, 0.72


def answered_charges(charges: Sequence[Charge], claims: Sequence[Claim]) -> Iterator[tuple[int, int, float]]:
    """Charges with the clear denial, close by, of a party that speaks of who brings them: "provocation"; "no truth".

    Anywhere in the report, if the one whom it accuses rejects all of it, and speaks of who accuses.
    """
    by_article: dict[str, list[Charge]] = defaultdict(list)
    for charge in charges:
        by_article[claims[charge.claim].line.article].append(charge)
    for number, denial in enumerate(claims):
        if denial.voice or denial.signal.kind not in ("deny", "reject") or not denial.asserts:
            continue
        for charge in by_article[denial.line.article]:
            claim = claims[charge.claim]
            near = abs(claim.line.number - denial.line.number) <= _ANSWERED
            answers = (bool(claim.party & denial.stems), bool(charge.accused & denial.party))
            whole = denial.signal.kind == "reject" and all(answers)
            if whole or (near and any(answers)):
                yield charge.claim, number, 0.66
