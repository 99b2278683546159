"""Good manners: a true name, robots.txt (RFC 9309), and time between two requests to one host."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from protego import Protego

from readout.errors import InputError
from readout.fetching.addresses import STAGE

if TYPE_CHECKING:
    from collections.abc import Callable

    from readout.fetching.addresses import Address
    from readout.fetching.exchange import Answer, World

NAME: Final = "Readout"  #: what robots.txt files may call us
_LARGEST: Final = 512_000  #: bytes of a robots.txt that are read (RFC 9309 asks for 500 KiB at least)
_LONGEST_WAIT: Final = 60.0  #: seconds; a host that asks for more between requests is asked once and no more


def user_agent(version: str = "", contact: str = "") -> str:
    """Who asks, truthfully, and how to reach whoever runs it if they say so."""
    return NAME + (f"/{version}" if version else "") + (f" (+{contact})" if contact else "")


@dataclass(frozen=True, slots=True)
class Rules:
    """What a site's robots.txt says; `parsed` is None where it has none, `closed` why all of it is closed."""

    parsed: Protego | None = None
    closed: str = ""

    def check(self, address: Address) -> None:
        """Raises InputError if the address is not to be fetched."""
        if self.closed:
            raise InputError(self.closed, STAGE)
        if self.parsed is not None and not self.parsed.can_fetch(address.url, NAME):
            raise InputError(f"robots.txt of {address.authority} forbids it", STAGE)

    def delay(self) -> float:
        """Seconds between two requests that the site asks for; 0 where it says nothing."""
        if self.parsed is None:
            return 0.0
        rate = self.parsed.request_rate(NAME)
        apart = rate.seconds / max(1, rate.requests) if rate is not None else 0.0
        return max(float(self.parsed.crawl_delay(NAME) or 0.0), float(apart))


def read_rules(answer: Answer | InputError) -> Rules:
    """The rules in the answer for robots.txt: none there (4xx) allows all, a server in trouble (5xx) or out of reach
    closes all (RFC 9309, 2.3.1).
    """
    if isinstance(answer, InputError):
        return Rules(closed=answer.reason)  # whatever keeps us from this file keeps us from the site
    if answer.status >= 500 or answer.status == 429:
        return Rules(closed=f"its robots.txt could not be read (the server answered {answer.status})")
    if answer.status >= 300:
        return Rules()
    return Rules(parsed=Protego.parse(answer.body[:_LARGEST].decode("utf-8", "replace")))


class Pace:
    """Keeps requests to one host apart."""

    def __init__(self, world: World, delay: float) -> None:
        self._world = world
        self._delay = delay
        self._next: dict[str, float] = {}

    def wait(self, host: str) -> None:
        """Wait until the host may be asked again. Raises InputError if that is too long."""
        left = self._next.get(host, 0.0) - self._world.clock()
        if left > _LONGEST_WAIT:
            raise InputError(f"{host} asks for {left:.0f} seconds until the next request", STAGE)
        if left > 0:
            self._world.sleep(left)

    def note(self, host: str, asked: float = 0.0) -> None:
        """The host has been asked just now; it wants `asked` seconds between requests."""
        self._next[host] = self._world.clock() + max(self._delay, asked)


def wanted_pause(answer: Answer, now: Callable[[], float]) -> float | None:
    """Seconds after which a busy server (429, 503) would be asked again, by its own words; None if it names none."""
    told = answer.headers.get("retry-after", "")
    if answer.status not in (429, 503):
        return None
    if told.isdecimal():
        return float(told)
    try:
        from email.utils import parsedate_to_datetime

        return max(0.0, parsedate_to_datetime(told).timestamp() - now())
    except (TypeError, ValueError):
        return None
