"""A passage of an article made ready for rules: words, marks, parse and quotations in one place."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from readout.text.fold import fold_article, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readout.analysis.statements.hits import Hit, Phrase
    from readout.text.quotes import Quotation
    from readout.types import Sentence

FINITE = frozenset(["VERB", "AUX"])  #: parts of speech of which one makes a clause
CLOSING = frozenset([".", "!", "?", "...", "…", ","])  #: marks before the end of a quotation that stands by itself

_TOKEN = re.compile(
    r"[^\W_]+(?:[.,'’-][^\W_]+)*\.?(?<=[A-Z.]\.)|[^\W_]+(?:[.,'’-][^\W_]+)*|''|``|--+|\.\.\.+|[^\w\s]|_+"
)
_LONGEST_PASSAGE = 5000  #: characters; sentences that a longer quotation joins are read apart
_MOST_WORDS = 600  #: tokens of one passage, so that rules that look at all of it stay cheap
_SPLIT_OFF = re.compile(r"(?i)(?<=\w)(['’](?:s|re|ve|ll|d|m)|n['’]t)$")


@dataclass(slots=True)
class Word:
    """One token of a passage. `head` is an index in the passage; tag, head and relation are empty without a parse."""

    start: int
    end: int
    folded: str
    lemma: str = ""
    pos: str = ""
    head: int = -1
    dep: str = ""
    quote: int = -1  #: index of the quotation it stands in, its marks included
    capital: bool = False
    is_word: bool = field(init=False)  #: whether it has a letter or a digit

    def __post_init__(self) -> None:
        folded = self.folded
        self.is_word = folded.isalnum() or (len(folded) > 1 and any(map(str.isalnum, folded)))


@dataclass(slots=True)
class Reading:
    """The words of one passage: the sentences of a block, joined where a quotation runs over their border."""

    text: str
    words: list[Word]
    quotations: Sequence[Quotation]
    parsed: bool
    block: int
    headline: bool = False
    first: bool = False  #: the first passage of its block
    turn: bool = False  #: whether it begins with who speaks, as in a play: set by `turns.mark_turns`
    kids: list[list[int]] = field(default_factory=list)
    left: list[int] = field(default_factory=list)
    right: list[int] = field(default_factory=list)
    quoted: bool = field(init=False)  #: whether a quotation stands in it
    forms: frozenset[str] = field(init=False)  #: its folded words: a rule sees at once that it has none of its own
    lemmas: frozenset[str] = field(init=False)
    hits: tuple[Hit, ...] | None = None  #: kept by `cues.find_hits`
    subjects: dict[tuple[str, int, int, int], Phrase | None] = field(default_factory=dict)  #: kept by `subject_of`

    def __post_init__(self) -> None:
        words = self.words
        self.forms = frozenset([word.folded for word in words])
        self.lemmas = frozenset([word.lemma for word in words])
        self.quoted = max([word.quote for word in words], default=-1) >= 0

    @property
    def start(self) -> int:
        """Where the passage begins in the text."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where the passage ends in the text."""
        return self.words[-1].end

    def link(self) -> None:
        """Work out children and subtree borders from the heads; linear, and safe for heads that form a cycle."""
        count = len(self.words)
        heads = [word.head if 0 <= word.head < count else index for index, word in enumerate(self.words)]
        kids: list[list[int]] = [[] for _ in heads]
        left, right = list(range(count)), list(range(count))
        for index, head in enumerate(heads):
            if head != index:
                kids[head].append(index)
            while left[head] > index:  # of all below a word the first to climb to it stays; others stop there
                left[head] = index
                head = heads[head]
        for index in range(count - 1, -1, -1):
            head = heads[index]
            while right[head] < index:
                right[head] = index
                head = heads[head]
        self.kids, self.left, self.right = kids, left, right

    def child(self, index: int, *relations: str) -> int | None:
        """The first child of `index` with one of these relations (subtypes included)."""
        for kid in self.kids[index]:
            dep = self.words[kid].dep
            if dep in relations or (":" in dep and dep.split(":")[0] in relations):
                return kid
        return None

    def head_of(self, low: int, high: int) -> int:
        """The token of `[low, high]` that the others hang on."""
        heads = (place for place in range(low, high + 1) if not low <= self.words[place].head <= high)
        return next(heads, high)

    def wholly_quoted(self) -> bool:
        """Whether every word stands inside quotations."""
        return all(word.quote >= 0 for word in self.words if word.is_word)

    def characters(self, low: int, high: int) -> tuple[int, int]:
        """The characters under the tokens `low` to `high`, both included."""
        return self.words[low].start, self.words[high].end


