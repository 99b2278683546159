"""What a reader meets: nothing said twice, nothing cut without a sign, matters apart from questions."""

from __future__ import annotations

from dataclasses import replace

import invented_report as invented
import pytest
from lxml import html as lxml_html

from readout.exporters.context import opening_words, readable_points, sentence_rest, story_title, with_gaps
from readout.exporters.html import export_html
from readout.exporters.html.grid import SEEN_COLUMNS, lay_grid
from readout.exporters.html.index import Index
from readout.exporters.markdown import export_markdown
from readout.exporters.retold import retold
from readout.exporters.terminal import export_terminal
from readout.exporters.wording import holder_words, in_reading_order, outlet_words, stands_in
from readout.ranges import DateRange
from readout.types import (
    ONE_MATTER,
    Annotation,
    BlockKind,
    Dossier,
    Manner,
    Point,
    PointKind,
    Report,
    Sentence,
    Standing,
    Story,
    StoryMaterial,
)

LONG = "The ferry had left the pier at noon and was seen near the lighthouse an hour later by two fishermen"


def annotated(identifier: str, text: str, outlet: str = "Coast Daily", headline: bool = True) -> Annotation:
    """An article of one paragraph (after a headline, if it has one), a sentence for each full stop."""
    kinds = [BlockKind.HEADLINE] if headline else []
    kinds += [BlockKind.BODY] * (len(text.split("\n\n")) - len(kinds))
    article = invented.article(identifier, text, outlet, "2026-03-10", *kinds)
    start, sentences = 0, []
    for part in text.split(". "):
        sentences.append(Sentence(start=start, end=start + len(part)))
        start += len(part) + 2
    return Annotation(article=article if headline else replace(article, headline=None), sentences=tuple(sentences))


def point(identifier: str, standing: Standing, *accounts: object, **more: object) -> Point:
    fields: dict[str, object] = {
        "question": f"{identifier}?",
        "kind": PointKind.CLAIM,
        "silent": (),
        "evidence": (invented.Span("wire", 0, 3),),
        "rule": "by hand",
    }
    return Point(id=identifier, standing=standing, accounts=accounts, **(fields | more))


def with_points(*points: Point) -> Report:
    dossier = invented.report().dossiers[0]
    return Report(dossiers=(replace(dossier, points=points),))


def matter() -> Point:
    told = invented.span("wire", invented.WIRE, "in the port of Orm")
    copied = invented.span("copy", invented.COPY, "in the harbour of Orm")
    accounts = (
        invented.account("in the port of Orm", ("police",), "o-Wire", told),
        invented.account("in the harbour of Orm", ("outlet:Coast Daily",), "o-Wire", copied),
    )
    question = "What is said about Orm?"
    return point("m", Standing.COMPATIBLE, *accounts, question=question, rule=ONE_MATTER)


def test_a_part_of_a_sentence_says_that_it_is_one():
    told = annotated("x", "The ferry sank. Divers came on Friday and left.", headline=False)
    part = invented.span("x", told.article.text, "came on Friday")
    assert sentence_rest(part, told.article, told.sentences) == ("Divers ", " and left.")
    assert with_gaps("came on Friday", part, told) == "… came on Friday …"
    whole = invented.span("x", told.article.text, "The ferry sank")
    assert with_gaps("The ferry sank", whole, told) == "The ferry sank"


def test_a_story_without_headlines_opens_with_its_own_words():
    told = annotated("x", "The ferry sank. Divers came.", headline=False)
    assert opening_words(told) == "“The ferry sank”"
    material = replace(invented.material(), annotations=(told,))
    dossier = Dossier(id="d", headline="Untitled story", material=material)
    assert story_title(dossier) == "“The ferry sank”"
    assert story_title(invented.report().dossiers[0]) == "Ten dead 🚢 in Orm"
    headed = annotated("y", "Correction appended\n\nThe ferry sank.")
    few = replace(material, annotations=(told, replace(told), headed))
    assert story_title(Dossier(id="d", headline="Correction appended", material=few)) == "“The ferry sank”"


def test_what_one_article_says_twice_is_not_retold():
    told = invented.material()
    first, *rest = told.annotations
    again = invented.statement("s9", invented.span("wire", invented.WIRE, "10 people died"), "police", Manner.INDIRECT)
    doubled = replace(first, statements=(*first.statements, again))
    said = replace(told.utterances[0], statements=("s1", "s9"))
    assert list(retold(replace(told, annotations=(doubled, *rest), utterances=(said,)))) == []
    several = replace(told.utterances[0], statements=("s1", "s3", "s9"))
    found = list(retold(replace(told, annotations=(doubled, *rest), utterances=(several,))))
    assert [statement.id for statement in found[0][1]] == ["s1", "s3"]


