"""Is a folder that somebody else has filled looked through within bounds, and what is left out said in few words?"""

import os
from pathlib import Path

import pytest

from grader.sandbox.plain_files import MOST_ENTRIES, MOST_TOLD, copy_plain_files, plain_files
from grader.submission import handed_in
from grader.submission.attempts import handed_in_at


@pytest.mark.parametrize(
    "kind, make", [("is a link", lambda path: path.symlink_to("/etc/passwd")), ("is not a plain file", os.mkfifo)]
)
def test_thousands_are_counted_and_not_listed(tmp_path, kind, make):
    for number in range(500):
        make(tmp_path / f"{number:03}")
    oddities = []
    assert list(plain_files(tmp_path, oddities)) == []
    assert len(oddities) == MOST_TOLD + 1
    assert oddities[0] == f"000 {kind}: left out"
    assert oddities[-1] == f"{500 - MOST_TOLD} more of which each {kind}: left out"


@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_cannot_be_read_is_said(tmp_path, monkeypatch, what):
    """For root everything can be read, so the answer of the system is made up here."""
    closed = tmp_path / "closed"
    closed.mkdir() if what == "folder" else closed.touch()
    (tmp_path / "open.txt").touch()
    asked = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != closed and asked(path, mode))
    oddities = []
    assert [path.name for path, _ in plain_files(tmp_path, oddities)] == ["open.txt"]
    assert oddities == [f"closed {'is a folder that ' if what == 'folder' else ''}cannot be read: left out"]


def test_folders_count_where_files_are_copied(tmp_path):
    """Each fork takes a copy; a thousand files may lie in twenty thousand folders."""
    for number in range(200):
        folder = tmp_path / "given" / str(number) / "/".join("d" * 15)
        folder.mkdir(parents=True)
        (folder / "a.txt").touch()
    (tmp_path / "copy").mkdir()
    copy_plain_files(tmp_path / "given", tmp_path / "copy", 1_000, 1_000)
    assert 1_900 < sum(len(folders) + len(names) for _, folders, names in os.walk(tmp_path / "copy")) <= MOST_ENTRIES


def test_many_names_of_one_large_file_are_not_all_looked_into(tmp_path, monkeypatch):
    monkeypatch.setattr(handed_in, "MOST_READ", 1_000_000)
    (tmp_path / "zz.ipynb").write_text("{}")
    with open(tmp_path / "a0.bin", "wb") as file:
        file.truncate(100_000)
    for number in range(1, 50):
        os.link(tmp_path / "a0.bin", tmp_path / f"a{number}.bin")
    oddities = []
    files = handed_in.handed_in(tmp_path, oddities)
    assert len(files) == 6  # five of them, and the notebook
    assert files[-1].where.name == "zz.ipynb"
    assert "is beyond the 0 MB that are looked at: left out" in oddities[0]
    assert len(handed_in.fingerprint_folder(tmp_path)) == 16


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "make",
    [os.mkfifo, os.mkdir, lambda path: path.symlink_to("/dev/zero"), lambda path: os.truncate(_new(path), 10**13)],
    ids=["pipe", "folder", "link", "hole"],
)
def test_no_time_stamp_is_waited_for(tmp_path, make):
    make(tmp_path / "timestamp.txt")
    assert handed_in_at(tmp_path) is None


def _new(path):
    path.touch()
    return path
