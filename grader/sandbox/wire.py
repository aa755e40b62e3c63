"""How the grader talks with a fork: one JSON object after another over a socket, each behind its length.

The other end of the grader's socket is held by student code.  So what comes is bounded before it is parsed: in bytes,
in parts and in depth.  Imports nothing of ours; both ends use it.
"""

import json
import select
import socket
import struct
import threading
from time import monotonic
from typing import Any

MOST_PARTS = 500_000  # lists, objects and their members: in Python, the smallest takes 80 bytes for 3 in JSON
MOST_DEPTH = 100
CHUNK = 1 << 16
HEADER = struct.Struct(">I")
Message = dict[str, Any]  # one JSON object; of what comes from a fork nothing is known


class TooLarge(Exception):
    """A message is longer than was agreed; nothing of it has been read."""


class Malformed(Exception):
    """What came is no JSON object, or one of too many parts."""


class Closed(Exception):
    """The other end is gone."""


def encode(message: Message) -> bytes:
    """Return the bytes that stand for one message.

    >>> encode({"a": 1})
    b'\\x00\\x00\\x00\\x08{"a": 1}'
    """
    body = json.dumps(message, ensure_ascii=False, default=_plain).encode("utf-8", "replace")
    return HEADER.pack(len(body)) + body


def _plain(thing: Any) -> object:
    """Say in JSON what a display may hold besides: bytes as base64, dates as text, other numbers as numbers."""
    import base64
    import numbers

    if isinstance(thing, (bytes, bytearray, memoryview)):
        return base64.b64encode(thing).decode("ascii")
    if isinstance(thing, numbers.Integral):
        return int(thing)
    if isinstance(thing, numbers.Real):
        return float(thing)
    if hasattr(thing, "isoformat"):
        return thing.isoformat()
    if hasattr(thing, "__iter__"):
        return list(thing)
    return str(thing)


def decode(body: bytes) -> Message:
    """Return the message that `body` stands for.

    Raises:
        Malformed: it is no JSON object, or one of more than `MOST_PARTS` parts or `MOST_DEPTH` levels.
    """
    opened = body.count(b"[") + body.count(b"{")
    if opened + body.count(b",") > MOST_PARTS:
        raise Malformed(f"more than {MOST_PARTS} parts")
    try:
        message = json.loads(body.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise Malformed(type(error).__name__) from None
    if not isinstance(message, dict):
        raise Malformed("not an object")
    if opened > MOST_DEPTH and _deeper_than(message, MOST_DEPTH):
        raise Malformed(f"more than {MOST_DEPTH} levels")
    if b"\\ud" in body.lower():
        message = _writable(message)
    return message


def _writable(value: Any) -> Any:
    """Return JSON data without halves of surrogate pairs, which no file could be written with."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, dict):
        return {_writable(key): _writable(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_writable(item) for item in value]
    return value


def _deeper_than(value: Message, most: int) -> bool:
    level: list[Any] = [value]
    for _ in range(most):
        inner = (item.values() if isinstance(item, dict) else item for item in level)
        level = [part for parts in inner for part in parts if isinstance(part, (dict, list))]
        if not level:
            return False
    return True


class Channel:
    """The grader's end.  `received` counts bytes, for whoever sets a limit on them."""

    def __init__(self, ours: socket.socket, most_bytes: int):
        ours.setblocking(False)
        self._socket, self._most_bytes = ours, most_bytes
        self._buffer = bytearray()
        self.received = 0

    def fileno(self) -> int:
        return self._socket.fileno()

    def send(self, message: Message, seconds: float) -> None:
        """Send one message.

        Raises:
            Closed: the other end is gone, or takes nothing in for `seconds`.
        """
        left, deadline = memoryview(encode(message)), monotonic() + seconds
        while left:
            try:
                left = left[self._socket.send(left) :]
            except BlockingIOError:
                if not select.select([], [self._socket], [], max(0.0, deadline - monotonic()))[1]:
                    raise Closed("it took nothing in") from None
            except OSError as error:
                raise Closed(str(error)) from None

    def receive(self, seconds: float) -> Message | None:
        """Return the next message, or None if none is complete after `seconds`.

        Raises:
            TooLarge, Malformed, Closed: see there.
        """
        deadline = monotonic() + seconds
        while True:
            message = self._complete()
            if message is not None:
                return message
            if not select.select([self._socket], [], [], max(0.0, deadline - monotonic()))[0]:
                return None
            try:
                data = self._socket.recv(CHUNK)
            except BlockingIOError:
                continue
            except OSError as error:
                raise Closed(str(error)) from None
            if not data:
                raise Closed("it is gone")
            self.received += len(data)
            self._buffer += data

    def _complete(self) -> Message | None:
        """Take a message out of the buffer if it is there as a whole."""
        if len(self._buffer) < HEADER.size:
            return None
        (length,) = HEADER.unpack_from(self._buffer)
        if length > self._most_bytes:
            raise TooLarge(f"{length} bytes")
        end = HEADER.size + length
        if len(self._buffer) < end:
            return None
        body = bytes(self._buffer[HEADER.size : end])
        del self._buffer[:end]
        return decode(body)

    def close(self) -> None:
        self._socket.close()


class Sender:
    """The fork's end for writing; threads take turns."""

    def __init__(self, theirs: socket.socket):
        self._socket, self._turn = theirs, threading.RLock()

    def __call__(self, message: Message) -> None:
        data = encode(message)
        with self._turn:
            self._socket.sendall(data)


class Reader:
    """The fork's end for reading, called when something is there; what the grader sends need not be doubted."""

    def __init__(self, theirs: socket.socket):
        self._socket, self._buffer = theirs, bytearray()

    def take(self) -> list[Message | None]:
        """Return the messages that are complete now; None stands for the end."""
        data = self._socket.recv(CHUNK)
        if not data:
            return [None]
        self._buffer += data
        found: list[Message | None] = []
        while len(self._buffer) >= HEADER.size:
            end = HEADER.size + HEADER.unpack_from(self._buffer)[0]
            if len(self._buffer) < end:
                break
            found.append(json.loads(self._buffer[HEADER.size : end]))
            del self._buffer[:end]
        return found
