"""Long names of bodies put together where they were found in parts: "Board of Ports and Harbours (BPH)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from readout.analysis.names.candidates import Candidate, is_known
from readout.analysis.names.features import senses
from readout.language.names import names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.names.words import Line, Word

_FARTHEST = 14  #: words before a bracket that its letters may stand for
_SHORTEST, _LONGEST = 3, 9  #: letters of an acronym
_MARKS = frozenset(",&-–/'’")
_LONGEST_RUN = 6  #: raised words before a legal form that may be the company's name, or that say what a body is for
_LONGEST_TOWN = 3  #: words of a town's name before "City"
_AND = ("and", "&")
_GOVERNING = frozenset(("of", "for", "on", *_AND))  #: what a body's name may go on with
_ARTICLES = frozenset(("the", "a", "an"))
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th|d)")


def join_bodies(line: Line, found: list[Candidate]) -> list[Candidate]:
    """The names found in a sentence, in order, those that are parts of one body's name put together."""
    found = _with_forms(line, [part for one in found for part in _without_town(one)])
    if not found:
        return found
    words = line.words
    joined = _with_matters([_with_number(one) for one in (_by_words(found) if len(found) > 1 else found)])
    kept: list[Candidate] = []
    before = 0
    for index in line.shown:
        if index and words[index - 1].text == "(" and words[index].text.isupper():
            while before < len(joined) and joined[before].low < index:
                kept.append(joined[before])
                before += 1
            _make_whole(words, index - 1, kept)
    return [*kept, *joined[before:]] if kept else joined


def _without_town(one: Candidate) -> list[Candidate]:
    """The town and the body in `New Tarn | City's Board of Health`: the last word of a town begins no body's name."""
    words, low = one.words, one.low
    town = words[low].possessive and words[low].folded in names().place_last and one.high - low > 1
    if one.title is not None or not town or not low or not words[low - 1].raised or not words[low].spaced:
        return [one]
    first = low - 1
    while first and low - first < _LONGEST_TOWN and words[first - 1].raised and words[first].spaced:
        first -= 1
    return [Candidate(words=words, low=first, high=low + 1), Candidate(words=words, low=low + 1, high=one.high)]


def is_form(words: Sequence[Word], at: int) -> bool:
    """Whether a word is the legal form that ends a company's name: "Elm Foods, Inc.", "Elm Foods AG"."""
    word, bodies = words[at], names().body_words
    if not at or not word.raised or (word.spaced and words[at - 1].text == "."):
        return False
    folded = word.folded.replace(".", "")
    if folded in bodies["forms"]:
        return True
    closes = at + 1 == len(words) or not words[at + 1].raised
    return folded in bodies["short_forms"] and word.text.isupper() and words[at - 1].raised and closes


def _with_forms(line: Line, found: list[Candidate]) -> list[Candidate]:
    """The names found, and those that end with a legal form, which the name right before it goes on to."""
    words = line.words
    for at in line.shown:
        if not is_form(words, at):
            continue
        last = at - 2 if words[at - 1].text == "," else at - 1
        if last < 0 or not words[last].raised or _is_own_word(words[at], last < at - 1):
            continue
        low = last
        while low and last - low < _LONGEST_RUN and words[low - 1].raised and words[low].spaced:
            low -= 1
        inside = [one for one in found if one.low <= last and low < one.high]
        cover = [one for one in inside if one.high > last]
        if cover:
            low = cover[0].low
        elif inside:
            low = inside[-1].high
        while not cover and low < last and words[low].folded in names().function:
            low += 1
        if cover and (cover[0].title is not None or cover[-1].high > at + 1):
            continue
        found = sorted(
            [*(one for one in found if one not in cover), Candidate(words=words, low=low, high=at + 1)],
            key=lambda one: one.low,
        )
    return found


def _is_own_word(form: Word, apart: bool) -> bool:
    """Whether a form behind a comma is rather the next of a list: only "Inc." and the like stand so."""
    return apart and form.folded in ("limited", "corporation", "spa")


def _with_number(one: Candidate) -> Candidate:
    """A unit with its number: "65th Air Division", "Third Fleet"."""
    words, bodies = one.words, names().body_words
    if not one.low or one.title is not None or words[one.high - 1].folded not in bodies["numbered"]:
        return one
    before = words[one.low - 1]
    ordinal = _ORDINAL.fullmatch(before.folded) or (before.raised and before.folded in bodies["ordinals"])
    return one._replace(low=one.low - 1) if ordinal else one


def _by_words(found: list[Candidate]) -> list[Candidate]:
    """Neighbours put together if the words between and beside the gap call for it."""
    kept = [found[0]]
    for one in found[1:]:
        last = kept[-1]
        if one.low - last.high <= 2 and last.high <= one.low and _belong(last, one):
            kept[-1] = Candidate(words=last.words, low=last.low, high=one.high)
        else:
            kept.append(one)
    return kept


