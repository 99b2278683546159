"""Candidates: stretches of capitalised words that may be names, cut from titles and nationalities."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from readout.analysis.names.words import ABBREVIATED
from readout.language.names import Names, names

if TYPE_CHECKING:
    from readout.analysis.names.words import Line, Word

LONGEST = 14  #: words in a name
_OF_HEADS = frozenset(
    """
    gulf city strait straits sea bay isle republic state states district province kingdom cape port people lord fort
    head bank battle secretary minister speaker chief director president king queen duke prince university
    """.split()
)
_JOINING = frozenset(
    """
    people women children workers men king queen prince moody lloyd mcdonald macy levi nation
    """.split()
)
_COMPANY = frozenset(("inc", "corp", "co", "ltd", "llc", "llp", "jr", "sr", "bros"))
_TITLES_AND_NAMES = frozenset("dean king prince bishop pope marshal major duke earl judge justice cardinal".split())
_PARTICLES = frozenset(("bin", "ibn", "van", "von", "der", "abu"))
_DESCRIBING = ("ist", "-old", "-winger")  #: ends of what someone is called before the name
_YET_TO_BE = frozenset(("elect", "designate"))  #: "President-elect"
_ROYAL = frozenset(
    ("prince", "princess", "king", "queen", "pope", "saint", "st", "sultan", "emir", "ayatollah", "prophet")
)
_HONORIFICS = frozenset(("mr", "mrs", "ms", "mx", "miss", "dr", "sir", "dame", "lord", "lady", "prof"))


class Candidate(NamedTuple):
    """Words `[low, high)` of a sentence that may be one name, and the title that stands before it."""

    words: list[Word]
    low: int
    high: int
    title: tuple[int, int] | None = None  #: words of the title

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.words[self.low].start

    @property
    def end(self) -> int:
        """Where it ends in the text; the full stop of "Corp." belongs to it, and the mark of "Yahoo!"."""
        last = self.words[self.high - 1]
        if self.high < len(self.words):
            stop = self.words[self.high]
            if stop.text == "." and not stop.spaced and last.folded in _COMPANY:
                return stop.end
            if stop.text == "!" and not stop.spaced and " ".join(self.parts) + "!" in names().world_organisations:
                return stop.end
        return last.end

    @property
    def honoured(self) -> bool:
        """Whether its title is no more than "Mr.", "Dr." and the like."""
        return self.title is not None and all(
            word.folded in _HONORIFICS or word.text == "." for word in self.words[self.title[0] : self.title[1]]
        )

    @property
    def parts(self) -> tuple[str, ...]:
        """Its folded words, without the marks between them."""
        return tuple(word.folded for word in self.words[self.low : self.high] if word.folded[0].isalnum())

    @property
    def initial(self) -> bool:
        """Whether it begins the sentence, where a capital says little."""
        return begins_sentence(self.words, self.low)


def begins_sentence(words: list[Word], index: int) -> bool:
    """Whether only a few marks stand before the word."""
    return index < 6 and all(not word.folded[0].isalnum() for word in words[:index])


def find_candidates(line: Line) -> list[Candidate]:
    """The candidates of one sentence, in order; it is no heading, since there capitals say nothing."""
    words = line.words
    capitals = [index for index in line.shown if words[index].capital]
    if not capitals:
        return _small_places(words) if words and words[0].text[0].islower() else []
    found: list[Candidate] = []
    end = 0
    for at in capitals:
        if at < end:
            continue
        end = at + 1
        if at and words[at - 1].folded in _PARTICLES and words[at].spaced:
            at -= 1
        while end - at < LONGEST and (longer := _extend(words, at, end)) > end:
            end = longer
        found.extend(_cut(words, at, end))
    return found


def _small_places(words: list[Word]) -> list[Candidate]:
    """Places in a sentence that is written without capitals, by the lists alone."""
    lists = names()
    found: list[Candidate] = []
    at = 0
    while at < len(words):
        step = 1
        for length in (3, 2, 1):
            key = _key(words, at, min(at + length, len(words)))
            if (
                not all(word.folded[0].isalpha() for word in words[at : at + length])
                or key in lists.common
                or key in lists.function
                or len(key) < 4
            ):
                continue
            if key in lists.countries or key in lists.regions or key in lists.states or lists.cities.get(key, 0) > 50:
                found.append(Candidate(words=words, low=at, high=min(at + length, len(words))))
                step = length
                break
        at += step
    return found


def _extend(words: list[Word], start: int, end: int) -> int:
    """Where the run `[start, end)` ends if it goes on over the next word or two; else `end`."""
    if end >= len(words):
        return end
    last, following = words[end - 1], words[end]
    if last.possessive and last.folded not in _JOINING:
        return end
    if following.capital:
        return end + 1 if following.spaced else end
    if following.text == "." and not following.spaced and _is_abbreviated(last):
        return end + 2 if _capital_at(words, end + 1) else end
    if following.text == "&":
        return end + 2 if _capital_at(words, end + 1) else end
    if following.text == ",":
        return end + 2 if _capital_at(words, end + 1) and words[end + 1].folded in _COMPANY else end
    return _over_connector(words, start, end)


def _is_abbreviated(word: Word) -> bool:
    return len(word.text) == 1 or word.folded in ABBREVIATED


def _capital_at(words: list[Word], index: int) -> bool:
    return index < len(words) and words[index].capital


def _over_connector(words: list[Word], start: int, end: int) -> int:
    """Over "of", "for", "de la", "bin", "and" where the run so far calls for more."""
    lists = names()
    last, following = words[end - 1].folded, words[end].folded
    if following in lists.inside_person:
        after = end + 1
        if after < len(words) and words[after].folded in lists.inside_person and not words[after].capital:
            after += 1
        return after + 1 if _capital_at(words, after) else end
    if following in ("of", "for") and (last in lists.organisation_first or (following == "of" and last in _OF_HEADS)):
        after = end + 1
        if after < len(words) and words[after].folded == "the":
            after += 1
        return after + 1 if _capital_at(words, after) else end
    if following == "and" and _capital_at(words, end + 1):
        run = [word.folded for word in words[start:end]]
        governed = ("of" in run or "for" in run) and not lists.organisation_first.isdisjoint(run)
        governed = governed and not is_known(words[end + 1].folded, lists)  # "Department of Justice and Congress"
        joined = last in lists.common and run[-2:-1] == run[:-1] and _closes_organisation(words, end + 1)
        return end + 2 if governed or joined or last in ("bosnia", "trinidad", "antigua") else end
    return end


def _closes_organisation(words: list[Word], at: int) -> bool:
    """Whether the capitalised words from `at` end with a word like "Administration"."""
    end = at
    while end < len(words) and words[end].capital:
        end += 1
    return end - at >= 2 and words[end - 1].folded in names().organisation_last


def _cut(words: list[Word], start: int, end: int) -> list[Candidate]:
    """The names in a run: what comes after a title, a nationality or a common word at the sentence's start."""
    lists = names()
    start, end = _trim(words, start, end, lists)
    if start >= end:
        return []
    title_end = _end_of_title(words, start, end, lists)
    if title_end is not None:
        inner = _cut(words, start, _before_title(words, start, title_end, lists))
        royal = end - title_end == 1 and title_end - start > 0 and words[title_end - 1].folded in _ROYAL
        person = Candidate(words=words, low=title_end - royal, high=end, title=(start, title_end))
        return [*inner, person]
    if is_title(words, start, end, lists) or _is_people(words, start, end, lists):
        return []
    joint = _joint(words, start, end, lists)
    if joint is not None:
        return [Candidate(words=words, low=start, high=joint), Candidate(words=words, low=joint, high=end)]
    return [Candidate(words=words, low=start, high=end)]


