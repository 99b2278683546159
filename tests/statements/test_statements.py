"""Statements on invented sentences: content, cue, speaker, manner, act and who passed them on."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readout.analysis.names import find_entities
from readout.analysis.statements import find_statements
from readout.language.lexicon import forms_of, lexicon, needs_parse
from readout.language.parser import parse_article
from readout.text.fold import fold
from readout.text.segment import split_sentences
from readout.types import Article, Block, BlockKind, Manner, Sentence, Statement


def article(text: str, language: str = "en", headline: bool = False) -> Article:
    blocks = [
        Block(start=match.start(), end=match.end(), kind=BlockKind.BODY) for match in re.finditer(r"[^\n]+", text)
    ]
    if headline:
        blocks[0] = Block(start=blocks[0].start, end=blocks[0].end, kind=BlockKind.HEADLINE)
    return Article(id="invented", uri="test:invented", text=text, blocks=tuple(blocks), language=language)


def read(text: str, *, parse: bool = True, headline: bool = False) -> list[Statement]:
    page = article(text, headline=headline)
    if parse:
        sentences = parse_article(page)
    else:
        sentences = tuple(
            Sentence(start=start, end=end)
            for block in page.blocks
            for start, end in split_sentences(text, block.start, block.end)
        )
    return list(find_statements(page, sentences, find_entities(page, sentences)))


def words(text: str, statement: Statement, part: str = "content") -> str:
    return " … ".join(text[span.start : span.end] for span in getattr(statement, part))


def one(text: str, contains: str, **options: bool) -> Statement:
    found = [statement for statement in read(text, **options) if contains in words(text, statement)]
    assert found, [words(text, statement) for statement in read(text, **options)]
    return min(found, key=lambda statement: len(words(text, statement)))


QUOTED = [
    ("“We will rebuild the bridge,” Anna Kovacs said.", "Anna Kovacs"),
    ("“We will rebuild the bridge,” said Anna Kovacs, the mayor of Tarn.", "Anna Kovacs"),
    ("“We will rebuild the bridge,” Anna Kovacs, the mayor of Tarn, said on Monday.", "Anna Kovacs"),
    ("Anna Kovacs said: “We will rebuild the bridge.”", "Anna Kovacs"),
    ("Anna Kovacs told reporters on Monday, “We will rebuild the bridge.”", "Anna Kovacs"),
]


@pytest.mark.parametrize("parse", [True, False])
@pytest.mark.parametrize(("text", "name"), QUOTED)
def test_direct_quotation_with_its_marks(text: str, name: str, parse: bool) -> None:
    statement = one(text, "rebuild", parse=parse)
    assert statement.manner is Manner.DIRECT
    assert words(text, statement)[0] == "“"
    assert words(text, statement)[-1] == "”"
    if parse:
        assert statement.speaker == name


def test_interrupted_quotation_is_one_statement_of_two_pieces() -> None:
    text = "“We will rebuild,” Anna Kovacs said. “It will take a year.”"
    statement = one(text, "rebuild")
    assert words(text, statement) == "“We will rebuild,” … “It will take a year.”"


def test_quotation_of_several_paragraphs_goes_on() -> None:
    text = "“We will rebuild the bridge,” Anna Kovacs said.\n“It will take a whole year to finish.”"
    statement = one(text, "whole year")
    assert (statement.speaker, statement.cue) == ("Anna Kovacs", ())
    assert "goes on" in statement.speaker_why


def test_indirect_speech_and_its_participle() -> None:
    text = "Anna Kovacs said the bridge would be rebuilt, adding that the money was “already there”."
    assert words(text, one(text, "would be rebuilt")) == "the bridge would be rebuilt"
    added = one(text, "money")
    assert (added.manner, added.speaker) == (Manner.MIXED, "Anna Kovacs")
    assert words(text, added, "cue") == "adding"


@pytest.mark.parametrize(
    "text",
    [
        "The bridge will be closed for a year, according to the Tarn city council.",
        "According to the Tarn city council, the bridge will be closed for a year.",
        "The bridge will be closed for a year, the Tarn city council said.",
        "The bridge, the Tarn city council said, will be closed for a year.",
    ],
)
def test_reporting_clause_around_what_is_said(text: str) -> None:
    statement = one(text, "closed for a year")
    assert "council" in words(text, statement, "named")
    assert "council" not in words(text, statement)


def test_a_body_that_passes_on_what_someone_said() -> None:
    text = "Anna Kovacs told drivers that the bridge was safe, a city council statement said."
    inner = min(read(text), key=lambda statement: len(words(text, statement)))
    outer = max(read(text), key=lambda statement: len(words(text, statement)))
    assert outer.speaker == "city council"
    assert (inner.speaker, inner.via) == ("Anna Kovacs", ("city council",))


def test_what_someone_says_of_her_own_hopes_is_one_statement() -> None:
    text = "Anna Kovacs said she hopes the bridge will open soon."
    assert [words(text, statement) for statement in read(text)] == ["she hopes the bridge will open soon"]


def test_a_body_is_named_with_those_whose_it_is() -> None:
    text = "The bridge workers’ union said nobody had been asked.\nIt accused the council of haste."
    assert {statement.speaker for statement in read(text)} == {"bridge workers’ union"}


def test_pronoun_points_at_the_last_speaker() -> None:
    text = "Anna Kovacs visited the bridge on Monday.\n“It is worse than we thought,” she said."
    assert one(text, "worse").speaker == "Anna Kovacs"


def test_pronoun_without_anyone_before_it_stays_open() -> None:
    text = "“It is worse than we thought,” he said."
    assert one(text, "worse").speaker is None


def test_role_points_at_who_has_it() -> None:
    text = "Mayor Anna Kovacs visited the bridge on Monday.\nThe mayor said the bridge was unsafe."
    assert one(text, "unsafe").speaker == "Anna Kovacs"


def test_unnamed_speaker_keeps_the_description() -> None:
    text = "“Nothing of the sort was offered,” a source close to Kovacs told the paper."
    statement = one(text, "sort")
    assert statement.speaker == statement.description == "source close to Kovacs"
    assert statement.act == "deny"


def test_capital_speaks_for_its_country() -> None:
    assert one("Ottawa said the talks had been useful and frank.", "useful").speaker == "Canada"


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Anna Kovacs warned that the bridge could fall.", "warn"),
        ("Anna Kovacs urged drivers to stay away.", "demand"),
        ("Anna Kovacs promised to rebuild the bridge.", "promise"),
        ("Anna Kovacs admitted that the bridge was old.", "concede"),
        ("Anna Kovacs denied that the bridge was unsafe.", "deny"),
        ("Anna Kovacs called the report “absurd”.", "deny"),
        ("Anna Kovacs declined to say whether the bridge was unsafe.", "refuse"),
        ("Anna Kovacs believes the bridge is safe.", "believe"),
    ],
)
def test_act_of_the_cue(text: str, act: str) -> None:
    assert read(text)[0].act == act


def test_headline_with_a_colon() -> None:
    text = "Kovacs: ‘The bridge is safe’\nThe mayor of Tarn spoke on Monday."
    assert words(text, read(text, headline=True)[0]) == "‘The bridge is safe’"


def test_scare_quotes_and_titles_are_not_taken() -> None:
    assert read("The film “Long Way Home” opens in May. The so-called “bridge” is a plank.") == []


def test_another_language_gives_quotations_without_speakers() -> None:
    text = "« Nous allons reconstruire le pont cette année », a déclaré la maire."
    page = article(text, language="fr")
    found = find_statements(page, (), ())
    assert [words(text, statement) for statement in found] == ["« Nous allons reconstruire le pont cette année »"]
    assert found[0].speaker is None
    assert "not read" in found[0].rule


def test_same_text_same_statements() -> None:
    text = "\n".join(text for text, _ in QUOTED)
    assert read(text) == read(text)


def test_forms_of_verbs() -> None:
    assert set(forms_of("deny")) == {"deny", "denies", "denied", "denying"}
    assert "said" in forms_of("say")
    assert lexicon().verbs["said"][0].act == "assert"


def test_only_sentences_with_a_cue_or_a_quotation_need_a_parse() -> None:
    assert needs_parse(fold("She said no."))
    assert needs_parse(fold("The “bridge” fell."))
    assert not needs_parse(fold("The bridge fell at noon."))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(['"', "“", "”", "he said", "that", ",", ".", ":", "\n", "Bob", "😀", "e\u0301", "\u202e", " "])
    )
)
def test_never_raises_without_a_parse(pieces: list[str]) -> None:
    text = " ".join(pieces) or "x"
    for statement in read(text, parse=False):
        for span in (*statement.content, *statement.cue, *statement.named):
            assert 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize(
    "piece",
    [
        '"We go there," Bob said, ',
        '"',
        "he said that ",
        "HE SAID THE DOG RAN AND SHE SAID NO. ",
        "according to Bob, ",
        "word ",
    ],
)
def test_long_odd_text_takes_linear_time(piece: str) -> None:
    text = piece * 2000
    page = article(text)
    sentences = tuple(Sentence(start=start, end=end) for start, end in split_sentences(text, 0, len(text)))
    start = time.process_time()
    find_statements(page, sentences, ())
    assert time.process_time() - start < 6


def test_a_headline_of_two_reports_gives_each_its_own_content() -> None:
    text = "Union says operator ignored warnings about dust; company denies receiving them"
    assert words(text, one(text, "ignored", headline=True)) == "operator ignored warnings about dust"


def test_when_something_was_said_is_no_part_of_it() -> None:
    text = (
        "The minister on Tuesday denied having steered a contract to his cousin, hours after a newspaper reported it."
    )
    assert words(text, one(text, "steered")) == "having steered a contract to his cousin"


def contents(text: str) -> list[str]:
    """Every statement of `text` as `speaker's words > cue > content`."""
    return [
        " > ".join(words(text, statement, part) for part in ("named", "cue", "content")) for statement in read(text)
    ]


def test_a_clause_inserted_into_what_is_said_leaves_two_pieces() -> None:
    text = "The contrast with Lorvania, said Clara Weiss and others, would be clear to every voter."
    assert words(text, one(text, "contrast")) == "The contrast with Lorvania … would be clear to every voter"
    text = "It is no surprise, Clara Weiss said, that the bridge was closed."
    assert words(text, one(text, "surprise")) == "It is no surprise … that the bridge was closed"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Although in May she said the plan was a mistake, at the meeting she said it would go on.", "the plan was a"),
        ("Clara Weiss, who said she would vote for it, ultimately did not come.", "she would vote for it"),
        ("After Clara Weiss said the port would close, the workers left the hall.", "the port would close"),
        ("Clara Weiss called the plan “an insult,” the first of the day.", "the plan “an insult,”"),
    ],
)
def test_a_content_ends_with_its_clause(text: str, content: str) -> None:
    found = words(text, one(text, content))
    assert found.startswith(content)
    assert "," not in found.rstrip(",”")


def test_who_is_asked_says_nothing() -> None:
    text = "Asked whether the bridge was safe, Clara Weiss said it was “as safe as any.”"
    assert contents(text) == [
        " > Asked > whether the bridge was safe",
        "Clara Weiss > said > it was “as safe as any.”",
    ]


def test_a_verb_that_no_list_holds_reports_beside_a_quotation() -> None:
    text = "“This is wonderful!” beamed Clara Weiss, who had come early."
    assert words(text, one(text, "wonderful"), "cue") == "beamed"
    text = "Clara Weiss was blunt in her findings: “Further talk of this is unnecessary.”"
    assert one(text, "unnecessary").speaker == "Clara Weiss"


def test_a_name_that_the_tagger_takes_for_a_verb_still_speaks() -> None:
    text = "“We offer a generous number of days — more than any other town,” Husted said in a statement."
    assert words(text, one(text, "generous"), "named") == "Husted"


def test_a_quotation_of_several_sentences_is_read_with_the_parse_of_its_ends() -> None:
    text = "Asked about it, Clara Weiss said, “Sure. I get that, too. Everybody looks at the bridge.”"
    assert words(text, one(text, "Everybody"), "named") == "Clara Weiss"
    assert not any("Sure" in found for found in contents(text) if "> Asked >" in found)


def test_a_quotation_without_its_closing_mark_goes_on_in_the_next_paragraph() -> None:
    text = "“I spoke to many groups,” said Clara Weiss. “We need more talk.\n\n“I think they want to learn.”"
    assert words(text, one(text, "many groups")).endswith("“I think they want to learn.”")


def test_a_heading_in_single_marks_is_no_speech() -> None:
    text = "“I would go back to school,” Clara Weiss said.\n\n'A hard decision.'\n\nThe mill closed in May."
    assert not any("hard decision" in found for found in contents(text))


def test_what_seems_to_be_so_is_nobodys_statement() -> None:
    text = "The talks between the two towns seem to have failed in the last week."
    assert one(text, "have failed").speaker is None
    assert one(text, "have failed").act == "estimate"


def test_a_participle_names_who_is_meant() -> None:
    text = "The talks were a change of tack for Okafor, who has toughened his line, refusing to rule out a blockade."
    assert words(text, one(text, "blockade"), "named") == "Okafor"


def test_a_title_with_a_body_in_it_names_its_holder() -> None:
    text = "Former ambassador to the United Nations Clara Weiss, a candidate, told reporters she supports the calls."
    assert one(text, "supports the calls").speaker == "Clara Weiss"


@pytest.mark.parametrize(
    "text",
    [
        "“" * 10_000,
        "\"'«" * 3_000,
        "THE MAYOR SAID THE BRIDGE IS CLOSED AND " * 500,
        "she said that it was so and " * 3_000,
        "“Ça va 🌉 e\u0301galement,” said А́нна 田中。 " * 400,
    ],
    ids=["only marks", "mixed marks", "capitals", "no sentence end", "mixed scripts"],
)
def test_bad_input_is_fast_and_exact(text: str) -> None:
    started = time.process_time()
    for statement in read(text, parse=len(text) < 30_000):
        for span in (*statement.content, *statement.cue, *statement.named):
            assert 0 <= span.start < span.end <= len(text)
    assert time.process_time() - started < 10


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The critics denounced the cuts in the budget of the port as an insult to the town.",
            "The critics > denounced > the cuts in the budget of the port as an insult to the town",
        ),
        ("Clara Weiss criticised the plan on Monday.", "Clara Weiss > criticised > the plan"),
        (
            "The committee probing the port has formally requested that Clara Weiss appear.",
            "The committee > has formally requested > that Clara Weiss appear",
        ),
        (
            "The ban was lifted in May, state television quoted a senior official as saying.",
            "a senior official > saying > The ban was lifted in May",
        ),
        (
            "The union is making the case to its members that the port will close.",
            "The union > is making the case > that the port will close",
        ),
    ],
)
def test_borders_and_speaker_by_what_stands_around(text: str, found: str) -> None:
    assert found in contents(text)


@pytest.mark.parametrize(
    "text",
    [
        "The storm threatens to close the port.",
        "The attack claimed the life of a guard.",
        "Clara Weiss offered no thoughts on the port.",
    ],
)
def test_things_and_silence_report_nothing(text: str) -> None:
    assert contents(text) == []


def test_whoever_was_asked_answers() -> None:
    text = "Bruno Keller asked Peter Lang if he had read it. He said “I have read it more than once.”"
    assert one(text, "more than once").speaker == "Peter Lang"


def test_a_second_verb_after_an_inserted_one_has_the_same_speaker() -> None:
    text = "Prime Minister Bruno Keller is sincere, Peter Lang said, but added that only the towns can settle it."
    assert one(text, "only the towns").speaker == "Peter Lang"


def test_who_is_named_in_passing_is_not_who_spoke_last() -> None:
    text = "Peter Lang rejected the claim that Bruno Keller, who admitted a fault, could see it. “I know of no way,” he said."
    assert one(text, "no way").speaker == "Peter Lang"


def test_the_author_of_something_else_is_nobody_here() -> None:
    text = "“It is over,” wrote author Peter Lang in May. The author of “Long Way Home” said that it had begun."
    assert one(text, "had begun").speaker != "Peter Lang"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The union said the port would stay open, but reversed course on Friday.",
            "The union > said > the port would stay open",
        ),
        (
            "A third of them smoke, according to the Centres for Work Safety and Health, and many began at sea.",
            "the Centres for Work Safety and Health > according to > A third of them smoke",
        ),
        (
            "Keller questioned why several docks stopped searching visitors.",
            "Keller > questioned > why several docks stopped searching visitors",
        ),
        (
            "Peter Lang said Keller looked “angry,” and Bruno Keller said, “All of it was achieved.”",
            "Peter Lang > said > Keller looked “angry,”",
        ),
    ],
)
def test_where_someone_else_or_something_else_begins(text: str, found: str) -> None:
    assert found in contents(text)


def test_it_is_the_body_that_the_sentence_before_is_about() -> None:
    text = "Estmark's coastguard stopped the ship and towed her to Brann. It says that she was fishing."
    assert one(text, "fishing").speaker == "Estmark's coastguard"


@pytest.mark.parametrize(
    "text",
    [
        "For the gold watch, expect to spend more.",
        "The party has sworn off its old slogan.",
        "A jobs pledge fund works.",
    ],
)
def test_nobody_reports_with_these(text: str) -> None:
    assert contents(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Clara Weiss called Okafor’s bid to count the boats again “one more lost spring,” adding that it cannot pass.",
            "Clara Weiss > called > Okafor’s bid to count the boats again “one more lost spring,”",
        ),
        (
            "Weiss said the report is not ready, but that the council could move anyway.",
            "Weiss > said > the report is not ready, but that the council could move anyway",
        ),
        (
            "Peter Lang came to power criticising the excesses of the old guard.",
            "Peter Lang > criticising > the excesses of the old guard",
        ),
        (
            "Declaring that the port was safe, Peter Lang left the hall.",
            "Peter Lang > Declaring > that the port was safe",
        ),
    ],
)
def test_what_a_clause_around_the_cue_decides(text: str, found: str) -> None:
    assert found in contents(text)


@pytest.mark.parametrize(
    "text",
    [
        "This is utter folly.",
        "The council blocked the measure, denying the workers the votes they needed.",
        "Lang still has enough support to be confirmed.",
        "The town responded to the floods by building a wall.",
        "They sell maps, not to mention pin-up art and boats.",
        "He lives in the United States, and the port is open.",
    ],
)
def test_what_only_looks_like_a_cue(text: str) -> None:
    assert contents(text) == []


def test_captions_and_labels_are_nobody() -> None:
    assert read("FILE PHOTO: People gather at the gate of the port.\nThe port is closed.") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The war was the first since 1990, the council said, accusing Brann of breaking the law.",
            "the council > accusing > Brann of breaking the law",
        ),
        ("The Weiss operation knew where the voters were.", "The Weiss operation > knew > where the voters were"),
    ],
)
def test_who_goes_on_and_what_is_only_called_after_someone(text: str, found: str) -> None:
    assert found in contents(text)
    assert one(text, found.split(" > ")[2]).speaker != "Clara Weiss"


def test_who_acts_after_an_opening_clause_speaks_next() -> None:
    text = (
        "Peter Lang took boxes to the hall. A friend, Bruno Keller, explained: “He had prepared it in secret.” "
        "As firemen rushed to the hall, Mr Lang went to look for him. He said he was unaware of it."
    )
    assert one(text, "unaware").speaker == "Peter Lang"
