"""Does an attack gain anything, touch anybody else, or cost its own notebook an honest point?

Every file in `submissions/hostile` is graded beside honest tasks.  For each: no point is unearned, honest tasks keep
theirs, nothing outside the kernel's own folder changes, the fork server lives, and what was seen is said.
"""

import hashlib
import json
import os
import socket
import stat
import time
from pathlib import Path

import pytest

from grader.cohort.grading import grade_class
from grader.gradebook.pipelines import open_course, run_step
from grader.gradebook.reading import export
from grader.packs.reading import load_hidden
from grader.places import ROOT
from grader.publishing.secrets import NUMBER, hidden_numbers
from grader.sandbox.client import fork_server
from grader.submission.grading import grade_notebook
from tests.submissions.build import example, fill, hand_in, released

pytestmark = pytest.mark.slow

ASSIGNMENT = "1-cross-correlation"
HOSTILE = Path(__file__).parents[1] / "submissions" / "hostile"
LIMITS = {"timeout": 4, "case_seconds": 1.0, "task_seconds": 4.0, "total_seconds": 120, "most_disk": 150_000_000}
PRELUDE = """
def attempt(what, how):
    try:
        print("REACHED", what, repr(how())[:200])
    except BaseException as error:
        print("held", what, type(error).__name__, error)
"""
HONEST = {
    "predicted_outputs": 2,
    "corr2d": 5,
    "corr2d_fixed": 0,  # the attack stands in its place
    "exposing_case": 2,
    "convolve2d": 2,
    "Conv2D": 4,
    "kernel_gradient": 1,
}
# what an attack costs besides, in the tasks it sits in or that use what it takes away
COSTS = {
    "malformed_answers": {"exposing_case": 0},
    "huge_answers": {"exposing_case": 0},
    "lazy_answers": {"exposing_case": 0},
    "objects_as_answers": {"exposing_case": 0},
    "leaks_inputs": {"convolve2d": 0},
    "stolen_given": {"corr2d": 0, "convolve2d": 0, "kernel_gradient": 0},
}
STRIKES_AT_RANDOM = {
    "time_bomb"
}  # a thread that ends its own kernel costs whatever is running then, of its own notebook
# what the instructor is told
SEEN = {
    "malformed_messages": "sent outputs that no notebook can hold",
    "deep_folders": "made folders more than 50 levels deep",
    "tiny_outputs": "made more than 1000 outputs",
    "endless_message": "was left out: it",
    "list_bomb": "sent messages that cannot be understood; this costs its own task only",
    "deep_answer": "sent messages that cannot be understood; this costs its own task only",
    "shell_jam": "was left out: it",  # too long, or too much said about what could not be sent
    "dies_in_a_cell": "the kernel died",
    "segfault_in_a_cell": "the kernel died",
    "segfault_when_called": "task corr2d_fixed: the kernel died; this costs its own task only",
    "endless_cell": "ran longer than 4 s",
    "endless_and_deaf": "could not be interrupted",
    "endless_calls": "task corr2d_fixed: it ran longer than",
    "print_flood": "was left out: it",  # the number of characters or the size of a message, whichever comes first
    "display_flood": "printed or displayed more than 2 million characters",
    "giant_message": "sent a message of more than 10 MB",
    "thread_flood": "was left out: it",
    "widget_flood": "printed or displayed more than 2 million characters",
    "thread_bomb": "more than 200 threads",
    "disk_hog": "wrote more than 150 MB of files",
    "deleted_disk_hog": "wrote more than 150 MB of files",
    "memory_hog": "asked for more memory than the limit of 2 GB leaves",
    "many_files": "made more than 2000 files",
    "time_bomb": "the kernel died",
    "linked_log": "the kernel died",
    "linked_folders": "the kernel died",
    "stolen_given": "task convolve2d: the kernel died",
}
ATTACKS = sorted(path.stem for path in HOSTILE.glob("*.txt"))


def hostile(name, course):
    """Return the notebook of one attack, aimed at the course folder `course`."""
    text = (HOSTILE / f"{name}.txt").read_text(encoding="utf-8")
    for mark, meaning in (("@ROOT@", ROOT), ("@COURSE@", course), ("@GRADER@", os.getpid())):
        text = text.replace(mark, str(meaning))
    nb = fill(example(ASSIGNMENT, "model"), text)
    first = next(i for i, cell in enumerate(nb.cells) if cell.cell_type == "code")
    nb.cells[first].source += "\n" + PRELUDE
    return nb


