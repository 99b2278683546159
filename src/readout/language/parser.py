"""Sentences by rule and, where something calls for it, their parse by a spaCy pipeline (ours or one that is named)."""

from __future__ import annotations

import gc
import json
import re
from contextvars import ContextVar
from functools import lru_cache, partial
from itertools import accumulate
from operator import add
from pathlib import Path
from typing import TYPE_CHECKING

from readout.errors import UsageError
from readout.language.lemmas import by_rule
from readout.language.lexicon import irregular_bases, needs_parse
from readout.language.network import Network
from readout.language.products import one_thread
from readout.language.sentences import split_sentences
from readout.language.transitions import narrow, parse_words
from readout.text.fold import fold_article
from readout.types import READABLE, Sentence, Token

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc

    from readout.language.tokeniser import Cut
    from readout.types import Article

#: A parsed sentence: of its words, each in a list, where they begin and end in it, tags, heads and relations.
Rows = tuple[list[int], list[int], list[str], list[int], list[str]]

LANGUAGES = ("en",)  #: languages we can parse
LONGEST_CHARACTERS = 3000  #: a longer sentence is no sentence, and is not parsed
LONGEST_WORDS = 400
OURS = Path(__file__).parent / "models" / "en"  #: the pipeline that comes with Readout
_NEEDED = ("parser",)
_UNUSED = ("ner", "entity_linker", "senter", "textcat", "textcat_multilabel", "lemmatizer", "trainable_lemmatizer")
_MOST_STRINGS = 300_000  #: a pipeline that has seen so many different words is loaded afresh, to free their memory

_WORDS_AT_ONCE = 40_000  #: in one run of the parser
_NO_WORDS: Rows = ([], [], [], [], [])
_MOST_REMEMBERED = 8_000  #: sentences; a copy of an article read lately costs nothing
_READ: dict[tuple[str | None, str], Rows] = {}
#: The pipeline that this process was told to use; None is ours.
_CHOSEN: ContextVar[str | None] = ContextVar("pipeline", default=None)

#: One character for one: the pipeline was trained on plain quotation marks; lone surrogates have no UTF-8.
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        "―": "—",
        **dict.fromkeys(map(chr, range(0xD800, 0xE000)), "?"),
    }
)
_WRAPPED = re.compile(r"[^\S ]|  ")
_PIECE = re.compile(r"\S+")


def parse_articles(
    articles: Sequence[Article], pipeline: str | None = None, *, every: bool = False
) -> list[tuple[Sentence, ...]]:
    """For each article the sentences of its readable blocks in order; those with a cue or a quotation carry tokens, or
    `every` one, for accounts to be compared.

    All that needs a parse is parsed together, which takes a third of the time that one article after the other would.
    `pipeline` names an installed spaCy pipeline to use instead of the chosen one (`use_pipeline`; ours if none is).
    A text in a language that we have no pipeline for is cut into sentences and left unparsed. Raises UsageError if
    the pipeline cannot be used.
    """
    cut = [_sentences(article) for article in articles]
    wanted = [
        [(start, end) for start, end in places if _calls_for_parse(article, start, end, every)]
        for article, places in zip(articles, cut, strict=True)
    ]
    inputs = [
        (article.text, start, _squeeze(article.text, start, end))
        for article, places in zip(articles, wanted, strict=True)
        for start, end in places
    ]
    parsed = _parsed(inputs, pipeline)
    found = []
    for places, chosen in zip(cut, wanted, strict=True):
        tokens = dict(zip(chosen, parsed, strict=False))
        found.append(tuple(Sentence(start=low, end=high, tokens=tokens.get((low, high), ())) for low, high in places))
    return found


def _sentences(article: Article) -> list[tuple[int, int]]:
    blocks = article.blocks_of(*READABLE)
    return [place for block in blocks for place in split_sentences(article.text, block.start, block.end)]


def _calls_for_parse(article: Article, start: int, end: int, every: bool) -> bool:
    if article.language not in LANGUAGES or end - start > LONGEST_CHARACTERS:
        return False
    return every or needs_parse(fold_article(article.text)[start:end])


def _parsed(
    inputs: Sequence[tuple[str, int, tuple[str, list[int] | None]]], pipeline: str | None
) -> Iterator[tuple[Token, ...]]:
    """The tokens of sentences, each given by its text, where it begins there, and what `_squeeze` made of it."""
    if not inputs:
        return
    pipeline = pipeline or _CHOSEN.get()
    rows = _parse_sentences([squeezed for _, _, (squeezed, _) in inputs], pipeline)
    for (text, start, (_, offsets)), found in zip(inputs, rows, strict=True):
        yield _tokens(text, found, start, offsets)


def _parse_sentences(sentences: list[str], pipeline: str | None) -> list[Rows]:
    """The parse of each sentence, in one batch; what stands in a copy read lately is taken from there.

    That changes nothing: a sentence is parsed alike in every batch, to the last bit (BLIS sums in one order).
    """
    fresh = [sentence for sentence in dict.fromkeys(sentences) if (pipeline, sentence) not in _READ]
    parsed = _ours(fresh) if pipeline is None else _theirs(fresh, pipeline)
    known = dict(zip(fresh, parsed, strict=True))
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
    if name is not None:
        load_pipeline(name)
    _CHOSEN.set(name)