def test_matters_stand_after_questions_and_single_claims_last():
    single, agreed = point("s", Standing.SINGLE), point("a", Standing.AGREED)
    assert [p.id for p in in_reading_order((single, matter(), agreed))] == ["a", "m", "s"]


def test_a_matter_is_told_in_lines_without_letters():
    text = export_terminal(with_points(matter()), 100)
    assert "· told by several  What is said about Orm?" in text
    assert "    - in the port of Orm (police) [1:" in text
    assert "compatible" not in text
    assert "· **told by several** What is said about Orm?" in export_markdown(with_points(matter()))


def test_the_page_keeps_matters_behind_a_filter_of_their_own():
    agreed = point("a", Standing.AGREED, invented.account("ten", ("police",), "o-Wire", invented.Span("wire", 0, 3)))
    page = lxml_html.document_fromstring(export_html(with_points(matter(), agreed)))
    rows = page.xpath("//table[contains(@class,'grid')]/tbody/tr")
    assert [row.get("data-standing") for row in rows] == ["agreed", "matter"]
    assert not rows[1].xpath(".//ol")
    assert not rows[1].xpath(".//span[contains(@class,'letter')]")
    boxes = {box.get("value"): box.get("checked") is not None for box in page.xpath("//input[@name='standing']")}
    assert boxes == {"agreed": True, "matter": False}


def test_words_of_the_question_are_not_said_again():
    words = invented.span("wire", invented.WIRE, "At least 10 people died in the port of Orm")
    asked = f"Is it so: “{invented.WIRE[words.start : words.end]}”?"
    accounts = (
        invented.account("At least 10 people died in the port of Orm", ("police",), "o-Wire", words),
        invented.account("14", ("union",), "o-Own", invented.span("own", invented.OWN, "14 people died")),
    )
    text = export_terminal(with_points(point("p", Standing.DISPUTED, *accounts, question=asked)), 100)
    assert text.count("At least 10 people died in the port of Orm") == 1
    assert "    A + said by police (1 origin) [1:" in text


def test_the_link_of_an_answer_opens_the_words_that_it_is():
    words = "At least 10 people died in the harbour of Orm"
    first = invented.span("wire", invented.WIRE, "At least 10 people died in the port of Orm")
    spans = (first, invented.span("copy", invented.COPY, words))
    told = replace(invented.account(words, ("police",), "o-Wire", first), evidence=spans)
    report = with_points(point("p", Standing.AGREED, told))
    page = lxml_html.document_fromstring(export_html(report))
    links = page.xpath("//tbody/tr//a[@data-at]")
    assert {link.text_content() for link in links if link.get("data-at").startswith("a2.")} == {words}
    assert [words in line and "[2:" in line for line in export_terminal(report, 100).splitlines()].count(True) == 1
    assert f"**{words}** (said by police, 1 origin) `2:" in export_markdown(report)


def test_an_answer_that_opens_its_words_is_shown_once():
    text = f"Orm\n\n{LONG} who had come home from the banks, and who told the harbour master of it that night."
    told = annotated("x", text)
    place = invented.Span("x", 5, len(text))
    one = replace(invented.account(text[5:], ("fishermen",), "o", place))
    material = StoryMaterial(
        story=Story(id="s", articles=("x",)), annotations=(told,), copies=(), origins=(invented.origin("o", "x"),)
    )
    dossier = Dossier(id="d", headline="Orm", material=material, points=(point("p", Standing.SINGLE, one),))
    lines = export_terminal(Report(dossiers=(dossier,)), 100)
    assert lines.split("Origins")[0].count("The ferry had left") == 1


def test_a_date_is_printed_once_for_its_events():
    report = invented.report()
    dossier = report.dossiers[0]
    twice = (*dossier.timeline, replace(dossier.timeline[0], id="e2", text="14 people died in Orm"))
    timeline = export_terminal(Report(dossiers=(replace(dossier, timeline=twice),)), 100).split("Timeline")[1]
    assert timeline.count("9 March 2026") == 1
    assert timeline.count("14 people died in Orm") == 2


def test_other_wordings_are_shown_under_the_fullest():
    told = invented.material()
    text = export_terminal(invented.report(), 100).split("Said once")[1]
    assert "    At least 10 people died [1:19-42] [2:12-35]" in text
    shorter = invented.statement(
        "s3", invented.span("copy", invented.COPY, "10 people died"), "police", Manner.INDIRECT
    )
    first, second, third = told.annotations
    material = replace(told, annotations=(first, replace(second, statements=(shorter,)), third))
    dossier = replace(invented.report().dossiers[0], material=material)
    text = export_terminal(Report(dossiers=(dossier,)), 100).split("Said once")[1]
    assert "    ~ 10 people died [2:" in text


