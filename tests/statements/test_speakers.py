"""Who is named for a statement, on invented sentences: pronouns, roles, bodies, and who passed it on."""

from __future__ import annotations

import pytest

from invented_articles import contents, one, read, words


def test_a_body_that_passes_on_what_someone_said() -> None:
    text = "Anna Kovacs told drivers that the bridge was safe, a city council statement said."
    inner = min(read(text), key=lambda statement: len(words(text, statement)))
    outer = max(read(text), key=lambda statement: len(words(text, statement)))
    assert outer.speaker == "city council"
    assert (inner.speaker, inner.via) == ("Anna Kovacs", ("city council",))


def test_a_body_is_named_with_those_whose_it_is() -> None:
    text = "The bridge workers’ union said nobody had been asked.\nIt accused the council of haste."
    assert {statement.speaker for statement in read(text)} == {"bridge workers’ union"}


def test_a_body_told_more_fully_below_is_meant_if_only_one_is() -> None:
    text = "The workers’ union said the bridge was safe.\nThe bridge workers’ union denied that it was closed."
    assert {statement.speaker for statement in read(text)} == {"bridge workers’ union"}
    text += "\nThe harbour workers’ union said nobody was hurt."
    assert one(text, "safe").speaker == "workers’ union"


def test_pronoun_points_at_the_last_speaker() -> None:
    text = "Anna Kovacs visited the bridge on Monday.\n“It is worse than we thought,” she said."
    assert one(text, "worse").speaker == "Anna Kovacs"


def test_pronoun_without_anyone_before_it_stays_open() -> None:
    text = "“It is worse than we thought,” he said."
    assert one(text, "worse").speaker is None


def test_role_points_at_who_has_it() -> None:
    text = "Mayor Anna Kovacs visited the bridge on Monday.\nThe mayor said the bridge was unsafe."
    assert one(text, "unsafe").speaker == "Anna Kovacs"


def test_who_is_only_told_of_the_mayor_is_not_the_mayor() -> None:
    text = (
        "One baker from Tarn, Carl Berg, told the paper he was behind the mayor all the way.\n"
        "The mayor said the bridge was unsafe."
    )
    assert one(text, "unsafe").speaker != "Carl Berg"


def test_who_is_married_to_the_mayor_s_sister_is_not_the_mayor() -> None:
    text = "Its owner, Carl Berg, is married to the mayor’s sister.\nThe mayor said the bridge was unsafe."
    assert one(text, "unsafe").speaker != "Carl Berg"


def test_a_former_aide_of_the_mayor_makes_no_former_mayor() -> None:
    text = "Mayor Anna Kovacs came.\nThe former Kovacs aide left.\nThe mayor said the bridge was unsafe."
    assert one(text, "unsafe").speaker == "Anna Kovacs"


def test_unnamed_speaker_keeps_the_description() -> None:
    text = "“Nothing of the sort was offered,” a source close to Kovacs told the paper."
    statement = one(text, "sort")
    assert statement.speaker == statement.description == "source close to Kovacs"
    assert statement.act == "deny"


def test_capital_speaks_for_its_country() -> None:
    assert one("Ottawa said the talks had been useful and frank.", "useful").speaker == "Canada"


def test_a_name_that_the_tagger_takes_for_a_verb_still_speaks() -> None:
    text = "“We offer a generous number of days — more than any other town,” Husted said in a statement."
    assert words(text, one(text, "generous"), "named") == "Husted"


def test_a_participle_names_who_is_meant() -> None:
    text = "The talks were a change of tack for Okafor, who has toughened his line, refusing to rule out a blockade."
    assert words(text, one(text, "blockade"), "named") == "Okafor"


def test_a_title_with_a_body_in_it_names_its_holder() -> None:
    text = "Former ambassador to the United Nations Clara Weiss, a candidate, told reporters she supports the calls."
    assert one(text, "supports the calls").speaker == "Clara Weiss"


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


