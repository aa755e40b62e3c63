"""Does an escape sequence from a submission ever reach the instructor's terminal?"""

import os
import pty
import re
import subprocess
import sys

import nbformat
import pytest

from grader.errors import printable
from grader.places import ROOT
from grader.terminal import PlainStream, plain
from tests.submissions.build import example, fill, hand_in

ESC = "\x1b]0;owned\x07\x1b[2J\x1b[31m"
ASSIGNMENT = "1-cross-correlation"
# what a program prints for itself: the frame of a progress bar
OWN = ("\x1b[A",)


@pytest.mark.parametrize(
    "case, text, shown",
    [
        ("colours and titles", f"a{ESC}b", "a?]0;owned??[2J?[31mb"),
        ("8-bit control", "a\x9b2Jb", "a?2Jb"),
        ("turned around", "a\u202eb", "a?b"),
        ("lines and tabs stay", "a\n\tb\r", "a\n\tb\r"),
        ("letters stay", "Grüße, 学生 ✓", "Grüße, 学生 ✓"),
    ],
)
def test_plain(case, text, shown):
    assert plain(text) == shown, case
    assert "\x1b" not in printable(text)


def test_what_an_encoding_lacks_is_no_traceback(tmp_path):
    with open(tmp_path / "out", "w", encoding="cp1252") as file:
        PlainStream(file).write("学生 é\n")
    assert (tmp_path / "out").read_bytes().splitlines() == ["?? é".encode("cp1252")]


COLOUR = re.compile(r"\x1b\[(38;5;|3)?\d*m|\x1b\(B")  # of nbgrader's log


def on_a_terminal(*arguments, cwd=ROOT, timeout=240):
    """Run a program with a terminal as its output, and return every byte that the terminal got."""
    ours, theirs = pty.openpty()
    environment = os.environ | {"PYTHONPATH": str(ROOT), "TERM": "xterm"}
    process = subprocess.Popen(
        [sys.executable, *arguments], stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs, cwd=cwd, env=environment
    )
    os.close(theirs)
    seen = b""
    while True:
        try:
            chunk = os.read(ours, 65536)
        except OSError:  # the other end is closed
            break
        if not chunk:
            break
        seen += chunk
    process.wait(timeout)
    os.close(ours)
    return seen.decode(errors="replace")


def controls(seen):
    """Return the control characters that a terminal was sent, less a progress bar's own."""
    for own in OWN:
        seen = seen.replace(own, "")
    return {letter for letter in seen if not letter.isprintable() and letter not in "\n\r\t"}


RAISES = {
    "in an exception": f"raise ValueError({ESC!r})",
    "in an exception's class": f"raise type({'Wrong' + ESC!r}, (Exception,), {{}})('x')",
    "in what is printed": f"print({ESC!r})\nX = 1",
    "in a warning": f"import warnings\nwarnings.warn({ESC!r})",
    "in a class of the answer": f"def corr2d(X, K):\n    return type({'Tensor' + ESC!r}, (), {{}})()",
    "in the answer's exception": f"def corr2d(X, K):\n    raise KeyError({ESC!r})",
    "in a name of the answer's exception": (
        f"def corr2d(X, K):\n    raise type({'Odd' + ESC!r}, (RuntimeError,), {{}})({ESC!r})"
    ),
    "in a syntax error": f"x = 'a{ESC}' y",
    "in a comment of the failing line": f"def corr2d(X, K):\n    return undefined  # {ESC}",
}


@pytest.mark.slow
@pytest.mark.parametrize("case", RAISES)
def test_try(case, tmp_path):
    (tmp_path / "answer.py").write_text(RAISES[case])
    seen = on_a_terminal("-m", "grader", "try", "corr2d", str(tmp_path / "answer.py"))
    assert "corr2d" in seen
    assert controls(seen) == set(), case


@pytest.fixture(scope="module")
def planted(tmp_path_factory):
    """A course folder with a submission that has escape sequences wherever a text can stand."""
    import shutil

    root = tmp_path_factory.mktemp("planted")
    shutil.copytree(ROOT / "source", root / "source")
    nb = fill(
        example(ASSIGNMENT, "model"), f"# %% corr2d\n{RAISES['in a name of the answer' + chr(39) + 's exception']}"
    )
    nb.cells[0].metadata["nbgrader"] = {"grade_id": f"x{ESC}", "locked": False, "schema_version": 3, "grade": False}
    nb.cells[0].metadata["nbgrader"] |= {"solution": True, "task": False}
    nb.cells.append(nbformat.v4.new_code_cell(f"import numpy_{chr(0x200B)}\n{RAISES['in an exception']}"))
    nb.metadata["language_info"] = {"name": f"python{ESC}"}
    nb.metadata["kernelspec"] = {"name": f"k{ESC}", "display_name": f"k{ESC}"}
    folder = hand_in(root, ASSIGNMENT, "s001", nb)
    (folder / f"extra{ESC.replace('/', '')}.txt").write_text("x")
    (folder / "timestamp.txt").write_text(f"yesterday{ESC}")
    hand_in(root, ASSIGNMENT, "s002", nb)
    (root / "submitted" / "s002" / ASSIGNMENT / "cross-correlation.ipynb").write_text(f"not JSON {ESC}")
    return root


@pytest.mark.slow
def test_grade_and_report(planted):
    seen = on_a_terminal("-m", "grader", "grade", ASSIGNMENT, "--course", str(planted))
    assert "s001" in seen and "s002" in seen
    assert controls(seen) == set()
    seen = on_a_terminal("-m", "grader", "report", ASSIGNMENT, "--course", str(planted))
    assert "corr2d" in seen
    assert controls(seen) == set()
    seen = on_a_terminal("-m", "grader", "grade", ASSIGNMENT, "--course", str(planted), "--student", f"s{ESC}")
    assert "s?" in seen
    assert controls(seen) == set()


@pytest.mark.slow
@pytest.mark.parametrize("command", ["autograde", "generate_feedback"])
def test_nbgraders_own_commands(planted, command):
    """Stock commands, with this checkout's configuration beside the course."""
    configuration = (
        (ROOT / "nbgrader_config.py").read_text().replace("Path(__file__).resolve()", f"Path({str(ROOT)!r}, 'x')")
    )
    (planted / "nbgrader_config.py").write_text(configuration + f"\nc.CourseDirectory.root = {str(planted)!r}\n")
    seen = on_a_terminal("-m", "nbgrader", command, ASSIGNMENT, "--student", "s001", "--force", cwd=planted)
    assert "s001" in seen
    assert controls(COLOUR.sub("", seen)) == set()
