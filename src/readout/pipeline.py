"""The order of the chapters; the only place where they meet."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from readout.analysis.accounts import compare_accounts
from readout.analysis.amounts import find_amounts
from readout.analysis.cleaning import refine_blocks
from readout.analysis.copies import find_copies
from readout.analysis.names import find_entities, unify_names
from readout.analysis.origins import trace_origins
from readout.analysis.statements import find_statements
from readout.analysis.stories import group_stories
from readout.analysis.timeline import order_events
from readout.analysis.times import find_times, inherit_anchors
from readout.analysis.utterances import link_utterances
from readout.extraction import extract_article
from readout.language.parser import parse_article
from readout.types import Annotation, Article, Dossier, Failure, Report, StoryMaterial

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from readout.types import Copy, Page, Story


class Progress(Protocol):
    """Told which chapter is at work and how far it is; the command line prints it on stderr."""

    def __call__(self, chapter: str, done: int, total: int | None) -> None:
        """Take note that `done` of `total` items of `chapter` are finished."""


def silent_progress(chapter: str, done: int, total: int | None) -> None:
    """Progress for callers who do not want any."""


def extract_page(page: Page, seen: Counter[str]) -> Article | Failure:
    """The article of a page; if its id is one of those `seen`, it becomes `id~2` and so on. Counts the id in `seen`."""
    seen[page.id] += 1
    if seen[page.id] > 1:
        page = replace(page, id=f"{page.id}~{seen[page.id]}")
    return extract_article(page)


def extract_articles(
    pages: Iterable[Page | Failure], progress: Progress = silent_progress
) -> tuple[tuple[Article, ...], tuple[Failure, ...]]:
    """The articles of the pages in order, and what failed."""
    articles: list[Article] = []
    failures: list[Failure] = []
    seen: Counter[str] = Counter()
    for number, page in enumerate(pages, 1):
        found = page if isinstance(page, Failure) else extract_page(page, seen)
        if isinstance(found, Failure):
            failures.append(found)
        else:
            articles.append(found)
        progress("articles", number, None)
    return tuple(articles), tuple(failures)


def annotate_article(article: Article) -> Annotation:
    """All that can be read out of one article by itself."""
    sentences = parse_article(article)
    entities = find_entities(article, sentences)
    return Annotation(
        article=article,
        sentences=sentences,
        entities=entities,
        statements=find_statements(article, sentences, entities),
        times=find_times(article),
        amounts=find_amounts(article),
    )


def compare_articles(
    articles: Sequence[Article], progress: Progress = silent_progress
) -> tuple[tuple[Article, ...], tuple[Copy, ...]]:
    """The articles cleaned a second time with the help of their copies, and the copies."""
    progress("copies", 0, len(articles))
    copies = find_copies(articles)
    refined = inherit_anchors(refine_blocks(articles, copies), copies)
    progress("copies", len(articles), len(articles))
    return refined, copies


def compile_dossier(story: Story, annotations: Sequence[Annotation], copies: Sequence[Copy]) -> Dossier:
    """Everything over one story: origins, speakers, utterances, points, timeline."""
    members = set(story.articles)
    chosen = tuple(copy for copy in copies if copy.a in members and copy.b in members)
    unified = unify_names(annotations)
    material = StoryMaterial(
        story=story,
        annotations=unified,
        copies=chosen,
        origins=trace_origins(tuple(annotation.article for annotation in unified), chosen),
    )
    material = replace(material, utterances=link_utterances(material))
    return Dossier(
        id=story.id,
        headline=_story_headline(material),
        material=material,
        points=compare_accounts(material),
        timeline=order_events(material),
    )


def compile_report(pages: Iterable[Page | Failure], progress: Progress = silent_progress) -> Report:
    """The whole way from pages to dossiers; stories with the most articles first."""
    articles, failures = extract_articles(pages, progress)
    articles, copies = compare_articles(articles, progress)
    stories = group_stories(articles, copies)
    by_id = {article.id: article for article in articles}
    dossiers = []
    done = 0
    for story in stories:
        annotations = []
        for identifier in story.articles:
            annotations.append(annotate_article(by_id[identifier]))
            done += 1
            progress("statements", done, len(articles))
        dossiers.append(compile_dossier(story, annotations, copies))
    dossiers.sort(key=lambda dossier: (-len(dossier.material.story.articles), dossier.id))
    return Report(dossiers=tuple(dossiers), failures=failures)


def _story_headline(material: StoryMaterial) -> str:
    """The headline of the article that the most others took from, or else of the first that has one."""
    cited = Counter({annotation.article.id: 0 for annotation in material.annotations})
    for copy in material.copies:
        cited[copy.a] += 1
        cited[copy.b] += 1
    for identifier, _ in sorted(cited.items(), key=lambda item: -item[1]):
        headline = material.article(identifier).headline
        if headline is not None:
            return headline.value
    return "Untitled story"
