"""Articles are annotated in batches; one that is lost costs no other."""

from readout import pipeline
from readout.pipeline import Lost, annotate_articles, annotate_batch, run_here
from readout.types import Annotation, Article, Block, BlockKind, Failure


def invented(number):
    text = f'"The {number} boats are in," said Ada Holm. The mayor denied it.'
    block = Block(start=0, end=len(text), kind=BlockKind.BODY, rule="invented")
    return Article(id=f"a{number}", uri=f"invented:{number}", text=text, blocks=(block,), language="en")


def losing(work, items):
    for item in items:
        yield item, Lost("too long") if any(article.id == "a3" for article in item) else work(item)


def test_batches_give_what_single_articles_give(monkeypatch):
    monkeypatch.setattr(pipeline, "BATCH_CHARACTERS", 150)
    articles = [invented(number) for number in range(9)]
    alone = [annotate_batch((article,))[0] for article in articles]
    assert list(annotate_articles(articles)) == alone
    assert [len(batch) for batch in pipeline._batches(articles)] == [2, 2, 2, 2, 1]


def test_an_article_that_is_lost_is_lost_alone():
    articles = [invented(number) for number in range(9)]
    seen = []
    found = list(annotate_articles(articles, lambda chapter, done, total: seen.append(done), losing))
    assert [type(one) for one in found] == [Failure if number == 3 else Annotation for number in range(9)]
    assert found[3] == Failure(id="a3", stage="annotate", reason="too long")
    assert seen == list(range(1, 10))
    assert list(annotate_articles([], run=run_here)) == []
