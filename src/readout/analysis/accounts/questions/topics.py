"""What several stretches speak of: a noun phrase that stands whole in one of them, of words that they share."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from readout.analysis.accounts.questions.picking import speaks
from readout.analysis.accounts.questions.turning import write
from readout.analysis.accounts.setting.clauses import children_of, subtree
from readout.analysis.accounts.setting.kept import kept
from readout.language.denials import calendar_words, denial_words
from readout.language.questioning import words_that
from readout.language.terms import is_stop
from readout.text.fold import fold
from readout.types import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from readout.analysis.accounts.setting.scene import Line, Scene
    from readout.spans import Span
    from readout.types import Token

_NOUNS = ("NOUN", "PROPN")
_APART = ("acl", "acl:relcl", "appos", "parataxis", "conj", "cc", "dep", "list", "discourse", "vocative")
_BEFORE = ("det", "amod", "compound", "nummod", "nmod:poss", "flat", "advmod", "punct", "case", "nmod", "nmod:tmod")
_INNER = ("compound", "flat", "goeswith", "fixed", "nmod:poss")  #: nouns that are no phrase of their own
_BEFORE_PHRASE = ("PUNCT", "ADV", "CCONJ", "PART", "ADP")
_LONGEST = 8  #: words of a phrase
_BROKEN = re.compile(r"[,;:!?()\[\]“”\"«»–—…*|/@]|--|(?:^|\s)['’‘]|['’‘](?:\s|$)(?<!s['’])")
_SAID = ("said", "says", "told", "has", "had", "was", "is")
_READ = 40  #: reports in which the writing of a name is looked up
_UNLED = frozenset(("a", "an", "the", "several"))  #: what has no article before it
_ROLES = {"nsubj": 1.4, "nsubj:pass": 1.4, "obj": 1.2, "root": 1.1, "nmod": 0.8, "obl": 0.9, "conj": 0.9}
_BARE = 0.6  #: what a noun counts that stands without an article
_LEAST = 0.6  #: the same where one stretch is all there is
_TELLING = 2.2  #: weight of the stems that a topic shares with another stretch
_OWN = 0.5  #: what a stem counts that no other stretch has
_WORD = 0.15  #: what each word costs


class Phrase(NamedTuple):
    """A noun phrase: the number of its noun, where it stands, its words, and its stems."""

    noun: int
    start: int
    end: int
    words: str
    stems: frozenset[str]


def noun_phrases(line: Line, low: int, high: int, scene: Scene) -> list[Phrase]:
    """The noun phrases of a parsed sentence whose nouns stand in `[low, high)`, each with and without what follows."""
    tokens = line.tokens
    children = children_of(tokens)
    found = []
    for noun, token in enumerate(tokens):
        speaking = token.dep == "nsubj" and fold(tokens[token.head].lemma) in words_that("saying", "reporting")
        if token.pos in _NOUNS and token.dep not in _INNER and low <= token.start < high and not speaking:
            for held in _widths(tokens, children, noun):
                if tokens[held[-1]].end <= high or held[-1] == noun:  # its article may stand before the stretch
                    phrase = _phrase(line, noun, held, scene)
                    found += [phrase] if phrase is not None else []
    return found


def _widths(tokens: Sequence[Token], children: Sequence[Sequence[int]], noun: int) -> list[list[int]]:
    """The tokens of a phrase: up to its noun, and with each of the prepositions that follow."""
    around = subtree(children, noun)
    apart = [n for n in around if n != noun and tokens[n].dep in _APART]
    own = [
        n
        for n in children[noun]
        if tokens[n].dep in ("case", "mark", "cop", "aux", "punct") or tokens[n].dep not in (*_BEFORE, "nmod")
    ]
    held = subtree(children, noun, {*apart, *own})
    first = [n for n in held if n <= noun]
    last = noun
    while last + 1 in held and tokens[last + 1].dep == "flat":
        last += 1
    core = [n for n in held if n <= last]
    if core != list(range(first[0], last + 1)):
        return []
    found = [core]
    for child in (n for n in children[noun] if fold(tokens[n].text) not in calendar_words()):
        below = subtree(children, child, apart)
        if child > last and tokens[child].dep == "nmod" and below == list(range(found[-1][-1] + 1, below[-1] + 1)):
            found.append([*found[-1], *below])
    return found


def _phrase(line: Line, noun: int, held: list[int], scene: Scene) -> Phrase | None:
    """A noun phrase as a question shows it; None where it points at something else, is cut, or names no thing."""
    tokens = line.tokens
    plural = fold(tokens[noun].text) != fold(tokens[noun].lemma)
    idle = words_that("negative", "how much") if plural else words_that("negative")
    none = any(fold(tokens[n].text) == "no" for n in held) and not plural
    while held and (tokens[held[0]].pos in _BEFORE_PHRASE or fold(tokens[held[0]].text) in idle):
        held = held[1:]
    inside = [tokens[n] for n in held]
    if not inside or noun not in held or len(held) > _LONGEST or _is_cut(tokens, held[0], held[-1]):
        return None
    if any(token.pos in ("PRON", "AUX", "INTJ") or speaks(token) for token in inside):
        return None
    if any(fold(token.text) in words_that("pointing") and token.pos in ("DET", "ADJ") for token in inside):
        return None
    telling = [token for token in inside if token.pos in (*_NOUNS, "ADJ", "VERB")]
    lemma = fold(tokens[noun].lemma)
    if (
        not telling
        or {lemma, lemma.rstrip(".")} & calendar_words()
        or lemma in words_that("lengths of time", "no topic")
    ):
        return None
    alone = plural or inside[0] is tokens[noun] or lemma in words_that("sizes")
    if inside[0].text.isdigit() and not alone:
        return None  # "Group of 20 summit" has lost its beginning
    if lemma in denial_words().vague and len(telling) < len(("kind", "noun")):
        return None
    start, end = inside[0].start, inside[-1].end
    shown = write(line, held, scene)
    if _BROKEN.search(shown):
        return None
    if _lost_its_article(tokens, noun) and not _is_definite(line, start, end, noun):
        if none and len(telling) < len(("kind", "noun")):
            return None  # "no missile" tells of none
        shown = f"{'any' if none else 'the'} {shown}"
    return Phrase(noun, start, end, shown, frozenset(term.stem for term in line.terms_in(start, end)))


def _lost_its_article(tokens: Sequence[Token], noun: int) -> bool:
    """Whether a noun has its article elsewhere ("the life and legacy"), or needs none only there ("named coach")."""
    token, above = tokens[noun], tokens[tokens[noun].head]
    apart = token.dep in ("xcomp", "root") or (token.dep == "conj" and above.pos == "NOUN")
    plural = fold(token.text) != fold(token.lemma)
    apart = apart or any(other.dep == "det" and other.head == noun and not plural for other in tokens)
    return token.pos == "NOUN" and not token.text[:1].isupper() and apart


def _is_cut(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether words that belong to a phrase stand just before or behind it."""
    before = tokens[first - 1] if first else None
    behind = tokens[last + 1] if last + 1 < len(tokens) else None
    if before is not None and (before.text in ("-", "’s", "'s") or before.pos == tokens[first].pos == "PROPN"):
        return True
    if before is not None and before.pos in ("ADJ", "NUM", "NOUN") and before.end + 1 >= tokens[first].start:
        return True
    return behind is not None and (behind.text in ("-", "’s", "'s", "’", "'") or behind.pos in _NOUNS)


