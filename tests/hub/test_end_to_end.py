"""Does a course go from log-in to feedback on a real hub, and does a student's token open nothing else?"""

import json
from pathlib import Path

import nbformat
import pytest
import requests

from grader.gradebook.reading import export
from grader.sandbox.confine import ISOLATION
from tests.hub.conftest import VERSIONS
from tests.hub.driver import ASSIGNMENT, NOTEBOOK
from tests.submissions.build import example

pytestmark = [pytest.mark.hub, pytest.mark.slow, pytest.mark.timeout(600)]

FILE = f"{ASSIGNMENT}/{NOTEBOOK}.ipynb"
WRITTEN = "answer-why_no_error"
FULL = {  # what the model solution gets by machine
    "check-predicted_outputs": 2,
    "check-corr2d": 5,
    "check-corr2d_fixed": 2,
    "check-exposing_case": 2,
    "check-convolve2d": 2,
    "check-Conv2D": 4,
    "check-kernel_gradient": 1,
}
FLIPPED = FULL | {  # and one that flips the kernel
    "check-predicted_outputs": 0,
    "check-corr2d": 2,
    "check-corr2d_fixed": 0.6,
    "check-Conv2D": 3,
    "check-kernel_gradient": 0,
}


def hubs(*topologies):
    """Parameters: each topology under each version; the first one is what CI always runs."""
    pairs = [(topology, version) for topology in topologies for version in VERSIONS]
    quick = [pytest.mark.quick_hub]
    return [pytest.param(*pair, id="-".join(pair), marks=quick if pair == pairs[0] else []) for pair in pairs]


@pytest.mark.parametrize("topology, version", hubs("one_class", "shared_grader"))
def test_from_log_in_to_feedback(start_hub, topology, version):
    with start_hub(topology, version) as hub:
        assert requests.get(f"{hub.url}/hub/api/", timeout=10).json()["version"] == version
        with pytest.raises(PermissionError):
            hub.log_in("s003")
        first = hands_in(hub, "s001", "model")
        teacher = hub.log_in("instructor1")
        if topology == "one_class":
            teacher.spawn()
        formgrader = hub.formgrader(teacher)
        if topology == "shared_grader":
            hands_in(hub, "s002", "flipped")
        a_student_opens_nothing_else(hub, first)
        assert "[DEBUG]" not in formgrader.collect()["log"], "formgrader's dialogs show what happened, and no more"
        handed_in = hub.root / "submitted" / "s001" / ASSIGNMENT / f"{NOTEBOOK}.ipynb"
        assert sources(nbformat.read(handed_in, as_version=4)) == sources(example(ASSIGNMENT, "model"))

        formgrader.autograde("s001")
        assert automatic(formgrader, "s001") == FULL
        evidence = json.loads((hub.root / "private" / "evidence" / ASSIGNMENT / "s001.json").read_text())
        assert evidence["isolation"] == ISOLATION
        if topology == "shared_grader":
            the_second_instructor_marks(hub)
        formgrader.mark("s001", WRITTEN, 1.5, "Say which tensor is a leaf.")
        score = formgrader.submission("s001")
        assert (score["score"], score["written_score"], score["needs_manual_grade"]) == (19.5, 1.5, False)
        stored = export(hub.root, ASSIGNMENT)["s001"]
        assert {task: grade["score"] for task, grade in stored.items()} == {
            name.removeprefix("check-"): score for name, score in FULL.items()
        } | {"why_no_error": 1.5}

        formgrader.generate_feedback()
        formgrader.release_feedback()
        page = feedback_of(hub, first, "s001")
        assert "Say which tensor is a leaf." in page
        assert "(Score: 19.5 / 20.0)" in page
        if topology == "shared_grader":
            theirs = feedback_of(hub, hub.log_in("s002").server(), "s002")
            assert "the kernel is flipped in both directions" in theirs
            assert "Say which tensor is a leaf." not in theirs


def hands_in(hub, name, solution):
    """Fetch, work, submit, by the buttons of the assignment list; return the server."""
    server = hub.log_in(name).spawn()
    assert set(server.assignments()) == {(ASSIGNMENT, "released")}
    server.exchange("fetch")
    nb = nbformat.from_dict(server.read(FILE))
    assert not any("BEGIN SOLUTION" in cell.source for cell in nb.cells)
    assert server.validate(FILE)["value"], "an unsolved notebook is not valid"
    server.write_notebook(FILE, example(ASSIGNMENT, solution))
    server.exchange("submit")
    (folder,) = (Path(hub.settings.exchange) / hub.settings.course / "inbound").glob(f"{name}+{ASSIGNMENT}+*")
    assert (folder / f"{NOTEBOOK}.ipynb").exists()
    return server


