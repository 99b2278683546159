"""Where the posts of a live blog begin, by the page's linked data or by the times in its markup."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from readout.extraction.html.content import squeeze
from readout.extraction.posts import follow_each_other
from readout.extraction.stamps import read_instant

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from readout.extraction.html.content import Weighed
    from readout.extraction.html.metadata import Head
    from readout.extraction.html.visible import Visible

_FEWEST: Final = 3  #: posts that make a live blog
_MOSTLY: Final = 0.5
_SHORTEST: Final = 25  #: letters by which a line is found in the linked data


def find_posts(weighed: Weighed, chosen: Sequence[int], head: Head) -> Mapping[int, tuple[str, str]]:
    """By line the instant of the post that the line belongs to, and where it is stated; only where it is known.

    Empty unless at least three posts with a time of their own hold chosen lines.
    """
    found = _by_linked_data(weighed, chosen, head) or _by_markup(weighed.page, chosen)
    return found if len({value for value, _ in found.values()}) >= _FEWEST else {}


def _by_linked_data(weighed: Weighed, chosen: Sequence[int], head: Head) -> dict[int, tuple[str, str]]:
    """Lines that the linked data has in one of its updates (schema.org LiveBlogPosting)."""
    starts: list[int] = []
    instants: list[str] = []
    parts: list[str] = []
    length = 0
    for published, body in head.linked.updates:
        instant = read_instant(published)
        if "T" in instant:
            starts.append(length)
            instants.append(instant)
            parts.append(squeeze(body) + "\n")
            length += len(parts[-1])
    whole = "".join(parts)
    found = {}
    for number in chosen if whole else ():
        form = squeeze(weighed.page.lines[number].text)
        place = whole.find(form) if len(form) >= _SHORTEST else -1
        if place >= 0:
            found[number] = (instants[bisect_right(starts, place) - 1], "json-ld liveBlogUpdate")
    return found


def _by_markup(page: Visible, chosen: Sequence[int]) -> dict[int, tuple[str, str]]:
    """Lines in, or behind, elements that lie side by side and hold one time element with an hour each."""
    instants: dict[int, str] = {}
    counts = [0] * len(page.nodes)
    taken: set[int] = set()
    for number, node in enumerate(page.nodes):
        if node.moment and node.parent not in taken:
            instant = read_instant(node.moment)
            if "T" in instant:
                instants[number] = instant
                taken.add(node.parent)  # a second time beside it is that of a change
                counts[number] = 1
    if len(instants) < _FEWEST:
        return {}
    for number in range(len(page.nodes) - 1, 0, -1):
        counts[page.nodes[number].parent] += counts[number]
    beside: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for number, instant in instants.items():
        outer = number
        while page.nodes[outer].parent >= 0 and counts[page.nodes[outer].parent] == 1:
            outer = page.nodes[outer].parent
        beside[page.nodes[outer].parent].append((outer, instant))
    linked = _linked(page)
    groups = {}
    for parent, posts in beside.items():
        own = [(outer, instant) for outer, instant in posts if linked[outer] <= _MOSTLY]  # others are teasers
        if parent >= 0 and len(own) >= _FEWEST and follow_each_other([instant for _, instant in own]):
            groups[parent] = own
    return _assign(page, chosen, groups) if groups else {}


def _linked(page: Visible) -> list[float]:
    """By node the share of its text that is links."""
    letters, links = [0] * len(page.nodes), [0] * len(page.nodes)
    for line in page.lines:
        letters[line.node] += len(line.text)
        links[line.node] += line.linked
    for node in range(len(page.nodes) - 1, 0, -1):
        letters[page.nodes[node].parent] += letters[node]
        links[page.nodes[node].parent] += links[node]
    return [one / max(1, all_of_it) for one, all_of_it in zip(links, letters, strict=True)]


def _assign(
    page: Visible, chosen: Sequence[int], groups: Mapping[int, list[tuple[int, str]]]
) -> dict[int, tuple[str, str]]:
    """The chosen lines of the group that holds the most of them."""
    found: dict[int, dict[int, tuple[str, str]]] = defaultdict(dict)
    before: dict[int, int] = {}
    for number in chosen:
        child = -1
        for node in page.ancestors(page.lines[number].node):
            posts = groups.get(node)
            if posts is not None:
                # Text that lies in the group itself and in no element of it belongs to what stood before it.
                place = child if child >= 0 else before.get(node, -1)
                before[node] = place
                at = bisect_right([outer for outer, _ in posts], place) - 1
                if at >= 0:
                    found[node][number] = (posts[at][1], "time element")
            child = node
    return max(found.values(), key=lambda lines: (len({value for value, _ in lines.values()}), len(lines)), default={})
