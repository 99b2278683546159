"""Questions of one story set apart, so that no two rows that ask different things look the same."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from readout.analysis.accounts.questions.topics import party, topic_of
from readout.language.terms import terms
from readout.types import PointKind, Stance, Standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from readout.analysis.accounts.setting.scene import Scene
    from readout.types import Point

_ELSE = (
    ("What is said", "What else is said"),
    ("What did ", "What else did "),
    ("What do ", "What else do "),
    ("How do ", "How else do "),
)
_NEARLY = 0.5  #: part of the weight of two questions that they share, if they ask nearly the same


def set_apart(points: Iterable[Point], scene: Scene) -> tuple[Point, ...]:
    """The points in their order, each with a question of its own where words of its reports tell it from the others.

    What is asked again of one matter asks what else is said; a number or a date names what its clauses tell besides; of
    two disputes that ask nearly the same the second says whose answer it is.
    """
    asked: set[str] = set()
    disputes: list[Point] = []
    found = []
    for point in points:
        question = point.question
        if point.standing is Standing.DISPUTED:
            question = _by_party(point, disputes, scene)
            disputes.append(point)
        if question in asked:
            question = next((other for other in _others(point, scene) if other not in asked), question)
        asked.add(question)
        found.append(point if question == point.question else replace(point, question=question))
    return tuple(found)


def _others(point: Point, scene: Scene) -> list[str]:
    """Other ways to ask what a point asks, the plainest first."""
    question = point.question
    ways = [new + question.removeprefix(old) for old, new in _ELSE if question.startswith(old)]
    known = frozenset(term.stem for term in terms(question))
    about = topic_of(sorted(set(point.evidence)), scene, barred=known)
    telling = about and not (point.kind is not PointKind.CLAIM and any(map(str.isdigit, about)))
    return [*ways, _with(question, about)] if telling else ways


def _with(question: str, words: str) -> str:
    """A question, or label, with words in brackets at its end."""
    return f"{question[:-1]} ({words})?" if question.endswith("?") else f"{question} ({words})"


def _by_party(point: Point, others: Sequence[Point], scene: Scene) -> str:
    """The question of a dispute; with who answers it where an earlier one that others answer asks nearly the same."""
    alike = [other for other in others if _ask_alike(point, other, scene)]
    known = {holder for other in alike for holder in _answering(other)}
    answering = [holder for holder in _answering(point) if holder not in known]
    return _with(point.question, f"as {party(answering[0], scene)} answers") if alike and answering else point.question


def _answering(point: Point) -> list[str]:
    """Who denies, or else who holds the last account."""
    denying = [holder for account in point.accounts if account.stance is Stance.DENIES for holder in account.holders]
    return denying or list(point.accounts[-1].holders)


def _ask_alike(a: Point, b: Point, scene: Scene) -> bool:
    """Whether two questions share most of their telling words."""
    one, two = (frozenset(term.stem for term in terms(point.question)) for point in (a, b))
    return scene.weight(one & two) >= _NEARLY * max(scene.weight(one), scene.weight(two))
