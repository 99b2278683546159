"""What keeps two reports apart however alike they are: another day of one column, another score of one league."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from readout.language.calendar import load_calendar
from readout.text.fold import plain, words
from readout.types import BlockKind

if TYPE_CHECKING:
    from readout.types import Article

SHORTEST_TITLE = 3  #: words other than dates that a title must have to be told again
_SCORE = re.compile(r"(?<![\d.,$£€-])(\d{1,2})-(\d{1,2})(?![\d-]|[.,]\d|-)")
_DAY_OR_YEAR = re.compile(r"\d{1,2}(?:st|nd|rd|th)?|(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Marks:
    """What tells reports from their likes; empty where there is nothing of the kind.

    `series` maps outlet and title without dates to the days it was for: the same title another day is another issue.
    `scores` holds results of matches named in titles, the lower number first.
    """

    series: frozenset[tuple[str, str]] = frozenset()
    scores: frozenset[tuple[int, int]] = frozenset()

    def __or__(self, other: Marks) -> Marks:
        """The marks of two groups together."""
        return Marks(self.series | other.series, self.scores | other.scores)

    def exclude(self, other: Marks) -> bool:
        """Whether reports with these marks cannot be of one event."""
        if self.scores and other.scores and not self.scores & other.scores:
            return True
        ours = {name for name, _ in self.series}
        return any(name in ours and (name, issue) not in self.series for name, issue in other.series)


NO_MARKS = Marks()


def read_marks(article: Article, day: float | None) -> Marks:
    """The marks of one article published on `day`."""
    title = _title(article)
    results = (map(int, found.groups()) for found in _SCORE.finditer(plain(title)))
    scores = frozenset((min(first, second), max(first, second)) for first, second in results)
    rest, dates = _split_dates(title)
    issue = str(int(day)) if day is not None else dates
    if not issue or len(rest) < SHORTEST_TITLE:
        return Marks(scores=scores)
    outlet = article.outlet.value if article.outlet is not None else ""
    return Marks(frozenset({(" ".join([outlet, *rest]), issue)}), scores)


def _title(article: Article) -> str:
    if article.headline is not None:
        return article.headline.value
    return " ".join(article.text[block.start : block.end] for block in article.blocks_of(BlockKind.HEADLINE))


def _split_dates(title: str) -> tuple[list[str], str]:
    """The words of a title that are no part of a date, and those that are."""
    calendar = load_calendar("en")
    known = calendar.words if calendar is not None else {}
    folded = [word.folded for word in words(title)]
    named = [bool({"month", "weekday"} & known.get(word, {}).keys()) for word in folded]
    dated = [
        named[at] or (_DAY_OR_YEAR.fullmatch(word) is not None and any(named[max(0, at - 2) : at + 3]))
        for at, word in enumerate(folded)
    ]
    rest = [word for word, is_date in zip(folded, dated, strict=True) if not is_date]
    return rest, " ".join(word for word, is_date in zip(folded, dated, strict=True) if is_date)