def the_second_instructor_marks(hub):
    """The other instructor finds the grader in the list of courses and grades the other student on a command line."""
    teacher = hub.log_in("instructor2")
    courses = teacher.spawn().get("formgraders").json()
    assert [course["course_id"] for course in courses["value"]] == [hub.settings.course]
    done = hub.run(hub.grader, "python", "-m", "grader", "grade", ASSIGNMENT, "--student", "s002")
    assert done.returncode == 0, done.stderr
    formgrader = hub.formgrader(teacher)
    assert automatic(formgrader, "s002") == FLIPPED
    formgrader.mark("s002", WRITTEN, 0.5)
    assert formgrader.submission("s002")["score"] == pytest.approx(sum(FLIPPED.values()) + 0.5)


def automatic(formgrader, student):
    """The scores that the referee gave."""
    return {name: grade["auto_score"] for name, grade in formgrader.grades(student).items() if name != WRITTEN}


def sources(nb):
    """What stands in the cells of a notebook."""
    return [cell.source for cell in nb.cells]


def feedback_of(hub, server, name):
    """Fetch feedback and return the page."""
    server.exchange("fetch_feedback")
    (page,) = (hub.home(name) / ASSIGNMENT / "feedback").rglob("*.html")
    return page.read_text(encoding="utf-8")


# -- what a student's token opens


def a_student_opens_nothing_else(hub, server):
    """Every door that is not theirs answers 403 or 404; those that are theirs open, so the token is a good one."""
    api, me, other, course = f"{hub.url}/hub/api", "s001", "s002", hub.settings.course
    token = server.run("import os; print(os.environ['JUPYTERHUB_API_TOKEN'])").strip()

    def status(method, url):
        headers = {"Authorization": f"token {token}"}
        return requests.request(method, url, headers=headers, json={}, timeout=60).status_code

    assert status("GET", f"{api}/user") == 200
    assert status("GET", f"{hub.url}/user/{me}/api/contents") == 200
    closed = [
        ("GET", f"{api}/users"),
        ("POST", f"{api}/users"),
        ("GET", f"{api}/users/{other}"),
        ("GET", f"{api}/users/instructor1"),
        ("PATCH", f"{api}/users/{me}"),
        ("DELETE", f"{api}/users/{other}"),
        ("POST", f"{api}/users/{other}/server"),
        ("DELETE", f"{api}/users/{other}/server"),
        ("POST", f"{api}/users/instructor1/server"),
        ("POST", f"{api}/users/{me}/tokens"),
        ("POST", f"{api}/users/{other}/tokens"),
        ("GET", f"{api}/users/{other}/tokens"),
        ("GET", f"{api}/groups"),
        ("GET", f"{api}/groups/{hub.settings.group}"),
        ("POST", f"{api}/groups/{hub.settings.graders_group}/users"),
        ("GET", f"{api}/services"),
        ("GET", f"{api}/services/{course}"),
        ("GET", f"{api}/proxy"),
        ("POST", f"{api}/shutdown"),
        ("GET", f"{hub.url}/user/{other}/api/contents"),
        ("GET", f"{hub.url}/user/instructor1/api/contents"),
        ("GET", f"{hub.url}/user/instructor1/formgrader/api/assignments"),
        ("GET", f"{hub.url}/services/{course}/formgrader/api/assignments"),
        ("GET", f"{hub.url}/services/{course}/api/contents"),
        ("GET", f"{hub.url}/user/{me}/formgrader"),
        ("GET", f"{hub.url}/user/{me}/formgraders"),
    ]
    opened = {(m, url, code) for m, url in closed if (code := status(m, url)) not in (403, 404)}
    assert not opened
    # nor by their own browser
    if hub.topology != "one_class":
        with pytest.raises(PermissionError):
            server.person.service(course)
    instructors_server = server.web.get(f"{hub.url}/user/instructor1/lab", timeout=60)
    assert instructors_server.status_code in (403, 404)
