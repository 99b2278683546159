"""What each party says of one topic, side by side: views may differ where no words set them against each other."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from readout.analysis.accounts.contested.claims import clause_of
from readout.analysis.accounts.contested.denials import parties_differ
from readout.analysis.accounts.contested.guards import has_verb
from readout.analysis.accounts.drafts import AccountDraft, PointDraft
from readout.analysis.accounts.questions import Positions, ask
from readout.analysis.accounts.setting.imprints import is_press
from readout.analysis.accounts.setting.speakers import UNNAMED
from readout.language.denials import calendar_stems, denial_words
from readout.language.terms import is_country, is_stop, stem
from readout.spans import Span
from readout.text.fold import fold
from readout.types import ONE_MATTER, BlockKind, Manner, PointKind, Stance, Standing

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from readout.analysis.accounts.contested.signals import Claim
    from readout.analysis.accounts.setting.scene import Scene

_MOST = 2  #: topics shown at most: read blind, three rows in ten only shared their noun
_PARTIES = 5  #: parties shown of a topic at most
_ACCOUNTS = 7  #: accounts shown of a topic at most: a party can have several speakers
_SAYINGS = 2  #: sayings shown of a party at most
_CLAIMS = 200  #: claims of a topic that are looked at
_BESIDE = 60  #: characters from the name of a thing to the word that reports it
_LEAST = 2  #: telling words of a saying
_CONTESTED = 3.0  #: what a topic gains by a denial or a negation, in parties
_LEADING = 0.5  #: what it gains if the reports lead with it
_FAINT = 1000.0  #: what parts topics of equal rank: the rarer noun is first
_FRESH = 0.6  #: part of a topic's sayings that no topic before it has
_NOBODY = frozenset(("people", "person", "others", "someone", "many"))  #: words for holders that say who it is not
#: places of what a clause is about
_CHIEF = ("nsubj", "nsubj:pass", "obj", "root", "ccomp", "conj", "xcomp", "parataxis", "appos")
#: pronouns at the head of a claim, for several things and for one
_SEVERAL, _ONE = frozenset(("they", "their", "them", "those", "these")), frozenset(("it", "its", "this", "that"))
_KIND = ("compound", "amod", "nmod:poss", "nummod")  #: places in which a noun only says of what kind another is


class Topic(NamedTuple):
    """What several parties speak of: the stem of a noun; its rank; their claims, by party."""

    noun: str
    rank: float
    parties: tuple[tuple[int, ...], ...]


def position_points(claims: Sequence[Claim], disputes: Sequence[PointDraft], scene: Scene) -> list[PointDraft]:
    """What each of several parties says of one topic, the most contested topics first.

    What stands in one of the `disputes` is not told again. No rule finds that these contradict each other, so the
    points are compatible: each says who says what.
    """
    shown: dict[str, list[Span]] = defaultdict(list)
    for span in (span for draft in disputes for account in draft.accounts for span in account.evidence):
        shown[span.article].append(span)
    spoken = {
        number: _spoken_of(claim, scene)
        for number, claim in enumerate(claims)
        if _is_position(claim) and not any(map(claim.span.overlaps, shown[claim.span.article]))
    }
    return [_draft(topic, claims, scene) for topic in _foremost(_topics(spoken, claims, scene))]


def _foremost(topics: Iterable[Topic]) -> Sequence[Topic]:
    """The topics of highest rank, without those whose sayings mostly stand in others before."""
    used: set[int] = set()
    kept: list[Topic] = []
    for topic in sorted(topics, key=lambda topic: (-topic.rank, topic.noun)):
        numbers = {number for party in topic.parties for number in party}
        if len(kept) < _MOST and len(numbers - used) >= _FRESH * len(numbers):
            used |= numbers
            kept.append(topic)
    return kept


def _topics(spoken: Mapping[int, Collection[str]], claims: Sequence[Claim], scene: Scene) -> Iterator[Topic]:
    """What several parties speak of: three, or two of whom one denies something and both say it of the topic itself.

    `spoken` are the nouns of each claim.
    """
    holding: dict[str, list[int]] = defaultdict(list)
    for number, nouns in spoken.items():
        for noun in nouns:
            holding[noun].append(number)
    for noun, numbers in holding.items():
        parties = _by_party(_innermost(numbers[:_CLAIMS], claims), claims) if len(numbers) > 1 else []
        turned = any(_turns(claims[number]) for party in parties for number in party)
        if len(parties) < 2 or (len(parties) < 3 and not (turned and _say_it_of(noun, parties, claims, scene))):
            continue
        rank = min(len(parties), _PARTIES) + _CONTESTED * turned + _LEADING * (noun in scene.leading)
        yield Topic(noun, rank + scene.weights.get(noun, 1.0) / _FAINT, tuple(map(tuple, parties)))


def _innermost(numbers: Sequence[int], claims: Sequence[Claim]) -> list[int]:
    """The claims without those in which another of them stands: who tells what someone said does not say it."""
    kept: list[int] = []
    order = {n: (claims[n].span.article, claims[n].span.start, -claims[n].span.end) for n in numbers}
    for number in sorted(numbers, key=lambda n: (order[n], not any(map(is_press, claims[n].holders)))):
        while kept and claims[kept[-1]].span.contains(claims[number].span):
            kept.pop()
        kept.append(number)
    return sorted(kept)


def _say_it_of(noun: str, parties: Sequence[Sequence[int]], claims: Sequence[Claim], scene: Scene) -> bool:
    """Whether each party has a topic for the subject, object or predicate of something it says."""
    return all(any(noun in _nouns(claims[n], _CHIEF) | _meant(claims[n], scene) for n in party) for party in parties)


def _by_party(numbers: Sequence[int], claims: Sequence[Claim]) -> list[list[int]]:
    """Some claims, those of one party together."""
    parties: list[list[int]] = []
    for number in numbers:
        own = next((party for party in parties if not parties_differ(claims[number], claims[party[0]])), None)
        if own is None:
            parties.append([number])
        else:
            own.append(number)
    return parties


def _is_position(claim: Claim) -> bool:
    """Whether a claim is what a party, and no outlet, says in a sentence."""
    said = claim.statement
    passed_on = said is not None and said.manner is Manner.INDIRECT and any(map(is_press, claim.holders))
    if claim.voice or passed_on or len(claim.stems) < _LEAST or claim.line.kind is BlockKind.HEADLINE:
        return False
    return _names_someone(claim) and (claim.asserts or _turns(claim))


def _names_someone(claim: Claim) -> bool:
    """Whether the words for the holder say who it is, as "some", "people" and "it" do not."""
    shown = fold(claim.holders[0])
    return shown != UNNAMED and any(not is_stop(word) and word not in _NOBODY for word in shown.split())


def _turns(claim: Claim) -> bool:
    """Whether a claim denies or negates something."""
    return claim.negated or bool(claim.signal.words)


def _spoken_of(claim: Claim, scene: Scene) -> frozenset[str]:
    """The stems of the common nouns in a claim that can be a topic: no dates, countries, persons or vague words."""
    barred = claim.owners | calendar_stems() | scene.people
    nouns = ((_nouns(claim) & claim.stems) | _meant(claim, scene)) - barred
    return frozenset(noun for noun in nouns if not noun[0].isdigit() and not is_country(noun))


def _meant(claim: Claim, scene: Scene) -> frozenset[str]:
    """The stems of the nouns that a pronoun at the head of a claim can mean: in its sentence, or the one before.

    "They confessed" speaks of the brothers of the sentence before it.
    """
    several = bool(_SEVERAL.intersection(claim.words[:2]))
    if not several and not _ONE.intersection(claim.words[:1]):
        return frozenset()
    before = scene.line_numbered(claim.line.article, claim.line.number - 1)
    for line in (claim.line, before):
        found = frozenset(
            stem(fold(token.text))
            for token in (line.tokens if line is not None else ())
            if token.pos == "NOUN"
            and token.dep in _CHIEF
            and token.start < claim.span.start
            and (fold(token.text) != fold(token.lemma)) == several
            and fold(token.lemma) not in denial_words().vague
        )
        if found:
            return found
    return frozenset()


def _nouns(claim: Claim, places: Collection[str] = ()) -> frozenset[str]:
    """The stems of the common nouns in a claim, in some places of its parse or in any that names a thing."""
    return frozenset(
        stem(fold(token.text))
        for token in claim.line.tokens
        if token.pos == "NOUN"
        and claim.span.start <= token.start < claim.span.end
        and (token.dep in places if places else token.dep not in _KIND)
        and fold(token.lemma) not in denial_words().vague
    )


def _draft(topic: Topic, claims: Sequence[Claim], scene: Scene) -> PointDraft:
    """The point of one topic."""
    ranked = sorted(topic.parties, key=lambda party: (-max(_told(claims[n], scene) for n in party), party))
    accounts = tuple(_account(own, claims, scene) for party in ranked[:_PARTIES] for own in _by_holder(party, claims))
    accounts = accounts[:_ACCOUNTS]
    return PointDraft(
        question=ask(
            Positions(
                _named(topic, claims),
                [account.holders[0] for account in accounts],
                [span for account in accounts for span in account.evidence],
            ),
            scene,
        ),
        kind=PointKind.CLAIM,
        standing=Standing.COMPATIBLE,
        accounts=accounts,
        rule=ONE_MATTER,
        why="several parties speak of it; nothing in the words shows that they contradict each other",
        strength=topic.rank,
    )


def _by_holder(party: Sequence[int], claims: Sequence[Claim]) -> list[list[int]]:
    """What a party says, by who of it says so, and apart from it what they deny."""
    found: dict[tuple[tuple[str, ...], bool], list[int]] = {}
    for number in party:
        found.setdefault((claims[number].holders, claims[number].denied), []).append(number)
    return list(found.values())


def _told(claim: Claim, scene: Scene) -> float:
    """How much a claim tells: a denial most, then a negation, then the more telling words."""
    return 2.0 * bool(claim.signal.words) + claim.negated + 0.1 * scene.weight(claim.stems)


def _account(party: Sequence[int], claims: Sequence[Claim], scene: Scene) -> AccountDraft:
    """What one party says of it, each saying once."""
    spans: list[Span] = []
    seen: set[str] = set()
    for number in sorted(party, key=lambda n: (-_turns(claims[n]), claims[n].span)):
        statement = claims[number].statement
        said = scene.utterance_of.get(statement.id, "") if statement is not None else ""
        if said not in seen and len(spans) < _SAYINGS:
            spans.append(_words_of(claims[number]))
        seen |= {said} - {""}
    return AccountDraft(
        answer=scene.shown(spans[0]),
        holders=claims[party[0]].holders,
        stance=Stance.DENIES if claims[party[0]].denied else Stance.ASSERTS,
        evidence=tuple(dict.fromkeys(spans)),
    )


def _words_of(claim: Claim) -> Span:
    """The words of a saying, with those that report it where it is only the name of a thing: "criticised the delay"."""
    span = clause_of(claim)
    if claim.statement is None or has_verb(claim):
        return span
    cues = [c for c in claim.statement.cue if claim.line.start <= c.start < claim.line.end]
    low, high = min([span.start, *(c.start for c in cues)]), max([span.end, *(c.end for c in cues)])
    return Span(span.article, low, high) if high - low <= len(span) + _BESIDE else span


def _named(topic: Topic, claims: Sequence[Claim]) -> str:
    """The noun of a topic as most claims write it."""
    written = Counter(
        term.word
        for party in topic.parties
        for number in party
        for term in claims[number].line.terms_in(claims[number].span.start, claims[number].span.end)
        if term.stem == topic.noun
    )
    return min(written, key=lambda shown: (-written[shown], shown), default=topic.noun)