def _is_people(words: list[Word], start: int, end: int, lists: Names) -> bool:
    """Whether it names a people or a single letter, and no one: "North Korean", "Korean-American", "D"."""
    key = _key(words, start, end)
    return len(key) < 2 or key in lists.demonyms or (end - start == 1 and key.split("-")[0] in lists.demonyms)


def _joint(words: list[Word], start: int, end: int, lists: Names) -> int | None:
    """Where a known organisation or place ends and a person begins: "AFP Ann Doe"."""
    for index in range(start + 1, end - 1):
        known = _key(words, start, index)
        if words[index].folded in lists.first and words[index - 1].folded[0].isalnum():
            named = words[start].folded in lists.first or words[start].folded in lists.last
            return index if is_known(known, lists) and not (named and index == start + 1) else None
    if words[end - 1].folded in lists.organisation_last or words[end - 1].folded in lists.place_last:
        return None
    for index in range(end - 1, start + 1, -1):
        if is_known(_key(words, start, index), lists) and words[index].capital:
            return index
    return None


def _key(words: list[Word], start: int, end: int) -> str:
    return " ".join(word.folded for word in words[start:end] if word.folded[0].isalnum())


def is_known(key: str, lists: Names) -> bool:
    """Whether a folded name is listed as an organisation, outlet, country, state or region."""
    return (
        key in lists.organisations
        or key in lists.outlets
        or key in lists.countries
        or key in lists.regions
        or key in lists.states
        or key in lists.seats
    )


