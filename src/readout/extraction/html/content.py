"""Which paragraphs of a page are its article: where running text is densest, less what there is no text of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from readout.extraction.furniture import name_furniture, opens_comments, opens_related
from readout.extraction.html.hints import Hint
from readout.extraction.shapes import is_sentence
from readout.text.fold import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readout.extraction.html.visible import Line, Visible

_WIDE: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
_UNREAD: Final = Hint.JUNK | Hint.COMMENTS | Hint.HIDDEN | Hint.CAPTION | Hint.SKIP
_DOUBTFUL: Final = Hint.JUNK | Hint.HIDDEN | Hint.CAPTION  #: what names are often wrong about
_HEADINGS: Final = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_FLAT: Final = frozenset(["p", "h1", "h2", "h3", "h4", "h5", "li", "td", "blockquote", "span", "dd", "dt"])
_MAJORITY: Final = 0.4
_NAMED: Final = 1.25  #: how much more a node is worth that is named as an article's body
_ANCHOR: Final = 60.0  #: what a line is worth more if the page's own description quotes it
_LOOKED_BACK: Final = 6  #: lines before a heading
_SOME: Final = 40.0  #: words of running text
_SHORTEST_SUMMARY: Final = 30  #: characters
_NOT_LETTERS: Final = re.compile(r"[\W_]+")


@dataclass(slots=True)
class Evidence:
    """What the page's head says that helps to find its text."""

    headlines: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    body: str = ""


@dataclass(slots=True)
class Weighed:
    """A page with the weight of its running text."""

    page: Visible
    weights: list[float]  #: by line
    mass: list[float]  #: by node, all that lies in it
    flags: list[int]  #: by node, its hints and those it lies in, as far as they are to be believed
    teasers: set[int] = field(default_factory=set)  #: lines that sum up other articles
    known: list[bool] = field(default_factory=list)  #: by line, whether the linked data quotes it
    headline: int = -1  #: the line that is the headline


def squeeze(text: str) -> str:
    """Letters and digits only, folded in case: what is left when two settings of one text are compared."""
    return _NOT_LETTERS.sub("", text).casefold()


def weigh(page: Visible, evidence: Evidence, *, believe: bool = True) -> Weighed:
    """How much running text each line and node holds; hints that would condemn most of the page are not believed.

    Where they leave nothing at all, none of them is (`believe` is then False).
    """
    weights = [_weight(line) for line in page.lines]
    headline = _find_headline(page, evidence.headlines)
    flags = _believe(page, weights, headline) if believe else [0] * len(page.nodes)
    weighed = Weighed(page, weights, [], flags, headline=headline)
    body = squeeze(evidence.body) if len(evidence.body) > 200 else ""
    weighed.known = [bool(body) and len(line.text) >= 25 and squeeze(line.text) in body for line in page.lines]
    anchors = _anchors(evidence.descriptions)
    weighed.teasers = teasers = _find_teasers(page, weights)
    for number, line in enumerate(page.lines):
        if number in teasers:
            weights[number] *= 0.2
        if flags[line.node] & _UNREAD:
            weights[number] = 0.0
        elif weighed.known[number]:
            weights[number] = max(weights[number], count_units(line.text)) * 1.5
        if weighed.headline >= 0 and number < weighed.headline - 5:
            weights[number] *= 0.2
        if weights[number] and anchors and _is_anchored(line.text, anchors):
            weights[number] += _ANCHOR
    weighed.mass = _sum_up(page, weights)
    if not believe or sum(weights) > 0:
        return weighed
    return weigh(page, evidence, believe=False)


def _believe(page: Visible, weights: Sequence[float], headline: int) -> list[int]:
    """The flags of each node: hints by names that would take most of the page's text away are left out."""
    mass = _sum_up(page, weights)
    total = mass[0] if mass else 0.0
    by_name: dict[str, float] = {}
    for number, node in enumerate(page.nodes):
        if node.hint & _DOUBTFUL:
            by_name[node.names] = by_name.get(node.names, 0.0) + mass[number]
    around = set(page.ancestors(page.lines[headline].node)) if headline >= 0 else set()
    flags: list[int] = []
    for number, node in enumerate(page.nodes):
        own = node.hint
        if own & Hint.COMMENTS and (number in around or mass[number] > 0.95 * total):
            own &= ~Hint.COMMENTS
        if node.tag in ("aside", "footer"):
            own &= ~_DOUBTFUL if number in around and mass[number] > _MAJORITY * total else -1
        elif own & _DOUBTFUL and (
            mass[number] > _MAJORITY * total
            or (by_name[node.names] > _MAJORITY * total and node.names and mass[number])
            or (own & Hint.BODY and own & Hint.JUNK and mass[number] > 0.15 * total)
        ):
            own &= ~_DOUBTFUL
        flags.append(own | (flags[node.parent] if node.parent >= 0 else 0))
    return flags