def read_passages(
    text: str, blocks: Sequence[tuple[int, int, bool]], sentences: Sequence[Sentence], quotations: Sequence[Quotation]
) -> Iterator[Reading]:
    """The passages of the readable blocks `(start, end, is a headline)`, in order.

    Sentences that a quotation joins are one passage. A sentence without tokens is cut into words by rule.
    """
    place = 0
    quote_at = 0
    for number, (start, end, headline) in enumerate(blocks):
        while place < len(sentences) and sentences[place].end <= start:
            place += 1
        first = place
        while place < len(sentences) and sentences[place].start < end:
            place += 1
        while quote_at < len(quotations) and quotations[quote_at].end <= start:
            quote_at += 1
        inside: list[int] = []
        at = quote_at
        while at < len(quotations) and quotations[at].start < end:
            inside.append(at)
            at += 1
        opening = True
        for group in _joined(sentences[first:place], [quotations[i] for i in inside]):
            for reading in _make(text, group, quotations, inside):
                reading.block, reading.headline, reading.first = number, headline, opening
                opening = False
                yield reading


def _joined(sentences: Sequence[Sentence], quotations: Sequence[Quotation]) -> Iterator[list[Sentence]]:
    """Groups of sentences whose borders do not lie inside a quotation."""
    group: list[Sentence] = []
    at = 0
    for sentence in sentences:
        group.append(sentence)
        while at < len(quotations) and quotations[at].end <= sentence.end:
            at += 1
        held = at < len(quotations) and quotations[at].start < sentence.end < quotations[at].end
        if held and sentence.end - group[0].start <= _LONGEST_PASSAGE:
            continue
        yield group
        group = []
    if group:
        yield group


def _make(
    text: str, group: Sequence[Sentence], quotations: Sequence[Quotation], inside: Sequence[int]
) -> Iterator[Reading]:
    """One reading over the joined sentences; several where they have too many words to be one sentence."""
    words: list[Word] = []
    parsed = True
    first = group[0].start
    folded = fold_article(text)[first : group[-1].end]
    for number, sentence in enumerate(group):
        if sentence.tokens:
            words.extend(_parsed(sentence, len(words), folded, first))
        else:
            # A sentence in the middle of a quotation needs no parse: no cue outside of it depends on its words.
            parsed = parsed and 0 < number < len(group) - 1
            words.extend(_cut(text, sentence.start, sentence.end))
    _mark_quotations(words, quotations, inside)
    for before, word, after in zip(words, words[1:], words[2:], strict=False) if "-" in folded else ():
        if word.folded == "-" and text[word.start] in "-‐‑" and before.end == word.start and word.end == after.start:
            word.folded = "‐"  # a hyphen inside a word is no dash
    for low in range(0, len(words), _MOST_WORDS):
        piece = words[low : low + _MOST_WORDS]
        for word in piece if low else ():
            word.head = word.head - low if word.head >= low else -1
        reading = Reading(text=text, words=piece, quotations=quotations, parsed=parsed, block=0)
        reading.link()
        yield reading


def _parsed(sentence: Sentence, offset: int, folded: str, first: int) -> list[Word]:
    """The parser's tokens; white space stays in, since heads are numbers."""
    return [
        Word(start, end, folded[start - first : end - first], lemma, pos, offset + head, dep, -1, text[0].isupper())
        for start, end, text, lemma, pos, head, dep in sentence.tokens
    ]


def _cut(text: str, start: int, end: int) -> Iterator[Word]:
    """Tokens by rule: words, split-off `'s` and `n't`, and every mark by itself."""
    folded = fold_article(text)[start:end]
    for match in _TOKEN.finditer(plain(text[start:end])):
        low, high = start + match.start(), start + match.end()
        found = match.group()
        tail = _SPLIT_OFF.search(found) if "'" in found or "’" in found else None
        if tail is not None and tail.start() > 0:
            cut = low + tail.start()
            yield Word(low, cut, folded[match.start() : tail.start() + match.start()], capital=text[low].isupper())
            low = cut
        yield Word(low, high, folded[low - start : high - start], capital=text[low].isupper())


def _mark_quotations(words: list[Word], quotations: Sequence[Quotation], inside: Sequence[int]) -> None:
    """Note for every word the quotation it stands in."""
    at = bisect_left(inside, words[0].start, key=lambda index: quotations[index].end) if words else 0
    for word in words:
        while at < len(inside) and quotations[inside[at]].end <= word.start:
            at += 1
        if at == len(inside):
            return
        if quotations[inside[at]].start < word.end:
            word.quote = inside[at]
