"""Short questions from parsed clauses: subject and auxiliary change places, "did" comes in where there is none."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from readout.analysis.accounts.questions.picking import Picker, speaks
from readout.analysis.accounts.questions.writing import in_words
from readout.analysis.accounts.setting.clauses import children_of, read_clauses, subtree, top_clauses
from readout.language.denials import calendar_words
from readout.language.kin import is_verb
from readout.language.lexicon import irregular_bases
from readout.language.questioning import gerund_of, question_words, words_that
from readout.language.terms import is_title
from readout.text.fold import fold
from readout.types import BlockKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from readout.analysis.accounts.setting.clauses import Clause
    from readout.analysis.accounts.setting.scene import Line, Scene
    from readout.types import Token

_SUBJECT = 8  #: words of a subject, beside those that it cannot do without
_DEED = 7  #: the same of a deed that is a topic
_PREDICATE = (10, 4)  #: the same of a predicate, the fuller first
_SAID = ("ccomp", "obj", "xcomp")
_BREAKS = (";", ":", "—", "–", "--")
_NOUNS = ("NOUN", "PROPN", "NUM")
_GOING_ON = ("acl", "obl", "xcomp", "ccomp", "advcl")  #: what goes on behind the last word of a predicate
_LEADING = ("case", "mark", "cc", "det")  #: what leads to a word that must follow


class Asked(NamedTuple):
    """The word that asks, "" for yes or no, the tokens of the clause that are the answer, and whether it is a value.

    Of a value it is known that it is told: "since when has it grown" keeps its tense, "when has it grown" does not,
    and "which sank on Monday" has the noun before it for subject.
    """

    word: str = ""
    gone: frozenset[int] = frozenset()
    told: bool = False


def invert(line: Line, low: int, high: int, scene: Scene) -> str:
    """The yes-or-no question that the main clause of `[low, high)` answers; "" where the parse does not show it safely.

    "Estmark agreed to talk about the border" gives "Did Estmark agree to talk about the border?". A negation is left
    out. Nothing is put in but a form of "do". "Why it was sold" gives "Why was ... sold?".
    """
    tokens = line.tokens
    if not tokens or line.kind is BlockKind.HEADLINE:  # "Man charged with murder" would ask whether he charged
        return ""
    first = next((fold(token.text) for token in tokens if token.start >= low), "")
    asking = first if first in words_that("asking") else ""
    clause = next((c for c in top_clauses(tokens, low, high) if c.subject >= 0), None)
    if clause is None:
        return ""
    if fold(tokens[clause.subject].text) == "it":  # "it is clear that ..."
        inner = (c for c in read_clauses(tokens) if tokens[c.verb].head == clause.verb and c.subject >= 0)
        clause = next((c for c in inner if tokens[c.verb].dep in ("ccomp", "csubj")), clause)
    return ask_clause(line, clause, (low, high), Asked(asking), scene)


def invert_reported(line: Line, low: int, high: int, scene: Scene) -> str:
    """The question whether what the main clause only reports is so: "It said it hoped that Quill had sold the mill"."""
    tokens = line.tokens
    top = next((c for c in top_clauses(tokens, low, high) if c.subject >= 0), None)
    if top is None or line.kind is BlockKind.HEADLINE:
        return ""
    below = set(subtree(children_of(tokens), top.verb))
    reported = [c for c in read_clauses(tokens) if c.verb in below and tokens[c.verb].dep == "ccomp"]
    told = [c for clause in reported if (c := _with_subject(tokens, clause)).subject >= 0]
    asked = (ask_clause(line, clause, (low, high), Asked(), scene) for clause in reversed(told))
    return next((question for question in asked if question), "")


def _with_subject(tokens: tuple[Token, ...], clause: Clause) -> Clause:
    """A finite clause with the noun before it as its subject, where the parse has taken that for the object of the verb
    above: "hoped the services had not been involved".
    """
    if clause.subject >= 0 or not clause.auxiliaries:
        return clause
    above = tokens[clause.verb].head
    objects = (n for n in children_of(tokens)[above] if tokens[n].dep == "obj" and above < n < min(clause.auxiliaries))
    return clause._replace(subject=next(objects, -1))


def ask_clause(line: Line, clause: Clause, within: tuple[int, int], asked: Asked, scene: Scene) -> str:
    """A clause turned into a question, as full as is plain; "" where that is not safe."""
    questions = (_ask_clause(line, clause, within, asked, scene, room) for room in _PREDICATE)
    return next((question for question in questions if question), "")


def _ask_clause(line: Line, clause: Clause, within: tuple[int, int], asked: Asked, scene: Scene, room: int) -> str:
    tokens, (low, high) = line.tokens, within
    pick = Picker(tokens, asked.gone, high)
    noun = _noun_of(pick, clause, told=asked.told)
    if noun < 0 or noun >= clause.verb or noun in asked.gone:
        return ""
    subject = _subject(pick, noun, clause)
    if not subject or tokens[subject[0]].start < low or not _names(tokens, subject):
        return ""
    rest = _predicate(pick, clause, clause.subject, room)
    if not _is_whole(pick, clause, rest):
        return ""
    front, words = _turn(tokens, clause, subject, rest)
    if asked.told and "since" not in asked.word and front in ("Have", "Has", "Had"):
        front, words = _in_the_past(tokens, clause, subject, words)
    if not front:
        return ""
    front = f"{asked.word} {front.lower()}" if asked.word else front
    return in_words([front[:1].upper() + front[1:], write(line, subject, scene), words])


def ask_of_subject(line: Line, clause: Clause, last: int, lead: str, scene: Scene) -> str:
    """The question who or what does something: `lead` and the predicate behind the token `last`; "" if not safe."""
    tokens = line.tokens
    pick = Picker(tokens, frozenset(), line.end)
    rest = _predicate(pick, clause, last, _PREDICATE[0])
    if rest[0] <= last or not _is_whole(pick, clause, rest):
        return ""
    return in_words([lead, write(line, rest, scene)])


def base_of(verb: Token) -> str:
    """The infinitive of a verb, also where the tagger has guessed it: "pivoted" is of "pivot"."""
    form, lemma = fold(verb.text), fold(verb.lemma)
    if form.endswith("ed") and lemma == form[:-1] and not is_verb(lemma) and is_verb(form[:-2]):
        return form[:-2]
    return irregular_bases().get(form, lemma)


def ask_deed(line: Line, clause: Clause, high: int, scene: Scene, gone: frozenset[int] = frozenset()) -> str:
    """What a clause tells without who did it, as a topic: "selling the old mill"; "" where that is not safe. What is
    `gone` is left out.
    """
    tokens = line.tokens
    pick, verb = Picker(tokens, gone, high), tokens[clause.verb]
    lemma = base_of(verb)
    if verb.pos != "VERB" or clause.passive or not lemma or lemma in words_that("auxiliaries", "saying", "no deed"):
        return ""
    rest = [n for n in _predicate(pick, clause, clause.verb, _DEED) if n >= clause.verb]
    if len(rest) == 1 or tokens[rest[1]].start - verb.end > 1 or not _is_whole(pick, clause, rest):
        return ""
    objects = [n for n in rest if tokens[n].dep == "obj" and tokens[n].head == clause.verb]
    if any(tokens[n].dep in ("obj", "xcomp") and n not in rest for n in pick.children[clause.verb] if n > clause.verb):
        return ""  # "calling the mill" is nothing without what it was called
    if any(tokens[n].pos not in _NOUNS for n in objects) or _is_of_noun(pick, clause):
        return ""
    if not objects and fold(tokens[rest[1]].text) == "by":
        return ""
    if not objects and any(fold(tokens[n].text) in calendar_words() for n in rest):
        return ""  # "crashing in July" tells less than what crashed
    if any(tokens[n].pos == "PRON" or fold(tokens[n].text) in words_that("pointing", "spoken of") for n in rest):
        return ""
    return write(line, rest, scene, {clause.verb: gerund_of(lemma)})


def _is_of_noun(pick: Picker, clause: Clause) -> bool:
    """Whether a verb describes a noun, which may be its object: "sold by the clerk", "the mill that Quill sold"."""
    verb = pick.tokens[clause.verb]
    if verb.dep == "acl:relcl":
        return clause.subject < 0 or fold(pick.tokens[clause.subject].text) not in words_that("relative")
    infinite = fold(verb.text).endswith("ing") or any(
        fold(pick.tokens[n].text) == "to" for n in pick.children[clause.verb]
    )
    return verb.dep in ("case", "amod", "compound") or (
        verb.dep in ("acl", "advcl") and clause.subject < 0 and not infinite
    )


def _subject(pick: Picker, noun: int, clause: Clause) -> list[int]:
    """The words of a subject, in one run; a title beside a name may be a subject of its own: "the clerk Ada Quill"."""
    heads = _heads(pick, clause)
    heads = heads if noun in heads else [noun]
    apart = [n for head in heads for n in pick.children[head] if pick.tokens[n].dep in ("case", "mark", "cc", "cop")]
    found = sorted({n for head in heads for n in pick.phrase(head, _SUBJECT, [*apart, clause.verb])})
    joined = (n for n in pick.children[noun] if pick.tokens[n].dep == "conj" and noun < n < clause.verb)
    if any(n not in found and pick.tokens[n].pos in _NOUNS for n in joined):
        return []  # "the clerk, with a bag, and Quill" are two
    return found if len(heads) == 1 or found == list(range(found[0], found[-1] + 1)) else []


def _predicate(pick: Picker, clause: Clause, last: int, room: int) -> list[int]:
    """The words of a predicate, with its auxiliaries and without negations, behind the token `last`."""
    aside = {*clause.negations, *_heads(pick, clause), *(n for n in pick.children[clause.verb] if n <= last)}
    return sorted({*pick.phrase(clause.verb, room, aside), *clause.auxiliaries})


def _noun_of(pick: Picker, clause: Clause, *, told: bool) -> int:
    """The noun that a clause is said of, also where a relative pronoun stands for it, or "he" for the one who speaks
    ("Quill said that he would resign"); -1 where there is none.
    """
    tokens, above = pick.tokens, pick.tokens[clause.verb].head
    pronoun = fold(tokens[clause.subject].text)
    noun = next((n for n in _heads(pick, clause) if _is_noun(tokens[n])), -1)
    if noun < 0 and pronoun in words_that("relative") and tokens[clause.verb].dep == "acl:relcl":
        noun = above
    elif noun < 0 and told and pronoun in words_that("personal") and tokens[clause.verb].dep == "ccomp":
        noun = next((c for c in pick.children[above] if tokens[c].dep == "nsubj" and c < above), above)
    return noun if noun >= 0 and _is_noun(tokens[noun]) and not is_one(tokens[noun]) else -1


def _heads(pick: Picker, clause: Clause) -> list[int]:
    """The words that the parse takes for the subject of a clause: more than one, where it takes a name for two."""
    subjects = ("nsubj", "nsubj:pass")
    own = [n for n in pick.children[clause.verb] if n < clause.verb and pick.tokens[n].dep in subjects]
    return own if clause.subject in own else [clause.subject]


def _is_noun(token: Token) -> bool:
    return token.pos in _NOUNS or (token.pos == "ADJ" and token.text[:1].isupper())


def _names(tokens: Sequence[Token], subject: Sequence[int]) -> bool:
    """Whether a subject names something, and is none that the parse has broken."""
    first = tokens[subject[0]]
    if any(speaks(tokens[n]) or tokens[n].pos in ("AUX", "PRON") for n in subject[:1]) or first.pos == "ADV":
        return False
    if first.pos in ("ADP", "CCONJ", "SCONJ") and fold(first.text) not in words_that("about amounts") | {"at"}:
        return False
    if first.pos != "DET" and fold(first.text) in words_that("pointing first"):
        return False
    if fold(first.text) in words_that("negative"):
        return False
    return not any(tokens[n].pos == "AUX" and tokens[n].dep in ("cop", "aux", "root") for n in subject)


def _is_whole(pick: Picker, clause: Clause, rest: Sequence[int]) -> bool:
    """Whether nothing that belongs to a predicate is left out, and nothing in it points outside."""
    tokens, held = pick.tokens, [n for n in rest if n > clause.verb]
    if clause.verb not in rest or not tokens_of(pick, clause).issuperset(range(rest[0], rest[-1])):
        return False
    if any(speaks(tokens[n]) or fold(tokens[n].text) in words_that("negative") for n in rest):
        return False
    if any(fold(tokens[n].text) in words_that("spoken of") and tokens[n].head == clause.verb for n in held):
        return False
    if any(tokens[n].text in _BREAKS for n in range(rest[0], rest[-1])):
        return False
    if sum(tokens[n].dep == "ccomp" for n in held) > 1:
        return False  # what one says that another says
    if not all(_stands(pick, n, held) for n in held):
        return False
    return _says_what(pick, clause, held) and _ends_well(pick, clause, rest)


def _stands(pick: Picker, place: int, held: Sequence[int]) -> bool:
    """Whether a word of a predicate has what it needs: a finite verb its subject, any verb one of its objects, the last
    word what it leads to.
    """
    tokens, token = pick.tokens, pick.tokens[place]
    if place == held[-1] and (token.dep in _LEADING or token.pos in ("DET", "CCONJ", "SCONJ")):
        return False
    verb = token.head if token.dep in ("aux", "aux:pass", "cop") else place
    finite = token.pos == "AUX" and fold(token.text) in words_that("auxiliaries")
    below = {tokens[n].dep for n in pick.children[place]}
    tells = token.dep == "ccomp" or (token.dep == "xcomp" and "obj" in below)
    bare = tells and "aux" not in below and fold(token.text).endswith("ed")
    if verb in held and (finite or bare) and tokens[verb].dep != "conj":
        subjects = ("nsubj", "nsubj:pass", "expl", "csubj")
        if not any(n in held and tokens[n].dep in subjects for n in pick.children[verb]):
            return False
    behind = [n for n in pick.children[place] if n > place]
    lost = [n for n in behind if n not in held and n not in pick.gone]
    if place == held[-1] and any(tokens[n].dep in _GOING_ON and _leads(pick, place, n) for n in lost):
        return False
    if token.pos != "VERB":
        return True
    if place == held[-1] and place + 1 < len(tokens) and tokens[place + 1].pos in (*_NOUNS, "DET", "ADJ", "PRON"):
        return False
    clauses = [n for n in lost if tokens[n].dep in ("advcl", *_SAID)]
    if any(n < later and later in held for n in clauses for later in behind):
        return False  # "would tell [why it was sold] to the clerk"
    needed = [n for n in behind if tokens[n].dep in _SAID]
    return not needed or any(n in held or n in pick.gone for n in needed)


def _leads(pick: Picker, place: int, other: int) -> bool:
    """Whether a verb goes on just behind itself, or a noun with an infinitive: "their wish to sell it"."""
    if pick.tokens[place].pos == "VERB":
        between = range(place + 1, min(subtree(pick.children, other)))
        return all(pick.tokens[n].pos == "PUNCT" and pick.tokens[n].text not in (*_BREAKS, ",") for n in between)
    owned = any(pick.tokens[n].pos == "PRON" for n in pick.children[place])
    return owned and fold(pick.tokens[place + 1].text) == "to" and pick.tokens[other].pos == "VERB"


def _says_what(pick: Picker, clause: Clause, held: Sequence[int]) -> bool:
    """Whether a verb has what it cannot do without."""
    tokens, lemma = pick.tokens, fold(pick.tokens[clause.verb].lemma)
    said = [n for n in held if tokens[n].dep in _SAID and tokens[n].head == clause.verb]
    if (lemma in words_that("saying") and not said) or (not held and _tells_what(pick, clause)):
        return False
    if lemma == "tell" and not any(tokens[n].pos in ("VERB", "AUX", "ADJ") for n in held):
        return False  # "told reporters" is nothing without what was told
    times = (
        n for n in held if fold(tokens[n].lemma) in words_that("lengths of time") and tokens[n].head == clause.verb
    )
    if any(set(held) <= set(subtree(pick.children, n)) and tokens[n].dep == "obj" for n in times):
        return False  # "the attacks a few weeks ago"
    if lemma in ("have", "be") and held and tokens[held[0]].pos == "VERB":
        return False
    needed = [n for n in pick.children[clause.verb] if n > clause.verb and tokens[n].dep in _SAID]
    return not needed or any(n in held or n in pick.gone for n in needed)


def _ends_well(pick: Picker, clause: Clause, rest: Sequence[int]) -> bool:
    """Whether a predicate is not one of two that share an auxiliary, and no word that may belong to it follows."""
    tokens, first = pick.tokens, pick.tokens[clause.verb].head
    auxiliaries = any(tokens[n].dep in ("aux", "aux:pass", "cop") for n in pick.children[first])
    if tokens[clause.verb].dep == "conj" and auxiliaries and not clause.auxiliaries:
        return False  # "was arrested and charged"
    last = next((n for n in range(rest[-1] + 1, len(tokens)) if n not in pick.gone), None)
    if last is None or last in tokens_of(pick, clause):
        return True
    return tokens[last].pos in ("PUNCT", "CCONJ", "SCONJ") or fold(tokens[last].text) in words_that("new")


def _tells_what(pick: Picker, clause: Clause) -> bool:
    """Whether a sentence goes on to tell what a verb says, but for what is asked: "refused on Friday to sell it"."""
    loose = ("punct", "conj", "cc")
    behind = [n for n in pick.children[clause.verb] if n > clause.verb and pick.tokens[n].dep not in loose]
    asked = any(n in pick.gone and pick.tokens[n].dep == "obj" for n in behind)
    return not asked and any(n not in pick.gone for n in behind)


def tokens_of(pick: Picker, clause: Clause) -> set[int]:
    """The tokens of a clause, with those that are the answer."""
    return set(subtree(pick.children, clause.verb)) | pick.gone


def _turn(tokens: Sequence[Token], clause: Clause, subject: Sequence[int], rest: list[int]) -> tuple[str, str]:
    """What goes to the front, and the words that follow the subject; ("", "") where the verb's form is not safe."""
    leading = [n for n in rest if n < clause.verb or n in clause.auxiliaries]
    auxiliary = next((n for n in leading if n in clause.auxiliaries), None)
    if auxiliary is not None:
        if (auxiliary < subject[0] and tokens[-1].text != "?") or any(
            tokens[n].pos not in ("ADV", "PART", "PUNCT") for n in rest if n < auxiliary
        ):
            return "", ""
        form = fold(tokens[auxiliary].text)
        form = question_words().whole.get(form, form)
        if form not in words_that("auxiliaries"):
            return "", ""
        return form.capitalize(), in_order(tokens, [n for n in rest if n != auxiliary])
    verb = tokens[clause.verb]
    if verb.pos != "VERB" or clause.passive or not verb.lemma or _is_described(tokens, clause):
        return "", ""  # "Quill, charged with arson" has no verb
    form, lemma = fold(verb.text), base_of(verb)
    following = fold(tokens[clause.verb + 1].text) if clause.verb + 1 < len(tokens) else ""
    agent = any(tokens[n].dep == "obl:agent" and tokens[n].head == clause.verb for n in rest)
    participle = form != lemma and (
        agent
        or form.endswith(question_words().participles)
        or (form.endswith("ed") and following == "by")
        or (form, following) == ("used", "to")
    )
    if participle or (form.endswith("ing") and form != lemma):
        return "", ""
    if any(fold(tokens[n].text) in words_that("modals") for n in leading):
        return "", ""  # "may have gone", where the parse has no auxiliary
    if tokens[rest[0]].pos in ("CCONJ", "PART"):
        return "", ""  # the parse has lost a part of the subject, or the verb
    words = in_order(tokens, rest, {clause.verb: lemma})
    if form == lemma and form not in words_that("unchanged"):
        plural = any(tokens[n].dep == "conj" for n in subject) or _is_plural(tokens, subject)
        return ("Do", words) if plural else ("", "")
    return ("Does" if form != lemma and form.endswith("s") and not form.endswith("ss") else "Did"), words


