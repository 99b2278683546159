"""Phrases that name nobody give way to who speaks: invented sentences with what each rule is for."""

from __future__ import annotations

import pytest

from invented_articles import contents, one, read


@pytest.mark.parametrize(
    ("text", "about", "speaker"),
    [
        ("Okafor, who has in the past described Weiss as a dangerous man, left.", "dangerous", "Okafor"),
        ("Ines Okafor, 58, who lives outside Tarn, says she did not know much about the plan.", "know", "Ines Okafor"),
        ("Sen. Ines Okafor (I-Vt.) defended her call to raise the toll to $15 a lorry.", "toll", "Ines Okafor"),
        ("In 2012, Weiss ran on his ability to jolt the economy into hyperdrive and accused Okafor of bungling it.", "bungling", "Weiss"),
        ("Her remarks drew a response from President Clara Weiss, who called her a weak leader.", "weak", "Clara Weiss"),
        ("It was not enough for Weiss, who now demands that the port be closed.", "closed", "Weiss"),
        ("Much as people who watched the debate on radio said they thought it long, it was brief.", "long", "people"),
        ("Ann Doe, head of Norland’s Health Board, told reporters that the ward was safe.", "ward", "Ann Doe"),
        ("Two officials who did not want to be named as it was not yet told said Monday that it failed.", "failed", "Two officials"),
        ("Clara Weiss, the envoy of Norland, said Tarn’s latest “threat to the port” was empty.", "threat", "Clara Weiss"),
    ],
)  # fmt: skip
def test_who_acts_speaks_in_place_of_a_torn_phrase(text: str, about: str, speaker: str) -> None:
    assert one(text, about).speaker == speaker, contents(text)


def test_they_are_the_several_who_act_in_the_sentence_before() -> None:
    text = (
        "Some of the mayor's allies say little of how she leads the port. They believe she has shown a will to learn."
    )
    assert one(text, "learn").speaker == "Some of the mayor's allies", contents(text)


def test_a_name_behind_a_long_role_is_the_speaker() -> None:
    text = "“The ward is safe,” said the director of the Halvik hospital on Tuesday. Later the director of the ward, Ann Doe, said it leaks."
    assert one(text, "leaks").speaker == "Ann Doe", contents(text)


def test_where_nobody_stands_nobody_speaks() -> None:
    statements = read("But it is worth pointing out that the port could not stay open on its own.")
    assert [statement.speaker for statement in statements] in ([], [None])


def test_what_someone_stops_short_of_is_not_said() -> None:
    assert not read("Weiss stopped short of endorsing an inquiry into the port at the hearing.")
