"""Who holds what: newspapers by name, roles by the person, outlets for their own words alone. All texts are invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from invented_piles import annotate, pile
from readout.analysis.accounts.setting.scene import set_scene
from readout.spans import Span
from readout.types import Entity, EntityKind, Manner, Statement


def named(annotation, kind, *names):
    """The annotation with these names as entities, wherever they stand in its text."""
    text, entities = annotation.article.text, []
    for name, *roles in names:
        places = [n for n in range(len(text)) if text.startswith(name, n)]
        spans = tuple(Span(annotation.article.id, n, n + len(name)) for n in places)
        entities.append(Entity(evidence=spans, rule="test", id=name, name=name, kind=kind, roles=tuple(roles)))
    return replace(annotation, entities=(*annotation.entities, *entities))


def described(annotation, **more):
    """The annotation with its statements' speakers as descriptions, as for speakers without a name."""
    statements = tuple(replace(s, description=s.speaker or "", **more) for s in annotation.statements)
    return replace(annotation, statements=statements)


def holders(annotation, words, *others, within=False, tellers=None):
    scene = set_scene(pile(annotation, *others))
    start = annotation.article.text.index(words)
    span = Span(annotation.article.id, start, start + len(words))
    if tellers is not None:
        return scene.tellers_of(span, tellers)
    return scene.holders_within(span) if within else scene.holders_of(span)


def test_the_newspaper_is_the_one_named_before():
    report = annotate(
        "a", "Herald", "The Kelm Ledger sent three men.\nThe newspaper said [newspaper|the pier was sold]."
    )
    report = named(described(report), EntityKind.ORGANISATION, ["Kelm Ledger"])
    assert holders(report, "the pier was sold") == ("Kelm Ledger",)


def test_our_post_is_the_outlets_own_voice():
    report = described(annotate("a", "Herald", "Our earlier post said [Our earlier post|the pier was sold]."))
    assert holders(report, "the pier was sold") == ("outlet:Herald",)


def test_words_that_name_no_speaker_hold_nothing():
    report = described(annotate("a", "Herald", "Growing anger said [Growing anger|the pier was sold]."))
    assert holders(report, "the pier was sold") == ("outlet:Herald",)


def test_an_uncle_is_the_one_person_called_so():
    report = annotate("a", "Herald", "Bo Fenn came late.\nThe uncle said [uncle|the pier was sold].")
    report = named(described(report), EntityKind.PERSON, ["Bo Fenn", "uncle of the boy"])
    assert holders(report, "the pier was sold") == ("Bo Fenn",)


def test_a_quotation_is_never_held_in_the_outlets_voice():
    report = annotate("a", "Herald", 'Gulls cried.\n[x|"The pier was sold to a man from Holm"] was heard.')
    statements = tuple(replace(s, speaker=None, manner=Manner.DIRECT, cue=()) for s in report.statements)
    report = replace(report, statements=statements)
    assert holders(report, "The pier was sold to a man from Holm") == ("unnamed speaker",)


def test_a_detail_far_into_reported_speech_is_the_outlets_too():
    text = "The mayor said [Ada Quill|a sale of the old pier by the harbour had been agreed before the fire that killed 14]."
    report = annotate("a", "Herald", text)
    assert holders(report, "14", tellers=60) == ("Ada Quill", "outlet:Herald")
    assert holders(report, "sale", tellers=60) == ("Ada Quill",)


@pytest.mark.parametrize(
    "text",
    [
        "Quill said the pier was sold at noon.",
        "According to Quill, the pier was sold at noon.",
    ],
)
def test_who_says_it_in_the_clause_holds_it(text):
    report = named(annotate("a", "Herald", text), EntityKind.PERSON, ["Quill"])
    assert holders(report, text.removesuffix("."), within=True) == ("Quill",)


def test_who_counts_holds_the_count():
    report = named(annotate("a", "Herald", "Red Anchor put the toll at 35."), EntityKind.ORGANISATION, ["Red Anchor"])
    assert holders(report, "35", tellers=60) == ("Red Anchor",)


def test_bare_authorities_belong_to_the_one_state_of_the_story():
    text = "\n".join(f"Norwegian {body} came to the pier." for body in ("police", "officials", "troops", "police"))
    report = described(annotate("a", "Herald", f"{text}\nThe authorities said [authorities|the pier was sold]."))
    assert holders(report, "the pier was sold") == ("Norwegian authorities",)


