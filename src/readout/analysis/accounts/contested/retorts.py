"""Sentences that reject what was just told: "Estmark disputed this", "critics who said ...", "has been debunked"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from readout.analysis.accounts.contested.replies import (
    AGAIN,
    SAY,
    UNDONE,
    VERB,
    Reply,
    find_denier,
    name_in,
    read_claim,
    resolve,
)
from readout.analysis.accounts.contested.tellers import holder_words
from readout.language.denials import denial_words
from readout.spans import Span
from readout.text.fold import fold, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readout.analysis.accounts.setting.scene import Line, Scene

_IT = re.compile(
    r"\b(?P<verb>(?:den(?:y|ies|ied)|reject(?:s|ed)|disput(?:es?|ed)|refut(?:es?|ed)|contest(?:s|ed)|contradict(?:s|ed)|debunk(?:s|ed)))\s+"
    r"(?:this|that|it|them|both)(?=\s*[.,;:”\"]|\s+(?:and|but|saying|on|in|as\s+well)\b|\s*$)"
)  #: "Economists have disputed this and say ..."
_NAME = r"(?:[\w.&’'-]+\s+){0,6}?[\w.&’'-]+"
_WHO = re.compile(
    rf"\b(?P<verb>{VERB})\s+(?:(?:a|an|the|some|his|her|their|other|remarks?|comments?|criticism|by|from)\s+){{0,3}}(?P<by>{_NAME})"
    rf"(?:,|\s[-–—])?\s+who\s+(?:(?:has|have|had|\w+ly)\s+){{0,2}}{SAY}\s+(?:that\s+)?(?P<said>[^;]+)"
)  #: "pushed back against critics like Quill who said it was too late"
_PASSED = re.compile(
    rf"(?P<owner>{_NAME})(?:['’]s|(?<=s)['’])\s+(?:[\w-]+\s+){{0,2}}?(?P<noun>[a-z]+)\s+(?:has|have|had|was|were|is|are)\s+(?:(?:since|\w+ly|been)\s+)"
    r"{0,3}(?P<verb>debunked|disproved|discredited|refuted|contradicted|disproven)\b(?:\s+by\s+(?P<denier>[^.,;]+))?"
)  #: "Quill's claim has since been debunked"
_SHOWN = 12  #: words of whoever refutes it, at most


def find_retorts(line: Line, scene: Scene) -> Iterator[Reply]:
    """The rejections in a line that point at what was just told, or at what someone is told to have said."""
    for match in _IT.finditer(line.text):
        start, denier = find_denier(line, line.start + match.start("verb"), scene)
        if denier and not UNDONE.search(line.text[: match.start()].lower()):
            low = min(start, line.start + match.start())
            yield Reply(None, "", Span(line.article, low, line.start + match.end()), denier, "claim", AGAIN)
    for match in _WHO.finditer(line.text):
        yield from _told_by(line, match, scene)
    for match in _PASSED.finditer(line.text):
        yield from _refuted(line, match, scene)


def _told_by(line: Line, match: re.Match[str], scene: Scene) -> Iterator[Reply]:
    """Someone rejected with what they say: "pushed back against critics like Quill who said it was too late"."""
    start, denier = find_denier(line, line.start + match.start("verb"), scene)
    low, high = line.start + match.start("by"), line.start + match.end("by")
    named = [name for first, end, name in scene.mentions_in(line) if low <= first and end <= high + 1]
    owner = named[-1] if named else name_in(line, low, high, scene)
    claim = read_claim(line, match)
    if not denier or not owner or claim is None or UNDONE.search(line.text[: match.start()].lower()):
        return
    if not holder_words((owner,)) & holder_words((denier,)):
        first = min(start, line.start + match.start())
        yield Reply(claim, owner, Span(line.article, first, claim.start), denier, "claim", "that")


def _refuted(line: Line, match: re.Match[str], scene: Scene) -> Iterator[Reply]:
    """Someone's claim that is told as refuted, by whom it is told or else by who tells it."""
    if match.group("noun") not in denial_words().claims or UNDONE.search(line.text[: match.start("verb")].lower()):
        return
    low, high = line.start + match.start("owner"), line.start + match.end("owner")
    owner = resolve(line, name_in(line, low, high, scene), scene)
    by = match.group("denier") or ""
    shown = by if len(words(by)) <= _SHOWN else ""
    denier = ""
    if shown:
        place = line.start + match.start("denier")
        denier = name_in(line, place, place + len(shown), scene) or re.sub(r"^(?:the|an?)\s+", "", shown)
    denier = denier or scene.voice_of(line.article)[0]
    if owner and not holder_words((owner,)) & holder_words((denier,)):
        denial = Span(line.article, low, line.start + match.end())
        yield Reply(None, owner, denial, denier, fold(match.group("noun")), "")
