"""Which articles are about one event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.stories.apart import read_marks
from readout.analysis.stories.clock import day_of
from readout.analysis.stories.features import weigh_words
from readout.analysis.stories.linking import Linker, LinkRules
from readout.analysis.stories.neighbours import find_neighbours
from readout.analysis.stories.storylines import LEAST_FOLLOWING, find_storylines
from readout.analysis.stories.vectors import make_vectors
from readout.groups import Groups
from readout.spans import identify
from readout.types import Relation, Story

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.types import Article, Copy

SAME_COVERAGE = 0.7  #: from here on both texts are one report, which votes once


def group_stories(
    articles: Sequence[Article], copies: Sequence[Copy], rules: LinkRules | None = None
) -> tuple[Story, ...]:
    """A partition of the articles into stories, in order of their first article's time.

    Copies of one text count as one article. A story's id depends on its first article alone, so it stays when later
    ones join.
    """
    rules = rules or LinkRules()
    days = {article.id: day_of(article) for article in articles}
    ordered = sorted(articles, key=lambda article: _order(days[article.id], article.id))
    places = {article.id: place for place, article in enumerate(ordered)}
    reports = _merge_copies(len(ordered), places, copies)
    firsts = [ordered[report[0]] for report in reports]
    when = [days[first.id] for first in firsts]
    vectors, names = make_vectors(weigh_words(first) for first in firsts)
    marks = [read_marks(first, day) for first, day in zip(firsts, when, strict=True)]
    links = list(find_neighbours(vectors, names, when, min(rules.least, LEAST_FOLLOWING)))
    groups = Linker(vectors, when, marks, rules).run(link for link in links if link.score >= rules.least)
    members = [
        [ordered[place].id for place in sorted(place for number in group.members for place in reports[number])]
        for group in groups
    ]
    ids = [identify("story", first) for first, *_ in members]
    followed = find_storylines(groups, links, when)
    stories = [
        Story(id=identifier, articles=tuple(names_), follows=tuple(ids[number] for number in earlier))
        for identifier, names_, earlier in zip(ids, members, followed, strict=True)
    ]
    return tuple(sorted(stories, key=lambda story: places[story.articles[0]]))


def _order(day: float | None, identifier: str) -> tuple[bool, float, str]:
    return day is None, day or 0.0, identifier


def _merge_copies(size: int, places: dict[str, int], copies: Sequence[Copy]) -> list[list[int]]:
    """The places of the articles, those of one text together; in order."""
    reports = Groups(range(size))
    for copy in copies:
        if copy.relation is Relation.COPY and min(copy.coverage_a, copy.coverage_b) >= SAME_COVERAGE:
            reports.join(places[copy.a], places[copy.b])
    return reports.all()
