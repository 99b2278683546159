"""Sentences cut into the words that our network was trained on, and each form of a word as a number.

The rules come from our pipeline's folder: affixes and inner signs that are words of their own, and a table of strings
whose words are listed ("don't", "a.m."). They are applied in spaCy's order, and tests hold the words to spaCy's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_MOST_FORMS = 40_000
_MOST_CHUNKS = 60_000
_ORTH, _NORM = 65, 67  #: spaCy's numbers for what a listed word is and what it is taken for


class Form(NamedTuple):
    """A word as it is written, and as what the network sees it ("n't" as "not"); None if that is its usual norm."""

    text: str
    norm: str | None = None


class Cut(NamedTuple):
    """The words of a sentence: where each begins and ends, and the number of its form."""

    starts: list[int]
    ends: list[int]
    forms: list[int]


class Tokeniser:
    """Cuts what stands between two spaces into words."""

    def __init__(self, rules: Mapping[str, Any]) -> None:
        self._prefix = re.compile(rules["prefix_search"]).search
        self._suffix = re.compile(rules["suffix_search"]).search
        self._infixes = re.compile(rules["infix_finditer"]).finditer
        self._address = re.compile(rules["url_match"]).match
        self._listed = {
            text: tuple(Form(word[_ORTH], word.get(_NORM)) for word in words)
            for text, words in rules["exceptions"].items()
        }
        self._longest = max(map(len, self._listed))

    def cut(self, chunk: str) -> tuple[Form, ...]:
        """The words of a chunk of text without white space."""
        listed = self._listed.get(chunk)
        return listed if listed is not None else tuple(self._rejoined(self._parted(chunk, self._listed)))

    def _parted(self, chunk: str, listed: Mapping[str, tuple[Form, ...]]) -> list[Form]:
        """The chunk without its affixes, cut at inner signs, and the affixes around it."""
        before, inner, behind = self._without_affixes(chunk, listed)
        words = [Form(text) for text in before]
        if inner in listed:
            words += listed[inner]
        elif inner:
            # An address has a point; looking for one first spares a long regular expression for nearly every word.
            whole = "." in inner and self._address(inner)
            words += [Form(inner)] if whole else map(Form, self._at_infixes(inner))
        return words + [Form(text) for text in reversed(behind)]

    def _without_affixes(self, text: str, listed: Mapping[str, object]) -> tuple[list[str], str, list[str]]:
        """Affixes before the text, what is left, and those behind it, the outermost first."""
        before: list[str] = []
        behind: list[str] = []
        while text and text not in listed:
            found = self._prefix(text)
            low = found.end() if found else 0
            if low and text[low:] in listed:
                return [*before, text[:low]], text[low:], behind
            found = self._suffix(text[low:])
            high = len(text) - (found.end() - found.start()) if found else len(text)
            if high < len(text) and text[:high] in listed:
                return before, text[:high], [*behind, text[high:]]
            if not low and high == len(text):
                break
            if low:
                before.append(text[:low])
            if high < len(text) and low <= high:
                behind.append(text[high:])
            text = text[low:high] if low <= high else text[low:]
        return before, text, behind

    def _at_infixes(self, text: str) -> Iterator[str]:
        """The text cut before and behind every inner sign; one at its very start is no inner sign."""
        at = 0
        for found in self._infixes(text):
            low, high = found.span()
            if low == 0:
                continue
            if at < low:
                yield text[at:low]
            if low < high:
                yield text[low:high]
            at = high
        if at < len(text):
            yield text[at:]

    def _rejoined(self, words: list[Form]) -> Sequence[Form]:
        """The words, but where some side by side are what a listed string falls into, that string's own words.

        So ":)" is one word, although a colon and a bracket are affixes. The longest goes first.
        """
        if len(words) == 1:
            return words
        runs = sorted(self._listed_runs([word.text for word in words]), key=lambda run: (run[0] - run[1], run[0]))
        taken: set[int] = set()
        chosen: dict[int, int] = {}
        for low, high in runs:
            if low not in taken and high - 1 not in taken:
                chosen[low] = high
            taken.update(range(low, high))
        found: list[Form] = []
        at = 0
        while at < len(words):
            high = chosen.get(at, at)
            found += self._listed["".join(word.text for word in words[at:high])] if high > at else (words[at],)
            at = max(high, at + 1)
        return found

    def _listed_runs(self, texts: list[str]) -> Iterator[tuple[int, int]]:
        """Runs of words that are what a listed string falls into."""
        for low in range(len(texts)):
            joined = ""
            for high in range(low + 1, len(texts) + 1):
                joined += texts[high - 1]
                if len(joined) > self._longest:
                    break
                if joined in self._listed and self._falls_into(joined, texts[low:high]):
                    yield low, high

    def _falls_into(self, text: str, words: list[str]) -> bool:
        """Whether these are the words of a listed text if its affixes and inner signs are cut off."""
        return (self._prefix(text) or self._suffix(text) or next(self._infixes(text), None)) is not None and [
            word.text for word in self._parted(text, {})
        ] == words


class Vocabulary:
    """The forms of the words seen so far, numbered as they came, and the chunks they came in."""

    def __init__(self, tokeniser: Tokeniser) -> None:
        self._tokeniser = tokeniser
        self.clear()

    def clear(self) -> None:
        """Forget everything; numbers given out before mean nothing any more."""
        self.forms: list[Form] = []
        self._numbers: dict[Form, int] = {}
        self._chunks: dict[str, tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]] = {}

    def is_full(self) -> bool:
        """Whether it is time to forget, so that no pile fills the memory."""
        return len(self.forms) > _MOST_FORMS or len(self._chunks) > _MOST_CHUNKS

    def cut(self, sentence: str) -> Cut:
        """The words of a sentence whose only white space is single spaces."""
        starts: list[int] = []
        ends: list[int] = []
        forms: list[int] = []
        at = 0
        for chunk in sentence.split(" "):
            known = self._chunks.get(chunk) or self._learn(chunk)
            if len(known[0]) == 1:
                starts.append(at)
                ends.append(at + len(chunk))
            else:
                starts += [at + low for low in known[1]]
                ends += [at + high for high in known[2]]
            forms += known[0]
            at += len(chunk) + 1
        return Cut(starts, ends, forms)

    def _learn(self, chunk: str) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
        """The numbers of the chunk's forms, and where each begins and ends in it."""
        words = self._tokeniser.cut(chunk)
        ends: list[int] = []
        for word in words:
            ends.append((ends[-1] if ends else 0) + len(word.text))
        known = tuple(map(self._number, words)), (0, *ends)[: len(words)], tuple(ends)
        self._chunks[chunk] = known
        return known

    def _number(self, form: Form) -> int:
        number = self._numbers.get(form)
        if number is None:
            number = self._numbers[form] = len(self.forms)
            self.forms.append(form)
        return number
