"""Does a PostgreSQL gradebook hold the same grades on a hub, with several graders at once of which one is killed?"""

import contextlib
import re
import signal
import subprocess
import sys
import time
from dataclasses import replace

import nbformat
import psutil
import pytest

from deploy.demo import as_role, prepare
from deploy.running import RunningHub
from deploy.settings import CHECKOUT
from grader.cohort.grading import grade_class
from grader.gradebook.reading import export
from tests.gradebook.test_postgres import PROGRAMS, server
from tests.hub.driver import ASSIGNMENT, NOTEBOOK, Hub, free_ports, missing
from tests.submissions.build import example, hand_in

pytestmark = [
    pytest.mark.hub,
    pytest.mark.slow,
    pytest.mark.timeout(900),
    pytest.mark.skipif(not PROGRAMS, reason="Debian's package postgresql is not installed"),
]

FILE = f"{ASSIGNMENT}/{NOTEBOOK}.ipynb"
SECRET = "correct-horse"
CLASS = {
    "s001": "model",
    "s002": "flipped",
    "s003": "d2l",
    "s004": "last_row",
    "s005": "half_done",
    "s006": "untouched",
}
ROSTER = "\n".join(
    ["id,first_name,last_name,email,role", "instructor1,,,,instructor", *(f"{s},,,,student" for s in CLASS)]
)
SPY = nbformat.v4.new_code_cell("import os\nprint(sorted(os.environ.items()))")


@contextlib.contextmanager
def hub_on(folder, url):
    """Yield a hub whose grader keeps the gradebook in the database at `url`."""
    settings = replace(
        prepare(folder, "one_class", free_ports(5), ROSTER + "\n", CHECKOUT / "private", (ASSIGNMENT,)), database=url
    )
    running = RunningHub("one_class", settings, folder / "hub.log")
    hub = Hub(running, "one_class")
    try:
        (hub.root / "gradebook.db").unlink()  # the class and its assignment are told to the other gradebook
        told = hub.run(hub.grader, sys.executable, "-m", "deploy.course_folder", ASSIGNMENT)
        assert told.returncode == 0, told.stderr
        running.wait_until_ready()
        yield hub
    finally:
        killed = running.stop()
    assert not killed


@pytest.fixture(scope="module")
def hub(tmp_path_factory):
    if missing():
        pytest.skip(missing())
    with server() as url, hub_on(tmp_path_factory.mktemp("hub"), url.replace("grader@", f"grader:{SECRET}@")) as hub:
        yield hub


@pytest.fixture(scope="module")
def class_work(hub):
    """The first student hands in through the hub, and everything is collected; the others' work is put beside it."""
    student = hub.log_in("s001").spawn()
    student.exchange("fetch")
    student.write_notebook(FILE, work("s001"))
    student.exchange("submit")
    teacher = hub.log_in("instructor1")
    teacher.spawn()
    formgrader = hub.formgrader(teacher)
    formgrader.collect()
    for name in CLASS:
        if name != "s001":
            hand_in(hub.root, ASSIGNMENT, name, work(name))
    return student, formgrader


def work(name):
    """A student's submission; the first one looks for secrets."""
    nb = example(ASSIGNMENT, CLASS[name])
    if name == "s001":
        nb.cells.insert(1, SPY)
    return nb


def grading(hub, *students):
    """Start `python -m grader grade` as the grader would in the terminal."""
    command = [sys.executable, "-m", "grader", "grade", ASSIGNMENT, "--jobs", "1"]
    command += [word for name in students for word in ("--student", name)]
    environment = as_role(hub.settings, hub.topology, hub.grader)
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE, "text": True}
    return subprocess.Popen(command, cwd=hub.root, env=environment, **quiet)


def graded(hub):
    """Whose grades are written down completely."""
    folder = hub.root / "private" / "evidence" / ASSIGNMENT
    return {path.stem for path in folder.glob("*.json") if '"submission"' in path.read_text(encoding="utf-8")}


