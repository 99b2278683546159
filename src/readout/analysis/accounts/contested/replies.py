"""Sentences that reject what someone claims: who rejects, whose claim it is, and what it says, as far as they tell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from readout.analysis.accounts.contested.tellers import holder_words, subject_before, subject_start, subject_words
from readout.language.denials import calendar_words, denial_words
from readout.language.lexicon import countries, lexicon
from readout.language.rejecting import rejecting
from readout.language.wordsets import word_sets
from readout.spans import Span
from readout.text.fold import fold, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readout.analysis.accounts.setting.scene import Line, Scene

_THE, _BARRED = word_sets("accounts")["pointing"], word_sets("accounts")["barred"]
AGAIN = "this"  #: the link of what only points back
_FAR = 300  #: characters of a claim that is shown
_LEAST_THAT = 2  #: telling words of a claim told as a clause
_LEAST_OF = 1  #: telling words of one told as a thing


class Reply(NamedTuple):
    """One sentence that rejects a claim.

    `claim` are the words for what is claimed, None where they are not told; `owner` is "" where it is not said whose
    claim it is; `noun` is the word for the claim; `link` tells a clause ("that") from a thing ("of") and from what is
    only pointed back to ("this").
    """

    claim: Span | None
    owner: str
    denial: Span
    denier: str
    noun: str
    link: str


def matches(line: Line, pattern: str, verb: int | str = 0) -> Iterator[re.Match[str]]:
    """Where a pattern of rejecting.toml matches, and nothing undoes the word of denial ("did not", "declined to")."""
    for match in rejecting()[pattern].finditer(line.text):
        if not rejecting()["undone"].search(line.text[: match.start(verb)].lower()):
            yield match


def find_replies(line: Line, scene: Scene) -> Iterator[Reply]:
    """The rejections in a line whose denier is known: of a claim, of what was just told, of what someone said."""
    for match in matches(line, "rejected"):
        mid = [word.folded for word in words(match.group("mid"))]
        if len(mid) > 1 and not _BARRED.isdisjoint(mid):  # "disputed that claim" is whole
            continue
        found = _read(line, match, scene)
        weak = rejecting()["weak"].fullmatch(fold(match.group("noun")))
        if found is not None and not (weak and found.claim is None):
            yield found
    for match in rejecting()["verdict"].finditer(line.text):
        yield from _judged(line, match, scene)
    for match in matches(line, "falsely"):
        yield from _belied(line, match, scene)
    for match in rejecting()["against"].finditer(line.text):
        yield from _set_against(line, match, scene)
    for match in matches(line, "it"):
        start, denier = find_denier(line, line.start + match.start("verb"), scene)
        if denier:
            low = min(start, line.start + match.start())
            yield Reply(None, "", Span(line.article, low, line.start + match.end()), denier, "claim", AGAIN)
    for match in matches(line, "who"):
        yield from _told_by(line, match, scene)


def _told_by(line: Line, match: re.Match[str], scene: Scene) -> Iterator[Reply]:
    """Someone rejected with what they say: "pushed back against critics like Quill who said it was too late"."""
    start, denier = find_denier(line, line.start + match.start("verb"), scene)
    low, high = line.start + match.start("by"), line.start + match.end("by")
    named = [name for first, end, name in scene.mentions_in(line) if low <= first and end <= high + 1]
    owner = named[-1] if named else name_in(line, low, high, scene)
    claim = read_claim(line, match)
    if denier and owner and claim is not None:
        first = min(start, line.start + match.start())
        yield Reply(claim, owner, Span(line.article, first, claim.end), denier, "claim", "that")


def _judged(line: Line, match: re.Match[str], scene: Scene) -> Iterator[Reply]:
    """A claim with the verdict of whoever tells it after it: "her assertions that he sold it were false".

    It may be nobody's that is named ("some reports that he sold it are false"), if a party says that it is false.
    """
    owner = _owner(line, match, scene)
    noun = line.start + match.start("noun")
    claim = read_claim(line, match)
    if claim is None or owner is None:
        return
    denier = _teller(line, noun if owner else claim.start, owner, scene)
    denial = Span(line.article, noun, line.start + match.end())
    yield Reply(claim, owner, denial, denier, fold(match.group("noun")), "that")


def _belied(line: Line, match: re.Match[str], scene: Scene) -> Iterator[Reply]:
    """A claim that is told as false: "Quill falsely claimed that ...", denied by who tells it so."""
    verb = line.start + match.start("first" if match.groupdict().get("first") else "verb")
    place = line.start + match.start()
    found = subject_before(line, place, scene) or subject_before(line, verb, scene)
    claim = read_claim(line, match)
    if found is not None and claim is not None:
        start, owner = found
        denier = _teller(line, place, owner, scene)
        yield Reply(claim, owner, Span(line.article, min(start, place), claim.end), denier, "claim", "that")


def _teller(line: Line, place: int, owner: str, scene: Scene) -> str:
    """Who tells what stands at this place, other than its own speaker."""
    told = scene.statements_over(Span(line.article, place, place + 4))
    speakers = [scene.speaker_of(statement) for statement in told]
    other = [speaker for speaker in speakers if speaker and not holder_words((speaker,)) & holder_words((owner,))]
    return other[0] if other else scene.voice_of(line.article)[0]


def _set_against(line: Line, match: re.Match[str], scene: Scene) -> Iterator[Reply]:
    """What is told contrary to someone's claim, by who tells it."""
    place = line.start + match.start()
    mid = [word.folded for word in words(match.group("mid"))]
    if not _BARRED.isdisjoint(mid):
        return
    teller = _teller(line, place, "", scene)
    noun = fold(match.group("noun"))
    if mid in (["this"], ["that"], ["these"], ["those"]):
        yield Reply(None, "", line.span, teller, noun, AGAIN)
    elif owner := _owner(line, match, scene):
        yield Reply(read_claim(line, match), owner, line.span, teller, noun, "that")


