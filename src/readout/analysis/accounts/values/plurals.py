"""What is counted, as a question names it: in the plural, and only where the words are a noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.language.wordsets import word_sets
from readout.text.fold import fold

if TYPE_CHECKING:
    from readout.analysis.accounts.values.mentions import Mention

_IRREGULAR = {
    "man": "men",
    "woman": "women",
    "person": "people",
    "child": "children",
    "foot": "feet",
    "wife": "wives",
    "life": "lives",
    "half": "halves",
}
_ALONE = frozenset(("regimen", "specimen", "omen", "acumen", "abdomen"))  #: end in "men" and are one
_BOTH = word_sets("accounts")["plurals"]  #: plurals without an s, and words that are their own plural
_SIZES = word_sets("accounts")["sizes"]
_NOUNS = ("NOUN", "PROPN", "X")


def plural(word: str) -> str:
    """The plural of a noun in small letters, by the usual spelling; a word that is one already stays as it is."""
    if word in _BOTH or (word.endswith("s") and not word.endswith(("ss", "us", "sis", "xis"))):
        return word
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith(("men", "people")) and word not in _ALONE:
        return word  # linemen, townspeople
    if word.endswith("y") and word[-2:-1] not in ("a", "e", "o", "u", ""):
        return f"{word[:-1]}ies"
    ending = next((end for end in ("man", "woman", "person") if word.endswith(end)), "")
    if ending and ending != word:
        return word.removesuffix(ending) + _IRREGULAR[ending]
    return f"{word}es" if word.endswith(("s", "x", "z", "ch", "sh")) else f"{word}s"


def counted_in_plural(mention: Mention) -> str:
    """What an amount counts, in small letters and in the plural; "" where the parse has no noun for it."""
    counted = fold(mention.counted)
    if not counted:
        return ""
    first, _, last = counted.rpartition(" ")
    token = next((t for t in mention.line.tokens if t.end > mention.span.start and fold(t.text) == last), None)
    if (token is not None and token.pos not in _NOUNS) or last in _SIZES:
        return ""
    if token is not None and fold(token.lemma) != last:
        return counted  # it is a plural
    return f"{first} {plural(last)}".strip()
