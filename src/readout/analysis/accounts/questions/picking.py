"""The words of a clause that a short question needs: what hangs on its verb, without what tells more of that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.accounts.setting.clauses import children_of, subtree
from readout.language.denials import calendar_words
from readout.language.questioning import words_that
from readout.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from readout.types import Token

_SUBJECTS = ("nsubj", "nsubj:pass", "expl")
_NEEDED = (
    *("obj", "iobj", "xcomp", "ccomp", "obl:agent", "compound:prt", "aux", "aux:pass", "cop"),
    *("compound", "flat", "fixed", "goeswith", "case", "det", "nmod:poss", "nummod", "amod", *_SUBJECTS),
)  #: dependents without which a word tells something else
_MORE = ("obl", "nmod", "acl", "advmod")  #: those that a question holds if it has room
_BEHIND = (*_NEEDED, *_MORE, "advcl")
_BESIDE = ("punct", "discourse", "parataxis", "vocative", "list", "dep", "advcl", "csubj", "appos", "reparandum")
ASIDE = (",", "(", "[", "-", "--", "–", "—", ";", ":")  #: marks before what is said besides
_TOGETHER = ("conj", "cc")
_NAMING = ("NOUN", "PROPN", "PRON", "NUM")
_LEAST, _SUBJECT = 3, 8  #: words for which there is always room, and for which there is in a subject


class Picker:
    """The words of one sentence that a question may take: none that are `gone`, and none behind `high`."""

    def __init__(self, tokens: tuple[Token, ...], gone: frozenset[int], high: int) -> None:
        self.tokens, self.children, self.gone = tokens, children_of(tokens), gone
        self._barred = gone | {n for n, token in enumerate(tokens) if token.start >= high}

    def phrase(self, head: int, room: int, without: Iterable[int] = ()) -> list[int]:
        """A word with what it needs, and as much of what tells more of it as there is room for, in order."""
        barred = {*without, *self._barred}
        kept = [head]
        closed = False
        for child in self.children[head]:
            if child in barred:
                continue
            if child < head:
                kept += self._before(head, child)
                continue
            needed = self._is_needed(head, child)
            if needed or (not closed and self._tells_more(head, child)):
                found = self.phrase(child, max(room - self._words(kept), _LEAST))
                full = self._words(kept) + self._words(found) > room
                closed = not needed and (full or not self._is_plain(found) or self._is_cut_short(child, found))
                kept += [] if closed else found
        if self.tokens[head].pos in _NAMING:
            kept += self._joined_to(head, room - self._words(kept), kept)
        return sorted({*kept, *self._marks_among(kept)})

    def _words(self, found: Iterable[int]) -> int:
        return sum(self.tokens[n].pos != "PUNCT" for n in found)

    def _before(self, head: int, child: int) -> list[int]:
        """What of a dependent stands before its word: no aside, and no adverb of a verb that tells little."""
        token = self.tokens[child]
        if token.dep in _SUBJECTS:
            return self.phrase(child, _SUBJECT)
        if token.dep in _BESIDE or (token.dep == "cc" and self.tokens[head].dep != "conj"):
            return []
        of_verb = self.tokens[head].pos in ("VERB", "AUX")
        if (of_verb and token.dep in ("obl", "ccomp", "xcomp", "obj")) or is_idle(token):
            return []
        return [n for n in subtree(self.children, child) if n not in self.gone and self.tokens[n].pos != "PUNCT"]

    def _tells_more(self, head: int, child: int) -> bool:
        """Whether a dependent may stand behind its word: no aside, and no day unless nothing follows it."""
        token, first = self.tokens[child], self._first(child)
        if self._is_aside(first) or self._is_idle_day(head, child):
            return False
        led = fold(self.tokens[first].text) in words_that("before amount") or child == head + 1
        return (token.dep in (*_MORE, "appos") and not is_idle(token)) or (token.dep == "advcl" and led)

    def _first(self, child: int) -> int:
        return next((n for n in subtree(self.children, child) if self.tokens[n].pos != "PUNCT"), child)

    def _is_idle_day(self, head: int, child: int) -> bool:
        """Whether a day hangs on a name, stands alone beside a noun, or more follows it."""
        bare = child == head + 1 and self.tokens[head].pos == "NOUN"
        loose = bare or self.tokens[head].pos == "PROPN" or self._goes_on(head, child)
        return loose and fold(self.tokens[child].text) in calendar_words()

    def _goes_on(self, head: int, child: int) -> bool:
        """Whether more of a phrase follows one of its parts."""
        later = [n for n in self.children[head] if n > child and self.tokens[n].dep in _BEHIND]
        return any(self.tokens[n].dep != "advcl" or self._tells_more(head, n) for n in later)

    def _is_aside(self, first: int) -> bool:
        """Whether a comma or a bracket stands before a word."""
        return first > 0 and self.tokens[first - 1].text in ASIDE and not self._is_tied(first)

    def _is_tied(self, first: int) -> bool:
        """Whether a hyphen without spaces stands before a word."""
        before, token = self.tokens[first - 1], self.tokens[first]
        return first > 1 and before.text == "-" and self.tokens[first - 2].end == before.start == token.start - 1

    def _is_needed(self, head: int, child: int) -> bool:
        """Whether a word tells nothing, or something else, without what follows it."""
        token = self.tokens[child]
        if token.dep in _NEEDED:
            return not self._is_aside(self._first(child)) or token.dep in ("ccomp", "xcomp")
        if self._is_tied(self._first(child)):
            return True
        case = next((fold(self.tokens[n].text) for n in self.children[child] if self.tokens[n].dep == "case"), "")
        if token.dep == "nmod" and case in ("of", "between"):
            return True
        first = next((n for n in self.children[head] if n > head and self.tokens[n].dep in _BEHIND), -1)
        alone = self.tokens[head].pos == "VERB" and first == child and token.dep in ("obl", "advcl")
        return alone and self._tells_more(head, child) and self._is_plain(subtree(self.children, child))

    def _joined_to(self, head: int, room: int, kept: Sequence[int]) -> list[int]:
        """What is joined to a noun by "and", if all of it has room or it says nothing alone ("between A and B")."""
        joined = [n for n in self.children[head] if n > head and self.tokens[n].dep in _TOGETHER]
        found = [n for child in joined if child not in self._barred for n in self.phrase(child, _LEAST)]
        between = any(fold(self.tokens[n].text) == "between" for n in kept)
        return found if between or (self._words(found) <= room and self._is_plain(found)) else []

    def _marks_among(self, kept: Sequence[int]) -> list[int]:
        """Hyphens, and commas of a list, that stand among some words."""
        held = set(kept)
        places = (n for n in range(1, len(self.tokens) - 1) if n - 1 in held and n + 1 in held and n not in held)
        return [n for n in places if self.tokens[n].pos == "PUNCT" and self._joins(n)]

    def _joins(self, mark: int) -> bool:
        before, token, after = self.tokens[mark - 1 : mark + 2]
        tight = before.end == token.start and token.end == after.start
        return tight or (token.text == "," and self.tokens[token.head].dep == "conj")

    def _is_plain(self, found: Iterable[int]) -> bool:
        """Whether some words belong to no one who speaks, and none points at something outside the question."""
        return not any(speaks(self.tokens[n]) or self._points(self.tokens[n]) for n in found)

    def _is_cut_short(self, noun: int, found: Sequence[int]) -> bool:
        """Whether a bare noun lost what follows it: "in connection with a case"."""
        below = [n for n in self.children[noun] if self.tokens[n].dep in ("det", "nmod:poss", "amod", "nmod", "acl")]
        return bool(below) and min(below) > noun and not set(below) & set(found)

    def _points(self, token: Token) -> bool:
        alone = token.pos == "PRON" and token.dep != "nmod:poss"
        return alone and fold(token.text) in words_that("pointing", "relative")


def is_idle(token: Token) -> bool:
    """Whether a word is an adverb without which a question asks the same."""
    return token.pos == "ADV" and (fold(token.text) in words_that("idle") or token.text[:1].isupper())


def speaks(token: Token) -> bool:
    """Whether a word is the first or second person: "us", and not "US"."""
    return fold(token.text) in words_that("speakers") and token.text != "US"
