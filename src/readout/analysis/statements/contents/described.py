"""What something is called: `called X "a liar"`, `described X as unfair`, `denounced as unfair X`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.statements.contents.borders import ENDS, grown, is_occasion
from readout.analysis.statements.contents.forms import has_to
from readout.analysis.statements.contents.objects import end_of_aside
from readout.analysis.statements.contents.titles import end_of_quotation
from readout.analysis.statements.reading import FINITE

if TYPE_CHECKING:
    from readout.analysis.statements.hits import Hit
    from readout.analysis.statements.reading import Reading

_NOUN = frozenset(["NOUN", "PROPN", "ADJ", "PART", "DET"])
_APART = frozenset(["what", "which", "whom", "who", "that"])
_LEADING = frozenset(["DET", "ADJ", "NOUN", "ADP", "ADV", "PRON"])
_LONGEST_CALLER = 9  #: tokens from a relative word to the verb
_NEAR = 5  #: tokens after the verb among which the quoted name begins
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
    apart = _end_of_name_apart(reading, hit)
    if apart is not None:
        return low + (linked == low and None in (thing, name)), apart
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


def _end_of_name_apart(reading: Reading, hit: Hit) -> int | None:
    """`what she called a "farce" | was over`, `whom he described as "tired," | with Weiss`: the thing stands before.

    So the name ends with its quotation, or a noun right behind, where a comma or a verb comes next.
    """
    words = reading.words
    before = words[max(0, hit.low - _LONGEST_CALLER) : hit.low]
    opens = max((at for at, word in enumerate(before) if word.folded in _APART and word.quote < 0), default=None)
    if opens is None or any(word.pos in FINITE or word.folded in ENDS for word in before[opens:]):
        return None
    if opens + 1 == len(before):
        return None  # "those who call it “unfair” ...": who calls, not what is called
    ahead = range(hit.high + 1, min(hit.high + _NEAR, len(words)))
    end = next((at for at in ahead if words[at].quote >= 0), None)
    if end is None or any(word.pos not in _LEADING for word in words[hit.high + 1 : end]):
        return None
    high = end_of_quotation(reading, end)
    if high + 2 >= len(words) or words[high - 1].folded == ",":
        return high
    while words[high + 1].pos == "NOUN" and words[high + 1].folded.isalpha() and high + 3 < len(words):
        high += 1
    after = words[high + 2 if words[high + 1].folded in ("and", "but") else high + 1]
    leaves = after.quote < 0 and (after.folded == "," or (after.pos in FINITE and after.dep not in ("acl", "amod")))
    return high if leaves else None


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
    explained = next((at for at in range(low + 1, high) if words[at].folded == "that"), None)
    if explained is not None and words[explained - 1].pos == "NOUN" and words[explained].pos == "SCONJ":
        return commas == 0  # "called the idea that she would leave “a joke”"
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
