"""What asks about claims: whether something is so, who did it, what is said of it and how it is told."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from readout.analysis.accounts.questions.topics import party, topic_of
from readout.analysis.accounts.questions.turning import ask_deed, invert, invert_reported
from readout.analysis.accounts.questions.writing import phrase, shorten
from readout.analysis.accounts.setting.clauses import read_clauses
from readout.language.opposites import opposites
from readout.language.parser import lemma_of
from readout.language.questioning import words_that
from readout.language.terms import is_stop, plain_stem, terms
from readout.text.fold import fold
from readout.types import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.accounts.contested.charges import Charge
    from readout.analysis.accounts.contested.signals import Claim
    from readout.analysis.accounts.setting.scene import Scene
    from readout.spans import Span

_SINCE = re.compile(r"^(?:since|because|although|though|while|after|whereas)\s", re.IGNORECASE)
_INDEFINITE = re.compile(r"^an? ")  #: what several parties speak of is known: "a bridge" to one of them is "the bridge"
_LEAST_SHARED, _MOSTLY = 0.33, 0.6  #: part of what several reports share that a question about it has, and asks whole
_TOUCHED = 0.2  #: part of what both sides speak of that a question has
_QUOTED = 12  #: words of a clause that is quoted
_NAMED = 2  #: parties named in a question at most
_QUOTING = "Is it true"  #: how a question begins that no inversion gives


class Whether(NamedTuple):
    """Whether some claims of one side are so: by inversion where one allows it, or else the first quoted.

    Of several the one that has the most of what both sides speak of (`about`), then the first.
    """

    claims: Sequence[Claim]
    about: frozenset[str] = frozenset()
    denied: bool = True  #: whether someone denies them

    def asked(self, scene: Scene) -> str:
        """The question, or "" where there is none."""
        told: dict[str, float] = {}
        for claim in reversed(self.claims):
            for turn in (invert, invert_reported):
                if question := turn(claim.line, claim.span.start, claim.span.end, scene):
                    told[question] = scene.weight({t.stem for t in terms(question)} & self.about)
        if told and max(told.values()) >= _TOUCHED * scene.weight(self.about):
            return max(reversed(told), key=lambda question: told[question])
        claim = self.claims[0]
        if not self.denied:
            return _ask_what_is_denied(claim, scene)
        about = topic_of([claim.span], scene, self.about) or topic_of([claim.span], scene)
        shown = shorten(scene.articles[claim.span.article].words(claim.span))
        if about and not _is_short(claim.span, scene):
            return _is_what_was_said_true(claim.holders[0], about, scene)
        return f"{_QUOTING}: “{shown}”?"


class Shared(NamedTuple):
    """Whether something is so, in the words of one report, the first that has what several say."""

    spans: Sequence[Span]

    def asked(self, scene: Scene) -> str:
        """The question, by inversion where one allows it, or else whether the clause is true as it stands, or what is
        said of what the reports share.
        """
        question, span, _ = self._asked_of(scene)
        return question or _ask_what(scene.holders_of(span), self.spans, scene)

    def answer(self, scene: Scene) -> Span:
        """The words that the question is made of."""
        return self._asked_of(scene)[1]

    def is_full(self, scene: Scene) -> bool:
        """Whether the question is turned, and so asks all that a clause tells."""
        return self._asked_of(scene)[2]

    def _asked_of(self, scene: Scene) -> tuple[str, Span, bool]:
        """The question, the words it is made of, and whether it is turned; "" where no clause gives one."""
        lines = [(scene.line_at(span.article, span.start), span) for span in self.spans]
        counts = Counter(stem for span in self.spans for stem in _stems(span, scene))
        shared = scene.weight(stem for stem, count in counts.items() if count > 1)
        best = _LEAST_SHARED * shared
        found = ("", self.spans[0], False)
        for line, span in lines:
            asked = invert(line, span.start, span.end, scene) if line is not None else ""
            told = scene.weight(frozenset(t.stem for t in terms(asked) if counts[t.stem] > 1))
            if asked and (told > best or (told == best and not found[0])):
                best, found = told, (asked, span, told >= _MOSTLY * shared)
        return found


def _ask_what_is_denied(claim: Claim, scene: Scene) -> str:
    """The question what someone denies or rejects; what is said, where the words themselves deny."""
    signal, inside = claim.signal, claim.span.start <= claim.signal.start < claim.span.end
    if inside or signal.kind not in ("deny", "reject"):
        return _ask_what(claim.holders, [claim.span], scene)
    return f"What did {party(claim.holders[0], scene)} {signal.kind}?"


def _ask_what(holders: Sequence[str], spans: Sequence[Span], scene: Scene) -> str:
    """The question what is said, by whom if it is one who is no outlet, of what some stretches share."""
    about = _deed_of(spans, scene) or topic_of(spans, scene) or topic_of(spans[:1], scene)
    voice = next((holder for holder in holders if not holder.startswith("outlet:")), "")
    if voice:
        return f"What did {party(voice, scene)} say{f' {_on(about)}' if about else ''}?"
    if about:
        return f"What is said {_on(about)}?"
    return f"{_QUOTING}: “{shorten(_SINCE.sub('', scene.articles[spans[0].article].words(spans[0])))}”?"


def _deed_of(spans: Sequence[Span], scene: Scene) -> str:
    """What several stretches tell of, as the deed of one of which verb and object are shared; "" for none."""
    lines = [(line, span) for span in spans if (line := scene.line_at(span.article, span.start)) is not None]
    counts = Counter(stem for line, span in lines for stem in line.stems_in(span.start, span.end))
    shared = {stem for stem, count in counts.items() if count > 1}
    found: list[tuple[float, int, str]] = []
    for line, span in lines:
        for clause in read_clauses(line.tokens) if line.kind is not BlockKind.HEADLINE else ():
            verb = line.tokens[clause.verb]
            inside = span.start <= verb.start < span.end
            if (
                inside
                and shared & line.stems_in(verb.start, verb.end)
                and (deed := ask_deed(line, clause, line.end, scene))
            ):
                told = shared & {term.stem for term in terms(deed)} - line.stems_in(verb.start, verb.end)
                found += [(-scene.weight(told), len(deed), deed)] if told else []
    return min(found)[2] if found else ""


def _is_vague(topic: str) -> bool:
    """Whether a topic is one common word that is none in particular: "power", "a deal"."""
    words = [word for word in topic.split() if not is_stop(word)]
    return len(words) < len(("kind", "noun")) and topic.islower() and not topic.startswith("the ")


def _are_several(whom: str, scene: Scene) -> bool:
    """Whether some words name several: the last is a plural, of which the texts have the singular too."""
    last = whom.split()[-1]
    one = re.compile(rf"\b{re.escape(last[:-1])}\b")
    return last.endswith("s") and any(one.search(article.text) for article in scene.articles.values())


def _is_what_was_said_true(holder: str, topic: str, scene: Scene) -> str:
    """The question whether what someone said of a topic is true; "allegations" are no one who says."""
    who, of = party(holder, scene), f" {_on(topic)}" if topic else ""
    noun = fold(who.split()[-1])
    if who[:1].islower() and noun.removesuffix("s") in words_that("told"):
        the = "" if who.split()[0] in ("the", "a", "an") else "the "
        return f"{'Are' if noun.endswith('s') else 'Is'} {the}{who}{of} true?"
    return f"Is what {who} said{of} true?"


def _on(topic: str) -> str:
    """A topic as what something is said about: "about the mill", "of a talk about the mill"."""
    return f"{'of' if ' about ' in topic else 'about'} {topic}"


def _stems(span: Span, scene: Scene) -> frozenset[str]:
    """The stems of some words of a report."""
    line = scene.line_at(span.article, span.start)
    return frozenset(term.stem for term in line.terms_in(span.start, span.end)) if line is not None else frozenset()


def _is_short(span: Span, scene: Scene) -> bool:
    """Whether some words are a clause that a question can quote."""
    line = scene.line_at(span.article, span.start)
    inside = [t for t in line.tokens if span.start <= t.start < span.end and t.pos != "PUNCT"] if line else []
    verb = next((n for n, token in enumerate(inside) if token.pos in ("VERB", "AUX")), 0)
    named = any(token.pos in ("NOUN", "PROPN", "PRON") for token in inside[:verb])
    finite = named and not inside[verb].text.endswith("ing") and inside[verb - 1].pos not in ("ADP", "PART", "SCONJ")
    return finite and inside[0].pos not in ("ADP", "SCONJ", "CCONJ") and len(inside) <= _QUOTED


class Said(NamedTuple):
    """What someone said, as reports quote it alike."""

    spans: Sequence[Span]  #: that of which the words are asked first
    holder: str

    def asked(self, scene: Scene) -> str:
        """The question."""
        own = frozenset(term.stem for term in terms(self.holder.split()[-1]))  # "What did Quill say about Ada Quill?"
        about = topic_of(self.spans[:1], scene, self._shared(scene), barred=own)
        about = about or topic_of(self.spans[:1], scene, barred=own)
        words = scene.articles[self.spans[0].article].words(self.spans[0])
        telling = " " in about or not about.islower()  # "of opportunity" tells less than the words
        if about and telling and not _is_short(self.spans[0], scene):
            return f"What did {party(self.holder, scene)} say {_on(about)}?"
        return f"Did {party(self.holder, scene)} say: “{shorten(words)}”?"

    def _shared(self, scene: Scene) -> frozenset[str]:
        counts = Counter(stem for span in self.spans for stem in _stems(span, scene))
        return frozenset(stem for stem, count in counts.items() if count > 1)


class Told(NamedTuple):
    """Whether someone's account is true, where what denies it names nothing of what the account tells."""

    claim: Claim

    def asked(self, scene: Scene) -> str:
        """The question."""
        span = self.claim.span
        asked = invert(self.claim.line, span.start, span.end, scene)
        return asked or _is_what_was_said_true(self.claim.holders[0], topic_of([span], scene), scene)


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
        if {fold(word) for word in whom.split()} & words_that("pointing first"):
            return ""  # "the reply to its letter"
        if self.charge.link == "for":
            return f"{'Are' if ' and ' in whom or _are_several(whom, scene) else 'Is'} {whom} to blame for {deed}?"
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
    """What is said of a matter, by the phrase that the reports share."""

    span: Span
    others: Sequence[Span] = ()

    def asked(self, scene: Scene) -> str:
        """The question, or "" where no phrase names the matter."""
        spans = [self.span, *self.others]
        if deed := _deed_of(self.others, scene):
            return f"What is said {_on(deed)}?"
        lines = [line.span for span in spans if (line := scene.line_at(span.article, span.start)) is not None]
        named = _stems(self.span, scene)
        about = topic_of(spans, scene) or topic_of(spans[:1], scene) or topic_of(lines, scene, named)
        return f"What is said {_on(about)}?" if about and not _is_vague(about) else ""