def test_a_thing_is_named_to_the_end_of_what_it_is_of() -> None:
    text = "“It is bad,” Clara Weiss says, according to a tape of that talk published by the port."
    assert one(text, "It is bad").via == ("tape of that talk",)


def test_it_is_not_several_people() -> None:
    text = (
        "Harbour politicians have said they will leave. What of the talks? In a brief note, it said: “The talks go on.”"
    )
    found = read(text)
    assert [statement.speaker for statement in found] == ["Harbour politicians", None]


def test_it_is_the_body_that_the_sentence_before_is_about() -> None:
    text = "Estmark's coastguard stopped the ship and towed her to Brann. It says that she was fishing."
    assert one(text, "fishing").speaker == "Estmark's coastguard"


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
    assert found in contents(text, doubtful=True)
    assert one(text, found.split(" > ")[2], doubtful=True).speaker != "Clara Weiss"


def test_who_acts_after_an_opening_clause_speaks_next() -> None:
    text = (
        "Peter Lang took boxes to the hall. A friend, Bruno Keller, explained: “He had prepared it in secret.” "
        "As firemen rushed to the hall, Mr Lang went to look for him. He said he was unaware of it."
    )
    assert one(text, "unaware").speaker == "Peter Lang"


def test_a_bare_group_is_told_with_those_it_is_of() -> None:
    text = "A group of farmers from the delta claims to have stopped the dredger."
    assert read(text)[-1].speaker == "group of farmers from the delta"


BEFORE = "A spokesman for the port told reporters that the dredger had stopped. "


def test_the_spokesman_is_the_one_described_before() -> None:
    after = "The spokesman said that nobody was hurt."
    assert read(BEFORE + after)[-1].speaker == "spokesman for the port"
    other = "A spokesman for the union said that it was late. "
    assert read(BEFORE + other + after)[-1].speaker == "spokesman"


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("But in a letter to the board, a lawyer for Mrs. Kovacs said there was no need.", "lawyer for Mrs. Kovacs"),
        ("Anna Kovacs, the president, met Vice President Carl Berg. The president said she agreed.", "Anna Kovacs"),
        (
            "Interior Minister Carl Berg came. A senior police official said that nobody was hurt. "
            "“It is early,” the official said.",
            "senior police official",
        ),
        (
            "The dues had doubled, the Tarn Gazette reported. Republicans were there. The newspaper said that he left.",
            "Tarn Gazette",
        ),
        ("The FBI and Estmark police said that they left.", "FBI and Estmark police"),
        ("The 300 emails sent to Congress show that he knew of the dredger.", "300 emails sent to Congress"),
        ("Carl Berg came on Monday. A neighbour said that the car came fast. He said the driver ran.", "neighbour"),
        (
            "Anna Kovacs spoke on Monday. An aide said he was late. She said that the bridge would hold.",
            "Anna Kovacs",
        ),
        (
            "Carl Berg met the press. Ben Lindqvist's administration has long floated it. Last week, he said he would.",
            "Ben Lindqvist",
        ),
        (
            "In his notorious Carl Berg interview, Lindqvist said he fired Ann Doe. He didn't say when he would go.",
            "Lindqvist",
        ),
        ("The Committee to Protect Bridges said that two were closed.", "Committee to Protect Bridges"),
    ],
)
def test_whose_words_are_put_in_no_other_mouth(text: str, last: str) -> None:
    assert read(text)[-1].speaker == last


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Anna Kovacs said the bridge was unsafe. Berta Weiss, she added, would close it.", "Anna Kovacs"),
        (
            "Carl Berg said the bridge was unsafe. After Paul Lindt left the council, he noted, nobody looked at it.",
            "Carl Berg",
        ),
        ("One woman said the bridge was unsafe. Berta Weiss, she said, would close it.", "woman"),
    ],
)
def test_who_is_told_of_is_not_who_tells(text: str, last: str) -> None:
    assert read(text)[-1].speaker == last


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "Carl Berg said the bridge was unsafe. Paul Lindt runs the yard, where, he says, nobody works.",
            "Paul Lindt",
        ),
        ("Carl Berg is making a late run for mayor, he announced on Monday.", "Carl Berg"),
        ("Anna Kovacs said the bridge was unsafe. Paul Lindt is making a run for mayor, he announced.", "Paul Lindt"),
    ],
)
def test_who_is_told_of_tells_it_where_nobody_else_spoke(text: str, last: str) -> None:
    assert read(text)[-1].speaker == last