def test_a_conjunction_is_no_part_of_who_speaks():
    report = described(annotate("a", "Herald", "It was noon. [when a former aide to the mayor|the pier was sold]."))
    assert holders(report, "the pier was sold") == ("former aide to the mayor",)


def test_us_officials_are_not_the_outlet():
    report = described(annotate("a", "Herald", "US officials said [US officials|the pier was sold]."))
    assert holders(report, "the pier was sold") == ("US officials",)


def test_a_people_and_a_movement_can_speak():
    report = described(annotate("a", "Herald", "Kenyans said [Kenyans|the pier was sold]."))
    assert holders(report, "the pier was sold") == ("Kenyans",)
    report = described(annotate("a", "Herald", "The Kelm movement said [Kelm movement|the pier was sold]."))
    assert holders(report, "the pier was sold") == ("Kelm movement",)


def spoken(text, speaker, cue, content, **more):
    """One report with one statement, its speaker and cue marked as the words for them stand in the text."""
    article = annotate("a", "Herald", text)
    found = [Span("a", text.index(words), text.index(words) + len(words)) for words in (speaker, cue, content)]
    statement = Statement(
        evidence=(found[2],),
        rule="test",
        id="s",
        article="a",
        content=(found[2],),
        cue=(found[1],),
        named=(found[0],),
        speaker=speaker,
        manner=Manner.INDIRECT,
        act="assert",
        **more,
    )
    return replace(article, statements=(statement,))


def test_a_name_beside_a_description_is_the_speaker():
    text = "The harbour minister, Ada Quill, said the pier was sold."
    report = spoken(text, "The harbour minister", "said", "the pier was sold", description="harbour minister")
    report = named(report, EntityKind.PERSON, ["Ada Quill"])
    assert holders(report, "the pier was sold") == ("Ada Quill",)


def test_a_short_name_is_told_by_the_long_one():
    text = "Fenn said the pier was sold. Bo Fenn came late."
    report = named(spoken(text, "Fenn", "said", "the pier was sold"), EntityKind.PERSON, ["Bo Fenn"])
    assert holders(report, "the pier was sold") == ("Bo Fenn",)


def test_what_a_video_shows_is_the_outlets_account_too():
    text = "A video of the sale showed that the pier was sold."
    report = spoken(text, "A video of the sale", "showed", "the pier was sold", description="video of the sale")
    assert holders(report, "the pier was sold", tellers=60) == ("A video of the sale", "outlet:Herald")


def test_a_speaker_at_the_end_whose_cue_was_not_read():
    text = "The pier was sold, and the rest was burnt, Ada Quill, a clerk of the port, told the Kelm Ledger."
    report = named(annotate("a", "Herald", text), EntityKind.PERSON, ["Ada Quill"])
    assert holders(report, "The pier was sold", tellers=60) == ("Ada Quill",)


def test_a_dateline_is_no_part_of_the_speaker():
    text = "Varn (KNN) Mayor Ada Quill said the pier was sold."
    report = spoken(text, "Varn (KNN) Mayor Ada Quill", "said", "the pier was sold")
    assert holders(named(report, EntityKind.PERSON, ["Ada Quill"]), "the pier was sold") == ("Ada Quill",)


def test_the_kind_of_a_body_is_no_part_of_its_name():
    report = described(annotate("a", "Herald", "The Kelmar movement said [Kelmar movement|the pier was sold]."))
    report = named(report, EntityKind.ORGANISATION, ["Kelmar"])
    assert holders(report, "the pier was sold") == ("Kelmar",)


def test_what_is_wanted_is_the_outlets_account_too():
    text = "The harbour board ordered that all 21 boats stay away."
    report = spoken(text, "The harbour board", "ordered", "that all 21 boats stay away")
    report = replace(report, statements=tuple(replace(s, act="demand") for s in report.statements))
    assert holders(report, "21 boats", tellers=60) == ("The harbour board", "outlet:Herald")


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "The latest information we have from the rescue team working there is that 21 boats sank.",
            "21 boats",
            "rescue team",
        ),
        ("Authorities have information that 21 boats sank.", "21 boats", "authorities"),
        ("A group of fishermen from Varn claims to have sunk 21 boats.", "21 boats", "group of fishermen from Varn"),
        ("A pile of letters claims to have sunk 21 boats.", "21 boats", "outlet:Herald"),
    ],
)
def test_who_tells_it_at_the_beginning(text, words, name):
    assert holders(annotate("a", "Herald", text), words, tellers=60) == (name,)


