"""Is whatever comes over the line bounded before it is parsed, and by what it would take in memory?"""

import socket
import tracemalloc

import pytest

from grader.sandbox import wire

MEGABYTES = 10_000_000


def bomb(part: bytes) -> bytes:
    """Return one message of nearly ten megabytes that is made of equal parts."""
    return b'{"kind": "reply", "value": [' + part * (9_900_000 // len(part)) + b"0]}"


@pytest.mark.parametrize(
    "case, body",
    [
        ("numbers", bomb(b"0,")),
        ("lists", bomb(b"[],")),
        ("objects", bomb(b'{"a":0},')),
        ("short texts", bomb(b'"ab",')),
        ("floats", bomb(b"0.1,")),
        ("deep", b'{"a": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"),
        ("deep and within the number of parts", b'{"a": ' + b"[" * 200 + b"]" * 200 + b"}"),
        ("no object", b"[1]"),
        ("no JSON", b"{"),
        ("no UTF-8", b'{"a": "\xff"}'),
        ("a number of very many digits", b'{"a": ' + b"9" * 9_000_000 + b"}"),
    ],
)
def test_what_would_take_too_much_is_refused(case, body):
    tracemalloc.start()
    try:
        with pytest.raises(wire.Malformed):
            wire.decode(body)
        assert tracemalloc.get_traced_memory()[1] < 100_000_000, case
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    "case, part",
    [("lists", b"[],"), ("objects", b'{"a":0},'), ("short texts", b'"ab",'), ("halves of pairs", b'"\\ud800",')],
)
def test_what_is_just_allowed_takes_less_than_200_mb(case, part):
    commas = part.count(b",") + part.count(b"[") + part.count(b"{")
    body = b'{"value": [' + part * (wire.MOST_PARTS // commas - 10) + b"0]}"
    tracemalloc.start()
    try:
        wire.decode(body)
        assert tracemalloc.get_traced_memory()[1] < 200_000_000, case
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    "message", [{"a": [1, 2.5, None, True, "ü"]}, {"text": "\ud800"}, {"data": b"\x00\x01"}, {"n": float("inf")}]
)
def test_a_message_arrives(message):
    ours, theirs = socket.socketpair()
    channel = wire.Channel(ours, MEGABYTES)
    wire.Sender(theirs)(message)
    plain = {"text": "?"} if "text" in message else {"data": "AAE="} if "data" in message else message
    assert channel.receive(5) == plain
    channel.close(), theirs.close()


def test_a_message_in_pieces_is_waited_for_and_a_long_one_is_not_read():
    ours, theirs = socket.socketpair()
    channel = wire.Channel(ours, 1_000)
    data = wire.encode({"a": "x" * 100})
    theirs.sendall(data[:50])
    assert channel.receive(0.05) is None
    theirs.sendall(data[50:] + wire.HEADER.pack(1_001))
    assert channel.receive(5) == {"a": "x" * 100}
    with pytest.raises(wire.TooLarge):
        channel.receive(5)
    assert channel.received == len(data) + wire.HEADER.size
    theirs.close()


def test_an_end_that_is_gone_is_noticed():
    ours, theirs = socket.socketpair()
    channel = wire.Channel(ours, 1_000)
    theirs.close()
    with pytest.raises(wire.Closed):
        channel.receive(5)
    with pytest.raises(wire.Closed):
        channel.send({"a": "x" * 10_000_000}, 0.2)


def test_an_end_that_takes_nothing_in_is_not_waited_for_for_ever():
    ours, theirs = socket.socketpair()
    with pytest.raises(wire.Closed):
        wire.Channel(ours, 1_000).send({"a": "x" * 10_000_000}, 0.2)
    theirs.close()


def test_several_requests_at_once_are_taken_one_by_one():
    ours, theirs = socket.socketpair()
    ours.sendall(wire.encode({"n": 1}) + wire.encode({"n": 2}) + wire.encode({"n": 3})[:6])
    reader = wire.Reader(theirs)
    assert reader.take() == [{"n": 1}, {"n": 2}]
    ours.sendall(wire.encode({"n": 3})[6:])
    assert reader.take() == [{"n": 3}]
    ours.close()
    assert reader.take() == [None]