def test_articles_of_one_outlet_are_told_apart():
    twice = invented.material()
    renamed = replace(twice.annotations[1].article, outlet=twice.annotations[0].article.outlet)
    annotations = (twice.annotations[0], replace(twice.annotations[1], article=renamed), twice.annotations[2])
    index = Index(Report(dossiers=(Dossier(id="d", headline="h", material=replace(twice, annotations=annotations)),)))
    assert [index.label(name) for name in ("wire", "copy", "own")] == [
        "The Orm Courier (1)",
        "The Orm Courier (2)",
        "own",
    ]


def test_of_many_columns_the_fullest_come_first():
    names = [f"x{n}" for n in range(SEEN_COLUMNS + 1)]
    material = StoryMaterial(
        story=Story(id="s", articles=tuple(names)),
        annotations=tuple(annotated(name, "Orm\n\nTen people died.", outlet=name.upper()) for name in names),
        copies=(),
        origins=tuple(invented.origin(name, name) for name in names),
    )
    last = names[-1]
    only = point("p", Standing.AGREED, invented.account("ten", ("police",), f"o-{last}", invented.Span(last, 5, 8)))
    dossier = Dossier(id="d", headline="h", material=material, points=(only,))
    grid = lay_grid("s1", dossier, Index(Report(dossiers=(dossier,))))
    assert [column.name for column in grid.columns] == [last, *names[:-1]]


def test_the_timeline_shows_the_rest_of_a_sentence_in_grey():
    told = annotated("x", "Orm\n\nThe ferry sank on Friday off Orm.")
    part = invented.span("x", told.article.text, "on Friday")
    event = replace(invented.report().dossiers[0].timeline[0], text="on Friday", evidence=(part,), origins=("o",))
    material = StoryMaterial(
        story=Story(id="s", articles=("x",)), annotations=(told,), copies=(), origins=(invented.origin("o", "x"),)
    )
    page = lxml_html.document_fromstring(
        export_html(Report(dossiers=(Dossier(id="d", headline="Orm", material=material, timeline=(event,)),)))
    )
    words = page.xpath("//ol[@class='events']//p[@class='words']")[0]
    assert words.xpath("./a")[0].text_content() == "on Friday"
    assert "sank " in words.xpath("./span[@class='around']")[0].text_content()


def test_a_cell_names_only_those_whose_words_stand_in_it():
    told = invented.material()
    place = invented.span("own", invented.OWN, "14 people died")
    first, second, third = told.annotations
    union = invented.statement("s8", place, "union", Manner.INDIRECT)
    material = replace(told, annotations=(first, second, replace(third, statements=(union,))))
    wire = invented.span("wire", invented.WIRE, "At least 10 people died")
    both = invented.account("ten or more", ("police", "union", "outlet:own", "a minister"), "o-Wire", wire, place)
    point_of = point("p", Standing.AGREED, both, evidence=(wire, place))
    dossier = Dossier(id="d", headline="h", material=material, points=(point_of,))
    row = lay_grid("s1", dossier, Index(Report(dossiers=(dossier,)))).rows[0]
    assert [cell.voices[0].holders for cell in row.cells] == [
        "police and a minister",
        "union, own itself and a minister",
    ]


def test_a_short_answer_that_is_most_of_its_question_is_not_said_again():
    assert stands_in("the door was open", "Is it so: “the door was open”?")
    assert not stands_in("Tuesday", "When was it: “it sank on Tuesday”?")
    assert not stands_in("", "Is it so: “the door was open”?")


def test_an_answer_in_the_order_of_a_statement_stands_in_its_question():
    question = "Was the quay closed by the mayor?"
    assert stands_in("The quay was closed by the mayor.", question)
    assert not stands_in("The quay was not closed by the mayor.", question)
    assert not stands_in("by the mayor", question)


def test_points_that_ask_the_same_are_told_apart_by_their_words():
    ten = invented.span("wire", invented.WIRE, "At least 10 people died")
    fourteen = invented.span("own", invented.OWN, "14 people died")
    twice = tuple(
        point(name, Standing.SINGLE, invented.account(name, ("x",), "o-Own", place), question="How many died?")
        for name, place in (("10", ten), ("14", fourteen))
    )
    asked = [p.question for p in readable_points(with_points(*twice).dossiers[0])]
    assert asked == ["How many died?", "How many died: “14 people died”?"]
    third = replace(twice[1], id="c", accounts=(twice[0].accounts[0], twice[1].accounts[0]))
    asked = [p.question for p in readable_points(with_points(twice[0], third).dossiers[0])]
    assert asked == ["How many died?", "How many died: “14 people died”?"]
    quoted = [replace(asking, question="What number: “ten or 14”?") for asking in twice]
    asked = [p.question for p in readable_points(with_points(*quoted).dossiers[0])]
    assert asked == ["What number: “ten or 14”?", "What number: “14 people died”?"]


