"""Sentences that hold both sides: "the ministry dismissed Quill's claim that ...", "..., which Quill denies"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from readout.analysis.accounts.contested.tellers import find_teller, find_thinker, subject_at
from readout.analysis.accounts.setting.clauses import children_of, subtree, top_clauses
from readout.language.denials import denial_words
from readout.language.lexicon import lexicon
from readout.spans import Span
from readout.text.fold import fold, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readout.analysis.accounts.setting.scene import Line, Scene

_NOUN = (
    r"(?:claim|allegation|accusation|charge|assertion|suggestion|contention|insistence|insinuation|argument|account|statement|testimony|"
    r"report|rumou?r|conclusion|finding|characteri[sz]ation|assessment|notion|idea|theory|narrative|version)s?"
)
_DENY = (
    r"(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|disput(?:e|es|ed)|refut(?:e|es|ed)|rebut(?:s|ted)?|"
    r"debunk(?:s|ed)?)"
)
_NAME = r"(?:[\w.&’'-]+\s+){0,5}?[\w.&-]+"
_AS = r"(?:\s+as\s+[“\"‘']?(?:[\w-]+\s+){0,3}?[\w-]+[,”\"’']*)?"
_OWNED = re.compile(
    rf"\b{_DENY}{_AS}\s+(?P<owner>{_NAME})(?:['’]s|(?<=s)['’])\s+(?:[\w-]+\s+){{0,2}}?{_NOUN}\s+that\s+(?P<said>[^;]+)"
)
_OWNED_BY = re.compile(
    rf"\b{_DENY}{_AS}\s+(?:the\s+|an?\s+)?{_NOUN}\s+(?:by|from|of)\s+(?P<owner>{_NAME})\s+that\s+(?P<said>[^;]+)"
)
_REPORTED = re.compile(
    rf"\b{_DENY}\s+(?:media\s+|press\s+|news\s+)?(?P<owner>reports|allegations|accusations|claims|suggestions|rumou?rs)\s+"
    r"(?:that\s+)?(?P<said>(?:he|she|it|they|his|her|its|their|the|a|an|[A-Z][\w’'-]+)\s+[^;]+)"
)  #: whose they are is not said
_AFTER = re.compile(
    rf"(?:,|\s[-–—]+)\s*(?:an?\s+|the\s+)?(?:{_NOUN}|something|which)\s+(?:that\s+|which\s+)?(?P<denier>{_NAME})\s+"
    rf"(?:(?:has|have|had|\w+ly)\s+){{0,2}}?(?P<verb>{_DENY})\b"
)
_DENIED_BY = re.compile(
    rf"(?:,|\s[-–—]+)\s*(?:(?:(?:an?\s+|the\s+)?{_NOUN}|something|which)\s+)?(?:(?:that|which)\s+)?(?:(?:is|are|was|were|has|have|been)\s+){{0,2}}"
    rf"(?:\w+ly\s+)?(?P<verb>denied|disputed|rebuffed|refuted|debunked)\s+by\s+(?P<denier>{_NAME})"
    r"(?=\s*[.,;:]|\s+(?:but|who|in|on|as|after|at|for|when|while|though|since|last)\b|\s*$)"
)  #: "..., a claim rebuffed by the harbour master"
_UNDONE = re.compile(r"(?:\b(?:not|never|nor|cannot|without|nobody|would|could|to)|n['’]t|short of)\s+(?:\w+ly\s+)?$")
_GOES_ON = re.compile(r",\s+(?:saying|according|but|adding|telling|calling|and (?:said|told|called|added))\b")
_COUNTERED = re.compile(
    r"\bden(?:y|ies|ied)\s+(?P<denied>[^;]{8,160}?),?\s+but\s+(?P<owner>[^;]{2,100}?)\s+"
    r"(?P<verb>accus(?:e|es|ed)|blam(?:e|es|ed))\s+(?P<said>[^;,]+)"
)  #: "Norland denied it was behind the fire, but the harbour master blamed its crew"
_LEAST = 3  #: telling words that what was claimed must have
_NAMED = re.compile(r"\b((?:[A-Z][\w.’'-]*\s){0,3}[A-Z][\w’'-]+)\s+(?:(?:has|have|had|\w+ly)\s+){0,2}$")
_LOOSE = re.compile(r",\s*that\s+(?:is|are|was|were|has|have|been)\b")
_NEAR = 25  #: characters between a name and the verb it denies with
_PRONOUN = frozenset(("he", "she"))
_EDGE = 3  #: characters between a name and the end of the words for whose it is
_FAR = 300  #: characters of a claim that is shown


class Frame(NamedTuple):
    """Both sides of one sentence: what is claimed and by whom, and the words that deny it and whose they are."""

    claim: Span
    owner: str
    denial: Span
    denier: str


def _speaker(line: Line, low: int, high: int, scene: Scene) -> str:
    """The name or the words for people in `[low, high)`: whose claim it is, or who denies it; "" for neither."""
    shown = line.text[low - line.start : high - line.start].strip(" .")
    known = frozenset().union(*lexicon().people.values())
    found = [word.folded for word in words(shown)]
    if found and not shown.split()[-1][:1].isupper() and (found[-1] in known or found[-1].removesuffix("s") in known):
        return re.sub(r"^(?:the|an?)\s+", "", shown, flags=re.IGNORECASE)
    named = [name for start, end, name in scene.mentions_in(line) if low <= start and high - _EDGE <= end <= high]
    return named[-1] if named else ""


def _last_name(line: Line, place: int, scene: Scene) -> tuple[int, str]:
    """Where the last name shortly before a place begins, and the name; (place, "") where there is none."""
    near = [(start, name) for start, end, name in scene.mentions_in(line) if end <= place and place - end <= _NEAR]
    if near:
        return near[-1]
    written = _NAMED.search(line.text[: place - line.start])
    return (line.start + written.start(1), written.group(1)) if written else (place, "")


def find_frames(line: Line, scene: Scene) -> Iterator[Frame]:
    """The frames of a line that name both sides."""
    for pattern in (_OWNED, _OWNED_BY, _REPORTED):
        for match in pattern.finditer(line.text):
            yield from _owned(line, match, scene)
    for match in _COUNTERED.finditer(line.text):
        yield from _countered(line, match, scene)
    for pattern in (_AFTER, _DENIED_BY):
        for match in pattern.finditer(line.text):
            yield from _denied_after(line, match, scene)


def _owned(line: Line, match: re.Match[str], scene: Scene) -> Iterator[Frame]:
    """The two sides of "the ministry dismissed Quill's claim that ..."."""
    base, verb = line.start, line.start + match.start()
    if _UNDONE.search(line.text[: match.start()].lower()):
        return
    owner = match.group("owner")
    if match.re is not _REPORTED:
        owner = _speaker(line, base + match.start("owner"), base + match.end("owner"), scene)
    start, denier = _last_name(line, verb, scene)
    if not denier:
        denier = subject_at(line, verb, scene) or scene.holders_of(Span(line.article, verb, verb + 4))[0]
    said = _GOES_ON.split(line.text[match.start("said") : match.end("said")][:_FAR], maxsplit=1)[0].rstrip(' .,"”')
    claim = Span(line.article, base + match.start("said"), base + match.start("said") + max(1, len(said)))
    if owner and owner != denier and len(line.terms_in(claim.start, claim.end)) >= _LEAST:
        yield Frame(claim, owner, Span(line.article, start, base + match.start("said")), denier)


def _countered(line: Line, match: re.Match[str], scene: Scene) -> Iterator[Frame]:
    """The two sides of "Norland denied it was behind the fire, but the harbour master blamed its crew"."""
    base, verb = line.start, line.start + match.start()
    start, denier = _last_name(line, verb, scene)
    low, high = base + match.start("owner"), base + match.end("owner")
    named = [name for first, last, name in scene.mentions_in(line) if low <= first and last <= high]
    owner = named[0] if named else _speaker(line, low, high, scene)
    claim = Span(line.article, low, base + match.end("said"))
    if denier and owner and owner != denier and not _UNDONE.search(line.text[: match.start()].lower()):
        yield Frame(claim, owner, Span(line.article, start, base + match.end("denied")), denier)


def _is_inquiry(line: Line, claim: Span) -> bool:
    """Whether a claim tells of an inquiry, which asserts nothing."""
    inside = (word.folded for word in line.words if claim.start <= word.start < claim.end)
    return any(word.startswith(("investigat", "prob")) for word in inside)


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


def _alleger(line: Line, claim: Span) -> str:
    """The words for who alleges it, where no name is told ("One client alleged ..."); "" for none."""
    for clause in top_clauses(line.tokens, claim.start, claim.end):
        if clause.subject >= 0 and fold(line.tokens[clause.verb].text) in denial_words().telling:
            numbers = subtree(children_of(line.tokens), clause.subject)
            low, high = line.tokens[numbers[0]].start, line.tokens[numbers[-1]].end
            return line.text[low - line.start : high - line.start] if line.tokens[clause.subject].pos == "NOUN" else ""
    return ""


def _denied_after(line: Line, match: re.Match[str], scene: Scene) -> Iterator[Frame]:
    """The two sides of "the US blamed Iran for the attacks, an allegation Tehran denies"."""
    base = line.start
    if _LOOSE.match(match.group()):
        return  # "stories, that have been debunked by Fenn" are some stories
    low, high = base + match.start("denier"), base + match.end("denier")
    place = base + match.start()
    if line.text[match.start("denier") : match.end("denier")].lower() in _PRONOUN:
        people = [name for _, end, name in scene.mentions_in(line) if end <= place]
        denier = people[-1] if people and people[-1] in scene.persons else ""
    else:
        denier = _speaker(line, low, high, scene)
    before = line.text[: match.start()]
    opening = max(before.rfind(";") + 1, len(before) - _FAR, 0)
    joined = before.rfind(", and ")
    if joined > opening and any(word.folded in denial_words().charging for word in words(before[joined:])):
        opening = joined + len(", and ")
    opening += len(before[opening:]) - len(before[opening:].lstrip())
    if opening >= match.start():
        return
    if _UNDONE.search(line.text[: match.start("verb")].lower()):
        return
    claim = Span(line.article, base + opening, place)
    owner = find_teller(line, claim, scene) or find_thinker(line, claim, scene)
    if owner is None:
        owner = scene.holders_of(Span(line.article, claim.start + len(claim) // 2, claim.end))[0]
        owner = (_alleger(line, claim) or owner) if owner == denier else owner
    if denier.split()[-1:] and fold(denier.split()[-1]).strip(".") in ("both", "others", "many", "some"):
        return
    if _is_inquiry(line, claim) and owner.startswith("outlet:"):
        return  # "is investigating whether he sold it, which he denies"
    claim = _told(line, claim)
    if denier and owner != denier and len(line.terms_in(claim.start, claim.end)) >= _LEAST:
        edges = sorted((low, high, base + match.start("verb"), base + match.end("verb")))
        yield Frame(claim, owner, Span(line.article, edges[0], edges[-1]), denier)
