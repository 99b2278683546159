"""The quote board: one card for what was said once, its wordings in rows, what differs marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from readout.exporters.context import statement_words
from readout.exporters.html.index import gather_places
from readout.exporters.html.variants import mark_differences
from readout.exporters.retold import retold
from readout.exporters.visible import one_line
from readout.exporters.wording import bare, count, speaker_words
from readout.types import Manner

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from markupsafe import Markup

    from readout.exporters.html.index import Index, Mark, Place
    from readout.types import Statement, StoryMaterial, Utterance

MOST_CARDS = 30


@dataclass(frozen=True, slots=True)
class Variant:
    """One wording: its manner, the words with differences marked, every place that has exactly it, who passed it on."""

    manner: str
    words: Markup | str
    mark: Mark
    places: tuple[Place, ...]
    via: str
    echo: bool
    act: str


@dataclass(frozen=True, slots=True)
class Card:
    """An utterance."""

    id: str
    speaker: str
    size: str
    altered: bool
    variants: tuple[Variant, ...]


@dataclass(frozen=True, slots=True)
class Saying:
    """One line in the list of all that was said."""

    manner: str
    act: str
    mark: Mark
    also: tuple[Place, ...]
    via: str
    echo: bool


@dataclass(frozen=True, slots=True)
class Speaker:
    """Someone quoted, with everything they said."""

    name: str
    size: str
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """Cards for what several reports have; below them everything said, by speaker."""

    cards: tuple[Card, ...]
    left_out: int
    speakers: tuple[Speaker, ...]
    statements: str


def lay_board(key: str, material: StoryMaterial, index: Index, *, brief: bool = False) -> Board:
    """The quote board of one story; `brief` leaves out the list of all that was said."""
    statements = {s.id: s for annotation in material.annotations for s in annotation.statements}
    origin_of = {article: material.origin_of(article).id for article in material.story.articles}
    several = []
    for utterance, said in retold(material):
        origins = len({origin_of.get(statement.article) for statement in said})
        several.append((origins, len(said), utterance, said))
    several.sort(key=lambda item: (-item[0], not item[2].altered, -item[1], item[2].id))
    cards = tuple(
        _card(f"{key}-q{number}", utterance, said, origins, index)
        for number, (origins, _, utterance, said) in enumerate(several[:MOST_CARDS], 1)
    )
    return Board(
        cards=cards,
        left_out=max(0, len(several) - MOST_CARDS),
        speakers=() if brief else tuple(_speakers(material, statements, index)),
        statements=count(len(statements), "statement"),
    )


def statement_mark(statement: Statement, index: Index) -> Mark:
    """The link for a statement's content, from its first to its last word."""
    first, last = min(statement.content), max(statement.content, key=lambda span: span.end)
    return index.mark(first.cover(last))


def _words(statement: Statement, index: Index) -> str:
    article = index.article(statement.article)
    return one_line(statement_words(statement, article))


def _card(identifier: str, utterance: Utterance, said: Sequence[Statement], origins: int, index: Index) -> Card:
    by_id = {statement.id: statement for statement in said}
    fullest = by_id.get(utterance.fullest, said[0])
    groups: dict[tuple[str, str], list[Statement]] = {}
    for statement in [fullest, *(s for s in said if s is not fullest)]:
        group = (statement.manner.value, bare(_words(statement, index)))
        groups.setdefault(group, []).append(statement)
    size = count(len({statement.article for statement in said}), "article")
    return Card(
        id=identifier,
        speaker=utterance.speaker or speaker_words(fullest),
        size=f"{size}, {count(origins, 'origin')}",
        altered=bool(utterance.altered) and len(groups) > 1,
        variants=tuple(_variant(members, fullest, index) for members in groups.values()),
    )


def _variant(members: Sequence[Statement], fullest: Statement, index: Index) -> Variant:
    first = members[0]
    words = _words(first, index)
    return Variant(
        manner=first.manner.value,
        words=words
        if first is fullest or not _comparable(fullest, first)
        else mark_differences(_words(fullest, index), words),
        mark=statement_mark(first, index),
        places=tuple(gather_places(statement_mark(statement, index) for statement in members)),
        via="; ".join(dict.fromkeys(", ".join(statement.via) for statement in members if statement.via)),
        echo=all(map(_is_echo, members)),
        act=_act(first),
    )


def _is_echo(statement: Statement) -> bool:
    """Whether the text around the words does not say whose they are; another report does."""
    return statement.rule == "echo"


def _comparable(one: Statement, other: Statement) -> bool:
    """Word by word only quotations can be held against each other, or two reports of one manner."""
    return one.manner is other.manner or Manner.INDIRECT not in (one.manner, other.manner)


def _act(statement: Statement) -> str:
    if statement.act in {"assert", "say", ""}:
        return ""
    return "denies" if statement.act == "deny" else f"{statement.act}s"


def _speakers(material: StoryMaterial, statements: dict[str, Statement], index: Index) -> list[Speaker]:
    """Everyone quoted, those with the most first; one line for what was said once."""
    lines: dict[str, list[list[Statement]]] = {}
    taken: set[str] = set()
    groups: list[Iterable[str]] = [utterance.statements for utterance in material.utterances]
    for group in [*groups, *([identifier] for identifier in statements)]:
        said = [statements[i] for i in group if i in statements and i not in taken]
        if said:
            taken.update(statement.id for statement in said)
            lines.setdefault(speaker_words(said[0]), []).append(said)
    order = sorted(lines.items(), key=lambda item: (item[0] == "speaker left open", -len(item[1]), item[0].casefold()))
    return [
        Speaker(name, count(len(groups), "statement"), tuple(_saying(said, index) for said in groups))
        for name, groups in order
    ]


def _saying(said: Sequence[Statement], index: Index) -> Saying:
    first = max(said, key=lambda s: sum(len(span) for span in s.content))
    return Saying(
        manner=first.manner.value,
        act=_act(first),
        mark=statement_mark(first, index),
        also=tuple(gather_places(statement_mark(other, index) for other in said if other is not first)),
        via=", ".join(first.via),
        echo=_is_echo(first),
    )
