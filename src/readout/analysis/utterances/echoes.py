"""Quoted words without a statement of their own that another report has as someone's: an echo, with its speaker."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from readout.analysis.utterances.match import longest_run
from readout.analysis.utterances.quoted import LONG, LONGEST, TELLING, QuotedIndex, is_within
from readout.analysis.utterances.sayings import read_quotations
from readout.analysis.utterances.stretches import Stretches
from readout.language.frequencies import is_frequent
from readout.language.sentences import split_sentences
from readout.language.terms import content_terms, is_country, stem
from readout.spans import Span, identify
from readout.text.fold import folded_words, words
from readout.types import READABLE, BlockKind, Manner, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from readout.analysis.utterances.sayings import Saying
    from readout.text.fold import Word
    from readout.types import Annotation

_RULE = "echo"
_SURELY = 9  #: words in a row without which a longer quotation, by someone else, is another (a phrase in use)
_BEFORE = 30  #: characters before a quotation in which a word for naming stands
_CALLED = frozenset(("dubbed", "entitled", "named", "nicknamed", "termed", "titled"))
_OFTEN = 0.02  #: part of all stretches of text that a word stands in and still tells something by itself


@dataclass(frozen=True, slots=True)
class _Loose:
    """Quoted words that no statement holds, `[start, end)` with their marks, and the sentence they stand in."""

    quotation: int  #: which of the article's
    start: int
    end: int
    found: tuple[Word, ...]
    sentence: tuple[int, int]
    headline: bool


def without_fragments(annotations: Iterable[Annotation]) -> tuple[Annotation, ...]:
    """The annotations without the echoes that are but a piece of a sentence: who wrote that sentence claims it."""
    return tuple(
        replace(annotation, statements=tuple(s for s in annotation.statements if not _is_fragment(s)))
        for annotation in annotations
    )


def _is_fragment(statement: Statement) -> bool:
    return statement.rule == _RULE and statement.manner is Manner.MIXED


@dataclass(frozen=True, slots=True)
class _Story:
    """The quotations of a story, and what its articles say in their own words."""

    index: QuotedIndex
    plain: tuple[str, ...]


def find_echoes(annotations: Iterable[Annotation]) -> tuple[Annotation, ...]:
    """The annotations with a statement more for each quotation that only another report gives to its speaker.

    What is quoted without a reporting word ("met with 'serious consequences'"), or with one that was not read, is
    the saying of whoever says the same words elsewhere: five words and more by themselves, fewer if the only speaker
    of these words in the story is named in the sentence. The words of the other report are among the evidence.
    """
    given = tuple(annotations)
    story = _Story(QuotedIndex(given), tuple(map(_plain_words, given)))
    return tuple(_with_echoes(annotation, story) for annotation in given)


def _with_echoes(annotation: Annotation, story: _Story) -> Annotation:
    found = [_echo(loose, told, annotation) for loose, told in _find(annotation, story)]
    if not found:
        return annotation
    return replace(
        annotation, statements=tuple(sorted((*annotation.statements, *found), key=lambda s: (s.content[0], s.id)))
    )


def _find(annotation: Annotation, story: _Story) -> Iterator[tuple[_Loose, Saying]]:
    """The loose quotations that repeat a saying; sentences of one quotation that repeat the same one are one."""
    before: tuple[_Loose, Saying] | None = None
    for loose in _loose(annotation):
        told = _origin(loose, annotation, story)
        if before is not None:
            last, saying = before
            if told is saying and last.quotation == loose.quotation:
                before = (replace(last, end=loose.end, found=last.found + loose.found), saying)
                continue
            yield before
        before = (loose, told) if told is not None else None
    if before is not None:
        yield before


def _loose(annotation: Annotation) -> Iterator[_Loose]:
    """The sentences in quotation marks that no statement's content touches."""
    article = annotation.article
    taken = Stretches((span.start, span.end) for statement in annotation.statements for span in statement.content)
    headlines = Stretches((block.start, block.end) for block in article.blocks_of(BlockKind.HEADLINE))
    sentences = Stretches((sentence.start, sentence.end) for sentence in annotation.sentences)
    for number, quotation in enumerate(read_quotations(article)):
        headline = bool(headlines.touching(quotation.start, quotation.end))
        for start, end in split_sentences(article.text, quotation.start, quotation.end):
            found = tuple(words(article.text, start, end))
            if found and not taken.touching(start, end):
                around = [*sentences.touching(start, end), (start, end)]
                sentence = (min(low for low, _ in around), max(high for _, high in around))
                yield _Loose(number, start, end, found, sentence, headline)


