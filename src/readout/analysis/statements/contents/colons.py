"""Reports without any verb: `X: Y`, headlines such as `Y: X`, transcripts, and `"..." - X`."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from readout.analysis.statements.contents.titles import end_of_quotation
from readout.analysis.statements.hits import Found, Hit, Phrase
from readout.analysis.statements.nouns.noun_phrases import around
from readout.analysis.statements.reading import FINITE
from readout.language.lexicon import lexicon
from readout.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.statements.drafts import Draft
    from readout.analysis.statements.reading import Reading

_SPEAKER_WORDS = 8  #: words a speaker before a colon may have
_TITLE_WORDS = 30  #: tokens that a first paragraph may have to be a headline
_SHORT = 20  #: characters that say nothing after a colon in a headline, unless they are quoted
_TURNS = 2  #: times that a voice the article does not name must speak in a transcript
_SENTENCE = 5  #: words of a quotation that is a sentence of its own
_NOT_SPEAKERS = frozenset(
    ["updated", "video", "watch", "read", "note", "photo", "related", "more", "update", "q", "a", "claim", "fact",
     "verdict", "rating", "status", "origin", "example", "summary", "correction", "p.s", "p.s.", "ps", "file",
     "image", "picture", "credit", "caption", "photos", "images", "topics", "tags", "source", "sources", "latest",
     "breaking", "exclusive", "byline", "email", "wow", "clarification", "opinion", "analysis", "live"]
)  # fmt: skip
_PICTURED = frozenset(["photo", "photograph", "image", "picture", "photos", "caption"])
_DASHES = frozenset(["-", "--", "―"])
_MARKS = "\"'”’»"  #: with these a dash that touches them is one token
_SIGNATURE = 16  #: tokens that a dash, a name and what follows its comma may have


def find_colon(reading: Reading) -> Found | None:
    """The report of a passage that a colon or a dash marks; None if there is none."""
    found = (_before_colon(reading) or _after_colon(reading)) if ":" in reading.forms else None
    return _after_dash(reading) if found is None and reading.quoted else found


def _before_colon(reading: Reading) -> Found | None:
    """`Okafor: ...` in a headline or before a quotation, `WALLACE: ...` in a transcript."""
    words = reading.words
    at = next((place for place in range(1, min(len(words) - 1, 18)) if words[place].folded == ":"), None)
    if at is None or not names_someone(reading, 0, at - 1, words[at].quote):
        return None
    if any(word.folded in _PICTURED for word in words[:at]):
        return None
    low = next((place for place in range(at) if words[place].is_word), 0)
    spoken = reading.turn or (
        reading.first
        and low < at
        and all(_is_upper(reading, place) for place in range(low, at) if words[place].is_word)
    )
    quoted = words[at + 1].quote >= 0
    titled = reading.headline or (reading.block == 0 and len(words) <= _TITLE_WORDS)
    if not (titled or quoted or spoken) or (words[at].quote >= 0 and not spoken):
        return None
    if titled and not quoted and not spoken and words[-1].folded == "?":
        return None  # "Ann Weiss: Rebel or Reformer?": the outlet asks
    hit = Hit(at, at, at, "colon", ":")
    rule = "transcript" if spoken and not reading.headline and not quoted else "colon"
    act = "ask" if rule == "transcript" and words[-1].folded == "?" else "assert"
    return Found(hit, ((at + 1, len(words) - 1),), Phrase(low, at - 1, at - 1, "before a colon"), act, rule)


def _is_upper(reading: Reading, at: int) -> bool:
    written = reading.text[reading.words[at].start : reading.words[at].end]
    return len(written) > 1 and written.isupper()


def _after_colon(reading: Reading) -> Found | None:
    """`Talks were held: Paris` in a headline."""
    words = reading.words
    if not (reading.headline or reading.block == 0):
        return None
    last = max((place for place in range(len(words)) if words[place].folded == ":"), default=0)
    end = _last_word(reading)
    if not last or not 0 < end - last <= 3 or not names_someone(reading, last + 1, end):
        return None
    if any(word.folded in _PICTURED for word in words[max(0, last - 3) : last]):
        return None
    if reading.parsed and not any(word.pos in FINITE for word in words[:last]):
        return None
    hit = Hit(last, last, last, "colon", ":")
    return Found(hit, ((0, last - 1),), Phrase(last + 1, end, end, "after a colon"), "assert", "colon")


def _after_dash(reading: Reading) -> Found | None:
    """A quotation, a dash and a name, and nothing else."""
    words = reading.words
    end = _last_word(reading)
    behind = range(end, max(-1, end - _SIGNATURE), -1)
    dash = next((place for place in behind if words[place].folded.lstrip(_MARKS) in _DASHES), None)
    if dash is None or dash < 2 or words[dash - 1].quote < 0:
        return None
    if words[dash].quote >= 0 and words[dash].folded[0] not in _MARKS:  # else the mark and the dash are one token
        return None
    comma = next((place for place in range(dash + 1, end) if words[place].folded == ","), end + 1)
    name = [word for word in words[dash + 1 : comma] if word.is_word]
    if not name or not all(word.capital or len(word.folded) < 4 for word in name[:4]) or not name[0].capital:
        return None
    if any(word.pos in FINITE for word in words[dash + 1 : end + 1]):
        return None
    hit = Hit(dash, dash, dash, "colon", "-")
    return Found(hit, ((0, dash - 1),), Phrase(dash + 1, end, dash + 1, "after a dash"), "assert", "dash")


def said_before_colon(reading: Reading, hit: Hit) -> Found | None:
    """`Said pilot Ann Doe: “...”`: the verb, the name and a colon open the passage."""
    words = reading.words
    if hit.kind != "verb" or not hit.has("after") or any(word.is_word for word in words[: hit.low]):
        return None
    low = hit.high + 1
    colon = next(
        (at for at in range(low + 1, min(low + _TITLE_WORDS, len(words) - 1)) if words[at].folded == ":"), None
    )
    if colon is None or words[colon].quote >= 0 or words[colon + 1].quote < 0:
        return None
    named = words[low:colon]
    if not named[-1].capital or any(word.pos in FINITE or word.pos == "ADP" or word.quote >= 0 for word in named):
        return None
    speaker = Phrase(low, colon - 1, colon - 1, "after")
    return Found(hit, ((colon + 1, end_of_quotation(reading, colon + 1)),), speaker, "assert", "quotation after")


def without_labels(drafts: Sequence[Draft]) -> list[Draft]:
    """Without `BREAKING: ...`, `The Latest: ...`: what stands before such a colon is no one the article knows.

    In a transcript a voice that speaks twice is one: `MODERATOR: ...`.
    """
    speakers = lexicon().speakers
    turns = Counter(draft.speaker for draft in drafts if draft.rule == "transcript")
    kept = []
    for draft in drafts:
        titled = draft.rule == "colon" and (draft.reading.headline or draft.reading.block == 0)
        if (draft.rule == "transcript" or titled) and draft.description and turns[draft.speaker] < _TURNS:
            said = fold(draft.description).split()
            if titled and sum(end - start for start, end in draft.content) < _SHORT and not _is_marked(draft):
                continue  # "The port's latest ally: sailors"
            alone = titled and len(said) == 1  # a surname in a headline
            if not alone and speakers.isdisjoint(said):
                continue
        kept.append(draft)
    return kept


def _is_marked(draft: Draft) -> bool:
    """Whether the content stands in quotation marks."""
    start = draft.content[0][0]
    return any(word.quote >= 0 for word in draft.reading.words if word.start >= start)


def find_led_in(reading: Reading) -> Found | None:
    """`The board was blunt in its findings: "..."`: a colon before a quoted sentence, and who acts before it.

    Also `More from the report: "..."`, where the words before the colon only name who says it.
    """
    words = reading.words
    for at in range(1, len(words) - 1) if reading.quoted and ":" in reading.forms else ():
        if words[at].folded != ":" or words[at].quote >= 0 or words[at + 1].quote < 0:
            continue
        end = end_of_quotation(reading, at + 1)
        if sum(word.is_word for word in words[at + 1 : end + 1]) < _SENTENCE or not _is_sentence(reading, end):
            continue
        return _led_by_name(reading, at) or _led_by_verb(reading, at)
    return None


def _is_sentence(reading: Reading, end: int) -> bool:
    """Whether the quotation that ends at token `end` ends like a sentence."""
    return any(word.folded in (".", "!", "?", ",", "...", "…") for word in reading.words[end - 1 : end + 2])


def _led_by_name(reading: Reading, at: int) -> Found | None:
    words = reading.words
    low = at
    while low > 0 and at - low < 12 and words[low - 1].is_word and words[low - 1].quote < 0:
        low -= 1
    while low < at and words[low].folded in (
        "more",
        "from",
        "in",
        "as",
        "by",
        "and",
        "again",
        "via",
        "according",
        "to",
    ):
        low += 1
    if low == at or not names_someone(reading, low, at - 1):
        return None
    hit = Hit(at, at, at, "colon", ":")
    return Found(hit, ((at + 1, len(words) - 1),), Phrase(low, at - 1, at - 1, "before a colon"), "assert", "colon")


def _led_by_verb(reading: Reading, at: int) -> Found | None:
    """The subject of the main verb before the colon, if it is someone who can speak."""
    words = reading.words
    for verb in range(at - 1, max(-1, at - 40), -1):
        subject = reading.child(verb, "nsubj")
        if subject is None or subject > verb or words[verb].quote >= 0 or words[subject].quote >= 0:
            continue
        if words[subject].pos != "PROPN" and not _can_speak(words[subject].folded):
            return None
        phrase = around(reading, subject, verb, "subject")
        hit = Hit(verb, verb, verb, "verb", words[verb].lemma, act="assert")
        return None if phrase is None else Found(hit, ((at + 1, len(words) - 1),), phrase, "assert", "led in")
    return None


def _can_speak(folded: str) -> bool:
    return folded in ("he", "she", "they") or folded in lexicon().speakers


def _last_word(reading: Reading) -> int:
    end = len(reading.words) - 1
    while end > 0 and not reading.words[end].is_word:
        end -= 1
    return end


def names_someone(reading: Reading, low: int, high: int, quote: int = -1) -> bool:
    """Whether the tokens can be a speaker before a colon: a short name, or a word for people or a body.

    None of them may stand in another quotation than `quote`.
    """
    words = [word for word in reading.words[low : high + 1] if word.is_word]
    if not words or len(words) > _SPEAKER_WORDS or any(word.quote not in (-1, quote) for word in words):
        return False
    small = lexicon().leading | {"and"}
    if any(word.pos in FINITE for word in words) or words[0].folded in (small - {"the"}) | _NOT_SPEAKERS:
        return False
    if words[0].folded == "the" and words[-1].folded in _NOT_SPEAKERS:
        return False  # "The Latest: ..."
    if words[-1].folded in lexicon().speakers:
        return True
    return len(words) <= 4 and words[-1].capital and all(word.capital or word.folded in small for word in words)
