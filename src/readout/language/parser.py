"""Sentences by rule and, where something calls for it, their parse by a spaCy pipeline (ours or one that is named)."""

from __future__ import annotations

import json
import re
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from readout.errors import UsageError
from readout.language.lemmas import by_rule
from readout.language.lexicon import needs_parse
from readout.text.fold import fold
from readout.text.segment import split_sentences
from readout.types import READABLE, Sentence, Token

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language
    from spacy.tokens import Doc

    from readout.types import Article

LANGUAGES = ("en",)  #: languages we can parse
LONGEST_CHARACTERS = 3000  #: a longer sentence is no sentence, and is not parsed
LONGEST_WORDS = 400
_MODELS = Path(__file__).parent / "models"
_NEEDED = ("parser",)
_UNUSED = ("ner", "entity_linker", "senter", "textcat", "textcat_multilabel", "lemmatizer", "trainable_lemmatizer")
_MOST_STRINGS = 300_000  #: a pipeline that has seen so many different words is loaded afresh, to free their memory

#: The pipeline that this process was told to use; None is ours.
_CHOSEN: ContextVar[str | None] = ContextVar("pipeline", default=None)

#: One character for one: the pipeline was trained on plain quotation marks; lone surrogates have no UTF-8.
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys(map(chr, range(0xD800, 0xE000)), "?"),
    }
)
_WRAPPED = re.compile(r"[^\S ]|  ")
_PIECE = re.compile(r"\S+")


def parse_article(article: Article, pipeline: str | None = None) -> tuple[Sentence, ...]:
    """The sentences of the readable blocks in order; those with a cue or a quotation carry tokens with tags and heads.

    `pipeline` names an installed spaCy pipeline to use instead of the chosen one (`use_pipeline`; ours if none is).
    A text in a language that we have no pipeline for is cut into sentences and left unparsed. Raises UsageError if
    the pipeline cannot be used.
    """
    text = article.text
    places = [
        place for block in article.blocks_of(*READABLE) for place in split_sentences(text, block.start, block.end)
    ]
    if article.language not in LANGUAGES:
        return tuple(Sentence(start=start, end=end) for start, end in places)
    wanted = [
        (start, end)
        for start, end in places
        if end - start <= LONGEST_CHARACTERS and needs_parse(fold(text[start:end]))
    ]
    parsed = dict(zip(wanted, parse_spans(text, wanted, pipeline), strict=True))
    return tuple(Sentence(start=start, end=end, tokens=parsed.get((start, end), ())) for start, end in places)


def parse_spans(text: str, places: list[tuple[int, int]], pipeline: str | None = None) -> Iterator[tuple[Token, ...]]:
    """The tokens of each stretch of `text`, each taken as one sentence; () for one that is too long to parse."""
    if not places:
        return
    pipeline = pipeline or _CHOSEN.get()
    if len(load_pipeline(pipeline).vocab.strings) > _MOST_STRINGS:
        load_pipeline.cache_clear()
    nlp = load_pipeline(pipeline)
    inputs = [_squeeze(text, start, end) for start, end in places]
    docs = [nlp.make_doc(squeezed) for squeezed, _ in inputs]
    short = iter(list(nlp.pipe([doc for doc in docs if len(doc) <= LONGEST_WORDS], batch_size=64)))
    for doc, (start, _), (_, offsets) in zip(docs, places, inputs, strict=True):
        yield _tokens(text, next(short), start, offsets) if len(doc) <= LONGEST_WORDS else ()


def use_pipeline(name: str | None) -> None:
    """Load the installed spaCy pipeline of that name, and parse with it from now on; None is ours again.

    Raises UsageError as `load_pipeline` does.
    """
    load_pipeline(name)
    _CHOSEN.set(name)


@lru_cache(maxsize=2)
def load_pipeline(name: str | None = None) -> Language:
    """Our English pipeline, or the installed spaCy pipeline called `name`, loaded once.

    Raises UsageError if none of that name is installed, or if it has no dependency parser.
    """
    import spacy

    if name is None:
        return spacy.load(_MODELS / "en")
    try:
        nlp = spacy.load(name, exclude=list(_UNUSED))
    except OSError as error:
        raise UsageError(f"no spaCy pipeline called {name!r} is installed") from error
    if not set(_NEEDED) <= set(nlp.pipe_names):
        raise UsageError(f"the spaCy pipeline {name!r} has no dependency parser")
    return nlp


@lru_cache(maxsize=50_000)
def lemma_of(form: str, pos: str) -> str:
    """The lemma of a word with this Universal POS tag; names keep their capitals."""
    if pos == "PROPN":
        return form
    form = form.translate(_PLAIN).lower()
    return _exceptions().get(pos, {}).get(form) or by_rule(form, pos)


@lru_cache(maxsize=1)
def _exceptions() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = json.loads((_MODELS / "en" / "lemmas.json").read_text(encoding="utf-8"))
    return found


def _squeeze(text: str, start: int, end: int) -> tuple[str, list[int] | None]:
    """The sentence with single spaces for all white space, and each character's place in it if any was moved."""
    piece = text[start:end].translate(_PLAIN)
    if not _WRAPPED.search(piece):
        return piece, None
    words: list[str] = []
    offsets: list[int] = []
    for match in _PIECE.finditer(piece):
        if words:
            offsets.append(match.start() - 1)
        words.append(match.group())
        offsets.extend(range(match.start(), match.end()))
    return " ".join(words), offsets


def _tokens(text: str, doc: Doc, start: int, offsets: list[int] | None) -> tuple[Token, ...]:
    """The words of spaCy as ours, at their places in the article's text."""
    strings = doc.vocab.strings
    found: list[Token] = []
    rows = doc.to_array(["IDX", "LENGTH", "POS", "HEAD", "DEP"]).astype("int64").tolist()
    for index, (low, length, pos_key, head, dep_key) in enumerate(rows):
        high = low + length
        if offsets is not None:
            low, high = offsets[low], offsets[high - 1] + 1
        low, high = low + start, high + start
        form = text[low:high]
        pos = strings[pos_key] if pos_key else ""
        dep = _relation(strings[dep_key % 2**64]) if dep_key else ""
        found.append(Token(low, high, form, lemma_of(form, pos), pos, index + head, dep))
    return tuple(found)


@lru_cache(maxsize=256)
def _relation(label: str) -> str:
    """A label as UD writes it (spaCy calls the root ROOT)."""
    return label.lower()
