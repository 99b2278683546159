"""Small invented stories for the tests of utterances and accounts, written with a mark for every statement."""

from __future__ import annotations

import re
from dataclasses import replace

from readout.analysis.accounts import compare_accounts
from readout.analysis.amounts import find_amounts
from readout.analysis.names import find_entities
from readout.analysis.times import find_times
from readout.analysis.utterances import link_utterances
from readout.language.parser import parse_articles
from readout.spans import Span, identify
from readout.types import (
    Annotation,
    Article,
    Block,
    BlockKind,
    Cited,
    Manner,
    Origin,
    Point,
    Sentence,
    Stance,
    Standing,
    Statement,
    Story,
    StoryMaterial,
)

_ACTS = {"accused": "accuse", "denied": "deny", "rejected": "deny"}  #: what the word before a statement makes of it
_MARK = re.compile(r"\[([^\]\[|]+)\||\]")  #: where a mark opens, with its speaker, or closes


def _read(marked: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The text without marks, and (start, end, speaker) of each mark, in order; a mark may stand in another."""
    text, found, last = "", [], 0
    still_open: list[tuple[int, str]] = []
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        last = match.end()
        if match.group(1) is not None:
            still_open.append((len(text), match.group(1)))
        elif still_open:
            start, speaker = still_open.pop()
            found.append((start, len(text), speaker))
        else:
            text += match.group()
    return text + marked[last:], sorted(found)


def _manner(words: str) -> Manner:
    if words.startswith('"') and words.endswith('"'):
        return Manner.DIRECT
    return Manner.MIXED if '"' in words else Manner.INDIRECT


def _cue(identifier: str, text: str, start: int) -> tuple[Span, ...]:
    """The word before a statement, if it can be its cue."""
    found = re.search(r"([a-z]+) $", text[:start])
    return (Span(identifier, found.start(1), found.end(1)),) if found else ()


def annotate(
    identifier: str, outlet: str, marked: str, published: str = "2031-05-06", *, parsed: bool = False
) -> Annotation:
    """An article with one sentence a line; `[Speaker|words]` marks a statement; `parsed` adds tokens and names."""
    text, marks = _read(marked)
    lines = [(match.start(), match.end()) for match in re.finditer(r"[^\n]+", text)]
    article = Article(
        id=identifier,
        uri=identifier,
        text=text,
        blocks=tuple(Block(start=start, end=end, kind=BlockKind.BODY) for start, end in lines),
        language="en",
        outlet=Cited(value=outlet, where="given"),
        published=Cited(value=published, where="given"),
    )
    statements = tuple(
        Statement(
            evidence=(Span(identifier, start, end),),
            rule="test",
            id=identify(identifier, start, end),
            article=identifier,
            content=(Span(identifier, start, end),),
            cue=_cue(identifier, text, start),
            named=(),
            speaker=speaker,
            manner=_manner(text[start:end]),
            act=_ACTS.get(text[:start].split(" ")[-2] if " " in text[:start] else "", "assert"),
        )
        for start, end, speaker in marks
    )
    (sentences,) = (
        parse_articles([article], every=True) if parsed else [tuple(Sentence(start=s, end=e) for s, e in lines)]
    )
    return Annotation(
        article=article,
        sentences=sentences,
        entities=find_entities(article, sentences) if parsed else (),
        statements=statements,
        times=find_times(article),
        amounts=find_amounts(article),
    )


def pile(*annotations: Annotation, together: tuple[str, ...] = ()) -> StoryMaterial:
    """A story of these articles, each its own origin but for those named in `together`."""
    ids = [annotation.article.id for annotation in annotations]
    groups = [list(together)] if together else []
    groups += [[identifier] for identifier in ids if identifier not in together]
    origins = tuple(
        Origin(
            evidence=(Span(members[0], 0, 1),),
            rule="test",
            id=members[0],
            name=members[0],
            articles=tuple(members),
            why=(),
        )
        for members in groups
    )
    material = StoryMaterial(
        story=Story(id="s", articles=tuple(ids)), annotations=tuple(annotations), copies=(), origins=origins
    )
    return replace(material, utterances=link_utterances(material))


GULLS = "Gulls follow every boat that leaves the harbour in summer."


def disputes_of(*texts: str) -> list[Point]:
    """The disputes of a story of parsed reports, one from each text, beside one of gulls."""
    articles = [annotate(f"a{n}", f"Herald {n}", text, parsed=True) for n, text in enumerate((*texts, GULLS))]
    return [point for point in compare_accounts(pile(*articles)) if point.standing is Standing.DISPUTED]


def holders_of(point: Point, stance: Stance) -> set[str]:
    """Who takes one stance in a point."""
    return {name for account in point.accounts if account.stance is stance for name in account.holders}