def _trim(words: list[Word], start: int, end: int, lists: Names) -> tuple[int, int]:
    """Without marks and connectors at the ends, and words in front that cannot begin a name."""
    while end > start and (not words[end - 1].capital or _is_adherent(words, start, end, lists)):
        end -= 1
    while start < end:
        first = words[start]
        rest = end - start - 1
        key = _key(words, start, end)
        if is_known(key, lists) or (rest > 1 and is_known(_key(words, start, start + 2), lists)):
            break
        initial = begins_sentence(words, start)
        if not first.capital and first.folded in _PARTICLES and rest:
            break
        if (
            not first.capital
            or (first.folded in lists.function and not first.text.isupper())
            or (
                first.folded in lists.no_names
                and first.folded not in _HONORIFICS
                and _is_no_name(words, start, end, lists)
            )
            or (first.folded in lists.demonyms and not _nation_belongs(words, start, end, lists))
            or (initial and rest and _is_common_start(words, start, end, lists))
            or (rest > 1 and describes_next(words, start))
        ):
            start += 1
        else:
            break
    return start, end


def describes_next(words: list[Word], at: int) -> bool:
    """Whether a raised word only tells who is named next: "Right-winger Ann Doe", "Leftist Ann Doe", "HEAR Ann Doe"."""
    lists, word, following = names(), words[at], words[at + 1]
    if following.folded not in lists.first or word.folded in lists.first or word.folded in lists.last:
        return False
    if word.folded in lists.titles or word.folded in lists.roles:
        return False
    if word.text.isupper():
        return len(word.text) > 2 and not is_known(word.folded, lists) and not following.text.isupper()
    return word.folded.endswith(_DESCRIBING)


def _is_adherent(words: list[Word], start: int, end: int, lists: Names) -> bool:
    """Whether the last word only says what someone of a place is: "Texas Republican"."""
    place = _key(words, start, end - 1)
    return words[end - 1].folded in lists.no_names and (place in lists.states or place in lists.countries)


def _is_no_name(words: list[Word], start: int, end: int, lists: Names) -> bool:
    """Whether a month, a day or a religion stands by itself before the name: not "Jan Novak", "Muslim Council"."""
    if end - start == 1:
        return True
    return words[end - 1].folded not in lists.organisation_last and words[start].folded not in lists.first


def _nation_belongs(words: list[Word], start: int, end: int, lists: Names) -> bool:
    """Whether a nationality is part of the name or title after it: "Kenyan Harbour Ministry", "Kenyan President"."""
    if end - start == 1:
        return False
    last = words[end - 1].folded
    if last in lists.organisation_last or last in lists.place_last:
        return True
    rest = [word.folded for word in words[start + 1 : end]]
    governed = "for" in rest or "of" in rest
    return any(word in lists.titles or (governed and word in lists.organisation_last) for word in rest)


