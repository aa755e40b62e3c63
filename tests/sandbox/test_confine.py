"""Is student code confined, refused where it cannot be, and bounded by limits that say which one was exceeded?"""

import ctypes.util
import json
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import nbformat
import pyseccomp  # before confinement, after which nothing new may be started to find libraries
import pytest
import sandlock

from grader.cohort.grading import grade_class
from grader.packs import load_hidden, load_public
from grader.sandbox import client, confine, isolation, usage
from grader.sandbox.fork import environment
from grader.sandbox.isolation import CannotConfine
from grader.sandbox.notebook_run import NotebookRun, kept, shortened
from grader.sandbox.usage import exceeded
from grader.submission.grading import grade_notebook
from grader.tasks import COURSE
from grader.verdict.referee import grade_task
from grader.verdict.wording import without_sizes
from tests.submissions.build import example, hand_in

ASSIGNMENT = "1-cross-correlation"


# -- a machine that cannot confine -----------------------------------------------------------------------------------


NO_LANDLOCK = {"files": ["the kernel has no Landlock"], "calls": []}
SECCOMP, LANDLOCK = (False, True), (True, False)  # what still holds: (Landlock, seccomp)


def broken(*_):
    raise OSError("no such library")


@pytest.mark.parametrize(
    "case, place, name, value, said, holds",
    [
        ("no Landlock", sandlock, "landlock_abi_version", lambda: 0, "the kernel has no Landlock; version 6", SECCOMP),
        ("older Linux", sandlock, "landlock_abi_version", lambda: 4, "the kernel has Landlock version 4; ver", SECCOMP),
        ("sandlock broken", sandlock, "landlock_abi_version", broken, "sandlock cannot be used (no such li", SECCOMP),
        ("no libseccomp", ctypes.util, "find_library", lambda name: None, "libseccomp is not installed", LANDLOCK),
        ("a name unknown to libseccomp", pyseccomp, "resolve_syscall", lambda *_: -1, "does not know the", LANDLOCK),
        ("libseccomp broken", pyseccomp, "resolve_syscall", broken, "system calls cannot be made (no such", LANDLOCK),
    ],
)
def test_what_is_missing_is_named_and_what_still_holds(case, place, name, value, said, holds, monkeypatch):
    monkeypatch.setattr(place, name, value)
    asked_anew()
    assert said in "; ".join(confine.missing()), case
    with pytest.raises(CannotConfine) as refusal:
        isolation.isolation()
    for part in (said, "Grade on a machine that can", "--unconfined", "c.NotebookRun.unconfined = True"):
        assert part in str(refusal.value), case
    words = isolation.isolation(unconfined=True)
    assert words.startswith("not confined: ") and said in words, case
    assert ("landlock" in words.split("(")[0], "seccomp" in words.split("(")[0]) == holds, case


def asked_anew():
    confine._system_calls.cache_clear()
    confine._libseccomp.cache_clear()


@pytest.fixture(autouse=True)
def filter_made_anew():
    yield
    asked_anew()