@pytest.mark.parametrize(
    "told",
    [
        "Anna Kovacs, president of the Harbour Board, came.",
        "Council majority leader Anna Kovacs came.",
    ],
)
def test_the_president_is_no_leader_of_another_kind(told: str) -> None:
    assert one(told + " The president said the bridge was unsafe.", "unsafe").speaker == "president"


def test_the_president_who_is_only_that_is_meant() -> None:
    text = "President Anna Kovacs met Carl Berg, president of the Harbour Board. The president said it was unsafe."
    assert one(text, "unsafe").speaker == "Anna Kovacs"


def test_a_thing_about_someone_is_not_that_person() -> None:
    assert read("The charges against Anna Kovacs allege that she took the money.")[-1].speaker != "Anna Kovacs"


def test_a_story_speaks_for_itself() -> None:
    text = "The council said the bridge was unsafe. The story says nobody was asked."
    assert one(text, "asked").speaker == "story"


def test_they_are_people_familiar_with_it() -> None:
    text = "Some clerks doubted the plan, according to people familiar with the bridge. They say it was never safe."
    assert one(text, "never").speaker == "people familiar with the bridge"


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Carl Berg left the bridge. His wife said it was unsafe.", "Carl Berg's wife"),
        ("Carl Berg left the bridge.\nHis wife said it was unsafe.", "His wife"),
        ("Even some clerks said the bridge was unsafe.", "some clerks"),
        ("Carl Berg and his wife Anna Berg said the bridge was unsafe.", "Carl Berg and Anna Berg"),
    ],
)
def test_a_relative_is_told_with_whose_it_is(text: str, last: str) -> None:
    assert read(text)[-1].speaker == last


def test_a_party_and_a_state_are_nobody() -> None:
    text = "It went on. (D-Ohio) said the bridge was unsafe."
    assert read(text)[-1].speaker is None


def test_a_lawyer_of_an_administration_is_not_the_one_it_is_called_after() -> None:
    text = "Former Weiss administration aides and Carl Berg met. “It was unsafe,” he said."
    assert read(text)[-1].speaker == "Carl Berg"


def test_who_is_written_to_is_not_who_writes() -> None:
    text = (
        "Carl Berg warned the board. The mayor, in a letter to Director Paul Lindt, was blunt. “It is late,” he wrote."
    )
    assert one(text, "late").speaker == "Carl Berg"


def test_that_behind_a_comma_is_nobody_named() -> None:
    text = "It was a ruling against the yard, owned by Carl Berg, that determined the bridge was unsafe."
    assert all(statement.speaker != "Carl Berg" for statement in read(text))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The board met Anna Kovacs, who said the bridge was unsafe.", ["Anna Kovacs", "who"]),
        ("There were fishermen who said the bridge was unsafe.", ["fishermen", "who"]),
        ("Anna Kovacs, who had seen it, said the bridge was unsafe.", ["Anna Kovacs"]),
    ],
)
def test_a_relative_pronoun_that_reports_belongs_to_the_words_that_name_who_speaks(text: str, named: list[str]) -> None:
    found = one(text, "unsafe")
    assert [text[span.start : span.end] for span in found.named] == named


