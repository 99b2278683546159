"""Quoted words without a speaker of their own: given to whom another report gives them, or to nobody."""

from __future__ import annotations

import pytest

from invented_piles import annotate
from readout.analysis.utterances import find_echoes
from readout.types import Sentence

FULL = '"The harbour wall was inspected in March and it was sound, every metre of it,"'
SHORT = '"a cracked teapot of a wall,"'


def with_sentences(annotation):
    """The annotation with one sentence for each block."""
    found = tuple(Sentence(start=block.start, end=block.end) for block in annotation.article.blocks)
    return annotation.__class__(article=annotation.article, statements=annotation.statements, sentences=found)


def echoes(text, *others):
    """(speaker, words) of each echo in an article with this text, beside the others."""
    (found, *_) = find_echoes([with_sentences(annotate("z", "Gazette", text)), *map(with_sentences, others)])
    return [(s.speaker, found.article.words(s.content[0])) for s in found.statements if s.rule == "echo"]


def test_a_quotation_that_another_report_gives_to_someone_is_theirs():
    other = annotate("a", "Herald", f"[Ada Quill|{FULL}] she said.")
    quoted = '"the harbour wall was inspected in March and it was sound"'
    assert echoes(f"One engineer could be heard: {quoted} on the tape.", other) == [("Ada Quill", quoted)]


def test_an_echo_rests_on_both_reports():
    other = annotate("a", "Herald", f"[Ada Quill|{FULL}] she said.")
    (found, _) = find_echoes([annotate("z", "Gazette", f"On the tape: {FULL}"), other])
    assert {span.article for span in found.statements[0].evidence} == {"a", "z"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('Quill against the "cracked teapot" council', True),  # the speaker is named
        ('The "cracked teapot" will be mended', True),  # nobody else ever says so
        ('The so-called "cracked teapot" will be mended', False),
        ('A band called "Cracked Teapot" will play', False),
        ('The "teapot" will be mended', False),  # one word, and nobody named
        ('Fenn on the "old wall"', False),
        ("The cracked teapot will be mended", False),
    ],
)
def test_a_few_quoted_words_need_more(text, found):
    other = annotate("a", "Herald", f"Ms Quill called it [Ada Quill|{SHORT}] she said.")
    assert bool(echoes(text, other)) is found


def test_words_that_an_article_uses_as_its_own_are_nobodys():
    one = annotate("a", "Herald", f"Ms Quill called it [Ada Quill|{SHORT}] she said.")
    two = annotate("b", "Post", "Every child here knows the cracked teapot on the quay.")
    assert echoes('The "cracked teapot" will be mended', one, two) == []


def test_two_speakers_leave_it_open():
    one = annotate("a", "Herald", f"Ms Quill called it [Ada Quill|{SHORT}] she said.")
    two = annotate("b", "Post", 'He spoke of [Bo Fenn|"the cracked teapot"].')
    assert echoes('The "cracked teapot" will be mended', one, two) == []


def test_what_a_statement_holds_is_no_echo():
    one = annotate("a", "Herald", f"[Ada Quill|{FULL}] she said.")
    assert echoes(f"[Bo Fenn|{FULL}] he said.", one) == []


def test_a_phrase_in_use_is_not_an_echo_of_a_longer_quotation():
    one = annotate("a", "Herald", 'She said [Ada Quill|"strong walls make calm harbours"] to all.')
    text = 'The mayor wrote: "Strong walls make calm harbours, and those who sail on the ferry know it each morning."'
    assert echoes(text, one) == []


def test_a_long_title_is_nobodys():
    one = annotate("a", "Herald", 'She spoke of [Ada Quill|the film "The Last Wall of the Old Harbour"] at length.')
    assert echoes('He has seen "The Last Wall of the Old Harbour" twice.', one) == []
