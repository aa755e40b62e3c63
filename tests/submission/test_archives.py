"""Does an archive that somebody else made give its plain files, within bounds, and nothing else?"""

import gzip
import io
import os
import stat
import subprocess
import tarfile
import zipfile
from pathlib import PurePosixPath

import pytest

from grader.submission import archives
from grader.submission.archives import Budget, members, safe_name
from grader.submission.handed_in import MOST_INFLATED, handed_in


def zipped(*entries):
    """Return a zip of (name, content) or (name, content, mode) entries."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content, *mode in entries:
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (mode[0] if mode else stat.S_IFREG | 0o644) << 16
            archive.writestr(entry, content)
    return data.getvalue()


def tarred(*entries, wrap=bytes):
    """Return a tar of (name, content, type) entries."""
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as archive:
        for name, content, kind in entries:
            entry = tarfile.TarInfo(name)
            entry.type, entry.linkname = kind, "/etc/passwd"
            entry.size = len(content) if kind == tarfile.REGTYPE else 0
            archive.addfile(entry, io.BytesIO(content))
    return wrap(data.getvalue())


def encrypted(data):
    """Set the flag that says that a zip's first file is encrypted."""
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(signature) + offset
        data = data[:at] + bytes([data[at] | 1]) + data[at + 1 :]
    return data


def lying_about_size(data):
    """Let a zip's list of contents say that its first file has ten bytes."""
    at = data.index(b"PK\x01\x02") + 24
    return data[:at] + (10).to_bytes(4, "little") + data[at + 4 :]


def sparse():
    """Return the header of a tar's file that is 1000 bytes of hole."""
    entry = tarfile.TarInfo("evil")
    entry.type = tarfile.GNUTYPE_SPARSE
    header = bytearray(entry.tobuf(tarfile.GNU_FORMAT))
    header[483:495] = b"00000001750\0"  # its size when unpacked
    header[148:156] = b" " * 8
    header[148:156] = b"%06o\0 " % sum(header[:512])
    return bytes(header)


GOOD = ("good.txt", b"good")
FILE = tarfile.REGTYPE


@pytest.mark.parametrize(
    "case, data, refused",
    [
        ("plain", zipped(GOOD), ""),
        ("a name that climbs", zipped(("../evil", b"x"), GOOD), "../evil has a name that leads out of its folder"),
        ("climbs inside", zipped(("a/../../evil", b"x"), GOOD), "has a name that leads out of its folder"),
        ("climbs with backslashes", zipped(("a\\..\\..\\evil", b"x"), GOOD), "has a name that leads out of its folder"),
        ("absolute", zipped(("/etc/evil", b"x"), GOOD), "/etc/evil has a name that leads out of its folder"),
        ("a drive", zipped(("C:\\evil", b"x"), GOOD), "has a name that leads out of its folder"),
        ("another machine", zipped(("\\\\host\\share\\evil", b"x"), GOOD), "has a name that leads out of its folder"),
        ("a link", zipped(("evil", b"/etc/passwd", stat.S_IFLNK | 0o777), GOOD), "evil is a link"),
        ("a pipe", zipped(("evil", b"", stat.S_IFIFO | 0o644), GOOD), "evil is not a plain file"),
        ("encrypted", encrypted(zipped(("evil", b"x"), GOOD)), "evil is encrypted"),
        ("deep", zipped(("d/" * 40 + "evil", b"x"), GOOD), "has a name that leads out of its folder, or cannot be"),
        ("a long name", zipped(("e" * 300, b"x"), GOOD), "has a name that leads out of its folder, or cannot be"),
        ("larger than one may be", zipped(("evil", bytes(2000)), GOOD), "evil is larger than"),
        ("lies about its size", lying_about_size(zipped(("evil", bytes(2000)), GOOD)), "evil is"),
        ("cut short", zipped(GOOD, ("evil", b"x" * 900))[:-30], "is damaged"),
        ("tar", tarred((*GOOD, FILE)), ""),
        ("tar, climbs", tarred(("../evil", b"x", FILE), (*GOOD, FILE)), "../evil has a name that leads out"),
        ("tar, absolute", tarred(("/evil", b"x", FILE), (*GOOD, FILE)), "/evil has a name that leads out"),
        ("tar, a link", tarred(("evil", b"", tarfile.SYMTYPE), (*GOOD, FILE)), "evil is a link"),
        ("tar, a hard link", tarred(("evil", b"", tarfile.LNKTYPE), (*GOOD, FILE)), "evil is a link"),
        ("tar, a device", tarred(("evil", b"", tarfile.CHRTYPE), (*GOOD, FILE)), "evil is not a plain file"),
        ("tar, gzip", tarred((*GOOD, FILE), wrap=gzip.compress), ""),
        ("tar, larger than one may be", tarred(("evil", bytes(2000), FILE), (*GOOD, FILE)), "evil is larger than"),
        ("tar, cut short", tarred((*GOOD, FILE), ("evil", b"x" * 900, FILE))[:1700], "is damaged"),
        (
            "gzip, cut short",
            tarred((*GOOD, FILE), ("evil", os.urandom(900), FILE), wrap=gzip.compress)[:-400],
            "is damaged",
        ),
        ("tar, of holes", sparse() + tarred((*GOOD, FILE)), "evil is not a plain file"),
        ("what a Mac adds", zipped((f"__MACOSX/{GOOD[0]}", b"x"), ("hw/.DS_Store", b"x"), GOOD), ""),
        ("what Windows adds", zipped(("Thumbs.db", b"x"), ("hw/desktop.ini", b"x"), GOOD), ""),
        ("rar", b"Rar!\x1a\x07\x01\0" + bytes(300), "of a kind that is not opened here (rar)"),
    ],
)
def test_only_plain_files_with_safe_names_come_out(case, data, refused):
    budget = Budget(entries=10, total=100_000, each=1000)
    found = dict(members(io.BytesIO(data), "a.zip", budget))
    assert refused in "\n".join(budget.refused), budget.refused
    assert bool(refused) == bool(budget.refused), case
    assert set(found) <= {PurePosixPath("good.txt")}
    if "cut short" not in case and case != "rar":
        assert found == {PurePosixPath("good.txt"): b"good"}


