"""How the reports describe one person or body: the words for it beside its name, where they differ by report."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from readout.analysis.accounts.drafts import AccountDraft, PointDraft, asserted
from readout.analysis.accounts.setting.clauses import children_of, subtree
from readout.analysis.accounts.setting.told import tells
from readout.language.describing import describing_words
from readout.language.names import names
from readout.language.terms import is_title, stem
from readout.language.wordsets import word_sets
from readout.spans import Span
from readout.text.fold import fold
from readout.types import TOLD_DIFFERENTLY, BlockKind, Manner, PointKind, Standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from readout.analysis.accounts.setting.scene import Line, Scene
    from readout.types import Token

_LOOSE = ("acl:relcl", "appos", "parataxis", "cc", "conj", "dep", "list", "discourse")
_ENDING = (*_LOOSE, "acl", "advcl", "punct")
_BESIDE = ("nsubj", "advcl", "aux", "advmod", "mark", "obl", "cop", "punct")
_OWNED, _NOT = word_sets("accounts")["owning"], word_sets("accounts")["not"] | {"no"}
#: how words for people end: "founder", which WordNet knows first as sinking
_AGENTS = ("er", "or", "ist", "man", "woman")
_BEFORE = ("NOUN", "ADJ", "PROPN", "NUM")
_LONGEST = 160  #: characters of a description with its name
_LEAST = 4.8  #: weight of what a description has and the other has not
_ACCOUNTS = 6
_ROWS = 6


class Description(NamedTuple):
    """What one report calls someone: its head, its telling stems, and where it stands without the name and with it."""

    head: str
    stems: frozenset[str]
    words: Span
    evidence: Span


def described_points(scene: Scene) -> list[PointDraft]:
    """The persons and bodies whom reports of several origins describe in different words, the most told of first."""
    found: dict[str, list[Description]] = defaultdict(list)
    for line in scene.lines:
        if line.kind is not BlockKind.HEADLINE and line.tokens:
            for name, description in _descriptions(line, scene):
                found[name].append(description)
    drafts = [draft for name in sorted(found) if (draft := _draft(name, found[name], scene)) is not None]
    drafts.sort(key=lambda draft: (-draft.strength, draft.question))
    return drafts[:_ROWS]


def _descriptions(line: Line, scene: Scene) -> Iterator[tuple[str, Description]]:
    tokens = line.tokens
    children = children_of(tokens)
    for start, end, name in scene.mentions_in(line):
        named = [number for number, token in enumerate(tokens) if start <= token.start < end]
        if not named:
            continue
        for head, numbers in _beside(tokens, children, named):
            low, high = tokens[numbers[0]].start, tokens[numbers[-1]].end
            whole = Span(line.article, min(low, start), max(high, end))
            if len(whole) <= _LONGEST and _is_description(tokens, head, numbers, name in scene.persons):
                stems = frozenset(stem(fold(tokens[n].text)) for n in numbers if tells(tokens, n))
                yield name, Description(stem(fold(tokens[head].lemma)), stems, Span(line.article, low, high), whole)


def _beside(
    tokens: Sequence[Token], children: Sequence[Sequence[int]], named: Sequence[int]
) -> Iterator[tuple[int, list[int]]]:
    """The heads and tokens of the noun phrases that describe a name: after it, before it, or what it is said to be."""
    top = next((n for n in named if tokens[n].head not in named or tokens[n].head == n), named[0])
    above = tokens[top].head
    joined = tokens[top].dep == "conj" or any(tokens[child].dep == "conj" for child in children[top])
    for child in children[top]:  # "Quill, a baker from Kelm"
        if tokens[child].dep == "appos" and child > named[-1] and not joined:
            yield child, _phrase(tokens, children, child)
    if above != top and tokens[top].dep in ("appos", "flat") and above < named[0]:  # "the baker Ada Quill"
        numbers = [n for n in _phrase(tokens, children, above) if n < named[0]]
        if tokens[above].pos == "NOUN" and numbers and numbers[-1] == above >= named[0] - 2:
            yield above, numbers
    else:
        run = _run_before(tokens, named[0])
        if run and tokens[run[0] - 1].text != "-":  # "Kelm baker Ada Quill"
            yield run[-1], run
    if tokens[top].dep == "nsubj" and above > top and tokens[above].pos == "NOUN":  # "Quill was a baker"
        copulas = [child for child in children[above] if tokens[child].dep == "cop"]
        aside = any(tokens[child].dep == "aux" or fold(tokens[child].text) in _NOT for child in children[above])
        if copulas and copulas[0] < above and not aside:  # another one may end the clause: "than they are"
            yield above, [n for n in _phrase(tokens, children, above, _BESIDE) if n > copulas[0]]


def _phrase(
    tokens: Sequence[Token], children: Sequence[Sequence[int]], head: int, without: Iterable[str] = ()
) -> list[int]:
    """The tokens of a noun phrase in one run around its head, without clauses and what is only joined to it."""
    barred = {*_ENDING, *without}
    found = set(subtree(children, head, [child for child in children[head] if tokens[child].dep in barred]))
    low = high = head
    while low - 1 in found and tokens[low - 1].dep != "case":
        low -= 1
    while high + 1 in found and tokens[high + 1].text != ",":
        high += 1
    return list(range(low, high + 1))


def _run_before(tokens: Sequence[Token], first: int) -> list[int]:
    place = first
    while place and tokens[place - 1].pos in _BEFORE and not tokens[place - 1].text.endswith("."):
        place -= 1
    return list(range(place, first))


def _is_description(tokens: Sequence[Token], head: int, numbers: Sequence[int], person: bool) -> bool:
    """Whether some words say what a person, or else a body, is, and not whose."""
    token = tokens[head]
    word = fold(token.lemma)
    last = word.rpartition("-")[2]
    meant = names().senses.get(word) or names().senses.get(last) or ("",)
    agent = meant[0] == "nperson" or last in names().roles or (token.dep == "appos" and last.endswith(_AGENTS))
    if person and (not agent or fold(token.text) != word):
        return False
    if not person and meant[0] not in ("ngroup", "nTops", "nact"):
        return False
    if token.pos != "NOUN" and (is_title(word) or word not in names().senses):
        return False
    return not any(fold(tokens[number].text) in _OWNED for number in numbers)


def _draft(name: str, found: Sequence[Description], scene: Scene) -> PointDraft | None:
    """The row of one name; None where no two reports differ."""
    best: dict[tuple[str, tuple[str, ...]], Description] = {}
    for one in found:
        key = (one.head, _wording_of(one.evidence, scene))
        if key not in best or (_worth(one, scene), one.words) > (_worth(best[key], scene), best[key].words):
            best[key] = one
    kept = sorted(best.items(), key=lambda item: (-_worth(item[1], scene), item[1].words))
    named = frozenset(stem(fold(part)) for part in name.split())
    pairs = [
        (a, b)
        for (_, a), (_, b) in combinations(kept, 2)
        if scene.origin_at(a.words) != scene.origin_at(b.words) and _differ(a, b, named, scene)
    ]
    if not pairs:
        return None
    told = {one for pair in pairs for one in pair}
    shown = [(holders, one) for (_, holders), one in kept if one in told][:_ACCOUNTS]
    if len({scene.origin_at(one.words) for _, one in shown}) < 2:
        return None
    accounts = _accounts(shown, scene)
    if len(accounts) < 2:
        return None
    return PointDraft(
        question=f"How is {name} described?",
        kind=PointKind.WHO,
        standing=Standing.COMPATIBLE,
        accounts=accounts,
        rule=TOLD_DIFFERENTLY[1],
        why="told differently: the reports describe the same in other words, which can all be true",
        strength=max(min(_worth(a, scene), _worth(b, scene)) for a, b in pairs),
    )


def _wording_of(span: Span, scene: Scene) -> tuple[str, ...]:
    """Whose words they are: who is quoted with them, or else the outlet, also where it tells what others say."""
    quoted = any(statement.manner is Manner.DIRECT for statement in scene.statements_over(span))
    return scene.holders_of(span) if quoted else scene.voice_of(span.article)


def _accounts(shown: Sequence[tuple[tuple[str, ...], Description]], scene: Scene) -> tuple[AccountDraft, ...]:
    """An account for each description; those with one head are one."""
    grouped: dict[str, list[tuple[tuple[str, ...], Description]]] = defaultdict(list)
    for holders, one in shown:
        grouped[one.head].append((holders, one))
    return tuple(
        asserted(
            scene.shown(members[0][1].words),
            (holder for holders, _ in members for holder in holders),
            (one.evidence for _, one in members),
        )
        for members in grouped.values()
    )


def _worth(one: Description, scene: Scene) -> float:
    return scene.weight(one.stems - describing_words().plain)


def _differ(a: Description, b: Description, named: frozenset[str], scene: Scene) -> bool:
    """Whether each of two descriptions has a telling head and says something that the other does not."""
    heads = {a.head, b.head}
    if len(heads) == 1 or a.head in b.stems or b.head in a.stems or heads <= describing_words().plain:
        return False
    if any(heads <= alike for alike in describing_words().alike):
        return False
    own = [(one.stems - other.stems - named - describing_words().plain) for one, other in ((a, b), (b, a))]
    return all(scene.weight(words) >= _LEAST for words in own)
