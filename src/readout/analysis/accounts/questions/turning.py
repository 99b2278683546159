"""Yes-or-no questions from parsed clauses: subject and auxiliary change places, "did" comes in where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from readout.analysis.accounts.questions.writing import in_words
from readout.analysis.accounts.setting.clauses import children_of, read_clauses, subtree, top_clauses
from readout.language.questioning import question_words, words_that
from readout.text.fold import fold
from readout.types import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.analysis.accounts.setting.clauses import Clause
    from readout.analysis.accounts.setting.scene import Line, Scene
    from readout.types import Token

_WORDS = 11  #: words of the predicate in a question for a value, if it can be cut
_GOES_ON = ("ADP", "NOUN", "PROPN", "DET", "ADJ", "VERB")  #: kinds of words before what is no whole subject
_HANGING = ("acl:relcl", "appos", "parataxis", "punct", "mark", "cc")
_LOOSE = ("conj", "parataxis", "discourse", "punct", "cc", "dep", "vocative", "list")
_ENOUGH = 9  #: words after which an adverbial clause is left out
_FEWEST = 4


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
    """A clause turned into a question; "" where that is not safe."""
    tokens, (low, high) = line.tokens, within
    children = children_of(tokens)
    subject, gone = _subject(tokens, children, clause, low), asked.gone
    start = subject[-1] + 1 if subject else clause.subject + 1
    if asked.told and not subject:
        subject, gone = _meant(tokens, children, clause), gone | {clause.subject}
    if not subject or subject[-1] >= clause.verb or asked.gone & set(subject):
        return ""
    before = next((tokens[n].pos for n in range(subject[0] - 1, -1, -1) if n not in asked.gone), "")
    if asked.told and before in _GOES_ON:
        return ""  # "a firm owned by the brother of Quill was given": not Quill
    enough = 0 if asked.told else _ENOUGH
    rest = _rest(tokens, children, clause, (start, high), gone, enough)
    if rest is None:
        return ""
    rest = _without_asides(tokens, rest)
    if _breaks_off(tokens, rest):
        return ""
    if asked.told:
        rest = _not_too_long(tokens, children, clause, rest)
    if asked.told and (tokens[rest[0]].pos == "CCONJ" or tokens[rest[0]].text == "to"):
        return ""  # the parse has lost a part of the subject, or the verb
    front, kept = _turn(tokens, clause, subject, rest)
    if asked.told and "since" not in asked.word and front in ("Have", "Has", "Had"):
        front, kept = _in_the_past(tokens, clause, subject, kept)
    if not front:
        return ""
    named = any(start <= tokens[subject[0]].start < end for start, end, _ in scene.mentions_in(line))
    return _write(line, f"{asked.word} {front.lower()}" if asked.word else front, subject, (kept, named))


def _without_asides(tokens: Sequence[Token], rest: list[int]) -> list[int]:
    """A predicate without an adverb that stands between commas: ", however,"."""
    gone: set[int] = set()
    for n in rest:
        if tokens[n].pos == "ADV" and n + 1 < len(tokens) and tokens[n - 1].text == tokens[n + 1].text == ",":
            gone |= {n - 1, n, n + 1}
    return [n for n in rest if n not in gone]


def _breaks_off(tokens: Sequence[Token], rest: Sequence[int]) -> bool:
    """Whether a predicate ends before what it announces: "between" with one noun, "that" without a verb."""
    for place, number in enumerate(rest):
        token, behind = tokens[number], [tokens[n] for n in rest[place + 1 :]]
        if fold(token.text) == "between" and not any(t.pos == "CCONJ" or _is_plural(t) for t in behind):
            return True
        if fold(token.text) == "that" and token.pos == "SCONJ" and not any(t.pos in ("VERB", "AUX") for t in behind):
            return True
    return False


def _subject(tokens: Sequence[Token], children: Sequence[Sequence[int]], clause: Clause, low: int) -> list[int]:
    """The tokens of the subject, in one run within the stretch; [] where it is a pronoun or not safe."""
    head = tokens[clause.subject]
    if speaks(head) or fold(head.text) in words_that("pointing") or head.dep == "csubj":
        return []
    aside = [n for n in children[clause.subject] if tokens[n].dep in _HANGING]
    numbers = subtree(children, clause.subject, aside)
    if numbers != list(range(numbers[0], numbers[-1] + 1)) or tokens[numbers[0]].start < low:
        return []
    if _points_first(tokens[numbers[0]]) or tokens[numbers[0]].pos == "ADV":
        return []
    if any(tokens[n].pos == "AUX" and tokens[n].dep in ("cop", "aux", "root") for n in numbers):
        return []  # "Dozens are among the ..." taken for a subject
    return numbers


def _meant(tokens: Sequence[Token], children: Sequence[Sequence[int]], clause: Clause) -> list[int]:
    """The tokens of the noun that a relative or personal pronoun stands for, in one run; [] where it is not safe.

    "Quill said that he would resign": the one who says so; of a relative clause what it is said of.
    """
    pronoun, above = fold(tokens[clause.subject].text), tokens[clause.verb].head
    if pronoun in words_that("relative") and tokens[clause.verb].dep == "acl:relcl":
        noun = above
    elif pronoun in words_that("personal") and tokens[clause.verb].dep == "ccomp":
        noun = next((c for c in children[above] if tokens[c].dep == "nsubj" and c < above), above)
    else:
        return []
    if tokens[noun].pos not in ("NOUN", "PROPN") or fold(tokens[noun].text) in words_that("any of them"):
        return []
    aside = [n for n in children[noun] if tokens[n].dep in (*_HANGING, "conj", "case")]
    numbers = subtree(children, noun, aside)
    near = pronoun in words_that("personal") or numbers[-1] + 2 >= clause.subject
    if not near or numbers != list(range(numbers[0], numbers[-1] + 1)):
        return []
    return [] if _points_first(tokens[numbers[0]]) else numbers


def _not_too_long(
    tokens: Sequence[Token], children: Sequence[Sequence[int]], clause: Clause, rest: list[int]
) -> list[int]:
    """A long predicate up to the last of the phrases that hang on its verb with which it is short enough."""
    if len(rest) <= _WORDS:
        return rest
    ends = [
        min(subtree(children, child))
        for child in children[clause.verb]
        if child > clause.verb and tokens[child].dep in ("obl", "advcl", "advmod", "obl:agent", "punct")
    ]
    last = max((end for end in ends if end in rest[: _WORDS + 1]), default=-1)
    return [n for n in rest if n < last] if last > clause.verb + 1 else rest


def _in_the_past(
    tokens: Sequence[Token], clause: Clause, subject: Sequence[int], kept: list[str]
) -> tuple[str, list[str]]:
    """What has happened as it is asked with a time: "did it sink", "was it sunk"; ("", []) where it is not safe."""
    verb = tokens[clause.verb]
    plural = any(tokens[n].dep == "conj" for n in subject) or _is_plural(tokens[clause.subject])
    if "been" in kept:
        kept = list(kept)
        kept.remove("been")
        return ("Were" if plural else "Was"), kept
    if verb.pos != "VERB" or verb.text not in kept or not verb.lemma:
        return "", []
    return "Did", [fold(verb.lemma) if word == verb.text else word for word in kept]


def predicate_after(line: Line, clause: Clause, last: int, lead: str) -> str:
    """The question who or what does something: `lead` and the predicate behind the token `last`; "" if not safe."""
    tokens = line.tokens
    rest = _rest(tokens, children_of(tokens), clause, (last + 1, line.end), enough=0)
    if rest is None or any(speaks(tokens[n]) for n in rest):
        return ""
    return in_words([lead, *(tokens[n].text for n in rest)])


def _rest(
    tokens: Sequence[Token],
    children: Sequence[Sequence[int]],
    clause: Clause,
    within: tuple[int, int],
    gone: frozenset[int] = frozenset(),
    enough: int = _ENOUGH,
) -> list[int] | None:
    """The tokens of the predicate after the subject, up to where something new begins, without those that are `gone`.

    None where it is not safe.
    """
    first, high = within
    aside = [n for n in children[clause.verb] if tokens[n].dep in _LOOSE and n > clause.verb]
    numbers = [n for n in subtree(children, clause.verb, aside) if n >= first and tokens[n].start < high]
    if not numbers or any(token.pos == "VERB" and token.dep == "acl:relcl" for token in tokens[first : clause.verb]):
        return None
    numbers = [n for n in _run(tokens, numbers, clause.verb) if n not in gone]
    for place, number in enumerate(numbers):
        pause = tokens[number].text in (",", ";", ":", "—", "–", "--") and place >= min(enough, _FEWEST)
        late = tokens[number].dep in ("advcl", "mark") and place >= _ENOUGH
        late = late or (not enough and tokens[number].dep == "mark" and fold(tokens[number].text) in words_that("new"))
        if number > clause.verb and (late or pause):
            numbers = numbers[:place]
            break
    if clause.verb not in numbers or not _ends_well(tokens, numbers, clause, (high, gone)):
        return None
    return numbers


def _ends_well(
    tokens: Sequence[Token], numbers: Sequence[int], clause: Clause, ends: tuple[int, frozenset[int]]
) -> bool:
    """Whether nothing that belongs to the predicate is left out: it ends where the words, or a clause, end."""
    high, gone = ends
    after = (n for n in range(numbers[-1] + 1, len(tokens)) if tokens[n].start < high and n not in gone)
    following = next(after, None)
    before = [tokens[n] for n in numbers if n < clause.verb and n not in clause.auxiliaries]
    if any(token.pos == "VERB" for token in before):
        return False
    held = [n for n in numbers if n > clause.verb]
    lemma = fold(tokens[clause.verb].lemma)
    if lemma in words_that("saying") and not any(tokens[n].dep in ("ccomp", "obj", "xcomp") for n in held):
        return False
    if lemma == "tell" and not any(tokens[n].pos in ("VERB", "AUX", "ADJ") for n in held):
        return False  # "told reporters" is nothing without what was told
    if fold(tokens[clause.verb].lemma) in ("have", "be") and any(tokens[n].pos == "VERB" for n in held):
        return False
    if following is None:
        return True
    token = tokens[following]
    if fold(token.text) == "that" or (fold(token.text) == "as" and lemma in words_that("taking")):
        return False  # "it hoped that ...", "described it as ..." is nothing without what was hoped
    return (
        token.pos in ("PUNCT", "CCONJ", "SCONJ")
        or token.dep in ("cc", "mark", "punct")
        or fold(token.text) in words_that("new")
    )


def _run(tokens: Sequence[Token], numbers: list[int], verb: int) -> list[int]:
    """The run of neighbours around the verb; quotation marks do not break it."""
    kept = [verb]
    present = set(numbers)
    for step in (1, -1):
        place = verb + step
        while 0 <= place < len(tokens) and (place in present or tokens[place].text in ('"', "“", "”", "''", "``")):
            kept.append(place)
            place += step
        while step == 1 and kept and kept[-1] not in present:
            kept.pop()
    return sorted(n for n in kept if n >= numbers[0])


def _turn(tokens: Sequence[Token], clause: Clause, subject: Sequence[int], rest: list[int]) -> tuple[str, list[str]]:
    """What goes to the front, and the words that follow the subject; ("", []) where the verb's form is not safe."""
    kept = [n for n in rest if n not in clause.negations or fold(tokens[n].text) in words_that("negative")]
    if any(fold(tokens[n].text) in words_that("negative") for n in kept) or any(speaks(tokens[n]) for n in rest):
        return "", []
    found = [tokens[n].text for n in kept]
    leading = [n for n in kept if n < clause.verb or n in clause.auxiliaries]
    auxiliary = next((n for n in leading if n in clause.auxiliaries), None)
    if auxiliary is not None:
        if any(tokens[n].pos not in ("ADV", "PART", "PUNCT") for n in kept if n < auxiliary):
            return "", []
        form = fold(tokens[auxiliary].text)
        form = question_words().whole.get(form, form)
        found.pop(kept.index(auxiliary))
        return (form.capitalize(), found) if form in words_that("auxiliaries") else ("", [])
    verb = tokens[clause.verb]
    if verb.pos != "VERB" or clause.passive or not verb.lemma or tokens[clause.verb - 1].text == ",":
        return "", []  # "Quill, charged with arson" has no verb
    form, lemma = fold(verb.text), fold(verb.lemma)
    following = fold(tokens[clause.verb + 1].text) if clause.verb + 1 < len(tokens) else ""
    participle = form != lemma and (
        form.endswith(question_words().participles) or (form.endswith("ed") and following == "by")
    )
    if participle or (form.endswith("ing") and form != lemma):
        return "", []
    if any(fold(tokens[n].text) in words_that("modals") for n in leading):
        return "", []  # "may have gone", where the parse has no auxiliary
    found[kept.index(clause.verb)] = lemma
    if form == lemma and form not in words_that("unchanged"):
        plural = any(tokens[n].dep == "conj" for n in subject) or _is_plural(tokens[clause.subject])
        return ("Do", found) if plural else ("", [])
    return ("Does" if form != lemma and form.endswith("s") and not form.endswith("ss") else "Did"), found


