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

#: A parsed sentence: for each word its place in the sentence, tag, head and relation.
Rows = tuple[tuple[int, int, str, int, str], ...]

LANGUAGES = ("en",)  #: languages we can parse
LONGEST_CHARACTERS = 3000  #: a longer sentence is no sentence, and is not parsed
LONGEST_WORDS = 400
_MODELS = Path(__file__).parent / "models"
_NEEDED = ("parser",)
_UNUSED = ("ner", "entity_linker", "senter", "textcat", "textcat_multilabel", "lemmatizer", "trainable_lemmatizer")
_MOST_STRINGS = 300_000  #: a pipeline that has seen so many different words is loaded afresh, to free their memory

_MOST_REMEMBERED = 8_000  #: sentences; a copy of an article read lately costs nothing
_READ: dict[tuple[str | None, str], Rows] = {}
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
    inputs = [_squeeze(text, start, end) for start, end in places]
    rows = _parse_sentences([squeezed for squeezed, _ in inputs], pipeline)
    for (_, offsets), (start, _), found in zip(inputs, places, rows, strict=True):
        yield _tokens(text, found, start, offsets)


def _parse_sentences(sentences: list[str], pipeline: str | None) -> list[Rows]:
    """The parse of each sentence, in one batch; what stands in a copy read lately is taken from there.

    That changes nothing: a sentence is parsed alike in every batch, to the last bit (BLIS sums in one order).
    """
    nlp = load_pipeline(pipeline)
    fresh = [sentence for sentence in dict.fromkeys(sentences) if (pipeline, sentence) not in _READ]
    docs = [nlp.make_doc(sentence) for sentence in fresh]
    parsed = nlp.pipe([doc for doc in docs if len(doc) <= LONGEST_WORDS], batch_size=64)
    known: dict[str, Rows] = {
        sentence: _rows(next(parsed)) if len(doc) <= LONGEST_WORDS else ()
        for sentence, doc in zip(fresh, docs, strict=True)
    }
    found = [known[sentence] if sentence in known else _READ[pipeline, sentence] for sentence in sentences]
    for sentence, rows in known.items():
        _READ[pipeline, sentence] = rows
    while len(_READ) > _MOST_REMEMBERED:
        _READ.pop(next(iter(_READ)))
    return found


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


def _rows(doc: Doc) -> Rows:
    """The words of a sentence as spaCy parsed it."""
    strings = doc.vocab.strings
    places = doc.to_array(["IDX", "LENGTH", "POS", "HEAD", "DEP"]).astype("int64").tolist()
    return tuple(
        (
            low,
            low + length,
            strings[pos] if pos else "",
            index + head,
            _relation(strings[dep % 2**64]) if dep else "",
        )
        for index, (low, length, pos, head, dep) in enumerate(places)
    )


def _tokens(text: str, rows: Rows, start: int, offsets: list[int] | None) -> tuple[Token, ...]:
    """The words at their places in the article's text."""
    found: list[Token] = []
    for low, high, pos, head, dep in rows:
        if offsets is not None:
            low, high = offsets[low], offsets[high - 1] + 1
        low, high = low + start, high + start
        form = text[low:high]
        found.append(Token(low, high, form, lemma_of(form, pos), pos, head, dep))
    return tuple(found)


@lru_cache(maxsize=256)
def _relation(label: str) -> str:
    """A label as UD writes it (spaCy calls the root ROOT)."""
    return label.lower()
