"""Whom a party, an office or an age in place of a name points at: "the Eastland Republican", "the 40-year-old"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from readout.analysis.statements.naming.cast import fits_member
from readout.analysis.statements.naming.members import core_end
from readout.analysis.statements.naming.pronouns import Pronoun, person_of_pronoun
from readout.language.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.statements.drafts import Draft
    from readout.analysis.statements.hits import Phrase
    from readout.analysis.statements.naming.cast import Cast, Member
    from readout.analysis.statements.reading import Reading

_YEARS_OLD = re.compile(r"\b(\d{1,2})[-‐ ]year[-‐ ]old$")


def person_of_epithet(reading: Reading, phrase: Phrase, cast: Cast, earlier: Sequence[Draft]) -> str | None:
    """`Weiss spoke. The Eastland Republican said`, `The 40-year-old said`: who is told to be so, or was named last.

    No one whose age or state is another is meant, and by a party or an office no one of whom no role is told.
    """
    words = reading.words
    if words[phrase.low].folded != "the" or core_end(reading, phrase) < phrase.high:
        return None
    if phrase.high + 1 < len(words) and words[phrase.high + 1].folded in ("to", "who"):
        return None  # "the only Republican to call for it"
    aged = _YEARS_OLD.search(reading.text, *reading.characters(phrase.low, phrase.high))
    if aged is None and words[phrase.high].folded not in lexicon().people["epithet"]:
        return None
    age = aged[1] if aged else ""
    states = [word.folded for word in words[phrase.low + 1 : phrase.high] if word.capital]
    persons = [member for member in cast.members if member.is_person and not _is_other(member, age, states)]
    told = [m for m in persons if (age and m.age) or (states and all(fits_member(state, m) for state in states))]
    name = person_of_pronoun(Pronoun(reading, phrase.low, cast, earlier, "one", told or persons)).name
    meant = next((member for member in persons if member.name == name), None)
    return name if meant is not None and (age or meant.roles) else None


def _is_other(member: Member, age: str, states: Sequence[str]) -> bool:
    """Whether a member's age or state is known to be another than a phrase tells."""
    aged = bool(age and member.age and member.age != age)
    return aged or bool(states and member.state and not any(fits_member(state, member) for state in states))
