"""Sentences that reject what someone claims: who rejects, whose claim it is, and what it says, as far as they tell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from readout.analysis.accounts.contested.tellers import holder_words, subject_before, subject_start, subject_words
from readout.language.denials import calendar_words, denial_words
from readout.language.lexicon import countries, lexicon
from readout.language.terms import is_title
from readout.spans import Span
from readout.text.fold import fold, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from readout.analysis.accounts.setting.scene import Line, Scene

_NOUN = (
    r"(?:claim|allegation|accusation|charge|assertion|suggestion|contention|insistence|insinuation|argument|account|statement|testimony|"
    r"report|rumou?r|characteri[sz]ation|notion|idea|description|depiction|portrayal|version|explanation|narrative|assessment|"
    r"implication|premise|theory|comment|remark|complaint|finding|conclusion|estimate|figure)s?"
)
_FALSE = (
    r"[“\"‘']?(?:(?:an?|total|totally|complete|completely|utter|utterly|pure|just)\s+){0,2}(?:rubbish|nonsense|absurd|false|untrue|lies?|baseless|"
    r"unfounded|groundless|ridiculous|ludicrous|laughable|preposterous|bogus|misleading|inaccurate|incorrect|fiction|fabricat(?:ed|ion))"
    r"[,”\"’']*"
)  #: what is said of a claim that is not believed
VERB = (
    r"(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|disput(?:es?|ed|ing)|refut(?:es?|ed|ing)|rebut(?:s|ted|ting)?|"
    r"debunk(?:s|ed|ing)?|rebuff(?:s|ed|ing)?|contest(?:s|ed|ing)?|contradict(?:s|ed|ing)?|rubbish(?:es|ed)|discredit(?:s|ed)?|"
    r"disagree(?:s|d|ing)?\s+with|(?:takes?|took|taking)\s+issue\s+with|(?:shot|shoots?|shooting|knock(?:s|ed)|bat(?:s|ted))\s+(?:down|away)|"
    rf"(?:(?:call|brand|label)(?:s|l?ed)|describe[sd]|denounce[sd]|condemn(?:s|ed))(?:\s+as)?\s+{_FALSE}|"
    r"brush(?:es|ed|ing)\s+(?:off|aside)|scoff(?:s|ed|ing)\s+at|(?:hit|hits|fired?|fires|pushe[sd]|pushing)\s+back\s+(?:\w+ly\s+)?"
    r"(?:(?:on|in)\s+[A-Z]\w+\s+)?(?:at|on|against))"
)
_MID = r"(?:[\w&.’'“”\"-]+\s+){0,7}?"
_AS = r"(?:\s+as\s+[“\"‘']?[\w-]+[”\"’']?,?)?"
_WHEN = r"(?:\s+(?:on\s+)?(?:[A-Z][a-z]+day|yesterday|earlier|last\s+\w+|this\s+\w+))?"
_BY = r"\s+(?:made\s+)?(?:by|from)\s+"
_REJECTED = re.compile(
    rf"\b(?P<verb>{VERB}){_AS}\s+(?P<mid>{_MID})[“\"‘']?(?P<noun>{_NOUN})[”\"’']?(?![\w’'-]){_WHEN}"
    rf"(?:(?:{_BY}(?P<by>(?:the\s+)?(?:[\w.&’-]+\s+){{0,5}}?[\w.&’-]+?))??,?\s+(?P<link>that|of|about)\s+(?P<said>[^;]+)|"
    rf"(?:{_BY}(?P<from>(?:the\s+)?(?:[\w.&’-]+\s+){{0,3}}?[\w.&’-]+))?(?=[\s.,;:”\"’')]|$))",
)
_GOES_ON = re.compile(
    r",\s+(?:saying|according|but|adding|telling|calling|arguing|insisting|noting|stating|while|although|though|with|and\s+"
    r"(?:said|says|told|called|added|insisted|argued|has|have|had|he|she|it|they)|as)\b|[—–]|\s-\s|,[”\"]"
)
_CALLED = re.compile(
    rf"\b(?P<verb>(?:call|brand|label|denounc|describ)(?:s|es|l?ed|l?ing))\s+(?P<mid>{_MID})(?P<noun>{_NOUN})\s+(?P<link>that)\s+"
    rf"(?P<said>[^;]{{8,200}}?),?\s+(?:as\s+|to\s+be\s+)?{_FALSE}(?![\w’'-])"
)  #: "calling her charge that he sold it laughable"
_AGAINST = re.compile(
    rf"(?:\b[Cc]ontrary\s+to|\b(?:no|little|without)\s+(?:such\s+)?(?:\w+\s+)?(?:evidence|proof|indication)\s+(?:to\s+(?:support|back)|for|of|"
    rf"supporting|backing)(?:\s+up)?|\bat\s+odds\s+with|\bin\s+contradiction\s+to)\s+(?P<mid>{_MID})[“\"‘']?(?P<noun>{_NOUN})[”\"’']?"
    rf"(?![\w’'-]){_WHEN}(?:,?\s+(?P<link>that)\s+(?P<said>[^;,]+)|(?=[\s.,;:”\"’')]|$))"
)  #: "contrary to Quill's claim that ...", "no evidence to support her claim"
SAY = (
    r"(?:sa(?:ys?|id|ying)|claim(?:s|ed|ing)?|suggest(?:s|ed|ing)?|assert(?:s|ed|ing)?|alleg(?:es?|ed|ing)|stat(?:es?|ed|ing)|insist(?:s|ed)?|"
    r"tweet(?:s|ed|ing)?|told\s+[^,;]{3,40}?|testif(?:y|ies|ied)|report(?:s|ed|ing)?|declar(?:es?|ed|ing)|maintain(?:s|ed)?|impl(?:y|ies|ied)|"
    r"accus(?:es?|ed|ing)\s+[^,;]{3,40}?\s+of|blam(?:es?|ed|ing))"
)
_WHILE = re.compile(
    r"\b(?:is|are|was|were|be|been|['’]s|['’]re)\s+(?:\w+ly\s+|just\s+|simply\s+)?[\"“‘']?(?:lying|wrong|incorrect|mistaken|inaccurate|untruthful|lied|"
    rf"not\s+(?:telling\s+the\s+truth|being\s+truthful))[\"”’']?\s+(?:when|in|to)\s+(?P<who>he|she|they|it|[A-Z][\w’'-]+)?\s*(?P<verb>{SAY})\s+"
    r"(?:that\s+)?(?P<said>[^;]+)"
)  #: "Quill was lying when she said that ..."
_WRONGLY = r"(?:falsely|wrongly|incorrectly|erroneously|inaccurately|mistakenly)"
_FALSELY = re.compile(
    rf"\b(?:{_WRONGLY}\s+(?P<verb>{SAY})\s+(?:that\s+)?|(?P<first>{SAY}),?\s+{_WRONGLY},?\s+that\s+)(?P<said>[^;]+)"
)  #: "Quill falsely claimed that ..."
_DISMISSED = re.compile(
    rf"\b(?P<noun>{_NOUN})\s+that\s+(?P<said>[^;]{{8,240}}?)\s+(?:(?:has|have|had)\s+been|was|were|is|are)\s+(?:\w+ly\s+)?"
    rf"(?P<verb>denied|rejected|disputed|refuted|debunked|rubbished|(?:dismissed|called|branded|labell?ed|described)(?:\s+as)?\s+{_FALSE})\s+by\s+"
    r"(?P<denier>(?:[\w.&’'-]+\s+){0,4}?[\w.&’'-]+)(?=\s*[,.;:]|\s+(?:and|but|who|in|on|as|after)\b|$)"
)  #: "a rumour that she sold it has been called nonsense by her lawyer"
_OPENING = re.compile(
    r"(?:(?:But|However|Yet|And|Still),?\s+|(?:On|In|At|Earlier|Later|Last|Meanwhile)\b[^,;:]{0,30},\s+)?(?P<who>(?:[\w.&’'-]+\s+){0,4}?[\w.&’'-]+)\s+(?:(?:\w+ly|has|have|had|also)\s+){0,3}$"
)
_VERDICT = re.compile(
    rf"\b(?P<mid>(?:(?!that\b)[\w.&’'-]+\s+){{0,5}}?)(?P<noun>{_NOUN})\s+(?P<link>that)\s+(?P<said>[^;]{{8,200}}?),?\s+(?:is|are|was|were)\s+"
    rf"(?:\w+ly\s+)?{_FALSE}(?![\w’'-])"
)  #: "her repeated assertions that he sold it were false"
_DISAGREED = re.compile(
    r"^(?:But|However|Yet),?\s+(?P<who>(?:[\w.&’'-]+\s+){0,4}?[\w.&’'-]+)\s+(?:\w+ly\s+)?(?P<verb>disagree[sd]?)(?!\s+with)\b"
)  #: "But the council sharply disagreed"
_THE = frozenset("the that this those these".split())
UNDONE = re.compile(
    r"(?:\b(?:not|never|nor|cannot|without|nobody|would|could|can|may|might|should|to|will|if|declined|refused)|n['’]t|"
    r"short of)\s+(?:\w+ly\s+)?$"
)
_OWNER = re.compile(r"(?P<name>(?:[\w.&’'-]+\s+){0,5}?[\w.&’'-]+?)(?:['’]s|(?<=s)['’])\s*(?:[\w“\"‘-]+\s+){0,2}$")
_POSSESSIVE = re.compile(r"\b(his|her|their|its)\s+(?:[\w“\"‘-]+\s+){0,2}$")
_BARRED = frozenset("and or but which who whose whom that with for in on to as than after before over".split())
_OUTSIDE = frozenset("call calls bid plan proposal request offer deal".split())
_TOLD_OF = re.compile(
    r"(?:claim|allegation|accusation|charge|suggestion|rumou?r|notion|idea|insinuation|implication|report)s?"
)
_WEAK = re.compile(r"(?:comment|remark|statement|assessment|complaint|finding|conclusion)s?")
_STRONG = re.compile(r"den|rejec|disp|refut|rebut|debunk|contrad|contest")  #: verbs that deny even a mere remark
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


def find_replies(line: Line, scene: Scene) -> Iterator[Reply]:
    """The rejections of claims in a line whose denier is known."""
    for match in (*_REJECTED.finditer(line.text), *_CALLED.finditer(line.text)):
        mid = [word.folded for word in words(match.group("mid"))]
        before = line.text[: match.start()]
        barred = _BARRED & set(mid) if len(mid) > 1 else frozenset[str]()  # "disputed that claim" is whole
        if UNDONE.search(before.lower()) or barred or _OUTSIDE & set(mid):
            continue
        found = _read(line, match, scene)
        weak = _WEAK.fullmatch(fold(match.group("noun"))) and not _STRONG.match(fold(match.group("verb")))
        if found is not None and not (weak and found.claim is None):
            yield found

    disagreed = _DISAGREED.match(line.text)
    if disagreed is not None:
        low, high = line.start + disagreed.start("who"), line.start + disagreed.end("verb")
        denier = name_in(line, low, line.start + disagreed.end("who"), scene)
        if denier:
            yield Reply(None, "", Span(line.article, low, high), denier, "claim", AGAIN)
    for match in _VERDICT.finditer(line.text):
        yield from _judged(line, match, scene)
    for pattern in (_WHILE, _FALSELY):
        for match in pattern.finditer(line.text):
            yield from _belied(line, match, scene)
    for match in _DISMISSED.finditer(line.text):
        yield from _dismissed(line, match, scene)
    for match in _AGAINST.finditer(line.text):
        yield from _set_against(line, match, scene)


def _dismissed(line: Line, match: re.Match[str], scene: Scene) -> Iterator[Reply]:
    """A claim with the verdict of whoever rejects it after it."""
    base, named = line.start, match.group("denier").rstrip(".")
    denier = name_in(line, base + match.start("denier"), base + match.start("denier") + len(named), scene)
    claim = Span(line.article, base + match.start("said"), base + match.end("said"))
    if denier and len(line.terms_in(claim.start, claim.end)) >= _LEAST_THAT:
        denial = Span(line.article, claim.end + 1, base + match.end())
        yield Reply(claim, "", denial, denier, fold(match.group("noun")), "that")


def _judged(line: Line, match: re.Match[str], scene: Scene) -> Iterator[Reply]:
    """A claim with the verdict of whoever tells it after it: "her assertions that he sold it were false".

    It may be nobody's that is named ("some reports that he sold it are false"), if a party says that it is false.
    """
    owner = _owner(line, match, "", scene)
    noun = line.start + match.start("noun")
    claim = read_claim(line, match)
    denier = _teller(line, noun if owner or claim is None else claim.start, owner or "", scene)
    named = [
        start for start, end, _ in scene.mentions_in(line) if line.start + match.start("mid") <= start < end <= noun
    ]
    place = named[-1] if named else noun
    if claim is None or owner is None or not denier:
        return
    if not owner and (denier == scene.voice_of(line.article)[0] or fold(match.group("noun")).startswith("stat")):
        return
    if not holder_words((owner,)) & holder_words((denier,)):
        yield Reply(
            claim, owner, Span(line.article, place, line.start + match.end()), denier, fold(match.group("noun")), "that"
        )


def _belied(line: Line, match: re.Match[str], scene: Scene) -> Iterator[Reply]:
    """A claim that is told as false: "Quill falsely claimed that ...", denied by who tells it so."""
    verb = line.start + match.start("first" if match.groupdict().get("first") else "verb")
    place = line.start + match.start()
    found = subject_before(line, place, scene) or subject_before(line, verb, scene)
    said_by = match.groupdict().get("who") or ""
    if found is None and said_by:
        named = _pronoun(line, place, "his", _teller(line, place, "", scene), scene) if said_by.islower() else said_by
        found = (line.start + match.start("who"), named) if named else None
    claim = read_claim(line, match)
    if found is None or claim is None or UNDONE.search(line.text[: match.start()].lower()):
        return
    start, owner = found
    denier = _teller(line, place, owner, scene)
    if denier and holder_words((denier,)) != holder_words((owner,)):
        yield Reply(claim, owner, Span(line.article, min(start, place), claim.start), denier, "claim", "that")


def _teller(line: Line, place: int, owner: str, scene: Scene) -> str:
    """Who tells what stands at this place, other than its own speaker."""
    told = scene.statements_over(Span(line.article, place, place + 4))
    speakers = [scene.speaker_of(statement) for statement in told if not scene.passes_on(statement)]
    other = [speaker for speaker in speakers if speaker and not holder_words((speaker,)) & holder_words((owner,))]
    return other[0] if other else scene.voice_of(line.article)[0]


def _set_against(line: Line, match: re.Match[str], scene: Scene) -> Iterator[Reply]:
    """What is told contrary to someone's claim, by who tells it."""
    place = line.start + match.start()
    mid = [word.folded for word in words(match.group("mid"))]
    if _BARRED & set(mid) or line.text[: match.start()].rstrip()[-1:] == "?":
        return
    teller = _teller(line, place, "", scene)
    noun = fold(match.group("noun"))
    if mid[:1] and mid[0] in ("this", "that", "these", "those") and len(mid) == 1:
        yield Reply(None, "", line.span, teller, noun, AGAIN)
        return
    owner = _owner(line, match, teller, scene)
    found = subject_before(line, place, scene) if not match.group().startswith(("Contrary", "contrary")) else None
    denier = found[1] if found is not None else teller
    if not owner or not denier or holder_words((owner,)) == holder_words((denier,)):
        return
    yield Reply(read_claim(line, match), owner, line.span, denier, noun, "that")


