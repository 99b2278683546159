"""Where a content ends, on invented sentences: before the outlet's comment and before a clause of its own."""

from __future__ import annotations

import pytest

from invented_articles import contents, one, read, words

CUT = [
    ("Clerks hinted that they would use new sums — i.e., a way of counting.", "that they would use new sums"),
    ("While one recent poll gave him the lead, most have shown her ahead.", "him the lead"),
    ("Nearly 80% of clerks identify themselves as liberal (and they may be moved by it).", "themselves as liberal"),
    ("Weiss said not long ago in a jumbled talk, “a town is more than a dock.”", "“a town is more than a dock.”"),
    ("Several papers, including the Tarn Register, declared Mr. Lang the loser.", "Mr. Lang the loser"),
    ("Weiss announced he would hold talks and Lang admitted it was news to him.", "he would hold talks"),
    ("Clara Weiss said the port would close in May, a step that nobody had expected.", "the port would close in May"),
    ("Clara Weiss said she would stay - a promise that she broke a week later.", "she would stay"),
    ("Weiss insists the port is safe, even as the walls crack.", "the port is safe"),
    ("Clerks say they trust the council, compared with a half in May.", "they trust the council"),
    ("The clerk said he had written to Peter Lang, who lives in Tarn.", "he had written to Peter Lang"),
    ("Weiss praised the town and said it would be rebuilt.", "the town"),
    ("Port leaders denounce the closure; clerks, sailors mourn.", "the closure"),
    ("A woman asked for a photo and Peter Lang walked away.", "a photo"),
    ("The company declined to comment and the clerk left the hall.", "to comment"),
    ("Weiss hopes to close the port, leaving the town without work.", "to close the port"),
    ("Weiss hopes to close the port, which is the oldest of the coast.", "to close the port"),
    ("His claim that the port is old; his fear that it will fall.", "that the port is old"),
    ("Clerks are not convinced the port will matter this year.", "the port will matter this year"),
    ("Weiss told the Tarn Herald the port would stay open.", "the port would stay open"),
    ("Clara Weiss also trashed the ministry even though it had named a docker.", "the ministry"),
    ("Weiss noted that he was ill, and added: “I know a little about this.”", "that he was ill"),
    ("Weiss denied interfering and Peter Lang has said his party did nothing.", "interfering"),
    ("Weiss denied any role in the fire and Peter Lang said he saw nothing.", "any role in the fire"),
    (
        "The day after Weiss said that the port is old, the council and the Lang family closed it.",
        "that the port is old",
    ),
    ("The directors deny any wrongdoing and Weiss's allegations have been debunked.", "any wrongdoing"),
]
WHOLE = [
    ("Weiss said the port needs a wall, a crane and a gate.", "the port needs a wall, a crane and a gate"),
    (
        "Clerks say the steps include ending new docks, leaving coal in the ground and cutting traffic.",
        "cutting traffic",
    ),
    ("Weiss said it is needed not only for the docks, but also for the town.", "but also for the town"),
    ("The act requires that members be named by the mayor, the town clerk, the bank, and the union.", "and the union"),
    ("Weiss said Tuesday, “This is not news,” and that the board had written weeks ago.", "had written weeks ago"),
    ("She had been in Tarn for a week, sleeping in the car, he said, and might have left.", "and might have left"),
    ("New boats from Tarn, according to the clerk, bring six crates each to the port.", "bring six crates each"),
    (
        "Weiss, a lawyer for the docks and the union, said in a note that they “obeyed the law” and that nobody was paid.",
        "obeyed the law",
    ),
    (
        "Weiss said the port was calm when the man went in and began “shooting on his way out.”",
        "shooting on his way out",
    ),
    ("The plan would “hurt the docks and their people”, Clara Weiss said on Monday.", "hurt the docks"),
    ("Weiss said Peter Lang, who is ill, would not come.", "Peter Lang, who is ill, would not come"),
    ("Weiss said the port would close, which would cost forty jobs.", "would cost forty jobs"),
    ("Weiss hopes to close the port, which would cost forty jobs.", "which would cost forty jobs"),
    ("The dock was old, Weiss said, and had leaked for years.", "and had leaked for years"),
    ("Weiss denied stealing the boat and the nets that hung there.", "stealing the boat and the nets that hung there"),
    ("Weiss praised the courage and strength that the town had shown.", "courage and strength that the town had shown"),
]


@pytest.mark.parametrize(("text", "content"), CUT)
def test_a_content_ends_before_what_is_not_said(text: str, content: str) -> None:
    assert content in [line.split(" > ")[2] for line in contents(text)], contents(text)


@pytest.mark.parametrize(("text", "content"), WHOLE)
def test_what_only_looks_like_a_comment_stays(text: str, content: str) -> None:
    assert any(content in line.split(" > ")[2] for line in contents(text)), contents(text)


def test_capitals_hide_no_verb_of_a_headline() -> None:
    text = "Weiss Hid Past Losses From Public, Former Town Clerk Says"
    assert contents(text) == ["Former Town Clerk > Says > Weiss Hid Past Losses From Public"]


@pytest.mark.parametrize("dash", ["”― ", "” — "])
def test_a_name_behind_a_dash_signs_the_quotation(dash: str) -> None:
    text = f"“He is ignorant of our lives. He makes blanket statements.{dash}Clara Weiss, a teacher in Tarn"
    (found,) = contents(text)
    assert "He makes blanket statements" in found
    assert found.startswith("Clara Weiss, a teacher in Tarn")


def test_a_headline_of_two_reports_gives_each_its_own_content() -> None:
    text = "Union says operator ignored warnings about dust; company denies receiving them"
    assert words(text, one(text, "ignored", headline=True)) == "operator ignored warnings about dust"


def test_when_something_was_said_is_no_part_of_it() -> None:
    text = (
        "The minister on Tuesday denied having steered a contract to his cousin, hours after a newspaper reported it."
    )
    assert words(text, one(text, "steered")) == "having steered a contract to his cousin"


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
    ("text", "content"),
    [
        ("After Clara Weiss announced a plan to leave, the board praised her.", "a plan to leave"),
        ("Peter Lang, recalling his years at the port, described a hard life.", "his years at the port"),
        ("A third said the port was safe and one in ten said it was lost.", "the port was safe"),
        ("Weiss said on a visit to the port, where she was born, that it would stay.", "that it would stay"),
        ("Weiss wrote in a newspaper article that the port would stay.", "that the port would stay"),
        ("The board criticised him for leaving the port.", "him for leaving the port"),
        ("Weiss accused Lang, the owner of the port, of lying to her.", "Lang, the owner of the port, of lying to her"),
    ],
)
def test_a_content_begins_and_ends_with_its_own_clause(text: str, content: str) -> None:
    assert content in [line.split(" > ")[2] for line in contents(text)], contents(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The clerk said that the port was full, and that the ferry would wait.",
            "The clerk > said > that the port was full, and that the ferry would wait",
        ),
        (
            "The union says it wants more staff, including nurses.",
            "The union > says > it wants more staff, including nurses",
        ),
        (
            "The mayor criticised the decision to move the clinic during the winter.",
            "The mayor > criticised > the decision to move the clinic during the winter",
        ),
        (
            "If the owners say the port is full, the ferry leaves early.",
            "the owners > say > the port is full",
        ),
    ],
)
def test_what_the_parse_holds_together_stays_together(text: str, found: str) -> None:
    assert found in contents(text)


def test_a_dash_signs_nothing_where_words_stand_between() -> None:
    text = "“It is the finest bridge that I have ever seen” here – Clara Weiss"
    assert not any(statement.speaker for statement in read(text, doubtful=True))
