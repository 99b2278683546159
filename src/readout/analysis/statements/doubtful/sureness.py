"""What speaks against a report being one that a reader would pass on as it stands: weighed signs, and a bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.statements.doubtful.signs import PEOPLE
from readout.analysis.statements.nouns.neighbours import is_mere_thing
from readout.analysis.statements.unlisted import NO_ONE
from readout.language.doubtful import doubtful_words
from readout.language.lexicon import lexicon
from readout.language.weighing import sureness

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readout.analysis.statements.drafts import Draft
    from readout.analysis.statements.hits import Found, Phrase
    from readout.analysis.statements.reading import Reading, Word

_PLAIN = frozenset(["reporting clause after", "quotation after", "according to", "transcript", "colon", "as X said"])
_SPOKEN = ("says", "shows", "of office", "thinks")
_WRITER = frozenset(["i", "me", "my", "we", "us", "our"])
_READER = frozenset(["you", "your"])
_TELLING = _WRITER | _READER | {"?"}
_SUPPOSING = frozenset(["if", "unless", "perhaps", "maybe"])
_QUESTIONS = frozenset(["whether", "how", "why", "what", "who", "where", "if", "which", "when"])
_SIZES = ((2, "1 or 2 words"), (5, "few words"), (9, "some words"), (19, "many words"), (34, "very many words"))
_LONG = 9  #: tokens of a phrase that names someone
_MOST = 0.01  #: share of a text's words that is as telling as any greater one


def sure_of(drafts: Sequence[Draft], readings: Sequence[Reading]) -> list[Draft]:
    """Those of an article's reports that are likely enough to be right, to a strict reader; what is not weighed is.

    A logistic regression over readable signs (sureness.toml), fitted to reports that were labelled by hand.
    """
    given = sureness()
    weigh = given.signs.get
    bar = given.bar - sum(weigh(sign, 0.0) * share for sign, share in tone_of(readings).items())
    return [
        draft for draft in drafts if not is_weighed(draft) or sum(weigh(sign, 0.0) for sign in signs_of(draft)) < bar
    ]


def is_weighed(draft: Draft) -> bool:
    """Whether a report is of a kind that may be none: not what stands beside its reporting clause, nor in marks."""
    return draft.found is not None and bool(draft.found.content) and draft.rule not in _PLAIN and draft.reading.parsed


def tone_of(readings: Sequence[Reading]) -> dict[str, float]:
    """How much a text speaks for itself outside quotations, as columns do (0 to 1): by its own words and questions."""
    count = writer = reader = asked = 0
    for reading in readings:
        outside = [word for word in reading.words if word.quote < 0] if reading.quoted else reading.words
        count += sum([word.is_word for word in outside])
        if not reading.forms.isdisjoint(_TELLING):
            writer += sum([word.folded in _WRITER for word in outside])
            reader += sum([word.folded in _READER for word in outside])
            asked += sum([word.folded == "?" for word in outside])
    full = _MOST * (count or 1)
    return {
        "the text's writer": min(writer / full, 1.0),
        "the text's reader": min(reader / full, 1.0),
        "the text's questions": min(asked / full, 1.0),
    }


def signs_of(draft: Draft) -> Iterator[str]:
    """The names of the signs that a report has; each may be a key of sureness.toml."""
    found, reading = draft.found, draft.reading
    if found is None or not found.content:
        return
    yield "always"
    yield f"rule {found.rule}"
    yield f"act {found.act}"
    if found.hit.kind == "verb":
        yield from _signs_of_verb(reading, found)
    else:
        yield f"cue is a {found.hit.kind}"
    yield from _signs_beside(reading, found)
    yield from _signs_of_speaker(draft, found)
    yield from _signs_of_content(reading, found)


def _signs_of_verb(reading: Reading, found: Found) -> Iterator[str]:
    hit, words = found.hit, reading.words
    at = words[hit.at]
    kinds = doubtful_words().kinds
    yield next((kind for kind in _SPOKEN if hit.lemma in kinds[kind]), "another verb")
    if at.pos != "VERB":
        yield "cue no verb by its tag"
    hangs = at.dep.split(":")[0]
    if hangs in ("advcl", "ccomp", "xcomp"):
        yield "cue in a clause of circumstance" if hangs == "advcl" else "cue governed"
    small = [word.folded for word in words[hit.low : hit.at]]
    before = words[hit.low - 1].folded if hit.low else ""
    if not kinds["ahead"].isdisjoint(small):
        yield "modal"
    if hit.negated:
        yield "negated"
    if before == "to" or "to" in small:
        yield "infinitive"
    elif not small and at.folded.endswith("ing"):
        yield "participle apart" if before in (",", "and", "") else "participle inside"
    elif reading.child(hit.at, "nsubj") is None and found.rule != "passive":
        yield "no subject of its own"


def _signs_beside(reading: Reading, found: Found) -> Iterator[str]:
    """What stands in its passage outside quotations: the outlet's own voice."""
    own = {word.folded for word in reading.words if word.quote < 0}
    if not _WRITER.isdisjoint(own):
        yield "the writer beside"
    if not _READER.isdisjoint(own):
        yield "the reader beside"
    if "?" in own:
        yield "a question beside"
    if not _SUPPOSING.isdisjoint(own) and any(word.folded in _SUPPOSING for word in reading.words[: found.hit.at]):
        yield "supposed"


