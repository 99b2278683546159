"""Addresses on the web: taken apart, made plain, and checked to lead to the public internet."""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, urljoin, urlsplit

from readout.errors import InputError

STAGE: Final = "fetch"
_LONGEST: Final = 4096
_PORTS: Final = {"http": 80, "https": 443}
_SAFE: Final = "/:@!$&'()*+,;=~-._%[]"
#: Ranges that carry another address inside: what is inside is what would be reached.
_NAT64: Final = ipaddress.ip_network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Address:
    """An http or https address; host in ASCII and lower case, path and query percent-encoded, no fragment."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """Host and port as they stand in an address; a port that goes without saying is left out."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def site(self) -> str:
        """Scheme, host and port: what one robots.txt speaks for."""
        return f"{self.scheme}://{self.authority}"

    @property
    def url(self) -> str:
        """The whole address."""
        return self.site + self.target


def parse_address(url: str, base: Address | None = None) -> Address:
    """`url`, perhaps relative to `base`, as an address. Raises InputError if it cannot be fetched."""
    text = url.strip()
    if not text or len(text) > _LONGEST or any(ord(sign) < 33 or ord(sign) == 127 for sign in text):
        raise InputError("no address: empty, too long, or with spaces in it", STAGE)
    try:
        parts = urlsplit(urljoin(base.url, text) if base is not None else text)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise InputError(f"no address: {error}", STAGE) from error
    scheme = parts.scheme.lower()
    if scheme not in _PORTS or not host:
        raise InputError("no address that begins with http:// or https://", STAGE)
    if parts.username is not None or parts.password is not None:
        raise InputError("an address with a name or password in it is not fetched", STAGE)
    target = quote(parts.path or "/", safe=_SAFE)
    if parts.query:
        target += "?" + quote(parts.query, safe=_SAFE + "?")
    return Address(scheme, _plain_host(host), _PORTS[scheme] if port is None else port, target)


def _plain_host(host: str) -> str:
    """The host in ASCII (IDNA), lower case, without the root's dot."""
    plain = host.rstrip(".").lower()
    if ":" in plain:
        return plain.partition("%")[0]
    try:
        ascii_host = plain.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise InputError(f"no host's name: {host}", STAGE) from error
    if not ascii_host or any(sign in ascii_host for sign in "/\\@?#% "):
        raise InputError(f"no host's name: {host}", STAGE)
    return ascii_host


def is_public(address: str) -> bool:
    """Whether an IP address lies in the public internet: not private, loopback, link-local, reserved or multicast.

    Addresses of version 4 inside those of version 6 (mapped, 6to4, Teredo, NAT64) count as what they carry.
    """
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        carried = found.ipv4_mapped or found.sixtofour
        if carried is None and found in _NAT64:
            carried = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        if carried is not None:
            return is_public(str(carried))
        if found.teredo is not None or found.is_site_local:
            return False
    return found.is_global and not found.is_multicast and not found.is_reserved and not found.is_unspecified


def resolve_host(host: str) -> tuple[str, ...]:
    """The IP addresses of `host`, version 4 first. Raises InputError if it has none."""
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise InputError(f"no such host: {host}", STAGE) from error
    addresses = dict.fromkeys(str(entry[4][0]) for entry in sorted(found, key=lambda entry: entry[0]))
    return tuple(addresses)
