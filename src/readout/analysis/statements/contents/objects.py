"""Contents that are no clause: what is denied or urged, and of what someone is accused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.statements.contents.borders import ENDS, NOMINAL, grown, grown_object
from readout.analysis.statements.contents.forms import has_to
from readout.analysis.statements.reading import FINITE
from readout.language.lexicon import lexicon

if TYPE_CHECKING:
    from readout.analysis.statements.hits import Hit
    from readout.analysis.statements.reading import Reading, Word

_SHOWING = frozenset(
    ["show", "find", "put", "give", "indicate"]
)  #: `shows X with a lead`: what follows the object belongs to it


def infinitive_after(reading: Reading, hit: Hit) -> tuple[int, int] | None:
    """`urged X to leave`, `wants to leave`: the infinitive, with the one who is urged."""
    words = reading.words
    for kid in reading.kids[hit.at]:
        dep = words[kid].dep.split(":")[0]
        if kid > hit.high and dep in ("xcomp", "ccomp", "advcl") and has_to(reading, kid):
            low = reading.left[kid]
            addressed = next((at for at in reading.kids[hit.at] if hit.at < at < kid and _is_thing(words[at])), None)
            if addressed is not None and hit.lemma not in ("tell", "ask", "promise"):
                low = max(reading.left[addressed], hit.high + 1)
            return max(low, hit.high + 1), grown(reading, hit, reading.right[kid])
    at = hit.high + 1
    if at + 1 < len(words) and words[at].folded == "to" and words[at + 1].pos in ("VERB", "AUX"):
        return at, grown(reading, hit, at + 1)  # where the parse hangs it elsewhere
    return None


def _is_thing(word: Word) -> bool:
    """An object or what stands for one after "call on"."""
    return word.dep.split(":")[0] in ("obj", "iobj", "obl") and word.folded not in lexicon().function["times"]


def accused(reading: Reading, hit: Hit) -> tuple[int, int] | None:
    """`accused X of Y`: who, and of what; a pronoun is left to the cue."""
    words = reading.words
    if hit.lemma != "accuse":
        return None
    low = hit.high + 1
    aside = end_of_aside(reading, low)
    for place in range(low, min(low + 12, len(words) - 1)) if aside is None else (aside + 1,):
        if words[place].folded in ENDS:
            return None
        if words[place].folded == "of" and words[place + 1].is_word:
            first = place + 1 if words[low].pos == "PRON" and place == low + 1 else low
            return first, grown(reading, hit, max(place + 1, reading.right[place + 1]))
    return None


def end_of_aside(reading: Reading, low: int) -> int | None:
    """The comma that closes an aside after a name: `accused Okafor, who won the race, of`, `praised X, a Y, as`."""
    words = reading.words
    opening = next((at for at in range(low, min(low + 8, len(words))) if words[at].folded in ENDS), None)
    if opening is None or words[opening].folded != ",":
        return None
    for place in range(opening + 2, min(opening + 20, len(words) - 2)):
        if words[place].folded == "," and words[place + 1].folded in ("of", "as"):
            return place
        if words[place].folded in (".", ";", ":") or words[place].quote >= 0:
            return None
    return None


def _past_hearer(reading: Reading, hit: Hit, low: int, high: int) -> int:
    """`makes the case to donors that ...`: the content begins at "that"."""
    words = reading.words
    if hit.high == hit.at or low > high or words[low].folded != "to":
        return low
    for place in range(low + 2, min(low + 9, high)):
        if words[place].folded == "that":
            return place
        if words[place].pos in FINITE or words[place].folded in ENDS:
            break
    return low


def object_after(reading: Reading, hit: Hit) -> tuple[int, int] | None:
    """What is denied, criticised or announced: the object, or what follows the cue's particle."""
    if not reading.parsed:
        return None
    words = reading.words
    for kid in reading.kids[hit.at]:
        dep = words[kid].dep.split(":")[0]
        parted = hit.high + 1 < len(words) and words[hit.high + 1].folded == ","
        other = dep in ("obl", "advcl", "ccomp", "xcomp") and hit.high > hit.at and not parted
        if kid > hit.at and (dep == "obj" or other):
            low, high = max(reading.left[kid], hit.high + 1), reading.right[kid]
            low = _past_hearer(reading, hit, low, high)
            if words[kid].pos == "PRON" and low == kid and _is_accused_of_more(reading, hit, kid):
                return low, grown_object(reading, hit, low, high)
            if low <= high and words[kid].pos != "PRON" and words[kid].folded not in lexicon().function["times"]:
                if hit.lemma in _SHOWING:
                    return hit.high + 1, grown(reading, hit, high)
                return low, grown_object(reading, hit, low, high)
    at = hit.high + 1
    if _is_gerund(reading, at):
        return at, grown(reading, hit, at)
    if at >= len(words) or words[at].pos not in NOMINAL or words[at].folded in lexicon().function["times"]:
        return None
    return None if words[at].pos == "PRON" and words[at].dep != "nmod:poss" else (at, grown(reading, hit, at))


def _is_accused_of_more(reading: Reading, hit: Hit, at: int) -> bool:
    """`criticised him for leaving`: a pronoun alone says nothing, but why does."""
    words = reading.words
    after = words[at + 1].folded if at + 1 < len(words) else ""
    return after in ("for", "over") and words[at].folded != "you" and hit.act_in("about") == "accuse"


def _is_gerund(reading: Reading, at: int) -> bool:
    """`supports raising the wage`, `thought about leaving`: what is done, right after the cue."""
    words = reading.words
    if at + 1 >= len(words) or words[at].quote >= 0 or words[at].pos not in ("VERB", "AUX"):
        return False
    return words[at].folded.endswith("ing")