class Shared(NamedTuple):
    """What some stretches share: how much of them has each stem, and which stems the topic should have."""

    stems: dict[str, float]
    known: bool = False  #: whether they are known beforehand, or those of one stretch

    def worth(self, phrase: Phrase, scene: Scene) -> tuple[float, float]:
        """What a phrase is worth as a topic, and how much of it is shared."""
        common = sum(scene.weights.get(stem, 1.0) * self.stems.get(stem, 0.0) for stem in sorted(phrase.stems))
        own = scene.weight(phrase.stems - self.stems.keys())
        return common - _OWN * own - _WORD * len(phrase.words.split()), common


def _what_is_shared(told: Sequence[tuple[Line, Span]], named: frozenset[str]) -> Shared:
    """The stems that more than one of some stretches have, with the part of them that has each."""
    if named or len(told) == 1:
        found = named or frozenset(t.stem for line, span in told for t in line.terms_in(span.start, span.end))
        return Shared(dict.fromkeys(found, 1.0), known=True)
    counts = Counter(stem for line, span in told for stem in {t.stem for t in line.terms_in(span.start, span.end)})
    return Shared({stem: count / len(told) for stem, count in counts.items() if count > 1})


def topic_of(
    spans: Iterable[Span],
    scene: Scene,
    named: frozenset[str] = frozenset(),
    without: Sequence[Span] = (),
    barred: frozenset[str] = frozenset(),
) -> str:
    """What some stretches share, as a phrase of one of them; "" where none stands whole there.

    `named` are stems that it should have, where these are known; `without` are stretches that it must not touch, and
    `barred` stems that it must not have.
    """
    told = [(line, span) for span in spans if (line := scene.line_at(span.article, span.start)) is not None]
    bodies = [(line, span) for line, span in told if line.kind is not BlockKind.HEADLINE] or told
    shared = _what_is_shared(told, named)
    found = []
    for line, span in bodies:
        ranked = sorted(_worth(line, span, shared, scene))
        free = [one for one in ranked if not (_touches(line, one[2], without) or one[2].stems & barred)]
        if without:  # what an amount or a time is told of is no other amount
            free = [
                one
                for one in free
                if not any(stem[:1].isdigit() for stem in one[2].stems) and not _counts(line, one[2])
            ]
        if free:
            found.append(free[0][:2])
    return min(found)[1] if found else ""


