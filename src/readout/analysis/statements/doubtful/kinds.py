"""Reports of kinds that most readers would not call statements: deeds, plans, wishes, positions, topics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from readout.analysis.statements.nouns.neighbours import is_mere_thing
from readout.language.lexicon import lexicon

if TYPE_CHECKING:
    from readout.analysis.statements.contents.clauses import Found
    from readout.analysis.statements.reading import Reading

_AIMS = frozenset(
    ["plan", "look", "seek", "aim", "decide", "like", "aspire", "intend", "want", "wish", "prefer"]
)  #: `plans to open a school`: what someone means to do  # fmt: skip
_DECLINES = frozenset(["refuse", "decline"])
_WORDS = frozenset(
    ["comment", "say", "answer", "discuss", "name", "confirm", "elaborate", "identify", "disclose", "speak",
     "respond", "give", "provide", "address", "talk", "specify", "acknowledge", "admit", "rule", "speculate",
     "reveal", "endorse", "apologize", "apologise", "explain", "tell", "be", "release", "concede", "call", "reply",
     "testify", "describe"]
)  #: who declines to do these with words has answered  # fmt: skip
_LEANINGS = frozenset(
    ["want", "love", "like", "dislike", "notice", "contemplate", "consider", "remember", "forget", "envision",
     "care", "believe", "ignore", "admire", "relish", "champion", "renounce", "look", "balk", "favor", "favour",
     "prefer", "support", "back", "side", "worry", "hope", "fear", "liken"]
)  #: `supports the bill`: what someone is for, or has in mind  # fmt: skip
_TOPICS = frozenset(
    ["discuss", "talk", "speak", "explain", "detail", "outline", "mention", "touch", "dwell", "think", "ask",
     "write", "joke", "elaborate", "expand", "comment"]
)  #: `discussed the vote`: what they said of it stands elsewhere  # fmt: skip
_DEEDS = frozenset(
    ["offer", "post", "issue", "unveil", "share", "reply", "vote", "campaign", "introduce", "present", "expose",
     "utter", "retweet", "plead", "reveal", "release"]
)  #: `offered a reward`: done, or told of, rather than said  # fmt: skip
_ORDERS = frozenset(["order", "appeal", "command", "instruct"])
_OPPOSED = frozenset(["oppose", "challenge", "contradict"])
_KNOWN = frozenset(["know", "decide", "consider", "notice", "forget", "envision", "remember"])
_FOUND_OUT = frozenset(["learn", "discover", "determine", "prove"])
_DONE_TO = frozenset(
    ["share", "name", "hear", "list", "present", "issue", "post", "offer", "unveil", "know", "endorse"]
)  # fmt: skip
_SPOKEN_OF = frozenset(
    ["comment", "comments", "remark", "remarks", "statement", "statements", "account", "accounts", "message",
     "story", "stories", "report", "reports", "testimony", "announcement", "mention", "reference", "question",
     "questions", "views", "view", "position", "positions", "declaration"]
)  # fmt: skip
_IN_THE_AIR = frozenset(["idea", "notion", "suggestion", "impression", "sense", "view", "perception"])
_INCLINED = frozenset(
    ["support", "willingness", "reluctance", "unwillingness", "desire", "interest", "enthusiasm", "admiration",
     "respect", "preference", "sympathy", "contempt", "dislike", "hatred", "disdain"]
)  # fmt: skip
_MEANT = frozenset(["decision", "decisions", "plan", "plans", "intention", "offer", "offers"])
_SIGNS = frozenset(
    ["signal", "hint", "suggest", "prove", "underscore", "demonstrate", "imply", "illustrate", "highlight", "reveal",
     "hold", "declare", "conclude", "continue", "contradict", "learn"]
)  #: of a thing these tell what it means to the outlet  # fmt: skip
_SHOWING = frozenset(
    ["evidence", "video", "footage", "photo", "picture", "image", "sign", "map", "graph", "chart", "record", "audio",
     "recording", "tape", "caption", "headline", "banner", "slogan", "ad", "bill", "law", "rule", "contract", "deal",
     "clip", "voice", "post", "page", "site", "website", "list", "note", "text", "book", "label", "scene", "plaque",
     "opinion", "file", "slide", "paperwork", "finding", "imagery"]
)  #: what shows or holds words  # fmt: skip
_LONGEST_TOPIC = 7  #: words; longer ones say something of it
_FEW = 4  #: words of an object among which it is called a statement or a warning
_MODALS = frozenset(["might", "may", "could", "would", "can"])
_ANYONE = frozenset(["some", "many", "others", "one", "you", "critics", "people"])
_CLAUSES = frozenset(["that", "how", "why", "whether", "what", "if", "where", "when", "who"])


def is_said(reading: Reading, found: Found) -> bool:
    """Whether what a report holds is said, thought or written by someone, to most readers.

    No report of a kind that tells a deed ("voted for"), an aim ("plans to"), a leaning ("supports X", "is eager to"),
    a topic ("discussed X") or an impression of the outlet ("seems to") counts, unless it holds quoted words.
    """
    if not found.content or any(
        word.quote >= 0 for low, high in found.content for word in reading.words[low : high + 1]
    ):
        return True
    if _by_thing(reading, found) or _might_be_said(reading, found):
        return False
    match found.rule:
        case "seeming":
            return False
        case "infinitive after":
            return not _is_aim(reading, found)
        case "object after":
            return not _is_thing(reading, found)
        case "state":
            return _has_clause(reading, found)
        case "noun":
            return not _is_about(reading, found)
        case "clause after":
            return not _is_known(reading, found)
        case "passive":
            return found.hit.lemma not in _DONE_TO and not _is_seen(reading, found)
    return True


def _might_be_said(reading: Reading, found: Found) -> bool:
    """`which some might say is too much`: nobody has said it yet."""
    speaker, hit = found.speaker, found.hit
    if speaker is None or hit.kind != "verb" or reading.words[speaker.head].folded not in _ANYONE:
        return False
    return any(word.folded in _MODALS for word in reading.words[hit.low : hit.at])


def _by_thing(reading: Reading, found: Found) -> bool:
    """`the decision signals that it worked`: a thing that no paper or figure is says nothing."""
    if found.speaker is None or found.hit.lemma not in _SIGNS or not reading.parsed:
        return False
    word = reading.words[found.speaker.head]
    shown = word.folded in _SHOWING or word.folded.removesuffix("s") in _SHOWING
    return not shown and is_mere_thing(reading, found.speaker)


def _is_aim(reading: Reading, found: Found) -> bool:
    """`plans to open a school`, `declined to leave`, but not `declined to comment`."""
    lemma, words = found.hit.lemma, reading.words
    if lemma in _DECLINES:
        ahead = words[found.content[0][0] : found.content[0][0] + 4]
        return not any(word.lemma in _WORDS or word.folded in _WORDS for word in ahead)
    return lemma in _AIMS


def _is_thing(reading: Reading, found: Found) -> bool:
    """`supports the bill`, `discussed the vote`, `offered a reward`, `ordered the strike`, not `spoke out against`."""
    if found.speaker is None and found.hit.low == 0:
        return True  # "Talk about the new watch with others!"
    if found.hit.negated and found.act == "accuse":
        return True  # "did not call out the mayor by name"
    if not found.hit.negated and any(word.folded in _MODALS for word in reading.words[found.hit.low : found.hit.at]):
        return True  # "surely she would repudiate the plan"
    lemma, after = found.hit.lemma, reading.words[min(found.hit.at + 1, len(reading.words) - 1)].folded
    if after == "out" or found.act == "refuse":
        return False
    if found.act == "believe":
        return lemma in _LEANINGS
    if found.act in ("demand", "accuse", "deny"):
        return lemma in _ORDERS or lemma in _OPPOSED or (lemma == "attack" and not _says_why(reading, found))
    words = [word for low, high in found.content for word in reading.words[low : high + 1] if word.is_word]
    if lemma in _TOPICS:
        return len(words) <= _LONGEST_TOPIC
    told = any(word.folded in lexicon().nouns for word in words[:_FEW])  # "issued a warning that ..."
    return (lemma in _DEEDS and not told) or (lemma == "respond" and after == "with")


def _says_why(reading: Reading, found: Found) -> bool:
    """`attacked her over the vote`, not `attacked the market`."""
    words = [word.folded for low, high in found.content for word in reading.words[low : high + 1]]
    return not {"for", "over", "as"}.isdisjoint(words)


def _has_clause(reading: Reading, found: Found) -> bool:
    """`is confident that it will hold`, but not `is eager to leave`, `was wary of the plan`."""
    return reading.words[found.content[0][0]].folded in _CLAUSES


def _is_about(reading: Reading, found: Found) -> bool:
    """`his remarks on women`, `the idea that it could fail`, `their support for the bill`, `a decision to leave`."""
    noun, first = reading.words[found.hit.at].folded, reading.words[found.content[0][0]].folded
    if noun in _IN_THE_AIR:
        return found.speaker is None or first not in _CLAUSES
    return noun in _INCLINED or noun in _MEANT or (noun in _SPOKEN_OF and first not in _CLAUSES)


def _is_known(reading: Reading, found: Found) -> bool:
    """`voters know that it failed`, `we learned that it fell`: no words of theirs, or of the outlet's."""
    speaker, lemma = found.speaker, found.hit.lemma
    if lemma in _KNOWN:
        return True
    ours = speaker is None or reading.words[speaker.head].folded in ("we", "i")
    return lemma in _FOUND_OUT and ours


def _is_seen(reading: Reading, found: Found) -> bool:
    """`can be seen in the film`: with the eyes."""
    small = [word.folded for word in reading.words[found.hit.low : found.hit.at]]
    return found.hit.lemma in ("see", "hear", "find") and ("can" in small or "could" in small)
