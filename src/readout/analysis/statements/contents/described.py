"""What something is called: `called X "a liar"`, `described X as unfair`, `denounced as unfair X`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.statements.contents.borders import ENDS, FINITE, grown, is_occasion
from readout.analysis.statements.contents.forms import has_to
from readout.analysis.statements.contents.objects import end_of_aside

if TYPE_CHECKING:
    from readout.analysis.statements.hits import Hit
    from readout.analysis.statements.reading import Reading

_NOUN = frozenset(["NOUN", "PROPN", "ADJ", "PART", "DET"])
_CALLING = frozenset(["call", "label", "brand", "dub", "term", "deem", "declare", "name"])


def described(reading: Reading, hit: Hit) -> tuple[int, int] | None:
    """`called X a liar`, `described X as unfair`, `denounced as unfair X`: the thing and what it is called."""
    words = reading.words
    low = hit.high + 1
    if low >= len(words):
        return None
    linked = _link_as(reading, low)
    thing = reading.child(hit.at, "obj")
    name = next((kid for kid in reading.kids[hit.at] if kid != thing and _names_it(reading, hit, kid)), None)
    person = reading.child(hit.at, "iobj")
    if hit.lemma in _CALLING and person is not None:
        thing, name = person, name or thing  # "called him a liar"
    if thing is not None and name is not None and name > thing:
        low = max(low, min(reading.left[thing], reading.left[name]))
        return low, _after_name(reading, hit, low, max(reading.right[thing], reading.right[name]))
    if linked is not None and linked + 1 < len(words):
        low = low + 1 if linked == low else low
        return low, _after_name(reading, hit, low, max(linked + 1, reading.right[linked + 1]))
    quoted = [place for place in range(low, min(low + 12, len(words))) if words[place].quote >= 0]
    if not quoted:
        return _what_is_called(reading, hit)
    if quoted and hit.lemma in _CALLING and _is_description(reading, low, quoted[0]):
        return low, _after_name(reading, hit, low, quoted[0])
    return None


def _what_is_called(reading: Reading, hit: Hit) -> tuple[int, int] | None:
    """`what she called unfair rules`: what stands after the verb is the name, and "what" the thing."""
    words = reading.words
    if hit.lemma not in _CALLING or not any(word.folded == "what" for word in words[max(0, hit.low - 8) : hit.low]):
        return None
    after = next((kid for kid in reading.kids[hit.at] if kid > hit.high and words[kid].dep in ("obj", "xcomp")), None)
    return None if after is None else (hit.high + 1, max(after, reading.right[after]))


def _is_description(reading: Reading, low: int, high: int) -> bool:
    """Whether words can be the thing that is called something; taggers take many nouns there for verbs."""
    words = reading.words
    between = words[low:high]
    commas = sum(word.folded == "," for word in between)
    parting = any(
        word.pos in ("AUX", "SCONJ")
        or word.folded in (":", ";")
        or (word.folded == "to" and words[word.head].dep != "acl")  # "called the plan to hold more votes ..."
        for word in between[1:]
    )
    return not parting and commas % 2 == 0


def _link_as(reading: Reading, low: int) -> int | None:
    """The "as" that links a thing to its description, before any other verb or border, or right after an aside."""
    aside = end_of_aside(reading, low)
    if aside is not None and reading.words[aside + 1].folded == "as":
        return aside + 1
    for place in range(low, min(low + 14, len(reading.words))):
        word = reading.words[place]
        if word.folded == "as":
            return place
        if word.folded in ENDS or (word.pos in FINITE and place > low):
            return None
    return None


def _after_name(reading: Reading, hit: Hit, low: int, high: int) -> int:
    """Where a description ends: after its last quotation and the noun there if a mark or an occasion follows."""
    words = reading.words
    end = grown(reading, hit, high)
    last = max((place for place in range(low, end + 1) if words[place].quote >= 0), default=None)
    if last is None or last == end:
        return end
    noun = last
    while noun < end and words[noun + 1].pos in _NOUN and not is_occasion(reading, noun + 1):
        noun += 1
    if words[last + 1].folded in ENDS or words[last - 1].folded in (",", "."):
        return max(last, high if words[high].quote >= 0 else last)
    return noun if noun < end and is_occasion(reading, noun + 1) else end


def _names_it(reading: Reading, hit: Hit, kid: int) -> bool:
    """Whether a dependant says what the thing is called: `a liar`, `as unfair`."""
    dep = reading.words[kid].dep.split(":")[0]
    if kid <= hit.high:
        return False
    if dep == "xcomp":
        return not has_to(reading, kid)
    if (
        hit.lemma in _CALLING
        and dep in ("obl", "appos", "obj", "nmod")
        and reading.words[_first_word(reading, kid)].pos in ("DET", "ADJ")
    ):
        return True
    return dep in ("obl", "advcl") and reading.words[reading.left[kid]].folded == "as"


def _first_word(reading: Reading, kid: int) -> int:
    """The first word below `kid`, past an opening quotation mark."""
    low = reading.left[kid]
    return low + 1 if low < kid and not reading.words[low].is_word else low