def _is_plural(token: Token) -> bool:
    return token.pos == "NOUN" and fold(token.text) != fold(token.lemma)


def _write(line: Line, front: str, subject: Sequence[int], after: tuple[Sequence[str], bool]) -> str:
    """The question as a reader sees it, or "" where it would be odd."""
    kept, named = after
    front = front[:1].upper() + front[1:]
    return in_words([front, _in_sentence(line, subject, named), *kept])


def written_subject(line: Line, subject: Sequence[int], scene: Scene) -> str:
    """The words of a subject as they stand within a sentence."""
    first = line.tokens[subject[0]].start
    return _in_sentence(line, subject, any(start <= first < end for start, end, _ in scene.mentions_in(line)))


def _in_sentence(line: Line, subject: Sequence[int], named: bool) -> str:
    """The words of a subject, with a small letter first unless it belongs to a name."""
    tokens = line.tokens
    shown = line.text[tokens[subject[0]].start - line.start : tokens[subject[-1]].end - line.start]
    opens = tokens[subject[0]].pos != "PROPN" or fold(shown.split()[0]) in words_that("openers")
    if not named and opens and not _is_name(tokens, subject[0]):
        return shown[:1].lower() + shown[1:]
    return shown


def _is_name(tokens: Sequence[Token], number: int) -> bool:
    """Whether a capital belongs to the word: an adjective before a name, or capitals inside."""
    text = tokens[number].text
    if fold(text) in words_that("openers"):
        return False
    return text[1:] != text[1:].lower() or (tokens[number].pos == "ADJ" and text[:1].isupper()) or text[:1].isdigit()


def is_one(token: Token) -> bool:
    """Whether a word names nothing by itself: "the one", "others"."""
    return fold(token.text) in words_that("no name")


def _points_first(token: Token) -> bool:
    """Whether a subject that opens with a word names nothing by itself."""
    return speaks(token) or fold(token.text) in words_that("pointing first", "negative")


def speaks(token: Token) -> bool:
    """Whether a word is the first or second person: "us", and not "US"."""
    return fold(token.text) in words_that("speakers") and token.text != "US"
