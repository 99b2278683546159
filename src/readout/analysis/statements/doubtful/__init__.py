"""The second tier: reports told by deeds of words, by states and by nouns, which half of all readers call reports."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from readout.analysis.statements.doubtful.free import find_free
from readout.analysis.statements.doubtful.impressions import find_impressions
from readout.analysis.statements.doubtful.nouns import find_nouns
from readout.analysis.statements.doubtful.quoted import find_quoted
from readout.analysis.statements.doubtful.refused import find_refused
from readout.analysis.statements.doubtful.room import Room
from readout.analysis.statements.doubtful.stances import find_stances
from readout.analysis.statements.doubtful.verbs import find_verbs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from readout.analysis.statements.drafts import Draft
    from readout.analysis.statements.hits import Found
    from readout.analysis.statements.reading import Reading


def find_doubtful(
    readings: Sequence[Reading], drafts: Sequence[Draft], refused: Mapping[int, Sequence[Found]]
) -> Iterator[tuple[int, Found]]:
    """Reports that share no word of cue or content with the `drafts` found before, with the number of their passage.

    What Leech and Short call the narrative report of speech and thought acts, and what stands near it: `voters who
    back the plan`, `outrage about the cuts`, `detests the idea`. None of them holds another. Needs a parse.
    """
    spans = sorted(span for draft in drafts for span in (*draft.content, *draft.cue))
    for number, reading in enumerate(readings):
        if not reading.parsed or not reading.words or reading.turn:
            continue
        room = Room(reading, spans)
        found_here = (
            find_stances(room),
            find_impressions(room),
            find_verbs(room),
            find_nouns(room),
            find_quoted(room),
            find_free(room),
        )
        for found in chain(find_refused(reading, refused.get(number, ())), *found_here):
            if room.holds(found):
                room.take(found)
                yield number, found