def _read(line: Line, match: re.Match[str], scene: Scene) -> Reply | None:
    base, verb = line.start, line.start + match.start("verb")
    start, denier = find_denier(line, verb, scene)
    if not denier:
        return None
    owner = _owner(line, match, denier, scene)
    claim = read_claim(line, match)
    if owner is None or (owner and holder_words((owner,)) == holder_words((denier,))):
        return None
    high = claim.start if claim is not None else base + match.end()
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
    if said is None or not (told or _TOLD_OF.fullmatch(fold(match.group("noun")))):
        return None
    said = _GOES_ON.split(said[:_FAR], maxsplit=1)[0]
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
    opening = _OPENING.match(line.text[: verb - line.start])
    if opening is None:
        return verb, ""
    low = line.start + opening.start("who")
    return low, name_in(line, low, line.start + opening.end("who"), scene)


def _owner(line: Line, match: re.Match[str], denier: str, scene: Scene) -> str | None:
    """Whose claim it is: a name or words for people; "" where that is not said; None where it cannot be told."""
    base = line.start + match.start("mid")
    mid = match.group("mid")
    for name in ("by", "from") if match.re is _REJECTED else ():
        if match.group(name):
            return name_in(line, line.start + match.start(name), line.start + match.end(name), scene) or None
    pronoun = _POSSESSIVE.search(mid)
    if pronoun is not None:
        return _pronoun(line, base, pronoun.group(1), denier, scene)
    owned = _OWNER.search(mid)
    if owned is not None:
        low, high = base + owned.start("name"), base + owned.end("name")
        return resolve(line, name_in(line, low, high, scene), scene) or None
    tail = mid.rstrip()
    last = tail.split(" ")[-1] if tail else ""
    if last[:1].isupper() and fold(last) not in calendar_words():
        high = base + len(tail)
        named = [name for start, end, name in scene.mentions_in(line) if base <= start < high <= end]
        return named[-1] if named else _country(tail)
    return ""