def _is_described(tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether one comma parts a subject from its verb."""
    between = [token.text for token in tokens[clause.subject : clause.verb]]
    return between[-1] == "," and between.count(",") == 1


def _in_the_past(tokens: Sequence[Token], clause: Clause, subject: Sequence[int], words: str) -> tuple[str, str]:
    """What has happened as it is asked with a time: "did it sink", "was it sunk"; ("", "") where it is not safe."""
    verb = tokens[clause.verb]
    if " been " in f" {words} ":
        return ("Were" if _is_plural(tokens, subject) else "Was"), f" {words} ".replace(" been ", " ", 1).strip()
    if verb.pos != "VERB" or not verb.lemma or verb.text not in words.split():
        return "", ""
    lemma = base_of(verb)
    return "Did", " ".join(lemma if word == verb.text else word for word in words.split())


def _is_plural(tokens: Sequence[Token], subject: Sequence[int]) -> bool:
    return any(
        tokens[n].dep == "conj" or (tokens[n].pos == "NOUN" and fold(tokens[n].text) != fold(tokens[n].lemma))
        for n in subject
        if tokens[n].head not in subject or tokens[n].dep == "conj"
    )


def in_order(tokens: Sequence[Token], numbers: Sequence[int], other: Mapping[int, str] = MappingProxyType({})) -> str:
    """Some words of a sentence as a reader writes them; `other` has those that are written otherwise. What points at
    something told before is named with "the": "this bill".
    """
    shown = ""
    for place, number in enumerate(numbers):
        word = other.get(number, tokens[number].text)
        if tokens[number].pos == "DET" and fold(word) in ("this", "that", "these", "those"):
            later = fold(tokens[number + 1].lemma) if number + 1 < len(tokens) else ""
            word = word if later in words_that("lengths of time", "no topic") else "the"
        apart = not place or numbers[place - 1] != number - 1 or tokens[number - 1].end != tokens[number].start
        shown += f" {word}" if apart else word
    return shown.strip()


def write(line: Line, numbers: Sequence[int], scene: Scene, other: Mapping[int, str] = MappingProxyType({})) -> str:
    """Some words of a sentence within a question: the first has a small letter, unless it belongs to a name."""
    shown, first = in_order(line.tokens, numbers, other), line.tokens[numbers[0]]
    if first.pos in ("DET", "NUM"):
        return shown[:1].lower() + shown[1:]
    opens = not any(map(str.isalnum, line.text[: first.start - line.start]))
    named = any(start <= first.start < end for start, end, _ in scene.mentions_in(line))
    second = line.tokens[numbers[:2][-1]]
    named = named or (second.pos == "PROPN" and any(is_title(fold(token.text)) for token in (first, second)))
    capitals = first.text[1:] != first.text[1:].lower()
    if not opens or named or capitals or not scene.is_written_small(first):
        return shown
    return shown[:1].lower() + shown[1:]


def is_one(token: Token) -> bool:
    """Whether a word names nothing by itself: "the one", "others"."""
    return fold(token.text) in words_that("no name")
