"""Does the zip for Gradescope hold one assignment's grader and nothing of another's, and does it grade by its paths?

The runs are in an empty root with the platform's folders; nothing was tried on the platform itself.
"""

import json
import os
import re
import shutil
import stat
import subprocess
import zipfile

import nbformat
import pytest

from grader.places import ROOT
from grader.publishing import gradescope
from grader.sandbox.confine import ISOLATION
from grader.tasks import COURSE
from tests.submissions.build import example

ASSIGNMENT = "1-cross-correlation"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The zip of the first assignment, which grades without Landlock too."""
    return gradescope.build(ASSIGNMENT, tmp_path_factory.mktemp("gradescope"), unconfined=True)


def unpacked(archive, folder):
    with zipfile.ZipFile(archive) as file:
        for entry in file.infolist():
            path = file.extract(entry, folder)
            os.chmod(path, entry.external_attr >> 16)
    return folder


# -- what is in it ---------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_the_zip_holds_what_the_platform_asks_for_and_one_pack(built):
    with zipfile.ZipFile(built) as archive:
        modes = {entry.filename: entry.external_attr >> 16 for entry in archive.infolist()}
    assert stat.S_IMODE(modes["setup.sh"]) == stat.S_IMODE(modes["run_autograder"]) == 0o755
    assert [name for name in modes if name.startswith("private/")] == [f"private/packs/{ASSIGNMENT}.json"]
    assert {name.split("/")[1] for name in modes if name.startswith("release/")} == set(COURSE.names)
    assert [name for name in modes if name.endswith(".whl")] != []
    tops = {name.split("/")[0] for name in modes}
    assert not tops & {"source", "tests", "deploy", "course", "docs", "gradebook.db", "submitted"}


@pytest.mark.slow
def test_a_planted_answer_of_another_assignment_is_found(built, tmp_path):
    tree = unpacked(built, tmp_path / "tree")
    assert gradescope.leaks(tree, COURSE.assignment(ASSIGNMENT)) == []
    shutil.copyfile(ROOT / "private" / "packs" / "5-channels.json", tree / "private" / "packs" / "5-channels.json")
    shutil.copytree(ROOT / "grader" / "tasks" / "channels", tree / "grader" / "tasks" / "channels")
    shutil.copyfile(ROOT / "private" / "seed", tree / "private" / "seed")
    shutil.copytree(ROOT / "source" / ASSIGNMENT, tree / "source")
    found = {path for path, _ in gradescope.leaks(tree, COURSE.assignment(ASSIGNMENT))}
    assert found >= {"private/packs/5-channels.json", "private/seed", "source/cross-correlation.ipynb"}
    assert [path for path in found if path.startswith("grader/tasks/channels/")] != []


@pytest.mark.parametrize("assignment", COURSE.assignments, ids=lambda a: a.name)
def test_every_module_that_a_module_imports_when_it_is_loaded_is_there(assignment):
    """And of other assignments' tasks only `corr2d`, on which later ones build."""
    files = {str(path.relative_to(ROOT)) for path in gradescope.grader_files(assignment)}
    for name in files:
        text = (ROOT / name).read_text(encoding="utf-8")
        for module in re.findall(r"^(?:from|import) (grader[.\w]*)", text, flags=re.MULTILINE):
            where = module.replace(".", "/")
            assert {f"{where}.py", f"{where}/__init__.py"} & files, f"{name} imports {module}"
    own = assignment.folder.name
    foreign = {name for name in files if name.count("/") == 3 and name.startswith("grader/tasks/")}
    foreign = {name for name in foreign if f"/{own}/" not in name and not name.endswith("__init__.py")}
    assert foreign <= {"grader/tasks/cross_correlation/corr2d.py"}
    assert not [name for name in files if name.startswith(("grader/authoring", "grader/publishing", "grader/cohort"))]


def test_every_requirement_is_a_pin_of_the_lock():
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8").split("\n")
    required = gradescope.requirements()
    assert [pin for pin in required if pin not in lock] == []
    names = {pin.partition("==")[0] for pin in required}
    assert names >= {"torch", "nbgrader", "click", "pyseccomp", "sandlock", "nbconvert", "sympy", "rfc3339-validator"}
    assert not names & {"pytest", "ruff", "dask", "playwright"}
    setup = (ROOT / "deploy" / "gradescope" / "setup.sh").read_text(encoding="utf-8")
    assert set(re.findall(r"torch==[\d.]+", setup)) == {pin for pin in required if pin.startswith("torch==")}


@pytest.mark.parametrize("name", gradescope.SCRIPTS)
def test_the_scripts_are_bash(name):
    script = ROOT / "deploy" / "gradescope" / name
    assert subprocess.run(["bash", "-n", script], check=False).returncode == 0
    assert os.access(script, os.X_OK)


