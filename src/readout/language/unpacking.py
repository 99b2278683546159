"""What stands in the folder that spaCy writes for a pipeline, read without spaCy, whose import takes a second."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from pathlib import Path

#: Formats of MessagePack (msgpack.org/index.html, spec of 2017) by first byte: numbers, and how long a length is.
_NUMBERS = {0xCA: ">f", 0xCB: ">d", 0xCC: ">B", 0xCD: ">H", 0xCE: ">I", 0xCF: ">Q"} | {
    0xD0: ">b",
    0xD1: ">h",
    0xD2: ">i",
    0xD3: ">q",
}
_LENGTHS = {0xC4: ">B", 0xC5: ">H", 0xC6: ">I", 0xD9: ">B", 0xDA: ">H", 0xDB: ">I"} | {
    0xDC: ">H",
    0xDD: ">I",
    0xDE: ">H",
    0xDF: ">I",
}
_CONSTANTS = {0xC0: None, 0xC2: False, 0xC3: True}


class Part(NamedTuple):
    """One layer of a network: its name, its weights and its settings."""

    name: str
    weights: dict[str, Any]
    settings: dict[str, Any]


def read_parts(path: Path) -> list[Part]:
    """The layers of a network as Thinc saves it, in the order in which its model is walked."""
    saved = unpack(path.read_bytes())
    return [
        Part(node["name"], weights, {name: unpack(value) for name, value in settings.items()})
        for node, weights, settings in zip(saved["nodes"], saved["params"], saved["attrs"], strict=True)
    ]


def unpack(data: bytes) -> Any:
    """The value that MessagePack bytes hold; arrays of numbers as NumPy's, the way msgpack-numpy writes them."""
    return _Unpacker(data).value()


class _Unpacker:
    """Reads one value after the other."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def value(self) -> Any:
        code = self._data[self._at]
        self._at += 1
        if code <= 0x7F:
            return code
        if code >= 0xE0:
            return code - 0x100
        if code <= 0xBF:
            return self._small(code)
        if code in _CONSTANTS:
            return _CONSTANTS[code]
        if code in _NUMBERS:
            return self._number(_NUMBERS[code])
        length = self._number(_LENGTHS[code])
        if code <= 0xC6:
            return self._bytes(length)
        if code <= 0xDB:
            return self._bytes(length).decode("utf-8")
        return self._list(length) if code <= 0xDD else self._map(length)

    def _small(self, code: int) -> Any:
        """What is so short that its length stands in the first byte."""
        if code >= 0xA0:
            return self._bytes(code & 0x1F).decode("utf-8")
        return self._list(code & 0x0F) if code >= 0x90 else self._map(code & 0x0F)

    def _number(self, form: str) -> Any:
        (found,) = struct.unpack_from(form, self._data, self._at)
        self._at += struct.calcsize(form)
        return found

    def _bytes(self, length: int) -> bytes:
        self._at += length
        return self._data[self._at - length : self._at]

    def _list(self, length: int) -> list[Any]:
        return [self.value() for _ in range(length)]

    def _map(self, length: int) -> Any:
        found = {self.value(): self.value() for _ in range(length)}
        if b"nd" not in found:
            return found
        return np.frombuffer(found[b"data"], np.dtype(found[b"type"])).reshape(found[b"shape"])