def test_on_another_system_nothing_is_graded_and_the_flag_does_not_help(monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    for unconfined in (False, True):
        with pytest.raises(CannotConfine) as refusal:
            isolation.isolation(unconfined)
        assert "grading needs Linux: this is darwin" in str(refusal.value)
        assert "--unconfined does not help here" in str(refusal.value)


def test_on_another_system_no_server_is_started(monkeypatch):
    """Its socket cannot be made there, and the error would say "Protocol not supported"."""
    started = []
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(client, "_server", None)
    monkeypatch.setattr(client, "ForkServer", lambda: started.append(True))
    client.start()  # too early to refuse: `notebook --gradescope` has a file to write that says why
    with pytest.raises(CannotConfine, match="grading needs Linux: this is darwin"):
        client.fork_server()
    assert not started


def test_a_filter_that_does_not_hold_ends_the_process(tmp_path, monkeypatch):
    """The proof before student code: with the filter left out, the process does not go on."""

    class Nothing:
        def load(self):
            pass

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(confine, "_system_calls", Nothing)
    said = confined(lambda: None, str(tmp_path), None)
    assert "never confined" in said and "it can still open a socket" in said


def test_a_call_of_another_processor_needs_no_rule(monkeypatch):
    monkeypatch.setattr(pyseccomp, "resolve_syscall", lambda *_: -10_001)
    rules = []
    confine._add_rule(rules, None, "arm_fadvise64_64")
    assert rules == []


def test_this_machine_can():
    assert confine.missing() == []
    assert isolation.isolation() == isolation.isolation(unconfined=True) == "landlock + seccomp + rlimits"


def test_a_class_is_refused_before_anything_is_touched(course, monkeypatch):
    hand_in(course, ASSIGNMENT, "s001", example(ASSIGNMENT, "model"))
    monkeypatch.setattr(isolation, "lacking", lambda: NO_LANDLOCK)
    before = sorted(course.rglob("*"))
    with pytest.raises(CannotConfine):
        grade_class(course, ASSIGNMENT)
    assert sorted(course.rglob("*")) == before


@pytest.mark.slow
def test_unconfined_grades_and_says_so(tmp_path, monkeypatch):
    """The guard can fail: without confinement the same attempt does reach the file."""
    secret = tmp_path / "secret.txt"
    secret.write_text("mine")
    nb = example(ASSIGNMENT, "model")
    nb.cells.append(nbformat.v4.new_code_cell(f"print(open({str(secret)!r}).read())"))
    grades, _, how = grade_notebook(nb, ASSIGNMENT, None)
    assert "PermissionError" in json.dumps(nb.cells[-1].outputs) and how == confine.ISOLATION
    monkeypatch.setattr(isolation, "lacking", lambda: NO_LANDLOCK)
    monkeypatch.setattr(isolation, "_fails", lambda calls=False, account=False: "no other account" if account else "")
    nb.cells.append(nbformat.v4.new_code_cell("import socket\nsocket.socket()"))
    open_grades, _, how = grade_notebook(nb, ASSIGNMENT, None, unconfined=True)
    assert "mine" in json.dumps(nb.cells[-2].outputs)
    assert "PermissionError" in json.dumps(nb.cells[-1].outputs)  # the system calls are still held
    assert how.startswith("not confined: seccomp + rlimits, under the grader's own account (the kernel has no Landlock")
    assert [grade.score for grade in open_grades] == [grade.score for grade in grades]


# -- one process, confined -------------------------------------------------------------------------------------------


def confined(attempt, folder, user):
    """Run `attempt` in a fork that is confined to `folder`, as `user`; return its error's name, or "reached"."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        said = "never confined"
        try:
            if user:
                os.setgroups([]), os.setgid(user), os.setuid(user)
            confine.confine(folder, {"memory": 10**9, "cpu": 20, "file": 10**6})
            said = "confined"
            attempt()
            said = "reached"
        except BaseException as error:
            said = type(error).__name__ if said == "confined" else f"{said}: {error!r}"
        os.write(writing, said.encode())
        os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    with os.fdopen(reading) as file:
        return file.read()


NOBODY = 65534
USERS = [0, NOBODY] if os.geteuid() == 0 else [None]
LIBC = ctypes.CDLL(None, use_errno=True)


def lease():
    import fcntl

    fcntl.fcntl(os.open(os.__file__, os.O_RDONLY), fcntl.F_SETLEASE, fcntl.F_RDLCK)


def lock():
    import fcntl

    fcntl.flock(os.open(os.__file__, os.O_RDONLY), fcntl.LOCK_SH)


def record_lock():
    import fcntl

    fcntl.lockf(os.open("mine", os.O_RDWR | os.O_CREAT), fcntl.LOCK_EX)


def prctl(*arguments):
    if LIBC.prctl(*arguments, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "prctl")


def pair():
    socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)


def memory_file():
    os.memfd_create("x")


@pytest.mark.parametrize("user", USERS)
@pytest.mark.parametrize(
    "case, attempt, wanted",
    [
        ("read outside", Path("/etc/passwd").read_text, "PermissionError"),
        ("list the root", lambda: os.listdir("/"), "PermissionError"),
        ("write outside", Path("/tmp/convolutions-was-here").touch, "PermissionError"),
        ("other processes", Path("/proc/1/status").read_text, "PermissionError"),
        ("signal the parent", lambda: os.kill(os.getppid(), 0), "PermissionError"),
        ("processors of the parent", lambda: os.sched_setaffinity(os.getppid(), {0}), "PermissionError"),
        ("a process", os.fork, "PermissionError"),
        ("a program", lambda: subprocess.run(["/bin/true"]), "PermissionError"),
        ("the network", lambda: socket.socket(socket.AF_INET), "PermissionError"),
        ("a pair of datagram sockets", pair, "PermissionError"),
        ("a memory file", memory_file, "PermissionError"),
        ("a lease", lease, "PermissionError"),
        ("change a mode", lambda: os.chmod(".", 0o700), "PermissionError"),
        ("too much memory", lambda: bytearray(2 * 10**9), "MemoryError"),
        ("its own folder", Path("own").touch, "reached"),
        ("Python's files", Path(os.__file__).read_text, "reached"),
        ("a pair of stream sockets", socket.socketpair, "reached"),
        ("a local socket", lambda: socket.socket(socket.AF_UNIX), "PermissionError"),
        ("a path for a pair", lambda: socket.socketpair()[0].bind("path"), "PermissionError"),
        ("a lock that others see", lock, "PermissionError"),
        ("a lock of another kind", record_lock, "PermissionError"),
        ("a name that others see", lambda: prctl(15, b"x"), "PermissionError"),
        ("to outlive the parent", lambda: prctl(1, 0), "PermissionError"),
    ],
)
def test_a_confined_process(case, attempt, wanted, user, tmp_path, monkeypatch):
    if case == "Python's files" and user == NOBODY and not readable_to_others(os.__file__):
        pytest.skip("this Python is installed where only its owner can read it")
    if case == "a lease" and user == NOBODY and not readable_to_others(os.__file__):
        pytest.skip("this Python is installed where only its owner can read it")
    monkeypatch.chdir(tmp_path)
    if user:
        os.chown(tmp_path, user, user)
        for folder in [*tmp_path.parents][:3]:
            folder.chmod(folder.stat().st_mode | 0o111) if str(folder).startswith("/tmp/pytest") else None
    assert confined(attempt, str(tmp_path), user) == wanted, case


def readable_to_others(path):
    while path != "/":
        if not os.stat(path).st_mode & 0o001 and not os.path.isfile(path):
            return False
        path = os.path.dirname(path)
    return True


def test_nothing_is_refused_without_confinement():
    """The table above can fail: most of it is allowed to an ordinary process."""
    os.kill(os.getppid(), 0)
    for attempt in (pair, memory_file, lock, lambda: os.listdir("/"), lambda: socket.socket(socket.AF_INET)):
        attempt()


# -- limits ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "case, use, said",
    [
        ("nothing", lambda folder: None, None),
        ("bytes", lambda folder: (folder / "a").write_bytes(bytes(200_000)), "it wrote more than 0 MB of files"),
        ("files", lambda folder: [(folder / str(i)).touch() for i in range(9)], "it made more than 8 files"),
        ("a hole", lambda folder: os.truncate((folder / "a").touch() or folder / "a", 10**12), None),
        ("a link", lambda folder: (folder / "a").symlink_to("/"), None),
    ],
)
def test_use_is_counted_from_outside(case, use, said, tmp_path):
    use(tmp_path)
    assert exceeded(tmp_path, os.getpid(), 100_000, 8, 1_000) == said, case


def test_a_deleted_file_still_counts(tmp_path):
    with open(tmp_path / "a", "wb") as file:
        file.write(bytes(200_000))
        file.flush()
        os.remove(tmp_path / "a")
        assert exceeded(tmp_path, os.getpid(), 100_000, 8, 1_000) == "it wrote more than 0 MB of files"


def test_threads_count(tmp_path):
    assert exceeded(tmp_path, os.getpid(), 10**9, 8, 0) == "it started more than 0 threads"


def test_folders_in_folders_are_a_limit_too(tmp_path):
    (tmp_path / "/".join("d" * (usage.MOST_LEVELS - 2))).mkdir(parents=True)
    assert exceeded(tmp_path, os.getpid(), 10**9, 100, 1_000) is None
    (tmp_path / "/".join("d" * (usage.MOST_LEVELS + 2))).mkdir(parents=True)
    assert exceeded(tmp_path, os.getpid(), 10**9, 1_000, 1_000) == "it made folders more than 50 levels deep"


def test_every_limit_can_be_configured():
    limits = {name for name, trait in NotebookRun.class_traits(config=True).items() if trait.this_class is NotebookRun}
    assert limits >= {"timeout", "case_seconds", "task_seconds", "total_seconds", "most_memory", "most_file_bytes"}
    assert limits >= {"most_disk", "most_files", "most_threads", "most_output", "most_notebook_output", "most_message"}
    assert limits >= {"most_sent", "most_replays", "unconfined"}
    assert all(NotebookRun.class_traits()[name].help for name in limits)


def test_answers_are_shortened():
    assert shortened({"a": ["x" * 5_000, 1.0]}) == {"a": ["x" * 2_000, 1.0]}


# -- what a forged answer can say --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "answer, wanted",
    [
        (None, {"missing": True, "note": "Nothing came back when this task was looked at."}),
        ({"public": [1], "own": [2], "given": [3], "note": "full marks"}, {"public": [1]}),
        ({"missing": True, "near": "<b>", "note": "full marks"}, {"missing": True, "near": None}),
        ({"missing": True, "near": "Conv2d"}, {"missing": True, "near": "Conv2d"}),
        (
            {"missing": True, "given": True, "note": "full marks"},
            {"missing": True, "near": None, "note": "This is the given version that ships; write your own."},
        ),
    ],
)
def test_a_forged_answer_brings_nothing_along(answer, wanted):
    assert kept(answer) == wanted


@pytest.mark.parametrize(
    "reason, said",
    [
        ("raised ValueError", "raised ValueError"),
        ("raised E0.123,0.456", "raised an exception of its own"),
        ("raised E0.123, expected ValueError", "raised an exception of its own, expected ValueError"),
        ("returned shape (3, 4), expected (2, 2)", "the result has the wrong shape"),
        ("returned a tensor of shape (123456789,), expected a number", "returned a tensor, expected a number"),
        ("returned T0.123, expected a tensor", "returned something else, expected a tensor"),
        ("returned a tensor of 123456789 numbers, expected a tensor", "returned something else, expected a tensor"),
        ("returned None, expected a tensor", "returned None, expected a tensor"),
        ("`weight` has shape (1234,), expected (2, 3)", "`weight` has the wrong shape"),
        ("3 of 12 values differ", "3 of 12 values differ"),
    ],
)
def test_a_hidden_case_is_reported_without_names_the_student_chose(reason, said):
    assert without_sizes(reason) == said


FORGED = [
    None,
    3,
    "x",
    [],
    [3],
    {"dict": 5},
    {"dict": [[1]]},
    {"raised": 3},
    {"tuple": 3},
    {"tuple": [{"tensor": 1}, 2]},
]


@pytest.mark.parametrize("name", [n for n in COURSE.assignment(ASSIGNMENT).task_names if n != "why_no_error"])
@pytest.mark.parametrize("value", FORGED, ids=str)
def test_no_form_of_answer_stops_the_referee(name, value):
    public, hidden = load_public(ASSIGNMENT)["tasks"][name], load_hidden(ASSIGNMENT)["tasks"][name]
    submission = {"value": value, "public": value, "own": [value] * 99, "given": value}
    grade = grade_task(name, submission, public, hidden)
    assert grade.score == 0


def test_a_killed_fork_is_reaped_and_the_server_lives_on(tmp_path):
    server = client.fork_server()
    (tmp_path / "files").mkdir()
    limits = {"memory": 10**9, "cpu": 20, "file": 10**6}
    request = {"folder": str(tmp_path), "environment": environment(tmp_path), "limits": limits}
    ours, theirs = socket.socketpair()
    process = client.ForkedProcess(*server.fork(theirs, held=isolation.Hold().parts, **request))
    theirs.close()
    assert process.alive()
    assert not Path(f"/proc/{process.pid}/cmdline").read_bytes()  # which others could read, and it could write
    process.kill()
    assert not process.alive() and server.alive()
    end = time.monotonic() + 20
    while Path(f"/proc/{process.pid}").exists() and time.monotonic() < end:
        time.sleep(0.05)
    assert not Path(f"/proc/{process.pid}").exists()


def test_a_server_that_cannot_start_says_why(monkeypatch):
    monkeypatch.setattr(client, "START", "import no_such_module_of_ours  # {root}")
    server = client.ForkServer()
    server.tell(client.Preloads())
    with pytest.raises(client.CannotStart) as refusal:
        server.wait_until_ready()
    assert "ended: ModuleNotFoundError: No module named 'no_such_module_of_ours'" in str(refusal.value)
    server.close()