def test_a_ministry_is_the_one_of_that_kind_in_the_article():
    text = "The Trade Ministry met on Monday.\nThe ministry said [ministry|the pier was sold]."
    one = named(described(annotate("a", "Herald", text)), EntityKind.ORGANISATION, ["Trade Ministry"])
    assert holders(one, "the pier was sold") == ("Trade Ministry",)
    more = "The Trade Ministry met the Labour Ministry.\nThe ministry said [ministry|the pier was sold]."
    two = described(annotate("a", "Herald", more))
    two = named(two, EntityKind.ORGANISATION, ["Trade Ministry"], ["Labour Ministry"])
    assert holders(two, "the pier was sold") == ("ministry",)


def spoken_by(annotation, words):
    """The annotation with the place of the words that name its last statement's speaker."""
    start = annotation.article.text.index(words)
    last = replace(annotation.statements[-1], named=(Span(annotation.article.id, start, start + len(words)),))
    return replace(annotation, statements=(*annotation.statements[:-1], last))


def test_the_site_of_a_body_speaks_for_it():
    text = "The Kelm Pilot Organization met.\nThe organization’s website said [organization’s website|it was sold]."
    report = spoken_by(described(annotate("a", "Herald", text)), "The organization’s website")
    report = named(report, EntityKind.ORGANISATION, ["Kelm Pilot Organization"])
    assert holders(report, "it was sold") == ("Kelm Pilot Organization",)


def test_who_stands_before_the_cue_speaks_and_not_all_before():
    words = "Aiding in the works were lines after two judges"
    report = described(annotate("a", "Herald", f"{words} said [{words}|it was sold]."))
    assert holders(spoken_by(report, words), "it was sold") == ("two judges",)


def test_a_word_keeps_a_capital_that_it_has_inside_of_sentences():
    text = "Miners said [Miners|it was sold]. He asked the Democrats."
    assert holders(described(annotate("a", "Herald", text)), "it was sold") == ("miners",)
    text = "Officials said [Officials|it was sold]. He asked the Officials."
    assert holders(described(annotate("a", "Herald", text)), "it was sold") == ("Officials",)


@pytest.mark.parametrize(
    ("given", "voice"),
    [
        ("Fox Online News", "outlet:Fox News"),
        ("NPR Online News", "outlet:NPR"),
        ("CNN (Web News)", "outlet:CNN"),
        ("Kelm Online News", "outlet:Kelm"),
    ],
)
def test_an_outlet_speaks_under_the_name_that_is_known(given, voice):
    assert set_scene(pile(annotate("a", given, "The pier was sold."))).voice_of("a") == (voice,)


def test_the_report_passed_on_holds_what_is_told_reportedly():
    report = annotate("a", "Herald", "The pier was reportedly sold in May.\nThe mayor was there on Monday.")
    story = pile(report)
    origins = tuple(replace(origin, relays=(("a", "Daily Mirror"),)) for origin in story.origins)
    scene = set_scene(replace(story, origins=origins))
    start = report.article.text.index("May")
    later = report.article.text.index("Monday")
    assert scene.tellers_of(Span("a", start, start + 3)) == ("outlet:Herald", "outlet:Daily Mirror")
    assert scene.tellers_of(Span("a", later, later + 6)) == ("outlet:Herald",)


def test_one_word_for_many_is_written_small_whatever_stands_at_the_head_of_a_sentence():
    text = "Officials said [Officials|it was sold]. Talks With Officials Go On. He asked officials."
    assert holders(described(annotate("a", "Herald", text)), "it was sold") == ("officials",)


def test_a_name_inside_a_description_keeps_its_capital():
    text = "State Department officials said [State Department officials|it was sold]. The state was silent."
    assert holders(described(annotate("a", "Herald", text)), "it was sold") == ("State Department officials",)