def _origin(loose: _Loose, annotation: Annotation, story: _Story) -> Saying | None:
    """The saying that the quotation repeats, if it is sure."""
    text = annotation.article.text
    named = {stem(word.folded) for word in words(text, *loose.sentence)}
    if _is_title(loose, text):
        return None
    if len(loose.found) >= LONG:
        return _long_origin(loose, named, story.index)
    before = [word.folded for word in words(text, max(0, loose.start - _BEFORE), loose.start)]
    if before and (before[-1] in _CALLED or before[-2:] == ["so", "called"]):
        return None
    return _short_origin(loose, named, story)


def _is_title(loose: _Loose, text: str) -> bool:
    """Whether quoted words are no saying but a title, by their capitals; or nothing at all."""
    telling = content_terms(list(loose.found))
    return not telling or (not loose.headline and all(text[term.start].isupper() for term in telling))


def _long_origin(loose: _Loose, named: set[str], index: QuotedIndex) -> Saying | None:
    asked = tuple(word.folded for word in loose.found)[:LONGEST]
    for saying in index.near(loose.found, TELLING):
        if not is_within(asked, saying.quoted):
            continue
        run = longest_run(asked, saying.quoted)
        if run >= (LONG if len(asked) <= len(saying.quoted) or _is_named(saying, named) else _SURELY):
            return saying
    return None


def _short_origin(loose: _Loose, named: set[str], story: _Story) -> Saying | None:
    """The saying of the one speaker of these few words whom the sentence names, or who alone has said them at all.

    None if an article uses the words as its own, since then they are nobody's.
    """
    asked = tuple(word.folded for word in loose.found)
    telling = {term.stem for term in content_terms(list(loose.found))}
    holding = [saying for saying in story.index.near(loose.found, len(telling)) if _stands_in(asked, saying.quoted)]
    chosen = [saying for saying in holding if _is_named(saying, named)]
    if not chosen and len(telling) > 1:
        chosen = holding
    speakers = {saying.statement.speaker for saying in chosen}
    if len(speakers) != 1 or None in speakers or all(is_frequent(word, _OFTEN) for word in asked):
        return None
    phrase = f" {' '.join(asked)} "
    return None if any(phrase in plain for plain in story.plain) else chosen[0]


def _plain_words(annotation: Annotation) -> str:
    """The words of an article that neither stand in quotation marks nor are told as anyone's, with bars for gaps."""
    article = annotation.article
    told = [(span.start, span.end) for statement in annotation.statements for span in statement.content]
    taken = Stretches([*((quotation.start, quotation.end) for quotation in read_quotations(article)), *told])
    pieces = [""]
    for block in article.blocks_of(*READABLE):
        at = block.start
        for low, high in [*taken.touching(block.start, block.end), (block.end, block.end)]:
            if at < low:
                pieces.append(" ".join(folded_words(article.text, at, low)))
            at = max(at, high)
    return " | ".join([*pieces, ""])


def _is_named(saying: Saying, named: set[str]) -> bool:
    """Whether the speaker is named by more than a country."""
    return any(word in named for word in saying.speaker if not is_country(word))


def _stands_in(asked: tuple[str, ...], said: tuple[str, ...]) -> bool:
    """Whether the words stand in the saying without a gap."""
    return any(said[at : at + len(asked)] == asked for at in range(len(said) - len(asked) + 1))


def _echo(loose: _Loose, told: Saying, annotation: Annotation) -> Statement:
    """The statement that the quotation is, given the saying it repeats."""
    span = Span(annotation.article.id, loose.start, loose.end)
    origin = told.statement
    whole = len(loose.found) >= LONG and annotation.article.text[loose.found[0].start].isupper()
    return Statement(
        id=identify("echo", span),
        article=span.article,
        content=(span,),
        cue=(),
        named=(),
        speaker=origin.speaker,
        manner=Manner.DIRECT if whole else Manner.MIXED,
        act=origin.act,
        speaker_why="the same words elsewhere",
        description=origin.description,
        evidence=(span, *origin.content),
        rule=_RULE,
    )