def _country(before: str) -> str:
    """The country whose adjective ends some words ("North Korean" charges); "" for none."""
    shown = before.split()
    name = countries()[1].get(fold(shown[-1]), "")
    side = shown[-2] if len(shown) > 1 else ""
    return f"{side} {name.split()[-1]}" if name and side in ("North", "South") else name


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
    if shown[:1].isupper() and fold(shown.split()[-1]) not in calendar_words():
        return shown
    return ""


def resolve(line: Line, owner: str, scene: Scene) -> str:
    """The person that a bare office ("the president") means: the last one named before who holds it, or the words."""
    found = [word.folded for word in words(owner)]
    if len(found) != 1 or not (is_title(found[0]) or found[0] in lexicon().people["person"]):
        return owner
    held = [
        name
        for start, _, name in scene.mentions_of(line.article)
        if start < line.end
        and name in scene.persons
        and any(found[0] in fold(role).split()[-2:] for role in scene.roles.get(name, ()))
    ]
    return held[-1] if held else owner


def _pronoun(line: Line, place: int, pronoun: str, denier: str, scene: Scene) -> str | None:
    """The person that "his claim" speaks of: the last one named before who is not the denier; None for no such one."""
    before = scene.line_numbered(line.article, line.number - 1)
    low = before.start if before is not None else line.start
    barred = holder_words((denier,))
    persons = [
        name
        for start, end, name in scene.mentions_of(line.article)
        if low <= start and end <= place and name in scene.persons and not holder_words((name,)) & barred
    ]
    if pronoun in ("his", "her"):
        return persons[-1] if persons else None
    return None
