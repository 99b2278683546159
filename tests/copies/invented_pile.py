"""Invented articles for the tests of copies; all names, places and events are made up."""

from __future__ import annotations

import re

from readout.types import Article, Block, BlockKind, Cited

BRIDGE = (
    "HARLOW (AP) - Engineers closed the old Marrow bridge on Tuesday after a routine inspection found three cracked girders, "
    "the first full closure since it opened in 1931.",
    "The closure sent some 18,000 cars a day over the narrow crossing at Pell Street, where queues reached back two miles "
    "before the morning rush was over.",
    '"We would rather have angry drivers than a bridge in the river," said county surveyor Dana Whitlock, who ordered the '
    "closure shortly before dawn.",
    "County officials denied that the cracks had been known for months, as a dismissed inspector claimed last week in a "
    "letter to the council.",
    "Repairs are expected to take at least six weeks and to cost 2.4 million crowns, most of it from a fund that the council "
    "had set aside for a swimming bath.",
    "Ferries will run every twenty minutes from Wednesday, and the railway has promised two additional trains in each "
    "direction until the bridge is open again.",
    "Shopkeepers on the eastern bank said that they feared for the summer trade, which brings in nearly half of what they "
    "earn in a year.",
)
OWN = (
    "Outside the bakery on Quay Lane the queue was gone by nine, and so were most of the people who usually make it.",
    "Marta Ilves has sold rolls here for thirty years and has never seen the street so empty on a working day.",
    "She shut the shop at noon, wrote a note for the door, and walked along the water to look at the railings for herself.",
    "Nobody from the county was there to ask, and the one policeman on duty would only say that the road was closed.",
)
QUOTED = (
    '"Let me be plain about this: the people of this valley were promised a bridge that would last for a hundred years, and '
    'what they were given instead is a bill, a ferry and an apology that nobody has been willing to sign," {who} said.'
)


def article(identifier: str, *paragraphs: str, **given: str | None) -> Article:
    """An article whose paragraphs are body blocks; `outlet`, `published`, `url` and `headline` as given."""
    text = "\n\n".join(paragraphs)
    blocks = []
    for found in re.finditer(r"\S(?:.|\n(?!\n))*", text):
        words = found.group().rstrip()
        kind = BlockKind.NOTICE if words.startswith("Copyright") else BlockKind.BODY
        blocks.append(Block(start=found.start(), end=found.start() + len(words), kind=kind))
    if given.get("headline") and blocks:
        blocks[0] = Block(start=blocks[0].start, end=blocks[0].end, kind=BlockKind.HEADLINE)

    def cite(name: str) -> Cited[str] | None:
        value = given.get(name)
        return Cited(value=value, where="given") if value else None

    return Article(
        id=identifier,
        uri=identifier,
        text=text,
        blocks=tuple(blocks),
        language="en",
        url=given.get("url"),
        headline=cite("headline"),
        outlet=cite("outlet"),
        published=cite("published"),
    )
