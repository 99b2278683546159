"""What kind of change a changed stretch of words is: spelling, number, name, attribution, or another word."""

from __future__ import annotations

import re
from functools import lru_cache

from readout.language.denials import denial_words
from readout.language.lexicon import lexicon
from readout.language.numerals import load_numerals
from readout.language.wordsets import word_sets
from readout.text.fold import fold, words

_VARIANTS = (
    (re.compile(r"ou(?=r)"), "o"),  # labour, labor
    (re.compile(r"(?<=.)ae|(?<=.)oe"), "e"),  # anaesthetic, manoeuvre
    (re.compile(r"ogue\b"), "og"),
    (re.compile(r"(?<=[^aeiou])re\b"), "er"),  # centre
    (re.compile(r"(?<=[a-z]{2})is(?=(?:e[drs]?|ing|ation|ations)\b)"), "iz"),
    (re.compile(r"ys(?=(?:e[drs]?|ing)\b)"), "yz"),
    (re.compile(r"nce(?=s?\b)"), "nse"),  # defence, licence
    (re.compile(r"(?<=[aeiou])ll(?=(?:ed|ing|er|ers)\b)"), "l"),  # travelled
    (re.compile(r"amme(?=s?\b)"), "am"),
    (re.compile(r"(?<=d)ge(?=ment)"), "g"),
    (re.compile(r"\b(toward|forward|backward|afterward|among|whil|amid)s?t?\b"), r"\1"),
    (re.compile(r"\bgrey"), "gray"),
    (re.compile(r"\bcheque"), "check"),
    (re.compile(r"\btyre"), "tire"),
    (re.compile(r"\b(?:%|per cent|pct)(?!\w)"), "percent"),
)
_NAME = re.compile(r"[^\W\d_a-z]")
_SAME = ((re.compile(r"\bunited states\b|\bu s\b"), "us"), (re.compile(r"\bunited kingdom\b|\bu k\b"), "uk"))
_SHORT = 30  # words: in a longer stretch that was cut, who said it is not what the edit is about
_DENIED, _HEDGES = word_sets("edits")["denied"], word_sets("edits")["hedges"]


def classify_change(left: str, right: str) -> str:
    """The kind of an edit that puts `right` for `left`: spelling, number, name, attribution, or word."""
    folded = [" ".join(word.folded for word in words(side)) for side in (left, right)]
    if spell(folded[0]) == spell(folded[1]):
        return "spelling" if folded[0] != folded[1] else "typography"
    numbers = [_numbers(side) for side in folded]
    if numbers[0] and numbers[1] and numbers[0] != numbers[1]:
        return "number"
    if attributes(left, folded[0]) != attributes(right, folded[1]):
        return "attribution"
    if numbers[0] != numbers[1]:
        return "number"
    return "name" if _is_name(left) and _is_name(right) else "word"


def spell(folded: str) -> str:
    """Folded words in one spelling, numerals as digits: "two programmes" and "2 programs" are the same."""
    joined = " ".join(_figures().get(word, word) for word in folded.replace("'", "").split())
    for pattern, plain in (*_SAME, *_VARIANTS):
        joined = pattern.sub(plain, joined)
    return joined.replace(" ", "").replace("-", "")


def attributes(text: str, folded: str | None = None) -> bool:
    """Whether a stretch of words says who says it, that it is denied, or that it is only alleged.

    In a long stretch only a denial counts: that something was said in it is not what its loss is about.
    """
    found = (folded if folded is not None else fold(text)).split()
    told = set(found)
    if told & (_DENIED | denial_words().deny):
        return True
    if len(found) > _SHORT:
        return False
    return bool(told & _HEDGES) or "according" in told or bool(told & _saying())


@lru_cache(maxsize=1)
def _saying() -> frozenset[str]:
    """The words of plain saying; others report too, but do much else besides."""
    plain = word_sets("edits")["saying"]
    return frozenset(form for form, lemma in lexicon().lemmas.items() if lemma in plain)


@lru_cache(maxsize=1)
def _figures() -> dict[str, str]:
    """The figures of number words."""
    known = load_numerals("en")
    return {} if known is None else {word: str(value) for word, value in {**known.units, **known.tens}.items()}


def denies(text: str) -> bool:
    """Whether a stretch of text holds a denial."""
    return bool(set(fold(text).split()) & (_DENIED | denial_words().deny))


def _numbers(folded: str) -> list[str]:
    """The figures in a text as digits. The word "one" is left out, since it mostly stands for someone."""
    found = (_figures().get(word, word) for word in folded.split() if word != "one")
    return [word for word in found if word[0].isdigit()]


def _is_name(text: str) -> bool:
    """Whether every longer word begins with a capital letter."""
    longer = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 2]
    return bool(longer) and all(_NAME.match(word) for word in longer)
