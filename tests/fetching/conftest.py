"""A small web on this machine: a server whose pages each test writes, and a world in which it may be asked."""

from __future__ import annotations

import socket
import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

from readout.fetching.client import Settings
from readout.fetching.exchange import Limits, World

if TYPE_CHECKING:
    from collections.abc import Callable

Reply = tuple[int, dict[str, str], bytes]


@dataclass
class Site:
    """The server's pages by path, what it was asked, and how long its visitors were told to wait."""

    port: int = 0
    server: ThreadingHTTPServer | None = None
    pages: dict[str, Reply | Callable[[dict[str, str]], Reply]] = field(default_factory=dict)
    raw: dict[str, bytes] = field(default_factory=dict)  #: whole answers, byte for byte
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    slept: list[float] = field(default_factory=list)
    clock: float = 1000.0

    def page(self, path: str, body: str | bytes, media: str = "text/html", status: int = 200, **headers: str) -> None:
        told = {"Content-Type": media, **{name.replace("_", "-"): value for name, value in headers.items()}}
        self.pages[path] = (status, told, body.encode() if isinstance(body, str) else body)

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked if path != "/robots.txt"]

    def url(self, path: str = "/", host: str = "news.example") -> str:
        return f"http://{host}:{self.port}{path}"

    def settings(self, **limits: float) -> Settings:
        def sleep(seconds: float) -> None:
            self.slept.append(seconds)
            self.clock += seconds

        def resolve(host: str) -> tuple[str, ...]:
            return ("10.0.0.7",) if host.startswith("inside") else ("127.0.0.1",)

        world = World(
            resolve=resolve,
            admits=lambda ip: ip == "127.0.0.1",
            now=lambda: datetime(2031, 3, 4, 9, 15, tzinfo=UTC) + timedelta(seconds=self.clock - 1000),
            clock=lambda: self.clock,
            sleep=sleep,
        )
        return Settings(version="0", contact="desk@paper.example", limits=Limits(**limits), world=world)


class _Handler(BaseHTTPRequestHandler):
    site: Site

    def do_GET(self) -> None:
        self.site.asked.append((self.path, dict(self.headers.items())))
        if self.path in self.site.raw:
            self.wfile.write(self.site.raw[self.path])
            return
        found = self.site.pages.get(self.path, (404, {}, b"nothing here"))
        status, headers, body = found(dict(self.headers.items())) if callable(found) else found
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site():
    made = Site()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"site": made}))
    made.server = server
    made.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield made
    server.shutdown()
    server.server_close()


@pytest.fixture
def dripper():
    """A server that never ends its answer: one byte at a time for as long as anyone listens."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                visitor, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=drip, args=(visitor,), daemon=True).start()

    def drip(visitor: socket.socket) -> None:
        with visitor:
            if b"robots" in visitor.recv(4096):
                visitor.sendall(b"HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n")
                return
            try:
                visitor.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-Long: ")
                while True:
                    visitor.sendall(b"a")
                    threading.Event().wait(0.02)
            except OSError:
                return

    threading.Thread(target=serve, daemon=True).start()
    yield listener.getsockname()[1]
    listener.close()
