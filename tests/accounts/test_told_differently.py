"""What reports tell of one event with other details, and how they describe one person, stands side by side."""

from __future__ import annotations

from invented_piles import annotate, pile
from readout.analysis.accounts import compare_accounts
from readout.analysis.accounts.agreed.apart import weigh_pairs
from readout.analysis.accounts.setting.scene import set_scene
from readout.types import TOLD_DIFFERENTLY, Standing

EVENT, DESCRIBED = TOLD_DIFFERENTLY
OTHERS = "The town has a museum of trawlers.\nGulls follow every boat that leaves it.\nThe mayor likes Sundays."


def rows(rule, *texts):
    reports = [annotate(f"a{n}", f"Herald {n}", f"{text}\n{OTHERS} ({n})", parsed=True) for n, text in enumerate(texts)]
    return [point for point in compare_accounts(pile(*reports)) if point.rule == rule]


ARSON = "Two masked sailors burned the harbour office of Bo Fenn in Kelm."
FIRE = "Bo Fenn lost two boats when a crowd with bottles burned his harbour office near the market of Kelm."
SALE = "The council will sell the harbour office of the pilots to a brewer in spring."


def weighed(first, second):
    """What two sentences that speak of one thing turn out to be."""
    reports = [
        annotate(f"a{n}", f"Herald {n}", f"{text}\n{OTHERS}", parsed=True) for n, text in enumerate((first, second))
    ]
    scene = set_scene(pile(*reports))
    one, other = (line for line in scene.lines if line.number == 0)
    return weigh_pairs(scene, [(1.0, one, one.span, other, other.span)])


def test_one_event_with_other_details_stands_apart_and_is_compatible():
    found = weighed(ARSON, FIRE)
    (point,) = found.apart
    assert (point.standing, point.rule) == (Standing.COMPATIBLE, EVENT)
    assert point.question == "How do the reports tell of the harbour office of Bo Fenn in Kelm?"
    assert [account.answer for account in point.accounts] == [ARSON, FIRE]


def test_without_a_predicate_in_common_they_only_touch():
    found = weighed(ARSON, "A fire in Kelm destroyed the roof and all windows of the harbour office of Bo Fenn.")
    assert found.touching
    assert not found.apart


def test_two_events_of_one_place_are_not_one():
    found = weighed(ARSON, SALE)
    assert not found.apart
    assert not found.restated


def test_the_same_words_are_no_other_details():
    found = weighed(ARSON, ARSON)
    assert found.restated
    assert not found.apart


def test_a_person_described_in_other_words_is_asked_for():
    (point,) = rows(
        DESCRIBED,
        "Ada Quill, a former harbour pilot from Kelm, opened the meeting.",
        "The crowd listened to Ada Quill, a trader in used engines.",
    )
    assert point.question == "How is Ada Quill described?"
    assert point.standing is Standing.COMPATIBLE
    assert {account.answer for account in point.accounts} == {
        "a former harbour pilot from Kelm",
        "a trader in used engines",
    }


def test_the_words_after_the_first_is_describe_though_another_ends_the_sentence():
    (point,) = rows(
        DESCRIBED,
        "They like her, because Ada Quill is a more patient partner in the old West Harbour quarrel than the "
        "Estmarkers are — or Fenn was.",
        "The crowd listened to Ada Quill, a trader in used engines.",
    )
    assert any("patient partner" in account.answer for account in point.accounts)


def test_a_person_described_alike_is_not_asked_for():
    assert not rows(
        DESCRIBED,
        "Ada Quill, a former harbour pilot from Kelm, opened the meeting.",
        "The crowd listened to Ada Quill, the harbour pilot.",
    )


def test_what_is_said_of_one_of_two_names_describes_neither():
    assert not rows(
        DESCRIBED,
        "Ada Quill, a former harbour pilot from Kelm, opened the meeting.",
        "The crowd listened to Bo Fenn and Ada Quill, traders in used engines.",
    )
