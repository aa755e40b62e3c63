"""Is a file that somebody names on the command line read, whatever it is, and never without end?"""

import os
import threading

import pytest

from grader.submission import try_file
from grader.submission.one_file import grade_file
from grader.submission.try_file import NothingToGrade, bytes_of


@pytest.fixture(autouse=True)
def _small(monkeypatch):
    monkeypatch.setattr(try_file, "LARGEST_NOTEBOOK", 1_000_000)


def _sparse(path):
    path.touch()
    os.truncate(path, 10**13)
    return path


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "case, make, said",
    [
        ("nothing", lambda path: path, "there is no such file"),
        ("a device without end", lambda path: path.symlink_to("/dev/zero") or path, "is larger than 1 MB: not read"),
        ("a hole", _sparse, "is larger than 1 MB: not read"),
        ("a link that leads to itself", lambda path: path.symlink_to(path) or path, "cannot be read"),
    ],
)
@pytest.mark.parametrize("name", ["x.ipynb", "x.py"])
def test_what_cannot_be_graded_is_said(tmp_path, case, make, said, name):
    path = make(tmp_path / name)
    with pytest.raises(NothingToGrade, match=said):
        bytes_of(path)
    with pytest.raises(NothingToGrade, match=said if case != "a link that leads to itself" else "."):
        grade_file(path, unconfined=True)
    with pytest.raises(NothingToGrade, match=said):
        try_file._cells(path)


def test_a_pipe_is_read_as_a_file_is(tmp_path):
    """As in `python -m grader try corr2d <(cat solution.py)`; line ends are those of any text."""
    os.mkfifo(tmp_path / "pipe")
    threading.Thread(target=(tmp_path / "pipe").write_bytes, args=(b"\xef\xbb\xbfx = 1\r\ny = 2\r\n",)).start()
    assert [cell.source for cell in try_file._cells(tmp_path / "pipe")] == ["x = 1\ny = 2\n"]
    with pytest.raises(NothingToGrade, match="is a folder"):
        bytes_of(tmp_path)
