"""What asks about claims: whether something is so, who did it, what is said of it and how it is told."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from readout.analysis.accounts.questions.stretches import whole_phrase
from readout.analysis.accounts.questions.turning import invert
from readout.analysis.accounts.questions.writing import phrase, shorten
from readout.analysis.accounts.setting.clauses import read_clauses
from readout.language.opposites import opposites
from readout.language.parser import lemma_of
from readout.language.terms import plain_stem, terms
from readout.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.accounts.contested.charges import Charge
    from readout.analysis.accounts.contested.signals import Claim
    from readout.analysis.accounts.setting.scene import Scene
    from readout.spans import Span

_SINCE = re.compile(r"^(?:since|because|although|though|while|after|whereas)\s", re.IGNORECASE)
_MOSTLY = 0.6  #: part of what several reports share that a question about it has
_TOUCHED = 0.34  #: part of what both sides speak of that a question has
_NAMED = 2  #: parties named in a question at most
_QUOTING = "Is it so"  #: how a question begins that no inversion gives


class Whether(NamedTuple):
    """Whether some claims of one side are so: by inversion where one allows it, or else the first quoted.

    Of several the one that has the most of what both sides speak of (`about`), then the first.
    """

    claims: Sequence[Claim]
    about: frozenset[str] = frozenset()

    def asked(self, scene: Scene) -> str:
        """The question, or "" where there is none."""
        asked = [(invert(claim.line, claim.span.start, claim.span.end, scene), claim) for claim in self.claims]
        told = {
            question: scene.weight({t.stem for t in terms(question)} & self.about)
            for question, claim in reversed(asked)
            if question
        }
        if told and max(told.values()) >= _TOUCHED * scene.weight(self.about):
            return max(reversed(told), key=lambda question: told[question])
        claim = self.claims[0]
        shown = shorten(scene.articles[claim.span.article].words(claim.span))
        holder = claim.holders[0].removeprefix("outlet:")
        return f"{_QUOTING}: “{shown}” ({holder})?"


class Shared(NamedTuple):
    """Whether something is so, in the words of one report, the first that has what several say."""

    spans: Sequence[Span]

    def asked(self, scene: Scene) -> str:
        """The question, by inversion where one allows it, or else with the first words quoted."""
        question, span = self._turned(scene)
        asserted = _SINCE.sub("", scene.articles[span.article].words(span))
        return question or f"{_QUOTING}: “{shorten(asserted)}”?"

    def answer(self, scene: Scene) -> Span:
        """The words that the question is made of."""
        return self._turned(scene)[1]

    def _turned(self, scene: Scene) -> tuple[str, Span]:
        lines = [(scene.line_at(span.article, span.start), span) for span in self.spans]
        counts = Counter(
            stem for line, span in lines if line for stem in {t.stem for t in line.terms_in(span.start, span.end)}
        )
        shared = frozenset(stem for stem, count in counts.items() if count > 1)
        for line, span in lines:
            asked = invert(line, span.start, span.end, scene) if line is not None else ""
            if asked and scene.weight({t.stem for t in terms(asked)} & shared) >= _MOSTLY * scene.weight(shared):
                return asked, span
        return "", self.spans[0]


def is_plain(question: str) -> bool:
    """Whether a question is one in plain words, and does not only quote what it asks of."""
    return not question.startswith(_QUOTING)


class Said(NamedTuple):
    """Whether someone said some words."""

    span: Span
    holder: str

    def asked(self, scene: Scene) -> str:
        """The question, or "" where there is none."""
        return f"Did {self.holder} say: “{shorten(scene.articles[self.span.article].words(self.span))}”?"


class Told(NamedTuple):
    """Whether someone's account is true, where what denies it names nothing of what the account tells."""

    claim: Claim

    def asked(self, scene: Scene) -> str:
        """The question, or "" where there is none."""
        holder = self.claim.holders[0].removeprefix("outlet:")
        shown = shorten(scene.articles[self.claim.span.article].words(self.claim.span))
        return f"Is the account of {holder} true: “{shown}”?"


class Blamed(NamedTuple):
    """Who is to blame for a deed, in the words of one charge."""

    deed: Span
    verb: str

    def asked(self, scene: Scene) -> str:
        """The question, or "" where there is none."""
        shown = phrase(self.deed, scene)
        return f"Who {self.verb} {shown}?"


class Charged(NamedTuple):
    """Whether a charge is true: "Did Quill sink it?", "Is Quill to blame for it?"."""

    charge: Charge

    def asked(self, scene: Scene) -> str:
        """The question, or "" where there is none."""
        if self.charge.asked is None or self.charge.whom is None:
            return ""
        whom, deed = phrase(self.charge.whom, scene), phrase(self.charge.asked, scene)
        first, _, rest = deed.partition(" ")
        if self.charge.link == "for":
            return f"{'Are' if ' and ' in whom else 'Is'} {whom} to blame for {deed}?"
        if first == "having" and rest:
            return f"Had {whom} {rest}?"
        if first.endswith("ing") and rest:
            return f"Did {whom} {lemma_of(first, 'VERB')} {rest}?"
        return ""


class Reached(NamedTuple):
    """Who reached whom, with the verb of one claim; whether it is so where the parse does not show it."""

    claim: Claim

    def asked(self, scene: Scene) -> str:
        """The question, or "" where there is none."""
        tokens = self.claim.line.tokens
        for clause in read_clauses(tokens):
            verb = tokens[clause.verb]
            if (
                self.claim.span.start <= verb.start < self.claim.span.end
                and plain_stem(fold(verb.text)) in opposites().contacts
            ):
                particles = [t.text for t in tokens if t.head == clause.verb and t.dep == "compound:prt"]
                to = ["to"] if not clause.objects else []
                return f"Who {' '.join([verb.text, *particles, *to])} whom?"
        return Whether([self.claim]).asked(scene)


class OneMatter(NamedTuple):
    """What is said of a matter, in the words of one report."""

    span: Span

    def asked(self, scene: Scene) -> str:
        """The question, or "" where there is none."""
        text = scene.articles[self.span.article].text
        start, end = whole_phrase(self.span, scene)
        return f"What is said of “{shorten(text[start:end])}”?"


class Positions(NamedTuple):
    """What each of some parties, the first two by name, says of a topic."""

    topic: str
    parties: Sequence[str]

    def asked(self, scene: Scene) -> str:
        """The question, or "" where there is none."""
        named = ", ".join(self.parties[:2]) if len(self.parties) > _NAMED else " and ".join(self.parties)
        return f"What do {named}{' and others' if len(self.parties) > _NAMED else ''} say of “{self.topic}”?"


class ToldApart(NamedTuple):
    """How something is told, in the words of one report."""

    span: Span

    def asked(self, scene: Scene) -> str:
        """The question, or "" where there is none."""
        return f"How is it told: “{shorten(scene.articles[self.span.article].words(self.span))}”?"


class SinceWhen(NamedTuple):
    """Since when something had not been seen, in the words of one report."""

    span: Span

    def asked(self, scene: Scene) -> str:
        """The question, or "" where there is none."""
        return f"Since when: “{shorten(scene.articles[self.span.article].words(self.span))}”?"
