"""Sentences and their parse: exact offsets, what is parsed and what is not, bad input."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from readout.errors import UsageError
from readout.language import parser
from readout.language.lemmas import by_rule
from readout.language.parser import LONGEST_WORDS, lemma_of, load_pipeline, parse_articles, use_pipeline
from readout.types import Article, Block, BlockKind, Sentence, Token


def article(text: str, language: str = "en", kind: BlockKind = BlockKind.BODY) -> Article:
    blocks = (Block(start=0, end=len(text), kind=kind),) if text else ()
    return Article(id="a", uri="a", text=text, blocks=blocks, language=language)


def parse_article(article: Article) -> tuple[Sentence, ...]:
    (found,) = parse_articles([article])
    return found


def tokens(text: str) -> tuple[Token, ...]:
    ((sentence,),) = parse_articles([article(text)], every=True)
    return sentence.tokens


def head_of(found: tuple[Token, ...], word: str) -> str:
    token = next(token for token in found if token.text == word)
    return found[token.head].text


def test_tokens_stand_where_they_are_in_the_text():
    text = "Before it.\n“We  will\nnot leave,” the mayor’s\u00a0office said. After it."
    for sentence in parse_article(article(text)):
        for token in sentence.tokens:
            assert text[token.start : token.end] == token.text
            assert not any(character.isspace() for character in token.text)


def test_a_hard_wrap_changes_nothing_in_the_parse():
    plain = tokens("The minister said the bridge would open in May.")
    wrapped = tokens("The minister said\n   the bridge\twould open in May.")
    assert [(t.text, t.pos, t.head, t.dep) for t in plain] == [(t.text, t.pos, t.head, t.dep) for t in wrapped]


def test_curly_and_straight_quotes_parse_alike():
    straight = tokens('"We will stay," Mr. Orlov said.')
    curly = tokens("“We will stay,” Mr. Orlov said.")
    assert [(t.pos, t.head, t.dep) for t in straight] == [(t.pos, t.head, t.dep) for t in curly]


@pytest.mark.parametrize(
    ("text", "verb", "speaker"),
    [
        ("The river is rising, Keller said.", "said", "Keller"),
        ('"The river is rising," said Keller.', "said", "Keller"),
        ("Keller told reporters that the river is rising.", "told", "Keller"),
        ("For its part, the ministry said the river is rising.", "said", "ministry"),
    ],
)
def test_a_reporting_verb_governs_speaker_and_speech(text, verb, speaker):
    found = tokens(text)
    assert head_of(found, speaker) == verb
    assert head_of(found, "rising") == verb
    assert next(token for token in found if token.text == "rising").dep == "ccomp"


def test_only_sentences_that_may_report_something_are_parsed():
    sentences = parse_article(article("The bridge is long. The mayor said it is old."))
    assert [bool(sentence.tokens) for sentence in sentences] == [False, True]


def test_every_sentence_has_exactly_one_root():
    sentences = parse_article(article('"It is over. We won," she said. He denied it; they believed him.'))
    for sentence in sentences:
        if sentence.tokens:
            roots = [t for index, t in enumerate(sentence.tokens) if t.head == index]
            assert len(roots) >= 1
            assert all(0 <= t.head < len(sentence.tokens) for t in sentence.tokens)


def test_another_language_is_cut_into_sentences_and_not_parsed():
    sentences = parse_article(article("Le maire a dit non. « Jamais », a-t-il dit.", language="fr"))
    assert sentences
    assert not any(sentence.tokens for sentence in sentences)


def test_blocks_that_are_not_readable_are_left_out():
    assert parse_article(article("Share this story, he said.", kind=BlockKind.BOILERPLATE)) == ()


def test_a_pipeline_that_is_not_installed_is_told_in_one_line():
    with pytest.raises(UsageError, match="no spaCy pipeline called 'en_no_such_thing' is installed"):
        load_pipeline("en_no_such_thing")


def test_a_sentence_is_parsed_alike_alone_and_among_others():
    texts = [
        f"The minister of {place} said on Monday the bridge, which was old, would stay." for place in ("Rome", "Oslo")
    ]
    together = [s.tokens for s in parse_article(article(" ".join(texts)))]
    parser._READ.clear()
    apart = [tokens(text) for text in texts]
    assert [[(t.text, t.pos, t.head, t.dep) for t in ts] for ts in together] == [
        [(t.text, t.pos, t.head, t.dep) for t in ts] for ts in apart
    ]


def test_a_repeated_sentence_has_its_own_places():
    text = "He said no. He said no."
    first, second = parse_article(article(text))
    assert [t.start for t in second.tokens] == [t.start + 12 for t in first.tokens]


def test_a_chosen_pipeline_is_used_until_ours_is_chosen_again(tmp_path):
    nlp = spacy.blank("en")
    nlp.add_pipe("morphologizer").add_label("POS=X")
    nlp.add_pipe("parser").add_label("dep")
    nlp.initialize()
    nlp.to_disk(tmp_path / "other")
    try:
        use_pipeline(str(tmp_path / "other"))
        assert {token.pos for token in tokens("Anna said so.")} == {"X"}
    finally:
        use_pipeline(None)
    assert tokens("Anna said so.")[0].pos == "PROPN"


def test_a_sentence_too_long_is_left_unparsed():
    (sentence,) = parse_article(article('"No," he said ' + "and went on " * 7000))
    assert sentence.tokens == ()
    assert tokens("a b " * LONGEST_WORDS) == ()


@settings(max_examples=40)
@given(st.text(alphabet=st.sampled_from("aB. \n\"“”'’—\u00a0\u200bé\ud800🙂said,"), max_size=80))
def test_any_text_keeps_exact_offsets(text):
    for sentence in parse_article(article(text + ' "x" he said.')):
        for token in sentence.tokens:
            assert (text + ' "x" he said.')[token.start : token.end] == token.text


@pytest.mark.parametrize(
    ("form", "pos", "lemma"),
    [
        ("said", "VERB", "say"), ("told", "VERB", "tell"), ("warned", "VERB", "warn"), ("denies", "VERB", "deny"),
        ("adding", "VERB", "add"), ("was", "AUX", "be"), ("ministries", "NOUN", "ministry"), ("men", "NOUN", "man"),
        ("talks", "NOUN", "talk"), ("Paris", "PROPN", "Paris"), ("announced", "VERB", "announce"),
        ("stopped", "VERB", "stop"), ("insisting", "VERB", "insist"), ("urged", "VERB", "urge"),
    ],
)  # fmt: skip
def test_lemmas(form, pos, lemma):
    assert lemma_of(form, pos) == lemma


def test_rules_of_inflection_leave_short_words_alone():
    assert by_rule("as", "NOUN") == "as"
    assert by_rule("bed", "NOUN") == "bed"
