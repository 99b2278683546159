"""One page after another: redirects checked at each hop, robots.txt obeyed, pages told from what is none."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from readout.errors import InputError
from readout.fetching.addresses import STAGE, Address, parse_address
from readout.fetching.exchange import Limits, World, ask
from readout.fetching.manners import Pace, Rules, read_rules, user_agent, wanted_pause

if TYPE_CHECKING:
    from collections.abc import Mapping

    from readout.fetching.exchange import Answer

_REDIRECTS: Final = (301, 302, 303, 307, 308)
_MOST_HOPS: Final = 5
_LONGEST_PAUSE: Final = 30.0  #: seconds that a busy server is waited for, once
_ACCEPT: Final = "text/html, application/xhtml+xml, application/xml;q=0.8, text/plain;q=0.5"
_PAGES: Final = ("text/html", "application/xhtml+xml")
_LISTS: Final = (
    "application/rss+xml",
    "application/atom+xml",
    "application/feed+json",
    "application/rdf+xml",
    "application/xml",
    "text/xml",
    "application/json",
)
_PACKED: Final = ("application/gzip", "application/x-gzip")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How to fetch: seconds between two requests to one host, whom to write to, limits, and the world."""

    delay: float = 1.0
    version: str = ""  #: ours, for the name under which we ask
    contact: str = ""
    limits: Limits = field(default_factory=Limits)
    world: World = field(default_factory=World)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What came back for an address: `kind` is page, text, list or unchanged; `url` is where it was in the end."""

    url: str
    kind: str
    body: bytes
    charset: str | None
    headers: Mapping[str, str]
    time: str  #: ISO 8601, UTC


class Client:
    """Fetches addresses one by one and keeps what it learned of each site."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._world = settings.world
        self._pace = Pace(settings.world, settings.delay)
        self._rules: dict[str, Rules] = {}

    def fetch(self, url: str, validators: Mapping[str, str] | None = None) -> Fetched:
        """What stands at `url`; with `validators` (If-None-Match, If-Modified-Since) perhaps "unchanged".

        Raises InputError with the reason if there is no page for us.
        """
        address = parse_address(url)
        answer, address = self._follow(address, validators or {})
        time = self._world.now().isoformat(timespec="seconds")
        if answer.status == 304:
            return Fetched(url=address.url, kind="unchanged", body=b"", charset=None, headers=answer.headers, time=time)
        if answer.status != 200:
            raise InputError(f"the server answered {answer.status}", STAGE)
        kind, charset = _kind(answer)
        body = _unpacked(answer.body, self._settings.limits.size) if kind == "packed" else answer.body
        if not body.strip():
            raise InputError("empty", STAGE)
        kind = "list" if kind == "packed" else kind
        return Fetched(url=address.url, kind=kind, body=body, charset=charset, headers=answer.headers, time=time)

    def _follow(self, address: Address, validators: Mapping[str, str]) -> tuple[Answer, Address]:
        """The last answer on the way from `address`, and where it came from."""
        for _ in range(_MOST_HOPS + 1):
            rules = self._rules_of(address)
            rules.check(address)
            answer = self._ask_patiently(address, validators, rules)
            place = answer.headers.get("location", "")
            if answer.status not in _REDIRECTS or not place:
                return answer, address
            address = parse_address(place, address)
            validators = {}
        raise InputError(f"more than {_MOST_HOPS} redirects", STAGE)

    def _ask_patiently(self, address: Address, validators: Mapping[str, str], rules: Rules) -> Answer:
        """The answer; a server that says it is busy and for how long is asked a second time."""
        answer = self._ask(address, validators, rules.delay())
        pause = wanted_pause(answer, lambda: self._world.now().timestamp())
        if pause is None or pause > _LONGEST_PAUSE:
            return answer
        self._world.sleep(pause)
        return self._ask(address, validators, rules.delay())

    def _ask(self, address: Address, extra: Mapping[str, str], pause: float = 0.0) -> Answer:
        headers = {
            "User-Agent": user_agent(self._settings.version, self._settings.contact),
            "Accept": _ACCEPT,
            "Accept-Encoding": "gzip, deflate",
            "Connection": "close",
            **extra,
        }
        self._pace.wait(address.host)
        try:
            return ask(address, headers, self._settings.limits, self._world)
        finally:
            self._pace.note(address.host, pause)

    def _rules_of(self, address: Address) -> Rules:
        """What robots.txt of the address's site says, asked for once."""
        if address.site not in self._rules:
            self._rules[address.site] = read_rules(self._ask_for_rules(address))
        return self._rules[address.site]

    def _ask_for_rules(self, address: Address) -> Answer | InputError:
        place = Address(address.scheme, address.host, address.port, "/robots.txt")
        try:
            for _ in range(_MOST_HOPS + 1):
                answer = self._ask(place, {})
                if answer.status not in _REDIRECTS or not answer.headers.get("location"):
                    return answer
                place = parse_address(answer.headers["location"], place)
        except InputError as error:
            return error
        return InputError("more than five redirects", STAGE)


def _kind(answer: Answer) -> tuple[str, str | None]:
    """What the body is by the server's word (or its first bytes, where it says nothing), and the charset named."""
    media, _, parameters = answer.headers.get("content-type", "").partition(";")
    media = media.strip().lower()
    charset = next(
        (part.partition("=")[2].strip(" \"'") for part in parameters.split(";") if "charset" in part.lower()), None
    )
    if media in _PAGES or not media:
        return "page", charset
    if media in _LISTS or media.endswith(("+xml", "+json")):
        return "list", charset
    if media in _PACKED:
        return "packed", charset
    if media == "text/plain":
        return "text", charset
    raise InputError(f"no page but {media}", STAGE)


def _unpacked(body: bytes, largest: int) -> bytes:
    """A sitemap that is a gzip file, unpacked with a ceiling."""
    unpacker = zlib.decompressobj(wbits=31)
    try:
        plain = unpacker.decompress(body, largest)
    except zlib.error as error:
        raise InputError("damaged gzip data", STAGE) from error
    if unpacker.unconsumed_tail:
        raise InputError(f"larger than {largest // 1_000_000} MB", STAGE)
    return plain
