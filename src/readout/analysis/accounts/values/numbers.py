"""Points that ask for a number: amounts that fill one slot, gathered over articles and compared as ranges."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from readout.analysis.accounts.drafts import AccountDraft, PointDraft, asserted
from readout.analysis.accounts.questions import Amounts, ask
from readout.analysis.accounts.setting.imprints import is_own_voice
from readout.analysis.accounts.values.gathering import gather
from readout.analysis.accounts.values.likeness import (
    counts_the_same,
    days_of_count,
    grows,
    in_conflict,
    kinds_fit,
    rounds_to,
    widened,
)
from readout.analysis.accounts.values.mentions import Mention, mark_lone, read_mentions
from readout.analysis.accounts.values.oneslot import DOUBT, ONE_SLOT, Slots
from readout.analysis.accounts.values.sameness import is_vague, magnitude
from readout.text.fold import fold
from readout.types import PointKind, Standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.accounts.setting.scene import Scene

_DEEP = 60  #: characters into a statement after which an amount is a detail that the outlet tells
_KNOWN = re.compile(r"\b(?:the|its|his|her|their|these|those)\s(?:[a-z]+\s)?$", re.IGNORECASE)
_ALL_KINDS = "people"  #: the kind that holds the others
_SURE = 1.3  #: log odds above which two different values of two tellers are a dispute
_ONLY = re.compile(r"\b(?:only|just|no more than|a single|a mere) $", re.IGNORECASE)


def _accounts(mentions: Sequence[Mention], scene: Scene) -> list[AccountDraft]:
    """One account for each value, with all who hold it."""
    by_value: dict[tuple[object, ...], list[Mention]] = defaultdict(list)
    for mention in mentions:
        value = mention.value
        by_value[(value.low, value.high, value.low_inclusive, value.high_inclusive)].append(mention)
    drafts = []
    for _, members in sorted(by_value.items(), key=lambda item: (item[0][0] is None, item[0][0] or 0, str(item[0]))):
        first = members[0]
        holders = (name for m in members for name in scene.tellers_of(m.span, _deep(m)))
        unit = first.unit or first.counted or None
        drafts.append(asserted(_answer(first, scene), holders, (m.evidence for m in members), first.value, unit))
    return drafts


def _deep(mention: Mention) -> int:
    """How far into a statement an amount is the outlet's detail too.

    Anywhere, if it is an age ("the 36-year-old actor") or of what is taken as known ("would review the $2 million in
    aid it gives"): a definite phrase is presupposed by whoever words it (projection of presuppositions).
    """
    before = mention.line.text[: mention.span.start - mention.line.start]
    return -1 if mention.dimension == "age" or _KNOWN.search(before) else _DEEP


def _answer(mention: Mention, scene: Scene) -> str:
    """The amount with what it counts, as the text puts it."""
    text = scene.articles[mention.line.article].words(mention.span)
    if mention.counted and _plain(mention.counted) not in _plain(text):
        return f"{text} {mention.counted}"
    return text


def _plain(words: str) -> str:
    """Words in small letters without marks between them: "same-sex couples" is "same sex couples"."""
    return " ".join(re.findall(r"\w+", fold(words)))


def _standing(mentions: Sequence[Mention], scene: Scene, told: Slots) -> tuple[Standing, bool, str]:
    """How the values stand to each other, whether they develop, and why."""
    # An article may repeat a number a thousand times: it is compared once.
    distinct = list(
        {(widened(m), m.value, m.line.article, m.asof, m.dimension, grows(m)): m for m in mentions}.values()
    )
    pairs = [(a, b) for n, a in enumerate(distinct) for b in distinct[n + 1 :]]
    clashing = [(a, b) for a, b in pairs if in_conflict(a, b, scene)]
    if any(_disputed(a, b, scene, told) for a, b in clashing):
        return Standing.DISPUTED, False, "values that cannot both be true"
    if clashing:
        return Standing.COMPATIBLE, False, "the counts differ; nothing in the words shows that they count the same"
    if any(not widened(a).compatible(widened(b)) and not rounds_to(a.value, b.value) for a, b in pairs):
        return Standing.COMPATIBLE, True, "a count that grows with time"
    if len({(m.value.low, m.value.high) for m in mentions}) == 1:
        return Standing.AGREED, False, "the values are the same"
    return Standing.COMPATIBLE, False, "all values can be true"


def _disputed(a: Mention, b: Mention, scene: Scene, told: Slots) -> bool:
    """Whether two different values are a dispute: of two tellers, and by signs or rules of one thing."""
    vague = is_vague(a.value) or is_vague(b.value)
    if _of_two_days(a, b, scene) or (vague and not grows(a)) or _may_be_part(a, b):
        return False
    odds = told.odds(a, b)
    if odds >= _SURE and a.dimension != "share":  # 45 percent back it, 51 percent reject it
        return True
    least = DOUBT if a.predicate is not None or a.dimension == "share" else ONE_SLOT
    known = a.dimension == "age" or (a.old and a.old == b.old)  # whose it is, or when it was, is told
    return (odds >= least or bool(known)) and counts_the_same(a, b, scene)


def _may_be_part(a: Mention, b: Mention) -> bool:
    """Whether the larger of two counts is of people and the smaller of a kind of them: 20 children of 26 dead."""
    some, all_told = sorted((a, b), key=lambda mention: magnitude(mention.value))
    return all_told.kind == _ALL_KINDS and not kinds_fit(some, all_told, equal=False)


def _of_two_days(a: Mention, b: Mention, scene: Scene) -> bool:
    """Whether outlets tell two counts of what grows as of two days: the later one is a revision, and no other view."""
    own = is_own_voice((*a.teller, *b.teller))
    return own and grows(a) and grows(b) and days_of_count(a, b, scene) > 1


def _is_single(mention: Mention) -> bool:
    """Whether it is one of something that nothing befalls ("in one instance"): more an article than a number."""
    if mention.dimension != "count" or mention.predicate is not None or mention.value.exact != 1:
        return False
    return not _ONLY.search(mention.line.text[: mention.span.start - mention.line.start])


def _draft(mentions: list[Mention], scene: Scene, told: Slots) -> PointDraft | None:
    """A point from the mentions of one slot; None if one article alone has it."""
    articles = {mention.line.article for mention in mentions}
    standing, developing, why = _standing(mentions, scene, told)
    origins = {scene.origin_at(mention.line.span) for mention in mentions}
    if len(articles) < 2 and not (standing is Standing.DISPUTED and mentions[0].predicate is not None):
        return None
    if len(origins) < 2 and standing is Standing.AGREED:
        standing, why = Standing.SINGLE, "several reports, but of one origin"
    same = standing in (Standing.AGREED, Standing.SINGLE)
    if same and all(m.listed or _is_single(m) for m in mentions):
        return None
    accounts = _accounts(mentions, scene)
    if standing is Standing.DISPUTED and len({account.holders for account in accounts}) < 2:
        return None
    question = ask(Amounts(mentions), scene)
    return PointDraft(
        question=question,
        told=Amounts(mentions).told(question, scene),
        kind=PointKind.NUMBER,
        standing=standing,
        accounts=tuple(accounts),
        developing=developing,
        rule="numbers of one slot",
        why=why,
        strength=1.0 if mentions[0].predicate is not None else 0.5,
    )


def number_points(scene: Scene) -> list[PointDraft]:
    """The points of a story that ask for a number."""
    mentions = [mention for annotation in scene.annotations for mention in read_mentions(annotation, scene)]
    marked = mark_lone(mentions)
    told = Slots(marked, scene)
    drafts = (_draft(_first_the_usual(slot), scene, told) for slot in gather(marked, scene, told))
    return [draft for draft in drafts if draft is not None]


def _first_the_usual(mentions: list[Mention]) -> list[Mention]:
    """The mentions with those first whose deed most of them have: it is what the question asks for."""
    counts = Counter(mention.predicate for mention in mentions)
    return sorted(mentions, key=lambda mention: -counts[mention.predicate])