SUBJECTS = [
    ("Jolly added that the fight over the port is “almost over” for now.", "Jolly"),
    ("A complaint, filed earlier this month, says that he was removed from his post.", "complaint"),
    ("The remarks prompted Trent to accuse Lang of haste and to say the port would not close.", "Trent"),
    (
        "Though Clint's use of a private email was discussed with some in her agency, senior department officials who "
        "worked for her, including the undersecretary responsible for security, said they were not asked to approve "
        "or review the use of her private server.",
        "senior department officials",
    ),
    ("The port was closed, according to two clerks close to him.", "two clerks close to him"),
    ("Most like it, with the head of the union, Ronna Weiss, insisting that dockers were paid.", "Ronna Weiss"),
    ("There is a warning for clerks like Kelly Ayott of Norland, who announced that she would go.", "Kelly Ayott"),
    ("Bob Goodlock was quoted by the Tarn Ledger as saying that the year is not over.", "Bob Goodlock"),
    ("Trent shot back on Monday, and said Bidder “would go down fast and hard, crying.”", "Trent"),
    (
        "Larry Kudlo, director of the National Harbour Council, called the fall a “plunge” and said, “It is over.”",
        "Larry Kudlo",
    ),
    ("The cuts, Blinker said: “have the potential to dilute our power, and that is all.”", "Blinker"),
    ("“We have been able to grow,” says Swarthmoor College Dean of Admissions Jim Bock.", "Jim Bock"),
    ("The ban has a price, in that experts said it would be a tool.", "experts"),
    ("“We must fix it,” said one clerk familiar with the port’s research that shows that it lags.", "port’s research"),
    ("Peter Lang, the aide said, is not interested in bridges, but is interested in docks.", "aide"),
    ("Most dockers are for it, in the Ledger/NBC/Annberg survey.", "Ledger/NBC/Annberg survey"),
    ("That is why he is mute, but also why his voters often say that he is wise.", "his voters"),
    ("Said Judge Ann Lewes after the trial, “I am glad that somebody did something about it.”", "Ann Lewes"),
    (
        "Congresswoman Tessa Gabor (Hawaii) and former Housing Secretary Julian Castor announced their plans to leave the race.",
        "Tessa Gabor and Julian Castor",
    ),
    ("Ashworth, who calls himself a “baker and a sailor,” told a Kelm fundraiser that he was committed.", "Ashworth"),
    ("Even after the coach John Weiss said the boat was old, Jansen sailed it.", "John Weiss"),
    ("The day after Mayor Willem Kant said that the bridge is old, the council closed it.", "Willem Kant"),
    ("A video of Peter Lang at a feast in Tarn showed him criticizing the clerks.", "video of Peter Lang"),
    ("More than 30 crates were lost since May, government records show.", "government records"),
    ("According to the Committee for a Better Harbour, the debt has grown.", "Committee for a Better Harbour"),
]


@pytest.mark.parametrize(("text", "speaker"), SUBJECTS)
def test_the_whole_speaker_and_nothing_else_is_named(text: str, speaker: str) -> None:
    found = [statement.speaker for statement in read(text) if statement.act != "believe"]
    assert any(name is not None and name.startswith(speaker) for name in found), found


def test_who_is_named_in_the_sentence_is_not_its_president() -> None:
    met = "Norland's leader, President Karl Orvan, met Anna Kovacs in Tarn on Monday."
    assert one(f"{met}\nThe president said that the talks had been long.", "long").speaker == "Karl Orvan"
    assert one(f"{met}\nThe president said that Orvan had been rude.", "rude").speaker != "Karl Orvan"
    assert one(f"{met}\nThe president said that the Orvan plan was old.", "plan").speaker == "Karl Orvan"


def test_a_day_asks_for_nothing() -> None:
    assert all(statement.speaker != "Tuesday" for statement in read("They came to block Tuesday’s requests for help."))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Weiss had spoken. The council stepped up its criticism of the toll.", "The council"),
        ("Weiss had spoken. The sailors stepped up his criticism of the toll.", "his"),
        ("Weiss had spoken. Okafor endured his criticism of the toll.", "his"),
    ],
)
def test_who_goes_on_with_his_own_is_the_owner(text: str, named: str) -> None:
    assert words(text, one(text, "the toll", doubtful=True), "named") == named


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("After saying that the toll was late, the clerk left the room.", "clerk"),
        ("Noting that the toll was late, Weiss left the room.", "Weiss"),
        ("After saying that the toll was late, there was laughter.", None),
        ("It is a pity that the boat sank, or that only two of the sailors believe that the toll is late.", "only two"),
    ],
)
def test_a_participle_or_a_clause_that_opens_the_sentence_has_its_own_subject(text: str, speaker: str | None) -> None:
    found = [statement.speaker for statement in read(text, doubtful=True) if "late" in words(text, statement)]
    assert all(name is None for name in found) if speaker is None else found[0].startswith(speaker)