def fingerprint(*paths):
    """Return {path: (mode, owner, size, hash)} of everything at and below `paths` that nothing may change."""
    found = {}
    for top in paths:
        for path in [top, *sorted(top.rglob("*"))]:
            d = path.lstat()
            body = hashlib.sha256(path.read_bytes()).hexdigest() if stat.S_ISREG(d.st_mode) else ""
            found[str(path)] = (d.st_mode, d.st_uid, d.st_size if body else 0, body)
    return found


@pytest.fixture(scope="module")
def target(tmp_path_factory):
    """A course folder worth attacking, with a socket that listens and one that takes datagrams."""
    course = tmp_path_factory.mktemp("course")
    (course / "gradebook.db").write_bytes(b"SQLite format 3")
    (course / "secret.txt").write_text("mine\n")
    (course / "submitted" / "s001").mkdir(parents=True)
    listening, datagrams = socket.socket(socket.AF_UNIX), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    listening.bind(str(course / "listening"))
    listening.listen()
    datagrams.bind(str(course / "datagrams"))
    datagrams.setblocking(False)
    yield course, datagrams
    listening.close(), datagrams.close()


@pytest.mark.parametrize("name", ATTACKS)
def test_attack(name, target):
    course, datagrams = target
    private = [ROOT / "private" / "seed", ROOT / "private" / "packs" / f"{ASSIGNMENT}.json"]
    watched = (course, *private, ROOT / "release" / ASSIGNMENT, ROOT / "course" / "packs" / f"{ASSIGNMENT}.json")
    before, server, started = fingerprint(*watched), fork_server(), time.monotonic()
    temporary = {path for path in Path("/tmp").iterdir()}
    nb = hostile(name, course)
    grades, oddities, _ = grade_notebook(nb, ASSIGNMENT, None, **LIMITS)

    scores, wanted = {grade.task: grade.score for grade in grades}, HONEST | COSTS.get(name, {})
    if name in STRIKES_AT_RANDOM:
        assert all(scores[task] <= wanted[task] for task in wanted)
    else:
        assert scores == wanted
    assert fingerprint(*watched) == before
    assert server is fork_server() and server.alive()
    assert not [p for p in Path("/tmp").iterdir() if p not in temporary and p.name in ("new", "link")]
    with pytest.raises(BlockingIOError):
        datagrams.recv(1)
    assert time.monotonic() - started < LIMITS["total_seconds"] + 60

    shown = json.dumps(nb, ensure_ascii=False)
    shown.encode("utf-8")  # or no file could hold it
    assert "REACHED" not in printed(nb)
    if "attempt(" in (HOSTILE / f"{name}.txt").read_text(encoding="utf-8"):
        assert "held" in printed(nb)  # an attack that fails before it tries anything would show nothing
    said = "\n".join(oddities)
    assert SEEN.get(name, "") in said
    assert "\x1b" not in said + json.dumps([grade.as_record() for grade in grades], ensure_ascii=False)


def printed(nb):
    """Return what the notebook's cells printed."""
    streams = [o for cell in nb.cells for o in cell.get("outputs", []) if o.output_type == "stream"]
    return "".join(output.text for output in streams)


def test_feedback_carries_no_hidden_input(target):
    nb = hostile("leaks_inputs", target[0])
    grades, oddities, _ = grade_notebook(nb, ASSIGNMENT, None, **LIMITS)
    shown = json.dumps([nb, oddities, [grade.as_record() for grade in grades]], default=str)
    hidden = {f"{float(n):.4g}" for n in hidden_numbers()}
    leaked = {n for n in NUMBER.findall(shown) if f"{abs(float(n)):.4g}" in hidden}
    assert not leaked & hidden_numbers()
    assert "an exception of its own" in shown


def test_the_suite_is_as_large_as_it_says():
    assert len(ATTACKS) >= 40
    assert set(COSTS) | set(SEEN) <= set(ATTACKS)


def test_the_hidden_pack_is_really_hidden():
    assert load_hidden(ASSIGNMENT)["seed_fingerprint"] != "public"


# -- a whole class ---------------------------------------------------------------------------------------------------