def _sum_up(page: Visible, weights: Sequence[float]) -> list[float]:
    mass = [0.0] * len(page.nodes)
    for line, weight in zip(page.lines, weights, strict=True):
        mass[line.node] += weight
    for node in range(len(page.nodes) - 1, 0, -1):
        mass[page.nodes[node].parent] += mass[node]
    return mass


def count_units(text: str) -> float:
    """Words, or half the characters in scripts without spaces."""
    wide = len(_WIDE.findall(text)) if not text.isascii() else 0
    return text.count(" ") + 1 if wide * 3 < len(text) else len(text) / 2


def _weight(line: Line) -> float:
    units = count_units(line.text)
    if line.linked > 0.5 * len(line.text):
        return 0.0
    if units >= 20 or (units >= 6 and (is_sentence(line.text) or line.text[-1:] in "。！？」")):
        return units * (1 - line.linked / len(line.text))
    return 0.0


def _find_teasers(page: Visible, weights: Sequence[float]) -> set[int]:
    """Lines that stand right under a linked title in a small box of their own: the summaries of other articles."""
    texts = [0] * len(page.nodes)  #: weighed lines in the node
    for line, weight in zip(page.lines, weights, strict=True):
        texts[line.node] += weight > 0
    for node in range(len(page.nodes) - 1, 0, -1):
        texts[page.nodes[node].parent] += texts[node]
    found = set()
    for number, line in enumerate(page.lines):
        if not 0 < weights[number] <= 90:
            continue
        titles = {
            before.node
            for before in page.lines[max(0, number - 3) : number]
            if before.linked > 0.6 * len(before.text) and before.text.count(" ") >= 2
        }
        node, steps = line.node, 0
        while titles and node >= 0 and texts[node] <= 1 and steps < 4:
            if any(node in page.ancestors(title)[:4] for title in titles):
                found.add(number)
                break
            node, steps = page.nodes[node].parent, steps + 1
    return found


def _find_headline(page: Visible, headlines: Sequence[str]) -> int:
    """The line that says what the head gives as headline: a heading if there is one, else the first such line."""
    wanted = {squeezed for squeezed in map(squeeze, headlines) if len(squeezed) >= 8}
    first = -1
    shortest = 0.8 * min((len(headline) for headline in headlines), default=0) - 10
    longest = min(300, max((len(headline) for headline in headlines), default=0) + 40)
    for number, line in enumerate(page.lines):
        tag = page.nodes[line.node].tag
        if len(line.text) > 300 or (tag != "h1" and not shortest <= len(line.text) <= longest):
            continue
        squeezed = squeeze(line.text)
        if squeezed in wanted and line.linked < len(line.text) * 0.9:
            if tag == "h1":
                return number
            if first < 0:
                first = number
        elif tag == "h1" and len(squeezed) >= 8 and any(squeezed in other or other in squeezed for other in wanted):
            return number
    return first


def _anchors(descriptions: Sequence[str]) -> list[frozenset[tuple[str, str, str]]]:
    """The word triples of each description."""
    found = []
    for description in descriptions[:4]:
        words = description.casefold().split()[:60]
        triples = frozenset(zip(words, words[1:], words[2:], strict=False))
        if len(triples) >= 5 and triples not in found:
            found.append(triples)
    return found


def _is_anchored(text: str, anchors: Sequence[frozenset[tuple[str, str, str]]]) -> bool:
    """Whether half of a description's word triples stand in the line."""
    words = text.casefold().split()
    triples = set(zip(words, words[1:], words[2:], strict=False))
    return any(len(triples & anchor) * 2 >= len(anchor) for anchor in anchors)


def is_described(text: str, descriptions: Sequence[tuple[str, str]]) -> bool:
    """Whether the page's own description is this line, or begins or ends with most of it."""
    if len(text) < _SHORTEST_SUMMARY or not descriptions:
        return False
    form = squeeze(text)
    for value, _ in descriptions[:4]:
        other = squeeze(value)
        if len(other) >= _SHORTEST_SUMMARY and (form == other or form.startswith(other) or other.startswith(form)):
            return True
    return False


