"""The points of a story: gathered, counted by origin, and put in the order a reader should see them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from readout.analysis.accounts.agreed.agreements import claim_points
from readout.analysis.accounts.agreed.described import described_points
from readout.analysis.accounts.contested.answers import read_claims
from readout.analysis.accounts.contested.disputes import dispute_points, unanswered_denials
from readout.analysis.accounts.contested.positions import position_points
from readout.analysis.accounts.questions import is_loose, set_apart
from readout.analysis.accounts.setting.kept import forget
from readout.analysis.accounts.setting.scene import Scene, set_scene
from readout.analysis.accounts.settling import without_loose
from readout.analysis.accounts.values.dates import date_points
from readout.analysis.accounts.values.hours import hour_points
from readout.analysis.accounts.values.numbers import number_points
from readout.analysis.accounts.values.records import record_points
from readout.language.terms import terms
from readout.spans import identify
from readout.types import TOLD_DIFFERENTLY, Account, Point, PointKind, Standing

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from readout.analysis.accounts.drafts import AccountDraft, PointDraft
    from readout.spans import Span
    from readout.types import LeftOut, StoryMaterial

_AGREED_CLAIMS = 20  #: agreed claims shown at most
_APART = 8  #: events told differently shown at most
_MATTERS = 5  #: matters with different accounts shown at most
_LONE_VALUES = 3  #: numbers and dates of one origin shown at most: its copies repeat them, and nobody else tells them
_ALL_OF_ONE = 24  #: points of one origin shown where a story has no other
_MOST = {Standing.DISPUTED: 40, Standing.COMPATIBLE: 30, Standing.AGREED: 45, Standing.SINGLE: 10}  #: points shown
_VALUES = 8  #: so many are shown of one origin where few are told by several, as in a story that all have from one
_SEVERAL = 2  #: origins from which a dispute comes first
_VALUED = {PointKind.NUMBER: 0.25, PointKind.DATE: 0.35}  #: disputes of values come after those of parties
_KINDS = {
    PointKind.CLAIM: 1,
    PointKind.DATE: 2,
}  #: of equals numbers come first, and what only asks for a day comes last
_EARLY, _LATE = ((4, 1.0), (10, 0.7)), 0.5  #: what an origin counts by its first sentence that tells of it
_ORDER = {Standing.DISPUTED: 0, Standing.COMPATIBLE: 2, Standing.AGREED: 2, Standing.SINGLE: 4}
_DATED = 0.7  #: what a point that only asks for a day counts of its prominence
_LOOSE = 0.5  #: the same of one whose question only names a topic


def _each_once(holders: Sequence[str]) -> tuple[str, ...]:
    """The holders without an outlet's name where its own voice stands beside it."""
    own = {_bare(name.removeprefix("outlet:")) for name in holders if name.startswith("outlet:")}
    return tuple(dict.fromkeys(name for name in holders if _bare(name) not in own))


def _bare(name: str) -> str:
    """A name in small letters without its article."""
    return name.lower().removeprefix("the ")


def _make_account(draft: AccountDraft, scene: Scene) -> Account:
    origins = sorted({scene.origin_at(span) for span in draft.evidence})
    return Account(
        evidence=tuple(sorted(draft.evidence)),
        rule="account",
        answer=draft.answer,
        value=draft.value,
        unit=draft.unit,
        holders=_each_once(draft.holders),
        stance=draft.stance,
        origins=tuple(origins),
    )


def _make_point(draft: PointDraft, scene: Scene) -> Point:
    accounts = tuple(_make_account(account, scene) for account in draft.accounts)
    evidence = tuple(sorted({span for account in accounts for span in account.evidence}))
    spoken = {span.article for span in evidence}
    silent = tuple(article for article in scene.material.story.articles if article not in spoken)
    return Point(
        evidence=evidence,
        rule=draft.rule,
        id=identify("point", draft.kind.value, [(s.article, s.start, s.end) for s in evidence]),
        question=draft.question,
        kind=draft.kind,
        standing=draft.standing,
        accounts=accounts,
        silent=silent,
        developing=draft.developing,
        why=draft.why,
    )


def _prominence(point: Point, scene: Scene) -> float:
    """In how many origins a point stands, each counting by how early in a report it tells of it: news comes first."""
    best: dict[str, float] = {}
    for span in point.evidence:
        line = scene.line_at(span.article, span.start)
        weight = next((part for least, part in _EARLY if line is not None and line.number < least), _LATE)
        origin = scene.origin_at(span)
        best[origin] = max(weight, best.get(origin, 0.0))
    return sum(best.values())


def _rank(draft: PointDraft, point: Point, scene: Scene) -> tuple[object, ...]:
    """Disputes between parties, then of values, first those of several origins; developing values, agreed, single.

    In each the most prominent first; what is only said of one matter comes last.
    """
    origins = {origin for account in point.accounts for origin in account.origins}
    order: float = 1 if point.developing else _ORDER[point.standing]
    if point.standing is Standing.DISPUTED and not point.developing:
        order = _VALUED.get(point.kind, 0.0) + (0.5 if len(origins) < _SEVERAL else 0.0)
    if point.standing is Standing.SINGLE:  # what someone says of it before what an outlet tells, dates last
        voiced = any(not holder.startswith("outlet:") for account in point.accounts for holder in account.holders)
        order += 0.2 * (point.kind is PointKind.DATE) + 0.1 * (not voiced)
    if draft.kind is PointKind.CLAIM and point.standing is Standing.COMPATIBLE:
        order = _ORDER[Standing.SINGLE] + 0.5
    if draft.rule in TOLD_DIFFERENTLY:  # after what all tell
        order = _ORDER[Standing.AGREED] + 0.5
    prominence = _prominence(point, scene) * (_DATED if point.kind is PointKind.DATE else 1.0)
    prominence *= _LOOSE if is_loose(point.question) else 1.0
    return (order, -prominence, _KINDS.get(point.kind, 0), -draft.strength, -len(point.evidence), point.id)