def test_a_pile_of_several_stories_lists_them_first():
    dossier = invented.report().dossiers[0]
    one, three = (export_terminal(Report(dossiers=(dossier,) * number), 60) for number in (1, 3))
    assert "≠ 1 disputed" not in one
    assert "   2  Ten dead 🚢 in Orm  3 articles, ≠ 1 disputed" in three
    assert max(map(len, three.splitlines())) <= 60


def test_a_cell_is_never_without_a_holder():
    told = invented.material()
    first, second, third = told.annotations
    online = replace(third.article, outlet=invented.Cited(value="Orm Online News", where="given"))
    material = replace(told, annotations=(first, second, replace(third, article=online)))
    fourteen = invented.span("own", invented.OWN, "14 people died")
    ten = invented.span("wire", invented.WIRE, "At least 10 people died")
    rows = []
    for holders in (("outlet:Orm News", "outlet:The Orm Courier"), ("outlet:Somebody",)):
        both = invented.account("ten", holders, "o-Own", ten, fourteen)
        only = point("p", Standing.AGREED, both, evidence=(ten, fourteen))
        dossier = Dossier(id="d", headline="h", material=material, points=(only,))
        row = lay_grid("s1", dossier, Index(Report(dossiers=(dossier,)))).rows[0]
        rows.append([cell.voices[0].holders for cell in row.cells])
    assert rows == [["The Orm Courier itself", "Orm News itself"], ["The Orm Courier itself", "Orm Online News itself"]]


def test_holders_that_differ_in_capitals_alone_stand_in_one_order_to_choose_from():
    ten = invented.span("wire", invented.WIRE, "At least 10 people died")
    names = ("ORM POLICE", "Orm Police", "orm police", "Orm police", "ORM police")  # a set of five in any order
    held = point("p", Standing.AGREED, invented.account("ten", names, "o-Wire", ten), evidence=(ten,))
    dossier = Dossier(id="d", headline="h", material=invented.material(), points=(held,))
    assert lay_grid("s1", dossier, Index(Report(dossiers=(dossier,)))).holders == tuple(sorted(names))


def test_outlets_are_counted_in_words_a_reader_expects():
    assert outlet_words(2, known=True) == "2 outlets"
    assert outlet_words(1, known=False) == "1 named outlet"
    assert outlet_words(0, known=False) == "no named outlet"


def test_what_a_speaker_does_is_not_read_as_done_to_the_outlet():
    told = invented.material()
    place = invented.span("wire", invented.WIRE, "“Nothing of the sort,”")
    first, *rest = told.annotations
    denial = replace(invented.statement("s7", place, "Ada Berg"), act="deny")
    material = replace(told, annotations=(replace(first, statements=(*first.statements[:1], denial)), *rest))
    report = Report(dossiers=(replace(invented.report().dossiers[0], material=material),))
    page = lxml_html.document_fromstring(export_html(report))
    by = [" ".join(words.text_content().split()) for words in page.xpath("//section[@class='speaker']//p[@class='by']")]
    assert "denies · The Orm Courier" in by


@pytest.mark.parametrize(("later", "leads"), [("2026-03-09", 0), ("2026-04-01", 1)])
def test_a_story_does_not_open_with_a_date_and_a_finer_one(later, leads):
    ten = invented.span("wire", invented.WIRE, "At least 10 people died")
    month = DateRange(low="2026-03-01", high="2026-03-31", granularity="month")
    dates = (month, DateRange(low=later, high=later, granularity="day"))
    accounts = [
        replace(invented.account(str(n), (f"h{n}",), "o-Wire", ten), value=date) for n, date in enumerate(dates)
    ]
    asked = point("p", Standing.COMPATIBLE, *accounts, kind=PointKind.DATE)
    page = lxml_html.document_fromstring(export_html(with_points(asked)))
    assert len(page.xpath("//section[contains(@class,'brief')]")) == leads


def test_an_outlet_known_by_its_file_is_called_like_the_article():
    assert holder_words(["outlet:halvik-radio.txt"]) == "halvik-radio itself"
    assert holder_words(["outlet:004_3ccf40554ae21a91.html"]) == "004_3ccf40554ae21a91 itself"
    assert holder_words(["outlet:Coast Daily"]) == "Coast Daily itself"
