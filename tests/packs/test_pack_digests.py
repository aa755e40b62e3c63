"""Is a pack that was made of other tasks refused, one that differs in wording accepted, and none built by loading?"""

import copy
import json
import shutil
import subprocess
import sys

import pytest
from click.testing import CliRunner

from grader.authoring import build
from grader.cli import main as cli
from grader.packs import PackError, load_hidden, load_public, reading
from grader.packs.digest import digest, made_from
from grader.places import ROOT
from grader.tasks import COURSE

TASKS = COURSE.assignments[0].folder.parent


@pytest.fixture
def tasks(tmp_path):
    """A copy of the tasks' folder, to be changed."""
    return shutil.copytree(TASKS, tmp_path / "tasks", ignore=shutil.ignore_patterns("__pycache__"))


PAD2D = "padding_and_stride/pad2d"


@pytest.mark.parametrize(
    "change, file, old, new",
    [
        ("a weight", PAD2D, "0.50,", "0.40,"),
        ("a facet's name", PAD2D, '"channels", 0.30', '"axes", 0.30'),
        ("the points", PAD2D, '"code",\n    2,', '"code",\n    3,'),
        ("the reference", PAD2D, "height + 2 * rows, width", "height + rows, width"),
        ("a public case", PAD2D, "COUNTING + 1, (1, 1)", "COUNTING + 1, (1, 2)"),
        ("a hidden case", PAD2D, "signed(rng, 4, 6), (2, 1)", "signed(rng, 4, 6), (3, 1)"),
        ("a mistake", PAD2D, "bordered(value=1.0)", "bordered(value=2.0)"),
        ("a mistake's name", PAD2D, '"repeats_the_border"', '"repeats"'),
        ("what a mistake uses", PAD2D, "with_axes = X[(None,)", "with_axes = X[(0,)"),
        ("how numbers are drawn", "draws", "rng.normal(0.3, 1.0, shape)", "rng.normal(0.3, 2.0, shape)"),
        ("a shared image", "images", "torch.arange(9.0)", "torch.arange(1.0, 10.0)"),
    ],
)
def test_what_a_pack_is_made_of_counts(tasks, change, file, old, new):
    before = digest(tasks, PAD2D)
    _replace(tasks / f"{file}.py", old, new)
    assert digest(tasks, PAD2D) != before, change


@pytest.mark.parametrize(
    "change, file, old, new",
    [
        ("a hint", PAD2D, "The border mirrors the image. Fill it with zeros.", "This mirrors the image."),
        ("an announcement", PAD2D, "images with a channel axis in front", "images with channels"),
        ("the section to read", PAD2D, '"4.2"', '"4.3"'),
        ("a docstring", PAD2D, "Copy X, pixel by pixel,", "Copy X"),
        ("a type", PAD2D, "padding: tuple[int, int]) -> torch.Tensor:", "padding: tuple) -> object:"),
        (
            "the type of a variable",
            PAD2D,
            "        channels = [(torch.arange(",
            "        channels: list = [(torch.arange(",
        ),
        ("a type ahead of its variable", PAD2D, "    cases = []\n", "    cases: list[Case]\n    cases = []\n"),
        ("a comment", PAD2D, "def cases(", "# the cases\ndef cases("),
        ("the name of a case", PAD2D, 'f"X {shape_of(X)}, padding {padding}"', 'f"X {shape_of(X)} and {padding}"'),
        ("another way to write it", PAD2D, "rows, columns = padding", "(rows, columns) = padding"),
        ("another task's mistake", "padding_and_stride/corr2d_strided", "MISTAKES = (", "MISTAKES = (None,"),
        ("what another task draws", "draws", "1.0], [*weight", "2.0], [*weight"),
        ("a shared image that it does not use", "images", "[[0.0, 1.0], [2.0, 3.0]]", "[[0.0, 1.0], [2.0, 4.0]]"),
    ],
)
def test_wording_and_what_it_does_not_use_do_not_count(tasks, change, file, old, new):
    before = digest(tasks, PAD2D)
    _replace(tasks / f"{file}.py", old, new)
    assert digest(tasks, PAD2D) == before, change


def test_a_statement_that_changes_a_shared_image_counts(tasks):
    before = digest(tasks, "kernel_learning/learn_kernel")
    _replace(tasks / "images.py", "STRIPES[:, 2:6] = 0", "STRIPES[:, 2:5] = 0")
    assert digest(tasks, "kernel_learning/learn_kernel") != before