def _is_common_start(words: list[Word], start: int, end: int, lists: Names) -> bool:
    """Whether the first word of the sentence is a common word before a name: "Defiant Okafor", not "Police Chief"."""
    first = words[start].folded
    if words[start].text.isupper() or first not in lists.common or first in lists.titles or first in lists.title_parts:
        return False
    pair = _key(words, start, start + 2)
    if is_known(pair, lists) or pair in lists.cities:
        return False
    if is_known(_key(words, start + 1, end), lists):
        return True
    following, last = words[start + 1].folded, words[end - 1].folded
    if last in lists.organisation_last or last in lists.place_last:
        return False
    return following in lists.first or following in lists.countries or following in lists.titles or first.endswith("ly")


def _end_of_title(words: list[Word], start: int, end: int, lists: Names) -> int | None:
    """Where the person's name begins if a title stands before it in this run; None if there is no title."""
    last = words[end - 1].folded
    if (last in lists.organisation_last or last in lists.place_last) and end - start > 1 and last not in lists.last:
        return None
    for index in range(end - 2, start - 1, -1):
        if not is_title_word(words[index].folded, lists):
            continue
        if index > start and _is_no_title_here(words[index - 1].folded, words[index].folded, lists):
            continue
        after = _after_office(words, index, end, lists)
        while after < end - 1 and (words[after].folded in lists.title_parts or not words[after].folded[0].isalnum()):
            after += 1
        if after < end and words[after].capital and words[after].folded not in lists.title_parts:
            return None if _is_people(words, after, end, lists) else after
    return None


def _is_no_title_here(before: str, title: str, lists: Names) -> bool:
    """Whether a word like "Dean" or "King" is a name: "Editor Dean Baker", "Martin King Jr."."""
    return title in _TITLES_AND_NAMES and (is_title_word(before, lists) or before in lists.first)


def _after_office(words: list[Word], index: int, end: int, lists: Names) -> int:
    """The word after the title at `index`; after "Director of National Intelligence" if a first name follows that."""
    after = index + 1
    if after < end and words[after].folded in ("of", "for"):
        for place in range(after + 2, end - 1):
            if words[place].folded in lists.first and words[place].capital:
                return place
    return after


def is_title_word(folded: str, lists: Names) -> bool:
    """Whether a folded word is a title: "president", "vice-president", "president-elect"."""
    if folded in lists.titles or "-" not in folded:
        return folded in lists.titles
    parts = folded.replace("ex-", "").split("-")
    first, last = parts[0], parts[-1]
    return last in lists.titles or (last in _YET_TO_BE and first in lists.titles)


def _before_title(words: list[Word], start: int, end: int, lists: Names) -> int:
    """Where the words before a title end that may themselves be a name: "White House" in "White House Chief"."""
    at = start
    while at < end and not is_title_word(words[at].folded, lists) and words[at].folded not in lists.title_parts:
        at += 1
    while at < end and at > start and is_known(_key(words, start, at + 1), lists):
        at += 1
    return at if at > start and is_known(_key(words, start, at), lists) else start


def is_title(words: list[Word], start: int, end: int, lists: Names) -> bool:
    """Whether the run is a title and no name: "Prime Minister", "Kenyan President", "Secretary of State"."""
    parts = [word.folded for word in words[start:end] if word.folded[0].isalnum()]
    if not any(is_title_word(part, lists) for part in parts):
        return False
    if len(parts) == 1:
        return parts[0] in lists.common or parts[0] not in lists.first or parts[0] in _HONORIFICS
    allowed = (
        lists.title_parts,
        lists.countries,
        lists.states,
        lists.roles,
        lists.demonyms,
        lists.organisations,
    )
    return all(any(part in known for known in allowed) or is_title_word(part, lists) for part in parts)