def _signs_of_speaker(draft: Draft, found: Found) -> Iterator[str]:
    phrase, words = found.speaker, draft.reading.words
    if phrase is None:
        yield (
            "no one named" if found.rule in ("passive", "seeming", "noun", "claim") else "no one named, though governed"
        )
        return
    yield _sort_of(draft.reading, phrase)
    if draft.speaker is None:
        yield "speaker open"
    if draft.via:
        yield "passed on"
    if found.hit.kind == "verb" and words[phrase.head].head != found.hit.at:
        yield "speaker is not its subject"
    if phrase.high - phrase.low >= _LONG:
        yield "long phrase for the speaker"
    if words[phrase.low].pos in ("ADP", "CCONJ", "SCONJ", "VERB", "AUX", "ADV"):
        yield "phrase begins oddly"


def _sort_of(reading: Reading, phrase: Phrase) -> str:
    """What the words that name the speaker are."""
    word = reading.words[phrase.head]
    if word.folded in _WRITER:
        return "speaker is the writer"
    if word.folded in NO_ONE:
        return "speaker is it"
    if word.pos == "PRON" or word.folded in lexicon().pronouns:
        they = lexicon().pronouns.get(word.folded) == "they"
        return "speaker is they" if they else "speaker is a pronoun"
    if word.pos == "PROPN" or word.capital:
        return "speaker is named"
    bare = word.folded.removesuffix("s")
    kind = next((kind for kind in PEOPLE if {word.folded, bare} & lexicon().people[kind]), "")
    if kind:
        return f"speaker is a {kind}"
    return "speaker is a thing" if is_mere_thing(reading, phrase) else "speaker is another"


def _signs_of_content(reading: Reading, found: Found) -> Iterator[str]:
    words, low, high = reading.words, found.content[0][0], found.content[-1][1]
    yield f"opens with {_opening(words[low])}"
    inside = [word for first, last in found.content for word in words[first : last + 1]]
    count = sum(word.is_word for word in inside)
    yield next((size for most, size in _SIZES if count <= most), "a great many words")
    if all(word.quote < 0 for word in inside):
        yield "nothing quoted"
    if not any(word.pos in ("VERB", "AUX") for word in inside):
        yield "no verb inside"
    if low > found.hit.high + 1:
        yield "content stands apart"
    if found.rule == "clause after" and not any(
        kid > found.hit.high and words[kid].dep in ("ccomp", "xcomp") for kid in reading.kids[found.hit.at]
    ):
        yield "no clause by the parse"
    if high + 1 < len(words) and low > found.hit.high:
        yield _ending(words[high + 1])


def _opening(word: Word) -> str:
    if word.quote >= 0:
        return "a quotation"
    if word.folded in _QUESTIONS:
        return "a question"
    if word.folded in ("that", "to", "as"):
        return word.folded
    return {"PRON": "a pronoun", "ADP": "a preposition", "VERB": "a verb"}.get(word.pos, "a phrase")


def _ending(after: Word) -> str:
    if after.folded in (".", "!", "?", "”", '"'):
        return "to the end"
    return "to a mark" if not after.is_word else "to a conjunction" if after.pos == "CCONJ" else "to another word"