class Positions(NamedTuple):
    """What each of some parties, the first two by name, says of a topic."""

    topic: str
    parties: Sequence[str]
    spans: Sequence[Span] = ()

    def asked(self, scene: Scene) -> str:
        """The question."""
        stems = frozenset(term.stem for term in terms(self.topic))
        about = _INDEFINITE.sub("the ", topic_of(self.spans, scene, stems)) or f"the {self.topic}"
        parties = list(dict.fromkeys(party(name, scene) for name in self.parties))
        parties = [one for one in parties if not any(one != other and f" {one}" in other for other in parties)]
        parties.sort(key=_is_described)
        named = ", ".join(parties[:2]) if len(parties) > _NAMED else " and ".join(parties)
        return f"What do {named}{' and others' if len(parties) > _NAMED else ''} say {_on(about)}?"


def _is_described(party: str) -> bool:
    """Whether a party is told by a description ("the Varn clerk") and not by a name."""
    words = party.removeprefix("the ").split()
    return not (words[0][:1].isupper() and words[-1][:1].isupper())


class Opposed(NamedTuple):
    """What the owner of a plan and one who opposes it say of it, in the words that tell of the plan."""

    plan: Span
    parties: Sequence[str]

    def asked(self, scene: Scene) -> str:
        """The question."""
        named = " and ".join(party(name, scene) for name in self.parties)
        return f"What do {named} say {_on(shorten(phrase(self.plan, scene)))}?"


class ToldApart(NamedTuple):
    """How one event is told, by the phrase that the reports share, or else in the words of one."""

    spans: Sequence[Span]

    def asked(self, scene: Scene) -> str:
        """The question."""
        about = topic_of(self.spans, scene)
        shown = shorten(scene.articles[self.spans[0].article].words(self.spans[0]))
        return f"How do the reports tell of {about}?" if about else f"How is it told: “{shown}”?"


class SinceWhen(NamedTuple):
    """Since when something had not been seen, in the words of one report."""

    span: Span

    def asked(self, scene: Scene) -> str:
        """The question, or "" where there is none."""
        return f"Since when: “{shorten(scene.articles[self.span.article].words(self.span))}”?"
