"""The second look at blocks: sister copies and repeated lines show what is junk."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from readout.analysis.cleaning.dates import inherit_date
from readout.analysis.cleaning.repeats import find_repeated
from readout.analysis.cleaning.sisters import judge_by_sisters
from readout.analysis.cleaning.versions import merge_versions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.types import Article, Copy

__all__ = ["merge_versions", "refine_blocks"]


def refine_blocks(articles: Sequence[Article], copies: Sequence[Copy]) -> tuple[Article, ...]:
    """The same articles with blocks relabelled, and a missing date inherited from a copy, marked so.

    Three things are seen only when the pile is known: a paragraph that no sister copy has, alone between paragraphs
    that all have; a line that one outlet prints in article after article; and the date of a text that states none.
    Only kinds and rules of blocks change, never their bounds, and every change names its rule.
    """
    by_id = {article.id: article for article in articles}
    of_article: dict[str, list[Copy]] = defaultdict(list)
    for copy in copies:
        of_article[copy.a].append(copy)
        of_article[copy.b].append(copy)
    repeated = find_repeated(articles, copies)
    refined = []
    for article in articles:
        own = of_article.get(article.id, [])
        blocks = repeated.get(article.id, article.blocks)
        if own:
            blocks = judge_by_sisters(replace(article, blocks=blocks), own, by_id)
        published = article.published or inherit_date(article, own, by_id)
        if blocks is not article.blocks or published is not article.published:
            article = replace(article, blocks=blocks, published=published)
        refined.append(article)
    return tuple(refined)