# -- what it does, in an empty root ----------------------------------------------------------------------------------

# a kernel without Landlock: its three calls are answered "not there"
NO_LANDLOCK = """
import errno, os, sys
import pyseccomp
calls = pyseccomp.SyscallFilter(pyseccomp.ALLOW)
for number in (444, 445, 446):
    calls.add_rule(pyseccomp.ERRNO(errno.ENOSYS), number)
calls.load()
os.execv(sys.argv[1], sys.argv[1:])
"""
IN_ROOT = """
set -e
root=$1; shift
for name in bin sbin lib lib64 lib32; do
    if [ -L /$name ]; then ln -sfn "$(readlink /$name)" "$root/$name"
    elif [ -d /$name ]; then mkdir -p "$root/$name"; mount --bind /$name "$root/$name"; fi
done
mkdir -p "$root"/{usr,etc,proc,dev,sys,root,run,opt/convolutions}
mkdir -p -m 1777 "$root/tmp"
mount --bind /usr "$root/usr"; mount --bind /etc "$root/etc"; mount --bind /dev "$root/dev"
mount -t proc proc "$root/proc"; mount --rbind /sys "$root/sys"
mount --bind "$ENVIRONMENT" "$root/opt/convolutions"
exec chroot "$root" "$@"
"""
ATTEMPTS = """
import json, os, socket, subprocess, threading, time
A, PARENT = "/autograder", os.getppid()
PACK, RESULTS = f"{A}/source/private/packs/1-cross-correlation.json", f"{A}/results/results.json"
FORGED = json.dumps({"score": 1000})

def read(path):
    with open(path, "rb") as file:
        file.read(10)

def write(path):
    with open(path, "w") as file:
        file.write(FORGED)

def through_a_link():
    os.symlink(PACK, "link")
    read("link")

attempts = {
    "read the pack": lambda: read(PACK),
    "read it through a link": through_a_link,
    "list the private folder": lambda: os.listdir(f"{A}/source/private"),
    "list the source": lambda: os.listdir(f"{A}/source"),
    "list the autograder": lambda: os.listdir(A),
    "open the autograder": lambda: os.chmod(A, 0o777),
    "read what was handed in": lambda: os.listdir(f"{A}/submission"),
    "read earlier results": lambda: read(f"{A}/submission_metadata.json"),
    "list the results": lambda: os.listdir(f"{A}/results"),
    "write the results": lambda: write(RESULTS),
    "replace the results": lambda: os.replace(__import__("tempfile").mkstemp()[1], RESULTS),
    "read the grader's memory": lambda: read(f"/proc/{PARENT}/mem"),
    "read the grader's environment": lambda: read(f"/proc/{PARENT}/environ"),
    "go through the grader's root": lambda: os.listdir(f"/proc/{PARENT}/root/autograder"),
    "go through the grader's files": lambda: os.listdir(f"/proc/{PARENT}/fd"),
    "kill the grader": lambda: os.kill(PARENT, 9),
    "become root": lambda: os.setuid(0),
    "fork": lambda: os.fork() or os._exit(0),
    "start a program": lambda: subprocess.run(["/bin/true"]),
    "open a socket": lambda: socket.socket(),
    "list the folder of all runs": lambda: os.listdir("../.."),
    "write into the folder of all runs": lambda: write("../../x"),
    "read what everybody may read": lambda: read("/etc/hostname" if os.path.exists("/etc/hostname") else "/etc/passwd"),
}
found = {}
for name, attempt in attempts.items():
    try:
        attempt()
        found[name] = "reached"
    except BaseException as error:
        found[name] = type(error).__name__
with open("/open/found.json", "w") as file:
    json.dump(found, file)

def again_and_again():
    while True:
        try:
            write(RESULTS)
        except OSError:
            time.sleep(0.01)

threading.Thread(target=again_and_again, daemon=True).start()
"""