def find_container(weighed: Weighed) -> int:
    """The node that holds the article: that with the best balance of how much of the running text lies in it,
    and how little else (F-measure of the two).
    """
    page = weighed.page
    rest = [0.0 if weight else count_units(line.text) for line, weight in zip(page.lines, weighed.weights, strict=True)]
    other = _sum_up(page, rest)
    total = weighed.mass[0] if weighed.mass else 0.0
    if total <= 0:
        return 0
    skipped = _skipped(weighed)
    best, best_score = 0, -1.0
    for number, node in enumerate(page.nodes):
        mass = weighed.mass[number]
        if mass < 0.1 * total or node.tag in _FLAT:
            continue
        recall = mass / total
        precision = mass / (mass + other[number])
        score = 2 * precision * recall / (precision + recall)
        if node.hint & Hint.BODY or node.tag == "article":
            score *= _NAMED
        if weighed.headline >= 0:
            score *= 1.1 if skipped[number] <= 0.1 * total else 0.85
        if score >= best_score:
            best, best_score = number, score
    return best


def _skipped(weighed: Weighed) -> list[float]:
    """For each node, how much running text stands between the headline and its own first line of it."""
    page = weighed.page
    skipped = [0.0] * len(page.nodes)
    first = [-1] * len(page.nodes)
    passed = 0.0
    for number, line in enumerate(page.lines):
        weight = weighed.weights[number]
        if not weight:
            continue
        node = line.node
        while node >= 0 and first[node] < 0:
            first[node] = number
            skipped[node] = passed
            node = page.nodes[node].parent
        if number > weighed.headline:
            passed += weight
    return skipped


def choose_lines(weighed: Weighed, container: int) -> list[int]:
    """The numbers of the lines in `container` that are the article's own."""
    page = weighed.page
    inside = _inside(page, container)
    base = weighed.flags[container]
    chosen: list[int] = []
    pending: list[int] = []
    closed = -1  #: a node under which all is left out, since a heading says so
    for number, line in enumerate(page.lines):
        if not inside[line.node]:
            continue
        shown = plain(line.text)
        if (
            number > weighed.headline
            and chosen
            and len(shown) <= 60
            and (opens_comments(shown) or opens_related(shown))
        ):
            comments = opens_comments(shown)
            closed = _section(page, line.node, container, () if comments else chosen)
            pending = []
            if closed == container and comments:
                break
            continue
        if number in weighed.teasers and not weighed.known[number]:
            continue
        if number < weighed.headline and not _opens(weighed, number):
            continue
        if closed >= 0 and closed != container and closed in page.ancestors(line.node):
            continue
        if number == weighed.headline:
            continue
        verdict = _judge(line, page.nodes[line.node].tag, weighed.flags[line.node] & ~base, shown)
        if verdict == "keep":
            chosen.extend(pending)
            pending = []
            chosen.append(number)
        elif verdict == "heading":
            pending.append(number)
    return chosen


def _opens(weighed: Weighed, number: int) -> bool:
    """Whether a line before the headline belongs to the article all the same: a standfirst set above it."""
    line = weighed.page.lines[number]
    return (
        number >= weighed.headline - 4
        and bool(weighed.flags[line.node] & Hint.STANDFIRST)
        and weighed.weights[number] > 0
    )


def _section(page: Visible, node: int, container: int, chosen: Sequence[int]) -> int:
    """The part of the page that a heading opens: what its element lies in; the container itself if text of the article
    stands before the heading there, which is then a line between paragraphs.
    """
    parent = page.nodes[node].parent
    if parent <= container:
        return container
    before = [number for number in chosen[-_LOOKED_BACK:] if parent in page.ancestors(page.lines[number].node)]
    return container if sum(count_units(page.lines[number].text) for number in before) >= _SOME else parent


def _inside(page: Visible, container: int) -> list[bool]:
    inside = [False] * len(page.nodes)
    for number, node in enumerate(page.nodes):
        inside[number] = number == container or (node.parent >= 0 and inside[node.parent])
    return inside


def _judge(line: Line, tag: str, flags: int, shown: str) -> str:
    """keep, heading (kept if text follows) or drop."""
    text = line.text
    linked = line.linked / len(text)
    if flags & Hint.POST and not flags & (Hint.HIDDEN | Hint.COMMENTS):
        return "keep"
    if flags & _UNREAD:
        return "drop"
    if tag in ("td", "th") and linked < 0.5:
        return "keep"
    if name_furniture(shown) is not None:
        return "drop"
    if tag in _HEADINGS:
        return "heading" if linked < 0.5 else "drop"
    sentence = is_sentence(text)
    units = count_units(text)
    if flags & (Hint.BYLINE | Hint.DATE) and units < 25:
        return "drop"
    if linked > 0.6 and units < 40:
        return "keep" if linked < 0.9 and sentence and units >= 10 else "drop"
    if sentence or units >= 15 or text[-1:] in "。！？」":
        return "keep"
    if tag in ("p", "li", "td", "th", "dd", "dt", "blockquote") and linked < 0.3:
        return "keep"
    return "drop"