def _replace(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {path.name}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


# -- loading -----------------------------------------------------------------------------------------------------

ASSIGNMENT = "4-padding-and-stride"
HOW = f"run: python -m grader references {ASSIGNMENT}"


@pytest.fixture
def root(tmp_path):
    """A course folder with a hidden pack, made of the public one."""
    pack = json.loads(reading.public_path(ASSIGNMENT).read_text(encoding="utf-8"))
    reading.hidden_path(ASSIGNMENT, tmp_path).write_text(json.dumps(pack), encoding="utf-8")
    return tmp_path


def test_a_pack_of_the_tasks_as_they_are_is_loaded_in_the_order_of_the_notebook(root):
    assert tuple(load_hidden(ASSIGNMENT, root)["tasks"]) == COURSE.assignment(ASSIGNMENT).task_names
    assert tuple(load_public(ASSIGNMENT)["tasks"]) == COURSE.assignment(ASSIGNMENT).task_names


@pytest.mark.parametrize(
    "case, change, said",
    [
        ("made of another task", lambda pack: pack["tasks"]["pad2d"].update(made_from="0"), "are now (pad2d); "),
        ("a task too few", lambda pack: pack["tasks"].pop("why_stride"), "are now (why_stride); "),
        ("a task too many", lambda pack: pack["tasks"].update(pool2d={}), "are now (pool2d); "),
        ("an older form", lambda pack: pack.update(format=1), "another version of the grader; "),
        ("nothing in it", lambda pack: pack.clear(), "another version of the grader; "),
    ],
)
def test_a_pack_that_does_not_belong_is_refused_in_one_line(root, case, change, said):
    path = reading.hidden_path(ASSIGNMENT, root)
    pack = json.loads(path.read_text(encoding="utf-8"))
    change(pack)
    path.write_text(json.dumps(pack), encoding="utf-8")
    with pytest.raises(PackError) as refused:
        load_hidden(ASSIGNMENT, root)
    assert said + HOW in str(refused.value), case
    assert "\n" not in str(refused.value)


def test_a_pack_that_another_machine_sent_is_looked_at_too(monkeypatch):
    sent = copy.deepcopy(load_public(ASSIGNMENT))
    monkeypatch.setitem(reading.borrowed, ASSIGNMENT, sent)
    assert load_hidden(ASSIGNMENT) is sent
    sent["tasks"]["pad2d"]["made_from"] = "0"
    with pytest.raises(PackError, match="the pack that was sent: does not belong"):
        load_hidden(ASSIGNMENT)


def test_loading_builds_nothing(tmp_path):
    with pytest.raises(PackError, match=f"these cases have not been built; {HOW}"):
        load_hidden(ASSIGNMENT, tmp_path)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_the_committed_packs_belong_to_the_tasks():
    for assignment in COURSE.assignments:
        made = {name: entry["made_from"] for name, entry in load_public(assignment.name)["tasks"].items()}
        assert made == made_from(assignment)


# -- torch -------------------------------------------------------------------------------------------------------


def test_packs_and_what_grades_from_them_import_no_torch():
    asked = """
import sys
from grader.packs import load_hidden, load_public
from grader.packs.reading import borrowed
from grader.tasks import COURSE
from grader.verdict.referee import grade_task
for assignment in COURSE.assignments:
    public = load_public(assignment.name)["tasks"]
    for name, entry in public.items():
        if entry["kind"] in ("value", "test"):
            judge = assignment.task(name).judge
            judge and judge({"dict": []})
        elif entry["kind"] != "text":
            grade_task(name, {"own": entry["expected"], "public": []}, entry, entry)
print("torch" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "False", done.stderr


# -- building again ----------------------------------------------------------------------------------------------


@pytest.fixture
def built(monkeypatch, root):
    """The assignments that `references --if-needed` builds, with the course's hidden pack in place of the builder's."""
    made = []
    monkeypatch.setattr(build, "write_hidden", lambda name: made.append(name) or reading.hidden_path(name, root))
    monkeypatch.setattr("grader.packs.kept.keep", lambda: None)
    return made


def _references(*arguments):
    done = CliRunner().invoke(cli, ["references", *arguments, ASSIGNMENT])
    assert done.exit_code == 0, done.output


@pytest.mark.parametrize("changed", ["a hint in the pack that ships", "what builds packs"])
def test_what_was_built_by_another_recipe_is_built_again_and_graded_meanwhile(built, monkeypatch, tmp_path, changed):
    _references("--if-needed")
    assert built == []
    other = tmp_path / "other" / "words.py"
    other.parent.mkdir()
    other.write_text("a hint that was mended", encoding="utf-8")
    if changed == "what builds packs":
        monkeypatch.setattr(reading, "BUILDERS", other.parent)
    else:
        monkeypatch.setattr(reading, "public_path", lambda _: other)
    assert load_hidden(ASSIGNMENT)["tasks"]
    _references("--if-needed")
    assert built == [ASSIGNMENT]