@pytest.fixture(scope="module")
def machine(built, anybodys_python, tmp_path_factory):
    """An empty root with the platform's folders, as they are after its set-up: (root, run)."""
    if os.geteuid():
        pytest.skip("the platform runs as root")
    root = tmp_path_factory.mktemp("empty-root")
    source = unpacked(built, root / "autograder" / "source")
    shutil.copy(source / "run_autograder", root / "autograder" / "run_autograder")
    environment = anybodys_python.parent.parent
    site = next((environment / "lib").glob("python3*/site-packages"))
    with zipfile.ZipFile(next(source.glob("*.whl"))) as wheel:
        wheel.extractall(site)  # as pip would, instead of the editable one
    for folder in (root, root.parent):
        folder.chmod(0o755)

    def run(submission, landlock=True, options="--unconfined"):
        """Grade the files in `submission` {name: content}; return (results, what was printed)."""
        for name in ("submission", "results"):
            shutil.rmtree(root / "autograder" / name, ignore_errors=True)
            (root / "autograder" / name).mkdir(mode=0o755)
        for name, content in submission.items():
            (root / "autograder" / "submission" / name).write_text(content)
        (root / "autograder" / "submission_metadata.json").write_text('{"previous_submissions": []}')
        (root / "open").mkdir(exist_ok=True)
        (root / "open").chmod(0o777)
        (source / "settings.sh").write_text(f"assignment={ASSIGNMENT}\noptions={options}\n")
        command = ["/autograder/run_autograder"]
        if not landlock:
            command = ["/opt/convolutions/bin/python", "-c", NO_LANDLOCK, *command]
        done = subprocess.run(
            ["unshare", "--mount", "--pid", "--fork", "bash", "-c", IN_ROOT, "bash", root, *command],
            env={"PATH": os.environ["PATH"], "ENVIRONMENT": str(environment)},
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        said = done.stdout + done.stderr
        path = root / "autograder" / "results" / "results.json"
        assert done.returncode == 0 and path.exists(), said
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700 and stat.S_IMODE(path.stat().st_mode) & 0o077 == 0
        return json.loads(path.read_text()), said

    return root, run


def homework(cell=""):
    nb = example(ASSIGNMENT, "model")
    if cell:
        nb.cells.insert(0, nbformat.v4.new_code_cell(cell))
    return json.dumps(nb)


@pytest.mark.slow
@pytest.mark.parametrize("landlock", [True, False])
def test_an_honest_notebook_gets_what_grade_gives_it(machine, landlock):
    told, said = machine[1]({"homework (2).ipynb": homework()}, landlock)
    assert told["score"] == 18, said
    assert [test["name"] for test in told["tests"]] == [
        task.name for task in COURSE.assignment(ASSIGNMENT).tasks.values()
    ]
    assert told["output"].startswith("homework (2).ipynb was graded as cross-correlation.ipynb")
    how = told["extra_data"]["isolation"]
    if landlock:
        assert how == ISOLATION
    else:
        assert how.startswith("not confined: seccomp + rlimits, each notebook under an account of its own (the kernel")
    assert how in said


@pytest.mark.slow
def test_without_landlock_a_hostile_notebook_gains_nothing(machine):
    root, run = machine
    honest, _ = run({"a.ipynb": homework()}, landlock=False)
    told, said = run({"a.ipynb": homework(ATTEMPTS)}, landlock=False)
    found = json.loads((root / "open" / "found.json").read_text())
    assert found.pop("read what everybody may read") == "reached"  # as the threat model says
    assert {name: what for name, what in found.items() if what not in ("PermissionError", "BlockingIOError")} == {}
    assert (told["score"], told["tests"]) == (honest["score"], honest["tests"]), said
    assert (root / "autograder" / "results" / "results.json").stat().st_uid == 0


@pytest.mark.slow
@pytest.mark.parametrize(
    "case, submission, settings, score, words",
    [
        ("nothing handed in", {}, {}, 0, "no notebook to grade: cross-correlation.ipynb counts as empty"),
        ("not JSON", {"a.ipynb": "{"}, {}, 0, "a.ipynb is not JSON"),
        ("no Landlock, and nobody said that it may be so", {"a.ipynb": "model"}, {"landlock": False, "options": ""},
         None, "student code cannot be confined on this machine: the kernel has no Landlock"),
        ("an assignment that is not there", {"a.ipynb": "model"}, {"options": "--assignment=7-none"}, None,
         "there is no assignment '7-none'"),
        ("an option that is not there", {"a.ipynb": "model"}, {"options": "--wrong"}, None,
         "the grader ended before it wrote a result"),
    ],
)  # fmt: skip
def test_whatever_happens_there_is_a_result_that_says_why(machine, case, submission, settings, score, words):
    files = {name: homework() if text == "model" else text for name, text in submission.items()}
    told, said = machine[1](files, **settings)
    assert told.get("score") == score and words in told["output"], f"{case}: {told['output']}\n{said}"


@pytest.mark.slow
def test_a_damaged_pack_is_no_score_and_no_secret(machine):
    root, run = machine
    pack = root / "autograder" / "source" / "private" / "packs" / f"{ASSIGNMENT}.json"
    whole = pack.read_text()
    pack.write_text(whole[:1000])
    try:
        told, _ = run({"a.ipynb": homework()})
    finally:
        pack.write_text(whole)
    assert "score" not in told and "is no pack" in told["output"]
    assert whole[200:260] not in json.dumps(told)