@lru_cache(maxsize=1)
def load_pipeline(name: str) -> Language:
    """The installed spaCy pipeline called `name`, loaded once.

    Raises UsageError if none of that name is installed, or if it has no dependency parser.
    """
    import spacy

    try:
        nlp = spacy.load(name, exclude=list(_UNUSED))
    except OSError as error:
        raise UsageError(f"no spaCy pipeline called {name!r} is installed") from error
    if not set(_NEEDED) <= set(nlp.pipe_names):
        raise UsageError(f"the spaCy pipeline {name!r} has no dependency parser")
    return nlp


@lru_cache(maxsize=1)
def load_network() -> Network:
    """Our own pipeline, which is in spaCy's form but read without spaCy."""
    network = Network(OURS)
    gc.freeze()  # so much stays for good that the collector need not go through it each time
    return network


@lru_cache(maxsize=50_000)
def lemma_of(form: str, pos: str) -> str:
    """The lemma of a word with this Universal POS tag; names keep their capitals."""
    if pos == "PROPN":
        return form
    form = form.translate(_PLAIN).lower()
    return _exceptions().get(pos, {}).get(form) or by_rule(form, pos)


@lru_cache(maxsize=1)
def _exceptions() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = json.loads((OURS / "lemmas.json").read_text(encoding="utf-8"))
    return found | {"VERB": irregular_bases() | found["VERB"]}  # the treebanks do not hold every verb


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


def _ours(sentences: Sequence[str]) -> Iterator[Rows]:
    """The words of each sentence as our own network parses them, thousands of words at once."""
    network = load_network()
    cuts = network.cut(sentences)
    parsed = _parsed_cuts(network, [cut for cut in cuts if len(cut.forms) <= LONGEST_WORDS])
    return (next(parsed) if len(cut.forms) <= LONGEST_WORDS else _NO_WORDS for cut in cuts)


def _parsed_cuts(network: Network, cuts: Sequence[Cut]) -> Iterator[Rows]:
    while cuts:
        ends = accumulate(len(cut.forms) for cut in cuts)
        batch = cuts[: max(1, sum(end <= _WORDS_AT_ONCE for end in ends))]
        cuts = cuts[len(batch) :]
        tags: list[str] = []
        narrowed = []
        with one_thread():
            for vectors in network.vectors(batch):
                tags += network.tag(vectors)
                narrowed.append(narrow(network.scorer, vectors))
            heads, relations = parse_words(network.scorer, narrowed, [len(cut.forms) for cut in batch])
        low = 0
        for cut in batch:
            high = low + len(cut.forms)
            inside = [head - low - 1 if head else index for index, head in enumerate(heads[low:high])]
            yield cut.starts, cut.ends, tags[low:high], inside, relations[low:high]
            low = high


def _theirs(sentences: Sequence[str], pipeline: str) -> Iterator[Rows]:
    """The words of each sentence as the spaCy pipeline of this name parses them."""
    if len(load_pipeline(pipeline).vocab.strings) > _MOST_STRINGS:
        load_pipeline.cache_clear()
    nlp = load_pipeline(pipeline)
    docs = [nlp.make_doc(sentence) for sentence in sentences]
    parsed = map(_rows, nlp.pipe([doc for doc in docs if len(doc) <= LONGEST_WORDS], batch_size=64))
    return (next(parsed) if len(doc) <= LONGEST_WORDS else _NO_WORDS for doc in docs)


def _rows(doc: Doc) -> Rows:
    """The words of a sentence as spaCy parsed it."""
    strings = doc.vocab.strings
    places = doc.to_array(["IDX", "LENGTH", "POS", "HEAD", "DEP"]).astype("int64").T.tolist()
    starts, lengths, tags, heads, relations = places or [[], [], [], [], []]
    return (
        starts,
        list(map(add, starts, lengths)),
        [strings[tag] if tag else "" for tag in tags],
        [index + head for index, head in enumerate(heads)],
        [strings[relation % 2**64].lower() if relation else "" for relation in relations],
    )


def _tokens(text: str, rows: Rows, start: int, offsets: list[int] | None) -> tuple[Token, ...]:
    """The words at their places in the article's text."""
    lows, highs, tags, heads, relations = rows
    if offsets is not None:
        lows = [offsets[low] for low in lows]
        highs = [offsets[high - 1] + 1 for high in highs]
    piece = text[start : start + highs[-1]] if highs else ""
    forms = [piece[low:high] for low, high in zip(lows, highs, strict=True)]
    places = ([start + low for low in lows], [start + high for high in highs])
    # Tuples made without a call of Python for each: words are what there is most of.
    return tuple(map(_as_token, zip(*places, forms, map(lemma_of, forms, tags), tags, heads, relations, strict=True)))


_as_token: Callable[[tuple[int, int, str, str, str, int, str]], Token] = partial(tuple.__new__, Token)