def stored(hub, monkeypatch):
    """The canonical export of the hub's gradebook."""
    for name, value in as_role(hub.settings, hub.topology, hub.grader).items():
        monkeypatch.setenv(name, value)
    return export(hub.root, ASSIGNMENT)


def test_two_graders_at_once_and_one_is_killed(hub, class_work, tmp_path, monkeypatch):
    names = list(CLASS)
    first, second = grading(hub, *names[:3]), grading(hub, *names[3:])
    limit = time.monotonic() + 240
    while not graded(hub) & set(names[3:]) and second.poll() is None and time.monotonic() < limit:
        time.sleep(0.05)
    time.sleep(0.5)
    below = psutil.Process(second.pid).children(recursive=True)
    second.send_signal(signal.SIGKILL)
    assert second.wait(10) == -signal.SIGKILL, "it had finished before it was killed"
    _, errors = first.communicate(timeout=240)
    assert first.returncode == 0, errors
    before = graded(hub)
    assert set(names[:3]) <= before < set(names)
    _, alive = psutil.wait_procs(below, timeout=20)
    assert not alive, "what a killed grader leaves behind ends by itself"

    again = grading(hub)
    _, errors = again.communicate(timeout=240)
    assert again.returncode == 0, errors
    for name in names:
        hand_in(tmp_path, ASSIGNMENT, name, work(name))
    (tmp_path / "source").symlink_to(CHECKOUT / "source")
    undisturbed = grade_class(tmp_path, ASSIGNMENT)
    assert {result.status for result in undisturbed} == {"graded"}
    expected = export(tmp_path, ASSIGNMENT)
    assert (tmp_path / "gradebook.db").exists()
    assert stored(hub, monkeypatch) == expected
    assert not (hub.root / "gradebook.db").exists()


def test_marks_and_feedback_go_through_the_same_database(hub, class_work, monkeypatch):
    student, formgrader = class_work
    formgrader.autograde("s001")
    formgrader.mark("s001", "answer-why_no_error", 1.5, "Say which tensor is a leaf.")
    assert formgrader.submission("s001")["score"] == 19.5
    assert stored(hub, monkeypatch)["s001"]["why_no_error"]["score"] == 1.5
    for step in ("generate_feedback", "release_feedback"):  # for one: the others' work did not come from the exchange
        answer = formgrader.server.post(f"formgrader/api/assignment/{ASSIGNMENT}/s001/{step}").json()
        assert answer["success"], answer["log"][-2000:]
    student.exchange("fetch_feedback")
    (page,) = (hub.home("s001") / ASSIGNMENT / "feedback").rglob("*.html")
    assert "(Score: 19.5 / 20.0)" in page.read_text(encoding="utf-8")


def test_the_password_is_on_no_page_and_in_no_students_hands(hub, class_work):
    student, formgrader = class_work
    formgrader.autograde("s001")
    seen = {"": formgrader.page("")}
    waiting = ["manage_assignments", "gradebook", "manage_students", f"manage_submissions/{ASSIGNMENT}"]
    waiting += [f"gradebook/{ASSIGNMENT}", f"gradebook/{ASSIGNMENT}/{NOTEBOOK}", f"manage_students/s001/{ASSIGNMENT}"]
    waiting += ["api/assignments", f"api/submissions/{ASSIGNMENT}", "api/students"]
    waiting.append(f"submissions/{formgrader.notebook_id('s001')}")
    for path in waiting:
        seen[path] = formgrader.page(path)
    seen["a page that is not there"] = formgrader.server.get("formgrader/submissions/none", check=False).text
    assert [path for path, text in seen.items() if SECRET in text] == []
    environment = student.run("import os; print(sorted(os.environ.items()))")
    assert "JUPYTERHUB_USER" in environment and SECRET not in environment
    spied = (hub.root / "autograded" / "s001" / FILE).read_text(encoding="utf-8")
    assert "OMP_NUM_THREADS" in spied and SECRET not in spied, "what the student's code saw while it was graded"
    assert not re.search(SECRET, hub.running.log.read_text(errors="replace"))