def _read(line: Line, match: re.Match[str], scene: Scene) -> Reply | None:
    base, verb = line.start, line.start + match.start("verb")
    start, denier = find_denier(line, verb, scene)
    if not denier:
        return None
    owner = _owner(line, match, scene)
    claim = read_claim(line, match)
    if owner is None:
        return None
    high = claim.end if claim is not None else base + match.end()
    denial = Span(line.article, min(start, verb), high)
    link = match.group("link") or ""
    noun = fold(match.group("noun"))
    points = claim is None and not link and not owner and fold(match.group("mid")).strip() in _THE
    if points and _leads(line, start) and noun not in denial_words().brought:
        link = AGAIN  # "But the council disputed the claim."
    return Reply(claim, owner, denial, denier, noun, link)


def _leads(line: Line, place: int) -> bool:
    """Whether a sentence begins at this place, but for a "but"."""
    return sum(word.start < place for word in line.words) <= 1


def read_claim(line: Line, match: re.Match[str]) -> Span | None:
    """The words for what is claimed, up to where the sentence goes on with something else; None for none."""
    said = match.group("said")
    told = "link" not in match.re.groupindex or match.group("link") == "that"
    if said is None or not (told or rejecting()["told_of"].fullmatch(fold(match.group("noun")))):
        return None
    said = rejecting()["goes_on"].split(said[:_FAR], maxsplit=1)[0]
    said = (said if told else said.split(",")[0]).rstrip(' .,"”')
    low = line.start + match.start("said")
    least = _LEAST_THAT if told else _LEAST_OF
    return Span(line.article, low, low + len(said)) if len(line.terms_in(low, low + len(said))) >= least else None


def find_denier(line: Line, verb: int, scene: Scene) -> tuple[int, str]:
    """Where the words for who denies begin, and who it is; (place, "") where that is not told."""
    found = subject_before(line, verb, scene)
    start = found[0] if found is not None else subject_start(line, verb)
    if found is not None and found[1][:1].isupper():
        return found
    for statement in scene.statements_at(Span(line.article, verb, verb + 4)):
        if any(cue.start <= verb < cue.end for cue in statement.cue):
            speaker = scene.speaker_of(statement)
            if speaker:
                return min([start, *(s.start for s in statement.named if s.start >= line.start)]), speaker
    if found is not None:
        return found
    return subject_words(line, verb) or _begins(line, verb, scene)


def _begins(line: Line, verb: int, scene: Scene) -> tuple[int, str]:
    """Who denies by the words before the verb, where a sentence begins with nothing else; (verb, "") for nobody."""
    opening = rejecting()["opening"].match(line.text[: verb - line.start])
    if opening is None:
        return verb, ""
    low = line.start + opening.start("who")
    return low, name_in(line, low, line.start + opening.end("who"), scene)


def _owner(line: Line, match: re.Match[str], scene: Scene) -> str | None:
    """Whose claim it is: a name or words for people; "" where that is not said; None where it cannot be told."""
    base = line.start + match.start("mid")
    mid = match.group("mid")
    for name in ("by", "from"):
        if match.groupdict().get(name):
            return name_in(line, line.start + match.start(name), line.start + match.end(name), scene) or None
    if rejecting()["possessive"].search(mid):
        return None  # "his claim"
    owned = rejecting()["owner"].search(mid)
    if owned is not None:
        low, high = base + owned.start("name"), base + owned.end("name")
        return name_in(line, low, high, scene) or None
    tail = mid.rstrip()
    last = tail.split(" ")[-1] if tail else ""
    if last[:1].isupper() and fold(last) not in calendar_words():
        high = base + len(tail)
        named = [name for start, end, name in scene.mentions_in(line) if base <= start < high <= end]
        return named[-1] if named else _country(tail)
    return ""


def _country(before: str) -> str:
    """The country whose adjective ends some words ("Canadian" claims); "" for none."""
    return countries()[1].get(fold(before.split()[-1]), "")


def name_in(line: Line, low: int, high: int, scene: Scene) -> str:
    """The name in `[low, high)`, or the words for people; "" for neither."""
    shown = line.text[low - line.start : high - line.start].strip()
    named = [name for start, end, name in scene.mentions_in(line) if low <= start and end <= high + 1]
    if named and shown.split()[-1][:1].isupper():
        return named[-1]
    known = frozenset().union(*lexicon().people.values())
    found = [word.folded for word in words(shown)]
    if found and (found[-1] in known or found[-1].removesuffix("s") in known):
        return re.sub(r"^(?:the|an?)\s+", "", shown, flags=re.IGNORECASE)
    return ""
