"""The order of the chapters; the only place where they meet."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol, TypeVar

from readout.analysis.amounts import find_amounts
from readout.analysis.cleaning import merge_versions, refine_blocks
from readout.analysis.copies import find_copies
from readout.analysis.names import find_entities, unify_names
from readout.analysis.origins import trace_origins
from readout.analysis.statements import find_statements
from readout.analysis.stories import group_stories
from readout.analysis.timeline import order_events
from readout.analysis.times import find_times
from readout.analysis.utterances import find_echoes, link_utterances, part_quotations, without_fragments
from readout.extraction import extract_article
from readout.language.parser import parse_articles
from readout.types import Annotation, Article, Dossier, Failure, Report, StoryMaterial

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from readout.types import Copy, Page, Sentence, Story

    Reading = Callable[[tuple[Article, ...]], tuple[Annotation, ...]]  #: what reads a batch of articles

A = TypeVar("A")
B = TypeVar("B")

BATCH_ARTICLES = 32  #: at most so many are annotated together; more would be no faster
BATCH_CHARACTERS = 200_000


class Progress(Protocol):
    """Told which chapter is at work and how far it is; the command line prints it on stderr."""

    def __call__(self, chapter: str, done: int, total: int | None) -> None:
        """Take note that `done` of `total` items of `chapter` are finished."""


def silent_progress(chapter: str, done: int, total: int | None) -> None:
    """Progress for callers who do not want any."""


@dataclass(frozen=True, slots=True)
class Lost:
    """What a runner gives in place of a result that never came, and why: too long, too much memory, a dead worker."""

    reason: str


class Runner(Protocol):
    """How work is spread: the same results in the same order, whether here or in other processes."""

    def __call__(self, work: Callable[[A], B], items: Iterable[A]) -> Iterator[tuple[A, B | Lost]]:
        """Each item with what `work` (a function of a module, that pickles) makes of it, in the order of the items."""


def run_here(work: Callable[[A], B], items: Iterable[A]) -> Iterator[tuple[A, B | Lost]]:
    """One item after the other, in this process."""
    for item in items:
        yield item, work(item)


def number_pages(pages: Iterable[Page | Failure]) -> Iterator[Page | Failure]:
    """The same pages with unique ids: the second page with the id `x` becomes `x~2`, or the next that is free."""
    seen: Counter[str] = Counter()
    for page in pages:
        identifier = page.id
        while not isinstance(page, Failure) and identifier in seen:
            seen[page.id] += 1
            identifier = f"{page.id}~{seen[page.id]}"
        seen[identifier] += 1
        yield page if isinstance(page, Failure) or identifier == page.id else replace(page, id=identifier)


def extract_page(page: Page | Failure) -> Article | Failure:
    """The article of a page; a Failure is passed through, and one is made of a page that cannot be read."""
    return page if isinstance(page, Failure) else extract_article(page)


def extract_pages(pages: Iterable[Page | Failure], run: Runner = run_here) -> Iterator[Article | Failure]:
    """The articles and failures of the pages, in order."""
    for page, found in run(extract_page, number_pages(pages)):
        if isinstance(found, Lost):
            name = page.id if isinstance(page, Failure) else page.called
            yield Failure(id=name, stage="extract", reason=found.reason)
        else:
            yield found


def extract_articles(
    pages: Iterable[Page | Failure], progress: Progress = silent_progress, run: Runner = run_here
) -> tuple[tuple[Article, ...], tuple[Failure, ...]]:
    """The articles of the pages in order, and what failed."""
    articles: list[Article] = []
    failures: list[Failure] = []
    for number, found in enumerate(extract_pages(pages, run), 1):
        if isinstance(found, Failure):
            failures.append(found)
        else:
            articles.append(found)
        progress("articles", number, None)
    return tuple(articles), tuple(failures)


def annotate_batch(articles: tuple[Article, ...]) -> tuple[Annotation, ...]:
    """The annotation of each article by itself; together, because many sentences at once are parsed faster."""
    return _annotated(articles, parse_articles(articles), doubtful=True)


def annotate_certain(articles: tuple[Article, ...]) -> tuple[Annotation, ...]:
    """As `annotate_batch`, without the doubtful statements."""
    return _annotated(articles, parse_articles(articles))


def annotate_fully(articles: tuple[Article, ...]) -> tuple[Annotation, ...]:
    """As `annotate_certain`, with every sentence parsed, for accounts to be compared: those hold what is certain."""
    return _annotated(articles, parse_articles(articles, every=True))


def _annotated(
    articles: tuple[Article, ...], parsed: Sequence[tuple[Sentence, ...]], *, doubtful: bool = False
) -> tuple[Annotation, ...]:
    return tuple(_annotation(article, sentences, doubtful) for article, sentences in zip(articles, parsed, strict=True))


def _annotation(article: Article, sentences: tuple[Sentence, ...], doubtful: bool) -> Annotation:
    entities = find_entities(article, sentences)
    return Annotation(
        article=article,
        sentences=sentences,
        entities=entities,
        statements=find_statements(article, sentences, entities, doubtful=doubtful),
        times=find_times(article),
        amounts=find_amounts(article),
    )


def compare_articles(
    articles: Sequence[Article], progress: Progress = silent_progress
) -> tuple[tuple[Article, ...], tuple[Copy, ...]]:
    """The articles cleaned a second time with the help of their copies, and the copies."""
    progress("copies", 0, len(articles))
    copies = find_copies(articles)
    refined = refine_blocks(articles, copies)
    progress("copies", len(articles), len(articles))
    return refined, copies


def compile_dossier(story: Story, annotations: Sequence[Annotation], copies: Sequence[Copy]) -> Dossier:
    """The dossier of one story: canonical speakers, origins, utterances, points and the timeline."""
    from readout.analysis.accounts import survey_accounts  # the largest chapter; `annotate` starts faster without it

    members = set(story.articles)
    chosen = tuple(copy for copy in copies if copy.a in members and copy.b in members)
    unified = find_echoes(part_quotations(unify_names(annotations)))
    material = StoryMaterial(
        story=story,
        annotations=unified,
        copies=chosen,
        origins=trace_origins(tuple(annotation.article for annotation in unified), chosen),
    )
    material = replace(material, utterances=link_utterances(material))
    surveyed = survey_accounts(replace(material, annotations=without_fragments(unified)))
    return Dossier(
        id=story.id,
        headline=_story_headline(material),
        material=material,
        points=surveyed.points,
        left_out=surveyed.left_out,
        timeline=order_events(material),
    )


def annotate_articles(
    articles: Sequence[Article],
    progress: Progress = silent_progress,
    run: Runner = run_here,
    read: Reading = annotate_batch,
) -> Iterator[Annotation | Failure]:
    """The annotation of each article, in order; a Failure where a runner lost it.

    A batch that is lost is gone through again one by one, so that one bad article costs no other.
    """
    number = 0
    for batch, found in run(read, _batches(articles)):
        for annotation in _each(batch, found, run, read):
            number += 1
            progress("statements", number, len(articles))
            yield annotation


def _each(
    batch: tuple[Article, ...], found: tuple[Annotation, ...] | Lost, run: Runner, read: Reading
) -> Iterator[Annotation | Failure]:
    """What came of each article of a batch."""
    if not isinstance(found, Lost):
        yield from found
    elif len(batch) == 1:
        yield Failure(id=batch[0].id, stage="annotate", reason=found.reason)
    else:
        for alone, one in run(read, [(article,) for article in batch]):
            yield from _each(alone, one, run, read)


def _batches(articles: Sequence[Article]) -> Iterator[tuple[Article, ...]]:
    """Consecutive articles, so many that it pays to parse them together; few of a small pile, for all workers' sake."""
    most = min(BATCH_ARTICLES, -(-len(articles) // 4))
    batch: list[Article] = []
    size = 0
    for article in articles:
        if batch and (len(batch) == most or size + len(article.text) > BATCH_CHARACTERS):
            yield tuple(batch)
            batch, size = [], 0
        batch.append(article)
        size += len(article.text)
    if batch:
        yield tuple(batch)


def compile_report(
    pages: Iterable[Page | Failure], progress: Progress = silent_progress, run: Runner = run_here
) -> Report:
    """The whole way from pages to dossiers; stories with the most articles first, failures by their ids.

    An article whose annotation was lost keeps its place in the story, without statements, and is a failure as well.
    """
    articles, failures = extract_articles(pages, progress, run)
    articles = tuple(map(_compare_versions, merge_versions(articles)))
    articles, copies = compare_articles(articles, progress)
    annotated: dict[str, Annotation] = {}
    lost: list[Failure] = []
    annotations = annotate_articles(articles, progress, run, annotate_fully)
    for article, found in zip(articles, annotations, strict=True):
        if isinstance(found, Failure):
            lost.append(found)
        annotated[article.id] = Annotation(article=article) if isinstance(found, Failure) else found
    dossiers = []
    for story in group_stories(articles, copies):
        dossiers.append(compile_dossier(story, [annotated[identifier] for identifier in story.articles], copies))
        progress("stories", len(dossiers), None)
    dossiers.sort(key=lambda dossier: (-len(dossier.material.story.articles), dossier.id))
    failed = sorted((*failures, *lost), key=lambda failure: (failure.id, failure.stage, failure.reason))
    return Report(dossiers=tuple(dossiers), failures=tuple(failed))


def _compare_versions(article: Article) -> Article:
    """The article with what was changed since each of its earlier versions."""
    if not article.versions:
        return article
    compared = []
    for version in article.versions:
        found = find_copies((version.article, replace(article, versions=())))
        compared.append(replace(version, edits=found[0].seen_from(version.article.id).edits if found else ()))
    return replace(article, versions=tuple(compared))


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