def _worth(line: Line, span: Span, shared: Shared, scene: Scene) -> list[tuple[float, str, Phrase]]:
    """The phrases of a stretch that share enough, each behind its worth, turned so that the best comes first."""
    found = []
    for phrase in noun_phrases(line, span.start, span.end, scene):
        worth, common = shared.worth(phrase, scene)
        worth *= 1.0 if _is_definite(line, phrase.start, phrase.end, phrase.noun) else _BARE
        if common >= (_LEAST if shared.known else _TELLING):
            found.append((-_ROLES.get(line.tokens[phrase.noun].dep, 1.0) * worth, phrase.words, phrase))
    return found


def _is_definite(line: Line, start: int, end: int, head: int) -> bool:
    """Whether a phrase has an article or an owner, or is a name or a plural: "the ferry", and not "ferry"."""
    inside = [token for token in line.tokens if start <= token.start < end]
    noun = line.tokens[head]
    owned = any(token.pos in ("DET", "NUM") or token.dep == "nmod:poss" for token in inside)
    return owned or noun.pos == "PROPN" or fold(noun.text) != fold(noun.lemma)


def _counts(line: Line, phrase: Phrase) -> bool:
    """Whether a number stands in a phrase."""
    return any(token.pos == "NUM" and phrase.start <= token.start < phrase.end for token in line.tokens)


def _touches(line: Line, phrase: Phrase, spans: Sequence[Span]) -> bool:
    return any(one.article == line.article and phrase.start < one.end and one.start < phrase.end for one in spans)


def party(holder: str, scene: Scene) -> str:
    """A holder as a question names it: as the texts write it, with its article where it is no name."""
    known = _parties(scene)
    if holder not in known:
        known[holder] = _party(holder, scene)
    return known[holder]


@kept
def _parties(scene: Scene) -> dict[str, str]:
    """The holders named so far: to look a name up in the texts takes long, and many questions name the same few."""
    return {}


def _party(holder: str, scene: Scene) -> str:
    name = (
        holder.removeprefix("outlet:") if holder.startswith("outlet:") else holder.removesuffix("’s").removesuffix("'s")
    )
    texts = [article.text for article in list(scene.articles.values())[:_READ]]
    if " " not in name and sum(text.count(name.lower()) for text in texts) > sum(text.count(name) for text in texts):
        name = name.lower()
    small = name[:1].lower() + name[1:]
    if " " in name and any(small in text for text in texts):
        name = small
    if name[:1].islower():
        own = name.split()[0] in _UNLED | words_that("pointing first", "no name") or name.endswith("s") or " a " in name
        return name if own else f"the {name}"
    written = re.compile(rf"(\b[Tt]he )?\b{re.escape(name)}(?=[.,;:’']|\s(\w+))")
    ways = Counter(
        bool(found.group(1)) for text in texts for found in written.finditer(text) if _ends_name(found.group(2) or "")
    )
    return f"the {name}" if ways[True] > ways[False] else name


def _ends_name(following: str) -> bool:
    """Whether a name is whole before a word: "the Kremlin said", and not "the Kremlin spokesman"."""
    return not following or is_stop(fold(following)) or fold(following) in _SAID