def test_he_goes_on_however_far_above_his_name_stands() -> None:
    said = "\n".join(f"“{'We will not be moved by any of this. ' * 8}” he said." for _ in range(9))
    text = f"Karl Okafor opened the port on Monday.\n{said}\n“The port is late,” he said."
    assert one(text, "late").speaker == "Karl Okafor"


def test_the_rank_of_its_officials_is_not_the_name_of_a_body() -> None:
    text = "Senior administration officials came on Monday.\nThe administration said the port was late."
    assert one(text, "late").speaker == "administration"


@pytest.mark.parametrize(
    ("text", "part", "speaker"),
    [
        ("After saying she was too tired to row, Anna Kovacs ended up in the boat.", "too tired", "Anna Kovacs"),
        ("On Monday, while warning that the pier was unsafe, Anna Kovacs smiled.", "pier", "Anna Kovacs"),
        ("Noting that the policy has been to raise the toll, Kovacs reminded drivers.", "policy", "Kovacs"),
        ("Having announced that she would not sue, Anna Kovacs left the hall.", "not sue", "Anna Kovacs"),
        ("One month after announcing her support for Jan Berg, Anna Kovacs resigned.", "support", "Anna Kovacs"),
    ],
)
def test_a_participle_that_opens_the_sentence_is_the_main_clauses_speakers(text: str, part: str, speaker: str) -> None:
    assert one(text, part).speaker == speaker


def test_a_time_before_an_opening_participle_says_nothing() -> None:
    told = [
        statement for statement in read("One month after announcing the toll, it was dropped.") if statement.speaker
    ]
    assert not told


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Asked by Jan Berg whether the toll was late, Anna Kovacs smiled.", "Jan Berg"),
        ("“Absolutely,” Kovacs said when asked by a reporter from Tarn if the toll was late.", "reporter from Tarn"),
        ("Anna Kovacs, a clerk of the port, asked the former mayor if the toll was late.", "Anna Kovacs"),
        ("Asked by text message whether the toll was late, Anna Kovacs smiled.", None),
        ("Anna Kovacs, asked on Monday whether the toll was late, smiled.", None),
    ],
)
def test_a_question_is_of_who_stands_behind_by_or_of_who_asks_someone(text: str, speaker: str | None) -> None:
    assert [statement.speaker for statement in read(text) if "late" in words(text, statement)] == [speaker]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Weiss has freed up $26 million to mend it and on Monday announced $5 million was late.", "Weiss"),
        ("By contrast, Okafor keeps proposing to close it, saying: “I am telling you that it is late.”", "Okafor"),
        ("He did not, however, say specifically whether the boat was late.", "He"),
    ],
)
def test_who_stands_before_the_cue_or_acts_first_is_named_where_the_parse_names_nobody(text: str, named: str) -> None:
    assert words(text, one(text, "late"), "named") == named


def test_according_to_someone_and_a_colon() -> None:
    text = "According to Weiss: “The council has had a mixed record on bridges for years, but it is late now.”"
    assert one(text, "late").speaker == "Weiss"
    text = "There was a sailor who opened his trade by declaring that the boat was late."
    assert words(text, one(text, "late"), "named") == "a sailor … who"


def test_a_place_speaks_for_nobody() -> None:
    text = (
        "Inside the port, Berg on Tuesday dismissed the mayor as an ineffective leader, "
        "arguing that the toll was a poor one."
    )
    assert [statement.speaker for statement in read(text) if "poor" in words(text, statement)] == [None]
    assert one("Over 30 clerks said the toll was late.", "late").speaker == "Over 30 clerks"