def _without_repeats(drafts: Iterable[PointDraft]) -> list[PointDraft]:
    """The drafts without claims whose words another point shows already, unless it only asks when or how many."""
    kept: list[PointDraft] = []
    shown: list[tuple[PointDraft, set[object]]] = []
    for draft in drafts:
        spans = {span for account in draft.accounts for span in account.evidence}
        places: set[object] = {(span.article, span.start // 40) for span in spans}
        before = (other for other, told in shown if 2 * len(places & told) > len(places))
        if draft.kind is PointKind.CLAIM and not all(_asks_more(draft, other) for other in before):
            continue
        shown.append((draft, places))
        kept.append(draft)
    return kept


def _asks_more(claim: PointDraft, value: PointDraft) -> bool:
    """Whether most of what a claim asks is not in the question of a number or date that stands in the same words."""
    asked, known = (
        {term.stem for term in terms(words)}
        for words in (f"{claim.question} {claim.told}", f"{value.question} {value.told}")
    )
    return value.kind in _VALUED and claim.standing is Standing.AGREED and 2 * len(asked & known) < len(asked)


def _is_asked(date: PointDraft, records: Sequence[PointDraft]) -> bool:
    """Whether "since when" asks for most of these dates already ("the deadliest since 1933")."""
    spans = [span for account in date.accounts for span in account.evidence]
    held = [span for record in records for account in record.accounts for span in account.evidence]
    return 2 * sum(any(span.overlaps(other) for other in held) for span in spans) > len(spans)


def _shown(draft: PointDraft) -> frozenset[Span]:
    """The words that a point shows."""
    return frozenset(span for account in draft.accounts for span in account.evidence)


def _gather(scene: Scene) -> tuple[list[PointDraft], tuple[LeftOut, ...]]:
    claims = read_claims(scene)
    disputes, left_out = dispute_points(claims, scene)
    loose = unanswered_denials(claims, disputes, scene)
    records = record_points(scene)
    hours = hour_points(scene)
    finer = {_shown(draft) for draft in hours}  # an hour tells more than the day in the same words
    dates = [draft for draft in date_points(scene) if not (_is_asked(draft, records) or _shown(draft) in finer)]
    values = (without_loose(draft, scene) for draft in (*number_points(scene), *dates, *hours))
    drafts: Sequence[PointDraft] = [*disputes, *values, *records, *loose]
    agreed, apart, matters = claim_points(scene)
    told = _without_repeats([*drafts, *agreed[: 2 * _AGREED_CLAIMS]])[: len(drafts) + _AGREED_CLAIMS]
    told = _without_repeats([*told, *position_points(claims, disputes, scene)])
    told = [*_without_repeats([*told, *apart[: 2 * _APART]])[: len(told) + _APART], *described_points(scene)]
    return _without_repeats([*told, *matters[: 2 * _MATTERS]])[: len(told) + _MATTERS], left_out


def shown_first(points: Collection[Point]) -> tuple[Point, ...]:
    """The first of each standing, so that a reader of a big story sees what matters."""
    left = dict(_MOST)
    kept = []
    values = (PointKind.NUMBER, PointKind.DATE)
    told = sum(point.kind in values and point.standing is not Standing.SINGLE for point in points)
    valued = max(_LONE_VALUES, _VALUES - told)
    if len({origin for point in points for account in point.accounts for origin in account.origins}) == 1:
        valued = left[Standing.SINGLE] = _ALL_OF_ONE
    for point in points:
        if point.standing is Standing.SINGLE and point.kind in values:
            valued -= 1
            if valued < 0 or is_loose(point.question):  # one origin's number without what it is of helps no one
                continue
        if left[point.standing] > 0:
            left[point.standing] -= 1
            kept.append(point)
    return tuple(kept)


class Survey(NamedTuple):
    """The points of a story, and the possible disputes that are not shown."""

    points: tuple[Point, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


def survey_accounts(material: StoryMaterial) -> Survey:
    """The points of a story with every answer, who holds it, and which articles are silent on it; and what is left out.

    Values are compared as ranges: what can be true together is no dispute. Origins are counted, not articles.
    """
    scene = set_scene(material)
    if not scene.lines:
        return Survey()
    drafts, left_out = _gather(scene)
    made = [(draft, _make_point(draft, scene)) for draft in drafts]
    made.sort(key=lambda pair: _rank(pair[0], pair[1], scene))
    points = set_apart(shown_first({point.id: point for _, point in made}.values()), scene)
    forget()
    return Survey(points, left_out)


def compare_accounts(material: StoryMaterial) -> tuple[Point, ...]:
    """The points of a story (see `survey_accounts`)."""
    return survey_accounts(material).points
