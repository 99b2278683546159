"""One request and its answer: to an address that was checked, within limits of time and size."""

from __future__ import annotations

import contextlib
import http.client
import ssl
import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, Self

import certifi
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError
from urllib3.util import Timeout

from readout.errors import InputError
from readout.fetching.addresses import STAGE, is_public, resolve_host

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable, Mapping

    from urllib3.response import HTTPResponse

    from readout.fetching.addresses import Address

_CHUNK: Final = 1 << 16
_TRIES: Final = 2  #: of a host's addresses


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How long and how large an answer may be."""

    connect: float = 10.0  #: seconds
    silence: float = 20.0  #: seconds without a byte
    whole: float = 60.0  #: seconds for one answer, however slowly it trickles
    size: int = 20_000_000  #: bytes, unpacked


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What fetching needs from outside. Only tests put anything else in its place: no option and no setting does."""

    resolve: Callable[[str], tuple[str, ...]] = resolve_host
    admits: Callable[[str], bool] = is_public
    now: Callable[[], datetime] = field(default=lambda: datetime.now(UTC))
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server said: status, headers (names in lower case) and body, unpacked."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def ask(address: Address, headers: Mapping[str, str], limits: Limits, world: World) -> Answer:
    """The answer to a GET of `address`; redirects are not followed.

    The host's name is looked up once, every IP address found is checked, and the connection goes to a checked one: a
    name that points elsewhere a moment later (DNS rebinding) changes nothing. Raises InputError with the reason.
    """
    found = world.resolve(address.host)
    admitted = [ip for ip in found if world.admits(ip)]
    if not admitted:
        raise InputError(f"{address.host} is no public address", STAGE)
    refusal = InputError(f"no connection to {address.authority}", STAGE)
    for ip in admitted[:_TRIES]:
        connection = _connection(address, ip, limits)
        with _Watch(connection, limits.whole) as watch:
            try:
                connection.connect()
            except (HTTPError, OSError, ValueError) as error:
                refusal = InputError(f"no connection to {address.authority}: {_words(error)}", STAGE)
                continue
            try:
                answer = _converse(connection, address, headers, limits)
            except (HTTPError, OSError, http.client.HTTPException, ValueError) as error:
                watch.check()
                raise InputError(f"broken answer: {_words(error)}", STAGE) from error
            watch.check()
            return answer
    raise refusal


class _Watch:
    """Ends a conversation that goes on too long from outside: whoever waits for a byte is told that none comes."""

    def __init__(self, connection: HTTPConnection, seconds: float) -> None:
        self._connection = connection
        self._seconds = seconds
        self._rung = False
        self._timer = threading.Timer(seconds, self._ring)
        self._timer.daemon = True

    def check(self) -> None:
        """Raises InputError if the conversation was ended: what was read of it is not the whole."""
        if self._rung:
            raise InputError(f"took longer than {self._seconds:g} seconds", STAGE)

    def _ring(self) -> None:
        self._rung = True
        sock: socket.socket | None = self._connection.sock
        if sock is not None:
            with contextlib.suppress(OSError):  # it has ended by itself
                sock.shutdown(2)

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        self._connection.close()


def _connection(address: Address, ip: str, limits: Limits) -> HTTPConnection:
    """A connection to `ip` and nowhere else; a certificate must hold for the host's name."""
    timeout = Timeout(connect=limits.connect, read=limits.silence)
    if address.scheme == "http":
        return HTTPConnection(ip, address.port, timeout=timeout.connect_timeout)
    return HTTPSConnection(
        ip,
        address.port,
        timeout=timeout.connect_timeout,
        cert_reqs=ssl.CERT_REQUIRED,
        ca_certs=certifi.where(),
        server_hostname=address.host,
    )


def _converse(connection: HTTPConnection, address: Address, headers: Mapping[str, str], limits: Limits) -> Answer:
    connection.timeout = limits.silence
    sock: socket.socket | None = connection.sock
    if sock is not None:
        sock.settimeout(limits.silence)
    told = {"Host": address.authority, **headers}
    connection.request("GET", address.target, headers=told, preload_content=False, decode_content=True)
    response = connection.getresponse()
    heads = {name.lower(): value for name, value in response.headers.items()}
    length = heads.get("content-length", "")
    if length.isdecimal() and int(length) > limits.size:
        raise InputError(f"larger than {limits.size // 1_000_000} MB", STAGE)
    return Answer(status=response.status, headers=heads, body=_read(response, limits))


def _read(response: HTTPResponse, limits: Limits) -> bytes:
    """The body, unpacked piece by piece so that a packed bomb is noticed before it fills the memory."""
    pieces: list[bytes] = []
    size = 0
    while True:
        piece = response.read1(_CHUNK, decode_content=True)
        if not piece:
            if response.length_remaining:
                raise InputError("the answer broke off", STAGE)
            return b"".join(pieces)
        size += len(piece)
        pieces.append(piece)
        if size > limits.size:
            raise InputError(f"larger than {limits.size // 1_000_000} MB", STAGE)


def _words(error: BaseException) -> str:
    """What went wrong, in few words."""
    reason = error.args[-1] if error.args and isinstance(error.args[-1], str) else str(error)
    return " ".join(str(reason).split())[:200] or type(error).__name__
