"""Reports of listed words that stricter tests take for none, and that still tell what someone holds or says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.statements.unlisted import is_cut
from readout.analysis.statements.unsaid import tells_nothing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readout.analysis.statements.hits import Found
    from readout.analysis.statements.reading import Reading


def find_refused(reading: Reading, refused: Sequence[Found]) -> Iterator[Found]:
    """`voters who back the plan`, `if you think it fails`, `was told to reject it`: someone may hold or say it."""
    for found in refused:
        speaker = found.speaker
        if (speaker is None or not is_cut(reading, speaker)) and not tells_nothing(reading, found):
            yield found