def damaged(folder, name):
    """Hand in what reading alone could stumble over; return nothing but the trouble."""
    release = folder / "cross-correlation.ipynb"
    nb = json.loads(release.read_text(encoding="utf-8"))
    if name == "links":
        (folder / "secret").symlink_to("/etc/passwd")
        (folder / "up").symlink_to("../../..")
        (folder / "loop").symlink_to("loop")
    elif name == "pipes and holes":
        os.mkfifo(folder / "pipe.txt")
        with open(folder / "hole.bin", "wb") as file:
            file.truncate(10**12)
        with open(folder / "other.ipynb", "wb") as file:
            file.truncate(10**12)
    elif name == "strange names":
        (folder / "a\x1b[2Jb.txt").write_text("x")
        Path(os.fsdecode(os.fsencode(folder) + b"/\xff\xfe.txt")).write_text("x")
    elif name == "half characters":
        nb["cells"][-1]["source"] = "\ud800"
        nb["metadata"]["\udfff"] = "\ud800"
    elif name == "metadata":
        marked = [cell for cell in nb["cells"] if "nbgrader" in cell["metadata"]]
        marked[0]["metadata"]["nbgrader"]["schema_version"] = "x"
        marked[1]["metadata"]["nbgrader"]["points"] = float("nan")
        marked[2]["metadata"]["nbgrader"]["grade_id"] = ["../../x"]
        nb["metadata"]["convolutions_oddities"] = ["full marks"]
        nb["metadata"]["kernelspec"] = {"name": "../../bash", "argv": ["rm"], "display_name": "x"}
    elif name == "shadows":
        for module in ("numpy", "torch", "course", "json", "sitecustomize"):
            (folder / f"{module}.py").write_text("raise SystemExit('shadowed')")
    release.write_text(json.dumps(nb), encoding="utf-8")


DAMAGED = ("links", "pipes and holes", "strange names", "half characters", "metadata", "shadows")
IN_CLASS = ("linked_log", "malformed_messages", "unreadable_text", "markup", "stolen_given")


def test_a_class_with_attackers_in_it(course):
    """Everybody is graded, and the honest get what they deserve, whoever sits beside them."""
    for name in IN_CLASS:
        hand_in(course, ASSIGNMENT, f"x-{name}", hostile(name, course))
    for name in DAMAGED:
        damaged(hand_in(course, ASSIGNMENT, f"d-{name.replace(' ', '-')}", example(ASSIGNMENT, "model")), name)
    hand_in(course, ASSIGNMENT, "honest", example(ASSIGNMENT, "model"))
    (course / "secret.txt").write_text("mine\n")
    results = {r.student: r for r in grade_class(course, ASSIGNMENT, timeout=4, case_seconds=1.0)}

    assert {s: r.error for s, r in results.items() if r.status != "graded"} == {}
    assert (course / "secret.txt").read_text() == "mine\n"
    grades = export(course, ASSIGNMENT)
    honest = HONEST | {"corr2d_fixed": 2}
    assert {name: grades["honest"][name]["score"] for name in honest} == honest
    for name in IN_CLASS:
        wanted = HONEST | COSTS.get(name, {})
        assert {task: grades[f"x-{name}"][task]["score"] for task in wanted} == wanted, name
    for student in (s for s in results if s.startswith("d-") and s != "d-metadata"):
        assert {name: grades[student][name]["score"] for name in honest} == honest, student
        assert student in ("d-half-characters",) or results[student].oddities, student
    assert "\x1b" not in "".join(o for r in results.values() for o in r.oddities)
    assert grade_class(course, ASSIGNMENT, students=["honest"])[0].status == "unchanged"
    run_step(open_course(course).generate_feedback, ASSIGNMENT, "x-markup")
    (page,) = (course / "feedback" / "x-markup").rglob("*.html")
    assert "alert(1)</script>" not in page.read_text(encoding="utf-8")


THIEF = """
# %% corr2d_multi_in_out
loot = {}
def corr2d_multi_in_out(X, K):
    exec(loot.get("source", "def corr2d_multi_in_out(X, K): return None"), loot)
    return loot["corr2d_multi_in_out"](X, K)
# %% corr2d_multi_in_out_1x1
def corr2d_multi_in_out_1x1(X, K):
    import sys
    frame = sys._getframe()
    while frame:
        request = frame.f_locals.get("request")
        if isinstance(request, dict) and "given" in request:
            loot["source"] = request["given"]["corr2d_multi_in_out"]
        frame = frame.f_back
"""


def test_reordered_cells_show_nobody_its_own_given_code():
    """A task that builds on two others gets the given version of both; it must not be measured before them."""
    nb = fill(released("5-channels"), THIEF)
    where = {c.metadata.nbgrader.grade_id: i for i, c in enumerate(nb.cells) if "nbgrader" in c.metadata}
    late, early = where["check-corr2d_multi_in_out"], where["check-corr2d_multi_in_out_1x1"]
    assert late < early
    nb.cells.insert(early, nb.cells.pop(late))
    grades, _, _ = grade_notebook(nb, "5-channels", None, **LIMITS)
    scores = {grade.task: grade.score for grade in grades}
    assert scores["corr2d_multi_in_out"] == 0