@pytest.mark.parametrize(
    "case, data, why",
    [
        ("many small files", zipped(*((f"{n}", b"") for n in range(20))), "more files than"),
        ("many zeros in many files", zipped(*((f"{n}", bytes(900)) for n in range(9))), "more than may be taken"),
        ("tar of zeros", tarred(("a", bytes(90_000), FILE), wrap=gzip.compress), "more than may be taken"),
        ("zeros behind a tar", gzip.compress(tarred((*GOOD, FILE)) + b"\1" * 90_000), ""),
    ],
)
def test_what_is_counted_is_what_comes_out(case, data, why):
    assert len(data) < 5000, case
    budget = Budget(entries=10, total=5000, each=1000)
    taken = list(members(io.BytesIO(data), "bomb", budget))
    assert sum(len(content) for _, content in taken) <= 5000
    assert why in "\n".join(budget.refused), budget.refused


def test_what_was_left_out_is_said_fifty_times_and_no_more():
    """An archive of ten thousand links must not make a list of ten thousand lines."""
    links = [(f"evil{n}", b"/etc", stat.S_IFLNK | 0o777) for n in range(80)]
    budget = Budget(entries=100, total=5000, each=1000)
    assert list(members(io.BytesIO(zipped(*links)), "a.zip", budget)) == []
    assert len(budget.refused) == 50


def test_a_list_of_contents_that_claims_gigabytes_is_not_read(monkeypatch):
    data = zipped(GOOD)
    monkeypatch.setattr(archives, "LARGEST_DIRECTORY", 40)
    budget = Budget(10, 5000, 1000)
    assert list(members(io.BytesIO(data), "a.zip", budget)) == []
    assert "its list of contents is damaged or too large" in budget.refused[0]


def test_archives_in_archives_end_somewhere(tmp_path):
    data = zipped(GOOD)
    for _ in range(6):
        data = zipped(("inner.zip", data))
    (tmp_path / "a.zip").write_bytes(data)
    oddities = []
    files = handed_in(tmp_path, oddities)
    assert [file.where.name for file in files] == ["a.zip", "inner.zip", "inner.zip", "inner.zip"]
    assert "is an archive in too many others" in oddities[0]


def test_the_bombs_of_one_student_are_counted_together(tmp_path):
    zeros = zipped(*((f"{n}", bytes(60_000_000)) for n in range(2)))
    for name in ("a.zip", "b.zip", "c.zip"):
        (tmp_path / name).write_bytes(zeros)
    oddities = []
    files = handed_in(tmp_path, oddities)
    assert sum(file.size for file in files if file.in_archive) <= MOST_INFLATED
    assert "c.zip was read in part only: it holds more than may be taken out of an archive: left out" in oddities


@pytest.mark.parametrize("name", ["", ".", "..", "a/..", "/", "\\", "a\0b", "c:x", ":x", "x" * 201, "/".join("d" * 20)])
def test_names_that_are_none(name):
    assert safe_name(name) is None


def test_folders_without_end_are_not_followed(tmp_path):
    """Thousands deep: a walk that calls itself would end in a RecursionError, and so would pytest's cleaning up."""
    here = os.getcwd()
    os.chdir(tmp_path)
    try:
        for _ in range(1500):
            os.mkdir("d")
            os.chdir("d")
        os.chdir(tmp_path)
        oddities = []
        assert handed_in(tmp_path, oddities) == []
        assert oddities == ["folders lie more than 20 deep in one another: the rest was left out"]
    finally:
        os.chdir(here)
        subprocess.run(["rm", "-rf", str(tmp_path / "d")], check=True)
