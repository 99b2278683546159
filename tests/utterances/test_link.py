"""One thing said once: joined through cuts, rewordings and indirect forms, never with another saying."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from invented_piles import annotate, pile
from readout.analysis.utterances import link_utterances

FULL = '"The harbour wall was inspected in March and it was sound, every metre of it,"'


def groups(material):
    """The utterances as sets of (article, words)."""
    words = {s.id: (a.article.id, a.article.words(s.content[0])) for a in material.annotations for s in a.statements}
    return [{words[s] for s in u.statements} for u in link_utterances(material)]


def together(material, one, two):
    return any({one, two} <= {words for _, words in group} for group in groups(material))


@pytest.mark.parametrize(
    ("other", "joined"),
    [
        ('"The harbour wall was inspected in March and it was sound"', True),
        ('the harbour wall had been inspected in March and was "sound, every metre of it"', True),
        ("the wall of the harbour was inspected in March and found sound", True),
        ('"The harbour wall was not inspected in March and it was not sound at all"', True),  # a twisted quotation
        ("the harbour wall was never inspected in March", False),
        ("the ferries would sail again on Friday", False),
    ],
)
def test_variants_of_one_speaker(other, joined):
    material = pile(
        annotate("a", "Herald", f"[Ada Quill|{FULL}] she said."),
        annotate("b", "Courier", f"Ms Quill said [Ada Quill|{other}]."),
        annotate("c", "Post", "[Bo Fenn|The fish market would open at dawn as it had for years], he said."),
    )
    assert together(material, FULL, other) is joined


def test_other_speakers_are_not_joined_by_like_words():
    material = pile(
        annotate("a", "Herald", "[Ada Quill|the bridge needs money and patience], she said."),
        annotate("b", "Courier", "[Bo Fenn|the bridge needs patience and time], he said."),
    )
    assert len(groups(material)) == 2


def test_who_is_told_of_in_a_statement_has_not_said_it():
    material = pile(
        annotate("a", "Herald", 'She said the mason lied to [Ada Quill|"reduce his jail time"].'),
        annotate("b", "Courier", '[Bo Fenn|Quill could "face a real prospect of jail time"], he said.'),
    )
    assert len(groups(material)) == 2


def test_other_numbers_are_another_saying():
    material = pile(
        annotate("a", "Herald", "[Ada Quill|at least 40 boats were lost in the storm], she said."),
        annotate("b", "Courier", "[Ada Quill|at least 75 boats were lost in the storm], she said."),
    )
    assert len(groups(material)) == 2


def test_the_fullest_wording_and_altered_ones_are_named():
    material = pile(
        annotate("a", "Herald", f"[Ada Quill|{FULL}] she said."),
        annotate("b", "Courier", '[Ada Quill|"The harbour wall was inspected in April and it was sound"] she said.'),
    )
    (utterance,) = link_utterances(material)
    by_article = {s.id: a.article.id for a in material.annotations for s in a.statements}
    assert by_article[utterance.fullest] == "a"
    assert [by_article[s] for s in utterance.altered] == ["b"]


def test_a_cut_is_no_alteration():
    material = pile(
        annotate("a", "Herald", f"[Ada Quill|{FULL}] she said."),
        annotate("b", "Courier", '[Ada Quill|"inspected in March and it was sound"] she said of the wall.'),
    )
    (utterance,) = link_utterances(material)
    assert utterance.altered == ()


def test_a_report_of_a_statement_is_not_that_statement():
    text = "[Cora Stane|Bo Fenn had promised her that [the pier would be mended]], she said."
    material = pile(annotate("a", "Herald", text.replace("[the pier would be mended]", "the pier would be mended")))
    assert len(groups(material)) == 1


words = st.lists(
    st.sampled_from("wall harbour sound never not 12 40 boat storm the was it".split()), min_size=1, max_size=12
)


@settings(max_examples=40)
@given(st.lists(st.tuples(st.sampled_from(["Ada Quill", "Bo Fenn"]), words), min_size=1, max_size=6))
def test_every_statement_is_in_exactly_one_utterance(said):
    material = pile(*(annotate(f"a{n}", "Herald", f"[{who}|{' '.join(what)}] .") for n, (who, what) in enumerate(said)))
    found = [s for u in link_utterances(material) for s in u.statements]
    assert sorted(found) == sorted(s.id for a in material.annotations for s in a.statements)


def test_the_order_of_input_does_not_matter():
    parts = [
        annotate("a", "Herald", f"[Ada Quill|{FULL}] she said."),
        annotate(
            "b", "Courier", "[Ada Quill|the wall of the harbour was inspected in March and found sound], she said."
        ),
        annotate("c", "Post", '[Bo Fenn|"The wall was a disgrace"] he said.'),
    ]
    assert link_utterances(pile(*parts)) == link_utterances(pile(*reversed(parts)))


def test_a_shorter_indirect_telling_belongs_to_the_quotation():
    material = pile(
        annotate(
            "a",
            "Herald",
            'He said: [Bo Fenn|"We will never tolerate such smuggling as was found here, and the whole coast will help."]',
        ),
        annotate("b", "Courier", "Fenn said [Bo Fenn|the coast would not tolerate smuggling]."),
    )
    assert [len(utterance.statements) for utterance in material.utterances] == [2]


@pytest.mark.parametrize(
    ("other", "altered"),
    [
        ('"We have inspected the harbour wall and the pier and they are sound"', False),  # "We've"
        ('the mayor had "inspected the harbour wall and the pier" and found that "they\'re sound"', False),
        ("\"We've inspected the harbour wall and the quay and they're sound\"", True),
    ],
)
def test_only_other_words_alter_a_quotation(other, altered):
    full = "\"We've inspected the harbour wall and the pier and they're sound, every metre of them,\""
    material = pile(
        annotate("a", "Herald", f"[Ada Quill|{full}] she said."),
        annotate("b", "Courier", f"Ms Quill said [Ada Quill|{other}]."),
        annotate("c", "Post", "[Bo Fenn|The fish market would open at dawn as it had for years], he said."),
    )
    utterance = next(found for found in link_utterances(material) if len(found.statements) == 2)
    assert bool(utterance.altered) is altered


@pytest.mark.parametrize(
    ("one", "two", "joined"),
    [
        ('he was in "no hurry" as long as nobody had to wait', 'there was "no hurry" to mend it', True),
        ('it was "a splendid quay"', 'it was not "a splendid quay"', False),
        (
            '"The tide comes first"',
            '"I have to think of the first boats to leave the harbour and then of tides"',
            False,
        ),  # far apart
        ('"A morning of ash and silence"', '"It is a morning of ashes and quiet"', True),  # two translations
        ('the pier was "good"', '"That was a good day for the town"', False),  # a word that tells nothing
        (
            'he lied to "reduce his jail time"',
            'jail time was due for what was "done at the wish and in the name of the harbour master"',
            False,
        ),  # what both say is not quoted there
    ],
)
def test_a_few_quoted_words_of_one_speaker(one, two, joined):
    material = pile(
        annotate("a", "Herald", f"She said [Ada Quill|{one}]."),
        annotate("b", "Courier", f"She said [Ada Quill|{two}]."),
        annotate("c", "Post", "[Bo Fenn|The fish market would open at dawn as it had for years], he said."),
    )
    assert together(material, one, two) is joined


def test_the_first_quotation_mark_of_a_statement_opens_it():
    text = (
        'She said they were "late." [Ada Quill|The boats are "rotting on the beach and sinking one by one,"] she said.'
    )
    words = '"rotting on the beach and sinking one by one"'
    material = pile(annotate("a", "Herald", text), annotate("b", "Courier", f"[Ada Quill|{words}] she said."))
    assert together(material, 'The boats are "rotting on the beach and sinking one by one,"', words)


def test_an_abbreviation_with_stops_is_no_alteration():
    full = '"The F.B.I. looked at the harbour wall and found it sound, every metre of it,"'
    material = pile(
        annotate("a", "Herald", f"[Ada Quill|{full}] she said."),
        annotate("b", "Courier", '[Ada Quill|"The FBI looked at the harbour wall and found it sound"] she said.'),
    )
    assert [utterance.altered for utterance in link_utterances(material)] == [()]


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        ("The owner denied [Ada Quill|that the old ferry had been overloaded].", "Bo Fenn", False),
        ("The owner denied [Ada Quill|that the old ferry had been overloaded].", "Ada Quill", False),
        ("The owner said [Ada Quill|that the old ferry had been overloaded].", "Ada Quill", True),
    ],
)
def test_who_denies_words_has_not_said_them(one, other, joined):
    material = pile(
        annotate("a", "Herald", one),
        annotate("b", "Courier", f"It was told that [{other}|the old ferry had been overloaded]."),
    )
    assert together(material, "that the old ferry had been overloaded", "the old ferry had been overloaded") is joined
