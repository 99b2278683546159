"""Who holds what: newspapers by name, roles by the person, outlets for their own words alone. All texts are invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from invented_piles import annotate, pile
from readout.analysis.accounts.scene import set_scene
from readout.spans import Span
from readout.types import Entity, EntityKind, Manner


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