def _belong(last: Candidate, one: Candidate) -> bool:
    """Whether two neighbours are one: "Council on Foreign Trade", "Teachers' Union", "Ports and Harbours Board"."""
    words, lists = last.words, names()
    if last.title is not None or one.title is not None:
        return False
    between = [word.text for word in words[last.high : one.low]]
    before, closing, bodies = words[last.high - 1].folded, words[one.high - 1].folded, lists.body_words
    if (words[last.high - 1].possessive and not between) or between in (["'"], ["’"]):
        return before in bodies["owners"] and closing in lists.organisation_last
    if between and between[0] in ("of", "for", "on") and between[1:] in ([], ["the"]):
        named = before in bodies["named_by"] or (before in bodies["named_by_of"] and between[0] == "of")
        return named and (last.high - last.low > 1 or between[0] != "of")
    if between != ["and"] or closing not in lists.organisation_last or one.high - one.low < 2:
        return False
    if before in lists.organisation_last or any(is_known(" ".join(whole.parts), lists) for whole in (last, one)):
        return False
    return all(_is_plain(word) for word in (before, words[one.low].folded))


def _with_matters(found: list[Candidate]) -> list[Candidate]:
    """Bodies with the whole of what they are named by: "Kelm Center for Justice", "Office of Works and Roads"."""
    kept: list[Candidate] = []
    for one in found:
        if kept and one.low < kept[-1].high:
            continue  # the name of a matter: "Works" in "Office of Works"
        words, high = one.words, one.high
        if high + 1 < len(words) and words[high].text in _GOVERNING and one.title is None:
            end = _end_of_matter(words, one.low, high)
            if end > high and all(other.title is None and other.high <= end for other in _inside(found, high, end)):
                one = Candidate(words=words, low=one.low, high=end)
        kept.append(one)
    return kept


def _inside(found: list[Candidate], low: int, high: int) -> list[Candidate]:
    return [one for one in found if low <= one.low < high]


def _end_of_matter(words: list[Word], low: int, high: int) -> int:
    """Where the name of a body ends that is named by what it deals with, if that goes on behind `high`."""
    lists = names()
    bodies, small, last = lists.body_words, words[high].text, words[high - 1].folded
    if is_known(" ".join([word.folded for word in words[low:high]]), lists):
        return high
    if small in _AND:
        heads = lists.organisation_first | bodies["named_by"]
        if not any(words[at].folded in heads and words[at + 1].text in _GOVERNING for at in range(low, high - 2)):
            return high
        end = high
    else:
        if last not in bodies["named_by"] or (small == "of" and high - low == 1):
            return high
        end = _end_of_matter_at(words, high + (2 if words[high + 1].text in _ARTICLES else 1))
    if end + 1 < len(words) and words[end].text in _AND and _is_plain(words[end - 1].folded):
        further = _end_of_matter_at(words, end + 1)
        if further > end + 1 and words[further - 1].folded not in lists.organisation_last:
            return further
    return end if words[end - 1].raised else high


def _end_of_matter_at(words: list[Word], start: int) -> int:
    """Where the large words that name nobody end which begin at `start`: "Foreign Trade"; `start` if there are none."""
    lists = names()
    end = start
    while end < min(len(words), start + _LONGEST_RUN) and words[end].raised and words[end].spaced:
        folded = words[end].folded
        if folded in lists.titles and folded not in lists.title_parts:
            break  # "... on Foreign Trade Chairman Anna Keller"
        if not (_is_plain(folded) or folded in lists.title_parts):
            return start
        end += 1
    return start if is_known(" ".join([word.folded for word in words[start:end]]), lists) and end > start + 1 else end


def _is_plain(word: str) -> bool:
    """Whether a folded word is a word of the language that names nobody."""
    lists = names()
    if word in lists.function or word in lists.no_names or word in lists.first or is_known(word, lists):
        return False
    return word in lists.common or any(sense[0] == "n" for sense in senses(word))


def _make_whole(words: Sequence[Word], bracket: int, found: list[Candidate]) -> None:
    """Make the last of the names found before a bracket as long as the letters in it say: "... (INS)"."""
    letters = words[bracket + 1].text.replace(".", "").lower()
    if not _SHORTEST <= len(letters) <= _LONGEST or not letters.isalpha():
        return
    low = _start(words, bracket, letters, spoken=False)
    low = _start(words, bracket, letters, spoken=True) if low is None else low
    if low is None:
        return
    first = len(found)
    while first and found[first - 1].high > low:
        first -= 1
    inside = found[first:]
    if not inside or inside[0].low < low or inside[-1].high > bracket or inside[0].title is not None:
        return
    if len(inside) > 1 or (inside[0].low, inside[0].high) != (low, bracket):
        found[first:] = [Candidate(words=inside[0].words, low=low, high=bracket)]


def _start(words: Sequence[Word], bracket: int, letters: str, *, spoken: bool) -> int | None:
    """Where the words begin whose first letters, small words told or not (`spoken`), are those in the bracket.

    As in Schwartz and Hearst (2003), but for names: large words only, and none is passed over.
    """
    left, little = letters, names().body_words["small"]
    for at in range(bracket - 1, max(-1, bracket - 1 - _FARTHEST), -1):
        word = words[at]
        if word.text in _MARKS:
            continue
        small = not word.raised
        if small and (word.folded not in little or not spoken):
            if word.folded in little:
                continue
            return None
        initials = "".join([piece[:1] for piece in word.folded.split("-")])
        known = next((some for some in (initials, initials[:1]) if some and left.endswith(some)), None)
        if known is None:
            return None
        left = left[: -len(known)]
        if not left:
            return at if word.raised else None
    return None
