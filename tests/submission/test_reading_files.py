"""Are files read for what they are: encodings, time stamps, notebooks under other names?"""

import json
from datetime import datetime

import pytest

from grader.submission.decoding import decode
from grader.submission.timestamps import read_stamp

TEXT = '{"a": "größer – naïve"}'


@pytest.mark.parametrize(
    "encoding, said",
    [
        ("utf-8", ""),
        ("utf-8-sig", "is in the encoding UTF-8 with a byte order mark"),
        ("utf-16", "is in the encoding UTF-16"),
        ("utf-16-le", "is in the encoding UTF-16 without a byte order mark"),
        ("utf-16-be", "is in the encoding UTF-16 without a byte order mark"),
        ("utf-32", "is in the encoding UTF-32"),
        ("utf-32-le", "is in the encoding UTF-32 without a byte order mark"),
        ("cp1252", "is in the encoding cp1252"),
    ],
)
def test_an_encoding_is_found_and_said(encoding, said):
    assert decode(TEXT.encode(encoding)) == (TEXT, said)


@pytest.mark.parametrize(
    "case, data, text, said",
    [
        ("one byte among UTF-8", b"gr\xc3\xb6\xc3\x9fer \xff", "größer <0xff>", "has bytes that are no text"),
        ("neither", b"\x81\xff", "<0x81><0xff>", "has bytes that are no text"),
        ("UTF-16 cut in a character", "ab".encode("utf-16")[:-1], "a<0x62>", "UTF-16, but has bytes that are no text"),
    ],
)
def test_nothing_is_replaced_in_silence(case, data, text, said):
    found, told = decode(data)
    assert (found, said in told) == (text, True), (case, told)
    json.loads(json.dumps(found))


TEN = datetime(2026, 11, 27, 10)
NINE = datetime(2026, 11, 27, 9)
SILENT, SAID = "", "read as"


@pytest.mark.parametrize(
    "stamp, time, said",
    [
        ("2026-11-27 10:00:00.000000 UTC", TEN, SILENT),
        ("2026-11-27 10:00:00 UTC\n", TEN, SILENT),
        ("2026-11-27T10:00:00Z", TEN, SILENT),
        ("2026-11-27 10:00:00 +0100", NINE, SILENT),
        ("2026-11-27T10:00:00+01:00", NINE, SILENT),
        ("2026-11-27 10:00:00 Europe/Berlin", NINE, SILENT),
        ("2026-11-27 10:00:00", TEN, SILENT),
        ("20261127T100000Z", TEN, SAID),
        ("1795773600", TEN, SAID),
        ("1795773600.0", TEN, SAID),
        ("1795773600000", TEN, SAID),
        ("Fri Nov 27 10:00:00 UTC 2026", TEN, SAID),
        ("Fri, 27 Nov 2026 10:00:00 +0000", TEN, SAID),
        ("Fr 27. Nov 10:00:00 CET 2026", NINE, SAID),
        ("27.11.2026 10:00", TEN, "names no time zone: read as"),
        ("11/27/2026 10:00 AM", TEN, "names no time zone: read as"),
    ],
)
def test_a_time_is_read_and_another_form_is_said(stamp, time, said):
    found, told = read_stamp(stamp.encode())
    assert (found, said in told if said else told == "") == (time, True), told


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_stamp_in_another_encoding(encoding):
    assert read_stamp("Mi 4. März 2026 10:00:00 UTC".encode(encoding))[0] == datetime(2026, 3, 4, 10)


@pytest.mark.parametrize(
    "stamp",
    [
        "yesterday",
        "",
        " \n",
        "10",
        "10:00",
        "27 Nov",
        "2026-11-27",
        "03/04/2026 10:00",
        "2026-11-27 10:00:00 CST",
        "2026-13-45 10:00:00 UTC",
        "Fr 27 Nov 10:00:00 2026, second try",
        "9" * 300,
        "0x12",
        "\0\1\2",
        "2026-11-27 10:00:00 UTC or so",
    ],
)
def test_no_time_is_guessed(stamp):
    found, told = read_stamp(stamp.encode())
    assert found is None
    assert told.endswith("when this was handed in is not known")
